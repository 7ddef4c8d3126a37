#include "app/cli/verbs.h"

#include "core/base/decimal.h"
#include "core/report/spatial_tables.h"

#include <QFileInfo>

#include <map>

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

constexpr int onScreen = 40; ///< rows of a list that people are shown

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

QString ha(double squareMetres)
{
    constexpr double hectare = 10'000;
    return formatFixed(squareMetres / hectare, 4);
}

QJsonObject toJson(const spatial::Slivers& slivers)
{
    return {{u"pieces"_s, slivers.pieces}, {u"area_m2"_s, slivers.area}};
}

void tellSlivers(const Console& console, const Options& o, const spatial::Slivers& slivers)
{
    if (o.sliver > 0 || o.sliverWidth > 0)
        console.line(Text::tr("去掉碎片 %1 个，共 %2 平方米。")
                         .arg(slivers.pieces)
                         .arg(formatFixed(slivers.area, 2)));
}

void tellRepairs(const Console& console, const Options& o, qint64 repaired, qint64 withoutArea)
{
    Issues issues;
    if (repaired > 0)
        issues << Issue{Severity::Warning,
                        Text::tr("图形有误、修复后计算的要素有 %1 个。").arg(repaired),
                        text(o.a),
                        {},
                        {},
                        1};
    if (withoutArea > 0)
        issues << Issue{Severity::Warning,
                        Text::tr("没有面积、未计算的要素有 %1 个。").arg(withoutArea),
                        text(o.a),
                        {},
                        {},
                        1};
    console.issues(issues);
}

Exit runMatrix(const Options& o, const Console& console)
{
    const auto made =
        spatial::overlayMatrix(layerA(o), layerB(o), settingsOf(o), {}, console.progress());
    if (!made)
        return console.failure(made.error());
    if (!o.book.empty()) {
        const Result<void> written = report::writeMatrix(text(o.book), *made, sourceOf(o));
        if (!written)
            return console.failure(written.error());
    }
    const auto cells = [](const QList<spatial::MatrixCell>& list) {
        QJsonArray all;
        for (const spatial::MatrixCell& cell : list)
            all.append(QJsonObject{{u"a"_s, cell.a},
                                   {u"b"_s, cell.b},
                                   {u"district"_s, cell.district},
                                   {u"area_m2"_s, cell.area},
                                   {u"features"_s, cell.features}});
        return all;
    };
    console.document({{u"plane_crs"_s, made->planeCrs},
                      {u"features"_s, made->features},
                      {u"zones"_s, made->zones},
                      {u"inside"_s, cells(made->cells)},
                      {u"totals"_s, cells(made->totals)},
                      {u"slivers"_s, toJson(made->slivers)},
                      {u"area_m2"_s, made->closing.area},
                      {u"residual_m2"_s, made->closing.residual},
                      {u"repaired"_s, made->repairedA + made->repairedB},
                      {u"without_area"_s, made->withoutArea}});
    QList<QStringList> rows{{Text::tr("类别"), Text::tr("控制线"), Text::tr("行政区"),
                             Text::tr("面积（公顷）"), Text::tr("图斑数")}};
    for (const spatial::MatrixCell& cell : made->cells)
        rows << QStringList{cell.a, cell.b, cell.district, ha(cell.area),
                            QString::number(cell.features)};
    console.table(rows);
    console.line(Text::tr("图斑总面积 %1 公顷，闭合差 %2 平方米。")
                     .arg(ha(made->closing.area))
                     .arg(made->closing.residual, 0, 'g', 3));
    tellSlivers(console, o, made->slivers);
    tellRepairs(console, o, made->repairedA + made->repairedB, made->withoutArea);
    return Exit::Success;
}

Exit runTransition(const Options& o, const Console& console)
{
    const auto made = spatial::transitionMatrix(layerA(o), layerB(o), settingsOf(o), false, {},
                                                console.progress());
    if (!made)
        return console.failure(made.error());
    if (!o.book.empty()) {
        const Result<void> written = report::writeTransition(text(o.book), *made, sourceOf(o));
        if (!written)
            return console.failure(written.error());
    }
    QJsonArray cells;
    for (const spatial::TransitionCell& cell : made->cells)
        cells.append(QJsonObject{{u"before"_s, cell.before},
                                 {u"after"_s, cell.after},
                                 {u"district"_s, cell.district},
                                 {u"area_m2"_s, cell.area},
                                 {u"pieces"_s, cell.pieces}});
    const auto byClass = [](const QMap<QString, double>& areas) {
        QJsonObject all;
        for (auto area = areas.cbegin(); area != areas.cend(); ++area)
            all.insert(area.key(), *area);
        return all;
    };
    console.document({{u"plane_crs"_s, made->planeCrs},
                      {u"features_before"_s, made->featuresBefore},
                      {u"features_after"_s, made->featuresAfter},
                      {u"cells"_s, cells},
                      {u"before_m2"_s, byClass(made->before)},
                      {u"after_m2"_s, byClass(made->after)},
                      {u"lost_m2"_s, byClass(made->lost)},
                      {u"gained_m2"_s, byClass(made->gained)},
                      {u"slivers"_s, toJson(made->slivers)},
                      {u"area_before_m2"_s, made->closing.area},
                      {u"area_after_m2"_s, made->areaAfter},
                      {u"residual_m2"_s, made->closing.residual},
                      {u"repaired"_s, made->repaired},
                      {u"without_area"_s, made->withoutArea}});
    QList<QStringList> rows{
        {Text::tr("前一年"), Text::tr("后一年"), Text::tr("行政区"), Text::tr("面积（公顷）")}};
    double changed = 0;
    for (const spatial::TransitionCell& cell : made->cells) {
        if (cell.before == cell.after)
            continue;
        changed += cell.area;
        rows << QStringList{cell.before, cell.after, cell.district, ha(cell.area)};
    }
    console.table(rows);
    console.line(Text::tr("前一年 %1 公顷，后一年 %2 公顷；变化 %3 公顷；闭合差 %4 平方米。")
                     .arg(ha(made->closing.area), ha(made->areaAfter), ha(changed))
                     .arg(made->closing.residual, 0, 'g', 3));
    tellSlivers(console, o, made->slivers);
    tellRepairs(console, o, made->repaired, made->withoutArea);
    return Exit::Success;
}

/// What columns of the parcels the list goes without.
QString columnName(const QString& key)
{
    static const std::map<QString, QString> names{{u"id"_s, u"BSM"_s},
                                                  {u"class"_s, u"DLBM"_s},
                                                  {u"className"_s, u"DLMC"_s},
                                                  {u"netArea"_s, u"TBDLMJ"_s},
                                                  {u"cityVillage"_s, u"CZCSXM"_s}};
    const auto found = names.find(key);
    return found == names.end() ? key : found->second;
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
    const auto made = spatial::encroachments(request, {}, console.progress());
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
    QJsonArray list;
    QList<QStringList> rows{{Text::tr("图斑"), Text::tr("地类"), Text::tr("控制线"),
                             Text::tr("行政区"), Text::tr("线内（平方米）"), Text::tr("占图斑"),
                             Text::tr("地类面积（平方米）")}};
    for (const spatial::Encroachment& one : made->list) {
        QJsonObject entry{{u"feature"_s, one.feature},      {u"id"_s, one.id},
                          {u"class"_s, one.classCode},      {u"name"_s, one.className},
                          {u"redline"_s, one.redline},      {u"district"_s, one.district},
                          {u"parcel_m2"_s, one.parcelArea}, {u"area_m2"_s, one.area},
                          {u"share"_s, one.share}};
        if (one.net)
            entry.insert(u"net_m2"_s, *one.net);
        list.append(entry);
        if (rows.size() <= onScreen)
            rows << QStringList{one.id.isEmpty() ? QString::number(one.feature) : one.id,
                                one.classCode + u' ' + one.className,
                                one.redline,
                                one.district,
                                formatFixed(one.area, 2),
                                formatFixed(one.share * 100, 2) + u" %"_s,
                                one.net ? formatFixed(*one.net, 2) : u"—"_s};
    }
    console.document({{u"plane_crs"_s, made->planeCrs},
                      {u"features"_s, made->features},
                      {u"zones"_s, made->zones},
                      {u"list"_s, list},
                      {u"area_m2"_s, made->area},
                      {u"net_m2"_s, made->net},
                      {u"residual_m2"_s, made->residual},
                      {u"slivers"_s, toJson(made->slivers)},
                      {u"missing"_s, QJsonArray::fromStringList(made->missing)},
                      {u"repaired"_s, made->repaired},
                      {u"without_area"_s, made->withoutArea}});
    console.table(rows);
    if (made->list.size() > onScreen)
        console.line(Text::tr("只列出前 %1 条，共 %2 条；全部见 -o 写出的表格。")
                         .arg(onScreen)
                         .arg(made->list.size()));
    console.line(Text::tr("共 %1 条，线内 %2 公顷，图斑地类面积 %3 公顷；分摊闭合差 %4 平方米。")
                     .arg(made->list.size())
                     .arg(ha(made->area), ha(made->net))
                     .arg(made->residual, 0, 'g', 3));
    tellSlivers(console, o, made->slivers);
    QStringList missing;
    for (const QString& key : made->missing)
        missing << columnName(key);
    if (!missing.isEmpty())
        console.issues(
            {Issue{Severity::Warning,
                   Text::tr("图斑图层里没有这些字段，相应的栏空着：%1。").arg(missing.join(u'、')),
                   text(o.a),
                   {},
                   {},
                   1}});
    tellRepairs(console, o, made->repaired, made->withoutArea);
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
