#pragma once

#include "core/gdal/crs.h"

#include <QPointF>
#include <QString>

#include <optional>

namespace checkup::workspace {

/// Says where a place of a plane is, in degrees on CGCS2000 and in the plane: "东经 118°05′30.25″
/// 北纬 24°29′02.10″    X 2709123.4  Y 439876.5  CGCS2000 / 3-degree Gauss-Kruger CM 117E".
/// Quick enough for every step of the mouse: how to get to degrees is kept.
class PlaceWords
{
public:
    /// Empty where the plane's system cannot express the place.
    QString of(const gdal::Crs& plane, const QPointF& place);

private:
    QString m_plane;
    std::optional<gdal::Transformation> m_up;
};

} // namespace checkup::workspace
