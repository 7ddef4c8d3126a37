#include "app/workspace/maps/shape_preparing.h"

#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "core/draw/project_layers.h"
#include "core/draw/project_symbols.h"

#include <QDir>
#include <QStandardPaths>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

QString shapeCacheFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(u"shapes"_s);
}

ShapePreparing::ShapePreparing(Session* session, Jobs* jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(jobs)
{
    connect(session, &Session::dataChanged, this, &ShapePreparing::look);
}

void ShapePreparing::look()
{
    const auto year = m_session->data();
    const bool isKnown = year && m_session->path() == m_path;
    m_path = m_session->path();
    QHash<qint64, QString> now;
    for (const project::Layer& layer : year ? year->layers : QList<project::Layer>()) {
        now.insert(layer.id.number(), layer.sha256);
        if (isKnown && layer.features >= m_least &&
            m_known.value(layer.id.number()) != layer.sha256)
            m_waiting << layer;
    }
    m_known = now;
    m_waiting.removeIf([&now](const project::Layer& layer) {
        return now.value(layer.id.number()) != layer.sha256;
    });
    next();
}

void ShapePreparing::next()
{
    const auto year = m_session->data();
    if (m_job != 0 || m_waiting.isEmpty() || !year)
        return;
    const project::Layer layer = m_waiting.takeFirst();
    const project::Layer* const deciding = draw::planeLayer(*year, year->info.year);
    const project::Layer planeOf = deciding ? *deciding : layer;
    const draw::LayerStyle style =
        draw::symbolsOf(*year).all.styleOf(layer.role, layer.classSystem);
    m_job = m_jobs->start<bool>(
        tr("准备图形：%1").arg(layer.name),
        [path = m_path, layer, planeOf, style](const CancelToken& cancel,
                                               const ProgressSink& progress) -> Result<bool> {
            const auto plane = draw::planeFor(path, planeOf);
            if (!plane)
                return plane.error();
            const draw::ShapeCache cache(shapeCacheFolder());
            const auto made = draw::loadLayer(path, layer, *plane, style, cancel, progress, &cache);
            return made ? Result<bool>(true) : made.error();
        },
        this,
        [this](const Result<bool>&) {
            // What is wrong with a layer is told where it is shown.
            m_job = 0;
            next();
        });
}

} // namespace checkup::workspace
