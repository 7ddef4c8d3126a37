#pragma once

#include "core/gdal/layer_reader.h"
#include "core/project/year_data.h"
#include "core/spatial/gate.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

/// What a layer is for, guessed from what it and its fields are called and where it lies. Pure.
namespace checkup::spatial {

/// The role (catalogue::LayerRole::code) that names best fit, the most telling name first (layer,
/// file, folder). Codes and Chinese names of the roles and their aliases count, and, without them,
/// fields that only one role has; a role whose geometry cannot be has no chance (point roles take
/// polygons too). Empty: none.
QString guessRole(const QStringList& names, const gdal::LayerInfo& info);

/// catalogue::LayerColumn::key → field, as far as fields are called so: whatever case, with
/// blanks around, or cut off after ten bytes as shapefiles do.
QHash<QString, QString> guessFields(const QString& role, const gdal::LayerInfo& info);

/// The only year from 1980 to 2099 in a name; 0: none or several.
int guessYear(const QString& name);

/// Where a project's city is: what its districts' layer (XZQ) covers, else its province by the
/// city's code, else China.
Extent cityExtent(const project::YearData& data);

/// Degrees that a layer may reach beyond the city and still be the city's.
inline constexpr double cityMargin = 0.3;

/// What the coordinates of a layer say of its system.
struct CrsGuess
{
    QString crs; ///< "EPSG:4528": what it must be where it does not say; empty: as stated, or
                 ///< unknown
    QStringList choices;  ///< what it can be, the likeliest first
    bool swapped = false; ///< latitude or northing stands first
    QString problem;      ///< a sentence: somebody must say which; empty: nothing
    QStringList warnings; ///< sentences
};

/// By the size of the coordinates: degrees; eastings with zone prefix (3-degree zones 25–45,
/// 6-degree zones 13–23); without prefix the zones around the city; Web Mercator. A stated system
/// is believed as long as it puts the layer into the city; a zone prefix where the system has none
/// (or the other way round) and the old datums are problems.
CrsGuess guessCrs(const gdal::LayerInfo& info, const Extent& city);

/// "EPSG:4549 CGCS2000 / 3-degree Gauss-Kruger CM 120E" for a choice.
QString crsTitle(const QString& crs);

/// "EPSG:n", "n" or WKT.
Result<gdal::Crs> crsOf(const QString& text);

} // namespace checkup::spatial
