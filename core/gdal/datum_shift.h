#pragma once

#include "core/base/result.h"
#include "core/gdal/crs.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace checkup::gdal {

/// How coordinates of one datum become those of another, in the parameters that a survey office
/// hands over. Nothing of the kind is shipped: for China's old datums they are not public.
struct DatumShift
{
    enum class Model {
        /// X' = T + (1 + s) R X on geocentric coordinates, R turning the point (EPSG:9606):
        /// X' = dx + (1 + s)(X − rz Y + ry Z), and so on.
        PositionVector,
        /// The same with R turning the axes (EPSG:9607), as the Bursa model stands in Chinese
        /// rules: X' = dx + (1 + s)(X + rz Y − ry Z).
        CoordinateFrame,
        /// A similarity of the plane, x to the north and y to the east:
        /// x' = dx + (1 + s)(x cos r − y sin r), y' = dy + (1 + s)(x sin r + y cos r), r in `rz`.
        Plane
    };
    Model model = Model::PositionVector;
    double dx = 0, dy = 0, dz = 0; ///< m
    double rx = 0, ry = 0, rz = 0; ///< seconds of arc
    double scale = 0;              ///< s in parts per million
};

/// Coordinates of a system brought to another by such parameters, x being easting or longitude in
/// degrees as everywhere here. For one thread.
class ShiftedTransformation
{
public:
    /// `into` is on CGCS2000. `from` is not looked at for Plane, which needs `into` projected
    /// (BadUsage). Unsupported for systems that PROJ has no way for.
    static Result<ShiftedTransformation> make(const DatumShift& shift, const Crs& from,
                                              const Crs& into);

    /// In place. Invalid when a point lies outside what the systems can express.
    Result<void> apply(double* x, double* y, size_t count) const;

private:
    struct Destroy
    {
        void operator()(void* step) const;
    };
    using Step = std::unique_ptr<void, Destroy>;

    std::vector<Step> m_steps;
    bool m_plane = false;
    double m_cosine = 1, m_sine = 0, m_north = 0, m_east = 0; ///< scale included
};

/// The system on CGCS2000 that is like one on an old datum: the Gauss-Krüger zone with the same
/// meridian and the same false easting, longitude and latitude for those. NotFound when there is
/// none.
Result<Crs> likeOnCgcs2000(const Crs& old);

} // namespace checkup::gdal
