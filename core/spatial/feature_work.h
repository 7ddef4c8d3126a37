#pragma once

#include "core/spatial/areas.h"
#include "core/spatial/bridge.h"
#include "core/spatial/coverage.h"
#include "core/spatial/cutter.h"
#include "core/spatial/filter.h"
#include "core/spatial/ground.h"
#include "core/spatial/shelf.h"

#include <memory>
#include <optional>
#include <vector>

namespace checkup::spatial {

/// One recipe over one layer.
struct Job
{
    size_t result = 0; ///< number of the recipe
    const Recipe* recipe = nullptr;
    Filter filter;
    std::vector<qsizetype> columns;       ///< places of the measure's columns among the attributes
    size_t chain = 0;                     ///< what it is cut by, in LayerWork::chains
    std::optional<size_t> circles;        ///< the same with circles in place of service areas
    std::shared_ptr<const Nearness> near; ///< of reach by the middle
};

/// All recipes over one layer.
struct LayerWork
{
    using Chain = std::vector<std::shared_ptr<const Zones>>;

    gdal::LayerInfo info;
    gdal::Crs crs;
    std::vector<Job> jobs;
    std::vector<Chain> chains; ///< zones to be cut by in turn; the first is empty
    RegionZones districts, streets;
    const Shelf* shelf = nullptr;
    bool watched = false; ///< Parcel::stand is wanted
};

/// Where something counts besides the regions' numbers.
struct Slot
{
    enum : int {
        City = -1,
        Whole = -2,
        Outside = -3,
        Residual = -4,
        Sliver = -5,
        Unreachable = -6,
        NoRoad = -7,
        NoNumber = -8,
        NoShape = -9,
        Repaired = -10
    };
};

/// What one feature adds to one figure.
struct Contribution
{
    size_t job = 0;
    int slot = Slot::City;
    bool circle = false; ///< to what circles would give
    double amount = 0, plane = 0;
    double of = 0; ///< the whole feature, measured in the same way
};

/// A feature on its way.
struct Parcel
{
    qint64 id = 0;
    gdal::LayerFeature::Shape shape = gdal::LayerFeature::Shape::Null;
    QStringList attributes;
    gdal::Rings rings;
    std::vector<Contribution> contributions;

    /// How it stands to what must be near, when a single recipe is watched.
    struct Stand
    {
        double x = 0, y = 0; ///< in the reach's plane
        double amount = 0;
        Nearness::Standing standing;
    };
    std::optional<Stand> stand;
};

/// Works out what features add to each recipe. One for each thread; the work must outlive it.
class FeatureWork
{
public:
    static Result<std::unique_ptr<FeatureWork>> make(const LayerWork& work);

    /// Fills in the contributions. Errors: those of the measures; Invalid for a polygon that cannot
    /// be mended; any when the shelf's token is set.
    Result<void> work(Parcel& parcel);

private:
    struct Part
    {
        int place = 0;
        double amount = 0, plane = 0;
    };
    /// A feature inside a chain.
    struct Cut
    {
        bool done = false;
        double amount = 0, plane = 0;
        std::vector<Part> parts; ///< by region
    };
    struct Measured
    {
        double amount = 0, plane = 0;
    };

    explicit FeatureWork(const LayerWork& work, AreaMeasure measure);

    Cutter& cutter(const Zones& zones);
    Result<Measured> measure(const gdal::Rings& rings);
    Result<double> length(const gdal::Rings& rings);
    Result<const Cut*> cut(size_t chain);
    Result<void> cutOn(const LayerWork::Chain& chain, size_t level, const gdal::Rings& rings,
                       Cut& to);
    Result<void> cutByRegions(const gdal::Rings& rings, bool isWhole, Cut& to);
    Result<void> addParts(const RegionZones& regions, const gdal::Rings& rings, const Measured& all,
                          Cut& to);
    Result<void> cutBy(const Zones& zones, const gdal::Rings& rings, size_t level,
                       const Cutter::Use& use);
    const Cut& holds(size_t chain);
    Result<const Measured*> wholeOf();
    const std::optional<Middle>& middle();

    Result<void> work(size_t job);
    /// Without its amount.
    Result<Parcel::Stand> standing(const Job& job);
    std::optional<double> number(const Job& job) const;
    void emit(size_t job, const Cut& cut, double factor, double of, bool circle);
    void emitShares(size_t job, const Cut& cut, double registered, double whole, bool circle);
    void put(size_t job, int slot, double amount, double plane, bool circle, double of = 0);
    bool byDistrict() const { return m_work.districts.zones != nullptr; }

    const LayerWork& m_work;
    AreaMeasure m_measure;
    std::optional<Bridge> m_toGround; ///< where lengths are measured in another plane
    Ground m_ground;
    Zones m_nowhere;
    std::vector<std::pair<const Zones*, std::unique_ptr<Cutter>>> m_cutters;
    std::vector<std::pair<const Nearness*, Bridge>> m_bridges;

    Parcel* m_parcel = nullptr;
    std::vector<Cut> m_cuts, m_points; ///< by chain
    bool m_repaired = false;
    std::optional<Measured> m_whole;
    std::optional<std::optional<Middle>> m_middle;
    std::vector<gdal::Rings> m_buffers; ///< by level
    gdal::Rings m_lines;
};

} // namespace checkup::spatial
