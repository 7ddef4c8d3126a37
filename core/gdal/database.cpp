#include "core/gdal/database.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

/// PostgreSQL's texts cannot hold the sign zero, and a statement would end there.
QString quoted(QString text, QChar mark)
{
    text.remove(QChar(u'\0'));
    text.replace(mark, QString(2, mark));
    return mark + text + mark;
}

} // namespace

struct Database::State
{
    Dataset dataset;
};

Database::Database(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

bool Database::isConnection(const QString& path)
{
    return path.startsWith(u"PG:", Qt::CaseInsensitive);
}

QString Database::quotedName(const QString& name)
{
    return quoted(name, u'"');
}

QString Database::quotedText(const QString& text)
{
    return quoted(text, u'\'');
}

Result<Database> Database::open(const QString& connection)
{
    registerDrivers();
    const ErrorCollector errors;
    // Looking through all tables of a large database takes long; ours are asked for by name.
    const ScopedOption none("PG_LIST_ALL_TABLES", "NO");
    auto state = std::make_unique<State>();
    state->dataset.reset(GDALOpenEx(connection.toUtf8().constData(),
                                    GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    if (!state->dataset)
        return errors.toError(ErrorCode::Io,
                              Text::tr("连不上数据库；请检查连接参数和网络，密码放在环境变量 "
                                       "PGPASSWORD 或 .pgpass 里。"));
    Database database(std::move(state));
    // With it quotedText is safe whatever the server is set to.
    const Result<void> set = database.run(u"SET standard_conforming_strings = on"_s);
    if (!set)
        return set.error();
    return database;
}

Result<void> Database::run(const QString& sql)
{
    const ErrorCollector errors;
    OGRLayerH result =
        GDALDatasetExecuteSQL(m_state->dataset.get(), sql.toUtf8().constData(), nullptr, nullptr);
    if (result)
        GDALDatasetReleaseResultSet(m_state->dataset.get(), result);
    if (errors.hasErrors())
        return errors.toError(
            ErrorCode::Io,
            Text::tr("数据库没能完成计算；请看详情中数据库的说明，或把图层导出成文件再算。"));
    return {};
}

Result<QList<QStringList>> Database::rows(const QString& query)
{
    const QString table = u"pg_temp.checkup_rows"_s;
    Result<void> done = run(u"CREATE TEMPORARY TABLE checkup_rows AS "_s + query);
    if (!done)
        return done.error();
    QList<QStringList> rows;
    {
        const ErrorCollector errors;
        GDALDatasetH dataset = m_state->dataset.get();
        OGRLayerH layer = GDALDatasetExecuteSQL(
            dataset, (u"SELECT * FROM "_s + table).toUtf8().constData(), nullptr, nullptr);
        if (layer) {
            while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
                QStringList row;
                for (int i = 0; i < OGR_F_GetFieldCount(feature.get()); ++i)
                    row << QString::fromUtf8(OGR_F_GetFieldAsString(feature.get(), i));
                rows << row;
            }
            GDALDatasetReleaseResultSet(dataset, layer);
        }
        if (!layer || errors.hasErrors())
            return errors.toError(ErrorCode::Io,
                                  Text::tr("数据库的计算结果读不出来；请检查连接是否中断。"));
    }
    done = run(u"DROP TABLE "_s + table);
    if (!done)
        return done.error();
    return rows;
}

} // namespace checkup::gdal
