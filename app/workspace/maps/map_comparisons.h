#pragma once

#include "app/workspace/maps/map_scene.h"
#include "core/base/result.h"
#include "core/draw/comparison.h"

#include <QObject>

#include <map>

namespace checkup::workspace {

class Jobs;
class MapLibrary;
class Session;

/// The open year's maps of differences, each made by a worker when it is first asked for and made
/// again when the layers are others. Interface thread.
class MapComparisons : public QObject
{
    Q_OBJECT
public:
    MapComparisons(Session* session, Jobs* jobs, const MapLibrary* library, QObject* parent);

    /// A year must be open.
    MapScene scene(draw::Comparison kind);
    /// As it is shown; nullptr: not there, or there is none.
    const draw::Compared* find(draw::Comparison kind) const;
    bool isBusy(draw::Comparison kind) const;

Q_SIGNALS:
    void changed();

private:
    struct State
    {
        bool asked = false, done = false;
        QString made; ///< the layers that it was made from
        Result<draw::Compared> map = draw::Compared();
    };
    State& ask(draw::Comparison kind);
    void shareShapes(draw::Compared& map) const;

    Session* m_session;
    Jobs* m_jobs;
    const MapLibrary* m_library;
    std::map<draw::Comparison, State> m_states;
};

} // namespace checkup::workspace
