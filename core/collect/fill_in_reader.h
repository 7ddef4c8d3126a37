#pragma once

#include "core/collect/fill_in_workbook.h"
#include "core/collect/planner.h"

namespace checkup::collect {

/// Whether a workbook holds hidden keys of the fill-in layout, though its identity may be gone.
bool hasFillInKeys(const office::Workbook& workbook);

/// Reads a returned workbook by its hidden keys into the planner. Refuses another city's, another
/// year's or a newer layout's workbook with one error issue and reads nothing of it.
void readFillInWorkbook(Planner& planner, const office::Workbook& workbook,
                        const WorkbookIdentity& identity, const QString& sha256);

} // namespace checkup::collect
