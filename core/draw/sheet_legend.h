#pragma once

#include "core/draw/map_picture.h"
#include "core/draw/sheet_pen.h"

namespace checkup::draw {

/// What is visible on a sheet's maps, the uppermost layer first. Outlived by the layers.
struct SheetLegend
{
    struct Row
    {
        QString text;
        const Symbol* symbol = nullptr; ///< none: a heading
        catalogue::LayerGeometry geometry = catalogue::LayerGeometry::Polygon;
    };
    QList<Row> rows;
    QStringList unknown; ///< "地类图斑：9999、A1": values without a symbol
};
/// Adds what a map shows and no other did so far.
void addLegend(const MapFrame& frame, const QList<MapLayer>& layers, SheetLegend& legend);

/// How high it reads well in one column, and the least that it can do with, mm.
struct LegendHeight
{
    double good = 0, least = 0;
};
LegendHeight legendHeight(const SheetPen& pen, const SheetLegend& legend, double width);

/// In as many columns as give the largest letters, `type` mm high at most (0: as usual). Long names
/// are broken, all letters are of one size.
void paintLegend(const SheetPen& pen, const QRectF& area, const SheetLegend& legend, double type);

} // namespace checkup::draw
