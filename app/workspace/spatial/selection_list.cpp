#include "app/workspace/spatial/selection_list.h"

#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/recipe_faults.h"
#include "app/workspace/spatial/selection_editor.h"
#include "app/workspace/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

SelectionList::SelectionList(const Words& words, QWidget* parent)
    : QWidget(parent)
    , m_role(words.role)
    , m_list(new QListWidget(this))
    , m_editor(new SelectionEditor(this))
    , m_none(makeLabel(words.none, "faint"))
    , m_remove(new QPushButton(tr("删除"), this))
    , m_up(new QPushButton(tr("上移"), this))
    , m_down(new QPushButton(tr("下移"), this))
{
    auto* add = new QPushButton(words.add, this);
    add->setObjectName(u"listAdd"_s);
    m_remove->setObjectName(u"listRemove"_s);
    m_list->setAccessibleName(words.title);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(words.title, "dim"), 1);
    for (QPushButton* button : {add, m_remove, m_up, m_down}) {
        setKind(button, "small");
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_none);
    layout->addWidget(m_list);
    layout->addWidget(m_editor);
    connect(m_list, &QListWidget::currentRowChanged, this, &SelectionList::showCurrent);
    connect(add, &QPushButton::clicked, this, [this] {
        spatial::Selection selection;
        selection.role = m_role;
        m_selections.append(selection);
        fill(static_cast<int>(m_selections.size()) - 1);
        Q_EMIT changed();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int row = m_list->currentRow();
        if (row < 0)
            return;
        m_selections.removeAt(row);
        fill(row);
        Q_EMIT changed();
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_editor, &SelectionEditor::changed, this, [this] {
        const int row = m_list->currentRow();
        if (row < 0)
            return;
        m_selections[row] = m_editor->selection();
        m_list->item(row)->setText(roleTitle(m_selections.at(row).role));
        Q_EMIT changed();
    });
    fill(-1);
}

void SelectionList::setSelections(const QList<spatial::Selection>& selections)
{
    if (std::equal(selections.cbegin(), selections.cend(), m_selections.cbegin(),
                   m_selections.cend()))
        return;
    m_selections = selections;
    fill(m_list->currentRow());
}

void SelectionList::fill(int current)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const spatial::Selection& one : std::as_const(m_selections))
            m_list->addItem(roleTitle(one.role));
        if (!m_selections.isEmpty())
            m_list->setCurrentRow(std::clamp(current, 0, m_list->count() - 1));
    }
    const bool any = !m_selections.isEmpty(), several = m_selections.size() > 1;
    m_none->setVisible(!any);
    m_list->setVisible(any);
    fitHeight(m_list, m_list->count());
    m_editor->setVisible(any);
    m_remove->setVisible(any);
    m_up->setVisible(several);
    m_down->setVisible(several);
    showCurrent();
}

void SelectionList::showCurrent()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_selections.size());
    if (row < 0 || row >= m_selections.size())
        return;
    m_editor->setSelection(m_selections.at(row));
    showFaults(m_faults);
}

void SelectionList::showFaults(const Issues& faults)
{
    m_faults = faults;
    for (int i = 0; i < m_list->count(); ++i) {
        const bool faulty = !faultsAt(faults, u"[%1]"_s.arg(i)).isEmpty();
        m_list->item(i)->setText(faulty ? tr("%1（有误）").arg(roleTitle(m_selections.at(i).role))
                                        : roleTitle(m_selections.at(i).role));
    }
    m_editor->showFaults(faultsAt(faults, u"[%1]"_s.arg(m_list->currentRow())));
}

void SelectionList::move(int by)
{
    const int row = m_list->currentRow(), to = row + by;
    if (row < 0 || to < 0 || to >= m_selections.size())
        return;
    m_selections.move(row, to);
    fill(to);
    Q_EMIT changed();
}

} // namespace checkup::workspace
