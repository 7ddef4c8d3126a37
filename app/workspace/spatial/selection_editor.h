#pragma once

#include "core/spatial/recipe.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace checkup::workspace {

/// Which features of which layer: a role, a year, a class table and conditions on columns.
class SelectionEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionEditor(QWidget* parent = nullptr);

    void setSelection(const spatial::Selection& selection);
    const spatial::Selection& selection() const { return m_selection; }

Q_SIGNALS:
    void changed();

private:
    void fillConditions();
    void addRow(const spatial::Condition& condition);
    void addCondition();
    void removeCondition();
    void take();

    spatial::Selection m_selection;
    bool m_filling = false;
    QComboBox *m_role, *m_classes;
    QSpinBox* m_year;
    QTableWidget* m_conditions;
    QPushButton *m_add, *m_remove;
    QLabel* m_otherwise;
};

} // namespace checkup::workspace
