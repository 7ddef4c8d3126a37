#include "app/workspace/shell/message_bar.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QToolButton)
    , m_text(makeLabel({}, "", 1, false, true))
    , m_close(new QToolButton)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(14, 6, 8, 6);
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_icon->setFocusPolicy(Qt::NoFocus);
    m_close->setIcon(icon(u"close"_s));
    m_close->setObjectName(u"closeMessageButton"_s);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    line->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
}

void MessageBar::say(Kind kind, const QString& sentence, const QString& detail, bool closable)
{
    switch (kind) {
    case Kind::Notice:
        setKind(this, "noticeBar");
        m_icon->setIcon(icon(u"info"_s, Theme::Role::Accent));
        break;
    case Kind::Warning:
        setKind(this, "warningBar");
        m_icon->setIcon(icon(u"warning"_s, Theme::Role::Warning));
        break;
    case Kind::Error:
        setKind(this, "errorBar");
        m_icon->setIcon(icon(u"error"_s, Theme::Role::Danger));
        break;
    }
    m_text->setText(sentence);
    m_text->setToolTip(detail);
    m_close->setVisible(closable);
    m_close->setToolTip(tr("关闭此消息"));
    show();
}

void MessageBar::clear()
{
    m_text->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace checkup::workspace
