#include "core/collect/cross_rules.h"

#include "core/base/decimal.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void useRulesResource()
{
    Q_INIT_RESOURCE(rules);
}

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

constexpr std::array severities{std::pair(FindingSeverity::Note, "note"_L1),
                                std::pair(FindingSeverity::Warning, "warning"_L1),
                                std::pair(FindingSeverity::Blocking, "blocking"_L1)};
constexpr std::array years{
    std::pair(RuleYears::All, "all"_L1), std::pair(RuleYears::FromBase, "from_base"_L1),
    std::pair(RuleYears::Past, "past"_L1), std::pair(RuleYears::Status, "status"_L1)};

struct KindInfo
{
    RuleKind kind;
    QLatin1StringView key;
    QStringList numbers, lists; ///< the parameters it needs
};

const QList<KindInfo>& kinds()
{
    static const QList<KindInfo> all{
        {RuleKind::Rivals, "rivals"_L1, {u"tolerance"_s}, {}},
        {RuleKind::Magnitude,
         "magnitude"_L1,
         {u"rival_tolerance"_s, u"series_tolerance"_s, u"steady"_s, u"small"_s},
         {u"factors"_s, u"small_units"_s}},
        {RuleKind::Jump,
         "jump"_L1,
         {u"change"_s, u"points"_s, u"small"_s, u"scatter"_s, u"scatter_floor"_s,
          u"scatter_years"_s},
         {u"small_units"_s}},
        {RuleKind::Parts, "parts"_L1, {u"tolerance"_s}, {u"relations"_s}},
        {RuleKind::Regions, "regions"_L1, {u"tolerance"_s}, {}},
        {RuleKind::Share, "share"_L1, {u"min"_s, u"max"_s}, {}},
        {RuleKind::Identity, "identity"_L1, {u"tolerance"_s}, {}},
        {RuleKind::Impossible, "impossible"_L1, {}, {u"whole_units"_s, u"limits"_s}},
        {RuleKind::PartOfWhole,
         "part_of_whole"_L1,
         {u"tolerance"_s},
         {u"relations"_s, u"except_indicators"_s}},
        {RuleKind::Falls, "falls"_L1, {u"tolerance"_s}, {}},
        {RuleKind::Vintages, "vintages"_L1, {}, {}},
        {RuleKind::MissingYear, "missing_year"_L1, {u"at_least"_s}, {}},
        {RuleKind::Stale, "stale"_L1, {u"digits"_s}, {}},
        {RuleKind::Ranges, "ranges"_L1, {}, {u"ranges"_s}}};
    return all;
}

Error fault(const QString& file, const QString& rule, const QString& what)
{
    return {ErrorCode::Invalid,
            Text::tr("校核规则文件 %1 中的规则“%2”有误：%3；请改正后再用。").arg(file, rule, what)};
}

QStringList textsIn(const QJsonValue& list)
{
    QStringList texts;
    for (const QJsonValue& item : list.toArray())
        texts << item.toString();
    return texts;
}

bool matches(const QStringList& patterns, const QString& subject)
{
    return std::any_of(patterns.cbegin(), patterns.cend(), [&](const QString& pattern) {
        return pattern.endsWith(u'*') ? subject.startsWith(QStringView(pattern).chopped(1))
                                      : subject == pattern;
    });
}

Result<Rule> readRule(const QJsonObject& object, const QString& file)
{
    Rule rule;
    rule.id = object.value("id"_L1).toString();
    if (rule.id.isEmpty() || rule.id.contains(u':'))
        return fault(file, rule.id, Text::tr("编号 id 为空或含有冒号"));
    static const QSet<QString> known{u"id"_s,      u"kind"_s,       u"severity"_s, u"text_zh"_s,
                                     u"text_en"_s, u"years"_s,      u"subjects"_s, u"units"_s,
                                     u"except"_s,  u"parameters"_s, u"silences"_s, u"active"_s};
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!known.contains(field.key()))
            return fault(file, rule.id, Text::tr("没有名为 %1 的字段").arg(field.key()));
    }
    const QString kindKey = object.value("kind"_L1).toString();
    const auto kind = std::find_if(kinds().cbegin(), kinds().cend(),
                                   [&](const KindInfo& info) { return kindKey == info.key; });
    if (kind == kinds().cend())
        return fault(file, rule.id, Text::tr("没有名为 %1 的种类（kind）").arg(kindKey));
    rule.kind = kind->kind;
    const QString severityKey = object.value("severity"_L1).toString();
    const auto severity = findingSeverityFromKey(severityKey);
    if (!severity)
        return fault(
            file, rule.id,
            Text::tr("等级（severity）“%1”应为 blocking、warning 或 note").arg(severityKey));
    rule.severity = *severity;
    rule.active = object.value("active"_L1).toBool(true);
    rule.textZh = object.value("text_zh"_L1).toString();
    rule.textEn = object.value("text_en"_L1).toString();
    if (rule.textZh.isEmpty())
        return fault(file, rule.id, Text::tr("缺少说明 text_zh"));
    const QString yearsKey = object.value("years"_L1).toString(u"all"_s);
    const auto span = std::find_if(years.cbegin(), years.cend(),
                                   [&](const auto& item) { return yearsKey == item.second; });
    if (span == years.cend())
        return fault(
            file, rule.id,
            Text::tr("年份（years）“%1”应为 all、from_base、past 或 status").arg(yearsKey));
    rule.years = span->first;
    rule.subjects = textsIn(object.value("subjects"_L1));
    rule.units = textsIn(object.value("units"_L1));
    rule.except = textsIn(object.value("except"_L1));
    rule.silences = textsIn(object.value("silences"_L1));
    rule.parameters = object.value("parameters"_L1).toObject();
    for (const QString& name : kind->numbers) {
        if (!rule.parameters.value(name).isDouble())
            return fault(file, rule.id, Text::tr("参数 %1 应为数").arg(name));
    }
    for (const QString& name : kind->lists) {
        if (!rule.parameters.value(name).isArray())
            return fault(file, rule.id, Text::tr("参数 %1 应为列表").arg(name));
    }
    return rule;
}

} // namespace

bool Rule::covers(const QString& subject, const QString& unit) const
{
    return (subjects.isEmpty() || matches(subjects, subject)) &&
           (units.isEmpty() || units.contains(unit)) && !matches(except, subject);
}

double Rule::number(const QString& parameter) const
{
    return parameters.value(parameter).toDouble();
}

QStringList Rule::texts(const QString& parameter) const
{
    return textsIn(parameters.value(parameter));
}

QString Rule::sentence(bool english) const
{
    QString text = english && !textEn.isEmpty() ? textEn : textZh;
    for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter) {
        if (!parameter->isDouble())
            continue;
        text.replace(u'{' + parameter.key() + u"%}"_s,
                     formatShortest(parameter->toDouble() * 100) + u'%');
        text.replace(u'{' + parameter.key() + u'}', formatShortest(parameter->toDouble()));
    }
    return text;
}

Result<QList<Rule>> readRules(const QByteArray& json, const QString& fileName)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject()) {
        const qsizetype line = json.left(parse.offset).count('\n') + 1;
        return Error(ErrorCode::Invalid,
                     Text::tr("校核规则文件 %1 第 %2 行不是有效的 JSON，请改正后再用。")
                         .arg(fileName)
                         .arg(line),
                     parse.errorString());
    }
    QList<Rule> rules;
    QSet<QString> ids;
    for (const QJsonValue& item : document.object().value("rules"_L1).toArray()) {
        Result<Rule> rule = readRule(item.toObject(), fileName);
        if (!rule)
            return rule.error();
        if (ids.contains(rule->id))
            return fault(fileName, rule->id, Text::tr("编号重复"));
        ids << rule->id;
        rules << *std::move(rule);
    }
    for (const Rule& rule : std::as_const(rules)) {
        for (const QString& silenced : rule.silences) {
            if (!ids.contains(silenced))
                return fault(fileName, rule.id,
                             Text::tr("silences 中的规则 %1 不存在").arg(silenced));
        }
    }
    if (rules.isEmpty())
        return Error(ErrorCode::Invalid,
                     Text::tr("校核规则文件 %1 中没有规则，请补上。").arg(fileName));
    return rules;
}

Result<QList<Rule>> shippedRules()
{
    useRulesResource();
    const QString name = u":/rules/cross_checks.json"_s;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorCode::Internal,
                     Text::tr("程序自带的校核规则文件 %1 缺失，请重新安装本软件。").arg(name),
                     file.errorString());
    return readRules(file.readAll(), name);
}

Result<QList<Rule>> rulesOf(const project::YearData& data)
{
    Result<QList<Rule>> rules = shippedRules();
    if (!rules)
        return rules;
    for (Rule& rule : *rules) {
        const auto setting =
            std::find_if(data.rules.cbegin(), data.rules.cend(),
                         [&](const project::RuleSetting& known) { return known.rule == rule.id; });
        if (setting == data.rules.cend())
            continue;
        rule.active = setting->active;
        if (const auto severity = findingSeverityFromKey(setting->severity))
            rule.severity = *severity;
        for (auto item = setting->parameters.begin(); item != setting->parameters.end(); ++item) {
            if (checkParameter(rule, item.key(), item.value()))
                rule.parameters.insert(item.key(), item.value());
        }
    }
    return rules;
}

Result<void> checkParameter(const Rule& rule, const QString& parameter, const QJsonValue& value)
{
    const QJsonValue shipped = rule.parameters.value(parameter);
    if (shipped.isUndefined()) {
        return Error(ErrorCode::BadUsage,
                     Text::tr("校核规则“%1”没有参数“%2”，可设的有：%3。")
                         .arg(rule.id, parameter, rule.parameters.keys().join(u'、')));
    }
    if (shipped.type() != value.type()) {
        return Error(ErrorCode::BadUsage,
                     shipped.isDouble()
                         ? Text::tr("校核规则“%1”的参数“%2”应为一个数。").arg(rule.id, parameter)
                         : Text::tr("校核规则“%1”的参数“%2”应与原值同为一种 JSON（列表或是否）。")
                               .arg(rule.id, parameter));
    }
    return {};
}

project::RuleSetting settingOf(const project::YearData& data, const QString& rule)
{
    const auto known = std::find_if(data.rules.cbegin(), data.rules.cend(),
                                    [&](const auto& setting) { return setting.rule == rule; });
    if (known != data.rules.cend())
        return *known;
    project::RuleSetting nothing;
    nothing.rule = rule;
    return nothing;
}

Result<void> setParameter(project::RuleSetting& setting, const Rule& shipped,
                          const QString& parameter, const QJsonValue& value)
{
    if (auto fits = checkParameter(shipped, parameter, value); !fits)
        return fits;
    if (shipped.parameters.value(parameter) == value)
        setting.parameters.remove(parameter);
    else
        setting.parameters.insert(parameter, value);
    return {};
}

QString key(FindingSeverity severity)
{
    return severities.at(static_cast<size_t>(severity)).second;
}

std::optional<FindingSeverity> findingSeverityFromKey(QStringView key)
{
    for (const auto& [severity, name] : severities) {
        if (key == name)
            return severity;
    }
    return {};
}

QString label(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Note:
        return Text::tr("提示");
    case FindingSeverity::Warning:
        return Text::tr("警告");
    case FindingSeverity::Blocking:
        return Text::tr("必须处理");
    }
    return {};
}

} // namespace checkup::collect
