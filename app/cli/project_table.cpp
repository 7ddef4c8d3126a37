#include "app/cli/project_table.h"

#include "app/cli/table_documents.h"
#include "app/cli/year_file.h"
#include "app/language/language.h"
#include "core/catalogue/layer_roles.h"
#include "core/report/spatial_tables.h"
#include "core/spatial/project_tables.h"

#include <QDir>

namespace checkup::cli {

using namespace Qt::StringLiterals;
using project::YearData;
using spatial::ProjectTable;
using spatial::TableChoices;
using spatial::TableKind;

namespace {

/// The project's choices for a table, with what was asked for in their place.
Result<TableChoices> choicesOf(const YearData& data, TableKind kind, const TableAsk& ask)
{
    TableChoices choices = spatial::choicesFor(data, kind);
    if (!ask.lines.empty())
        choices.lines = text(ask.lines).split(u',', Qt::SkipEmptyParts);
    for (const QString& role : std::as_const(choices.lines)) {
        const catalogue::LayerRole* const known = catalogue::layerRole(role);
        if (!known || known->geometry != catalogue::LayerGeometry::Polygon)
            return Error(ErrorCode::BadUsage, Text::tr("%1 不是面图层的角色；可用的如 %2。")
                                                  .arg(role, spatial::lineRoles().join(u'、')));
    }
    if (!ask.level.empty())
        choices.level = *spatial::classLevelFromKey(text(ask.level));
    if (!ask.parcels.empty())
        choices.parcels = *spatial::parcelChoiceFromKey(text(ask.parcels));
    if (!ask.classes.empty())
        choices.classes = text(ask.classes).split(u',', Qt::SkipEmptyParts);
    else if (!ask.parcels.empty())
        choices.classes.clear();
    if (ask.sliver >= 0)
        choices.sliver.area = ask.sliver;
    if (ask.sliverWidth >= 0)
        choices.sliver.width = ask.sliverWidth;
    choices.byName = choices.byName || ask.byName;
    choices.byDistrict = choices.byDistrict && !ask.whole;
    return choices;
}

QJsonArray toJson(const QList<spatial::TableUse>& layers)
{
    QJsonArray all;
    for (const spatial::TableUse& layer : layers)
        all.append(QJsonObject{{u"part"_s, layer.part},
                               {u"role"_s, layer.role},
                               {u"name"_s, layer.name},
                               {u"year"_s, layer.year},
                               {u"features"_s, layer.features},
                               {u"file"_s, layer.fileName},
                               {u"sha256"_s, layer.sha256},
                               {u"crs"_s, layer.crs},
                               {u"taken_at"_s, layer.takenAt.toUTC().toString(Qt::ISODate)}});
    return all;
}

/// The workbook and, of what has one, the layer; their paths.
Result<QStringList> write(const ProjectTable& table, const YearData& data, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return Error(ErrorCode::ReadOnly, Text::tr("不能建立文件夹 %1；请检查权限。").arg(folder));
    const QString stem = QDir(folder).filePath(report::tableFileName(table, data));
    QStringList written{stem + u".xlsx"_s};
    if (const auto done = report::writeTable(written.constFirst(), table, data); !done)
        return done.error();
    if (table.choices.kind == TableKind::Matrix)
        return written;
    written << stem + u".gpkg"_s;
    if (const auto done = spatial::writeTableLayer(written.constLast(), table); !done)
        return done.error();
    return written;
}

QJsonObject showTable(const ProjectTable& table, const QStringList& files, const Console& console)
{
    const TableChoices& choices = table.choices;
    TableTold told{spatial::tableName(choices.kind),
                   choices.sliver,
                   {{u"table"_s, spatial::key(choices.kind)},
                    {u"year"_s, table.year},
                    {u"level"_s, spatial::key(choices.level)},
                    {u"sliver_m2"_s, choices.sliver.area},
                    {u"sliver_width_m"_s, choices.sliver.width},
                    {u"layers"_s, toJson(table.layers)},
                    {u"files"_s, QJsonArray::fromStringList(files)},
                    {u"issues"_s, cli::toJson(table.issues)}}};
    told.system = table.system;
    told.classText = [&table](const QString& name) {
        return language::choose(spatial::classText(name, table),
                                spatial::englishClassText(name, table));
    };
    console.line(spatial::tableName(choices.kind));
    QJsonObject document;
    switch (choices.kind) {
    case TableKind::Matrix:
        document = show(console, table.matrix, told);
        break;
    case TableKind::Transition:
        told.document.insert(u"before"_s, table.before);
        document = show(console, table.transition, told);
        break;
    case TableKind::Encroachment:
        told.document.insert(u"parcels"_s, spatial::key(choices.parcels));
        document = show(console, table.encroachment, told);
        break;
    }
    console.issues(table.issues);
    for (const QString& file : files)
        console.line(QDir::toNativeSeparators(file));
    return document;
}

Result<void> remember(YearFile& year, const TableChoices& choices)
{
    const project::ChangeSet set = spatial::setChoicesAsEdit(year.data, choices);
    return commitAndReload(year, set);
}

} // namespace

void addTableOptions(CLI::App& verb, TableAsk& ask)
{
    verb.add_option(
            "--table", ask.kind,
            Text::help("由图层编制表格：matrix 地类 × 控制线 × 行政区，transition 两年转移，"
                       "encroach 控制线内图斑清单，all 全部"))
        ->check(CLI::IsMember({"matrix", "transition", "encroach", "all"}));
    verb.add_option("--lines", ask.lines,
                    Text::help("随 --table：控制线的角色，用逗号隔开，如 YJJBNT,STBHHX"));
    verb.add_flag("--by-name", ask.byName, Text::help("随 --table：控制线按名称或类型分开"));
    verb.add_option("--level", ask.level,
                    Text::help("随 --table：地类归到编码前 2 位、前 4 位、公报归并（group）、不归并"
                               "（code）"))
        ->check(CLI::IsMember({"2", "4", "group", "code"}));
    verb.add_option("--before", ask.before,
                    Text::help("随 --table transition：前一年，默认上一个有图斑的年份"));
    verb.add_option("--parcels", ask.parcels,
                    Text::help("随 --table encroach：列出哪些图斑：all、construction 建设用地、"
                               "urban-rural 城乡建设用地"))
        ->check(CLI::IsMember({"all", "construction", "urban-rural"}));
    verb.add_option("--class", ask.classes,
                    Text::help("随 --table encroach：只列这些地类，编码或其开头，用逗号隔开"));
    verb.add_option("--sliver", ask.sliver,
                    Text::help("随 --table：小于这么多平方米的碎片不计入，另行列出；默认 1"))
        ->check(CLI::NonNegativeNumber);
    verb.add_option("--sliver-width", ask.sliverWidth,
                    Text::help("随 --table：平均宽度小于这么多米的碎片不计入"))
        ->check(CLI::NonNegativeNumber);
    verb.add_flag("--whole", ask.whole, Text::help("随 --table：不分行政区"));
    verb.add_flag("--remember", ask.remember, Text::help("随 --table：把这些口径记在项目里"));
    verb.add_option(
        "-o,--output", ask.folder,
        Text::help("随 --table：把表格（xlsx）和图层（gpkg）写到这个文件夹；随 "
                   "--unserved、--facilities、--area：把清单另存为图层（gpkg、geojson）"));
}

Exit runTable(const QString& file, const TableAsk& ask, const Console& console)
{
    auto year =
        openYear(file, ask.remember ? project::OpenMode::ReadWrite : project::OpenMode::ReadOnly);
    if (!year)
        return console.failure(year.error());
    QList<TableKind> kinds{TableKind::Matrix, TableKind::Transition, TableKind::Encroachment};
    if (const auto only = spatial::tableKindFromKey(text(ask.kind)))
        kinds = {*only};
    QJsonArray documents;
    Exit exit = Exit::Success;
    for (const TableKind kind : std::as_const(kinds)) {
        const auto choices = choicesOf(year->data, kind, ask);
        if (!choices)
            return console.failure(choices.error());
        if (ask.remember) {
            if (const auto kept = remember(*year, *choices); !kept)
                return console.failure(kept.error());
        }
        const spatial::TablePlan plan =
            spatial::planTable(year->data, *choices, ask.year, ask.before);
        if (!plan.canBeMade()) {
            Issues issues;
            for (const QString& why : plan.lacking)
                issues << Issue{Severity::Error, why, spatial::tableName(kind), {}, {}, 1};
            console.issues(issues);
            documents << QJsonObject{{u"table"_s, spatial::key(kind)},
                                     {u"lacking"_s, QJsonArray::fromStringList(plan.lacking)}};
            exit = Exit::Problems;
            continue;
        }
        spatial::TableOptions options;
        options.threads = ask.threads;
        options.shapes = !ask.folder.empty();
        const auto table = spatial::makeTable(file, year->data, plan, options, console.cancel(),
                                              console.progress());
        if (!table)
            return console.failure(table.error());
        QStringList files;
        if (!ask.folder.empty()) {
            auto written = write(*table, year->data, text(ask.folder));
            if (!written)
                return console.failure(written.error());
            files = *std::move(written);
        }
        documents << showTable(*table, files, console);
    }
    console.document({{u"tables"_s, documents}});
    if (const auto closed = year->file.close(); !closed)
        return console.failure(closed.error());
    return exit;
}

} // namespace checkup::cli
