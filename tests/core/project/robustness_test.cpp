#include "core/project/database.h"
#include "core/project/writer_lock.h"
#include "tests/core/project/year.h"
#include "tests/support/catch.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>

#include <unistd.h>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

const QString helper = QStringLiteral(CHECKUP_PROJECT_HELPER);

QString makeProject(const test::Folder& folder, const QString& name = u"厦门市-2022.gpkg"_s)
{
    auto file = ProjectFile::create(folder(name), test::smallYear());
    REQUIRE_OK(file);
    REQUIRE_OK(file->close());
    return folder(name);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void run(const QString& path, const QStringList& statements)
{
    const auto database = Database::open(path, Access::Write);
    REQUIRE_OK(database);
    for (const QString& statement : statements)
        REQUIRE_OK((*database)->scalar(statement));
}

void checkRefused(const QString& path, ErrorCode code)
{
    INFO(path.toStdString());
    const QByteArray before = QFileInfo(path).isFile() ? bytesOf(path) : QByteArray();
    const auto file = ProjectFile::open(path);
    REQUIRE_FALSE(file);
    CHECK(file.error().code() == code);
    CHECK(file.error().message().contains(QFileInfo(path).fileName()));
    CHECK(file.error().message().endsWith(u'。'));
    CHECK((file.error().message().contains(u'；') || file.error().message().contains(u'，')));
    if (QFileInfo(path).isFile())
        CHECK(bytesOf(path) == before);
}

QStringList filesIn(const test::Folder& folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

QString saidBy(const QStringList& words)
{
    QProcess process;
    process.start(helper, words);
    REQUIRE(process.waitForFinished(20000));
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace

TEST_CASE("what is no project is refused and left as it is")
{
    const test::Folder folder;
    checkRefused(folder(u"没有.gpkg"_s), ErrorCode::NotFound);
    checkRefused(folder.path(), ErrorCode::NotAProject);
    write(folder(u"空.gpkg"_s), {});
    checkRefused(folder(u"空.gpkg"_s), ErrorCode::NotAProject);
    write(folder(u"文本.gpkg"_s), "指标,值\n");
    checkRefused(folder(u"文本.gpkg"_s), ErrorCode::NotAProject);
    write(folder(u"zip.gpkg"_s), "PK\x03\x04" + QByteArray(500, 'x'));
    checkRefused(folder(u"zip.gpkg"_s), ErrorCode::NotAProject);
    run(folder(u"别的.sqlite"_s), {u"CREATE TABLE a (b)"_s});
    checkRefused(folder(u"别的.sqlite"_s), ErrorCode::NotAProject);
    run(folder(u"图层.gpkg"_s), {u"CREATE TABLE gpkg_contents (table_name TEXT)"_s});
    checkRefused(folder(u"图层.gpkg"_s), ErrorCode::NotAProject);
    CHECK(ProjectFile::open(folder(u"图层.gpkg"_s)).error().message().contains(u"GeoPackage"));
    CHECK(filesIn(folder).filter(u"lock"_s).isEmpty());
}

TEST_CASE("a truncated or overwritten project is called damaged")
{
    const test::Folder folder;
    const QByteArray whole = bytesOf(makeProject(folder));
    for (const qsizetype size :
         {qsizetype(50), qsizetype(3000), qsizetype(4096), whole.size() / 2, whole.size() - 1}) {
        write(folder(u"短.gpkg"_s), whole.left(size));
        checkRefused(folder(u"短.gpkg"_s), ErrorCode::Damaged);
    }
    QByteArray overwritten = whole;
    for (qsizetype place = 100; place < 4096; ++place)
        overwritten[place] = char(place * 7);
    write(folder(u"坏.gpkg"_s), overwritten);
    checkRefused(folder(u"坏.gpkg"_s), ErrorCode::Damaged);
    overwritten = whole;
    for (qsizetype place = 4096; place < whole.size(); ++place)
        overwritten[place] = char(place * 7);
    write(folder(u"坏2.gpkg"_s), overwritten);
    const auto opened = ProjectFile::open(folder(u"坏2.gpkg"_s));
    if (opened) {
        const auto data = opened->load();
        REQUIRE_FALSE(data);
        CHECK(data.error().code() == ErrorCode::Damaged);
    } else {
        CHECK(opened.error().code() == ErrorCode::Damaged);
    }
}

TEST_CASE("a newer project is shown or refused in plain words")
{
    const test::Folder folder;
    const QString path = makeProject(folder);
    run(path, {u"UPDATE cc_schema SET version = 9, min_compatible = 3"_s});
    const QByteArray before = bytesOf(path);
    {
        auto file = ProjectFile::open(path);
        REQUIRE_OK(file);
        CHECK(file->isReadOnly());
        CHECK(file->schemaOutcome() == SchemaOutcome::NewerReadable);
        CHECK(file->readOnlyReason().contains(u"升级本软件"));
        CHECK(file->lockHolder().isEmpty());
        CHECK(file->load());
    }
    CHECK(bytesOf(path) == before);
    run(path, {u"UPDATE cc_schema SET version = 9, min_compatible = 9"_s});
    checkRefused(path, ErrorCode::NewerVersion);
    CHECK(filesIn(folder).size() == 1);
}

TEST_CASE("a folder that cannot be written is read from")
{
    const test::Folder folder;
    const QString path = makeProject(folder);
    const bool root = geteuid() == 0;
    const auto setWritable = [&](bool writable) {
        const QFile::Permissions read = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
        const QFile::Permissions exec = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
        const QFile::Permissions own =
            writable || root ? QFile::Permissions(QFile::WriteOwner) : QFile::Permissions();
        REQUIRE(QFile::setPermissions(path, read | own));
        REQUIRE(QFile::setPermissions(folder.path(), read | exec | own));
    };
    const auto look = [&] {
        setWritable(false);
        const QByteArray before = bytesOf(path);
        const QString said = saidBy({u"look"_s, path});
        CHECK(bytesOf(path) == before);
        setWritable(true);
        CHECK(filesIn(folder).size() == 1);
        INFO(said.toStdString());
        CHECK(said.startsWith(u"read-only 厦门市"));
        CHECK(said.contains(u"另存"));
    };
    look();
    run(path, {u"PRAGMA journal_mode=WAL"_s});
    REQUIRE(bytesOf(path).at(18) == 2);
    look();
}

TEST_CASE("a file that another program left in WAL is put in order")
{
    const test::Folder folder;
    const QString path = makeProject(folder);
    {
        // Copied while open: the figures are in the side file only.
        const auto other = Database::open(path, Access::Write);
        REQUIRE_OK(other);
        REQUIRE_OK((*other)->scalar(u"PRAGMA journal_mode=WAL"_s));
        REQUIRE_OK((*other)->run(u"UPDATE cc_departments SET contact = '甲'"_s));
        REQUIRE(QFile::copy(path, folder(u"b.gpkg"_s)));
        REQUIRE(QFile::copy(path + u"-wal"_s, folder(u"b.gpkg-wal"_s)));
    }
    auto file = ProjectFile::open(folder(u"b.gpkg"_s));
    REQUIRE_OK(file);
    CHECK(file->load()->departments.first().contact == u"甲"_s);
    REQUIRE_OK(file->close());
    CHECK(bytesOf(folder(u"b.gpkg"_s)).at(18) == 1);
    CHECK(filesIn(folder) == QStringList({u"b.gpkg"_s, u"厦门市-2022.gpkg"_s}));
}

TEST_CASE("another program's write lock is waited for, then said")
{
    const test::Folder folder;
    auto file = ProjectFile::open(makeProject(folder));
    REQUIRE_OK(file);
    const auto data = file->load();
    REQUIRE_OK(data);
    const ChangeSet edit = edits::setValue(*data, test::figure(u"S-01"_s, 1, 2022, 1, 1), {});
    {
        const auto other = Database::open(file->path(), Access::Write);
        REQUIRE_OK(other);
        REQUIRE_OK((*other)->run(u"BEGIN IMMEDIATE"_s));
        const auto busy = file->commit(edit);
        REQUIRE_FALSE(busy);
        CHECK(busy.error().code() == ErrorCode::Busy);
        REQUIRE_OK((*other)->run(u"ROLLBACK"_s));
    }
    REQUIRE_OK(file->commit(edit));
}

TEST_CASE("another process holds the project")
{
    const test::Folder folder;
    const QString path = makeProject(folder);
    QProcess process;
    process.start(helper, {u"hold"_s, path});
    REQUIRE(process.waitForReadyRead(10000));
    REQUIRE(process.readAllStandardOutput().trimmed() == "ready");
    {
        const auto file = ProjectFile::open(path);
        REQUIRE_OK(file);
        CHECK(file->isReadOnly());
        CHECK(file->lockHolder().startsWith(u"李四@"));
    }
    process.write("\n");
    REQUIRE(process.waitForFinished(10000));
    CHECK(process.exitCode() == 0);
    CHECK_FALSE(ProjectFile::open(path)->isReadOnly());
    CHECK(filesIn(folder).size() == 1);
}

TEST_CASE("a lock from another machine holds for a day")
{
    const test::Folder folder;
    const QString path = makeProject(folder);
    const QString lock = WriterLock::lockPath(path);
    write(lock, "4711\ncitycheckup\nPC-01\n0123456789abcdef\nfedcba98\nperson:赵六\n");
    {
        const auto file = ProjectFile::open(path);
        REQUIRE_OK(file);
        CHECK(file->isReadOnly());
        CHECK(file->lockHolder().startsWith(u"赵六@PC-01, "));
        CHECK(file->readOnlyReason().contains(u"赵六@PC-01"));
    }
    CHECK(QFileInfo::exists(lock));
    {
        QFile file(lock);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-2),
                                 QFile::FileModificationTime));
    }
    CHECK_FALSE(ProjectFile::open(path)->isReadOnly());
    CHECK_FALSE(QFileInfo::exists(lock));
}

TEST_CASE("a full disk is said, and the project stays as it was")
{
    const test::Folder folder;
    const QString path = makeProject(folder);
    // The side file may grow by little before the limit on file sizes is met.
    const QString said =
        saidBy({u"fill"_s, path, QString::number(QFileInfo(path).size() + 200000)});
    INFO(said.toStdString());
    const QStringList words = said.split(u' ');
    CHECK(words.value(0).toInt() == static_cast<int>(ErrorCode::DiskFull));
    CHECK(said.contains(u"磁盘空间不足"));
    auto file = ProjectFile::open(path);
    REQUIRE_OK(file);
    CHECK_FALSE(file->isReadOnly());
    const auto data = file->load();
    REQUIRE_OK(data);
    CHECK(data->texts.size() == words.value(1).toInt());
    REQUIRE_OK(file->close());
    CHECK(verifyProject(path)->ok);
    CHECK(filesIn(folder).size() == 1);
}

TEST_CASE("killed at any moment, a project holds whole transactions")
{
    const test::Folder folder;
    const QString path = makeProject(folder);
    int committed = 0;
    for (int round = 0; round < 20; ++round) {
        QProcess process;
        process.start(helper, {u"commit"_s, path});
        REQUIRE(process.waitForReadyRead(10000));
        ::usleep(QRandomGenerator::global()->bounded(60000));
        process.kill();
        REQUIRE(process.waitForFinished(10000));
        const QStringList said =
            QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);

        auto file = ProjectFile::open(path);
        REQUIRE_OK(file);
        CHECK_FALSE(file->isReadOnly());
        const auto data = file->load();
        REQUIRE_OK(data);
        QHash<int, int> figures;
        int last = 1000;
        for (const Value& value : data->values) {
            ++figures[value.year];
            last = std::max(last, value.year);
        }
        for (const int number : std::as_const(figures))
            CHECK(number == 10);
        CHECK(data->evidence.size() == data->values.size());
        // What was said to be committed is there; at most one more was under way.
        if (said.size() > 1) {
            CHECK(last >= said.last().toInt());
            CHECK(last <= said.last().toInt() + 1);
        }
        committed = int(figures.size());
        REQUIRE_OK(file->close());
        const auto report = verifyProject(path);
        REQUIRE_OK(report);
        CHECK(report->ok);
        CHECK(report->auditEntries == 1 + 2 * data->values.size());
        CHECK(filesIn(folder).size() == 1);
    }
    CHECK(committed > 2); // how many depends on the machine; none would mean that nothing was tried
}
