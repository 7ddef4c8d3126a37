#pragma once

#include "app/workspace/maps/selection_panel.h"
#include "core/draw/map_picture.h"

namespace checkup::workspace {

class MapLibrary;

/// Layers that show what is selected, to be laid over the others.
QList<draw::MapLayer> selectionMarks(const SelectionPanel::Selection& selection,
                                     const MapLibrary& library);

} // namespace checkup::workspace
