#pragma once

#include "core/project/database.h"

#include <QString>

namespace checkup::project {

/// One row of cc_audit. The rows form a chain: each carries the hash of the one before and of
/// itself, so that a row changed, dropped or slipped in later shows.
struct AuditRow
{
    qint64 number = 0;
    QString at, person, label, table;
    qint64 row = 0;
    QString before, after, reason, previousHash;

    /// Hex SHA-256 over the compact JSON array of all fields above, in this order, UTF-8.
    QString hash() const;
};

/// Appends rows within the caller's transaction.
class AuditWriter
{
public:
    static Result<AuditWriter> start(const Database& database, const QString& at,
                                     const QString& person);
    Result<void> append(const QString& label, const QString& reason, const QString& table,
                        qint64 row, const QString& before, const QString& after);

private:
    explicit AuditWriter(const Database& database)
        : m_database(&database)
        , m_insert(database.connection())
    {}
    const Database* m_database;
    QSqlQuery m_insert;
    AuditRow m_last;
    QString m_lastHash;
};

} // namespace checkup::project
