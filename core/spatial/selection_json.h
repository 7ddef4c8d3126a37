#pragma once

#include "core/spatial/recipe.h"

#include <QJsonValue>

namespace checkup::spatial {

/// A selection alone, as recipes have them. Strict like recipeFromJson; `place` is where it stands,
/// for the sentence of an error.
Result<Selection> selectionFromJson(const QJsonValue& value, const QString& place);

} // namespace checkup::spatial
