#include "core/draw/symbols.h"

#include "core/catalogue/land_classes.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

QString faultOf(const QByteArray& roles)
{
    const auto read = SymbolSet::read({{u"x.json"_s, roles}});
    if (read)
        return {};
    CHECK(read.error().code() == ErrorCode::Invalid);
    return read.error().message();
}

bool contains(const QString& sentence, const QStringList& words)
{
    for (const QString& word : words) {
        if (!sentence.contains(word)) {
            WARN(sentence.toStdString());
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("Every class of both systems and every role that is drawn has a symbol")
{
    const SymbolSet& set = SymbolSet::shipped();
    for (const auto system :
         {catalogue::ClassSystem::ThirdSurvey, catalogue::ClassSystem::LandAndSeaUse}) {
        const catalogue::LandClasses& classes = catalogue::LandClasses::of(system);
        const LayerStyle style = set.styleOf(u"DLTB"_s, classes.id());
        CHECK(style.codes);
        for (const catalogue::LandClass& one : classes.classes()) {
            INFO(one.code.toStdString());
            CHECK(style.caseOf(one.code) >= 0);
        }
    }
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        INFO(role.code.toStdString());
        const LayerStyle style = set.styleOf(role.code);
        CHECK(!style.name.isEmpty());
        const Symbol& symbol =
            style.cases.isEmpty() ? style.otherwise.symbol : style.cases.constFirst().symbol;
        if (role.geometry == catalogue::LayerGeometry::Line)
            CHECK(symbol.line);
        if (role.geometry == catalogue::LayerGeometry::Point)
            CHECK(symbol.marker);
    }
}

TEST_CASE("Codes are styled by their longest known beginning, unknown ones are faults")
{
    const LayerStyle style = SymbolSet::shipped().styleOf(u"DLTB"_s, u"third-survey"_s);
    const auto name = [&style](const QString& code) {
        return style.shown(style.caseOf(code)).name;
    };
    CHECK(name(u"0301K"_s) == u"乔木林地"_s);
    CHECK(name(u"1104A"_s) == name(u"1104"_s));
    CHECK(name(u"08H1"_s) == u"公共管理与公共服务用地"_s);
    CHECK(name(u"9999"_s) == u"未知代码"_s);
    CHECK(style.listsOthers);
    // The same code is another thing in the other system.
    const LayerStyle plan = SymbolSet::shipped().styleOf(u"DLTB"_s, u"land-and-sea-use"_s);
    CHECK(plan.shown(plan.caseOf(u"0601"_s)).name == u"农村道路"_s);
}

TEST_CASE("The control lines have their colours: green, yellow, red")
{
    const SymbolSet& set = SymbolSet::shipped();
    const auto hue = [&set](const QString& role) {
        return set.styleOf(role).otherwise.symbol.line->colour.hslHue();
    };
    CHECK(std::abs(hue(u"STBHHX"_s) - 120) < 40);
    CHECK(std::abs(hue(u"YJJBNT"_s) - 55) < 15);
    const int red = hue(u"CZKFBJ"_s);
    CHECK((red < 15 || red > 340));
}

TEST_CASE("A fault in a symbol file names file, place and key")
{
    const auto roles = [](const QByteArray& style) {
        return faultOf(R"({"version": 1, "styles": [)" + style + "]}");
    };
    CHECK(contains(faultOf("{"), {u"x.json"_s}));
    CHECK(contains(faultOf(R"({"version": 1})"), {u"x.json"_s, u"styles"_s}));
    CHECK(contains(roles(R"({"role": "NO", "fill": "#ffffff"})"), {u"styles[0]"_s, u"NO"_s}));
    CHECK(contains(roles(R"({"role": "CQFW", "fil": "#ffffff"})"), {u"styles[0]"_s, u"fil"_s}));
    CHECK(contains(roles(R"({"role": "CQFW", "fill": "red"})"), {u"fill"_s, u"red"_s}));
    CHECK(contains(roles(R"({"role": "CQFW"})"), {u"styles[0]"_s}));
    CHECK(contains(roles(R"({"role": "CQFW", "line": {"colour": "#000000", "width": -1}})"),
                   {u"styles[0].line"_s, u"width"_s}));
    CHECK(contains(roles(R"({"role": "CQFW", "line": {"colour": "#000000", "dashes": [1, 2, 3]}})"),
                   {u"dashes"_s}));
    CHECK(contains(roles(R"({"role": "CQFW", "hatch": {"pattern": "waves", "colour": "#000000"}})"),
                   {u"styles[0].hatch"_s, u"waves"_s, u"rising"_s}));
    CHECK(contains(roles(R"({"role": "CQFW", "column": "population", "fill": "#ffffff"})"),
                   {u"population"_s}));
    CHECK(contains(faultOf(R"({"version": 1, "system": "other", "classes": []})"), {u"other"_s}));
    CHECK(contains(faultOf(R"({"version": 1, "system": "third-survey",
                               "classes": [{"code": "ZZ", "fill": "#ffffff"}]})"),
                   {u"classes[0]"_s, u"ZZ"_s}));
    CHECK(roles(R"({"role": "CQFW", "fill": "#ffffff"})").isEmpty());
    CHECK(contains(faultOf(R"({"version": 2, "styles": []})"), {u"version"_s}));
    CHECK(contains(roles(R"({"role": "CQFW", "fill": "#ffffffzz"})"), {u"fill"_s}));
    CHECK(contains(roles(R"({"role": "DLTB", "system": "x", "fill": "#ffffff"})"), {u"x"_s}));
    CHECK(
        contains(roles(R"({"role": "XZC", "column": "population", "grades": {"bounds": [2, 1]}})"),
                 {u"styles[0].grades"_s}));
    CHECK(contains(roles(R"({"role": "XZC", "column": "population",
                             "grades": {"bounds": [1, 2], "ramp": "none"}})"),
                   {u"none"_s}));
    CHECK(contains(roles(R"({"role": "XZC", "column": "population", "grades": {"bounds": [1, 2, 3]},
                             "cases": [{"name": "a", "fill": "#ffffff"}]})"),
                   {u"cases"_s, u"2"_s}));
}

TEST_CASE("What is written is read again, the shipped symbols and all kinds of styles")
{
    const SymbolSet& shipped = SymbolSet::shipped();
    const QByteArray written = shipped.toJson();
    const auto again = SymbolSet::read({{u"all.json"_s, written}});
    REQUIRE(again);
    CHECK(again->roleStyles() == shipped.roleStyles());
    for (const QString& system : shipped.systems())
        CHECK(again->classesOf(system) == shipped.classesOf(system));
    CHECK((again->toJson() == written));

    const QByteArray kinds = R"({"version": 1, "styles": [
        {"role": "XZC", "column": "population", "opacity": 0.5,
         "grades": {"method": "quantile", "bounds": [0, 10.5, 30], "ramp": "blue"}},
        {"role": "JZYD", "column": "households",
         "grades": {"bounds": [0, 5, 9]},
         "cases": [{"name": "少", "fill": "#11223344"}, {"name": "多", "fill": "#445566"}]},
        {"role": "DLTB", "system": "third-survey", "name": "土地", "column": "class", "codes": true,
         "cases": [{"values": ["01", "02"], "name": "耕地和园地", "fill": "#ffff00",
                    "hatch": {"pattern": "grid", "colour": "#000000"}}],
         "otherwise": {"name": "其他", "fill": "#eeeeee"}},
        {"role": "XX", "fill": "#ff0000", "marker": {"shape": "x", "size": 3}, "labels": "name"}
      ], "systems": [{"system": "land-and-sea-use",
                      "classes": [{"code": "0701", "name": "住", "fill": "#ffff00"}]}]})";
    const auto set = SymbolSet::read({{u"kinds.json"_s, kinds}});
    REQUIRE(set);
    const LayerStyle graded = set->styleOf(u"XZC"_s);
    CHECK(graded.grades->uppers == QList<double>{10.5, 30});
    CHECK(graded.shown(graded.caseOf(u"10.5"_s)).name == u"0–11"_s);
    CHECK(graded.opacity == 0.5);
    CHECK(set->styleOf(u"JZYD"_s).cases[0].symbol.fill->alpha() == 0x44);
    CHECK(set->styleOf(u"JZYD"_s).caseOf(u"7"_s) == 1);
    const LayerStyle land = set->styleOf(u"DLTB"_s, u"third-survey"_s);
    CHECK(land.name == u"土地"_s);
    CHECK(land.shown(land.caseOf(u"0103"_s)).name == u"耕地和园地"_s);
    CHECK(land.shown(land.caseOf(u"1001"_s)).name == u"其他"_s);
    CHECK(set->roleStyle(u"DLTB"_s, u"land-and-sea-use"_s) == nullptr);
    const auto twice = SymbolSet::read({{u"kinds.json"_s, set->toJson()}});
    REQUIRE(twice);
    CHECK(twice->roleStyles() == set->roleStyles());
    CHECK(twice->classesOf(u"land-and-sea-use"_s) == set->classesOf(u"land-and-sea-use"_s));
}

TEST_CASE("Own symbols take the place of the shipped ones, roles as a whole, classes by code")
{
    const SymbolSet& shipped = SymbolSet::shipped();
    const auto own = SymbolSet::read({{u"a.json"_s, R"({"version": 1, "styles": [
        {"role": "CQFW", "fill": "#123456"},
        {"role": "RK_JD", "fill": "#654321"}]})"},
                                      {u"b.json"_s, R"({"version": 1, "system": "third-survey",
        "classes": [{"code": "0101", "fill": "#010203"}, {"code": "9999", "name": "待定", "fill": "#040506"}]})"}});
    REQUIRE(own);
    const SymbolSet all = shipped.with(*own);
    CHECK(all.styleOf(u"CQFW"_s).otherwise.symbol.fill == QColor(0x12, 0x34, 0x56));
    CHECK(!all.styleOf(u"CQFW"_s).otherwise.symbol.hatch);
    CHECK(all.roleStyles().size() == shipped.roleStyles().size() + 1);
    const LayerStyle land = all.styleOf(u"DLTB"_s, u"third-survey"_s);
    const LayerStyle before = shipped.styleOf(u"DLTB"_s, u"third-survey"_s);
    CHECK(land.shown(land.caseOf(u"0101"_s)).symbol.fill == QColor(1, 2, 3));
    CHECK(land.shown(land.caseOf(u"0102"_s)) == before.shown(before.caseOf(u"0102"_s)));
    CHECK(before.caseOf(u"9999"_s) == -1);
    CHECK(land.shown(land.caseOf(u"9999"_s)).name == u"待定"_s);
    CHECK(all.columnsOf(u"DLWL"_s) == QStringList{u"class"_s, u"name"_s});

    SymbolSet changed = *own;
    changed.removeRole(u"CQFW"_s);
    changed.removeClass(u"third-survey"_s, u"9999"_s);
    changed.removeClass(u"third-survey"_s, u"0101"_s);
    CHECK(changed.roleStyles().size() == 1);
    CHECK(changed.systems().isEmpty());
}

TEST_CASE("The shipped styles are whole: each role its own, nothing alike that is not the same")
{
    using catalogue::LayerGeometry;
    const SymbolSet& set = SymbolSet::shipped();
    QList<Symbol> markers;
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        if (role.geometry == LayerGeometry::Table)
            continue; // not drawn
        INFO(role.code.toStdString());
        const RoleStyle* const style = set.roleStyle(role.code);
        REQUIRE(style);
        if (style->byClass) {
            CHECK(style->classLine);
            continue;
        }
        QList<SymbolCase> cases = style->style.cases;
        if (!style->style.listsOthers)
            cases << style->style.otherwise;
        QStringList names;
        for (const SymbolCase& one : cases) {
            names << one.name;
            const Symbol& symbol = one.symbol;
            if (role.geometry == LayerGeometry::Polygon)
                CHECK((symbol.fill || symbol.hatch || symbol.line));
            if (role.geometry == LayerGeometry::Line)
                CHECK(symbol.line);
            if (role.geometry == LayerGeometry::Point) {
                CHECK(symbol.marker);
                CHECK(symbol.fill);
                CHECK_FALSE(markers.contains(symbol));
                markers << symbol;
            }
        }
        CHECK(names.removeDuplicates() == 0);
    }
    for (const auto system :
         {catalogue::ClassSystem::ThirdSurvey, catalogue::ClassSystem::LandAndSeaUse}) {
        const catalogue::LandClasses& classes = catalogue::LandClasses::of(system);
        const LayerStyle land = set.styleOf(u"DLTB"_s, classes.id());
        for (const catalogue::LandClass& one : classes.classes()) {
            INFO(one.code.toStdString());
            const int number = land.caseOf(one.code);
            REQUIRE(number >= 0);
            CHECK(land.cases[number].symbol.fill);
            for (const catalogue::LandClass& other : classes.classes()) {
                const int second = land.caseOf(other.code);
                // Two symbols never look the same; classes of two groups never share one.
                if (second != number)
                    CHECK(land.cases[second].symbol != land.cases[number].symbol);
            }
        }
    }
}
