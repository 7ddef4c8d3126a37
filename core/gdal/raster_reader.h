#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/gdal/crs.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace checkup::gdal {

/// What a picture of the earth says of itself.
struct RasterInfo
{
    QString path, table;
    QString driver; ///< "GTiff", "MBTiles", "GPKG"
    int width = 0, height = 0, bands = 0;
    bool overviews = false;
    Crs crs;
};

/// Reads windows of GeoTIFF, MBTiles and tiles in a GeoPackage, as colours in another plane. Only
/// these drivers, so nothing that a file says can reach a network. Belongs to the thread that
/// opened it.
class RasterReader
{
public:
    /// The tables of tiles that a GeoPackage has; of other files one empty name. Errors of open().
    static Result<QStringList> tables(const QString& path);
    /// `table` empty: the only one. NotFound; Unsupported (no picture of these formats, one of
    /// several tables to be named, no reference system, a datum that needs parameters); Invalid
    /// (no place on earth); Damaged.
    static Result<RasterReader> open(const QString& path, const QString& table = {});
    RasterReader(RasterReader&&) noexcept;
    RasterReader& operator=(RasterReader&&) noexcept;
    ~RasterReader();

    const RasterInfo& info() const;

    struct Window
    {
        double minX = 0, minY = 0, maxX = 0, maxY = 0; ///< of the plane
        int width = 0, height = 0;                     ///< pixels
    };
    /// Red, green, blue and opacity of each pixel, a byte each, rows from the north; opacity 0
    /// where the picture is not. Palettes become colours, other numbers than bytes grey from their
    /// least to their greatest. Read from the overview that fits. Errors: Damaged; Unsupported for
    /// a window so wide of a large file without overviews that reading it would take minutes;
    /// Cancelled.
    Result<std::vector<std::uint8_t>> read(const Crs& plane, const Window& window,
                                           const CancelToken& cancel = {}) const;

private:
    struct State;
    explicit RasterReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace checkup::gdal
