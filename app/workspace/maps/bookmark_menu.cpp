#include "app/workspace/maps/bookmark_menu.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/maps/map_canvas.h"
#include "app/workspace/maps/map_library.h"
#include "app/workspace/session.h"

#include "core/draw/map_views.h"

#include <QMenu>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

BookmarkMenu::BookmarkMenu(Session* session, const MapLibrary* library, QMenu* menu,
                           QWidget* parent)
    : QObject(parent)
    , m_session(session)
    , m_library(library)
    , m_menu(menu)
    , m_widget(parent)
{
    connect(m_menu, &QMenu::aboutToShow, this, &BookmarkMenu::fill);
}

void BookmarkMenu::setPane(MapCanvas* pane)
{
    m_pane = pane;
}

void BookmarkMenu::fill()
{
    m_menu->clear();
    const auto year = m_session->data();
    m_menu->addAction(tr("记下此处…"), this, &BookmarkMenu::add)
        ->setEnabled(year && !m_session->isReadOnly() && m_library->plane());
    const QList<draw::Bookmark> all = year ? draw::bookmarks(*year) : QList<draw::Bookmark>();
    if (all.isEmpty())
        return;
    m_menu->addSeparator();
    for (const draw::Bookmark& one : all)
        m_menu->addAction(one.name, this, [this, name = one.name] { goTo(name); });
    m_menu->addSeparator();
    QMenu* const removing = m_menu->addMenu(tr("删除"));
    removing->setEnabled(!m_session->isReadOnly());
    for (const draw::Bookmark& one : all)
        removing->addAction(one.name, this, [this, name = one.name] {
            if (const auto now = m_session->data())
                m_session->edit(draw::removeBookmark(*now, name));
        });
}

void BookmarkMenu::add()
{
    const auto& plane = m_library->plane();
    if (!plane || !m_pane || m_pane->view().metresPerPixel == 0)
        return;
    const MapCanvas::View view = m_pane->view();
    const auto up = gdal::Transformation::toGeodetic(*plane);
    double x = view.centre.x();
    double y = view.centre.y();
    const auto done = up ? up->apply(&x, &y, 1) : Result<void>(up.error());
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    dialogs::askText(
        m_widget, tr("记下此处"), tr("书签的名称"), {}, false,
        [this, x, y, view](const QString& text) {
            const auto year = m_session->data();
            const QString name = text.trimmed();
            if (year && !name.isEmpty())
                m_session->edit(draw::setBookmark(*year, {name, {x, y}, view.metresPerPixel}));
        });
}

void BookmarkMenu::goTo(const QString& name)
{
    const auto year = m_session->data();
    const auto& plane = m_library->plane();
    if (!year || !plane || !m_pane)
        return;
    const auto down = gdal::Transformation::fromGeodetic(*plane);
    if (!down) {
        Q_EMIT failed(down.error());
        return;
    }
    for (const draw::Bookmark& one : draw::bookmarks(*year)) {
        double x = one.at.x();
        double y = one.at.y();
        if (one.name == name && down->apply(&x, &y, 1))
            m_pane->setByUser({{x, y}, one.metresPerPixel});
    }
}

} // namespace checkup::workspace
