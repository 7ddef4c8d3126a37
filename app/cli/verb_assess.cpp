#include "app/cli/verbs.h"

#include "app/cli/year_file.h"
#include "core/assess/assessment.h"
#include "core/base/decimal.h"
#include "core/project/project_file.h"

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue optional(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QString percent(const std::optional<double>& share)
{
    return share ? formatFixed(*share * 100, 1) + u" %"_s : u"—"_s;
}

Exit runAssess(const QString& path, bool everyRegion, const Console& console)
{
    const auto data = readYear(path);
    if (!data)
        return console.failure(data.error());
    const auto assessment = assess::assess(*data, console.cancel(), console.progress());
    if (!assessment)
        return console.failure(assessment.error());
    QJsonArray verdicts;
    QList<QStringList> rows;
    for (const assess::IndicatorResult& r : assessment->results) {
        const project::Region* region = data->region(r.region);
        const catalogue::Indicator* indicator = data->catalogue.indicator(r.code);
        verdicts.append(
            QJsonObject{{u"indicator"_s, r.code},
                        {u"name"_s, indicator->nameZh},
                        {u"region"_s, region->nameZh},
                        {u"year"_s, data->info.year},
                        {u"state"_s, project::key(r.now.state)},
                        {u"value"_s, r.now.isPresent() ? QJsonValue(r.now.number) : QJsonValue()},
                        {u"unit"_s, indicator->unit},
                        {u"verdict"_s, assess::key(r.judgement.verdict)},
                        {u"rate"_s, optional(r.judgement.rate)},
                        {u"annual_rate"_s, optional(r.judgement.annualRate)},
                        {u"expected"_s, optional(r.judgement.expected)},
                        {u"margin"_s, optional(r.judgement.margin)},
                        {u"trend"_s, assess::key(r.trend.direction)},
                        {u"diagnosis"_s, assess::key(r.diagnosis)},
                        {u"formula"_s, r.judgement.formula},
                        {u"reason"_s, r.judgement.sentence}});
        if (!everyRegion && r.region != data->city()->id)
            continue;
        rows.append(
            {r.code, indicator->nameZh, region->nameZh,
             r.now.isPresent() ? formatFixed(r.now.number, indicator->decimals)
                               : project::label(r.now.state),
             indicator->unit,
             assess::symbol(r.judgement.verdict) + u' ' + assess::label(r.judgement.verdict),
             percent(r.judgement.rate)});
    }
    QJsonObject counts;
    QStringList words;
    for (auto it = assessment->city.verdicts.cbegin(); it != assessment->city.verdicts.cend();
         ++it) {
        counts[assess::key(it.key())] = it.value();
        words << assess::label(it.key()) + u' ' + QString::number(it.value());
    }
    console.document(
        {{u"verdicts"_s, verdicts},
         {u"city"_s, counts},
         {u"late_departments"_s, QJsonArray::fromStringList(assessment->lateDepartments)}});
    console.table(rows);
    console.line(Text::tr("全市 %1 项：%2").arg(assessment->city.total).arg(words.join(u"，"_s)));
    return Exit::Success;
}

} // namespace

void addAssessVerbs(CLI::App& app, Command& command)
{
    auto file = std::make_shared<std::string>();
    auto all = std::make_shared<bool>(false);
    CLI::App* verb = app.add_subcommand("assess", Text::help("逐项评价：实施率、时间进度、结论"));
    verb->add_option("FILE", *file, Text::help("项目文件"))->required();
    verb->add_flag("--regions", *all, Text::help("文字输出也列出各区"));
    verb->callback([=, &command] {
        command.work = [=](const Console& c) { return runAssess(text(*file), *all, c); };
    });
}

} // namespace checkup::cli
