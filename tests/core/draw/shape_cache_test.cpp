#include "core/draw/shape_cache.h"

#include "tests/core/draw/shapes.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

/// Two areas, one with a hole, beside one another.
MapLayer twoAreas(const QByteArray& kind = "甲")
{
    const QByteArray with =
        "[[[500000,2700000],[500600,2700000],[500600,2700700],[500000,2700700],[500000,2700000]],"
        "[[500100,2700100],[500100,2700200],[500200,2700200],[500200,2700100],[500100,2700100]]]";
    const QByteArray without = "[[[500600,2700000],[501000,2700000],[501000,2700500],"
                               "[500600,2700000]]]";
    LayerStyle style =
        test::plain({QColor(10, 90, 30), {}, {}, LineSymbol{Qt::black, 0.3, {}}, {}});
    style.column = u"class"_s;
    return test::drawn(test::feature(kind, "Polygon", with) + ",\n" +
                           test::feature("乙", "Polygon", without),
                       style);
}

QImage painted(const MapLayer& layer)
{
    MapFrame frame;
    frame.corner = {499900, 2700800};
    frame.metresPerPixel = 6;
    frame.size = {200, 160};
    const auto picture = paintMap(frame, {layer});
    REQUIRE(picture);
    return *picture;
}

QString onlyFile(const QString& folder)
{
    const QStringList files = QDir(folder).entryList(QDir::Files);
    REQUIRE(files.size() == 1);
    return QDir(folder).filePath(files[0]);
}

} // namespace

TEST_CASE("Shapes found again are drawn as those that were kept")
{
    const QTemporaryDir folder;
    const ShapeCache cache(folder.filePath(u"shapes"_s));
    MapLayer layer = twoAreas();
    CHECK_FALSE(cache.find(u"a"_s));
    cache.keep(u"a"_s, *layer.shapes);
    CHECK_FALSE(cache.find(u"b"_s));
    auto found = cache.find(u"a"_s);
    REQUIRE(found);
    CHECK(found->count() == 2);
    CHECK(found->texts(0) == layer.shapes->texts(0));
    CHECK(found->textOf(0, 1) == layer.shapes->textOf(0, 1));
    CHECK(found->extent().maxX == layer.shapes->extent().maxX);
    const QImage before = painted(layer);
    layer.shapes = std::make_shared<ShapeStore>(*std::move(found));
    const QImage after = painted(layer);
    const bool same = before == after;
    CHECK(same);
    // The picture is not empty: a place inside the first area.
    CHECK(after.pixelColor(60, 80) == QColor(10, 90, 30));
}

TEST_CASE("A damaged file of shapes is as if it were not there")
{
    const QTemporaryDir folder;
    const ShapeCache cache(folder.path());
    const MapLayer layer = twoAreas();
    cache.keep(u"a"_s, *layer.shapes);
    const QString path = onlyFile(folder.path());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    const auto findsWith = [&](const QByteArray& bytes) {
        QFile::remove(path);
        QFile damaged(path);
        REQUIRE(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        return cache.find(u"a"_s).has_value();
    };
    CHECK(findsWith(whole));
    for (qsizetype length = 0; length < whole.size(); length += 7)
        CHECK_FALSE(findsWith(whole.first(length)));
    // A changed byte may go unseen (a place, a text), but never be followed out of the arrays.
    for (qsizetype at = 0; at < whole.size(); at += 3) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0xff);
        findsWith(changed);
    }
}

TEST_CASE("Shapes that were of no use for longest make room")
{
    const QTemporaryDir folder;
    const MapLayer layer = twoAreas();
    const auto one = static_cast<qint64>(layer.shapes->bytes());
    const ShapeCache cache(folder.path(), 2 * one + one / 2);
    cache.keep(u"a"_s, *layer.shapes);
    QFile old(onlyFile(folder.path()));
    REQUIRE(old.open(QIODevice::ReadWrite));
    REQUIRE(old.setFileTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0)),
                            QFileDevice::FileModificationTime));
    old.close();
    for (const QString& key : {u"b"_s, u"c"_s, u"d"_s})
        cache.keep(key, *layer.shapes);
    CHECK_FALSE(cache.find(u"a"_s));
    CHECK(cache.find(u"d"_s));
}
