#include "core/spatial/plane_reading.h"

#include "core/spatial/areas.h"
#include "core/spatial/bridge.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::spatial {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

} // namespace

Result<OpenedLayer> openLayer(const CoverLayer& layer, const QStringList& fields)
{
    QStringList needed = fields;
    for (const Condition& condition : layer.where) {
        if (!needed.contains(condition.column))
            needed << condition.column;
    }
    auto reader = gdal::LayerReader::open(layer.path, layer.layer, needed);
    if (!reader)
        return reader.error();
    auto crs = systemOf(reader->info(), layer.epsg);
    if (!crs)
        return crs.error();
    OpenedLayer opened{*std::move(reader), *crs, {}};
    if (!layer.where.isEmpty())
        opened.takes = [filter = Filter({{}, 0, {}, layer.where, {}}, {}, needed, 0)](
                           const gdal::LayerFeature& feature) {
            return filter.takes(feature.attributes);
        };
    return opened;
}

Result<double> numberIn(const gdal::LayerFeature& feature, qsizetype attribute,
                        const QString& layer, const QString& field)
{
    bool isNumber = false;
    const QString& given = feature.attributes.at(attribute);
    const double number = given.isEmpty() ? 0 : given.toDouble(&isNumber);
    if (!given.isEmpty() && !isNumber)
        return Error(ErrorCode::BadUsage, Text::tr("图层“%1”第 %2 号要素的“%3”不是数：%4。")
                                              .arg(layer)
                                              .arg(feature.id)
                                              .arg(field, given));
    return number;
}

Result<void> readInto(const gdal::Crs& plane, const OpenLayer& layer, const CancelToken& cancel,
                      const ProgressSink& progress, double from, double to,
                      const std::function<Result<void>(gdal::LayerFeature&)>& use)
{
    const auto bridge = Bridge::make(layer.crs, plane);
    if (!bridge)
        return bridge.error();
    const gdal::LayerInfo& info = layer.reader->info();
    const double all = std::max(1.0, static_cast<double>(info.features));
    gdal::LayerFeature feature;
    constexpr qint64 between = 512;
    for (qint64 number = 0;; ++number) {
        if (number % between == 0) {
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
            tellProgress(progress,
                         from + (to - from) * std::min(1.0, static_cast<double>(number) / all),
                         info.name);
        }
        const Result<bool> more = layer.reader->next(feature);
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (layer.takes && !layer.takes(feature))
            continue;
        if (feature.rings.count() > 0) {
            const Result<void> moved = bridge->move(feature.rings);
            if (!moved)
                return moved;
        }
        const Result<void> used = use(feature);
        if (!used)
            return used;
    }
}

} // namespace checkup::spatial
