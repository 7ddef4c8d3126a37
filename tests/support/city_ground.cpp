#include "tests/support/city_maker.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace test {

using namespace Qt::StringLiterals;

Result<void> CityMaker::regions()
{
    const auto district =
        m_land.united([this](const Parcel& parcel) { return m_land.unitOf(parcel).district; });
    Result<void> done =
        m_sink.layer({u"XZQ"_s,
                      Geometry::MultiPolygon,
                      {},
                      {texts(u"行政区代码"_s, 12), texts(u"行政区名称"_s)}},
                     [&](const Sink::Add& add) {
                         for (const auto& [number, rings] : district) {
                             const District& d = districts()[static_cast<size_t>(number)];
                             add(rings, {QString::fromLatin1(d.code), name(d.name)});
                             m_answers.area(u"XZQ"_s, d, {}, m_survey.area(rings));
                         }
                     });
    if (!done)
        return done;
    constexpr int most = 100;
    const auto streets = m_land.united([this](const Parcel& parcel) {
        return m_land.unitOf(parcel).district * most + parcel.street;
    });
    done = m_sink.layer(
        {u"JDXZ"_s, Geometry::MultiPolygon, {}, {texts(u"街道代码"_s, 12), texts(u"街道名称"_s)}},
        [&](const Sink::Add& add) {
            for (const auto& [number, rings] : streets) {
                const District& d = districts()[static_cast<size_t>(number / most)];
                const QString code = streetCode(d, number % most);
                add(rings, {code, name(d.streets[static_cast<size_t>(number % most)])});
                m_answers.add(u"area"_s, u"JDXZ"_s, code, {}, m_survey.area(rings), u"m2"_s);
            }
        });
    if (!done)
        return done;
    const auto villages = m_land.united([this](const Parcel& parcel) {
        return parcel.village < 0 ? -1 : m_land.unitOf(parcel).district * most + parcel.village;
    });
    Dice dice(m_size.seed, 200);
    return m_sink.layer(
        {u"XZC"_s,
         Geometry::MultiPolygon,
         {},
         {texts(u"行政村代码"_s, 12), texts(u"行政村名称"_s), whole(u"常住人口"_s)}},
        [&](const Sink::Add& add) {
            for (const auto& [number, rings] : villages) {
                const District& d = districts()[static_cast<size_t>(number / most)];
                const int village = number % most + 1;
                add(rings, {QString::fromLatin1(d.code) + u"9"_s +
                                u"%1"_s.arg(village * 100, 5, 10, QChar(u'0')),
                            u"%1%2号村"_s.arg(name(d.name)).arg(village), int(dice.in(600, 6000))});
                m_answers.add(u"count"_s, u"XZC"_s, u"350200"_s, {}, 1, {});
            }
        });
}

QString CityMaker::streetCode(const District& district, int street)
{
    return QString::fromLatin1(district.code) + u"%1"_s.arg(street + 1, 3, 10, QChar(u'0'));
}

QList<LayerField> CityMaker::parcelFields()
{
    return {texts(u"BSM"_s, 18), texts(u"YSDM"_s, 10),  texts(u"TBBH"_s, 8),    texts(u"DLBM"_s, 5),
            texts(u"DLMC"_s),    texts(u"QSXZ"_s, 2),   texts(u"ZLDWDM"_s, 19), texts(u"ZLDWMC"_s),
            real(u"TBMJ"_s),     texts(u"KCDLBM"_s, 5), real(u"KCXS"_s, 4),     real(u"KCMJ"_s),
            real(u"TBDLMJ"_s),   texts(u"CZCSXM"_s, 4), whole(u"SJNF"_s)};
}

QVariantList CityMaker::parcelValues(size_t number, const LandUse& use, double area, int year) const
{
    const Parcel& parcel = m_land.parcels()[number];
    const District& district = districtOf(parcel);
    const bool hasRidges = use.code.startsWith(u"01") && parcel.ridges > 0;
    const double registered = hundredth(area);
    const double ridges = hasRidges ? hundredth(registered * parcel.ridges) : 0;
    const auto nothing = QVariant();
    const QString number8 = u"%1"_s.arg(number + 1, 8, 10, QChar(u'0'));
    return {QString::fromLatin1(district.code) + u"2110"_s + number8,
            u"2001010100"_s,
            number8,
            use.code,
            landName(use.code),
            use.town.startsWith(u"201") || use.town.startsWith(u"202") ? u"20"_s : u"30"_s,
            streetCode(district, parcel.street) +
                u"%1"_s.arg(parcel.village + 1, 3, 10, QChar(u'0')) + u"0000000"_s,
            parcel.village < 0 ? name(district.streets[static_cast<size_t>(parcel.street)])
                               : u"%1%2号村"_s.arg(name(district.name)).arg(parcel.village + 1),
            registered,
            hasRidges ? QVariant(u"1203"_s) : nothing,
            hasRidges ? QVariant(parcel.ridges) : nothing,
            hasRidges ? QVariant(ridges) : nothing,
            hundredth(registered - ridges),
            use.town.isEmpty() ? nothing : QVariant(use.town),
            year};
}

QString CityMaker::landName(const QString& code)
{
    static const std::map<QString, QString> names{{u"0101"_s, u"水田"_s},
                                                  {u"0102"_s, u"水浇地"_s},
                                                  {u"0103"_s, u"旱地"_s},
                                                  {u"0201"_s, u"果园"_s},
                                                  {u"0202"_s, u"茶园"_s},
                                                  {u"0204"_s, u"其他园地"_s},
                                                  {u"0301"_s, u"乔木林地"_s},
                                                  {u"0302"_s, u"竹林地"_s},
                                                  {u"0303"_s, u"红树林地"_s},
                                                  {u"0305"_s, u"灌木林地"_s},
                                                  {u"0307"_s, u"其他林地"_s},
                                                  {u"0404"_s, u"其他草地"_s},
                                                  {u"05H1"_s, u"商业服务业设施用地"_s},
                                                  {u"0508"_s, u"物流仓储用地"_s},
                                                  {u"0601"_s, u"工业用地"_s},
                                                  {u"0602"_s, u"采矿用地"_s},
                                                  {u"0701"_s, u"城镇住宅用地"_s},
                                                  {u"0702"_s, u"农村宅基地"_s},
                                                  {u"08H1"_s, u"机关团体新闻出版用地"_s},
                                                  {u"08H2"_s, u"科教文卫用地"_s},
                                                  {u"08H2A"_s, u"高教用地"_s},
                                                  {u"0809"_s, u"公用设施用地"_s},
                                                  {u"0810"_s, u"公园与绿地"_s},
                                                  {u"0810A"_s, u"广场用地"_s},
                                                  {u"09"_s, u"特殊用地"_s},
                                                  {u"1001"_s, u"铁路用地"_s},
                                                  {u"1002"_s, u"轨道交通用地"_s},
                                                  {u"1003"_s, u"公路用地"_s},
                                                  {u"1004"_s, u"城镇村道路用地"_s},
                                                  {u"1005"_s, u"交通服务场站用地"_s},
                                                  {u"1006"_s, u"农村道路"_s},
                                                  {u"1007"_s, u"机场用地"_s},
                                                  {u"1008"_s, u"港口码头用地"_s},
                                                  {u"1101"_s, u"河流水面"_s},
                                                  {u"1102"_s, u"湖泊水面"_s},
                                                  {u"1103"_s, u"水库水面"_s},
                                                  {u"1104"_s, u"坑塘水面"_s},
                                                  {u"1104A"_s, u"养殖坑塘"_s},
                                                  {u"1105"_s, u"沿海滩涂"_s},
                                                  {u"1106"_s, u"内陆滩涂"_s},
                                                  {u"1107"_s, u"沟渠"_s},
                                                  {u"1109"_s, u"水工建筑用地"_s},
                                                  {u"1201"_s, u"空闲地"_s},
                                                  {u"1202"_s, u"设施农用地"_s},
                                                  {u"1206"_s, u"裸土地"_s},
                                                  {u"1207"_s, u"裸岩石砾地"_s},
                                                  {u"0301K"_s, u"可调整乔木林地"_s}};
    return names.at(code);
}

void CityMaker::parcelAnswers(const QString& layer, const District& district, const LandUse& use,
                              const QVariantList& values, double area)
{
    const QString city = u"350200"_s;
    for (const QString& region : {QString::fromLatin1(district.code), city}) {
        m_answers.add(u"area"_s, layer, region, use.code, area, u"m2"_s);
        m_answers.add(u"TBDLMJ"_s, layer, region, use.code, values[12].toDouble(), u"m2"_s);
        m_answers.add(u"count"_s, layer, region, use.code, 1, {});
        if (!use.town.isEmpty())
            m_answers.add(u"TBDLMJ"_s, layer, region, u"CZCSXM "_s + use.town,
                          values[12].toDouble(), u"m2"_s);
    }
}

Result<void> CityMaker::parcels()
{
    return m_sink.layer(
        {u"DLTB"_s, Geometry::Polygon, {}, parcelFields()}, [this](const Sink::Add& add) {
            for (size_t i = 0; i < m_land.parcels().size(); ++i) {
                const Parcel& parcel = m_land.parcels()[i];
                const LandUse& use = m_land.useOf(parcel);
                const QVariantList values = parcelValues(i, use, m_areas[i], 2022);
                add(m_land.rings(parcel), values);
                parcelAnswers(u"DLTB"_s, districtOf(parcel), use, values, m_areas[i]);
            }
        });
}

Result<void> CityMaker::parcelsBefore()
{
    const auto& parcels = m_land.parcels();
    const auto change = [this](const District& district, const LandUse& before,
                               const LandUse& after, double area) {
        for (const QString& region : {QString::fromLatin1(district.code), u"350200"_s})
            m_answers.add(u"transition"_s, u"DLTB_2021>DLTB"_s, region,
                          before.code + u'>' + after.code, area, u"m2"_s);
    };
    return m_sink.layer(
        {u"DLTB_2021"_s, Geometry::Polygon, {}, parcelFields()}, [&](const Sink::Add& add) {
            for (size_t i = 0; i < parcels.size(); ++i) {
                const Parcel& parcel = parcels[i];
                const LandUse& before = m_land.useBefore(parcel);
                change(districtOf(parcel), before, m_land.useOf(parcel), m_areas[i]);
                if (parcel.movedBefore) {
                    // The strip east of the border was this parcel's and is the next one's.
                    const double strip = m_survey.area(m_land.sliver(parcel));
                    const LandUse& next = m_land.useOf(parcels[i + 1]);
                    change(districtOf(parcel), before, next, strip);
                    change(districtOf(parcel), m_land.useBefore(parcels[i + 1]), next, -strip);
                    m_answers.add(u"strips"_s, u"DLTB_2021>DLTB"_s, u"350200"_s, {}, strip,
                                  u"m2"_s);
                    m_answers.add(u"strip count"_s, u"DLTB_2021>DLTB"_s, u"350200"_s, {}, 1, {});
                }
                const Rings rings = m_land.ringsBefore(i);
                if (rings.count() == 0)
                    continue;
                const double area = m_survey.area(rings);
                const QVariantList values = parcelValues(i, before, area, 2021);
                add(rings, values);
                parcelAnswers(u"DLTB_2021"_s, districtOf(parcel), before, values, area);
            }
        });
}

Result<void> CityMaker::zones(const QString& layer, const QList<LayerField>& fields,
                              const std::function<bool(Zone)>& in,
                              const std::function<QVariantList(const District&)>& values)
{
    const auto shapes = m_land.united([&](const Parcel& parcel) {
        return in(zoneOf(parcel)) ? m_land.unitOf(parcel).district : -1;
    });
    return m_sink.layer({layer, Geometry::MultiPolygon, {}, fields}, [&](const Sink::Add& add) {
        for (const auto& [number, rings] : shapes) {
            const District& d = districts()[static_cast<size_t>(number)];
            add(rings, values(d));
            m_answers.area(layer, d, {}, m_survey.area(rings));
        }
    });
}

Result<void> CityMaker::controlLines()
{
    Result<void> done = zones(
        u"CQFW"_s, {texts(u"范围名称"_s), whole(u"划定年份"_s)},
        [](Zone zone) { return zone == Core; },
        [](const District& d) {
            return QVariantList{name(d.name) + u"城区"_s, 2022};
        });
    if (done)
        done = zones(
            u"CZKFBJ"_s, {texts(u"边界类型"_s), texts(u"名称"_s)},
            [](Zone zone) { return zone == Core || zone == Boundary; },
            [](const District& d) {
                return QVariantList{u"集中建设区"_s, name(d.name) + u"城镇开发边界"_s};
            });
    if (done)
        done = zones(
            u"STBHHX"_s, {texts(u"红线名称"_s), texts(u"类型"_s)},
            [](Zone zone) { return zone == Redline; },
            [](const District& d) {
                return QVariantList{name(d.name) + u"生态保护红线"_s, u"水源涵养"_s};
            });
    if (!done)
        return done;
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        const Parcel& parcel = m_land.parcels()[i];
        const LandUse& use = m_land.useOf(parcel);
        const District& d = districtOf(parcel);
        if (zoneOf(parcel) == Redline)
            m_answers.area(u"STBHHX x DLTB"_s, d, use.code, m_areas[i]);
        if (zoneOf(parcel) == Redline && isUrbanOrRural(use))
            m_answers.area(u"STBHHX x DLTB"_s, d, u"CZCSXM 201-203"_s, m_areas[i]);
        if (zoneOf(parcel) == Core || zoneOf(parcel) == Boundary) {
            m_answers.area(u"CZKFBJ x DLTB"_s, d, use.code, m_areas[i]);
            if (isUrbanOrRural(use))
                m_answers.area(u"CZKFBJ x DLTB"_s, d, u"CZCSXM 201-203"_s, m_areas[i]);
        }
        if (zoneOf(parcel) == Core)
            m_answers.area(u"CQFW x DLTB"_s, d, use.code, m_areas[i]);
    }
    done = someParcels(
        {u"YJJBNT"_s,
         Geometry::Polygon,
         {},
         {texts(u"图斑编号"_s, 14), texts(u"地类编码"_s, 5), real(u"面积"_s)}},
        100.8533e6, 301,
        [this](const Parcel& parcel) {
            return zoneOf(parcel) == Country && m_land.useOf(parcel).code.startsWith(u"01");
        },
        [this](const Parcel& parcel, int number, double area) {
            return QVariantList{u"JBNT%1"_s.arg(number, 8, 10, QChar(u'0')),
                                m_land.useOf(parcel).code, hundredth(area)};
        });
    if (done)
        done = someParcels(
            {u"GBZNT"_s,
             Geometry::Polygon,
             {},
             {texts(u"项目名称"_s), whole(u"建成年份"_s), real(u"面积"_s)}},
            86.90e6, 302,
            [this](const Parcel& parcel) { return m_land.useOf(parcel).code.startsWith(u"01"); },
            [](const Parcel&, int number, double area) {
                return QVariantList{u"高标准农田项目%1"_s.arg(number), 2012 + number % 11,
                                    hundredth(area)};
            });
    if (done)
        done = someParcels(
            {u"STXF"_s,
             Geometry::Polygon,
             {},
             {texts(u"项目名称"_s), texts(u"修复类型"_s), whole(u"完成年份"_s)}},
            7.1e6, 303,
            [this](const Parcel& parcel) {
                const QString& code = m_land.useOf(parcel).code;
                return code == u"0307" || code == u"0404" || code == u"1105";
            },
            [](const Parcel&, int number, double) {
                return QVariantList{u"生态修复工程%1"_s.arg(number), u"矿山与岸线修复"_s, 2022};
            });
    return done;
}

Rings CityMaker::partOf(const Parcel& parcel, double wanted) const
{
    const Rings widest = m_land.inside(parcel, 0.2, 0.8, 0.1, 0.9);
    const double room = widest.count() > 0 ? m_survey.area(widest) : 0;
    return room < wanted ? Rings()
                         : m_land.inside(parcel, 0.2, 0.8, 0.1, 0.1 + 0.8 * wanted / room);
}

Result<void>
CityMaker::someParcels(const LayerPlan& plan, double wanted, quint64 stream,
                       const std::function<bool(const Parcel&)>& fits,
                       const std::function<QVariantList(const Parcel&, int, double)>& values)
{
    std::vector<size_t> numbers;
    for (size_t i = 0; i < m_land.parcels().size(); ++i) {
        if (fits(m_land.parcels()[i]))
            numbers.push_back(i);
    }
    Dice dice(m_size.seed, stream);
    dice.shuffle(numbers);
    return m_sink.layer(plan, [&](const Sink::Add& add) {
        double left = wanted;
        int number = 0;
        for (const size_t i : numbers) {
            const Parcel& parcel = m_land.parcels()[i];
            if (left < 1)
                break;
            const Rings rings = left < m_areas[i] ? partOf(parcel, left) : m_land.rings(parcel);
            if (rings.count() == 0)
                continue;
            const double area = m_survey.area(rings);
            add(rings, values(parcel, ++number, area));
            m_answers.area(plan.name, districtOf(parcel), {}, area);
            left -= area;
        }
    });
}

Rings CityMaker::star(Dice& dice, double x, double y, double radius, int vertices)
{
    constexpr int harmonics = 60;
    std::array<double, harmonics> strength{}, phase{};
    for (size_t h = 1; h < harmonics; ++h) {
        strength[h] = dice.in(-1.7, 1.7) / std::pow(static_cast<double>(h), 1.4);
        phase[h] = dice.in(0, 2 * std::numbers::pi);
    }
    std::vector<double> xs, ys;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * std::numbers::pi * i / vertices;
        double r = 0;
        for (size_t h = 1; h < harmonics; ++h)
            r += strength[h] * std::cos(static_cast<double>(h) * angle + phase[h]);
        r = radius * (0.25 + 0.75 * (0.5 + 0.5 * std::tanh(0.7 * r))) * (1 - 0.01 * dice.unit());
        xs.push_back(std::round((x + r * std::cos(angle)) * 1e3) / 1e3);
        ys.push_back(std::round((y + r * std::sin(angle)) * 1e3) / 1e3);
    }
    Rings rings;
    addRing(rings, xs, ys);
    return rings;
}

Result<void> CityMaker::heritage()
{
    // Two rectangles that overlap, and stars that do not; 47.31 km² without counting twice.
    constexpr double wanted = 47.31e6;
    Dice dice(m_size.seed, 310);
    const double x = Land::west + 0.3 * Land::width;
    const double y = Land::south + 0.08 * m_land.height();
    const auto first = rectangle(x, y, x + 3000, y + 2000);
    const auto second = rectangle(x + 2000, y + 1000, x + 4500, y + 3000);
    const double both = m_survey.area(rectangle(x + 2000, y + 1000, x + 3000, y + 2000));
    const double united = m_survey.area(first) + m_survey.area(second) - both;
    const int vertices = m_size.longRoads ? 120 : 3000;
    std::vector<Rings> stars;
    double area = 0;
    for (int i = 0; i < 8; ++i) {
        stars.push_back(star(dice, Land::west + (0.12 + 0.1 * i) * Land::width,
                             Land::south + (i % 2 == 0 ? 0.45 : 0.75) * m_land.height(), 2000,
                             vertices));
        area += m_survey.area(stars.back());
    }
    const double scale = std::sqrt((wanted - united) / area);
    for (int i = 0; i < 8; ++i) {
        const double cx = Land::west + (0.12 + 0.1 * i) * Land::width;
        const double cy = Land::south + (i % 2 == 0 ? 0.45 : 0.75) * m_land.height();
        Rings& rings = stars[static_cast<size_t>(i)];
        for (double& value : rings.x)
            value = std::round((cx + (value - cx) * scale) * 1e3) / 1e3;
        for (double& value : rings.y)
            value = std::round((cy + (value - cy) * scale) * 1e3) / 1e3;
    }
    const Result<void> done = m_sink.layer(
        {u"LSWHBHX"_s,
         Geometry::Polygon,
         {},
         {texts(u"保护对象名称"_s), texts(u"级别"_s), texts(u"类型"_s)}},
        [&](const Sink::Add& add) {
            add(first, {u"老城保护范围"_s, u"国家级"_s, u"历史文化街区"_s});
            add(second, {u"老城建设控制地带"_s, u"省级"_s, u"建设控制地带"_s});
            double sum = united;
            for (const Rings& rings : stars) {
                add(rings, {u"传统村落保护范围"_s, u"省级"_s, u"传统村落"_s});
                sum += m_survey.area(rings);
            }
            m_answers.add(u"area"_s, u"LSWHBHX"_s, u"350200"_s, u"united"_s, sum, u"m2"_s);
            m_answers.add(u"area"_s, u"LSWHBHX"_s, u"350200"_s, u"each"_s, sum + both, u"m2"_s);
        });
    if (!done)
        return done;
    return points(u"ZRWHYC"_s, {texts(u"遗产名称"_s), texts(u"级别"_s), texts(u"类型"_s)}, 401, 311,
                  Core, [](int number) {
                      return QVariantList{u"遗产%1"_s.arg(number),
                                          number % 5 == 0 ? u"国家级"_s : u"市级"_s,
                                          number % 9 == 0 ? u"自然遗产"_s : u"文化遗产"_s};
                  });
}

Result<void> CityMaker::moreControls()
{
    if (m_size.controls <= 0)
        return {};
    return m_sink.layer(
        {u"KZX"_s, Geometry::Polygon, {}, {texts(u"类型"_s), texts(u"名称"_s)}},
        [&](const Sink::Add& add) {
            Dice dice(m_size.seed, 320);
            const int each = std::max(1, m_size.controls / 3);
            const double ratio = Land::width / m_land.height();
            const int columns = std::max(1, static_cast<int>(std::ceil(std::sqrt(each * ratio))));
            const int rows = (each + columns - 1) / columns;
            const double cell = std::min(Land::width / columns, m_land.height() / rows);
            for (const QString& kind :
                 {u"生态保护红线"_s, u"永久基本农田"_s, u"历史文化保护线"_s}) {
                for (int i = 0; i < each; ++i) {
                    const double x = Land::west + (i % columns + 0.5) * Land::width / columns;
                    const double y = Land::south + (i / columns + 0.5) * m_land.height() / rows;
                    const double radius = cell * dice.in(0.3, 0.48);
                    add(star(dice, x, y, radius, static_cast<int>(dice.in(2000, 8000))),
                        {kind, u"%1%2"_s.arg(kind).arg(i + 1)});
                }
            }
        });
}

} // namespace test
