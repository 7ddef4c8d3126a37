#include "core/project/row_writer.h"

#include <QSqlError>

namespace checkup::project {

using namespace Qt::StringLiterals;

Result<QSqlQuery*> RowWriter::prepared(const QString& statement)
{
    auto& query = m_queries[statement];
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_database.connection());
        query->setForwardOnly(true);
        if (!query->prepare(statement))
            return m_database.failure(query->lastError(), statement);
    }
    return query.get();
}

Result<void> RowWriter::exec(QSqlQuery& query, const QString& statement)
{
    if (!query.exec())
        return m_database.failure(query.lastError(), statement);
    return {};
}

Result<const RowWriter::Insertion*> RowWriter::insertion(const QString& table, bool withId,
                                                         const QStringList& columns)
{
    for (const Insertion& known : m_insertions) {
        if (known.withId == withId && known.table == table && known.columns == columns)
            return &known;
    }
    QStringList names;
    if (withId)
        names.append(u"id"_s);
    for (const QString& column : columns)
        names.append(quoted(column));
    const QString marks = QStringList(names.size(), u"?"_s).join(u", "_s);
    Insertion made{table,
                   u"INSERT INTO "_s + quoted(table) + u" ("_s + names.join(u", "_s) +
                       u") VALUES ("_s + marks + u')',
                   columns, withId, nullptr};
    const Result<QSqlQuery*> query = prepared(made.statement);
    if (!query)
        return query.error();
    made.query = *query;
    m_insertions.push_back(std::move(made));
    return &m_insertions.back();
}

Result<qint64> RowWriter::insert(const QString& table, qint64 id, const QJsonObject& row)
{
    const auto made = insertion(table, id > 0, row.keys());
    if (!made)
        return made.error();
    QSqlQuery& query = *(*made)->query;
    int place = 0;
    if (id > 0)
        query.bindValue(place++, id);
    for (auto column = row.begin(); column != row.end(); ++column)
        query.bindValue(place++, toSql(column.value()));
    const Result<void> done = exec(query, (*made)->statement);
    if (!done)
        return done.error();
    return id > 0 ? id : query.lastInsertId().toLongLong();
}

Result<void> RowWriter::update(const QString& table, qint64 id, const QJsonObject& row)
{
    QString columns;
    for (auto column = row.begin(); column != row.end(); ++column) {
        if (!columns.isEmpty())
            columns += u", "_s;
        columns += quoted(column.key()) + u" = ?"_s;
    }
    const QString statement =
        u"UPDATE "_s + quoted(table) + u" SET "_s + columns + u" WHERE id = ?"_s;
    const Result<QSqlQuery*> query = prepared(statement);
    if (!query)
        return query.error();
    int place = 0;
    for (auto column = row.begin(); column != row.end(); ++column)
        (*query)->bindValue(place++, toSql(column.value()));
    (*query)->bindValue(place, id);
    return exec(**query, statement);
}

Result<void> RowWriter::remove(const QString& table, qint64 id)
{
    const QString statement = u"DELETE FROM "_s + quoted(table) + u" WHERE id = ?"_s;
    const Result<QSqlQuery*> query = prepared(statement);
    if (!query)
        return query.error();
    (*query)->bindValue(0, id);
    return exec(**query, statement);
}

Result<bool> RowWriter::holds(const QString& table, qint64 id, const QJsonObject& expected)
{
    // The table's name before each column keeps SQLite from reading an unknown column in quotes as
    // a text.
    QString columns = quoted(table) + u".id"_s;
    for (auto column = expected.begin(); column != expected.end(); ++column)
        columns += u", "_s + quoted(table) + u'.' + quoted(column.key());
    const QString statement =
        u"SELECT "_s + columns + u" FROM "_s + quoted(table) + u" WHERE id = ?"_s;
    const Result<QSqlQuery*> query = prepared(statement);
    if (!query)
        return query.error();
    (*query)->bindValue(0, id);
    const Result<void> done = exec(**query, statement);
    if (!done)
        return done.error();
    bool same = (*query)->next();
    int place = 1;
    for (auto column = expected.begin(); same && column != expected.end(); ++column)
        same = fromSql((*query)->value(place++)) == column.value();
    (*query)->finish();
    return same;
}

Result<qint64> RowWriter::newId(const QString& table)
{
    auto last = m_lastIds.find(table);
    if (last == m_lastIds.end()) {
        const Result<QVariant> stored =
            m_database.scalar(u"SELECT seq FROM sqlite_sequence WHERE name = ?"_s, {table});
        if (!stored)
            return stored.error();
        last = m_lastIds.insert(table, stored->toLongLong());
    }
    return ++*last;
}

} // namespace checkup::project
