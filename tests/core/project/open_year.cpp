#include "tests/core/project/open_year.h"

#include "tests/support/catch.h"

#include <QCryptographicHash>

using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace test {

namespace {

ProjectFile made(const Folder& folder)
{
    auto created = ProjectFile::create(folder(u"年.gpkg"_s), smallYear());
    REQUIRE_OK(created);
    return *std::move(created);
}

} // namespace

QString digest(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

OpenYear::OpenYear()
    : file(made(folder))
{
    load();
}

void OpenYear::load()
{
    auto loaded = file.load();
    REQUIRE_OK(loaded);
    data = *std::move(loaded);
}

ChangeSet OpenYear::commit(const ChangeSet& set)
{
    const auto done = file.commit(set);
    REQUIRE_OK(done);
    load();
    return *done;
}

qint64 OpenYear::now()
{
    const auto number = file.lastAuditNumber();
    REQUIRE_OK(number);
    return *number;
}

} // namespace test
