#include "app/workspace/maps/panes_view.h"

#include "app/language/language.h"
#include "app/workspace/jobs.h"
#include "app/workspace/maps/base_map_tool.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"

#include "core/catalogue/layer_roles.h"
#include "core/spatial/recipe.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;

namespace {

constexpr int layerId = Qt::UserRole;
constexpr int layerName = Qt::UserRole + 1;
/// How near to a line or point a click must be, in pixels.
constexpr double reachPixels = 6;

const QStringList& planRoles()
{
    static const QStringList roles{u"CZKFBJ"_s, u"YJJBNT"_s, u"STBHHX"_s, u"LSWHBHX"_s};
    return roles;
}

/// Land at the bottom, then other areas, lines, borders, points.
int rankOf(const QString& role)
{
    if (role == u"DLTB")
        return 0;
    if (role == u"XZQ" || role == u"JDXZ")
        return 3;
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    if (!known)
        return 1;
    return known->geometry == LayerGeometry::Polygon ? 1
           : known->geometry == LayerGeometry::Line  ? 2
                                                     : 4;
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
    , m_linked(new QAction(this))
    , m_named(new QAction(this))
    , m_all(new QAction(this))
    , m_closer(new QAction(this))
    , m_farther(new QAction(this))
    , m_list(new QTreeWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_grid(new QGridLayout)
    , m_what(makeLabel({}, "", 1, true))
    , m_uses(makeLabel({}, "dim", 1, false, true))
    , m_place(makeLabel({}, "dim", 1, false, true))
    , m_fields(new QTableWidget(this))
    , m_scale(new QComboBox(this))
{
    makeTools();
    m_list->setObjectName(u"mapLayers"_s);
    m_list->setRootIsDecorated(false);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto* maps = new QWidget(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    maps->setLayout(m_grid);
    for (int i = 0; i < most; ++i)
        makePane(i);
    auto* side = new QSplitter(Qt::Vertical, this);
    side->addWidget(m_list);
    side->addWidget(makeFields());
    side->setSizes({300, 240});
    side->setChildrenCollapsible(false);
    side->setHandleWidth(8);
    setKind(side, "gap");
    m_splitter->addWidget(side);
    m_splitter->addWidget(maps);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({230, 700});
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    setKind(m_splitter, "gap");

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

    connect(m_list, &QTreeWidget::itemChanged, this, &PanesView::toggle);
    connect(m_library, &MapLibrary::changed, this, [this] {
        nameList();
        showPanes();
        m_baseMap->refresh();
    });
    connect(m_baseMap, &BaseMapTool::failed, this, &PanesView::failed);
    connect(m_empty, &EmptyState::activated, this,
            [this] { Q_EMIT jumpRequested(u"spatial"_s, {}); });
    connect(session, &Session::dataChanged, this, &PanesView::refresh);
    connect(session, &Session::closed, this, &PanesView::refresh);
    setPanes(1);
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
    for (QAction* action : {m_linked, m_named}) {
        action->setCheckable(true);
        action->setChecked(true);
        m_tools->addAction(action);
    }
    m_tools->addSeparator();
    for (QAction* action : {m_all, m_closer, m_farther})
        m_tools->addAction(action);
    m_tools->addSeparator();
    m_tools->addAction(m_baseMap->menu()->menuAction());
    qobject_cast<QToolButton*>(m_tools->widgetForAction(m_baseMap->menu()->menuAction()))
        ->setPopupMode(QToolButton::InstantPopup);
    connect(m_linked, &QAction::toggled, this, [this](bool on) {
        if (on)
            follow(m_active);
    });
    connect(m_named, &QAction::toggled, this, [this](bool on) {
        for (const Pane& pane : m_panes)
            pane.canvas->setLabelled(on);
    });
    connect(m_all, &QAction::triggered, this, [this] { canvas(m_active)->showAll(); });
    connect(m_closer, &QAction::triggered, this, [this] { canvas(m_active)->zoom(0.5); });
    connect(m_farther, &QAction::triggered, this, [this] { canvas(m_active)->zoom(2); });
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
    column->addWidget(pane.content);
    column->addWidget(pane.canvas, 1);
    connect(pane.content, &QComboBox::activated, this, [this, number](int index) {
        const Pane& one = m_panes[static_cast<std::size_t>(number)];
        activate(number);
        setContent(number, static_cast<Content>(one.content->itemData(index).toInt()));
    });
    connect(pane.canvas, &MapCanvas::chosen, this, [this, number] { activate(number); });
    connect(pane.canvas, &MapCanvas::viewChanged, this, [this, number] { follow(number); });
    connect(pane.canvas, &MapCanvas::hovered, this, &PanesView::showPlace);
    connect(pane.canvas, &MapCanvas::left, m_place, &QLabel::clear);
    connect(pane.canvas, &MapCanvas::clicked, this,
            [this, number](const QPointF& place) { identify(number, place); });
    connect(pane.canvas, &MapCanvas::failed, this, &PanesView::failed);
}

QWidget* PanesView::makeFields()
{
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
    return fields;
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
    m_all->setText(tr("全图"));
    m_closer->setText(tr("放大"));
    m_farther->setText(tr("缩小"));
    m_baseMap->retranslate();
    m_scale->setAccessibleName(tr("比例尺"));
    m_scale->setToolTip(tr("选比例尺，或写分母后回车"));
    m_list->setAccessibleName(tr("当前一幅的图层"));
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
    return m_counts->actions() + QList<QAction*>{m_linked, m_named, m_all, m_closer, m_farther} +
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
    for (Pane& pane : m_panes) {
        if (pane.shown != Content::Own)
            pane.layers = layersOf(pane.shown);
    }
    fillList();
    showPanes();
}

void PanesView::setPanes(int count)
{
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
    activate(std::min(m_active, m_count - 1));
    showPanes();
    follow(m_active);
}

void PanesView::setContent(int pane, Content content)
{
    Pane& one = m_panes[static_cast<std::size_t>(pane)];
    one.shown = content;
    if (content != Content::Own)
        one.layers = layersOf(content);
    one.content->setCurrentIndex(one.content->findData(static_cast<int>(content)));
    fillList();
    showPane(pane);
}

void PanesView::activate(int pane)
{
    m_active = pane;
    for (int i = 0; i < most; ++i)
        canvas(i)->setActive(i == pane && m_count > 1);
    m_baseMap->setPane(canvas(pane));
    fillList();
    showScale();
}

QSet<qint64> PanesView::layersOf(Content content) const
{
    QSet<qint64> layers;
    const auto year = session()->data();
    if (!year)
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
            if (layer.role == u"DLWL" || rankOf(layer.role) == 4)
                layers.insert(layer.id.number());
        }
        break;
    case Content::Everything:
    case Content::Own:
        for (const project::Layer& layer : year->layers)
            layers.insert(layer.id.number());
        break;
    }
    return layers;
}

QList<const project::Layer*> PanesView::inOrder(const QSet<qint64>& layers) const
{
    QList<const project::Layer*> order;
    const auto year = session()->data();
    if (!year)
        return order;
    for (const project::Layer& layer : year->layers) {
        if (layers.contains(layer.id.number()))
            order << &layer;
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const project::Layer* one, const project::Layer* other) {
                         return rankOf(one->role) < rankOf(other->role);
                     });
    return order;
}

void PanesView::fillList()
{
    m_filling = true;
    const QSet<qint64>& shown = m_panes[static_cast<std::size_t>(m_active)].layers;
    m_list->clear();
    QList<const project::Layer*> all = inOrder(layersOf(Content::Everything));
    std::reverse(all.begin(), all.end()); // the topmost first, as they lie
    std::stable_partition(all.begin(), all.end(), [&shown](const project::Layer* layer) {
        return shown.contains(layer->id.number());
    });
    for (const project::Layer* layer : std::as_const(all)) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setData(0, layerId, layer->id.number());
        item->setData(0, layerName, layer->name);
        item->setCheckState(0, shown.contains(layer->id.number()) ? Qt::Checked : Qt::Unchecked);
    }
    m_filling = false;
    nameList();
}

void PanesView::nameList()
{
    m_filling = true;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* const item = m_list->topLevelItem(i);
        const project::LayerId layer(item->data(0, layerId).toLongLong());
        const MapLibrary::State state = m_library->stateOf(layer);
        const QString name = item->data(0, layerName).toString();
        item->setText(0, state == MapLibrary::State::Loading  ? tr("%1（正在读取）").arg(name)
                         : state == MapLibrary::State::Failed ? tr("%1（没有读出）").arg(name)
                                                              : name);
        item->setToolTip(0, state == MapLibrary::State::Failed ? m_library->faultOf(layer) : name);
    }
    m_filling = false;
}

void PanesView::toggle(QTreeWidgetItem* item)
{
    if (m_filling)
        return;
    Pane& pane = m_panes[static_cast<std::size_t>(m_active)];
    const qint64 id = item->data(0, layerId).toLongLong();
    if (item->checkState(0) == Qt::Checked) {
        pane.layers.insert(id);
        m_library->ask(project::LayerId(id));
        nameList();
    } else {
        pane.layers.remove(id);
    }
    pane.shown = Content::Own;
    pane.content->setCurrentIndex(pane.content->findData(static_cast<int>(Content::Own)));
    showPane(m_active);
}

void PanesView::showPanes()
{
    for (int i = 0; i < m_count; ++i)
        showPane(i);
}

void PanesView::showPane(int pane)
{
    if (!isVisible())
        return;
    const Pane& one = m_panes[static_cast<std::size_t>(pane)];
    QList<draw::MapLayer> ready;
    QStringList faults;
    bool loading = false;
    const QList<const project::Layer*> wanted = inOrder(one.layers);
    for (const project::Layer* layer : wanted) {
        if (m_library->stateOf(layer->id) == MapLibrary::State::Unasked)
            m_library->ask(layer->id);
        const MapLibrary::State state = m_library->stateOf(layer->id);
        if (const draw::MapLayer* const there = m_library->find(layer->id))
            ready << *there;
        loading = loading || state == MapLibrary::State::Loading;
        if (state == MapLibrary::State::Failed)
            faults << m_library->faultOf(layer->id);
    }
    one.canvas->setWords(loading             ? tr("正在读取图形…")
                         : !faults.isEmpty() ? faults.constFirst()
                         : wanted.isEmpty() ? tr("这一幅还没有图层；请在左边勾选。")
                                            : QString());
    one.canvas->setLayers(ready);
    const auto extent = m_library->extent();
    if (extent && !ready.isEmpty())
        one.canvas->setExtent(*extent);
}

void PanesView::follow(int pane)
{
    const MapCanvas::View view = canvas(pane)->view();
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
    const MapCanvas* const active = canvas(m_active);
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
        canvas(m_active)->setScale(denominator);
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

void PanesView::identify(int pane, const QPointF& place)
{
    const Pane& one = m_panes[static_cast<std::size_t>(pane)];
    QList<const project::Layer*> order = inOrder(one.layers);
    std::reverse(order.begin(), order.end());
    for (const project::Layer* layer : std::as_const(order)) {
        const draw::MapLayer* const there = m_library->find(layer->id);
        if (!there)
            continue;
        // Districts lie over everything: they answer where nothing else does.
        if (rankOf(layer->role) == 3 && order.size() > 1 && layer != order.constLast())
            continue;
        const auto feature =
            there->shapes->featureAt(place, reachPixels * one.canvas->view().metresPerPixel);
        if (feature)
            return showFields(*layer, *feature, there->shapes->id(*feature));
    }
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

bool PanesView::isDrawn() const
{
    if (!m_library->isIdle())
        return false;
    for (int i = 0; i < m_count; ++i) {
        if (!canvas(i)->isDrawn())
            return false;
    }
    return true;
}

} // namespace checkup::workspace
