#pragma once

#include "core/gdal/crs.h"
#include "core/gdal/layer_reader.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace test {

/// Random numbers that are the same everywhere (the library's distributions are not laid down).
class Dice
{
public:
    explicit Dice(quint64 seed, quint64 stream)
        : m_engine(seed * 1'000'003 + stream)
    {}
    double unit() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }
    double in(double low, double high) { return low + (high - low) * unit(); }
    size_t below(size_t count) { return static_cast<size_t>(unit() * static_cast<double>(count)); }
    template <class List>
    void shuffle(List& list)
    {
        for (size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[below(i)]);
    }

private:
    std::mt19937_64 m_engine;
};

/// A smooth random surface between 0 and 1.
class Noise
{
public:
    Noise(quint64 seed, quint64 stream, double longest, int waves = 24)
    {
        Dice dice(seed, stream);
        for (int i = 0; i < waves; ++i) {
            const double k = dice.in(1, 8) * 2 * std::numbers::pi / longest;
            const double angle = dice.in(0, 2 * std::numbers::pi);
            m_waves.push_back(
                {k * std::cos(angle), k * std::sin(angle), dice.in(0, 2 * std::numbers::pi)});
        }
    }
    double at(double x, double y) const
    {
        double sum = 0;
        for (const Wave& wave : m_waves)
            sum += std::cos(wave.kx * x + wave.ky * y + wave.phase);
        return 0.5 + 0.5 * std::tanh(sum / std::sqrt(static_cast<double>(m_waves.size())));
    }

private:
    struct Wave
    {
        double kx, ky, phase;
    };
    std::vector<Wave> m_waves;
};

/// Ring sizes as the survey takes them, on CGCS2000, of coordinates in EPSG:4548. Nothing of
/// core/spatial is used: it is what that is held against.
class Survey
{
public:
    static checkup::Result<Survey> make();

    /// m²; holes are taken off. 规程: trapezoids between each edge and a meridian.
    double area(const checkup::gdal::Rings& rings) const;
    double area(const double* x, const double* y,
                size_t count) const; ///< one closed ring, positive
    /// m along a line: the plane's length divided by the scale, by Simpson along each edge.
    double length(const double* x, const double* y, size_t count) const;
    /// Plane square metres per square metre of the ellipsoid at a place.
    static double areaScale(double x, double y);
    void toGeodetic(double& x, double& y) const;
    const checkup::gdal::Crs& plane() const { return m_plane; }
    const checkup::gdal::Crs& geodetic() const { return m_geodetic; }

private:
    Survey(checkup::gdal::Crs plane, checkup::gdal::Crs geodetic,
           checkup::gdal::Transformation transformation)
        : m_plane(std::move(plane))
        , m_geodetic(std::move(geodetic))
        , m_transformation(std::move(transformation))
    {}

    checkup::gdal::Crs m_plane, m_geodetic;
    checkup::gdal::Transformation m_transformation;
};

/// Appends a closed ring.
void addRing(checkup::gdal::Rings& rings, const std::vector<double>& x,
             const std::vector<double>& y, bool hole = false);
checkup::gdal::Rings pointAt(double x, double y);
checkup::gdal::Rings rectangle(double minX, double minY, double maxX, double maxY);
/// A line; also for lines of several parts one call after the other.
void addLine(checkup::gdal::Rings& rings, const std::vector<double>& x,
             const std::vector<double>& y);

} // namespace test
