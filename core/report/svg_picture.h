#pragma once

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTransform>

class QPainter;

namespace checkup::report {

/// An SVG picture to be painted as vectors. QSvgRenderer paints text as outlines, which cannot be
/// searched or copied from a PDF, so plain text is taken out and painted as text in our 黑体.
class SvgPicture
{
public:
    /// Not valid when the bytes are no SVG.
    explicit SvgPicture(const QByteArray& svg);

    bool isValid() const { return m_box.isValid(); }
    QSizeF size() const { return m_size; } ///< in CSS pixels (1/96 inch)
    void paint(QPainter& painter, const QRectF& area) const;

private:
    struct Label
    {
        QTransform place; ///< to the picture's coordinates
        QPointF at;       ///< start of the baseline
        QString text;
        double size = 0;
        double share = 0; ///< of its width to the left of `at`: 0, 0.5 or 1
        QColor colour;
    };

    QByteArray m_graphics; ///< the picture without its labels
    QRectF m_box;
    QSizeF m_size;
    QList<Label> m_labels;
};

} // namespace checkup::report
