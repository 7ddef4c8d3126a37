#include "core/spatial/recipe.h"

#include "core/base/decimal.h"
#include "core/catalogue/layer_roles.h"

#include <QCoreApplication>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using Op = Condition::Op;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// A name of the layer roles' table in the interface's language, where it has a translation.
QString layerWord(const QString& chinese)
{
    return QCoreApplication::translate("LayerNames", chinese.toUtf8().constData());
}

QString roleName(const QString& code)
{
    const catalogue::LayerRole* role = catalogue::layerRole(code);
    return role ? layerWord(role->name) : code;
}

QString columnName(const QString& role, const QString& column)
{
    const catalogue::LayerRole* known = catalogue::layerRole(role);
    const catalogue::LayerColumn* found = known ? known->column(column) : nullptr;
    return found ? layerWord(found->name) : column;
}

} // namespace

QString inWords(const Condition& condition, const QString& role, int year)
{
    QString column = columnName(role, condition.column);
    if (condition.perSquareKilometre)
        column = Text::tr("每平方千米%1").arg(column);
    const QString values = condition.values.join(Text::tr("、"));
    const bool no = condition.negated;
    switch (condition.op) {
    case Op::Prefix:
        return (no ? Text::tr("%1不以 %2 开头") : Text::tr("%1以 %2 开头")).arg(column, values);
    case Op::Equals:
        return (no ? Text::tr("%1不是“%2”") : Text::tr("%1为“%2”")).arg(column, values);
    case Op::Contains:
        return (no ? Text::tr("%1不含“%2”") : Text::tr("%1含“%2”")).arg(column, values);
    case Op::AtLeast:
    case Op::LessThan:
        return ((condition.op == Op::AtLeast) != no ? Text::tr("%1不小于 %2")
                                                    : Text::tr("%1小于 %2"))
            .arg(column, values);
    case Op::MoreThan:
    case Op::AtMost:
        return ((condition.op == Op::MoreThan) != no ? Text::tr("%1大于 %2")
                                                     : Text::tr("%1不大于 %2"))
            .arg(column, values);
    case Op::OfYear:
        return (no ? Text::tr("%1不是 %2 年") : Text::tr("%1为 %2 年")).arg(column).arg(year);
    case Op::UpToYear:
        return (no ? Text::tr("%1在 %2 年之后") : Text::tr("%1不晚于 %2 年")).arg(column).arg(year);
    case Op::Construction:
        return (no ? Text::tr("%1不属建设用地") : Text::tr("%1属建设用地")).arg(column);
    }
    return {};
}

namespace {

/// "地类图斑（2022 年）中地类编码以 0101、0102 开头的要素".
QString inWords(const Selection& selection, const YearData& data, int year)
{
    const Choice choice = choose(selection, data, year);
    const Selection& taken = *choice.selection;
    QString name = roleName(taken.role);
    const int wanted = year + taken.yearOffset;
    if (choice.layers.isEmpty())
        name = Text::tr("%1（尚无图层）").arg(name);
    else if (choice.year != 0 && choice.year < wanted)
        name = Text::tr("%1（%2 年，尚无 %3 年的）").arg(name).arg(choice.year).arg(wanted);
    else if (choice.year != 0)
        name = Text::tr("%1（%2 年）").arg(name).arg(choice.year);
    if (taken.role != selection.role)
        name = Text::tr("%1（没有%2图层，以此代替）").arg(name, roleName(selection.role));
    QStringList conditions;
    for (const Condition& condition : taken.where) {
        const QString words = inWords(condition, taken.role, year);
        conditions << (condition.ifPresent ? Text::tr("%1（图层有此列时）").arg(words) : words);
    }
    if (conditions.isEmpty())
        return name;
    return Text::tr("%1中%2的要素").arg(name, conditions.join(Text::tr("且")));
}

QString inWords(const QList<Selection>& selections, const YearData& data, int year)
{
    QStringList all;
    for (const Selection& one : selections)
        all << inWords(one, data, year);
    return all.join(Text::tr("、"));
}

QString inWords(const Service& service, const Reach& reach, const YearData& data, int year,
                bool circles)
{
    QString what = inWords(service.what, data, year);
    if (service.minArea > 0)
        what = Text::tr("%1（不小于 %2 平方米的）").arg(what, formatShortest(service.minArea));
    if (service.minutes > 0) {
        const QString minutes = formatShortest(service.minutes);
        if (circles)
            return Text::tr("%1，直线 %2 分钟").arg(what, minutes);
        return reach.mode == Reach::Mode::Drive ? Text::tr("%1，车行 %2 分钟").arg(what, minutes)
                                                : Text::tr("%1，步行 %2 分钟").arg(what, minutes);
    }
    const QString metres = formatShortest(service.metres);
    if (circles)
        return Text::tr("%1，直线 %2 米").arg(what, metres);
    return reach.mode == Reach::Mode::Drive ? Text::tr("%1，沿路车行 %2 米").arg(what, metres)
                                            : Text::tr("%1，沿路步行 %2 米").arg(what, metres);
}

QStringList inWords(const Reach& reach, const YearData& data, int year)
{
    const bool circles =
        reach.mode == Reach::Mode::Circle || choose(reach.roads, data, year).layers.isEmpty();
    QStringList groups;
    for (const QList<Service>& group : reach.groups) {
        QStringList any;
        for (const Service& service : group)
            any << inWords(service, reach, data, year, circles);
        groups << any.join(Text::tr("，或 "));
    }
    QStringList sentences;
    const QString all = groups.join(Text::tr("；且 "));
    sentences << (reach.counted == Reach::Counted::Middle
                      ? Text::tr("只计中心点在下列设施服务范围内的要素：%1。").arg(all)
                      : Text::tr("只计位于下列设施服务范围内的部分：%1。").arg(all));
    if (circles) {
        if (reach.mode != Reach::Mode::Circle)
            sentences << Text::tr("没有道路图层，以直线距离代替沿路距离。");
        return sentences;
    }
    const QString snap = formatShortest(reach.snap);
    const QString roads = inWords(reach.roads, data, year);
    sentences << (reach.legCounts
                      ? Text::tr("路网取%1，离道路 %2 米以内的点接到最近的道路上，这一段计入路程。")
                            .arg(roads, snap)
                      : Text::tr("路网取%1，离道路 %2 米以内的点接到最近的道路上，这一段不计路程。")
                            .arg(roads, snap));
    if (reach.counted == Reach::Counted::Cut)
        sentences << Text::tr("服务范围取可达道路两侧各 %1 米。").arg(formatShortest(reach.strip));
    QList<Selection> barriers;
    for (const Selection& barrier : reach.barriers) {
        if (!choose(barrier, data, year).layers.isEmpty())
            barriers << barrier;
    }
    if (!barriers.isEmpty())
        sentences << Text::tr("道路不穿越%1。").arg(inWords(barriers, data, year));
    if (!reach.speeds.isEmpty()) {
        QStringList speeds;
        for (const RoadSpeed& speed : reach.speeds)
            speeds << Text::tr("%1 %2").arg(speed.pattern, formatShortest(speed.kmh));
        sentences << Text::tr("车速（千米每小时）：%1。").arg(speeds.join(Text::tr("、")));
    }
    if (reach.speed > 0)
        sentences << Text::tr("其余道路每小时 %1 千米。").arg(formatShortest(reach.speed));
    if (!reach.closed.isEmpty())
        sentences << Text::tr("不走的道路等级：%1。").arg(reach.closed.join(Text::tr("、")));
    return sentences;
}

QString measureInWords(const Recipe& recipe, const QString& role)
{
    QStringList columns;
    for (const QString& column : recipe.columns)
        columns << columnName(role, column);
    const QString all = columns.join(Text::tr("、"));
    switch (recipe.measure) {
    case Measure::Area:
        return recipe.countOverlapsOnce ? Text::tr("椭球面积求和，互相重叠处只计一次。")
                                        : Text::tr("椭球面积求和。");
    case Measure::NetArea:
        return Text::tr("%1求和，被切割的图斑按面积比例分摊。").arg(all);
    case Measure::Length:
        return Text::tr("椭球面上的长度求和。");
    case Measure::Count:
        return Text::tr("按中心点计个数。");
    case Measure::Sum:
        return Text::tr("%1求和（单位：%2），被切割的面按面积比例分摊。")
            .arg(all, recipe.columnUnit);
    case Measure::AreaTimes:
        return Text::tr("椭球面积乘以%1后求和。").arg(all);
    case Measure::LargestArea:
        return Text::tr("取其中最大一个的椭球面积。");
    }
    return {};
}

} // namespace

QString label(Measure measure)
{
    switch (measure) {
    case Measure::Area:
        return Text::tr("面积");
    case Measure::NetArea:
        return Text::tr("登记面积（分摊）");
    case Measure::Length:
        return Text::tr("长度");
    case Measure::Count:
        return Text::tr("个数");
    case Measure::Sum:
        return Text::tr("属性求和");
    case Measure::AreaTimes:
        return Text::tr("面积乘属性");
    case Measure::LargestArea:
        return Text::tr("最大一个的面积");
    }
    return {};
}

QString inWords(const Recipe& recipe, const YearData& data, int year)
{
    const int of = year == 0 ? data.info.year : year;
    const Choice choice = choose(recipe.what, data, of);
    QStringList sentences;
    sentences << Text::tr("取%1。").arg(inWords(recipe.what, data, of));
    if (!recipe.within.isEmpty())
        sentences << Text::tr("裁切到%1。").arg(inWords(recipe.within, data, of));
    if (recipe.reach)
        sentences << inWords(*recipe.reach, data, of);
    sentences << measureInWords(recipe, choice.selection->role);
    if (recipe.sliver > 0)
        sentences << Text::tr("切割后小于 %1 平方米的碎片不计，另行列出。")
                         .arg(formatShortest(recipe.sliver));
    if (recipe.beyondDistricts)
        sentences << Text::tr("不在任何区县内的部分计入全市。");
    if (!recipe.note.isEmpty())
        sentences << recipe.note;
    QString all = sentences.takeFirst();
    for (const QString& sentence : sentences)
        all = Text::tr("%1%2", "two sentences").arg(all, sentence);
    return all;
}

} // namespace checkup::spatial
