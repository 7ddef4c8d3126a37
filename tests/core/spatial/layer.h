#pragma once

#include "core/gdal/layer_reader.h"
#include "tests/support/catch.h"

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <utility>
#include <vector>

namespace test {

using Points = std::vector<std::pair<double, double>>;

/// One ring of a polygon, closed here.
inline checkup::gdal::Rings ring(const Points& points)
{
    checkup::gdal::Rings rings;
    rings.begins = {0};
    rings.holes = {0};
    for (size_t i = 0; i <= points.size(); ++i) {
        rings.x.push_back(points[i % points.size()].first);
        rings.y.push_back(points[i % points.size()].second);
    }
    return rings;
}

/// A GeoJSON file of features, gone at the end.
class Layer
{
public:
    explicit Layer(const QByteArray& features, int epsg = 4490)
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{"
                   "\"name\":\"urn:ogc:def:crs:EPSG::" +
                   QByteArray::number(epsg) + "\"}},\"features\":[" + features + "]}");
    }
    QString path() const { return m_folder.filePath(QStringLiteral("图斑.geojson")); }

private:
    QTemporaryDir m_folder;
};

/// A feature with the field "class"; rings as GeoJSON.
inline QByteArray polygon(const QByteArray& kind, const QByteArray& rings)
{
    return "{\"type\":\"Feature\",\"properties\":{\"class\":\"" + kind +
           "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + rings + "}}";
}

/// The same of one ring, closed here.
inline QByteArray polygon(const QByteArray& kind, const Points& points)
{
    QByteArray ring = "[[";
    for (size_t i = 0; i <= points.size(); ++i) {
        const auto& [x, y] = points[i % points.size()];
        ring += (i == 0 ? "[" : ",[") + QByteArray::number(x, 'g', 17) + ',' +
                QByteArray::number(y, 'g', 17) + ']';
    }
    return polygon(kind, ring + "]]");
}

} // namespace test
