#pragma once

#include "core/catalogue/land_classes.h"
#include "core/gdal/layer_reader.h"
#include "core/spatial/overlay.h"
#include "core/spatial/zones.h"

#include <QMap>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace checkup::spatial {

/// A layer of a table, open for reading.
struct TableLayer
{
    /// Places of the columns among the attributes; -1: the layer has none.
    struct Columns
    {
        int group = -1, id = -1, className = -1, town = -1, net = -1;
    };
    std::shared_ptr<const void> lock; ///< goes after the reader, see ProjectLayer
    gdal::LayerReader reader;         ///< keeps faults
    gdal::Crs crs;
    Columns columns;
    QString title; ///< what features are grouped as that have no column for it
    /// Makes the group of the column's text; none: the text itself.
    std::function<QString(const QString&)> groupBy = {};

    QString groupOf(const QStringList& attributes) const;
};

/// Layers that play one part in a table together, opened one after the other when their turn comes.
struct TableInput
{
    using Open = std::function<Result<TableLayer>()>;

    TableInput() = default;
    TableInput(const OverlayLayer& layer); ///< a bare file, grouped by its `by`
    /// Bare parcels with the columns that a list shows; `by` empty: the class field is found by
    /// catalogue::LayerRole "DLTB", as the others are.
    static TableInput parcels(const OverlayLayer& layer);

    QList<Open> layers;
};

/// Zones in the coordinates of what is to be cut, grouped by name.
using ZoneSource = std::function<Result<std::shared_ptr<const Zones>>(const gdal::Crs& target)>;

/// Pieces that cutting leaves along borders that do not quite agree. A piece is one when it is
/// smaller than `area` or narrower than `width` (twice its area by its outline); whole features are
/// none. 0: no such limit.
struct SliverLimit
{
    double area = 0;  ///< m²
    double width = 0; ///< m
    bool operator==(const SliverLimit&) const = default;
};

/// What was taken for slivers and left out.
struct Slivers
{
    qint64 pieces = 0;
    double area = 0; ///< m²
};

/// What the tables have in common.
struct TableSettings
{
    std::optional<TableInput> districts; ///< none: the city as a whole
    ZoneSource regions; ///< in place of `districts`, where someone has them already
    SliverLimit sliver;
    int threads = 0; ///< at most; 0: as many as the machine has. The result is the same
};

/// How far the areas close.
struct Closing
{
    double area = 0;     ///< m², of the features, measured uncut
    double residual = 0; ///< m²: that less everything the table has, what it calls outside included
};

// Land class × control line × district ------------------------------------------------------------

struct MatrixCell
{
    QString a, b, district; ///< district empty: in none
    double area = 0;        ///< m², ellipsoidal
    qint64 features = 0;    ///< of A with a part here
};

struct MatrixReport
{
    QString planeCrs;
    qint64 features = 0, zones = 0;
    QStringList lines; ///< classes of B, in the order they came
    /// A inside B, by a, b, district. Polygons of B with the same class count once where they lie
    /// over one another; with different ones each.
    QList<MatrixCell> cells;
    /// All of A, `b` empty, by a and district. What a class has outside B is this less its cells.
    QList<MatrixCell> totals;
    Slivers slivers; ///< inside B; the totals have them
    Closing closing; ///< of the totals
    qint64 repairedA = 0, repairedB = 0, withoutArea = 0;
};

/// Areas of A inside B by classes of both and by district. A is streamed; B and the districts are
/// whole in memory. Errors: those of overlay.
Result<MatrixReport> overlayMatrix(const TableInput& a, const TableInput& b,
                                   const TableSettings& settings, const CancelToken& cancel = {},
                                   const ProgressSink& progress = {});

// Between two years -------------------------------------------------------------------------------

struct TransitionCell
{
    QString before, after, district;
    double area = 0; ///< m²
    qint64 pieces = 0;
};

/// Land that is of another class than it was.
struct Change
{
    QString before, after, district;
    qint64 feature = 0; ///< of the year before, in its layer
    double area = 0;    ///< m²
    gdal::Rings shape;  ///< in the coordinates of the year before
};

struct TransitionReport
{
    QString planeCrs;
    gdal::Crs crs; ///< of the changes' shapes
    qint64 featuresBefore = 0, featuresAfter = 0;
    QList<TransitionCell> cells; ///< by before, after, district
    QList<Change> changes;       ///< when wanted; in the order of the year before
    Slivers slivers;
    QMap<QString, double> before, after; ///< m² of each class, measured uncut
    /// What of a class lies in no feature of the other year, or went with the slivers; so each
    /// row's cells and its loss add up to the class before, each column's and its gain to the class
    /// after.
    QMap<QString, double> lost, gained;
    Closing closing; ///< of the year before: what is neither in cells nor in slivers
    double areaAfter = 0;
    qint64 repaired = 0, withoutArea = 0;
};

/// Class before × class after of two layers that divide the same land, grouped by their `by`. The
/// year before is streamed; the year after is whole in memory (about 1 KB a parcel). `changes`:
/// with the pieces of land that changed. Errors: those of overlay.
Result<TransitionReport> transitionMatrix(const TableInput& before, const TableInput& after,
                                          const TableSettings& settings, bool changes = false,
                                          const CancelToken& cancel = {},
                                          const ProgressSink& progress = {});

// Parcels inside a redline ------------------------------------------------------------------------

/// A parcel with a part inside a redline.
struct Encroachment
{
    int layer = 0; ///< number among the parcels' layers
    qint64 feature = 0;
    QString id, classCode, className, redline, district;
    double parcelArea = 0, area = 0; ///< m², ellipsoidal: of the parcel, inside
    double share = 0;                ///< the one by the other
    std::optional<double> net;       ///< m², the registered area (TBDLMJ) prorated
    gdal::Rings parcel, inside;      ///< when shapes are wanted; in the parcels' coordinates
};

struct EncroachRequest
{
    TableInput parcels;        ///< see TableInput::parcels
    TableInput redlines;       ///< grouped by their names
    QStringList classes;       ///< prefixes of classes to be listed; empty: all
    bool builtOnly = false;    ///< 城乡建设用地 by the parcels' 城镇村属性码
    bool construction = false; ///< 建设用地 by the class code
    catalogue::ClassSystem system = catalogue::ClassSystem::ThirdSurvey; ///< of the class codes
    bool shapes = false;
    TableSettings settings;
};

struct EncroachReport
{
    QString planeCrs;
    gdal::Crs crs;       ///< of the shapes: the first layer's
    QStringList missing; ///< columns that the parcels have not: what stays empty and why
    qint64 features = 0, zones = 0;
    QList<Encroachment> list; ///< by redline, district, class, then in the layer's order
    double area = 0;
    double net = 0; ///< whole hundredths
    /// Of parcels that lie in redlines: what the pieces and the rest have more or less than the
    /// parcels, m².
    double residual = 0;
    Slivers slivers;
    qint64 repaired = 0, withoutArea = 0;
};

/// The list of parcels inside redlines. Registered areas are shared out as in prorate: the pieces
/// of a parcel and what stays outside add up to the hundredth (where redlines of different names
/// lie over one another, each by itself). Errors: those of overlay; BadUsage when a column that
/// was asked for is missing.
Result<EncroachReport> encroachments(const EncroachRequest& request, const CancelToken& cancel = {},
                                     const ProgressSink& progress = {});

/// The parts inside as a polygon layer with the list's columns, in the parcels' system; the list
/// must have shapes. The format is by the suffix. Errors: those of gdal::LayerWriter.
Result<void> writeLayer(const QString& path, const EncroachReport& report);

/// The changed land of a transition as a polygon layer; see above.
Result<void> writeLayer(const QString& path, const TransitionReport& report);

} // namespace checkup::spatial
