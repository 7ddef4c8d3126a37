#include "tests/support/city_output.h"

#include <QFile>

#include <cmath>

namespace test {

using namespace Qt::StringLiterals;
using checkup::gdal::WriteOptions;

namespace {

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
    {"WFTB", u"违法违规图斑.geojson"},
    {"ZDXM", u"重点项目.geojson"},
};

} // namespace

QString name(const char16_t* text)
{
    return QString::fromUtf16(text);
}

LayerField texts(const QString& field, int width)
{
    return {field, LayerField::Type::Text, width};
}
LayerField whole(const QString& field)
{
    return {field, LayerField::Type::Integer, 12};
}
LayerField real(const QString& field, int decimals)
{
    return {field, LayerField::Type::Real, 19, decimals};
}

double hundredth(double value)
{
    return std::round(value * 100) / 100;
}

Result<void> Sink::layer(LayerPlan plan, const std::function<void(const Add&)>& fill)
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
        done = writer->add(
            {}, values + QVariantList{std::round(x * fine) / fine, std::round(y * fine) / fine});
    });
    return done && own ? own->finish() : done;
}

void Answers::area(const QString& layer, const District& district, const QString& kind,
                   double value)
{
    add(u"area"_s, layer, QString::fromLatin1(district.code), kind, value, u"m2"_s);
    add(u"area"_s, layer, u"350200"_s, kind, value, u"m2"_s);
}

QByteArray Answers::toCsv() const
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

} // namespace test
