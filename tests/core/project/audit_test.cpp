#include "core/project/audit.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace checkup::project;
using namespace Qt::StringLiterals;

TEST_CASE("an audit row's hash is that of its fields as compact JSON, whatever they hold",
          "[project]")
{
    QString all;
    for (char16_t sign = 0; sign < 0x100; ++sign)
        all += QChar(sign);
    const QStringList texts{u""_s,
                            u"厦门市 \"2022\" \\ 年\n\t\r\b\f"_s,
                            all,
                            u"\U0001F3D9 城"_s,
                            QString(QChar(0xD800)) + u"x"_s, // half a character
                            u"{\"number\":530.8}"_s};
    for (const QString& text : texts) {
        for (const qint64 number : {qint64(0), qint64(-7), qint64(1) << 52}) {
            const AuditRow row{
                number, u"2023-04-26T02:00:00Z"_s, text, text, u"values"_s, number, text, text,
                text,   QString(64, u'a')};
            // What the rows of every file so far were written with.
            const QJsonArray fields{row.number, row.at,          row.person, row.label,
                                    row.table,  row.row,         row.before, row.after,
                                    row.reason, row.previousHash};
            const QByteArray json = QJsonDocument(fields).toJson(QJsonDocument::Compact);
            CHECK(row.hash() ==
                  QString::fromLatin1(
                      QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex()));
        }
    }
}
