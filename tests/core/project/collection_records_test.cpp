#include "core/project/project_file.h"
#include "tests/core/project/open_year.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2023, 5, 6), QTime(12, 0), Qt::UTC);

using test::digest;
using Year = test::OpenYear;

Attachment attachment(const QByteArray& bytes)
{
    Attachment made;
    made.name = u"批复.pdf"_s;
    made.sha256 = digest(bytes);
    made.size = bytes.size();
    made.mediaType = u"application/pdf"_s;
    made.addedAt = noon;
    made.person = u"张三"_s;
    made.note = u"扫描件"_s;
    return made;
}

} // namespace

TEST_CASE("records of collecting come back as they were written")
{
    Year year;
    TaskSetting task{0,
                     u"S-01"_s,
                     false,
                     u"水利局"_s,
                     u"统计局、林业局"_s,
                     SourceKind::Spatial,
                     u"汇交"_s,
                     u"提供图层"_s,
                     2019,
                     2022,
                     QDate(2023, 3, 31),
                     u"备注"_s,
                     TaskState::Returned,
                     u"单位不对"_s};
    year.commit(edits::setTask(year.data, task));
    const TaskSetting* kept = year.data.task(u"S-01"_s);
    REQUIRE(kept);
    CHECK_FALSE(kept->asked);
    CHECK(kept->lead == task.lead);
    CHECK(kept->supporting == task.supporting);
    CHECK(kept->sourceKind == SourceKind::Spatial);
    CHECK(kept->method == task.method);
    CHECK(kept->division == task.division);
    CHECK(kept->firstYear == 2019);
    CHECK(kept->lastYear == 2022);
    CHECK(kept->deadline == task.deadline);
    CHECK(kept->note == task.note);
    CHECK(kept->state == TaskState::Returned);
    CHECK(kept->stateReason == task.stateReason);
    TaskSetting silent;
    silent.subject = u"S-01"_s;
    year.commit(edits::setTask(year.data, silent));
    CHECK(year.data.tasks.isEmpty());

    year.commit(edits::setStage(
        year.data, {0, u"数据采集"_s, QDate(2023, 2, 1), QDate(2023, 4, 30), u"注"_s, 2}));
    year.commit(edits::setStage(year.data, {0, u"启动"_s, QDate(2023, 1, 5), {}, {}, 1}));
    REQUIRE(year.data.stages.size() == 2);
    CHECK(year.data.stages.first().name == u"启动"_s);
    CHECK_FALSE(year.data.stages.first().to.isValid());
    CHECK(year.data.stages.last().from == QDate(2023, 2, 1));
    CHECK(year.data.stages.last().to == QDate(2023, 4, 30));
    CHECK(year.data.stages.last().note == u"注"_s);
    year.commit(edits::removeStage(year.data, year.data.stages.first().id));
    CHECK(year.data.stages.size() == 1);

    year.commit(edits::addReturn(year.data, {0, u"水利局"_s, 1, u"一.xlsx"_s, digest("1"), 10, noon,
                                             u"李四"_s, QDate(2023, 4, 1), u"[1]"_s}));
    year.commit(edits::addReturn(
        year.data, {0, u"水利局"_s, 2, u"二.xlsx"_s, digest("2"), 11, noon, {}, {}, {}}));
    CHECK_FALSE(year.file.commit(edits::addReturn(
        year.data, {0, u"水利局"_s, 2, u"二.xlsx"_s, digest("3"), 11, noon, {}, {}, {}})));
    const Return* last = year.data.lastReturn(u"水利局"_s);
    REQUIRE(last);
    CHECK(last->version == 2);
    CHECK(last->cells == u"[]"_s);
    CHECK(year.data.returns.first().cells == u"[1]"_s);
    CHECK(year.data.returns.first().person == u"李四"_s);
    CHECK(year.data.returns.first().filledOn == QDate(2023, 4, 1));
    CHECK(year.data.returns.first().takenAt == noon);
    CHECK(year.data.returns.first().size == 10);

    KeyTask key;
    key.name = u"建设海绵城市"_s;
    key.lead = u"市政园林局"_s;
    key.aspect = u"底线管控"_s;
    key.rate = 87.5;
    key.state = KeyTaskState::OnSchedule;
    key.due = u"2023 年底"_s;
    key.lastYearIssue = u"内涝"_s;
    year.commit(edits::setKeyTask(year.data, key));
    REQUIRE(year.data.keyTasks.size() == 1);
    CHECK(year.data.keyTasks.first().rate == 87.5);
    CHECK(year.data.keyTasks.first().state == KeyTaskState::OnSchedule);
    CHECK(year.data.keyTasks.first().due == key.due);
    CHECK(year.data.keyTasks.first().lastYearIssue == key.lastYearIssue);
    key.rate.reset();
    key.state = KeyTaskState::None;
    year.commit(edits::setKeyTask(year.data, key));
    REQUIRE(year.data.keyTasks.size() == 1);
    CHECK_FALSE(year.data.keyTasks.first().rate);
    CHECK(year.data.keyTasks.first().state == KeyTaskState::None);
    year.commit(edits::removeKeyTask(year.data, year.data.keyTasks.first().id));
    CHECK(year.data.keyTasks.isEmpty());

    LayerReturn layer;
    layer.department = u"林业局"_s;
    layer.layer = u"STBHHX"_s;
    layer.state = LayerState::Partly;
    layer.crs = u"EPSG:4490"_s;
    layer.asOf = u"2022-12-31"_s;
    year.commit(edits::setLayerReturn(year.data, layer));
    layer.state = LayerState::Provided;
    year.commit(edits::setLayerReturn(year.data, layer));
    REQUIRE(year.data.layerReturns.size() == 1);
    CHECK(year.data.layerReturns.first().state == LayerState::Provided);
    CHECK(year.data.layerReturns.first().crs == layer.crs);
    CHECK(year.data.layerReturns.first().asOf == layer.asOf);

    year.commit(
        edits::setMapping(year.data, {0, u"abc"_s, u"年鉴"_s, u"{\"layout\":\"wide\"}"_s, noon}));
    year.commit(edits::setMapping(year.data, {0, u"abc"_s, u"年鉴二"_s, u"{}"_s, noon}));
    REQUIRE(year.data.mappings.size() == 1);
    CHECK(year.data.mappings.first().name == u"年鉴二"_s);
    CHECK(year.data.mappings.first().usedAt == noon);
    year.commit(edits::removeMapping(year.data, year.data.mappings.first().id));
    CHECK(year.data.mappings.isEmpty());

    REQUIRE_OK(year.file.close());
    const auto report = verifyProject(year.folder(u"年.gpkg"_s));
    REQUIRE_OK(report);
    CHECK(report->ok);
}

TEST_CASE("a document is kept inside, once, through undo and redo")
{
    Year year;
    const QByteArray bytes = QByteArray("%PDF-1.4\0 页", 13);
    const Attachment wanted = attachment(bytes);
    ChangeSet set = edits::addAttachment(year.data, wanted, bytes);
    CHECK(set.contents.size() == 1);
    Document document{0,           u"S-01"_s,        RegionId(1),  2022,
                      SourceId(1), AttachmentId(-1), u"第 3 页"_s, u"印章"_s};
    ChangeSet link = edits::setDocument(year.data, document);
    REQUIRE(link.changes.size() == 1);
    link.changes.first().row = -2;
    set.changes << link.changes;
    const ChangeSet done = year.commit(set);
    CHECK(done.contents.isEmpty());
    REQUIRE(year.data.attachments.size() == 1);
    const Attachment* kept = year.data.attachmentByDigest(wanted.sha256);
    REQUIRE(kept);
    CHECK(kept->isInside());
    CHECK(kept->size == bytes.size());
    CHECK(kept->mediaType == wanted.mediaType);
    CHECK(kept->person == wanted.person);
    CHECK(kept->addedAt == noon);
    const QList<const Document*> found = year.data.documentsOf({u"S-01"_s, RegionId(1), 2022});
    REQUIRE(found.size() == 1);
    CHECK(found.first()->attachment == kept->id);
    CHECK(found.first()->place == u"第 3 页"_s);
    CHECK(found.first()->source == SourceId(1));
    const auto content = year.file.content(wanted.sha256);
    REQUIRE_OK(content);
    CHECK((*content == bytes));
    CHECK(edits::addAttachment(year.data, wanted, bytes).isEmpty());

    const ChangeSet undone = year.commit(done.inverted());
    CHECK(year.data.attachments.isEmpty());
    CHECK(year.data.documents.isEmpty());
    year.commit(undone.inverted());
    CHECK(year.data.documentsOf({u"S-01"_s, RegionId(1), 2022}).size() == 1);
    REQUIRE_OK(year.file.content(wanted.sha256));

    year.commit(edits::removeAttachment(year.data, year.data.attachments.first().id));
    CHECK(year.data.documents.isEmpty());
    CHECK(year.data.attachments.isEmpty());
    const auto absent = year.file.content(digest("nothing"));
    REQUIRE_FALSE(absent);
    CHECK(absent.error().code() == ErrorCode::NotFound);
}

TEST_CASE("contents that do not fit their digest are refused, and nothing is written")
{
    Year year;
    Attachment wrong = attachment("right");
    const ChangeSet set = edits::addAttachment(year.data, wrong, "wrong");
    const qint64 before = year.now();
    CHECK_FALSE(year.file.commit(set));
    year.load();
    CHECK(year.data.attachments.isEmpty());
    CHECK(year.now() == before);
}

TEST_CASE("a snapshot names the state before it, and the net difference is told")
{
    Year year;
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 1, 22.9)));
    year.commit(edits::setValue(year.data, test::figure(u"S-02"_s, 1, 2022, 1, 5)));
    const qint64 number = year.now();
    Snapshot first;
    first.name = u"初报"_s;
    first.at = noon;
    year.commit(edits::setSnapshot(year.data, first));
    REQUIRE(year.data.snapshots.size() == 1);
    CHECK(year.data.snapshots.first().auditNumber == number);
    CHECK(year.data.snapshots.first().at == noon);

    // 22.9 → 30 → 22.94; S-02 there and back; S-03 added and changed; another added and taken away.
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 1, 30)));
    year.commit(edits::setValue(year.data, test::figure(u"S-01"_s, 1, 2022, 1, 22.94)));
    year.commit(edits::setValue(year.data, test::figure(u"S-02"_s, 1, 2022, 1, 6)));
    year.commit(edits::setValue(year.data, test::figure(u"S-02"_s, 1, 2022, 1, 5)));
    year.commit(edits::setValue(year.data, test::figure(u"S-03"_s, 1, 2022, 1, 1)));
    year.commit(edits::setValue(year.data, test::figure(u"S-03"_s, 1, 2022, 1, 2)));
    const ChangeSet added =
        year.commit(edits::setValue(year.data, test::figure(u"S-03"_s, 1, 2021, 1, 9)));
    year.commit(added.inverted());

    const auto net = year.file.changesBetween(number, year.now());
    REQUIRE_OK(net);
    QList<RowChange> values;
    for (const RowChange& change : *net) {
        if (change.table == Table::Values)
            values << change;
    }
    REQUIRE(values.size() == 2);
    CHECK(values.at(0).before.value(u"number"_s).toDouble() == 22.9);
    CHECK(values.at(0).after.value(u"number"_s).toDouble() == 22.94);
    CHECK(values.at(0).after.size() == 1);
    CHECK(values.at(1).before.isEmpty());
    CHECK(values.at(1).after.value(u"subject"_s).toString() == u"S-03"_s);
    CHECK(values.at(1).after.value(u"number"_s).toDouble() == 2);

    const auto back = year.file.changesBetween(year.now(), number);
    REQUIRE_OK(back);
    CHECK(back->size() == net->size());
    CHECK(back->first().after == net->first().before);
    const auto none = year.file.changesBetween(year.now(), year.now());
    REQUIRE_OK(none);
    CHECK(none->isEmpty());

    Snapshot renamed = year.data.snapshots.first();
    renamed.name = u"首次报送"_s;
    year.commit(edits::setSnapshot(year.data, renamed));
    CHECK(year.data.snapshots.first().name == u"首次报送"_s);
    CHECK(year.data.snapshots.first().auditNumber == number);
    year.commit(edits::removeSnapshot(year.data, renamed.id));
    CHECK(year.data.snapshots.isEmpty());
}

TEST_CASE("tasks, stages and layouts come along into the next year")
{
    Year year;
    TaskSetting task;
    task.subject = u"S-01"_s;
    task.lead = u"水利局"_s;
    task.deadline = QDate(2023, 3, 31);
    task.state = TaskState::Accepted;
    year.commit(edits::setTask(year.data, task));
    year.commit(
        edits::setStage(year.data, {0, u"采集"_s, QDate(2023, 2, 1), QDate(2023, 4, 30), {}, 0}));
    year.commit(edits::setMapping(year.data, {0, u"abc"_s, u"年鉴"_s, u"{}"_s, noon}));
    year.commit(edits::addReturn(
        year.data, {0, u"水利局"_s, 1, u"一.xlsx"_s, digest("1"), 10, noon, {}, {}, {}}));
    REQUIRE_OK(year.file.close());
    auto next = rollForward(year.folder(u"年.gpkg"_s), year.folder(u"次年.gpkg"_s), 2023);
    REQUIRE_OK(next);
    const auto data = next->load();
    REQUIRE_OK(data);
    REQUIRE(data->task(u"S-01"_s));
    CHECK(data->task(u"S-01"_s)->lead == u"水利局"_s);
    CHECK_FALSE(data->task(u"S-01"_s)->deadline.isValid());
    CHECK_FALSE(data->task(u"S-01"_s)->state);
    REQUIRE(data->stages.size() == 1);
    CHECK(data->stages.first().from == QDate(2024, 2, 1));
    CHECK(data->mappings.size() == 1);
    CHECK(data->returns.isEmpty());
}
