#pragma once

#include "app/workspace/session.h"

#include "core/project/project_file.h"

#include <QWidget>

class QAction;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QTableWidget;

namespace checkup::workspace {

class AuditModel;
class Card;
class EmptyState;

/// Who changed what when and why: a filtered list, the row before and after, and the way back.
class ChangesView : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesView(Session* session, QWidget* parent = nullptr);

    void retranslate();
    /// Shows what belongs to an indicator or quantity; empty: all.
    void showSubject(const QString& subject);
    QAction* restoreAction() const { return m_restore; }

Q_SIGNALS:
    void failed(const checkup::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void apply();
    void fillBoxes();
    void showDetail();
    void restore();
    project::AuditFilter filter() const;
    QString chosenSubject() const;

    Session* m_session;
    AuditModel* m_model;
    QComboBox *m_subject, *m_person, *m_period, *m_table;
    QDateEdit *m_from, *m_to;
    QLineEdit* m_words;
    QLabel* m_count;
    QTableView* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Card* m_card;
    QLabel* m_facts;
    QTableWidget* m_detail;
    QAction* m_restore;
    bool m_stale = true;
};

} // namespace checkup::workspace
