#pragma once

#include "core/collect/planner.h"

namespace checkup::collect {

/// The mapping that one sheet's header suggests. Issues say what could not be told.
GuessedMapping guessMapping(const project::YearData& data, const Subjects& subjects,
                            const office::Sheet& sheet);

/// Reads a long or wide table into the planner. An error issue when the sheet or a column of the
/// mapping is not there.
void readTable(Planner& planner, const office::Workbook& workbook, const TableMapping& mapping,
               const QString& sha256);

} // namespace checkup::collect
