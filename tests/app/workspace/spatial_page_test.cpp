#include "app/workspace/spatial/class_picker.h"
#include "app/workspace/spatial/layer_form.h"
#include "app/workspace/spatial/layer_model.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/map_preview.h"
#include "app/workspace/spatial/recipe_model.h"
#include "app/workspace/spatial/recipes_view.h"
#include "app/workspace/spatial/results_view.h"
#include "core/catalogue/layer_roles.h"
#include "core/gdal/layer_reader.h"
#include "core/gdal/layer_writer.h"
#include "tests/app/workspace/spatial_fixture.h"
#include "tests/support/rectangle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::bottom;
using test::districts;
using test::left;
using test::settled;
using test::Spatial;

namespace {

/// Crosses itself in the middle: two triangles.
gdal::Rings bowTie(double x, double y, double width, double height)
{
    gdal::Rings rings = test::rectangle(x, y, width, height);
    rings.x = {x, x + width, x, x + width, x};
    rings.y = {y, y + height, y + height, y, y};
    return rings;
}

/// A hundred parcels a district, 200 m by 200 m; every second row is farmland, one crosses itself.
QString parcels(const QString& folder)
{
    const QString path = folder + u"/DLTB_2022.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    using Type = gdal::LayerField::Type;
    REQUIRE_OK(writer->start({u"DLTB"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(4548),
                              {{u"BSM"_s},
                               {u"DLBM"_s},
                               {u"TBMJ"_s, Type::Real},
                               {u"KCMJ"_s, Type::Real},
                               {u"TBDLMJ"_s, Type::Real}},
                              true}));
    for (int row = 0; row < 10; ++row) {
        for (int column = 0; column < 40; ++column) {
            const double x = left + 200 * column, y = bottom + 200 * row;
            const bool crossed = row == 5 && column == 7;
            REQUIRE_OK(writer->add(crossed ? bowTie(x, y, 200, 200) : test::square(x, y, 200),
                                   {u"%1"_s.arg(row * 40 + column + 1),
                                    row % 2 == 0 ? u"0101"_s : u"1101"_s, 40000.0, 0.0, 40000.0}));
        }
    }
    REQUIRE_OK(writer->finish());
    return path;
}

} // namespace

TEST_CASE("a dropped layer is looked at, taken in with its repairs, drawn and taken back")
{
    Spatial year;
    const QString path = parcels(year.made.folder.path());
    CHECK_FALSE(year.window.stage(u"spatial"_s)->takeFiles({u"报告.docx"_s}));
    year.take({path});
    REQUIRE(year.data().layers.size() == 1);
    const project::Layer* layer = year.layer(u"DLTB"_s);
    REQUIRE(layer);
    CHECK(layer->features == 400);
    CHECK(layer->year == 2022);
    CHECK(layer->isInside());

    year.select(u"DLTB"_s);
    REQUIRE(year.drawn());
    CHECK(year.map->sketch()->features.size() == 400);
    // The one that crossed itself is marked.
    CHECK(std::count_if(year.map->sketch()->features.cbegin(), year.map->sketch()->features.cend(),
                        [](const MapSketch::Feature& feature) { return feature.marked; }) == 1);
    year.trigger(u"layerRepairs"_s);
    QDialog* repairs = year.dialog(u"repairsDialog"_s);
    CHECK(repairs->findChild<QTableWidget*>(u"repairTable"_s)->rowCount() == 1);
    repairs->close();

    year.undo();
    CHECK(year.data().layers.isEmpty());
    year.window.action(u"redo"_s)->trigger();
    REQUIRE(settled(year.window));
    CHECK(year.data().layers.size() == 1);
    year.select(u"DLTB"_s);
    year.act(u"layerRemove"_s);
    CHECK(year.data().layers.isEmpty());
    year.undo();
    CHECK(year.data().layers.size() == 1);
}

TEST_CASE("what a layer is can be changed, and what is missing is listed with who has it")
{
    Spatial year;
    const QAbstractItemModel* model = year.tree->model();
    int missing = 0;
    for (int group = 0; group < model->rowCount(); ++group)
        missing += model->rowCount(model->index(group, 0));
    CHECK(missing > 30);
    year.select(u"DLTB"_s);
    CHECK(year.find<QLabel>(u"layerFacts"_s)->text().contains(u"DLTB"_s));
    CHECK_FALSE(year.find<QAction>(u"layerEdit"_s)->isEnabled());

    year.take({parcels(year.made.folder.path())});
    year.select(u"DLTB"_s);
    year.trigger(u"layerEdit"_s);
    QDialog* edit = year.dialog(u"layerDialog"_s);
    edit->findChild<QSpinBox*>(u"layerYear"_s)->setValue(2021);
    auto* field = edit->findChild<QComboBox*>(u"layerField_class"_s);
    REQUIRE(field);
    CHECK(field->currentText() == u"DLBM"_s);
    REQUIRE(settled(year.window));
    edit->findChild<QPushButton*>(u"layerDialogOk"_s)->click();
    REQUIRE(settled(year.window));
    CHECK(year.layer(u"DLTB"_s)->year == 2021);
    CHECK(year.layer(u"DLTB"_s)->fields.contains(u"DLBM"_s));
    year.undo();
    CHECK(year.layer(u"DLTB"_s)->year == 2022);
}

TEST_CASE("quantities are computed by district, go stale with their layer, and are undone in one")
{
    Spatial year;
    year.take({districts(year.made.folder.path())});
    year.take({parcels(year.made.folder.path())});
    REQUIRE(year.data().layers.size() == 2);
    year.tabs->setCurrentIndex(1);
    REQUIRE(settled(year.window));
    auto* model = year.window.findChild<RecipeModel*>();
    const QString farmland = u"a_farmland"_s;
    REQUIRE(model->rowOf(farmland) >= 0);
    CHECK(stateOf(*model->at(model->rowOf(farmland))) == RecipeState::NotComputed);
    CHECK(stateOf(*model->at(model->rowOf(u"a_fire5"_s))) == RecipeState::NotComputable);

    year.act(u"recipeRunAll"_s);
    REQUIRE(year.data().spatialRun(farmland, 2022));
    CHECK(stateOf(*model->at(model->rowOf(farmland))) == RecipeState::Current);
    const std::optional<double> value = model->at(model->rowOf(farmland))->value;
    REQUIRE(value);
    // 200 parcels with 4 ha of registered area each.
    CHECK_THAT(*value * (model->at(model->rowOf(farmland))->unit == u"公顷"_s ? 1 : 0),
               WithinAbs(800, 1e-6));

    auto* recipes = year.window.findChild<RecipesView*>();
    REQUIRE(recipes->showSubject(farmland));
    year.act(u"recipeResults"_s);
    CHECK(year.tabs->currentIndex() == 2);
    auto* results = year.window.findChild<ResultsView*>();
    REQUIRE(results->result());
    CHECK(results->result()->regions.size() == 5);
    REQUIRE(QTest::qWaitFor([&] { return !results->parcels().isEmpty(); }, 20000));
    CHECK(results->parcels().size() == 200);
    const QString head = year.find<QLabel>(u"resultParcelHead"_s)->text();
    CHECK(head.contains(u"200"_s));
    REQUIRE(settled(year.window));
    REQUIRE(year.drawn());
    const double whole = year.map->view().scale;
    year.find<QTableWidget>(u"resultParcels"_s)->setCurrentCell(3, 0);
    year.act(u"resultZoom"_s);
    REQUIRE(year.drawn());
    CHECK(year.map->view().scale < whole / 5);

    // Other colours while results are shown: no widget vanishes while all are told of them.
    for (const QString& theme : {u"dark"_s, u"light"_s}) {
        Theme::apply(*qApp, theme, 100);
        QTest::qWait(1);
    }
    CHECK(results->result());

    // Another layer than the one it was computed from.
    project::Layer changed = *year.layer(u"DLTB"_s);
    changed.sha256 = u"another"_s;
    year.window.session()->edit(project::edits::setLayer(year.data(), changed));
    REQUIRE(settled(year.window));
    year.tabs->setCurrentIndex(1);
    REQUIRE(settled(year.window));
    CHECK(stateOf(*model->at(model->rowOf(farmland))) == RecipeState::Stale);
    REQUIRE(recipes->showSubject(farmland));
    CHECK_FALSE(year.find<QLabel>(u"recipeWhy"_s)->text().isEmpty());

    year.undo(); // the layer
    year.undo(); // all that was computed
    CHECK_FALSE(year.data().spatialRun(farmland, 2022));
    CHECK(stateOf(*model->at(model->rowOf(farmland))) == RecipeState::NotComputed);
}

TEST_CASE("computing can be stopped, and nothing is changed then")
{
    Spatial year;
    year.take({parcels(year.made.folder.path())});
    year.tabs->setCurrentIndex(1);
    REQUIRE(settled(year.window));
    year.trigger(u"recipeRunAll"_s);
    CHECK(year.find<QAction>(u"recipeStop"_s)->isEnabled());
    CHECK_FALSE(year.find<QAction>(u"recipeRunAll"_s)->isEnabled());
    year.trigger(u"recipeStop"_s);
    REQUIRE(settled(year.window));
    CHECK(year.data().spatialRuns.isEmpty());
    CHECK(year.find<QAction>(u"recipeRunAll"_s)->isEnabled());
}

TEST_CASE("a method is changed by field or by text, switched off with a reason, and set back")
{
    Spatial year;
    year.tabs->setCurrentIndex(1);
    REQUIRE(settled(year.window));
    auto* recipes = year.window.findChild<RecipesView*>();
    const QString farmland = u"a_farmland"_s;
    REQUIRE(recipes->showSubject(farmland));
    year.trigger(u"recipeEdit"_s);
    QDialog* dialog = year.dialog(u"recipeDialog"_s);
    auto* ok = dialog->findChild<QPushButton*>(u"recipeOk"_s);
    auto* text = dialog->findChild<QPlainTextEdit*>(u"recipeText"_s);
    CHECK(ok->isEnabled());
    const QString good = text->toPlainText();
    text->setPlainText(u"{\"measure\": "_s);
    CHECK_FALSE(ok->isEnabled());
    text->setPlainText(good);
    CHECK(ok->isEnabled());
    dialog->findChild<QDoubleSpinBox*>(u"recipeSliver"_s)->setValue(12.5);
    CHECK(text->toPlainText().contains(u"12.5"_s));
    ok->click();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().recipe(farmland));
    CHECK(year.data().recipe(farmland)->recipe.contains(u"12.5"_s));
    year.act(u"recipeReset"_s);
    CHECK_FALSE(year.data().recipe(farmland));

    dialogs::setNextText(u"本市没有耕地"_s);
    year.act(u"recipeSwitch"_s);
    REQUIRE(year.data().recipe(farmland));
    CHECK_FALSE(year.data().recipe(farmland)->active);
    auto* model = year.window.findChild<RecipeModel*>();
    CHECK(stateOf(*model->at(model->rowOf(farmland))) == RecipeState::Off);
    year.undo();
    CHECK_FALSE(year.data().recipe(farmland));
}

TEST_CASE("an indicator is shown with its method when the page is in front")
{
    Spatial year;
    year.window.jump(u"spatial"_s, {Subject::Kind::Quantity, u"a_farmland"_s, {}, 0});
    REQUIRE(settled(year.window));
    const auto* recipes = year.window.findChild<RecipesView*>();
    CHECK(year.tabs->currentIndex() == 1);
    REQUIRE(recipes->current());
    CHECK(recipes->current()->status.subject == u"a_farmland"_s);
}

TEST_CASE("a sketch has what a picture needs and no more")
{
    QTemporaryDir folder;
    const QString path = parcels(folder.path());
    const auto crs = gdal::Crs::fromEpsg(4548);
    REQUIRE_OK(crs);
    const auto sketch = [&](const SketchRequest& request) {
        auto reader = gdal::LayerReader::open(path, {}, {}, gdal::Faults::Keep);
        REQUIRE_OK(reader);
        const auto made = sketchLayer(*reader, *crs, request, {}, {});
        REQUIRE_OK(made);
        return *made;
    };
    const MapSketchPtr whole = sketch({});
    CHECK(whole->read == 400);
    CHECK(whole->exact);
    CHECK(whole->x.size() == 2000);
    CHECK_THAT(whole->bounds.left(), WithinAbs(left, 1e-6));
    CHECK_THAT(whole->bounds.height(), WithinAbs(2000, 1e-6));

    SketchRequest coarse;
    coarse.resolution = 500; // a parcel is less than that: one dot a cell at most
    const MapSketchPtr dots = sketch(coarse);
    CHECK_FALSE(dots->exact);
    CHECK(dots->x.size() <= 400);
    CHECK(dots->bounds == whole->bounds);

    SketchRequest part;
    part.box = QRectF(QPointF(left + 210, bottom + 210), QPointF(left + 390, bottom + 390));
    CHECK(sketch(part)->features.size() == 1);
    const qint64 id = whole->features.at(41).id;
    SketchRequest one;
    one.marked = {id};
    one.onlyMarked = true;
    const MapSketchPtr single = sketch(one);
    REQUIRE(single->features.size() == 1);
    REQUIRE(single->boxOf(id));
    CHECK_THAT(single->boxOf(id)->width(), WithinAbs(200, 0.01));
    CHECK_FALSE(single->boxOf(id + 1));

    CancelToken cancelled;
    cancelled.cancel();
    auto reader = gdal::LayerReader::open(path, {}, {}, gdal::Faults::Keep);
    REQUIRE_OK(reader);
    const auto stopped = sketchLayer(*reader, *crs, {}, cancelled, {});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("the view turns places into pixels and back, north up")
{
    const MapView view = MapView::of(QRectF(QPointF(118, 24), QPointF(119, 25)), true, {400, 400});
    const QPointF place(118.3, 24.9);
    const QPointF pixel = view.toScreen(place);
    CHECK(pixel.y() < 200);
    CHECK(pixel.x() < 200);
    CHECK_THAT(view.toMap(pixel).x(), WithinAbs(place.x(), 1e-9));
    CHECK_THAT(view.toMap(pixel).y(), WithinAbs(place.y(), 1e-9));
    // A degree of longitude is shorter than one of latitude by the cosine of 24.5°.
    const double across = view.toScreen({119, 24.5}).x() - view.toScreen({118, 24.5}).x();
    const double up = view.toScreen({118, 24}).y() - view.toScreen({118, 25}).y();
    CHECK_THAT(across / up, WithinRel(0.909961, 1e-5));
}

TEST_CASE("every role, group and column of the layers has an English name")
{
    language::apply(u"en"_s);
    static const QRegularExpression hanzi(u"[\\x{4e00}-\\x{9fff}]"_s);
    QStringList chinese;
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        QStringList words{role.name, role.group};
        for (const catalogue::LayerColumn& column : role.columns)
            words.append(column.name);
        for (const QString& word : std::as_const(words)) {
            if (layerWord(word).contains(hanzi))
                chinese.append(word);
        }
    }
    // Classes and their groups too.
    const auto codes = pickableCodes(u"class"_s, u"third-survey"_s);
    const auto forest = std::find_if(codes.cbegin(), codes.cend(),
                                     [](const PickableCode& one) { return one.code == u"0301"_s; });
    REQUIRE(forest != codes.cend());
    CHECK(forest->name == u"Arboreal forest land");
    CHECK(forest->group == u"Forest land");
    language::apply(u"zh"_s);
    chinese.removeDuplicates();
    INFO(chinese.join(u' ').toStdString());
    CHECK(chinese.isEmpty());
    CHECK(roleTitle(u"DLTB"_s) == u"DLTB 地类图斑"_s);
}

namespace {

/// An ecological redline over the western half of the first district: fifty parcels, 200 ha.
QString redline(const QString& folder)
{
    const QString path = folder + u"/STBHHX.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"STBHHX"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(4548),
                              {{u"红线名称"_s}},
                              true}));
    REQUIRE_OK(writer->add(test::rectangle(left, bottom, 1000, 2000), {u"甲"_s}));
    REQUIRE_OK(writer->finish());
    return path;
}

double hectaresAt(const QTableView* table, int row, int column)
{
    return table->model()->index(row, column).data().toString().remove(u',').toDouble();
}

} // namespace

TEST_CASE("tables of land are made of the layers, closed, kept and exported")
{
    Spatial year;
    const QString folder = year.made.folder.path();
    constexpr int tables = 3;
    year.tabs->setCurrentIndex(tables);
    REQUIRE(settled(year.window));
    auto* run = year.find<QAction>(u"tableRun"_s);
    CHECK_FALSE(run->isEnabled());
    auto* button = year.find<QWidget>(u"tableEmpty"_s)->findChild<QPushButton*>();
    REQUIRE(button);
    button->click(); // leads to the layers
    CHECK(year.tabs->currentIndex() == 0);
    year.take({districts(folder), parcels(folder), redline(folder)});
    year.tabs->setCurrentIndex(tables);
    REQUIRE(settled(year.window));
    REQUIRE(run->isEnabled());

    year.trigger(u"tableRun"_s);
    CHECK(year.find<QAction>(u"tableStop"_s)->isEnabled());
    year.act(u"tableStop"_s);
    auto* table = year.find<QTableView>(u"landTable"_s);
    CHECK(table->model()->rowCount() == 0);
    year.act(u"tableRun"_s);
    // Farmland, water, their sum and what lies outside. 60 km from the meridian the plane's areas
    // are larger by 9e-5; one parcel crosses itself and has half of its 4 ha.
    REQUIRE(table->model()->rowCount() == 4);
    REQUIRE(table->model()->columnCount() == 3);
    CHECK_THAT(hectaresAt(table, 0, 1), WithinRel(800, 2e-4));
    CHECK_THAT(hectaresAt(table, 0, 2), WithinRel(100, 2e-4));
    CHECK_THAT(hectaresAt(table, 2, 1), WithinRel(1598, 2e-4));
    CHECK_THAT(hectaresAt(table, 2, 2) + hectaresAt(table, 3, 2),
               WithinAbs(hectaresAt(table, 2, 1), 2e-4));
    CHECK(year.find<QLabel>(u"tableClosing"_s)->text().contains(u"残差"_s));
    auto* district = year.find<QComboBox>(u"tableDistrict"_s);
    district->setCurrentIndex(district->findText(u"东区"_s));
    CHECK_THAT(hectaresAt(table, 0, 1), WithinRel(200, 2e-4));
    CHECK_THAT(hectaresAt(table, 0, 2), WithinRel(100, 2e-4));

    const QString book = folder + u"/表.xlsx"_s;
    dialogs::setNextFileName(book);
    year.act(u"tableExport"_s);
    CHECK(QFileInfo(book).size() > 5000);

    // Other choices: the table is of the former ones until it is made again, which keeps them.
    CHECK_FALSE(year.find<QLabel>(u"tableNotice"_s)->isVisible());
    auto* level = year.find<QComboBox>(u"tableLevel"_s);
    level->setCurrentIndex(2);
    CHECK(year.find<QLabel>(u"tableNotice"_s)->isVisible());
    CHECK(year.data().recipes.isEmpty());
    year.act(u"tableRun"_s);
    CHECK_FALSE(year.find<QLabel>(u"tableNotice"_s)->isVisible());
    CHECK(year.data().recipes.size() == 1);
    CHECK(table->model()->index(0, 0).data().toString() == u"耕地");
    year.undo();
    CHECK(year.data().recipes.isEmpty());
}

TEST_CASE("parcels inside a redline are listed, found on the map and written as a layer")
{
    Spatial year;
    const QString folder = year.made.folder.path();
    year.take({districts(folder), parcels(folder), redline(folder)});
    year.tabs->setCurrentIndex(3);
    REQUIRE(settled(year.window));
    year.find<QComboBox>(u"tableKind"_s)->setCurrentIndex(1);
    CHECK_FALSE(year.find<QAction>(u"tableRun"_s)->isEnabled()); // one year of parcels only
    year.find<QComboBox>(u"tableKind"_s)->setCurrentIndex(2);
    auto* which = year.find<QComboBox>(u"tableParcels"_s);
    which->setCurrentIndex(2); // all: there is no construction land
    year.act(u"tableRun"_s);
    auto* table = year.find<QTableView>(u"landTable"_s);
    REQUIRE(table->model()->rowCount() == 50);
    CHECK(table->model()->index(0, 2).data().toString() == u"生态保护红线·甲");
    CHECK(table->model()->index(0, 3).data().toString() == u"东区");
    REQUIRE(year.drawn());
    const double whole = year.map->view().scale;
    table->setCurrentIndex(table->model()->index(7, 0));
    year.act(u"tableZoom"_s);
    REQUIRE(year.drawn());
    CHECK(year.map->view().scale < whole / 5);

    const QString path = folder + u"/清单.gpkg"_s;
    dialogs::setNextFileName(path);
    year.act(u"tableExportLayer"_s);
    const auto reader = gdal::LayerReader::open(path);
    REQUIRE_OK(reader);
    CHECK(reader->info().features == 50);

    auto* line = year.find<QCheckBox>(u"tableLineSTBHHX"_s);
    CHECK(line->isChecked());
    line->click(); // without it there is none
    CHECK_FALSE(year.find<QAction>(u"tableRun"_s)->isEnabled());
}

TEST_CASE(
    "carried on to the next year, last year's parcels are there and this year's are asked for")
{
    Spatial year;
    const QString folder = year.made.folder.path();
    year.take({districts(folder), parcels(folder)});
    const QString next = folder + u"/示例市-2023.gpkg"_s;
    MainWindow& window = year.window;
    year.carryOn(next);
    REQUIRE(year.data().info.year == 2023);
    CHECK(year.data().layers.size() == 2);
    CHECK(year.layer(u"DLTB"_s)->year == 2022);
    CHECK(year.layer(u"XZQ"_s)->year == 0);
    window.showStage(u"spatial"_s);
    REQUIRE(settled(window));
    QStringList parcelYears;
    const QAbstractItemModel* model = year.tree->model();
    for (int group = 0; group < model->rowCount(); ++group) {
        const QModelIndex parent = model->index(group, 0);
        for (int row = 0; row < model->rowCount(parent); ++row) {
            if (model->index(row, 0, parent).data().toString().startsWith(u"DLTB "_s))
                parcelYears << model->index(row, LayerModel::Year, parent).data().toString();
        }
    }
    CHECK(parcelYears == QStringList{u"2022"_s, u"2023"_s});
}
