#include "app/workspace/shell/stages.h"

#include "app/workspace/assessment/assessment_page.h"
#include "app/workspace/audit/audit_page.h"
#include "app/workspace/checks/checks_page.h"
#include "app/workspace/collection/collection_page.h"
#include "app/workspace/indicators/indicators_page.h"
#include "app/workspace/maps/maps_page.h"
#include "app/workspace/overview/overview_page.h"
#include "app/workspace/results/results_page.h"
#include "app/workspace/spatial/spatial_page.h"
#include "app/workspace/tasks/tasks_page.h"

namespace checkup::workspace {

QList<StagePage*> makeStages(Session* session, Jobs* jobs, QWidget* parent)
{
    return {
        new OverviewPage(session, parent),
        new IndicatorsPage(session, parent),
        new TasksPage(session, jobs, parent),
        new CollectionPage(session, jobs, parent),
        new ChecksPage(session, jobs, parent),
        new SpatialPage(session, jobs, parent),
        new MapsPage(session, jobs, parent),
        new AssessmentPage(session, parent),
        new ResultsPage(session, jobs, parent),
        new AuditPage(session, parent),
    };
}

} // namespace checkup::workspace
