#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QPointer>

class QMenu;
class QWidget;

namespace checkup::workspace {

class MapCanvas;
class MapLibrary;
class Session;

/// Fills the menu 书签: places to come back to, by name, kept with the project in degrees.
/// Interface thread.
class BookmarkMenu : public QObject
{
    Q_OBJECT
public:
    BookmarkMenu(Session* session, const MapLibrary* library, QMenu* menu, QWidget* parent);

    /// The pane whose place is kept, and that goes there.
    void setPane(MapCanvas* pane);

Q_SIGNALS:
    void failed(const checkup::Error& error);

private:
    void fill();
    void add();
    void goTo(const QString& name);

    Session* m_session;
    const MapLibrary* m_library;
    QMenu* m_menu;
    QWidget* m_widget;
    QPointer<MapCanvas> m_pane;
};

} // namespace checkup::workspace
