#include "app/workspace/spatial/recipe_faults.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QLabel>
#include <QStringList>
#include <QTableView>

#include <algorithm>

namespace checkup::workspace {

Issues faultsAt(const Issues& faults, const QString& place)
{
    Issues found;
    for (const Issue& fault : faults) {
        if (!fault.cell.startsWith(place))
            continue;
        Issue one = fault;
        one.cell = fault.cell.mid(place.size());
        if (one.cell.isEmpty() || one.cell.startsWith(u'.') || one.cell.startsWith(u'['))
            found.append(one);
    }
    return found;
}

QString faultText(const Issues& faults, const QString& place)
{
    QStringList words;
    for (const Issue& fault : faults) {
        if (fault.cell == place)
            words.append(fault.text);
    }
    return words.join(u'\n');
}

QLabel* makeSideLabel(const QString& text)
{
    QLabel* label = makeLabel(text, "dim");
    label->setWordWrap(false);
    return label;
}

void fitHeight(QAbstractItemView* list, int rows)
{
    const auto* table = qobject_cast<const QTableView*>(list);
    const int head = table ? table->horizontalHeader()->sizeHint().height() : 0;
    list->setFixedHeight(head + Theme::scaled(31) * std::clamp(rows, 1, 5) + 4);
}

QLabel* makeFaultLabel(QWidget* parent)
{
    QLabel* label = makeLabel({}, "danger");
    label->setParent(parent);
    label->hide();
    return label;
}

void showFault(QLabel* label, const QString& words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace checkup::workspace
