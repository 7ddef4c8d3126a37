#include "core/report/docx_writer.h"

#include "core/office/zip.h"
#include "core/report/docx_package.h"
#include "core/report/page_layout.h"
#include "core/report/svg_picture.h"

#include <QBuffer>
#include <QColor>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>

#include <pugixml.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

const QString tableStyleName = u"体检表格"_s;

QByteArray number(double value)
{
    return QByteArray::number(std::llround(value));
}

void set(pugi::xml_node node, const char* name, const QByteArray& value)
{
    node.append_attribute(name) = value.constData();
}

/// <name w:val="value"/>
pugi::xml_node addValue(pugi::xml_node parent, const char* name, const QByteArray& value)
{
    pugi::xml_node node = parent.append_child(name);
    set(node, "w:val", value);
    return node;
}

/// "RRGGBB", or empty when the name is no colour.
QByteArray hexColour(const QString& name)
{
    const QColor colour(name);
    return name.isEmpty() || !colour.isValid() ? QByteArray()
                                               : colour.name().mid(1).toUpper().toLatin1();
}

/// The names that the built-in template gives to what Word has no style for.
QString styleNameOf(Paragraph::Style style)
{
    switch (style) {
    case Paragraph::Style::Note:
        return u"体检附注"_s;
    case Paragraph::Style::Source:
        return u"体检来源"_s;
    case Paragraph::Style::Emphasis:
        return u"体检要点"_s;
    case Paragraph::Style::Body:
        break;
    }
    return u"体检正文"_s;
}

/// Writes blocks before a paragraph of the template.
class BodyWriter
{
public:
    BodyWriter(DocxPackage& package, const PageLayout& layout)
        : m_package(package)
        , m_layout(layout)
    {
        m_firstBookmark = 0;
        for (qsizetype i = 0; i < layout.entries().size(); ++i)
            m_bookmarks << package.freshId();
    }

    void writeContents(pugi::xml_node before, double textWidth);
    Result<void> writeBlocks(const Document& document, pugi::xml_node before, QSizeF room);

private:
    pugi::xml_node addParagraph(const QString& styleName);
    void addRun(pugi::xml_node parent, const QString& text, const QString& styleId,
                bool bold = false, const QString& colour = {}, int halfPoints = 0);
    void addFieldMark(pugi::xml_node parent, const char* type);
    void addField(pugi::xml_node parent, const QByteArray& instruction, const QString& cached,
                  const QString& styleId);
    void addRuns(pugi::xml_node paragraph, const Runs& runs, const QString& styleName);
    void addHeading(const Heading& heading);
    void addCaption(const QString& label, int index, const QString& text, bool keepWithNext);
    void addList(const BulletList& list);
    void addTable(const Table& table);
    void addRow(pugi::xml_node table, const QList<TableCell>& cells, const QList<int>& widths,
                const QList<HeaderSpan>& spans = {}, bool keepsWithNext = false);
    Result<void> addFigure(const Figure& figure);
    Result<void> addFigures(const QList<const Figure*>& line);
    QByteArray bookmarkName(qsizetype entry) const
    {
        return "_Toc" + QByteArray::number(800000001 + entry);
    }

    DocxPackage& m_package;
    const PageLayout& m_layout;
    pugi::xml_node m_before;
    QSizeF m_room;
    QList<int> m_bookmarks;
    qsizetype m_firstBookmark = 0;
    int m_tables = 0;
    int m_figures = 0;
    bool m_breakNext = false;
};

pugi::xml_node BodyWriter::addParagraph(const QString& styleName)
{
    pugi::xml_node paragraph = m_before.parent().insert_child_before("w:p", m_before);
    pugi::xml_node properties = paragraph.append_child("w:pPr");
    const QString id = m_package.styleId(styleName);
    if (!id.isEmpty())
        addValue(properties, "w:pStyle", id.toUtf8());
    if (std::exchange(m_breakNext, false))
        properties.append_child("w:pageBreakBefore");
    return paragraph;
}

void BodyWriter::addRun(pugi::xml_node parent, const QString& text, const QString& styleId,
                        bool bold, const QString& colour, int halfPoints)
{
    if (text.isEmpty())
        return;
    pugi::xml_node run = parent.append_child("w:r");
    pugi::xml_node properties = run.append_child("w:rPr");
    // Said on the run as well: WPS and older Word take another Chinese font, and set “ ” … —
    // narrow, without it.
    pugi::xml_node fonts = properties.append_child("w:rFonts");
    set(fonts, "w:hint", "eastAsia");
    const QString font = m_package.chineseFont(styleId);
    if (!font.isEmpty())
        set(fonts, "w:eastAsia", font.toUtf8());
    if (bold)
        properties.append_child("w:b");
    if (const QByteArray hex = hexColour(colour); !hex.isEmpty())
        addValue(properties, "w:color", hex);
    if (halfPoints > 0)
        addValue(properties, "w:sz", number(halfPoints));
    const auto addText = [&run](const QString& part) {
        if (part.isEmpty())
            return;
        pugi::xml_node node = run.append_child("w:t");
        set(node, "xml:space", "preserve");
        node.text().set(xmlText(part).constData());
    };
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\n' && text[i] != u'\t')
            continue;
        addText(text.mid(from, i - from));
        run.append_child(text[i] == u'\n' ? "w:br" : "w:tab");
        from = i + 1;
    }
    addText(text.mid(from));
}

void BodyWriter::addFieldMark(pugi::xml_node parent, const char* type)
{
    set(parent.append_child("w:r").append_child("w:fldChar"), "w:fldCharType", type);
}

void BodyWriter::addField(pugi::xml_node parent, const QByteArray& instruction,
                          const QString& cached, const QString& styleId)
{
    addFieldMark(parent, "begin");
    pugi::xml_node code = parent.append_child("w:r").append_child("w:instrText");
    set(code, "xml:space", "preserve");
    code.text().set((' ' + instruction + ' ').constData());
    addFieldMark(parent, "separate");
    addRun(parent, cached, styleId);
    addFieldMark(parent, "end");
}

void BodyWriter::writeContents(pugi::xml_node before, double textWidth)
{
    m_before = before;
    const auto& entries = m_layout.entries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const PageLayout::Entry& entry = entries[i];
        const QString styleName = u"toc %1"_s.arg(entry.level);
        const QString styleId = m_package.styleId(styleName);
        pugi::xml_node paragraph = addParagraph(styleName);
        pugi::xml_node tab = paragraph.child("w:pPr").append_child("w:tabs").append_child("w:tab");
        set(tab, "w:val", "right");
        set(tab, "w:leader", "dot");
        set(tab, "w:pos", number(textWidth));
        if (i == 0) {
            addFieldMark(paragraph, "begin");
            pugi::xml_node code = paragraph.append_child("w:r").append_child("w:instrText");
            set(code, "xml:space", "preserve");
            code.text().set(" TOC \\o \"1-3\" \\h \\z \\u ");
            addFieldMark(paragraph, "separate");
        }
        pugi::xml_node link = paragraph.append_child("w:hyperlink");
        set(link, "w:anchor", bookmarkName(i));
        set(link, "w:history", "1");
        addRun(link, entry.text, styleId);
        link.append_child("w:r").append_child("w:tab");
        addField(link, "PAGEREF " + bookmarkName(i) + " \\h", entry.pageNumber, styleId);
        if (i == entries.size() - 1)
            addFieldMark(paragraph, "end");
    }
}

void BodyWriter::addRuns(pugi::xml_node paragraph, const Runs& runs, const QString& styleName)
{
    for (const Run& run : runs)
        addRun(paragraph, run.text, m_package.styleId(styleName), run.bold, run.colour);
}

void BodyWriter::addHeading(const Heading& heading)
{
    const QString styleName = u"heading %1"_s.arg(std::clamp(heading.level, 1, 3));
    pugi::xml_node paragraph = addParagraph(styleName);
    const qsizetype entry = m_firstBookmark++;
    pugi::xml_node start = paragraph.append_child("w:bookmarkStart");
    set(start, "w:id", number(m_bookmarks[entry]));
    set(start, "w:name", bookmarkName(entry));
    addRun(paragraph, heading.number + heading.text, m_package.styleId(styleName));
    set(paragraph.append_child("w:bookmarkEnd"), "w:id", number(m_bookmarks[entry]));
}

void BodyWriter::addCaption(const QString& label, int index, const QString& text, bool keepWithNext)
{
    const QString styleId = m_package.styleId(u"caption"_s);
    pugi::xml_node paragraph = addParagraph(u"caption"_s);
    if (keepWithNext) {
        pugi::xml_node properties = paragraph.child("w:pPr");
        const pugi::xml_node style = properties.child("w:pStyle");
        style ? properties.insert_child_after("w:keepNext", style)
              : properties.prepend_child("w:keepNext");
    }
    addRun(paragraph, label + u' ', styleId);
    addField(paragraph, "SEQ " + label.toUtf8() + " \\* ARABIC", QString::number(index), styleId);
    addRun(paragraph, u'　' + text, styleId);
}

void BodyWriter::addList(const BulletList& list)
{
    const QString styleName = u"list bullet"_s;
    for (const Runs& item : list.items)
        addRuns(addParagraph(styleName), item, styleName);
}

void BodyWriter::addRow(pugi::xml_node table, const QList<TableCell>& cells,
                        const QList<int>& widths, const QList<HeaderSpan>& spans,
                        bool keepsWithNext)
{
    const bool isHeader = !spans.isEmpty();
    pugi::xml_node row = table.append_child("w:tr");
    pugi::xml_node properties = row.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (isHeader)
        properties.append_child("w:tblHeader");
    const QString styleName = isHeader ? u"体检表头"_s : u"体检表文"_s;
    const QString styleId = m_package.styleId(styleName);
    qsizetype column = 0;
    const auto addCell = [&](const TableCell& cell, qsizetype next, const HeaderSpan& span) {
        pugi::xml_node node = row.append_child("w:tc");
        pugi::xml_node cellProperties = node.append_child("w:tcPr");
        pugi::xml_node width = cellProperties.append_child("w:tcW");
        int sum = 0;
        for (qsizetype i = column; i < next; ++i)
            sum += widths[i];
        set(width, "w:w", number(sum));
        set(width, "w:type", "dxa");
        if (next - column > 1)
            addValue(cellProperties, "w:gridSpan", number(double(next - column)));
        if (span.isContinued)
            cellProperties.append_child("w:vMerge");
        else if (span.rowsBelow > 0)
            addValue(cellProperties, "w:vMerge", "restart");
        QByteArray fill = hexColour(cell.fill);
        if (fill.isEmpty() && isHeader)
            fill = "EEF1F4";
        if (!fill.isEmpty()) {
            pugi::xml_node shade = addValue(cellProperties, "w:shd", "clear");
            set(shade, "w:color", "auto");
            set(shade, "w:fill", fill);
        }
        addValue(cellProperties, "w:vAlign", "center");
        pugi::xml_node paragraph = node.append_child("w:p");
        pugi::xml_node paragraphProperties = paragraph.append_child("w:pPr");
        if (!styleId.isEmpty())
            addValue(paragraphProperties, "w:pStyle", styleId.toUtf8());
        if (isHeader || keepsWithNext)
            paragraphProperties.append_child("w:keepNext");
        addValue(paragraphProperties, "w:jc",
                 cell.align == TableCell::Align::Right    ? "right"
                 : cell.align == TableCell::Align::Centre ? "center"
                                                          : "left");
        // Only where the text would not fit, so that the style rules everywhere else.
        const int size = cellFontSize(cell.text, sum - 2 * cellPadding);
        addRun(paragraph, cell.text, styleId, cell.bold, {},
               size < cellFontSize({}, sum) ? size / 10 : 0);
        column = next;
    };
    for (qsizetype i = 0; i < cells.size() && column < widths.size(); ++i)
        addCell(cells[i], std::min(column + std::max(cells[i].columnSpan, 1), widths.size()),
                spans.value(i));
    if (column < widths.size())
        addCell(TableCell{}, widths.size(), {});
}

void BodyWriter::addTable(const Table& table)
{
    const QList<double> edges = columnEdges(table, m_room.width());
    if (edges.size() < 2)
        return;
    QList<int> widths;
    for (qsizetype i = 1; i < edges.size(); ++i)
        widths << static_cast<int>(std::lround(edges[i]) - std::lround(edges[i - 1]));

    if (!table.caption.isEmpty())
        addCaption(u"表"_s, ++m_tables, table.caption, true);
    pugi::xml_node node = m_before.parent().insert_child_before("w:tbl", m_before);
    pugi::xml_node properties = node.append_child("w:tblPr");
    const QString style = m_package.styleId(tableStyleName);
    if (!style.isEmpty())
        addValue(properties, "w:tblStyle", style.toUtf8());
    pugi::xml_node width = properties.append_child("w:tblW");
    set(width, "w:w", number(edges.last()));
    set(width, "w:type", "dxa");
    addValue(properties, "w:jc", "center");
    set(properties.append_child("w:tblLayout"), "w:type", "fixed");
    pugi::xml_node look = addValue(properties, "w:tblLook", "0420");
    set(look, "w:firstRow", "1");
    set(look, "w:lastRow", "0");
    set(look, "w:firstColumn", "0");
    set(look, "w:lastColumn", "0");
    set(look, "w:noHBand", "0");
    set(look, "w:noVBand", "1");
    pugi::xml_node grid = node.append_child("w:tblGrid");
    for (const int column : std::as_const(widths))
        set(grid.append_child("w:gridCol"), "w:w", number(column));
    const QList<QList<HeaderSpan>> spans = headerSpans(table.header);
    for (qsizetype i = 0; i < table.header.size(); ++i)
        addRow(node, table.header[i], widths, spans[i]);
    for (qsizetype i = 0; i < table.rows.size(); ++i)
        addRow(node, table.rows[i], widths, {}, rowKeepsWithNext(i, table.rows.size()));
    if (!node.child("w:tr"))
        addRow(node, {}, widths);

    // Two tables in a row would grow together, so a paragraph follows in any case.
    const QString styleName = u"体检来源"_s;
    addRun(addParagraph(styleName), table.source, m_package.styleId(styleName));
}

Result<void> BodyWriter::addFigure(const Figure& figure)
{
    const QSizeF size = printedSize(figure, m_room);
    if (size.isEmpty())
        return unreadableFigure(figure);
    QByteArray png = figure.png;
    if (png.isEmpty()) {
        const QSizeF pixels = size * 192 / PageLayout::dotsPerInch;
        QImage image(pixels.toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        SvgPicture(figure.svg).paint(painter, QRectF(image.rect()));
        painter.end();
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
    }

    constexpr double emuPerTwip = 635;
    const QByteArray width = number(size.width() * emuPerTwip);
    const QByteArray height = number(size.height() * emuPerTwip);
    const int id = m_package.freshId();
    ++m_figures;
    pugi::xml_node paragraph = addParagraph(u"体检插图"_s);
    pugi::xml_node drawing = paragraph.append_child("w:r").append_child("w:drawing");
    pugi::xml_node inlined = drawing.append_child("wp:inline");
    set(inlined, "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    for (const char* side : {"distT", "distB", "distL", "distR"})
        set(inlined, side, "0");
    pugi::xml_node extent = inlined.append_child("wp:extent");
    set(extent, "cx", width);
    set(extent, "cy", height);
    pugi::xml_node described = inlined.append_child("wp:docPr");
    set(described, "id", number(id));
    set(described, "name", xmlText(u"图 %1"_s.arg(m_figures)));
    set(described, "descr", xmlText(figure.altText.isEmpty() ? figure.caption : figure.altText));
    pugi::xml_node graphic = inlined.append_child("a:graphic");
    set(graphic, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
    pugi::xml_node data = graphic.append_child("a:graphicData");
    set(data, "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
    pugi::xml_node picture = data.append_child("pic:pic");
    set(picture, "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
    pugi::xml_node names = picture.append_child("pic:nvPicPr");
    pugi::xml_node own = names.append_child("pic:cNvPr");
    set(own, "id", number(id));
    set(own, "name", xmlText(u"图 %1"_s.arg(m_figures)));
    names.append_child("pic:cNvPicPr");
    pugi::xml_node filled = picture.append_child("pic:blipFill");
    pugi::xml_node blip = filled.append_child("a:blip");
    set(blip, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    set(blip, "r:embed", m_package.addPicture(png).toUtf8());
    filled.append_child("a:stretch").append_child("a:fillRect");
    pugi::xml_node shape = picture.append_child("pic:spPr");
    pugi::xml_node frame = shape.append_child("a:xfrm");
    pugi::xml_node offset = frame.append_child("a:off");
    set(offset, "x", "0");
    set(offset, "y", "0");
    pugi::xml_node extents = frame.append_child("a:ext");
    set(extents, "cx", width);
    set(extents, "cy", height);
    pugi::xml_node geometry = shape.append_child("a:prstGeom");
    set(geometry, "prst", "rect");
    geometry.append_child("a:avLst");

    addCaption(u"图"_s, m_figures, figure.caption, !figure.source.isEmpty());
    if (!figure.source.isEmpty()) {
        const QString styleName = u"体检来源"_s;
        pugi::xml_node source = addParagraph(styleName);
        addValue(source.child("w:pPr"), "w:jc", "center");
        addRun(source, figure.source, m_package.styleId(styleName));
    }
    return {};
}

/// Figures that share a line stand in a table without rules.
Result<void> BodyWriter::addFigures(const QList<const Figure*>& line)
{
    if (line.size() == 1)
        return addFigure(*line.first());
    const pugi::xml_node before = m_before;
    const QSizeF room = m_room;
    const QList<double> edges = figureEdges(line, room.width());
    const auto share = [&edges](qsizetype i) { return std::floor(edges[i + 1] - edges[i]); };
    // A page break, when one is due, belongs to a paragraph: cells cannot carry it.
    if (m_breakNext)
        addParagraph(u"体检来源"_s);
    pugi::xml_node table = before.parent().insert_child_before("w:tbl", before);
    pugi::xml_node properties = table.append_child("w:tblPr");
    pugi::xml_node width = properties.append_child("w:tblW");
    set(width, "w:w", number(std::floor(room.width())));
    set(width, "w:type", "dxa");
    addValue(properties, "w:jc", "center");
    set(properties.append_child("w:tblLayout"), "w:type", "fixed");
    pugi::xml_node margins = properties.append_child("w:tblCellMar");
    for (const char* side : {"w:left", "w:right"}) {
        pugi::xml_node margin = margins.append_child(side);
        set(margin, "w:w", "0");
        set(margin, "w:type", "dxa");
    }
    pugi::xml_node grid = table.append_child("w:tblGrid");
    for (qsizetype i = 0; i < line.size(); ++i)
        set(grid.append_child("w:gridCol"), "w:w", number(share(i)));
    pugi::xml_node row = table.append_child("w:tr");
    row.append_child("w:trPr").append_child("w:cantSplit");
    for (qsizetype i = 0; i < line.size(); ++i) {
        m_room = QSizeF(share(i), room.height());
        pugi::xml_node cell = row.append_child("w:tc");
        pugi::xml_node cellProperties = cell.append_child("w:tcPr");
        pugi::xml_node cellWidth = cellProperties.append_child("w:tcW");
        set(cellWidth, "w:w", number(share(i)));
        set(cellWidth, "w:type", "dxa");
        addValue(cellProperties, "w:vAlign", "bottom");
        m_before = cell.append_child("w:p");
        const Result<void> added = addFigure(*line[i]);
        cell.remove_child(m_before);
        m_before = before;
        if (!added)
            return added;
    }
    m_room = room;
    // Two tables in a row would grow together; this paragraph between them takes no room.
    pugi::xml_node spacing = addParagraph(u"体检来源"_s).child("w:pPr").append_child("w:spacing");
    set(spacing, "w:before", "0");
    set(spacing, "w:after", "0");
    set(spacing, "w:line", "20");
    set(spacing, "w:lineRule", "exact");
    return {};
}

Result<void> BodyWriter::writeBlocks(const Document& document, pugi::xml_node before, QSizeF room)
{
    m_before = before;
    m_room = room;
    QList<const Figure*> line;
    for (qsizetype b = 0; b < document.blocks.size(); ++b) {
        const Block& block = document.blocks[b];
        if (const auto* heading = std::get_if<Heading>(&block)) {
            addHeading(*heading);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            const QString styleName = styleNameOf(paragraph->style);
            pugi::xml_node node = addParagraph(styleName);
            // A line set off by itself belongs to what follows.
            if (paragraph->style == Paragraph::Style::Emphasis) {
                pugi::xml_node properties = node.child("w:pPr");
                const pugi::xml_node style = properties.child("w:pStyle");
                style ? properties.insert_child_after("w:keepNext", style)
                      : properties.prepend_child("w:keepNext");
            }
            addRuns(node, paragraph->runs, styleName);
        } else if (const auto* list = std::get_if<BulletList>(&block)) {
            addList(*list);
        } else if (const auto* table = std::get_if<Table>(&block)) {
            addTable(*table);
        } else if (const auto* figure = std::get_if<Figure>(&block)) {
            line << figure;
            if (figure->besideNext && b + 1 < document.blocks.size() &&
                std::holds_alternative<Figure>(document.blocks[b + 1]))
                continue;
            const Result<void> added = addFigures(std::exchange(line, {}));
            if (!added)
                return added;
        } else {
            m_breakNext = true;
        }
    }
    return {};
}

/// The text area, in twips, of the section that a paragraph stands in.
QSizeF textArea(pugi::xml_node paragraph)
{
    pugi::xml_node section;
    for (pugi::xml_node node = paragraph; node && !section; node = node.next_sibling()) {
        section = std::strcmp(node.name(), "w:sectPr") == 0 ? node
                                                            : node.child("w:pPr").child("w:sectPr");
    }
    const pugi::xml_node page = section.child("w:pgSz");
    const pugi::xml_node margins = section.child("w:pgMar");
    const double width = page.attribute("w:w").as_double(11906) -
                         margins.attribute("w:left").as_double(1587) -
                         margins.attribute("w:right").as_double(1474);
    const double height = page.attribute("w:h").as_double(16838) -
                          std::abs(margins.attribute("w:top").as_double(2098)) -
                          std::abs(margins.attribute("w:bottom").as_double(1984));
    return {std::max(width, 1000.0), std::max(height, 1000.0)};
}

} // namespace

Result<void> writeDocx(const QString& path, const Document& document, const QString& templatePath)
{
    Result<DocxPackage> package = DocxPackage::open(templatePath);
    if (!package)
        return package.error();
    const Result<DocxPackage> builtIn = DocxPackage::open({});
    if (!builtIn)
        return builtIn.error();
    package->borrowStyles(*builtIn, {u"heading 1"_s, u"heading 2"_s, u"heading 3"_s, u"caption"_s,
                                     u"toc 1"_s, u"toc 2"_s, u"toc 3"_s, u"list bullet"_s,
                                     u"体检正文"_s, u"体检要点"_s, u"体检附注"_s, u"体检来源"_s,
                                     u"体检插图"_s, u"体检表文"_s, u"体检表头"_s, tableStyleName});
    const Result<PageLayout> layout = PageLayout::of(document);
    if (!layout)
        return layout.error();

    package->fill({{u"title"_s, {document.title}},
                   {u"subtitle"_s, {document.subtitle}},
                   {u"cover"_s, document.coverLines},
                   {u"stamp"_s, {document.coverStamp}},
                   {u"header"_s, {document.headerText}}});
    const pugi::xml_node contents = package->findBlock(u"contents"_s);
    const pugi::xml_node body = package->findBlock(u"body"_s);
    if (!body) {
        return Error(ErrorCode::Invalid,
                     Text::tr("Word 模板“%1”中没有单独成段的 "
                              "{{body}},无处写入正文,请在模板的正文位置加上一段 {{body}}")
                         .arg(QFileInfo(templatePath).fileName()));
    }
    BodyWriter writer(*package, *layout);
    if (contents && contents != body) {
        writer.writeContents(contents, textArea(contents).width());
        DocxPackage::removeBlock(contents);
    }
    const Result<void> written = writer.writeBlocks(document, body, textArea(body));
    if (!written)
        return written;
    DocxPackage::removeBlock(body);
    package->setProperties(document);
    return office::writeZip(path, package->entries(), document.modified);
}

} // namespace checkup::report
