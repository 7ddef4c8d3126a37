#include "app/workspace/assessment/assessment_page.h"

#include "app/charts/chart_view.h"
#include "app/language/language.h"
#include "app/workspace/assessment/goal_form.h"
#include "app/workspace/assessment/verdict_model.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/badge.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"
#include "core/report/report_charts.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

AssessmentPage::AssessmentPage(Session* session, QWidget* parent)
    : StagePage(session, parent)
    , m_model(new VerdictModel(this))
    , m_filter(new VerdictFilter(this))
    , m_table(new QTableView(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_search(new QLineEdit(this))
    , m_region(new QComboBox(this))
    , m_verdict(new QComboBox(this))
    , m_dimension(new QComboBox(this))
    , m_count(makeLabel({}, "dim"))
    , m_card(new Card(this))
    , m_badge(new Badge({}, this))
    , m_diagnosis(new Badge({}, this))
    , m_sentence(makeLabel({}, "", 1.05, false, true))
    , m_formula(makeLabel({}, "dim", 1, false, true))
    , m_facts(makeLabel({}, "dim", 1, false, true))
    , m_chartPlace(new QVBoxLayout)
    , m_goal(new QAction(icon(u"target"_s), {}, this))
{
    m_search->setObjectName(u"verdictSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(u"verdictTable"_s);
    m_verdict->setObjectName(u"verdictFilter"_s);
    m_region->setObjectName(u"verdictRegion"_s);
    m_dimension->setObjectName(u"verdictDimension"_s);
    m_sentence->setObjectName(u"verdictSentence"_s);
    m_goal->setObjectName(u"goalAction"_s);
    for (QComboBox* box : {m_region, m_verdict, m_dimension})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_count->setWordWrap(false);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(VerdictModel::Verdict, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_goal->setShortcut(Qt::CTRL | Qt::Key_G);
    m_goal->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_goal);

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_region);
    bar->addWidget(m_verdict);
    bar->addWidget(m_dimension);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);

    auto* goalButton = new QToolButton(this);
    goalButton->setDefaultAction(m_goal);
    goalButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_card->tools()->addWidget(m_diagnosis);
    m_card->tools()->addWidget(m_badge);
    m_card->tools()->addWidget(goalButton);
    auto* words = new QWidget(m_card);
    setKind(words, "plain");
    auto* wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, 0, 0);
    wordsLayout->addWidget(m_sentence);
    wordsLayout->addWidget(m_formula);
    wordsLayout->addWidget(m_facts);
    wordsLayout->addStretch();
    auto* wordsScroll = new QScrollArea(m_card);
    wordsScroll->setWidget(words);
    wordsScroll->setWidgetResizable(true);
    wordsScroll->setFrameShape(QFrame::NoFrame);
    wordsScroll->setFocusPolicy(Qt::NoFocus);
    wordsScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QHBoxLayout;
    inside->addWidget(wordsScroll, 2);
    inside->addLayout(m_chartPlace, 3);
    m_card->body()->addLayout(inside, 1);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_card);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    setKind(m_splitter, "gap");
    m_splitter->setObjectName(u"assessmentSplitter"_s);
    m_card->setMinimumHeight(Theme::scaled(210));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_splitter, 1);

    connect(session, &Session::dataChanged, this, &AssessmentPage::refresh);
    connect(session, &Session::closed, this, &AssessmentPage::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &AssessmentPage::applyFilter);
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &AssessmentPage::applyFilter);
    connect(m_dimension, &QComboBox::currentIndexChanged, this, &AssessmentPage::applyFilter);
    connect(m_region, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setRegion(project::RegionId(m_region->currentData().toLongLong()));
        applyFilter();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showCard();
        if (!currentCode().isEmpty() && this->session()->data())
            Q_EMIT subjectSelected({Subject::Kind::Figure, currentCode(), m_model->region(),
                                    this->session()->data()->info.year});
    });
    connect(m_goal, &QAction::triggered, this, &AssessmentPage::editGoal);
    connect(m_table, &QTableView::doubleClicked, this, [this] { m_goal->trigger(); });
    retranslate();
    refresh();
}

QString AssessmentPage::title() const
{
    return tr("评价诊断");
}

void AssessmentPage::retranslate()
{
    m_search->setPlaceholderText(tr("按名称、编号、部门查找"));
    m_goal->setText(tr("目标…"));
    m_search->setAccessibleName(tr("查找"));
    m_region->setAccessibleName(tr("地区"));
    m_verdict->setAccessibleName(tr("结论"));
    m_dimension->setAccessibleName(tr("类别"));
    m_table->setAccessibleName(tr("各指标的结论，最急的在前"));
    {
        const QSignalBlocker blocker(m_verdict);
        const int at = qMax(0, m_verdict->currentIndex());
        m_verdict->clear();
        m_verdict->addItem(tr("全部结论"), -1);
        using V = assess::Verdict;
        for (const V verdict :
             {V::Alert, V::Regress, V::Late, V::OnTrack, V::Met, V::Watched, V::Undecided})
            m_verdict->addItem(assess::symbol(verdict) + u' ' + assess::label(verdict),
                               static_cast<int>(verdict));
        m_verdict->setCurrentIndex(at);
    }
    m_model->retranslate();
    m_shown.clear();
    load(); // hidden or not: its words are new
}

void AssessmentPage::refresh()
{
    if (!isVisible() && session()->isOpen()) {
        // Worked out when it is looked at.
        m_stale = true;
        return;
    }
    load();
}

QList<QAction*> AssessmentPage::pageActions() const
{
    return {m_goal};
}

void AssessmentPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    if (m_stale)
        load();
}

void AssessmentPage::load()
{
    m_stale = false;
    const auto year = session()->data();
    const QString code = currentCode();
    {
        const QSignalBlocker regions(m_region), dimensions(m_dimension);
        const QVariant region = m_region->currentData(), dimension = m_dimension->currentData();
        m_region->clear();
        m_dimension->clear();
        m_dimension->addItem(tr("全部类别"), QString());
        if (year) {
            for (const project::Region& r : year->regions) {
                if (session()->assessment() && !session()->assessment()->ofRegion(r.id).isEmpty())
                    m_region->addItem(r.nameZh, r.id.number());
            }
            for (const catalogue::Dimension& d : year->catalogue.dimensions)
                m_dimension->addItem(language::choose(d.nameZh, d.nameEn), d.id);
            m_region->setCurrentIndex(qMax(0, m_region->findData(region)));
            m_dimension->setCurrentIndex(qMax(0, m_dimension->findData(dimension)));
        }
    }
    const bool first = m_model->rowCount() == 0;
    m_model->setData(year, session()->assessment());
    m_model->setRegion(project::RegionId(m_region->currentData().toLongLong()));
    if (first && m_model->rowCount() > 0) {
        m_table->horizontalHeader()->setMinimumSectionSize(Theme::scaled(56));
        m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    }
    fitColumns();
    applyFilter();
    m_shown.clear();
    const int row = m_model->rowOf(code);
    if (row >= 0)
        m_table->setCurrentIndex(m_filter->mapFromSource(m_model->index(row, 0)));
    else if (m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
    showCard();
}

void AssessmentPage::fitColumns()
{
    const QList<int> widths{108, 66, 250, 104, 96, 76, 76, 92, 76};
    for (int i = 0; i < widths.size(); ++i) {
        // No narrower than the header's word, which differs with the language.
        const int word = m_table->horizontalHeader()->fontMetrics().horizontalAdvance(
            m_model->headerData(i, Qt::Horizontal).toString());
        if (i != VerdictModel::Name)
            m_table->setColumnWidth(i, std::max(Theme::scaled(widths[i]), word + 24));
    }
    fitName();
}

void AssessmentPage::fitName()
{
    int others = 0;
    for (int i = 0; i < VerdictModel::ColumnCount; ++i)
        others += i == VerdictModel::Name ? 0 : m_table->columnWidth(i);
    const int least = Theme::scaled(250);
    // Names take what is left; where too little is left they keep their width and the table
    // scrolls.
    const bool roomy = width() - others > least + Theme::scaled(40);
    m_table->horizontalHeader()->setSectionResizeMode(
        VerdictModel::Name, roomy ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!roomy)
        m_table->setColumnWidth(VerdictModel::Name, least);
}

void AssessmentPage::resizeEvent(QResizeEvent* event)
{
    StagePage::resizeEvent(event);
    fitName();
}

void AssessmentPage::applyFilter()
{
    m_filter->setWords(m_search->text());
    m_filter->setVerdict(m_verdict->currentData().isValid() ? m_verdict->currentData().toInt()
                                                            : -1);
    m_filter->setDimension(m_dimension->currentData().toString());
    m_count->setText(tr("%1 项").arg(m_filter->rowCount()));
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

QString AssessmentPage::currentCode() const
{
    return m_table->currentIndex().siblingAtColumn(0).data(VerdictModel::CodeRole).toString();
}

void AssessmentPage::showCard()
{
    const auto year = session()->data();
    const assess::IndicatorResult* result = m_model->at(m_model->rowOf(currentCode()));
    m_card->setVisible(result);
    m_goal->setEnabled(result && !session()->isReadOnly());
    m_goal->setToolTip(session()->isReadOnly() ? session()->readOnlyReason()
                                               : tr("填写或修改目标值（Ctrl+G）"));
    if (!result || !year)
        return;
    const QString key = result->code + u'@' + QString::number(result->region.number());
    if (key == m_shown)
        return;
    m_shown = key;
    const catalogue::Indicator& indicator = *year->catalogue.indicator(result->code);
    m_card->setTitle(indicator.code + u"　"_s +
                     language::choose(indicator.nameZh, indicator.nameEn));
    m_badge->setText(assess::label(result->judgement.verdict),
                     assess::symbol(result->judgement.verdict));
    m_badge->setColour(QColor(assess::colour(result->judgement.verdict)));
    m_diagnosis->setVisible(result->diagnosis != assess::Diagnosis::Unknown);
    m_diagnosis->setText(assess::label(result->diagnosis));
    m_sentence->setText(result->judgement.sentence);
    m_formula->setText(result->judgement.formula);
    m_formula->setVisible(!result->judgement.formula.isEmpty());
    QStringList facts;
    const auto number = [&](double v) {
        return formatGrouped(v, indicator.decimals) + u' ' + indicator.unit;
    };
    if (result->base.isPresent())
        facts << tr("基期 %1 年：%2").arg(year->info.baseYear).arg(number(result->base.number));
    if (result->previous.isPresent())
        facts << tr("上年：%1").arg(number(result->previous.number));
    if (result->now.isPresent())
        facts << tr("本年度：%1").arg(number(result->now.number));
    if (result->goal) {
        const project::Goal& goal = *result->goal;
        QString text = project::label(goal.kind);
        if (goal.target)
            text += u' ' + number(*goal.target);
        if (goal.lower && goal.upper)
            text += u' ' + formatGrouped(*goal.lower, indicator.decimals) + u"～"_s +
                    number(*goal.upper);
        facts << tr("%1 年目标：%2%3")
                     .arg(year->info.targetYear)
                     .arg(text, goal.source.isEmpty() ? QString() : tr("（%1）").arg(goal.source));
    } else {
        facts << (session()->isReadOnly() ? tr("没有目标值。")
                                          : tr("没有目标值。按 Ctrl+G 填写。"));
    }
    if (!result->benchmarkName.isEmpty())
        facts << tr("对标：%1").arg(result->benchmarkName);
    if (!result->diagnosisReason.isEmpty())
        facts << result->diagnosisReason;
    if (result->now.contradictory)
        facts << tr("⚠ 来源之间相差超过容差，请在数据采集中核定采用值。");
    m_facts->setText(facts.join(u'\n'));
    if (m_chart) {
        m_chart->setObjectName(QString());
        m_chart->hide();
        m_chart->deleteLater(); // a change of style, which leads here too, may still be walking
                                // over the widgets
    }
    report::Chart series = report::seriesOf(*year, *result);
    series.title.clear(); // the card says it, and the unit with every number
    series.unit.clear();
    m_chart = charts::makeChartView(series, Theme::isDark(), m_card);
    m_chart->setObjectName(u"verdictChart"_s);
    m_chart->setMinimumSize(Theme::scaled(260), Theme::scaled(150));
    m_chartPlace->addWidget(m_chart);
    m_chart->show();
}

void AssessmentPage::changeEvent(QEvent* event)
{
    StagePage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_shown.isEmpty()) {
        m_shown.clear();
        // Later: a new style sheet is going through all widgets just now, and none may vanish under
        // it.
        QMetaObject::invokeMethod(this, &AssessmentPage::showCard, Qt::QueuedConnection);
    }
}

bool AssessmentPage::reveal(const Subject& subject)
{
    if (subject.kind != Subject::Kind::Indicator && subject.kind != Subject::Kind::Figure)
        return false;
    if (m_stale || m_model->rowCount() == 0)
        load();
    if (subject.region.isValid() && m_region->findData(subject.region.number()) >= 0)
        m_region->setCurrentIndex(m_region->findData(subject.region.number()));
    const int row = m_model->rowOf(subject.code);
    if (row < 0)
        return false;
    QModelIndex index = m_filter->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) {
        m_search->clear();
        m_verdict->setCurrentIndex(0);
        m_dimension->setCurrentIndex(0);
        index = m_filter->mapFromSource(m_model->index(row, 0));
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
    return true;
}

void AssessmentPage::editGoal()
{
    const auto year = session()->data();
    const catalogue::Indicator* indicator =
        year ? year->catalogue.indicator(currentCode()) : nullptr;
    if (!indicator)
        return;
    project::Goal goal;
    if (const project::Goal* old = year->goal(indicator->code, m_model->region()))
        goal = *old;
    goal.indicator = indicator->code;
    goal.region = m_model->region();
    auto* form = new GoalForm(*year, *indicator, goal, this);
    connect(form, &GoalForm::goalRequested, this, [this](const project::Goal& edited) {
        if (session()->data())
            session()->edit(project::edits::setGoal(*session()->data(), edited));
    });
    form->open();
}

} // namespace checkup::workspace
