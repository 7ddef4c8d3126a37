#pragma once

#include "core/base/cancel.h"
#include "core/gdal/layer_reader.h"

#include <geos_c.h>

#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace checkup::spatial {

/// What to tell of a feature that GEOS can do nothing with, its coordinates where these are the
/// reason. Invalid.
Error unusable(qint64 feature, const gdal::Rings& rings);

/// While it lives, GEOS gives up on this thread once the token is set, and what it was asked for
/// is null: whoever finds null looks at the token first. Unions of thousands of polygons take
/// longer than people wait.
class Interruptible
{
public:
    explicit Interruptible(const CancelToken& cancel);
    ~Interruptible();
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    const CancelToken* m_before;
};

/// GEOS for one thread. What it made must not outlive it.
class Geos
{
public:
    Geos()
        : m_handle(GEOS_init_r())
    {}

    struct Destroy
    {
        GEOSContextHandle_t handle = nullptr;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    GEOSContextHandle_t handle() const { return m_handle.get(); }

    /// A polygon or multipolygon; holes follow the ring that they are cut out of. Null when GEOS
    /// refuses.
    Geometry fromRings(const gdal::Rings& rings) const;
    /// Lines, and points where a part has one vertex; holes are not looked at. Null when GEOS
    /// refuses.
    Geometry linesOf(const gdal::Rings& parts) const;
    /// The places within a distance, with so many corners in a quarter of a circle, or null.
    Geometry buffer(const GEOSGeometry* geometry, double distance, int quarter) const;
    /// Polygons at any depth; lines and points have no area and are left out.
    void toRings(const GEOSGeometry* geometry, gdal::Rings& rings) const;
    /// The part inside a rectangle, or null.
    Geometry clip(const GEOSGeometry* geometry, double minX, double minY, double maxX,
                  double maxY) const;
    bool isEmpty(const GEOSGeometry* geometry) const;
    bool isValid(const GEOSGeometry* geometry) const;
    /// Crossed polygons split, overlapping parts counted once; null when GEOS refuses.
    Geometry madeValid(const GEOSGeometry* geometry) const;
    Geometry intersection(const GEOSGeometry* a, const GEOSGeometry* b) const;
    /// Whether their insides meet, or GEOS cannot tell: touching is not enough.
    bool overlap(const GEOSGeometry* a, const GEOSGeometry* b) const;
    /// Of polygons that may lie over one another; null when GEOS refuses.
    Geometry united(const std::vector<const gdal::Rings*>& polygons) const;
    Geometry difference(const GEOSGeometry* a, const GEOSGeometry* b) const;
    /// Calls `use` with each polygon, at any depth, and a point inside it. False when GEOS refuses.
    bool eachPolygon(const GEOSGeometry* geometry,
                     const std::function<void(const GEOSGeometry*, double x, double y)>& use) const;

private:
    Geometry own(GEOSGeometry* geometry) const { return {geometry, Destroy{m_handle.get()}}; }
    void addRing(const GEOSGeometry* ring, bool hole, gdal::Rings& rings) const;

    struct Finish
    {
        void operator()(GEOSContextHandle_t handle) const { GEOS_finish_r(handle); }
    };
    std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, Finish> m_handle;
};

} // namespace checkup::spatial
