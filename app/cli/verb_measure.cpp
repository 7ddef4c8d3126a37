#include "app/cli/verbs.h"

#include "core/base/decimal.h"
#include "core/spatial/measure_area.h"

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

Exit runArea(const spatial::AreaRequest& request, const Console& console)
{
    const auto report = spatial::measureArea(request, {}, console.progress());
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
    console.issues(issues);
    return Exit::Success;
}

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
}

} // namespace checkup::cli
