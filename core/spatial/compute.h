#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/spatial/recipe.h"

#include <QDateTime>

#include <cmath>

/// Computes the recipes of a project from its layers.
namespace checkup::spatial {

/// How a quantity's last computation stands to what the project holds today.
enum class RunState {
    NotComputable, ///< no layer for a role, a column without a field, an unsound recipe
    NotComputed,
    Current,
    Stale ///< a layer, the recipe, the districts or the method is another than then
};

struct RecipeStatus
{
    QString subject;
    std::optional<Recipe> recipe; ///< none: what the project keeps cannot be read
    QString words;                ///< in the interface's language
    RunState state = RunState::NotComputed;
    QStringList why;                           ///< NotComputable, Stale: a sentence each
    const project::SpatialRun* last = nullptr; ///< of `data`
};

/// All recipes of the project for a year (0: the status year), in the catalogue's order. Reads no
/// layer. `data` must outlive it.
QList<RecipeStatus> recipeStatuses(const project::YearData& data, int year = 0);
QString key(RunState);
QString label(RunState);

/// One region's figure. Values are in the quantity's unit.
struct RegionResult
{
    project::RegionId region;
    double value = 0;
    qint64 features = 0;          ///< that reach into it
    std::optional<double> plane;  ///< of areas: the plane's, in the same unit
    std::optional<double> circle; ///< of reach along roads: what plain circles would give
};

/// A quantity's figures for the city, its districts and streets.
struct RecipeResult
{
    QString subject;
    int year = 0;
    QString unit;
    QString method;              ///< the recipe in words, Chinese
    QList<RegionResult> regions; ///< the city, districts with their streets, in the project's order
    qint64 features = 0;         ///< that the recipe takes
    /// Closing: the districts and `outside` are `whole`, but for `residual`. `residual` is what
    /// cutting lost by rounding, and less than nothing where districts lie over one another.
    double whole = 0, outside = 0, residual = 0;
    /// Of districts that have streets: what lies in none of these; less than nothing where streets
    /// lie over one another.
    double outsideStreets = 0;
    bool byDistrict = false;    ///< there is a layer of districts
    bool outsideCounts = false; ///< for the city, see Recipe::beyondDistricts
    int joined = 1;             ///< layers that play the recipe's role together
    double plane = 0;           ///< of areas: `whole` in the plane
    qint64 slivers = 0;
    double sliverAmount = 0; ///< not counted
    qint64 noNumber = 0;     ///< features whose column has no number; not counted
    qint64 noShape = 0;      ///< features that have nothing to measure
    qint64 repaired = 0;     ///< polygons mended while cutting
    /// Of reach: features in parts of the network without facility, and without a road nearby.
    qint64 unreachable = 0, noRoad = 0;
    double unreachableAmount = 0, noRoadAmount = 0;
    qint64 facilities = 0, facilitiesWithoutRoad = 0;
    bool circles = false; ///< reach was taken as the crow flies, for want of roads or by recipe
    QStringList layers;   ///< names and digests of what it was computed from, for evidence
    QString inputs;       ///< SpatialRun::inputs

    /// The city alone has a figure, districts and streets none: most of what counts lies in no
    /// district (the sea, the coast).
    bool isCityOnly() const
    {
        return byDistrict && outsideCounts && std::abs(outside) > std::abs(whole) / 2;
    }
};

/// What is to be said of a result, in the interface's language.
Issues issuesOf(const RecipeResult& result);

/// Of several results together: what is to be said of more than one of them in the same way is
/// said once, naming them. Issue::sheet is the quantity's name where it is one.
Issues issuesOf(const QList<RecipeResult>& results, const project::YearData& data);

/// SpatialRun::report and back; Invalid for another text. Regions are kept by their code or name.
QString toText(const RecipeResult& result, const project::YearData& data);
Result<RecipeResult> resultFromText(const QString& json, const project::YearData& data);

struct ComputeRequest
{
    QStringList subjects = {}; ///< quantities; empty: all that can be
    int year = 0;              ///< 0: the status year
    int threads = 0;           ///< at most; 0: as many as the machine has. The result is the same
};

struct ComputeReport
{
    int year = 0;
    QList<RecipeResult> results; ///< in the catalogue's order
    struct Skipped
    {
        QString subject;
        QStringList why;
    };
    QList<Skipped> skipped; ///< not computable
    Issues issues;          ///< about layers and regions, whatever the recipe
    qint64 read = 0;        ///< features read as such to be measured
};

/// Computes recipes, reading each layer once for all recipes over it: features are streamed, in
/// memory are only layers that others are cut by or that are united. Sums are compensated and in
/// the layers' order: the same for any number of threads. Districts are the polygons of layer XZQ
/// that have a district's code or name, streets those of JDXZ; without XZQ there is only the city.
/// Errors: a recipe asked for by name that does not exist (NotFound), those of openLayer and
/// the engines below, Cancelled; a recipe that cannot be computed is no error. Any thread; changes
/// nothing.
Result<ComputeReport> compute(const QString& projectPath, const project::YearData& data,
                              const ComputeRequest& request, const CancelToken& cancel = {},
                              const ProgressSink& progress = {});

/// The figures as values of source "spatial" with method and evidence, and the runs: one step of
/// undo; figures of regions for which the recipe has none any more go. Empty when all is there
/// already.
project::ChangeSet resultsAsEdits(const project::YearData& data, const ComputeReport& report,
                                  const QString& person, const QDateTime& at);

/// A feature behind a figure.
struct Behind
{
    QString layer; ///< name of the layer
    qint64 feature = 0;
    QString label;     ///< its id or name column
    QString className; ///< its class, with its name where known: "0101 水田"
    QString classNameEn;
    double amount = 0; ///< in the quantity's unit, what of it counts
    double share = 0;  ///< of the feature
};

/// The features behind a figure, the largest first, at most `limit`; computes the recipe again.
Result<QList<Behind>> behind(const QString& projectPath, const project::YearData& data,
                             const QString& subject, int year, project::RegionId region, int limit,
                             const CancelToken& cancel = {});

} // namespace checkup::spatial
