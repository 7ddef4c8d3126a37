#pragma once

#include "app/workspace/stage_page.h"

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/collect/tasks.h"

#include <QDate>

#include <functional>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace checkup::workspace {

class Badge;
class Card;
class DepartmentBoard;
class Jobs;
class PlanChart;
class TaskDelegate;
class TaskFilter;
class TaskModel;

/// 任务: who is asked for what until when, how far everybody is, and the year's plan. Three views
/// of the same tasks: the task table, the board of departments, the Gantt chart.
class TasksPage : public StagePage
{
    Q_OBJECT
public:
    TasksPage(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    enum View { Table, Departments, Plan };

    QString id() const override { return QStringLiteral("tasks"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("tasks"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTable();
    QWidget* makeDepartments();
    QWidget* makePlan();
    void refresh();
    void load();
    void fitColumns();
    void fillFilters();
    void applyFilter();
    void showCard();
    void writeLegend();
    void fillPlan();
    void updateActions();
    QStringList selectedSubjects() const;
    QStringList selectedDepartments() const; ///< of the board, or leads of the selected tasks
    void edit(const Result<project::ChangeSet>& changes);
    void changeTasks(const QString& subject, const collect::TaskChange& change);
    void decide(std::optional<project::TaskState> state);
    void decideNow(std::optional<project::TaskState> state, const QString& reason);
    void markSent();
    void editPlanRow(int row);
    void openStage(int index, const project::PlanStage& stage);
    void addStage();
    void removeStage();
    /// The stage of the selected row of the plan; -1: none.
    int currentStage() const;
    void exportWorkbooks();
    void exportLetters();
    void exportTaskTable();
    void showAppraisal();
    void exportAppraisal();
    /// Writes files into a folder in the background and says how it went; `work` gives the paths.
    void writeInto(const QString& title,
                   std::function<Result<QStringList>(const CancelToken&, const ProgressSink&)> work,
                   std::function<QString(const QStringList&)> said);

    Jobs* m_jobs;
    QTabBar* m_tabs;
    QStackedWidget* m_views;
    TaskModel* m_model;
    TaskFilter* m_filter;
    TaskDelegate* m_delegate;
    QTableView* m_table;
    QLineEdit* m_search;
    QComboBox *m_lead, *m_state;
    QLabel *m_count, *m_hint;
    Card* m_card;
    Badge* m_badge;
    QLabel *m_meaning, *m_facts;
    DepartmentBoard* m_board;
    QTableView* m_boardTable;
    QLabel *m_boardSum, *m_legend;
    PlanChart* m_plan;
    QLabel *m_planHint, *m_planRow;
    QAction *m_sent, *m_accept, *m_return, *m_freeze, *m_reopen;
    QAction *m_workbooks, *m_taskTable, *m_letters, *m_appraisal, *m_editRow, *m_addStage,
        *m_removeStage;
    QList<collect::Task> m_tasks;
    QDate m_today;
    bool m_stale = false; ///< the year changed while another page was in front
    bool m_fitted = false;
};

} // namespace checkup::workspace
