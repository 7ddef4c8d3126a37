#pragma once

#include "core/draw/map_picture.h"
#include "core/draw/shape_cache.h"
#include "core/gdal/crs.h"
#include "core/project/year_data.h"

namespace checkup::draw {

/// A project's layer of a role for a year: that year's, else the nearest earlier one's, else one
/// without a year; nullptr when there is none.
const project::Layer* layerFor(const project::YearData& data, const QString& role, int year);

/// The layer whose plane all maps of a project are in: the districts', else the first that can be
/// drawn; nullptr when there is none.
const project::Layer* planeLayer(const project::YearData& data, int year);

/// The metric plane that a layer is drawn in: its own Gauss-Krüger system, or the 3-degree zone of
/// its middle. Errors of spatial::openLayer.
Result<gdal::Crs> planeFor(const QString& projectPath, const project::Layer& layer);

/// A file that plays a role without being in the project, as a layer: fields are found by the names
/// that the role's columns usually have (catalogue::LayerColumn::names), the class system by the
/// codes of its first features. `layer` empty: the file's only one. Errors of LayerReader.
Result<project::Layer> layerOfFile(const QString& path, const QString& layer, const QString& role);

/// All that a layer's file says about one of its features: fields and their values as texts, in the
/// file's order. NotFound when it has no such number.
struct FieldText
{
    QString field, text;
};
Result<QList<FieldText>> fieldsOf(const QString& projectPath, const project::Layer& layer,
                                  qint64 number);

/// Values of a column, those that are numbers.
Result<QList<double>> numbersOf(const QString& projectPath, const project::Layer& layer,
                                const QString& column, const CancelToken& cancel = {});

/// How many features have each value of a column.
Result<QMap<QString, qint64>> valuesOf(const QString& projectPath, const project::Layer& layer,
                                       const QString& column, const CancelToken& cancel = {});
/// The same of the column that a loaded layer's style names; empty where it has none.
QMap<QString, qint64> valuesOf(const MapLayer& layer);
/// Those of them that a style has no symbol for, where that is a fault.
QMap<QString, qint64> withoutSymbol(const QMap<QString, qint64>& values, const LayerStyle& style);

/// Reads a layer to be drawn with a style. A column that the style needs to tell codes or grades
/// apart must be there, one for names or kinds need not. Shapes that the cache has, made of the
/// same file, columns and plane, are taken from it; else they are kept there. Errors of
/// spatial::openLayer and ShapeStore::read.
Result<MapLayer> loadLayer(const QString& projectPath, const project::Layer& layer,
                           const gdal::Crs& plane, const LayerStyle& style,
                           const CancelToken& cancel = {}, const ProgressSink& progress = {},
                           const ShapeCache* cache = nullptr);

} // namespace checkup::draw
