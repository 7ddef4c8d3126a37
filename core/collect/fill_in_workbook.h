#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/office/sheet.h"
#include "core/project/year_data.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkup::collect {

/// What one department is asked for: quantities (each once, by its first department) and indicators
/// without formula, for the city (and districts where asked), for the years wanted.
struct DepartmentTask
{
    project::Department department;
    QStringList subjects; ///< in catalogue order
    QList<int> years;     ///< ascending, the status year last
};
QList<DepartmentTask> taskBreakdown(const project::YearData& data);

/// Writes one department's workbook (libxlsxwriter): cover with how to fill in, 数值 (rows = subjects,
/// columns = years, with unit, meaning, last year's figure, state drop-down and 口径说明), 文字 (five
/// texts), protected but for what is to be filled in, keys in a hidden column and a hidden sheet, so
/// that sorting, inserting and moving do not matter. Deterministic bytes. Looks like something an
/// office would send out.
Result<void> writeFillInWorkbook(const QString& path, const project::YearData& data, const DepartmentTask& task);

/// All of them into a folder; gives the files written, in order of department.
Result<QStringList> writeAllWorkbooks(const QString& folder, const project::YearData& data,
                                      const CancelToken& cancel = {}, const ProgressSink& progress = {});

/// The identity in a fill-in workbook's hidden sheet; nullopt when the workbook is none of ours.
struct WorkbookIdentity
{
    QString projectUuid, city, department;
    int year = 0;
    int layout = 1;
};
std::optional<WorkbookIdentity> identify(const office::Workbook& workbook);

} // namespace checkup::collect
