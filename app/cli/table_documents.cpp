#include "app/cli/table_documents.h"

#include "app/cli/verbs.h"
#include "app/language/language.h"
#include "core/base/decimal.h"

#include <map>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int onScreen = 40; ///< rows of a list that people are shown

QString ha(double squareMetres)
{
    constexpr double hectare = 10'000;
    return formatFixed(squareMetres / hectare, 4);
}

QJsonObject toJson(const spatial::Slivers& slivers)
{
    return {{u"pieces"_s, slivers.pieces}, {u"area_m2"_s, slivers.area}};
}

void tellSlivers(const Console& console, const TableTold& told, const spatial::Slivers& slivers)
{
    if (told.sliver.area > 0 || told.sliver.width > 0)
        console.line(Text::tr("去掉碎片 %1 个，共 %2 平方米。")
                         .arg(slivers.pieces)
                         .arg(formatFixed(slivers.area, 2)));
}

void tellRepairs(const Console& console, const TableTold& told, qint64 repaired, qint64 withoutArea)
{
    Issues issues;
    if (repaired > 0)
        issues << Issue{Severity::Warning,
                        Text::tr("图形有误、修复后计算的要素有 %1 个。").arg(repaired),
                        told.file,
                        {},
                        {},
                        1};
    if (withoutArea > 0)
        issues << Issue{Severity::Warning,
                        Text::tr("没有面积、未计算的要素有 %1 个。").arg(withoutArea),
                        told.file,
                        {},
                        {},
                        1};
    console.issues(issues);
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

QString classText(const QString& name, const TableTold& told)
{
    return told.classText ? told.classText(name) : name;
}

QJsonObject joined(QJsonObject object, const TableTold& told)
{
    for (auto key = told.document.constBegin(); key != told.document.constEnd(); ++key)
        object.insert(key.key(), key.value());
    return object;
}

} // namespace

QJsonObject show(const Console& console, const spatial::MatrixReport& report, const TableTold& told)
{
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
    QList<QStringList> rows{{Text::tr("类别"), Text::tr("控制线"), Text::tr("行政区"),
                             Text::tr("面积（公顷）"), Text::tr("图斑数")}};
    for (const spatial::MatrixCell& cell : report.cells)
        rows << QStringList{classText(cell.a, told), cell.b, cell.district, ha(cell.area),
                            QString::number(cell.features)};
    console.table(rows);
    console.line(Text::tr("图斑总面积 %1 公顷，闭合差 %2 平方米。")
                     .arg(ha(report.closing.area))
                     .arg(report.closing.residual, 0, 'g', 3));
    tellSlivers(console, told, report.slivers);
    tellRepairs(console, told, report.repairedA + report.repairedB, report.withoutArea);
    return joined({{u"plane_crs"_s, report.planeCrs},
                   {u"features"_s, report.features},
                   {u"zones"_s, report.zones},
                   {u"inside"_s, cells(report.cells)},
                   {u"totals"_s, cells(report.totals)},
                   {u"slivers"_s, toJson(report.slivers)},
                   {u"area_m2"_s, report.closing.area},
                   {u"residual_m2"_s, report.closing.residual},
                   {u"repaired"_s, report.repairedA + report.repairedB},
                   {u"without_area"_s, report.withoutArea}},
                  told);
}

QJsonObject show(const Console& console, const spatial::TransitionReport& report,
                 const TableTold& told)
{
    QJsonArray cells;
    for (const spatial::TransitionCell& cell : report.cells)
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
    QList<QStringList> rows{
        {Text::tr("前一年"), Text::tr("后一年"), Text::tr("行政区"), Text::tr("面积（公顷）")}};
    double changed = 0;
    for (const spatial::TransitionCell& cell : report.cells) {
        if (cell.before == cell.after)
            continue;
        changed += cell.area;
        rows << QStringList{classText(cell.before, told), classText(cell.after, told),
                            cell.district, ha(cell.area)};
    }
    console.table(rows);
    console.line(Text::tr("前一年 %1 公顷，后一年 %2 公顷；变化 %3 公顷；闭合差 %4 平方米。")
                     .arg(ha(report.closing.area), ha(report.areaAfter), ha(changed))
                     .arg(report.closing.residual, 0, 'g', 3));
    tellSlivers(console, told, report.slivers);
    tellRepairs(console, told, report.repaired, report.withoutArea);
    return joined({{u"plane_crs"_s, report.planeCrs},
                   {u"features_before"_s, report.featuresBefore},
                   {u"features_after"_s, report.featuresAfter},
                   {u"cells"_s, cells},
                   {u"before_m2"_s, byClass(report.before)},
                   {u"after_m2"_s, byClass(report.after)},
                   {u"lost_m2"_s, byClass(report.lost)},
                   {u"gained_m2"_s, byClass(report.gained)},
                   {u"slivers"_s, toJson(report.slivers)},
                   {u"area_before_m2"_s, report.closing.area},
                   {u"area_after_m2"_s, report.areaAfter},
                   {u"residual_m2"_s, report.closing.residual},
                   {u"repaired"_s, report.repaired},
                   {u"without_area"_s, report.withoutArea}},
                  told);
}

QJsonObject show(const Console& console, const spatial::EncroachReport& report,
                 const TableTold& told)
{
    QJsonArray list;
    QList<QStringList> rows{{Text::tr("图斑"), Text::tr("地类"), Text::tr("控制线"),
                             Text::tr("行政区"), Text::tr("线内（平方米）"), Text::tr("占图斑"),
                             Text::tr("地类面积（平方米）")}};
    const auto& classes = catalogue::LandClasses::of(told.system);
    for (const spatial::Encroachment& one : report.list) {
        QJsonObject entry{{u"feature"_s, one.feature},      {u"id"_s, one.id},
                          {u"class"_s, one.classCode},      {u"name"_s, one.className},
                          {u"redline"_s, one.redline},      {u"district"_s, one.district},
                          {u"parcel_m2"_s, one.parcelArea}, {u"area_m2"_s, one.area},
                          {u"share"_s, one.share}};
        if (one.net)
            entry.insert(u"net_m2"_s, *one.net);
        list.append(entry);
        if (rows.size() <= onScreen)
            rows << QStringList{
                one.id.isEmpty() ? QString::number(one.feature) : one.id,
                one.classCode + u' ' +
                    language::choose(one.className, classes.englishOf(one.classCode)),
                one.redline,
                one.district,
                formatFixed(one.area, 2),
                formatFixed(one.share * 100, 2) + u" %"_s,
                one.net ? formatFixed(*one.net, 2) : u"—"_s};
    }
    console.table(rows);
    if (report.list.size() > onScreen)
        console.line(Text::tr("只列出前 %1 条，共 %2 条；全部见 -o 写出的表格。")
                         .arg(onScreen)
                         .arg(report.list.size()));
    console.line(Text::tr("共 %1 条，线内 %2 公顷，图斑地类面积 %3 公顷；分摊闭合差 %4 平方米。")
                     .arg(report.list.size())
                     .arg(ha(report.area), ha(report.net))
                     .arg(report.residual, 0, 'g', 3));
    tellSlivers(console, told, report.slivers);
    QStringList missing;
    for (const QString& key : report.missing)
        missing << columnName(key);
    if (!missing.isEmpty())
        console.issues(
            {Issue{Severity::Warning,
                   Text::tr("图斑图层里没有这些字段，相应的栏空着：%1。").arg(missing.join(u'、')),
                   told.file,
                   {},
                   {},
                   1}});
    tellRepairs(console, told, report.repaired, report.withoutArea);
    return joined({{u"plane_crs"_s, report.planeCrs},
                   {u"features"_s, report.features},
                   {u"zones"_s, report.zones},
                   {u"list"_s, list},
                   {u"area_m2"_s, report.area},
                   {u"net_m2"_s, report.net},
                   {u"residual_m2"_s, report.residual},
                   {u"slivers"_s, toJson(report.slivers)},
                   {u"missing"_s, QJsonArray::fromStringList(report.missing)},
                   {u"repaired"_s, report.repaired},
                   {u"without_area"_s, report.withoutArea}},
                  told);
}

} // namespace checkup::cli
