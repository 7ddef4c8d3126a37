#pragma once

#include "core/report/chart.h"

#include <QBuffer>
#include <QImage>

namespace test {

/// Stands for app/charts, which this wing of the house does not link: a plain coloured picture.
class FakePainter : public checkup::report::ChartPainter
{
public:
    int drawn = 0;
    checkup::Result<QByteArray> png(const checkup::report::Chart&, QSize size, double) override
    {
        ++drawn;
        QImage image(size, QImage::Format_RGB32);
        image.fill(0xff3070a0);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }
    checkup::Result<QByteArray> svg(const checkup::report::Chart&, QSize size) override
    {
        return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" "
                              "height=\"%2\" viewBox=\"0 0 %1 %2\">"
                              "<rect width=\"%1\" height=\"%2\" fill=\"#3070a0\"/></svg>")
            .arg(size.width())
            .arg(size.height())
            .toUtf8();
    }
};

} // namespace test
