#include "app/workspace/widgets/columns.h"

#include "app/workspace/widgets/theme.h"

#include <QAbstractItemView>
#include <QHeaderView>

#include <algorithm>

namespace checkup::workspace {

void fitColumns(QAbstractItemView* view, QHeaderView* header, const QList<int>& most)
{
    constexpr int usual = 200, air = 8;
    for (int i = 0; i < header->count(); ++i) {
        const int wanted =
            std::max(view->sizeHintForColumn(i) + Theme::scaled(air), header->sectionSizeHint(i));
        const int limit = most.value(i) > 0 ? most.value(i) : usual;
        header->resizeSection(i, std::min(wanted, Theme::scaled(limit)));
    }
}

} // namespace checkup::workspace
