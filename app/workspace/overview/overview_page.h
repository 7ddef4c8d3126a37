#pragma once

#include "app/workspace/stage_page.h"

class QLabel;

namespace checkup::workspace {

class Card;
class StatTile;

/// 总览: the state of the year at a glance, and what to do next.
class OverviewPage : public StagePage
{
    Q_OBJECT
public:
    explicit OverviewPage(Session* session, QWidget* parent = nullptr);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    bool reveal(const Subject& subject) override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void markStale();
    void fill();
    void fillSteps();
    void fillCases();
    void fillCharts();

    bool m_stale = true;
    QLabel* m_title;
    QLabel* m_subtitle;
    StatTile* m_total;
    StatTile* m_present;
    StatTile* m_missing;
    StatTile* m_contradictory;
    StatTile* m_late;
    Card* m_verdicts;
    Card* m_radar;
    Card* m_steps;
    Card* m_cases;
};

} // namespace checkup::workspace
