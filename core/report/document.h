#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <variant>

namespace checkup::report {

/// A piece of text with character formatting. Plain runs inherit the block's style.
struct Run
{
    QString text;
    bool bold = false;
    QString colour; ///< "#rrggbb", empty inherits
};
using Runs = QList<Run>;

/// A heading takes part in the contents; level 1 to 3. `number` ("一、", "（一）", "1.") is printed
/// before it.
struct Heading
{
    int level = 1;
    QString number;
    QString text;
};

struct Paragraph
{
    enum class Style { Body, Note, Source, Emphasis };
    Runs runs;
    Style style = Style::Body;
};

struct BulletList
{
    QList<Runs> items;
};

/// A caption is numbered by the writer ("表 1", "图 1") in order of appearance; a table without one
/// has no number.
struct TableCell
{
    enum class Align { Left, Centre, Right };
    QString text;
    Align align = Align::Left;
    QString fill; ///< "#rrggbb" or empty
    bool bold = false;
    int columnSpan = 1;
};
struct Table
{
    QString caption;
    QList<double> widths; ///< relative column widths
    QList<QList<TableCell>>
        header; ///< repeated on every page; empty cells below a filled one join it
    QList<QList<TableCell>> rows;
    QString source; ///< printed below as it stands ("数据来源：..."), when not empty
};

/// A picture with both forms: PNG for docx, SVG painted as vectors in pdf (PNG when svg is empty).
struct Figure
{
    QString caption;
    QByteArray png;
    QByteArray svg;
    QSizeF sizeMm; ///< printed size; empty: the picture's own at 96 dpi; shrunk to the text's width
    QString source;
    QString altText;
    bool besideNext = false; ///< shares the line with the figure that follows it, left of it
};

struct PageBreak
{};

using Block = std::variant<Heading, Paragraph, BulletList, Table, Figure, PageBreak>;

/// A report as data: writers give it its Word or PDF form. The same document gives the same bytes.
struct Document
{
    QString title; ///< "厦门市2022年度国土空间规划城市体检评估总报告"
    QString subtitle;
    QStringList coverLines; ///< place, organisation, date; below the title on the cover
    QString coverStamp;     ///< "演示数据", printed large on the cover; empty for none
    QString headerText;     ///< running header
    QDateTime modified;     ///< written into the file's properties instead of the time of day
    QString author;
    QList<Block> blocks; ///< the contents are inserted by the writer after the cover
};

} // namespace checkup::report
