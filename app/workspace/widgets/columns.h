#pragma once

#include <QList>

class QAbstractItemView;
class QHeaderView;

namespace checkup::workspace {

/// Makes a table's or tree's columns as wide as their heads and what is seen in them need, but no
/// wider than `most` (pixels at normal text size; missing or 0: 200). What does not fit then is
/// shortened with dots; tips have it whole.
void fitColumns(QAbstractItemView* view, QHeaderView* header, const QList<int>& most = {});

} // namespace checkup::workspace
