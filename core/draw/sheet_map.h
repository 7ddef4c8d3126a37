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

/// A map of a sheet: its layers, the veil around a district, grid and names.
class SheetMap
{
public:
    /// `map`: which of the sheet's, from 1; `area`: of its frame, mm of the paper; `scale`: a
    /// denominator, see scaleIn.
    SheetMap(const SheetPen& pen, SheetForm form, const MapSheet& sheet, int map,
             const QRectF& area, double scale);

    /// The denominator at which a frame of so many mm just holds an extent.
    static double scaleIn(const QSizeF& frame, const spatial::Box& extent);

    const MapFrame& frame() const { return m_frame; }
    double scale() const;        ///< denominator
    QPointF paperCorner() const; ///< the plane's place of the paper's upper left corner
    /// Errors: those of paintMap and Transformation.
    Result<LabelCount> paint(const CancelToken& cancel);
    /// Of the paper, pixels: the only ones that paint() has to do.
    void setRows(int first, int count) { m_rows = {first, count}; }

private:
    Result<LabelCount> paintHere(const CancelToken& cancel);
    const QList<MapLayer>& layers() const;
    Result<void> paintPixels(const CancelToken& cancel) const;
    Result<void> paintVectors(const CancelToken& cancel) const;
    void paintNames();
    void paintVeil() const;              ///< white over all that the focus does not hold
    Result<void> paintGraticule() const; ///< meridians and parallels, some four each way
    void paintKilometres() const;        ///< lines of the plane, at most some eight each way
    void paintGridLine(const QPolygonF& line, const QString& words, bool upright) const;

    const SheetPen& m_pen;
    SheetForm m_form;
    const MapSheet& m_sheet;
    int m_number;
    QPointF m_corner; ///< pixels of the paper
    MapFrame m_frame;
    std::optional<PaintOptions::Rows> m_rows;
    std::optional<LabelPlan> m_names;
};

/// The next denominator above that is usual: 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8
/// or 9 times a power of ten.
double roundScale(double denominator);

/// The next number above that reads well: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
double roundUp(double value);

} // namespace checkup::draw
