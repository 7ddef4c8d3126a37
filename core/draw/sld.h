#pragma once

#include "core/draw/symbols.h"

#include <QMap>

namespace checkup::draw {

/// What an SLD file says of how a layer is drawn.
struct SldStyle
{
    RoleStyle style;
    /// What was in the file and is not in the style, or not quite so; sentences, each once.
    QStringList notes;
};

/// Reads the first style of an SLD 1.0 or 1.1 file, as GeoServer and QGIS write them, for layers of
/// a role: fills, hatches (GraphicFill with the marks slash, backslash, vertline, horline, plus,
/// times, dot), lines with dashes, casings (two lines over each other), well-known marks, opacity,
/// the column of names; rules by values or beginnings of one column, or by its ranges, and
/// ElseFilter. Lengths in pixels are 0.28 mm each, as the standard says.
///
/// `fields` are the layer's fields by LayerColumn::key; a property that is none of them is sought
/// among the names that the role's columns usually have. `classSystem`: the style is for layers of
/// that system alone; empty: for all. Custom XML entities are refused and never expanded. Errors:
/// Invalid (broken XML, no style, no rule that can be taken), TooLarge (more than 8 MB, 2000
/// rules), Unsupported (its text encoding).
Result<SldStyle> readSld(const SymbolSet::File& file, const QString& role,
                         const QMap<QString, QString>& fields = {},
                         const QString& classSystem = {});

} // namespace checkup::draw
