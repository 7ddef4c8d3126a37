#include "core/gdal/crs.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>

#include <cmath>
#include <cpl_conv.h>
#include <ogr_srs_api.h>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

struct ReleaseCrs
{
    void operator()(OGRSpatialReferenceH crs) const { OSRRelease(crs); }
};
using CrsHandle = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseCrs>;

CrsHandle newCrs()
{
    CrsHandle made(OSRNewSpatialReference(nullptr));
    OSRSetAxisMappingStrategy(made.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return made;
}

constexpr int cgcs2000 = 4490;

/// Datums go by many names: "China_2000", "D_China_2000", "China Geodetic Coordinate System 2000".
Crs::Datum datumOf(const QString& given)
{
    QString name = given.toLower();
    name.remove(u' ').remove(u'_');
    if (name.contains(u"china2000"_s) || name.contains(u"cgcs2000"_s) ||
        name.contains(u"chinageodeticcoordinatesystem2000"_s))
        return Crs::Datum::Cgcs2000;
    if (name.contains(u"wgs1984"_s) || name.contains(u"wgs84"_s) ||
        name.contains(u"worldgeodeticsystem1984"_s))
        return Crs::Datum::Wgs84;
    if (name.contains(u"xian"_s))
        return Crs::Datum::Xian80;
    if (name.contains(u"beijing"_s))
        return Crs::Datum::Beijing54;
    return Crs::Datum::Other;
}

QString wktOf(OGRSpatialReferenceH crs)
{
    char* text = nullptr;
    OSRExportToWkt(crs, &text);
    const QString wkt = QString::fromUtf8(text ? text : "");
    CPLFree(text);
    return wkt;
}

/// The parameters of a transverse Mercator projection from the equator; others have none.
std::optional<GaussKrueger> transverseMercator(OGRSpatialReferenceH crs, double metres)
{
    const char* const projection = OSRGetAttrValue(crs, "PROJECTION", 0);
    if (!projection || (qstrcmp(projection, SRS_PT_TRANSVERSE_MERCATOR) != 0 &&
                        qstrcmp(projection, "Gauss_Kruger") != 0))
        return {};
    const auto parameter = [crs](const char* name, double otherwise) {
        return OSRGetProjParm(crs, name, otherwise, nullptr);
    };
    if (parameter(SRS_PP_LATITUDE_OF_ORIGIN, 0) != 0)
        return {};
    return GaussKrueger{parameter(SRS_PP_FALSE_EASTING, 0), parameter(SRS_PP_FALSE_NORTHING, 0),
                        parameter(SRS_PP_SCALE_FACTOR, 1), metres};
}

int epsgOf(OGRSpatialReferenceH crs)
{
    const auto code = [crs] {
        const char* const authority = OSRGetAuthorityName(crs, nullptr);
        const char* const number = OSRGetAuthorityCode(crs, nullptr);
        return authority && number && qstrcmp(authority, "EPSG") == 0 ? std::atoi(number) : 0;
    };
    if (code() == 0)
        (void)OSRAutoIdentifyEPSG(crs);
    return code();
}

CrsHandle fromText(const QString& wkt)
{
    CrsHandle crs = newCrs();
    if (OSRSetFromUserInput(crs.get(), wkt.toUtf8().constData()) != OGRERR_NONE)
        return {};
    // ESRI's dialect names things its own way; this gives them their common names.
    (void)OSRMorphFromESRI(crs.get());
    return crs;
}

/// Both sides given; identical datums need no transformation between them.
Result<OGRCoordinateTransformationH> between(const Crs& from, const Crs& to, const Crs& named)
{
    const ErrorCollector errors;
    const CrsHandle source = fromText(from.wkt());
    const CrsHandle target = fromText(to.wkt());
    OGRCoordinateTransformationH made =
        source && target ? OCTNewCoordinateTransformation(source.get(), target.get()) : nullptr;
    if (!made)
        return errors.toError(
            ErrorCode::Unsupported,
            Text::tr("坐标系“%1”不能换算到 2000 国家大地坐标系；请先在 GIS 软件中转换图层。")
                .arg(named.name()));
    return made;
}

} // namespace

Result<Crs> Crs::fromEpsg(int code)
{
    const ErrorCollector errors;
    CrsHandle crs = newCrs();
    if (OSRImportFromEPSG(crs.get(), code) != OGRERR_NONE)
        return errors.toError(
            ErrorCode::NotFound,
            Text::tr("没有 EPSG:%1 这个坐标系；常用的有 4490、4526–4528、4547–4549。").arg(code));
    return fromWkt(wktOf(crs.get()));
}

Result<Crs> Crs::fromWkt(const QString& wkt)
{
    const ErrorCollector errors;
    const CrsHandle crs = fromText(wkt);
    if (!crs)
        return errors.toError(ErrorCode::Invalid,
                              Text::tr("坐标系的说明无法识别；请指定坐标系（如 EPSG:4549）。"));
    Crs made;
    const char* const name = OSRGetName(crs.get());
    made.m_name = QString::fromUtf8(name ? name : "");
    made.m_geographic = OSRIsGeographic(crs.get()) != 0;
    const char* const datum = OSRGetAttrValue(crs.get(), "DATUM", 0);
    made.m_datumName = QString::fromUtf8(datum ? datum : "");
    if (made.m_datumName.contains(u"unknown"_s, Qt::CaseInsensitive) ||
        made.m_datumName.contains(u"not specified"_s, Qt::CaseInsensitive) ||
        made.m_datumName.contains(u"not_specified"_s, Qt::CaseInsensitive))
        made.m_datumName.clear();
    made.m_datum = datumOf(made.m_datumName);
    made.m_metres = made.m_geographic ? 1 : OSRGetLinearUnits(crs.get(), nullptr);
    if (!made.m_geographic && !OSRIsProjected(crs.get()))
        return Error(
            ErrorCode::Unsupported,
            Text::tr("坐标系“%1”既不是经纬度也不是投影坐标；请指定坐标系（如 EPSG:4549）。")
                .arg(made.m_name));
    made.m_zone = transverseMercator(crs.get(), made.m_metres);
    made.m_wkt = wktOf(crs.get());
    made.m_epsg = epsgOf(crs.get());
    return made;
}

Result<Crs> Crs::fromHandle(void* handle)
{
    return fromWkt(wktOf(handle));
}

Result<Crs> Crs::zoneOf(double longitude)
{
    constexpr int firstCode = 4534; // CGCS2000 / 3-degree Gauss-Kruger CM 75E
    constexpr int firstMeridian = 75;
    constexpr int lastMeridian = 135;
    const int meridian = static_cast<int>(std::lround(longitude / 3.0)) * 3;
    if (meridian < firstMeridian || meridian > lastMeridian) {
        auto zone = fromWkt(u"+proj=tmerc +lat_0=0 +lon_0=%1 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 "
                            "+towgs84=0,0,0 +units=m +no_defs +type=crs"_s.arg(meridian));
        if (zone)
            zone->m_name = u"CGCS2000 / 3-degree Gauss-Kruger CM %1%2"_s.arg(std::abs(meridian))
                               .arg(meridian < 0 ? u'W' : u'E');
        return zone;
    }
    return fromEpsg(firstCode + (meridian - firstMeridian) / 3);
}

void Transformation::Destroy::operator()(void* transformation) const
{
    OCTDestroyCoordinateTransformation(static_cast<OGRCoordinateTransformationH>(transformation));
}

Result<Transformation> Transformation::toGeodetic(const Crs& from)
{
    switch (from.datum()) {
    case Crs::Datum::Cgcs2000:
    case Crs::Datum::Wgs84:
        break;
    case Crs::Datum::Xian80:
    case Crs::Datum::Beijing54:
        return Error(
            ErrorCode::Unsupported,
            Text::tr("坐标系“%1”属于旧基准，换算到 2000 国家大地坐标系需要测绘主管部门的转换参数；"
                     "请在导入时写明参数（七参数、三参数或平面四参数），或先转换图层再导入。")
                .arg(from.name()));
    case Crs::Datum::Other:
        if (from.datumName().isEmpty())
            return Error(
                ErrorCode::Unsupported,
                Text::tr("坐标系“%1”的基准不明，不能计算椭球面积；请指定坐标系（如 EPSG:4549）。")
                    .arg(from.name()));
        break;
    }
    Transformation made;
    const bool known = from.datum() != Crs::Datum::Other;
    if (known && from.isGeographic())
        return made;
    // The projection alone is undone: to the longitude and latitude that it stands on.
    const Result<Crs> geodetic = Crs::fromEpsg(from.datum() == Crs::Datum::Wgs84 ? 4326 : cgcs2000);
    if (!geodetic)
        return geodetic.error();
    const auto transformation = between(from, *geodetic, from);
    if (!transformation)
        return transformation.error();
    made.m_transformation.reset(*transformation);
    return made;
}

Result<Transformation> Transformation::fromGeodetic(const Crs& to)
{
    Transformation made;
    const Result<Crs> geodetic = Crs::fromEpsg(cgcs2000);
    if (!geodetic)
        return geodetic.error();
    const auto transformation = between(*geodetic, to, to);
    if (!transformation)
        return transformation.error();
    made.m_transformation.reset(*transformation);
    return made;
}

Result<void> Transformation::apply(double* x, double* y, size_t count) const
{
    if (!m_transformation || count == 0)
        return {};
    const ErrorCollector errors;
    if (!OCTTransform(static_cast<OGRCoordinateTransformationH>(m_transformation.get()),
                      static_cast<int>(count), x, y, nullptr))
        return errors.toError(ErrorCode::Invalid,
                              Text::tr("有坐标超出坐标系的范围；请检查图层的坐标系是否标对。"));
    return {};
}

} // namespace checkup::gdal
