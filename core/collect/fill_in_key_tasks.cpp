#include "core/collect/fill_in_book.h"
#include "core/collect/returned_fields.h"

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

constexpr int blankRows = 12;

/// What the project knows of this department's key tasks, and what it typed over them or below.
struct Row
{
    project::KeyTask task;
    bool known = false; ///< name and lead are the row's key and locked
};

QList<Row> rowsOf(const FillInBook& book)
{
    const project::YearData& data = book.data();
    QList<Row> rows;
    for (const project::KeyTask& task : data.keyTasks) {
        if (findDepartment({book.task().department}, data.info.city, task.lead))
            rows.append({task, true});
    }
    if (!book.filled())
        return rows;
    for (const project::KeyTask& typed : book.filled()->keyTasks) {
        const auto known = std::find_if(rows.begin(), rows.end(), [&typed](const Row& row) {
            return row.known && row.task.name == typed.name;
        });
        if (known == rows.end()) {
            rows.append({typed, false});
            continue;
        }
        const QString lead = known->task.lead;
        known->task = typed;
        known->task.lead = lead;
    }
    return rows;
}

QStringList aspectsOf(const catalogue::Catalogue& catalogue)
{
    QStringList aspects;
    for (const catalogue::Indicator& indicator : catalogue.indicators) {
        if (!indicator.aspect.isEmpty() && !aspects.contains(indicator.aspect))
            aspects.append(indicator.aspect);
    }
    return aspects;
}

} // namespace

void writeKeyTaskSheet(FillInBook& book, lxw_worksheet* on)
{
    const FillInBook::Formats& f = book.formats();
    static constexpr double widths[] = {11, 26, 13, 14, 16, 24, 28, 9, 11, 18, 26, 24, 13, 20, 20};
    static_assert(std::size(widths) == std::size(layout::keyTaskFields));
    QList<FillInBook::Column> columns{{{}, layout::numberHeader.toString(), 6}};
    for (size_t at = 0; at < std::size(widths); ++at) {
        columns.append({layout::keyTaskFields[at].name.toString(),
                        layout::keyTaskFields[at].header.toString(), widths[at]});
    }
    const QString department = book.task().department.name;
    book.beginTable(
        on, columns, layout::keyTaskSheet.toString(),
        u"填报单位：%1        本单位牵头的规划实施重点任务：已列出的请更新完成情况，新增的填在空行；完成率填 0 至 100 的数，截至%2年12月31日"_s
            .arg(department)
            .arg(book.data().info.year));

    QList<Row> rows = rowsOf(book);
    for (int blank = 0; blank < blankRows; ++blank)
        rows.append(Row{});
    int blank = 0;
    int row = FillInBook::firstRow;
    for (Row& line : rows) {
        if (!line.known && line.task.lead.isEmpty())
            line.task.lead = department;
        book.text(on, row, 0,
                  layout::keyTaskMark + (line.known
                                             ? line.task.lead + layout::separator + line.task.name
                                             : layout::separator + QString::number(++blank)),
                  nullptr);
        book.number(on, row, 1, row - FillInBook::headerRow, f.centre);
        int lines = 1;
        for (size_t at = 0; at < std::size(widths); ++at) {
            const QStringView field = layout::keyTaskFields[at].name;
            const bool identity = field == u"task" || field == u"lead";
            const bool centred = field == u"aspect" || field == u"origin" || field == u"status" ||
                                 field == u"due" || field == u"lead";
            const int column = static_cast<int>(at) + 2;
            if (field == u"rate") {
                if (line.task.rate)
                    book.number(on, row, column, *line.task.rate, f.inputNumber);
                else
                    book.text(on, row, column, {}, f.inputNumber);
                continue;
            }
            const QString text = keyTaskText(line.task, field);
            lines = std::max(lines, lineCount(text, widths[at] - 3));
            lxw_format* how = line.known && identity ? (centred ? f.centre : f.left)
                              : centred              ? f.inputCentre
                                                     : f.inputText;
            book.text(on, row, column, text, how);
        }
        worksheet_set_row(on, lxw_row_t(row), std::clamp(14.5 * lines + 6, 30.0, 400.0), nullptr);
        ++row;
    }

    const auto columnOf = [](QStringView field) {
        const auto* found =
            std::find_if(std::begin(layout::keyTaskFields), std::end(layout::keyTaskFields),
                         [field](const layout::Field& known) { return known.name == field; });
        return static_cast<int>(found - std::begin(layout::keyTaskFields)) + 2;
    };
    const QStringList aspects = aspectsOf(book.data().catalogue);
    const int last = row - 1;
    if (!aspects.isEmpty()) {
        book.choose(on, FillInBook::firstRow, last, columnOf(u"aspect"),
                    {aspects, u"评估方面"_s, u"任务所属的评估方面。"_s,
                     u"请从列表中选择：%1。"_s.arg(aspects.join(u'、'))});
    }
    const QStringList origins = listed(layout::originWords);
    book.choose(on, FillInBook::firstRow, last, columnOf(u"origin"),
                {origins, u"任务来源"_s, u"列表中没有的，可以直接填写文件名称。"_s,
                 u"列表中没有这一来源。仍要保留吗？"_s, false});
    const QStringList states = listed(layout::keyTaskStateWords);
    book.choose(on, FillInBook::firstRow, last, columnOf(u"status"),
                {states, u"状态"_s, u"截至%1年12月31日的状态。"_s.arg(book.data().info.year),
                 u"请从列表中选择：%1。"_s.arg(states.join(u'、'))});
    book.checkNumber(on, FillInBook::firstRow, columnOf(u"rate"), last, columnOf(u"rate"), 0, 100,
                     u"完成率（%）"_s, u"填 0 至 100 的数，例如完成八成五填 85。"_s,
                     u"完成率应当是 0 至 100 的数。仍要保留吗？"_s);
    book.endTable(on, last, static_cast<int>(columns.size()), 3, FillInBook::a3);
}

} // namespace checkup::collect
