#include "core/spatial/compute.h"
#include "tests/support/city_year.h"
#include "tests/support/made_city.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

#include <sys/resource.h>

/// bench_spatial FOLDER [PARCELS]: all spatial indicators of the made-up city (made there once),
/// one run with shared reading and two threads.
int main(int argc, char** argv)
{
    using namespace checkup;
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("bench_spatial FOLDER [PARCELS]\n", stderr);
        return 2;
    }
    test::CitySize size;
    if (arguments.size() > 2)
        size.parcels = arguments[2].toInt();
    const QString path = QDir(arguments[1]).filePath(u"city-%1.gpkg"_s.arg(size.parcels));
    QElapsedTimer timer;
    timer.start();
    if (!QFile::exists(path)) {
        if (const auto made = test::makeCity(path, size); !made) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(made.error().message()));
            return 1;
        }
        std::printf("city made in %.1f s\n", double(timer.restart()) / 1000);
    }
    const project::YearData data = test::cityYear(path);
    const QString project = QDir(arguments[1]).filePath(u"bench.gpkg"_s);
    spatial::ComputeRequest request;
    request.threads = 2;
    const auto run = [&](const QStringList& subjects) {
        request.subjects = subjects;
        timer.restart();
        const auto report = spatial::compute(project, data, request);
        const double seconds = double(timer.elapsed()) / 1000;
        if (!report) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(report.error().message()));
            return;
        }
        std::printf("%-24s %8.2f s  %lld features, %lld recipes, %lld skipped\n",
                    subjects.isEmpty() ? "all" : qUtf8Printable(subjects.join(u' ')), seconds,
                    qlonglong(report->read), qlonglong(report->results.size()),
                    qlonglong(report->skipped.size()));
        for (const auto& skipped : report->skipped)
            std::printf("  skipped %s: %s\n", qUtf8Printable(skipped.subject),
                        qUtf8Printable(skipped.why.join(u' ')));
    };
    run({});
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory %.0f MB; the aim is 30 s on two cores\n",
                double(usage.ru_maxrss) / 1024);
    for (const QString& alone : arguments.mid(3))
        run({alone});
    return 0;
}
