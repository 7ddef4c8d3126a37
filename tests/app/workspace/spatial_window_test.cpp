#include "app/workspace/spatial/recipes_view.h"
#include "app/workspace/spatial/results_view.h"
#include "core/gdal/layer_reader.h"
#include "core/spatial/service.h"
#include "tests/app/workspace/spatial_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using test::bottom;
using test::left;
using test::settled;
using test::Spatial;

namespace {

struct Drawn
{
    gdal::Rings shape;
    QVariantList values;
};

/// A layer of one kind of shapes in EPSG:4548.
QString layerOf(const QString& folder, const QString& role, gdal::LayerPlan::Geometry geometry,
                const QList<gdal::LayerField>& fields, const QList<Drawn>& drawn)
{
    const QString path = folder + u'/' + role + u".gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({role, geometry, *gdal::Crs::fromEpsg(4548), fields, true}));
    for (const Drawn& one : drawn)
        REQUIRE_OK(writer->add(one.shape, one.values));
    REQUIRE_OK(writer->finish());
    return path;
}

gdal::Rings line(std::vector<double> x, std::vector<double> y)
{
    gdal::Rings rings;
    rings.x = std::move(x);
    rings.y = std::move(y);
    rings.begins = {0};
    rings.holes = {0};
    return rings;
}

} // namespace

TEST_CASE("streets that a layer draws are offered, taken as one edit, and have figures")
{
    Spatial year;
    const QString folder = year.made.folder.path();
    auto* offer = year.find<QWidget>(u"regionsOffer"_s);
    CHECK(offer->isHidden());
    year.take({test::districts(folder)});
    CHECK(offer->isHidden()); // its districts are there
    using Geometry = gdal::LayerPlan::Geometry;
    year.take(
        {layerOf(folder, u"JDXZ"_s, Geometry::Polygon, {{u"JDDM"_s}, {u"JDMC"_s}},
                 {{test::rectangle(left, bottom, 2000, 500), {u"990001001"_s, u"南街道"_s}},
                  {test::rectangle(left, bottom + 500, 2000, 1500), {u"990001002"_s, u"北街道"_s}},
                  {test::square(left + 20'000, bottom, 100), {QString(), u"远方镇"_s}}})});
    REQUIRE(offer->isVisible());
    const qsizetype before = year.data().regions.size();
    year.find<QPushButton>(u"regionsOfferButton"_s)->click();
    REQUIRE(settled(year.window));
    QDialog* dialog = year.dialog(u"regionsDialog"_s);
    CHECK(dialog->findChild<QTableWidget*>(u"regionsTable"_s)->rowCount() == 2);
    dialog->findChild<QPushButton*>(u"regionsOk"_s)->click();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().regions.size() == before + 2);
    const project::Region* south = year.data().regionByName(u"南街道"_s);
    REQUIRE(south);
    CHECK(year.data().region(south->parent)->nameZh == u"东区");
    CHECK(offer->isHidden());
    // What could not be taken is told.
    CHECK(year.find<QToolButton>(u"issuesButton"_s)->isVisible());
    // By the list's menu it says that all is there.
    year.select(u"JDXZ"_s);
    year.act(u"layerRegions"_s);
    dialog = year.dialog(u"regionsDialog"_s);
    CHECK_FALSE(dialog->findChild<QPushButton*>(u"regionsOk"_s)->isEnabled());
    dialog->close();
    year.undo();
    CHECK(year.data().regions.size() == before);
    CHECK(offer->isVisible());
    year.act(u"layerCheck"_s);
}

TEST_CASE("whom a result's facilities do not serve is listed, with the reason, and exported")
{
    Spatial year;
    const QString folder = year.made.folder.path();
    using Geometry = gdal::LayerPlan::Geometry;
    year.take({test::districts(folder)});
    year.take({layerOf(folder, u"CQFW"_s, Geometry::Polygon, {},
                       {{test::rectangle(left, bottom, 8000, 2000), {}}})});
    // A road of 3 km; homes 100 m from it: by the school, 2 km from it; and far from any road.
    year.take({layerOf(folder, u"DLWL"_s, Geometry::Line, {{u"DLDJ"_s}},
                       {{line({left, left + 3000}, {bottom + 50, bottom + 50}), {u"支路"_s}}})});
    year.take({layerOf(folder, u"JZYD"_s, Geometry::Polygon, {},
                       {{test::square(left + 100, bottom + 50, 100), {}},
                        {test::square(left + 2100, bottom + 50, 100), {}},
                        {test::square(left + 100, bottom + 1800, 100), {}}})});
    year.take({layerOf(folder, u"XX"_s, Geometry::Point, {{u"MC"_s}},
                       {{line({left + 50}, {bottom + 60}), {u"第一小学"_s}}})});
    year.tabs->setCurrentIndex(1);
    REQUIRE(settled(year.window));
    auto* recipes = year.window.findChild<RecipesView*>();
    REQUIRE(recipes->showSubject(u"a_cov_primary"_s));
    year.act(u"recipeRun"_s);
    REQUIRE(year.data().spatialRun(u"a_cov_primary"_s, 2022));
    year.act(u"recipeResults"_s);
    REQUIRE(year.find<QAction>(u"resultService"_s)->isEnabled());
    year.trigger(u"resultService"_s);
    QDialog* dialog = year.dialog(u"serviceDialog"_s);
    REQUIRE(settled(year.window));
    auto* table = dialog->findChild<QTableWidget*>(u"serviceTable"_s);
    REQUIRE(table);
    REQUIRE(table->rowCount() == 2);
    QStringList reasons{table->item(0, 0)->text(), table->item(1, 0)->text()};
    using Why = spatial::Unserved::Why;
    CHECK(reasons.contains(spatial::label(Why::NoRoad)));
    CHECK(reasons.contains(spatial::label(Why::TooFar)));
    auto* lists = dialog->findChild<QComboBox*>(u"serviceList"_s);
    lists->setCurrentIndex(1);
    REQUIRE(settled(year.window));
    REQUIRE(table->rowCount() == 1);
    CHECK(table->item(0, 1)->text() == u"第一小学");
    CHECK(table->item(0, 4)->text() == u"1"); // the home beside it
    const QString book = folder + u"/清单.xlsx"_s;
    dialogs::setNextFileName(book);
    dialog->findChild<QPushButton*>(u"serviceExport"_s)->click();
    REQUIRE(settled(year.window));
    CHECK(QFileInfo(book).size() > 3000);
    // The area that is served, along the road and as a circle, as a layer of its own.
    lists->setCurrentIndex(2);
    REQUIRE(settled(year.window));
    REQUIRE(table->rowCount() == 2);
    CHECK_FALSE(table->item(0, 3)->text().isEmpty());
    const QString layer = folder + u"/服务范围.gpkg"_s;
    dialogs::setNextFileName(layer);
    dialog->findChild<QPushButton*>(u"serviceExport"_s)->click();
    REQUIRE(settled(year.window));
    const auto areas = gdal::LayerReader::open(layer);
    REQUIRE_OK(areas);
    CHECK(areas->info().features == 2);
    dialog->close();
}

TEST_CASE("control lines of a table are chosen among the roles that have layers")
{
    Spatial year;
    const QString folder = year.made.folder.path();
    using Geometry = gdal::LayerPlan::Geometry;
    year.take({test::districts(folder)});
    year.take({layerOf(folder, u"DLTB"_s, Geometry::Polygon, {{u"DLBM"_s}},
                       {{test::square(left, bottom, 1000), {u"0101"_s}}})});
    year.take({layerOf(folder, u"STBHHX"_s, Geometry::Polygon, {{u"MC"_s}},
                       {{test::square(left, bottom, 500), {u"红线"_s}}})});
    year.take({layerOf(folder, u"LSWHBHX"_s, Geometry::Polygon, {{u"MC"_s}},
                       {{test::square(left, bottom, 400), {u"保护线"_s}}})});
    constexpr int tables = 3;
    year.tabs->setCurrentIndex(tables);
    REQUIRE(settled(year.window));
    auto* protection = year.find<QCheckBox>(u"tableLineLSWHBHX"_s);
    CHECK(protection->isEnabled());
    CHECK_FALSE(protection->isChecked());
    auto* table = year.find<QTableView>(u"landTable"_s);
    year.act(u"tableRun"_s);
    const int before = table->model()->columnCount();
    protection->setChecked(true);
    year.act(u"tableRun"_s);
    CHECK(table->model()->columnCount() == before + 1);
    CHECK(year.data().recipes.size() == 1); // the choice is kept with the project
}

TEST_CASE("carrying on to the next year shows how far it is, and what is to be collected anew")
{
    Spatial year;
    const QString folder = year.made.folder.path();
    year.take({test::districts(folder)});
    using Geometry = gdal::LayerPlan::Geometry;
    year.take({layerOf(folder, u"DLTB"_s, Geometry::Polygon, {{u"DLBM"_s}},
                       {{test::square(left, bottom, 1000), {u"0101"_s}}})});
    const QString next = folder + u"/示例市-2023.gpkg"_s;
    QStringList jobs;
    QObject::connect(year.window.jobs(), &Jobs::changed, year.window.jobs(), [&] {
        for (const Jobs::Job& job : year.window.jobs()->running())
            jobs << job.title;
    });
    year.carryOn(next);
    CHECK(year.data().info.year == 2023);
    CHECK(year.data().layers.size() == 2);
    CHECK(std::any_of(jobs.cbegin(), jobs.cend(),
                      [](const QString& title) { return title.contains(u"2023"_s); }));
    auto* issues = year.find<QToolButton>(u"issuesButton"_s);
    REQUIRE(issues->isVisible());
    issues->click();
    QDialog* list = year.dialog(u"issuesDialog"_s);
    QString all;
    auto* rows = list->findChild<QTableWidget*>(u"issuesTable"_s);
    REQUIRE(rows);
    for (int row = 0; row < rows->rowCount(); ++row) {
        for (int column = 0; column < rows->columnCount(); ++column)
            all += rows->item(row, column) ? rows->item(row, column)->text() : QString();
    }
    CHECK(all.contains(u"DLTB"_s));
    list->close();
}
