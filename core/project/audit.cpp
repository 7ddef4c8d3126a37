#include "core/project/audit.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>

namespace checkup::project {

using namespace Qt::StringLiterals;

QString AuditRow::hash() const
{
    const QJsonArray fields{number, at,     person, label,  table,
                            row,    before, after,  reason, previousHash};
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(fields).toJson(QJsonDocument::Compact),
                                 QCryptographicHash::Sha256)
            .toHex());
}

Result<AuditWriter> AuditWriter::start(const Database& database, const QString& at,
                                       const QString& person)
{
    AuditWriter writer(database);
    writer.m_last.at = at;
    writer.m_last.person = person;
    const QString last = u"SELECT number, hash FROM cc_audit ORDER BY number DESC LIMIT 1"_s;
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.exec(last))
        return database.failure(query.lastError(), last);
    if (query.next()) {
        writer.m_last.number = query.value(0).toLongLong();
        writer.m_lastHash = query.value(1).toString();
    }
    const QString insert = u"INSERT INTO cc_audit (number, at, person, label, table_name, row_id, "
                           u"before, after, reason, "
                           "previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
    if (!writer.m_insert.prepare(insert))
        return database.failure(writer.m_insert.lastError(), insert);
    return writer;
}

Result<void> AuditWriter::append(const QString& label, const QString& reason, const QString& table,
                                 qint64 row, const QString& before, const QString& after)
{
    const auto text = [](const QString& given) { return given.isNull() ? u""_s : given; };
    ++m_last.number;
    m_last.label = text(label);
    m_last.reason = text(reason);
    m_last.table = table;
    m_last.row = row;
    m_last.before = text(before);
    m_last.after = text(after);
    m_last.previousHash = text(m_lastHash);
    m_lastHash = m_last.hash();
    const QVariantList values{m_last.number, m_last.at,           m_last.person, m_last.label,
                              m_last.table,  m_last.row,          m_last.before, m_last.after,
                              m_last.reason, m_last.previousHash, m_lastHash};
    for (int i = 0; i < values.size(); ++i)
        m_insert.bindValue(i, values.at(i));
    if (!m_insert.exec())
        return m_database->failure(m_insert.lastError(), u"INSERT INTO cc_audit"_s);
    return {};
}

} // namespace checkup::project
