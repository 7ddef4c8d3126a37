#include "app/workspace/maps/map_comparisons.h"

#include "app/workspace/jobs.h"
#include "app/workspace/maps/map_library.h"
#include "app/workspace/session.h"

#include "core/draw/project_layers.h"

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QString madeFrom(const QString& path, const project::YearData& year)
{
    QString made = path;
    for (const project::Layer& layer : year.layers)
        made += QStringList{u"\n"_s,          QString::number(layer.id.number()),
                            layer.role,       QString::number(layer.year),
                            layer.path,       layer.sha256,
                            layer.fields,     layer.crs,
                            layer.classSystem}
                    .join(u' ');
    return made;
}

} // namespace

MapComparisons::MapComparisons(Session* session, Jobs* jobs, const MapLibrary* library,
                               QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_library(library)
{}

const draw::Compared* MapComparisons::find(draw::Comparison kind) const
{
    const auto state = m_states.find(kind);
    return state != m_states.end() && state->second.map && !state->second.map->layers.isEmpty()
               ? &*state->second.map
               : nullptr;
}

bool MapComparisons::isBusy(draw::Comparison kind) const
{
    const auto state = m_states.find(kind);
    return state != m_states.end() && state->second.asked && !state->second.done;
}

MapComparisons::State& MapComparisons::ask(draw::Comparison kind)
{
    State& state = m_states[kind];
    const auto year = m_session->data();
    const QString made = madeFrom(m_session->path(), *year);
    if (state.asked && state.made == made)
        return state;
    state = State();
    state.asked = true;
    state.made = made;
    m_jobs->start<draw::Compared>(
        tr("比较图斑"),
        [kind, path = m_session->path(), year](const CancelToken& cancel,
                                               const ProgressSink&) -> Result<draw::Compared> {
            const project::Layer* const deciding = draw::planeLayer(*year, year->info.year);
            if (!deciding)
                return draw::Compared();
            const auto plane = draw::planeFor(path, *deciding);
            if (!plane)
                return plane.error();
            return draw::compare(kind, path, *year, *plane, cancel);
        },
        this,
        [this, kind, made](const Result<draw::Compared>& map) {
            State& waiting = m_states[kind];
            if (waiting.made != made)
                return;
            waiting.map = map;
            waiting.done = true;
            Q_EMIT changed();
        });
    return state;
}

MapScene MapComparisons::scene(draw::Comparison kind)
{
    MapScene scene;
    scene.wanted = true;
    State& state = ask(kind);
    scene.loading = !state.done;
    if (!state.done)
        return scene;
    if (!state.map) {
        const bool cancelled = state.map.error().code() == ErrorCode::Cancelled;
        scene.faults << (cancelled ? tr("已取消比较；换一种内容再换回来，就重新比较。")
                                   : state.map.error().message());
        if (cancelled)
            state.made.clear();
        return scene;
    }
    shareShapes(*state.map);
    scene.layers = state.map->layers;
    if (!state.map->lacking.isEmpty()) {
        const QString lacks = state.map->lacking.join(tr("、"));
        scene.faults << (scene.layers.isEmpty() ? tr("这种差异还比不出来：%1。").arg(lacks)
                                                : tr("没有比全：%1。").arg(lacks));
    }
    return scene;
}

/// One copy of the shapes in memory is enough.
void MapComparisons::shareShapes(draw::Compared& map) const
{
    const draw::MapLayer* const there = m_library->find(map.of);
    if (!there || map.layers.isEmpty())
        return;
    draw::MapLayer& land = map.layers[0];
    const std::size_t count = land.shapes->count();
    if (land.label < 0 && land.value < 0 && there->shapes->count() == count && count > 0 &&
        there->shapes->id(0) == land.shapes->id(0) &&
        there->shapes->id(count - 1) == land.shapes->id(count - 1))
        land.shapes = there->shapes;
}

} // namespace checkup::workspace
