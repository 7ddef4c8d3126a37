#pragma once

#include "core/spatial/ring_check.h"
#include "core/spatial/ring_clip.h"
#include "core/spatial/zones.h"

#include <functional>

namespace checkup::spatial {

/// What of a polygon or a line lies in a leaf of a zone.
struct Piece
{
    int zone = 0;
    const gdal::Rings& rings; ///< until the callback returns
    bool whole = false;       ///< it is all of it, just as given; never a very large polygon
};

/// Cuts polygons, lines and points by zones. One for each thread; the zones must be built and
/// outlive it. To cut a piece further give it to another Cutter from within the callback.
class Cutter
{
public:
    explicit Cutter(const Zones& zones)
        : m_zones(zones)
    {}

    /// Called with each piece. An error ends the cutting and is handed back.
    using Use = std::function<Result<void>(const Piece&)>;

    /// A zone that reaches into the polygon may come several times, once for each of its leaves;
    /// these pieces do not overlap. An invalid polygon is made valid first, in place (crossed parts
    /// split, overlapping parts counted once), and shells are made to run counterclockwise.
    /// `feature` is for the sentence of Invalid: GEOS can do nothing with it.
    Result<void> polygon(qint64 feature, gdal::Rings& rings, const Use& use);
    /// Makes a polygon valid, and its shells counterclockwise, as polygon() does first.
    Result<void> mend(qint64 feature, gdal::Rings& rings);
    bool repaired() const { return m_repaired; } ///< the last polygon
    /// The same of a polygon that a Cutter has mended: it is not looked through again.
    Result<void> mended(qint64 feature, const gdal::Rings& rings, const Use& use);

    /// The same for lines: pieces are lines. What runs along a border belongs to one side alone.
    Result<void> lines(const gdal::Rings& parts, const Use& use);

    /// Called with each zone that holds the point; of two that share the edge it lies on, one.
    void point(double x, double y, const std::function<void(int zone)>& use) const;

private:
    Result<void> makeValid(qint64 feature, gdal::Rings& rings);
    /// A valid polygon.
    Result<void> cutUp(qint64 feature, const gdal::Rings& rings, const Use& use);
    Result<void> cut(qint64 feature, const gdal::Rings& rings, bool whole, const Use& use);
    /// What RingClip leaves, by GEOS.
    Result<void> intersect(qint64 feature, const gdal::Rings& rings, const Leaf& leaf,
                           const Use& use);
    void clipLines(const gdal::Rings& parts, const Leaf& leaf);

    const Zones& m_zones;
    Geos m_geos;
    Geos::Geometry m_geometry; ///< of the polygon at hand, when it was needed
    RingCheck m_check;
    RingClip m_clip;
    gdal::Rings m_piece;
    std::vector<double> m_crossings;
    bool m_repaired = false;
};

} // namespace checkup::spatial
