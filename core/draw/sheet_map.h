#pragma once

#include "core/base/cancel.h"
#include "core/draw/labels.h"
#include "core/draw/map_picture.h"
#include "core/draw/sheet_pen.h"

namespace checkup::draw {

enum class SheetForm;
struct MapSheet;

/// How many names stand on a map.
struct LabelCount
{
    qint64 written = 0, leftOut = 0;
};

/// The map of a sheet: its layers at the next round scale that holds the extent, the veil around a
/// district, grid and names.
class SheetMap
{
public:
    /// `area`: of the frame, mm of the paper.
    SheetMap(const SheetPen& pen, SheetForm form, const MapSheet& sheet, const QRectF& area);

    const MapFrame& frame() const { return m_frame; }
    double scale() const;        ///< denominator
    QPointF paperCorner() const; ///< the plane's place of the paper's upper left corner
    /// Errors: those of paintMap and Transformation.
    Result<LabelCount> paint(const CancelToken& cancel);
    /// Of the paper, pixels: the only ones that paint() has to do.
    void setRows(int first, int count) { m_rows = {first, count}; }

private:
    Result<LabelCount> paintHere(const CancelToken& cancel);
    Result<void> paintPixels(const CancelToken& cancel) const;
    void paintNames();
    void paintVeil() const;              ///< white over all that the focus does not hold
    Result<void> paintGraticule() const; ///< meridians and parallels, some four each way
    void paintKilometres() const;        ///< lines of the plane, at most some eight each way
    void paintGridLine(const QPolygonF& line, const QString& words, bool upright) const;

    const SheetPen& m_pen;
    SheetForm m_form;
    const MapSheet& m_sheet;
    QPointF m_corner; ///< pixels of the paper
    MapFrame m_frame;
    std::optional<PaintOptions::Rows> m_rows;
    std::optional<LabelPlan> m_names;
};

/// The next number above that reads well: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
double roundUp(double value);

} // namespace checkup::draw
