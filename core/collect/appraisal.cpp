#include "core/collect/appraisal.h"

#include "core/base/decimal.h"
#include "core/collect/tasks.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

/// Resources of a static library have to be asked for, outside any namespace.
static void useAppraisalResource()
{
    Q_INIT_RESOURCE(rules);
}

namespace checkup::collect {

using namespace Qt::StringLiterals;
using project::TaskState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

/// What appraisal() reads of a rule; a file without one of them is none.
const QStringList neededKeys{u"timeliness_weight"_s,
                             u"grace_days"_s,
                             u"points_per_day_late"_s,
                             u"completeness_weight"_s,
                             u"corrections_weight"_s,
                             u"points_per_resubmission"_s,
                             u"points_per_returned_task"_s,
                             u"points_per_corrected_finding"_s,
                             u"excellent"_s,
                             u"good"_s,
                             u"pass"_s};
const QStringList percentKeys{u"excellent"_s, u"good"_s, u"pass"_s};

bool isAllowed(const QString& key, double value)
{
    return std::isfinite(value) && value >= 0 && (!percentKeys.contains(key) || value <= 100);
}

AppraisalGrade gradeOf(const AppraisalRule& rule, double total)
{
    const double full = rule.full();
    // Rounded as printed: 90.0 on paper is excellent.
    const double percent = full > 0 ? roundDecimal(total / full * 100, 1) : 0;
    if (percent >= rule.number(u"excellent"_s))
        return AppraisalGrade::Excellent;
    if (percent >= rule.number(u"good"_s))
        return AppraisalGrade::Good;
    return percent >= rule.number(u"pass"_s) ? AppraisalGrade::Pass : AppraisalGrade::Poor;
}

} // namespace

double AppraisalRule::number(const QString& key) const
{
    for (const Parameter& parameter : parameters) {
        if (parameter.key == key)
            return parameter.value;
    }
    return 0;
}

double AppraisalRule::full() const
{
    return number(u"timeliness_weight"_s) + number(u"completeness_weight"_s) +
           number(u"corrections_weight"_s);
}

QString AppraisalRule::sentence(bool english) const
{
    QString text = english ? textEn : textZh;
    text.replace(u"{full}"_s, formatShortest(full()));
    for (const Parameter& parameter : parameters)
        text.replace(u'{' + parameter.key + u'}', formatShortest(parameter.value));
    return text;
}

bool AppraisalRule::isChanged() const
{
    return std::any_of(parameters.cbegin(), parameters.cend(), [](const Parameter& parameter) {
        return parameter.value != parameter.shipped;
    });
}

Result<AppraisalRule> readAppraisalRule(const QByteArray& json, const QString& fileName)
{
    const auto fault = [&fileName](const QString& what) {
        return Error(ErrorCode::Invalid,
                     Text::tr("考核规则文件 %1 有误：%2，请改正。").arg(fileName, what));
    };
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (!document.isObject())
        return fault(Text::tr("不是 JSON 对象（第 %1 个字节处）").arg(parsed.offset));
    const QJsonObject root = document.object();
    AppraisalRule rule;
    rule.textZh = root.value(u"text_zh"_s).toString();
    rule.textEn = root.value(u"text_en"_s).toString();
    rule.noteZh = root.value(u"note_zh"_s).toString();
    rule.noteEn = root.value(u"note_en"_s).toString();
    if (rule.textZh.isEmpty() || rule.textEn.isEmpty())
        return fault(Text::tr("缺少 %1").arg(u"text_zh、text_en"_s));
    QStringList left = neededKeys;
    for (const QJsonValue& item : root.value(u"parameters"_s).toArray()) {
        const QJsonObject object = item.toObject();
        AppraisalRule::Parameter parameter;
        parameter.key = object.value(u"key"_s).toString();
        parameter.shipped = parameter.value = object.value(u"value"_s).toDouble(-1);
        parameter.nameZh = object.value(u"name_zh"_s).toString();
        parameter.nameEn = object.value(u"name_en"_s).toString();
        if (!left.removeOne(parameter.key))
            return fault(Text::tr("参数“%1”不认识或写了两次").arg(parameter.key));
        if (!isAllowed(parameter.key, parameter.value))
            return fault(Text::tr("参数“%1”应为不小于 0 的数").arg(parameter.key));
        rule.parameters.append(parameter);
    }
    if (!left.isEmpty())
        return fault(Text::tr("缺少 %1").arg(left.join(u'、')));
    return rule;
}

Result<AppraisalRule> shippedAppraisalRule()
{
    useAppraisalResource();
    const QString name = u":/rules/appraisal.json"_s;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(ErrorCode::Internal,
                     Text::tr("程序自带的考核规则文件 %1 缺失，请重新安装本软件。").arg(name),
                     file.errorString());
    }
    return readAppraisalRule(file.readAll(), name);
}

Result<AppraisalRule> appraisalRuleOf(const project::YearData& data)
{
    Result<AppraisalRule> rule = shippedAppraisalRule();
    if (!rule)
        return rule;
    const QJsonObject own = QJsonDocument::fromJson(data.info.appraisalRule.toUtf8()).object();
    for (AppraisalRule::Parameter& parameter : rule->parameters) {
        const QJsonValue value = own.value(parameter.key);
        if (value.isDouble() && isAllowed(parameter.key, value.toDouble()))
            parameter.value = value.toDouble();
    }
    return rule;
}

Result<project::ChangeSet> setAppraisalParameters(const project::YearData& data,
                                                  const QMap<QString, double>& numbers)
{
    const Result<AppraisalRule> rule = appraisalRuleOf(data);
    if (!rule)
        return rule.error();
    for (auto number = numbers.cbegin(); number != numbers.cend(); ++number) {
        const QString key = number.key();
        if (!neededKeys.contains(key)) {
            return Error(ErrorCode::BadUsage, Text::tr("考核规则没有“%1”这个参数，可设的有：%2。")
                                                  .arg(key, neededKeys.join(u'、')));
        }
        if (!isAllowed(key, number.value())) {
            return Error(ErrorCode::BadUsage,
                         percentKeys.contains(key)
                             ? Text::tr("考核规则的参数“%1”应在 0 到 100 之间。").arg(key)
                             : Text::tr("考核规则的参数“%1”应为不小于 0 的数。").arg(key));
        }
    }
    QJsonObject own;
    for (const AppraisalRule::Parameter& parameter : rule->parameters) {
        const double number = numbers.value(parameter.key, parameter.value);
        if (number != parameter.shipped)
            own.insert(parameter.key, number);
    }
    project::YearInfo info = data.info;
    info.appraisalRule = own.isEmpty()
                             ? QString()
                             : QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
    project::ChangeSet set = project::edits::setInfo(data, info);
    if (!set.isEmpty())
        set.label = Text::tr("修改考核规则");
    return set;
}

QList<UnitAppraisal> appraisal(const project::YearData& data, const AppraisalRule& rule,
                               const QDate& today)
{
    const QList<Task> tasks = taskList(data, today);
    QHash<QString, QString> leads;
    for (const Task& task : tasks)
        leads.insert(task.subject, task.lead);
    QHash<QString, int> corrected;
    for (const project::Decision& decision : data.decisions) {
        // "rule:subject:region:year", see Finding::key.
        if (decision.state == project::FindingState::Corrected)
            ++corrected[leads.value(decision.finding.section(u':', 1, 1))];
    }
    QList<UnitAppraisal> units;
    for (const DepartmentProgress& progress : departmentProgress(data, tasks)) {
        UnitAppraisal unit;
        unit.department = progress.department.name;
        unit.tasks = progress.tasks;
        unit.deadline = progress.department.deadline;
        unit.returnedOn = progress.department.returnedAt;
        unit.resubmissions = progress.resubmissions;
        unit.returnedTasks = progress.count(TaskState::Returned);
        unit.correctedFindings = corrected.value(unit.department);
        QDate first, latest;
        for (const Task& task : tasks) {
            if (!task.asked || task.lead != unit.department)
                continue;
            unit.answered += task.answered ? 1 : 0;
            if (task.answered && task.answeredOn.isValid() &&
                (!first.isValid() || task.answeredOn < first))
                first = task.answeredOn;
            if (task.deadline.isValid() && (!latest.isValid() || task.deadline > latest))
                latest = task.deadline;
        }
        if (!unit.returnedOn.isValid())
            unit.returnedOn = first;
        if (!unit.deadline.isValid())
            unit.deadline = latest;
        const QDate counted = unit.returnedOn.isValid() ? unit.returnedOn : today;
        if (unit.deadline.isValid() && counted.isValid())
            unit.daysLate = std::max(0, static_cast<int>(unit.deadline.daysTo(counted)));

        const auto left = [](double weight, double lost) { return std::max(0.0, weight - lost); };
        unit.timeliness = left(rule.number(u"timeliness_weight"_s),
                               std::max(0.0, unit.daysLate - rule.number(u"grace_days"_s)) *
                                   rule.number(u"points_per_day_late"_s));
        unit.completeness =
            rule.number(u"completeness_weight"_s) * unit.answered / std::max(1, unit.tasks);
        if (unit.answered > 0) {
            unit.corrections =
                left(rule.number(u"corrections_weight"_s),
                     unit.resubmissions * rule.number(u"points_per_resubmission"_s) +
                         unit.returnedTasks * rule.number(u"points_per_returned_task"_s) +
                         unit.correctedFindings * rule.number(u"points_per_corrected_finding"_s));
        }
        unit.total = unit.timeliness + unit.completeness + unit.corrections;
        unit.grade = gradeOf(rule, unit.total);
        units.append(unit);
    }
    return units;
}

QString key(AppraisalGrade grade)
{
    switch (grade) {
    case AppraisalGrade::Excellent:
        return u"excellent"_s;
    case AppraisalGrade::Good:
        return u"good"_s;
    case AppraisalGrade::Pass:
        return u"pass"_s;
    case AppraisalGrade::Poor:
        break;
    }
    return u"poor"_s;
}

QString label(AppraisalGrade grade)
{
    switch (grade) {
    case AppraisalGrade::Excellent:
        return Text::tr("优秀");
    case AppraisalGrade::Good:
        return Text::tr("良好");
    case AppraisalGrade::Pass:
        return Text::tr("合格");
    case AppraisalGrade::Poor:
        break;
    }
    return Text::tr("待改进");
}

} // namespace checkup::collect
