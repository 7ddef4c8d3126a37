#include "core/project/project_file.h"
#include "tests/flows/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using test::run;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE("what is not a project is named, with exit 3 and the file untouched")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"不是项目.gpkg"_s);
    const QByteArray whole = test::bytesOf(test::sampleProject());
    const QList<QByteArray> cases{"", "hello", whole.left(100), whole.left(whole.size() / 2),
                                  QByteArray(5000, 'x')};
    for (const QByteArray& bytes : cases) {
        write(path, bytes);
        for (const QStringList& arguments :
             {QStringList{u"info"_s, path}, QStringList{u"assess"_s, path},
              QStringList{u"report"_s, path, u"-o"_s, folder.filePath(u"out"_s)}}) {
            const auto ran = run(arguments);
            INFO(arguments.first().toStdString()
                 << " on " << bytes.size() << " bytes: " << ran.err.toStdString());
            CHECK_FALSE(ran.crashed);
            CHECK(ran.exit == 3);
            CHECK(ran.err.contains(u"不是项目.gpkg"_s));
            CHECK(ran.err.trimmed().count(u'\n') == 0);
        }
        const bool untouched = test::bytesOf(path) == bytes;
        CHECK(untouched);
    }
    CHECK(run({u"info"_s, folder.filePath(u"没有.gpkg"_s)}).exit == 3);
}

TEST_CASE("wrong usage exits 2")
{
    CHECK(run({u"frobnicate"_s}).exit == 2);
    CHECK(run({u"new"_s}).exit == 2);
    CHECK(run({}).exit == 2);
    CHECK(run({u"--help"_s}).exit == 0);
}

TEST_CASE("bad workbooks: one sentence that names the file, the project byte for byte as it was")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    const QByteArray before = test::bytesOf(project);
    const QString returns = test::sourceDir() + u"/data/samples/xiamen-2022/returns"_s;
    const QString good =
        QDir(returns).entryList({u"*.xlsx"_s}, QDir::Files, QDir::Name).constFirst();
    const QByteArray whole = test::bytesOf(returns + u'/' + good);

    const QString bad = folder.filePath(u"坏表.xlsx"_s);
    const QList<QByteArray> cases{"", whole.left(whole.size() / 2), whole.left(40),
                                  QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(1500, '\0'),
                                  "<html><table><tr><td>1</td></tr></table></html>"};
    for (const QByteArray& bytes : cases) {
        write(bad, bytes);
        // A good one beside it does not come in either.
        const auto ran = run({u"import"_s, project, returns + u'/' + good, bad, u"--json"_s});
        INFO(bytes.size() << ": " << ran.err.toStdString() << ran.out.toStdString());
        CHECK_FALSE(ran.crashed);
        CHECK(ran.exit == 3);
        CHECK((ran.err + ran.out).contains(u"坏表.xlsx"_s));
        CHECK(test::bytesOf(project) == before);
        CHECK(test::namesIn(folder.path()) == QStringList{u"厦门市-2022.gpkg"_s, u"坏表.xlsx"_s});
    }
}

TEST_CASE("a workbook of another year or city is refused as a whole")
{
    QTemporaryDir folder;
    const QString other = folder.filePath(u"泉州市-2023.gpkg"_s);
    REQUIRE(run({u"new"_s, other, u"--city"_s, u"泉州市"_s, u"--year"_s, u"2023"_s, u"--profile"_s,
                 u"xiamen-122"_s})
                .exit == 0);
    const auto ran = run({u"import"_s, other,
                          test::sourceDir() + u"/data/samples/xiamen-2022/returns"_s, u"--json"_s});
    CHECK(ran.exit == 3);
    CHECK(ran.json[u"taken"_s].toInt() == 0);
    CHECK(ran.json[u"issues"_s].toArray().size() > 0);
    CHECK(run({u"info"_s, other, u"--json"_s}).json[u"values"_s].toInt() == 0);
}

TEST_CASE("a project held by someone else is read, not written")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    auto holder = checkup::project::ProjectFile::open(project);
    REQUIRE_OK(holder);
    REQUIRE_FALSE(holder->isReadOnly());
    CHECK(run({u"info"_s, project}).exit == 0);
    const QString returns = test::sourceDir() + u"/data/samples/xiamen-2022/returns"_s;
    const auto ran = run({u"import"_s, project, returns});
    CHECK(ran.exit == 3);
    CHECK(ran.err.contains(u"厦门市-2022.gpkg"_s));
    REQUIRE_OK(holder->close());
    CHECK(test::namesIn(folder.path()) == QStringList{u"厦门市-2022.gpkg"_s});
}
