#include "core/catalogue/csv.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Csv)
};

Result<QString> decode(const QByteArray& bytes, const QString& fileName)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom |
                                                       QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        return Error(
            ErrorCode::Unsupported,
            Text::tr("“%1”不是 UTF-8 编码；请在电子表格程序中另存为“CSV UTF-8（逗号分隔）”。")
                .arg(fileName));
    }
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

} // namespace

Result<QList<QStringList>> readCsv(const QByteArray& bytes, const QString& fileName)
{
    const auto decoded = decode(bytes, fileName);
    if (!decoded)
        return decoded.error();
    const QString& text = *decoded;

    QList<QStringList> records;
    QStringList record;
    QString cell;
    bool quoted = false;
    qsizetype quotedSince = 0;
    const auto endCell = [&] {
        record.append(cell.trimmed());
        cell.clear();
    };
    const auto endRecord = [&] {
        endCell();
        records.append(record);
        record.clear();
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar sign = text[at];
        const bool pair = at + 1 < text.size();
        if (quoted) {
            if (sign == u'"' && pair && text[at + 1] == u'"') {
                cell += u'"';
                ++at;
            } else if (sign == u'"') {
                quoted = false;
            } else if (sign == u'\r') {
                if (!pair || text[at + 1] != u'\n')
                    cell += u'\n';
            } else {
                cell += sign;
            }
        } else if (sign == u'"' && cell.trimmed().isEmpty()) {
            cell.clear();
            quoted = true;
            quotedSince = records.size() + 1;
        } else if (sign == u',') {
            endCell();
        } else if (sign == u'\n' || sign == u'\r') {
            if (sign == u'\r' && pair && text[at + 1] == u'\n')
                ++at;
            endRecord();
        } else {
            cell += sign;
        }
    }
    if (quoted) {
        return Error(
            ErrorCode::Damaged,
            Text::tr("“%1”第 %2 行的引号没有配对；请补上另一个引号，或用电子表格程序重新保存。")
                .arg(fileName)
                .arg(quotedSince));
    }
    if (!cell.isEmpty() || !record.isEmpty())
        endRecord();
    return records;
}

QByteArray writeCsv(const QList<QStringList>& records)
{
    const auto needsQuotes = [](const QString& cell) {
        return cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') ||
               cell.contains(u'\r');
    };
    QString text(QChar::ByteOrderMark);
    for (const QStringList& record : records) {
        for (qsizetype i = 0; i < record.size(); ++i) {
            if (i > 0)
                text += u',';
            if (needsQuotes(record[i]))
                text += u'"' + QString(record[i]).replace(u'"', "\"\""_L1) + u'"';
            else
                text += record[i];
        }
        text += "\r\n"_L1;
    }
    return text.toUtf8();
}

} // namespace checkup::catalogue
