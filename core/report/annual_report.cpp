#include "core/report/annual_report.h"

#include "core/base/in_chinese.h"
#include "core/report/annual_composer.h"
#include "core/report/report_charts.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace checkup::report {

namespace annual {

namespace {

/// Units of which the figures of a large and a small district compare as they stand.
bool isRatio(const QString& unit)
{
    return isShare(unit) || unit == u"比值"_s || unit.contains(u'/');
}

/// "TD/T 1063-2021 国土空间规划城市体检评估规程" as texts cite it: 《…》（TD/T 1063-2021).
QString citation(const QString& standard)
{
    static const QRegularExpression pattern(u"^([A-Z]+(?:/[A-Z]+)? ?[0-9.]+-[0-9]{4})\\s+(.+)$"_s);
    const QRegularExpressionMatch match = pattern.match(standard.simplified());
    return match.hasMatch() ? u"《%1》（%2）"_s.arg(match.captured(2), match.captured(1))
                            : standard;
}

} // namespace

void Composer::overview()
{
    const project::YearInfo& info = m_data.info;
    heading(1, zh("工作概况"));
    heading(2, zh("范围与年度"));
    say(zh("本次体检评估以%1市域为范围，现状年为%2年，基期年为%3年，规划目标年为%4年。")
            .arg(m_city, QString::number(info.year), QString::number(info.baseYear),
                 QString::number(info.targetYear)));
    if (info.nearYear > 0)
        say(zh("近期目标年为%1年。").arg(info.nearYear));
    qsizetype districts = 0;
    for (const project::Region& region : m_data.regions)
        districts += region.level == RegionLevel::District ? 1 : 0;
    if (districts > 0)
        say(zh("分区评价覆盖%1。").arg(count(u"districts"_s, districts, zh("个区"))));
    flush();

    heading(2, zh("指标体系"));
    say(zh("指标体系采用《%1》，依据为%2。")
            .arg(m_data.catalogue.titleZh, citation(m_data.catalogue.standard)));
    const qsizetype dimensionsUsed = dimensionsInUse(m_data).size();
    say(zh("本年度纳入指标%1，分属%2。")
            .arg(items(u"indicators"_s, m_rows.size()),
                 count(u"dimensions"_s, dimensionsUsed, zh("个维度"))));
    QStringList kinds;
    for (const auto kind : {catalogue::Kind::Basic, catalogue::Kind::Mandatory,
                            catalogue::Kind::Recommended, catalogue::Kind::Featured}) {
        const auto number =
            where([&](const Row& row) { return row.indicator->kind == kind; }).size();
        if (number > 0)
            kinds.append(
                zh("%1指标%2")
                    .arg(catalogue::label(kind), items(u"kind:"_s + catalogue::key(kind), number)));
    }
    if (kinds.size() > 1)
        say(zh("其中，%1。").arg(kinds.join(u'、')));
    const auto excluded =
        std::count_if(m_data.catalogue.indicators.begin(), m_data.catalogue.indicators.end(),
                      [](const Indicator& indicator) { return indicator.excluded; });
    if (excluded > 0)
        say(zh("另有%1指标本年度不纳入，理由见附录。").arg(items(u"excluded"_s, excluded)));
    flush();

    heading(2, zh("组织与数据来源"));
    qsizetype returned = 0;
    for (const project::Department& department : m_data.departments)
        returned += department.returnedAt.isValid() ? 1 : 0;
    if (!m_data.departments.isEmpty()) {
        const QString all = count(u"departments"_s, m_data.departments.size(), zh("个部门"));
        say(returned == m_data.departments.size()
                ? zh("数据任务分解到%1，均已返回。").arg(all)
                : zh("数据任务分解到%1，已返回%2。")
                      .arg(all, count(u"departments:returned"_s, returned, zh("个"))));
    }
    if (!m_assessment.lateDepartments.isEmpty())
        say(zh("截至%1仍未返回的有%2，分别是%3。")
                .arg(
                    info.cutOff.isValid() ? info.cutOff.toString(u"yyyy年M月d日"_s)
                                          : zh("报告编制时"),
                    count(u"departments:late"_s, m_assessment.lateDepartments.size(), zh("个部门")),
                    m_assessment.lateDepartments.join(u'、')));
    const Tally& city = m_assessment.city;
    if (city.total > 0) {
        say(city.present == city.total
                ? zh("全部%1指标均有本年度数值。").arg(items(u"indicators"_s, city.total))
                : zh("有本年度数值的指标%1，缺数%2，数据完备率为%3。")
                      .arg(items(u"present"_s, city.present),
                           items(u"absent"_s, city.total - city.present),
                           percent(u"count:completeness"_s, u"share"_s,
                                   static_cast<double>(city.present) / city.total)));
    }
    say(city.contradictory > 0 ? zh("不同来源数值不一致的指标%1，处理情况见第七章。")
                                     .arg(items(u"contradictory"_s, city.contradictory))
                               : zh("未发现不同来源数值不一致的指标。"));
    say(zh("本报告部分数据因四舍五入，分项与合计、差值之间可能略有出入。"));

    Table sources;
    sources.caption = zh("数据来源与采用情况");
    sources.widths = {5, 3, 3, 3};
    sources.header = headerOf({zh("来源"), zh("类别"), zh("本年度数值"), zh("其中采用")});
    for (const project::Source& source : m_data.sources) {
        int all = 0;
        int adopted = 0;
        for (const project::Value& value : m_data.values) {
            if (value.source == source.id && value.year == info.year &&
                value.state == project::ValueState::Present) {
                ++all;
                adopted += value.adopted ? 1 : 0;
            }
        }
        if (all == 0)
            continue;
        const QString subject = u"source:"_s + source.key;
        const TableCell first = countCell(subject, all);
        addRow(sources, {left(source.name), centre(project::label(source.kind)), first,
                         countCell(subject + u":adopted"_s, adopted)});
    }
    table(sources);
}

/// The year in one row of a table.
void Composer::keyNumbers()
{
    const Tally& city = m_assessment.city;
    if (city.total == 0)
        return;
    Table list;
    list.caption = zh("关键数字");
    list.widths = {1, 1, 1, 1, 1, 1};
    list.header = headerOf({zh("指标总数（项）"), zh("可评价（项）"), zh("达标率"),
                            zh("达标或正常推进"), zh("预警（项）"), zh("数据完备率")});
    const int good = city.verdicts.value(Verdict::Met) + city.verdicts.value(Verdict::OnTrack);
    const auto shareOf = [](int part, int whole) {
        return whole > 0 ? std::optional(static_cast<double>(part) / whole) : std::nullopt;
    };
    QList<TableCell> cells{
        countCell(u"indicators"_s, city.total),
        countCell(u"assessable"_s, city.assessable()),
        percentCell(u"count:met"_s, u"share"_s, city.metShare()),
        percentCell(u"count:met_or_on_track"_s, u"share"_s, shareOf(good, city.assessable())),
        countCell(u"verdict:"_s + assess::key(Verdict::Alert), city.verdicts.value(Verdict::Alert)),
        percentCell(u"count:completeness"_s, u"share"_s, shareOf(city.present, city.total))};
    for (TableCell& cell : cells) {
        cell.align = TableCell::Align::Centre;
        cell.bold = true;
    }
    addRow(list, cells);
    table(list);
}

Result<void> Composer::conclusions()
{
    const Tally& city = m_assessment.city;
    pageBreak();
    heading(1, zh("总体结论"));
    if (city.total > 0)
        say(zh("全市%1指标中，%2。")
                .arg(items(u"indicators"_s, city.total), verdictCounts(u"verdict"_s, city)));
    if (!city.metShare())
        say(zh("目前没有可评价的指标，补充数据和目标后方可形成结论。"));
    const Rows binding = where([](const Row& row) {
        return row.indicator->constraint == catalogue::Constraint::Binding &&
               row.result->now.isPresent() && row.result->judgement.verdict != Verdict::Undecided &&
               row.result->judgement.verdict != Verdict::Watched;
    });
    const Rows broken = worst(binding, binding.size());
    if (!binding.isEmpty())
        say(broken.isEmpty()
                ? zh("可评价的约束性指标%1，均达标或正常推进。")
                      .arg(items(u"binding"_s, binding.size()))
                : zh("可评价的约束性指标%1，其中%2需要关注：%3。")
                      .arg(items(u"binding"_s, binding.size()),
                           items(u"binding:bad"_s, broken.size()),
                           broken.size() > 6 ? zh("%1等").arg(namesOf(broken, 6).join(u'、'))
                                             : namesOf(broken, 6).join(u'、')));
    const auto diagnosed = [&](Diagnosis diagnosis) {
        return where([&](const Row& row) { return row.result->diagnosis == diagnosis; }).size();
    };
    const auto strengths = diagnosed(Diagnosis::Strength);
    const auto weaknesses = diagnosed(Diagnosis::Weakness);
    const auto shortfalls = diagnosed(Diagnosis::Shortfall);
    if (strengths + weaknesses + shortfalls > 0) {
        QStringList parts;
        for (const auto& [name, key, number] :
             {std::tuple(Diagnosis::Strength, u"strength"_s, strengths),
              std::tuple(Diagnosis::Shortfall, u"shortfall"_s, shortfalls),
              std::tuple(Diagnosis::Weakness, u"weakness"_s, weaknesses)}) {
            if (number > 0)
                parts.append(assess::label(name) + items(u"diagnosis:"_s + key, number));
        }
        say(zh("综合诊断，%1。").arg(parts.join(u'、')));
    }
    flush();
    keyNumbers();
    if (auto drawn = figure(radarByDimension(m_data, m_assessment), QSize(340, 270), 59, true);
        !drawn)
        return drawn;
    if (auto drawn = figure(verdictsByDimension(m_data, m_assessment), QSize(560, 270), 97); !drawn)
        return drawn;
    const Rows good = distinct(
        best(where([](const Row& row) { return row.result->diagnosis == Diagnosis::Strength; }),
             m_rows.size()),
        3);
    if (!good.isEmpty()) {
        label(zh("突出的优势"));
        bullets(good, true);
    }
    const Rows bad = distinct(
        worst(where([](const Row& row) { return row.result->diagnosis == Diagnosis::Shortfall; }),
              m_rows.size()),
        3);
    if (!bad.isEmpty()) {
        label(zh("突出的短板"));
        bullets(bad, true);
    }
    note(zh("注：达标率为达标指标占可评价指标的比例，可评价指标不含缺数、监测和未设目标的指标；"
            "雷达图越靠外越好。"));
    pageBreak();

    Table summary;
    summary.caption = zh("指标结论汇总");
    QStringList names{zh("维度"), zh("指标数"), zh("有数")};
    summary.widths = {3, 2, 2};
    for (const Verdict verdict : verdictOrder()) {
        names.append(assess::label(verdict));
        summary.widths.append(2);
    }
    names.append(zh("达标率"));
    summary.widths.append(2.4);
    summary.header = headerOf(names);
    const auto line = [&](const QString& name, const QString& subject, const Tally& tally) {
        QList<TableCell> cells{left(name), countCell(subject + u":total"_s, tally.total),
                               countCell(subject + u":present"_s, tally.present)};
        for (const Verdict verdict : verdictOrder())
            cells.append(
                countCell(subject + u':' + assess::key(verdict), tally.verdicts.value(verdict)));
        cells.append(percentCell(u"count:"_s + subject + u":met"_s, u"share"_s, tally.metShare()));
        addRow(summary, cells);
    };
    for (const catalogue::Dimension* dimension : dimensionsInUse(m_data))
        line(dimension->nameZh, u"dimension:"_s + dimension->id,
             m_assessment.byDimension.value(dimension->id));
    line(zh("合计"), u"verdict"_s, city);
    table(summary);
    return {};
}

Result<void> Composer::aspects()
{
    heading(1, zh("六个方面分析"));
    if (auto drawn = figure(verdictsByAspect(m_data, m_assessment), QSize(640, 300), 135); !drawn)
        return drawn;
    for (const QString& aspect : aspectsInUse(m_data)) {
        heading(2, aspect);
        const Rows rows = where([&](const Row& row) { return row.indicator->aspect == aspect; });
        const QString subject = u"aspect:"_s + aspect;
        const auto tell = [&](TextKind kind) {
            for (const project::TextBlock* block : blocksOf(aspect, kind).mid(0, 2))
                quote(quoted(*block));
        };
        if (rows.isEmpty()) {
            say(zh("本年度指标体系未设%1方面的指标，请结合重点任务和部门材料作定性分析。")
                    .arg(aspect));
        } else {
            const Tally tally = m_assessment.byAspect.value(aspect);
            const QString all = items(subject, rows.size());
            const auto present = std::count_if(rows.begin(), rows.end(), [](const Row& row) {
                return row.result->now.isPresent();
            });
            say(present == rows.size()
                    ? zh("%1方面共有指标%2，均有本年度数值。").arg(aspect, all)
                    : zh("%1方面共有指标%2，其中有数%3、缺数%4。")
                          .arg(aspect, all, items(subject + u":present"_s, present),
                               items(subject + u":absent"_s, rows.size() - present)));
            const QString counts = verdictCounts(subject, tally);
            if (!counts.isEmpty())
                say(zh("从结论看，%1。").arg(counts));
        }
        tell(TextKind::Situation);
        flush();
        const Rows good = best(rows, 2);
        if (!good.isEmpty() || !blocksOf(aspect, TextKind::Achievement).isEmpty()) {
            label(zh("主要成效"));
            for (const Row& row : good)
                say(describe(row));
            tell(TextKind::Achievement);
            flush();
        }
        const Rows bad = worst(rows, 2);
        if (!bad.isEmpty() || !blocksOf(aspect, TextKind::Shortfall).isEmpty()) {
            label(zh("存在问题"));
            for (const Row& row : bad) {
                say(describe(row));
                for (const project::TextBlock* block :
                     blocksOf(row.indicator->code, TextKind::Shortfall).mid(0, 1))
                    quote(quoted(*block));
            }
            tell(TextKind::Shortfall);
            flush();
        }
        // The numbers stand in the dimensions' tables; here, what came of them.
        Table list;
        list.caption = zh("%1方面指标结论").arg(aspect);
        list.widths = {2.2, 1.6, 10};
        list.header = headerOf({zh("结论"), zh("指标数"), zh("指标")});
        for (const Verdict verdict : verdictOrder()) {
            Rows these;
            for (const Row& row : rows) {
                if (row.result->judgement.verdict == verdict)
                    these.append(row);
            }
            if (these.isEmpty())
                continue;
            TableCell number = countCell(subject + u':' + assess::key(verdict), these.size());
            number.align = TableCell::Align::Centre;
            addRow(list,
                   {verdictCell(verdict), number, left(namesOf(these, these.size()).join(u'、'))});
        }
        table(list);
    }
    return {};
}

Result<void> Composer::dimensions()
{
    heading(1, zh("六个维度指标分析"));
    for (const catalogue::Dimension* dimension : dimensionsInUse(m_data)) {
        heading(2, dimension->nameZh);
        const Rows rows =
            where([&](const Row& row) { return row.indicator->dimension == dimension->id; });
        const Tally tally = m_assessment.byDimension.value(dimension->id);
        const QString subject = u"dimension:"_s + dimension->id;
        if (const auto share = tally.metShare()) {
            const QString all = items(subject + u":total"_s, tally.total);
            const QString assessable = items(subject + u":assessable"_s, tally.assessable());
            const QString met = items(subject + u":met"_s, tally.verdicts.value(Verdict::Met));
            say(zh("%1维度共有指标%2，可评价%3，其中达标%4，达标率为%5。")
                    .arg(dimension->nameZh, all, assessable, met,
                         percent(u"count:"_s + subject + u":met"_s, u"share"_s, *share)));
        } else {
            say(zh("%1维度共有指标%2，暂无可评价的指标。")
                    .arg(dimension->nameZh, items(subject + u":total"_s, tally.total)));
        }
        Rows rated = where([&](const Row& row) {
            return row.indicator->dimension == dimension->id && row.result->judgement.rate &&
                   std::isfinite(*row.result->judgement.rate) && row.result->judgement.expected;
        });
        if (rated.size() >= 2) {
            const auto ahead = std::count_if(rated.begin(), rated.end(), [](const Row& row) {
                return *row.result->judgement.rate >= *row.result->judgement.expected;
            });
            say(zh("有规划实施率的%1指标中，%2不低于时间进度。")
                    .arg(items(subject + u":rated"_s, rated.size()),
                         items(subject + u":ahead"_s, ahead)));
            std::stable_sort(rated.begin(), rated.end(), [](const Row& a, const Row& b) {
                return *a.result->judgement.rate > *b.result->judgement.rate;
            });
            const Row& first = rated.first();
            const Row& last = rated.last();
            const QString high =
                percent(first.indicator->code, u"rate"_s, *first.result->judgement.rate);
            const QString low =
                percent(last.indicator->code, u"rate"_s, *last.result->judgement.rate);
            if (high != low)
                say(zh("实施率最高的是%1（%2），最低的是%3（%4）。")
                        .arg(first.indicator->nameZh, high, last.indicator->nameZh, low));
            else
                m_pending.clear();
        }
        const Rows absent = where([&](const Row& row) {
            return row.indicator->dimension == dimension->id && !row.result->now.isPresent();
        });
        if (!absent.isEmpty())
            say(absent.size() <= 4
                    ? zh("暂缺本年度数值的有%1。").arg(namesOf(absent, 4).join(u'、'))
                    : zh("暂缺本年度数值的有%1等%2。")
                          .arg(namesOf(absent, 4).join(u'、'),
                               items(subject + u":absent"_s, absent.size())));
        flush();
        const QList<const IndicatorResult*> telling =
            mostTelling(m_data, m_assessment, dimension->id, 2);
        bool isFirst = true;
        for (const IndicatorResult* result : telling) {
            const Indicator* indicator = m_data.catalogue.indicator(result->code);
            if (!m_described.contains(result->code))
                say(describe({indicator, result}));
            const QString sentence = tellSeries({indicator, result}, isFirst);
            if (!sentence.isEmpty()) {
                say(sentence);
                isFirst = false;
            }
        }
        flush();

        Table list;
        list.caption = zh("%1维度指标").arg(dimension->nameZh);
        list.widths = {4.6, 2.4, 1.9, 1.9, 1.9, 2.2, 1.9, 2.4};
        list.header = headerOf({zh("指标"), zh("单位"), zh("基期"), zh("上年"), zh("本年"),
                                zh("目标"), zh("实施率"), zh("结论")});
        for (const Row& row : rows) {
            const TableCell base = figureCell(*row.indicator, row.result->base, u"base"_s);
            const TableCell before =
                figureCell(*row.indicator, row.result->previous, u"previous"_s);
            const TableCell now = figureCell(*row.indicator, row.result->now, u"value"_s);
            const TableCell goal = right(goalText(*row.indicator, *row.result));
            const TableCell rate =
                percentCell(row.indicator->code, u"rate"_s, row.result->judgement.rate);
            addRow(list, {left(row.indicator->nameZh), centre(row.indicator->unit), base, before,
                          now, goal, rate, verdictCell(row.result->judgement.verdict)});
        }
        table(list);
        const Chart progress = progressOfDimension(m_data, m_assessment, dimension->id);
        const int height = std::max(200, 80 + 32 * static_cast<int>(progress.categories.size()));
        if (auto drawn = figure(progress, QSize(640, std::min(height, 980)), 140); !drawn)
            return drawn;
        QList<Chart> lines;
        for (const IndicatorResult* result : telling)
            lines.append(seriesOf(m_data, *result));
        if (auto drawn = figurePairs(lines); !drawn)
            return drawn;
    }
    return {};
}

/// Of use where districts have goals of their own.
void Composer::districtVerdicts()
{
    Table list;
    list.caption = zh("分区指标结论");
    QStringList names{zh("地区"), zh("指标数")};
    list.widths = {3, 2};
    for (const Verdict verdict : verdictOrder()) {
        names.append(assess::label(verdict));
        list.widths.append(2);
    }
    list.header = headerOf(names);
    for (const project::Region& region : m_data.regions) {
        if (region.level != RegionLevel::District)
            continue;
        const QList<const IndicatorResult*> results = m_assessment.ofRegion(region.id);
        if (results.isEmpty())
            continue;
        const QString subject = u"region:"_s + region.nameZh;
        QList<TableCell> cells{left(region.nameZh),
                               countCell(subject + u":total"_s, results.size())};
        for (const Verdict verdict : verdictOrder()) {
            cells.append(countCell(
                subject + u':' + assess::key(verdict),
                std::count_if(results.begin(), results.end(), [&](const IndicatorResult* result) {
                    return result->judgement.verdict == verdict;
                })));
        }
        addRow(list, cells);
    }
    table(list);
}

Result<void> Composer::diagnosis()
{
    heading(1, zh("城市体征诊断"));
    struct Part
    {
        Diagnosis diagnosis;
        QString title, subject;
    };
    for (const Part& part : {Part{Diagnosis::Strength, zh("特色优势"), u"diagnosis:strength"_s},
                             Part{Diagnosis::Shortfall, zh("主要短板"), u"diagnosis:shortfall"_s},
                             Part{Diagnosis::Weakness, zh("薄弱环节"), u"diagnosis:weakness"_s}}) {
        heading(2, part.title);
        Rows rows = where([&](const Row& row) { return row.result->diagnosis == part.diagnosis; });
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            return std::pair(badness(a.result->judgement.verdict), a.result->urgency) >
                   std::pair(badness(b.result->judgement.verdict), b.result->urgency);
        });
        if (rows.isEmpty()) {
            say(zh("本年度未诊断出%1指标。").arg(assess::label(part.diagnosis)));
            flush();
            continue;
        }
        constexpr qsizetype listed = 10;
        say(rows.size() > listed
                ? zh("诊断为%1的指标%2，主要如下，其余见指标结论表。")
                      .arg(assess::label(part.diagnosis), items(part.subject, rows.size()))
                : zh("诊断为%1的指标%2，如下。")
                      .arg(assess::label(part.diagnosis), items(part.subject, rows.size())));
        flush();
        bullets(rows.mid(0, listed));
    }

    heading(2, zh("分区差异"));
    struct Spread
    {
        const Indicator* indicator;
        const project::Region *highest, *lowest;
        double high, low, relative;
    };
    QList<Spread> spreads;
    for (const Row& row : m_rows) {
        Spread spread{row.indicator, nullptr, nullptr, 0, 0, 0};
        int present = 0;
        double sum = 0;
        for (const project::Region& region : m_data.regions) {
            const IndicatorResult* result = region.level == RegionLevel::District
                                                ? m_assessment.find(row.indicator->code, region.id)
                                                : nullptr;
            if (result == nullptr || !result->now.isPresent())
                continue;
            ++present;
            sum += std::abs(result->now.number);
            if (spread.highest == nullptr || result->now.number > spread.high) {
                spread.highest = &region;
                spread.high = result->now.number;
            }
            if (spread.lowest == nullptr || result->now.number < spread.low) {
                spread.lowest = &region;
                spread.low = result->now.number;
            }
        }
        if (present >= 2 && sum > 0 &&
            !printsAsZero(spread.high - spread.low, row.indicator->decimals)) {
            spread.relative = (spread.high - spread.low) / (sum / present);
            spreads.append(spread);
        }
    }
    // What is measured per head, per area or in per cent compares districts of unlike size; amounts
    // follow.
    std::stable_sort(spreads.begin(), spreads.end(), [](const Spread& a, const Spread& b) {
        return std::pair(isRatio(a.indicator->unit), a.relative) >
               std::pair(isRatio(b.indicator->unit), b.relative);
    });
    if (spreads.isEmpty()) {
        say(zh("本年度没有可供比较的分区数值。"));
        flush();
        return {};
    }
    say(zh("有两个以上区报送数值且存在差异的指标%1，差异较大的如下。")
            .arg(items(u"districts:compared"_s, spreads.size())));
    for (const Spread& spread : spreads.mid(0, 6)) {
        const int year = m_data.info.year;
        const QString high =
            amount(*spread.indicator, u"value"_s, year, spread.high, spread.highest->nameZh);
        const QString low =
            amount(*spread.indicator, u"value"_s, year, spread.low, spread.lowest->nameZh);
        say(zh("%1以%2最高，为%3，%4最低，为%5，相差%6。")
                .arg(spread.indicator->nameZh, spread.highest->nameZh, high, spread.lowest->nameZh,
                     low,
                     difference(*spread.indicator, u"spread"_s, year, spread.high - spread.low)));
    }
    flush();
    QList<const project::Region*> districts;
    bool anyDecided = false;
    for (const project::Region& region : m_data.regions) {
        if (region.level != RegionLevel::District)
            continue;
        const QList<const IndicatorResult*> results = m_assessment.ofRegion(region.id);
        if (results.isEmpty())
            continue;
        districts.append(&region);
        anyDecided = anyDecided ||
                     std::any_of(results.begin(), results.end(), [](const IndicatorResult* result) {
                         return result->judgement.verdict != Verdict::Undecided;
                     });
    }
    Table values;
    values.caption = zh("分区指标数值");
    QStringList names{zh("指标"), zh("单位")};
    values.widths = {4, 2.6};
    for (const project::Region* district : districts) {
        names.append(district->nameZh);
        values.widths.append(1.8);
    }
    values.header = headerOf(names);
    for (const Spread& spread : spreads) {
        QList<TableCell> cells{left(spread.indicator->nameZh), centre(spread.indicator->unit)};
        for (const project::Region* district : districts) {
            const IndicatorResult* result = m_assessment.find(spread.indicator->code, district->id);
            cells.append(result == nullptr ? centre(u"—"_s)
                                           : figureCell(*spread.indicator, result->now, u"value"_s,
                                                        district->nameZh));
        }
        addRow(values, cells);
    }
    table(values);
    if (anyDecided)
        districtVerdicts();
    QList<Chart> charts;
    for (const Spread& spread : spreads.mid(0, 2))
        charts.append(districtsOf(m_data, m_assessment, spread.indicator->code));
    return figurePairs(charts);
}

/// How much an indicator has to change each year from now on to reach its target in time.
TableCell Composer::neededCell(const Row& row)
{
    const Indicator& indicator = *row.indicator;
    const auto& goal = row.result->goal;
    const int yearsLeft = m_data.info.targetYear - m_data.info.year;
    if (!goal || !goal->target || yearsLeft <= 0 ||
        (goal->kind != GoalKind::Growing && goal->kind != GoalKind::Falling))
        return centre(u"—"_s);
    const double perYear = (*goal->target - row.result->now.number) / yearsLeft;
    const bool isRightWay = goal->kind == GoalKind::Growing ? perYear > 0 : perYear < 0;
    if (!isRightWay || printsAsZero(perYear, indicator.decimals))
        return centre(u"—"_s);
    const QString by =
        difference(indicator, u"needed_per_year"_s, m_data.info.year, std::abs(perYear));
    return left((perYear > 0 ? zh("增加%1") : zh("减少%1")).arg(by));
}

QString Composer::draftedMeasure(const Row& row) const
{
    const auto& goal = row.result->goal;
    switch (row.result->judgement.verdict) {
    case Verdict::Alert:
        if (goal && goal->target && goal->kind == GoalKind::Floor &&
            row.result->now.number >= *goal->target)
            return zh("（拟）从严管控，防止继续减少并突破规划底线。");
        if (goal && goal->target && goal->kind == GoalKind::Ceiling &&
            row.result->now.number <= *goal->target)
            return zh("（拟）从严管控，防止继续增加并突破规划上限。");
        return zh("（拟）查明成因，制定整改方案，限期达到规划要求。");
    case Verdict::Regress:
        return zh("（拟）分析退步原因，提出扭转措施和时限。");
    default:
        return zh("（拟）列入%1年度实施计划，明确年度任务。").arg(m_data.info.year + 1);
    }
}

void Composer::remedies()
{
    heading(1, zh("对策建议"));
    note(zh("本章由系统依据指标结论和部门材料起草，供编制人员修改完善，不代表最终意见。"));
    const int year = m_data.info.year;
    heading(2, zh("年度实施计划建议"));
    const Rows bad = worst(m_rows, m_rows.size());
    const QString nextYear = QString::number(year + 1);
    const auto of = [&](Verdict verdict) {
        Rows found;
        for (const Row& row : bad) {
            if (row.result->judgement.verdict == verdict)
                found.append(row);
        }
        return found;
    };
    const auto advise = [&](Verdict verdict, const QString& advice) {
        const Rows rows = of(verdict);
        if (rows.isEmpty())
            return;
        constexpr qsizetype named = 5;
        QString names = namesOf(rows, named).join(u'、');
        if (rows.size() > named)
            names = zh("%1等").arg(names);
        const QString subject = u"verdict:"_s + assess::key(verdict);
        say(zh("%1指标%2，包括%3，%4")
                .arg(assess::label(verdict), items(subject, rows.size()), names, advice));
        flush();
    };
    if (bad.isEmpty())
        say(zh("本年度没有滞后、倒退或预警的指标，建议保持现有工作力度并持续监测。"));
    advise(
        Verdict::Alert,
        zh("建议由责任部门立即查明成因，制定整改方案，并在%1年度体检评估中复核。").arg(nextYear));
    advise(Verdict::Regress, zh("建议由责任部门逐项分析退步原因，提出扭转措施和时限。"));
    advise(Verdict::Late, zh("建议列入%1年度实施计划，明确年度任务和完成时限。").arg(nextYear));
    constexpr qsizetype listed = 20;
    if (!bad.isEmpty())
        say(bad.size() > listed
                ? zh("整治任务清单列出其中最紧迫的%1，其余见指标结论表。所需年均变化按现状值"
                     "与%2年目标之差除以剩余年数测算。")
                      .arg(items(u"remedies:listed"_s, listed),
                           QString::number(m_data.info.targetYear))
                : zh("整治任务清单如下。所需年均变化按现状值与%1年目标之差除以剩余年数测算。")
                      .arg(QString::number(m_data.info.targetYear)));
    flush();
    Table list;
    list.caption = zh("整治任务清单（草案）");
    list.widths = {1.2, 3.6, 1.9, 2.8, 4.4, 2.8};
    list.header = headerOf(
        {zh("序号"), zh("指标"), zh("结论"), zh("所需年均变化"), zh("建议措施"), zh("责任部门")});
    int number = 0;
    for (const Row& row : bad.mid(0, listed)) {
        const Indicator& indicator = *row.indicator;
        const IndicatorResult& result = *row.result;
        QStringList measures;
        for (const TextKind kind : {TextKind::Measure, TextKind::Suggestion}) {
            for (const project::TextBlock* block : blocksOf(indicator.code, kind).mid(0, 1))
                measures.append(withFullStop(block->text));
        }
        const TableCell needed = neededCell(row);
        addRow(list, {centre(QString::number(++number)), left(indicator.nameZh),
                      verdictCell(result.judgement.verdict), needed,
                      left(measures.isEmpty() ? draftedMeasure(row) : measures.join(QString())),
                      left(indicator.department)});
    }
    list.source = zh("注：建议措施以“（拟）”开头的为系统草拟，待责任部门补充完善。");
    table(list);

    heading(2, zh("规划应对与政策机制"));
    bool any = false;
    for (const QString& aspect : aspectsInUse(m_data)) {
        bool isFirst = true;
        for (const TextKind kind : {TextKind::Measure, TextKind::Suggestion}) {
            for (const project::TextBlock* block : blocksOf(aspect, kind).mid(0, 2)) {
                quote(isFirst ? zh("%1方面，%2").arg(aspect, quoted(*block)) : quoted(*block));
                isFirst = false;
                any = true;
            }
        }
        flush();
    }
    for (const TextKind kind : {TextKind::Measure, TextKind::Suggestion}) {
        for (const project::TextBlock* block : blocksOf({}, kind).mid(0, 4)) {
            quote(quoted(*block));
            any = true;
        }
    }
    if (!any)
        say(zh("部门尚未报送规划应对和政策方面的建议，请补充。"));
    if (m_assessment.city.missing > 0)
        say(zh("建议完善数据报送机制，优先补齐第七章所列缺项。"));
    flush();
}

Result<AnnualReport> Composer::compose(const CancelToken& cancel, const ProgressSink& progress)
{
    const auto at = [&](double share, const QString& what) -> Result<void> {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, zh("已取消编写总报告。"));
        tellProgress(progress, share, what);
        return {};
    };
    overview();
    if (auto ok = at(0.05, zh("总体结论")); !ok)
        return ok.error();
    if (auto ok = conclusions(); !ok)
        return ok.error();
    if (auto ok = at(0.15, zh("六个方面分析")); !ok)
        return ok.error();
    if (auto ok = aspects(); !ok)
        return ok.error();
    if (auto ok = at(0.3, zh("六个维度指标分析")); !ok)
        return ok.error();
    if (auto ok = dimensions(); !ok)
        return ok.error();
    if (auto ok = at(0.9, zh("城市体征诊断")); !ok)
        return ok.error();
    if (auto ok = diagnosis(); !ok)
        return ok.error();
    remedies();
    if (auto ok = gaps(cancel); !ok)
        return ok.error();
    appendix();
    flush();

    const project::YearInfo& info = m_data.info;
    AnnualReport report;
    report.document.title = annualReportTitle(info);
    report.document.subtitle = zh("（初稿）");
    if (!info.organisation.isEmpty())
        report.document.coverLines.append(info.organisation);
    if (info.changedAt.isValid()) {
        // The cities that this is made for keep China's time.
        const QDate day = info.changedAt.toOffsetFromUtc(8 * 3600).date();
        report.document.coverLines.append(day.toString(u"yyyy年M月d日"_s));
    }
    if (info.demonstration)
        report.document.coverStamp = zh("演示数据");
    report.document.headerText = report.document.title;
    report.document.modified = info.changedAt;
    report.document.author = info.organisation;
    report.document.blocks = std::move(m_blocks);
    report.facts = std::move(m_facts);
    report.charts = std::move(m_charts);
    report.sentences = m_sentences;
    tellProgress(progress, 1, {});
    return report;
}

} // namespace annual

using namespace annual;

YearData withPrintedDecimals(const YearData& data, const Assessment& assessment)
{
    QHash<QString, int> needed;
    for (const IndicatorResult& result : assessment.results) {
        const Indicator* indicator = data.catalogue.indicator(result.code);
        if (indicator == nullptr)
            continue;
        int& decimals = needed[result.code];
        const auto take = [&](const std::optional<double>& number) {
            if (!number)
                return;
            const QString text = printNumber(*number, indicator->decimals);
            qsizetype digits = text.size() - 1 - text.indexOf(u'.');
            if (!text.contains(u'.'))
                digits = 0;
            while (digits > 0 && text[text.size() - 1 - (indicator->decimals - digits)] == u'0')
                --digits;
            decimals = std::max(decimals, static_cast<int>(digits));
        };
        for (const assess::Figure* figure : {&result.now, &result.previous, &result.base}) {
            if (figure->isPresent())
                take(figure->number);
            take(figure->reported);
        }
        for (const auto& [year, number] : result.series)
            take(number);
        take(result.benchmarkValue);
        if (result.goal) {
            for (const auto& number : {result.goal->target, result.goal->nearTarget,
                                       result.goal->lower, result.goal->upper})
                take(number);
        }
    }
    YearData printed = data;
    for (Indicator& indicator : printed.catalogue.indicators)
        indicator.decimals =
            std::min(indicator.decimals, needed.value(indicator.code, indicator.decimals));
    return printed;
}

QString annualReportTitle(const project::YearInfo& info)
{
    return zh("%1%2年度国土空间规划城市体检评估总报告").arg(info.city, QString::number(info.year));
}

Result<AnnualReport> composeAnnualReport(const YearData& data, const Assessment& assessment,
                                         ChartPainter* painter, const CancelToken& cancel,
                                         const ProgressSink& progress)
{
    const InChinese official;
    const YearData printed = withPrintedDecimals(data, assessment);
    return Composer(printed, assessment, painter).compose(cancel, progress);
}

} // namespace checkup::report
