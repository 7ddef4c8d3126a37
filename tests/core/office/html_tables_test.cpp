#include "core/base/file_tools.h"
#include "core/office/html_tables.h"
#include "core/office/spreadsheet_xml.h"
#include "tests/support/catch.h"

#include <QStringEncoder>
#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::office;
using namespace Qt::StringLiterals;

namespace {

Workbook page(const QByteArray& bytes)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"导出.xls"_s);
    REQUIRE_OK(writeFileSafely(path, bytes));
    const auto book = readHtmlTables(path);
    REQUIRE_OK(book);
    return *book;
}

QStringList texts(const Sheet& sheet, int row)
{
    QStringList result;
    for (const Cell& cell : sheet.rows.value(row))
        result << cell.text;
    return result;
}

} // namespace

TEST_CASE("a page's table: spans, entities, missing end tags")
{
    const Workbook book = page(
        "<html><head><meta charset=utf-8><title>x</title><style>td{}</style></head><body>"
        "<h3>2022年主要指标</h3><p>单位：万人</p>"
        "<table border=1><tr><th rowspan=2>指标<th colspan=\"2\">常住人口&nbsp;"
        "<tr><th>2021<th>2022年<br>（预计）"
        "<!-- <tr><td>旧</td></tr> -->"
        "<tr><td>思明区&lt;岛内&gt;<td align=right>106.8<sup>1)</sup><td>107<b>.2</b>"
        "<tr style='Display : none'><td>暗行<td>1<td>2"
        "<tr><td>湖里区<span style=\"display:none\">藏</span><td>103.6km<sup>2</sup><td></table>"
        "<p>注：1) 含流动人口</p></body></html>");
    REQUIRE(book.sheets.size() == 1);
    const Sheet& sheet = book.sheets.first();
    CHECK(texts(sheet, 0) == QStringList{u"2022年主要指标"_s});
    CHECK(texts(sheet, 1) == QStringList{u"单位：万人"_s});
    CHECK(texts(sheet, 2) == QStringList{u"指标"_s, u"常住人口"_s});
    CHECK(texts(sheet, 3) == QStringList{QString(), u"2021"_s, u"2022年\n（预计）"_s});
    CHECK(texts(sheet, 4) == QStringList{u"思明区<岛内>"_s, u"106.8¹)"_s, u"107.2"_s});
    CHECK(sheet.hiddenRows == QList<int>{5});
    CHECK(texts(sheet, 6) == QStringList{u"湖里区"_s, u"103.6km²"_s});
    CHECK(texts(sheet, 7) == QStringList{u"注：1) 含流动人口"_s});
    REQUIRE(sheet.merges.size() == 2);
    CHECK(sheet.merges[0].top == 2);
    CHECK(sheet.merges[0].bottom == 3);
    CHECK(sheet.merges[1].left == 1);
    CHECK(sheet.merges[1].right == 2);
}

TEST_CASE("a page as office programs write it: GBK, x:num, scripts, nested and empty tables")
{
    QStringEncoder encoder("GB18030");
    const QByteArray bytes = encoder(
        u"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><meta http-equiv=Content-Type "
        "content=\"text/html; charset=gb2312\"><!--[if gte mso 9]><xml><x:Name>表</x:Name></xml>"
        "<![endif]--><script>if (a<b) document.write('<table><tr><td>假')</script>"
        "<table><tr><td><table id=a><tr><td>指标</td><td>数值</td></tr>"
        "<tr><td>用水总量</td><td x:num=\"6.9312345\">6.93</td></tr>"
        "<tr><td>占比</td><td x:num='0.123'>12.3%</td></tr></table></td></tr></table>"
        "<table><tr><td>甲<td>乙</table>"_s);
    const Workbook book = page(bytes);
    REQUIRE(book.sheets.size() == 2);
    CHECK(book.sheets[0].name == u"表1"_s);
    CHECK(book.sheets[0].at(1, 0).text == u"用水总量"_s);
    CHECK(book.sheets[0].at(1, 1).number == 6.9312345);
    CHECK(book.sheets[0].at(2, 1).isPercent);
    CHECK(texts(book.sheets[1], 0) == QStringList{u"甲"_s, u"乙"_s});
}

TEST_CASE("a page without a table, cut pages and cancelling")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"页.xls"_s);
    REQUIRE_OK(writeFileSafely(path, "<html><p>无</p><table><tr><td>1</table></html>"));
    CHECK(readHtmlTables(path).error().code() == ErrorCode::Unsupported);
    const QByteArray whole =
        "<html><table><tr><td colspan=3>表头&amp;甲</td></tr><tr><td rowspan=2>"
        "a</td><td title=\"x>y\">1</td></tr></table></html>";
    for (qsizetype length = 1; length <= whole.size(); ++length) {
        REQUIRE_OK(writeFileSafely(path, whole.left(length)));
        const auto book = readHtmlTables(path); // ends, in a workbook or a sentence
        CHECK((book || !book.error().message().isEmpty()));
    }
    Limits few;
    few.cells = 3;
    REQUIRE_OK(writeFileSafely(path, whole));
    CHECK(readHtmlTables(path, few).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("an XML Spreadsheet 2003: positions, kinds, merges, what is hidden")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"平台.xls"_s);
    const QByteArray xml =
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
        "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\" "
        "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        "<Styles><Style ss:ID=\"s1\"><NumberFormat ss:Format=\"0.0%\"/></Style></Styles>"
        "<Worksheet ss:Name=\"一\"><Table><Column ss:Index=\"4\" ss:Hidden=\"1\"/>"
        "<Row ss:Index=\"2\"><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">常住人口</Data>"
        "</Cell><Cell ss:Index=\"4\"><Data ss:Type=\"Number\">5.5</Data></Cell></Row>"
        "<Row ss:Hidden=\"1\"><Cell ss:StyleID=\"s1\"><Data ss:Type=\"Number\">0.25</Data></Cell>"
        "<Cell ss:Formula=\"=1/0\"><Data ss:Type=\"Error\">#DIV/0!</Data></Cell>"
        "<Cell><Data ss:Type=\"DateTime\">2022-12-31T00:00:00.000</Data>"
        "<Comment><Data>核</Data></Comment></Cell></Row></Table></Worksheet>"
        "<Worksheet ss:Name=\"二\"><WorksheetOptions "
        "xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible>"
        "</WorksheetOptions></Worksheet></Workbook>";
    REQUIRE_OK(writeFileSafely(path, xml));
    const auto book = readSpreadsheetXml(path);
    REQUIRE_OK(book);
    REQUIRE(book->sheets.size() == 2);
    const Sheet& sheet = book->sheets[0];
    CHECK(sheet.at(1, 0).text == u"常住人口"_s);
    CHECK(sheet.at(1, 3).number == 5.5);
    REQUIRE(sheet.merges.size() == 1);
    CHECK(sheet.merges[0].right == 1);
    CHECK(sheet.at(2, 0).isPercent);
    CHECK(sheet.at(2, 1).kind == Cell::Kind::Fault);
    CHECK(sheet.at(2, 2).text == u"2022-12-31"_s);
    CHECK(sheet.comments.value(u"C3"_s) == u"核"_s);
    CHECK(sheet.hiddenRows == QList<int>{2});
    CHECK(sheet.hiddenColumns == QList<int>{3});
    CHECK(book->sheets[1].hidden);

    REQUIRE_OK(writeFileSafely(path, xml.left(700)));
    CHECK(readSpreadsheetXml(path).error().code() == ErrorCode::Damaged);
}
