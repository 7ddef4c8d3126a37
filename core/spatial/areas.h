#pragma once

#include "core/gdal/layer_reader.h"

#include <cmath>
#include <optional>

namespace checkup::spatial {

/// Neumaier's compensated sum: millions of parcels add up to the last digit.
class Sum
{
public:
    void add(double term)
    {
        const double next = m_value + term;
        m_rest +=
            std::abs(m_value) >= std::abs(term) ? (m_value - next) + term : (term - next) + m_value;
        m_value = next;
    }
    double result() const { return m_value + m_rest; }

private:
    double m_value = 0, m_rest = 0;
};

/// The reference system that a layer is read in: the one given, else the one it states. BadUsage
/// when it states none.
Result<gdal::Crs> systemOf(const gdal::LayerInfo& layer, int epsg);

/// Measures polygons given in one layer's coordinates; edges are straight in those coordinates.
/// Areas of disjoint pieces add up to the area of the whole, however it was cut. For one thread.
///
/// Longitudes and latitudes: signedArea. Gauss-Krüger on CGCS2000 or WGS 84: the plane's area
/// element divided by the square of the projection's scale, integrated along the edges (Green), the
/// scale as 1 + u/2 + (1 + 4η²) u²/24 with u = x²/(MN) at the footpoint (Thomas, Conformal
/// Projections in Geodesy and Cartography, 1952); within 250 km of the central meridian both agree
/// to 1e-10. Other projections: edges cut into pieces of at most 100 m, brought to the ellipsoid,
/// signedArea.
///
/// The survey computes from the corners alone (see signedArea). Where a plane layer's edge of
/// length s runs east to west, the two differ by s³ tan B / 12 R: 0.006 m² for 100 m at 24.5° N,
/// which the neighbour on the other side gets.
class AreaMeasure
{
public:
    /// Invalid when the coordinates cannot be what the system says; errors of Transformation.
    static Result<AreaMeasure> make(const gdal::LayerInfo& layer, const gdal::Crs& crs);

    /// The system of plane areas: the layer's own, or for degrees the 3-degree zone of its middle.
    const gdal::Crs& planeCrs() const { return m_plane; }
    /// m²; holes are taken off, whichever way rings run.
    Result<double> plane(const gdal::Rings& rings);
    Result<double> ellipsoidal(const gdal::Rings& rings);

private:
    AreaMeasure(const gdal::Crs& crs, gdal::Transformation toGeodetic);

    gdal::Crs m_plane;
    bool m_geographic;
    gdal::Transformation m_toGeodetic;
    std::optional<gdal::Transformation> m_toPlane;
    std::optional<gdal::GaussKrueger> m_zone;
    gdal::Rings m_work;
};

/// The same rings with points put in, so that no edge is longer than `longest`.
void cutEdges(const gdal::Rings& from, double longest, gdal::Rings& to);

} // namespace checkup::spatial
