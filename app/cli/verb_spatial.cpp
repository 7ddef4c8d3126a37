#include "app/cli/verbs.h"

#include "app/cli/project_table.h"
#include "app/cli/year_file.h"
#include "app/language/language.h"
#include "core/assess/resolver.h"
#include "core/base/decimal.h"
#include "core/catalogue/formula.h"
#include "core/spatial/compute.h"
#include "core/spatial/service.h"

#include <QDateTime>
#include <QFile>

#include <cmath>
#include <vector>

namespace checkup::cli {

using namespace Qt::StringLiterals;
using project::YearData;
using spatial::ComputeReport;
using spatial::RecipeResult;
using spatial::RecipeStatus;

namespace {

struct SpatialOptions
{
    std::string file, reset, off, behind, unserved, facilities, area, region, person, computedAt,
        note;
    std::vector<std::string> only;
    std::vector<std::string> set; ///< subject, file
    int year = 0, threads = 0, limit = 20;
    bool list = false, dryRun = false;
    TableAsk table;
};

QString nameOf(const YearData& data, const QString& subject)
{
    const catalogue::Quantity* quantity = data.catalogue.quantity(subject);
    return quantity ? quantity->nameZh : subject;
}

QString regionName(const YearData& data, project::RegionId id)
{
    const project::Region* region = data.region(id);
    return region ? region->nameZh : QString();
}

QJsonObject toJson(const YearData& data, const RecipeStatus& status)
{
    QJsonObject object{{u"indicator"_s, status.subject},
                       {u"name"_s, nameOf(data, status.subject)},
                       {u"state"_s, spatial::key(status.state)},
                       {u"why"_s, QJsonArray::fromStringList(status.why)},
                       {u"method"_s, status.words},
                       {u"own"_s, data.recipe(status.subject) != nullptr}};
    if (status.recipe)
        object.insert(u"recipe"_s, spatial::toJson(*status.recipe));
    if (status.last)
        object.insert(u"computed_at"_s, status.last->computedAt.toString(Qt::ISODate));
    return object;
}

Exit listRecipes(const YearData& data, const SpatialOptions& o, const Console& console)
{
    QJsonArray list;
    QList<QStringList> rows;
    for (const RecipeStatus& status : spatial::recipeStatuses(data, o.year)) {
        list << toJson(data, status);
        rows << QStringList{status.subject, nameOf(data, status.subject),
                            spatial::label(status.state),
                            status.why.isEmpty() ? status.words : status.why.join(u' ')};
    }
    console.document({{u"recipes"_s, list}});
    console.table(rows);
    return Exit::Success;
}

/// The edit that --set, --reset or --off asks for.
Result<project::ChangeSet> recipeEdit(const YearData& data, const SpatialOptions& o)
{
    if (!o.set.empty()) {
        const QString subject = text(o.set[0]);
        QFile file(text(o.set[1]));
        if (!file.open(QIODevice::ReadOnly))
            return Error(ErrorCode::NotFound,
                         Text::tr("读不了算法文件 %1，请检查路径。").arg(file.fileName()),
                         file.errorString());
        auto recipe = spatial::recipeFromText(file.readAll());
        if (!recipe)
            return recipe.error();
        recipe->subject = subject;
        for (const Issue& issue : spatial::check(*recipe, data)) {
            if (issue.severity == Severity::Error)
                return Error(ErrorCode::Invalid, issue.text);
        }
        return spatial::setRecipeAsEdit(data, *recipe, text(o.note));
    }
    const QString subject = text(o.reset.empty() ? o.off : o.reset);
    if (!data.catalogue.quantity(subject))
        return noSubject(subject);
    project::RecipeSetting setting;
    if (const project::RecipeSetting* known = data.recipe(subject))
        setting = *known;
    setting.subject = subject;
    setting.active = o.off.empty();
    setting.note = text(o.note);
    if (setting.active)
        setting.recipe.clear();
    return project::edits::setRecipe(data, setting);
}

Exit showBehind(const YearData& data, const SpatialOptions& o, const Console& console)
{
    const auto region = regionOf(data, text(o.region));
    if (!region)
        return console.failure(region.error());
    const QString subject = text(o.behind);
    const auto found =
        spatial::behind(text(o.file), data, subject, o.year, *region, o.limit, console.cancel());
    if (!found)
        return console.failure(found.error());
    const catalogue::Quantity* quantity = data.catalogue.quantity(subject);
    QJsonArray list;
    QList<QStringList> rows;
    for (const spatial::Behind& one : *found) {
        list << QJsonObject{{u"layer"_s, one.layer},   {u"feature"_s, one.feature},
                            {u"label"_s, one.label},   {u"class"_s, one.className},
                            {u"amount"_s, one.amount}, {u"unit"_s, quantity->unit},
                            {u"share"_s, one.share}};
        rows << QStringList{one.layer,
                            QString::number(one.feature),
                            one.label,
                            language::choose(one.className, one.classNameEn),
                            formatFixed(one.amount, 4) + u' ' + quantity->unit,
                            QString::number(one.share * 100, 'f', 1) + u'%'};
    }
    console.document({{u"indicator"_s, subject},
                      {u"region"_s, regionName(data, *region)},
                      {u"features"_s, list}});
    console.table(rows);
    return Exit::Success;
}

QString degrees(double value)
{
    return QString::number(value, 'f', 6);
}

/// The list as a layer, when -o asks for one.
template <class List>
Result<void> writeAsked(const SpatialOptions& o, const List& list)
{
    return o.table.folder.empty() ? Result<void>()
                                  : spatial::writeLayer(text(o.table.folder), list);
}

Exit showUnserved(const YearData& data, const SpatialOptions& o, const Console& console)
{
    const QString subject = text(o.unserved);
    const auto found =
        spatial::unserved(text(o.file), data, subject, o.year, o.limit, console.cancel());
    if (!found)
        return console.failure(found.error());
    if (const auto written = writeAsked(o, *found); !written)
        return console.failure(written.error());
    const QString unit = data.catalogue.quantity(subject)->unit;
    QJsonArray totals, list;
    QList<QStringList> rows;
    for (const spatial::UnservedList::Total& total : found->totals)
        totals << QJsonObject{{u"why"_s, spatial::key(total.why)},
                              {u"features"_s, total.features},
                              {u"amount"_s, total.amount}};
    for (const spatial::Unserved& one : found->places) {
        const bool withoutRoad = one.why == spatial::Unserved::Why::NoRoad ||
                                 one.why == spatial::Unserved::Why::FacilityWithoutRoad;
        QJsonObject object{{u"why"_s, spatial::key(one.why)}, {u"layer"_s, one.layer},
                           {u"feature"_s, one.feature},       {u"label"_s, one.label},
                           {u"amount"_s, one.amount},         {u"unit"_s, unit},
                           {u"longitude"_s, one.longitude},   {u"latitude"_s, one.latitude}};
        if (withoutRoad)
            object.insert(u"to_road"_s,
                          std::isfinite(one.toRoad) ? QJsonValue(one.toRoad) : QJsonValue());
        list << object;
        rows << QStringList{spatial::label(one.why),
                            one.layer,
                            QString::number(one.feature),
                            one.label,
                            formatFixed(one.amount, 4) + u' ' + unit,
                            withoutRoad ? Text::tr("离路 %1 米").arg(formatFixed(one.toRoad, 1))
                                        : QString(),
                            degrees(one.longitude),
                            degrees(one.latitude)};
    }
    console.document({{u"indicator"_s, subject}, {u"totals"_s, totals}, {u"features"_s, list}});
    console.table(rows);
    for (const spatial::UnservedList::Total& total : found->totals)
        console.line(Text::tr("%1：%2 个，%3 %4。")
                         .arg(spatial::label(total.why))
                         .arg(total.features)
                         .arg(formatFixed(total.amount, 4), unit));
    return Exit::Success;
}

Exit showFacilities(const YearData& data, const SpatialOptions& o, const Console& console)
{
    const QString subject = text(o.facilities);
    const auto found =
        spatial::facilityShares(text(o.file), data, subject, o.year, console.cancel());
    if (!found)
        return console.failure(found.error());
    if (const auto written = writeAsked(o, *found); !written)
        return console.failure(written.error());
    const QString unit = data.catalogue.quantity(subject)->unit;
    QJsonArray list;
    QList<QStringList> rows;
    for (const spatial::FacilityShare& one : *found) {
        list << QJsonObject{{u"kind"_s, one.kind},
                            {u"layer"_s, one.layer},
                            {u"feature"_s, one.feature},
                            {u"label"_s, one.label},
                            {u"on_road"_s, one.onRoad},
                            {u"features"_s, one.features},
                            {u"by_itself"_s, one.byItself},
                            {u"amount"_s, one.amount},
                            {u"unit"_s, unit},
                            {u"longitude"_s, one.longitude},
                            {u"latitude"_s, one.latitude}};
        rows << QStringList{one.kind,
                            one.layer,
                            QString::number(one.feature),
                            one.label,
                            !one.onRoad    ? Text::tr("附近没有道路")
                            : one.byItself ? Text::tr("自身可达")
                                           : QString::number(one.features),
                            formatFixed(one.amount, 4) + u' ' + unit,
                            degrees(one.longitude),
                            degrees(one.latitude)};
    }
    console.document({{u"indicator"_s, subject}, {u"facilities"_s, list}});
    console.table(rows);
    return Exit::Success;
}

Exit showArea(const YearData& data, const SpatialOptions& o, const Console& console)
{
    const QString subject = text(o.area);
    const auto found = spatial::serviceAreas(text(o.file), data, subject, o.year, console.cancel());
    if (!found)
        return console.failure(found.error());
    if (const auto written = writeAsked(o, *found); !written)
        return console.failure(written.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const spatial::ServiceArea& one : *found) {
        list << QJsonObject{
            {u"kind"_s, one.kind}, {u"circles"_s, one.circles}, {u"area_m2"_s, one.squareMetres}};
        rows << QStringList{one.kind, one.circles ? Text::tr("直线距离") : Text::tr("沿路"),
                            formatFixed(one.squareMetres / 1e6, 4) + u' ' + Text::tr("平方公里")};
    }
    console.document({{u"indicator"_s, subject}, {u"areas"_s, list}});
    console.table(rows);
    return Exit::Success;
}

QJsonObject toJson(const YearData& data, const RecipeResult& result,
                   const spatial::RegionResult& region)
{
    QJsonObject object{
        {u"indicator"_s, result.subject}, {u"name"_s, nameOf(data, result.subject)},
        {u"kind"_s, u"quantity"_s},       {u"region"_s, regionName(data, region.region)},
        {u"year"_s, result.year},         {u"value"_s, region.value},
        {u"unit"_s, result.unit},         {u"features"_s, region.features},
        {u"method"_s, result.method}};
    if (region.plane)
        object.insert(u"plane"_s, *region.plane);
    if (region.circle)
        object.insert(u"circle"_s, *region.circle);
    return object;
}

/// What a recipe's figures close to, and what was left aside.
QJsonObject closingOf(const RecipeResult& result)
{
    return {{u"indicator"_s, result.subject},
            {u"features"_s, result.features},
            {u"by_district"_s, result.byDistrict},
            {u"whole"_s, result.whole},
            {u"outside"_s, result.outside},
            {u"residual"_s, result.residual},
            {u"outside_streets"_s, result.outsideStreets},
            {u"plane"_s, result.plane},
            {u"slivers"_s, result.slivers},
            {u"sliver_amount"_s, result.sliverAmount},
            {u"unreachable"_s, result.unreachable},
            {u"unsnapped"_s, result.noRoad},
            {u"facilities"_s, result.facilities},
            {u"circles"_s, result.circles},
            {u"issues"_s, cli::toJson(spatial::issuesOf(result))}};
}

/// The indicators whose formulas use what was computed, for the regions it was computed for.
void addIndicators(const YearData& data, const ComputeReport& report, QJsonArray& results,
                   QList<QStringList>& rows)
{
    assess::Resolver resolver(data);
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        const auto formula = catalogue::Formula::parse(indicator.formula);
        if (!formula || indicator.excluded)
            continue;
        QStringList methods;
        QList<project::RegionId> regions;
        for (const RecipeResult& result : report.results) {
            if (!formula->variables().contains(result.subject))
                continue;
            methods << nameOf(data, result.subject) + u"："_s + result.method;
            for (const spatial::RegionResult& region : result.regions) {
                if (!regions.contains(region.region))
                    regions << region.region;
            }
        }
        for (const project::RegionId region : std::as_const(regions)) {
            const assess::Figure& figure = resolver.figure(indicator.code, region, report.year);
            if (!figure.isPresent())
                continue;
            results << QJsonObject{
                {u"indicator"_s, indicator.code}, {u"name"_s, indicator.nameZh},
                {u"kind"_s, u"indicator"_s},      {u"region"_s, regionName(data, region)},
                {u"year"_s, report.year},         {u"value"_s, figure.number},
                {u"unit"_s, figure.unit},         {u"formula"_s, figure.formula},
                {u"method"_s, methods.join(u' ')}};
            rows << QStringList{indicator.code, indicator.nameZh, regionName(data, region),
                                formatFixed(figure.number, indicator.decimals) + u' ' +
                                    figure.unit};
        }
    }
}

/// What the plane or plain circles would give, and the difference.
QString besides(const spatial::RegionResult& region)
{
    if (region.circle)
        return Text::tr("按圆圈 %1，差 %2")
            .arg(formatFixed(*region.circle, 4), formatFixed(region.value - *region.circle, 4));
    if (region.plane)
        return Text::tr("平面 %1，差 %2")
            .arg(formatFixed(*region.plane, 4), formatFixed(region.value - *region.plane, 4));
    return {};
}

Exit show(const YearData& data, const ComputeReport& report, bool dryRun, bool named,
          const Console& console)
{
    QJsonArray results, closing, skipped;
    QList<QStringList> rows;
    QStringList closings;
    for (const RecipeResult& result : report.results) {
        for (const spatial::RegionResult& region : result.regions) {
            results << toJson(data, result, region);
            rows << QStringList{result.subject, nameOf(data, result.subject),
                                regionName(data, region.region),
                                formatFixed(region.value, 4) + u' ' + result.unit, besides(region)};
        }
        if (named && result.byDistrict)
            closings << Text::tr("%1：全部 %2，区外 %3，残差 %4 %5。")
                            .arg(nameOf(data, result.subject), formatFixed(result.whole, 4),
                                 formatFixed(result.outside, 4))
                            .arg(result.residual, 0, 'g', 3)
                            .arg(result.unit);
        closing << closingOf(result);
    }
    console.issues(spatial::issuesOf(report.results, data));
    if (!dryRun)
        addIndicators(data, report, results, rows);
    for (const ComputeReport::Skipped& one : report.skipped)
        skipped << QJsonObject{{u"indicator"_s, one.subject},
                               {u"name"_s, nameOf(data, one.subject)},
                               {u"why"_s, QJsonArray::fromStringList(one.why)}};
    console.issues(report.issues);
    console.document({{u"results"_s, results},
                      {u"closing"_s, closing},
                      {u"skipped"_s, skipped},
                      {u"features_read"_s, report.read},
                      {u"issues"_s, cli::toJson(report.issues)}});
    console.table(rows);
    for (const QString& sentence : std::as_const(closings))
        console.line(sentence);
    console.line(Text::tr("算出 %1 个输入量，另有 %2 个还不能算（--list 列出原因）。")
                     .arg(report.results.size())
                     .arg(report.skipped.size()));
    if (named) {
        for (const ComputeReport::Skipped& one : report.skipped)
            console.issues(
                {Issue{Severity::Error, one.why.join(u' '), {}, nameOf(data, one.subject), {}, 1}});
        return report.skipped.isEmpty() ? Exit::Success : Exit::Problems;
    }
    return Exit::Success;
}

Exit runCompute(const SpatialOptions& o, const Console& console)
{
    QDateTime at = QDateTime::currentDateTimeUtc();
    if (!o.computedAt.empty()) {
        at = QDateTime::fromString(text(o.computedAt), Qt::ISODate);
        if (!at.isValid())
            return console.failure(
                Error(ErrorCode::BadUsage,
                      Text::tr("--computed-at 应写作 2023-03-02T09:15:00Z 这样的时间。")));
    }
    auto year = openYear(text(o.file),
                         o.dryRun ? project::OpenMode::ReadOnly : project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    spatial::ComputeRequest request;
    request.year = o.year;
    request.threads = o.threads;
    for (const std::string& subject : o.only) {
        // An indicator stands for the quantities that it is made of.
        const catalogue::Indicator* indicator = year->data.catalogue.indicator(text(subject));
        if (!indicator) {
            request.subjects << text(subject);
            continue;
        }
        const auto formula = catalogue::Formula::parse(indicator->formula);
        const QStringList known = spatial::recipeSubjects(year->data);
        for (const QString& variable : formula ? formula->variables() : QStringList()) {
            if (known.contains(variable))
                request.subjects << variable;
        }
        if (request.subjects.isEmpty())
            return console.failure(Error(
                ErrorCode::NotFound, Text::tr("指标 %1 的输入量都不由图层算出；--list 列出可算的。")
                                         .arg(indicator->code)));
    }
    const auto report =
        spatial::compute(text(o.file), year->data, request, console.cancel(), console.progress());
    if (!report)
        return console.failure(report.error());
    if (!o.dryRun) {
        const project::ChangeSet set =
            spatial::resultsAsEdits(year->data, *report, text(o.person), at);
        if (const auto done = commitAndReload(*year, set); !done)
            return console.failure(done.error());
    }
    const Exit exit = show(year->data, *report, o.dryRun, !o.only.empty(), console);
    if (const auto closed = year->file.close(); !closed)
        return console.failure(closed.error());
    return exit;
}

Exit runSpatial(const SpatialOptions& o, const Console& console)
{
    if (!o.person.empty())
        project::ProjectFile::setPerson(text(o.person));
    if (!o.set.empty() || !o.reset.empty() || !o.off.empty())
        return commitEdit(
            text(o.file), [&o](const YearData& data) { return recipeEdit(data, o); }, console);
    if (!o.table.kind.empty()) {
        TableAsk ask = o.table;
        ask.year = o.year;
        ask.threads = o.threads;
        return runTable(text(o.file), ask, console);
    }
    if (!o.list && o.behind.empty() && o.unserved.empty() && o.facilities.empty() && o.area.empty())
        return runCompute(o, console);
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    if (o.list)
        return listRecipes(*data, o, console);
    if (!o.unserved.empty())
        return showUnserved(*data, o, console);
    if (!o.area.empty())
        return showArea(*data, o, console);
    return o.facilities.empty() ? showBehind(*data, o, console) : showFacilities(*data, o, console);
}

} // namespace

void addSpatialVerbs(CLI::App& app, Command& command)
{
    auto o = std::make_shared<SpatialOptions>();
    CLI::App* verb =
        app.add_subcommand("spatial", Text::help("由图层计算空间指标，结果作为“空间数据”来源的值"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->add_option("--only", o->only, Text::help("只算这些输入量或指标"))->type_name("ID");
    verb->add_option("--year", o->year, Text::help("计算哪一年，默认现状年"));
    verb->add_option("--threads", o->threads, Text::help("最多用几个线程；结果与线程数无关"))
        ->check(CLI::NonNegativeNumber);
    verb->add_flag("--dry-run", o->dryRun, Text::help("只算不存"));
    verb->add_flag("--list", o->list, Text::help("列出全部算法、状态和原因"));
    verb->add_option("--set", o->set, Text::help("换成文件里的算法（JSON）"))
        ->type_size(2)
        ->type_name("ID FILE");
    verb->add_option("--reset", o->reset, Text::help("恢复自带的算法"))->type_name("ID");
    verb->add_option("--off", o->off, Text::help("在本项目不由图层计算"))->type_name("ID");
    verb->add_option("--note", o->note, Text::help("理由，随 --set、--off 留档"));
    verb->add_option("--behind", o->behind, Text::help("列出一个数背后的图斑，大的在前"))
        ->type_name("ID");
    verb->add_option("--unserved", o->unserved,
                     Text::help("列出设施服务不到的要素和附近没有道路的设施，各说原因"))
        ->type_name("ID");
    verb->add_option("--facilities", o->facilities, Text::help("列出各设施就近服务多少"))
        ->type_name("ID");
    verb->add_option("--area", o->area,
                     Text::help("各设施服务范围的面积，沿路的和直线距离的；-o 另存为图层"))
        ->type_name("ID");
    verb->add_option("--region", o->region, Text::help("随 --behind：地区，默认全市"));
    verb->add_option("--limit", o->limit,
                     Text::help("随 --behind、--unserved：最多列几个（后者每种原因）"))
        ->check(CLI::PositiveNumber);
    addTableOptions(*verb, o->table);
    verb->add_option("--person", o->person, Text::help("计算人，记入佐证"));
    verb->add_option("--computed-at", o->computedAt, Text::help("计算的时间（UTC），默认现在"));
    verb->callback(
        [o, &command] { command.work = [o](const Console& c) { return runSpatial(*o, c); }; });
}

} // namespace checkup::cli
