#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/collect/tasks.h"
#include "core/office/sheet.h"
#include "core/project/year_data.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkup::collect {

/// What a department typed into its workbook: for sample years and tests, so that returns are
/// written through the same layout as what was sent out.
struct FilledIn
{
    struct Figure
    {
        QString subject;
        QString region; ///< code or name; empty: the city
        int year = 0;
        QString
            text; ///< as typed: "22.94" becomes a number cell, "3.2万亩" a text, "=A1*2" a formula
        double result = 0;   ///< cached value, for a formula
        bool asText = false; ///< a number stored as text
    };
    struct Row
    {
        QString subject, region;
        QString state;  ///< as in the drop-down: 有值, 暂缺, 不适用, 未统计, 涉密
        QString note;   ///< 口径说明
        QString source; ///< 数据来源/佐证
    };
    struct Paragraph
    {
        QString group; ///< 评估方面
        project::TextKind kind = project::TextKind::Situation;
        QString text;
    };
    QList<Figure> figures;
    QList<Row> rows;
    QList<Paragraph> texts;
    /// Written over the rows that the project knows by their name, the others into blank rows.
    QList<project::KeyTask> keyTasks;
    QList<project::LayerReturn> layers; ///< by layer code; those not asked for are left out
    /// Leader, contact, post, phone and email, typed over what the project knows.
    std::optional<project::Department> contacts;
    QString person, phone; ///< 填表人
    QDate date;
};

/// Writes one department's workbook (libxlsxwriter): cover with how to fill in; 数值 (rows =
/// subjects, columns = years, with unit, meaning, supporting departments, last year's figure, state
/// drop-down and 口径说明); 分区数值 (the same by district, where the project has districts); 文字
/// (five texts per 评估方面); 重点任务 (those the project knows of this department, and blank
/// rows); 空间数据 (where layers are asked for); 联络表. Protected but for what is to be filled in,
/// keys in a hidden column and a hidden sheet, so that sorting, inserting and moving do not matter.
/// Deterministic bytes. Looks like something an office would send out.
Result<void> writeFillInWorkbook(const QString& path, const project::YearData& data,
                                 const DepartmentTask& task, const FilledIn* filled = nullptr);

/// All of them into a folder; gives the files written, in order of department.
Result<QStringList> writeAllWorkbooks(const QString& folder, const project::YearData& data,
                                      const CancelToken& cancel = {},
                                      const ProgressSink& progress = {});

/// The identity in a fill-in workbook's hidden sheet; nullopt when the workbook is none of ours.
/// Every sheet repeats it in its hidden row, so that a workbook without the hidden sheet is still
/// known.
struct WorkbookIdentity
{
    QString projectUuid, city, department;
    int year = 0;
    int layout = 1;
};
std::optional<WorkbookIdentity> identify(const office::Workbook& workbook);

} // namespace checkup::collect
