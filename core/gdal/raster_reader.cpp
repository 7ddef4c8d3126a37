#include "core/gdal/raster_reader.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cpl_string.h>
#include <gdal_utils.h>

#include <array>
#include <cmath>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

struct FreeList
{
    void operator()(char** list) const { CSLDestroy(list); }
};
using List = std::unique_ptr<char*, FreeList>;

List listOf(const QStringList& texts)
{
    char** list = nullptr;
    for (const QString& text : texts)
        list = CSLAddString(list, text.toUtf8().constData());
    return List(list);
}

Dataset openRaster(const QString& path, const QString& table)
{
    const std::array<const char*, 4> drivers{"GTiff", "MBTiles", "GPKG", nullptr};
    const List options = table.isEmpty() ? List() : listOf({u"TABLE="_s + table});
    return Dataset(GDALOpenEx(path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY,
                              drivers.data(), options.get(), nullptr));
}

/// Of a GeoPackage with several: "GPKG:/path:table".
QStringList subTables(GDALDatasetH dataset)
{
    QStringList names;
    char** const entries = GDALGetMetadata(dataset, "SUBDATASETS");
    for (int i = 0; entries && entries[i]; ++i) {
        const QString entry = QString::fromUtf8(entries[i]);
        if (entry.section(u'=', 0, 0).endsWith(u"_NAME"_s))
            names << entry.section(u':', -1);
    }
    return names;
}

int CPL_STDCALL goesOn(double, const char*, void* cancel)
{
    return static_cast<const CancelToken*>(cancel)->isCancelled() ? 0 : 1;
}

/// The bands as red, green, blue (or grey) bytes, with what opacity there is; a view of the file
/// that keeps its overviews.
Dataset asColours(GDALDatasetH dataset)
{
    const int bands = GDALGetRasterCount(dataset);
    const GDALRasterBandH first = GDALGetRasterBand(dataset, 1);
    QStringList options{u"-of"_s, u"VRT"_s};
    bool change = false;
    if (GDALGetRasterColorTable(first)) {
        options << u"-b"_s << u"1"_s << u"-expand"_s << u"rgba"_s;
        change = true;
    } else {
        const bool opacity =
            GDALGetRasterColorInterpretation(GDALGetRasterBand(dataset, bands)) == GCI_AlphaBand;
        if (bands > 4 || (bands == 4 && !opacity) || (bands == 2 && !opacity)) {
            for (int band = 1; band <= (bands == 2 ? 1 : 3); ++band)
                options << u"-b"_s << QString::number(band);
            change = true;
        }
        if (GDALGetRasterDataType(first) != GDT_Byte) {
            options << u"-ot"_s << u"Byte"_s << u"-scale"_s;
            change = true;
        }
    }
    if (!change)
        return {};
    const List arguments = listOf(options);
    GDALTranslateOptions* const how = GDALTranslateOptionsNew(arguments.get(), nullptr);
    Dataset view(GDALTranslate("", dataset, how, nullptr));
    GDALTranslateOptionsFree(how);
    return view;
}

} // namespace

struct RasterReader::State
{
    RasterInfo info;
    Dataset file;
    Dataset colours;  ///< a view of `file` where that is not what is drawn; dies first
    double pixel = 0; ///< about how wide, in the file's unit
};

RasterReader::RasterReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
RasterReader::RasterReader(RasterReader&&) noexcept = default;
RasterReader& RasterReader::operator=(RasterReader&&) noexcept = default;
RasterReader::~RasterReader() = default;

const RasterInfo& RasterReader::info() const
{
    return m_state->info;
}

Result<QStringList> RasterReader::tables(const QString& path)
{
    registerDrivers();
    const ErrorCollector errors;
    const Dataset file = openRaster(path, {});
    if (file && GDALGetRasterCount(file.get()) == 0) {
        const QStringList names = subTables(file.get());
        if (!names.isEmpty())
            return names;
    }
    const auto reader = open(path);
    if (!reader)
        return reader.error();
    return QStringList{QString()};
}

Result<RasterReader> RasterReader::open(const QString& path, const QString& table)
{
    registerDrivers();
    const ErrorCollector errors;
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo::exists(path))
        return Error(
            ErrorCode::NotFound,
            Text::tr("底图文件 %1 不在了；请放回原处，或移除这个底图再重新添加。").arg(path));
    auto state = std::make_unique<State>();
    state->file = openRaster(path, table);
    if (!state->file)
        return errors.toError(
            ErrorCode::Unsupported,
            Text::tr("%1 不能当底图打开；可用的是 GeoTIFF、栅格 MBTiles 和 GeoPackage 里的瓦片，"
                     "文件也可能已损坏。")
                .arg(name));
    GDALDatasetH const dataset = state->file.get();
    RasterInfo& info = state->info;
    info.path = path;
    info.table = table;
    info.driver = QString::fromUtf8(GDALGetDriverShortName(GDALGetDatasetDriver(dataset)));
    info.bands = GDALGetRasterCount(dataset);
    info.width = GDALGetRasterXSize(dataset);
    info.height = GDALGetRasterYSize(dataset);
    if (info.bands == 0) {
        const QStringList names = subTables(dataset);
        return Error(ErrorCode::Unsupported, names.isEmpty()
                                                 ? Text::tr("%1 里没有栅格瓦片。").arg(name)
                                                 : Text::tr("%1 里有几张瓦片表，请指明一张：%2。")
                                                       .arg(name, names.join(Text::tr("、"))));
    }
    std::array<double, 6> transform{};
    if (GDALGetGeoTransform(dataset, transform.data()) != CE_None && GDALGetGCPCount(dataset) == 0)
        return Error(ErrorCode::Invalid,
                     Text::tr("%1 没有坐标位置（地理参考）；请用带坐标的 GeoTIFF。").arg(name));
    state->pixel = std::hypot(transform[1], transform[4]);
    const auto crs = Crs::fromHandle(GDALGetSpatialRef(dataset));
    if (!crs)
        return Error(ErrorCode::Unsupported,
                     Text::tr("%1 没有写明坐标系；请先用 gdal_edit.py -a_srs 写入。").arg(name));
    info.crs = *crs;
    if (const auto up = Transformation::toGeodetic(info.crs); !up)
        return up.error().wrap(Text::tr("底图 %1：%2").arg(name, up.error().message()));
    info.overviews = GDALGetOverviewCount(GDALGetRasterBand(dataset, 1)) > 0;
    state->colours = asColours(dataset);
    return RasterReader(std::move(state));
}

Result<std::vector<std::uint8_t>> RasterReader::read(const Crs& plane, const Window& window,
                                                     const CancelToken& cancel) const
{
    const ErrorCollector errors;
    const RasterInfo& info = m_state->info;
    const QString name = QFileInfo(info.path).fileName();
    const auto damaged = [&] {
        return errors.toError(ErrorCode::Damaged,
                              Text::tr("底图 %1 读不出来；文件可能已损坏或被改动。").arg(name));
    };
    // How many of the file's pixels a pixel of the window stands for.
    const double metres =
        m_state->pixel * (info.crs.isGeographic() ? 111'320 : info.crs.metresPerUnit());
    const double step = (window.maxX - window.minX) / window.width / std::max(metres, 1e-9);
    constexpr double large = 1e8;
    constexpr double coarse = 8;
    if (!info.overviews && double(info.width) * info.height > large && step > coarse)
        return Error(
            ErrorCode::Unsupported,
            Text::tr("底图 %1 没有金字塔，缩小时读取太慢；请放大，或用 gdaladdo 建金字塔。")
                .arg(name));
    const auto number = [](double value) { return QString::number(value, 'f', 6); };
    QStringList options{u"-of"_s,
                        u"MEM"_s,
                        u"-t_srs"_s,
                        plane.wkt(),
                        u"-te"_s,
                        number(window.minX),
                        number(window.minY),
                        number(window.maxX),
                        number(window.maxY),
                        u"-ts"_s,
                        QString::number(window.width),
                        QString::number(window.height),
                        u"-ovr"_s,
                        u"AUTO"_s};
    GDALDatasetH source = m_state->colours ? m_state->colours.get() : m_state->file.get();
    const int bands = GDALGetRasterCount(source);
    const bool opacity =
        GDALGetRasterColorInterpretation(GDALGetRasterBand(source, bands)) == GCI_AlphaBand;
    if (!opacity)
        options << u"-dstalpha"_s;
    // Colours of a palette do not mix, and pixels that are seen one by one stay sharp.
    options << u"-r"_s
            << (GDALGetRasterColorTable(GDALGetRasterBand(m_state->file.get(), 1)) || step < 0.5
                    ? u"near"_s
                    : u"bilinear"_s);
    const List arguments = listOf(options);
    GDALWarpAppOptions* const how = GDALWarpAppOptionsNew(arguments.get(), nullptr);
    if (!how)
        return damaged();
    CancelToken token = cancel;
    GDALWarpAppOptionsSetProgress(how, goesOn, &token);
    int wrong = 0;
    const Dataset warped(GDALWarp("", nullptr, 1, &source, how, &wrong));
    GDALWarpAppOptionsFree(how);
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
    if (!warped || wrong != 0 || errors.hasErrors())
        return damaged();
    const auto pixels =
        static_cast<std::size_t>(window.width) * static_cast<std::size_t>(window.height);
    std::vector<std::uint8_t> colours(pixels * 4, 255);
    const int made = GDALGetRasterCount(warped.get());
    // Grey stands for red, green and blue.
    const std::array<int, 4> from{1, made >= 3 ? 2 : 1, made >= 3 ? 3 : 1, made};
    for (std::size_t band = 0; band < from.size(); ++band) {
        if (GDALRasterIO(GDALGetRasterBand(warped.get(), from[band]), GF_Read, 0, 0, window.width,
                         window.height, colours.data() + band, window.width, window.height,
                         GDT_Byte, 4, 4 * window.width) != CE_None)
            return damaged();
    }
    return colours;
}

} // namespace checkup::gdal
