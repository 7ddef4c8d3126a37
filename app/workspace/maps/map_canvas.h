#pragma once

#include "core/draw/map_picture.h"

#include <QImage>
#include <QPointer>
#include <QWidget>

#include <optional>

namespace checkup::workspace {

class Jobs;
class MapGround;

/// Layers as a map: wheel and +/- zoom, dragging and the arrows pan, Home shows all, a click asks
/// what is there. Pictures are painted by workers from layers that never change; until the new one
/// is there the last one stands where it belongs, and what comes too late is dropped. Places are
/// metres of the layers' plane.
class MapCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit MapCanvas(Jobs* jobs, QWidget* parent = nullptr);

    /// What is shown, the first at the bottom.
    void setLayers(const QList<draw::MapLayer>& layers);
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
    void zoom(double factor);       ///< about the middle; below 1: closer
    void showAll();
    /// "1 : n", as wide as a pixel of 96 an inch is.
    double scale() const { return m_view.metresPerPixel * 1000 * pixelsPerMm; }
    void setScale(double denominator);
    bool isDrawn() const { return m_job == 0 && !m_again; }

Q_SIGNALS:
    void viewChanged(); ///< by the user
    void hovered(const QPointF& place);
    void left();
    void clicked(const QPointF& place);
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
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr double pixelsPerMm = 96 / 25.4;

    void askPicture();
    void startPicture();
    draw::MapFrame frameOf(const View& view, double ratio) const;
    QPointF toPlace(const QPointF& pixel) const;
    QPointF toPixel(const QPointF& place) const;
    void zoom(double factor, const QPointF& at);
    void pan(const QPointF& pixels);
    void setByUser(const View& view);
    void paintScale(QPainter& painter) const;

    Jobs* m_jobs;
    QPointer<MapGround> m_ground;
    QList<draw::MapLayer> m_layers;
    QList<QPolygonF> m_marked;
    QString m_words;
    std::optional<spatial::Box> m_extent;
    View m_view;
    QImage m_picture;
    View m_pictureView;
    QSize m_pictureSize;
    int m_job = 0;
    bool m_whole = false; ///< all is shown, and stays so when the size changes
    bool m_again = false, m_labelled = true, m_active = false, m_dragging = false, m_moved = false;
    QPointF m_from;
};

} // namespace checkup::workspace
