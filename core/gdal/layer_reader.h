#pragma once

#include "core/base/result.h"
#include "core/gdal/crs.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace checkup::gdal {

struct LayerField
{
    enum class Type { Text, Integer, Real };
    QString name;
    Type type = Type::Text;
    int width = 0;    ///< of a shapefile's column, bytes; 0: 254 for texts, 20 for numbers
    int decimals = 2; ///< of a shapefile's numbers
};

/// What a layer's features are drawn as, so far as it says so.
enum class Drawing { Unknown, Polygons, Lines, Points, None };

/// What a layer says of itself.
struct LayerInfo
{
    QString file, name;
    QString driver;      ///< GDAL's name of the format: "ESRI Shapefile"
    qint64 features = 0; ///< -1: only reading it all would tell
    Drawing drawing = Drawing::Unknown;
    QStringList fields;
    QList<LayerField> types;                       ///< of the fields
    std::optional<Crs> crs;                        ///< none stated, or not understood
    double minX = 0, minY = 0, maxX = 0, maxY = 0; ///< in its own coordinates
    QString leftOut; ///< kinds of a drawing's objects that cannot be read, with their numbers
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
    QVariantList values;    ///< of all fields, when asked for; invalid: none
    Shape shape = Shape::Null;
    Rings rings;
    /// What was wrong with it, in GEOS's words; `rings` is then what was made of it, and `stored`
    /// what the file has. Empty: nothing.
    QString fault;
    Rings stored;
    bool curved = false; ///< had curves, which are lines now
    bool hadZ = false;   ///< had heights or measures, which are gone
    bool mixed = false;  ///< had lines or points beside what `rings` has, which are left out
};

/// What the reader does about invalid polygons.
enum class Faults {
    Repair, ///< those that cannot be made valid are an error
    Keep,   ///< gives them as they are
    List,   ///< likewise Repair, but one that cannot be made valid is given as Null with its fault
};

/// What of a layer is read, by the file's index where it has one: features whose extent meets a box
/// of the layer's coordinates, and of these the ones with such ids. Without any: all.
struct ReadPart
{
    struct Box
    {
        double minX = 0, minY = 0, maxX = 0, maxY = 0;
    };
    std::optional<Box> box = {};
    QList<qint64> ids = {};
};

/// How a layer is read.
struct ReadOptions
{
    QStringList attributes;
    Faults faults = Faults::Repair;
    bool values = false;      ///< LayerFeature::values too
    QString encoding;         ///< of texts, where the file does not say; empty: found text by text
    QString where;            ///< OGR's attribute filter; empty: all features
    bool closedLines = false; ///< lines whose ends meet are polygons, as drawings have them
    bool swapAxes = false;    ///< the file has northing or latitude first
    /// OpenStreetMap: the tags of roads and facilities as fields of their own in every layer, and
    /// not as GDAL has them by default.
    bool tagsAsFields = false;
    ReadPart part = {};
};

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
    /// `path` may also be a database connection ("PG:dbname=…"; passwords are libpq's to find) or
    /// a place in an archive ("/vsizip/…"). The layers of an .osm or .pbf file may be joined:
    /// "points+multipolygons".
    static Result<LayerReader> open(const QString& path, const QString& layer,
                                    const ReadOptions& options);
    /// Every layer of a file, tables without geometry included.
    static Result<QList<LayerInfo>> list(const QString& path);
    /// The rows of an SQL query that a database answers, see Database::features. `dataset` is a
    /// GDALDatasetH, which must outlive the reader. Polygons are given as they are.
    static Result<LayerReader> ofQuery(void* dataset, const QString& query);
    LayerReader(LayerReader&&) noexcept;
    LayerReader& operator=(LayerReader&&) noexcept;
    ~LayerReader();

    const LayerInfo& info() const;
    /// How the texts read so far were encoded where the file did not say: "UTF-8", "GB18030";
    /// empty: all were ASCII, or the file said.
    QString encoding() const;
    /// False at the end. Curves become lines, Z and M are dropped, invalid polygons are made valid
    /// (crossed ones split, overlapping parts counted once) unless they are to be kept.
    Result<bool> next(LayerFeature& feature);

private:
    struct State;
    explicit LayerReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace checkup::gdal
