#include "core/report/pdf_writer.h"

#include "core/base/file_tools.h"
#include "core/report/page_layout.h"
#include "core/report/pdf_finish.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消导出"));
}

} // namespace

Result<void> writePdf(const QString& path, const Document& document, const CancelToken& cancel,
                      const ProgressSink& progress)
{
    tellProgress(progress, 0, Text::tr("正在排版"));
    const Result<PageLayout> layout = PageLayout::of(document, cancel);
    if (!layout)
        return layout.error();

    QByteArray raw;
    {
        QBuffer buffer(&raw);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(PageLayout::dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(document.title);
        QPainter painter;
        if (!painter.begin(&writer))
            return Error(ErrorCode::Internal, Text::tr("无法生成 PDF,请重新启动程序后再试"));
        for (int page = 0; page < layout->pageCount(); ++page) {
            if (cancel.isCancelled())
                return cancelled();
            if (page > 0)
                writer.newPage();
            layout->paint(page, painter);
            tellProgress(progress, 0.2 + 0.6 * (page + 1) / layout->pageCount(),
                         Text::tr("第 %1 页,共 %2 页").arg(page + 1).arg(layout->pageCount()));
        }
    }
    const Result<QByteArray> finished = finishPdf(raw, document, *layout);
    if (!finished)
        return finished.error();
    if (cancel.isCancelled())
        return cancelled();
    const Result<void> written = writeFileSafely(path, *finished);
    if (written)
        tellProgress(progress, 1);
    return written;
}

Result<void> renderPages(const Document& document, int dpi,
                         const std::function<void(int, const QImage&)>& page,
                         const CancelToken& cancel)
{
    const Result<PageLayout> layout = PageLayout::of(document, cancel);
    if (!layout)
        return layout.error();
    const double scale = double(dpi) / PageLayout::dotsPerInch;
    const QSize size(static_cast<int>(std::lround(PageLayout::pageSize.width() * scale)),
                     static_cast<int>(std::lround(PageLayout::pageSize.height() * scale)));
    for (int i = 0; i < layout->pageCount(); ++i) {
        if (cancel.isCancelled())
            return cancelled();
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(scale, scale);
        layout->paint(i, painter);
        painter.end();
        page(i + 1, image);
    }
    return {};
}

} // namespace checkup::report
