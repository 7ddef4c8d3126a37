#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/collect/appraisal.h"
#include "core/collect/tasks.h"
#include "core/project/year_data.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::report {

/// The papers that go with collecting. All are Chinese whatever the interface's language; the same
/// data give the same bytes. Files are written beside and renamed. Errors: ReadOnly, Io or DiskFull
/// with the path; Cancelled. The Word papers need a QGuiApplication; any thread.

/// 任务分解表.xlsx: what is asked for, by catalogue order, and the departments with their counts on
/// a second sheet. Tasks that are not asked are left out.
Result<void> writeTaskTable(const QString& path, const project::YearData& data,
                            const QList<collect::Task>& tasks, const CancelToken& cancel = {});

/// The same as a landscape Word table: 指标名称、指标内涵、数据来源、采集方式、责任部门、任务分工、
/// 时间节点.
Result<void> writeTaskTableDocx(const QString& path, const project::YearData& data,
                                const QList<collect::Task>& tasks);

/// Headings of the first sheet of the xlsx, in order.
QStringList taskTableColumns();

/// A 催办单 for each reminder, "催办单_水利局.docx", into a folder (made when absent): to the unit,
/// what is owed since when and why, signed by the project's organisation on `day`. `contact` is who
/// to ask ("张三，0592-0000000"); blank lines to be filled in by hand when it is empty. Gives the
/// paths.
Result<QStringList> writeReminderLetters(const QString& folder, const project::YearData& data,
                                         const QList<collect::Reminder>& reminders,
                                         const QDate& day, const QString& contact = {},
                                         const CancelToken& cancel = {},
                                         const ProgressSink& progress = {});

/// 考核表.xlsx: the units with their counts, points and grade, and the rule in words below.
Result<void> writeAppraisalTable(const QString& path, const project::YearData& data,
                                 const collect::AppraisalRule& rule,
                                 const QList<collect::UnitAppraisal>& units, const QDate& day,
                                 const CancelToken& cancel = {});

} // namespace checkup::report
