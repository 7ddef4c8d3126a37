#include "app/workspace/spatial/services_editor.h"

#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/recipe_faults.h"
#include "app/workspace/spatial/selection_editor.h"
#include "app/workspace/widgets/card.h"

#include "core/base/decimal.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::Service;

ServicesEditor::ServicesEditor(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_form(new QWidget(this))
    , m_reach(new QDoubleSpinBox(m_form))
    , m_minArea(new QDoubleSpinBox(m_form))
    , m_unit(new QComboBox(m_form))
    , m_what(new SelectionEditor(m_form))
    , m_or(new QPushButton(tr("增加“或”"), this))
    , m_remove(new QPushButton(tr("删除"), this))
    , m_fault(makeFaultLabel(this))
    , m_none(makeFaultLabel(this))
{
    m_tree->setObjectName(u"services"_s);
    m_reach->setObjectName(u"serviceReach"_s);
    m_unit->setObjectName(u"serviceUnit"_s);
    m_minArea->setObjectName(u"serviceMinArea"_s);
    m_or->setObjectName(u"serviceOr"_s);
    m_remove->setObjectName(u"serviceRemove"_s);
    auto* add = new QPushButton(tr("增加设施"), this);
    add->setObjectName(u"serviceAdd"_s);
    add->setToolTip(tr("再要求一类设施：各类都要够得着"));
    m_or->setToolTip(tr("给所选的一类加一个替代：够得着其中一个就行"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setAccessibleName(tr("设施和服务范围"));
    m_reach->setRange(0, 1e6);
    m_reach->setDecimals(2);
    m_minArea->setRange(0, 1e9);
    m_minArea->setDecimals(2);
    m_minArea->setSuffix(tr(" 平方米"));
    m_minArea->setSpecialValueText(tr("不限"));
    m_minArea->setToolTip(tr("面设施（如公园）小于这个面积的不算"));
    m_unit->addItem(tr("米"), false);
    m_unit->addItem(tr("分钟"), true);
    m_unit->setAccessibleName(tr("服务范围的单位"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("要够得着的设施"), "dim"), 1);
    for (QPushButton* button : {add, m_or, m_remove}) {
        setKind(button, "small");
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    auto* reach = new QHBoxLayout;
    reach->addWidget(m_reach, 1);
    reach->addWidget(m_unit);
    reach->addWidget(makeSideLabel(tr("最小面积")));
    reach->addWidget(m_minArea, 1);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("服务范围"), reach);
    auto* formLayout = new QVBoxLayout(m_form);
    formLayout->setContentsMargins(0, 0, 0, 0);
    formLayout->addLayout(form);
    formLayout->addWidget(m_fault);
    formLayout->addWidget(m_what);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_none);
    layout->addWidget(m_tree);
    layout->addWidget(m_form);
    connect(add, &QPushButton::clicked, this, [this] { this->add(false); });
    connect(m_or, &QPushButton::clicked, this, [this] { this->add(true); });
    connect(m_remove, &QPushButton::clicked, this, &ServicesEditor::remove);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            showCurrent();
    });
    connect(m_what, &SelectionEditor::changed, this, [this] {
        if (Service* service = current()) {
            service->what = m_what->selection();
            retitle();
            Q_EMIT changed();
        }
    });
    connect(m_reach, &QDoubleSpinBox::valueChanged, this, &ServicesEditor::take);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ServicesEditor::take);
    connect(m_minArea, &QDoubleSpinBox::valueChanged, this, [this](double area) {
        if (Service* service = current(); service && !m_filling) {
            service->minArea = area;
            Q_EMIT changed();
        }
    });
    fill({});
}

void ServicesEditor::setGroups(const Groups& groups)
{
    if (groups == m_groups)
        return;
    m_groups = groups;
    fill(place());
}

ServicesEditor::Place ServicesEditor::place() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!item)
        return {};
    return {item->data(0, Qt::UserRole).toInt(), item->data(0, Qt::UserRole + 1).toInt()};
}

Service* ServicesEditor::current()
{
    const Place at = place();
    if (at.group < 0 || at.group >= m_groups.size() || at.service < 0 ||
        at.service >= m_groups.at(at.group).size())
        return nullptr;
    return &m_groups[at.group][at.service];
}

void ServicesEditor::fill(Place shown)
{
    m_filling = true;
    m_tree->clear();
    QTreeWidgetItem* current = nullptr;
    for (int group = 0; group < m_groups.size(); ++group) {
        for (int service = 0; service < m_groups.at(group).size(); ++service) {
            auto* item = new QTreeWidgetItem(m_tree);
            item->setData(0, Qt::UserRole, group);
            item->setData(0, Qt::UserRole + 1, service);
            if (!current || (group == shown.group && service <= shown.service))
                current = item;
        }
    }
    m_tree->setCurrentItem(current);
    m_filling = false;
    showCurrent();
}

void ServicesEditor::retitle()
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_tree->topLevelItem(i);
        const int group = item->data(0, Qt::UserRole).toInt();
        const int number = item->data(0, Qt::UserRole + 1).toInt();
        const Service& service = m_groups.at(group).at(number);
        const QString name = roleTitle(service.what.role);
        const QString title = service.minutes > 0
                                  ? tr("%1，%2 分钟").arg(name, formatShortest(service.minutes))
                                  : tr("%1，%2 米").arg(name, formatShortest(service.metres));
        QString words = number > 0  ? tr("　　或 %1").arg(title)
                        : group > 0 ? tr("且 %1").arg(title)
                                    : title;
        if (!faultsAt(m_faults, u"[%1][%2]"_s.arg(group).arg(number)).isEmpty())
            words = tr("%1（有误）").arg(words);
        item->setText(0, words);
    }
}

void ServicesEditor::showCurrent()
{
    const Service* service = current();
    m_form->setVisible(service != nullptr);
    m_tree->setVisible(m_tree->topLevelItemCount() > 0);
    fitHeight(m_tree, m_tree->topLevelItemCount());
    m_or->setEnabled(service != nullptr);
    m_remove->setEnabled(service != nullptr);
    if (service) {
        m_filling = true;
        const bool minutes = service->minutes > 0;
        m_reach->setValue(minutes ? service->minutes : service->metres);
        m_unit->setCurrentIndex(minutes ? 1 : 0);
        m_minArea->setValue(service->minArea);
        m_what->setSelection(service->what);
        m_filling = false;
    }
    showFaults(m_faults);
}

void ServicesEditor::showFaults(const Issues& faults)
{
    m_faults = faults;
    const Place at = place();
    const Issues here = faultsAt(faults, u"[%1][%2]"_s.arg(at.group).arg(at.service));
    showFault(m_fault, faultText(here));
    showFault(m_none, faultText(faults));
    m_what->showFaults(faultsAt(here, u".what"_s));
    retitle();
}

void ServicesEditor::take()
{
    Service* service = current();
    if (m_filling || !service)
        return;
    const bool minutes = m_unit->currentData().toBool();
    service->minutes = minutes ? m_reach->value() : 0;
    service->metres = minutes ? 0 : m_reach->value();
    retitle();
    Q_EMIT changed();
}

void ServicesEditor::add(bool asAlternative)
{
    Service service;
    service.what.role = u"XX"_s;
    service.metres = 1000;
    const Service* before = current();
    if (before && asAlternative)
        service = *before;
    Place at = place();
    if (asAlternative && at.group >= 0) {
        m_groups[at.group].append(service);
        at.service = m_groups.at(at.group).size() - 1;
    } else {
        m_groups.append(QList<Service>{service});
        at = {m_groups.size() - 1, 0};
    }
    fill(at);
    Q_EMIT changed();
}

void ServicesEditor::remove()
{
    const Place at = place();
    if (!current())
        return;
    m_groups[at.group].removeAt(at.service);
    if (m_groups.at(at.group).isEmpty())
        m_groups.removeAt(at.group);
    fill({std::min(at.group, m_groups.size() - 1), at.service});
    Q_EMIT changed();
}

} // namespace checkup::workspace
