#pragma once

#include "core/base/error.h"
#include "core/draw/map_views.h"
#include "core/draw/underlay.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace checkup::workspace {

class Jobs;
class Session;

/// Fills the menu 影像: pictures below all layers (GeoTIFF, MBTiles, tiles in a GeoPackage), each
/// shown or not, how strongly, taken away; and how much of what lies below areas let through. All
/// of it is kept with the project. Interface thread.
class UnderlayMenu : public QObject
{
    Q_OBJECT
public:
    UnderlayMenu(Session* session, Jobs* jobs, QMenu* menu, QWidget* parent);

    /// How far areas cover what lies below them; also a base map's business.
    QMenu* areas() const { return m_areas; }
    /// Those that are to be seen, the first at the bottom.
    QList<draw::UnderlayPicture> pictures() const;
    double areaShare() const;
    /// Tells that areas are faded, and where that is changed.
    void sayFaded();
    void retranslate();

Q_SIGNALS:
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

private:
    void fill();
    void fillAreas();
    void addPicture(const draw::Underlay& one, bool editable);
    void change(const draw::Underlay& changed);
    void choose();
    void chooseTable(const QString& path, const QStringList& tables);
    void add(const QString& path, const QString& table);

    Session* m_session;
    Jobs* m_jobs;
    QMenu *m_menu, *m_areas;
    QWidget* m_widget;
};

} // namespace checkup::workspace
