#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QList>
#include <QMap>
#include <QString>

namespace checkup::spatial {

/// How the areas of a layer are asked for.
struct AreaRequest
{
    QString path;
    QString layer; ///< empty: the only one
    QString by;    ///< field to group by; empty: the total only
    int epsg = 0;  ///< the layer's system where it states none or a wrong one; 0: as stated
};

/// Both areas of the same polygons, in m².
struct Areas
{
    qint64 features = 0; ///< with an area
    double ellipsoidal = 0;
    double plane = 0;
};

/// A polygon that had to be made valid first, and what that did to its plane area.
struct Repair
{
    qint64 feature = 0;
    QString fault;                ///< GEOS's words, with the place
    double before = 0, after = 0; ///< m², by the rings as they were and as they are
};

struct AreaReport
{
    QString file, layer;
    QString crs;      ///< the system the layer was read in
    QString planeCrs; ///< the system of the plane areas
    Areas total;
    QMap<QString, Areas> groups;               ///< by the field's text; empty text for none
    qint64 nulls = 0, empties = 0, others = 0; ///< features without an area
    QList<Repair> repairs;
    bool inDatabase = false; ///< computed by PostGIS, see postgis_sql.h for what that changes
};

/// Areas of a layer's polygons, ellipsoidal on CGCS2000 and plane, as AreaMeasure takes them. Reads
/// one feature at a time; sums are compensated, in the layer's order. A layer in PostGIS ("PG:…")
/// is computed there. Errors: those of LayerReader, systemOf and AreaMeasure.
Result<AreaReport> measureArea(const AreaRequest& request, const CancelToken& cancel = {},
                               const ProgressSink& progress = {});

} // namespace checkup::spatial
