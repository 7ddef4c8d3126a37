#pragma once

#include "app/workspace/stage_page.h"

class QStackedWidget;
class QTabBar;

namespace checkup::workspace {

class Jobs;
class MapsView;

/// 图件: the maps of the year. Each of its views is behind a tab.
class MapsPage : public StagePage
{
    Q_OBJECT
public:
    MapsPage(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("maps"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("maps"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;

    void showView(const MapsView* view);

private:
    void add(MapsView* view);

    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QList<MapsView*> m_views;
};

} // namespace checkup::workspace
