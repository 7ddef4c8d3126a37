#include "app/cli/verbs.h"

#include "app/cli/layer_documents.h"
#include "app/cli/year_file.h"
#include "core/base/file_tools.h"
#include "core/collect/foreign_table.h"
#include "core/collect/import_plan.h"
#include "core/gdal/open_table.h"
#include "core/project/project_file.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <vector>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct ImportArguments
{
    std::string file, map, person, takenAt;
    std::vector<std::string> sources;
    bool dryRun = false, preview = false, remember = false;
};

/// The edits that remember how each foreign sheet was read: by the mappings given, or as guessed.
Result<project::ChangeSet> rememberSheets(const project::YearData& data, const QStringList& sources,
                                          const collect::ImportOptions& options)
{
    project::ChangeSet all;
    for (const QString& source : sources) {
        const auto table = collect::openForeignTable(source);
        if (!table)
            return table.error();
        QList<collect::TableMapping> used = options.mappings;
        if (used.isEmpty()) {
            for (const collect::SheetMapping& one : collect::mappingsFor(data, table->workbook)) {
                if (one.guessed.usable)
                    used.append(one.guessed.mapping);
            }
        }
        for (const collect::TableMapping& mapping : std::as_const(used))
            all.append(
                collect::rememberMapping(data, table->workbook, mapping, {}, options.takenAt));
    }
    return all;
}

QJsonArray cellsJson(const collect::ImportPlan& plan)
{
    QJsonArray array;
    for (const collect::CellFate& cell : plan.cells) {
        array.append(QJsonObject{{u"fate"_s, collect::key(cell.fate)},
                                 {u"file"_s, cell.file},
                                 {u"sheet"_s, cell.sheet},
                                 {u"cell"_s, cell.cell},
                                 {u"subject"_s, cell.subject},
                                 {u"name"_s, cell.subjectName},
                                 {u"region"_s, cell.regionName},
                                 {u"year"_s, cell.year},
                                 {u"before"_s, cell.before},
                                 {u"after"_s, cell.after},
                                 {u"converted"_s, cell.converted},
                                 {u"reason"_s, cell.reason}});
    }
    return array;
}

QJsonArray returnsJson(const collect::ImportPlan& plan)
{
    QJsonArray array;
    for (const collect::PlannedReturn& one : plan.returns) {
        array.append(QJsonObject{{u"file"_s, one.file},
                                 {u"department"_s, one.department},
                                 {u"version"_s, one.version},
                                 {u"on_file"_s, one.onFile},
                                 {u"superseded"_s, one.superseded},
                                 {u"asked"_s, one.asked},
                                 {u"filled"_s, one.filled},
                                 {u"refused"_s, one.refused},
                                 {u"differences"_s, qint64(one.differences.size())}});
    }
    return array;
}

/// Refused cells speak as issues too, so that whoever reads only those misses nothing.
Issues allIssues(const collect::ImportPlan& plan)
{
    Issues issues = plan.issues;
    for (const collect::CellFate& cell : plan.cells) {
        if (cell.fate == collect::Fate::Refused)
            issues.append({Severity::Warning, cell.reason, cell.file, cell.sheet, cell.cell});
    }
    return issues;
}

Result<void> commitTo(const QString& path, const project::ChangeSet& changes)
{
    auto file = project::ProjectFile::open(path);
    if (!file)
        return file.error();
    if (file->isReadOnly())
        return Error(ErrorCode::ReadOnly, file->readOnlyReason());
    if (const auto committed = file->commit(changes); !committed)
        return committed.error();
    return file->close();
}

/// Tables may be layers too, but are tables first.
bool isLayer(const std::string& source)
{
    const QString path = text(source);
    return path.startsWith(u"PG:") || (spatial::isLayerFile(path) && !gdal::isTableFile(path));
}

Exit runImport(const ImportArguments& o, const Console& console)
{
    const auto layers = std::count_if(o.sources.cbegin(), o.sources.cend(), isLayer);
    if (layers > 0 && layers < static_cast<std::ptrdiff_t>(o.sources.size()))
        return console.failure(
            Error(ErrorCode::BadUsage, Text::tr("空间图层和表格请分两次导入。")));
    if (layers > 0 && (o.dryRun || o.preview))
        return console.failure(Error(ErrorCode::BadUsage,
                                     Text::tr("预览空间图层请用 checkup layers FILE --inspect。")));
    if (layers > 0)
        return importLayers(o.file, o.sources, o.person, o.takenAt, console);
    // Planned on a file that is only read: what is refused leaves it byte for byte as it was.
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    collect::ImportOptions options;
    options.person = text(o.person);
    options.takenAt = QDateTime::currentDateTimeUtc();
    if (!o.takenAt.empty()) {
        options.takenAt = QDateTime::fromString(text(o.takenAt), Qt::ISODate);
        if (!options.takenAt.isValid())
            return console.failure(
                Error(ErrorCode::BadUsage,
                      Text::tr("--taken-at 应写作 2023-03-02T09:15:00Z 这样的时间。")));
    }
    if (!o.map.empty()) {
        const auto bytes = readFile(text(o.map));
        if (!bytes)
            return console.failure(bytes.error());
        const auto mappings = collect::mappingsFromJson(*bytes);
        if (!mappings)
            return console.failure(mappings.error().wrap(
                Text::tr("对应关系文件 %1：%2").arg(text(o.map), mappings.error().message())));
        options.mappings = *mappings;
    }
    QStringList sources;
    for (const std::string& source : o.sources)
        sources << text(source);
    auto plan = collect::planImport(*data, sources, options, console.cancel(), console.progress());
    if (!plan)
        return console.failure(plan.error());
    if (o.remember && !hasErrors(plan->issues)) {
        const auto remembered = rememberSheets(*data, sources, options);
        if (!remembered)
            return console.failure(remembered.error());
        const QString label = plan->changes.isEmpty() ? remembered->label : plan->changes.label;
        plan->changes.append(*remembered);
        plan->changes.label = label;
    }
    const Issues issues = allIssues(*plan);
    const int refused = plan->count(collect::Fate::Refused);
    const bool stopped = hasErrors(plan->issues);
    if (!o.dryRun && !stopped && !plan->changes.isEmpty()) {
        if (const auto written = commitTo(text(o.file), plan->changes); !written)
            return console.failure(written.error());
    }
    const int fresh = plan->count(collect::Fate::New);
    const int changed = plan->count(collect::Fate::Changed);
    const int taken = stopped ? 0 : fresh + changed;
    QJsonObject document{{u"taken"_s, taken},
                         {u"new"_s, fresh},
                         {u"changed"_s, changed},
                         {u"converted"_s, plan->convertedCount()},
                         {u"unchanged"_s, plan->count(collect::Fate::Unchanged)},
                         {u"ignored"_s, plan->count(collect::Fate::Ignored)},
                         {u"refused"_s, refused},
                         {u"dry_run"_s, o.dryRun},
                         {u"issues"_s, toJson(issues)}};
    document[u"returns"_s] = returnsJson(*plan);
    if (o.preview)
        document[u"cells"_s] = cellsJson(*plan);
    console.document(document);
    console.issues(issues);
    if (o.preview) {
        QList<QStringList> rows;
        for (const collect::CellFate& cell : plan->cells) {
            if (cell.fate != collect::Fate::Ignored && cell.fate != collect::Fate::Unchanged)
                rows.append({collect::label(cell.fate), cell.sheet + u'!' + cell.cell,
                             cell.subjectName, cell.regionName, QString::number(cell.year),
                             cell.before, u"→ "_s + cell.after, cell.reason});
        }
        console.table(rows);
    }
    if (stopped)
        console.line(Text::tr("没有导入：先处理上面的错误。"));
    else
        console.line(
            (o.dryRun
                 ? Text::tr("预览：新增 %1，改动 %2，未变 %3，忽略 %4，拒收 %5（其中换算 %6）。")
                 : Text::tr("已导入：新增 %1，改动 %2，未变 %3，忽略 %4，拒收 %5（其中换算 %6）。"))
                .arg(fresh)
                .arg(changed)
                .arg(plan->count(collect::Fate::Unchanged))
                .arg(plan->count(collect::Fate::Ignored))
                .arg(refused)
                .arg(plan->convertedCount()));
    for (const collect::PlannedReturn& one : std::as_const(plan->returns)) {
        if (one.before > 0 && !one.onFile) {
            console.line(Text::tr("%1第 %2 次报送，与第 %3 次相比有 %4 处不同。")
                             .arg(one.department)
                             .arg(one.version)
                             .arg(one.before)
                             .arg(one.differences.size()));
        }
    }
    if (stopped)
        return Exit::Failure;
    return refused > 0 ? Exit::Problems : Exit::Success;
}

QJsonObject sheetJson(const collect::SheetMapping& sheet)
{
    QJsonObject object{
        {u"sheet"_s, sheet.sheet},           {u"fingerprint"_s, sheet.fingerprint},
        {u"remembered"_s, sheet.remembered}, {u"special"_s, sheet.isSpecial},
        {u"usable"_s, sheet.guessed.usable}, {u"issues"_s, toJson(sheet.guessed.issues)}};
    if (sheet.guessed.usable)
        object[u"mapping"_s] =
            QJsonDocument::fromJson(collect::toJson(sheet.guessed.mapping)).object();
    return object;
}

/// How a table would be read, for a person to look at and change.
Exit runMapping(const QString& path, const QString& source, const QString& output,
                const Console& console)
{
    const auto data = readYear(path);
    if (!data)
        return console.failure(data.error());
    const auto table = collect::openForeignTable(source);
    if (!table)
        return console.failure(table.error());
    QJsonArray sheets;
    QList<collect::TableMapping> usable;
    for (const collect::SheetMapping& one : collect::mappingsFor(*data, table->workbook)) {
        sheets.append(sheetJson(one));
        console.issues(one.guessed.issues);
        if (one.guessed.usable)
            usable.append(one.guessed.mapping);
        console.line(Text::tr("工作表 %1：%2；版式 %3")
                         .arg(one.sheet,
                              one.isSpecial         ? Text::tr("设定表，不需要对应关系")
                              : !one.guessed.usable ? Text::tr("认不出表头")
                              : one.remembered.isEmpty()
                                  ? Text::tr("按表头判断")
                                  : Text::tr("按记住的版式“%1”").arg(one.remembered),
                              one.fingerprint.left(12)));
    }
    console.document({{u"file"_s, table->workbook.fileName}, {u"sheets"_s, sheets}});
    if (!output.isEmpty()) {
        const auto written = writeFileSafely(output, collect::toJson(usable));
        if (!written)
            return console.failure(written.error());
    } else if (!usable.isEmpty()) {
        console.line(QString::fromUtf8(collect::toJson(usable)).trimmed());
    }
    return usable.isEmpty() ? Exit::Problems : Exit::Success;
}

} // namespace

void addCollectVerbs(CLI::App& app, Command& command)
{
    {
        auto o = std::make_shared<ImportArguments>();
        CLI::App* verb = app.add_subcommand(
            "import",
            Text::help("导入填报表、统计表、目标值、对标值等；要么全部导入，要么一个不动"));
        verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
        verb->add_option("SOURCE", o->sources, Text::help("文件或文件夹"))->required();
        verb->add_option("--map", o->map, Text::help("表格各列含义的 JSON 文件；不给则按表头判断"));
        verb->add_option("--person", o->person, Text::help("经手人，记入佐证"));
        verb->add_option("--taken-at", o->takenAt, Text::help("收到的时间（UTC），默认现在"));
        verb->add_flag("--dry-run", o->dryRun, Text::help("只预览，不写入"));
        verb->add_flag("--preview", o->preview, Text::help("逐个单元格列出去向"));
        verb->add_flag("--remember", o->remember,
                       Text::help("记住表格的版式和对应关系，下次同样的表照此读入"));
        verb->callback(
            [=, &command] { command.work = [=](const Console& c) { return runImport(*o, c); }; });
    }
    {
        auto file = std::make_shared<std::string>();
        auto source = std::make_shared<std::string>();
        auto output = std::make_shared<std::string>();
        CLI::App* verb = app.add_subcommand(
            "mapping", Text::help("显示一张表会怎样读入：版式指纹、记住的或按表头判断的对应关系"));
        verb->add_option("FILE", *file, Text::help("项目文件"))->required();
        verb->add_option("TABLE", *source, Text::help("表格文件"))->required();
        verb->add_option("-o,--output", *output,
                         Text::help("把对应关系写成 JSON，改好后用 import --map 读入"));
        verb->callback([=, &command] {
            command.work = [=](const Console& c) {
                return runMapping(text(*file), text(*source), text(*output), c);
            };
        });
    }
}

} // namespace checkup::cli
