#include "core/spatial/compute.h"

#include "tests/support/catch.h"
#include "tests/support/city_year.h"
#include "tests/support/made_city.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// The made-up city's own answers, computed without core/spatial: "what,layer,region,class".
class Answers
{
public:
    explicit Answers(const QString& path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
            const QString row = QString::fromUtf8(line);
            if (!row.isEmpty())
                m_values[row.section(u',', 0, 3)] = row.section(u',', 4, 4).toDouble();
        }
    }
    double of(const QString& key) const
    {
        const auto found = m_values.find(key);
        INFO(key.toStdString());
        REQUIRE(found != m_values.end());
        return found->second;
    }
    /// All classes with one of these beginnings.
    double sum(const QString& key, const QStringList& prefixes) const
    {
        double sum = 0;
        for (const auto& [known, value] : m_values) {
            const bool fits =
                std::any_of(prefixes.cbegin(), prefixes.cend(),
                            [&](const QString& p) { return known.startsWith(key + u',' + p); });
            sum += fits ? value : 0;
        }
        return sum;
    }

private:
    std::map<QString, double> m_values;
};

double valueAt(const ComputeReport& report, const project::YearData& data, const QString& subject,
               const QString& region)
{
    for (const RecipeResult& result : report.results) {
        for (const RegionResult& one : result.regions) {
            if (result.subject == subject && data.region(one.region)->code == region)
                return one.value;
        }
    }
    FAIL("not computed: " << subject.toStdString() << " " << region.toStdString());
    return 0;
}

} // namespace

TEST_CASE("recipes find the made-up city's own answers", "[city]")
{
    QTemporaryDir folder;
    test::CitySize size;
    size.parcels = 1'200;
    size.controls = 6;
    size.edges = 2'000;
    size.facilities = 20;
    size.homes = 200;
    const QString path = folder.filePath(u"city.gpkg"_s);
    const auto made = test::makeCity(path, size);
    REQUIRE(made);
    const project::YearData data = test::cityYear(path);
    const auto report = compute(folder.filePath(u"厦门市.gpkg"_s), data, {});
    REQUIRE(report);
    for (const ComputeReport::Skipped& one : report->skipped)
        WARN("skipped: " << one.subject.toStdString() << " " << one.why.join(u' ').toStdString());
    CHECK(report->results.size() >= 70);
    const Answers answers(folder.filePath(u"city-answers.csv"_s));

    const QString city = u"350200"_s;
    const auto at = [&](const QString& subject, const QString& region) {
        return valueAt(*report, data, subject, region);
    };
    // Plane edges are straight in the plane, the answers' between corners: 1e-6 (made_city_test).
    constexpr double corners = 2e-6;
    for (const project::Region& region : data.regions) {
        INFO(region.code.toStdString());
        const QString key = u","_s + region.code;
        // Registered areas to the last square centimetre, in hectares.
        CHECK_THAT(
            at(u"a_farmland"_s, region.code),
            WithinAbs(answers.sum(u"TBDLMJ,DLTB"_s + key, {u"0101"_s, u"0102"_s, u"0103"_s}) / 1e4,
                      1e-9));
        CHECK_THAT(
            at(u"a_forest"_s, region.code),
            WithinRel(answers.sum(u"area,DLTB"_s + key, {u"0301"_s, u"0302"_s, u"0305"_s}) / 1e6,
                      corners));
        CHECK_THAT(at(u"a_city"_s, region.code),
                   WithinRel(answers.of(u"area,XZQ"_s + key + u","_s) / 1e6, corners));
        CHECK_THAT(at(u"a_urban"_s, region.code),
                   WithinRel(answers.of(u"area,CQFW"_s + key + u","_s) / 1e6, corners));
        CHECK_THAT(at(u"a_resid_urban"_s, region.code),
                   WithinRel(answers.of(u"area,JZYD"_s + key + u","_s) / 1e6, corners));
        CHECK_THAT(at(u"a_ugb_builtup"_s, region.code),
                   WithinRel(answers.of(u"area,CZKFBJ x DLTB"_s + key + u",CZCSXM 201-203"_s) / 1e6,
                             corners));
        CHECK_THAT(at(u"len_road"_s, region.code),
                   WithinRel(answers.of(u"length,DLWL x CQFW"_s + key + u","_s) / 1e3, 1e-7));
        CHECK_THAT(at(u"len_greenway"_s, region.code),
                   WithinRel(answers.of(u"length,LD x CQFW"_s + key + u","_s) / 1e3, 1e-7));
        CHECK(at(u"n_heritage"_s, region.code) == answers.of(u"count,ZRWHYC"_s + key + u","_s));
    }
    const auto area = [&](const QString& key) { return answers.of(u"area,"_s + key) / 1e6; };
    CHECK_THAT(at(u"a_erl"_s, city), WithinRel(area(u"STBHHX,350200,"_s), corners));
    CHECK_THAT(at(u"a_erl_builtup"_s, city),
               WithinRel(area(u"STBHHX x DLTB,350200,CZCSXM 201-203"_s), corners));
    CHECK_THAT(at(u"a_heritage"_s, city), WithinRel(area(u"LSWHBHX,350200,united"_s), corners));
    CHECK_THAT(at(u"a_imperv"_s, city), WithinRel(area(u"BTSM,350200,"_s), corners));
    CHECK_THAT(at(u"a_pbf"_s, city), WithinRel(area(u"YJJBNT,350200,"_s) * 100, corners));
    CHECK_THAT(at(u"a_supply_stock"_s, city),
               WithinRel(area(u"TDGY,350200,存量"_s) * 100, corners));
    CHECK_THAT(at(u"a_idle_done"_s, city), WithinRel(area(u"XZTD,350200,已处置"_s) * 100, corners));
    CHECK_THAT(at(u"a_mariculture"_s, city), WithinRel(area(u"HYQS,350200,"_s) * 100, corners));
    CHECK_THAT(at(u"a_sea_good"_s, city),
               WithinRel(area(u"JAHY,350200,一类"_s) + area(u"JAHY,350200,二类"_s), corners));
    CHECK_THAT(at(u"a_footprint"_s, city), WithinRel(area(u"JZW,350200,"_s), corners));
    CHECK_THAT(at(u"a_floor"_s, city),
               WithinRel(answers.of(u"floors,JZW,350200,"_s) / 1e4, corners));
    CHECK_THAT(at(u"len_express"_s, city),
               WithinRel(answers.of(u"length,GS,350200,"_s) / 1e3, 1e-7));
    CHECK_THAT(at(u"len_dike_ok"_s, city),
               WithinRel(answers.of(u"length,DF,350200,是"_s) / 1e3, 1e-7));
    CHECK_THAT(at(u"len_coast_nat"_s, city),
               WithinRel(answers.of(u"length,HAX,350200,自然岸线"_s) / 1e3, 1e-7));
    CHECK(at(u"n_supertall"_s, city) == answers.of(u"count,JZW,350200,高度>100"_s));
    CHECK(at(u"n_geohaz_treated"_s, city) == answers.of(u"count,DZZHD,350200,已治理"_s));
    CHECK(at(u"n_village"_s, city) == answers.of(u"count,XZC,350200,"_s));
    CHECK(at(u"n_county"_s, city) == 6);
    CHECK_THAT(at(u"p_metro"_s, city),
               WithinRel(answers.of(u"sum,RK_GRID,350200,常住人口"_s) / 1e4, 1e-12));
    CHECK_THAT(at(u"a_shelter"_s, city),
               WithinRel(answers.of(u"sum,YJBNCS,350200,有效避难面积"_s), 1e-12));
    // Each recipe closes: districts and what is outside are the whole.
    for (const RecipeResult& result : report->results) {
        INFO(result.subject.toStdString());
        if (result.isCityOnly()) { // the sea
            CHECK(result.regions.size() == 1);
            continue;
        }
        REQUIRE(result.regions.size() == 7);
        double districts = 0;
        for (qsizetype i = 1; i < result.regions.size(); ++i)
            districts += result.regions[i].value;
        CHECK_THAT(districts + result.outside + result.residual,
                   WithinAbs(result.whole, 1e-9 * std::max(1.0, std::abs(result.whole))));
        CHECK(std::abs(result.residual) <= 1e-7 * std::max(1e-3, std::abs(result.whole)));
    }
    // Coverage lies between nothing and all, and walks reach no further than circles.
    for (const RecipeResult& result : report->results) {
        if (!result.subject.startsWith(u"a_cov_"))
            continue;
        INFO(result.subject.toStdString());
        const RegionResult& all = result.regions.constFirst();
        CHECK(all.value <= at(u"a_resid_urban"_s, city) * (1 + 1e-9));
        REQUIRE(all.circle);
        CHECK(all.value <= *all.circle);
    }
}

// The sample's layers cut by an independent program: OGR's Intersection (GEOS) of each parcel with
// the control lines' union and the sum of the plane areas, with GDAL 3.6's Python bindings.
TEST_CASE("recipes of cutting agree with another program on the sample's layers", "[city]")
{
    const QString folder = QStringLiteral(CHECKUP_SOURCE_DIR "/data/samples/xiamen-2022/layers");
    project::YearData data;
    data.info.city = u"厦门市"_s;
    data.info.year = 2022;
    data.info.catalogueId = u"tdt1063-2021"_s;
    const auto catalogue = catalogue::loadBuiltIn(data.info.catalogueId);
    REQUIRE(catalogue);
    data.catalogue = catalogue->catalogue;
    data.regions = {
        {project::RegionId(1), u"350200"_s, u"厦门市"_s, {}, project::RegionLevel::City, {}, 0}};
    const auto add = [&](const QString& role, const QString& file, const QString& layerName) {
        project::Layer layer;
        layer.id = project::LayerId(data.layers.size() + 1);
        layer.role = layer.name = role;
        layer.path = layer.fileName = file;
        layer.layer = layerName;
        layer.crs = u"EPSG:4548"_s;
        layer.features = 1;
        data.layers << layer;
    };
    add(u"DLTB"_s, u"地类图斑_2022.gpkg"_s, u"DLTB"_s);
    data.layers.back().year = 2022;
    data.layers.back().classSystem = u"third-survey"_s;
    data.layers.back().fields = uR"({"cityVillage":"CZCSXM","class":"DLBM"})"_s;
    add(u"CZKFBJ"_s, u"城镇开发边界.shp"_s, u"城镇开发边界"_s);
    add(u"STBHHX"_s, u"生态保护红线.shp"_s, u"生态保护红线"_s);
    data.index();
    const auto report = compute(folder + u"/project.gpkg"_s, data,
                                {{u"a_ugb_builtup"_s, u"a_erl_builtup"_s}, 0, 0});
    REQUIRE(report);
    REQUIRE(report->results.size() == 2);
    const RecipeResult& erl = report->results[0];
    CHECK(erl.features == 5);
    CHECK_THAT(erl.plane, WithinRel(3.2110483626, 1e-10));
    const RecipeResult& ugb = report->results[1];
    CHECK(ugb.features == 1408);
    CHECK_THAT(ugb.plane, WithinRel(413.0374444705, 1e-11));
}
