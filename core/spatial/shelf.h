#pragma once

#include "core/spatial/accessibility.h"
#include "core/spatial/intake.h"
#include "core/spatial/recipe.h"
#include "core/spatial/zones.h"

#include <functional>
#include <map>
#include <memory>

namespace checkup::spatial {

/// Districts or streets, ready to cut by.
struct RegionZones
{
    std::shared_ptr<const Zones> zones;
    std::vector<int> places; ///< of a class of the zones: number in Shelf::regions()
    QStringList unknown;     ///< names in the layer that are no region of the project
};

/// How far facilities reach, in one plane: one service of a recipe.
struct Served
{
    std::shared_ptr<const Facilities> facilities;
    std::shared_ptr<const Access> access; ///< none: as the crow flies alone
    double bound = 0;                     ///< in the model's unit
    double metres = 0;                    ///< as the crow flies
};

/// A recipe's reach, ready to be asked.
struct Nearness
{
    gdal::Crs plane;
    std::shared_ptr<const Roads> roads; ///< none: circles
    std::vector<std::vector<Served>> groups;
    double strip = 0;

    struct Standing
    {
        bool reached = false, circled = false;
        bool unreachable = false, noRoad = false; ///< why not
    };
    /// Of a place in the plane.
    Standing at(double x, double y) const;
    qint64 facilities() const;
    qint64 facilitiesWithoutRoad() const;
};

/// The layers that recipes are computed with besides those they measure, each read and built once
/// for all recipes: what cuts, districts, roads, facilities. For one thread; what it gives is read
/// by any number.
class Shelf
{
public:
    Shelf(QString projectPath, const project::YearData& data, int year, CancelToken cancel);

    const project::YearData& data() const { return m_data; }
    int year() const { return m_year; }
    const CancelToken& cancel() const { return m_cancel; }
    const QList<project::Region>& regions() const { return m_regions; } ///< districts, then streets
    int districts() const { return m_districts; }
    /// Number in regions() of a street's district; -1 for others.
    int districtOf(int region) const;

    /// A layer with the columns of a selection and some more, faults kept; a layer that lacks a
    /// column of `optional` is opened without.
    Result<ProjectLayer> open(const project::Layer& layer, const Selection& selection,
                              const QStringList& columns = {}, const QStringList& optional = {});
    /// The union of what the selection takes, in the target's coordinates.
    Result<std::shared_ptr<const Zones>> zones(const Selection& selection, const gdal::Crs& target);
    /// Layer XZQ's polygons or JDXZ's; without such a layer there are no zones.
    Result<RegionZones> regionZones(project::RegionLevel level, const gdal::Crs& target);
    /// `of` is the layer whose features are asked about; its plane is used where there are no
    /// roads.
    Result<std::shared_ptr<const Nearness>> nearness(const Reach& reach, const ProjectLayer& of);
    /// Lets go of what none of these recipes asks for.
    void keepFor(const std::vector<const Recipe*>& recipes);

    /// The service areas of a reach's groups, one after the other, to be cut by in turn; as circles
    /// if so wished.
    Result<std::vector<std::shared_ptr<const Zones>>>
    areas(const Reach& reach, const Nearness& nearness, bool circles, const gdal::Crs& target);

private:
    using Take = std::function<Result<void>(gdal::LayerFeature&)>;
    /// Features of a selection, vertex by vertex in a plane.
    Result<void> each(const Selection& selection, const gdal::Crs& plane, double minArea,
                      const std::function<void()>& beginLayer, const Take& take);
    Result<std::shared_ptr<const Roads>> roads(const Reach& reach, const Choice& choice);
    Result<std::shared_ptr<const Roads>> readRoads(const Reach& reach, const Choice& choice);
    Result<std::shared_ptr<const Facilities>> facilities(const Service& service,
                                                         const gdal::Crs& plane,
                                                         const Ground& ground,
                                                         const QString& network);

    QString m_projectPath;
    const project::YearData& m_data;
    int m_year;
    CancelToken m_cancel;
    QList<project::Region> m_regions;
    int m_districts = 0;
    /// What was made, and by which part of recipes it is asked for.
    template <class What>
    struct Kept
    {
        QString part;
        What what;
    };
    template <class What>
    using Board = std::map<QString, Kept<What>>;

    Board<std::shared_ptr<const Zones>> m_zones;
    std::map<QString, RegionZones> m_regionZones;
    Board<std::shared_ptr<const Roads>> m_networks; ///< as they were read
    Board<std::shared_ptr<const Roads>> m_roads;    ///< as they are asked
    Board<std::shared_ptr<const Facilities>> m_facilities;
    Board<std::shared_ptr<const Access>> m_access;
    Board<std::vector<std::shared_ptr<const Zones>>> m_areas;
};

/// The speeds and rules of a reach along roads. `columns` are those that the roads' layer has.
TravelModel modelOf(const Reach& reach, const QStringList& columns);

} // namespace checkup::spatial
