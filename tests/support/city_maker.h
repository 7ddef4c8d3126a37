#pragma once

#include "tests/support/city_land.h"
#include "tests/support/city_output.h"
#include "tests/support/made_city.h"

#include <array>
#include <utility>
#include <vector>

namespace test {

/// Makes the city layer by layer: the ground and its control lines (city_ground.cpp), who lives
/// there and what they need (city_people.cpp), streets and other lines (city_streets.cpp), what
/// stands on or is planned for parcels (city_sites.cpp).
class CityMaker
{
public:
    CityMaker(const CitySize& size, const QString& out, const Survey& survey)
        : m_size(size)
        , m_survey(survey)
        , m_land(size, survey)
        , m_sink(out, survey, !size.longRoads)
    {}

    Result<void> write();
    QByteArray answers() const { return m_answers.toCsv(); }

private:
    const District& districtOf(const Parcel& parcel) const;
    Zone zoneOf(const Parcel& parcel) const { return m_land.unitOf(parcel).zone; }
    bool isHome(const Parcel& parcel) const;
    static bool isUrbanOrRural(const LandUse& use);
    bool isBuilt(const Parcel& parcel) const;
    void measure();
    Result<void> regions();
    static QString streetCode(const District& district, int street);
    static QList<LayerField> parcelFields();

    /// The fields of a parcel with the use that it has, or had.
    QVariantList parcelValues(size_t number, const LandUse& use, double area, int year) const;
    static QString landName(const QString& code);
    void parcelAnswers(const QString& layer, const District& district, const LandUse& use,
                       const QVariantList& values, double area);
    Result<void> parcels();
    Result<void> parcelsBefore();

    /// Shapes made of whole parcels, one a district.
    Result<void> zones(const QString& layer, const QList<LayerField>& fields,
                       const std::function<bool(Zone)>& in,
                       const std::function<QVariantList(const District&)>& values);
    Result<void> controlLines();

    /// A rectangle in a parcel that has an area; nothing where that does not fit.
    Rings partOf(const Parcel& parcel, double wanted) const;

    /// Parcels of a kind in random order until an area is reached, the last one cut.
    Result<void> someParcels(const LayerPlan& plan, double wanted, quint64 stream,
                             const std::function<bool(const Parcel&)>& fits,
                             const std::function<QVariantList(const Parcel&, int, double)>& values);

    /// A star with a rugged outline, of thousands of vertices if wanted; radius is its largest.
    static Rings star(Dice& dice, double x, double y, double radius, int vertices);
    Result<void> heritage();

    /// Control lines of three kinds for benches: those of one kind do not touch one another.
    Result<void> moreControls();
    Result<void> homes();
    std::pair<double, double> placeIn(const Parcel& parcel, Dice& dice) const;

    /// People and jobs in squares of a kilometre that add up to the city's.
    Result<void> population();

    /// Sealed ground: built parcels of the 城区 until there are 223.6 km², as one shape a district.
    Result<void> sealed();

    // Roads ---------------------------------------------------------------------------------
    struct Street
    {
        int line = 0;  ///< of the grid; even lines run east, odd ones north
        int level = 0; ///< 0 the widest
        std::vector<double> x, y;
        int district = -1; ///< whose 城区 it lies wholly in
    };
    static constexpr int through = 4; ///< every fourth line goes on into the country

    static int levelOf(int index);
    Result<void> roads();

    /// Takes roads away until each 城区 has the length that its department returns.
    template <class Edges>
    void thinOut(Edges& edges, Dice& dice) const;

    /// The length of a line in each district's 城区.
    std::array<double, 6> coreLengths(const std::vector<double>& xs,
                                      const std::vector<double>& ys) const;
    void addCoreLength(const QString& layer, const std::vector<double>& xs,
                       const std::vector<double>& ys);

    /// The first metres of a line.
    void shorten(std::vector<double>& x, std::vector<double>& y, double length) const;

    /// Streets of the 城区 one after the other until a length is reached, the last one cut.
    Result<void> alongStreets(const LayerPlan& plan, double wanted, quint64 stream,
                              const std::function<QVariantList(int)>& values);

    /// Lines that wander through the city until a length is reached.
    void wander(const Sink::Add& add, const QString& layer, Dice& dice, double wanted,
                double longest, const QString& kind,
                const std::function<QVariantList(int)>& values);
    Result<void> lines();

    // Points --------------------------------------------------------------------------------
    Result<void> points(const QString& layer, const QList<LayerField>& fields, int count,
                        quint64 stream, Zone zone, const std::function<QVariantList(int)>& values);

    /// Where people live: mostly in homes of the 城区, some in villages.
    Result<void> nearHomes(const QString& layer, const QList<LayerField>& fields, double perSchool,
                           quint64 stream, const std::function<QVariantList(int, Dice&)>& values);
    Result<void> facilities();
    Result<void> cityPoints();

    // Polygons inside parcels ---------------------------------------------------------------
    Result<void> buildings();

    /// Rectangles in built parcels with a given area in all; kinds with their own sums.
    Result<void> lots(const LayerPlan& plan, quint64 stream,
                      const std::vector<std::pair<QString, double>>& kinds, int each,
                      const std::function<QVariantList(int, const QString&, double)>& values);
    double meanArea(const std::vector<size_t>& numbers) const;
    Result<void> sites();
    Result<void> sea();

    CitySize m_size;
    const Survey& m_survey;
    Land m_land;
    Sink m_sink;
    Answers m_answers;
    std::vector<double> m_areas; ///< m² by the survey's formula, of each parcel
    std::vector<size_t> m_homes;
    std::vector<Street> m_cityStreets;
};

} // namespace test
