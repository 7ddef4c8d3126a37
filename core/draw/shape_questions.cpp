#include "core/draw/shape_questions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace checkup::draw {

ShapeQuestions::ShapeQuestions(const ShapeStore& shapes)
    : m_shapes(shapes)
    , m_view(shapes.at({0, 0}, unit))
{}

gdal::Rings ShapeQuestions::parts(std::size_t feature) const
{
    gdal::Rings rings;
    for (std::uint32_t part = m_view.firstPart(feature); part < m_view.endPart(feature); ++part) {
        const std::size_t begin = rings.x.size();
        double turned = 0;
        for (std::uint32_t i = m_view.firstVertex(part); i < m_view.endVertex(part); ++i) {
            rings.x.push_back(x(i));
            rings.y.push_back(y(i));
        }
        if (m_shapes.kind() == ShapeStore::Kind::Polygons && rings.x.size() > begin) {
            rings.x.push_back(rings.x[begin]);
            rings.y.push_back(rings.y[begin]);
            for (std::size_t i = begin; i + 1 < rings.x.size(); ++i)
                turned += (rings.x[i] - rings.x[begin]) * (rings.y[i + 1] - rings.y[begin]) -
                          (rings.x[i + 1] - rings.x[begin]) * (rings.y[i] - rings.y[begin]);
        }
        rings.begins.push_back(begin);
        rings.holes.push_back(turned < 0 ? 1 : 0); // holes turn right in a store
    }
    return rings;
}

template <class Use>
void ShapeQuestions::eachEdge(std::size_t feature, Use use) const
{
    m_view.eachEdge(feature, [&](std::uint32_t from, std::uint32_t to) {
        use(x(from), y(from), x(to), y(to));
    });
}

double ShapeQuestions::area(std::size_t feature) const
{
    const spatial::Box& box = m_shapes.box(feature);
    double twice = 0;
    eachEdge(feature, [&](double x0, double y0, double x1, double y1) {
        twice += (x0 - box.minX) * (y1 - box.minY) - (x1 - box.minX) * (y0 - box.minY);
    });
    return twice / 2;
}

QList<QPointF> ShapeQuestions::places(std::size_t feature) const
{
    QList<QPointF> found;
    const std::uint32_t first = m_view.firstPart(feature);
    const std::uint32_t end = m_view.endPart(feature);
    if (m_shapes.kind() == ShapeStore::Kind::Points) {
        for (std::uint32_t i = m_view.firstVertex(first); i < m_view.firstVertex(end); ++i)
            found << QPointF(x(i), y(i));
        return found;
    }
    if (m_shapes.kind() == ShapeStore::Kind::Lines) {
        for (std::uint32_t part = first; part < end; ++part) {
            const std::uint32_t begin = m_view.firstVertex(part);
            const std::uint32_t count = m_view.endVertex(part) - begin;
            const std::uint32_t a = begin + (count - 1) / 2;
            const std::uint32_t b = begin + count / 2;
            found << QPointF((x(a) + x(b)) / 2, (y(a) + y(b)) / 2);
        }
        return found;
    }
    const spatial::Box& box = m_shapes.box(feature);
    for (const double share : {0.5, 0.25, 0.75}) {
        const double level = box.minY + (box.maxY - box.minY) * share;
        std::vector<double> crossings;
        eachEdge(feature, [&](double x0, double y0, double x1, double y1) {
            if ((y0 < level) != (y1 < level))
                crossings.push_back(x0 + (x1 - x0) * (level - y0) / (y1 - y0));
        });
        std::sort(crossings.begin(), crossings.end());
        double widest = 0;
        QPointF middle;
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            if (crossings[i + 1] - crossings[i] > widest) {
                widest = crossings[i + 1] - crossings[i];
                middle = {(crossings[i] + crossings[i + 1]) / 2, level};
            }
        }
        if (widest > 0)
            found << middle;
    }
    return found;
}

} // namespace checkup::draw
