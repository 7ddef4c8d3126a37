#pragma once

#include "app/workspace/session.h"

#include "core/collect/difference.h"
#include "core/project/year_data.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;
class QTextBrowser;

namespace checkup::workspace {

class DifferenceModel;
class EmptyState;

/// Named states of the year: set, renamed, removed, and compared with one another or with now, as a
/// table and as sentences.
class SnapshotsView : public QWidget
{
    Q_OBJECT
public:
    explicit SnapshotsView(Session* session, QWidget* parent = nullptr);

    void retranslate();
    QList<QAction*> viewActions() const { return {m_add, m_rename, m_remove, m_export}; }

Q_SIGNALS:
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void load();
    void compare();
    void showDifference(const collect::Difference& difference);
    void updateActions();
    void add();
    void rename();
    void remove();
    void exportDifference();
    const project::Snapshot* chosen() const;

    Session* m_session;
    DifferenceModel* m_model;
    QListWidget* m_list;
    QComboBox *m_from, *m_to;
    QLabel *m_title, *m_between, *m_and, *m_result;
    QTabBar* m_ways;
    QTableView* m_table;
    QTextBrowser* m_sentences;
    QStackedWidget *m_stack, *m_answer;
    EmptyState *m_none, *m_same;
    QAction *m_add, *m_rename, *m_remove, *m_export;
    int m_request = 0; ///< numbers comparisons, so that a late one is dropped
    bool m_stale = true;
};

} // namespace checkup::workspace
