#include "core/draw/feature_uses.h"

#include "core/catalogue/catalogue_files.h"
#include "tests/core/draw/town.h"

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

/// Layers of the standard's catalogue; nothing of them is read.
struct Standard : test::Town
{
    project::LayerId land, older, redline, schools;

    Standard()
    {
        data.info.catalogueId = u"tdt1063-2021"_s;
        const auto loaded = catalogue::loadBuiltIn(data.info.catalogueId);
        REQUIRE_OK(loaded);
        data.catalogue = loaded->catalogue;
        land = add(u"DLTB"_s, 2022, {u"DLBM"_s}, R"({"class":"DLBM"})", {});
        older = add(u"DLTB"_s, 2019, {u"DLBM"_s}, R"({"class":"DLBM"})", {});
        redline = add(u"STBHHX"_s, 2022, {u"MC"_s}, R"({"name":"MC"})", {});
        schools = add(u"XX"_s, 2022, {u"LX"_s}, R"({"kind":"LX"})", {});
        data.index();
    }
    FeatureUses of(project::LayerId id, const QString& field, const QString& text)
    {
        return usesOf(data, layer(id), {{field, text}}, 1e4);
    }
};

} // namespace

TEST_CASE("a feature counts in the quantities whose recipes take it, and in what is made of them")
{
    Standard year;
    // resources/recipes/tdt1063-2021.json: farmland is 0101, 0102, 0103; grass 0401, 0403, 0404.
    const FeatureUses paddy = year.of(year.land, u"dlbm"_s, u"0101"_s);
    CHECK(paddy.quantities.contains(u"a_farmland"_s));
    CHECK_FALSE(paddy.quantities.contains(u"a_grass"_s));
    CHECK_FALSE(paddy.quantities.contains(u"a_construct"_s));
    // 0601 is land for industry, which is construction land too.
    const FeatureUses works = year.of(year.land, u"DLBM"_s, u"0601"_s);
    CHECK(works.quantities.contains(u"a_industry"_s));
    CHECK(works.quantities.contains(u"a_construct"_s));
    CHECK_FALSE(works.quantities.contains(u"a_farmland"_s));
    // Those of 201 to 203 ask for a column that this layer lacks.
    CHECK_FALSE(works.quantities.contains(u"a_town"_s));
    // Each indicator named has one of them in its formula, and those that have one are named.
    for (const catalogue::Indicator& one : year.data.catalogue.indicators) {
        const bool farms = one.formula.contains(u"a_farmland"_s);
        INFO(one.code.toStdString() << ": " << one.formula.toStdString());
        if (farms)
            CHECK(paddy.indicators.contains(one.code));
        if (one.formula.isEmpty())
            CHECK_FALSE(paddy.indicators.contains(one.code));
    }
    CHECK_FALSE(paddy.indicators.isEmpty());
    // What another year's land says counts in this year only where a recipe looks back.
    CHECK_FALSE(year.of(year.older, u"DLBM"_s, u"0101"_s).quantities.contains(u"a_farmland"_s));
    // A redline is what others are cut to.
    CHECK(year.of(year.redline, u"MC"_s, u"甲"_s).quantities.contains(u"a_erl_builtup"_s));
    // An indicator that is left out is not named.
    const QString first = paddy.indicators.constFirst();
    for (catalogue::Indicator& one : year.data.catalogue.indicators)
        one.excluded = one.code == first;
    CHECK_FALSE(year.of(year.land, u"DLBM"_s, u"0101"_s).indicators.contains(first));
}
