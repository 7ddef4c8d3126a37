#include "core/base/file_tools.h"
#include "core/gdal/open_table.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/workbook.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::gdal;
using namespace checkup::office;
using namespace Qt::StringLiterals;

namespace {

struct Table
{
    QTemporaryDir folder;

    Workbook open(const QString& name, const QByteArray& bytes)
    {
        const QString path = folder.filePath(name);
        REQUIRE_OK(writeFileSafely(path, bytes));
        const auto book = openTable(path);
        REQUIRE_OK(book);
        REQUIRE(book->sheets.size() == 1);
        return *book;
    }
};

QStringList texts(const Sheet& sheet, int row)
{
    QStringList all;
    for (const Cell& cell : sheet.rows.value(row))
        all << cell.text;
    return all;
}

/// An OpenDocument sheet with an empty line, a gap and a number; values as their writers give them.
QByteArray odsContent()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
           "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
           "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
           "office:version=\"1.2\"><office:body>"
           "<office:spreadsheet><table:table "
           "table:name=\"人口\"><table:table-row><table:table-cell/></table:table-row>"
           "<table:table-row><table:table-cell/><table:table-cell "
           "office:value-type=\"string\"><text:p>思明区</text:p>"
           "</table:table-cell><table:table-cell office:value-type=\"float\" "
           "office:value=\"107.3\"><text:p>107</text:p>"
           "</table:table-cell><table:table-cell "
           "office:value-type=\"string\"><text:p>007</text:p></table:table-cell>"
           "</table:table-row></table:table></office:spreadsheet></office:body></"
           "office:document-content>";
}

} // namespace

TEST_CASE("csv is split as RFC 4180 says and never guessed at")
{
    Table table;
    const Workbook book = table.open(
        u"指标 表.csv"_s, "编号,名称,值\r\n007,\"a,\"\"b\"\"\nc\",1e3\r\n\r\n,x\"y,\r\n");
    CHECK(book.fileName == u"指标 表.csv"_s);
    CHECK(book.issues.isEmpty());
    const Sheet& sheet = book.sheets[0];
    CHECK(sheet.name == u"指标 表"_s);
    REQUIRE(sheet.rows.size() == 4);
    CHECK(texts(sheet, 0) == QStringList{u"编号"_s, u"名称"_s, u"值"_s});
    CHECK(texts(sheet, 1) == QStringList{u"007"_s, u"a,\"b\"\nc"_s, u"1e3"_s});
    CHECK(sheet.at(1, 2).kind == Cell::Kind::Text);
    CHECK(sheet.rows[2].isEmpty());
    CHECK(texts(sheet, 3) == QStringList{QString(), u"x\"y"_s});
}

TEST_CASE("the delimiter is found")
{
    Table table;
    CHECK(texts(table.open(u"a.csv"_s, "名称;值\n甲;1,5\n乙;2,5\n").sheets[0], 1) ==
          QStringList{u"甲"_s, u"1,5"_s});
    CHECK(texts(table.open(u"a.txt"_s, "名称\t值\n甲,乙\t1\n").sheets[0], 1) ==
          QStringList{u"甲,乙"_s, u"1"_s});
    CHECK(texts(table.open(u"a.csv"_s, "sep=;\n甲,乙;1\n").sheets[0], 1) ==
          QStringList{u"甲,乙"_s, u"1"_s});
    CHECK(texts(table.open(u"a.csv"_s, "一列\n甲\n").sheets[0], 1) == QStringList{u"甲"_s});
    CHECK(texts(table.open(u"a.csv"_s, "\"a\r\nb\",\"c").sheets[0], 0) ==
          QStringList{u"a\r\nb"_s, u"c"_s});
    CHECK(table.open(u"a.csv"_s, "\"a\r\nb\",\"c").issues.size() == 1);
}

TEST_CASE("csv in any encoding, under any name")
{
    Table table;
    // 厦门,1 in GBK and UTF-16LE, by iconv.
    const Workbook gbk = table.open(u"厦门.xlsx"_s, QByteArray::fromHex("cfc3c3c52c310d0a"));
    CHECK(texts(gbk.sheets[0], 0) == QStringList{u"厦门"_s, u"1"_s});
    REQUIRE(gbk.issues.size() == 1);
    CHECK(gbk.issues[0].file == u"厦门.xlsx"_s);
    const Workbook wide =
        table.open(u"a.csv"_s, QByteArray::fromHex("fffea653e8952c0031000d000a00"));
    CHECK(texts(wide.sheets[0], 0) == QStringList{u"厦门"_s, u"1"_s});
    CHECK(wide.issues.isEmpty());
    Limits few;
    few.cells = 3;
    REQUIRE_OK(writeFileSafely(table.folder.filePath(u"a.csv"_s), "1,2,3,4,5\n"));
    CHECK(openTable(table.folder.filePath(u"a.csv"_s), few).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("an xlsx is read whatever it is called")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"回收 表.xls"_s);
    REQUIRE_OK(test::WorkbookParts("<sheetData><row><c><v>5</v></c></row></"
                                   "sheetData><mergeCells><mergeCell ref=\"A1:B1\"/>"
                                   "</mergeCells>")
                   .save(path));
    const auto book = openTable(path);
    REQUIRE_OK(book);
    CHECK(book->sheets[0].at(0, 0).number == 5);
    CHECK(book->sheets[0].merges.size() == 1);
    CHECK(book->issues.size() == 1);
}

TEST_CASE("ods keeps its positions")
{
    const QTemporaryDir folder;
    for (const QString& name : {u"人口.ods"_s, u"人口.xlsx"_s}) {
        const QString path = folder.filePath(name);
        REQUIRE_OK(writeZip(path,
                            {{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
                             {u"content.xml"_s, odsContent()}},
                            {}));
        const auto book = openTable(path);
        REQUIRE_OK(book);
        REQUIRE(book->sheets.size() == 1);
        const Sheet& sheet = book->sheets[0];
        CHECK(sheet.name == u"人口"_s);
        CHECK(sheet.at(1, 1).text == u"思明区"_s);
        CHECK(sheet.at(1, 2).number == 107.3);
        CHECK(sheet.at(1, 3).text == u"007"_s);
        CHECK(sheet.at(1, 3).kind == Cell::Kind::Text);
        CHECK(sheet.rows[0].isEmpty());
        CHECK(book->issues.size() == (name.endsWith(u"ods") ? 1 : 2));
    }
}

TEST_CASE("what cannot be opened is named with its remedy")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报表.xls"_s);
    const auto errorOf = [&](const QByteArray& bytes) {
        REQUIRE_OK(writeFileSafely(path, bytes));
        const auto book = openTable(path);
        REQUIRE_FALSE(book);
        CHECK(book.error().message().contains(u"报表.xls"));
        return book.error();
    };
    const Error html = errorOf("<html><table><tr><td>1</td></tr></table></html>");
    CHECK(html.code() == ErrorCode::Unsupported);
    CHECK(html.message().contains(u"另存为 .xlsx"));
    CHECK(errorOf(test::encryptedWorkbook()).code() == ErrorCode::Encrypted);
    CHECK(errorOf({}).code() == ErrorCode::Damaged);
    CHECK(errorOf("%PDF-1.4").code() == ErrorCode::Unsupported);
    CHECK(openTable(folder.filePath(u"无.xlsx"_s)).error().code() == ErrorCode::NotFound);
    CHECK_FALSE(openTable(folder.path()));
    const CancelToken cancel;
    cancel.cancel();
    REQUIRE_OK(writeFileSafely(path, "a,b\n"));
    CHECK(openTable(path, {}, cancel).error().code() == ErrorCode::Cancelled);
}

TEST_CASE("an old workbook cut anywhere is refused")
{
    const QString shared = test::sharedFile(u"data/sheets/readxl/deaths.xls"_s);
    if (shared.isEmpty()) {
        WARN("skipped: sample sheets are absent");
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"旧.xls"_s);
    const QByteArray whole = *readFile(shared);
    for (int percent = 5; percent < 100; percent += 5) {
        REQUIRE_OK(writeFileSafely(path, whole.left(whole.size() * percent / 100)));
        const auto book = openTable(path);
        INFO(percent);
        REQUIRE_FALSE(book);
        // Cut before its directory it is not even known to be a workbook.
        CHECK((book.error().code() == ErrorCode::Damaged ||
               book.error().code() == ErrorCode::Unsupported));
    }
}

TEST_CASE("the sample sheets open")
{
    const QString folder = test::sharedFile(u"data/sheets"_s);
    if (folder.isEmpty()) {
        WARN("skipped: sample sheets are absent");
        return;
    }
    const auto districts = openTable(folder + u"/fujian_areas_gbk.csv"_s);
    REQUIRE_OK(districts);
    const Sheet& areas = districts->sheets[0];
    CHECK(areas.rows.size() == 91); // lines, by the list of samples
    CHECK(texts(areas, 0) == QStringList{u"code"_s, u"name"_s, u"cityCode"_s, u"provinceCode"_s});
    CHECK(texts(areas, 7) == QStringList{u"350102"_s, u"鼓楼区"_s, u"3501"_s, u"35"_s});

    int opened = 0;
    for (const QFileInfo& file :
         QDir(folder + u"/readxl"_s).entryInfoList({u"*.xls"_s, u"*.xlsx"_s})) {
        INFO(file.fileName().toStdString());
        const auto book = openTable(file.filePath());
        if (file.fileName() == u"utf8-sheet-names.xls") {
            // Written by Excel for Mac; GDAL's library for .xls does not open it, other programs
            // do.
            if (!book)
                CHECK(book.error().message().contains(u"另存为 .xlsx"));
            continue;
        }
        REQUIRE_OK(book);
        CHECK_FALSE(book->sheets.isEmpty());
        ++opened;
    }
    CHECK(opened == 17);

    // The same table in both formats, by readxl's documentation.
    const auto old = openTable(folder + u"/readxl/deaths.xls"_s);
    REQUIRE_OK(old);
    CHECK(old->sheets[0].name == u"arts"_s);
    CHECK(old->sheets[0].at(5, 0).text == u"David Bowie"_s);
    CHECK(old->sheets[0].at(5, 4).text == u"1947-01-08"_s);
    CHECK(openTable(folder + u"/readxl/dates-1904.xls"_s)->sheets[0].at(0, 0).text ==
          u"2000-01-01"_s);
}
