#include "core/collect/fill_in_book.h"

namespace checkup::collect {

using namespace Qt::StringLiterals;

void writeCoverSheet(FillInBook& book, lxw_worksheet* on, const QStringList& sheets)
{
    const FillInBook::Formats& f = book.formats();
    worksheet_set_column(on, 0, 0, 2, nullptr);
    worksheet_set_column(on, 1, 1, 16, nullptr);
    worksheet_set_column(on, 2, 2, 30, nullptr);
    worksheet_set_column(on, 3, 3, 16, nullptr);
    worksheet_set_column(on, 4, 4, 30, nullptr);
    worksheet_set_row(on, 0, 56, nullptr);
    book.merged(on, 0, 1, 4, book.title(), f.title);

    const project::Department& department = book.task().department;
    const int year = book.data().info.year;
    const auto pair = [&](int row, int column, const QString& name, const QString& what) {
        book.text(on, row, column, name, f.label);
        book.text(on, row, column + 1, what, f.left);
    };
    for (int row = 2; row <= 4; ++row)
        worksheet_set_row(on, lxw_row_t(row), 26, nullptr);
    pair(2, 1, u"填报单位"_s, department.name);
    pair(2, 3, u"报送期限"_s,
         department.deadline.isValid() ? department.deadline.toString(u"yyyy年M月d日"_s)
                                       : u"另行通知"_s);
    pair(3, 1, u"联络员"_s, department.contact);
    pair(3, 3, u"联系电话"_s, department.phone);
    pair(4, 1, u"下发单位"_s, book.data().info.organisation);
    pair(4, 3, u"数据截止日"_s, u"%1年12月31日"_s.arg(year));

    int row = 6;
    const auto section = [&](const QString& heading) {
        book.merged(on, row, 1, 4, heading, f.section);
        worksheet_set_row(on, lxw_row_t(row), 24, nullptr);
        ++row;
    };
    const auto paragraph = [&](const QString& what) {
        book.merged(on, row, 1, 4, what, f.paragraph);
        worksheet_set_row(on, lxw_row_t(row), 18.0 * lineCount(what, 80) + 4, nullptr);
        ++row;
    };
    section(u"填报步骤"_s);
    int step = 0;
    const auto say = [&](QStringView sheet, const QString& what) {
        if (sheet.isEmpty() || sheets.contains(sheet))
            paragraph(u"%1. %2"_s.arg(++step).arg(what));
    };
    say({}, u"浅黄色单元格为填写区，其余单元格已锁定。以往年份已报送过且没有变化的，可以留空。"_s);
    say(layout::valueSheet, u"“数值”：逐行填写本单位负责的数据，每一年份填一个数。"_s);
    say({},
        u"%1年没有数的，不要填 0，请在“数据状态”一列选明情况；口径与“含义/口径”不一致的，写入“口径说明”；在“数据来源/佐证”中写明出处（年鉴、公报、台账名称及页码）。"_s
            .arg(year));
    say(layout::districtSheet, u"“分区数值”：有分区统计的填写各区数据；没有的，整行留空即可。"_s);
    say(layout::textSheet,
        u"“文字”：按评估方面写基本情况、取得成效、短板及成因、下一步措施和建议。"_s);
    say(layout::keyTaskSheet,
        u"“重点任务”：更新本单位牵头的规划实施重点任务，新增任务填在空行。"_s);
    say(layout::layerSheet, u"“空间数据”：逐项说明提供情况，数据文件随本表一并报送。"_s);
    say(layout::contactSheet, u"“联络表”：核对联络信息，填写填表人和填报日期。"_s);
    say({}, u"检查无误后以原文件名保存，随正式公函报送。"_s);
    ++row;
    section(u"数据状态的含义"_s);
    paragraph(
        u"有值：已填写数值。    暂缺：应当有数，但暂时提供不了。    不适用：本市没有这一事项。"_s);
    paragraph(
        u"未统计：本单位没有开展此项统计或监测。    涉密：有数，但不便在本表中提供，另行按规定报送。"_s);
    ++row;
    section(u"单位与数字"_s);
    paragraph(
        u"请按“单位”一列填写，只填数字。确需使用其他单位的，可以连同单位一起写在单元格中（如“3.2万亩”），同类单位会自动换算；百分比填 12.3 或 12.3%，不要填 0.123。"_s);
    paragraph(u"可以调整行高、列宽和排序；请不要删除隐藏的行、列和工作表，它们用来识别数据。"_s);
    worksheet_gridlines(on, LXW_HIDE_ALL_GRIDLINES);
    worksheet_print_area(on, 0, 1, lxw_row_t(row), 4);
    book.finishSheet(on, false);
}

} // namespace checkup::collect
