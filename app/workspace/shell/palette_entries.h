#pragma once

#include "app/workspace/shell/palette.h"
#include "app/workspace/stage_page.h"

class QAction;

namespace checkup::workspace {

/// Indicators, quantities and departments of a year as things to jump to.
QList<PaletteEntry> subjectEntries(const project::YearData& data,
                                   std::function<void(const Subject&)> jump);
/// Commands that can be run now.
QList<PaletteEntry> actionEntries(const QList<QAction*>& actions);

} // namespace checkup::workspace
