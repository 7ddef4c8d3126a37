#include "core/draw/labels.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace checkup::draw {

namespace {

constexpr double areaHeight = 3;    // mm
constexpr double otherHeight = 2.2; // mm
constexpr double apart = 60;        // mm between the same name along a line

/// How far a line may leave a name that is set straight, in heights of its letters.
constexpr double mostAside = 0.6;
/// Of names set letter by letter, in heights of the letters and degrees: between two letters, how
/// far one may lean, and how much more than the one before.
constexpr double letterGap = 0.15;
constexpr double mostLean = 55;
constexpr double mostTurn = 35;
/// From here on a line is one that Chinese names are written down along, letter below letter.
constexpr double steep = 50;

double degreesOf(const QPointF& way)
{
    return std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
}

double lengthOf(const QPointF& way)
{
    return std::hypot(way.x(), way.y());
}

/// Chinese, without Latin letters, which do not stand one below the other.
bool isWrittenDown(const QString& text)
{
    bool han = false;
    for (const char32_t letter : text.toUcs4()) {
        if (QChar::script(letter) == QChar::Script_Latin)
            return false;
        han = han || QChar::script(letter) == QChar::Script_Han;
    }
    return han;
}

/// A line in the frame's pixels, and how far along it each of its vertices is.
struct Path
{
    QPolygonF line;
    QList<double> at;

    void add(const QPointF& next)
    {
        at << (line.isEmpty() ? 0 : at.constLast() + lengthOf(next - line.constLast()));
        line << next;
    }
    double length() const { return at.isEmpty() ? 0 : at.constLast(); }
    QPointF point(double distance) const
    {
        const auto next = std::lower_bound(at.cbegin() + 1, at.cend() - 1, distance);
        const auto i = next - at.cbegin();
        const double step = at[i] - at[i - 1];
        const double share = step > 0 ? (distance - at[i - 1]) / step : 0;
        return line[i - 1] + (line[i] - line[i - 1]) * share;
    }
};

/// Where labels already are; one that is turned takes a row of upright boxes.
class Room
{
public:
    explicit Room(QSize size)
        : m_all(QRectF(QPointF(), QSizeF(size)))
        , m_columns(size.width() / cell + 1)
        , m_cells(static_cast<std::size_t>(m_columns) * (size.height() / cell + 1))
    {}

    bool has(const QPointF& at) const { return m_all.contains(at); }

    bool take(const Label& label, double width)
    {
        std::vector<QRectF> boxes;
        addBoxes(label, width, boxes);
        return take(boxes);
    }

    /// All or nothing; they may meet one another.
    bool take(const std::vector<QRectF>& boxes)
    {
        for (const QRectF& box : boxes) {
            if (!m_all.contains(box))
                return false;
            bool free = true;
            forCells(box, [&](const std::vector<QRectF>& taken) {
                for (const QRectF& other : taken)
                    free = free && !other.intersects(box);
            });
            if (!free)
                return false;
        }
        for (const QRectF& box : boxes)
            forCells(box, [&box](std::vector<QRectF>& taken) { taken.push_back(box); });
        return true;
    }

    static void addBoxes(const Label& label, double width, std::vector<QRectF>& boxes)
    {
        const double angle = label.angle * std::numbers::pi / 180;
        const QPointF way(std::cos(angle), std::sin(angle));
        const bool level = std::abs(way.y()) < 0.02;
        const int pieces =
            level ? 1 : std::max(1, static_cast<int>(std::ceil(width / label.height)));
        const double piece = width / pieces;
        const double half = std::abs(way.x()) * piece / 2 + std::abs(way.y()) * label.height / 2;
        const double halfHeight =
            std::abs(way.y()) * piece / 2 + std::abs(way.x()) * label.height / 2;
        for (int i = 0; i < pieces; ++i) {
            const QPointF at = label.at + way * (piece * (i + 0.5) - width / 2);
            boxes.push_back({at.x() - half, at.y() - halfHeight, 2 * half, 2 * halfHeight});
        }
    }

private:
    static constexpr int cell = 64; ///< pixels

    /// Boxes lie within the picture.
    template <class Do>
    void forCells(const QRectF& box, Do what)
    {
        const auto number = [](double place) { return static_cast<int>(place) / cell; };
        for (int row = number(box.top()); row <= number(box.bottom()); ++row) {
            for (int column = number(box.left()); column <= number(box.right()); ++column)
                what(m_cells[static_cast<std::size_t>(row) * m_columns +
                             static_cast<std::size_t>(column)]);
        }
    }

    QRectF m_all;
    std::size_t m_columns;
    std::vector<std::vector<QRectF>> m_cells;
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
            if (shapes.kind() == ShapeStore::Kind::Lines) {
                placed = along(feature, label, wide);
            } else {
                placed = shapes.kind() == ShapeStore::Kind::Polygons
                             ? inside(feature, label, wide)
                             : beside(feature, label, wide, layer);
                if (placed)
                    m_plan.labels << label;
            }
            ++(placed ? m_plan.names : m_plan.leftOut);
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

    /// At the first place along a line that is straight enough for the name, else letter by letter
    /// where the line bends.
    bool along(std::uint32_t feature, const Label& label, double wide)
    {
        for (std::uint32_t part = m_view.firstPart(feature); part < m_view.endPart(feature);
             ++part) {
            Path path;
            for (std::uint32_t i = m_view.firstVertex(part); i < m_view.endVertex(part); ++i)
                path.add({m_view.x(i), m_view.y(i)});
            if (path.length() < wide)
                continue;
            const std::vector<double> places = placesAlong(path, wide);
            const auto fits = [&](auto way) {
                return std::any_of(places.begin(), places.end(), [&](double from) {
                    return (this->*way)(path, from, label, wide);
                });
            };
            if (fits(&LabelPlacer::straight) || fits(&LabelPlacer::letterByLetter))
                return true;
        }
        return false;
    }

    /// Where a name may begin, the middle of the line first, then from one end to the other.
    std::vector<double> placesAlong(const Path& path, double wide) const
    {
        constexpr double most = 60;
        const double spare = path.length() - wide;
        std::vector<double> places{spare * 0.5, spare * 0.3, spare * 0.7};
        const double step = std::max(wide / 8, path.length() / most);
        for (double from = 0; from < spare; from += step)
            places.push_back(from);
        std::erase_if(places, [&](double from) {
            return !m_room.has(path.point(from)) || !m_room.has(path.point(from + wide));
        });
        return places;
    }

    bool straight(const Path& path, double from, Label label, double wide)
    {
        const QPointF first = path.point(from);
        const QPointF last = path.point(from + wide);
        const QPointF chord = last - first;
        if (lengthOf(chord) < 0.97 * wide)
            return false;
        for (const double share : {0.2, 0.35, 0.5, 0.65, 0.8}) {
            const QPointF away = path.point(from + share * wide) - first;
            const double across =
                std::abs(chord.x() * away.y() - chord.y() * away.x()) / lengthOf(chord);
            if (across > mostAside * label.height)
                return false;
        }
        label.at = (first + last) / 2;
        label.angle = degreesOf(chord);
        if (label.angle > 90)
            label.angle -= 180;
        if (label.angle <= -90)
            label.angle += 180;
        if (std::abs(label.angle) > steep && isWrittenDown(label.text))
            return false;
        if (isNear(label.text, label.at) || !m_room.take(label, wide))
            return false;
        m_before[label.text] << label.at;
        m_plan.labels << label;
        return true;
    }

    bool letterByLetter(const Path& path, double from, Label label, double wide)
    {
        const QList<uint> letters = label.text.toUcs4();
        const double gap = letterGap * label.height;
        const double whole = wide + gap * static_cast<double>(letters.size() - 1);
        if (letters.size() < 2 || from + whole > path.length())
            return false;
        const QPointF first = path.point(from);
        const QPointF chord = path.point(from + whole) - first;
        const bool chinese = isWrittenDown(label.text);
        const bool down = chinese && std::abs(std::remainder(degreesOf(chord), 180)) > steep;
        // Names read from left to right, or downwards.
        const bool back = down ? chord.y() < 0 : chord.x() < 0;
        const QPointF middle = path.point(from + whole / 2);
        if (isNear(label.text, middle))
            return false;
        QList<Label> set;
        std::vector<QRectF> boxes;
        double done = 0;
        for (const uint letter : letters) {
            Label one = label;
            one.text = QString::fromUcs4(reinterpret_cast<const char32_t*>(&letter), 1);
            const double advance = down ? label.height : m_width(one.text) * label.height;
            const double here = done + advance / 2;
            const double along = back ? from + whole - here : from + here;
            const double reach = std::max(advance, label.height) / 2;
            const QPointF before = path.point(std::max(along - reach, 0.0));
            const QPointF after = path.point(std::min(along + reach, path.length()));
            one.at = path.point(along);
            const QPointF way = back ? before - after : after - before;
            one.angle = std::remainder(degreesOf(way) - (down ? 90 : 0), 360);
            if (std::abs(one.angle) > (chinese ? mostLean : 90))
                return false;
            if (!set.isEmpty() && (std::abs(one.angle - set.constLast().angle) > mostTurn ||
                                   lengthOf(one.at - set.constLast().at) < 0.85 * advance))
                return false;
            Room::addBoxes(one, advance, boxes);
            if (!one.text.trimmed().isEmpty())
                set << one;
            done += advance + gap;
        }
        if (!m_room.take(boxes))
            return false;
        m_before[label.text] << middle;
        m_plan.labels << set;
        return true;
    }

    bool isNear(const QString& text, const QPointF& at) const
    {
        const QList<QPointF> others = m_before.value(text);
        return std::any_of(others.cbegin(), others.cend(), [&](QPointF other) {
            return lengthOf(other - at) < apart * m_frame.pixelsPerMm;
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

LabelPlan paintLabels(QPainter& painter, const MapFrame& frame, const QList<MapLayer>& layers,
                      QFont font)
{
    constexpr int fontPixels = 100;
    font.setPixelSize(fontPixels);
    const QFontMetricsF metrics(font);
    const auto width = [&metrics](const QString& words) {
        return metrics.horizontalAdvance(words) / fontPixels;
    };
    LabelPlan plan = placeLabels(frame, layers, width);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Label& label : std::as_const(plan.labels)) {
        painter.save();
        painter.translate(label.at);
        painter.rotate(label.angle);
        painter.scale(label.height / fontPixels, label.height / fontPixels);
        QPainterPath path;
        path.addText(-metrics.horizontalAdvance(label.text) / 2,
                     (metrics.ascent() - metrics.descent()) / 2, font, label.text);
        painter.strokePath(
            path, QPen(Qt::white, fontPixels * 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(path, QColor(30, 30, 30));
        painter.restore();
    }
    painter.restore();
    return plan;
}

} // namespace checkup::draw
