#include "tests/support/city_maker.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace test {

using namespace Qt::StringLiterals;

int CityMaker::levelOf(int index)
{
    return index % 32 == 0 ? 0 : index % 16 == 0 ? 1 : index % through == 0 ? 2 : 3;
}

Result<void> CityMaker::roads()
{
    // In the 城区 every line of the grid, outside every fourth.
    const double cityKm2 = Land::width * m_land.height() / 1e6;
    const double core = 410.15;
    const double spacing = 1000 * std::sqrt(2 * (core + (cityKm2 - core) / through) / m_size.edges);
    const int columns = static_cast<int>(Land::width / spacing);
    const int rows = static_cast<int>(m_land.height() / spacing);
    Dice dice(m_size.seed, 360);
    struct Node
    {
        double x = 0, y = 0;
        int unit = -1;
    };
    std::vector<Node> nodes(static_cast<size_t>(columns) * static_cast<size_t>(rows));
    const auto at = [&](int i, int j) -> Node& {
        return nodes[static_cast<size_t>(j) * static_cast<size_t>(columns) +
                     static_cast<size_t>(i)];
    };
    const auto rounded = [](double value) { return std::round(value * 1e3) / 1e3; };
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i) {
            Node& node = at(i, j);
            node.x = rounded(Land::west + (i + 0.5 + dice.in(-0.2, 0.2)) * spacing);
            node.y = rounded(Land::south + (j + 0.5 + dice.in(-0.2, 0.2)) * spacing);
            node.unit = m_land.unitAt(node.x, node.y);
        }
    }
    const auto coreOf = [&](const Node& node) {
        const bool inCore =
            node.unit >= 0 && m_land.units()[static_cast<size_t>(node.unit)].zone == Core;
        return inCore ? m_land.units()[static_cast<size_t>(node.unit)].district : -1;
    };
    struct Edge
    {
        int line, i, j;               ///< from this node east (even line) or north (odd)
        int district;                 ///< whose 城区 both ends lie in
        std::array<double, 6> inCore; ///< m in each 城区
        bool kept = true;
    };
    std::vector<Edge> edges;
    const auto edge = [&](bool east, int i, int j) {
        const Node& a = at(i, j);
        const Node& b = east ? at(i + 1, j) : at(i, j + 1);
        if (a.unit < 0 || b.unit < 0)
            return;
        const int index = east ? j : i;
        const bool inCore = coreOf(a) >= 0 && coreOf(b) >= 0;
        if (!inCore && index % through != 0)
            return;
        edges.push_back(
            {2 * index + (east ? 0 : 1), i, j, coreOf(a) == coreOf(b) ? coreOf(a) : -1,
             m_size.longRoads ? coreLengths({a.x, b.x}, {a.y, b.y}) : std::array<double, 6>{}});
    };
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i + 1 < columns; ++i)
            edge(true, i, j);
    }
    for (int i = 0; i < columns; ++i) {
        for (int j = 0; j + 1 < rows; ++j)
            edge(false, i, j);
    }
    thinOut(edges, dice);

    // From crossing to crossing, or as far as a line goes on.
    std::vector<Street> streets;
    const auto reaches = [&](const Edge& one, const Edge& next) {
        return one.line == next.line &&
               (one.line % 2 == 0 ? one.i + 1 == next.i : one.j + 1 == next.j);
    };
    const Edge* before = nullptr;
    for (const Edge& one : edges) {
        if (!one.kept)
            continue;
        const bool east = one.line % 2 == 0;
        const Node& a = at(one.i, one.j);
        const Node& b = east ? at(one.i + 1, one.j) : at(one.i, one.j + 1);
        const bool goesOn =
            m_size.longRoads && before && reaches(*before, one) && before->district == one.district;
        if (!goesOn)
            streets.push_back({one.line, levelOf(one.line / 2), {a.x}, {a.y}, one.district});
        Street& street = streets.back();
        if (!m_size.longRoads) {
            for (int k = 1; k < 4; ++k) {
                const double t = k / 4.0;
                const double off = 0.06 * dice.in(-1, 1);
                street.x.push_back(rounded(a.x + t * (b.x - a.x) - off * (b.y - a.y)));
                street.y.push_back(rounded(a.y + t * (b.y - a.y) + off * (b.x - a.x)));
            }
        }
        street.x.push_back(b.x);
        street.y.push_back(b.y);
        before = &one;
    }
    static const std::array<QString, 4> levels{u"快速路"_s, u"主干路"_s, u"次干路"_s, u"支路"_s};
    static const std::array<int, 4> speeds{80, 60, 40, 30};
    return m_sink.layer(
        {u"DLWL"_s,
         Geometry::Line,
         {},
         {texts(u"道路名称"_s), texts(u"道路等级"_s), whole(u"设计车速"_s), texts(u"是否单行"_s)}},
        [&](const Sink::Add& add) {
            for (const Street& street : streets) {
                const auto level = static_cast<size_t>(street.level);
                const bool oneway = level == 3 && dice.unit() < 0.05;
                Rings line;
                addLine(line, street.x, street.y);
                add(line, {u"%1%2号路"_s.arg(street.line % 2 == 0 ? u"纬"_s : u"经"_s)
                               .arg(street.line / 2 + 1),
                           levels[level], speeds[level], oneway ? u"是"_s : u"否"_s});
                const double length =
                    m_survey.length(street.x.data(), street.y.data(), street.x.size());
                m_answers.add(u"length"_s, u"DLWL"_s, u"350200"_s, levels[level], length, u"m"_s);
                m_answers.add(u"length"_s, u"DLWL"_s, u"350200"_s, u"total"_s, length, u"m"_s);
                addCoreLength(u"DLWL x CQFW"_s, street.x, street.y);
                if (street.district >= 0)
                    m_cityStreets.push_back(street);
            }
        });
}

template <class Edges>
void CityMaker::thinOut(Edges& edges, Dice& dice) const
{
    if (!m_size.longRoads) {
        for (auto& one : edges)
            one.kept = dice.unit() > 0.08 || one.line / 2 % through == 0;
        return;
    }
    constexpr std::array<double, 6> wanted{688e3, 512e3, 716e3, 742e3, 486e3, 438e3};
    for (size_t d = 0; d < districts().size(); ++d) {
        double surplus = -wanted[d];
        std::map<int, std::vector<size_t>> byLine;
        std::vector<size_t> single;
        for (size_t i = 0; i < edges.size(); ++i) {
            surplus += edges[i].inCore[d];
            if (edges[i].district == static_cast<int>(d) && edges[i].line / 2 % through != 0) {
                byLine[edges[i].line].push_back(i);
                single.push_back(i);
            }
        }
        std::vector<int> lines;
        for (const auto& [line, members] : byLine)
            lines.push_back(line);
        dice.shuffle(lines);
        for (const int line : lines) {
            double length = 0;
            for (const size_t i : byLine[line])
                length += edges[i].inCore[d];
            if (length > surplus)
                continue;
            for (const size_t i : byLine[line])
                edges[i].kept = false;
            surplus -= length;
        }
        dice.shuffle(single);
        for (const size_t i : single) {
            if (edges[i].kept && edges[i].inCore[d] <= surplus) {
                edges[i].kept = false;
                surplus -= edges[i].inCore[d];
            }
        }
    }
}

std::array<double, 6> CityMaker::coreLengths(const std::vector<double>& xs,
                                             const std::vector<double>& ys) const
{
    std::array<double, 6> lengths{};
    const auto districtAt = [this](double x, double y) {
        const int unit = m_land.unitAt(x, y);
        return unit >= 0 && m_land.units()[static_cast<size_t>(unit)].zone == Core
                   ? m_land.units()[static_cast<size_t>(unit)].district
                   : -1;
    };
    for (size_t i = 0; i + 1 < xs.size(); ++i) {
        const auto point = [&](double t) {
            return std::pair{xs[i] + t * (xs[i + 1] - xs[i]), ys[i] + t * (ys[i + 1] - ys[i])};
        };
        const auto districtOn = [&](double t) {
            const auto [x, y] = point(t);
            return districtAt(x, y);
        };
        const auto account = [&](double from, double to, int district) {
            if (district < 0)
                return;
            const auto [x0, y0] = point(from);
            const auto [x1, y1] = point(to);
            const double x[] = {x0, x1};
            const double y[] = {y0, y1};
            lengths[static_cast<size_t>(district)] += m_survey.length(x, y, 2);
        };
        constexpr int pieces = 12;
        double from = 0;
        int here = districtOn(0);
        for (int k = 1; k <= pieces; ++k) {
            const double to = static_cast<double>(k) / pieces;
            const int there = districtOn(to);
            if (there == here)
                continue;
            double low = static_cast<double>(k - 1) / pieces;
            double high = to;
            for (int turn = 0; turn < 30; ++turn) {
                const double middle = (low + high) / 2;
                (districtOn(middle) == here ? low : high) = middle;
            }
            account(from, low, here);
            from = high;
            here = there;
        }
        account(from, 1, here);
    }
    return lengths;
}

void CityMaker::addCoreLength(const QString& layer, const std::vector<double>& xs,
                              const std::vector<double>& ys)
{
    const std::array<double, 6> lengths = coreLengths(xs, ys);
    for (size_t d = 0; d < lengths.size(); ++d) {
        if (lengths[d] == 0)
            continue;
        m_answers.add(u"length"_s, layer, QString::fromLatin1(districts()[d].code), {}, lengths[d],
                      u"m"_s);
        m_answers.add(u"length"_s, layer, u"350200"_s, {}, lengths[d], u"m"_s);
    }
}

void CityMaker::shorten(std::vector<double>& x, std::vector<double>& y, double length) const
{
    double left = length;
    for (size_t i = 0; i + 1 < x.size(); ++i) {
        const double here = m_survey.length(&x[i], &y[i], 2);
        if (here < left) {
            left -= here;
            continue;
        }
        x[i + 1] = x[i] + (x[i + 1] - x[i]) * left / here;
        y[i + 1] = y[i] + (y[i + 1] - y[i]) * left / here;
        x.resize(i + 2);
        y.resize(i + 2);
        return;
    }
}

Result<void> CityMaker::alongStreets(const LayerPlan& plan, double wanted, quint64 stream,
                                     const std::function<QVariantList(int)>& values)
{
    std::vector<size_t> order(m_cityStreets.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    Dice dice(m_size.seed, stream);
    dice.shuffle(order);
    return m_sink.layer(plan, [&](const Sink::Add& add) {
        double left = wanted;
        int number = 0;
        for (const size_t i : order) {
            if (left < 0.01)
                break;
            std::vector<double> x = m_cityStreets[i].x;
            std::vector<double> y = m_cityStreets[i].y;
            shorten(x, y, left);
            Rings line;
            addLine(line, x, y);
            add(line, values(++number));
            const double length = m_survey.length(x.data(), y.data(), x.size());
            m_answers.add(u"length"_s, plan.name, u"350200"_s, {}, length, u"m"_s);
            addCoreLength(plan.name + u" x CQFW"_s, x, y);
            left -= length;
        }
    });
}

void CityMaker::wander(const Sink::Add& add, const QString& layer, Dice& dice, double wanted,
                       double longest, const QString& kind,
                       const std::function<QVariantList(int)>& values)
{
    double left = wanted;
    for (int number = 1; left > 0.01; ++number) {
        std::vector<double> xs{Land::west + dice.in(0.1, 0.9) * Land::width};
        std::vector<double> ys{Land::south + dice.in(0.2, 0.8) * m_land.height()};
        double heading = dice.in(0, 2 * std::numbers::pi);
        double length = 0;
        while (length < std::min(left, longest)) {
            constexpr double step = 250;
            heading += dice.in(-0.25, 0.25);
            double x = xs.back() + step * std::cos(heading);
            double y = ys.back() + step * std::sin(heading);
            if (x < Land::west + 2000 || x > Land::west + Land::width - 2000 ||
                y < Land::south + 2000 || y > Land::south + m_land.height() - 2000) {
                heading += std::numbers::pi / 2;
                x = xs.back() + step * std::cos(heading);
                y = ys.back() + step * std::sin(heading);
            }
            xs.push_back(std::round(x * 1e3) / 1e3);
            ys.push_back(std::round(y * 1e3) / 1e3);
            length = m_survey.length(xs.data(), ys.data(), xs.size());
        }
        shorten(xs, ys, std::min(left, longest));
        length = m_survey.length(xs.data(), ys.data(), xs.size());
        left -= length;
        Rings line;
        addLine(line, xs, ys);
        add(line, values(number));
        m_answers.add(u"length"_s, layer, u"350200"_s, kind, length, u"m"_s);
    }
}

Result<void> CityMaker::lines()
{
    Result<void> done = alongStreets(
        {u"LD"_s, Geometry::Line, {}, {texts(u"名称"_s), texts(u"等级"_s), whole(u"建成年份"_s)}},
        1'082e3, 370, [](int number) {
            return QVariantList{u"绿道%1"_s.arg(number), number % 7 == 0 ? u"区域"_s : u"城市"_s,
                                2010 + number % 13};
        });
    if (done)
        done = alongStreets({u"ZHGL"_s,
                             Geometry::Line,
                             {},
                             {texts(u"名称"_s), texts(u"入廊管线"_s), whole(u"建成年份"_s)}},
                            76.3e3, 371, [](int number) {
                                return QVariantList{u"管廊%1"_s.arg(number), u"电力、通信、给水"_s,
                                                    2012 + number % 11};
                            });
    Dice dice(m_size.seed, 372);
    if (done)
        done = m_sink.layer({u"GS"_s,
                             Geometry::Line,
                             {},
                             {texts(u"路线编号"_s), texts(u"路线名称"_s), whole(u"通车年份"_s)}},
                            [&](const Sink::Add& add) {
                                wander(add, u"GS"_s, dice, 109.3e3, 40e3, {}, [](int number) {
                                    return QVariantList{u"G%1"_s.arg(9000 + number),
                                                        u"示例高速%1"_s.arg(number),
                                                        1997 + 5 * number};
                                });
                            });
    if (done)
        done = m_sink.layer(
            {u"TL"_s,
             Geometry::Line,
             {},
             {texts(u"线路名称"_s), texts(u"线路类型"_s), whole(u"通车年份"_s)}},
            [&](const Sink::Add& add) {
                wander(add, u"TL"_s, dice, 112.4e3, 45e3, {}, [](int number) {
                    return QVariantList{u"示例铁路%1"_s.arg(number), u"国铁"_s, 2009 + number};
                });
            });
    if (done)
        done = m_sink.layer(
            {u"DF"_s,
             Geometry::Line,
             {},
             {texts(u"堤防名称"_s), texts(u"等级"_s), texts(u"设计标准"_s), texts(u"是否达标"_s)}},
            [&](const Sink::Add& add) {
                for (const auto& [kind, length] : {std::pair{u"是"_s, 156.2e3}, {u"否"_s, 22.8e3}})
                    wander(add, u"DF"_s, dice, length, 12e3, kind, [&kind = kind](int number) {
                        return QVariantList{u"堤防%1"_s.arg(number), u"3级"_s, u"50年一遇"_s, kind};
                    });
            });
    if (done)
        done = m_sink.layer(
            {u"HAX"_s, Geometry::Line, {}, {texts(u"岸线类型"_s), texts(u"整治恢复情况"_s)}},
            [&](const Sink::Add& add) {
                // Bays and capes south of the land.
                double begin = 0;
                for (const auto& [kind, wanted] :
                     {std::pair{u"自然岸线"_s, 36.8e3}, {u"人工岸线"_s, 157.4e3}}) {
                    std::vector<double> xs, ys;
                    constexpr double wave = 2060, depth = 1950;
                    for (double x = begin; x < begin + 2 * Land::width; x += wave / 24) {
                        xs.push_back(std::round((Land::west + x) * 1e3) / 1e3);
                        ys.push_back(
                            std::round((Land::south - 3000 +
                                        depth * std::sin(2 * std::numbers::pi * x / wave)) *
                                       1e3) /
                            1e3);
                    }
                    shorten(xs, ys, wanted);
                    begin = xs.back() - Land::west;
                    Rings line;
                    addLine(line, xs, ys);
                    add(line, {kind, u"未整治"_s});
                    m_answers.add(u"length"_s, u"HAX"_s, u"350200"_s, kind,
                                  m_survey.length(xs.data(), ys.data(), xs.size()), u"m"_s);
                }
            });
    return done;
}

} // namespace test
