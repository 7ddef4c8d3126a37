#include "core/collect/tasks.h"

#include "core/collect/stages.h"

#include "core/base/in_chinese.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"
#include "tests/support/small_year.h"

#include <algorithm>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;
using project::TaskState;

namespace {

const QDate today(2023, 6, 30);

const Task& taskOf(const QList<Task>& tasks, const QString& subject)
{
    const auto found = std::find_if(tasks.cbegin(), tasks.cend(), [&subject](const Task& task) {
        return task.subject == subject;
    });
    REQUIRE(found != tasks.cend());
    return *found;
}

/// The setting that the edit leaves for a subject, read from the row that it writes.
QJsonObject rowAfter(const project::ChangeSet& set, const QString& subject)
{
    for (const project::RowChange& change : set.changes) {
        if (change.after.value(u"subject"_s).toString() == subject)
            return change.after;
    }
    return {};
}

project::TaskSetting setting(const QString& subject)
{
    project::TaskSetting made;
    made.subject = subject;
    return made;
}

} // namespace

TEST_CASE("every input is asked for once and knows what it serves")
{
    auto data = test::smallYear();
    // A second indicator that reads the same water use.
    catalogue::Indicator second = *data.catalogue.indicator(u"G-2"_s);
    second.code = u"G-3"_s;
    second.nameZh = u"人均用水"_s;
    second.formula = u"w_total / gdp"_s;
    second.department = u"水利局、生态环境局"_s;
    data.catalogue.indicators.append(second);
    data.index();

    const QList<Task> tasks = taskList(data, today);
    // By hand: nine indicators without formula, less the excluded one, and two inputs.
    QStringList subjects;
    for (const Task& task : tasks)
        subjects.append(task.subject);
    CHECK(subjects == QStringList{u"S-1"_s, u"S-2"_s, u"S-3"_s, u"I-1"_s, u"C-1"_s, u"C-2"_s,
                                  u"G-1"_s, u"w_total"_s, u"gdp"_s, u"O-1"_s, u"H-1"_s});
    const Task& water = taskOf(tasks, u"w_total"_s);
    CHECK(water.indicators == QStringList{u"G-2"_s, u"G-3"_s});
    CHECK(water.lead == u"水利局"_s);
    // 生态环境局 helps 水利局 with G-3, so with its input too; 统计局 leads another input.
    CHECK(water.supporting == QStringList{u"生态环境局"_s});
    CHECK(water.division == u"水利局牵头填报并审核，生态环境局配合提供数据"_s);
    CHECK(water.meaning == u"用于计算：每万元GDP水耗、人均用水"_s);
    CHECK(water.sourceKind == project::SourceKind::Statistics);
    CHECK(water.method == u"统计年报、年鉴"_s);
    CHECK(water.unit == u"亿立方米"_s);
    CHECK((water.firstYear == 2019 && water.lastYear == 2022));
    CHECK((water.wanted == 4 && water.present == 4));
    CHECK(water.deadline == QDate(2023, 5, 31));
    CHECK(taskOf(tasks, u"gdp"_s).supporting.isEmpty());
    CHECK(taskOf(tasks, u"S-1"_s).meaning == u"耕地保有量的释义；范围为市域"_s);
    // Three of four years have a number; the fourth is 暂缺.
    CHECK((taskOf(tasks, u"O-1"_s).wanted == 4 && taskOf(tasks, u"O-1"_s).present == 3));
}

TEST_CASE("a task's state follows dates, answers and decisions")
{
    auto data = test::smallYear();
    const auto state = [&data](const QString& subject, const QDate& day) {
        data.index();
        return taskOf(taskList(data, day), subject).state;
    };
    CHECK(state(u"S-1"_s, today) == TaskState::Submitted);
    // 暂缺 still owes the figure: overdue from the day after the deadline, 31 May.
    CHECK(state(u"O-1"_s, QDate(2023, 5, 31)) == TaskState::NotSent);
    CHECK(state(u"O-1"_s, QDate(2023, 6, 1)) == TaskState::Overdue);
    data.departments[2].sentAt = QDate(2023, 4, 1);
    CHECK(state(u"O-1"_s, QDate(2023, 5, 31)) == TaskState::Sent);
    CHECK(state(u"O-1"_s, today) == TaskState::Overdue);
    // The task's own deadline counts before the department's.
    auto own = setting(u"O-1"_s);
    own.deadline = QDate(2023, 7, 31);
    data.tasks = {own};
    CHECK(state(u"O-1"_s, today) == TaskState::Sent);
    CHECK(state(u"O-1"_s, QDate(2023, 8, 1)) == TaskState::Overdue);
    // A reason why there is no number is an answer.
    for (project::Value& value : data.values) {
        if (value.subject == u"O-1"_s && value.year == 2022)
            value.state = project::ValueState::Withheld;
    }
    CHECK(state(u"O-1"_s, QDate(2023, 8, 1)) == TaskState::Submitted);
    // A figure from another source is none of the department's.
    for (project::Value& value : data.values) {
        if (value.subject == u"O-1"_s && value.year == 2022) {
            value.state = project::ValueState::Present;
            value.source = project::SourceId(2);
        }
    }
    CHECK(state(u"O-1"_s, QDate(2023, 8, 1)) == TaskState::Overdue);
    CHECK(taskOf(taskList(data, today), u"O-1"_s).hasFigure);
    own.state = TaskState::Frozen;
    data.tasks = {own};
    CHECK(state(u"O-1"_s, QDate(2023, 8, 1)) == TaskState::Frozen);
    CHECK(isFrozen(data, u"O-1"_s));
    CHECK_FALSE(isFrozen(data, u"S-1"_s));
    // Nobody is late with what nobody is asked for.
    own.state.reset();
    own.asked = false;
    data.tasks = {own};
    CHECK(state(u"O-1"_s, QDate(2023, 8, 1)) == TaskState::Sent);
    CHECK(judgementDay(data.info, QDate(2024, 1, 1)) == QDate(2023, 6, 30));
    data.info.cutOff = {};
    CHECK(judgementDay(data.info, QDate(2024, 1, 1)) == QDate(2024, 1, 1));
}

TEST_CASE("workbooks are a view of the tasks")
{
    auto data = test::smallYear();
    auto moved = setting(u"S-3"_s);
    moved.lead = u"市自然资源和规划局"_s; // as people write it
    moved.firstYear = 2018;
    auto withdrawn = setting(u"C-1"_s);
    withdrawn.asked = false;
    data.tasks = {withdrawn, moved};
    data.index();
    const QList<DepartmentTask> asked = taskBreakdown(data);
    REQUIRE(asked.size() == 6);
    CHECK(asked[0].department.name == u"自然资源和规划局"_s);
    CHECK(asked[0].subjects == QStringList{u"S-1"_s, u"S-2"_s, u"S-3"_s, u"C-2"_s, u"H-1"_s});
    CHECK(asked[0].years == QList<int>{2018, 2019, 2020, 2021, 2022});
    CHECK(asked[1].department.name == u"水利局"_s);
    CHECK(asked[1].subjects == QStringList{u"w_total"_s});
    CHECK(asked[1].years == QList<int>{2019, 2020, 2021, 2022});
    // Departments that only the catalogue names come last.
    CHECK(asked[4].department.name == u"生态环境局"_s);
    CHECK_FALSE(asked[4].department.id.isValid());
    CHECK(asked[5].department.name == u"统计局"_s);
}

TEST_CASE("an edit stores only what differs from the catalogue")
{
    const auto data = test::smallYear();
    const auto set = editTasks(data, {u"S-3"_s},
                               {{TaskField::Lead, u"水利局"_s},
                                {TaskField::Supporting, u"住建局、市商务局"_s},
                                {TaskField::Years, u"2018-2022"_s},
                                {TaskField::Source, u"spatial"_s},
                                {TaskField::Deadline, u"2023-04-15"_s},
                                {TaskField::Note, u"含再生水厂"_s}},
                               today);
    REQUIRE(set);
    const QJsonObject row = rowAfter(*set, u"S-3"_s);
    CHECK(row.value(u"lead"_s).toString().isEmpty()); // as the catalogue has it
    CHECK(row.value(u"supporting"_s).toString() == u"住建局、商务局"_s);
    CHECK(row.value(u"first_year"_s).toInt() == 2018);
    CHECK(row.value(u"last_year"_s).toInt() == 0);
    CHECK(row.value(u"source_kind"_s).toString() == u"spatial"_s);
    CHECK(row.value(u"deadline"_s).toString() == u"2023-04-15"_s);
    const auto nothing = editTasks(data, {u"S-3"_s}, {{TaskField::Lead, u"市水利局"_s}}, today);
    REQUIRE(nothing);
    CHECK(nothing->isEmpty());
    const auto both =
        editTasks(data, {u"S-1"_s, u"S-2"_s}, {{TaskField::Lead, u"统计局"_s}}, today);
    REQUIRE(both);
    CHECK(both->changes.size() == 2);

    for (const auto& [field, text] : {std::pair{TaskField::Years, u"2022-2019"_s},
                                      {TaskField::Years, u"2019-2023"_s},
                                      {TaskField::Deadline, u"明天"_s},
                                      {TaskField::Source, u"听说"_s},
                                      {TaskField::Asked, u"maybe"_s},
                                      {TaskField::State, u"sent"_s}}) {
        const auto refused = editTasks(data, {u"S-3"_s}, {{field, text}}, today);
        CHECK((!refused && refused.error().code() == ErrorCode::BadUsage));
        CHECK((!refused && refused.error().message().contains(text)));
    }
    const auto unknown = editTasks(data, {u"G-2"_s}, {{TaskField::Note, u"x"_s}}, today);
    CHECK((!unknown && unknown.error().code() == ErrorCode::NotFound)); // it is computed
}

TEST_CASE("people decide on what has come, and on nothing else")
{
    auto data = test::smallYear();
    const auto decide = [&data](const QString& subject, const QString& state,
                                const QString& reason = {}) {
        data.index();
        return editTasks(data, {subject}, {{TaskField::State, state}}, today, reason);
    };
    CHECK_FALSE(decide(u"O-1"_s, u"accepted"_s)); // nothing came
    CHECK_FALSE(decide(u"S-1"_s, u"returned"_s)); // no reason
    const auto back = decide(u"S-1"_s, u"returned"_s, u"口径不一致"_s);
    REQUIRE(back);
    CHECK(rowAfter(*back, u"S-1"_s).value(u"state"_s).toString() == u"returned"_s);
    CHECK(rowAfter(*back, u"S-1"_s).value(u"state_reason"_s).toString() == u"口径不一致"_s);
    CHECK(back->reason == u"口径不一致"_s);
    CHECK_FALSE(decide(u"S-1"_s, u"open"_s)); // nobody has decided yet
    auto frozen = setting(u"S-1"_s);
    frozen.state = TaskState::Frozen;
    data.tasks = {frozen};
    CHECK_FALSE(decide(u"S-1"_s, u"returned"_s, u"口径不一致"_s));
    const auto open = decide(u"S-1"_s, u"open"_s);
    REQUIRE(open);
    REQUIRE(open->changes.size() == 1);
    CHECK(open->changes.first().after.isEmpty()); // the setting says nothing any more

    // All of a department's at once: the frozen one stays.
    const QStringList led = subjectsLedBy(data, u"自然资源和规划局"_s);
    CHECK(led == QStringList{u"S-1"_s, u"S-2"_s, u"C-1"_s, u"C-2"_s, u"H-1"_s});
    const auto all = editTasks(data, led, {{TaskField::State, u"accepted"_s}}, today);
    REQUIRE(all);
    CHECK(all->changes.size() == 4);
    CHECK(rowAfter(*all, u"S-1"_s).isEmpty());
    CHECK(subjectsLedBy(data, u"气象局"_s).isEmpty());
}

TEST_CASE("sending out is noted, and whoever is late is reminded")
{
    auto data = test::smallYear();
    const auto sent = markSent(data, {u"水利局"_s, u"统计局"_s}, QDate(2023, 4, 1));
    REQUIRE(sent);
    REQUIRE(sent->changes.size() == 2);
    CHECK(sent->changes[0].after.value(u"sent_at"_s).toString() == u"2023-04-01"_s);
    CHECK(sent->changes[1].before.isEmpty()); // 统计局 was only in the catalogue
    CHECK_FALSE(markSent(data, {u"气象局"_s}, QDate(2023, 4, 1)));

    auto returned = setting(u"S-3"_s);
    returned.state = TaskState::Returned;
    returned.stateReason = u"单位有误"_s;
    data.tasks = {returned};
    data.index();
    const auto late = reminders(data, taskList(data, today), today);
    REQUIRE(late.size() == 2);
    CHECK(late[0].department.name == u"水利局"_s);
    CHECK(late[0].tasks.first().stateReason == u"单位有误"_s);
    CHECK(late[1].department.name == u"商务局"_s);
    CHECK(late[1].daysLate == 30); // 31 May to 30 June
    CHECK(reminders(data, taskList(data, QDate(2023, 5, 31)), QDate(2023, 5, 31)).isEmpty());

    const auto progress = departmentProgress(data, taskList(data, today));
    REQUIRE(progress.size() == 6);
    CHECK(progress[0].count(TaskState::Submitted) == 5);
    CHECK(progress[1].count(TaskState::Returned) == 1);
    CHECK(progress[1].count(TaskState::Submitted) == 1);
    CHECK(progress[2].count(TaskState::Overdue) == 1);
}

TEST_CASE("the plan is proposed until somebody edits it")
{
    auto data = test::smallYear();
    const auto proposed = stagesOf(data);
    REQUIRE(proposed.size() == 5);
    CHECK(proposed.last().to == QDate(2023, 11, 30)); // results by the end of November
    CHECK(proposed[1].note.contains(u"2022年12月31日"_s));
    for (qsizetype i = 1; i < proposed.size(); ++i)
        CHECK(proposed[i].from == proposed[i - 1].to.addDays(1));

    project::PlanStage later = proposed[1];
    later.to = QDate(2023, 7, 15);
    const auto first = changeStage(data, 1, later);
    REQUIRE(first);
    CHECK(first->changes.size() == 5);
    CHECK(first->changes[1].after.value(u"to_date"_s).toString() == u"2023-07-15"_s);
    data.stages = proposed;
    for (int i = 0; i < 5; ++i)
        data.stages[i].id = i + 1;
    const auto second = changeStage(data, 1, later);
    REQUIRE(second);
    CHECK(second->changes.size() == 1);
    later.to = later.from.addDays(-1);
    CHECK_FALSE(changeStage(data, 1, later));
    CHECK_FALSE(changeStage(data, 6, proposed[1]));

    // One more stage, and one less.
    const auto added = changeStage(data, 5, proposed[1]);
    REQUIRE(added);
    REQUIRE(added->changes.size() == 1);
    CHECK(added->changes[0].before.isEmpty());
    CHECK(added->changes[0].after.value(u"sort"_s).toInt() == 6);
    const auto removed = removeStage(data, 0);
    REQUIRE(removed);
    REQUIRE(removed->changes.size() == 1);
    CHECK(removed->changes[0].row == 1);
    CHECK(removed->changes[0].after.isEmpty());
    CHECK_FALSE(removeStage(data, 5));
    data.stages.clear(); // of a plan that is only proposed, the others are stored
    CHECK(removeStage(data, 0)->changes.size() == 4);
    CHECK(changeStage(data, 5, proposed[1])->changes.size() == 6);
    data.stages = {proposed[0]};
    CHECK(removeStage(data, 0).error().code() == ErrorCode::Invalid);
}
