#include "core/collect/fill_in_book.h"
#include "core/collect/returned_fields.h"

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

QString contentOf(const FillInBook& book, QStringView field)
{
    const FilledIn* filled = book.filled();
    if (field == u"person")
        return filled ? filled->person : QString();
    if (field == u"person_phone")
        return filled ? filled->phone : QString();
    if (field == u"date")
        return filled && filled->date.isValid() ? filled->date.toString(u"yyyy年M月d日"_s)
                                                : QString();
    const project::Department& known = book.task().department;
    return contactText(filled && filled->contacts ? *filled->contacts : known, field);
}

QString remarkOf(QStringView field)
{
    if (field == u"leader")
        return u"分管本项工作的单位领导，姓名和职务"_s;
    if (field == u"contact")
        return u"每个单位一名联络员，负责汇总、报送和修改"_s;
    if (field == u"phone")
        return u"区号-号码，或手机号码"_s;
    if (field == u"person")
        return u"填写本表的人员"_s;
    if (field == u"date")
        return u"如 2023年4月20日"_s;
    return {};
}

} // namespace

void writeContactSheet(FillInBook& book, lxw_worksheet* on)
{
    const FillInBook::Formats& f = book.formats();
    book.beginTable(
        on,
        {{{}, layout::numberHeader.toString(), 6},
         {{}, layout::contactHeader.toString(), 20},
         {layout::contentColumn.toString(), layout::contentHeader.toString(), 50},
         {{}, u"填写说明"_s, 48}},
        layout::contactSheet.toString(),
        u"填报单位：%1        已有信息请核对，有变动的直接改写"_s.arg(book.task().department.name));
    int row = FillInBook::firstRow;
    for (const layout::Field& field : layout::contactFields) {
        book.text(on, row, 0, layout::contactMark + field.name.toString(), nullptr);
        book.number(on, row, 1, row - FillInBook::headerRow, f.centre);
        book.text(on, row, 2, field.header.toString(), f.label);
        book.text(on, row, 3, contentOf(book, field.name), f.inputText);
        book.text(on, row, 4, remarkOf(field.name), f.left);
        worksheet_set_row(on, lxw_row_t(row), 28, nullptr);
        ++row;
    }
    book.endTable(on, row - 1, 4);
}

} // namespace checkup::collect
