#include "app/workspace/maps/panes_view.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/maps/base_map_tool.h"
#include "app/workspace/maps/filter_dialog.h"
#include "app/workspace/maps/layer_list.h"
#include "app/workspace/maps/measured.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"

#include "core/catalogue/layer_roles.h"
#include "core/draw/map_sheet.h"
#include "core/draw/map_views.h"
#include "core/gdal/raster_reader.h"
#include "core/spatial/recipe.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;

namespace {

/// How near to a line or point a click must be, in pixels.
constexpr double reachPixels = 6;

const QStringList& planRoles()
{
    static const QStringList roles{u"CZKFBJ"_s, u"YJJBNT"_s, u"STBHHX"_s, u"LSWHBHX"_s};
    return roles;
}

bool isComparison(PanesView::Content content)
{
    return content == PanesView::Content::LandChange ||
           content == PanesView::Content::BuiltChange || content == PanesView::Content::PlanGap;
}

draw::Comparison comparisonOf(PanesView::Content content)
{
    return content == PanesView::Content::LandChange    ? draw::Comparison::LandChange
           : content == PanesView::Content::BuiltChange ? draw::Comparison::BuiltChange
                                                        : draw::Comparison::PlanGap;
}

bool isDistricts(const QString& role)
{
    return role == u"XZQ" || role == u"JDXZ";
}

bool isPoints(const QString& role)
{
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    return known && known->geometry == LayerGeometry::Point;
}

/// "118°05′30.25″"
QString degrees(double value)
{
    const double seconds = std::round(std::abs(value) * 360000) / 100;
    const auto whole = static_cast<int>(seconds / 60);
    return u"%1°%2′%3″"_s.arg(whole / 60)
        .arg(whole % 60, 2, 10, QChar(u'0'))
        .arg(seconds - whole * 60, 5, 'f', 2, QChar(u'0'));
}

} // namespace

PanesView::PanesView(Session* session, Jobs* jobs, QWidget* parent)
    : MapsView(session, parent)
    , m_jobs(jobs)
    , m_library(new MapLibrary(session, jobs, this))
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
    , m_search(new QLineEdit(this))
    , m_list(new LayerList(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_grid(new QGridLayout)
    , m_selected(new SelectionPanel(session, jobs, m_library, this))
    , m_what(makeLabel({}, "", 1, true))
    , m_uses(makeLabel({}, "dim", 1, false, true))
    , m_place(makeLabel({}, "dim", 1, false, true))
    , m_fields(new QTableWidget(this))
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
    connect(m_baseMap, &BaseMapTool::failed, this, &PanesView::failed);
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

void PanesView::addTool(MapCanvas::Tool tool, QMenu* menu, const QString& name)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(tool == MapCanvas::Tool::Look);
    action->setData(static_cast<int>(tool));
    m_toolActions->addAction(action);
    if (menu)
        menu->addAction(action);
    else
        m_tools->addAction(action);
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
    m_swipeAction->setObjectName(u"mapSwipe"_s);
    m_legend->setObjectName(u"mapLegend"_s);
    m_tools->addSeparator();
    m_tools->addAction(m_all); // closer and farther are the wheel's and the menu's
    m_tools->addSeparator();
    addTool(MapCanvas::Tool::Look, nullptr, u"toolLook"_s);
    m_measureMenu = makeMenu(u"mapMeasure"_s);
    addTool(MapCanvas::Tool::Length, m_measureMenu->menu(), u"toolLength"_s);
    addTool(MapCanvas::Tool::Area, m_measureMenu->menu(), u"toolArea"_s);
    m_selectMenu = makeMenu(u"mapSelect"_s);
    addTool(MapCanvas::Tool::Box, m_selectMenu->menu(), u"toolBox"_s);
    addTool(MapCanvas::Tool::Polygon, m_selectMenu->menu(), u"toolPolygon"_s);
    m_byCondition->setObjectName(u"selectByCondition"_s);
    m_clearSelection->setObjectName(u"clearSelection"_s);
    for (QAction* action : {m_byCondition, m_find, m_clearSelection})
        m_selectMenu->menu()->addAction(action);
    m_find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_find);
    m_bookmarkMenu = makeMenu(u"mapBookmarks"_s);
    connect(m_bookmarkMenu->menu(), &QMenu::aboutToShow, this, &PanesView::fillBookmarks);
    m_underlayMenu = makeMenu(u"mapUnderlays"_s);
    connect(m_underlayMenu->menu(), &QMenu::aboutToShow, this, &PanesView::fillUnderlays);
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
}

void PanesView::makePane(int number)
{
    Pane& pane = m_panes[static_cast<std::size_t>(number)];
    pane.frame = new QWidget(this);
    pane.content = new QComboBox(pane.frame);
    pane.content->setObjectName(u"mapContent%1"_s.arg(number));
    pane.canvas = new MapCanvas(m_jobs, pane.frame);
    constexpr std::array contents{Content::Implementation, Content::Plan, Content::Before,
                                  Content::Facilities};
    pane.shown = contents[static_cast<std::size_t>(number)];
    auto* column = new QVBoxLayout(pane.frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    pane.head = new QHBoxLayout;
    pane.head->addWidget(pane.content, 1);
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
    connect(pane.canvas, &MapCanvas::hovered, this, &PanesView::showPlace);
    connect(pane.canvas, &MapCanvas::left, m_place, &QLabel::clear);
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
    auto* fields = new QWidget(this);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    m_fields->setObjectName(u"mapFields"_s);
    m_fields->setColumnCount(2);
    m_fields->horizontalHeader()->setStretchLastSection(true);
    m_fields->verticalHeader()->hide();
    m_fields->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_fields->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_what->setWordWrap(true);
    column->addWidget(m_what);
    column->addWidget(m_fields, 1);
    column->addWidget(m_uses);
    auto* side = new QSplitter(Qt::Vertical, this);
    side->addWidget(upper);
    side->addWidget(fields);
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
    m_linked->setToolTip(tr("各幅同范围、同比例尺"));
    m_named->setText(tr("注记"));
    m_named->setToolTip(tr("显示名称"));
    m_legend->setText(tr("图例"));
    m_legend->setToolTip(tr("在图上显示图例"));
    m_swipeAction->setText(tr("卷帘"));
    m_swipeAction->setToolTip(tr("两种内容叠在一幅里，中间的分隔线可以拖动"));
    const std::array<std::pair<QString, QString>, 5> tools{
        {{tr("查看"), tr("单击查看要素；按住 Shift 单击加选，Ctrl 减选")},
         {tr("测距离"), tr("逐点单击，退格撤一点，双击或回车结束；椭球面上的长度")},
         {tr("测面积"), tr("逐点单击，退格撤一点，双击或回车结束；椭球面上的面积")},
         {tr("框选"), tr("拖出方框，选中与它相交的要素；Shift 加选，Ctrl 减选")},
         {tr("多边形选择"), tr("逐点单击围出多边形，双击或回车结束；Shift 加选，Ctrl 减选")}}};
    const QList<QAction*> toolActions = m_toolActions->actions();
    for (qsizetype i = 0; i < toolActions.size(); ++i) {
        toolActions[i]->setText(tools[static_cast<std::size_t>(i)].first);
        toolActions[i]->setToolTip(tools[static_cast<std::size_t>(i)].second);
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
    m_closer->setText(tr("放大"));
    m_farther->setText(tr("缩小"));
    m_baseMap->retranslate();
    m_scale->setAccessibleName(tr("比例尺"));
    m_scale->setToolTip(tr("选比例尺，或写分母后回车"));
    m_fields->setHorizontalHeaderLabels({tr("字段"), tr("值")});
    m_fields->setAccessibleName(tr("要素的属性"));
    for (int i = 0; i < most; ++i) {
        Pane& pane = m_panes[static_cast<std::size_t>(i)];
        const QSignalBlocker quiet(pane.content);
        pane.content->clear();
        pane.content->setAccessibleName(tr("第 %1 幅的内容").arg(i + 1));
        const auto add = [&pane](Content content, const QString& words) {
            pane.content->addItem(words, static_cast<int>(content));
        };
        add(Content::Implementation, tr("实施：现状地类"));
        add(Content::Plan, tr("规划：控制线"));
        add(Content::Before, tr("以前：上一期地类"));
        add(Content::Facilities, tr("设施和道路"));
        add(Content::Everything, tr("全部图层"));
        add(Content::Own, tr("自选图层"));
        add(Content::LandChange, tr("差异：两期之间的地类变化"));
        add(Content::BuiltChange, tr("差异：两期之间的建设用地增减"));
        add(Content::PlanGap, tr("差异：规划边界外和红线内的建设用地"));
        pane.content->setCurrentIndex(pane.content->findData(static_cast<int>(pane.shown)));
        pane.canvas->retranslate();
    }
    m_empty->setTexts(tr("还没有图层"),
                      tr("先在“空间数据”中添加地类图斑、控制线等图层，再来这里对照规划与实施。"),
                      tr("去添加图层"));
    say(tr("单击地图查看要素"), tr("属性和用到它的输入量列在这里。"));
    if (!m_stale)
        showPanes();
}

QList<QAction*> PanesView::viewActions() const
{
    return m_counts->actions() +
           QList<QAction*>{m_swipeAction, m_linked, m_named, m_legend, m_all, m_closer, m_farther} +
           m_toolActions->actions() + QList<QAction*>{m_byCondition, m_find, m_clearSelection} +
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
    fillList();
    showScale();
}

QSet<qint64> PanesView::layersOf(int pane, Content content) const
{
    QSet<qint64> layers;
    const auto year = session()->data();
    if (!year || isComparison(content))
        return layers;
    const auto add = [&](const QString& role, int of) {
        if (const project::Layer* const layer = draw::layerFor(*year, role, of))
            layers.insert(layer->id.number());
    };
    add(u"XZQ"_s, year->info.year);
    switch (content) {
    case Content::Implementation:
        add(u"DLTB"_s, year->info.year);
        break;
    case Content::Plan:
        for (const QString& role : planRoles())
            add(role, year->info.year);
        break;
    case Content::Before: {
        const project::Layer* const now = draw::layerFor(*year, u"DLTB"_s, year->info.year);
        if (now)
            add(u"DLTB"_s, now->year - 1);
        break;
    }
    case Content::Facilities:
        for (const project::Layer& layer : year->layers) {
            if (layer.role == u"DLWL" || isPoints(layer.role))
                layers.insert(layer.id.number());
        }
        break;
    case Content::Own:
        if (const auto chosen = draw::chosenLayers(*year, pane)) {
            layers.clear();
            for (const project::LayerId id : *chosen)
                layers.insert(id.number());
            break;
        }
        [[fallthrough]];
    default:
        for (const project::Layer* layer : draw::drawingOrder(*year))
            layers.insert(layer->id.number());
        break;
    }
    return layers;
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

PanesView::Compared& PanesView::compared(Content content)
{
    Compared& one = m_compared[content];
    const auto year = session()->data();
    QString made = session()->path();
    for (const project::Layer& layer : year->layers)
        made += QStringList{u"\n"_s,          QString::number(layer.id.number()),
                            layer.role,       QString::number(layer.year),
                            layer.path,       layer.sha256,
                            layer.fields,     layer.crs,
                            layer.classSystem}
                    .join(u' ');
    if (one.asked && one.made == made)
        return one;
    one = Compared();
    one.asked = true;
    one.made = made;
    m_jobs->start<draw::Compared>(
        tr("比较图斑"),
        [kind = comparisonOf(content), path = session()->path(),
         year](const CancelToken& cancel, const ProgressSink&) -> Result<draw::Compared> {
            const project::Layer* const deciding = draw::planeLayer(*year, year->info.year);
            if (!deciding)
                return draw::Compared();
            const auto plane = draw::planeFor(path, *deciding);
            if (!plane)
                return plane.error();
            return draw::compare(kind, path, *year, *plane, cancel);
        },
        this,
        [this, content, made](const Result<draw::Compared>& map) {
            Compared& waiting = m_compared[content];
            if (waiting.made != made)
                return;
            waiting.map = map;
            waiting.done = true;
            showPanes();
        });
    return one;
}

PanesView::Scene PanesView::sceneOf(Content content)
{
    Scene scene;
    scene.wanted = true;
    const Compared& one = compared(content);
    scene.loading = !one.done;
    if (!one.done)
        return scene;
    if (!one.map) {
        scene.faults << (one.map.error().code() == ErrorCode::Cancelled
                             ? tr("已取消比较；换一种内容再换回来，就重新比较。")
                             : one.map.error().message());
        if (one.map.error().code() == ErrorCode::Cancelled)
            m_compared[content].made.clear();
        return scene;
    }
    scene.layers = one.map->layers;
    if (!one.map->lacking.isEmpty()) {
        const QString lacks = one.map->lacking.join(tr("、"));
        scene.faults << (scene.layers.isEmpty() ? tr("这种差异还比不出来：%1。").arg(lacks)
                                                : tr("没有比全：%1。").arg(lacks));
    }
    // One copy of the shapes in memory is enough.
    const draw::MapLayer* const there = m_library->find(one.map->of);
    if (there && !scene.layers.isEmpty()) {
        draw::MapLayer& land = scene.layers[0];
        const std::size_t count = land.shapes->count();
        if (land.label < 0 && land.value < 0 && there->shapes->count() == count && count > 0 &&
            there->shapes->id(0) == land.shapes->id(0) &&
            there->shapes->id(count - 1) == land.shapes->id(count - 1)) {
            land.shapes = there->shapes;
            m_compared[content].map->layers[0].shapes = there->shapes;
        }
    }
    return scene;
}

PanesView::Scene PanesView::sceneOf(const Pane& pane)
{
    if (isComparison(pane.shown))
        return sceneOf(pane.shown);
    Scene scene;
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

QList<draw::MapLayer> PanesView::selectedLayers() const
{
    QList<draw::MapLayer> layers;
    for (auto one = selection().cbegin(); one != selection().cend(); ++one) {
        const draw::MapLayer* const there = m_library->find(project::LayerId(one.key()));
        if (!there)
            continue;
        draw::MapLayer marked;
        marked.shapes = there->shapes;
        const QColor colour(255, 214, 0);
        draw::Symbol symbol;
        symbol.fill = colour;
        symbol.line = draw::LineSymbol{QColor(190, 90, 0), 0.5, {}};
        if (there->shapes->kind() == draw::ShapeStore::Kind::Lines)
            symbol.casing = draw::LineSymbol{colour, 1.2, {}};
        if (there->shapes->kind() == draw::ShapeStore::Kind::Points)
            symbol.marker = draw::MarkerSymbol{draw::MarkerSymbol::Shape::Circle, 3.2};
        marked.style.otherwise.symbol = symbol;
        marked.style.opacity = 0.7;
        auto chosen =
            std::make_shared<std::vector<int>>(there->shapes->count(), int(draw::MapLayer::hidden));
        for (const std::uint32_t feature : *one) {
            if (feature < chosen->size())
                (*chosen)[feature] = -1;
        }
        marked.chosen = chosen;
        layers << marked;
    }
    return layers;
}

void PanesView::showPane(int pane)
{
    if (!isVisible())
        return;
    const Pane& one = m_panes[static_cast<std::size_t>(pane)];
    const Scene scene = sceneOf(one);
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
        scene.layers.isEmpty() ? QList<draw::MapLayer>() : selectedLayers();
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
    const auto& plane = m_library->plane();
    if (!plane)
        return;
    const auto up = gdal::Transformation::toGeodetic(*plane);
    double x = place.x();
    double y = place.y();
    if (!up || !up->apply(&x, &y, 1))
        return;
    // Surveyors' X goes north; the zone's easting keeps its false 500 km.
    m_place->setText(tr("东经 %1  北纬 %2    X %3  Y %4  %5")
                         .arg(degrees(x), degrees(y), QString::number(place.y(), 'f', 1),
                              QString::number(place.x(), 'f', 1), plane->name()));
}

void PanesView::say(const QString& title, const QString& words)
{
    m_what->setText(title);
    m_uses->setText(words);
    m_fields->setRowCount(0);
    for (const Pane& pane : m_panes)
        pane.canvas->setMarked({});
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
        const auto map = m_compared.find(one.shown);
        if (!year || map == m_compared.end() || !map->second.map ||
            map->second.map->layers.isEmpty())
            return std::nullopt;
        const draw::Compared& shown = *map->second.map;
        const project::Layer* const layer = year->layer(shown.of);
        const auto feature = topmost(shown.layers[0]);
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
        showFields(*found->layer, found->feature,
                   m_library->find(found->layer->id)->shapes->id(found->feature));
    else
        say(tr("这里没有要素"), tr("当前一幅的图层在此处都没有图形。"));
}

void PanesView::showFields(const project::Layer& layer, std::size_t feature, qint64 number)
{
    const draw::MapLayer* const there = m_library->find(layer.id);
    say(tr("%1：%2 号").arg(layer.name).arg(number), usesOf(layer.role));
    for (const Pane& pane : m_panes)
        pane.canvas->setMarked(there->shapes->partsOf(feature));
    const quint64 question = ++m_question;
    m_jobs->start<QList<draw::FieldText>>(
        {},
        [path = session()->path(), layer, number](const CancelToken&, const ProgressSink&) {
            return draw::fieldsOf(path, layer, number);
        },
        this,
        [this, question](const Result<QList<draw::FieldText>>& fields) {
            if (question != m_question)
                return;
            if (!fields) {
                Q_EMIT failed(fields.error());
                return;
            }
            m_fields->setRowCount(static_cast<int>(fields->size()));
            for (int row = 0; row < m_fields->rowCount(); ++row) {
                m_fields->setItem(row, 0, new QTableWidgetItem((*fields)[row].field));
                m_fields->setItem(row, 1, new QTableWidgetItem((*fields)[row].text));
            }
        });
}

QString PanesView::usesOf(const QString& role) const
{
    const auto year = session()->data();
    if (!year)
        return {};
    QStringList names;
    const QStringList subjects = spatial::recipeSubjects(*year);
    for (const QString& subject : subjects) {
        const auto recipe = spatial::recipeFor(*year, subject);
        if (!recipe || !*recipe)
            continue;
        const auto taken = spatial::choose((*recipe)->what, *year, year->info.year);
        if (!taken.layers.isEmpty() && taken.layers.constFirst().role == role) {
            const auto* const quantity = year->catalogue.quantity(subject);
            names << (quantity ? language::choose(quantity->nameZh, quantity->nameEn) : subject);
        }
    }
    constexpr qsizetype shown = 4;
    if (names.isEmpty())
        return tr("没有输入量由这一图层的要素计算。");
    const QString some = names.mid(0, shown).join(tr("、"));
    return names.size() > shown
               ? tr("由这一图层计算的输入量有 %1 个：%2 等。").arg(names.size()).arg(some)
               : tr("由这一图层计算的输入量：%1。").arg(some);
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
    say(area ? tr("测面积（椭球面）") : tr("测距离（椭球面）"),
        tr("%1 个点；退格撤一点，双击或回车结束，Esc 取消。").arg(sketch.size()));
    m_fields->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_fields->rowCount(); ++row) {
        m_fields->setItem(row, 0, new QTableWidgetItem(rows[row].unit));
        m_fields->setItem(row, 1, new QTableWidgetItem(rows[row].number));
    }
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
    const project::Layer* const layer = layerToSelect();
    const draw::MapLayer* const there = layer ? m_library->find(layer->id) : nullptr;
    if (!there) {
        Q_EMIT noticed(tr("当前一幅没有可选的图层；请在左边点选一个已勾选的图层。"));
        return;
    }
    const quint64 choice = ++m_choice;
    m_jobs->start<draw::Features>(
        {},
        [shown = *there, area](const CancelToken& cancel, const ProgressSink&)
            -> Result<draw::Features> { return draw::meeting(shown, area, cancel); },
        this,
        [this, choice, keys, id = layer->id](const Result<draw::Features>& found) {
            if (choice != m_choice)
                return;
            if (!found)
                Q_EMIT failed(found.error());
            else
                select({{id.number(), *found}}, keys);
        });
}

const project::Layer* PanesView::layerToSelect() const
{
    const auto year = session()->data();
    const Pane& pane = m_panes[static_cast<std::size_t>(m_active)];
    if (!year)
        return nullptr;
    if (isComparison(pane.shown)) {
        const auto map = m_compared.find(pane.shown);
        return map != m_compared.end() && map->second.map ? year->layer(map->second.map->of)
                                                          : nullptr;
    }
    if (pane.layers.contains(m_list->current().number()))
        return year->layer(m_list->current());
    // Land, or what lies lowest: what fills the map.
    const QList<const project::Layer*> order = inOrder(pane.layers);
    return order.isEmpty() ? nullptr : order.constFirst();
}

void PanesView::select(const SelectionPanel::Selection& found, Qt::KeyboardModifiers keys)
{
    const bool more = keys & Qt::ShiftModifier;
    const bool less = keys & Qt::ControlModifier;
    SelectionPanel::Selection all = more || less ? selection() : SelectionPanel::Selection();
    for (auto one = found.cbegin(); one != found.cend(); ++one) {
        draw::Features& kept = all[one.key()];
        draw::Features next;
        draw::Features sorted = *one;
        std::sort(sorted.begin(), sorted.end());
        if (less)
            std::set_difference(kept.begin(), kept.end(), sorted.begin(), sorted.end(),
                                std::back_inserter(next));
        else
            std::set_union(kept.begin(), kept.end(), sorted.begin(), sorted.end(),
                           std::back_inserter(next));
        kept = next;
    }
    all.removeIf([](const auto& one) { return one.value().empty(); });
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
    const project::Layer* const layer = layerToSelect();
    if (!layer || !m_library->find(layer->id)) {
        Q_EMIT noticed(tr("当前一幅没有可选的图层；请在左边点选一个已勾选的图层。"));
        return;
    }
    auto* dialog =
        new FilterDialog(m_jobs, session()->path(), *layer, {},
                         {tr("按条件选择：%1").arg(layer->name), tr("选择"), false}, this);
    connect(dialog, &FilterDialog::chosen, this,
            [this, id = layer->id](const draw::Conditions& conditions) {
                const auto year = session()->data();
                if (const project::Layer* const one = year ? year->layer(id) : nullptr)
                    selectWhere(*one, conditions);
            });
    dialog->open();
}

void PanesView::selectWhere(const project::Layer& layer, const draw::Conditions& conditions)
{
    const draw::MapLayer* const there = m_library->find(layer.id);
    if (!there || !m_library->plane())
        return;
    const quint64 choice = ++m_choice;
    m_jobs->start<draw::Features>(
        tr("按条件选择"),
        [layer, conditions, shown = *there, path = session()->path(), plane = *m_library->plane(),
         year = session()->data()->info.year](const CancelToken& cancel,
                                              const ProgressSink&) -> Result<draw::Features> {
            const auto taken =
                draw::takenBy(path, layer, *shown.shapes, plane, conditions, year, cancel);
            if (!taken)
                return taken.error();
            draw::Features found;
            for (std::size_t i = 0; i < taken->size(); ++i) {
                if ((*taken)[i] && shown.shows(i))
                    found.push_back(static_cast<std::uint32_t>(i));
            }
            return found;
        },
        this,
        [this, choice, id = layer.id](const Result<draw::Features>& found) {
            if (choice != m_choice)
                return;
            if (!found)
                Q_EMIT failed(found.error());
            else
                select({{id.number(), *found}}, {});
        });
}

void PanesView::search()
{
    const QString text = m_search->text().trimmed();
    const auto year = session()->data();
    if (text.isEmpty() || !year)
        return;
    const Pane& pane = m_panes[static_cast<std::size_t>(m_active)];
    QList<const project::Layer*> order = inOrder(pane.layers);
    if (isComparison(pane.shown)) {
        order.clear();
        if (const project::Layer* const land = layerToSelect())
            order << land;
    }
    struct Place
    {
        project::Layer layer;
        std::shared_ptr<const draw::ShapeStore> shapes;
    };
    QList<Place> places;
    for (const project::Layer* layer : std::as_const(order)) {
        if (const draw::MapLayer* const there = m_library->find(layer->id))
            places << Place{*layer, there->shapes};
    }
    const quint64 choice = ++m_choice;
    m_jobs->start<SelectionPanel::Selection>(
        tr("查找“%1”").arg(text),
        [places, text, path = session()->path()](
            const CancelToken& cancel, const ProgressSink&) -> Result<SelectionPanel::Selection> {
            SelectionPanel::Selection all;
            constexpr qsizetype enough = 200;
            for (const Place& place : places) {
                const auto found =
                    draw::featuresNamed(path, place.layer, *place.shapes, text, enough, cancel);
                if (!found)
                    return found.error();
                if (!found->empty())
                    all.insert(place.layer.id.number(), *found);
            }
            return all;
        },
        this,
        [this, choice, text](const Result<SelectionPanel::Selection>& found) {
            if (choice != m_choice)
                return;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            if (found->isEmpty()) {
                Q_EMIT noticed(tr("当前一幅的图层里没有编号或名称含“%1”的要素。").arg(text));
                return;
            }
            select(*found, {});
            // The only one, or the first whole match, is what was meant.
            goTo(project::LayerId(found->firstKey()), found->first().front());
        });
}

void PanesView::goTo(project::LayerId id, std::size_t feature)
{
    const auto year = session()->data();
    const project::Layer* const layer = year ? year->layer(id) : nullptr;
    const draw::MapLayer* const there = layer ? m_library->find(id) : nullptr;
    if (!there || feature >= there->shapes->count())
        return;
    showFields(*layer, feature, there->shapes->id(feature));
    shownOn(m_active)->goTo(there->shapes->box(feature));
}

void PanesView::fillBookmarks()
{
    QMenu* const menu = m_bookmarkMenu->menu();
    menu->clear();
    const auto year = session()->data();
    QAction* const add = menu->addAction(tr("记下此处…"), this, &PanesView::addBookmark);
    add->setEnabled(year && !session()->isReadOnly() && m_library->plane());
    const QList<draw::Bookmark> all = year ? draw::bookmarks(*year) : QList<draw::Bookmark>();
    if (all.isEmpty())
        return;
    menu->addSeparator();
    for (const draw::Bookmark& one : all)
        menu->addAction(one.name, this, [this, name = one.name] { goToBookmark(name); });
    menu->addSeparator();
    QMenu* const removing = menu->addMenu(tr("删除"));
    removing->setEnabled(!session()->isReadOnly());
    for (const draw::Bookmark& one : all)
        removing->addAction(one.name, this, [this, name = one.name] {
            if (const auto now = session()->data())
                session()->edit(draw::removeBookmark(*now, name));
        });
}

void PanesView::addBookmark()
{
    const MapCanvas::View view = shownOn(m_active)->view();
    const auto& plane = m_library->plane();
    if (!plane || view.metresPerPixel == 0)
        return;
    const auto up = gdal::Transformation::toGeodetic(*plane);
    double x = view.centre.x();
    double y = view.centre.y();
    const auto done = up ? up->apply(&x, &y, 1) : Result<void>(up.error());
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    dialogs::askText(
        this, tr("记下此处"), tr("书签的名称"), {}, false, [this, x, y, view](const QString& text) {
            const auto year = session()->data();
            const QString name = text.trimmed();
            if (year && !name.isEmpty())
                session()->edit(draw::setBookmark(*year, {name, {x, y}, view.metresPerPixel}));
        });
}

void PanesView::goToBookmark(const QString& name)
{
    const auto year = session()->data();
    const auto& plane = m_library->plane();
    if (!year || !plane)
        return;
    const auto down = gdal::Transformation::fromGeodetic(*plane);
    if (!down) {
        Q_EMIT failed(down.error());
        return;
    }
    for (const draw::Bookmark& one : draw::bookmarks(*year)) {
        double x = one.at.x();
        double y = one.at.y();
        if (one.name != name || !down->apply(&x, &y, 1))
            continue;
        MapCanvas* const active = shownOn(m_active);
        active->setView({{x, y}, one.metresPerPixel});
        follow(m_active);
    }
}

void PanesView::layUnderlays()
{
    const auto year = session()->data();
    const auto& plane = m_library->plane();
    QList<draw::UnderlayPicture> pictures;
    for (const draw::Underlay& one :
         year&& plane ? draw::underlays(*year) : QList<draw::Underlay>()) {
        if (one.visible)
            pictures << draw::UnderlayPicture{draw::pathOf(session()->path(), one), one.table,
                                              one.opacity};
    }
    for (const Pane& pane : m_panes)
        pane.canvas->setUnderlays(pictures, plane.value_or(gdal::Crs()));
}

void PanesView::fillUnderlays()
{
    QMenu* const menu = m_underlayMenu->menu();
    menu->clear();
    const auto year = session()->data();
    const bool editable = year && !session()->isReadOnly();
    menu->addAction(tr("添加影像…"), this, qOverload<>(&PanesView::addUnderlay))
        ->setEnabled(editable);
    const QList<draw::Underlay> all = year ? draw::underlays(*year) : QList<draw::Underlay>();
    for (const draw::Underlay& one : all) {
        menu->addSeparator();
        const auto change = [this](const draw::Underlay& changed) {
            if (const auto now = session()->data())
                session()->edit(draw::setUnderlay(*now, changed));
        };
        QAction* const shown = menu->addAction(one.name, this, [one, change](bool on) {
            draw::Underlay changed = one;
            changed.visible = on;
            change(changed);
        });
        shown->setCheckable(true);
        shown->setChecked(one.visible);
        shown->setEnabled(editable);
        QMenu* const more = menu->addMenu(tr("%1：浓淡").arg(one.name));
        more->setEnabled(editable);
        for (const int percent : {100, 75, 50, 25}) {
            QAction* const step =
                more->addAction(tr("%1%").arg(percent), this, [one, change, percent] {
                    draw::Underlay changed = one;
                    changed.opacity = percent / 100.0;
                    change(changed);
                });
            step->setCheckable(true);
            step->setChecked(std::lround(one.opacity * 100) == percent);
        }
        menu->addAction(tr("%1：移除").arg(one.name), this,
                        [this, name = one.name] {
                            if (const auto now = session()->data())
                                session()->edit(draw::removeUnderlay(*now, name));
                        })
            ->setEnabled(editable);
    }
}

void PanesView::addUnderlay()
{
    dialogs::openFile(this, {tr("添加影像"), tr("影像 (*.tif *.tiff *.mbtiles *.gpkg)"), {}, {}},
                      [this](const QString& path) {
                          m_jobs->start<QStringList>(
                              {},
                              [path](const CancelToken&, const ProgressSink&) {
                                  return gdal::RasterReader::tables(path);
                              },
                              this,
                              [this, path](const Result<QStringList>& tables) {
                                  if (!tables)
                                      Q_EMIT failed(tables.error());
                                  else if (tables->size() == 1)
                                      addUnderlay(path, tables->constFirst());
                                  else
                                      dialogs::choose(this, tr("用哪张瓦片表？"),
                                                      QFileInfo(path).fileName(), *tables,
                                                      [this, path, names = *tables](int chosen) {
                                                          addUnderlay(path, names.value(chosen));
                                                      });
                              });
                      });
}

void PanesView::addUnderlay(const QString& path, const QString& table)
{
    m_jobs->start<bool>(
        {},
        [path, table](const CancelToken&, const ProgressSink&) -> Result<bool> {
            const auto reader = gdal::RasterReader::open(path, table);
            return reader ? Result<bool>(true) : reader.error();
        },
        this,
        [this, path, table](const Result<bool>& opened) {
            const auto year = session()->data();
            if (!opened)
                Q_EMIT failed(opened.error());
            if (!opened || !year)
                return;
            draw::Underlay added;
            const QString name = table.isEmpty() ? QFileInfo(path).completeBaseName() : table;
            added.name = name;
            for (int i = 2; year->mapSetting(u"raster"_s, added.name); ++i)
                added.name = u"%1 %2"_s.arg(name).arg(i);
            added.path = draw::keptPath(session()->path(), path);
            added.table = table;
            session()->edit(draw::setUnderlay(*year, added));
        });
}

bool PanesView::isDrawn() const
{
    if (!m_library->isIdle())
        return false;
    for (const int pane : shownPanes()) {
        const auto map = m_compared.find(m_panes[static_cast<std::size_t>(pane)].shown);
        if (map != m_compared.end() && map->second.asked && !map->second.done)
            return false;
        if (!shownOn(pane)->isDrawn())
            return false;
    }
    return true;
}

} // namespace checkup::workspace
