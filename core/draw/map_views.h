#pragma once

#include "core/draw/feature_choice.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QPointF>

#include <optional>

namespace checkup::draw {

/// What a project keeps of how its layers are looked at: project::MapSetting of the kinds "view",
/// "raster" and "bookmark". What is kept and cannot be read is as if it were not kept.

/// What a layer is called in these settings: role and how many years before the status year, and
/// which of several ("DLTB/-1", "DLWL/0/2"), so that it fits the next year's project too.
QString viewKey(const project::YearData& data, const project::Layer& layer);

/// How panes show a layer.
struct LayerView
{
    double opacity = 1; ///< 0.05 to 1
    Conditions filter;  ///< all must hold
    bool operator==(const LayerView&) const = default;
};
LayerView viewOf(const project::YearData& data, const project::Layer& layer);
project::ChangeSet setView(const project::YearData& data, const project::Layer& layer,
                           const LayerView& view);

/// All layers that can be drawn, the bottom one first: land, other areas, lines, borders, points,
/// unless the project keeps another order.
QList<const project::Layer*> drawingOrder(const project::YearData& data);
/// Puts a layer just above another one, or to the bottom (nullptr).
project::ChangeSet putAbove(const project::YearData& data, const project::Layer& layer,
                            const project::Layer* below);

/// The layers that a pane shows by the user's own choice.
std::optional<QList<project::LayerId>> chosenLayers(const project::YearData& data, int pane);
project::ChangeSet setChosenLayers(const project::YearData& data, int pane,
                                   const QList<project::LayerId>& layers);

/// A place to come back to.
struct Bookmark
{
    QString name;
    QPointF at;                ///< longitude and latitude on CGCS2000
    double metresPerPixel = 1; ///< of a pixel of 96 an inch
    bool operator==(const Bookmark&) const = default;
};
QList<Bookmark> bookmarks(const project::YearData& data); ///< by name
project::ChangeSet setBookmark(const project::YearData& data, const Bookmark& bookmark);
project::ChangeSet removeBookmark(const project::YearData& data, const QString& name);

/// A picture below all layers: a GeoTIFF, MBTiles, or tiles in a GeoPackage.
struct Underlay
{
    QString name;
    QString path;  ///< relative to the project's folder where it lies in it, else absolute
    QString table; ///< of a GeoPackage with several; empty: the only one
    double opacity = 1;
    bool visible = true;
    bool operator==(const Underlay&) const = default;
};
QList<Underlay> underlays(const project::YearData& data); ///< by name
project::ChangeSet setUnderlay(const project::YearData& data, const Underlay& underlay);
project::ChangeSet removeUnderlay(const project::YearData& data, const QString& name);
/// How much of areas' fills is laid over what pictures lie below them (overPictures), 0.1 to 1.
double areaShare(const project::YearData& data);
project::ChangeSet setAreaShare(const project::YearData& data, double share);
/// Where it is, whatever the project is kept in.
QString pathOf(const QString& projectPath, const Underlay& underlay);
/// The path as it is kept.
QString keptPath(const QString& projectPath, const QString& path);

} // namespace checkup::draw
