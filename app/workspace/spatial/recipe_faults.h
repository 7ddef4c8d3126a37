#pragma once

#include "core/base/issue.h"

class QAbstractItemView;
class QLabel;
class QWidget;

namespace checkup::workspace {

/// Those of a recipe's faults (spatial::check) that lie at a place or below it, with what is left
/// of the place: of "within[0].where[1]" at "within[0]" that is ".where[1]".
Issues faultsAt(const Issues& faults, const QString& place);
/// The sentences of those at this very place.
QString faultText(const Issues& faults, const QString& place = {});

/// A caption between two fields of a row, which does not wrap.
QLabel* makeSideLabel(const QString& text);
/// Makes a list as high as its rows, from one to five of them.
void fitHeight(QAbstractItemView* list, int rows);
/// A label for the sentences beside a field; without any it takes no room.
QLabel* makeFaultLabel(QWidget* parent);
void showFault(QLabel* label, const QString& words);

} // namespace checkup::workspace
