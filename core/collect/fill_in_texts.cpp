#include "core/collect/fill_in_book.h"

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

/// The 评估方面 this department has a say in, in catalogue order; "" (总体) when there is none.
QStringList groupsOf(const FillInBook& book)
{
    const project::YearData& data = book.data();
    const QStringList& subjects = book.task().subjects;
    QStringList groups;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (indicator.excluded || indicator.aspect.isEmpty() || groups.contains(indicator.aspect))
            continue;
        bool concerned = subjects.contains(indicator.code) ||
                         findDepartment({book.task().department}, data.info.city,
                                        leadDepartment(indicator.department));
        if (!concerned) {
            const QStringList inputs = book.inputsOf(indicator.code);
            // A lone shared input (population) does not make a department speak for the whole
            // aspect.
            concerned = !inputs.isEmpty() && subjects.contains(inputs.first());
        }
        if (concerned)
            groups.append(indicator.aspect);
    }
    if (book.filled()) {
        for (const FilledIn::Paragraph& paragraph : book.filled()->texts) {
            if (!groups.contains(paragraph.group))
                groups.append(paragraph.group);
        }
    }
    if (groups.isEmpty())
        groups.append(QString());
    return groups;
}

QString typedText(const FillInBook& book, const QString& group, project::TextKind kind)
{
    if (book.filled()) {
        for (const FilledIn::Paragraph& paragraph : book.filled()->texts) {
            if (paragraph.group == group && paragraph.kind == kind)
                return paragraph.text;
        }
    }
    return {};
}

} // namespace

void writeTextSheet(FillInBook& book, lxw_worksheet* on)
{
    const FillInBook::Formats& f = book.formats();
    book.beginTable(on,
                    {{{}, layout::numberHeader.toString(), 6},
                     {{}, layout::groupHeader.toString(), 16},
                     {{}, layout::kindHeader.toString(), 16},
                     {layout::textColumn.toString(), layout::textHeader.toString(), 96}},
                    layout::textSheet.toString(),
                    u"填报单位：%1        每格 500 字以内，写事实、数据和原因，没有的留空"_s.arg(
                        book.task().department.name));
    int row = FillInBook::firstRow;
    for (const QString& group : groupsOf(book)) {
        for (int at = 0; at < static_cast<int>(std::size(layout::textKindWords)); ++at, ++row) {
            const auto kind = static_cast<project::TextKind>(at);
            book.text(on, row, 0, layout::textMark + group + layout::separator + project::key(kind),
                      nullptr);
            book.number(on, row, 1, row - FillInBook::headerRow, f.centre);
            book.text(on, row, 2, group.isEmpty() ? u"总体"_s : group, f.centre);
            book.text(on, row, 3, layout::textKindWords[at].toString(), f.centre);
            const QString what = typedText(book, group, kind);
            book.text(on, row, 4, what, f.inputTop);
            worksheet_set_row(on, lxw_row_t(row),
                              std::clamp(15.0 * lineCount(what, 92) + 8, 48.0, 400.0), nullptr);
        }
    }
    book.endTable(on, row - 1, 4);
}

} // namespace checkup::collect
