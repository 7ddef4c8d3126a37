#include "core/project/audit.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>

#include <algorithm>
#include <iterator>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

/// Appends a text as QJsonDocument writes it, many times as fast.
void appendText(QByteArray& json, const QString& text)
{
    static constexpr char digits[] = "0123456789abcdef";
    json += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char sign : utf8) {
        const auto byte = static_cast<unsigned char>(sign);
        if (byte >= 0x20 && sign != '"' && sign != '\\') {
            json += sign;
            continue;
        }
        json += '\\';
        switch (sign) {
        case '"':
        case '\\':
            json += sign;
            break;
        case '\b':
            json += 'b';
            break;
        case '\f':
            json += 'f';
            break;
        case '\n':
            json += 'n';
            break;
        case '\r':
            json += 'r';
            break;
        case '\t':
            json += 't';
            break;
        default:
            json += "u00";
            json += digits[byte >> 4];
            json += digits[byte & 0xf];
        }
    }
    json += '"';
}

} // namespace

QString AuditRow::hash() const
{
    QByteArray json;
    const QString* texts[] = {&at,     &person, &label,  &table,
                              &before, &after,  &reason, &previousHash};
    const bool isValid = std::all_of(std::begin(texts), std::end(texts),
                                     [](const QString* text) { return text->isValidUtf16(); });
    if (isValid) {
        json.reserve(before.size() * 2 + after.size() * 2 + 500);
        json += '[' + QByteArray::number(number);
        const auto add = [&json](const QString& text) {
            json += ',';
            appendText(json, text);
        };
        add(at);
        add(person);
        add(label);
        add(table);
        json += ',' + QByteArray::number(row);
        add(before);
        add(after);
        add(reason);
        add(previousHash);
        json += ']';
    } else {
        const QJsonArray fields{number, at,     person, label,  table,
                                row,    before, after,  reason, previousHash};
        json = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    }
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
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
