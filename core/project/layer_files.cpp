#include "core/project/layer_files.h"

#include "core/base/file_tools.h"
#include "core/project/database.h"
#include "core/project/writer_lock.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSqlError>
#include <QSqlRecord>

#include <algorithm>
#include <map>
#include <mutex>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

bool isConnection(const QString& path)
{
    return path.startsWith(u"PG:");
}

QString contentOf(const Layer& layer)
{
    return QJsonDocument::fromJson(layer.health.toUtf8()).object().value(contentKey).toString();
}

/// Length first, so that no two rows run together.
void addCell(QCryptographicHash& hash, const QVariant& value)
{
    QByteArray bytes;
    char kind = 't';
    if (value.isNull()) {
        kind = '0';
    } else if (value.typeId() == QMetaType::QByteArray) {
        kind = 'b';
        bytes = value.toByteArray();
    } else if (value.typeId() == QMetaType::Double) {
        kind = 'd';
        bytes = QByteArray::number(value.toDouble(), 'g', 17);
    } else {
        bytes = value.toString().toUtf8();
    }
    hash.addData(QByteArray(1, kind) + QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
}

Result<LayerHealth> compared(const Result<TableFacts>& facts, const Layer& layer)
{
    if (!facts && facts.error().code() == ErrorCode::Cancelled)
        return facts.error();
    if (!facts)
        return facts.error().code() == ErrorCode::NotFound ? LayerHealth::Vanished
                                                           : LayerHealth::Changed;
    return facts->sha256 == contentOf(layer) && facts->rows == layer.features
               ? LayerHealth::Fine
               : LayerHealth::Changed;
}

} // namespace

QString layerPath(const QString& projectPath, const Layer& layer)
{
    if (layer.isInside())
        return projectPath;
    if (isConnection(layer.path))
        return layer.path;
    return QDir::cleanPath(QFileInfo(projectPath).absoluteDir().absoluteFilePath(layer.path));
}

QStringList layerFiles(const QString& path)
{
    const QFileInfo info(path);
    QStringList files;
    if (info.isDir()) {
        QDirIterator all(path, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString file = all.next();
            if (!file.endsWith(u".lock", Qt::CaseInsensitive))
                files << file;
        }
        files.sort();
        return files;
    }
    files << path;
    if (info.suffix().compare(u"shp"_s, Qt::CaseInsensitive) != 0)
        return files;
    const QStringList companions{u"shx"_s, u"dbf"_s, u"prj"_s, u"cpg"_s};
    const QStringList names = info.dir().entryList(QDir::Files, QDir::Name);
    for (const QString& companion : companions) {
        for (const QString& name : names) {
            const QFileInfo other(info.dir().filePath(name));
            if (other.completeBaseName() == info.completeBaseName() &&
                other.suffix().toLower() == companion)
                files << other.filePath();
        }
    }
    return files;
}

Result<LayerDigest> digestLayerFiles(const QString& path, const CancelToken& cancel,
                                     const ProgressSink& progress)
{
    if (isConnection(path))
        return LayerDigest{
            QString::fromLatin1(
                QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex()),
            0};
    const QStringList files = layerFiles(path);
    LayerDigest digest;
    if (files.size() == 1 && QFileInfo(path).isFile()) {
        const Result<QString> only = sha256OfFile(path, cancel);
        if (!only)
            return only.error();
        return LayerDigest{*only, QFileInfo(path).size()};
    }
    QCryptographicHash all(QCryptographicHash::Sha256);
    qsizetype done = 0;
    for (const QString& file : files) {
        tellProgress(progress, double(done++) / double(files.size()),
                     Text::tr("正在计算散列 %1").arg(QFileInfo(file).fileName()));
        const Result<QString> one = sha256OfFile(file, cancel);
        if (!one)
            return one.error();
        // A shapefile renamed is the same shapefile.
        const QString name = QFileInfo(path).isDir() ? QDir(path).relativeFilePath(file)
                                                     : QFileInfo(file).suffix().toLower();
        all.addData(u"%1 %2\n"_s.arg(name, *one).toUtf8());
        digest.size += QFileInfo(file).size();
    }
    digest.sha256 = QString::fromLatin1(all.result().toHex());
    return digest;
}

namespace {

QString stampOf(const QStringList& files)
{
    QString stamp;
    for (const QString& file : files) {
        const QFileInfo info(file);
        stamp +=
            u"%1 %2 %3\n"_s.arg(file).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
    }
    return stamp;
}

} // namespace

Result<LayerDigest> DigestMemory::of(const QString& path, const CancelToken& cancel)
{
    return of(path, stampOf(layerFiles(path)), [&] { return digestLayerFiles(path, cancel); });
}

Result<LayerDigest> DigestMemory::of(const QString& name, const QString& stamp, const Take& take)
{
    if (!stamp.isEmpty()) {
        const std::lock_guard locked(m_guard);
        const auto known = m_known.constFind(name);
        if (known != m_known.constEnd() && known->stamp == stamp)
            return known->digest;
    }
    // Not under the lock: others ask for other things meanwhile.
    const auto digest = take();
    if (digest && !stamp.isEmpty()) {
        const std::lock_guard locked(m_guard);
        m_known.insert(name, {stamp, *digest});
    }
    return digest;
}

Result<TableFacts> tableFacts(const Database& database, const QString& table,
                              const CancelToken& cancel)
{
    const Result<bool> there = database.hasTable(table);
    if (!there)
        return there.error();
    if (!*there)
        return Error(
            ErrorCode::NotFound,
            Text::tr("%1 里没有图层表 %2。").arg(QDir::toNativeSeparators(database.path()), table));
    const QString statement = u"SELECT * FROM %1 ORDER BY 1"_s.arg(quoted(table));
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return database.failure(query.lastError(), statement);
    TableFacts facts;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const int columns = query.record().count();
    for (int i = 0; i < columns; ++i)
        addCell(hash, query.record().fieldName(i));
    while (query.next()) {
        if (facts.rows % 500 == 0 && cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消检查。"));
        ++facts.rows;
        for (int i = 0; i < columns; ++i)
            addCell(hash, query.value(i));
    }
    if (query.lastError().isValid())
        return database.failure(query.lastError(), statement);
    facts.sha256 = QString::fromLatin1(hash.result().toHex());
    return facts;
}

Result<TableFacts> tableFacts(const QString& path, const QString& table, const CancelToken& cancel)
{
    if (!QFileInfo(path).isFile())
        return Error(ErrorCode::NotFound,
                     Text::tr("找不到文件 %1，请检查路径。").arg(QDir::toNativeSeparators(path)));
    const auto database = Database::open(path, Access::Frozen);
    if (!database)
        return database.error();
    return tableFacts(**database, table, cancel);
}

namespace {

/// tableFacts, or what is remembered of them. Tables of the project file itself are stamped by our
/// holding it: the file changes with every edit, the table by nobody's hand.
Result<TableFacts> rememberedFacts(const QString& projectPath, const QString& path,
                                   const Layer& layer, const CancelToken& cancel,
                                   DigestMemory* memory)
{
    if (!memory)
        return tableFacts(path, layer.layer, cancel);
    QString stamp;
    if (!layer.isInside())
        stamp = stampOf({path, path + u"-wal"_s});
    else if (writerOf(projectPath) == Writer::Here)
        stamp = u"here"_s;
    const auto digest = memory->of(
        path + u'\n' + layer.layer + u'\n' + contentOf(layer), stamp, [&]() -> Result<LayerDigest> {
            const auto facts = tableFacts(path, layer.layer, cancel);
            return facts ? Result<LayerDigest>(LayerDigest{facts->sha256, facts->rows})
                         : facts.error();
        });
    return digest ? Result<TableFacts>(TableFacts{digest->size, digest->sha256}) : digest.error();
}

} // namespace

QString key(LayerHealth state)
{
    switch (state) {
    case LayerHealth::Fine:
        return u"fine"_s;
    case LayerHealth::Vanished:
        return u"vanished"_s;
    case LayerHealth::Changed:
        return u"changed"_s;
    case LayerHealth::Remote:
        return u"remote"_s;
    }
    return {};
}

QString label(LayerHealth state)
{
    switch (state) {
    case LayerHealth::Fine:
        return Text::tr("完好");
    case LayerHealth::Vanished:
        return Text::tr("找不到");
    case LayerHealth::Changed:
        return Text::tr("已被改动");
    case LayerHealth::Remote:
        return Text::tr("在数据库中，未核对");
    }
    return {};
}

Result<LayerHealth> checkInside(const Database& database, const Layer& layer,
                                const CancelToken& cancel)
{
    return compared(tableFacts(database, layer.layer, cancel), layer);
}

Result<LayerHealth> checkLayer(const QString& projectPath, const Layer& layer,
                               const CancelToken& cancel, DigestMemory* memory)
{
    const QString path = layerPath(projectPath, layer);
    if (isConnection(path))
        return LayerHealth::Remote;
    if (layer.isInside() || !contentOf(layer).isEmpty())
        return compared(rememberedFacts(projectPath, path, layer, cancel, memory), layer);
    if (!QFileInfo::exists(path))
        return LayerHealth::Vanished;
    const auto digest = memory ? memory->of(path, cancel) : digestLayerFiles(path, cancel);
    if (!digest && digest.error().code() == ErrorCode::Cancelled)
        return digest.error();
    if (!digest)
        return LayerHealth::Vanished;
    return digest->size == layer.size && digest->sha256 == layer.sha256 ? LayerHealth::Fine
                                                                        : LayerHealth::Changed;
}

Writer writerOf(const QString& projectPath, QString* holder)
{
    const QString other = WriterLock::holderOf(projectPath);
    if (other.isEmpty())
        return Writer::Nobody;
    qint64 process = 0;
    QString host, program;
    const QLockFile probe(WriterLock::lockPath(projectPath));
    if (probe.getLockInfo(&process, &host, &program) &&
        process == QCoreApplication::applicationPid())
        return Writer::Here;
    if (holder)
        *holder = other;
    return Writer::Other;
}

void keepSharedLock([[maybe_unused]] const QString& projectPath)
{
#ifdef Q_OS_UNIX
    if (writerOf(projectPath) != Writer::Here)
        return;
    // Descriptors stay open, since closing one would take the lock away again; SQLite's own closing
    // of the project does, which is then right. One a project.
    static std::mutex guard;
    static std::map<QString, int> descriptors;
    const std::lock_guard locked(guard);
    const QString name = QFileInfo(projectPath).canonicalFilePath();
    auto known = descriptors.find(name);
    if (known == descriptors.end()) {
        const int opened = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
        if (opened < 0)
            return;
        known = descriptors.emplace(name, opened).first;
    }
    struct flock lock = {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000 + 2; // SQLite's file format: the lock-byte page, shared range
    lock.l_len = 510;
    (void)::fcntl(known->second, F_SETLK, &lock);
#endif
}

} // namespace checkup::project
