#pragma once

#include "core/gdal/layer_writer.h"
#include "tests/support/city_land.h"

#include <QString>
#include <QVariantList>

#include <functional>
#include <map>
#include <optional>
#include <tuple>

/// What the made-up city's layers and answers are written with.
namespace test {

using checkup::Result;
using checkup::gdal::LayerField;
using checkup::gdal::LayerPlan;
using checkup::gdal::LayerWriter;
using checkup::gdal::Rings;
using Geometry = LayerPlan::Geometry;

QString name(const char16_t* text);
LayerField texts(const QString& field, int width = 60);
LayerField whole(const QString& field);
LayerField real(const QString& field, int decimals = 2);
double hundredth(double value);

/// One file with all layers, or a folder with a file each.
class Sink
{
public:
    Sink(QString out, const Survey& survey, bool indexed)
        : m_out(std::move(out))
        , m_survey(survey)
        , m_indexed(indexed)
    {}

    using Add = std::function<void(const Rings&, const QVariantList&)>;

    /// Tables get their points' longitudes and latitudes as columns.
    Result<void> layer(LayerPlan plan, const std::function<void(const Add&)>& fill);
    Result<void> finish() { return m_file ? m_file->finish() : Result<void>(); }

private:
    QString m_out;
    const Survey& m_survey;
    bool m_indexed;
    std::optional<LayerWriter> m_file;
};
/// What was put into the city, added up by what it is.
class Answers
{
public:
    void add(const QString& what, const QString& layer, const QString& region, const QString& kind,
             double value, const QString& unit)
    {
        m_sums[{what, layer, region, kind, unit}] += value;
    }
    /// An area for its district and for the city.
    void area(const QString& layer, const District& district, const QString& kind, double value);
    QByteArray toCsv() const;

private:
    std::map<std::tuple<QString, QString, QString, QString, QString>, double> m_sums;
};

} // namespace test
