#pragma once

#include "core/collect/tasks.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::collect {

/// A layer of the 基础数据库, as departments are asked for it. Names outside 地类图斑 and the
/// control lines are this program's own, not a standard's (resources/layers/layers.json).
struct SpatialLayer
{
    enum class Geometry { Polygon, Line, Point, Table };
    QString code;   ///< "DLTB", letters and "_"; what project::LayerReturn::layer holds
    QString name;   ///< "地类图斑"
    QString group;  ///< "现状"
    QString fields; ///< those that it must have, "、" between
    Geometry geometry = Geometry::Polygon;
};

/// In the order of the database's list. Thread-safe.
const QList<SpatialLayer>& spatialLayers();
/// nullptr when there is none.
const SpatialLayer* spatialLayer(const QString& code);
/// "DLTB 地类图斑"; the code alone for an unknown one.
QString layerTitle(const QString& code);

/// The layers that a quantity's `layer` names ("DLWL x CQFW" → DLWL, CQFW), in that order. Words
/// that are no layer (fields, POI, grid) are left out.
QStringList layersOf(const QString& expression);

/// A layer that one department is asked for, with the subjects that are computed from it.
struct LayerAsked
{
    QString code;
    QStringList subjects; ///< quantities whose `layer` names it, in catalogue order
};

/// What each task's department is asked for, in the order of `tasks`. Every layer is asked of one
/// department: the one whose own quantities lean on it most (a quantity counts for 1/n of each of
/// its n layers, and for less the later the layer is named); of equal ones the first.
QList<QList<LayerAsked>> layersAsked(const project::YearData& data,
                                     const QList<DepartmentTask>& tasks);

QString labelInFiles(SpatialLayer::Geometry); ///< 面, 线, 点, 表; Chinese in any language

} // namespace checkup::collect
