#pragma once

#include "core/draw/map_picture.h"
#include "tests/core/spatial/layer.h"

namespace test {

/// The zone of Xiamen; a kilometre from its middle is off by 5e-9 only.
inline constexpr int zone = 4548;

/// A layer of GeoJSON features read with their field "class", to be drawn with a style.
inline checkup::draw::MapLayer drawn(const QByteArray& features,
                                     const checkup::draw::LayerStyle& style)
{
    using namespace checkup;
    const Layer file(features, zone);
    auto reader =
        gdal::LayerReader::open(file.path(), {}, {QStringLiteral("class")}, gdal::Faults::Keep);
    REQUIRE(reader);
    const auto crs = gdal::Crs::fromEpsg(zone);
    REQUIRE(crs);
    auto shapes = draw::ShapeStore::read({&*reader, *crs}, *crs);
    REQUIRE(shapes);
    draw::MapLayer layer;
    layer.shapes = std::make_shared<draw::ShapeStore>(*std::move(shapes));
    layer.style = style;
    layer.value = style.column.isEmpty() ? -1 : 0;
    layer.label = style.labels.isEmpty() ? -1 : 0;
    return layer;
}

inline QByteArray feature(const QByteArray& kind, const QByteArray& type,
                          const QByteArray& coordinates)
{
    return "{\"type\":\"Feature\",\"properties\":{\"class\":\"" + kind +
           "\"},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
}

inline QByteArray square(const QByteArray& name, double x, double y, double side)
{
    return polygon(name, {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

inline checkup::draw::LayerStyle plain(const checkup::draw::Symbol& symbol)
{
    checkup::draw::LayerStyle style;
    style.otherwise.symbol = symbol;
    style.otherwise.name = QStringLiteral("面");
    return style;
}

} // namespace test
