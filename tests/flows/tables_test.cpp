#include "core/gdal/layer_reader.h"
#include "core/gdal/open_table.h"
#include "tests/flows/command.h"

#include <QFileInfo>
#include <QJsonArray>

#include <map>

using namespace checkup;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using test::run;

namespace {

QString layer(const QString& name)
{
    return test::sourceDir() + u"/data/samples/xiamen-2022/layers/"_s + name;
}

QStringList districts()
{
    return {u"--districts"_s, layer(u"行政区.shp"_s), u"--by"_s, u"行政区代码"_s};
}

/// The sheet's cells as texts, and the row whose first cell says something.
struct Sheet
{
    office::Sheet sheet;
    explicit Sheet(const QString& path, int number)
    {
        const auto book = gdal::openTable(path);
        REQUIRE_OK(book);
        REQUIRE(book->sheets.size() > number);
        sheet = book->sheets[number];
    }
    int rowOf(const QString& text) const
    {
        for (int row = 0; row < sheet.rows.size(); ++row) {
            if (sheet.at(row, 0).text == text)
                return row;
        }
        return -1;
    }
    double number(int row, int column) const
    {
        return QString(sheet.at(row, column).text).remove(u',').toDouble();
    }
};

} // namespace

TEST_CASE("the sample's land by control line and district is tabled")
{
    QTemporaryDir folder;
    const QString book = folder.filePath(u"表.xlsx"_s);
    const QStringList arguments = QStringList{u"measure"_s,
                                              u"matrix"_s,
                                              layer(u"地类图斑_2022.gpkg"_s),
                                              layer(u"生态保护红线.shp"_s),
                                              u"--a-field"_s,
                                              u"DLBM"_s,
                                              u"-o"_s,
                                              book,
                                              u"--json"_s} +
                                  districts();
    const auto ran = run(arguments);
    REQUIRE(ran.exit == 0);
    // Returned for 2022: redline 288.02 km², of it none in 湖里区; land 1700.61 km².
    double inside = 0;
    for (const QJsonValue& cell : ran.json[u"inside"_s].toArray()) {
        inside += cell[u"area_m2"_s].toDouble();
        CHECK(cell[u"district"_s].toString() != u"350206");
    }
    CHECK_THAT(inside / 1e6, WithinAbs(288.02, 0.01));
    CHECK_THAT(ran.json[u"area_m2"_s].toDouble() / 1e6, WithinAbs(1700.61, 0.05));
    CHECK(std::abs(ran.json[u"residual_m2"_s].toDouble()) < 0.01);

    const Sheet sheet(book, 0);
    const int total = sheet.rowOf(u"合计"_s);
    REQUIRE(total > 0);
    CHECK_THAT(sheet.number(total, 3), WithinAbs(170'061, 5)); // hectares
    CHECK_THAT(sheet.number(total, 4), WithinAbs(28'802, 1));
    const int paddy = sheet.rowOf(u"0101"_s);
    REQUIRE(paddy > 0);
    CHECK(sheet.sheet.at(paddy, 1).text == u"水田");
    CHECK(sheet.sheet.at(paddy, 2).text == u"耕地");

    QFile first(book);
    REQUIRE(first.open(QIODevice::ReadOnly));
    const QByteArray bytes = first.readAll();
    REQUIRE(run(arguments).exit == 0);
    CHECK(bool(test::bytesOf(book) == bytes));
}

TEST_CASE("the sample's two years are told apart, slivers by themselves")
{
    QTemporaryDir folder;
    const QString book = folder.filePath(u"转移.xlsx"_s);
    const auto ran = run(QStringList{u"measure"_s, u"transition"_s, layer(u"地类图斑_2021.fgb"_s),
                                     layer(u"地类图斑_2022.gpkg"_s), u"--sliver-width"_s, u"0.5"_s,
                                     u"-o"_s, book, u"--json"_s} +
                         districts());
    REQUIRE(ran.exit == 0);
    // make_city --sample moves 14 borders by 0.2 m: 940.7968 m² by its own sums.
    CHECK(ran.json[u"slivers"_s][u"pieces"_s].toInt() == 14);
    CHECK_THAT(ran.json[u"slivers"_s][u"area_m2"_s].toDouble(), WithinAbs(940.7968, 0.02));
    // Each row's cells and losses are the class of the year before.
    std::map<QString, double> rows;
    for (const QJsonValue& cell : ran.json[u"cells"_s].toArray())
        rows[cell[u"before"_s].toString()] += cell[u"area_m2"_s].toDouble();
    const QJsonObject before = ran.json[u"before_m2"_s].toObject();
    const QJsonObject lost = ran.json[u"lost_m2"_s].toObject();
    CHECK(before.size() > 40);
    for (auto row = before.begin(); row != before.end(); ++row)
        CHECK_THAT(rows[row.key()] + lost[row.key()].toDouble(),
                   WithinAbs(row.value().toDouble(), 1e-3));
    const Sheet sheet(book, 0);
    const int last = sheet.rowOf(u"后一年合计"_s);
    REQUIRE(last > 0);
    const Sheet notes(book, 2);
    CHECK(notes.sheet.at(notes.rowOf(u"去掉的碎片"_s), 1).text.contains(u"14个"_s));
}

TEST_CASE("built parcels inside the sample's redline are listed as a table and a layer")
{
    QTemporaryDir folder;
    const QString book = folder.filePath(u"清单.xlsx"_s);
    const QString shapes = folder.filePath(u"清单.gpkg"_s);
    const auto ran =
        run(QStringList{u"measure"_s, u"encroach"_s, layer(u"地类图斑_2022.gpkg"_s),
                        layer(u"生态保护红线.shp"_s), u"--name-field"_s, u"红线名称"_s,
                        u"--built"_s, u"-o"_s, book, u"--layer"_s, shapes, u"--json"_s} +
            districts());
    REQUIRE(ran.exit == 0);
    // Returned for 2022: 3.21 km² of town and village land inside the redline.
    CHECK_THAT(ran.json[u"net_m2"_s].toDouble() / 1e6, WithinAbs(3.21, 0.001));
    const QJsonArray list = ran.json[u"list"_s].toArray();
    REQUIRE(list.size() > 4);
    double net = 0;
    for (const QJsonValue& one : list)
        net += one[u"net_m2"_s].toDouble();
    CHECK_THAT(net, WithinAbs(ran.json[u"net_m2"_s].toDouble(), 1e-3));
    auto reader = gdal::LayerReader::open(shapes, {}, {u"BSM"_s, u"地类面积"_s});
    REQUIRE_OK(reader);
    CHECK(reader->info().features == list.size());
    const Sheet sheet(book, 0);
    CHECK(sheet.sheet.at(3, 1).text == list[0][u"id"_s].toString());
    const auto wrong =
        run({u"measure"_s, u"encroach"_s, layer(u"地类图斑_2022.gpkg"_s),
             layer(u"生态保护红线.shp"_s), u"--layer"_s, folder.filePath(u"a.doc"_s)});
    CHECK(wrong.exit == 2);
    CHECK(wrong.err.contains(u".gpkg"_s));
}

TEST_CASE("a project's layers make all three tables, with where they come from")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    const QString out = folder.filePath(u"表"_s);
    const auto ran =
        run({u"spatial"_s, project, u"--table"_s, u"all"_s, u"-o"_s, out, u"--json"_s});
    REQUIRE(ran.exit == 0);
    const QJsonArray tables = ran.json[u"tables"_s].toArray();
    REQUIRE(tables.size() == 3);

    const QJsonObject matrix = tables.at(0).toObject();
    CHECK(matrix[u"table"_s].toString() == u"matrix");
    CHECK(matrix[u"level"_s].toString() == u"2");
    // DLTB, three control lines, districts; each with the digest of its file.
    const QJsonArray layers = matrix[u"layers"_s].toArray();
    REQUIRE(layers.size() == 5);
    CHECK(layers.at(0)[u"role"_s].toString() == u"DLTB");
    CHECK(layers.at(0)[u"year"_s].toInt() == 2022);
    CHECK(layers.at(0)[u"sha256"_s].toString().size() == 64);
    // Returned for 2022: redline 288.02 km²; land 1700.61 km².
    double redline = 0, total = 0;
    for (const QJsonValue& cell : matrix[u"inside"_s].toArray())
        redline += cell[u"b"_s].toString() == u"生态保护红线" ? cell[u"area_m2"_s].toDouble() : 0;
    for (const QJsonValue& cell : matrix[u"totals"_s].toArray())
        total += cell[u"area_m2"_s].toDouble();
    CHECK_THAT(redline / 1e6, WithinAbs(288.02, 0.01));
    CHECK_THAT(total, WithinAbs(matrix[u"area_m2"_s].toDouble(), 0.01));
    CHECK(std::abs(matrix[u"residual_m2"_s].toDouble()) < 0.01);

    const QJsonObject transition = tables.at(1).toObject();
    CHECK(transition[u"before"_s].toInt() == 2021);
    // make_city --sample moves 14 borders by 0.2 m: 940.7968 m² by its own sums.
    CHECK(transition[u"slivers"_s][u"pieces"_s].toInt() == 14);
    CHECK_THAT(transition[u"slivers"_s][u"area_m2"_s].toDouble(), WithinAbs(940.7968, 0.02));

    // Returned for 2022: 3.21 km² of town and village land inside the redline, none in farmland's.
    const QJsonObject list = tables.at(2).toObject();
    CHECK_THAT(list[u"net_m2"_s].toDouble() / 1e6, WithinAbs(3.21, 0.001));

    const QString book = out + u"/厦门市-2022-地类与控制线叠加面积表.xlsx"_s;
    const Sheet sheet(book, 0);
    const int forest = sheet.rowOf(u"03"_s);
    REQUIRE(forest > 0);
    CHECK(sheet.sheet.at(forest, 1).text == u"林地");
    const int sum = sheet.rowOf(u"合计"_s);
    const int beyond = sheet.rowOf(u"控制线外"_s);
    REQUIRE(beyond == sum + 1);
    CHECK_THAT(sheet.number(sum, 5) + sheet.number(beyond, 5),
               WithinAbs(sheet.number(sum, 3), 0.001));
    const Sheet parts(book, 1);
    CHECK(parts.rowOf(u"同安区"_s) > 0);
    const Sheet notes(book, 3);
    const int origin = notes.rowOf(u"图层 地类图斑 2022"_s);
    REQUIRE(origin > 0);
    CHECK(notes.sheet.at(origin, 1).text.contains(layers.at(0)[u"sha256"_s].toString()));
    CHECK(notes.sheet.at(origin, 1).text.contains(u"EPSG:4548"));
    CHECK(notes.sheet.at(notes.rowOf(u"碎片界限"_s), 1).text.contains(u"小于1平方米"_s));
    for (const QJsonValue& table : tables) {
        for (const QJsonValue& file : table[u"files"_s].toArray()) {
            const QByteArray bytes = test::bytesOf(file.toString());
            CHECK(bytes.size() > 5000);
            const QString again = folder.filePath(u"再"_s);
            if (file == tables.at(0)[u"files"_s].toArray().at(0))
                REQUIRE(run({u"spatial"_s, project, u"--table"_s, u"all"_s, u"--threads"_s, u"1"_s,
                             u"-o"_s, again})
                            .exit == 0);
            CHECK(
                bool(test::bytesOf(again + u'/' + QFileInfo(file.toString()).fileName()) == bytes));
        }
    }
}

TEST_CASE("a table's choices are kept with the project when that is asked for")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    const auto level = [&](const QStringList& more) {
        const auto ran = run(QStringList{u"spatial"_s, project, u"--table"_s, u"matrix"_s,
                                         u"--whole"_s, u"--json"_s} +
                             more);
        REQUIRE(ran.exit == 0);
        return ran.json[u"tables"_s][0][u"level"_s].toString();
    };
    CHECK(level({u"--level"_s, u"group"_s}) == u"group");
    CHECK(level({}) == u"2");
    CHECK(level({u"--level"_s, u"group"_s, u"--remember"_s}) == u"group");
    CHECK(level({}) == u"group");
    CHECK(run({u"verify"_s, project}).exit == 0);

    // Without parcels there is nothing to table, and something to do.
    const QString empty = folder.filePath(u"空.gpkg"_s);
    REQUIRE(run({u"new"_s, empty, u"--city"_s, u"厦门市"_s, u"--year"_s, u"2022"_s}).exit == 0);
    const auto lacking = run({u"spatial"_s, empty, u"--table"_s, u"matrix"_s, u"--json"_s});
    CHECK(lacking.exit == 1);
    CHECK(lacking.json[u"tables"_s][0][u"lacking"_s].toArray().size() == 2);
    CHECK(run({u"spatial"_s, project, u"--table"_s, u"matrix"_s, u"--lines"_s, u"GDZD"_s}).exit ==
          2);
}

TEST_CASE("the next year begins with the sample's plans, and its surveys as last year's")
{
    QTemporaryDir folder;
    const QString last = folder.filePath(u"厦门市-2022.gpkg"_s);
    const QString next = folder.filePath(u"厦门市-2023.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), last));
    const auto ran = run({u"new"_s, next, u"--from"_s, last, u"--year"_s, u"2023"_s, u"--json"_s});
    REQUIRE(ran.exit == 0);
    std::map<QString, int> years;
    for (const QJsonValue& layer : ran.json[u"layers"_s].toArray())
        years[layer[u"role"_s].toString()] = layer[u"year"_s].toInt();
    CHECK(years.at(u"STBHHX"_s) == 0);
    CHECK(years.at(u"DLTB"_s) == 2022);
    CHECK(years.at(u"XX"_s) == 2022); // schools, tied to no year
    REQUIRE(ran.json[u"left"_s].toArray().size() == 1);
    CHECK(ran.json[u"left"_s][0][u"year"_s].toInt() == 2021);
    const QJsonArray renew = ran.json[u"renew"_s].toArray();
    CHECK(renew.contains(u"DLTB"_s));
    CHECK_FALSE(renew.contains(u"STBHHX"_s));
    CHECK(run({u"verify"_s, next}).exit == 0);

    // Last year's parcels serve until this year's are there, and that is said.
    const auto table = run({u"spatial"_s, next, u"--table"_s, u"matrix"_s, u"--json"_s});
    REQUIRE(table.exit == 0);
    CHECK(table.json[u"tables"_s][0][u"year"_s].toInt() == 2022);
    CHECK(table.json[u"tables"_s][0][u"issues"_s].toArray().size() == 1);
}
