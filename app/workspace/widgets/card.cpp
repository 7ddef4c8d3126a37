#include "app/workspace/widgets/card.h"

#include "app/workspace/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace checkup::workspace {

namespace {

/// Keeps its size relative to the interface's font when that changes.
class ScaledLabel : public QLabel
{
public:
    ScaledLabel(const QString& text, double factor, bool bold)
        : QLabel(text)
        , m_factor(factor)
        , m_bold(bold)
    {
        setFont(Theme::font(factor, bold));
    }

protected:
    void changeEvent(QEvent* event) override
    {
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
            const QFont font = Theme::font(m_factor, m_bold);
            if (font != this->font())
                setFont(font);
        }
        QLabel::changeEvent(event);
    }

private:
    double m_factor;
    bool m_bold;
};

} // namespace

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_title(makeLabel({}, "", 1.08, true))
    , m_tools(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setKind(this, "card");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addLayout(m_tools);
    all->addLayout(head);
    all->addLayout(m_body, 1);
    m_body->setSpacing(8);
    m_title->setWordWrap(false);
    m_title->hide();
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

QLabel* makeLabel(const QString& text, const char* kind, double factor, bool bold, bool selectable)
{
    QLabel* label = factor == 1 && !bold ? new QLabel(text) : new ScaledLabel(text, factor, bold);
    label->setWordWrap(true);
    if (*kind)
        setKind(label, kind);
    if (selectable)
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QFrame* makeLine()
{
    auto* line = new QFrame;
    setKind(line, "line");
    return line;
}

void setKind(QWidget* widget, const char* kind)
{
    widget->setProperty("kind", QString::fromLatin1(kind));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

} // namespace checkup::workspace
