#pragma once

#include "core/base/issue.h"
#include "core/spatial/recipe.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;

namespace checkup::workspace {

class ServicesEditor;

/// Whether something must be near enough, what, how far and how one gets there. The roads are
/// RoadsEditor's, who is given what this one changed.
class ReachEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ReachEditor(QWidget* parent = nullptr);

    void setReach(const std::optional<spatial::Reach>& reach);
    const std::optional<spatial::Reach>& reach() const { return m_reach; }
    /// With places from the reach on (".groups[0][0]"); see faultsAt().
    void showFaults(const Issues& faults);

Q_SIGNALS:
    void changed();

private:
    void fill();
    void take();

    std::optional<spatial::Reach> m_reach;
    spatial::Reach m_last; ///< what was switched off, to be switched on again
    bool m_filling = false;
    QCheckBox* m_on;
    QWidget* m_body;
    QComboBox *m_mode, *m_counted, *m_direction;
    ServicesEditor* m_services;
    QLabel *m_none, *m_countedFault;
};

} // namespace checkup::workspace
