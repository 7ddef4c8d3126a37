#pragma once

#include "core/gdal/crs.h"
#include "core/spatial/measure_area.h"
#include "core/spatial/overlay.h"

#include <QString>
#include <QStringList>

namespace checkup::gdal {
class Database;
}

namespace checkup::spatial {

/// A table with polygons in PostGIS, as SQL needs it. Names and texts are the database's own; they
/// are quoted here.
struct PostgisTable
{
    QString schema, table;
    QString geometry; ///< column
    QString key;      ///< column that tells rows apart; empty: the row's place
    QString by;       ///< column to group by; empty: all in one
    int srid = 0;     ///< as stored
    int epsg = 0;     ///< what the coordinates are, where that is not `srid`; 0: it is
    bool geographic = false;
};

/// SQL that computes as measureArea and overlay do, for tables too large to be read. All columns
/// are texts, numbers in full; sums are exact decimals, so that they do not depend on how many
/// processes take part.
///
/// What differs from a computation on files: PostGIS takes areas on the ellipsoid of EPSG:4490
/// (CGCS2000) with edges that are geodesics between the corners, we take edges straight in the
/// layer's own coordinates. For an edge of length s from east to west that is a strip of
/// s³ tan B / 12 R (and for a layer in degrees nearly as much), which the neighbour gets. Edges are
/// therefore cut to at most 50 m first: what is left is 0.0008 m² for 50 m at 24.5° N, 0.015 m² for
/// a kilometre. Curves are made straight by PostGIS's rule, invalid polygons made valid by
/// ST_MakeValid.
///
/// Parts of such SQL: the stored shape, straight, without Z, in the system that it is said to be
/// in; a shape's polygons, made valid where they are not; areas in m².
QString postgisShape(const PostgisTable& table, const QString& alias);
QString postgisValid(const QString& shape);
QString postgisEllipsoidal(const QString& shape, bool geographic);
QString postgisPlane(const QString& shape, int planeSrid);
/// "schema"."table".
QString postgisPlace(const PostgisTable& table);

/// By group: its text, features, ellipsoidal m², plane m² in `planeSrid` (0: in the table's own).
QString postgisAreaSql(const PostgisTable& table, int planeSrid);
/// One row: features without geometry, with an empty one, with one that is no polygon, polygons.
QString postgisShapesSql(const PostgisTable& table);
/// Invalid polygons: key, fault, plane m² before and after, as in postgisAreaSql.
QString postgisFaultsSql(const PostgisTable& table, int planeSrid);
/// By both groups: their texts, features of `a` that reach into `b`, ellipsoidal and plane m².
/// Polygons of `b` are brought to a's system with points every 100 m and cut to at most 128
/// vertices; a spatial index of `a` is used.
QString postgisOverlaySql(const PostgisTable& a, const PostgisTable& b, int planeSrid);

/// A layer of a database as SQL needs it.
struct PostgisLayer
{
    PostgisTable table;
    gdal::Crs crs;
    QStringList columns, types; ///< types as format_type has them
    QStringList system; ///< as stored: authority, its code, well-known text; empty: not known
};
/// By its name ("table", "schema.table", "table(column)"), its reference system not looked at.
/// BadUsage when there is none of the name.
Result<PostgisLayer> findPostgisTable(gdal::Database& database, const QString& layer);
/// `epsg`: what its coordinates are; 0: as stored. BadUsage, and those of Crs and Transformation.
Result<PostgisLayer> findPostgisLayer(gdal::Database& database, const QString& layer, int epsg);

/// measureArea for a layer in PostGIS (request.path is "PG:…").
Result<AreaReport> measureAreaInPostgis(const AreaRequest& request, const CancelToken& cancel);
/// overlay for two layers of the same database. BadUsage when they are not.
Result<OverlayReport> overlayInPostgis(const OverlayRequest& request, const CancelToken& cancel);

} // namespace checkup::spatial
