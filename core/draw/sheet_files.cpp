#include "core/draw/sheet_files.h"

#include "core/draw/png_writer.h"

#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QSvgGenerator>

#include <algorithm>
#include <utility>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

} // namespace

Result<SheetFile> sheetAsPng(const MapSheet& sheet, int dotsPerInch, const CancelToken& cancel)
{
    const QSize size = (sheet.paper * (dotsPerInch / 25.4)).toSize();
    auto writer = PngWriter::start(size, dotsPerInch);
    if (!writer)
        return writer.error();
    // What a picture may hold at once; a larger one is painted some rows at a time.
    constexpr int mostPixels = 12'000'000;
    const int rows = std::clamp(mostPixels / size.width(), 1, size.height());
    QImage image(size.width(), rows, QImage::Format_RGB32);
    if (image.isNull())
        return Error(ErrorCode::TooLarge,
                     Text::tr("图纸 %1×%2 毫米按每英寸 %3 点太大，内存不够；请减小图幅或分辨率。")
                         .arg(sheet.paper.width())
                         .arg(sheet.paper.height())
                         .arg(dotsPerInch));
    QPainter painter(&image);
    SheetRows parts(painter, dotsPerInch / 25.4, sheet);
    SheetFile file;
    for (int first = 0; first < size.height(); first += rows) {
        const int count = std::min(rows, size.height() - first);
        painter.fillRect(image.rect(), Qt::white); // the paper may end within a pixel
        auto report = parts.paint(first, count, cancel);
        if (!report)
            return report.error();
        file.report = *std::move(report);
        if (const auto added = writer->add(image, count); !added)
            return added.error();
    }
    auto bytes = writer->finish();
    if (!bytes)
        return bytes.error();
    file.bytes = *std::move(bytes);
    return file;
}

Result<SheetFile> sheetAsSvg(const MapSheet& sheet, const CancelToken& cancel)
{
    constexpr int dots = 254; // ten to the mm
    SheetFile file;
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dots);
    generator.setSize((sheet.paper * 10).toSize());
    generator.setViewBox(QRectF(QPointF(), sheet.paper * 10));
    generator.setTitle(sheet.title);
    QPainter painter(&generator);
    const auto report = paintSheet(painter, 10, SheetForm::Vectors, sheet, cancel);
    painter.end();
    if (!report)
        return report.error();
    file.report = *report;
    return file;
}

namespace {

constexpr int pdfDots = 508; // twenty to the mm

void setPage(QPdfWriter& writer, const MapSheet& sheet)
{
    writer.setPageSize(QPageSize(sheet.paper, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
}

} // namespace

Result<SheetFile> sheetAsPdf(const MapSheet& sheet, const CancelToken& cancel)
{
    SheetFile file;
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDots);
    setPage(writer, sheet);
    writer.setTitle(sheet.title);
    QPainter painter(&writer);
    const auto report = paintSheet(painter, pdfDots / 25.4, SheetForm::Vectors, sheet, cancel);
    painter.end();
    if (!report)
        return report.error();
    file.report = *report;
    return file;
}

SheetAtlas::SheetAtlas()
    : m_writer(&m_buffer)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setResolution(pdfDots);
}

Result<SheetReport> SheetAtlas::add(const MapSheet& sheet, const CancelToken& cancel)
{
    setPage(m_writer, sheet);
    if (m_painter.isActive())
        m_writer.newPage();
    else
        m_painter.begin(&m_writer);
    auto report = paintSheet(m_painter, pdfDots / 25.4, SheetForm::Vectors, sheet, cancel);
    if (!report && report.error().code() != ErrorCode::Cancelled) {
        m_painter.setFont(sheet.font);
        m_painter.drawText(QPointF(400, 400), sheet.title);
        m_painter.drawText(QPointF(400, 1000), report.error().message());
    }
    return report;
}

QByteArray SheetAtlas::finish()
{
    m_painter.end();
    return std::exchange(m_buffer.buffer(), {});
}

QByteArray worldFile(const SheetReport& report, int dotsPerInch)
{
    const double pixel = report.metresPerMm * 25.4 / dotsPerInch;
    QByteArray lines;
    for (const double number :
         {pixel, 0.0, 0.0, -pixel, report.corner.x() + pixel / 2, report.corner.y() - pixel / 2})
        lines += QByteArray::number(number, 'f', 6) + '\n';
    return lines;
}

} // namespace checkup::draw
