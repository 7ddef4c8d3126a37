#include "core/office/zip.h"
#include "core/report/docx_writer.h"
#include "core/report/page_layout.h"
#include "tests/core/report/sample_document.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <pugixml.hpp>

#include <cstring>

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

QByteArray partOf(const QString& path, const QString& name)
{
    Result<office::ZipReader> archive = office::ZipReader::open(path);
    REQUIRE_OK(archive);
    Result<QByteArray> bytes = archive->read(name);
    REQUIRE_OK(bytes);
    return *bytes;
}

void parse(pugi::xml_document& xml, const QByteArray& bytes)
{
    REQUIRE(xml.load_buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                            pugi::parse_default | pugi::parse_ws_pcdata));
}

QString textOf(const pugi::xml_node& node)
{
    QString all;
    for (const pugi::xpath_node& text : node.select_nodes(".//w:t"))
        all += QString::fromUtf8(text.node().text().get());
    return all;
}

std::string styleOf(const pugi::xml_node& paragraph)
{
    return paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
}

/// A minimal template as Word leaves it after editing: placeholders cut into several runs by its
/// spelling checker, and the numeric style ids of its Chinese version.
QString officeTemplate(const QTemporaryDir& folder, const QByteArray& body)
{
    const QByteArray word =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const QByteArray types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" "
        "ContentType=\"application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/></Types>";
    const QByteArray relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
    const QByteArray styles =
        "<w:styles " + word +
        "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"宋体\"/></w:rPr>"
        "</w:rPrDefault></w:docDefaults>"
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name "
        "w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn "
        "w:val=\"a\"/>"
        "<w:rPr><w:rFonts w:eastAsia=\"方正黑体简体\"/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name "
        "w:val=\"某单位的样式\"/></w:style></w:styles>";
    const QString path = folder.filePath(u"本局模板.docx"_s);
    REQUIRE_OK(office::writeZip(
        path,
        {{u"[Content_Types].xml"_s, types},
         {u"word/_rels/document.xml.rels"_s, relations},
         {u"word/document.xml"_s,
          "<w:document " + word + "><w:body>" + body +
              "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/><w:pgMar w:top=\"1000\" "
              "w:bottom=\"1000\" w:left=\"1419\" w:right=\"1419\"/></w:sectPr>"
              "</w:body></w:document>"},
         {u"word/styles.xml"_s, styles},
         {u"customXml/item1.xml"_s, "<kept/>"}},
        QDateTime(QDate(2022, 1, 1), QTime(0, 0), QTimeZone::utc())));
    return path;
}

const QByteArray bodyPlace = "<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>";

} // namespace

TEST_CASE("the same document gives the same Word bytes")
{
    const QTemporaryDir folder;
    const Document document = test::sampleDocument();
    REQUIRE_OK(writeDocx(folder.filePath(u"一.docx"_s), document));
    REQUIRE_OK(writeDocx(folder.filePath(u"二.docx"_s), document));
    CHECK(bytesOf(folder.filePath(u"一.docx"_s)) == bytesOf(folder.filePath(u"二.docx"_s)));
}

TEST_CASE("every part of the Word file is well-formed and every sentence is in it")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.docx"_s);
    const Document document = test::sampleDocument();
    REQUIRE_OK(writeDocx(path, document));
    Result<office::ZipReader> archive = office::ZipReader::open(path);
    REQUIRE_OK(archive);
    QString all;
    for (const QString& name : archive->names()) {
        INFO(name.toStdString());
        Result<QByteArray> bytes = archive->read(name);
        REQUIRE_OK(bytes);
        if (name.endsWith(u".png"_s)) {
            CHECK(bytes->startsWith("\x89PNG"));
            continue;
        }
        pugi::xml_document xml;
        parse(xml, *bytes);
        CHECK_FALSE(bytes->contains("{{"));
        if (name == u"word/document.xml"_s) {
            for (const pugi::xpath_node& paragraph : xml.select_nodes("//w:p"))
                all += textOf(paragraph.node()) + u'\n';
        }
    }
    for (const QString& sentence : test::sentencesOf(document)) {
        INFO(sentence.toStdString());
        CHECK(all.contains(sentence));
    }
    CHECK(partOf(path, u"word/header1.xml"_s).contains(document.headerText.toUtf8()));
    CHECK(partOf(path, u"docProps/core.xml"_s).contains("2023-11-30T08:30:00Z"));
}

TEST_CASE("headings, captions, contents and tables are Word's own")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.docx"_s);
    const Document document = test::sampleDocument();
    REQUIRE_OK(writeDocx(path, document));
    pugi::xml_document xml;
    parse(xml, partOf(path, u"word/document.xml"_s));

    QStringList headings;
    QStringList captions;
    for (const pugi::xpath_node& found : xml.select_nodes("//w:p")) {
        const std::string style = styleOf(found.node());
        if (style.starts_with("Heading"))
            headings << QString::fromStdString(style.substr(7)) + u' ' + textOf(found.node());
        if (style == "Caption") {
            captions << textOf(found.node());
            CHECK(found.node().select_nodes(".//w:fldChar").size() == 3);
        }
    }
    CHECK(headings == QStringList{u"1 一、总体结论"_s, u"2 （一）底线管控"_s,
                                  u"3 1.耕地和永久基本农田"_s, u"1 二、六个维度指标分析"_s,
                                  u"2 （一）安全"_s});
    CHECK(captions == QStringList{u"表 1　底线管控指标一览"_s, u"图 1　各维度达标情况"_s,
                                  u"图 2　遥感影像示意"_s});
    QStringList fields;
    for (const pugi::xpath_node& code : xml.select_nodes("//w:instrText"))
        fields << QString::fromUtf8(code.node().text().get()).trimmed();
    CHECK(fields.count(u"SEQ 表 \\* ARABIC"_s) == 1);
    CHECK(fields.count(u"SEQ 图 \\* ARABIC"_s) == 2);
    CHECK(fields.count(u"TOC \\o \"1-3\" \\h \\z \\u"_s) == 1);

    // Each line of the contents leads to a bookmark round its heading and shows the PDF's page
    // number.
    const Result<PageLayout> layout = PageLayout::of(document);
    REQUIRE_OK(layout);
    const auto links = xml.select_nodes("//w:hyperlink");
    REQUIRE(links.size() == 5);
    qsizetype entry = 0;
    for (const pugi::xpath_node& link : links) {
        const std::string anchor = link.node().attribute("w:anchor").value();
        const pugi::xml_node bookmark =
            xml.select_node(("//w:bookmarkStart[@w:name='" + anchor + "']").c_str()).node();
        CHECK(styleOf(bookmark.parent()).starts_with("Heading"));
        CHECK(fields.contains(u"PAGEREF "_s + QString::fromStdString(anchor) + u" \\h"_s));
        CHECK(textOf(link.node()) ==
              textOf(bookmark.parent()) + layout->entries()[entry++].pageNumber);
    }
    int open = 0;
    for (const pugi::xpath_node& mark : xml.select_nodes("//w:fldChar")) {
        const std::string type = mark.node().attribute("w:fldCharType").value();
        open += type == "begin" ? 1 : type == "end" ? -1 : 0;
        CHECK(open >= 0);
    }
    CHECK(open == 0);

    const pugi::xml_node table = xml.select_node("//w:tbl").node();
    CHECK(table.select_nodes("w:tr").size() == 62);
    CHECK(table.select_nodes("w:tr/w:trPr/w:tblHeader").size() == 2);
    CHECK(table.select_nodes("w:tr/w:trPr/w:cantSplit").size() == 62);
    CHECK(std::strcmp(table.select_node("w:tr[1]/w:tc[4]/w:tcPr/w:gridSpan")
                          .node()
                          .attribute("w:val")
                          .value(),
                      "3") == 0);
    // 序号, 指标名称 and 单位 stand over two header rows.
    CHECK(table.select_nodes("w:tr[1]/w:tc/w:tcPr/w:vMerge[@w:val='restart']").size() == 3);
    CHECK(table.select_nodes("w:tr[2]/w:tc/w:tcPr/w:vMerge[not(@w:val)]").size() == 3);
    int grid = 0;
    for (const pugi::xpath_node& column : table.select_nodes("w:tblGrid/w:gridCol"))
        grid += column.node().attribute("w:w").as_int();
    CHECK(grid == 11906 - 1587 - 1474);

    // 仿宋 in the text, 黑体 in first-level headings, said on every run that the writer makes.
    for (const pugi::xpath_node& run :
         xml.select_nodes("//w:p[w:pPr/w:pStyle/@w:val='CheckupBody']/w:r"))
        CHECK(std::string(
                  run.node().child("w:rPr").child("w:rFonts").attribute("w:eastAsia").value()) ==
              "仿宋");
    CHECK(xml.select_nodes(
                 "//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:r[w:rPr/w:rFonts/@w:eastAsia='黑体']")
              .size() == 2);
    CHECK(xml.select_nodes("//wp:docPr[@descr!='']").size() == 2);
    // 120 mm wide, in English Metric Units (36 000 a millimetre).
    CHECK(std::abs(xml.select_node("//wp:extent").node().attribute("cx").as_int() - 120 * 36000) <
          1000);
}

TEST_CASE("placeholders that Word has cut into runs are found, other runs keep their formatting")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.docx"_s);
    const QString own = officeTemplate(
        folder,
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>标题：{{ti</w:t></w:r><w:proofErr "
        "w:type=\"spellEnd\"/>"
        "<w:r><w:t>tle</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>}}（附件）</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:jc "
        "w:val=\"center\"/></w:pPr><w:r><w:t>{{</w:t></w:r><w:r><w:t>cover}}</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{{subtitle}}</w:t></w:r></w:p>" +
            bodyPlace);
    Document document = test::sampleDocument();
    document.subtitle.clear();
    REQUIRE_OK(writeDocx(path, document, own));
    pugi::xml_document xml;
    parse(xml, partOf(path, u"word/document.xml"_s));
    const pugi::xml_node body = xml.document_element().child("w:body");
    const pugi::xml_node title = body.child("w:p");
    CHECK(textOf(title) == u"标题："_s + document.title + u"（附件）"_s);
    CHECK(textOf(title.select_node("w:r[w:rPr/w:b]").node()) == u"标题："_s + document.title);
    CHECK(textOf(title.select_node("w:r[w:rPr/w:i]").node()) == u"（附件）"_s);
    // One centred paragraph a line of the cover; the empty subtitle leaves none.
    const pugi::xml_node cover = title.next_sibling();
    CHECK(textOf(cover) == document.coverLines[0]);
    CHECK(textOf(cover.next_sibling()) == document.coverLines[1]);
    CHECK(cover.next_sibling().child("w:pPr").child("w:jc"));
    CHECK(textOf(cover.next_sibling().next_sibling()) == u"一、总体结论"_s);

    // The office's own heading with its own id and font; what it lacks is brought along under a
    // free id.
    CHECK(styleOf(cover.next_sibling().next_sibling()) == "1");
    CHECK(xml.select_nodes(
                 "//w:p[w:pPr/w:pStyle/@w:val='1']/w:r[w:rPr/w:rFonts/@w:eastAsia='方正黑体简体']")
              .size() == 2);
    pugi::xml_document styles;
    parse(styles, partOf(path, u"word/styles.xml"_s));
    CHECK(std::string(styles.select_node("//w:style[w:name/@w:val='caption']")
                          .node()
                          .attribute("w:styleId")
                          .value()) != "Caption");
    CHECK(styles.select_nodes("//w:style[w:name/@w:val='heading 1']").size() == 1);
    CHECK(styles.select_nodes("//w:style[w:name/@w:val='heading 2']").size() == 1);
    // The table is as wide as the text of the office's landscape page.
    int grid = 0;
    for (const pugi::xpath_node& column : xml.select_nodes("//w:tbl/w:tblGrid/w:gridCol"))
        grid += column.node().attribute("w:w").as_int();
    CHECK(grid == 14000);
    CHECK(partOf(path, u"customXml/item1.xml"_s) == "<kept/>");
    CHECK(partOf(path, u"[Content_Types].xml"_s).contains("document.main+xml"));
    CHECK(partOf(path, u"[Content_Types].xml"_s).contains("image/png"));
}

TEST_CASE("a template that cannot serve is refused by name")
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(u"报告.docx"_s);
    const Document document = test::sampleDocument();
    const auto refusal = [&](const QString& path) {
        const Result<void> written = writeDocx(out, document, path);
        REQUIRE_FALSE(written.has_value());
        CHECK_FALSE(QFile::exists(out));
        INFO(written.error().message().toStdString());
        CHECK(written.error().message().contains(u"模板"_s));
        return written.error().code();
    };
    CHECK(refusal(officeTemplate(folder, "<w:p/>")) == ErrorCode::Invalid);
    CHECK(refusal(folder.filePath(u"没有.docx"_s)) == ErrorCode::NotFound);

    QFile text(folder.filePath(u"文字.docx"_s));
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write("这不是压缩文件");
    text.close();
    refusal(text.fileName());

    const QString other = folder.filePath(u"其他.docx"_s);
    REQUIRE_OK(office::writeZip(other, {{u"a.txt"_s, "a"}}, {}));
    CHECK(refusal(other) == ErrorCode::Unsupported);

    const QString whole = folder.filePath(u"完整.docx"_s);
    REQUIRE_OK(office::writeZip(
        whole, {{u"word/document.xml"_s, "<w:document"}, {u"word/styles.xml"_s, "<a/>"}}, {}));
    CHECK(refusal(whole) == ErrorCode::Damaged);
}

TEST_CASE("characters that XML cannot hold are left out")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"报告.docx"_s);
    Document document;
    document.title = u"甲"_s + QChar(7) + u"<乙>&"_s;
    document.blocks << Paragraph{{Run{u"上行\n下行"_s + QChar(0x1f), false, {}}},
                                 Paragraph::Style::Body};
    REQUIRE_OK(writeDocx(path, document));
    pugi::xml_document xml;
    parse(xml, partOf(path, u"word/document.xml"_s));
    CHECK(textOf(xml.document_element()).contains(u"甲<乙>&"_s));
    CHECK(xml.select_nodes("//w:br").size() == 1);
}
