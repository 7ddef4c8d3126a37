#include "core/report/repair_list.h"

#include "core/report/xlsx_book.h"
#include "core/spatial/gate.h"

#include <QCoreApplication>

namespace checkup::report {

using namespace Qt::StringLiterals;
using Look = XlsxBook::Look;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

const QString squareMetres = u"#,##0.00"_s;

void fillCounts(XlsxBook& book, const project::Layer& layer, const spatial::GateReport& report)
{
    XlsxSheet sheet(book, Text::tr("汇总"));
    sheet.widths({44, 18});
    sheet.title(Text::tr("图形检查与修复：%1").arg(layer.name),
                Text::tr("来源 %1；面积为 CGCS2000 椭球面积，单位平方米。").arg(layer.fileName), 2);
    const auto row = [&sheet](const QString& name, double number, const QString& format) {
        sheet.text(0, name);
        sheet.number(1, number, format);
        sheet.endRow();
    };
    const QString whole = u"#,##0"_s;
    row(Text::tr("要素"), double(report.features), whole);
    row(Text::tr("没有图形或图形为空"), double(report.nulls + report.empties), whole);
    row(Text::tr("修复的图形"), double(report.repaired), whole);
    row(Text::tr("修复不了、只留属性的图形"), double(report.unrepaired), whole);
    row(Text::tr("舍去高程或测值的图形"), double(report.heights), whole);
    row(Text::tr("图形类型与角色不符"), double(report.misfits), whole);
    row(Text::tr("不在本市范围内"), double(report.outside), whole);
    row(Text::tr("全部面的面积"), report.area, squareMetres);
    row(Text::tr("有问题的面，修复前"), report.before, squareMetres);
    row(Text::tr("有问题的面，修复后"), report.after, squareMetres);
    row(Text::tr("修复带来的面积变化"), report.effect(), squareMetres);
}

void fillRepairs(XlsxBook& book, const spatial::GateReport& report)
{
    XlsxSheet sheet(book, Text::tr("清单"));
    sheet.widths({14, 34, 16, 20, 20, 20});
    const lxw_row_t header = sheet.row;
    sheet.header({Text::tr("要素编号"), Text::tr("问题"), Text::tr("处理"),
                  Text::tr("修复前（平方米）"), Text::tr("修复后（平方米）"),
                  Text::tr("变化（平方米）")});
    for (const spatial::GateRepair& repair : report.repairs) {
        sheet.number(0, double(repair.feature), u"0"_s);
        sheet.text(1, spatial::label(repair.flaw));
        const bool none = repair.flaw == spatial::Flaw::Null || repair.flaw == spatial::Flaw::Empty;
        sheet.text(2, none             ? Text::tr("只有属性")
                      : repair.settled ? Text::tr("已修复")
                                       : Text::tr("修复不了，只留属性"));
        sheet.number(3, repair.before, squareMetres);
        sheet.number(4, repair.after, squareMetres);
        sheet.number(5, repair.after - repair.before, squareMetres);
        sheet.endRow();
    }
    if (report.unlisted > 0) {
        sheet.text(0, Text::tr("另有 %1 处没有逐条列出，合计见“汇总”。").arg(report.unlisted));
        sheet.endRow();
    }
    sheet.printSetUp(header, {}, XlsxSheet::paperA4);
}

} // namespace

Result<void> writeRepairList(const QString& path, const project::YearData& data,
                             const project::Layer& layer, const CancelToken& cancel)
{
    const spatial::GateReport report = spatial::GateReport::fromJson(layer.health);
    return writeXlsx(path, u"图形检查与修复"_s, data.info, cancel, [&](XlsxBook& book) {
        fillCounts(book, layer, report);
        fillRepairs(book, report);
    });
}

} // namespace checkup::report
