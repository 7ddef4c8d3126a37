#pragma once

#include "core/draw/map_picture.h"
#include "core/draw/underlay.h"

#include <QImage>
#include <QPointer>
#include <QPolygonF>
#include <QWidget>

#include <array>
#include <optional>

namespace checkup::workspace {

class Jobs;
class MapGround;
class SwipeHandle;

/// Layers as a map: wheel and +/- zoom, dragging and the arrows pan, Home shows all, a click asks
/// what is there. Pictures are painted by workers from layers that never change; until the new one
/// is there the last one stands where it belongs, over the last one that showed more, and what has
/// become of no use on the way is dropped. Two contents
/// can share it, with a divider between them that is dragged, or moved by the arrows when it has
/// the focus. Places are metres of the layers' plane.
///
/// With a drawing tool clicks set points (Space: in the middle), Backspace takes the last one back,
/// a double click or Enter ends, Esc gives up; of a box the mouse drags two corners, or Space sets
/// each in the middle.
class MapCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit MapCanvas(Jobs* jobs, QWidget* parent = nullptr);

    /// What is shown, the first at the bottom; on the left of the divider, or right of it.
    enum Side { Left, Right };
    void setLayers(const QList<draw::MapLayer>& layers, Side side = Left);
    /// Below all layers, on both sides; in which plane the layers are.
    void setUnderlays(const QList<draw::UnderlayPicture>& underlays, const gdal::Crs& plane);
    /// How much of areas' fills is laid over underlays and the ground (draw::overPictures).
    void setAreaShare(double share);
    /// With a divider, or without: the left content alone.
    void setSwiped(bool swiped);
    Side sideAt(const QPointF& place) const;
    double divider() const { return m_divider; } ///< of the width, 0 to 1
    void setDivider(double share);
    /// Above the map: what is wrong with the layers that are not shown. Empty: nothing.
    void setNote(const QString& words);
    QString note() const; ///< with what is wrong with underlays
    const QString& words() const { return m_words; }
    void setLegend(bool shown);
    enum class Tool { Look, Length, Area, Box, Polygon };
    void setTool(Tool tool);
    Tool tool() const { return m_tool; }
    const QPolygonF& sketch() const { return m_sketch; }
    void clearSketch();
    /// Beside what is being drawn: how long it is.
    void setSketchWords(const QString& words);
    /// What stands in the middle while there is no layer.
    void setWords(const QString& words);
    /// What the keyboard's Home shows; the first one is shown at once.
    void setExtent(const spatial::Box& extent);
    /// Drawn strongly above all: a feature that was asked for.
    void setMarked(const QList<QPolygonF>& parts);
    void setLabelled(bool labelled);
    /// What lies below the layers, or nullptr; it is not the canvas's own, but may die at any time.
    void setGround(MapGround* ground);
    void setActive(bool active); ///< the pane that the list of layers speaks of
    void retranslate();

    struct View
    {
        QPointF centre;
        double metresPerPixel = 0; ///< device-independent pixels; 0: nothing shown yet
        bool operator==(const View&) const = default;
    };
    const View& view() const { return m_view; }
    void setView(const View& view); ///< tells nobody
    void setByUser(const View& view);
    void zoom(double factor); ///< about the middle; below 1: closer
    void showAll();
    /// "1 : n", as wide as a pixel of 96 an inch is.
    double scale() const { return m_view.metresPerPixel * 1000 * pixelsPerMm; }
    void setScale(double denominator);
    bool isDrawn() const { return m_job == 0 && !m_again; }
    /// The names in the legend, as it was last painted.
    QStringList legend(Side side = Left) const;
    /// Makes a place visible that is not, or all of a box; the scale changes only where it must.
    void goTo(const spatial::Box& box);

Q_SIGNALS:
    void viewChanged(); ///< by the user
    void hovered(const QPointF& place);
    void left();
    void clicked(const QPointF& place, Qt::KeyboardModifiers keys);
    void sketchChanged();
    void sketchEnded(Qt::KeyboardModifiers keys); ///< what was meant is in sketch()
    void toolLeft();                              ///< Esc without a sketch
    void dividerMoved();
    void chosen(); ///< got the focus
    void failed(const checkup::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr double pixelsPerMm = 96 / 25.4;

    /// What of the map was asked for anew.
    enum class Asked { Content, View };
    void askPicture(Asked asked = Asked::Content);
    void startPicture();
    bool isOfUse(const View& view) const;
    draw::MapFrame frameOf(const View& view, double ratio) const;
    QPointF toPlace(const QPointF& pixel) const;
    QPointF toPixel(const QPointF& place) const;
    void zoom(double factor, const QPointF& at);
    void pan(const QPointF& pixels);
    struct LegendLine
    {
        QString name;
        std::optional<draw::Symbol> symbol; ///< none: a heading
        catalogue::LayerGeometry geometry = catalogue::LayerGeometry::Polygon;
    };
    struct Picture
    {
        std::array<QImage, 2> sides;
        std::array<QList<LegendLine>, 2> legends;
        QStringList faults; ///< of underlays
    };
    static QList<LegendLine> legendOf(const draw::MapFrame& frame,
                                      const QList<draw::MapLayer>& layers);
    bool isDrawing() const { return m_tool != Tool::Look; }
    bool isEmpty() const
    {
        return m_layers[Left].isEmpty() && m_layers[Right].isEmpty() && m_underlays.isEmpty();
    }
    int dividerPixel() const;
    void placeHandle();
    void addPoint(const QPointF& pixel);
    void addCorner(Qt::KeyboardModifiers keys);
    void endSketch(Qt::KeyboardModifiers keys);
    bool sketchKey(const QKeyEvent& event);
    struct Shown
    {
        Picture picture;
        View view;
        QSize size;
        QRectF box() const; ///< of the plane, y northwards
    };
    void take(const Shown& next);
    QRectF boxOf(const View& view) const;
    void paintPicture(QPainter& painter, const Shown& shown, Side side) const;
    QList<QPolygonF> seenLines(const QPolygonF& part) const;
    void paintMarked(QPainter& painter) const;
    void paintMiddle(QPainter& painter) const;
    void paintSketch(QPainter& painter) const;
    void paintLegend(QPainter& painter, Side side) const;
    void paintNote(QPainter& painter) const;
    void paintScale(QPainter& painter) const;

    Jobs* m_jobs;
    QPointer<MapGround> m_ground;
    SwipeHandle* m_handle;
    std::array<QList<draw::MapLayer>, 2> m_layers;
    QList<draw::UnderlayPicture> m_underlays;
    gdal::Crs m_plane;
    double m_areaShare = 1;
    QString m_note, m_sketchWords;
    Tool m_tool = Tool::Look;
    QPolygonF m_sketch;
    QPointF m_at; ///< where the mouse is, metres
    double m_divider = 0.5;
    bool m_swiped = false, m_legend = false;
    bool m_ended = false; ///< the sketch stays until the next one begins
    QList<QPolygonF> m_marked;
    QString m_words;
    std::optional<spatial::Box> m_extent;
    View m_view;
    Shown m_shown, m_wider; ///< the last picture, and the last one of a larger place
    View m_jobView;
    int m_job = 0;
    bool m_byKeys = false; ///< moved by keys last, not by the mouse
    bool m_whole = false;  ///< all is shown, and stays so when the size changes
    bool m_again = false, m_labelled = true, m_active = false, m_dragging = false, m_moved = false;
    QPointF m_from;
};

} // namespace checkup::workspace
