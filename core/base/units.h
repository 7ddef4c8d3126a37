#pragma once

#include "core/base/result.h"

#include <QString>

#include <array>

namespace checkup {

/// The independent kinds of quantity a check-up counts in. Percent and ratios have none of them.
enum class Axis { Length, Mass, Coal, Time, Person, Count, Money, Energy };
inline constexpr int axisCount = 8;

/// A unit of measure as Chinese statistics write them: 公顷, 万亩, 平方米/人, 件/万人, 人/10万人,
/// %. The factor to the coherent unit (metre, tonne, tonne of coal equivalent, day, person, piece,
/// yuan, kilowatt-hour) is kept as a fraction, so that 公顷 -> 万亩 is exact up to one rounding.
struct Unit
{
    QString symbol; ///< as it should be printed
    qint64 numerator = 1;
    qint64 denominator = 1;
    std::array<qint8, axisCount> exponents{};

    bool sameKindAs(const Unit& other) const { return exponents == other.exponents; }
    double factor() const
    {
        return static_cast<double>(static_cast<long double>(numerator) /
                                   static_cast<long double>(denominator));
    }
};

/// Reads a unit's text: a base noun with optional number and 百/千/万/亿 before it, and "/" between
/// numerator and denominator ("千米/百平方千米", "人/10万人"). Common other spellings are known
/// (km², ㎡, 公里, hm², 平方公里); full-width characters and blanks do not matter. An empty text is
/// "比值". ErrorCode::Invalid names the part that is not known.
Result<Unit> parseUnit(QStringView text);

/// `number` in `from`, said in `to`; one rounding. ErrorCode::Invalid when the kinds differ.
Result<double> convert(double number, const Unit& from, const Unit& to);

/// To and from the coherent unit of the same kind.
double toCoherent(double number, const Unit& unit);
double fromCoherent(double number, const Unit& unit);

} // namespace checkup
