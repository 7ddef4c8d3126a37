#include "core/draw/map_sheet.h"

#include "core/base/decimal.h"
#include "core/draw/labels.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

using catalogue::LayerGeometry;

LayerGeometry geometryOf(ShapeStore::Kind kind)
{
    return kind == ShapeStore::Kind::Polygons ? LayerGeometry::Polygon
           : kind == ShapeStore::Kind::Lines  ? LayerGeometry::Line
                                              : LayerGeometry::Point;
}

/// The next number above that reads well: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
double roundUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double nice : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (nice * power >= value * (1 - 1e-9))
            return nice * power;
    }
    return 10 * power;
}

/// "118°05′30″", as short as it stays exact.
QString degrees(double value)
{
    const auto seconds = static_cast<qint64>(std::llround(std::abs(value) * 3600));
    QString text = QString::number(seconds / 3600) + u'°';
    if (seconds % 3600 != 0)
        text += QString::number(seconds / 60 % 60).rightJustified(2, u'0') + u'′';
    if (seconds % 60 != 0)
        text += QString::number(seconds % 60).rightJustified(2, u'0') + u'″';
    return text;
}

struct LegendRow
{
    QString text;
    const Symbol* symbol = nullptr; ///< none: a heading
    LayerGeometry geometry = LayerGeometry::Polygon;
};

class SheetPainter
{
public:
    SheetPainter(QPainter& painter, double pixelsPerMm, SheetForm form, const MapSheet& sheet)
        : m_painter(painter)
        , m_mm(pixelsPerMm)
        , m_form(form)
        , m_sheet(sheet)
        , m_font(sheet.font)
        , m_metrics([this] {
            m_font.setPixelSize(fontSize);
            return QFontMetricsF(m_font);
        }())
    {}

    /// Only these rows of the paper are to be painted, pixels; what else falls beside them is the
    /// painter's to clip.
    void setRows(int first, int count) { m_rows = {first, count}; }

    Result<SheetReport> paint(const CancelToken& cancel)
    {
        m_report = {};
        const double width = m_sheet.paper.width();
        const double height = m_sheet.paper.height();
        const double unit = std::clamp(std::min(width, height) / 210, 0.6, 3.0);
        m_unit = unit;
        const double margin = 8 * unit;
        const double top = margin + 12 * unit;
        const double legend = 52 * unit;
        const double footer = 12.5 * unit;
        const QRectF map(margin, top, width - 2 * margin - legend - 4 * unit,
                         height - top - margin - footer);
        m_painter.fillRect(QRectF(0, 0, width * m_mm, height * m_mm), Qt::white);
        const Result<void> painted = paintTheMap(map, cancel);
        if (!painted)
            return painted.error();
        // Not every painter can clip: what the map has beyond its frame is covered.
        for (const QRectF& beside :
             {QRectF(0, 0, width, map.top()), QRectF(0, map.bottom(), width, height - map.bottom()),
              QRectF(0, map.top(), map.left(), map.height()),
              QRectF(map.right(), map.top(), width - map.right(), map.height())})
            m_painter.fillRect(QRectF(beside.topLeft() * m_mm, beside.size() * m_mm), Qt::white);
        const double room = width - 2 * margin - (m_sheet.secrecy.isEmpty() ? 0 : 60 * unit);
        const double size = std::min(7 * unit, 7 * unit * room / widthOf(m_sheet.title, 7 * unit));
        text(m_sheet.title, {width / 2, margin + 5.5 * unit}, size, Qt::AlignHCenter);
        if (!m_sheet.secrecy.isEmpty())
            text(m_sheet.secrecy, {width - margin, margin + 3 * unit}, 4 * unit, Qt::AlignRight);
        const double side = map.right() + 4 * unit;
        double bottom = map.bottom() - 16 * unit;
        bottom -= paintNotes(side, bottom, legend);
        bottom -= paintFigures(side, bottom, legend);
        paintLegend(QRectF(side, map.top(), legend, bottom - map.top() - 2 * unit));
        paintScale(QPointF(side, map.bottom() - 10 * unit), legend);
        paintFooter(QRectF(margin, map.bottom() + 1.5 * unit, width - 2 * margin, footer));
        box(QRectF(margin - 3 * unit, margin - 3 * unit, width - 2 * margin + 6 * unit,
                   height - 2 * margin + 6 * unit),
            0.6 * unit);
        box(map, 0.3 * unit);
        return m_report;
    }

private:
    static constexpr int fontSize = 200;

    double widthOf(const QString& words, double size) const
    {
        return m_metrics.horizontalAdvance(words) * size / fontSize;
    }

    /// Text at the middle of its height, sizes and places in mm.
    void text(const QString& words, QPointF at, double size, Qt::Alignment alignment,
              double angle = 0, bool halo = false)
    {
        const double share = alignment & Qt::AlignHCenter ? 0.5
                             : alignment & Qt::AlignRight ? 1
                                                          : 0;
        m_painter.save();
        m_painter.translate(at * m_mm);
        m_painter.rotate(angle);
        m_painter.scale(size * m_mm / fontSize, size * m_mm / fontSize);
        m_painter.setFont(m_font);
        const QPointF start(-share * m_metrics.horizontalAdvance(words),
                            (m_metrics.ascent() - m_metrics.descent()) / 2);
        if (halo) {
            QPainterPath outline;
            outline.addText(start, m_font, words);
            m_painter.strokePath(outline, QPen(Qt::white, fontSize * 0.18, Qt::SolidLine,
                                               Qt::RoundCap, Qt::RoundJoin));
        }
        m_painter.setPen(QColor(25, 25, 25));
        m_painter.drawText(start, words);
        m_painter.restore();
    }

    void box(const QRectF& area, double line)
    {
        m_painter.setPen(QPen(QColor(25, 25, 25), line * m_mm));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(area.topLeft() * m_mm, area.size() * m_mm));
    }

    Result<void> paintTheMap(const QRectF& area, const CancelToken& cancel)
    {
        const QPointF corner(std::round(area.left() * m_mm), std::round(area.top() * m_mm));
        const QSize size = (area.size() * m_mm).toSize();
        m_frame = MapFrame::around(m_sheet.extent, size, m_mm);
        const double scale = roundUp(m_frame.scale());
        const QPointF middle(m_frame.corner.x() + m_frame.metresPerPixel * size.width() / 2,
                             m_frame.corner.y() - m_frame.metresPerPixel * size.height() / 2);
        m_frame.metresPerPixel = scale / 1000 / m_mm;
        m_frame.corner = {middle.x() - m_frame.metresPerPixel * size.width() / 2,
                          middle.y() + m_frame.metresPerPixel * size.height() / 2};
        m_report.scale = scale;
        m_report.metresPerMm = scale / 1000;
        m_report.corner = {m_frame.corner.x() - corner.x() * m_frame.metresPerPixel,
                           m_frame.corner.y() + corner.y() * m_frame.metresPerPixel};
        m_painter.save();
        m_painter.translate(corner);
        Result<void> done;
        if (m_form == SheetForm::Pixels) {
            done = paintPixels(static_cast<int>(corner.y()), cancel);
        } else {
            done = paintMap(m_painter, m_frame, m_sheet.layers, {}, cancel);
        }
        if (done && m_sheet.focus)
            paintVeil();
        if (done)
            done = paintGraticule();
        if (done) {
            if (!m_plan)
                m_plan = placeLabels(m_frame, m_sheet.layers,
                                     [this](const QString& words) { return widthOf(words, 1); });
            for (const Label& label : m_plan->labels)
                text(label.text, label.at / m_mm, label.height / m_mm, Qt::AlignHCenter,
                     label.angle, true);
            m_report.labels = m_plan->labels.size();
            m_report.labelsLeftOut = m_plan->leftOut;
            paintNorth(QPointF(size.width() / m_mm - 9 * m_unit, 11 * m_unit));
            if (!m_sheet.inset.isEmpty())
                done = paintInset(cancel);
        }
        m_painter.restore();
        return done;
    }

    /// The map's rows that are wanted, of which the first lies so many pixels below the paper's.
    Result<void> paintPixels(int top, const CancelToken& cancel)
    {
        PaintOptions options;
        if (m_rows) {
            constexpr int step = PaintOptions::Rows::step;
            const int end =
                std::min(m_frame.size.height(),
                         (m_rows->first + m_rows->count - top + step - 1) / step * step);
            const int first = std::max(0, m_rows->first - top) / step * step;
            if (first >= end)
                return {};
            options.rows = {first, end - first};
        }
        const auto picture = paintMap(m_frame, m_sheet.layers, options, cancel);
        if (!picture)
            return picture.error();
        m_painter.drawImage(QPointF(0, options.rows ? options.rows->first : 0), *picture);
        return {};
    }

    /// White over all that the focus does not hold.
    void paintVeil()
    {
        const MapLayer& focus = *m_sheet.focus;
        const ShapeStore::View view = focus.shapes->at(m_frame.corner, m_frame.metresPerPixel);
        QPainterPath veil;
        veil.setFillRule(Qt::OddEvenFill);
        veil.addRect(QRectF(QPointF(), QSizeF(m_frame.size)));
        for (const std::uint32_t feature : focus.shapes->around(m_frame.box())) {
            for (std::uint32_t part = view.firstPart(feature);
                 focus.shows(feature) && part < view.endPart(feature); ++part) {
                QPolygonF ring;
                for (std::uint32_t i = view.firstVertex(part); i < view.endVertex(part); ++i)
                    ring << QPointF(view.x(i), view.y(i));
                veil.addPolygon(ring);
                veil.closeSubpath();
            }
        }
        m_painter.save();
        m_painter.setClipRect(QRectF(QPointF(), QSizeF(m_frame.size)), Qt::IntersectClip);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.fillPath(veil, QColor(255, 255, 255, 175));
        m_painter.restore();
    }

    Result<void> paintInset(const CancelToken& cancel)
    {
        const auto extent = extentOf(m_sheet.inset);
        if (!extent)
            return {};
        const double tall = extent->maxY - extent->minY;
        const double wide = extent->maxX - extent->minX;
        const double longest = 30 * m_unit;
        const QSizeF room(wide > tall ? longest : longest * wide / tall,
                          wide > tall ? longest * tall / wide : longest);
        const QPointF at(2 * m_unit, m_frame.size.height() / m_mm - room.height() - 2 * m_unit);
        m_painter.save();
        m_painter.translate(at * m_mm);
        m_painter.fillRect(QRectF(QPointF(), room * m_mm), Qt::white);
        const MapFrame frame = MapFrame::around(*extent, (room * m_mm).toSize(), m_mm);
        const Result<void> done = paintMap(m_painter, frame, m_sheet.inset, {}, cancel);
        m_painter.restore();
        box(QRectF(at, room), 0.2 * m_unit);
        return done;
    }

    /// Meridians and parallels, some four each way.
    Result<void> paintGraticule()
    {
        const auto up = gdal::Transformation::toGeodetic(m_sheet.plane);
        if (!up)
            return up.error();
        const auto down = gdal::Transformation::fromGeodetic(m_sheet.plane);
        if (!down)
            return down.error();
        const spatial::Box shown = m_frame.box();
        double x[] = {shown.minX, shown.maxX, shown.minX, shown.maxX};
        double y[] = {shown.minY, shown.minY, shown.maxY, shown.maxY};
        if (const auto moved = up->apply(x, y, 4); !moved)
            return moved;
        const auto [west, east] = std::minmax_element(x, x + 4);
        const auto [south, north] = std::minmax_element(y, y + 4);
        const double span = std::max(*east - *west, *north - *south);
        double step = 1.0 / 3600;
        for (const double seconds : {1., 2., 5., 10., 20., 30., 60., 120., 300., 600., 1200., 1800.,
                                     3600., 7200., 18000., 36000.}) {
            step = seconds / 3600;
            if (span / step <= 6)
                break;
        }
        for (const bool meridian : {true, false}) {
            const double first = meridian ? *west : *south;
            const double last = meridian ? *east : *north;
            for (double at = std::ceil(first / step) * step; at <= last; at += step) {
                const double from = meridian ? *south : *west;
                const double to = meridian ? *north : *east;
                constexpr int pieces = 16;
                double lineX[pieces + 1];
                double lineY[pieces + 1];
                for (int i = 0; i <= pieces; ++i) {
                    const double along = from + (to - from) * i / pieces;
                    lineX[i] = meridian ? at : along;
                    lineY[i] = meridian ? along : at;
                }
                if (const auto moved = down->apply(lineX, lineY, pieces + 1); !moved)
                    return moved;
                QPolygonF line;
                for (int i = 0; i <= pieces; ++i)
                    line << m_frame.toPixel(lineX[i], lineY[i]);
                paintGridLine(line, degrees(at), meridian);
            }
        }
        return {};
    }

    void paintGridLine(const QPolygonF& line, const QString& words, bool meridian)
    {
        m_painter.save();
        m_painter.setClipRect(QRectF(QPointF(), QSizeF(m_frame.size)), Qt::IntersectClip);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(QColor(90, 110, 140, 140), 0.12 * m_unit * m_mm));
        m_painter.drawPolyline(line);
        m_painter.restore();
        // Named where it leaves the map, at the top or on the left.
        const double size = 1.9 * m_unit;
        for (qsizetype i = 0; i + 1 < line.size(); ++i) {
            const double a = meridian ? line[i].y() : line[i].x();
            const double b = meridian ? line[i + 1].y() : line[i + 1].x();
            if ((a < 0) == (b < 0))
                continue;
            const QPointF at = line[i] + (line[i + 1] - line[i]) * (a / (a - b));
            const double room = widthOf(words, size) * m_mm;
            const double along = meridian ? at.x() : at.y();
            const double most = meridian ? m_frame.size.width() : m_frame.size.height();
            if (along < room || along > most - room)
                continue;
            text(words,
                 meridian ? QPointF(at.x() / m_mm, 1.6 * m_unit)
                          : QPointF(1.2 * m_unit, at.y() / m_mm),
                 size, meridian ? Qt::AlignHCenter : Qt::AlignLeft, 0, true);
        }
    }

    void paintNorth(QPointF at)
    {
        const double size = 6 * m_unit;
        QPolygonF west;
        west << QPointF(0, -size) << QPointF(-size * 0.38, size * 0.6) << QPointF(0, size * 0.25);
        QPolygonF east;
        east << QPointF(0, -size) << QPointF(size * 0.38, size * 0.6) << QPointF(0, size * 0.25);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.translate(at * m_mm);
        m_painter.scale(m_mm, m_mm);
        m_painter.setPen(QPen(QColor(25, 25, 25), 0.2 * m_unit));
        m_painter.setBrush(Qt::white);
        m_painter.drawPolygon(east);
        m_painter.setBrush(QColor(25, 25, 25));
        m_painter.drawPolygon(west);
        m_painter.restore();
        text(u"北"_s, at + QPointF(0, size * 0.6 + 2.6 * m_unit), 3.6 * m_unit, Qt::AlignHCenter, 0,
             true);
    }

    QList<LegendRow> legendRows()
    {
        QList<LegendRow> rows;
        for (auto layer = m_sheet.layers.crbegin(); layer != m_sheet.layers.crend(); ++layer) {
            const SeenLayer seen = seenIn(m_frame, *layer);
            const LayerGeometry geometry = geometryOf(layer->shapes->kind());
            if (seen.cases.isEmpty())
                continue;
            const bool byColumn = !layer->style.column.isEmpty() && layer->value >= 0;
            if (byColumn || (layer->chosen && layer->style.cases.size() > 1))
                rows << LegendRow{layer->style.name, nullptr, geometry};
            for (const SeenCase& one : seen.cases) {
                const SymbolCase& shown = layer->style.shown(one.number);
                QString words = shown.name;
                if (layer->style.codes && one.number >= 0)
                    words = shown.values.constFirst() + u' ' + words;
                if (one.number < 0 && !seen.unknown.isEmpty()) {
                    QStringList listed =
                        seen.unknown.first(std::min<qsizetype>(5, seen.unknown.size()));
                    for (QString& value : listed) {
                        if (value.isEmpty())
                            value = u"（空）"_s;
                    }
                    words += u'：' + listed.join(u'、');
                    if (seen.unknown.size() > listed.size())
                        words += u"等%1种"_s.arg(seen.unknown.size());
                    m_report.unknown << layer->style.name + u'：' + seen.unknown.join(u'、');
                }
                const LegendRow row{words, &shown.symbol, geometry};
                if (std::none_of(rows.cbegin(), rows.cend(), [&row](const LegendRow& other) {
                        return other.symbol && other.text == row.text &&
                               *other.symbol == *row.symbol;
                    }))
                    rows << row;
            }
        }
        return rows;
    }

    void paintLegend(const QRectF& area)
    {
        const QList<LegendRow> rows = legendRows();
        text(u"图例"_s, {area.center().x(), area.top() + 3 * m_unit}, 4.2 * m_unit,
             Qt::AlignHCenter);
        const double top = area.top() + 7 * m_unit;
        // As tall as reads well, less where there are many; in two columns when that is too small.
        const double room = area.bottom() - top;
        const auto count = static_cast<double>(std::max<qsizetype>(rows.size(), 1));
        const int columns = room / count < 3.4 * m_unit ? 2 : 1;
        const auto perColumn = static_cast<qsizetype>(std::ceil(count / columns));
        const double row = std::min(5.4 * m_unit, room / static_cast<double>(perColumn));
        const double column = area.width() / columns;
        const double swatch = std::min(8 * m_unit, column * 0.22);
        const auto roomOf = [&](const LegendRow& one) {
            return column - (one.symbol ? swatch + 1.5 * m_unit : 0) - (columns > 1 ? m_unit : 0);
        };
        // One size for all but the longest fifth, which are made to fit.
        const double most = std::min(3 * m_unit, row * 0.62);
        std::vector<double> sizes;
        for (const LegendRow& one : rows)
            sizes.push_back(most *
                            std::min(1.0, roomOf(one) / std::max(widthOf(one.text, most), 0.01)));
        std::vector<double> sorted = sizes;
        std::sort(sorted.begin(), sorted.end());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const LegendRow& one = rows[i];
            m_report.legend << one.text;
            const double x = area.left() + static_cast<double>(i / perColumn) * column;
            const double y = top + (static_cast<double>(i % perColumn) + 0.5) * row;
            if (one.symbol)
                paintSymbol(
                    m_painter,
                    QRectF(x * m_mm, (y - row * 0.33) * m_mm, swatch * m_mm, row * 0.66 * m_mm),
                    *one.symbol, one.geometry, m_mm);
            text(one.text, {one.symbol ? x + swatch + 1.5 * m_unit : x, y},
                 std::min(sizes[static_cast<std::size_t>(i)], sorted[sorted.size() / 5]),
                 Qt::AlignLeft);
        }
    }

    void paintScale(QPointF at, double width)
    {
        const double perMm = m_report.scale / 1000;
        double length = roundUp(perMm * width * 0.6);
        if (length / perMm > width * 0.85)
            length /= 2;
        const double long_ = length / perMm;
        const double left = at.x() + (width - long_) / 2;
        const double bar = 1.4 * m_unit;
        m_painter.save();
        m_painter.setPen(QPen(QColor(25, 25, 25), 0.15 * m_unit * m_mm));
        for (int i = 0; i < 4; ++i) {
            m_painter.setBrush(i % 2 == 0 ? QColor(25, 25, 25) : QColor(Qt::white));
            m_painter.drawRect(
                QRectF((left + long_ * i / 4) * m_mm, at.y() * m_mm, long_ / 4 * m_mm, bar * m_mm));
        }
        m_painter.restore();
        const bool kilometres = length >= 1000;
        const auto number = [&](double metres) {
            return QString::number(kilometres ? metres / 1000 : metres, 'g', 6);
        };
        for (const int i : {0, 2, 4})
            text(number(length * i / 4) +
                     (i == 4 ? (kilometres ? u" 千米"_s : u" 米"_s) : QString()),
                 {left + long_ * i / 4, at.y() - 1.8 * m_unit}, 2.4 * m_unit, Qt::AlignHCenter);
        text(u"比例尺 1∶"_s + QString::number(m_report.scale, 'f', 0),
             {at.x() + width / 2, at.y() + 5.5 * m_unit}, 3 * m_unit, Qt::AlignHCenter);
    }

    /// Lines of text no wider than `room`. Chinese may be broken anywhere, but not before what
    /// closes and not behind what opens; numbers and Latin words stay whole.
    QStringList wrapped(const QString& words, double size, double room) const
    {
        static const QString closing = u"）」”。，；、：？！%)"_s;
        static const QString opening = u"（「“("_s;
        QStringList pieces;
        for (const QChar letter : words) {
            const QChar last = pieces.isEmpty() ? QChar() : pieces.constLast().back();
            const bool joined =
                !pieces.isEmpty() && (closing.contains(letter) || opening.contains(last) ||
                                      (letter.unicode() < 0x80 && last.unicode() < 0x80));
            if (joined)
                pieces.last() += letter;
            else
                pieces << QString(letter);
        }
        QStringList lines{QString()};
        for (const QString& piece : pieces) {
            if (widthOf(lines.constLast() + piece, size) > room && !lines.constLast().isEmpty())
                lines << QString();
            lines.last() += piece;
        }
        return lines;
    }

    /// Both stand on `bottom` and give the height that they take, mm.
    double paintNotes(double left, double bottom, double width)
    {
        const double size = 2.5 * m_unit;
        QStringList lines;
        for (const QString& note : m_sheet.notes)
            lines += wrapped(u"注："_s + note, size, width);
        const double height = static_cast<double>(lines.size()) * 3.5 * m_unit;
        for (qsizetype i = 0; i < lines.size(); ++i)
            text(lines[i], {left, bottom - height + (static_cast<double>(i) + 0.5) * 3.5 * m_unit},
                 size, Qt::AlignLeft);
        return lines.isEmpty() ? 0 : height + 2 * m_unit;
    }

    double paintFigures(double left, double bottom, double width)
    {
        const FigureTable& table = m_sheet.figures;
        if (table.rows.isEmpty())
            return 0;
        const double size = 2.6 * m_unit;
        const double line = 3.4 * m_unit;
        double number = std::max(widthOf(table.nowHead, size), widthOf(table.beforeHead, size));
        for (const FigureTable::Row& row : table.rows)
            number = std::max({number, widthOf(row.now, size), widthOf(row.before, size)});
        number = std::min(number + 1.5 * m_unit, width * 0.28);
        QList<QStringList> names;
        double height = 5.5 * m_unit + line + 1.4 * m_unit;
        for (const FigureTable::Row& row : table.rows) {
            const QString unit = row.unit.isEmpty() ? QString() : u"（"_s + row.unit + u"）"_s;
            names << wrapped(row.name + unit, size, width - 2 * number - m_unit);
            height += static_cast<double>(names.constLast().size()) * line + 1.2 * m_unit;
        }
        double y = bottom - height;
        text(u"主要指标"_s, {left + width / 2, y + 2.4 * m_unit}, 3.8 * m_unit, Qt::AlignHCenter);
        y += 5.5 * m_unit;
        const auto rule = [&](double thick) {
            m_painter.fillRect(QRectF(left * m_mm, y * m_mm, width * m_mm, thick * m_mm),
                               QColor(25, 25, 25));
        };
        const auto cells = [&](const QString& before, const QString& now, double at) {
            right(before, {left + width - number, at}, size, number - 0.5 * m_unit);
            right(now, {left + width, at}, size, number - 0.5 * m_unit);
        };
        rule(0.25 * m_unit);
        cells(table.beforeHead, table.nowHead, y + 0.5 * line + 0.7 * m_unit);
        y += line + 1.4 * m_unit;
        rule(0.12 * m_unit);
        for (qsizetype i = 0; i < table.rows.size(); ++i) {
            const QStringList& name = names[i];
            const double tall = static_cast<double>(name.size()) * line;
            for (qsizetype part = 0; part < name.size(); ++part)
                text(name[part],
                     {left, y + 0.6 * m_unit + (static_cast<double>(part) + 0.5) * line}, size,
                     Qt::AlignLeft);
            cells(table.rows[i].before, table.rows[i].now, y + 0.6 * m_unit + tall / 2);
            y += tall + 1.2 * m_unit;
            m_report.figures << table.rows[i].name + u' ' + table.rows[i].now;
        }
        rule(0.25 * m_unit);
        return height + 3 * m_unit;
    }

    void right(const QString& words, QPointF at, double size, double room)
    {
        text(words, at, size * std::min(1.0, room / std::max(widthOf(words, size), 0.01)),
             Qt::AlignRight);
    }

    void paintFooter(const QRectF& area)
    {
        const double size = 2.4 * m_unit;
        const auto line = [&](int number) { return area.top() + (1.6 + 3.4 * number) * m_unit; };
        const QString sources = u"资料来源："_s + m_sheet.sources.join(u'；');
        const QStringList lines = wrapped(sources, size, area.width());
        int number = 0;
        if (lines.size() <= 2) {
            for (const QString& one : lines)
                text(one, {area.left(), line(number++)}, size, Qt::AlignLeft);
        } else {
            // As small as it takes to stand on two lines.
            const double smaller =
                size * 1.94 * area.width() / std::max(widthOf(sources, size), 0.01);
            for (const QString& one : wrapped(sources, smaller, area.width()))
                text(one, {area.left(), line(number++)}, smaller, Qt::AlignLeft);
        }
        const double half = area.width() * 0.66;
        fitted(u"坐标系："_s + chineseName(m_sheet.plane) + u"。"_s + m_sheet.notice,
               {area.left(), line(number)}, size, half);
        QStringList made;
        if (!m_sheet.reviewNumber.isEmpty())
            made << u"审图号："_s + m_sheet.reviewNumber;
        if (!m_sheet.maker.isEmpty())
            made << m_sheet.maker;
        right(made.join(u'　'), {area.right(), line(number)}, size, area.width() - half - m_unit);
    }

    /// Smaller where it would be too long.
    void fitted(const QString& words, QPointF at, double size, double room)
    {
        text(words, at, size * std::min(1.0, room / std::max(widthOf(words, size), 0.01)),
             Qt::AlignLeft);
    }

    QPainter& m_painter;
    double m_mm;
    SheetForm m_form;
    const MapSheet& m_sheet;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_unit = 1;
    MapFrame m_frame;
    std::optional<PaintOptions::Rows> m_rows;
    std::optional<LabelPlan> m_plan;
    SheetReport m_report;
};

Error noWindowSystem()
{
    return Error(ErrorCode::Internal,
                 Text::tr("绘图需要图形界面环境，请设置 QT_QPA_PLATFORM=offscreen 后重试。"));
}

} // namespace

Result<SheetReport> paintSheet(QPainter& painter, double pixelsPerMm, SheetForm form,
                               const MapSheet& sheet, const CancelToken& cancel)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return noWindowSystem();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    auto report = SheetPainter(painter, pixelsPerMm, form, sheet).paint(cancel);
    painter.restore();
    return report;
}

struct SheetRows::State
{
    SheetPainter painter;
};

SheetRows::SheetRows(QPainter& painter, double pixelsPerMm, const MapSheet& sheet)
    : m_painter(painter)
    , m_state(new State{SheetPainter(painter, pixelsPerMm, SheetForm::Pixels, sheet)})
{}

SheetRows::~SheetRows() = default;

Result<SheetReport> SheetRows::paint(int first, int count, const CancelToken& cancel)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return noWindowSystem();
    m_painter.save();
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_painter.translate(0, -first);
    m_state->painter.setRows(first, count);
    auto report = m_state->painter.paint(cancel);
    m_painter.restore();
    return report;
}

QString chineseName(const gdal::Crs& crs)
{
    static const QRegularExpression meridian(
        u"(?:Longitude of natural origin|central_meridian)\"\\s*,\\s*([0-9.]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (crs.datum() != gdal::Crs::Datum::Cgcs2000)
        return crs.name();
    if (crs.isGeographic())
        return u"2000国家大地坐标系（经纬度）"_s;
    const QRegularExpressionMatch found = meridian.match(crs.wkt());
    if (!crs.gaussKrueger() || !found.hasMatch())
        return crs.name();
    QString name = u"2000国家大地坐标系，高斯-克吕格投影"_s;
    if (crs.name().contains(u"3-degree"_s))
        name += u"（3度分带）"_s;
    return name + u"，中央子午线 "_s + QString::number(found.captured(1).toDouble(), 'g', 8) + u'°';
}

std::optional<spatial::Box> extentOf(const QList<MapLayer>& layers)
{
    std::optional<spatial::Box> all;
    for (const MapLayer& layer : layers) {
        if (layer.shapes->count() == 0)
            continue;
        const spatial::Box& box = layer.shapes->extent();
        if (!all)
            all = box;
        *all = {std::min(all->minX, box.minX), std::min(all->minY, box.minY),
                std::max(all->maxX, box.maxX), std::max(all->maxY, box.maxY)};
    }
    if (all) {
        const double room = std::max({all->maxX - all->minX, all->maxY - all->minY, 20.0}) / 40;
        *all = {all->minX - room, all->minY - room, all->maxX + room, all->maxY + room};
    }
    return all;
}

} // namespace checkup::draw
