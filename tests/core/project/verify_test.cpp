#include "core/project/database.h"
#include "tests/core/project/year.h"
#include "tests/support/catch.h"
#include "tests/support/sqlite_locks.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

/// A closed project with ten figures.
void makeProject(const QString& path)
{
    auto file = ProjectFile::create(path, test::smallYear());
    REQUIRE_OK(file);
    const auto data = file->load();
    REQUIRE_OK(data);
    for (int i = 0; i < 10; ++i) {
        REQUIRE_OK(file->commit(edits::setValue(*data, test::figure(u"S-01"_s, 1, 2010 + i, 1, i),
                                                test::cell(u"C1"_s))));
    }
    REQUIRE_OK(file->close());
}

/// What somebody else does to the file behind our back.
void tamper(const QString& path, const QStringList& statements)
{
    const auto database = Database::open(path, Access::Write);
    REQUIRE_OK(database);
    REQUIRE_OK((*database)->run(u"PRAGMA foreign_keys=OFF"_s));
    for (const QString& statement : statements)
        REQUIRE_OK((*database)->run(statement));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("looking at a project that is open here keeps SQLite's lock on it")
{
    if (!test::sqliteLocks()) {
        WARN("skipped: the system does not list its locks");
        return;
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(u"p.gpkg"_s);
    makeProject(path);
    auto open = ProjectFile::open(path);
    REQUIRE_OK(open);
    REQUIRE_FALSE(open->isReadOnly());
    REQUIRE_OK(open->load());
    INFO(*test::sqliteLocks());
    REQUIRE(test::sqliteLocks() == 1);
    const auto verified = verifyProject(path);
    REQUIRE_OK(verified);
    CHECK(verified->ok);
    CHECK(test::sqliteLocks() == 1);
    REQUIRE_OK(readHead(path));
    CHECK(test::sqliteLocks() == 1);
    {
        const auto second = ProjectFile::open(path, OpenMode::ReadOnly);
        REQUIRE_OK(second);
    }
    CHECK(test::sqliteLocks() == 1);
    REQUIRE_OK(open->close());
    CHECK(test::sqliteLocks() == 0);
}

TEST_CASE("verifying changes nothing")
{
    const test::Folder folder;
    const QString path = folder(u"a.gpkg"_s);
    makeProject(path);
    const QByteArray before = bytesOf(path);
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.setFileTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0)),
                                 QFile::FileModificationTime));
    }
    const auto report = verifyProject(path);
    REQUIRE_OK(report);
    CHECK(report->ok);
    CHECK(report->problems.isEmpty());
    CHECK(report->schema == 6);
    CHECK(report->auditEntries ==
          21); // one for the new file, two for each figure with its evidence
    CHECK(bytesOf(path) == before);
    CHECK(QFileInfo(path).lastModified() == QDateTime(QDate(2020, 1, 1), QTime(0, 0)));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);

    // Left in WAL by another program, without side files.
    tamper(path, {u"PRAGMA journal_mode=WAL"_s, u"UPDATE cc_departments SET contact = 'x'"_s});
    const QByteArray wal = bytesOf(path);
    REQUIRE(wal.at(18) == 2);
    CHECK(verifyProject(path)->ok);
    CHECK(bytesOf(path) == wal);
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("verifying a project that is being edited")
{
    const test::Folder folder;
    const auto file = ProjectFile::create(folder(u"a.gpkg"_s), test::smallYear());
    REQUIRE_OK(file);
    const auto report = verifyProject(folder(u"a.gpkg"_s));
    REQUIRE_OK(report);
    CHECK(report->ok);
    REQUIRE(report->problems.size() == 1);
    CHECK(report->problems.first().severity == Severity::Note);
}

TEST_CASE("what is wrong with a project shows")
{
    struct Fault
    {
        QStringList statements;
        QString word;
    };
    const QList<Fault> faults{
        {{u"UPDATE cc_audit SET after = '{}' WHERE number = 5"_s}, u"第 5 条与散列不符"_s},
        {{u"UPDATE cc_audit SET person = '别人' WHERE number = 21"_s}, u"第 21 条与散列不符"_s},
        {{u"DELETE FROM cc_audit WHERE number = 7"_s}, u"在第 6 条之后缺号"_s},
        {{u"DELETE FROM cc_audit WHERE number > 15"_s}, u"在第 15 条之后被截断"_s},
        {{u"DELETE FROM cc_audit WHERE number > 15"_s,
          u"UPDATE sqlite_sequence SET seq = 15 WHERE name = 'cc_audit'"_s},
         u"在第 15 条之后被截断"_s},
        {{u"DELETE FROM cc_evidence WHERE id = 1"_s}, u"引用了不存在的记录"_s},
        {{u"UPDATE cc_info SET value = '' WHERE key = 'city'"_s}, u"缺少 city"_s},
        {{u"PRAGMA application_id = 0"_s}, u"application_id"_s},
        {{u"PRAGMA user_version = 0"_s}, u"user_version"_s},
        {{u"DELETE FROM gpkg_contents WHERE table_name = 'cc_values'"_s},
         u"没有在 gpkg_contents 中登记"_s},
        {{u"INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('x', 'attributes', 'x')"_s},
         u"登记了不存在的表"_s},
        {{u"DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 4326"_s}, u"缺少坐标系 4326"_s},
        {{u"DROP INDEX cc_values_adopted"_s}, u"cc_values_adopted 缺失"_s},
        {{u"DROP INDEX cc_values_adopted"_s,
          u"INSERT INTO cc_values (subject, region_id, year, source_id, state, number, adopted) "
          "SELECT subject, region_id, year, 2, state, number, 1 FROM cc_values WHERE year = 2015"_s},
         u"S-01 2015 有两个以上的采用值"_s},
        {{u"ALTER TABLE cc_goals ADD COLUMN own TEXT"_s}, u"cc_goals 缺失或被改动"_s},
        {{u"UPDATE cc_schema SET version = 0"_s}, u"结构版本无法识别"_s}};
    const test::Folder folder;
    makeProject(folder(u"good.gpkg"_s));
    for (const Fault& fault : faults) {
        INFO(fault.statements.join(u'\n').toStdString());
        const QString path = folder(u"bad.gpkg"_s);
        QFile::remove(path);
        REQUIRE(QFile::copy(folder(u"good.gpkg"_s), path));
        tamper(path, fault.statements);
        const auto report = verifyProject(path);
        REQUIRE_OK(report);
        CHECK_FALSE(report->ok);
        QStringList texts;
        for (const Issue& issue : report->problems)
            texts << toSentence(issue);
        INFO(texts.join(u'\n').toStdString());
        CHECK(texts.join(u'\n').contains(fault.word));
        CHECK(texts.join(u'\n').contains(u"bad.gpkg"));
    }
}

TEST_CASE("a foreign table is mentioned, but no fault")
{
    const test::Folder folder;
    const QString path = folder(u"a.gpkg"_s);
    makeProject(path);
    tamper(path, {u"CREATE TABLE qgis_projects (name TEXT)"_s});
    CHECK(verifyProject(path)->problems.isEmpty());
    tamper(
        path,
        {u"CREATE TABLE cc_mine (id INTEGER PRIMARY KEY)"_s,
         u"INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('cc_mine', 'attributes', 'm')"_s});
    const auto report = verifyProject(path);
    REQUIRE_OK(report);
    CHECK(report->ok);
    REQUIRE(report->problems.size() == 1);
    CHECK(report->problems.first().severity == Severity::Warning);
}

TEST_CASE("a damaged file is called damaged")
{
    const test::Folder folder;
    const QString path = folder(u"a.gpkg"_s);
    makeProject(path);
    QByteArray bytes = bytesOf(path);
    {
        QFile file(folder(u"short.gpkg"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes.left(bytes.size() / 2));
    }
    const auto cut = verifyProject(folder(u"short.gpkg"_s));
    REQUIRE((!cut || !cut->ok));
    for (qsizetype place = 8 * 4096; place < bytes.size() && place < 40 * 4096; ++place)
        bytes[place] = 'x';
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    const auto report = verifyProject(path);
    REQUIRE((!report || !report->ok));
    CHECK_FALSE(verifyProject(folder(u"无.gpkg"_s)));
}
