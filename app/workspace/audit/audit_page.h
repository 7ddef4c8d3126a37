#pragma once

#include "app/workspace/stage_page.h"

class QTabWidget;

namespace checkup::workspace {

class ChangesView;
class SnapshotsView;

/// 记录: who changed what when, and named states of the year with what differs between them.
class AuditPage : public StagePage
{
    Q_OBJECT
public:
    explicit AuditPage(Session* session, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("audit"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("history"); }
    /// Shows the changes of an indicator or quantity.
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;

private:
    QTabWidget* m_tabs;
    ChangesView* m_changes;
    SnapshotsView* m_snapshots;
};

} // namespace checkup::workspace
