#include "core/collect/returns.h"

#include "core/base/file_tools.h"
#include "core/collect/fill_in_layout.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/import_plan.h"
#include "core/collect/layers_asked.h"
#include "core/office/xlsx_reader.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/workbook_editor.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;

namespace {

const QString land = u"自然资源局"_s;
const QString water = u"水利局"_s;

project::KeyTask keyTask(const QString& name, std::optional<double> rate)
{
    project::KeyTask task;
    task.name = name;
    task.lead = land;
    task.aspect = u"底线管控"_s;
    task.origin = u"年度计划"_s;
    task.annualGoal = u"修复 120 公顷"_s;
    task.rate = rate;
    task.state = project::KeyTaskState::OnSchedule;
    task.due = u"2023年底"_s;
    return task;
}

/// What the land department returns: a figure, two key tasks, a layer, new contacts.
FilledIn landReturn()
{
    FilledIn filled;
    filled.figures = {{u"a_farmland"_s, {}, 2022, u"5123.4"_s}};
    filled.keyTasks = {keyTask(u"五缘湾湿地修复"_s, 62.5), keyTask(u"同安耕地恢复"_s, {})};
    project::LayerReturn layer;
    layer.layer = u"DLTB"_s;
    layer.state = project::LayerState::Partly;
    layer.fileName = u"DLTB_2022.gpkg"_s;
    layer.crs = u"CGCS2000 经纬度（EPSG:4490）"_s;
    layer.asOf = u"2022-12-31"_s;
    filled.layers = {layer};
    project::Department contacts;
    contacts.leader = u"陈局长"_s;
    contacts.contact = u"赵工"_s;
    contacts.post = u"科长"_s;
    contacts.phone = u"0592-1111111"_s;
    contacts.email = u"zhao@example.org"_s;
    filled.contacts = contacts;
    filled.person = u"钱六"_s;
    filled.date = QDate(2023, 3, 18);
    return filled;
}

QString writeReturn(const test::SmallProject& small, const QString& department,
                    const FilledIn& filled, const QString& name)
{
    const project::YearData data = small.data();
    const QString path = small.path(name);
    REQUIRE_OK(writeFillInWorkbook(path, data, test::taskOf(data, department), &filled));
    return path;
}

/// A returned workbook changed as people change one.
template <class Change>
QString changed(const QString& path, Change change)
{
    auto book = test::EditedWorkbook::open(path);
    REQUIRE_OK(book);
    change(*book);
    REQUIRE_OK(book->save(path));
    return path;
}

const CellFate* fateAt(const ImportPlan& plan, const QString& subject)
{
    for (const CellFate& cell : plan.cells) {
        if (cell.subject == subject)
            return &cell;
    }
    return nullptr;
}

const project::KeyTask* keyTaskOf(const project::YearData& data, const QString& name)
{
    for (const project::KeyTask& task : data.keyTasks) {
        if (task.name == name)
            return &task;
    }
    return nullptr;
}

int rowOf(const test::EditedSheet& sheet, const QString& mark)
{
    for (const auto& [row, cells] : sheet.rows) {
        if (sheet.textAt(row, 0) == mark)
            return row;
    }
    FAIL("no such row");
    return -1;
}

FilledIn waterReturn(const QString& figure, const QDate& date = {})
{
    FilledIn filled;
    filled.figures = {{u"w_total"_s, {}, 2021, u"6.9"_s}, {u"w_total"_s, {}, 2022, figure}};
    filled.texts = {{u"底线管控"_s, project::TextKind::Shortfall, u"供水以外调为主。"_s}};
    filled.date = date;
    return filled;
}

const project::Department* departmentOf(const project::YearData& data, const QString& name)
{
    for (const project::Department& one : data.departments) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

} // namespace

TEST_CASE("each layer is asked of the department that leans on it most", "[collect][returns]")
{
    CHECK(catalogue::layersOf(u"DLWL 5min x CQFW"_s) == QStringList{u"DLWL"_s, u"CQFW"_s});
    CHECK(catalogue::layersOf(u"DLTB CZCSXM 201,202A"_s) == QStringList{u"DLTB"_s});
    CHECK(catalogue::layersOf(u"POI"_s).isEmpty());
    CHECK(catalogue::layersOf(u"SQWS,SQYL,XX buffers x JZYD"_s).size() == 4);
    CHECK(catalogue::layerTitle(u"DLTB"_s) == u"DLTB 地类图斑"_s);
    CHECK(catalogue::layerTitle(u"ABC"_s) == u"ABC"_s);

    project::YearData data;
    const auto quantity = [&data](const QString& id, const QString& layer) {
        catalogue::Quantity made;
        made.id = id;
        made.layer = layer;
        data.catalogue.quantities.append(made);
    };
    quantity(u"a"_s, u"DLWL x CQFW"_s);
    quantity(u"b"_s, u"DLWL 60min"_s);
    quantity(u"c"_s, u"CQFW"_s);
    quantity(u"unasked"_s, u"XFZ"_s);
    DepartmentTask first, second;
    first.subjects = QStringList{u"a"_s, u"c"_s};
    second.subjects = QStringList{u"b"_s};
    const auto asked = layersAsked(data, {first, second});
    REQUIRE(asked.size() == 2);
    REQUIRE(asked[0].size() == 1);
    CHECK(asked[0][0].code == u"CQFW"_s);
    CHECK(asked[0][0].subjects == QStringList{u"a"_s, u"c"_s});
    REQUIRE(asked[1].size() == 1);
    CHECK(asked[1][0].code == u"DLWL"_s); // 1 against 1/2
}

TEST_CASE("key tasks, layers and contacts come back with their evidence", "[collect][returns]")
{
    test::SmallProject small;
    const QString path = writeReturn(small, land, landReturn(), u"02.xlsx"_s);
    const ImportPlan plan = test::importPlan(small.data(), {path});
    REQUIRE_FALSE(hasErrors(plan.issues));
    CHECK(plan.count(Fate::Refused) == 0);
    const CellFate* rate = fateAt(plan, u"keytask:自然资源局|五缘湾湿地修复|rate"_s);
    REQUIRE(rate);
    CHECK(rate->fate == Fate::New);
    CHECK(rate->after == u"62.5"_s);
    CHECK(rate->sheet == u"重点任务"_s);
    small.commit(plan);

    const project::YearData data = small.data();
    REQUIRE(data.keyTasks.size() == 2);
    const project::KeyTask* task = keyTaskOf(data, u"五缘湾湿地修复"_s);
    REQUIRE(task);
    CHECK(task->lead == land);
    CHECK(task->aspect == u"底线管控"_s);
    CHECK(task->origin == u"年度计划"_s);
    CHECK(task->annualGoal == u"修复 120 公顷"_s);
    CHECK(task->rate == 62.5);
    CHECK(task->state == project::KeyTaskState::OnSchedule);
    CHECK(task->due == u"2023年底"_s);
    const auto evidence =
        std::find_if(data.evidence.cbegin(), data.evidence.cend(),
                     [&](const project::Evidence& one) { return one.id == task->evidence; });
    REQUIRE(evidence != data.evidence.cend());
    CHECK(evidence->sheet == u"重点任务"_s);
    CHECK(evidence->fileName == u"02.xlsx"_s);

    REQUIRE(data.layerReturns.size() == 1);
    CHECK(data.layerReturns[0].department == land);
    CHECK(data.layerReturns[0].layer == u"DLTB"_s);
    CHECK(data.layerReturns[0].state == project::LayerState::Partly);
    CHECK(data.layerReturns[0].fileName == u"DLTB_2022.gpkg"_s);
    CHECK(data.layerReturns[0].evidence.isValid());
    const project::Department* department = departmentOf(data, land);
    REQUIRE(department);
    CHECK(department->leader == u"陈局长"_s);
    CHECK(department->contact == u"赵工"_s);
    CHECK(department->post == u"科长"_s);
    CHECK(department->email == u"zhao@example.org"_s);
    CHECK(department->deadline == QDate(2023, 3, 31));

    const ImportPlan again = test::importPlan(data, {path});
    CHECK(again.changes.isEmpty());
    CHECK(again.count(Fate::New) + again.count(Fate::Changed) + again.count(Fate::Refused) == 0);

    // What is known stands in the next workbook, its name and lead locked; blanks leave it.
    FilledIn next;
    next.figures = {{u"a_farmland"_s, {}, 2022, u"5123.4"_s}};
    const QString second =
        changed(writeReturn(small, land, next, u"02b.xlsx"_s), [](test::EditedWorkbook& book) {
            test::EditedSheet* sheet = book.find(u"重点任务"_s);
            REQUIRE(sheet);
            const int row = rowOf(*sheet, u"cc:k:自然资源局|五缘湾湿地修复"_s);
            CHECK(sheet->textAt(row, 3) == u"五缘湾湿地修复"_s);
            sheet->clear(row, 7);                // 年度目标
            sheet->setText(row, 9, u"８５％"_s); // 完成率
        });
    const ImportPlan update = test::importPlan(data, {second});
    const CellFate* goal = fateAt(update, u"keytask:自然资源局|五缘湾湿地修复|goal"_s);
    REQUIRE(goal);
    CHECK(goal->fate == Fate::Ignored);
    small.commit(update);
    const project::YearData updated = small.data();
    const project::KeyTask* progressed = keyTaskOf(updated, u"五缘湾湿地修复"_s);
    REQUIRE(progressed);
    CHECK(progressed->rate == 85.0);
    CHECK(progressed->annualGoal == u"修复 120 公顷"_s);
    CHECK(updated.keyTasks.size() == 2);
}

TEST_CASE("sheets of key tasks, layers and contacts may be disordered", "[collect][returns]")
{
    test::SmallProject small;
    const QString path = writeReturn(small, land, landReturn(), u"02.xlsx"_s);
    const auto landed = [&](const QString& name) {
        const ImportPlan plan = test::importPlan(small.data(), {small.path(name)});
        CHECK(plan.count(Fate::Refused) == 0);
        const CellFate* rate = fateAt(plan, u"keytask:自然资源局|五缘湾湿地修复|rate"_s);
        const CellFate* file = fateAt(plan, u"layer:自然资源局|DLTB|file"_s);
        const CellFate* phone = fateAt(plan, u"contact:自然资源局|phone"_s);
        REQUIRE((rate && file && phone));
        CHECK(rate->after == u"62.5"_s);
        CHECK(file->after == u"DLTB_2022.gpkg"_s);
        CHECK(phone->before == u"0592-0000000"_s);
        CHECK(phone->after == u"0592-1111111"_s);
        CHECK(phone->fate == Fate::Changed);
    };
    const auto copy = [&](const QString& name) {
        QFile::remove(small.path(name));
        REQUIRE(QFile::copy(path, small.path(name)));
        return small.path(name);
    };
    SECTION("rows and columns moved, sheets renamed and reordered")
    {
        changed(copy(u"a.xlsx"_s), [](test::EditedWorkbook& book) {
            for (const QString& name : {u"重点任务"_s, u"空间数据"_s, u"联络表"_s}) {
                test::EditedSheet* sheet = book.find(name);
                REQUIRE(sheet);
                sheet->insertRow(4);
                sheet->insertColumn(3);
                sheet->name = name + u"（已填）"_s;
            }
            std::reverse(book.sheets.begin(), book.sheets.end());
        });
        landed(u"a.xlsx"_s);
    }
    SECTION("hidden column and row deleted")
    {
        changed(copy(u"b.xlsx"_s), [](test::EditedWorkbook& book) {
            for (const QString& name : {u"重点任务"_s, u"空间数据"_s, u"联络表"_s}) {
                test::EditedSheet* sheet = book.find(name);
                REQUIRE(sheet);
                for (int row = 0; row <= sheet->lastRow(); ++row)
                    sheet->clear(row, 0);
                sheet->deleteRow(0);
            }
        });
        landed(u"b.xlsx"_s);
    }
}

TEST_CASE("what cannot be a key task, a layer or a contact is refused with a remedy",
          "[collect][returns]")
{
    test::SmallProject small;
    small.commit(
        test::importPlan(small.data(), {writeReturn(small, land, landReturn(), u"02.xlsx"_s)}));
    FilledIn next = landReturn();
    next.keyTasks.append(keyTask(u"新任务"_s, 10.0));
    const QString path =
        changed(writeReturn(small, land, next, u"03.xlsx"_s), [](test::EditedWorkbook& book) {
            test::EditedSheet* tasks = book.find(u"重点任务"_s);
            const int known = rowOf(*tasks, u"cc:k:自然资源局|五缘湾湿地修复"_s);
            tasks->setText(known, 9, u"120%"_s);
            tasks->setText(known, 10, u"差不多"_s);
            const int other = rowOf(*tasks, u"cc:k:自然资源局|同安耕地恢复"_s);
            tasks->setText(other, 3, u"另一个任务"_s);
            const int fresh = rowOf(*tasks, u"cc:k:|1"_s);
            tasks->clear(fresh, 3);
            test::EditedSheet* layers = book.find(u"空间数据"_s);
            layers->setText(rowOf(*layers, u"cc:l:DLTB"_s), 7, u"给了"_s);
            test::EditedSheet* contacts = book.find(u"联络表"_s);
            contacts->setRaw(rowOf(*contacts, u"cc:p:phone"_s), 3, "e", "#REF!");
        });
    const ImportPlan plan = test::importPlan(small.data(), {path});
    QStringList refused;
    for (const CellFate& cell : plan.cells) {
        if (cell.fate == Fate::Refused) {
            refused.append(cell.subject);
            CHECK_FALSE(cell.reason.isEmpty());
            CHECK(cell.reason.contains(cell.cell));
        }
    }
    refused.sort();
    QStringList expected{
        u"keytask:自然资源局|五缘湾湿地修复|rate"_s, u"keytask:自然资源局|五缘湾湿地修复|status"_s,
        u"keytask:自然资源局|同安耕地恢复"_s,        u"keytask:"_s,
        u"layer:自然资源局|DLTB|provided"_s,         u"contact:自然资源局|phone"_s};
    expected.sort();
    CHECK(refused == expected);
    small.commit(plan);
    CHECK(keyTaskOf(small.data(), u"五缘湾湿地修复"_s)->rate == 62.5);
}

TEST_CASE("a resubmission is a version, the old one stays on file", "[collect][returns]")
{
    test::SmallProject small;
    const QString first = writeReturn(small, water, waterReturn(u"7.1"_s), u"01.xlsx"_s);
    const ImportPlan one = test::importPlan(small.data(), {first});
    REQUIRE(one.returns.size() == 1);
    CHECK(one.returns[0].version == 1);
    CHECK(one.returns[0].before == 0);
    // w_total and S-09 over 2019..2022
    CHECK(one.returns[0].asked == 8);
    CHECK(one.returns[0].filled == 2);
    small.commit(one);

    FilledIn corrected = waterReturn(u"6.8"_s);
    corrected.texts.clear();
    corrected.figures.append({u"w_total"_s, {}, 2020, u"见附件"_s});
    corrected.figures.append({u"w_total"_s, u"思明区"_s, 2022, u"1.5"_s});
    const QString second = writeReturn(small, water, corrected, u"01（更正）.xlsx"_s);
    const ImportPlan two =
        test::importPlan(small.data(), {second}, test::importOptions(QDate(2023, 4, 2)));
    REQUIRE(two.returns.size() == 1);
    CHECK(two.returns[0].version == 2);
    CHECK(two.returns[0].before == 1);
    CHECK(two.returns[0].refused == 1);
    small.commit(two);

    const project::YearData data = small.data();
    REQUIRE(data.returns.size() == 2);
    CHECK(departmentOf(data, water)->returnedAt == QDate(2023, 3, 20)); // the first one's
    const Result<QByteArray> bytes = readFile(first);
    REQUIRE_OK(bytes);
    const project::Attachment* kept = data.attachmentByDigest(data.returns[0].sha256);
    REQUIRE(kept);
    CHECK(kept->isInside());
    CHECK(kept->name == u"01.xlsx"_s);
    const Result<QByteArray> content = small.file().content(kept->sha256);
    REQUIRE_OK(content);
    CHECK((*content == *bytes));

    const QList<ReturnDifference> differences = returnDifference(data, water, 1, 2);
    QStringList said;
    for (const ReturnDifference& one_ : differences) {
        said.append(QStringList{key(one_.kind), one_.subject, one_.region,
                                QString::number(one_.year), one_.before, one_.after, one_.cell}
                        .join(u'/'));
    }
    said.sort();
    QStringList expected{u"changed/w_total/厦门市/2022/7.1 亿立方米/6.8 亿立方米/数值!J5"_s,
                         u"added/w_total/厦门市/2020//见附件（拒收）/数值!H5"_s,
                         u"added/w_total/思明区/2022//1.5 亿立方米/分区数值!J5"_s,
                         u"removed/text:水利局:底线管控:shortfall//0/供水以外调为主。//文字!E7"_s};
    expected.sort();
    CHECK(said == expected);
    CHECK(returnDifference(data, water, 1, 3).isEmpty());

    // The same file again, under whatever name, is nothing new.
    const QString renamed = small.path(u"水利局回函.xlsx"_s);
    REQUIRE(QFile::copy(second, renamed));
    const ImportPlan again = test::importPlan(data, {renamed});
    CHECK(again.changes.isEmpty());
    REQUIRE(again.returns.size() == 1);
    CHECK(again.returns[0].onFile);
    CHECK(again.returns[0].version == 2);

    // The old one is known too and does not bring its figures back.
    const ImportPlan old = test::importPlan(data, {first});
    CHECK(old.changes.isEmpty());
    CHECK(old.count(Fate::Changed) == 0);
    CHECK(test::fateOf(old, u"w_total"_s, 2022).fate == Fate::Ignored);
    CHECK_FALSE(test::fateOf(old, u"w_total"_s, 2022).reason.isEmpty());
}

TEST_CASE("undoing an import takes the return and its document away", "[collect][returns]")
{
    test::SmallProject small;
    const QString path = writeReturn(small, water, waterReturn(u"7.1"_s), u"01.xlsx"_s);
    const ImportPlan plan = test::importPlan(small.data(), {path});
    const Result<project::ChangeSet> done = small.file().commit(plan.changes);
    REQUIRE_OK(done);
    CHECK(small.data().returns.size() == 1);
    CHECK(small.data().attachments.size() == 1);
    const Result<project::ChangeSet> undone = small.file().commit(done->inverted());
    REQUIRE_OK(undone);
    const project::YearData before = small.data();
    CHECK(before.returns.isEmpty());
    CHECK(before.attachments.isEmpty());
    CHECK(before.values.isEmpty());
    CHECK_FALSE(departmentOf(before, water)->returnedAt.isValid());
    REQUIRE_OK(small.file().commit(undone->inverted()));
    const project::YearData after = small.data();
    REQUIRE(after.returns.size() == 1);
    REQUIRE_OK(small.file().content(after.returns[0].sha256));
}

TEST_CASE("two workbooks of a department in one folder are versions by their dates",
          "[collect][returns]")
{
    test::SmallProject small;
    const QString folder = small.path(u"返回"_s);
    REQUIRE(QDir().mkpath(folder));
    // The later one comes first by name.
    writeReturn(small, water, waterReturn(u"6.8"_s, QDate(2023, 4, 1)), u"返回/a.xlsx"_s);
    writeReturn(small, water, waterReturn(u"7.1"_s, QDate(2023, 3, 1)), u"返回/b.xlsx"_s);
    const ImportPlan plan = test::importPlan(small.data(), {folder});
    CHECK(plan.count(Fate::Refused) == 0);
    small.commit(plan);
    const project::YearData data = small.data();
    REQUIRE(data.returns.size() == 2);
    CHECK(data.returns[0].fileName == u"b.xlsx"_s);
    CHECK(data.returns[0].filledOn == QDate(2023, 3, 1));
    CHECK(data.returns[1].fileName == u"a.xlsx"_s);
    CHECK(test::figure(data, u"w_total"_s, 2022)->number == 6.8);
    REQUIRE(returnDifference(data, water, 1, 2).size() >= 1);
    CHECK(returnDifference(data, water, 1, 2).last().subject == u"contact:水利局|date"_s);
    CHECK(test::importPlan(data, {folder}).changes.isEmpty());
}

TEST_CASE("a workbook with nothing in it is no return", "[collect][returns]")
{
    test::SmallProject small;
    FilledIn signedOnly;
    signedOnly.person = u"孙七"_s;
    signedOnly.date = QDate(2023, 3, 1);
    const QString path = writeReturn(small, water, signedOnly, u"01.xlsx"_s);
    const ImportPlan plan = test::importPlan(small.data(), {path});
    CHECK(plan.changes.isEmpty());
    CHECK(plan.returns.isEmpty());
    CHECK(std::any_of(plan.issues.cbegin(), plan.issues.cend(), [](const Issue& issue) {
        return issue.severity == Severity::Warning && issue.file == u"01.xlsx"_s;
    }));
}

TEST_CASE("frozen tasks keep their figures, returned ones are submitted again",
          "[collect][returns]")
{
    test::SmallProject small;
    const QString first = writeReturn(small, water, waterReturn(u"7.1"_s), u"01.xlsx"_s);
    small.commit(test::importPlan(small.data(), {first}));
    const auto decide = [&small](project::TaskState state) {
        project::TaskSetting setting;
        setting.subject = u"w_total"_s;
        setting.state = state;
        setting.stateReason = u"单位写错"_s;
        REQUIRE_OK(small.file().commit(project::edits::setTask(small.data(), setting)));
    };
    FilledIn corrected = waterReturn(u"6.8"_s);
    corrected.figures.append({u"S-09"_s, {}, 2022, u"30"_s});
    const QString second = writeReturn(small, water, corrected, u"02.xlsx"_s);
    SECTION("frozen")
    {
        decide(project::TaskState::Frozen);
        const ImportPlan plan = test::importPlan(small.data(), {second});
        CHECK(test::fateOf(plan, u"w_total"_s, 2022).fate == Fate::Refused);
        CHECK(test::fateOf(plan, u"w_total"_s, 2022).reason.contains(u"解除冻结"));
        CHECK(test::fateOf(plan, u"w_total"_s, 2021).fate == Fate::Unchanged);
        CHECK(test::fateOf(plan, u"S-09"_s, 2022).fate == Fate::New);
        small.commit(plan);
        const project::YearData data = small.data();
        CHECK(test::figure(data, u"w_total"_s, 2022)->number == 7.1);
        REQUIRE(data.task(u"w_total"_s));
        CHECK(data.task(u"w_total"_s)->state == project::TaskState::Frozen);
    }
    SECTION("returned for correction")
    {
        decide(project::TaskState::Returned);
        // The file that is on file already corrects nothing.
        CHECK(test::importPlan(small.data(), {first}).changes.isEmpty());
        small.commit(test::importPlan(small.data(), {second}));
        CHECK_FALSE(small.data().task(u"w_total"_s));
    }
}

TEST_CASE("regions of the same import can be named by the returns beside them",
          "[collect][returns]")
{
    test::SmallProject small;
    const QString folder = small.path(u"返回"_s);
    REQUIRE(QDir().mkpath(folder));
    test::writeFile(folder + u"/地区.csv"_s, u"代码,名称,级别,上级\n"
                                             "350205,海沧区,区,厦门市\n"_s.toUtf8());
    // "a" comes before the table of regions by name.
    test::writeFile(folder + u"/a.csv"_s, u"指标,地区,年份,数值\n"
                                          "常住人口,海沧区,2022,60.5\n"
                                          "常住人口,海沧区,2021,59.1\n"_s.toUtf8());
    const ImportPlan plan = test::importPlan(small.data(), {folder});
    for (const Issue& issue : plan.issues)
        UNSCOPED_INFO(toSentence(issue).toStdString());
    CHECK(plan.count(Fate::Refused) == 0);
    CHECK(test::fateOf(plan, u"p_resident"_s, 2022, u"海沧区"_s).fate == Fate::New);
    small.commit(plan);
    const project::YearData data = small.data();
    const project::Region* region = data.regionByName(u"海沧区"_s);
    REQUIRE(region);
    CHECK(region->id.number() > 0);
    const project::Value* value = data.adopted({u"p_resident"_s, region->id, 2022});
    REQUIRE(value);
    CHECK(value->number == 60.5);
    CHECK(test::importPlan(data, {folder}).changes.isEmpty());
}

TEST_CASE("workbooks of layout 1 are still read", "[collect][returns]")
{
    // A return of the sample year as the program wrote it before key tasks were asked for.
    test::SmallProject small;
    project::YearData data = small.data();
    catalogue::Quantity quantity;
    quantity.id = u"p_newjob"_s;
    quantity.nameZh = u"城镇新增就业人数"_s;
    quantity.unit = u"万人"_s;
    data.catalogue.quantities.append(quantity);
    data.index();
    const ImportPlan plan = test::importPlan(data, {test::dataFile(u"workbooks/layout-1.xlsx"_s)});
    REQUIRE_FALSE(hasErrors(plan.issues));
    CHECK(test::fateOf(plan, u"p_newjob"_s, 2022).after == u"20.8 万人"_s);
    CHECK(test::fateOf(plan, u"p_newjob"_s, 2019).after == u"26.3 万人"_s);
    REQUIRE(plan.returns.size() == 1);
    CHECK(plan.returns[0].department == u"人社局"_s);
    CHECK(plan.returns[0].filledOn == QDate(2023, 4, 20));
    CHECK(plan.returns[0].person == u"潘工（示例）"_s);
}

TEST_CASE("the overview puts the late first and counts what is filled", "[collect][returns]")
{
    test::SmallProject small;
    small.commit(test::importPlan(small.data(),
                                  {writeReturn(small, land, landReturn(), u"02.xlsx"_s)},
                                  test::importOptions(QDate(2023, 4, 5))));
    const auto overview = returnOverview(small.data(), QDate(2023, 4, 10));
    REQUIRE(overview.size() == 3);
    // Deadline of all: 31 March. Two owe theirs by 10 days; one came five days late.
    CHECK(overview[0].department.name == water);
    CHECK(overview[0].owing());
    CHECK(overview[0].daysLate == 10);
    CHECK(overview[1].department.name == u"统计局"_s);
    CHECK(overview[2].department.name == land);
    CHECK_FALSE(overview[2].owing());
    CHECK(overview[2].daysLate == 5);
    CHECK(overview[2].asked == 8);
    CHECK(overview[2].filled == 1);
    REQUIRE(overview[2].versions.size() == 1);
    CHECK(overview[2].versions[0].person == u"钱六"_s);
    for (const DepartmentReturns& one : returnOverview(small.data(), QDate(2023, 3, 1)))
        CHECK(one.daysLate == (one.department.name == land ? 5 : 0));
}

TEST_CASE("what a version says survives as JSON", "[collect][returns]")
{
    ReturnContent content;
    content.asked = 12;
    ReturnedCell figure;
    figure.subject = u"w_total"_s;
    figure.region = u"350200"_s;
    figure.year = 2022;
    figure.state = u"present"_s;
    figure.number = 0.1;
    figure.unit = u"亿立方米"_s;
    figure.cell = u"数值!J5"_s;
    ReturnedCell missing = figure;
    missing.year = 2021;
    missing.state = u"missing"_s;
    missing.number = 0;
    ReturnedCell refused;
    refused.subject = u"S-09"_s;
    refused.text = u"见附件"_s;
    refused.refused = true;
    content.cells = {figure, missing, refused};
    const ReturnContent back = returnContent(toJson(content));
    CHECK(back.asked == 12);
    REQUIRE(back.cells.size() == 3);
    CHECK(back.cells[0].number == 0.1);
    CHECK(back.cells[0].state == u"present"_s);
    CHECK(back.cells[1].state == u"missing"_s);
    CHECK(back.cells[2].refused);
    CHECK(back.cells[2].text == u"见附件"_s);
    CHECK(returnContent({}).cells.isEmpty());
    CHECK(returnContent(u"{"_s).asked == 0);
}
