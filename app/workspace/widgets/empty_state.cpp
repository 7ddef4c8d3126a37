#include "app/workspace/widgets/empty_state.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace checkup::workspace {

EmptyState::EmptyState(const QString& iconName, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, "", 1.25, true))
    , m_text(makeLabel({}, "dim"))
    , m_button(new QPushButton)
{
    // A button shows the icon, for it redraws it when the theme changes.
    auto* picture = new QToolButton;
    picture->setIcon(icon(iconName, Theme::Role::Accent));
    picture->setIconSize({40, 40});
    picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    picture->setFocusPolicy(Qt::NoFocus);

    setKind(m_button, "primary");
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    auto* all = new QVBoxLayout(this);
    all->addStretch(2);
    all->addWidget(picture, 0, Qt::AlignHCenter);
    all->addWidget(m_title);
    all->addWidget(m_text, 0, Qt::AlignHCenter);
    all->addSpacing(6);
    all->addWidget(m_button, 0, Qt::AlignHCenter);
    all->addStretch(3);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setTexts(const QString& title, const QString& text, const QString& button)
{
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    fit();
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EmptyState::fit()
{
    // A centred label does not tell the layout how its height depends on its width; without a text
    // it has none.
    const int wide = qBound(280, width() - 40, 460);
    m_text->setFixedSize(wide, qMax(0, m_text->heightForWidth(wide)));
}

} // namespace checkup::workspace
