#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/project/year_data.h"

#include <QString>

namespace checkup::report {

/// What the geometry gate did to a layer's features, one row each, with areas before and after and
/// their sum; Chinese in any language. A sheet of counts by kind comes first. Errors: ReadOnly, Io,
/// Cancelled.
Result<void> writeRepairList(const QString& path, const project::YearData& data,
                             const project::Layer& layer, const CancelToken& cancel = {});

} // namespace checkup::report
