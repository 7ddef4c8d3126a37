#include "app/workspace/maps/map_library.h"

#include "app/workspace/jobs.h"
#include "app/workspace/session.h"

#include "core/draw/symbols.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QString madeFrom(const project::Layer& layer)
{
    return QStringList{layer.role,   layer.path, layer.layer,       layer.sha256,
                       layer.fields, layer.crs,  layer.classSystem, layer.encoding}
        .join(u'\n');
}

QString cacheFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(u"shapes"_s);
}

} // namespace

MapLibrary::MapLibrary(Session* session, Jobs* jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(jobs)
{}

void MapLibrary::refresh()
{
    const auto year = m_session->data();
    QHash<qint64, QString> now;
    if (year && m_session->path() == m_path) {
        for (const project::Layer& layer : year->layers)
            now.insert(layer.id.number(), madeFrom(layer));
    }
    m_entries.removeIf([&now](const std::pair<const qint64&, Entry&>& one) {
        return now.value(one.first) != one.second.made;
    });
    m_queue.removeIf([this](qint64 id) { return !m_entries.contains(id); });
    if (m_job != 0 && !m_entries.contains(m_loading))
        m_jobs->cancel(m_job);
    if (m_entries.isEmpty())
        m_plane.reset();
    m_path = m_session->path();
}

MapLibrary::State MapLibrary::stateOf(project::LayerId id) const
{
    return m_entries.value(id.number()).state;
}

QString MapLibrary::faultOf(project::LayerId id) const
{
    return m_entries.value(id.number()).fault;
}

const draw::MapLayer* MapLibrary::find(project::LayerId id) const
{
    const auto found = m_entries.constFind(id.number());
    return found != m_entries.cend() && found->state == State::Ready ? &found->layer : nullptr;
}

std::optional<spatial::Box> MapLibrary::extent() const
{
    std::optional<spatial::Box> all;
    for (const Entry& one : m_entries) {
        if (one.state != State::Ready || one.layer.shapes->count() == 0)
            continue;
        const spatial::Box& box = one.layer.shapes->extent();
        if (!all)
            all = box;
        *all = {std::min(all->minX, box.minX), std::min(all->minY, box.minY),
                std::max(all->maxX, box.maxX), std::max(all->maxY, box.maxY)};
    }
    return all;
}

void MapLibrary::ask(project::LayerId id)
{
    const auto year = m_session->data();
    if (!year || (m_entries.contains(id.number()) && stateOf(id) != State::Failed))
        return;
    for (const project::Layer& layer : year->layers) {
        if (layer.id == id) {
            m_entries.insert(id.number(), {madeFrom(layer), State::Loading, {}, {}});
            m_queue << id.number();
        }
    }
    loadNext();
}

void MapLibrary::loadNext()
{
    const auto year = m_session->data();
    if (m_job != 0 || m_queue.isEmpty() || !year)
        return;
    m_loading = m_queue.takeFirst();
    const auto found =
        std::find_if(year->layers.cbegin(), year->layers.cend(),
                     [this](const project::Layer& one) { return one.id.number() == m_loading; });
    if (found == year->layers.cend())
        return loadNext();
    const project::Layer layer = *found;
    const QString path = m_path;
    const std::optional<gdal::Crs> plane = m_plane;
    const qint64 id = m_loading;
    const QString made = madeFrom(layer);
    m_job = m_jobs->start<Loaded>(
        tr("读取图形：%1").arg(layer.name),
        [layer, path, plane](const CancelToken& cancel,
                             const ProgressSink& progress) -> Result<Loaded> {
            auto in = plane ? Result<gdal::Crs>(*plane) : draw::planeFor(path, layer);
            if (!in)
                return in.error();
            const draw::ShapeCache cache(cacheFolder());
            auto loaded = draw::loadLayer(
                path, layer, *in, draw::SymbolSet::shipped().styleOf(layer.role, layer.classSystem),
                cancel, progress, &cache);
            if (!loaded)
                return loaded.error();
            return Loaded{*std::move(in), *std::move(loaded)};
        },
        this,
        [this, id, made](const Result<Loaded>& loaded) {
            m_job = 0;
            const auto entry = m_entries.find(id);
            if (entry != m_entries.end() && entry->made == made) {
                if (loaded) {
                    m_plane = loaded->plane;
                    entry->layer = loaded->layer;
                    entry->state = State::Ready;
                } else {
                    entry->state = State::Failed;
                    entry->fault = loaded.error().code() == ErrorCode::Cancelled
                                       ? tr("已取消读取；取消勾选再勾上，就重新读取。")
                                       : loaded.error().message();
                }
                Q_EMIT changed(project::LayerId(id));
            }
            loadNext();
        });
}

} // namespace checkup::workspace
