#pragma once

#include "core/assess/assessment.h"
#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/project/year_data.h"

#include <QString>
#include <QStringList>

namespace checkup::report {

/// Writes 指标结论表.xlsx: sheets 市域 (one row an indicator, the columns of conclusionColumns()),
/// 分区 (indicator × district), 统计 (verdicts by dimension, implementation rates, native charts)
/// and 说明 (definitions, formulas, sources, how sure they are). Numbers are numbers with the
/// indicator's decimals as format; what is not there is said in words (暂缺, 不适用…), never left
/// as a zero. A formula is written together with its value. Printed on A3 landscape, header rows
/// repeated. The same data gives the same bytes; the only time in the file is data.info.changedAt.
/// Errors: Io, ReadOnly or DiskFull with the path; Cancelled. Writes `path` itself, not beside it:
/// writePackage() moves whole files.
Result<void> writeConclusionTable(const QString& path, const project::YearData& data,
                                  const assess::Assessment& assessment,
                                  const CancelToken& cancel = {});

/// The headings of sheet 市域 in order.
QStringList conclusionColumns(const project::YearInfo& info);

/// "暂缺", "不适用", … for a figure that is not present.
QString absenceText(project::ValueState state);

} // namespace checkup::report
