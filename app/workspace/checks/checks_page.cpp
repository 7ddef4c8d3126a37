#include "app/workspace/checks/checks_page.h"

#include "app/language/language.h"
#include "app/workspace/checks/finding_panel.h"
#include "app/workspace/checks/rules_dialog.h"
#include "app/workspace/checks/source_order_dialog.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"

#include "core/base/in_chinese.h"
#include "core/project/project_file.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using collect::FindingSeverity;

namespace {

constexpr std::array severities{FindingSeverity::Blocking, FindingSeverity::Warning,
                                FindingSeverity::Note};
constexpr std::array states{FindingStatus::Open,      FindingStatus::Reopened,
                            FindingStatus::Corrected, FindingStatus::Explained,
                            FindingStatus::Accepted,  FindingStatus::Gone};

} // namespace

ChecksPage::ChecksPage(Session* session, Jobs* jobs, QWidget* parent)
    : StagePage(session, parent)
    , m_jobs(jobs)
    , m_model(new FindingModel(this))
    , m_filter(new FindingFilter(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"checks"_s, this))
    , m_table(new QTableView(this))
    , m_nothing(makeLabel({}, "dim"))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_panel(new FindingPanel(this))
    , m_search(new QLineEdit(this))
    , m_rule(new QComboBox(this))
    , m_department(new QComboBox(this))
    , m_count(makeLabel({}, "dim"))
    , m_clear(new QPushButton(this))
    , m_rules(new QAction(icon(u"filter"_s), {}, this))
    , m_sources(new QAction(icon(u"table"_s), {}, this))
{
    m_table->setObjectName(u"findingTable"_s);
    m_search->setObjectName(u"findingSearch"_s);
    m_rule->setObjectName(u"findingRuleFilter"_s);
    m_department->setObjectName(u"findingDepartment"_s);
    m_count->setObjectName(u"findingCount"_s);
    m_clear->setObjectName(u"clearFindingFilter"_s);
    m_rules->setObjectName(u"rulesAction"_s);
    m_sources->setObjectName(u"sourceOrderAction"_s);
    m_splitter->setObjectName(u"checksSplitter"_s);
    m_empty->setObjectName(u"checksEmpty"_s);
    m_search->setClearButtonEnabled(true);
    m_count->setWordWrap(false);
    setKind(m_clear, "link");
    for (QComboBox* box : {m_rule, m_department}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_nothing->setParent(m_table->viewport());
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();

    makeChips();
    auto* chips = new QHBoxLayout;
    auto* bar = new QHBoxLayout;
    makeBars(chips, bar);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    setKind(m_splitter, "gap");
    m_table->setMinimumHeight(Theme::scaled(110));
    m_panel->setMinimumHeight(Theme::scaled(270));
    auto* list = new QWidget(this);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addLayout(chips);
    listLayout->addLayout(bar);
    listLayout->addWidget(m_splitter, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(list);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);
    for (QAction* action : m_panel->decisions()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }

    connect(session, &Session::dataChanged, this, &ChecksPage::refresh);
    connect(session, &Session::closed, this, &ChecksPage::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &ChecksPage::applyFilter);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &ChecksPage::applyFilter);
    connect(m_department, &QComboBox::currentIndexChanged, this, &ChecksPage::applyFilter);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_rule->setCurrentIndex(0);
        m_department->setCurrentIndex(0);
        for (QPushButton* chip : m_severityChips + m_stateChips)
            chip->setChecked(false);
        applyFilter();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showPanel();
        if (const collect::WorkItem* item = current()) {
            m_wanted = item->finding.key;
            const project::FigureKey key = m_panel->figure();
            Q_EMIT subjectSelected({Subject::Kind::Figure, key.subject, key.region, key.year});
        }
    });
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        if (const collect::WorkItem* item = current())
            jumpTo(figureOf(*item));
    });
    connect(m_panel, &FindingPanel::adoptRequested, this, &ChecksPage::adopt);
    connect(m_panel, &FindingPanel::decisionRequested, this, &ChecksPage::decide);
    connect(m_panel, &FindingPanel::jumpRequested, this, &ChecksPage::jumpTo);
    connect(m_panel, &FindingPanel::leaveRequested, this, [this] { m_table->setFocus(); });
    connect(m_panel, &FindingPanel::figureChosen, this, [this](const project::FigureKey& key) {
        Q_EMIT subjectSelected({Subject::Kind::Figure, key.subject, key.region, key.year});
    });
    connect(m_rules, &QAction::triggered, this, [this] {
        const collect::WorkItem* item = current();
        auto* dialog =
            new RulesDialog(this->session(), item ? item->finding.rule : QString(), this);
        dialog->open();
    });
    connect(m_sources, &QAction::triggered, this, [this] {
        auto* dialog = new SourceOrderDialog(this->session(), this);
        connect(dialog, &SourceOrderDialog::noticed, this, &ChecksPage::noticed);
        dialog->open();
    });
    connect(m_empty, &EmptyState::activated, m_rules, &QAction::trigger);
    retranslate();
}

void ChecksPage::makeChips()
{
    const auto make = [this](QList<QPushButton*>& chips, const QString& name) {
        auto* chip = new QPushButton(this);
        chip->setObjectName(name);
        chip->setCheckable(true);
        setKind(chip, "small");
        connect(chip, &QPushButton::toggled, this, &ChecksPage::applyFilter);
        chips << chip;
    };
    for (const FindingSeverity severity : severities)
        make(m_severityChips, u"severityChip."_s + collect::key(severity));
    for (const FindingStatus status : states)
        make(m_stateChips, u"stateChip.%1"_s.arg(static_cast<int>(status)));
}

void ChecksPage::makeBars(QHBoxLayout* chips, QHBoxLayout* bar)
{
    chips->setSpacing(5);
    for (QPushButton* chip : std::as_const(m_severityChips))
        chips->addWidget(chip);
    chips->addSpacing(10);
    for (QPushButton* chip : std::as_const(m_stateChips))
        chips->addWidget(chip);
    chips->addStretch();
    chips->addWidget(m_count);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_rule);
    bar->addWidget(m_department);
    bar->addWidget(m_clear);
    for (QAction* action : {m_rules, m_sources}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        bar->addWidget(button);
    }
}

QString ChecksPage::title() const
{
    return tr("数据校核");
}

void ChecksPage::retranslate()
{
    m_search->setPlaceholderText(tr("按名称、问题、地区、理由查找"));
    m_search->setAccessibleName(tr("查找"));
    m_rule->setAccessibleName(tr("规则"));
    m_department->setAccessibleName(tr("责任部门"));
    m_table->setAccessibleName(tr("校核发现的问题，须先处理的在前"));
    m_clear->setText(tr("清除筛选"));
    m_rules->setText(tr("校核规则…"));
    m_rules->setToolTip(tr("查看规则，改参数和等级，停用或恢复"));
    m_sources->setText(tr("来源次序…"));
    m_sources->setToolTip(tr("几个来源都有数时，默认采用哪个"));
    m_nothing->setText(tr("没有符合条件的问题。"));
    m_panel->retranslate();
    m_model->retranslate();
    fillFilters();
    writeChips();
    writeEmpty();
    applyFilter();
}

QList<QAction*> ChecksPage::pageActions() const
{
    return m_panel->decisions() + QList<QAction*>{m_rules, m_sources};
}

void ChecksPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    if (m_stale)
        startCheck();
    fitColumns();
}

void ChecksPage::refresh()
{
    m_stale = true;
    // What is under way judges data that are no longer there.
    ++m_generation;
    m_checking = false;
    m_jobs->cancel(m_job);
    if (!session()->isOpen()) {
        m_wanted.clear();
        m_awaited = {};
        take({});
        m_stale = true;
        return;
    }
    m_table->setColumnHidden(FindingModel::Region, session()->data()->regions.size() < 2);
    if (isVisible())
        startCheck();
}

void ChecksPage::startCheck()
{
    const auto year = session()->data();
    if (!year)
        return;
    m_stale = false;
    m_checking = true;
    m_jobs->cancel(m_job);
    const quint64 generation = ++m_generation;
    const bool translated = language::current() != u"zh";
    writeEmpty();
    m_job = m_jobs->start<Checked>(
        tr("校核数据"),
        [year, translated](const CancelToken& cancel, const ProgressSink&) -> Result<Checked> {
            Checked checked;
            checked.data = year;
            auto rules = collect::rulesOf(*year);
            if (!rules)
                return rules.error();
            auto found = collect::findings(*year, *rules, cancel);
            if (!found)
                return found.error();
            checked.items = collect::workList(*year, *found);
            // The list comes by urgency; what is settled steps behind what is not.
            std::stable_partition(checked.items.begin(), checked.items.end(),
                                  [](const collect::WorkItem& item) { return !item.isSettled(); });
            if (translated) {
                const InChinese official;
                const auto again = collect::findings(*year, *rules, cancel);
                if (!again)
                    return again.error();
                for (const collect::Finding& finding : *again)
                    checked.chinese.insert(finding.key, finding.text);
            }
            checked.rules = *std::move(rules);
            return checked;
        },
        this,
        [this, generation](const Result<Checked>& checked) {
            if (generation != m_generation)
                return;
            m_checking = false;
            if (checked)
                take(*checked);
            else if (checked.error().code() == ErrorCode::Cancelled)
                m_stale = true; // cancelled by hand: checked when the page is shown again
            else
                Q_EMIT failed(checked.error());
        });
}

void ChecksPage::take(const Checked& checked)
{
    const int before = std::max(0, m_table->currentIndex().row());
    const bool onTable = m_table->hasFocus();
    m_checked = checked;
    {
        const QSignalBlocker blocker(m_table->selectionModel());
        m_model->setItems(checked.data, checked.items);
    }
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    fillFilters();
    writeChips();
    writeEmpty();
    applyFilter();
    fitColumns();
    QModelIndex at = m_filter->mapFromSource(m_model->index(m_model->rowOf(m_wanted), 0));
    if (!at.isValid() && m_filter->rowCount() > 0)
        at = m_filter->index(std::min(before, m_filter->rowCount() - 1), 0);
    m_table->setCurrentIndex(at);
    showPanel();
    if (onTable)
        m_table->setFocus();
    if (m_awaited.kind != Subject::Kind::Nothing)
        reveal(std::exchange(m_awaited, {}));
}

void ChecksPage::fillFilters()
{
    const QSignalBlocker rules(m_rule), departments(m_department);
    const QVariant rule = m_rule->currentData(), department = m_department->currentData();
    m_rule->clear();
    m_department->clear();
    m_rule->addItem(tr("全部规则"), QString());
    m_department->addItem(tr("全部部门"), QString());
    QSet<QString> used, subjects;
    QStringList named;
    for (const collect::WorkItem& item : m_model->items()) {
        used.insert(item.finding.rule);
        if (subjects.contains(item.finding.subject))
            continue;
        subjects.insert(item.finding.subject);
        const QString responsible = m_model->departmentOf(item.finding.subject);
        for (const QString& one : responsible.split(u'、', Qt::SkipEmptyParts)) {
            if (!named.contains(one))
                named << one;
        }
    }
    const bool english = language::current() == u"en";
    for (const collect::Rule& one : std::as_const(m_checked.rules)) {
        if (used.contains(one.id)) {
            m_rule->addItem(one.sentence(english), one.id);
            m_rule->setItemData(m_rule->count() - 1, one.sentence(english), Qt::ToolTipRole);
        }
    }
    for (const QString& name : std::as_const(named))
        m_department->addItem(name, name);
    m_rule->setCurrentIndex(std::max(0, m_rule->findData(rule)));
    m_department->setCurrentIndex(std::max(0, m_department->findData(department)));
}

void ChecksPage::writeChips()
{
    for (qsizetype i = 0; i < m_severityChips.size(); ++i) {
        const FindingSeverity severity = severities.at(static_cast<size_t>(i));
        m_severityChips.at(i)->setText(u"%1 %2 %3"_s.arg(
            symbol(severity), collect::label(severity), QString::number(m_model->count(severity))));
        m_severityChips.at(i)->setToolTip(tr("只看这一等级；数字为其中待处理的"));
    }
    for (qsizetype i = 0; i < m_stateChips.size(); ++i) {
        const FindingStatus status = states.at(static_cast<size_t>(i));
        const int count = m_model->count(status);
        QPushButton* chip = m_stateChips.at(i);
        chip->setText(u"%1 %2"_s.arg(label(status), QString::number(count)));
        if (count == 0 && status != FindingStatus::Open) {
            const QSignalBlocker blocker(chip);
            chip->setChecked(false);
        }
        chip->setVisible(count > 0 || status == FindingStatus::Open);
    }
}

void ChecksPage::writeEmpty()
{
    if (!m_checked.data) {
        m_empty->setTexts(tr("正在校核"), tr("按规则核对各来源、各年份和各部分的数。"));
    } else {
        const auto active = std::count_if(m_checked.rules.cbegin(), m_checked.rules.cend(),
                                          [](const collect::Rule& rule) { return rule.active; });
        if (m_checked.data->values.isEmpty())
            m_empty->setTexts(tr("还没有可校核的数"),
                              tr("请先在“数据采集”中导入部门报送的表或录入数据。"));
        else
            m_empty->setTexts(tr("没有发现问题"),
                              tr("按 %1 条规则核对了 %2 个数。数据一有变化，这里会重新核对。")
                                  .arg(active)
                                  .arg(m_checked.data->values.size()),
                              tr("校核规则…"));
    }
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    m_rules->setEnabled(session()->isOpen());
    m_sources->setEnabled(session()->isOpen());
}

void ChecksPage::applyFilter()
{
    FindingFilter::Wanted wanted;
    wanted.words = m_search->text();
    wanted.rule = m_rule->currentData().toString();
    wanted.department = m_department->currentData().toString();
    for (qsizetype i = 0; i < m_severityChips.size(); ++i) {
        if (m_severityChips.at(i)->isChecked())
            wanted.severities.insert(static_cast<int>(severities.at(static_cast<size_t>(i))));
    }
    for (qsizetype i = 0; i < m_stateChips.size(); ++i) {
        if (m_stateChips.at(i)->isChecked())
            wanted.states.insert(static_cast<int>(states.at(static_cast<size_t>(i))));
    }
    m_filter->set(wanted);
    m_count->setText(tr("%1 项").arg(m_filter->rowCount()));
    m_clear->setVisible(!wanted.isEmpty());
    m_nothing->setVisible(m_filter->rowCount() == 0);
    m_nothing->setGeometry(m_table->viewport()->rect());
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
    showPanel();
}

void ChecksPage::fitColumns()
{
    const QList<int> widths{96, 150, 72, 52, 0, 72, 116};
    int others = 0;
    for (int i = 0; i < widths.size(); ++i) {
        if (i == FindingModel::Sentence || m_table->isColumnHidden(i))
            continue;
        QStringList words{m_model->headerData(i, Qt::Horizontal).toString()};
        for (const FindingStatus status : states)
            words << (i == FindingModel::Status ? label(status) : QString());
        int word = 0;
        for (const QString& one : std::as_const(words))
            word =
                std::max(word, m_table->horizontalHeader()->fontMetrics().horizontalAdvance(one));
        const int width = std::max(Theme::scaled(widths.at(i)), word + 24);
        m_table->setColumnWidth(i, width);
        others += width;
    }
    // The sentence takes what is left, and not so little that nothing of it can be read.
    m_table->setColumnWidth(FindingModel::Sentence,
                            std::max(Theme::scaled(220), m_table->viewport()->width() - others));
    m_nothing->setGeometry(m_table->viewport()->rect());
}

const collect::WorkItem* ChecksPage::current() const
{
    return m_model->at(m_filter->mapToSource(m_table->currentIndex()).row());
}

project::FigureKey ChecksPage::figureOf(const collect::WorkItem& item) const
{
    return {item.finding.subject, item.finding.region, item.finding.year};
}

void ChecksPage::showPanel()
{
    const collect::WorkItem* item = m_table->currentIndex().isValid() ? current() : nullptr;
    QString sentence;
    if (item) {
        for (const collect::Rule& rule : std::as_const(m_checked.rules)) {
            if (rule.id == item->finding.rule)
                sentence = rule.sentence(language::current() == u"en");
        }
    }
    m_panel->explain(m_checked.data, item, sentence, session()->isReadOnly(),
                     session()->readOnlyReason());
}

void ChecksPage::adopt(project::ValueId value, const QString& reason)
{
    const auto year = session()->data();
    if (!year)
        return;
    const project::ChangeSet set = project::edits::adoptValue(*year, value, reason);
    if (set.isEmpty())
        return;
    session()->edit(set);
    Q_EMIT noticed(tr("%1：%2。可按 Ctrl+Z 撤销。").arg(set.label, reason));
    m_table->setFocus();
}

void ChecksPage::decide(project::FindingState state, const QString& reason)
{
    const auto year = session()->data();
    const collect::WorkItem* item = current();
    if (!year || !item)
        return;
    collect::Finding finding = item->finding;
    finding.text = m_checked.chinese.value(finding.key, finding.text);
    const auto set =
        collect::decide(*year, finding, state, reason, project::ProjectFile::currentPerson(),
                        QDateTime::currentDateTimeUtc());
    if (!set) {
        Q_EMIT failed(set.error());
        return;
    }
    // What is settled moves down; the eye stays with what comes next.
    const bool settles = !item->isSettled() && (state == project::FindingState::Explained ||
                                                state == project::FindingState::Accepted);
    if (settles) {
        const QModelIndex next = m_table->currentIndex().siblingAtColumn(0);
        const QModelIndex below = m_filter->index(next.row() + 1, 0);
        m_wanted = (below.isValid() ? below : next).data(FindingModel::KeyRole).toString();
    }
    session()->edit(*set);
    Q_EMIT noticed(tr("已记为“%1”。可按 Ctrl+Z 撤销。").arg(project::label(state)));
    m_table->setFocus();
}

void ChecksPage::jumpTo(const project::FigureKey& figure)
{
    Q_EMIT jumpRequested(u"collection"_s,
                         {Subject::Kind::Figure, figure.subject, figure.region, figure.year});
}

bool ChecksPage::reveal(const Subject& subject)
{
    if (!session()->data() ||
        (subject.kind != Subject::Kind::Indicator && subject.kind != Subject::Kind::Quantity &&
         subject.kind != Subject::Kind::Figure))
        return false;
    if (m_stale || m_checking) {
        // The list is made in the background: it is looked for when it comes.
        m_awaited = subject;
        return isVisible();
    }
    int best = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const collect::Finding& finding = m_model->at(row)->finding;
        const bool speaks = std::any_of(
            finding.figures.cbegin(), finding.figures.cend(), [&](const project::FigureKey& key) {
                return key.subject == subject.code &&
                       (subject.year == 0 || key.year == subject.year) &&
                       (!subject.region.isValid() || key.region == subject.region);
            });
        if (speaks && (best < 0 || finding.subject == subject.code)) {
            best = row;
            if (finding.subject == subject.code)
                break;
        }
    }
    if (best < 0)
        return false;
    QModelIndex index = m_filter->mapFromSource(m_model->index(best, 0));
    if (!index.isValid()) {
        m_clear->click();
        index = m_filter->mapFromSource(m_model->index(best, 0));
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
    return true;
}

bool ChecksPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && current()) {
            m_panel->takeFocus();
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return StagePage::eventFilter(watched, event);
}

} // namespace checkup::workspace
