#include "core/spatial/postgis_sql.h"

#include "core/gdal/database.h"
#include "core/spatial/areas.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Crs;
using gdal::Database;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

QString name(const QString& text)
{
    return Database::quotedName(text);
}

QString key(const PostgisTable& table, const QString& alias)
{
    return table.key.isEmpty() ? alias + u".ctid"_s : alias + u'.' + name(table.key);
}

QString group(const PostgisTable& table, const QString& alias)
{
    if (table.by.isEmpty())
        return u"''::text"_s;
    return u"coalesce(%1.%2::text, '')"_s.arg(alias, name(table.by));
}

int srid(const PostgisTable& table)
{
    return table.epsg != 0 ? table.epsg : table.srid;
}

QString isPolygon(const PostgisTable& table, const QString& alias)
{
    return u"ST_Dimension(%1.%2) = 2 AND NOT ST_IsEmpty(%1.%2)"_s.arg(alias, name(table.geometry));
}

} // namespace

QString postgisPlace(const PostgisTable& table)
{
    return name(table.schema) + u'.' + name(table.table);
}

QString postgisShape(const PostgisTable& table, const QString& alias)
{
    const QString stored = u"ST_Force2D(%1.%2)"_s.arg(alias, name(table.geometry));
    const QString straight =
        u"CASE WHEN ST_HasArc(%1) THEN ST_CurveToLine(%1) ELSE %1 END"_s.arg(stored);
    if (table.epsg == 0 || table.epsg == table.srid)
        return straight;
    return u"ST_SetSRID(%1, %2)"_s.arg(straight, QString::number(table.epsg));
}

QString postgisValid(const QString& shape)
{
    return u"CASE WHEN ST_IsValid(%1) THEN %1 ELSE ST_CollectionExtract(ST_MakeValid(%1), 3) END"_s
        .arg(shape);
}

QString postgisEllipsoidal(const QString& shape, bool geographic)
{
    const QString longest = geographic ? u"(50.0 / 111000)"_s : u"50"_s;
    return u"ST_Area(ST_Transform(ST_Segmentize(%1, %2), 4490)::geography)"_s.arg(shape, longest);
}

QString postgisPlane(const QString& shape, int planeSrid)
{
    if (planeSrid == 0)
        return u"ST_Area(%1)"_s.arg(shape);
    return u"ST_Area(ST_Transform(%1, %2))"_s.arg(shape, QString::number(planeSrid));
}

QString postgisAreaSql(const PostgisTable& table, int planeSrid)
{
    return u"SELECT q.k, count(*)::text AS n, sum((%1)::numeric)::text AS e, "
           u"sum((%2)::numeric)::text AS p FROM "
           "(SELECT s.k, %3 AS g FROM (SELECT %4 AS k, %5 AS g FROM %6 t WHERE %7 OFFSET 0) s "
           "OFFSET 0) q GROUP BY q.k"_s.arg(
               postgisEllipsoidal(u"q.g"_s, table.geographic), postgisPlane(u"q.g"_s, planeSrid),
               postgisValid(u"s.g"_s), group(table, u"t"_s), postgisShape(table, u"t"_s),
               postgisPlace(table), isPolygon(table, u"t"_s));
}

QString postgisShapesSql(const PostgisTable& table)
{
    return u"SELECT count(*) FILTER (WHERE t.%1 IS NULL)::text AS a, "
           "count(*) FILTER (WHERE ST_IsEmpty(t.%1))::text AS b, "
           "count(*) FILTER (WHERE ST_Dimension(t.%1) < 2 AND NOT ST_IsEmpty(t.%1))::text AS c, "
           "count(*) FILTER (WHERE %2)::text AS d FROM %3 t"_s.arg(
               name(table.geometry), isPolygon(table, u"t"_s), postgisPlace(table));
}

QString postgisFaultsSql(const PostgisTable& table, int planeSrid)
{
    return u"SELECT s.id, ST_IsValidReason(s.g) AS fault, %1::text AS before, "
           "%2::text AS after FROM (SELECT %3::text AS id, %4 AS g FROM %5 t WHERE %6 OFFSET 0) s "
           "WHERE NOT ST_IsValid(s.g)"_s.arg(postgisPlane(u"s.g"_s, planeSrid),
                                             postgisPlane(u"ST_MakeValid(s.g)"_s, planeSrid),
                                             key(table, u"t"_s), postgisShape(table, u"t"_s),
                                             postgisPlace(table), isPolygon(table, u"t"_s));
}

QString postgisOverlaySql(const PostgisTable& a, const PostgisTable& b, int planeSrid)
{
    QString zone = u"z.g"_s;
    if (srid(a) != srid(b)) {
        const QString longest = b.geographic ? u"(100.0 / 111000)"_s : u"100"_s;
        zone = u"ST_Transform(ST_Segmentize(%1, %2), %3)"_s.arg(zone, longest,
                                                                QString::number(srid(a)));
    }
    // The index of `a` knows its shapes as they are stored.
    const QString near = a.srid == srid(a) ? u"c.g"_s : u"ST_SetSRID(c.g, %1)"_s.arg(a.srid);
    // One arg() for all: a name may hold "%1" itself. OFFSET 0 keeps PostgreSQL from writing out,
    // and computing, one expression in several places. That `a` has polygons is asked after the
    // join: PostgreSQL takes the test to leave next to nothing, and would read all of `a` for each
    // piece instead of its index.
    return u"SELECT r.k, r.l, count(*)::text AS n, sum(r.e)::text AS e, sum(r.p)::text AS p FROM ("
           "SELECT q.k, q.l, q.id, sum((%1)::numeric) AS e, sum((%2)::numeric) AS p FROM ("
           "SELECT %3 AS k, z.k AS l, %4 AS id, x.g FROM "
           "(SELECT s.k, %5 AS g FROM (SELECT %6 AS k, %7 AS g FROM %8 t WHERE %9 OFFSET 0) s "
           "OFFSET 0) z "
           "CROSS JOIN LATERAL (SELECT ST_Subdivide(%10, 128) AS g OFFSET 0) c "
           "JOIN %11 a ON a.%12 && %13 "
           "CROSS JOIN LATERAL (SELECT CASE WHEN %14 THEN %15 END AS g OFFSET 0) o "
           "CROSS JOIN LATERAL (SELECT %16 AS g OFFSET 0) v "
           "CROSS JOIN LATERAL (SELECT CASE WHEN ST_CoveredBy(v.g, c.g) THEN v.g ELSE "
           "ST_CollectionExtract(ST_Intersection(v.g, c.g), 3) END AS g OFFSET 0) x "
           "WHERE NOT ST_IsEmpty(x.g)) q GROUP BY q.k, q.l, q.id) r GROUP BY r.k, r.l"_s.arg(
               postgisEllipsoidal(u"q.g"_s, a.geographic), postgisPlane(u"q.g"_s, planeSrid),
               group(a, u"a"_s), key(a, u"a"_s), postgisValid(u"s.g"_s), group(b, u"t"_s),
               postgisShape(b, u"t"_s), postgisPlace(b), isPolygon(b, u"t"_s), zone,
               postgisPlace(a), name(a.geometry), near, isPolygon(a, u"a"_s),
               postgisShape(a, u"a"_s), postgisValid(u"o.g"_s));
}

namespace {

Result<QList<QStringList>> polygonTables(Database& database)
{
    return database.rows(
        u"SELECT g.f_table_schema::text, g.f_table_name::text, g.f_geometry_column::text, "
        "g.srid::text, coalesce(r.auth_name::text, '') AS authority, "
        "coalesce(r.auth_srid::text, '') AS code, "
        "coalesce(r.srtext::text, '') AS wkt FROM geometry_columns g "
        "LEFT JOIN spatial_ref_sys r ON r.srid = g.srid "
        "ORDER BY g.f_table_schema <> current_schema(), 1, 2, 3"_s);
}

Result<Crs> systemOfTable(const QString& label, const QStringList& system, int epsg)
{
    if (epsg != 0)
        return Crs::fromEpsg(epsg);
    if (system.at(0) == u"EPSG")
        return Crs::fromEpsg(system.at(1).toInt());
    if (!system.at(2).isEmpty())
        return Crs::fromWkt(system.at(2));
    gdal::LayerInfo info;
    info.name = label;
    return systemOf(info, 0);
}

} // namespace

Result<PostgisLayer> findPostgisTable(Database& database, const QString& layer)
{
    const auto tables = polygonTables(database);
    if (!tables)
        return tables.error();
    PostgisLayer found;
    QStringList names;
    QStringList row;
    for (const QStringList& one : *tables) {
        const QString full = one.at(0) + u'.' + one.at(1);
        const QString column = u'(' + one.at(2) + u')';
        names << (one.at(0) == u"public" ? one.at(1) : full);
        const QStringList known{one.at(1), full, one.at(1) + column, full + column};
        if (row.isEmpty() && known.contains(layer))
            row = one;
    }
    if (layer.isEmpty() && tables->size() == 1)
        row = tables->constFirst();
    if (row.isEmpty() && layer.isEmpty())
        return Error(ErrorCode::BadUsage,
                     Text::tr("数据库里有几个图层，请说明用哪一个：%1。").arg(names.join(u'、')));
    if (row.isEmpty())
        return Error(ErrorCode::BadUsage,
                     Text::tr("数据库里没有图层“%1”；有的是：%2。").arg(layer, names.join(u'、')));
    PostgisTable& table = found.table;
    table.schema = row.at(0);
    table.table = row.at(1);
    table.geometry = row.at(2);
    table.srid = row.at(3).toInt();
    found.system = row.mid(4);

    const QString where = u"%1::regclass"_s.arg(Database::quotedText(postgisPlace(table)));
    const auto columns = database.rows(
        u"SELECT a.attname::text, coalesce(i.indisprimary AND i.indnkeyatts = 1, false)::text AS "
        u"key, format_type(a.atttypid, NULL) AS type "
        "FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary "
        "AND a.attnum = ANY(i.indkey) WHERE a.attrelid = %1 AND a.attnum > 0 AND NOT "
        "a.attisdropped ORDER BY a.attnum"_s.arg(where));
    if (!columns)
        return columns.error();
    for (const QStringList& column : *columns) {
        found.columns << column.at(0);
        found.types << column.at(2);
        if (column.at(1) == u"true")
            table.key = column.at(0);
    }
    return found;
}

Result<PostgisLayer> findPostgisLayer(Database& database, const QString& layer, int epsg)
{
    auto found = findPostgisTable(database, layer);
    if (!found)
        return found;
    PostgisTable& table = found->table;
    table.epsg = epsg;
    const Result<Crs> crs = systemOfTable(table.table, found->system, epsg);
    if (!crs)
        return crs.error();
    // Refuses what only a survey office can bring to the ellipsoid.
    const auto known = gdal::Transformation::toGeodetic(*crs);
    if (!known)
        return known.error();
    found->crs = *crs;
    table.geographic = crs->isGeographic();
    return found;
}

namespace {

/// A table found in the database, with what else a computation asks of it.
struct Found
{
    PostgisTable table;
    QString label; ///< for sentences
    Crs crs;
    int planeSrid = 0;
    QString planeName;
};

Result<Found> find(Database& database, const QString& layer, const QString& by, int epsg)
{
    const auto known = findPostgisLayer(database, layer, epsg);
    if (!known)
        return known.error();
    Found found{known->table, known->table.table, known->crs, 0, known->crs.name()};
    found.table.by = by;
    if (!by.isEmpty() && !known->columns.contains(by))
        return Error(ErrorCode::BadUsage, Text::tr("图层“%1”里没有字段“%2”；有的是：%3。")
                                              .arg(found.label, by, known->columns.join(u'、')));
    return found;
}

/// Degrees have no plane of their own: the zone of the layer's middle.
Result<void> findPlane(Database& database, Found& found)
{
    if (!found.table.geographic)
        return {};
    const auto middle =
        database.rows(u"SELECT coalesce((ST_XMin(e) + ST_XMax(e)) / 2, 117)::text AS x FROM "
                      "(SELECT ST_Extent(%1) AS e FROM %2) t"_s.arg(name(found.table.geometry),
                                                                    postgisPlace(found.table)));
    if (!middle)
        return middle.error();
    const auto zone = Crs::zoneOf(middle->constFirst().constFirst().toDouble());
    if (!zone)
        return zone.error();
    if (zone->epsg() == 0)
        return Error(ErrorCode::Unsupported,
                     Text::tr("图层“%1”在中国以外，数据库里算不了平面面积；请导出成文件再算。")
                         .arg(found.label));
    found.planeSrid = zone->epsg();
    found.planeName = zone->name();
    return {};
}

struct Shapes
{
    qint64 nulls = 0, empties = 0, others = 0, polygons = 0;
};

Result<Shapes> shapesOf(Database& database, const PostgisTable& table)
{
    const auto rows = database.rows(postgisShapesSql(table));
    if (!rows)
        return rows.error();
    const QStringList& row = rows->constFirst();
    return Shapes{row.at(0).toLongLong(), row.at(1).toLongLong(), row.at(2).toLongLong(),
                  row.at(3).toLongLong()};
}

/// Square metres of a plane area as the database gives it.
double planeMetres(const QString& text, const Found& found)
{
    const double metres = found.table.geographic ? 1 : found.crs.metresPerUnit();
    return text.toDouble() * metres * metres;
}

} // namespace

Result<AreaReport> measureAreaInPostgis(const AreaRequest& request, const CancelToken& cancel)
{
    auto database = Database::open(request.path, cancel);
    if (!database)
        return database.error();
    auto found = find(*database, request.layer, request.by, request.epsg);
    if (!found)
        return found.error();
    const Result<void> plane = findPlane(*database, *found);
    if (!plane)
        return plane.error();
    const auto shapes = shapesOf(*database, found->table);
    if (!shapes)
        return shapes.error();
    const auto groups = database->rows(postgisAreaSql(found->table, found->planeSrid));
    if (!groups)
        return groups.error();
    const auto faults = database->rows(postgisFaultsSql(found->table, found->planeSrid));
    if (!faults)
        return faults.error();

    AreaReport report;
    report.file = u"PostGIS"_s;
    report.layer = found->label;
    report.crs = found->crs.name();
    report.planeCrs = found->planeName;
    report.inDatabase = true;
    report.nulls = shapes->nulls;
    report.empties = shapes->empties;
    report.others = shapes->others;
    Sum ellipsoidal;
    Sum flat;
    QMap<QString, Areas> byGroup;
    for (const QStringList& row : *groups) {
        const Areas areas{row.at(1).toLongLong(), row.at(2).toDouble(),
                          planeMetres(row.at(3), *found)};
        byGroup.insert(row.at(0), areas);
    }
    for (const Areas& areas : std::as_const(byGroup)) {
        report.total.features += areas.features;
        ellipsoidal.add(areas.ellipsoidal);
        flat.add(areas.plane);
    }
    report.total.ellipsoidal = ellipsoidal.result();
    report.total.plane = flat.result();
    if (!request.by.isEmpty())
        report.groups = byGroup;
    for (const QStringList& row : *faults)
        report.repairs << Repair{row.at(0).toLongLong(), row.at(1), planeMetres(row.at(2), *found),
                                 planeMetres(row.at(3), *found)};
    std::sort(report.repairs.begin(), report.repairs.end(),
              [](const Repair& one, const Repair& two) { return one.feature < two.feature; });
    return report;
}

Result<OverlayReport> overlayInPostgis(const OverlayRequest& request, const CancelToken& cancel)
{
    if (request.a.path != request.b.path)
        return Error(ErrorCode::BadUsage,
                     Text::tr("要在数据库里叠加，两个图层须在同一个数据库、用同样的连接参数；"
                              "请把另一个图层也导入数据库，或都导出成文件。"));
    auto database = Database::open(request.a.path, cancel);
    if (!database)
        return database.error();
    auto a = find(*database, request.a.layer, request.a.by, request.a.epsg);
    if (!a)
        return a.error();
    const auto b = find(*database, request.b.layer, request.b.by, request.b.epsg);
    if (!b)
        return b.error();
    const Result<void> plane = findPlane(*database, *a);
    if (!plane)
        return plane.error();
    const auto many = shapesOf(*database, a->table);
    if (!many)
        return many.error();
    const auto few = shapesOf(*database, b->table);
    if (!few)
        return few.error();
    const auto faultsA = database->rows(postgisFaultsSql(a->table, a->planeSrid));
    if (!faultsA)
        return faultsA.error();
    const auto faultsB = database->rows(postgisFaultsSql(b->table, 0));
    if (!faultsB)
        return faultsB.error();
    const auto cells = database->rows(postgisOverlaySql(a->table, b->table, a->planeSrid));
    if (!cells)
        return cells.error();

    OverlayReport report;
    report.planeCrs = a->planeName;
    report.inDatabase = true;
    report.features = many->polygons;
    report.zones = few->polygons;
    report.repairedA = faultsA->size();
    report.repairedB = faultsB->size();
    report.withoutArea =
        many->nulls + many->empties + many->others + few->nulls + few->empties + few->others;
    for (const QStringList& row : *cells)
        report.cells << OverlayCell{row.at(0), row.at(1), row.at(3).toDouble(),
                                    planeMetres(row.at(4), *a), row.at(2).toLongLong()};
    report.close();
    return report;
}

} // namespace checkup::spatial
