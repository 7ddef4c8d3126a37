#include "core/draw/labels.h"

#include <QHash>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace checkup::draw {

namespace {

constexpr double areaHeight = 3;    // mm
constexpr double otherHeight = 2.2; // mm
constexpr double apart = 60;        // mm between the same name along a line

/// Where labels already are; a label takes the upright box around its turned one.
class Room
{
public:
    explicit Room(QSize size)
        : m_all(QRectF(QPointF(), QSizeF(size)))
    {}

    bool take(const Label& label, double width)
    {
        const double angle = label.angle * std::numbers::pi / 180;
        const double half =
            std::abs(std::cos(angle)) * width / 2 + std::abs(std::sin(angle)) * label.height / 2;
        const double halfHeight =
            std::abs(std::sin(angle)) * width / 2 + std::abs(std::cos(angle)) * label.height / 2;
        const QRectF box(label.at.x() - half, label.at.y() - halfHeight, 2 * half, 2 * halfHeight);
        if (!m_all.contains(box))
            return false;
        for (const QRectF& other : m_taken) {
            if (other.intersects(box))
                return false;
        }
        m_taken << box;
        return true;
    }

private:
    QRectF m_all;
    QList<QRectF> m_taken;
};

class LabelPlacer
{
public:
    LabelPlacer(const MapFrame& frame, const std::function<double(const QString&)>& width)
        : m_frame(frame)
        , m_width(width)
        , m_room(frame.size)
    {}

    void add(const MapLayer& layer)
    {
        const ShapeStore& shapes = *layer.shapes;
        m_view = shapes.at(m_frame.corner, m_frame.metresPerPixel);
        m_before.clear();
        std::vector<std::uint32_t> features = shapes.around(m_frame.box());
        const auto extent = [&shapes](std::uint32_t feature) {
            const spatial::Box& box = shapes.box(feature);
            return (box.maxX - box.minX) + (box.maxY - box.minY);
        };
        std::stable_sort(features.begin(), features.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return extent(a) > extent(b); });
        for (const std::uint32_t feature : features) {
            const QString text = layer.nameOf(feature);
            if (text.trimmed().isEmpty() || !layer.shows(feature))
                continue;
            Label label;
            label.text = text.trimmed();
            label.height = m_frame.pixelsPerMm *
                           (shapes.kind() == ShapeStore::Kind::Polygons ? areaHeight : otherHeight);
            const double wide = m_width(label.text) * label.height;
            bool placed = false;
            if (shapes.kind() == ShapeStore::Kind::Polygons)
                placed = inside(feature, label, wide);
            else if (shapes.kind() == ShapeStore::Kind::Lines)
                placed = along(feature, label, wide);
            else
                placed = beside(feature, label, wide, layer);
            if (placed)
                m_plan.labels << label;
            else
                ++m_plan.leftOut;
        }
    }

    LabelPlan plan() const { return m_plan; }

private:
    /// The widest piece of some level lines across the area.
    bool inside(std::uint32_t feature, Label& label, double wide)
    {
        const std::uint32_t begin = m_view.firstPart(feature);
        const std::uint32_t end = m_view.endPart(feature);
        double top = m_frame.size.height();
        double bottom = 0;
        for (std::uint32_t i = m_view.firstVertex(begin); i < m_view.firstVertex(end); ++i) {
            top = std::min(top, m_view.y(i));
            bottom = std::max(bottom, m_view.y(i));
        }
        top = std::max(top, 0.0);
        bottom = std::min(bottom, double(m_frame.size.height()));
        if (bottom - top < label.height)
            return false;
        double widest = 0;
        // From the middle outwards, so that the middle wins where areas are equally wide.
        for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7}) {
            const double y = top + (bottom - top) * share;
            std::vector<double> crossings;
            for (std::uint32_t part = begin; part < end; ++part)
                cross(part, y, crossings);
            std::sort(crossings.begin(), crossings.end());
            for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
                const double from = std::max(crossings[i], 0.0);
                const double to = std::min(crossings[i + 1], double(m_frame.size.width()));
                if (to - from > widest * 1.05) {
                    widest = to - from;
                    label.at = {(from + to) / 2, y};
                }
            }
        }
        return widest >= wide && m_room.take(label, wide);
    }

    void cross(std::uint32_t part, double y, std::vector<double>& crossings) const
    {
        const std::uint32_t begin = m_view.firstVertex(part);
        const std::uint32_t end = m_view.endVertex(part);
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t next = i + 1 < end ? i + 1 : begin;
            const double y0 = m_view.y(i);
            const double y1 = m_view.y(next);
            if ((y0 < y) != (y1 < y))
                crossings.push_back(m_view.x(i) +
                                    (m_view.x(next) - m_view.x(i)) * (y - y0) / (y1 - y0));
        }
    }

    /// The straightest of the places along a line that are long enough for the name.
    bool along(std::uint32_t feature, Label& label, double wide)
    {
        for (std::uint32_t part = m_view.firstPart(feature); part < m_view.endPart(feature);
             ++part) {
            QPolygonF line;
            QList<double> at;
            for (std::uint32_t i = m_view.firstVertex(part); i < m_view.endVertex(part); ++i) {
                const QPointF next(m_view.x(i), m_view.y(i));
                at << (line.isEmpty()
                           ? 0
                           : at.constLast() + std::hypot(next.x() - line.constLast().x(),
                                                         next.y() - line.constLast().y()));
                line << next;
            }
            const double length = at.isEmpty() ? 0 : at.constLast();
            if (length < wide)
                continue;
            for (const double share : {0.5, 0.3, 0.7}) {
                const double from = (length - wide) * share;
                const QPointF first = pointAt(line, at, from);
                const QPointF last = pointAt(line, at, from + wide);
                const QPointF chord = last - first;
                if (std::hypot(chord.x(), chord.y()) < 0.97 * wide)
                    continue;
                label.at = (first + last) / 2;
                label.angle = std::atan2(chord.y(), chord.x()) * 180 / std::numbers::pi;
                if (label.angle > 90)
                    label.angle -= 180;
                if (label.angle <= -90)
                    label.angle += 180;
                if (isNear(label))
                    return false;
                if (m_room.take(label, wide)) {
                    m_before[label.text] << label.at;
                    return true;
                }
            }
        }
        return false;
    }

    static QPointF pointAt(const QPolygonF& line, const QList<double>& at, double distance)
    {
        const auto next = std::lower_bound(at.cbegin() + 1, at.cend() - 1, distance);
        const auto i = next - at.cbegin();
        const double step = at[i] - at[i - 1];
        const double share = step > 0 ? (distance - at[i - 1]) / step : 0;
        return line[i - 1] + (line[i] - line[i - 1]) * share;
    }

    bool isNear(const Label& label) const
    {
        const QList<QPointF> others = m_before.value(label.text);
        return std::any_of(others.cbegin(), others.cend(), [&](QPointF other) {
            return std::hypot(other.x() - label.at.x(), other.y() - label.at.y()) <
                   apart * m_frame.pixelsPerMm;
        });
    }

    bool beside(std::uint32_t feature, Label& label, double wide, const MapLayer& layer)
    {
        const std::optional<MarkerSymbol>& marker =
            layer.style.shown(layer.caseOf(feature)).symbol.marker;
        const double gap =
            (marker ? marker->size / 2 : 0) * m_frame.pixelsPerMm + 0.2 * label.height;
        const std::uint32_t vertex = m_view.firstVertex(m_view.firstPart(feature));
        const QPointF at(m_view.x(vertex), m_view.y(vertex));
        const QPointF places[] = {{gap + wide / 2, 0},
                                  {-gap - wide / 2, 0},
                                  {0, -gap - label.height / 2},
                                  {0, gap + label.height / 2}};
        return std::any_of(std::begin(places), std::end(places), [&](QPointF away) {
            label.at = at + away;
            return m_room.take(label, wide);
        });
    }

    const MapFrame& m_frame;
    const std::function<double(const QString&)>& m_width;
    Room m_room;
    ShapeStore::View m_view;
    QHash<QString, QList<QPointF>> m_before;
    LabelPlan m_plan;
};

} // namespace

LabelPlan placeLabels(const MapFrame& frame, const QList<MapLayer>& layers,
                      const std::function<double(const QString&)>& width)
{
    LabelPlacer placer(frame, width);
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        if (layer->isNamed())
            placer.add(*layer);
    }
    return placer.plan();
}

} // namespace checkup::draw
