#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/gdal/layer_reader.h"
#include "core/spatial/filter.h"

#include <functional>

namespace checkup::spatial {

/// A layer of a question.
struct CoverLayer
{
    QString path;
    QString layer; ///< empty: the only one
    int epsg = 0;  ///< where the layer states no reference system or a wrong one; 0: as stated
    QList<Condition> where = {}; ///< features to take; columns are the file's fields
};

/// A layer opened for reading, and the system its coordinates are in.
struct OpenLayer
{
    gdal::LayerReader* reader = nullptr;
    gdal::Crs crs;
    /// Which features are taken; empty: all.
    std::function<bool(const gdal::LayerFeature&)> takes = {};
};

/// Owns what an OpenLayer points to.
struct OpenedLayer
{
    gdal::LayerReader reader;
    gdal::Crs crs;
    std::function<bool(const gdal::LayerFeature&)> takes = {};

    OpenLayer layer() { return {&reader, crs, takes}; }
};

/// Fields of conditions come after `fields` among the attributes. Errors of LayerReader::open and
/// systemOf.
Result<OpenedLayer> openLayer(const CoverLayer& layer, const QStringList& fields = {});

/// The number in an attribute, 0 where it is empty. BadUsage where it is none, naming the field.
Result<double> numberIn(const gdal::LayerFeature& feature, qsizetype attribute,
                        const QString& layer, const QString& field);

/// Reads the remaining features that a layer gives into a plane, vertex by vertex, one after the
/// other; progress runs from `from` to `to`. Errors: those of LayerReader, of Transformation and of
/// `use`; Cancelled.
Result<void> readInto(const gdal::Crs& plane, const OpenLayer& layer, const CancelToken& cancel,
                      const ProgressSink& progress, double from, double to,
                      const std::function<Result<void>(gdal::LayerFeature&)>& use);

} // namespace checkup::spatial
