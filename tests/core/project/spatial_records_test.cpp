#include "core/project/project_file.h"
#include "tests/core/project/open_year.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2023, 5, 6), QTime(12, 0), Qt::UTC);

using Year = test::OpenYear;

Layer parcels()
{
    Layer layer;
    layer.role = u"DLTB"_s;
    layer.name = u"地类图斑 2022"_s;
    layer.year = 2022;
    layer.path = u"图层/dltb.shp"_s;
    layer.layer = u"dltb"_s;
    layer.fileName = u"dltb.shp"_s;
    layer.sha256 = QString(64, u'a');
    layer.size = 7'000'000'000;
    layer.crs = u"EPSG:4548"_s;
    layer.classSystem = u"survey3"_s;
    layer.fields = u"{\"class\":\"DLBM\"}"_s;
    layer.encoding = u"GB18030"_s;
    layer.features = 500214;
    layer.health = u"{\"repaired\":3}"_s;
    layer.takenAt = noon;
    layer.person = u"张三"_s;
    layer.note = u"变更调查"_s;
    return layer;
}

} // namespace

TEST_CASE("a layer comes back as it was written, is changed, removed and brought back")
{
    Year year;
    const Layer wanted = parcels();
    year.commit(edits::setLayer(year.data, wanted));
    REQUIRE(year.data.layers.size() == 1);
    Layer kept = year.data.layers.first();
    CHECK(kept.id.isValid());
    CHECK(kept.role == wanted.role);
    CHECK(kept.name == wanted.name);
    CHECK(kept.year == wanted.year);
    CHECK(kept.path == wanted.path);
    CHECK(kept.layer == wanted.layer);
    CHECK(kept.fileName == wanted.fileName);
    CHECK(kept.sha256 == wanted.sha256);
    CHECK(kept.size == wanted.size);
    CHECK(kept.crs == wanted.crs);
    CHECK(kept.classSystem == wanted.classSystem);
    CHECK(kept.fields == wanted.fields);
    CHECK(kept.encoding == wanted.encoding);
    CHECK(kept.features == wanted.features);
    CHECK(kept.health == wanted.health);
    CHECK(kept.takenAt == wanted.takenAt);
    CHECK(kept.person == wanted.person);
    CHECK(kept.note == wanted.note);
    CHECK_FALSE(kept.isInside());

    // The same role again is another layer: last year's parcels.
    Layer before = parcels();
    before.year = 2021;
    year.commit(edits::setLayer(year.data, before));
    REQUIRE(year.data.layers.size() == 2);
    CHECK(year.data.layers.first().year == 2021);

    kept.note = u"改"_s;
    year.commit(edits::setLayer(year.data, kept));
    REQUIRE(year.data.layer(kept.id));
    CHECK(year.data.layer(kept.id)->note == u"改"_s);
    CHECK(edits::setLayer(year.data, kept).isEmpty());

    const ChangeSet removal = edits::removeLayer(year.data, kept.id);
    year.commit(removal);
    CHECK_FALSE(year.data.layer(kept.id));
    year.commit(removal.inverted());
    CHECK(year.data.layer(kept.id));
}

TEST_CASE("a recipe's setting stands once per quantity and goes when it says nothing")
{
    Year year;
    RecipeSetting setting{0, u"a_farmland"_s, true, u"{\"measure\":\"area\"}"_s, u"本地口径"_s};
    year.commit(edits::setRecipe(year.data, setting));
    REQUIRE(year.data.recipe(u"a_farmland"_s));
    CHECK(year.data.recipe(u"a_farmland"_s)->recipe == setting.recipe);
    setting.active = false;
    year.commit(edits::setRecipe(year.data, setting));
    CHECK(year.data.recipes.size() == 1);
    CHECK_FALSE(year.data.recipe(u"a_farmland"_s)->active);
    year.commit(edits::setRecipe(year.data, {0, u"a_farmland"_s, true, {}, {}}));
    CHECK(year.data.recipes.isEmpty());
}

TEST_CASE("a run is kept once per quantity and year")
{
    Year year;
    SpatialRun run{0,         u"a_farmland"_s,    2022, u"{\"layers\":[]}"_s,
                   u"合计"_s, u"{\"total\":1}"_s, noon, u"张三"_s};
    year.commit(edits::setSpatialRun(year.data, run));
    run.report = u"{\"total\":2}"_s;
    year.commit(edits::setSpatialRun(year.data, run));
    REQUIRE(year.data.spatialRuns.size() == 1);
    CHECK(year.data.spatialRun(u"a_farmland"_s, 2022)->report == run.report);
    CHECK_FALSE(year.data.spatialRun(u"a_farmland"_s, 2021));
    run.year = 2021;
    year.commit(edits::setSpatialRun(year.data, run));
    CHECK(year.data.spatialRuns.size() == 2);
}

TEST_CASE("a map's setting is kept by kind and key, changed, taken away, and goes into next year")
{
    Year year;
    const MapSetting style{0, u"style"_s, u"DLTB"_s, u"{\"opacity\":0.5}"_s};
    year.commit(edits::setMapSetting(year.data, style));
    // Another kind with the same key is another setting.
    year.commit(edits::setMapSetting(year.data, {0, u"view"_s, u"DLTB"_s, u"{}"_s}));
    REQUIRE(year.data.mapSettings.size() == 2);
    const MapSetting* kept = year.data.mapSetting(u"style"_s, u"DLTB"_s);
    REQUIRE(kept);
    CHECK(kept->content == style.content);
    CHECK(edits::setMapSetting(year.data, style).isEmpty());
    CHECK_FALSE(year.data.mapSetting(u"style"_s, u"XZQ"_s));

    MapSetting other = style;
    other.content = u"{\"opacity\":1}"_s;
    const ChangeSet changed = year.commit(edits::setMapSetting(year.data, other));
    CHECK(year.data.mapSetting(u"style"_s, u"DLTB"_s)->content == other.content);
    year.commit(changed.inverted());
    CHECK(year.data.mapSetting(u"style"_s, u"DLTB"_s)->content == style.content);

    auto next = rollForward(year.folder(u"年.gpkg"_s), year.folder(u"次年.gpkg"_s), 2023);
    REQUIRE_OK(next);
    const auto data = next->load();
    REQUIRE_OK(data);
    REQUIRE(data->mapSettings.size() == 2);
    CHECK(data->mapSettings.first().content == style.content);

    other.content.clear();
    year.commit(edits::setMapSetting(year.data, other));
    CHECK_FALSE(year.data.mapSetting(u"style"_s, u"DLTB"_s));
    CHECK(edits::setMapSetting(year.data, other).isEmpty());
}
