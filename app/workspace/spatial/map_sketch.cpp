#include "app/workspace/spatial/map_sketch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace checkup::workspace {

using Shape = gdal::LayerFeature::Shape;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapSketch)
};

/// A screen is not finer than this.
constexpr int cells = 2048;
constexpr int partPause = 600;             ///< ms between what is given while the reading goes on
constexpr double metresPerDegree = 111195; ///< of a meridian, on a sphere of mean radius

struct Box
{
    double left = 0, bottom = 0, right = 0, top = 0;

    static Box of(const gdal::Rings& rings, size_t from, size_t to)
    {
        Box box{rings.x[from], rings.y[from], rings.x[from], rings.y[from]};
        for (size_t i = from + 1; i < to; ++i) {
            box.left = std::min(box.left, rings.x[i]);
            box.right = std::max(box.right, rings.x[i]);
            box.bottom = std::min(box.bottom, rings.y[i]);
            box.top = std::max(box.top, rings.y[i]);
        }
        return box;
    }
    bool isSmallerThan(double length) const
    {
        return right - left < length && top - bottom < length;
    }
    bool isFinite() const
    {
        return std::isfinite(left) && std::isfinite(right) && std::isfinite(bottom) &&
               std::isfinite(top);
    }
};

/// On which sides of the box a vertex lies outside.
unsigned sides(const QRectF& box, double x, double y)
{
    return (x < box.left() ? 1U : 0U) | (x > box.right() ? 2U : 0U) | (y < box.top() ? 4U : 0U) |
           (y > box.bottom() ? 8U : 0U);
}

class Sketcher
{
public:
    Sketcher(MapSketch& sketch, const SketchRequest& request, const QRectF& extent)
        : m_sketch(sketch)
        , m_request(request)
        , m_extent(extent)
        , m_dots(static_cast<size_t>(cells) * cells)
    {}

    void add(const gdal::LayerFeature& feature)
    {
        if (feature.rings.count() == 0 || feature.rings.x.empty()) {
            ++m_sketch.shapeless;
            return;
        }
        const gdal::Rings& rings = feature.rings;
        const Box box = Box::of(rings, 0, rings.x.size());
        if (!box.isFinite())
            return;
        const bool marked = m_request.marked.contains(feature.id);
        if (m_request.onlyMarked && !marked)
            return;
        // Not QRectF's united(), for which a point is nothing.
        m_all = m_any ? Box{std::min(m_all.left, box.left), std::min(m_all.bottom, box.bottom),
                            std::max(m_all.right, box.right), std::max(m_all.top, box.top)}
                      : box;
        m_any = true;
        if (m_request.box &&
            (box.right < m_request.box->left() || box.left > m_request.box->right() ||
             box.top < m_request.box->top() || box.bottom > m_request.box->bottom()))
            return;
        MapSketch::Feature drawn;
        drawn.id = feature.id;
        drawn.shape = feature.shape;
        drawn.marked = marked;
        drawn.firstPart = static_cast<std::uint32_t>(m_sketch.begins.size());
        drawn.left = static_cast<float>(box.left - m_sketch.originX);
        drawn.right = static_cast<float>(box.right - m_sketch.originX);
        drawn.bottom = static_cast<float>(box.bottom - m_sketch.originY);
        drawn.top = static_cast<float>(box.top - m_sketch.originY);
        if (feature.shape == Shape::Points || box.isSmallerThan(m_sketch.resolution))
            addDot(drawn, box, rings);
        else
            addParts(drawn, rings);
    }

    QRectF bounds() const
    {
        return QRectF(QPointF(m_all.left, m_all.bottom), QPointF(m_all.right, m_all.top));
    }

private:
    /// What is smaller than a pixel is one, and a pixel is filled once.
    void addDot(MapSketch::Feature& drawn, const Box& box, const gdal::Rings& rings)
    {
        if (drawn.shape == Shape::Points && rings.x.size() > 1) {
            for (size_t i = 0; i < rings.x.size(); ++i)
                addPart(rings.x[i], rings.y[i]);
        } else {
            const double x = (box.left + box.right) / 2, y = (box.bottom + box.top) / 2;
            if (!drawn.marked) {
                const auto cell = [](double from, double value, double length) {
                    const double at = length > 0 ? (value - from) / length * cells : 0;
                    return static_cast<size_t>(std::clamp(at, 0.0, cells - 1.0));
                };
                auto dot = m_dots[cell(m_extent.top(), y, m_extent.height()) * cells +
                                  cell(m_extent.left(), x, m_extent.width())];
                if (dot) {
                    m_sketch.exact = false;
                    return;
                }
                dot = true;
            }
            if (drawn.shape != Shape::Points)
                m_sketch.exact = false;
            addPart(x, y);
        }
        drawn.parts = static_cast<std::uint32_t>(m_sketch.begins.size()) - drawn.firstPart;
        m_sketch.features.push_back(drawn);
    }

    void addPart(double x, double y)
    {
        m_sketch.begins.push_back(static_cast<std::uint32_t>(m_sketch.x.size()));
        addVertex(x, y);
    }

    void addVertex(double x, double y)
    {
        m_sketch.x.push_back(static_cast<float>(x - m_sketch.originX));
        m_sketch.y.push_back(static_cast<float>(y - m_sketch.originY));
    }

    void addParts(MapSketch::Feature& drawn, const gdal::Rings& rings)
    {
        for (size_t ring = 0; ring < rings.count(); ++ring) {
            const size_t first = rings.begins[ring], end = rings.end(ring);
            if (end <= first)
                continue;
            if (rings.count() > 1 &&
                Box::of(rings, first, end).isSmallerThan(m_sketch.resolution)) {
                m_sketch.exact = false;
                continue;
            }
            addPart(rings.x[first], rings.y[first]);
            double lastX = rings.x[first], lastY = rings.y[first];
            for (size_t i = first + 1; i < end; ++i) {
                const double x = rings.x[i], y = rings.y[i];
                if (i + 1 < end) {
                    if (std::abs(x - lastX) < m_sketch.resolution &&
                        std::abs(y - lastY) < m_sketch.resolution) {
                        m_sketch.exact = false;
                        continue;
                    }
                    // An edge that stays on one outer side of the box does not change what is in
                    // it.
                    if (m_request.box &&
                        (sides(*m_request.box, lastX, lastY) & sides(*m_request.box, x, y) &
                         sides(*m_request.box, rings.x[i + 1], rings.y[i + 1])) != 0)
                        continue;
                }
                addVertex(x, y);
                lastX = x;
                lastY = y;
            }
        }
        drawn.parts = static_cast<std::uint32_t>(m_sketch.begins.size()) - drawn.firstPart;
        if (drawn.parts > 0)
            m_sketch.features.push_back(drawn);
    }

    MapSketch& m_sketch;
    const SketchRequest& m_request;
    QRectF m_extent;
    std::vector<bool> m_dots;
    Box m_all;
    bool m_any = false;
};

} // namespace

std::uint32_t MapSketch::partEnd(std::uint32_t part) const
{
    return part + 1 < begins.size() ? begins[part + 1] : static_cast<std::uint32_t>(x.size());
}

std::optional<QRectF> MapSketch::boxOf(qint64 id) const
{
    for (const Feature& feature : features) {
        if (feature.id == id)
            return QRectF(QPointF(originX + double(feature.left), originY + double(feature.bottom)),
                          QPointF(originX + double(feature.right), originY + double(feature.top)));
    }
    return std::nullopt;
}

Result<MapSketchPtr> sketchLayer(gdal::LayerReader& reader, const gdal::Crs& crs,
                                 const SketchRequest& request, const CancelToken& cancel,
                                 const ProgressSink& progress)
{
    auto sketch = std::make_shared<MapSketch>();
    const gdal::LayerInfo& info = reader.info();
    const QRectF whole(QPointF(info.minX, info.minY), QPointF(info.maxX, info.maxY));
    const QRectF extent = request.box.value_or(request.extent.value_or(whole));
    sketch->box = request.box;
    sketch->resolution = request.resolution > 0 ? request.resolution
                                                : std::max(extent.width(), extent.height()) / cells;
    sketch->originX = extent.center().x();
    sketch->originY = extent.center().y();
    sketch->geographic = crs.isGeographic();
    sketch->metres = sketch->geographic ? metresPerDegree : crs.metresPerUnit();
    Sketcher sketcher(*sketch, request, extent);
    QElapsedTimer since;
    since.start();
    gdal::LayerFeature feature;
    const auto wanted = request.onlyMarked ? request.marked.size() : -1;
    while (true) {
        if (sketch->read % 256 == 0) {
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消读取图形。"));
            if (info.features > 0)
                tellProgress(progress, std::min(1.0, static_cast<double>(sketch->read) /
                                                         static_cast<double>(info.features)));
        }
        const Result<bool> more = reader.next(feature);
        if (!more)
            return more.error();
        if (!*more)
            break;
        ++sketch->read;
        if (request.prepare) {
            const Result<void> prepared = request.prepare(feature);
            if (!prepared)
                return prepared.error();
        }
        sketcher.add(feature);
        if (request.partly && since.elapsed() > partPause && !sketch->features.empty()) {
            sketch->bounds = whole;
            request.partly(std::make_shared<MapSketch>(*sketch));
            since.restart();
        }
        if (wanted >= 0 && static_cast<qsizetype>(sketch->features.size()) >= wanted)
            break;
    }
    sketch->bounds = sketcher.bounds();
    return MapSketchPtr(std::move(sketch));
}

QPointF MapView::toScreen(const QPointF& place) const
{
    return {size.width() / 2.0 + (place.x() - centre.x()) * stretch / scale,
            size.height() / 2.0 - (place.y() - centre.y()) / scale};
}

QPointF MapView::toMap(const QPointF& pixel) const
{
    return {centre.x() + (pixel.x() - size.width() / 2.0) * scale / stretch,
            centre.y() - (pixel.y() - size.height() / 2.0) * scale};
}

QRectF MapView::box() const
{
    return QRectF(toMap({0, static_cast<double>(size.height())}),
                  toMap({static_cast<double>(size.width()), 0}));
}

MapView MapView::of(const QRectF& box, bool geographic, QSize size)
{
    constexpr double margin = 1.08;
    MapView view;
    view.size = size;
    view.centre = box.center();
    if (geographic)
        view.stretch = std::max(0.05, std::cos(box.center().y() * 3.14159265358979 / 180));
    view.scale = std::max({box.width() * view.stretch / std::max(1, size.width()),
                           box.height() / std::max(1, size.height())}) *
                 margin;
    if (!(view.scale > 0))
        view.scale = geographic ? 1e-5 : 1; // a single point
    return view;
}

bool drawSketch(QImage& image, const MapSketch& sketch, const MapView& view, const MapInk& ink,
                const CancelToken& cancel)
{
    QPainter painter(&image);
    const double kx = view.stretch / view.scale, ky = -1 / view.scale;
    const double ox = view.size.width() / 2.0 + (sketch.originX - view.centre.x()) * kx;
    const double oy = view.size.height() / 2.0 + (sketch.originY - view.centre.y()) * ky;
    // Soft edges are for few features: with many they only cost time.
    painter.setRenderHint(QPainter::Antialiasing, sketch.features.size() < 20000);
    QPolygonF line;
    const auto fill = [&](std::uint32_t part) {
        line.clear();
        for (std::uint32_t i = sketch.begins[part]; i < sketch.partEnd(part); ++i)
            line.append({ox + double(sketch.x[i]) * kx, oy + double(sketch.y[i]) * ky});
    };
    const auto draw = [&](const MapSketch::Feature& feature) {
        const double left = ox + double(feature.left) * kx, right = ox + double(feature.right) * kx;
        const double top = oy + double(feature.top) * ky, bottom = oy + double(feature.bottom) * ky;
        const double reach = feature.marked ? 6 : 2;
        if (right < -reach || left > view.size.width() + reach || bottom < -reach ||
            top > view.size.height() + reach)
            return;
        const QColor edge = feature.marked ? ink.markedEdge : ink.edge;
        const QColor inside = feature.marked ? ink.marked : ink.fill;
        const double size = std::max(right - left, bottom - top);
        if (feature.shape == Shape::Points) {
            const double radius = feature.marked ? 4.5 : 2.5;
            painter.setPen(QPen(edge, 1));
            painter.setBrush(inside);
            for (std::uint32_t part = feature.firstPart; part < feature.firstPart + feature.parts;
                 ++part) {
                fill(part);
                for (const QPointF& point : std::as_const(line))
                    painter.drawEllipse(point, radius, radius);
            }
            return;
        }
        if (feature.marked && size < 8) {
            painter.setPen(QPen(edge, 1.4));
            painter.setBrush(inside);
            painter.drawEllipse(QPointF((left + right) / 2, (top + bottom) / 2), 4, 4);
            return;
        }
        if (size < 1.5) {
            painter.fillRect(
                QRectF(left, top, std::max(1.0, right - left), std::max(1.0, bottom - top)),
                feature.shape == Shape::Lines ? edge : inside);
            return;
        }
        if (feature.shape == Shape::Lines) {
            painter.setPen(QPen(edge, feature.marked ? ink.width + 1 : ink.width));
            for (std::uint32_t part = feature.firstPart; part < feature.firstPart + feature.parts;
                 ++part) {
                fill(part);
                painter.drawPolyline(line);
            }
            return;
        }
        // The edges of small ones would cover them.
        painter.setPen(size > 5 || feature.marked ? QPen(edge, ink.width) : QPen(Qt::NoPen));
        painter.setBrush(inside);
        if (feature.parts == 1) {
            fill(feature.firstPart);
            painter.drawPolygon(line);
            return;
        }
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (std::uint32_t part = feature.firstPart; part < feature.firstPart + feature.parts;
             ++part) {
            fill(part);
            path.addPolygon(line);
        }
        painter.drawPath(path);
    };
    // Marked ones last, so that none is hidden.
    for (const bool marked : {false, true}) {
        size_t number = 0;
        for (const MapSketch::Feature& feature : sketch.features) {
            if (++number % 1024 == 0 && cancel.isCancelled())
                return false;
            if (feature.marked == marked)
                draw(feature);
        }
    }
    return true;
}

} // namespace checkup::workspace
