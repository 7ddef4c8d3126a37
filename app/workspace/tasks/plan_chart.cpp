#include "app/workspace/tasks/plan_chart.h"

#include "app/workspace/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QToolTip>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

PlanChart::PlanChart(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void PlanChart::setRows(const QList<PlanRow>& rows, const QDate& today, const QDate& judged)
{
    m_rows = rows;
    m_today = today;
    m_judged = judged;
    QDate first, last;
    const auto reach = [&first, &last](const QDate& day) {
        if (!day.isValid())
            return;
        if (!first.isValid() || day < first)
            first = day;
        if (!last.isValid() || day > last)
            last = day;
    };
    for (const PlanRow& row : rows) {
        reach(row.from);
        reach(row.to);
        reach(row.done);
    }
    // Today's line belongs to the picture, but not when the year is long past.
    if (first.isValid() && today.isValid() && today >= first.addMonths(-3) &&
        today <= last.addMonths(3))
        reach(today);
    if (first.isValid()) {
        m_first = QDate(first.year(), first.month(), 1);
        m_last = QDate(last.year(), last.month(), last.daysInMonth());
    } else {
        m_first = m_last = {};
    }
    m_current = std::clamp(m_current, rows.isEmpty() ? -1 : 0, int(rows.size()) - 1);
    updateGeometry();
    update();
}

void PlanChart::setCurrentRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_current = row;
    setAccessibleDescription(sentence(row));
    for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(up)) {
            const QRect area = rowArea(row);
            scroll->ensureVisible(scroll->widget() == this ? 0 : area.left(), area.center().y(), 0,
                                  area.height());
            break;
        }
    }
    update();
    Q_EMIT currentRowChanged(row);
}

QString PlanChart::sentence(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const PlanRow& shown = m_rows.at(row);
    const QString from = shown.from.toString(Qt::ISODate), to = shown.to.toString(Qt::ISODate);
    if (shown.isStage)
        return tr("%1：%2 至 %3。%4").arg(shown.name, from, to, shown.note);
    QString text = to.isEmpty() ? tr("%1：没有报送期限。").arg(shown.name)
                                : tr("%1：应在 %2 前报送。").arg(shown.name, to);
    if (shown.done.isValid())
        text += tr("首次报送 %1。").arg(shown.done.toString(Qt::ISODate));
    else if (shown.late)
        text += tr("已逾期。");
    return text;
}

int PlanChart::rowHeight() const
{
    return Theme::scaled(26);
}

int PlanChart::headerHeight() const
{
    return Theme::scaled(44);
}

int PlanChart::nameWidth() const
{
    return std::min(Theme::scaled(210), width() / 3);
}

QSize PlanChart::sizeHint() const
{
    return {Theme::scaled(900), headerHeight() + rowHeight() * int(m_rows.size()) + 8};
}

QSize PlanChart::minimumSizeHint() const
{
    return {Theme::scaled(480), sizeHint().height()};
}

QRect PlanChart::rowArea(int row) const
{
    return {0, headerHeight() + row * rowHeight(), width(), rowHeight()};
}

int PlanChart::rowAt(int y) const
{
    const int row = (y - headerHeight()) / rowHeight();
    return y < headerHeight() || row >= m_rows.size() ? -1 : row;
}

double PlanChart::xOf(const QDate& day) const
{
    const double room = width() - nameWidth() - 12;
    const double days = double(m_first.daysTo(m_last) + 1);
    return nameWidth() + room * double(m_first.daysTo(day)) / days;
}

void PlanChart::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Theme::colour(Theme::Role::Surface));
    if (m_rows.isEmpty() || !m_first.isValid())
        return;
    const int bottom = headerHeight() + rowHeight() * int(m_rows.size());
    const auto role = [](Theme::Role which) { return Theme::colour(which); };

    // Months, with the year where it begins.
    painter.fillRect(QRect(0, 0, width(), headerHeight()), role(Theme::Role::Sunken));
    for (QDate month = m_first; month <= m_last; month = month.addMonths(1)) {
        const double left = xOf(month), right = xOf(month.addMonths(1));
        painter.setPen(role(Theme::Role::Border));
        painter.drawLine(QPointF(left, headerHeight() / 2.0), QPointF(left, bottom));
        painter.setPen(role(Theme::Role::Dim));
        painter.setFont(Theme::font(0.86));
        painter.drawText(QRectF(left, headerHeight() / 2.0, right - left, headerHeight() / 2.0),
                         Qt::AlignCenter, tr("%1月").arg(month.month()));
        if (month == m_first || month.month() == 1) {
            painter.setFont(Theme::font(0.9, true));
            painter.drawText(
                QRectF(left + 4, 0, std::max(right - left, 80.0), headerHeight() / 2.0),
                Qt::AlignLeft | Qt::AlignVCenter, QString::number(month.year()));
        }
    }

    for (int row = 0; row < m_rows.size(); ++row) {
        const PlanRow& shown = m_rows.at(row);
        const QRect area = rowArea(row);
        if (row == m_current) {
            painter.fillRect(area, role(Theme::Role::AccentSoft));
            if (hasFocus()) {
                painter.setPen(role(Theme::Role::Accent));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(area.adjusted(0, 0, -1, -1));
            }
        }
        painter.setFont(Theme::font(1, shown.isStage));
        painter.setPen(role(Theme::Role::Text));
        const QRect name(8, area.top(), nameWidth() - 16, area.height());
        painter.drawText(
            name, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(shown.name, Qt::ElideRight, name.width()));
        const double middle = area.center().y() + 0.5;
        painter.setPen(Qt::NoPen);
        if (shown.isStage && shown.from.isValid() && shown.to.isValid()) {
            const QRectF bar(xOf(shown.from), area.top() + 5,
                             xOf(shown.to.addDays(1)) - xOf(shown.from), area.height() - 10);
            painter.setBrush(role(Theme::Role::Accent));
            painter.drawRoundedRect(bar, 4, 4);
            painter.setFont(Theme::font(0.82));
            const QString days =
                u"%1 – %2"_s.arg(shown.from.toString(u"M/d"_s), shown.to.toString(u"M/d"_s));
            if (painter.fontMetrics().horizontalAdvance(days) + 8 < bar.width()) {
                painter.setPen(role(Theme::Role::OnAccent));
                painter.drawText(bar, Qt::AlignCenter, days);
            }
        } else if (!shown.isStage && shown.to.isValid()) {
            const QColor colour = shown.late && !shown.done.isValid() ? role(Theme::Role::Danger)
                                                                      : role(Theme::Role::Faint);
            const double end = xOf(shown.to.addDays(1));
            const double begin =
                shown.from.isValid() && shown.from <= shown.to ? xOf(shown.from) : end - 12;
            painter.setBrush(colour);
            painter.drawRect(QRectF(begin, middle - 1.5, end - begin, 3));
            QPainterPath diamond;
            diamond.moveTo(end, middle - 6);
            diamond.lineTo(end + 6, middle);
            diamond.lineTo(end, middle + 6);
            diamond.lineTo(end - 6, middle);
            diamond.closeSubpath();
            painter.drawPath(diamond);
            if (shown.done.isValid()) {
                painter.setBrush(
                    role(shown.done > shown.to ? Theme::Role::Warning : Theme::Role::Good));
                painter.drawEllipse(QPointF(xOf(shown.done) + 2, middle), 5, 5);
            }
        }
        painter.setPen(role(Theme::Role::Border));
        if (row + 1 < m_rows.size() && shown.isStage && !m_rows.at(row + 1).isStage)
            painter.drawLine(QPointF(0, area.bottom() + 0.5),
                             QPointF(width(), area.bottom() + 0.5));
    }
    painter.setPen(role(Theme::Role::Border));
    painter.drawLine(QPointF(nameWidth() - 4, 0), QPointF(nameWidth() - 4, bottom));

    if (m_judged != m_today)
        paintDay(painter, m_judged, tr("截至 %1").arg(m_judged.toString(u"M/d"_s)), false);
    paintDay(painter, m_today, tr("今日 %1").arg(m_today.toString(u"M/d"_s)), true);
}

void PlanChart::paintDay(QPainter& painter, const QDate& day, const QString& word,
                         bool isToday) const
{
    if (!day.isValid() || day < m_first || day > m_last)
        return;
    const QColor colour = Theme::colour(isToday ? Theme::Role::Danger : Theme::Role::Warning);
    const int bottom = headerHeight() + rowHeight() * int(m_rows.size());
    const double x = xOf(day) + 0.5;
    painter.setPen(QPen(colour, 1.5, isToday ? Qt::SolidLine : Qt::DashLine));
    painter.drawLine(QPointF(x, headerHeight() / 2.0), QPointF(x, bottom));
    painter.setFont(Theme::font(0.82, true));
    const double wide = painter.fontMetrics().horizontalAdvance(word) + 8;
    const double left = std::min(x - wide / 2, width() - wide - 2.0);
    const QRectF flag(left, 2, wide, headerHeight() / 2.0 - 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(isToday ? Theme::Role::DangerSoft : Theme::Role::WarningSoft));
    painter.drawRoundedRect(flag, 4, 4);
    painter.setPen(colour);
    painter.drawText(flag, Qt::AlignCenter, word);
}

void PlanChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrentRow(std::max(0, m_current - 1));
        return;
    case Qt::Key_Down:
        setCurrentRow(std::min(last, m_current + 1));
        return;
    case Qt::Key_Home:
        setCurrentRow(0);
        return;
    case Qt::Key_End:
        setCurrentRow(last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (m_current >= 0)
            Q_EMIT rowActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PlanChart::mousePressEvent(QMouseEvent* event)
{
    setCurrentRow(rowAt(static_cast<int>(event->position().y())));
}

void PlanChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int row = rowAt(static_cast<int>(event->position().y()));
    if (row >= 0)
        Q_EMIT rowActivated(row);
}

void PlanChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlanChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool PlanChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), sentence(rowAt(help->pos().y())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace checkup::workspace
