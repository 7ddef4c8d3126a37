#include "core/draw/feature_choice.h"

#include "core/base/in_chinese.h"
#include "core/draw/project_layers.h"
#include "core/draw/symbols.h"
#include "tests/core/draw/town.h"

#include <QFile>
#include <QPolygonF>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using Op = spatial::Condition::Op;

namespace {

constexpr double west = 440'000, south = 2'700'000;

/// Paddy, orchard and a river of a square kilometre each, then a hundredth of one built over.
struct Land : test::Town
{
    project::LayerId id;
    gdal::Crs plane = *gdal::Crs::fromEpsg(4548);
    MapLayer map;

    Land()
    {
        id = add(
            u"DLTB"_s, 2022, {u"BSM"_s, u"DLBM"_s, u"TBMJ"_s, u"备注"_s},
            R"({"id":"BSM","class":"DLBM","area":"TBMJ"})",
            {{test::square(west, south, 1000), {u"甲1"_s, u"0101"_s, 1000000.0, u"好田"_s}},
             {test::square(west + 1000, south, 1000), {u"甲2"_s, u"0201"_s, 1000000.0, u""_s}},
             {test::square(west + 2000, south, 1000), {u"乙1"_s, u"1101"_s, 1000000.0, u""_s}},
             {test::square(west, south + 1000, 100), {u"甲12"_s, u"0702"_s, 10000.0, u"好房"_s}}});
        auto loaded = loadLayer(project(), layer(id), plane,
                                SymbolSet::shipped().styleOf(u"DLTB"_s, u"third-survey"_s));
        REQUIRE_OK(loaded);
        map = *loaded;
    }

    std::vector<int> taken(const QStringList& texts)
    {
        const auto conditions = conditionsFrom(texts);
        REQUIRE_OK(conditions);
        const auto found = takenBy(project(), layer(id), *map.shapes, plane, *conditions, 2022);
        REQUIRE_OK(found);
        return {found->begin(), found->end()};
    }
};

using Taken = std::vector<int>;

} // namespace

TEST_CASE("conditions choose features by columns, by other fields, by size on the ellipsoid")
{
    Land land;
    CHECK(land.taken({}) == Taken{1, 1, 1, 1});
    CHECK(land.taken({u"class^01|02"_s}) == Taken{1, 1, 0, 0});
    CHECK(land.taken({u"class!=0101"_s}) == Taken{0, 1, 1, 1});
    CHECK(land.taken({u"area>=20000"_s}) == Taken{1, 1, 1, 0});
    CHECK(land.taken({u"@备注~好"_s}) == Taken{1, 0, 0, 1});
    CHECK(land.taken({u"@备注~好"_s, u"class^01"_s}) == Taken{1, 0, 0, 0});
    // On the ellipsoid a square kilometre of the plane here is 999912.6 m².
    CHECK(land.taken({u"$area>999900"_s}) == Taken{1, 1, 1, 0});
    CHECK(land.taken({u"$area>999999"_s}) == Taken{0, 0, 0, 0});
    const auto columns = featureColumns(land.project(), land.layer(land.id));
    REQUIRE_OK(columns);
    QStringList keys;
    for (const FeatureColumn& one : *columns)
        keys << one.key;
    CHECK(keys == QStringList{u"id"_s, u"class"_s, u"area"_s, u"@备注"_s, u"$area"_s});
}

TEST_CASE("conditions are kept as texts and said in words")
{
    const InChinese chinese;
    const QStringList texts{u"class^01|02"_s, u"@备注~好"_s, u"$area>=5000"_s, u"id!=甲1"_s};
    const auto conditions = conditionsFrom(texts);
    REQUIRE_OK(conditions);
    CHECK(textsOf(*conditions) == texts);
    CHECK(
        inWords(*conditions, u"DLTB"_s) ==
        u"地类编码以 01、02 开头，且备注含“好”，且椭球面积（平方米）不小于 5000，且图斑编号不是“甲1”"_s);
    CHECK(conditionsFrom({u"没有符号"_s}).error().code() == ErrorCode::Invalid);
}

TEST_CASE("a layer that changed since it was read is no ground for a choice")
{
    Land land;
    const QString path = land.folder.filePath(land.layer(land.id).path);
    test::Town::write(path, u"DLTB"_s, {u"BSM"_s, u"DLBM"_s, u"TBMJ"_s, u"备注"_s},
                      {{test::square(west, south, 1000), {u"甲1"_s, u"0101"_s, 1.0, u""_s}}});
    const auto conditions = conditionsFrom({u"class^01"_s});
    const auto less = takenBy(land.project(), land.layer(land.id), *land.map.shapes, land.plane,
                              *conditions, 2022);
    REQUIRE_FALSE(less);
    CHECK(less.error().code() == ErrorCode::Invalid);
    REQUIRE(QFile::remove(path));
    CHECK_FALSE(takenBy(land.project(), land.layer(land.id), *land.map.shapes, land.plane,
                        *conditions, 2022));
    CHECK_FALSE(listFeatures(land.project(), land.layer(land.id), *land.map.shapes, land.plane,
                             {0, 1}, 10));
}

TEST_CASE("a filtered layer keeps its colours and shows nothing else")
{
    Land land;
    const MapLayer only = onlyTaken(land.map, {1, 0, 1, 0});
    CHECK(only.shows(0));
    CHECK_FALSE(only.shows(1));
    CHECK(only.caseOf(0) == land.map.caseOf(0));
    CHECK(only.caseOf(2) == land.map.caseOf(2));
    CHECK(only.caseOf(0) != only.caseOf(2));
    const MapLayer less = onlyTaken(only, {0, 1, 1, 1});
    CHECK_FALSE(less.shows(0));
    CHECK_FALSE(less.shows(1));
    CHECK(less.shows(2));
    const auto shown = [&less](std::size_t i) { return less.shows(i); };
    CHECK_FALSE(less.shapes->featureAt({west + 500, south + 500}, 1, shown));
    CHECK(less.shapes->featureAt({west + 2500, south + 500}, 1, shown) == 2U);
}

TEST_CASE("an area meets what it touches, holds, crosses or lies in")
{
    const Land land;
    const auto box = [](double x, double y, double width, double height) {
        return QPolygonF({{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}});
    };
    CHECK(meeting(land.map, box(west - 10, south - 10, 4000, 2000)) == Features{0, 1, 2, 3});
    CHECK(meeting(land.map, box(west + 900, south + 400, 200, 10)) == Features{0, 1});
    CHECK(meeting(land.map, box(west + 400, south + 400, 5, 5)) == Features{0});
    CHECK(meeting(land.map, box(west + 5000, south, 5, 5)).empty());
    // A triangle whose box holds the house, but not itself.
    CHECK(meeting(
              land.map,
              {{west - 500, south + 1300}, {west + 150, south + 1300}, {west - 500, south + 1050}})
              .empty());
    CHECK(meeting(onlyTaken(land.map, {0, 1, 1, 1}), box(west + 900, south + 400, 200, 10)) ==
          Features{1});
}

TEST_CASE("lengths and areas are those of the ellipsoid")
{
    // Expected: Vincenty's inverse of the ends' places by Karney's series (6th order), 200 pieces
    // for the long line; areas by authalic latitude along edges cut into 2000.
    const auto plane = gdal::Crs::fromEpsg(4548);
    REQUIRE_OK(plane);
    auto measure = PlaneMeasure::make(*plane, {440'000, 2'700'000, 620'000, 2'710'000});
    REQUIRE_OK(measure);
    CHECK_THAT(measure->length(QPolygonF({{600'000, 2'700'000}, {601'000, 2'700'500}})),
               WithinAbs(1117.8945922, 1e-6));
    CHECK_THAT(measure->length(QPolygonF({{600'000, 2'700'000}, {620'000, 2'710'000}})),
               WithinAbs(22357.3307902, 1e-4));
    const auto area = measure->area(QPolygonF(
        {{600'000, 2'700'000}, {601'000, 2'700'000}, {601'000, 2'701'000}, {600'000, 2'701'000}}));
    REQUIRE_OK(area);
    CHECK_THAT(*area, WithinRel(999750.6556, 1e-8));
    CHECK(*measure->area(QPolygonF({{0, 0}, {1, 1}})) == 0);
}

TEST_CASE("features are found by number and name, whole matches first")
{
    const Land land;
    const auto find = [&land](const QString& text) {
        const auto found =
            featuresNamed(land.project(), land.layer(land.id), *land.map.shapes, text, 10);
        REQUIRE_OK(found);
        return *found;
    };
    CHECK(find(u"甲1"_s) == Features{0, 3});
    CHECK(find(u"12"_s) == Features{3});
    CHECK(find(u"甲"_s) == Features{0, 1, 3});
    CHECK(find(u"0101"_s).empty()); // a class is no name
    CHECK(find(u"没有"_s).empty());
}

TEST_CASE("a list of features has their attributes, their sizes and the sum of all")
{
    const Land land;
    const auto list = listFeatures(land.project(), land.layer(land.id), *land.map.shapes,
                                   land.plane, {0, 1, 3}, 2);
    REQUIRE_OK(list);
    CHECK(list->features == 3);
    REQUIRE(list->rows.size() == 2);
    CHECK(list->fields == QStringList{u"BSM"_s, u"DLBM"_s, u"TBMJ"_s, u"备注"_s});
    CHECK(list->rows[1].texts[0] == u"甲2"_s);
    // By the same reference as above: 999912.5913 m² for the first; the others lie beside it.
    CHECK_THAT(list->rows[0].size, WithinRel(999912.5912540, 1e-8));
    CHECK_THAT(list->size, WithinRel(2 * 999912.6 + 9999.13, 1e-5));

    const QString path = land.folder.filePath(u"选中.gpkg"_s);
    REQUIRE_OK(writeFeatures(path, land.project(), land.layer(land.id), *land.map.shapes,
                             land.plane, {3, 1}));
    auto reader = gdal::LayerReader::open(path, {}, {u"BSM"_s});
    REQUIRE_OK(reader);
    CHECK(reader->info().features == 2);
    gdal::LayerFeature feature;
    REQUIRE_OK(reader->next(feature));
    CHECK(feature.attributes[0] == u"甲2"_s);
    CHECK(feature.rings.x.size() == 5);
}
