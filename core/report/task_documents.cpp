#include "core/report/task_documents.h"

#include "core/base/file_tools.h"
#include "core/base/in_chinese.h"
#include "core/report/docx_writer.h"
#include "core/report/xlsx_book.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <functional>

namespace checkup::report {

using namespace Qt::StringLiterals;
using collect::Task;
using project::TaskState;
using project::YearData;

namespace {

/// The errors' sentences; what stands on paper is Chinese.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

const QString landscapeTemplate = u":/templates/landscape_table.docx"_s;
const QString letterTemplate = u":/templates/letter.docx"_s;

QString dayText(const QDate& day, const QString& otherwise = {})
{
    return day.isValid() ? day.toString(u"yyyy年M月d日"_s) : otherwise;
}

QString yearsText(const Task& task)
{
    return task.firstYear == task.lastYear ? u"%1年"_s.arg(task.lastYear)
                                           : u"%1—%2年"_s.arg(task.firstYear).arg(task.lastYear);
}

QString tableTitle(const YearData& data)
{
    return u"%1%2年度国土空间规划城市体检评估任务分解表"_s.arg(data.info.city).arg(data.info.year);
}

QString tableNote(const YearData& data, qsizetype tasks)
{
    return u"%1共%2项；数据截至%3年12月31日；同一数据项只采集一次"_s.arg(
        data.info.demonstration ? u"【演示数据】"_s : QString(), QString::number(tasks),
        QString::number(data.info.year));
}

QList<Task> askedOf(const QList<Task>& tasks)
{
    QList<Task> asked = tasks;
    asked.removeIf([](const Task& task) { return !task.asked; });
    return asked;
}

/// Writes a file in a place of its own and moves it to `path` when it is whole.
Result<void> writeWhole(const QString& path,
                        const std::function<Result<void>(const QString&)>& write)
{
    const QTemporaryDir scratch;
    if (!scratch.isValid()) {
        return Error(ErrorCode::Io,
                     Text::tr("不能在临时文件夹“%1”中写文件，请检查磁盘空间和权限后重试。")
                         .arg(QDir::tempPath()),
                     scratch.errorString());
    }
    const QString draft = scratch.filePath(u"draft"_s);
    if (const Result<void> written = write(draft); !written)
        return written;
    const Result<QByteArray> bytes = readFile(draft);
    if (!bytes)
        return bytes.error();
    return writeFileSafely(path, *bytes);
}

void writeTasksSheet(XlsxBook& book, const YearData& data, const QList<Task>& tasks)
{
    XlsxSheet sheet(book, u"任务分解表"_s);
    const QStringList columns = taskTableColumns();
    sheet.title(tableTitle(data), tableNote(data, tasks.size()), static_cast<int>(columns.size()));
    const lxw_row_t headerRow = sheet.row;
    sheet.header(columns);
    sheet.widths({6, 12, 26, 12, 46, 24, 11, 26, 18, 18, 30, 14, 15, 24});
    ++sheet.row;
    int number = 0;
    for (const Task& task : tasks) {
        sheet.number(0, ++number, u"0"_s);
        lxw_col_t column = 1;
        for (const QString& text :
             {task.subject, task.name, task.unit, task.meaning, task.indicators.join(u'、'),
              project::label(task.sourceKind), task.method, task.lead, task.supporting.join(u'、'),
              task.division, yearsText(task), dayText(task.deadline, u"另行通知"_s), task.note})
            sheet.text(column++, text);
        sheet.endRow();
    }
    if (!tasks.isEmpty()) {
        worksheet_autofilter(sheet.get(), headerRow, 0, sheet.row - 1,
                             static_cast<lxw_col_t>(columns.size() - 1));
    }
    worksheet_freeze_panes(sheet.get(), headerRow + 1, 3);
    sheet.printSetUp(headerRow, data.info.city);
}

void writeDepartmentsSheet(XlsxBook& book, const YearData& data, const QList<Task>& tasks)
{
    XlsxSheet sheet(book, u"部门汇总"_s);
    const QStringList columns{u"序号"_s, u"责任部门"_s, u"任务数"_s,   u"联络员"_s,
                              u"职务"_s, u"电话"_s,     u"报送期限"_s, u"下发日期"_s};
    sheet.title(u"%1%2年度体检评估各部门任务汇总"_s.arg(data.info.city).arg(data.info.year),
                u"只列牵头部门；配合部门见任务分解表"_s, static_cast<int>(columns.size()));
    const lxw_row_t headerRow = sheet.row;
    sheet.header(columns);
    sheet.widths({6, 28, 10, 18, 18, 20, 16, 16});
    ++sheet.row;
    int number = 0;
    for (const collect::DepartmentProgress& row : collect::departmentProgress(data, tasks)) {
        const project::Department& department = row.department;
        sheet.number(0, ++number, u"0"_s);
        sheet.text(1, department.name);
        sheet.number(2, row.tasks, u"0"_s);
        sheet.text(3, department.contact);
        sheet.text(4, department.post);
        sheet.text(5, department.phone);
        sheet.text(6, dayText(department.deadline, u"另行通知"_s));
        sheet.text(7, dayText(department.sentAt));
        sheet.endRow();
    }
    worksheet_freeze_panes(sheet.get(), headerRow + 1, 2);
    sheet.printSetUp(headerRow, data.info.city, XlsxSheet::paperA4);
}

Document plainDocument(const YearData& data, const QString& title)
{
    Document document;
    document.title = title;
    document.author = data.info.organisation;
    document.modified = data.info.changedAt;
    return document;
}

TableCell centred(const QString& text)
{
    return {text, TableCell::Align::Centre, {}, false, 1};
}

QList<TableCell> headerOf(const QStringList& names)
{
    QList<TableCell> cells;
    for (const QString& name : names)
        cells.append(centred(name));
    return cells;
}

/// Why a task is on the letter.
QString owedText(const Task& task, const YearData& data)
{
    if (task.state == TaskState::Returned) {
        return task.stateReason.isEmpty() ? u"已退回，待修改后重报"_s
                                          : u"已退回，待修改后重报：%1"_s.arg(task.stateReason);
    }
    const project::Region* city = data.city();
    const auto rivals = city ? data.rivals({task.subject, city->id, data.info.year})
                             : QList<const project::Value*>();
    for (const project::Value* value : rivals) {
        const project::Source* source = data.source(value->source);
        if (source && source->kind == project::SourceKind::Department &&
            value->state == project::ValueState::Missing)
            return u"报为暂缺，请补报"_s;
    }
    return u"未报送"_s;
}

Document letterOf(const YearData& data, const collect::Reminder& reminder, const QDate& day,
                  const QString& contact)
{
    const project::YearInfo& info = data.info;
    Document letter =
        plainDocument(data, u"关于催报%1年度国土空间规划城市体检评估数据的函"_s.arg(info.year));
    const auto body = [&letter](const QString& text,
                                Paragraph::Style style = Paragraph::Style::Body) {
        letter.blocks.append(Paragraph{{{text, false, {}}}, style});
    };
    // Broken where it is read, not in the middle of a word.
    letter.blocks.append(
        Heading{1, {}, u"关于催报%1年度国土空间规划\n城市体检评估数据的函"_s.arg(info.year)});
    body(reminder.department.name + u'：', Paragraph::Style::Emphasis);
    int returned = 0;
    for (const Task& task : reminder.tasks)
        returned += task.state == TaskState::Returned ? 1 : 0;
    QString state =
        u"截至%1，贵单位牵头的数据尚有%2项没有报齐"_s.arg(dayText(day)).arg(reminder.tasks.size());
    if (returned > 0)
        state += u"（其中退回待修改%1项）"_s.arg(returned);
    body(u"根据%1%2年度国土空间规划城市体检评估工作安排，各单位须按任务分解表的时间节点报送数据。"_s
             .arg(info.city)
             .arg(info.year) +
         state + u"，最长已逾期%1天，清单如下："_s.arg(reminder.daysLate));

    Table table;
    table.widths = {10, 32, 15, 22, 28, 32};
    table.header = {
        headerOf({u"序号"_s, u"数据项"_s, u"单位"_s, u"年份"_s, u"应报日期"_s, u"情况"_s})};
    int number = 0;
    for (const Task& task : reminder.tasks) {
        table.rows.append({centred(QString::number(++number)),
                           {task.name, TableCell::Align::Left, {}, false, 1},
                           centred(task.unit),
                           centred(yearsText(task)),
                           centred(dayText(task.deadline)),
                           {owedText(task, data), TableCell::Align::Left, {}, false, 1}});
    }
    letter.blocks.append(table);
    body(
        u"请贵单位于收到本函后3个工作日内补报，以原填报表或修改后的填报表反馈；确实无法提供的，请在“数据状态”一列选明情况，并在“口径说明”中写明原因。报送情况将纳入各单位的工作考核。"_s);
    body(contact.isEmpty() ? u"联系人：　　　　　　　联系电话：　　　　　　　"_s
                           : u"联系人：%1"_s.arg(contact));
    body({});
    body(info.organisation.isEmpty() ? u"%1国土空间规划城市体检评估工作组"_s.arg(info.city)
                                     : info.organisation,
         Paragraph::Style::Note);
    body(dayText(day), Paragraph::Style::Note);
    if (info.demonstration)
        body(u"（演示数据）"_s, Paragraph::Style::Note);
    return letter;
}

/// A department's name as part of a file name.
QString fileSafe(QString name)
{
    static const QRegularExpression forbidden(u"[\\\\/:*?\"<>|\\s]+"_s);
    return name.replace(forbidden, u"_"_s);
}

} // namespace

QStringList taskTableColumns()
{
    return {u"序号"_s,     u"编号"_s,     u"指标（数据项）名称"_s, u"单位"_s,     u"指标内涵"_s,
            u"支撑指标"_s, u"数据来源"_s, u"采集方式"_s,           u"责任部门"_s, u"配合部门"_s,
            u"任务分工"_s, u"年份"_s,     u"时间节点"_s,           u"备注"_s};
}

Result<void> writeTaskTable(const QString& path, const YearData& data, const QList<Task>& tasks,
                            const CancelToken& cancel)
{
    const QList<Task> asked = askedOf(tasks);
    return writeWhole(path, [&](const QString& draft) {
        return writeXlsx(draft, tableTitle(data), data.info, cancel, [&](XlsxBook& book) {
            writeTasksSheet(book, data, asked);
            writeDepartmentsSheet(book, data, asked);
        });
    });
}

Result<void> writeTaskTableDocx(const QString& path, const YearData& data, const QList<Task>& tasks)
{
    const QList<Task> asked = askedOf(tasks);
    Document document = plainDocument(data, tableTitle(data));
    document.subtitle = tableNote(data, asked.size());
    document.headerText = data.info.organisation;
    Table table;
    table.widths = {9, 34, 62, 22, 40, 30, 44, 20, 18};
    table.header = {
        headerOf({u"序号"_s, u"指标（数据项）名称"_s, u"指标内涵"_s, u"数据来源"_s, u"采集方式"_s,
                  u"责任部门"_s, u"任务分工"_s, u"时间节点"_s, u"备注"_s})};
    {
        const InChinese official;
        int number = 0;
        const auto left = [](const QString& text) {
            return TableCell{text, TableCell::Align::Left, {}, false, 1};
        };
        for (const Task& task : asked) {
            QString departments = task.lead;
            if (!task.supporting.isEmpty())
                departments += u"\n（配合：%1）"_s.arg(task.supporting.join(u'、'));
            table.rows.append(
                {centred(QString::number(++number)),
                 left(task.unit.isEmpty() ? task.name : u"%1（%2）"_s.arg(task.name, task.unit)),
                 left(task.meaning), centred(project::label(task.sourceKind)), left(task.method),
                 left(departments), left(task.division + u"；"_s + yearsText(task)),
                 centred(task.deadline.isValid() ? task.deadline.toString(Qt::ISODate)
                                                 : u"另行通知"_s),
                 left(task.note)});
        }
    }
    document.blocks.append(table);
    return writeWhole(path, [&document](const QString& draft) {
        return writeDocx(draft, document, landscapeTemplate);
    });
}

Result<QStringList> writeReminderLetters(const QString& folder, const YearData& data,
                                         const QList<collect::Reminder>& reminders,
                                         const QDate& day, const QString& contact,
                                         const CancelToken& cancel, const ProgressSink& progress)
{
    if (!QDir().mkpath(folder)) {
        return Error(ErrorCode::ReadOnly, Text::tr("不能建立文件夹“%1”，请换一个有写权限的位置。")
                                              .arg(QDir::toNativeSeparators(folder)));
    }
    QStringList files;
    for (qsizetype at = 0; at < reminders.size(); ++at) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消生成催办单。"));
        const collect::Reminder& reminder = reminders.at(at);
        tellProgress(progress, static_cast<double>(at) / static_cast<double>(reminders.size()),
                     reminder.department.name);
        const Document letter = inChinese([&] { return letterOf(data, reminder, day, contact); });
        const QString path =
            QDir(folder).filePath(u"催办单_%1.docx"_s.arg(fileSafe(reminder.department.name)));
        const Result<void> written = writeWhole(path, [&letter](const QString& draft) {
            return writeDocx(draft, letter, letterTemplate);
        });
        if (!written)
            return written.error();
        files.append(path);
    }
    tellProgress(progress, 1, {});
    return files;
}

Result<void> writeAppraisalTable(const QString& path, const YearData& data,
                                 const collect::AppraisalRule& rule,
                                 const QList<collect::UnitAppraisal>& units, const QDate& day,
                                 const CancelToken& cancel)
{
    const QString title =
        u"%1%2年度体检评估数据报送考核表"_s.arg(data.info.city).arg(data.info.year);
    const auto fill = [&](XlsxBook& book) {
        XlsxSheet sheet(book, u"考核表"_s);
        const QStringList columns{u"序号"_s,       u"单位"_s,     u"任务数"_s,   u"已答复"_s,
                                  u"报送期限"_s,   u"首次报送"_s, u"逾期天数"_s, u"按时性得分"_s,
                                  u"完整性得分"_s, u"重报次数"_s, u"退回任务"_s, u"改正问题"_s,
                                  u"规范性得分"_s, u"总分"_s,     u"等次"_s};
        const auto count = static_cast<int>(columns.size());
        sheet.title(
            title,
            u"%1考核日：%2；满分%3分"_s.arg(data.info.demonstration ? u"【演示数据】"_s : QString(),
                                            dayText(day), QString::number(rule.full())),
            count);
        const lxw_row_t headerRow = sheet.row;
        sheet.header(columns);
        sheet.widths({6, 26, 9, 9, 15, 15, 10, 12, 12, 10, 10, 10, 12, 10, 10});
        ++sheet.row;
        int number = 0;
        const QString whole = u"0"_s, points = u"0.0"_s;
        for (const collect::UnitAppraisal& unit : units) {
            const auto cell = [&sheet](char column) {
                return QString(QChar::fromLatin1(column)) + QString::number(sheet.row + 1);
            };
            sheet.number(0, ++number, whole);
            sheet.text(1, unit.department);
            sheet.number(2, unit.tasks, whole);
            sheet.number(3, unit.answered, whole);
            sheet.text(4, dayText(unit.deadline, u"未定"_s), XlsxBook::Look::Centred);
            sheet.text(5, dayText(unit.returnedOn, u"未报送"_s), XlsxBook::Look::Centred);
            sheet.number(6, unit.daysLate, whole);
            sheet.number(7, unit.timeliness, points);
            sheet.number(8, unit.completeness, points);
            sheet.number(9, unit.resubmissions, whole);
            sheet.number(10, unit.returnedTasks, whole);
            sheet.number(11, unit.correctedFindings, whole);
            sheet.number(12, unit.corrections, points);
            sheet.formula(13, u"="_s + cell('H') + u'+' + cell('I') + u'+' + cell('M'), unit.total,
                          points);
            sheet.text(14, collect::label(unit.grade), XlsxBook::Look::Centred);
            sheet.endRow();
        }
        ++sheet.row;
        for (const QString& sentence :
             {u"考核办法："_s + rule.sentence(),
              rule.isChanged() ? u"本项目对参考办法的分值作了调整。"_s : rule.noteZh}) {
            worksheet_merge_range(sheet.get(), sheet.row, 0, sheet.row,
                                  static_cast<lxw_col_t>(count - 1), sentence.toUtf8().constData(),
                                  book.look(XlsxBook::Look::Text));
            // A line of this width takes about ninety Chinese letters.
            worksheet_set_row(sheet.get(), sheet.row,
                              16.0 * static_cast<double>(1 + sentence.size() / 80) + 4, nullptr);
            ++sheet.row;
        }
        worksheet_freeze_panes(sheet.get(), headerRow + 1, 2);
        sheet.printSetUp(headerRow, data.info.city, XlsxSheet::paperA4);
    };
    return writeWhole(path, [&](const QString& draft) {
        return writeXlsx(draft, title, data.info, cancel, fill);
    });
}

} // namespace checkup::report
