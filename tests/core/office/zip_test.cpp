#include "core/base/file_tools.h"
#include "core/office/zip.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::office;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2022, 12, 31), QTime(12, 0, 2), Qt::UTC);

} // namespace

TEST_CASE("a zip is written the same twice and read back")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"成果 包.zip"_s);
    QByteArray large;
    for (int i = 0; i < 200'000; ++i)
        large += QByteArray::number(i * 7919 % 104729);
    const QList<ZipEntry> entries{
        {u"a.txt"_s, "hello"}, {u"附表/表 1.csv"_s, large}, {u"empty"_s, {}}};
    REQUIRE_OK(writeZip(path, entries, noon));
    const auto first = sha256OfFile(path);
    REQUIRE_OK(writeZip(path, entries, noon));
    CHECK(*sha256OfFile(path) == *first);

    auto zip = ZipReader::open(path);
    REQUIRE_OK(zip);
    CHECK(zip->names() == QStringList{u"a.txt"_s, u"附表/表 1.csv"_s, u"empty"_s});
    CHECK(zip->contains(u"a.txt"_s));
    for (const ZipEntry& entry : entries) {
        const auto bytes = zip->read(entry.name);
        REQUIRE_OK(bytes);
        CHECK(*bytes == entry.bytes);
    }
    CHECK(zip->read(u"b.txt"_s).error().code() == ErrorCode::NotFound);

    // The time of day stands in the header as DOS writes it: 2022-12-31 12:00:02 (APPNOTE 4.4.6).
    const auto raw = readFile(path);
    REQUIRE_OK(raw);
    CHECK(raw->mid(10, 4).toHex() == "01609f55");
}

TEST_CASE("bombs are refused by what comes out of them")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bomb.zip"_s);
    REQUIRE_OK(writeZip(
        path, {{u"zeros"_s, QByteArray(64 << 20, '\0')}, {u"more"_s, QByteArray(3000, 'x')}},
        noon));
    auto byRatio = ZipReader::open(path);
    REQUIRE_OK(byRatio);
    CHECK(byRatio->read(u"zeros"_s).error().code() == ErrorCode::TooLarge);

    Limits limits;
    limits.ratio = 1e9;
    auto free = ZipReader::open(path, limits);
    CHECK(free->read(u"zeros"_s));
    limits.entryBytes = 1 << 20;
    auto byEntry = ZipReader::open(path, limits);
    CHECK(byEntry->read(u"zeros"_s).error().code() == ErrorCode::TooLarge);
    CHECK(byEntry->read(u"more"_s));
    limits.unpackedBytes = 5000;
    auto byTotal = ZipReader::open(path, limits);
    CHECK(byTotal->read(u"more"_s));
    CHECK(byTotal->read(u"more"_s).error().code() == ErrorCode::TooLarge);
    limits.entries = 1;
    CHECK(ZipReader::open(path, limits).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("a size that the directory claims falsely is found out")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lie.zip"_s);
    REQUIRE_OK(writeZip(path, {{u"zeros"_s, QByteArray(64 << 20, '\0')}}, noon));
    auto bytes = *readFile(path);
    // The unpacked size is the 32-bit field at 24 of the central directory's entry.
    const qsizetype entry = bytes.indexOf("PK\x01\x02");
    REQUIRE(entry > 0);
    bytes.replace(entry + 24, 4, QByteArray::fromHex("10000000"));
    REQUIRE_OK(writeFileSafely(path, bytes));
    auto zip = ZipReader::open(path);
    REQUIRE_OK(zip);
    const auto read = zip->read(u"zeros"_s);
    REQUIRE_FALSE(read);
    CHECK(
        (read.error().code() == ErrorCode::TooLarge || read.error().code() == ErrorCode::Damaged));
}

TEST_CASE("damaged archives are called so")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bad.zip"_s);
    QByteArray noise;
    for (int i = 0; i < 5000; ++i)
        noise += QByteArray::number(i * 7919 % 104729);
    REQUIRE_OK(writeZip(path, {{u"a"_s, noise}}, noon));
    auto bytes = *readFile(path);
    bytes[500] = static_cast<char>(bytes[500] ^ 0x55);
    REQUIRE_OK(writeFileSafely(path, bytes));
    auto zip = ZipReader::open(path);
    REQUIRE_OK(zip);
    CHECK(zip->read(u"a"_s).error().code() == ErrorCode::Damaged);

    REQUIRE_OK(writeFileSafely(path, bytes.left(bytes.size() / 2)));
    CHECK(ZipReader::open(path).error().code() == ErrorCode::Damaged);
    CHECK(ZipReader::open(folder.filePath(u"none"_s)).error().code() == ErrorCode::NotFound);
    CHECK(writeZip(folder.filePath(u"none/a.zip"_s), {}, noon).error().code() ==
          ErrorCode::NotFound);
}
