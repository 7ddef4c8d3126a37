#include "core/spatial/next_year.h"

#include "core/base/file_tools.h"
#include "core/spatial/compute.h"
#include "core/spatial/project_tables.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/rectangle.h"

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using project::Layer;

namespace {

constexpr double left = 600'000, bottom = 2'710'000; // EPSG:4548, in the city

/// A GeoPackage with one square of a class.
QString write(const QString& path, const QString& layer, const QString& field, const QString& value,
              double size = 100)
{
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start(
        {layer, gdal::LayerPlan::Geometry::Polygon, *gdal::Crs::fromEpsg(4548), {{field}}, true}));
    REQUIRE_OK(writer->add(test::square(left, bottom, size), {value}));
    REQUIRE_OK(writer->finish());
    return path;
}

void takeAs(test::Desk& desk, const QString& path, const QString& role, int year, Keep keep,
            const QHash<QString, QString>& fields = {})
{
    auto found = inspectLayers(path, desk.data);
    REQUIRE_OK(found);
    LayerGuess guess = found->constFirst();
    settleRole(guess, role, desk.data);
    guess.year = year;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        guess.fields.insert(field.key(), *field);
    desk.take(guess, keep);
}

const Layer* layerOf(const project::YearData& data, const QString& role, int year)
{
    for (const Layer& layer : data.layers) {
        if (layer.role == role && layer.year == year)
            return &layer;
    }
    return nullptr;
}

/// A year with a plan beside the project and one inside, parcels of three years, and a facility
/// layer tied to none.
struct Year : test::Desk
{
    Year()
    {
        const auto at = [this](const QString& name) { return folder + u'/' + name; };
        takeAs(*this, write(at(u"红线.gpkg"_s), u"STBHHX"_s, u"HXMC"_s, u"甲"_s, 60), u"STBHHX"_s,
               0, Keep::Beside, {{u"name"_s, u"HXMC"_s}});
        takeAs(*this, write(at(u"农田.gpkg"_s), u"YJJBNT"_s, u"BSM"_s, u"1"_s, 50), u"YJJBNT"_s, 0,
               Keep::Inside);
        for (const int year : {2020, 2021, 2022})
            takeAs(*this,
                   write(at(u"DLTB_%1.gpkg"_s.arg(year)), u"DLTB"_s, u"DL"_s,
                         year == 2022 ? u"0701"_s : u"0101"_s),
                   u"DLTB"_s, year, Keep::Inside, {{u"class"_s, u"DL"_s}});
        takeAs(*this, write(at(u"公园.gpkg"_s), u"GYLD"_s, u"名称"_s, u"园"_s), u"GYLD"_s, 0,
               Keep::Inside);
    }
};

} // namespace

TEST_CASE("next year's project has last year's plans and its surveys as last year's")
{
    Year last;
    REQUIRE(last.data.layers.size() == 6);
    last.close();
    const QByteArray before = *readFile(last.path, 1 << 30);
    QDir().mkpath(last.folder + u"/次年"_s);
    const QString path = last.folder + u"/次年/厦门市-2023.gpkg"_s;
    auto next = rollForward(last.path, path, 2023);
    REQUIRE_OK(next);
    const project::YearData data = *next->file.load();
    CHECK(data.info.year == 2023);
    // The base year is 2020; of 2021 nothing is needed.
    CHECK(data.layers.size() == 5);
    CHECK(layerOf(data, u"DLTB"_s, 2022));
    CHECK(layerOf(data, u"DLTB"_s, 2020));
    CHECK_FALSE(layerOf(data, u"DLTB"_s, 2021));
    CHECK(layerOf(data, u"GYLD"_s, 2022)); // tied to none: the status year's
    REQUIRE(layerOf(data, u"YJJBNT"_s, 0));
    const Layer* redline = layerOf(data, u"STBHHX"_s, 0);
    REQUIRE(redline);
    CHECK(redline->path == u"../红线.gpkg");
    CHECK(redline->fields.contains(u"HXMC"_s));
    CHECK(layerOf(data, u"DLTB"_s, 2022)->classSystem == u"third-survey");
    CHECK(layerOf(data, u"DLTB"_s, 2022)->note == u"由2022年度项目结转");
    CHECK(next->renew == QStringList{u"DLTB"_s, u"GYLD"_s});
    CHECK(next->issues.isEmpty());
    CHECK(std::count_if(next->layers.cbegin(), next->layers.cend(),
                        [](const CarriedLayer& one) { return one.stays; }) == 1);
    REQUIRE_OK(next->file.close());
    CHECK(bool(*readFile(last.path, 1 << 30) == before));
    CHECK(QDir(last.folder + u"/次年"_s).entryList(QDir::Files | QDir::Hidden) ==
          QStringList{u"厦门市-2023.gpkg"_s});
    const auto verified = project::verifyProject(path);
    REQUIRE_OK(verified);
    CHECK(verified->ok);
    for (const Layer& layer : data.layers)
        CHECK(*project::checkLayer(path, layer) == project::LayerHealth::Fine);

    // The new survey is read as the last one was, and there is something to compare it with.
    auto file = project::ProjectFile::open(path);
    REQUIRE_OK(file);
    const QString survey = write(last.folder + u"/DLTB_2023.gpkg"_s, u"DLTB"_s, u"DL"_s, u"0602"_s);
    auto found = inspectLayers(survey, data);
    REQUIRE_OK(found);
    CHECK(found->constFirst().fields.value(u"class"_s) == u"DL");
    CHECK(found->constFirst().year == 2023);
    const auto taken = takeLayer(path, data, found->constFirst(), test::Desk::options());
    REQUIRE_OK(taken);
    REQUIRE_OK(file->commit(*taken));
    const project::YearData after = *file->load();
    CHECK(rolesToRenew(after) == QStringList{u"GYLD"_s});
    const TablePlan plan = planTable(after, choicesFor(after, TableKind::Transition));
    REQUIRE(plan.canBeMade());
    CHECK(plan.before == 2022);
    const auto table = makeTable(path, after, plan);
    REQUIRE_OK(table);
    REQUIRE(table->transition.cells.size() == 1);
    CHECK(table->transition.cells.at(0).before == u"07");
    CHECK(table->transition.cells.at(0).after == u"06");
}

TEST_CASE("what cannot come along is told, and a refused roll leaves nothing")
{
    Year last;
    const QString path = last.folder + u"/厦门市-2023.gpkg"_s;
    last.close();
    QFile::remove(last.folder + u"/红线.gpkg"_s);
    const QStringList before = last.listFolder();
    CHECK(rollForward(last.path, path, 2022).error().code() == ErrorCode::BadUsage);
    CHECK(last.listFolder() == before);
    CancelToken cancel;
    cancel.cancel();
    CHECK(rollForward(last.path, path, 2023, cancel).error().code() == ErrorCode::Cancelled);
    CHECK(last.listFolder() == before);
    auto next = rollForward(last.path, path, 2023);
    REQUIRE_OK(next);
    REQUIRE(next->issues.size() == 1);
    CHECK(next->issues.at(0).text.contains(u"红线.gpkg"_s));
    REQUIRE_OK(next->file.close());
    CHECK(rollForward(last.path, path, 2023).error().code() == ErrorCode::BadUsage);
}
