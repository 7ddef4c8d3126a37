#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonValue>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

struct sqlite3;

namespace checkup::project {

/// How SQLite is to treat the file.
enum class Access {
    Write,
    /// Reads only, but may bring a file that another program left in WAL back to order on closing.
    Query,
    /// Touches nothing. For folders that cannot be written.
    Frozen,
    /// The same where the file's header says WAL and no side file exists: SQLite then needs no
    /// -shm.
    Immutable,
};

/// One SQLite connection on this thread; closes and unregisters itself. Foreign keys are checked.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString& path, Access access);
    static Result<std::unique_ptr<Database>> openInMemory();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    QSqlDatabase& connection() { return m_connection; }
    const QSqlDatabase& connection() const { return m_connection; }
    sqlite3* handle() const;
    const QString& path() const { return m_path; }

    /// One statement without results.
    Result<void> run(const QString& statement) const;
    /// First column of the first row; invalid when there is no row.
    Result<QVariant> scalar(const QString& query, const QVariantList& bound = {}) const;
    /// First column of every row as text.
    Result<QStringList> column(const QString& query) const;
    Result<bool> hasTable(const QString& name) const;

    /// The user's sentence for the last failure of `query` or this connection: disk full, locked,
    /// read-only, damaged, rule broken.
    Error failure(const QSqlError& error, const QString& statement) const;

private:
    Database() = default;
    QString m_path, m_name;
    QSqlDatabase m_connection;
};

/// Rolls back unless committed. `BEGIN IMMEDIATE` for writing, so that a rival writer is met at
/// once.
class Transaction
{
public:
    static Result<std::unique_ptr<Transaction>> begin(const Database& database, bool forWriting);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)
    Result<void> commit();

private:
    explicit Transaction(const Database& database)
        : m_database(database)
    {}
    const Database& m_database;
    bool m_done = false;
};

/// Copies all of `from` into the file at `path` (overwritten), which is left with a delete journal.
/// The file's name is the caller's to keep: nothing else is written.
Result<void> copyDatabase(const Database& from, const Database& to);

/// "name" with its quotes doubled: the one way an identifier gets into a statement.
QString quoted(const QString& identifier);
QVariant toSql(const QJsonValue& value);
QJsonValue fromSql(const QVariant& value);

/// What the first bytes of a file tell before SQLite looks into it. Any file may be asked about,
/// also one that this process has open.
struct FileHead
{
    bool sqlite = false;
    bool walMode = false;
    bool truncated =
        false; ///< shorter than its own page count says, and no side file could hold the rest
};
Result<FileHead> readHead(const QString& path);
bool hasSideFiles(const QString& path);

} // namespace checkup::project
