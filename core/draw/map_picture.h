#pragma once

#include "core/draw/shape_store.h"
#include "core/draw/symbols.h"

#include <QImage>
#include <QSize>
#include <QTransform>

#include <memory>
#include <optional>

class QPainter;
class QPainterPath;

namespace checkup::draw {

/// What a picture shows of the plane, and how large.
struct MapFrame
{
    QPointF corner;            ///< north-western, metres of the plane
    double metresPerPixel = 1; ///< on the plane
    QSize size;                ///< pixels
    double pixelsPerMm = 96 / 25.4;

    /// As much as holds a box, in the middle.
    static MapFrame around(const spatial::Box& box, QSize size, double pixelsPerMm);

    /// "1 : 25000" is 25000.
    double scale() const { return metresPerPixel * 1000 * pixelsPerMm; }
    spatial::Box box(double margin = 0) const; ///< of the plane; margin in pixels
    QPointF toPixel(double x, double y) const
    {
        return {(x - corner.x()) / metresPerPixel, (corner.y() - y) / metresPerPixel};
    }
};

/// A layer as it is laid on a map.
struct MapLayer
{
    QString role;
    std::shared_ptr<const ShapeStore> shapes;
    LayerStyle style;
    int value = -1; ///< attribute of `shapes` that the style's column names; -1: none
    int label = -1; ///< likewise the labels'
    /// Where not a column decides: of each feature a case of the style, -1 for `otherwise`, or
    /// `hidden`.
    std::shared_ptr<const std::vector<int>> chosen = {};
    static constexpr int hidden = -2;
    /// Likewise each feature's name, in place of the labels' column.
    std::shared_ptr<const QStringList> names = {};

    bool isNamed() const { return names || label >= 0; }
    QString nameOf(std::size_t feature) const;
    bool shows(std::size_t feature) const { return !chosen || (*chosen)[feature] != hidden; }
    int caseOf(std::size_t feature) const; ///< -1: `otherwise`
};

struct PaintOptions
{
    int threads = 0;               ///< 0: all processors; the picture is the same
    QColor background = Qt::white; ///< transparent: a picture to be laid over others
    /// Rows of the frame that are wanted, the picture's only ones; none: all. They are the same as
    /// in a picture of all. Both numbers are multiples of `step`, but where the frame ends.
    struct Rows
    {
        static constexpr int step = 40;
        int first = 0, count = 0;
    };
    std::optional<Rows> rows = {};
};

/// Paints layers, the first at the bottom: areas and lines by how much of each pixel they take, so
/// that neighbours meet without a seam, in strips over all processors. Same input, same bytes.
/// Any thread. Errors: Cancelled; TooLarge (no memory for the picture).
Result<QImage> paintMap(const MapFrame& frame, const QList<MapLayer>& layers,
                        const PaintOptions& options = {}, const CancelToken& cancel = {});

/// The same as vectors on any painter, whose unit is the frame's pixel. A layer with more than
/// `most` vertices in the frame is laid in as a picture of 300 dots an inch: such a file would be
/// too large for anyone's viewer. Cancelled; TooLarge.
struct VectorOptions
{
    qint64 most = 400000;
    double pixelsPerMm = 300 / 25.4; ///< of such pictures
};
Result<void> paintMap(QPainter& painter, const MapFrame& frame, const QList<MapLayer>& layers,
                      const VectorOptions& options = {}, const CancelToken& cancel = {});

/// One symbol alone: an area of that rectangle, a line across it or a point in its middle; for
/// legends.
void paintSymbol(QPainter& painter, const QRectF& area, const Symbol& symbol,
                 catalogue::LayerGeometry geometry, double pixelsPerMm);

/// What of a layer is in a frame, for its legend.
struct SeenCase
{
    int number = -1; ///< of the style's cases; -1: otherwise
    qint64 features = 0;
};
struct SeenLayer
{
    QList<SeenCase> cases; ///< in the style's order, those with features only
    QStringList unknown;   ///< values that the style lists as faults, in order
};
SeenLayer seenIn(const MapFrame& frame, const MapLayer& layer);

} // namespace checkup::draw
