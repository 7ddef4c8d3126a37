#include "app/workspace/maps/maps_page.h"

#include "app/workspace/maps/panes_view.h"
#include "app/workspace/maps/shape_preparing.h"
#include "app/workspace/maps/style_view.h"
#include "app/workspace/maps/sheets_view.h"
#include "app/workspace/widgets/tabs.h"

#include <QAction>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

MapsPage::MapsPage(Session* session, Jobs* jobs, QWidget* parent)
    : StagePage(session, parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    m_tabs->setObjectName(u"mapTabs"_s);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    withoutScrolling(m_tabs);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);

    new ShapePreparing(session, jobs, this);
    auto* panes = new PanesView(session, jobs, this);
    add(panes);
    auto* styles = new StyleView(session, jobs, panes->library(), this);
    add(styles);
    connect(panes, &PanesView::symbolWanted, this, [this, styles](const StyleSpot& spot) {
        showView(styles);
        styles->reveal(spot);
    });
    add(new SheetsView(session, jobs, this));

    m_tabs->setVisible(m_views.size() > 1);
    retranslate();
}

void MapsPage::add(MapsView* view)
{
    m_views << view;
    m_stack->addWidget(view);
    m_tabs->addTab({});
    connect(view, &MapsView::jumpRequested, this, &MapsPage::jumpRequested);
    connect(view, &MapsView::failed, this, &MapsPage::failed);
    connect(view, &MapsView::noticed, this, &MapsPage::noticed);
    connect(view, &MapsView::issuesFound, this, &MapsPage::issuesFound);
}

QString MapsPage::title() const
{
    return tr("图件");
}

void MapsPage::retranslate()
{
    QStringList titles;
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        m_views[i]->retranslate();
        titles << m_views[i]->title();
        m_tabs->setTabText(static_cast<int>(i), m_views[i]->title());
    }
    m_tabs->setAccessibleName(titles.join(tr("、")));
}

QList<QAction*> MapsPage::pageActions() const
{
    QList<QAction*> all;
    for (const MapsView* view : m_views)
        all += view->viewActions();
    return all;
}

bool MapsPage::reveal(const Subject& subject)
{
    return subject.kind == Subject::Kind::Nothing;
}

void MapsPage::showView(const MapsView* view)
{
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        if (m_views[i] == view)
            m_tabs->setCurrentIndex(static_cast<int>(i));
    }
}

} // namespace checkup::workspace
