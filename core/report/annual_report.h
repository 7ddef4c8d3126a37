#pragma once

#include "core/assess/assessment.h"
#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/year_data.h"
#include "core/report/chart.h"
#include "core/report/document.h"
#include "core/report/printed_fact.h"

#include <QList>

namespace checkup::report {

/// 年度城市体检评估总报告 as a model, with the list of every number printed in it.
struct AnnualReport
{
    Document document;
    QList<PrintedFact> facts;
    QList<Chart> charts; ///< those drawn in it, in order of appearance
    int sentences = 0;   ///< drafted ones, department texts not counted
};

/// Composes the report: 一 工作概况, 二 总体结论, 三 六个方面分析, 四 六个维度指标分析, 五
/// 城市体征诊断, 六 对策建议, 七 数据缺项与口径差异 (with what people adopted and decided, and
/// why), 附录. Drafted sentences are built from facts that are there; one that lacks a fact is not
/// written. What departments returned is quoted with their name. `painter` null leaves the pictures
/// out. Chinese whatever the interface's language; let `assessment` be made in Chinese too
/// (InChinese), since its sentences are quoted. Pure apart from the painter; the painter's thread
/// applies. Errors: Cancelled, and the painter's.
Result<AnnualReport> composeAnnualReport(const project::YearData& data,
                                         const assess::Assessment& assessment,
                                         ChartPainter* painter, const CancelToken& cancel = {},
                                         const ProgressSink& progress = {});

/// The same year with indicators' decimals lowered to what their figures need: a row of whole
/// numbers is printed as 3215 and 2466, not 3215.00 and 2466.00; one figure with two decimals keeps
/// two for all. Never raised above the catalogue's.
project::YearData withPrintedDecimals(const project::YearData& data,
                                      const assess::Assessment& assessment);

/// "厦门市2022年度国土空间规划城市体检评估总报告".
QString annualReportTitle(const project::YearInfo& info);

} // namespace checkup::report
