#pragma once

#include "app/workspace/checks/finding_model.h"
#include "app/workspace/stage_page.h"

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace checkup::workspace {

class EmptyState;
class FindingPanel;
class Jobs;

/// 数据校核: what the cross-checks found, as a work list, and a panel in which one finding is
/// settled. Checked away from the interface thread after every change of the data while the page
/// is in front; a newer change supersedes a check under way.
class ChecksPage : public StagePage
{
    Q_OBJECT
public:
    ChecksPage(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("checks"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("checks"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Checked
    {
        QList<collect::WorkItem> items;
        QList<collect::Rule> rules;
        QHash<QString, QString> chinese; ///< sentences as the file keeps them, by key
        project::YearDataPtr data;
    };

    void makeChips();
    void makeBars(QHBoxLayout* chips, QHBoxLayout* bar);
    void refresh();
    void startCheck();
    void take(const Checked& checked);
    void fillFilters();
    void writeChips();
    void writeEmpty();
    void applyFilter();
    void fitColumns();
    void showPanel();
    void adopt(project::ValueId value, const QString& reason);
    void decide(project::FindingState state, const QString& reason);
    void jumpTo(const project::FigureKey& figure);
    const collect::WorkItem* current() const;
    project::FigureKey figureOf(const collect::WorkItem& item) const;

    Jobs* m_jobs;
    FindingModel* m_model;
    FindingFilter* m_filter;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QTableView* m_table;
    QLabel* m_nothing;
    QSplitter* m_splitter;
    FindingPanel* m_panel;
    QLineEdit* m_search;
    QComboBox *m_rule, *m_department;
    QLabel* m_count;
    QList<QPushButton*> m_severityChips, m_stateChips;
    QPushButton* m_clear;
    QAction *m_rules, *m_sources;
    Checked m_checked;
    QString m_wanted;  ///< key of the finding to stand on when the list comes
    Subject m_awaited; ///< what reveal() was asked for before the list was there
    int m_job = 0;
    quint64 m_generation = 0; ///< of the check whose answer counts
    bool m_checking = false;
    bool m_stale = true; ///< the year changed while another page was in front
};

} // namespace checkup::workspace
