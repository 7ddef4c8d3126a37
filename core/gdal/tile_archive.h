#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace checkup::gdal {

/// A part of the earth in degrees.
struct LonLatBox
{
    double west = -180, south = -85, east = 180, north = 85;
};

/// A square picture of a map in Web Mercator: at `zoom` the world is 2^zoom of them wide, columns
/// count from the west and rows from the north.
struct Tile
{
    int zoom = 0, column = 0, row = 0;
    QByteArray picture; ///< a file's bytes
};

/// The first and last column and row of a level that a box touches.
struct TileRange
{
    int west = 0, east = 0, north = 0, south = 0;
};
TileRange tilesAround(const LonLatBox& box, int zoom);

/// Reads the tiles of an MBTiles file. Belongs to the thread that opened it.
class TileArchive
{
public:
    /// NotFound; Unsupported (no such file, or its tiles are vectors).
    static Result<TileArchive> open(const QString& path);
    TileArchive(TileArchive&&) noexcept;
    TileArchive& operator=(TileArchive&&) noexcept;
    ~TileArchive();

    int minZoom() const;
    int maxZoom() const;
    const QString& format() const; ///< "png", "jpg", "webp", as their bytes say
    /// Reads on with the tiles of a level that a box touches.
    Result<void> select(int zoom, const LonLatBox& box);
    /// False at the end of what was selected.
    Result<bool> next(Tile& tile);

private:
    struct State;
    explicit TileArchive(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace checkup::gdal
