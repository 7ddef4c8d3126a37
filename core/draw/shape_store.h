#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/gdal/layer_reader.h"
#include "core/spatial/box_grid.h"

#include <QList>
#include <QPointF>
#include <QPolygonF>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace checkup::draw {

/// A layer's shapes in compact memory, brought into one metric plane and ready to be drawn at any
/// scale: millimetres as 32-bit numbers, a grid over their boxes, and coarser editions, on grids of
/// 2^n mm, for small scales. Neighbours that share a line share it in every edition, since each
/// vertex goes to the same grid point in both. Read by any number of threads once it is there.
class ShapeStore
{
public:
    enum class Kind { Polygons, Lines, Points };

    struct Source
    {
        gdal::LayerReader* reader = nullptr;
        gdal::Crs crs; ///< that its coordinates are in
    };
    /// Reads what is left of a layer. Attributes are those that the reader was opened with. Of a
    /// layer with several kinds of shapes the kind of the first is kept. Errors: those of
    /// LayerReader and Transformation; Cancelled.
    static Result<ShapeStore> read(const Source& source, const gdal::Crs& plane,
                                   const CancelToken& cancel = {},
                                   const ProgressSink& progress = {});
    /// Of shapes that are in the plane already, without attributes.
    static ShapeStore of(std::vector<gdal::LayerFeature> features);

    Kind kind() const { return m_kind; }
    std::size_t count() const { return m_grid.size(); }
    /// Features without a shape of that kind.
    qint64 leftOut() const { return m_leftOut; }
    /// Of all shapes, in metres of the plane; all 0 when there is none.
    const spatial::Box& extent() const { return m_extent; }
    const spatial::Box& box(std::size_t feature) const
    {
        return m_grid.box(static_cast<int>(feature));
    }
    /// Those whose boxes meet a box, in the layer's order.
    std::vector<std::uint32_t> around(const spatial::Box& box) const;

    /// Different texts of an attribute, in the order of their first features.
    const QStringList& texts(int attribute) const
    {
        return m_attributes[static_cast<std::size_t>(attribute)].texts;
    }
    /// Of a feature, as a place in texts().
    std::uint32_t textOf(int attribute, std::size_t feature) const
    {
        return m_attributes[static_cast<std::size_t>(attribute)].ofFeature[feature];
    }
    /// The feature's number in its layer.
    qint64 id(std::size_t feature) const { return m_ids[feature]; }
    /// The topmost at a place of the plane: an area that holds it, or a line or point at most
    /// `reach` metres away (the nearest). Of those that `takes` wants.
    std::optional<std::size_t> featureAt(QPointF place, double reach,
                                         const std::function<bool(std::size_t)>& takes = {}) const;
    /// A feature's parts, in metres of the plane.
    QList<QPolygonF> partsOf(std::size_t feature) const;
    int attributes() const { return static_cast<int>(m_attributes.size()); }
    std::size_t bytes() const; ///< of memory that it holds

    /// The shapes as they are to be drawn when a pixel is so many metres wide.
    class View
    {
    public:
        std::uint32_t firstPart(std::size_t feature) const { return (*m_parts)[feature]; }
        std::uint32_t endPart(std::size_t feature) const { return (*m_parts)[feature + 1]; }
        std::uint32_t firstVertex(std::uint32_t part) const { return (*m_begins)[part]; }
        std::uint32_t endVertex(std::uint32_t part) const { return (*m_begins)[part + 1]; }
        /// Vertices of all parts of a feature.
        std::uint32_t corners(std::size_t feature) const
        {
            return (*m_begins)[endPart(feature)] - (*m_begins)[firstPart(feature)];
        }
        /// Calls `use` with both vertices of each edge of a polygon.
        template <class Use>
        void eachEdge(std::size_t feature, Use use) const
        {
            for (std::uint32_t part = firstPart(feature); part < endPart(feature); ++part) {
                const std::uint32_t begin = firstVertex(part);
                const std::uint32_t end = endVertex(part);
                for (std::uint32_t i = begin; i < end; ++i)
                    use(i, i + 1 < end ? i + 1 : begin);
            }
        }
        /// Pixels east and south of the view's corner.
        double x(std::uint32_t vertex) const
        {
            return (m_fine ? m_fine[2 * vertex] : m_coarse[2 * vertex]) * m_scale + m_left;
        }
        double y(std::uint32_t vertex) const
        {
            return m_top - (m_fine ? m_fine[2 * vertex + 1] : m_coarse[2 * vertex + 1]) * m_scale;
        }

    private:
        friend class ShapeStore;
        const std::vector<std::uint32_t>* m_parts = nullptr;
        const std::vector<std::uint32_t>* m_begins = nullptr;
        const std::int32_t* m_fine = nullptr; ///< or
        const std::uint16_t* m_coarse = nullptr;
        double m_scale = 1, m_left = 0, m_top = 0;
    };
    /// `corner`: the plane's place of the pixel's (0, 0), the north-western corner.
    View at(QPointF corner, double metresPerPixel) const;

private:
    friend class ShapeFile;
    class Builder;

    /// Vertices in places of a grid; rings of polygons end before their first vertex comes again,
    /// outer ones turn left and holes right.
    struct Edition
    {
        std::int32_t cell = 1;             ///< mm
        std::vector<std::uint16_t> places; ///< x, y, x, y…; of m_min
        std::vector<std::uint32_t> begins; ///< first vertex of each part, and the end
    };
    struct Attribute
    {
        QStringList texts;
        std::vector<std::uint32_t> ofFeature;
    };
    void addEditions();

    Kind m_kind = Kind::Polygons;
    qint64 m_leftOut = 0;
    spatial::Box m_extent;
    spatial::BoxGrid m_grid;
    double m_originX = 0, m_originY = 0; ///< metres; places are mm from here
    std::int32_t m_minX = 0, m_minY = 0;
    std::vector<std::int32_t> m_places;
    std::vector<std::uint32_t> m_begins; ///< first vertex of each part, and the end
    std::vector<std::uint32_t> m_parts;  ///< first part of each feature, and the end
    std::vector<qint64> m_ids;
    std::vector<Edition> m_editions; ///< from fine to coarse
    std::vector<Attribute> m_attributes;
};

} // namespace checkup::draw
