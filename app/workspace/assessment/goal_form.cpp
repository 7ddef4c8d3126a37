#include "app/workspace/assessment/goal_form.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"
#include "core/base/number_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using project::GoalKind;

GoalForm::GoalForm(const project::YearData& year, const catalogue::Indicator& indicator,
                   const project::Goal& goal, QWidget* parent)
    : QDialog(parent)
    , m_goal(goal)
    , m_kind(new QComboBox(this))
    , m_target(new QLineEdit(this))
    , m_near(new QLineEdit(this))
    , m_annual(new QLineEdit(this))
    , m_lower(new QLineEdit(this))
    , m_upper(new QLineEdit(this))
    , m_base(new QLineEdit(this))
    , m_source(new QLineEdit(this))
    , m_message(makeLabel({}, "danger"))
{
    setObjectName(u"goalForm"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 %2 的目标").arg(indicator.code, indicator.nameZh));
    for (const GoalKind kind :
         {GoalKind::None, GoalKind::Growing, GoalKind::Falling, GoalKind::Floor, GoalKind::Ceiling,
          GoalKind::Range, GoalKind::Hold, GoalKind::Monitor})
        m_kind->addItem(project::label(kind), static_cast<int>(kind));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(goal.kind)));
    m_kind->setObjectName(u"goalKind"_s);
    m_target->setObjectName(u"goalTarget"_s);
    m_lower->setObjectName(u"goalLower"_s);
    m_upper->setObjectName(u"goalUpper"_s);
    m_source->setObjectName(u"goalSource"_s);
    m_message->setObjectName(u"goalFault"_s);
    m_source->setPlaceholderText(tr("规划或文件的名称"));
    const auto put = [](QLineEdit* edit, const std::optional<double>& value) {
        if (value)
            edit->setText(formatShortest(*value));
    };
    put(m_target, goal.target);
    put(m_near, goal.nearTarget);
    put(m_annual, goal.annualPlan);
    put(m_lower, goal.lower);
    put(m_upper, goal.upper);
    put(m_base, goal.baseValue);
    m_base->setPlaceholderText(tr("不填则取 %1 年的值").arg(year.info.baseYear));
    m_source->setText(goal.source);

    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(tr("目标类型"), m_kind);
    form->addRow(tr("%1 年目标值（%2）").arg(year.info.targetYear).arg(indicator.unit), m_target);
    if (year.info.nearYear > 0)
        form->addRow(tr("%1 年目标值（%2）").arg(year.info.nearYear).arg(indicator.unit), m_near);
    else
        m_near->hide();
    form->addRow(tr("%1 年计划值（%2）").arg(year.info.year).arg(indicator.unit), m_annual);
    form->addRow(tr("合理区间下限（%1）").arg(indicator.unit), m_lower);
    form->addRow(tr("合理区间上限（%1）").arg(indicator.unit), m_upper);
    form->addRow(tr("基期值（%1）").arg(indicator.unit), m_base);
    form->addRow(tr("来源"), m_source);
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("保存"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"goalOk"_s);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    // Keeps its line, so that nothing jumps while typing.
    m_message->setMinimumHeight(fontMetrics().height() + 4);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(Theme::scaled(460), sizeHint().height());

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT goalRequested(m_goal);
        accept();
    });
    for (QLineEdit* edit : {m_target, m_near, m_annual, m_lower, m_upper, m_base, m_source})
        connect(edit, &QLineEdit::textChanged, this, &GoalForm::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GoalForm::check);
    check();
}

std::optional<double> GoalForm::number(const QLineEdit* edit, bool* ok) const
{
    const ReadNumber read = readNumber(edit->text());
    if (read.kind == ReadNumber::Kind::Number && read.unit.isEmpty())
        return read.number;
    if (read.kind != ReadNumber::Kind::Blank)
        *ok = false;
    return {};
}

void GoalForm::check()
{
    bool ok = true;
    m_goal.kind = static_cast<GoalKind>(m_kind->currentData().toInt());
    m_goal.target = number(m_target, &ok);
    m_goal.nearTarget = number(m_near, &ok);
    m_goal.annualPlan = number(m_annual, &ok);
    m_goal.lower = number(m_lower, &ok);
    m_goal.upper = number(m_upper, &ok);
    m_goal.baseValue = number(m_base, &ok);
    m_goal.source = m_source->text().trimmed();
    const bool range = m_goal.kind == GoalKind::Range;
    const bool needsTarget =
        m_goal.kind != GoalKind::None && m_goal.kind != GoalKind::Monitor && !range;
    m_lower->setEnabled(range);
    m_upper->setEnabled(range);
    m_target->setEnabled(needsTarget);
    QString fault;
    if (!ok)
        fault = tr("请只填数字，单位按标签所写。");
    else if (needsTarget && !m_goal.target)
        fault = tr("这种目标需要目标值。");
    else if (range && (!m_goal.lower || !m_goal.upper))
        fault = tr("区间需要下限和上限。");
    else if (range && *m_goal.lower >= *m_goal.upper)
        fault = tr("下限应小于上限。");
    m_message->setText(fault);
    m_ok->setEnabled(fault.isEmpty());
}

} // namespace checkup::workspace
