#include "app/workspace/collection/collection_page.h"
#include "app/workspace/dialogs.h"
#include "core/collect/fill_in_workbook.h"
#include "tests/app/workspace/window_fixture.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using test::Opened;
using test::settled;

namespace {

/// Writes the first department's workbook with a figure in it, imports it through the preview.
void send(Opened& year, const QString& path, const QString& figure)
{
    const auto data = year.window.session()->data();
    const collect::DepartmentTask task = collect::taskBreakdown(*data).constFirst();
    collect::FilledIn filled;
    filled.figures = {{task.subjects.first(), {}, 2022, figure}};
    REQUIRE_OK(collect::writeFillInWorkbook(path, *data, task, &filled));
    auto* page = year.window.findChild<CollectionPage*>();
    REQUIRE(page);
    page->importFiles({path});
    REQUIRE(settled(year.window));
    auto* accept = year.dialog(u"importPreview"_s)->findChild<QPushButton*>(u"importAccept"_s);
    REQUIRE(accept->isEnabled());
    accept->click();
    REQUIRE(settled(year.window));
}

} // namespace

TEST_CASE("what came back is listed with its versions, differences and the workbook itself")
{
    Opened year;
    year.window.showStage(u"collection"_s);
    year.find<QTabBar>(u"collectionTabs"_s)->setCurrentIndex(1);
    auto* departments = year.find<QTableView>(u"returnDepartments"_s);
    auto* versions = year.find<QTableView>(u"returnVersions"_s);
    auto* differences = year.find<QTableView>(u"returnDifferences"_s);
    CHECK(departments->isVisible());
    CHECK(departments->model()->rowCount() == collect::taskBreakdown(year.data()).size());
    CHECK(versions->model()->rowCount() == 0);
    CHECK_FALSE(differences->isVisible());

    const QString name = collect::taskBreakdown(year.data()).constFirst().department.name;
    const QString first = year.made.folder.filePath(u"一.xlsx"_s);
    send(year, first, u"12.5"_s);
    send(year, year.made.folder.filePath(u"二.xlsx"_s), u"13.5"_s);
    for (int row = 0; row < departments->model()->rowCount(); ++row) {
        if (departments->model()->index(row, 0).data().toString() == name)
            departments->setCurrentIndex(departments->model()->index(row, 0));
    }
    REQUIRE(versions->model()->rowCount() == 2);
    CHECK(versions->model()->index(0, 4).data().toString() == u"二.xlsx"_s);
    REQUIRE(differences->model()->rowCount() == 1);
    CHECK(differences->isVisible());
    CHECK(differences->model()->index(0, 4).data().toString().contains(u"12.5"));
    CHECK(differences->model()->index(0, 5).data().toString().contains(u"13.5"));

    // The older one is there as it came.
    versions->setCurrentIndex(versions->model()->index(1, 0));
    const QString saved = year.made.folder.filePath(u"原件.xlsx"_s);
    dialogs::setNextFileName(saved);
    year.find<QPushButton>(u"returnSave"_s)->click();
    REQUIRE(settled(year.window));
    QFile one(first), other(saved);
    REQUIRE(one.open(QFile::ReadOnly));
    REQUIRE(other.open(QFile::ReadOnly));
    CHECK((one.readAll() == other.readAll()));

    // Undone, the second return is gone with its figure.
    year.window.action(u"undo"_s)->trigger();
    REQUIRE(settled(year.window));
    CHECK(year.data().returns.size() == 1);
    CHECK(versions->model()->rowCount() == 1);
    CHECK_FALSE(year.find<QComboBox>(u"returnFrom"_s)->isVisible());
}
