#include "core/gdal/layer_writer.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <filesystem>
#include <ogr_srs_api.h>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

struct Format
{
    const char* suffix;
    const char* driver;
    bool manyLayers;
};

constexpr Format formats[] = {{"gpkg", "GPKG", true},       {"shp", "ESRI Shapefile", false},
                              {"fgb", "FlatGeobuf", false}, {"geojson", "GeoJSON", false},
                              {"json", "GeoJSON", false},   {"csv", "CSV", false}};

/// What is said to have happened whenever it happened.
constexpr const char* fixedTime = "2000-01-01T00:00:00.000Z";
constexpr const char* fixedDate = "2000-01-01";

/// Options for GDAL's calls, as it wants them.
class Options
{
public:
    Options() = default;
    ~Options() { CSLDestroy(m_list); }
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    void set(const char* name, const char* value) { m_list = CSLSetNameValue(m_list, name, value); }
    char** get() const { return m_list; }

private:
    char** m_list = nullptr;
};

struct DestroyGeometry
{
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using Geometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

OGRwkbGeometryType typeOf(LayerPlan::Geometry geometry)
{
    switch (geometry) {
    case LayerPlan::Geometry::Polygon:
        return wkbPolygon;
    case LayerPlan::Geometry::MultiPolygon:
        return wkbMultiPolygon;
    case LayerPlan::Geometry::Line:
        return wkbLineString;
    case LayerPlan::Geometry::MultiLine:
        return wkbMultiLineString;
    case LayerPlan::Geometry::Point:
        return wkbPoint;
    case LayerPlan::Geometry::MultiPoint:
        return wkbMultiPoint;
    case LayerPlan::Geometry::Any:
        return wkbUnknown;
    case LayerPlan::Geometry::None:
        return wkbNone;
    }
    return wkbNone;
}

Geometry partOf(const Rings& rings, size_t part, OGRwkbGeometryType type)
{
    Geometry made(OGR_G_CreateGeometry(type));
    const size_t begin = rings.begins[part];
    OGR_G_SetPoints(made.get(), static_cast<int>(rings.end(part) - begin), &rings.x[begin],
                    sizeof(double), &rings.y[begin], sizeof(double), nullptr, 0);
    return made;
}

/// The polygon that begins at a ring, with its holes; `part` goes on to the next one.
Geometry polygonOf(const Rings& rings, size_t& part)
{
    Geometry made(OGR_G_CreateGeometry(wkbPolygon));
    do {
        OGR_G_AddGeometryDirectly(made.get(), partOf(rings, part, wkbLinearRing).release());
        ++part;
    } while (part < rings.count() && rings.holes[part]);
    return made;
}

Geometry geometryOf(const Rings& rings, LayerPlan::Geometry kind)
{
    if (kind == LayerPlan::Geometry::None || rings.count() == 0)
        return {};
    size_t part = 0;
    if (kind == LayerPlan::Geometry::Polygon)
        return polygonOf(rings, part);
    if (kind == LayerPlan::Geometry::Line)
        return partOf(rings, 0, wkbLineString);
    if (kind == LayerPlan::Geometry::Point)
        return partOf(rings, 0, wkbPoint);
    Geometry all(OGR_G_CreateGeometry(typeOf(kind)));
    while (part < rings.count()) {
        Geometry one =
            kind == LayerPlan::Geometry::MultiPolygon
                ? polygonOf(rings, part)
                : partOf(rings, part++,
                         kind == LayerPlan::Geometry::MultiPoint ? wkbPoint : wkbLineString);
        OGR_G_AddGeometryDirectly(all.get(), one.release());
    }
    return all;
}

} // namespace

struct LayerWriter::State
{
    QString path;
    const Format* format = nullptr;
    WriteOptions options;
    std::unique_ptr<QTemporaryDir> folder;
    QString file; ///< in that folder
    Dataset dataset;
    OGRLayerH layer = nullptr;
    LayerPlan plan;
    qint64 features = 0;
    QList<std::pair<QString, qint64>> written; ///< layers and their features

    Error failed(const ErrorCollector& errors) const
    {
        const QString shown = QDir::toNativeSeparators(path);
        const QStorageInfo storage(QFileInfo(path).absolutePath());
        constexpr qint64 full = qint64(1) << 20;
        if (storage.isValid() && storage.bytesAvailable() < full)
            return errors.toError(
                ErrorCode::DiskFull,
                Text::tr("写图层文件“%1”时磁盘已满；请清理磁盘或另选位置，原有文件未动。")
                    .arg(shown));
        return errors.toError(
            ErrorCode::Io,
            Text::tr("图层文件“%1”没有写成；请检查磁盘或网络连接后重试，原有文件未动。")
                .arg(shown));
    }

    void endLayer()
    {
        if (!layer)
            return;
        if (format->manyLayers)
            (void)GDALDatasetCommitTransaction(dataset.get());
        written.append({plan.name, features});
        layer = nullptr;
        features = 0;
    }
};

LayerWriter::LayerWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
LayerWriter::LayerWriter(LayerWriter&&) noexcept = default;
LayerWriter& LayerWriter::operator=(LayerWriter&&) noexcept = default;

LayerWriter::~LayerWriter()
{
    if (!m_state || !m_state->dataset)
        return;
    const ErrorCollector silent;
    m_state->dataset.reset();
}

Result<LayerWriter> LayerWriter::create(const QString& path, const WriteOptions& options)
{
    registerDrivers();
    auto state = std::make_unique<State>();
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo target(path);
    const QString suffix = target.suffix().toLower();
    for (const Format& format : formats) {
        if (suffix == QLatin1StringView(format.suffix))
            state->format = &format;
    }
    if (!state->format)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层写不成“%1”：后缀只能是 .gpkg、.shp、.fgb、.geojson 或 .csv。")
                         .arg(shown));
    const QFileInfo folder(target.absolutePath());
    if (!folder.isDir())
        return Error(ErrorCode::NotFound,
                     Text::tr("图层写不成“%1”：所在文件夹不存在；请先新建文件夹。").arg(shown));
    state->path = path;
    state->options = options;
    state->folder =
        std::make_unique<QTemporaryDir>(target.absolutePath() + u"/.checkup-layer-XXXXXX"_s);
    if (!state->folder->isValid() || (target.exists() && !target.isWritable()))
        return Error(
            ErrorCode::ReadOnly,
            Text::tr("图层写不成“%1”：文件或文件夹是只读的；请修改权限或另选位置。").arg(shown));
    state->file = state->folder->filePath(target.fileName());

    const ErrorCollector errors;
    const ScopedOption now("OGR_CURRENT_DATE", fixedTime);
    GDALDriverH driver = GDALGetDriverByName(state->format->driver);
    if (driver)
        state->dataset.reset(
            GDALCreate(driver, state->file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!state->dataset)
        return state->failed(errors);
    return LayerWriter(std::move(state));
}

Result<void> LayerWriter::start(const LayerPlan& plan)
{
    State& s = *m_state;
    if (!s.format->manyLayers && (s.layer || !s.written.isEmpty()))
        return Error(ErrorCode::BadUsage, Text::tr("“%1”只能放一个图层；要放几个请写成 .gpkg。")
                                              .arg(QDir::toNativeSeparators(s.path)));
    const ErrorCollector errors;
    const ScopedOption now("OGR_CURRENT_DATE", fixedTime);
    s.endLayer();
    s.plan = plan;

    OGRSpatialReferenceH crs = nullptr;
    if (plan.crs) {
        crs = OSRNewSpatialReference(nullptr);
        OSRSetAxisMappingStrategy(crs, OAMS_TRADITIONAL_GIS_ORDER);
        if (plan.crs->epsg() == 0 || OSRImportFromEPSG(crs, plan.crs->epsg()) != OGRERR_NONE)
            (void)OSRSetFromUserInput(crs, plan.crs->wkt().toUtf8().constData());
    }
    Options options;
    const QByteArray driver(s.format->driver);
    if (driver == "GPKG") {
        options.set("SPATIAL_INDEX", plan.indexed ? "YES" : "NO");
        options.set("GEOMETRY_NAME", "geom");
    } else if (driver == "FlatGeobuf") {
        options.set("SPATIAL_INDEX", plan.indexed ? "YES" : "NO");
        options.set("TEMPORARY_DIR", s.folder->path().toUtf8().constData());
    } else if (driver == "ESRI Shapefile") {
        options.set("ENCODING", s.options.encoding == u"GBK"
                                    ? "CP936"
                                    : s.options.encoding.toUtf8().constData());
        options.set("DBF_DATE_LAST_UPDATE", fixedDate);
    } else if (driver == "CSV") {
        options.set("WRITE_BOM", "YES");
    } else {
        options.set("COORDINATE_PRECISION", plan.crs && plan.crs->isGeographic() ? "10" : "4");
        options.set("WRITE_NAME", "NO");
    }
    // A shapefile is called as its file whatever its layer is to be called.
    const QString name = s.format->manyLayers ? plan.name : QFileInfo(s.path).completeBaseName();
    s.layer = GDALDatasetCreateLayer(s.dataset.get(), name.toUtf8().constData(), crs,
                                     typeOf(plan.geometry), options.get());
    if (crs)
        OSRRelease(crs);
    if (!s.layer)
        return s.failed(errors);
    s.plan.name = name;
    for (const LayerField& field : plan.fields) {
        OGRFieldDefnH column =
            OGR_Fld_Create(field.name.toUtf8().constData(),
                           field.type == LayerField::Type::Text      ? OFTString
                           : field.type == LayerField::Type::Integer ? OFTInteger64
                                                                     : OFTReal);
        if (driver == "ESRI Shapefile") {
            const bool isText = field.type == LayerField::Type::Text;
            OGR_Fld_SetWidth(column, field.width > 0 ? field.width : isText ? 254 : 20);
            if (field.type == LayerField::Type::Real)
                OGR_Fld_SetPrecision(column, field.decimals);
        }
        const OGRErr made = OGR_L_CreateField(s.layer, column, 1);
        OGR_Fld_Destroy(column);
        if (made != OGRERR_NONE)
            return s.failed(errors);
    }
    if (s.format->manyLayers)
        (void)GDALDatasetStartTransaction(s.dataset.get(), 0);
    return {};
}

Result<void> LayerWriter::add(const Rings& rings, const QVariantList& values)
{
    return add(rings, values, m_state->plan.geometry);
}

Result<void> LayerWriter::add(const Rings& rings, const QVariantList& values,
                              LayerPlan::Geometry kind)
{
    State& s = *m_state;
    if (!s.layer || values.size() > s.plan.fields.size())
        return Error(ErrorCode::BadUsage,
                     Text::tr("写图层“%1”时，值比字段多或图层尚未开始。").arg(s.plan.name));
    const ErrorCollector errors;
    const Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(s.layer)));
    for (int i = 0; i < values.size(); ++i) {
        const QVariant& value = values[i];
        if (!value.isValid() || value.isNull())
            continue;
        switch (s.plan.fields[i].type) {
        case LayerField::Type::Text:
            OGR_F_SetFieldString(feature.get(), i, value.toString().toUtf8().constData());
            break;
        case LayerField::Type::Integer:
            OGR_F_SetFieldInteger64(feature.get(), i, value.toLongLong());
            break;
        case LayerField::Type::Real:
            OGR_F_SetFieldDouble(feature.get(), i, value.toDouble());
            break;
        }
    }
    Geometry geometry = geometryOf(rings, kind);
    // GDAL 3.6 would leave it out without a word, later ones refuse it where there is an index.
    if (!geometry && qstrcmp(s.format->driver, "FlatGeobuf") == 0)
        return Error(
            ErrorCode::BadUsage,
            Text::tr("“%1”写不成：FlatGeobuf 存不下没有图形的要素，第 %2 个要素就没有；请改写"
                     "成 .gpkg。")
                .arg(QDir::toNativeSeparators(s.path))
                .arg(s.features + 1));
    if (geometry)
        OGR_F_SetGeometryDirectly(feature.get(), geometry.release());
    if (OGR_L_CreateFeature(s.layer, feature.get()) != OGRERR_NONE)
        return s.failed(errors);
    ++s.features;
    return {};
}

Result<void> LayerWriter::finish()
{
    State& s = *m_state;
    const ErrorCollector errors;
    const ScopedOption now("OGR_CURRENT_DATE", fixedTime);
    s.endLayer();
    GDALFlushCache(s.dataset.get());
    s.dataset.reset();
    if (errors.hasErrors())
        return s.failed(errors);

    // A full disk shows itself in some drivers only by what is missing afterwards.
    {
        const Dataset again(GDALOpenEx(s.file.toUtf8().constData(),
                                       GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr,
                                       nullptr));
        if (!again && !s.written.isEmpty())
            return s.failed(errors);
        for (const auto& [name, features] : std::as_const(s.written)) {
            OGRLayerH layer =
                s.format->manyLayers
                    ? GDALDatasetGetLayerByName(again.get(), name.toUtf8().constData())
                    : GDALDatasetGetLayer(again.get(), 0);
            if (!layer || OGR_L_GetFeatureCount(layer, 1) != features)
                return s.failed(errors);
        }
    }
    const QFileInfo target(s.path);
    const QDir made(s.folder->path());
    if (qstrcmp(s.format->driver, "ESRI Shapefile") == 0) {
        if (!s.options.codePageFile)
            QFile::remove(made.filePath(target.completeBaseName() + u".cpg"_s));
        // An index of what was there before would lead astray.
        for (const char* stale : {"cpg", "prj", "qix", "sbn", "sbx", "idm", "ind", "qpj"})
            QFile::remove(target.absolutePath() + u'/' + target.completeBaseName() + u'.' +
                          QLatin1StringView(stale));
    }
    QStringList files = made.entryList(QDir::Files, QDir::Name);
    // The one that is asked for comes last: when it is there, so are the others.
    files.removeAll(target.fileName());
    files.append(target.fileName());
    for (const QString& file : std::as_const(files)) {
        std::error_code error;
        std::filesystem::rename(made.filePath(file).toStdU16String(),
                                QString(target.absolutePath() + u'/' + file).toStdU16String(),
                                error);
        if (error)
            return s.failed(errors);
    }
    return {};
}

} // namespace checkup::gdal
