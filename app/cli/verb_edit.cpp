#include "app/cli/verbs.h"

#include "app/cli/year_file.h"
#include "core/project/change_set.h"
#include "core/project/source_order.h"

#include <QJsonArray>

#include <algorithm>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    std::string file, subject, source, region, reason;
    std::vector<std::string> order;
    bool readopt = false;
    int year = 0;
};

Exit runAdopt(const Options& o, const Console& console)
{
    return commitEdit(
        text(o.file),
        [&o](const project::YearData& data) -> Result<project::ChangeSet> {
            const QString subject = text(o.subject);
            if (!data.catalogue.indicator(subject) && !data.catalogue.quantity(subject))
                return noSubject(subject);
            const auto region = regionOf(data, text(o.region));
            if (!region)
                return region.error();
            const int year = o.year > 0 ? o.year : data.info.year;
            QStringList there;
            const auto rivals = data.rivals({subject, *region, year});
            for (const project::Value* rival : rivals) {
                const project::Source* source = data.source(rival->source);
                if (source && (source->key == text(o.source) || source->name == text(o.source)))
                    return project::edits::adoptValue(data, rival->id, text(o.reason));
                if (source)
                    there << source->key;
            }
            return Error(ErrorCode::NotFound,
                         there.isEmpty()
                             ? Text::tr("%1 在 %2 年没有任何来源的数。").arg(subject).arg(year)
                             : Text::tr("%1 在 %2 年没有来源“%3”的数；有的来源：%4。")
                                   .arg(subject)
                                   .arg(year)
                                   .arg(text(o.source), there.join(u"、"_s)));
        },
        console);
}

Exit runInclude(const Options& o, bool exclude, const Console& console)
{
    return commitEdit(
        text(o.file),
        [&o, exclude](const project::YearData& data) -> Result<project::ChangeSet> {
            const QString code = text(o.subject);
            if (!data.catalogue.indicator(code))
                return noSubject(code);
            return exclude ? project::edits::excludeIndicator(data, code, text(o.reason))
                           : project::edits::includeIndicator(data, code);
        },
        console);
}

/// Lists the sources in their order, or puts them into another.
Exit runSources(const Options& o, const Console& console)
{
    const bool writes = !o.order.empty() || o.readopt;
    auto year =
        openYear(text(o.file), writes ? project::OpenMode::ReadWrite : project::OpenMode::ReadOnly);
    if (!year)
        return console.failure(year.error());
    QStringList keys;
    for (const std::string& key : o.order)
        keys << text(key);
    const auto order = project::orderSources(year->data, keys);
    if (!order)
        return console.failure(order.error());
    project::ChangeSet changes = order->ranks;
    if (o.readopt)
        changes.append(order->adoptions);
    changes.reason = text(o.reason);
    if (writes) {
        if (const auto done = commitAndReload(*year, changes); !done)
            return console.failure(done.error());
    }
    QJsonArray list;
    QList<QStringList> rows;
    for (const project::Source& source : year->data.sources) {
        const auto count = [&](bool adopted) {
            return std::count_if(year->data.values.cbegin(), year->data.values.cend(),
                                 [&](const project::Value& value) {
                                     return value.source == source.id &&
                                            (value.adopted || !adopted);
                                 });
        };
        list.append(QJsonObject{{u"key"_s, source.key},
                                {u"name"_s, source.name},
                                {u"kind"_s, project::key(source.kind)},
                                {u"values"_s, qint64(count(false))},
                                {u"adopted"_s, qint64(count(true))}});
        rows.append({QString::number(rows.size() + 1), source.key, source.name,
                     Text::tr("%1 个数，采用 %2 个").arg(count(false)).arg(count(true))});
    }
    console.document({{u"sources"_s, list},
                      {u"changed"_s, writes ? qint64(changes.changes.size()) : 0},
                      {u"follow"_s, order->follow},
                      {u"readopted"_s, o.readopt ? order->follow : 0},
                      {u"decided"_s, order->decided}});
    console.table(rows);
    if (order->follow > 0)
        console.line(o.readopt
                         ? Text::tr("已按此次序改采用 %1 个数。").arg(order->follow)
                         : Text::tr("有 %1 个数未经人工核定，采用的不是此次序中最前的来源；加 "
                                    "--readopt 按次序改采用。")
                               .arg(order->follow));
    if (order->decided > 0)
        console.line(
            Text::tr("另有 %1 个数经人工核定采用了别的来源，保持不变。").arg(order->decided));
    if (const auto closed = year->file.close(); !closed)
        return console.failure(closed.error());
    return Exit::Success;
}

} // namespace

void addEditVerbs(CLI::App& app, Command& command)
{
    {
        auto o = std::make_shared<Options>();
        CLI::App* verb = app.add_subcommand("adopt", Text::help("在互有出入的来源中核定采用值"));
        verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
        verb->add_option("CODE", o->subject, Text::help("指标或数据项的编号"))->required();
        verb->add_option("--source", o->source, Text::help("采用哪个来源的数，如 statistics"))
            ->required();
        verb->add_option("--reason", o->reason, Text::help("理由，记入修改记录"))->required();
        verb->add_option("--year", o->year, Text::help("年份，默认现状年"));
        verb->add_option("--region", o->region, Text::help("区域，默认全市"));
        verb->callback(
            [o, &command] { command.work = [o](const Console& c) { return runAdopt(*o, c); }; });
    }
    {
        auto o = std::make_shared<Options>();
        CLI::App* verb =
            app.add_subcommand("sources", Text::help("来源的默认次序：列出，或改变次序"));
        verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
        verb->add_option("--order", o->order,
                         Text::help("新的次序，来源之间用逗号分开，如 statistics,department；"
                                    "未写的排在后面"))
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name("KEY,KEY,...");
        verb->add_flag("--readopt", o->readopt,
                       Text::help("未经人工核定的数，按此次序改采用最前的来源"));
        verb->add_option("--reason", o->reason, Text::help("理由，记入修改记录"));
        verb->callback(
            [o, &command] { command.work = [o](const Console& c) { return runSources(*o, c); }; });
    }
    for (const bool exclude : {true, false}) {
        auto o = std::make_shared<Options>();
        CLI::App* verb = exclude ? app.add_subcommand("exclude", Text::help("本年度不评价某项指标"))
                                 : app.add_subcommand("include", Text::help("恢复评价某项指标"));
        verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
        verb->add_option("CODE", o->subject, Text::help("指标的编号"))->required();
        if (exclude)
            verb->add_option("--reason", o->reason, Text::help("理由，记入修改记录"))->required();
        verb->callback([o, exclude, &command] {
            command.work = [o, exclude](const Console& c) { return runInclude(*o, exclude, c); };
        });
    }
}

} // namespace checkup::cli
