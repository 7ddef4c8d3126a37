#pragma once

#include "core/gdal/layer_reader.h"

namespace test {

/// A polygon of one ring, its corners counter-clockwise from the south-western one.
inline checkup::gdal::Rings rectangle(double x, double y, double width, double height)
{
    checkup::gdal::Rings rings;
    rings.x = {x, x + width, x + width, x, x};
    rings.y = {y, y, y + height, y + height, y};
    rings.begins = {0};
    rings.holes = {0};
    return rings;
}

inline checkup::gdal::Rings square(double x, double y, double side)
{
    return rectangle(x, y, side, side);
}

} // namespace test
