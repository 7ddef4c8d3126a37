#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace checkup::draw {

/// Writes and draws in millimetres of paper. Text stays text in vector files; its widths are those
/// of one large size, so that lines break alike in every file and at every resolution.
class SheetPen
{
public:
    /// `unit`: what a millimetre of an A4 sheet becomes on this one.
    SheetPen(QPainter& painter, double pixelsPerMm, const QFont& font, double unit);

    QPainter& painter() const { return m_painter; }
    double perMm() const { return m_mm; }
    double unit() const { return m_unit; }
    QRectF pixels(const QRectF& area) const { return {area.topLeft() * m_mm, area.size() * m_mm}; }

    double widthOf(const QString& words, double size) const;
    /// Lines no wider than `room`. Chinese may be broken anywhere, but not before what closes and
    /// not behind what opens; numbers, Latin words and short words in brackets stay whole.
    QStringList wrapped(const QString& words, double size, double room) const;
    /// `size`, or less where the words would be wider than `room`.
    double fitting(const QString& words, double size, double room) const;

    /// Text at the middle of its height.
    void text(const QString& words, QPointF at, double size, Qt::Alignment alignment,
              double angle = 0, bool halo = false) const;
    /// One line, smaller where it would be too long.
    void fitted(const QString& words, QPointF at, double size, double room,
                Qt::Alignment alignment) const;
    void box(const QRectF& area, double line) const;
    void rule(QPointF at, double width, double thick) const; ///< level, downwards from `at`
    void ground(const QRectF& area, const QColor& colour) const;

    static QColor ink() { return {25, 25, 25}; }

private:
    static constexpr int fontSize = 200;

    QPainter& m_painter;
    double m_mm;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_unit;
};

} // namespace checkup::draw
