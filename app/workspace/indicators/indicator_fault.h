#pragma once

#include "core/catalogue/model.h"

#include <QString>

namespace checkup::workspace {

/// What the year's system would have wrong if this indicator stood in it (put in, or in place of
/// the one with its code): a unit nobody knows, a formula that does not parse, an input that
/// nothing declares, a cycle. The first fault that is not there already, as a sentence; empty when
/// there is none.
QString faultOf(const catalogue::Catalogue& catalogue, const catalogue::Indicator& indicator);

} // namespace checkup::workspace
