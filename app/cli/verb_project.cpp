#include "app/cli/verbs.h"

#include "app/cli/documents.h"
#include "app/cli/year_file.h"
#include "core/assess/assessment.h"
#include "core/base/decimal.h"
#include "core/catalogue/catalogue_files.h"
#include "core/catalogue/layer_roles.h"
#include "core/project/project_file.h"
#include "core/report/package.h"
#include "core/spatial/database_layers.h"
#include "core/spatial/next_year.h"

#include <QFileInfo>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct NewOptions
{
    std::string file, city, catalogue = "tdt1063-2021", profile, from, organisation, cutOff;
    int year = 0, baseYear = 0, nearYear = 0, targetYear = 0;
    bool demonstration = false;
};

/// The profile that a catalogue is cut to when none is named: its first.
Result<catalogue::Catalogue> chosenCatalogue(const QString& id, const QString& profile,
                                             QString* chosenProfile)
{
    auto loaded = QFileInfo(id).isDir() ? catalogue::loadCatalogue(id) : catalogue::loadBuiltIn(id);
    if (!loaded)
        return loaded.error();
    if (hasErrors(loaded->issues)) {
        return Error(ErrorCode::Invalid, Text::tr("指标体系“%1”有错误，不能使用：%2")
                                             .arg(id, toSentence(loaded->issues.first())));
    }
    *chosenProfile = profile;
    if (profile.isEmpty() && !loaded->catalogue.profiles.isEmpty())
        *chosenProfile = loaded->catalogue.profiles.first().id;
    if (chosenProfile->isEmpty())
        return loaded->catalogue;
    return catalogue::select(loaded->catalogue, *chosenProfile);
}

/// What came along from last year, and what is to be collected anew.
void showNextYear(const spatial::NextYear& next, const project::YearData& data, const QString& path,
                  const Console& console)
{
    QJsonArray carried, left;
    QStringList along, behind, renew;
    for (const spatial::CarriedLayer& one : next.layers) {
        QJsonObject entry{{u"role"_s, one.layer.role},
                          {u"name"_s, one.layer.name},
                          {u"year"_s, one.layer.year},
                          {u"inside"_s, one.layer.isInside()}};
        if (one.stays)
            entry.insert(u"why"_s, one.why);
        (one.stays ? left : carried).append(entry);
        (one.stays ? behind : along) << one.layer.name;
    }
    for (const QString& role : next.renew)
        renew << catalogue::layerTitle(role);
    console.document({{u"file"_s, path},
                      {u"city"_s, data.info.city},
                      {u"year"_s, data.info.year},
                      {u"layers"_s, carried},
                      {u"left"_s, left},
                      {u"renew"_s, QJsonArray::fromStringList(next.renew)},
                      {u"issues"_s, cli::toJson(next.issues)}});
    console.line(Text::tr("已由上年项目建立 %1。").arg(path));
    if (!along.isEmpty())
        console.line(Text::tr("图层一并带来：%1。").arg(along.join(u'、')));
    if (!behind.isEmpty())
        console.line(Text::tr("留在上年项目里的图层：%1。").arg(behind.join(u'、')));
    if (!renew.isEmpty())
        console.line(
            Text::tr("要重新收集 %1 年的：%2。").arg(data.info.year).arg(renew.join(u'、')));
    console.issues(next.issues);
}

Exit runNew(const NewOptions& o, const Console& console)
{
    const QString path = text(o.file);
    if (!o.from.empty()) {
        auto rolled =
            spatial::rollForward(text(o.from), path, o.year, console.cancel(), console.progress());
        if (!rolled)
            return console.failure(rolled.error());
        const auto data = rolled->file.load();
        if (!data)
            return console.failure(data.error());
        showNextYear(*rolled, *data, path, console);
        if (const auto closed = rolled->file.close(); !closed)
            return console.failure(closed.error());
        return Exit::Success;
    }
    if (o.city.empty() || o.year == 0)
        return console.failure(
            Error(ErrorCode::BadUsage,
                  Text::tr("新建项目需要 --city 和 --year（或用 --from 由上年项目结转）。")));
    project::NewYear year;
    auto chosen = chosenCatalogue(text(o.catalogue), text(o.profile), &year.info.profileId);
    if (!chosen)
        return console.failure(chosen.error());
    year.catalogue = *chosen;
    year.info.catalogueId = chosen->id;
    year.info.city = text(o.city);
    year.info.year = o.year;
    year.info.baseYear = o.baseYear > 0 ? o.baseYear : o.year - 1;
    year.info.nearYear = o.nearYear;
    year.info.targetYear = o.targetYear > 0 ? o.targetYear : 2035;
    year.info.demonstration = o.demonstration;
    year.info.organisation = text(o.organisation);
    if (!o.cutOff.empty()) {
        year.info.cutOff = QDate::fromString(text(o.cutOff), Qt::ISODate);
        if (!year.info.cutOff.isValid())
            return console.failure(
                Error(ErrorCode::BadUsage, Text::tr("--cut-off 应写作 2023-06-30 这样的日期。")));
    }
    project::Region city;
    city.id = project::RegionId(-1);
    city.nameZh = year.info.city;
    city.level = project::RegionLevel::City;
    year.regions = {city};
    auto file = project::ProjectFile::create(path, year);
    if (!file)
        return console.failure(file.error());
    if (const auto closed = file->close(); !closed)
        return console.failure(closed.error());
    console.document({{u"file"_s, path},
                      {u"city"_s, year.info.city},
                      {u"year"_s, year.info.year},
                      {u"catalogue"_s, year.info.catalogueId},
                      {u"profile"_s, year.info.profileId},
                      {u"indicators"_s, qint64(year.catalogue.indicators.size())}});
    console.line(Text::tr("已建立 %1：%2 %3 年，%4 项指标。")
                     .arg(path, year.info.city)
                     .arg(year.info.year)
                     .arg(year.catalogue.indicators.size()));
    return Exit::Success;
}

/// The documents behind a figure, and whether each is still what was attached.
QJsonArray documentsOf(const project::ProjectFile& file, const project::YearData& data,
                       const project::FigureKey& figure)
{
    QJsonArray all;
    for (const project::Document* document : data.documentsOf(figure)) {
        const project::Attachment* attachment = data.attachment(document->attachment);
        if (!attachment)
            continue;
        const auto state = documentState(file, *attachment);
        const project::Source* source = data.source(document->source);
        all.append(QJsonObject{
            {u"name"_s, attachment->name},
            {u"sha256"_s, attachment->sha256},
            {u"place"_s, document->place},
            {u"note"_s, document->note},
            {u"source"_s, source ? source->key : QString()},
            {u"inside"_s, attachment->isInside()},
            {u"path"_s, attachment->path},
            {u"present"_s, state && *state != project::DocumentState::Vanished},
            {u"state"_s, project::key(state ? *state : project::DocumentState::Vanished)}});
    }
    return all;
}

QJsonObject traceOf(assess::Resolver& resolver, const project::ProjectFile& file,
                    const QString& subject, project::RegionId region, int year)
{
    const assess::Figure& figure = resolver.figure(subject, region, year);
    const project::YearData& data = resolver.data();
    QJsonObject object{{u"subject"_s, subject},
                       {u"year"_s, year},
                       {u"state"_s, project::key(figure.state)},
                       {u"unit"_s, figure.unit}};
    if (figure.isPresent())
        object[u"value"_s] = figure.number;
    if (figure.origin == assess::Figure::Origin::Computed) {
        object[u"origin"_s] = u"computed"_s;
        object[u"formula"_s] = figure.formula;
        QJsonArray inputs;
        const auto explained = figure.inputs;
        for (const assess::ExplainedInput& input : explained) {
            QJsonObject one = traceOf(resolver, file, input.quantity, region, input.year);
            one[u"name"_s] = input.name;
            if (!input.conversion.isEmpty())
                one[u"conversion"_s] = input.conversion;
            inputs.append(one);
        }
        object[u"inputs"_s] = inputs;
    } else if (figure.origin == assess::Figure::Origin::Adopted) {
        object[u"origin"_s] = u"adopted"_s;
        if (const project::Value* value = data.value(figure.value)) {
            if (const project::Source* source = data.source(value->source))
                object[u"source"_s] = source->name;
            if (const project::Evidence* evidence = data.evidenceOf(*value)) {
                object[u"file"_s] = evidence->fileName;
                object[u"sha256"_s] = evidence->sha256;
                object[u"sheet"_s] = evidence->sheet;
                object[u"cell"_s] = evidence->cell;
                // The workbook itself, when it is kept: its digest is the evidence's.
                if (const project::Attachment* kept = data.attachmentByDigest(evidence->sha256))
                    object[u"inside"_s] = kept->isInside();
                for (const project::Return& returned : data.returns) {
                    if (returned.sha256 == evidence->sha256)
                        object[u"return_version"_s] = returned.version;
                }
                object[u"person"_s] = evidence->person;
                object[u"note"_s] = evidence->note;
            }
        }
    }
    object[u"rivals"_s] = qint64(figure.rivals.size());
    if (const QJsonArray documents = documentsOf(file, data, {subject, region, year});
        !documents.isEmpty())
        object[u"documents"_s] = documents;
    return object;
}

void printTrace(const Console& console, const QJsonObject& trace, int depth)
{
    const QString indent(depth * 2, u' ');
    const QString name = trace[u"name"_s].toString(trace[u"subject"_s].toString());
    const QString value =
        trace.contains(u"value"_s)
            ? formatShortest(trace[u"value"_s].toDouble()) + u' ' + trace[u"unit"_s].toString()
            : project::label(project::valueStateFromKey(trace[u"state"_s].toString())
                                 .value_or(project::ValueState::Missing));
    QString where;
    for (const QString& part : {trace[u"source"_s].toString(), trace[u"file"_s].toString(),
                                trace[u"sheet"_s].toString(), trace[u"cell"_s].toString(),
                                trace[u"note"_s].toString(), trace[u"formula"_s].toString()}) {
        if (!part.isEmpty())
            where += (where.isEmpty() ? u"  ← "_s : u" ▸ "_s) + part;
    }
    console.line(indent + name + u" "_s + QString::number(trace[u"year"_s].toInt()) + u"："_s +
                 value + where);
    const QJsonArray documents = trace[u"documents"_s].toArray();
    for (const auto& one : documents) {
        const QJsonObject document = one.toObject();
        const auto state = document[u"state"_s].toString();
        const QString place = document[u"place"_s].toString();
        QString line =
            indent + u"  "_s + Text::tr("佐证材料：%1").arg(document[u"name"_s].toString());
        if (!place.isEmpty())
            line += u' ' + place;
        if (state == project::key(project::DocumentState::Vanished))
            line += Text::tr("（找不到）");
        else if (state == project::key(project::DocumentState::Changed))
            line += Text::tr("（已被改动）");
        console.line(line);
    }
    const QJsonArray inputs = trace[u"inputs"_s].toArray();
    for (const auto& input : inputs)
        printTrace(console, input.toObject(), depth + 1);
}

Exit runInfo(const QString& path, const QString& traceCode, const QString& regionName,
             const Console& console)
{
    const auto opened = openYear(path, project::OpenMode::ReadOnly);
    if (!opened)
        return console.failure(opened.error());
    const project::YearData* const data = &opened->data;
    if (!traceCode.isEmpty()) {
        const auto region = regionOf(*data, regionName);
        if (!region)
            return console.failure(region.error());
        if (!data->catalogue.indicator(traceCode) && !data->catalogue.quantity(traceCode))
            return console.failure(noSubject(traceCode));
        assess::Resolver resolver(*data);
        QJsonObject trace = traceOf(resolver, opened->file, traceCode, *region, data->info.year);
        if (const catalogue::Indicator* indicator = data->catalogue.indicator(traceCode))
            trace[u"name"_s] = indicator->nameZh;
        else if (const catalogue::Quantity* quantity = data->catalogue.quantity(traceCode))
            trace[u"name"_s] = quantity->nameZh;
        trace[u"region"_s] = data->region(*region)->nameZh;
        console.document(trace);
        printTrace(console, trace, 0);
        return Exit::Success;
    }
    const auto assessment = assess::assess(*data);
    if (!assessment)
        return console.failure(assessment.error());
    const assess::Tally& tally = assessment->city;
    qint64 rivals = 0;
    for (const project::Value& value : data->values)
        rivals += value.adopted ? 0 : 1;
    console.document(
        {{u"city"_s, data->info.city},
         {u"year"_s, data->info.year},
         {u"base_year"_s, data->info.baseYear},
         {u"target_year"_s, data->info.targetYear},
         {u"catalogue"_s, data->info.catalogueId},
         {u"profile"_s, data->info.profileId},
         {u"indicators"_s, QJsonObject{{u"total"_s, tally.total},
                                       {u"present"_s, tally.present},
                                       {u"missing"_s, tally.missing},
                                       {u"contradictory"_s, tally.contradictory}}},
         {u"regions"_s, qint64(data->regions.size())},
         {u"values"_s, qint64(data->values.size())},
         {u"rivals"_s, rivals},
         {u"late_departments"_s, QJsonArray::fromStringList(assessment->lateDepartments)},
         {u"changed_at"_s, data->info.changedAt.toString(Qt::ISODateWithMs)},
         {u"schema"_s, data->info.schema}});
    console.line(Text::tr("%1 %2 年度（基期 %3，目标年 %4）")
                     .arg(data->info.city)
                     .arg(data->info.year)
                     .arg(data->info.baseYear)
                     .arg(data->info.targetYear));
    console.line(Text::tr("指标体系：%1，%2 项").arg(data->catalogue.titleZh).arg(tally.total));
    console.line(Text::tr("有值 %1 项，暂缺 %2 项，来源矛盾 %3 项")
                     .arg(tally.present)
                     .arg(tally.missing)
                     .arg(tally.contradictory));
    if (!assessment->lateDepartments.isEmpty())
        console.line(Text::tr("逾期未报：%1").arg(assessment->lateDepartments.join(u"、"_s)));
    console.line(Text::tr("数值 %1 条，区域 %2 个，项目格式第 %3 版")
                     .arg(data->values.size())
                     .arg(data->regions.size())
                     .arg(data->info.schema));
    return Exit::Success;
}

Exit runVerify(const QString& path, const Console& console)
{
    Issues problems;
    if (QFileInfo(path).isDir()) {
        auto found = report::verifyPackage(path);
        if (!found)
            return console.failure(found.error());
        problems = found->problems;
    } else {
        auto found = project::verifyProject(path, {});
        if (!found)
            return console.failure(found.error());
        problems = found->problems;
        // Databases are looked at only for a project that can be read.
        if (found->ok) {
            const auto data = readYear(path);
            if (!data)
                return console.failure(data.error());
            const auto elsewhere = spatial::databaseLayerProblems(*data);
            if (!elsewhere)
                return console.failure(elsewhere.error());
            problems += *elsewhere;
        }
    }
    const bool ok = !hasErrors(problems);
    console.document({{u"ok"_s, ok}, {u"problems"_s, toJson(problems)}});
    console.issues(problems);
    console.line(ok ? Text::tr("%1：完好。").arg(path) : Text::tr("%1：有问题，见上。").arg(path));
    return ok ? Exit::Success : Exit::Problems;
}

} // namespace

void addProjectVerbs(CLI::App& app, Command& command)
{
    {
        auto o = std::make_shared<NewOptions>();
        CLI::App* verb = app.add_subcommand("new", Text::help("新建年度项目文件"));
        verb->add_option("FILE", o->file, Text::help("项目文件，如 厦门市-2022.gpkg"))->required();
        verb->add_option("--city", o->city, Text::help("城市名"));
        verb->add_option("--year", o->year, Text::help("现状年"))->check(CLI::Range(1949, 2200));
        verb->add_option("--catalogue", o->catalogue, Text::help("指标体系的编号或文件夹"))
            ->capture_default_str();
        verb->add_option("--profile", o->profile, Text::help("指标体系的方案，如 xiamen-122"));
        verb->add_option("--base-year", o->baseYear, Text::help("基期年"))
            ->check(CLI::Range(1949, 2200));
        verb->add_option("--near-year", o->nearYear, Text::help("近期目标年"))
            ->check(CLI::Range(1949, 2200));
        verb->add_option("--target-year", o->targetYear, Text::help("目标年"))
            ->check(CLI::Range(1949, 2200));
        verb->add_option("--from", o->from, Text::help("由上年项目结转"));
        verb->add_option("--organisation", o->organisation, Text::help("编制单位，印在封面"));
        verb->add_option("--cut-off", o->cutOff, Text::help("判断逾期的日期，如 2023-06-30"));
        verb->add_flag("--demonstration", o->demonstration, Text::help("演示数据，封面注明"));
        verb->callback(
            [o, &command] { command.work = [o](const Console& c) { return runNew(*o, c); }; });
    }
    {
        auto file = std::make_shared<std::string>();
        auto trace = std::make_shared<std::string>();
        auto region = std::make_shared<std::string>();
        CLI::App* verb = app.add_subcommand("info", Text::help("项目概况，或一个数的来历"));
        verb->add_option("FILE", *file, Text::help("项目文件"))->required();
        verb->add_option("--trace", *trace,
                         Text::help("指标或数据项的编号：说明其值从哪个文件、工作表、单元格来"));
        verb->add_option("--region", *region, Text::help("与 --trace 同用：区域，默认全市"));
        verb->callback([=, &command] {
            command.work = [=](const Console& c) {
                return runInfo(text(*file), text(*trace), text(*region), c);
            };
        });
    }
    {
        auto path = std::make_shared<std::string>();
        CLI::App* verb =
            app.add_subcommand("verify", Text::help("检查项目文件或成果文件夹是否完好"));
        verb->add_option("PATH", *path, Text::help("项目文件或成果文件夹"))->required();
        verb->callback([=, &command] {
            command.work = [=](const Console& c) { return runVerify(text(*path), c); };
        });
    }
}

} // namespace checkup::cli
