#pragma once

#include "core/draw/map_picture.h"

#include <functional>

namespace checkup::draw {

/// A name on a map, its middle at `at` (pixels of the frame), turned by `angle` degrees clockwise.
struct Label
{
    QPointF at;
    double angle = 0;
    QString text;
    double height = 0; ///< of the letters' body, pixels

    bool operator==(const Label&) const = default;
};

/// Places the names of all layers that have them: inside areas where they are widest, along lines
/// where they are straight enough, beside points. Nothing overlaps: upper layers and larger shapes
/// come first, names that find no room are left out and counted. A line's name comes again after
/// 60 mm. `width` gives a text's width for a height of 1.
struct LabelPlan
{
    QList<Label> labels;
    qint64 leftOut = 0;
};
LabelPlan placeLabels(const MapFrame& frame, const QList<MapLayer>& layers,
                      const std::function<double(const QString&)>& width);

} // namespace checkup::draw
