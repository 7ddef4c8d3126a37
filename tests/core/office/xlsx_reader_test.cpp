#include "core/base/file_tools.h"
#include "core/office/xlsx_reader.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/workbook.h"

#include <QDir>
#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::office;
using namespace Qt::StringLiterals;

namespace {

struct Reading
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"厦门市 指标表.xlsx"_s);

    Sheet sheet(const test::WorkbookParts& parts)
    {
        REQUIRE_OK(parts.save(path));
        const auto book = readXlsx(path);
        REQUIRE_OK(book);
        REQUIRE(book->sheets.size() == 1);
        return book->sheets[0];
    }
};

int kind(const Cell& cell)
{
    return static_cast<int>(cell.kind);
}
int is(Cell::Kind kind)
{
    return static_cast<int>(kind);
}

} // namespace

TEST_CASE("cells keep their kind, text and position")
{
    Reading reading;
    const Sheet sheet = reading.sheet(test::WorkbookParts(
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\"/></cols><sheetData>"
        "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c><c r=\"D3\" "
        "t=\"s\"><v>2</v></c>"
        "<c r=\"E3\" t=\"inlineStr\"><is><t>就地</t></is></c><c r=\"F3\" s=\"3\"/></row>"
        "<row r=\"4\" hidden=\"1\"><c r=\"A4\"><v>0.1</v></c><c><v>350102</v></c><c "
        "t=\"b\"><v>1</v></c>"
        "<c t=\"e\"><v>#DIV/0!</v></c><c><f>A4*2</f><v>0.2</v></c><c><f>A4*3</f></c>"
        "<c t=\"str\"><f>\"x\"</f><v>x</v></c><c t=\"d\"><v>2022-12-31T00:00:00</v></c></row>"
        "<row r=\"5\"><c r=\"A5\" s=\"1\"><v>0.25</v></c><c r=\"B5\" s=\"2\"><v>0.5</v></c><c "
        "r=\"C5\" s=\"3\"><v>44926</v></c>"
        "<c r=\"D5\" s=\"4\"><v>44926.354166666664</v></c><c r=\"E5\" s=\"5\"><v>1</v></c>"
        "<c r=\"F5\" s=\"6\"><v>0.75</v></c><c r=\"G5\" s=\"7\"><v>1.5</v></c><c r=\"H5\" "
        "s=\"8\"><v>7</v></c></row>"
        "</sheetData><mergeCells><mergeCell ref=\"B3:D4\"/></mergeCells>"));
    CHECK(sheet.name == u"数据"_s);
    REQUIRE(sheet.rows.size() == 5);
    CHECK(sheet.rows[0].isEmpty());
    CHECK(sheet.rows[2].size() == 5); // F3 has a style only
    CHECK(sheet.at(2, 1).text == u"指标"_s);
    CHECK(sheet.at(2, 2).text == u"永久 基本农田"_s); // without the phonetic guide
    CHECK(sheet.at(2, 3).text == u"a\rb"_s);
    CHECK(sheet.at(2, 4).text == u"就地"_s);
    CHECK(sheet.at(3, 0).number == 0.1);
    CHECK(sheet.at(3, 0).text == u"0.1"_s);
    CHECK(sheet.at(3, 1).text == u"350102"_s);
    CHECK(kind(sheet.at(3, 2)) == is(Cell::Kind::Bool));
    CHECK(kind(sheet.at(3, 3)) == is(Cell::Kind::Fault));
    CHECK(sheet.at(3, 3).text == u"#DIV/0!"_s);
    CHECK(sheet.at(3, 4).isFormula);
    CHECK(sheet.at(3, 4).number == 0.2);
    CHECK(sheet.at(3, 5).isFormula);
    CHECK(kind(sheet.at(3, 5)) == is(Cell::Kind::Empty));
    CHECK(sheet.at(3, 6).text == u"x"_s);
    CHECK(sheet.at(3, 7).text == u"2022-12-31"_s);
    CHECK(sheet.at(4, 0).isPercent);
    CHECK(sheet.at(4, 0).number == 0.25);
    CHECK(sheet.at(4, 1).isPercent);
    // 44926 is 2022-12-31 in every spreadsheet; .354166… of a day is 08:30; day 1 is 1900-01-01.
    CHECK(kind(sheet.at(4, 2)) == is(Cell::Kind::Date));
    CHECK(sheet.at(4, 2).text == u"2022-12-31"_s);
    CHECK(sheet.at(4, 3).text == u"2022-12-31 08:30:00"_s);
    CHECK(sheet.at(4, 4).text == u"1900-01-01"_s);
    CHECK(sheet.at(4, 5).text == u"18:00:00"_s);
    CHECK(kind(sheet.at(4, 6)) == is(Cell::Kind::Number));
    CHECK(kind(sheet.at(4, 7)) == is(Cell::Kind::Number));
    CHECK_FALSE(sheet.at(4, 7).isPercent);
    CHECK(sheet.hiddenRows == QList<int>{3});
    CHECK(sheet.hiddenColumns == QList<int>{1, 2});
    REQUIRE(sheet.merges.size() == 1);
    CHECK((sheet.merges[0].top == 2 && sheet.merges[0].left == 1 && sheet.merges[0].bottom == 3 &&
           sheet.merges[0].right == 3));
    CHECK(kind(sheet.at(-1, 0)) == is(Cell::Kind::Empty));
    CHECK(kind(sheet.at(99, 99)) == is(Cell::Kind::Empty));
    CHECK(sheet.columnCount() == 8);
}

TEST_CASE("cell names")
{
    CHECK(cellName(0, 0) == u"A1"_s);
    CHECK(cellName(11, 27) == u"AB12"_s);
    CHECK(cellName(0, 25) == u"Z1"_s);
    CHECK(cellName(0, 26) == u"AA1"_s);
    CHECK(cellName(1048575, 16383) == u"XFD1048576"_s);
}

TEST_CASE("hidden sheets, comments, 1904 dates and prefixed elements")
{
    Reading reading;
    test::WorkbookParts parts("");
    parts.set("xl/workbook.xml",
              "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:workbookPr date1904=\"1\"/><x:sheets>"
              "<x:sheet name=\"说明\" sheetId=\"7\" state=\"veryHidden\" "
              "r:id=\"rId1\"/></x:sheets></x:workbook>");
    parts.set("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row "
                                          "r=\"1\"><x:c r=\"A1\" s=\"3\"><x:v>43464</x:v></x:c>"
                                          "</x:row></x:sheetData></x:worksheet>");
    parts.set("xl/worksheets/_rels/sheet1.xml.rels",
              "<Relationships><Relationship Id=\"c\" Type=\"http://a/relationships/comments\" "
              "Target=\"../comments1.xml\"/>"
              "<Relationship Id=\"h\" Type=\"http://a/hyperlink\" Target=\"http://b\" "
              "TargetMode=\"External\"/></Relationships>");
    parts.set(
        "xl/comments1.xml",
        "<comments><commentList><comment ref=\"A1\"><text><r><t>口径：</t></r><r><t>年末</t></r>"
        "</text></comment></commentList></comments>");
    const Sheet sheet = reading.sheet(parts);
    CHECK(sheet.hidden);
    CHECK(sheet.at(0, 0).text == u"2022-12-31"_s); // 44926 - 1462
    CHECK(sheet.comments.value(u"A1"_s) == u"口径：年末"_s);
}

TEST_CASE("a far cell takes no grid, many far cells are refused")
{
    Reading reading;
    const Sheet sheet = reading.sheet(test::WorkbookParts(
        "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"));
    CHECK(sheet.rows.size() == 1048576);
    CHECK(sheet.at(1048575, 16383).number == 1);

    QByteArray rows = "<sheetData>";
    for (int row = 1; row <= 2000; ++row)
        rows += "<row><c r=\"XFD" + QByteArray::number(row) + "\"><v>1</v></c></row>";
    REQUIRE_OK(test::WorkbookParts(rows + "</sheetData>").save(reading.path));
    const auto refused = readXlsx(reading.path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::TooLarge);
    CHECK(refused.error().message().contains(u"数据"));

    for (const char* wrong : {"XFE1", "A1048577", "A0", "A2", "1", "AAAAAAAAAAAAAA1"}) {
        INFO(wrong);
        REQUIRE_OK(test::WorkbookParts("<sheetData><row r=\"1\"><c r=\"" + QByteArray(wrong) +
                                       "\"><v>1</v></c></row></sheetData>")
                       .save(reading.path));
        CHECK(readXlsx(reading.path).error().code() == ErrorCode::Damaged);
    }
}

TEST_CASE("markup that would fill the memory is refused before it is built")
{
    Reading reading;
    QByteArray cells = "<sheetData><row>";
    for (int i = 0; i < 10'000; ++i)
        cells += "<c/>";
    REQUIRE_OK(test::WorkbookParts(cells + "</row></sheetData>").save(reading.path));
    Limits limits;
    CHECK(readXlsx(reading.path, limits));
    limits.unpackedBytes = 100'000; // enough for the 50 kB of text, not for 640 kB of tree
    const auto refused = readXlsx(reading.path, limits);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::TooLarge);
}

TEST_CASE("files that are no readable workbook are named")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"指标.xlsx"_s);
    const auto codeOf = [&](const QByteArray& bytes) {
        REQUIRE_OK(writeFileSafely(path, bytes));
        const auto book = readXlsx(path);
        REQUIRE_FALSE(book);
        CHECK(book.error().message().contains(u"指标.xlsx"));
        return book.error().code();
    };
    CHECK(codeOf(test::encryptedWorkbook()) == ErrorCode::Encrypted);
    CHECK(codeOf("<html></html>") == ErrorCode::Unsupported);
    CHECK(codeOf("a,b\n") == ErrorCode::Unsupported);
    CHECK(codeOf("") == ErrorCode::Damaged);
    CHECK(codeOf(QByteArray(100, '\x01')) == ErrorCode::Unsupported);
    CHECK(readXlsx(folder.filePath(u"none.xlsx"_s)).error().code() == ErrorCode::NotFound);
    CHECK_FALSE(readXlsx(folder.path()));

    test::WorkbookParts broken("<sheetData><row></sheetData>");
    REQUIRE_OK(broken.save(path));
    const auto book = readXlsx(path);
    REQUIRE_FALSE(book);
    CHECK(book.error().code() == ErrorCode::Damaged);
    CHECK(book.error().message().contains(u"sheet1.xml"));

    test::WorkbookParts lacking("<sheetData/>");
    lacking.parts.remove(u"xl/worksheets/sheet1.xml"_s);
    REQUIRE_OK(lacking.save(path));
    CHECK(readXlsx(path).error().code() == ErrorCode::Damaged);

    test::WorkbookParts bomb("<sheetData/>");
    bomb.set("xl/sharedStrings.xml", QByteArray(64 << 20, ' '));
    REQUIRE_OK(bomb.save(path));
    CHECK(readXlsx(path).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("a workbook cut anywhere is damaged, not read in part")
{
    Reading reading;
    REQUIRE_OK(
        test::WorkbookParts("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")
            .save(reading.path));
    const QByteArray whole = *readFile(reading.path);
    for (int percent = 5; percent < 100; percent += 5) {
        INFO(percent);
        REQUIRE_OK(writeFileSafely(reading.path, whole.left(whole.size() * percent / 100)));
        const auto book = readXlsx(reading.path);
        REQUIRE_FALSE(book);
        CHECK(book.error().code() == ErrorCode::Damaged);
    }
}

TEST_CASE("reading can be cancelled")
{
    Reading reading;
    REQUIRE_OK(test::WorkbookParts("<sheetData/>").save(reading.path));
    const CancelToken cancel;
    cancel.cancel();
    CHECK(readXlsx(reading.path, {}, cancel).error().code() == ErrorCode::Cancelled);
}

TEST_CASE("a statistical table of all cities is read whole")
{
    const QString path = test::sharedFile(u"data/sheets/china_cities_1999_2018.xlsx"_s);
    if (path.isEmpty()) {
        WARN("skipped: sample sheets are absent");
        return;
    }
    const auto book = readXlsx(path);
    REQUIRE_OK(book);
    REQUIRE(book->sheets.size() == 1);
    const Sheet& sheet = book->sheets[0];
    // Counted in the sheet's XML by another program: 60 columns are styled, the first 20 hold
    // values.
    CHECK(sheet.rows.size() == 1990);
    CHECK(sheet.columnCount() == 20);
    CHECK(sheet.merges.size() == 2);
}

TEST_CASE("the edge cases of readxl")
{
    const QString folder = test::sharedFile(u"data/sheets/readxl"_s);
    if (folder.isEmpty()) {
        WARN("skipped: sample sheets are absent");
        return;
    }
    const auto open = [&](const QString& name) {
        auto book = readXlsx(folder + u'/' + name);
        REQUIRE_OK(book);
        return *book;
    };
    int opened = 0;
    for (const QString& name : QDir(folder).entryList({u"*.xlsx"_s})) {
        CHECK_FALSE(open(name).sheets.isEmpty());
        ++opened;
    }
    CHECK(opened == 14);
    // Facts by readxl's own tests (tests/testthat) and its documentation of deaths.xlsx.
    const Workbook deaths = open(u"deaths.xlsx"_s);
    CHECK(deaths.sheets[0].name == u"arts"_s);
    CHECK(deaths.sheets[0].at(4, 0).text == u"Name"_s); // four lines of remarks above the head
    CHECK(deaths.sheets[0].at(5, 0).text == u"David Bowie"_s);
    CHECK(deaths.sheets[0].at(5, 4).text == u"1947-01-08"_s);
    const Workbook empty = open(u"empty-sheets.xlsx"_s);
    REQUIRE(empty.sheets.size() == 2);
    CHECK(empty.sheets[0].rows.isEmpty());
    CHECK(empty.sheets[1].rows.size() == 1);
    CHECK(open(u"geometry.xlsx"_s).sheets[0].at(2, 1).text == u"B3"_s);
    CHECK(open(u"geometry.xlsx"_s).sheets[0].columnCount() == 4);
}
