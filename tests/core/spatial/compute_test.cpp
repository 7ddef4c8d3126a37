#include "core/spatial/areas.h"
#include "core/spatial/compute.h"
#include "core/spatial/service.h"

#include "tests/core/spatial/tiny_city.h"

#include <QFileInfo>
#include <QTimeZone>

#include <cmath>
#include <numbers>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using project::RegionId;
using test::TinyCity;

namespace {

constexpr double near = 3e-7; // of what the plane says, see TinyCity
const QString survey = u"third-survey"_s;
const RegionId city(1), west(2), east(3);

RecipeResult one(const TinyCity& town, const QString& subject, int threads = 0)
{
    const auto report = compute(town.project(), town.data, {{subject}, 0, threads});
    REQUIRE(report);
    INFO((report->skipped.isEmpty() ? QString() : report->skipped.constFirst().why.join(u' '))
             .toStdString());
    REQUIRE(report->results.size() == 1);
    return report->results.constFirst();
}

const RegionResult& at(const RecipeResult& result, RegionId region)
{
    const auto found =
        std::find_if(result.regions.cbegin(), result.regions.cend(),
                     [region](const RegionResult& each) { return each.region == region; });
    REQUIRE(found != result.regions.cend());
    return *found;
}

/// The project's own recipe for a subject.
void own(TinyCity& town, const QString& json)
{
    const auto recipe = recipeFromText(json.toUtf8());
    REQUIRE(recipe);
    town.data.recipes.removeIf(
        [&](const project::RecipeSetting& each) { return each.subject == recipe->subject; });
    town.data.recipes << project::RecipeSetting{
        town.data.recipes.size() + 1, recipe->subject, true, json, {}};
    town.data.index();
}

/// Five parcels: in the west, across the border, in the east, in the west, half beyond the east.
void addParcels(TinyCity& town)
{
    const auto parcel = [](double x, const QString& kind, const QString& town_, double net,
                           const QString& id) {
        return TinyCity::box(
            x, 100, 100, 100,
            {{u"id"_s, id}, {u"class"_s, kind}, {u"cityVillage"_s, town_}, {u"netArea"_s, net}});
    };
    town.add(u"DLTB"_s,
             {parcel(100, u"0101"_s, u""_s, 9000, u"甲"_s),
              parcel(950, u"0102A"_s, u""_s, 8000.01, u"乙"_s),
              parcel(1500, u"0301K"_s, u""_s, 10000, u"丙"_s),
              parcel(300, u"0701"_s, u"201"_s, 10000, u"丁"_s),
              parcel(1950, u"0601"_s, u"202A"_s, 10000, u"戊"_s)},
             2022, survey);
}

} // namespace

TEST_CASE("areas by district close, and what lies in none is told", "[compute]")
{
    TinyCity town;
    addParcels(town);
    // Without districts there is the city alone.
    const RecipeResult alone = one(town, u"a_urbrur"_s);
    REQUIRE(alone.regions.size() == 1);
    CHECK_THAT(at(alone, city).value, WithinRel(0.02, near)); // km²: two squares of a hectare
    CHECK(!alone.byDistrict);

    town.addDistricts();
    const RecipeResult result = one(town, u"a_urbrur"_s);
    REQUIRE(result.regions.size() == 3);
    CHECK(result.unit == u"平方千米"_s);
    CHECK_THAT(at(result, west).value, WithinRel(0.01, near));
    CHECK_THAT(at(result, east).value, WithinRel(0.005, near));
    CHECK_THAT(at(result, city).value, WithinRel(0.015, near));
    CHECK_THAT(*at(result, city).plane, WithinAbs(0.015, 1e-12));
    CHECK_THAT(result.outside, WithinRel(0.005, near));
    CHECK_THAT(result.whole, WithinRel(0.02, near));
    CHECK_THAT(at(result, west).value + at(result, east).value + result.outside + result.residual,
               WithinAbs(result.whole, 1e-15));
    CHECK(at(result, west).features == 1);
    CHECK(at(result, city).features == 2);
    CHECK(result.features == 2);
    const Issues issues = issuesOf(result);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].severity == Severity::Warning);

    // Land classes by their kind: three of the five are not construction land.
    CHECK_THAT(at(one(town, u"a_construct"_s), city).value, WithinRel(0.015, near));
    CHECK_THAT(at(one(town, u"a_forest"_s), east).value, WithinRel(0.01, near));
}

TEST_CASE("a registered area is prorated and closes to the last square centimetre", "[compute]")
{
    TinyCity town;
    addParcels(town);
    town.addDistricts();
    const RecipeResult result = one(town, u"a_farmland"_s); // in hectares
    // 8000.01 m² in halves: the larger remainder goes to the first.
    CHECK_THAT(at(result, west).value, WithinAbs(1.300001, 1e-12));
    CHECK_THAT(at(result, east).value, WithinAbs(0.4, 1e-12));
    CHECK_THAT(at(result, city).value, WithinAbs(1.700001, 1e-12));
    CHECK_THAT(result.whole, WithinAbs(1.700001, 1e-12));
}

TEST_CASE("streets share what their district got", "[compute]")
{
    TinyCity town;
    addParcels(town);
    town.addDistricts();
    using project::RegionLevel;
    town.data.regions
        << project::Region{RegionId(4),
                           u"350203001"_s,
                           u"南街道"_s,
                           {},
                           RegionLevel::Street,
                           west,
                           1}
        << project::Region{
               RegionId(5), u"350203002"_s, u"北街道"_s, {}, RegionLevel::Street, west, 2};
    town.data.index();
    town.add(u"JDXZ"_s, {TinyCity::box(0, 0, 1000, 130, {{u"code"_s, u"350203001000"_s}}),
                         TinyCity::box(0, 130, 1000, 870, {{u"code"_s, u"350203002000"_s}})});
    const RecipeResult result = one(town, u"a_farmland"_s);
    // 3/10 and 7/10 of 9000 m² and of the 4000.01 m² that the west has of the second parcel.
    CHECK_THAT(at(result, RegionId(4)).value, WithinAbs((2700 + 1200.00) / 1e4, 1e-12));
    CHECK_THAT(at(result, RegionId(5)).value, WithinAbs((6300 + 2800.01) / 1e4, 1e-12));
    CHECK_THAT(at(result, RegionId(4)).value + at(result, RegionId(5)).value,
               WithinAbs(at(result, west).value, 1e-12));
    const RecipeResult area = one(town, u"a_town_resid"_s);
    CHECK_THAT(at(area, RegionId(4)).value, WithinRel(0.003, near));
    CHECK_THAT(at(area, RegionId(5)).value, WithinRel(0.007, near));
}

TEST_CASE("overlapping protection areas count once", "[compute]")
{
    TinyCity town;
    town.addDistricts();
    town.add(u"LSWHBHX"_s, {TinyCity::box(900, 100, 100, 100), TinyCity::box(950, 150, 100, 100),
                            TinyCity::box(100, 100, 100, 100)});
    const RecipeResult result = one(town, u"a_heritage"_s);
    CHECK_THAT(at(result, city).value, WithinRel(0.0275, near)); // 3 ha less a quarter of one
    CHECK_THAT(at(result, west).value, WithinRel(0.0225, near));
    CHECK_THAT(at(result, east).value, WithinRel(0.005, near));
    CHECK(result.outside == 0);
}

TEST_CASE("parcels are cut by control lines, and slivers are told", "[compute]")
{
    TinyCity town;
    addParcels(town);
    // Two lines over one another hold 60 m of the parcel from 300 to 400; another touches the
    // industrial parcel by a strip of 4 mm.
    town.add(u"STBHHX"_s, {TinyCity::box(0, 0, 340, 500), TinyCity::box(320, 0, 40, 500),
                           TinyCity::box(2049.996, 0, 100, 500)});
    const RecipeResult result = one(town, u"a_erl_builtup"_s);
    CHECK_THAT(at(result, city).value, WithinRel(0.006, near));
    CHECK(result.slivers == 1);
    CHECK_THAT(result.sliverAmount, WithinRel(0.4e-6, 1e-4));
    CHECK(at(result, city).features == 1);
}

TEST_CASE("counts, sums and lengths", "[compute]")
{
    TinyCity town;
    town.addDistricts();
    town.add(u"CQFW"_s, {TinyCity::box(0, 0, 500, 1000)});
    town.add(u"JZW"_s, {TinyCity::box(10, 10, 20, 10, {{u"height"_s, 100}, {u"floors"_s, 30}}),
                        TinyCity::box(50, 10, 20, 10, {{u"height"_s, 100.5}, {u"floors"_s, 33}}),
                        TinyCity::box(495, 10, 20, 10, {{u"height"_s, 200}, {u"floors"_s, 50}}),
                        TinyCity::box(70, 10, 10, 10, {{u"height"_s, 9}, {u"floors"_s, u""_s}})});
    // The middle of the third building lies beyond the urban area.
    const RecipeResult tall = one(town, u"n_supertall"_s);
    CHECK(at(tall, city).value == 1);
    CHECK(at(tall, west).value == 1);
    CHECK(at(tall, east).value == 0);
    const RecipeResult floors = one(town, u"a_floor"_s); // 10,000 m²
    CHECK_THAT(at(floors, city).value, WithinRel((200 * 30 + 200 * 33 + 50 * 50) / 1e4, near));
    CHECK(floors.noNumber == 1);

    town.add(u"RK_GRID"_s,
             {TinyCity::box(0, 0, 100, 100, {{u"population"_s, 1000}, {u"jobs"_s, 10}}),
              TinyCity::box(450, 0, 100, 100, {{u"population"_s, 400}, {u"jobs"_s, 0}})});
    CHECK_THAT(at(one(town, u"p_urban"_s), city).value, WithinRel(0.12, 1e-9));   // 万人
    CHECK_THAT(at(one(town, u"p_popjob"_s), city).value, WithinRel(0.121, 1e-9)); // with jobs
    CHECK_THAT(at(one(town, u"p_metro"_s), city).value, WithinRel(0.14, 1e-9));

    town.add(u"DLWL"_s,
             {TinyCity::line({{-100, 500}, {300, 500}, {300, 800}}, {{u"class"_s, u"主干路"_s}}),
              TinyCity::line({{300, 500}, {900, 500}}, {{u"class"_s, u"支路"_s}}),
              TinyCity::line({{0, 900}, {400, 900}}, {{u"class"_s, u"步行路"_s}})});
    const RecipeResult roads = one(town, u"len_road"_s);     // km
    CHECK_THAT(at(roads, city).value, WithinRel(0.8, near)); // 300 + 300 and 200
    CHECK(roads.outside == 0);                               // cut away before
    town.add(u"GS"_s, {TinyCity::line({{-500, 100}, {1500, 100}})});
    const RecipeResult express = one(town, u"len_express"_s);
    CHECK_THAT(at(express, west).value, WithinRel(1, near));
    CHECK_THAT(at(express, east).value, WithinRel(0.5, near));
    CHECK_THAT(express.outside, WithinRel(0.5, near));
}

TEST_CASE("areas of a layer in degrees are the ellipsoid's", "[compute]")
{
    // The closed form of the area between two parallels and two meridians (the authalic integral):
    // b²/2 Δλ [sin B / (1 - e² sin² B) + 1/(2e) ln((1 + e sin B) / (1 - e sin B))].
    const double a = 6378137;
    const double f = 1 / 298.257222101;
    const double b = a * (1 - f);
    const double e = std::sqrt(f * (2 - f));
    const auto q = [e](double degrees) {
        const double s = std::sin(degrees * std::numbers::pi / 180);
        return s / (1 - e * e * s * s) + std::log((1 + e * s) / (1 - e * s)) / (2 * e);
    };
    const double area =
        b * b / 2 * (0.01 * std::numbers::pi / 180) * (q(24.51) - q(24.5)) / 1e6; // km²
    TinyCity town;
    const QJsonArray ring{QJsonArray{118.1, 24.5}, QJsonArray{118.11, 24.5},
                          QJsonArray{118.11, 24.51}, QJsonArray{118.1, 24.51},
                          QJsonArray{118.1, 24.5}};
    town.add(u"STBHHX"_s, {TinyCity::feature(u"Polygon"_s, QJsonArray{ring}, {})}, 0, {}, 4490);
    const RecipeResult result = one(town, u"a_erl"_s);
    CHECK_THAT(at(result, city).value, WithinRel(area, 1e-9));
    // The 3-degree zone of 117° E is wider than the ground by x²/R², about 3e-4 there.
    CHECK_THAT(*at(result, city).plane / area - 1, WithinAbs(3.1e-4, 1e-5));
}

TEST_CASE("homes within a walk, and what circles would say", "[compute]")
{
    TinyCity town;
    town.add(u"CQFW"_s, {TinyCity::box(-100, -100, 3000, 3000)});
    // A road east and then north; a school at its beginning. The three homes are 400 m, 600 m and
    // (around the corner) 690 m away along it, the last 486 m as the crow flies; a fourth stands
    // 600 m from any road, a fifth at a road of its own.
    town.add(u"DLWL"_s, {TinyCity::line({{0, 0}, {400, 0}, {400, 300}}, {{u"class"_s, u"支路"_s}}),
                         TinyCity::line({{400, 0}, {800, 0}}, {{u"class"_s, u"支路"_s}}),
                         TinyCity::line({{0, 1500}, {400, 1500}}, {{u"class"_s, u"支路"_s}})});
    town.add(u"XX"_s, {TinyCity::point(0, 0)});
    const auto home = [](double x, double y) {
        return TinyCity::box(x - 5, y - 5, 10, 10, {{u"id"_s, u"宅"_s}});
    };
    town.add(u"JZYD"_s, {home(400, 0), home(600, 0), home(390, 290), home(0, 750), home(0, 1500)});
    const RecipeResult result = one(town, u"a_cov_primary"_s);
    CHECK_THAT(at(result, city).value, WithinRel(100e-6, near));
    CHECK_THAT(*at(result, city).circle, WithinRel(200e-6, near));
    CHECK(at(result, city).features == 1);
    CHECK(result.noRoad == 1);
    CHECK(result.unreachable == 1);
    CHECK_THAT(result.noRoadAmount, WithinRel(100e-6, near));
    CHECK(result.facilities == 1);
    CHECK(!result.circles);
    CHECK_THAT(at(one(town, u"a_resid_urban"_s), city).value, WithinRel(500e-6, near));

    // A wall across the road ends the walk.
    town.add(u"ZGX"_s, {TinyCity::line({{200, -50}, {200, 50}})});
    CHECK(at(one(town, u"a_cov_primary"_s), city).value == 0);
    // Without roads circles are drawn, said in words.
    town.data.layers.removeIf([](const project::Layer& layer) { return layer.role == u"DLWL"_s; });
    const RecipeResult circles = one(town, u"a_cov_primary"_s);
    CHECK(circles.circles);
    CHECK(!at(circles, city).circle);
    CHECK_THAT(circles.method.toStdString(), ContainsSubstring("以直线距离代替"));
    // Without JZYD the parcels stand in.
    town.data.layers.removeIf([](const project::Layer& layer) { return layer.role == u"JZYD"_s; });
    town.add(u"DLTB"_s,
             {TinyCity::box(0, 0, 100, 100, {{u"class"_s, u"0702"_s}}),
              TinyCity::box(100, 0, 100, 100, {{u"class"_s, u"0601"_s}})},
             2022, survey);
    const RecipeResult instead = one(town, u"a_cov_primary"_s);
    CHECK_THAT(at(instead, city).value, WithinRel(0.01, near));
    CHECK_THAT(instead.method.toStdString(), ContainsSubstring("没有居住用地图层，以此代替"));
}

TEST_CASE("what several recipes have in common is said once", "[compute]")
{
    TinyCity town;
    RecipeResult primary, middle, forest;
    primary.subject = u"a_cov_primary"_s;
    primary.noRoad = 3;
    middle.subject = u"a_cov_middle"_s;
    middle.noRoad = 2;
    forest.subject = u"a_forest"_s;
    forest.noNumber = 4;
    const Issues issues = issuesOf({primary, middle, forest}, town.data);
    REQUIRE(issues.size() == 2);
    const auto nameOf = [&town](const QString& subject) {
        return town.data.catalogue.quantity(subject)->nameZh;
    };
    CHECK(issues[0].sheet == nameOf(u"a_forest"_s));
    CHECK(issues[0].text == issuesOf(forest).constFirst().text);
    CHECK(issues[1].sheet.isEmpty());
    CHECK_THAT(issues[1].text.toStdString(),
               ContainsSubstring((nameOf(u"a_cov_primary"_s) + u"（3）、"_s +
                                  nameOf(u"a_cov_middle"_s) + u"（2）"_s)
                                     .toStdString()));
}

TEST_CASE("who is not served and why, and what each facility serves", "[compute]")
{
    TinyCity town;
    town.add(u"CQFW"_s, {TinyCity::box(-100, -100, 3000, 3000)});
    town.add(u"DLWL"_s, {TinyCity::line({{0, 0}, {1000, 0}}, {{u"class"_s, u"支路"_s}}),
                         TinyCity::line({{0, 1500}, {400, 1500}}, {{u"class"_s, u"支路"_s}})});
    town.add(u"XX"_s, {TinyCity::point(0, 0, {{u"name"_s, u"一小"_s}}),
                       TinyCity::point(800, 0, {{u"name"_s, u"二小"_s}}),
                       TinyCity::point(2500, 2500, {{u"name"_s, u"三小"_s}})});
    const auto home = [](double x, double y, double side, const QString& id) {
        return TinyCity::box(x - side / 2, y - side / 2, side, side, {{u"id"_s, id}});
    };
    // By turns 100, 300 (nearer the first), 390 and 500 m (nearer the second) along the road; on a
    // road of its own; 700 m from the one road and 800 from the other.
    town.add(u"JZYD"_s, {home(100, 0, 10, u"甲"_s), home(300, 0, 20, u"乙"_s),
                         home(410, 0, 10, u"丙"_s), home(500, 0, 10, u"丁"_s),
                         home(200, 1500, 30, u"戊"_s), home(200, 700, 10, u"己"_s)});
    const auto list = unserved(town.project(), town.data, u"a_cov_primary"_s, 0, 10);
    REQUIRE(list);
    REQUIRE(list->totals.size() == 4);
    CHECK(list->totals[0].features == 1);
    CHECK(list->totals[1].features == 1);
    CHECK(list->totals[2].features == 1);
    CHECK(list->totals[3].features == 0);
    CHECK_THAT(list->totals[2].amount, WithinRel(900e-6, near));
    REQUIRE(list->places.size() == 3);
    CHECK(list->places[0].label == u"三小"_s);
    CHECK(list->places[0].why == Unserved::Why::FacilityWithoutRoad);
    CHECK_THAT(list->places[0].toRoad, WithinRel(std::hypot(2100.0, 1000.0), 1e-6));
    CHECK(list->places[1].label == u"己"_s);
    CHECK_THAT(list->places[1].toRoad, WithinRel(700, 1e-6));
    // The city's corner is on the central meridian of EPSG:4549.
    CHECK_THAT(list->places[1].longitude, WithinAbs(120 + 200 / 101'500.0, 1e-4));
    CHECK(list->places[2].label == u"戊"_s);

    const auto shares = facilityShares(town.project(), town.data, u"a_cov_primary"_s, 0);
    REQUIRE(shares);
    REQUIRE(shares->size() == 3);
    CHECK(shares->at(0).label == u"一小"_s);
    CHECK(shares->at(0).features == 2);
    CHECK_THAT(shares->at(0).amount, WithinRel(500e-6, near));
    CHECK(shares->at(1).features == 2);
    CHECK_THAT(shares->at(1).amount, WithinRel(200e-6, near));
    CHECK(shares->at(2).features == 0);
    CHECK(!shares->at(2).onRoad);
    // What is served is what the figure says.
    CHECK_THAT(at(one(town, u"a_cov_primary"_s), city).value, WithinRel(700e-6, near));
    // Too far, once the first school is gone: the two that only it reached.
    town.data.layers.removeAt(2);
    town.add(u"XX"_s, {TinyCity::point(1000, 0)});
    const auto far = unserved(town.project(), town.data, u"a_cov_primary"_s, 0, 1);
    REQUIRE(far);
    CHECK(far->totals[3].features == 3);
    CHECK(far->places.last().label == u"乙"_s); // the largest

    CHECK(unserved(town.project(), town.data, u"a_resid_urban"_s, 0, 1).error().code() ==
          ErrorCode::BadUsage);
    town.data.layers.removeIf([](const project::Layer& layer) { return layer.role == u"DLWL"_s; });
    CHECK(facilityShares(town.project(), town.data, u"a_cov_primary"_s, 0).error().code() ==
          ErrorCode::BadUsage);
}

TEST_CASE("the way from the road is part of the way", "[compute]")
{
    TinyCity town;
    town.add(u"CQFW"_s, {TinyCity::box(-100, -100, 3000, 3000)});
    town.add(u"DLWL"_s, {TinyCity::line({{0, 0}, {800, 0}}, {{u"class"_s, u"支路"_s}})});
    town.add(u"XX"_s, {TinyCity::point(0, 0)});
    // Both stand 450 m along the road, 60 m and 40 m beside it.
    town.add(u"JZYD"_s, {TinyCity::box(445, -65, 10, 10), TinyCity::box(445, -45, 10, 10)});
    CHECK_THAT(at(one(town, u"a_cov_primary"_s), city).value, WithinRel(100e-6, near));
    CHECK_THAT(*at(one(town, u"a_cov_primary"_s), city).circle, WithinRel(200e-6, near));
}

TEST_CASE("several layers of roads are one network, and conditions close some", "[compute]")
{
    TinyCity town;
    town.add(u"CQFW"_s, {TinyCity::box(-100, -100, 3000, 3000)});
    town.add(u"XX"_s, {TinyCity::point(0, 0)});
    town.add(u"JZYD"_s, {TinyCity::box(395, -5, 10, 10)});
    // The only way leads over both layers, which have other columns each: the second has no
    // classes, and begins four millimetres beside the first's end.
    town.add(u"DLWL"_s, {TinyCity::line({{0, 0}, {200, 0}}, {{u"class"_s, u"支路"_s}})});
    const auto covered = [&town](const QString& more) {
        own(town, uR"({"subject":"a_cov_primary","what":{"role":"JZYD"},"measure":"area",
            "within":[{"role":"CQFW"}],"reach":{"mode":"walk","counted":"middle","snap":50,%1
            "groups":[[{"what":{"role":"XX"},"metres":500}]]}})"_s.arg(more));
        return at(one(town, u"a_cov_primary"_s), city).value;
    };
    CHECK(covered({}) == 0);
    const auto second = [&](double begin) {
        town.add(u"DLWL"_s, {TinyCity::line({{200, begin}, {500, 0}}, {{u"name"_s, u"新路"_s}})});
        const double area = covered({});
        town.data.layers.removeLast();
        town.data.index();
        return area;
    };
    CHECK_THAT(second(0.004), WithinRel(100e-6, near));
    CHECK(second(0.2) == 0); // a gap

    town.add(u"DLWL"_s, {TinyCity::line({{200, 0}, {500, 0}}, {{u"name"_s, u"新路"_s}})});
    CHECK_THAT(covered({}), WithinRel(100e-6, near));
    CHECK(covered(uR"("roads":{"role":"DLWL","where":[{"column":"name","op":"equals",
        "values":["新路"],"not":true,"if_present":true}]},)"_s) == 0);
    town.add(u"ZGX"_s, {TinyCity::line({{300, -50}, {300, 50}}, {{u"type"_s, u"小溪"_s}})});
    const auto walled = [&covered](const QString& type) {
        return covered(uR"("barriers":[{"role":"ZGX","where":[{"column":"type","op":"equals",
            "values":["%1"]}]}],)"_s.arg(type));
    };
    CHECK_THAT(walled(u"围墙"_s), WithinRel(100e-6, near));
    CHECK(walled(u"小溪"_s) == 0);
}

/// A station amid a cell of 4 km² with 4 000 people, and a cell that its circle does not reach.
static void addStation(TinyCity& town, double peopleBeyond, double jobsBeyond)
{
    town.add(u"CQFW"_s, {TinyCity::box(-2000, -2000, 4000, 4000)});
    town.add(u"GDZD"_s, {TinyCity::point(0, 0)});
    town.add(u"RK_GRID"_s,
             {TinyCity::box(-1000, -1000, 2000, 2000, {{u"population"_s, 4000}, {u"jobs"_s, 0}}),
              TinyCity::box(1000, -1000, 500, 2000,
                            {{u"population"_s, peopleBeyond}, {u"jobs"_s, jobsBeyond}})});
}

TEST_CASE("people within circles, prorated by area", "[compute]")
{
    TinyCity town;
    addStation(town, 99, 99);
    // The circle is pi·800² of the first cell's 4 km²; its polygon lacks 0.01 %.
    const double share = std::numbers::pi * 800 * 800 / 4e6;
    CHECK_THAT(at(one(town, u"p_rail800"_s), city).value, WithinRel(0.4 * share, 2e-4));
}

TEST_CASE("a city area cut by what fire engines reach", "[compute]")
{
    TinyCity town;
    town.add(u"CQFW"_s, {TinyCity::box(0, 0, 500, 1000)});
    // 支路 is driven at 20 km/h: five minutes are 1,667 m; the strip is 100 m to either side.
    town.add(u"DLWL"_s, {TinyCity::line({{-1000, 500}, {3000, 500}}, {{u"class"_s, u"支路"_s}})});
    town.add(u"XFZ"_s, {TinyCity::point(-1000, 500)});
    const RecipeResult result = one(town, u"a_fire5"_s);
    CHECK_THAT(at(result, city).value, WithinRel(0.1, 1e-6)); // 500 m × 200 m
    // As the crow flies five minutes at 30 km/h are 2,500 m: all of it.
    CHECK_THAT(*at(result, city).circle, WithinRel(0.5, near));
    // From 1,400 m out engines get 267 m into the city.
    town.data.layers.removeLast();
    town.add(u"XFZ"_s, {TinyCity::point(-1000, 500)});
    own(town, uR"({"subject":"a_fire5","what":{"role":"CQFW"},"measure":"area",
        "count_overlaps_once":true,"reach":{"mode":"drive","counted":"cut","strip":50,
        "speeds":[{"class":"支路","kmh":15}],"groups":[[{"what":{"role":"XFZ"},"minutes":5}]],
        "towards":false}})"_s);
    // 1,250 m of road, 250 m in the city; beyond its end the strip is round: half a circle of 50 m.
    const double reached = 250 * 100 + std::numbers::pi * 50 * 50 / 2;
    CHECK_THAT(at(one(town, u"a_fire5"_s), city).value, WithinRel(reached / 1e6, 3e-4));
    // By itself each station reaches as much as the one did alone; a second at the same place does
    // not make the city's figure larger, one without a road reaches nothing.
    town.data.layers.removeLast();
    town.add(u"XFZ"_s, {TinyCity::point(-1000, 500, {{u"name"_s, u"一站"_s}}),
                        TinyCity::point(-1000, 500, {{u"name"_s, u"二站"_s}}),
                        TinyCity::point(0, 5000, {{u"name"_s, u"山站"_s}})});
    CHECK_THAT(at(one(town, u"a_fire5"_s), city).value, WithinRel(reached / 1e6, 3e-4));
    const auto shares = facilityShares(town.project(), town.data, u"a_fire5"_s, 0);
    REQUIRE(shares);
    REQUIRE(shares->size() == 3);
    for (const int station : {0, 1}) {
        CHECK((*shares)[station].byItself);
        CHECK((*shares)[station].onRoad);
        CHECK_THAT((*shares)[station].amount, WithinRel(reached / 1e6, 3e-4));
    }
    CHECK((*shares)[1].label == u"二站"_s);
    CHECK_FALSE((*shares)[2].onRoad);
    CHECK((*shares)[2].amount == 0);

    // The land that no engine reaches: the city but for the reached, one polygon, and the station
    // that has no road.
    const auto rest = unserved(town.project(), town.data, u"a_fire5"_s, 0, 10);
    REQUIRE(rest);
    REQUIRE(rest->places.size() == 2);
    CHECK(rest->places[0].why == Unserved::Why::FacilityWithoutRoad);
    CHECK(rest->places[0].label == u"山站"_s);
    const Unserved& land = rest->places[1];
    CHECK(land.why == Unserved::Why::TooFar);
    CHECK(land.layer == u"CQFW 图层"_s);
    CHECK_THAT(land.amount, WithinRel(0.5 - reached / 1e6, 1e-4));
    CHECK(land.shape.count() == 1);
    CHECK(rest->totals.last().features == 1);
    CHECK_THAT(rest->totals.last().amount, WithinRel(land.amount, 1e-12));
    // The place is inside the city, and not where engines get to (x from 0 to 250 m).
    CHECK(land.longitude > 120);
    CHECK(land.longitude < 120 + 500 / 101'000.0);
    // As a layer: the station's place and the land's polygon.
    const QString layer = QFileInfo(town.project()).absolutePath() + u"/服务不到.gpkg"_s;
    REQUIRE(writeLayer(layer, *rest));
    auto reader = gdal::LayerReader::open(layer, u"服务不到"_s, QStringList{u"名称"_s, u"数量"_s});
    REQUIRE(reader);
    CHECK(reader->info().crs->epsg() == 4490);
    gdal::LayerFeature feature;
    REQUIRE(*reader->next(feature));
    CHECK(feature.shape == gdal::LayerFeature::Shape::Points);
    CHECK(feature.attributes == QStringList{u"山站"_s, QString()});
    REQUIRE(*reader->next(feature));
    CHECK(feature.shape == gdal::LayerFeature::Shape::Polygons);
    CHECK_THAT(feature.attributes[1].toDouble(), WithinAbs(land.amount, 1e-6));
    auto measure = AreaMeasure::make(reader->info(), *reader->info().crs);
    REQUIRE(measure);
    CHECK_THAT(*measure->ellipsoidal(feature.rings), WithinRel(land.amount * 1e6, 1e-6));
    CHECK_FALSE(*reader->next(feature));

    // What the stations serve in all, along the road and as the crow flies.
    const auto areas = serviceAreas(town.project(), town.data, u"a_fire5"_s, 0);
    REQUIRE(areas);
    REQUIRE(areas->size() == 2);
    CHECK_FALSE(areas->at(0).circles);
    // 1,250 m of road with 50 m to either side, round at the ends.
    CHECK_THAT(areas->at(0).squareMetres, WithinRel(1250 * 100 + std::numbers::pi * 50 * 50, 3e-4));
    CHECK(areas->at(1).circles);
    CHECK(areas->at(1).squareMetres > areas->at(0).squareMetres);
    CHECK(areas->at(1).kind == areas->at(0).kind);
    REQUIRE(writeLayer(layer, *areas));
    CHECK(gdal::LayerReader::open(layer)->info().features == 2);
    CHECK_THAT(land.amount + at(one(town, u"a_fire5"_s), city).value,
               WithinRel(at(one(town, u"a_urban"_s), city).value, 1e-9));
}

TEST_CASE("a city cut in two by what engines reach has two pieces without", "[compute]")
{
    TinyCity town;
    town.add(u"CQFW"_s, {TinyCity::box(0, 0, 500, 1000)});
    town.add(u"DLWL"_s, {TinyCity::line({{-1000, 500}, {3000, 500}}, {{u"class"_s, u"支路"_s}})});
    town.add(u"XFZ"_s, {TinyCity::point(-1000, 500)});
    const auto rest = unserved(town.project(), town.data, u"a_fire5"_s, 0, 10);
    REQUIRE(rest);
    REQUIRE(rest->places.size() == 2); // 400 m above the strip, 400 m below
    for (const Unserved& land : rest->places)
        CHECK_THAT(land.amount, WithinRel(0.2, 1e-6));
    CHECK_THAT(rest->totals.last().amount, WithinRel(0.4, 1e-6));
    // One at the most: the total tells of both.
    const auto first = unserved(town.project(), town.data, u"a_fire5"_s, 0, 1);
    REQUIRE(first);
    CHECK(first->places.size() == 1);
    CHECK(first->totals.last().features == 2);
}

TEST_CASE("people beyond a station's circle are listed by their cells", "[compute]")
{
    TinyCity town;
    addStation(town, 9000, 0);
    const auto rest = unserved(town.project(), town.data, u"p_rail800"_s, 0, 10);
    REQUIRE(rest);
    REQUIRE(rest->places.size() == 2);
    CHECK_THAT(rest->places[0].amount, WithinRel(0.9, 1e-9));
    const double share = std::numbers::pi * 800 * 800 / 4e6;
    CHECK_THAT(rest->places[1].amount, WithinRel(0.4 * (1 - share), 2e-4));
    CHECK(rest->places[1].shape.count() == 2); // a hole where the circle is
}

TEST_CASE("dense cells and the largest cluster", "[compute]")
{
    TinyCity town;
    town.data.info.catalogueId = u"mohurd-2022"_s;
    town.data.catalogue = catalogue::loadBuiltIn(u"mohurd-2022"_s)->catalogue;
    town.data.index();
    town.add(u"JCQ"_s, {TinyCity::box(0, 0, 1000, 1000)});
    town.add(u"RK_GRID"_s, {TinyCity::box(0, 0, 100, 100, {{u"population"_s, 200}}), // 20,000/km²
                            TinyCity::box(950, 0, 100, 100, {{u"population"_s, 160}}), // 16,000/km²
                            TinyCity::box(200, 0, 100, 100, {{u"population"_s, 149}}), // 14,900/km²
                            TinyCity::box(400, 0, 100, 100, {{u"population"_s, 69}})}); // 6,900/km²
    CHECK_THAT(at(one(town, u"a_dense15"_s), city).value, WithinRel(0.015, near));
    CHECK_THAT(at(one(town, u"a_sparse07"_s), city).value, WithinRel(0.01, near));
    town.add(u"ZT"_s, {TinyCity::box(0, 0, 100, 100), TinyCity::box(500, 0, 200, 100)});
    CHECK_THAT(at(one(town, u"a_cluster"_s), city).value, WithinRel(0.02, near));
}

TEST_CASE("years are told apart by column", "[compute]")
{
    TinyCity town;
    town.add(u"STXF"_s, {TinyCity::box(0, 0, 100, 100, {{u"year"_s, u"2022"_s}}),
                         TinyCity::box(200, 0, 100, 100, {{u"year"_s, u"2021-12-31"_s}}),
                         TinyCity::box(400, 0, 100, 100, {{u"year"_s, u"2022年6月"_s}})});
    CHECK_THAT(at(one(town, u"a_restore"_s), city).value, WithinRel(0.02, near));
    const auto earlier = compute(town.project(), town.data, {{u"a_restore"_s}, 2021});
    REQUIRE(earlier);
    CHECK_THAT(at(earlier->results[0], city).value, WithinRel(0.01, near));
}

TEST_CASE("a bowtie is mended and told", "[compute]")
{
    TinyCity town;
    const QJsonArray bowtie{QJsonArray{TinyCity::east, TinyCity::north},
                            QJsonArray{TinyCity::east + 100, TinyCity::north + 100},
                            QJsonArray{TinyCity::east + 100, TinyCity::north},
                            QJsonArray{TinyCity::east, TinyCity::north + 100},
                            QJsonArray{TinyCity::east, TinyCity::north}};
    town.add(u"DLTB"_s,
             {TinyCity::feature(u"Polygon"_s, QJsonArray{bowtie}, {{u"class"_s, u"0701"_s}})}, 2022,
             survey);
    const RecipeResult result = one(town, u"a_town_resid"_s);
    CHECK_THAT(at(result, city).value, WithinRel(0.005, near)); // two triangles
    CHECK(result.repaired == 1);
}

TEST_CASE("what cannot be computed is said, not guessed", "[compute]")
{
    TinyCity town;
    addParcels(town);
    auto report = compute(town.project(), town.data, {});
    REQUIRE(report);
    CHECK(report->results.size() >= 12);
    const auto skipped = [&report](const QString& subject) {
        const auto found = std::find_if(report->skipped.cbegin(), report->skipped.cend(),
                                        [&](const auto& each) { return each.subject == subject; });
        return found == report->skipped.cend() ? std::string()
                                               : found->why.join(u' ').toStdString();
    };
    CHECK_THAT(skipped(u"a_erl"_s), ContainsSubstring("STBHHX 生态保护红线"));
    CHECK_THAT(skipped(u"a_cov_primary"_s), ContainsSubstring("CQFW"));
    // Codes of the other system are never mixed in.
    town.data.layers[0].classSystem = u"land-and-sea-use"_s;
    report = compute(town.project(), town.data, {});
    REQUIRE(report);
    CHECK_THAT(skipped(u"a_forest"_s), ContainsSubstring("不能混用"));
    // A column without a field.
    town.data.layers[0].classSystem = survey;
    town.data.layers[0].fields.replace(u"\"netArea\":\"netArea\""_s, u"\"netArea\":\"\""_s);
    report = compute(town.project(), town.data, {});
    REQUIRE(report);
    CHECK_THAT(skipped(u"a_farmland"_s), ContainsSubstring("图斑地类面积"));
    CHECK(skipped(u"a_forest"_s).empty());
    CHECK(compute(town.project(), town.data, {{u"gdp"_s}}).error().code() == ErrorCode::NotFound);
}

TEST_CASE("runs are stale when anything they stand on changes", "[compute]")
{
    TinyCity town;
    addParcels(town);
    town.add(u"STBHHX"_s, {TinyCity::box(0, 0, 340, 500)});
    town.addDistricts();
    const auto status = [&town](const QString& subject) {
        for (const RecipeStatus& each : recipeStatuses(town.data)) {
            if (each.subject == subject)
                return std::pair(each.state, each.why.join(u' ').toStdString());
        }
        return std::pair(RunState::NotComputable, std::string());
    };
    const QString subject = u"a_erl_builtup"_s;
    CHECK(status(subject).first == RunState::NotComputed);
    CHECK(status(u"a_pbf"_s).first == RunState::NotComputable);
    const RecipeResult result = one(town, subject);
    const project::SpatialRun run{1, subject, 2022, result.inputs, result.method, {}, {}, {}};
    town.data.spatialRuns = {run};
    town.data.index();
    CHECK(status(subject) == std::pair(RunState::Current, std::string()));

    const project::YearData before = town.data;
    const auto stale = [&](const char* why) {
        const auto [state, words] = status(subject);
        CHECK(state == RunState::Stale);
        CHECK_THAT(words, ContainsSubstring(why));
        town.data = before;
    };
    town.data.layers[0].sha256 = QString(64, u'b');
    stale("DLTB 图层”的数据已更换");
    town.data.layers[1].crs = u"EPSG:4548"_s;
    stale("STBHHX 图层”的设置已修改");
    town.data.layers[0].fields.replace(u"\"cityVillage\":\"cityVillage\""_s,
                                       u"\"cityVillage\":\"class\""_s);
    stale("DLTB 图层”的设置已修改");
    town.data.layers[0].classSystem = u"land-and-sea-use"_s;
    stale("设置已修改");
    town.add(u"DLTB"_s, {TinyCity::box(0, 0, 1, 1, {{u"cityVillage"_s, u"201"_s}})}, 2022, survey);
    stale("新用图层");
    town.data.layers.removeAt(2);
    stale("不再使用图层");
    town.data.regions[1].nameZh = u"新西区"_s;
    stale("名录");
    own(town, uR"({"subject":"a_erl_builtup","what":{"role":"DLTB"},"measure":"area",
        "within":[{"role":"STBHHX"}]})"_s);
    stale("算法已修改");
    // A layer that has no part in it does not matter.
    town.add(u"CQFW"_s, {TinyCity::box(0, 0, 340, 500)});
    CHECK(status(subject).first == RunState::Current);
}

TEST_CASE("the same bytes for any number of threads, the same sums for any order", "[compute]")
{
    TinyCity town;
    town.addDistricts();
    town.add(u"STBHHX"_s, {TinyCity::box(300, 300, 900, 333)});
    QJsonArray parcels;
    for (int i = 0; i < 1500; ++i) {
        // 39 to a row, of sizes that no sum is exact for.
        parcels << TinyCity::box(i % 39 * 50.3, i / 39 * 25.7, 50.1 + i % 7 * 0.01, 25.3,
                                 {{u"class"_s, i % 2 == 0 ? u"0301"_s : u"0101"_s},
                                  {u"cityVillage"_s, i % 3 == 0 ? u"203"_s : u""_s},
                                  {u"netArea"_s, 1000 + i * 0.37}});
    }
    town.add(u"DLTB"_s, parcels, 2022, survey);
    const auto texts = [&town](int threads) {
        const auto report = compute(town.project(), town.data, {{}, 0, threads});
        REQUIRE(report);
        QStringList all;
        for (const RecipeResult& result : report->results)
            all << toText(result, town.data);
        return all.join(u'\n');
    };
    const QString first = texts(1);
    const bool same = first == texts(2);
    CHECK(same);
    const bool again = first == texts(2);
    CHECK(again);

    const RecipeResult there = one(town, u"a_erl_builtup"_s);
    const RecipeResult farmland = one(town, u"a_farmland"_s);
    QJsonArray backwards;
    for (qsizetype i = parcels.size(); i > 0; --i)
        backwards << parcels[i - 1];
    town.data.layers.removeLast();
    town.add(u"DLTB"_s, backwards, 2022, survey);
    CHECK_THAT(at(one(town, u"a_erl_builtup"_s), city).value,
               WithinRel(at(there, city).value, 1e-14));
    CHECK(at(one(town, u"a_farmland"_s), city).value == at(farmland, city).value);

    const CancelToken cancel;
    cancel.cancel();
    const auto stopped = compute(town.project(), town.data, {}, cancel);
    REQUIRE(!stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("results become values of the source spatial, once", "[compute]")
{
    TinyCity town;
    addParcels(town);
    town.addDistricts();
    const auto report = compute(town.project(), town.data, {{u"a_urbrur"_s, u"a_farmland"_s}});
    REQUIRE(report);
    const QDateTime when(QDate(2023, 3, 1), QTime(8, 0), QTimeZone::utc());
    const project::ChangeSet set = resultsAsEdits(town.data, *report, u"张三"_s, when);
    // A source, two runs, and for two quantities and three regions a value with its evidence.
    CHECK(set.changes.size() == 1 + 2 + 2 * 3 * 2);
    const auto text = resultFromText(toText(report->results[0], town.data), town.data);
    REQUIRE(text);
    CHECK(toText(*text, town.data) == toText(report->results[0], town.data));
    CHECK(at(*text, east).value == at(report->results[0], east).value);
    CHECK(!resultFromText(u"{}"_s, town.data));
}

TEST_CASE("what lies in the sea is the city's figure alone", "[compute]")
{
    TinyCity town;
    town.addDistricts();
    // South of the districts: a hectare that they have a tenth of.
    town.add(u"HYQS"_s, {TinyCity::box(0, -90, 100, 100, {{u"id"_s, u"1"_s}})});
    const RecipeResult sea = one(town, u"a_mariculture"_s);
    CHECK(sea.isCityOnly());
    REQUIRE(sea.regions.size() == 1);
    const double hectares = sea.unit == u"公顷"_s ? 1 : 0.01;
    CHECK_THAT(at(sea, city).value, WithinRel(hectares, near));
    CHECK_THAT(sea.outside, WithinRel(0.9 * hectares, near));
    const Issues issues = issuesOf(sea);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].severity == Severity::Note);

    // What districts had before, when it was drawn elsewhere, goes with the run.
    town.data.sources << project::Source{project::SourceId(1), u"spatial"_s, u"空间数据"_s,
                                         project::SourceKind::Spatial, 1};
    project::Value old;
    old.id = project::ValueId(7);
    old.subject = u"a_mariculture"_s;
    old.region = west;
    old.year = 2022;
    old.source = project::SourceId(1);
    town.data.values << old;
    town.data.index();
    const auto report = compute(town.project(), town.data, {{u"a_mariculture"_s}});
    REQUIRE(report);
    const auto set = resultsAsEdits(town.data, *report, u"张三"_s,
                                    QDateTime(QDate(2023, 3, 1), QTime(8, 0), QTimeZone::utc()));
    CHECK(std::count_if(set.changes.cbegin(), set.changes.cend(),
                        [](const project::RowChange& change) {
                            return change.table == project::Table::Values && change.row == 7 &&
                                   change.after.isEmpty();
                        }) == 1);

    // Redlines on land and at sea: districts have their part.
    town.add(u"STBHHX"_s, {TinyCity::box(0, 100, 100, 100), TinyCity::box(0, -40, 100, 40)});
    const RecipeResult redline = one(town, u"a_erl"_s);
    CHECK_FALSE(redline.isCityOnly());
    REQUIRE(redline.regions.size() == 3);
    CHECK_THAT(at(redline, west).value, WithinRel(0.01, near));
    CHECK_THAT(at(redline, city).value, WithinRel(0.014, near));
}

TEST_CASE("the parcels behind a figure, the largest first", "[compute]")
{
    TinyCity town;
    addParcels(town);
    town.addDistricts();
    const auto all = behind(town.project(), town.data, u"a_farmland"_s, 2022, city, 10);
    REQUIRE(all);
    REQUIRE(all->size() == 2);
    CHECK(all->at(0).label == u"甲"_s);
    CHECK(all->at(0).className == u"0101 水田"_s);
    CHECK(all->at(0).classNameEn == u"0101 Paddy field"_s);
    CHECK_THAT(all->at(0).amount, WithinAbs(0.9, 1e-12));
    const auto some = behind(town.project(), town.data, u"a_farmland"_s, 2022, east, 10);
    REQUIRE(some);
    REQUIRE(some->size() == 1);
    CHECK(some->at(0).label == u"乙"_s);
    CHECK_THAT(some->at(0).share, WithinRel(0.5, 1e-5));
    CHECK(behind(town.project(), town.data, u"a_farmland"_s, 2022, city, 1)->size() == 1);
}
