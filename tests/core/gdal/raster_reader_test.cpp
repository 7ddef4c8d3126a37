#include "core/gdal/raster_reader.h"

#include "tests/support/rasters.h"

#include <QFile>
#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::gdal;
using namespace Qt::StringLiterals;
using test::Raster;

namespace {

/// The square kilometre of test::Raster in its own plane, with a margin on all sides.
std::vector<std::uint8_t> square(const QString& path, int pixels = 60, const QString& table = {})
{
    const auto reader = RasterReader::open(path, table);
    REQUIRE_OK(reader);
    const auto plane = Crs::fromEpsg(4548);
    const auto colours =
        reader->read(*plane, {439'900, 2'699'900, 441'100, 2'701'100, pixels, pixels});
    REQUIRE_OK(colours);
    REQUIRE(colours->size() == static_cast<std::size_t>(pixels * pixels * 4));
    return *colours;
}

struct Colour
{
    int red, green, blue, opacity;
    bool operator==(const Colour&) const = default;
};

/// At a share of the window, from its north-western corner.
Colour at(const std::vector<std::uint8_t>& colours, double x, double y, int pixels = 60)
{
    const auto place = 4 * static_cast<std::size_t>(static_cast<int>(y * pixels) * pixels +
                                                    static_cast<int>(x * pixels));
    return {colours[place], colours[place + 1], colours[place + 2], colours[place + 3]};
}

bool isNear(const Colour& one, const Colour& other, int room = 12)
{
    return std::abs(one.red - other.red) <= room && std::abs(one.green - other.green) <= room &&
           std::abs(one.blue - other.blue) <= room && one.opacity == other.opacity;
}

const Colour red{255, 0, 0, 255}, green{0, 255, 0, 255}, blue{0, 0, 255, 255},
    white{255, 255, 255, 255};

} // namespace

TEST_CASE("a GeoTIFF is read as colours where it lies, and is nowhere else")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"影像.tif"_s);
    Raster().write(path);
    const auto colours = square(path);
    CHECK(at(colours, 0.3, 0.3) == red);
    CHECK(at(colours, 0.7, 0.3) == green);
    CHECK(at(colours, 0.3, 0.7) == blue);
    CHECK(at(colours, 0.7, 0.7) == white);
    CHECK(at(colours, 0.02, 0.02).opacity == 0);
    CHECK(at(colours, 0.5, 0.99).opacity == 0);
    CHECK(*RasterReader::tables(path) == QStringList{QString()});
}

TEST_CASE("palettes become colours, other numbers grey")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"图.tif"_s);
    Raster palette;
    palette.kind = Raster::Kind::Palette;
    palette.write(path);
    const auto colours = square(path);
    CHECK(at(colours, 0.3, 0.3) == red);
    CHECK(at(colours, 0.3, 0.7) == blue);
    CHECK(at(colours, 0.02, 0.5).opacity == 0);

    Raster numbers;
    numbers.kind = Raster::Kind::Numbers;
    numbers.write(path);
    const auto grey = square(path);
    CHECK(at(grey, 0.3, 0.3) == Colour{0, 0, 0, 255});
    CHECK(at(grey, 0.7, 0.7) == Colour{255, 255, 255, 255});
    CHECK(at(grey, 0.7, 0.3) == Colour{85, 85, 85, 255}); // a third of the way
}

TEST_CASE("a picture in another plane comes to lie where it belongs")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"经纬度.tif"_s);
    Raster degrees;
    degrees.epsg = 4490;
    // The square kilometre from (440000, 2700000) of EPSG:4548, by Karney's series: its middle is
    // 116.41339° E 24.40705° N, a kilometre is 0.009859° by 0.009028°.
    degrees.west = 116.41339 - 0.005;
    degrees.north = 24.40705 + 0.005;
    degrees.pixel = 0.0001;
    degrees.write(path);
    const auto colours = square(path);
    CHECK(isNear(at(colours, 0.4, 0.4), red));
    CHECK(isNear(at(colours, 0.6, 0.4), green));
    CHECK(isNear(at(colours, 0.4, 0.6), blue));
    CHECK(isNear(at(colours, 0.6, 0.6), white));
    CHECK(at(colours, 0.02, 0.5).opacity == 0);
}

TEST_CASE("MBTiles and tiles in a GeoPackage are read")
{
    const QTemporaryDir folder;
    for (const auto& [driver, suffix] :
         {std::pair("MBTiles", u"mbtiles"_s), std::pair("GPKG", u"gpkg"_s)}) {
        const QString path = folder.filePath(u"瓦片."_s + suffix);
        Raster tiles;
        tiles.driver = driver;
        tiles.size = 400;
        tiles.pixel = 2.5;
        tiles.write(path);
        const auto colours = square(path);
        INFO(driver);
        // Tiles are resampled, and MBTiles are jpeg or png in Web Mercator.
        CHECK(isNear(at(colours, 0.3, 0.3), red, 25));
        CHECK(isNear(at(colours, 0.7, 0.3), green, 25));
        CHECK(isNear(at(colours, 0.3, 0.7), blue, 25));
        CHECK(at(colours, 0.01, 0.01).opacity == 0);
    }
}

TEST_CASE("what cannot be an underlay is refused in words")
{
    const QTemporaryDir folder;
    const auto codeOf = [](const QString& path) { return RasterReader::open(path).error().code(); };
    CHECK(codeOf(folder.filePath(u"没有.tif"_s)) == ErrorCode::NotFound);
    const QString text = folder.filePath(u"文字.tif"_s);
    QFile file(text);
    REQUIRE(file.open(QFile::WriteOnly));
    file.write("not a picture");
    file.close();
    CHECK(codeOf(text) == ErrorCode::Unsupported);
    Raster nowhere;
    nowhere.epsg = 0;
    const QString unknown = folder.filePath(u"无坐标系.tif"_s);
    nowhere.write(unknown);
    CHECK(codeOf(unknown) == ErrorCode::Unsupported);
    Raster old;
    old.epsg = 2384; // Xi'an 80, 3-degree zone at 117° E: needs the survey office's parameters
    const QString xian = folder.filePath(u"西安80.tif"_s);
    old.write(xian);
    CHECK(codeOf(xian) == ErrorCode::Unsupported);

    // Cut off in the middle of its rows.
    const QString path = folder.filePath(u"坏.tif"_s);
    Raster large;
    large.size = 1000;
    large.pixel = 1;
    large.write(path);
    REQUIRE(QFile::resize(path, QFile(path).size() / 2));
    const auto reader = RasterReader::open(path);
    if (reader) {
        const auto colours =
            reader->read(*Crs::fromEpsg(4548), {440'000, 2'700'000, 441'000, 2'701'000, 500, 500});
        REQUIRE_FALSE(colours);
        CHECK(colours.error().code() == ErrorCode::Damaged);
    } else {
        CHECK(reader.error().code() == ErrorCode::Unsupported);
    }
}
