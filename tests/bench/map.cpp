// bench_map [--alone] FILE [LAYER [CLASS_FIELD]]: how long pictures of a layer take: loading, the
// first one, the whole extent again, streets, A3 at 300 dpi; and memory. With python3-qgis
// installed it has QGIS draw the same (tests/bench/map_qgis.py), one side after the other in one
// run, unless --alone.

#include "core/draw/map_picture.h"
#include "core/draw/shape_cache.h"
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <map>

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

constexpr double dotsPerMm = 96 / 25.4;
constexpr int times = 9;

/// Processor seconds of all threads since the start: what counts where others work beside us.
double processor()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double seconds(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Our seconds by what was measured, to be set against QGIS's.
std::map<QString, double>& ours()
{
    static std::map<QString, double> all;
    return all;
}

/// The middle one, and the slowest.
void tell(const char* what, std::vector<double> all, double processorTime)
{
    std::sort(all.begin(), all.end());
    ours()[QString::fromUtf8(what)] = all[all.size() / 2];
    std::printf("%-28s median %.3f s, slowest %.3f s (%zu); processor %.3f s each\n", what,
                all[all.size() / 2], all.back(), all.size(),
                processorTime / static_cast<double>(all.size()));
}

draw::LayerStyle styleOf(const draw::ShapeStore& shapes)
{
    draw::LayerStyle style = draw::SymbolSet::shipped().styleOf(u"DLTB"_s);
    // QGIS's own line for areas, so that both draw the same.
    const draw::LineSymbol line{QColor(35, 35, 35), 0.26, {}};
    for (draw::SymbolCase& one : style.cases)
        one.symbol.line = line;
    style.otherwise.symbol.hatch.reset();
    style.otherwise.symbol.line = line;
    if (shapes.attributes() == 0)
        style.otherwise.symbol.fill = QColor(200, 200, 160);
    return style;
}

void measure(const QString& path, const QString& layer, const QString& field)
{
    std::shared_ptr<draw::ShapeStore> shapes;
    const int before = bench::mebibytes("VmRSS");
    const double opening = seconds([&] {
        auto reader = gdal::LayerReader::open(
            path, layer, field.isEmpty() ? QStringList() : QStringList{field}, gdal::Faults::Keep);
        if (!reader || !reader->info().crs)
            qFatal("%s", reader ? "no crs" : qPrintable(reader.error().message()));
        const gdal::Crs crs = *reader->info().crs;
        auto read = draw::ShapeStore::read({&*reader, crs}, crs);
        if (!read)
            qFatal("%s", qPrintable(read.error().message()));
        shapes = std::make_shared<draw::ShapeStore>(*std::move(read));
    });
    std::printf("%zu shapes loaded in %.3f s; they hold %zu MiB, the process took %d MiB more\n",
                shapes->count(), opening, shapes->bytes() >> 20,
                bench::mebibytes("VmRSS") - before);

    draw::MapLayer drawn;
    drawn.shapes = shapes;
    drawn.style = styleOf(*shapes);
    drawn.value = field.isEmpty() ? -1 : 0;
    const auto picture = [&](const draw::MapFrame& frame) {
        return seconds([&] {
            const auto painted = draw::paintMap(frame, {drawn});
            if (!painted)
                qFatal("%s", qPrintable(painted.error().message()));
        });
    };
    double finding = 0;
    {
        const QTemporaryDir folder;
        const draw::ShapeCache cache(folder.path());
        const double keeping = seconds([&] { cache.keep(path, *shapes); });
        std::optional<draw::ShapeStore> again;
        finding = seconds([&] { again = cache.find(path); });
        if (!again)
            qFatal("not kept");
        std::printf("kept beside in %.3f s, found again in %.3f s\n", keeping, finding);
    }
    const spatial::Box whole = shapes->extent();
    const auto city = draw::MapFrame::around(whole, {1600, 1000}, dotsPerMm);
    const double first = picture(city);
    std::printf("first picture of a new layer %.3f s, prepared when it was taken in %.3f s\n",
                opening + first, finding + first);
    ours()[u"first picture after opening"_s] = finding + first;
    std::vector<double> all;
    double used = processor();
    for (int i = 0; i < times; ++i)
        all.push_back(picture(city));
    tell("whole extent, 1600x1000", all, processor() - used);
    all.clear();
    used = processor();
    for (int i = 0; i < 5 * times; ++i) {
        const double x = whole.minX + (whole.maxX - whole.minX) * (0.05 + 0.02 * (i % 45));
        const double y = whole.minY + (whole.maxY - whole.minY) * (0.05 + 0.02 * (i * 7 % 45));
        all.push_back(
            picture(draw::MapFrame::around({x, y, x + 1600, y + 1000}, {1600, 1000}, dotsPerMm)));
    }
    tell("a street, 1 m a pixel", all, processor() - used);
    all.clear();
    used = processor();
    const double width = (whole.maxX - whole.minX) / 16;
    const double x = (whole.minX + whole.maxX) / 2;
    const double y = (whole.minY + whole.maxY) / 2;
    const auto sixteenth = draw::MapFrame::around(
        {x - width / 2, y - width * 5 / 16, x + width / 2, y + width * 5 / 16}, {1600, 1000},
        dotsPerMm);
    for (int i = 0; i < times; ++i)
        all.push_back(picture(sixteenth));
    tell("a sixteenth of its width", all, processor() - used);
    all.clear();
    used = processor();
    const auto a3 = draw::MapFrame::around(whole, {4961, 3508}, 300 / 25.4);
    for (int i = 0; i < 3; ++i)
        all.push_back(picture(a3));
    tell("A3 at 300 dpi", all, processor() - used);
    std::printf("peak memory %d MiB\n", bench::mebibytes("VmHWM"));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const bool alone = arguments.removeAll(u"--alone"_s) > 0;
    if (arguments.size() < 2) {
        std::fputs("bench_map [--alone] FILE [LAYER [CLASS_FIELD]]\n", stderr);
        return 2;
    }
    measure(arguments[1], arguments.value(2), arguments.value(3));
    if (alone)
        return 0;
    QProcess qgis;
    qgis.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    qgis.setProcessEnvironment(environment);
    qgis.start(u"/usr/bin/python3"_s,
               {QStringLiteral(CHECKUP_SOURCE_DIR "/tests/bench/map_qgis.py"), arguments[1],
                arguments.value(2), arguments.value(3)});
    if (!qgis.waitForFinished(-1) || qgis.exitCode() == 3) {
        std::puts("QGIS: not here (python3-qgis is not installed), so not measured");
        return 0;
    }
    const std::map<QString, double> goals{{u"whole extent, 1600x1000"_s, 12},
                                          {u"first picture after opening"_s, 4},
                                          {u"a street, 1 m a pixel"_s, 5},
                                          {u"a sixteenth of its width"_s, 5},
                                          {u"A3 at 300 dpi"_s, 12}};
    static const QRegularExpression measured(u"^(.+?)  +(?:median )?([0-9.]+) s"_s);
    for (const QString& line :
         QString::fromUtf8(qgis.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts)) {
        std::puts(qUtf8Printable(line));
        const auto found = measured.match(line);
        const auto goal = goals.find(found.captured(1));
        const double here = goal == goals.end() ? 0 : ours()[goal->first];
        if (here > 0)
            std::printf("  %.1f times ours (goal: %g)\n", found.captured(2).toDouble() / here,
                        goal->second);
    }
    return 0;
}
