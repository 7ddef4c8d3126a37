#include "tests/support/city_land.h"

#include <numeric>
#include <set>

namespace test {

using namespace Qt::StringLiterals;
using checkup::gdal::Rings;

namespace {

constexpr double squareKilometre = 1e6;

/// How much of one use there is in the city, km², and where it rather lies.
struct Amount
{
    const char16_t* code;
    const char16_t* town;
    double area;
    std::array<double, 4> likes; ///< by zone
    std::set<int> only = {};     ///< districts; empty: all
};

/// Adds up to what departments return for 2022 (data/samples/source); 2019's communiqué for the
/// proportions within.
const std::vector<Amount> homes{{u"0701", u"201", 107.8, {1, 0, 0, 0}},
                                {u"0702", u"201", 15.0, {1, 0, 0, 0}}};
const std::vector<Amount> town{
    {u"0601", u"201A", 67.6, {1, 2, 0, 0}}, {u"05H1", u"201", 19, {3, 1, 0, 0}},
    {u"0508", u"201", 12, {1, 3, 0, 0}},    {u"08H1", u"201", 11, {2, 1, 0, 0}},
    {u"08H2", u"201", 30, {1, 1, 0, 0}},    {u"0809", u"201", 8, {1, 1, 0, 0}},
    {u"1004", u"201", 44.9, {2, 1, 0, 0}},  {u"1005", u"201", 4, {1, 1, 0, 0}},
    {u"1201", u"201", 3, {0, 1, 0, 0}}};
const std::vector<Amount> village{
    {u"0702", u"203", 30.4, {0, 1, 2, 1}}, {u"0601", u"203A", 18, {0, 2, 1, 0.3}},
    {u"05H1", u"203", 3, {0, 1, 1, 0}},    {u"0508", u"203", 0.5, {0, 1, 1, 0}},
    {u"08H1", u"203", 1.7, {0, 1, 1, 0}},  {u"08H2", u"203", 4.5, {0, 1, 1, 0.3}},
    {u"0809", u"203", 3, {0, 1, 1, 1}},    {u"1004", u"203", 14.2, {0, 1, 1, 1}},
    {u"1201", u"203", 10.07, {0, 1, 1, 1}}};
const std::vector<Amount> other{{u"0602", u"204", 13.7, {0, 0.3, 1, 0}, {1, 3, 4, 5}},
                                {u"09", u"205", 1.9, {0, 0, 1, 0}},
                                {u"1001", u"", 7.3, {1, 1, 1, 0}},
                                {u"1002", u"", 3.7, {3, 1, 0, 0}},
                                {u"1003", u"", 68.5, {1, 1, 2, 0}},
                                {u"1007", u"", 12.5, {1, 0, 1, 0}, {2, 5}},
                                {u"1008", u"", 20.8, {1, 1, 1, 0}, {0, 1, 5}},
                                {u"1109", u"", 3.53, {0, 0, 1, 0}}};
const std::vector<Amount> farmland{{u"0101", u"", 75, {0, 1, 1, 0}},
                                   {u"0102", u"", 66, {0, 1, 1, 0}},
                                   {u"0103", u"", 11.264, {0, 1, 1, 0}}};
/// The first gets what is left.
const std::vector<Amount> nature{
    {u"0201", u"", 0, {0.2, 1, 2, 0.5}},   {u"0202", u"", 15.8, {0, 0, 1, 1}},
    {u"0204", u"", 4.8, {0, 1, 1, 0}},     {u"0301", u"", 486.6, {1.5, 1, 2, 10}},
    {u"0301K", u"", 0.7, {0, 0, 1, 2}},    {u"0302", u"", 3.2, {0, 0, 1, 2}},
    {u"0305", u"", 8.4, {0, 0, 1, 2}},     {u"0307", u"", 51.96, {0.5, 1, 2, 1}},
    {u"0404", u"", 20.4, {1, 1, 1, 0.3}},  {u"1105", u"", 114.1, {1, 0.5, 2, 1}},
    {u"0303", u"", 0.7, {0, 0, 1, 3}},     {u"1106", u"", 2.69, {0, 0, 1, 0}},
    {u"1101", u"", 18, {1, 1, 1, 0.3}},    {u"1102", u"", 1.25, {5, 0, 0, 0}},
    {u"1103", u"", 19.5, {0, 0, 1, 1}},    {u"1104", u"", 22, {0.1, 1, 2, 0.1}},
    {u"1104A", u"", 10, {0, 0.5, 2, 0}},   {u"1107", u"", 6, {0.3, 1, 1, 0}},
    {u"1006", u"", 9, {0.1, 0.5, 1, 0.3}}, {u"1202", u"", 4, {0, 0.3, 1, 0}},
    {u"1206", u"", 1, {0, 0.3, 1, 0.5}},   {u"1207", u"", 0.5, {0, 0, 1, 1}}};

using Matrix = std::vector<std::vector<double>>;

/// Scales rows and columns by turns until both have their sums.
void balance(Matrix& cells, const std::vector<double>& rows, const std::vector<double>& columns)
{
    for (int turn = 0; turn < 400; ++turn) {
        for (size_t c = 0; c < columns.size(); ++c) {
            double sum = 0;
            for (const auto& row : cells)
                sum += row[c];
            for (auto& row : cells)
                row[c] *= sum > 0 ? columns[c] / sum : 0;
        }
        for (size_t r = 0; r < rows.size(); ++r) {
            const double sum = std::accumulate(cells[r].begin(), cells[r].end(), 0.0);
            for (double& cell : cells[r])
                cell *= sum > 0 ? rows[r] / sum : 0;
        }
    }
}

/// The uses' amounts in each unit; amounts too small for a parcel are left to other units.
Matrix shareOut(const std::vector<Amount>& amounts, const std::vector<Unit>& units,
                const std::vector<double>& wanted, const std::vector<double>& parcelArea)
{
    std::vector<double> columns;
    for (const Amount& amount : amounts)
        columns.push_back(amount.area);
    Matrix seeds(units.size(), std::vector<double>(amounts.size()));
    for (size_t u = 0; u < units.size(); ++u) {
        for (size_t c = 0; c < amounts.size(); ++c) {
            const bool here =
                amounts[c].only.empty() || amounts[c].only.contains(units[u].district);
            seeds[u][c] = here && wanted[u] > 0 ? amounts[c].likes[units[u].zone] : 0;
        }
    }
    Matrix cells = seeds;
    balance(cells, wanted, columns);
    for (int round = 0; round < 4; ++round) {
        for (size_t c = 0; c < amounts.size(); ++c) {
            double largest = 0;
            for (size_t u = 0; u < units.size(); ++u)
                largest = std::max(largest, cells[u][c]);
            for (size_t u = 0; u < units.size(); ++u) {
                const double mostOfUnit = *std::max_element(cells[u].begin(), cells[u].end());
                if (cells[u][c] < 0.25 * parcelArea[u] && cells[u][c] < largest &&
                    cells[u][c] < mostOfUnit)
                    seeds[u][c] = 0;
            }
        }
        cells = seeds;
        balance(cells, wanted, columns);
    }
    return cells;
}

/// `total` shared out by weights in whole numbers.
std::vector<int> apportion(int total, const std::vector<double>& weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<int> counts;
    double before = 0;
    for (const double weight : weights) {
        const double after = before + weight;
        counts.push_back(
            static_cast<int>(std::lround(after / sum * total) - std::lround(before / sum * total)));
        before = after;
    }
    return counts;
}

} // namespace

const std::vector<District>& districts()
{
    static const std::vector<District> all{
        {"350203",
         u"思明区",
         84.26,
         63.2,
         6,
         10,
         27.6,
         14.2,
         9.2,
         0,
         0.5,
         0.1,
         10.8,
         0,
         {u"厦港街道", u"中华街道", u"滨海街道", u"鹭江街道", u"开元街道", u"梧村街道", u"筼筜街道",
          u"莲前街道", u"嘉莲街道", u"鼓浪屿街道"},
         0},
        {"350205",
         u"海沧区",
         186.45,
         71.5,
         35,
         28,
         18.3,
         7.8,
         42.9,
         8,
         6.9,
         0.4,
         21.9,
         4.023,
         {u"海沧街道", u"新阳街道", u"嵩屿街道", u"东孚街道"},
         13},
        {"350206",
         u"湖里区",
         73.78,
         66.8,
         3,
         0,
         27.1,
         11.9,
         14,
         1,
         0.2,
         0,
         12.6,
         0,
         {u"湖里街道", u"殿前街道", u"禾山街道", u"江头街道", u"金山街道"},
         0},
        {"350211",
         u"集美区",
         275.79,
         88.4,
         40,
         55,
         23.8,
         10.8,
         41,
         9.4,
         9.1,
         0.6,
         23.6,
         12.906,
         {u"集美街道", u"侨英街道", u"杏林街道", u"杏滨街道", u"灌口镇", u"后溪镇"},
         21},
        {"350212",
         u"同安区",
         669.36,
         64.25,
         46,
         165,
         15.2,
         6.9,
         47.9,
         8,
         15.6,
         1.5,
         26.8,
         73.508,
         {u"大同街道", u"祥平街道", u"新民街道", u"西柯街道", u"洪塘镇", u"五显镇", u"莲花镇",
          u"汀溪镇"},
         66},
        {"350213",
         u"翔安区",
         410.97,
         56,
         45.45,
         30.02,
         10.8,
         5.6,
         44.5,
         7,
         16.46,
         0.61,
         36.23,
         61.827,
         {u"大嶝街道", u"马巷街道", u"凤翔街道", u"金海街道", u"新店街道", u"新圩镇", u"内厝镇"},
         47},
    };
    return all;
}

Land::Land(const CitySize& size, const Survey& survey)
    : m_size(size)
    , m_survey(survey)
    , m_inner(size.longRoads ? 2 : 4)
{
    plan();
    draw();
    nameSeats();
    lastYear();
}

int Land::useNumber(const LandUse& use)
{
    const auto known = std::find(m_uses.begin(), m_uses.end(), use);
    if (known != m_uses.end())
        return static_cast<int>(known - m_uses.begin());
    m_uses.push_back(use);
    return static_cast<int>(m_uses.size()) - 1;
}

void Land::plan()
{
    // Two bands of districts; in each the units stand side by side in this order.
    const std::vector<std::vector<std::pair<int, std::vector<Zone>>>> bands{
        {{1, {Redline, Country, Boundary, Core}},
         {0, {Core, Boundary, Country, Redline}},
         {2, {Core, Boundary, Country}}},
        {{3, {Redline, Country, Boundary, Core}},
         {4, {Core, Boundary, Country, Redline}},
         {5, {Redline, Country, Boundary, Core}}}};
    std::vector<int> bandOf;
    for (size_t band = 0; band < bands.size(); ++band) {
        for (const auto& [number, zones] : bands[band]) {
            const District& d = districts()[static_cast<size_t>(number)];
            const std::array<double, 4> areas{d.core, d.boundary,
                                              d.area - d.core - d.boundary - d.redline, d.redline};
            for (const Zone zone : zones) {
                m_units.push_back({number, zone, areas[zone]});
                bandOf.push_back(static_cast<int>(band));
            }
        }
    }
    const size_t count = m_units.size();

    constexpr std::array<double, 4> density{3, 1.5, 1, 0.5};
    double weight = 0;
    for (const Unit& unit : m_units)
        weight += unit.area * density[unit.zone];
    std::vector<double> parcelArea;
    for (const Unit& unit : m_units)
        parcelArea.push_back(weight / m_size.parcels / density[unit.zone]);

    // How much of each use lies in each unit.
    std::vector<double> homesIn(count), townIn(count), villageIn(count), otherIn(count),
        farmIn(count), left(count);
    const auto unitNumber = [this](int district, Zone zone) {
        for (size_t u = 0; u < m_units.size(); ++u) {
            if (m_units[u].district == district && m_units[u].zone == zone)
                return u;
        }
        return m_units.size();
    };
    struct Wanted
    {
        LandUse use;
        double area;
        double ridges = 0;
    };
    std::vector<std::vector<Wanted>> wanted(count);
    Dice dice(m_size.seed, 1);
    for (size_t i = 0; i < districts().size(); ++i) {
        const District& d = districts()[i];
        const int number = static_cast<int>(i);
        const size_t core = unitNumber(number, Core);
        const size_t edge = unitNumber(number, Boundary);
        const size_t country = unitNumber(number, Country);
        homesIn[core] = d.homes;
        townIn[core] = std::min(d.town, 0.85 * (d.core - d.homes - d.parks));
        townIn[edge] = d.town - townIn[core];
        villageIn[edge] = d.villageInside;
        villageIn[country] = d.villageOutside;
        if (const size_t red = unitNumber(number, Redline); red < count)
            villageIn[red] = d.villageRedline;
        farmIn[edge] = 0.08 * d.farmland;
        farmIn[country] = 0.92 * d.farmland;
        constexpr double withRidges = 1.06;
        const double freeCore = d.core - d.homes - d.parks - townIn[core];
        const double freeEdge =
            d.boundary - townIn[edge] - villageIn[edge] - withRidges * farmIn[edge];
        const double freeCountry =
            m_units[country].area - villageIn[country] - withRidges * farmIn[country];
        const double all = 3 * freeCore + 3 * freeEdge + freeCountry;
        otherIn[core] = d.other * 3 * freeCore / all;
        otherIn[edge] = d.other * 3 * freeEdge / all;
        otherIn[country] = d.other * freeCountry / all;
        wanted[core].push_back({{u"0810"_s, u"201"_s}, d.parks});
    }
    const auto take = [&](const std::vector<Amount>& amounts, const std::vector<double>& areas) {
        const Matrix cells = shareOut(amounts, m_units, areas, parcelArea);
        for (size_t u = 0; u < count; ++u) {
            for (size_t c = 0; c < amounts.size(); ++c) {
                if (cells[u][c] > 0)
                    wanted[u].push_back(
                        {{QString::fromUtf16(amounts[c].code), QString::fromUtf16(amounts[c].town)},
                         cells[u][c]});
            }
        }
    };
    take(homes, homesIn);
    take(town, townIn);
    take(village, villageIn);
    take(other, otherIn);

    // Parcels of each unit: uses with their areas; the farmland's ridges come on top.
    struct Slot
    {
        int use;
        int constraint; ///< of the unit's wanted
        double area, ridges;
    };
    std::vector<std::vector<Slot>> slotsOf(count);
    std::vector<std::vector<double>> sums(count); ///< net, by constraint
    const auto slotsFor = [&](size_t u, const Wanted& one, bool isFarmland) {
        const int n = std::max(1, static_cast<int>(std::lround(one.area / parcelArea[u])));
        std::vector<Slot> made;
        double net = 0;
        for (int i = 0; i < n; ++i) {
            LandUse use = one.use;
            // Small towns beside the city, parks that are squares, universities.
            if (m_units[u].zone == Boundary && m_units[u].district >= 3 &&
                use.town.startsWith(u"201") && dice.unit() < 0.3)
                use.town = u"202"_s + use.town.mid(3);
            if (use.code == u"0810" && dice.unit() < 0.1)
                use.code = u"0810A"_s;
            if (use.code == u"08H2" && dice.unit() < 0.1)
                use.code = u"08H2A"_s;
            double ridges = 0;
            if (isFarmland && use.code != u"0101")
                ridges = std::array{0.0, 0.0312, 0.0587, 0.0745}[dice.below(4)];
            made.push_back(
                {useNumber(use), static_cast<int>(sums[u].size()), dice.in(0.6, 1.4), ridges});
            net += made.back().area * (1 - ridges);
        }
        double gross = 0;
        for (Slot& slot : made) {
            slot.area *= one.area / net;
            gross += slot.area;
        }
        sums[u].push_back(one.area);
        slotsOf[u].insert(slotsOf[u].end(), made.begin(), made.end());
        return gross;
    };
    for (size_t u = 0; u < count; ++u) {
        left[u] = m_units[u].area;
        for (const Wanted& one : wanted[u])
            left[u] -= slotsFor(u, one, false);
        wanted[u].clear();
    }
    take(farmland, farmIn);
    for (size_t u = 0; u < count; ++u) {
        for (const Wanted& one : wanted[u])
            left[u] -= slotsFor(u, one, true);
        wanted[u].clear();
    }
    std::vector<Amount> rest = nature;
    rest[0].area = std::accumulate(left.begin(), left.end(), 0.0);
    for (size_t c = 1; c < rest.size(); ++c)
        rest[0].area -= rest[c].area;
    take(rest, left);
    for (size_t u = 0; u < count; ++u) {
        for (const Wanted& one : wanted[u])
            slotsFor(u, one, false);
    }

    // Rows of about equal height, and how much of each unit lies in each.
    const double cityArea = std::accumulate(m_units.begin(), m_units.end(), 0.0,
                                            [](double sum, const Unit& u) { return sum + u.area; });
    m_height = cityArea * squareKilometre / width;
    const double rowHeight = 0.92 * std::sqrt(parcelArea[0] * density[m_units[0].zone] / 3) * 1000;
    size_t before = 0;
    for (size_t band = 0; band < bands.size(); ++band) {
        std::vector<size_t> here;
        double area = 0;
        for (size_t u = 0; u < count; ++u) {
            if (bandOf[u] == static_cast<int>(band) && m_units[u].area > 0) {
                here.push_back(u);
                area += m_units[u].area;
            }
        }
        const auto rows = static_cast<size_t>(
            std::max(8L, std::lround(area * squareKilometre / width / rowHeight)));
        Matrix shape(rows, std::vector<double>(here.size()));
        for (size_t r = 0; r < rows; ++r) {
            const double t = (static_cast<double>(r) + 0.5) / static_cast<double>(rows);
            const auto hill = [t](double at, double spread) {
                const double value = std::exp(-std::pow((t - at) / spread, 2));
                return value < 0.05 ? 0 : value;
            };
            for (size_t i = 0; i < here.size(); ++i) {
                constexpr double low = 0.35, far = 0.75;
                switch (m_units[here[i]].zone) {
                case Core:
                    shape[r][i] = hill(low, 0.3);
                    break;
                case Boundary:
                    shape[r][i] = hill(0.4, 0.4);
                    break;
                case Country:
                    shape[r][i] = 1;
                    break;
                case Redline:
                    shape[r][i] = band == 0 ? hill(0.5, 0.4) : hill(far, 0.25);
                    break;
                }
            }
        }
        std::vector<double> columns;
        for (const size_t u : here)
            columns.push_back(m_units[u].area);
        balance(shape, std::vector<double>(rows, area / static_cast<double>(rows)), columns);

        // Which row a unit's parcels lie in, from west to east; then which use goes where.
        std::vector<std::vector<Parcel>> rowParcels(rows);
        std::vector<std::vector<std::vector<Parcel>>> cells(
            rows, std::vector<std::vector<Parcel>>(here.size()));
        for (size_t i = 0; i < here.size(); ++i) {
            const size_t u = here[i];
            std::vector<double> weights;
            for (size_t r = 0; r < rows; ++r)
                weights.push_back(shape[r][i]);
            const std::vector<int> counts = apportion(static_cast<int>(slotsOf[u].size()), weights);
            struct Place
            {
                size_t row;
                double key;
                int index;
            };
            std::vector<Place> places;
            const bool isCountry = m_units[u].zone == Country || m_units[u].zone == Redline;
            const Noise noise(m_size.seed, 100 + u, isCountry ? 25'000 : 12'000);
            for (size_t r = 0; r < rows; ++r) {
                double x = 0;
                for (size_t k = 0; k < i; ++k)
                    x += shape[r][k];
                for (int n = 0; n < counts[r]; ++n) {
                    const double at = (x + shape[r][i] * (n + 0.5) / counts[r]) / area *
                                      static_cast<double>(rows) * width;
                    const double y = static_cast<double>(before + r) * rowHeight;
                    places.push_back(
                        {r, noise.at(at, y) + (isCountry ? 0.3 : 0.8) * dice.unit(), n});
                }
            }
            std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
                return std::tie(a.key, a.row, a.index) < std::tie(b.key, b.row, b.index);
            });
            for (size_t r = 0; r < rows; ++r)
                cells[r][i].resize(static_cast<size_t>(counts[r]));
            for (size_t p = 0; p < places.size(); ++p) {
                const Slot& slot = slotsOf[u][p];
                Parcel parcel;
                parcel.unit = static_cast<int>(u);
                parcel.row = static_cast<int>(before + places[p].row);
                parcel.use = parcel.useBefore = slot.use;
                parcel.ridges = slot.ridges;
                parcel.wanted = slot.area;
                parcel.village = slot.constraint; // for the balance below
                cells[places[p].row][i][static_cast<size_t>(places[p].index)] = parcel;
            }
        }
        for (size_t r = 0; r < rows; ++r) {
            for (const auto& cell : cells[r])
                rowParcels[r].insert(rowParcels[r].end(), cell.begin(), cell.end());
        }
        // Rows of equal area as far as the uses' sums allow.
        for (int turn = 0; turn < 30; ++turn) {
            for (auto& row : rowParcels) {
                double sum = 0;
                for (const Parcel& parcel : row)
                    sum += parcel.wanted;
                for (Parcel& parcel : row)
                    parcel.wanted *= area / static_cast<double>(rows) / sum;
            }
            std::vector<std::vector<double>> have(count);
            for (size_t u = 0; u < count; ++u)
                have[u].resize(sums[u].size());
            const auto net = [&have](const Parcel& parcel) -> double& {
                return have[static_cast<size_t>(parcel.unit)][static_cast<size_t>(parcel.village)];
            };
            for (const auto& row : rowParcels) {
                for (const Parcel& parcel : row)
                    net(parcel) += parcel.wanted * (1 - parcel.ridges);
            }
            for (auto& row : rowParcels) {
                for (Parcel& parcel : row)
                    parcel.wanted *= sums[static_cast<size_t>(parcel.unit)]
                                         [static_cast<size_t>(parcel.village)] /
                                     net(parcel);
            }
        }
        for (size_t r = 0; r < rows; ++r) {
            m_rowBegins.push_back(m_parcels.size());
            m_rows.push_back({{}, area / static_cast<double>(rows)});
            int cut = 0;
            for (Parcel& parcel : rowParcels[r]) {
                parcel.cut = cut++;
                parcel.village = -1;
                parcel.wanted *= squareKilometre;
                m_parcels.push_back(parcel);
            }
        }
        before += rows;
    }
    m_rowBegins.push_back(m_parcels.size());
}

double Land::Line::at(double where) const
{
    const auto next = std::clamp<ptrdiff_t>(std::upper_bound(x.begin(), x.end(), where) - x.begin(),
                                            1, static_cast<ptrdiff_t>(x.size()) - 1);
    const auto i = static_cast<size_t>(next);
    return y[i - 1] + (y[i] - y[i - 1]) * (where - x[i - 1]) / (x[i] - x[i - 1]);
}

void Land::draw()
{
    // Lines: the rows' heights follow their areas (the plane's, which are a little larger).
    const double spacing = width * static_cast<double>(m_rows.size()) /
                           static_cast<double>(m_parcels.size()) / (m_size.longRoads ? 2.0 : 4.5);
    const Noise swing(m_size.seed, 50, 20'000);
    Dice dice(m_size.seed, 51);
    const double margin = 0.3 * width;
    double y = south;
    for (size_t r = 0; r <= m_rows.size(); ++r) {
        const double h = m_rows[std::min(r, m_rows.size() - 1)].area * squareKilometre / width;
        Line line;
        for (double x = -margin; x < width + margin; x += spacing * dice.in(0.7, 1.3)) {
            line.x.push_back(west + x);
            line.y.push_back(y + 400 * (swing.at(x, y - south) - 0.5) + 0.06 * h * dice.in(-1, 1));
        }
        m_lines.push_back(std::move(line));
        y += h * Survey::areaScale(west + width / 2, y);
    }

    // Cuts: walk east until a parcel has its area.
    const Noise shore(m_size.seed, 52, 15'000);
    for (size_t r = 0; r < m_rows.size(); ++r) {
        const Line& low = m_lines[r];
        const Line& high = m_lines[r + 1];
        double x = west + 500 * shore.at(0, static_cast<double>(r) * 200);
        m_rows[r].cuts.push_back({x});
        size_t i =
            static_cast<size_t>(std::upper_bound(low.x.begin(), low.x.end(), x) - low.x.begin());
        size_t k =
            static_cast<size_t>(std::upper_bound(high.x.begin(), high.x.end(), x) - high.x.begin());
        for (size_t p = m_rowBegins[r]; p < m_rowBegins[r + 1]; ++p) {
            Parcel& parcel = m_parcels[p];
            const double height = high.at(x) - low.at(x);
            const double begin = x;
            double todo =
                parcel.wanted * Survey::areaScale(x + parcel.wanted / height / 2, low.at(x));
            for (;;) {
                const double next = std::min(low.x[i], high.x[k]);
                const double h0 = high.at(x) - low.at(x);
                const double h1 = high.at(next) - low.at(next);
                const double here = (h0 + h1) / 2 * (next - x);
                if (here < todo) {
                    todo -= here;
                    x = next;
                    i += low.x[i] <= x ? 1 : 0;
                    k += high.x[k] <= x ? 1 : 0;
                    continue;
                }
                const double slope = (h1 - h0) / (next - x);
                x += 2 * todo / (h0 + std::sqrt(h0 * h0 + 2 * slope * todo));
                break;
            }
            m_rows[r].cuts.push_back({x});
            parcel.x = (begin + x) / 2;
            parcel.y = (low.at(parcel.x) + high.at(parcel.x)) / 2;
        }
    }

    // Vertices: bends and cuts of a line in one order, so that both sides have the same.
    const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
    for (size_t l = 0; l < m_lines.size(); ++l) {
        struct At
        {
            double x;
            Cut* cut;
            bool low;
        };
        std::vector<At> places;
        for (const double x : m_lines[l].x)
            places.push_back({x, nullptr, false});
        if (l < m_rows.size()) {
            for (Cut& cut : m_rows[l].cuts)
                places.push_back({cut.x, &cut, true});
        }
        if (l > 0) {
            for (Cut& cut : m_rows[l - 1].cuts)
                places.push_back({cut.x, &cut, false});
        }
        std::stable_sort(places.begin(), places.end(),
                         [](const At& a, const At& b) { return a.x < b.x; });
        m_lines[l].first = m_x.size();
        for (const At& place : places) {
            // What is closer than a centimetre is one vertex.
            if (m_x.size() == m_lines[l].first || place.x - m_x.back() > 0.01) {
                m_x.push_back(rounded(place.x));
                m_y.push_back(rounded(m_lines[l].at(place.x)));
            }
            if (place.cut)
                (place.low ? place.cut->low : place.cut->high) = m_x.size() - 1;
        }
        m_lines[l].count = m_x.size() - m_lines[l].first;
    }
    for (Row& row : m_rows) {
        for (size_t c = 0; c < row.cuts.size(); ++c) {
            Cut& cut = row.cuts[c];
            double room = m_y[cut.high] - m_y[cut.low];
            if (c > 0)
                room = std::min(room, cut.x - row.cuts[c - 1].x);
            if (c + 1 < row.cuts.size())
                room = std::min(room, row.cuts[c + 1].x - cut.x);
            std::vector<double> aside;
            for (size_t i = 0; i < m_inner; ++i)
                aside.push_back(dice.in(-0.08, 0.08) * room);
            // What one bulge takes the others give.
            const double mean =
                std::accumulate(aside.begin(), aside.end(), 0.0) / static_cast<double>(m_inner);
            cut.first = m_x.size();
            for (size_t i = 0; i < m_inner; ++i) {
                const double t = static_cast<double>(i + 1) / static_cast<double>(m_inner + 1);
                m_x.push_back(rounded(cut.x + aside[i] - mean));
                m_y.push_back(rounded(m_y[cut.low] + t * (m_y[cut.high] - m_y[cut.low])));
            }
        }
    }
}

void Land::nameSeats()
{
    // Streets: the district from south to north, by equal areas.
    std::vector<double> done(districts().size());
    std::vector<std::vector<std::vector<size_t>>> country(districts().size());
    for (auto& rows : country)
        rows.resize(m_rows.size());
    for (size_t r = 0; r < m_rows.size(); ++r) {
        std::vector<double> here(districts().size());
        for (size_t p = m_rowBegins[r]; p < m_rowBegins[r + 1]; ++p)
            here[static_cast<size_t>(unitOf(m_parcels[p]).district)] += m_parcels[p].wanted;
        for (size_t p = m_rowBegins[r]; p < m_rowBegins[r + 1]; ++p) {
            const auto d = static_cast<size_t>(unitOf(m_parcels[p]).district);
            const District& district = districts()[d];
            const double share = (done[d] + here[d] / 2) / (district.area * squareKilometre);
            const int streets = static_cast<int>(district.streets.size());
            m_parcels[p].street = std::clamp(static_cast<int>(share * streets), 0, streets - 1);
            if (unitOf(m_parcels[p]).zone == Country)
                country[d][r].push_back(p);
        }
        for (size_t d = 0; d < done.size(); ++d)
            done[d] += here[d];
    }
    // Villages: blocks of rows of the country, cut from west to east.
    for (size_t d = 0; d < districts().size(); ++d) {
        const int villages = districts()[d].villages;
        if (villages == 0)
            continue;
        std::vector<size_t> rows;
        for (size_t r = 0; r < m_rows.size(); ++r) {
            if (!country[d][r].empty())
                rows.push_back(r);
        }
        const int blocks = static_cast<int>(std::ceil(std::sqrt(villages)));
        const std::vector<int> inBlock =
            apportion(villages, std::vector<double>(static_cast<size_t>(blocks), 1.0));
        int first = 0;
        for (int b = 0; b < blocks; ++b) {
            std::vector<size_t> parcels;
            const auto n = static_cast<int>(rows.size());
            for (int i = b * n / blocks; i < (b + 1) * n / blocks; ++i) {
                const auto& row = country[d][rows[static_cast<size_t>(i)]];
                parcels.insert(parcels.end(), row.begin(), row.end());
            }
            std::stable_sort(parcels.begin(), parcels.end(), [this](size_t a, size_t c) {
                return m_parcels[a].x < m_parcels[c].x;
            });
            const int here = inBlock[static_cast<size_t>(b)];
            for (size_t i = 0; i < parcels.size(); ++i)
                m_parcels[parcels[i]].village =
                    first + static_cast<int>(i * static_cast<size_t>(here) / parcels.size());
            first += here;
        }
    }
}

void Land::lastYear()
{
    Dice dice(m_size.seed, 60);
    const auto number = [this](const char16_t* code, const char16_t* town) {
        return useNumber({QString::fromUtf16(code), QString::fromUtf16(town)});
    };
    const int orchard = number(u"0201", u"");
    const int wood = number(u"0307", u"");
    const int field = number(u"0103", u"");
    const int pond = number(u"1104", u"");
    const int lot = number(u"1201", u"201");
    for (Parcel& parcel : m_parcels) {
        const LandUse& use = useOf(parcel);
        const Zone zone = unitOf(parcel).zone;
        if (dice.unit() > 0.03 || parcel.ridges > 0)
            continue;
        // What was built in the year was fields, orchards and woods; what is farmed anew was
        // orchards and ponds; parks were empty lots.
        if (zone != Core && (use.town.startsWith(u"20") || use.code == u"1003"))
            parcel.useBefore = std::array{orchard, wood, field}[dice.below(3)];
        else if (use.code == u"0101")
            parcel.useBefore = dice.unit() < 0.5 ? orchard : pond;
        else if (use.code.startsWith(u"0810"))
            parcel.useBefore = lot;
    }
    for (size_t p = 0; p + 1 < m_parcels.size(); ++p) {
        Parcel& parcel = m_parcels[p];
        const Parcel& next = m_parcels[p + 1];
        if (next.row != parcel.row || next.cut != parcel.cut + 1 || next.unit != parcel.unit ||
            next.street != parcel.street || (p > 0 && m_parcels[p - 1].joinedBefore) ||
            (p > 0 && m_parcels[p - 1].movedBefore))
            continue;
        if (parcel.useBefore == next.useBefore && parcel.ridges == next.ridges && dice.unit() < 0.1)
            parcel.joinedBefore = true;
        else if (dice.unit() < 0.005)
            parcel.movedBefore = true;
    }
    // A joined parcel's farther borders stay where they are.
    for (size_t p = 0; p + 1 < m_parcels.size(); ++p) {
        if (m_parcels[p].joinedBefore)
            m_parcels[p + 1].movedBefore = false;
    }
}

std::vector<std::uint32_t> Land::ring(const Parcel& parcel) const
{
    const auto& cuts = m_rows[static_cast<size_t>(parcel.row)].cuts;
    const Cut& left = cuts[static_cast<size_t>(parcel.cut)];
    const Cut& right = cuts[static_cast<size_t>(parcel.cut) + 1];
    std::vector<std::uint32_t> ids;
    const auto add = [&ids](size_t id) { ids.push_back(static_cast<std::uint32_t>(id)); };
    for (size_t i = left.low; i <= right.low; ++i)
        add(i);
    for (size_t i = 0; i < m_inner; ++i)
        add(right.first + i);
    for (size_t i = right.high + 1; i-- > left.high;)
        add(i);
    for (size_t i = m_inner; i-- > 0;)
        add(left.first + i);
    add(left.low);
    return ids;
}

void Land::append(Rings& rings, const std::vector<std::uint32_t>& ids) const
{
    rings.begins.push_back(rings.x.size());
    rings.holes.push_back(0);
    for (const std::uint32_t id : ids) {
        rings.x.push_back(m_x[id]);
        rings.y.push_back(m_y[id]);
    }
}

Rings Land::rings(const Parcel& parcel) const
{
    Rings made;
    append(made, ring(parcel));
    return made;
}

namespace {

constexpr double moved = 0.2; // m

} // namespace

Rings Land::ringsBefore(size_t number) const
{
    const Parcel& parcel = m_parcels[number];
    if (number > 0 && m_parcels[number - 1].joinedBefore)
        return {};
    Rings made;
    std::vector<std::uint32_t> ids = ring(parcel);
    const auto& cuts = m_rows[static_cast<size_t>(parcel.row)].cuts;
    const Cut& left = cuts[static_cast<size_t>(parcel.cut)];
    const Cut& right = cuts[static_cast<size_t>(parcel.cut) + 1];
    if (parcel.joinedBefore) {
        const Cut& end = cuts[static_cast<size_t>(parcel.cut) + 2];
        ids.clear();
        const auto add = [&ids](size_t id) { ids.push_back(static_cast<std::uint32_t>(id)); };
        for (size_t i = left.low; i <= end.low; ++i)
            add(i);
        for (size_t i = 0; i < m_inner; ++i)
            add(end.first + i);
        for (size_t i = end.high + 1; i-- > left.high;)
            add(i);
        for (size_t i = m_inner; i-- > 0;)
            add(left.first + i);
        add(left.low);
    }
    append(made, ids);
    const auto shift = [&](const Cut& cut) {
        for (size_t i = 0; i < ids.size(); ++i) {
            if (ids[i] >= cut.first && ids[i] < cut.first + m_inner)
                made.x[i] += moved;
        }
    };
    if (parcel.movedBefore)
        shift(right);
    const bool westMoved =
        number > 0 && m_parcels[number - 1].row == parcel.row && m_parcels[number - 1].movedBefore;
    if (westMoved)
        shift(left);
    return made;
}

Rings Land::sliver(const Parcel& parcel) const
{
    const Cut& cut =
        m_rows[static_cast<size_t>(parcel.row)].cuts[static_cast<size_t>(parcel.cut) + 1];
    std::vector<double> x{m_x[cut.low]}, y{m_y[cut.low]};
    for (size_t i = 0; i < m_inner; ++i) {
        x.push_back(m_x[cut.first + i] + moved);
        y.push_back(m_y[cut.first + i]);
    }
    x.push_back(m_x[cut.high]);
    y.push_back(m_y[cut.high]);
    for (size_t i = m_inner; i-- > 0;) {
        x.push_back(m_x[cut.first + i]);
        y.push_back(m_y[cut.first + i]);
    }
    Rings made;
    addRing(made, x, y);
    return made;
}

Rings Land::inside(const Parcel& parcel, double from, double to, double low, double high) const
{
    const auto r = static_cast<size_t>(parcel.row);
    const auto& cuts = m_rows[r].cuts;
    const double left = cuts[static_cast<size_t>(parcel.cut)].x;
    const double right = cuts[static_cast<size_t>(parcel.cut) + 1].x;
    const double minX = left + (right - left) * from;
    const double maxX = left + (right - left) * to;
    // Clear of the bends of both lines.
    double floor = -1e300, ceiling = 1e300;
    const auto look = [&](double x) {
        floor = std::max(floor, m_lines[r].at(x));
        ceiling = std::min(ceiling, m_lines[r + 1].at(x));
    };
    look(minX);
    look(maxX);
    for (size_t i = cuts[static_cast<size_t>(parcel.cut)].low;
         i <= cuts[static_cast<size_t>(parcel.cut) + 1].low; ++i)
        look(m_x[i]);
    for (size_t i = cuts[static_cast<size_t>(parcel.cut)].high;
         i <= cuts[static_cast<size_t>(parcel.cut) + 1].high; ++i)
        look(m_x[i]);
    const double room = ceiling - floor;
    if (room <= 0)
        return {};
    return rectangle(minX, floor + room * low, maxX, floor + room * high);
}

double Land::cutAt(const Cut& cut, double y) const
{
    double x0 = m_x[cut.low], y0 = m_y[cut.low];
    for (size_t i = 0; i <= m_inner; ++i) {
        const size_t id = i < m_inner ? cut.first + i : cut.high;
        if (y <= m_y[id] || i == m_inner)
            return x0 + (m_x[id] - x0) * (m_y[id] > y0 ? (y - y0) / (m_y[id] - y0) : 0);
        x0 = m_x[id];
        y0 = m_y[id];
    }
    return x0;
}

int Land::unitAt(double x, double y) const
{
    size_t low = 0, high = m_lines.size();
    while (low < high) { // the first line above
        const size_t middle = (low + high) / 2;
        if (m_lines[middle].at(x) > y)
            high = middle;
        else
            low = middle + 1;
    }
    if (low == 0 || low == m_lines.size())
        return -1;
    const size_t r = low - 1;
    const auto& cuts = m_rows[r].cuts;
    auto after = std::upper_bound(cuts.begin(), cuts.end(), x,
                                  [](double value, const Cut& cut) { return value < cut.x; }) -
                 cuts.begin();
    if (after > 0 && cutAt(cuts[static_cast<size_t>(after) - 1], y) > x)
        --after;
    else if (after < static_cast<ptrdiff_t>(cuts.size()) &&
             cutAt(cuts[static_cast<size_t>(after)], y) <= x)
        ++after;
    if (after == 0 || after == static_cast<ptrdiff_t>(cuts.size()))
        return -1;
    return m_parcels[m_rowBegins[r] + static_cast<size_t>(after) - 1].unit;
}

std::map<int, Rings> Land::united(const std::function<int(const Parcel&)>& group) const
{
    struct Edge
    {
        int group;
        std::uint32_t from, to;
        std::pair<std::uint32_t, std::uint32_t> key() const { return std::minmax(from, to); }
    };
    std::vector<Edge> edges;
    for (const Parcel& parcel : m_parcels) {
        const int number = group(parcel);
        if (number < 0)
            continue;
        const std::vector<std::uint32_t> ids = ring(parcel);
        for (size_t i = 0; i + 1 < ids.size(); ++i)
            edges.push_back({number, ids[i], ids[i + 1]});
    }
    // An edge that two of a group share is inside.
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
        return std::tuple(a.group, a.key(), a.from) < std::tuple(b.group, b.key(), b.from);
    });
    std::vector<Edge> border;
    for (size_t i = 0; i < edges.size(); ++i) {
        if (i + 1 < edges.size() && edges[i].group == edges[i + 1].group &&
            edges[i].key() == edges[i + 1].key())
            ++i;
        else
            border.push_back(edges[i]);
    }
    std::sort(border.begin(), border.end(), [](const Edge& a, const Edge& b) {
        return std::tie(a.group, a.from, a.to) < std::tie(b.group, b.from, b.to);
    });
    std::map<int, std::vector<std::vector<std::uint32_t>>> loops;
    std::vector<bool> used(border.size());
    for (size_t start = 0; start < border.size(); ++start) {
        if (used[start])
            continue;
        std::vector<std::uint32_t> path;
        std::map<std::uint32_t, size_t> place;
        size_t at = start;
        for (;;) {
            used[at] = true;
            // A vertex that comes again closes a loop of its own.
            const auto known = place.find(border[at].from);
            if (known != place.end()) {
                const size_t first = known->second;
                std::vector<std::uint32_t> loop(path.begin() + static_cast<ptrdiff_t>(first),
                                                path.end());
                for (const std::uint32_t id : loop)
                    place.erase(id);
                path.resize(first);
                loop.push_back(loop.front());
                loops[border[start].group].push_back(std::move(loop));
            }
            place[border[at].from] = path.size();
            path.push_back(border[at].from);
            const std::uint32_t next = border[at].to;
            if (next == border[start].from) {
                path.push_back(next);
                loops[border[start].group].push_back(std::move(path));
                break;
            }
            const auto found =
                std::lower_bound(border.begin(), border.end(), std::pair(border[start].group, next),
                                 [](const Edge& edge, const std::pair<int, std::uint32_t>& wanted) {
                                     return std::pair(edge.group, edge.from) < wanted;
                                 });
            at = static_cast<size_t>(found - border.begin());
            while (used[at])
                ++at;
        }
    }
    // Loops that run clockwise are holes of the smallest loop around them.
    std::map<int, Rings> made;
    for (auto& [number, all] : loops) {
        struct Loop
        {
            std::vector<std::uint32_t> ids;
            double area;
        };
        std::vector<Loop> outer, holes;
        for (auto& ids : all) {
            double twice = 0;
            for (size_t i = 0; i + 1 < ids.size(); ++i)
                twice += (m_x[ids[i]] - west) * (m_y[ids[i + 1]] - south) -
                         (m_x[ids[i + 1]] - west) * (m_y[ids[i]] - south);
            (twice > 0 ? outer : holes).push_back({std::move(ids), std::abs(twice) / 2});
        }
        std::vector<std::vector<size_t>> holesOf(outer.size());
        for (size_t h = 0; h < holes.size(); ++h) {
            // Between two of the hole's vertices, so that touching corners do not matter.
            const std::uint32_t a = holes[h].ids[0], b = holes[h].ids[1];
            const double x = (m_x[a] + m_x[b]) / 2, y = (m_y[a] + m_y[b]) / 2;
            size_t best = outer.size();
            for (size_t o = 0; o < outer.size(); ++o) {
                bool in = false;
                const auto& ids = outer[o].ids;
                for (size_t i = 0; i + 1 < ids.size(); ++i) {
                    const double y0 = m_y[ids[i]], y1 = m_y[ids[i + 1]];
                    if ((y0 > y) != (y1 > y) &&
                        x < m_x[ids[i]] + (m_x[ids[i + 1]] - m_x[ids[i]]) * (y - y0) / (y1 - y0))
                        in = !in;
                }
                if (in && (best == outer.size() || outer[o].area < outer[best].area))
                    best = o;
            }
            if (best < outer.size())
                holesOf[best].push_back(h);
        }
        Rings& rings = made[number];
        for (size_t o = 0; o < outer.size(); ++o) {
            append(rings, outer[o].ids);
            for (const size_t h : holesOf[o]) {
                append(rings, holes[h].ids);
                rings.holes.back() = 1;
            }
        }
    }
    return made;
}

} // namespace test
