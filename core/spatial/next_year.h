#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/project/project_file.h"

#include <QStringList>

/// Next year's project from this one, with its layers.
namespace checkup::spatial {

/// A layer of last year's project and what becomes of it.
struct CarriedLayer
{
    project::Layer layer; ///< as the new project has it; as it was where it stays behind
    bool stays = false;   ///< behind: the new project goes without it
    QString why;          ///< stays: a sentence
};

/// What becomes of layers when a year is rolled forward to `year`; looks at no file. Boundaries and
/// plans (the groups 基础 and 底线 of the roles) go along as they are. What describes a year goes
/// along as that year's, so that the next one has something to be compared with: the newest of each
/// role and what is of the base year; what was tied to no year becomes the status year's, so that
/// the next survey takes its place. Older ones stay behind.
QList<CarriedLayer> layersForNextYear(const project::YearData& data);

/// Roles whose newest layer is of a year before the status year: what is to be collected anew, in
/// the order of the roles.
QStringList rolesToRenew(const project::YearData& data);

struct NextYear
{
    project::ProjectFile file; ///< open for writing
    QList<CarriedLayer> layers;
    QStringList renew; ///< rolesToRenew of the new project
    Issues issues;     ///< layers that were not what they were when taken
};

/// project::rollForward, and the layers: feature tables are copied, files and databases are
/// referred to (relative paths anew), with roles, fields, class systems and reference systems. The
/// new file appears when all of it is there, or not at all; last year's stays as it is. Errors:
/// those of project::rollForward and gdal::copyLayer, Cancelled.
Result<NextYear> rollForward(const QString& lastYear, const QString& path, int year,
                             const CancelToken& cancel = {}, const ProgressSink& progress = {});

} // namespace checkup::spatial
