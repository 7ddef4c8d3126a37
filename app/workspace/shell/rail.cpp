#include "app/workspace/shell/rail.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , m_entries(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_fold(new QToolButton)
{
    setKind(this, "rail");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 12, 8, 8);
    all->setSpacing(4);
    m_entries->setSpacing(4);
    all->addLayout(m_entries);
    all->addStretch();
    m_fold->setIcon(icon(u"rail"_s));
    m_fold->setIconSize({20, 20});
    m_fold->setObjectName(u"foldRailButton"_s);
    all->addWidget(m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        Q_EMIT collapsedChanged(m_collapsed);
    });
    layOut();
}

void Rail::add(const QString& id, const QString& iconName)
{
    auto* button = new QToolButton;
    setKind(button, "stage");
    button->setObjectName(u"stage_"_s + id);
    button->setCheckable(true);
    button->setIcon(icon(iconName));
    button->setIconSize({22, 22});
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_group->addButton(button);
    m_buttons.insert(id, button);
    m_entries->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT activated(id); });
    layOut();
}

void Rail::setText(const QString& id, const QString& text, const QString& shortcut)
{
    if (QToolButton* button = m_buttons.value(id)) {
        button->setText(text);
        button->setToolTip(u"%1 (%2)"_s.arg(text, shortcut));
    }
}

void Rail::setCurrent(const QString& id)
{
    if (QToolButton* button = m_buttons.value(id))
        button->setChecked(true);
}

void Rail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    layOut();
}

void Rail::retranslate()
{
    m_fold->setText(tr("收起"));
    m_fold->setToolTip(m_collapsed ? tr("展开阶段栏") : tr("收起阶段栏"));
}

void Rail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        layOut();
    QFrame::changeEvent(event);
}

void Rail::layOut()
{
    const Qt::ToolButtonStyle style =
        m_collapsed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (QToolButton* button : std::as_const(m_buttons))
        button->setToolButtonStyle(style);
    m_fold->setToolButtonStyle(style);
    setFixedWidth(m_collapsed ? 60 : Theme::scaled(144));
    retranslate();
}

} // namespace checkup::workspace
