#pragma once

#include "tests/core/spatial/layer.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace test {

using Points = std::vector<std::pair<double, double>>;

inline QByteArray coordinates(const Points& points)
{
    QByteArray text;
    for (const auto& [x, y] : points)
        text += (text.isEmpty() ? "[" : ",[") + QByteArray::number(x, 'g', 17) + ',' +
                QByteArray::number(y, 'g', 17) + ']';
    return text;
}

/// A feature of a line, with properties as JSON.
inline QByteArray line(const Points& points, const QByteArray& properties = "{}")
{
    return R"({"type":"Feature","properties":)" + properties +
           R"(,"geometry":{"type":"LineString","coordinates":[)" + coordinates(points) + "]}}";
}

/// A feature of a point with the field "people".
inline QByteArray point(double x, double y, int people = 1)
{
    return R"({"type":"Feature","properties":{"people":)" + QByteArray::number(people) +
           R"(},"geometry":{"type":"Point","coordinates":)" + coordinates({{x, y}}) + "}}";
}

/// Many features, after one another.
inline QByteArray features(const std::vector<QByteArray>& all)
{
    QByteArray text;
    for (const QByteArray& one : all)
        text += (text.isEmpty() ? "" : ",") + one;
    return text;
}

} // namespace test
