#include "core/base/in_chinese.h"
#include "core/gdal/crs.h"
#include "core/gdal/layer_writer.h"
#include "core/spatial/service.h"

#include <cmath>
#include <functional>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::LayerField;
using gdal::LayerPlan;
using gdal::Rings;

namespace {

constexpr int geodetic = 4490; // CGCS2000

/// A layer whose features are polygons or points.
class Writer
{
public:
    static Result<Writer> make(const QString& path, const QString& name,
                               const QList<LayerField>& fields)
    {
        auto crs = gdal::Crs::fromEpsg(geodetic);
        if (!crs)
            return crs.error();
        auto file = gdal::LayerWriter::create(path);
        if (!file)
            return file.error();
        LayerPlan plan{name, LayerPlan::Geometry::Any, *std::move(crs), fields};
        if (const Result<void> started = file->start(plan); !started)
            return started.error();
        return Writer(*std::move(file));
    }

    void add(const Rings& shape, const QVariantList& values)
    {
        if (m_done)
            m_done = m_file.add(shape, values, LayerPlan::Geometry::MultiPolygon);
    }
    void add(double longitude, double latitude, const QVariantList& values)
    {
        Rings place;
        place.begins = {0};
        place.holes = {0};
        place.x = {longitude};
        place.y = {latitude};
        if (m_done)
            m_done = m_file.add(place, values, LayerPlan::Geometry::Point);
    }
    Result<void> finish() { return m_done ? m_file.finish() : m_done; }

private:
    explicit Writer(gdal::LayerWriter file)
        : m_file(std::move(file))
    {}

    gdal::LayerWriter m_file;
    Result<void> m_done;
};

LayerField number(const QString& name, int decimals)
{
    return {name, LayerField::Type::Real, 19, decimals};
}

} // namespace

Result<void> writeLayer(const QString& path, const UnservedList& list)
{
    auto writer = Writer::make(path, u"服务不到"_s,
                               {{u"原因"_s},
                                {u"图层"_s},
                                {u"要素号"_s, LayerField::Type::Integer},
                                {u"名称"_s},
                                number(u"数量"_s, 6),
                                number(u"离路米"_s, 1)});
    if (!writer)
        return writer.error();
    for (const Unserved& one : list.places) {
        const bool facility = one.why == Unserved::Why::FacilityWithoutRoad;
        const bool hasRoad = !facility && one.why != Unserved::Why::NoRoad;
        const QVariantList values{inChinese([&one] { return label(one.why); }),
                                  one.layer,
                                  one.feature,
                                  one.label,
                                  facility ? QVariant() : QVariant(one.amount),
                                  hasRoad || !std::isfinite(one.toRoad) ? QVariant()
                                                                        : QVariant(one.toRoad)};
        if (one.shape.count() > 0)
            writer->add(one.shape, values);
        else
            writer->add(one.longitude, one.latitude, values);
    }
    return writer->finish();
}

Result<void> writeLayer(const QString& path, const QList<FacilityShare>& list)
{
    auto writer = Writer::make(path, u"设施服务量"_s,
                               {{u"设施"_s},
                                {u"图层"_s},
                                {u"要素号"_s, LayerField::Type::Integer},
                                {u"名称"_s},
                                {u"服务要素"_s, LayerField::Type::Integer},
                                number(u"数量"_s, 6)});
    if (!writer)
        return writer.error();
    for (const FacilityShare& one : list)
        writer->add(one.longitude, one.latitude,
                    {one.kind, one.layer, one.feature, one.label,
                     one.byItself ? QVariant() : QVariant(one.features), one.amount});
    return writer->finish();
}

Result<void> writeLayer(const QString& path, const QList<ServiceArea>& areas)
{
    auto writer =
        Writer::make(path, u"服务范围"_s, {{u"设施"_s}, {u"方式"_s}, number(u"平方公里"_s, 6)});
    if (!writer)
        return writer.error();
    for (const ServiceArea& one : areas)
        writer->add(one.shape,
                    {one.kind, one.circles ? u"直线距离"_s : u"沿路"_s, one.squareMetres / 1e6});
    return writer->finish();
}

} // namespace checkup::spatial
