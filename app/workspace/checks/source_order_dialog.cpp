#include "app/workspace/checks/source_order_dialog.h"

#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/project/source_order.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

SourceOrderDialog::SourceOrderDialog(Session* session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_list(new QListWidget(this))
    , m_effect(makeLabel({}, "dim"))
    , m_follow(new QCheckBox(this))
    , m_up(new QPushButton(tr("上移"), this))
    , m_down(new QPushButton(tr("下移"), this))
{
    setObjectName(u"sourceOrderDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("来源次序"));
    m_list->setObjectName(u"sourceList"_s);
    m_follow->setObjectName(u"sourceFollow"_s);
    m_effect->setObjectName(u"sourceEffect"_s);
    m_up->setObjectName(u"sourceUp"_s);
    m_down->setObjectName(u"sourceDown"_s);
    m_list->setAccessibleName(tr("来源，默认先采用上面的"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->installEventFilter(this);
    m_up->setToolTip(u"Alt+↑"_s);
    m_down->setToolTip(u"Alt+↓"_s);
    m_effect->setMinimumHeight(3 * fontMetrics().lineSpacing());

    auto* side = new QVBoxLayout;
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addStretch();
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(side);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("保存次序"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"sourceSave"_s);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(tr("几个来源都报了同一个数时，默认采用排在上面的来源。拖动或用 "
                                   "Alt+↑、Alt+↓ 改变次序。人工核定过的采用值不受影响。"),
                                "dim"));
    layout->addLayout(middle, 1);
    layout->addWidget(m_effect);
    layout->addWidget(m_follow);
    layout->addWidget(buttons);
    resize(Theme::scaled(480), Theme::scaled(440));

    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &SourceOrderDialog::tellEffect);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_up->setEnabled(row > 0 && !m_session->isReadOnly());
        m_down->setEnabled(row + 1 < m_list->count() && !m_session->isReadOnly());
    });
    connect(m_follow, &QCheckBox::toggled, this, &SourceOrderDialog::tellEffect);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &SourceOrderDialog::save);
    connect(session, &Session::closed, this, &QDialog::reject);
    load();
}

void SourceOrderDialog::load()
{
    const auto year = m_session->data();
    if (!year)
        return;
    for (const project::Source& source : year->sources) {
        auto* item = new QListWidgetItem(
            tr("%1（%2）").arg(source.name, project::label(source.kind)), m_list);
        item->setData(Qt::UserRole, source.key);
    }
    m_list->setCurrentRow(0);
    m_list->setEnabled(!m_session->isReadOnly());
    tellEffect();
}

QStringList SourceOrderDialog::order() const
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row)
        keys << m_list->item(row)->data(Qt::UserRole).toString();
    return keys;
}

void SourceOrderDialog::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_list->count() || m_session->isReadOnly())
        return;
    QListWidgetItem* item = m_list->takeItem(row);
    m_list->insertItem(row + by, item);
    m_list->setCurrentRow(row + by);
    tellEffect();
}

void SourceOrderDialog::tellEffect()
{
    const auto year = m_session->data();
    if (!year)
        return;
    const auto order = project::orderSources(*year, this->order());
    if (!order) {
        m_effect->setText(order.error().message());
        m_save->setEnabled(false);
        return;
    }
    QStringList sentences;
    sentences << (order->follow > 0
                      ? tr("按此次序，有 %1 个未经人工核定的数会改用别的来源。").arg(order->follow)
                      : tr("按此次序，未经人工核定的采用值都不变。"));
    if (order->decided > 0)
        sentences << tr("另有 %1 个数经人工核定，保持不变。").arg(order->decided);
    m_effect->setText(sentences.join(u' '));
    m_follow->setText(tr("同时改采用这 %1 个数").arg(order->follow));
    m_follow->setVisible(order->follow > 0);
    m_follow->setEnabled(order->follow > 0 && !m_session->isReadOnly());
    const bool changes =
        !order->ranks.isEmpty() || (m_follow->isEnabled() && m_follow->isChecked());
    m_save->setEnabled(changes && !m_session->isReadOnly());
    m_save->setToolTip(m_session->isReadOnly() ? m_session->readOnlyReason() : QString());
}

void SourceOrderDialog::save()
{
    const auto year = m_session->data();
    const auto order = year ? project::orderSources(*year, this->order())
                            : Result<project::SourceOrder>(project::SourceOrder());
    if (!order)
        return;
    project::ChangeSet set = order->ranks;
    const bool follows = m_follow->isEnabled() && m_follow->isChecked();
    if (follows)
        set.append(order->adoptions);
    if (!set.isEmpty())
        m_session->edit(set);
    Q_EMIT noticed(follows ? tr("来源次序已改，%1 个数随之改采用。").arg(order->follow)
                           : tr("来源次序已改，采用值未动。"));
    accept();
}

bool SourceOrderDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool up = key->key() == Qt::Key_Up;
        if ((key->modifiers() & Qt::AltModifier) && (up || key->key() == Qt::Key_Down)) {
            move(up ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace checkup::workspace
