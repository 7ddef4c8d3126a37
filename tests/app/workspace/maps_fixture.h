#pragma once

#include "app/workspace/maps/panes_view.h"
#include "core/draw/symbols.h"
#include "core/gdal/layer_writer.h"
#include "tests/app/workspace/window_fixture.h"
#include "tests/support/rectangle.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTreeWidget>

namespace test {

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;

inline constexpr double west = 440'000, south = 2'700'000; ///< EPSG:4548

/// Paddy in the west, a river in the east, a square kilometre each.
inline QString parcels(const QString& folder)
{
    const QString path = folder + u"/DLTB_2022.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"DLTB"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(4548),
                              {{u"BSM"_s}, {u"DLBM"_s}},
                              true}));
    REQUIRE_OK(writer->add(square(west, south, 1000), {u"甲一"_s, u"0101"_s}));
    REQUIRE_OK(writer->add(square(west + 1000, south, 1000), {u"乙二"_s, u"1101"_s}));
    REQUIRE_OK(writer->finish());
    return path;
}

/// A redline over the south-western quarter of the paddy.
inline QString redline(const QString& folder)
{
    const QString path = folder + u"/生态保护红线.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"STBHHX"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(4548),
                              {{u"HXMC"_s}},
                              true}));
    REQUIRE_OK(writer->add(square(west, south, 500), {u"示例红线"_s}));
    REQUIRE_OK(writer->finish());
    return path;
}

/// The window with the stage of maps.
struct Maps : Opened
{
    PanesView* page = nullptr;

    Maps()
    {
        QStandardPaths::setTestModeEnabled(true);
        page = window.findChild<PanesView*>();
        REQUIRE(page);
    }

    void take(const QString& path)
    {
        window.showStage(u"spatial"_s);
        REQUIRE(settled(window));
        REQUIRE(window.stage(u"spatial"_s)->takeFiles({path}));
        QDialog* added = dialog(u"takeDialog"_s);
        REQUIRE(settled(window));
        added->findChild<QPushButton*>(u"takeOk"_s)->click();
        REQUIRE(settled(window));
        REQUIRE(QTest::qWaitFor([&] { return !window.session()->isBusy(); }));
    }
    void open()
    {
        window.showStage(u"maps"_s);
        REQUIRE(drawn());
    }
    bool drawn()
    {
        return QTest::qWaitFor([this] { return page->isDrawn(); }, 20000);
    }
    /// Where a place of the plane is on a pane.
    QPoint pixel(double x, double y, int pane = 0)
    {
        const MapCanvas* canvas = page->canvas(pane);
        return {static_cast<int>((x - canvas->view().centre.x()) / canvas->view().metresPerPixel +
                                 canvas->width() / 2.0),
                static_cast<int>((canvas->view().centre.y() - y) / canvas->view().metresPerPixel +
                                 canvas->height() / 2.0)};
    }
    QColor colourAt(double x, double y, int pane = 0)
    {
        return page->canvas(pane)->grab().toImage().pixelColor(pixel(x, y, pane));
    }
    void click(double x, double y, int pane = 0, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(page->canvas(pane), Qt::LeftButton, keys, pixel(x, y, pane));
    }
    void drag(double x0, double y0, double x1, double y1, Qt::KeyboardModifiers keys = {})
    {
        QWidget* const canvas = page->canvas(0);
        QTest::mousePress(canvas, Qt::LeftButton, keys, pixel(x0, y0));
        for (const double share : {0.3, 0.7, 1.0}) {
            const QPoint at = pixel(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
            // A move with the button down, which QTest's mouseMove does not tell.
            QMouseEvent move(QEvent::MouseMove, QPointF(at), canvas->mapToGlobal(QPointF(at)),
                             Qt::NoButton, Qt::LeftButton, keys);
            QApplication::sendEvent(canvas, &move);
        }
        QTest::mouseRelease(canvas, Qt::LeftButton, keys, pixel(x1, y1));
    }
    /// Numbers of the features selected in the only layer that has some.
    std::vector<int> selected()
    {
        std::vector<int> all;
        for (const draw::Features& one : page->selection())
            all.insert(all.end(), one.begin(), one.end());
        return all;
    }
    bool selects(const std::vector<int>& wanted)
    {
        return QTest::qWaitFor([&] { return selected() == wanted; }, 10000);
    }
    bool edited()
    {
        return QTest::qWaitFor([this] { return !window.session()->isBusy(); }) && drawn();
    }
    QStringList fields()
    {
        auto* table = find<QTableWidget>(u"mapFields"_s);
        (void)QTest::qWaitFor([table] { return table->rowCount() > 0; });
        QStringList all;
        for (int row = 0; row < table->rowCount(); ++row)
            all << table->item(row, 0)->text() + u'=' + table->item(row, 1)->text();
        return all;
    }
    QTreeWidgetItem* listed(const QString& name)
    {
        auto* list = find<QTreeWidget>(u"mapLayers"_s);
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (list->topLevelItem(i)->text(0).contains(name))
                return list->topLevelItem(i);
        }
        FAIL("not listed: " << name.toStdString());
        return nullptr;
    }
    static QColor fillOf(const QString& code)
    {
        const draw::LayerStyle style =
            draw::SymbolSet::shipped().styleOf(u"DLTB"_s, u"third-survey"_s);
        return style.shown(style.caseOf(code)).symbol.fill.value();
    }
};

} // namespace test
