#pragma once

#include "app/workspace/stage_page.h"

#include "core/spatial/recipe.h"

class QAction;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace checkup::workspace {

class Card;
class DistrictBars;
class EmptyState;
class Jobs;
class LayersView;
class MapPreview;
class RecipesView;
class ResultsView;
class TablesView;

/// 空间数据: layers in, how quantities are computed from them, the results by region with the
/// parcels behind, and tables of land; beside all four a plain map of what is selected.
class SpatialPage : public StagePage
{
    Q_OBJECT
public:
    SpatialPage(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    enum View { Layers, Recipes, Results, Tables };

    QString id() const override { return QStringLiteral("spatial"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("spatial"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;
    bool takeFiles(const QStringList& paths) override;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void load();
    void showMap();
    void placeSide();
    void showLayerOf(const project::Layer* layer, const QString& otherwise);
    void showResultMap();
    void showTableMap();
    void showTableLine();
    void showChart();
    const project::Layer* layerBehind() const; ///< that the listed parcels are in
    /// The first that a recipe takes features of.
    const project::Layer* layerFor(const spatial::Recipe& recipe) const;
    void inspect(const QString& subject);

    QTabBar* m_tabs;
    QStackedWidget *m_views, *m_side;
    LayersView* m_layers;
    RecipesView* m_recipes;
    ResultsView* m_results;
    TablesView* m_tables;
    QSplitter* m_splitter;
    MapPreview* m_map;
    EmptyState* m_empty;
    Card* m_chartFrame;
    DistrictBars* m_chart;
    Subject m_awaited;   ///< what reveal() was asked for before the rows were there
    bool m_stale = true; ///< the year changed while another page was in front
};

} // namespace checkup::workspace
