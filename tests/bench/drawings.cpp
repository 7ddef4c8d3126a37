#include "core/report/drawing_set.h"
#include "tests/bench/bench.h"
#include "tests/support/city_year.h"

#include <QGuiApplication>
#include <QTemporaryDir>

/// bench_drawings [--paper A0] FOLDER [PARCELS [DPI [SHEET…]]]: the set of drawings of the made-up
/// city (made there once) as png and atlas. The aim for 500 000 parcels is 90 s and 1 GiB on two
/// cores, and 1 GiB for A0 at 300 dpi. Runs with QT_QPA_PLATFORM=offscreen.
int main(int argc, char** argv)
{
    using namespace checkup;
    using namespace Qt::StringLiterals;
    const QGuiApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    report::DrawingOptions options;
    if (arguments.size() > 1 && arguments[0] == u"--paper") {
        options.paper = arguments[1];
        arguments = arguments.mid(2);
    }
    const auto path =
        bench::cityOf(arguments, "bench_drawings [--paper A0] FOLDER [PARCELS [DPI [SHEET…]]]");
    if (!path)
        return 2;
    project::YearData data = test::cityYear(*path);
    // The year before, for what became of parcels since.
    for (const project::Layer& layer : QList<project::Layer>(data.layers)) {
        if (layer.role != u"DLTB"_s)
            continue;
        project::Layer before = layer;
        before.id = project::LayerId(data.layers.size() + 1);
        before.layer = u"DLTB_2021"_s;
        before.year = 2021;
        data.layers << before;
    }
    data.index();
    options.formats = {u"png"_s};
    options.atlas = true;
    options.dotsPerInch = arguments.size() > 2 ? arguments[2].toInt() : 200;
    options.sheets = arguments.mid(3);
    const QTemporaryDir folder;
    QElapsedTimer timer;
    timer.start();
    const auto set =
        report::writeDrawings(folder.path(), QDir(arguments[0]).filePath(u"bench.gpkg"_s), data,
                              draw::shippedSheets(), options);
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    if (!set) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(set.error().message()));
        return 1;
    }
    int drawn = 0;
    for (const report::DrawnSheet& sheet : set->sheets) {
        drawn += sheet.isDrawn ? 1 : 0;
        if (!sheet.isDrawn)
            std::printf("  left out %s: %s\n", qUtf8Printable(sheet.id), qUtf8Printable(sheet.why));
    }
    std::printf("%d sheets at %d dpi and atlas: %.1f s, peak memory %d MB; the aim for 500 000 "
                "parcels is 90 s and 1024 MB on two cores\n",
                drawn, options.dotsPerInch, seconds, bench::mebibytes("VmHWM"));
    return 0;
}
