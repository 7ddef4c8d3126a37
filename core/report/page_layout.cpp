#include "core/report/page_layout.h"

#include "core/report/report_fonts.h"
#include "core/report/svg_picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

// Margins of GB/T 9704 for official documents, in twips: 37, 35, 28 and 26 mm.
constexpr double marginTop = 2098;
constexpr double marginBottom = 1984;
constexpr double marginLeft = 1587;
constexpr double marginRight = 1474;
constexpr double textWidth = 11906 - marginLeft - marginRight;
constexpr double textHeight = 16838 - marginTop - marginBottom;
constexpr double twipsPerMm = 1440 / 25.4;
/// A header taller than this is not repeated: it would leave no room for the rows.
constexpr double mostHeader = textHeight * 0.4;

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor gridColour(0x9a, 0x9a, 0x9a);
const QColor headerFill(0xee, 0xf1, 0xf4);
const QColor stampColour(0xc0, 0x1f, 0x1f);

/// How a paragraph is set; lengths in twips.
struct TextStyle
{
    Face face = Face::FangSong;
    int size = 240;
    double pitch = 440;
    double before = 0;
    double after = 0;
    double indent = 0;      ///< of all lines
    double firstIndent = 0; ///< of the first line, on top of `indent`
    Qt::Alignment alignment = Qt::AlignJustify;
    QString colour;
};

TextStyle headingStyle(int level)
{
    if (level <= 1)
        return {Face::Hei, 320, 560, 320, 160, 0, 0, Qt::AlignLeft, {}};
    if (level == 2)
        return {Face::Kai, 300, 500, 240, 100, 0, 0, Qt::AlignLeft, {}};
    return {Face::Hei, 240, 440, 160, 60, 0, 0, Qt::AlignLeft, {}};
}

TextStyle paragraphStyle(Paragraph::Style style)
{
    switch (style) {
    case Paragraph::Style::Note:
        return {Face::FangSong, 180, 300, 40, 80, 0, 0, Qt::AlignJustify, {}};
    case Paragraph::Style::Source:
        return {Face::FangSong, 180, 300, 40, 160, 0, 0, Qt::AlignLeft, {}};
    case Paragraph::Style::Emphasis:
        return {Face::Hei, 240, 440, 60, 60, 0, 480, Qt::AlignJustify, {}};
    case Paragraph::Style::Body:
        break;
    }
    return {Face::FangSong, 240, 440, 0, 0, 0, 480, Qt::AlignJustify, {}};
}

const TextStyle captionStyle{Face::Hei, 210, 360, 160, 80, 0, 0, Qt::AlignHCenter, {}};
const TextStyle sourceStyle{Face::FangSong, 180, 280, 60, 200, 0, 0, Qt::AlignLeft, {}};
const TextStyle cellStyle{Face::FangSong, 180, 250, 0, 0, 0, 0, Qt::AlignLeft, {}};
const TextStyle bulletStyle{Face::FangSong, 240, 440, 0, 0, 720, 0, Qt::AlignJustify, {}};
const TextStyle contentsStyle{Face::FangSong, 240, 440, 0, 0, 0, 0, Qt::AlignLeft, {}};
const TextStyle furnitureStyle{Face::FangSong, 180, 280, 0, 0, 0, 0, Qt::AlignHCenter, {}};

/// A shaped paragraph: lines at multiples of the pitch, from y = 0.
struct Shaped
{
    std::shared_ptr<QTextLayout> layout;
    int lines = 0;
    double pitch = 0;

    double height() const { return lines * pitch; }
    double lastLineRight() const
    {
        const QTextLine line = layout->lineAt(lines - 1);
        return line.naturalTextRect().right();
    }
};

QString printable(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\n', QChar::LineSeparator);
    text.replace(u'\t', u'　');
    return text;
}

Shaped shape(const Runs& runs, const TextStyle& style, double width)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Run& run : runs) {
        const QString part = printable(run.text);
        // Neither 仿宋 nor 楷体 has a bold cut: official documents stress with 黑体.
        appendFormats(formats, part, static_cast<int>(text.size()),
                      run.bold ? Face::Hei : style.face, style.size,
                      run.colour.isEmpty() ? style.colour : run.colour);
        text += part;
    }
    Shaped shaped;
    shaped.pitch = style.pitch;
    shaped.layout = std::make_shared<QTextLayout>(text, fontOf(style.face, style.size));
    QTextOption option;
    option.setAlignment(style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    shaped.layout->setTextOption(option);
    shaped.layout->setFormats(formats);
    shaped.layout->setCacheEnabled(true);
    shaped.layout->beginLayout();
    for (QTextLine line = shaped.layout->createLine(); line.isValid();
         line = shaped.layout->createLine()) {
        const double left = style.indent + (shaped.lines == 0 ? style.firstIndent : 0);
        line.setLineWidth(std::max(width - left, double(style.size)));
        // The em box stands in the middle of the pitch, whatever fonts the line mixes.
        const double baseline =
            shaped.lines * style.pitch + (style.pitch - style.size) / 2 + 0.86 * style.size;
        line.setPosition(QPointF(left, baseline - line.ascent()));
        ++shaped.lines;
    }
    shaped.layout->endLayout();
    return shaped;
}

Shaped shape(const QString& text, const TextStyle& style, double width)
{
    return shape(Runs{Run{text, false, {}}}, style, width);
}

QColor colourOf(const QString& name, const QColor& otherwise)
{
    const QColor colour(name);
    return name.isEmpty() || !colour.isValid() ? otherwise : colour;
}

/// The picture's own size in twips at 96 dots an inch; empty when it cannot be read.
QSizeF naturalSize(const Figure& figure)
{
    if (!figure.svg.isEmpty()) {
        const SvgPicture picture(figure.svg);
        return picture.isValid() ? picture.size() * 15 : QSizeF();
    }
    QByteArray bytes = figure.png;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return QSizeF(QImageReader(&buffer).size()) * 15;
}

/// A title too long for one line, broken where its halves come out most alike without cutting one
/// of the terms that titles of check-ups are made of.
QString balanced(const QString& title, const TextStyle& style)
{
    const auto widthOf = [&style](const QString& text) {
        return shape(text, style, 1e6).layout->lineAt(0).naturalTextWidth();
    };
    if (widthOf(title) <= textWidth)
        return title;
    static const QStringList terms{u"国土空间规划"_s, u"城市体检评估"_s, u"体检评估"_s,
                                   u"总报告"_s,       u"专项报告"_s,     u"年度"_s};
    const auto cutsTerm = [&title](qsizetype at) {
        if (title[at].isDigit() || title[at - 1].isHighSurrogate() || title[at].isPunct())
            return true;
        return std::any_of(terms.begin(), terms.end(), [&](const QString& term) {
            for (qsizetype from = title.indexOf(term); from >= 0;
                 from = title.indexOf(term, from + 1)) {
                if (from < at && at < from + term.size())
                    return true;
            }
            return false;
        });
    };
    QString best = title;
    double bestWidth = textWidth;
    for (qsizetype at = 1; at < title.size(); ++at) {
        const double wider = std::max(widthOf(title.left(at)), widthOf(title.mid(at)));
        if (wider <= bestWidth && !cutsTerm(at)) {
            bestWidth = wider;
            best = title.left(at) + u'\n' + title.mid(at);
        }
    }
    return best;
}

/// The widest number or Latin word of a text.
double widestWord(const QString& text, const QFontMetricsF& metrics)
{
    static const QRegularExpression word(u"[\\x21-\\x7e‰]+"_s);
    double widest = 0;
    for (auto it = word.globalMatch(text); it.hasNext();)
        widest = std::max(widest, metrics.horizontalAdvance(it.next().captured()));
    return widest;
}

QString roman(int number)
{
    static const QList<std::pair<int, QString>> steps{
        {10, u"X"_s}, {9, u"IX"_s}, {5, u"V"_s}, {4, u"IV"_s}, {1, u"I"_s}};
    QString text;
    for (const auto& [value, letters] : steps) {
        for (; number >= value; number -= value)
            text += letters;
    }
    return text;
}

} // namespace

void PageLayout::Marks::add(const Marks& other, QPointF offset)
{
    for (FillMark mark : other.fills) {
        mark.area.translate(offset);
        fills << mark;
    }
    for (PictureMark mark : other.pictures) {
        mark.area.translate(offset);
        pictures << mark;
    }
    for (RuleMark mark : other.rules) {
        mark.line.translate(offset);
        rules << mark;
    }
    for (FrameMark mark : other.frames) {
        mark.area.translate(offset);
        frames << mark;
    }
    for (TextMark mark : other.texts) {
        mark.at += offset;
        texts << mark;
    }
}

/// Cuts the document into pieces that stay whole (a line, a table row, a picture) and sets them
/// page by page. Pieces that keep with the next travel together as long as a page can hold them.
class PageComposer
{
public:
    PageComposer(const Document& document, const CancelToken& cancel)
        : m_document(document)
        , m_cancel(cancel)
    {}

    Result<PageLayout> compose();

private:
    using Marks = PageLayout::Marks;

    struct Piece
    {
        Marks marks;
        double before = 0;
        double height = 0;
        double after = 0;
        bool keepWithNext = false;
        bool breakBefore = false;
        int table = -1; ///< body row of this table: its header is repeated above on a new page
        int heading = -1;
    };

    Result<void> cutBlocks();
    void cutHeading(const Heading& heading);
    void cutText(const Shaped& shaped, const TextStyle& style, bool keepWithNext, int heading = -1);
    void cutList(const BulletList& list);
    void cutTable(const Table& table);
    Result<void> cutFigures(const QList<const Figure*>& line);
    QList<Piece> rowPieces(const QList<TableCell>& cells, const QList<double>& edges);
    Piece headerPiece(const QList<TableCell>& cells, const QList<double>& edges,
                      const QList<HeaderSpan>& spans, const QList<Piece>& below);

    void setPieces();
    void setPiece(const Piece& piece, bool isInsideTable);
    void newPage();
    void setCover();
    void setContents();
    void setFurniture(Marks& page, const QString& number) const;

    const Document& m_document;
    CancelToken m_cancel;
    QList<Piece> m_pieces;
    QList<QList<Piece>> m_headers; ///< of each table
    int m_tables = 0;
    int m_figures = 0;
    bool m_breakNext = false;

    QList<Marks> m_body;
    double m_y = 0;
    double m_gap = 0; ///< space asked for below the last piece
    int m_lastTable = -1;
    PageLayout m_layout;
};

Result<PageLayout> PageComposer::compose()
{
    const Result<void> cut = cutBlocks();
    if (!cut)
        return cut.error();
    setPieces();
    if (m_cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消排版"));
    setCover();
    if (!m_layout.m_entries.isEmpty())
        setContents();
    const int front = static_cast<int>(m_layout.m_pages.size());
    for (PageLayout::Entry& entry : m_layout.m_entries)
        entry.page += front;
    for (qsizetype i = 0; i < m_body.size(); ++i) {
        setFurniture(m_body[i], QString::number(i + 1));
        m_layout.m_pages << m_body[i];
    }
    return std::move(m_layout);
}

Result<void> PageComposer::cutBlocks()
{
    QList<const Figure*> line;
    for (qsizetype b = 0; b < m_document.blocks.size(); ++b) {
        const Block& block = m_document.blocks[b];
        if (m_cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消排版"));
        if (const auto* heading = std::get_if<Heading>(&block)) {
            cutHeading(*heading);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            const TextStyle style = paragraphStyle(paragraph->style);
            cutText(shape(paragraph->runs, style, textWidth), style,
                    paragraph->style == Paragraph::Style::Emphasis);
        } else if (const auto* list = std::get_if<BulletList>(&block)) {
            cutList(*list);
        } else if (const auto* table = std::get_if<Table>(&block)) {
            cutTable(*table);
        } else if (const auto* figure = std::get_if<Figure>(&block)) {
            line << figure;
            if (figure->besideNext && b + 1 < m_document.blocks.size() &&
                std::holds_alternative<Figure>(m_document.blocks[b + 1]))
                continue;
            const Result<void> cut = cutFigures(std::exchange(line, {}));
            if (!cut)
                return cut.error();
        } else {
            m_breakNext = true;
        }
    }
    return {};
}

void PageComposer::cutHeading(const Heading& heading)
{
    PageLayout::Entry entry;
    entry.level = std::clamp(heading.level, 1, 3);
    entry.text = heading.number + heading.text;
    const TextStyle style = headingStyle(entry.level);
    cutText(shape(entry.text, style, textWidth), style, true,
            static_cast<int>(m_layout.m_entries.size()));
    m_layout.m_entries << entry;
}

void PageComposer::cutText(const Shaped& shaped, const TextStyle& style, bool keepWithNext,
                           int heading)
{
    for (int i = 0; i < shaped.lines; ++i) {
        Piece piece;
        piece.marks.texts << PageLayout::TextMark{shaped.layout, i, QPointF(0, -i * shaped.pitch)};
        piece.height = shaped.pitch;
        piece.before = i == 0 ? style.before : 0;
        piece.after = i == shaped.lines - 1 ? style.after : 0;
        // No single first or last line of a paragraph alone on a page.
        piece.keepWithNext =
            keepWithNext || (shaped.lines > 1 && (i == 0 || i == shaped.lines - 2));
        piece.heading = i == 0 ? heading : -1;
        piece.breakBefore = std::exchange(m_breakNext, false);
        m_pieces << piece;
    }
}

void PageComposer::cutList(const BulletList& list)
{
    for (const Runs& item : list.items) {
        const Shaped text = shape(item, bulletStyle, textWidth);
        const Shaped bullet =
            shape(u"•"_s, {Face::Hei, 240, 440, 0, 0, 480, 0, Qt::AlignLeft, {}}, textWidth);
        const qsizetype first = m_pieces.size();
        cutText(text, bulletStyle, false);
        if (m_pieces.size() > first)
            m_pieces[first].marks.texts.prepend(PageLayout::TextMark{bullet.layout, 0, {}});
    }
}

namespace {

constexpr double cellPadY = 50;

/// A table cell between its edges.
struct SetCell
{
    Shaped text;
    double left = 0, right = 0;
    QColor fill;
};

QList<SetCell> setCells(const QList<TableCell>& cells, const QList<double>& edges, Face face,
                        const QColor& fill)
{
    QList<SetCell> all;
    qsizetype column = 0;
    for (const TableCell& cell : cells) {
        if (column >= edges.size() - 1)
            break;
        const qsizetype next = std::min(column + std::max(cell.columnSpan, 1), edges.size() - 1);
        SetCell one;
        one.left = edges[column];
        one.right = edges[next];
        one.fill = colourOf(cell.fill, fill);
        TextStyle style = cellStyle;
        style.face = face;
        style.size = cellFontSize(cell.text, one.right - one.left - 2 * cellPadding);
        style.alignment = cell.align == TableCell::Align::Right    ? Qt::AlignRight
                          : cell.align == TableCell::Align::Centre ? Qt::AlignHCenter
                                                                   : Qt::AlignLeft;
        one.text = shape(Runs{Run{cell.text, cell.bold, {}}}, style,
                         one.right - one.left - 2 * cellPadding);
        all << one;
        column = next;
    }
    return all;
}

} // namespace

PageComposer::Piece PageComposer::headerPiece(const QList<TableCell>& cells,
                                              const QList<double>& edges,
                                              const QList<HeaderSpan>& spans,
                                              const QList<Piece>& below)
{
    const QList<SetCell> row = setCells(cells, edges, Face::Hei, headerFill);
    double lines = 1;
    for (qsizetype i = 0; i < row.size(); ++i)
        lines = std::max(lines, std::ceil(double(row[i].text.lines) / (1 + spans[i].rowsBelow)));
    Piece piece;
    piece.keepWithNext = true;
    piece.height = lines * cellStyle.pitch + 2 * cellPadY;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const SetCell& cell = row[i];
        piece.marks.fills << PageLayout::FillMark{
            QRectF(cell.left, 0, cell.right - cell.left, piece.height), cell.fill};
        if (cell.right < edges.last() - 1)
            piece.marks.rules << PageLayout::RuleMark{
                {cell.right, 0, cell.right, piece.height}, 6, gridColour, false};
        if (spans[i].rowsBelow == 0)
            piece.marks.rules << PageLayout::RuleMark{
                {cell.left, piece.height, cell.right, piece.height},
                6,
                below.isEmpty() ? ink : gridColour,
                false};
        double height = piece.height;
        for (int k = 0; k < spans[i].rowsBelow; ++k)
            height += below[k].height;
        for (int k = 0; !spans[i].isContinued && k < cell.text.lines; ++k)
            piece.marks.texts << PageLayout::TextMark{
                cell.text.layout, k,
                QPointF(cell.left + cellPadding, (height - cell.text.height()) / 2)};
    }
    return piece;
}

QList<PageComposer::Piece> PageComposer::rowPieces(const QList<TableCell>& cells,
                                                   const QList<double>& edges)
{
    const QList<SetCell> row = setCells(cells, edges, Face::FangSong, {});
    int lines = 1;
    for (const SetCell& cell : row)
        lines = std::max(lines, cell.text.lines);
    const auto frame = [&](Piece& piece, bool isLast) {
        for (const SetCell& cell : row) {
            if (cell.fill.isValid())
                piece.marks.fills << PageLayout::FillMark{
                    QRectF(cell.left, 0, cell.right - cell.left, piece.height), cell.fill};
            if (cell.right < edges.last() - 1)
                piece.marks.rules << PageLayout::RuleMark{
                    {cell.right, 0, cell.right, piece.height}, 6, gridColour, false};
        }
        if (isLast)
            piece.marks.rules << PageLayout::RuleMark{
                {edges.first(), piece.height, edges.last(), piece.height}, 6, gridColour, false};
    };

    QList<Piece> pieces;
    const double pitch = cellStyle.pitch;
    if (lines * pitch + 2 * cellPadY <= textHeight - mostHeader) {
        Piece piece;
        piece.height = lines * pitch + 2 * cellPadY;
        frame(piece, true);
        for (const SetCell& cell : row) {
            const double top = (piece.height - cell.text.height()) / 2;
            for (int i = 0; i < cell.text.lines; ++i)
                piece.marks.texts << PageLayout::TextMark{cell.text.layout, i,
                                                          QPointF(cell.left + cellPadding, top)};
        }
        return {piece};
    }
    // A row longer than a page can hold breaks between its lines.
    for (int i = 0; i < lines; ++i) {
        Piece slice;
        const double top = i == 0 ? cellPadY : 0;
        slice.height = pitch + top + (i == lines - 1 ? cellPadY : 0);
        frame(slice, i == lines - 1);
        for (const SetCell& cell : row) {
            if (i < cell.text.lines)
                slice.marks.texts << PageLayout::TextMark{
                    cell.text.layout, i, QPointF(cell.left + cellPadding, top - i * pitch)};
        }
        pieces << slice;
    }
    return pieces;
}

void PageComposer::cutTable(const Table& table)
{
    const QList<double> edges = columnEdges(table, textWidth);
    if (edges.isEmpty())
        return;
    if (!table.caption.isEmpty()) {
        ++m_tables;
        TextStyle style = captionStyle;
        cutText(shape(u"表 %1"_s.arg(m_tables) + u'　' + table.caption, style, textWidth), style,
                true);
    }

    const int index = static_cast<int>(m_headers.size());
    QList<Piece> header;
    const QList<QList<HeaderSpan>> spans = headerSpans(table.header);
    for (qsizetype i = table.header.size() - 1; i >= 0; --i)
        header.prepend(headerPiece(table.header[i], edges, spans[i], header));
    const PageLayout::RuleMark topRule{{0, 0, textWidth, 0}, 20, ink, false};
    if (!header.isEmpty())
        header.first().marks.rules << topRule;
    m_pieces += header;
    double headerHeight = 0;
    for (const Piece& piece : std::as_const(header))
        headerHeight += piece.height;
    m_headers << (headerHeight <= mostHeader ? header : QList<Piece>());

    QList<Piece> body;
    for (const QList<TableCell>& cells : table.rows)
        body += rowPieces(cells, edges);
    if (header.isEmpty() && !body.isEmpty())
        body.first().marks.rules << topRule;
    for (qsizetype i = 0; i < body.size(); ++i) {
        body[i].table = index;
        body[i].keepWithNext = rowKeepsWithNext(i, body.size());
    }
    if (body.isEmpty() && !m_pieces.isEmpty())
        m_pieces.last().keepWithNext = false;
    m_pieces += body;
    if (!m_pieces.isEmpty()) {
        Piece& last = m_pieces.last();
        last.marks.rules << PageLayout::RuleMark{
            {0, last.height, textWidth, last.height}, 20, ink, false};
        last.after = table.source.isEmpty() ? 240 : 0;
        last.keepWithNext = !table.source.isEmpty();
    }
    if (!table.source.isEmpty())
        cutText(shape(table.source, sourceStyle, textWidth), sourceStyle, false);
}

Result<void> PageComposer::cutFigures(const QList<const Figure*>& line)
{
    const QList<double> edges = figureEdges(line, textWidth);
    Piece pictures;
    pictures.before = 160;
    pictures.keepWithNext = true;
    Piece captions;
    captions.before = captionStyle.before / 2;
    captions.after = 200;
    Piece sources;
    sources.after = 200;
    TextStyle centred = sourceStyle;
    centred.alignment = Qt::AlignHCenter;
    const auto put = [](Piece& piece, const Shaped& text, double left) {
        piece.height = std::max(piece.height, text.height());
        for (int i = 0; i < text.lines; ++i)
            piece.marks.texts << PageLayout::TextMark{text.layout, i, QPointF(left, 0)};
    };
    QList<QSizeF> sizes;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QSizeF size = printedSize(*line[i], QSizeF(edges[i + 1] - edges[i], textHeight));
        if (size.isEmpty())
            return unreadableFigure(*line[i]);
        sizes << size;
        pictures.height = std::max(pictures.height, size.height());
    }
    for (qsizetype i = 0; i < line.size(); ++i) {
        const Figure& figure = *line[i];
        const double left = edges[i];
        const double share = edges[i + 1] - left;
        ++m_figures;
        // Pictures of unlike height stand on one line, above their captions.
        pictures.marks.pictures << PageLayout::PictureMark{
            figure.svg, figure.png,
            QRectF(
                QPointF(left + (share - sizes[i].width()) / 2, pictures.height - sizes[i].height()),
                sizes[i])};
        put(captions,
            shape(u"图 %1"_s.arg(m_figures) + u'　' + figure.caption, captionStyle, share), left);
        if (!figure.source.isEmpty())
            put(sources, shape(figure.source, centred, share), left);
    }
    pictures.breakBefore = std::exchange(m_breakNext, false);
    m_pieces << pictures;
    if (sources.height > 0) {
        captions.after = 0;
        captions.keepWithNext = true;
    }
    m_pieces << captions;
    if (sources.height > 0)
        m_pieces << sources;
    return {};
}

void PageComposer::newPage()
{
    m_body << Marks();
    m_y = 0;
    m_gap = 0;
}

void PageComposer::setPiece(const Piece& piece, bool isInsideTable)
{
    if (m_body.isEmpty())
        newPage();
    const bool isFresh = m_y == 0;
    if (isFresh && isInsideTable) {
        for (const Piece& header : m_headers[piece.table]) {
            m_body.last().add(header.marks, QPointF(marginLeft, marginTop + m_y));
            m_y += header.height;
        }
    }
    if (!isFresh)
        m_y += std::max(m_gap, piece.before);
    if (piece.heading >= 0) {
        PageLayout::Entry& entry = m_layout.m_entries[piece.heading];
        entry.page = static_cast<int>(m_body.size()) - 1;
        entry.top = marginTop + m_y;
        entry.pageNumber = QString::number(m_body.size());
    }
    m_body.last().add(piece.marks, QPointF(marginLeft, marginTop + m_y));
    m_y += piece.height;
    m_gap = piece.after;
}

void PageComposer::setPieces()
{
    newPage();
    qsizetype i = 0;
    while (i < m_pieces.size()) {
        if (m_cancel.isCancelled())
            return;
        qsizetype end = i;
        double height = m_pieces[i].height;
        while (m_pieces[end].keepWithNext && end + 1 < m_pieces.size() &&
               !m_pieces[end + 1].breakBefore) {
            height +=
                std::max(m_pieces[end].after, m_pieces[end + 1].before) + m_pieces[end + 1].height;
            ++end;
        }
        const auto isContinued = [&](qsizetype k) {
            return m_pieces[k].table >= 0 && k > 0 && m_pieces[k - 1].table == m_pieces[k].table;
        };
        const auto turnPage = [&](qsizetype k) {
            if (isContinued(k))
                m_body.last().rules << PageLayout::RuleMark{
                    {marginLeft, marginTop + m_y, marginLeft + textWidth, marginTop + m_y},
                    20,
                    ink,
                    false};
            newPage();
        };
        const double before = m_y == 0 ? 0 : std::max(m_gap, m_pieces[i].before);
        if (m_y > 0 && (m_pieces[i].breakBefore ||
                        (m_y + before + height > textHeight && height <= textHeight)))
            turnPage(i);
        for (qsizetype k = i; k <= end; ++k) {
            const double gap = m_y == 0 ? 0 : std::max(m_gap, m_pieces[k].before);
            if (m_y > 0 && m_y + gap + m_pieces[k].height > textHeight)
                turnPage(k);
            setPiece(m_pieces[k], isContinued(k));
        }
        i = end + 1;
    }
}

void PageComposer::setFurniture(Marks& page, const QString& number) const
{
    if (!m_document.headerText.isEmpty()) {
        const Shaped header = shape(m_document.headerText, furnitureStyle, textWidth);
        const double top = marginTop - 520 - header.height();
        for (int i = 0; i < header.lines; ++i)
            page.texts << PageLayout::TextMark{header.layout, i, QPointF(marginLeft, top)};
        const double y = top + header.height() + 40;
        page.rules << PageLayout::RuleMark{
            {marginLeft, y, marginLeft + textWidth, y}, 6, gridColour, false};
    }
    TextStyle style = furnitureStyle;
    style.size = 210;
    const Shaped footer = shape(u"—  %1  —"_s.arg(number), style, textWidth);
    page.texts << PageLayout::TextMark{footer.layout, 0,
                                       QPointF(marginLeft, 16838 - marginBottom + 600)};
}

void PageComposer::setCover()
{
    Marks page;
    const auto put = [&](const Shaped& text, double left, double top) {
        for (int i = 0; i < text.lines; ++i)
            page.texts << PageLayout::TextMark{text.layout, i, QPointF(left, top)};
    };
    double y = marginTop + 1900;
    const TextStyle titleStyle{Face::Title, 520, 840, 0, 0, 0, 0, Qt::AlignHCenter, {}};
    const Shaped title = shape(balanced(m_document.title, titleStyle), titleStyle, textWidth);
    put(title, marginLeft, y);
    y += title.height() + 300;
    if (!m_document.subtitle.isEmpty()) {
        const Shaped subtitle =
            shape(m_document.subtitle, {Face::Kai, 360, 600, 0, 0, 0, 0, Qt::AlignHCenter, {}},
                  textWidth);
        put(subtitle, marginLeft, y);
        y += subtitle.height() + 200;
    }
    if (!m_document.coverStamp.isEmpty()) {
        const Shaped stamp = shape(
            m_document.coverStamp,
            {Face::Hei, 640, 960, 0, 0, 0, 0, Qt::AlignHCenter, stampColour.name()}, textWidth);
        y += 500;
        put(stamp, marginLeft, y);
        const double half = stamp.layout->lineAt(0).naturalTextWidth() / 2 + 360;
        page.frames << PageLayout::FrameMark{
            QRectF(marginLeft + textWidth / 2 - half, y - 60, 2 * half, stamp.height() + 120), 40,
            stampColour};
    }
    double height = 0;
    QList<Shaped> coverLines;
    for (const QString& line : m_document.coverLines) {
        coverLines << shape(line, {Face::FangSong, 320, 600, 0, 0, 0, 0, Qt::AlignHCenter, {}},
                            textWidth);
        height += coverLines.last().height();
    }
    y = 16838 - marginBottom - 600 - height;
    for (const Shaped& line : std::as_const(coverLines)) {
        put(line, marginLeft, y);
        y += line.height();
    }
    m_layout.m_pages << page;
}

void PageComposer::setContents()
{
    constexpr double numberRoom = 700;
    QList<Marks> pages{Marks()};
    const Shaped title =
        shape(u"目　录"_s, {Face::Hei, 360, 640, 0, 0, 0, 0, Qt::AlignHCenter, {}}, textWidth);
    pages.last().texts << PageLayout::TextMark{title.layout, 0, QPointF(marginLeft, marginTop)};
    double y = title.height() + 240;
    // A little closer where that saves a page of a few lines.
    TextStyle lineStyle = contentsStyle;
    constexpr double closest = 330;
    const double onOnePage = (textHeight - y) / static_cast<double>(m_layout.m_entries.size());
    if (onOnePage >= closest)
        lineStyle.pitch = std::min(std::floor(onOnePage), contentsStyle.pitch);
    for (qsizetype e = 0; e < m_layout.m_entries.size(); ++e) {
        const PageLayout::Entry& entry = m_layout.m_entries[e];
        TextStyle style = lineStyle;
        style.face = entry.level == 1 ? Face::Hei : Face::FangSong;
        style.indent = 480.0 * (entry.level - 1);
        const Shaped text = shape(entry.text, style, textWidth - numberRoom);
        if (y + text.height() > textHeight) {
            pages << Marks();
            y = 0;
        }
        for (int i = 0; i < text.lines; ++i)
            pages.last().texts << PageLayout::TextMark{text.layout, i,
                                                       QPointF(marginLeft, marginTop + y)};
        const double lastTop = marginTop + y + (text.lines - 1) * text.pitch;
        TextStyle numberStyle = lineStyle;
        numberStyle.alignment = Qt::AlignRight;
        const Shaped number = shape(entry.pageNumber, numberStyle, textWidth);
        pages.last().texts << PageLayout::TextMark{number.layout, 0, QPointF(marginLeft, lastTop)};
        const double from = marginLeft + text.lastLineRight() + 100;
        const double to =
            marginLeft + textWidth - number.layout->lineAt(0).naturalTextWidth() - 100;
        const double leaderY =
            lastTop + (lineStyle.pitch - contentsStyle.size) / 2 + 0.78 * contentsStyle.size;
        if (to > from)
            pages.last().rules << PageLayout::RuleMark{{to, leaderY, from, leaderY}, 16, ink, true};
        m_layout.m_links << PageLayout::Link{
            1 + static_cast<int>(pages.size()) - 1,
            QRectF(marginLeft, marginTop + y, textWidth, text.height()), static_cast<int>(e)};
        y += text.height();
    }
    m_layout.m_contentsPages = static_cast<int>(pages.size());
    for (qsizetype i = 0; i < pages.size(); ++i) {
        setFurniture(pages[i], roman(static_cast<int>(i) + 1));
        m_layout.m_pages << pages[i];
    }
}

QSizeF printedSize(const Figure& figure, QSizeF room)
{
    const QSizeF natural = naturalSize(figure);
    if (natural.isEmpty())
        return {};
    QSizeF size = figure.sizeMm.isEmpty() ? natural : figure.sizeMm * twipsPerMm;
    constexpr double captionRoom = 1400;
    const QSizeF most(room.width(), room.height() - captionRoom);
    if (size.width() > most.width() || size.height() > most.height())
        size.scale(most, Qt::KeepAspectRatio);
    return size;
}

Error unreadableFigure(const Figure& figure)
{
    return Error(ErrorCode::Invalid,
                 Text::tr("插图“%1”没有可读的图片,请重新生成该图后再导出").arg(figure.caption));
}

int cellFontSize(const QString& text, double room)
{
    constexpr int least = 110;
    const double widest = widestWord(text, QFontMetricsF(fontOf(Face::Hei, cellStyle.size)));
    if (widest <= room)
        return cellStyle.size;
    // Whole half points, which is what Word can say.
    return std::max(least, static_cast<int>(cellStyle.size * room / widest / 10) * 10);
}

QList<double> figureEdges(const QList<const Figure*>& line, double width)
{
    double total = 0;
    for (const Figure* figure : line)
        total += figure->sizeMm.width();
    QList<double> edges{0};
    for (const Figure* figure : line)
        edges << edges.last() + (total > 0 ? width * figure->sizeMm.width() / total
                                           : width / static_cast<double>(line.size()));
    return edges;
}

bool rowKeepsWithNext(qsizetype row, qsizetype rows)
{
    constexpr qsizetype wholeUpTo = 8;
    return row + 1 < rows && (rows <= wholeUpTo || row < 2 || row == rows - 2);
}

QList<QList<HeaderSpan>> headerSpans(const QList<QList<TableCell>>& header)
{
    struct Place
    {
        int column = 0, span = 1;
        bool operator==(const Place&) const = default;
    };
    QList<QList<Place>> places;
    QList<QList<HeaderSpan>> spans;
    for (const QList<TableCell>& row : header) {
        QList<Place> inRow;
        int column = 0;
        for (const TableCell& cell : row) {
            inRow << Place{column, std::max(cell.columnSpan, 1)};
            column += inRow.last().span;
        }
        places << inRow;
        spans << QList<HeaderSpan>(row.size());
    }
    for (qsizetype r = 1; r < header.size(); ++r) {
        for (qsizetype i = 0; i < header[r].size(); ++i) {
            const qsizetype above = places[r - 1].indexOf(places[r][i]);
            spans[r][i].isContinued =
                header[r][i].text.isEmpty() && above >= 0 &&
                (!header[r - 1][above].text.isEmpty() || spans[r - 1][above].isContinued);
        }
    }
    for (qsizetype r = header.size() - 2; r >= 0; --r) {
        for (qsizetype i = 0; i < header[r].size(); ++i) {
            const qsizetype under = places[r + 1].indexOf(places[r][i]);
            if (under >= 0 && spans[r + 1][under].isContinued)
                spans[r][i].rowsBelow = spans[r + 1][under].rowsBelow + 1;
        }
    }
    return spans;
}

QList<double> columnEdges(const Table& table, double width)
{
    qsizetype columns = table.widths.size();
    for (const auto* rows : {&table.header, &table.rows}) {
        for (const QList<TableCell>& row : *rows) {
            qsizetype count = 0;
            for (const TableCell& cell : row)
                count += std::max(cell.columnSpan, 1);
            columns = std::max(columns, count);
        }
    }
    if (columns == 0)
        return {};
    QList<double> shares(columns, 1);
    for (qsizetype i = 0; i < std::min(columns, table.widths.size()); ++i)
        shares[i] = table.widths[i] > 0 ? table.widths[i] : 1;

    // The least that a column needs so that none of its numbers is broken, with a reserve for the
    // wider digits of the fonts that other programs put in place of ours.
    QList<double> least(columns, 0);
    const QFontMetricsF metrics(fontOf(Face::Hei, cellStyle.size));
    for (const auto* rows : {&table.header, &table.rows}) {
        for (const QList<TableCell>& row : *rows) {
            qsizetype column = 0;
            for (const TableCell& cell : row) {
                if (cell.columnSpan <= 1)
                    least[column] = std::max(least[column], 1.15 * widestWord(cell.text, metrics) +
                                                                2 * cellPadding);
                column += std::max(cell.columnSpan, 1);
            }
        }
    }
    const double sumOfLeast = std::accumulate(least.begin(), least.end(), 0.0);
    if (sumOfLeast > width) {
        for (double& one : least)
            one *= width / sumOfLeast;
    }
    QList<bool> isFixed(columns, false);
    double room = width;
    double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (bool isStable = false; !isStable;) {
        isStable = true;
        for (qsizetype i = 0; i < columns; ++i) {
            if (!isFixed[i] && shares[i] / total * room < least[i]) {
                isFixed[i] = true;
                room -= least[i];
                total -= shares[i];
                isStable = false;
                break;
            }
        }
    }
    QList<double> edges{0};
    for (qsizetype i = 0; i < columns; ++i)
        edges << edges.last() + (isFixed[i] ? least[i] : shares[i] / total * room);
    return edges;
}

Result<PageLayout> PageLayout::of(const Document& document, const CancelToken& cancel)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return Error(ErrorCode::Internal,
                     Text::tr("排版需要图形程序环境,请用带字体支持的方式启动程序"));
    return PageComposer(document, cancel).compose();
}

void PageLayout::paint(int page, QPainter& painter) const
{
    const Marks& marks = m_pages[page];
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    for (const FillMark& mark : marks.fills)
        painter.fillRect(mark.area, mark.colour);
    for (const PictureMark& mark : marks.pictures) {
        if (!mark.svg.isEmpty()) {
            SvgPicture(mark.svg).paint(painter, mark.area);
        } else {
            painter.drawImage(mark.area, QImage::fromData(mark.png));
        }
    }
    for (const RuleMark& mark : marks.rules) {
        QPen pen(mark.colour, mark.width);
        pen.setCapStyle(Qt::FlatCap);
        if (mark.dotted) {
            // Dots start from the right, so that those of all lines stand in columns.
            pen.setDashPattern({1, 5});
        }
        painter.setPen(pen);
        painter.drawLine(mark.line);
    }
    painter.setBrush(Qt::NoBrush);
    for (const FrameMark& mark : marks.frames) {
        painter.setPen(QPen(mark.colour, mark.width));
        painter.drawRoundedRect(mark.area, 80, 80);
    }
    painter.setPen(ink);
    for (const TextMark& mark : marks.texts)
        mark.layout->lineAt(mark.line).draw(&painter, mark.at);
}

} // namespace checkup::report
