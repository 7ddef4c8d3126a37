#pragma once

#include "core/base/cancel.h"
#include "core/draw/map_picture.h"
#include "core/gdal/crs.h"
#include "core/project/year_data.h"

namespace checkup::draw {

/// What a map of differences shows.
enum class Comparison {
    LandChange,  ///< what parcels became whose class was another in the earlier year
    BuiltChange, ///< of these only from or to land for construction
    PlanGap ///< land for construction outside the urban boundary, in redlines, in basic farmland
};

/// Such a map's layers, the first at the bottom.
struct Compared
{
    QList<MapLayer> layers;
    project::LayerId of; ///< the layer whose features the bottom one has
    QStringList lacking; ///< layers that it would need, a few words each; then there may be no map
};

/// Draws the differences of a year as the sheets do (SheetLayer::Look::Change and Cases): by up to
/// three places inside each parcel. Reads the layers. Names are Chinese. Errors of SheetLayers;
/// Cancelled. Any thread.
Result<Compared> compare(Comparison kind, const QString& projectPath, const project::YearData& data,
                         const gdal::Crs& plane, const CancelToken& cancel = {});

} // namespace checkup::draw
