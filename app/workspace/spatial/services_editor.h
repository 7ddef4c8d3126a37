#pragma once

#include "core/base/issue.h"
#include "core/spatial/recipe.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace checkup::workspace {

class SelectionEditor;

/// The facilities that must be near enough: every group must serve, in a group any one does.
class ServicesEditor : public QWidget
{
    Q_OBJECT
public:
    using Groups = QList<QList<spatial::Service>>;

    explicit ServicesEditor(QWidget* parent = nullptr);

    void setGroups(const Groups& groups);
    const Groups& groups() const { return m_groups; }
    /// With places from the groups on ("[0][1].what"); see faultsAt().
    void showFaults(const Issues& faults);

Q_SIGNALS:
    void changed();

private:
    struct Place
    {
        qsizetype group = -1, service = -1;
    };

    Place place() const;
    spatial::Service* current();
    void fill(Place shown);
    void retitle();
    void showCurrent();
    void take();
    void add(bool asAlternative);
    void remove();

    Groups m_groups;
    Issues m_faults;
    bool m_filling = false;
    QTreeWidget* m_tree;
    QWidget* m_form;
    QDoubleSpinBox *m_reach, *m_minArea;
    QComboBox* m_unit;
    SelectionEditor* m_what;
    QPushButton *m_or, *m_remove;
    QLabel *m_fault, *m_none;
};

} // namespace checkup::workspace
