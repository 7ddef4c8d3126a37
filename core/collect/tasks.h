#pragma once

#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace checkup::collect {

/// One thing that is asked for: a line of the 任务分解表.
struct Task
{
    QString subject; ///< indicator code or quantity id
    QString name, nameEn, unit;
    QString meaning; ///< 指标内涵: definition, or what the quantity is and what it is used for
    QStringList indicators; ///< codes that it serves, in catalogue order
    bool asked = true;
    QString lead; ///< as the project writes the department; "待定" when nobody is named
    QStringList supporting;
    project::SourceKind sourceKind = project::SourceKind::Department; ///< 数据来源
    QString method;                                                   ///< 采集方式
    QString division;                                                 ///< 任务分工
    int firstYear = 0, lastYear = 0;                                  ///< years wanted
    QDate deadline; ///< the task's, else the lead department's; invalid: none
    QString note;
    project::TaskState state = project::TaskState::NotSent;
    QString stateReason;
    int wanted = 0;        ///< figures: one a year for the city
    int present = 0;       ///< years of these with a number adopted, whichever source
    bool answered = false; ///< the lead gave a figure of the status year, or said why there is none
    bool hasFigure = false; ///< a number is adopted for the status year, whichever source
    QDate answeredOn;       ///< day on which the answer was taken; invalid: none, or not known
};

/// All tasks in catalogue order: every input of a formula once, whatever number of indicators use
/// it, and every indicator without a formula; excluded indicators ask for nothing. Generated from
/// the catalogue and overlaid with the project's settings, those not asked included (asked =
/// false). What is generated as text is Chinese, as it goes into documents.
/// State: as a person decided (returned, accepted, frozen); else submitted when the lead's figure
/// or reason for the status year came (暂缺 still owes it); else overdue when `today` is past the
/// deadline; else sent when the department's workbook went out; else not sent. Pure.
QList<Task> taskList(const project::YearData& data, const QDate& today);

/// The day that states are judged on when nobody says another: the project's cut-off, else `clock`.
QDate judgementDay(const project::YearInfo& info, const QDate& clock);

/// What one department is asked for: the tasks that it leads, for the years wanted by any of them.
struct DepartmentTask
{
    project::Department department;
    QStringList subjects; ///< in catalogue order
    QList<int> years;     ///< ascending, the status year last
};
/// taskList() by lead department, without what is not asked: what workbooks are written from.
/// Departments in the project's order, then those that only the catalogue names.
QList<DepartmentTask> taskBreakdown(const project::YearData& data);

/// The quantities a formula reads, in the order they are written, without year shifts; empty for
/// none that can be read.
QStringList quantitiesOf(const catalogue::Indicator& indicator);

/// Frozen tasks keep their figures: whoever takes figures in refuses to change them.
bool isFrozen(const project::YearData& data, const QString& subject);

/// How a department stands.
struct DepartmentProgress
{
    project::Department department;
    int tasks = 0;
    std::array<int, 7> counts{}; ///< by TaskState
    int resubmissions = 0;       ///< returns after the first

    int count(project::TaskState state) const { return counts[static_cast<size_t>(state)]; }
};
/// By department, as taskBreakdown() orders them.
QList<DepartmentProgress> departmentProgress(const project::YearData& data,
                                             const QList<Task>& tasks);

/// What a person can say of a task.
enum class TaskField {
    Lead,
    Supporting,
    Source,
    Method,
    Division,
    Years, ///< "2019-2022", or one year
    Deadline,
    Note,
    Asked, ///< yes, no (是, 否)
    State  ///< returned, accepted, frozen, or none: "open"
};
QString key(TaskField);
std::optional<TaskField> taskFieldFromKey(QStringView);
QString label(TaskField);

struct TaskChange
{
    TaskField field = TaskField::Note;
    QString text; ///< empty: as the catalogue has it
};
/// Changes the same fields of one or many tasks. What says the same as the catalogue is not stored.
/// Only what has come can be accepted or frozen, only what came or was accepted is returned (with a
/// reason), and a frozen task is opened before it gets another state; of several tasks those that a
/// state does not fit are left out. Errors: NotFound for a subject that is no task; BadUsage for a
/// text that is not understood, or a state that fits none of the tasks.
Result<project::ChangeSet> editTasks(const project::YearData& data, const QStringList& subjects,
                                     const QList<TaskChange>& changes, const QDate& today,
                                     const QString& reason = {});
/// What a department is asked for as the lead, in catalogue order: to decide on all of it at once.
QStringList subjectsLedBy(const project::YearData& data, const QString& department);
/// Notes the day on which the workbooks went out (invalid: they did not). Departments that only the
/// catalogue names are added to the project. NotFound for one that leads no task.
Result<project::ChangeSet> markSent(const project::YearData& data, const QStringList& departments,
                                    const QDate& day);

/// What a department still owes, for its 催办单.
struct Reminder
{
    project::Department department;
    QList<Task> tasks; ///< overdue, or returned and past the deadline
    int daysLate = 0;  ///< of the task that is longest overdue
};
/// By department; only those that are late on `today`.
QList<Reminder> reminders(const project::YearData& data, const QList<Task>& tasks,
                          const QDate& today);

} // namespace checkup::collect
