#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstddef>
#include <memory>
#include <optional>

namespace checkup::gdal {

/// The numbers of a transverse Mercator projection from the equator, as its coordinates need them.
struct GaussKrueger
{
    double falseEasting = 0, falseNorthing = 0; ///< in the system's unit
    double scale = 1;
    double metres = 1; ///< per unit
};

/// A coordinate reference system as a layer states it or a person gives it.
class Crs
{
public:
    /// Which earth its coordinates stand on.
    enum class Datum {
        Cgcs2000,
        Wgs84,     ///< taken as CGCS2000: they agree to centimetres
        Xian80,    ///< needs a transformation that only the survey office has
        Beijing54, ///< likewise
        Other      ///< brought over by PROJ where it knows a way
    };

    /// NotFound when there is no such code.
    static Result<Crs> fromEpsg(int code);
    /// Well-known text as files hold it, ESRI's .prj dialect included. Invalid when not understood.
    static Result<Crs> fromWkt(const QString& wkt);
    /// What an OGRSpatialReferenceH says; for the readers of this room.
    static Result<Crs> fromHandle(void* handle);
    /// The 3-degree Gauss-Krüger zone on CGCS2000 (without zone prefix) whose central meridian is
    /// nearest to a longitude in degrees; outside China (73.5° E to 136.5° E) its like on the same
    /// ellipsoid.
    static Result<Crs> zoneOf(double longitude);

    const QString& name() const { return m_name; }
    const QString& wkt() const { return m_wkt; }
    int epsg() const { return m_epsg; } ///< 0 when it matches none
    bool isGeographic() const { return m_geographic; }
    Datum datum() const { return m_datum; }
    const QString& datumName() const { return m_datumName; } ///< empty when unknown
    /// When it is such a projection.
    const std::optional<GaussKrueger>& gaussKrueger() const { return m_zone; }
    double metresPerUnit() const { return m_metres; } ///< of a projected one

private:
    QString m_name, m_wkt, m_datumName;
    int m_epsg = 0;
    bool m_geographic = false;
    Datum m_datum = Datum::Other;
    double m_metres = 1;
    std::optional<GaussKrueger> m_zone;
};

/// Turns coordinates of one system into another's; x is easting or longitude in degrees, y northing
/// or latitude, whatever order the authority has them in. For one thread.
class Transformation
{
public:
    /// To longitude and latitude on CGCS2000. Unsupported for Xi'an 80, Beijing 54 and datums
    /// without a name: the sentence says what to ask for.
    static Result<Transformation> toGeodetic(const Crs& from);
    /// From longitude and latitude on CGCS2000 to a projected system.
    static Result<Transformation> fromGeodetic(const Crs& to);

    /// In place. Invalid when a point lies outside what the system can express.
    Result<void> apply(double* x, double* y, size_t count) const;

private:
    struct Destroy
    {
        void operator()(void* transformation) const;
    };
    std::unique_ptr<void, Destroy> m_transformation; ///< none: nothing to do
};

} // namespace checkup::gdal
