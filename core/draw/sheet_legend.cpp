#include "core/draw/sheet_legend.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

using catalogue::LayerGeometry;

constexpr double headHeight = 7;  // units
constexpr double usualType = 3;   // units
constexpr double leastType = 1.1; // units
constexpr double loose = 1.8;     // from one row to the next, of the letters' height
constexpr double tight = 1.6;
constexpr double lineHeight = 1.25; // within a row

LayerGeometry geometryOf(ShapeStore::Kind kind)
{
    return kind == ShapeStore::Kind::Polygons ? LayerGeometry::Polygon
           : kind == ShapeStore::Kind::Lines  ? LayerGeometry::Line
                                              : LayerGeometry::Point;
}

QString unknownWords(const QStringList& values)
{
    QStringList listed = values.first(std::min<qsizetype>(5, values.size()));
    for (QString& value : listed) {
        if (value.isEmpty())
            value = u"（空）"_s;
    }
    QString words = listed.join(u'、');
    if (values.size() > listed.size())
        words += u"等%1种"_s.arg(values.size());
    return words;
}

/// Rows in columns, for one size of letters.
class LegendPlan
{
public:
    LegendPlan(const SheetPen& pen, const SheetLegend& legend, double width, int columns,
               double type)
        : m_type(type)
        , m_column(width / columns)
        , m_swatch(std::min(8 * pen.unit(), m_column * 0.22) * std::min(1.0, type / pen.unit() / 2))
    {
        const double gap = columns > 1 ? pen.unit() : 0;
        for (const SheetLegend::Row& row : legend.rows)
            m_lines << balanced(pen, row.text, m_column - (row.symbol ? words() : 0) - gap);
    }

    double type() const { return m_type; }
    double column() const { return m_column; }
    double swatch() const { return m_swatch; }
    double words() const { return m_swatch + m_type / 2; } ///< where they begin
    const QStringList& lines(qsizetype row) const { return m_lines[row]; }
    double heightOf(qsizetype row, double spread) const
    {
        return m_type * (spread + static_cast<double>(m_lines[row].size() - 1) * lineHeight);
    }

    /// The first row of each column; nothing when they do not fit.
    std::optional<QList<qsizetype>> columnsFor(int most, double room, double spread) const
    {
        QList<qsizetype> starts{0};
        double used = 0;
        for (qsizetype row = 0; row < m_lines.size(); ++row) {
            const double height = heightOf(row, spread);
            if (used + height > room + 1e-6) {
                if (used == 0 || starts.size() == most)
                    return std::nullopt;
                starts << row;
                used = 0;
            }
            used += height;
        }
        return starts;
    }

    double brokenShare() const
    {
        const auto broken = std::count_if(m_lines.cbegin(), m_lines.cend(),
                                          [](const QStringList& one) { return one.size() > 1; });
        return static_cast<double>(broken) /
               static_cast<double>(std::max<qsizetype>(1, m_lines.size()));
    }

    double height(double spread) const
    {
        double all = 0;
        for (qsizetype row = 0; row < m_lines.size(); ++row)
            all += heightOf(row, spread);
        return all;
    }

private:
    /// No last line of a single letter.
    QStringList balanced(const SheetPen& pen, const QString& words, double room) const
    {
        QStringList lines = pen.wrapped(words, m_type, room);
        if (lines.size() < 2)
            return lines;
        const double even = pen.widthOf(words, m_type) / static_cast<double>(lines.size());
        for (double width = even; width < room; width += m_type / 2) {
            QStringList tried = pen.wrapped(words, m_type, width);
            if (tried.size() == lines.size())
                return tried;
        }
        return lines;
    }

    double m_type, m_column, m_swatch;
    QList<QStringList> m_lines;
};

void paintRows(const SheetPen& pen, const QRectF& area, const SheetLegend& legend,
               const LegendPlan& plan, const QList<qsizetype>& starts, double spread)
{
    double x = area.left();
    double y = area.top();
    for (qsizetype row = 0; row < legend.rows.size(); ++row) {
        if (row > 0 && starts.contains(row)) {
            x += plan.column();
            y = area.top();
        }
        const SheetLegend::Row& one = legend.rows[row];
        const double height = plan.heightOf(row, spread);
        const double box = plan.type() * spread * 0.66;
        if (one.symbol)
            paintSymbol(pen.painter(), pen.pixels({x, y + (height - box) / 2, plan.swatch(), box}),
                        *one.symbol, one.geometry, pen.perMm());
        const QStringList& lines = plan.lines(row);
        const double pitch = plan.type() * lineHeight;
        const double first = y + height / 2 - pitch * static_cast<double>(lines.size() - 1) / 2;
        for (qsizetype line = 0; line < lines.size(); ++line)
            pen.text(lines[line],
                     {one.symbol ? x + plan.words() : x, first + static_cast<double>(line) * pitch},
                     plan.type(), Qt::AlignLeft);
        y += height;
    }
}

int mostColumns(const SheetPen& pen, double width)
{
    constexpr double narrowest = 20; // units
    return std::clamp(static_cast<int>(width / (narrowest * pen.unit())), 1, 6);
}

} // namespace

void addLegend(const MapFrame& frame, const QList<MapLayer>& layers, SheetLegend& legend)
{
    const auto holds = [](const QList<SheetLegend::Row>& rows, const SheetLegend::Row& row) {
        return std::any_of(rows.cbegin(), rows.cend(), [&row](const SheetLegend::Row& other) {
            return other.symbol && other.text == row.text && *other.symbol == *row.symbol;
        });
    };
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        const SeenLayer seen = seenIn(frame, *layer);
        const LayerGeometry geometry = geometryOf(layer->shapes->kind());
        QList<SheetLegend::Row> rows;
        for (const SeenCase& one : seen.cases) {
            const SymbolCase& shown = layer->style.shown(one.number);
            QString words = shown.name;
            if (layer->style.codes && one.number >= 0)
                words = shown.values.constFirst() + u' ' + words;
            if (one.number < 0 && !seen.unknown.isEmpty()) {
                words += u'：' + unknownWords(seen.unknown);
                const QString unknown = layer->style.name + u'：' + seen.unknown.join(u'、');
                if (!legend.unknown.contains(unknown))
                    legend.unknown << unknown;
            }
            const SheetLegend::Row row{words, &shown.symbol, geometry};
            if (!holds(legend.rows, row) && !holds(rows, row))
                rows << row;
        }
        if (rows.isEmpty())
            continue;
        const bool byColumn = !layer->style.column.isEmpty() && layer->value >= 0;
        if (byColumn || (layer->chosen && layer->style.cases.size() > 1))
            legend.rows << SheetLegend::Row{layer->style.name, nullptr, geometry};
        legend.rows += rows;
    }
}

LegendHeight legendHeight(const SheetPen& pen, const SheetLegend& legend, double width)
{
    const double head = headHeight * pen.unit();
    const double good = LegendPlan(pen, legend, width, 1, usualType * pen.unit()).height(loose);
    constexpr double small = 2.2; // units, that still read well in two columns
    const int columns = std::min(2, mostColumns(pen, width));
    const double narrow =
        LegendPlan(pen, legend, width, columns, small * pen.unit()).height(tight) / columns;
    return {head + good, head + std::min(good, narrow * 1.1)};
}

void paintLegend(const SheetPen& pen, const QRectF& area, const SheetLegend& legend, double type)
{
    const double unit = pen.unit();
    const double head = std::min(headHeight * unit, area.height() / 3);
    pen.text(u"图例"_s, {area.center().x(), area.top() + head * 3 / 7},
             std::min(4.2 * unit, head * 0.6), Qt::AlignHCenter);
    const QRectF rows = area.adjusted(0, head, 0, 0);
    const double most = type > 0 ? type : usualType * unit;
    // Large letters are good, broken names are not.
    constexpr double cost = 0.25;
    std::optional<LegendPlan> best;
    QList<qsizetype> starts;
    double spread = loose;
    double merit = 0;
    for (int columns = 1; columns <= mostColumns(pen, area.width()); ++columns) {
        for (double size = most; size > leastType * unit / 2 && size > merit; size -= 0.05 * unit) {
            const LegendPlan plan(pen, legend, rows.width(), columns, size);
            const double earned = size * (1 - cost * plan.brokenShare());
            if (earned <= merit)
                continue;
            for (const double one : {loose, (loose + tight) / 2, tight}) {
                const auto found = plan.columnsFor(columns, rows.height(), one);
                if (!found)
                    continue;
                best = plan;
                starts = *found;
                spread = one;
                merit = earned;
                break;
            }
        }
    }
    if (best)
        paintRows(pen, rows, legend, *best, starts, spread);
}

} // namespace checkup::draw
