#pragma once

#include "core/draw/comparison.h"
#include "core/project/year_data.h"

#include <QList>
#include <QSet>
#include <QString>

namespace checkup::workspace {

/// What a pane is about.
enum class PaneContent {
    Implementation,
    Plan,
    Before,
    Facilities,
    Everything,
    Own,
    LandChange,
    BuiltChange,
    PlanGap
};

/// All in the order of the list, in the interface's language.
QList<std::pair<PaneContent, QString>> paneContents();

bool isComparison(PaneContent content);
draw::Comparison comparisonOf(PaneContent content); ///< of such

/// Ids of a year's layers that a pane shows for its content; none for comparisons.
QSet<qint64> layersFor(const project::YearData& year, int pane, PaneContent content);

} // namespace checkup::workspace
