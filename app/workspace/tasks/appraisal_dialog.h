#pragma once

#include "core/collect/appraisal.h"
#include "core/project/year_data.h"

#include <QDate>
#include <QDialog>
#include <QHash>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace checkup::workspace {

class Session;

/// The appraisal of the units: points and grades, the rule as a sentence, and its numbers to be
/// changed for this project; every change is an edit with undo.
class AppraisalDialog : public QDialog
{
    Q_OBJECT
public:
    AppraisalDialog(Session* session, const QDate& day, QWidget* parent = nullptr);

Q_SIGNALS:
    void exportRequested();

private:
    void refresh();

    Session* m_session;
    QDate m_day;
    QTableWidget* m_table;
    QLabel *m_sentence, *m_note;
    QHash<QString, QDoubleSpinBox*> m_numbers;
    QPushButton* m_shipped;
};

} // namespace checkup::workspace
