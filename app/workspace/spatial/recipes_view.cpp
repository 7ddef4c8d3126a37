#include "app/workspace/spatial/recipes_view.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/recipe_dialog.h"
#include "app/workspace/widgets/badge.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/columns.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/project/project_file.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr RecipeState allStates[] = {RecipeState::Stale, RecipeState::NotComputed,
                                     RecipeState::Current, RecipeState::NotComputable,
                                     RecipeState::Off};

} // namespace

RecipesView::RecipesView(Session* session, Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_model(new RecipeModel(this))
    , m_filter(new RecipeFilter(this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"spatial"_s, this))
    , m_search(new QLineEdit(this))
    , m_state(new QComboBox(this))
    , m_count(makeLabel({}, "dim"))
    , m_card(new Card(this))
    , m_badge(new Badge({}, this))
    , m_words(makeLabel({}, "", 1, false, true))
    , m_why(makeLabel({}, "warning", 1, false, true))
    , m_facts(makeLabel({}, "dim", 1, false, true))
    , m_run(new QAction(this))
    , m_runAll(new QAction(icon(u"refresh"_s), {}, this))
    , m_stop(new QAction(icon(u"close"_s), {}, this))
    , m_edit(new QAction(icon(u"edit"_s), {}, this))
    , m_reset(new QAction(this))
    , m_switch(new QAction(this))
    , m_results(new QAction(this))
{
    m_table->setObjectName(u"recipeTable"_s);
    m_search->setObjectName(u"recipeSearch"_s);
    m_state->setObjectName(u"recipeState"_s);
    m_words->setObjectName(u"recipeWords"_s);
    m_why->setObjectName(u"recipeWhy"_s);
    m_run->setObjectName(u"recipeRun"_s);
    m_runAll->setObjectName(u"recipeRunAll"_s);
    m_stop->setObjectName(u"recipeStop"_s);
    m_edit->setObjectName(u"recipeEdit"_s);
    m_reset->setObjectName(u"recipeReset"_s);
    m_switch->setObjectName(u"recipeSwitch"_s);
    m_results->setObjectName(u"recipeResults"_s);
    m_runAll->setShortcut(Qt::Key_F5);
    m_run->setShortcut(Qt::CTRL | Qt::Key_R);
    m_stop->setShortcut(Qt::CTRL | Qt::Key_Period);
    m_edit->setShortcut(Qt::CTRL | Qt::Key_E);
    m_results->setShortcut(Qt::CTRL | Qt::Key_G);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_search->setClearButtonEnabled(true);
    m_count->setWordWrap(false);
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    auto* tools = new QHBoxLayout;
    for (QAction* action : {m_runAll, m_run, m_stop, m_edit, m_switch, m_reset, m_results}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_table->addAction(action);
        addAction(action);
        if (action == m_reset || action == m_results)
            continue; // by the menu, Ctrl+K and the context menu
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                           : Qt::ToolButtonTextBesideIcon);
        tools->addWidget(button);
    }
    tools->addStretch(1);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_state);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    m_card->tools()->addWidget(m_badge);
    auto* words = new QWidget(m_card);
    setKind(words, "plain");
    auto* wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, 0, 0);
    for (QLabel* label : {m_words, m_why, m_facts})
        wordsLayout->addWidget(label);
    wordsLayout->addStretch();
    auto* scroll = new QScrollArea(m_card);
    scroll->setWidget(words);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_card->body()->addWidget(scroll, 1);
    m_card->setMinimumHeight(Theme::scaled(170));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    setKind(splitter, "gap");
    auto* list = new QWidget(this);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addLayout(bar);
    listLayout->addWidget(splitter, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(m_stack, 1);

    connect(m_search, &QLineEdit::textChanged, this, &RecipesView::applyFilter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &RecipesView::applyFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RecipesView::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        writeCard();
        updateActions();
        Q_EMIT currentChanged();
    });
    connect(m_table, &QTableView::activated, this, [this] {
        if (m_results->isEnabled())
            m_results->trigger();
        else if (m_edit->isEnabled())
            editCurrent();
    });
    connect(m_empty, &EmptyState::activated, this, &RecipesView::layersWanted);
    connect(m_run, &QAction::triggered, this, [this] { run(selectedSubjects()); });
    connect(m_runAll, &QAction::triggered, this, [this] { run({}); });
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_job != 0)
            m_jobs->cancel(m_job);
    });
    connect(m_edit, &QAction::triggered, this, &RecipesView::editCurrent);
    connect(m_reset, &QAction::triggered, this, &RecipesView::resetSelected);
    connect(m_switch, &QAction::triggered, this, &RecipesView::switchCurrent);
    connect(m_results, &QAction::triggered, this, [this] {
        if (const RecipeRow* row = current())
            Q_EMIT resultsWanted(row->status.subject);
    });
}

QList<QAction*> RecipesView::viewActions() const
{
    return {m_runAll, m_run, m_stop, m_edit, m_reset, m_switch, m_results};
}

void RecipesView::retranslate()
{
    m_search->setPlaceholderText(tr("按名称、指标编号、图层查找"));
    m_search->setAccessibleName(tr("查找"));
    m_state->setAccessibleName(tr("状态"));
    m_table->setAccessibleName(tr("由图层计算的数据和计算方法"));
    m_runAll->setText(tr("全部计算"));
    m_runAll->setToolTip(tr("计算所有图层齐备的数据（F5）"));
    m_run->setText(tr("计算所选"));
    m_run->setToolTip(tr("只计算所选的数据（Ctrl+R）"));
    m_stop->setText(tr("停止"));
    m_stop->setToolTip(tr("停止计算，已有的结果不变（Ctrl+.）"));
    m_edit->setText(tr("修改方法…"));
    m_edit->setToolTip(tr("改图层、条件、量法、范围和可达参数（Ctrl+E）"));
    m_reset->setText(tr("恢复原方法"));
    m_results->setText(tr("看结果"));
    {
        const QSignalBlocker blocker(m_state);
        const int at = std::max(0, m_state->currentIndex());
        m_state->clear();
        m_state->addItem(tr("全部状态"), -1);
        for (const RecipeState state : allStates)
            m_state->addItem(symbol(state) + u' ' + label(state), static_cast<int>(state));
        m_state->setCurrentIndex(at);
    }
    m_model->retranslate();
    updateActions();
    // The words of the methods are made in the interface's language.
    refresh();
}

void RecipesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
    fitColumns();
}

void RecipesView::refresh()
{
    m_stale = true;
    ++m_generation;
    if (isVisible() || !m_session->isOpen())
        load();
}

void RecipesView::load()
{
    m_stale = false;
    const auto year = m_session->data();
    const quint64 generation = ++m_generation;
    if (!year) {
        m_model->setRows({});
        m_data = year;
        writeEmpty();
        writeCard();
        updateActions();
        return;
    }
    m_jobs->start<QList<RecipeRow>>(
        {}, [year](const CancelToken&, const ProgressSink&) { return recipeRows(*year); }, this,
        [this, generation, year](const Result<QList<RecipeRow>>& rows) {
            if (generation != m_generation)
                return;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            m_model->setRows(*rows);
            m_data = year; // only now: the rows before pointed into the one before
            m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
            fitColumns();
            applyFilter();
            writeEmpty();
            writeCard();
            updateActions();
            Q_EMIT currentChanged();
        });
}

void RecipesView::fitColumns()
{
    workspace::fitColumns(m_table, m_table->horizontalHeader(),
                          {110, 210, 140, 140, 90, 110, 150, 420});
}

void RecipesView::applyFilter()
{
    m_filter->setWords(m_search->text());
    m_filter->setState(m_state->currentData().isValid() ? m_state->currentData().toInt() : -1);
    m_count->setText(tr("%1 项").arg(m_filter->rowCount()));
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

void RecipesView::writeEmpty()
{
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    m_empty->setTexts(
        tr("没有由图层计算的数据"),
        tr("本年度的指标体系里没有可由图层计算的数据。可在“指标体系”里加入空间指标。"));
}

const RecipeRow* RecipesView::current() const
{
    return m_model->at(m_filter->mapToSource(m_table->currentIndex()).row());
}

void RecipesView::writeCard()
{
    const RecipeRow* row = current();
    m_card->setVisible(row != nullptr);
    if (!row)
        return;
    const RecipeState state = stateOf(*row);
    m_card->setTitle(row->name);
    m_badge->setText(label(state), symbol(state));
    m_words->setText(row->status.words);
    QStringList why = row->status.why;
    if (!row->missing.isEmpty() && state == RecipeState::NotComputable) {
        QStringList titles;
        for (const QString& role : row->missing)
            titles << roleTitle(role);
        why.prepend(tr("缺图层：%1。在“图层”里添加。").arg(titles.join(tr("、"))));
    }
    m_why->setText(why.join(u'\n'));
    m_why->setVisible(!why.isEmpty());
    QStringList facts;
    if (const project::SpatialRun* last = row->status.last)
        facts << tr("上次计算：%1")
                     .arg(QStringList{
                         QLocale().toString(last->computedAt.toLocalTime(), QLocale::ShortFormat),
                         last->person}
                              .join(u' '));
    if (!row->indicators.isEmpty())
        facts << tr("用于指标 %1").arg(row->indicators.join(tr("、")));
    m_facts->setText(facts.join(u'\n'));
}

bool RecipesView::showSubject(const QString& subject)
{
    const int row = m_model->rowOf(subject);
    if (row < 0)
        return false;
    QModelIndex index = m_filter->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) {
        m_search->clear();
        m_state->setCurrentIndex(0);
        index = m_filter->mapFromSource(m_model->index(row, 0));
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
    return true;
}

QStringList RecipesView::selectedSubjects() const
{
    QStringList subjects;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        const RecipeRow* row = m_model->at(m_filter->mapToSource(index).row());
        if (row && !row->off)
            subjects.append(row->status.subject);
    }
    return subjects;
}

void RecipesView::updateActions()
{
    const bool writable = m_session->isOpen() && !m_session->isReadOnly();
    const RecipeRow* row = current();
    const bool idle = writable && m_job == 0;
    const int ready = m_model->count(RecipeState::NotComputed) +
                      m_model->count(RecipeState::Stale) + m_model->count(RecipeState::Current);
    m_runAll->setEnabled(idle && ready > 0);
    m_run->setEnabled(idle && !selectedSubjects().isEmpty());
    m_stop->setEnabled(m_job != 0);
    m_edit->setEnabled(writable && row);
    const project::RecipeSetting* setting =
        row && m_data ? m_data->recipe(row->status.subject) : nullptr;
    m_reset->setEnabled(writable && setting);
    m_switch->setEnabled(writable && row);
    m_switch->setText(row && row->off ? tr("启用") : tr("停用…"));
    m_switch->setToolTip(row && row->off ? tr("重新由图层计算")
                                         : tr("在本项目中不由图层计算，写明理由"));
    m_results->setEnabled(row && row->status.last);
}

void RecipesView::run(const QStringList& subjects)
{
    const auto year = m_session->data();
    if (!year || m_job != 0 || m_session->isReadOnly())
        return;
    m_job = m_jobs->start<spatial::ComputeReport>(
        tr("计算空间数据"),
        [path = m_session->path(), year, subjects](const CancelToken& cancel,
                                                   const ProgressSink& progress) {
            spatial::ComputeRequest request;
            request.subjects = subjects;
            return spatial::compute(path, *year, request, cancel, progress);
        },
        this,
        [this](const Result<spatial::ComputeReport>& report) {
            m_job = 0;
            updateActions();
            if (report)
                take(*report);
            else if (report.error().code() == ErrorCode::Cancelled)
                Q_EMIT noticed(tr("已停止计算，原有的结果没有改动。"));
            else
                Q_EMIT failed(report.error());
        });
    updateActions();
}

void RecipesView::take(const spatial::ComputeReport& report)
{
    const auto year = m_session->data();
    if (!year)
        return;
    const project::ChangeSet changes = spatial::resultsAsEdits(
        *year, report, project::ProjectFile::currentPerson(), QDateTime::currentDateTimeUtc());
    m_session->edit(changes);
    Issues issues = report.issues;
    issues += spatial::issuesOf(report.results, *year);
    if (!issues.isEmpty())
        Q_EMIT issuesFound(tr("计算空间数据"), issues);
    Q_EMIT noticed(changes.isEmpty()
                       ? tr("计算了 %1 项，结果与原来相同。").arg(report.results.size())
                       : tr("计算了 %1 项，跳过 %2 项（缺图层）。可按 Ctrl+Z 撤销。")
                             .arg(report.results.size())
                             .arg(report.skipped.size()));
}

void RecipesView::editCurrent()
{
    const RecipeRow* row = current();
    const auto year = m_session->data();
    if (!row || !year)
        return;
    if (!row->status.recipe) {
        dialogs::tell(this, tr("“%1”的计算方法读不懂，请先恢复原方法。").arg(row->name),
                      row->status.why.join(u'\n'));
        return;
    }
    auto* dialog = new RecipeDialog(m_jobs, year, *row->status.recipe, row->name, this);
    connect(dialog, &RecipeDialog::recipeRequested, this, [this](const spatial::Recipe& recipe) {
        if (const auto now = m_session->data())
            m_session->edit(spatial::setRecipeAsEdit(*now, recipe));
    });
    dialog->open();
}

void RecipesView::resetSelected()
{
    const auto year = m_session->data();
    const RecipeRow* row = current();
    if (!year || !row)
        return;
    project::RecipeSetting setting;
    setting.subject = row->status.subject;
    m_session->edit(project::edits::setRecipe(*year, setting));
}

void RecipesView::switchCurrent()
{
    const auto year = m_session->data();
    const RecipeRow* row = current();
    if (!year || !row)
        return;
    project::RecipeSetting setting;
    if (const project::RecipeSetting* known = year->recipe(row->status.subject))
        setting = *known;
    setting.subject = row->status.subject;
    if (row->off) {
        setting.active = true;
        setting.note.clear();
        m_session->edit(project::edits::setRecipe(*year, setting));
        return;
    }
    dialogs::askText(this, tr("停用计算"), tr("“%1”不由图层计算的理由：").arg(row->name), {}, true,
                     [this, setting](const QString& reason) {
                         const auto now = m_session->data();
                         if (!now || reason.trimmed().isEmpty())
                             return;
                         project::RecipeSetting off = setting;
                         off.active = false;
                         off.note = reason.trimmed();
                         m_session->edit(project::edits::setRecipe(*now, off));
                     });
}

} // namespace checkup::workspace
