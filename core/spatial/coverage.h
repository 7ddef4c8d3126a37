#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

#include <vector>

namespace checkup::spatial {

/// A layer of a coverage question.
struct CoverLayer
{
    QString path;
    QString layer; ///< empty: the only one
    int epsg = 0;  ///< where the layer states no reference system or a wrong one; 0: as stated
};

struct CoverRequest
{
    CoverLayer roads;           ///< lines
    CoverLayer from;            ///< facilities: points, or polygons (entered at any corner)
    CoverLayer to;              ///< who is served: points, or polygons (by their middle)
    QString weight;             ///< field of `to`, such as its population; empty: none
    std::vector<double> metres; ///< how far along the network, each a ring of its own
    double snap = 500;          ///< m from a point to its road at most; this leg is not counted
    bool circles = false;       ///< also as the crow flies, for comparison
};

/// What one distance covers.
struct CoverRing
{
    double metres = 0;
    qint64 covered = 0;
    double weight = 0;        ///< of the covered
    qint64 circleCovered = 0; ///< as the crow flies
    double circleWeight = 0;
};

struct CoverReport
{
    QString crs; ///< the plane that distances are taken in
    qint64 targets = 0;
    double weight = 0; ///< of all targets
    qint64 facilities = 0, facilitiesUnsnapped = 0;
    qint64 unreachable = 0; ///< targets whose part of the network has no facility
    qint64 unsnapped = 0;   ///< targets with no road within `snap`
    double unreachableWeight = 0, unsnappedWeight = 0;
    qint64 nodes = 0, edges = 0;
    double roadMetres = 0;
    QList<CoverRing> rings;     ///< as asked
    QList<qint64> unsnappedIds; ///< the first thousand of them
};

/// Who is within so many metres of walking. Distances run along the roads in the plane of the roads
/// (for degrees: in the 3-degree Gauss-Krüger zone of their middle), both ways on every road, from
/// the road place nearest to the facility to the one nearest to the target. One search serves all
/// facilities and distances. Errors: those of LayerReader and Transformation; BadUsage for a
/// distance that is none, a layer without lines or points, a weight that is no number.
Result<CoverReport> cover(const CoverRequest& request, const CancelToken& cancel = {},
                          const ProgressSink& progress = {});

} // namespace checkup::spatial
