#include "app/workspace/spatial/selection_editor.h"

#include "app/workspace/spatial/condition_row.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/recipe_faults.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/tabs.h"

#include "core/catalogue/land_classes.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

SelectionEditor::SelectionEditor(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_role(new QComboBox(this))
    , m_year(new QComboBox(this))
    , m_classes(new QComboBox(this))
    , m_rowsWidget(new QWidget(this))
    , m_rows(new QVBoxLayout(m_rowsWidget))
    , m_add(new QPushButton(tr("增加条件"), this))
    , m_addAlternative(new QPushButton(tr("增加备选图层"), this))
    , m_removeAlternative(new QPushButton(tr("删除备选"), this))
    , m_none(makeLabel(tr("没有条件：图层里的要素全取。"), "faint"))
    , m_fault(makeFaultLabel(this))
{
    m_tabs->setObjectName(u"selectionTabs"_s);
    m_role->setObjectName(u"selectionRole"_s);
    m_year->setObjectName(u"selectionYear"_s);
    m_classes->setObjectName(u"selectionClasses"_s);
    m_add->setObjectName(u"selectionAdd"_s);
    m_addAlternative->setObjectName(u"selectionAddAlternative"_s);
    m_removeAlternative->setObjectName(u"selectionRemoveAlternative"_s);
    m_tabs->setAccessibleName(tr("首选和备选的图层"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    withoutScrolling(m_tabs);
    for (QPushButton* button : {m_add, m_addAlternative, m_removeAlternative}) {
        setKind(button, "small");
        button->setAutoDefault(false);
    }
    QString group;
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        if (!group.isEmpty() && role.group != group)
            m_role->insertSeparator(m_role->count());
        group = role.group;
        m_role->addItem(roleTitle(role.code), role.code);
    }
    for (QComboBox* box : {m_role, m_year, m_classes}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_classes->addItem(tr("不用分类编码"), QString());
    for (const auto& [system, name] :
         {std::pair(catalogue::ClassSystem::ThirdSurvey, tr("三调工作分类")),
          std::pair(catalogue::ClassSystem::LandAndSeaUse, tr("用地用海分类"))})
        m_classes->addItem(name, catalogue::LandClasses::of(system).id());
    m_addAlternative->setToolTip(tr("没有上面的图层时，改用另一个图层"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("图层"), m_role);
    auto* years = new QHBoxLayout;
    years->addWidget(m_year, 1);
    years->addWidget(makeSideLabel(tr("分类编码")));
    years->addWidget(m_classes, 1);
    form->addRow(tr("年份"), years);
    auto* tabs = new QHBoxLayout;
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    tabs->addWidget(m_addAlternative);
    tabs->addWidget(m_removeAlternative);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("条件，须全部满足"), "dim"), 1);
    bar->addWidget(m_add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(tabs);
    layout->addLayout(form);
    layout->addWidget(m_fault);
    layout->addLayout(bar);
    layout->addWidget(m_none);
    layout->addWidget(m_rowsWidget);
    layout->addStretch();
    for (QComboBox* box : {m_role, m_year, m_classes})
        connect(box, &QComboBox::currentIndexChanged, this, &SelectionEditor::take);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        if (!m_filling)
            fill();
    });
    connect(m_add, &QPushButton::clicked, this, &SelectionEditor::addCondition);
    connect(m_addAlternative, &QPushButton::clicked, this, &SelectionEditor::addAlternative);
    connect(m_removeAlternative, &QPushButton::clicked, this, &SelectionEditor::removeAlternative);
    fillTabs();
}

void SelectionEditor::setSelection(const spatial::Selection& selection)
{
    if (selection == m_selection && !m_selection.role.isEmpty())
        return;
    m_selection = selection;
    fillTabs();
    fill();
}

void SelectionEditor::listPaths(const spatial::Selection& selection, const Path& path)
{
    m_paths.append(path);
    for (qsizetype i = 0; i < selection.otherwise.size(); ++i)
        listPaths(selection.otherwise.at(i), path + Path{i});
}

spatial::Selection& SelectionEditor::shown()
{
    spatial::Selection* at = &m_selection;
    for (const qsizetype number : m_paths.value(m_tabs->currentIndex()))
        at = &at->otherwise[number];
    return *at;
}

QString SelectionEditor::placeShown() const
{
    QString place;
    for (const qsizetype number : m_paths.value(m_tabs->currentIndex()))
        place += u".otherwise[%1]"_s.arg(number);
    return place;
}

void SelectionEditor::fillTabs()
{
    m_filling = true;
    const int before = m_tabs->currentIndex();
    m_paths.clear();
    listPaths(m_selection, {});
    while (m_tabs->count() > m_paths.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < m_paths.size())
        m_tabs->addTab({});
    for (int i = 0; i < m_tabs->count(); ++i) {
        const spatial::Selection* at = &m_selection;
        for (const qsizetype number : m_paths.at(i))
            at = &at->otherwise.at(number);
        m_tabs->setTabText(i, i == 0 ? tr("首选 %1").arg(at->role)
                                     : tr("备选 %1：%2").arg(i).arg(at->role));
    }
    m_tabs->setCurrentIndex(std::clamp(before, 0, m_tabs->count() - 1));
    m_tabs->setVisible(m_tabs->count() > 1);
    m_removeAlternative->setVisible(m_tabs->count() > 1);
    m_removeAlternative->setEnabled(m_tabs->currentIndex() > 0);
    m_filling = false;
}

void SelectionEditor::fill()
{
    m_filling = true;
    const spatial::Selection& selection = shown();
    if (m_role->findData(selection.role) < 0)
        m_role->addItem(selection.role, selection.role);
    m_role->setCurrentIndex(m_role->findData(selection.role));
    m_classes->setCurrentIndex(std::max(0, m_classes->findData(selection.classSystem)));
    m_year->clear();
    m_year->addItem(tr("计算的年份"), 0);
    m_year->addItem(tr("上一年"), -1);
    for (int before = 2; before <= std::max(5, -selection.yearOffset); ++before)
        m_year->addItem(tr("前 %1 年").arg(before), -before);
    m_year->setCurrentIndex(m_year->findData(selection.yearOffset));
    m_removeAlternative->setEnabled(m_tabs->currentIndex() > 0);
    m_filling = false;
    fillConditions();
}

void SelectionEditor::fillConditions()
{
    for (ConditionRow* row : std::as_const(m_conditions)) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater(); // it may be the one that asked for it
    }
    m_conditions.clear();
    const spatial::Selection& selection = shown();
    for (const spatial::Condition& condition : std::as_const(selection.where)) {
        auto* row =
            new ConditionRow(selection.role, selection.classSystem, condition, m_rowsWidget);
        m_rows->addWidget(row);
        m_conditions.append(row);
        connect(row, &ConditionRow::changed, this, &SelectionEditor::take);
        connect(row, &ConditionRow::removalWanted, this, [this, row] {
            shown().where.removeAt(m_conditions.indexOf(row));
            fillConditions();
            m_add->setFocus();
            Q_EMIT changed();
        });
    }
    m_none->setVisible(m_conditions.isEmpty());
    m_rowsWidget->setVisible(!m_conditions.isEmpty());
    const catalogue::LayerRole* role = catalogue::layerRole(selection.role);
    m_add->setEnabled(role && !role->columns.isEmpty());
    showFaults(m_faults);
}

void SelectionEditor::showFaults(const Issues& faults)
{
    m_faults = faults;
    const Issues here = faultsAt(faults, placeShown());
    showFault(m_fault, faultText(here));
    for (qsizetype i = 0; i < m_conditions.size(); ++i)
        m_conditions.at(i)->setFault(faultText(here, u".where[%1]"_s.arg(i)));
}

void SelectionEditor::take()
{
    if (m_filling)
        return;
    spatial::Selection& selection = shown();
    const QString role = m_role->currentData().toString();
    const bool moved = role != selection.role;
    selection.role = role;
    selection.yearOffset = m_year->currentData().toInt();
    for (qsizetype i = 0; i < m_conditions.size() && i < selection.where.size(); ++i)
        selection.where[i] = m_conditions.at(i)->condition();
    const QString classes = m_classes->currentData().toString();
    if (classes != selection.classSystem) {
        selection.classSystem = classes;
        for (ConditionRow* row : std::as_const(m_conditions))
            row->setClassSystem(classes);
    }
    if (moved) {
        // The parcels of the land survey come with its codes.
        if (role == u"DLTB"_s && selection.classSystem.isEmpty())
            selection.classSystem =
                catalogue::LandClasses::of(catalogue::ClassSystem::ThirdSurvey).id();
        fillTabs();
        fill();
    }
    Q_EMIT changed();
}

void SelectionEditor::addCondition()
{
    spatial::Selection& selection = shown();
    const catalogue::LayerRole* role = catalogue::layerRole(selection.role);
    if (!role || role->columns.isEmpty())
        return;
    spatial::Condition condition;
    condition.column = role->column(u"class"_s) ? u"class"_s : role->columns.first().key;
    if (!selection.classSystem.isEmpty())
        condition.op = spatial::Condition::Op::Prefix;
    selection.where.append(condition);
    fillConditions();
    if (auto* column = m_conditions.last()->findChild<QComboBox*>(u"conditionColumn"_s))
        column->setFocus();
    Q_EMIT changed();
}

void SelectionEditor::addAlternative()
{
    spatial::Selection other;
    other.role = m_selection.role == u"DLTB"_s ? u"JZYD"_s : u"DLTB"_s;
    if (other.role == u"DLTB"_s)
        other.classSystem = catalogue::LandClasses::of(catalogue::ClassSystem::ThirdSurvey).id();
    m_selection.otherwise.append(other);
    fillTabs();
    // Those of alternatives come before it in the list.
    m_tabs->setCurrentIndex(
        static_cast<int>(m_paths.indexOf(Path{m_selection.otherwise.size() - 1})));
    m_role->setFocus();
    Q_EMIT changed();
}

void SelectionEditor::removeAlternative()
{
    Path path = m_paths.value(m_tabs->currentIndex());
    if (path.isEmpty())
        return;
    const qsizetype last = path.takeLast();
    spatial::Selection* parent = &m_selection;
    for (const qsizetype number : std::as_const(path))
        parent = &parent->otherwise[number];
    parent->otherwise.removeAt(last);
    fillTabs();
    fill();
    Q_EMIT changed();
}

} // namespace checkup::workspace
