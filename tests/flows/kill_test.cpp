#include "core/project/project_file.h"
#include "tests/flows/command.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using test::run;

namespace {

/// Rounds of kill -9; CHECKUP_KILL_ROUNDS asks for more than the suite has time for.
int rounds(int usual)
{
    const int asked = qEnvironmentVariableIntValue("CHECKUP_KILL_ROUNDS");
    return asked > 0 ? asked : usual;
}

/// Starts the command and kills it after `ms`; true when it had not ended by itself.
bool killAfter(const QStringList& arguments, int ms)
{
    QProcess process;
    process.start(QStringLiteral(CHECKUP_COMMAND), arguments);
    process.waitForStarted();
    const bool ended = process.waitForFinished(ms);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return !ended;
}

} // namespace

TEST_CASE("killed during import, the file holds the state before or the state after")
{
    QTemporaryDir folder;
    const QString empty = folder.filePath(u"空.gpkg"_s);
    const QString sample = test::sourceDir() + u"/data/samples/xiamen-2022/"_s;
    REQUIRE(run({u"new"_s, empty, u"--city"_s, u"厦门市"_s, u"--year"_s, u"2022"_s,
                 u"--base-year"_s, u"2019"_s, u"--profile"_s, u"xiamen-122"_s})
                .exit == 0);
    REQUIRE(run({u"import"_s, empty, sample + u"regions.csv"_s}).exit == 0);
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    const QStringList import{u"import"_s,
                             project,
                             sample + u"goals.csv"_s,
                             sample + u"published.csv"_s,
                             u"--taken-at"_s,
                             u"2023-05-10T00:00:00Z"_s};

    REQUIRE(QFile::copy(empty, project));
    QElapsedTimer clock;
    clock.start();
    const auto whole = run(import);
    REQUIRE(whole.exit <= 1);
    const int span = static_cast<int>(clock.elapsed()) + 20;
    const int after = run({u"info"_s, project, u"--json"_s}).json[u"values"_s].toInt();
    REQUIRE(after > 0);

    QRandomGenerator random(20221231);
    int killed = 0, before = 0, done = 0;
    for (int i = 0; i < rounds(25); ++i) {
        for (const QString& name : test::namesIn(folder.path())) {
            if (name.startsWith(u"厦门市"_s))
                QFile::remove(folder.filePath(name));
        }
        REQUIRE(QFile::copy(empty, project));
        killed += killAfter(import, static_cast<int>(random.bounded(span))) ? 1 : 0;
        const auto verified = run({u"verify"_s, project});
        INFO("round " << i << ": " << verified.err.toStdString());
        CHECK(verified.exit == 0);
        // Opening for writing again must work at once: a killed process holds no lock.
        auto file = checkup::project::ProjectFile::open(project);
        REQUIRE_OK(file);
        CHECK_FALSE(file->isReadOnly());
        const auto data = file->load();
        REQUIRE_OK(data);
        const auto values = data->values.size();
        CHECK((values == 0 || values == after));
        (values == 0 ? before : done) += 1;
        REQUIRE_OK(file->close());
        CHECK(test::namesIn(folder.path()).filter(u"厦门市"_s) ==
              QStringList{u"厦门市-2022.gpkg"_s});
    }
    CHECK(killed > 0);
    WARN("import: " << killed << " killed, " << before << " before, " << done << " after");
}

TEST_CASE("killed during report, the package is the old one, the new one, or none")
{
    QTemporaryDir folder;
    const QString out = folder.filePath(u"成果"_s);
    QElapsedTimer clock;
    clock.start();
    REQUIRE(run({u"report"_s, test::sampleProject(), u"-o"_s, out, u"--no-drawings"_s}).exit == 0);
    const int span = static_cast<int>(clock.elapsed());
    const QByteArray project = test::bytesOf(test::sampleProject());
    QRandomGenerator random(20351231);
    int killed = 0;
    for (int i = 0; i < rounds(8); ++i) {
        killed += killAfter({u"report"_s, test::sampleProject(), u"-o"_s, out, u"--no-drawings"_s},
                            static_cast<int>(random.bounded(span)))
                      ? 1
                      : 0;
        // The manifest is moved last: with it the package is whole, without it there is none.
        if (QFile::exists(out + u"/清单.json"_s)) {
            const auto verified = run({u"verify"_s, out});
            INFO("round " << i << ": " << verified.err.toStdString());
            CHECK(verified.exit == 0);
        }
    }
    CHECK(killed > 0);
    const bool untouched = test::bytesOf(test::sampleProject()) == project;
    CHECK(untouched);
    // What a killed run left behind is cleared by the next whole one.
    REQUIRE(run({u"report"_s, test::sampleProject(), u"-o"_s, out, u"--no-drawings"_s}).exit == 0);
    CHECK(test::namesIn(folder.path()) == QStringList{u"成果"_s});
}
