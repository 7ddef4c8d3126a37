#pragma once

#include "core/draw/project_layers.h"

namespace checkup::draw {

/// What one feature counts in.
struct FeatureUses
{
    QStringList quantities; ///< ids of those whose recipes take it: measure it, cut to it, reach
                            ///< from it or along it; in the catalogue's order
    QStringList indicators; ///< codes of those whose formulas use one of these
};

/// By the recipes of the status year; `fields` is all that the layer's file says about the feature
/// (fieldsOf), `squareMetres` how large it is (0: no area). Indicators that are left out this year
/// are not named. Any thread.
FeatureUses usesOf(const project::YearData& data, const project::Layer& layer,
                   const QList<FieldText>& fields, double squareMetres);

} // namespace checkup::draw
