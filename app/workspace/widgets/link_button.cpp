#include "app/workspace/widgets/link_button.h"

#include "app/workspace/widgets/card.h"

#include <QFontMetrics>

namespace checkup::workspace {

namespace {
constexpr int around = 44; ///< icon, gap and padding
} // namespace

LinkButton::LinkButton(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_full(text)
{
    setKind(this, "link");
    setIconSize({18, 18});
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full) + around, QPushButton::sizeHint().height()};
}

QSize LinkButton::minimumSizeHint() const
{
    return {fontMetrics().height() * 4, QPushButton::sizeHint().height()};
}

void LinkButton::resizeEvent(QResizeEvent* event)
{
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, width() - around);
    if (shown != text()) {
        setText(shown);
        if (toolTip().isEmpty())
            setToolTip(m_full);
    }
    QPushButton::resizeEvent(event);
}

} // namespace checkup::workspace
