#include "core/catalogue/catalogue_files.h"
#include "tests/support/catch.h"

using namespace checkup::catalogue;
using namespace Qt::StringLiterals;

namespace {

Indicator indicator(const QString& code, const QString& name)
{
    Indicator row;
    row.code = code;
    row.nameZh = name;
    row.unit = u"公顷"_s;
    return row;
}

Catalogue lastYear()
{
    Catalogue catalogue;
    catalogue.indicators = {indicator(u"S-01"_s, u"甲"_s), indicator(u"S-02"_s, u"乙"_s)};
    catalogue.quantities = {{u"a"_s, u"面积"_s, {}, u"公顷"_s, {Origin::Layer}, {}, {}, {}}};
    return catalogue;
}

} // namespace

TEST_CASE("A catalogue does not differ from itself, nor from its rows in another order")
{
    const Catalogue before = lastYear();
    Catalogue after = before;
    CHECK(diff(before, after).isEmpty());
    after.indicators.move(0, 1);
    CHECK(diff(before, after).isEmpty());
}

TEST_CASE("Differences are told by code and field, quantities after indicators")
{
    const Catalogue before = lastYear();
    Catalogue after = before;
    after.indicators[0].unit = u"万亩"_s;
    after.indicators[0].decimals = 4;
    after.indicators[1].excluded = true;
    after.indicators[1].exclusionReason = u"内陆城市"_s;
    after.indicators.append(indicator(u"F-09"_s, u"丙"_s));
    after.quantities[0].origins = {Origin::Layer, Origin::Statistics};
    after.quantities.append({u"b"_s, u"人口"_s, {}, u"万人"_s, {}, {}, {}, {}});

    const auto found = diff(before, after);
    QStringList lines;
    for (const Difference& entry : found) {
        const QString change = entry.change == Difference::Change::Added     ? u"+"_s
                               : entry.change == Difference::Change::Removed ? u"-"_s
                                                                             : u"~"_s;
        lines.append(
            QStringList{change, entry.code, entry.name, entry.field, entry.before, entry.after}
                .join(u'|'));
    }
    CHECK(lines.join(u'\n') == QStringList({
                                               u"~|S-01|甲|unit|公顷|万亩"_s,
                                               u"~|S-01|甲|decimals|2|4"_s,
                                               u"~|S-02|乙|excluded|no|yes"_s,
                                               u"~|S-02|乙|exclusion_reason||内陆城市"_s,
                                               u"+|F-09|丙|||"_s,
                                               u"~|quantity:a|面积|origin|layer|layer;statistics"_s,
                                               u"+|quantity:b|人口|||"_s,
                                           })
                                   .join(u'\n'));
}

TEST_CASE("The way back removes what was added")
{
    const Catalogue before = lastYear();
    Catalogue after = before;
    after.indicators.removeFirst();
    const auto found = diff(before, after);
    REQUIRE(found.size() == 1);
    CHECK(found[0].change == Difference::Change::Removed);
    CHECK(found[0].code == u"S-01"_s);
    CHECK(diff(after, before)[0].change == Difference::Change::Added);
}
