#pragma once

#include "app/workspace/maps/feature_finder.h"
#include "app/workspace/maps/map_canvas.h"
#include "app/workspace/maps/map_library.h"
#include "app/workspace/maps/map_scene.h"
#include "app/workspace/maps/maps_view.h"
#include "app/workspace/maps/missing_codes.h"
#include "app/workspace/maps/pane_contents.h"
#include "app/workspace/maps/place_words.h"
#include "app/workspace/maps/selection_panel.h"

#include <QSet>

#include <array>

class QAction;
class QActionGroup;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace checkup::workspace {

class BaseMapTool;
class BookmarkMenu;
class EmptyState;
class FeatureCard;
class Jobs;
class LayerList;
class MapComparisons;
class UnderlayMenu;

/// 对照: planning beside implementation, in one to four panes that move together or alone, or two
/// contents under a divider; the list on the left says what the chosen pane shows, a click says
/// what lies there and which quantities are computed from it. Lengths and areas are measured on
/// the ellipsoid; features are selected by click, box, polygon, condition or name.
class PanesView : public MapsView
{
    Q_OBJECT
public:
    PanesView(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    QString title() const override;
    void retranslate() override;
    QList<QAction*> viewActions() const override;

    using Content = PaneContent;
    int panes() const { return m_count; }
    void setPanes(int count);
    MapCanvas* canvas(int pane) const { return m_panes[static_cast<std::size_t>(pane)].canvas; }
    void setContent(int pane, Content content);
    /// The first two panes' contents in one, with a divider.
    void setSwiped(bool swiped);
    bool isDrawn() const;
    const SelectionPanel::Selection& selection() const { return m_selected->selection(); }
    MapLibrary* library() const { return m_library; }

Q_SIGNALS:
    /// A code is to be given a symbol.
    void symbolWanted(const checkup::workspace::StyleSpot& spot);

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int most = 4;

    struct Pane
    {
        QWidget* frame = nullptr;
        QHBoxLayout* head = nullptr;
        QComboBox* content = nullptr;
        MissingCodesButton* missing = nullptr;
        MapCanvas* canvas = nullptr;
        Content shown = Content::Implementation;
        QSet<qint64> layers; ///< ids
    };
    void makePane(int number);
    void makeTools();
    QToolButton* makeMenu(const QString& name);
    QWidget* makeSide();
    void addTool(MapCanvas::Tool tool, QMenu* menu, const QString& name, Qt::Key key);
    void setKey(QAction* action, Qt::Key key); ///< with Ctrl+Shift
    void refresh();
    void load();
    void activate(int pane);
    QSet<qint64> layersOf(int pane, Content content) const;
    QList<const project::Layer*> inOrder(const QSet<qint64>& layers) const;
    void fillList();
    void showPane(int pane);
    void showPanes();
    MapScene sceneOf(const Pane& pane);
    QList<MissingCode> missingOf(const Pane& pane) const;
    /// The canvas that a pane's content is on: under a divider the first pane's.
    MapCanvas* shownOn(int pane) const { return canvas(m_swipe && pane == 1 ? 0 : pane); }
    QList<int> shownPanes() const;
    void toggle(project::LayerId layer, bool on);
    void filter(project::LayerId layer);
    void follow(int pane);
    void showPlace(const QPointF& place);
    void showMiddle();
    void setMarked(const QList<QPolygonF>& parts);
    void showScale();
    void takeScale();
    void click(int pane, const QPointF& place, Qt::KeyboardModifiers keys);
    struct Found
    {
        const project::Layer* layer = nullptr;
        std::size_t feature = 0;
    };
    std::optional<Found> featureAt(int pane, const QPointF& place) const;
    void identify(const std::optional<Found>& found);
    void showFeature(const project::Layer& layer, std::size_t feature);
    void setTool(MapCanvas::Tool tool);
    void measure(int pane);
    void endSketch(int pane, Qt::KeyboardModifiers keys);
    void select(const SelectionPanel::Selection& found, Qt::KeyboardModifiers keys);
    void setSelection(const SelectionPanel::Selection& selection);
    const project::Layer* layerToSelect() const;
    void selectByCondition();
    std::optional<FeatureFinder::Place> placeToSelect();
    void search();
    void goTo(project::LayerId layer, std::size_t feature);
    void layUnderlays();

    Jobs* m_jobs;
    MapLibrary* m_library;
    MapComparisons* m_comparisons;
    BaseMapTool* m_baseMap;
    BookmarkMenu* m_bookmarks = nullptr;
    UnderlayMenu* m_underlays = nullptr;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QToolBar* m_tools;
    QActionGroup *m_counts, *m_toolActions;
    QAction *m_linked, *m_named, *m_legend, *m_swipeAction, *m_all, *m_closer, *m_farther;
    QAction *m_byCondition, *m_clearSelection, *m_find, *m_toScale;
    QToolButton *m_measureMenu, *m_selectMenu, *m_bookmarkMenu, *m_underlayMenu;
    QLineEdit* m_search;
    LayerList* m_list;
    QSplitter* m_splitter;
    QGridLayout* m_grid;
    SelectionPanel* m_selected;
    std::array<Pane, most> m_panes;
    FeatureCard* m_card;
    FeatureFinder* m_finder;
    QLabel* m_place;
    PlaceWords m_placeWords;
    QComboBox* m_scale;
    int m_count = 1, m_active = 0;
    bool m_swipe = false, m_stale = true;
};

} // namespace checkup::workspace
