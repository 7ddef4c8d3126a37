#include "app/workspace/maps/sheet_chart_form.h"

#include "app/workspace/maps/subject_list.h"
#include "app/workspace/widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using draw::SheetChart;
using Kind = draw::ChartFigure::Kind;
using Over = SheetChart::Over;

namespace {

/// The kinds that there are, in the order of the form.
constexpr std::array<std::pair<Kind, Over>, 5> kinds{{{Kind::Bars, Over::Districts},
                                                      {Kind::Shares, Over::Districts},
                                                      {Kind::Bars, Over::Subjects},
                                                      {Kind::Shares, Over::Subjects},
                                                      {Kind::Lines, Over::Years}}};

} // namespace

SheetChartForm::SheetChartForm(QWidget* parent)
    : QGroupBox(parent)
    , m_form(new QFormLayout(this))
    , m_kind(new QComboBox(this))
    , m_title(new QLineEdit(this))
    , m_years(new QSpinBox(this))
    , m_subjects(new SubjectList(u"chartSubjects"_s, this))
    , m_regions(new QListWidget(this))
{
    m_kind->setObjectName(u"chartKind"_s);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_title->setObjectName(u"chartTitle"_s);
    m_years->setObjectName(u"chartYears"_s);
    m_years->setRange(2, 30);
    m_years->setKeyboardTracking(false);
    m_regions->setObjectName(u"chartRegions"_s);
    m_regions->setMaximumHeight(Theme::scaled(110));
    m_form->addRow(u" "_s, m_kind);
    m_form->addRow(u" "_s, m_title);
    m_form->addRow(u" "_s, m_years);
    m_form->addRow(u" "_s, m_regions);
    m_form->addRow(m_subjects);
    connect(m_kind, &QComboBox::activated, this, [this](int row) {
        take([row](SheetChart& chart) {
            std::tie(chart.kind, chart.over) = kinds[static_cast<std::size_t>(row)];
        });
    });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        take([this](SheetChart& chart) { chart.title = m_title->text().trimmed(); });
    });
    connect(m_years, &QSpinBox::valueChanged, this,
            [this](int years) { take([years](SheetChart& chart) { chart.years = years; }); });
    connect(m_subjects, &SubjectList::changed, this, &SheetChartForm::takeSubjects);
    connect(m_regions, &QListWidget::itemChanged, this, &SheetChartForm::takeRegions);
}

void SheetChartForm::retranslate()
{
    setTitle(tr("统计图"));
    const QStringList names{tr("类型"), tr("标题"), tr("年数"), tr("区县")};
    for (int row = 0; row < names.size(); ++row) {
        auto* const label =
            qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(names[row]);
        m_form->itemAt(row, QFormLayout::FieldRole)->widget()->setAccessibleName(names[row]);
    }
    m_title->setToolTip(tr("{year} 代表年份，{last} 代表上一年。"));
    m_subjects->retranslate();
    m_filling = true;
    const int kind = m_kind->currentIndex();
    m_kind->clear();
    m_kind->addItems({tr("各区县的条形图"), tr("各区县的占比"), tr("各指标的条形图（今年与上年）"),
                      tr("各指标的占比"), tr("历年的折线图")});
    m_kind->setCurrentIndex(kind);
    m_filling = false;
}

void SheetChartForm::setChart(const project::YearData& year, const SheetChart& chart)
{
    m_chart = chart;
    showChart(year);
}

void SheetChartForm::showChart(const project::YearData& year)
{
    m_filling = true;
    const auto kind =
        std::find(kinds.cbegin(), kinds.cend(), std::pair(m_chart.kind, m_chart.over));
    m_kind->setCurrentIndex(static_cast<int>(kind - kinds.cbegin()));
    if (!m_title->hasFocus() || !m_title->isModified())
        m_title->setText(m_chart.title);
    m_years->setValue(m_chart.years);
    m_regions->clear();
    for (const project::Region& region : year.regions) {
        if (region.level != project::RegionLevel::District)
            continue;
        auto* item = new QListWidgetItem(region.nameZh, m_regions);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool shown = m_chart.regions.isEmpty() || m_chart.regions.contains(region.nameZh) ||
                           m_chart.regions.contains(region.code);
        item->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
    }
    m_form->setRowVisible(m_years, m_chart.over == Over::Years);
    m_form->setRowVisible(m_regions, m_chart.over == Over::Districts);
    m_subjects->setSubjects(year, m_chart.subjects);
    m_filling = false;
}

void SheetChartForm::take(const std::function<void(SheetChart&)>& change)
{
    if (m_filling)
        return;
    SheetChart changed = m_chart;
    change(changed);
    if (changed == m_chart)
        return;
    m_chart = changed;
    Q_EMIT this->changed();
}

void SheetChartForm::takeSubjects()
{
    const QStringList chosen = m_subjects->chosen();
    if (chosen.isEmpty())
        return; // a chart of nothing is none
    take([&chosen](SheetChart& chart) {
        // Names that were given stay with their subjects; what comes anew has the system's.
        QStringList names;
        for (const QString& subject : chosen)
            names << chart.names.value(chart.subjects.indexOf(subject));
        if (names.contains(QString()))
            names.clear();
        chart.names = names;
        chart.subjects = chosen;
    });
}

void SheetChartForm::takeRegions()
{
    QStringList chosen;
    for (int row = 0; row < m_regions->count(); ++row) {
        if (m_regions->item(row)->checkState() == Qt::Checked)
            chosen << m_regions->item(row)->text();
    }
    if (chosen.size() == m_regions->count())
        chosen.clear();
    take([&chosen](SheetChart& chart) { chart.regions = chosen; });
}

} // namespace checkup::workspace
