#pragma once

#include "core/base/cancel.h"
#include "core/draw/map_picture.h"
#include "core/gdal/crs.h"
#include "core/project/year_data.h"
#include "core/spatial/areas.h"
#include "core/spatial/ground.h"
#include "core/spatial/recipe.h"

#include <cstdint>
#include <vector>

class QPolygonF;

namespace checkup::draw {

/// Features of a store by their places in it, rising.
using Features = std::vector<std::uint32_t>;

/// What a person can ask of a layer's features, besides where they are.
struct FeatureColumn
{
    /// catalogue::LayerColumn::key of a column that the layer's role has, "@FIELD" of any other
    /// field, areaColumn or lengthColumn.
    QString key;
    QString name; ///< "地类编码（DLBM）"; in the interface's language
};
/// Square metres on the ellipsoid, and metres on it, of the shape itself.
inline constexpr QLatin1StringView areaColumn("$area");
inline constexpr QLatin1StringView lengthColumn("$length");

/// Those of a layer, the role's first. Errors of LayerReader.
Result<QList<FeatureColumn>> featureColumns(const QString& projectPath,
                                            const project::Layer& layer);

/// Conditions that must all hold, as they are kept: "class^01|02", "$area>=5000" (see
/// spatial::conditionFrom). Invalid for what is none.
using Conditions = QList<spatial::Condition>;
QStringList textsOf(const Conditions& conditions);
Result<Conditions> conditionsFrom(const QStringList& texts);
/// "地类编码以 01、02 开头，且椭球面积不小于 5000 平方米"; empty for none. `role` names the
/// columns.
QString inWords(const Conditions& conditions, const QString& role);

/// Lengths and areas on the ellipsoid of CGCS2000 of what is drawn in a plane, edges straight in
/// the plane: spatial::AreaMeasure, and the plane's scale along each edge (Simpson). For one
/// thread.
class PlaneMeasure
{
public:
    /// For what lies about `extent`. Errors of AreaMeasure.
    static Result<PlaneMeasure> make(const gdal::Crs& plane, const spatial::Box& extent);

    double length(const QPolygonF& line) const; ///< m
    Result<double> length(const gdal::Rings& lines) const;
    Result<double> area(const QPolygonF& ring); ///< m²; closed or not
    Result<double> area(const gdal::Rings& rings);

private:
    PlaneMeasure(spatial::AreaMeasure areas, spatial::Ground ground)
        : m_areas(std::move(areas))
        , m_ground(std::move(ground))
    {}
    spatial::AreaMeasure m_areas;
    spatial::Ground m_ground;
};

/// Which of a loaded layer's features fulfil conditions, one number each, 0 or 1. Reads the layer's
/// columns again. Errors of spatial::openLayer; Invalid where the layer is no longer what was
/// loaded; Cancelled.
Result<std::vector<char>> takenBy(const QString& projectPath, const project::Layer& layer,
                                  const ShapeStore& shapes, const gdal::Crs& plane,
                                  const Conditions& conditions, int year,
                                  const CancelToken& cancel = {});
/// Those whose identifier, name or number has a text in it: fields that the role knows as such, and
/// any called like one (BSM, TBBH, …BH, …MC, NAME). Whole matches first; at most `most`.
Result<Features> featuresNamed(const QString& projectPath, const project::Layer& layer,
                               const ShapeStore& shapes, const QString& text, qsizetype most,
                               const CancelToken& cancel = {});
/// The layer with nothing but these features, however it is coloured.
MapLayer onlyTaken(const MapLayer& layer, const std::vector<char>& taken);

/// Features that share a place with an area of the plane (a line or point: lie in it, or cross its
/// edge). Hidden ones of the layer are left out.
Features meeting(const MapLayer& layer, const QPolygonF& area, const CancelToken& cancel = {});

/// A feature in a list: its number in the layer, its texts, its size on the ellipsoid.
struct ListedFeature
{
    std::uint32_t feature = 0;
    qint64 number = 0;
    QStringList texts; ///< by FeatureList::fields
    double size = 0;   ///< m² of polygons, m of lines, 0 of points
};
struct FeatureList
{
    QStringList fields;
    QList<ListedFeature> rows; ///< in the layer's order, at most as many as asked for
    qint64 features = 0;       ///< of all
    double size = 0;           ///< of all
};
/// `most` rows with all fields; counts and sums are of all features. Errors as of takenBy.
Result<FeatureList> listFeatures(const QString& projectPath, const project::Layer& layer,
                                 const ShapeStore& shapes, const gdal::Crs& plane,
                                 const Features& features, qsizetype most,
                                 const CancelToken& cancel = {});
/// The same features with their shapes in the plane and all fields, as a layer's file by the
/// suffix: .gpkg, .shp, .geojson, .csv (no shapes). Errors of LayerWriter besides.
Result<void> writeFeatures(const QString& path, const QString& projectPath,
                           const project::Layer& layer, const ShapeStore& shapes,
                           const gdal::Crs& plane, const Features& features,
                           const CancelToken& cancel = {});

} // namespace checkup::draw
