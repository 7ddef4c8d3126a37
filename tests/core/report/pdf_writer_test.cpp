#include "core/report/page_layout.h"
#include "core/report/pdf_finish.h"
#include "core/report/pdf_writer.h"
#include "tests/core/report/sample_document.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::report;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The text of each page by pdftotext; empty where the program is absent.
QStringList pagesByPdftotext(const QString& path)
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        return {};
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    REQUIRE(process.waitForFinished(60000));
    QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(u'\f');
    pages.removeLast();
    return pages;
}

QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return text.remove(blanks);
}

} // namespace

TEST_CASE("the same document gives the same PDF bytes")
{
    const QTemporaryDir folder;
    const Document document = test::sampleDocument();
    REQUIRE_OK(writePdf(folder.filePath(u"一.pdf"_s), document));
    REQUIRE_OK(writePdf(folder.filePath(u"二.pdf"_s), document));
    const QByteArray bytes = bytesOf(folder.filePath(u"一.pdf"_s));
    CHECK(bytes.startsWith("%PDF-"));
    CHECK(bytes == bytesOf(folder.filePath(u"二.pdf"_s)));
}

TEST_CASE("the order of hashes leaves no trace in the PDF")
{
    const QTemporaryDir folder;
    const Document document = test::sampleDocument();
    QHashSeed::setDeterministicGlobalSeed();
    REQUIRE_OK(writePdf(folder.filePath(u"一.pdf"_s), document));
    const QByteArray bytes = bytesOf(folder.filePath(u"一.pdf"_s));
    for (int i = 0; i < 4; ++i) {
        QHashSeed::resetRandomGlobalSeed();
        REQUIRE_OK(writePdf(folder.filePath(u"二.pdf"_s), document));
        CHECK((bytes == bytesOf(folder.filePath(u"二.pdf"_s))));
    }
}

TEST_CASE("the PDF's text is extracted exactly")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.pdf"_s);
    const Document document = test::sampleDocument();
    REQUIRE_OK(writePdf(path, document));
    const QStringList pages = pagesByPdftotext(path);
    if (pages.isEmpty()) {
        WARN("skipped: pdftotext is not installed");
        return;
    }
    QProcess raw;
    raw.start(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s});
    REQUIRE(raw.waitForFinished(60000));
    QString all = QString::fromUtf8(raw.readAllStandardOutput());
    // A paragraph that crosses pages has a footer and a header in between.
    static const QRegularExpression furniture(u"—\\s*[0-9IVX]+\\s*—\\s*"_s);
    all.remove(furniture);
    all = withoutBlanks(all.remove(document.headerText + u'\n'));
    for (const QString& sentence : test::sentencesOf(document)) {
        INFO(sentence.toStdString());
        CHECK(all.contains(withoutBlanks(sentence)));
    }
    CHECK(all.contains(u"安全面"_s));
    CHECK(all.contains(u"B07门"_s));
    for (const QChar c : all) {
        INFO(QString(c).toStdString());
        CHECK(unifiedIdeograph(c.unicode()) == c.unicode());
    }
}

TEST_CASE("a table's header stands on each of its pages")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.pdf"_s);
    REQUIRE_OK(writePdf(path, test::sampleDocument()));
    const QStringList pages = pagesByPdftotext(path);
    if (pages.isEmpty()) {
        WARN("skipped: pdftotext is not installed");
        return;
    }
    int pagesWithRows = 0;
    for (const QString& page : pages) {
        if (!page.contains(u"项指标"_s) || !page.contains(u"公顷"_s) ||
            !page.contains(QRegularExpression(u"A\\d\\d +第"_s)))
            continue;
        ++pagesWithRows;
        CHECK(page.count(u"指标名称"_s) == 1);
        CHECK(page.contains(u"2021年"_s));
    }
    CHECK(pagesWithRows >= 2);
}

TEST_CASE("the contents give the pages on which the headings stand")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.pdf"_s);
    const Document document = test::sampleDocument(60);
    REQUIRE_OK(writePdf(path, document));
    const QStringList pages = pagesByPdftotext(path);
    if (pages.isEmpty()) {
        WARN("skipped: pdftotext is not installed");
        return;
    }
    // Read from the file itself: the printed number of each page, and each contents line.
    QHash<QString, QString> textOfNumber;
    QString contents;
    static const QRegularExpression footer(u"—\\s*([0-9IVX]+)\\s*—"_s);
    for (const QString& page : pages) {
        const QString number = footer.match(page).captured(1);
        if (number.isEmpty())
            continue;
        if (number.front().isDigit())
            textOfNumber.insert(number, withoutBlanks(page));
        else
            contents += page;
    }
    static const QRegularExpression line(u"^\\s*(\\S.*?)\\s+(\\d+)$"_s,
                                         QRegularExpression::MultilineOption);
    int entries = 0;
    for (auto it = line.globalMatch(contents); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        INFO(match.captured(0).toStdString());
        ++entries;
        CHECK(textOfNumber.value(match.captured(2)).contains(withoutBlanks(match.captured(1))));
    }
    CHECK(entries == 65); // 2 chapters, 2 sections and one third level, and 60 more sections
}

TEST_CASE("the PDF has bookmarks, links, labels and the document's own time")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.pdf"_s);
    const Document document = test::sampleDocument();
    REQUIRE_OK(writePdf(path, document));
    QPDF pdf;
    pdf.processFile(QFile::encodeName(path).constData());
    CHECK(pdf.getWarnings().empty());
    QPDFObjectHandle outline = pdf.getRoot().getKey("/Outlines");
    QPDFObjectHandle chapter = outline.getKey("/First");
    CHECK(chapter.getKey("/Title").getUTF8Value() == "一、总体结论");
    CHECK(chapter.getKey("/Next").getKey("/Title").getUTF8Value() == "二、六个维度指标分析");
    QPDFObjectHandle section = chapter.getKey("/First");
    CHECK(section.getKey("/Title").getUTF8Value() == "（一）底线管控");
    CHECK(section.getKey("/First").getKey("/Title").getUTF8Value() == "1.耕地和永久基本农田");
    CHECK(outline.getKey("/Count").getIntValue() == 2);

    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    QPDFObjectHandle links = pages.at(1).getObjectHandle().getKey("/Annots");
    CHECK(links.getArrayNItems() == 5);
    CHECK(links.getArrayItem(0).getKey("/Dest").getArrayItem(0).getObjGen() ==
          pages.at(2).getObjectHandle().getObjGen());

    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    CHECK(info.getKey("/Title").getUTF8Value() == document.title.toStdString());
    CHECK(info.getKey("/CreationDate").getUTF8Value() == "D:20231130083000Z");

    int fonts = 0;
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/Type").isNameAndEquals("/FontDescriptor")) {
            ++fonts;
            CHECK((object.hasKey("/FontFile2") || object.hasKey("/FontFile3") ||
                   object.hasKey("/FontFile")));
        }
    }
    CHECK(fonts >= 2);
}

TEST_CASE("the preview shows the pages of the PDF")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.pdf"_s);
    const Document document = test::sampleDocument();
    REQUIRE_OK(writePdf(path, document));
    QPDF pdf;
    pdf.processFile(QFile::encodeName(path).constData());
    int pages = 0;
    int inked = 0;
    REQUIRE_OK(renderPages(document, 96, [&](int number, const QImage& image) {
        CHECK(number == ++pages);
        CHECK(image.size() == QSize(794, 1123));
        bool isBlank = true;
        for (int y = 0; y < image.height() && isBlank; ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            isBlank = std::all_of(line, line + image.width(),
                                  [](QRgb pixel) { return qGray(pixel) > 200; });
        }
        inked += isBlank ? 0 : 1;
    }));
    CHECK(pages == static_cast<int>(QPDFPageDocumentHelper(pdf).getAllPages().size()));
    CHECK(inked == pages);
}

TEST_CASE("a row taller than a page is broken, everything else stays on the paper")
{
    Document document;
    document.title = u"长行"_s;
    Table table;
    table.caption = u"长"_s;
    table.widths = {1, 2};
    table.header = {{TableCell{u"名称"_s, TableCell::Align::Centre, {}, false, 1},
                     TableCell{u"说明"_s, TableCell::Align::Centre, {}, false, 1}}};
    table.rows = {
        {TableCell{u"甲"_s, TableCell::Align::Left, {}, false, 1},
         TableCell{u"很长的说明。"_s.repeated(600), TableCell::Align::Left, {}, false, 1}}};
    document.blocks << table;
    const Result<PageLayout> layout = PageLayout::of(document);
    REQUIRE_OK(layout);
    CHECK(layout->contentsPageCount() == 0);
    // 3600 characters of 9 pt in a column of 96 mm (29 a line) are 125 lines of 12.5 pt; 50 go on a
    // page.
    CHECK(layout->pageCount() == 1 + 3);
}

TEST_CASE("a number in a narrow cell is made smaller, not broken")
{
    Table table;
    table.widths = {1, 1, 18};
    const auto cell = [](const QString& text) {
        return TableCell{text, TableCell::Align::Left, {}, false, 1};
    };
    table.rows = {{cell(u"1"_s), cell(u"1234567.89"_s), cell(u"说明"_s)}};
    const QList<double> edges = columnEdges(table, 8000);
    REQUIRE(edges.size() == 4);
    CHECK(std::abs(edges.last() - 8000) < 0.01);
    // Ten characters of 9 pt (180 twips), each about half as wide as high, and twice the padding.
    CHECK(edges[2] - edges[1] > 10 * 80 + 2 * cellPadding);
    CHECK(edges[1] < 400);
    CHECK(columnEdges({}, 8000).isEmpty());

    CHECK(cellFontSize(u"12.5"_s, 2000) == 180);
    CHECK(cellFontSize(u"正常推进"_s, 200) == 180);
    const int size = cellFontSize(u"1234567.89"_s, 700);
    CHECK(size < 180);
    CHECK(size >= 110);
    CHECK(size % 10 == 0);
}

TEST_CASE("writing a PDF can be cancelled and leaves no file")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.pdf"_s);
    const CancelToken cancel;
    const Result<void> written =
        writePdf(path, test::sampleDocument(), cancel, [&](double share, const QString&) {
            if (share > 0.3)
                cancel.cancel();
        });
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code() == ErrorCode::Cancelled);
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("a figure without a picture is named")
{
    Document document = test::sampleDocument();
    Figure broken;
    broken.caption = u"空图"_s;
    document.blocks << broken;
    const QTemporaryDir folder;
    const Result<void> written = writePdf(folder.filePath(u"报告.pdf"_s), document);
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().message().contains(u"空图"_s));
}
