#include "core/project/migrations.h"
#include "core/project/new_file.h"
#include "tests/core/project/year.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

const QString schemaTable =
    u"CREATE TABLE cc_schema (id INTEGER PRIMARY KEY, version INTEGER, min_compatible INTEGER)"_s;

/// Three steps of our own.
QList<Migration> ownSteps()
{
    return {{1, 1, {schemaTable, u"CREATE TABLE cc_a (id INTEGER PRIMARY KEY)"_s}},
            {2, 1, {u"CREATE TABLE cc_b (id INTEGER PRIMARY KEY)"_s}},
            {3, 2, {u"INSERT INTO cc_b VALUES (7)"_s, u"ALTER TABLE cc_a ADD COLUMN name TEXT"_s}}};
}

std::unique_ptr<Database> memory()
{
    auto database = Database::openInMemory();
    REQUIRE_OK(database);
    return *std::move(database);
}

int number(const Database& database, const QString& query)
{
    const auto value = database.scalar(query);
    REQUIRE_OK(value);
    return value->toInt();
}

/// A copy of a file that an older program wrote.
QString oldProject(const test::Folder& folder, int schema)
{
    QString path = folder(u"旧.gpkg"_s);
    REQUIRE(QFile::copy(test::dataFile(u"projects/schema-%1.gpkg"_s.arg(schema)), path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

/// Opens and upgrades it, with a copy of what it was beside it.
ProjectFile upgraded(const test::Folder& folder, const QString& path, int schema)
{
    auto file = ProjectFile::open(path);
    REQUIRE_OK(file);
    CHECK(file->schemaOutcome() == SchemaOutcome::Upgraded);
    CHECK(file->backupMade() == folder(u"旧.schema-%1.bak.gpkg"_s.arg(schema)));
    return *std::move(file);
}

void checkWhole(const QString& path)
{
    const auto report = verifyProject(path);
    REQUIRE_OK(report);
    CHECK(report->ok);
    CHECK(report->schema == 6);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE("schema: a fresh database gets every step")
{
    const auto database = memory();
    CHECK(schemaState(*database)->version == 0);
    CHECK(migrate(*database, ownSteps()) == SchemaOutcome::Upgraded);
    CHECK(schemaState(*database)->version == 3);
    CHECK(schemaState(*database)->minCompatible == 2);
    CHECK(number(*database, u"SELECT count(name) FROM pragma_table_info('cc_a')"_s) == 2);
    CHECK(number(*database, u"SELECT id FROM cc_b"_s) == 7);
}

TEST_CASE("schema: a second run does nothing")
{
    const auto database = memory();
    REQUIRE(migrate(*database, ownSteps()) == SchemaOutcome::Upgraded);
    const int changes = number(*database, u"SELECT total_changes()"_s);
    CHECK(migrate(*database, ownSteps()) == SchemaOutcome::Current);
    CHECK(number(*database, u"SELECT total_changes()"_s) == changes);
}

TEST_CASE("schema: an older database gets the steps it lacks only")
{
    const auto database = memory();
    QList<Migration> two = ownSteps();
    two.removeLast();
    REQUIRE(migrate(*database, two) == SchemaOutcome::Upgraded);
    REQUIRE_OK(database->run(u"INSERT INTO cc_a VALUES (5)"_s));
    CHECK(migrate(*database, ownSteps()) == SchemaOutcome::Upgraded);
    CHECK(number(*database, u"SELECT id FROM cc_a"_s) == 5);
}

TEST_CASE("schema: a newer database that we can read is left alone")
{
    const auto database = memory();
    REQUIRE(migrate(*database, ownSteps()) == SchemaOutcome::Upgraded);
    QList<Migration> two = ownSteps();
    two.removeLast();
    CHECK(migrate(*database, two) == SchemaOutcome::NewerReadable);
    CHECK(schemaState(*database)->version == 3);
}

TEST_CASE("schema: a newer database that we cannot read is left alone")
{
    const auto database = memory();
    REQUIRE(migrate(*database, ownSteps()) == SchemaOutcome::Upgraded);
    CHECK(migrate(*database, {ownSteps().first()}) == SchemaOutcome::NewerUnreadable);
    CHECK(schemaState(*database)->version == 3);
}

TEST_CASE("schema: a failing step leaves no trace, the ones before stay")
{
    const auto database = memory();
    QList<Migration> steps = ownSteps();
    steps[2].statements << u"INSERT INTO cc_nowhere VALUES (1)"_s;
    Error failure;
    CHECK(migrate(*database, steps, &failure) == SchemaOutcome::UpgradeFailed);
    CHECK(failure.detail().contains(u"cc_nowhere"));
    CHECK(schemaState(*database)->version == 2);
    CHECK(number(*database, u"SELECT count(*) FROM cc_b"_s) == 0);
    CHECK(number(*database, u"SELECT count(name) FROM pragma_table_info('cc_a')"_s) == 1);
    CHECK(migrate(*database, ownSteps()) == SchemaOutcome::Upgraded);
}

TEST_CASE("schema: step files that are missing or wrong are named")
{
    CHECK_FALSE(readMigrations(u":/nowhere"_s));
    const test::Folder folder;
    CHECK_FALSE(readMigrations(folder.path()));
    const QByteArray head = "-- version: 1\n-- min_compatible: 1\n-- re-run: harmless\n";
    write(folder(u"001_a.sql"_s), head + "SELECT 1; -- not split ; here\n-- next\nSELECT ';'\n");
    const auto good = readMigrations(folder.path());
    REQUIRE_OK(good);
    REQUIRE(good->size() == 1);
    CHECK(good->first().statements.size() == 2);
    CHECK(good->first().statements.last() == u"SELECT ';'"_s);

    write(folder(u"003_c.sql"_s),
          "-- version: 3\n-- min_compatible: 1\n-- re-run: harmless\nSELECT 1\n");
    const auto gap = readMigrations(folder.path());
    REQUIRE_FALSE(gap);
    CHECK(gap.error().message().contains(u"003_c.sql"));
    QFile::remove(folder(u"003_c.sql"_s));
    for (const QByteArray& bad :
         {QByteArray("SELECT 1\n"), QByteArray("-- version: 2\n-- min_compatible: 1\nSELECT 1\n"),
          QByteArray("-- version: 5\n-- min_compatible: 1\n-- re-run: harmless\nSELECT 1\n"),
          QByteArray("-- version: 2\n-- min_compatible: 1\n-- re-run: harmless\n")}) {
        write(folder(u"002_b.sql"_s), bad);
        const auto refused = readMigrations(folder.path());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == ErrorCode::Internal);
        CHECK(refused.error().message().contains(u"002_b.sql"));
    }
}

TEST_CASE("schema: our own steps are numbered without a gap")
{
    const auto steps = readMigrations();
    REQUIRE_OK(steps);
    REQUIRE(steps->size() == 6);
    for (const Migration& step : *steps)
        CHECK(step.minCompatible <= step.version);
}

TEST_CASE("a project of schema 2 is upgraded and takes rules and decisions")
{
    const test::Folder folder;
    const QString path = oldProject(folder, 2);
    const auto before = verifyProject(path);
    REQUIRE_OK(before);
    CHECK(before->ok);
    CHECK(before->schema == 2);

    ProjectFile file = upgraded(folder, path, 2);
    const auto data = file.load();
    REQUIRE_OK(data);
    CHECK(data->info.schema == 6);
    REQUIRE(data->values.size() == 1);
    CHECK(data->values.first().number == 22.94);
    REQUIRE(data->benchmarks.size() == 1);
    CHECK(data->benchmarks.first().value == 19.2);
    REQUIRE(data->texts.size() == 1);
    CHECK(data->texts.first().text == u"修好堤防。"_s);
    CHECK(data->rules.isEmpty());
    CHECK(data->decisions.isEmpty());
    REQUIRE_OK(file.commit(edits::setRule(*data, {0, u"stale"_s, false, {}, {}})));
    REQUIRE_OK(file.close());
    checkWhole(path);
    const auto copy = verifyProject(folder(u"旧.schema-2.bak.gpkg"_s));
    REQUIRE_OK(copy);
    CHECK(copy->ok);
    CHECK(copy->schema == 2);
    CHECK(ProjectFile::open(path)->schemaOutcome() == SchemaOutcome::Current);
}

// Written by the program that knew schema 3: a county's year with two figures and a left-out
// indicator.
TEST_CASE("a project of schema 3 is upgraded and takes tasks and documents")
{
    const test::Folder folder;
    const QString path = oldProject(folder, 3);
    ProjectFile file = upgraded(folder, path, 3);
    auto data = file.load();
    REQUIRE_OK(data);
    CHECK(data->info.schema == 6);
    REQUIRE(data->values.size() == 2);
    CHECK(data->values.last().number == 45.67);
    CHECK(data->catalogue.indicator(u"Q-05"_s)->excluded);
    CHECK(data->tasks.isEmpty());

    TaskSetting task;
    task.subject = u"Q-03"_s;
    task.lead = u"农业农村局"_s;
    ChangeSet set = edits::setTask(*data, task);
    YearInfo info = data->info;
    info.appraisalRule = u"{}"_s;
    set.append(edits::setInfo(*data, info));
    Department department = data->departments.first();
    department.email = u"a@b.cn"_s;
    set.append(edits::setDepartment(*data, department));
    REQUIRE_OK(file.commit(set));
    data = file.load();
    REQUIRE_OK(data);
    REQUIRE(data->task(u"Q-03"_s));
    CHECK(data->task(u"Q-03"_s)->lead == u"农业农村局"_s);
    CHECK(data->info.appraisalRule == u"{}"_s);
    CHECK(data->departments.first().email == u"a@b.cn"_s);
    REQUIRE_OK(file.close());
    checkWhole(path);
}

// Written by the program that knew schema 4: a county's year with a figure, a document and a task.
TEST_CASE("a project of schema 4 is upgraded and takes layers and recipes")
{
    const test::Folder folder;
    const QString path = oldProject(folder, 4);
    ProjectFile file = upgraded(folder, path, 4);
    auto data = file.load();
    REQUIRE_OK(data);
    REQUIRE(data->values.size() == 1);
    CHECK(data->values.first().number == 1234.5);
    REQUIRE(data->attachments.size() == 1);
    REQUIRE(data->task(u"a_farmland"_s));
    CHECK(data->task(u"a_farmland"_s)->lead == u"农业农村局"_s);
    CHECK(data->layers.isEmpty());

    Layer layer;
    layer.role = u"DLTB"_s;
    layer.name = u"地类图斑 2021"_s;
    layer.year = 2021;
    layer.path = u"PG:dbname=parcels"_s; // what is in a database is not looked at
    REQUIRE_OK(file.commit(edits::setLayer(*data, layer)));
    data = file.load();
    REQUIRE_OK(data);
    REQUIRE(data->layers.size() == 1);
    CHECK(data->layers.first().name == layer.name);
    REQUIRE_OK(file.close());
    checkWhole(path);
}

// Written by the program that knew schema 5: a county's year with a figure, a layer and a recipe
// that is switched off.
TEST_CASE("a project of schema 5 is upgraded and takes settings of maps")
{
    const test::Folder folder;
    const QString path = oldProject(folder, 5);
    ProjectFile file = upgraded(folder, path, 5);
    auto data = file.load();
    REQUIRE_OK(data);
    REQUIRE(data->values.size() == 1);
    CHECK(data->values.first().number == 1234.5);
    REQUIRE(data->layers.size() == 1);
    CHECK(data->layers.first().role == u"XZQ"_s);
    REQUIRE(data->recipe(u"a_farmland"_s));
    CHECK_FALSE(data->recipe(u"a_farmland"_s)->active);
    CHECK(data->mapSettings.isEmpty());

    REQUIRE_OK(file.commit(
        edits::setMapSetting(*data, {0, u"style"_s, u"XZQ"_s, u"{\"opacity\":0.5}"_s})));
    data = file.load();
    REQUIRE_OK(data);
    REQUIRE(data->mapSetting(u"style"_s, u"XZQ"_s));
    REQUIRE_OK(file.close());
    checkWhole(path);
}

TEST_CASE("a project of schema 1 is upgraded, a copy kept")
{
    const test::Folder folder;
    const QString path = oldProject(folder, 1);
    const auto before = verifyProject(path);
    REQUIRE_OK(before);
    CHECK(before->ok);
    CHECK(before->schema == 1);

    {
        // Looking only does not upgrade the file, but shows all of it.
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto looked = ProjectFile::open(path, OpenMode::ReadOnly);
        REQUIRE_OK(looked);
        const auto data = looked->load();
        REQUIRE_OK(data);
        CHECK(data->values.size() == 1);
        CHECK(data->benchmarks.isEmpty());
        file.seek(0);
        CHECK(file.readAll() == bytes);
    }

    auto file = ProjectFile::open(path);
    REQUIRE_OK(file);
    CHECK_FALSE(file->isReadOnly());
    CHECK(file->schemaOutcome() == SchemaOutcome::Upgraded);
    CHECK(file->backupMade() == folder(u"旧.schema-1.bak.gpkg"_s));
    const auto data = file->load();
    REQUIRE_OK(data);
    CHECK(data->info.schema == 6);
    CHECK(data->info.city == u"厦门市"_s);
    REQUIRE(data->values.size() == 1);
    CHECK(data->values.first().number == 22.94);
    CHECK(data->catalogue.indicators == test::smallYear().catalogue.indicators);
    REQUIRE_OK(file->commit(edits::setBenchmark(*data, {0, u"S-01"_s, u"全国"_s, 1, 2021, {}})));
    REQUIRE_OK(file->close());
    checkWhole(path);
    const auto copy = verifyProject(folder(u"旧.schema-1.bak.gpkg"_s));
    REQUIRE_OK(copy);
    CHECK(copy->ok);
    CHECK(copy->schema == 1);
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 2);
    CHECK(ProjectFile::open(path)->schemaOutcome() == SchemaOutcome::Current);
}
