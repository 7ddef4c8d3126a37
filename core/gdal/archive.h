#pragma once

#include "core/base/result.h"
#include "core/office/limits.h"

#include <QString>
#include <QStringList>

namespace checkup::gdal {

/// The files in a .zip, as places that LayerReader opens ("/vsizip/{…}/厦门/DLTB.shp"), folders
/// named like file geodatabases as one. Names that are not UTF-8 are taken for GBK, as Windows
/// packs them. TooLarge for an archive that says it unpacks to more than the limits; Damaged.
Result<QStringList> archivedFiles(const QString& path, const office::Limits& limits = {});

/// The name that a place in an archive has there; the path itself otherwise.
QString nameInArchive(const QString& place);

} // namespace checkup::gdal
