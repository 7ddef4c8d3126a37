#pragma once

#include "core/base/result.h"
#include "core/gdal/handles.h"

#include <QByteArray>
#include <QString>

namespace checkup::gdal {

/// Whether a file's name is a drawing's.
bool isDwgFile(const QString& path);

/// "AC1032（AutoCAD 2018）" by a drawing's first bytes; empty when they are no drawing's.
QString dwgVersion(const QByteArray& head);

/// A drawing of AutoCAD 2000 (AC1015) as a layer "entities" in memory, with the fields Layer,
/// Kind and EntityHandle, much as GDAL has drawings in DXF: lines, arcs, circles, ellipses, points
/// and polylines of the model space, arcs as lines of 4° each, closed ones with their first point
/// again at the end. GDAL's own driver is not used: it reads no further than the first object that
/// it does not know, and leaves polylines open that are closed. What is not read (blocks'
/// references, hatches, splines) is counted by kind under "LEFT_OUT" in the data set's metadata;
/// texts are not. After the Open Design Alliance's description of the format.
///
/// `bytes` are the whole file's. Unsupported for other versions (the sentence names version and
/// remedy), Damaged for a file that contradicts itself.
Result<Dataset> openDwg(const QByteArray& bytes, const QString& name);
/// The same of a file, also of one in an archive. Io, TooLarge.
Result<Dataset> openDwg(const QString& path);

} // namespace checkup::gdal
