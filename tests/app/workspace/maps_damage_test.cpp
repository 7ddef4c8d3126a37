#include "core/draw/map_views.h"
#include "core/project/change_set.h"
#include "tests/app/workspace/maps_fixture.h"
#include "tests/support/rasters.h"

#include <QFile>
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using test::Maps;
using test::settled;
using test::south;
using test::west;

namespace {

/// A layer of many parcels in a file beside the project, drawn by the first pane.
struct Beside : Maps
{
    QString path = made.folder.filePath(u"图斑.gpkg"_s);
    int side = 60; ///< parcels each way

    void write(int parcels) const
    {
        auto writer = gdal::LayerWriter::create(path);
        REQUIRE_OK(writer);
        REQUIRE_OK(writer->start({u"DLTB"_s,
                                  gdal::LayerPlan::Geometry::Polygon,
                                  *gdal::Crs::fromEpsg(4548),
                                  {{u"BSM"_s}, {u"DLBM"_s}},
                                  true}));
        for (int i = 0; i < parcels; ++i)
            REQUIRE_OK(
                writer->add(test::square(west + 100 * (i % side), south + 100 * (i / side), 100),
                            {QString::number(i), u"0101"_s}));
        REQUIRE_OK(writer->finish());
    }
    void refer()
    {
        write(side * side);
        project::Layer layer;
        layer.role = u"DLTB"_s;
        layer.name = u"地类图斑"_s;
        layer.year = 2022;
        layer.path = u"图斑.gpkg"_s;
        layer.layer = u"DLTB"_s;
        layer.fileName = layer.path;
        layer.fields = uR"({"id":"BSM","class":"DLBM"})"_s;
        layer.crs = u"EPSG:4548"_s;
        layer.classSystem = u"third-survey"_s;
        window.session()->edit(project::edits::setLayer(data(), layer));
        REQUIRE(settled(window));
        REQUIRE(QTest::qWaitFor([&] { return !data().layers.isEmpty(); }));
    }
    Beside()
    {
        refer();
        open();
        REQUIRE(colourAt(west + 3050, south + 3050) == fillOf(u"0101"_s));
    }
    /// Moves the map, so that a picture is under way.
    void draw(int step) const
    {
        MapCanvas::View view = page->canvas(0)->view();
        view.centre += QPointF(step % 2 == 0 ? 40 : -40, 10);
        page->canvas(0)->setView(view);
    }
    /// What the pane says, wherever it stands.
    QString said() const { return page->canvas(0)->words() + page->canvas(0)->note(); }
    bool says(const QString& words)
    {
        int step = 0;
        return QTest::qWaitFor(
            [&] {
                draw(++step);
                return said().contains(words);
            },
            20000);
    }
};

} // namespace

TEST_CASE("a layer whose file goes while it is drawn leaves words in its place, and comes back")
{
    Beside maps;
    const bool renamed = GENERATE(false, true);
    const QString away = maps.made.folder.filePath(u"别处.gpkg"_s);
    maps.draw(1);
    REQUIRE(QFile::rename(maps.path, away));
    if (!renamed)
        REQUIRE(QFile::remove(away));
    REQUIRE(maps.says(u"地类图斑"_s));
    CHECK_THAT(maps.said().toStdString(), ContainsSubstring("打不开"));
    REQUIRE(maps.drawn());
    CHECK_THAT(maps.listed(u"地类图斑"_s)->text(0).toStdString(), ContainsSubstring("没有读出"));
    // Identifying, selecting and finding have nothing to stumble over.
    maps.click(west + 3000, south + 3000);
    CHECK(maps.selected().empty());

    maps.write(maps.side * maps.side);
    REQUIRE(QTest::qWaitFor(
        [&] {
            return maps.page->isDrawn() &&
                   maps.colourAt(west + 3050, south + 3050) == Maps::fillOf(u"0101"_s);
        },
        20000));
    CHECK(maps.said().isEmpty());
}

TEST_CASE("a layer whose file is damaged or emptied while it is drawn says so")
{
    Beside maps;
    maps.draw(1);
    SECTION("cut off")
    {
        REQUIRE(QFile::resize(maps.path, 5000));
        REQUIRE(maps.says(u"地类图斑"_s));
    }
    SECTION("replaced by one that was not copied to its end")
    {
        QFile whole(maps.path);
        REQUIRE(whole.open(QFile::ReadOnly));
        QFile part(maps.made.folder.filePath(u"半份.gpkg"_s));
        REQUIRE(part.open(QFile::WriteOnly));
        part.write(whole.read(whole.size() / 2));
        part.close();
        REQUIRE(QFile::remove(maps.path));
        REQUIRE(part.rename(maps.path));
        REQUIRE(maps.says(u"地类图斑"_s));
    }
    SECTION("overwritten in the middle")
    {
        QFile file(maps.path);
        REQUIRE(file.open(QFile::ReadWrite));
        const QByteArray noise(64 * 1024, '\x7f');
        for (qint64 at = 8192; at < file.size(); at += noise.size()) {
            file.seek(at);
            file.write(noise);
        }
        file.close();
        REQUIRE(maps.says(u"地类图斑"_s));
    }
    SECTION("emptied")
    {
        maps.write(0);
        REQUIRE(maps.says(u"里没有图形"_s));
    }
    REQUIRE(maps.drawn());
    maps.click(west + 3000, south + 3000);
    CHECK(maps.find<QTableWidget>(u"mapFields"_s)->rowCount() == 0);
}

TEST_CASE("a layer taken off the project while it is drawn or selected is gone from the pane")
{
    Beside maps;
    maps.find<QAction>(u"toolBox"_s)->trigger();
    maps.drag(west + 1000, south + 1000, west + 2000, south + 2000);
    maps.draw(1);
    const project::Layer layer = maps.data().layers.first();
    maps.window.session()->edit(project::edits::removeLayer(maps.data(), layer.id));
    for (int step = 0; step < 10; ++step) {
        maps.draw(step);
        QTest::qWait(5);
    }
    REQUIRE(settled(maps.window));
    CHECK(maps.selected().empty());
    maps.window.session()->undoStack()->undo();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west + 3050, south + 3050) == Maps::fillOf(u"0101"_s));
}

TEST_CASE("a layer whose file goes while it is read is told of")
{
    Beside maps;
    // Read again and taken away, over and over, at different moments of the reading.
    for (int moment = 0; moment < 6; ++moment) {
        maps.write(maps.side * maps.side);
        QTest::qWait(305 + 4 * moment);
        maps.draw(moment);
        REQUIRE(QFile::remove(maps.path));
        QTest::qWait(20);
    }
    REQUIRE(maps.says(u"地类图斑"_s));
    REQUIRE(maps.drawn());
}

TEST_CASE("an underlay lies below the layers, is kept with the project, and is missed when it goes")
{
    Beside maps;
    const QString path = maps.made.folder.filePath(u"影像.tif"_s);
    test::Raster raster;
    raster.west = west - 2000;
    raster.north = south + 8000;
    raster.pixel = 100;
    raster.write(path);
    auto* const button = maps.find<QToolButton>(u"mapUnderlays"_s);
    const auto entry = [button](const QString& words) -> QAction* {
        Q_EMIT button->menu()->aboutToShow();
        for (QAction* one : button->menu()->actions()) {
            if (one->text() == words)
                return one;
        }
        return nullptr;
    };
    dialogs::setNextFileName(path);
    REQUIRE(entry(u"添加影像…"_s));
    entry(u"添加影像…"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return !draw::underlays(maps.data()).isEmpty(); }, 10000));
    CHECK(draw::underlays(maps.data())[0].path == u"影像.tif"_s);
    REQUIRE(maps.edited());
    maps.page->canvas(0)->setView({{west + 3000, south + 3000}, 20});
    REQUIRE(maps.drawn());
    // Its middle is at (west + 3000, south + 3000); beyond the land the quarters show.
    CHECK(maps.colourAt(west - 500, south + 6500) == QColor(Qt::red));
    CHECK(maps.colourAt(west - 500, south - 500) == QColor(Qt::blue));
    // Land lets it through: three fifths of the fill over the blue quarter.
    const QColor fill = Maps::fillOf(u"0101"_s);
    const auto share = [&] {
        const QColor seen = maps.colourAt(west + 2550, south + 2550);
        return (seen.redF() - 0) / fill.redF();
    };
    CHECK_THAT(share(), WithinAbs(0.6, 0.02));
    auto* const areas = maps.find<QMenu>(u"mapAreas"_s);
    Q_EMIT areas->aboutToShow();
    REQUIRE(areas->actions().size() == 5);
    areas->actions().constFirst()->trigger();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west + 2550, south + 2550) == fill);
    maps.window.session()->undoStack()->undo();
    REQUIRE(maps.edited());
    CHECK_THAT(share(), WithinAbs(0.6, 0.02));
    REQUIRE(entry(u"影像"_s));
    entry(u"影像"_s)->trigger();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west - 500, south + 6500) == QColor(Qt::white));
    CHECK(maps.colourAt(west + 2550, south + 2550) == fill);
    maps.window.session()->undoStack()->undo();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west - 500, south + 6500) == QColor(Qt::red));

    REQUIRE(QFile::remove(path));
    REQUIRE(maps.says(u"影像.tif"_s));
    CHECK(maps.colourAt(west - 500, south + 6500) == QColor(Qt::white));
    CHECK(maps.colourAt(west + 2550, south + 2550) != QColor(Qt::white));
}
