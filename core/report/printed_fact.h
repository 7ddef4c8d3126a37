#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace checkup::report {

/// A number as it stands in the report, with what it says, so that a reader's program can find it
/// again in the finished file and compare it with the data.
struct PrintedFact
{
    QString text;    ///< as printed, with its unit where the unit stands beside it: "22.94万亩"
    QString subject; ///< indicator code, or "count:…" for counted things
    QString
        measure; ///< value, previous, base, change, target, rate, expected, margin, count, share…
    QString region;    ///< name; empty: the city
    int year = 0;      ///< of the figure; 0 where it has none
    double number = 0; ///< unrounded, in `unit`
    int decimals = 0;
    QString unit;
    QString
        place; ///< the sentence, or the table row with a tab between its cells, in which it stands

    bool operator==(const PrintedFact&) const = default;
};

/// The one way by which numbers get into reports and tables of the package: fixed decimals, no
/// grouping, as Chinese statistical bulletins print them.
QString printNumber(double number, int decimals);
/// The same with its unit behind it; nothing for 比值. 22.942, 2, 万亩 -> "22.94万亩".
QString printWithUnit(double number, int decimals, const QString& unit);

/// {"facts":[{"text":…,"subject":…}]}, one fact a line, and back.
QByteArray factsToJson(const QList<PrintedFact>& facts);
Result<QList<PrintedFact>> factsFromJson(const QByteArray& json);

} // namespace checkup::report
