#include "app/cli/verbs.h"

#include "app/cli/year_file.h"
#include "app/language/language.h"
#include "core/collect/appraisal.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/stages.h"
#include "core/collect/tasks.h"
#include "core/report/task_documents.h"

#include <QDate>
#include <QDir>
#include <QMap>

#include <utility>
#include <vector>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    std::string file, output, today, reason, contact;
    std::vector<std::string> set, sent;
    int remove = 0;
    bool list = false, markSent = false;
};

using Pair = std::pair<QString, QString>;

/// "KEY=VALUE"; what comes after the first sign is the value.
Result<Pair> pairOf(const QString& text)
{
    const qsizetype sign = text.indexOf(u'=');
    if (sign < 1) {
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”应写作 名称=值，如 deadline=2023-04-30。").arg(text));
    }
    return Pair{text.left(sign).trimmed(), text.mid(sign + 1).trimmed()};
}

/// The texts of --set, one pair each, from `first` on.
Result<QList<Pair>> pairsOf(const std::vector<std::string>& set, size_t first)
{
    QList<Pair> pairs;
    for (size_t at = first; at < set.size(); ++at) {
        const Result<Pair> pair = pairOf(text(set[at]));
        if (!pair)
            return pair.error();
        pairs.append(*pair);
    }
    return pairs;
}

Result<QDate> dayOf(const QString& text, const QDate& otherwise)
{
    if (text.isEmpty())
        return otherwise;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid())
        return day;
    return Error(ErrorCode::BadUsage,
                 Text::tr("日期“%1”应写作 2023-04-30 这样的年-月-日。").arg(text));
}

/// The day that states are judged on: --today, else the project's cut-off, else the clock's.
Result<QDate> judgedOn(const Options& o, const project::YearInfo& info)
{
    return dayOf(text(o.today), collect::judgementDay(info, QDate::currentDate()));
}

QString iso(const QDate& day)
{
    return day.toString(Qt::ISODate);
}

Exit listTasks(const Options& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const auto today = judgedOn(o, data->info);
    if (!today)
        return console.failure(today.error());
    QJsonArray tasks;
    QList<QStringList> rows{{Text::tr("编号"), Text::tr("名称"), Text::tr("牵头部门"),
                             Text::tr("期限"), Text::tr("状态"), Text::tr("有数/应有")}};
    for (const collect::Task& task : collect::taskList(*data, *today)) {
        tasks.append(QJsonObject{{u"subject"_s, task.subject},
                                 {u"name"_s, task.name},
                                 {u"unit"_s, task.unit},
                                 {u"meaning"_s, task.meaning},
                                 {u"indicators"_s, QJsonArray::fromStringList(task.indicators)},
                                 {u"asked"_s, task.asked},
                                 {u"lead"_s, task.lead},
                                 {u"supporting"_s, QJsonArray::fromStringList(task.supporting)},
                                 {u"source"_s, project::key(task.sourceKind)},
                                 {u"method"_s, task.method},
                                 {u"division"_s, task.division},
                                 {u"first_year"_s, task.firstYear},
                                 {u"last_year"_s, task.lastYear},
                                 {u"deadline"_s, iso(task.deadline)},
                                 {u"note"_s, task.note},
                                 {u"state"_s, project::key(task.state)},
                                 {u"reason"_s, task.stateReason},
                                 {u"wanted"_s, task.wanted},
                                 {u"present"_s, task.present},
                                 {u"answered"_s, task.answered}});
        rows.append({task.subject, task.name, task.lead, iso(task.deadline),
                     task.asked ? project::label(task.state) : Text::tr("不采集"),
                     u"%1/%2"_s.arg(task.present).arg(task.wanted)});
    }
    console.document({{u"today"_s, iso(*today)}, {u"tasks"_s, tasks}});
    console.table(rows);
    return Exit::Success;
}

Exit writeTasks(const Options& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const QString folder = text(o.output);
    const auto workbooks =
        collect::writeAllWorkbooks(folder, *data, console.cancel(), console.progress());
    if (!workbooks)
        return console.failure(workbooks.error());
    const QList<collect::Task> tasks = collect::taskList(*data, {});
    const QString table = QDir(folder).filePath(u"任务分解表_%1.xlsx"_s.arg(data->info.year));
    const QString paper = QDir(folder).filePath(u"任务分解表_%1.docx"_s.arg(data->info.year));
    if (const auto written = report::writeTaskTable(table, *data, tasks); !written)
        return console.failure(written.error());
    if (const auto written = report::writeTaskTableDocx(paper, *data, tasks); !written)
        return console.failure(written.error());
    const QStringList papers{table, paper};
    console.document({{u"folder"_s, folder},
                      {u"files"_s, QJsonArray::fromStringList(*workbooks)},
                      {u"papers"_s, QJsonArray::fromStringList(papers)}});
    console.line(Text::tr("已为 %1 个部门生成填报表，连同任务分解表，在 %2：")
                     .arg(workbooks->size())
                     .arg(folder));
    for (const QString& name : *workbooks + papers)
        console.line(u"  "_s + QDir(folder).relativeFilePath(name));
    return Exit::Success;
}

Exit setTasks(const Options& o, const Console& console)
{
    return commitEdit(
        text(o.file),
        [&o](const project::YearData& data) -> Result<project::ChangeSet> {
            const auto today = judgedOn(o, data.info);
            const auto pairs = pairsOf(o.set, 1);
            if (!today)
                return today.error();
            if (!pairs)
                return pairs.error();
            QList<collect::TaskChange> changes;
            for (const auto& [name, value] : *pairs) {
                const auto field = collect::taskFieldFromKey(name);
                if (!field) {
                    return Error(ErrorCode::BadUsage,
                                 Text::tr("任务没有“%1”这一项，可设的有：%2。")
                                     .arg(name, u"lead、supporting、source、method、division、"
                                                "years、deadline、note、asked、state"_s));
                }
                changes.append({*field, value});
            }
            // A department stands for all that it leads.
            const QString named = text(o.set.front());
            const QStringList led = collect::subjectsLedBy(data, named);
            return collect::editTasks(data, led.isEmpty() ? QStringList{named} : led, changes,
                                      *today, text(o.reason));
        },
        console);
}

Exit sendTasks(const Options& o, const Console& console)
{
    return commitEdit(
        text(o.file),
        [&o](const project::YearData& data) -> Result<project::ChangeSet> {
            const auto day = dayOf(text(o.today), QDate::currentDate());
            if (!day)
                return day.error();
            QStringList departments;
            for (const std::string& name : o.sent) {
                if (!name.empty())
                    departments.append(text(name));
            }
            if (departments.isEmpty()) {
                for (const collect::DepartmentTask& task : collect::taskBreakdown(data))
                    departments.append(task.department.name);
            }
            return collect::markSent(data, departments, *day);
        },
        console);
}

Exit runTasks(const Options& o, const Console& console)
{
    if (!o.set.empty())
        return setTasks(o, console);
    if (o.markSent)
        return sendTasks(o, console);
    if (!o.output.empty())
        return writeTasks(o, console);
    if (o.list)
        return listTasks(o, console);
    return console.failure(Error(ErrorCode::BadUsage,
                                 Text::tr("请给出 -o 文件夹、--list、--set 或 --sent 中的一项。")));
}

Exit runLetters(const Options& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const auto today = judgedOn(o, data->info);
    if (!today)
        return console.failure(today.error());
    const auto late = collect::reminders(*data, collect::taskList(*data, *today), *today);
    const QString folder = text(o.output);
    const auto files = report::writeReminderLetters(folder, *data, late, *today, text(o.contact),
                                                    console.cancel(), console.progress());
    if (!files)
        return console.failure(files.error());
    QJsonArray departments;
    for (const collect::Reminder& reminder : late) {
        departments.append(QJsonObject{{u"department"_s, reminder.department.name},
                                       {u"tasks"_s, qint64(reminder.tasks.size())},
                                       {u"days_late"_s, reminder.daysLate}});
    }
    console.document({{u"today"_s, iso(*today)},
                      {u"folder"_s, folder},
                      {u"files"_s, QJsonArray::fromStringList(*files)},
                      {u"departments"_s, departments}});
    console.line(late.isEmpty()
                     ? Text::tr("截至 %1 没有逾期的部门，不需要催办单。").arg(iso(*today))
                     : Text::tr("截至 %1 有 %2 个部门逾期，催办单在 %3：")
                           .arg(iso(*today))
                           .arg(late.size())
                           .arg(folder));
    for (const QString& name : *files)
        console.line(u"  "_s + QDir(folder).relativeFilePath(name));
    return Exit::Success;
}

Exit setRule(const Options& o, const Console& console)
{
    return commitEdit(
        text(o.file),
        [&o](const project::YearData& data) -> Result<project::ChangeSet> {
            const auto pairs = pairsOf(o.set, 0);
            if (!pairs)
                return pairs.error();
            QMap<QString, double> numbers;
            for (const auto& [name, value] : *pairs) {
                bool isNumber = false;
                numbers.insert(name, value.toDouble(&isNumber));
                if (!isNumber) {
                    return Error(ErrorCode::BadUsage,
                                 Text::tr("“%1”应为一个数，现在是“%2”。").arg(name, value));
                }
            }
            return collect::setAppraisalParameters(data, numbers);
        },
        console);
}

Exit runAppraise(const Options& o, const Console& console)
{
    if (!o.set.empty())
        return setRule(o, console);
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const auto today = judgedOn(o, data->info);
    if (!today)
        return console.failure(today.error());
    const auto rule = collect::appraisalRuleOf(*data);
    if (!rule)
        return console.failure(rule.error());
    const auto units = collect::appraisal(*data, *rule, *today);
    QJsonObject parameters;
    for (const collect::AppraisalRule::Parameter& parameter : rule->parameters)
        parameters.insert(parameter.key, parameter.value);
    QJsonArray array;
    QList<QStringList> rows{{Text::tr("单位"), Text::tr("答复/任务"), Text::tr("逾期天数"),
                             Text::tr("按时性"), Text::tr("完整性"), Text::tr("规范性"),
                             Text::tr("总分"), Text::tr("等次")}};
    const auto points = [](double number) { return QString::number(number, 'f', 1); };
    for (const collect::UnitAppraisal& unit : units) {
        array.append(QJsonObject{{u"department"_s, unit.department},
                                 {u"tasks"_s, unit.tasks},
                                 {u"answered"_s, unit.answered},
                                 {u"deadline"_s, iso(unit.deadline)},
                                 {u"returned_on"_s, iso(unit.returnedOn)},
                                 {u"days_late"_s, unit.daysLate},
                                 {u"resubmissions"_s, unit.resubmissions},
                                 {u"returned_tasks"_s, unit.returnedTasks},
                                 {u"corrected_findings"_s, unit.correctedFindings},
                                 {u"timeliness"_s, unit.timeliness},
                                 {u"completeness"_s, unit.completeness},
                                 {u"corrections"_s, unit.corrections},
                                 {u"total"_s, unit.total},
                                 {u"grade"_s, collect::key(unit.grade)}});
        rows.append({unit.department, u"%1/%2"_s.arg(unit.answered).arg(unit.tasks),
                     QString::number(unit.daysLate), points(unit.timeliness),
                     points(unit.completeness), points(unit.corrections), points(unit.total),
                     collect::label(unit.grade)});
    }
    if (!o.output.empty()) {
        const auto written =
            report::writeAppraisalTable(text(o.output), *data, *rule, units, *today);
        if (!written)
            return console.failure(written.error());
    }
    console.document({{u"today"_s, iso(*today)},
                      {u"rule"_s, QJsonObject{{u"text"_s, rule->sentence()},
                                              {u"changed"_s, rule->isChanged()},
                                              {u"parameters"_s, parameters}}},
                      {u"units"_s, array}});
    console.table(rows);
    console.line(language::choose(rule->sentence(), rule->sentence(true)));
    if (!o.output.empty())
        console.line(Text::tr("考核表已写入 %1。").arg(text(o.output)));
    return Exit::Success;
}

Exit setStage(const Options& o, const Console& console)
{
    return commitEdit(
        text(o.file),
        [&o](const project::YearData& data) -> Result<project::ChangeSet> {
            const int index = text(o.set.front()).toInt() - 1;
            const auto pairs = pairsOf(o.set, 1);
            if (!pairs)
                return pairs.error();
            project::PlanStage stage = collect::stagesOf(data).value(index);
            for (const auto& [name, value] : *pairs) {
                if (name == u"name") {
                    stage.name = value;
                } else if (name == u"note") {
                    stage.note = value;
                } else if (name == u"from" || name == u"to") {
                    const auto day = dayOf(value, {});
                    if (!day)
                        return day.error();
                    (name == u"from" ? stage.from : stage.to) = *day;
                } else {
                    return Error(ErrorCode::BadUsage, Text::tr("阶段没有“%1”这一项，可设的有：%2。")
                                                          .arg(name, u"name、from、to、note"_s));
                }
            }
            return collect::changeStage(data, index, stage);
        },
        console);
}

Exit runStages(const Options& o, const Console& console)
{
    if (!o.set.empty())
        return setStage(o, console);
    if (o.remove > 0)
        return commitEdit(
            text(o.file),
            [&o](const project::YearData& data) {
                return collect::removeStage(data, o.remove - 1);
            },
            console);
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    QJsonArray stages;
    QList<QStringList> rows;
    int number = 0;
    for (const project::PlanStage& stage : collect::stagesOf(*data)) {
        stages.append(QJsonObject{{u"number"_s, ++number},
                                  {u"name"_s, stage.name},
                                  {u"from"_s, iso(stage.from)},
                                  {u"to"_s, iso(stage.to)},
                                  {u"note"_s, stage.note}});
        rows.append(
            {QString::number(number), stage.name, iso(stage.from), iso(stage.to), stage.note});
    }
    console.document({{u"proposed"_s, data->stages.isEmpty()}, {u"stages"_s, stages}});
    if (data->stages.isEmpty())
        console.line(Text::tr("项目还没有自己的计划，以下是建议的五个阶段："));
    console.table(rows);
    return Exit::Success;
}

using Runner = Exit (*)(const Options&, const Console&);

CLI::App* addVerb(CLI::App& app, Command& command, const char* name, const std::string& help,
                  const std::shared_ptr<Options>& o, Runner runner)
{
    CLI::App* verb = app.add_subcommand(name, help);
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->callback([o, runner, &command] {
        command.work = [o, runner](const Console& console) { return runner(*o, console); };
    });
    return verb;
}

} // namespace

void addTaskVerbs(CLI::App& app, Command& command)
{
    const std::string today = Text::help("按哪一天判断逾期，默认项目的截止日，没有则为今天");
    {
        auto o = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "tasks",
                                 Text::help("任务分解：填报表、任务分解表、任务状态"), o, runTasks);
        verb->add_option("-o,--output", o->output,
                         Text::help("每个部门一份填报表，连同任务分解表，写到文件夹"));
        verb->add_flag("--list", o->list, Text::help("列出任务及其状态"));
        verb->add_option(
                "--set", o->set,
                Text::help("改一项任务，或一个部门的全部任务：编号 lead=… supporting=… "
                           "source=… method=… division=… years=2019-2022 deadline=… note=… "
                           "asked=yes|no state=returned|accepted|frozen|open"))
            ->expected(2, 64);
        CLI::Option* sent =
            verb->add_option("--sent", o->sent, Text::help("标记已下发给某部门，不写部门则为全部"));
        sent->expected(0, 64);
        verb->parse_complete_callback([o, sent] { o->markSent = sent->count() > 0; });
        verb->add_option("--reason", o->reason, Text::help("理由，退回时必填"));
        verb->add_option("--today", o->today, today);
    }
    {
        auto o = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "letters", Text::help("为逾期的部门各写一份催办单"),
                                 o, runLetters);
        verb->add_option("-o,--output", o->output, Text::help("文件夹"))->required();
        verb->add_option("--today", o->today, today);
        verb->add_option("--contact", o->contact, Text::help("落款处的联系人和电话"));
    }
    {
        auto o = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "appraise",
                                 Text::help("考核各单位的报送：按时、完整、规范"), o, runAppraise);
        verb->add_option("-o,--output", o->output, Text::help("考核表（xlsx）"));
        verb->add_option("--set", o->set,
                         Text::help("在本项目改考核规则的分值，如 points_per_day_late=1"))
            ->expected(1, 64);
        verb->add_option("--today", o->today, today);
    }
    {
        auto o = std::make_shared<Options>();
        CLI::App* verb =
            addVerb(app, command, "stages", Text::help("年度计划的各阶段及起止日期"), o, runStages);
        verb->add_option(
                "--set", o->set,
                Text::help(
                    "改一个阶段：序号 name=… from=2023-04-01 to=… note=…；序号比已有的大 1 即增加"))
            ->expected(2, 64);
        verb->add_option("--remove", o->remove, Text::help("删除这个序号的阶段"));
    }
}

} // namespace checkup::cli
