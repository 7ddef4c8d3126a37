#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace checkup::catalogue {

/// An indicator's formula over input quantities, e.g. "w_total / p_resident". Written without any
/// conversion factor: every input is taken in the coherent unit of its kind and the result is turned
/// into the indicator's unit, so 亿立方米 ÷ 人 is 立方米/人 and a share is a percentage by itself.
/// `x__prev` is x of the year before, `x__base` x of the base year. Operators + - * / ^ ( ), numbers,
/// min, max, abs, sqrt (muParser). Immutable; evaluate() may be called from several threads on
/// different copies, not on one.
class Formula
{
public:
    /// ErrorCode::Invalid says what muParser could not read and at which character.
    static Result<Formula> parse(const QString& text);

    const QString& text() const { return m_text; }
    const QStringList& variables() const { return m_variables; } ///< sorted, with __prev kept

    /// The result for coherent inputs. Invalid names a variable that has no number, or says that the
    /// result is not a finite number (division by zero).
    Result<double> evaluate(const QHash<QString, double>& coherent) const;

    /// Whether units fit: evaluates with each axis scaled and compares how the result scales with
    /// `result`'s exponents (dimensional homogeneity). Names the axis that does not fit.
    Result<void> checkUnits(const QHash<QString, Unit>& variables, const Unit& result) const;

private:
    QString m_text;
    QStringList m_variables;
};

/// "x" and 0, -1 or base for "x", "x__prev", "x__base".
enum class YearShift { Same, Previous, Base };
struct VariableName
{
    QString quantity;
    YearShift shift = YearShift::Same;
};
VariableName splitVariable(const QString& variable);

} // namespace checkup::catalogue
