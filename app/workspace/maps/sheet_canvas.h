#pragma once

#include "core/draw/map_sheet.h"

#include <QImage>
#include <QMap>
#include <QSet>
#include <QWidget>

#include <optional>

namespace checkup::workspace {

/// A sheet as it will be printed, with its elements to be taken hold of: a click selects (Shift
/// adds to it), dragging moves, the handles resize, both snap to other elements (not with Alt).
/// Arrows move by 5 mm, with Shift by 1 mm, with Ctrl they resize; Tab goes through the elements,
/// Delete takes them off.
class SheetCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit SheetCanvas(QWidget* parent = nullptr);

    /// A painted sheet, all of its paper.
    void setPicture(const QImage& picture, const QSizeF& paper,
                    const QList<draw::PlacedElement>& placed);
    void setWords(const QString& words); ///< in place of a picture
    void setBusy(bool busy);             ///< the picture is not yet that of the sheet
    void setEditable(bool editable);
    void retranslate();

    const QList<int>& selected() const { return m_selected; } ///< numbers of elements
    void select(const QList<int>& elements); ///< those not yet there, with the next picture
    std::optional<QRectF> areaOf(int element) const;
    /// Device pixels for a millimetre, for a picture as large as can be seen.
    double wantedPixelsPerMm(const QSizeF& paper) const;

    QPointF toPixel(const QPointF& mm) const;
    QPointF toPaper(const QPointF& pixel) const;

Q_SIGNALS:
    void selectionChanged();
    void placed(const QMap<int, QRectF>& areas); ///< by the user
    void removed(const QList<int>& elements);
    void resized();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// Edges that are dragged.
    struct Grip
    {
        bool left = false, top = false, right = false, bottom = false;
        bool isMove() const { return left && top && right && bottom; }
    };
    QRectF page() const; ///< the paper on the widget
    std::optional<Grip> gripAt(const QPointF& pixel) const;
    int elementAt(const QPointF& mm) const; ///< -1: none
    void hold();                            ///< begins to drag what is selected
    void nudge(const QPointF& by, bool resize);
    void step(bool back);
    QRectF shown(const QRectF& mm) const;

    QImage m_picture;
    QSizeF m_paper;
    QList<draw::PlacedElement> m_placed;
    QList<int> m_selected, m_awaited;
    QString m_words;
    QMap<int, QRectF> m_held; ///< where what is dragged lay
    QMap<int, QRectF> m_drag; ///< where it lies until the next picture
    Grip m_grip;
    QPointF m_from;
    QList<double> m_across, m_down; ///< lines that it snapped to
    bool m_busy = false, m_editable = true, m_dragging = false, m_moved = false;
};

} // namespace checkup::workspace
