#include "app/cli/map_drawing.h"

#include "app/cli/year_file.h"

#include "core/base/file_tools.h"
#include "core/base/in_chinese.h"
#include "core/catalogue/layer_roles.h"
#include "core/draw/sheet_files.h"
#include "core/draw/project_layers.h"
#include "core/draw/project_symbols.h"
#include "core/report/document.h"
#include "core/report/pdf_finish.h"
#include "core/report/report_fonts.h"

#include <QDir>
#include <QPageSize>

#include <optional>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

/// Makes a project's sheet of the layers asked for.
class SheetMaker
{
public:
    SheetMaker(const QString& file, const project::YearData& data, const MapOptions& options,
               const draw::SymbolSet& symbols, const CancelToken& cancel,
               const ProgressSink& progress)
        : m_file(file)
        , m_data(data)
        , m_options(options)
        , m_cancel(cancel)
        , m_progress(progress)
        , m_symbols(symbols)
        , m_year(options.year > 0 ? options.year : data.info.year)
    {}

    Result<draw::MapSheet> make()
    {
        draw::MapSheet sheet;
        const auto paper = paperOf(text(m_options.size));
        if (!paper)
            return paper.error();
        sheet.paper = *paper;
        QStringList names;
        const auto count = static_cast<double>(m_options.roles.size());
        for (const std::string& role : m_options.roles) {
            const auto layer = layerOf(text(role));
            if (!layer)
                return layer.error();
            if (sheet.layers.isEmpty()) {
                auto plane = draw::planeFor(m_file, *layer);
                if (!plane)
                    return plane.error();
                sheet.plane = *std::move(plane);
            }
            const auto style = styleOf(*layer, sheet.layers.isEmpty());
            if (!style)
                return style.error();
            const double done = static_cast<double>(sheet.layers.size()) / count;
            auto loaded =
                draw::loadLayer(m_file, *layer, sheet.plane, *style, m_cancel,
                                [&](double share, const QString& at) {
                                    tellProgress(m_progress, 0.8 * (done + share / count), at);
                                });
            if (!loaded)
                return loaded.error();
            sheet.layers << *std::move(loaded);
            sheet.sources << sourceOf(*layer);
            names << style->name;
        }
        const auto extent = extentOf(sheet);
        if (!extent)
            return extent.error();
        sheet.extent = *extent;
        sheet.title = text(m_options.title);
        if (sheet.title.isEmpty())
            sheet.title = u"%1%2年%3图"_s.arg(m_data.info.city).arg(m_year).arg(names.join(u'、'));
        sheet.notice = u"本图界线不作为划界依据。"_s;
        if (m_data.info.demonstration)
            sheet.notice.prepend(u"演示数据。"_s);
        sheet.reviewNumber = text(m_options.reviewNumber);
        sheet.font = report::fontOf(report::Face::Hei, 12);
        return sheet;
    }

private:
    /// "DLTB", of the project, or "DLTB=parcels.gpkg|parcels", of a file.
    Result<project::Layer> layerOf(const QString& asked) const
    {
        const QString role = asked.section(u'=', 0, 0);
        const QString file = asked.section(u'=', 1);
        if (!catalogue::layerRole(role))
            return noLayer(role);
        if (!file.isEmpty())
            return draw::layerOfFile(file.section(u'|', 0, 0), file.section(u'|', 1), role);
        if (const project::Layer* const layer = draw::layerFor(m_data, role, m_year))
            return *layer;
        return noLayer(role);
    }

    Error noLayer(const QString& role) const
    {
        if (!catalogue::layerRole(role))
            return Error(ErrorCode::BadUsage,
                         Text::tr("没有“%1”这种图层；代码见 checkup layers --help。").arg(role));
        return Error(ErrorCode::NotFound,
                     Text::tr("项目中没有 %1 年可用的图层“%2”，请先用 checkup layers --add 加入。")
                         .arg(m_year)
                         .arg(catalogue::layerTitle(role)));
    }

    static Result<QSizeF> paperOf(const QString& given)
    {
        static const QList<QPair<QString, QPageSize::PageSizeId>> known{{u"A4"_s, QPageSize::A4},
                                                                        {u"A3"_s, QPageSize::A3},
                                                                        {u"A2"_s, QPageSize::A2},
                                                                        {u"A1"_s, QPageSize::A1},
                                                                        {u"A0"_s, QPageSize::A0}};
        for (const auto& [name, id] : known) {
            if (given.startsWith(name, Qt::CaseInsensitive)) {
                const QSizeF upright = QPageSize::size(id, QPageSize::Millimeter);
                const QString rest = given.sliced(2).toLower();
                if (rest.isEmpty())
                    return upright.transposed();
                if (rest == u"-portrait")
                    return upright;
            }
        }
        const QStringList sides = given.toLower().split(u'x');
        const double width = sides.value(0).toDouble();
        const double height = sides.value(1).toDouble();
        if (sides.size() != 2 || !(width >= 80 && height >= 80 && width <= 2000 && height <= 2000))
            return Error(
                ErrorCode::BadUsage,
                Text::tr("图幅写成 A4、A3、A4-portrait 或毫米数 297x210（80 到 2000），“%1”不是。")
                    .arg(given));
        return QSizeF(width, height);
    }

    Result<draw::LayerStyle> styleOf(const project::Layer& layer, bool first) const
    {
        if (m_options.by.empty() || !first)
            return m_symbols.styleOf(layer.role, layer.classSystem);
        const QString by = text(m_options.by);
        const catalogue::LayerRole* const role = catalogue::layerRole(layer.role);
        const catalogue::LayerColumn* const column = role ? role->column(by) : nullptr;
        const auto values = draw::numbersOf(m_file, layer, by);
        if (!values)
            return values.error();
        const auto grades = gradesOf(*values);
        if (!grades)
            return grades.error();
        QStringList ids;
        for (const draw::Ramp& ramp : draw::ramps()) {
            if (ramp.id == text(m_options.ramp))
                return draw::gradedStyle(role->name + (column ? column->name : by), by, *grades,
                                         ramp, role->geometry);
            ids << ramp.id;
        }
        return Error(ErrorCode::BadUsage, Text::tr("没有“%1”这种色带；可用的有：%2。")
                                              .arg(text(m_options.ramp), ids.join(u'、')));
    }

    /// "jenks:5", "equal:4", "quantile:5" or bounds "0,10,50".
    Result<draw::Grades> gradesOf(const QList<double>& values) const
    {
        using Method = draw::GradeMethod;
        const QString given = text(m_options.grades);
        const int count = given.section(u':', 1).toInt();
        const QString method = given.section(u':', 0, 0);
        if (method == u"jenks")
            return draw::gradesOf(values, Method::NaturalBreaks, count);
        if (method == u"equal")
            return draw::gradesOf(values, Method::EqualIntervals, count);
        if (method == u"quantile")
            return draw::gradesOf(values, Method::Quantiles, count);
        const auto bounds = numbers(given);
        if (!bounds)
            return Error(ErrorCode::BadUsage,
                         Text::tr("分级写成 jenks:5、equal:5、quantile:5 或界限 "
                                  "0,10,50，“%1”不是。")
                             .arg(given));
        return draw::gradesBetween(*bounds);
    }

    static std::optional<QList<double>> numbers(const QString& given)
    {
        QList<double> read;
        const QStringList parts = given.split(u',');
        for (const QString& part : parts) {
            bool isNumber = false;
            read << part.toDouble(&isNumber);
            if (!isNumber)
                return std::nullopt;
        }
        return read;
    }

    Result<spatial::Box> extentOf(const draw::MapSheet& sheet) const
    {
        if (m_options.extent.empty()) {
            const auto all = draw::extentOf(sheet.layers);
            if (!all)
                return Error(ErrorCode::Invalid,
                             Text::tr("所选图层里没有可画的图形，请检查数据。"));
            return *all;
        }
        const auto read = numbers(text(m_options.extent));
        if (!read || read->size() != 4 || (*read)[0] >= (*read)[2] || (*read)[1] >= (*read)[3])
            return Error(ErrorCode::BadUsage,
                         Text::tr("范围写成 西,南,东,北（经纬度，或图件坐标系的米），“%1”不是。")
                             .arg(text(m_options.extent)));
        double x[] = {(*read)[0], (*read)[2], (*read)[0], (*read)[2]};
        double y[] = {(*read)[1], (*read)[1], (*read)[3], (*read)[3]};
        if (x[1] <= 180 && y[2] <= 90) {
            const auto down = gdal::Transformation::fromGeodetic(sheet.plane);
            if (!down)
                return down.error();
            if (const auto moved = down->apply(x, y, 4); !moved)
                return moved.error();
        }
        return spatial::Box{std::min(x[0], x[2]), std::min(y[0], y[1]), std::max(x[1], x[3]),
                            std::max(y[2], y[3])};
    }

    static QString sourceOf(const project::Layer& layer)
    {
        const QString year = layer.year > 0 ? u"%1年"_s.arg(layer.year) : u"年份未注明"_s;
        return u"%1（%2，%3）"_s.arg(layer.name, year, layer.fileName);
    }

    const QString m_file;
    const project::YearData& m_data;
    const MapOptions& m_options;
    CancelToken m_cancel;
    const ProgressSink& m_progress;
    const draw::SymbolSet& m_symbols;
    int m_year;
};

Result<draw::SheetFile> sheetAs(const QString& format, const draw::MapSheet& sheet,
                                const project::YearData& data, int dpi)
{
    if (format == u"png")
        return draw::sheetAsPng(sheet, dpi);
    if (format == u"svg")
        return draw::sheetAsSvg(sheet);
    auto pdf = draw::sheetAsPdf(sheet);
    if (!pdf)
        return pdf;
    report::Document document;
    document.title = sheet.title;
    document.author = data.info.organisation;
    document.modified = data.info.changedAt;
    auto finished = report::finishPdf(pdf->bytes, document);
    if (!finished)
        return finished.error();
    pdf->bytes = *std::move(finished);
    return pdf;
}

} // namespace

void addMapOptions(CLI::App& draw, MapOptions& o)
{
    draw.add_option("--map", o.roles,
                    Text::help("画地图：图层代码，用逗号隔开，下层在前，如 DLTB,CZKFBJ；"
                               "不在项目中的写成 代码=文件 或 代码=文件|图层"))
        ->delimiter(',');
    draw.add_option("--format", o.formats, Text::help("地图的格式：png、svg、pdf，用逗号隔开"))
        ->delimiter(',')
        ->check(CLI::IsMember({"png", "svg", "pdf"}));
    draw.add_option("--size", o.size,
                    Text::help("图幅：A4 到 A0，竖版如 A4-portrait，或毫米数 297x210"))
        ->capture_default_str();
    draw.add_option("--dpi", o.dpi, Text::help("png 每英寸的点数"))
        ->check(CLI::Range(50, 1200))
        ->capture_default_str();
    draw.add_option("--extent", o.extent,
                    Text::help("范围：西,南,东,北，经纬度或米；不填为图层的范围"));
    draw.add_option("--title", o.title, Text::help("图名；不填为城市、年份和图层名"));
    draw.add_option("--year", o.year, Text::help("用哪一年的图层；不填为现状年"));
    draw.add_option("--by", o.by, Text::help("最下层按哪一列的数值分级设色，如 population"));
    draw.add_option("--grades", o.grades,
                    Text::help("分级：jenks:5、equal:5、quantile:5，或界限 0,10,50"))
        ->capture_default_str();
    draw.add_option("--ramp", o.ramp, Text::help("色带：blue、green、orange、purple、grey、heat"))
        ->capture_default_str();
    draw.add_option("--review-number", o.reviewNumber, Text::help("审图号"));
}

Exit drawMap(const std::string& file, const std::string& folder, const MapOptions& options,
             const Console& console)
{
    const auto data = readYear(text(file));
    if (!data)
        return console.failure(data.error());
    const ProgressSink progress = console.progress();
    const draw::ProjectSymbols symbols = draw::symbolsOf(*data);
    console.issues(symbols.faults);
    const auto sheet =
        SheetMaker(text(file), *data, options, symbols.all, console.cancel(), progress).make();
    if (!sheet)
        return console.failure(sheet.error());
    const QString path = text(folder);
    if (!QDir().mkpath(path))
        return console.failure(
            Error(ErrorCode::ReadOnly, Text::tr("不能建立文件夹 %1，请换一个位置。").arg(path)));
    std::vector<std::string> formats = options.formats;
    if (formats.empty())
        formats = {"png"};
    QJsonArray files;
    draw::SheetReport report;
    QString name = sheet->title;
    name.replace(u'/', u'-').replace(u'\\', u'-').replace(u':', u'-');
    for (const std::string& format : formats) {
        const auto made =
            inChinese([&] { return sheetAs(text(format), *sheet, *data, options.dpi); });
        if (!made)
            return console.failure(made.error());
        const QString target = QDir(path).filePath(name + u'.' + text(format));
        if (const auto written = writeFileSafely(target, made->bytes); !written)
            return console.failure(written.error());
        files.append(QJsonObject{{u"path"_s, QDir(path).relativeFilePath(target)},
                                 {u"bytes"_s, made->bytes.size()}});
        report = made->report;
        console.line(QDir::toNativeSeparators(QDir(target).absolutePath()));
    }
    tellProgress(progress, 1);
    QJsonArray unknown;
    for (const QString& one : report.unknown) {
        unknown.append(one);
        console.line(Text::tr("没有符号的代码，已用叉线画出：%1。请核对数据或地类体系。").arg(one));
    }
    if (report.labelsLeftOut > 0)
        console.line(Text::tr("注记 %1 个；放不下的 %2 个没有画。")
                         .arg(report.labels)
                         .arg(report.labelsLeftOut));
    QJsonArray legend;
    for (const QString& row : report.legend)
        legend.append(row);
    console.document({{u"folder"_s, path},
                      {u"files"_s, files},
                      {u"scale"_s, report.scale},
                      {u"legend"_s, legend},
                      {u"unknown"_s, unknown},
                      {u"labels"_s, report.labels},
                      {u"labels_left_out"_s, report.labelsLeftOut}});
    return report.unknown.isEmpty() ? Exit::Success : Exit::Problems;
}

} // namespace checkup::cli
