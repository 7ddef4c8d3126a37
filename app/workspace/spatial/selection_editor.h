#pragma once

#include "core/base/issue.h"
#include "core/spatial/recipe.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTabBar;
class QVBoxLayout;

namespace checkup::workspace {

class ConditionRow;

/// Which features of which layer: a role, a year, a class table and conditions on columns, and what
/// is taken instead where the layer is missing.
class SelectionEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionEditor(QWidget* parent = nullptr);

    /// The same selection again leaves everything as it is, the focus too.
    void setSelection(const spatial::Selection& selection);
    const spatial::Selection& selection() const { return m_selection; }
    /// Faults of the selection, with places from it on (".where[1]"); see faultsAt().
    void showFaults(const Issues& faults);

Q_SIGNALS:
    void changed();

private:
    /// Numbers of the alternatives that lead to one; empty: the selection itself.
    using Path = QList<qsizetype>;

    void listPaths(const spatial::Selection& selection, const Path& path);
    spatial::Selection& shown();
    QString placeShown() const;
    void fillTabs();
    void fill();
    void fillConditions();
    void take();
    void addCondition();
    void addAlternative();
    void removeAlternative();

    spatial::Selection m_selection;
    QList<Path> m_paths; ///< of the tabs
    Issues m_faults;
    bool m_filling = false;
    QTabBar* m_tabs;
    QComboBox *m_role, *m_year, *m_classes;
    QWidget* m_rowsWidget;
    QVBoxLayout* m_rows;
    QList<ConditionRow*> m_conditions;
    QPushButton *m_add, *m_addAlternative, *m_removeAlternative;
    QLabel *m_none, *m_fault;
};

} // namespace checkup::workspace
