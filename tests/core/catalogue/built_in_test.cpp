#include "core/base/units.h"
#include "core/catalogue/catalogue_files.h"
#include "core/catalogue/formula.h"
#include "tests/support/catch.h"

#include <QRegularExpression>
#include <QSet>

using namespace checkup;
using namespace checkup::catalogue;
using namespace Qt::StringLiterals;

namespace {

Catalogue builtIn(const QString& id)
{
    auto loaded = loadBuiltIn(id);
    REQUIRE_OK(loaded);
    for (const Issue& issue : std::as_const(loaded->issues))
        UNSCOPED_INFO(toSentence(issue).toStdString());
    CHECK(loaded->issues.isEmpty()); // not even a note
    return loaded->catalogue;
}

struct Tally
{
    int total = 0;
    QHash<Kind, int> kinds;
    QSet<QString> categories;
};

Tally count(const Catalogue& catalogue)
{
    Tally tally;
    for (const Indicator& row : catalogue.indicators) {
        ++tally.total;
        ++tally.kinds[row.kind];
        tally.categories.insert(row.dimension + u'/' + row.category);
    }
    return tally;
}

Catalogue selected(const Catalogue& catalogue, const QString& profile)
{
    const auto selection = select(catalogue, profile);
    REQUIRE_OK(selection);
    CHECK(validate(*selection).isEmpty());
    return *selection;
}

} // namespace

TEST_CASE("Three catalogues ship with the program")
{
    CHECK(builtInCatalogues() ==
          QStringList{u"county-2020"_s, u"mohurd-2022"_s, u"tdt1063-2021"_s});
    CHECK_FALSE(loadBuiltIn(u"tdt1063-2031"_s).has_value());
}

// 33 + 48 + 36 + 5 = 122 in six dimensions and 23 categories: 厦府办〔2023〕4号.
TEST_CASE("tdt1063-2021 has Xiamen's 122 indicators in 6 dimensions and 23 categories")
{
    const Catalogue whole = builtIn(u"tdt1063-2021"_s);
    CHECK(whole.indicators.size() == 127);
    const Catalogue xiamen = selected(whole, u"xiamen-122"_s);
    const Tally tally = count(xiamen);
    CHECK(xiamen.dimensions.size() == 6);
    CHECK(tally.categories.size() == 23);
    CHECK(tally.kinds[Kind::Basic] == 33);
    CHECK(tally.kinds[Kind::Mandatory] == 48);
    CHECK(tally.kinds[Kind::Recommended] == 36);
    CHECK(tally.kinds[Kind::Featured] == 5);
    CHECK(tally.total == 122);

    const Tally national = count(selected(whole, u"national-122"_s));
    CHECK(national.total == 122);
    CHECK(national.kinds[Kind::Recommended] == 41);
    CHECK(national.kinds[Kind::Featured] == 0);
    CHECK(count(selected(whole, u"basic-33"_s)).total == 33);
    CHECK_FALSE(select(whole, u"xiamen-123"_s).has_value());
}

TEST_CASE("mohurd-2022 has 69 indicators in 8 dimensions")
{
    const Catalogue national = selected(builtIn(u"mohurd-2022"_s), u"national-69"_s);
    const Tally tally = count(national);
    CHECK(national.dimensions.size() == 8);
    CHECK(tally.total == 69);
    CHECK(tally.kinds[Kind::Basic] == 69);
    for (const Indicator& row : national.indicators)
        CHECK((row.category == u"底线指标" || row.category == u"导向指标"));
}

// 47 names in the list; two are split in two, five are documents, data or point locations.
TEST_CASE("county-2020 has the forty-four values that Qinshui's list asks for")
{
    const Catalogue qinshui = selected(builtIn(u"county-2020"_s), u"qinshui"_s);
    CHECK(qinshui.dimensions.size() == 6);
    CHECK(qinshui.indicators.size() == 44);
    for (const Indicator& row : qinshui.indicators) {
        CHECK(row.kind == Kind::Basic);
        CHECK(row.kindConfidence == Confidence::Low);
    }
}

TEST_CASE("Every shipped row is complete and says that its definition is recalled")
{
    for (const QString& id : builtInCatalogues()) {
        const Catalogue catalogue = builtIn(id);
        for (const Indicator& row : catalogue.indicators) {
            INFO(id.toStdString() << " " << row.code.toStdString());
            CHECK_FALSE(row.nameEn.isEmpty());
            CHECK(row.definition.endsWith(u"。"));
            CHECK_FALSE(row.department.isEmpty());
            CHECK_FALSE(row.aspect.isEmpty());
            CHECK_FALSE(row.source.isEmpty());
            CHECK(row.definitionRecalled);
            // conversion factors are the program's work: the only number left is 1
            static const QRegularExpression factor(u"(?<![A-Za-z0-9_.])(?!1(?![0-9.e]))[0-9]"_s);
            CHECK_FALSE(factor.match(row.formula).hasMatch());
        }
        QSet<QString> names;
        for (const Quantity& row : catalogue.quantities) {
            INFO(id.toStdString() << " " << row.id.toStdString());
            CHECK_FALSE(row.nameEn.isEmpty());
            CHECK_FALSE(row.origins.isEmpty());
            CHECK_FALSE(row.department.isEmpty());
            CHECK_FALSE(names.contains(row.nameZh)); // nothing is asked for twice
            names.insert(row.nameZh);
        }
    }
}

TEST_CASE("A selection keeps the quantities its rows use and no other")
{
    const Catalogue whole = builtIn(u"tdt1063-2021"_s);
    const Catalogue basic = selected(whole, u"basic-33"_s);
    CHECK(basic.quantity(u"w_total"_s) != nullptr);     // S-01
    CHECK(basic.quantity(u"w_reclaimed"_s) == nullptr); // S-09 only, mandatory
    CHECK(basic.indicator(u"S-09"_s) == nullptr);
    CHECK(basic.profiles.size() == 1);
    CHECK(basic.indicators.first().profiles == QStringList{u"basic-33"_s});
}

TEST_CASE("Rows are found by code and by a formula's variable")
{
    const Catalogue whole = builtIn(u"tdt1063-2021"_s);
    REQUIRE(whole.indicatorOfVariable(u"I_S_11"_s) != nullptr);
    CHECK(whole.indicatorOfVariable(u"I_S_11"_s)->nameZh == u"耕地保有量"_s);
    CHECK(whole.indicatorOfVariable(u"gdp"_s) == nullptr);
    CHECK(whole.dimension(u"sharing"_s)->nameZh == u"共享"_s);
    CHECK(whole.profile(u"nobody"_s) == nullptr);
}

TEST_CASE("Keys lead back to what they came from")
{
    for (const auto value : {Kind::Basic, Kind::Mandatory, Kind::Recommended, Kind::Featured})
        CHECK(kindFromKey(key(value)) == value);
    for (const auto value : {Direction::HigherBetter, Direction::LowerBetter,
                             Direction::TargetRange, Direction::Monitor})
        CHECK(directionFromKey(key(value)) == value);
    for (const auto value : {Constraint::Binding, Constraint::Expected, Constraint::None})
        CHECK(constraintFromKey(key(value)) == value);
    for (const auto value : {Confidence::High, Confidence::Medium, Confidence::Low})
        CHECK(confidenceFromKey(key(value)) == value);
    for (const auto value : {Origin::Statistics, Origin::Layer, Origin::Survey, Origin::BigData,
                             Origin::Grid, Origin::Points, Origin::Count})
        CHECK(originFromKey(key(value)) == value);
    for (int i = 0; i <= static_cast<int>(SpatialMethod::NetworkCoverage); ++i)
        CHECK(spatialMethodFromKey(key(static_cast<SpatialMethod>(i))) ==
              static_cast<SpatialMethod>(i));
    CHECK_FALSE(kindFromKey(u"Basic").has_value());
    CHECK(label(Kind::Mandatory) == u"国审必选"_s);
}
