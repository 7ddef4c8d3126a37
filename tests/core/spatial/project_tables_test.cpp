#include "core/spatial/project_tables.h"

#include "core/spatial/recipe.h"
#include "tests/core/spatial/tiny_city.h"

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::TinyCity;

namespace {

constexpr double near = 3e-7; // of what the plane says, see TinyCity
const QString survey = u"third-survey"_s;

QJsonObject parcel(double x, double y, double width, double height, const QString& code,
                   const QString& id, double net = 0, const QString& town = {})
{
    return TinyCity::box(
        x, y, width, height,
        {{u"class"_s, code}, {u"id"_s, id}, {u"netArea"_s, net}, {u"cityVillage"_s, town}});
}

/// Four parcels in two layers, 110 000 m²: farmland in the west, a village half in each district, a
/// road half beyond the east, mangroves. Farmland's line lies over the first two, the redline 甲
/// over the whole east, 乙 in 甲.
void drawTown(TinyCity& town)
{
    town.addDistricts();
    town.add(u"DLTB"_s,
             {parcel(0, 0, 600, 100, u"0101K"_s, u"1"_s, 60'000),
              parcel(900, 0, 200, 100, u"0702"_s, u"2"_s, 20'000, u"203"_s),
              parcel(1900, 0, 200, 100, u"1003"_s, u"3"_s, 20'000)},
             2022, survey);
    town.add(u"DLTB"_s, {parcel(0, 200, 100, 100, u"0303"_s, u"4"_s, 10'000)}, 2022, survey);
    town.add(u"YJJBNT"_s, {TinyCity::box(500, 0, 450, 100, {{u"id"_s, u"J"_s}})});
    town.add(u"STBHHX"_s, {TinyCity::box(1000, 0, 1000, 100, {{u"name"_s, u"甲"_s}}),
                           TinyCity::box(1050, 0, 50, 50, {{u"name"_s, u"乙"_s}})});
}

/// The year before: the village was farmland, the mangroves were a strip smaller.
void drawYearBefore(TinyCity& town)
{
    town.add(u"DLTB"_s,
             {parcel(0, 0, 600, 100, u"0101K"_s, u"1"_s),
              parcel(900, 0, 200, 100, u"0101"_s, u"2"_s),
              parcel(1900, 0, 200, 100, u"1003"_s, u"3"_s),
              parcel(0, 200, 100, 99.6, u"0303"_s, u"4"_s)},
             2021, survey);
}

ProjectTable made(const TinyCity& town, const TableChoices& choices, TableOptions options = {})
{
    const TablePlan plan = planTable(town.data, choices);
    INFO(plan.lacking.join(u' ').toStdString());
    REQUIRE(plan.canBeMade());
    auto table = makeTable(town.project(), town.data, plan, options);
    if (!table)
        FAIL(table.error().message().toStdString());
    return *table;
}

TableChoices usual(TableKind kind)
{
    return choicesFor({}, kind);
}

double cellOf(const QList<MatrixCell>& cells, const QString& a, const QString& b,
              const QString& district)
{
    double sum = 0;
    for (const MatrixCell& cell : cells)
        sum += cell.a == a && cell.b == b && cell.district == district ? cell.area : 0;
    return sum;
}

} // namespace

TEST_CASE("a project's layers make the matrix by role, class and district")
{
    TinyCity town;
    drawTown(town);
    TableChoices choices = usual(TableKind::Matrix);
    const ProjectTable table = made(town, choices);
    const MatrixReport& matrix = table.matrix;
    // By hand, see drawTown.
    REQUIRE(matrix.cells.size() == 4);
    CHECK_THAT(cellOf(matrix.cells, u"01"_s, u"永久基本农田"_s, u"西区"_s),
               WithinRel(10'000.0, near));
    CHECK_THAT(cellOf(matrix.cells, u"07"_s, u"永久基本农田"_s, u"西区"_s),
               WithinRel(5'000.0, near));
    CHECK_THAT(cellOf(matrix.cells, u"07"_s, u"生态保护红线"_s, u"东区"_s),
               WithinRel(10'000.0, near));
    CHECK_THAT(cellOf(matrix.cells, u"10"_s, u"生态保护红线"_s, u"东区"_s),
               WithinRel(10'000.0, near));
    CHECK_THAT(cellOf(matrix.totals, u"01"_s, {}, u"西区"_s), WithinRel(60'000.0, near));
    CHECK_THAT(cellOf(matrix.totals, u"10"_s, {}, {}), WithinRel(10'000.0, near)); // beyond
    CHECK_THAT(matrix.closing.area, WithinRel(110'000.0, near));
    CHECK(std::abs(matrix.closing.residual) < 1e-6);
    CHECK(matrix.lines == QStringList{u"永久基本农田"_s, u"生态保护红线"_s});
    CHECK(table.districts == QStringList{u"西区"_s, u"东区"_s});
    CHECK(table.year == 2022);
    REQUIRE(table.layers.size() == 5);
    CHECK(table.layers.at(2).part == u"lines");
    CHECK(table.layers.at(2).crs.startsWith(u"EPSG:4549"));
    CHECK(table.layers.at(0).sha256 == QString(64, u'a'));
    // 城镇开发边界 is one of the usual three, and not there.
    REQUIRE(table.issues.size() == 1);
    CHECK_THAT(table.issues.at(0).text.toStdString(), ContainsSubstring("CZKFBJ"));
    CHECK(className(u"07"_s, table) == u"住宅用地");
    CHECK(classText(u"07"_s, table) == u"07 住宅用地");
    CHECK(englishClassText(u"07"_s, table) == u"07 Residential land");
    CHECK(classText(u"XX"_s, table) == u"XX");
    CHECK(englishClassText(u"XX"_s, table).isEmpty());

    // The mangroves are wetland where communiqués sum up, though their code begins as forest's.
    choices.level = ClassLevel::Group;
    const ProjectTable groups = made(town, choices);
    CHECK_THAT(cellOf(groups.matrix.totals, u"湿地"_s, {}, u"西区"_s), WithinRel(10'000.0, near));
    CHECK(inOrder({u"湿地"_s, u"耕地"_s}, groups) == QStringList{u"耕地"_s, u"湿地"_s});
    choices.level = ClassLevel::Four; // surveys' letters fall away
    CHECK_THAT(cellOf(made(town, choices).matrix.totals, u"0101"_s, {}, u"西区"_s),
               WithinRel(60'000.0, near));

    // Each redline by its name: what lies in both counts in each.
    choices.byName = true;
    choices.byDistrict = false;
    choices.lines = {u"STBHHX"_s};
    const MatrixReport named = made(town, choices).matrix;
    CHECK(named.lines == QStringList{u"生态保护红线·甲"_s, u"生态保护红线·乙"_s});
    CHECK_THAT(cellOf(named.cells, u"0702"_s, u"生态保护红线·乙"_s, {}), WithinRel(2'500.0, near));
    CHECK_THAT(cellOf(named.cells, u"0702"_s, u"生态保护红线·甲"_s, {}), WithinRel(10'000.0, near));

    TableOptions alone;
    alone.threads = 1;
    const MatrixReport again = made(town, usual(TableKind::Matrix), alone).matrix;
    bool same = again.cells.size() == matrix.cells.size();
    for (qsizetype i = 0; same && i < again.cells.size(); ++i)
        same = again.cells.at(i).area == matrix.cells.at(i).area;
    CHECK(same);
}

TEST_CASE("slivers are left out and told with the limit that removed them")
{
    TinyCity town;
    drawTown(town);
    TableChoices choices = usual(TableKind::Matrix);
    choices.sliver = {6'000, 0};
    const ProjectTable table = made(town, choices);
    CHECK(table.slivers().pieces == 1); // the village in farmland's line: 50 m × 100 m
    CHECK_THAT(table.slivers().area, WithinRel(5'000.0, near));
    CHECK(cellOf(table.matrix.cells, u"07"_s, u"永久基本农田"_s, u"西区"_s) == 0);
    CHECK_THAT(cellOf(table.matrix.totals, u"07"_s, {}, u"西区"_s), WithinRel(10'000.0, near));
}

TEST_CASE("two years of parcels give what became of each class")
{
    TinyCity town;
    drawTown(town);
    CHECK_FALSE(planTable(town.data, usual(TableKind::Transition)).canBeMade());
    drawYearBefore(town);
    TableOptions shapes;
    shapes.shapes = true;
    const ProjectTable table = made(town, usual(TableKind::Transition), shapes);
    const TransitionReport& report = table.transition;
    CHECK(table.before == 2021);
    CHECK(table.year == 2022);
    double west = 0, east = 0, others = 0;
    for (const TransitionCell& cell : report.cells) {
        if (cell.before == cell.after)
            continue;
        const bool known = cell.before == u"01" && cell.after == u"07";
        (known ? (cell.district == u"西区" ? west : east) : others) += cell.area;
    }
    CHECK_THAT(west, WithinRel(10'000.0, near));
    CHECK_THAT(east, WithinRel(10'000.0, near));
    CHECK(others == 0);
    // The strip is no land of the year before: the class gained it.
    CHECK_THAT(report.gained.value(u"03"_s), WithinAbs(40, 1e-3));
    CHECK_THAT(report.gained.value(u"07"_s), WithinAbs(0, 1e-3));
    CHECK_THAT(report.areaAfter, WithinRel(110'000.0, near));
    CHECK_THAT(report.closing.area, WithinRel(109'960.0, near));
    REQUIRE(report.changes.size() == 2); // by district
    CHECK(report.changes.at(0).district == u"西区");
    CHECK(report.changes.at(0).shape.count() == 1);

    QTemporaryDir folder;
    const QString path = folder.filePath(u"变化.gpkg"_s);
    REQUIRE(writeTableLayer(path, table));
    auto reader = gdal::LayerReader::open(path, {}, {u"前地类"_s, u"后地类"_s});
    REQUIRE(reader);
    CHECK(reader->info().features == 2);

    // Codes of two systems are not compared.
    town.data.layers.last().classSystem = u"land-and-sea-use"_s;
    const TablePlan mixed = planTable(town.data, usual(TableKind::Transition));
    REQUIRE(mixed.lacking.size() == 1);
    CHECK_THAT(mixed.lacking.at(0).toStdString(), ContainsSubstring("不能比较"));
}

TEST_CASE("construction land inside redlines is listed in the order of lines and districts")
{
    TinyCity town;
    drawTown(town);
    TableOptions shapes;
    shapes.shapes = true;
    const ProjectTable table = made(town, usual(TableKind::Encroachment), shapes);
    const QList<Encroachment>& list = table.encroachment.list;
    REQUIRE(list.size() == 4);
    CHECK(list.at(0).redline == u"永久基本农田");
    CHECK(list.at(0).id == u"2");
    CHECK(list.at(0).district == u"西区");
    CHECK_THAT(list.at(0).share, WithinRel(0.25, near));
    CHECK_THAT(*list.at(0).net, WithinAbs(5'000, 0.01));
    CHECK(list.at(1).redline == u"生态保护红线·乙");
    CHECK_THAT(list.at(1).area, WithinRel(2'500.0, near));
    CHECK(list.at(3).id == u"3");
    CHECK(list.at(3).className == u"公路用地");
    CHECK(list.at(0).inside.count() == 1);

    TableChoices choices = usual(TableKind::Encroachment);
    choices.parcels = ParcelChoice::UrbanRural; // the road has no 城镇村属性码
    CHECK(made(town, choices).encroachment.list.size() == 3);
    choices.classes = {u"01"_s}; // classes that are named count alone
    CHECK(made(town, choices).encroachment.list.size() == 1);
}

TEST_CASE("what a table lacks is said with what to do")
{
    TinyCity town;
    town.addDistricts();
    const TablePlan nothing = planTable(town.data, usual(TableKind::Matrix));
    REQUIRE(nothing.lacking.size() == 2);
    CHECK_THAT(nothing.lacking.at(0).toStdString(), ContainsSubstring("DLTB"));
    CHECK_THAT(nothing.lacking.at(1).toStdString(), ContainsSubstring("YJJBNT"));
    CHECK(makeTable(town.project(), town.data, nothing).error().code() == ErrorCode::BadUsage);

    drawYearBefore(town); // only the year before is there: it serves, and that is told
    town.add(u"YJJBNT"_s, {TinyCity::box(0, 0, 10, 10, {{u"id"_s, u"J"_s}})});
    const TablePlan earlier = planTable(town.data, usual(TableKind::Matrix));
    CHECK(earlier.canBeMade());
    CHECK(earlier.year == 2021);
    CHECK_THAT(earlier.issues.at(0).text.toStdString(), ContainsSubstring("2021"));

    town.data.layers.last().role = u"STBHHX"_s;
    for (project::Layer& layer : town.data.layers) {
        if (layer.role == u"DLTB")
            layer.fields = u"{}"_s;
    }
    CHECK_THAT(planTable(town.data, usual(TableKind::Matrix)).lacking.join(u' ').toStdString(),
               ContainsSubstring("地类编码"));
}

TEST_CASE("choices are kept with the project and taken away when they are the usual ones")
{
    TinyCity town;
    TableChoices choices = usual(TableKind::Matrix);
    CHECK(setChoicesAsEdit(town.data, choices).isEmpty());
    choices.level = ClassLevel::Group;
    choices.lines = {u"STBHHX"_s, u"LSWHBHX"_s};
    choices.sliver = {2.5, 0.3};
    choices.byName = true;
    choices.byDistrict = false;
    const project::ChangeSet set = setChoicesAsEdit(town.data, choices);
    REQUIRE(set.changes.size() == 1);
    town.data.recipes << project::RecipeSetting{
        1,
        tableName(TableKind::Matrix),
        true,
        set.changes.at(0).after.value(u"recipe"_s).toString(),
        {}};
    CHECK(choicesFor(town.data, TableKind::Matrix) == choices);
    CHECK(choicesFor(town.data, TableKind::Transition) == usual(TableKind::Transition));
    CHECK(recipeSubjects(town.data).contains(tableName(TableKind::Matrix)) == false);
    const project::ChangeSet back = setChoicesAsEdit(town.data, usual(TableKind::Matrix));
    REQUIRE(back.changes.size() == 1);
    CHECK(back.changes.at(0).after.isEmpty());
}
