#include "core/draw/sheet_map.h"

#include "core/draw/map_sheet.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

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

double firstAbove(double value, std::initializer_list<double> all)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double nice : all) {
        if (nice * power >= value * (1 - 1e-9))
            return nice * power;
    }
    return 10 * power;
}

} // namespace

double roundScale(double denominator)
{
    return firstAbove(
        denominator, {1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0});
}

double roundUp(double value)
{
    return firstAbove(value, {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0});
}

double SheetMap::scaleIn(const QSizeF& frame, const spatial::Box& extent)
{
    return 1000 * std::max((extent.maxX - extent.minX) / frame.width(),
                           (extent.maxY - extent.minY) / frame.height());
}

SheetMap::SheetMap(const SheetPen& pen, SheetForm form, const MapSheet& sheet, int map,
                   const QRectF& area, double scale)
    : m_pen(pen)
    , m_form(form)
    , m_sheet(sheet)
    , m_number(map)
{
    const double perMm = pen.perMm();
    m_corner = {std::round(area.left() * perMm), std::round(area.top() * perMm)};
    const QSize size = (area.size() * perMm).toSize();
    m_frame = MapFrame::around(sheet.extent, size, perMm);
    const QPointF middle(m_frame.corner.x() + m_frame.metresPerPixel * size.width() / 2,
                         m_frame.corner.y() - m_frame.metresPerPixel * size.height() / 2);
    m_frame.metresPerPixel = scale / 1000 / perMm;
    m_frame.corner = {middle.x() - m_frame.metresPerPixel * size.width() / 2,
                      middle.y() + m_frame.metresPerPixel * size.height() / 2};
}

double SheetMap::scale() const
{
    return m_frame.metresPerPixel * 1000 * m_pen.perMm();
}

QPointF SheetMap::paperCorner() const
{
    return {m_frame.corner.x() - m_corner.x() * m_frame.metresPerPixel,
            m_frame.corner.y() + m_corner.y() * m_frame.metresPerPixel};
}

Result<LabelCount> SheetMap::paint(const CancelToken& cancel)
{
    QPainter& painter = m_pen.painter();
    painter.save();
    painter.translate(m_corner);
    Result<LabelCount> done = paintHere(cancel);
    painter.restore();
    return done;
}

/// The map's rows that are wanted.
Result<void> SheetMap::paintPixels(const CancelToken& cancel) const
{
    PaintOptions options;
    if (m_rows) {
        constexpr int step = PaintOptions::Rows::step;
        const int top = static_cast<int>(m_corner.y());
        const int end = std::min(m_frame.size.height(),
                                 (m_rows->first + m_rows->count - top + step - 1) / step * step);
        const int first = std::max(0, m_rows->first - top) / step * step;
        if (first >= end)
            return {};
        options.rows = {first, end - first};
    }
    const auto picture = paintMap(m_frame, layers(), options, cancel);
    if (!picture)
        return picture.error();
    m_pen.painter().drawImage(QPointF(0, options.rows ? options.rows->first : 0), *picture);
    return {};
}

const QList<MapLayer>& SheetMap::layers() const
{
    return m_sheet.layersOf(m_number);
}

Result<void> SheetMap::paintVectors(const CancelToken& cancel) const
{
    QPainter& painter = m_pen.painter();
    // Svg cannot clip, and beside this map another is painted already.
    const bool clips = m_number == 1 || painter.paintEngine()->type() != QPaintEngine::SVG;
    if (clips)
        return paintMap(painter, m_frame, layers(), {}, cancel);
    constexpr double dots = 300 / 25.4; // a mm
    MapFrame finer = m_frame;
    finer.size = (QSizeF(m_frame.size) * (dots / m_pen.perMm())).toSize();
    finer.metresPerPixel = m_frame.metresPerPixel * m_frame.size.width() / finer.size.width();
    finer.pixelsPerMm = dots;
    const auto picture = paintMap(finer, layers(), {}, cancel);
    if (!picture)
        return picture.error();
    painter.drawImage(QRectF(QPointF(), QSizeF(m_frame.size)), *picture);
    return {};
}

Result<LabelCount> SheetMap::paintHere(const CancelToken& cancel)
{
    const Result<void> painted =
        m_form == SheetForm::Pixels ? paintPixels(cancel) : paintVectors(cancel);
    if (!painted)
        return painted.error();
    if (m_sheet.focus)
        paintVeil();
    if (m_sheet.grid == SheetGrid::Degrees) {
        if (const auto done = paintGraticule(); !done)
            return done.error();
    } else if (m_sheet.grid == SheetGrid::Kilometres) {
        paintKilometres();
    }
    paintNames();
    return LabelCount{m_names->names, m_names->leftOut};
}

void SheetMap::paintNames()
{
    if (!m_names) {
        // They grow with larger papers, which are read from farther away.
        constexpr double held = 1.1; // A4 and a little
        MapFrame read = m_frame;
        read.pixelsPerMm *= std::max(1.0, m_pen.unit() / held);
        m_names = placeLabels(read, layers(),
                              [this](const QString& words) { return m_pen.widthOf(words, 1); });
    }
    for (const Label& label : m_names->labels)
        m_pen.text(label.text, label.at / m_pen.perMm(), label.height / m_pen.perMm(),
                   Qt::AlignHCenter, label.angle, true);
}

void SheetMap::paintVeil() const
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
    m_pen.painter().save();
    m_pen.painter().setClipRect(QRectF(QPointF(), QSizeF(m_frame.size)), Qt::IntersectClip);
    m_pen.painter().setRenderHint(QPainter::Antialiasing);
    m_pen.painter().fillPath(veil, QColor(255, 255, 255, 175));
    m_pen.painter().restore();
}

Result<void> SheetMap::paintGraticule() const
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

void SheetMap::paintKilometres() const
{
    const spatial::Box shown = m_frame.box(2);
    const double span = std::max(shown.maxX - shown.minX, shown.maxY - shown.minY) / 1000;
    double step = 0.01;
    for (const double kilometres :
         {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1., 2., 5., 10., 20., 50., 100., 200.}) {
        step = kilometres;
        if (span / step <= 8)
            break;
    }
    for (const bool upright : {true, false}) {
        const double first = (upright ? shown.minX : shown.minY) / 1000;
        const double last = (upright ? shown.maxX : shown.maxY) / 1000;
        for (double number = std::ceil(first / step); number * step <= last; ++number) {
            const double at = number * step * 1000;
            const QPolygonF line{
                upright ? m_frame.toPixel(at, shown.minY) : m_frame.toPixel(shown.minX, at),
                upright ? m_frame.toPixel(at, shown.maxY) : m_frame.toPixel(shown.maxX, at)};
            paintGridLine(line, QString::number(number * step, 'g', 8), upright);
        }
    }
}

void SheetMap::paintGridLine(const QPolygonF& line, const QString& words, bool upright) const
{
    m_pen.painter().save();
    m_pen.painter().setClipRect(QRectF(QPointF(), QSizeF(m_frame.size)), Qt::IntersectClip);
    m_pen.painter().setRenderHint(QPainter::Antialiasing);
    m_pen.painter().setPen(QPen(QColor(90, 110, 140, 140), 0.12 * m_pen.unit() * m_pen.perMm()));
    m_pen.painter().drawPolyline(line);
    m_pen.painter().restore();
    // Named where it leaves the map, at the top or on the left.
    const double size = 1.9 * m_pen.unit();
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const double a = upright ? line[i].y() : line[i].x();
        const double b = upright ? line[i + 1].y() : line[i + 1].x();
        if ((a < 0) == (b < 0))
            continue;
        const QPointF at = line[i] + (line[i + 1] - line[i]) * (a / (a - b));
        const double room = m_pen.widthOf(words, size) * m_pen.perMm();
        const double along = upright ? at.x() : at.y();
        const double most = upright ? m_frame.size.width() : m_frame.size.height();
        if (along < room || along > most - room)
            continue;
        m_pen.text(words,
                   upright ? QPointF(at.x() / m_pen.perMm(), 1.6 * m_pen.unit())
                           : QPointF(1.2 * m_pen.unit(), at.y() / m_pen.perMm()),
                   size, upright ? Qt::AlignHCenter : Qt::AlignLeft, 0, true);
    }
}

} // namespace checkup::draw
