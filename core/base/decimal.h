#pragma once

#include <QString>

namespace checkup {

/// `number` with a fixed count of decimals, rounded half away from zero on the decimal digits that
/// a spreadsheet shows (15 significant): 2.675 -> "2.68" as Excel prints it. Locale-free point, no
/// grouping; "-0.00" is written "0.00".
QString formatFixed(double number, int decimals);

/// The same with thousands separators: 1234567.5, 1 -> "1,234,567.5".
QString formatGrouped(double number, int decimals);

/// As few digits as tell the number apart at 15 significant digits: 0.1 -> "0.1", 22.942305 ->
/// same.
QString formatShortest(double number);

/// The number a reader sees after formatFixed, as a double.
double roundDecimal(double number, int decimals);

} // namespace checkup
