#include "core/spatial/measure_area.h"

#include "core/gdal/layer_reader.h"
#include "core/gdal/database.h"
#include "core/spatial/areas.h"
#include "core/spatial/geos.h"
#include "core/spatial/postgis_sql.h"

#include <QCoreApplication>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Crs;
using gdal::LayerFeature;
using gdal::LayerReader;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

struct Tally
{
    qint64 features = 0;
    Sum ellipsoidal, plane;

    Areas result() const { return {features, ellipsoidal.result(), plane.result()}; }
};

} // namespace

Result<AreaReport> measureArea(const AreaRequest& request, const CancelToken& cancel,
                               const ProgressSink& progress)
{
    if (gdal::Database::isConnection(request.path))
        return measureAreaInPostgis(request, cancel);
    auto reader = LayerReader::open(request.path, request.layer,
                                    request.by.isEmpty() ? QStringList() : QStringList(request.by));
    if (!reader)
        return reader.error();
    const gdal::LayerInfo& info = reader->info();
    const Result<Crs> crs = systemOf(info, request.epsg);
    if (!crs)
        return crs.error();
    auto measure = AreaMeasure::make(info, *crs);
    if (!measure)
        return measure.error();

    AreaReport report;
    report.file = info.file;
    report.layer = info.name;
    report.crs = crs->name();
    report.planeCrs = measure->planeCrs().name();
    Tally total;
    QMap<QString, Tally> groups;
    LayerFeature feature;
    constexpr qint64 between = 256;
    const Interruptible guard(cancel); // mending one polygon can take minutes
    for (qint64 read = 0;; ++read) {
        if (read % between == 0) {
            if (info.features > 0)
                tellProgress(progress, double(read) / double(info.features),
                             Text::tr("已读 %1 个要素").arg(read));
        }
        const Result<bool> more = reader->next(feature);
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消面积计算。"));
        if (!more)
            return more.error();
        if (!*more)
            break;
        switch (feature.shape) {
        case LayerFeature::Shape::Null:
            ++report.nulls;
            continue;
        case LayerFeature::Shape::Empty:
            ++report.empties;
            continue;
        case LayerFeature::Shape::Lines:
        case LayerFeature::Shape::Points:
            ++report.others;
            continue;
        case LayerFeature::Shape::Polygons:
            break;
        }
        const Result<double> plane = measure->plane(feature.rings);
        if (!plane)
            return plane.error();
        const Result<double> ellipsoidal = measure->ellipsoidal(feature.rings);
        if (!ellipsoidal)
            return ellipsoidal.error();
        if (!feature.fault.isEmpty()) {
            const Result<double> before = measure->plane(feature.stored);
            if (!before)
                return before.error();
            report.repairs << Repair{feature.id, feature.fault, *before, *plane};
        }
        const auto count = [&](Tally& tally) {
            ++tally.features;
            tally.plane.add(*plane);
            tally.ellipsoidal.add(*ellipsoidal);
        };
        count(total);
        if (!request.by.isEmpty())
            count(groups[feature.attributes.constFirst()]);
    }
    report.total = total.result();
    for (auto group = groups.cbegin(); group != groups.cend(); ++group)
        report.groups.insert(group.key(), group->result());
    return report;
}

} // namespace checkup::spatial
