#include "core/draw/feature_uses.h"

#include "core/catalogue/formula.h"
#include "core/spatial/filter.h"
#include "core/spatial/recipe.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

/// All that a recipe reads layers for.
QList<spatial::Selection> selectionsOf(const spatial::Recipe& recipe)
{
    QList<spatial::Selection> all{recipe.what};
    all += recipe.within;
    if (!recipe.reach)
        return all;
    all << recipe.reach->roads;
    all += recipe.reach->barriers;
    for (const QList<spatial::Service>& group : recipe.reach->groups) {
        for (const spatial::Service& service : group)
            all << service.what;
    }
    return all;
}

/// A feature by the columns of its layer's role.
struct Feature
{
    QStringList columns, texts;
    double squareKilometres = 0;

    Feature(const project::Layer& layer, const QList<FieldText>& fields, double squareMetres)
        : squareKilometres(squareMetres / 1e6)
    {
        QHash<QString, QString> byField;
        for (const FieldText& one : fields)
            byField.insert(one.field.toUpper(), one.text);
        const QJsonObject names = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
        for (auto column = names.begin(); column != names.end(); ++column) {
            const auto text = byField.constFind(column->toString().toUpper());
            if (text == byField.cend())
                continue;
            columns << column.key();
            texts << *text;
        }
    }
};

bool takes(const spatial::Selection& selection, const project::YearData& data,
           const project::Layer& layer, const Feature& feature)
{
    const int year = data.info.year;
    const spatial::Choice choice = spatial::choose(selection, data, year);
    if (std::none_of(choice.layers.cbegin(), choice.layers.cend(),
                     [&layer](const project::Layer& one) { return one.id == layer.id; }))
        return false;
    for (const spatial::Condition& condition : choice.selection->where) {
        if (!condition.ifPresent && !feature.columns.contains(condition.column))
            return false;
    }
    return spatial::Filter(*choice.selection, layer, feature.columns, year)
        .takes(feature.texts, feature.squareKilometres);
}

} // namespace

FeatureUses usesOf(const project::YearData& data, const project::Layer& layer,
                   const QList<FieldText>& fields, double squareMetres)
{
    const Feature feature(layer, fields, squareMetres);
    FeatureUses uses;
    for (const QString& subject : spatial::recipeSubjects(data)) {
        const auto recipe = spatial::recipeFor(data, subject);
        if (!recipe || !*recipe)
            continue;
        const QList<spatial::Selection> selections = selectionsOf(**recipe);
        if (std::any_of(selections.cbegin(), selections.cend(),
                        [&](const spatial::Selection& selection) {
                            return takes(selection, data, layer, feature);
                        }))
            uses.quantities << subject;
    }
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        const auto formula = catalogue::Formula::parse(indicator.formula);
        if (indicator.excluded || !formula)
            continue;
        const QStringList& variables = formula->variables();
        if (std::any_of(variables.cbegin(), variables.cend(), [&uses](const QString& variable) {
                return uses.quantities.contains(catalogue::splitVariable(variable).quantity);
            }))
            uses.indicators << indicator.code;
    }
    return uses;
}

} // namespace checkup::draw
