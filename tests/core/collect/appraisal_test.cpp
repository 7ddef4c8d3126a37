#include "core/collect/appraisal.h"

#include "tests/support/catch.h"
#include "tests/support/small_year.h"

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;

namespace {

const QDate today(2023, 6, 30);

UnitAppraisal unitOf(const QList<UnitAppraisal>& units, const QString& name)
{
    for (const UnitAppraisal& unit : units) {
        if (unit.department == name)
            return unit;
    }
    FAIL("no such unit: " << name.toStdString());
    return {};
}

} // namespace

// All scores by hand from the rule's sentence: 40 points for time (2 a day), 40 for answers, 20 for
// corrections (4 a resubmission, 2 a returned task, 2 a corrected finding).
TEST_CASE("units are appraised as the rule says")
{
    auto data = test::smallYear();
    const auto rule = appraisalRuleOf(data);
    REQUIRE(rule);
    auto units = appraisal(data, *rule, today);
    REQUIRE(units.size() == 6);
    CHECK_THAT(unitOf(units, u"自然资源和规划局"_s).total, WithinAbs(100, 1e-9));
    // Came on 5 June, asked by 31 May: 40 - 5 × 2 = 30; all answered.
    const UnitAppraisal water = unitOf(units, u"水利局"_s);
    CHECK(water.daysLate == 5);
    CHECK_THAT(water.timeliness, WithinAbs(30, 1e-9));
    CHECK_THAT(water.total, WithinAbs(90, 1e-9));
    CHECK(water.grade == AppraisalGrade::Excellent); // 90 and more
    // Never came: 30 days, no points at all, also none for having made no mistake.
    const UnitAppraisal trade = unitOf(units, u"商务局"_s);
    CHECK(trade.daysLate == 30);
    CHECK((trade.timeliness == 0 && trade.completeness == 0 && trade.corrections == 0));
    CHECK(trade.grade == AppraisalGrade::Poor);
    // On the day itself is in time.
    CHECK_THAT(unitOf(units, u"科技局"_s).timeliness, WithinAbs(40, 1e-9));

    // Two resubmissions, a task sent back, a finding put right: 20 - 2×4 - 2 - 2 = 8.
    for (int version = 1; version <= 3; ++version) {
        project::Return returned;
        returned.department = u"水利局"_s;
        returned.version = version;
        data.returns.append(returned);
    }
    project::TaskSetting back;
    back.subject = u"S-3"_s;
    back.state = project::TaskState::Returned;
    data.tasks = {back};
    project::Decision corrected;
    corrected.finding = u"jump:w_total:350200:2022"_s;
    corrected.state = project::FindingState::Corrected;
    project::Decision explained = corrected;
    explained.finding = u"jump:S-3:350200:2022"_s;
    explained.state = project::FindingState::Explained; // no fault of anyone's
    data.decisions = {corrected, explained};
    data.index();
    units = appraisal(data, *rule, today);
    const UnitAppraisal again = unitOf(units, u"水利局"_s);
    CHECK(again.resubmissions == 2);
    CHECK(again.returnedTasks == 1);
    CHECK(again.correctedFindings == 1);
    CHECK_THAT(again.corrections, WithinAbs(8, 1e-9));
    CHECK_THAT(again.total, WithinAbs(78, 1e-9));
    CHECK(again.grade == AppraisalGrade::Pass);
}

TEST_CASE("half of the tasks answered is half of the points")
{
    auto data = test::smallYear();
    for (project::Value& value : data.values) {
        if (value.subject == u"w_total"_s && value.year == 2022)
            value.state = project::ValueState::Missing;
    }
    data.index();
    const auto rule = appraisalRuleOf(data);
    REQUIRE(rule);
    const UnitAppraisal water = unitOf(appraisal(data, *rule, today), u"水利局"_s);
    CHECK((water.answered == 1 && water.tasks == 2));
    CHECK_THAT(water.completeness, WithinAbs(20, 1e-9));
    CHECK_THAT(water.total, WithinAbs(70, 1e-9)); // 30 + 20 + 20
}

TEST_CASE("a project changes numbers of the rule")
{
    auto data = test::smallYear();
    auto set = setAppraisalParameters(data, {{u"points_per_day_late"_s, 3}});
    REQUIRE(set);
    REQUIRE(set->changes.size() == 1);
    data.info.appraisalRule = set->changes.first().after.value(u"value"_s).toString();
    CHECK(data.info.appraisalRule == u"{\"points_per_day_late\":3}"_s);
    auto rule = appraisalRuleOf(data);
    REQUIRE(rule);
    CHECK(rule->isChanged());
    CHECK(rule->sentence().contains(u"每晚一天扣 3 分"_s));
    CHECK(rule->sentence().contains(u"满分 100 分"_s));
    CHECK_FALSE(rule->sentence().contains(u'{'));
    CHECK_FALSE(rule->sentence(true).contains(u'{'));
    // 40 - 5 × 3.
    CHECK_THAT(unitOf(appraisal(data, *rule, today), u"水利局"_s).timeliness, WithinAbs(25, 1e-9));
    // Grace: 5 days late, 2 forgiven.
    data.info.appraisalRule = u"{\"grace_days\":2,\"timeliness_weight\":60}"_s;
    rule = appraisalRuleOf(data);
    REQUIRE(rule);
    CHECK(rule->full() == 120);
    CHECK_THAT(unitOf(appraisal(data, *rule, today), u"水利局"_s).timeliness, WithinAbs(54, 1e-9));

    // Back to the shipped number: nothing is stored any more.
    data.info.appraisalRule = u"{\"points_per_day_late\":3}"_s;
    set = setAppraisalParameters(data, {{u"points_per_day_late"_s, 2}});
    REQUIRE(set);
    CHECK(set->changes.first().after.value(u"value"_s).toString().isEmpty());
    const auto unknown = setAppraisalParameters(data, {{u"colour"_s, 2}});
    CHECK((!unknown && unknown.error().message().contains(u"grace_days"_s)));
    CHECK_FALSE(setAppraisalParameters(data, {{u"grace_days"_s, -1}}));
    CHECK_FALSE(setAppraisalParameters(data, {{u"good"_s, 101}}));
    // What somebody wrote into the file by hand does not break the appraisal.
    data.info.appraisalRule = u"{\"grace_days\":\"two\",\"good\":-4}"_s;
    rule = appraisalRuleOf(data);
    REQUIRE(rule);
    CHECK_FALSE(rule->isChanged());
}

TEST_CASE("a rule file says what is wrong with it")
{
    for (const QByteArray& json :
         {QByteArray("["), QByteArray("{}"),
          QByteArray(
              R"({"text_zh":"a","text_en":"b","parameters":[{"key":"grace_days","value":0}]})"),
          QByteArray(
              R"({"text_zh":"a","text_en":"b","parameters":[{"key":"colour","value":0}]})")}) {
        const auto rule = readAppraisalRule(json, u"规则.json"_s);
        CHECK((!rule && rule.error().code() == ErrorCode::Invalid));
        CHECK((!rule && rule.error().message().contains(u"规则.json"_s)));
    }
}
