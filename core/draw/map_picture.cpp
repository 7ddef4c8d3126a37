#include "core/draw/map_picture.h"

#include "core/draw/coverage.h"
#include "core/draw/workers.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace checkup::draw {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

using catalogue::LayerGeometry;

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消绘图。"));
}

/// How far a symbol may reach beyond the shape, in mm.
double reachOf(const Symbol& symbol)
{
    double reach = 0;
    for (const auto& line : {symbol.casing, symbol.line}) {
        if (line)
            reach = std::max(reach, line->width);
    }
    return reach + (symbol.marker ? symbol.marker->size : 0);
}

/// A marker around (0, 0), as wide as its size.
QPolygonF outlineOf(const MarkerSymbol& marker, double pixelsPerMm)
{
    using Shape = MarkerSymbol::Shape;
    const double half = marker.size * pixelsPerMm / 2;
    QPolygonF outline;
    const auto regular = [&](int corners, double radius, double inner) {
        const int steps = inner > 0 ? 2 * corners : corners;
        for (int i = 0; i < steps; ++i) {
            const double angle = 2 * std::numbers::pi * i / steps;
            const double at = inner > 0 && i % 2 == 1 ? inner : radius;
            outline << QPointF(at * std::sin(angle), -at * std::cos(angle));
        }
    };
    switch (marker.shape) {
    case Shape::Circle:
        regular(24, half, 0);
        break;
    case Shape::Square:
        outline << QPointF(-half, -half) << QPointF(half, -half) << QPointF(half, half)
                << QPointF(-half, half);
        break;
    case Shape::Triangle:
        regular(3, half * 1.15, 0);
        break;
    case Shape::Diamond:
        regular(4, half * 1.1, 0);
        break;
    case Shape::Star:
        regular(5, half * 1.1, half * 0.45);
        break;
    case Shape::Cross:
    case Shape::X: {
        const double arm = half / 3;
        outline << QPointF(-arm, -half) << QPointF(arm, -half) << QPointF(arm, -arm)
                << QPointF(half, -arm) << QPointF(half, arm) << QPointF(arm, arm)
                << QPointF(arm, half) << QPointF(-arm, half) << QPointF(-arm, arm)
                << QPointF(-half, arm) << QPointF(-half, -arm) << QPointF(-arm, -arm);
        if (marker.shape == Shape::X)
            outline = QTransform().rotate(45).map(outline);
        break;
    }
    }
    return outline;
}

/// A hatch's lines run along `direction` and repeat every `gap` across it.
struct HatchLines
{
    QPointF direction;
};

QList<HatchLines> linesOf(HatchSymbol::Pattern pattern)
{
    using Pattern = HatchSymbol::Pattern;
    const double d = std::numbers::sqrt2 / 2;
    switch (pattern) {
    case Pattern::Rising:
        return {{{d, -d}}};
    case Pattern::Falling:
        return {{{d, d}}};
    case Pattern::Cross:
        return {{{d, -d}}, {{d, d}}};
    case Pattern::Level:
        return {{{1, 0}}};
    case Pattern::Upright:
        return {{{0, 1}}};
    case Pattern::Grid:
        return {{{1, 0}}, {{0, 1}}};
    case Pattern::Dots:
        break;
    }
    return {};
}

/// How far a place is from the nearest line of those that repeat every `gap`.
double fromNearest(double across, double gap)
{
    const double within = across - std::floor(across / gap) * gap;
    return std::abs(within - gap / 2);
}

/// The share of each pixel of some rows that a hatch takes; it is tied to the picture's corner.
std::vector<std::uint8_t> patternOf(const HatchSymbol& hatch, double pixelsPerMm, int width,
                                    int top, int height)
{
    const double gap = std::max(hatch.gap * pixelsPerMm, 2.0);
    const double thick = hatch.width * pixelsPerMm;
    const double half = std::max(thick, 1.0) / 2;
    const double most = 255 * std::min(thick, 1.0);
    const QList<HatchLines> lines = linesOf(hatch.pattern);
    std::vector<std::uint8_t> pattern;
    pattern.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            const double x = column + 0.5;
            const double y = top + row + 0.5;
            double nearest = gap;
            if (lines.isEmpty())
                nearest = std::hypot(fromNearest(x, gap), fromNearest(y, gap));
            for (const HatchLines& one : lines)
                nearest = std::min(nearest,
                                   fromNearest(y * one.direction.x() - x * one.direction.y(), gap));
            pattern.push_back(static_cast<std::uint8_t>(
                std::lround(most * std::clamp(half + 0.5 - nearest, 0.0, 1.0))));
        }
    }
    return pattern;
}

/// A line's way with its dashes: calls `use` for each piece that is drawn.
template <class Use>
class DashWalk
{
public:
    DashWalk(const QList<double>& dashes, double pixelsPerMm, Use use)
        : m_use(use)
    {
        for (const double dash : dashes)
            m_dashes << std::max(dash * pixelsPerMm, 0.5);
        m_left = m_dashes.isEmpty() ? 0 : m_dashes.constFirst();
    }

    void go(double x0, double y0, double x1, double y1)
    {
        if (m_dashes.isEmpty())
            return m_use(x0, y0, x1, y1);
        const double length = std::hypot(x1 - x0, y1 - y0);
        double done = 0;
        while (done < length) {
            const double step = std::min(m_left, length - done);
            const double from = done / length;
            const double to = (done + step) / length;
            if (m_at % 2 == 0)
                m_use(x0 + (x1 - x0) * from, y0 + (y1 - y0) * from, x0 + (x1 - x0) * to,
                      y0 + (y1 - y0) * to);
            done += step;
            m_left -= step;
            if (m_left <= 1e-9) {
                m_at = (m_at + 1) % m_dashes.size();
                m_left = m_dashes[m_at];
            }
        }
    }

private:
    QList<double> m_dashes;
    qsizetype m_at = 0;
    double m_left = 0;
    Use m_use;
};

/// Cases that share a line, drawn together so that what they share is drawn once.
struct LinePass
{
    LineSymbol line;
    std::vector<bool> of; ///< by case, `otherwise` last
};

/// A layer made ready for a frame.
class LayerPainter
{
public:
    LayerPainter(const MapLayer& layer, const MapFrame& frame)
        : m_layer(layer)
        , m_shapes(*layer.shapes)
        , m_frame(frame)
        , m_view(layer.shapes->at(frame.corner, frame.metresPerPixel))
    {
        const LayerStyle& style = layer.style;
        m_cases = static_cast<std::size_t>(style.cases.size());
        for (qsizetype i = 0; i < style.cases.size(); ++i)
            m_symbols.push_back(&style.cases[i].symbol);
        m_symbols.push_back(&style.otherwise.symbol);
        if (layer.value >= 0 && !layer.chosen) {
            for (const QString& text : m_shapes.texts(layer.value)) {
                const int number = style.caseOf(text);
                m_caseOfText.push_back(number < 0 ? m_cases : static_cast<std::size_t>(number));
            }
        }
        for (const Symbol* symbol : m_symbols)
            m_reach = std::max(m_reach, reachOf(*symbol) * frame.pixelsPerMm + 1);
        m_features = m_shapes.around(frame.box(m_reach));
        if (layer.chosen)
            std::erase_if(m_features,
                          [&layer](std::uint32_t feature) { return !layer.shows(feature); });
        addPasses(&Symbol::casing);
        addPasses(&Symbol::line);
    }

    std::size_t caseOf(std::uint32_t feature) const
    {
        if (m_layer.chosen) {
            const int number = (*m_layer.chosen)[feature];
            return number < 0 ? m_cases : static_cast<std::size_t>(number);
        }
        return m_layer.value < 0 ? m_cases : m_caseOfText[m_shapes.textOf(m_layer.value, feature)];
    }
    const std::vector<std::uint32_t>& features() const { return m_features; }
    std::size_t cases() const { return m_cases; }

    qint64 vertices() const
    {
        qint64 all = 0;
        for (const std::uint32_t feature : m_features)
            all += m_view.firstVertex(m_view.endPart(feature)) -
                   m_view.firstVertex(m_view.firstPart(feature));
        return all;
    }

    /// Sorts the features to the strips that they reach into.
    void share(int strips, int height)
    {
        m_inStrip.resize(static_cast<std::size_t>(strips));
        for (const std::uint32_t feature : m_features) {
            const spatial::Box& box = m_shapes.box(feature);
            const double above = m_frame.toPixel(0, box.maxY).y() - m_reach;
            const double below = m_frame.toPixel(0, box.minY).y() + m_reach;
            const auto strip = [&](double row) {
                return static_cast<std::size_t>(
                    std::clamp(std::floor(row / height), 0.0, double(strips - 1)));
            };
            for (std::size_t i = strip(above); i <= strip(below); ++i)
                m_inStrip[i].push_back(feature);
        }
    }

    void paint(Strip& strip, std::size_t number) const
    {
        const std::vector<std::uint32_t>& here = m_inStrip[number];
        if (here.empty())
            return;
        switch (m_shapes.kind()) {
        case ShapeStore::Kind::Polygons:
            fill(strip, here);
            hatch(strip, here);
            lines(strip, here);
            break;
        case ShapeStore::Kind::Lines:
            lines(strip, here);
            break;
        case ShapeStore::Kind::Points:
            points(strip, here);
            break;
        }
    }

    void paint(QPainter& painter) const
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(m_layer.style.opacity);
        if (m_shapes.kind() == ShapeStore::Kind::Points)
            points(painter);
        if (m_shapes.kind() == ShapeStore::Kind::Polygons)
            areas(painter);
        if (m_shapes.kind() != ShapeStore::Kind::Points)
            lines(painter);
        painter.restore();
    }

private:
    /// Roads of the first case come on top: passes go from the last case to the first.
    void addPasses(std::optional<LineSymbol> Symbol::*part)
    {
        const auto first = static_cast<std::ptrdiff_t>(m_passes.size());
        for (std::size_t i = m_symbols.size(); i-- > 0;) {
            const std::optional<LineSymbol>& line = m_symbols[i]->*part;
            if (!line)
                continue;
            auto pass = std::find_if(m_passes.begin() + first, m_passes.end(),
                                     [&line](const LinePass& one) { return one.line == *line; });
            if (pass == m_passes.end()) {
                m_passes.push_back({*line, std::vector<bool>(m_symbols.size())});
                pass = m_passes.end() - 1;
            }
            pass->of[i] = true;
        }
    }

    /// Calls `use` with both ends of each edge of a feature.
    template <class Use>
    void overEdges(std::uint32_t feature, Use use) const
    {
        const bool closed = m_shapes.kind() == ShapeStore::Kind::Polygons;
        for (std::uint32_t part = m_view.firstPart(feature); part < m_view.endPart(feature); ++part)
            overEdgesOf(part, closed, use);
    }
    template <class Use>
    void overEdgesOf(std::uint32_t part, bool closed, Use& use) const
    {
        const std::uint32_t begin = m_view.firstVertex(part);
        const std::uint32_t end = m_view.endVertex(part);
        if (begin == end)
            return;
        const std::uint32_t before = closed ? end - 1 : begin;
        double x = m_view.x(before);
        double y = m_view.y(before);
        for (std::uint32_t i = closed ? begin : std::min(begin + 1, end - 1); i < end; ++i) {
            const double nextX = m_view.x(i);
            const double nextY = m_view.y(i);
            use(x, y, nextX, nextY);
            x = nextX;
            y = nextY;
        }
    }

    void enclose(Strip& strip, std::uint32_t feature) const
    {
        overEdges(feature, [&strip](double x0, double y0, double x1, double y1) {
            strip.edge(x0, y0, x1, y1);
        });
    }

    double opacityOf(const QColor& colour) const { return m_layer.style.opacity * colour.alphaF(); }

    void fill(Strip& strip, const std::vector<std::uint32_t>& here) const
    {
        std::vector<int> alphas;
        for (const Symbol* symbol : m_symbols) {
            const int alpha = symbol->fill ? symbol->fill->alpha() : 0;
            if (alpha > 0 && std::find(alphas.cbegin(), alphas.cend(), alpha) == alphas.cend())
                alphas.push_back(alpha);
        }
        for (const int alpha : alphas)
            fill(strip, here, alpha);
    }

    /// Areas whose fill lets through as much as that.
    void fill(Strip& strip, const std::vector<std::uint32_t>& here, int alpha) const
    {
        const auto fillOf = [&](std::uint32_t feature) -> const QColor* {
            const std::optional<QColor>& wanted = m_symbols[caseOf(feature)]->fill;
            return wanted && wanted->alpha() == alpha ? &*wanted : nullptr;
        };
        const double opacity = m_layer.style.opacity * alpha / 255;
        QRgb colour = 0;
        bool several = false;
        bool any = false;
        for (const std::uint32_t feature : here) {
            const QColor* const wanted = fillOf(feature);
            if (!wanted)
                continue;
            several = several || (any && wanted->rgb() != colour);
            if (!any || wanted->rgb() != colour)
                strip.setColour(wanted->rgb());
            colour = wanted->rgb();
            any = true;
            enclose(strip, feature);
        }
        // Neighbours share pixels along their borders and fill them up to one together. More is in
        // a pixel only where shapes lie over each other: then the later one must hide the earlier.
        constexpr float overlapping = 1.75F;
        if (strip.layAreas(opacity, several ? overlapping : Strip::unlimited))
            return;
        for (const std::uint32_t feature : here) {
            const QColor* const wanted = fillOf(feature);
            if (!wanted)
                continue;
            strip.setColour(wanted->rgb());
            enclose(strip, feature);
            strip.layAreas(opacity);
        }
    }

    void hatch(Strip& strip, const std::vector<std::uint32_t>& here) const
    {
        for (std::size_t i = 0; i < m_symbols.size(); ++i) {
            const std::optional<HatchSymbol>& wanted = m_symbols[i]->hatch;
            if (!wanted)
                continue;
            bool any = false;
            strip.setColour(wanted->colour.rgb());
            for (const std::uint32_t feature : here) {
                if (caseOf(feature) != i)
                    continue;
                any = true;
                enclose(strip, feature);
            }
            if (any)
                strip.layAreas(patternOf(*wanted, m_frame.pixelsPerMm, m_frame.size.width(),
                                         strip.top(), strip.bottom() - strip.top()),
                               opacityOf(wanted->colour));
        }
    }

    void lines(Strip& strip, const std::vector<std::uint32_t>& here) const
    {
        for (const LinePass& pass : m_passes) {
            const double width = pass.line.width * m_frame.pixelsPerMm;
            const auto draw = [&](double x0, double y0, double x1, double y1) {
                strip.line(x0, y0, x1, y1, width);
            };
            for (const std::uint32_t feature : here) {
                if (pass.of[caseOf(feature)])
                    walk(feature, pass.line, draw);
            }
            strip.layLines(pass.line.colour.rgb(), opacityOf(pass.line.colour));
        }
    }

    template <class Use>
    void walk(std::uint32_t feature, const LineSymbol& line, Use& use) const
    {
        if (line.dashes.isEmpty())
            return overEdges(feature, use);
        const bool closed = m_shapes.kind() == ShapeStore::Kind::Polygons;
        for (std::uint32_t part = m_view.firstPart(feature); part < m_view.endPart(feature);
             ++part) {
            DashWalk<Use&> dashes(line.dashes, m_frame.pixelsPerMm, use);
            auto go = [&dashes](double x0, double y0, double x1, double y1) {
                dashes.go(x0, y0, x1, y1);
            };
            overEdgesOf(part, closed, go);
        }
    }

    template <class Use>
    void overPoints(std::uint32_t feature, Use use) const
    {
        const std::uint32_t end = m_view.firstVertex(m_view.endPart(feature));
        for (std::uint32_t i = m_view.firstVertex(m_view.firstPart(feature)); i < end; ++i)
            use(QPointF(m_view.x(i), m_view.y(i)));
    }

    void points(Strip& strip, const std::vector<std::uint32_t>& here) const
    {
        std::vector<QPolygonF> outlines;
        for (const Symbol* symbol : m_symbols)
            outlines.push_back(symbol->marker ? outlineOf(*symbol->marker, m_frame.pixelsPerMm)
                                              : QPolygonF());
        for (const std::uint32_t feature : here) {
            const std::size_t number = caseOf(feature);
            const Symbol& symbol = *m_symbols[number];
            const QPolygonF& outline = outlines[number];
            overPoints(feature, [&](QPointF at) {
                QPointF before = at + (outline.isEmpty() ? QPointF() : outline.constFirst());
                if (symbol.fill)
                    strip.setColour(symbol.fill->rgb());
                // Against the clock, as the outer rings of areas.
                for (auto corner = outline.crbegin(); corner != outline.crend(); ++corner) {
                    const QPointF next = at + *corner;
                    if (symbol.fill)
                        strip.edge(before.x(), before.y(), next.x(), next.y());
                    if (symbol.line)
                        strip.line(before.x(), before.y(), next.x(), next.y(),
                                   symbol.line->width * m_frame.pixelsPerMm);
                    before = next;
                }
            });
            strip.layAreas(symbol.fill ? opacityOf(*symbol.fill) : 1);
            if (symbol.line)
                strip.layLines(symbol.line->colour.rgb(), opacityOf(symbol.line->colour));
        }
    }

    QPen penOf(const LineSymbol& line) const
    {
        const double width = line.width * m_frame.pixelsPerMm;
        QPen pen(line.colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (!line.dashes.isEmpty()) {
            QList<qreal> dashes;
            for (const double dash : line.dashes)
                dashes << dash / line.width;
            pen.setDashPattern(dashes);
        }
        return pen;
    }

    QPainterPath pathOf(std::uint32_t feature) const
    {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        const bool closed = m_shapes.kind() == ShapeStore::Kind::Polygons;
        for (std::uint32_t part = m_view.firstPart(feature); part < m_view.endPart(feature);
             ++part) {
            const std::uint32_t begin = m_view.firstVertex(part);
            for (std::uint32_t i = begin; i < m_view.endVertex(part); ++i) {
                const QPointF at(m_view.x(i), m_view.y(i));
                if (i == begin)
                    path.moveTo(at);
                else
                    path.lineTo(at);
            }
            if (closed)
                path.closeSubpath();
        }
        return path;
    }

    void areas(QPainter& painter) const
    {
        for (const std::uint32_t feature : m_features) {
            const Symbol& symbol = *m_symbols[caseOf(feature)];
            if (symbol.fill)
                painter.fillPath(pathOf(feature), *symbol.fill);
        }
        for (std::size_t i = 0; i < m_symbols.size(); ++i) {
            if (!m_symbols[i]->hatch)
                continue;
            for (const std::uint32_t feature : m_features) {
                if (caseOf(feature) == i)
                    hatchArea(painter, pathOf(feature), *m_symbols[i]->hatch, m_frame.pixelsPerMm,
                              m_frame.size);
            }
        }
    }

    void lines(QPainter& painter) const
    {
        for (const LinePass& pass : m_passes) {
            painter.setPen(penOf(pass.line));
            painter.setBrush(Qt::NoBrush);
            for (const std::uint32_t feature : m_features) {
                if (pass.of[caseOf(feature)])
                    painter.drawPath(pathOf(feature));
            }
        }
    }

    void points(QPainter& painter) const
    {
        for (const std::uint32_t feature : m_features) {
            const Symbol& symbol = *m_symbols[caseOf(feature)];
            if (!symbol.marker)
                continue;
            const QPolygonF outline = outlineOf(*symbol.marker, m_frame.pixelsPerMm);
            painter.setBrush(symbol.fill ? QBrush(*symbol.fill) : QBrush(Qt::NoBrush));
            painter.setPen(symbol.line ? penOf(*symbol.line) : QPen(Qt::NoPen));
            overPoints(feature, [&](QPointF at) { painter.drawPolygon(outline.translated(at)); });
        }
    }

public:
    /// Lines are cut at the area's edges here, for not every painter can clip.
    static void hatchArea(QPainter& painter, const QPainterPath& path, const HatchSymbol& hatch,
                          double pixelsPerMm, QSize within)
    {
        const QRectF area = path.boundingRect().intersected(QRectF(QPointF(), QSizeF(within)));
        if (area.isEmpty())
            return;
        const bool dots = hatch.pattern == HatchSymbol::Pattern::Dots;
        const double gap = std::max(hatch.gap * pixelsPerMm, 2.0);
        painter.save();
        painter.setPen(QPen(hatch.colour, hatch.width * pixelsPerMm, Qt::SolidLine,
                            dots ? Qt::RoundCap : Qt::FlatCap));
        const QList<QPolygonF> rings = path.toSubpathPolygons();
        const QList<HatchLines> lines = dots ? QList<HatchLines>{{{1, 0}}} : linesOf(hatch.pattern);
        for (const HatchLines& one : lines) {
            const QPointF along = one.direction;
            const QPointF across(-along.y(), along.x());
            const auto [from, to] = spanOf(area, along);
            const auto cuts = cutsOf(rings, along, across, gap, spanOf(area, across));
            for (const auto& [number, places] : cuts) {
                const QPointF line = across * ((static_cast<double>(number) + 0.5) * gap);
                for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
                    const double begin = std::max(places[i], from);
                    const double end = std::min(places[i + 1], to);
                    if (!dots && begin < end)
                        painter.drawLine(line + along * begin, line + along * end);
                    for (double at = (std::ceil(begin / gap - 0.5) + 0.5) * gap; dots && at < end;
                         at += gap)
                        painter.drawPoint(line + along * at);
                }
            }
        }
        painter.restore();
    }

private:
    /// Least and most of a rectangle in a direction.
    static std::pair<double, double> spanOf(const QRectF& area, QPointF direction)
    {
        const double corners[] = {QPointF::dotProduct(area.topLeft(), direction),
                                  QPointF::dotProduct(area.topRight(), direction),
                                  QPointF::dotProduct(area.bottomLeft(), direction),
                                  QPointF::dotProduct(area.bottomRight(), direction)};
        const auto [least, most] = std::minmax_element(std::begin(corners), std::end(corners));
        return {*least, *most};
    }

    /// Where hatch lines, by number, go into rings and out of them.
    static std::map<qint64, std::vector<double>> cutsOf(const QList<QPolygonF>& rings,
                                                        QPointF along, QPointF across, double gap,
                                                        std::pair<double, double> reach)
    {
        std::map<qint64, std::vector<double>> cuts;
        for (const QPolygonF& ring : rings) {
            for (qsizetype i = 0; i < ring.size(); ++i) {
                const QPointF& p = ring[i];
                const QPointF& q = ring[(i + 1) % ring.size()];
                const double a = QPointF::dotProduct(p, across);
                const double b = QPointF::dotProduct(q, across);
                const double least = std::max(std::min(a, b), reach.first);
                const double most = std::min(std::max(a, b), reach.second);
                for (double number = std::ceil(least / gap - 0.5); (number + 0.5) * gap < most;
                     ++number) {
                    const double share = ((number + 0.5) * gap - a) / (b - a);
                    cuts[static_cast<qint64>(number)].push_back(
                        QPointF::dotProduct(p + (q - p) * share, along));
                }
            }
        }
        for (auto& [number, places] : cuts)
            std::sort(places.begin(), places.end());
        return cuts;
    }

    const MapLayer& m_layer;
    const ShapeStore& m_shapes;
    const MapFrame& m_frame;
    ShapeStore::View m_view;
    std::size_t m_cases = 0;
    std::vector<const Symbol*> m_symbols;  ///< by case, `otherwise` last
    std::vector<std::size_t> m_caseOfText; ///< by text of the value's attribute
    std::vector<std::uint32_t> m_features;
    std::vector<std::vector<std::uint32_t>> m_inStrip;
    std::vector<LinePass> m_passes;
    double m_reach = 0; ///< of symbols beyond shapes, pixels
};

} // namespace

MapFrame MapFrame::around(const spatial::Box& box, QSize size, double pixelsPerMm)
{
    MapFrame frame;
    frame.size = size;
    frame.pixelsPerMm = pixelsPerMm;
    const double width = std::max(box.maxX - box.minX, 1.0);
    const double height = std::max(box.maxY - box.minY, 1.0);
    frame.metresPerPixel = std::max(width / size.width(), height / size.height());
    frame.corner = {(box.minX + box.maxX - size.width() * frame.metresPerPixel) / 2,
                    (box.minY + box.maxY + size.height() * frame.metresPerPixel) / 2};
    return frame;
}

spatial::Box MapFrame::box(double margin) const
{
    const double around = margin * metresPerPixel;
    return {corner.x() - around, corner.y() - size.height() * metresPerPixel - around,
            corner.x() + size.width() * metresPerPixel + around, corner.y() + around};
}

Result<QImage> paintMap(const MapFrame& frame, const QList<MapLayer>& layers,
                        const PaintOptions& options, const CancelToken& cancel)
{
    const bool opaque = options.background.alpha() == 255;
    const PaintOptions::Rows rows =
        options.rows.value_or(PaintOptions::Rows{0, frame.size.height()});
    QImage picture(frame.size.width(), rows.count,
                   opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return Error(ErrorCode::TooLarge,
                     Text::tr("图片 %1×%2 像素太大，内存不够；请减小尺寸或分辨率。")
                         .arg(frame.size.width())
                         .arg(rows.count));
    picture.fill(options.background);
    // Strips lie alike in all pictures of a frame: what overlaps in one decides how it is laid.
    constexpr int height = PaintOptions::Rows::step;
    const int strips = (frame.size.height() + height - 1) / height;
    const int firstStrip = rows.first / height;
    const int endStrip = (rows.first + rows.count + height - 1) / height;
    std::vector<std::unique_ptr<LayerPainter>> painters(static_cast<std::size_t>(layers.size()));
    forEachOf(painters.size(), options.threads, [&](std::size_t i) {
        painters[i] = std::make_unique<LayerPainter>(layers[static_cast<qsizetype>(i)], frame);
        painters[i]->share(strips, height);
    });
    picture.bits(); // alone with its pixels before threads write them
    forEachOf(
        static_cast<std::size_t>(endStrip - firstStrip), options.threads, [&](std::size_t number) {
            number += static_cast<std::size_t>(firstStrip);
            const int top = static_cast<int>(number) * height;
            Strip strip(picture, top, std::min(height, frame.size.height() - top), rows.first);
            for (const auto& painter : painters) {
                if (!cancel.isCancelled())
                    painter->paint(strip, number);
            }
        });
    if (cancel.isCancelled())
        return cancelled();
    return picture;
}

/// A layer as pixels of a finer frame, spread over `size`, some rows at a time.
static Result<void> paintAsPicture(QPainter& painter, QSize size, const MapFrame& finer,
                                   const MapLayer& layer, const CancelToken& cancel)
{
    using Rows = PaintOptions::Rows;
    constexpr int mostPixels = 24'000'000;
    const int most = std::max(1, mostPixels / finer.size.width() / Rows::step) * Rows::step;
    const double shrink = static_cast<double>(size.height()) / finer.size.height();
    for (int first = 0; first < finer.size.height(); first += most) {
        const Rows rows{first, std::min(most, finer.size.height() - first)};
        auto picture = paintMap(finer, {layer}, {0, Qt::transparent, rows}, cancel);
        if (!picture)
            return picture.error();
        // What a pdf is made of; here it needs no second picture.
        picture->convertTo(QImage::Format_ARGB32);
        painter.drawImage(QRectF(0, first * shrink, size.width(), rows.count * shrink), *picture);
    }
    return {};
}

Result<void> paintMap(QPainter& painter, const MapFrame& frame, const QList<MapLayer>& layers,
                      const VectorOptions& options, const CancelToken& cancel)
{
    painter.save();
    painter.setClipRect(QRectF(QPointF(), QSizeF(frame.size)), Qt::IntersectClip);
    Result<void> done;
    for (const MapLayer& layer : layers) {
        if (cancel.isCancelled())
            done = cancelled();
        if (!done)
            break;
        const LayerPainter one(layer, frame);
        if (one.vertices() <= options.most) {
            one.paint(painter);
            continue;
        }
        MapFrame finer = frame;
        finer.size = (QSizeF(frame.size) * (options.pixelsPerMm / frame.pixelsPerMm)).toSize();
        finer.metresPerPixel = frame.metresPerPixel * frame.size.width() / finer.size.width();
        finer.pixelsPerMm = frame.pixelsPerMm * finer.size.width() / frame.size.width();
        done = paintAsPicture(painter, frame.size, finer, layer, cancel);
    }
    painter.restore();
    return done;
}

void paintSymbol(QPainter& painter, const QRectF& area, const Symbol& symbol,
                 LayerGeometry geometry, double pixelsPerMm)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto pen = [pixelsPerMm](const LineSymbol& line) {
        QPen made(line.colour, line.width * pixelsPerMm, Qt::SolidLine, Qt::FlatCap);
        QList<qreal> dashes;
        for (const double dash : line.dashes)
            dashes << dash / line.width;
        if (!dashes.isEmpty())
            made.setDashPattern(dashes);
        return made;
    };
    if (geometry == LayerGeometry::Point) {
        if (symbol.marker) {
            painter.setBrush(symbol.fill ? QBrush(*symbol.fill) : QBrush(Qt::NoBrush));
            painter.setPen(symbol.line ? pen(*symbol.line) : QPen(Qt::NoPen));
            painter.drawPolygon(outlineOf(*symbol.marker, pixelsPerMm).translated(area.center()));
        }
    } else if (geometry == LayerGeometry::Polygon) {
        QPainterPath path;
        path.addRect(area);
        if (symbol.fill)
            painter.fillPath(path, *symbol.fill);
        if (symbol.hatch)
            LayerPainter::hatchArea(painter, path, *symbol.hatch, pixelsPerMm,
                                    QSize(static_cast<int>(std::ceil(area.right())),
                                          static_cast<int>(std::ceil(area.bottom()))));
    }
    if (geometry != LayerGeometry::Point) {
        for (const auto& line : {symbol.casing, symbol.line}) {
            if (!line)
                continue;
            painter.setPen(pen(*line));
            painter.setBrush(Qt::NoBrush);
            if (geometry == LayerGeometry::Line)
                painter.drawLine(QPointF(area.left(), area.center().y()),
                                 QPointF(area.right(), area.center().y()));
            else
                painter.drawRect(area);
        }
    }
    painter.restore();
}

QString MapLayer::nameOf(std::size_t feature) const
{
    if (names)
        return names->at(static_cast<qsizetype>(feature));
    return label < 0 ? QString() : shapes->texts(label)[shapes->textOf(label, feature)];
}

int MapLayer::caseOf(std::size_t feature) const
{
    if (chosen)
        return (*chosen)[feature];
    return value < 0 ? -1 : style.caseOf(shapes->texts(value)[shapes->textOf(value, feature)]);
}

SeenLayer seenIn(const MapFrame& frame, const MapLayer& layer)
{
    const LayerPainter painter(layer, frame);
    std::vector<qint64> features(painter.cases() + 1);
    QSet<std::uint32_t> unknown;
    for (const std::uint32_t feature : painter.features()) {
        const std::size_t number = painter.caseOf(feature);
        ++features[number];
        if (number == painter.cases() && layer.style.listsOthers && layer.value >= 0)
            unknown.insert(layer.shapes->textOf(layer.value, feature));
    }
    SeenLayer seen;
    for (std::size_t i = 0; i <= painter.cases(); ++i) {
        if (features[i] > 0)
            seen.cases << SeenCase{i == painter.cases() ? -1 : static_cast<int>(i), features[i]};
    }
    for (const std::uint32_t text : unknown)
        seen.unknown << layer.shapes->texts(layer.value)[text];
    seen.unknown.sort();
    return seen;
}

} // namespace checkup::draw
