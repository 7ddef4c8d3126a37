#pragma once

#include "app/workspace/maps/base_tiles.h"
#include "app/workspace/maps/map_ground.h"

#include "core/gdal/crs.h"

namespace checkup::workspace {

class Jobs;

/// Why the program was built without base maps: a sentence with the remedy. Empty: it has them.
QString baseMapFault();

/// A map of tiles under a canvas, drawn by Qt Location, which never leaves the machine: its tiles
/// are local files and every request to a host is refused. Qt Location knows Web Mercator only; its
/// pictures are brought into the canvas's plane, so that layers and panes meet to the pixel.
/// Unsupported: what it needs is not installed.
Result<MapGround*> makeBaseMap(Jobs* jobs, const BaseTiles& tiles, const gdal::Crs& plane,
                               QObject* parent);

} // namespace checkup::workspace
