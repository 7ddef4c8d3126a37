#include "app/workspace/audit/audit_page.h"

#include "app/workspace/audit/changes_view.h"
#include "app/workspace/audit/snapshots_view.h"
#include "app/workspace/widgets/tabs.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

AuditPage::AuditPage(Session* session, QWidget* parent)
    : StagePage(session, parent)
    , m_tabs(new QTabWidget(this))
    , m_changes(new ChangesView(session, this))
    , m_snapshots(new SnapshotsView(session, this))
{
    m_tabs->setObjectName(u"auditTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    withoutScrolling(m_tabs->tabBar());
    m_tabs->addTab(m_changes, QString());
    m_tabs->addTab(m_snapshots, QString());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    connect(m_changes, &ChangesView::failed, this, &AuditPage::failed);
    connect(m_snapshots, &SnapshotsView::failed, this, &AuditPage::failed);
    connect(m_snapshots, &SnapshotsView::noticed, this, &AuditPage::noticed);
    retranslate();
}

QString AuditPage::title() const
{
    return tr("记录");
}

void AuditPage::retranslate()
{
    m_tabs->setTabText(0, tr("修改记录"));
    m_tabs->setTabText(1, tr("节点与差异"));
    m_changes->retranslate();
    m_snapshots->retranslate();
}

bool AuditPage::reveal(const Subject& subject)
{
    if (subject.kind != Subject::Kind::Indicator && subject.kind != Subject::Kind::Quantity &&
        subject.kind != Subject::Kind::Figure)
        return false;
    m_tabs->setCurrentIndex(0);
    m_changes->showSubject(subject.code);
    return true;
}

QList<QAction*> AuditPage::pageActions() const
{
    return QList<QAction*>{m_changes->restoreAction()} + m_snapshots->viewActions();
}

} // namespace checkup::workspace
