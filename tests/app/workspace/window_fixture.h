#pragma once

#include "app/language/language.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/widgets/theme.h"
#include "tests/app/made_year.h"
#include "tests/support/catch.h"

#include <QApplication>
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

} // namespace test
