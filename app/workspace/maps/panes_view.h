#pragma once

#include "app/workspace/maps/map_canvas.h"
#include "app/workspace/maps/map_library.h"
#include "app/workspace/maps/maps_view.h"

#include <QSet>

#include <array>

class QAction;
class QActionGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTableWidget;
class QToolBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace checkup::workspace {

class BaseMapTool;
class EmptyState;
class Jobs;

/// 对照: planning beside implementation, in one to four panes that move together or alone; the
/// list on the left says what the chosen pane shows, a click says what lies there and which
/// quantities are computed from it.
class PanesView : public MapsView
{
    Q_OBJECT
public:
    PanesView(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    QString title() const override;
    void retranslate() override;
    QList<QAction*> viewActions() const override;

    /// What a pane is about.
    enum class Content { Implementation, Plan, Before, Facilities, Everything, Own };
    int panes() const { return m_count; }
    void setPanes(int count);
    MapCanvas* canvas(int pane) const { return m_panes[static_cast<std::size_t>(pane)].canvas; }
    void setContent(int pane, Content content);
    bool isDrawn() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int most = 4;

    struct Pane
    {
        QWidget* frame = nullptr;
        QComboBox* content = nullptr;
        MapCanvas* canvas = nullptr;
        Content shown = Content::Implementation;
        QSet<qint64> layers; ///< ids
    };

    void makePane(int number);
    void makeTools();
    QWidget* makeFields();
    void refresh();
    void load();
    void activate(int pane);
    QSet<qint64> layersOf(Content content) const;
    QList<const project::Layer*> inOrder(const QSet<qint64>& layers) const;
    void fillList();
    void nameList(); ///< names with their states; the order stays
    void showPane(int pane);
    void showPanes();
    void toggle(QTreeWidgetItem* item);
    void follow(int pane);
    void showPlace(const QPointF& place);
    void showScale();
    void takeScale();
    void identify(int pane, const QPointF& place);
    void showFields(const project::Layer& layer, std::size_t feature, qint64 number);
    QString usesOf(const QString& role) const;
    void say(const QString& title, const QString& words);

    Jobs* m_jobs;
    MapLibrary* m_library;
    BaseMapTool* m_baseMap;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QToolBar* m_tools;
    QActionGroup* m_counts;
    QAction *m_linked, *m_named, *m_all, *m_closer, *m_farther;
    QTreeWidget* m_list;
    QSplitter* m_splitter;
    QGridLayout* m_grid;
    std::array<Pane, most> m_panes;
    QLabel *m_what, *m_uses, *m_place;
    QTableWidget* m_fields;
    QComboBox* m_scale;
    int m_count = 1, m_active = 0;
    bool m_stale = true, m_filling = false;
    quint64 m_question = 0; ///< of the last click: answers to others are late
};

} // namespace checkup::workspace
