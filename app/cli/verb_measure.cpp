#include "app/cli/verbs.h"

#include "core/base/decimal.h"
#include "core/spatial/measure_area.h"
#include "core/spatial/overlay.h"

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const spatial::Areas& areas)
{
    return {{u"features"_s, areas.features},
            {u"area_m2"_s, areas.ellipsoidal},
            {u"plane_m2"_s, areas.plane}};
}

QStringList row(const QString& name, const spatial::Areas& areas)
{
    const double difference = areas.plane - areas.ellipsoidal;
    return {name,
            QString::number(areas.features),
            formatFixed(areas.ellipsoidal, 2),
            formatFixed(areas.plane, 2),
            formatFixed(difference, 2),
            areas.ellipsoidal > 0 ? formatFixed(difference / areas.ellipsoidal * 100, 4) + u" %"_s
                                  : u"—"_s};
}

/// Areas of a database differ by what an edge is.
void sayWhere(bool inDatabase, const Console& console)
{
    if (inDatabase)
        console.line(
            Text::tr("由数据库的 PostGIS 计算：两点之间的边取大地线，不取图层坐标里的直线；"
                     "100 米长的边相差不到 0.01 平方米。"));
}

Exit runArea(const spatial::AreaRequest& request, const Console& console)
{
    const auto report = spatial::measureArea(request, console.cancel(), console.progress());
    if (!report)
        return console.failure(report.error());

    QList<QStringList> rows{{request.by.isEmpty() ? Text::tr("图层") : request.by, Text::tr("要素"),
                             Text::tr("椭球面积（平方米）"), Text::tr("平面面积（平方米）"),
                             Text::tr("平面－椭球"), Text::tr("相差")}};
    QJsonObject groups;
    for (auto group = report->groups.cbegin(); group != report->groups.cend(); ++group) {
        groups.insert(group.key(), toJson(*group));
        rows << row(group.key().isEmpty() ? Text::tr("（未填）") : group.key(), *group);
    }
    rows << row(request.by.isEmpty() ? report->layer : Text::tr("合计"), report->total);

    Issues issues;
    QJsonArray repairs;
    for (const spatial::Repair& repair : report->repairs) {
        repairs.append(QJsonObject{{u"feature"_s, repair.feature},
                                   {u"fault"_s, repair.fault},
                                   {u"before_m2"_s, repair.before},
                                   {u"after_m2"_s, repair.after}});
        issues << Issue{
            Severity::Warning,
            Text::tr("第 %1 号要素的图形有误（%2），已修复后计算，平面面积由 %3 变为 %4 平方米。")
                .arg(repair.feature)
                .arg(repair.fault, formatFixed(repair.before, 2), formatFixed(repair.after, 2)),
            report->file,
            report->layer,
            {},
            1};
    }
    const qint64 without = report->nulls + report->empties + report->others;
    if (without > 0)
        issues << Issue{Severity::Warning,
                        Text::tr("%1 个要素没有面积：无图形 %2 个，空图形 %3 个，点或线 %4 个。")
                            .arg(without)
                            .arg(report->nulls)
                            .arg(report->empties)
                            .arg(report->others),
                        report->file,
                        report->layer,
                        {},
                        1};

    QJsonObject document = toJson(report->total);
    document.insert(u"layer"_s, report->layer);
    document.insert(u"crs"_s, report->crs);
    document.insert(u"plane_crs"_s, report->planeCrs);
    document.insert(u"by"_s, groups);
    document.insert(u"null"_s, report->nulls);
    document.insert(u"empty"_s, report->empties);
    document.insert(u"without_area"_s, report->others);
    document.insert(u"repairs"_s, repairs);
    console.document(document);
    console.table(rows);
    console.line(Text::tr("椭球：CGCS2000；平面：%1。").arg(report->planeCrs));
    sayWhere(report->inDatabase, console);
    console.issues(issues);
    return Exit::Success;
}

/// "a,b" as its two parts; one part alone is the first.
std::pair<QString, QString> both(const std::string& given)
{
    const QString all = text(given);
    return {all.section(u',', 0, 0), all.section(u',', 1, 1)};
}

Exit runOverlay(const spatial::OverlayRequest& request, const Console& console)
{
    const auto report = spatial::overlay(request, console.cancel(), console.progress());
    if (!report)
        return console.failure(report.error());
    QJsonArray cells;
    QList<QStringList> rows{{request.a.by.isEmpty() ? u"A"_s : request.a.by,
                             request.b.by.isEmpty() ? u"B"_s : request.b.by, Text::tr("要素"),
                             Text::tr("椭球面积（平方米）"), Text::tr("平面面积（平方米）")}};
    for (const spatial::OverlayCell& cell : report->cells) {
        cells.append(QJsonObject{{u"a"_s, cell.a},
                                 {u"b"_s, cell.b},
                                 {u"area_m2"_s, cell.area},
                                 {u"plane_m2"_s, cell.plane},
                                 {u"features"_s, cell.features}});
        rows << QStringList{cell.a, cell.b, QString::number(cell.features),
                            formatFixed(cell.area, 2), formatFixed(cell.plane, 2)};
    }
    rows << QStringList{
        Text::tr("合计"), {}, {}, formatFixed(report->area, 2), formatFixed(report->plane, 2)};
    console.document({{u"area_m2"_s, report->area},
                      {u"plane_m2"_s, report->plane},
                      {u"plane_crs"_s, report->planeCrs},
                      {u"features"_s, report->features},
                      {u"zones"_s, report->zones},
                      {u"repaired_a"_s, report->repairedA},
                      {u"repaired_b"_s, report->repairedB},
                      {u"without_area"_s, report->withoutArea},
                      {u"by"_s, cells}});
    console.table(rows);
    console.line(Text::tr("椭球：CGCS2000；平面：%1。").arg(report->planeCrs));
    sayWhere(report->inDatabase, console);
    if (report->repairedA + report->repairedB > 0)
        console.issues({Issue{Severity::Warning,
                              Text::tr("图形有误、修复后计算的要素：A 中 %1 个，B 中 %2 个。")
                                  .arg(report->repairedA)
                                  .arg(report->repairedB),
                              request.a.path,
                              {},
                              {},
                              1}});
    return Exit::Success;
}

struct OverlayOptions
{
    std::string a, b, layers, by;
    int epsg = 0, threads = 0;
};

struct AreaOptions
{
    std::string path, layer, by;
    int epsg = 0;
};

} // namespace

void addMeasureVerbs(CLI::App& app, Command& command)
{
    CLI::App* const measure =
        app.add_subcommand("measure", Text::help("直接量算空间数据文件，不需要项目"));
    measure->require_subcommand(1);
    auto o = std::make_shared<AreaOptions>();
    CLI::App* const area =
        measure->add_subcommand("area", Text::help("面状图层的椭球面积与平面面积"));
    area->add_option("FILE", o->path, Text::help("空间数据文件"))->required();
    area->add_option("--layer", o->layer, Text::help("图层名；只有一个图层时可不填"));
    area->add_option("--by", o->by, Text::help("按这个字段分组"));
    area->add_option("--crs", o->epsg, Text::help("坐标系的 EPSG 代码；图层没有标明或标错时填写"));
    area->callback([o, &command] {
        command.work = [o](const Console& console) {
            return runArea({text(o->path), text(o->layer), text(o->by), o->epsg}, console);
        };
    });

    auto v = std::make_shared<OverlayOptions>();
    CLI::App* const overlay =
        measure->add_subcommand("overlay", Text::help("A 落在 B 内的面积，按两边的类别分列"));
    overlay->add_option("A", v->a, Text::help("图斑等要素多的图层"))->required();
    overlay->add_option("B", v->b, Text::help("控制线、行政区等要素少的图层"))->required();
    overlay->add_option("--layers", v->layers, Text::help("两个图层名，用逗号隔开：图斑,控制线"));
    overlay->add_option("--by", v->by, Text::help("两边的分类字段，用逗号隔开：DLBM,类型"));
    overlay->add_option("--crs", v->epsg,
                        Text::help("坐标系的 EPSG 代码；图层没有标明或标错时填写"));
    overlay->add_option("--threads", v->threads, Text::help("用几个线程；默认用全部处理器"));
    overlay->callback([v, &command] {
        command.work = [v](const Console& console) {
            const auto [layerA, layerB] = both(v->layers);
            const auto [byA, byB] = both(v->by);
            return runOverlay({{text(v->a), layerA, byA, v->epsg},
                               {text(v->b), layerB, byB, v->epsg},
                               v->threads},
                              console);
        };
    });

    addCoverVerb(*measure, command);
    addTableVerbs(*measure, command);
}

} // namespace checkup::cli
