#pragma once

#include "core/collect/fill_in_workbook.h"
#include "core/collect/planner.h"

namespace checkup::collect {

/// Whether a workbook holds hidden keys of the fill-in layout, though its identity may be gone.
bool hasFillInKeys(const office::Workbook& workbook);

/// The department as the project writes it, or as the workbook does.
QString departmentOf(const project::YearData& data, const WorkbookIdentity& identity);

/// Whether a workbook was sent out for this city and year in a layout that is known; otherwise one
/// error issue says why it is refused. Another project file's is taken with a warning.
bool isOurs(Planner& planner, const office::Workbook& workbook, const WorkbookIdentity& identity);

/// Reads a returned workbook that is ours by its hidden keys into the planner. Gives how many
/// figures of the city it asks for.
int readFillInWorkbook(Planner& planner, const office::Workbook& workbook,
                       const WorkbookIdentity& identity, const QString& sha256);

/// Who filled a workbook in, and when, from its 联络表 (its cover in layout 1).
struct Signature
{
    QString person;
    QDate date; ///< invalid: not written, or not understood
};
Signature signatureOf(const office::Workbook& workbook);

} // namespace checkup::collect
