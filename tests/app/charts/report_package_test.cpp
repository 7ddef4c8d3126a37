#include "app/charts/chart_painter.h"
#include "core/assess/assessment.h"
#include "core/catalogue/catalogue_files.h"
#include "core/report/annual_report.h"
#include "core/report/package.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/small_year.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace checkup;

namespace {

/// All 122 rows of the built-in system with made-up series: enough to see a whole report's size.
project::YearData wholeYear()
{
    project::YearData data = test::smallYear();
    const auto loaded =
        catalogue::loadCatalogue(test::sourceDir() + u"/resources/catalogues/tdt1063-2021"_s);
    REQUIRE_OK(loaded);
    const auto chosen = catalogue::select(loaded->catalogue, u"xiamen-122"_s);
    REQUIRE_OK(chosen);
    data.catalogue = *chosen;
    data.values.clear();
    data.goals.clear();
    data.texts.clear();
    qint64 number = 0;
    int row = 0;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        ++row;
        const double base = indicator.unit == u"%"_s ? 40 + row % 37 : 10 + 3.7 * (row % 23);
        const double step = base * 0.01 * (row % 7 - 2);
        for (int year = 2019; year <= 2022; ++year) {
            if (year == 2022 && row % 11 == 0)
                continue;
            for (int region = 1; region <= (row % 5 == 0 ? 4 : 1); ++region) {
                project::Value value;
                value.id = project::ValueId(++number);
                value.subject = indicator.code;
                value.region = project::RegionId(region);
                value.year = year;
                value.source = project::SourceId(1);
                value.number = base + step * (year - 2019) + 1.3 * (region - 1);
                value.unit = indicator.unit;
                value.evidence = project::EvidenceId(1);
                value.adopted = true;
                data.values.append(value);
            }
        }
        if (indicator.direction == catalogue::Direction::Monitor || row % 9 == 0)
            continue;
        project::Goal goal;
        goal.id = project::GoalId(row);
        goal.indicator = indicator.code;
        goal.region = project::RegionId(1);
        const bool up = indicator.direction != catalogue::Direction::LowerBetter;
        goal.kind = row % 8 == 0 ? (up ? project::GoalKind::Floor : project::GoalKind::Ceiling)
                                 : (up ? project::GoalKind::Growing : project::GoalKind::Falling);
        goal.target = base * (up ? 1.2 : 0.8);
        data.goals.append(goal);
    }
    data.index();
    return data;
}

} // namespace

TEST_CASE("a whole year's package is drawn, written and found correct")
{
    const project::YearData data = wholeYear();
    const auto judged = assess::assess(data);
    REQUIRE_OK(judged);
    const auto report = report::composeAnnualReport(data, *judged, nullptr);
    REQUIRE_OK(report);
    CHECK(report->sentences >= 90);
    CHECK(report->sentences <= 200);

    QTemporaryDir place;
    const QString keep = qEnvironmentVariable("CHECKUP_KEEP_PICTURES");
    const QString folder = keep.isEmpty() ? place.filePath(u"成果"_s) : keep + u"/成果"_s;
    charts::QtChartPainter painter;
    const auto files = report::writePackage(folder, data, *judged, painter);
    REQUIRE_OK(files);
    CHECK(files->size() > 40);
    const auto check = report::verifyPackage(folder);
    REQUIRE_OK(check);
    for (const Issue& problem : check->problems)
        UNSCOPED_INFO(toSentence(problem).toStdString());
    CHECK(check->ok);
    CHECK(check->numbers == report->facts.size());
}
