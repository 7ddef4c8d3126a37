#pragma once

#include "core/base/result.h"
#include "core/gdal/handles.h"
#include "core/office/sheet.h"

#include <QString>

#include <optional>

namespace checkup::gdal {

/// Which columns of a sheet say where things are.
struct PlaceColumns
{
    int header = 0;     ///< row of the columns' names
    int x = -1, y = -1; ///< 经度/纬度, lon/lat, x/y, X坐标/Y坐标…
    int both = -1;      ///< one column "118.1,24.5"
    int wkt = -1;       ///< geometries as well-known text
    bool any() const { return (x >= 0 && y >= 0) || both >= 0 || wkt >= 0; }
};

/// By the names in the first twenty rows; the first row with any is the header, without any the
/// first row that is not empty.
PlaceColumns findPlaces(const office::Sheet& sheet);

/// A coordinate as people write it: a number, or degrees, minutes and seconds ("118°05′12″",
/// "118度5分12秒", "E118-05-12", with N, S, E, W or their Chinese before or behind).
std::optional<double> readCoordinate(QStringView text);

/// The sheets of a table file as layers in memory: points or the geometries of their well-known
/// text, tables without geometry where no column says where; without reference system. Columns
/// that hold nothing but plain numbers are numbers. Rows without a readable place have no geometry.
/// Errors of openTable.
Result<Dataset> openPlaces(const QString& path);

} // namespace checkup::gdal
