#include "app/workspace/spatial/transform_form.h"

#include "core/gdal/layer_writer.h"
#include "core/spatial/gate.h"
#include "tests/app/workspace/window_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::ContainsSubstring;
using test::settled;

namespace {

/// One parcel in Xi'an 80.
QString oldParcels(const QString& folder)
{
    const QString path = folder + u"/DLTB_2022.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"DLTB"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(2384),
                              {{u"DLBM"_s}},
                              true}));
    gdal::Rings rings;
    rings.x = {440000, 440100, 440100, 440000, 440000};
    rings.y = {2700000, 2700000, 2700100, 2700100, 2700000};
    rings.begins = {0};
    rings.holes = {0};
    REQUIRE_OK(writer->add(rings, {u"0101"_s}));
    REQUIRE_OK(writer->finish());
    return path;
}

} // namespace

TEST_CASE("parameters stated in the window bring a layer of Xi'an 80 in")
{
    test::Opened desk;
    desk.window.showStage(u"spatial"_s);
    REQUIRE(settled(desk.window));
    REQUIRE(desk.window.stage(u"spatial"_s)->takeFiles({oldParcels(desk.made.folder.path())}));
    QDialog* dialog = desk.dialog(u"takeDialog"_s);
    REQUIRE(settled(desk.window));
    auto* ok = dialog->findChild<QPushButton*>(u"takeOk"_s);
    REQUIRE(ok);
    auto* form = dialog->findChild<TransformForm*>();
    REQUIRE(form);
    const auto field = [&](const char* name) {
        auto* edit = form->findChild<QLineEdit*>(u"transform_"_s + QLatin1StringView(name));
        REQUIRE(edit);
        return edit;
    };
    CHECK_FALSE(field("rx")->isVisible());
    auto* kind = form->findChild<QComboBox*>(u"transformKind"_s);
    REQUIRE(kind);
    kind->setCurrentIndex(kind->findText(u"七参数（坐标框架）"_s));
    CHECK(field("rx")->isVisible());
    CHECK_FALSE(field("rotation")->isVisible());
    CHECK_FALSE(form->problem().isEmpty());
    for (const auto& [name, value] :
         {std::pair("dx", "12.5"), std::pair("dy", "-34"), std::pair("dz", "7"),
          std::pair("rx", "0.5"), std::pair("ry", "-1"), std::pair("rz", "2"),
          std::pair("scale", "1.5")})
        QTest::keyClicks(field(name), QLatin1StringView(value));
    CHECK_FALSE(form->problem().isEmpty()); // who says so?
    for (QLabel* label : dialog->findChildren<QLabel*>())
        UNSCOPED_INFO(label->text().toStdString());
    QTest::keyClicks(form->findChild<QLineEdit*>(u"transformSource"_s), u"Survey 2019"_s);
    CHECK(form->problem().isEmpty());
    const QString stated = form->text();
    CHECK(stated == u"coordinate-frame dx=12.5 dy=-34 dz=7 rx=0.5 ry=-1 rz=2 scale=1.5");
    REQUIRE(settled(desk.window));
    if (const QString folder = qEnvironmentVariable("CHECKUP_PICTURES"); !folder.isEmpty())
        dialog->grab().save(folder + u"/transform.png"_s);
    auto* list = dialog->findChild<QTableWidget*>(u"takeList"_s);
    REQUIRE(list);
    list->item(0, 0)->setCheckState(Qt::Checked);
    REQUIRE(ok->isEnabled());
    ok->click();
    REQUIRE(settled(desk.window));
    REQUIRE(QTest::qWaitFor([&] { return !desk.window.session()->isBusy(); }));
    REQUIRE(desk.data().layers.size() == 1);
    const spatial::GateReport report =
        spatial::GateReport::fromJson(desk.data().layers.first().health);
    CHECK(report.moved.transformation == stated);
    CHECK(report.moved.source == u"Survey 2019");
    CHECK_THAT(report.moved.into.toStdString(), ContainsSubstring("CGCS2000"));
}

TEST_CASE("the form shows and gives back what is stated")
{
    TransformForm form;
    CHECK(form.text().isEmpty());
    CHECK(form.problem().isEmpty());
    for (const QString& text :
         {u"plane dx=1.5 dy=-2 rotation=0.25 scale=3.3 into=4549"_s, u"three dx=1 dy=2 dz=3"_s,
          u"position-vector dx=1 dy=2 dz=3 rx=4 ry=5 rz=6 scale=7 into=4490"_s}) {
        form.setStated(text, u"甲"_s);
        CHECK(form.text() == text);
        CHECK(form.source() == u"甲");
        CHECK(form.problem().isEmpty());
    }
    form.setStated({}, {});
    CHECK(form.text().isEmpty());
    CHECK(form.source().isEmpty());
}
