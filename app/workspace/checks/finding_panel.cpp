#include "app/workspace/checks/finding_panel.h"

#include "app/charts/chart_view.h"
#include "app/language/language.h"
#include "app/workspace/checks/finding_model.h"
#include "app/workspace/widgets/badge.h"
#include "app/workspace/widgets/icons.h"

#include "core/base/decimal.h"
#include "core/report/report_charts.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using project::FindingState;

namespace {

QString nameOf(const project::YearData& year, const QString& subject)
{
    if (const catalogue::Indicator* indicator = year.catalogue.indicator(subject))
        return language::choose(indicator->nameZh, indicator->nameEn);
    const catalogue::Quantity* quantity = year.catalogue.quantity(subject);
    return quantity ? language::choose(quantity->nameZh, quantity->nameEn) : subject;
}

/// Kept in the project file, so Chinese in any language of the window.
QString proposedReason(const project::Source& source)
{
    return u"以%1为准"_s.arg(source.name);
}

QToolButton* buttonOf(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

FindingPanel::FindingPanel(QWidget* parent)
    : Card(parent)
    , m_severity(new Badge({}, this))
    , m_status(new Badge({}, this))
    , m_sentence(makeLabel({}, "", 1.05, false, true))
    , m_rule(makeLabel({}, "dim", 1, false, true))
    , m_decision(makeLabel({}, "", 1, false, true))
    , m_figureLabel(makeLabel({}, "dim"))
    , m_fault(makeLabel({}, "danger"))
    , m_figures(new QComboBox(this))
    , m_words(new QVBoxLayout)
    , m_rivalPlace(new QVBoxLayout)
    , m_chartPlace(new QVBoxLayout)
    , m_area(new QScrollArea(this))
    , m_reason(new QLineEdit(this))
    , m_explain(new QAction(icon(u"edit"_s), {}, this))
    , m_correct(new QAction(icon(u"check"_s), {}, this))
    , m_accept(new QAction(icon(u"warning"_s), {}, this))
    , m_withdraw(new QAction(icon(u"undo"_s), {}, this))
    , m_jump(new QAction(icon(u"table"_s), {}, this))
{
    m_sentence->setObjectName(u"findingSentence"_s);
    m_rule->setObjectName(u"findingRule"_s);
    m_decision->setObjectName(u"findingDecision"_s);
    m_reason->setObjectName(u"findingReason"_s);
    m_figures->setObjectName(u"findingFigures"_s);
    m_fault->setObjectName(u"findingFault"_s);
    m_explain->setObjectName(u"explainAction"_s);
    m_correct->setObjectName(u"correctedAction"_s);
    m_accept->setObjectName(u"acceptAction"_s);
    m_withdraw->setObjectName(u"withdrawAction"_s);
    m_jump->setObjectName(u"toMatrixAction"_s);
    m_explain->setShortcut(Qt::CTRL | Qt::Key_E);
    m_correct->setShortcut(Qt::CTRL | Qt::Key_D);
    m_accept->setShortcut(Qt::CTRL | Qt::Key_R);
    m_withdraw->setShortcut(Qt::CTRL | Qt::Key_U);
    m_jump->setShortcut(Qt::CTRL | Qt::Key_G);
    m_reason->setClearButtonEnabled(true);
    m_figures->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_figures->setMinimumContentsLength(18);

    tools()->addWidget(m_status);
    tools()->addWidget(m_severity);
    tools()->addWidget(buttonOf(m_jump));

    auto* words = new QWidget;
    setKind(words, "plain");
    words->setLayout(m_words);
    m_words->setContentsMargins(0, 0, 4, 0);
    m_words->setSpacing(5);
    m_words->addWidget(m_sentence);
    m_words->addWidget(m_rule);
    m_words->addWidget(m_decision);
    auto* figureLine = new QHBoxLayout;
    figureLine->addWidget(m_figureLabel);
    figureLine->addWidget(m_figures, 1);
    m_words->addLayout(figureLine);
    m_words->addLayout(m_rivalPlace);
    m_words->addStretch();
    m_area->setWidget(words);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* upper = new QHBoxLayout;
    upper->addWidget(m_area, 5);
    upper->addLayout(m_chartPlace, 4);
    body()->addLayout(upper, 1);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_reason, 1);
    for (QAction* action : {m_explain, m_correct, m_accept, m_withdraw})
        line->addWidget(buttonOf(action));
    body()->addLayout(line);
    body()->addWidget(m_fault);
    m_fault->hide();

    for (const auto& [action, state] :
         {std::pair(m_explain, FindingState::Explained),
          std::pair(m_correct, FindingState::Corrected),
          std::pair(m_accept, FindingState::Accepted), std::pair(m_withdraw, FindingState::Open)})
        connect(action, &QAction::triggered, this, [this, wanted = state] { decide(wanted); });
    connect(m_jump, &QAction::triggered, this, [this] { Q_EMIT jumpRequested(figure()); });
    connect(m_figures, &QComboBox::currentIndexChanged, this, [this] {
        showRivals();
        showChart();
        Q_EMIT figureChosen(figure());
    });
    connect(m_reason, &QLineEdit::textChanged, m_fault, &QWidget::hide);
    for (QWidget* widget : {static_cast<QWidget*>(m_reason), static_cast<QWidget*>(m_figures)})
        widget->installEventFilter(this);
    retranslate();
}

void FindingPanel::retranslate()
{
    m_figureLabel->setText(tr("涉及的数"));
    m_figures->setAccessibleName(tr("涉及的数"));
    m_reason->setAccessibleName(tr("理由"));
    m_reason->setPlaceholderText(tr("理由，随处理留档；空着按“采用”，记为“以该来源为准”"));
    m_explain->setText(tr("说明"));
    m_explain->setToolTip(tr("这个数没有错，按所写的理由保留（Ctrl+E）"));
    m_correct->setText(tr("已更正"));
    m_correct->setToolTip(tr("已经改正；同样的问题仍在时照旧列为待处理（Ctrl+D）"));
    m_accept->setText(tr("接受风险"));
    m_accept->setToolTip(tr("知道有问题，按所写的理由暂且用它（Ctrl+R）"));
    m_withdraw->setText(tr("撤回"));
    m_withdraw->setToolTip(tr("撤回处理，重新列为待处理（Ctrl+U）"));
    m_jump->setText(tr("到采集表"));
    m_jump->setToolTip(tr("在数据采集的表中打开这个数（Ctrl+G，或双击问题）"));
}

QList<QAction*> FindingPanel::decisions() const
{
    return {m_explain, m_correct, m_accept, m_withdraw, m_jump};
}

void FindingPanel::explain(const project::YearDataPtr& year, const collect::WorkItem* item,
                           const QString& ruleSentence, bool readOnly,
                           const QString& readOnlyReason)
{
    const bool same = item && m_item.finding.key == item->finding.key;
    const project::FigureKey shown = figure();
    m_data = year;
    m_item = item && year ? *item : collect::WorkItem();
    m_readOnly = readOnly;
    m_readOnlyReason = readOnlyReason;
    setVisible(item && year);
    if (!item || !year)
        return;
    if (!same) {
        m_reason->clear();
        m_fault->hide();
    }
    const collect::Finding& finding = m_item.finding;
    const FindingStatus status = statusOf(m_item);
    m_severity->setVisible(m_item.current);
    m_severity->setText(collect::label(finding.severity), symbol(finding.severity));
    m_severity->setRoles(
        finding.severity == collect::FindingSeverity::Blocking  ? Theme::Role::Danger
        : finding.severity == collect::FindingSeverity::Warning ? Theme::Role::Warning
                                                                : Theme::Role::Dim,
        finding.severity == collect::FindingSeverity::Blocking  ? Theme::Role::DangerSoft
        : finding.severity == collect::FindingSeverity::Warning ? Theme::Role::WarningSoft
                                                                : Theme::Role::Sunken);
    m_status->setText(label(status));
    const bool settled = m_item.isSettled();
    m_status->setRoles(settled ? Theme::Role::Good : Theme::Role::Dim,
                       settled ? Theme::Role::GoodSoft : Theme::Role::Sunken);
    m_sentence->setText(finding.text);
    m_rule->setText(ruleSentence.isEmpty() ? QString() : tr("规则：%1").arg(ruleSentence));
    m_rule->setVisible(!ruleSentence.isEmpty());
    QString decided;
    if (const auto& decision = m_item.decision; decision && decision->state != FindingState::Open) {
        const QString who = tr("%1，%2").arg(
            decision->person, decision->at.toLocalTime().date().toString(Qt::ISODate));
        const QString what = project::label(decision->state);
        if (status == FindingStatus::Reopened)
            decided = tr("曾处理为“%1”（%2）：%3。此后数据已变，需要重新处理。")
                          .arg(what, who, decision->reason);
        else if (status == FindingStatus::Gone)
            decided = tr("曾处理为“%1”（%2）：%3。现在这个问题已不存在。")
                          .arg(what, who, decision->reason);
        else
            decided = tr("%1（%2）：%3").arg(what, who, decision->reason);
    }
    m_decision->setText(decided);
    m_decision->setVisible(!decided.isEmpty());
    showFigures();
    const qsizetype at = same ? finding.figures.indexOf(shown) : 0;
    m_figures->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, at)));
    showRivals();
    showChart();
    updateActions();
}

project::FigureKey FindingPanel::figure() const
{
    const collect::Finding& finding = m_item.finding;
    if (const int at = m_figures->currentIndex(); at >= 0 && at < finding.figures.size())
        return finding.figures.at(at);
    return {finding.subject, finding.region, finding.year};
}

void FindingPanel::showFigures()
{
    const QSignalBlocker blocker(m_figures);
    m_figures->clear();
    const project::Region* city = m_data->city();
    for (const project::FigureKey& key : std::as_const(m_item.finding.figures)) {
        const project::Region* region = m_data->region(key.region);
        const QString name = nameOf(*m_data, key.subject);
        m_figures->addItem(region && city && region->id != city->id
                               ? tr("%1（%2）%3 年")
                                     .arg(name, language::choose(region->nameZh, region->nameEn))
                                     .arg(key.year)
                               : tr("%1 %2 年").arg(name).arg(key.year));
    }
    const bool several = m_figures->count() > 1;
    m_figures->setVisible(several);
    m_figureLabel->setVisible(several);
    const project::Region* region = m_data->region(m_item.finding.region);
    setTitle(
        u"%1 · %2 · %3"_s.arg(nameOf(*m_data, m_item.finding.subject),
                              region ? language::choose(region->nameZh, region->nameEn) : QString(),
                              QString::number(m_item.finding.year)));
}

void FindingPanel::showRivals()
{
    if (m_rivals) {
        m_rivals->hide();
        m_rivals->deleteLater();
    }
    m_rivals = new QWidget;
    m_rivals->setObjectName(u"findingRivals"_s);
    setKind(m_rivals, "plain");
    auto* grid = new QGridLayout(m_rivals);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    const QList<const project::Value*> rivals = m_data->rivals(figure());
    if (rivals.isEmpty())
        grid->addWidget(makeLabel(tr("这一年还没有数。"), "dim"), 0, 0);
    int row = 0;
    for (const project::Value* value : rivals) {
        if (row > 0) {
            grid->addWidget(makeLine(), row, 0, 1, 4);
            ++row;
        }
        addRival(*value, row++, rivals.size() > 1);
    }
    m_rivalPlace->addWidget(m_rivals);
    m_rivals->show();
}

void FindingPanel::addRival(const project::Value& value, int row, bool choice)
{
    auto* grid = static_cast<QGridLayout*>(m_rivals->layout());
    const project::Source* source = m_data->source(value.source);
    const bool present = value.state == project::ValueState::Present;
    auto* name = makeLabel(source ? source->name : QString());
    name->setMaximumWidth(Theme::scaled(120));
    grid->addWidget(name, row, 0, Qt::AlignTop);
    QString number = present ? formatShortest(value.number) : project::label(value.state);
    if (present && !value.unit.isEmpty())
        number += u' ' + value.unit;
    auto* digits = makeLabel(number, "", 1.1, true, true);
    digits->setWordWrap(false);
    digits->setAlignment(Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(digits, row, 1, Qt::AlignTop);

    QStringList notes;
    if (!value.vintage.isEmpty())
        notes << tr("版本：%1").arg(value.vintage);
    if (!value.note.isEmpty())
        notes << tr("口径：%1").arg(value.note);
    if (const project::Evidence* evidence = m_data->evidenceOf(value)) {
        QStringList place{evidence->fileName, evidence->sheet, evidence->cell};
        place.removeAll(QString());
        if (!place.isEmpty())
            notes << place.join(u" ▸ "_s);
        if (!evidence->note.isEmpty())
            notes << evidence->note;
    }
    if (!value.adoptionReason.isEmpty())
        notes << tr("采用理由：%1").arg(value.adoptionReason);
    if (notes.isEmpty())
        notes << tr("没有记下出处");
    grid->addWidget(makeLabel(notes.join(u'\n'), "dim", 1, false, true), row, 2, Qt::AlignTop);

    if (!choice && !value.adopted)
        return;
    auto* last = new QVBoxLayout;
    last->setSpacing(4);
    if (value.adopted) {
        auto* badge = new Badge;
        badge->setText(value.adoptionReason.isEmpty() ? tr("默认采用") : tr("采用"), u"✓"_s);
        badge->setRoles(Theme::Role::Good, Theme::Role::GoodSoft);
        last->addWidget(badge, 0, Qt::AlignRight);
    }
    if (choice && present && source && (!value.adopted || value.adoptionReason.isEmpty())) {
        auto* button = new QPushButton(value.adopted ? tr("核定此数") : tr("采用"));
        button->setObjectName(u"adoptRivalButton"_s);
        setKind(button, "small");
        const QString proposed = proposedReason(*source);
        button->setEnabled(!m_readOnly);
        button->setToolTip(m_readOnly ? m_readOnlyReason
                                      : tr("采用此数；理由栏空着时记为“%1”").arg(proposed));
        button->setAccessibleName(tr("采用%1 %2").arg(source->name, number));
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, id = value.id, proposed] {
            const QString reason = m_reason->text().trimmed();
            Q_EMIT adoptRequested(id, reason.isEmpty() ? proposed : reason);
        });
        last->addWidget(button, 0, Qt::AlignRight);
    }
    last->addStretch();
    grid->addLayout(last, row, 3);
}

void FindingPanel::showChart()
{
    if (m_chart) {
        m_chart->hide();
        m_chart->setObjectName({});
        m_chart->deleteLater(); // a change of style may still be walking over the widgets
        m_chart = nullptr;
    }
    const project::FigureKey key = figure();
    report::Chart chart =
        report::sourcesOf(*m_data, key.subject, key.region, std::max(key.year, m_data->info.year));
    chart.title.clear(); // the card says it, and the unit with every number
    chart.unit.clear();
    m_chart = charts::makeChartView(chart, Theme::isDark(), this);
    m_chart->setObjectName(u"findingChart"_s);
    m_chart->setMinimumSize(Theme::scaled(240), Theme::scaled(150));
    m_chartPlace->addWidget(m_chart);
    m_chart->show();
}

void FindingPanel::updateActions()
{
    const FindingStatus status = statusOf(m_item);
    const bool decides = !m_readOnly && m_item.current;
    for (QAction* action : {m_explain, m_correct, m_accept})
        action->setEnabled(decides);
    m_withdraw->setEnabled(!m_readOnly && m_item.decision &&
                           m_item.decision->state != FindingState::Open);
    m_withdraw->setVisible(status != FindingStatus::Open);
    m_reason->setReadOnly(m_readOnly);
    m_reason->setToolTip(m_readOnly ? m_readOnlyReason : QString());
}

void FindingPanel::decide(FindingState state)
{
    const QString reason = m_reason->text().trimmed();
    if (state != FindingState::Open && reason.isEmpty()) {
        m_fault->setText(tr("请先在这一栏写明理由，再按“%1”。").arg(project::label(state)));
        m_fault->show();
        m_reason->setFocus();
        return;
    }
    m_reason->clear();
    Q_EMIT decisionRequested(state, reason);
}

void FindingPanel::takeFocus()
{
    QWidget* first = m_reason;
    if (m_rivals) {
        for (QPushButton* button : m_rivals->findChildren<QPushButton*>()) {
            if (button->isEnabled()) {
                first = button;
                break;
            }
        }
    }
    first->setFocus(Qt::TabFocusReason);
    if (first != m_reason)
        m_area->ensureWidgetVisible(first);
}

bool FindingPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT leaveRequested();
            return true;
        }
        auto* button = qobject_cast<QPushButton*>(watched);
        if (button && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            button->click();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void FindingPanel::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    // Later: a new style sheet is going through all widgets just now.
    if (event->type() == QEvent::PaletteChange && m_chart && m_data)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_data)
                    showChart();
            },
            Qt::QueuedConnection);
}

} // namespace checkup::workspace
