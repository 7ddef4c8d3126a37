#pragma once

#include <QPointF>
#include <QString>

class QKeyEvent;

namespace checkup::workspace {

/// What the keyboard does on any map: + and - zoom, the arrows pan, Home shows all, Enter does what
/// the map does on it.
struct MapMove
{
    enum class Kind { None, Zoom, Pan, All, Enter };
    Kind kind = Kind::None;
    double zoom = 1; ///< Zoom: below 1 is closer
    QPointF pan;     ///< Pan: pixels
};
MapMove mapMoveOf(const QKeyEvent& event, int width);

/// The length of a scale bar in metres: 1, 2 or 5 times a power of ten, at most `metres`.
double scaleBarLength(double metres);
/// "2 千米", in the interface's language.
QString lengthText(double metres);

} // namespace checkup::workspace
