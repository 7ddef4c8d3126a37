#include "app/workspace/maps/base_map_tool.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/maps/base_map.h"
#include "app/workspace/maps/map_canvas.h"
#include "app/workspace/maps/map_library.h"
#include "app/workspace/settings.h"

#include <QAction>
#include <QDir>
#include <QMenu>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <vector>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QString cacheFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(u"base_map"_s);
}

} // namespace

BaseMapTool::BaseMapTool(Jobs* jobs, const MapLibrary* library, QWidget* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_library(library)
    , m_widget(parent)
    , m_menu(new QMenu(parent))
    , m_show(new QAction(this))
    , m_folder(new QAction(this))
    , m_file(new QAction(this))
    , m_why(new QAction(this))
{
    const bool has = baseMapFault().isEmpty();
    m_show->setObjectName(u"baseMapShow"_s);
    m_show->setCheckable(true);
    m_show->setEnabled(has);
    m_folder->setVisible(has);
    m_file->setVisible(has);
    m_why->setObjectName(u"baseMapWhy"_s);
    m_why->setVisible(!has);
    m_menu->setToolTipsVisible(true);
    m_menu->addActions(actions());
    connect(m_show, &QAction::toggled, this, &BaseMapTool::toggle);
    connect(m_folder, &QAction::triggered, this, &BaseMapTool::chooseFolder);
    connect(m_file, &QAction::triggered, this, &BaseMapTool::chooseFile);
    connect(m_why, &QAction::triggered, this, [this] { dialogs::tell(m_widget, baseMapFault()); });
}

QList<QAction*> BaseMapTool::actions() const
{
    return {m_show, m_folder, m_file, m_why};
}

void BaseMapTool::retranslate()
{
    const QString fault = baseMapFault();
    m_menu->setTitle(tr("底图"));
    m_menu->menuAction()->setToolTip(fault.isEmpty() ? tr("图层下面的瓦片底图，只读本机文件")
                                                     : fault);
    m_show->setText(fault.isEmpty() ? tr("显示底图")
                                    : tr("显示底图（此系统的 Qt 没有 Qt Location）"));
    m_show->setToolTip(fault.isEmpty() ? tr("在当前一幅的图层下面显示") : fault);
    m_show->setStatusTip(m_show->toolTip());
    m_folder->setText(tr("底图的瓦片文件夹…"));
    m_folder->setToolTip(tr("按 z/x/y.png 存放的瓦片；行号从南向北的（TMS）也认得"));
    m_file->setText(tr("底图的 MBTiles 文件…"));
    m_file->setToolTip(tr("本市范围的瓦片会解到本机缓存里"));
    m_why->setText(tr("为什么没有底图…"));
}

void BaseMapTool::setPane(MapCanvas* pane)
{
    m_pane = pane;
    const QSignalBlocker quiet(m_show);
    m_show->setChecked(std::any_of(m_panes.cbegin(), m_panes.cend(),
                                   [pane](const Pane& one) { return one.canvas == pane; }));
}

void BaseMapTool::toggle(bool on)
{
    if (!m_pane)
        return;
    if (!on) {
        m_panes.removeIf([this](const Pane& one) {
            if (one.canvas != m_pane)
                return false;
            one.canvas->setGround(nullptr);
            delete one.ground;
            return true;
        });
        return;
    }
    m_panes << Pane{m_pane, nullptr};
    if (Settings::instance().value(Settings::Key::BaseTiles).toString().isEmpty())
        choose();
    else
        prepare();
}

void BaseMapTool::choose()
{
    // Until it is chosen there is none to be shown.
    m_show->setChecked(false);
    dialogs::choose(m_widget, tr("底图的瓦片在哪里？"),
                    tr("底图只读本机的文件，不联网。之后可以在“底图”菜单里换。"),
                    {tr("瓦片文件夹"), tr("MBTiles 文件")}, [this](int way) {
                        if (way == 0)
                            chooseFolder();
                        else
                            chooseFile();
                    });
}

void BaseMapTool::chooseFolder()
{
    dialogs::chooseFolder(m_widget, tr("底图的瓦片文件夹（里面是 z/x/y.png）"),
                          [this](const QString& path) { take(path); });
}

void BaseMapTool::chooseFile()
{
    dialogs::openFile(m_widget, {tr("底图的 MBTiles 文件"), tr("瓦片 (*.mbtiles)"), {}, {}},
                      [this](const QString& path) { take(path); });
}

void BaseMapTool::take(const QString& source)
{
    Settings::instance().set(Settings::Key::BaseTiles, source);
    if (m_show->isChecked())
        prepare();
    else
        m_show->setChecked(true);
}

std::optional<gdal::LonLatBox> BaseMapTool::around() const
{
    const auto& plane = m_library->plane();
    const auto extent = m_library->extent();
    if (!plane || !extent)
        return std::nullopt;
    constexpr double margin = 0.25;
    const double wide = extent->maxX - extent->minX;
    const double high = extent->maxY - extent->minY;
    std::vector<double> x;
    std::vector<double> y;
    for (const double east : {-margin, 0.5, 1 + margin}) {
        for (const double north : {-margin, 0.5, 1 + margin}) {
            x.push_back(extent->minX + east * wide);
            y.push_back(extent->minY + north * high);
        }
    }
    const auto up = gdal::Transformation::toGeodetic(*plane);
    if (!up || !up->apply(x.data(), y.data(), x.size()))
        return std::nullopt;
    // To whole hundredths, so that one more small layer does not make another box.
    const auto [west, east] = std::minmax_element(x.cbegin(), x.cend());
    const auto [south, north] = std::minmax_element(y.cbegin(), y.cend());
    return gdal::LonLatBox{std::floor(*west * 100) / 100, std::floor(*south * 100) / 100,
                           std::ceil(*east * 100) / 100, std::ceil(*north * 100) / 100};
}

void BaseMapTool::refresh()
{
    const QString plane = m_library->plane() ? m_library->plane()->wkt() : QString();
    if (plane != m_plane) {
        m_plane = plane;
        for (const Pane& one : std::as_const(m_panes)) {
            if (one.canvas)
                one.canvas->setGround(nullptr);
            delete one.ground;
        }
    }
    if (m_library->isIdle())
        prepare();
}

void BaseMapTool::prepare()
{
    const auto box = around();
    if (m_panes.isEmpty() || !box || m_job != 0)
        return;
    const QString source = Settings::instance().value(Settings::Key::BaseTiles).toString();
    const QString what =
        QStringList{source, QString::number(box->west), QString::number(box->south),
                    QString::number(box->east), QString::number(box->north)}
            .join(u'\n');
    if (source.isEmpty())
        return;
    if (m_tiles && what == m_done)
        return make();
    m_job = m_jobs->start<BaseTiles>(
        tr("准备底图瓦片"),
        [source, box = *box](const CancelToken& cancel, const ProgressSink& progress) {
            return prepareBaseTiles(source, cacheFolder(), box, cancel, progress);
        },
        this,
        [this, what](const Result<BaseTiles>& tiles) {
            m_job = 0;
            if (!tiles)
                return give(tiles.error());
            const bool others = m_tiles != *tiles;
            m_tiles = *tiles;
            m_done = what;
            if (others) {
                for (const Pane& one : std::as_const(m_panes))
                    delete one.ground;
            }
            // What was chosen while this went on.
            prepare();
        });
}

void BaseMapTool::make()
{
    for (Pane& one : m_panes) {
        if (one.ground || !one.canvas)
            continue;
        const auto ground = makeBaseMap(m_jobs, *m_tiles, *m_library->plane(), this);
        if (!ground)
            return give(ground.error());
        one.ground = *ground;
        one.canvas->setGround(*ground);
        Q_EMIT shown();
    }
}

void BaseMapTool::give(const Error& error)
{
    for (const Pane& one : std::as_const(m_panes)) {
        if (one.canvas)
            one.canvas->setGround(nullptr);
        delete one.ground;
    }
    m_panes.clear();
    m_tiles.reset();
    setPane(m_pane);
    if (error.code() != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

} // namespace checkup::workspace
