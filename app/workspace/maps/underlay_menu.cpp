#include "app/workspace/maps/underlay_menu.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"

#include "core/gdal/raster_reader.h"

#include <QFileInfo>
#include <QMenu>

#include <cmath>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

UnderlayMenu::UnderlayMenu(Session* session, Jobs* jobs, QMenu* menu, QWidget* parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_menu(menu)
    , m_areas(new QMenu(parent))
    , m_widget(parent)
{
    m_areas->setObjectName(u"mapAreas"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &UnderlayMenu::fill);
    connect(m_areas, &QMenu::aboutToShow, this, &UnderlayMenu::fillAreas);
}

void UnderlayMenu::retranslate()
{
    m_areas->setTitle(tr("面图层盖住下面的程度"));
}

QList<draw::UnderlayPicture> UnderlayMenu::pictures() const
{
    QList<draw::UnderlayPicture> pictures;
    const auto year = m_session->data();
    for (const draw::Underlay& one : year ? draw::underlays(*year) : QList<draw::Underlay>()) {
        if (one.visible)
            pictures << draw::UnderlayPicture{draw::pathOf(m_session->path(), one), one.table,
                                              one.opacity};
    }
    return pictures;
}

double UnderlayMenu::areaShare() const
{
    const auto year = m_session->data();
    return year ? draw::areaShare(*year) : 1;
}

void UnderlayMenu::sayFaded()
{
    if (areaShare() < 1)
        Q_EMIT noticed(tr("面图层淡到 %1%，好看清下面；在“影像 ▸ 面图层盖住下面的程度”里可改。")
                           .arg(std::lround(areaShare() * 100)));
}

void UnderlayMenu::fill()
{
    m_menu->clear();
    const auto year = m_session->data();
    const bool editable = year && !m_session->isReadOnly();
    m_menu->addAction(tr("添加影像…"), this, &UnderlayMenu::choose)->setEnabled(editable);
    m_menu->addMenu(m_areas)->setEnabled(editable);
    for (const draw::Underlay& one : year ? draw::underlays(*year) : QList<draw::Underlay>())
        addPicture(one, editable);
}

void UnderlayMenu::fillAreas()
{
    m_areas->clear();
    const long now = std::lround(areaShare() * 100);
    for (const int percent : {100, 80, 60, 40, 20}) {
        QAction* const step = m_areas->addAction(
            percent == 100 ? tr("100%（全盖住）") : tr("%1%").arg(percent), this, [this, percent] {
                m_session->editLatest([percent](const project::YearData& year) {
                    return draw::setAreaShare(year, percent / 100.0);
                });
            });
        step->setCheckable(true);
        step->setChecked(now == percent);
        step->setEnabled(!m_session->isReadOnly());
    }
}

void UnderlayMenu::addPicture(const draw::Underlay& one, bool editable)
{
    m_menu->addSeparator();
    QAction* const shown = m_menu->addAction(one.name, this, [this, one](bool on) {
        draw::Underlay changed = one;
        changed.visible = on;
        change(changed);
        if (on)
            sayFaded();
    });
    shown->setCheckable(true);
    shown->setChecked(one.visible);
    shown->setEnabled(editable);
    QMenu* const more = m_menu->addMenu(tr("%1：浓淡").arg(one.name));
    more->setEnabled(editable);
    for (const int percent : {100, 75, 50, 25}) {
        QAction* const step = more->addAction(tr("%1%").arg(percent), this, [this, one, percent] {
            draw::Underlay changed = one;
            changed.opacity = percent / 100.0;
            change(changed);
        });
        step->setCheckable(true);
        step->setChecked(std::lround(one.opacity * 100) == percent);
    }
    m_menu
        ->addAction(tr("%1：移除").arg(one.name), this,
                    [this, name = one.name] {
                        if (const auto now = m_session->data())
                            m_session->edit(draw::removeUnderlay(*now, name));
                    })
        ->setEnabled(editable);
}

void UnderlayMenu::change(const draw::Underlay& changed)
{
    if (const auto now = m_session->data())
        m_session->edit(draw::setUnderlay(*now, changed));
}

void UnderlayMenu::choose()
{
    dialogs::openFile(m_widget,
                      {tr("添加影像"), tr("影像 (*.tif *.tiff *.mbtiles *.gpkg)"), {}, {}},
                      [this](const QString& path) {
                          m_jobs->start<QStringList>(
                              {},
                              [path](const CancelToken&, const ProgressSink&) {
                                  return gdal::RasterReader::tables(path);
                              },
                              this,
                              [this, path](const Result<QStringList>& tables) {
                                  if (!tables)
                                      Q_EMIT failed(tables.error());
                                  else
                                      chooseTable(path, *tables);
                              });
                      });
}

void UnderlayMenu::chooseTable(const QString& path, const QStringList& tables)
{
    if (tables.size() == 1)
        return add(path, tables.constFirst());
    dialogs::choose(m_widget, tr("用哪张瓦片表？"), QFileInfo(path).fileName(), tables,
                    [this, path, tables](int chosen) { add(path, tables.value(chosen)); });
}

void UnderlayMenu::add(const QString& path, const QString& table)
{
    m_jobs->start<bool>(
        {},
        [path, table](const CancelToken&, const ProgressSink&) -> Result<bool> {
            const auto reader = gdal::RasterReader::open(path, table);
            return reader ? Result<bool>(true) : reader.error();
        },
        this,
        [this, path, table](const Result<bool>& opened) {
            const auto year = m_session->data();
            if (!opened)
                Q_EMIT failed(opened.error());
            if (!opened || !year)
                return;
            draw::Underlay added;
            const QString name = table.isEmpty() ? QFileInfo(path).completeBaseName() : table;
            added.name = name;
            for (int i = 2; year->mapSetting(u"raster"_s, added.name); ++i)
                added.name = u"%1 %2"_s.arg(name).arg(i);
            added.path = draw::keptPath(m_session->path(), path);
            added.table = table;
            m_session->edit(draw::setUnderlay(*year, added));
            sayFaded();
        });
}

} // namespace checkup::workspace
