#pragma once

#include "core/draw/map_sheet.h"

#include <QBuffer>
#include <QByteArray>
#include <QPainter>
#include <QPdfWriter>

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

/// Several sheets as the pages of one pdf, each at its own size and painted when it is given. For
/// one thread, that of its fonts.
class SheetAtlas
{
public:
    SheetAtlas();

    /// The next page. One whose sheet cannot be painted says why. Errors: those of paintSheet.
    Result<SheetReport> add(const MapSheet& sheet, const CancelToken& cancel = {});
    /// All of it, to be finished as a sheet's; empty without a page. Call once, last.
    QByteArray finish();

private:
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
};

/// A world file for the png of a sheet.
QByteArray worldFile(const SheetReport& report, int dotsPerInch);

} // namespace checkup::draw
