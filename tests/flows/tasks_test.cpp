#include "tests/flows/command.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;
using test::run;

namespace {

QString copyOfSample(const QTemporaryDir& folder)
{
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    return project;
}

QJsonObject taskOf(const QString& project, const QString& subject)
{
    for (const auto& item :
         run({u"tasks"_s, project, u"--list"_s, u"--json"_s}).json[u"tasks"_s].toArray()) {
        if (item.toObject()[u"subject"_s].toString() == subject)
            return item.toObject();
    }
    FAIL("no such task: " << subject.toStdString());
    return {};
}

} // namespace

TEST_CASE("tasks go out with their table, each input asked once")
{
    QTemporaryDir folder;
    const QString project = copyOfSample(folder);
    const auto written =
        run({u"tasks"_s, project, u"-o"_s, folder.filePath(u"out"_s), u"--json"_s});
    INFO(written.err.toStdString());
    REQUIRE(written.exit == 0);
    CHECK(written.json[u"files"_s].toArray().size() > 20);
    CHECK(QFile::exists(folder.filePath(u"out/任务分解表_2022.xlsx"_s)));
    CHECK(QFile::exists(folder.filePath(u"out/任务分解表_2022.docx"_s)));

    QSet<QString> subjects;
    const auto tasks =
        run({u"tasks"_s, project, u"--list"_s, u"--json"_s}).json[u"tasks"_s].toArray();
    for (const auto& task : tasks)
        subjects.insert(task.toObject()[u"subject"_s].toString());
    CHECK(tasks.size() > 100);
    CHECK(subjects.size() == tasks.size());
    CHECK(taskOf(project, u"p_resident"_s)[u"indicators"_s].toArray().size() >= 6);
    CHECK(run({u"tasks"_s, project}).exit == 2);
}

TEST_CASE("tasks are edited, sent, decided on and undone by command")
{
    QTemporaryDir folder;
    const QString project = copyOfSample(folder);
    const auto set = [&project](QStringList arguments) {
        return run(QStringList{u"tasks"_s, project} + arguments + QStringList{u"--json"_s});
    };
    auto done = set({u"--set"_s, u"w_total"_s, u"supporting=统计局"_s, u"deadline=2023-04-01"_s,
                     u"note=含再生水"_s});
    INFO(done.err.toStdString());
    REQUIRE(done.exit == 0);
    CHECK(done.json[u"changed"_s].toInt() == 1);
    QJsonObject task = taskOf(project, u"w_total"_s);
    CHECK(task[u"supporting"_s].toArray().first().toString() == u"统计局"_s);
    CHECK(task[u"deadline"_s].toString() == u"2023-04-01"_s);
    CHECK(task[u"state"_s].toString() == u"submitted"_s);

    CHECK(set({u"--set"_s, u"w_total"_s, u"state=returned"_s}).exit == 2); // a reason is missing
    REQUIRE(set({u"--set"_s, u"w_total"_s, u"state=returned"_s, u"--reason"_s, u"口径"_s}).exit ==
            0);
    CHECK(taskOf(project, u"w_total"_s)[u"state"_s].toString() == u"returned"_s);
    REQUIRE(set({u"--set"_s, u"w_total"_s, u"state=open"_s}).exit == 0);
    // All tasks of a department at once.
    REQUIRE(set({u"--set"_s, u"水利局"_s, u"state=frozen"_s}).exit == 0);
    CHECK(taskOf(project, u"w_total"_s)[u"state"_s].toString() == u"frozen"_s);

    REQUIRE(set({u"--sent"_s, u"水利局"_s, u"--today"_s, u"2023-03-10"_s}).exit == 0);
    REQUIRE(set({u"--sent"_s, u"--today"_s, u"2023-03-11"_s}).exit == 0);
    CHECK(set({u"--sent"_s, u"气象局"_s}).exit == 3);
    CHECK(set({u"--set"_s, u"w_total"_s, u"colour=red"_s}).exit == 2);
    CHECK(set({u"--set"_s, u"w_total"_s, u"lead"_s}).exit == 2);
    CHECK(run({u"verify"_s, project}).exit == 0);
}

TEST_CASE("late departments get letters, units an appraisal, the year a plan")
{
    QTemporaryDir folder;
    const QString project = copyOfSample(folder);
    const auto letters =
        run({u"letters"_s, project, u"-o"_s, folder.filePath(u"催办"_s), u"--json"_s});
    INFO(letters.err.toStdString());
    REQUIRE(letters.exit == 0);
    CHECK(letters.json[u"files"_s].toArray().size() ==
          letters.json[u"departments"_s].toArray().size());
    CHECK(letters.json[u"files"_s].toArray().size() > 0);
    for (const auto& file : letters.json[u"files"_s].toArray())
        CHECK(QFile::exists(file.toString()));
    const auto before = run({u"letters"_s, project, u"-o"_s, folder.filePath(u"早"_s), u"--today"_s,
                             u"2023-04-01"_s, u"--json"_s});
    CHECK(before.json[u"files"_s].toArray().isEmpty()); // the deadline is 30 April

    const auto appraise = [&](const QStringList& more) {
        return run(QStringList{u"appraise"_s, project, u"--json"_s} + more);
    };
    const auto first = appraise({u"-o"_s, folder.filePath(u"考核表.xlsx"_s)});
    REQUIRE(first.exit == 0);
    CHECK(QFile::exists(folder.filePath(u"考核表.xlsx"_s)));
    CHECK_FALSE(first.json[u"rule"_s].toObject()[u"changed"_s].toBool());
    REQUIRE(appraise({u"--set"_s, u"points_per_day_late=5"_s, u"good=85"_s}).exit == 0);
    const auto second = appraise({});
    CHECK(second.json[u"rule"_s].toObject()[u"changed"_s].toBool());
    const auto units = second.json[u"units"_s].toArray();
    REQUIRE(units.size() > 20);
    for (const auto& item : units) {
        const QJsonObject unit = item.toObject();
        const double late = unit[u"days_late"_s].toDouble();
        CHECK(unit[u"timeliness"_s].toDouble() == std::max(0.0, 40 - 5 * late));
        CHECK(unit[u"total"_s].toDouble() <= 100);
    }
    CHECK(appraise({u"--set"_s, u"points_per_day_late=many"_s}).exit == 2);
    CHECK(appraise({u"--set"_s, u"nothing=1"_s}).exit == 2);

    const auto plan = run({u"stages"_s, project, u"--json"_s});
    CHECK(plan.json[u"proposed"_s].toBool());
    CHECK(plan.json[u"stages"_s].toArray().size() == 5);
    REQUIRE(run({u"stages"_s, project, u"--set"_s, u"2"_s, u"to=2023-07-15"_s}).exit == 0);
    const auto own = run({u"stages"_s, project, u"--json"_s});
    CHECK_FALSE(own.json[u"proposed"_s].toBool());
    CHECK(own.json[u"stages"_s].toArray()[1].toObject()[u"to"_s].toString() == u"2023-07-15"_s);
    CHECK(run({u"stages"_s, project, u"--set"_s, u"2"_s, u"to=2022-07-15"_s}).exit == 3);
    CHECK(run({u"stages"_s, project, u"--set"_s, u"9"_s, u"name=x"_s}).exit == 3);
    REQUIRE(run({u"stages"_s, project, u"--set"_s, u"6"_s, u"name=归档"_s, u"from=2023-12-01"_s,
                 u"to=2023-12-31"_s})
                .exit == 0);
    REQUIRE(run({u"stages"_s, project, u"--remove"_s, u"1"_s}).exit == 0);
    const QJsonArray left = run({u"stages"_s, project, u"--json"_s}).json[u"stages"_s].toArray();
    REQUIRE(left.size() == 5);
    CHECK(left[0].toObject()[u"to"_s].toString() == u"2023-07-15"_s);
    CHECK(left[4].toObject()[u"name"_s].toString() == u"归档"_s);
}
