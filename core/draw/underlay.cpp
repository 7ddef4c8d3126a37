#include "core/draw/underlay.h"

#include "core/gdal/raster_reader.h"

#include <QPainter>

namespace checkup::draw {

Result<QStringList> paintUnderlays(QImage& picture, const MapFrame& frame, const gdal::Crs& plane,
                                   const QList<UnderlayPicture>& underlays,
                                   const CancelToken& cancel)
{
    QStringList faults;
    QPainter painter(&picture);
    const spatial::Box box = frame.box();
    for (const UnderlayPicture& one : underlays) {
        const auto reader = gdal::RasterReader::open(one.path, one.table);
        if (!reader) {
            faults << reader.error().message();
            continue;
        }
        const auto colours = reader->read(
            plane,
            {box.minX, box.minY, box.maxX, box.maxY, frame.size.width(), frame.size.height()},
            cancel);
        if (!colours) {
            if (colours.error().code() == ErrorCode::Cancelled)
                return colours.error();
            faults << colours.error().message();
            continue;
        }
        const QImage read(colours->data(), frame.size.width(), frame.size.height(),
                          4 * frame.size.width(), QImage::Format_RGBA8888);
        painter.setOpacity(one.opacity);
        painter.drawImage(0, 0, read);
    }
    return faults;
}

QList<MapLayer> overPictures(QList<MapLayer> layers, double share)
{
    const auto thin = [share](Symbol& symbol) {
        if (symbol.fill)
            symbol.fill->setAlphaF(static_cast<float>(symbol.fill->alphaF() * share));
    };
    for (MapLayer& layer : layers) {
        if (layer.shapes->kind() != ShapeStore::Kind::Polygons)
            continue;
        thin(layer.style.otherwise.symbol);
        for (SymbolCase& one : layer.style.cases)
            thin(one.symbol);
    }
    return layers;
}

} // namespace checkup::draw
