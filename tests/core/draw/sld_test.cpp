#include "core/draw/sld.h"

#include "tests/support/catch.h"

#include <QStringEncoder>

#include <cmath>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

/// SLD 1.0 as GeoServer's users write it.
QByteArray geoserver(const QByteArray& rules,
                     const QByteArray& declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)")
{
    return declaration + R"(
<StyledLayerDescriptor version="1.0.0"
  xsi:schemaLocation="http://www.opengis.net/sld StyledLayerDescriptor.xsd"
  xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer><Name>l</Name><UserStyle><Title>t</Title><FeatureTypeStyle>)" +
           rules + R"(</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>)";
}

/// SLD 1.1 as QGIS exports it.
QByteArray qgis(const QByteArray& rules)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
  xmlns:ogc="http://www.opengis.net/ogc" version="1.1.0">
 <NamedLayer><se:Name>l</se:Name><UserStyle><se:Name>l</se:Name><se:FeatureTypeStyle>)" +
           rules + R"(</se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>)";
}

SldStyle styleIn(const QByteArray& bytes, const QString& role,
                 const QMap<QString, QString>& fields = {}, const QString& system = {})
{
    const auto style = readSld({u"x.sld"_s, bytes}, role, fields, system);
    if (!style)
        FAIL(style.error().message().toStdString());
    return *style;
}

QString faultOf(const QByteArray& bytes, const QString& role)
{
    const auto style = readSld({u"x.sld"_s, bytes}, role);
    REQUIRE(!style);
    CHECK(style.error().message().contains(u"x.sld"_s));
    return style.error().message();
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

bool says(const SldStyle& style, const QString& words)
{
    return style.notes.join(u'\n').contains(words);
}

QByteArray equals(const QByteArray& field, const QByteArray& value)
{
    return "<ogc:PropertyIsEqualTo><ogc:PropertyName>" + field +
           "</ogc:PropertyName><ogc:Literal>" + value + "</ogc:Literal></ogc:PropertyIsEqualTo>";
}

} // namespace

TEST_CASE("GeoServer's land use: values, Or, beginnings, else, opacity, label")
{
    const SldStyle read = styleIn(
        geoserver("<Rule><Name>r1</Name><Title>水田旱地</Title><ogc:Filter><ogc:Or>" +
                  equals("DLBM", "0101") + equals("DLBM", "0103") + R"(</ogc:Or></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">#FFFF00</CssParameter>
            <CssParameter name="fill-opacity">0.5</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#000000</CssParameter>
              <CssParameter name="stroke-width">2</CssParameter></Stroke></PolygonSymbolizer></Rule>
        <Rule><Title>林地</Title><ogc:Filter>
          <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!">
            <ogc:PropertyName>DLBM</ogc:PropertyName><ogc:Literal>03*</ogc:Literal>
          </ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">
            <ogc:Literal>#00ff00</ogc:Literal></CssParameter></Fill></PolygonSymbolizer></Rule>
        <Rule><Title>其余</Title><ElseFilter/>
          <PolygonSymbolizer><Fill/></PolygonSymbolizer></Rule>
        <Rule><TextSymbolizer><Label><ogc:PropertyName>dlmc</ogc:PropertyName></Label>
          <Font><CssParameter name="font-family">SimSun</CssParameter></Font></TextSymbolizer></Rule>)"),
        u"DLTB"_s, {{u"class"_s, u"DLBM"_s}, {u"className"_s, u"DLMC"_s}}, u"third-survey"_s);
    const LayerStyle& style = read.style.style;
    CHECK(read.style.key() == u"DLTB/third-survey"_s);
    CHECK(style.column == u"class"_s);
    CHECK(style.labels == u"className"_s);
    CHECK(style.codes);
    CHECK(!style.listsOthers);
    REQUIRE(style.cases.size() == 2);
    CHECK(style.cases[0].values == QStringList{u"0101"_s, u"0103"_s});
    CHECK(style.cases[0].name == u"水田旱地"_s);
    CHECK(style.cases[0].symbol.fill == QColor(255, 255, 0, 128));
    REQUIRE(style.cases[0].symbol.line);
    CHECK(near(style.cases[0].symbol.line->width, 0.56)); // 2 pixels of 0.28 mm
    CHECK(style.shown(style.caseOf(u"0301"_s)).name == u"林地"_s);
    CHECK(style.shown(style.caseOf(u"9999"_s)).name == u"其余"_s);
    CHECK(style.otherwise.symbol.fill == QColor(128, 128, 128)); // the standard's default
    CHECK(says(read, u"字体"_s));
    CHECK(read.notes.size() == 1);

    // What came in goes out and in again as ours.
    SymbolSet set;
    set.setRole(read.style);
    const auto again = SymbolSet::read({{u"own.json"_s, set.toJson()}});
    REQUIRE(again);
    CHECK(again->roleStyles() == set.roleStyles());
}

TEST_CASE("QGIS's categories of 1.1: titles in Description, se: prefixes, dashes, marks")
{
    const SldStyle roads = styleIn(
        qgis(R"(<se:Rule><se:Name>高速公路</se:Name><se:Description><se:Title>高速</se:Title>
          </se:Description><ogc:Filter xmlns:ogc="http://www.opengis.net/ogc">)" +
             equals("DLDJ", "高速公路") + R"(</ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#8a3b12</se:SvgParameter>
            <se:SvgParameter name="stroke-width">5</se:SvgParameter>
            <se:SvgParameter name="stroke-linejoin">bevel</se:SvgParameter></se:Stroke>
          </se:LineSymbolizer>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#f0894b</se:SvgParameter>
            <se:SvgParameter name="stroke-width">3</se:SvgParameter>
            <se:SvgParameter name="stroke-dasharray">10 5</se:SvgParameter></se:Stroke>
          </se:LineSymbolizer></se:Rule>)"),
        u"DLWL"_s, {{u"class"_s, u"DLDJ"_s}});
    REQUIRE(roads.style.style.cases.size() == 1);
    const SymbolCase& motorway = roads.style.style.cases[0];
    CHECK(motorway.name == u"高速"_s);
    REQUIRE(motorway.symbol.casing);
    REQUIRE(motorway.symbol.line);
    CHECK(motorway.symbol.casing->colour == QColor(0x8a, 0x3b, 0x12));
    CHECK(near(motorway.symbol.casing->width, 1.4));
    CHECK(near(motorway.symbol.line->width, 0.84));
    REQUIRE(motorway.symbol.line->dashes.size() == 2);
    CHECK(near(motorway.symbol.line->dashes[0], 2.8));
    CHECK(roads.style.style.listsOthers);
    CHECK(says(roads, u"stroke-linejoin"_s));

    const SldStyle schools = styleIn(
        qgis(R"(<se:Rule><se:Name>Single symbol</se:Name><se:PointSymbolizer><se:Graphic><se:Mark>
          <se:WellKnownName>star</se:WellKnownName>
          <se:Fill><se:SvgParameter name="fill">#db1e2a</se:SvgParameter></se:Fill>
          <se:Stroke><se:SvgParameter name="stroke">#801119</se:SvgParameter>
            <se:SvgParameter name="stroke-width">0.5</se:SvgParameter></se:Stroke></se:Mark>
          <se:Size>10</se:Size></se:Graphic></se:PointSymbolizer></se:Rule>)"),
        u"XX"_s);
    const Symbol& star = schools.style.style.otherwise.symbol;
    REQUIRE(star.marker);
    CHECK(star.marker->shape == MarkerSymbol::Shape::Star);
    CHECK(near(star.marker->size, 2.8));
    CHECK(star.fill == QColor(0xdb, 0x1e, 0x2a));
    CHECK(near(star.line->width, 0.14));
    CHECK(schools.notes.isEmpty());
}

TEST_CASE("A casing drawn by a second pass over the same features")
{
    const QByteArray line = R"(<LineSymbolizer><Stroke><CssParameter name="stroke">%1</CssParameter>
        <CssParameter name="stroke-width">%2</CssParameter></Stroke></LineSymbolizer>)";
    const auto stroke = [&line](const char* colour, const char* width) {
        return QByteArray(line).replace("%1", colour).replace("%2", width);
    };
    const SldStyle rail = styleIn(geoserver("<Rule>" + stroke("#333333", "3") +
                                            "</Rule></FeatureTypeStyle><FeatureTypeStyle><Rule>" +
                                            stroke("#ffffff", "2") + "</Rule>"),
                                  u"TL"_s);
    const Symbol& symbol = rail.style.style.otherwise.symbol;
    REQUIRE(symbol.casing);
    CHECK(symbol.casing->colour == QColor(0x33, 0x33, 0x33));
    CHECK(symbol.line->colour == QColor(Qt::white));
}

TEST_CASE("Hatches: GeoServer's shapes, QGIS's brushes and turned lines")
{
    using Pattern = HatchSymbol::Pattern;
    const auto hatch = [](const QByteArray& mark, const QByteArray& rest = {}) {
        const SldStyle style = styleIn(
            geoserver(R"(<Rule><PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark>
              <WellKnownName>)" +
                      mark +
                      R"(</WellKnownName><Stroke><CssParameter name="stroke">#2e9e4f</CssParameter>
              <CssParameter name="stroke-width">1</CssParameter></Stroke></Mark><Size>10</Size>)" +
                      rest + "</Graphic></GraphicFill></Fill></PolygonSymbolizer></Rule>"),
            u"STBHHX"_s);
        return style.style.style.otherwise.symbol.hatch.value_or(HatchSymbol{});
    };
    CHECK(hatch("shape://slash").pattern == Pattern::Rising);
    CHECK(hatch("shape://backslash").pattern == Pattern::Falling);
    CHECK(hatch("shape://vertline").pattern == Pattern::Upright);
    CHECK(hatch("shape://horline").pattern == Pattern::Level);
    CHECK(hatch("shape://plus").pattern == Pattern::Grid);
    CHECK(hatch("shape://times").pattern == Pattern::Cross);
    CHECK(hatch("shape://dot").pattern == Pattern::Dots);
    CHECK(hatch("slash").pattern == Pattern::Rising);
    CHECK(hatch("cross").pattern == Pattern::Grid);
    CHECK(hatch("horline", "<Rotation>45</Rotation>").pattern == Pattern::Falling);
    CHECK(hatch("horline", "<Rotation><ogc:Literal>-45</ogc:Literal></Rotation>").pattern ==
          Pattern::Rising);
    const HatchSymbol slash = hatch("shape://slash");
    CHECK(slash.colour == QColor(0x2e, 0x9e, 0x4f));
    CHECK(near(slash.gap, 2.8));
    CHECK(near(slash.width, 0.28));
}

TEST_CASE("Ranges become grades, in order, with their own symbols")
{
    const auto rule = [](const QByteArray& name, const QByteArray& filter,
                         const QByteArray& colour) {
        return "<Rule><Title>" + name + "</Title><ogc:Filter>" + filter +
               "</ogc:Filter><PolygonSymbolizer><Fill><CssParameter name=\"fill\">" + colour +
               "</CssParameter></Fill></PolygonSymbolizer></Rule>";
    };
    const auto bound = [](const QByteArray& kind, const QByteArray& number) {
        return "<ogc:PropertyIs" + kind +
               "><ogc:PropertyName>常住人口</ogc:PropertyName><ogc:Literal>" + number +
               "</ogc:Literal></ogc:PropertyIs" + kind + '>';
    };
    const QByteArray middle =
        R"(<ogc:PropertyIsBetween><ogc:PropertyName>常住人口</ogc:PropertyName>
        <ogc:LowerBoundary><ogc:Literal>100</ogc:Literal></ogc:LowerBoundary>
        <ogc:UpperBoundary><ogc:Literal>500</ogc:Literal></ogc:UpperBoundary></ogc:PropertyIsBetween>)";
    const SldStyle people = styleIn(
        geoserver(rule("多", bound("GreaterThanOrEqualTo", "1000"), "#000033") +
                  rule("少", bound("LessThan", "100"), "#eeeeff") + rule("中", middle, "#8888cc") +
                  rule("较多",
                       "<ogc:And>" + bound("GreaterThan", "500") +
                           bound("LessThanOrEqualTo", "1000") + "</ogc:And>",
                       "#444488")),
        u"XZC"_s);
    const LayerStyle& style = people.style.style;
    REQUIRE(style.grades);
    CHECK(style.grades->lowest == 0);
    CHECK(style.grades->uppers.first(3) == QList<double>{100, 500, 1000});
    const auto name = [&style](const char* value) {
        return style.shown(style.caseOf(QString::fromLatin1(value))).name;
    };
    CHECK(name("-3") == u"少"_s);
    CHECK(name("99") == u"少"_s);
    CHECK(name("300") == u"中"_s);
    CHECK(name("1000") == u"较多"_s);
    CHECK(name("987654") == u"多"_s); // beyond is of the outermost grade
    CHECK(name("x") == u"无数据"_s);
    CHECK(says(people, u"界限"_s)); // "less than 100": 100 itself goes to the lower grade here

    CHECK(faultOf(geoserver(rule("a", bound("LessThan", "100"), "#000000") +
                            rule("b", bound("LessThan", "50"), "#000000")),
                  u"XZC"_s)
              .contains(u"重叠"_s));
}

TEST_CASE("What is not understood is said, never dropped in silence")
{
    const SldStyle odd =
        styleIn(geoserver("<Rule><Title>甲</Title><MaxScaleDenominator>5000</MaxScaleDenominator>"
                          "<ogc:Filter>" +
                          equals("type", "a") + R"(</ogc:Filter><PointSymbolizer><Graphic>
              <ExternalGraphic><OnlineResource xlink:href="http://x/y.svg"/><Format>image/svg</Format>
              </ExternalGraphic><Mark><WellKnownName>ttf://Webdings#0x40</WellKnownName></Mark>
              <Size><ogc:PropertyName>big</ogc:PropertyName></Size></Graphic>
              <VendorOption name="labelObstacle">true</VendorOption></PointSymbolizer></Rule>
            <Rule><Title>乙</Title><ogc:Filter>)" +
                          equals("nowhere", "a") + R"(</ogc:Filter><PointSymbolizer/></Rule>
            <Rule><Title>丙</Title><ogc:Filter><ogc:Not>)" +
                          equals("type", "a") + R"(</ogc:Not></ogc:Filter><PointSymbolizer/></Rule>
            <Rule><RasterSymbolizer/></Rule>)"),
                u"XFZ"_s);
    CHECK(odd.style.style.cases.size() == 1);
    for (const char* words : {"比例尺", "外部图片", "ttf://Webdings#0x40", "Size", "labelObstacle",
                              "nowhere", "Not", "RasterSymbolizer"}) {
        INFO(words);
        CHECK(says(odd, QString::fromUtf8(words)));
    }
}

TEST_CASE("Broken, hostile and foreign files are refused with a sentence")
{
    CHECK(faultOf("", u"XX"_s).contains(u"XML"_s));
    CHECK(faultOf("<StyledLayerDescriptor><NamedLayer>", u"XX"_s).contains(u"1"_s));
    CHECK(faultOf(geoserver("<Rule><PointSymbolizer></Rule>"), u"XX"_s).contains(u"行"_s));
    CHECK(faultOf("<qgis version='3'/>", u"XX"_s).contains(u"qgis"_s));
    CHECK(faultOf("<StyledLayerDescriptor/>", u"XX"_s).contains(u"UserStyle"_s));
    CHECK(faultOf(geoserver(""), u"XX"_s).contains(u"Rule"_s));
    CHECK(faultOf(geoserver("<Rule><Title>甲</Title><ogc:Filter>" + equals("nowhere", "1") +
                            "</ogc:Filter><PointSymbolizer/></Rule>"),
                  u"XX"_s)
              .contains(u"nowhere"_s));
    // A billion laughs, and a file of the machine's.
    const QByteArray bomb = R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">
        <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>)";
    CHECK(faultOf(geoserver("<Rule><Title>&c;</Title><PointSymbolizer/></Rule>", bomb), u"XX"_s)
              .contains(u"实体"_s));
    const QByteArray outside =
        R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>)";
    CHECK(faultOf(geoserver("<Rule><Title>&a;</Title><PointSymbolizer/></Rule>", outside), u"XX"_s)
              .contains(u"实体"_s));
    // Filters nested without end.
    QByteArray deep = equals("type", "a");
    for (int i = 0; i < 5000; ++i)
        deep = "<ogc:Or>" + deep + "</ogc:Or>";
    CHECK(faultOf(geoserver("<Rule><ogc:Filter>" + deep + "</ogc:Filter></Rule>"), u"XFZ"_s)
              .contains(u"没有可以采用"_s));
    CHECK(!readSld({u"x.sld"_s, QByteArray(9 * 1024 * 1024, ' ')}, u"XX"_s));
}

TEST_CASE("A file in GBK has its Chinese names")
{
    const QString text = QString::fromUtf8(geoserver(
        "<Rule><Title>消防站一级</Title><ogc:Filter>" + equals("类型", "一级") +
            "</ogc:Filter><PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName>"
            "</Mark></Graphic></PointSymbolizer></Rule>",
        R"(<?xml version="1.0" encoding="GBK"?>)"));
    QStringEncoder encoder("GB18030");
    if (!encoder.isValid()) {
        WARN("skipped: this Qt cannot write GB18030");
        return;
    }
    const QByteArray bytes = encoder.encode(text);
    CHECK(!bytes.contains(QByteArrayLiteral("消防站")));
    const SldStyle stations = styleIn(bytes, u"XFZ"_s, {{u"type"_s, u"类型"_s}});
    REQUIRE(stations.style.style.cases.size() == 1);
    CHECK(stations.style.style.cases[0].name == u"消防站一级"_s);
    CHECK(stations.style.style.cases[0].values == QStringList{u"一级"_s});
}
