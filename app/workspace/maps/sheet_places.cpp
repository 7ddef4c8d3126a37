#include "app/workspace/maps/sheet_places.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace checkup::workspace {

namespace {

constexpr double smallest = 4; // mm

/// One direction of an area.
struct Span
{
    double start, end;
    double middle() const { return (start + end) / 2; }
};

Span across(const QRectF& area)
{
    return {area.left(), area.right()};
}
Span down(const QRectF& area)
{
    return {area.top(), area.bottom()};
}

QRectF moved(const QRectF& area, bool isAcross, double start)
{
    QRectF there = area;
    if (isAcross)
        there.moveLeft(start);
    else
        there.moveTop(start);
    return there;
}

QList<QRectF> spread(const QList<QRectF>& areas, bool isAcross)
{
    const auto spanOf = isAcross ? across : down;
    QList<qsizetype> order(areas.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return spanOf(areas[a]).start < spanOf(areas[b]).start;
    });
    double taken = 0;
    double first = spanOf(areas[order.first()]).start;
    double last = first;
    for (const QRectF& area : areas) {
        taken += spanOf(area).end - spanOf(area).start;
        last = std::max(last, spanOf(area).end);
    }
    const double gap = (last - first - taken) / static_cast<double>(areas.size() - 1);
    QList<QRectF> placed = areas;
    for (const qsizetype i : std::as_const(order)) {
        placed[i] = moved(areas[i], isAcross, first);
        first += spanOf(areas[i]).end - spanOf(areas[i]).start + gap;
    }
    return placed;
}

/// By how much a span is off the nearest line, within reach.
std::optional<double> offLine(const QList<double>& edges, const QList<double>& lines, double reach)
{
    std::optional<double> best;
    for (const double edge : edges) {
        for (const double line : lines) {
            const double off = line - edge;
            if (std::abs(off) <= reach && (!best || std::abs(off) < std::abs(*best)))
                best = off;
        }
    }
    return best;
}

/// Draws one direction to its lines; gives those where it now stands.
QList<double> draw(const Span& before, Span& span, const QList<double>& lines, double reach)
{
    constexpr double same = 1e-6;
    const bool starts = std::abs(before.start - span.start) > same;
    const bool ends = std::abs(before.end - span.end) > same;
    if (starts && ends) {
        if (const auto off = offLine({span.start, span.middle(), span.end}, lines, reach))
            span = {span.start + *off, span.end + *off};
    } else if (starts) {
        span.start += offLine({span.start}, lines, reach).value_or(0);
    } else if (ends) {
        span.end += offLine({span.end}, lines, reach).value_or(0);
    } else {
        return {};
    }
    QList<double> met;
    for (const double line : lines) {
        for (const double edge : {span.start, span.middle(), span.end}) {
            if (std::abs(edge - line) < same && !met.contains(line))
                met << line;
        }
    }
    return met;
}

} // namespace

QList<QRectF> aligned(const QList<QRectF>& areas, Alignment how)
{
    if (areas.size() < 2)
        return areas;
    if (how == Alignment::EvenAcross || how == Alignment::EvenDown)
        return spread(areas, how == Alignment::EvenAcross);
    QRectF all = areas.constFirst();
    for (const QRectF& area : areas)
        all = all.united(area);
    QList<QRectF> placed = areas;
    for (QRectF& area : placed) {
        switch (how) {
        case Alignment::Left:
            area.moveLeft(all.left());
            break;
        case Alignment::Centre:
            area.moveLeft(all.center().x() - area.width() / 2);
            break;
        case Alignment::Right:
            area.moveRight(all.right());
            break;
        case Alignment::Top:
            area.moveTop(all.top());
            break;
        case Alignment::Middle:
            area.moveTop(all.center().y() - area.height() / 2);
            break;
        default:
            area.moveBottom(all.bottom());
            break;
        }
    }
    return placed;
}

Snapped snapped(const QRectF& before, const QRectF& area, const QList<QRectF>& others,
                const QSizeF& paper, double reach)
{
    QList<double> x{0, paper.width() / 2, paper.width()};
    QList<double> y{0, paper.height() / 2, paper.height()};
    for (const QRectF& other : others) {
        x << other.left() << other.center().x() << other.right();
        y << other.top() << other.center().y() << other.bottom();
    }
    Span wide = across(area);
    Span high = down(area);
    Snapped result;
    result.across = draw(across(before), wide, x, reach);
    result.down = draw(down(before), high, y, reach);
    result.area = QRectF(QPointF(wide.start, high.start), QPointF(wide.end, high.end));
    return result;
}

QRectF onPaper(QRectF area, const QSizeF& paper)
{
    area.setWidth(std::clamp(area.width(), smallest, paper.width()));
    area.setHeight(std::clamp(area.height(), smallest, paper.height()));
    area.moveLeft(std::clamp(area.left(), 0.0, paper.width() - area.width()));
    area.moveTop(std::clamp(area.top(), 0.0, paper.height() - area.height()));
    return area;
}

} // namespace checkup::workspace
