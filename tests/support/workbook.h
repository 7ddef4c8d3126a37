#pragma once

#include "core/office/zip.h"

#include <QDateTime>
#include <QMap>

namespace test {

/// The parts of a small hand-written workbook; replace or add parts, then save.
struct WorkbookParts
{
    QMap<QString, QByteArray> parts;

    /// One sheet "数据" whose worksheet element holds `sheetXml`.
    explicit WorkbookParts(const QByteArray& sheetXml)
    {
        const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const QByteArray rel =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const QByteArray pack = "http://schemas.openxmlformats.org/package/2006/relationships";
        set("[Content_Types].xml",
            head +
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        set("_rels/.rels", head + "<Relationships xmlns=\"" + pack +
                               "\"><Relationship Id=\"rId1\" Type=\"" + rel +
                               "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        set("xl/workbook.xml", head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + rel +
                                   "\"><sheets><sheet name=\"数据\" sheetId=\"1\" "
                                   "r:id=\"rId1\"/></sheets></workbook>");
        set("xl/_rels/workbook.xml.rels",
            head + "<Relationships xmlns=\"" + pack + "\"><Relationship Id=\"rId1\" Type=\"" + rel +
                "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" +
                rel + "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + rel +
                "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>");
        // Formats by index: 0 general, 1 percent, 2 own percent, 3 date, 4 date and time, 5 Chinese
        // date, 6 time, 7 elapsed time, 8 a literal with d in it.
        set("xl/styles.xml",
            head + "<styleSheet xmlns=\"" + main +
                "\"><numFmts count=\"5\"><numFmt numFmtId=\"164\" formatCode=\"0.000%\"/>"
                "<numFmt numFmtId=\"165\" formatCode=\"yyyy-mm-dd hh:mm:ss\"/>"
                "<numFmt numFmtId=\"166\" "
                "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
                "<numFmt numFmtId=\"167\" formatCode=\"[h]:mm\"/>"
                "<numFmt numFmtId=\"168\" formatCode=\"[Red]0.0&quot;day%&quot;\\d_d\"/></numFmts>"
                "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf "
                "numFmtId=\"14\"/>"
                "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"20\"/><xf "
                "numFmtId=\"167\"/>"
                "<xf numFmtId=\"168\"/></cellXfs></styleSheet>");
        set("xl/sharedStrings.xml",
            head + "<sst xmlns=\"" + main +
                "\"><si><t>指标</t></si><si><r><t>永久</t></r><r><rPr><b/></rPr><t "
                "xml:space=\"preserve\"> 基本农田</t></r>"
                "<rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh></si><si><t>a_x000D_b</t></si></sst>");
        set("xl/worksheets/sheet1.xml",
            head + "<worksheet xmlns=\"" + main + "\">" + sheetXml + "</worksheet>");
    }

    void set(const char* name, const QByteArray& bytes)
    {
        parts.insert(QString::fromUtf8(name), bytes);
    }

    checkup::Result<void> save(const QString& path) const
    {
        QList<checkup::office::ZipEntry> entries;
        for (auto part = parts.cbegin(); part != parts.cend(); ++part)
            entries << checkup::office::ZipEntry{part.key(), part.value()};
        return checkup::office::writeZip(path, entries,
                                         QDateTime(QDate(2023, 1, 1), QTime(8, 0), Qt::UTC));
    }
};

/// An OLE header and a directory entry's name, as a password-protected workbook has them.
inline QByteArray encryptedWorkbook()
{
    QByteArray bytes = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(1000, '\0');
    for (const char c : QByteArray("EncryptedPackage")) {
        bytes += c;
        bytes += '\0';
    }
    return bytes + QByteArray(500, '\0');
}

} // namespace test
