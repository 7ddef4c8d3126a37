#include "core/project/documents.h"

#include "core/base/file_tools.h"
#include "core/project/database.h"
#include "tests/core/project/open_year.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    REQUIRE_OK(writeFileSafely(path, bytes));
}

Attachment attachment(const QString& name, const QByteArray& bytes, const QString& path = {})
{
    Attachment made;
    made.name = name;
    made.sha256 = test::digest(bytes);
    made.size = bytes.size();
    made.path = path;
    return made;
}

Document document(const YearData& data, const QString& digest, const QString& subject, int year,
                  qint64 source = 0)
{
    Document made;
    made.subject = subject;
    made.region = RegionId(1);
    made.year = year;
    made.source = SourceId(source);
    made.attachment = data.attachmentByDigest(digest)->id;
    made.place = u"第 3 页"_s;
    return made;
}

/// Adds a document and lets it stand behind a figure.
void attach(test::OpenYear& year, const Attachment& added, const QByteArray& bytes,
            const QString& subject, int of, qint64 source = 0)
{
    year.commit(edits::addAttachment(year.data, added, bytes));
    year.commit(
        edits::setDocument(year.data, document(year.data, added.sha256, subject, of, source)));
}

QStringList sentences(const QString& path)
{
    const auto report = verifyProject(path);
    REQUIRE_OK(report);
    QStringList all;
    for (const Issue& issue : report->problems)
        all << issue.text;
    CHECK(report->ok == all.isEmpty());
    return all;
}

void tamper(const QString& path, const QString& statement)
{
    const auto database = Database::open(path, Access::Write);
    REQUIRE_OK(database);
    REQUIRE_OK((*database)->run(statement));
}

} // namespace

TEST_CASE("verifying finds documents that vanished, were changed or damaged")
{
    test::OpenYear year;
    const QString path = year.folder(u"年.gpkg"_s);
    const QString beside = year.folder(u"佐证/批复.pdf"_s);
    write(beside, "twelve bytes");
    attach(year, attachment(u"批复.pdf"_s, "twelve bytes", u"佐证/批复.pdf"_s), {}, u"S-01"_s,
           2022);
    attach(year, attachment(u"扫描件.png"_s, "inside"), "inside", u"S-01"_s, 2022);
    attach(year, attachment(u"年鉴.xlsx"_s, "also inside"), "also inside", u"S-03"_s, 2022);
    REQUIRE_OK(year.file.close());
    CHECK(sentences(path).isEmpty());

    // Same size, other bytes.
    write(beside, "Twelve bytes");
    QStringList found = sentences(path);
    REQUIRE(found.size() == 1);
    CHECK(found.first().contains(u"批复.pdf"_s));
    CHECK(found.first().contains(u"改动"_s));
    write(beside, "longer than twelve bytes");
    CHECK(sentences(path).size() == 1);
    REQUIRE(QFile::remove(beside));
    found = sentences(path);
    REQUIRE(found.size() == 1);
    CHECK(found.first().contains(u"佐证/批复.pdf"_s));
    CHECK(found.first().contains(u"找不到"_s));
    write(beside, "twelve bytes");
    CHECK(sentences(path).isEmpty());

    tamper(path, u"UPDATE cc_contents SET content = x'00' WHERE sha256 = '%1'"_s.arg(
                     test::digest("inside")));
    found = sentences(path);
    REQUIRE(found.size() == 1);
    CHECK(found.first().contains(u"扫描件.png"_s));
    CHECK(found.first().contains(u"散列"_s));
    tamper(path, u"DELETE FROM cc_contents WHERE sha256 = '%1'"_s.arg(test::digest("also inside")));
    found = sentences(path);
    REQUIRE(found.size() == 2);
    CHECK(found.last().contains(u"年鉴.xlsx"_s));
    CHECK(found.last().contains(u"缺失"_s));
}

TEST_CASE("verifying documents changes nothing, and can be cancelled")
{
    test::OpenYear year;
    attach(year, attachment(u"批复.pdf"_s, "inside"), "inside", u"S-01"_s, 2022);
    attach(year, attachment(u"大.pdf"_s, "outside", u"不在/大.pdf"_s), {}, u"S-01"_s, 2022);
    REQUIRE_OK(year.file.close());
    const QString path = year.folder(u"年.gpkg"_s);
    const auto before = sha256OfFile(path);
    const QStringList beside = QDir(year.folder.path()).entryList(QDir::Files | QDir::Hidden);
    CHECK(sentences(path).size() == 1);
    CHECK(*sha256OfFile(path) == *before);
    CHECK(QDir(year.folder.path()).entryList(QDir::Files | QDir::Hidden) == beside);
    CancelToken cancel;
    cancel.cancel();
    const auto stopped = verifyProject(path, cancel);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("documents of carried figures come along into the next year")
{
    test::OpenYear year;
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 1, 22.9)));
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 2, 30)));
    write(year.folder(u"佐证/大.pdf"_s), "large");
    attach(year, attachment(u"批复.pdf"_s, "carried"), "carried", u"S-01"_s, 2022);
    attach(year, attachment(u"大.pdf"_s, "large", u"佐证/大.pdf"_s), {}, u"S-01"_s, 2022, 1);
    // Behind a rival that was not adopted, and behind nothing that comes along.
    attach(year, attachment(u"年鉴.pdf"_s, "rival"), "rival", u"S-01"_s, 2022, 2);
    attach(year, attachment(u"空.pdf"_s, "no figure"), "no figure", u"S-03"_s, 2022);
    REQUIRE_OK(year.file.close());

    QDir().mkpath(year.folder(u"次年"_s));
    auto next = rollForward(year.folder(u"年.gpkg"_s), year.folder(u"次年/年.gpkg"_s), 2023);
    REQUIRE_OK(next);
    const auto data = next->load();
    REQUIRE_OK(data);
    REQUIRE(data->attachments.size() == 2);
    CHECK(data->attachments.first().name == u"批复.pdf"_s);
    CHECK(data->attachments.last().path == u"../佐证/大.pdf"_s);
    REQUIRE(data->documentsOf({u"S-01"_s, RegionId(1), 2022}).size() == 2);
    CHECK(data->documents.first().place == u"第 3 页"_s);
    const auto bytes = next->content(test::digest("carried"));
    REQUIRE_OK(bytes);
    CHECK(*bytes == "carried");
    CHECK_FALSE(next->content(test::digest("rival")));
    REQUIRE_OK(next->close());
    CHECK(sentences(year.folder(u"次年/年.gpkg"_s)).isEmpty());
}

TEST_CASE("the audit is filtered by what a row belongs to, also when the row is gone")
{
    test::OpenYear year;
    ProjectFile::setPerson(u"张三"_s);
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 1, 22.9)));
    year.commit(edits::setValue(year.data, test::figure(u"S-03"_s, 1, 2022, 1, 40)));
    ProjectFile::setPerson(u"李四"_s);
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 1, 22.94)));
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2021, 1, 22)));
    year.commit(edits::removeValue(year.data,
                                   year.data.rivals({u"S-01"_s, RegionId(1), 2021}).first()->id));
    attach(year, attachment(u"批复.pdf"_s, "x"), "x", u"S-03"_s, 2022);
    Goal goal;
    goal.indicator = u"S-03"_s;
    goal.region = RegionId(1);
    goal.kind = GoalKind::Floor;
    year.commit(edits::setGoal(year.data, goal));
    ProjectFile::setPerson({});

    const auto count = [&year](const AuditFilter& filter) {
        const auto found = year.file.audit(filter);
        REQUIRE_OK(found);
        return found->size();
    };
    AuditFilter filter;
    filter.subject = u"S-01"_s;
    CHECK(count(filter) == 4);
    filter.person = u"张三"_s;
    CHECK(count(filter) == 1);
    filter.person.clear();
    filter.table = u"goals"_s;
    CHECK(count(filter) == 0);
    filter.subject = u"S-03"_s;
    CHECK(count(filter) == 1);
    filter.table.clear();
    CHECK(count(filter) == 3); // value, document, goal
    filter.subject = u"S"_s;
    CHECK(count(filter) == 0);
    filter.subject = u"S-01' OR ''='"_s;
    CHECK(count(filter) == 0);

    filter = {};
    filter.subject = u"S-01"_s;
    filter.limit = 3;
    auto page = year.file.audit(filter);
    REQUIRE_OK(page);
    REQUIRE(page->size() == 3);
    CHECK(page->first().number > page->last().number);
    filter.beforeNumber = page->last().number;
    page = year.file.audit(filter);
    REQUIRE_OK(page);
    REQUIRE(page->size() == 1);
    CHECK(page->first().afterRow().value(u"number"_s).toDouble() == 22.9);

    const auto persons = year.file.auditPersons();
    REQUIRE_OK(persons);
    CHECK(persons->contains(u"张三"_s));
    CHECK(persons->contains(u"李四"_s));
    const auto gone = year.file.removedRows();
    REQUIRE_OK(gone);
    REQUIRE(gone->size() == 1);
    CHECK(gone->first().before.value(u"year"_s).toInt() == 2021);
}

TEST_CASE("the step of an audit row is the edit that was committed")
{
    test::OpenYear year;
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 1, 22.9)));
    const Value other = test::figure(u"S-01"_s, 1, 2022, 2, 30);
    year.commit(edits::setValue(year.data, other));
    const auto rivals = year.data.rivals({u"S-01"_s, RegionId(1), 2022});
    REQUIRE(rivals.size() == 2);
    const ChangeSet adopted =
        year.commit(edits::adoptValue(year.data, rivals.last()->id, u"以年鉴为准"_s));
    REQUIRE(adopted.changes.size() == 2);
    const auto step = year.file.step(year.now());
    REQUIRE_OK(step);
    REQUIRE(step->changes.size() == 2);
    CHECK(step->reason == u"以年鉴为准"_s);
    year.commit(step->inverted());
    CHECK(year.data.adopted({u"S-01"_s, RegionId(1), 2022})->source == SourceId(1));
    // Once more: the rows are no longer as that step left them.
    const auto again = year.file.commit(step->inverted());
    REQUIRE_FALSE(again);
    CHECK(again.error().code() == ErrorCode::Invalid);
    CHECK_FALSE(year.file.step(1)); // the new file's own row
}

TEST_CASE("filtering fifty thousand audit rows by indicator takes no time to speak of")
{
    const test::Folder folder;
    auto file = ProjectFile::create(folder(u"大.gpkg"_s), test::largeYear(122));
    REQUIRE_OK(file);
    const auto data = file->load();
    REQUIRE_OK(data);
    ChangeSet set;
    set.label = u"导入"_s;
    for (int i = 0; i < 50000; ++i) {
        const ChangeSet one =
            edits::setValue(*data, test::figure(u"X-%1"_s.arg(i % 122, 3, 10, QChar(u'0')),
                                                1 + i / 122 % 12, 1600 + i / 1464, 1, i));
        RowChange change = one.changes.first();
        change.row = -i - 1;
        set.changes << change;
    }
    REQUIRE_OK(file->commit(set));
    QElapsedTimer timer;
    timer.start();
    AuditFilter filter;
    filter.subject = u"X-005"_s;
    filter.limit = 1000;
    const auto found = file->audit(filter);
    REQUIRE_OK(found);
    const qint64 took = timer.elapsed();
    CHECK(found->size() == 410); // 50 000 / 122, rounded up
    INFO(took << " ms");
    CHECK(took < 1000);
}
