#include "core/spatial/compute.h"
#include "tests/bench/bench.h"
#include "tests/support/city_year.h"

#include <QCoreApplication>

/// bench_spatial FOLDER [PARCELS [SUBJECT…]]: all spatial indicators of the made-up city (made
/// there once), one run with shared reading and two threads; then each of the subjects alone.
int main(int argc, char** argv)
{
    using namespace checkup;
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto path = bench::cityOf(arguments, "bench_spatial FOLDER [PARCELS [SUBJECT…]]");
    if (!path)
        return 2;
    const project::YearData data = test::cityYear(*path);
    const QString project = QDir(arguments[0]).filePath(u"bench.gpkg"_s);
    QElapsedTimer timer;
    spatial::ComputeRequest request;
    request.threads = 2;
    const auto run = [&](const QStringList& subjects) {
        request.subjects = subjects;
        timer.start();
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
    std::printf("peak memory %d MB; the aim is 30 s on two cores\n", bench::mebibytes("VmHWM"));
    for (const QString& alone : arguments.mid(2))
        run({alone});
    return 0;
}
