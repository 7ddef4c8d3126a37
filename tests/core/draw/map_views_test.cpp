#include "core/draw/map_views.h"

#include "core/base/in_chinese.h"
#include "core/draw/comparison.h"
#include "core/draw/underlay.h"
#include "tests/core/draw/town.h"

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

constexpr double west = 440'000, south = 2'700'000;

/// What a file does with an edit of these settings.
void commit(project::YearData& data, const project::ChangeSet& changes)
{
    for (const project::RowChange& one : changes.changes) {
        project::MapSetting setting;
        setting.id = 100 + data.mapSettings.size();
        for (const project::MapSetting& before : std::as_const(data.mapSettings))
            setting = before.id == one.row ? before : setting;
        data.mapSettings.removeIf(
            [&one](const project::MapSetting& before) { return before.id == one.row; });
        if (one.after.isEmpty())
            continue;
        setting.kind = one.after.value(u"kind"_s).toString(setting.kind);
        setting.key = one.after.value(u"key"_s).toString(setting.key);
        setting.content = one.after.value(u"content"_s).toString(setting.content);
        data.mapSettings << setting;
    }
}

const QByteArray landFields = R"({"id":"BSM","class":"DLBM"})";

} // namespace

TEST_CASE("order, opacity and filter of layers are the project's")
{
    test::Town town;
    const auto land = town.add(u"DLTB"_s, 2022, {u"BSM"_s, u"DLBM"_s}, landFields, {});
    const auto older = town.add(u"DLTB"_s, 2021, {u"BSM"_s, u"DLBM"_s}, landFields, {});
    const auto line = town.add(u"STBHHX"_s, 0, {u"HXMC"_s}, R"({"name":"HXMC"})", {});
    const auto ids = [&town] {
        QList<project::LayerId> all;
        for (const project::Layer* layer : drawingOrder(town.data))
            all << layer->id;
        return all;
    };
    CHECK(viewKey(town.data, town.layer(older)) == u"DLTB/-1"_s);
    CHECK(viewKey(town.data, town.layer(line)) == u"STBHHX/"_s);
    CHECK(ids() == QList{land, older, line});
    commit(town.data, putAbove(town.data, town.layer(land), &town.layer(line)));
    CHECK(ids() == QList{older, line, land});
    commit(town.data, putAbove(town.data, town.layer(line), nullptr));
    CHECK(ids() == QList{line, older, land});
    // One that comes later finds its place by its kind.
    const auto farmland = town.add(u"XZQ"_s, 0, {u"MC"_s}, R"({"name":"MC"})", {});
    CHECK(ids() == QList{line, older, land, farmland});

    CHECK(viewOf(town.data, town.layer(land)) == LayerView{});
    LayerView view;
    view.opacity = 0.4;
    view.filter = *conditionsFrom({u"class^01"_s});
    commit(town.data, setView(town.data, town.layer(land), view));
    CHECK(viewOf(town.data, town.layer(land)) == view);
    CHECK(viewOf(town.data, town.layer(older)) == LayerView{});
    const auto undone = setView(town.data, town.layer(land), {});
    commit(town.data, undone);
    CHECK(viewOf(town.data, town.layer(land)) == LayerView{});

    CHECK_FALSE(chosenLayers(town.data, 1));
    commit(town.data, setChosenLayers(town.data, 1, {land, line}));
    CHECK(*chosenLayers(town.data, 1) == QList{land, line});
    CHECK_FALSE(chosenLayers(town.data, 0));
}

TEST_CASE("bookmarks and underlays are kept by name; what cannot be read is not there")
{
    test::Town town;
    const Bookmark here{u"体育馆"_s, {118.1, 24.5}, 2.5};
    commit(town.data, setBookmark(town.data, here));
    CHECK(bookmarks(town.data) == QList{here});
    commit(town.data, removeBookmark(town.data, here.name));
    CHECK(bookmarks(town.data).isEmpty());

    Underlay picture;
    picture.name = u"影像"_s;
    picture.path = keptPath(town.project(), town.folder.filePath(u"底图/影像.tif"_s));
    picture.opacity = 0.5;
    CHECK(picture.path == u"底图/影像.tif"_s);
    commit(town.data, setUnderlay(town.data, picture));
    CHECK(underlays(town.data) == QList{picture});
    CHECK(pathOf(town.project(), picture) == town.folder.filePath(u"底图/影像.tif"_s));
    town.data.mapSettings[0].content = u"{\"path\": 3"_s;
    CHECK(underlays(town.data).isEmpty());
}

TEST_CASE("areas over a picture let it through, as much as the project says")
{
    project::YearData data;
    CHECK(areaShare(data) == 0.6);
    commit(data, setAreaShare(data, 0.25));
    CHECK(areaShare(data) == 0.25);
    commit(data, setAreaShare(data, 0));
    CHECK(areaShare(data) == 0.1);

    std::vector<gdal::LayerFeature> features(1);
    features[0].rings = test::square(west, south, 100);
    MapLayer layer;
    layer.shapes = std::make_shared<ShapeStore>(ShapeStore::of(std::move(features)));
    layer.style.otherwise.symbol.fill = QColor(200, 100, 0);
    layer.style.otherwise.symbol.line = LineSymbol{QColor(10, 20, 30), 0.5, {}};
    layer.style.cases = {{{u"1"_s}, u"一"_s, {}}};
    layer.style.cases[0].symbol.fill = QColor(0, 0, 255, 100);
    const QList<MapLayer> over = overPictures({layer}, 0.5);
    const Symbol& seen = over[0].style.otherwise.symbol;
    CHECK(seen.fill->alpha() == 128);
    CHECK(seen.fill->rgb() == QColor(200, 100, 0).rgb());
    CHECK(seen.line == layer.style.otherwise.symbol.line);
    CHECK(over[0].style.cases[0].symbol.fill->alpha() == 50);
}

TEST_CASE("differences are what became of parcels, and what was built where the plan has none")
{
    const InChinese chinese;
    test::Town town;
    const auto plane = gdal::Crs::fromEpsg(4548);
    const QStringList columns{u"BSM"_s, u"DLBM"_s};
    // Two fields; the eastern one is built over.
    const test::Town::Parcel field{test::square(west, south, 1000), {u"1"_s, u"0101"_s}};
    const auto now =
        town.add(u"DLTB"_s, 2022, columns, landFields,
                 {field, {test::square(west + 1000, south, 1000), {u"2"_s, u"0702"_s}}});
    const auto lacking = compare(Comparison::LandChange, town.project(), town.data, *plane);
    REQUIRE_OK(lacking);
    CHECK(lacking->layers.isEmpty());
    CHECK(lacking->lacking == QStringList{u"没有 2021 年的图层 DLTB 地类图斑"_s});
    const auto noLine = compare(Comparison::PlanGap, town.project(), town.data, *plane);
    REQUIRE_OK(noLine);
    CHECK(noLine->layers.isEmpty());
    CHECK(noLine->lacking.size() == 3);

    town.add(u"DLTB"_s, 2021, columns, landFields,
             {field, {test::square(west + 1000, south, 1000), {u"2"_s, u"0101"_s}}});
    const auto changed = compare(Comparison::BuiltChange, town.project(), town.data, *plane);
    REQUIRE_OK(changed);
    REQUIRE(changed->layers.size() == 1);
    CHECK(changed->of == now);
    const MapLayer& built = changed->layers[0];
    CHECK_FALSE(built.shows(0));
    REQUIRE(built.shows(1));
    CHECK(built.style.shown(built.caseOf(1)).name == u"新增建设用地"_s);

    town.add(u"STBHHX"_s, 0, {u"HXMC"_s}, R"({"name":"HXMC"})",
             {{test::square(west + 900, south - 100, 1200), {u"示例"_s}}});
    const auto gap = compare(Comparison::PlanGap, town.project(), town.data, *plane);
    REQUIRE_OK(gap);
    REQUIRE(gap->layers.size() == 2); // the redline over it
    CHECK(gap->lacking.size() == 2);
    const MapLayer& inside = gap->layers[0];
    CHECK_FALSE(inside.shows(0));
    CHECK(inside.style.shown(inside.caseOf(1)).name == u"生态保护红线内的建设用地"_s);
    CancelToken cancel;
    cancel.cancel();
    CHECK_FALSE(compare(Comparison::PlanGap, town.project(), town.data, *plane, cancel));
}
