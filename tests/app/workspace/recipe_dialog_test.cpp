#include "app/workspace/spatial/recipe_dialog.h"

#include "app/workspace/spatial/class_picker.h"
#include "app/workspace/spatial/condition_row.h"
#include "core/catalogue/catalogue_files.h"
#include "tests/app/workspace/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using spatial::Condition;
using spatial::Recipe;

namespace {

project::YearDataPtr yearOf(const QString& catalogueId)
{
    auto year = std::make_shared<project::YearData>();
    year->info.city = u"示例市"_s;
    year->info.year = 2022;
    year->info.catalogueId = catalogueId;
    const auto loaded = catalogue::loadBuiltIn(catalogueId);
    REQUIRE_OK(loaded);
    year->catalogue = loaded->catalogue;
    year->index();
    return year;
}

/// The dialog over a shipped recipe, without a window around it.
struct Edited
{
    Jobs jobs;
    project::YearDataPtr year;
    RecipeDialog* dialog;
    std::optional<Recipe> saved;

    Edited(const project::YearDataPtr& of, const Recipe& recipe)
        : year(of)
        , dialog(new RecipeDialog(&jobs, of, recipe, u"名称"_s))
    {
        QObject::connect(dialog, &RecipeDialog::recipeRequested, dialog,
                         [this](const Recipe& requested) { saved = requested; });
        dialog->show();
    }
    explicit Edited(const QString& subject)
        : Edited(yearOf(u"tdt1063-2021"_s),
                 *spatial::shippedRecipe(*yearOf(u"tdt1063-2021"_s), subject))
    {}
    ~Edited() { delete dialog; }

    template <class T>
    T* find(const QString& name, QWidget* in = nullptr)
    {
        T* found = (in ? in : dialog)->template findChild<T*>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    QWidget* page(int tab) { return find<QTabWidget>(u"recipeTabs"_s)->widget(tab); }
    void click(const QString& name, QWidget* in = nullptr) { find<QPushButton>(name, in)->click(); }
    const Recipe& recipe() { return dialog->recipe(); }
    QList<ConditionRow*> rows(QWidget* in)
    {
        QTest::qWait(1); // new ones are shown, old ones deleted
        QList<ConditionRow*> shown;
        for (auto* row : in->findChildren<ConditionRow*>()) {
            if (!row->isHidden())
                shown.append(row);
        }
        return shown;
    }
};

void setCurrent(QComboBox* box, const QVariant& what)
{
    REQUIRE(box->findData(what) >= 0);
    box->setCurrentIndex(box->findData(what));
}

} // namespace

TEST_CASE("every shipped recipe comes out of the forms as it went in")
{
    test::Made made;
    for (const QString& id : catalogue::builtInCatalogues()) {
        const project::YearDataPtr year = yearOf(id);
        for (const Recipe& recipe : spatial::shippedRecipes(id)) {
            INFO(recipe.subject.toStdString());
            Edited edited(year, recipe);
            auto* tabs = edited.find<QTabWidget>(u"recipeTabs"_s);
            for (int tab = 0; tab < tabs->count(); ++tab)
                tabs->setCurrentIndex(tab);
            for (auto* alternatives : edited.dialog->findChildren<QTabBar*>(u"selectionTabs"_s)) {
                for (int i = 0; i < alternatives->count(); ++i)
                    alternatives->setCurrentIndex(i);
            }
            auto* services = edited.find<QTreeWidget>(u"services"_s);
            for (int i = 0; i < services->topLevelItemCount(); ++i)
                services->setCurrentItem(services->topLevelItem(i));
            CHECK((edited.recipe() == recipe));
            CHECK_FALSE(edited.find<QPushButton>(u"recipeUndo"_s)->isEnabled());
            // A change and its undoing, with every field filled anew.
            auto* note = edited.find<QLineEdit>(u"recipeNote"_s);
            note->setText(recipe.note + u"。"_s);
            CHECK_FALSE((edited.recipe() == recipe));
            edited.click(u"recipeUndo"_s);
            CHECK((edited.recipe() == recipe));
            edited.click(u"recipeOk"_s);
            REQUIRE(edited.saved);
            CHECK((*edited.saved == recipe));
        }
    }
}

TEST_CASE("reach is made of forms alone, read aloud, and written as text")
{
    test::Made made;
    Edited edited(u"a_farmland"_s);
    QWidget* reach = edited.page(3);
    edited.find<QCheckBox>(u"reachOn"_s)->setChecked(true);
    setCurrent(edited.find<QComboBox>(u"selectionRole"_s, reach), u"XFZ"_s);
    setCurrent(edited.find<QComboBox>(u"reachMode"_s),
               static_cast<int>(spatial::Reach::Mode::Drive));
    setCurrent(edited.find<QComboBox>(u"reachDirection"_s), false);
    edited.find<QDoubleSpinBox>(u"serviceReach"_s)->setValue(5);
    setCurrent(edited.find<QComboBox>(u"serviceUnit"_s), true);
    edited.click(u"serviceOr"_s);
    edited.find<QDoubleSpinBox>(u"serviceMinArea"_s)->setValue(400);
    edited.click(u"serviceAdd"_s);
    setCurrent(edited.find<QComboBox>(u"selectionRole"_s, reach), u"YY"_s);

    QWidget* roads = edited.page(4);
    edited.click(u"speedAdd"_s);
    auto* speeds = edited.find<QTableWidget>(u"reachSpeeds"_s);
    speeds->item(0, 0)->setText(u"支路*"_s);
    speeds->item(0, 1)->setText(u"25"_s);
    edited.find<QLineEdit>(u"reachClosed"_s)->setText(u"高速公路，人行道"_s);
    edited.find<QDoubleSpinBox>(u"reachSnap"_s)->setValue(800);
    edited.find<QCheckBox>(u"reachLegCounts"_s)->setChecked(false);
    edited.click(u"listAdd"_s, edited.find<QWidget>(u"reachBarriers"_s));

    REQUIRE(edited.recipe().reach);
    spatial::Reach wanted;
    spatial::Service fire;
    fire.what.role = u"XFZ"_s;
    fire.minutes = 5;
    spatial::Service large = fire, hospital;
    large.minArea = 400;
    hospital.what.role = u"YY"_s;
    hospital.metres = 1000;
    wanted.groups = {{fire, large}, {hospital}};
    wanted.mode = spatial::Reach::Mode::Drive;
    wanted.towards = false;
    wanted.speeds = {{u"支路*"_s, 25}};
    wanted.closed = {u"高速公路"_s, u"人行道"_s};
    wanted.snap = 800;
    wanted.legCounts = false;
    wanted.barriers = {{u"ZGX"_s}};
    CHECK((*edited.recipe().reach == wanted));
    const QString words = edited.find<QLabel>(u"recipeDialogWords"_s)->text();
    CHECK(words.contains(u"消防站"_s));
    CHECK(words.contains(u"5 分钟"_s));
    const auto text = spatial::recipeFromText(
        edited.find<QPlainTextEdit>(u"recipeText"_s)->toPlainText().toUtf8());
    REQUIRE_OK(text);
    CHECK((*text == edited.recipe()));

    // Off and on again: nothing is lost; the default is a step that can be taken back.
    edited.find<QCheckBox>(u"reachOn"_s)->setChecked(false);
    CHECK_FALSE(edited.recipe().reach);
    edited.find<QCheckBox>(u"reachOn"_s)->setChecked(true);
    CHECK((*edited.recipe().reach == wanted));
    edited.click(u"recipeDialogReset"_s);
    CHECK((edited.recipe() == *spatial::shippedRecipe(*edited.year, u"a_farmland"_s)));
    edited.click(u"recipeUndo"_s);
    CHECK((*edited.recipe().reach == wanted));
    edited.click(u"recipeRedo"_s);
    CHECK_FALSE(edited.recipe().reach);
    CHECK(roads);
}

TEST_CASE("conditions and alternatives are edited without a word of JSON")
{
    test::Made made;
    Edited edited(u"a_cov_health"_s); // of JZYD, else of DLTB's dwellings
    QWidget* what = edited.page(0);
    auto* alternatives = edited.find<QTabBar>(u"selectionTabs"_s, what);
    REQUIRE(alternatives->count() == 2);
    alternatives->setCurrentIndex(1);
    QList<ConditionRow*> rows = edited.rows(what);
    REQUIRE(rows.size() == 1);
    // The classes are ticked in the table.
    edited.find<QAbstractButton>(u"conditionPick"_s, rows.first())->click();
    auto* picker = edited.find<QDialog>(u"classPicker"_s);
    auto* tree = edited.find<QTreeWidget>(u"classTree"_s, picker);
    for (QTreeWidgetItem* item :
         tree->findItems(u"05H1"_s, Qt::MatchStartsWith | Qt::MatchRecursive))
        item->setCheckState(0, Qt::Checked);
    for (QTreeWidgetItem* item :
         tree->findItems(u"0701"_s, Qt::MatchStartsWith | Qt::MatchRecursive))
        item->setCheckState(0, Qt::Unchecked);
    edited.click(u"classPickerOk"_s, picker);
    const spatial::Selection& other = edited.recipe().what.otherwise.first();
    CHECK(other.where.first().values == QStringList{u"0702"_s, u"05H1"_s});

    // Every operation, with what goes with it.
    edited.click(u"selectionAdd"_s, what);
    rows = edited.rows(what);
    REQUIRE(rows.size() == 2);
    auto* column = edited.find<QComboBox>(u"conditionColumn"_s, rows.last());
    auto* op = edited.find<QComboBox>(u"conditionOp"_s, rows.last());
    auto* values = edited.find<QLineEdit>(u"conditionValues"_s, rows.last());
    auto* ok = edited.find<QPushButton>(u"recipeOk"_s);
    CHECK_FALSE(ok->isEnabled()); // no value yet
    setCurrent(column, u"area"_s);
    for (int i = 0; i < op->count(); ++i) {
        op->setCurrentIndex(i);
        const auto wanted = static_cast<Condition::Op>(op->currentData().toInt());
        values->setText(u"12"_s);
        INFO(op->currentText().toStdString());
        CHECK(edited.recipe().what.otherwise.first().where.last().op == wanted);
        CHECK(ok->isEnabled());
    }
    CHECK(edited.recipe().what.otherwise.first().where.last().values.isEmpty());
    setCurrent(op, static_cast<int>(Condition::Op::AtLeast));
    for (auto* box : rows.last()->findChildren<QCheckBox*>())
        box->setChecked(true);
    CHECK((edited.recipe().what.otherwise.first().where.last() ==
           Condition{u"area"_s, Condition::Op::AtLeast, {u"12"_s}, true, true, true}));
    values->setText(u"大"_s);
    CHECK_FALSE(ok->isEnabled());
    const auto labels = rows.last()->findChildren<QLabel*>();
    CHECK(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel* label) {
        return !label->isHidden() && label->text().contains(u"一个数"_s);
    }));
    edited.find<QAbstractButton>(u"conditionRemove"_s, rows.last())->click();
    CHECK(ok->isEnabled());

    edited.click(u"selectionAddAlternative"_s, what);
    CHECK(edited.recipe().what.otherwise.size() == 2);
    CHECK(alternatives->currentIndex() == 2);
    edited.click(u"selectionRemoveAlternative"_s, what);
    CHECK(edited.recipe().what.otherwise.size() == 1);
}

TEST_CASE("codes that the table does not have stay where they were")
{
    test::Made made;
    ClassPicker picker(pickableCodes(u"class"_s, u"third-survey"_s),
                       {u"0702"_s, u"99XX"_s, u"0101"_s});
    CHECK(picker.codes() == QStringList{u"0702"_s, u"99XX"_s, u"0101"_s});
    CHECK(pickableCodes(u"class"_s, {}).isEmpty());
    CHECK(pickableCodes(u"name"_s, u"third-survey"_s).isEmpty());
    CHECK_FALSE(pickableCodes(u"cityVillage"_s, {}).isEmpty());
    CHECK(namesOf({u"0101"_s, u"99XX"_s}, pickableCodes(u"class"_s, u"third-survey"_s)) ==
          u"水田"_s);
}

TEST_CASE("a method is written to a file and read from one, and faults keep it from being saved")
{
    test::Made made;
    Edited edited(u"a_cov_park"_s);
    const QString path = made.folder.filePath(u"方法.json"_s);
    dialogs::setNextFileName(path);
    edited.click(u"recipeExport"_s);
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(path); }));
    Edited other(u"a_cov_elder"_s);
    dialogs::setNextFileName(path);
    other.click(u"recipeImport"_s);
    REQUIRE(QTest::qWaitFor(
        [&] { return other.recipe().reach->groups.first().first().what.role == u"GYLD"_s; }));
    CHECK(other.recipe().subject == u"a_cov_elder"_s);

    auto* text = other.find<QPlainTextEdit>(u"recipeText"_s);
    text->setPlainText(u"{"_s);
    CHECK_FALSE(other.find<QPushButton>(u"recipeOk"_s)->isEnabled());
    CHECK_FALSE(other.find<QLabel>(u"recipeTextFault"_s)->text().isEmpty());
    other.click(u"recipeUndo"_s);
    CHECK(other.find<QPushButton>(u"recipeOk"_s)->isEnabled());

    // The measure asks for a number of columns.
    setCurrent(other.find<QComboBox>(u"recipeMeasure"_s), static_cast<int>(spatial::Measure::Sum));
    CHECK_FALSE(other.find<QPushButton>(u"recipeOk"_s)->isEnabled());
    auto* columns = other.find<QListWidget>(u"recipeColumns"_s);
    REQUIRE(columns->count() > 1);
    columns->item(1)->setCheckState(Qt::Checked);
    columns->item(0)->setCheckState(Qt::Checked);
    CHECK(other.recipe().columns.size() == 2);
    // Leaving asks first, once something was changed.
    dialogs::setNextAnswer(false);
    other.dialog->reject();
    CHECK(other.dialog->isVisible());
    dialogs::setNextAnswer(true);
    other.dialog->reject();
    CHECK_FALSE(other.dialog->isVisible());
}
