#include "tests/support/city_maker.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace test {

using namespace Qt::StringLiterals;

Result<void> CityMaker::homes()
{
    Dice dice(m_size.seed, 330);
    const Result<void> done = m_sink.layer(
        {u"JZYD"_s,
         Geometry::Polygon,
         {},
         {texts(u"BSM"_s, 18), texts(u"用地代码"_s, 5), texts(u"小区名称"_s),
          whole(u"居住户数"_s)}},
        [&](const Sink::Add& add) {
            for (size_t i = 0; i < m_land.parcels().size(); ++i) {
                const Parcel& parcel = m_land.parcels()[i];
                if (!isHome(parcel))
                    continue;
                m_homes.push_back(i);
                add(m_land.rings(parcel),
                    {u"JZ%1"_s.arg(i + 1, 8, 10, QChar(u'0')), m_land.useOf(parcel).code,
                     u"%1第%2小区"_s.arg(name(districtOf(parcel).name)).arg(m_homes.size()),
                     int(m_areas[i] / 90 * dice.in(0.8, 1.4))});
                m_answers.area(u"JZYD"_s, districtOf(parcel), {}, m_areas[i]);
            }
        });
    if (!done || m_size.homes <= 0)
        return done;
    return m_sink.layer(
        {u"JMD"_s, Geometry::Point, {}, {whole(u"人口"_s)}}, [&](const Sink::Add& add) {
            for (int i = 0; i < m_size.homes; ++i) {
                const auto [x, y] =
                    placeIn(m_land.parcels()[m_homes[dice.below(m_homes.size())]], dice);
                const int people = static_cast<int>(dice.in(1, 400));
                add(pointAt(x, y), {people});
                m_answers.add(u"count"_s, u"JMD"_s, u"350200"_s, {}, 1, {});
                m_answers.add(u"sum"_s, u"JMD"_s, u"350200"_s, u"人口"_s, people, u"人"_s);
            }
        });
}

std::pair<double, double> CityMaker::placeIn(const Parcel& parcel, Dice& dice) const
{
    const Rings room = m_land.inside(parcel, 0.25, 0.75, 0.2, 0.8);
    if (room.count() == 0)
        return {parcel.x, parcel.y};
    const auto rounded = [](double value) { return std::round(value * 1e3) / 1e3; };
    return {rounded(dice.in(room.x[0], room.x[1])), rounded(dice.in(room.y[0], room.y[2]))};
}

Result<void> CityMaker::population()
{
    constexpr double side = 1000;
    constexpr double people = 5'308'000, jobs = 3'260'000;
    struct Square
    {
        double x, y, people, jobs;
    };
    std::map<std::pair<int, int>, Square> squares;
    double allPeople = 0;
    double allJobs = 0;
    Dice dice(m_size.seed, 340);
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        const Parcel& parcel = m_land.parcels()[i];
        const QString& code = m_land.useOf(parcel).code;
        const bool home = code.startsWith(u"07");
        const bool work = code.startsWith(u"05") || code == u"0601" || code.startsWith(u"08H");
        const std::pair cell{static_cast<int>(std::floor((parcel.x - Land::west) / side)),
                             static_cast<int>(std::floor((parcel.y - Land::south) / side))};
        Square& square = squares
                             .try_emplace(cell, Square{Land::west + cell.first * side,
                                                       Land::south + cell.second * side, 0, 0})
                             .first->second;
        const double density = zoneOf(parcel) == Core ? 4 : zoneOf(parcel) == Boundary ? 2 : 1;
        const double here = home ? m_areas[i] * density * dice.in(0.7, 1.3) : 0;
        const double jobsHere = work ? m_areas[i] * density * dice.in(0.7, 1.3) : 0;
        square.people += here;
        square.jobs += jobsHere;
        allPeople += here;
        allJobs += jobsHere;
    }
    return m_sink.layer(
        {u"RK_GRID"_s,
         Geometry::Polygon,
         {},
         {texts(u"格网编号"_s, 12), whole(u"常住人口"_s), whole(u"就业岗位"_s)}},
        [&](const Sink::Add& add) {
            double before = 0, jobsBefore = 0;
            int number = 0;
            for (auto& [cell, square] : squares) {
                // Whole persons that add up to the city's.
                const double after = before + square.people;
                const double jobsAfter = jobsBefore + square.jobs;
                const auto share = [](double from, double to, double all, double total) {
                    return std::llround(to / all * total) - std::llround(from / all * total);
                };
                const auto here = share(before, after, allPeople, people);
                const auto work = share(jobsBefore, jobsAfter, allJobs, jobs);
                before = after;
                jobsBefore = jobsAfter;
                if (here == 0 && work == 0)
                    continue;
                add(rectangle(square.x, square.y, square.x + side, square.y + side),
                    {u"GW%1"_s.arg(++number, 5, 10, QChar(u'0')), qint64(here), qint64(work)});
                m_answers.add(u"sum"_s, u"RK_GRID"_s, u"350200"_s, u"常住人口"_s, double(here),
                              u"人"_s);
                m_answers.add(u"sum"_s, u"RK_GRID"_s, u"350200"_s, u"就业岗位"_s, double(work),
                              u"个"_s);
            }
        });
}

Result<void> CityMaker::sealed()
{
    constexpr double wanted = 223.6e6;
    std::vector<size_t> numbers;
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        const Parcel& parcel = m_land.parcels()[i];
        if (zoneOf(parcel) == Core && isBuilt(parcel))
            numbers.push_back(i);
    }
    Dice dice(m_size.seed, 350);
    dice.shuffle(numbers);
    std::vector<bool> taken(m_land.parcels().size());
    double left = wanted;
    std::optional<size_t> last;
    for (const size_t i : numbers) {
        if (m_areas[i] <= left) {
            taken[i] = true;
            left -= m_areas[i];
        } else if (partOf(m_land.parcels()[i], left).count() > 0) {
            last = i;
            break;
        }
    }
    size_t at = 0;
    const auto shapes = m_land.united([&](const Parcel& parcel) {
        const size_t number = at++;
        return taken[number] ? m_land.unitOf(parcel).district : -1;
    });
    return m_sink.layer(
        {u"BTSM"_s, Geometry::MultiPolygon, {}, {texts(u"类型"_s), whole(u"影像年份"_s)}},
        [&](const Sink::Add& add) {
            for (const auto& [number, rings] : shapes) {
                add(rings, {u"建筑与硬化地面"_s, 2022});
                m_answers.area(u"BTSM"_s, districts()[static_cast<size_t>(number)], {},
                               m_survey.area(rings));
            }
            if (last) {
                const Parcel& parcel = m_land.parcels()[*last];
                const Rings rings = partOf(parcel, left);
                add(rings, {u"道路"_s, 2022});
                m_answers.area(u"BTSM"_s, districtOf(parcel), {}, m_survey.area(rings));
            }
        });
}

Result<void> CityMaker::points(const QString& layer, const QList<LayerField>& fields, int count,
                               quint64 stream, Zone zone,
                               const std::function<QVariantList(int)>& values)
{
    std::vector<size_t> places;
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        if (zoneOf(m_land.parcels()[i]) == zone && (zone != Core || isBuilt(m_land.parcels()[i])))
            places.push_back(i);
    }
    Dice dice(m_size.seed, stream);
    return m_sink.layer({layer, Geometry::Point, {}, fields}, [&](const Sink::Add& add) {
        for (int number = 1; number <= count; ++number) {
            const Parcel& parcel = m_land.parcels()[places[dice.below(places.size())]];
            const auto [x, y] = placeIn(parcel, dice);
            add(pointAt(x, y), values(number));
            m_answers.add(u"count"_s, layer, u"350200"_s, {}, 1, {});
            m_answers.add(u"count"_s, layer, QString::fromLatin1(districtOf(parcel).code), {}, 1,
                          {});
        }
    });
}

Result<void> CityMaker::nearHomes(const QString& layer, const QList<LayerField>& fields,
                                  double perSchool, quint64 stream,
                                  const std::function<QVariantList(int, Dice&)>& values)
{
    const int count = std::max(1, static_cast<int>(std::lround(m_size.facilities * perSchool)));
    std::vector<size_t> villages;
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        if (m_land.useOf(m_land.parcels()[i]).town == u"203")
            villages.push_back(i);
    }
    Dice dice(m_size.seed, stream);
    return m_sink.layer({layer, Geometry::Point, {}, fields}, [&](const Sink::Add& add) {
        for (int number = 1; number <= count; ++number) {
            const std::vector<size_t>& places = dice.unit() < 0.15 ? villages : m_homes;
            const Parcel& parcel = m_land.parcels()[places[dice.below(places.size())]];
            const auto [x, y] = placeIn(parcel, dice);
            add(pointAt(x, y), values(number, dice));
            m_answers.add(u"count"_s, layer, u"350200"_s, {}, 1, {});
        }
    });
}

Result<void> CityMaker::facilities()
{
    struct Kind
    {
        QString layer;
        QList<LayerField> fields;
        double perSchool;
        std::function<QVariantList(int, Dice&)> values;
    };
    const LayerField called = texts(u"名称"_s);
    const auto whatever = [](const QString& kind, const QString& type, double low, double high) {
        return [kind, type, low, high](int number, Dice& dice) {
            return QVariantList{u"%1%2"_s.arg(kind).arg(number), type, int(dice.in(low, high))};
        };
    };
    const std::vector<Kind> kinds{
        {u"XX"_s,
         {called, whole(u"班数"_s), whole(u"学位数"_s)},
         1,
         [](int number, Dice& dice) {
             const int classes = int(dice.in(12, 48));
             return QVariantList{u"第%1小学"_s.arg(number), classes, classes * 45};
         }},
        {u"ZX"_s,
         {called, texts(u"类别"_s), whole(u"班数"_s), whole(u"学位数"_s)},
         0.4,
         [](int number, Dice& dice) {
             const int classes = int(dice.in(18, 60));
             return QVariantList{u"第%1中学"_s.arg(number), number % 3 == 0 ? u"高中"_s : u"初中"_s,
                                 classes, classes * 50};
         }},
        {u"GDXX"_s,
         {called, texts(u"类别"_s)},
         0.05,
         [](int number, Dice&) {
             return QVariantList{u"示例大学%1"_s.arg(number),
                                 number % 2 == 0 ? u"本科"_s : u"专科"_s};
         }},
        {u"SQWS"_s,
         {called, texts(u"等级"_s)},
         0.7,
         [](int number, Dice&) {
             return QVariantList{u"社区卫生服务站%1"_s.arg(number),
                                 number % 5 == 0 ? u"中心"_s : u"站"_s};
         }},
        {u"YY"_s,
         {called, texts(u"等级"_s), whole(u"床位数"_s)},
         0.1,
         [](int number, Dice& dice) {
             static const std::array<QString, 4> grades{u"三级"_s, u"二级"_s, u"二级"_s, u"一级"_s};
             const auto grade = static_cast<size_t>(number % 4);
             return QVariantList{u"示例医院%1"_s.arg(number), grades[grade],
                                 int(dice.in(200, 1200) / (double(grade) + 1))};
         }},
        {u"SQYL"_s,
         {called, texts(u"类型"_s), whole(u"床位数"_s)},
         1.3,
         whatever(u"养老服务站"_s, u"社区养老"_s, 10, 80)},
        {u"SQWH"_s,
         {called, texts(u"类型"_s), whole(u"建筑面积"_s)},
         0.8,
         whatever(u"文化活动室"_s, u"社区文化"_s, 200, 2500)},
        {u"WHCG"_s,
         {called, texts(u"类型"_s)},
         0.15,
         [](int number, Dice&) {
             return QVariantList{u"示例文化馆%1"_s.arg(number),
                                 number % 2 == 0 ? u"图书馆"_s : u"博物馆"_s};
         }},
        {u"SQTY"_s,
         {called, texts(u"类型"_s), whole(u"用地面积"_s)},
         1.1,
         whatever(u"健身场地"_s, u"社区体育"_s, 300, 4000)},
        {u"ZQC"_s,
         {called, texts(u"规格"_s), texts(u"是否开放"_s)},
         0.6,
         [](int number, Dice&) {
             return QVariantList{u"足球场%1"_s.arg(number),
                                 number % 3 == 0 ? u"11人制"_s : u"5人制"_s,
                                 number % 8 == 0 ? u"否"_s : u"是"_s};
         }},
        {u"CSC"_s,
         {called, texts(u"类型"_s), whole(u"建筑面积"_s)},
         0.8,
         whatever(u"生鲜超市"_s, u"菜市场"_s, 300, 5000)},
        {u"XFZ"_s,
         {called, texts(u"类别"_s)},
         0.15,
         [](int number, Dice&) {
             return QVariantList{u"消防救援站%1"_s.arg(number),
                                 number % 3 == 0 ? u"特勤站"_s : u"普通站"_s};
         }},
    };
    quint64 stream = 400;
    for (const Kind& kind : kinds) {
        const Result<void> done =
            nearHomes(kind.layer, kind.fields, kind.perSchool, stream++, kind.values);
        if (!done)
            return done;
    }
    return cityPoints();
}

Result<void> CityMaker::cityPoints()
{
    // 7.62 million m² of shelters in all.
    constexpr int shelters = 401;
    constexpr double each = 19'000, all = 7'620'000;
    Result<void> done = points(
        u"YJBNCS"_s,
        {texts(u"名称"_s), texts(u"等级"_s), real(u"有效避难面积"_s), whole(u"容纳人数"_s)},
        shelters, 430, Core, [&](int number) {
            const double area = number < shelters ? each + (number % 2 == 0 ? 500 : -500)
                                                  : all - (shelters - 1) * each;
            m_answers.add(u"sum"_s, u"YJBNCS"_s, u"350200"_s, u"有效避难面积"_s, area, u"m2"_s);
            return QVariantList{u"应急避难场所%1"_s.arg(number),
                                number % 10 == 0 ? u"中心"_s : u"固定"_s, area, int(area / 2)};
        });
    if (done)
        done =
            points(u"JSD"_s, {texts(u"位置"_s), whole(u"发生次数"_s), texts(u"整治情况"_s)}, 24,
                   432, Core, [](int number) {
                       return QVariantList{u"积水点%1"_s.arg(number), 1 + number % 4, u"整治中"_s};
                   });
    if (done)
        done = points(
            u"DZZHD"_s,
            {texts(u"编号"_s, 20), texts(u"灾种"_s), whole(u"威胁人数"_s), texts(u"治理情况"_s)},
            31, 433, Country, [this](int number) {
                const QString state = number <= 19 ? u"已治理"_s : u"未治理"_s;
                m_answers.add(u"count"_s, u"DZZHD"_s, u"350200"_s, state, 1, {});
                return QVariantList{u"DZ%1"_s.arg(number, 4, 10, QChar(u'0')),
                                    number % 2 == 0 ? u"滑坡"_s : u"崩塌"_s, 5 * number, state};
            });
    if (done)
        done = points(u"GDZD"_s, {texts(u"站名"_s), texts(u"所属线路"_s), whole(u"通车年份"_s)}, 71,
                      434, Core, [](int number) {
                          return QVariantList{u"示例站%1"_s.arg(number),
                                              u"%1号线"_s.arg(number % 3 + 1), 2017 + number % 5};
                      });
    if (done)
        done = points(u"JC"_s, {texts(u"名称"_s), texts(u"类别"_s)}, 1, 435, Boundary, [](int) {
            return QVariantList{u"示例机场"_s, u"民用运输机场"_s};
        });
    if (done)
        done = points(u"CSZX"_s, {texts(u"名称"_s)}, 1, 436, Core,
                      [](int) { return QVariantList{u"示例市中心"_s}; });
    return done;
}

} // namespace test
