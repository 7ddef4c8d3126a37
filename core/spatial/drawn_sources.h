#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/gdal/layer_reader.h"

#include <QList>
#include <QString>

/// Sources that hold many kinds of things in one layer of GDAL's.
namespace checkup::spatial {

/// Features of one kind in such a source.
struct SourcePart
{
    QString name;         ///< as people call it: the drawing's layer, "道路 highway=*"
    QString layer;        ///< for LayerReader, joined by "+"
    QString where;        ///< which of its features
    QString role;         ///< where the kind tells; empty: to be guessed from the name
    gdal::LayerInfo info; ///< with the number of features and their drawing
};

/// The layers of a DXF or DWG drawing, each with what most of its features are; closed lines count
/// as polygons where they are most. Texts and empty layers are left out. Reads the whole drawing.
Result<QList<SourcePart>> drawingLayers(const QString& place, const QList<gdal::LayerInfo>& layers,
                                        const CancelToken& cancel);

/// Roads, railways, buildings and facilities of OpenStreetMap by their tags, as far as there are
/// any. Schools are one kind there: all are offered as primary schools. Reads the whole file.
Result<QList<SourcePart>> streetMapLayers(const QString& place,
                                          const QList<gdal::LayerInfo>& layers,
                                          const CancelToken& cancel);

} // namespace checkup::spatial
