#include "tests/flows/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using test::run;

TEST_CASE("adopting a rival changes what is computed from it, and says so for ever")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    const auto value = [&project] {
        return run({u"info"_s, project, u"--trace"_s, u"C-06"_s, u"--json"_s})
            .json[u"value"_s]
            .toDouble();
    };
    // Department 589.3 km², computed from the sample's layers 596.8 km² (both invented).
    CHECK(value() == 589.3);
    const QStringList adopt{u"adopt"_s,   project,       u"a_construct"_s, u"--source"_s,
                            u"spatial"_s, u"--reason"_s, u"以图斑为准"_s,  u"--json"_s};
    const auto first = run(adopt);
    INFO(first.err.toStdString());
    REQUIRE(first.exit == 0);
    CHECK(first.json[u"changed"_s].toInt() > 0);
    CHECK_THAT(value(), Catch::Matchers::WithinAbs(596.8, 1e-4));
    const int contradictory = run({u"info"_s, project, u"--json"_s})
                                  .json[u"indicators"_s]
                                  .toObject()[u"contradictory"_s]
                                  .toInt();
    CHECK(contradictory == 0);
    CHECK(run({u"verify"_s, project}).exit == 0);

    const auto wrong = run(
        {u"adopt"_s, project, u"a_construct"_s, u"--source"_s, u"nobody"_s, u"--reason"_s, u"x"_s});
    CHECK(wrong.exit == 3);
    CHECK(wrong.err.contains(u"spatial"_s)); // the sentence names what there is
    CHECK(run({u"adopt"_s, project, u"a_construct"_s, u"--source"_s, u"spatial"_s}).exit == 2);
}

TEST_CASE("an excluded indicator is left out with its reason and comes back")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    const auto total = [&project] {
        return run({u"info"_s, project, u"--json"_s})
            .json[u"indicators"_s]
            .toObject()[u"total"_s]
            .toInt();
    };
    REQUIRE(run({u"exclude"_s, project, u"S-13"_s, u"--reason"_s, u"本市不涉及"_s}).exit == 0);
    CHECK(total() == 121);
    REQUIRE(run({u"include"_s, project, u"S-13"_s}).exit == 0);
    CHECK(total() == 122);
    CHECK(run({u"exclude"_s, project, u"Z-99"_s, u"--reason"_s, u"x"_s}).exit == 3);
}

TEST_CASE("the order of sources is listed, changed, and followed where nobody decided")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    const auto value = [&project] {
        return run({u"info"_s, project, u"--trace"_s, u"C-06"_s, u"--json"_s})
            .json[u"value"_s]
            .toDouble();
    };
    const auto first = run({u"sources"_s, project, u"--json"_s});
    REQUIRE(first.exit == 0);
    CHECK(first.json[u"sources"_s].toArray().first()[u"key"_s].toString() == u"department"_s);
    // Department 589.3 km², computed from the sample's layers 596.8 km² (both invented).
    const auto ranked =
        run({u"sources"_s, project, u"--order"_s, u"spatial,statistics"_s, u"--json"_s});
    INFO(ranked.err.toStdString());
    REQUIRE(ranked.exit == 0);
    CHECK(ranked.json[u"sources"_s].toArray().first()[u"key"_s].toString() == u"spatial"_s);
    CHECK(ranked.json[u"follow"_s].toInt() > 0);
    CHECK(value() == 589.3);
    const auto followed = run({u"sources"_s, project, u"--readopt"_s, u"--json"_s});
    REQUIRE(followed.exit == 0);
    CHECK(followed.json[u"readopted"_s] == ranked.json[u"follow"_s]);
    CHECK_THAT(value(), Catch::Matchers::WithinAbs(596.8, 1e-4));
    CHECK(run({u"sources"_s, project, u"--readopt"_s, u"--json"_s}).json[u"changed"_s].toInt() ==
          0);
    CHECK(run({u"sources"_s, project, u"--order"_s, u"hearsay"_s}).exit == 2);
    CHECK(run({u"verify"_s, project}).exit == 0);
}
