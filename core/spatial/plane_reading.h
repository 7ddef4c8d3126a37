#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/gdal/layer_reader.h"

#include <functional>

namespace checkup::spatial {

/// A layer opened for reading, and the system its coordinates are in.
struct OpenLayer
{
    gdal::LayerReader* reader = nullptr;
    gdal::Crs crs;
};

/// Reads a layer's remaining features into a plane, vertex by vertex, one after the other; progress
/// runs from `from` to `to`. Errors: those of LayerReader, of Transformation and of `use`;
/// Cancelled.
Result<void> readInto(const gdal::Crs& plane, const OpenLayer& layer, const CancelToken& cancel,
                      const ProgressSink& progress, double from, double to,
                      const std::function<Result<void>(gdal::LayerFeature&)>& use);

} // namespace checkup::spatial
