#pragma once

#include "core/base/issue.h"
#include "core/spatial/recipe.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace checkup::workspace {

class SelectionEditor;
class SelectionList;

/// The roads that one gets along: which, how fast, which not, how near one must be, what is in the
/// way.
class RoadsEditor : public QWidget
{
    Q_OBJECT
public:
    explicit RoadsEditor(QWidget* parent = nullptr);

    void setReach(const std::optional<spatial::Reach>& reach);
    const std::optional<spatial::Reach>& reach() const { return m_reach; }
    /// With places from the reach on (".barriers[0]"); see faultsAt().
    void showFaults(const Issues& faults);

Q_SIGNALS:
    void changed();

private:
    QWidget* makeSpeeds();
    void fill();
    void fillSpeeds();
    void takeSpeeds();
    /// Makes a change of the reach and tells of it, unless the fields are being filled.
    template <class Change>
    void edit(Change change);

    std::optional<spatial::Reach> m_reach;
    bool m_filling = false;
    QWidget* m_body;
    QLabel *m_none, *m_speedFault;
    SelectionEditor* m_roads;
    SelectionList* m_barriers;
    QDoubleSpinBox *m_speed, *m_snap, *m_strip;
    QCheckBox* m_legCounts;
    QLineEdit* m_closed;
    QTableWidget* m_speeds;
    QPushButton* m_removeSpeed;
};

} // namespace checkup::workspace
