#include "app/workspace/spatial/spatial_page.h"

#include "app/language/language.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/district_bars.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/layer_sketch.h"
#include "app/workspace/spatial/layers_view.h"
#include "app/workspace/spatial/map_preview.h"
#include "app/workspace/spatial/recipes_view.h"
#include "app/workspace/spatial/results_view.h"
#include "app/workspace/spatial/tables_view.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/tabs.h"
#include "app/workspace/widgets/theme.h"

#include "core/collect/tasks.h"

#include <QAction>
#include <QFileInfo>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

SpatialPage::SpatialPage(Session* session, Jobs* jobs, QWidget* parent)
    : StagePage(session, parent)
    , m_tabs(new QTabBar(this))
    , m_views(new QStackedWidget(this))
    , m_side(new QStackedWidget(this))
    , m_layers(new LayersView(session, jobs, this))
    , m_recipes(new RecipesView(session, jobs, this))
    , m_results(new ResultsView(session, jobs, this))
    , m_tables(new TablesView(session, jobs, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_map(new MapPreview(jobs, this))
    , m_empty(new EmptyState(u"spatial"_s, this))
    , m_chartFrame(new Card(this))
    , m_chart(new DistrictBars(m_chartFrame))
{
    m_tabs->setObjectName(u"spatialTabs"_s);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    withoutScrolling(m_tabs);
    for (QWidget* view : {static_cast<QWidget*>(m_layers), static_cast<QWidget*>(m_recipes),
                          static_cast<QWidget*>(m_results), static_cast<QWidget*>(m_tables)}) {
        m_tabs->addTab({});
        m_views->addWidget(view);
    }
    setKind(m_chart, "plain");
    auto* scroll = new QScrollArea(m_chartFrame);
    scroll->setWidget(m_chart);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chartFrame->body()->addWidget(scroll, 1);
    m_chartFrame->hide();
    auto* right = new QSplitter(Qt::Vertical, this);
    right->addWidget(m_map);
    right->addWidget(m_chartFrame);
    right->setSizes({340, 240});
    right->setChildrenCollapsible(false);
    right->setHandleWidth(8);
    setKind(right, "gap");
    m_side->addWidget(right);
    m_side->addWidget(m_empty);
    m_splitter->addWidget(m_views);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({630, 370});
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    setKind(m_splitter, "gap");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    layout->addWidget(m_splitter, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int view) {
        m_views->setCurrentIndex(view);
        showMap();
    });
    connect(session, &Session::dataChanged, this, &SpatialPage::refresh);
    connect(session, &Session::closed, this, &SpatialPage::refresh);
    connect(m_layers, &LayersView::currentChanged, this, &SpatialPage::showMap);
    connect(m_layers, &LayersView::failed, this, &SpatialPage::failed);
    connect(m_layers, &LayersView::noticed, this, &SpatialPage::noticed);
    connect(m_layers, &LayersView::issuesFound, this, &SpatialPage::issuesFound);
    connect(m_recipes, &RecipesView::failed, this, &SpatialPage::failed);
    connect(m_recipes, &RecipesView::noticed, this, &SpatialPage::noticed);
    connect(m_recipes, &RecipesView::issuesFound, this, &SpatialPage::issuesFound);
    connect(m_recipes, &RecipesView::layersWanted, this,
            [this] { m_tabs->setCurrentIndex(Layers); });
    connect(m_recipes, &RecipesView::resultsWanted, this, [this](const QString& subject) {
        if (m_results->showSubject(subject))
            m_tabs->setCurrentIndex(Results);
    });
    connect(m_recipes, &RecipesView::currentChanged, this, [this] {
        if (m_awaited.kind != Subject::Kind::Nothing)
            reveal(std::exchange(m_awaited, {}));
        showMap();
        if (const RecipeRow* row = m_recipes->current(); row && m_tabs->currentIndex() == Recipes)
            inspect(row->status.subject);
    });
    connect(m_results, &ResultsView::failed, this, &SpatialPage::failed);
    connect(m_results, &ResultsView::noticed, this, &SpatialPage::noticed);
    connect(m_results, &ResultsView::recipesWanted, this,
            [this] { m_tabs->setCurrentIndex(Recipes); });
    connect(m_results, &ResultsView::resultChanged, this, [this] {
        showMap();
        if (m_tabs->currentIndex() == Results)
            inspect(m_results->subject());
    });
    connect(m_results, &ResultsView::parcelsChanged, this, &SpatialPage::showMap);
    connect(m_results, &ResultsView::parcelChosen, this,
            [this](const spatial::Behind& parcel) { m_map->zoomToListed(parcel.feature); });
    connect(m_tables, &TablesView::failed, this, &SpatialPage::failed);
    connect(m_tables, &TablesView::noticed, this, &SpatialPage::noticed);
    connect(m_tables, &TablesView::layersWanted, this, [this] { m_tabs->setCurrentIndex(Layers); });
    connect(m_tables, &TablesView::tableChanged, this, [this] {
        if (m_tabs->currentIndex() == Tables)
            showMap();
    });
    connect(m_tables, &TablesView::rowChanged, this, [this] {
        if (m_tabs->currentIndex() == Tables)
            showTableLine();
    });
    connect(m_tables, &TablesView::parcelChosen, m_map, &MapPreview::zoomToListed);
    connect(m_empty, &EmptyState::activated, this, [this] {
        m_tabs->setCurrentIndex(Layers);
        m_layers->viewActions().first()->trigger();
    });
    retranslate();
}

QString SpatialPage::title() const
{
    return tr("空间数据");
}

void SpatialPage::retranslate()
{
    m_tabs->setTabText(Layers, tr("图层"));
    m_tabs->setTabText(Recipes, tr("计算方法"));
    m_tabs->setTabText(Results, tr("结果"));
    m_tabs->setTabText(Tables, tr("表格"));
    m_tabs->setAccessibleName(tr("图层、计算方法、结果和表格"));
    m_layers->retranslate();
    m_recipes->retranslate();
    m_results->retranslate();
    m_tables->retranslate();
    m_map->retranslate();
    showMap();
}

QList<QAction*> SpatialPage::pageActions() const
{
    return m_layers->viewActions() + m_recipes->viewActions() + m_results->viewActions() +
           m_tables->viewActions();
}

void SpatialPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    if (m_stale)
        load();
}

void SpatialPage::resizeEvent(QResizeEvent* event)
{
    StagePage::resizeEvent(event);
    placeSide();
}

void SpatialPage::placeSide()
{
    // A list of methods needs the room more than a layer that one of them begins with.
    const bool narrow = width() < Theme::scaled(1150);
    m_side->setVisible(!narrow || m_tabs->currentIndex() != Recipes);
}

void SpatialPage::refresh()
{
    m_stale = true;
    if (isVisible() || !session()->isOpen())
        load();
}

void SpatialPage::load()
{
    m_stale = false;
    m_layers->refresh();
    m_recipes->refresh();
    m_results->refresh();
    m_tables->refresh();
    showMap();
}

void SpatialPage::inspect(const QString& subject)
{
    const auto year = session()->data();
    if (isVisible() && year && year->city() && !subject.isEmpty())
        Q_EMIT subjectSelected({Subject::Kind::Figure, subject, year->city()->id, year->info.year});
}

void SpatialPage::showMap()
{
    const auto year = session()->data();
    const bool none = !year || year->layers.isEmpty();
    m_side->setCurrentIndex(none ? 1 : 0);
    placeSide();
    if (none) {
        QStringList first;
        for (const QString& role : m_layers->model()->missingRoles().mid(0, 3))
            first << roleTitle(role);
        m_empty->setTexts(
            tr("还没有图层"),
            first.isEmpty()
                ? tr("添加图层后，空间指标由程序计算，并可追到每个图斑。")
                : tr("添加图层后，空间指标由程序计算，并可追到每个图斑。最先要的是 %1。")
                      .arg(first.join(tr("、"))),
            year && !session()->isReadOnly() ? tr("添加图层…") : QString());
        m_map->clear();
        return;
    }
    m_chartFrame->setVisible(m_tabs->currentIndex() == Results && m_results->result().has_value());
    if (m_tabs->currentIndex() == Results) {
        showResultMap();
        return;
    }
    if (m_tabs->currentIndex() == Tables) {
        showTableMap();
        return;
    }
    m_map->showListed({});
    m_map->showBackdrop({}, nullptr);
    if (m_tabs->currentIndex() == Layers) {
        showLayerOf(m_layers->current(), tr("选中图层，在此预览。"));
        return;
    }
    const RecipeRow* row = m_recipes->current();
    showLayerOf(row && row->status.recipe ? layerFor(*row->status.recipe) : nullptr,
                tr("这项数据所用的图层还没有。"));
}

void SpatialPage::showLayerOf(const project::Layer* layer, const QString& otherwise)
{
    if (!layer) {
        m_map->clear(otherwise);
        return;
    }
    m_map->showLayer(
        u"%1 %2 %3 %4"_s.arg(layer->id.number()).arg(layer->sha256, layer->path, layer->crs),
        layer->name, sketchOf(session()->path(), *layer), LayersView::repairedFeatures(*layer));
}

const project::Layer* SpatialPage::layerBehind() const
{
    const auto year = session()->data();
    if (m_results->parcels().isEmpty()) {
        // While they are looked for: the layer that they will be in.
        const auto recipe = spatial::recipeFor(*year, m_results->subject());
        return recipe && *recipe ? layerFor(**recipe) : nullptr;
    }
    for (const project::Layer& layer : year->layers) {
        if (layer.name == m_results->parcels().first().layer)
            return &layer;
    }
    return nullptr;
}

const project::Layer* SpatialPage::layerFor(const spatial::Recipe& recipe) const
{
    const auto year = session()->data();
    const QList<project::Layer> layers =
        spatial::choose(recipe.what, *year, year->info.year).layers;
    return layers.isEmpty() ? nullptr : year->layer(layers.first().id);
}

void SpatialPage::showResultMap()
{
    const auto year = session()->data();
    showChart();
    const project::Layer* layer = layerBehind();
    if (!layer) {
        m_map->clear(tr("选中地区后，背后的图斑显示在这里。"));
        m_map->showListed({});
        return;
    }
    showLayerOf(layer, {});
    const project::Region* region = year->region(m_results->region());
    for (const project::Layer& districts : year->layers) {
        const bool street = region && region->level == project::RegionLevel::Street;
        if (!region || districts.role != (street ? u"JDXZ"_s : u"XZQ"_s))
            continue;
        QStringList names{region->nameZh};
        if (!region->code.isEmpty())
            names.append(region->code);
        m_map->showBackdrop(u"%1 %2 %3"_s.arg(districts.id.number())
                                .arg(layer->id.number())
                                .arg(region->id.number()),
                            sketchBehind(session()->path(), districts, *layer, names));
        break;
    }
    QSet<qint64> listed;
    for (const spatial::Behind& parcel : m_results->parcels()) {
        if (parcel.layer == layer->name)
            listed.insert(parcel.feature);
    }
    m_map->showListed(listed);
}

void SpatialPage::showTableMap()
{
    const project::Layer* layer = m_tables->mapLayer();
    showLayerOf(layer, tr("这张表所用的图层还没有。"));
    m_map->showListed(m_tables->listed());
    showTableLine();
}

void SpatialPage::showTableLine()
{
    const project::Layer* layer = m_tables->mapLayer();
    const project::Layer* line = m_tables->lineLayer();
    if (layer && line)
        m_map->showBackdrop(u"%1 %2 line"_s.arg(line->id.number()).arg(layer->id.number()),
                            sketchBehind(session()->path(), *line, *layer, {}));
    else
        m_map->showBackdrop({}, nullptr);
}

void SpatialPage::showChart()
{
    const auto year = session()->data();
    const auto& result = m_results->result();
    if (!year || !result || m_tabs->currentIndex() != Results)
        return;
    QList<DistrictBars::Bar> bars;
    QStringList words;
    for (const spatial::RegionResult& one : result->regions) {
        const project::Region* region = year->region(one.region);
        if (!region || region->level != project::RegionLevel::District)
            continue;
        const QString name = language::choose(region->nameZh, region->nameEn);
        bars.append({name, amountText(one.value), one.value});
        words.append(name + u' ' + amountText(one.value));
    }
    m_chartFrame->setTitle(tr("各区县（%1）").arg(unitWord(result->unit)));
    m_chart->setBars(bars);
    m_chart->setAccessibleName(tr("各区县（%1）").arg(unitWord(result->unit)));
    m_chart->setAccessibleDescription(words.join(tr("、")));
    m_chartFrame->setVisible(!bars.isEmpty());
}

bool SpatialPage::takeFiles(const QStringList& paths)
{
    if (!session()->isOpen() || session()->isReadOnly())
        return false;
    // Tables may be layers too; who is at another page means them as tables.
    static const QStringList tables{u"csv"_s, u"xlsx"_s, u"xls"_s, u"txt"_s, u"json"_s, u"zip"_s};
    if (!isVisible() && std::any_of(paths.cbegin(), paths.cend(), [](const QString& path) {
            return tables.contains(QFileInfo(path).suffix().toLower()) || QFileInfo(path).isDir();
        }))
        return false;
    if (!m_layers->addFiles(paths))
        return false;
    m_tabs->setCurrentIndex(Layers);
    return true;
}

bool SpatialPage::reveal(const Subject& subject)
{
    const auto year = session()->data();
    if (!year)
        return false;
    QStringList quantities;
    if (subject.kind == Subject::Kind::Quantity || subject.kind == Subject::Kind::Figure)
        quantities << subject.code;
    if (const catalogue::Indicator* indicator = year->catalogue.indicator(subject.code))
        quantities << collect::quantitiesOf(*indicator);
    const QStringList computed = spatial::recipeSubjects(*year);
    quantities.removeIf([&](const QString& one) { return !computed.contains(one); });
    // Only who is here already is shown it: elsewhere the figures themselves are wanted.
    if (quantities.isEmpty() || !isVisible())
        return false;
    if (m_tabs->currentIndex() == Results && m_results->showSubject(quantities.first()))
        return true;
    m_tabs->setCurrentIndex(Recipes);
    if (!m_recipes->showSubject(quantities.first()))
        m_awaited = subject;
    return true;
}

} // namespace checkup::workspace
