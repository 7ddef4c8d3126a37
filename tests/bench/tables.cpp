#include "core/spatial/matrices.h"
#include "tests/bench/bench.h"

#include <QCoreApplication>

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

/// Says how long one table took, with what must come out the same each time.
template <class Report>
void tell(const char* name, QElapsedTimer& timer, const Result<Report>& report,
          const QString& words)
{
    if (!report)
        std::fprintf(stderr, "%s: %s\n", name, qUtf8Printable(report.error().message()));
    else
        std::printf("%-12s %8.2f s  %s  (peak so far %d MB)\n", name,
                    double(timer.elapsed()) / 1000, qUtf8Printable(words),
                    bench::mebibytes("VmHWM"));
    std::fflush(stdout);
    timer.restart();
}

} // namespace

/// bench_tables FOLDER [PARCELS]: the tables of the made-up city (made there once) with two
/// threads: land class x control line x district, what became of each class between two years,
/// parcels inside redlines.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto city =
        bench::cityOf(QCoreApplication::arguments().mid(1), "bench_tables FOLDER [PARCELS]");
    if (!city)
        return 2;
    const QString& path = *city;
    QElapsedTimer timer;
    timer.start();
    const spatial::OverlayLayer now{path, u"DLTB"_s, u"DLBM"_s};
    const spatial::OverlayLayer before{path, u"DLTB_2021"_s, u"DLBM"_s};
    const spatial::OverlayLayer redlines{path, u"STBHHX"_s, {}};
    spatial::TableSettings settings;
    settings.threads = 2;
    settings.districts = spatial::OverlayLayer{path, u"XZQ"_s, u"行政区名称"_s};

    const auto matrix = spatial::overlayMatrix(now, redlines, settings);
    tell("matrix", timer, matrix,
         matrix
             ? u"%1 features, residual %2 m2"_s.arg(matrix->features).arg(matrix->closing.residual)
             : QString());
    spatial::EncroachRequest request;
    request.parcels = spatial::TableInput::parcels(now);
    request.redlines = redlines;
    request.construction = true;
    request.settings = settings;
    const auto inside = spatial::encroachments(request);
    tell("encroach", timer, inside,
         inside ? u"%1 parcels, %2 m2"_s.arg(inside->list.size()).arg(inside->area, 0, 'f', 2)
                : QString());
    const auto transition = spatial::transitionMatrix(before, now, settings);
    tell("transition", timer, transition,
         transition ? u"%1 and %2 parcels, %3 cells"_s.arg(transition->featuresBefore)
                          .arg(transition->featuresAfter)
                          .arg(transition->cells.size())
                    : QString());
    return 0;
}
