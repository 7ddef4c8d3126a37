#pragma once

#include "core/base/issue.h"
#include "core/spatial/recipe.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace checkup::workspace {

class SelectionEditor;

/// Several selections one below the other, with an editor for the current one: areas to cut to,
/// barriers.
class SelectionList : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString title; ///< what the selections are for
        QString none;  ///< what it means that there are none
        QString add;   ///< on the button
        QString role;  ///< of a new one
    };
    explicit SelectionList(const Words& words, QWidget* parent = nullptr);

    void setSelections(const QList<spatial::Selection>& selections);
    const QList<spatial::Selection>& selections() const { return m_selections; }
    /// With places from the list on ("[0].where[1]"); see faultsAt().
    void showFaults(const Issues& faults);

Q_SIGNALS:
    void changed();

private:
    void fill(int current);
    void showCurrent();
    void move(int by);

    QString m_role;
    QList<spatial::Selection> m_selections;
    Issues m_faults;
    QListWidget* m_list;
    SelectionEditor* m_editor;
    QLabel* m_none;
    QPushButton *m_remove, *m_up, *m_down;
};

} // namespace checkup::workspace
