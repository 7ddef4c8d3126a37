#include "app/workspace/tasks/tasks_page.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/tasks/appraisal_dialog.h"
#include "app/workspace/tasks/department_board.h"
#include "app/workspace/tasks/plan_chart.h"
#include "app/workspace/tasks/stage_form.h"
#include "app/workspace/tasks/task_model.h"
#include "app/workspace/widgets/badge.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/tabs.h"
#include "app/workspace/widgets/theme.h"

#include "core/collect/appraisal.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/stages.h"
#include "core/report/task_documents.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using collect::Task;
using project::TaskState;

namespace {

void prepare(QTableView* table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

/// Widths in pixels at normal size; no narrower than the header's word, which differs with the
/// language.
void setWidths(QTableView* table, const QList<int>& widths)
{
    for (int i = 0; i < widths.size(); ++i) {
        const int word = table->horizontalHeader()->fontMetrics().horizontalAdvance(
            table->model()->headerData(i, Qt::Horizontal).toString());
        table->setColumnWidth(i, std::max(Theme::scaled(widths[i]), word + 24));
    }
    table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
}

} // namespace

TasksPage::TasksPage(Session* session, Jobs* jobs, QWidget* parent)
    : StagePage(session, parent)
    , m_jobs(jobs)
    , m_tabs(new QTabBar(this))
    , m_views(new QStackedWidget(this))
    , m_model(new TaskModel(this))
    , m_filter(new TaskFilter(this))
    , m_delegate(new TaskDelegate(this))
    , m_table(new QTableView(this))
    , m_search(new QLineEdit(this))
    , m_lead(new QComboBox(this))
    , m_state(new QComboBox(this))
    , m_count(makeLabel({}, "dim"))
    , m_hint(makeLabel({}, "faint"))
    , m_card(new Card(this))
    , m_badge(new Badge({}, this))
    , m_meaning(makeLabel({}, "", 1, false, true))
    , m_facts(makeLabel({}, "dim", 1, false, true))
    , m_board(new DepartmentBoard(this))
    , m_boardTable(new QTableView(this))
    , m_boardSum(makeLabel({}, "dim"))
    , m_legend(makeLabel({}, "dim"))
    , m_plan(new PlanChart(this))
    , m_planHint(makeLabel({}, "dim"))
    , m_planRow(makeLabel({}, "", 1, false, true))
    , m_sent(new QAction(this))
    , m_accept(new QAction(this))
    , m_return(new QAction(this))
    , m_freeze(new QAction(this))
    , m_reopen(new QAction(this))
    , m_workbooks(new QAction(icon(u"export"_s), {}, this))
    , m_taskTable(new QAction(icon(u"table"_s), {}, this))
    , m_letters(new QAction(icon(u"late"_s), {}, this))
    , m_appraisal(new QAction(icon(u"check"_s), {}, this))
    , m_editRow(new QAction(icon(u"edit"_s), {}, this))
    , m_addStage(new QAction(icon(u"plus"_s), {}, this))
    , m_removeStage(new QAction(icon(u"trash"_s), {}, this))
{
    m_tabs->setObjectName(u"taskTabs"_s);
    m_sent->setObjectName(u"taskSent"_s);
    m_accept->setObjectName(u"taskAccept"_s);
    m_return->setObjectName(u"taskReturn"_s);
    m_freeze->setObjectName(u"taskFreeze"_s);
    m_reopen->setObjectName(u"taskReopen"_s);
    m_workbooks->setObjectName(u"taskWorkbooks"_s);
    m_taskTable->setObjectName(u"taskTableExport"_s);
    m_letters->setObjectName(u"taskLetters"_s);
    m_appraisal->setObjectName(u"taskAppraisal"_s);
    m_editRow->setObjectName(u"planEdit"_s);
    m_addStage->setObjectName(u"planAdd"_s);
    m_removeStage->setObjectName(u"planRemove"_s);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    withoutScrolling(m_tabs);
    for (int view = 0; view < 3; ++view)
        m_tabs->addTab({});
    m_views->addWidget(makeTable());
    m_views->addWidget(makeDepartments());
    m_views->addWidget(makePlan());

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    for (QAction* action : {m_sent, m_accept, m_return, m_freeze, m_reopen}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        bar->addWidget(button);
        m_table->addAction(action);
        m_boardTable->addAction(action);
    }
    auto* exports = new QToolButton(this);
    exports->setObjectName(u"taskExports"_s);
    auto* menu = new QMenu(exports);
    menu->addActions({m_workbooks, m_taskTable, m_letters, m_appraisal});
    exports->setMenu(menu);
    exports->setPopupMode(QToolButton::InstantPopup);
    exports->setIcon(icon(u"export"_s));
    exports->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(exports);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_views, 1);
    for (QTableView* table : {m_table, m_boardTable})
        table->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int view) {
        m_views->setCurrentIndex(view);
        updateActions();
    });
    connect(session, &Session::dataChanged, this, &TasksPage::refresh);
    connect(session, &Session::closed, this, &TasksPage::refresh);
    connect(m_model, &TaskModel::edited, this, &TasksPage::changeTasks);
    connect(m_board, &DepartmentBoard::editRequested, session, &Session::edit);
    connect(m_board, &DepartmentBoard::refused, this,
            [this](const QString& sentence) { dialogs::tell(this, sentence); });
    connect(m_sent, &QAction::triggered, this, &TasksPage::markSent);
    connect(m_accept, &QAction::triggered, this, [this] { decide(TaskState::Accepted); });
    connect(m_return, &QAction::triggered, this, [this] { decide(TaskState::Returned); });
    connect(m_freeze, &QAction::triggered, this, [this] { decide(TaskState::Frozen); });
    connect(m_reopen, &QAction::triggered, this, [this] { decide(std::nullopt); });
    connect(m_workbooks, &QAction::triggered, this, &TasksPage::exportWorkbooks);
    connect(m_taskTable, &QAction::triggered, this, &TasksPage::exportTaskTable);
    connect(m_letters, &QAction::triggered, this, &TasksPage::exportLetters);
    connect(m_appraisal, &QAction::triggered, this, &TasksPage::showAppraisal);
    connect(m_editRow, &QAction::triggered, this, [this] { editPlanRow(m_plan->currentRow()); });
    connect(m_addStage, &QAction::triggered, this, &TasksPage::addStage);
    connect(m_removeStage, &QAction::triggered, this, &TasksPage::removeStage);
    retranslate();
    refresh();
}

QWidget* TasksPage::makeTable()
{
    m_table->setObjectName(u"taskTable"_s);
    m_search->setObjectName(u"taskSearch"_s);
    m_lead->setObjectName(u"taskLead"_s);
    m_state->setObjectName(u"taskState"_s);
    m_meaning->setObjectName(u"taskMeaning"_s);
    m_search->setClearButtonEnabled(true);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setItemDelegate(m_delegate);
    prepare(m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_count->setWordWrap(false);
    for (QComboBox* box : {m_lead, m_state}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(Theme::scaled(220));
    }

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_lead);
    bar->addWidget(m_state);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    m_card->tools()->addWidget(m_badge);
    auto* words = new QWidget(m_card);
    setKind(words, "plain");
    auto* wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, 0, 0);
    wordsLayout->addWidget(m_meaning);
    wordsLayout->addWidget(m_facts);
    wordsLayout->addStretch();
    auto* scroll = new QScrollArea(m_card);
    scroll->setWidget(words);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_card->body()->addWidget(scroll, 1);
    m_card->setMinimumHeight(Theme::scaled(176));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    setKind(splitter, "gap");

    auto* view = new QWidget(this);
    auto* layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_hint);
    connect(m_search, &QLineEdit::textChanged, this, &TasksPage::applyFilter);
    connect(m_lead, &QComboBox::currentIndexChanged, this, &TasksPage::applyFilter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &TasksPage::applyFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TasksPage::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showCard();
        const QString subject =
            m_table->currentIndex().siblingAtColumn(0).data(TaskModel::CodeRole).toString();
        const auto year = session()->data();
        if (year && !subject.isEmpty() && isVisible())
            Q_EMIT subjectSelected({Subject::Kind::Figure, subject,
                                    year->city() ? year->city()->id : project::RegionId(),
                                    year->info.year});
    });
    return view;
}

QWidget* TasksPage::makeDepartments()
{
    m_boardTable->setObjectName(u"departmentBoard"_s);
    m_boardTable->setModel(m_board);
    prepare(m_boardTable);
    m_boardTable->setItemDelegateForColumn(DepartmentBoard::Progress,
                                           new ProgressDelegate(m_boardTable));
    m_legend->setTextFormat(Qt::RichText);
    auto* view = new QWidget(this);
    auto* layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_boardSum);
    layout->addWidget(m_boardTable, 1);
    layout->addWidget(m_legend);
    connect(m_boardTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TasksPage::updateActions);
    connect(
        m_boardTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& now) {
            const collect::DepartmentProgress* row = m_board->at(now.row());
            if (row && isVisible())
                Q_EMIT subjectSelected({Subject::Kind::Department, row->department.name, {}, 0});
        });
    return view;
}

QWidget* TasksPage::makePlan()
{
    m_plan->setObjectName(u"planChart"_s);
    m_planRow->setObjectName(u"planSentence"_s);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_plan);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_planRow, 1);
    for (QAction* action : {m_editRow, m_addStage, m_removeStage}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        foot->addWidget(button);
    }
    auto* view = new QWidget(this);
    auto* layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_planHint);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);
    connect(m_plan, &PlanChart::rowActivated, this, &TasksPage::editPlanRow);
    connect(m_plan, &PlanChart::currentRowChanged, this, [this](int row) {
        m_planRow->setText(m_plan->sentence(row));
        updateActions();
    });
    return view;
}

QString TasksPage::title() const
{
    return tr("任务");
}

void TasksPage::retranslate()
{
    m_tabs->setTabText(Table, tr("分解表"));
    m_tabs->setTabText(Departments, tr("部门"));
    m_tabs->setTabText(Plan, tr("计划"));
    m_tabs->setAccessibleName(tr("看任务的三种方式"));
    m_search->setPlaceholderText(tr("按名称、编号、部门查找"));
    m_search->setAccessibleName(tr("查找"));
    m_lead->setAccessibleName(tr("牵头部门"));
    m_state->setAccessibleName(tr("状态"));
    m_table->setAccessibleName(tr("任务分解表"));
    m_boardTable->setAccessibleName(tr("各部门的进度"));
    m_plan->setAccessibleName(tr("年度计划：各阶段和部门的报送期限"));
    m_hint->setText(tr("双击或按 F2 修改；选中多行时，改一格即改全部选中的行。"));
    m_sent->setText(tr("标记已下发"));
    m_sent->setToolTip(tr("记下填报表今天发给了所选部门；不选则为全部"));
    m_accept->setText(tr("通过"));
    m_accept->setToolTip(tr("所选任务的数据核对无误"));
    m_return->setText(tr("退回…"));
    m_return->setToolTip(tr("退回修改，写明原因"));
    m_freeze->setText(tr("冻结"));
    m_freeze->setToolTip(tr("锁定数值：导入和手工录入都不再改动"));
    m_reopen->setText(tr("重新打开"));
    m_reopen->setToolTip(tr("取消通过、退回或冻结"));
    m_workbooks->setText(tr("导出填报表…"));
    m_taskTable->setText(tr("任务分解表…"));
    m_letters->setText(tr("催办单…"));
    m_appraisal->setText(tr("考核表…"));
    m_editRow->setText(tr("修改日期…"));
    m_addStage->setText(tr("增加阶段…"));
    m_removeStage->setText(tr("删除阶段"));
    if (auto* exports = findChild<QToolButton*>(u"taskExports"_s))
        exports->setText(tr("导出"));
    {
        const QSignalBlocker blocker(m_state);
        const int at = qMax(0, m_state->currentIndex());
        m_state->clear();
        m_state->addItem(tr("全部状态"), -1);
        for (const TaskState state : allTaskStates())
            m_state->addItem(stateText(state), static_cast<int>(state));
        m_state->addItem(tr("— 不采集"), -2);
        m_state->setCurrentIndex(at);
    }
    m_fitted = false;
    m_model->retranslate();
    m_board->retranslate();
    writeLegend();
    load();
}

void TasksPage::writeLegend()
{
    QStringList legend;
    for (const TaskState state : allTaskStates()) {
        legend << u"<span style='color:%1'>%2</span>&nbsp;%3"_s.arg(
            Theme::readable(Theme::colour(stateRole(state))).name(), stateSymbol(state),
            project::label(state));
    }
    m_legend->setText(legend.join(u"　"_s));
}

QList<QAction*> TasksPage::pageActions() const
{
    return {m_sent,      m_accept,  m_return,    m_freeze,  m_reopen,   m_workbooks,
            m_taskTable, m_letters, m_appraisal, m_editRow, m_addStage, m_removeStage};
}

void TasksPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    if (m_stale)
        load();
    fitColumns();
    writeLegend();
}

void TasksPage::refresh()
{
    if (!isVisible() && session()->isOpen()) {
        // Worked out when it is looked at.
        m_stale = true;
        return;
    }
    load();
}

void TasksPage::load()
{
    m_stale = false;
    const auto year = session()->data();
    m_today = year ? collect::judgementDay(year->info, QDate::currentDate()) : QDate();
    m_tasks = year ? collect::taskList(*year, m_today) : QList<Task>();
    const bool readOnly = !session()->isOpen() || session()->isReadOnly();
    m_model->setTasks(m_tasks, readOnly);
    m_board->setData(year, m_tasks, readOnly);
    fillFilters();
    fillPlan();
    fitColumns();
    applyFilter();
    showCard();
    updateActions();
}

void TasksPage::fitColumns()
{
    if (m_fitted || m_tasks.isEmpty() || !isVisible())
        return;
    m_fitted = true;
    setWidths(m_table, {92, 92, 230, 130, 120, 96, 76, 84, 150, 92, 200, 120, 60});
    setWidths(m_boardTable, {160, 200, 56, 100, 100, 100, 56, 110, 90, 120, 140, 90});
}

void TasksPage::fillFilters()
{
    QStringList leads;
    for (const Task& task : std::as_const(m_tasks)) {
        if (!leads.contains(task.lead))
            leads.append(task.lead);
    }
    QStringList known = leads;
    if (const auto year = session()->data()) {
        for (const project::Department& department : year->departments) {
            if (!known.contains(department.name))
                known.append(department.name);
        }
    }
    m_delegate->setDepartments(known);
    const QSignalBlocker blocker(m_lead);
    const QVariant before = m_lead->currentData();
    m_lead->clear();
    m_lead->addItem(tr("全部部门"), QString());
    for (const QString& name : std::as_const(leads))
        m_lead->addItem(name, name);
    m_lead->setCurrentIndex(qMax(0, m_lead->findData(before)));
}

void TasksPage::applyFilter()
{
    m_filter->setWords(m_search->text());
    m_filter->setLead(m_lead->currentData().toString());
    m_filter->setState(m_state->currentData().isValid() ? m_state->currentData().toInt() : -1);
    m_count->setText(tr("%1 项").arg(m_filter->rowCount()));
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
    int late = 0, open = 0;
    for (const Task& task : std::as_const(m_tasks)) {
        late += task.asked && task.state == TaskState::Overdue ? 1 : 0;
        open += task.asked && !task.answered ? 1 : 0;
    }
    m_boardSum->setText(m_board->rowCount() == 0
                            ? tr("还没有任务：先在“指标体系”中选定本年度的指标。")
                            : tr("%1 个部门，%2 项任务未答复，其中 %3 项逾期（按 %4 "
                                 "判断）。双击联系人和日期可修改。")
                                  .arg(m_board->rowCount())
                                  .arg(open)
                                  .arg(late)
                                  .arg(m_today.toString(Qt::ISODate)));
}

void TasksPage::showCard()
{
    const Task* task = m_model->at(m_filter->mapToSource(m_table->currentIndex()).row());
    m_card->setVisible(task != nullptr);
    if (!task)
        return;
    m_card->setTitle(task->subject + u"　"_s + language::choose(task->name, task->nameEn));
    m_badge->setText(project::label(task->state), stateSymbol(task->state));
    m_badge->setColour(Theme::colour(stateRole(task->state)));
    m_badge->setVisible(task->asked);
    m_meaning->setText(task->meaning);
    QStringList facts;
    facts << tr("分工：%1").arg(task->division);
    facts << tr("采集方式：%1").arg(task->method);
    facts << tr("支撑指标：%1").arg(task->indicators.join(u'、'));
    facts << tr("%1 至 %2 年，应有 %3 个数，已有 %4 个。")
                 .arg(task->firstYear)
                 .arg(task->lastYear)
                 .arg(task->wanted)
                 .arg(task->present);
    if (!task->stateReason.isEmpty())
        facts << tr("退回原因：%1").arg(task->stateReason);
    if (!task->note.isEmpty())
        facts << tr("备注：%1").arg(task->note);
    m_facts->setText(facts.join(u'\n'));
}

void TasksPage::fillPlan()
{
    const auto year = session()->data();
    QList<PlanRow> rows;
    if (year) {
        const auto stages = collect::stagesOf(*year);
        for (int i = 0; i < stages.size(); ++i) {
            const project::PlanStage& stage = stages.at(i);
            rows.append({stage.name, stage.note, true, i, stage.from, stage.to, {}, false});
        }
        const QDate collecting = stages.value(1).from;
        for (int i = 0; i < m_board->rowCount(); ++i) {
            const collect::DepartmentProgress& progress = *m_board->at(i);
            const project::Department& department = progress.department;
            rows.append({department.name,
                         {},
                         false,
                         -1,
                         department.sentAt.isValid() ? department.sentAt : collecting,
                         department.deadline,
                         department.returnedAt,
                         progress.count(TaskState::Overdue) > 0});
        }
        m_planHint->setText(year->stages.isEmpty()
                                ? tr("这是建议的计划，改动任一阶段后存入项目。上面是五个阶段，下面"
                                     "是各部门的报送期限"
                                     "（◆）和首次报送（●）。")
                                : tr("上面是各阶段，下面是各部门的报送期限（◆）和首次报送（●）。"));
    }
    m_plan->setRows(rows, QDate::currentDate(), m_today);
    m_planRow->setText(m_plan->sentence(m_plan->currentRow()));
}

QStringList TasksPage::selectedDepartments() const
{
    QStringList names;
    if (m_tabs->currentIndex() == Departments) {
        for (const QModelIndex& index : m_boardTable->selectionModel()->selectedRows()) {
            if (const collect::DepartmentProgress* row = m_board->at(index.row()))
                names.append(row->department.name);
        }
    } else if (m_tabs->currentIndex() == Table) {
        for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
            const QString lead = index.data(TaskModel::LeadRole).toString();
            if (!names.contains(lead))
                names.append(lead);
        }
    }
    return names;
}

QStringList TasksPage::selectedSubjects() const
{
    QStringList subjects;
    if (m_tabs->currentIndex() == Table) {
        for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
            subjects.append(index.data(TaskModel::CodeRole).toString());
        return subjects;
    }
    if (const auto year = session()->data()) {
        for (const QString& department : selectedDepartments())
            subjects += collect::subjectsLedBy(*year, department);
    }
    return subjects;
}

void TasksPage::updateActions()
{
    const bool open = session()->isOpen();
    const bool writable = open && !session()->isReadOnly();
    const bool some = writable && !selectedSubjects().isEmpty();
    for (QAction* action : {m_accept, m_return, m_freeze, m_reopen})
        action->setEnabled(some);
    m_sent->setEnabled(writable && !m_tasks.isEmpty());
    for (QAction* action : {m_workbooks, m_taskTable, m_letters, m_appraisal})
        action->setEnabled(open && !m_tasks.isEmpty());
    const bool plan = writable && m_tabs->currentIndex() == Plan;
    m_editRow->setEnabled(plan && m_plan->currentRow() >= 0);
    m_addStage->setEnabled(plan);
    m_removeStage->setEnabled(plan && currentStage() >= 0);
}

void TasksPage::edit(const Result<project::ChangeSet>& changes)
{
    if (!changes) {
        dialogs::tell(this, changes.error().message());
        return;
    }
    session()->edit(*changes);
}

void TasksPage::changeTasks(const QString& subject, const collect::TaskChange& change)
{
    const auto year = session()->data();
    if (!year)
        return;
    QStringList subjects = selectedSubjects();
    if (!subjects.contains(subject))
        subjects = {subject};
    edit(collect::editTasks(*year, subjects, {change}, m_today));
}

void TasksPage::decide(std::optional<TaskState> state)
{
    if (state != TaskState::Returned) {
        decideNow(state, {});
        return;
    }
    dialogs::askText(this, tr("退回修改"),
                     tr("退回 %1 项任务的原因，写给部门看：").arg(selectedSubjects().size()), {},
                     true, [this, state](const QString& reason) { decideNow(state, reason); });
}

void TasksPage::decideNow(std::optional<TaskState> state, const QString& reason)
{
    if (const auto year = session()->data()) {
        edit(collect::editTasks(
            *year, selectedSubjects(),
            {{collect::TaskField::State, state ? project::key(*state) : QString()}}, m_today,
            reason));
    }
}

void TasksPage::markSent()
{
    const auto year = session()->data();
    if (!year)
        return;
    QStringList names = selectedDepartments();
    if (names.isEmpty()) {
        for (int row = 0; row < m_board->rowCount(); ++row)
            names.append(m_board->at(row)->department.name);
    }
    edit(collect::markSent(*year, names, QDate::currentDate()));
}

void TasksPage::openStage(int index, const project::PlanStage& stage)
{
    auto* form = new StageForm(stage, this);
    connect(form, &StageForm::stageRequested, this,
            [this, index](const project::PlanStage& changed) {
                if (const auto now = session()->data())
                    edit(collect::changeStage(*now, index, changed));
            });
    form->open();
}

/// After the last one, for a month.
void TasksPage::addStage()
{
    const auto year = session()->data();
    if (!year || session()->isReadOnly())
        return;
    const QList<project::PlanStage> stages = collect::stagesOf(*year);
    const QDate from = stages.constLast().to.addDays(1);
    project::PlanStage next;
    next.from = from;
    next.to = from.addMonths(1).addDays(-1);
    openStage(static_cast<int>(stages.size()), next);
}

void TasksPage::removeStage()
{
    if (const auto year = session()->data())
        edit(collect::removeStage(*year, currentStage()));
}

int TasksPage::currentStage() const
{
    const int row = m_plan->currentRow();
    if (row < 0 || row >= m_plan->rows().size() || !m_plan->rows().at(row).isStage)
        return -1;
    return m_plan->rows().at(row).stage;
}

void TasksPage::editPlanRow(int row)
{
    const auto year = session()->data();
    if (!year || session()->isReadOnly() || row < 0 || row >= m_plan->rows().size())
        return;
    const PlanRow& shown = m_plan->rows().at(row);
    if (shown.isStage) {
        openStage(shown.stage, collect::stagesOf(*year).value(shown.stage));
        return;
    }
    dialogs::askText(
        this, tr("报送期限"), tr("%1 的报送期限，写作 2023-04-30：").arg(shown.name),
        shown.to.toString(Qt::ISODate), false, [this, name = shown.name](const QString& text) {
            const int at = m_board->rowOf(name);
            if (at >= 0)
                m_board->setData(m_board->index(at, DepartmentBoard::Deadline), text, Qt::EditRole);
        });
}

void TasksPage::writeInto(
    const QString& title,
    std::function<Result<QStringList>(const CancelToken&, const ProgressSink&)> work,
    std::function<QString(const QStringList&)> said)
{
    m_jobs->start<QStringList>(
        title, std::move(work), this,
        [this, said = std::move(said)](const Result<QStringList>& files) {
            if (!files) {
                if (files.error().code() == ErrorCode::Cancelled)
                    Q_EMIT noticed(files.error().message());
                else
                    dialogs::tell(this, files.error().message(), {}, files.error().detail());
                return;
            }
            QStringList names;
            for (const QString& path : *files)
                names << QFileInfo(path).fileName();
            const QString folder =
                files->isEmpty() ? QString() : QFileInfo(files->first()).absolutePath();
            dialogs::tell(this, said(*files), QDir::toNativeSeparators(folder), names.join(u'\n'));
        });
}

void TasksPage::exportWorkbooks()
{
    dialogs::chooseFolder(this, tr("填报表放到哪个文件夹"), [this](const QString& folder) {
        const auto year = session()->data();
        if (!year)
            return;
        writeInto(
            tr("导出填报表"),
            [year, folder](const CancelToken& cancel, const ProgressSink& progress) {
                return collect::writeAllWorkbooks(folder, *year, cancel, progress);
            },
            [](const QStringList& files) {
                return tr("已为 %1 个部门导出填报表。发出后请标记已下发。").arg(files.size());
            });
    });
}

void TasksPage::exportTaskTable()
{
    dialogs::chooseFolder(this, tr("任务分解表放到哪个文件夹"), [this](const QString& folder) {
        const auto year = session()->data();
        if (!year)
            return;
        writeInto(
            tr("导出任务分解表"),
            [year, folder, tasks = m_tasks](const CancelToken& cancel,
                                            const ProgressSink& progress) -> Result<QStringList> {
                const QString base = QDir(folder).filePath(u"任务分解表_%1"_s.arg(year->info.year));
                const QString sheet = base + u".xlsx"_s, paper = base + u".docx"_s;
                tellProgress(progress, 0, QFileInfo(sheet).fileName());
                if (const auto done = report::writeTaskTable(sheet, *year, tasks, cancel); !done)
                    return done.error();
                tellProgress(progress, 0.4, QFileInfo(paper).fileName());
                if (const auto done = report::writeTaskTableDocx(paper, *year, tasks); !done)
                    return done.error();
                return QStringList{sheet, paper};
            },
            [](const QStringList&) { return tr("任务分解表已导出（xlsx、docx）。"); });
    });
}

void TasksPage::exportLetters()
{
    const auto year = session()->data();
    if (!year)
        return;
    QList<collect::Reminder> late = collect::reminders(*year, m_tasks, m_today);
    const QStringList chosen =
        m_tabs->currentIndex() == Departments ? selectedDepartments() : QStringList();
    // The board's selection narrows the letters down, unless nobody selected is late.
    const auto isChosen = [&chosen](const collect::Reminder& reminder) {
        return chosen.contains(reminder.department.name);
    };
    if (std::any_of(late.cbegin(), late.cend(), isChosen))
        late.removeIf([&](const collect::Reminder& reminder) { return !isChosen(reminder); });
    if (late.isEmpty()) {
        dialogs::tell(
            this, tr("截至 %1 没有逾期的部门，不需要催办单。").arg(m_today.toString(Qt::ISODate)));
        return;
    }
    dialogs::chooseFolder(this, tr("%1 份催办单放到哪个文件夹").arg(late.size()),
                          [this, year, late](const QString& folder) {
                              writeInto(
                                  tr("生成催办单"),
                                  [year, late, folder, day = m_today](
                                      const CancelToken& cancel, const ProgressSink& progress) {
                                      return report::writeReminderLetters(folder, *year, late, day,
                                                                          {}, cancel, progress);
                                  },
                                  [](const QStringList& files) {
                                      return tr("已生成 %1 份催办单。").arg(files.size());
                                  });
                          });
}

void TasksPage::showAppraisal()
{
    auto* dialog = new AppraisalDialog(session(), m_today, this);
    connect(dialog, &AppraisalDialog::exportRequested, this, &TasksPage::exportAppraisal);
    dialog->open();
}

void TasksPage::exportAppraisal()
{
    const auto year = session()->data();
    if (!year)
        return;
    dialogs::saveFile(
        this,
        {tr("导出考核表"), tr("Excel 工作簿 (*.xlsx)"), u"考核表_%1.xlsx"_s.arg(year->info.year),
         u"xlsx"_s},
        [this](const QString& path) {
            const auto now = session()->data();
            if (!now)
                return;
            writeInto(
                tr("导出考核表"),
                [now, path, day = m_today](const CancelToken& cancel,
                                           const ProgressSink&) -> Result<QStringList> {
                    const auto rule = collect::appraisalRuleOf(*now);
                    if (!rule)
                        return rule.error();
                    const auto done = report::writeAppraisalTable(
                        path, *now, *rule, collect::appraisal(*now, *rule, day), day, cancel);
                    if (!done)
                        return done.error();
                    return QStringList{path};
                },
                [](const QStringList&) { return tr("考核表已导出。"); });
        });
}

bool TasksPage::reveal(const Subject& subject)
{
    // Whoever is elsewhere and looks for a figure wants its page, not its task.
    if (!isVisible() || !session()->data())
        return false;
    if (m_stale)
        load();
    if (subject.kind == Subject::Kind::Department) {
        const int row = m_board->rowOf(subject.code);
        if (row < 0)
            return false;
        m_tabs->setCurrentIndex(Departments);
        m_boardTable->setCurrentIndex(m_board->index(row, 0));
        return true;
    }
    int row = m_model->rowOf(subject.code);
    for (int i = 0; row < 0 && i < m_tasks.size(); ++i) {
        if (m_tasks.at(i).indicators.contains(subject.code))
            row = i;
    }
    if (row < 0)
        return false;
    m_tabs->setCurrentIndex(Table);
    if (!m_filter->mapFromSource(m_model->index(row, 0)).isValid()) {
        m_search->clear();
        m_lead->setCurrentIndex(0);
        m_state->setCurrentIndex(0);
    }
    const QModelIndex index = m_filter->mapFromSource(m_model->index(row, 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    return index.isValid();
}

} // namespace checkup::workspace
