#include "core/base/decimal.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>

namespace checkup {

using namespace Qt::StringLiterals;

namespace {

constexpr int significantDigits = 15;

/// 0.d1d2d3... * 10^point, with the sign apart.
struct Digits
{
    bool negative = false;
    QByteArray digits;
    int point = 0;
};

Digits digitsOf(double number)
{
    const QByteArray text = QByteArray::number(std::fabs(number), 'e', significantDigits - 1);
    const qsizetype e = text.indexOf('e');
    Digits result;
    result.negative = number < 0;
    result.digits = text.left(1) + text.mid(2, e - 2);
    result.point = text.mid(e + 1).toInt() + 1;
    return result;
}

/// The digits before and after the point, rounded half away from zero.
void roundAt(Digits& value, int decimals)
{
    const qsizetype keep = qsizetype(value.point) + decimals;
    if (keep >= value.digits.size())
        return;
    const bool up = keep >= 0 && value.digits[keep] >= '5';
    value.digits.truncate(std::max<qsizetype>(keep, 0));
    if (!up)
        return;
    qsizetype at = value.digits.size() - 1;
    while (at >= 0 && value.digits[at] == '9')
        value.digits[at--] = '0';
    if (at >= 0) {
        value.digits[at] = static_cast<char>(value.digits[at] + 1);
    } else {
        value.digits.prepend('1');
        ++value.point;
    }
}

QByteArray wholePart(const Digits& value)
{
    if (value.point <= 0)
        return "0";
    return value.digits.left(value.point).leftJustified(value.point, '0');
}

QByteArray decimalPart(const Digits& value, int decimals)
{
    QByteArray part;
    if (value.point < 0)
        part.fill('0', std::min(-value.point, decimals));
    part += value.digits.mid(std::max(value.point, 0));
    return part.leftJustified(decimals, '0', true);
}

QString format(double number, int decimals, bool grouped)
{
    if (!std::isfinite(number))
        return QString::number(number);
    decimals = std::clamp(decimals, 0, 300);
    Digits value = digitsOf(number);
    roundAt(value, decimals);
    QByteArray whole = wholePart(value);
    const bool isZero =
        std::all_of(value.digits.cbegin(), value.digits.cend(), [](char c) { return c == '0'; });
    if (grouped) {
        for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
            whole.insert(at, ',');
    }
    QByteArray text = value.negative && !isZero ? "-" + whole : whole;
    if (decimals > 0)
        text += '.' + decimalPart(value, decimals);
    return QString::fromLatin1(text);
}

} // namespace

QString formatFixed(double number, int decimals)
{
    return format(number, decimals, false);
}

QString formatGrouped(double number, int decimals)
{
    return format(number, decimals, true);
}

QString formatShortest(double number)
{
    if (number == 0)
        return u"0"_s;
    if (!std::isfinite(number))
        return QString::number(number);
    // Written out between 1e-7 and 1e21; exponents only where nobody would count the zeros.
    Digits value = digitsOf(number);
    if (value.point < -6 || value.point > 21)
        return QString::number(number, 'g', significantDigits);
    while (value.digits.size() > 1 && value.digits.endsWith('0'))
        value.digits.chop(1);
    QByteArray text = value.negative ? "-" + wholePart(value) : wholePart(value);
    const auto decimals = static_cast<int>(value.digits.size()) - value.point;
    if (decimals > 0)
        text += '.' + decimalPart(value, decimals);
    return QString::fromLatin1(text);
}

double roundDecimal(double number, int decimals)
{
    return std::isfinite(number) ? formatFixed(number, decimals).toDouble() : number;
}

} // namespace checkup
