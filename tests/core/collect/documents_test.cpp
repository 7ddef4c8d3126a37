#include "core/base/file_tools.h"
#include "core/collect/attachments.h"
#include "core/collect/difference.h"
#include "core/collect/row_words.h"
#include "core/office/text_decoding.h"
#include "core/office/xlsx_reader.h"
#include "core/project/documents.h"
#include "core/project/project_file.h"
#include "core/project/rows.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>
#include <QDir>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;
using project::Document;
using project::RegionId;

namespace {

const QDateTime noon(QDate(2023, 5, 6), QTime(12, 0), Qt::UTC);

/// An open project with the small year of the collecting tests.
struct Open
{
    test::SmallProject made;
    QString path = made.path(u"佐证.gpkg"_s);
    project::ProjectFile file;
    project::YearData data;

    Open()
        : file(copy(made, path))
    {
        load();
    }
    static project::ProjectFile copy(const test::SmallProject& made, const QString& path)
    {
        const project::YearData from = made.data();
        auto file = project::ProjectFile::create(
            path, {from.info, from.catalogue, from.regions, from.departments});
        REQUIRE_OK(file);
        return *std::move(file);
    }
    void load()
    {
        auto loaded = file.load();
        REQUIRE_OK(loaded);
        data = *std::move(loaded);
    }
    project::ChangeSet commit(const project::ChangeSet& set)
    {
        const auto done = file.commit(set);
        REQUIRE_OK(done);
        load();
        return *done;
    }
    qint64 now()
    {
        const auto number = file.lastAuditNumber();
        REQUIRE_OK(number);
        return *number;
    }
    QString document(const QString& name, const QByteArray& bytes)
    {
        const QString at = made.path(name);
        QDir().mkpath(QFileInfo(at).path());
        REQUIRE_OK(writeFileSafely(at, bytes));
        return at;
    }
    ReadDocument read(const QString& from, Keeping keeping = Keeping::ByLimit)
    {
        auto document = readDocument(path, from, keeping, noon);
        REQUIRE_OK(document);
        return *std::move(document);
    }
    project::Value value(const QString& source, double number, const QString& unit)
    {
        project::Value one;
        one.subject = data.catalogue.indicators.first().code;
        one.region = data.city()->id;
        one.year = 2022;
        one.source = data.sourceByKey(source)->id;
        one.number = number;
        one.unit = unit;
        return one;
    }
    Document figure(const QString& place = {})
    {
        Document one;
        one.subject = data.catalogue.indicators.first().code;
        one.region = data.city()->id;
        one.year = 2022;
        one.place = place;
        return one;
    }
    QStringList told(qint64 from, qint64 to)
    {
        const auto compared = compare(file, data, {u"甲"_s, from}, {u"乙"_s, to});
        REQUIRE_OK(compared);
        QStringList sentences;
        for (const DifferenceRow& row : compared->rows)
            sentences << row.sentence;
        return sentences;
    }
};

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

TEST_CASE("a document is read with its digest and what it is, whatever it calls itself")
{
    Open open;
    const QByteArray pdf = "%PDF-1.4 页";
    const ReadDocument read = open.read(open.document(u"批复.dat"_s, pdf));
    CHECK(read.attachment.name == u"批复.dat"_s);
    CHECK(read.attachment.sha256 == hex(pdf));
    CHECK(read.attachment.size == pdf.size());
    CHECK(read.attachment.mediaType == u"application/pdf"_s);
    CHECK(read.attachment.isInside());
    CHECK(read.attachment.addedAt == noon);
    CHECK(read.content == pdf);

    CHECK(mediaTypeOf(open.document(u"a.bin"_s, "\x89PNG\r\n\x1a\n....")) == u"image/png"_s);
    CHECK(mediaTypeOf(open.document(u"b.bin"_s, "\xFF\xD8\xFF\xE0....")) == u"image/jpeg"_s);
    CHECK(mediaTypeOf(open.document(u"c.docx"_s, "PK\x03\x04 broken")) ==
          u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s);
    CHECK(mediaTypeOf(open.document(u"d.unheard"_s, QByteArray("\x01\x02\x00\x03", 4))) ==
          u"application/octet-stream"_s);

    const auto code = [&](const QString& from, Keeping keeping = Keeping::ByLimit) {
        const auto refused = readDocument(open.path, from, keeping, noon);
        REQUIRE_FALSE(refused);
        return refused.error().code();
    };
    CHECK(code(open.made.path(u"没有.pdf"_s)) == ErrorCode::NotFound);
    CHECK(code(open.document(u"空.pdf"_s, "")) == ErrorCode::Invalid);
    CHECK(code(open.path) == ErrorCode::Invalid);
    CHECK(code(QFileInfo(open.path).path()) == ErrorCode::Invalid);
    CancelToken cancel;
    cancel.cancel();
    const auto stopped =
        readDocument(open.path, open.document(u"e.pdf"_s, pdf), Keeping::Referenced, noon, cancel);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("a large document is referenced from where it is, relative to the project")
{
    Open open;
    const QByteArray large(project::Attachment::insideLimit + 1, 'x');
    const QString beside = open.document(u"扫描/大.pdf"_s, large);
    const ReadDocument read = open.read(beside);
    CHECK(read.attachment.path == u"扫描/大.pdf"_s);
    CHECK(read.content.isEmpty());
    CHECK((read.attachment.sha256 == hex(large)));
    CHECK(liesBesideProject(open.path, beside));
    const auto refused = readDocument(open.path, beside, Keeping::Inside, noon);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::TooLarge);

    const QByteArray limit(project::Attachment::insideLimit, 'x');
    CHECK(open.read(open.document(u"正好.pdf"_s, limit)).attachment.isInside());

    // Outside the project's folder: by ../, or copied beside; once.
    QDir().mkpath(open.made.path(u"项目"_s));
    const QString project = open.made.path(u"项目/年.gpkg"_s);
    CHECK_FALSE(liesBesideProject(project, beside));
    const auto outside = readDocument(project, beside, Keeping::Referenced, noon);
    REQUIRE_OK(outside);
    CHECK(outside->attachment.path == u"../扫描/大.pdf"_s);
    CHECK(project::documentPath(project, outside->attachment) == beside);
    const auto copy = copyBesideProject(project, beside);
    REQUIRE_OK(copy);
    CHECK(*copy == open.made.path(u"项目/佐证材料/大.pdf"_s));
    CHECK((*sha256OfFile(*copy) == hex(large)));
    const auto again = copyBesideProject(project, beside);
    REQUIRE_OK(again);
    CHECK(*again == *copy);
    const auto other = copyBesideProject(project, open.document(u"另/大.pdf"_s, "other"));
    REQUIRE_OK(other);
    CHECK(*other == open.made.path(u"项目/佐证材料/大（2）.pdf"_s));
    CancelToken cancel;
    cancel.cancel();
    CHECK_FALSE(copyBesideProject(project, open.document(u"third.pdf"_s, "third"), cancel));
    CHECK_FALSE(QFile::exists(open.made.path(u"项目/佐证材料/third.pdf"_s)));
}

TEST_CASE("a document stands behind several figures but is kept once")
{
    Open open;
    const ReadDocument read = open.read(open.document(u"批复.pdf"_s, "%PDF one"));
    Document second = open.figure(u"第 4 页"_s);
    second.year = 2021;
    const auto done = open.commit(attach(open.data, read, {open.figure(u"第 3 页"_s), second}));
    REQUIRE(open.data.attachments.size() == 1);
    REQUIRE(open.data.documents.size() == 2);
    CHECK(open.data.documents.last().attachment == open.data.attachments.first().id);
    // Again, from another file with the same bytes: nothing; at another place: the link alone.
    const ReadDocument twin = open.read(open.document(u"复印.pdf"_s, "%PDF one"));
    CHECK(attach(open.data, twin, {open.figure(u"第 3 页"_s)}).isEmpty());
    const project::ChangeSet more = attach(open.data, twin, {open.figure(u"第 9 页"_s)});
    CHECK(more.changes.size() == 1);
    open.commit(more);
    CHECK(open.data.attachments.size() == 1);
    CHECK(open.data.documents.size() == 3);

    const project::ChangeSet removed =
        open.commit(project::edits::removeDocument(open.data, open.data.documents.last().id));
    CHECK(open.data.documents.size() == 2);
    open.commit(removed.inverted());
    CHECK(open.data.documents.size() == 3);
    CHECK(done.changes.size() == 3);
}

TEST_CASE("a vanished document is found again, or replaced, and what it stands behind stays")
{
    Open open;
    const QString at = open.document(u"扫描/批复.pdf"_s, "%PDF one");
    open.commit(attach(open.data, open.read(at, Keeping::Referenced), {open.figure()}));
    const project::AttachmentId id = open.data.attachments.first().id;
    const QString moved = open.document(u"别处/批复.pdf"_s, "%PDF one");
    open.commit(replaceDocument(open.data, id, open.read(moved, Keeping::Referenced)));
    CHECK(open.data.attachments.first().path == u"别处/批复.pdf"_s);
    CHECK(open.data.documents.size() == 1);
    // Scanned anew, kept inside.
    open.commit(replaceDocument(open.data, id, open.read(open.document(u"新.pdf"_s, "%PDF two"))));
    REQUIRE(open.data.attachments.size() == 1);
    CHECK(open.data.attachments.first().isInside());
    CHECK(open.data.attachments.first().sha256 == hex("%PDF two"));
    REQUIRE_OK(open.file.content(hex("%PDF two")));
    CHECK(open.data.documentsOf({open.figure().subject, open.figure().region, 2022}).size() == 1);
    // By one that is on file already: the references move over, and one document remains.
    open.commit(attach(open.data, open.read(open.document(u"三.pdf"_s, "%PDF three")), {}));
    REQUIRE(open.data.attachments.size() == 2);
    open.commit(
        replaceDocument(open.data, id, open.read(open.document(u"三.pdf"_s, "%PDF three"))));
    REQUIRE(open.data.attachments.size() == 1);
    REQUIRE(open.data.documents.size() == 1);
    CHECK(open.data.documents.first().attachment == open.data.attachments.first().id);
}

TEST_CASE("differences are told as sentences")
{
    Open open;
    const QString name = open.data.catalogue.indicators.first().nameZh;
    const QString unit = open.data.catalogue.indicators.first().unit;
    open.commit(project::edits::setValue(open.data, open.value(u"department"_s, 22.9, unit)));
    open.commit(project::edits::setValue(open.data, open.value(u"statistics"_s, 23, unit)));
    const qint64 first = open.now();

    open.commit(project::edits::setValue(open.data, open.value(u"department"_s, 22.94, unit)));
    const project::FigureKey key{open.figure().subject, open.figure().region, 2022};
    open.commit(
        project::edits::adoptValue(open.data, open.data.rivals(key).last()->id, u"以年鉴为准"_s));
    project::Value older = open.value(u"department"_s, 20, unit);
    older.year = 2021;
    open.commit(project::edits::setValue(open.data, older));
    project::Department department = open.data.departments.first();
    department.email = u"a@b.cn"_s;
    open.commit(project::edits::setDepartment(open.data, department));
    const qint64 second = open.now();

    const QString figure = u"%1 厦门市 2022 年"_s.arg(name);
    CHECK(open.told(first, second) ==
          QStringList{
              u"%1（部门报送）由 22.9 %2 改为 22.94 %2。"_s.arg(figure, unit),
              u"责任部门“%1”的邮箱从“空”改为“a@b.cn”。"_s.arg(department.name),
              u"%1改为采用统计年鉴与公报 23 %2，原采用部门报送 22.9 %2。理由：以年鉴为准。"_s.arg(
                  figure, unit),
              u"新增 %1 厦门市 2021 年（部门报送）：20 %2。"_s.arg(name, unit)});
    CHECK(open.told(first, first).isEmpty());
    // Whichever way round they are asked for.
    CHECK(open.told(second, first) == open.told(first, second));

    // What happens later does not change what is told of then: neither the number, nor a row that
    // is gone by now.
    open.commit(project::edits::setValue(open.data, open.value(u"department"_s, 99, unit)));
    open.commit(project::edits::removeValue(
        open.data, open.data.rivals({key.subject, key.region, 2021}).first()->id));
    const QStringList still = open.told(first, second);
    REQUIRE(still.size() == 4);
    CHECK(still.first().contains(u"22.94"_s));
    CHECK(still.last().contains(u"2021 年（部门报送）：20"_s));
    const QStringList after = open.told(second, open.now());
    REQUIRE(after.size() == 2);
    CHECK(after.first().contains(u"由 22.94 %1 改为 99 %1"_s.arg(unit)));
    CHECK(after.last() == u"删除 %1 厦门市 2021 年（部门报送），原为 20 %2。"_s.arg(name, unit));
}

TEST_CASE("states to compare are named, numbered, or now")
{
    Open open;
    project::Snapshot snapshot;
    snapshot.name = u"初报"_s;
    snapshot.at = noon;
    open.commit(project::edits::setSnapshot(open.data, snapshot));
    const auto named = comparedState(open.data, open.now(), u" 初报 "_s);
    REQUIRE_OK(named);
    CHECK(named->auditNumber == open.data.snapshots.first().auditNumber);
    CHECK(comparedState(open.data, 7, u"now"_s)->auditNumber == 7);
    CHECK(comparedState(open.data, 7, u"现在"_s)->auditNumber == 7);
    CHECK(comparedState(open.data, 7, u"3"_s)->auditNumber == 3);
    CHECK_FALSE(comparedState(open.data, 7, u"8"_s));
    const auto unknown = comparedState(open.data, 7, u"终稿"_s);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message().contains(u"初报"_s));
}

TEST_CASE("a difference is written as a workbook and as a table, always the same bytes")
{
    Open open;
    const QString unit = open.data.catalogue.indicators.first().unit;
    const qint64 first = open.now();
    open.commit(project::edits::setValue(open.data, open.value(u"department"_s, 22.9, unit)));
    const auto told = compare(open.file, open.data, {u"甲"_s, first}, {u"乙"_s, open.now()});
    REQUIRE_OK(told);
    REQUIRE(told->rows.size() == 1);
    const QString book = open.made.path(u"差异.xlsx"_s);
    REQUIRE_OK(writeDifference(book, *told));
    const auto cells = office::readXlsx(book);
    REQUIRE_OK(cells);
    REQUIRE(cells->sheets.size() == 2);
    CHECK(cells->sheets.first().at(0, 0).text == u"“甲”与“乙”的差异"_s);
    CHECK(cells->sheets.first().at(2, 9).text == u"22.9 %1"_s.arg(unit));
    CHECK(cells->sheets.last().at(2, 1).text == told->rows.first().sentence);
    const auto before = sha256OfFile(book);
    REQUIRE_OK(writeDifference(book, *told));
    CHECK(*sha256OfFile(book) == *before);

    const QString table = open.made.path(u"差异.csv"_s);
    REQUIRE_OK(writeDifference(table, *told));
    const auto bytes = readFile(table);
    REQUIRE_OK(bytes);
    CHECK(bytes->startsWith("\xEF\xBB\xBF"));
    CHECK(bytes->contains(told->rows.first().sentence.toUtf8()));
    const auto wrong = writeDifference(open.made.path(u"差异.doc"_s), *told);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code() == ErrorCode::BadUsage);
}

TEST_CASE("every column and table that edits touch has a name of its own")
{
    const Open open;
    project::Value value;
    QList<std::pair<project::Table, QJsonObject>> rows{
        {project::Table::Values, project::rowOf(value)},
        {project::Table::Regions, project::rowOf(project::Region())},
        {project::Table::Sources, project::rowOf(project::Source())},
        {project::Table::Departments, project::rowOf(project::Department())},
        {project::Table::Evidence, project::rowOf(project::Evidence())},
        {project::Table::Goals, project::rowOf(project::Goal())},
        {project::Table::Benchmarks, project::rowOf(project::Benchmark())},
        {project::Table::Texts, project::rowOf(project::TextBlock())},
        {project::Table::Rules, project::rowOf(project::RuleSetting())},
        {project::Table::Tasks, project::rowOf(project::TaskSetting())},
        {project::Table::Stages, project::rowOf(project::PlanStage())},
        {project::Table::KeyTasks, project::rowOf(project::KeyTask())},
        {project::Table::LayerReturns, project::rowOf(project::LayerReturn())},
        {project::Table::Attachments, project::rowOf(project::Attachment())},
        {project::Table::Documents, project::rowOf(project::Document())},
        {project::Table::Snapshots, project::rowOf(project::Snapshot())},
    };
    for (const auto& [table, row] : rows) {
        CHECK_FALSE(tableLabel(table).isEmpty());
        for (const QString& column : row.keys()) {
            INFO(column.toStdString());
            CHECK(columnLabel(table, column) != column);
        }
    }
}
