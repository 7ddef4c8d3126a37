#pragma once

#include "core/base/cancel.h"
#include "core/spatial/leaves.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace checkup::spatial {

/// What becomes of polygons of one name that lie over one another.
enum class Overlaps {
    Keep,     ///< each is a zone of its own: a place in both counts twice, as in a join
    CountOnce ///< they are united first: a place in both counts once
};

/// The few of an overlay: control lines, districts, buffers. Filled in one thread, built once, then
/// read by any number of Cutters.
class Zones
{
public:
    /// Which features of a layer become zones, and the name that they are grouped by; none: it is
    /// left out.
    using Naming = std::function<std::optional<QString>(const gdal::LayerFeature&)>;
    struct Reading
    {
        qint64 taken = 0;
        qint64 withoutArea = 0; ///< of the features with a name: no polygons, or empty
    };

    /// Adds a layer's polygons, brought from `crs` to `target`, the system of what is to be cut.
    /// The reader should keep faults: build mends them, in all threads. Errors: those of
    /// LayerReader and Bridge, Cancelled.
    Result<Reading> read(gdal::LayerReader& reader, const gdal::Crs& crs, const gdal::Crs& target,
                         const Naming& naming, const CancelToken& cancel = {});
    /// Adds one polygon in the target's coordinates, valid or not; the zone's number until built.
    /// `feature` is for error sentences.
    int add(gdal::Rings rings, const QString& name, qint64 feature = 0);

    /// Call once, after the last zone; in as many threads as the arena has that it is called in.
    /// With CountOnce zones get new numbers, in the order of their first polygons. Invalid: a
    /// polygon that GEOS can neither mend nor cut; Cancelled.
    Result<void> build(Overlaps overlaps = Overlaps::Keep, const CancelToken& cancel = {});

    /// Polygons that had to be made valid; complete once built.
    qint64 repaired() const { return m_repaired; }
    size_t size() const { return m_classes.size(); }
    /// Zones of one name have the same class; classes are numbered in the order they first came.
    int classOf(int zone) const { return m_classes[static_cast<size_t>(zone)]; }
    const QString& className(int number) const { return m_names.at(number); }
    int classes() const { return static_cast<int>(m_names.size()); }
    const QString& name(int zone) const { return m_names.at(classOf(zone)); }
    /// The layer's number of its first polygon.
    qint64 feature(int zone) const { return m_features[static_cast<size_t>(zone)]; }
    const Leaves& leaves() const { return m_leaves; }

private:
    Result<void> unite(const CancelToken& cancel);

    std::vector<gdal::Rings> m_polygons; ///< until they are cut
    std::vector<int> m_classes;          ///< of each zone
    std::vector<qint64> m_features;
    QStringList m_names;
    qint64 m_repaired = 0;
    QHash<QString, int> m_numbers;
    Leaves m_leaves;
};

} // namespace checkup::spatial
