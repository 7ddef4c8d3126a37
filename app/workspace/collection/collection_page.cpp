#include "app/workspace/collection/collection_page.h"

#include "app/workspace/collection/figure_delegate.h"
#include "app/workspace/collection/import_preview.h"
#include "app/workspace/collection/mapping_dialog.h"
#include "app/workspace/collection/name_header.h"
#include "app/workspace/collection/returns_view.h"
#include "app/workspace/collection/value_matrix_model.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/settings.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/tabs.h"
#include "app/workspace/widgets/theme.h"

#include "core/collect/fill_in_workbook.h"
#include "core/collect/import_plan.h"
#include "core/collect/tasks.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

void MatrixFilter::set(const QString& words, Show show, int statusYear)
{
    const QStringList split = words.split(u' ', Qt::SkipEmptyParts);
    if (split == m_words && show == m_show && statusYear == m_year)
        return;
    m_words = split;
    m_show = show;
    m_year = statusYear;
    invalidateFilter();
}

void MatrixFilter::renew()
{
    if (m_show != Show::All)
        invalidateFilter();
}

bool MatrixFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    Q_UNUSED(parent)
    const auto* source = static_cast<const ValueMatrixModel*>(sourceModel());
    const QString text = m_words.isEmpty() ? QString() : source->searchText(row);
    for (const QString& word : m_words) {
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    }
    if (m_show == Show::All)
        return true;
    const ValueMatrixModel::State state = source->stateOfRow(row, m_year);
    if (m_show == Show::Contradictions)
        return state == ValueMatrixModel::State::Contradictory;
    return state != ValueMatrixModel::State::Present &&
           state != ValueMatrixModel::State::Computed &&
           state != ValueMatrixModel::State::Contradictory;
}

CollectionPage::CollectionPage(Session* session, Jobs* jobs, QWidget* parent)
    : StagePage(session, parent)
    , m_jobs(jobs)
    , m_tabs(new QTabBar(this))
    , m_views(new QStackedWidget(this))
    , m_returns(new ReturnsView(session, this))
    , m_model(new ValueMatrixModel(this))
    , m_filter(new MatrixFilter(this))
    , m_table(new QTableView(this))
    , m_search(new QLineEdit(this))
    , m_region(new QComboBox(this))
    , m_rows(new QComboBox(this))
    , m_show(new QComboBox(this))
    , m_source(new QComboBox(this))
    , m_legend(makeLabel({}, "dim"))
    , m_count(makeLabel({}, "dim"))
    , m_sourceLabel(makeLabel({}, "dim"))
    , m_nothing(makeLabel({}, "dim"))
    , m_import(new QAction(icon(u"import"_s), {}, this))
    , m_mapTable(new QAction(icon(u"table"_s), {}, this))
    , m_workbooks(new QAction(icon(u"export"_s), {}, this))
    , m_paste(new QAction(icon(u"paste"_s), {}, this))
    , m_copy(new QAction(icon(u"copy"_s), {}, this))
    , m_clear(new QAction(icon(u"trash"_s), {}, this))
{
    m_search->setObjectName(u"matrixSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_region->setObjectName(u"matrixRegion"_s);
    m_rows->setObjectName(u"matrixRows"_s);
    m_show->setObjectName(u"matrixShow"_s);
    m_source->setObjectName(u"matrixSource"_s);
    m_table->setObjectName(u"valueMatrix"_s);
    m_import->setObjectName(u"importAction"_s);
    m_mapTable->setObjectName(u"mapTableAction"_s);
    m_workbooks->setObjectName(u"workbooksAction"_s);
    m_paste->setObjectName(u"pasteAction"_s);
    m_copy->setObjectName(u"copyAction"_s);
    m_clear->setObjectName(u"clearAction"_s);
    m_legend->setTextFormat(Qt::RichText);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setVerticalHeader(new NameHeader(m_table));
    m_table->setItemDelegate(new FigureDelegate(m_table));
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->viewport()->installEventFilter(this);
    m_nothing->setParent(m_table->viewport());
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);

    m_import->setShortcut(Qt::CTRL | Qt::Key_I);
    m_paste->setShortcut(QKeySequence::Paste);
    m_copy->setShortcut(QKeySequence::Copy);
    m_clear->setShortcut(QKeySequence::Delete);
    for (QAction* action : {m_import, m_mapTable, m_workbooks})
        addAction(action);
    m_import->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (QAction* action : {m_paste, m_copy, m_clear}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
    }
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    const auto button = [this](QAction* action) {
        auto* made = new QToolButton(this);
        made->setDefaultAction(action);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        return made;
    };
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_region);
    bar->addWidget(m_rows);
    bar->addWidget(m_show);
    bar->addWidget(m_search, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_legend, 1);
    foot->addWidget(m_count);
    foot->addSpacing(16);
    foot->addWidget(m_sourceLabel);
    foot->addWidget(m_source);
    m_count->setWordWrap(false);
    m_sourceLabel->setWordWrap(false);
    auto* figures = new QWidget(this);
    auto* column = new QVBoxLayout(figures);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    m_views->addWidget(figures);
    m_views->addWidget(m_returns);
    m_tabs->setObjectName(u"collectionTabs"_s);
    m_tabs->setDrawBase(false);
    withoutScrolling(m_tabs);
    m_tabs->setExpanding(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    auto* top = new QHBoxLayout;
    top->addWidget(m_tabs);
    top->addStretch(1);
    top->addWidget(button(m_import));
    top->addWidget(button(m_mapTable));
    top->addWidget(button(m_workbooks));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_views, 1);

    connect(m_tabs, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
    connect(m_returns, &ReturnsView::failed, this, &StagePage::failed);
    connect(m_returns, &ReturnsView::noticed, this, &StagePage::noticed);
    connect(m_returns, &ReturnsView::departmentSelected, this, [this](const QString& department) {
        if (m_tabs->currentIndex() == 1)
            Q_EMIT subjectSelected({Subject::Kind::Department, department, {}, 0});
    });

    connect(session, &Session::opened, this, [this] { m_scrolled = false; });
    connect(session, &Session::dataChanged, this, &CollectionPage::refresh);
    connect(session, &Session::closed, this, &CollectionPage::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &CollectionPage::applyFilter);
    connect(m_show, &QComboBox::currentIndexChanged, this, &CollectionPage::applyFilter);
    connect(m_rows, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setRows(static_cast<ValueMatrixModel::Rows>(m_rows->currentData().toInt()));
        fitColumns();
        updateCount();
    });
    connect(m_region, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setRegion(project::RegionId(m_region->currentData().toLongLong()));
        m_filter->renew();
        updateCount();
        currentChanged();
    });
    connect(m_source, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setSource(m_source->currentData().toString()); });
    connect(m_model, &ValueMatrixModel::editRequested, this->session(), &Session::edit);
    connect(m_model, &ValueMatrixModel::refused, this,
            [this](const QString& sentence) { dialogs::tell(this, sentence); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CollectionPage::currentChanged);
    connect(m_paste, &QAction::triggered, this, &CollectionPage::pasteBlock);
    connect(m_copy, &QAction::triggered, this, &CollectionPage::copyBlock);
    connect(m_clear, &QAction::triggered, this, &CollectionPage::clearCells);
    connect(m_import, &QAction::triggered, this, [this] {
        dialogs::openFiles(this,
                           {tr("选择部门报送的填报表或统计表"),
                            tr("表格 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)"),
                            {},
                            {}},
                           [this](const QStringList& paths) { importFiles(paths); });
    });
    connect(m_mapTable, &QAction::triggered, this, [this] {
        dialogs::openFile(this,
                          {tr("选择要对应的表格"),
                           tr("表格 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)"),
                           {},
                           {}},
                          [this](const QString& path) { mapTable(path); });
    });
    connect(m_workbooks, &QAction::triggered, this, &CollectionPage::writeWorkbooks);
    retranslate();
    refresh();
}

QString CollectionPage::title() const
{
    return tr("数据采集");
}

void CollectionPage::retranslate()
{
    const auto refill = [](QComboBox* box, const QList<std::pair<QString, int>>& entries) {
        const int at = qMax(0, box->currentIndex());
        const QSignalBlocker blocker(box);
        box->clear();
        for (const auto& [text, key] : entries)
            box->addItem(text, key);
        box->setCurrentIndex(at);
    };
    using Rows = ValueMatrixModel::Rows;
    refill(m_rows, {{tr("数据项"), static_cast<int>(Rows::Inputs)},
                    {tr("指标"), static_cast<int>(Rows::Indicators)},
                    {tr("指标和数据项"), static_cast<int>(Rows::Both)}});
    m_model->setRows(static_cast<Rows>(m_rows->currentData().toInt()));
    using Show = MatrixFilter::Show;
    refill(m_show, {{tr("全部"), static_cast<int>(Show::All)},
                    {tr("本年度缺值"), static_cast<int>(Show::Gaps)},
                    {tr("来源矛盾"), static_cast<int>(Show::Contradictions)}});
    m_tabs->setTabText(0, tr("数值"));
    m_tabs->setTabText(1, tr("报送"));
    m_tabs->setAccessibleName(tr("数据采集的两个视图"));
    m_returns->retranslate();
    m_search->setPlaceholderText(tr("按名称、编号、部门查找"));
    m_region->setAccessibleName(tr("地区"));
    m_rows->setAccessibleName(tr("显示哪些行"));
    m_show->setAccessibleName(tr("只看"));
    m_search->setAccessibleName(tr("查找"));
    m_source->setAccessibleName(tr("录入记为哪个来源"));
    m_table->setAccessibleName(tr("数值表：行为指标和数据项，列为年份"));
    m_import->setText(tr("导入…"));
    m_import->setToolTip(tr("导入填报表、统计表、目标值等；也可把文件拖到这里（Ctrl+I）"));
    m_mapTable->setText(tr("表格对应…"));
    m_mapTable->setToolTip(tr("指定统计表、年鉴表等的表头、指标、年份和单位，边改边看效果"));
    m_workbooks->setText(tr("生成填报表…"));
    m_workbooks->setToolTip(tr("为每个部门生成一份填报表"));
    m_paste->setText(tr("粘贴"));
    m_copy->setText(tr("复制"));
    m_clear->setText(tr("清除"));
    m_sourceLabel->setText(tr("录入记为"));
    m_nothing->setText(tr("没有符合条件的行。"));
    writeLegend();
    m_model->repaint();
    refresh();
}

void CollectionPage::writeLegend()
{
    QStringList legend;
    using State = ValueMatrixModel::State;
    for (const State state : {State::Computed, State::Missing, State::NotCollected,
                              State::NotApplicable, State::Withheld, State::Contradictory}) {
        legend << u"<span style='color:%1'>%2</span>&nbsp;%3"_s.arg(
            ValueMatrixModel::colour(state).name(), ValueMatrixModel::symbol(state),
            ValueMatrixModel::label(state));
    }
    m_legend->setText(legend.join(u"　"_s));
}

void CollectionPage::changeEvent(QEvent* event)
{
    StagePage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        writeLegend();
}

void CollectionPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    if (m_stale)
        refresh();
    fitColumns();
}

bool CollectionPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return StagePage::eventFilter(watched, event);
}

void CollectionPage::fitColumns()
{
    const int columns = m_filter->columnCount();
    if (!isVisible() || columns == 0)
        return;
    const int whole = m_table->width();
    m_table->verticalHeader()->setFixedWidth(
        std::clamp(whole * 2 / 5, Theme::scaled(220), Theme::scaled(460)));
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    const int least = Theme::scaled(96);
    const int room = m_table->viewport()->width();
    const int width = std::max(least, room / columns);
    if (m_table->horizontalHeader()->defaultSectionSize() != width ||
        m_table->columnWidth(0) != width) {
        m_table->horizontalHeader()->setDefaultSectionSize(width);
        for (int column = 0; column < columns; ++column)
            m_table->setColumnWidth(column, width);
    }
    m_nothing->setGeometry(m_table->viewport()->rect());
    if (!m_scrolled) {
        // The status year is what the technician works on.
        m_scrolled = true;
        m_table->horizontalScrollBar()->setValue(m_table->horizontalScrollBar()->maximum());
    }
}

QList<QAction*> CollectionPage::pageActions() const
{
    return {m_import, m_mapTable, m_workbooks, m_copy, m_paste, m_clear};
}

bool CollectionPage::takeFiles(const QStringList& paths)
{
    importFiles(paths);
    return true;
}

void CollectionPage::refresh()
{
    if (!isVisible() && session()->isOpen()) {
        // Worked out when it is looked at.
        m_stale = true;
        return;
    }
    load();
}

void CollectionPage::load()
{
    m_stale = false;
    const auto year = session()->data();
    {
        const QSignalBlocker regions(m_region), sources(m_source);
        const QVariant region = m_region->currentData(), source = m_source->currentData();
        m_region->clear();
        m_source->clear();
        if (year) {
            for (const project::Region& r : year->regions)
                m_region->addItem(QString(static_cast<int>(r.level) * 2, u' ') + r.nameZh,
                                  r.id.number());
            for (const project::Source& s : year->sources)
                m_source->addItem(s.name, s.key);
            m_region->setCurrentIndex(qMax(0, m_region->findData(region)));
            m_source->setCurrentIndex(
                qMax(0, m_source->findData(source.isValid() ? source : QVariant(u"department"_s))));
        }
    }
    m_model->setReadOnly(session()->isReadOnly());
    m_model->setData(year);
    m_model->setRegion(project::RegionId(m_region->currentData().toLongLong()));
    m_model->setSource(m_source->currentData().toString());
    m_filter->renew();
    const bool writable = session()->isOpen() && !session()->isReadOnly();
    m_import->setEnabled(session()->isOpen());
    m_workbooks->setEnabled(session()->isOpen());
    m_paste->setEnabled(writable);
    m_clear->setEnabled(writable);
    m_table->setEditTriggers(writable ? QAbstractItemView::DoubleClicked |
                                            QAbstractItemView::EditKeyPressed |
                                            QAbstractItemView::AnyKeyPressed
                                      : QAbstractItemView::NoEditTriggers);
    const QString why = writable ? QString() : session()->readOnlyReason();
    m_source->setEnabled(writable);
    m_source->setToolTip(writable ? tr("键入和粘贴的数记在这个来源名下") : why);
    m_table->setToolTip(why);
    applyFilter();
    fitColumns();
}

void CollectionPage::applyFilter()
{
    m_filter->set(m_search->text(), static_cast<MatrixFilter::Show>(m_show->currentData().toInt()),
                  session()->data() ? session()->data()->info.year : 0);
    updateCount();
}

void CollectionPage::updateCount()
{
    m_count->setText(tr("%1 行").arg(m_filter->rowCount()));
    m_nothing->setVisible(session()->isOpen() && m_filter->rowCount() == 0);
}

void CollectionPage::currentChanged()
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    if (!index.isValid())
        return;
    const project::FigureKey key = m_model->figureAt(index);
    Q_EMIT subjectSelected({Subject::Kind::Figure, key.subject, key.region, key.year});
}

bool CollectionPage::reveal(const Subject& subject)
{
    if (subject.kind == Subject::Kind::Nothing || !session()->data())
        return false;
    if (m_stale || m_model->rowCount() == 0) {
        // A link may come before the page was ever in front.
        load();
    }
    m_tabs->setCurrentIndex(0);
    if (subject.kind == Subject::Kind::Department) {
        m_returns->reveal(subject.code);
        m_show->setCurrentIndex(0);
        m_rows->setCurrentIndex(m_rows->findData(static_cast<int>(ValueMatrixModel::Rows::Both)));
        m_search->setText(subject.code);
        if (m_filter->rowCount() > 0)
            m_table->setCurrentIndex(m_filter->index(0, m_filter->columnCount() - 1));
        return true;
    }
    if (subject.region.isValid())
        m_region->setCurrentIndex(qMax(0, m_region->findData(subject.region.number())));
    if (!m_model->indexOf(subject.code, subject.year).isValid())
        m_rows->setCurrentIndex(m_rows->findData(static_cast<int>(ValueMatrixModel::Rows::Both)));
    QModelIndex index = m_filter->mapFromSource(m_model->indexOf(subject.code, subject.year));
    if (!index.isValid()) {
        m_search->clear();
        m_show->setCurrentIndex(0);
        index = m_filter->mapFromSource(m_model->indexOf(subject.code, subject.year));
    }
    if (!index.isValid())
        return false;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
    return true;
}

void CollectionPage::pasteBlock()
{
    const QModelIndex current = m_table->currentIndex();
    const QString block = QGuiApplication::clipboard()->text();
    if (!current.isValid() || block.isEmpty() || !session()->data())
        return;
    QList<QModelIndex> rows;
    for (int row = current.row(); row < m_filter->rowCount(); ++row)
        rows.append(m_filter->mapToSource(m_filter->index(row, 0)));
    const auto pasted = m_model->paste(block, rows, current.column());
    if (!pasted.refused.isEmpty()) {
        dialogs::tell(this, tr("没有粘贴：有 %1 处读不懂。").arg(pasted.refused.size()),
                      pasted.refused.value(0), pasted.refused.join(u'\n'));
        return;
    }
    session()->edit(pasted.changes);
    Q_EMIT noticed(pasted.changes.isEmpty()
                       ? tr("没有粘贴：与现有的数相同。")
                       : tr("已粘贴 %1 个数，%2 个未变。").arg(pasted.taken).arg(pasted.unchanged));
}

void CollectionPage::copyBlock()
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    if (cells.isEmpty())
        return;
    std::sort(cells.begin(), cells.end(), [](const QModelIndex& a, const QModelIndex& b) {
        return a.row() != b.row() ? a.row() < b.row() : a.column() < b.column();
    });
    QString text;
    int row = cells.constFirst().row();
    bool first = true;
    for (const QModelIndex& cell : std::as_const(cells)) {
        if (cell.row() != row) {
            text += u'\n';
            row = cell.row();
        } else if (!first) {
            text += u'\t';
        }
        first = false;
        const QString number = cell.data(Qt::EditRole).toString();
        text += number.isEmpty() ? cell.data(Qt::DisplayRole).toString() : number;
    }
    QGuiApplication::clipboard()->setText(text);
}

void CollectionPage::clearCells()
{
    const auto year = session()->data();
    const project::Source* source =
        year ? year->sourceByKey(m_source->currentData().toString()) : nullptr;
    if (!source)
        return;
    project::ChangeSet all;
    int count = 0;
    const auto cells = m_table->selectionModel()->selectedIndexes();
    for (const QModelIndex& cell : cells) {
        const project::FigureKey key = m_model->figureAt(m_filter->mapToSource(cell));
        if (collect::isFrozen(*year, key.subject)) {
            dialogs::tell(this, tr("没有清除：%1 已冻结，要改先在“任务”中重新打开。").arg(key.subject));
            return;
        }
        for (const project::Value* rival : year->rivals(key)) {
            if (rival->source == source->id) {
                all.append(project::edits::removeValue(*year, rival->id));
                ++count;
            }
        }
    }
    all.label = tr("清除 %1 个数").arg(count);
    if (count > 0)
        session()->edit(all);
}

void CollectionPage::importFiles(const QStringList& paths)
{
    const auto year = session()->data();
    if (!year || paths.isEmpty())
        return;
    collect::ImportOptions options;
    options.takenAt = QDateTime::currentDateTimeUtc();
    options.person = Settings::instance().value(Settings::Key::Person).toString();
    options.projectFolder = QFileInfo(session()->path()).absolutePath();
    m_jobs->start<collect::ImportPlan>(
        tr("读取 %1 个文件").arg(paths.size()),
        [year, paths, options](const CancelToken& cancel, const ProgressSink& progress) {
            return collect::planImport(*year, paths, options, cancel, progress);
        },
        this,
        [this, paths](const Result<collect::ImportPlan>& plan) {
            if (!plan) {
                if (plan.error().code() != ErrorCode::Cancelled)
                    dialogs::tell(this, plan.error().message(), {}, plan.error().detail());
                return;
            }
            if (paths.size() == 1 && plan->files.size() == 1 && collect::needsMapping(*plan)) {
                mapTable(paths.first());
                return;
            }
            auto* preview = new ImportPreview(*plan, session()->isReadOnly(), this);
            connect(preview, &ImportPreview::importRequested, this,
                    [this](const project::ChangeSet& changes) {
                        session()->edit(changes);
                        Q_EMIT noticed(tr("正在写入：%1").arg(changes.label));
                    });
            connect(preview, &ImportPreview::mappingRequested, this,
                    [this, paths] { mapTable(paths.first()); });
            Q_EMIT issuesFound(tr("导入 %1 个文件").arg(plan->files.size()), preview->issues());
            preview->open();
        });
}

void CollectionPage::mapTable(const QString& path)
{
    MappingDialog::openFor(path, session(), m_jobs, this,
                           [this](const project::ChangeSet& changes) {
                               session()->edit(changes);
                               Q_EMIT noticed(tr("正在写入：%1").arg(changes.label));
                           });
}

void CollectionPage::writeWorkbooks()
{
    const auto year = session()->data();
    if (!year)
        return;
    dialogs::chooseFolder(this, tr("填报表放到哪个文件夹"), [this, year](const QString& folder) {
        m_jobs->start<QStringList>(
            tr("生成填报表"),
            [year, folder](const CancelToken& cancel, const ProgressSink& progress) {
                return collect::writeAllWorkbooks(folder, *year, cancel, progress);
            },
            this,
            [this, folder](const Result<QStringList>& written) {
                if (!written) {
                    if (written.error().code() != ErrorCode::Cancelled)
                        dialogs::tell(this, written.error().message(), {},
                                      written.error().detail());
                    return;
                }
                QStringList names;
                for (const QString& path : *written)
                    names << QFileInfo(path).fileName();
                dialogs::tell(this, tr("已为 %1 个部门生成填报表。").arg(written->size()), folder,
                              names.join(u'\n'));
            });
    });
}

} // namespace checkup::workspace
