#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

namespace checkup::spatial {

/// One of the two layers of an overlay.
struct OverlayLayer
{
    QString path;
    QString layer; ///< empty: the only one
    QString by;    ///< field to group by; empty: all in one
    int epsg = 0;  ///< where the layer states no reference system or a wrong one; 0: as stated
};

struct OverlayRequest
{
    OverlayLayer a;  ///< the many: parcels; streamed, never whole in memory
    OverlayLayer b;  ///< the few: control lines, districts; whole in memory
    int threads = 0; ///< at most; 0: as many as the machine has. The result is the same
};

/// What of A lies in B, for one pair of classes.
struct OverlayCell
{
    QString a, b;
    double area = 0;     ///< m², ellipsoidal on CGCS2000
    double plane = 0;    ///< m², in A's projection (for degrees: in the zone of A's middle)
    qint64 features = 0; ///< features of A that reach into B
};

struct OverlayReport
{
    QString planeCrs;
    qint64 features = 0;        ///< of A, with an area
    qint64 zones = 0;           ///< of B
    double area = 0, plane = 0; ///< sums of the cells
    QList<OverlayCell> cells;   ///< by a, then b
    qint64 repairedA = 0, repairedB = 0;
    qint64 withoutArea = 0;  ///< features of both that are no polygons, or empty
    bool inDatabase = false; ///< computed by PostGIS, see postgis_sql.h for what that changes

    /// Sorts the cells and adds them up.
    void close();
};

/// Areas of A inside B by classes of both. Polygons of B that lie over one another count each, as a
/// join would have it. Works in the plane of A (B is brought there), where edges are straight; the
/// pieces' areas are taken as in measureArea. A polygon of B is cut into leaves of at most 64
/// vertices, so that a parcel at its border meets a short piece of it, and a parcel that lies whole
/// in it is not cut at all. Sums are compensated and in A's order, whatever the threads. Two layers
/// of one PostGIS ("PG:…") are laid over one another there. Errors: those of measureArea.
Result<OverlayReport> overlay(const OverlayRequest& request, const CancelToken& cancel = {},
                              const ProgressSink& progress = {});

} // namespace checkup::spatial
