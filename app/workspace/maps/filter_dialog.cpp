#include "app/workspace/maps/filter_dialog.h"

#include "app/workspace/jobs.h"
#include "app/workspace/spatial/condition_row.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/spatial/filter.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using Op = spatial::Condition::Op;

namespace {

/// What a condition says between column and value; the second of a pair: it is turned round.
constexpr int negated = 100;

bool isComparing(Op op)
{
    return op == Op::AtLeast || op == Op::MoreThan || op == Op::AtMost || op == Op::LessThan;
}

} // namespace

FilterDialog::FilterDialog(Jobs* jobs, const QString& projectPath, const project::Layer& layer,
                           const draw::Conditions& conditions, const Words& words, QWidget* parent)
    : QDialog(parent)
    , m_layer(layer)
    , m_noneIsRight(words.none)
    , m_rows(new QVBoxLayout)
    , m_words(makeLabel({}, "dim", 1, false, true))
    , m_fault(makeLabel({}, "danger"))
    , m_add(new QPushButton(tr("添加条件"), this))
    , m_ok(nullptr)
{
    setObjectName(u"filterDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(words.title);
    auto* inner = new QWidget(this);
    inner->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setAlignment(Qt::AlignTop);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumHeight(Theme::scaled(120));
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(words.done, QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"filterOk"_s);
    m_ok->setDefault(true);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    m_add->setObjectName(u"filterAdd"_s);
    m_words->setObjectName(u"filterWords"_s);
    m_fault->setObjectName(u"filterFault"_s);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeLabel(
        tr("要素要满足下面所有条件；一个条件里的几个值用逗号分开，满足一个即可。"), "dim"));
    column->addWidget(scroll, 1);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addWidget(m_words);
    column->addWidget(m_fault);
    column->addWidget(buttons);
    resize(Theme::scaled(640), Theme::scaled(340));

    for (const spatial::Condition& one : conditions)
        addRow(one);
    if (conditions.isEmpty())
        addRow({});
    connect(m_add, &QPushButton::clicked, this, [this] { addRow({}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(this->conditions());
        accept();
    });
    jobs->start<QList<draw::FeatureColumn>>(
        {},
        [projectPath, layer](const CancelToken&, const ProgressSink&) {
            return draw::featureColumns(projectPath, layer);
        },
        this,
        [this](const Result<QList<draw::FeatureColumn>>& columns) {
            if (!columns) {
                m_fault->setText(columns.error().message());
                m_fault->show();
                m_ok->setEnabled(false);
                return;
            }
            m_columns = *columns;
            for (const Row& row : std::as_const(m_list))
                fillColumns(row, row.column->currentData().toString());
            check();
        });
    check();
}

void FilterDialog::addRow(const spatial::Condition& condition)
{
    Row row;
    row.widget = new QWidget(this);
    row.column = new QComboBox(row.widget);
    row.op = new QComboBox(row.widget);
    row.values = new QLineEdit(textOf(condition.values), row.widget);
    auto* remove = new QToolButton(row.widget);
    row.column->setObjectName(u"filterColumn"_s);
    row.op->setObjectName(u"filterOp"_s);
    row.values->setObjectName(u"filterValues"_s);
    row.column->setAccessibleName(tr("字段"));
    row.op->setAccessibleName(tr("条件"));
    row.values->setAccessibleName(tr("值"));
    row.column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.column->setMinimumContentsLength(12);
    remove->setIcon(icon(u"trash"_s));
    remove->setToolTip(tr("删除这个条件"));
    remove->setAccessibleName(tr("删除这个条件"));
    for (const auto& [value, name] :
         {std::pair(static_cast<int>(Op::Prefix), tr("开头是")),
          std::pair(static_cast<int>(Op::Equals), tr("等于")),
          std::pair(static_cast<int>(Op::Equals) + negated, tr("不等于")),
          std::pair(static_cast<int>(Op::Contains), tr("含有")),
          std::pair(static_cast<int>(Op::AtLeast), tr("不小于")),
          std::pair(static_cast<int>(Op::MoreThan), tr("大于")),
          std::pair(static_cast<int>(Op::AtMost), tr("不大于")),
          std::pair(static_cast<int>(Op::LessThan), tr("小于"))})
        row.op->addItem(name, value);
    const Op op = condition.column.isEmpty() ? Op::Prefix : condition.op;
    row.op->setCurrentIndex(
        row.op->findData(static_cast<int>(op) + (condition.negated ? negated : 0)));
    fillColumns(row, condition.column);
    auto* line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.column, 4);
    line->addWidget(row.op, 2);
    line->addWidget(row.values, 4);
    line->addWidget(remove);
    m_rows->addWidget(row.widget);
    m_list << row;
    connect(row.column, &QComboBox::currentIndexChanged, this, &FilterDialog::check);
    connect(row.op, &QComboBox::currentIndexChanged, this, &FilterDialog::check);
    connect(row.values, &QLineEdit::textChanged, this, &FilterDialog::check);
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        m_list.removeIf([widget](const Row& one) { return one.widget == widget; });
        widget->deleteLater();
        check();
    });
    if (m_ok)
        check();
}

void FilterDialog::fillColumns(const Row& row, const QString& key) const
{
    const QSignalBlocker quiet(row.column);
    row.column->clear();
    for (const draw::FeatureColumn& one : m_columns)
        row.column->addItem(one.name, one.key);
    if (!key.isEmpty() && row.column->findData(key) < 0)
        row.column->addItem(key, key);
    if (!key.isEmpty())
        row.column->setCurrentIndex(row.column->findData(key));
    else
        row.column->setCurrentIndex(std::max(row.column->findData(u"class"_s), 0));
}

spatial::Condition FilterDialog::conditionOf(const Row& row)
{
    spatial::Condition one;
    const int op = row.op->currentData().toInt();
    one.column = row.column->currentData().toString();
    one.op = static_cast<Op>(op % negated);
    one.negated = op >= negated;
    one.values = valuesOf(row.values->text());
    return one;
}

draw::Conditions FilterDialog::conditions() const
{
    draw::Conditions all;
    for (const Row& row : m_list) {
        const spatial::Condition one = conditionOf(row);
        if (!one.values.isEmpty())
            all << one;
    }
    return all;
}

QString FilterDialog::faultOf(const spatial::Condition& condition) const
{
    const bool isNumber = condition.column == draw::areaColumn ||
                          condition.column == draw::lengthColumn || isComparing(condition.op);
    if (condition.values.isEmpty())
        return tr("还有条件没有填值。");
    if (isComparing(condition.op) && condition.values.size() > 1)
        return tr("比大小的条件只能填一个数。");
    for (const QString& value : condition.values) {
        if (isNumber && !spatial::numberIn(value))
            return tr("“%1”不是数。").arg(value);
        if (value.contains(u'|'))
            return tr("值里不能有“|”。");
    }
    const bool known = std::any_of(
        m_columns.cbegin(), m_columns.cend(),
        [&condition](const draw::FeatureColumn& one) { return one.key == condition.column; });
    if (!m_columns.isEmpty() && !known)
        return tr("图层里没有字段“%1”。").arg(condition.column);
    return {};
}

void FilterDialog::check()
{
    QString fault;
    QList<spatial::Condition> all;
    for (const Row& row : std::as_const(m_list)) {
        const spatial::Condition one = conditionOf(row);
        // A single empty row is no condition yet.
        if (m_list.size() == 1 && one.values.isEmpty())
            continue;
        all << one;
        if (fault.isEmpty())
            fault = faultOf(one);
    }
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_words->setText(!fault.isEmpty() ? QString()
                     : all.isEmpty()  ? tr("没有条件：全部要素。")
                                      : tr("%1的要素。").arg(draw::inWords(all, m_layer.role)));
    m_ok->setEnabled(fault.isEmpty() && (m_noneIsRight || !all.isEmpty()));
}

} // namespace checkup::workspace
