#include "core/spatial/matrices.h"
#include "core/spatial/areas.h"
#include "core/spatial/measure_area.h"
#include "tests/core/spatial/layer.h"
#include "tests/support/made_city.h"

#include <map>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// A made-up city of a thousand parcels with its known answers (tests/support/made_city.h), which
/// know nothing of overlays: they are sums over parcels whose zone was chosen.
struct City
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"city.gpkg"_s);
    std::map<QString, double> answers;

    City()
    {
        test::CitySize size;
        size.parcels = 1'500;
        size.controls = 0;
        size.edges = 800;
        size.facilities = 5;
        size.homes = 0;
        REQUIRE_OK(test::makeCity(path, size));
        QFile file(folder.filePath(u"city-answers.csv"_s));
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
            const QString row = QString::fromUtf8(line);
            if (!row.isEmpty())
                answers[row.section(u',', 0, 3)] = row.section(u',', 4, 4).toDouble();
        }
    }
    OverlayLayer layer(const QString& name, const QString& by = {}) const
    {
        return {path, name, by, 0};
    }
};

const City& city()
{
    static const City made;
    return made;
}

double answer(const QString& key)
{
    const auto found = city().answers.find(key);
    INFO(key.toStdString());
    REQUIRE(found != city().answers.end());
    return found->second;
}

QByteArray square(const QByteArray& kind, double x, double y, double width, double height)
{
    return test::polygon(kind, {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}});
}

/// On the central meridian the plane's areas are the ellipsoid's to 1e-8.
constexpr double east = 500'000, north = 2'710'000;

} // namespace

TEST_CASE("land class by control line by district adds up to what was put there")
{
    TableSettings settings;
    settings.districts = TableInput(city().layer(u"XZQ"_s, u"行政区代码"_s));
    const auto report =
        overlayMatrix(city().layer(u"DLTB"_s, u"DLBM"_s), city().layer(u"STBHHX"_s), settings);
    REQUIRE_OK(report);
    CHECK(report->slivers.pieces == 0);
    CHECK(std::abs(report->closing.residual) < 1e-3);
    std::map<QString, double> seen;
    for (const MatrixCell& cell : report->cells)
        seen[u"area,STBHHX x DLTB,%1,%2"_s.arg(cell.district, cell.a)] += cell.area;
    int compared = 0;
    for (const auto& [key, value] : city().answers) {
        if (!key.startsWith(u"area,STBHHX x DLTB,3502") || key.contains(u"350200") ||
            key.contains(u"CZCSXM"))
            continue;
        INFO(key.toStdString());
        CHECK_THAT(seen[key], WithinRel(value, 2e-6));
        ++compared;
    }
    CHECK(compared > 20);
    CHECK(static_cast<size_t>(compared) == seen.size());
    for (const MatrixCell& total : report->totals) {
        INFO(total.a.toStdString() << ' ' << total.district.toStdString());
        CHECK_THAT(total.area,
                   WithinRel(answer(u"area,DLTB,%1,%2"_s.arg(total.district, total.a)), 2e-6));
    }

    settings.threads = 1;
    const auto alone =
        overlayMatrix(city().layer(u"DLTB"_s, u"DLBM"_s), city().layer(u"STBHHX"_s), settings);
    REQUIRE_OK(alone);
    bool same = alone->cells.size() == report->cells.size();
    for (int i = 0; same && i < alone->cells.size(); ++i)
        same = alone->cells[i].area == report->cells[i].area;
    CHECK(same);
}

TEST_CASE("control lines that lie over one another count once by kind, each by name")
{
    const City& here = city();
    // 9 km² in all, less 1 km² in both rectangles; answers of the generator.
    const auto once = overlayMatrix(here.layer(u"XZQ"_s), here.layer(u"LSWHBHX"_s), {});
    REQUIRE_OK(once);
    REQUIRE(once->cells.size() == 1);
    CHECK_THAT(once->cells[0].area, WithinRel(answer(u"area,LSWHBHX,350200,united"_s), 2e-6));
    const auto each =
        overlayMatrix(here.layer(u"XZQ"_s), here.layer(u"LSWHBHX"_s, u"保护对象名称"_s), {});
    REQUIRE_OK(each);
    double sum = 0;
    for (const MatrixCell& cell : each->cells)
        sum += cell.area;
    CHECK_THAT(sum, WithinRel(answer(u"area,LSWHBHX,350200,each"_s), 2e-6));
}

TEST_CASE("what lies in no district is told as such")
{
    const test::Layer parcels(square("01", east, north, 100, 100), 4548);
    const test::Layer lines(square("线", east + 20, north, 60, 50), 4548);
    const test::Layer districts(square("甲", east, north, 50, 100), 4548);
    TableSettings settings;
    settings.districts = TableInput(OverlayLayer{districts.path(), {}, u"class"_s, 0});
    const auto report = overlayMatrix(OverlayLayer{parcels.path(), {}, u"class"_s, 0},
                                      OverlayLayer{lines.path(), {}, u"class"_s, 0}, settings);
    REQUIRE_OK(report);
    REQUIRE(report->cells.size() == 2); // by hand: 30 × 50 in 甲, 30 × 50 outside
    CHECK(report->cells[0].district.isEmpty());
    CHECK_THAT(report->cells[0].area, WithinAbs(1500, 1e-3));
    CHECK(report->cells[1].district == u"甲");
    CHECK_THAT(report->cells[1].area, WithinAbs(1500, 1e-3));
    REQUIRE(report->totals.size() == 2);
    CHECK_THAT(report->totals[0].area, WithinAbs(5000, 1e-3));
    CHECK_THAT(report->closing.area, WithinAbs(10'000, 1e-3));
}

TEST_CASE("land that changed between two years is found, and nothing else")
{
    TableSettings settings;
    settings.districts = TableInput(city().layer(u"XZQ"_s, u"行政区代码"_s));
    const auto report = transitionMatrix(city().layer(u"DLTB_2021"_s, u"DLBM"_s),
                                         city().layer(u"DLTB"_s, u"DLBM"_s), settings);
    REQUIRE_OK(report);
    std::map<QString, double> seen;
    for (const TransitionCell& cell : report->cells)
        seen[u"transition,DLTB_2021>DLTB,%1,%2>%3"_s.arg(cell.district, cell.before, cell.after)] +=
            cell.area;
    int compared = 0;
    for (const auto& [key, value] : city().answers) {
        if (!key.startsWith(u"transition,") || key.contains(u",350200,"))
            continue;
        INFO(key.toStdString());
        // Long edges: what the survey's formula gives the neighbour, see areas.h.
        CHECK_THAT(seen[key], WithinAbs(value, 1 + value * 2e-6));
        seen.erase(key);
        ++compared;
    }
    CHECK(compared > 100);
    CHECK(seen.empty());
    CHECK(std::abs(report->closing.residual) < 0.01);
    for (auto lost = report->lost.cbegin(); lost != report->lost.cend(); ++lost)
        CHECK(std::abs(*lost) < 0.01);
    for (auto gained = report->gained.cbegin(); gained != report->gained.cend(); ++gained)
        CHECK(std::abs(*gained) < 0.01);
    CHECK_THAT(report->areaAfter, WithinRel(report->closing.area, 1e-12));
}

TEST_CASE("borders that moved a little are slivers when they are narrower than said")
{
    const OverlayLayer before = city().layer(u"DLTB_2021"_s, u"DLBM"_s);
    const OverlayLayer after = city().layer(u"DLTB"_s, u"DLBM"_s);
    TableSettings settings;
    settings.sliver.width = 0.5; // the city's borders moved by 0.2 m
    const auto report = transitionMatrix(before, after, settings);
    REQUIRE_OK(report);
    const double strips = answer(u"strips,DLTB_2021>DLTB,350200,"_s);
    CHECK(report->slivers.pieces == qint64(answer(u"strip count,DLTB_2021>DLTB,350200,"_s)));
    CHECK_THAT(report->slivers.area, WithinRel(strips, 1e-5));
    // They are gone from the cells and told by class: rows still close.
    double lost = 0;
    for (const double area : report->lost)
        lost += area;
    CHECK_THAT(lost, WithinRel(strips, 1e-3));
    for (auto row = report->before.cbegin(); row != report->before.cend(); ++row) {
        double sum = report->lost.value(row.key());
        for (const TransitionCell& cell : report->cells)
            sum += cell.before == row.key() ? cell.area : 0;
        CHECK_THAT(sum, WithinRel(*row, 1e-12));
    }
    settings.sliver = {1000, 0}; // every strip is smaller than that, no parcel is
    const auto byArea = transitionMatrix(before, after, settings);
    REQUIRE_OK(byArea);
    CHECK(byArea->slivers.pieces == report->slivers.pieces);
}

TEST_CASE("parcels inside redlines are listed with their part of the registered area")
{
    // Two redlines over a parcel of 100 m × 100 m whose registered area is 9 999.99 m²: a third and
    // a sixth of it; and a parcel of another class. By hand: 3 333.33, 1 666.665 → 1 666.67, rest
    // 4 999.995 → 4 999.99 (of equal remainders the earlier piece first).
    const auto parcel = [](const QByteArray& fields, const QByteArray& shape) {
        return QByteArray(shape).replace("\"class\":\"x\"", fields);
    };
    const test::Layer parcels(
        parcel("\"BSM\":\"7\",\"DLBM\":\"0701\",\"DLMC\":\"城镇住宅用地\",\"TBDLMJ\":9999.99,"
               "\"CZCSXM\":\"201\"",
               square("x", east, north, 90, 100)) +
            ',' +
            parcel(
                "\"BSM\":\"8\",\"DLBM\":\"0101\",\"DLMC\":\"水田\",\"TBDLMJ\":100,\"CZCSXM\":null",
                square("x", east + 90, north, 10, 100)),
        4548);
    const test::Layer lines(square("甲线", east, north, 30, 100) + ',' +
                                square("乙线", east + 75, north, 20, 100),
                            4548);
    EncroachRequest request;
    request.parcels = TableInput::parcels({parcels.path(), {}, {}, 0});
    request.redlines = OverlayLayer{lines.path(), {}, u"class"_s, 0};
    request.shapes = true;
    const auto report = encroachments(request);
    REQUIRE_OK(report);
    REQUIRE(report->list.size() == 3);
    CHECK(report->missing.isEmpty());
    const Encroachment& first = report->list[0]; // 乙线 before 甲线 by code, 0101 before 0701
    CHECK(first.redline == u"乙线");
    CHECK(first.classCode == u"0101");
    CHECK(first.id == u"8");
    CHECK(qRound64(*first.net * 100) == 5000);
    CHECK_THAT(first.area, WithinAbs(500, 1e-4));
    const Encroachment& second = report->list[1];
    CHECK(second.className == u"城镇住宅用地");
    CHECK_THAT(second.share, WithinAbs(1.0 / 6, 1e-9));
    CHECK_THAT(second.parcelArea, WithinAbs(9000, 1e-3));
    const Encroachment& third = report->list[2];
    CHECK(third.redline == u"甲线");
    CHECK(qRound64(*third.net * 100) == 333333);
    CHECK(std::abs(*second.net - 1666.665) < 0.006);
    CHECK_THAT(report->net, WithinAbs(50 + *second.net + *third.net, 1e-9));
    REQUIRE(third.inside.count() == 1);
    CHECK(*std::max_element(third.inside.x.begin(), third.inside.x.end()) == east + 30);
    CHECK(std::abs(report->residual) < 1e-6);

    request.builtOnly = true;
    const auto built = encroachments(request);
    REQUIRE_OK(built);
    CHECK(built->list.size() == 2);
    request.builtOnly = false;
    request.classes = {u"01"_s};
    CHECK(encroachments(request)->list.size() == 1);
    request.classes.clear();
    request.settings.sliver.area = 600;
    const auto large = encroachments(request);
    CHECK(large->list.size() == 2);
    CHECK(large->slivers.pieces == 1);
    CHECK_THAT(large->slivers.area, WithinAbs(500, 1e-4));

    const test::Layer bare(square("0101", east, north, 10, 10), 4548);
    request = {};
    request.parcels = TableInput::parcels({bare.path(), {}, {}, 0});
    request.redlines = OverlayLayer{lines.path(), {}, u"class"_s, 0};
    const auto unnamed = encroachments(request);
    REQUIRE_OK(unnamed);
    CHECK(unnamed->missing.contains(u"netArea"_s));
    CHECK_FALSE(unnamed->list.at(0).net.has_value());
    request.builtOnly = true;
    CHECK(encroachments(request).error().code() == ErrorCode::BadUsage);
    request.redlines = OverlayLayer{lines.path(), {}, u"没有"_s, 0};
    request.builtOnly = false;
    CHECK(encroachments(request).error().code() == ErrorCode::BadUsage);
}

TEST_CASE("the city's redline lists just the parcels that were put into it")
{
    EncroachRequest request;
    request.parcels = TableInput::parcels(city().layer(u"DLTB"_s));
    request.redlines = city().layer(u"STBHHX"_s, u"红线名称"_s);
    request.builtOnly = true;
    const auto report = encroachments(request);
    REQUIRE_OK(report);
    CHECK(report->list.size() >= 4);
    CHECK_THAT(report->area,
               WithinRel(answer(u"area,STBHHX x DLTB,350200,CZCSXM 201-203"_s), 2e-6));
    // 生态保护红线内城乡建设用地 2022: 3.21 km² (the sample's returns).
    CHECK_THAT(report->net / 1e6, WithinAbs(3.21, 0.001));
}

TEST_CASE("tables can be called off and name what is missing")
{
    CancelToken cancel;
    cancel.cancel();
    CHECK(overlayMatrix(city().layer(u"DLTB"_s), city().layer(u"STBHHX"_s), {}, cancel)
              .error()
              .code() == ErrorCode::Cancelled);
    CHECK(transitionMatrix(city().layer(u"DLTB_2021"_s), city().layer(u"DLTB"_s), {}, false, cancel)
              .error()
              .code() == ErrorCode::Cancelled);
    CHECK(overlayMatrix(city().layer(u"没有"_s), city().layer(u"STBHHX"_s), {}).error().code() ==
          ErrorCode::BadUsage);
}
