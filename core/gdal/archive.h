#pragma once

#include "core/base/result.h"
#include "core/office/limits.h"

#include <QString>
#include <QStringList>

namespace checkup::gdal {

/// The files in a .zip, as places that LayerReader opens ("/vsizip/{…}/厦门/DLTB.shp"), folders
/// named like file geodatabases as one. Names that are not UTF-8 are taken for GBK, as Windows
/// packs them. TooLarge for an archive that says it unpacks to more than the limits, or to so much
/// more than it is that it must be a bomb; Invalid where a name leads out of the archive; Damaged.
Result<QStringList> archivedFiles(const QString& path, const office::Limits& limits = {});

/// Copies a file of an archive into a folder, under the last part of its name; the copy's path.
/// TooLarge, Damaged, Io.
Result<QString> unpackInto(const QString& folder, const QString& place,
                           const office::Limits& limits = {});

/// The name that a place in an archive has there; the path itself otherwise.
QString nameInArchive(const QString& place);

} // namespace checkup::gdal
