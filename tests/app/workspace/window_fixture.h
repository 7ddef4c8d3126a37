#pragma once

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/widgets/theme.h"
#include "tests/app/made_year.h"
#include "tests/support/catch.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace test {

/// A made-up year in a file of its own, and the interface as it comes.
struct Made
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("示例市-2022.gpkg"));

    Made()
    {
        using namespace checkup;
        using namespace checkup::workspace;
        Settings::instance().useTemporary();
        language::apply(QStringLiteral("zh"));
        Theme::apply(*qApp, QStringLiteral("light"), 100);
        const Result<project::NewYear> year = emptyYear();
        REQUIRE_OK(year);
        Result<project::ProjectFile> file = project::ProjectFile::create(path, *year);
        REQUIRE_OK(file);
        const Result<project::YearData> data = file->load();
        REQUIRE_OK(data);
        REQUIRE_OK(file->commit(madeFigures(*data)));
    }
};

inline bool settled(checkup::workspace::MainWindow& window)
{
    return QTest::qWaitFor(
        [&window] { return !window.session()->isBusy() && window.jobs()->running().isEmpty(); },
        60000);
}

/// The window with the made-up year open.
struct Opened
{
    test::Made made;
    checkup::workspace::MainWindow window;

    Opened()
    {
        checkup::workspace::dialogs::takeTold();
        window.show();
        window.openFile(made.path);
        REQUIRE(settled(window));
        REQUIRE(window.session()->isOpen());
    }

    template <class T>
    T* find(const QString& name)
    {
        T* found = window.findChild<T*>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    const checkup::project::YearData& data() { return *window.session()->data(); }
    void trigger(const QString& action) { find<QAction>(action)->trigger(); }

    /// The first quantity in this unit with a figure of the departments.
    QString quantityIn(const QString& unit)
    {
        for (const checkup::catalogue::Quantity& quantity : data().catalogue.quantities) {
            const auto rivals = data().rivals({quantity.id, data().city()->id, 2022});
            if (quantity.unit == unit && rivals.size() == 1)
                return quantity.id;
        }
        FAIL("no such quantity");
        return {};
    }
    const checkup::project::Value* stored(const QString& subject, int year = 2022)
    {
        const auto rivals = data().rivals({subject, data().city()->id, year});
        return rivals.isEmpty() ? nullptr : rivals.first();
    }
    QTableView* matrix(const QString& subject)
    {
        window.jump(QStringLiteral("collection"),
                    {checkup::workspace::Subject::Kind::Figure, subject, data().city()->id, 2022});
        return find<QTableView>(QStringLiteral("valueMatrix"));
    }
    /// With the keyboard: F2, the text, Enter.
    void type(const QString& subject, const QString& text)
    {
        QTableView* table = matrix(subject);
        QTest::keyClick(table, Qt::Key_F2);
        auto* editor = table->viewport()->findChild<QLineEdit*>();
        REQUIRE(editor);
        editor->setText(text);
        QTest::keyClick(editor, Qt::Key_Return);
        REQUIRE(settled(window));
    }
    QDialog* dialog(const QString& name)
    {
        QDialog* found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (QDialog* one : window.findChildren<QDialog*>(name))
                found = one->isVisible() ? one : found;
            return found != nullptr;
        });
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
};

} // namespace test
