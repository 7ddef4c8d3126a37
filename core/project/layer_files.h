#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/spatial_records.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <mutex>

/// Where a project's layers are and whether they are what they were when they were taken.
namespace checkup::project {

class Database;

/// Where a layer is to be read: the project file itself, a file or folder (absolute), or a
/// database's connection.
QString layerPath(const QString& projectPath, const Layer& layer);

/// The files that make a layer's source up, the named one first: a shapefile's companions, all of a
/// .gdb folder but its locks, else the file alone.
QStringList layerFiles(const QString& path);

/// Of all those files together: what they are called, how long they are, what is in them.
struct LayerDigest
{
    QString sha256;
    qint64 size = 0; ///< bytes
};
/// NotFound, Io, Cancelled. A connection's digest is that of its text.
Result<LayerDigest> digestLayerFiles(const QString& path, const CancelToken& cancel = {},
                                     const ProgressSink& progress = {});

/// Digests of what has been read before and has had the same stamp since (sizes and times of files,
/// counters of a database): who looks at a project's layers again and again does not read gigabytes
/// for it. Any thread.
class DigestMemory
{
public:
    /// As digestLayerFiles().
    Result<LayerDigest> of(const QString& path, const CancelToken& cancel = {});
    /// What `take` finds under a name, or what it found when the stamp was the same. An empty stamp
    /// stands for none: it is always taken.
    using Take = std::function<Result<LayerDigest>()>;
    Result<LayerDigest> of(const QString& name, const QString& stamp, const Take& take);

private:
    struct Known
    {
        QString stamp;
        LayerDigest digest;
    };
    std::mutex m_guard;
    QHash<QString, Known> m_known;
};

/// What a feature table holds, its spatial index left out.
struct TableFacts
{
    qint64 rows = 0;
    QString sha256; ///< of all its columns and rows in the order of their keys
};
/// NotFound when there is no such table.
Result<TableFacts> tableFacts(const Database& database, const QString& table,
                              const CancelToken& cancel = {});
/// The same of a GeoPackage that others may have open.
Result<TableFacts> tableFacts(const QString& path, const QString& table,
                              const CancelToken& cancel = {});

enum class LayerHealth {
    Fine,
    Vanished, ///< no such file or table
    Changed,  ///< other content than what was taken
    Remote,   ///< in a database: not looked at
};
QString key(LayerHealth); ///< fine, vanished, changed, remote
QString label(LayerHealth);

/// A layer inside: its table against what was taken.
Result<LayerHealth> checkInside(const Database& database, const Layer& layer,
                                const CancelToken& cancel = {});
/// Compares a layer with what was taken: tables (those in other GeoPackages too, when they were
/// made by this program) by their content, files by size and digest. Reads all of it but for what
/// `memory` knows: tables inside as long as this process holds the project for writing, so that no
/// other may change them. Fails with Cancelled only.
Result<LayerHealth> checkLayer(const QString& projectPath, const Layer& layer,
                               const CancelToken& cancel = {}, DigestMemory* memory = nullptr);

/// Layer::health's key for TableFacts::sha256.
inline constexpr QLatin1StringView contentKey("content");

/// Whether this process holds the project for writing, nobody does, or someone else does (then
/// who).
enum class Writer { Here, Nobody, Other };
Writer writerOf(const QString& projectPath, QString* holder = nullptr);

/// To be called whenever something other than SQLite (GDAL, to see what kind of file it is) has
/// opened and closed a project that this process may have open: POSIX takes all of a process's
/// locks on a file away with the first descriptor that is closed, and another process would then
/// take the write-ahead log for abandoned and delete it. Sets SQLite's shared lock again where this
/// process holds the project for writing.
void keepSharedLock(const QString& projectPath);

} // namespace checkup::project
