#include "app/workspace/widgets/tabs.h"

#include <QTabBar>
#include <QToolButton>

namespace checkup::workspace {

void withoutScrolling(QTabBar* tabs)
{
    tabs->setUsesScrollButtons(false);
    for (QToolButton* button : tabs->findChildren<QToolButton*>())
        button->setAccessibleName({});
}

} // namespace checkup::workspace
