#include "app/charts/chart_builder.h"
#include "app/charts/chart_painter.h"
#include "app/charts/chart_view.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QImage>
#include <QLineSeries>
#include <QRegularExpression>
#include <QScatterSeries>
#include <QSet>
#include <QWidget>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using namespace checkup;
using report::Chart;
using report::ChartSeries;

namespace {

Chart radar()
{
    Chart chart;
    chart.kind = Chart::Kind::Radar;
    chart.id = u"radar"_s;
    chart.title = u"各维度达标情况"_s;
    chart.unit = u"%"_s;
    chart.categories = {u"安全"_s, u"创新"_s, u"协调"_s, u"绿色"_s, u"开放"_s, u"共享"_s};
    chart.series = {{u"达标或正常推进占比"_s, {80, 66.7, 75, 100, 50, 62.5}, u"#2f6f9f"_s},
                    {u"达标率"_s, {40, 33.3, 25, 60, 50, 37.5}, u"#2a8f6d"_s}};
    chart.altText = u"雷达图"_s;
    return chart;
}

Chart stacked()
{
    Chart chart;
    chart.kind = Chart::Kind::StackedBars;
    chart.id = u"verdicts"_s;
    chart.title = u"各维度指标结论"_s;
    chart.unit = u"项"_s;
    chart.decimals = 0;
    chart.categories = {u"安全"_s, u"创新"_s, u"协调"_s, u"绿色"_s, u"开放"_s, u"共享"_s};
    chart.series = {{u"达标"_s, {12, 4, 3, 7, 2, 9}, u"#2a7f62"_s},
                    {u"正常推进"_s, {6, 5, 4, 8, 3, 11}, u"#7fb8d8"_s},
                    {u"滞后"_s, {3, 2, 5, 1, 2, 6}, u"#e0a030"_s},
                    {u"预警"_s, {1, 0, 1, 0, 0, 2}, u"#a02c2c"_s}};
    return chart;
}

Chart progress()
{
    Chart chart;
    chart.kind = Chart::Kind::Progress;
    chart.id = u"progress-safety"_s;
    chart.title = u"安全维度规划实施率"_s;
    chart.unit = u"%"_s;
    chart.decimals = 1;
    chart.categories = {u"人均应急避难场所面积"_s, u"重要江河湖泊水功能区水质达标率"_s,
                        u"再生水利用率"_s, u"城区透水表面占比"_s, u"消防救援5分钟可达覆盖率"_s};
    chart.series = {{u"规划实施率"_s, {28.6, 132.4, -12.5, std::nullopt, 14.2}, {}},
                    {u"时间进度"_s, {13.3, 13.3, 13.3, 13.3, 13.3}, {}}};
    chart.categoryColours = {u"#7fb8d8"_s, u"#2a7f62"_s, u"#a02c2c"_s, u"#c8c8c8"_s, u"#7fb8d8"_s};
    return chart;
}

Chart line()
{
    Chart chart;
    chart.kind = Chart::Kind::Line;
    chart.id = u"series-C-01"_s;
    chart.title = u"道路网密度"_s;
    chart.unit = u"千米/平方千米"_s;
    chart.decimals = 2;
    chart.categories = {u"2015"_s, u"2016"_s, u"2017"_s, u"2018"_s,
                        u"2019"_s, u"2020"_s, u"2021"_s, u"2022"_s};
    chart.series = {
        {u"道路网密度"_s, {6.9, 7.1, std::nullopt, 7.6, 7.9, 8.1, std::nullopt, 8.5}, {}}};
    chart.targetLine = 10;
    chart.targetName = u"2035年目标"_s;
    return chart;
}

Chart donut()
{
    Chart chart;
    chart.kind = Chart::Kind::Donut;
    chart.id = u"verdict-share"_s;
    chart.title = u"指标结论构成"_s;
    chart.unit = u"项"_s;
    chart.decimals = 0;
    chart.categories = {u"达标"_s, u"正常推进"_s, u"滞后"_s,    u"倒退"_s,
                        u"预警"_s, u"监测"_s,     u"无法判断"_s};
    chart.series = {{u"指标数"_s, {37, 41, 19, 3, 4, 8, 10}, {}}};
    chart.categoryColours = {u"#2a7f62"_s, u"#7fb8d8"_s, u"#e0a030"_s, u"#b0602c"_s,
                             u"#a02c2c"_s, u"#8888aa"_s, u"#c8c8c8"_s};
    return chart;
}

Chart districts()
{
    Chart chart;
    chart.kind = Chart::Kind::StackedBars;
    chart.id = u"districts"_s;
    chart.title = u"人均公园绿地面积分区比较（2022年）"_s;
    chart.unit = u"平方米/人"_s;
    chart.decimals = 2;
    chart.categories = {u"思明区"_s, u"湖里区"_s, u"海沧区"_s,
                        u"集美区"_s, u"同安区"_s, u"翔安区"_s};
    chart.series = {{u"人均公园绿地面积"_s, {12.1, 10.4, 16.25, std::nullopt, 14.8, 15.02}, {}}};
    return chart;
}

/// Share of pixels that are not the background.
double inked(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 240 ? 1 : 0;
    }
    return static_cast<double>(count) / (image.width() * image.height());
}

/// Nothing may touch the picture's edge: that is how clipped text shows.
bool edgeIsClean(const QImage& image)
{
    for (int x = 0; x < image.width(); ++x) {
        if (qGray(image.pixel(x, 0)) < 200 || qGray(image.pixel(x, image.height() - 1)) < 200)
            return false;
    }
    for (int y = 0; y < image.height(); ++y) {
        if (qGray(image.pixel(0, y)) < 200 || qGray(image.pixel(image.width() - 1, y)) < 200)
            return false;
    }
    return true;
}

/// Whether a colour stands in the picture, opaque.
bool holds(const QImage& image, QRgb colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour)
                return true;
        }
    }
    return false;
}

/// From the first to the last column that holds the colour, opaque.
int extent(const QImage& image, QRgb colour)
{
    int first = -1;
    int last = -1;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(x, y) == colour) {
                first = first < 0 ? x : first;
                last = x;
                break;
            }
        }
    }
    return first < 0 ? 0 : last - first + 1;
}

const QSize usual(640, 400);

/// Every text element of the chart's SVG, a line each.
QString textsOf(const Chart& chart)
{
    charts::QtChartPainter painter;
    const auto svg = painter.svg(chart, usual);
    REQUIRE_OK(svg);
    QString all;
    static const QRegularExpression element(u"<text[^>]*>([^<]*)</text>"_s);
    auto found = element.globalMatch(QString::fromUtf8(*svg));
    while (found.hasNext())
        all += found.next().captured(1).simplified() + u'\n';
    return all;
}

} // namespace

TEST_CASE("every kind of chart gives a picture of the size asked for, twice the same")
{
    charts::QtChartPainter painter;
    const QString keep = qEnvironmentVariable("CHECKUP_KEEP_PICTURES");
    for (const Chart& chart : {radar(), stacked(), progress(), line(), donut(), districts()}) {
        INFO(chart.id.toStdString());
        const auto png = painter.png(chart, usual, 2);
        REQUIRE_OK(png);
        const QImage image = QImage::fromData(*png, "PNG");
        REQUIRE(image.size() == QSize(1280, 800));
        CHECK(inked(image) > 0.01);
        CHECK(edgeIsClean(image));
        const auto svg = painter.svg(chart, usual);
        REQUIRE_OK(svg);
        CHECK(svg->contains("viewBox=\"0 0 640 400\""));
        CHECK(painter.png(chart, usual, 2).value() == *png);
        CHECK(painter.svg(chart, usual).value() == *svg);
        if (!keep.isEmpty()) {
            for (const auto& [suffix, bytes] :
                 {std::pair(u".png"_s, *png), std::pair(u".svg"_s, *svg)}) {
                QFile file(keep + u'/' + chart.id + suffix);
                REQUIRE(file.open(QIODevice::WriteOnly));
                file.write(bytes);
            }
        }
    }
}

TEST_CASE("names, values and gaps are text in the picture")
{
    const auto text = [](const Chart& chart) { return textsOf(chart).toStdString(); };
    using Catch::Matchers::ContainsSubstring;
    for (const char* name : {"安全", "共享", "达标率", "单位：%"})
        CHECK_THAT(text(radar()), ContainsSubstring(name));
    const std::string bars = text(progress());
    for (const char* name : {"28.6%", "132.4%", "-12.5%", "暂缺", "时间进度"})
        CHECK_THAT(bars, ContainsSubstring(name));
    const std::string series = text(line());
    for (const char* name : {"8.50", "6.90", "2035年目标 10.00", "2015", "单位：千米/平方千米"})
        CHECK_THAT(series, ContainsSubstring(name));
    // 37 of 122 is 30.327 %.
    CHECK_THAT(text(donut()), ContainsSubstring("达标 37项（30.3%）"));
    CHECK_THAT(text(districts()), ContainsSubstring("16.25"));
}

TEST_CASE("a bar is as long as its rate, and one that is cut says so")
{
    charts::QtChartPainter painter;
    Chart chart = progress();
    chart.categories = {u"甲"_s, u"乙"_s};
    chart.categoryColours = {u"#2a7f62"_s, u"#a02c2c"_s};
    chart.series = {{u"规划实施率"_s, {100, -148.6}, {}}};
    const auto png = painter.png(chart, usual, 2);
    REQUIRE_OK(png);
    QImage image = QImage::fromData(*png, "PNG");
    const double whole = extent(image, qRgb(0x2a, 0x7f, 0x62));
    REQUIRE(whole > 100);
    CHECK_THAT(extent(image, qRgb(0xa0, 0x2c, 0x2c)) / whole,
               Catch::Matchers::WithinAbs(1.486, 0.03));
    CHECK_FALSE(textsOf(chart).contains(u"截断"_s));

    chart.series[0].points = {100, -612.5};
    const auto cut = painter.png(chart, usual, 2);
    REQUIRE_OK(cut);
    image = QImage::fromData(*cut, "PNG");
    const double full = extent(image, qRgb(0x2a, 0x7f, 0x62));
    CHECK_THAT(extent(image, qRgb(0xa0, 0x2c, 0x2c)) / full, Catch::Matchers::WithinAbs(2.0, 0.04));
    const QString texts = textsOf(chart);
    CHECK(texts.contains(u"-612.5%"_s));
    CHECK(texts.contains(u"超出 -200%～200% 的条形已截断（//）"_s));
}

TEST_CASE("a very long name is whole beside its bar, however many rows there are")
{
    Chart chart = progress();
    const QString longName =
        u"每千名老年人养老床位数与社区居家养老服务设施步行十五分钟覆盖率综合达标情况（含农村互助养老服务设施）"_s;
    chart.categories = {longName};
    chart.series[0].points = {28.6};
    for (int i = 1; i < 9; ++i) {
        chart.categories.append(u"指标%1"_s.arg(i));
        chart.series[0].points.append(10.0 * i);
    }
    chart.series.removeLast();
    QString texts = textsOf(chart);
    INFO(texts.toStdString());
    CHECK_FALSE(texts.contains(u"..."_s));
    CHECK(texts.remove(u'\n').contains(longName));
}

TEST_CASE("a chart without data says so instead of failing")
{
    charts::QtChartPainter painter;
    for (const auto kind : {Chart::Kind::Radar, Chart::Kind::StackedBars, Chart::Kind::Progress,
                            Chart::Kind::Line, Chart::Kind::Donut}) {
        Chart chart;
        chart.kind = kind;
        chart.title = u"空"_s;
        REQUIRE_OK(painter.png(chart, usual, 1));
        chart.categories = {u"2022"_s};
        chart.series = {{u"一"_s, {std::nullopt}, {}}};
        REQUIRE_OK(painter.png(chart, usual, 1));
    }
    CHECK(painter.png(radar(), QSize(0, 10), 1).error().code() == ErrorCode::BadUsage);
}

TEST_CASE("a pane shows the chart in light and dark and tells it to screen readers")
{
    const std::unique_ptr<QWidget> light(charts::makeChartView(radar(), false));
    const std::unique_ptr<QWidget> dark(charts::makeChartView(radar(), true));
    light->resize(500, 360);
    dark->resize(500, 360);
    CHECK(light->accessibleDescription() == u"雷达图"_s);
    // Whatever the ground, the letters suit it.
    CHECK(holds(light->grab().toImage(), qRgb(0x20, 0x20, 0x20)));
    CHECK_FALSE(holds(light->grab().toImage(), qRgb(0xe8, 0xea, 0xed)));
    CHECK(holds(dark->grab().toImage(), qRgb(0xe8, 0xea, 0xed)));
    CHECK_FALSE(holds(dark->grab().toImage(), qRgb(0x20, 0x20, 0x20)));
}

TEST_CASE("several series of a line chart are told apart without their colours")
{
    Chart chart = line();
    const ChartSeries one = chart.series.first();
    chart.series = {one, one, one, one};
    const auto built = charts::buildChart(chart, usual, charts::Look::of(false));
    QSet<int> shapes, strokes;
    for (const QAbstractSeries* series : built->series()) {
        if (const auto* dots = qobject_cast<const QScatterSeries*>(series))
            shapes.insert(static_cast<int>(dots->markerShape()));
        else if (const auto* run = qobject_cast<const QLineSeries*>(series))
            strokes.insert(static_cast<int>(run->pen().style()));
    }
    CHECK(shapes.size() == 4);
    CHECK(strokes.size() == 4);
}

TEST_CASE("on a dark ground colours are lightened until they can be read, on paper they stay")
{
    // WCAG 2.1: contrast is (L1 + 0.05) / (L2 + 0.05) of relative luminances.
    const auto luminance = [](const QColor& colour) {
        const auto part = [](double share) {
            return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(static_cast<double>(colour.redF())) +
               0.7152 * part(static_cast<double>(colour.greenF())) +
               0.0722 * part(static_cast<double>(colour.blueF()));
    };
    const charts::Look paper = charts::Look::of(false), dark = charts::Look::of(true);
    for (const char* name : {"#1f5a8c", "#a02c2c", "#b03030", "#000000", "#8c8c8c", "#7fb8d8"}) {
        const QColor colour{QLatin1String(name)};
        INFO(name);
        CHECK(paper.drawn(colour) == colour);
        CHECK((luminance(dark.drawn(colour)) + 0.05) / (luminance(dark.background) + 0.05) >= 4.5);
    }
    CHECK((luminance(dark.target) + 0.05) / (luminance(dark.background) + 0.05) >= 4.5);
    CHECK(paper.target == QColor(0xb0, 0x30, 0x30));
}
