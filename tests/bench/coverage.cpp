// Who is within 300, 500 and 1,000 m along the roads of 500 facilities: a city of 200,000 road
// edges and 100,000 homes, against the time that merely reading the roads takes, and against
// PostGIS with pgRouting, tuned by hand, which it starts by itself where they are installed.
//   bench_coverage [--alone] [CITY.gpkg ROADS,FACILITIES,HOMES]
// Without a file it makes up the city; with one, the names are those of its layers.

#include "core/spatial/accessibility.h"
#include "tests/support/made_city.h"
#include "tests/support/postgres.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array bounds{300.0, 500.0, 1000.0};
constexpr int rounds = 5;
constexpr double readingGoal = 3;
constexpr double peerGoal = 40;

[[noreturn]] void fail(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    std::exit(1);
}

template <class T>
T sure(Result<T> result)
{
    if (!result)
        fail(result.error().message());
    return *std::move(result);
}

double seconds(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

struct City
{
    QString path, roads, facilities, homes;
};

struct Opened
{
    explicit Opened(const QString& path, const QString& name)
        : reader(sure(gdal::LayerReader::open(path, name)))
    {}
    OpenLayer layer() { return {&reader, *reader.info().crs}; }
    gdal::LayerReader reader;
};

void readAlone(const QString& path, const QString& name)
{
    Opened opened(path, name);
    gdal::LayerFeature feature;
    while (sure(opened.reader.next(feature))) {
    }
}

struct Ours
{
    double roads = 0, others = 0, search = 0;
    std::array<size_t, bounds.size()> covered{};
    double all() const { return roads + others + search; }
};

Ours measure(const City& city)
{
    TravelModel model;
    model.distances = Distances::Plane; // as the peer
    Ours ours;
    std::optional<Roads> roads;
    ours.roads = seconds([&] {
        Opened opened(city.path, city.roads);
        roads.emplace(sure(Roads::read(model, opened.layer())));
    });
    std::optional<Facilities> facilities;
    std::vector<std::pair<double, double>> homes;
    ours.others = seconds([&] {
        Opened opened(city.path, city.facilities);
        facilities.emplace(
            sure(Facilities::read(opened.layer(), roads->plane(), roads->ground(), 50)));
        Opened homesOpened(city.path, city.homes);
        const Result<void> read =
            readInto(roads->plane(), homesOpened.layer(), {}, {}, 0, 1,
                     [&](gdal::LayerFeature& feature) -> Result<void> {
                         homes.push_back({feature.rings.x[0], feature.rings.y[0]});
                         return {};
                     });
        if (!read)
            fail(read.error().message());
    });
    ours.search = seconds([&] {
        const Access access(*roads, *facilities, bounds.back());
        std::vector<double> costs(homes.size());
        tbb::parallel_for(size_t(0), homes.size(), [&](size_t i) {
            costs[i] = access.at(homes[i].first, homes[i].second).cost;
        });
        for (size_t i = 0; i < bounds.size(); ++i)
            ours.covered[i] = static_cast<size_t>(std::count_if(
                costs.begin(), costs.end(), [i](double c) { return c <= bounds[i]; }));
    });
    return ours;
}

struct Theirs
{
    double snap = 0, search = 0;
    QString covered;
};

/// Nearest by the index, one search over the graph with the facilities as points on it.
std::optional<Theirs> measurePeer(const City& city)
{
    const TravelModel model;
    test::Postgres own({u"postgis"_s, u"pgrouting"_s});
    if (!own.absence().isEmpty()) {
        std::printf("pgRouting: not measured, %s\n", qUtf8Printable(own.absence()));
        return {};
    }
    const auto run = [&own](const QString& statements) {
        const auto text = own.sql(statements);
        if (!text)
            fail(own.error());
        return *text;
    };
    for (const auto& [layer, table] : {std::pair(city.roads, u"roads"_s),
                                       {city.facilities, u"facilities"_s},
                                       {city.homes, u"homes"_s}}) {
        QProcess copy;
        copy.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        copy.start(u"ogr2ogr"_s,
                   {u"--config"_s, u"PG_USE_COPY"_s, u"YES"_s, u"-f"_s, u"PostgreSQL"_s,
                    u"PG:"_s + own.connection(), city.path, layer, u"-nln"_s, table, u"-lco"_s,
                    u"GEOMETRY_NAME=geom"_s, u"-lco"_s, u"FID=fid"_s, u"-gt"_s, u"100000"_s});
        if (!copy.waitForFinished(-1) || copy.exitCode() != 0) {
            std::printf("pgRouting: not measured, ogr2ogr did not copy the layers\n");
            return {};
        }
    }
    run(u"create table ends as select row_number() over () id, p from"
        " (select st_startpoint(geom) p from roads union select st_endpoint(geom) from roads) q;"
        " create index on ends(p);"
        " create table net as select r.fid, a.id source, b.id target, st_length(r.geom) len, r.geom"
        " from roads r join ends a on a.p = st_startpoint(r.geom)"
        " join ends b on b.p = st_endpoint(r.geom);"
        " create index on net using gist(geom); create unique index on net(fid)"_s);
    run(u"vacuum analyze"_s);
    const QString snap =
        u"create table %1 as select p.fid, r.fid eid, st_linelocatepoint(r.geom, p.geom) frac"
        " from %2 p cross join lateral"
        " (select fid, geom from net order by net.geom <-> p.geom limit 1) r"
        " where st_distance(r.geom, p.geom) <= %3;"
        " create index on %1(eid); analyze %1"_s;
    Theirs theirs;
    theirs.snap = seconds([&] {
        run(snap.arg(u"hs"_s, u"homes"_s).arg(model.snap));
        run(snap.arg(u"fs"_s, u"facilities"_s).arg(model.snap));
    });
    theirs.search = seconds([&] {
        run(u"create table dd as select node, min(agg_cost) c from pgr_withPointsDD("
            "'select fid id, source, target, len as cost from net',"
            "'select fid pid, eid edge_id, least(greatest(frac, 1e-9), 1 - 1e-9) fraction from fs',"
            "(select array_agg(-fid::int) from fs), %1, directed => false, details => false)"
            " where node > 0 group by node; create index on dd(node); analyze dd"_s.arg(
                bounds.back()));
    });
    QStringList counts;
    for (const double bound : bounds)
        counts << u"count(*) filter (where d <= %1)"_s.arg(bound);
    theirs.search += seconds([&] {
        theirs.covered =
            run(u"select "_s + counts.join(u", ") +
                u" from (select least(a.c + hs.frac * r.len, b.c + (1 - hs.frac) * r.len,"
                " (select min(abs(fs.frac - hs.frac)) * r.len from fs where fs.eid = hs.eid)) d"
                " from hs join net r on r.fid = hs.eid left join dd a on a.node = r.source"
                " left join dd b on b.node = r.target) q"_s);
    });
    theirs.covered.replace(u'\t', u", "_s);
    return theirs;
}

void goal(const char* what, double ratio, const char* sign, double wanted, bool met)
{
    std::printf("%s: %.2f (goal %s %g%s)\n", what, ratio, sign, wanted, met ? "" : ", missed");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool alone = arguments.removeAll(u"--alone"_s) > 0;
    const QTemporaryDir folder;
    City city{folder.filePath(u"city.gpkg"_s), u"DLWL"_s, u"XX"_s, u"JMD"_s};
    if (arguments.size() == 2) {
        const QStringList names = arguments[1].split(u',');
        city = {arguments[0], names.value(0), names.value(1), names.value(2)};
    } else if (arguments.isEmpty()) {
        test::CitySize size;
        size.parcels = 5000; // not looked at here
        size.controls = 3;
        const Result<void> made = test::makeCity(city.path, size);
        if (!made)
            fail(made.error().message());
    } else {
        fail(u"bench_coverage [--alone] [CITY.gpkg ROADS,FACILITIES,HOMES]"_s);
    }

    double reading = infinite;
    std::optional<Ours> best;
    for (int round = 0; round < rounds; ++round) {
        reading = std::min(reading, seconds([&] { readAlone(city.path, city.roads); }));
        const Ours ours = measure(city);
        if (!best || ours.all() < best->all())
            best = ours;
    }
    std::printf("best of %d: reading the roads alone %.3f s; ours %.3f s: roads into a network "
                "%.3f, facilities and homes read %.3f, snapping and search %.3f\n",
                rounds, reading, best->all(), best->roads, best->others, best->search);
    std::printf("covered: %zu, %zu, %zu\n", best->covered[0], best->covered[1], best->covered[2]);
    goal("ours / reading", best->all() / reading, "<=", readingGoal,
         best->all() <= readingGoal * reading);
    if (alone)
        return 0;
    if (const auto theirs = measurePeer(city)) {
        const double all = theirs->snap + theirs->search;
        std::printf("pgRouting: snapping %.3f s, search %.3f s, covered: %s\n", theirs->snap,
                    theirs->search, qUtf8Printable(theirs->covered));
        goal("pgRouting / ours, snapping and search", all / best->search, ">=", peerGoal,
             all >= peerGoal * best->search);
    }
    return 0;
}
