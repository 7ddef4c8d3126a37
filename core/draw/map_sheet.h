#pragma once

#include "core/draw/map_picture.h"
#include "core/gdal/crs.h"

#include <QFont>
#include <QSizeF>

namespace checkup::draw {

/// One sheet: a map with title, legend of what is visible, scale bar and number, north arrow,
/// graticule, sources, coordinate system and notice.
struct MapSheet
{
    QString title;
    QSizeF paper{297, 210}; ///< mm
    QList<MapLayer> layers; ///< the first at the bottom
    spatial::Box extent;    ///< that must be on it, metres of the plane
    gdal::Crs plane;
    QStringList sources;  ///< "地类图斑（2022年，地类图斑2022.gpkg）"
    QString notice;       ///< "本图界线不作为划界依据。"
    QString reviewNumber; ///< 审图号; empty: not printed
    QFont font;           ///< with Chinese letters, to be embedded
};

/// What is on a painted sheet.
struct SheetReport
{
    double scale = 0; ///< denominator
    QStringList legend;
    QStringList unknown; ///< "地类图斑：9999、A1": values without a symbol, drawn as such
    qint64 labels = 0, labelsLeftOut = 0;
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

/// A sheet as a file's bytes. The pdf still carries the time of day and is to be finished
/// (report::finishPdf).
struct SheetFile
{
    QByteArray bytes;
    SheetReport report;
};
Result<SheetFile> sheetAsPng(const MapSheet& sheet, int dotsPerInch,
                             const CancelToken& cancel = {});
Result<SheetFile> sheetAsSvg(const MapSheet& sheet, const CancelToken& cancel = {});
Result<SheetFile> sheetAsPdf(const MapSheet& sheet, const CancelToken& cancel = {});

/// What a map's layers span, with a twentieth of room around; nothing when all are empty.
std::optional<spatial::Box> extentOf(const QList<MapLayer>& layers);

} // namespace checkup::draw
