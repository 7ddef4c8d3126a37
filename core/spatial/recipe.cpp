#include "core/spatial/recipe.h"

#include "core/base/units.h"
#include "core/catalogue/catalogue_files.h"
#include "core/catalogue/layer_roles.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

/// Resources of a static library have to be asked for, outside any namespace.
static void useRecipesResource()
{
    Q_INIT_RESOURCE(recipes);
}

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;
using project::Layer;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

QList<Recipe> readShipped(const QString& catalogueId)
{
    useRecipesResource();
    QFile file(u":/recipes/"_s + catalogueId + u".json"_s);
    QList<Recipe> recipes;
    if (!file.open(QIODevice::ReadOnly))
        return recipes;
    const QJsonArray rows =
        QJsonDocument::fromJson(file.readAll()).object().value(u"recipes"_s).toArray();
    for (const QJsonValue& row : rows) {
        const Result<Recipe> recipe = recipeFromJson(row.toObject());
        if (recipe)
            recipes << *recipe;
    }
    return recipes;
}

LayerGeometry geometryOf(const Selection& selection)
{
    const catalogue::LayerRole* role = catalogue::layerRole(selection.role);
    return role ? role->geometry : LayerGeometry::Polygon;
}

/// The selection and its alternatives.
bool allAre(const Selection& selection, LayerGeometry geometry)
{
    return geometryOf(selection) == geometry &&
           std::all_of(selection.otherwise.cbegin(), selection.otherwise.cend(),
                       [geometry](const Selection& one) { return allAre(one, geometry); });
}

bool isArea(Measure measure)
{
    return measure == Measure::Area || measure == Measure::LargestArea ||
           measure == Measure::AreaTimes || measure == Measure::NetArea;
}

QString unitOfMeasure(const Recipe& recipe)
{
    switch (recipe.measure) {
    case Measure::Area:
    case Measure::LargestArea:
    case Measure::NetArea:
    case Measure::AreaTimes:
        return u"平方米"_s;
    case Measure::Length:
        return u"米"_s;
    case Measure::Count:
        return u"个"_s;
    case Measure::Sum:
        return recipe.columnUnit;
    }
    return {};
}

/// Collects what is unsound.
class Faults
{
public:
    void add(const QString& place, const QString& text)
    {
        m_issues << Issue{Severity::Error, text, {}, {}, place, 1};
    }
    Issues issues() const { return m_issues; }

private:
    Issues m_issues;
};

void checkUnit(const Recipe& recipe, const YearData& data, Faults& faults)
{
    const catalogue::Quantity* quantity = data.catalogue.quantity(recipe.subject);
    if (!quantity) {
        faults.add(u"subject"_s,
                   Text::tr("指标体系里没有输入量“%1”，请改算法的 subject。").arg(recipe.subject));
        return;
    }
    const Result<Unit> wanted = parseUnit(quantity->unit);
    const Result<Unit> given = parseUnit(unitOfMeasure(recipe));
    if (!given) {
        faults.add(u"columnUnit"_s, given.error().message());
    } else if (wanted && !given->sameKindAs(*wanted)) {
        faults.add(u"measure"_s,
                   Text::tr("算法得出的是“%1”，而%2的单位是“%3”，两者不能换算，请改度量方式。")
                       .arg(unitOfMeasure(recipe), quantity->nameZh, quantity->unit));
    }
}

void checkColumns(const Recipe& recipe, Faults& faults)
{
    const bool one = recipe.measure == Measure::NetArea || recipe.measure == Measure::AreaTimes;
    const bool several = recipe.measure == Measure::Sum;
    const qsizetype count = recipe.columns.size();
    if ((one && count != 1) || (several && count < 1) || (!one && !several && count != 0)) {
        faults.add(u"columns"_s,
                   Text::tr("度量方式“%1”所用的列数不对：登记面积和面积乘数各要一列，求和要一列或"
                            "几列，其余不要列。")
                       .arg(label(recipe.measure)));
    }
    QList<const Selection*> sources{&recipe.what};
    for (const Selection& other : recipe.what.otherwise)
        sources << &other;
    for (const Selection* source : sources) {
        const catalogue::LayerRole* role = catalogue::layerRole(source->role);
        for (const QString& column : recipe.columns) {
            if (role && !role->column(column))
                faults.add(u"columns"_s, Text::tr("图层 %1 没有“%2”这一列，请改算法所用的列。")
                                             .arg(catalogue::layerTitle(source->role), column));
        }
    }
}

QString numbered(const QString& place, qsizetype number)
{
    return u"%1[%2]"_s.arg(place).arg(number);
}

QString faultOf(const Condition& condition, const catalogue::LayerRole* role)
{
    using Op = Condition::Op;
    if (role && !role->column(condition.column))
        return Text::tr("图层 %1 没有“%2”这一列，请换一列或删去这个条件。")
            .arg(catalogue::layerTitle(role->code), condition.column);
    bool number = false;
    switch (condition.op) {
    case Op::Prefix:
    case Op::Equals:
    case Op::Contains:
        return condition.values.isEmpty() ? Text::tr("条件还没有值，请填写。") : QString();
    case Op::AtLeast:
    case Op::MoreThan:
    case Op::AtMost:
    case Op::LessThan:
        if (condition.values.size() == 1)
            condition.values.constFirst().toDouble(&number);
        return number ? QString() : Text::tr("比较大小要填一个数。");
    case Op::OfYear:
    case Op::UpToYear:
    case Op::Construction:
        break;
    }
    return {};
}

void checkSelection(const Selection& selection, const QString& place, Faults& faults)
{
    const catalogue::LayerRole* role = catalogue::layerRole(selection.role);
    if (!role)
        faults.add(place, Text::tr("没有代号为“%1”的图层").arg(selection.role));
    for (qsizetype i = 0; i < selection.where.size(); ++i) {
        const QString fault = faultOf(selection.where.at(i), role);
        if (!fault.isEmpty())
            faults.add(numbered(place + u".where"_s, i), fault);
    }
    for (qsizetype i = 0; i < selection.otherwise.size(); ++i)
        checkSelection(selection.otherwise.at(i), numbered(place + u".otherwise"_s, i), faults);
}

void checkReach(const Recipe& recipe, const Reach& reach, Faults& faults)
{
    if (reach.groups.isEmpty())
        faults.add(u"reach.groups"_s, Text::tr("可达范围里没有设施，请至少选一类设施。"));
    for (qsizetype i = 0; i < reach.groups.size(); ++i) {
        const QString group = numbered(u"reach.groups"_s, i);
        if (reach.groups.at(i).isEmpty())
            faults.add(group, Text::tr("可达范围里有一组没有设施，请选一类设施或删去这一组。"));
        for (qsizetype j = 0; j < reach.groups.at(i).size(); ++j) {
            const Service& service = reach.groups.at(i).at(j);
            const QString place = numbered(group, j);
            checkSelection(service.what, place + u".what"_s, faults);
            if ((service.metres > 0) == (service.minutes > 0))
                faults.add(place, Text::tr("%1的服务范围应是若干米或若干分钟，二者取一。")
                                      .arg(catalogue::layerTitle(service.what.role)));
        }
    }
    checkSelection(reach.roads, u"reach.roads"_s, faults);
    for (qsizetype i = 0; i < reach.barriers.size(); ++i)
        checkSelection(reach.barriers.at(i), numbered(u"reach.barriers"_s, i), faults);
    for (qsizetype i = 0; i < reach.speeds.size(); ++i) {
        const RoadSpeed& speed = reach.speeds.at(i);
        if (speed.pattern.isEmpty() || !(speed.kmh > 0))
            faults.add(numbered(u"reach.speeds"_s, i),
                       Text::tr("第 %1 行车速要有道路等级和大于 0 的速度，请填上或删去这一行。")
                           .arg(i + 1));
    }
    if (!allAre(reach.roads, LayerGeometry::Line))
        faults.add(u"reach.roads"_s, Text::tr("可达范围所用的道路应是线图层。"));
    if (recipe.countOverlapsOnce && reach.counted == Reach::Counted::Middle)
        faults.add(
            u"reach.counted"_s,
            Text::tr("合并重叠之后没有单个要素，不能按中心点计可达，请改为按服务范围切割。"));
    if (reach.counted == Reach::Counted::Cut && recipe.measure == Measure::Count)
        faults.add(u"reach.counted"_s,
                   Text::tr("计个数时不能按服务范围切割，请改为按中心点计可达。"));
}

} // namespace

Issues check(const Recipe& recipe, const YearData& data)
{
    Faults faults;
    checkUnit(recipe, data, faults);
    checkColumns(recipe, faults);
    if (isArea(recipe.measure) && !allAre(recipe.what, LayerGeometry::Polygon))
        faults.add(
            u"measure"_s,
            Text::tr("面积要用面图层，%1不是。").arg(catalogue::layerTitle(recipe.what.role)));
    if (recipe.measure == Measure::Length && !allAre(recipe.what, LayerGeometry::Line))
        faults.add(
            u"measure"_s,
            Text::tr("长度要用线图层，%1不是。").arg(catalogue::layerTitle(recipe.what.role)));
    if (recipe.countOverlapsOnce && recipe.measure != Measure::Area)
        faults.add(u"countOverlapsOnce"_s, Text::tr("只有量面积时才能把重叠处只计一次。"));
    checkSelection(recipe.what, u"what"_s, faults);
    for (qsizetype i = 0; i < recipe.within.size(); ++i) {
        const Selection& one = recipe.within.at(i);
        const QString place = numbered(u"within"_s, i);
        checkSelection(one, place, faults);
        if (!allAre(one, LayerGeometry::Polygon))
            faults.add(
                place,
                Text::tr("裁切范围要用面图层，%1不是。").arg(catalogue::layerTitle(one.role)));
    }
    if (recipe.reach)
        checkReach(recipe, *recipe.reach, faults);
    return faults.issues();
}

const QList<Recipe>& shippedRecipes(const QString& catalogueId)
{
    static const QHash<QString, QList<Recipe>> all = [] {
        QHash<QString, QList<Recipe>> shipped;
        for (const QString& id : catalogue::builtInCatalogues())
            shipped.insert(id, readShipped(id));
        return shipped;
    }();
    static const QList<Recipe> none;
    const auto found = all.constFind(catalogueId);
    return found == all.constEnd() ? none : *found;
}

std::optional<Recipe> shippedRecipe(const YearData& data, const QString& subject)
{
    const QString& id = data.info.catalogueId.isEmpty() ? data.catalogue.id : data.info.catalogueId;
    for (const Recipe& recipe : shippedRecipes(id)) {
        if (recipe.subject == subject)
            return recipe;
    }
    return {};
}

Result<std::optional<Recipe>> recipeFor(const YearData& data, const QString& subject)
{
    using Found = std::optional<Recipe>;
    const project::RecipeSetting* setting = data.recipe(subject);
    if (setting && !setting->active)
        return Found();
    if (!setting || setting->recipe.isEmpty())
        return shippedRecipe(data, subject);
    Result<Recipe> own = recipeFromText(setting->recipe.toUtf8());
    if (!own)
        return own.error();
    own->subject = subject;
    return Found(*own);
}

QStringList recipeSubjects(const YearData& data)
{
    QStringList subjects;
    for (const catalogue::Quantity& quantity : data.catalogue.quantities) {
        const auto recipe = recipeFor(data, quantity.id);
        // One that cannot be read is on the list, so that its fault is seen.
        if (!recipe || *recipe)
            subjects << quantity.id;
    }
    return subjects;
}

project::ChangeSet setRecipeAsEdit(const YearData& data, const Recipe& recipe, const QString& note)
{
    project::RecipeSetting setting;
    if (const project::RecipeSetting* known = data.recipe(recipe.subject))
        setting = *known;
    setting.subject = recipe.subject;
    setting.active = true;
    setting.note = note;
    setting.recipe =
        shippedRecipe(data, recipe.subject) == recipe
            ? QString()
            : QString::fromUtf8(QJsonDocument(toJson(recipe)).toJson(QJsonDocument::Compact));
    return project::edits::setRecipe(data, setting);
}

Choice choose(const Selection& selection, const YearData& data, int year)
{
    const int wanted = year + selection.yearOffset;
    Choice choice{&selection, {}, 0};
    int best = -1; // the year taken, 0 for none; higher wins but for the wanted and the yearless
    for (const Layer& layer : data.layers) {
        if (layer.role != selection.role || layer.year > wanted)
            continue;
        const int rank = layer.year == wanted ? wanted + 1 : layer.year == 0 ? wanted : layer.year;
        if (rank > best) {
            best = rank;
            choice.layers.clear();
            choice.year = layer.year;
        }
        if (rank == best && layer.year == choice.year)
            choice.layers << layer;
    }
    if (!choice.layers.isEmpty())
        return choice;
    for (const Selection& other : selection.otherwise) {
        const Choice second = choose(other, data, year);
        if (!second.layers.isEmpty())
            return second;
    }
    return choice;
}

QStringList columnsOf(const Selection& selection)
{
    QStringList columns;
    for (const Condition& condition : selection.where) {
        if (!columns.contains(condition.column))
            columns << condition.column;
    }
    return columns;
}

} // namespace checkup::spatial
