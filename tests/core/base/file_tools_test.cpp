#include "core/base/file_tools.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace checkup;
using namespace Qt::StringLiterals;

TEST_CASE("files are written whole, read back and fingerprinted")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"体检 数据.txt"_s);
    REQUIRE_OK(writeFileSafely(path, "old"));
    REQUIRE_OK(writeFileSafely(path, "abc"));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
    const auto bytes = readFile(path);
    REQUIRE_OK(bytes);
    CHECK(*bytes == "abc");
    // FIPS 180-2, appendix B.1.
    const auto hash = sha256OfFile(path);
    REQUIRE_OK(hash);
    CHECK(*hash == u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
}

TEST_CASE("a file above the limit is refused")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    REQUIRE_OK(writeFileSafely(path, QByteArray(1000, 'x')));
    CHECK(readFile(path, 1000));
    const auto refused = readFile(path, 999);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::TooLarge);
    const auto endless = readFile(u"/dev/zero"_s, 5000);
    REQUIRE_FALSE(endless);
    CHECK(endless.error().code() == ErrorCode::TooLarge);
}

TEST_CASE("what cannot be read or written is named")
{
    const QTemporaryDir folder;
    const QString absent = folder.filePath(u"没有/这个.txt"_s);
    const auto read = readFile(absent);
    REQUIRE_FALSE(read);
    CHECK(read.error().code() == ErrorCode::NotFound);
    CHECK(read.error().message().contains(u"这个.txt"));
    CHECK(sha256OfFile(absent).error().code() == ErrorCode::NotFound);
    CHECK(writeFileSafely(absent, "x").error().code() == ErrorCode::NotFound);
    CHECK(writeFileSafely(folder.path(), "x").error().code() == ErrorCode::BadUsage);
    CHECK(readFile(folder.path()).error().code() == ErrorCode::BadUsage);
}

TEST_CASE("fingerprinting can be cancelled")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    REQUIRE_OK(writeFileSafely(path, "abc"));
    const CancelToken cancel;
    cancel.cancel();
    CHECK(sha256OfFile(path, cancel).error().code() == ErrorCode::Cancelled);
}
