#include "core/spatial/compute.h"
#include "tests/bench/bench.h"
#include "tests/support/city_year.h"
#include "tests/support/postgres.h"
#include "tests/support/translate.h"

#include <QCoreApplication>

#include <cmath>

namespace {

using namespace checkup;

/// Computes the subjects and says how long it took.
std::optional<spatial::ComputeReport> timed(const char* what, const QString& project,
                                            const project::YearData& data,
                                            const QStringList& subjects)
{
    QElapsedTimer timer;
    timer.start();
    const auto report = spatial::compute(project, data, {subjects, 0, 2});
    if (!report) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(report.error().message()));
        return {};
    }
    std::printf("%-28s %8.2f s, %lld features read\n", what, double(timer.elapsed()) / 1000,
                qlonglong(report->read));
    for (const auto& skipped : report->skipped)
        std::printf("  skipped %s: %s\n", qUtf8Printable(skipped.subject),
                    qUtf8Printable(skipped.why.join(u' ')));
    std::fflush(stdout);
    return *report;
}

} // namespace

/// bench_postgis FOLDER [PARCELS [SUBJECT…]]: recipes over the made-up city's parcels (made there
/// once), from a file and in PostGIS, which is started here; loading is not counted.
int main(int argc, char** argv)
{
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto city = bench::cityOf(arguments, "bench_postgis FOLDER [PARCELS [SUBJECT…]]");
    if (!city)
        return 2;
    const QString& path = *city;
    QStringList subjects = arguments.mid(2);
    if (subjects.isEmpty())
        subjects = QStringList{u"a_farmland"_s, u"a_forest"_s,      u"a_construct"_s,
                               u"a_urbrur"_s,   u"a_erl_builtup"_s, u"a_ugb_builtup"_s};
    project::YearData data = test::cityYear(path);
    const QString project = QDir(arguments[0]).filePath(u"bench.gpkg"_s);
    const auto files = timed("from the file", project, data, subjects);
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        std::printf("PostGIS: not measured, %s\n", qUtf8Printable(server.absence()));
        return 0;
    }
    if (!test::loadIntoPostgis(path, server.connection(), {u"DLTB"_s}) ||
        !server.sql(u"VACUUM ANALYZE"_s)) {
        std::printf("PostGIS: not measured, the parcels could not be loaded\n");
        return 1;
    }
    for (project::Layer& layer : data.layers) {
        if (layer.role == u"DLTB")
            layer.path = u"PG:"_s + server.connection();
    }
    data.index();
    const auto tables = timed("in PostGIS", project, data, subjects);
    if (!files || !tables || files->results.size() != tables->results.size())
        return 1;
    for (const Issue& issue : tables->issues)
        std::printf("  %s\n", qUtf8Printable(issue.text));
    for (qsizetype i = 0; i < files->results.size(); ++i) {
        const double one = files->results[i].whole;
        const double other = tables->results[i].whole;
        std::printf("  %-16s %.6f and %.6f, apart by %.1g of it\n",
                    qUtf8Printable(files->results[i].subject), one, other,
                    one != 0 ? std::abs(other - one) / one : 0);
    }
    return 0;
}
