#pragma once

#include "core/gdal/layer_reader.h"
#include "core/spatial/areas.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

/// The geometry gate: what a layer's geometries are like when it comes in, and what was done to
/// them.
namespace checkup::spatial {

/// Degrees on CGCS2000.
struct Extent
{
    double west = 0, south = 0, east = 0, north = 0;

    bool isEmpty() const { return west >= east && south >= north; }
    bool contains(double longitude, double latitude, double margin = 0) const;
    /// The same with so many degrees more on every side.
    Extent widened(double margin) const
    {
        return {west - margin, south - margin, east + margin, north + margin};
    }
};

/// Degrees around the districts in which the city's sea lies, and what else LayerRole::beyond has:
/// some 100 km, beyond the inshore waters that are graded and leased.
inline constexpr double seaMargin = 1;

/// What can be wrong with a geometry.
enum class Flaw {
    SelfCrossing,
    RingTouchesItself,
    DuplicateRing,
    HoleOutside,
    NestedHoles,
    NestedShells,
    Disconnected,
    TooFewPoints,
    Unclosed,
    BadCoordinate,
    Null,
    Empty,
    Curve,
    Mixed,
    Other
};
QString key(Flaw);   ///< "self-crossing"
QString label(Flaw); ///< 自相交
/// From the words of GDAL and GEOS.
Flaw flawOf(const QString& words);

/// One feature that was not taken as it was.
struct GateRepair
{
    qint64 feature = 0; ///< its number in the source
    Flaw flaw = Flaw::Other;
    bool settled = true;          ///< false: it has no geometry now, only its attributes
    double before = 0, after = 0; ///< m² on the ellipsoid, by the rings as they were and are
};

/// What was done to a layer's coordinates when it came in; kept with the gate's report.
struct Moved
{
    QString transformation; ///< StatedTransformation::text; empty: none
    QString source;         ///< where the parameters come from
    QString from, into;     ///< names of the systems
    double metres = 0;      ///< by how much its middle moved; 0: not known

    bool isEmpty() const { return transformation.isEmpty(); }
};

/// What Layer::health keeps. Every feature comes in with its attributes; none is dropped.
struct GateReport
{
    qint64 features = 0;
    qint64 nulls = 0, empties = 0;
    qint64 repaired = 0;   ///< made valid
    qint64 unrepaired = 0; ///< without a geometry since it could not be made valid
    qint64 curves = 0;     ///< made straight
    qint64 heights = 0;    ///< whose Z or M was left out
    qint64 mixed = 0;      ///< whose lines or points beside polygons were left out
    qint64 misfits = 0;    ///< lines or points in a layer whose role wants polygons, and so on
    qint64 outside = 0;    ///< with their middle outside the city (and its sea, see seaMargin)
    double area = 0;       ///< m² of all polygons, as they are now
    double before = 0, after = 0; ///< m² of the repaired ones
    QMap<QString, qint64> counts; ///< by key(Flaw)
    QList<GateRepair> repairs;    ///< the first `listed` of them
    qint64 unlisted = 0;          ///< more of them
    Extent extent;                ///< of all that has one
    Moved moved;                  ///< how its coordinates were brought over
    QString content; ///< digest of the table that was written (project::contentKey); empty: none

    static constexpr qsizetype listed = 10000;

    /// m² that repairing added.
    double effect() const { return after - before; }
    QJsonObject toJson() const;
    /// Of a Layer::health; what is not there is zero.
    static GateReport fromJson(const QString& health);
};

/// Looks at one feature after another. For one thread.
class Gate
{
public:
    /// `wanted`: what the role's features are. `city`: where they should be.
    Gate(AreaMeasure measure, gdal::Transformation toGeodetic, gdal::Drawing wanted,
         const Extent& city);

    /// A polygon whose area cannot be computed (coordinates that its system does not have) loses
    /// its geometry and is listed.
    void look(gdal::LayerFeature& feature);
    GateReport report() const;

private:
    void note(const gdal::LayerFeature& feature, Flaw flaw, bool settled, double before,
              double after);
    void place(const gdal::Rings& rings);

    AreaMeasure m_measure;
    gdal::Transformation m_toGeodetic;
    gdal::Drawing m_wanted;
    Extent m_city;
    GateReport m_report;
    Sum m_area, m_before, m_after;
    double m_minX, m_minY, m_maxX, m_maxY;
};

} // namespace checkup::spatial
