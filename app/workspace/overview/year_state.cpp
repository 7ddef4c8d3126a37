#include "app/workspace/overview/year_state.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using assess::IndicatorResult;
using assess::Verdict;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YearState)
};

QList<const IndicatorResult*> ofCity(const project::YearData& data,
                                     const assess::Assessment& assessment)
{
    const project::Region* city = data.city();
    return city ? assessment.ofRegion(city->id) : QList<const IndicatorResult*>();
}

} // namespace

QList<NextStep> nextSteps(const project::YearData& data, const assess::Assessment& assessment)
{
    using Urgency = NextStep::Urgency;
    QList<NextStep> steps;
    QStringList waiting;
    for (const project::Department& department : data.departments) {
        if (!department.returnedAt.isValid())
            waiting << department.name;
    }
    const int late = static_cast<int>(assessment.lateDepartments.size());
    if (late > 0) {
        steps << NextStep{Urgency::Must,
                          Text::tr("还有 %n 个部门逾期未报送，去催报", nullptr, late), u"tasks"_s,
                          assessment.lateDepartments.first(), true};
    } else if (!waiting.isEmpty()) {
        steps << NextStep{Urgency::Should,
                          Text::tr("还有 %n 个部门未报送，导入报回的工作簿", nullptr,
                                   static_cast<int>(waiting.size())),
                          u"collection"_s, waiting.first(), true};
    }

    const QList<const IndicatorResult*> results = ofCity(data, assessment);
    const auto matching = [&results](const std::function<bool(const IndicatorResult&)>& wanted) {
        QList<const IndicatorResult*> found;
        std::copy_if(results.cbegin(), results.cend(), std::back_inserter(found),
                     [&wanted](const IndicatorResult* result) { return wanted(*result); });
        return found;
    };
    const auto contradictory =
        matching([](const IndicatorResult& result) { return result.now.contradictory; });
    const auto missing =
        matching([](const IndicatorResult& result) { return assess::isGap(result.now.state); });
    const auto alarming = matching([](const IndicatorResult& result) {
        return result.judgement.verdict == Verdict::Alert ||
               result.judgement.verdict == Verdict::Regress;
    });
    const auto undecided = matching([](const IndicatorResult& result) {
        return result.now.isPresent() && result.judgement.verdict == Verdict::Undecided;
    });
    if (!contradictory.isEmpty()) {
        steps << NextStep{Urgency::Must,
                          Text::tr("%n 项指标的来源互相矛盾，核对并采用一个", nullptr,
                                   static_cast<int>(contradictory.size())),
                          u"collection"_s, contradictory.first()->code};
    }
    if (!alarming.isEmpty()) {
        steps << NextStep{
            Urgency::Must,
            Text::tr("%n 项指标预警或倒退，查看原因", nullptr, static_cast<int>(alarming.size())),
            u"assessment"_s, alarming.first()->code};
    }
    if (!missing.isEmpty()) {
        steps << NextStep{
            Urgency::Should,
            Text::tr("%n 项指标暂缺，补录或注明原因", nullptr, static_cast<int>(missing.size())),
            u"collection"_s, missing.first()->code};
    }
    if (!undecided.isEmpty()) {
        steps << NextStep{Urgency::Could,
                          Text::tr("%n 项指标有值但无法判断，补上目标或基期值", nullptr,
                                   static_cast<int>(undecided.size())),
                          u"assessment"_s, undecided.first()->code};
    }
    steps << NextStep{
        Urgency::Could, Text::tr("预览并导出指标结论表、总报告和图表"), u"results"_s, {}};
    return steps;
}

QList<const IndicatorResult*> openCases(const project::YearData& data,
                                        const assess::Assessment& assessment)
{
    QList<const IndicatorResult*> cases;
    for (const IndicatorResult* result : ofCity(data, assessment)) {
        const Verdict verdict = result->judgement.verdict;
        if (!result->now.isPresent() || result->now.contradictory || verdict == Verdict::Alert ||
            verdict == Verdict::Regress || verdict == Verdict::Late)
            cases << result;
    }
    std::stable_sort(
        cases.begin(), cases.end(),
        [](const IndicatorResult* a, const IndicatorResult* b) { return a->urgency > b->urgency; });
    return cases;
}

} // namespace checkup::workspace
