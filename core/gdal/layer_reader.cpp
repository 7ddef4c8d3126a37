#include "core/gdal/layer_reader.h"

#include "core/gdal/archive.h"
#include "core/gdal/dwg_file.h"
#include "core/gdal/handles.h"
#include "core/gdal/open_table.h"
#include "core/gdal/place_table.h"
#include "core/office/text_decoding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <mutex>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

/// Shapefiles often do not say how their texts are encoded: UTF-8 shows itself, what is not UTF-8
/// is GB18030.
class Decoder
{
public:
    void useEncoding(const QString& name) { m_given = name == u"GBK"_s ? u"GB18030"_s : name; }
    const QString& seen() const { return m_seen; }

    QString operator()(const char* text)
    {
        const QByteArray bytes(text);
        const bool plain = std::all_of(bytes.cbegin(), bytes.cend(),
                                       [](char sign) { return static_cast<uchar>(sign) < 0x80; });
        if (plain)
            return QString::fromLatin1(bytes);
        if (!m_given.isEmpty()) {
            QStringDecoder decoder(m_given.toLatin1().constData(), QStringDecoder::Flag::Stateless);
            const QString decoded = decoder.isValid() ? QString(decoder(bytes)) : QString();
            if (decoder.isValid() && !decoder.hasError())
                return decoded;
        }
        const auto known = office::decodeText(bytes);
        if (known && (m_seen.isEmpty() || known->encoding != u"UTF-8"))
            m_seen = known->encoding;
        return known ? known->text : QString::fromLatin1(text);
    }

private:
    QString m_given, m_seen;
};

struct DestroyGeometry
{
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using Geometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

QString shown(const QString& path)
{
    return QDir::toNativeSeparators(path);
}

/// As many names as can be read at a glance.
QString someOf(const QStringList& names)
{
    constexpr qsizetype most = 12;
    if (names.size() <= most)
        return names.join(u'、');
    return Text::tr("%1 等 %2 个").arg(names.first(most).join(u'、')).arg(names.size());
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

/// The filter on attributes, with the ids asked for.
QString filterOf(const ReadOptions& options)
{
    if (options.part.ids.isEmpty())
        return options.where;
    QStringList ids;
    for (const qint64 id : options.part.ids)
        ids << QString::number(id);
    const QString some = u"FID IN (%1)"_s.arg(ids.join(u','));
    return options.where.isEmpty() ? some : u"(%1) AND %2"_s.arg(options.where, some);
}

} // namespace

struct LayerReader::State
{
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State()
    {
        if (answering)
            GDALDatasetReleaseResultSet(answering, layer);
    }

    Dataset dataset;
    GDALDatasetH answering = nullptr; ///< whose answer to a query `layer` is
    OGRLayerH layer = nullptr;
    std::vector<OGRLayerH> joined; ///< of OpenStreetMap: those that are read
    LayerInfo info;
    std::vector<int> wanted; ///< places in info.fields
    ReadOptions options;
    Decoder decoded;

    QString text(OGRFeatureH feature, int field)
    {
        return OGR_F_IsFieldSetAndNotNull(feature, field)
                   ? decoded(OGR_F_GetFieldAsString(feature, field))
                   : QString();
    }

    /// The place of one of info.fields in a feature: joined layers differ in their fields.
    int placeOf(OGRFeatureH feature, int field) const
    {
        return joined.empty() ? field : OGR_F_GetFieldIndex(feature, info.fields[field].toUtf8());
    }

    QVariant value(OGRFeatureH feature, int field)
    {
        const int place = placeOf(feature, field);
        if (place < 0 || !OGR_F_IsFieldSetAndNotNull(feature, place))
            return {};
        switch (info.types[field].type) {
        case LayerField::Type::Integer:
            return QVariant::fromValue<qint64>(OGR_F_GetFieldAsInteger64(feature, place));
        case LayerField::Type::Real:
            return OGR_F_GetFieldAsDouble(feature, place);
        case LayerField::Type::Text:
            break;
        }
        return text(feature, place);
    }

    Feature read()
    {
        if (joined.empty())
            return Feature(OGR_L_GetNextFeature(layer));
        // Reading one layer of OpenStreetMap to its end would pile up the features of the others.
        OGRLayerH from = nullptr;
        while (Feature feature{
            GDALDatasetGetNextFeature(dataset.get(), &from, nullptr, nullptr, nullptr)}) {
            if (std::find(joined.cbegin(), joined.cend(), from) != joined.cend())
                return feature;
        }
        return {};
    }

    Result<void> shape(LayerFeature& feature, OGRGeometryH stored) const;
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

namespace {

/// The settings of GDAL's OpenStreetMap driver: the tags that tell roads and facilities apart as
/// fields of their own. In memory, where the driver can read them.
const char* streetMapSettings()
{
    static const char* const name = "/vsimem/checkup-osmconf.ini";
    static std::once_flag once;
    std::call_once(once, [] {
        static char text[] =
            // GDAL 3.6 takes closed ways for areas only when the list is its own one.
            "closed_ways_are_polygons=aeroway,amenity,boundary,building,craft,geological,historic,"
            "landuse,leisure,military,natural,office,place,shop,sport,tourism,highway=platform,"
            "public_transport=platform\n"
            "attribute_name_laundering=no\n"
            "[points]\nosm_id=yes\nattributes=name,amenity,shop,leisure,sport,railway,station,"
            "public_transport,healthcare,social_facility,tourism,aeroway,place\nother_tags=no\n"
            "[lines]\nosm_id=yes\nattributes=name,highway,oneway,maxspeed,foot,bicycle,access,"
            "railway,barrier,waterway,bridge,tunnel\nother_tags=no\n"
            "[multipolygons]\nosm_id=yes\nattributes=name,amenity,shop,leisure,sport,railway,"
            "station,public_transport,healthcare,social_facility,tourism,aeroway,building,"
            "building:levels,height,landuse,natural,place,boundary,admin_level\nother_tags=no\n"
            "[multilinestrings]\nosm_id=yes\nattributes=name\nother_tags=no\n"
            "[other_relations]\nosm_id=yes\nattributes=name\nother_tags=no\n";
        VSIFCloseL(VSIFileFromMemBuffer(name, reinterpret_cast<GByte*>(text), sizeof(text) - 1, 0));
    });
    return name;
}

bool isStreetMap(const QString& path)
{
    return path.endsWith(u".pbf", Qt::CaseInsensitive) ||
           path.endsWith(u".osm", Qt::CaseInsensitive);
}

bool isPlainFile(const QString& path)
{
    return !path.startsWith(u"PG:") && !path.startsWith(u"/vsi");
}

/// Opens, saying nothing of why not.
Dataset openDataset(const QString& path, bool tagsAsFields)
{
    registerDrivers();
    char** options = nullptr;
    if (isStreetMap(path) && tagsAsFields)
        options = CSLSetNameValue(options, "CONFIG_FILE", streetMapSettings());
    Dataset dataset(GDALOpenEx(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                               nullptr, options, nullptr));
    CSLDestroy(options);
    return dataset;
}

/// A shapefile's index when it is not there.
QString missingIndex(const QString& path)
{
    if (!path.endsWith(u".shp", Qt::CaseInsensitive))
        return {};
    const QString base = path.chopped(3);
    for (const QString& suffix : {u"shx"_s, u"SHX"_s}) {
        VSIStatBufL found;
        if (VSIStatL((base + suffix).toUtf8().constData(), &found) == 0)
            return {};
    }
    return QFileInfo(path).completeBaseName() + u".shx"_s;
}

Result<Dataset> opened(const QString& path, bool tagsAsFields)
{
    registerDrivers();
    const ErrorCollector errors;
    if (isPlainFile(path) && !QFileInfo::exists(path))
        return Error(ErrorCode::NotFound,
                     Text::tr("找不到图层文件 %1，请检查路径。").arg(shown(path)));
    if (isPlainFile(path) && isTableFile(path) && QFileInfo(path).isFile())
        return openPlaces(path);
    if (isDwgFile(path))
        return openDwg(path);
    if (path.startsWith(u"/vsizip/") && isTableFile(path)) {
        const QTemporaryDir workshop; // the layers are in memory when it goes
        const auto copy = unpackInto(workshop.path(), path);
        if (!copy)
            return copy.error();
        return openPlaces(*copy);
    }
    // Without a .cpg GDAL would go by the code page byte, which is mostly the writer's default and
    // wrong; so it hands the bytes over as they are.
    std::optional<ScopedOption> rawBytes;
    const QString codePage =
        QFileInfo(path).path() + u'/' + QFileInfo(path).completeBaseName() + u".cpg"_s;
    VSIStatBufL found;
    if (VSIStatL(codePage.toUtf8().constData(), &found) != 0)
        rawBytes.emplace("SHAPE_ENCODING", "");
    Dataset dataset = openDataset(path, tagsAsFields);
    if (dataset)
        return dataset;
    if (const QString missing = missingIndex(path); !missing.isEmpty())
        return errors.toError(
            ErrorCode::Damaged,
            Text::tr(
                "%1 缺少配套文件 %2，读不了；请向提供方索要完整的一套（.shp、.shx、.dbf、.prj）。")
                .arg(shown(path), missing));
    if (path.startsWith(u"PG:"))
        return errors.toError(
            ErrorCode::Io,
            Text::tr("连不上数据库“%1”；请检查连接参数，密码放在环境变量 PGPASSWORD 或 .pgpass "
                     "里。")
                .arg(path));
    return errors.toError(
        ErrorCode::Unsupported,
        Text::tr("%1 不是能读的空间数据，或已损坏、缺少配套文件；请检查文件是否齐全。")
            .arg(shown(path)));
}

Drawing drawingOf(OGRwkbGeometryType type)
{
    if (type == wkbNone)
        return Drawing::None;
    const OGRwkbGeometryType flat = OGR_GT_Flatten(type);
    if (OGR_GT_IsSubClassOf(flat, wkbPoint) || flat == wkbMultiPoint)
        return Drawing::Points;
    if (OGR_GT_IsSubClassOf(flat, wkbCurve) || OGR_GT_IsSubClassOf(flat, wkbMultiCurve))
        return Drawing::Lines;
    if (OGR_GT_IsSubClassOf(flat, wkbSurface) || OGR_GT_IsSubClassOf(flat, wkbMultiSurface) ||
        flat == wkbPolyhedralSurface || flat == wkbTIN)
        return Drawing::Polygons;
    return Drawing::Unknown;
}

LayerField fieldOf(OGRFieldDefnH definition, Decoder& decoded)
{
    LayerField field;
    field.name = decoded(OGR_Fld_GetNameRef(definition));
    field.width = OGR_Fld_GetWidth(definition);
    switch (OGR_Fld_GetType(definition)) {
    case OFTInteger:
    case OFTInteger64:
        field.type = LayerField::Type::Integer;
        break;
    case OFTReal:
        field.type = LayerField::Type::Real;
        field.decimals = OGR_Fld_GetPrecision(definition);
        break;
    default:
        break;
    }
    return field;
}

LayerInfo infoOf(GDALDatasetH dataset, OGRLayerH layer, const QString& path, Decoder& decoded)
{
    LayerInfo info;
    info.file = QFileInfo(path).fileName();
    info.name = QString::fromUtf8(OGR_L_GetName(layer));
    info.driver = QString::fromLatin1(GDALGetDriverShortName(GDALGetDatasetDriver(dataset)));
    if (isDwgFile(path)) {
        info.driver = u"DWG"_s;
        info.leftOut = QString::fromUtf8(GDALGetMetadataItem(dataset, "LEFT_OUT", nullptr));
    }
    info.drawing = drawingOf(OGR_L_GetGeomType(layer));
    const bool known = info.driver != u"OSM";
    info.features = known ? OGR_L_GetFeatureCount(layer, 1) : -1;
    OGREnvelope extent{};
    if (known && info.drawing != Drawing::None &&
        OGR_L_GetExtent(layer, &extent, 1) == OGRERR_NONE) {
        info.minX = extent.MinX;
        info.minY = extent.MinY;
        info.maxX = extent.MaxX;
        info.maxY = extent.MaxY;
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        info.types << fieldOf(OGR_FD_GetFieldDefn(definition, i), decoded);
        info.fields << info.types.last().name;
    }
    if (OGRSpatialReferenceH stated = OGR_L_GetSpatialRef(layer)) {
        if (auto crs = Crs::fromHandle(stated))
            info.crs = *crs;
    }
    return info;
}

void swap(Rings& rings)
{
    rings.x.swap(rings.y);
}

bool isClosed(OGRGeometryH line)
{
    const int count = OGR_G_GetPointCount(line);
    return count >= 4 && OGR_G_GetX(line, 0) == OGR_G_GetX(line, count - 1) &&
           OGR_G_GetY(line, 0) == OGR_G_GetY(line, count - 1);
}

/// A feature whose coordinates are none, as Faults::List has it.
void refuse(LayerFeature& feature)
{
    feature.fault = u"Invalid Coordinate"_s;
    feature.stored = std::move(feature.rings);
    feature.rings.clear();
    feature.shape = LayerFeature::Shape::Null;
}

/// All polygons at any depth of a collection or surface, as parts of one.
void gatherPolygons(OGRGeometryH geometry, OGRGeometryH into)
{
    const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon) {
        (void)OGR_G_AddGeometry(into, geometry);
    } else if (type == wkbTriangle) {
        Geometry polygon(OGR_G_CreateGeometry(wkbPolygon));
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            (void)OGR_G_AddGeometry(polygon.get(), OGR_G_GetGeometryRef(geometry, i));
        (void)OGR_G_AddGeometryDirectly(into, polygon.release());
    } else {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            gatherPolygons(OGR_G_GetGeometryRef(geometry, i), into);
    }
}

/// Whether a collection has parts of a lower dimension than its highest.
bool isMixed(OGRGeometryH geometry, int dimension)
{
    if (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) != wkbGeometryCollection)
        return false;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        if (OGR_G_GetDimension(part) < dimension || isMixed(part, dimension))
            return true;
    }
    return false;
}

} // namespace

Result<QList<LayerInfo>> LayerReader::list(const QString& path)
{
    auto dataset = opened(path, true);
    if (!dataset)
        return dataset.error();
    const ErrorCollector errors;
    QList<LayerInfo> layers;
    Decoder decoded;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset->get()); ++i)
        layers << infoOf(dataset->get(), GDALDatasetGetLayer(dataset->get(), i), path, decoded);
    return layers;
}

Result<LayerReader> LayerReader::open(const QString& path, const QString& layer,
                                      const QStringList& attributes, Faults faults)
{
    ReadOptions options;
    options.attributes = attributes;
    options.faults = faults;
    return open(path, layer, options);
}

Result<LayerReader> LayerReader::open(const QString& path, const QString& layer,
                                      const ReadOptions& options)
{
    auto state = std::make_unique<State>();
    state->options = options;
    state->decoded.useEncoding(options.encoding);
    auto made = opened(path, options.tagsAsFields);
    if (!made)
        return made.error();
    state->dataset = *std::move(made);
    const ErrorCollector errors;
    GDALDatasetH dataset = state->dataset.get();
    LayerInfo& info = state->info;
    if (!layer.isEmpty()) {
        const QStringList names =
            isStreetMap(path) ? layer.split(u'+', Qt::SkipEmptyParts) : QStringList(layer);
        for (const QString& name : names) {
            state->layer = GDALDatasetGetLayerByName(dataset, name.toUtf8().constData());
            if (!state->layer)
                return Error(ErrorCode::BadUsage,
                             Text::tr("%1 里没有图层“%2”；有的是：%3。")
                                 .arg(shown(path), name, someOf(layerNames(dataset))));
            if (isStreetMap(path))
                state->joined.push_back(state->layer);
        }
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
    info = infoOf(dataset, state->layer, path, state->decoded);
    if (state->joined.size() > 1) {
        info.name = layer;
        info.drawing = Drawing::Unknown;
        for (OGRLayerH part : state->joined) {
            const LayerInfo other = infoOf(dataset, part, path, state->decoded);
            for (const LayerField& field : other.types) {
                if (info.fields.contains(field.name))
                    continue;
                info.fields << field.name;
                info.types << field;
            }
        }
    }
    for (const QString& name : options.attributes) {
        const auto field = static_cast<int>(info.fields.indexOf(name));
        if (field < 0)
            return Error(ErrorCode::BadUsage, Text::tr("图层“%1”里没有字段“%2”；有的是：%3。")
                                                  .arg(info.name, name, info.fields.join(u'、')));
        state->wanted.push_back(field);
    }
    if (options.swapAxes) {
        std::swap(info.minX, info.minY);
        std::swap(info.maxX, info.maxY);
    }
    const QString where = filterOf(options);
    const auto filter = [&](OGRLayerH one) {
        if (const auto& box = options.part.box) {
            if (options.swapAxes)
                OGR_L_SetSpatialFilterRect(one, box->minY, box->minX, box->maxY, box->maxX);
            else
                OGR_L_SetSpatialFilterRect(one, box->minX, box->minY, box->maxX, box->maxY);
        }
        return where.isEmpty() ||
               OGR_L_SetAttributeFilter(one, where.toUtf8().constData()) == OGRERR_NONE;
    };
    const bool filtered = state->joined.empty()
                              ? filter(state->layer)
                              : std::all_of(state->joined.cbegin(), state->joined.cend(), filter);
    if (!filtered)
        return errors.toError(
            ErrorCode::BadUsage,
            Text::tr("图层“%1”的筛选条件写法不对：%2。").arg(info.name, options.where));
    if (!options.where.isEmpty() && info.features >= 0)
        info.features = OGR_L_GetFeatureCount(state->layer, 1);
    OGR_L_ResetReading(state->layer);
    return LayerReader(std::move(state));
}

Result<LayerReader> LayerReader::ofQuery(void* dataset, const QString& query)
{
    auto state = std::make_unique<State>();
    const ErrorCollector errors;
    state->layer = GDALDatasetExecuteSQL(dataset, query.toUtf8().constData(), nullptr, nullptr);
    if (!state->layer || errors.hasErrors())
        return errors.toError(
            ErrorCode::Io,
            Text::tr("数据库里的要素读不出来；请看详情中数据库的说明，并检查连接是否中断。"));
    state->answering = dataset;
    state->options.faults = Faults::Keep;
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(state->layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        state->info.types << fieldOf(OGR_FD_GetFieldDefn(definition, i), state->decoded);
        state->info.fields << state->info.types.last().name;
        state->wanted.push_back(i);
    }
    return LayerReader(std::move(state));
}

QString LayerReader::encoding() const
{
    return m_state->decoded.seen();
}

Result<bool> LayerReader::next(LayerFeature& feature)
{
    const ErrorCollector errors;
    const Feature read = m_state->read();
    if (!read) {
        if (errors.hasErrors())
            return errors.toError(ErrorCode::Damaged,
                                  Text::tr("图层“%1”读到一半出错，文件可能不完整；请重新取得文件。")
                                      .arg(m_state->info.name));
        return false;
    }
    feature.id = OGR_F_GetFID(read.get());
    feature.attributes.clear();
    feature.values.clear();
    for (const int field : m_state->wanted) {
        const int place = m_state->placeOf(read.get(), field);
        feature.attributes << (place < 0 ? QString() : m_state->text(read.get(), place));
    }
    if (m_state->options.values) {
        for (int field = 0; field < m_state->info.fields.size(); ++field)
            feature.values << m_state->value(read.get(), field);
    }
    feature.rings.clear();
    feature.stored.clear();
    feature.fault.clear();
    feature.curved = feature.hadZ = feature.mixed = false;
    const Result<void> shaped = m_state->shape(feature, OGR_F_GetGeometryRef(read.get()));
    if (!shaped)
        return shaped.error();
    if (m_state->options.swapAxes) {
        swap(feature.rings);
        swap(feature.stored);
    }
    return true;
}

Result<void> LayerReader::State::shape(LayerFeature& feature, OGRGeometryH stored) const
{
    using Shape = LayerFeature::Shape;
    if (!stored) {
        feature.shape = Shape::Null;
        return {};
    }
    if (OGR_G_IsEmpty(stored)) {
        feature.shape = Shape::Empty;
        return {};
    }
    feature.hadZ = OGR_G_Is3D(stored) || OGR_G_IsMeasured(stored);
    Geometry straight;
    if (OGR_G_HasCurveGeometry(stored, 1)) {
        feature.curved = true;
        straight.reset(OGR_G_GetLinearGeometry(stored, 0, nullptr));
        stored = straight.get();
    }
    Geometry closed;
    if (options.closedLines && OGR_GT_Flatten(OGR_G_GetGeometryType(stored)) == wkbLineString &&
        isClosed(stored)) {
        closed.reset(OGR_G_CreateGeometry(wkbPolygon));
        Geometry ring(OGR_G_CreateGeometry(wkbLinearRing));
        for (int i = 0; i < OGR_G_GetPointCount(stored); ++i)
            OGR_G_AddPoint_2D(ring.get(), OGR_G_GetX(stored, i), OGR_G_GetY(stored, i));
        OGR_G_AddGeometryDirectly(closed.get(), ring.release());
        stored = closed.get();
    }
    const int dimension = OGR_G_GetDimension(stored);
    feature.mixed = isMixed(stored, dimension);
    if (dimension < 2) {
        feature.shape = dimension == 1 ? Shape::Lines : Shape::Points;
        addParts(feature.rings, stored, dimension == 1 ? wkbLineString : wkbPoint);
        if (options.faults == Faults::List && feature.rings.impossibleVertex())
            refuse(feature);
        return {};
    }
    feature.shape = Shape::Polygons;
    // A collection is valid when its parts are; as one area they must not lie over one another.
    Geometry gathered;
    const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(stored));
    if (type != wkbPolygon && type != wkbMultiPolygon) {
        gathered.reset(OGR_G_CreateGeometry(wkbMultiPolygon));
        gatherPolygons(stored, gathered.get());
        stored = gathered.get();
    }
    Geometry repaired;
    if (options.faults != Faults::Keep) {
        const ErrorCollector reasons;
        if (!OGR_G_IsValid(stored)) {
            feature.fault = reasons.detail().section(u'\n', 0, 0);
            if (feature.fault.isEmpty())
                feature.fault = u"invalid"_s;
            addPolygons(feature.stored, stored);
            const auto vertex = feature.stored.impossibleVertex();
            if (vertex && options.faults == Faults::Repair)
                return Error(ErrorCode::Invalid,
                             Text::tr("图层“%1”第 %2 号要素的坐标 %3、%4 不是地上的位置；请在 GIS "
                                      "软件中改正或删除这个顶点。")
                                 .arg(info.name)
                                 .arg(feature.id)
                                 .arg(feature.stored.x[*vertex])
                                 .arg(feature.stored.y[*vertex]));
            if (!vertex)
                repaired.reset(OGR_G_MakeValid(stored));
            if (!repaired && options.faults == Faults::List) {
                if (vertex)
                    feature.fault = u"Invalid Coordinate"_s;
                feature.shape = Shape::Null;
                return {};
            }
            if (!repaired)
                return reasons.toError(
                    ErrorCode::Invalid,
                    Text::tr("图层“%1”第 %2 号要素的图形有误，修复不了；请在 GIS 软件中重画。")
                        .arg(info.name)
                        .arg(feature.id));
            stored = repaired.get();
        }
    }
    addPolygons(feature.rings, stored);
    if (options.faults == Faults::List && feature.rings.impossibleVertex())
        refuse(feature);
    return {};
}

} // namespace checkup::gdal
