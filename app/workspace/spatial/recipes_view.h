#pragma once

#include "app/workspace/spatial/recipe_model.h"

#include "core/base/error.h"
#include "core/base/issue.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace checkup::workspace {

class Badge;
class Card;
class EmptyState;
class Jobs;
class Session;

/// 计算方法: every quantity that layers give, how, and how its last computation stands; runs them.
class RecipesView : public QWidget
{
    Q_OBJECT
public:
    RecipesView(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    void refresh(); ///< the year changed
    void retranslate();
    QList<QAction*> viewActions() const;
    bool showSubject(const QString& subject);
    const RecipeRow* current() const;
    RecipeModel* model() const { return m_model; }
    bool isRunning() const { return m_job != 0; }

Q_SIGNALS:
    void currentChanged();
    void resultsWanted(const QString& subject);
    void layersWanted(); ///< nothing can be computed: layers first
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);
    void issuesFound(const QString& what, const checkup::Issues& issues);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void load();
    void applyFilter();
    void fitColumns();
    void writeCard();
    void writeEmpty();
    void updateActions();
    QStringList selectedSubjects() const;
    void run(const QStringList& subjects);
    void take(const spatial::ComputeReport& report);
    void editCurrent();
    void resetSelected();
    void switchCurrent();

    Session* m_session;
    Jobs* m_jobs;
    project::YearDataPtr m_data; ///< that the rows point into
    RecipeModel* m_model;
    RecipeFilter* m_filter;
    QTableView* m_table;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLineEdit* m_search;
    QComboBox* m_state;
    QLabel* m_count;
    Card* m_card;
    Badge* m_badge;
    QLabel *m_words, *m_why, *m_facts;
    QAction *m_run, *m_runAll, *m_stop, *m_edit, *m_reset, *m_switch, *m_results;
    int m_job = 0;
    bool m_stale = true;
    quint64 m_generation = 0; ///< of the rows that are being made
};

} // namespace checkup::workspace
