#include "app/cli/verbs.h"

#include "app/cli/table_documents.h"
#include "core/report/spatial_tables.h"

#include <QFileInfo>

namespace checkup::cli {

using namespace Qt::StringLiterals;
using spatial::OverlayLayer;

namespace {

/// What the three tables are asked with.
struct Options
{
    std::string a, b, districts, layers, aField, bField, by, book, shapes, classes;
    int epsg = 0, threads = 0;
    double sliver = 0, sliverWidth = 0;
    bool built = false;
};

QString layerPart(const Options& o, int number)
{
    return text(o.layers).section(u',', number, number);
}

OverlayLayer layerA(const Options& o)
{
    return {text(o.a), layerPart(o, 0), text(o.aField), o.epsg};
}

OverlayLayer layerB(const Options& o)
{
    return {text(o.b), layerPart(o, 1), text(o.bField), o.epsg};
}

spatial::TableSettings settingsOf(const Options& o)
{
    spatial::TableSettings settings;
    if (!o.districts.empty())
        settings.districts = spatial::TableInput(
            OverlayLayer{text(o.districts), layerPart(o, 2), text(o.by), o.epsg});
    settings.sliver = {o.sliver, o.sliverWidth};
    settings.threads = o.threads;
    return settings;
}

QString fileName(const std::string& path, const QString& layer)
{
    const QString name = QFileInfo(text(path)).fileName();
    return layer.isEmpty() || path.empty() ? name : name + u'/' + layer;
}

report::TableSource sourceOf(const Options& o)
{
    return {fileName(o.a, layerPart(o, 0)),
            fileName(o.b, layerPart(o, 1)),
            fileName(o.districts, layerPart(o, 2)),
            {o.sliver, o.sliverWidth}};
}

TableTold told(const Options& o)
{
    return {text(o.a), {o.sliver, o.sliverWidth}};
}

Exit runMatrix(const Options& o, const Console& console)
{
    const auto made = spatial::overlayMatrix(layerA(o), layerB(o), settingsOf(o), console.cancel(),
                                             console.progress());
    if (!made)
        return console.failure(made.error());
    if (!o.book.empty()) {
        const Result<void> written = report::writeMatrix(text(o.book), *made, sourceOf(o));
        if (!written)
            return console.failure(written.error());
    }
    console.document(show(console, *made, told(o)));
    return Exit::Success;
}

Exit runTransition(const Options& o, const Console& console)
{
    const auto made = spatial::transitionMatrix(layerA(o), layerB(o), settingsOf(o), false,
                                                console.cancel(), console.progress());
    if (!made)
        return console.failure(made.error());
    if (!o.book.empty()) {
        const Result<void> written = report::writeTransition(text(o.book), *made, sourceOf(o));
        if (!written)
            return console.failure(written.error());
    }
    console.document(show(console, *made, told(o)));
    return Exit::Success;
}

Exit runEncroach(const Options& o, const Console& console)
{
    spatial::EncroachRequest request;
    request.parcels = spatial::TableInput::parcels(layerA(o));
    request.redlines = layerB(o);
    if (!o.classes.empty())
        request.classes = text(o.classes).split(u',', Qt::SkipEmptyParts);
    request.builtOnly = o.built;
    request.shapes = !o.book.empty() || !o.shapes.empty();
    request.settings = settingsOf(o);
    const auto made = spatial::encroachments(request, console.cancel(), console.progress());
    if (!made)
        return console.failure(made.error());
    if (!o.book.empty()) {
        const Result<void> written = report::writeEncroachments(text(o.book), *made, sourceOf(o));
        if (!written)
            return console.failure(written.error());
    }
    if (!o.shapes.empty()) {
        const Result<void> written = spatial::writeLayer(text(o.shapes), *made);
        if (!written)
            return console.failure(written.error());
    }
    console.document(show(console, *made, told(o)));
    return Exit::Success;
}

using Run = Exit (*)(const Options&, const Console&);

/// The options that the three have in common.
CLI::App* addTable(CLI::App& measure, Command& command, const char* name, const std::string& help,
                   const std::shared_ptr<Options>& o, Run run)
{
    CLI::App* const verb = measure.add_subcommand(name, help);
    verb->add_option("--districts", o->districts, Text::help("行政区图层；给出时按区分列"));
    verb->add_option("--by", o->by, Text::help("行政区图层的名称或代码字段"));
    verb->add_option("--layers", o->layers,
                     Text::help("文件里有几个图层时，用逗号依次写出三个图层名：A,B,行政区"));
    verb->add_option("--crs", o->epsg, Text::help("坐标系的 EPSG 代码；图层没有标明或标错时填写"));
    verb->add_option("--threads", o->threads, Text::help("用几个线程；默认用全部处理器"));
    verb->add_option("--sliver", o->sliver, Text::help("小于这么多平方米的碎片不计入，另行列出"));
    verb->add_option("--sliver-width", o->sliverWidth,
                     Text::help("平均宽度小于这么多米的碎片不计入，另行列出"));
    verb->add_option("-o,--output", o->book, Text::help("写出表格（.xlsx）"));
    verb->callback([o, run, &command] {
        command.work = [o, run](const Console& console) { return run(*o, console); };
    });
    return verb;
}

} // namespace

void addTableVerbs(CLI::App& measure, Command& command)
{
    auto m = std::make_shared<Options>();
    CLI::App* const matrix = addTable(measure, command, "matrix",
                                      Text::help("地类 × 控制线 × 行政区的面积表"), m, runMatrix);
    matrix->add_option("A", m->a, Text::help("图斑等要素多的图层"))->required();
    matrix->add_option("B", m->b, Text::help("控制线等要素少的图层"))->required();
    matrix->add_option("--a-field", m->aField, Text::help("A 的分类字段，如 DLBM"));
    matrix->add_option("--b-field", m->bField, Text::help("B 的分类字段，如 类型"));

    auto t = std::make_shared<Options>();
    CLI::App* const transition = addTable(
        measure, command, "transition", Text::help("两年地类图斑之间的转移矩阵"), t, runTransition);
    transition->add_option("BEFORE", t->a, Text::help("前一年的图斑图层"))->required();
    transition->add_option("AFTER", t->b, Text::help("后一年的图斑图层"))->required();
    transition->add_option("--before-field", t->aField, Text::help("前一年的地类字段"))
        ->default_val("DLBM");
    transition->add_option("--after-field", t->bField, Text::help("后一年的地类字段"))
        ->default_val("DLBM");

    auto e = std::make_shared<Options>();
    CLI::App* const encroach =
        addTable(measure, command, "encroach", Text::help("控制线内的图斑清单"), e, runEncroach);
    encroach->add_option("PARCELS", e->a, Text::help("图斑图层"))->required();
    encroach->add_option("REDLINE", e->b, Text::help("控制线图层"))->required();
    encroach->add_option("--class-field", e->aField,
                         Text::help("地类编码字段；不填时按字段名识别"));
    encroach->add_option("--name-field", e->bField, Text::help("控制线的名称字段"));
    encroach->add_option("--class", e->classes,
                         Text::help("只列这些地类，编码或其开头，用逗号隔开：05,06,07"));
    encroach->add_flag("--built", e->built, Text::help("只列城乡建设用地（CZCSXM 201—203）"));
    encroach->add_option("--layer", e->shapes,
                         Text::help("把线内部分写成图层（.gpkg、.shp、.fgb、.geojson）"));
}

} // namespace checkup::cli
