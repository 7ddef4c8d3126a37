#include "tests/support/city_maker.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace test {

using namespace Qt::StringLiterals;

Result<void> CityMaker::buildings()
{
    // Blocks of 85.9 km² in all and 309 towers in the 城区, 459.8 km² of floors together.
    constexpr double footprint = 85.9e6, floorArea = 459.8e6;
    constexpr int towers = 309;
    std::vector<size_t> numbers;
    double room = 0;
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        const Parcel& parcel = m_land.parcels()[i];
        if (zoneOf(parcel) != Core || !isBuilt(parcel))
            continue;
        const Rings widest = m_land.inside(parcel, 0.17, 0.7, 0.05, 0.95);
        if (widest.count() == 0)
            continue;
        numbers.push_back(i);
        room += m_survey.area(widest);
    }
    struct Building
    {
        Rings rings;
        double area = 0;
        int floors = 0;
        bool tower = false;
    };
    std::vector<Building> made;
    Dice dice(m_size.seed, 440);
    std::vector<size_t> order = numbers;
    dice.shuffle(order);
    double towerArea = 0;
    double floors = 0;
    for (size_t k = 0; k < order.size() && made.size() < towers; ++k) {
        const Rings place = m_land.inside(m_land.parcels()[order[k]], 0.72, 0.83, 0.1, 0.9);
        if (place.count() == 0 || place.x[1] - place.x[0] < 12 || place.y[2] - place.y[0] < 12)
            continue;
        const double w = std::min(40.0, place.x[1] - place.x[0]);
        const double h = std::min(38.0, place.y[2] - place.y[0]);
        Building one{rectangle(place.x[0], place.y[0], place.x[0] + w, place.y[0] + h), 0,
                     int(dice.in(34, 60)), true};
        one.area = m_survey.area(one.rings);
        towerArea += one.area;
        floors += one.area * one.floors;
        made.push_back(std::move(one));
    }
    const double share = (footprint - towerArea) / room;
    for (const size_t i : numbers) {
        const double height = 0.9 * share;
        Building one{m_land.inside(m_land.parcels()[i], 0.17, 0.7, 0.05, 0.05 + height), 0,
                     int(dice.in(3, 9)), false};
        one.area = m_survey.area(one.rings);
        floors += one.area * one.floors;
        made.push_back(std::move(one));
    }
    // Storeys up or down until the floors add up.
    for (int turn = 0; turn < 20; ++turn) {
        for (Building& one : made) {
            const double gap = floorArea - floors;
            if (one.tower || std::abs(gap) < one.area / 2)
                continue;
            const int step = gap > 0 ? 1 : -1;
            if (one.floors + step < 1 || one.floors + step > 18)
                continue;
            one.floors += step;
            floors += step * one.area;
        }
    }
    return m_sink.layer(
        {u"JZW"_s,
         Geometry::Polygon,
         {},
         {texts(u"编号"_s, 14), whole(u"层数"_s), real(u"高度"_s), real(u"基底面积"_s),
          texts(u"用途"_s)}},
        [&](const Sink::Add& add) {
            int number = 0;
            for (const Building& one : made) {
                add(one.rings, {u"JZ%1"_s.arg(++number, 8, 10, QChar(u'0')), one.floors,
                                hundredth(one.floors * 3.1 + 0.9), hundredth(one.area),
                                one.tower ? u"商务办公"_s : u"成片房屋"_s});
                m_answers.add(u"area"_s, u"JZW"_s, u"350200"_s, {}, one.area, u"m2"_s);
                m_answers.add(u"floors"_s, u"JZW"_s, u"350200"_s, {}, one.area * one.floors,
                              u"m2"_s);
                if (one.tower)
                    m_answers.add(u"count"_s, u"JZW"_s, u"350200"_s, u"高度>100"_s, 1, {});
            }
        });
}

Result<void> CityMaker::lots(const LayerPlan& plan, quint64 stream,
                             const std::vector<std::pair<QString, double>>& kinds, int each,
                             const std::function<QVariantList(int, const QString&, double)>& values)
{
    std::vector<size_t> places;
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        if (zoneOf(m_land.parcels()[i]) == Boundary && isBuilt(m_land.parcels()[i]))
            places.push_back(i);
    }
    Dice dice(m_size.seed, stream);
    dice.shuffle(places);
    return m_sink.layer(plan, [&](const Sink::Add& add) {
        size_t next = 0;
        int number = 0;
        for (const auto& [kind, wanted] : kinds) {
            const int count =
                std::max(each, static_cast<int>(std::ceil(wanted / (0.2 * meanArea(places)))));
            std::vector<size_t> chosen;
            double room = 0;
            while (static_cast<int>(chosen.size()) < count && next < places.size()) {
                const Rings widest =
                    m_land.inside(m_land.parcels()[places[next]], 0.2, 0.8, 0.1, 0.9);
                if (widest.count() > 0) {
                    chosen.push_back(places[next]);
                    room += m_survey.area(widest);
                }
                ++next;
            }
            for (const size_t i : chosen) {
                const Rings rings =
                    m_land.inside(m_land.parcels()[i], 0.2, 0.8, 0.1, 0.1 + 0.8 * wanted / room);
                const double area = m_survey.area(rings);
                add(rings, values(++number, kind, hundredth(area)));
                m_answers.add(u"area"_s, plan.name, u"350200"_s, kind, area, u"m2"_s);
            }
        }
    });
}

double CityMaker::meanArea(const std::vector<size_t>& numbers) const
{
    double sum = 0;
    for (const size_t i : numbers)
        sum += m_areas[i];
    return sum / static_cast<double>(std::max<size_t>(1, numbers.size()));
}

Result<void> CityMaker::sites()
{
    const LayerField area = real(u"面积"_s);
    Result<void> done =
        m_sink.layer({u"GYLD"_s, Geometry::Polygon, {}, {texts(u"名称"_s), texts(u"类型"_s), area}},
                     [&](const Sink::Add& add) {
                         int number = 0;
                         for (size_t i = 0; i < m_land.parcels().size(); ++i) {
                             const Parcel& parcel = m_land.parcels()[i];
                             const QString& code = m_land.useOf(parcel).code;
                             if (!code.startsWith(u"0810"))
                                 continue;
                             ++number;
                             add(m_land.rings(parcel),
                                 {u"公园%1"_s.arg(number), code == u"0810A" ? u"广场"_s : u"公园"_s,
                                  hundredth(m_areas[i])});
                             m_answers.area(u"GYLD"_s, districtOf(parcel), {}, m_areas[i]);
                         }
                     });
    if (done)
        done = lots({u"XZTD"_s,
                     Geometry::Polygon,
                     {},
                     {texts(u"宗地编号"_s, 20), area, texts(u"处置情况"_s)}},
                    450, {{u"已处置"_s, 0.704e6}, {u"未处置"_s, 0.158e6}}, 8,
                    [](int number, const QString& kind, double value) {
                        return QVariantList{u"XZ%1"_s.arg(number, 5, 10, QChar(u'0')), value, kind};
                    });
    if (done)
        done =
            lots({u"TDGY"_s,
                  Geometry::Polygon,
                  {},
                  {texts(u"电子监管号"_s, 20), area, texts(u"供应方式"_s), texts(u"土地来源"_s)}},
                 451, {{u"存量"_s, 4.82e6}, {u"增量"_s, 5.30e6}}, 20,
                 [](int number, const QString& kind, double value) {
                     return QVariantList{u"3502%1"_s.arg(number, 8, 10, QChar(u'0')), value,
                                         number % 3 == 0 ? u"划拨"_s : u"出让"_s, kind};
                 });
    if (done)
        done = lots({u"CSGX"_s,
                     Geometry::Polygon,
                     {},
                     {texts(u"项目名称"_s), texts(u"改造类型"_s), real(u"用地面积"_s),
                      whole(u"实施年份"_s)}},
                    452, {{u"旧村改造"_s, 2.35e6}, {u"旧厂改造"_s, 1.60e6}}, 6,
                    [](int number, const QString& kind, double value) {
                        return QVariantList{u"更新项目%1"_s.arg(number), kind, value, 2022};
                    });
    if (done)
        done = lots({u"WFTB"_s,
                     Geometry::Polygon,
                     {},
                     {texts(u"图斑编号"_s, 20), texts(u"类型"_s), area, whole(u"年份"_s)}},
                    453, {{QString(), 0.077e6}}, 29, [](int number, const QString&, double value) {
                        return QVariantList{u"WF2022%1"_s.arg(number, 3, 10, QChar(u'0')),
                                            number % 5 < 3 ? u"违法占地"_s : u"违法建设"_s, value,
                                            2022};
                    });
    if (done)
        done =
            lots({u"ZDXM"_s,
                  Geometry::Polygon,
                  {},
                  {texts(u"项目名称"_s), texts(u"类型"_s), real(u"用地面积"_s), whole(u"年份"_s)}},
                 454, {{u"交通设施"_s, 1.2e6}, {u"产业项目"_s, 1.8e6}, {u"公共服务"_s, 0.6e6}}, 4,
                 [](int number, const QString& kind, double value) {
                     return QVariantList{u"%1重点项目%2"_s.arg(kind.left(2)).arg(number), kind,
                                         value, 2022};
                 });
    return done;
}

Result<void> CityMaker::sea()
{
    // Strips south of the coast, from west to east, each as wide as its area asks.
    const auto strip = [this](double& x, double south, double north, double wanted) {
        double low = x;
        double high = x + 2 * wanted / (north - south) + 100;
        const auto shape = [&](double end) {
            std::vector<double> xs, ys;
            for (int i = 0; i <= 40; ++i) {
                xs.push_back(x + (end - x) * i / 40);
                ys.push_back(south);
            }
            for (int i = 40; i >= 0; --i) {
                xs.push_back(x + (end - x) * i / 40);
                ys.push_back(north);
            }
            Rings rings;
            addRing(rings, xs, ys);
            return rings;
        };
        for (int i = 0; i < 60; ++i) {
            const double middle = (low + high) / 2;
            (m_survey.area(shape(middle)) < wanted ? low : high) = middle;
        }
        Rings rings = shape(high);
        x = high;
        return rings;
    };
    Result<void> done = m_sink.layer(
        {u"JAHY"_s, Geometry::Polygon, {}, {texts(u"水质类别"_s), whole(u"监测年份"_s)}},
        [&](const Sink::Add& add) {
            double x = Land::west;
            for (const auto& [grade, area] : {std::pair{u"一类"_s, 200e6},
                                              {u"二类"_s, 146.1e6},
                                              {u"三类"_s, 25e6},
                                              {u"四类"_s, 18.9e6}}) {
                const Rings rings = strip(x, Land::south - 14'000, Land::south - 6'000, area);
                add(rings, {grade, 2022});
                m_answers.add(u"area"_s, u"JAHY"_s, u"350200"_s, grade, m_survey.area(rings),
                              u"m2"_s);
            }
        });
    if (done)
        done = m_sink.layer({u"HYQS"_s,
                             Geometry::Polygon,
                             {},
                             {texts(u"宗海编号"_s, 20), texts(u"用海类型"_s), real(u"面积"_s)}},
                            [&](const Sink::Add& add) {
                                double x = Land::west + 3000;
                                for (int i = 1; i <= 43; ++i) { // 21.5 km²
                                    const Rings rings =
                                        strip(x, Land::south - 9'000, Land::south - 8'000, 0.5e6);
                                    x += 300;
                                    add(rings, {u"HY%1"_s.arg(i, 4, 10, QChar(u'0')),
                                                i % 2 == 0 ? u"开放式养殖"_s : u"围海养殖"_s,
                                                hundredth(m_survey.area(rings))});
                                    m_answers.add(u"area"_s, u"HYQS"_s, u"350200"_s, {},
                                                  m_survey.area(rings), u"m2"_s);
                                }
                            });
    return done;
}

} // namespace test
