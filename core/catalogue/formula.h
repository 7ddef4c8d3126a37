#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace checkup::catalogue {

/// An indicator's formula over input quantities, e.g. "w_total / p_resident". Written without any
/// conversion factor: every input is taken in the coherent unit of its kind and the result is
/// turned into the indicator's unit, so 亿立方米 ÷ 人 is 立方米/人 and a share is a percentage by
/// itself. `x__prev` is x of the year before, `x__base` x of the base year. An indicator may be an
/// input too: `I_S_11` is indicator S-11 (indicatorVariable()), `I_S_11__prev` its figure of the
/// year before. Operators + - * / ^ ( ), numbers, min, max, abs, sqrt; nothing else of muParser's
/// language. Immutable; any thread may evaluate.
class Formula
{
public:
    /// ErrorCode::Invalid says what muParser could not read and at which character.
    static Result<Formula> parse(const QString& text);

    const QString& text() const { return m_text; }
    const QStringList& variables() const { return m_variables; } ///< sorted, with __prev kept

    /// The result for coherent inputs. Invalid names a variable that has no number, or says that
    /// the result is not a finite number (division by zero).
    Result<double> evaluate(const QHash<QString, double>& coherent) const;

    /// Whether units fit: evaluates with each axis scaled and compares how the result scales with
    /// `result`'s exponents (dimensional homogeneity). Names the axis that does not fit.
    /// `variables` has the unit of each of variables(), also under its __prev or __base name.
    Result<void> checkUnits(const QHash<QString, Unit>& variables, const Unit& result) const;

    bool operator==(const Formula&) const = default;

private:
    QString m_text;
    QStringList m_variables;
};

enum class YearShift { Same, Previous, Base };
/// A variable taken apart: "gdp__prev" is gdp of the year before.
struct VariableName
{
    QString quantity; ///< id of a quantity, or "I_S_11"
    YearShift shift = YearShift::Same;
};
VariableName splitVariable(const QString& variable);

/// The variable that stands for an indicator: "S-11" -> "I_S_11".
QString indicatorVariable(const QString& code);

} // namespace checkup::catalogue
