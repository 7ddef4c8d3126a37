#pragma once

#include "core/draw/map_sheet.h"
#include "core/draw/sheet_legend.h"

namespace checkup::draw {

/// Where the map's frame is, mm: what the sheet says, else beside a column for the legend.
QRectF mapArea(const MapSheet& sheet);

/// All elements that have something to show, each with its place: that which the sheet gives, else
/// the automatic one. Automatic: title above; beside the map from above legend, charts, figures,
/// notes, scale, title block; sources, system, 审图号 and maker below. A chart for which the legend
/// leaves no room is left out.
QList<PlacedElement> arranged(const SheetPen& pen, const MapSheet& sheet, const QRectF& map,
                              const SheetLegend& legend);

} // namespace checkup::draw
