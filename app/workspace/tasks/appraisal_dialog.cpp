#include "app/workspace/tasks/appraisal_dialog.h"

#include "app/language/language.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

AppraisalDialog::AppraisalDialog(Session* session, const QDate& day, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_day(day)
    , m_table(new QTableWidget(this))
    , m_sentence(makeLabel({}, "", 1, false, true))
    , m_note(makeLabel({}, "dim"))
    , m_shipped(new QPushButton(tr("恢复参考分值"), this))
{
    setObjectName(u"appraisalDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("考核表（按 %1 计算）").arg(day.toString(Qt::ISODate)));
    m_table->setObjectName(u"appraisalTable"_s);
    m_sentence->setObjectName(u"appraisalSentence"_s);
    m_shipped->setObjectName(u"appraisalShipped"_s);
    const QStringList heads{tr("单位"),   tr("答复/任务"), tr("逾期天数"), tr("按时性"),
                            tr("完整性"), tr("规范性"),    tr("总分"),     tr("等次")};
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("各单位得分"));

    auto* rule = new QWidget(this);
    setKind(rule, "plain");
    auto* form = new QFormLayout(rule);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (const auto shipped = collect::shippedAppraisalRule()) {
        for (const collect::AppraisalRule::Parameter& parameter : shipped->parameters) {
            auto* number = new QDoubleSpinBox(rule);
            number->setObjectName(u"rule_"_s + parameter.key);
            number->setRange(0, 1000);
            number->setDecimals(1);
            number->setKeyboardTracking(false);
            number->setEnabled(!session->isReadOnly());
            form->addRow(language::choose(parameter.nameZh, parameter.nameEn), number);
            m_numbers.insert(parameter.key, number);
            connect(number, &QDoubleSpinBox::valueChanged, this,
                    [this, key = parameter.key](double value) {
                        if (const auto year = m_session->data()) {
                            const auto set = collect::setAppraisalParameters(*year, {{key, value}});
                            if (set)
                                m_session->edit(*set);
                            else
                                refresh();
                        }
                    });
        }
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(rule);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* side = new QVBoxLayout;
    side->addWidget(makeLabel(tr("本项目的分值"), "", 1, true));
    side->addWidget(scroll, 1);
    side->addWidget(m_shipped);
    auto* top = new QHBoxLayout;
    top->addWidget(m_table, 5);
    top->addLayout(side, 2);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* save = buttons->addButton(tr("导出考核表…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"appraisalExport"_s);
    buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top, 1);
    layout->addWidget(m_sentence);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(Theme::scaled(1220), Theme::scaled(640));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &AppraisalDialog::exportRequested);
    connect(m_shipped, &QPushButton::clicked, this, [this] {
        const auto year = m_session->data();
        const auto shipped = collect::shippedAppraisalRule();
        if (!year || !shipped)
            return;
        QMap<QString, double> numbers;
        for (const collect::AppraisalRule::Parameter& parameter : shipped->parameters)
            numbers.insert(parameter.key, parameter.shipped);
        if (const auto set = collect::setAppraisalParameters(*year, numbers))
            m_session->edit(*set);
    });
    connect(session, &Session::dataChanged, this, &AppraisalDialog::refresh);
    connect(session, &Session::closed, this, &QDialog::reject);
    refresh();
}

void AppraisalDialog::refresh()
{
    const auto year = m_session->data();
    const auto rule = year ? collect::appraisalRuleOf(*year) : collect::shippedAppraisalRule();
    if (!year || !rule)
        return;
    for (const collect::AppraisalRule::Parameter& parameter : rule->parameters) {
        if (QDoubleSpinBox* number = m_numbers.value(parameter.key)) {
            const QSignalBlocker blocker(number);
            number->setValue(parameter.value);
        }
    }
    m_sentence->setText(language::choose(rule->sentence(), rule->sentence(true)));
    m_note->setText(rule->isChanged() ? tr("本项目改过分值。")
                                      : language::choose(rule->noteZh, rule->noteEn));
    m_shipped->setEnabled(rule->isChanged() && !m_session->isReadOnly());
    const auto units = collect::appraisal(*year, *rule, m_day);
    m_table->setRowCount(static_cast<int>(units.size()));
    for (int row = 0; row < units.size(); ++row) {
        const collect::UnitAppraisal& unit = units.at(row);
        const QStringList texts{unit.department,
                                u"%1/%2"_s.arg(unit.answered).arg(unit.tasks),
                                QString::number(unit.daysLate),
                                formatFixed(unit.timeliness, 1),
                                formatFixed(unit.completeness, 1),
                                formatFixed(unit.corrections, 1),
                                formatFixed(unit.total, 1),
                                collect::label(unit.grade)};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts.at(column));
            if (column > 0 && column < 7)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
        if (unit.grade == collect::AppraisalGrade::Poor)
            m_table->item(row, 7)->setForeground(Theme::colour(Theme::Role::Danger));
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace checkup::workspace
