#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/gdal/layer_reader.h"

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QSize>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace checkup::workspace {

struct MapSketch;

/// What of a layer is wanted for a picture.
struct SketchRequest
{
    std::optional<QRectF> box = {};    ///< layer coordinates; none: the whole layer
    std::optional<QRectF> extent = {}; ///< of the layer where `prepare` moves it
    double resolution = 0;    ///< lengths below it are not told apart; 0: a fine screen's worth
    QSet<qint64> marked = {}; ///< features that are to be seen however small they are
    bool onlyMarked = false;
    /// Given what has been read so far, now and then while it goes on; on the reading thread.
    std::function<void(const std::shared_ptr<const MapSketch>&)> partly = {};
    /// Done to each feature first; may be empty.
    std::function<Result<void>(gdal::LayerFeature&)> prepare = {};
};

/// What a layer looks like: as many vertices as a picture of that resolution needs, so that a
/// province's parcels fit into a few megabytes. Plain values; shared between threads as const.
struct MapSketch
{
    struct Feature
    {
        qint64 id = 0;
        std::uint32_t firstPart = 0, parts = 0;
        float left = 0, bottom = 0, right = 0, top = 0; ///< from the origin
        gdal::LayerFeature::Shape shape = gdal::LayerFeature::Shape::Null;
        bool marked = false;
    };

    double originX = 0, originY = 0;
    std::vector<float> x, y;           ///< from the origin
    std::vector<std::uint32_t> begins; ///< first vertex of each part
    std::vector<Feature> features;
    QRectF bounds;             ///< of everything that was read, layer coordinates
    std::optional<QRectF> box; ///< as asked for
    double resolution = 0;
    bool exact = true;    ///< nothing was left out or simplified
    qint64 read = 0;      ///< features in the layer
    qint64 shapeless = 0; ///< of these without a shape
    bool geographic = false;
    double metres = 0; ///< of a unit of y; 0: not known

    std::uint32_t partEnd(std::uint32_t part) const;
    /// Of one feature, layer coordinates.
    std::optional<QRectF> boxOf(qint64 id) const;
};

using MapSketchPtr = std::shared_ptr<const MapSketch>;

/// Reads what the reader gives to its end; `crs` is what the coordinates are in (after `prepare`).
/// Errors of the reader; Cancelled.
Result<MapSketchPtr> sketchLayer(gdal::LayerReader& reader, const gdal::Crs& crs,
                                 const SketchRequest& request, const CancelToken& cancel,
                                 const ProgressSink& progress);

/// A window on the plane: north up.
struct MapView
{
    QPointF centre;     ///< layer coordinates
    double scale = 1;   ///< units of y a pixel
    double stretch = 1; ///< of x against y: degrees of longitude are shorter
    QSize size;         ///< logical pixels

    QPointF toScreen(const QPointF& place) const;
    QPointF toMap(const QPointF& pixel) const;
    QRectF box() const; ///< layer coordinates
    /// The view that shows a box with a margin.
    static MapView of(const QRectF& box, bool geographic, QSize size);
    bool operator==(const MapView&) const = default;
};

/// How a sketch is drawn.
struct MapInk
{
    QColor fill, edge, marked, markedEdge;
    double width = 1;
};

/// Draws over what `image` shows, whose device pixel ratio counts. Any thread. False when it was
/// cancelled.
bool drawSketch(QImage& image, const MapSketch& sketch, const MapView& view, const MapInk& ink,
                const CancelToken& cancel);

} // namespace checkup::workspace
