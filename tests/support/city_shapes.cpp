#include "tests/support/city_shapes.h"

namespace test {

using checkup::Result;
using checkup::gdal::Crs;
using checkup::gdal::Rings;
using checkup::gdal::Transformation;

namespace {

constexpr double a = 6378137.0;
constexpr double f = 1 / 298.257222101;
constexpr double e2 = f * (2 - f);
constexpr double degree = std::numbers::pi / 180;

/// The radii's product M N at a northing; latitude from the meridian arc's mean, which is enough.
double curvature(double northing)
{
    const double latitude = northing / 110'640.0 * degree;
    const double w2 = 1 - e2 * std::sin(latitude) * std::sin(latitude);
    return a * a * (1 - e2) / (w2 * w2);
}

double scale(double x, double y)
{
    const double u = (x - 500'000) * (x - 500'000) / curvature(y);
    return 1 + u / 2 + u * u / 24;
}

} // namespace

Result<Survey> Survey::make()
{
    auto plane = Crs::fromEpsg(4548);
    if (!plane)
        return plane.error();
    auto geodetic = Crs::fromEpsg(4490);
    if (!geodetic)
        return geodetic.error();
    auto transformation = Transformation::toGeodetic(*plane);
    if (!transformation)
        return transformation.error();
    return Survey(*std::move(plane), *std::move(geodetic), *std::move(transformation));
}

double Survey::area(const double* x, const double* y, size_t count) const
{
    constexpr double e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4;
    constexpr double A = 1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8;
    constexpr double B = 1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8;
    constexpr double C = 3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8;
    constexpr double D = 1.0 / 112 * e6 + 45.0 / 2304 * e8;
    constexpr double E = 5.0 / 2304 * e8;
    constexpr double b = a * (1 - f);
    std::vector<double> longitudes(x, x + count);
    std::vector<double> latitudes(y, y + count);
    if (!m_transformation.apply(longitudes.data(), latitudes.data(), count))
        return 0;
    const double meridian = longitudes[0];
    double sum = 0;
    for (size_t i = 0; i + 1 < count; ++i) {
        const double d = (latitudes[i + 1] - latitudes[i]) * degree;
        const double m = (latitudes[i + 1] + latitudes[i]) / 2 * degree;
        const double l = ((longitudes[i] + longitudes[i + 1]) / 2 - meridian) * degree;
        sum +=
            2 * b * b * l *
            (A * std::sin(d / 2) * std::cos(m) - B * std::sin(3 * d / 2) * std::cos(3 * m) +
             C * std::sin(5 * d / 2) * std::cos(5 * m) - D * std::sin(7 * d / 2) * std::cos(7 * m) +
             E * std::sin(9 * d / 2) * std::cos(9 * m));
    }
    return std::abs(sum);
}

double Survey::area(const Rings& rings) const
{
    double sum = 0;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        const size_t begin = rings.begins[ring];
        const double size = area(&rings.x[begin], &rings.y[begin], rings.end(ring) - begin);
        sum += rings.holes[ring] ? -size : size;
    }
    return sum;
}

double Survey::length(const double* x, const double* y, size_t count) const
{
    double sum = 0;
    for (size_t i = 0; i + 1 < count; ++i) {
        const double middle = scale((x[i] + x[i + 1]) / 2, (y[i] + y[i + 1]) / 2);
        sum += std::hypot(x[i + 1] - x[i], y[i + 1] - y[i]) *
               (1 / scale(x[i], y[i]) + 4 / middle + 1 / scale(x[i + 1], y[i + 1])) / 6;
    }
    return sum;
}

double Survey::areaScale(double x, double y)
{
    return scale(x, y) * scale(x, y);
}

void Survey::toGeodetic(double& x, double& y) const
{
    (void)m_transformation.apply(&x, &y, 1);
}

void addRing(Rings& rings, const std::vector<double>& x, const std::vector<double>& y, bool hole)
{
    rings.begins.push_back(rings.x.size());
    rings.holes.push_back(hole ? 1 : 0);
    rings.x.insert(rings.x.end(), x.begin(), x.end());
    rings.y.insert(rings.y.end(), y.begin(), y.end());
    if (x.front() != x.back() || y.front() != y.back()) {
        rings.x.push_back(x.front());
        rings.y.push_back(y.front());
    }
}

Rings pointAt(double x, double y)
{
    Rings rings;
    rings.x = {x};
    rings.y = {y};
    rings.begins = {0};
    rings.holes = {0};
    return rings;
}

Rings rectangle(double minX, double minY, double maxX, double maxY)
{
    Rings rings;
    addRing(rings, {minX, maxX, maxX, minX}, {minY, minY, maxY, maxY});
    return rings;
}

void addLine(Rings& rings, const std::vector<double>& x, const std::vector<double>& y)
{
    rings.begins.push_back(rings.x.size());
    rings.holes.push_back(0);
    rings.x.insert(rings.x.end(), x.begin(), x.end());
    rings.y.insert(rings.y.end(), y.begin(), y.end());
}

} // namespace test
