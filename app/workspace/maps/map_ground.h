#pragma once

#include "core/base/error.h"
#include "core/draw/map_picture.h"

#include <QObject>

class QPainter;

namespace checkup::workspace {

/// What lies below a map's layers and comes from elsewhere than the project. It follows one canvas:
/// what it has already stands where it belongs until what was asked for is there. Interface thread.
class MapGround : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What the canvas shows from now on; changed() follows when the ground of it is there.
    virtual void follow(const draw::MapFrame& frame) = 0;
    /// Lays what there is on a painter whose unit is the frame's pixel.
    virtual void paint(QPainter& painter, const draw::MapFrame& frame) const = 0;

Q_SIGNALS:
    void changed();
    void failed(const checkup::Error& error);
};

} // namespace checkup::workspace
