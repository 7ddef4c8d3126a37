#include "app/workspace/spatial/condition_row.h"

#include "app/workspace/spatial/class_picker.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/recipe_faults.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using Op = spatial::Condition::Op;

namespace {

bool takesValues(Op op)
{
    return op != Op::OfYear && op != Op::UpToYear && op != Op::Construction;
}

bool isComparing(Op op)
{
    return op == Op::AtLeast || op == Op::MoreThan || op == Op::AtMost || op == Op::LessThan;
}

} // namespace

QStringList valuesOf(const QString& text)
{
    QString plain = text;
    plain.replace(u'，', u',').replace(u'、', u',');
    QStringList values;
    for (const QString& one : plain.split(u',', Qt::SkipEmptyParts)) {
        if (!one.trimmed().isEmpty())
            values.append(one.trimmed());
    }
    return values;
}

QString textOf(const QStringList& values)
{
    return values.join(u", "_s);
}

ConditionRow::ConditionRow(const QString& role, const QString& classSystem,
                           const spatial::Condition& condition, QWidget* parent)
    : QWidget(parent)
    , m_condition(condition)
    , m_classSystem(classSystem)
    , m_column(new QComboBox(this))
    , m_op(new QComboBox(this))
    , m_values(new QLineEdit(this))
    , m_pick(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_negated(new QCheckBox(tr("取反"), this))
    , m_perArea(new QCheckBox(tr("按每平方千米"), this))
    , m_ifPresent(new QCheckBox(tr("图层没有此列时不管"), this))
    , m_names(makeLabel({}, "faint"))
    , m_fault(makeFaultLabel(this))
{
    setObjectName(u"conditionRow"_s);
    m_column->setObjectName(u"conditionColumn"_s);
    m_op->setObjectName(u"conditionOp"_s);
    m_values->setObjectName(u"conditionValues"_s);
    m_pick->setObjectName(u"conditionPick"_s);
    m_remove->setObjectName(u"conditionRemove"_s);
    m_negated->setObjectName(u"conditionNegated"_s);
    m_column->setAccessibleName(tr("字段"));
    m_op->setAccessibleName(tr("条件"));
    m_values->setAccessibleName(tr("值"));
    m_values->setToolTip(tr("几个值之间用逗号，满足一个即可"));
    m_pick->setText(tr("选…"));
    m_pick->setToolTip(tr("从编码表里勾选"));
    m_remove->setIcon(icon(u"trash"_s));
    m_remove->setToolTip(tr("删除这个条件"));
    m_remove->setAccessibleName(tr("删除这个条件"));
    m_perArea->setToolTip(tr("用这一列的数除以要素的面积（平方千米）来比，例如人口密度"));
    m_ifPresent->setToolTip(tr("图层里没有这一列时，当作没有这个条件"));
    for (QComboBox* box : {m_column, m_op}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(7);
    }
    m_names->setWordWrap(true);
    if (const catalogue::LayerRole* known = catalogue::layerRole(role)) {
        for (const catalogue::LayerColumn& one : known->columns)
            m_column->addItem(layerWord(one.name), one.key);
    }
    if (m_column->findData(condition.column) < 0)
        m_column->addItem(condition.column, condition.column);
    m_column->setCurrentIndex(m_column->findData(condition.column));
    for (const auto& [value, name] :
         {std::pair(Op::Prefix, tr("开头是")), std::pair(Op::Equals, tr("等于")),
          std::pair(Op::Contains, tr("含有")), std::pair(Op::AtLeast, tr("不小于")),
          std::pair(Op::MoreThan, tr("大于")), std::pair(Op::AtMost, tr("不大于")),
          std::pair(Op::LessThan, tr("小于")), std::pair(Op::OfYear, tr("是计算年份")),
          std::pair(Op::UpToYear, tr("不晚于计算年份")),
          std::pair(Op::Construction, tr("是建设用地"))})
        m_op->addItem(name, static_cast<int>(value));
    m_op->setCurrentIndex(m_op->findData(static_cast<int>(condition.op)));
    m_values->setText(textOf(condition.values));
    m_negated->setChecked(condition.negated);
    m_perArea->setChecked(condition.perSquareKilometre);
    m_ifPresent->setChecked(condition.ifPresent);

    auto* first = new QHBoxLayout;
    first->addWidget(m_column, 3);
    first->addWidget(m_op, 3);
    first->addWidget(m_values, 4);
    first->addWidget(m_pick);
    first->addWidget(m_remove);
    auto* second = new QHBoxLayout;
    second->setSpacing(Theme::scaled(14));
    for (QCheckBox* box : {m_negated, m_perArea, m_ifPresent})
        second->addWidget(box);
    second->addWidget(m_names, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 2);
    layout->setSpacing(3);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_fault);
    for (QComboBox* box : {m_column, m_op})
        connect(box, &QComboBox::currentIndexChanged, this, &ConditionRow::take);
    connect(m_values, &QLineEdit::textChanged, this, &ConditionRow::take);
    for (QCheckBox* box : {m_negated, m_perArea, m_ifPresent})
        connect(box, &QCheckBox::toggled, this, &ConditionRow::take);
    connect(m_pick, &QToolButton::clicked, this, &ConditionRow::pick);
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removalWanted);
    adapt();
}

void ConditionRow::setClassSystem(const QString& classSystem)
{
    m_classSystem = classSystem;
    adapt();
}

void ConditionRow::setFault(const QString& words)
{
    showFault(m_fault, words);
}

void ConditionRow::take()
{
    m_condition.column = m_column->currentData().toString();
    m_condition.op = static_cast<Op>(m_op->currentData().toInt());
    m_condition.values = takesValues(m_condition.op) ? valuesOf(m_values->text()) : QStringList();
    m_condition.negated = m_negated->isChecked();
    m_condition.perSquareKilometre = isComparing(m_condition.op) && m_perArea->isChecked();
    m_condition.ifPresent = m_ifPresent->isChecked();
    adapt();
    Q_EMIT changed();
}

void ConditionRow::adapt()
{
    const Op op = m_condition.op;
    const QList<PickableCode> table = pickableCodes(m_condition.column, m_classSystem);
    m_values->setEnabled(takesValues(op));
    m_pick->setVisible((op == Op::Prefix || op == Op::Equals) && !table.isEmpty());
    m_perArea->setVisible(isComparing(op));
    m_names->setText(takesValues(op) ? namesOf(m_condition.values, table) : QString());
}

void ConditionRow::pick()
{
    auto* picker =
        new ClassPicker(pickableCodes(m_condition.column, m_classSystem), m_condition.values, this);
    connect(picker, &ClassPicker::chosen, m_values,
            [this](const QStringList& codes) { m_values->setText(textOf(codes)); });
    picker->open();
}

} // namespace checkup::workspace
