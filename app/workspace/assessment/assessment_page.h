#pragma once

#include "app/workspace/stage_page.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QTableView;
class QVBoxLayout;

namespace checkup::workspace {

class Badge;
class Card;
class VerdictFilter;
class VerdictModel;

/// 评价诊断: the verdicts, most urgent first, and a card for the chosen one with its series, target
/// line, sentence and numbers.
class AssessmentPage : public StagePage
{
    Q_OBJECT
public:
    explicit AssessmentPage(Session* session, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("assessment"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("assessment"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void load();
    void fitColumns();
    void fitName();
    void applyFilter();
    void showCard();
    void editGoal();
    QString currentCode() const;

    VerdictModel* m_model;
    VerdictFilter* m_filter;
    QTableView* m_table;
    QSplitter* m_splitter;
    QLineEdit* m_search;
    QComboBox *m_region, *m_verdict, *m_dimension;
    QLabel* m_count;
    Card* m_card;
    Badge *m_badge, *m_diagnosis;
    QLabel *m_sentence, *m_formula, *m_facts;
    QVBoxLayout* m_chartPlace;
    QWidget* m_chart = nullptr;
    QAction* m_goal;
    bool m_stale = false; ///< the year changed while another page was in front
    QString m_shown;      ///< what the card shows, so that it is not rebuilt for nothing
};

} // namespace checkup::workspace
