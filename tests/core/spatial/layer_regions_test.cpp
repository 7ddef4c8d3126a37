#include "core/spatial/layer_regions.h"

#include "core/project/database.h"
#include "core/spatial/compute.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/core/spatial/tiny_city.h"

#include <map>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using project::RegionId;
using project::RegionLevel;
using test::TinyCity;
using State = LayerRegions::Place::State;

namespace {

const RegionId city{1}, west{2}, east{3};

QJsonObject street(double x, double y, double width, double height, const QString& code,
                   const QString& name)
{
    return TinyCity::box(x, y, width, height, {{u"code"_s, code}, {u"name"_s, name}});
}

/// As committing and loading would: new regions get ids, under their district.
void apply(TinyCity& town, const LayerRegions& regions)
{
    for (const LayerRegions::Place& place : regions.places) {
        if (place.state != State::New)
            continue;
        project::Region region = place.region;
        region.id = RegionId(town.data.regions.size() + 1);
        town.data.regions << region;
    }
    town.data.index();
}

LayerRegions read(const TinyCity& town, const project::Layer& layer)
{
    const auto regions = regionsOfLayer(town.project(), town.data, layer.id);
    REQUIRE(regions);
    return *regions;
}

QStringList words(const LayerRegions& regions)
{
    QStringList words;
    for (const LayerRegions::Place& place : regions.places)
        words << u"%1 %2 %3 %4 %5"_s.arg(key(place.state), place.region.code, place.region.nameZh)
                     .arg(place.region.parent.number())
                     .arg(place.features);
    return words;
}

} // namespace

TEST_CASE("streets come from their layer: by code, or where they lie", "[regions]")
{
    TinyCity town;
    CHECK_FALSE(layerWithoutRegions(town.data));
    town.addDistricts();
    CHECK_FALSE(layerWithoutRegions(town.data)); // its districts are there
    const project::Layer layer = town.add(
        u"JDXZ"_s,
        {street(1000, 0, 500, 1000, u"350205001000"_s, u"近东街道"_s),
         street(0, 0, 400, 1000, u"350203002"_s, u"西街道"_s),
         // Another city's numbering: it lies in the east, but for a strip.
         street(1400, 0, 500, 1000, u"990001001"_s, u"远东镇"_s),
         street(400, 0, 300, 1000, u"350203001"_s, u"中街道"_s),
         street(700, 0, 300, 1000, u"350203001"_s, u"中街道"_s), // its second part
         street(900, 1000, 300, 50, u""_s, u"海上"_s),           // in no district
         street(1900, 0, 50, 50, u"350205009"_s, u""_s),         // nameless
         street(1950, 0, 50, 50, u""_s, u""_s),
         street(950, 0, 200, 40, u""_s, u"飞地镇"_s)}); // 50 m of it in the west, 150 in the east
    REQUIRE(layerWithoutRegions(town.data));
    CHECK(layerWithoutRegions(town.data)->id == layer.id);

    const LayerRegions regions = read(town, layer);
    CHECK(words(regions) ==
          QStringList({u"new 350203001 中街道 2 2"_s, u"new 350203002 西街道 2 1"_s,
                       u"new  飞地镇 3 1"_s, u"new 350205001 近东街道 3 1"_s,
                       u"new 990001001 远东镇 3 1"_s}));
    CHECK(regions.added() == 5);
    CHECK_FALSE(regions.places[0].byPlace);
    CHECK(regions.places[2].byPlace);
    CHECK(regions.places[4].byPlace);
    // Under their districts in every list: the order of the district, and a later row.
    CHECK(regions.places[0].region.order == 1);
    CHECK(regions.places[4].region.order == 2);
    // Nothing is left out in silence: one without anything, one nameless, one in no district.
    REQUIRE(regions.issues.size() == 3);
    CHECK_THAT(regions.issues[1].text.toStdString(),
               Catch::Matchers::ContainsSubstring("350205009"));
    CHECK_THAT(regions.issues[2].text.toStdString(), Catch::Matchers::ContainsSubstring("海上"));

    const project::ChangeSet set = regionsAsEdits(town.data, regions);
    CHECK(set.changes.size() == 5);
    CHECK_FALSE(set.label.isEmpty());
    apply(town, regions);
    CHECK_FALSE(layerWithoutRegions(town.data));
    // Again there is nothing to do.
    const LayerRegions again = read(town, layer);
    CHECK(again.added() == 0);
    CHECK(again.places.size() == 5);
    CHECK(regionsAsEdits(town.data, again).isEmpty());
}

TEST_CASE("districts come from their layer, those of other cities do not", "[regions]")
{
    TinyCity town;
    town.data.regions.removeLast();
    town.data.regions.last().code.clear(); // known by its name alone
    town.data.index();
    const project::Layer layer =
        town.add(u"XZQ"_s, {street(0, 0, 2000, 1000, u"350200"_s, u"示例市"_s), // the city itself
                            street(0, 0, 1000, 1000, u"350203000000"_s, u"西区"_s),
                            street(1000, 0, 1000, 1000, u"350205"_s, u"东区"_s),
                            street(2000, 0, 1000, 1000, u"350525"_s, u"永春县"_s)});
    CHECK_FALSE(layerWithoutRegions(town.data));
    const LayerRegions regions = read(town, layer);
    CHECK(words(regions) ==
          QStringList({u"code_added 350203 西区 1 1"_s, u"new 350205 东区 1 1"_s}));
    CHECK(regions.places[1].region.order == 2);
    REQUIRE(regions.issues.size() == 1);
    CHECK_THAT(regions.issues[0].text.toStdString(), Catch::Matchers::ContainsSubstring("永春县"));
    CHECK(regionsAsEdits(town.data, regions).changes.size() == 2);
}

TEST_CASE("what draws no regions, or does not say their names, makes none", "[regions]")
{
    TinyCity town;
    const project::LayerId parcels = town.add(u"DLTB"_s, {TinyCity::box(0, 0, 10, 10)}).id;
    const project::LayerId bare =
        town.add(u"JDXZ"_s, {TinyCity::box(0, 0, 10, 10, {{u"code"_s, u"350203001"_s}})}).id;
    CHECK(regionsOfLayer(town.project(), town.data, parcels).error().code() == ErrorCode::BadUsage);
    CHECK(regionsOfLayer(town.project(), town.data, bare).error().code() == ErrorCode::BadUsage);
    const CancelToken cancel;
    cancel.cancel();
    town.add(u"JDXZ"_s, {street(0, 0, 10, 10, u"350203001"_s, u"西街道"_s)});
    CHECK(regionsOfLayer(town.project(), town.data, town.data.layers.last().id, cancel)
              .error()
              .code() == ErrorCode::Cancelled);
}

TEST_CASE("a feature is drawn by its code first", "[regions]")
{
    const QList<project::Region> regions{
        {RegionId(1), u"350200"_s, u"市"_s, {}, RegionLevel::City, {}, 0},
        {RegionId(2), u"350203"_s, u"西区"_s, {}, RegionLevel::District, city, 1},
        {RegionId(3), u"350203001"_s, u"城关镇"_s, {}, RegionLevel::Street, RegionId(2), 1},
        {RegionId(4), u"350205001"_s, u"城关镇"_s, {}, RegionLevel::Street, RegionId(9), 2},
        {RegionId(5), u"350205002"_s, u"新街道"_s, {}, RegionLevel::Street, RegionId(9), 2}};
    const auto drawn = [&](const QString& code, const QString& name) {
        return regionDrawn(regions, RegionLevel::Street, code, name);
    };
    CHECK(drawn(u"350205001"_s, u"城关镇"_s) == 3);
    CHECK(drawn(u"350205001000"_s, {}) == 3);
    CHECK(drawn(u"350205001001"_s, {}) == -1); // a village of it
    CHECK(drawn({}, u"城关镇"_s) == -1);       // which of the two?
    CHECK(drawn({}, u"新街道"_s) == 4);
    CHECK(drawn(u"350205077"_s, u"新街道"_s) == 4);  // numbered anew
    CHECK(drawn(u"350203077"_s, u"新街道"_s) == -1); // another district's
    CHECK(drawn(u"350203077"_s, u"城关镇"_s) == 2);
    CHECK(regionDrawn(regions, RegionLevel::District, u"350203000"_s, {}) == 1);
}

TEST_CASE("figures by street: what tiles a district is the district, what does not is told",
          "[regions]")
{
    TinyCity town;
    // Two hectares of homes in the west, in a strip from end to end, and one in the east.
    town.add(u"DLTB"_s,
             {TinyCity::box(0, 0, 1000, 20, {{u"class"_s, u"0701"_s}, {u"town"_s, u"201"_s}}),
              TinyCity::box(1000, 0, 1000, 10, {{u"class"_s, u"0701"_s}, {u"town"_s, u"201"_s}})},
             2022, u"third-survey"_s);
    town.addDistricts();
    const project::LayerId layer =
        town.add(u"JDXZ"_s, {street(0, 0, 300, 1000, u"350203001"_s, u"甲街道"_s),
                             street(300, 0, 700, 1000, u"350203002"_s, u"乙街道"_s),
                             street(1000, 0, 750, 1000, u"350205001"_s, u"丙街道"_s)})
            .id;
    apply(town, read(town, *town.data.layer(layer)));
    ComputeRequest request;
    request.subjects = {u"a_town_resid"_s};
    const auto report = compute(town.project(), town.data, request);
    REQUIRE(report);
    CHECK(report->issues.isEmpty());
    const RecipeResult& result = report->results.first();
    std::map<QString, double> at;
    QStringList order;
    for (const RegionResult& one : result.regions) {
        order << town.data.region(one.region)->nameZh;
        at[order.last()] = one.value;
    }
    // Streets stand under their district.
    CHECK(order ==
          QStringList({u"示例市"_s, u"西区"_s, u"甲街道"_s, u"乙街道"_s, u"东区"_s, u"丙街道"_s}));
    CHECK_THAT(at[u"西区"_s], WithinRel(0.02, 1e-6)); // km²
    CHECK_THAT(at[u"甲街道"_s], WithinRel(0.006, 1e-6));
    CHECK_THAT(at[u"乙街道"_s], WithinRel(0.014, 1e-6));
    CHECK_THAT(at[u"甲街道"_s] + at[u"乙街道"_s], WithinAbs(at[u"西区"_s], 1e-12));
    CHECK_THAT(at[u"丙街道"_s], WithinRel(0.0075, 1e-6));
    // A quarter of the east has no street.
    CHECK_THAT(result.outsideStreets, WithinRel(0.0025, 1e-6));
    const Issues issues = issuesOf(result);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].severity == Severity::Note);
    CHECK(issuesOf(report->results, town.data).size() == 1);
    const auto kept = resultFromText(toText(result, town.data), town.data);
    REQUIRE(kept);
    CHECK(kept->outsideStreets == result.outsideStreets);
}

TEST_CASE("regions of a layer are kept, and undone, as one edit", "[regions]")
{
    test::Desk desk;
    const QString source = desk.folder + u"/行政区.geojson"_s;
    QFile file(source);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"行政区代码":"350203","行政区名称":"思明区"},"geometry":{"type":"Polygon",
 "coordinates":[[[118.0,24.4],[118.1,24.4],[118.1,24.5],[118.0,24.5],[118.0,24.4]]]}},
{"type":"Feature","properties":{"行政区代码":"350206","行政区名称":"湖里区"},"geometry":{"type":"Polygon",
 "coordinates":[[[118.1,24.4],[118.2,24.4],[118.2,24.5],[118.1,24.5],[118.1,24.4]]]}}]})");
    file.close();
    auto found = inspectLayers(source, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    found->first().crs = u"EPSG:4490"_s;
    const auto committed = desk.file->commit(desk.changesOf(found->first()));
    REQUIRE(committed);
    desk.data = *desk.file->load();
    REQUIRE(layerWithoutRegions(desk.data));
    const auto regions = regionsOfLayer(desk.path, desk.data, layerWithoutRegions(desk.data)->id);
    REQUIRE(regions);
    const auto made = desk.file->commit(regionsAsEdits(desk.data, *regions));
    REQUIRE(made);
    desk.data = *desk.file->load();
    REQUIRE(desk.data.regions.size() == 3);
    CHECK(desk.data.regions[1].nameZh == u"思明区"_s);
    CHECK(desk.data.regions[2].parent == desk.data.city()->id);
    REQUIRE(desk.file->commit(made->inverted()));
    CHECK(desk.file->load()->regions.size() == 1);
    desk.close();
}

TEST_CASE("who looks at layers again and again reads only what may have changed", "[health]")
{
    test::Desk desk;
    const QString source = desk.folder + u"/行政区.geojson"_s;
    QFile file(source);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"XZQDM":"350203","XZQMC":"思明区"},"geometry":{"type":"Polygon",
 "coordinates":[[[118.0,24.4],[118.1,24.4],[118.1,24.5],[118.0,24.5],[118.0,24.4]]]}}]})");
    file.close();
    auto found = inspectLayers(source, desk.data);
    REQUIRE(found);
    found->first().crs = u"EPSG:4490"_s;
    REQUIRE(desk.file->commit(desk.changesOf(found->first())));
    desk.data = *desk.file->load();
    const project::Layer& layer = desk.data.layers.first();
    REQUIRE(layer.isInside());
    project::DigestMemory memory;
    const auto state = [&](project::DigestMemory* with) {
        const auto looked = layerState(desk.path, layer, {}, with);
        REQUIRE(looked);
        return *looked;
    };
    CHECK(state(&memory) == project::LayerHealth::Fine);
    // Nobody else writes while we hold the project; whoever does it by force is found by who looks
    // anew, and once the project is not ours any more.
    {
        const auto by = project::Database::open(desk.path, project::Access::Write);
        REQUIRE(by);
        REQUIRE((*by)->run(u"DELETE FROM \"%1\""_s.arg(layer.layer)));
    }
    CHECK(state(&memory) == project::LayerHealth::Fine);
    CHECK(state(nullptr) == project::LayerHealth::Changed);
    desk.close();
    CHECK(state(&memory) == project::LayerHealth::Changed);
}

TEST_CASE("a layer with latitude first is turned round, and it is said", "[intake]")
{
    test::Desk desk;
    const QString source = desk.folder + u"/行政区.geojson"_s;
    QFile file(source);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"XZQDM":"350203","XZQMC":"思明区"},"geometry":{"type":"Polygon",
 "coordinates":[[[24.4,118.0],[24.4,118.1],[24.5,118.1],[24.5,118.0],[24.4,118.0]]]}}]})");
    file.close();
    const auto found = inspectLayers(source, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->first().swapAxes);
    REQUIRE_FALSE(found->first().issues.isEmpty());
    CHECK_THAT(found->first().issues.first().text.toStdString(),
               Catch::Matchers::ContainsSubstring("纬度"));
    REQUIRE(desk.file->commit(desk.changesOf(found->first())));
    desk.data = *desk.file->load();
    const GateReport report = GateReport::fromJson(desk.data.layers.first().health);
    CHECK_THAT(report.extent.west, WithinAbs(118.0, 1e-9));
    CHECK_THAT(report.extent.north, WithinAbs(24.5, 1e-9));
    CHECK(report.outside == 0);
    desk.close();
}
