#include "core/gdal/tile_archive.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

constexpr int deepest = 24;

QString formatOf(const QByteArray& picture)
{
    if (picture.startsWith("\x89PNG"))
        return u"png"_s;
    if (picture.startsWith("\xff\xd8"))
        return u"jpg"_s;
    if (picture.startsWith("RIFF") && picture.mid(8, 4) == "WEBP")
        return u"webp"_s;
    return {};
}

/// Rows count from the south in the file.
int turned(int row, int zoom)
{
    return (1 << zoom) - 1 - row;
}

} // namespace

struct TileArchive::State
{
    QString path, format;
    Dataset dataset;
    OGRLayerH layer = nullptr;
    int zoom = 0, column = 0, row = 0, picture = 0; ///< fields
    int minZoom = 0, maxZoom = 0;

    QByteArray pictureOf(OGRFeatureH feature) const
    {
        int size = 0;
        const GByte* const bytes = OGR_F_GetFieldAsBinary(feature, picture, &size);
        return {reinterpret_cast<const char*>(bytes), size};
    }
    bool holds(int level)
    {
        OGR_L_SetAttributeFilter(layer, u"zoom_level = %1"_s.arg(level).toUtf8().constData());
        OGR_L_ResetReading(layer);
        const Feature first{OGR_L_GetNextFeature(layer)};
        if (first && format.isEmpty())
            format = formatOf(pictureOf(first.get()));
        return first != nullptr;
    }
};

TileArchive::TileArchive(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
TileArchive::TileArchive(TileArchive&&) noexcept = default;
TileArchive& TileArchive::operator=(TileArchive&&) noexcept = default;
TileArchive::~TileArchive() = default;

int TileArchive::minZoom() const
{
    return m_state->minZoom;
}
int TileArchive::maxZoom() const
{
    return m_state->maxZoom;
}
const QString& TileArchive::format() const
{
    return m_state->format;
}

TileRange tilesAround(const LonLatBox& box, int zoom)
{
    const int all = 1 << zoom;
    const auto place = [all](double share) {
        return std::clamp(static_cast<int>(std::floor(share * all)), 0, all - 1);
    };
    const auto south = [](double latitude) {
        constexpr double edge = 85.0511;
        const double phi = std::clamp(latitude, -edge, edge) * std::numbers::pi / 180;
        return (1 - std::asinh(std::tan(phi)) / std::numbers::pi) / 2;
    };
    return {place((box.west + 180) / 360), place((box.east + 180) / 360), place(south(box.north)),
            place(south(box.south))};
}

Result<TileArchive> TileArchive::open(const QString& path)
{
    registerDrivers();
    const QString name = QDir::toNativeSeparators(path);
    if (!QFileInfo(path).isFile())
        return Error(ErrorCode::NotFound, Text::tr("没有 %1 这个文件；请重新选择瓦片。").arg(name));
    const ErrorCollector errors;
    auto state = std::make_unique<State>();
    state->path = path;
    // By its prefix: the driver leaves files with this ending to the one for pictures, which would
    // read every tile again.
    const char* const drivers[] = {"SQLite", nullptr};
    state->dataset.reset(GDALOpenEx((u"SQLITE:"_s + path).toUtf8().constData(),
                                    GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    if (state->dataset)
        state->layer = GDALDatasetGetLayerByName(state->dataset.get(), "tiles");
    if (!state->layer)
        return errors.toError(
            ErrorCode::Unsupported,
            Text::tr("%1 不是 MBTiles 瓦片；请选 .mbtiles 文件，或按 z/x/y 存放瓦片的文件夹。")
                .arg(name));
    OGRFeatureDefnH fields = OGR_L_GetLayerDefn(state->layer);
    state->zoom = OGR_FD_GetFieldIndex(fields, "zoom_level");
    state->column = OGR_FD_GetFieldIndex(fields, "tile_column");
    state->row = OGR_FD_GetFieldIndex(fields, "tile_row");
    state->picture = OGR_FD_GetFieldIndex(fields, "tile_data");
    bool any = false;
    if (std::min({state->zoom, state->column, state->row, state->picture}) >= 0) {
        for (int level = 0; level <= deepest; ++level) {
            if (!state->holds(level))
                continue;
            if (!any)
                state->minZoom = level;
            any = true;
            state->maxZoom = level;
        }
    }
    if (!any)
        return errors.toError(ErrorCode::Unsupported,
                              Text::tr("%1 里没有瓦片；请换一个文件。").arg(name));
    if (state->format.isEmpty())
        return Error(
            ErrorCode::Unsupported,
            Text::tr("%1 的瓦片是矢量的，不能作底图；请用图片瓦片（png、jpg）。").arg(name));
    return TileArchive(std::move(state));
}

Result<void> TileArchive::select(int zoom, const LonLatBox& box)
{
    const ErrorCollector errors;
    const TileRange range = tilesAround(box, zoom);
    const QString filter = u"zoom_level = %1 AND tile_column BETWEEN %2 AND %3 AND tile_row "
                           "BETWEEN %4 AND %5"_s.arg(zoom)
                               .arg(range.west)
                               .arg(range.east)
                               .arg(turned(range.south, zoom))
                               .arg(turned(range.north, zoom));
    if (OGR_L_SetAttributeFilter(m_state->layer, filter.toUtf8().constData()) != OGRERR_NONE)
        return errors.toError(ErrorCode::Damaged,
                              Text::tr("%1 读不出瓦片；文件可能已损坏。")
                                  .arg(QDir::toNativeSeparators(m_state->path)));
    OGR_L_ResetReading(m_state->layer);
    return {};
}

Result<bool> TileArchive::next(Tile& tile)
{
    const ErrorCollector errors;
    const Feature feature{OGR_L_GetNextFeature(m_state->layer)};
    if (!feature && errors.hasErrors())
        return errors.toError(ErrorCode::Damaged,
                              Text::tr("%1 读不出瓦片；文件可能已损坏。")
                                  .arg(QDir::toNativeSeparators(m_state->path)));
    if (!feature)
        return false;
    tile.zoom = OGR_F_GetFieldAsInteger(feature.get(), m_state->zoom);
    tile.column = OGR_F_GetFieldAsInteger(feature.get(), m_state->column);
    tile.row = turned(OGR_F_GetFieldAsInteger(feature.get(), m_state->row), tile.zoom);
    tile.picture = m_state->pictureOf(feature.get());
    return true;
}

} // namespace checkup::gdal
