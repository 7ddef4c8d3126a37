#pragma once

#include "core/draw/symbols.h"

#include <QJsonObject>

/// What DataReader and SymbolSet::read read, written.
namespace checkup::draw {

QString
colourText(const QColor& colour); ///< "#rrggbb", "#rrggbbaa" where it lets something through
QJsonObject toJson(const LineSymbol& line);
/// The keys of DataReader::symbolKeys() that the symbol has a part for.
QJsonObject toJson(const Symbol& symbol);
QJsonObject toJson(const RoleStyle& style); ///< an entry of "styles"

/// Names of patterns, shapes and methods in files.
const QList<QPair<QString, HatchSymbol::Pattern>>& hatchPatterns();
const QList<QPair<QString, MarkerSymbol::Shape>>& markerShapes();
const QList<QPair<QString, GradeMethod>>& gradeMethods();

} // namespace checkup::draw
