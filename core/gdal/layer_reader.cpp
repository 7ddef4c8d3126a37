#include "core/gdal/layer_reader.h"

#include "core/gdal/handles.h"
#include "core/office/text_decoding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cmath>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

/// Shapefiles often do not say how their texts are encoded: UTF-8 shows itself, what is not UTF-8
/// is GB18030.
QString decoded(const char* text)
{
    const auto known = office::decodeText(QByteArray(text));
    return known ? known->text : QString::fromLatin1(text);
}

struct DestroyGeometry
{
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using Geometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

QString shown(const QString& path)
{
    return QDir::toNativeSeparators(path);
}

QStringList layerNames(GDALDatasetH dataset)
{
    QStringList names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i)
        names << QString::fromUtf8(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
    return names;
}

/// Tables without geometry, among them the project's own, are no layers to measure.
std::vector<OGRLayerH> drawnLayers(GDALDatasetH dataset)
{
    std::vector<OGRLayerH> layers;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (OGR_L_GetGeomType(layer) != wkbNone)
            layers.push_back(layer);
    }
    return layers;
}

void addRing(Rings& rings, OGRGeometryH ring, bool hole)
{
    const int count = OGR_G_GetPointCount(ring);
    if (count < 4)
        return;
    const size_t first = rings.x.size();
    rings.begins.push_back(first);
    rings.holes.push_back(hole ? 1 : 0);
    const size_t wanted = first + static_cast<size_t>(count);
    rings.x.resize(wanted);
    rings.y.resize(wanted);
    OGR_G_GetPoints(ring, &rings.x[first], sizeof(double), &rings.y[first], sizeof(double), nullptr,
                    0);
}

void addPart(Rings& rings, OGRGeometryH part)
{
    const int count = OGR_G_GetPointCount(part);
    if (count < 1)
        return;
    const size_t first = rings.x.size();
    rings.begins.push_back(first);
    rings.holes.push_back(0);
    rings.x.resize(first + static_cast<size_t>(count));
    rings.y.resize(rings.x.size());
    OGR_G_GetPoints(part, &rings.x[first], sizeof(double), &rings.y[first], sizeof(double), nullptr,
                    0);
}

/// Lines or points at any depth of a collection.
void addParts(Rings& rings, OGRGeometryH geometry, OGRwkbGeometryType wanted)
{
    if (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) == wanted)
        return addPart(rings, geometry);
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        addParts(rings, OGR_G_GetGeometryRef(geometry, i), wanted);
}

/// Polygons at any depth of a collection; lines and points beside them have no area.
void addPolygons(Rings& rings, OGRGeometryH geometry)
{
    const int parts = OGR_G_GetGeometryCount(geometry);
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPolygon:
    case wkbTriangle:
        for (int i = 0; i < parts; ++i)
            addRing(rings, OGR_G_GetGeometryRef(geometry, i), i > 0);
        return;
    case wkbMultiPolygon:
    case wkbGeometryCollection:
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (int i = 0; i < parts; ++i)
            addPolygons(rings, OGR_G_GetGeometryRef(geometry, i));
        return;
    default:
        return;
    }
}

} // namespace

struct LayerReader::State
{
    Dataset dataset;
    OGRLayerH layer = nullptr;
    LayerInfo info;
    std::vector<int> wanted; ///< fields
    Faults faults = Faults::Repair;
};

void Rings::clear()
{
    x.clear();
    y.clear();
    begins.clear();
    holes.clear();
}

std::optional<size_t> Rings::impossibleVertex() const
{
    constexpr double largest = 1e12;
    for (size_t i = 0; i < x.size(); ++i) {
        // Written so that what is no number is not possible.
        if (!(std::abs(x[i]) <= largest && std::abs(y[i]) <= largest))
            return i;
    }
    return {};
}

LayerReader::LayerReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
LayerReader::LayerReader(LayerReader&&) noexcept = default;
LayerReader& LayerReader::operator=(LayerReader&&) noexcept = default;
LayerReader::~LayerReader() = default;

const LayerInfo& LayerReader::info() const
{
    return m_state->info;
}

Result<LayerReader> LayerReader::open(const QString& path, const QString& layer,
                                      const QStringList& attributes, Faults faults)
{
    registerDrivers();
    const ErrorCollector errors;
    if (!QFileInfo::exists(path))
        return Error(ErrorCode::NotFound,
                     Text::tr("找不到图层文件 %1，请检查路径。").arg(shown(path)));
    // Without a .cpg GDAL would go by the code page byte, which is mostly the writer's default and
    // wrong; so it hands the bytes over as they are.
    std::optional<ScopedOption> rawBytes;
    if (!QFileInfo::exists(QFileInfo(path).path() + u'/' + QFileInfo(path).completeBaseName() +
                           u".cpg"_s))
        rawBytes.emplace("SHAPE_ENCODING", "");
    auto state = std::make_unique<State>();
    state->faults = faults;
    state->dataset.reset(GDALOpenEx(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                    nullptr, nullptr, nullptr));
    if (!state->dataset)
        return errors.toError(
            ErrorCode::Unsupported,
            Text::tr("%1 不是能读的空间数据，或已损坏、缺少配套文件；请检查文件是否齐全。")
                .arg(shown(path)));
    GDALDatasetH dataset = state->dataset.get();
    if (!layer.isEmpty()) {
        state->layer = GDALDatasetGetLayerByName(dataset, layer.toUtf8().constData());
        if (!state->layer)
            return Error(ErrorCode::BadUsage,
                         Text::tr("%1 里没有图层“%2”；有的是：%3。")
                             .arg(shown(path), layer, layerNames(dataset).join(u'、')));
    } else {
        const std::vector<OGRLayerH> drawn = drawnLayers(dataset);
        if (drawn.empty())
            return Error(ErrorCode::Unsupported,
                         Text::tr("%1 里没有带图形的图层。").arg(shown(path)));
        if (drawn.size() > 1)
            return Error(ErrorCode::BadUsage,
                         Text::tr("%1 里有几个图层，请说明用哪一个：%2。")
                             .arg(shown(path), layerNames(dataset).join(u'、')));
        state->layer = drawn.front();
    }

    LayerInfo& info = state->info;
    info.file = QFileInfo(path).fileName();
    info.name = QString::fromUtf8(OGR_L_GetName(state->layer));
    info.features = OGR_L_GetFeatureCount(state->layer, 1);
    OGREnvelope extent{};
    if (OGR_L_GetExtent(state->layer, &extent, 1) == OGRERR_NONE) {
        info.minX = extent.MinX;
        info.minY = extent.MinY;
        info.maxX = extent.MaxX;
        info.maxY = extent.MaxY;
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(state->layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
        info.fields << decoded(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    for (const QString& name : attributes) {
        const auto field = static_cast<int>(info.fields.indexOf(name));
        if (field < 0)
            return Error(ErrorCode::BadUsage, Text::tr("图层“%1”里没有字段“%2”；有的是：%3。")
                                                  .arg(info.name, name, info.fields.join(u'、')));
        state->wanted.push_back(field);
    }
    if (OGRSpatialReferenceH stated = OGR_L_GetSpatialRef(state->layer)) {
        if (auto crs = Crs::fromHandle(stated))
            info.crs = *crs;
    }
    OGR_L_ResetReading(state->layer);
    return LayerReader(std::move(state));
}

Result<bool> LayerReader::next(LayerFeature& feature)
{
    const ErrorCollector errors;
    const Feature read(OGR_L_GetNextFeature(m_state->layer));
    if (!read) {
        if (errors.hasErrors())
            return errors.toError(ErrorCode::Damaged,
                                  Text::tr("图层“%1”读到一半出错，文件可能不完整；请重新取得文件。")
                                      .arg(m_state->info.name));
        return false;
    }
    feature.id = OGR_F_GetFID(read.get());
    feature.attributes.clear();
    for (const int field : m_state->wanted)
        feature.attributes << (OGR_F_IsFieldSetAndNotNull(read.get(), field)
                                   ? decoded(OGR_F_GetFieldAsString(read.get(), field))
                                   : QString());
    feature.rings.clear();
    feature.stored.clear();
    feature.fault.clear();

    OGRGeometryH stored = OGR_F_GetGeometryRef(read.get());
    if (!stored) {
        feature.shape = LayerFeature::Shape::Null;
        return true;
    }
    if (OGR_G_IsEmpty(stored)) {
        feature.shape = LayerFeature::Shape::Empty;
        return true;
    }
    Geometry straight;
    if (OGR_G_HasCurveGeometry(stored, 1)) {
        straight.reset(OGR_G_GetLinearGeometry(stored, 0, nullptr));
        stored = straight.get();
    }
    const int dimension = OGR_G_GetDimension(stored);
    if (dimension < 2) {
        feature.shape = dimension == 1 ? LayerFeature::Shape::Lines : LayerFeature::Shape::Points;
        addParts(feature.rings, stored, dimension == 1 ? wkbLineString : wkbPoint);
        return true;
    }
    feature.shape = LayerFeature::Shape::Polygons;
    Geometry repaired;
    if (m_state->faults == Faults::Repair) {
        const ErrorCollector reasons;
        if (!OGR_G_IsValid(stored)) {
            feature.fault = reasons.detail().section(u'\n', 0, 0);
            if (feature.fault.isEmpty())
                feature.fault = u"invalid"_s;
            addPolygons(feature.stored, stored);
            if (const auto vertex = feature.stored.impossibleVertex())
                return Error(ErrorCode::Invalid,
                             Text::tr("图层“%1”第 %2 号要素的坐标 %3、%4 不是地上的位置；请在 GIS "
                                      "软件中改正或删除这个顶点。")
                                 .arg(m_state->info.name)
                                 .arg(feature.id)
                                 .arg(feature.stored.x[*vertex])
                                 .arg(feature.stored.y[*vertex]));
            repaired.reset(OGR_G_MakeValid(stored));
            if (!repaired)
                return reasons.toError(
                    ErrorCode::Invalid,
                    Text::tr("图层“%1”第 %2 号要素的图形有误，修复不了；请在 GIS 软件中重画。")
                        .arg(m_state->info.name)
                        .arg(feature.id));
            stored = repaired.get();
        }
    }
    addPolygons(feature.rings, stored);
    return true;
}

} // namespace checkup::gdal
