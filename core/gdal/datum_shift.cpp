#include "core/gdal/datum_shift.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>

#include <cmath>
#include <ogr_srs_api.h>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

struct ReleaseSystem
{
    void operator()(OGRSpatialReferenceH crs) const { OSRRelease(crs); }
};
using System = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseSystem>;

constexpr int cgcs2000 = 4490;
constexpr double secondsPerRadian = 206264.80624709636;

/// Axes in the order of maps: easting or longitude first.
System systemOf(const Crs& crs)
{
    System made(OSRNewSpatialReference(nullptr));
    OSRSetAxisMappingStrategy(made.get(), OAMS_TRADITIONAL_GIS_ORDER);
    if (OSRSetFromUserInput(made.get(), crs.wkt().toUtf8().constData()) != OGRERR_NONE)
        return {};
    return made;
}

Error noWay(const ErrorCollector& errors, const Crs& crs)
{
    return errors.toError(
        ErrorCode::Unsupported,
        Text::tr("坐标系“%1”不能按所给参数换算；请先在 GIS 软件中转换图层。").arg(crs.name()));
}

QString number(double value)
{
    return QString::number(value, 'g', 17);
}

/// Longitude and latitude on one ellipsoid, by way of geocentric coordinates, to those of CGCS2000;
/// points lie on the ellipsoid, since heights of old systems are no ellipsoidal ones.
QString pipeline(const DatumShift& shift, double major, double flattening)
{
    const bool turnsPoint = shift.model == DatumShift::Model::PositionVector;
    return u"+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
           "+step +proj=cart +a=%1 +rf=%2 "
           "+step +proj=helmert +convention=%3 +x=%4 +y=%5 +z=%6 +rx=%7 +ry=%8 +rz=%9 "_s.arg(
               number(major), number(flattening),
               turnsPoint ? u"position_vector"_s : u"coordinate_frame"_s, number(shift.dx),
               number(shift.dy), number(shift.dz), number(shift.rx), number(shift.ry),
               number(shift.rz)) +
           u"+s=%1 +step +inv +proj=cart +a=6378137 +rf=298.257222101 "
           "+step +proj=unitconvert +xy_in=rad +xy_out=deg"_s.arg(number(shift.scale));
}

} // namespace

void ShiftedTransformation::Destroy::operator()(void* step) const
{
    OCTDestroyCoordinateTransformation(static_cast<OGRCoordinateTransformationH>(step));
}

Result<ShiftedTransformation> ShiftedTransformation::make(const DatumShift& shift, const Crs& from,
                                                          const Crs& into)
{
    ShiftedTransformation made;
    if (shift.model == DatumShift::Model::Plane) {
        if (into.isGeographic())
            return Error(
                ErrorCode::BadUsage,
                Text::tr("平面四参数要指明转换到哪个投影坐标系（如 into=4549），“%1”不是。")
                    .arg(into.name()));
        const double factor = 1 + shift.scale * 1e-6;
        made.m_plane = true;
        made.m_cosine = factor * std::cos(shift.rz / secondsPerRadian);
        made.m_sine = factor * std::sin(shift.rz / secondsPerRadian);
        made.m_north = shift.dx;
        made.m_east = shift.dy;
        return made;
    }
    const ErrorCollector errors;
    const System source = systemOf(from);
    const System target = systemOf(into);
    const auto modern = Crs::fromEpsg(cgcs2000);
    const System degrees = modern ? systemOf(*modern) : System();
    const System base(source ? OSRCloneGeogCS(source.get()) : nullptr);
    if (!source || !target || !degrees || !base)
        return noWay(errors, from);
    OSRSetAxisMappingStrategy(base.get(), OAMS_TRADITIONAL_GIS_ORDER);
    if (!from.isGeographic()) {
        made.m_steps.emplace_back(OCTNewCoordinateTransformation(source.get(), base.get()));
        if (!made.m_steps.back())
            return noWay(errors, from);
    }
    OGRErr known = OGRERR_NONE;
    const double major = OSRGetSemiMajor(base.get(), &known);
    const double flattening = OSRGetInvFlattening(base.get(), nullptr);
    if (known != OGRERR_NONE || major <= 0 || flattening <= 0)
        return noWay(errors, from);
    OGRCoordinateTransformationOptionsH options = OCTNewCoordinateTransformationOptions();
    OCTCoordinateTransformationOptionsSetOperation(
        options, pipeline(shift, major, flattening).toLatin1().constData(), 0);
    made.m_steps.emplace_back(OCTNewCoordinateTransformationEx(nullptr, nullptr, options));
    OCTDestroyCoordinateTransformationOptions(options);
    if (!made.m_steps.back())
        return noWay(errors, from);
    if (!into.isGeographic()) {
        made.m_steps.emplace_back(OCTNewCoordinateTransformation(degrees.get(), target.get()));
        if (!made.m_steps.back())
            return noWay(errors, into);
    }
    return made;
}

Result<void> ShiftedTransformation::apply(double* x, double* y, size_t count) const
{
    if (m_plane) {
        for (size_t i = 0; i < count; ++i) {
            const double north = y[i];
            const double east = x[i];
            y[i] = m_north + north * m_cosine - east * m_sine;
            x[i] = m_east + north * m_sine + east * m_cosine;
        }
        return {};
    }
    if (count == 0)
        return {};
    const ErrorCollector errors;
    for (const Step& step : m_steps) {
        if (!OCTTransform(static_cast<OGRCoordinateTransformationH>(step.get()),
                          static_cast<int>(count), x, y, nullptr))
            return errors.toError(ErrorCode::Invalid,
                                  Text::tr("有坐标超出坐标系的范围；请检查图层的坐标系是否标对。"));
    }
    return {};
}

Result<Crs> likeOnCgcs2000(const Crs& old)
{
    if (old.isGeographic())
        return Crs::fromEpsg(cgcs2000);
    const Error none(ErrorCode::NotFound,
                     Text::tr("没有与“%1”同带的 2000 国家大地坐标系；请用 into= 指明转换到哪个坐标"
                              "系（如 into=4549）。")
                         .arg(old.name()));
    const System source = systemOf(old);
    if (!source || !old.gaussKrueger() || old.gaussKrueger()->scale != 1 ||
        old.gaussKrueger()->metres != 1 || old.gaussKrueger()->falseNorthing != 0)
        return none;
    const double meridian = OSRGetProjParm(source.get(), SRS_PP_CENTRAL_MERIDIAN, -1, nullptr);
    const int zone = static_cast<int>(old.gaussKrueger()->falseEasting / 1e6);
    constexpr double withoutPrefix = 500'000;
    if (old.gaussKrueger()->falseEasting != zone * 1e6 + withoutPrefix ||
        std::fmod(meridian, 3) != 0 || meridian < 75 || meridian > 135)
        return none;
    if (zone == 0)
        return Crs::zoneOf(meridian);
    if (zone >= 25 && zone <= 45 && meridian == zone * 3)
        return Crs::fromEpsg(4513 + zone - 25);
    if (zone >= 13 && zone <= 23 && meridian == zone * 6 - 3)
        return Crs::fromEpsg(4491 + zone - 13);
    return none;
}

} // namespace checkup::gdal
