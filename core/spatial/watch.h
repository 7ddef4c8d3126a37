#pragma once

#include "core/base/cancel.h"
#include "core/spatial/shelf.h"

#include <memory>
#include <vector>

namespace checkup::spatial {

/// A feature that a recipe with a reach asks about, by its middle.
struct Placed
{
    QString layer; ///< name of the layer
    qint64 feature = 0;
    QString label;       ///< its name or id column
    double x = 0, y = 0; ///< in the reach's plane
    double amount = 0;   ///< in the quantity's unit, whether it is served or not
    Nearness::Standing standing;
};

/// What a recipe with a reach goes through: its facilities, and the features it asks about (none
/// where it cuts by service areas).
struct Watched
{
    Recipe recipe;
    Reach reach; ///< the recipe's
    std::shared_ptr<const Nearness> nearness;
    std::vector<Placed> places; ///< in the layers' order
};

/// Computes a recipe to see that. BadUsage for a recipe without a reach or one that cannot be
/// computed; NotFound; errors of compute.
Result<Watched> watch(const QString& projectPath, const project::YearData& data,
                      const QString& subject, int year, const CancelToken& cancel);

} // namespace checkup::spatial
