#include "core/spatial/database_layers.h"

#include "core/gdal/database.h"
#include "core/spatial/postgis_sql.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Database;
using project::Layer;
using project::LayerDigest;
using project::LayerHealth;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

} // namespace

Result<QList<DatabaseTable>> databaseTables(const QString& connection, const CancelToken& cancel)
{
    auto database = Database::open(connection, cancel);
    if (!database)
        return database.error();
    const auto installed =
        database->rows(u"SELECT extname::text AS name FROM pg_extension WHERE extname = "
                       "'postgis'"_s);
    if (!installed)
        return installed.error();
    if (installed->isEmpty())
        return QList<DatabaseTable>();
    const auto rows = database->rows(
        u"SELECT (CASE WHEN g.f_table_schema = 'public' THEN '' ELSE g.f_table_schema || '.' END "
        "|| g.f_table_name || CASE WHEN count(*) OVER (PARTITION BY g.f_table_schema, "
        "g.f_table_name) > 1 THEN '(' || g.f_geometry_column || ')' ELSE '' END)::text AS name, "
        "g.type::text AS kind, g.srid::text AS srid, (CASE WHEN c.relkind IN ('r', 'm') THEN "
        "c.reltuples ELSE -1 END)::bigint::text AS rows FROM geometry_columns g JOIN pg_namespace "
        "n ON n.nspname = g.f_table_schema JOIN pg_class c ON c.relnamespace = n.oid AND c.relname "
        "= g.f_table_name WHERE has_table_privilege(c.oid, 'SELECT')"_s);
    if (!rows)
        return rows.error();
    QList<DatabaseTable> tables;
    for (const QStringList& row : *rows)
        tables << DatabaseTable{row.at(0), row.at(1), row.at(2).toInt(), row.at(3).toLongLong()};
    std::sort(
        tables.begin(), tables.end(),
        [](const DatabaseTable& one, const DatabaseTable& other) { return one.name < other.name; });
    return tables;
}

namespace {

/// Changes whenever rows or columns of the table do; empty where the server does not count.
Result<QString> stampOf(Database& database, const PostgisLayer& layer)
{
    const auto rows = database.rows(
        u"SELECT concat_ws(' ', c.oid, pg_relation_filenode(c.oid), pg_stat_get_tuples_inserted("
        "c.oid), pg_stat_get_tuples_updated(c.oid), pg_stat_get_tuples_deleted(c.oid))::text AS "
        "stamp FROM pg_class c WHERE c.oid = "_s +
        Database::quotedText(postgisPlace(layer.table)) +
        u"::regclass AND c.relkind IN ('r', 'm') AND NOT c.relhassubclass AND NOT "
        "pg_is_in_recovery() AND current_setting('track_counts') = 'on'"_s);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? QString()
                           : rows->constFirst().constFirst() + layer.columns.join(u' ') + u';' +
                                 layer.types.join(u' ');
}

Result<LayerDigest> digestOf(Database& database, const PostgisLayer& layer)
{
    // Rows are told apart by how they are written out, which must not be a matter of settings.
    const Result<void> set = database.run(
        u"SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601'; SET TimeZone = 'UTC'; "
        "SET bytea_output = 'hex'; SET extra_float_digits = 3"_s);
    if (!set)
        return set.error();
    const auto half = [](int begin) {
        return u"coalesce(sum(('x' || substr(h.h, %1, 16))::bit(64)::bigint::numeric), 0)::text"_s
            .arg(begin);
    };
    const auto rows = database.rows(
        u"SELECT count(*)::text AS n, "_s + half(1) + u" AS a, "_s + half(17) +
        u" AS b FROM (SELECT encode(sha256(convert_to(t::text, 'UTF8')), 'hex') AS h FROM "_s +
        postgisPlace(layer.table) + u" t OFFSET 0) h"_s);
    if (!rows)
        return rows.error();
    QStringList columns;
    for (qsizetype i = 0; i < layer.columns.size(); ++i)
        columns << layer.columns[i] + u' ' + layer.types[i];
    const QByteArray all = (columns + rows->constFirst()).join(u'\n').toUtf8();
    return LayerDigest{
        QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex()), 0};
}

} // namespace

Result<LayerDigest> digestDatabaseLayer(const QString& connection, const QString& layer,
                                        const CancelToken& cancel, project::DigestMemory* memory)
{
    auto database = Database::open(connection, cancel);
    if (!database)
        return database.error();
    const auto found = findPostgisTable(*database, layer);
    if (!found)
        return found.error();
    if (!memory)
        return digestOf(*database, *found);
    const auto stamp = stampOf(*database, *found);
    if (!stamp)
        return stamp.error();
    return memory->of(connection + u'\n' + layer, *stamp,
                      [&] { return digestOf(*database, *found); });
}

Result<LayerHealth> databaseLayerHealth(const Layer& layer, const CancelToken& cancel,
                                        project::DigestMemory* memory)
{
    const auto digest = digestDatabaseLayer(layer.path, layer.layer, cancel, memory);
    if (digest)
        return digest->sha256 == layer.sha256 ? LayerHealth::Fine : LayerHealth::Changed;
    if (digest.error().code() == ErrorCode::Cancelled)
        return digest.error();
    return digest.error().code() == ErrorCode::BadUsage ? LayerHealth::Vanished
                                                        : LayerHealth::Remote;
}

Result<Issues> databaseLayerProblems(const project::YearData& data, const CancelToken& cancel)
{
    Issues problems;
    for (const Layer& layer : data.layers) {
        if (!Database::isConnection(layer.path))
            continue;
        const auto health = databaseLayerHealth(layer, cancel);
        if (!health)
            return health.error();
        const auto say = [&](Severity severity, const QString& text) {
            problems << Issue{severity, text, layer.fileName, u"cc_layers"_s, {}, 1};
        };
        if (*health == LayerHealth::Vanished)
            say(Severity::Error,
                Text::tr("图层“%1”应在数据库的表 %2 里，但没有这个表；请恢复它，或重新导入图层。")
                    .arg(layer.name, layer.layer));
        else if (*health == LayerHealth::Changed)
            say(Severity::Error,
                Text::tr("图层“%1”（数据库的表 %2）在导入之后被改动；请重新导入后再计算。")
                    .arg(layer.name, layer.layer));
        else if (*health == LayerHealth::Remote)
            say(Severity::Warning,
                Text::tr("图层“%1”所在的数据库现在连不上或读不出，没有核对；请接通后再校验。")
                    .arg(layer.name));
    }
    return problems;
}

} // namespace checkup::spatial
