#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/spatial/accessibility.h"

#include <QList>
#include <QString>

#include <vector>

namespace checkup::spatial {

struct CoverRequest
{
    CoverLayer roads;           ///< lines
    CoverLayer from;            ///< facilities: points, or polygons (entered along the outline)
    CoverLayer to;              ///< who is served: points, or polygons (by their middle)
    QList<CoverLayer> barriers; ///< lines or polygons that roads do not lead across
    QString weight;             ///< field of `to`, such as its population; empty: none
    TravelModel model;
    std::vector<double> bounds; ///< in the model's unit of cost, each a ring of its own
    bool circles = false; ///< also as the crow flies: as many metres, or minutes at model.speed
    double strip = 0;     ///< m beside reached roads that a service area takes in; 0: no areas
    int threads = 0;      ///< 0: all processors
};

/// What one bound covers.
struct CoverRing
{
    double bound = 0;
    qint64 covered = 0;
    double weight = 0;        ///< of the covered
    qint64 circleCovered = 0; ///< as the crow flies
    double circleWeight = 0;
    double roadMetres = 0;             ///< of roads within the bound
    std::vector<AreaTile> serviceArea; ///< in CoverReport::crs, when asked for
    double serviceSquareMetres = 0;    ///< on the ellipsoid
};

struct CoverReport
{
    gdal::Crs crs; ///< the plane that everything was computed in
    qint64 targets = 0;
    double weight = 0; ///< of all targets
    qint64 facilities = 0;
    qint64 unreachable = 0; ///< targets whose part of the network has no facility
    qint64 unsnapped = 0;   ///< targets with no road within the snap limit
    double unreachableWeight = 0, unsnappedWeight = 0;
    qint64 roads = 0, closedRoads = 0; ///< features; of them not to be used
    qint64 nodes = 0, edges = 0;
    double roadMetres = 0;
    QList<CoverRing> rings;                                       ///< as asked
    std::vector<Unsnapped> unsnappedTargets, unsnappedFacilities; ///< all of them
};

/// Who is within so many metres or minutes along roads. One search serves all facilities and
/// bounds. Ways run from the road place nearest to the facility to the one nearest to the target.
/// The same for any number of threads. Errors: those of LayerReader, systemOf, Roads::read and
/// strips(); BadUsage for a bound that is none, a weight that is no number; Cancelled.
Result<CoverReport> cover(const CoverRequest& request, const CancelToken& cancel = {},
                          const ProgressSink& progress = {});

/// The middle of a target in a plane: its point, or the centroid of its outline; none without a
/// shape.
struct Middle
{
    double x = 0, y = 0;
};
std::optional<Middle> middleOf(const gdal::LayerFeature& feature);

} // namespace checkup::spatial
