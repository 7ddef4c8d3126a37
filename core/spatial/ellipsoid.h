#pragma once

#include <cstddef>

namespace checkup::spatial {

/// The ellipsoid of CGCS2000 (GB 22021).
inline constexpr double semiMajorAxis = 6378137.0; ///< m
inline constexpr double inverseFlattening = 298.257222101;

/// Area in m², on the CGCS2000 ellipsoid, inside a closed ring given by longitudes and latitudes in
/// degrees (the last point repeats the first); counterclockwise rings are positive. Edges are
/// straight in longitude and latitude.
///
/// This is the survey's formula (第三次全国国土调查技术规程, the area of the trapezoid between an
/// edge and a reference meridian), with one term more: the formula gives an edge the mean of its
/// two longitudes, which is what remains when edges are cut ever shorter; the term is the rest of
/// the integral, so that a long edge gives at once what the formula gives for it cut into many. For
/// a parcel's edge of 100 m it is below 1e-11 of the area.
double signedArea(const double* longitudes, const double* latitudes, size_t count);

} // namespace checkup::spatial
