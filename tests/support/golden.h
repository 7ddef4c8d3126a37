#pragma once

#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QString>

#include <cstdlib>

namespace test {

/// How two pictures of one size differ to the eye: both are brought to a third of their size, so
/// that another edition of a font or another rounding of an edge does not count.
struct Unlikeness
{
    double mean = 0;  ///< of all channels, 0 to 255
    double share = 0; ///< of the small pictures' pixels that differ by more than 40 in a channel
};

inline Unlikeness unlikeness(const QImage& a, const QImage& b)
{
    const auto small = [](const QImage& picture) {
        return picture.convertToFormat(QImage::Format_RGB32)
            .scaled(picture.width() / 3, picture.height() / 3, Qt::IgnoreAspectRatio,
                    Qt::SmoothTransformation);
    };
    const QImage one = small(a);
    const QImage other = small(b);
    qint64 sum = 0;
    qint64 far = 0;
    for (int y = 0; y < one.height(); ++y) {
        const auto* p = reinterpret_cast<const QRgb*>(one.constScanLine(y));
        const auto* q = reinterpret_cast<const QRgb*>(other.constScanLine(y));
        for (int x = 0; x < one.width(); ++x) {
            const int red = std::abs(qRed(p[x]) - qRed(q[x]));
            const int green = std::abs(qGreen(p[x]) - qGreen(q[x]));
            const int blue = std::abs(qBlue(p[x]) - qBlue(q[x]));
            sum += red + green + blue;
            far += std::max({red, green, blue}) > 40 ? 1 : 0;
        }
    }
    const double pixels = double(one.width()) * one.height();
    return {static_cast<double>(sum) / (3 * pixels), static_cast<double>(far) / pixels};
}

/// Compares a picture with the one kept in tests/data/golden. With CHECKUP_WRITE_GOLDEN set the
/// picture is kept instead, to be looked at before it is committed. One that differs is left in the
/// system's folder for temporary files.
inline void checkGolden(const QString& name, const QImage& picture)
{
    const QString path = dataFile(QStringLiteral("golden/") + name + QStringLiteral(".png"));
    INFO("golden picture " << name.toStdString());
    REQUIRE(!picture.isNull());
    if (!qEnvironmentVariableIsEmpty("CHECKUP_WRITE_GOLDEN")) {
        QDir().mkpath(QFileInfo(path).absolutePath());
        REQUIRE(picture.convertToFormat(QImage::Format_RGB32).save(path, "PNG", 20));
        return;
    }
    const QImage golden(path);
    REQUIRE(!golden.isNull());
    REQUIRE(golden.size() == picture.size());
    const Unlikeness found = unlikeness(golden, picture);
    INFO("mean difference " << found.mean << ", share of far pixels " << found.share);
    const bool like = found.mean < 1.5 && found.share < 0.01;
    if (!like)
        picture.save(QDir::temp().filePath(QFileInfo(path).fileName()), "PNG");
    CHECK(like);
}

} // namespace test
