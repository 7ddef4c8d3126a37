#pragma once

#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QList>

namespace checkup::collect {

/// The five stages of a check-up with their usual dates, for a project that has no plan of its own:
/// figures are those of 31 December of the status year, results are due by the end of the next
/// November. Names are Chinese, as they are stored and printed. [ours after practice]
QList<project::PlanStage> proposedStages(const project::YearInfo& info);

/// The project's plan, or the proposed one (whose ids are 0).
QList<project::PlanStage> stagesOf(const project::YearData& data);

/// Changes the stage at `index` of stagesOf(), or adds one when `index` is their number; the first
/// edit stores the whole proposed plan with it. NotFound for a stage that is not there; Invalid
/// when a date is missing or it ends before it begins.
Result<project::ChangeSet> changeStage(const project::YearData& data, int index,
                                       const project::PlanStage& stage);

/// Takes a stage away, storing the rest of a plan that was only proposed. NotFound; Invalid for the
/// last one left.
Result<project::ChangeSet> removeStage(const project::YearData& data, int index);

} // namespace checkup::collect
