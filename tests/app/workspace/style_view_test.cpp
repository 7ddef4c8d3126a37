#include "app/workspace/dialogs.h"
#include "app/workspace/maps/maps_page.h"
#include "app/workspace/maps/style_fields.h"
#include "app/workspace/maps/style_view.h"
#include "app/workspace/maps/symbol_form.h"
#include "app/workspace/session.h"
#include "core/draw/project_symbols.h"
#include "tests/app/workspace/maps_fixture.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using test::south;
using test::west;
using Kind = StyleSpot::Kind;

namespace {

/// Squares of a kilometre from west to east with these codes.
QString parcelsOf(const QString& folder, const QStringList& codes)
{
    const QString path = folder + u"/DLTB_2022.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"DLTB"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(4548),
                              {{u"BSM"_s}, {u"DLBM"_s}, {u"DLMC"_s}, {u"TBMJ"_s}},
                              true}));
    for (qsizetype i = 0; i < codes.size(); ++i)
        REQUIRE_OK(
            writer->add(test::square(west + 1000 * static_cast<double>(i), south, 1000),
                        {QString::number(i), codes[i], codes[i], QString::number(10 * (i + 1))}));
    REQUIRE_OK(writer->finish());
    return path;
}

struct Styles : test::Maps
{
    StyleView* view = nullptr;

    Styles()
    {
        view = window.findChild<StyleView*>();
        REQUIRE(view);
    }
    void openStyles()
    {
        window.showStage(u"maps"_s);
        window.findChild<MapsPage*>()->showView(view);
        REQUIRE(settledStyles());
    }
    bool settledStyles()
    {
        return QTest::qWaitFor([this] { return view->isSettled() && !window.session()->isBusy(); },
                               20000);
    }
    draw::ProjectSymbols kept() { return draw::symbolsOf(*window.session()->data()); }
    QColor previewAt(double x, double y)
    {
        const MapCanvas* canvas = view->preview();
        const QPoint at(
            static_cast<int>((x - canvas->view().centre.x()) / canvas->view().metresPerPixel +
                             canvas->width() / 2.0),
            static_cast<int>((canvas->view().centre.y() - y) / canvas->view().metresPerPixel +
                             canvas->height() / 2.0));
        return view->preview()->grab().toImage().pixelColor(at);
    }
    /// Types a fill's colour as a person does.
    void typeFill(const QString& colour)
    {
        auto* line = find<ColourField>(u"symbolFill"_s)->findChild<QLineEdit*>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, colour);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void choose(const StyleSpot& spot)
    {
        view->list()->choose(spot);
        REQUIRE(view->list()->spot() == spot);
    }
    bool lists(const StyleSpot& spot)
    {
        const StyleSpot was = view->list()->spot();
        view->list()->choose(spot);
        const bool there = view->list()->spot() == spot;
        view->list()->choose(was);
        return there;
    }
};

const StyleSpot paddy{Kind::Class, {}, u"third-survey"_s, 0, u"0101"_s};
const StyleSpot strange{Kind::Missing, u"DLTB"_s, u"third-survey"_s, 0, u"9999"_s};

} // namespace

TEST_CASE("a class's colour is changed, seen at once on preview and panes, and undone")
{
    Styles styles;
    styles.take(parcelsOf(styles.made.folder.path(), {u"0101"_s, u"1101"_s}));
    styles.openStyles();
    styles.choose(paddy);
    REQUIRE(styles.settledStyles());
    const QColor before = test::Maps::fillOf(u"0101"_s);
    CHECK(styles.previewAt(west + 500, south + 500) == before);
    styles.typeFill(u"#123456"_s);
    REQUIRE(styles.settledStyles());
    const QColor now(0x12, 0x34, 0x56);
    CHECK(styles.previewAt(west + 500, south + 500) == now);
    REQUIRE(styles.kept().own.classesOf(u"third-survey"_s).size() == 1);
    CHECK(styles.kept().own.classesOf(u"third-survey"_s)[0].symbol.fill == now);
    CHECK(styles.window.session()->undoStack()->count() >= 1);

    styles.window.findChild<MapsPage*>()->showView(styles.page);
    REQUIRE(styles.drawn());
    CHECK(styles.colourAt(west + 500, south + 500) == now);

    styles.window.findChild<MapsPage*>()->showView(styles.view);
    styles.window.session()->undoStack()->undo();
    REQUIRE(styles.settledStyles());
    REQUIRE(QTest::qWaitFor([&] { return styles.kept().own.isEmpty(); }));
    REQUIRE(styles.settledStyles());
    CHECK(styles.previewAt(west + 500, south + 500) == before);
    CHECK(styles.find<ColourField>(u"symbolFill"_s)->colour() == before);
}

TEST_CASE("codes without a symbol are listed first, and one press gives them one")
{
    Styles styles;
    styles.take(parcelsOf(styles.made.folder.path(),
                          {u"0101"_s, u"0102"_s, u"0301"_s, u"9999"_s, u"9999"_s}));
    styles.openStyles();
    REQUIRE(QTest::qWaitFor([&] { return styles.lists(strange); }));
    CHECK(styles.view->list()->topLevelItem(0)->text(0).contains(u"没有符号"_s));
    CHECK(styles.view->list()->topLevelItem(0)->child(0)->text(0).contains(u"2"_s));
    styles.choose(strange);
    REQUIRE(styles.settledStyles());
    styles.find<QPushButton>(u"styleGive"_s)->click();
    REQUIRE(styles.settledStyles());
    CHECK_FALSE(styles.lists(strange));
    const StyleSpot given{Kind::Class, {}, u"third-survey"_s, 0, u"9999"_s};
    CHECK(styles.view->list()->spot() == given);
    CHECK(styles.previewAt(west + 3500, south + 500) ==
          styles.kept().own.classesOf(u"third-survey"_s)[0].symbol.fill);
    // Back to shipped: it is missing again.
    styles.find<QAction>(u"styleShipped"_s)->trigger();
    REQUIRE(styles.settledStyles());
    REQUIRE(QTest::qWaitFor([&] { return styles.lists(strange); }));
    CHECK(styles.kept().own.isEmpty());
}

TEST_CASE("a pane lists codes without a symbol and leads to where they get one")
{
    Styles styles;
    styles.take(parcelsOf(styles.made.folder.path(), {u"0101"_s, u"Y1"_s, u"Y1"_s, u"X2"_s}));
    styles.open();
    auto* const button = styles.find<MissingCodesButton>(u"mapMissing0"_s);
    CHECK(button->isVisible());
    CHECK(button->text() == u"2 个代码没有符号"_s);
    Q_EMIT button->menu()->aboutToShow();
    QStringList entries;
    for (const QAction* one : button->menu()->actions())
        entries << one->text();
    CHECK(entries ==
          QStringList{u"地类图斑 2022：X2，1 个要素"_s, u"地类图斑 2022：Y1，2 个要素"_s});
    button->menu()->actions().constLast()->trigger();
    REQUIRE(styles.settledStyles());
    CHECK(styles.view->isVisible());
    CHECK(styles.view->list()->spot().kind == Kind::Missing);
    CHECK(styles.view->list()->spot().code == u"Y1"_s);
    styles.find<QPushButton>(u"styleGive"_s)->click();
    REQUIRE(styles.settledStyles());
    styles.window.findChild<MapsPage*>()->showView(styles.page);
    REQUIRE(styles.drawn());
    CHECK(button->text() == u"1 个代码没有符号"_s);
    // What the pane does not show it does not complain of.
    styles.page->setContent(0, PanesView::Content::Plan);
    CHECK_FALSE(button->isVisible());
}

TEST_CASE("a role is graded by a column, and its grades changed by hand")
{
    Styles styles;
    styles.take(parcelsOf(styles.made.folder.path(), {u"0101"_s, u"0102"_s, u"0103"_s, u"1101"_s}));
    styles.openStyles();
    const StyleSpot land{Kind::Role, u"DLTB"_s, {}, 0, {}};
    styles.choose(land);
    REQUIRE(styles.settledStyles());
    auto* way = styles.find<QComboBox>(u"styleWay"_s);
    auto* column = styles.find<QComboBox>(u"styleColumn"_s);
    column->setCurrentIndex(column->findData(u"area"_s));
    REQUIRE(column->currentData().toString() == u"area"_s);
    way->setCurrentIndex(way->findText(u"按一列的数分级"_s));
    REQUIRE(QTest::qWaitFor([&] { return !styles.kept().own.isEmpty(); }));
    REQUIRE(styles.settledStyles());
    const draw::RoleStyle graded = *styles.kept().own.roleStyle(u"DLTB"_s);
    CHECK(graded.style.column == u"area"_s);
    CHECK(graded.method == draw::GradeMethod::NaturalBreaks);
    // 10, 20, 30, 40: four different values, so no more than four grades.
    CHECK(graded.style.grades->uppers == QList<double>{10, 20, 30, 40});

    auto* method = styles.find<QComboBox>(u"styleMethod"_s);
    method->setCurrentIndex(method->findText(u"等间距"_s));
    REQUIRE(QTest::qWaitFor([&] {
        const draw::ProjectSymbols now = styles.kept();
        return now.own.roleStyle(u"DLTB"_s)->method == draw::GradeMethod::EqualIntervals;
    }));
    REQUIRE(styles.settledStyles());
    auto* bounds = styles.find<QLineEdit>(u"styleBounds"_s);
    bounds->setFocus();
    bounds->selectAll();
    QTest::keyClicks(bounds, u"0, 15, 100"_s);
    QTest::keyClick(bounds, Qt::Key_Return);
    REQUIRE(styles.settledStyles());
    const draw::RoleStyle manual = *styles.kept().own.roleStyle(u"DLTB"_s);
    CHECK(manual.method == draw::GradeMethod::Manual);
    CHECK(manual.style.grades->uppers == QList<double>{15, 100});
    REQUIRE(QTest::qWaitFor([&] {
        return styles.previewAt(west + 500, south + 500) ==
               manual.style.cases[0].symbol.fill.value();
    }));
    CHECK(styles.previewAt(west + 3500, south + 500) == manual.style.cases[1].symbol.fill.value());
    CHECK(styles.find<QLabel>(u"styleCheck"_s)->text().contains(u"都能分辨"_s));

    auto* sight = styles.find<QComboBox>(u"styleSight"_s);
    sight->setCurrentIndex(1);
    const QColor grey = styles.previewAt(west + 3500, south + 500);
    CHECK(grey.red() == grey.green());
    CHECK(grey.green() == grey.blue());

    styles.find<QAction>(u"styleShipped"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return styles.kept().own.isEmpty(); }));
}

TEST_CASE("symbols come from files and go into files")
{
    Styles styles;
    styles.take(parcelsOf(styles.made.folder.path(), {u"0101"_s, u"1101"_s}));
    styles.openStyles();
    styles.choose({Kind::Role, u"DLTB"_s, {}, 0, {}});
    const QString sld = styles.made.folder.filePath(u"land.sld"_s);
    QFile file(sld);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"(<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"
        xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer><UserStyle><FeatureTypeStyle>
        <Rule><Title>水田</Title><ogc:Filter><ogc:PropertyIsEqualTo>
          <ogc:PropertyName>DLBM</ogc:PropertyName><ogc:Literal>0101</ogc:Literal>
        </ogc:PropertyIsEqualTo></ogc:Filter><PolygonSymbolizer><Fill>
          <CssParameter name="fill">#010203</CssParameter></Fill></PolygonSymbolizer></Rule>
        </FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>)");
    file.close();
    dialogs::setNextFileName(sld);
    styles.find<QAction>(u"styleImport"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return !styles.kept().own.isEmpty(); }));
    REQUIRE(styles.settledStyles());
    CHECK(styles.previewAt(west + 500, south + 500) == QColor(1, 2, 3));
    CHECK(styles.kept().own.roleStyle(u"DLTB"_s, u"third-survey"_s)->system == u"third-survey"_s);

    const QString out = styles.made.folder.filePath(u"own.json"_s);
    dialogs::setNextFileName(out);
    styles.find<QAction>(u"styleExport"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(out); }));
    QFile written(out);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const auto again = draw::SymbolSet::read({{u"own.json"_s, written.readAll()}});
    REQUIRE(again);
    CHECK(again->roleStyles() == styles.kept().own.roleStyles());

    QFile broken(styles.made.folder.filePath(u"broken.sld"_s));
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("<StyledLayerDescriptor>");
    broken.close();
    dialogs::setNextFileName(broken.fileName());
    styles.find<QAction>(u"styleImport"_s)->trigger();
    REQUIRE(styles.settledStyles());
    CHECK(styles.kept().own.roleStyles().size() == 1);
}

TEST_CASE("a style that cannot be read does no harm, and goes back to the shipped one")
{
    Styles styles;
    styles.take(parcelsOf(styles.made.folder.path(), {u"0101"_s}));
    styles.window.session()->edit(project::edits::setMapSetting(
        *styles.window.session()->data(), {0, u"style"_s, u"DLTB"_s, u"{\"version\":1"_s}));
    styles.openStyles();
    CHECK(styles.kept().faults.size() == 1);
    styles.choose({Kind::Role, u"DLTB"_s, {}, 0, {}});
    REQUIRE(styles.settledStyles());
    CHECK(styles.previewAt(west + 500, south + 500) == test::Maps::fillOf(u"0101"_s));
    styles.find<QAction>(u"styleShipped"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return styles.kept().faults.isEmpty(); }));
}

TEST_CASE("symbols are found by name and code, and reached by the keyboard")
{
    Styles styles;
    styles.take(parcelsOf(styles.made.folder.path(), {u"0101"_s}));
    styles.openStyles();
    auto* search = styles.find<QLineEdit>(u"styleSearch"_s);
    QTest::keyClicks(search, u"0301"_s);
    QStringList seen;
    for (QTreeWidgetItemIterator it(styles.view->list(), QTreeWidgetItemIterator::NotHidden); *it;
         ++it)
        seen << (*it)->text(0);
    CHECK(seen.filter(u"0301"_s).size() == 1);
    CHECK(seen.filter(u"0101"_s).isEmpty());
    search->clear();
    styles.choose(paddy);
    styles.view->list()->setFocus();
    QTest::keyClick(styles.view->list(), Qt::Key_Down);
    CHECK(styles.view->list()->spot().code == u"0102"_s);
}
