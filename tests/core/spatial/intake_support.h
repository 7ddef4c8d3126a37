#pragma once

#include "core/gdal/layer_writer.h"
#include "core/project/project_file.h"
#include "core/spatial/intake.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimeZone>

#include <optional>

namespace test {

using namespace Qt::StringLiterals;

/// A folder (with Chinese characters in its name) with a project of Xiamen's, open for writing.
class Desk
{
public:
    Desk()
    {
        folder = m_folder.filePath(u"项目 一"_s);
        REQUIRE(QDir().mkpath(folder));
        path = folder + u"/厦门市-2022.gpkg"_s;
        checkup::project::NewYear year;
        year.info.catalogueId = u"none"_s;
        year.info.city = u"厦门市"_s;
        year.info.year = 2022;
        year.info.baseYear = 2020;
        year.info.targetYear = 2035;
        year.regions = {{checkup::project::RegionId(-1),
                         u"350200"_s,
                         u"厦门市"_s,
                         {},
                         checkup::project::RegionLevel::City,
                         {},
                         0}};
        auto made = checkup::project::ProjectFile::create(path, year);
        REQUIRE(made);
        file.emplace(*std::move(made));
        data = *file->load();
    }

    void close()
    {
        REQUIRE(file->close());
        file.reset();
    }

    /// What the first feature of the first layer has in a column.
    QString firstText(const QString& column) const
    {
        auto open = checkup::spatial::openLayer(path, data.layers.first(), {column});
        REQUIRE(open);
        checkup::gdal::LayerFeature feature;
        REQUIRE(*open->reader.next(feature));
        return feature.attributes.first();
    }

    void reopen()
    {
        auto opened = checkup::project::ProjectFile::open(path);
        REQUIRE(opened);
        REQUIRE_FALSE(opened->isReadOnly());
        file.emplace(*std::move(opened));
        data = *file->load();
    }

    static checkup::spatial::TakeOptions
    options(checkup::spatial::Keep keep = checkup::spatial::Keep::Auto)
    {
        return {u"张三"_s, QDateTime(QDate(2023, 3, 1), QTime(9, 0), QTimeZone::utc()), keep};
    }

    checkup::project::ChangeSet
    changesOf(const checkup::spatial::LayerGuess& guess,
              checkup::spatial::Keep keep = checkup::spatial::Keep::Auto)
    {
        auto set = checkup::spatial::takeLayer(path, data, guess, options(keep));
        if (!set)
            FAIL(set.error().message().toStdString() + " | " + set.error().detail().toStdString());
        return *set;
    }

    /// Takes and commits.
    checkup::project::ChangeSet take(const checkup::spatial::LayerGuess& guess,
                                     checkup::spatial::Keep keep = checkup::spatial::Keep::Auto)
    {
        auto done = file->commit(changesOf(guess, keep));
        REQUIRE(done);
        data = *file->load();
        return *done;
    }

    QStringList listFolder() const
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QStringList tables() const
    {
        QStringList names;
        auto layers = checkup::gdal::LayerReader::list(path);
        REQUIRE(layers);
        for (const checkup::gdal::LayerInfo& layer : *layers)
            names << layer.name;
        return names;
    }

    static checkup::gdal::Rings ring(std::initializer_list<std::pair<double, double>> points)
    {
        checkup::gdal::Rings rings;
        rings.begins = {0};
        rings.holes = {0};
        for (const auto& [x, y] : points) {
            rings.x.push_back(x);
            rings.y.push_back(y);
        }
        return rings;
    }

    /// Four parcels near Xiamen's middle (118.1° E, 24.5° N): two squares of 100 m, a bow tie, and
    /// one without geometry; the suffix says the format.
    QString parcels(const QString& name, int epsg, const checkup::gdal::WriteOptions& how = {},
                    const QString& layerName = u"parcels"_s)
    {
        using checkup::gdal::LayerField;
        const QString made = folder + u'/' + name;
        auto crs = checkup::gdal::Crs::fromEpsg(epsg);
        REQUIRE(crs);
        auto writer = checkup::gdal::LayerWriter::create(made, how);
        REQUIRE(writer);
        checkup::gdal::LayerPlan plan;
        plan.name = layerName;
        plan.geometry = checkup::gdal::LayerPlan::Geometry::Polygon;
        plan.crs = *crs;
        plan.fields = {
            {u"BSM"_s, LayerField::Type::Text},    {u"DLBM"_s, LayerField::Type::Text, 6},
            {u"DLMC"_s, LayerField::Type::Text},   {u"TBMJ"_s, LayerField::Type::Real},
            {u"TBDLMJ"_s, LayerField::Type::Real}, {u"CZCSXM"_s, LayerField::Type::Text}};
        REQUIRE(writer->start(plan));
        auto to = checkup::gdal::Transformation::fromGeodetic(*crs);
        REQUIRE(to);
        double x0 = 118.1;
        double y0 = 24.5;
        REQUIRE(to->apply(&x0, &y0, 1));
        const double step = crs->isGeographic() ? 0.001 : 100;
        const auto square = [&](double x, double y) {
            return ring({{x, y}, {x + step, y}, {x + step, y + step}, {x, y + step}, {x, y}});
        };
        REQUIRE(
            writer->add(square(x0, y0), {u"1"_s, u"0301"_s, u"乔木林地"_s, 10000.25, 9999.5, {}}));
        REQUIRE(writer->add(square(x0 + 2 * step, y0),
                            {u"2"_s, u"0601"_s, u"工业用地"_s, 10000, 10000, u"201A"_s}));
        const double x = x0 + 4 * step;
        REQUIRE(writer->add(
            ring({{x, y0}, {x + step, y0 + step}, {x + step, y0}, {x, y0 + step}, {x, y0}}),
            {u"3"_s, u"0101"_s, u"水田"_s, 5000, 5000, {}}));
        REQUIRE(writer->add({}, {u"4"_s, u"1101"_s, u"河流水面"_s, 0, 0, {}}));
        REQUIRE(writer->finish());
        return made;
    }

private:
    QTemporaryDir m_folder; // outlives the file in it

public:
    QString folder, path;
    std::optional<checkup::project::ProjectFile> file;
    checkup::project::YearData data;
};

} // namespace test
