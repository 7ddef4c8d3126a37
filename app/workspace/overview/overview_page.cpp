#include "app/workspace/overview/overview_page.h"

#include "app/charts/chart_view.h"
#include "app/language/language.h"
#include "app/workspace/overview/stat_tile.h"
#include "app/workspace/overview/year_state.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/badge.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/link_button.h"
#include "core/report/report_charts.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int casesShown = 6;
constexpr int chartHeight = 300;

LinkButton* makeLink(const QString& text, const QString& iconName, Theme::Role role)
{
    auto* link = new LinkButton(text);
    link->setIcon(icon(iconName, role));
    return link;
}

} // namespace

OverviewPage::OverviewPage(Session* session, QWidget* parent)
    : StagePage(session, parent)
    , m_title(makeLabel({}, "", 1.5, true))
    , m_subtitle(makeLabel({}, "dim"))
    , m_total(new StatTile(u"indicators"_s, Theme::Role::Accent))
    , m_present(new StatTile(u"present"_s, Theme::Role::Good))
    , m_missing(new StatTile(u"missing"_s, Theme::Role::Warning))
    , m_contradictory(new StatTile(u"contradiction"_s, Theme::Role::Danger))
    , m_late(new StatTile(u"late"_s, Theme::Role::Danger))
    , m_verdicts(new Card)
    , m_radar(new Card)
    , m_steps(new Card)
    , m_cases(new Card)
{
    auto* content = new QWidget;
    setKind(content, "plain");
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(10);
    for (StatTile* tile : {m_total, m_present, m_missing, m_contradictory, m_late})
        tiles->addWidget(tile, 1);
    column->addLayout(tiles);
    auto* cards = new QGridLayout;
    cards->setSpacing(12);
    // Ten columns: the verdicts' legend wants more width than the radar.
    cards->addWidget(m_steps, 0, 0, 1, 5);
    cards->addWidget(m_cases, 0, 5, 1, 5);
    cards->addWidget(m_verdicts, 1, 0, 1, 6);
    cards->addWidget(m_radar, 1, 6, 1, 4);
    for (int i = 0; i < 10; ++i)
        cards->setColumnStretch(i, 1);
    column->addLayout(cards);
    column->addStretch();

    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(content);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(area);

    connect(m_total, &StatTile::clicked, this,
            [this] { Q_EMIT jumpRequested(u"indicators"_s, {}); });
    for (StatTile* tile : {m_present, m_missing, m_contradictory, m_late})
        connect(tile, &StatTile::clicked, this,
                [this] { Q_EMIT jumpRequested(u"collection"_s, {}); });
    connect(session, &Session::dataChanged, this, &OverviewPage::markStale);
}

QString OverviewPage::id() const
{
    return u"overview"_s;
}
QString OverviewPage::title() const
{
    return tr("总览");
}
QString OverviewPage::iconName() const
{
    return u"overview"_s;
}
bool OverviewPage::reveal(const Subject&)
{
    return false;
}

void OverviewPage::retranslate()
{
    m_steps->setTitle(tr("下一步"));
    m_cases->setTitle(tr("需要处理"));
    m_verdicts->setTitle(tr("各类别结论（项）"));
    m_radar->setTitle(tr("各类别达标情况"));
    markStale();
}

void OverviewPage::showEvent(QShowEvent* event)
{
    if (m_stale)
        fill();
    StagePage::showEvent(event);
}

void OverviewPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        markStale();
    StagePage::changeEvent(event);
}

void OverviewPage::markStale()
{
    m_stale = true;
    if (isVisible())
        fill();
}

void OverviewPage::fill()
{
    if (!session()->data() || !session()->assessment())
        return;
    m_stale = false;
    const project::YearData& held = *session()->data();
    const assess::Assessment& assessment = *session()->assessment();
    const project::YearInfo& info = held.info;
    const bool english = language::current() == u"en";
    m_title->setText(tr("%1 %2 年度体检").arg(info.city).arg(info.year));
    const QString system = english && !held.catalogue.titleEn.isEmpty() ? held.catalogue.titleEn
                                                                        : held.catalogue.titleZh;
    m_subtitle->setText(
        info.cutOff.isValid()
            ? tr("基期 %1 年，目标 %2 年；报送截至 %3；%4")
                  .arg(QString::number(info.baseYear), QString::number(info.targetYear),
                       QLocale().toString(info.cutOff, QLocale::ShortFormat), system)
            : tr("基期 %1 年，目标 %2 年；%3")
                  .arg(QString::number(info.baseYear), QString::number(info.targetYear), system));

    const assess::Tally& city = assessment.city;
    m_total->setNumber(city.total, tr("指标"));
    m_present->setNumber(city.present, tr("有值"),
                         city.total > 0 ? u"%1 %"_s.arg(100 * city.present / city.total)
                                        : QString());
    m_missing->setNumber(city.missing, tr("暂缺"));
    m_contradictory->setNumber(city.contradictory, tr("矛盾"));
    m_late->setNumber(static_cast<int>(assessment.lateDepartments.size()), tr("迟报部门"));
    fillSteps();
    fillCases();
    fillCharts();
}

void OverviewPage::fillSteps()
{
    clearLayout(m_steps->body());
    for (const NextStep& step : nextSteps(*session()->data(), *session()->assessment())) {
        const bool must = step.urgency == NextStep::Urgency::Must;
        auto* link = makeLink(step.text, must ? u"warning"_s : u"next"_s,
                              must ? Theme::Role::Warning : Theme::Role::Accent);
        connect(link, &LinkButton::clicked, this, [this, step] {
            Subject subject;
            subject.code = step.subject;
            if (!step.subject.isEmpty())
                subject.kind =
                    step.isDepartment ? Subject::Kind::Department : Subject::Kind::Indicator;
            Q_EMIT jumpRequested(step.stage, subject);
        });
        m_steps->body()->addWidget(link);
    }
    m_steps->body()->addStretch();
}

void OverviewPage::fillCases()
{
    const project::YearData& held = *session()->data();
    const bool english = language::current() == u"en";
    clearLayout(m_cases->body());
    const QList<const assess::IndicatorResult*> cases = openCases(held, *session()->assessment());
    if (cases.isEmpty())
        m_cases->body()->addWidget(
            makeLabel(tr("没有暂缺、矛盾、滞后或预警的指标。可以去导出成果了。"), "dim"));
    for (const assess::IndicatorResult* result : cases.mid(0, casesShown)) {
        const catalogue::Indicator* indicator = held.catalogue.indicator(result->code);
        if (!indicator)
            continue;
        const QString name =
            english && !indicator->nameEn.isEmpty() ? indicator->nameEn : indicator->nameZh;
        auto* badge = new Badge;
        if (result->now.contradictory) {
            badge->setText(tr("矛盾"), u"⇄"_s);
            badge->setRoles(Theme::Role::Danger, Theme::Role::DangerSoft);
        } else if (!result->now.isPresent()) {
            badge->setText(project::label(result->now.state), u"○"_s);
            badge->setRoles(Theme::Role::Warning, Theme::Role::WarningSoft);
        } else {
            badge->setText(assess::label(result->judgement.verdict),
                           assess::symbol(result->judgement.verdict));
            badge->setColour(QColor(assess::colour(result->judgement.verdict)));
        }
        auto* link = makeLink(u"%1 %2"_s.arg(result->code, name), u"next"_s, Theme::Role::Accent);
        link->setToolTip(result->judgement.sentence);
        const bool judged = result->now.isPresent() && !result->now.contradictory;
        connect(link, &LinkButton::clicked, this, [this, code = result->code, judged] {
            Q_EMIT jumpRequested(judged ? u"assessment"_s : u"collection"_s,
                                 {Subject::Kind::Indicator, code, {}, 0});
        });
        auto* line = new QHBoxLayout;
        line->addWidget(link, 1);
        line->addWidget(badge);
        m_cases->body()->addLayout(line);
    }
    if (cases.size() > casesShown) {
        auto* more = makeLink(tr("另有 %n 项，到评价诊断中查看", nullptr,
                                 static_cast<int>(cases.size()) - casesShown),
                              u"next"_s, Theme::Role::Accent);
        connect(more, &LinkButton::clicked, this,
                [this] { Q_EMIT jumpRequested(u"assessment"_s, {}); });
        m_cases->body()->addWidget(more);
    }
    m_cases->body()->addStretch();
}

void OverviewPage::fillCharts()
{
    const project::YearData& held = *session()->data();
    const assess::Assessment& assessment = *session()->assessment();
    const bool english = language::current() == u"en";
    const auto place = [&held, english](Card* card, report::Chart chart) {
        // The report is Chinese always; the window follows its language.
        for (const catalogue::Dimension& dimension : held.catalogue.dimensions) {
            if (english && !dimension.nameEn.isEmpty())
                chart.categories.replaceInStrings(dimension.nameZh, dimension.nameEn);
        }
        chart.title.clear(); // the card says it
        clearLayout(card->body());
        QWidget* view = charts::makeChartView(chart, Theme::isDark());
        view->setFixedHeight(Theme::scaled(chartHeight));
        view->setMinimumWidth(0);
        view->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        card->body()->addWidget(view);
    };
    report::Chart verdicts = report::verdictsByDimension(held, assessment);
    verdicts.unit.clear();
    place(m_verdicts, verdicts);
    place(m_radar, report::radarByDimension(held, assessment));
}

} // namespace checkup::workspace
