#pragma once

#include "core/collect/foreign_table.h"
#include "core/collect/planner.h"
#include "core/collect/table_grid.h"

namespace checkup::collect {

/// The mapping that one sheet's header and keys suggest. Issues say what could not be told.
GuessedMapping guessMapping(const project::YearData& data, const Subjects& subjects,
                            const office::Sheet& sheet);

/// Reads a table into the planner. An error issue when the sheet or a column of the mapping is not
/// there; false when it was cancelled.
bool readTable(Planner& planner, const office::Workbook& workbook, const TableMapping& mapping,
               const QString& sha256, const CancelToken& cancel = {});

/// Words for a sum over rows or columns: "合计" may be the whole city, "小计" never is.
bool isGrandTotal(const QString& text);
bool isSubtotal(const QString& text);

/// A row's or column's name without its number or 其中： before it: "一、常住人口", "1.常住人口".
QString withoutNumbering(const QString& text);

} // namespace checkup::collect
