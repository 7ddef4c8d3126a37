#include "app/workspace/tasks/stage_form.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

StageForm::StageForm(const project::PlanStage& stage, QWidget* parent)
    : QDialog(parent)
    , m_stage(stage)
    , m_name(new QLineEdit(stage.name, this))
    , m_note(new QLineEdit(stage.note, this))
    , m_from(new QDateEdit(stage.from, this))
    , m_to(new QDateEdit(stage.to, this))
    , m_message(makeLabel({}, "danger"))
{
    setObjectName(u"stageForm"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("修改阶段"));
    m_name->setObjectName(u"stageName"_s);
    m_note->setObjectName(u"stageNote"_s);
    m_from->setObjectName(u"stageFrom"_s);
    m_to->setObjectName(u"stageTo"_s);
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->setCalendarPopup(true);
    }
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(tr("名称"), m_name);
    form->addRow(tr("开始"), m_from);
    form->addRow(tr("结束"), m_to);
    form->addRow(tr("内容"), m_note);
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("保存"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"stageOk"_s);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    m_message->setMinimumHeight(fontMetrics().height() + 4);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(Theme::scaled(460), sizeHint().height());

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT stageRequested(m_stage);
        accept();
    });
    for (QLineEdit* edit : {m_name, m_note})
        connect(edit, &QLineEdit::textChanged, this, &StageForm::check);
    for (QDateEdit* edit : {m_from, m_to})
        connect(edit, &QDateEdit::dateChanged, this, &StageForm::check);
    check();
}

void StageForm::check()
{
    m_stage.name = m_name->text().trimmed();
    m_stage.note = m_note->text().trimmed();
    m_stage.from = m_from->date();
    m_stage.to = m_to->date();
    QString fault;
    if (m_stage.name.isEmpty())
        fault = tr("请填写名称。");
    else if (m_stage.to < m_stage.from)
        fault = tr("结束不能早于开始。");
    m_message->setText(fault);
    m_ok->setEnabled(fault.isEmpty());
}

} // namespace checkup::workspace
