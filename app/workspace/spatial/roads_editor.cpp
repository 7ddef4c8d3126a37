#include "app/workspace/spatial/roads_editor.h"

#include "app/workspace/spatial/condition_row.h"
#include "app/workspace/spatial/recipe_faults.h"
#include "app/workspace/spatial/selection_editor.h"
#include "app/workspace/spatial/selection_list.h"
#include "app/workspace/widgets/card.h"

#include "core/base/decimal.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::Reach;

namespace {

QDoubleSpinBox* spin(double most, int decimals, const QString& suffix, const char* name,
                     QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(0, most);
    box->setDecimals(decimals);
    box->setSuffix(suffix);
    box->setObjectName(QString::fromLatin1(name));
    return box;
}

} // namespace

RoadsEditor::RoadsEditor(QWidget* parent)
    : QWidget(parent)
    , m_body(new QWidget(this))
    , m_none(makeLabel({}, "faint"))
    , m_speedFault(makeFaultLabel(m_body))
    , m_roads(new SelectionEditor(m_body))
    , m_barriers(new SelectionList({tr("阻隔：走不过去的线和面"),
                                    tr("没有阻隔。铁路、河流、封闭围墙等可加在这里；项目里没有的"
                                       "图层不起作用。"),
                                    tr("增加阻隔"), u"ZGX"_s},
                                   m_body))
    , m_speed(spin(300, 2, tr(" 千米/时"), "reachSpeed", m_body))
    , m_snap(spin(100000, 1, tr(" 米"), "reachSnap", m_body))
    , m_strip(spin(10000, 1, tr(" 米"), "reachStrip", m_body))
    , m_legCounts(new QCheckBox(tr("走到路上的这一段计入路程"), m_body))
    , m_closed(new QLineEdit(m_body))
{
    m_legCounts->setObjectName(u"reachLegCounts"_s);
    m_closed->setObjectName(u"reachClosed"_s);
    m_barriers->setObjectName(u"reachBarriers"_s);
    m_speed->setSpecialValueText(tr("通常速度"));
    m_speed->setToolTip(tr("没有单列的道路等级的速度；画圆圈时用来把分钟换成米"));
    m_snap->setToolTip(tr("离最近的路比这更远的，算附近没有路"));
    m_strip->setToolTip(tr("按服务范围切割时，可达道路两侧各取这么宽"));
    m_closed->setPlaceholderText(tr("通常的：步行不走高速和快速路，行车不走人行道"));
    m_closed->setToolTip(tr("道路等级，可用 * 代表任意字，几个之间用逗号；空着为通常的"));
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* metres = new QHBoxLayout;
    metres->addWidget(m_snap, 1);
    metres->addWidget(makeSideLabel(tr("路旁计入")));
    metres->addWidget(m_strip, 1);
    form->addRow(tr("离路最多"), metres);
    form->addRow({}, m_legCounts);
    form->addRow(tr("不走的等级"), m_closed);
    form->addRow(tr("其余道路"), m_speed);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addLayout(form);
    body->addWidget(makeSpeeds());
    body->addWidget(makeLine());
    body->addWidget(m_barriers);
    body->addWidget(makeLine());
    body->addWidget(makeLabel(tr("道路图层"), "dim"));
    body->addWidget(m_roads);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_none);
    layout->addWidget(m_body);
    layout->addStretch();
    connect(m_snap, &QDoubleSpinBox::valueChanged, this,
            [this](double most) { edit([=](Reach& reach) { reach.snap = most; }); });
    connect(m_strip, &QDoubleSpinBox::valueChanged, this,
            [this](double width) { edit([=](Reach& reach) { reach.strip = width; }); });
    connect(m_speed, &QDoubleSpinBox::valueChanged, this,
            [this](double kmh) { edit([=](Reach& reach) { reach.speed = kmh; }); });
    connect(m_legCounts, &QCheckBox::toggled, this,
            [this](bool counts) { edit([=](Reach& reach) { reach.legCounts = counts; }); });
    connect(m_closed, &QLineEdit::textChanged, this, [this](const QString& text) {
        edit([&](Reach& reach) { reach.closed = valuesOf(text); });
    });
    connect(m_roads, &SelectionEditor::changed, this,
            [this] { edit([this](Reach& reach) { reach.roads = m_roads->selection(); }); });
    connect(m_barriers, &SelectionList::changed, this,
            [this] { edit([this](Reach& reach) { reach.barriers = m_barriers->selections(); }); });
    fill();
}

QWidget* RoadsEditor::makeSpeeds()
{
    auto* widget = new QWidget(m_body);
    m_speeds = new QTableWidget(0, 2, widget);
    m_speeds->setObjectName(u"reachSpeeds"_s);
    m_speeds->setAccessibleName(tr("各等级道路的速度"));
    m_speeds->setHorizontalHeaderLabels({tr("道路等级（可用 *）"), tr("千米/时")});
    m_speeds->verticalHeader()->hide();
    m_speeds->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_speeds->setTabKeyNavigation(false);
    auto* add = new QPushButton(tr("增加等级"), widget);
    add->setObjectName(u"speedAdd"_s);
    m_removeSpeed = new QPushButton(tr("删除等级"), widget);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("各等级道路的速度；一个也没有时按通常速度"), "dim"), 1);
    for (QPushButton* button : {add, m_removeSpeed}) {
        setKind(button, "small");
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_speeds);
    layout->addWidget(m_speedFault);
    connect(m_speeds, &QTableWidget::itemChanged, this, &RoadsEditor::takeSpeeds);
    connect(add, &QPushButton::clicked, this, [this] {
        edit([](Reach& reach) { reach.speeds.append({u"主干路"_s, 40}); });
        fillSpeeds();
        m_speeds->setCurrentCell(m_speeds->rowCount() - 1, 0);
        m_speeds->setFocus();
    });
    connect(m_removeSpeed, &QPushButton::clicked, this, [this] {
        const int row = m_speeds->currentRow();
        if (!m_reach || row < 0 || row >= m_reach->speeds.size())
            return;
        edit([row](Reach& reach) { reach.speeds.removeAt(row); });
        fillSpeeds();
    });
    return widget;
}

template <class Change>
void RoadsEditor::edit(Change change)
{
    if (m_filling || !m_reach)
        return;
    change(*m_reach);
    Q_EMIT changed();
}

void RoadsEditor::setReach(const std::optional<Reach>& reach)
{
    if (reach == m_reach)
        return;
    m_reach = reach;
    fill();
}

void RoadsEditor::fill()
{
    const bool along = m_reach && m_reach->mode != Reach::Mode::Circle;
    m_none->setText(m_reach ? tr("画圆圈时不用路网；下面只有“其余道路”的速度用来把分钟换成米。")
                            : tr("这项数据不看可达性，用不着路网。"));
    m_none->setVisible(!along);
    m_body->setVisible(m_reach.has_value());
    if (!m_reach)
        return;
    m_filling = true;
    m_snap->setValue(m_reach->snap);
    m_strip->setValue(m_reach->strip);
    m_strip->setEnabled(m_reach->counted == Reach::Counted::Cut);
    m_speed->setValue(m_reach->speed);
    m_legCounts->setChecked(m_reach->legCounts);
    if (valuesOf(m_closed->text()) != m_reach->closed)
        m_closed->setText(textOf(m_reach->closed));
    m_roads->setSelection(m_reach->roads);
    m_barriers->setSelections(m_reach->barriers);
    m_filling = false;
    fillSpeeds();
}

void RoadsEditor::fillSpeeds()
{
    m_filling = true;
    const int row = m_speeds->currentRow();
    m_speeds->setRowCount(static_cast<int>(m_reach->speeds.size()));
    for (int i = 0; i < m_speeds->rowCount(); ++i) {
        const spatial::RoadSpeed& speed = m_reach->speeds.at(i);
        m_speeds->setItem(i, 0, new QTableWidgetItem(speed.pattern));
        m_speeds->setItem(i, 1, new QTableWidgetItem(formatShortest(speed.kmh)));
    }
    m_speeds->setCurrentCell(std::min(row, m_speeds->rowCount() - 1), 0);
    m_speeds->setVisible(m_speeds->rowCount() > 0);
    fitHeight(m_speeds, m_speeds->rowCount());
    m_removeSpeed->setEnabled(m_speeds->rowCount() > 0);
    m_filling = false;
}

void RoadsEditor::takeSpeeds()
{
    edit([this](Reach& reach) {
        for (int i = 0; i < m_speeds->rowCount() && i < reach.speeds.size(); ++i) {
            const QTableWidgetItem *pattern = m_speeds->item(i, 0), *kmh = m_speeds->item(i, 1);
            if (!pattern || !kmh)
                continue;
            reach.speeds[i].pattern = pattern->text().trimmed();
            // What is no number is 0, which is told as a fault.
            reach.speeds[i].kmh = std::max(0.0, kmh->text().trimmed().toDouble());
        }
    });
}

void RoadsEditor::showFaults(const Issues& faults)
{
    QStringList speeds;
    for (const Issue& fault : faultsAt(faults, u".speeds"_s))
        speeds.append(fault.text);
    showFault(m_speedFault, speeds.join(u'\n'));
    m_roads->showFaults(faultsAt(faults, u".roads"_s));
    m_barriers->showFaults(faultsAt(faults, u".barriers"_s));
}

} // namespace checkup::workspace
