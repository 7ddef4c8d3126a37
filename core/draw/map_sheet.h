#pragma once

#include "core/base/cancel.h"
#include "core/draw/map_picture.h"
#include "core/draw/sheet_chart.h"
#include "core/draw/sheet_elements.h"
#include "core/draw/sheet_frame.h"
#include "core/gdal/crs.h"

#include <QFont>
#include <QSizeF>

#include <memory>
#include <optional>

namespace checkup::draw {

/// Figures beside a map, of two years.
struct FigureTable
{
    struct Row
    {
        QString name, unit;
        QString now, before; ///< as printed; "未收集" where there is none
    };
    QString nowHead, beforeHead; ///< "2022年"
    QList<Row> rows;
};

/// One sheet: a map, or several at one extent and scale, with title, legend of what is visible,
/// scale bar and number, north arrow, grid, key figures, charts, notes, sources, coordinate system
/// and notice.
struct MapSheet
{
    QString title;
    QSizeF paper{297, 210}; ///< mm
    QList<MapLayer> layers; ///< of the first map, the first at the bottom
    spatial::Box extent;    ///< that must be on it, metres of the plane
    /// A map beside the first.
    struct Beside
    {
        QList<MapLayer> layers;
        QString caption;
    };
    QString caption; ///< of the first map; printed where there are others
    QList<Beside> beside;
    gdal::Crs plane;
    QStringList sources;  ///< "地类图斑（2022年，地类图斑2022.gpkg）"
    QString notice;       ///< "本图界线不作为划界依据。"
    QString reviewNumber; ///< 审图号; empty: not printed
    QString secrecy;      ///< "内部资料", above the map; empty: not printed
    QString maker;        ///< "某局", below; empty: not printed
    QString date;         ///< "2023年6月30日", beside it
    QString number;       ///< of the sheet, in the title block
    FigureTable figures;  ///< without rows: no table
    QList<ChartFigure> charts;
    QStringList notes; ///< below the figures
    /// What lies outside these areas is veiled: the district that the sheet is of.
    std::optional<MapLayer> focus;
    /// A small map in the lower left corner; none without layers.
    QList<MapLayer> inset;
    QFont font; ///< with Chinese letters, to be embedded
    SheetGrid grid = SheetGrid::Degrees;
    std::optional<OfficeFrame> frame;
    /// What stands where, on this paper; empty: all there is, where the automatic layout has it.
    QList<SheetElement> elements;

    QString madeBy() const; ///< maker and date
    int maps() const { return 1 + static_cast<int>(beside.size()); }
    const QList<MapLayer>& layersOf(int map) const; ///< from 1
    const QString& captionOf(int map) const;        ///< from 1
};

/// An element and where it came to lie, mm.
struct PlacedElement
{
    SheetElement element;
    QRectF area;
    int number = 0;        ///< among MapSheet::elements, or usualElements()
    bool automatic = true; ///< not where the sheet says
};

/// What is on a painted sheet.
struct SheetReport
{
    double scale = 0; ///< denominator
    /// By the first map: the plane's place of the paper's upper left corner, and how far a mm of
    /// paper goes on it.
    QPointF corner;
    double metresPerMm = 0;
    QStringList legend;
    QStringList figures, charts;
    QStringList unknown; ///< "地类图斑：9999、A1": values without a symbol, drawn as such
    qint64 labels = 0, labelsLeftOut = 0;
    QList<PlacedElement> placed; ///< in the order in which they are painted
};

/// How the map itself is painted.
enum class SheetForm {
    Pixels, ///< by strips over all processors; for pictures
    Vectors ///< as shapes, as far as their number allows
};

/// Paints a sheet from the painter's (0, 0); everything but the map is the same in both forms.
/// Needs a QGuiApplication. Errors: those of paintMap and Transformation.
Result<SheetReport> paintSheet(QPainter& painter, double pixelsPerMm, SheetForm form,
                               const MapSheet& sheet, const CancelToken& cancel = {});

/// The same as pixels some rows at a time, for sheets too large to be held whole: what a part shows
/// is what it shows on the whole sheet. `painter` and `sheet` must outlive it.
class SheetRows
{
public:
    SheetRows(QPainter& painter, double pixelsPerMm, const MapSheet& sheet);
    ~SheetRows();
    SheetRows(const SheetRows&) = delete;
    SheetRows& operator=(const SheetRows&) = delete;

    /// Rows `first` and following of the sheet, onto the painter's first ones. Errors: those of
    /// paintSheet.
    Result<SheetReport> paint(int first, int count, const CancelToken& cancel = {});

private:
    struct State;
    QPainter& m_painter;
    std::unique_ptr<State> m_state;
};

/// "2000国家大地坐标系，高斯-克吕格投影，3度分带，中央子午线117°"; the system's own name where it
/// is another one.
QString chineseName(const gdal::Crs& crs);

/// What a map's layers span, with a twentieth of room around; nothing when all are empty.
std::optional<spatial::Box> extentOf(const QList<MapLayer>& layers);

} // namespace checkup::draw
