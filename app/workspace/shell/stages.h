#pragma once

#include <QList>

class QWidget;

namespace checkup::workspace {

class Jobs;
class Session;
class StagePage;

/// Every stage of the year that there is, in the rail's order. A new stage is added here and
/// nowhere else.
QList<StagePage*> makeStages(Session* session, Jobs* jobs, QWidget* parent);

} // namespace checkup::workspace
