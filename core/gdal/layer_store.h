#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <QString>

namespace checkup::gdal {

/// A layer that is to be copied from one GeoPackage into another.
struct LayerCopy
{
    QString from, layer; ///< file and its layer
    QString into, table; ///< a GeoPackage that exists, and a table that it has not
    QString title;       ///< shown by other programs
};

/// Adds the layer with a spatial index in one transaction: all of it is there at the end, or
/// nothing. Others may have the file open; in rollback mode none of them may be half way through
/// reading. Errors: Busy, ReadOnly, DiskFull, Io, Invalid (the table exists), Cancelled.
Result<void> copyLayer(const LayerCopy& copy, const CancelToken& cancel = {});

} // namespace checkup::gdal
