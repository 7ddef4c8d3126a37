#include "core/report/package.h"
#include "tests/core/report/fake_painter.h"
#include "tests/support/catch.h"
#include "tests/support/small_year.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace checkup;

namespace {

QMap<QString, QByteArray> contentsOf(const QString& folder)
{
    QMap<QString, QByteArray> contents;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        contents.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return contents;
}

struct Year
{
    project::YearData data = test::smallYear();
    assess::Assessment assessment;
    test::FakePainter painter;
    QTemporaryDir place;
    QString folder = place.filePath(u"成果"_s);

    Year()
    {
        auto judged = assess::assess(data);
        REQUIRE_OK(judged);
        assessment = *judged;
    }
    Result<QList<report::PackageFile>> write(const CancelToken& cancel = {},
                                             const ProgressSink& progress = {},
                                             const report::PackageOptions& options = {})
    {
        return report::writePackage(folder, data, assessment, painter, options, cancel, progress);
    }
};

} // namespace

TEST_CASE("a package holds its files, verifies, and is the same twice")
{
    Year year;
    double last = 0;
    const auto files = year.write({}, [&](double share, const QString&) {
        CHECK(share >= last);
        last = share;
    });
    REQUIRE_OK(files);
    CHECK(last == 1);
    const auto contents = contentsOf(year.folder);
    CHECK(contents.size() == files->size());
    for (const auto& file : *files) {
        CHECK(contents.value(file.path).size() == file.bytes);
        CHECK_FALSE(file.description.isEmpty());
    }
    for (const auto& name :
         {u"01_年度体检评估总报告.docx"_s, u"01_年度体检评估总报告.pdf"_s, u"02_指标结论表.xlsx"_s,
          u"清单.json"_s, u"图表/radar.png"_s, u"图表/radar.svg"_s})
        CHECK(contents.contains(name));
    const auto check = report::verifyPackage(year.folder);
    REQUIRE_OK(check);
    for (const Issue& problem : check->problems)
        INFO(toSentence(problem).toStdString());
    CHECK(check->problems.isEmpty());
    CHECK(check->ok);
    CHECK(check->numbers > 200);
    CHECK(
        QDir(year.place.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) ==
        QStringList{u"成果"_s});

    REQUIRE_OK(year.write());
    const auto again = contentsOf(year.folder);
    CHECK(again.keys() == contents.keys());
    for (auto it = again.begin(); it != again.end(); ++it) {
        INFO(it.key().toStdString());
        CHECK((it.value() == contents.value(it.key())));
    }
}

TEST_CASE("a cancelled export leaves the former package as it was")
{
    Year year;
    REQUIRE_OK(year.write());
    const auto before = contentsOf(year.folder);
    for (const double when : {0.1, 0.5, 0.81, 0.95}) {
        CancelToken cancel;
        const auto stopped = year.write(cancel, [&](double share, const QString&) {
            if (share >= when)
                cancel.cancel();
        });
        INFO(when);
        REQUIRE_FALSE(stopped.has_value());
        CHECK(stopped.error().code() == ErrorCode::Cancelled);
        CHECK((contentsOf(year.folder) == before));
        CHECK(QDir(year.place.path())
                  .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) ==
              QStringList{u"成果"_s});
    }
}

TEST_CASE("files that are no longer part go, files of others stay")
{
    Year year;
    REQUIRE_OK(year.write());
    QFile own(year.folder + u"/我的笔记.txt"_s);
    REQUIRE(own.open(QIODevice::WriteOnly));
    own.write("x");
    own.close();
    report::PackageOptions options;
    options.pdf = false;
    options.charts = false;
    REQUIRE_OK(year.write({}, {}, options));
    const auto left = contentsOf(year.folder).keys();
    CHECK(left.contains(u"我的笔记.txt"_s));
    CHECK_FALSE(left.contains(u"01_年度体检评估总报告.pdf"_s));
    CHECK_FALSE(left.contains(u"图表/radar.png"_s));
    CHECK(report::verifyPackage(year.folder)->ok);
}

TEST_CASE("a changed, missing or foreign file is found")
{
    Year year;
    REQUIRE_OK(year.write());
    QFile picture(year.folder + u"/图表/radar.png"_s);
    REQUIRE(picture.open(QIODevice::Append));
    picture.write("x");
    picture.close();
    REQUIRE(QFile::remove(year.folder + u"/01_年度体检评估总报告.pdf"_s));
    const auto check = report::verifyPackage(year.folder);
    REQUIRE_OK(check);
    CHECK_FALSE(check->ok);
    CHECK(check->problems.size() == 2);
    CHECK(report::verifyPackage(year.place.path()).error().code() == ErrorCode::NotFound);

    QFile manifest(year.folder + u"/清单.json"_s);
    REQUIRE(manifest.open(QIODevice::WriteOnly));
    manifest.write("{\"files\":[{\"file\":\"../../outside\",\"sha256\":\"\"}]}");
    manifest.close();
    CHECK(report::verifyPackage(year.folder).error().code() == ErrorCode::Damaged);
}

TEST_CASE("a place that is a file is refused in one sentence")
{
    Year year;
    QFile file(year.folder);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    const auto refused = year.write();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == ErrorCode::BadUsage);
}
