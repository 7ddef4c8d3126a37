#pragma once

#include "core/spatial/coverage.h"

namespace checkup::spatial {

/// How supply weighs less the further it is.
enum class Decay {
    None,    ///< all within the bound alike (Luo and Wang 2003)
    Gaussian ///< (exp(-d²/2b²) - exp(-1/2)) / (1 - exp(-1/2)), 0 at the bound b (Dai 2010)
};

/// Who may use what: seats, beds, places.
struct Demand
{
    qint64 id = 0;
    double x = 0, y = 0; ///< in the roads' plane
    double people = 0;
};

/// What a catchment gives one place of demand.
struct CatchmentShare
{
    Trip::State state = Trip::State::NoRoad; ///< to the nearest facility
    double ratio = 0;                        ///< supply per head
};

/// What a facility offers and who shares it.
struct Supply
{
    qint64 id = 0;
    double capacity = 0;
    double people = 0; ///< within the bound, weighed by the decay
    double ratio = 0;  ///< capacity per head of them; 0 where nobody is
};

struct Catchment
{
    std::vector<CatchmentShare> shares; ///< by demand
    std::vector<Supply> supplies;       ///< by facility
};

/// Two-step floating catchment areas (Luo and Wang, Environment and Planning B 30, 2003): a
/// facility's capacity is shared by the people within the bound of it; a place has the sum of what
/// the facilities within the bound of it give a head. What all places get is what all facilities
/// that anybody reaches have. `capacities` are by facility. The same for any number of threads.
/// BadUsage for a bound, a capacity or a number of people that is none; Cancelled.
Result<Catchment> catchment(const Roads& roads, const Facilities& facilities,
                            const std::vector<double>& capacities,
                            const std::vector<Demand>& demands, double bound, Decay decay,
                            const CancelToken& cancel = {});

/// The facility that a place of demand gets to soonest.
struct NearestFacility
{
    int facility = -1; ///< number in Facilities::ids(); -1: none within the bound
    double cost = infinite;
};

/// Of each place of demand; of equals the earliest facility. The same for any number of threads.
/// Cancelled.
Result<std::vector<NearestFacility>>
nearestFacilities(const Roads& roads, const Facilities& facilities,
                  const std::vector<Demand>& demands, double bound, const CancelToken& cancel = {});

struct CatchmentRequest
{
    CoverLayer roads, from, to; ///< from the facilities to where people live
    QList<CoverLayer> barriers;
    QString capacity; ///< field of `from`; empty: 1 each
    QString people;   ///< field of `to`; empty: 1 each
    QString by;       ///< field of `to` that names its region; empty: all are one
    TravelModel model;
    double bound = 0; ///< in the model's unit of cost
    Decay decay = Decay::None;
};

/// A region's people and what they have.
struct CatchmentRegion
{
    QString name;
    qint64 places = 0;
    double people = 0;
    double without = 0; ///< people with nothing within the bound
    double supply = 0;  ///< what the people have together
    double ratio() const { return people > 0 ? supply / people : 0; }
};

struct CatchmentReport
{
    gdal::Crs crs; ///< of Demand::x and y
    std::vector<Demand> demands;
    Catchment catchment;
    QList<CatchmentRegion> regions; ///< by name
    CatchmentRegion total;
    double capacity = 0; ///< of all facilities
    double unused = 0;   ///< of those that nobody reaches
};

/// The same from layers. Errors: those of cover() and catchment().
Result<CatchmentReport> computeCatchment(const CatchmentRequest& request,
                                         const CancelToken& cancel = {},
                                         const ProgressSink& progress = {});

} // namespace checkup::spatial
