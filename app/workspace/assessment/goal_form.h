#pragma once

#include "core/catalogue/model.h"
#include "core/project/year_data.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace checkup::workspace {

/// The goal of one indicator: its kind and figures, in the indicator's unit.
class GoalForm : public QDialog
{
    Q_OBJECT
public:
    GoalForm(const project::YearData& year, const catalogue::Indicator& indicator,
             const project::Goal& goal, QWidget* parent = nullptr);

Q_SIGNALS:
    void goalRequested(const checkup::project::Goal& goal);

private:
    void check();
    /// Reads a field: nothing typed is nullopt; what is not a number makes the form invalid.
    std::optional<double> number(const QLineEdit* edit, bool* ok) const;

    project::Goal m_goal;
    QComboBox* m_kind;
    QLineEdit *m_target, *m_near, *m_annual, *m_lower, *m_upper, *m_base, *m_source;
    QLabel* m_message;
    QPushButton* m_ok;
};

} // namespace checkup::workspace
