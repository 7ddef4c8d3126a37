#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/report/document.h"

#include <QColor>
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <memory>

class QPainter;
class QTextLayout;

namespace checkup::report {

/// Where everything of a document stands on its A4 pages. One layout serves the PDF, the preview
/// and the page numbers that the Word file's contents carry. Lengths are twips (1/1440 inch, 1/20
/// point) from the page's top left corner. Holds text layouts: stay on the thread that made it.
class PageLayout
{
public:
    static constexpr int dotsPerInch = 1440;
    static constexpr QSizeF pageSize{11906, 16838};

    /// A heading as the contents list it.
    struct Entry
    {
        int level = 1;
        QString text; ///< number and heading
        int page = 0; ///< index into the pages
        double top = 0;
        QString pageNumber; ///< as printed
    };

    /// A line of the contents that leads to a heading.
    struct Link
    {
        int page = 0;
        QRectF area;
        int entry = 0;
    };

    /// Needs a QGuiApplication (ErrorCode::Internal without one). Errors: Cancelled, Invalid (a
    /// figure without a readable picture: names its caption).
    static Result<PageLayout> of(const Document& document, const CancelToken& cancel = {});

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    int contentsPageCount() const
    {
        return m_contentsPages;
    } ///< they follow the cover, numbered I, II...
    const QList<Entry>& entries() const { return m_entries; }
    const QList<Link>& links() const { return m_links; }

    /// Paints a page on a painter whose unit is the twip.
    void paint(int page, QPainter& painter) const;

private:
    friend class PageComposer;

    struct TextMark
    {
        std::shared_ptr<QTextLayout> layout;
        int line = 0;
        QPointF at;
    };
    struct FillMark
    {
        QRectF area;
        QColor colour;
    };
    struct RuleMark
    {
        QLineF line;
        double width = 0;
        QColor colour;
        bool dotted = false;
    };
    struct FrameMark
    {
        QRectF area;
        double width = 0;
        QColor colour;
    };
    struct PictureMark
    {
        QByteArray svg; ///< or, when empty,
        QByteArray png;
        QRectF area;
    };
    struct Marks
    {
        QList<FillMark> fills;
        QList<PictureMark> pictures;
        QList<RuleMark> rules;
        QList<FrameMark> frames;
        QList<TextMark> texts;

        void add(const Marks& other, QPointF offset);
    };

    QList<Marks> m_pages;
    int m_contentsPages = 0;
    QList<Entry> m_entries;
    QList<Link> m_links;
};

/// A figure's printed size in twips: its own or, when that is not given, the picture's at 96 dots
/// an inch; shrunk to fit a text area with its caption. Empty when there is no readable picture.
QSizeF printedSize(const Figure& figure, QSizeF room);
Error unreadableFigure(const Figure& figure);

/// A table's column edges from 0 to `width`; empty for a table without columns. Columns take their
/// relative widths, except that none is narrower than its longest number or Latin word while that
/// can be had.
QList<double> columnEdges(const Table& table, double width);

/// Font size of a table cell in twips: that of all cells, 9 pt, or less where a number or a Latin
/// word would not fit into `room`, for a number broken into two lines is read as two.
int cellFontSize(const QString& text, double room);
/// Space between a table cell's text and its edges, left and right.
inline constexpr double cellPadding = 80;

/// Where figures that share a line stand, from 0 to `width`: in proportion to their widths.
QList<double> figureEdges(const QList<const Figure*>& line, double width);

/// Whether a page may not end between a table's row and its next: a short table stays whole, a long
/// one starts with three rows at least and ends with two.
bool rowKeepsWithNext(qsizetype row, qsizetype rows);

/// How a header cell grows down: empty header cells below a filled one, of the same columns, belong
/// to it.
struct HeaderSpan
{
    int rowsBelow = 0;        ///< further rows that the area takes from here
    bool isContinued = false; ///< belongs to the cell above
};

/// For each cell of each header row.
QList<QList<HeaderSpan>> headerSpans(const QList<QList<TableCell>>& header);

} // namespace checkup::report
