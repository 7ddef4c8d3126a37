#pragma once

#include "core/gdal/layer_reader.h"
#include "core/spatial/overlay.h"

#include <QMap>

#include <optional>
#include <vector>

namespace checkup::spatial {

/// Pieces that cutting leaves along borders that do not quite agree. A piece is one when it is
/// smaller than `area` or narrower than `width` (twice its area by its outline); whole features are
/// none. 0: no such limit.
struct SliverLimit
{
    double area = 0;  ///< m²
    double width = 0; ///< m
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
    std::optional<OverlayLayer> districts; ///< grouped by its `by`; none: the city as a whole
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
Result<MatrixReport> overlayMatrix(const OverlayLayer& a, const OverlayLayer& b,
                                   const TableSettings& settings, const CancelToken& cancel = {},
                                   const ProgressSink& progress = {});

// Between two years -------------------------------------------------------------------------------

struct TransitionCell
{
    QString before, after, district;
    double area = 0; ///< m²
    qint64 pieces = 0;
};

struct TransitionReport
{
    QString planeCrs;
    qint64 featuresBefore = 0, featuresAfter = 0;
    QList<TransitionCell> cells; ///< by before, after, district
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
/// year before is streamed; the year after is whole in memory (about 1 KB a parcel). Errors: those
/// of overlay.
Result<TransitionReport> transitionMatrix(const OverlayLayer& before, const OverlayLayer& after,
                                          const TableSettings& settings,
                                          const CancelToken& cancel = {},
                                          const ProgressSink& progress = {});

// Parcels inside a redline ------------------------------------------------------------------------

/// A parcel with a part inside a redline.
struct Encroachment
{
    qint64 feature = 0;
    QString id, classCode, className, redline, district;
    double parcelArea = 0, area = 0; ///< m², ellipsoidal: of the parcel, inside
    double share = 0;                ///< the one by the other
    std::optional<double> net;       ///< m², the registered area (TBDLMJ) prorated
    gdal::Rings parcel, inside;      ///< when shapes are wanted; in the parcels' coordinates
};

struct EncroachRequest
{
    OverlayLayer parcels;   ///< `by`: the class field; empty: found by catalogue::LayerRole "DLTB"
    OverlayLayer redlines;  ///< `by`: the name; empty: all in one
    QStringList classes;    ///< prefixes of classes to be listed; empty: all
    bool builtOnly = false; ///< 城乡建设用地 by the parcels' 城镇村属性码
    bool shapes = false;
    TableSettings settings;
};

struct EncroachReport
{
    QString planeCrs;
    gdal::Crs crs;       ///< of the shapes
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

} // namespace checkup::spatial
