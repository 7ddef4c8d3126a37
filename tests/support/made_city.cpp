#include "tests/support/made_city.h"

#include "core/gdal/layer_writer.h"
#include "tests/support/city_land.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <optional>
#include <unordered_map>

namespace test {

using namespace Qt::StringLiterals;
using checkup::Error;
using checkup::ErrorCode;
using checkup::Result;
using checkup::gdal::Crs;
using checkup::gdal::LayerField;
using checkup::gdal::LayerPlan;
using checkup::gdal::LayerWriter;
using checkup::gdal::Rings;
using checkup::gdal::WriteOptions;
using Geometry = LayerPlan::Geometry;

namespace {

QString name(const char16_t* text)
{
    return QString::fromUtf16(text);
}

LayerField texts(const QString& field, int width = 60)
{
    return {field, LayerField::Type::Text, width};
}
LayerField whole(const QString& field)
{
    return {field, LayerField::Type::Integer, 12};
}
LayerField real(const QString& field, int decimals = 2)
{
    return {field, LayerField::Type::Real, 19, decimals};
}

double hundredth(double value)
{
    return std::round(value * 100) / 100;
}

/// How a layer is called and written in a folder; those not named here become GeoPackages.
struct Delivery
{
    const char* layer;
    const char16_t* file;
    WriteOptions options = {};
};

const WriteOptions oldOffice{u"GBK"_s, false};

const Delivery deliveries[] = {
    {"XZQ", u"行政区.shp", oldOffice},
    {"JDXZ", u"街道乡镇.geojson"},
    {"XZC", u"行政村.fgb"},
    {"CQFW", u"城区范围.shp", {u"GBK"_s, true}},
    {"DLTB", u"地类图斑_2022.gpkg"},
    {"DLTB_2021", u"地类图斑_2021.fgb"},
    {"STBHHX", u"生态保护红线.shp", oldOffice},
    {"YJJBNT", u"永久基本农田.shp", oldOffice},
    {"CZKFBJ", u"城镇开发边界.shp", {u"GBK"_s, true}},
    {"LSWHBHX", u"历史文化保护线.geojson"},
    {"ZRWHYC", u"自然和文化遗产.csv"},
    {"JZYD", u"居住用地.fgb"},
    {"BTSM", u"不透水地表.fgb"},
    {"RK_GRID", u"人口格网.fgb"},
    {"DLWL", u"道路网络.fgb"},
    {"JZW", u"建筑物.fgb"},
    {"XX", u"小学.csv"},
    {"ZX", u"中学.csv"},
    {"GDXX", u"高等学校.csv"},
    {"SQWS", u"社区卫生服务设施.csv"},
    {"YY", u"医院.geojson"},
    {"SQYL", u"社区养老设施.csv"},
    {"SQWH", u"社区文化设施.csv"},
    {"WHCG", u"文化艺术场馆.csv"},
    {"SQTY", u"社区体育设施.csv"},
    {"ZQC", u"足球场地.csv"},
    {"CSC", u"菜市场.csv"},
    {"XFZ", u"消防站.geojson"},
    {"YJBNCS", u"应急避难场所.csv"},
    {"JSD", u"内涝积水点.csv"},
    {"DZZHD", u"地质灾害隐患点.csv"},
    {"JMD", u"居民点.fgb"},
    {"GYLD", u"公园绿地.fgb"},
    {"HAX", u"海岸线.geojson"},
    {"GBZNT", u"高标准农田.fgb"},
    {"STXF", u"生态修复项目.geojson"},
    {"HYQS", u"养殖用海.geojson"},
    {"JAHY", u"近岸海域水质分区.geojson"},
    {"GS", u"高速公路.geojson"},
    {"TL", u"铁路.geojson"},
    {"DF", u"堤防.shp", oldOffice},
    {"LD", u"绿道.fgb"},
    {"ZHGL", u"综合管廊.fgb"},
    {"GDZD", u"轨道站.csv"},
    {"JC", u"机场.csv"},
    {"CSZX", u"城市中心.csv"},
    {"XZTD", u"闲置土地.geojson"},
    {"TDGY", u"土地供应.fgb"},
    {"CSGX", u"城市更新项目.geojson"},
};

/// One file with all layers, or a folder with a file each.
class Sink
{
public:
    Sink(QString out, const Survey& survey, bool indexed)
        : m_out(std::move(out))
        , m_survey(survey)
        , m_indexed(indexed)
    {}

    using Add = std::function<void(const Rings&, const QVariantList&)>;

    /// Tables get their points' longitudes and latitudes as columns.
    Result<void> layer(LayerPlan plan, const std::function<void(const Add&)>& fill)
    {
        plan.crs = m_survey.plane();
        plan.indexed = m_indexed;
        LayerWriter* writer = m_file ? &*m_file : nullptr;
        std::optional<LayerWriter> own;
        bool isTable = false;
        if (m_out.endsWith(u".gpkg"_s)) {
            if (!writer) {
                auto made = LayerWriter::create(m_out);
                if (!made)
                    return made.error();
                writer = &m_file.emplace(*std::move(made));
            }
        } else {
            QString file = plan.name + u".gpkg"_s;
            WriteOptions options;
            for (const Delivery& delivery : deliveries) {
                if (plan.name == QLatin1StringView(delivery.layer)) {
                    file = name(delivery.file);
                    options = delivery.options;
                }
            }
            isTable = file.endsWith(u".csv"_s);
            auto made = LayerWriter::create(m_out + u'/' + file, options);
            if (!made)
                return made.error();
            writer = &own.emplace(*std::move(made));
        }
        if (isTable) {
            plan.geometry = Geometry::None;
            plan.fields << real(u"经度"_s) << real(u"纬度"_s);
        }
        Result<void> done = writer->start(plan);
        fill([&](const Rings& rings, const QVariantList& values) {
            if (!done)
                return;
            if (!isTable) {
                done = writer->add(rings, values);
                return;
            }
            double x = rings.x[0];
            double y = rings.y[0];
            m_survey.toGeodetic(x, y);
            constexpr double fine = 1e8;
            done = writer->add({}, values + QVariantList{std::round(x * fine) / fine,
                                                         std::round(y * fine) / fine});
        });
        return done && own ? own->finish() : done;
    }
    Result<void> finish() { return m_file ? m_file->finish() : Result<void>(); }

private:
    QString m_out;
    const Survey& m_survey;
    bool m_indexed;
    std::optional<LayerWriter> m_file;
};

/// What was put into the city, added up by what it is.
class Answers
{
public:
    void add(const QString& what, const QString& layer, const QString& region, const QString& kind,
             double value, const QString& unit)
    {
        m_sums[{what, layer, region, kind, unit}] += value;
    }
    /// An area for its district and for the city.
    void area(const QString& layer, const District& district, const QString& kind, double value)
    {
        add(u"area"_s, layer, QString::fromLatin1(district.code), kind, value, u"m2"_s);
        add(u"area"_s, layer, u"350200"_s, kind, value, u"m2"_s);
    }
    QByteArray toCsv() const
    {
        QByteArray csv = "what,layer,region,class,value,unit\n";
        for (const auto& [key, value] : m_sums) {
            const auto& [what, layer, region, kind, unit] = key;
            csv += QStringList{what, layer, region, kind, QString::number(value, 'f', 4), unit}
                       .join(u',')
                       .toUtf8() +
                   '\n';
        }
        return csv;
    }

private:
    std::map<std::tuple<QString, QString, QString, QString, QString>, double> m_sums;
};

class City
{
public:
    City(const CitySize& size, const QString& out, const Survey& survey)
        : m_size(size)
        , m_survey(survey)
        , m_land(size, survey)
        , m_sink(out, survey, !size.longRoads)
    {}

    Result<void> write()
    {
        measure();
        for (const auto step :
             {&City::regions, &City::parcels, &City::parcelsBefore, &City::controlLines,
              &City::heritage, &City::moreControls, &City::homes, &City::population, &City::sealed,
              &City::roads, &City::lines, &City::facilities, &City::buildings, &City::sites,
              &City::sea}) {
            const Result<void> done = (this->*step)();
            if (!done)
                return done;
        }
        return m_sink.finish();
    }
    QByteArray answers() const { return m_answers.toCsv(); }

private:
    using Step = Result<void> (City::*)();

    const District& districtOf(const Parcel& parcel) const
    {
        return districts()[static_cast<size_t>(m_land.unitOf(parcel).district)];
    }
    Zone zoneOf(const Parcel& parcel) const { return m_land.unitOf(parcel).zone; }
    bool isHome(const Parcel& parcel) const
    {
        return zoneOf(parcel) == Core && m_land.useOf(parcel).code.startsWith(u"07");
    }
    static bool isUrbanOrRural(const LandUse& use)
    {
        return !use.town.isEmpty() && use.town.left(3) <= u"203";
    }
    bool isBuilt(const Parcel& parcel) const
    {
        const LandUse& use = m_land.useOf(parcel);
        return isUrbanOrRural(use) && !use.code.startsWith(u"0810");
    }

    void measure()
    {
        for (const Parcel& parcel : m_land.parcels())
            m_areas.push_back(m_survey.area(m_land.rings(parcel)));
    }

    Result<void> regions()
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
            {u"JDXZ"_s,
             Geometry::MultiPolygon,
             {},
             {texts(u"街道代码"_s, 12), texts(u"街道名称"_s)}},
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
                    add(rings,
                        {QString::fromLatin1(d.code) + u"9"_s +
                             u"%1"_s.arg(village * 100, 5, 10, QChar(u'0')),
                         u"%1%2号村"_s.arg(name(d.name)).arg(village), int(dice.in(600, 6000))});
                    m_answers.add(u"count"_s, u"XZC"_s, u"350200"_s, {}, 1, {});
                }
            });
    }

    static QString streetCode(const District& district, int street)
    {
        return QString::fromLatin1(district.code) + u"%1"_s.arg(street + 1, 3, 10, QChar(u'0'));
    }

    static QList<LayerField> parcelFields()
    {
        return {texts(u"BSM"_s, 18),    texts(u"YSDM"_s, 10),  texts(u"TBBH"_s, 8),
                texts(u"DLBM"_s, 5),    texts(u"DLMC"_s),      texts(u"QSXZ"_s, 2),
                texts(u"ZLDWDM"_s, 19), texts(u"ZLDWMC"_s),    real(u"TBMJ"_s),
                texts(u"KCDLBM"_s, 5),  real(u"KCXS"_s, 4),    real(u"KCMJ"_s),
                real(u"TBDLMJ"_s),      texts(u"CZCSXM"_s, 4), whole(u"SJNF"_s)};
    }

    /// The fields of a parcel with the use that it has, or had.
    QVariantList parcelValues(size_t number, const LandUse& use, double area, int year) const
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

    static QString landName(const QString& code)
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

    void parcelAnswers(const QString& layer, const District& district, const LandUse& use,
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

    Result<void> parcels()
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

    Result<void> parcelsBefore()
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
                        m_answers.add(u"strip count"_s, u"DLTB_2021>DLTB"_s, u"350200"_s, {}, 1,
                                      {});
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

    /// Shapes made of whole parcels, one a district.
    Result<void> zones(const QString& layer, const QList<LayerField>& fields,
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

    Result<void> controlLines()
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
                [this](const Parcel& parcel) {
                    return m_land.useOf(parcel).code.startsWith(u"01");
                },
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

    /// A rectangle in a parcel that has an area; nothing where that does not fit.
    Rings partOf(const Parcel& parcel, double wanted) const
    {
        const Rings widest = m_land.inside(parcel, 0.2, 0.8, 0.1, 0.9);
        const double room = widest.count() > 0 ? m_survey.area(widest) : 0;
        return room < wanted ? Rings()
                             : m_land.inside(parcel, 0.2, 0.8, 0.1, 0.1 + 0.8 * wanted / room);
    }

    /// Parcels of a kind in random order until an area is reached, the last one cut.
    Result<void> someParcels(const LayerPlan& plan, double wanted, quint64 stream,
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

    /// A star with a rugged outline, of thousands of vertices if wanted; radius is its largest.
    static Rings star(Dice& dice, double x, double y, double radius, int vertices)
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
            r = radius * (0.25 + 0.75 * (0.5 + 0.5 * std::tanh(0.7 * r))) *
                (1 - 0.01 * dice.unit());
            xs.push_back(std::round((x + r * std::cos(angle)) * 1e3) / 1e3);
            ys.push_back(std::round((y + r * std::sin(angle)) * 1e3) / 1e3);
        }
        Rings rings;
        addRing(rings, xs, ys);
        return rings;
    }

    Result<void> heritage()
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
        return points(u"ZRWHYC"_s, {texts(u"遗产名称"_s), texts(u"级别"_s), texts(u"类型"_s)}, 401,
                      311, Core, [](int number) {
                          return QVariantList{u"遗产%1"_s.arg(number),
                                              number % 5 == 0 ? u"国家级"_s : u"市级"_s,
                                              number % 9 == 0 ? u"自然遗产"_s : u"文化遗产"_s};
                      });
    }

    /// Control lines of three kinds for benches: those of one kind do not touch one another.
    Result<void> moreControls()
    {
        if (m_size.controls <= 0)
            return {};
        return m_sink.layer(
            {u"KZX"_s, Geometry::Polygon, {}, {texts(u"类型"_s), texts(u"名称"_s)}},
            [&](const Sink::Add& add) {
                Dice dice(m_size.seed, 320);
                const int each = std::max(1, m_size.controls / 3);
                const double ratio = Land::width / m_land.height();
                const int columns =
                    std::max(1, static_cast<int>(std::ceil(std::sqrt(each * ratio))));
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

    Result<void> homes()
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

    std::pair<double, double> placeIn(const Parcel& parcel, Dice& dice) const
    {
        const Rings room = m_land.inside(parcel, 0.25, 0.75, 0.2, 0.8);
        if (room.count() == 0)
            return {parcel.x, parcel.y};
        const auto rounded = [](double value) { return std::round(value * 1e3) / 1e3; };
        return {rounded(dice.in(room.x[0], room.x[1])), rounded(dice.in(room.y[0], room.y[2]))};
    }

    /// People and jobs in squares of a kilometre that add up to the city's.
    Result<void> population()
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

    /// Sealed ground: built parcels of the 城区 until there are 223.6 km², as one shape a district.
    Result<void> sealed()
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

    // Roads ---------------------------------------------------------------------------------

    struct Street
    {
        int line = 0;  ///< of the grid; even lines run east, odd ones north
        int level = 0; ///< 0 the widest
        std::vector<double> x, y;
        int district = -1; ///< whose 城区 it lies wholly in
    };

    static constexpr int through = 4; ///< every fourth line goes on into the country

    static int levelOf(int index)
    {
        return index % 32 == 0 ? 0 : index % 16 == 0 ? 1 : index % through == 0 ? 2 : 3;
    }

    Result<void> roads()
    {
        // In the 城区 every line of the grid, outside every fourth.
        const double cityKm2 = Land::width * m_land.height() / 1e6;
        const double core = 410.15;
        const double spacing =
            1000 * std::sqrt(2 * (core + (cityKm2 - core) / through) / m_size.edges);
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
            const bool goesOn = m_size.longRoads && before && reaches(*before, one) &&
                                before->district == one.district;
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
        static const std::array<QString, 4> levels{u"快速路"_s, u"主干路"_s, u"次干路"_s,
                                                   u"支路"_s};
        static const std::array<int, 4> speeds{80, 60, 40, 30};
        return m_sink.layer(
            {u"DLWL"_s,
             Geometry::Line,
             {},
             {texts(u"道路名称"_s), texts(u"道路等级"_s), whole(u"设计车速"_s),
              texts(u"是否单行"_s)}},
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
                    m_answers.add(u"length"_s, u"DLWL"_s, u"350200"_s, levels[level], length,
                                  u"m"_s);
                    m_answers.add(u"length"_s, u"DLWL"_s, u"350200"_s, u"total"_s, length, u"m"_s);
                    addCoreLength(u"DLWL x CQFW"_s, street.x, street.y);
                    if (street.district >= 0)
                        m_cityStreets.push_back(street);
                }
            });
    }

    /// Takes roads away until each 城区 has the length that its department returns.
    template <class Edges>
    void thinOut(Edges& edges, Dice& dice) const
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

    /// The length of a line in each district's 城区.
    std::array<double, 6> coreLengths(const std::vector<double>& xs,
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

    void addCoreLength(const QString& layer, const std::vector<double>& xs,
                       const std::vector<double>& ys)
    {
        const std::array<double, 6> lengths = coreLengths(xs, ys);
        for (size_t d = 0; d < lengths.size(); ++d) {
            if (lengths[d] == 0)
                continue;
            m_answers.add(u"length"_s, layer, QString::fromLatin1(districts()[d].code), {},
                          lengths[d], u"m"_s);
            m_answers.add(u"length"_s, layer, u"350200"_s, {}, lengths[d], u"m"_s);
        }
    }

    /// The first metres of a line.
    void shorten(std::vector<double>& x, std::vector<double>& y, double length) const
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

    /// Streets of the 城区 one after the other until a length is reached, the last one cut.
    Result<void> alongStreets(const LayerPlan& plan, double wanted, quint64 stream,
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

    /// Lines that wander through the city until a length is reached.
    void wander(const Sink::Add& add, const QString& layer, Dice& dice, double wanted,
                double longest, const QString& kind, const std::function<QVariantList(int)>& values)
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

    Result<void> lines()
    {
        Result<void> done = alongStreets(
            {u"LD"_s,
             Geometry::Line,
             {},
             {texts(u"名称"_s), texts(u"等级"_s), whole(u"建成年份"_s)}},
            1'082e3, 370, [](int number) {
                return QVariantList{u"绿道%1"_s.arg(number),
                                    number % 7 == 0 ? u"区域"_s : u"城市"_s, 2010 + number % 13};
            });
        if (done)
            done = alongStreets({u"ZHGL"_s,
                                 Geometry::Line,
                                 {},
                                 {texts(u"名称"_s), texts(u"入廊管线"_s), whole(u"建成年份"_s)}},
                                76.3e3, 371, [](int number) {
                                    return QVariantList{u"管廊%1"_s.arg(number),
                                                        u"电力、通信、给水"_s, 2012 + number % 11};
                                });
        Dice dice(m_size.seed, 372);
        if (done)
            done = m_sink.layer(
                {u"GS"_s,
                 Geometry::Line,
                 {},
                 {texts(u"路线编号"_s), texts(u"路线名称"_s), whole(u"通车年份"_s)}},
                [&](const Sink::Add& add) {
                    wander(add, u"GS"_s, dice, 109.3e3, 40e3, {}, [](int number) {
                        return QVariantList{u"G%1"_s.arg(9000 + number),
                                            u"示例高速%1"_s.arg(number), 1997 + 5 * number};
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
                 {texts(u"堤防名称"_s), texts(u"等级"_s), texts(u"设计标准"_s),
                  texts(u"是否达标"_s)}},
                [&](const Sink::Add& add) {
                    for (const auto& [kind, length] :
                         {std::pair{u"是"_s, 156.2e3}, {u"否"_s, 22.8e3}})
                        wander(add, u"DF"_s, dice, length, 12e3, kind, [&kind = kind](int number) {
                            return QVariantList{u"堤防%1"_s.arg(number), u"3级"_s, u"50年一遇"_s,
                                                kind};
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

    // Points --------------------------------------------------------------------------------

    Result<void> points(const QString& layer, const QList<LayerField>& fields, int count,
                        quint64 stream, Zone zone, const std::function<QVariantList(int)>& values)
    {
        std::vector<size_t> places;
        for (size_t i = 0; i < m_land.parcels().size(); ++i) {
            if (zoneOf(m_land.parcels()[i]) == zone &&
                (zone != Core || isBuilt(m_land.parcels()[i])))
                places.push_back(i);
        }
        Dice dice(m_size.seed, stream);
        return m_sink.layer({layer, Geometry::Point, {}, fields}, [&](const Sink::Add& add) {
            for (int number = 1; number <= count; ++number) {
                const Parcel& parcel = m_land.parcels()[places[dice.below(places.size())]];
                const auto [x, y] = placeIn(parcel, dice);
                add(pointAt(x, y), values(number));
                m_answers.add(u"count"_s, layer, u"350200"_s, {}, 1, {});
                m_answers.add(u"count"_s, layer, QString::fromLatin1(districtOf(parcel).code), {},
                              1, {});
            }
        });
    }

    /// Where people live: mostly in homes of the 城区, some in villages.
    Result<void> nearHomes(const QString& layer, const QList<LayerField>& fields, double perSchool,
                           quint64 stream, const std::function<QVariantList(int, Dice&)>& values)
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

    Result<void> facilities()
    {
        struct Kind
        {
            QString layer;
            QList<LayerField> fields;
            double perSchool;
            std::function<QVariantList(int, Dice&)> values;
        };
        const LayerField called = texts(u"名称"_s);
        const auto whatever = [](const QString& kind, const QString& type, double low,
                                 double high) {
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
                 return QVariantList{u"第%1中学"_s.arg(number),
                                     number % 3 == 0 ? u"高中"_s : u"初中"_s, classes,
                                     classes * 50};
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
                 static const std::array<QString, 4> grades{u"三级"_s, u"二级"_s, u"二级"_s,
                                                            u"一级"_s};
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

    Result<void> cityPoints()
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
            done = points(
                u"JSD"_s, {texts(u"位置"_s), whole(u"发生次数"_s), texts(u"整治情况"_s)}, 24, 432,
                Core, [](int number) {
                    return QVariantList{u"积水点%1"_s.arg(number), 1 + number % 4, u"整治中"_s};
                });
        if (done)
            done = points(u"DZZHD"_s,
                          {texts(u"编号"_s, 20), texts(u"灾种"_s), whole(u"威胁人数"_s),
                           texts(u"治理情况"_s)},
                          31, 433, Country, [this](int number) {
                              const QString state = number <= 19 ? u"已治理"_s : u"未治理"_s;
                              m_answers.add(u"count"_s, u"DZZHD"_s, u"350200"_s, state, 1, {});
                              return QVariantList{u"DZ%1"_s.arg(number, 4, 10, QChar(u'0')),
                                                  number % 2 == 0 ? u"滑坡"_s : u"崩塌"_s,
                                                  5 * number, state};
                          });
        if (done)
            done =
                points(u"GDZD"_s, {texts(u"站名"_s), texts(u"所属线路"_s), whole(u"通车年份"_s)},
                       71, 434, Core, [](int number) {
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

    // Polygons inside parcels ---------------------------------------------------------------

    Result<void> buildings()
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

    /// Rectangles in built parcels with a given area in all; kinds with their own sums.
    Result<void> lots(const LayerPlan& plan, quint64 stream,
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
                    const Rings rings = m_land.inside(m_land.parcels()[i], 0.2, 0.8, 0.1,
                                                      0.1 + 0.8 * wanted / room);
                    const double area = m_survey.area(rings);
                    add(rings, values(++number, kind, hundredth(area)));
                    m_answers.add(u"area"_s, plan.name, u"350200"_s, kind, area, u"m2"_s);
                }
            }
        });
    }

    double meanArea(const std::vector<size_t>& numbers) const
    {
        double sum = 0;
        for (const size_t i : numbers)
            sum += m_areas[i];
        return sum / static_cast<double>(std::max<size_t>(1, numbers.size()));
    }

    Result<void> sites()
    {
        const LayerField area = real(u"面积"_s);
        Result<void> done = m_sink.layer(
            {u"GYLD"_s, Geometry::Polygon, {}, {texts(u"名称"_s), texts(u"类型"_s), area}},
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
            done = lots(
                {u"XZTD"_s,
                 Geometry::Polygon,
                 {},
                 {texts(u"宗地编号"_s, 20), area, texts(u"处置情况"_s)}},
                450, {{u"已处置"_s, 0.704e6}, {u"未处置"_s, 0.158e6}}, 8,
                [](int number, const QString& kind, double value) {
                    return QVariantList{u"XZ%1"_s.arg(number, 5, 10, QChar(u'0')), value, kind};
                });
        if (done)
            done = lots(
                {u"TDGY"_s,
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
        return done;
    }

    Result<void> sea()
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
                                        const Rings rings = strip(x, Land::south - 9'000,
                                                                  Land::south - 8'000, 0.5e6);
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

    CitySize m_size;
    const Survey& m_survey;
    Land m_land;
    Sink m_sink;
    Answers m_answers;
    std::vector<double> m_areas; ///< m² by the survey's formula, of each parcel
    std::vector<size_t> m_homes;
    std::vector<Street> m_cityStreets;
};

} // namespace

CitySize sampleCity()
{
    return {.parcels = 3'000,
            .controls = 0,
            .edges = 50'000,
            .facilities = 300,
            .homes = 0,
            .longRoads = true};
}

Result<void> makeCity(const QString& out, const CitySize& size)
{
    const auto survey = Survey::make();
    if (!survey)
        return survey.error();
    const bool isFile = out.endsWith(u".gpkg"_s);
    if (!isFile && !QDir().mkpath(out))
        return Error(ErrorCode::ReadOnly, u"cannot make the folder "_s + out);
    City city(size, out, *survey);
    const Result<void> done = city.write();
    if (!done)
        return done;
    const QFileInfo target(out);
    QFile answers(isFile ? target.path() + u'/' + target.completeBaseName() + u"-answers.csv"_s
                         : out + u"/answers.csv"_s);
    const QByteArray csv = city.answers();
    if (!answers.open(QIODevice::WriteOnly) || answers.write(csv) != csv.size())
        return Error(ErrorCode::Io, u"cannot write "_s + answers.fileName());
    return {};
}

} // namespace test
