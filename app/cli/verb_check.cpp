#include "app/cli/verbs.h"

#include "app/cli/year_file.h"
#include "app/language/language.h"
#include "core/base/in_chinese.h"
#include "core/collect/cross_checks.h"
#include "core/project/project_file.h"

#include <QJsonDocument>

#include <algorithm>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct CheckOptions
{
    std::string file, reason, person;
    bool all = false, rules = false;
    std::vector<std::string> decide; ///< key, state, key, state...
    std::vector<std::string> on, off, set;
};

QString nameOf(const project::YearData& data, const QString& subject)
{
    if (const catalogue::Indicator* indicator = data.catalogue.indicator(subject))
        return indicator->nameZh;
    const catalogue::Quantity* quantity = data.catalogue.quantity(subject);
    return quantity ? quantity->nameZh : subject;
}

QJsonObject toJson(const project::YearData& data, const collect::WorkItem& item)
{
    const collect::Finding& finding = item.finding;
    const project::Region* region = data.region(finding.region);
    QJsonObject object{{u"rule"_s, finding.rule},
                       {u"severity"_s, collect::key(finding.severity)},
                       {u"indicator"_s, finding.subject},
                       {u"name"_s, nameOf(data, finding.subject)},
                       {u"region"_s, region ? region->nameZh : QString()},
                       {u"year"_s, finding.year},
                       {u"text"_s, finding.text},
                       {u"state"_s, project::key(item.state)},
                       {u"settled"_s, item.isSettled()},
                       {u"current"_s, item.current},
                       {u"key"_s, finding.key}};
    if (item.decision) {
        object[u"reason"_s] = item.decision->reason;
        object[u"person"_s] = item.decision->person;
        object[u"decided_at"_s] = item.decision->at.toString(Qt::ISODate);
        object[u"reopened"_s] = item.isReopened();
    }
    return object;
}

QJsonObject toJson(const collect::Rule& rule)
{
    return {{u"rule"_s, rule.id},
            {u"severity"_s, collect::key(rule.severity)},
            {u"active"_s, rule.active},
            {u"text"_s, rule.sentence()},
            {u"text_en"_s, rule.sentence(true)},
            {u"parameters"_s, rule.parameters}};
}

Exit listRules(const project::YearData& data, const Console& console)
{
    const auto rules = collect::rulesOf(data);
    if (!rules)
        return console.failure(rules.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const collect::Rule& rule : *rules) {
        list.append(toJson(rule));
        rows.append({rule.id, rule.active ? collect::label(rule.severity) : Text::tr("停用"),
                     rule.sentence(language::current() == u"en")});
    }
    console.document({{u"rules"_s, list}});
    console.table(rows);
    return Exit::Success;
}

Error unknownRule(const QString& id)
{
    return {ErrorCode::BadUsage,
            Text::tr("没有名为“%1”的校核规则；checkup check FILE --rules 列出全部。").arg(id)};
}

/// The settings that --on, --off and --set ask for, as one edit.
Result<project::ChangeSet> settingsOf(const project::YearData& data, const CheckOptions& o)
{
    const auto shipped = collect::shippedRules();
    if (!shipped)
        return shipped.error();
    QMap<QString, project::RuleSetting> wanted;
    const auto settingOf = [&](const QString& id) -> project::RuleSetting* {
        const bool known = std::any_of(shipped->cbegin(), shipped->cend(),
                                       [&](const collect::Rule& rule) { return rule.id == id; });
        if (!known)
            return nullptr;
        if (!wanted.contains(id))
            wanted.insert(id, collect::settingOf(data, id));
        return &wanted[id];
    };
    for (const bool active : {false, true}) {
        for (const std::string& id : active ? o.on : o.off) {
            project::RuleSetting* setting = settingOf(text(id));
            if (!setting)
                return unknownRule(text(id));
            setting->active = active;
        }
    }
    for (const std::string& given : o.set) {
        const QString id = text(given).section(u'.', 0, 0);
        const QString name = text(given).section(u'.', 1).section(u'=', 0, 0);
        const QString value = text(given).section(u'=', 1);
        project::RuleSetting* setting = settingOf(id);
        if (!setting)
            return unknownRule(id);
        if (name == u"severity") {
            if (!collect::findingSeverityFromKey(value))
                return Error(ErrorCode::BadUsage,
                             Text::tr("等级“%1”应为 blocking、warning 或 note。").arg(value));
            setting->severity = value;
            continue;
        }
        const QJsonValue parsed =
            QJsonDocument::fromJson((u"["_s + value + u"]"_s).toUtf8()).array().at(0);
        const auto rule = std::find_if(shipped->cbegin(), shipped->cend(),
                                       [&](const collect::Rule& r) { return r.id == id; });
        if (const auto set = collect::setParameter(*setting, *rule, name, parsed); !set)
            return set.error();
    }
    project::ChangeSet all;
    for (const project::RuleSetting& setting : std::as_const(wanted))
        all.append(project::edits::setRule(data, setting));
    all.reason = text(o.reason);
    return all;
}

Result<project::ChangeSet> decisionsOf(const project::YearData& data,
                                       const QList<collect::WorkItem>& items, const CheckOptions& o)
{
    project::ChangeSet all;
    for (size_t i = 0; i + 1 < o.decide.size(); i += 2) {
        const QString key = text(o.decide[i]);
        const auto state = project::findingStateFromKey(text(o.decide[i + 1]));
        if (!state)
            return Error(ErrorCode::BadUsage, Text::tr("“%1”不是处理状态；可用 "
                                                       "explained（已说明）、corrected（已更正）、a"
                                                       "ccepted（接受风险）、open（撤回）。")
                                                  .arg(text(o.decide[i + 1])));
        const auto item =
            std::find_if(items.cbegin(), items.cend(),
                         [&](const collect::WorkItem& one) { return one.finding.key == key; });
        if (item == items.cend())
            return Error(
                ErrorCode::NotFound,
                Text::tr("没有编号为“%1”的校核问题；checkup check FILE --all 列出全部编号。")
                    .arg(key));
        const auto set =
            collect::decide(data, item->finding, *state, text(o.reason),
                            project::ProjectFile::currentPerson(), QDateTime::currentDateTimeUtc());
        if (!set)
            return set.error();
        all.append(*set);
    }
    return all;
}

Exit show(const project::YearData& data, const QList<collect::WorkItem>& items, bool all,
          const Console& console)
{
    QJsonArray list;
    int open = 0, blocking = 0, settled = 0;
    for (const collect::WorkItem& item : items) {
        if (!item.current && !all)
            continue;
        list.append(toJson(data, item));
        if (item.isSettled()) {
            settled += item.current ? 1 : 0;
        } else {
            ++open;
            blocking += item.finding.severity == collect::FindingSeverity::Blocking ? 1 : 0;
        }
        if (item.isSettled() && !all)
            continue;
        console.line(u"[%1] %2"_s.arg(item.isSettled() || item.state != project::FindingState::Open
                                          ? project::label(item.state)
                                          : collect::label(item.finding.severity),
                                      item.finding.text));
        QString second = u"    "_s + item.finding.key;
        if (item.decision)
            second += u"  "_s + (item.isReopened() ? Text::tr("数据已变，原处理作废：%1（%2）")
                                                   : Text::tr("%1（%2）"))
                                    .arg(item.decision->reason, item.decision->person);
        console.line(second);
    }
    console.document({{u"findings"_s, list},
                      {u"open"_s, open},
                      {u"blocking"_s, blocking},
                      {u"settled"_s, settled}});
    console.line(Text::tr("待处理 %1 项，其中必须处理 %2 项；已处理 %3 项。")
                     .arg(open)
                     .arg(blocking)
                     .arg(settled));
    return blocking > 0 ? Exit::Problems : Exit::Success;
}

Exit runCheck(const CheckOptions& o, const Console& console)
{
    const bool writes = !o.decide.empty() || !o.on.empty() || !o.off.empty() || !o.set.empty();
    if (!o.person.empty())
        project::ProjectFile::setPerson(text(o.person));
    auto year =
        openYear(text(o.file), writes ? project::OpenMode::ReadWrite : project::OpenMode::ReadOnly);
    if (!year)
        return console.failure(year.error());
    project::ProjectFile* const file = &year->file;
    project::YearData* const data = &year->data;

    const auto checked = [&]() -> Result<QList<collect::WorkItem>> {
        const auto rules = collect::rulesOf(*data);
        if (!rules)
            return rules.error();
        const auto found = collect::findings(*data, *rules);
        if (!found)
            return found.error();
        return collect::workList(*data, *found);
    };
    const auto carryOut = [&](const Result<project::ChangeSet>& set) -> Result<void> {
        if (!set)
            return set.error();
        if (set->isEmpty())
            return {};
        const auto done = file->commit(*set);
        if (!done)
            return done.error();
        auto again = file->load();
        if (!again)
            return again.error();
        *data = *std::move(again);
        return {};
    };
    if (const auto set = carryOut(settingsOf(*data, o)); !set)
        return console.failure(set.error());
    if (o.rules)
        return listRules(*data, console);
    if (!o.decide.empty()) {
        // A decision keeps the finding's sentence, in Chinese as all that the file keeps.
        const auto items = inChinese(checked);
        if (!items)
            return console.failure(items.error());
        if (const auto decided = carryOut(decisionsOf(*data, *items, o)); !decided)
            return console.failure(decided.error());
    }
    const auto items = checked();
    if (!items)
        return console.failure(items.error());
    const Exit exit = show(*data, *items, o.all, console);
    if (const auto closed = file->close(); !closed)
        return console.failure(closed.error());
    return exit;
}

} // namespace

void addCheckVerbs(CLI::App& app, Command& command)
{
    auto o = std::make_shared<CheckOptions>();
    CLI::App* verb =
        app.add_subcommand("check", Text::help("校核：矛盾、数量级、突变、合计、占比、版本等"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->add_flag("--all", o->all, Text::help("也列出已处理的和已消失的"));
    verb->add_option("--decide", o->decide,
                     Text::help("处理一项：编号 explained|corrected|accepted|open"))
        ->type_size(2)
        ->allow_extra_args(false)
        ->type_name("KEY STATE");
    verb->add_option("--reason", o->reason, Text::help("理由，随 --decide 或规则设置留档"));
    verb->add_option("--person", o->person, Text::help("处理人，默认当前用户"));
    verb->add_flag("--rules", o->rules, Text::help("列出校核规则及其参数"));
    verb->add_option("--off", o->off, Text::help("在本项目停用规则"))
        ->allow_extra_args(false)
        ->type_name("RULE");
    verb->add_option("--on", o->on, Text::help("在本项目重新启用规则"))
        ->allow_extra_args(false)
        ->type_name("RULE");
    verb->add_option(
            "--set", o->set,
            Text::help("在本项目改规则参数或等级，如 jump.change=0.3、stale.severity=warning"))
        ->allow_extra_args(false)
        ->type_name("RULE.NAME=VALUE");
    verb->callback(
        [o, &command] { command.work = [o](const Console& c) { return runCheck(*o, c); }; });
}

} // namespace checkup::cli
