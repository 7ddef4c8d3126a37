#include "app/cli/verbs.h"

#include "app/cli/sheet_drawing.h"

#include "app/cli/year_file.h"
#include "app/charts/chart_painter.h"

#include "core/assess/assessment.h"
#include "core/base/in_chinese.h"
#include "core/project/project_file.h"
#include "core/report/package.h"

#include <QDir>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    std::string file, folder, docxTemplate;
    bool onlyCharts = false, noDrawings = false;
    MapOptions maps;
    SheetOptions sheets;
};

Exit run(const Options& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const auto assessment = inChinese([&data] { return assess::assess(*data); });
    if (!assessment)
        return console.failure(assessment.error());
    report::PackageOptions options;
    options.docxTemplate = text(o.docxTemplate);
    options.docx = options.pdf = options.conclusionTable = !o.onlyCharts;
    options.everySeries = o.onlyCharts;
    if (!o.onlyCharts)
        options.project = text(o.file);
    options.drawings = !o.noDrawings;
    options.tell = [&console](const Issue& issue) { console.issues({issue}); };
    charts::QtChartPainter painter;
    const QString folder = text(o.folder);
    const auto written = report::writePackage(folder, *data, *assessment, painter, options,
                                              console.cancel(), console.progress());
    if (!written)
        return console.failure(written.error());
    QJsonArray files;
    QList<QStringList> rows;
    for (const report::PackageFile& entry : *written) {
        files.append(QJsonObject{{u"path"_s, entry.path},
                                 {u"description"_s, entry.description},
                                 {u"bytes"_s, entry.bytes},
                                 {u"sha256"_s, entry.sha256}});
        if (entry.path.endsWith(u".svg"_s) || entry.path.endsWith(u".pgw"_s))
            continue; // named beside its PNG
        rows.append({u"  "_s + entry.path, entry.description});
    }
    console.document({{u"folder"_s, folder}, {u"files"_s, files}});
    console.line(QDir(folder).absolutePath());
    console.table(rows);
    return Exit::Success;
}

Exit drawOrReport(const Options& o, const Console& console)
{
    if (o.folder.empty() && !o.sheets.list)
        return console.failure(Error(ErrorCode::BadUsage, Text::tr("请用 -o 给出文件夹。")));
    if (!o.maps.roles.empty())
        return drawMap(o.file, o.folder, o.maps, console);
    if (o.sheets.areAsked())
        return drawSheets(o.file, o.folder, o.sheets, o.maps, console);
    return run(o, console);
}

} // namespace

void addReportVerbs(CLI::App& app, Command& command)
{
    for (const bool onlyCharts : {false, true}) {
        auto o = std::make_shared<Options>();
        o->onlyCharts = onlyCharts;
        CLI::App* verb =
            onlyCharts
                ? app.add_subcommand(
                      "draw",
                      Text::help("单独导出图表（PNG、SVG），或画地图（--map）、图纸（--sheet）"))
                : app.add_subcommand("report", Text::help("编制成果：结论表、总报告、图纸、图表"));
        verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
        verb->add_option("-o,--output", o->folder, Text::help("文件夹"));
        if (!onlyCharts) {
            verb->add_option("--template", o->docxTemplate,
                             Text::help("本单位的 Word 模板（.docx）"));
            verb->add_flag("--no-drawings", o->noDrawings, Text::help("不编制图纸"));
        } else {
            addMapOptions(*verb, o->maps);
            addSheetOptions(*verb, o->sheets);
        }
        verb->callback([o, &command] {
            command.work = [o](const Console& c) { return drawOrReport(*o, c); };
        });
    }
}

} // namespace checkup::cli
