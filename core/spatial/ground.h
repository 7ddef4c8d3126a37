#pragma once

#include "core/gdal/layer_reader.h"

#include <vector>

namespace checkup::spatial {

/// What the scale of a Gauss-Krüger projection needs at a northing.
struct Curvature
{
    double inverse = 0; ///< 1 / (M N), 1/m²
    double eta2 = 0;    ///< e'² cos² of the footpoint
};

/// At a true northing (m from the equator, without false northing and scale).
Curvature curvatureAt(double northing);

/// Where lengths are taken.
enum class Distances {
    Ellipsoid, ///< on the ground
    Plane      ///< as drawn: longer than the ground by the projection's scale
};

/// The metric plane that distances are taken in. For the ellipsoid a Gauss-Krüger plane: the
/// layer's own, or the 3-degree zone of its middle. For the plane any metric one that the layer
/// has. Errors of Transformation.
Result<gdal::Crs> planeOf(const gdal::LayerInfo& layer, const gdal::Crs& crs, Distances distances);

/// How long on the ground what is drawn in a plane is.
class Ground
{
public:
    /// As long as drawn.
    Ground() = default;
    /// On the ellipsoid, if the plane is Gauss-Krüger; northings from `south` to `north` are
    /// expected. Scale 1 + u/2 + (1 + 4η²) u²/24, u = x²/(MN) at the footpoint (Thomas, Conformal
    /// Projections in Geodesy and Cartography, 1952).
    Ground(const gdal::Crs& plane, double south, double north);

    /// Length as drawn by length on the ground, at a place.
    double scaleAt(double x, double y) const;

private:
    gdal::GaussKrueger m_zone;
    double m_south = 0;
    std::vector<Curvature> m_curvatures; ///< every kilometre northwards; empty: as drawn
};

} // namespace checkup::spatial
