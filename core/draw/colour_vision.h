#pragma once

#include <QColor>
#include <QImage>
#include <QList>

namespace checkup::draw {

/// As whom a map is looked at.
enum class Sight {
    Full,
    Grey,      ///< a print or copy without colours
    GreenWeak, ///< deuteranopia: red and green are alike; the commonest
    RedWeak,   ///< protanopia: likewise, and red is dark
    BlueWeak   ///< tritanopia: blue and green, yellow and violet are alike
};

/// A colour as it is seen: lightness alone (CIE Y of sRGB), or by Machado, Oliveira and Fernandes
/// 2009 at full severity.
QColor asSeen(const QColor& colour, Sight sight);
QImage asSeen(const QImage& picture, Sight sight);

/// How different two colours look: CIE 1976 ΔE in L*a*b* under D65; 2.3 is just seen, 100 is black
/// from white.
double differenceOf(const QColor& one, const QColor& other);

/// Places of colours that can hardly be told apart on a map: nearer than `least`.
struct AlikeColours
{
    qsizetype first = 0, second = 0;
    double difference = 0;
};
QList<AlikeColours> alikeColours(const QList<QColor>& colours, Sight sight, double least = 6);

} // namespace checkup::draw
