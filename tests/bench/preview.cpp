#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/spatial/map_preview.h"
#include "app/workspace/spatial/recipes_view.h"
#include "app/workspace/widgets/theme.h"
#include "core/base/file_tools.h"
#include "tests/support/city_year.h"
#include "tests/support/made_city.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <fstream>

using namespace checkup;
using namespace checkup::workspace;
using namespace Qt::StringLiterals;

namespace {

/// The longest time in which the interface thread's event loop did not come round.
class Gaps : public QObject
{
public:
    Gaps()
    {
        m_clock.start();
        startTimer(1, Qt::PreciseTimer);
    }
    double longest()
    {
        come();
        return std::exchange(m_longest, 0);
    }

protected:
    void timerEvent(QTimerEvent*) override { come(); }

private:
    void come()
    {
        m_longest = std::max(m_longest, double(m_clock.nsecsElapsed()) / 1e6);
        m_clock.start();
    }
    QElapsedTimer m_clock;
    double m_longest = 0;
};

/// "VmHWM" (most so far) or "VmRSS" (now) in MB.
long memory(const char* what)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(what, 0) == 0)
            return std::stol(line.substr(line.find(':') + 1)) / 1024;
    }
    return 0;
}

/// A project beside the city that refers to all of its layers.
bool makeProject(const QString& path, const QString& city)
{
    QFile::remove(path);
    const project::YearData made = test::cityYear(city);
    project::NewYear year;
    year.info = made.info;
    year.catalogue = made.catalogue;
    for (project::Region region : made.regions) {
        region.id = project::RegionId(-region.id.number());
        if (region.parent.isValid())
            region.parent = project::RegionId(-region.parent.number());
        year.regions << region;
    }
    auto file = project::ProjectFile::create(path, year);
    if (!file)
        return false;
    for (project::Layer layer : made.layers) {
        const auto now = file->load();
        layer.id = project::LayerId(-1);
        if (!now || !file->commit(project::edits::setLayer(*now, layer)))
            return false;
    }
    return true;
}

} // namespace

/// bench_preview FOLDER [PARCELS]: the map preview over the made-up city's parcels (made there
/// once), which a project refers to, and stopping a computation from the window. Run by hand:
///   QT_QPA_PLATFORM=offscreen bench_preview FOLDER
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("bench_preview FOLDER [PARCELS]\n", stderr);
        return 2;
    }
    test::CitySize size;
    if (arguments.size() > 2)
        size.parcels = arguments[2].toInt();
    const QDir folder(arguments[1]);
    const QString city = folder.filePath(u"city-%1.gpkg"_s.arg(size.parcels));
    const QString path = folder.filePath(u"preview-year.gpkg"_s);
    if ((!QFile::exists(city) && !test::makeCity(city, size)) || !makeProject(path, city)) {
        std::fputs("the city or its project could not be made\n", stderr);
        return 1;
    }
    Settings::instance().useTemporary();
    Theme::apply(application, u"light"_s, 100);
    MainWindow window;
    window.resize(1366, 768);
    window.show();
    window.openFile(path);
    const auto settled = [&window] {
        return !window.session()->isBusy() && window.jobs()->running().isEmpty();
    };
    (void)QTest::qWaitFor([&] { return window.session()->isOpen() && settled(); }, 60000);
    const long before = memory("VmRSS");
    Gaps gaps;
    QElapsedTimer clock;
    const auto begin = [&] {
        gaps.longest();
        clock.start();
    };
    const auto say = [&](const char* what) {
        std::printf("%-42s %8.0f ms, longest gap %6.1f ms\n", what,
                    double(clock.nsecsElapsed()) / 1e6, gaps.longest());
    };
    begin();
    window.showStage(u"spatial"_s);
    auto* map = window.findChild<MapPreview*>(u"mapPreview"_s);
    auto* tree = window.findChild<QTreeView*>(u"layerTree"_s);
    (void)QTest::qWaitFor([&] { return tree->model()->rowCount() > 0; }, 60000);
    say("stage of spatial data shown");
    const QAbstractItemModel* rows = tree->model();
    for (int group = 0; group < rows->rowCount(); ++group) {
        const QModelIndex parent = rows->index(group, 0);
        for (int row = 0; row < rows->rowCount(parent); ++row) {
            if (rows->index(row, 0, parent).data().toString().startsWith(u"DLTB"_s)) {
                begin();
                tree->setCurrentIndex(rows->index(row, 0, parent));
            }
        }
    }
    // A first answer to the eye, and all of it.
    (void)QTest::qWaitFor([&] { return map->sketch() != nullptr; }, 120000);
    say("parcels chosen to first picture");
    const auto drawn = [&] {
        QTest::qWait(300); // a finer reading starts when the view has been at rest
        (void)QTest::qWaitFor([&] { return map->isDrawn(); }, 120000);
    };
    drawn();
    say("  to the whole picture");
    if (!map->sketch())
        return 1;
    std::printf("%lld features read, %zu drawn with %zu vertices, %ld MB more\n",
                qlonglong(map->sketch()->read), map->sketch()->features.size(),
                map->sketch()->x.size(), memory("VmRSS") - before);
    map->setFocus();
    const auto keys = [&](Qt::Key key, int times, const char* what) {
        begin();
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(map, key);
            QTest::qWait(16);
        }
        std::printf("%-42s %8.0f ms, longest gap %6.1f ms\n", what,
                    double(clock.nsecsElapsed()) / 1e6, gaps.longest());
        begin();
        drawn();
        say("  drawn after it");
    };
    keys(Qt::Key_Right, 10, "panned ten steps, whole city");
    keys(Qt::Key_Home, 1, "all of it again");
    keys(Qt::Key_Plus, 6, "zoomed in eightfold");
    keys(Qt::Key_Left, 10, "panned ten steps there");
    keys(Qt::Key_Plus, 6, "zoomed in sixty-fold");
    keys(Qt::Key_Left, 3, "panned three steps there");
    keys(Qt::Key_Home, 1, "all of it again");

    window.findChild<QTabBar*>(u"spatialTabs"_s)->setCurrentIndex(1);
    (void)QTest::qWaitFor(settled, 60000);
    auto* recipes = window.findChild<RecipesView*>();
    auto* run = window.findChild<QAction*>(u"recipeRunAll"_s);
    auto* stop = window.findChild<QAction*>(u"recipeStop"_s);
    const auto digest = sha256OfFile(path);
    for (const int after : {200, 1000, 3000, 6000}) {
        begin();
        run->trigger();
        QTest::qWait(after);
        const bool ran = recipes->isRunning();
        std::printf("computing all for %d ms%s, longest gap %6.1f ms\n", after,
                    ran ? "" : " (it was over)", gaps.longest());
        begin();
        stop->trigger();
        (void)QTest::qWaitFor([&] { return !recipes->isRunning() && settled(); }, 60000);
        say("  stopped");
    }
    const bool untouched = window.session()->data()->spatialRuns.isEmpty() && digest &&
                           sha256OfFile(path) && *sha256OfFile(path) == *digest;
    std::printf("the project is %s; %ld MB at most\n", untouched ? "as it was" : "CHANGED",
                memory("VmHWM"));
    return untouched ? 0 : 1;
}
