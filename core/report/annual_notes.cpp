#include "core/report/annual_composer.h"

#include "core/collect/cross_checks.h"

#include <algorithm>
#include <cmath>

namespace checkup::report::annual {

namespace {

/// Digits that a stored figure needs, up to four: rivals may differ in the last one.
int rivalDecimals(double number)
{
    int decimals = 0;
    while (decimals < 4 && std::abs(number - printNumber(number, decimals).toDouble()) >
                               1e-9 * std::max(1.0, std::abs(number)))
        ++decimals;
    return decimals;
}

/// A finding's sentence without what it asks for: "…，超过 0.5%；请选定采用值。" -> "…，超过
/// 0.5%。"
QString withoutRequest(const QString& sentence)
{
    const qsizetype at = sentence.lastIndexOf(u"；请"_s);
    return at < 0 ? sentence : sentence.left(at) + u'。';
}

} // namespace

void Composer::returns()
{
    if (m_data.departments.isEmpty())
        return;
    heading(2, zh("部门数据返回情况"));
    say(m_assessment.lateDepartments.isEmpty()
            ? zh("各部门数据返回情况见下表。")
            : zh("各部门数据返回情况见下表，逾期未返回的应继续催报。"));
    Table departments;
    departments.caption = zh("部门数据返回情况");
    departments.widths = {5, 3, 3, 3};
    departments.header = headerOf({zh("部门"), zh("完成时限"), zh("返回日期"), zh("状态")});
    for (const project::Department& department : m_data.departments) {
        const auto day = [](QDate date) {
            return date.isValid() ? date.toString(Qt::ISODate) : u"—"_s;
        };
        QString state = zh("已返回");
        if (!department.returnedAt.isValid())
            state = m_assessment.lateDepartments.contains(department.name) ? zh("逾期未返回")
                                                                           : zh("未返回");
        else if (department.deadline.isValid() && department.returnedAt > department.deadline)
            state = zh("逾期返回");
        addRow(departments, {left(department.name), centre(day(department.deadline)),
                             centre(day(department.returnedAt)), centre(state)});
    }
    table(departments);
}

/// Which rivals a person adopted and why: the report's answer to "why this number".
void Composer::adoptedValues()
{
    Table list;
    list.caption = zh("采用值说明");
    list.widths = {3.4, 1.4, 3.6, 4, 4};
    list.header =
        headerOf({zh("指标或数据"), zh("年份"), zh("采用值"), zh("其他来源"), zh("采用理由")});
    for (const project::Value& value : m_data.values) {
        const Indicator* indicator = m_data.catalogue.indicator(value.subject);
        if (!value.adopted || value.adoptionReason.isEmpty() ||
            (indicator != nullptr && indicator->excluded))
            continue;
        const project::Region* region = m_data.region(value.region);
        const QString place =
            region == nullptr || region->level == RegionLevel::City ? QString() : region->nameZh;
        const auto said = [&](const project::Value& rival, const QString& measure) {
            const project::Source* source = m_data.source(rival.source);
            const int decimals = rivalDecimals(rival.number);
            return zh("%1：%2").arg(source != nullptr ? source->name : QString(),
                                    rival.state == project::ValueState::Present
                                        ? fact(printWithUnit(rival.number, decimals, rival.unit),
                                               rival.subject, measure, rival.year, rival.number,
                                               decimals, rival.unit, place)
                                        : absenceText(rival.state));
        };
        const QString adopted = said(value, u"adopted"_s);
        QStringList others;
        for (const project::Value* rival :
             m_data.rivals({value.subject, value.region, value.year})) {
            if (rival->id != value.id)
                others.append(said(*rival, u"rival"_s));
        }
        addRow(list, {left(nameOf(value.subject, value.region)), centre(zh("%1年").arg(value.year)),
                      left(adopted), left(others.isEmpty() ? u"—"_s : others.join(u'；')),
                      left(value.adoptionReason)});
    }
    if (list.rows.isEmpty())
        say(zh("没有经人工核定的采用值，各来源按默认次序采用。"));
    else
        say(zh("经人工核定采用值的数据%1，采用值、其他来源的数值和理由如下。")
                .arg(items(u"adopted:decided"_s, list.rows.size())));
    flush();
    table(list);
}

/// What the cross-checks found and somebody explained or accepted, and how much is still open.
Result<void> Composer::settledFindings(const CancelToken& cancel)
{
    const auto rules = collect::rulesOf(m_data);
    if (!rules)
        return rules.error();
    const auto found = collect::findings(m_data, *rules, cancel);
    if (!found)
        return found.error();
    Table list;
    list.caption = zh("校核问题处理情况");
    list.widths = {6.4, 1.8, 4, 1.8, 2.2};
    list.header = headerOf({zh("问题"), zh("处理"), zh("理由"), zh("处理人"), zh("日期")});
    qint64 open = 0;
    qint64 blocking = 0;
    for (const collect::WorkItem& item : collect::workList(m_data, *found)) {
        if (!item.current)
            continue;
        if (!item.isSettled()) {
            ++open;
            blocking += item.finding.severity == collect::FindingSeverity::Blocking ? 1 : 0;
            continue;
        }
        // The cities that this is made for keep China's time.
        const QDate day = item.decision->at.toOffsetFromUtc(8 * 3600).date();
        addRow(list, {left(withoutRequest(item.finding.text)), centre(project::label(item.state)),
                      left(item.decision->reason), centre(item.decision->person),
                      centre(day.toString(Qt::ISODate))});
    }
    if (open > 0 && blocking > 0)
        say(zh("数据校核发现、尚未处理的问题%1，其中必须处理%2。")
                .arg(items(u"findings:open"_s, open), items(u"findings:blocking"_s, blocking)));
    else if (open > 0)
        say(zh("数据校核发现、尚未处理的问题%1。").arg(items(u"findings:open"_s, open)));
    else
        say(zh("数据校核没有尚未处理的问题。"));
    if (!list.rows.isEmpty())
        say(zh("经核实予以说明或接受的问题%1，如下。")
                .arg(items(u"findings:settled"_s, list.rows.size())));
    flush();
    table(list);
    return {};
}

Result<void> Composer::gaps(const CancelToken& cancel)
{
    heading(1, zh("数据缺项与口径差异"));
    returns();
    heading(2, zh("数据缺项"));
    const Rows absent = where([](const Row& row) { return !row.result->now.isPresent(); });
    if (absent.isEmpty()) {
        say(zh("本年度全部指标均有数值，无缺项。"));
    } else {
        say(zh("本年度缺数的指标%1，均不参与评价，未以零值代替。")
                .arg(items(u"absent"_s, absent.size())));
        Table list;
        list.caption = zh("数据缺项清单");
        list.widths = {4, 2, 3, 5};
        list.header = headerOf({zh("指标"), zh("状态"), zh("责任部门"), zh("说明")});
        for (const Row& row : absent) {
            QString why;
            if (!row.result->now.missingInputs.isEmpty())
                why = zh("缺少%1。").arg(row.result->now.missingInputs.join(u'、'));
            else if (const project::Value* value = m_data.value(row.result->now.value))
                why = value->note;
            addRow(list, {left(row.indicator->nameZh), centre(absenceText(row.result->now.state)),
                          left(row.indicator->department),
                          left(why.isEmpty() ? zh("部门未报送。") : why)});
        }
        table(list);
    }

    heading(2, zh("来源矛盾"));
    const Rows clashing = where([](const Row& row) { return row.result->now.contradictory; });
    if (clashing.isEmpty()) {
        say(zh("未发现不同来源数值不一致的指标。"));
    } else {
        say(zh("不同来源数值不一致的指标%1，采用值和其他来源数值如下。")
                .arg(items(u"contradictory"_s, clashing.size())));
        Table list;
        list.caption = zh("来源矛盾清单");
        list.widths = {4, 2.4, 5, 4};
        list.header = headerOf({zh("指标"), zh("采用"), zh("其他来源"), zh("采用理由")});
        for (const Row& row : clashing) {
            const assess::Figure& now = row.result->now;
            QStringList others;
            QString reason;
            for (const project::ValueId id : now.rivals) {
                const project::Value* value = m_data.value(id);
                if (value == nullptr || value->state != project::ValueState::Present)
                    continue;
                if (id == now.value) {
                    reason = value->adoptionReason;
                    continue;
                }
                const project::Source* source = m_data.source(value->source);
                others.append(zh("%1：%2").arg(
                    source != nullptr ? source->name : QString(),
                    fact(printWithUnit(value->number, row.indicator->decimals, value->unit),
                         row.indicator->code, u"rival"_s, m_data.info.year, value->number,
                         row.indicator->decimals, value->unit)));
            }
            const auto other = [&](const QString& who, const QString& subject, double value,
                                   int decimals, const QString& unit) {
                others.append(zh("%1：%2").arg(who, fact(printWithUnit(value, decimals, unit),
                                                         subject, u"rival"_s, m_data.info.year,
                                                         value, decimals, unit)));
            };
            if (now.reported && others.isEmpty())
                other(zh("部门报送"), row.indicator->code, *now.reported, row.indicator->decimals,
                      row.indicator->unit);
            // A computed figure may be clean in itself and rest on an input that is not.
            for (const assess::ExplainedInput& input : now.inputs) {
                QList<const project::Value*> known =
                    m_data.rivals({input.quantity, now.key.region, input.year});
                known.removeIf([](const project::Value* value) {
                    return value->state != project::ValueState::Present;
                });
                if (known.size() < 2)
                    continue;
                for (const project::Value* value : known) {
                    if (value->id == input.value ||
                        (value->unit == input.unit && value->number == input.number))
                        continue;
                    const project::Source* source = m_data.source(value->source);
                    other(zh("%1（%2）")
                              .arg(input.name, source != nullptr ? source->name : QString()),
                          value->subject, value->number, rivalDecimals(value->number), value->unit);
                }
            }
            QString adopted = now.isPresent()
                                  ? amount(*row.indicator, u"value"_s, m_data.info.year, now.number)
                                  : absenceText(now.state);
            if (now.origin == assess::Figure::Origin::Computed)
                adopted = zh("%1（计算）").arg(adopted);
            addRow(list, {left(row.indicator->nameZh), right(adopted), left(others.join(u'；')),
                          left(reason.isEmpty() ? zh("按来源优先级采用，待核实") : reason)});
        }
        table(list);
    }

    heading(2, zh("数据校核与采用说明"));
    adoptedValues();
    if (auto told = settledFindings(cancel); !told)
        return told;

    heading(2, zh("口径与数据版本"));
    Table list;
    list.caption = zh("口径与数据版本说明");
    list.widths = {4, 4, 6};
    list.header = headerOf({zh("指标或数据"), zh("数据版本"), zh("口径说明")});
    QSet<QString> told;
    for (const project::Value& value : m_data.values) {
        if (!value.adopted || (value.vintage.isEmpty() && value.note.isEmpty()) ||
            value.year != m_data.info.year)
            continue;
        const QString line = value.subject + u'\t' + value.vintage + u'\t' + value.note;
        if (told.contains(line))
            continue;
        told.insert(line);
        addRow(list, {left(nameOf(value.subject, {})),
                      left(value.vintage.isEmpty() ? u"—"_s : value.vintage),
                      left(value.note.isEmpty() ? u"—"_s : value.note)});
    }
    if (list.rows.isEmpty())
        say(zh("本年度采用的数值没有需要说明的口径差异。"));
    else
        say(zh("本年度采用的数值中有口径或数据版本说明的见下表，跨年比较时应保持版本一致。"));
    const auto recalled =
        where([](const Row& row) { return row.indicator->definitionRecalled; }).size();
    if (recalled > 0)
        say(zh("指标释义中有%1为回忆整理，正式使用前须与标准文本核对。")
                .arg(items(u"recalled"_s, recalled)));
    flush();
    table(list);
    return {};
}

void Composer::appendix()
{
    pageBreak();
    heading(1, zh("附录 指标释义"), false);
    const bool allRecalled = std::all_of(m_rows.begin(), m_rows.end(), [](const Row& row) {
        return row.indicator->definitionRecalled;
    });
    note(allRecalled
             ? zh("编码为本系统自编，不是标准编号；释义均为回忆整理，正式使用前请与标准核对。")
             : zh("编码为本系统自编，不是标准编号；标有“※”的释义为回忆整理，请与标准核对。"));
    Table list;
    list.caption = zh("指标释义");
    list.widths = {1.3, 3, 1.8, 8.4};
    list.header = headerOf({zh("编码"), zh("指标"), zh("单位"), zh("释义与公式")});
    for (const Row& row : m_rows) {
        const Indicator& indicator = *row.indicator;
        QString text = withFullStop(indicator.definition);
        if (indicator.definitionRecalled && !allRecalled)
            text.prepend(u'※');
        if (!row.result->now.formula.isEmpty())
            text += zh("公式：%1。").arg(row.result->now.formula);
        else if (!indicator.formula.isEmpty())
            text += zh("公式：%1。").arg(indicator.formula);
        addRow(list,
               {left(indicator.code), left(indicator.nameZh), centre(indicator.unit), left(text)});
    }
    table(list);
    Table excluded;
    excluded.caption = zh("本年度不纳入的指标");
    excluded.widths = {1.6, 4, 8};
    excluded.header = headerOf({zh("编码"), zh("指标"), zh("理由")});
    for (const Indicator& indicator : m_data.catalogue.indicators) {
        if (indicator.excluded)
            addRow(excluded,
                   {left(indicator.code), left(indicator.nameZh),
                    left(indicator.exclusionReason.isEmpty() ? zh("未说明")
                                                             : indicator.exclusionReason)});
    }
    table(excluded);
}

} // namespace checkup::report::annual
