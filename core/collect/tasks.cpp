#include "core/collect/tasks.h"

#include "core/catalogue/formula.h"
#include "core/collect/subjects.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace checkup::collect {

using namespace Qt::StringLiterals;
using catalogue::Indicator;
using catalogue::Origin;
using catalogue::Quantity;
using project::SourceKind;
using project::TaskSetting;
using project::TaskState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

const QString nobody = u"待定"_s;

SourceKind kindOf(Origin origin)
{
    switch (origin) {
    case Origin::Statistics:
        return SourceKind::Statistics;
    case Origin::Layer:
    case Origin::Grid:
    case Origin::Points:
        return SourceKind::Spatial;
    case Origin::Survey:
        return SourceKind::Sample;
    case Origin::BigData:
        return SourceKind::Network;
    case Origin::Count:
        break;
    }
    return SourceKind::Department;
}

/// 采集方式, as it stands in the task table.
QString methodOf(Origin origin, QString layer)
{
    layer.replace(u',', u'、');
    switch (origin) {
    case Origin::Statistics:
        return u"统计年报、年鉴"_s;
    case Origin::Layer:
        return layer.isEmpty() ? u"空间数据量算"_s : u"空间数据量算（%1）"_s.arg(layer);
    case Origin::Survey:
        return u"抽样调查"_s;
    case Origin::BigData:
        return u"网络和信令等大数据"_s;
    case Origin::Grid:
        return u"人口格网统计"_s;
    case Origin::Points:
        return u"监测点、设施点位"_s;
    case Origin::Count:
        break;
    }
    return u"台账清点"_s;
}

QString divisionOf(const Task& task)
{
    if (task.supporting.isEmpty())
        return u"%1填报并审核"_s.arg(task.lead);
    return u"%1牵头填报并审核，%2配合提供数据"_s.arg(task.lead, task.supporting.join(u'、'));
}

/// Departments as the project writes them, asked for often.
class Names
{
public:
    explicit Names(const project::YearData& data)
        : m_data(data)
    {}
    QString operator()(const QString& name)
    {
        auto known = m_known.constFind(name);
        if (known == m_known.cend()) {
            const project::Department* found = findDepartment(m_data, name);
            known = m_known.insert(name, found ? found->name : name);
        }
        return *known;
    }
    QStringList all(const QStringList& names)
    {
        QStringList result;
        for (const QString& name : names) {
            if (const QString own = (*this)(name); !result.contains(own))
                result.append(own);
        }
        return result;
    }

private:
    const project::YearData& m_data;
    QHash<QString, QString> m_known;
};

/// The tasks as the catalogue gives them, without what the project says or has.
QList<Task> generated(const project::YearData& data, Names& names)
{
    QList<Task> tasks;
    QHash<QString, int> at;
    QHash<QString, QStringList> support; ///< lead's own indicators name who helps
    const int first =
        data.info.baseYear > 0 ? std::min(data.info.baseYear, data.info.year) : data.info.year;
    const auto add = [&](const QString& subject, const QString& departments) -> Task& {
        Task task;
        task.subject = subject;
        const QStringList all = names.all(departmentNames(departments));
        task.lead = all.isEmpty() ? nobody : all.first();
        task.supporting = all.mid(1);
        task.firstYear = first;
        task.lastYear = data.info.year;
        at.insert(subject, static_cast<int>(tasks.size()));
        tasks.append(task);
        return tasks.last();
    };
    for (const Indicator& indicator : data.catalogue.indicators) {
        if (indicator.excluded)
            continue;
        if (indicator.formula.isEmpty()) {
            Task& task = add(indicator.code, indicator.department);
            task.name = indicator.nameZh;
            task.nameEn = indicator.nameEn;
            task.unit = indicator.unit;
            task.meaning = indicator.definition;
            task.indicators = {indicator.code};
            task.method = indicator.method == catalogue::SpatialMethod::None
                              ? u"部门报送"_s
                              : methodOf(Origin::Layer, {});
            if (indicator.method != catalogue::SpatialMethod::None)
                task.sourceKind = SourceKind::Spatial;
            continue;
        }
        const QStringList helpers = names.all(departmentNames(indicator.department));
        for (const QString& id : quantitiesOf(indicator)) {
            const Quantity* quantity = data.catalogue.quantity(id);
            if (!quantity)
                continue;
            if (!at.contains(id)) {
                Task& task = add(id, quantity->department.isEmpty() ? indicator.department
                                                                    : quantity->department);
                task.name = quantity->nameZh;
                task.nameEn = quantity->nameEn;
                task.unit = quantity->unit;
                task.meaning = quantity->note;
                QStringList methods;
                for (const Origin origin : quantity->origins)
                    methods.append(methodOf(origin, quantity->layer));
                task.method = methods.isEmpty() ? u"部门报送"_s : methods.join(u'；');
                if (!quantity->origins.isEmpty())
                    task.sourceKind = kindOf(quantity->origins.first());
            }
            Task& task = tasks[at.value(id)];
            task.indicators.append(indicator.code);
            // Who helps the lead with its indicator helps it with the indicator's inputs.
            if (!helpers.isEmpty() && helpers.first() == task.lead) {
                for (const QString& helper : helpers.mid(1)) {
                    if (!task.supporting.contains(helper))
                        task.supporting.append(helper);
                }
            }
        }
    }
    for (Task& task : tasks) {
        if (!data.catalogue.indicator(task.subject)) {
            QStringList users;
            for (const QString& code : std::as_const(task.indicators))
                users.append(data.catalogue.indicator(code)->nameZh);
            task.meaning += (task.meaning.isEmpty() ? u"用于计算：%1"_s : u"。用于计算：%1"_s)
                                .arg(users.join(u'、'));
        }
        task.division = divisionOf(task);
    }
    return tasks;
}

/// Writes what the project says over what the catalogue gives.
void overlay(Task& task, const TaskSetting& setting, Names& names)
{
    task.asked = setting.asked;
    const auto take = [](const QString& said, QString& into) {
        if (!said.isEmpty())
            into = said;
    };
    const bool regrouped = !setting.lead.isEmpty() || !setting.supporting.isEmpty();
    if (!setting.lead.isEmpty())
        task.lead = names(setting.lead);
    if (!setting.supporting.isEmpty())
        task.supporting = names.all(departmentNames(setting.supporting));
    task.supporting.removeAll(task.lead);
    if (setting.sourceKind)
        task.sourceKind = *setting.sourceKind;
    take(setting.method, task.method);
    if (regrouped)
        task.division = divisionOf(task);
    take(setting.division, task.division);
    if (setting.firstYear > 0)
        task.firstYear = setting.firstYear;
    if (setting.lastYear > 0)
        task.lastYear = setting.lastYear;
    task.firstYear = std::min(task.firstYear, task.lastYear);
    if (setting.deadline.isValid())
        task.deadline = setting.deadline;
    task.note = setting.note;
    task.stateReason = setting.stateReason;
}

/// What the project's figures say of a task.
void countFigures(Task& task, const project::YearData& data)
{
    const project::Region* city = data.city();
    if (!city)
        return;
    task.wanted = task.lastYear - task.firstYear + 1;
    const project::Department* lead = findDepartment(data, task.lead);
    for (int year = task.firstYear; year <= task.lastYear; ++year) {
        const project::Value* adopted = data.adopted({task.subject, city->id, year});
        if (adopted && adopted->state == project::ValueState::Present) {
            ++task.present;
            task.hasFigure = task.hasFigure || year == data.info.year;
        }
    }
    for (const project::Value* value : data.rivals({task.subject, city->id, data.info.year})) {
        const project::Source* source = data.source(value->source);
        if (!source || source->kind != SourceKind::Department ||
            value->state == project::ValueState::Missing)
            continue;
        const QString whose = source->key.section(u':', 1);
        if (!whose.isEmpty() && findDepartment(data, whose) != lead)
            continue;
        task.answered = true;
        if (const project::Evidence* evidence = data.evidenceOf(*value))
            task.answeredOn = evidence->takenAt.date();
    }
}

TaskState stateOf(const Task& task, const TaskSetting* setting, bool sent, const QDate& today)
{
    if (setting && setting->state)
        return *setting->state;
    if (task.answered)
        return TaskState::Submitted;
    if (task.asked && task.deadline.isValid() && today.isValid() && today > task.deadline)
        return TaskState::Overdue;
    return sent ? TaskState::Sent : TaskState::NotSent;
}

/// Whether a person may give a task this state: what is there to be accepted, or to be put right.
bool fits(const Task& task, std::optional<TaskState> wanted)
{
    const bool here = task.answered || task.hasFigure;
    if (!wanted) {
        return task.state == TaskState::Returned || task.state == TaskState::Accepted ||
               task.state == TaskState::Frozen;
    }
    switch (*wanted) {
    case TaskState::Returned:
        return here && task.state != TaskState::Frozen && task.state != TaskState::Returned;
    case TaskState::Accepted:
        return here && task.state != TaskState::Frozen && task.state != TaskState::Accepted;
    case TaskState::Frozen:
        return here && task.state != TaskState::Returned && task.state != TaskState::Frozen;
    default:
        return false;
    }
}

Error notUnderstood(TaskField field, const QString& text, const QString& how)
{
    return Error(ErrorCode::BadUsage,
                 Text::tr("“%1”的内容“%2”读不懂，应写作：%3。").arg(label(field), text, how));
}

/// A field of a setting; empty where the catalogue says the same.
Result<void> setField(const project::YearData& data, Names& names, const Task& plain,
                      TaskSetting& setting, TaskField field, const QString& given)
{
    const QString text = given.trimmed();
    const auto unless = [&text](const QString& same) { return text == same ? QString() : text; };
    switch (field) {
    case TaskField::Lead:
        setting.lead = names(text) == plain.lead ? QString() : names(text);
        return {};
    case TaskField::Supporting: {
        const QStringList all = names.all(departmentNames(text));
        setting.supporting = all == plain.supporting ? QString() : all.join(u'、');
        return {};
    }
    case TaskField::Source: {
        setting.sourceKind.reset();
        if (text.isEmpty())
            return {};
        std::optional<SourceKind> kind = project::sourceKindFromKey(text);
        QStringList words;
        for (const SourceKind known : {SourceKind::Department, SourceKind::Statistics,
                                       SourceKind::Spatial, SourceKind::Network, SourceKind::Sample,
                                       SourceKind::Publication, SourceKind::Estimate}) {
            words.append(project::key(known));
            if (project::label(known) == text)
                kind = known;
        }
        if (!kind)
            return notUnderstood(field, text, words.join(u'、'));
        if (*kind != plain.sourceKind)
            setting.sourceKind = kind;
        return {};
    }
    case TaskField::Method:
        setting.method = unless(plain.method);
        return {};
    case TaskField::Division:
        setting.division = unless(plain.division);
        return {};
    case TaskField::Years: {
        setting.firstYear = setting.lastYear = 0;
        if (text.isEmpty())
            return {};
        static const QRegularExpression form(
            u"\\A(\\d{4})\\s*(?:[-\\x{2013}\\x{2014}\\x{FF5E}~\\x{81F3}]\\s*(\\d{4}))?\\s*\\z"_s);
        const QRegularExpressionMatch match = form.match(text);
        const int first = match.captured(1).toInt();
        const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        if (!match.hasMatch() || first > last || first < 1900 || last > data.info.year)
            return notUnderstood(field, text, u"%1-%2"_s.arg(plain.firstYear).arg(data.info.year));
        setting.firstYear = first == plain.firstYear ? 0 : first;
        setting.lastYear = last == plain.lastYear ? 0 : last;
        return {};
    }
    case TaskField::Deadline: {
        setting.deadline = {};
        if (text.isEmpty())
            return {};
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (!day.isValid())
            return notUnderstood(field, text, u"%1-06-30"_s.arg(data.info.year + 1));
        setting.deadline = day;
        return {};
    }
    case TaskField::Note:
        setting.note = text;
        return {};
    case TaskField::Asked: {
        const QString word = text.toLower();
        const bool yes = word.isEmpty() || word == u"yes" || word == u"是" || word == u"true";
        if (!yes && word != u"no" && word != u"否" && word != u"false")
            return notUnderstood(field, text, u"yes、no"_s);
        setting.asked = yes;
        return {};
    }
    case TaskField::State:
        break;
    }
    return {};
}

/// The state that a person names; nullopt inside: opened again.
Result<std::optional<TaskState>> decidedState(const QString& text)
{
    const QString word = text.trimmed();
    if (word.isEmpty() || word == u"open")
        return std::optional<TaskState>();
    for (const TaskState state : {TaskState::Returned, TaskState::Accepted, TaskState::Frozen}) {
        if (word == project::key(state) || word == project::label(state))
            return std::optional<TaskState>(state);
    }
    return notUnderstood(TaskField::State, text, u"returned、accepted、frozen、open"_s);
}

} // namespace

QStringList quantitiesOf(const Indicator& indicator)
{
    QStringList quantities;
    static const QRegularExpression word(u"[A-Za-z_][A-Za-z0-9_]*"_s);
    const Result<catalogue::Formula> formula = catalogue::Formula::parse(indicator.formula);
    if (!formula)
        return quantities;
    QRegularExpressionMatchIterator words = word.globalMatch(indicator.formula);
    while (words.hasNext()) {
        const QString variable = words.next().captured();
        if (!formula->variables().contains(variable))
            continue;
        const QString quantity = catalogue::splitVariable(variable).quantity;
        if (!quantities.contains(quantity))
            quantities.append(quantity);
    }
    return quantities;
}

QDate judgementDay(const project::YearInfo& info, const QDate& clock)
{
    return info.cutOff.isValid() ? info.cutOff : clock;
}

QList<Task> taskList(const project::YearData& data, const QDate& today)
{
    Names names(data);
    QList<Task> tasks = generated(data, names);
    for (Task& task : tasks) {
        const TaskSetting* setting = data.task(task.subject);
        if (setting)
            overlay(task, *setting, names);
        const project::Department* lead = findDepartment(data, task.lead);
        if (!task.deadline.isValid() && lead)
            task.deadline = lead->deadline;
        countFigures(task, data);
        task.state = stateOf(task, setting, lead && lead->sentAt.isValid(), today);
    }
    return tasks;
}

QList<DepartmentTask> taskBreakdown(const project::YearData& data)
{
    QList<DepartmentTask> result;
    QHash<QString, int> at;
    for (const project::Department& department : data.departments) {
        at.insert(department.name, static_cast<int>(result.size()));
        result.append({department, {}, {}});
    }
    const QList<Task> tasks = taskList(data, {});
    for (const Task& task : tasks) {
        if (!task.asked)
            continue;
        if (!at.contains(task.lead)) {
            at.insert(task.lead, static_cast<int>(result.size()));
            project::Department added;
            added.name = task.lead;
            result.append({added, {}, {}});
        }
        DepartmentTask& asked = result[at.value(task.lead)];
        asked.subjects.append(task.subject);
        for (int year = task.firstYear; year <= task.lastYear; ++year) {
            if (!asked.years.contains(year))
                asked.years.append(year);
        }
    }
    result.removeIf([](const DepartmentTask& task) { return task.subjects.isEmpty(); });
    for (DepartmentTask& task : result)
        std::sort(task.years.begin(), task.years.end());
    return result;
}

bool isFrozen(const project::YearData& data, const QString& subject)
{
    const TaskSetting* setting = data.task(subject);
    return setting && setting->state == TaskState::Frozen;
}

QList<DepartmentProgress> departmentProgress(const project::YearData& data,
                                             const QList<Task>& tasks)
{
    QList<DepartmentProgress> progress;
    QHash<QString, int> at;
    for (const DepartmentTask& asked : taskBreakdown(data)) {
        at.insert(asked.department.name, static_cast<int>(progress.size()));
        DepartmentProgress row;
        row.department = asked.department;
        if (const project::Return* last = data.lastReturn(asked.department.name))
            row.resubmissions = std::max(0, last->version - 1);
        progress.append(row);
    }
    for (const Task& task : tasks) {
        if (!task.asked || !at.contains(task.lead))
            continue;
        DepartmentProgress& row = progress[at.value(task.lead)];
        ++row.tasks;
        ++row.counts[static_cast<size_t>(task.state)];
    }
    return progress;
}

Result<project::ChangeSet> editTasks(const project::YearData& data, const QStringList& subjects,
                                     const QList<TaskChange>& changes, const QDate& today,
                                     const QString& reason)
{
    Names names(data);
    QHash<QString, Task> plain, current;
    for (const Task& task : generated(data, names))
        plain.insert(task.subject, task);
    for (const Task& task : taskList(data, today))
        current.insert(task.subject, task);
    project::ChangeSet set;
    int fitting = 0;
    bool deciding = false;
    for (const QString& subject : subjects) {
        if (!plain.contains(subject)) {
            return Error(ErrorCode::NotFound,
                         Text::tr("任务分解表中没有“%1”，请用指标或数据项的编号。").arg(subject));
        }
        const TaskSetting* there = data.task(subject);
        TaskSetting setting = there ? *there : TaskSetting();
        setting.subject = subject;
        for (const TaskChange& change : changes) {
            if (change.field != TaskField::State) {
                const Result<void> done =
                    setField(data, names, plain[subject], setting, change.field, change.text);
                if (!done)
                    return done.error();
                continue;
            }
            deciding = true;
            const auto state = decidedState(change.text);
            if (!state)
                return state.error();
            if (*state == TaskState::Returned && reason.trimmed().isEmpty()) {
                return Error(ErrorCode::BadUsage,
                             Text::tr("退回修改要写明原因，好让对方知道改什么。"));
            }
            if (!fits(current[subject], *state))
                continue;
            ++fitting;
            setting.state = *state;
            setting.stateReason = *state ? reason.trimmed() : QString();
        }
        set.append(project::edits::setTask(data, setting));
    }
    if (deciding && fitting == 0) {
        return Error(ErrorCode::BadUsage,
                     Text::tr("没有一项任务适合这样处理：已报送的才能通过、退回或冻结，"
                              "已冻结的要先解冻。"));
    }
    if (subjects.size() > 1 && !set.isEmpty())
        set.label = Text::tr("修改 %1 项任务").arg(subjects.size());
    set.reason = reason.trimmed();
    return set;
}

QStringList subjectsLedBy(const project::YearData& data, const QString& department)
{
    for (const DepartmentTask& task : taskBreakdown(data)) {
        if (task.department.name == department)
            return task.subjects;
    }
    return {};
}

Result<project::ChangeSet> markSent(const project::YearData& data, const QStringList& departments,
                                    const QDate& day)
{
    project::ChangeSet set;
    const QList<DepartmentTask> asked = taskBreakdown(data);
    QList<project::Department> known;
    for (const DepartmentTask& task : asked)
        known.append(task.department);
    for (const QString& name : departments) {
        const project::Department* found = findDepartment(known, data.info.city, name);
        if (!found) {
            return Error(ErrorCode::NotFound, Text::tr("没有由“%1”牵头的任务。").arg(name));
        }
        if (found->name == nobody)
            continue;
        project::Department changed = *found;
        changed.sentAt = day;
        set.append(project::edits::setDepartment(data, changed));
    }
    if (!set.isEmpty())
        set.label = day.isValid() ? Text::tr("标记已下发") : Text::tr("取消已下发");
    return set;
}

QList<Reminder> reminders(const project::YearData& data, const QList<Task>& tasks,
                          const QDate& today)
{
    QList<Reminder> result;
    QHash<QString, QList<Task>> owed;
    for (const Task& task : tasks) {
        const bool late =
            task.state == TaskState::Overdue ||
            (task.state == TaskState::Returned && task.deadline.isValid() && today > task.deadline);
        if (task.asked && late)
            owed[task.lead].append(task);
    }
    for (const DepartmentTask& asked : taskBreakdown(data)) {
        Reminder reminder{asked.department, owed.value(asked.department.name), 0};
        for (const Task& task : std::as_const(reminder.tasks)) {
            reminder.daysLate =
                std::max(reminder.daysLate, static_cast<int>(task.deadline.daysTo(today)));
        }
        if (!reminder.tasks.isEmpty())
            result.append(reminder);
    }
    return result;
}

QString key(TaskField field)
{
    switch (field) {
    case TaskField::Lead:
        return u"lead"_s;
    case TaskField::Supporting:
        return u"supporting"_s;
    case TaskField::Source:
        return u"source"_s;
    case TaskField::Method:
        return u"method"_s;
    case TaskField::Division:
        return u"division"_s;
    case TaskField::Years:
        return u"years"_s;
    case TaskField::Deadline:
        return u"deadline"_s;
    case TaskField::Note:
        return u"note"_s;
    case TaskField::Asked:
        return u"asked"_s;
    case TaskField::State:
        return u"state"_s;
    }
    return {};
}

std::optional<TaskField> taskFieldFromKey(QStringView text)
{
    for (const TaskField field :
         {TaskField::Lead, TaskField::Supporting, TaskField::Source, TaskField::Method,
          TaskField::Division, TaskField::Years, TaskField::Deadline, TaskField::Note,
          TaskField::Asked, TaskField::State}) {
        if (key(field) == text)
            return field;
    }
    return std::nullopt;
}

QString label(TaskField field)
{
    switch (field) {
    case TaskField::Lead:
        return Text::tr("牵头部门");
    case TaskField::Supporting:
        return Text::tr("配合部门");
    case TaskField::Source:
        return Text::tr("数据来源");
    case TaskField::Method:
        return Text::tr("采集方式");
    case TaskField::Division:
        return Text::tr("任务分工");
    case TaskField::Years:
        return Text::tr("年份");
    case TaskField::Deadline:
        return Text::tr("时间节点");
    case TaskField::Note:
        return Text::tr("备注");
    case TaskField::Asked:
        return Text::tr("是否采集");
    case TaskField::State:
        return Text::tr("状态");
    }
    return {};
}

} // namespace checkup::collect
