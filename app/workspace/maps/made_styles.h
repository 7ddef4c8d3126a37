#pragma once

#include "core/draw/symbols.h"

namespace checkup::workspace {

/// A symbol for what has none yet, unlike the first `number` ones; colours that stay apart for
/// everyone.
draw::Symbol distinctSymbol(qsizetype number, catalogue::LayerGeometry geometry);

/// A role's geometry; unknown ones are areas.
catalogue::LayerGeometry geometryOfRole(const QString& role);

/// A role's style with a case for each of a column's most frequent values, the others as 其他.
/// Without cases where there are no values.
draw::RoleStyle styleByValues(const draw::RoleStyle& before, const QString& column,
                              const QMap<QString, qint64>& values);

/// A role's style by grades of a column.
draw::RoleStyle styleByGrades(const draw::RoleStyle& before, const QString& column,
                              draw::GradeMethod method, const draw::Grades& grades);

/// Which of some cases are hard to tell apart without colours or by the colour-blind, in sentences;
/// empty for fewer than two that only a colour tells apart.
QString legibilityOf(const QList<draw::SymbolCase>& cases, catalogue::LayerGeometry geometry);

} // namespace checkup::workspace
