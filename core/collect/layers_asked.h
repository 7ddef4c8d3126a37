#pragma once

#include "core/catalogue/layer_roles.h"
#include "core/collect/tasks.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::collect {

/// A layer that one department is asked for, with the subjects that are computed from it.
struct LayerAsked
{
    QString code;         ///< catalogue::LayerRole::code
    QStringList subjects; ///< quantities whose `layer` names it, in catalogue order
};

/// What each task's department is asked for, in the order of `tasks`. Every layer is asked of one
/// department: the one whose own quantities lean on it most (a quantity counts for 1/n of each of
/// its n layers, and for less the later the layer is named); of equal ones the first.
QList<QList<LayerAsked>> layersAsked(const project::YearData& data,
                                     const QList<DepartmentTask>& tasks);

} // namespace checkup::collect
