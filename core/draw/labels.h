#pragma once

#include "core/draw/map_picture.h"

#include <QFont>

#include <functional>

namespace checkup::draw {

/// A name on a map or a letter of one, its middle at `at` (pixels of the frame), turned by `angle`
/// degrees clockwise.
struct Label
{
    QPointF at;
    double angle = 0;
    QString text;
    double height = 0; ///< of the letters' body, pixels

    bool operator==(const Label&) const = default;
};

/// Places the names of all layers that have them: inside areas where they are widest, along lines
/// where they are straight enough, letter by letter where they bend, beside points. Chinese names
/// along steep lines are written downwards, their letters upright. Nothing overlaps: upper layers
/// and larger shapes come first, names that find no room are left out and counted. A line's name
/// comes again after 60 mm. `width` gives a text's width for a height of 1.
struct LabelPlan
{
    QList<Label> labels;
    qint64 names = 0; ///< that are placed
    qint64 leftOut = 0;
};
LabelPlan placeLabels(const MapFrame& frame, const QList<MapLayer>& layers,
                      const std::function<double(const QString&)>& width);

/// The same painted, with a light rim so that they are read on any ground; the painter's unit is
/// the frame's pixel. Any thread.
LabelPlan paintLabels(QPainter& painter, const MapFrame& frame, const QList<MapLayer>& layers,
                      QFont font);

} // namespace checkup::draw
