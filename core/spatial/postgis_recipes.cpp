#include "core/spatial/postgis_recipes.h"

#include "core/catalogue/land_classes.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Database;
using Op = Condition::Op;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

const QString features = u"pg_temp.checkup_features"_s;
const QString middles = u"pg_temp.checkup_middles"_s;
const QString taken = u"pg_temp.checkup_taken"_s;

QString text(const QString& given)
{
    return Database::quotedText(given);
}

QString number(double value)
{
    return u'\'' + QString::number(value, 'g', 17) + u"'::float8"_s;
}

/// A list of texts for IN; never empty.
QString list(const QStringList& texts)
{
    QStringList quoted;
    for (const QString& one : texts)
        quoted << text(one);
    return u'(' + (quoted.isEmpty() ? u"NULL"_s : quoted.join(u", "_s)) + u')';
}

/// What numberIn makes of a text without spaces around it.
QString numberOf(const QString& column)
{
    return u"(CASE WHEN "_s + column +
           u" ~ '^[+-]?([0-9]{1,200}\\.?[0-9]{0,200}|\\.[0-9]{1,200})([eE][+-]?[0-9]{1,2})?$' "
           "THEN "_s +
           column + u"::float8 END)"_s;
}

/// What FeatureWork takes for a loss by rounding.
QString tolerance(const QString& amount)
{
    return u"(1e-8 * abs("_s + amount + u") + 1e-4)"_s;
}

/// What a column's text is to a reader of files.
QString shownText(const QString& column, const QString& type)
{
    if (type == u"boolean")
        return u"CASE WHEN %1 THEN '1' WHEN NOT %1 THEN '0' END"_s.arg(column);
    if (type == u"date")
        return u"to_char(%1, 'YYYY/MM/DD')"_s.arg(column);
    if (type.startsWith(u"timestamp"))
        return u"to_char(%1, 'YYYY/MM/DD HH24:MI:SS')"_s.arg(column);
    return column + u"::text"_s;
}

/// LandClasses::isConstruction: the longest known beginning of the code decides.
QString isConstruction(const QString& column, const QString& classSystem)
{
    const auto system = catalogue::classSystemOf(classSystem);
    std::map<qsizetype, std::pair<QStringList, QStringList>, std::greater<>> byLength;
    for (const catalogue::LandClass& one :
         catalogue::LandClasses::of(system.value_or(catalogue::ClassSystem::ThirdSurvey))
             .classes()) {
        auto& [known, construction] = byLength[one.code.size()];
        known << one.code;
        if (one.kind == catalogue::LandKind::Construction)
            construction << one.code;
    }
    QString sql = u"(CASE"_s;
    for (const auto& [length, codes] : byLength) {
        const QString begin = u"left(%1, %2)"_s.arg(column).arg(length);
        sql += u" WHEN "_s + begin + u" IN "_s + list(codes.first) + u" THEN coalesce("_s + begin +
               u" IN "_s + list(codes.second) + u", false)"_s;
    }
    return sql + u" ELSE false END)"_s;
}

/// Filter's tests, in SQL over texts without spaces around them.
class ConditionSql
{
public:
    ConditionSql(QStringList columns, QString classSystem, int year)
        : m_columns(std::move(columns))
        , m_classSystem(std::move(classSystem))
        , m_year(year)
    {}

    /// Over columns of `rows`, an alias; `withArea`: tests by the square kilometre too.
    QString of(const Selection& selection, const QString& rows, bool withArea) const
    {
        QStringList tests;
        for (const Condition& condition : selection.where) {
            const qsizetype place = m_columns.indexOf(condition.column);
            if (place < 0 || (condition.perSquareKilometre && !withArea))
                continue;
            tests << u"coalesce("_s +
                         test(condition, rows, rows + u".a%1"_s.arg(place),
                              m_year + selection.yearOffset) +
                         u", false)"_s;
        }
        return tests.isEmpty() ? u"true"_s : u'(' + tests.join(u" AND "_s) + u')';
    }

private:
    QString test(const Condition& condition, const QString& rows, const QString& column,
                 int year) const
    {
        const QString not_ = condition.negated ? u"NOT "_s : QString();
        switch (condition.op) {
        case Op::Prefix:
        case Op::Equals:
        case Op::Contains: {
            QStringList any;
            for (const QString& value : condition.values)
                any << one(condition.op, column, value);
            return not_ + u'(' + (any.isEmpty() ? u"false"_s : any.join(u" OR "_s)) + u')';
        }
        case Op::OfYear:
            return not_ + u"(left(%1, 4) ~ '^[0-9]{4}$' AND left(%1, 4) = '%2')"_s.arg(column).arg(
                              year, 4, 10, QChar(u'0'));
        case Op::UpToYear:
            return not_ + u"(left(%1, 4) !~ '^[0-9]{4}$' OR left(%1, 4) <= '%2')"_s.arg(column).arg(
                              year, 4, 10, QChar(u'0'));
        case Op::Construction:
            return not_ + isConstruction(column, m_classSystem);
        default:
            break;
        }
        // What is no number is neither above nor below, negated or not.
        QString value = numberOf(column);
        if (condition.perSquareKilometre)
            value = u"(CASE WHEN "_s + value + u" IS NULL THEN NULL WHEN "_s + rows +
                    u".kind = 2 AND "_s + rows + u".e > 0 THEN "_s + value + u" / ("_s + rows +
                    u".e / 1e6) ELSE 0 END)"_s;
        const auto limit = condition.values.isEmpty() ? std::optional<double>()
                                                      : numberIn(condition.values.constFirst());
        const QString sign = condition.op == Op::AtLeast    ? u">="_s
                             : condition.op == Op::MoreThan ? u">"_s
                             : condition.op == Op::AtMost   ? u"<="_s
                                                            : u"<"_s;
        return not_ + u'(' + value + u' ' + sign + u' ' + number(limit.value_or(qQNaN())) + u')';
    }

    static QString one(Op op, const QString& column, const QString& value)
    {
        if (op == Op::Prefix)
            return u"starts_with("_s + column + u", "_s + text(value) + u')';
        if (op == Op::Contains)
            return u"position(lower("_s + text(value) + u") in lower("_s + column + u")) > 0"_s;
        const QString same = u"lower("_s + column + u") = lower("_s + text(value) + u')';
        const std::optional<double> asNumber = numberIn(value);
        return asNumber ? u"("_s + same + u" OR coalesce("_s + numberOf(column) + u" = "_s +
                              number(*asNumber) + u", false))"_s
                        : same;
    }

    QStringList m_columns;
    QString m_classSystem;
    int m_year;
};

/// Well-known binary in hexadecimal digits, as PostGIS takes geometries.
class WellKnownBinary
{
public:
    static QByteArray of(const gdal::Rings& rings)
    {
        WellKnownBinary made;
        std::vector<size_t> shells;
        for (size_t ring = 0; ring < rings.count(); ++ring) {
            if (!rings.holes[ring])
                shells.push_back(ring);
        }
        made.begin(6, shells.size()); // a multipolygon
        for (size_t i = 0; i < shells.size(); ++i) {
            const size_t next = i + 1 < shells.size() ? shells[i + 1] : rings.count();
            made.begin(3, next - shells[i]);
            for (size_t ring = shells[i]; ring < next; ++ring) {
                made.put(static_cast<quint32>(rings.end(ring) - rings.begins[ring]));
                for (size_t at = rings.begins[ring]; at < rings.end(ring); ++at) {
                    made.put(rings.x[at]);
                    made.put(rings.y[at]);
                }
            }
        }
        return made.m_bytes.toHex();
    }

private:
    void begin(quint32 type, size_t count)
    {
        constexpr char littleEndian = 1;
        m_bytes.append(littleEndian);
        put(type);
        put(static_cast<quint32>(count));
    }
    template <class Number>
    void put(Number given)
    {
        const Number ordered = qToLittleEndian(given);
        m_bytes.append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
    }

    QByteArray m_bytes;
};

bool isAsPoint(const Recipe& recipe)
{
    return recipe.measure == Measure::Count;
}

} // namespace

bool PostgisRecipes::canDo(const Recipe& recipe)
{
    return !recipe.reach && !recipe.countOverlapsOnce;
}

Result<std::unique_ptr<PostgisRecipes>>
PostgisRecipes::make(gdal::Database& database, const project::Layer& layer,
                     const ProjectLayer& opened, const LayerWork& work,
                     const std::vector<const Selection*>& selections, int year)
{
    const auto cannot = [&layer](const QString& why) {
        return Error(ErrorCode::Unsupported,
                     Text::tr("图层“%1”在数据库中，但要读出来算：%2").arg(layer.name, why));
    };
    const int srid = opened.crs.epsg();
    if (srid == 0 || (!opened.crs.isGeographic() && opened.crs.metresPerUnit() != 1))
        return cannot(Text::tr("它的坐标系没有 EPSG 代码，或不以米为单位。"));
    const auto measure = AreaMeasure::make(opened.reader.info(), opened.crs);
    if (!measure)
        return measure.error();
    const int planeSrid = opened.crs.isGeographic() ? measure->planeCrs().epsg() : 0;
    if (opened.crs.isGeographic() && planeSrid == 0)
        return cannot(Text::tr("它在中国以外，没有平面坐标系。"));
    const Result<void> empty = database.run(u"DISCARD TEMP"_s);
    if (!empty)
        return empty.error();
    const auto known = database.rows(
        u"SELECT srid::text FROM spatial_ref_sys WHERE srid IN (4490, %1, %2)"_s.arg(srid).arg(
            planeSrid));
    if (!known)
        return known.error();
    QStringList srids;
    for (const QStringList& row : *known)
        srids << row.constFirst();
    for (const int one : {4490, srid, planeSrid}) {
        if (one != 0 && !srids.contains(QString::number(one)))
            return cannot(Text::tr("数据库不认识坐标系 EPSG:%1。").arg(one));
    }
    std::unique_ptr<PostgisRecipes> made(new PostgisRecipes(database, work));
    made->m_srid = srid;
    made->m_planeSrid = planeSrid;
    made->m_geographic = opened.crs.isGeographic();
    const Result<void> measured = made->measure(layer, opened, selections, year);
    if (!measured && measured.error().code() == ErrorCode::BadUsage)
        return cannot(measured.error().message());
    if (!measured)
        return measured.error();
    return made;
}

Result<void> PostgisRecipes::measure(const project::Layer& layer, const ProjectLayer& opened,
                                     const std::vector<const Selection*>& selections, int year)
{
    const auto found = findPostgisLayer(m_database, layer.layer, m_srid);
    if (!found)
        return found.error();
    const PostgisTable& table = found->table;
    const QJsonObject fields = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
    const QString spaces = u"E' \\t\\n\\x0b\\f\\r\u3000'"_s;
    QString columns;
    for (qsizetype i = 0; i < opened.columns.size(); ++i) {
        const QString field = fields.value(opened.columns[i]).toString();
        const QString type = found->types.value(found->columns.indexOf(field));
        columns += u"btrim(coalesce("_s + shownText(u"t."_s + Database::quotedName(field), type) +
                   u", ''), "_s + spaces + u") AS a"_s + QString::number(i) + u", "_s;
        m_attributes << u"a%1"_s.arg(i);
    }
    const ConditionSql conditions(opened.columns, layer.classSystem, year);
    QStringList wanted;
    bool measured = false;
    bool counted = false;
    for (size_t job = 0; job < m_work.jobs.size(); ++job) {
        const Selection& selection = *selections[job];
        m_conditions.push_back(conditions.of(selection, u"f"_s, true));
        wanted << conditions.of(selection, u"s"_s, false);
        counted = counted || isAsPoint(*m_work.jobs[job].recipe);
        measured =
            measured || !isAsPoint(*m_work.jobs[job].recipe) || m_work.jobs[job].filter.needsArea();
    }
    const QString key =
        table.key.isEmpty() ? u"''"_s : u"t."_s + Database::quotedName(table.key) + u"::text"_s;
    const QString shape = u"ST_SetSRID(ST_Force2D(t."_s + Database::quotedName(table.geometry) +
                          u"), "_s + QString::number(m_srid) + u')';
    // Texts are joined, not put in with arg(): a name may hold "%1" itself. OFFSET 0 keeps
    // PostgreSQL from writing out, and computing, one expression in several places.
    const QString chosen = u"(SELECT s.*, CASE WHEN s.g IS NULL OR ST_IsEmpty(s.g) THEN NULL ELSE "
                           "ST_Dimension(s.g) END AS kind FROM (SELECT "_s +
                           key + u" AS k, "_s + columns + shape + u" AS g FROM "_s +
                           postgisPlace(table) + u" t OFFSET 0) s WHERE "_s +
                           wanted.join(u" OR "_s) + u" OFFSET 0) o"_s;
    const double far = m_geographic ? 360 : 1e8;
    const QString odd =
        u"(SELECT o.*, CASE WHEN o.kind IS NULL THEN false WHEN GeometryType(o.g) NOT IN "
        "('POLYGON', 'MULTIPOLYGON', 'LINESTRING', 'MULTILINESTRING', 'POINT', 'MULTIPOINT') THEN "
        "true WHEN NOT (ST_XMin(o.g) > -%1 AND ST_XMax(o.g) < %1 AND ST_YMin(o.g) > -%2 AND "
        "ST_YMax(o.g) < %2) THEN true WHEN o.kind = 2 THEN NOT ST_IsValid(o.g) WHEN o.kind = 0 "
        "THEN ST_NumGeometries(o.g) > 1 ELSE false END AS odd FROM "_s.arg(far, 0, 'f', 0)
            .arg(m_geographic ? 90 : 1e8, 0, 'f', 0) +
        chosen + u" OFFSET 0) m"_s;
    const QString plain = u"NOT m.odd AND m.kind = "_s;
    const QString ellipsoidal =
        measured ? u"CASE WHEN "_s + plain + u"2 THEN "_s +
                       postgisEllipsoidal(u"m.g"_s, m_geographic) + u" WHEN "_s + plain +
                       u"1 THEN ST_Length(ST_Transform(m.g, 4490)::geography) WHEN "_s + plain +
                       u"0 THEN 1 END"_s
                 : u"NULL::float8"_s;
    const QString plane = measured ? u"CASE WHEN "_s + plain + u"2 THEN "_s +
                                         postgisPlane(u"m.g"_s, m_planeSrid) + u" ELSE 0 END"_s
                                   : u"0::float8"_s;
    Result<void> done =
        m_database.run(u"CREATE TEMPORARY TABLE checkup_features AS SELECT m.*, "_s + ellipsoidal +
                       u" AS e, "_s + plane + u" AS p FROM "_s + odd);
    if (done)
        done = m_database.run(u"CREATE INDEX ON "_s + features + u" USING gist (g)"_s);
    if (done)
        done = m_database.run(u"ANALYZE "_s + features);
    if (done && counted) {
        done = m_database.run(
            u"CREATE TEMPORARY TABLE checkup_middles AS SELECT f.ctid AS id, 0 AS kind, "
            "CASE f.kind WHEN 2 THEN ST_Centroid((SELECT ST_Collect(ST_MakePolygon("
            "ST_ExteriorRing(d.geom))) FROM ST_Dump(f.g) d)) WHEN 1 THEN "
            "ST_StartPoint(ST_GeometryN(f.g, 1)) ELSE ST_GeometryN(f.g, 1) END AS g, "
            "1::float8 AS e, 0::float8 AS p, true AS sure FROM "_s +
            features + u" f WHERE NOT f.odd AND f.kind IS NOT NULL"_s);
        if (done)
            done = m_database.run(u"CREATE INDEX ON "_s + middles + u" USING gist (g)"_s);
        if (done)
            done = m_database.run(u"ANALYZE "_s + middles);
    }
    return done;
}

QString PostgisRecipes::temporary()
{
    return u"pg_temp.checkup_"_s + QString::number(++m_tables);
}

/// Features that a cut can begin with.
QString PostgisRecipes::source(bool points) const
{
    if (points)
        return middles;
    return u"(SELECT f.ctid AS id, f.kind, f.g, f.e, f.p, true AS sure FROM "_s + features +
           u" f WHERE NOT f.odd AND f.kind IS NOT NULL)"_s;
}

/// Sends the leaves of zones up; `places` are their classes' numbers, none: all are 0.
Result<QString> PostgisRecipes::leavesOf(const Zones& zones, const std::vector<int>& places)
{
    if (const auto known = m_leaves.find(&zones); known != m_leaves.end())
        return known->second;
    const QString table = temporary();
    Result<void> done = m_database.run(u"CREATE TEMPORARY TABLE "_s + table.section(u'.', 1) +
                                       u" (place integer, g geometry)"_s);
    QByteArray rows;
    const auto send = [&] {
        if (done && !rows.isEmpty())
            done = m_database.run(u"INSERT INTO "_s + table +
                                  u" SELECT v.place, ST_SetSRID(CASE WHEN ST_IsValid(v.g) THEN v.g "
                                  "ELSE ST_CollectionExtract(ST_MakeValid(v.g), 3) END, "_s +
                                  QString::number(m_srid) + u") FROM (VALUES "_s +
                                  QString::fromLatin1(rows) + u") AS v (place, g)"_s);
        rows.clear();
    };
    constexpr double everywhere = 1e300;
    constexpr qsizetype most = 1 << 20; // characters in a statement, about
    zones.leaves().around(
        {-everywhere, -everywhere, everywhere, everywhere}, [&](const Leaf& leaf) {
            const int place =
                places.empty() ? 0 : places[static_cast<size_t>(zones.classOf(leaf.zone))];
            rows += (rows.isEmpty() ? "(" : ",(") + QByteArray::number(place) + ",'" +
                    WellKnownBinary::of(leaf.rings) + "'::geometry)";
            if (rows.size() > most)
                send();
        });
    send();
    if (done)
        done = m_database.run(u"ANALYZE "_s + table);
    if (!done)
        return done.error();
    m_leaves.emplace(&zones, table);
    return table;
}

/// SQL of what of each row of a source lies in each leaf. Rows of lines and points that a leaf does
/// not plainly hold are not sure.
QString PostgisRecipes::cut(const QString& source, const QString& leaves) const
{
    return u"SELECT s.id, s.kind, z.place, x.g, "
           "CASE WHEN s.kind = 2 AND NOT w.w THEN "_s +
           postgisEllipsoidal(u"x.g"_s, m_geographic) +
           u" ELSE s.e END AS e, CASE WHEN s.kind = 2 AND NOT w.w THEN "_s +
           postgisPlane(u"x.g"_s, m_planeSrid) +
           u" ELSE s.p END AS p, s.sure AND (s.kind = 2 OR w.w) AS sure FROM "_s + leaves +
           u" z JOIN "_s + source +
           u" s ON s.g && z.g "
           "CROSS JOIN LATERAL (SELECT CASE WHEN s.kind = 2 THEN ST_Covers(z.g, s.g) ELSE "
           "ST_ContainsProperly(z.g, s.g) END AS w OFFSET 0) w "
           "CROSS JOIN LATERAL (SELECT CASE WHEN w.w THEN s.g WHEN NOT ST_Intersects(z.g, s.g) "
           "THEN NULL WHEN s.kind = 2 THEN ST_CollectionExtract(ST_Intersection(s.g, z.g), 3) "
           "ELSE s.g END AS g OFFSET 0) x WHERE x.g IS NOT NULL AND NOT ST_IsEmpty(x.g)"_s;
}

Result<void> PostgisRecipes::cutByRegions(const QString& source, Inside& to)
{
    QStringList cuts;
    for (const RegionZones* regions : {&m_work.districts, &m_work.streets}) {
        if (!regions->zones)
            continue;
        const Result<QString> leaves = leavesOf(*regions->zones, regions->places);
        if (!leaves)
            return leaves.error();
        cuts << u"SELECT c.id, c.place, c.e, c.p, c.sure FROM ("_s + cut(source, *leaves) +
                    u") c"_s;
    }
    if (cuts.isEmpty())
        return {};
    to.regions = temporary();
    Result<void> done = m_database.run(
        u"CREATE TEMPORARY TABLE "_s + to.regions.section(u'.', 1) +
        u" AS SELECT q.id, q.place, sum(q.e::numeric)::float8 AS e, sum(q.p::numeric)::float8 AS "
        "p, bool_and(q.sure) AS sure FROM ("_s +
        cuts.join(u" UNION ALL "_s) + u") q GROUP BY q.id, q.place"_s);
    if (done)
        done = m_database.run(u"ANALYZE "_s + to.regions);
    if (!done)
        return done;
    const QString district = u"WHERE q.place < "_s + QString::number(m_work.shelf->districts());
    const QString street = u"WHERE q.place >= "_s + QString::number(m_work.shelf->districts());
    to.byFeature = temporary();
    done = m_database.run(
        u"CREATE TEMPORARY TABLE "_s + to.byFeature.section(u'.', 1) +
        u" AS SELECT q.id, sum(q.e::numeric) FILTER ("_s + district +
        u")::float8 AS e, sum(q.p::numeric) FILTER ("_s + district +
        u")::float8 AS p, count(*) FILTER ("_s + district + u") AS n, min(q.place) FILTER ("_s +
        district + u") AS place, sum(q.e::numeric) FILTER ("_s + street +
        u")::float8 AS se, count(*) FILTER ("_s + street + u") AS sn, min(q.place) FILTER ("_s +
        street + u") AS splace, bool_and(q.sure) AS sure FROM "_s + to.regions +
        u" q GROUP BY q.id"_s);
    if (done)
        done = m_database.run(u"ANALYZE "_s + to.byFeature);
    return done;
}

Result<PostgisRecipes::Inside> PostgisRecipes::inside(size_t chain, bool points)
{
    const auto known = m_inside.find({chain, points});
    if (known != m_inside.end())
        return known->second;
    Inside made;
    QString from = source(points);
    for (const auto& zones : m_work.chains[chain]) {
        const Result<QString> leaves = leavesOf(*zones, {});
        if (!leaves)
            return leaves.error();
        const QString table = temporary();
        Result<void> done = m_database.run(u"CREATE TEMPORARY TABLE "_s + table.section(u'.', 1) +
                                           u" AS "_s + cut(from, *leaves));
        if (done)
            done = m_database.run(u"CREATE INDEX ON "_s + table + u" USING gist (g)"_s);
        if (done)
            done = m_database.run(u"ANALYZE "_s + table);
        if (!done)
            return done.error();
        from = table;
    }
    if (!m_work.chains[chain].empty()) {
        made.whole = temporary();
        const Result<void> done = m_database.run(
            u"CREATE TEMPORARY TABLE "_s + made.whole.section(u'.', 1) +
            u" AS SELECT c.id, sum(c.e::numeric)::float8 AS e, sum(c.p::numeric)::float8 AS p, "
            "bool_and(c.sure) AS sure FROM "_s +
            from + u" c GROUP BY c.id"_s);
        if (!done)
            return done.error();
    }
    const Result<void> regions = cutByRegions(from, made);
    if (!regions)
        return regions.error();
    m_inside.emplace(std::pair(chain, points), made);
    return made;
}

Result<PostgisRecipes::Answer> PostgisRecipes::compute(size_t index)
{
    const Job& job = m_work.jobs[index];
    const Recipe& recipe = *job.recipe;
    const bool points = isAsPoint(recipe);
    const bool net = recipe.measure == Measure::NetArea;
    const bool byDistrict = m_work.districts.zones != nullptr;
    const auto found = inside(job.chain, points);
    if (!found)
        return found.error();
    m_job = index;
    m_now = *found;

    const QString whole = points ? u"1::float8"_s : u"f.e"_s;
    const QString amount = m_now.whole.isEmpty() ? whole : u"m.e"_s;
    const QString plane = m_now.whole.isEmpty() ? (points ? u"0::float8"_s : u"f.p"_s) : u"m.p"_s;
    const QString sure = m_now.whole.isEmpty() ? u"true"_s : u"m.sure"_s;
    QString none = u"false"_s;
    QString joins;
    if (!m_now.whole.isEmpty()) {
        joins += u" LEFT JOIN "_s + m_now.whole + u" m ON m.id = f.ctid"_s;
        none = u"(m.id IS NULL OR m.e <= 0)"_s;
    }
    if (!m_now.byFeature.isEmpty())
        joins += u" LEFT JOIN "_s + m_now.byFeature + u" d ON d.id = f.ctid"_s;
    else
        joins += u" CROSS JOIN (SELECT NULL::float8 AS e, NULL::float8 AS p, NULL::bigint AS n, "
                 "NULL::integer AS place, NULL::float8 AS se, NULL::bigint AS sn, "
                 "NULL::integer AS splace, NULL::boolean AS sure) d"_s;

    QStringList numbers, nulls;
    for (const qsizetype place : job.columns) {
        const QString one = numberOf(u"f.a%1"_s.arg(place));
        numbers << u"coalesce("_s + one + u", 0)"_s;
        nulls << one + u" IS NULL"_s;
    }
    const QString given = numbers.isEmpty()
                              ? u"NULL::float8"_s
                              : u"(CASE WHEN "_s + nulls.join(u" AND "_s) + u" THEN NULL ELSE "_s +
                                    numbers.join(u" + "_s) + u" END)"_s;
    // A registered area that need not be shared out: the parcel lies whole in one place.
    const auto same = [](const QString& one, const QString& other) {
        return u"abs("_s + one + u" - "_s + other + u") <= "_s + tolerance(other);
    };
    QString parent = u"CASE d.splace"_s;
    for (int street = m_work.shelf->districts(); street < m_work.shelf->regions().size(); ++street)
        parent += u" WHEN %1 THEN %2"_s.arg(street).arg(m_work.shelf->districtOf(street));
    parent = m_work.shelf->regions().size() > m_work.shelf->districts()
                 ? u'(' + parent + u" ELSE -1 END)"_s
                 : u"(-1)"_s;
    const QString inStreet =
        u"(coalesce(d.sn, 0) = 0 OR (d.sn = 1 AND "_s + same(u"d.se"_s, amount);
    const QString undivided =
        same(amount, whole) + u" AND "_s +
        (byDistrict
             ? u"((d.n = 1 AND "_s + same(u"d.e"_s, amount) + u" AND "_s + inStreet + u" AND "_s +
                   parent + u" = d.place))) OR (coalesce(d.n, 0) = 0 AND coalesce(d.sn, 0) = 0))"_s
             : inStreet + u"))"_s);

    const bool anyShape = recipe.measure == Measure::Sum || points;
    const QString misfit =
        anyShape ? QString()
                 : u" OR f.kind <> "_s + (recipe.measure == Measure::Length ? u'1' : u'2');
    const QString asPoint = points ? u"true"_s : u"f.kind = 0"_s;
    const QString state =
        u"CASE WHEN f.odd THEN 'left' WHEN f.kind IS NULL"_s + misfit + u" THEN 'noshape' WHEN "_s +
        none + u" THEN 'none' WHEN NOT "_s + sure + u" OR NOT coalesce(d.sure, true) OR (("_s +
        asPoint + u") AND (d.n > 1 OR d.sn > 1)) THEN 'left' WHEN "_s + amount +
        u" <= 0 THEN 'none' WHEN "_s + amount + u" < "_s + number(recipe.sliver) + u" AND "_s +
        amount + u" < "_s + whole + u" - "_s + tolerance(whole) + u" AND NOT ("_s + asPoint +
        u") THEN 'sliver'"_s +
        (job.columns.empty() ? QString() : u" WHEN "_s + given + u" IS NULL THEN 'nonumber'"_s) +
        (net ? u" WHEN NOT coalesce("_s + undivided + u", false) THEN 'left'"_s : QString()) +
        u" ELSE 'in' END"_s;
    const QString registered = u"(floor("_s + given + u" * 100 + 0.5) / 100)"_s;
    const QString factor = job.columns.empty() || net       ? u"1::float8"_s
                           : recipe.measure == Measure::Sum ? given + u" / "_s + whole
                                                            : given;
    Result<void> done = m_database.run(u"DROP TABLE IF EXISTS "_s + taken);
    if (done)
        done = m_database.run(
            u"CREATE TEMPORARY TABLE checkup_taken AS SELECT * FROM (SELECT f.ctid AS id, "_s +
            (net ? registered : amount) + u" AS e, "_s + (net ? u"0::float8"_s : plane) +
            u" AS p, "_s + amount + u" AS was, "_s +
            (net ? u"CASE WHEN d.n > 0 THEN "_s + registered + u" ELSE 0 END"_s
                 : u"coalesce(d.e, 0)"_s) +
            u" AS de, "_s + (net ? u"0::float8"_s : u"coalesce(d.p, 0)"_s) + u" AS dp, "_s +
            factor + u" AS x, "_s + (net ? given : whole + u" * ("_s + factor + u')') +
            u" AS o, "_s + state + u" AS s FROM "_s + features + u" f"_s + joins + u" WHERE "_s +
            m_conditions[index] + u") t WHERE t.s <> 'none'"_s);
    if (!done)
        return done.error();

    Answer answer;
    const auto states =
        m_database.rows(u"SELECT t.s, count(*)::text AS n FROM "_s + taken + u" t GROUP BY t.s"_s);
    if (!states)
        return states.error();
    for (const QStringList& row : *states)
        (row.at(0) == u"left" ? answer.left : answer.features) += row.at(1).toLongLong();
    const auto rows = m_database.rows(
        u"SELECT r.slot::text AS slot, sum(r.a::numeric)::text AS a, sum(r.p::numeric)::text AS "
        "p, count(*)::text AS n, (max(ARRAY[r.a, r.p]))[1]::text AS l, "
        "(max(ARRAY[r.a, r.p]))[2]::text AS m FROM ("_s +
        contributions(index) + u") r GROUP BY r.slot"_s);
    if (!rows)
        return rows.error();
    for (const QStringList& row : *rows)
        answer.figures.push_back({row.at(0).toInt(), row.at(1).toDouble(), row.at(2).toDouble(),
                                  row.at(4).toDouble(), row.at(5).toDouble(),
                                  row.at(3).toLongLong()});
    std::sort(answer.figures.begin(), answer.figures.end(),
              [](const Figure& one, const Figure& other) { return one.slot < other.slot; });
    return answer;
}

/// FeatureWork::emit and emitShares of undivided parcels: rows id, slot, a, p, o.
QString PostgisRecipes::contributions(size_t index) const
{
    const Recipe& recipe = *m_work.jobs[index].recipe;
    const bool net = recipe.measure == Measure::NetArea;
    const bool byDistrict = m_work.districts.zones != nullptr;
    const auto row = [](int slot, const QString& amount, const QString& plane,
                        const QString& where) {
        return u"SELECT t.id, %1 AS slot, "_s.arg(slot) + amount + u" AS a, "_s + plane +
               u" AS p, t.o AS o FROM "_s + taken + u" t WHERE "_s + where;
    };
    const QString rest = u"(t.e - t.de)"_s;
    const QString isIn = u"t.s = 'in'"_s;
    const QString outside = rest + u" > "_s + tolerance(u"t.e"_s);
    QStringList rows{row(Slot::Whole, u"t.e * t.x"_s, u"t.p * t.x"_s, isIn),
                     row(Slot::Sliver, u"t.was"_s, u"t.p"_s, u"t.s = 'sliver'"_s),
                     row(Slot::NoNumber, u"0::float8"_s, u"0::float8"_s, u"t.s = 'nonumber'"_s),
                     row(Slot::NoShape, u"0::float8"_s, u"0::float8"_s, u"t.s = 'noshape'"_s)};
    if (!byDistrict) {
        rows << row(Slot::City, u"t.e * t.x"_s, u"t.p * t.x"_s, isIn);
    } else {
        const QString beyond = recipe.beyondDistricts ? u'(' + outside + u')' : u"false"_s;
        rows << row(Slot::Outside, rest + u" * t.x"_s, u"(t.p - t.dp) * t.x"_s,
                    isIn + u" AND "_s + outside);
        if (!net)
            rows << row(Slot::Residual, rest + u" * t.x"_s, u"0::float8"_s,
                        isIn + u" AND NOT ("_s + outside + u')');
        rows << row(Slot::City, u"CASE WHEN "_s + beyond + u" THEN t.e ELSE t.de END * t.x"_s,
                    u"CASE WHEN "_s + beyond + u" THEN t.p ELSE t.dp END * t.x"_s,
                    isIn + (net ? QString() : u" AND ("_s + beyond + u" OR t.de > 0)"_s));
    }
    if (!m_now.regions.isEmpty())
        rows << u"SELECT t.id, q.place AS slot, "_s + (net ? u"t.e"_s : u"q.e * t.x"_s) +
                    u" AS a, "_s + (net ? u"0::float8"_s : u"q.p * t.x"_s) +
                    u" AS p, t.o AS o FROM "_s + taken + u" t JOIN "_s + m_now.regions +
                    u" q ON q.id = t.id WHERE "_s + isIn;
    return rows.join(u" UNION ALL "_s);
}

Result<gdal::LayerReader> PostgisRecipes::left()
{
    QString columns;
    for (const QString& column : m_attributes)
        columns += u"f."_s + column + u", "_s;
    return m_database.features(u"SELECT f.g, "_s + columns + u"f.k FROM "_s + taken +
                               u" t JOIN "_s + features +
                               u" f ON f.ctid = t.id WHERE t.s = 'left' ORDER BY f.k "
                               "COLLATE \"C\""_s);
}

Result<std::vector<PostgisRecipes::Behind>> PostgisRecipes::largest(int slot, int limit)
{
    QString columns;
    for (const QString& column : m_attributes)
        columns += u", f."_s + column;
    const auto rows =
        m_database.rows(u"SELECT f.k, r.a::text AS amount, r.o::text AS of"_s + columns +
                        u" FROM ("_s + contributions(m_job) + u") r JOIN "_s + features +
                        u" f ON f.ctid = r.id WHERE r.slot = "_s + QString::number(slot) +
                        u" ORDER BY r.a DESC, f.k COLLATE \"C\" LIMIT "_s + QString::number(limit));
    if (!rows)
        return rows.error();
    std::vector<Behind> found;
    for (const QStringList& row : *rows)
        found.push_back(
            {row.at(0).toLongLong(), row.mid(3), row.at(1).toDouble(), row.at(2).toDouble()});
    std::stable_sort(found.begin(), found.end(), [](const Behind& one, const Behind& other) {
        return one.amount > other.amount;
    });
    return found;
}

} // namespace checkup::spatial
