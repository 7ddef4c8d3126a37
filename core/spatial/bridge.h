#pragma once

#include "core/gdal/crs.h"
#include "core/gdal/layer_reader.h"

#include <optional>

namespace checkup::spatial {

/// Brings coordinates of one layer into another's system. For one thread.
class Bridge
{
public:
    /// Errors of Transformation.
    static Result<Bridge> make(const gdal::Crs& from, const gdal::Crs& to);

    /// Vertices alone.
    Result<void> move(gdal::Rings& parts) const;
    /// With points put in every 100 m first: an edge that is straight in one plane is not in the
    /// other, short ones are nearly.
    Result<void> moveEdges(gdal::Rings& parts);

private:
    std::optional<gdal::Transformation> m_up, m_down;
    double m_longest = 0;
    gdal::Rings m_work;
};

} // namespace checkup::spatial
