#pragma once

#include "core/base/progress.h"
#include "core/draw/map_sheet.h"

#include <QByteArray>

/// Sheets as files.
namespace checkup::draw {

/// A sheet as a file's bytes. The pdf still carries the time of day and is to be finished
/// (report::finishPdf).
struct SheetFile
{
    QByteArray bytes;
    SheetReport report;
};
Result<SheetFile> sheetAsPng(const MapSheet& sheet, int dotsPerInch,
                             const CancelToken& cancel = {});
Result<SheetFile> sheetAsSvg(const MapSheet& sheet, const CancelToken& cancel = {});
Result<SheetFile> sheetAsPdf(const MapSheet& sheet, const CancelToken& cancel = {});

/// Several sheets as the pages of one pdf, each at its own size; to be finished, as a sheet's. A
/// page whose sheet cannot be painted says why. Errors: Cancelled.
Result<QByteArray> sheetsAsPdf(const QList<MapSheet>& sheets, const CancelToken& cancel = {},
                               const ProgressSink& progress = {});

/// A world file for the png of a sheet.
QByteArray worldFile(const SheetReport& report, int dotsPerInch);

} // namespace checkup::draw
