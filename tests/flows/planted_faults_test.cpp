#include "core/gdal/open_table.h"
#include "tests/flows/command.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;
using test::run;

namespace {

QString sample(const QString& name)
{
    return test::sourceDir() + u"/data/samples/xiamen-2022/"_s + name;
}

struct Planted
{
    QString finding; ///< rule, indicator, region and year
    QString remedy;  ///< 更正, 说明 or 采用
};

/// data/samples/xiamen-2022/planted-faults.csv, written by hand before the checks were run.
QList<Planted> plantedFaults()
{
    const auto table = checkup::gdal::openTable(sample(u"planted-faults.csv"_s));
    REQUIRE_OK(table);
    const checkup::office::Sheet& sheet = table->sheets.constFirst();
    REQUIRE(sheet.at(0, 12).text == u"处理"_s);
    QList<Planted> planted;
    for (int row = 1; row < sheet.rows.size(); ++row)
        planted.append({QStringList{sheet.at(row, 0).text, sheet.at(row, 1).text,
                                    sheet.at(row, 2).text, sheet.at(row, 3).text}
                            .join(u' '),
                        sheet.at(row, 12).text});
    return planted;
}

QStringList found(const QString& project)
{
    const auto checked = run({u"check"_s, project, u"--json"_s});
    CHECK(checked.exit == 1);
    QStringList findings;
    for (const QJsonValue& item : checked.json[u"findings"_s].toArray()) {
        findings << QStringList{item[u"rule"_s].toString(), item[u"indicator"_s].toString(),
                                item[u"region"_s].toString(),
                                QString::number(item[u"year"_s].toInt())}
                        .join(u' ');
    }
    findings.sort();
    return findings;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

TEST_CASE("every planted fault of the departments' folder is found, and nothing else")
{
    const QList<Planted> planted = plantedFaults();
    QStringList all, left;
    QSet<QString> rules, corrected;
    for (const Planted& fault : planted) {
        all << fault.finding;
        rules.insert(fault.finding.section(u' ', 0, 0));
        if (fault.remedy == u"更正")
            corrected.insert(fault.finding);
        else
            left << fault.finding;
    }
    // Fifteen of different kinds at the least: here every rule that ships has its own.
    CHECK(corrected.size() >= 15);
    QSet<QString> shipped;

    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(
        run({u"new"_s, project, u"--city"_s, u"厦门市"_s, u"--year"_s, u"2022"_s, u"--base-year"_s,
             u"2019"_s, u"--catalogue"_s, u"tdt1063-2021"_s, u"--profile"_s, u"xiamen-122"_s})
            .exit == 0);
    REQUIRE(run({u"import"_s, project, sample(u"regions.csv"_s)}).exit == 0);
    REQUIRE(run({u"import"_s, project, sample(u"departments.csv"_s)}).exit == 0);
    for (const QJsonValue& rule :
         run({u"check"_s, project, u"--rules"_s, u"--json"_s}).json[u"rules"_s].toArray())
        shipped.insert(rule[u"rule"_s].toString());
    CHECK(shipped.size() == 18);
    CHECK(rules == shipped);

    REQUIRE(run({u"import"_s, project, sample(u"returns"_s)}).exit == 0);
    CHECK(found(project) == sorted(all));

    REQUIRE(run({u"import"_s, project, sample(u"resubmissions"_s)}).exit == 0);
    CHECK(found(project) == sorted(left));
}
