#pragma once

#include "core/gdal/datum_shift.h"
#include "core/spatial/gate.h"

#include <QString>

/// The parameters by which somebody says a layer in Xi'an 80, Beijing 54 or a system of the city's
/// own comes over to CGCS2000: as they are typed, kept and shown.
///
///     position-vector  dx= dy= dz= rx= ry= rz= scale=      seven, R turning the point
///     coordinate-frame dx= dy= dz= rx= ry= rz= scale=      seven, R turning the axes
///     three            dx= dy= dz=
///     plane            dx= dy= rotation= scale=|k= into=   four; x north, y east
///
/// dx, dy, dz in m; angles in seconds of arc, or with a unit: "0.5°", "0.00001rad"; scale in parts
/// per million, k = 1 + scale; `into` the system on CGCS2000 (EPSG), which the others have by the
/// layer's own zone. See gdal::DatumShift for the formulas.
namespace checkup::spatial {

struct StatedTransformation
{
    enum class Kind { PositionVector, CoordinateFrame, Three, Plane };
    Kind kind = Kind::PositionVector;
    gdal::DatumShift shift;
    int into = 0; ///< EPSG; 0: the system on CGCS2000 that is like the layer's

    /// BadUsage: which parameter is missing, unknown, twice or no number.
    static Result<StatedTransformation> parse(const QString& text);
    /// Such that parse gives the same again, to the last bit.
    QString text() const;
    /// "七参数（位置矢量）：dx=1.2 m，…". In the interface's language.
    QString inWords() const;
};
QString key(StatedTransformation::Kind); ///< position-vector, coordinate-frame, three, plane
QString label(StatedTransformation::Kind);

/// "坐标由“…”按七参数（…）转换到“…”；参数来源：…". In the interface's language.
QString inWords(const Moved& moved);

/// A stated transformation made ready for a layer.
struct Move
{
    gdal::Crs into;
    gdal::ShiftedTransformation transformation;
    Moved moved;
};

/// `from` may be absent for Plane only. `info` has the extent, axes in order. BadUsage: no system
/// to start from, one that needs no transformation, or a middle that lands outside `city`; errors
/// of ShiftedTransformation and likeOnCgcs2000.
Result<Move> moveOf(const StatedTransformation& stated, const QString& source,
                    const std::optional<gdal::Crs>& from, const gdal::LayerInfo& info,
                    const Extent& city);

} // namespace checkup::spatial
