#include "core/draw/sheet_template.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSizeF>
#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

/// A sheet with one layer, which has `look` besides.
QByteArray sheetWith(const QByteArray& look, const QByteArray& more = {})
{
    return R"({"version":1,"id":"own","number":40,"title":"{city}{year}年图")" + more +
           R"(,"layers":[{"what":{"role":"XZQ"})" + look + "}]}";
}

/// The error of a sheet; empty when there is none.
QString faultOf(const QByteArray& bytes)
{
    const auto read = readSheet(u"own.json"_s, bytes);
    return read ? QString() : read.error().message();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE("the 27 drawings of the deliverables' list ship")
{
    // The list of 规划实施分析图 that the package asks for: numbers 1 to 27, in its order.
    const QList<SheetTemplate>& sheets = shippedSheets();
    REQUIRE(sheets.size() == 27);
    QSet<QString> ids;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        CHECK(sheets[i].number == i + 1);
        CHECK(!sheets[i].layers.isEmpty());
        CHECK(sheets[i].title.contains(u"{city}"_s));
        CHECK(sheets[i].size() == QSizeF(420, 297));
        ids << sheets[i].id;
    }
    CHECK(ids.size() == 27);
    CHECK(sheets[2].title.contains(u"国土利用现状图"_s));
    CHECK(sheets[19].title.contains(u"15分钟社区生活圈覆盖图"_s));
    CHECK(sheets[25].title.contains(u"满意度分区图"_s));
}

TEST_CASE("a sheet's file is read with all it says")
{
    const auto sheet = readSheet(u"own.json"_s, R"({
        "version": 1, "id": "own", "number": 40, "title": "{city}图", "paper": "A2",
        "orientation": "portrait", "figures": ["S-11"], "notes": ["注"], "by_district": false,
        "secrecy": "内部资料", "layers": [
        {"what": {"role": "DLTB", "year_offset": -1}, "required": false, "labels": true,
         "opacity": 0.5, "name": "耕地", "within": {"role": "CQFW"},
         "cases": [{"name": "水田", "where": [{"column": "class", "op": "prefix", "values": ["0101"]}],
                    "outside": {"role": "CZKFBJ"}, "fill": "#112233"}]},
        {"what": {"role": "RK_GRID"}, "column": {"key": "population", "per": "km2",
         "ramp": "orange", "method": "manual", "bounds": [0, 10, 20], "unit": "人"}}]})");
    REQUIRE(sheet);
    CHECK(sheet->size() == QSizeF(420, 594));
    CHECK(sheet->secrecy == u"内部资料"_s);
    CHECK(!sheet->byDistrict);
    REQUIRE(sheet->layers.size() == 2);
    const SheetLayer& cases = sheet->layers[0];
    CHECK(cases.look == SheetLayer::Look::Cases);
    CHECK(cases.what.yearOffset == -1);
    CHECK(!cases.required);
    CHECK(cases.labels);
    REQUIRE(cases.within);
    CHECK(cases.within->role == u"CQFW"_s);
    REQUIRE(cases.cases.size() == 1);
    REQUIRE(cases.cases[0].outside);
    CHECK(cases.cases[0].symbol.fill == QColor(0x11, 0x22, 0x33));
    CHECK(cases.cases[0].what.where.size() == 1);
    const SheetLayer& graded = sheet->layers[1];
    CHECK(graded.look == SheetLayer::Look::Column);
    REQUIRE(graded.grades);
    CHECK(graded.grades->bounds == QList<double>{0, 10, 20});
    CHECK(graded.per == u"km2"_s);
}

TEST_CASE("faults of a sheet's file are told with file, place and key")
{
    CHECK(faultOf(sheetWith({})).isEmpty());
    const auto says = [](const QString& fault, const QStringList& words) {
        CAPTURE(fault.toStdString());
        for (const QString& word : QStringList{u"own.json"_s} + words)
            CHECK(fault.contains(word));
    };
    says(faultOf("{"), {});
    says(faultOf("{}"), {u"version"_s});
    says(faultOf(sheetWith({}, R"(,"colour":"red")")), {u"colour"_s});
    says(faultOf(sheetWith({}, R"(,"paper":"B5")")), {u"paper"_s, u"B5"_s, u"A4"_s});
    says(faultOf(sheetWith({}, R"(,"figures":[1])")), {u"figures"_s});
    says(faultOf(sheetWith(R"(,"required":"yes")")), {u"layers[0]"_s, u"required"_s});
    says(faultOf(sheetWith(R"(,"colour":"red")")), {u"layers[0]"_s, u"colour"_s});
    says(faultOf(sheetWith(R"(,"cases":[])")), {u"layers[0]"_s, u"cases"_s});
    says(faultOf(sheetWith(R"(,"cases":[{"name":"甲","fill":"rot"}])")),
         {u"layers[0].cases[0]"_s, u"fill"_s, u"rot"_s});
    says(faultOf(sheetWith(R"(,"cases":[{"name":"甲"}])")), {u"layers[0].cases[0]"_s});
    says(
        faultOf(sheetWith(
            R"(,"cases":[{"name":"甲","fill":"#112233","where":[{"column":"height","op":"prefix","values":["1"]}]}])")),
        {u"layers[0].cases[0]"_s, u"height"_s});
    says(faultOf(sheetWith(R"(,"within":{"role":"NIX"})")), {u"layers[0].within"_s, u"NIX"_s});
    says(faultOf(sheetWith(R"(,"column":{"key":"height","ramp":"blue"})")),
         {u"layers[0].column"_s, u"height"_s});
    says(faultOf(sheetWith(R"(,"region":{"subject":"C-05","ramp":"rainbow"})")),
         {u"layers[0].region"_s, u"ramp"_s, u"rainbow"_s});
    says(faultOf(sheetWith(
             R"(,"region":{"subject":"C-05","ramp":"blue","method":"manual","bounds":[3,2]})")),
         {u"layers[0].region.bounds"_s});
    says(faultOf(sheetWith(R"(,"region":{"subject":"C-05","ramp":"blue"},"change":{})")),
         {u"layers[0]"_s, u"region"_s, u"change"_s});
    says(faultOf(sheetWith(R"(,"reach":{"subjects":["a","b"]})")),
         {u"layers[0].reach"_s, u"names"_s});
    says(faultOf(sheetWith(R"(,"circles":{"metres":-1,"name":"甲","fill":"#112233"})")),
         {u"layers[0].circles"_s, u"metres"_s});
    const QByteArray grid =
        R"({"version":1,"id":"own","number":40,"title":"图","layers":[{"what":{"role":"GDZD"},
            "region":{"subject":"C-05","ramp":"blue"}}]})";
    says(faultOf(grid), {u"layers[0].region"_s, u"XZQ"_s});
}

TEST_CASE("a sheet of several maps says which layers are on which")
{
    const auto withMaps = [](const QByteArray& maps, const QByteArray& layers,
                             const QByteArray& more = {}) {
        return R"({"version":1,"id":"own","number":40,"title":"图","maps":)" + maps +
               R"(,"layers":[{"what":{"role":"XZQ"}})" + layers + "]" + more + "}";
    };
    const QByteArray two = R"(["规划","实施"])";
    const QByteArray both =
        R"(,{"what":{"role":"CZKFBJ"},"map":1},{"what":{"role":"DLTB"},"map":2})";
    const auto sheet = readSheet(u"own.json"_s, withMaps(two, both));
    REQUIRE_OK(sheet);
    CHECK(sheet->maps == QStringList{u"规划"_s, u"实施"_s});
    CHECK(sheet->layers[0].map == 0);
    CHECK(sheet->layers[1].map == 1);
    CHECK(sheet->layers[2].map == 2);
    const auto again = readSheet(u"own.json"_s, writeSheet(*sheet));
    REQUIRE_OK(again);
    CHECK((*again == *sheet));

    CHECK(faultOf(withMaps(R"(["规划"])", {})).contains(u"maps"_s));
    CHECK(faultOf(withMaps(R"(["规划",""])", both)).contains(u"maps"_s));
    CHECK(faultOf(withMaps(R"(["一","二","三","四","五"])", both)).contains(u"maps"_s));
    // Both maps would show the same.
    CHECK(faultOf(withMaps(two, R"(,{"what":{"role":"CZKFBJ"},"map":1})")).contains(u"2"_s));
    CHECK(faultOf(withMaps(two, both + R"(,{"what":{"role":"DLTB"},"map":3})"))
              .contains(u"layers[3]"_s));
    CHECK(faultOf(sheetWith(R"(,"map":2)")).contains(u"layers[0]"_s));
    // Each map has its element, once.
    const QByteArray elements = R"(,"elements":[{"part":"map"},{"part":"map","map":2}])";
    CHECK(faultOf(withMaps(two, both, elements)).isEmpty());
    CHECK(!faultOf(withMaps(two, both, R"(,"elements":[{"part":"map"}])")).isEmpty());
    CHECK(!faultOf(withMaps(two, both,
                            R"(,"elements":[{"part":"map","map":2},{"part":"map","map":2}])"))
               .isEmpty());
    // Some that ship show the plan beside what was done.
    const auto& shipped = shippedSheets();
    CHECK(std::count_if(shipped.cbegin(), shipped.cend(),
                        [](const SheetTemplate& one) { return one.maps.size() == 2; }) >= 2);
}

TEST_CASE("an office's folder adds sheets and takes the place of shipped ones")
{
    QTemporaryDir folder;
    write(folder.filePath(u"a.json"_s), sheetWith({}));
    write(folder.filePath(u"b.json"_s), sheetWith({}).replace("\"own\"", "\"land-use\""));
    const auto sheets = sheetsWith(folder.path());
    REQUIRE(sheets);
    CHECK(sheets->size() == 28);
    CHECK(sheets->constLast().number == 40);
    CHECK(std::none_of(sheets->cbegin(), sheets->cend(), [](const SheetTemplate& one) {
        return one.title.contains(u"国土利用现状图"_s);
    }));

    write(folder.filePath(u"c.json"_s), sheetWith({}));
    const auto twice = sheetsWith(folder.path());
    REQUIRE(!twice);
    CHECK(twice.error().message().contains(u"a.json"_s));
    CHECK(twice.error().message().contains(u"c.json"_s));
    const auto none = sheetsWith(folder.filePath(u"nichts"_s));
    REQUIRE(!none);
    CHECK(none.error().code() == ErrorCode::NotFound);
}
