#pragma once

#include "core/project/year_data.h"

#include <QHash>
#include <QObject>

namespace checkup::workspace {

class Jobs;
class Session;

/// Where shapes of layers are kept between sessions; see draw::ShapeCache.
QString shapeCacheFolder();

/// Makes the shapes of a large layer ready to be drawn as soon as it is taken in, one after the
/// other, so that its first picture is there at once when the maps are opened. What was in the file
/// when it was opened is left alone: it was made ready then, or will be when it is asked for. Lives
/// in the interface thread.
class ShapePreparing : public QObject
{
    Q_OBJECT
public:
    ShapePreparing(Session* session, Jobs* jobs, QObject* parent);

    /// Layers with fewer features are read fast enough when they are asked for.
    void setLeast(qint64 features) { m_least = features; }

private:
    void look();
    void next();

    Session* m_session;
    Jobs* m_jobs;
    QString m_path;
    QHash<qint64, QString> m_known; ///< digests of the file's layers
    QList<project::Layer> m_waiting;
    qint64 m_least = 20'000;
    int m_job = 0;
};

} // namespace checkup::workspace
