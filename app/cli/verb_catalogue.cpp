#include "app/cli/verbs.h"

#include "app/cli/year_file.h"
#include "core/catalogue/catalogue_files.h"
#include "core/project/project_file.h"

#include <QFileInfo>
#include <QMap>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

/// A catalogue by its id, its folder, or from a project file that holds a copy.
Result<catalogue::LoadedCatalogue> anyCatalogue(const QString& where)
{
    const QFileInfo info(where);
    if (info.isDir())
        return catalogue::loadCatalogue(where);
    if (info.isFile()) {
        const auto data = readYear(where);
        if (!data)
            return data.error();
        return catalogue::LoadedCatalogue{data->catalogue, catalogue::validate(data->catalogue)};
    }
    return catalogue::loadBuiltIn(where);
}

Result<catalogue::LoadedCatalogue> anyCatalogue(const QString& where, const QString& profile)
{
    auto loaded = anyCatalogue(where);
    if (!loaded || profile.isEmpty())
        return loaded;
    auto selected = catalogue::select(loaded->catalogue, profile);
    if (!selected)
        return selected.error();
    loaded->catalogue = *selected;
    return loaded;
}

Exit runList(const Console& console)
{
    QJsonArray array;
    QList<QStringList> rows;
    const QStringList ids = catalogue::builtInCatalogues();
    for (const QString& id : ids) {
        const auto loaded = catalogue::loadBuiltIn(id);
        if (!loaded)
            return console.failure(loaded.error());
        QStringList profiles;
        for (const catalogue::Profile& profile : loaded->catalogue.profiles)
            profiles << profile.id;
        array.append(QJsonObject{{u"id"_s, id},
                                 {u"title_zh"_s, loaded->catalogue.titleZh},
                                 {u"title_en"_s, loaded->catalogue.titleEn},
                                 {u"standard"_s, loaded->catalogue.standard},
                                 {u"total"_s, qint64(loaded->catalogue.indicators.size())},
                                 {u"profiles"_s, QJsonArray::fromStringList(profiles)}});
        rows.append({id, Text::tr("%1 项").arg(loaded->catalogue.indicators.size()),
                     loaded->catalogue.titleZh, profiles.join(u", "_s)});
    }
    console.document({{u"catalogues"_s, array}});
    console.table(rows);
    return Exit::Success;
}

Exit runShow(const QString& where, const QString& profile, const Console& console)
{
    const auto loaded = anyCatalogue(where, profile);
    if (!loaded)
        return console.failure(loaded.error());
    const catalogue::Catalogue& c = loaded->catalogue;
    QJsonObject kinds;
    QSet<QString> dimensions, categories;
    QJsonArray indicators;
    QList<QStringList> rows;
    for (const auto kind : {catalogue::Kind::Basic, catalogue::Kind::Mandatory,
                            catalogue::Kind::Recommended, catalogue::Kind::Featured})
        kinds[catalogue::key(kind)] = 0;
    for (const catalogue::Indicator& i : c.indicators) {
        dimensions.insert(i.dimension);
        categories.insert(i.dimension + u'/' + i.category);
        kinds[catalogue::key(i.kind)] = kinds[catalogue::key(i.kind)].toInt() + 1;
        indicators.append(QJsonObject{{u"code"_s, i.code},
                                      {u"dimension"_s, i.dimension},
                                      {u"category"_s, i.category},
                                      {u"name_zh"_s, i.nameZh},
                                      {u"name_en"_s, i.nameEn},
                                      {u"unit"_s, i.unit},
                                      {u"decimals"_s, i.decimals},
                                      {u"kind"_s, catalogue::key(i.kind)},
                                      {u"direction"_s, catalogue::key(i.direction)},
                                      {u"constraint"_s, catalogue::key(i.constraint)},
                                      {u"spatial_method"_s, catalogue::key(i.method)},
                                      {u"definition_zh"_s, i.definition},
                                      {u"definition_recalled"_s, i.definitionRecalled},
                                      {u"formula"_s, i.formula},
                                      {u"department"_s, i.department},
                                      {u"aspect"_s, i.aspect},
                                      {u"confidence"_s, catalogue::key(i.confidence)},
                                      {u"kind_confidence"_s, catalogue::key(i.kindConfidence)},
                                      {u"source"_s, i.source},
                                      {u"excluded"_s, i.excluded}});
        const catalogue::Dimension* dimension = c.dimension(i.dimension);
        rows.append({i.code, i.nameZh, i.unit, catalogue::label(i.kind),
                     (dimension ? dimension->nameZh : i.dimension) + u'/' + i.category,
                     i.definitionRecalled ? Text::tr("释义待核") : QString()});
    }
    console.document({{u"id"_s, c.id},
                      {u"title_zh"_s, c.titleZh},
                      {u"standard"_s, c.standard},
                      {u"profile"_s, profile},
                      {u"dimensions"_s, qint64(dimensions.size())},
                      {u"categories"_s, qint64(categories.size())},
                      {u"kinds"_s, kinds},
                      {u"total"_s, qint64(c.indicators.size())},
                      {u"quantities"_s, qint64(c.quantities.size())},
                      {u"indicators"_s, indicators},
                      {u"issues"_s, toJson(loaded->issues)}});
    console.table(rows);
    console.issues(loaded->issues);
    return hasErrors(loaded->issues) ? Exit::Problems : Exit::Success;
}

Exit runExport(const QString& where, const QString& profile, const QString& folder,
               const Console& console)
{
    const auto loaded = anyCatalogue(where, profile);
    if (!loaded)
        return console.failure(loaded.error());
    if (const auto saved = catalogue::saveCatalogue(loaded->catalogue, folder); !saved)
        return console.failure(saved.error());
    console.document(
        {{u"folder"_s, folder}, {u"total"_s, qint64(loaded->catalogue.indicators.size())}});
    console.line(
        Text::tr("已导出 %1 项指标到 %2。").arg(loaded->catalogue.indicators.size()).arg(folder));
    return Exit::Success;
}

/// Brings an edited catalogue folder into a project: changed rows are edited, new ones added; rows
/// that the folder lacks stay, since leaving an indicator out of a year needs a reason.
Exit runImport(const QString& path, const QString& folder, const Console& console)
{
    const auto loaded = catalogue::loadCatalogue(folder);
    if (!loaded)
        return console.failure(loaded.error());
    if (hasErrors(loaded->issues)) {
        console.document({{u"changed"_s, 0}, {u"issues"_s, toJson(loaded->issues)}});
        console.issues(loaded->issues);
        return Exit::Problems;
    }
    auto year = openYear(path, project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    project::ProjectFile* const file = &year->file;
    const project::YearData* const data = &year->data;
    project::ChangeSet all;
    all.label = Text::tr("导入指标体系 %1").arg(QFileInfo(folder).fileName());
    QList<catalogue::Quantity> newQuantities;
    for (const catalogue::Quantity& quantity : loaded->catalogue.quantities) {
        if (!data->catalogue.quantity(quantity.id))
            newQuantities.append(quantity);
        else
            all.append(project::edits::setQuantity(*data, quantity));
    }
    for (catalogue::Indicator indicator : loaded->catalogue.indicators) {
        const catalogue::Indicator* old = data->catalogue.indicator(indicator.code);
        if (!old) {
            all.append(
                project::edits::addIndicator(*data, indicator, std::exchange(newQuantities, {})));
            continue;
        }
        indicator.excluded = old->excluded;
        indicator.exclusionReason = old->exclusionReason;
        all.append(project::edits::setIndicator(*data, indicator));
    }
    const auto committed = file->commit(all);
    if (!committed)
        return console.failure(committed.error());
    console.document({{u"changed"_s, qint64(all.changes.size())}, {u"issues"_s, QJsonArray()}});
    console.line(Text::tr("已改动 %1 行。").arg(all.changes.size()));
    if (const auto closed = file->close(); !closed)
        return console.failure(closed.error());
    return Exit::Success;
}

Exit runDiff(const QString& before, const QString& after, const Console& console)
{
    const auto a = anyCatalogue(before);
    if (!a)
        return console.failure(a.error());
    const auto b = anyCatalogue(after);
    if (!b)
        return console.failure(b.error());
    const auto differences = catalogue::diff(a->catalogue, b->catalogue);
    static const QMap<catalogue::Difference::Change, QString> keys{
        {catalogue::Difference::Change::Added, u"added"_s},
        {catalogue::Difference::Change::Removed, u"removed"_s},
        {catalogue::Difference::Change::Edited, u"edited"_s}};
    QJsonArray array;
    QList<QStringList> rows;
    for (const catalogue::Difference& d : differences) {
        array.append(QJsonObject{{u"change"_s, keys[d.change]},
                                 {u"code"_s, d.code},
                                 {u"name"_s, d.name},
                                 {u"field"_s, d.field},
                                 {u"before"_s, d.before},
                                 {u"after"_s, d.after}});
        const QString what = d.change == catalogue::Difference::Change::Added ? Text::tr("新增")
                             : d.change == catalogue::Difference::Change::Removed
                                 ? Text::tr("删去")
                                 : Text::tr("改动");
        rows.append({what, d.code, d.name, d.field, d.before,
                     d.field.isEmpty() ? QString() : u"→ "_s + d.after});
    }
    console.document({{u"differences"_s, array}});
    if (differences.isEmpty())
        console.line(Text::tr("两套指标体系相同。"));
    console.table(rows);
    return Exit::Success;
}

} // namespace

void addCatalogueVerbs(CLI::App& app, Command& command)
{
    CLI::App* group =
        app.add_subcommand("catalogue", Text::help("指标体系：列出、查看、导出、导入、比较"));
    group->require_subcommand(1);
    CLI::App* list = group->add_subcommand("list", Text::help("随程序提供的指标体系"));
    list->callback([&command] { command.work = runList; });
    const auto where = std::make_shared<std::string>();
    const auto second = std::make_shared<std::string>();
    const auto profile = std::make_shared<std::string>();
    const char* whereHelp = QT_TRANSLATE_NOOP("Command", "指标体系的编号、文件夹，或项目文件");

    CLI::App* show = group->add_subcommand("show", Text::help("指标一览"));
    show->add_option("CATALOGUE", *where, Text::help(whereHelp))->required();
    show->add_option("--profile", *profile, Text::help("只看某个方案，如 xiamen-122"));
    show->callback([=, &command] {
        command.work = [=](const Console& c) { return runShow(text(*where), text(*profile), c); };
    });

    CLI::App* out = group->add_subcommand("export", Text::help("导出为可用电子表格编辑的文件夹"));
    out->add_option("CATALOGUE", *where, Text::help(whereHelp))->required();
    out->add_option("-o,--output", *second, Text::help("文件夹"))->required();
    out->add_option("--profile", *profile, Text::help("只看某个方案，如 xiamen-122"));
    out->callback([=, &command] {
        command.work = [=](const Console& c) {
            return runExport(text(*where), text(*profile), text(*second), c);
        };
    });

    CLI::App* in = group->add_subcommand("import", Text::help("把编辑过的指标体系并入项目"));
    in->add_option("FILE", *where, Text::help("项目文件"))->required();
    in->add_option("FOLDER", *second, Text::help("指标体系文件夹"))->required();
    in->callback([=, &command] {
        command.work = [=](const Console& c) { return runImport(text(*where), text(*second), c); };
    });

    CLI::App* diff = group->add_subcommand("diff", Text::help("比较两套指标体系"));
    diff->add_option("BEFORE", *where, Text::help(whereHelp))->required();
    diff->add_option("AFTER", *second, Text::help(whereHelp))->required();
    diff->callback([=, &command] {
        command.work = [=](const Console& c) { return runDiff(text(*where), text(*second), c); };
    });
}

} // namespace checkup::cli
