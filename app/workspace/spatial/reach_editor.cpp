#include "app/workspace/spatial/reach_editor.h"

#include "app/workspace/spatial/recipe_faults.h"
#include "app/workspace/spatial/services_editor.h"
#include "app/workspace/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::Reach;

ReachEditor::ReachEditor(QWidget* parent)
    : QWidget(parent)
    , m_on(new QCheckBox(tr("只计够得着设施的"), this))
    , m_body(new QWidget(this))
    , m_mode(new QComboBox(m_body))
    , m_counted(new QComboBox(m_body))
    , m_direction(new QComboBox(m_body))
    , m_services(new ServicesEditor(m_body))
    , m_none(makeLabel(tr("这项数据不看可达性。要算覆盖率、服务范围时勾选上面一项。"), "faint"))
    , m_countedFault(makeFaultLabel(m_body))
{
    m_on->setObjectName(u"reachOn"_s);
    m_mode->setObjectName(u"reachMode"_s);
    m_counted->setObjectName(u"reachCounted"_s);
    m_direction->setObjectName(u"reachDirection"_s);
    for (const auto& [mode, name] : {std::pair(Reach::Mode::Walk, tr("步行，沿路网")),
                                     std::pair(Reach::Mode::Drive, tr("行车，沿路网")),
                                     std::pair(Reach::Mode::Circle, tr("直线，画圆圈"))})
        m_mode->addItem(name, static_cast<int>(mode));
    m_counted->addItem(tr("中心到得了，整块都算"), static_cast<int>(Reach::Counted::Middle));
    m_counted->addItem(tr("只算服务范围之内的部分"), static_cast<int>(Reach::Counted::Cut));
    m_direction->addItem(tr("从住处到设施"), true);
    m_direction->addItem(tr("从设施出发（消防车、救护车）"), false);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("方式"), m_mode);
    form->addRow(tr("计入"), m_counted);
    form->addRow({}, m_countedFault);
    form->addRow(tr("方向"), m_direction);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addLayout(form);
    body->addWidget(makeLine());
    body->addWidget(m_services);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_on);
    layout->addWidget(m_none);
    layout->addWidget(m_body);
    layout->addStretch();
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) {
        if (m_filling)
            return;
        if (on) {
            if (m_last.groups.isEmpty()) {
                spatial::Service service;
                service.what.role = u"XX"_s;
                service.metres = 1000;
                m_last.groups = {{service}};
            }
            m_reach = m_last;
        } else {
            m_last = m_reach.value_or(Reach());
            m_reach.reset();
        }
        fill();
        Q_EMIT changed();
    });
    for (QComboBox* box : {m_mode, m_counted, m_direction})
        connect(box, &QComboBox::currentIndexChanged, this, &ReachEditor::take);
    connect(m_services, &ServicesEditor::changed, this, [this] {
        if (!m_reach)
            return;
        m_reach->groups = m_services->groups();
        Q_EMIT changed();
    });
    fill();
}

void ReachEditor::setReach(const std::optional<Reach>& reach)
{
    if (reach == m_reach)
        return;
    m_reach = reach;
    fill();
}

void ReachEditor::fill()
{
    m_filling = true;
    m_on->setChecked(m_reach.has_value());
    m_none->setVisible(!m_reach);
    m_body->setVisible(m_reach.has_value());
    if (m_reach) {
        m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(m_reach->mode)));
        m_counted->setCurrentIndex(m_counted->findData(static_cast<int>(m_reach->counted)));
        m_direction->setCurrentIndex(m_direction->findData(m_reach->towards));
        m_services->setGroups(m_reach->groups);
    }
    m_filling = false;
}

void ReachEditor::take()
{
    if (m_filling || !m_reach)
        return;
    m_reach->mode = static_cast<Reach::Mode>(m_mode->currentData().toInt());
    m_reach->counted = static_cast<Reach::Counted>(m_counted->currentData().toInt());
    m_reach->towards = m_direction->currentData().toBool();
    Q_EMIT changed();
}

void ReachEditor::showFaults(const Issues& faults)
{
    showFault(m_countedFault, faultText(faults, u".counted"_s));
    m_services->showFaults(faultsAt(faults, u".groups"_s));
}

} // namespace checkup::workspace
