#include "app/workspace/checks/finding_model.h"
#include "tests/app/workspace/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using test::settled;

namespace {

/// The made-up year with the checks in front. In it every eleventh subject has a second source
/// that says a fifth more in 2022 than the departments do.
struct Checks : test::Opened
{
    FindingModel* model = nullptr;
    QTableView* table = nullptr;

    Checks()
    {
        window.showStage(u"checks"_s);
        REQUIRE(settled(window));
        model = window.findChild<FindingModel*>();
        table = find<QTableView>(u"findingTable"_s);
        REQUIRE(model);
        REQUIRE(model->rowCount() > 0);
    }

    /// The first finding of rivals that is still to be settled.
    collect::Finding rivals()
    {
        for (const collect::WorkItem& item : model->items()) {
            if (item.finding.rule == u"rivals_now" && !item.isSettled())
                return item.finding;
        }
        FAIL("no rivals");
        return {};
    }
    void select(const QString& key)
    {
        const int row = model->rowOf(key);
        REQUIRE(row >= 0);
        auto* filter = qobject_cast<QSortFilterProxyModel*>(table->model());
        table->setCurrentIndex(filter->mapFromSource(model->index(row, 0)));
        REQUIRE(table->currentIndex().isValid());
    }
    std::optional<FindingStatus> status(const QString& key)
    {
        const collect::WorkItem* item = model->at(model->rowOf(key));
        return item ? std::optional(statusOf(*item)) : std::nullopt;
    }
    const project::Value* adopted(const collect::Finding& finding)
    {
        return data().adopted({finding.subject, finding.region, finding.year});
    }
    void undo()
    {
        window.action(u"undo"_s)->trigger();
        REQUIRE(settled(window));
    }
    QLineEdit* reason() { return find<QLineEdit>(u"findingReason"_s); }
    /// The button of the rival that is not the adopted one.
    QPushButton* adoptOther()
    {
        const auto buttons = window.findChildren<QPushButton*>(u"adoptRivalButton"_s);
        QPushButton* found = nullptr;
        for (QPushButton* button : buttons) {
            if (button->isVisible())
                found = button; // the departments' own stands first
        }
        REQUIRE(found);
        return found;
    }
};

} // namespace

TEST_CASE("a rival is adopted with one click, and the click can be undone")
{
    Checks year;
    const collect::Finding finding = year.rivals();
    year.select(finding.key);
    const project::ValueId before = year.adopted(finding)->id;
    CHECK(year.find<QLabel>(u"findingSentence"_s)->text() == finding.text);
    CHECK(year.find<QLabel>(u"findingRule"_s)->text().contains(u"0.5%"_s));
    CHECK(year.find<QWidget>(u"findingChart"_s)->isVisible());
    year.adoptOther()->click();
    REQUIRE(settled(year.window));
    CHECK(year.adopted(finding)->id != before);
    const project::Source* source = year.data().source(year.adopted(finding)->source);
    CHECK(year.adopted(finding)->adoptionReason == u"以%1为准"_s.arg(source->name));
    CHECK(!year.status(finding.key));
    year.undo();
    CHECK(year.adopted(finding)->id == before);
    CHECK(year.adopted(finding)->adoptionReason.isEmpty());
    CHECK(year.status(finding.key) == FindingStatus::Open);

    // What is typed is the reason.
    year.select(finding.key);
    year.reason()->setText(u"已与统计局核实"_s);
    year.adoptOther()->click();
    REQUIRE(settled(year.window));
    CHECK(year.adopted(finding)->adoptionReason == u"已与统计局核实"_s);
}

TEST_CASE("a finding is decided with a reason, opens again when its facts change, and goes")
{
    Checks year;
    const collect::Finding finding = year.rivals();
    year.select(finding.key);
    year.trigger(u"explainAction"_s);
    REQUIRE(settled(year.window));
    CHECK(year.find<QLabel>(u"findingFault"_s)->isVisible());
    CHECK(year.data().decisions.isEmpty());

    year.reason()->setText(u"统计口径含郊区"_s);
    CHECK(!year.find<QLabel>(u"findingFault"_s)->isVisible());
    year.trigger(u"explainAction"_s);
    REQUIRE(settled(year.window));
    REQUIRE(year.data().decisions.size() == 1);
    CHECK(year.data().decisions.first().reason == u"统计口径含郊区"_s);
    CHECK(!year.data().decisions.first().person.isEmpty());
    CHECK(year.status(finding.key) == FindingStatus::Explained);
    CHECK(year.reason()->text().isEmpty());
    year.undo();
    CHECK(year.data().decisions.isEmpty());
    CHECK(year.status(finding.key) == FindingStatus::Open);
    year.window.action(u"redo"_s)->trigger();
    REQUIRE(settled(year.window));
    CHECK(year.status(finding.key) == FindingStatus::Explained);

    project::Value value = *year.adopted(finding);
    value.number *= 0.9;
    year.window.session()->edit(project::edits::setValue(year.data(), value));
    REQUIRE(settled(year.window));
    CHECK(year.status(finding.key) == FindingStatus::Reopened);
    year.select(finding.key);
    CHECK(year.find<QLabel>(u"findingDecision"_s)->text().contains(u"统计口径含郊区"_s));

    year.adoptOther()->click();
    REQUIRE(settled(year.window));
    CHECK(year.status(finding.key) == FindingStatus::Gone);
    year.select(finding.key);
    CHECK(!year.find<QAction>(u"explainAction"_s)->isEnabled());
    year.trigger(u"withdrawAction"_s);
    REQUIRE(settled(year.window));
    CHECK(!year.status(finding.key));
}

TEST_CASE("the file keeps a decision's sentence in Chinese whatever the window speaks")
{
    Checks year;
    const collect::Finding finding = year.rivals();
    year.window.action(u"language.en"_s)->trigger();
    REQUIRE(settled(year.window));
    year.select(finding.key);
    CHECK(year.find<QLabel>(u"findingSentence"_s)->text() != finding.text);
    year.reason()->setText(u"known"_s);
    year.trigger(u"acceptAction"_s);
    REQUIRE(settled(year.window));
    REQUIRE(year.data().decisions.size() == 1);
    CHECK(year.data().decisions.first().text == finding.text);
    year.window.action(u"language.zh"_s)->trigger();
    REQUIRE(settled(year.window));
}

TEST_CASE("findings are filtered by chips, words, rule and department")
{
    Checks year;
    const int all = year.table->model()->rowCount();
    CHECK(all == year.model->rowCount());
    auto* chip = year.find<QPushButton>(u"severityChip.blocking"_s);
    const int blocking = year.model->count(collect::FindingSeverity::Blocking);
    REQUIRE(blocking > 0);
    REQUIRE(blocking < all);
    CHECK(chip->text().endsWith(QString::number(blocking)));
    chip->click();
    CHECK(year.table->model()->rowCount() == blocking);
    chip->click();
    CHECK(year.table->model()->rowCount() == all);

    const collect::Finding finding = year.rivals();
    auto* rule = year.find<QComboBox>(u"findingRuleFilter"_s);
    rule->setCurrentIndex(rule->findData(finding.rule));
    const int ofRule = year.table->model()->rowCount();
    CHECK(ofRule == std::count_if(year.model->items().cbegin(), year.model->items().cend(),
                                  [](const collect::WorkItem& item) {
                                      return item.finding.rule == u"rivals_now";
                                  }));
    auto* department = year.find<QComboBox>(u"findingDepartment"_s);
    department->setCurrentIndex(1);
    CHECK(year.table->model()->rowCount() <= ofRule);
    year.find<QLineEdit>(u"findingSearch"_s)->setText(u"绝无此项"_s);
    CHECK(year.table->model()->rowCount() == 0);
    CHECK(!year.find<QLabel>(u"findingSentence"_s)->isVisible());
    year.find<QPushButton>(u"clearFindingFilter"_s)->click();
    CHECK(year.table->model()->rowCount() == all);
}

TEST_CASE("the keyboard leads from the list to the panel, back, and to the figure's cell")
{
    Checks year;
    const collect::Finding finding = year.rivals();
    year.window.activateWindow();
    year.select(finding.key);
    year.table->setFocus();
    QTest::keyClick(year.table, Qt::Key_Return);
    auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
    REQUIRE(button);
    CHECK(button->objectName() == u"adoptRivalButton");
    QTest::keyClick(button, Qt::Key_Escape);
    CHECK(QApplication::focusWidget() == year.table);
    year.trigger(u"toMatrixAction"_s);
    CHECK(year.window.currentStage() == u"collection");
    CHECK(year.find<QTableView>(u"valueMatrix"_s)->currentIndex().isValid());
    // And a link back stands on the finding.
    year.window.jump(u"checks"_s,
                     {Subject::Kind::Figure, finding.subject, finding.region, finding.year});
    REQUIRE(settled(year.window));
    CHECK(year.table->currentIndex().siblingAtColumn(0).data(FindingModel::KeyRole) == finding.key);
    QTest::keyClick(year.table, Qt::Key_Down);
    CHECK(year.table->currentIndex().siblingAtColumn(0).data(FindingModel::KeyRole) != finding.key);
}

TEST_CASE("a rule is changed for the project, refused what does not fit, and reset")
{
    Checks year;
    const collect::Finding finding = year.rivals();
    year.select(finding.key);
    year.trigger(u"rulesAction"_s);
    QDialog* dialog = year.dialog(u"rulesDialog"_s);
    auto* tolerance = dialog->findChild<QLineEdit*>(u"ruleParameter.tolerance"_s);
    REQUIRE(tolerance);
    CHECK(tolerance->text() == u"0.005");
    const auto enter = [&](const QString& text) {
        tolerance->setText(text);
        Q_EMIT tolerance->editingFinished();
        REQUIRE(settled(year.window));
    };
    enter(u"很宽"_s);
    CHECK(year.data().rules.isEmpty());
    // The rivals of this year differ by a sixth.
    enter(u"0.3"_s);
    REQUIRE(year.data().rules.size() == 1);
    CHECK(!year.status(finding.key));
    auto* severity = dialog->findChild<QComboBox*>(u"ruleSeverity"_s);
    severity->setCurrentIndex(2);
    REQUIRE(settled(year.window));
    CHECK(year.data().rules.first().severity == u"note");
    CHECK(year.data().rules.first().parameters.value("tolerance"_L1).toDouble() == 0.3);
    enter(u"0.005"_s);
    CHECK(year.model->at(year.model->rowOf(finding.key))->finding.severity ==
          collect::FindingSeverity::Note);
    dialog->findChild<QPushButton*>(u"ruleReset"_s)->click();
    REQUIRE(settled(year.window));
    CHECK(year.data().rules.isEmpty());
    dialog->findChild<QCheckBox*>(u"ruleActive"_s)->click();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().rules.size() == 1);
    CHECK(!year.data().rules.first().active);
    CHECK(!year.status(finding.key));
    year.undo();
    CHECK(year.status(finding.key) == FindingStatus::Open);
    CHECK(dialog->findChild<QCheckBox*>(u"ruleActive"_s)->isChecked());
}

TEST_CASE("another order of sources says what it moves and moves it in one step")
{
    Checks year;
    const collect::Finding finding = year.rivals();
    const project::ValueId before = year.adopted(finding)->id;
    year.trigger(u"sourceOrderAction"_s);
    QDialog* dialog = year.dialog(u"sourceOrderDialog"_s);
    auto* list = dialog->findChild<QListWidget*>(u"sourceList"_s);
    auto* save = dialog->findChild<QPushButton*>(u"sourceSave"_s);
    CHECK(!save->isEnabled());
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    CHECK(list->currentRow() == 0);
    REQUIRE(save->isEnabled());
    // Every second source of the year comes second in the order that the file began with.
    const auto rivals = std::count_if(year.data().values.cbegin(), year.data().values.cend(),
                                      [](const project::Value& value) { return !value.adopted; });
    CHECK(dialog->findChild<QLabel*>(u"sourceEffect"_s)->text().contains(u" %1 "_s.arg(rivals)));
    auto* follow = dialog->findChild<QCheckBox*>(u"sourceFollow"_s);
    REQUIRE(follow->isEnabled());
    follow->click();
    const QString second = year.data().sources.at(1).key;
    save->click();
    REQUIRE(settled(year.window));
    CHECK(year.data().sources.first().key == second);
    CHECK(year.adopted(finding)->id != before);
    CHECK(year.status(finding.key) == FindingStatus::Open); // adopted by default is not decided
    year.undo();
    CHECK(year.data().sources.at(1).key == second);
    CHECK(year.adopted(finding)->id == before);
}

TEST_CASE("the list follows the last of several changes and says when there is nothing")
{
    Checks year;
    const collect::Finding finding = year.rivals();
    project::Value value = *year.adopted(finding);
    const double original = value.number;
    for (const double factor : {0.5, 0.7, 1.2}) {
        value.number = original * factor;
        year.window.session()->edit(project::edits::setValue(year.data(), value));
        // The next one comes while this one is still being checked.
        REQUIRE(QTest::qWaitFor([&] { return !year.window.session()->isBusy(); }));
    }
    REQUIRE(settled(year.window));
    CHECK(!year.status(finding.key)); // a fifth more: as the other source says

    const auto shipped = collect::shippedRules();
    REQUIRE_OK(shipped);
    project::ChangeSet off;
    for (const collect::Rule& rule : *shipped) {
        project::RuleSetting setting;
        setting.rule = rule.id;
        setting.active = false;
        off.append(project::edits::setRule(year.data(), setting));
    }
    year.window.session()->edit(off);
    REQUIRE(settled(year.window));
    CHECK(year.model->rowCount() == 0);
    CHECK(year.find<QWidget>(u"checksEmpty"_s)->isVisible());
}
