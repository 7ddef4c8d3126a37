#include "core/project/contents.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

bool fits(const QByteArray& bytes, const QString& sha256)
{
    return sha256 ==
           QLatin1StringView(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<void> storeContent(const Database& database, const QString& sha256, const QByteArray& bytes)
{
    if (!fits(bytes, sha256))
        return Error(ErrorCode::Internal, Text::tr("材料内容与其散列不符，没有保存。"), sha256);
    const auto stored = database.scalar(
        u"INSERT INTO cc_contents (sha256, content) VALUES (?, ?) "
        "ON CONFLICT (sha256) DO UPDATE SET content = excluded.content RETURNING id"_s,
        {sha256, bytes.isNull() ? QByteArray("") : bytes});
    if (!stored)
        return stored.error();
    return {};
}

Result<QByteArray> readContent(const Database& database, const QString& sha256)
{
    const Result<QVariant> stored =
        database.scalar(u"SELECT content FROM cc_contents WHERE sha256 = ?"_s, {sha256});
    if (!stored)
        return stored.error();
    if (stored->isNull())
        return Error(ErrorCode::NotFound, Text::tr("项目文件里没有这份材料的内容。"), sha256);
    const QByteArray bytes = stored->toByteArray();
    if (!fits(bytes, sha256))
        return Error(ErrorCode::Damaged,
                     Text::tr("项目文件里这份材料的内容与登记的散列不符，请改用备份。"), sha256);
    return bytes;
}

} // namespace checkup::project
