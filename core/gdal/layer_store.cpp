#include "core/gdal/layer_store.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cpl_string.h>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

/// What is said to have happened whenever it happened: the same layer makes the same file.
constexpr const char* fixedTime = "2000-01-01T00:00:00.000Z";

Error failed(const ErrorCollector& errors, const QString& path)
{
    const QString detail = errors.detail();
    const QString name = QDir::toNativeSeparators(path);
    if (detail.contains(u"disk is full"_s) || detail.contains(u"File too large"_s))
        return errors.toError(
            ErrorCode::DiskFull,
            Text::tr("磁盘空间不足，图层没有存入 %1，文件未作改动；请清理磁盘后重试。").arg(name));
    if (detail.contains(u"locked"_s) || detail.contains(u"busy"_s))
        return errors.toError(
            ErrorCode::Busy,
            Text::tr("%1 正被其他程序写入，图层没有存入；请稍后再试，或关闭正在编辑它的程序（如 "
                     "QGIS）。")
                .arg(name));
    if (detail.contains(u"readonly"_s) || detail.contains(u"read-only"_s) ||
        !QFileInfo(path).isWritable())
        return errors.toError(
            ErrorCode::ReadOnly,
            Text::tr("%1 不能写入，图层没有存入；请检查文件和文件夹的权限。").arg(name));
    return errors.toError(ErrorCode::Io,
                          Text::tr("图层没有存入 %1，文件未作改动；请检查磁盘后重试。").arg(name));
}

Result<void> copyFeatures(OGRLayerH from, OGRLayerH to, const LayerCopy& copy,
                          const CancelToken& cancel, const ErrorCollector& errors)
{
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(from);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        if (OGR_L_CreateField(to, OGR_FD_GetFieldDefn(definition, i), 1) != OGRERR_NONE)
            return failed(errors, copy.into);
    }
    OGR_L_ResetReading(from);
    qint64 read = 0;
    while (const Feature feature{OGR_L_GetNextFeature(from)}) {
        if (read++ % 200 == 0 && cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消，图层没有存入。"));
        const Feature made(OGR_F_Create(OGR_L_GetLayerDefn(to)));
        if (OGR_F_SetFrom(made.get(), feature.get(), 0) != OGRERR_NONE ||
            OGR_F_SetFID(made.get(), OGR_F_GetFID(feature.get())) != OGRERR_NONE ||
            OGR_L_CreateFeature(to, made.get()) != OGRERR_NONE)
            return failed(errors, copy.into);
    }
    if (errors.hasErrors())
        return failed(errors, copy.into);
    return {};
}

} // namespace

Result<void> copyLayer(const LayerCopy& copy, const CancelToken& cancel)
{
    registerDrivers();
    const ErrorCollector errors;
    const ScopedOption now("OGR_CURRENT_DATE", fixedTime);
    const Dataset source(GDALOpenEx(copy.from.toUtf8().constData(),
                                    GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    OGRLayerH from =
        source ? GDALDatasetGetLayerByName(source.get(), copy.layer.toUtf8().constData()) : nullptr;
    if (!from)
        return failed(errors, copy.from);
    const char* const drivers[] = {"GPKG", nullptr};
    Dataset target(GDALOpenEx(copy.into.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE,
                              drivers, nullptr, nullptr));
    if (!target)
        return failed(errors, copy.into);
    const QByteArray table = copy.table.toUtf8();
    if (GDALDatasetGetLayerByName(target.get(), table.constData()))
        return Error(ErrorCode::Invalid, Text::tr("%1 里已有名为 %2 的表。")
                                             .arg(QDir::toNativeSeparators(copy.into), copy.table));
    if (GDALDatasetStartTransaction(target.get(), 0) != OGRERR_NONE)
        return failed(errors, copy.into);
    char** options = CSLSetNameValue(nullptr, "GEOMETRY_NAME", "geom");
    options = CSLSetNameValue(options, "IDENTIFIER", copy.title.toUtf8().constData());
    // The index comes with the table and grows with it, so that it is part of the transaction.
    options = CSLSetNameValue(options, "SPATIAL_INDEX", "YES");
    OGRLayerH to =
        GDALDatasetCreateLayer(target.get(), table.constData(), OGR_L_GetSpatialRef(from),
                               OGR_L_GetGeomType(from), options);
    CSLDestroy(options);
    Result<void> done =
        to ? copyFeatures(from, to, copy, cancel, errors) : Result<void>(failed(errors, copy.into));
    if (done && GDALDatasetCommitTransaction(target.get()) != OGRERR_NONE)
        done = failed(errors, copy.into);
    if (!done)
        (void)GDALDatasetRollbackTransaction(target.get());
    target.reset();
    if (done && errors.hasErrors())
        return failed(errors, copy.into);
    return done;
}

} // namespace checkup::gdal
