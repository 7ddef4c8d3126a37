#include "core/spatial/recipe_status.h"

#include "core/base/keys.h"
#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using project::Layer;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// Counts up when the same inputs would give other figures.
constexpr int methodVersion = 2;

/// A layer that plays a part in a recipe, and what must be known of it.
struct Part
{
    Selection selection;
    QStringList columns; ///< besides those of the conditions
    bool needed = true;
};

QList<Part> partsOf(const Recipe& recipe)
{
    QList<Part> parts{{recipe.what, recipe.columns, true}};
    for (const Selection& one : recipe.within)
        parts << Part{one, {}, true};
    if (recipe.reach) {
        for (const QList<Service>& group : recipe.reach->groups) {
            for (const Service& service : group)
                parts << Part{service.what, {}, true};
        }
        if (recipe.reach->mode != Reach::Mode::Circle) {
            parts << Part{recipe.reach->roads, {}, false};
            for (const Selection& barrier : recipe.reach->barriers)
                parts << Part{barrier, {}, false};
        }
    }
    parts << Part{{u"XZQ"_s}, {}, false} << Part{{u"JDXZ"_s}, {}, false};
    return parts;
}

QJsonObject parsed(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

void findMissing(const Part& part, const YearData& data, int year, QStringList& why)
{
    const Choice choice = choose(part.selection, data, year);
    if (choice.layers.isEmpty()) {
        QStringList roles{catalogue::layerTitle(part.selection.role)};
        for (const Selection& other : part.selection.otherwise)
            roles << catalogue::layerTitle(other.role);
        const QString sentence =
            Text::tr("没有图层 %1，请导入。").arg(roles.join(Text::tr(" 或 ")));
        if (part.needed && !why.contains(sentence))
            why << sentence;
        return;
    }
    QStringList columns = part.columns;
    for (const Condition& condition : choice.selection->where) {
        if (!condition.ifPresent)
            columns << condition.column;
    }
    const catalogue::LayerRole* role = catalogue::layerRole(choice.selection->role);
    for (const Layer& layer : choice.layers) {
        const QJsonObject fields = parsed(layer.fields);
        for (const QString& column : std::as_const(columns)) {
            if (fields.value(column).toString().isEmpty()) {
                const catalogue::LayerColumn* known = role ? role->column(column) : nullptr;
                const QString sentence = Text::tr("图层“%1”没有指定“%2”对应的字段，请指定。")
                                             .arg(layer.name, known ? known->name : column);
                if (!why.contains(sentence))
                    why << sentence;
            }
        }
        const QString& system = choice.selection->classSystem;
        if (!system.isEmpty() && !layer.classSystem.isEmpty() && layer.classSystem != system) {
            const auto nameOf = [](const QString& id) {
                const auto known = catalogue::classSystemOf(id);
                if (!known)
                    return id;
                return *known == catalogue::ClassSystem::ThirdSurvey ? Text::tr("三调工作分类")
                                                                     : Text::tr("用地用海分类");
            };
            why << Text::tr(
                       "图层“%1”的地类属%2，算法里的编码属%3，不能混用；请改算法的编码或换图层。")
                       .arg(layer.name, nameOf(layer.classSystem), nameOf(system));
        }
    }
}

QString identityOf(const QJsonObject& layer)
{
    return QString::number(layer[u"id"_s].toInteger());
}

/// What of the inputs is another than before, a sentence each.
QStringList changes(const QJsonObject& before, const QJsonObject& now)
{
    QStringList why;
    if (before[u"recipe"_s] != now[u"recipe"_s])
        why << Text::tr("算法已修改。");
    if (before[u"method"_s] != now[u"method"_s])
        why << Text::tr("程序的计算方法已更新。");
    if (before[u"regions"_s] != now[u"regions"_s])
        why << Text::tr("区县或街道的名录已修改。");
    if (before[u"unit"_s] != now[u"unit"_s])
        why << Text::tr("计量单位已修改。");
    QHash<QString, QJsonObject> known;
    for (const QJsonValue& layer : before[u"layers"_s].toArray())
        known.insert(identityOf(layer.toObject()), layer.toObject());
    for (const QJsonValue& value : now[u"layers"_s].toArray()) {
        const QJsonObject layer = value.toObject();
        const auto was = known.constFind(identityOf(layer));
        const QString name = layer[u"name"_s].toString();
        if (was == known.constEnd()) {
            why << Text::tr("新用图层“%1”。").arg(name);
            continue;
        }
        if (was->value(u"sha256"_s) != layer[u"sha256"_s])
            why << Text::tr("图层“%1”的数据已更换。").arg(name);
        else if (*was != layer)
            why << Text::tr("图层“%1”的设置已修改。").arg(name);
        known.remove(identityOf(layer));
    }
    QStringList gone;
    for (const QJsonObject& layer : std::as_const(known))
        gone << layer[u"name"_s].toString();
    gone.sort();
    for (const QString& name : std::as_const(gone))
        why << Text::tr("不再使用图层“%1”。").arg(name);
    if (why.isEmpty() && before != now)
        why << Text::tr("计算所用的内容已改变。");
    return why;
}

constexpr Keys<RunState, 4> states{{{RunState::NotComputable, "not_computable"_L1},
                                    {RunState::NotComputed, "not_computed"_L1},
                                    {RunState::Current, "current"_L1},
                                    {RunState::Stale, "stale"_L1}}};

} // namespace

QStringList hindrances(const Recipe& recipe, const YearData& data, int year)
{
    QStringList why;
    for (const Issue& issue : check(recipe, data)) {
        if (issue.severity == Severity::Error)
            why << issue.text;
    }
    for (const Part& part : partsOf(recipe))
        findMissing(part, data, year, why);
    return why;
}

QList<Layer> layersOf(const Recipe& recipe, const YearData& data, int year)
{
    QList<project::LayerId> used;
    for (const Part& part : partsOf(recipe)) {
        for (const Layer& layer : choose(part.selection, data, year).layers)
            used << layer.id;
    }
    QList<Layer> layers;
    for (const Layer& layer : data.layers) {
        if (used.contains(layer.id))
            layers << layer;
    }
    return layers;
}

QString inputsOf(const Recipe& recipe, const YearData& data, int year)
{
    QJsonArray layers;
    for (const Layer& layer : layersOf(recipe, data, year)) {
        layers << QJsonObject{{u"id"_s, layer.id.number()},
                              {u"role"_s, layer.role},
                              {u"name"_s, layer.name},
                              {u"year"_s, layer.year},
                              {u"path"_s, layer.path},
                              {u"layer"_s, layer.layer},
                              {u"sha256"_s, layer.sha256},
                              {u"crs"_s, layer.crs},
                              {u"class_system"_s, layer.classSystem},
                              {u"encoding"_s, layer.encoding},
                              {u"fields"_s, parsed(layer.fields)}};
    }
    QJsonArray regions;
    for (const project::Region& region : data.regions) {
        if (region.level != project::RegionLevel::City)
            regions << QString(region.code + u' ' + region.nameZh);
    }
    const catalogue::Quantity* quantity = data.catalogue.quantity(recipe.subject);
    const QJsonObject inputs{{u"method"_s, methodVersion},
                             {u"recipe"_s, toJson(recipe)},
                             {u"unit"_s, quantity ? quantity->unit : QString()},
                             {u"layers"_s, layers},
                             {u"regions"_s, regions}};
    return QString::fromUtf8(QJsonDocument(inputs).toJson(QJsonDocument::Compact));
}

QList<RecipeStatus> recipeStatuses(const YearData& data, int year)
{
    const int of = year == 0 ? data.info.year : year;
    QList<RecipeStatus> statuses;
    for (const QString& subject : recipeSubjects(data)) {
        RecipeStatus status;
        status.subject = subject;
        status.last = data.spatialRun(subject, of);
        const auto recipe = recipeFor(data, subject);
        if (!recipe) {
            status.state = RunState::NotComputable;
            status.why << recipe.error().message();
            statuses << status;
            continue;
        }
        status.recipe = *recipe;
        status.words = inWords(**recipe, data, of);
        status.why = hindrances(**recipe, data, of);
        if (!status.why.isEmpty()) {
            status.state = RunState::NotComputable;
        } else if (status.last) {
            status.why = changes(parsed(status.last->inputs), parsed(inputsOf(**recipe, data, of)));
            status.state = status.why.isEmpty() ? RunState::Current : RunState::Stale;
        }
        statuses << status;
    }
    return statuses;
}

QString key(RunState state)
{
    return keyIn(states, state);
}

QString label(RunState state)
{
    switch (state) {
    case RunState::NotComputable:
        return Text::tr("不能计算");
    case RunState::NotComputed:
        return Text::tr("未计算");
    case RunState::Current:
        return Text::tr("最新");
    case RunState::Stale:
        return Text::tr("已过期");
    }
    return {};
}

} // namespace checkup::spatial
