// bench_panes FILE [LAYER]: how a pane over a layer of parcels moves: reading it, the first sharp
// picture, then panning and zooming step by step while sharp pictures arrive behind, with the time
// that each step keeps the interface (until it is painted) at percentiles; how long the sharp
// picture takes after a zoom; memory. Without a display: QT_QPA_PLATFORM=offscreen.
#include "app/workspace/jobs.h"
#include "app/workspace/maps/map_canvas.h"
#include "core/draw/project_layers.h"
#include "tests/bench/bench.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

using namespace checkup;
using namespace checkup::workspace;
using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

class Pane
{
public:
    explicit Pane(const draw::MapLayer& layer)
        : m_canvas(&m_jobs)
        , m_extent(layer.shapes->extent())
    {
        m_canvas.resize(1600, 1000);
        m_canvas.show();
        (void)QTest::qWaitForWindowExposed(&m_canvas);
        const auto begin = Clock::now();
        m_canvas.setLayers({layer});
        m_canvas.setExtent(m_extent);
        waitSharp();
        std::printf("%-34s %8.1f ms\n", "first sharp picture", millisecondsSince(begin));
    }

    /// Steps 16 ms apart; each is what the interface thread has to do until the map stands anew.
    template <class Step>
    void run(const char* what, int steps, Step step)
    {
        std::vector<double> frames;
        for (int i = 0; i < steps; ++i) {
            const auto begin = Clock::now();
            QApplication::processEvents();
            m_canvas.setView(step(m_canvas.view(), i));
            m_canvas.repaint();
            frames.push_back(millisecondsSince(begin));
            while (millisecondsSince(begin) < 16)
                QTest::qSleep(1);
        }
        std::sort(frames.begin(), frames.end());
        const auto at = [&frames](double share) {
            return frames[std::min(frames.size() - 1,
                                   static_cast<std::size_t>(share * double(frames.size())))];
        };
        const auto quick = std::upper_bound(frames.begin(), frames.end(), 16.0) - frames.begin();
        std::printf("%-34s p50 %5.1f  p95 %5.1f  p99 %5.1f  max %6.1f ms; %.1f %% within 16 ms "
                    "(%zu frames)\n",
                    what, at(0.5), at(0.95), at(0.99), frames.back(),
                    100.0 * double(quick) / double(frames.size()), frames.size());
        const auto begin = Clock::now();
        waitSharp();
        std::printf("%-34s %8.1f ms\n", "  sharp after the last step", millisecondsSince(begin));
    }

    void sharpAt(const char* what, double metresPerPixel)
    {
        MapCanvas::View view;
        view.centre = {(m_extent.minX + m_extent.maxX) / 2, (m_extent.minY + m_extent.maxY) / 2};
        std::vector<double> all;
        for (int i = 0; i < 9; ++i) {
            view.metresPerPixel = metresPerPixel * (1 + 0.001 * i);
            const auto begin = Clock::now();
            m_canvas.setView(view);
            waitSharp();
            all.push_back(millisecondsSince(begin));
        }
        std::sort(all.begin(), all.end());
        std::printf("%-34s %8.1f ms (median of 9), slowest %.1f\n", what, all[4], all.back());
    }

    void showAll() { m_canvas.showAll(); }

private:
    void waitSharp()
    {
        while (!m_canvas.isDrawn())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }

    Jobs m_jobs;
    MapCanvas m_canvas;
    spatial::Box m_extent;
};

int measure(const QString& path, const QString& name)
{
    const auto begin = Clock::now();
    const auto layer = draw::layerOfFile(path, name, u"DLTB"_s);
    const auto plane = layer ? draw::planeFor({}, *layer) : Result<gdal::Crs>(layer.error());
    if (!plane) {
        std::fprintf(stderr, "%s\n", qPrintable(plane.error().message()));
        return 1;
    }
    const auto shown = draw::loadLayer(
        {}, *layer, *plane, draw::SymbolSet::shipped().styleOf(u"DLTB"_s, layer->classSystem));
    if (!shown) {
        std::fprintf(stderr, "%s\n", qPrintable(shown.error().message()));
        return 1;
    }
    std::printf("%zu parcels of %s\n", shown->shapes->count(), qPrintable(path));
    std::printf("%-34s %8.1f ms, %.0f MiB of shapes\n", "read", millisecondsSince(begin),
                double(shown->shapes->bytes()) / 1048576);
    Pane pane(*shown);
    pane.sharpAt("sharp, whole city", 40);
    pane.sharpAt("sharp, a district (10 m a pixel)", 10);
    pane.sharpAt("sharp, a street (1 m a pixel)", 1);
    pane.showAll();
    const auto pan = [](MapCanvas::View view, int i) {
        const double angle = i * 0.05;
        view.centre += QPointF(std::cos(angle), std::sin(angle)) * 7 * view.metresPerPixel;
        return view;
    };
    pane.run("pan, whole city", 400, pan);
    const auto zoom = [](MapCanvas::View view, int i) {
        view.metresPerPixel *= (i / 60) % 2 == 0 ? 0.94 : 1 / 0.94;
        return view;
    };
    pane.showAll();
    pane.run("zoom in and out", 480, zoom);
    pane.sharpAt("sharp, a street again", 1);
    pane.run("pan, a street", 400, pan);
    std::printf("%-34s %8d MiB now, %d MiB at most\n", "memory", bench::mebibytes("VmRSS"),
                bench::mebibytes("VmHWM"));
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: bench_panes FILE [LAYER]\n");
        return 2;
    }
    return measure(arguments[1], arguments.value(2));
}
