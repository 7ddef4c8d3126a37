#include "app/cli/verbs.h"

#include "app/cli/year_file.h"
#include "core/project/project_file.h"

#include <functional>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    std::string file, subject, source, region, reason;
    int year = 0;
};

using Edit = std::function<Result<project::ChangeSet>(const project::YearData&)>;

/// Opens for writing, makes the edit from the data as they stand, commits it, closes.
Exit commit(const Options& o, const Edit& edit, const Console& console)
{
    auto year = openYear(text(o.file), project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    project::ProjectFile* const file = &year->file;
    const project::YearData* const data = &year->data;
    const auto changes = edit(*data);
    if (!changes)
        return console.failure(changes.error());
    if (!changes->isEmpty()) {
        const auto committed = file->commit(*changes);
        if (!committed)
            return console.failure(committed.error());
    }
    console.document(
        {{u"changed"_s, qint64(changes->changes.size())}, {u"label"_s, changes->label}});
    console.line(changes->isEmpty() ? Text::tr("没有要改的：项目里已经是这样。")
                                    : Text::tr("已完成：%1。").arg(changes->label));
    if (const auto closed = file->close(); !closed)
        return console.failure(closed.error());
    return Exit::Success;
}

Error noSubject(const QString& subject)
{
    return Error(ErrorCode::NotFound, Text::tr("项目的指标体系中没有“%1”。").arg(subject));
}

Exit runAdopt(const Options& o, const Console& console)
{
    return commit(
        o,
        [&o](const project::YearData& data) -> Result<project::ChangeSet> {
            const QString subject = text(o.subject);
            if (!data.catalogue.indicator(subject) && !data.catalogue.quantity(subject))
                return noSubject(subject);
            const project::Region* region =
                o.region.empty() ? data.city() : data.regionByName(text(o.region));
            if (!region)
                return Error(ErrorCode::NotFound,
                             Text::tr("项目中没有“%1”这个区域。").arg(text(o.region)));
            const int year = o.year > 0 ? o.year : data.info.year;
            QStringList there;
            const auto rivals = data.rivals({subject, region->id, year});
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
    return commit(
        o,
        [&o, exclude](const project::YearData& data) -> Result<project::ChangeSet> {
            const QString code = text(o.subject);
            if (!data.catalogue.indicator(code))
                return noSubject(code);
            return exclude ? project::edits::excludeIndicator(data, code, text(o.reason))
                           : project::edits::includeIndicator(data, code);
        },
        console);
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
