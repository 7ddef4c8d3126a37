#pragma once

#include "core/project/database.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <deque>
#include <memory>

namespace checkup::project {

/// Inserts, changes, deletes and checks single rows given as JSON objects of columns; statements
/// are prepared once for each set of columns. Lives within one transaction.
class RowWriter
{
public:
    explicit RowWriter(const Database& database)
        : m_database(database)
    {}

    /// `id` 0: the table gives one. Returns the row's id.
    Result<qint64> insert(const QString& table, qint64 id, const QJsonObject& row);
    Result<void> update(const QString& table, qint64 id, const QJsonObject& row);
    Result<void> remove(const QString& table, qint64 id);
    /// Whether the row is there and its columns hold what `expected` says.
    Result<bool> holds(const QString& table, qint64 id, const QJsonObject& expected);
    /// A number that no row of the table has ever had; each call gives the next.
    Result<qint64> newId(const QString& table);

private:
    /// An insertion of rows of one shape: an import writes thousands, and putting the statement
    /// together again costs as much as running it.
    struct Insertion
    {
        QString table, statement;
        QStringList columns;
        bool withId = false;
        QSqlQuery* query = nullptr;
    };
    Result<QSqlQuery*> prepared(const QString& statement);
    Result<void> exec(QSqlQuery& query, const QString& statement);
    Result<const Insertion*> insertion(const QString& table, bool withId,
                                       const QStringList& columns);

    const Database& m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_queries;
    QHash<QString, qint64> m_lastIds;
    std::deque<Insertion> m_insertions;
};

} // namespace checkup::project
