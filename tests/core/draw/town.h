#pragma once

#include "core/gdal/layer_writer.h"
#include "core/project/year_data.h"
#include "tests/support/catch.h"
#include "tests/support/rectangle.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace test {

/// A year with layers in a folder, in EPSG:4548; nothing of it is in a project file.
struct Town
{
    QTemporaryDir folder;
    checkup::project::YearData data;

    Town() { data.info.year = 2022; }
    QString project() const { return folder.filePath(QStringLiteral("示例.gpkg")); }

    struct Parcel
    {
        checkup::gdal::Rings rings;
        QVariantList values;
    };
    /// Adds a layer of polygons; `fields` maps the role's columns to them.
    checkup::project::LayerId add(const QString& role, int year, const QStringList& columns,
                                  const QByteArray& fields, const QList<Parcel>& parcels)
    {
        using namespace checkup;
        project::Layer layer;
        layer.id = project::LayerId(static_cast<qint64>(data.layers.size()) + 1);
        layer.role = role;
        layer.name = role + QString::number(year);
        layer.year = year;
        layer.path = layer.name + QStringLiteral(".gpkg");
        layer.layer = role;
        layer.fields = QString::fromUtf8(fields);
        layer.crs = QStringLiteral("EPSG:4548");
        layer.classSystem = QStringLiteral("third-survey");
        write(folder.filePath(layer.path), role, columns, parcels);
        data.layers << layer;
        return layer.id;
    }
    static void write(const QString& path, const QString& name, const QStringList& columns,
                      const QList<Parcel>& parcels)
    {
        using namespace checkup;
        auto writer = gdal::LayerWriter::create(path);
        REQUIRE_OK(writer);
        QList<gdal::LayerField> fields;
        for (const QString& column : columns)
            fields << gdal::LayerField{column};
        REQUIRE_OK(writer->start(
            {name, gdal::LayerPlan::Geometry::Polygon, *gdal::Crs::fromEpsg(4548), fields, true}));
        for (const Parcel& one : parcels)
            REQUIRE_OK(writer->add(one.rings, one.values));
        REQUIRE_OK(writer->finish());
    }
    const checkup::project::Layer& layer(checkup::project::LayerId id) const
    {
        return *data.layer(id);
    }
};

} // namespace test
