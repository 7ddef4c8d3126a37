#pragma once

#include "core/draw/map_picture.h"

namespace checkup::workspace {

/// What a pane shows at the moment, and what is to be said about it.
struct MapScene
{
    QList<draw::MapLayer> layers; ///< the first at the bottom
    QStringList faults;           ///< sentences
    bool loading = false;
    bool wanted = false; ///< there is something that it could show
};

} // namespace checkup::workspace
