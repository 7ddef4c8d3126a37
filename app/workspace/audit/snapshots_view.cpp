#include "app/workspace/audit/snapshots_view.h"

#include "app/workspace/audit/difference_model.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/tabs.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/in_chinese.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

const QString now = u"now"_s;

QToolButton* buttonFor(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

/// Sentences under a heading for each kind.
QString pageOf(const collect::Difference& difference)
{
    QString page;
    QString group;
    for (const collect::DifferenceRow& row : difference.rows) {
        const QString heading = collect::label(row.kind);
        if (heading != group) {
            page += u"%1<h4>%2</h4><ul>"_s.arg(group.isEmpty() ? QString() : u"</ul>"_s,
                                               heading.toHtmlEscaped());
            group = heading;
        }
        page += u"<li style=\"margin-bottom:4px\">%1</li>"_s.arg(row.sentence.toHtmlEscaped());
    }
    return group.isEmpty() ? page : page + u"</ul>"_s;
}

} // namespace

SnapshotsView::SnapshotsView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new DifferenceModel(this))
    , m_list(new QListWidget(this))
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_title(makeLabel({}, "dim", 1, true))
    , m_between(makeLabel())
    , m_and(makeLabel())
    , m_result(makeLabel({}, "dim"))
    , m_ways(new QTabBar(this))
    , m_table(new QTableView(this))
    , m_sentences(new QTextBrowser(this))
    , m_stack(new QStackedWidget(this))
    , m_answer(new QStackedWidget(this))
    , m_none(new EmptyState(u"recent"_s, this))
    , m_same(new EmptyState(u"check"_s, this))
    , m_add(new QAction(icon(u"plus"_s), {}, this))
    , m_rename(new QAction(icon(u"edit"_s), {}, this))
    , m_remove(new QAction(icon(u"trash"_s), {}, this))
    , m_export(new QAction(icon(u"export"_s), {}, this))
{
    m_list->setObjectName(u"snapshotList"_s);
    m_from->setObjectName(u"compareFrom"_s);
    m_to->setObjectName(u"compareTo"_s);
    m_result->setObjectName(u"compareResult"_s);
    m_ways->setObjectName(u"compareWays"_s);
    m_table->setObjectName(u"differenceTable"_s);
    m_sentences->setObjectName(u"differenceSentences"_s);
    m_add->setObjectName(u"addSnapshotAction"_s);
    m_rename->setObjectName(u"renameSnapshotAction"_s);
    m_remove->setObjectName(u"removeSnapshotAction"_s);
    m_export->setObjectName(u"exportDifferenceAction"_s);
    m_between->setWordWrap(false);
    m_and->setWordWrap(false);
    m_result->setWordWrap(false);
    m_ways->addTab(QString());
    m_ways->addTab(QString());
    m_ways->setDrawBase(false);
    m_ways->setExpanding(false);
    withoutScrolling(m_ways);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (QComboBox* box : {m_from, m_to})
        box->setMinimumContentsLength(10);

    auto* named = new QWidget(this);
    auto* namedLayout = new QVBoxLayout(named);
    namedLayout->setContentsMargins(0, 0, 0, 0);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_title, 1);
    for (QAction* action : {m_add, m_rename, m_remove}) {
        QToolButton* button = buttonFor(action, named);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        tools->addWidget(button);
    }
    namedLayout->addLayout(tools);
    namedLayout->addWidget(m_list, 1);
    auto* right = new QWidget(this);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_between);
    bar->addWidget(m_from);
    bar->addWidget(m_and);
    bar->addWidget(m_to);
    bar->addWidget(m_result, 1);
    bar->addWidget(m_ways);
    bar->addWidget(buttonFor(m_export, right));
    rightLayout->addLayout(bar);
    m_answer->addWidget(m_table);
    m_answer->addWidget(m_sentences);
    m_answer->addWidget(m_same);
    rightLayout->addWidget(m_answer, 1);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(named);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({Theme::scaled(190), Theme::scaled(840)});
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    setKind(splitter, "gap");
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_none);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_stack);

    connect(m_add, &QAction::triggered, this, &SnapshotsView::add);
    connect(m_none, &EmptyState::activated, this, &SnapshotsView::add);
    connect(m_rename, &QAction::triggered, this, &SnapshotsView::rename);
    connect(m_remove, &QAction::triggered, this, &SnapshotsView::remove);
    connect(m_export, &QAction::triggered, this, &SnapshotsView::exportDifference);
    connect(m_list, &QListWidget::itemActivated, m_rename, &QAction::trigger);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        updateActions();
        if (row >= 0 && m_list->hasFocus()) {
            m_from->setCurrentIndex(row);
            m_to->setCurrentIndex(m_to->count() - 1);
            compare();
        }
    });
    for (QComboBox* box : {m_from, m_to})
        connect(box, &QComboBox::activated, this, &SnapshotsView::compare);
    connect(m_ways, &QTabBar::currentChanged, this, [this](int way) {
        if (m_model->rowCount() > 0)
            m_answer->setCurrentIndex(way);
    });
    connect(session, &Session::dataChanged, this, &SnapshotsView::refresh);
    connect(session, &Session::closed, this, [this] {
        ++m_request;
        m_model->setDifference({});
        m_stale = true;
        updateActions();
    });
    retranslate();
}

void SnapshotsView::retranslate()
{
    m_title->setText(tr("节点"));
    m_between->setText(tr("比较"));
    m_and->setText(tr("与"));
    m_ways->setTabText(0, tr("表格"));
    m_ways->setTabText(1, tr("文字"));
    m_add->setText(tr("记下此刻…"));
    m_rename->setText(tr("节点改名…"));
    m_remove->setText(tr("删除节点"));
    m_export->setText(tr("导出差异…"));
    m_list->setAccessibleName(tr("节点，最早的在前"));
    m_from->setAccessibleName(tr("比较的起点"));
    m_to->setAccessibleName(tr("比较的终点"));
    m_table->setAccessibleName(tr("差异表"));
    m_sentences->setAccessibleName(tr("差异的文字说明"));
    m_none->setTexts(tr("还没有节点"),
                     tr("给此刻的数据起个名字，如“部门初报”“专家审后”；以后随时能看到从那时起改了"
                        "什么。"),
                     tr("记下此刻…"));
    m_same->setTexts(tr("没有差异"), tr("这两个状态的数据相同。换一个起点或终点再比较。"));
    m_model->retranslate();
    const QList<int> widths{48, 170, 64, 48, 92, 72, 110};
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, Theme::scaled(widths.at(column)));
    m_stale = true;
    if (isVisible())
        load();
}

void SnapshotsView::refresh()
{
    m_stale = true;
    if (isVisible())
        load();
}

void SnapshotsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
}

void SnapshotsView::load()
{
    m_stale = false;
    const project::YearDataPtr held = m_session->data();
    const QVariant from = m_from->currentData(), to = m_to->currentData();
    const int row = m_list->currentRow();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    m_from->clear();
    m_to->clear();
    const QList<project::Snapshot> snapshots = held ? held->snapshots : QList<project::Snapshot>();
    for (const project::Snapshot& snapshot : snapshots) {
        auto* item = new QListWidgetItem(
            tr("%1\n%2　%3")
                .arg(snapshot.name, snapshot.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                     snapshot.person),
            m_list);
        item->setData(Qt::UserRole, snapshot.id);
        for (QComboBox* box : {m_from, m_to})
            box->addItem(snapshot.name, QString::number(snapshot.auditNumber));
    }
    for (QComboBox* box : {m_from, m_to})
        box->addItem(tr("现在"), now);
    const int last = static_cast<int>(snapshots.size());
    m_list->setCurrentRow(row >= 0 && row < last ? row : last - 1);
    const int start = m_from->findData(from);
    m_from->setCurrentIndex(start >= 0 && from.isValid() && from != now ? start
                                                                        : qMax(0, last - 1));
    const int end = m_to->findData(to);
    m_to->setCurrentIndex(end >= 0 ? end : last);
    m_stack->setCurrentIndex(snapshots.isEmpty() ? 1 : 0);
    updateActions();
    compare();
}

void SnapshotsView::compare()
{
    ++m_request;
    const project::YearDataPtr held = m_session->data();
    if (!held || held->snapshots.isEmpty())
        return;
    auto told = std::make_shared<Result<collect::Difference>>(collect::Difference());
    m_session->withFile(
        this,
        [told, held, from = m_from->currentData().toString(), fromName = m_from->currentText(),
         to = m_to->currentData().toString(),
         toName = m_to->currentText()](project::ProjectFile& file) {
            const auto newest = file.lastAuditNumber();
            if (!newest) {
                *told = newest.error();
                return;
            }
            const auto number = [&newest](const QString& state) {
                return state == now ? *newest : state.toLongLong();
            };
            *told = collect::compare(file, *held, {fromName, number(from)}, {toName, number(to)});
        },
        [this, told, request = m_request] {
            if (request != m_request)
                return;
            if (*told)
                showDifference(**told);
            else
                Q_EMIT failed(told->error());
        });
}

void SnapshotsView::showDifference(const collect::Difference& difference)
{
    m_model->setDifference(difference);
    m_sentences->setHtml(pageOf(difference));
    const bool any = !difference.rows.isEmpty();
    m_answer->setCurrentIndex(any ? m_ways->currentIndex() : 2);
    m_result->setText(any ? tr("%n 处不同", nullptr, static_cast<int>(difference.rows.size()))
                          : QString());
    updateActions();
}

const project::Snapshot* SnapshotsView::chosen() const
{
    const project::YearDataPtr held = m_session->data();
    const int row = m_list->currentRow();
    return held && row >= 0 && row < held->snapshots.size() ? &held->snapshots.at(row) : nullptr;
}

void SnapshotsView::updateActions()
{
    const bool writable = m_session->isOpen() && !m_session->isReadOnly();
    m_add->setEnabled(writable);
    m_rename->setEnabled(writable && chosen());
    m_remove->setEnabled(writable && chosen());
    m_export->setEnabled(m_model->rowCount() > 0);
}

void SnapshotsView::add()
{
    dialogs::askText(
        this, tr("记下此刻"), tr("节点的名字，如“部门初报”："), {}, false,
        [this](const QString& name) {
            const project::YearDataPtr held = m_session->data();
            if (!held || name.trimmed().isEmpty())
                return;
            project::Snapshot snapshot;
            snapshot.name = name.trimmed();
            for (const project::Snapshot& known : held->snapshots) {
                if (known.name == snapshot.name) {
                    Q_EMIT failed(Error(ErrorCode::Invalid,
                                        tr("已有名为“%1”的节点，请换一个名字。").arg(known.name)));
                    return;
                }
            }
            snapshot.at = QDateTime::currentDateTimeUtc();
            snapshot.person = project::ProjectFile::currentPerson();
            m_session->edit(project::edits::setSnapshot(*held, snapshot));
        });
}

void SnapshotsView::rename()
{
    const project::Snapshot* const now = chosen();
    if (!now || !m_rename->isEnabled())
        return;
    dialogs::askText(this, tr("节点改名"), tr("节点的名字："), now->name, false,
                     [this, snapshot = *now](const QString& name) {
                         const project::YearDataPtr held = m_session->data();
                         if (!held || name.trimmed().isEmpty())
                             return;
                         project::Snapshot renamed = snapshot;
                         renamed.name = name.trimmed();
                         m_session->edit(project::edits::setSnapshot(*held, renamed));
                     });
}

void SnapshotsView::remove()
{
    if (const project::Snapshot* snapshot = chosen())
        m_session->edit(project::edits::removeSnapshot(*m_session->data(), snapshot->id));
}

void SnapshotsView::exportDifference()
{
    const project::YearDataPtr held = m_session->data();
    if (!held)
        return;
    const collect::Difference& shown = m_model->difference();
    dialogs::saveFile(
        this,
        {.title = tr("导出差异"),
         .filter = tr("Excel 工作簿 (*.xlsx);;逗号分隔的表 (*.csv)"),
         .suggested = tr("差异 %1 与 %2.xlsx").arg(shown.from, shown.to),
         .suffix = u"xlsx"_s},
        [this, held, from = m_from->currentData().toString(), fromName = m_from->currentText(),
         to = m_to->currentData().toString(), toName = m_to->currentText()](const QString& path) {
            auto done = std::make_shared<Result<void>>();
            m_session->withFile(
                this,
                [=](project::ProjectFile& file) {
                    // What goes to others is Chinese, whatever the window's language.
                    const InChinese official;
                    const auto newest = file.lastAuditNumber();
                    if (!newest) {
                        *done = newest.error();
                        return;
                    }
                    const auto state = [&](const QString& key, const QString& name) {
                        return key == now ? collect::comparedState(*held, *newest, key)
                                          : collect::ComparedState{name, key.toLongLong()};
                    };
                    const auto first = state(from, fromName);
                    const auto second = state(to, toName);
                    const auto told = collect::compare(file, *held, *first, *second);
                    *done =
                        told ? collect::writeDifference(path, *told) : Result<void>(told.error());
                },
                [this, done, path] {
                    if (*done)
                        Q_EMIT noticed(tr("已导出 %1。").arg(path));
                    else
                        Q_EMIT failed(done->error());
                });
        });
}

} // namespace checkup::workspace
