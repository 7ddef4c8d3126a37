#include "core/spatial/ellipsoid.h"

#include <array>
#include <cmath>
#include <numbers>

namespace checkup::spatial {

namespace {

constexpr double flattening = 1 / inverseFlattening;
constexpr double e2 = flattening * (2 - flattening);
constexpr double e4 = e2 * e2;
constexpr double e6 = e4 * e2;
constexpr double e8 = e4 * e4;
constexpr double b = semiMajorAxis * (1 - flattening);

/// A, -B, C, -D, E of the survey's formula: the area between the equator and latitude B, for a
/// radian of longitude, is b² Σ c_i sin((2i+1) B).
constexpr std::array coefficients{
    1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8,
    -(1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8),
    3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8, -(1.0 / 112 * e6 + 45.0 / 2304 * e8),
    5.0 / 2304 * e8};

/// (sin z - z cos z) / z³, which is 1/3 at zero.
double remainder(double z)
{
    if (std::abs(z) < 0.02) {
        const double z2 = z * z;
        return 1.0 / 3 - z2 / 30 + z2 * z2 / 840;
    }
    return (std::sin(z) - z * std::cos(z)) / (z * z * z);
}

/// Area between an edge and the meridian from which `meanLongitude` counts, in units of b².
double trapezoid(double meanLongitude, double longitudes, double lower, double upper)
{
    const double half = (upper - lower) / 2;
    if (half == 0)
        return 0;
    const double middle = (lower + upper) / 2;
    double area = 0;
    for (size_t i = 0; i < coefficients.size(); ++i) {
        const double k = static_cast<double>(2 * i + 1);
        const double flat = 2 * std::sin(k * half) * std::cos(k * middle);
        const double slope = k * k * half * half * std::sin(k * middle) * remainder(k * half);
        area += coefficients[i] * (meanLongitude * flat - longitudes * slope);
    }
    return area;
}

} // namespace

double signedArea(const double* longitudes, const double* latitudes, size_t count)
{
    constexpr double radian = std::numbers::pi / 180;
    double sum = 0;
    double rest = 0;
    for (size_t i = 0; i + 1 < count; ++i) {
        // Longitudes count from the ring's first point, so that a small ring is a sum of small
        // numbers, and a ring across 180° is whole.
        const double west = std::remainder(longitudes[i] - longitudes[0], 360.0) * radian;
        const double step = std::remainder(longitudes[i + 1] - longitudes[i], 360.0) * radian;
        const double term =
            trapezoid(west + step / 2, step, latitudes[i] * radian, latitudes[i + 1] * radian);
        // Neumaier's sum: the terms of a ring cancel to a small part of themselves.
        const double next = sum + term;
        rest += std::abs(sum) >= std::abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }
    return (sum + rest) * b * b;
}

} // namespace checkup::spatial
