#include "app/workspace/spatial/layer_sketch.h"

#include "core/spatial/bridge.h"
#include "core/spatial/intake.h"

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

MapPreview::Source sketchOf(const QString& projectPath, const project::Layer& layer)
{
    return [projectPath, layer](const SketchRequest& request, const CancelToken& cancel,
                                const ProgressSink& progress) -> Result<MapSketchPtr> {
        gdal::ReadPart part;
        if (request.box)
            part.box = {request.box->left(), request.box->top(), request.box->right(),
                        request.box->bottom()};
        if (request.onlyMarked) {
            part.ids = request.marked.values();
            std::sort(part.ids.begin(), part.ids.end());
        }
        auto opened = spatial::openLayer(projectPath, layer, {}, {}, gdal::Faults::Keep, part);
        if (!opened)
            return opened.error();
        return sketchLayer(opened->reader, opened->crs, request, cancel, progress);
    };
}

MapPreview::Source sketchBehind(const QString& projectPath, const project::Layer& layer,
                                const project::Layer& shown, const QStringList& names)
{
    return [=](const SketchRequest& request, const CancelToken& cancel,
               const ProgressSink& progress) -> Result<MapSketchPtr> {
        const auto target = spatial::openLayer(projectPath, shown, {}, {}, gdal::Faults::Keep);
        if (!target)
            return target.error();
        auto opened =
            spatial::openLayer(projectPath, layer, {}, {u"code"_s, u"name"_s}, gdal::Faults::Keep);
        if (!opened)
            return opened.error();
        auto bridge = spatial::Bridge::make(opened->crs, target->crs);
        if (!bridge)
            return bridge.error();
        const gdal::LayerInfo& info = opened->reader.info();
        gdal::Rings corners;
        corners.x = {info.minX, info.maxX, info.minX, info.maxX};
        corners.y = {info.minY, info.minY, info.maxY, info.maxY};
        corners.begins = {0};
        corners.holes = {0};
        const Result<void> placed = bridge->move(corners);
        if (!placed)
            return placed.error();
        const auto [left, right] = std::minmax_element(corners.x.cbegin(), corners.x.cend());
        const auto [bottom, top] = std::minmax_element(corners.y.cbegin(), corners.y.cend());
        SketchRequest moved = request;
        moved.extent = QRectF(QPointF(*left, *bottom), QPointF(*right, *top));
        moved.prepare = [&](gdal::LayerFeature& feature) {
            for (const QString& attribute : std::as_const(feature.attributes)) {
                if (!attribute.isEmpty() && names.contains(attribute))
                    moved.marked.insert(feature.id);
            }
            return bridge->move(feature.rings);
        };
        return sketchLayer(opened->reader, target->crs, moved, cancel, progress);
    };
}

} // namespace checkup::workspace
