#pragma once

#include "core/catalogue/catalogue_files.h"
#include "core/catalogue/layer_roles.h"
#include "core/gdal/layer_reader.h"
#include "core/project/year_data.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace test {

/// A year of Xiamen in memory whose layers are those of a made-up city in one GeoPackage (see
/// made_city.h), beside a project file of any name. Streets are left out: the project knows none.
inline checkup::project::YearData cityYear(const QString& geoPackage)
{
    using namespace checkup;
    using namespace checkup::project;
    using namespace Qt::StringLiterals;
    YearData data;
    data.info.city = u"厦门市"_s;
    data.info.year = 2022;
    data.info.catalogueId = u"tdt1063-2021"_s;
    if (const auto catalogue = catalogue::loadBuiltIn(data.info.catalogueId))
        data.catalogue = catalogue->catalogue;
    data.regions = {{RegionId(1), u"350200"_s, u"厦门市"_s, {}, RegionLevel::City, {}, 0}};
    for (const QString& code :
         {u"350203"_s, u"350205"_s, u"350206"_s, u"350211"_s, u"350212"_s, u"350213"_s}) {
        const qint64 id = data.regions.size() + 1;
        data.regions << Region{RegionId(id),          code,        u"区 "_s + code, {},
                               RegionLevel::District, RegionId(1), int(id) - 1};
    }
    const QFileInfo file(geoPackage);
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        if (role.code == u"JDXZ")
            continue;
        const auto reader = gdal::LayerReader::open(geoPackage, role.code);
        if (!reader)
            continue;
        Layer layer;
        layer.id = LayerId(data.layers.size() + 1);
        layer.role = role.code;
        layer.name = role.name;
        layer.year = role.code == u"DLTB" ? 2022 : 0;
        layer.path = file.fileName();
        layer.layer = role.code;
        layer.fileName = file.fileName();
        layer.sha256 = QString(64, u'0');
        layer.crs = u"EPSG:4548"_s;
        layer.classSystem = role.code == u"DLTB" ? u"third-survey"_s : QString();
        layer.features = reader->info().features;
        QJsonObject fields;
        for (const catalogue::LayerColumn& column : role.columns) {
            for (const QString& name : column.names) {
                if (!fields.contains(column.key) && reader->info().fields.contains(name))
                    fields.insert(column.key, name);
            }
        }
        layer.fields = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
        data.layers << layer;
    }
    data.index();
    return data;
}

} // namespace test
