#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/gdal/tile_archive.h"

#include <QString>

namespace checkup::workspace {

/// The tiles of a base map as Qt Location's map takes them, all of it in local files.
struct BaseTiles
{
    QString
        providers; ///< folder that tells the map where its tiles are, for each kind of map it has
    QString cache; ///< folder for what the map keeps of its own
    int minZoom = 0, maxZoom = 0;
    bool operator==(const BaseTiles&) const = default;
};

/// Of a folder with z/x/y.png (or .jpg), which is read where it is, or of an MBTiles file, whose
/// tiles around a box are unpacked below `cacheFolder` once. A folder's rows count from the north;
/// where the tiles of the box are there only when rows count from the south (TMS), or could be
/// either and the folder says so (tilemapresource.xml, metadata.json), those around the box are
/// linked below `cacheFolder` by the other number. Any thread.
/// Errors: those of gdal::TileArchive; NotFound and Unsupported (no such tiles in the folder, a
/// format that this Qt does not read), Io, DiskFull, Cancelled.
Result<BaseTiles> prepareBaseTiles(const QString& source, const QString& cacheFolder,
                                   const gdal::LonLatBox& around, const CancelToken& cancel = {},
                                   const ProgressSink& progress = {});

} // namespace checkup::workspace
