#include "core/draw/sheet_pen.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>

namespace checkup::draw {

using namespace Qt::StringLiterals;

SheetPen::SheetPen(QPainter& painter, double pixelsPerMm, const QFont& font, double unit)
    : m_painter(painter)
    , m_mm(pixelsPerMm)
    , m_font(font)
    , m_metrics([this] {
        m_font.setPixelSize(fontSize);
        return QFontMetricsF(m_font);
    }())
    , m_unit(unit)
{}

double SheetPen::widthOf(const QString& words, double size) const
{
    return m_metrics.horizontalAdvance(words) * size / fontSize;
}

QStringList SheetPen::wrapped(const QString& words, double size, double room) const
{
    static const QString closing = u"）」”。，；、：？！%)"_s;
    static const QString opening = u"（「“("_s;
    constexpr qsizetype few = 9; // letters in brackets, such as a unit
    qsizetype whole = -1;        // up to this letter all stay together
    QStringList pieces;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QChar letter = words[i];
        const QChar last = pieces.isEmpty() ? QChar() : pieces.constLast().back();
        const bool joined = !pieces.isEmpty() &&
                            (i <= whole || closing.contains(letter) || opening.contains(last) ||
                             (letter.unicode() < 0x80 && last.unicode() < 0x80));
        if (letter == u'（') {
            const qsizetype end = words.indexOf(u'）', i);
            if (end - i <= few && end > i && widthOf(words.mid(i, end - i + 1), size) <= room)
                whole = end;
        }
        if (joined)
            pieces.last() += letter;
        else
            pieces << QString(letter);
    }
    QStringList lines{QString()};
    for (const QString& piece : pieces) {
        if (widthOf(lines.constLast() + piece, size) > room && !lines.constLast().isEmpty())
            lines << QString();
        lines.last() += piece;
    }
    return lines;
}

double SheetPen::fitting(const QString& words, double size, double room) const
{
    return size * std::min(1.0, room / std::max(widthOf(words, size), 0.01));
}

void SheetPen::text(const QString& words, QPointF at, double size, Qt::Alignment alignment,
                    double angle, bool halo) const
{
    const double share = alignment & Qt::AlignHCenter ? 0.5 : alignment & Qt::AlignRight ? 1 : 0;
    m_painter.save();
    m_painter.translate(at * m_mm);
    m_painter.rotate(angle);
    m_painter.scale(size * m_mm / fontSize, size * m_mm / fontSize);
    m_painter.setFont(m_font);
    const QPointF start(-share * m_metrics.horizontalAdvance(words),
                        (m_metrics.ascent() - m_metrics.descent()) / 2);
    if (halo) {
        QPainterPath outline;
        outline.addText(start, m_font, words);
        m_painter.strokePath(
            outline, QPen(Qt::white, fontSize * 0.18, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    m_painter.setPen(ink());
    m_painter.drawText(start, words);
    m_painter.restore();
}

void SheetPen::fitted(const QString& words, QPointF at, double size, double room,
                      Qt::Alignment alignment) const
{
    text(words, at, fitting(words, size, room), alignment);
}

void SheetPen::box(const QRectF& area, double line) const
{
    m_painter.setPen(QPen(ink(), line * m_mm));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(pixels(area));
}

void SheetPen::rule(QPointF at, double width, double thick) const
{
    m_painter.fillRect(pixels(QRectF(at, QSizeF(width, thick))), ink());
}

void SheetPen::ground(const QRectF& area, const QColor& colour) const
{
    m_painter.fillRect(pixels(area), colour);
}

} // namespace checkup::draw
