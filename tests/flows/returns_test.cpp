#include "tests/flows/command.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using test::run;

namespace {

QString sample(const QString& name)
{
    return test::sourceDir() + u"/data/samples/xiamen-2022/"_s + name;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("a number leads to the version of the workbook it came in, which is kept")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(
        run({u"new"_s, project, u"--city"_s, u"厦门市"_s, u"--year"_s, u"2022"_s, u"--base-year"_s,
             u"2019"_s, u"--catalogue"_s, u"tdt1063-2021"_s, u"--profile"_s, u"xiamen-122"_s})
            .exit == 0);
    REQUIRE(run({u"import"_s, project, sample(u"regions.csv"_s)}).exit == 0);
    REQUIRE(run({u"import"_s, project, sample(u"departments.csv"_s)}).exit == 0);
    const QString name = u"06_农业农村局_数据填报表_2022"_s;
    const QString first = sample(u"returns/"_s + name + u".xlsx"_s);
    const QString second = sample(u"resubmissions/"_s + name + u"（更正）.xlsx"_s);
    const auto take = [&](const QString& file) {
        return run(
            {u"import"_s, project, file, u"--taken-at"_s, u"2023-05-05T01:00:00Z"_s, u"--json"_s});
    };
    const auto one = take(first);
    REQUIRE(one.exit == 0);
    CHECK(one.json[u"returns"_s][0][u"version"_s].toInt() == 1);
    const auto two = take(second);
    REQUIRE(two.exit == 0);
    CHECK(two.json[u"returns"_s][0][u"version"_s].toInt() == 2);
    CHECK(two.json[u"returns"_s][0][u"differences"_s].toInt() > 0);
    CHECK(two.json[u"taken"_s].toInt() > 0);

    const auto listed =
        run({u"returns"_s, project, u"--department"_s, u"农业农村局"_s, u"--json"_s});
    REQUIRE(listed.exit == 0);
    const QJsonObject department = listed.json[u"departments"_s][0].toObject();
    // departments.csv: the deadline of all is 30 April 2023.
    CHECK(department[u"days_late"_s].toInt() == 5);
    CHECK(department[u"filled"_s].toInt() > 0);
    REQUIRE(department[u"versions"_s].toArray().size() == 2);
    const QJsonObject version = department[u"versions"_s][0].toObject();
    const QByteArray bytes = bytesOf(first);
    CHECK(version[u"sha256"_s].toString() ==
          QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    CHECK(version[u"inside"_s].toBool());

    const auto difference = run({u"returns"_s, project, u"--department"_s, u"农业农村局"_s,
                                 u"--diff"_s, u"1"_s, u"2"_s, u"--json"_s});
    REQUIRE(difference.exit == 0);
    const QJsonArray differences = difference.json[u"differences"_s].toArray();
    REQUIRE_FALSE(differences.isEmpty());
    // planted-faults.csv: a_hsf of 2021 was 124200 (in mu) and is corrected to 8280 hectares.
    QString before, after;
    for (const QJsonValue& cell : differences) {
        if (cell[u"subject"_s].toString() == u"a_hsf"_s && cell[u"year"_s].toInt() == 2021) {
            before = cell[u"before"_s].toString();
            after = cell[u"after"_s].toString();
        }
    }
    CHECK(before.startsWith(u"124200 "));
    CHECK(after.startsWith(u"8280 "));

    const QString saved = folder.filePath(u"原件.xlsx"_s);
    REQUIRE(run({u"returns"_s, project, u"--department"_s, u"农业农村局"_s, u"--save"_s, u"1"_s,
                 u"-o"_s, saved})
                .exit == 0);
    CHECK((bytesOf(saved) == bytes));

    // Its figure of 2022 was not touched: it still comes from the first version.
    const auto trace = run({u"info"_s, project, u"--trace"_s, u"a_hsf"_s, u"--json"_s});
    REQUIRE(trace.exit == 0);
    CHECK(trace.json[u"file"_s].toString() == name + u".xlsx"_s);
    CHECK(trace.json[u"sheet"_s].toString() == u"数值"_s);
    CHECK_FALSE(trace.json[u"cell"_s].toString().isEmpty());
    CHECK(trace.json[u"sha256"_s].toString() == version[u"sha256"_s].toString());
    CHECK(trace.json[u"inside"_s].toBool());
    CHECK(trace.json[u"return_version"_s].toInt() == 1);

    CHECK(run({u"returns"_s, project, u"--diff"_s, u"1"_s, u"2"_s}).exit == 2);
    CHECK(run({u"returns"_s, project, u"--department"_s, u"农业农村局"_s, u"--save"_s, u"7"_s,
               u"-o"_s, saved})
              .exit != 0);
}
