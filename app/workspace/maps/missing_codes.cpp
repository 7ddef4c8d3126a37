#include "app/workspace/maps/missing_codes.h"

#include "app/workspace/widgets/icons.h"

#include <QMenu>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

MissingCodesButton::MissingCodesButton(QWidget* parent)
    : QToolButton(parent)
{
    setMenu(new QMenu(this));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    setIcon(workspace::icon(u"warning"_s));
    hide();
    connect(menu(), &QMenu::aboutToShow, this, &MissingCodesButton::fill);
}

void MissingCodesButton::setCodes(const QList<MissingCode>& codes)
{
    if (codes == m_codes)
        return;
    m_codes = codes;
    setVisible(!codes.isEmpty());
    retranslate();
}

void MissingCodesButton::retranslate()
{
    setText(tr("%1 个代码没有符号").arg(m_codes.size()));
    QStringList some;
    for (const MissingCode& one : std::as_const(m_codes)) {
        constexpr qsizetype enough = 12;
        if (some.size() < enough)
            some << tr("%1：%2").arg(one.layer, one.spot.code);
    }
    setToolTip(tr("图上按“未知”画出的代码；单击列出它们，再选一个去“符号”里给它符号") + u'\n' +
               some.join(u'\n'));
}

void MissingCodesButton::fill()
{
    menu()->clear();
    constexpr qsizetype most = 30;
    for (const MissingCode& one : std::as_const(m_codes).first(std::min(most, m_codes.size()))) {
        const QString code = one.spot.code.isEmpty() ? tr("（空）") : one.spot.code;
        menu()->addAction(tr("%1：%2，%3 个要素").arg(one.layer, code).arg(one.features), this,
                          [this, spot = one.spot] { Q_EMIT symbolWanted(spot); });
    }
    if (m_codes.size() > most)
        menu()->addAction(tr("还有 %1 个，在“符号”里列全").arg(m_codes.size() - most), this,
                          [this] { Q_EMIT symbolWanted(m_codes[most].spot); });
}

} // namespace checkup::workspace
