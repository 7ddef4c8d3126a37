#pragma once

#include "core/base/cancel.h"
#include "core/draw/map_picture.h"
#include "core/gdal/crs.h"

#include <QImage>

namespace checkup::draw {

/// A picture to be laid below a map: where it is and how much of it shows.
struct UnderlayPicture
{
    QString path, table;
    double opacity = 1;
    bool operator==(const UnderlayPicture&) const = default;
};

/// Paints them over what `picture` has, the first at the bottom, as large as the frame. Gives a
/// sentence for each that could not be read; the others are there. Errors: Cancelled. Any thread.
Result<QStringList> paintUnderlays(QImage& picture, const MapFrame& frame, const gdal::Crs& plane,
                                   const QList<UnderlayPicture>& underlays,
                                   const CancelToken& cancel = {});

/// Layers as they lie over pictures: of areas' fills that much is laid, so that what lies below can
/// be read too; outlines, hatches, lines and points stay as they are.
QList<MapLayer> overPictures(QList<MapLayer> layers, double share);

} // namespace checkup::draw
