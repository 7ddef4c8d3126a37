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
    void add(const QString& text) { m_issues << Issue{Severity::Error, text, {}, {}, {}, 1}; }
    Issues issues() const { return m_issues; }

private:
    Issues m_issues;
};

void checkUnit(const Recipe& recipe, const YearData& data, Faults& faults)
{
    const catalogue::Quantity* quantity = data.catalogue.quantity(recipe.subject);
    if (!quantity) {
        faults.add(Text::tr("指标体系里没有输入量“%1”，请改算法的 subject。").arg(recipe.subject));
        return;
    }
    const Result<Unit> wanted = parseUnit(quantity->unit);
    const Result<Unit> given = parseUnit(unitOfMeasure(recipe));
    if (!given) {
        faults.add(given.error().message());
    } else if (wanted && !given->sameKindAs(*wanted)) {
        faults.add(Text::tr("算法得出的是“%1”，而%2的单位是“%3”，两者不能换算，请改度量方式。")
                       .arg(unitOfMeasure(recipe), quantity->nameZh, quantity->unit));
    }
}

void checkColumns(const Recipe& recipe, Faults& faults)
{
    const bool one = recipe.measure == Measure::NetArea || recipe.measure == Measure::AreaTimes;
    const bool several = recipe.measure == Measure::Sum;
    const qsizetype count = recipe.columns.size();
    if ((one && count != 1) || (several && count < 1) || (!one && !several && count != 0)) {
        faults.add(Text::tr("度量方式“%1”所用的列数不对：登记面积和面积乘数各要一列，求和要一列或"
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
                faults.add(Text::tr("图层 %1 没有“%2”这一列，请改算法所用的列。")
                               .arg(catalogue::layerTitle(source->role), column));
        }
    }
}

void checkReach(const Recipe& recipe, const Reach& reach, Faults& faults)
{
    if (reach.groups.isEmpty())
        faults.add(Text::tr("可达范围里没有设施，请至少选一类设施。"));
    for (const QList<Service>& group : reach.groups) {
        if (group.isEmpty())
            faults.add(Text::tr("可达范围里有一组没有设施，请选一类设施或删去这一组。"));
        for (const Service& service : group) {
            if ((service.metres > 0) == (service.minutes > 0))
                faults.add(Text::tr("%1的服务范围应是若干米或若干分钟，二者取一。")
                               .arg(catalogue::layerTitle(service.what.role)));
        }
    }
    if (!allAre(reach.roads, LayerGeometry::Line))
        faults.add(Text::tr("可达范围所用的道路应是线图层。"));
    QList<Selection> plain = reach.barriers;
    plain << reach.roads;
    for (const Selection& one : plain) {
        if (!one.where.isEmpty() || !one.otherwise.isEmpty())
            faults.add(Text::tr("%1作道路或阻隔用时不能带条件；不走的道路等级请写在 closed 里。")
                           .arg(catalogue::layerTitle(one.role)));
    }
    if (recipe.countOverlapsOnce && reach.counted == Reach::Counted::Middle)
        faults.add(
            Text::tr("合并重叠之后没有单个要素，不能按中心点计可达，请改为按服务范围切割。"));
    if (reach.counted == Reach::Counted::Cut && recipe.measure == Measure::Count)
        faults.add(Text::tr("计个数时不能按服务范围切割，请改为按中心点计可达。"));
}

} // namespace

Issues check(const Recipe& recipe, const YearData& data)
{
    Faults faults;
    checkUnit(recipe, data, faults);
    checkColumns(recipe, faults);
    if (isArea(recipe.measure) && !allAre(recipe.what, LayerGeometry::Polygon))
        faults.add(
            Text::tr("面积要用面图层，%1不是。").arg(catalogue::layerTitle(recipe.what.role)));
    if (recipe.measure == Measure::Length && !allAre(recipe.what, LayerGeometry::Line))
        faults.add(
            Text::tr("长度要用线图层，%1不是。").arg(catalogue::layerTitle(recipe.what.role)));
    if (recipe.countOverlapsOnce && recipe.measure != Measure::Area)
        faults.add(Text::tr("只有量面积时才能把重叠处只计一次。"));
    for (const Selection& one : recipe.within) {
        if (!allAre(one, LayerGeometry::Polygon))
            faults.add(
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
