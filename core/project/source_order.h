#pragma once

#include "core/base/result.h"
#include "core/project/change_set.h"

#include <QStringList>

namespace checkup::project {

/// What another default order of the sources would change.
struct SourceOrder
{
    ChangeSet ranks;     ///< the sources' new ranks; empty when the order is the one there is
    ChangeSet adoptions; ///< figures that nobody decided on, adopted by the new order
    int follow = 0;      ///< how many figures `adoptions` changes
    int decided = 0;     ///< figures where the order says otherwise and a person's decision stands
};

/// The default order of sources: those in `keys` first, in that order, the others behind them as
/// they are. Of a figure's rivals the default is the best ranked one that holds a number; a figure
/// whose rivals hold none stays as it is. Pure. BadUsage when a key is unknown or named twice.
Result<SourceOrder> orderSources(const YearData& data, const QStringList& keys);

} // namespace checkup::project
