#include "app/workspace/shell/stages.h"

#include "app/workspace/overview/overview_page.h"

namespace checkup::workspace {

QList<StagePage*> makeStages(Session* session, Jobs* /*jobs*/, QWidget* parent)
{
    return {
        new OverviewPage(session, parent),
    };
}

} // namespace checkup::workspace
