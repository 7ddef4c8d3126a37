#pragma once

#include "app/workspace/spatial/map_preview.h"

#include "core/project/spatial_records.h"

#include <QStringList>

namespace checkup::workspace {

/// Reads a layer of the project for the map.
MapPreview::Source sketchOf(const QString& projectPath, const project::Layer& layer);
/// Reads a layer in the coordinates of another one: what lies behind it. Marked are the features
/// whose code or name is one of `names`.
MapPreview::Source sketchBehind(const QString& projectPath, const project::Layer& layer,
                                const project::Layer& shown, const QStringList& names);

} // namespace checkup::workspace
