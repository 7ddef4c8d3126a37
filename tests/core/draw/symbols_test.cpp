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
}
