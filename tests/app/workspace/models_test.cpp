#include "app/workspace/assessment/verdict_model.h"
#include "app/workspace/collection/collection_page.h"
#include "app/workspace/collection/value_matrix_model.h"
#include "app/workspace/indicators/indicator_fault.h"
#include "app/workspace/indicators/indicator_model.h"
#include "app/workspace/overview/year_state.h"
#include "tests/app/workspace/window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace {

project::YearDataPtr load(const QString& path)
{
    const auto file = project::ProjectFile::open(path, project::OpenMode::ReadOnly);
    REQUIRE_OK(file);
    auto data = file->load();
    REQUIRE_OK(data);
    return std::make_shared<const project::YearData>(std::move(*data));
}

/// A subject of the year with this unit that has a figure of a department.
QString subjectIn(const project::YearData& data, const QString& unit)
{
    for (const catalogue::Quantity& quantity : data.catalogue.quantities) {
        if (quantity.unit == unit &&
            !data.rivals({quantity.id, data.city()->id, data.info.year}).isEmpty())
            return quantity.id;
    }
    FAIL("no quantity in that unit");
    return {};
}

} // namespace

TEST_CASE("the models of the pages keep the rules of Qt's models")
{
    const test::Made made;
    const project::YearDataPtr data = load(made.path);
    ValueMatrixModel matrix;
    MatrixFilter filter;
    filter.setSourceModel(&matrix);
    IndicatorModel indicators;
    IndicatorFilter indicatorFilter;
    indicatorFilter.setSourceModel(&indicators);
    VerdictModel verdicts;
    VerdictFilter verdictFilter;
    verdictFilter.setSourceModel(&verdicts);
    const QAbstractItemModelTester a(&matrix, Mode::Fatal), b(&filter, Mode::Fatal),
        c(&indicators, Mode::Fatal), d(&indicatorFilter, Mode::Fatal), e(&verdicts, Mode::Fatal),
        f(&verdictFilter, Mode::Fatal);
    auto assessment = assess::assess(*data);
    REQUIRE_OK(assessment);
    const auto judged = std::make_shared<const assess::Assessment>(std::move(*assessment));
    matrix.setData(data);
    indicators.setData(data);
    verdicts.setData(data, judged);
    CHECK(filter.rowCount() == matrix.rowCount());
    CHECK(indicatorFilter.matches() == 122);
    CHECK(verdicts.rowCount() == 122);
    matrix.setRows(ValueMatrixModel::Rows::Indicators);
    CHECK(matrix.rowCount() == 122);
    matrix.setRows(ValueMatrixModel::Rows::Both);
    matrix.setRegion(data->regions.at(1).id);
    filter.set(u"水"_s, MatrixFilter::Show::Gaps, 2022);
    CHECK(filter.rowCount() > 0);
    filter.set({}, MatrixFilter::Show::Contradictions, 2022);
    CHECK(filter.rowCount() == 0); // the districts have no figures at all
    matrix.setRegion(data->city()->id);
    filter.renew();
    CHECK(filter.rowCount() > 0);
    indicatorFilter.setWords(u"湿地"_s);
    CHECK(indicatorFilter.matches() >= 1);
    verdictFilter.setVerdict(static_cast<int>(assess::Verdict::Undecided));
    verdictFilter.setDimension(data->catalogue.dimensions.first().id);
    matrix.setData({});
    indicators.setData({});
    verdicts.setData({}, {});
    CHECK(matrix.rowCount() == 0);
}

TEST_CASE("what is typed into a cell is read as people write it")
{
    const test::Made made;
    const project::YearDataPtr data = load(made.path);
    ValueMatrixModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    model.setData(data);
    const QString subject = subjectIn(*data, u"公顷"_s);
    const QModelIndex cell = model.indexOf(subject, 2022);
    REQUIRE(cell.isValid());
    QSignalSpy refused(&model, &ValueMatrixModel::refused);
    project::ChangeSet asked;
    QObject::connect(&model, &ValueMatrixModel::editRequested, &model,
                     [&asked](const project::ChangeSet& changes) { asked = changes; });
    const auto type = [&](const QString& text) {
        asked = {};
        return model.setData(cell, text);
    };
    SECTION("a figure that stays as it was is no edit")
    {
        CHECK(!type(cell.data(Qt::EditRole).toString()));
    }
    SECTION("text is refused with a sentence that names the row")
    {
        CHECK(!type(u"很多"_s));
        REQUIRE(refused.count() == 1);
        CHECK(refused.first().first().toString().contains(u"很多"_s));
        CHECK(
            refused.first().first().toString().contains(data->catalogue.quantity(subject)->nameZh));
        CHECK(asked.isEmpty());
    }
    SECTION("a unit that does not fit is refused")
    {
        CHECK(!type(u"3.2亿元"_s));
        CHECK(refused.count() == 1);
    }
    SECTION("a read-only year takes nothing")
    {
        model.setReadOnly(true);
        CHECK(!type(u"5"_s));
        CHECK(!(cell.flags() & Qt::ItemIsEditable));
        CHECK(asked.isEmpty());
    }
    SECTION("a block with one cell that cannot be read names it")
    {
        QList<QModelIndex> rows;
        for (int row = cell.row(); row < model.rowCount(); ++row)
            rows << model.index(row, 0);
        const auto pasted = model.paste(u"1\t2\n3\tabc\n"_s, rows, cell.column() - 1);
        REQUIRE(pasted.refused.size() == 1);
        CHECK(pasted.refused.first().contains(u"abc"_s));
        CHECK(model.paste(u"1\t2\t3"_s, rows, cell.column() - 1).refused.size() ==
              1); // beyond the last year
    }
}

TEST_CASE("an indicator's fault is found before it is saved")
{
    const test::Made made;
    const project::YearDataPtr data = load(made.path);
    catalogue::Indicator indicator = data->catalogue.indicators.first();
    CHECK(faultOf(data->catalogue, indicator).isEmpty());
    indicator.formula = u"gdp /"_s;
    CHECK(!faultOf(data->catalogue, indicator).isEmpty());
    indicator.formula = u"no_such_quantity * 2"_s;
    CHECK(faultOf(data->catalogue, indicator).contains(u"no_such_quantity"_s));
    indicator = data->catalogue.indicators.first();
    indicator.unit = u"吨哩"_s;
    CHECK(!faultOf(data->catalogue, indicator).isEmpty());
}

TEST_CASE("what is next asks for figures that are gaps, not for those that do not apply here")
{
    using State = project::ValueState;
    project::YearData data;
    data.info.year = 2022;
    data.regions = {
        {project::RegionId(1), u"350200"_s, u"厦门市"_s, {}, project::RegionLevel::City, {}, 0}};
    data.index();
    assess::Assessment assessment;
    for (const State state :
         {State::Missing, State::NotApplicable, State::NotCollected, State::Withheld}) {
        assess::IndicatorResult result;
        result.code = u"A-%1"_s.arg(assessment.results.size() + 1, 2, 10, QChar(u'0'));
        result.region = project::RegionId(1);
        result.now.state = state;
        assessment.results << result;
    }
    const QList<NextStep> steps = nextSteps(data, assessment);
    const auto asked = std::find_if(steps.cbegin(), steps.cend(), [](const NextStep& step) {
        return step.stage == u"collection" && !step.isDepartment;
    });
    REQUIRE(asked != steps.cend());
    CHECK(asked->subject == u"A-01"_s);
    CHECK(asked->text.contains(u'2'));
}
