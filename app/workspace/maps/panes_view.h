#pragma once

#include "app/workspace/maps/map_canvas.h"
#include "app/workspace/maps/map_library.h"
#include "app/workspace/maps/maps_view.h"
#include "app/workspace/maps/selection_panel.h"

#include "core/draw/comparison.h"

#include <QSet>

#include <array>
#include <map>

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
class QTableWidget;
class QToolBar;
class QToolButton;

namespace checkup::workspace {

class BaseMapTool;
class EmptyState;
class Jobs;
class LayerList;

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

    /// What a pane is about.
    enum class Content {
        Implementation,
        Plan,
        Before,
        Facilities,
        Everything,
        Own,
        LandChange,
        BuiltChange,
        PlanGap
    };
    int panes() const { return m_count; }
    void setPanes(int count);
    MapCanvas* canvas(int pane) const { return m_panes[static_cast<std::size_t>(pane)].canvas; }
    void setContent(int pane, Content content);
    /// The first two panes' contents in one, with a divider.
    void setSwiped(bool swiped);
    bool isDrawn() const;
    const SelectionPanel::Selection& selection() const { return m_selected->selection(); }
    MapLibrary* library() const { return m_library; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int most = 4;

    struct Pane
    {
        QWidget* frame = nullptr;
        QHBoxLayout* head = nullptr;
        QComboBox* content = nullptr;
        MapCanvas* canvas = nullptr;
        Content shown = Content::Implementation;
        QSet<qint64> layers; ///< ids
    };
    /// What a pane shows at the moment, and what is to be said about it.
    struct Scene
    {
        QList<draw::MapLayer> layers;
        QStringList faults;
        bool loading = false;
        bool wanted = false; ///< there is something that it could show
    };
    /// A map of differences, once it was asked for.
    struct Compared
    {
        bool asked = false, done = false;
        QString made; ///< the layers that it was made from
        Result<draw::Compared> map = draw::Compared();
    };

    void makePane(int number);
    void makeTools();
    QToolButton* makeMenu(const QString& name);
    QWidget* makeSide();
    void addTool(MapCanvas::Tool tool, QMenu* menu, const QString& name);
    void refresh();
    void load();
    void activate(int pane);
    QSet<qint64> layersOf(int pane, Content content) const;
    QList<const project::Layer*> inOrder(const QSet<qint64>& layers) const;
    void fillList();
    void showPane(int pane);
    void showPanes();
    Scene sceneOf(const Pane& pane);
    Scene sceneOf(Content comparison);
    Compared& compared(Content content);
    QList<draw::MapLayer> selectedLayers() const;
    /// The canvas that a pane's content is on: under a divider the first pane's.
    MapCanvas* shownOn(int pane) const { return canvas(m_swipe && pane == 1 ? 0 : pane); }
    QList<int> shownPanes() const;
    void toggle(project::LayerId layer, bool on);
    void filter(project::LayerId layer);
    void follow(int pane);
    void showPlace(const QPointF& place);
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
    void showFields(const project::Layer& layer, std::size_t feature, qint64 number);
    QString usesOf(const QString& role) const;
    void say(const QString& title, const QString& words);
    void setTool(MapCanvas::Tool tool);
    void measure(int pane);
    void endSketch(int pane, Qt::KeyboardModifiers keys);
    void select(const SelectionPanel::Selection& found, Qt::KeyboardModifiers keys);
    void setSelection(const SelectionPanel::Selection& selection);
    const project::Layer* layerToSelect() const;
    void selectByCondition();
    void selectWhere(const project::Layer& layer, const draw::Conditions& conditions);
    void search();
    void goTo(project::LayerId layer, std::size_t feature);
    void fillBookmarks();
    void addBookmark();
    void goToBookmark(const QString& name);
    void fillUnderlays();
    void addUnderlay();
    void addUnderlay(const QString& path, const QString& table);
    void layUnderlays();

    Jobs* m_jobs;
    MapLibrary* m_library;
    BaseMapTool* m_baseMap;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QToolBar* m_tools;
    QActionGroup *m_counts, *m_toolActions;
    QAction *m_linked, *m_named, *m_legend, *m_swipeAction, *m_all, *m_closer, *m_farther;
    QAction *m_byCondition, *m_clearSelection, *m_find;
    QToolButton *m_measureMenu, *m_selectMenu, *m_bookmarkMenu, *m_underlayMenu;
    QLineEdit* m_search;
    LayerList* m_list;
    QSplitter* m_splitter;
    QGridLayout* m_grid;
    SelectionPanel* m_selected;
    std::array<Pane, most> m_panes;
    QLabel *m_what, *m_uses, *m_place;
    QTableWidget* m_fields;
    QComboBox* m_scale;
    std::map<Content, Compared> m_compared;
    int m_count = 1, m_active = 0;
    bool m_swipe = false, m_stale = true;
    quint64 m_question = 0; ///< of the last click: answers to others are late
    quint64 m_choice = 0;   ///< likewise of the last selection
};

} // namespace checkup::workspace
