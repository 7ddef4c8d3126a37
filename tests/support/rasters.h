#pragma once

#include "tests/support/catch.h"

#include <QColor>
#include <QString>

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <array>
#include <vector>

namespace test {

/// A small picture of the earth, its colours by quarter: red north-west, green north-east, blue
/// south-west, white south-east. Made by GDAL itself.
struct Raster
{
    const char* driver = "GTiff";
    int epsg = 4548; ///< 0: none stated
    double west = 440'000, north = 2'701'000, pixel = 10;
    int size = 100; ///< pixels each way
    enum class Kind { Colours, Palette, Numbers } kind = Kind::Colours;

    void write(const QString& path) const
    {
        GDALAllRegister();
        OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
        if (epsg != 0)
            OSRImportFromEPSG(srs, epsg);
        OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
        const int bands = kind == Kind::Colours ? 3 : 1;
        const GDALDataType type = kind == Kind::Numbers ? GDT_Float32 : GDT_Byte;
        GDALDatasetH memory =
            GDALCreate(GDALGetDriverByName("MEM"), "", size, size, bands, type, nullptr);
        REQUIRE(memory);
        std::array<double, 6> transform{west, pixel, 0, north, 0, -pixel};
        GDALSetGeoTransform(memory, transform.data());
        if (epsg != 0)
            GDALSetSpatialRef(memory, srs);
        std::vector<float> row(static_cast<std::size_t>(size));
        for (int band = 1; band <= bands; ++band) {
            GDALRasterBandH to = GDALGetRasterBand(memory, band);
            if (kind == Kind::Colours)
                GDALSetRasterColorInterpretation(
                    to, static_cast<GDALColorInterp>(GCI_RedBand + band - 1));
            if (kind == Kind::Palette) {
                GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
                const std::array<GDALColorEntry, 4> entries{
                    {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}};
                for (int i = 0; i < 4; ++i)
                    GDALSetColorEntry(table, i, &entries[static_cast<std::size_t>(i)]);
                GDALSetRasterColorTable(to, table);
                GDALDestroyColorTable(table);
            }
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x) {
                    const int quarter = (y < size / 2 ? 0 : 2) + (x < size / 2 ? 0 : 1);
                    const bool lit = quarter == 3 || quarter == band - 1;
                    row[static_cast<std::size_t>(x)] =
                        kind == Kind::Colours ? (lit ? 255.0F : 0.0F) : static_cast<float>(quarter);
                }
                REQUIRE(GDALRasterIO(to, GF_Write, 0, y, size, 1, row.data(), size, 1, GDT_Float32,
                                     0, 0) == CE_None);
            }
        }
        GDALDatasetH file = GDALCreateCopy(GDALGetDriverByName(driver), path.toUtf8().constData(),
                                           memory, FALSE, nullptr, nullptr, nullptr);
        REQUIRE(file);
        GDALClose(file);
        GDALClose(memory);
        OSRDestroySpatialReference(srs);
    }
};

} // namespace test
