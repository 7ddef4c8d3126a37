#include "core/gdal/place_table.h"

#include "core/gdal/open_table.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <cmath>
#include <cpl_string.h>
#include <ogr_api.h>

namespace checkup::gdal {

using namespace Qt::StringLiterals;
using office::Cell;
using office::Sheet;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

struct DestroyGeometry
{
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using Geometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

enum class Says { Nothing, X, Y, Both, Wkt };

/// What a column is by its name; units and remarks in brackets do not matter.
Says meaningOf(const QString& header)
{
    static const QRegularExpression remark(u"[(（\\[【].*$"_s);
    QString name = header.trimmed().toLower();
    name.remove(remark);
    name.remove(u' ').remove(u'_');
    static const QStringList xs{u"经度"_s,   u"东经"_s,     u"lon"_s,       u"lng"_s,
                                u"long"_s,   u"x"_s,        u"longitude"_s, u"x坐标"_s,
                                u"东坐标"_s, u"横坐标"_s,   u"pointx"_s,    u"coordx"_s,
                                u"坐标x"_s,  u"wgs84lng"_s, u"wgs84lon"_s,  u"easting"_s};
    static const QStringList ys{u"纬度"_s,  u"北纬"_s,     u"lat"_s,     u"latitude"_s, u"y"_s,
                                u"y坐标"_s, u"北坐标"_s,   u"纵坐标"_s,  u"pointy"_s,   u"coordy"_s,
                                u"坐标y"_s, u"wgs84lat"_s, u"northing"_s};
    if (xs.contains(name))
        return Says::X;
    if (ys.contains(name))
        return Says::Y;
    if (name == u"wkt" || name == u"geom" || name == u"geometry" || name == u"thegeom")
        return Says::Wkt;
    if (name == u"坐标" || name == u"经纬度" || name == u"location" || name == u"coordinates" ||
        name == u"lnglat" || name == u"lonlat")
        return Says::Both;
    return Says::Nothing;
}

std::optional<std::pair<double, double>> readBoth(const QString& text)
{
    static const QRegularExpression separator(u"[,，;；\\s]+"_s);
    const QStringList parts = text.trimmed().split(separator, Qt::SkipEmptyParts);
    if (parts.size() != 2)
        return {};
    const auto x = readCoordinate(parts[0]);
    const auto y = readCoordinate(parts[1]);
    if (!x || !y)
        return {};
    return std::pair{*x, *y};
}

Geometry geometryOf(const Sheet& sheet, int row, const PlaceColumns& places)
{
    const auto point = [](double x, double y) {
        Geometry made(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(made.get(), 0, x, y);
        return made;
    };
    if (places.wkt >= 0) {
        const QByteArray text = sheet.at(row, places.wkt).text.toUtf8();
        QByteArray buffer = text;
        char* at = buffer.data();
        OGRGeometryH made = nullptr;
        if (text.isEmpty() || OGR_G_CreateFromWkt(&at, nullptr, &made) != OGRERR_NONE)
            return {};
        return Geometry(made);
    }
    if (places.both >= 0) {
        const auto both = readBoth(sheet.at(row, places.both).text);
        return both ? point(both->first, both->second) : Geometry();
    }
    const auto x = readCoordinate(sheet.at(row, places.x).text);
    const auto y = readCoordinate(sheet.at(row, places.y).text);
    return x && y ? point(*x, *y) : Geometry();
}

/// Whether every cell of a column is a number that keeps all its signs as one; "007" does not.
bool isNumeric(const Sheet& sheet, int column, int firstRow)
{
    static const QRegularExpression plain(u"\\A-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]+)?\\z"_s);
    bool any = false;
    for (int row = firstRow; row < sheet.rows.size(); ++row) {
        const QString text = sheet.at(row, column).text.trimmed();
        if (text.isEmpty())
            continue;
        if (!plain.match(text).hasMatch())
            return false;
        any = true;
    }
    return any;
}

/// False when memory does not suffice.
bool addLayer(GDALDatasetH dataset, const Sheet& sheet)
{
    const PlaceColumns places = findPlaces(sheet);
    const int columns = sheet.columnCount();
    const int firstRow = places.header + 1;
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, sheet.name.toUtf8().constData(), nullptr,
                                             !places.any()     ? wkbNone
                                             : places.wkt >= 0 ? wkbUnknown
                                                               : wkbPoint,
                                             nullptr);
    QList<int> taken;
    QList<bool> numeric;
    for (int column = 0; column < columns; ++column) {
        if (column == places.wkt)
            continue;
        QString name = sheet.at(places.header, column).text.simplified();
        if (name.isEmpty())
            name = office::cellName(0, column).chopped(1);
        numeric << isNumeric(sheet, column, firstRow);
        taken << column;
        OGRFieldDefnH field =
            OGR_Fld_Create(name.toUtf8().constData(), numeric.last() ? OFTReal : OFTString);
        (void)OGR_L_CreateField(layer, field, 1);
        OGR_Fld_Destroy(field);
    }
    for (int row = firstRow; row < sheet.rows.size(); ++row) {
        if (sheet.rows[row].isEmpty())
            continue;
        const Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
        OGR_F_SetFID(feature.get(), row + 1); // as spreadsheets count
        for (int i = 0; i < taken.size(); ++i) {
            const QString text = sheet.at(row, taken[i]).text.trimmed();
            if (text.isEmpty())
                continue;
            if (numeric[i])
                OGR_F_SetFieldDouble(feature.get(), i, text.toDouble());
            else
                OGR_F_SetFieldString(feature.get(), i, text.toUtf8().constData());
        }
        if (places.any()) {
            Geometry geometry = geometryOf(sheet, row, places);
            if (geometry)
                OGR_F_SetGeometryDirectly(feature.get(), geometry.release());
        }
        if (OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE)
            return false;
    }
    return true;
}

} // namespace

PlaceColumns findPlaces(const Sheet& sheet)
{
    constexpr int rowsLookedAt = 20;
    int first = -1;
    for (int row = 0; row < std::min<qsizetype>(rowsLookedAt, sheet.rows.size()); ++row) {
        PlaceColumns found;
        found.header = row;
        const int columns = static_cast<int>(sheet.rows[row].size());
        if (columns > 0 && first < 0)
            first = row;
        for (int column = 0; column < columns; ++column) {
            switch (meaningOf(sheet.at(row, column).text)) {
            case Says::X:
                found.x = found.x < 0 ? column : found.x;
                break;
            case Says::Y:
                found.y = found.y < 0 ? column : found.y;
                break;
            case Says::Both:
                found.both = found.both < 0 ? column : found.both;
                break;
            case Says::Wkt:
                found.wkt = found.wkt < 0 ? column : found.wkt;
                break;
            case Says::Nothing:
                break;
            }
        }
        if (found.x >= 0 && found.y >= 0)
            found.both = -1;
        if (found.any())
            return found;
    }
    PlaceColumns none;
    none.header = std::max(first, 0);
    return none;
}

std::optional<double> readCoordinate(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    bool isNumber = false;
    const double number = trimmed.toDouble(&isNumber);
    if (isNumber)
        return std::isfinite(number) ? std::optional(number) : std::nullopt;
    static const QRegularExpression sexagesimal(
        u"\\A([NSEW东西南北]?)[经纬]?\\s*(\\d{1,3})\\s*[°º度dD:：\\-\\s]\\s*(\\d{1,2}(?:\\.\\d+)?)"
        u"\\s*"
        "(?:['′’分mM:：\\-\\s]\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:\"|″|”|''|′′|秒|s|S)?)?)?\\s*"
        "([NSEW东西南北]?)\\z"_s);
    const auto match = sexagesimal.match(trimmed);
    if (!match.hasMatch())
        return {};
    const double minutes = match.captured(3).toDouble();
    const double seconds = match.captured(4).toDouble();
    if (minutes >= 60 || seconds >= 60)
        return {};
    const double degrees = match.captured(2).toDouble() + minutes / 60 + seconds / 3600;
    const QString side = match.captured(1) + match.captured(5);
    const bool negative =
        side.contains(u'S') || side.contains(u'W') || side.contains(u'南') || side.contains(u'西');
    return negative ? -degrees : degrees;
}

Result<Dataset> openPlaces(const QString& path)
{
    const auto workbook = openTable(path);
    if (!workbook)
        return workbook.error();
    registerDrivers();
    const ErrorCollector errors;
    GDALDriverH driver = GDALGetDriverByName("Memory");
    Dataset dataset(driver ? GDALCreate(driver, "", 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    if (!dataset)
        return errors.toError(ErrorCode::Internal,
                              Text::tr("本机的 GDAL 没有内存图层，读不了坐标表；请重装 GDAL。"));
    for (const Sheet& sheet : workbook->sheets) {
        if (!sheet.rows.isEmpty() && !addLayer(dataset.get(), sheet))
            return errors.toError(ErrorCode::TooLarge,
                                  Text::tr("坐标表“%1”太大，内存不够；请拆分后再试。")
                                      .arg(QFileInfo(path).fileName()));
    }
    return dataset;
}

} // namespace checkup::gdal
