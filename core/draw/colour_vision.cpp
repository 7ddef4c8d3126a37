#include "core/draw/colour_vision.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace checkup::draw {

namespace {

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

double linear(double share)
{
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double encoded(double share)
{
    share = std::clamp(share, 0.0, 1.0);
    return share <= 0.0031308 ? share * 12.92 : 1.055 * std::pow(share, 1 / 2.4) - 0.055;
}

Three linear(const QColor& colour)
{
    return {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
}

Three times(const Matrix& matrix, const Three& by)
{
    Three made{};
    for (std::size_t row = 0; row < 3; ++row)
        made[row] = matrix[row][0] * by[0] + matrix[row][1] * by[1] + matrix[row][2] * by[2];
    return made;
}

constexpr Three lightness{0.2126, 0.7152, 0.0722};

/// Of linear colours; the cited paper's table for severity 1.
const Matrix& matrixOf(Sight sight)
{
    static const Matrix grey{lightness, lightness, lightness};
    static const Matrix green{Three{0.367322, 0.860646, -0.227968},
                              Three{0.280085, 0.672501, 0.047413},
                              Three{-0.011820, 0.042940, 0.968881}};
    static const Matrix red{Three{0.152286, 1.052583, -0.204868},
                            Three{0.114503, 0.786281, 0.099216},
                            Three{-0.003882, -0.048116, 1.051998}};
    static const Matrix blue{Three{1.255528, -0.076749, -0.178779},
                             Three{-0.078411, 0.930809, 0.147602},
                             Three{0.004733, 0.691367, 0.303900}};
    switch (sight) {
    case Sight::GreenWeak:
        return green;
    case Sight::RedWeak:
        return red;
    case Sight::BlueWeak:
        return blue;
    case Sight::Grey:
    case Sight::Full:
        break;
    }
    return grey;
}

Three labOf(const QColor& colour)
{
    static const Matrix toXyz{Three{0.4124564, 0.3575761, 0.1804375},
                              Three{0.2126729, 0.7151522, 0.0721750},
                              Three{0.0193339, 0.1191920, 0.9503041}};
    constexpr Three white{0.95047, 1.0, 1.08883};
    const Three xyz = times(toXyz, linear(colour));
    Three f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double share = xyz[i] / white[i];
        f[i] = share > 216.0 / 24389 ? std::cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

} // namespace

QColor asSeen(const QColor& colour, Sight sight)
{
    if (sight == Sight::Full)
        return colour;
    const Three seen = times(matrixOf(sight), linear(colour));
    const auto part = [&seen](std::size_t i) {
        return static_cast<int>(std::lround(encoded(seen[i]) * 255));
    };
    return {part(0), part(1), part(2), colour.alpha()};
}

QImage asSeen(const QImage& picture, Sight sight)
{
    QImage seen = picture.convertToFormat(QImage::Format_ARGB32);
    // A map has few colours, each of many pixels.
    QHash<QRgb, QRgb> known;
    for (int y = 0; y < seen.height(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(seen.scanLine(y));
        for (int x = 0; x < seen.width(); ++x) {
            auto found = known.find(row[x]);
            if (found == known.end())
                found = known.insert(row[x], asSeen(QColor::fromRgba(row[x]), sight).rgba());
            row[x] = *found;
        }
    }
    seen.setDevicePixelRatio(picture.devicePixelRatio());
    return seen;
}

double differenceOf(const QColor& one, const QColor& other)
{
    const Three a = labOf(one);
    const Three b = labOf(other);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

QList<AlikeColours> alikeColours(const QList<QColor>& colours, Sight sight, double least)
{
    QList<QColor> seen;
    for (const QColor& colour : colours)
        seen << asSeen(colour, sight);
    QList<AlikeColours> alike;
    for (qsizetype i = 0; i < seen.size(); ++i) {
        for (qsizetype j = i + 1; j < seen.size(); ++j) {
            const double difference = differenceOf(seen[i], seen[j]);
            if (difference < least)
                alike << AlikeColours{i, j, difference};
        }
    }
    return alike;
}

} // namespace checkup::draw
