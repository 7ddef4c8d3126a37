#include "core/base/file_tools.h"
#include "core/office/file_kind.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/workbook.h"

#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::office;
using namespace Qt::StringLiterals;

TEST_CASE("files are known by what they hold")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"表.xlsx"_s);
    const auto kindOf = [&](const QByteArray& bytes) {
        REQUIRE_OK(writeFileSafely(path, bytes));
        return fileKind(path);
    };
    CHECK(kindOf({}) == FileKind::Empty);
    CHECK(kindOf("a,b\n1,2\n") == FileKind::Csv);
    CHECK(kindOf(QByteArray::fromHex("cfc3c3c52c310d0a")) == FileKind::Csv);
    CHECK(kindOf(QByteArray::fromHex("fffea653e8950a00")) == FileKind::Csv);
    CHECK(kindOf("\xEF\xBB\xBF<html><table><tr><td>1</td></tr></table></html>") == FileKind::Html);
    CHECK(kindOf("<!DOCTYPE html>\n<p>") == FileKind::Html);
    CHECK(kindOf("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
                 "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>") ==
          FileKind::SpreadsheetXml);
    CHECK(kindOf("%PDF-1.7\n") == FileKind::Pdf);
    CHECK(kindOf(QByteArray("SQLite format 3\0\x10\x00", 18)) == FileKind::Sqlite);
    CHECK(kindOf("{\"type\":\"FeatureCollection\"}") == FileKind::Unknown);
    CHECK(kindOf(QByteArray::fromHex("89504e470d0a1a0a0000000d49484452")) == FileKind::Unknown);
    CHECK(kindOf(test::encryptedWorkbook()) == FileKind::EncryptedOffice);
    QByteArray longText;
    while (longText.size() < 200'000)
        longText += QByteArray::fromHex("cfc3c3c52c310d0a") + 'x';
    CHECK(kindOf(longText) == FileKind::Csv);

    REQUIRE_OK(test::WorkbookParts("<sheetData/>").save(path));
    CHECK(fileKind(path) == FileKind::Xlsx);
    REQUIRE_OK(writeZip(path, {{u"word/document.xml"_s, "x"}, {u"_rels/.rels"_s, "x"}}, {}));
    CHECK(fileKind(path) == FileKind::OtherZip);
    REQUIRE_OK(
        writeZip(path, {{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"}}, {}));
    CHECK(fileKind(path) == FileKind::Ods);
    CHECK(fileKind(folder.filePath(u"none"_s)) == FileKind::Unknown);
}

TEST_CASE("old workbooks are known")
{
    const QString path = test::sharedFile(u"data/sheets/readxl/deaths.xls"_s);
    if (path.isEmpty()) {
        WARN("skipped: sample sheets are absent");
        return;
    }
    CHECK(fileKind(path) == FileKind::Xls);
}
