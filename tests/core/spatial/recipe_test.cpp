#include "core/spatial/filter.h"
#include "core/spatial/recipe.h"

#include "core/catalogue/catalogue_files.h"
#include "core/catalogue/formula.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::ContainsSubstring;

namespace {

project::YearData yearOf(const QString& catalogueId)
{
    project::YearData data;
    data.info.city = u"示例市"_s;
    data.info.year = 2022;
    data.info.catalogueId = catalogueId;
    const auto catalogue = catalogue::loadBuiltIn(catalogueId);
    REQUIRE(catalogue);
    data.catalogue = catalogue->catalogue;
    data.index();
    return data;
}

project::Layer layerOf(qint64 id, const QString& role, int year)
{
    project::Layer layer;
    layer.id = project::LayerId(id);
    layer.role = role;
    layer.year = year;
    return layer;
}

QString refusal(const char* json)
{
    const auto recipe = recipeFromText(json);
    REQUIRE(!recipe);
    REQUIRE(recipe.error().code() == ErrorCode::Invalid);
    return recipe.error().message();
}

QJsonObject resource(const QString& id)
{
    shippedRecipes(id);
    QFile file(u":/recipes/"_s + id + u".json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

TEST_CASE("every quantity from layers has a recipe, or a stated reason why not", "[recipe]")
{
    for (const QString& id : catalogue::builtInCatalogues()) {
        const project::YearData data = yearOf(id);
        const QJsonObject shipped = resource(id);
        // None was lost to a mistake in the file.
        REQUIRE(shippedRecipes(id).size() == shipped[u"recipes"_s].toArray().size());
        const QJsonObject reasons = shipped[u"not_from_layers"_s].toObject();
        QSet<QString> needed;
        for (const catalogue::Quantity& quantity : data.catalogue.quantities) {
            if (quantity.origins.contains(catalogue::Origin::Layer) ||
                quantity.origins.contains(catalogue::Origin::Grid) ||
                quantity.origins.contains(catalogue::Origin::Points))
                needed << quantity.id;
        }
        int indicators = 0;
        for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
            if (indicator.method == catalogue::SpatialMethod::None)
                continue;
            const auto formula = catalogue::Formula::parse(indicator.formula);
            REQUIRE(formula);
            ++indicators;
            for (const QString& variable : formula->variables()) {
                if (data.catalogue.quantity(variable))
                    needed << variable;
            }
        }
        CHECK(indicators >= 17);
        for (const QString& subject : needed) {
            INFO(id.toStdString() << " " << subject.toStdString());
            const bool made = shippedRecipe(data, subject).has_value();
            CHECK(made != !reasons[subject].toString().isEmpty());
            // What the catalogue says is a layer's alone must be made of layers.
            const auto* quantity = data.catalogue.quantity(subject);
            if (quantity->origins == QList{catalogue::Origin::Layer})
                CHECK(made);
        }
    }
}

TEST_CASE("shipped recipes are sound, read back as written and have words", "[recipe]")
{
    for (const QString& id : catalogue::builtInCatalogues()) {
        const project::YearData data = yearOf(id);
        for (const Recipe& recipe : shippedRecipes(id)) {
            INFO(id.toStdString() << " " << recipe.subject.toStdString());
            const Issues issues = check(recipe, data);
            CHECK((issues.isEmpty() ? QString() : issues.constFirst().text) == QString());
            const auto again = recipeFromJson(toJson(recipe));
            REQUIRE(again);
            CHECK(*again == recipe);
            const QString words = inWords(recipe, data);
            CHECK(words.endsWith(u'。'));
            CHECK(!words.contains(u'%'));
        }
    }
}

TEST_CASE("conditions are read as people write them", "[recipe]")
{
    const auto condition = [](const QString& text) {
        const auto read = conditionFrom(text);
        REQUIRE(read);
        return *read;
    };
    using Op = Condition::Op;
    CHECK(condition(u"等级=二级|三级"_s) ==
          Condition{u"等级"_s, Op::Equals, {u"二级"_s, u"三级"_s}});
    CHECK(condition(u"等级 != 一级"_s) == Condition{u"等级"_s, Op::Equals, {u"一级"_s}, true});
    CHECK(condition(u"床位>=100"_s) == Condition{u"床位"_s, Op::AtLeast, {u"100"_s}});
    CHECK(condition(u"床位<1e3"_s) == Condition{u"床位"_s, Op::LessThan, {u"1e3"_s}});
    CHECK(condition(u"名称~医院=总"_s) == Condition{u"名称"_s, Op::Contains, {u"医院=总"_s}});
    CHECK(condition(u"DLBM^07"_s) == Condition{u"DLBM"_s, Op::Prefix, {u"07"_s}});
    for (const QString& bad : {u"等级"_s, u"=二级"_s, u"等级="_s, u"床位>=多"_s})
        CHECK(conditionFrom(bad).error().code() == ErrorCode::BadUsage);
}

TEST_CASE("a recipe says in words what will be done", "[recipe]")
{
    project::YearData data = yearOf(u"tdt1063-2021"_s);
    CHECK(inWords(*shippedRecipe(data, u"a_farmland"_s), data) ==
          u"取地类图斑（尚无图层）中地类编码以 0101、0102、0103 开头的要素。"
          "图斑地类面积求和，被切割的图斑按面积比例分摊。取图斑地类面积，已扣除田坎。"_s);
    data.layers = {layerOf(1, u"DLTB"_s, 2022), layerOf(2, u"STBHHX"_s, 0)};
    CHECK(inWords(*shippedRecipe(data, u"a_erl_builtup"_s), data) ==
          u"取地类图斑（2022 年）中城镇村属性码以 201、202、203 开头的要素。裁切到生态保护红线。"
          "椭球面积求和。切割后小于 1 平方米的碎片不计，另行列出。"_s);
    CHECK_THAT(inWords(*shippedRecipe(data, u"a_farmland"_s), data, 2023).toStdString(),
               ContainsSubstring("地类图斑（2022 年，尚无 2023 年的）"));
    // JZYD is not there: the parcels stand in, and without roads circles are drawn.
    const QString primary = inWords(*shippedRecipe(data, u"a_cov_primary"_s), data);
    CHECK_THAT(primary.toStdString(),
               ContainsSubstring("地类图斑（2022 年）（没有居住用地图层，以此代替）中地类编码以 "
                                 "0701、0702 开头的要素"));
    CHECK_THAT(primary.toStdString(), ContainsSubstring("小学（尚无图层），直线 500 米"));
    data.layers << layerOf(3, u"DLWL"_s, 0);
    CHECK_THAT(inWords(*shippedRecipe(data, u"a_cov_primary"_s), data).toStdString(),
               ContainsSubstring("小学（尚无图层），沿路步行 500 米"));
}

TEST_CASE("layers are chosen by role and year", "[recipe]")
{
    project::YearData data = yearOf(u"tdt1063-2021"_s);
    data.layers = {layerOf(1, u"DLTB"_s, 2019), layerOf(2, u"DLTB"_s, 2021),
                   layerOf(3, u"DLTB"_s, 2021), layerOf(4, u"DLTB"_s, 2023),
                   layerOf(5, u"CQFW"_s, 0),    layerOf(6, u"CQFW"_s, 2020)};
    const Selection parcels{u"DLTB"_s};
    const Choice earlier = choose(parcels, data, 2022);
    CHECK(earlier.year == 2021);
    REQUIRE(earlier.layers.size() == 2);
    CHECK(earlier.layers[1].id == project::LayerId(3));
    CHECK(choose(parcels, data, 2018).layers.isEmpty());
    Selection before = parcels;
    before.yearOffset = -1;
    CHECK(choose(before, data, 2020).year == 2019);
    // Tied to no year is better than an earlier one, and worse than the year itself.
    CHECK(choose({u"CQFW"_s}, data, 2022).layers.constFirst().id == project::LayerId(5));
    CHECK(choose({u"CQFW"_s}, data, 2020).layers.constFirst().id == project::LayerId(6));
    Selection homes{u"JZYD"_s};
    homes.otherwise = {{u"XZC"_s}, parcels};
    CHECK(choose(homes, data, 2022).selection == &homes.otherwise[1]);
}

TEST_CASE("faults in a recipe are named with their place", "[recipe]")
{
    CHECK_THAT(refusal("[]").toStdString(), ContainsSubstring("JSON"));
    CHECK_THAT(refusal(R"({"subject":"a","measure":"area"})").toStdString(),
               ContainsSubstring("what"));
    CHECK_THAT(refusal(R"({"subject":"a","measure":"area","what":{"role":"DLXX"}})").toStdString(),
               ContainsSubstring("what.role"));
    CHECK_THAT(
        refusal(R"({"subject":"a","measure":"volume","what":{"role":"DLTB"}})").toStdString(),
        ContainsSubstring("measure") && ContainsSubstring("net_area"));
    CHECK_THAT(refusal(R"({"subject":"a","measure":"area","what":{"role":"DLTB"},
                           "wihtin":[{"role":"CQFW"}]})")
                   .toStdString(),
               ContainsSubstring("wihtin"));
    CHECK_THAT(refusal(R"({"subject":"a","measure":"area","what":{"role":"DLTB"},
        "within":[{"role":"CQFW"},{"role":"CQFW","where":[{"column":"height","op":"equals",
        "values":["1"]}]}]})")
                   .toStdString(),
               ContainsSubstring("within[1].where[0].column"));
    CHECK_THAT(refusal(R"({"subject":"a","measure":"area","what":{"role":"JZW","where":[
        {"column":"height","op":"more_than","values":["高"]}]}})")
                   .toStdString(),
               ContainsSubstring("what.where[0].values"));
    CHECK_THAT(refusal(R"({"subject":"a","measure":"area","what":{"role":"DLTB"},"sliver":-1})")
                   .toStdString(),
               ContainsSubstring("sliver"));
    CHECK_THAT(refusal(R"({"subject":"a","measure":"area","what":{"role":"JZYD"},
        "reach":{"mode":"walk","counted":"middle","groups":[[{"what":{"role":"XX"},"meters":5}]]}})")
                   .toStdString(),
               ContainsSubstring("reach.groups[0][0].meters"));
}

TEST_CASE("an unsound recipe is found out before it is computed", "[recipe]")
{
    const project::YearData data = yearOf(u"tdt1063-2021"_s);
    const auto faults = [&](const Recipe& recipe) { return check(recipe, data).size(); };
    Recipe recipe;
    recipe.subject = u"a_urbrur"_s;
    recipe.what.role = u"DLTB"_s;
    CHECK(faults(recipe) == 0);
    recipe.subject = u"a_nothing"_s;
    CHECK(faults(recipe) == 1);
    recipe.subject = u"len_road"_s; // km from an area
    CHECK(faults(recipe) == 1);
    recipe.measure = Measure::Length; // of polygons
    CHECK(faults(recipe) == 1);
    recipe = {u"p_urban"_s, {u"RK_GRID"_s}, Measure::Sum, {u"population"_s}, u"人"_s};
    CHECK(faults(recipe) == 0);
    recipe.columnUnit.clear();
    CHECK(faults(recipe) == 1);
    recipe = {u"a_urbrur"_s, {u"DLTB"_s}, Measure::NetArea};
    CHECK(faults(recipe) == 1); // no column
    recipe.columns = {u"floors"_s};
    CHECK(faults(recipe) == 1); // DLTB has none
    recipe.columns = {u"netArea"_s};
    recipe.within = {{u"DLWL"_s}};
    CHECK(faults(recipe) == 1); // cut by lines
    recipe.within.clear();
    recipe.reach = Reach{{{{{u"XX"_s}, 500, 10}}}};
    CHECK(faults(recipe) == 1); // metres and minutes
    recipe.reach = Reach{};
    CHECK(faults(recipe) == 1); // no facilities
}

TEST_CASE("a project's own recipe stands over the shipped one", "[recipe]")
{
    project::YearData data = yearOf(u"tdt1063-2021"_s);
    const Recipe shipped = *shippedRecipe(data, u"a_cov_elder"_s);
    CHECK(setRecipeAsEdit(data, shipped).isEmpty());
    Recipe own = shipped;
    own.reach->groups[0][0].metres = 500;
    const project::ChangeSet set = setRecipeAsEdit(data, own, u"按地方标准"_s);
    REQUIRE(set.changes.size() == 1);
    data.recipes << project::RecipeSetting{
        1, own.subject, true, set.changes[0].after[u"recipe"_s].toString(), u"按地方标准"_s};
    data.index();
    const auto found = recipeFor(data, own.subject);
    REQUIRE(found);
    CHECK((*found)->reach->groups[0][0].metres == 500);
    CHECK(recipeSubjects(data).contains(own.subject));
    CHECK(setRecipeAsEdit(data, shipped).changes.size() == 1);
    data.recipes[0].active = false;
    CHECK(!*recipeFor(data, own.subject));
    CHECK(!recipeSubjects(data).contains(own.subject));
    data.recipes[0].active = true;
    data.recipes[0].recipe = u"{}"_s;
    CHECK(!recipeFor(data, own.subject));
}
