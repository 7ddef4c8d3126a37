// What goes to the departments and up to the ministry is the same whatever the interface's
// language.
#include "app/charts/chart_painter.h"
#include "app/language/language.h"
#include "core/assess/assessment.h"
#include "core/base/in_chinese.h"
#include "core/collect/fill_in_workbook.h"
#include "core/report/package.h"
#include "tests/support/catch.h"
#include "tests/support/small_year.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace checkup;

namespace {

QMap<QString, QByteArray> everyFile(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

/// Package and workbooks as somebody whose window is in `id` would write them.
QMap<QString, QByteArray> written(const QString& id)
{
    language::apply(id);
    const project::YearData data = test::smallYear();
    const auto assessment = inChinese([&data] { return assess::assess(data); });
    REQUIRE_OK(assessment);
    QTemporaryDir place;
    charts::QtChartPainter painter;
    REQUIRE_OK(report::writePackage(place.filePath(u"成果"_s), data, *assessment, painter));
    REQUIRE_OK(collect::writeAllWorkbooks(place.filePath(u"填报表"_s), data));
    language::apply(u"zh"_s);
    return everyFile(place.path());
}

} // namespace

TEST_CASE("package and workbooks are the same bytes from an English window")
{
    const auto chinese = written(u"zh"_s);
    const auto english = written(u"en"_s);
    REQUIRE(chinese.size() > 6);
    REQUIRE(english.keys() == chinese.keys());
    for (const QString& name : chinese.keys()) {
        INFO(name.toStdString());
        CHECK(english[name] == chinese[name]);
    }
}

TEST_CASE("Chinese is a matter of the thread and of a while")
{
    language::apply(u"en"_s);
    const auto label = [] { return assess::label(assess::Verdict::Met); };
    CHECK(label() == u"Met"_s);
    {
        const InChinese outer;
        {
            const InChinese inner;
            CHECK(label() == u"达标"_s);
        }
        CHECK(label() == u"达标"_s);
        QString elsewhere;
        std::thread([&] { elsewhere = label(); }).join();
        CHECK(elsewhere == u"Met"_s);
    }
    CHECK(label() == u"Met"_s);
    CHECK(inChinese(label) == u"达标"_s);
    language::apply(u"zh"_s);
}
