#include "app/charts/chart_painter.h"

#include "app/charts/chart_builder.h"

#include <QApplication>
#include <QBuffer>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace checkup::charts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

Result<void> check(QSize size)
{
    if (qobject_cast<QApplication*>(QCoreApplication::instance()) == nullptr)
        return Error(
            ErrorCode::Internal,
            Text::tr("绘制图表需要图形界面环境，请设置 QT_QPA_PLATFORM=offscreen 后重试。"));
    if (size.isEmpty())
        return Error(ErrorCode::BadUsage, Text::tr("图表尺寸为空，请给出大于零的宽和高。"));
    return {};
}

void paintChart(const report::Chart& chart, QSize size, QPainter& painter)
{
    QGraphicsScene scene;
    const QRectF area(QPointF(0, 0), QSizeF(size));
    scene.setSceneRect(area);
    QChart* item = buildChart(chart, size, Look::of(false)).release();
    scene.addItem(item);
    item->resize(area.size());
    item->layout()->activate();
    // Axis labels are laid out by a posted request; without a view nobody else would deliver it.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    item->layout()->activate();
    scene.render(&painter, area, area, Qt::IgnoreAspectRatio);
}

} // namespace

Result<QByteArray> QtChartPainter::png(const report::Chart& chart, QSize size, double scale)
{
    if (auto checked = check(size); !checked)
        return checked.error();
    const QSize pixels(static_cast<int>(std::lround(size.width() * scale)),
                       static_cast<int>(std::lround(size.height() * scale)));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return Error(ErrorCode::TooLarge,
                     Text::tr("图表“%1”的图片尺寸过大，请减小尺寸或倍数。").arg(chart.title));
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paintChart(chart, size, painter);
    }
    image.setDotsPerMeterX(static_cast<int>(std::lround(scale * 96 / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return Error(
            ErrorCode::Io,
            Text::tr("图表“%1”不能保存为 PNG 图片，请检查 Qt 图像插件是否完整。").arg(chart.title));
    return bytes;
}

Result<QByteArray> QtChartPainter::svg(const report::Chart& chart, QSize size)
{
    if (auto checked = check(size); !checked)
        return checked.error();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(0, 0), size));
        generator.setResolution(96);
        generator.setTitle(chart.title);
        generator.setDescription(chart.altText);
        QPainter painter(&generator);
        painter.fillRect(QRect(QPoint(0, 0), size), Qt::white);
        paintChart(chart, size, painter);
    }
    return bytes;
}

} // namespace checkup::charts
