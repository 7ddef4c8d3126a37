#include "app/cli/sheet_drawing.h"

#include "app/cli/year_file.h"

#include "core/draw/project_symbols.h"
#include "core/base/file_tools.h"
#include "core/report/drawing_set.h"

#include <QDir>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const std::vector<std::string>& given)
{
    QStringList all;
    for (const std::string& one : given)
        all << text(one);
    return all;
}

QJsonObject toJson(const report::DrawnSheet& sheet)
{
    QJsonObject object{{u"id"_s, sheet.id},
                       {u"number"_s, sheet.number},
                       {u"title"_s, sheet.title},
                       {u"drawn"_s, sheet.isDrawn}};
    if (!sheet.district.isEmpty())
        object.insert(u"district"_s, sheet.district);
    if (!sheet.isDrawn) {
        object.insert(u"why"_s, sheet.why);
        object.insert(u"failed"_s, !sheet.lacks);
        return object;
    }
    if (sheet.scale > 0) {
        object.insert(u"scale"_s, sheet.scale);
        object.insert(u"legend"_s, QJsonArray::fromStringList(sheet.legend));
        object.insert(u"figures"_s, QJsonArray::fromStringList(sheet.figures));
        object.insert(u"unknown"_s, QJsonArray::fromStringList(sheet.unknown));
        object.insert(u"files"_s, QJsonArray::fromStringList(sheet.files));
    }
    return object;
}

/// What was made, and what not and why. Sheets that lack layers are told but are no fault.
Exit tell(const report::DrawingSet& set, const QString& folder, const Console& console)
{
    QJsonArray sheets;
    QList<QStringList> rows;
    bool failed = !set.faults.isEmpty();
    for (const report::DrawnSheet& sheet : set.sheets) {
        sheets.append(toJson(sheet));
        rows.append({QString::number(sheet.number), sheet.id, sheet.title,
                     sheet.isDrawn ? QString() : Text::tr("未编制：%1").arg(sheet.why)});
        failed = failed || (!sheet.isDrawn && !sheet.lacks) || !sheet.unknown.isEmpty();
        if (!sheet.unknown.isEmpty())
            rows.append({QString(), QString(),
                         Text::tr("没有符号的代码，已用叉线画出：%1。请核对数据或地类体系。")
                             .arg(sheet.unknown.join(u'；')),
                         QString()});
    }
    QJsonObject document{{u"sheets"_s, sheets}};
    if (!folder.isEmpty()) {
        document.insert(u"folder"_s, folder);
        document.insert(u"list"_s, set.list);
        console.line(QDir::toNativeSeparators(QDir(folder).absolutePath()));
    }
    if (!set.atlas.isEmpty()) {
        document.insert(u"atlas"_s, set.atlas);
        console.line(set.atlas);
    }
    for (const QString& fault : set.faults)
        console.line(fault);
    if (!set.faults.isEmpty())
        document.insert(u"faults"_s, QJsonArray::fromStringList(set.faults));
    console.table(rows);
    console.document(document);
    return failed ? Exit::Problems : Exit::Success;
}

} // namespace

void addSheetOptions(CLI::App& draw, SheetOptions& o)
{
    draw.add_option("--sheet", o.sheets,
                    Text::help("画规划实施分析图纸：编号或代号，用逗号隔开；all 为全套"))
        ->delimiter(',');
    draw.add_flag("--atlas", o.atlas, Text::help("全套图纸合成一个带书签的 pdf 图集"));
    draw.add_option("--district", o.districts,
                    Text::help("分区绘制：区县名称或代码，用逗号隔开；all 为所有区县"))
        ->delimiter(',');
    draw.add_flag("--resume", o.resume,
                  Text::help("接着上次没有画完的：已画成、资料没有变动的图纸不再重画"));
    draw.add_flag("--list", o.list, Text::help("列出图纸，以及编不成的缺什么"));
    draw.add_option("--templates", o.templates,
                    Text::help("本单位图纸模板（.json）的文件夹；代号相同的代替自带的"));
    draw.add_option("--paper", o.paper, Text::help("图纸的图幅：A4 到 A0；不填为模板所定"))
        ->check(CLI::IsMember({"A4", "A3", "A2", "A1", "A0"}));
    draw.add_option("--orientation", o.orientation,
                    Text::help("横幅 landscape 或竖幅 portrait；不填为模板所定"))
        ->check(CLI::IsMember({"landscape", "portrait"}));
    draw.add_option("--frame", o.frame,
                    Text::help("本单位图框（.json：名称、徽标、制图、校核、审定）；代替项目中的"));
    draw.add_option("--secrecy", o.secrecy, Text::help("密级或使用说明，印在右上角"));
}

Exit drawSheets(const std::string& file, const std::string& folder, const SheetOptions& o,
                const MapOptions& maps, const Console& console)
{
    const auto data = readYear(text(file));
    if (!data)
        return console.failure(data.error());
    console.issues(draw::symbolsOf(*data).faults);
    QList<draw::SheetTemplate> templates = draw::shippedSheets();
    if (!o.templates.empty()) {
        auto own = draw::sheetsWith(text(o.templates));
        if (!own)
            return console.failure(own.error());
        templates = *std::move(own);
    }
    report::DrawingOptions options;
    options.year = maps.year;
    options.formats = texts(maps.formats);
    options.atlas = o.atlas;
    options.resume = o.resume;
    if (options.formats.isEmpty() && !o.atlas)
        options.formats << u"pdf"_s;
    options.dotsPerInch = maps.dpi;
    options.sheets = texts(o.sheets);
    if (options.sheets.contains(u"all"_s))
        options.sheets.clear();
    options.districts = texts(o.districts);
    options.reviewNumber = text(maps.reviewNumber);
    options.secrecy = text(o.secrecy);
    options.paper = text(o.paper);
    if (!o.orientation.empty())
        options.upright = o.orientation == "portrait";
    if (!o.frame.empty()) {
        const auto bytes = readFile(text(o.frame), qint64(4) << 20);
        auto frame = bytes ? draw::readFrame(text(o.frame), *bytes) : bytes.error();
        if (!frame)
            return console.failure(frame.error());
        options.frame = *std::move(frame);
    }
    const auto set = o.list ? report::listDrawings(text(file), *data, templates, options)
                            : report::writeDrawings(text(folder), text(file), *data, templates,
                                                    options, console.cancel(), console.progress());
    if (!set)
        return console.failure(set.error());
    return tell(*set, o.list ? QString() : text(folder), console);
}

} // namespace checkup::cli
