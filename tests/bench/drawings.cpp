#include "core/report/drawing_set.h"
#include "tests/support/city_year.h"
#include "tests/support/made_city.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>

#include <sys/resource.h>

/// bench_drawings FOLDER [PARCELS [DPI [SHEET…]]]: the set of drawings of the made-up city (made
/// there once) as png and atlas. The aim for 500 000 parcels is 90 s and 1 GiB on two cores. Runs
/// with QT_QPA_PLATFORM=offscreen.
int main(int argc, char** argv)
{
    using namespace checkup;
    using namespace Qt::StringLiterals;
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("bench_drawings FOLDER [PARCELS [DPI [SHEET…]]]\n", stderr);
        return 2;
    }
    test::CitySize size;
    if (arguments.size() > 2)
        size.parcels = arguments[2].toInt();
    const QString path = QDir(arguments[1]).filePath(u"city-%1.gpkg"_s.arg(size.parcels));
    if (!QFile::exists(path)) {
        if (const auto made = test::makeCity(path, size); !made) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(made.error().message()));
            return 1;
        }
    }
    project::YearData data = test::cityYear(path);
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
    report::DrawingOptions options;
    options.formats = {u"png"_s};
    options.atlas = true;
    options.dotsPerInch = arguments.size() > 3 ? arguments[3].toInt() : 200;
    options.sheets = arguments.mid(4);
    const QTemporaryDir folder;
    QElapsedTimer timer;
    timer.start();
    const auto set =
        report::writeDrawings(folder.path(), QDir(arguments[1]).filePath(u"bench.gpkg"_s), data,
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
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%d sheets at %d dpi and atlas: %.1f s, peak memory %.0f MB; the aim for 500 000 "
                "parcels is 90 s and 1024 MB on two cores\n",
                drawn, options.dotsPerInch, seconds, static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}
