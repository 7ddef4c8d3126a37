#include "app/workspace/spatial/database_dialog.h"
#include "tests/app/workspace/window_fixture.h"
#include "tests/support/postgres.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using test::settled;

namespace {

struct Connecting : test::Opened
{
    QDialog* asked = nullptr;

    Connecting()
    {
        window.showStage(u"spatial"_s);
        REQUIRE(settled(window));
        trigger(u"layerDatabase"_s);
        asked = dialog(u"databaseDialog"_s);
    }
    template <class T>
    T* part(const QString& name)
    {
        T* found = asked->findChild<T*>(name);
        REQUIRE(found);
        return found;
    }
    void type(const QString& field, const QString& text) { part<QLineEdit>(field)->setText(text); }
    QString message() { return part<QLabel>(u"databaseMessage"_s)->text(); }
};

} // namespace

TEST_CASE("a connection is libpq's text, whatever is typed in")
{
    Jobs jobs;
    DatabaseDialog dialog(&jobs);
    const auto type = [&dialog](const QString& field, const QString& text) {
        dialog.findChild<QLineEdit*>(field)->setText(text);
    };
    CHECK(dialog.connection() == u"PG:connect_timeout=10"_s);
    CHECK_FALSE(dialog.findChild<QPushButton*>(u"databaseList"_s)->isEnabled());
    type(u"databaseHost"_s, u" db.example.org "_s);
    type(u"databasePort"_s, u"5433"_s);
    type(u"databaseName"_s, u"城市 'gis\\"_s);
    type(u"databaseUser"_s, u"planner"_s);
    CHECK(dialog.connection() == u"PG:host=db.example.org port=5433 dbname='城市 \\'gis\\\\' "
                                 "user=planner connect_timeout=10"_s);
    CHECK(dialog.findChild<QPushButton*>(u"databaseList"_s)->isEnabled());
    for (const QLineEdit* field : dialog.findChildren<QLineEdit*>())
        CHECK(field->echoMode() == QLineEdit::Normal); // none is for a password
}

TEST_CASE("a database that cannot be reached is said, without the connection")
{
    Connecting year;
    year.type(u"databaseHost"_s, u"/nowhere"_s);
    year.type(u"databaseName"_s, u"gis"_s);
    QTest::keyClick(year.part<QLineEdit>(u"databaseName"_s), Qt::Key_Return);
    REQUIRE(settled(year.window));
    CHECK(year.message().contains(u"连不上数据库"_s));
    CHECK_FALSE(year.part<QPushButton>(u"databaseNext"_s)->isEnabled());
    CHECK(year.asked->isVisible());
}

TEST_CASE("a table in PostGIS becomes a layer that stays there")
{
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        WARN("skipped: " << server.absence().toStdString());
        return;
    }
    const QString host = server.connection().section(u' ', 0, 0).mid(5);
    Connecting year;
    year.type(u"databaseHost"_s, host);
    year.type(u"databaseName"_s, u"postgres"_s);
    year.type(u"databaseUser"_s, u"postgres"_s);
    auto* list = year.part<QPushButton>(u"databaseList"_s);
    auto* tables = year.part<QTableWidget>(u"databaseTables"_s);
    auto* next = year.part<QPushButton>(u"databaseNext"_s);
    list->click();
    REQUIRE(settled(year.window));
    CHECK(tables->rowCount() == 0);
    CHECK(year.message().contains(u"没有您能读的空间表"_s));

    REQUIRE(server.sql(
        u"CREATE TABLE \"DLTB_2022\" (fid serial PRIMARY KEY, \"DLBM\" text, \"TBMJ\" float8, geom "
        "geometry(Polygon, 4548)); INSERT INTO \"DLTB_2022\" (\"DLBM\", \"TBMJ\", geom) SELECT "
        "'0101', 10000, ST_MakeEnvelope(440000 + 100 * i, 2700000, 440100 + 100 * i, 2700100, "
        "4548) FROM generate_series(1, 40) i; ANALYZE; CREATE SCHEMA \"规划\"; CREATE TABLE "
        "\"规划\".\"控制线\" (id integer, geom geometry(MultiPolygon, 4490)); CREATE TABLE plain "
        "(n integer)"_s));
    list->click();
    REQUIRE(settled(year.window));
    REQUIRE(tables->rowCount() == 2);
    CHECK(tables->item(0, 0)->text() == u"DLTB_2022"_s);
    CHECK(tables->item(0, 1)->text() == u"POLYGON"_s);
    CHECK(tables->item(0, 2)->text() == u"EPSG:4548"_s);
    CHECK(tables->item(0, 3)->text() == u"40"_s);
    CHECK(tables->item(1, 0)->text() == u"规划.控制线"_s);
    CHECK_FALSE(next->isEnabled());
    // Space ticks, Return goes on; what is typed after listing asks for another list.
    QTest::keyClick(tables, Qt::Key_Space);
    CHECK(next->isEnabled());
    year.type(u"databasePort"_s, u"5433"_s);
    CHECK_FALSE(next->isEnabled());
    year.type(u"databasePort"_s, {});
    QTest::keyClick(tables, Qt::Key_Return);

    QDialog* take = year.dialog(u"takeDialog"_s);
    REQUIRE(settled(year.window));
    auto* ok = take->findChild<QPushButton*>(u"takeOk"_s);
    REQUIRE(ok->isEnabled());
    CHECK(take->findChild<QTableWidget*>(u"takeList"_s)->rowCount() == 1);
    ok->click();
    REQUIRE(settled(year.window));
    REQUIRE(QTest::qWaitFor([&] { return !year.window.session()->isBusy(); }));
    REQUIRE(year.data().layers.size() == 1);
    const project::Layer& layer = year.data().layers.first();
    CHECK(layer.role == u"DLTB"_s);
    CHECK(layer.layer == u"DLTB_2022"_s);
    CHECK(layer.features == 40);
    CHECK(layer.path == u"PG:host=%1 dbname=postgres user=postgres connect_timeout=10"_s.arg(host));
    CHECK(*spatial::databaseLayerHealth(layer) == project::LayerHealth::Fine);
}
