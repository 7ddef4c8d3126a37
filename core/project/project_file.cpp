#include "core/project/project_file.h"

#include "core/project/audit.h"
#include "core/project/contents.h"
#include "core/project/documents.h"
#include "core/project/migrations.h"
#include "core/project/new_file.h"
#include "core/project/reading.h"
#include "core/project/row_writer.h"
#include "core/project/rows.h"
#include "core/project/writer_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMutex>
#include <QSqlError>
#include <QStorageInfo>

#include <cstdio>
#include <map>
#include <sqlite3.h>

namespace checkup::project {

using namespace Qt::StringLiterals;

struct ProjectFile::State
{
    QString path;
    std::unique_ptr<Database> database;
    WriterLock lock;
    bool readOnly = false;
    QString reason, holder, backup;
    SchemaOutcome outcome = SchemaOutcome::Current;
};

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

QMutex personMutex;
QString personName;

QString person()
{
    const QMutexLocker guard(&personMutex);
    if (!personName.isEmpty())
        return personName;
    for (const char* const variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    return Text::tr("未署名");
}

QString shown(const QString& path)
{
    return QDir::toNativeSeparators(path);
}

Error closedError()
{
    return {ErrorCode::Internal, Text::tr("项目文件已关闭，请重新打开。")};
}

QString compact(const QJsonObject& row)
{
    return row.isEmpty() ? u""_s
                         : QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact));
}

/// WAL needs memory shared between all who have the file open, which network folders do not give.
bool isOnNetwork(const QString& path)
{
    const QByteArray type = QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType().toLower();
    for (const char* const name : {"nfs", "cifs", "smb", "fuse.sshfs", "9p", "davfs", "afs"}) {
        if (type.startsWith(name))
            return true;
    }
    return false;
}

/// A file beside the target under which it is built; what a crash left there is cleared away.
QString partPath(const QString& path)
{
    const QFileInfo file(path);
    return file.absolutePath() + u"/."_s + file.fileName() + u".part"_s;
}

void removePart(const QString& part)
{
    for (const QString& suffix : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(part + suffix);
}

Result<void> checkFolder(const QString& path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return Error(ErrorCode::NotFound,
                     Text::tr("文件夹 %1 不存在，无法写入 %2；请先建立文件夹。")
                         .arg(shown(folder.filePath()), QFileInfo(path).fileName()));
    if (!folder.isWritable())
        return Error(ErrorCode::ReadOnly,
                     Text::tr("文件夹 %1 不能写入，无法保存 %2；请换一个文件夹。")
                         .arg(shown(folder.filePath()), QFileInfo(path).fileName()));
    return {};
}

Result<void> renamePart(const QString& part, const QString& path)
{
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    removePart(part);
    return Error(ErrorCode::Io,
                 Text::tr("无法把 %1 改名为目标文件，请检查文件夹权限。").arg(shown(path)),
                 qt_error_string());
}

Result<void> writeCopy(const Database& from, const QString& path, const CancelToken& cancel,
                       const ProgressSink& progress)
{
    Result<void> writable = checkFolder(path);
    if (!writable)
        return writable;
    const QString part = partPath(path);
    removePart(part);
    Result<void> done;
    {
        auto opened = Database::open(part, Access::Write);
        if (!opened)
            return opened.error();
        const Database& to = **opened;
        sqlite3_backup* const backup =
            sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
        int code = backup ? SQLITE_OK : SQLITE_ERROR;
        constexpr int pagesAtOnce = 256;
        for (int waits = 0; code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED;) {
            if (cancel.isCancelled()) {
                code = SQLITE_INTERRUPT;
                break;
            }
            code = sqlite3_backup_step(backup, pagesAtOnce);
            if ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && ++waits > 60)
                break;
            if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
                sqlite3_sleep(50);
            const int all = sqlite3_backup_pagecount(backup);
            if (all > 0)
                tellProgress(progress, 1.0 - double(sqlite3_backup_remaining(backup)) / all,
                             Text::tr("正在备份"));
        }
        if (backup)
            sqlite3_backup_finish(backup);
        if (code == SQLITE_INTERRUPT) {
            done = Error(ErrorCode::Cancelled, Text::tr("已取消备份，没有留下文件。"));
        } else if (code != SQLITE_DONE) {
            const QSqlError error({}, QString::fromUtf8(sqlite3_errmsg(to.handle())),
                                  QSqlError::StatementError, QString::number(code));
            done = to.failure(error, u"sqlite3_backup_step"_s);
        } else {
            // The copy inherits the WAL mark of an open original.
            const auto mode = to.scalar(u"PRAGMA journal_mode=DELETE"_s);
            if (!mode)
                done = mode.error();
        }
    }
    if (!done) {
        removePart(part);
        return done;
    }
    return renamePart(part, path);
}

/// "NAME.schema-1.bak.gpkg"; an older copy of that name is kept too.
QString upgradeCopyPath(const QString& path, int schema)
{
    const QFileInfo file(path);
    const QString stem = file.absolutePath() + u'/' + file.completeBaseName();
    QString copy = u"%1.schema-%2.bak.gpkg"_s.arg(stem).arg(schema);
    for (int number = 2; QFileInfo::exists(copy); ++number)
        copy = u"%1.schema-%2.bak-%3.gpkg"_s.arg(stem).arg(schema).arg(number);
    return copy;
}

Result<void> checkIsProject(const Database& database, const QString& path)
{
    const Result<bool> info = database.hasTable(u"cc_info"_s);
    if (!info)
        return info.error();
    const Result<bool> schema = database.hasTable(u"cc_schema"_s);
    if (!schema)
        return schema.error();
    if (*info && *schema)
        return {};
    const Result<bool> geopackage = database.hasTable(u"gpkg_contents"_s);
    if (geopackage && *geopackage)
        return Error(
            ErrorCode::NotAProject,
            Text::tr("%1 是 GeoPackage "
                     "数据，但不是体检年度项目；请在“数据采集”中作为图层导入，或打开项目文件。")
                .arg(shown(path)));
    return Error(ErrorCode::NotAProject,
                 Text::tr("%1 是数据库，但不是体检年度项目；请选择由本软件新建的 .gpkg 文件。")
                     .arg(shown(path)));
}

Result<void> checkHead(const QString& path, FileHead& head)
{
    const QFileInfo file(path);
    if (!file.exists())
        return Error(ErrorCode::NotFound,
                     Text::tr("找不到项目文件 %1，请检查路径。").arg(shown(path)));
    if (!file.isFile())
        return Error(ErrorCode::NotAProject,
                     Text::tr("%1 是文件夹，不是项目文件；请选择 .gpkg 文件。").arg(shown(path)));
    const Result<FileHead> read = readHead(path);
    if (!read)
        return read.error();
    head = *read;
    if (!head.sqlite)
        return Error(
            ErrorCode::NotAProject,
            file.size() == 0
                ? Text::tr("%1 是空文件，不是体检年度项目；请改用备份或新建项目。").arg(shown(path))
                : Text::tr("%1 不是体检年度项目；请选择由本软件新建的 .gpkg 文件。")
                      .arg(shown(path)));
    if (head.truncated)
        return Error(ErrorCode::Damaged,
                     Text::tr("%1 不完整（可能复制或下载中断），无法打开；请重新复制或改用备份。")
                         .arg(shown(path)));
    return {};
}

/// In a set, the first rivals of one figure each say "adopted": the best source's stays so.
Result<void> settleAdoption(const Database& database, QList<RowChange>& changes)
{
    QHash<QString, QList<qsizetype>> claims;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const RowChange& change = changes.at(i);
        if (change.table != Table::Values || !change.before.isEmpty() ||
            change.after.value("adopted"_L1).toInt() != 1 ||
            !change.after.value("adoption_reason"_L1).toString().isEmpty() || change.row > 0)
            continue;
        claims[u"%1\n%2\n%3"_s.arg(change.after.value("subject"_L1).toString())
                   .arg(change.after.value("region_id"_L1).toInteger())
                   .arg(change.after.value("year"_L1).toInteger())]
            << i;
    }
    QHash<qint64, int> ranks;
    QSqlQuery query(database.connection());
    if (!query.exec(u"SELECT id, rank FROM cc_sources"_s))
        return database.failure(query.lastError(), u"SELECT id, rank FROM cc_sources"_s);
    while (query.next())
        ranks.insert(query.value(0).toLongLong(), query.value(1).toInt());
    const auto isBetter = [&](const RowChange& a, const RowChange& b) {
        const bool presentA = a.after.value("state"_L1).toString() == u"present";
        const bool presentB = b.after.value("state"_L1).toString() == u"present";
        if (presentA != presentB)
            return presentA;
        return ranks.value(a.after.value("source_id"_L1).toInteger()) <
               ranks.value(b.after.value("source_id"_L1).toInteger());
    };
    for (const QList<qsizetype>& rivals : std::as_const(claims)) {
        qsizetype best = rivals.first();
        for (const qsizetype rival : rivals) {
            if (isBetter(changes.at(rival), changes.at(best)))
                best = rival;
        }
        for (const qsizetype rival : rivals) {
            if (rival != best)
                changes[rival].after.insert(u"adopted"_s, 0);
        }
    }
    return {};
}

Result<qint64> newestAudit(const Database& database)
{
    const Result<QVariant> newest =
        database.scalar(u"SELECT coalesce(max(number), 0) FROM cc_audit"_s);
    if (!newest)
        return newest.error();
    return newest->toLongLong();
}

/// In digest order, so that the same edit makes the same file.
Result<void> storeContents(const Database& database, const QHash<QString, QByteArray>& contents)
{
    QStringList digests = contents.keys();
    digests.sort();
    for (const QString& digest : std::as_const(digests)) {
        const Result<void> stored = storeContent(database, digest, contents.value(digest));
        if (!stored)
            return stored;
    }
    return {};
}

/// A snapshot without a number names what is in the file before its own set is written.
Result<void> placeSnapshots(const Database& database, QList<RowChange>& changes)
{
    for (RowChange& change : changes) {
        const auto number = change.after.find(u"audit_number"_s);
        if (change.table != Table::Snapshots || number == change.after.end() ||
            number->toInteger() != 0)
            continue;
        const Result<qint64> newest = newestAudit(database);
        if (!newest)
            return newest.error();
        *number = *newest;
    }
    return {};
}

/// What became of one row over several changes. A change may hold some columns only: the first
/// `before` and the last `after` of each column count.
struct NetChange
{
    RowChange change;
    bool existed = false; ///< before the first change
    bool exists = false;  ///< after the last one

    void add(const QJsonObject& before, const QJsonObject& after)
    {
        for (auto column = before.begin(); existed && column != before.end(); ++column) {
            if (!change.before.contains(column.key()))
                change.before.insert(column.key(), column.value());
        }
        exists = !after.isEmpty();
        if (!exists)
            change.after = {};
        for (auto column = after.begin(); column != after.end(); ++column)
            change.after.insert(column.key(), column.value());
    }

    RowChange result() const
    {
        if (!existed || !exists)
            return change;
        RowChange moved{change.table, change.row, {}, {}};
        for (auto column = change.after.begin(); column != change.after.end(); ++column) {
            if (change.before.value(column.key()) == column.value())
                continue;
            moved.before.insert(column.key(), change.before.value(column.key()));
            moved.after.insert(column.key(), column.value());
        }
        return moved;
    }
};

constexpr auto auditColumns =
    "number, at, person, label, table_name, row_id, before, after, reason"_L1;

Result<QList<AuditEntry>> readEntries(const Database& database, const QString& statement,
                                      const QVariantList& bound)
{
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return database.failure(query.lastError(), statement);
    for (const QVariant& value : bound)
        query.addBindValue(value);
    if (!query.exec())
        return database.failure(query.lastError(), statement);
    QList<AuditEntry> entries;
    while (query.next()) {
        entries << AuditEntry{query.value(0).toLongLong(),
                              QDateTime::fromString(query.value(1).toString(), Qt::ISODateWithMs),
                              query.value(2).toString(),
                              query.value(3).toString(),
                              query.value(4).toString(),
                              query.value(5).toLongLong(),
                              query.value(6).toString(),
                              query.value(7).toString(),
                              query.value(8).toString()};
    }
    if (query.lastError().isValid())
        return database.failure(query.lastError(), statement);
    return entries;
}

/// "WITH mine(kind, id) AS (...) ": all rows, there or gone, that belong to an indicator or
/// quantity. A row that is gone is known by the whole row that its audit holds. Puts what it binds
/// before `bound`.
QString rowsOfSubject(const QString& subject, QVariantList& bound)
{
    struct Owned
    {
        Table table;
        QString column;
    };
    static const QList<Owned> owned{
        {Table::Values, u"subject"_s},       {Table::Documents, u"subject"_s},
        {Table::Tasks, u"subject"_s},        {Table::Goals, u"indicator"_s},
        {Table::Benchmarks, u"indicator"_s}, {Table::Indicators, u"code"_s},
        {Table::Quantities, u"key"_s},
    };
    QStringList selects;
    QVariantList own;
    for (const Owned& kind : owned) {
        selects << u"SELECT '%1', id FROM %2 WHERE %3 = ?"_s.arg(key(kind.table),
                                                                 sqlName(kind.table), kind.column);
        own << subject;
    }
    for (const Owned& kind : owned) {
        selects << u"SELECT table_name, row_id FROM cc_audit WHERE table_name = '%1' AND "
                   "after = '' AND instr(before, ?)"_s.arg(key(kind.table));
        const QString row = compact({{kind.column, subject}});
        own << row.sliced(1, row.size() - 2);
    }
    bound = own + bound;
    return u"WITH mine(kind, id) AS (%1) "_s.arg(selects.join(u" UNION "_s));
}

} // namespace

QJsonObject AuditEntry::beforeRow() const
{
    return QJsonDocument::fromJson(before.toUtf8()).object();
}

QJsonObject AuditEntry::afterRow() const
{
    return QJsonDocument::fromJson(after.toUtf8()).object();
}

ProjectFile::ProjectFile(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;

ProjectFile& ProjectFile::operator=(ProjectFile&& other) noexcept
{
    if (this != &other) {
        (void)close();
        m_state = std::move(other.m_state);
    }
    return *this;
}

ProjectFile::~ProjectFile()
{
    (void)close();
}

const QString& ProjectFile::path() const
{
    return m_state->path;
}

bool ProjectFile::isReadOnly() const
{
    return m_state->readOnly;
}

QString ProjectFile::readOnlyReason() const
{
    return m_state->reason;
}

QString ProjectFile::lockHolder() const
{
    return m_state->holder;
}

SchemaOutcome ProjectFile::schemaOutcome() const
{
    return m_state->outcome;
}

QString ProjectFile::backupMade() const
{
    return m_state->backup;
}

void ProjectFile::setPerson(const QString& name)
{
    const QMutexLocker guard(&personMutex);
    personName = name;
}

QString ProjectFile::currentPerson()
{
    return person();
}

namespace {

Result<ProjectFile> createFrom(const QString& path, const NewYear& year, const Carried* carried,
                               const QString& label)
{
    if (QFileInfo::exists(path))
        return Error(ErrorCode::BadUsage,
                     Text::tr("%1 已存在，新建项目不会覆盖它；请换一个文件名。").arg(shown(path)));
    const Result<void> writable = checkFolder(path);
    if (!writable)
        return writable.error();
    const Result<QList<Migration>> steps = readMigrations();
    if (!steps)
        return steps.error();
    const QString part = partPath(path);
    removePart(part);
    Result<void> done;
    {
        const auto database = Database::open(part, Access::Write);
        if (!database)
            return database.error();
        // Nobody sees the file before it is renamed, so its journal need not survive a crash.
        done = (*database)->run(u"PRAGMA journal_mode=MEMORY"_s);
        if (done)
            done = fillNewDatabase(**database, *steps, year, carried, label, person());
    }
    if (!done) {
        removePart(part);
        return done.error().wrap(
            Text::tr("未能新建项目 %1：%2").arg(shown(path), done.error().message()));
    }
    const Result<void> renamed = renamePart(part, path);
    if (!renamed)
        return renamed.error();
    return ProjectFile::open(path);
}

} // namespace

Result<ProjectFile> ProjectFile::create(const QString& path, const NewYear& year)
{
    return createFrom(path, year, nullptr,
                      Text::tr("新建 %1 %2 年度项目").arg(year.info.city).arg(year.info.year));
}

Result<ProjectFile> ProjectFile::open(const QString& path, OpenMode mode)
{
    FileHead head;
    const Result<void> headFits = checkHead(path, head);
    if (!headFits)
        return headFits.error();
    const Result<QList<Migration>> steps = readMigrations();
    if (!steps)
        return steps.error();

    auto state = std::make_unique<State>();
    state->path = QFileInfo(path).absoluteFilePath();
    const QFileInfo file(state->path);
    const QFileInfo target(file.canonicalFilePath());
    const bool writable = target.isWritable() && QFileInfo(target.absolutePath()).isWritable();
    state->readOnly = true;
    if (mode == OpenMode::ReadOnly) {
        state->reason = Text::tr("%1 以只读方式打开。").arg(file.fileName());
    } else if (!writable) {
        state->reason =
            Text::tr("%1 或所在文件夹不能写入，只能查看；要修改请先另存到可写的文件夹。")
                .arg(file.fileName());
    } else {
        switch (state->lock.take(state->path, person())) {
        case WriterLock::Outcome::Held:
            state->readOnly = false;
            break;
        case WriterLock::Outcome::HeldByOther:
            state->holder = WriterLock::holderOf(state->path);
            state->reason = Text::tr("%1 正由 %2 编辑，本窗口只能查看；对方关闭后请重新打开。")
                                .arg(file.fileName(), state->holder);
            break;
        case WriterLock::Outcome::NotWritable:
            state->reason =
                Text::tr("%1 所在的文件夹不能写入，只能查看；要修改请先另存到可写的文件夹。")
                    .arg(file.fileName());
            break;
        }
    }

    Access access = Access::Write;
    if (state->readOnly) {
        if (writable)
            access = Access::Query;
        else
            access = head.walMode && !QFileInfo::exists(state->path + u"-wal"_s) ? Access::Immutable
                                                                                 : Access::Frozen;
    }
    auto opened = Database::open(state->path, access);
    if (!opened)
        return opened.error();
    state->database = *std::move(opened);

    const Result<void> isProject = checkIsProject(*state->database, path);
    if (!isProject)
        return isProject.error();
    const Result<SchemaState> schema = schemaState(*state->database);
    if (!schema)
        return schema.error();
    state->outcome = schema->version < 1 ? SchemaOutcome::Damaged : compareSchema(*schema, *steps);
    switch (state->outcome) {
    case SchemaOutcome::NewerUnreadable:
        return Error(
            ErrorCode::NewerVersion,
            Text::tr(
                "%1 由更新版本的软件保存（结构版本 %2，本软件支持到 %3），无法打开；请升级本软件。")
                .arg(shown(path))
                .arg(schema->version)
                .arg(steps->last().version));
    case SchemaOutcome::NewerReadable:
        if (!state->readOnly) {
            const Result<void> quiet = state->database->run(u"PRAGMA query_only=ON"_s);
            if (!quiet)
                return quiet.error();
            state->readOnly = true;
            state->lock.release();
        }
        state->reason = Text::tr("%1 由更新版本的软件保存，只能查看；要修改请升级本软件。")
                            .arg(file.fileName());
        break;
    case SchemaOutcome::Upgraded: {
        Error failure;
        if (state->readOnly) {
            // An old file that must stay as it is gets upgraded in memory.
            auto memory = Database::openInMemory();
            if (!memory)
                return memory.error();
            const Result<void> copied = copyDatabase(*state->database, **memory);
            if (!copied)
                return copied.error();
            state->database = *std::move(memory);
        } else {
            state->backup = upgradeCopyPath(state->path, schema->version);
            const Result<void> kept = writeCopy(*state->database, state->backup, {}, {});
            if (!kept)
                return kept.error().wrap(Text::tr("升级 %1 之前未能保留副本，文件未作改动：%2")
                                             .arg(shown(path), kept.error().message()));
        }
        if (migrate(*state->database, *steps, &failure) != SchemaOutcome::Upgraded)
            return failure.wrap(
                Text::tr("未能把 %1 升级到本软件的版本：%2").arg(shown(path), failure.message()));
        break;
    }
    case SchemaOutcome::Damaged:
    case SchemaOutcome::UpgradeFailed:
        return Error(ErrorCode::Damaged,
                     Text::tr("%1 缺少结构版本，可能已损坏；请改用备份。").arg(shown(path)));
    case SchemaOutcome::Current:
        break;
    }

    if (!state->readOnly) {
        const auto journal =
            state->database->scalar(isOnNetwork(target.filePath()) ? u"PRAGMA journal_mode=DELETE"_s
                                                                   : u"PRAGMA journal_mode=WAL"_s);
        // Where WAL is impossible the file keeps its delete journal; only a busy or broken file is
        // an error.
        if (!journal && journal.error().code() != ErrorCode::Io)
            return journal.error();
    }
    return ProjectFile(std::move(state));
}

Result<YearData> ProjectFile::load(const CancelToken& cancel) const
{
    if (!m_state->database)
        return closedError();
    return readYear(*m_state->database, cancel);
}

Result<YearData> ProjectFile::reload(const YearData& previous, const ChangeSet& changes) const
{
    if (!m_state->database)
        return closedError();
    QSet<Table> tables;
    QSet<qint64> values;
    for (const RowChange& change : changes.changes) {
        tables << change.table;
        if (change.table == Table::Values)
            values << change.row;
    }
    return readTables(*m_state->database, previous, tables, values);
}

Result<ChangeSet> ProjectFile::commit(const ChangeSet& changes)
{
    if (!m_state->database)
        return closedError();
    if (m_state->readOnly)
        return Error(ErrorCode::ReadOnly, m_state->reason);
    ChangeSet done = changes;
    if (done.isEmpty())
        return done;

    const Database& database = *m_state->database;
    auto transaction = Transaction::begin(database, true);
    if (!transaction)
        return transaction.error();
    // References between rows of the set are checked at its end, whatever the order.
    const Result<void> deferred = database.run(u"PRAGMA defer_foreign_keys=ON"_s);
    if (!deferred)
        return deferred.error();

    RowWriter writer(database);
    const Result<void> settled = settleAdoption(database, done.changes);
    if (!settled)
        return settled.error();
    QHash<std::pair<Table, qint64>, qint64> ids;
    for (RowChange& change : done.changes) {
        if (change.row > 0)
            continue;
        const Result<qint64> id = writer.newId(sqlName(change.table));
        if (!id)
            return id.error();
        if (change.row < 0)
            ids.insert({change.table, change.row}, *id);
        change.row = *id;
    }
    for (RowChange& change : done.changes) {
        for (const Reference& reference : references()) {
            if (reference.from != change.table)
                continue;
            const auto column = change.after.find(reference.column);
            if (column != change.after.end() && column->toInteger() < 0)
                *column = ids.value({reference.to, column->toInteger()}, column->toInteger());
        }
    }

    const QString now = timeText(QDateTime::currentDateTimeUtc());
    const Result<void> stored = storeContents(database, done.contents);
    if (!stored)
        return stored.error();
    done.contents.clear();
    const Result<void> placed = placeSnapshots(database, done.changes);
    if (!placed)
        return placed.error();
    Result<AuditWriter> audit = AuditWriter::start(database, now, person());
    if (!audit)
        return audit.error();
    for (const RowChange& change : std::as_const(done.changes)) {
        const QString table = sqlName(change.table);
        if (change.before.isEmpty() && change.after.isEmpty())
            continue;
        if (!change.before.isEmpty()) {
            const Result<bool> same = writer.holds(table, change.row, change.before);
            if (!same)
                return same.error();
            if (!*same)
                return Error(
                    ErrorCode::Invalid,
                    Text::tr("“%1”未保存：%2 中的这条记录已被改动，请刷新后重试。")
                        .arg(done.label, shown(m_state->path)),
                    u"%1 %2: expected %3"_s.arg(table).arg(change.row).arg(compact(change.before)));
        }
        Result<void> written;
        if (change.before.isEmpty()) {
            const Result<qint64> inserted = writer.insert(table, change.row, change.after);
            if (!inserted)
                written = inserted.error();
        } else if (change.after.isEmpty()) {
            written = writer.remove(table, change.row);
        } else {
            written = writer.update(table, change.row, change.after);
        }
        if (!written)
            return written.error();
        const Result<void> noted =
            audit->append(done.label, done.reason, key(change.table), change.row,
                          compact(change.before), compact(change.after));
        if (!noted)
            return noted.error();
    }
    const Result<void> stamped = writer.update(u"cc_info"_s, ChangedAtRow, {{u"value"_s, now}});
    if (!stamped)
        return stamped.error();
    const Result<void> committed = (*transaction)->commit();
    if (!committed)
        return committed.error();
    m_state->lock.refresh();
    return done;
}

Result<QList<AuditEntry>> ProjectFile::audit(const AuditFilter& filter) const
{
    if (!m_state->database)
        return closedError();
    QStringList conditions;
    QVariantList bound;
    if (!filter.text.isEmpty()) {
        conditions << u"(instr(label, ?) OR instr(before, ?) OR instr(after, ?))"_s;
        bound << filter.text << filter.text << filter.text;
    }
    if (!filter.person.isEmpty()) {
        conditions << u"person = ?"_s;
        bound << filter.person;
    }
    if (filter.from.isValid()) {
        conditions << u"at >= ?"_s;
        bound << timeText(filter.from);
    }
    if (filter.to.isValid()) {
        conditions << u"at <= ?"_s;
        bound << timeText(filter.to);
    }
    if (filter.beforeNumber > 0) {
        conditions << u"number < ?"_s;
        bound << filter.beforeNumber;
    }
    if (!filter.table.isEmpty()) {
        conditions << u"table_name = ?"_s;
        bound << filter.table;
    }
    QString statement;
    if (!filter.subject.isEmpty()) {
        statement = rowsOfSubject(filter.subject, bound);
        conditions << u"(table_name, row_id) IN (SELECT kind, id FROM mine)"_s;
    }
    statement += u"SELECT "_s + auditColumns + u" FROM cc_audit"_s;
    if (!conditions.isEmpty())
        statement += u" WHERE "_s + conditions.join(u" AND "_s);
    statement += u" ORDER BY number DESC LIMIT ?"_s;
    bound << filter.limit;
    return readEntries(*m_state->database, statement, bound);
}

Result<QStringList> ProjectFile::auditPersons() const
{
    if (!m_state->database)
        return closedError();
    return m_state->database->column(u"SELECT DISTINCT person FROM cc_audit ORDER BY person"_s);
}

Result<ChangeSet> ProjectFile::step(qint64 number) const
{
    if (!m_state->database)
        return closedError();
    // A commit gives all its rows one time, to the millisecond, and numbers without gap.
    const auto written = readEntries(
        *m_state->database,
        u"SELECT "_s + auditColumns +
            u" FROM cc_audit WHERE (at, person, label) = (SELECT at, person, label FROM cc_audit "
            "WHERE number = ?) ORDER BY number"_s,
        {number});
    if (!written)
        return written.error();
    ChangeSet set;
    for (const AuditEntry& entry : *written) {
        const std::optional<Table> table = tableFromKey(entry.table);
        const QJsonObject before = entry.beforeRow();
        const QJsonObject after = entry.afterRow();
        if (!table || (before.isEmpty() && after.isEmpty()))
            continue;
        set.label = entry.label;
        set.reason = entry.reason;
        set.changes << RowChange{*table, entry.row, before, after};
    }
    if (set.isEmpty())
        return Error(ErrorCode::NotFound,
                     Text::tr("修改记录第 %1 条没有改动任何数据，无可恢复。").arg(number));
    return set;
}

Result<QList<RowChange>> ProjectFile::removedRows() const
{
    if (!m_state->database)
        return closedError();
    const auto removals = readEntries(*m_state->database,
                                      u"SELECT "_s + auditColumns +
                                          u" FROM cc_audit WHERE after = '' AND before <> '' "
                                          "ORDER BY number"_s,
                                      {});
    if (!removals)
        return removals.error();
    QList<RowChange> rows;
    for (const AuditEntry& entry : *removals) {
        if (const std::optional<Table> table = tableFromKey(entry.table))
            rows << RowChange{*table, entry.row, entry.beforeRow(), {}};
    }
    return rows;
}

Result<QList<RowChange>> ProjectFile::changesBetween(qint64 earlier, qint64 later) const
{
    if (!m_state->database)
        return closedError();
    const QString statement =
        u"SELECT table_name, row_id, before, after FROM cc_audit WHERE number > ? AND number <= ? "
        "ORDER BY number"_s;
    QSqlQuery query(m_state->database->connection());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return m_state->database->failure(query.lastError(), statement);
    query.addBindValue(std::min(earlier, later));
    query.addBindValue(std::max(earlier, later));
    if (!query.exec())
        return m_state->database->failure(query.lastError(), statement);
    const auto row = [&query](int column) {
        return QJsonDocument::fromJson(query.value(column).toString().toUtf8()).object();
    };
    std::map<std::pair<int, qint64>, NetChange> net;
    while (query.next()) {
        const std::optional<Table> table = tableFromKey(query.value(0).toString());
        const QJsonObject before = row(2);
        const QJsonObject after = row(3);
        if (!table || (before.isEmpty() && after.isEmpty()))
            continue;
        const qint64 id = query.value(1).toLongLong();
        const auto [place, first] = net.try_emplace({static_cast<int>(*table), id});
        if (first)
            place->second = {{*table, id, {}, {}}, !before.isEmpty(), false};
        place->second.add(before, after);
    }
    if (query.lastError().isValid())
        return m_state->database->failure(query.lastError(), statement);
    QList<RowChange> changes;
    for (const auto& [place, all] : net) {
        RowChange change = all.result();
        if (change.before.isEmpty() && change.after.isEmpty())
            continue;
        if (earlier > later)
            std::swap(change.before, change.after);
        changes << std::move(change);
    }
    return changes;
}

Result<qint64> ProjectFile::lastAuditNumber() const
{
    if (!m_state->database)
        return closedError();
    return newestAudit(*m_state->database);
}

Result<QByteArray> ProjectFile::content(const QString& sha256) const
{
    if (!m_state->database)
        return closedError();
    return readContent(*m_state->database, sha256);
}

Result<void> ProjectFile::backupTo(const QString& path, const CancelToken& cancel,
                                   const ProgressSink& progress) const
{
    if (!m_state->database)
        return closedError();
    const QFileInfo target(path);
    if (target.exists() &&
        target.canonicalFilePath() == QFileInfo(m_state->path).canonicalFilePath())
        return Error(ErrorCode::BadUsage,
                     Text::tr("备份不能覆盖正在使用的 %1，请换一个文件名。").arg(shown(path)));
    const QString holder = WriterLock::holderOf(path);
    if (!holder.isEmpty())
        return Error(
            ErrorCode::Busy,
            Text::tr("%1 正由 %2 编辑，不能覆盖；请换一个文件名。").arg(shown(path), holder));
    return writeCopy(*m_state->database, path, cancel, progress);
}

Result<void> ProjectFile::close()
{
    if (!m_state || !m_state->database)
        return {};
    Result<void> done;
    if (!m_state->readOnly) {
        // Another window may be reading: the file then stays in WAL, whole, and the last reader to
        // close clears the side files away.
        done = m_state->database->run(u"PRAGMA busy_timeout=200"_s);
        for (const QString& statement :
             {u"PRAGMA wal_checkpoint(TRUNCATE)"_s, u"PRAGMA journal_mode=DELETE"_s}) {
            const auto result = m_state->database->scalar(statement);
            if (!result && result.error().code() != ErrorCode::Busy && done)
                done = result.error();
        }
    }
    m_state->database.reset();
    m_state->lock.release();
    return done;
}

Result<ProjectFile> rollForward(const QString& lastYear, const QString& path, int year)
{
    Result<ProjectFile> last = ProjectFile::open(lastYear, OpenMode::ReadOnly);
    if (!last)
        return last.error();
    Result<YearData> data = last->load();
    if (!data)
        return data.error();
    const int before = data->info.year;
    if (year <= before)
        return Error(ErrorCode::BadUsage,
                     Text::tr("%1 是 %2 年度项目，不能结转到 %3 年；请填写更晚的年份。")
                         .arg(shown(lastYear))
                         .arg(before)
                         .arg(year));

    NewYear next{data->info, data->catalogue, data->regions, data->departments};
    next.info.year = year;
    next.info.cutOff = {};
    for (Department& department : next.departments) {
        department.deadline = {};
        department.returnedAt = {};
        department.sentAt = {};
    }
    for (TaskSetting& task : data->tasks) {
        task.deadline = {};
        task.state = {};
        task.stateReason.clear();
        task.firstYear = task.lastYear = 0;
    }
    for (PlanStage& stage : data->stages) {
        stage.from = stage.from.addYears(year - before);
        stage.to = stage.to.addYears(year - before);
    }
    data->values.removeIf(
        [year](const Value& value) { return !value.adopted || value.year >= year; });
    QSet<qint64> needed;
    QHash<FigureKey, SourceId> figures;
    for (const Value& value : std::as_const(data->values)) {
        needed << value.evidence.number();
        figures.insert({value.subject, value.region, value.year}, value.source);
    }
    data->evidence.removeIf(
        [&needed](const Evidence& evidence) { return !needed.contains(evidence.id.number()); });
    data->documents.removeIf([&figures](const Document& document) {
        const auto figure = figures.constFind({document.subject, document.region, document.year});
        return figure == figures.cend() ||
               (document.source.isValid() && document.source != *figure);
    });
    QSet<qint64> supporting;
    for (const Document& document : std::as_const(data->documents))
        supporting << document.attachment.number();
    data->attachments.removeIf([&supporting](const Attachment& attachment) {
        return !supporting.contains(attachment.id.number());
    });
    for (Attachment& attachment : data->attachments) {
        if (!attachment.isInside())
            attachment.path = relativeDocumentPath(path, documentPath(lastYear, attachment));
    }
    const Carried carried{*data, [&last](const QString& sha256) { return last->content(sha256); }};
    return createFrom(path, next, &carried,
                      Text::tr("由 %1 年度项目结转，新建 %2 %3 年度项目")
                          .arg(before)
                          .arg(next.info.city)
                          .arg(year));
}

} // namespace checkup::project
