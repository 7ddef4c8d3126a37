#pragma once

#include "core/draw/map_views.h"
#include "core/draw/project_layers.h"
#include "core/draw/project_symbols.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>

#include <optional>

namespace checkup::workspace {

class Jobs;
class Session;

/// The open year's layers as maps show them, each loaded once, by a worker, when it is first asked
/// for, and shared by all panes. All are in one plane: the districts' or the first layer's. Shapes
/// are kept in the user's cache folder, so that the next opening is quick. Opacity and filter are
/// the project's (draw::LayerView). A file that changes on disk is read again; what cannot be read
/// any more is no longer shown, and faultOf() says why. Interface thread.
class MapLibrary : public QObject
{
    Q_OBJECT
public:
    MapLibrary(Session* session, Jobs* jobs, QObject* parent = nullptr);

    /// Drops what the year no longer has, or has differently; gives what stays the symbols that the
    /// project now has.
    void refresh();
    const draw::ProjectSymbols& symbols() const { return m_symbols; }
    /// The project's style of a layer.
    draw::LayerStyle styleOf(const project::Layer& layer) const;

    enum class State { Unasked, Loading, Ready, Failed };
    State stateOf(project::LayerId id) const;
    QString faultOf(project::LayerId id) const; ///< of Failed: a sentence
    /// Loads it unless it is there or on its way; changed() follows. What failed is tried again.
    void ask(project::LayerId id);
    /// As it is shown; while it is read or filtered anew, as it was. Null for Failed.
    const draw::MapLayer* find(project::LayerId id) const;
    /// How many features have each value of the style's column; empty while it is not there.
    QMap<QString, qint64> values(project::LayerId id) const;
    /// Those of them that the style has no symbol for, where that is a fault.
    QMap<QString, qint64> missing(project::LayerId id) const;
    const std::optional<gdal::Crs>& plane() const { return m_plane; }
    /// Of all that are ready.
    std::optional<spatial::Box> extent() const;
    bool isIdle() const { return m_job == 0 && m_queue.isEmpty(); }

Q_SIGNALS:
    void changed(checkup::project::LayerId id); ///< it became ready, or failed

private:
    struct Entry
    {
        QString made;            ///< what it was made from
        draw::Conditions filter; ///< that `layer` has, or is to get
        State state = State::Unasked;
        draw::MapLayer whole; ///< without filter; no shapes: to be read
        draw::MapLayer layer; ///< no shapes: not there yet
        QMap<QString, qint64> values;
        QString fault;
    };
    struct Loaded
    {
        gdal::Crs plane;
        draw::MapLayer whole, layer;
        QMap<QString, qint64> values;
    };
    void loadNext();
    void readSymbols();
    QString madeFrom(const project::Layer& layer) const;
    void queue(qint64 id);
    void take(Entry& entry, qint64 id, const Result<Loaded>& loaded);
    void watch(const project::Layer& layer);
    void readAgain(const QString& path);

    Session* m_session;
    Jobs* m_jobs;
    QString m_path;
    draw::ProjectSymbols m_symbols;
    QStringList m_symbolsMade; ///< what they were read from
    std::optional<gdal::Crs> m_plane;
    QHash<qint64, Entry> m_entries;
    QList<qint64> m_queue;
    QFileSystemWatcher m_watcher;
    QHash<QString, QList<qint64>> m_watched; ///< layers by their file
    int m_job = 0;
    qint64 m_loading = 0;
};

} // namespace checkup::workspace
