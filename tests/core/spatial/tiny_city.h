#pragma once

#include "core/catalogue/catalogue_files.h"
#include "core/project/year_data.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <utility>
#include <vector>

namespace test {

/// A city drawn by hand: layers as GeoJSON files beside a project that is only in memory. Metric
/// layers are in EPSG:4549 within 3 km of the central meridian, where the plane's areas are the
/// ellipsoid's to 3e-7 (scale 1 + x²/2R²). Columns are named by their keys.
class TinyCity
{
public:
    using Points = std::vector<std::pair<double, double>>;
    static constexpr double east = 500'000, north = 2'700'000; ///< its south-western corner

    TinyCity()
    {
        using namespace Qt::StringLiterals;
        using namespace checkup::project;
        data.info.city = u"示例市"_s;
        data.info.year = 2022;
        data.info.catalogueId = u"tdt1063-2021"_s;
        const auto catalogue = checkup::catalogue::loadBuiltIn(data.info.catalogueId);
        REQUIRE(catalogue);
        data.catalogue = catalogue->catalogue;
        data.regions = {
            {RegionId(1), u"350200"_s, u"示例市"_s, {}, RegionLevel::City, {}, 0},
            {RegionId(2), u"350203"_s, u"西区"_s, {}, RegionLevel::District, RegionId(1), 1},
            {RegionId(3), u"350205"_s, u"东区"_s, {}, RegionLevel::District, RegionId(1), 2}};
        data.index();
    }

    QString project() const { return m_folder.filePath(QStringLiteral("示例市.gpkg")); }

    /// One more layer, its features in one GeoJSON list.
    checkup::project::Layer& add(const QString& role, const QJsonArray& features, int year = 0,
                                 const QString& classSystem = {}, int epsg = 4549)
    {
        using namespace Qt::StringLiterals;
        checkup::project::Layer layer;
        layer.id = checkup::project::LayerId(data.layers.size() + 1);
        layer.role = role;
        layer.name = role + u" 图层"_s;
        layer.year = year;
        layer.path = u"%1-%2.geojson"_s.arg(role).arg(layer.id.number());
        layer.fileName = layer.path;
        layer.sha256 = QString(64, u'a');
        layer.crs = u"EPSG:%1"_s.arg(epsg);
        layer.classSystem = classSystem;
        layer.features = features.size();
        QJsonObject fields;
        for (const QJsonValue& feature : features) {
            for (const QString& column : feature[u"properties"_s].toObject().keys())
                fields.insert(column, column);
        }
        layer.fields = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
        QFile file(m_folder.filePath(layer.path));
        REQUIRE(file.open(QIODevice::WriteOnly));
        const QJsonObject crs{
            {u"type"_s, u"name"_s},
            {u"properties"_s, QJsonObject{{u"name"_s, u"urn:ogc:def:crs:EPSG::%1"_s.arg(epsg)}}}};
        file.write(QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s},
                                             {u"crs"_s, crs},
                                             {u"features"_s, features}})
                       .toJson());
        data.layers << layer;
        data.index();
        return data.layers.last();
    }

    static QJsonObject feature(const QString& type, const QJsonValue& coordinates,
                               const QJsonObject& properties)
    {
        using namespace Qt::StringLiterals;
        return {{u"type"_s, u"Feature"_s},
                {u"properties"_s, properties},
                {u"geometry"_s, QJsonObject{{u"type"_s, type}, {u"coordinates"_s, coordinates}}}};
    }
    /// A rectangle, metres from the city's corner.
    static QJsonObject box(double x, double y, double width, double height,
                           const QJsonObject& properties = {})
    {
        const Points corners{
            {x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}};
        return feature(QStringLiteral("Polygon"), QJsonArray{places(corners)}, properties);
    }
    static QJsonObject line(const Points& points, const QJsonObject& properties = {})
    {
        return feature(QStringLiteral("LineString"), places(points), properties);
    }
    static QJsonObject point(double x, double y, const QJsonObject& properties = {})
    {
        return feature(QStringLiteral("Point"), QJsonArray{east + x, north + y}, properties);
    }

    /// West and east, a kilometre each way.
    void addDistricts()
    {
        using namespace Qt::StringLiterals;
        add(QStringLiteral("XZQ"),
            {box(0, 0, 1000, 1000, {{u"code"_s, u"350203"_s}, {u"name"_s, u"西区"_s}}),
             box(1000, 0, 1000, 1000, {{u"code"_s, u"350205"_s}, {u"name"_s, u"东区"_s}})});
    }

    checkup::project::YearData data;

private:
    static QJsonArray places(const Points& points)
    {
        QJsonArray all;
        for (const auto& [x, y] : points)
            all << QJsonArray{east + x, north + y};
        return all;
    }

    QTemporaryDir m_folder;
};

} // namespace test
