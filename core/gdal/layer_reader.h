#pragma once

#include "core/base/result.h"
#include "core/gdal/crs.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace checkup::gdal {

/// What a layer says of itself.
struct LayerInfo
{
    QString file, name;
    qint64 features = 0;
    QStringList fields;
    std::optional<Crs> crs;                        ///< none stated, or not understood
    double minX = 0, minY = 0, maxX = 0, maxY = 0; ///< in its own coordinates
};

/// A feature's parts one after the other, in the layer's coordinates: closed rings of polygons,
/// lines, or points (one vertex each).
struct Rings
{
    std::vector<double> x, y;
    std::vector<size_t> begins;      ///< first vertex of each part
    std::vector<std::uint8_t> holes; ///< 1 for a ring that is cut out

    void clear();
    size_t count() const { return begins.size(); }
    size_t end(size_t ring) const { return ring + 1 < count() ? begins[ring + 1] : x.size(); }
    /// The first vertex that is no place on earth in any unit: not a number, or beyond 1e12.
    std::optional<size_t> impossibleVertex() const;
};

/// One feature while a layer is read.
struct LayerFeature
{
    /// Collections are what has the highest dimension in them.
    enum class Shape { Polygons, Lines, Points, Null, Empty };
    qint64 id = 0;
    QStringList attributes; ///< those asked for, in that order
    Shape shape = Shape::Null;
    Rings rings;
    /// What was wrong with it, in GEOS's words; `rings` is then what was made of it, and `stored`
    /// what the file has. Empty: nothing.
    QString fault;
    Rings stored;
};

/// What the reader does about invalid polygons.
enum class Faults { Repair, Keep };

/// Reads a vector layer feature by feature: a shapefile, a GeoPackage, a file geodatabase, GeoJSON
/// and what else OGR opens. One feature is in memory at a time. Belongs to the thread that opened
/// it.
class LayerReader
{
public:
    /// `layer` empty: the only one. NotFound, Unsupported (no vector data), BadUsage (several
    /// layers, or no such layer or field; the sentence names those there are).
    static Result<LayerReader> open(const QString& path, const QString& layer = {},
                                    const QStringList& attributes = {},
                                    Faults faults = Faults::Repair);
    LayerReader(LayerReader&&) noexcept;
    LayerReader& operator=(LayerReader&&) noexcept;
    ~LayerReader();

    const LayerInfo& info() const;
    /// False at the end. Curves become lines, Z and M are dropped, invalid polygons are made valid
    /// (crossed ones split, overlapping parts counted once) unless they are to be kept.
    Result<bool> next(LayerFeature& feature);

private:
    struct State;
    explicit LayerReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace checkup::gdal
