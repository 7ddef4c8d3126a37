#pragma once

#include "core/project/year_data.h"

#include <QDialog>

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace checkup::workspace {

/// Name, dates and note of a stage of the year's plan.
class StageForm : public QDialog
{
    Q_OBJECT
public:
    explicit StageForm(const project::PlanStage& stage, QWidget* parent = nullptr);

Q_SIGNALS:
    void stageRequested(const checkup::project::PlanStage& stage);

private:
    void check();

    project::PlanStage m_stage;
    QLineEdit *m_name, *m_note;
    QDateEdit *m_from, *m_to;
    QLabel* m_message;
    QPushButton* m_ok;
};

} // namespace checkup::workspace
