#include "tests/support/translate.h"

#include <QFileInfo>

#include <cpl_conv.h>
#include <gdal.h>
#include <gdal_utils.h>

#include <vector>

namespace test {

using namespace Qt::StringLiterals;

bool translate(const QString& from, const QString& to, const QStringList& arguments)
{
    GDALAllRegister();
    std::vector<QByteArray> texts;
    for (const QString& argument : arguments)
        texts.push_back(argument.toUtf8());
    std::vector<char*> list;
    for (QByteArray& text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    const QByteArray target = to.toUtf8();
    GDALDatasetH source =
        GDALOpenEx(from.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    GDALDatasetH known = to.startsWith(u"PG:") || QFileInfo::exists(to)
                             ? GDALOpenEx(target.constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE,
                                          nullptr, nullptr, nullptr)
                             : nullptr;
    GDALVectorTranslateOptions* options = GDALVectorTranslateOptionsNew(list.data(), nullptr);
    int failed = 0;
    GDALDatasetH made = source ? GDALVectorTranslate(known ? nullptr : target.constData(), known, 1,
                                                     &source, options, &failed)
                               : nullptr;
    GDALVectorTranslateOptionsFree(options);
    GDALClose(made);
    GDALClose(source);
    return made && failed == 0;
}

bool loadIntoPostgis(const QString& file, const QString& connection, const QStringList& layers)
{
    CPLSetConfigOption("PG_USE_COPY", "YES");
    const QStringList arguments{u"-lco"_s, u"LAUNDER=NO"_s, u"-lco"_s, u"GEOMETRY_NAME=geom"_s,
                                u"-lco"_s, u"FID=fid"_s,    u"-gt"_s,  u"100000"_s};
    return translate(file, u"PG:"_s + connection, arguments + layers);
}

} // namespace test
