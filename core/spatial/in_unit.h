#pragma once

#include "core/base/units.h"
#include "core/project/year_data.h"
#include "core/spatial/recipe.h"

namespace checkup::spatial {

/// A recipe's amounts (m², m, features, a column's numbers) in the quantity's unit.
class InUnit
{
public:
    InUnit(const project::YearData& data, const Recipe& recipe)
        : m_to(parseUnit(data.catalogue.quantity(recipe.subject)->unit).value_or(Unit()))
    {
        if (recipe.measure == Measure::Sum)
            m_from = parseUnit(recipe.columnUnit).value_or(Unit());
    }
    double operator()(double amount) const
    {
        return fromCoherent(toCoherent(amount, m_from), m_to);
    }

private:
    Unit m_from, m_to;
};

} // namespace checkup::spatial
