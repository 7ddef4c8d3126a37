#pragma once

#include "core/draw/map_sheet.h"
#include "core/draw/sheet_legend.h"

namespace checkup::draw {

/// Where a sheet's maps and what explains them are, mm.
struct SheetGround
{
    QList<QRectF> maps; ///< of each map, its caption included: what the sheet says, else automatic
    QRectF automatic;   ///< where the maps are by themselves
    QRectF panel;       ///< for legend, charts, figures, notes, scale and title block
    bool below = false; ///< the panel lies below the maps, else on their right
};

/// The automatic place of the panel is the one that leaves the extent the larger scale: on the
/// right, or, on upright paper and for wide cities, below maps that are not much higher than wide.
/// Several maps lie beside or above each other, likewise. A panel below has room for the legend
/// where that is known already.
SheetGround groundOf(const SheetPen& pen, const MapSheet& sheet, const SheetLegend& legend = {});

/// Of a map's element: the line above the frame that says what it shows; 0 on sheets with one map.
double captionHeight(const MapSheet& sheet);
QRectF frameIn(const QRectF& element, const MapSheet& sheet);

/// All elements that have something to show, each with its place: that which the sheet gives, else
/// the automatic one. Automatic: title above; in the panel legend, charts, figures, notes, scale,
/// title block; sources, system, 审图号 and maker at the foot. A chart for which a panel on the
/// right has no room beside its legend is left out.
QList<PlacedElement> arranged(const SheetPen& pen, const MapSheet& sheet, const SheetGround& ground,
                              const SheetLegend& legend);

} // namespace checkup::draw
