#pragma once

#include "app/workspace/spatial/map_preview.h"
#include "core/gdal/layer_writer.h"
#include "tests/app/workspace/window_fixture.h"
#include "tests/support/rectangle.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

namespace test {

using namespace Qt::StringLiterals;

inline constexpr double left = 440'000, bottom = 2'700'000; ///< EPSG:4548

/// Four districts in a row, 2 km by 2 km each, named as the made-up year's.
inline QString districts(const QString& folder)
{
    const QString path = folder + u"/XZQ.gpkg"_s;
    auto writer = checkup::gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"XZQ"_s,
                              checkup::gdal::LayerPlan::Geometry::Polygon,
                              *checkup::gdal::Crs::fromEpsg(4548),
                              {{u"XZQDM"_s}, {u"XZQMC"_s}},
                              true}));
    double x = left;
    for (const QString& name : {u"东区"_s, u"西区"_s, u"南县"_s, u"北县"_s}) {
        REQUIRE_OK(writer->add(square(x, bottom, 2000), {QString(), name}));
        x += 2000;
    }
    REQUIRE_OK(writer->finish());
    return path;
}

/// The window with the made-up year at the stage of spatial data.
struct Spatial : Opened
{
    QTabBar* tabs = nullptr;
    QTreeView* tree = nullptr;
    checkup::workspace::MapPreview* map = nullptr;

    Spatial()
    {
        window.showStage(u"spatial"_s);
        REQUIRE(settled(window));
        tabs = find<QTabBar>(u"spatialTabs"_s);
        tree = find<QTreeView>(u"layerTree"_s);
        map = find<checkup::workspace::MapPreview>(u"mapPreview"_s);
    }

    /// Through the dialog that dropped files open.
    void take(const QStringList& paths)
    {
        REQUIRE(window.stage(u"spatial"_s)->takeFiles(paths));
        QDialog* added = dialog(u"takeDialog"_s);
        REQUIRE(settled(window));
        auto* ok = added->findChild<QPushButton*>(u"takeOk"_s);
        REQUIRE(ok);
        INFO(added->findChild<QLabel*>(u"takeWait"_s)->text().toStdString());
        REQUIRE(ok->isEnabled());
        ok->click();
        REQUIRE(settled(window));
        REQUIRE(QTest::qWaitFor([&] { return !window.session()->isBusy(); }));
    }
    void act(const QString& action)
    {
        trigger(action);
        REQUIRE(settled(window));
        QTest::qWait(1);
        REQUIRE(settled(window));
    }
    /// Through the dialog of a new year: the layers, tasks and methods of this one.
    void carryOn(const QString& next)
    {
        window.action(u"new"_s)->trigger();
        QDialog* created = dialog(u"newYearDialog"_s);
        created->findChild<QTabWidget*>(u"waysTabs"_s)->setCurrentIndex(1);
        created->findChild<QLineEdit*>(u"lastYearEdit"_s)->setText(made.path);
        created->findChild<QLineEdit*>(u"pathEdit"_s)->setText(next);
        auto* create = created->findChild<QPushButton*>(u"createButton"_s);
        REQUIRE(create->isEnabled());
        create->click();
        REQUIRE(settled(window));
        REQUIRE(window.session()->isOpen());
    }
    void undo()
    {
        window.action(u"undo"_s)->trigger();
        REQUIRE(settled(window));
    }
    const checkup::project::Layer* layer(const QString& role)
    {
        for (const checkup::project::Layer& one : data().layers) {
            if (one.role == role)
                return &one;
        }
        return nullptr;
    }
    void select(const QString& role)
    {
        tabs->setCurrentIndex(0);
        for (int group = 0; group < tree->model()->rowCount(); ++group) {
            const QModelIndex parent = tree->model()->index(group, 0);
            for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
                const QModelIndex index = tree->model()->index(row, 0, parent);
                if (index.data().toString().startsWith(role + u' ')) {
                    tree->setCurrentIndex(index);
                    return;
                }
            }
        }
        FAIL("no such role");
    }
    bool drawn()
    {
        return QTest::qWaitFor([this] { return map->sketch() && map->isDrawn(); }, 20000);
    }
};

} // namespace test
