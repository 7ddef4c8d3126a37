#include "app/workspace/maps/panes_view.h"

#include "app/workspace/jobs.h"
#include "app/workspace/maps/base_map_tool.h"
#include "app/workspace/maps/bookmark_menu.h"
#include "app/workspace/maps/feature_card.h"
#include "app/workspace/maps/feature_finder.h"
#include "app/workspace/maps/filter_dialog.h"
#include "app/workspace/maps/layer_list.h"
#include "app/workspace/maps/map_comparisons.h"
#include "app/workspace/maps/measured.h"
#include "app/workspace/maps/selection_marks.h"
#include "app/workspace/maps/underlay_menu.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"

#include "core/draw/map_sheet.h"
#include "core/draw/map_views.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

/// How near to a line or point a click must be, in pixels.
constexpr double reachPixels = 6;

/// Square metres; outer rings turn left and holes right.
double planeArea(const QList<QPolygonF>& rings)
{
    double twice = 0;
    for (const QPolygonF& ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i] - ring[0];
            const QPointF b = ring[(i + 1) % ring.size()] - ring[0];
            twice += a.x() * b.y() - b.x() * a.y();
        }
    }
    return std::abs(twice) / 2;
}

/// What a tool tip says, with the shortcut behind it.
QString withKey(const QString& words, const QAction& action)
{
    return u"%1 (%2)"_s.arg(words, action.shortcut().toString(QKeySequence::NativeText));
}

bool isDistricts(const QString& role)
{
    return role == u"XZQ" || role == u"JDXZ";
}

} // namespace

PanesView::PanesView(Session* session, Jobs* jobs, QWidget* parent)
    : MapsView(session, parent)
    , m_jobs(jobs)
    , m_library(new MapLibrary(session, jobs, this))
    , m_comparisons(new MapComparisons(session, jobs, m_library, this))
    , m_baseMap(new BaseMapTool(jobs, m_library, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"maps"_s, this))
    , m_tools(new QToolBar(this))
    , m_counts(new QActionGroup(this))
    , m_toolActions(new QActionGroup(this))
    , m_linked(new QAction(this))
    , m_named(new QAction(this))
    , m_legend(new QAction(this))
    , m_swipeAction(new QAction(this))
    , m_all(new QAction(this))
    , m_closer(new QAction(this))
    , m_farther(new QAction(this))
    , m_byCondition(new QAction(this))
    , m_clearSelection(new QAction(this))
    , m_find(new QAction(this))
    , m_toScale(new QAction(this))
    , m_search(new QLineEdit(this))
    , m_list(new LayerList(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_grid(new QGridLayout)
    , m_selected(new SelectionPanel(session, jobs, m_library, this))
    , m_card(new FeatureCard(session, jobs, this))
    , m_finder(new FeatureFinder(session, jobs, this))
    , m_place(makeLabel({}, "dim", 1, false, true))
    , m_scale(new QComboBox(this))
{
    makeTools();
    auto* maps = new QWidget(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    maps->setLayout(m_grid);
    for (int i = 0; i < most; ++i)
        makePane(i);
    auto* middle = new QSplitter(Qt::Vertical, this);
    middle->addWidget(maps);
    middle->addWidget(m_selected);
    middle->setStretchFactor(0, 1);
    middle->setSizes({500, 190});
    m_splitter->addWidget(makeSide());
    m_splitter->addWidget(middle);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({230, 700});
    for (QSplitter* splitter : {middle, m_splitter}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(8);
        setKind(splitter, "gap");
    }

    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tools);
    column->addWidget(m_splitter, 1);
    auto* foot = new QHBoxLayout;
    m_place->setWordWrap(false);
    m_place->setObjectName(u"mapPlace"_s);
    foot->addWidget(m_scale);
    foot->addWidget(m_place, 1);
    column->addLayout(foot);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_list, &LayerList::toggled, this, &PanesView::toggle);
    connect(m_list, &LayerList::moved, this,
            [this](project::LayerId layer, project::LayerId below) {
                this->session()->editLatest([layer, below](const project::YearData& now) {
                    const project::Layer* const one = now.layer(layer);
                    return one ? draw::putAbove(now, *one, now.layer(below)) : project::ChangeSet();
                });
            });
    connect(m_list, &LayerList::opacityChosen, this,
            [this](project::LayerId layer, double opacity) {
                this->session()->editLatest([layer, opacity](const project::YearData& now) {
                    const project::Layer* const one = now.layer(layer);
                    if (!one)
                        return project::ChangeSet();
                    draw::LayerView view = draw::viewOf(now, *one);
                    view.opacity = opacity;
                    return draw::setView(now, *one, view);
                });
            });
    connect(m_list, &LayerList::filterWanted, this, &PanesView::filter);
    connect(m_library, &MapLibrary::changed, this, [this] {
        fillList();
        showPanes();
        m_baseMap->refresh();
    });
    connect(m_comparisons, &MapComparisons::changed, this, &PanesView::showPanes);
    connect(m_baseMap, &BaseMapTool::failed, this, &PanesView::failed);
    connect(m_baseMap, &BaseMapTool::shown, m_underlays, &UnderlayMenu::sayFaded);
    connect(m_underlays, &UnderlayMenu::failed, this, &PanesView::failed);
    connect(m_underlays, &UnderlayMenu::noticed, this, &PanesView::noticed);
    connect(m_bookmarks, &BookmarkMenu::failed, this, &PanesView::failed);
    connect(m_card, &FeatureCard::failed, this, &PanesView::failed);
    connect(m_finder, &FeatureFinder::failed, this, &PanesView::failed);
    connect(m_finder, &FeatureFinder::noticed, this, &PanesView::noticed);
    connect(m_finder, &FeatureFinder::found, this, &PanesView::select);
    connect(m_finder, &FeatureFinder::foundByName, this,
            [this](const SelectionPanel::Selection& found) {
                select(found, {});
                goTo(project::LayerId(found.firstKey()), found.first().front());
            });
    connect(m_selected, &SelectionPanel::goToWanted, this, &PanesView::goTo);
    connect(m_selected, &SelectionPanel::clearWanted, this, [this] { setSelection({}); });
    connect(m_selected, &SelectionPanel::failed, this, &PanesView::failed);
    connect(m_selected, &SelectionPanel::noticed, this, &PanesView::noticed);
    connect(m_search, &QLineEdit::returnPressed, this, &PanesView::search);
    connect(m_empty, &EmptyState::activated, this,
            [this] { Q_EMIT jumpRequested(u"spatial"_s, {}); });
    connect(session, &Session::dataChanged, this, &PanesView::refresh);
    connect(session, &Session::closed, this, &PanesView::refresh);
    setPanes(1);
}

QToolButton* PanesView::makeMenu(const QString& name)
{
    auto* button = new QToolButton(m_tools);
    button->setObjectName(name);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    m_tools->addWidget(button);
    return button;
}

void PanesView::addTool(MapCanvas::Tool tool, QMenu* menu, const QString& name, Qt::Key key)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(tool == MapCanvas::Tool::Look);
    action->setData(static_cast<int>(tool));
    setKey(action, key);
    m_toolActions->addAction(action);
    if (menu)
        menu->addAction(action);
    else
        m_tools->addAction(action);
}

void PanesView::setKey(QAction* action, Qt::Key key)
{
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | key));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
}

void PanesView::makeTools()
{
    m_tools->setObjectName(u"mapTools"_s);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (const int count : {1, 2, 3, 4}) {
        auto* action = new QAction(this);
        action->setCheckable(true);
        action->setChecked(count == 1);
        action->setData(count);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + count)));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_counts->addAction(action);
        m_tools->addAction(action);
    }
    connect(m_counts, &QActionGroup::triggered, this,
            [this](const QAction* action) { setPanes(action->data().toInt()); });
    m_tools->addSeparator();
    for (QAction* action : {m_swipeAction, m_linked, m_named, m_legend}) {
        action->setCheckable(true);
        action->setChecked(action == m_linked || action == m_named);
        m_tools->addAction(action);
    }
    setKey(m_swipeAction, Qt::Key_W);
    setKey(m_linked, Qt::Key_K);
    setKey(m_named, Qt::Key_T);
    setKey(m_legend, Qt::Key_G);
    setKey(m_all, Qt::Key_Home);
    setKey(m_byCondition, Qt::Key_F);
    setKey(m_clearSelection, Qt::Key_D);
    setKey(m_toScale, Qt::Key_M);
    m_swipeAction->setObjectName(u"mapSwipe"_s);
    m_legend->setObjectName(u"mapLegend"_s);
    m_tools->addSeparator();
    m_tools->addAction(m_all); // closer and farther are the wheel's and the menu's
    m_tools->addSeparator();
    addTool(MapCanvas::Tool::Look, nullptr, u"toolLook"_s, Qt::Key_V);
    m_measureMenu = makeMenu(u"mapMeasure"_s);
    addTool(MapCanvas::Tool::Length, m_measureMenu->menu(), u"toolLength"_s, Qt::Key_L);
    addTool(MapCanvas::Tool::Area, m_measureMenu->menu(), u"toolArea"_s, Qt::Key_A);
    m_selectMenu = makeMenu(u"mapSelect"_s);
    addTool(MapCanvas::Tool::Box, m_selectMenu->menu(), u"toolBox"_s, Qt::Key_B);
    addTool(MapCanvas::Tool::Polygon, m_selectMenu->menu(), u"toolPolygon"_s, Qt::Key_P);
    m_byCondition->setObjectName(u"selectByCondition"_s);
    m_clearSelection->setObjectName(u"clearSelection"_s);
    for (QAction* action : {m_byCondition, m_find, m_clearSelection})
        m_selectMenu->menu()->addAction(action);
    m_find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_find);
    m_bookmarkMenu = makeMenu(u"mapBookmarks"_s);
    m_bookmarks = new BookmarkMenu(session(), m_library, m_bookmarkMenu->menu(), this);
    m_underlayMenu = makeMenu(u"mapUnderlays"_s);
    m_underlays = new UnderlayMenu(session(), m_jobs, m_underlayMenu->menu(), this);
    m_baseMap->menu()->addMenu(m_underlays->areas());
    m_tools->addAction(m_baseMap->menu()->menuAction());
    qobject_cast<QToolButton*>(m_tools->widgetForAction(m_baseMap->menu()->menuAction()))
        ->setPopupMode(QToolButton::InstantPopup);

    connect(m_toolActions, &QActionGroup::triggered, this, [this](const QAction* action) {
        setTool(static_cast<MapCanvas::Tool>(action->data().toInt()));
    });
    connect(m_swipeAction, &QAction::toggled, this, &PanesView::setSwiped);
    connect(m_legend, &QAction::toggled, this, &PanesView::showPanes);
    connect(m_byCondition, &QAction::triggered, this, &PanesView::selectByCondition);
    connect(m_clearSelection, &QAction::triggered, this, [this] { setSelection({}); });
    connect(m_find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_linked, &QAction::toggled, this, [this](bool on) {
        if (on)
            follow(m_active);
    });
    connect(m_named, &QAction::toggled, this, [this](bool on) {
        for (const Pane& pane : m_panes)
            pane.canvas->setLabelled(on);
    });
    connect(m_all, &QAction::triggered, this, [this] { shownOn(m_active)->showAll(); });
    connect(m_closer, &QAction::triggered, this, [this] { shownOn(m_active)->zoom(0.5); });
    connect(m_farther, &QAction::triggered, this, [this] { shownOn(m_active)->zoom(2); });
    m_scale->setObjectName(u"mapScale"_s);
    m_scale->setEditable(true);
    m_scale->setInsertPolicy(QComboBox::NoInsert);
    m_scale->setMinimumContentsLength(12);
    for (const int denominator :
         {1000, 2000, 5000, 10000, 25000, 50000, 100000, 200000, 250000, 500000, 1000000})
        m_scale->addItem(u"1 : %1"_s.arg(denominator), denominator);
    connect(m_scale, &QComboBox::activated, this, &PanesView::takeScale);
    connect(m_scale->lineEdit(), &QLineEdit::returnPressed, this, &PanesView::takeScale);
    connect(m_toScale, &QAction::triggered, this, [this] {
        m_scale->setFocus(Qt::ShortcutFocusReason);
        m_scale->lineEdit()->selectAll();
    });
}

void PanesView::makePane(int number)
{
    Pane& pane = m_panes[static_cast<std::size_t>(number)];
    pane.frame = new QWidget(this);
    pane.content = new QComboBox(pane.frame);
    pane.content->setObjectName(u"mapContent%1"_s.arg(number));
    pane.missing = new MissingCodesButton(pane.frame);
    pane.missing->setObjectName(u"mapMissing%1"_s.arg(number));
    pane.canvas = new MapCanvas(m_jobs, pane.frame);
    constexpr std::array contents{Content::Implementation, Content::Plan, Content::Before,
                                  Content::Facilities};
    pane.shown = contents[static_cast<std::size_t>(number)];
    auto* column = new QVBoxLayout(pane.frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    pane.head = new QHBoxLayout;
    pane.head->addWidget(pane.content, 1);
    pane.head->addWidget(pane.missing);
    column->addLayout(pane.head);
    column->addWidget(pane.canvas, 1);
    connect(pane.content, &QComboBox::activated, this, [this, number](int index) {
        const Pane& one = m_panes[static_cast<std::size_t>(number)];
        activate(number);
        setContent(number, static_cast<Content>(one.content->itemData(index).toInt()));
    });
    connect(pane.canvas, &MapCanvas::chosen, this, [this, number] {
        // Under a divider the canvas is both panes'.
        activate(m_swipe ? m_active : number);
    });
    connect(pane.canvas, &MapCanvas::viewChanged, this, [this, number] { follow(number); });
    connect(pane.missing, &MissingCodesButton::symbolWanted, this, &PanesView::symbolWanted);
    connect(pane.canvas, &MapCanvas::hovered, this, &PanesView::showPlace);
    connect(pane.canvas, &MapCanvas::left, this, &PanesView::showMiddle);
    connect(pane.canvas, &MapCanvas::clicked, this,
            [this, number](const QPointF& place, Qt::KeyboardModifiers keys) {
                const bool right = m_swipe && canvas(number)->sideAt(place) == MapCanvas::Right;
                click(right ? 1 : number, place, keys);
            });
    connect(pane.canvas, &MapCanvas::sketchChanged, this, [this, number] { measure(number); });
    connect(pane.canvas, &MapCanvas::sketchEnded, this,
            [this, number](Qt::KeyboardModifiers keys) { endSketch(number, keys); });
    connect(pane.canvas, &MapCanvas::toolLeft, this, [this] { setTool(MapCanvas::Tool::Look); });
    connect(pane.canvas, &MapCanvas::failed, this, &PanesView::failed);
}

QWidget* PanesView::makeSide()
{
    auto* upper = new QWidget(this);
    auto* lines = new QVBoxLayout(upper);
    lines->setContentsMargins(0, 0, 0, 0);
    m_search->setObjectName(u"mapSearch"_s);
    m_search->setClearButtonEnabled(true);
    lines->addWidget(m_search);
    lines->addWidget(m_list, 1);
    auto* side = new QSplitter(Qt::Vertical, this);
    side->addWidget(upper);
    side->addWidget(m_card);
    side->setSizes({330, 220});
    side->setChildrenCollapsible(false);
    side->setHandleWidth(8);
    setKind(side, "gap");
    return side;
}

QString PanesView::title() const
{
    return tr("对照");
}

void PanesView::retranslate()
{
    const QList<QAction*> counts = m_counts->actions();
    const QStringList names{tr("一幅"), tr("两幅"), tr("三幅"), tr("四幅")};
    for (qsizetype i = 0; i < counts.size(); ++i) {
        counts[i]->setText(names[i]);
        counts[i]->setToolTip(
            tr("并排显示（%1）").arg(counts[i]->shortcut().toString(QKeySequence::NativeText)));
    }
    m_linked->setText(tr("联动"));
    m_linked->setToolTip(withKey(tr("各幅同范围、同比例尺"), *m_linked));
    m_named->setText(tr("注记"));
    m_named->setToolTip(withKey(tr("显示名称"), *m_named));
    m_legend->setText(tr("图例"));
    m_legend->setToolTip(withKey(tr("在图上显示图例"), *m_legend));
    m_swipeAction->setText(tr("卷帘"));
    m_swipeAction->setToolTip(
        withKey(tr("两种内容叠在一幅里，中间的分隔线可以拖动"), *m_swipeAction));
    const std::array<std::pair<QString, QString>, 5> tools{
        {{tr("查看"), tr("单击查看要素；按住 Shift 单击加选，Ctrl 减选")},
         {tr("测距离"), tr("逐点单击，退格撤一点，双击或回车结束；椭球面上的长度")},
         {tr("测面积"), tr("逐点单击，退格撤一点，双击或回车结束；椭球面上的面积")},
         {tr("框选"), tr("拖出方框，选中与它相交的要素；Shift 加选，Ctrl 减选")},
         {tr("多边形选择"), tr("逐点单击围出多边形，双击或回车结束；Shift 加选，Ctrl 减选")}}};
    const QList<QAction*> toolActions = m_toolActions->actions();
    for (qsizetype i = 0; i < toolActions.size(); ++i) {
        toolActions[i]->setText(tools[static_cast<std::size_t>(i)].first);
        toolActions[i]->setToolTip(
            withKey(tools[static_cast<std::size_t>(i)].second, *toolActions[i]));
    }
    m_measureMenu->setText(tr("量算"));
    m_selectMenu->setText(tr("选择"));
    m_bookmarkMenu->setText(tr("书签"));
    m_underlayMenu->setText(tr("影像"));
    m_byCondition->setText(tr("按条件选择…"));
    m_clearSelection->setText(tr("清除选择"));
    m_find->setText(tr("按编号或名称查找"));
    m_search->setPlaceholderText(tr("编号或名称，回车查找"));
    m_search->setAccessibleName(tr("按编号或名称查找要素"));
    m_search->setToolTip(tr("在当前一幅的图层里按编号（BSM 等）或名称查找（Ctrl+F）"));
    m_list->retranslate();
    m_selected->retranslate();
    m_all->setText(tr("全图"));
    m_all->setToolTip(withKey(tr("显示全部"), *m_all));
    m_toScale->setText(tr("定比例尺"));
    m_closer->setText(tr("放大"));
    m_farther->setText(tr("缩小"));
    m_baseMap->retranslate();
    m_underlays->retranslate();
    m_card->retranslate();
    setMarked({});
    m_scale->setAccessibleName(tr("比例尺"));
    m_scale->setToolTip(withKey(tr("选比例尺，或写分母后回车"), *m_toScale));
    for (int i = 0; i < most; ++i) {
        Pane& pane = m_panes[static_cast<std::size_t>(i)];
        const QSignalBlocker quiet(pane.content);
        pane.content->clear();
        pane.content->setAccessibleName(tr("第 %1 幅的内容").arg(i + 1));
        for (const auto& [content, words] : paneContents())
            pane.content->addItem(words, static_cast<int>(content));
        pane.content->setCurrentIndex(pane.content->findData(static_cast<int>(pane.shown)));
        pane.missing->retranslate();
        pane.canvas->retranslate();
    }
    m_empty->setTexts(tr("还没有图层"),
                      tr("先在“空间数据”中添加地类图斑、控制线等图层，再来这里对照规划与实施。"),
                      tr("去添加图层"));
    if (!m_stale)
        showPanes();
}

QList<QAction*> PanesView::viewActions() const
{
    return m_counts->actions() +
           QList<QAction*>{m_swipeAction, m_linked, m_named, m_legend, m_all, m_closer, m_farther} +
           m_toolActions->actions() +
           QList<QAction*>{m_byCondition, m_find, m_clearSelection, m_toScale} +
           m_baseMap->actions();
}

void PanesView::showEvent(QShowEvent* event)
{
    MapsView::showEvent(event);
    if (m_stale)
        load();
}

void PanesView::refresh()
{
    m_stale = true;
    if (isVisible() || !session()->isOpen())
        load();
}

void PanesView::load()
{
    m_stale = false;
    m_library->refresh();
    m_baseMap->refresh();
    const auto year = session()->data();
    const bool none = !year || year->layers.isEmpty();
    m_stack->setCurrentIndex(none ? 1 : 0);
    m_list->setEditable(!session()->isReadOnly());
    for (int i = 0; i < most; ++i) {
        Pane& pane = m_panes[static_cast<std::size_t>(i)];
        pane.layers = layersOf(i, pane.shown);
    }
    SelectionPanel::Selection kept = selection();
    kept.removeIf(
        [&year](const auto& one) { return !year || !year->layer(project::LayerId(one.key())); });
    if (kept != selection())
        m_selected->setSelection(kept);
    fillList();
    showPanes();
}

QList<int> PanesView::shownPanes() const
{
    QList<int> panes;
    for (int i = 0; i < (m_swipe ? 2 : m_count); ++i)
        panes << i;
    return panes;
}

void PanesView::setPanes(int count)
{
    if (m_swipe && count != 1)
        m_swipeAction->setChecked(false);
    m_count = std::clamp(count, 1, most);
    for (QAction* action : m_counts->actions())
        action->setChecked(action->data().toInt() == m_count);
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    // Side by side, as one compares; four in a square.
    const int columns = m_count == 4 ? 2 : m_count;
    for (int i = 0; i < most; ++i) {
        QWidget* frame = m_panes[static_cast<std::size_t>(i)].frame;
        frame->setVisible(i < m_count);
        if (i < m_count)
            m_grid->addWidget(frame, i / columns, i % columns);
    }
    activate(std::min(m_active, shownPanes().constLast()));
    showPanes();
    follow(m_active);
}

void PanesView::setSwiped(bool swiped)
{
    m_swipeAction->setChecked(swiped);
    if (m_swipe == swiped)
        return;
    m_swipe = swiped;
    // The second content is chosen above the map that shows it.
    QComboBox* const second = m_panes[1].content;
    m_panes[swiped ? 0 : 1].head->addWidget(second, 1);
    m_panes[swiped ? 0 : 1].head->addWidget(m_panes[1].missing);
    second->show();
    canvas(0)->setSwiped(swiped);
    if (!swiped)
        canvas(0)->setLayers({}, MapCanvas::Right);
    setPanes(1);
}

void PanesView::setContent(int pane, Content content)
{
    Pane& one = m_panes[static_cast<std::size_t>(pane)];
    one.shown = content;
    one.layers = layersOf(pane, content);
    one.content->setCurrentIndex(one.content->findData(static_cast<int>(content)));
    fillList();
    showPane(pane);
}

void PanesView::activate(int pane)
{
    m_active = pane;
    for (int i = 0; i < most; ++i)
        canvas(i)->setActive(i == pane && m_count > 1);
    m_baseMap->setPane(shownOn(pane));
    m_bookmarks->setPane(shownOn(pane));
    fillList();
    showScale();
}

QSet<qint64> PanesView::layersOf(int pane, Content content) const
{
    const auto year = session()->data();
    return year ? layersFor(*year, pane, content) : QSet<qint64>();
}

QList<const project::Layer*> PanesView::inOrder(const QSet<qint64>& layers) const
{
    const auto year = session()->data();
    QList<const project::Layer*> order;
    for (const project::Layer* layer : year ? draw::drawingOrder(*year) : order) {
        if (layers.contains(layer->id.number()))
            order << layer;
    }
    return order;
}

void PanesView::fillList()
{
    const QSet<qint64>& shown = m_panes[static_cast<std::size_t>(m_active)].layers;
    const auto year = session()->data();
    QList<const project::Layer*> all;
    if (year)
        all = draw::drawingOrder(*year);
    std::reverse(all.begin(), all.end()); // the topmost first, as they lie
    std::stable_partition(all.begin(), all.end(), [&shown](const project::Layer* layer) {
        return shown.contains(layer->id.number());
    });
    QList<LayerList::Row> rows;
    for (const project::Layer* layer : std::as_const(all)) {
        const MapLibrary::State state = m_library->stateOf(layer->id);
        const draw::LayerView view = draw::viewOf(*year, *layer);
        LayerList::Row row;
        row.id = layer->id;
        row.name = layer->name;
        row.filter = draw::inWords(view.filter, layer->role);
        row.shown = state == MapLibrary::State::Loading ? tr("%1（正在读取）").arg(layer->name)
                    : state == MapLibrary::State::Failed ? tr("%1（没有读出）").arg(layer->name)
                    : row.filter.isEmpty()               ? layer->name
                                                         : tr("%1（已筛选）").arg(layer->name);
        row.tip = state == MapLibrary::State::Failed ? m_library->faultOf(layer->id)
                  : row.filter.isEmpty()             ? layer->name
                                                     : tr("%1：%2").arg(layer->name, row.filter);
        row.checked = shown.contains(layer->id.number());
        row.opacity = view.opacity;
        rows << row;
    }
    m_list->setRows(rows);
}

void PanesView::toggle(project::LayerId layer, bool on)
{
    Pane& pane = m_panes[static_cast<std::size_t>(m_active)];
    if (on) {
        pane.layers.insert(layer.number());
        m_library->ask(layer);
    } else {
        pane.layers.remove(layer.number());
    }
    pane.shown = Content::Own;
    pane.content->setCurrentIndex(pane.content->findData(static_cast<int>(Content::Own)));
    QList<project::LayerId> layers;
    for (const qint64 id : std::as_const(pane.layers))
        layers << project::LayerId(id);
    if (session()->data() && !session()->isReadOnly())
        session()->editLatest([pane = m_active, layers](const project::YearData& year) {
            return draw::setChosenLayers(year, pane, layers);
        });
    fillList();
    showPane(m_active);
}

void PanesView::filter(project::LayerId id)
{
    const auto year = session()->data();
    const project::Layer* const layer = year ? year->layer(id) : nullptr;
    if (!layer)
        return;
    auto* dialog =
        new FilterDialog(m_jobs, session()->path(), *layer, draw::viewOf(*year, *layer).filter,
                         {tr("筛选：%1").arg(layer->name), tr("应用"), true}, this);
    connect(dialog, &FilterDialog::chosen, this, [this, id](const draw::Conditions& conditions) {
        const auto now = session()->data();
        const project::Layer* const one = now ? now->layer(id) : nullptr;
        if (!one)
            return;
        draw::LayerView view = draw::viewOf(*now, *one);
        view.filter = conditions;
        session()->edit(draw::setView(*now, *one, view));
    });
    dialog->open();
}

void PanesView::showPanes()
{
    for (const int pane : shownPanes())
        showPane(pane);
}

MapScene PanesView::sceneOf(const Pane& pane)
{
    if (isComparison(pane.shown))
        return m_comparisons->scene(comparisonOf(pane.shown));
    MapScene scene;
    const QList<const project::Layer*> wanted = inOrder(pane.layers);
    scene.wanted = !wanted.isEmpty();
    for (const project::Layer* layer : wanted) {
        if (m_library->stateOf(layer->id) == MapLibrary::State::Unasked)
            m_library->ask(layer->id);
        const MapLibrary::State state = m_library->stateOf(layer->id);
        const draw::MapLayer* const there = m_library->find(layer->id);
        if (there)
            scene.layers << *there;
        scene.loading = scene.loading || state == MapLibrary::State::Loading;
        if (state == MapLibrary::State::Failed)
            scene.faults << m_library->faultOf(layer->id);
        else if (there && state == MapLibrary::State::Ready && there->shapes->count() == 0)
            scene.faults << tr("图层“%1”里没有图形。").arg(layer->name);
    }
    return scene;
}

QList<MissingCode> PanesView::missingOf(const Pane& pane) const
{
    QList<MissingCode> codes;
    if (isComparison(pane.shown))
        return codes;
    for (const project::Layer* layer : inOrder(pane.layers)) {
        const QMap<QString, qint64> missing = m_library->missing(layer->id);
        for (auto one = missing.cbegin(); one != missing.cend(); ++one)
            codes << MissingCode{
                layer->name,
                {StyleSpot::Kind::Missing, layer->role, layer->classSystem, 0, one.key()},
                one.value()};
    }
    return codes;
}

void PanesView::showPane(int pane)
{
    if (!isVisible())
        return;
    const Pane& one = m_panes[static_cast<std::size_t>(pane)];
    const MapScene scene = sceneOf(one);
    one.missing->setCodes(missingOf(one));
    MapCanvas* const canvas = shownOn(pane);
    QStringList faults = scene.faults;
    bool legend = isComparison(one.shown);
    if (m_swipe) {
        const Pane& other = m_panes[pane == 0 ? 1 : 0];
        faults += sceneOf(other).faults;
        legend = legend || isComparison(other.shown);
    }
    faults.removeDuplicates();
    canvas->setWords(scene.loading       ? tr("正在读取图形…")
                     : !faults.isEmpty() ? faults.join(u'\n')
                     : !scene.wanted     ? tr("这一幅还没有图层；请在左边勾选。")
                                         : QString());
    canvas->setNote(faults.join(u' '));
    layUnderlays();
    canvas->setLegend(m_legend->isChecked() || legend);
    const bool right = m_swipe && pane == 1;
    const QList<draw::MapLayer> marked =
        scene.layers.isEmpty() ? QList<draw::MapLayer>() : selectionMarks(selection(), *m_library);
    canvas->setLayers(scene.layers + marked, right ? MapCanvas::Right : MapCanvas::Left);
    auto extent = m_library->extent();
    if (!extent && !scene.layers.isEmpty())
        extent = draw::extentOf(scene.layers);
    if (extent && !scene.layers.isEmpty())
        canvas->setExtent(*extent);
}

void PanesView::follow(int pane)
{
    const MapCanvas::View view = shownOn(pane)->view();
    if (m_linked->isChecked()) {
        for (int i = 0; i < m_count; ++i) {
            if (i != pane)
                canvas(i)->setView(view);
        }
    }
    showScale();
    if (!shownOn(pane)->underMouse())
        showMiddle();
}

void PanesView::showScale()
{
    const MapCanvas* const active = shownOn(m_active);
    if (active->view().metresPerPixel > 0)
        m_scale->setEditText(
            u"1 : %1"_s.arg(QLocale::c().toString(active->scale(), 'f', 0).remove(u',')));
}

void PanesView::takeScale()
{
    static const QRegularExpression number(u"([0-9][0-9,]*)\\s*$"_s);
    const QRegularExpressionMatch match = number.match(m_scale->currentText());
    const double denominator = match.captured(1).remove(u',').toDouble();
    if (denominator >= 10 && denominator <= 1e8)
        shownOn(m_active)->setScale(denominator);
    showScale();
}

void PanesView::showPlace(const QPointF& place)
{
    if (const auto& plane = m_library->plane())
        m_place->setText(m_placeWords.of(*plane, place));
}

/// Without a mouse the middle of the map is what one looks at.
void PanesView::showMiddle()
{
    const MapCanvas* const active = shownOn(m_active);
    const auto& plane = m_library->plane();
    const QString words = plane && active->view().metresPerPixel > 0
                              ? m_placeWords.of(*plane, active->view().centre)
                              : QString();
    m_place->setText(words.isEmpty() ? words : tr("图中央：%1").arg(words));
}

void PanesView::setMarked(const QList<QPolygonF>& parts)
{
    for (const Pane& pane : m_panes)
        pane.canvas->setMarked(parts);
}

std::optional<PanesView::Found> PanesView::featureAt(int pane, const QPointF& place) const
{
    const Pane& one = m_panes[static_cast<std::size_t>(pane)];
    const double reach = reachPixels * shownOn(pane)->view().metresPerPixel;
    const auto year = session()->data();
    const auto topmost = [&](const draw::MapLayer& layer) {
        return layer.shapes->featureAt(place, reach,
                                       [&layer](std::size_t i) { return layer.shows(i); });
    };
    if (isComparison(one.shown)) {
        const draw::Compared* const shown = m_comparisons->find(comparisonOf(one.shown));
        if (!year || !shown)
            return std::nullopt;
        const project::Layer* const layer = year->layer(shown->of);
        const auto feature = topmost(shown->layers[0]);
        return layer && feature && m_library->find(layer->id)
                   ? std::optional(Found{layer, *feature})
                   : std::nullopt;
    }
    QList<const project::Layer*> order = inOrder(one.layers);
    std::reverse(order.begin(), order.end());
    // Districts lie over everything: they answer where nothing else does.
    std::stable_partition(order.begin(), order.end(),
                          [](const project::Layer* layer) { return !isDistricts(layer->role); });
    for (const project::Layer* layer : std::as_const(order)) {
        const draw::MapLayer* const there = m_library->find(layer->id);
        const auto feature = there ? topmost(*there) : std::nullopt;
        if (feature)
            return Found{layer, *feature};
    }
    return std::nullopt;
}

void PanesView::click(int pane, const QPointF& place, Qt::KeyboardModifiers keys)
{
    const std::optional<Found> found = featureAt(pane, place);
    identify(found);
    if (found && (keys & (Qt::ShiftModifier | Qt::ControlModifier)))
        select({{found->layer->id.number(), {static_cast<std::uint32_t>(found->feature)}}}, keys);
}

void PanesView::identify(const std::optional<Found>& found)
{
    if (found)
        return showFeature(*found->layer, found->feature);
    setMarked({});
    m_card->say(tr("这里没有要素"), tr("当前一幅的图层在此处都没有图形。"));
}

void PanesView::showFeature(const project::Layer& layer, std::size_t feature)
{
    const draw::ShapeStore& shapes = *m_library->find(layer.id)->shapes;
    const QList<QPolygonF> parts = shapes.partsOf(feature);
    setMarked(parts);
    m_card->showFeature(layer, shapes.id(feature),
                        shapes.kind() == draw::ShapeStore::Kind::Polygons ? planeArea(parts) : 0);
}

void PanesView::setTool(MapCanvas::Tool tool)
{
    for (QAction* action : m_toolActions->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(tool));
    for (const Pane& pane : m_panes)
        pane.canvas->setTool(tool);
    // A menu's button says what of it is in use.
    m_measureMenu->setDown(tool == MapCanvas::Tool::Length || tool == MapCanvas::Tool::Area);
    m_selectMenu->setDown(tool == MapCanvas::Tool::Box || tool == MapCanvas::Tool::Polygon);
    shownOn(m_active)->setFocus(Qt::OtherFocusReason);
}

void PanesView::measure(int pane)
{
    MapCanvas* const one = canvas(pane);
    const bool area = one->tool() == MapCanvas::Tool::Area;
    const QPolygonF& sketch = one->sketch();
    if ((!area && one->tool() != MapCanvas::Tool::Length) || !m_library->plane())
        return;
    if (sketch.size() < (area ? 3 : 2)) {
        one->setSketchWords({});
        return;
    }
    const QRectF box = sketch.boundingRect();
    auto measure = draw::PlaneMeasure::make(*m_library->plane(),
                                            {box.left(), box.top(), box.right(), box.bottom()});
    if (!measure) {
        one->setSketchWords(measure.error().message());
        return;
    }
    QList<InUnit> rows;
    if (area) {
        const auto squareMetres = measure->area(sketch);
        if (!squareMetres) {
            one->setSketchWords(squareMetres.error().message());
            return;
        }
        one->setSketchWords(areaWords(*squareMetres));
        rows = areaInUnits(*squareMetres);
    } else {
        const double metres = measure->length(sketch);
        one->setSketchWords(lengthWords(metres));
        rows = lengthInUnits(metres);
    }
    setMarked({});
    QList<std::pair<QString, QString>> lines;
    for (const InUnit& row : std::as_const(rows))
        lines.emplaceBack(row.unit, row.number);
    m_card->say(area ? tr("测面积（椭球面）") : tr("测距离（椭球面）"),
                tr("%1 个点；退格撤一点，双击或回车结束，Esc 取消。").arg(sketch.size()), lines);
}

void PanesView::endSketch(int pane, Qt::KeyboardModifiers keys)
{
    MapCanvas* const one = canvas(pane);
    if (one->tool() == MapCanvas::Tool::Length || one->tool() == MapCanvas::Tool::Area) {
        measure(pane);
        return;
    }
    const QPolygonF area = one->sketch();
    one->clearSketch();
    if (const auto place = placeToSelect())
        m_finder->inArea(*place, area, keys);
}

std::optional<FeatureFinder::Place> PanesView::placeToSelect()
{
    const project::Layer* const layer = layerToSelect();
    const draw::MapLayer* const there = layer ? m_library->find(layer->id) : nullptr;
    if (there && m_library->plane())
        return FeatureFinder::Place{*layer, *there};
    Q_EMIT noticed(tr("当前一幅没有可选的图层；请在左边点选一个已勾选的图层。"));
    return std::nullopt;
}

const project::Layer* PanesView::layerToSelect() const
{
    const auto year = session()->data();
    const Pane& pane = m_panes[static_cast<std::size_t>(m_active)];
    if (!year)
        return nullptr;
    if (isComparison(pane.shown)) {
        const draw::Compared* const map = m_comparisons->find(comparisonOf(pane.shown));
        return map ? year->layer(map->of) : nullptr;
    }
    if (pane.layers.contains(m_list->current().number()))
        return year->layer(m_list->current());
    // Land, or what lies lowest: what fills the map.
    const QList<const project::Layer*> order = inOrder(pane.layers);
    return order.isEmpty() ? nullptr : order.constFirst();
}

void PanesView::select(const SelectionPanel::Selection& found, Qt::KeyboardModifiers keys)
{
    const SelectionPanel::Selection all = FeatureFinder::combined(selection(), found, keys);
    if (all.isEmpty())
        Q_EMIT noticed(tr("没有选中要素。"));
    setSelection(all);
}

void PanesView::setSelection(const SelectionPanel::Selection& selection)
{
    m_selected->setSelection(selection);
    showPanes();
}

void PanesView::selectByCondition()
{
    const auto place = placeToSelect();
    if (!place)
        return;
    auto* dialog =
        new FilterDialog(m_jobs, session()->path(), place->layer, {},
                         {tr("按条件选择：%1").arg(place->layer.name), tr("选择"), false}, this);
    connect(dialog, &FilterDialog::chosen, this,
            [this, id = place->layer.id](const draw::Conditions& conditions) {
                const auto year = session()->data();
                const project::Layer* const layer = year ? year->layer(id) : nullptr;
                const draw::MapLayer* const there = layer ? m_library->find(id) : nullptr;
                if (there && m_library->plane())
                    m_finder->byConditions({*layer, *there}, *m_library->plane(), conditions);
            });
    dialog->open();
}

void PanesView::search()
{
    const QString text = m_search->text().trimmed();
    if (text.isEmpty() || !session()->data())
        return;
    const Pane& pane = m_panes[static_cast<std::size_t>(m_active)];
    QList<const project::Layer*> order = inOrder(pane.layers);
    if (isComparison(pane.shown)) {
        order.clear();
        if (const project::Layer* const land = layerToSelect())
            order << land;
    }
    QList<FeatureFinder::Place> places;
    for (const project::Layer* layer : std::as_const(order)) {
        if (const draw::MapLayer* const there = m_library->find(layer->id))
            places << FeatureFinder::Place{*layer, *there};
    }
    m_finder->byName(places, text);
}

void PanesView::goTo(project::LayerId id, std::size_t feature)
{
    const auto year = session()->data();
    const project::Layer* const layer = year ? year->layer(id) : nullptr;
    const draw::MapLayer* const there = layer ? m_library->find(id) : nullptr;
    if (!there || feature >= there->shapes->count())
        return;
    showFeature(*layer, feature);
    shownOn(m_active)->goTo(there->shapes->box(feature));
}

void PanesView::layUnderlays()
{
    const auto& plane = m_library->plane();
    const QList<draw::UnderlayPicture> pictures =
        plane ? m_underlays->pictures() : QList<draw::UnderlayPicture>();
    for (const Pane& pane : m_panes) {
        pane.canvas->setUnderlays(pictures, plane.value_or(gdal::Crs()));
        pane.canvas->setAreaShare(m_underlays->areaShare());
    }
}

bool PanesView::isDrawn() const
{
    if (!m_library->isIdle())
        return false;
    for (const int pane : shownPanes()) {
        const Content content = m_panes[static_cast<std::size_t>(pane)].shown;
        if (isComparison(content) && m_comparisons->isBusy(comparisonOf(content)))
            return false;
        if (!shownOn(pane)->isDrawn())
            return false;
    }
    return true;
}

} // namespace checkup::workspace
