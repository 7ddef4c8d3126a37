#pragma once

#include "core/base/result.h"
#include "core/gdal/crs.h"
#include "core/gdal/layer_reader.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <memory>

namespace checkup::gdal {

/// A layer that is to be written.
struct LayerPlan
{
    enum class Geometry {
        Polygon,
        MultiPolygon,
        Line,
        MultiLine,
        Point,
        MultiPoint,
        Any, ///< each feature says what it is
        None
    };
    QString name;
    Geometry geometry = Geometry::Polygon;
    std::optional<Crs> crs; ///< none: the file does not say
    QList<LayerField> fields;
    bool indexed = true; ///< GeoPackage and FlatGeobuf: with a spatial index
};

/// How files are written that leave it open.
struct WriteOptions
{
    /// A shapefile's texts: "UTF-8" or "GBK".
    QString encoding = QStringLiteral("UTF-8");
    bool codePageFile = true; ///< whether a shapefile gets its .cpg
};

/// Writes vector layers: GeoPackage (.gpkg, several layers), shapefile (.shp with its .shx, .dbf,
/// .prj and .cpg), FlatGeobuf (.fgb), GeoJSON (.geojson, .json), or tables (.csv, UTF-8 with mark).
/// The same layers give the same bytes: files hold no time of day. Everything is written beside the
/// target and put in its place by finish(), over what was there; without finish() nothing is left.
/// Belongs to the thread that made it.
class LayerWriter
{
public:
    /// The format is by the suffix. Errors: BadUsage for another suffix, ReadOnly, NotFound (no
    /// such folder), Io.
    static Result<LayerWriter> create(const QString& path, const WriteOptions& options = {});
    LayerWriter(LayerWriter&&) noexcept;
    LayerWriter& operator=(LayerWriter&&) noexcept;
    ~LayerWriter();

    /// Ends the layer before. BadUsage for a second one in a file that holds one.
    Result<void> start(const LayerPlan& plan);
    /// One feature: `rings` as LayerFeature has them (holes after the ring that they are cut out
    /// of; a layer of single parts takes the first), `values` in the order of the fields, invalid
    /// ones empty. DiskFull, Io, BadUsage (more values than fields; a feature without geometry for
    /// FlatGeobuf, which cannot hold it).
    Result<void> add(const Rings& rings, const QVariantList& values);
    /// The same for a layer of Any: what this one is.
    Result<void> add(const Rings& rings, const QVariantList& values, LayerPlan::Geometry geometry);
    /// Closes the file, reads back how many features it has and puts it in its place.
    Result<void> finish();

private:
    struct State;
    explicit LayerWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace checkup::gdal
