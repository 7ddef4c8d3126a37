#pragma once

#include "app/workspace/spatial/map_sketch.h"

#include <QImage>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

class QTimer;

namespace checkup::workspace {

class Jobs;

/// A layer on a plain map: wheel and +/- zoom, dragging and the arrows pan, Home shows all of it.
/// Nothing is read or drawn on the interface thread: a layer is read once for the whole view and
/// once more for a part that was zoomed into, pictures are drawn by a worker, and what comes too
/// late is dropped. Coordinates are the layer's own.
class MapPreview : public QWidget
{
    Q_OBJECT
public:
    /// Reads a layer as a sketch; runs on a worker.
    using Source = std::function<Result<MapSketchPtr>(const SketchRequest&, const CancelToken&,
                                                      const ProgressSink&)>;

    explicit MapPreview(Jobs* jobs, QWidget* parent = nullptr);

    /// Shows a layer; `marked` are drawn in the warning's colour. The same key again keeps the
    /// view.
    void showLayer(const QString& key, const QString& title, Source source,
                   const QSet<qint64>& marked = {});
    /// Lines behind the layer, such as districts; in its coordinates. Empty source: none.
    void showBackdrop(const QString& key, Source source);
    /// Features of the layer that a list beside the map speaks of; drawn strongly.
    void showListed(const QSet<qint64>& features);
    /// Zooms to one of the listed as soon as it has been read.
    void zoomToListed(qint64 feature);
    /// Nothing to show, and why.
    void clear(const QString& words = {});
    void fit();
    void retranslate();

    QString layerKey() const { return m_key; }
    const MapView& view() const { return m_view; }
    MapSketchPtr sketch() const { return m_whole.sketch; }
    /// Every picture that was asked for is there.
    bool isDrawn() const;

Q_SIGNALS:
    void failed(const checkup::Error& error);
    void drawn();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A sketch and the job that reads it.
    struct Slot
    {
        MapSketchPtr sketch;
        int job = 0;
        quint64 number = 0; ///< of the last request: answers to others are late
    };

    void read(Slot MapPreview::*slot, const QString& title, const Source& source,
              const SketchRequest& request, std::function<void()> then);
    void drop(Slot& slot);
    void startReading();
    void showPart(const MapSketchPtr& sketch);
    void startListed();
    void startBackdrop();
    void askDetail();
    void askPicture();
    void startPicture();
    void showListedBox();
    void zoom(double factor, const QPointF& at);
    void pan(const QPointF& pixels);
    void setView(const MapView& view);
    void paintScale(QPainter& painter) const;
    QString coordinates(const QPointF& place) const;

    Jobs* m_jobs;
    QString m_key, m_title, m_backdropKey, m_words;
    Source m_source, m_backdropSource;
    QSet<qint64> m_marked, m_listedIds;
    qint64 m_wanted = -1; ///< listed feature to zoom to when it has been read
    Slot m_whole, m_detail, m_listed, m_backdrop;
    bool m_pending = false; ///< to be read when it is shown
    bool m_fitted = false;
    MapView m_view, m_firstView; ///< the latter of what was read first
    QImage m_picture;
    MapView m_pictureView;
    int m_drawing = 0;
    bool m_again = false;
    quint64 m_generation = 0; ///< of the layer: pictures of another are late
    QTimer* m_settle;
    QPointF m_from, m_cursor;
    bool m_dragging = false, m_hovered = false;
};

} // namespace checkup::workspace
