#pragma once

#include "app/workspace/maps/base_tiles.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QMenu;
class QWidget;

namespace checkup::workspace {

class Jobs;
class MapCanvas;
class MapGround;
class MapLibrary;

/// The menu 底图: a map of tiles below the layers of a pane, from a folder or an MBTiles file that
/// the user has; nothing is fetched from the network. Where Qt has no Qt Location the menu says so.
/// Interface thread.
class BaseMapTool : public QObject
{
    Q_OBJECT
public:
    BaseMapTool(Jobs* jobs, const MapLibrary* library, QWidget* parent);

    QMenu* menu() const { return m_menu; }
    QList<QAction*> actions() const;
    /// The pane that the menu speaks of.
    void setPane(MapCanvas* pane);
    /// Layers came or went: their plane is the panes'.
    void refresh();
    void retranslate();

Q_SIGNALS:
    void failed(const checkup::Error& error);
    void shown(); ///< one lies below a pane

private:
    void toggle(bool on);
    void choose();
    void chooseFolder();
    void chooseFile();
    void take(const QString& source);
    void prepare();
    void make();
    void give(const Error& error);
    std::optional<gdal::LonLatBox> around() const;

    struct Pane
    {
        QPointer<MapCanvas> canvas;
        QPointer<MapGround> ground;
    };

    Jobs* m_jobs;
    const MapLibrary* m_library;
    QWidget* m_widget;
    QMenu* m_menu;
    QAction *m_show, *m_folder, *m_file, *m_why;
    QPointer<MapCanvas> m_pane;
    QList<Pane> m_panes; ///< that have one, or are to have one
    std::optional<BaseTiles> m_tiles;
    QString m_plane; ///< that grounds are made in
    QString m_done;  ///< what m_tiles were made of
    int m_job = 0;
};

} // namespace checkup::workspace
