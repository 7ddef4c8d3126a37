#include "core/gdal/database.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

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
    QString connection;
    std::optional<CancelToken> cancel;
    QString process; ///< the server's for this connection

    bool isCancelled() const { return cancel && cancel->isCancelled(); }
};

namespace {

/// Looks at a token while a statement runs, and has the server stop it.
class Watch
{
public:
    Watch(const std::optional<CancelToken>& cancel, const QString& connection,
          const QString& process)
    {
        if (cancel && !process.isEmpty())
            m_thread = std::thread([this, token = *cancel, connection, process] {
                watch(token, connection, process);
            });
    }
    ~Watch()
    {
        {
            const std::lock_guard locked(m_guard);
            m_done = true;
        }
        m_changed.notify_one();
        if (m_thread.joinable())
            m_thread.join();
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    void watch(const CancelToken& token, const QString& connection, const QString& process)
    {
        std::optional<Database> other;
        std::unique_lock locked(m_guard);
        while (!m_done) {
            m_changed.wait_for(locked, std::chrono::milliseconds(50));
            if (m_done || !token.isCancelled())
                continue;
            locked.unlock();
            if (!other) {
                if (auto opened = Database::open(connection))
                    other = *std::move(opened);
            }
            if (other)
                (void)other->run(u"SELECT pg_cancel_backend(%1)"_s.arg(process));
            locked.lock();
        }
    }

    std::mutex m_guard;
    std::condition_variable m_changed;
    bool m_done = false;
    std::thread m_thread;
};

} // namespace

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

Result<Database> Database::open(const QString& connection, const std::optional<CancelToken>& cancel)
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
    state->connection = connection;
    Database database(std::move(state));
    // With it quotedText is safe whatever the server is set to.
    const Result<void> set = database.run(u"SET standard_conforming_strings = on"_s);
    if (!set)
        return set.error();
    if (!cancel)
        return database;
    const auto process = database.rows(u"SELECT pg_backend_pid()::text AS pid"_s);
    if (!process)
        return process.error();
    database.m_state->process = process->constFirst().constFirst();
    database.m_state->cancel = cancel;
    return database;
}

Error Database::failure(const QString& detail, const QString& sentence)
{
    if (m_state->isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消数据库里的计算。"));
    const ErrorCollector errors;
    OGRLayerH alive =
        GDALDatasetExecuteSQL(m_state->dataset.get(), "SELECT 1 AS alive", nullptr, nullptr);
    const bool lost = !alive || errors.hasErrors();
    if (alive)
        GDALDatasetReleaseResultSet(m_state->dataset.get(), alive);
    if (lost)
        return Error(
            ErrorCode::Io,
            Text::tr("与数据库的连接中断了，没有算完；请确认数据库在运行、网络通畅后再算。"),
            detail);
    return Error(ErrorCode::Io, sentence, detail);
}

Result<void> Database::run(const QString& sql)
{
    const ErrorCollector errors;
    if (m_state->isCancelled())
        return failure({}, {});
    const Watch watch(m_state->cancel, m_state->connection, m_state->process);
    OGRLayerH result =
        GDALDatasetExecuteSQL(m_state->dataset.get(), sql.toUtf8().constData(), nullptr, nullptr);
    if (result)
        GDALDatasetReleaseResultSet(m_state->dataset.get(), result);
    if (errors.hasErrors())
        return failure(
            errors.detail(),
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
            return failure(errors.detail(),
                           Text::tr("数据库的计算结果读不出来；请检查连接是否中断。"));
    }
    done = run(u"DROP TABLE "_s + table);
    if (!done)
        return done.error();
    return rows;
}

Result<LayerReader> Database::features(const QString& query)
{
    if (m_state->isCancelled())
        return failure({}, {});
    return LayerReader::ofQuery(m_state->dataset.get(), query);
}

} // namespace checkup::gdal
