#pragma once

#include "tests/support/city_shapes.h"
#include "tests/support/made_city.h"

#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace test {

/// Where in a district land lies: in its 城区, in the rest of the 开发边界, in the country, in the
/// ecological redline.
enum Zone { Core, Boundary, Country, Redline };

struct District
{
    const char* code;
    const char16_t* name;
    double area, core, boundary, redline; ///< km²
    double homes, parks, town;            ///< of the core's and the boundary's town land
    double villageInside, villageOutside, villageRedline;
    double other;    ///< construction land outside towns and villages
    double farmland; ///< net of ridges
    std::vector<const char16_t*> streets;
    int villages;
};
/// Land area and what departments return for 2022 by district (data/samples/source); the rest is
/// invented so that it adds up to the city's figures.
const std::vector<District>& districts();

struct Unit
{
    int district = 0;
    Zone zone = Core;
    double area = 0; ///< km²
};

/// What a parcel is used for; 城镇村属性码 empty outside towns and villages.
struct LandUse
{
    QString code, town;
    bool operator==(const LandUse& other) const = default;
};

struct Parcel
{
    int unit = 0, row = 0, use = 0, useBefore = 0;
    int cut = 0;               ///< in its row: it lies between this cut and the next
    double ridges = 0;         ///< KCXS
    double wanted = 0;         ///< m² on the ellipsoid
    int street = 0;            ///< in its district, from 0
    int village = -1;          ///< in its district
    bool joinedBefore = false; ///< last year one parcel with the next one of the row
    bool movedBefore = false;  ///< last year its eastern border ran a little farther east
    double x = 0, y = 0;       ///< about the middle
};

/// The partition of the made-up city into parcels. Rows of parcels lie between wavy lines that run
/// from west to east; in a row each parcel ends where its area is reached.
class Land
{
public:
    Land(const CitySize& size, const Survey& survey);

    static constexpr double west = 590'000, south = 2'705'000, width = 50'000;

    const std::vector<Unit>& units() const { return m_units; }
    const std::vector<LandUse>& uses() const { return m_uses; }
    const std::vector<Parcel>& parcels() const { return m_parcels; }
    const Unit& unitOf(const Parcel& parcel) const
    {
        return m_units[static_cast<size_t>(parcel.unit)];
    }
    const LandUse& useOf(const Parcel& parcel) const
    {
        return m_uses[static_cast<size_t>(parcel.use)];
    }
    const LandUse& useBefore(const Parcel& parcel) const
    {
        return m_uses[static_cast<size_t>(parcel.useBefore)];
    }

    checkup::gdal::Rings rings(const Parcel& parcel) const;
    /// As it was last year; of joined parcels together, of the second one nothing.
    checkup::gdal::Rings ringsBefore(size_t parcel) const;
    /// What lies between the borders of this year and last year, when movedBefore.
    checkup::gdal::Rings sliver(const Parcel& parcel) const;
    /// Parcels as one shape each group; -1: in none.
    std::map<int, checkup::gdal::Rings>
    united(const std::function<int(const Parcel&)>& group) const;

    /// The unit that a point lies in; -1 outside the city.
    int unitAt(double x, double y) const;
    double height() const { return m_height; } ///< of the city, m
    /// A rectangle inside the parcel: parts of its width and height from its middle.
    checkup::gdal::Rings inside(const Parcel& parcel, double west, double east, double low,
                                double high) const;

private:
    struct Cut
    {
        double x = 0;
        size_t low = 0, high = 0; ///< vertices on the lines below and above
        size_t first = 0;         ///< inner vertices, upwards
    };
    struct Row
    {
        std::vector<Cut> cuts;
        double area = 0; ///< wanted, km²
    };
    struct Line
    {
        std::vector<double> x, y;    ///< bends, without the cuts
        size_t first = 0, count = 0; ///< vertices, with the cuts
        double at(double x) const;
    };

    void plan();
    void draw();
    void lastYear();
    void nameSeats();
    std::vector<std::uint32_t> ring(const Parcel& parcel) const;
    double lineArea(const Line& line, double from, double to) const;
    void append(checkup::gdal::Rings& rings, const std::vector<std::uint32_t>& ring) const;
    int useNumber(const LandUse& use);
    double cutAt(const Cut& cut, double y) const;

    CitySize m_size;
    const Survey& m_survey;
    std::vector<Unit> m_units;
    std::vector<LandUse> m_uses;
    std::vector<Parcel> m_parcels; ///< row by row from the west
    std::vector<size_t> m_rowBegins;
    std::vector<Row> m_rows;
    std::vector<Line> m_lines;
    std::vector<double> m_x, m_y;
    size_t m_inner = 4; ///< vertices of a cut between its ends
    double m_height = 0;
};

} // namespace test
