#include "app/workspace/spatial/selection_editor.h"

#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/catalogue/land_classes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using Op = spatial::Condition::Op;

SelectionEditor::SelectionEditor(QWidget* parent)
    : QWidget(parent)
    , m_role(new QComboBox(this))
    , m_classes(new QComboBox(this))
    , m_year(new QSpinBox(this))
    , m_conditions(new QTableWidget(0, 4, this))
    , m_add(new QPushButton(tr("增加条件"), this))
    , m_remove(new QPushButton(tr("删除条件"), this))
    , m_otherwise(makeLabel({}, "faint"))
{
    m_role->setObjectName(u"selectionRole"_s);
    m_conditions->setObjectName(u"selectionConditions"_s);
    for (const catalogue::LayerRole& role : catalogue::layerRoles())
        m_role->addItem(roleTitle(role.code), role.code);
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_role->setMinimumContentsLength(16);
    m_classes->addItem(tr("不用分类编码"), QString());
    for (const auto& [system, name] :
         {std::pair(catalogue::ClassSystem::ThirdSurvey, tr("三调工作分类")),
          std::pair(catalogue::ClassSystem::LandAndSeaUse, tr("用地用海分类"))})
        m_classes->addItem(name, catalogue::LandClasses::of(system).id());
    m_year->setRange(-20, 0);
    m_year->setSuffix(tr(" 年"));
    m_year->setToolTip(tr("0 为计算的年份，-1 为上一年"));
    m_conditions->setHorizontalHeaderLabels({tr("字段"), tr("条件"), tr("值"), tr("取反")});
    m_conditions->setAccessibleName(tr("条件，须全部满足"));
    m_conditions->verticalHeader()->hide();
    m_conditions->verticalHeader()->setDefaultSectionSize(Theme::scaled(36));
    m_conditions->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_conditions->setColumnWidth(0, Theme::scaled(150));
    m_conditions->setColumnWidth(1, Theme::scaled(130));
    m_conditions->setColumnWidth(3, Theme::scaled(56));
    m_conditions->setSelectionMode(QAbstractItemView::SingleSelection);
    m_conditions->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_conditions->setMinimumHeight(Theme::scaled(110));
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("图层"), m_role);
    form->addRow(tr("年份"), m_year);
    form->addRow(tr("分类"), m_classes);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(makeLabel(tr("条件（全部满足；几个值之间用逗号）"), "dim"), 1);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_conditions, 1);
    layout->addWidget(m_otherwise);
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        take();
        if (!m_filling)
            fillConditions();
    });
    connect(m_classes, &QComboBox::currentIndexChanged, this, &SelectionEditor::take);
    connect(m_year, &QSpinBox::valueChanged, this, &SelectionEditor::take);
    connect(m_add, &QPushButton::clicked, this, &SelectionEditor::addCondition);
    connect(m_remove, &QPushButton::clicked, this, &SelectionEditor::removeCondition);
}

void SelectionEditor::setSelection(const spatial::Selection& selection)
{
    m_filling = true;
    m_selection = selection;
    if (m_role->findData(selection.role) < 0)
        m_role->addItem(selection.role, selection.role);
    m_role->setCurrentIndex(m_role->findData(selection.role));
    m_classes->setCurrentIndex(std::max(0, m_classes->findData(selection.classSystem)));
    m_year->setValue(selection.yearOffset);
    QStringList others;
    for (const spatial::Selection& other : selection.otherwise)
        others << roleTitle(other.role);
    m_otherwise->setText(
        others.isEmpty() ? QString()
                         : tr("没有此图层时改用 %1；在“文本”里修改。").arg(others.join(tr("、"))));
    m_otherwise->setVisible(!others.isEmpty());
    m_filling = false;
    fillConditions();
}

void SelectionEditor::fillConditions()
{
    m_filling = true;
    m_conditions->setRowCount(0);
    for (const spatial::Condition& condition : std::as_const(m_selection.where))
        addRow(condition);
    m_filling = false;
}

void SelectionEditor::addRow(const spatial::Condition& condition)
{
    const int row = m_conditions->rowCount();
    m_conditions->insertRow(row);
    auto* column = new QComboBox(m_conditions);
    if (const catalogue::LayerRole* role = catalogue::layerRole(m_selection.role)) {
        for (const catalogue::LayerColumn& one : role->columns)
            column->addItem(layerWord(one.name), one.key);
    }
    if (column->findData(condition.column) < 0)
        column->addItem(condition.column, condition.column);
    column->setCurrentIndex(column->findData(condition.column));
    auto* op = new QComboBox(m_conditions);
    for (const auto& [value, name] :
         {std::pair(Op::Prefix, tr("开头是")), std::pair(Op::Equals, tr("等于")),
          std::pair(Op::Contains, tr("含有")), std::pair(Op::AtLeast, tr("不小于")),
          std::pair(Op::MoreThan, tr("大于")), std::pair(Op::AtMost, tr("不大于")),
          std::pair(Op::LessThan, tr("小于")), std::pair(Op::OfYear, tr("是计算年份")),
          std::pair(Op::UpToYear, tr("不晚于计算年份")),
          std::pair(Op::Construction, tr("是建设用地"))})
        op->addItem(name, static_cast<int>(value));
    op->setCurrentIndex(op->findData(static_cast<int>(condition.op)));
    auto* values = new QLineEdit(condition.values.join(u", "_s), m_conditions);
    auto* negated = new QCheckBox(m_conditions);
    negated->setChecked(condition.negated);
    column->setAccessibleName(tr("字段"));
    op->setAccessibleName(tr("条件"));
    values->setAccessibleName(tr("值"));
    negated->setAccessibleName(tr("取反"));
    m_conditions->setCellWidget(row, 0, column);
    m_conditions->setCellWidget(row, 1, op);
    m_conditions->setCellWidget(row, 2, values);
    m_conditions->setCellWidget(row, 3, negated);
    connect(column, &QComboBox::currentIndexChanged, this, &SelectionEditor::take);
    connect(op, &QComboBox::currentIndexChanged, this, &SelectionEditor::take);
    connect(values, &QLineEdit::textChanged, this, &SelectionEditor::take);
    connect(negated, &QCheckBox::toggled, this, &SelectionEditor::take);
}

void SelectionEditor::addCondition()
{
    const catalogue::LayerRole* role = catalogue::layerRole(m_selection.role);
    if (!role || role->columns.isEmpty())
        return;
    spatial::Condition condition;
    condition.column = role->columns.first().key;
    m_selection.where.append(condition);
    m_filling = true;
    addRow(condition);
    m_filling = false;
    m_conditions->setCurrentCell(m_conditions->rowCount() - 1, 0);
    Q_EMIT changed();
}

void SelectionEditor::removeCondition()
{
    const int row =
        m_conditions->currentRow() >= 0 ? m_conditions->currentRow() : m_conditions->rowCount() - 1;
    if (row < 0 || row >= m_selection.where.size())
        return;
    m_selection.where.removeAt(row);
    m_conditions->removeRow(row);
    Q_EMIT changed();
}

void SelectionEditor::take()
{
    if (m_filling)
        return;
    m_selection.role = m_role->currentData().toString();
    m_selection.classSystem = m_classes->currentData().toString();
    m_selection.yearOffset = m_year->value();
    for (int row = 0; row < m_conditions->rowCount() && row < m_selection.where.size(); ++row) {
        spatial::Condition& condition = m_selection.where[row];
        condition.column =
            static_cast<QComboBox*>(m_conditions->cellWidget(row, 0))->currentData().toString();
        condition.op = static_cast<Op>(
            static_cast<QComboBox*>(m_conditions->cellWidget(row, 1))->currentData().toInt());
        QString values = static_cast<QLineEdit*>(m_conditions->cellWidget(row, 2))->text();
        values.replace(u'，', u',').replace(u'、', u',');
        condition.values.clear();
        for (const QString& value : values.split(u',', Qt::SkipEmptyParts))
            condition.values.append(value.trimmed());
        condition.values.removeAll(QString());
        condition.negated = static_cast<QCheckBox*>(m_conditions->cellWidget(row, 3))->isChecked();
    }
    Q_EMIT changed();
}

} // namespace checkup::workspace
