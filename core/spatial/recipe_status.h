#pragma once

#include "core/spatial/compute.h"

namespace checkup::spatial {

/// What keeps a recipe from being computed, a sentence each; empty: nothing.
QStringList hindrances(const Recipe& recipe, const project::YearData& data, int year);
/// Every layer that a recipe would be computed with, each once, in the project's order.
QList<project::Layer> layersOf(const Recipe& recipe, const project::YearData& data, int year);
/// SpatialRun::inputs of a computation as it would be made today.
QString inputsOf(const Recipe& recipe, const project::YearData& data, int year);

} // namespace checkup::spatial
