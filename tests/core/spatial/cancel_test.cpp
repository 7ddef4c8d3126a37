#include "core/spatial/compute.h"

#include "core/spatial/measure_area.h"
#include "core/spatial/zones.h"
#include "tests/support/catch.h"
#include "tests/support/city_year.h"
#include "tests/support/made_city.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <thread>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;

namespace {

/// Sets a token after some time, and knows when that was.
class Canceller
{
public:
    explicit Canceller(std::chrono::milliseconds after)
        : m_thread([this, after] {
            std::this_thread::sleep_for(after);
            m_since.start();
            m_token.cancel();
        })
    {}
    const CancelToken& token() const { return m_token; }
    /// Milliseconds from then on.
    qint64 since()
    {
        m_thread.join();
        return m_since.elapsed();
    }

private:
    CancelToken m_token;
    QElapsedTimer m_since;
    std::thread m_thread;
};

/// People wait a second; a machine that tests on all processors may need a little longer.
constexpr qint64 patience = 5000;

} // namespace

TEST_CASE("computing stops soon from any stage", "[cancel]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"city.gpkg"_s);
    test::CitySize size;
    size.parcels = 8000;
    size.controls = 60;
    size.edges = 8000;
    size.facilities = 60;
    size.homes = 3000;
    const auto made = test::makeCity(path, size);
    REQUIRE(made);
    const project::YearData data = test::cityYear(path);
    const QString project = folder.filePath(u"project.gpkg"_s);
    QElapsedTimer timer;
    timer.start();
    REQUIRE(compute(project, data, {}));
    const qint64 whole = timer.elapsed();
    qint64 longest = 0;
    constexpr int moments = 8;
    for (int moment = 0; moment < moments; ++moment) {
        Canceller canceller(std::chrono::milliseconds(whole * moment / moments));
        const auto report = compute(project, data, {}, canceller.token());
        const qint64 late = canceller.since();
        longest = std::max(longest, late);
        CAPTURE(moment, late);
        CHECK(late < patience);
        // The second run may be over sooner than the first was.
        if (!report)
            CHECK(report.error().code() == ErrorCode::Cancelled);
        else
            CHECK(moment > moments / 2);
    }
    std::printf("a run of %lld ms stopped %lld ms after it was told to, at most\n",
                static_cast<long long>(whole), static_cast<long long>(longest));
}

TEST_CASE("mending one huge polygon stops too", "[cancel]")
{
    // Seven times around with a wavy edge: it crosses itself tens of thousands of times, and GEOS
    // needs minutes to make it valid.
    QTemporaryDir folder;
    const QString path = folder.filePath(u"giant.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("id,WKT\n1,\"POLYGON((");
    constexpr int corners = 100'000;
    for (int k = 0; k <= corners; ++k) {
        const double turn = 2 * std::numbers::pi * (k % corners) / corners;
        const double radius = 1000 + 300 * std::sin(turn * 3) + 5 * std::sin(turn * 5000);
        file.write(QByteArray::number(500'000 + radius * std::cos(7 * turn), 'f', 4) + ' ' +
                   QByteArray::number(2'700'000 + radius * std::sin(7 * turn), 'f', 4) +
                   (k < corners ? "," : "))\"\n"));
    }
    file.close();
    AreaRequest request;
    request.path = path;
    request.epsg = 4549;
    Canceller canceller(std::chrono::milliseconds(2000));
    const auto report = measureArea(request, canceller.token());
    const qint64 late = canceller.since();
    REQUIRE(!report);
    CHECK(report.error().code() == ErrorCode::Cancelled);
    CHECK(late < patience);
    std::printf("mending stopped %lld ms after it was told to\n", static_cast<long long>(late));
}

TEST_CASE("a long union stops too", "[cancel]")
{
    // Rings of 2,000 corners, all over one another: GEOS needs many seconds for them.
    Zones zones;
    for (int i = 0; i < 400; ++i) {
        gdal::Rings rings;
        rings.begins = {0};
        rings.holes = {0};
        constexpr int corners = 2000;
        for (int k = 0; k <= corners; ++k) {
            const double angle = 2 * std::numbers::pi * (k % corners) / corners;
            const double radius = 1000 + 20 * std::sin(angle * 200);
            rings.x.push_back(500'000 + 37 * (i % 20) + radius * std::cos(angle));
            rings.y.push_back(2'700'000 + 41 * (i / 20.0) + radius * std::sin(angle));
        }
        zones.add(std::move(rings), {});
    }
    Canceller canceller(std::chrono::milliseconds(1500));
    const auto built = zones.build(Overlaps::CountOnce, canceller.token());
    const qint64 late = canceller.since();
    REQUIRE(!built);
    CHECK(built.error().code() == ErrorCode::Cancelled);
    CHECK(late < patience);
    std::printf("a union stopped %lld ms after it was told to\n", static_cast<long long>(late));
}
