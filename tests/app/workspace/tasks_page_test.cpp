#include "app/workspace/dialogs.h"
#include "app/workspace/tasks/department_board.h"
#include "app/workspace/tasks/plan_chart.h"
#include "app/workspace/tasks/task_model.h"
#include "core/collect/appraisal.h"
#include "core/collect/subjects.h"
#include "core/collect/tasks.h"
#include "tests/app/workspace/window_fixture.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using project::TaskState;
using test::settled;

namespace {

/// The made-up year with the tasks in front: every ninth subject has no figure, and the cut-off is
/// past all deadlines.
struct Tasks : test::Opened
{
    QTableView* table = nullptr;
    QTableView* board = nullptr;
    QTabBar* tabs = nullptr;
    TaskModel* model = nullptr;

    Tasks()
    {
        window.showStage(u"tasks"_s);
        REQUIRE(settled(window));
        table = find<QTableView>(u"taskTable"_s);
        board = find<QTableView>(u"departmentBoard"_s);
        tabs = find<QTabBar>(u"taskTabs"_s);
        model = window.findChild<TaskModel*>();
        REQUIRE(model);
        REQUIRE(table->model()->rowCount() > 100);
    }

    collect::Task task(const QString& subject)
    {
        const collect::Task* found = model->at(model->rowOf(subject));
        REQUIRE(found);
        return *found;
    }
    QStringList inState(TaskState state)
    {
        QStringList subjects;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->at(row)->state == state)
                subjects.append(model->at(row)->subject);
        }
        return subjects;
    }
    QModelIndex place(const QString& subject, int column)
    {
        const auto* filter = qobject_cast<const QSortFilterProxyModel*>(table->model());
        const QModelIndex index =
            filter->mapFromSource(model->index(model->rowOf(subject), column));
        REQUIRE(index.isValid());
        return index;
    }
    void select(const QStringList& subjects)
    {
        tabs->setCurrentIndex(0);
        table->clearSelection();
        for (const QString& subject : subjects) {
            table->selectionModel()->select(place(subject, 0), QItemSelectionModel::Select |
                                                                   QItemSelectionModel::Rows);
        }
    }
    void act(const QString& action)
    {
        trigger(action);
        REQUIRE(settled(window));
    }
    void undo()
    {
        window.action(u"undo"_s)->trigger();
        REQUIRE(settled(window));
    }
};

} // namespace

TEST_CASE("editing one of several selected tasks edits them all, in one step of undo")
{
    Tasks year;
    const QStringList three{year.model->at(0)->subject, year.model->at(1)->subject,
                            year.model->at(2)->subject};
    year.select(three);
    REQUIRE(
        year.table->model()->setData(year.place(three[1], TaskModel::Deadline), u"2023-02-25"_s));
    REQUIRE(settled(year.window));
    for (const QString& subject : three)
        CHECK(year.task(subject).deadline == QDate(2023, 2, 25));
    CHECK(year.task(year.model->at(3)->subject).deadline == QDate(2023, 2, 20));
    year.undo();
    for (const QString& subject : three)
        CHECK(year.task(subject).deadline == QDate(2023, 2, 20));
    CHECK(year.data().tasks.isEmpty());

    // What is not understood is said and changes nothing.
    year.select({three[0]});
    year.table->model()->setData(year.place(three[0], TaskModel::Deadline), u"下周"_s);
    REQUIRE(settled(year.window));
    const QStringList told = dialogs::takeTold();
    REQUIRE(told.size() == 1);
    CHECK(told.first().contains(u"下周"_s));
    CHECK(year.data().tasks.isEmpty());
}

TEST_CASE("tasks are accepted, sent back with a reason, frozen and opened again")
{
    Tasks year;
    const QString came = year.inState(TaskState::Submitted).value(0);
    const QString owed = year.inState(TaskState::Overdue).value(0);
    REQUIRE_FALSE((came.isEmpty() || owed.isEmpty()));
    year.select({owed});
    year.act(u"taskAccept"_s);
    CHECK(dialogs::takeTold().size() == 1); // nothing came that could be accepted
    year.select({came});
    year.act(u"taskAccept"_s);
    CHECK(year.task(came).state == TaskState::Accepted);
    dialogs::setNextText(u"请核对口径"_s);
    year.act(u"taskReturn"_s);
    CHECK(year.task(came).state == TaskState::Returned);
    CHECK(year.task(came).stateReason == u"请核对口径"_s);
    year.act(u"taskReopen"_s);
    CHECK(year.task(came).state == TaskState::Submitted);
    year.act(u"taskFreeze"_s);
    CHECK(year.task(came).state == TaskState::Frozen);

    // A frozen figure is not typed over.
    const double before = year.stored(came)->number;
    dialogs::takeTold();
    year.type(came, u"1"_s);
    CHECK(year.stored(came)->number == before);
    const QStringList told = dialogs::takeTold();
    REQUIRE(told.size() == 1);
    CHECK(told.first().contains(u"冻结"_s));
}

TEST_CASE("tasks are found by department, state and words")
{
    Tasks year;
    const int all = year.table->model()->rowCount();
    auto* state = year.find<QComboBox>(u"taskState"_s);
    state->setCurrentIndex(state->findData(static_cast<int>(TaskState::Overdue)));
    CHECK(year.table->model()->rowCount() == year.inState(TaskState::Overdue).size());
    state->setCurrentIndex(0);
    auto* lead = year.find<QComboBox>(u"taskLead"_s);
    lead->setCurrentIndex(1);
    const int led = year.table->model()->rowCount();
    CHECK((led > 0 && led < all));
    for (int row = 0; row < led; ++row)
        CHECK(year.table->model()->index(row, TaskModel::Lead).data().toString() ==
              lead->currentData().toString());
    lead->setCurrentIndex(0);
    year.find<QLineEdit>(u"taskSearch"_s)->setText(u"常住人口 城区"_s);
    CHECK(year.table->model()->rowCount() < 10);
    CHECK(year.table->model()->rowCount() > 0);
    // Leading here from elsewhere takes the filter away.
    const QString hidden = year.model->at(0)->subject;
    year.window.jump(u"tasks"_s, {Subject::Kind::Quantity, hidden, {}, 0});
    CHECK(year.table->currentIndex().data(TaskModel::CodeRole).toString() == hidden);
}

TEST_CASE("the board counts a department's tasks and keeps who to call")
{
    Tasks year;
    year.tabs->setCurrentIndex(1);
    const auto progress =
        collect::departmentProgress(year.data(), collect::taskList(year.data(), QDate(2023, 3, 1)));
    REQUIRE(year.board->model()->rowCount() == progress.size());
    int tasks = 0;
    for (int row = 0; row < progress.size(); ++row) {
        tasks += year.board->model()->index(row, DepartmentBoard::Tasks).data().toInt();
        const QVariantList counts = year.board->model()
                                        ->index(row, DepartmentBoard::Progress)
                                        .data(DepartmentBoard::CountsRole)
                                        .toList();
        CHECK(counts.value(static_cast<int>(TaskState::Overdue)).toInt() ==
              progress[row].count(TaskState::Overdue));
    }
    CHECK(tasks == year.model->rowCount());

    const QString name = progress[0].department.name;
    const auto cell = [&](int column) { return year.board->model()->index(0, column); };
    REQUIRE(year.board->model()->setData(cell(DepartmentBoard::Contact), u"赵六"_s));
    REQUIRE(settled(year.window));
    REQUIRE(year.board->model()->setData(cell(DepartmentBoard::Email), u"z@example.org"_s));
    REQUIRE(settled(year.window));
    const project::Department* stored = collect::findDepartment(year.data(), name);
    REQUIRE(stored);
    CHECK(stored->contact == u"赵六"_s);
    CHECK(stored->email == u"z@example.org"_s);
    CHECK_FALSE(year.board->model()->setData(cell(DepartmentBoard::Deadline), u"5月"_s));
    CHECK(dialogs::takeTold().size() == 1);

    year.board->selectRow(0);
    year.act(u"taskSent"_s);
    CHECK(collect::findDepartment(year.data(), name)->sentAt == QDate::currentDate());
    CHECK_FALSE(
        collect::findDepartment(year.data(), progress[1].department.name)->sentAt.isValid());
    year.undo();
    CHECK_FALSE(collect::findDepartment(year.data(), name)->sentAt.isValid());
    // A department's whole work is accepted at once; what is owed stays owed.
    const int submitted = progress[0].count(TaskState::Submitted);
    REQUIRE(submitted > 0);
    year.board->selectRow(0);
    year.act(u"taskAccept"_s);
    CHECK(year.inState(TaskState::Accepted).size() == submitted);
}

TEST_CASE("the plan is read and edited with the keyboard")
{
    Tasks year;
    year.tabs->setCurrentIndex(2);
    auto* plan = year.find<PlanChart>(u"planChart"_s);
    CHECK(plan->rows().size() == 5 + year.board->model()->rowCount());
    plan->setFocus();
    QTest::keyClick(plan, Qt::Key_Home);
    QTest::keyClick(plan, Qt::Key_Down);
    CHECK(plan->currentRow() == 1);
    CHECK(year.find<QLabel>(u"planSentence"_s)->text().contains(u"2023-06-30"_s));
    QTest::keyClick(plan, Qt::Key_Return);
    QDialog* form = year.dialog(u"stageForm"_s);
    auto* to = form->findChild<QDateEdit*>(u"stageTo"_s);
    to->setDate(QDate(2023, 1, 1));
    CHECK_FALSE(form->findChild<QPushButton*>(u"stageOk"_s)->isEnabled());
    to->setDate(QDate(2023, 7, 15));
    form->findChild<QPushButton*>(u"stageOk"_s)->click();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().stages.size() == 5); // all of the proposed plan is stored
    CHECK(year.data().stages[1].to == QDate(2023, 7, 15));
    year.undo();
    CHECK(year.data().stages.isEmpty());

    year.find<QAction>(u"planAdd"_s)->trigger();
    form = year.dialog(u"stageForm"_s);
    CHECK_FALSE(form->findChild<QPushButton*>(u"stageOk"_s)->isEnabled()); // it has no name yet
    form->findChild<QLineEdit*>(u"stageName"_s)->setText(u"归档"_s);
    form->findChild<QPushButton*>(u"stageOk"_s)->click();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().stages.size() == 6);
    CHECK(year.data().stages[5].from == QDate(2023, 12, 1)); // after the last one
    CHECK(year.data().stages[5].to == QDate(2023, 12, 31));
    plan->setCurrentRow(0);
    year.find<QAction>(u"planRemove"_s)->trigger();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().stages.size() == 5);
    CHECK(year.data().stages[4].name == u"归档"_s);
    year.undo();
    year.undo();
    CHECK(year.data().stages.isEmpty());

    plan->setCurrentRow(5); // the first department
    dialogs::setNextText(u"2023-03-15"_s);
    QTest::keyClick(plan, Qt::Key_F2);
    REQUIRE(settled(year.window));
    const project::Department* first =
        collect::findDepartment(year.data(), plan->rows().at(5).name);
    REQUIRE(first);
    CHECK(first->deadline == QDate(2023, 3, 15));
}

TEST_CASE("papers are written in the background, and the rule of the appraisal is edited")
{
    Tasks year;
    QTemporaryDir out;
    dialogs::setNextFileName(out.filePath(u"表"_s));
    QDir().mkpath(out.filePath(u"表"_s));
    year.act(u"taskTableExport"_s);
    CHECK(QDir(out.filePath(u"表"_s)).entryList(QDir::Files).size() == 2);
    CHECK(dialogs::takeTold().size() == 1);
    const auto late = collect::reminders(
        year.data(), collect::taskList(year.data(), QDate(2023, 3, 1)), QDate(2023, 3, 1));
    REQUIRE(late.size() > 1);
    dialogs::setNextFileName(out.filePath(u"催办"_s));
    year.act(u"taskLetters"_s);
    CHECK(QDir(out.filePath(u"催办"_s)).entryList(QDir::Files).size() == late.size());
    dialogs::takeTold();

    year.act(u"taskAppraisal"_s);
    QDialog* dialog = year.dialog(u"appraisalDialog"_s);
    auto* scores = dialog->findChild<QTableWidget*>(u"appraisalTable"_s);
    REQUIRE(scores->rowCount() > 20);
    dialog->findChild<QDoubleSpinBox*>(u"rule_points_per_day_late"_s)->setValue(1);
    REQUIRE(settled(year.window));
    CHECK(year.data().info.appraisalRule.contains(u"points_per_day_late"_s));
    CHECK(
        dialog->findChild<QLabel*>(u"appraisalSentence"_s)->text().contains(u"每晚一天扣 1 分"_s));
    const auto rule = collect::appraisalRuleOf(year.data());
    REQUIRE(rule);
    const auto units = collect::appraisal(year.data(), *rule, QDate(2023, 3, 1));
    for (int row = 0; row < scores->rowCount(); ++row)
        CHECK_THAT(scores->item(row, 6)->text().toDouble(),
                   Catch::Matchers::WithinAbs(units[row].total, 0.051));
    dialogs::setNextFileName(out.filePath(u"考核.xlsx"_s));
    dialog->findChild<QPushButton*>(u"appraisalExport"_s)->click();
    REQUIRE(settled(year.window));
    CHECK(QFile::exists(out.filePath(u"考核.xlsx"_s)));
    dialog->findChild<QPushButton*>(u"appraisalShipped"_s)->click();
    REQUIRE(settled(year.window));
    CHECK(year.data().info.appraisalRule.isEmpty());
}
