#include "app/workspace/maps/map_library.h"

#include "app/workspace/jobs.h"
#include "app/workspace/maps/shape_preparing.h"
#include "app/workspace/session.h"

#include "core/gdal/database.h"
#include "core/project/layer_files.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

/// Who writes a file writes more than once.
constexpr int quiet = 300; // ms

} // namespace

MapLibrary::MapLibrary(Session* session, Jobs* jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(jobs)
{
    readSymbols();
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString& path) {
        QTimer::singleShot(quiet, this, [this, path] { readAgain(path); });
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        for (auto one = m_watched.cbegin(); one != m_watched.cend(); ++one) {
            const auto isBack = [this, path = one.key()] {
                return !m_watcher.files().contains(path) && QFileInfo::exists(path);
            };
            if (isBack())
                QTimer::singleShot(quiet, this, [this, isBack, path = one.key()] {
                    if (isBack())
                        readAgain(path);
                });
        }
    });
}

QString MapLibrary::madeFrom(const project::Layer& layer) const
{
    const draw::LayerStyle style = styleOf(layer);
    const QString needed = QString::number(style.codes || style.grades);
    return QStringList{layer.role, layer.path,        layer.layer,    layer.sha256, layer.fields,
                       layer.crs,  layer.classSystem, layer.encoding, style.column, style.labels,
                       needed}
        .join(u'\n');
}

draw::LayerStyle MapLibrary::styleOf(const project::Layer& layer) const
{
    return m_symbols.all.styleOf(layer.role, layer.classSystem);
}

void MapLibrary::readSymbols()
{
    const auto year = m_session->data();
    QStringList made;
    for (const project::MapSetting& setting :
         year ? year->mapSettings : QList<project::MapSetting>()) {
        if (setting.kind == u"style"_s)
            made << setting.key << setting.content;
    }
    if (made == m_symbolsMade && !m_symbols.all.isEmpty())
        return;
    m_symbolsMade = made;
    m_symbols = draw::symbolsOf(year ? *year : project::YearData());
}

void MapLibrary::refresh()
{
    readSymbols();
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
    for (const project::Layer& layer : year ? year->layers : QList<project::Layer>()) {
        const auto entry = m_entries.find(layer.id.number());
        if (entry == m_entries.end())
            continue;
        const draw::LayerView view = draw::viewOf(*year, layer);
        if (const draw::LayerStyle style = styleOf(layer); entry->whole.style != style) {
            entry->whole.style = style;
            // What a filter leaves out is kept with the cases that there were.
            if (entry->filter.isEmpty())
                entry->layer.style = style;
            else
                queue(layer.id.number());
        }
        entry->layer.style.opacity = entry->whole.style.opacity * view.opacity;
        if (entry->filter != view.filter) {
            entry->filter = view.filter;
            queue(layer.id.number());
        }
    }
    loadNext();
}

void MapLibrary::queue(qint64 id)
{
    m_entries[id].state = State::Loading;
    // What is under way for it was asked for otherwise.
    if (m_job != 0 && m_loading == id)
        m_jobs->cancel(m_job);
    if (!m_queue.contains(id))
        m_queue << id;
}

void MapLibrary::watch(const project::Layer& layer)
{
    if (layer.isInside() || gdal::Database::isConnection(layer.path))
        return;
    const QString path = project::layerPath(m_path, layer);
    QList<qint64>& layers = m_watched[path];
    if (!layers.contains(layer.id.number()))
        layers << layer.id.number();
    m_watcher.addPath(path);
}

void MapLibrary::readAgain(const QString& path)
{
    for (const qint64 id : m_watched.value(path)) {
        const auto entry = m_entries.find(id);
        if (entry == m_entries.end())
            continue;
        entry->whole.shapes = {};
        queue(id);
        Q_EMIT changed(project::LayerId(id));
    }
    // One put in its place is another one; until then its folder tells when it comes.
    m_watcher.addPath(QFileInfo::exists(path) ? path : QFileInfo(path).path());
    loadNext();
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
    return found != m_entries.cend() && found->layer.shapes ? &found->layer : nullptr;
}

QMap<QString, qint64> MapLibrary::values(project::LayerId id) const
{
    return m_entries.value(id.number()).values;
}

QMap<QString, qint64> MapLibrary::missing(project::LayerId id) const
{
    const auto found = m_entries.constFind(id.number());
    return found != m_entries.cend() && found->layer.shapes
               ? draw::withoutSymbol(found->values, found->whole.style)
               : QMap<QString, qint64>();
}

std::optional<spatial::Box> MapLibrary::extent() const
{
    std::optional<spatial::Box> all;
    for (const Entry& one : m_entries) {
        if (!one.layer.shapes || one.layer.shapes->count() == 0)
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
            Entry entry;
            entry.made = madeFrom(layer);
            entry.filter = draw::viewOf(*year, layer).filter;
            entry.whole.style = styleOf(layer);
            m_entries.insert(id.number(), entry);
            queue(id.number());
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
    const project::Layer* const deciding = draw::planeLayer(*year, year->info.year);
    const project::Layer planeOf = deciding ? *deciding : layer;
    const QString path = m_path;
    const std::optional<gdal::Crs> plane = m_plane;
    const qint64 id = m_loading;
    const Entry wanted = m_entries.value(id);
    const int status = year->info.year;
    watch(layer);
    m_job = m_jobs->start<Loaded>(
        tr("读取图形：%1").arg(layer.name),
        [layer, planeOf, path, plane, wanted,
         status](const CancelToken& cancel, const ProgressSink& progress) -> Result<Loaded> {
            auto in = plane ? Result<gdal::Crs>(*plane) : draw::planeFor(path, planeOf);
            if (!in)
                in = draw::planeFor(path, layer);
            if (!in)
                return in.error();
            Loaded loaded{*in, wanted.whole, {}, wanted.values};
            if (!loaded.whole.shapes) {
                const draw::ShapeCache cache(shapeCacheFolder());
                auto read =
                    draw::loadLayer(path, layer, *in, wanted.whole.style, cancel, progress, &cache);
                if (!read)
                    return read.error();
                loaded.whole = *std::move(read);
                loaded.values = draw::valuesOf(loaded.whole);
            }
            loaded.layer = loaded.whole;
            if (!wanted.filter.isEmpty()) {
                const auto taken = draw::takenBy(path, layer, *loaded.whole.shapes, *in,
                                                 wanted.filter, status, cancel);
                if (!taken)
                    return taken.error();
                loaded.layer = draw::onlyTaken(loaded.whole, *taken);
            }
            return loaded;
        },
        this,
        [this, id, wanted](const Result<Loaded>& loaded) {
            m_job = 0;
            const auto entry = m_entries.find(id);
            // Another answer is on its way where this one is late.
            if (entry != m_entries.end() && entry->made == wanted.made &&
                entry->filter == wanted.filter && !m_queue.contains(id)) {
                take(*entry, id, loaded);
                Q_EMIT changed(project::LayerId(id));
            }
            loadNext();
        });
}

void MapLibrary::take(Entry& entry, qint64 id, const Result<Loaded>& loaded)
{
    if (!loaded) {
        entry.state = State::Failed;
        entry.whole.shapes = {};
        entry.layer = {};
        entry.values.clear();
        entry.fault = loaded.error().code() == ErrorCode::Cancelled
                          ? tr("已取消读取；取消勾选再勾上，就重新读取。")
                          : loaded.error().message();
        return;
    }
    m_plane = loaded->plane;
    const draw::LayerStyle style = entry.whole.style; // it may have changed meanwhile
    entry.whole = loaded->whole;
    entry.layer = loaded->layer;
    entry.values = loaded->values;
    if (entry.filter.isEmpty())
        entry.whole.style = entry.layer.style = style;
    entry.state = State::Ready;
    entry.fault.clear();
    const auto year = m_session->data();
    if (const project::Layer* const layer = year ? year->layer(project::LayerId(id)) : nullptr)
        entry.layer.style.opacity = entry.whole.style.opacity * draw::viewOf(*year, *layer).opacity;
}

} // namespace checkup::workspace
