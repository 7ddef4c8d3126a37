#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QList>
#include <QString>

namespace checkup::draw {

enum class GradeMethod {
    EqualIntervals, ///< of the same width
    Quantiles,      ///< of as many values each as can be had: nearest ranks
    NaturalBreaks,  ///< least squared deviations within grades (Jenks 1967; Fisher 1958)
    Manual          ///< bounds given
};

/// Grades of a number for a graduated map. Each holds what is above the one before it up to its own
/// upper bound; the first holds `lowest` too.
struct Grades
{
    double lowest = 0;
    QList<double> uppers; ///< rising

    /// -1 below the lowest, above the highest and for what is no number.
    int of(double value) const;
    QString nameOf(int grade, int decimals) const; ///< "12–30"; Chinese in any language
    bool operator==(const Grades&) const = default;
};

/// Grades of values; numbers that are not finite are left out. Fewer grades than asked for come out
/// where there are fewer different values. Natural breaks of more than 2000 different values are
/// those of up to 4000 groups of neighbours. BadUsage: `count` not 1 to 12; Invalid: no values.
Result<Grades> gradesOf(QList<double> values, GradeMethod method, int count);
/// The same with bounds of as few digits as keep them apart, all values held: 10254, 15692, 22931
/// become 10000, 16000, 23000.
Grades rounded(const Grades& grades);
/// From bounds, the lowest first; BadUsage when they do not rise or are fewer than two.
Result<Grades> gradesBetween(const QList<double>& bounds);

/// Colours of rising grades. Lightness falls steadily from light to dark, so that grades stay apart
/// for colour-blind eyes and in a grey copy.
struct Ramp
{
    QString id, name; ///< name Chinese in any language
    QList<QColor> colours;
    bool twoSided = false; ///< from dark over light to dark: for changes; not for grey copies

    QColor at(int grade, int count) const;
};
/// Those that ship: resources/symbols/ramps.json. Thread-safe.
const QList<Ramp>& ramps();
const Ramp* rampOf(const QString& id); ///< nullptr for none

} // namespace checkup::draw
