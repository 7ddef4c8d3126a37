#include "app/workspace/collection/mapping_dialog.h"

#include "app/workspace/collection/import_preview.h"
#include "app/workspace/collection/mapping_grid_model.h"
#include "app/workspace/collection/value_columns_model.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/settings.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/units.h"
#include "core/collect/table_grid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using collect::TableMapping;

namespace {

constexpr int quiet = 60;        // ms without a change before the effect is worked out
constexpr int mostSpans = 400;   // merges shown as such; a view with more of them is slow
constexpr int mostListed = 2000; // cells in the list below
constexpr int mostSentences = 5;
constexpr int rowsMeasured = 60; // for the width of a column

QCompleter* subjectCompleter(const collect::Subjects& subjects, QObject* parent)
{
    QStringList names;
    for (const collect::Subject& subject : subjects.all())
        names.append(subject.nameZh);
    names.removeDuplicates();
    auto* completer = new QCompleter(names, parent);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    return completer;
}

/// Offers the names of indicators and quantities while one is typed.
class SubjectDelegate : public QStyledItemDelegate
{
public:
    SubjectDelegate(std::shared_ptr<const collect::Subjects> subjects, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_subjects(std::move(subjects))
    {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override
    {
        QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto* line = qobject_cast<QLineEdit*>(editor))
            line->setCompleter(subjectCompleter(*m_subjects, line));
        return editor;
    }

private:
    std::shared_ptr<const collect::Subjects> m_subjects;
};

/// Paints a cell's tint, which the style sheet would leave out.
class TintDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const QVariant tint = index.data(Qt::BackgroundRole);
        if (tint.isValid() && !(option.state & QStyle::State_Selected))
            painter->fillRect(option.rect, tint.value<QColor>());
        QStyledItemDelegate::paint(painter, option, index);
    }
};

/// Two labelled fields a line, so that the choices fit a small screen.
void addPair(QGridLayout* grid, const QString& leftLabel, QWidget* left, const QString& rightLabel,
             QWidget* right)
{
    const int row = grid->rowCount();
    int column = 0;
    for (const auto& [text, field] : {std::pair(leftLabel, left), std::pair(rightLabel, right)}) {
        QLabel* label = makeLabel(text, "dim");
        label->setWordWrap(false);
        label->setBuddy(field);
        field->setAccessibleName(text);
        grid->addWidget(label, row, column++);
        grid->addWidget(field, row, column);
        grid->setColumnStretch(column++, 1);
    }
}

/// Cells that are written or refused first; of the rest those that hold something.
collect::ImportPlan listed(const collect::ImportPlan& plan, const QString& sheet)
{
    collect::ImportPlan shown;
    const auto take = [&](auto test) {
        for (const collect::CellFate& cell : plan.cells) {
            if (cell.sheet != sheet || shown.cells.size() >= mostListed || !test(cell.fate))
                continue;
            shown.cells.append(cell);
            shown.cells.last().file.clear(); // file and sheet are before the eyes
            shown.cells.last().sheet.clear();
        }
    };
    using collect::Fate;
    take([](Fate fate) { return fate == Fate::Refused; });
    take([](Fate fate) { return fate == Fate::New || fate == Fate::Changed; });
    take([](Fate fate) { return fate == Fate::Ignored || fate == Fate::Unchanged; });
    return shown;
}

} // namespace

void MappingDialog::openFor(const QString& path, Session* session, Jobs* jobs, QWidget* parent,
                            std::function<void(const project::ChangeSet&)> import)
{
    const auto year = session->data();
    if (!year)
        return;
    jobs->start<Opened>(
        tr("读取表格"),
        [path, year](const CancelToken& cancel, const ProgressSink&) -> Result<Opened> {
            auto table = collect::openForeignTable(path, cancel);
            if (!table)
                return table.error();
            Opened opened;
            opened.sheets = collect::mappingsFor(*year, table->workbook);
            opened.table = std::make_shared<const collect::ForeignTable>(std::move(*table));
            return opened;
        },
        parent,
        [session, jobs, parent, import](const Result<Opened>& opened) {
            if (!opened) {
                if (opened.error().code() != ErrorCode::Cancelled)
                    dialogs::tell(parent, opened.error().message(), {}, opened.error().detail());
                return;
            }
            if (opened->sheets.isEmpty()) {
                dialogs::tell(
                    parent, tr("“%1”中没有可以读的工作表。").arg(opened->table->workbook.fileName));
                return;
            }
            auto* dialog = new MappingDialog(*opened, session, jobs, parent);
            connect(dialog, &MappingDialog::importRequested, parent, import);
            dialog->open();
        });
}

MappingDialog::MappingDialog(Opened opened, Session* session, Jobs* jobs, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_opened(std::move(opened))
    , m_year(session->data())
    , m_wait(new QTimer(this))
    , m_grid(new MappingGridModel(this))
    , m_columns(new ValueColumnsModel(this))
{
    setObjectName(u"mappingDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("表格对应：%1").arg(m_opened.table->workbook.fileName));
    m_subjects = std::make_shared<const collect::Subjects>(m_year->catalogue);
    for (const collect::SheetMapping& sheet : std::as_const(m_opened.sheets))
        m_states.append({sheet, sheet.guessed.mapping, sheet.guessed.usable});

    auto* sides = new QSplitter(Qt::Horizontal, this);
    sides->addWidget(makeGridSide());
    sides->addWidget(makeChoices());
    sides->setStretchFactor(0, 1);
    sides->setCollapsible(0, false);
    sides->setCollapsible(1, false);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(sides);
    parts->addWidget(makeEffect());
    parts->setStretchFactor(0, 1);
    parts->setCollapsible(0, false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(parts, 1);
    layout->addWidget(makeFoot());
    parts->setSizes({Theme::scaled(430), Theme::scaled(170)});
    sides->setSizes({Theme::scaled(780), Theme::scaled(470)});
    resize(Theme::scaled(1280), Theme::scaled(690));

    m_wait->setSingleShot(true);
    m_wait->setInterval(quiet);
    connect(m_wait, &QTimer::timeout, this, &MappingDialog::preview);
    const auto first = std::find_if(m_states.cbegin(), m_states.cend(),
                                    [](const State& one) { return one.isUsed; });
    const int at = first == m_states.cend() ? 0 : static_cast<int>(first - m_states.cbegin());
    m_tabs->setCurrentIndex(at);
    connect(m_tabs, &QTabBar::currentChanged, this, &MappingDialog::showSheet);
    showSheet(at);
    m_table->setFocus();
    mappingChanged();
}

QWidget* MappingDialog::makeGridSide()
{
    auto* side = new QWidget(this);
    m_tabs = new QTabBar(side);
    m_tabs->setObjectName(u"mappingSheets"_s);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("工作表"));
    for (const State& one : std::as_const(m_states))
        m_tabs->addTab(one.sheet.sheet);
    m_use = new QCheckBox(tr("导入这个工作表"), side);
    m_use->setObjectName(u"mappingUse"_s);
    connect(m_use, &QCheckBox::toggled, this, [this](bool on) {
        if (m_isShowing)
            return;
        state().isUsed = on;
        mappingChanged();
    });
    m_table = new QTableView(side);
    m_table->setObjectName(u"mappingGrid"_s);
    m_table->setAccessibleName(tr("表格原样；菜单键指定列的用途"));
    m_table->setModel(m_grid);
    m_table->setItemDelegate(new TintDelegate(m_table));
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(24));
    m_table->horizontalHeader()->setDefaultSectionSize(Theme::scaled(96));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &MappingDialog::columnMenu);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) {
                const int column = m_table->horizontalHeader()->logicalIndexAt(at);
                if (column < 0)
                    return;
                m_table->setCurrentIndex(
                    m_grid->index(std::max(0, m_table->currentIndex().row()), column));
                columnMenu(m_table->visualRect(m_table->currentIndex()).center());
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MappingDialog::tellCell);
    m_cell = makeLabel({}, "dim", 1, false, true);
    m_cell->setObjectName(u"mappingCell"_s);

    auto* top = new QHBoxLayout;
    top->addWidget(m_tabs, 1);
    top->addWidget(m_use);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_cell);
    return side;
}

QComboBox* MappingDialog::roleBox(int TableMapping::*member, const QString& name)
{
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    connect(box, &QComboBox::currentIndexChanged, this, &MappingDialog::takeChoices);
    m_roles.append({member, box});
    return box;
}

QWidget* MappingDialog::makeChoices()
{
    const auto spin = [this](const QString& name, int least, int most, const QString& special) {
        auto* box = new QSpinBox(this);
        box->setObjectName(name);
        box->setRange(least, most);
        box->setSpecialValueText(special);
        connect(box, &QSpinBox::valueChanged, this, &MappingDialog::takeChoices);
        return box;
    };
    const auto line = [this](const QString& name, const QString& placeholder) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setPlaceholderText(placeholder);
        connect(edit, &QLineEdit::textEdited, this, &MappingDialog::takeChoices);
        return edit;
    };
    auto* content = new QWidget;
    auto* keys = new QGridLayout;
    m_headerRow = spin(u"mappingHeaderRow"_s, 1, 1'048'576, {});
    m_headerRows = spin(u"mappingHeaderRows"_s, 0, 20, tr("没有表头"));
    m_lastRow = spin(u"mappingLastRow"_s, 0, 1'048'576, tr("表末"));
    addPair(keys, tr("表头起行"), m_headerRow, tr("表头行数"), m_headerRows);
    addPair(keys, tr("指标列"), roleBox(&TableMapping::subjectColumn, u"mappingSubjectColumn"_s),
            tr("地区列"), roleBox(&TableMapping::regionColumn, u"mappingRegionColumn"_s));
    addPair(keys, tr("年份列"), roleBox(&TableMapping::yearColumn, u"mappingYearColumn"_s),
            tr("单位列"), roleBox(&TableMapping::unitColumn, u"mappingUnitColumn"_s));
    addPair(keys, tr("说明列"), roleBox(&TableMapping::noteColumn, u"mappingNoteColumn"_s),
            tr("出处列"), roleBox(&TableMapping::publicationColumn, u"mappingPublicationColumn"_s));
    m_fillDown = new QCheckBox(tr("空白的指标、地区、年份同上一行"), this);
    m_fillDown->setObjectName(u"mappingFillDown"_s);
    connect(m_fillDown, &QCheckBox::toggled, this, &MappingDialog::takeChoices);
    keys->addWidget(m_fillDown, keys->rowCount(), 0, 1, 4);

    m_columnTable = new QTableView(this);
    m_columnTable->setObjectName(u"mappingColumns"_s);
    m_columnTable->setAccessibleName(tr("数据列：勾选要读的列，写明它的指标、年份、地区、单位"));
    m_columnTable->setModel(m_columns);
    m_columnTable->setItemDelegateForColumn(ValueColumnsModel::Subject,
                                            new SubjectDelegate(m_subjects, m_columnTable));
    m_columnTable->verticalHeader()->hide();
    m_columnTable->verticalHeader()->setDefaultSectionSize(Theme::scaled(24));
    m_columnTable->setWordWrap(false);
    m_columnTable->setTabKeyNavigation(false);
    m_columnTable->horizontalHeader()->setHighlightSections(false);
    m_columnTable->setEditTriggers(QAbstractItemView::DoubleClicked |
                                   QAbstractItemView::EditKeyPressed |
                                   QAbstractItemView::AnyKeyPressed);
    const QList<int> widths{122, 104, 52, 60, 60};
    for (int at = 0; at < widths.size(); ++at)
        m_columnTable->setColumnWidth(at, Theme::scaled(widths[at]));
    m_columnTable->setMinimumHeight(Theme::scaled(150));
    connect(m_columns, &ValueColumnsModel::changed, this, &MappingDialog::takeChoices);

    auto* whole = new QGridLayout;
    m_tableSubject = line(u"mappingTableSubject"_s, tr("见行或列"));
    auto* completer = subjectCompleter(*m_subjects, m_tableSubject);
    m_tableSubject->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
            &MappingDialog::takeChoices);
    m_tableYear = spin(u"mappingTableYear"_s, 1899, 2100, tr("项目年份 %1").arg(m_year->info.year));
    m_tableRegion = new QComboBox(this);
    m_tableRegion->setObjectName(u"mappingTableRegion"_s);
    for (const project::Region& region : m_year->regions)
        m_tableRegion->addItem(region.nameZh,
                               &region == m_year->city() ? QString() : region.nameZh);
    connect(m_tableRegion, &QComboBox::currentIndexChanged, this, &MappingDialog::takeChoices);
    m_tableUnit = line(u"mappingTableUnit"_s, tr("见行或列"));
    m_onlyRegion = line(u"mappingOnlyRegion"_s, tr("全部"));
    m_source = new QComboBox(this);
    m_source->setObjectName(u"mappingSource"_s);
    for (const project::Source& source : m_year->sources)
        m_source->addItem(source.name, source.key);
    for (const auto kind : {project::SourceKind::Department, project::SourceKind::Statistics,
                            project::SourceKind::Publication}) {
        if (m_source->findData(project::key(kind)) < 0)
            m_source->addItem(project::label(kind), project::key(kind));
    }
    connect(m_source, &QComboBox::currentIndexChanged, this, &MappingDialog::takeChoices);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(6);
    addPair(whole, tr("整表指标"), m_tableSubject, tr("整表单位"), m_tableUnit);
    addPair(whole, tr("整表年份"), m_tableYear, tr("整表地区"), m_tableRegion);
    addPair(whole, tr("只取地区"), m_onlyRegion, tr("读到第几行"), m_lastRow);
    addPair(whole, tr("来源"), m_source, {}, makeGuessButton());

    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(Theme::scaled(8), 0, Theme::scaled(8), 0);
    layout->addLayout(keys);
    layout->addWidget(m_columnTable, 1);
    layout->addLayout(whole);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(Theme::scaled(450));
    area->setWidget(content);
    return area;
}

QWidget* MappingDialog::makeGuessButton()
{
    auto* again = new QPushButton(tr("重新判断"), this);
    again->setObjectName(u"mappingGuess"_s);
    again->setToolTip(tr("不管现在的选择和记住的版式，重新按表头判断"));
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, &MappingDialog::guessAgain);
    return again;
}

QWidget* MappingDialog::makeEffect()
{
    auto* side = new QWidget(this);
    m_effect = makeLabel({}, "", 1, true);
    m_effect->setObjectName(u"mappingEffect"_s);
    m_issues = makeLabel({}, "dim", 1, false, true);
    m_issues->setObjectName(u"mappingIssues"_s);
    m_effectTable = new QTableView(side);
    m_effectTable->setObjectName(u"mappingCells"_s);
    m_effectTable->setAccessibleName(tr("各单元格的去向"));
    m_effectTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_effectTable->setAlternatingRowColors(true);
    m_effectTable->verticalHeader()->hide();
    m_effectTable->verticalHeader()->setDefaultSectionSize(Theme::scaled(24));
    m_effectTable->setWordWrap(false);
    m_effectTable->setTabKeyNavigation(false);
    m_effectTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_effectTable->horizontalHeader()->setHighlightSections(false);
    m_effectTable->horizontalHeader()->setStretchLastSection(true);
    connect(m_effectTable, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const auto* model = static_cast<const ImportPreviewModel*>(m_effectTable->model());
        const QString cell = model->plan().cells.value(index.row()).cell;
        for (int column = 0; column < m_grid->columnCount(); ++column) {
            const QString letters = collect::columnLetters(column);
            bool isRow = false;
            const int row = cell.mid(letters.size()).toInt(&isRow);
            if (isRow && cell.startsWith(letters))
                m_table->setCurrentIndex(m_grid->index(row - 1, column));
        }
    });
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_effect);
    layout->addWidget(m_issues);
    layout->addWidget(m_effectTable, 1);
    return side;
}

QWidget* MappingDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    m_remember = new QCheckBox(tr("记住此版式，下次同样的表照此读入"), foot);
    m_remember->setObjectName(u"mappingRemember"_s);
    m_remember->setChecked(true);
    m_name = new QLineEdit(foot);
    m_name->setObjectName(u"mappingName"_s);
    m_name->setAccessibleName(tr("版式名称"));
    connect(m_remember, &QCheckBox::toggled, m_name, &QWidget::setEnabled);
    connect(m_remember, &QCheckBox::toggled, this, &MappingDialog::showEffect);
    m_forget = new QPushButton(tr("忘记此版式"), foot);
    m_forget->setObjectName(u"mappingForget"_s);
    m_forget->setAutoDefault(false);
    connect(m_forget, &QPushButton::clicked, this, &MappingDialog::forget);
    auto* buttons = new QDialogButtonBox(foot);
    m_import = buttons->addButton(tr("预览并导入…"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(u"mappingImport"_s);
    m_import->setDefault(true);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &MappingDialog::startImport);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_remember);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_forget);
    layout->addSpacing(Theme::scaled(24));
    layout->addWidget(buttons);
    return foot;
}

void MappingDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_table->viewport()->update();
}

const office::Sheet* MappingDialog::sheet() const
{
    TableMapping named;
    named.sheet = m_states[m_current].sheet.sheet;
    return collect::sheetOf(m_opened.table->workbook, named);
}

void MappingDialog::showSheet(int at)
{
    m_current = at;
    const office::Sheet* shown = sheet();
    // The sheet lives as long as the table that holds it.
    m_grid->show(std::shared_ptr<const office::Sheet>(m_opened.table, shown), state().mapping);
    fitSpans();
    m_name->setText(state().sheet.remembered.isEmpty()
                        ? collect::suggestedName(m_opened.table->workbook, *shown)
                        : state().sheet.remembered);
    m_forget->setVisible(!state().sheet.remembered.isEmpty());
    showChoices();
    showEffect();
    if (m_grid->rowCount() > 0)
        m_table->setCurrentIndex(m_grid->index(0, 0));
    for (int column = 0; column < m_grid->columnCount(); ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column), Theme::scaled(72),
                                                   Theme::scaled(180)));
    }
}

void MappingDialog::fitSpans()
{
    m_table->clearSpans();
    const office::Sheet* shown = sheet();
    const int rows = m_grid->rowCount();
    const int columns = m_grid->columnCount();
    for (const office::Range& merge : shown->merges.mid(0, mostSpans)) {
        if (merge.top < rows && merge.left < columns)
            m_table->setSpan(merge.top, merge.left,
                             std::min(merge.bottom, rows - 1) - merge.top + 1,
                             std::min(merge.right, columns - 1) - merge.left + 1);
    }
}

void MappingDialog::renameColumns()
{
    const collect::TableGrid grid(*sheet());
    const TableMapping& mapping = state().mapping;
    QStringList headers;
    for (int column = 0; column < grid.columnCount(); ++column)
        headers.append(
            grid.headerPath(column, mapping.headerRow, mapping.headerRows).join(u" / "_s));
    m_columns->show(headers, mapping, m_subjects.get());
    for (const RoleBox& role : std::as_const(m_roles)) {
        const QSignalBlocker still(role.box);
        role.box->clear();
        role.box->addItem(tr("无"), -1);
        for (int column = 0; column < headers.size(); ++column)
            role.box->addItem(tr("%1 %2").arg(collect::columnLetters(column), headers[column]),
                              column);
        role.box->setCurrentIndex(role.box->findData(mapping.*role.member));
    }
}

void MappingDialog::showChoices()
{
    m_isShowing = true;
    const TableMapping& mapping = state().mapping;
    m_use->setChecked(state().isUsed);
    m_use->setEnabled(!state().sheet.isSpecial);
    m_headerRow->setValue(mapping.headerRow + 1);
    m_headerRows->setValue(mapping.headerRows);
    m_lastRow->setValue(mapping.lastRow + 1);
    m_fillDown->setChecked(mapping.fillDown);
    const collect::Subject* subject = m_subjects->byId(mapping.subject);
    m_tableSubject->setText(subject ? subject->nameZh : mapping.subject);
    m_tableYear->setValue(mapping.year > 0 ? mapping.year : m_tableYear->minimum());
    m_tableRegion->setCurrentIndex(std::max(0, m_tableRegion->findData(mapping.region)));
    m_tableUnit->setText(mapping.unit);
    m_onlyRegion->setText(mapping.onlyRegion);
    if (m_source->findData(mapping.source) < 0)
        m_source->addItem(mapping.source, mapping.source);
    m_source->setCurrentIndex(m_source->findData(mapping.source));
    renameColumns();
    m_isShowing = false;
}

void MappingDialog::takeChoices()
{
    if (m_isShowing)
        return;
    TableMapping mapping = m_columns->applied(state().mapping);
    const int headerRow = mapping.headerRow;
    const int headerRows = mapping.headerRows;
    mapping.headerRow = m_headerRow->value() - 1;
    mapping.headerRows = m_headerRows->value();
    mapping.lastRow = m_lastRow->value() - 1;
    mapping.fillDown = m_fillDown->isChecked();
    for (const RoleBox& role : std::as_const(m_roles))
        mapping.*role.member = role.box->currentData().toInt();
    const collect::Subject* subject = m_subjects->find(m_tableSubject->text());
    mapping.subject = subject ? subject->id : QString();
    setKind(m_tableSubject, subject || m_tableSubject->text().isEmpty() ? "" : "danger");
    mapping.year = m_tableYear->value() == m_tableYear->minimum() ? 0 : m_tableYear->value();
    mapping.region = m_tableRegion->currentData().toString();
    const QString unit = m_tableUnit->text().trimmed();
    mapping.unit = unit;
    setKind(m_tableUnit, unit.isEmpty() || parseUnit(unit) ? "" : "danger");
    mapping.onlyRegion = m_onlyRegion->text().trimmed();
    mapping.source = m_source->currentData().toString();
    state().mapping = mapping;
    if (!state().isUsed && (!mapping.wide.isEmpty() || mapping.valueColumn >= 0)) {
        state().isUsed = true;
        const QSignalBlocker still(m_use);
        m_use->setChecked(true);
    }
    if (mapping.headerRow != headerRow || mapping.headerRows != headerRows) {
        m_isShowing = true;
        renameColumns();
        m_isShowing = false;
    }
    mappingChanged();
}

void MappingDialog::mappingChanged()
{
    m_grid->setMapping(state().mapping);
    m_plan.reset();
    m_import->setEnabled(false);
    m_wait->start();
}

void MappingDialog::preview()
{
    m_jobs->cancel(m_job);
    const int asked = ++m_asked;
    QList<TableMapping> mappings;
    for (const State& one : std::as_const(m_states)) {
        if (one.isUsed && !one.sheet.isSpecial)
            mappings.append(one.mapping);
    }
    collect::ImportOptions options;
    options.takenAt = QDateTime::currentDateTimeUtc();
    options.person = Settings::instance().value(Settings::Key::Person).toString();
    m_year = m_session->data();
    if (!m_year)
        return reject();
    const auto year = m_year;
    const auto table = m_opened.table;
    m_job = m_jobs->start<collect::ImportPlan>(
        tr("试读表格"),
        [year, table, mappings, options](const CancelToken& cancel, const ProgressSink&) {
            return collect::planTable(*year, *table, mappings, options, cancel);
        },
        this,
        [this, asked](const Result<collect::ImportPlan>& plan) {
            if (asked == m_asked)
                takePlan(plan);
        });
}

void MappingDialog::takePlan(const Result<collect::ImportPlan>& plan)
{
    if (!plan) {
        m_effect->setText(plan.error().message());
        return;
    }
    m_plan = *plan;
    showEffect();
    Q_EMIT previewed();
}

void MappingDialog::showEffect()
{
    if (!m_plan)
        return;
    using collect::Fate;
    QList<collect::CellFate> here;
    for (const collect::CellFate& cell : std::as_const(m_plan->cells)) {
        if (cell.sheet == state().sheet.sheet)
            here.append(cell);
    }
    m_grid->setFates(here);
    auto* old = m_effectTable->model();
    auto* model = new ImportPreviewModel(listed(*m_plan, state().sheet.sheet), m_effectTable);
    m_effectTable->setModel(model);
    delete old;
    const QList<int> widths{64, 64, 200, 90, 56, 120, 130};
    for (int at = 0; at < widths.size(); ++at)
        m_effectTable->setColumnWidth(at, Theme::scaled(widths[at]));

    const int fresh = m_plan->count(Fate::New) + m_plan->count(Fate::Changed);
    m_effect->setText(tr("这样读入：写入 %1（其中换算 %2），未变 %3，拒收 %4，忽略 %5。")
                          .arg(fresh)
                          .arg(m_plan->convertedCount())
                          .arg(m_plan->count(Fate::Unchanged))
                          .arg(m_plan->count(Fate::Refused))
                          .arg(m_plan->count(Fate::Ignored)));
    QStringList sentences;
    if (state().sheet.isSpecial)
        sentences.append(tr("这个工作表是目标、对标等设定表，不需要对应关系，请用“导入”读入。"));
    const bool untouched = state().mapping == state().sheet.guessed.mapping;
    Issues issues = m_plan->issues;
    if (untouched)
        issues = state().sheet.guessed.issues + issues;
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& one, const Issue& other) {
        return one.severity > other.severity;
    });
    for (const Issue& issue : std::as_const(issues)) {
        if (issue.sheet.isEmpty() || issue.sheet == state().sheet.sheet)
            sentences.append(issue.text);
    }
    if (sentences.size() > mostSentences) {
        const auto more = sentences.size() - mostSentences + 1;
        sentences = sentences.mid(0, mostSentences - 1);
        sentences.append(tr("……还有 %1 条。").arg(more));
    }
    m_issues->setText(sentences.join(u'\n'));
    m_issues->setVisible(!sentences.isEmpty());
    setKind(m_issues, hasErrors(m_plan->issues) ? "danger" : "dim");
    const bool isAny = !m_plan->changes.isEmpty() || (m_remember->isChecked() && state().isUsed);
    m_import->setEnabled(isAny && !hasErrors(m_plan->issues) && !m_session->isReadOnly());
    tellCell();
}

void MappingDialog::guessAgain()
{
    collect::SheetMapping fresh = state().sheet;
    project::YearData forgetful = *m_year;
    forgetful.mappings.clear();
    for (const collect::SheetMapping& one :
         collect::mappingsFor(forgetful, m_opened.table->workbook)) {
        if (one.sheet == fresh.sheet)
            fresh.guessed = one.guessed;
    }
    state().sheet.guessed = fresh.guessed;
    state().mapping = fresh.guessed.mapping;
    state().isUsed = fresh.guessed.usable;
    showChoices();
    mappingChanged();
}

void MappingDialog::columnMenu(const QPoint& at)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const int column = current.column();
    const int row = current.row();
    auto* menu = new QMenu(this);
    menu->setObjectName(u"mappingMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString letters = collect::columnLetters(column);
    const auto use = [&](const QString& text, int TableMapping::*member) {
        menu->addAction(text, this, [this, column, member] {
            for (const RoleBox& role : std::as_const(m_roles)) {
                if (role.member == member)
                    role.box->setCurrentIndex(role.box->findData(column));
            }
        });
    };
    use(tr("%1 列是指标").arg(letters), &TableMapping::subjectColumn);
    use(tr("%1 列是地区").arg(letters), &TableMapping::regionColumn);
    use(tr("%1 列是年份").arg(letters), &TableMapping::yearColumn);
    use(tr("%1 列是单位").arg(letters), &TableMapping::unitColumn);
    const QModelIndex tick = m_columns->index(column, ValueColumnsModel::Name);
    const bool isUsed = tick.data(Qt::CheckStateRole).toInt() == static_cast<int>(Qt::Checked);
    menu->addAction(isUsed ? tr("不读 %1 列的数据").arg(letters) : tr("%1 列是数据").arg(letters),
                    this, [this, tick, isUsed] {
                        m_columns->setData(tick, isUsed ? Qt::Unchecked : Qt::Checked,
                                           Qt::CheckStateRole);
                    });
    menu->addSeparator();
    menu->addAction(tr("表头从第 %1 行开始").arg(row + 1), this,
                    [this, row] { m_headerRow->setValue(row + 1); });
    menu->addAction(tr("表头到第 %1 行为止").arg(row + 1), this, [this, row] {
        m_headerRows->setValue(std::max(0, row + 2 - m_headerRow->value()));
    });
    menu->addAction(tr("读到第 %1 行为止").arg(row + 1), this,
                    [this, row] { m_lastRow->setValue(row + 1); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void MappingDialog::tellCell()
{
    const QModelIndex current = m_table->currentIndex();
    const QString what = current.data(Qt::AccessibleDescriptionRole).toString();
    m_cell->setText(current.isValid()
                        ? tr("%1：%2").arg(office::cellName(current.row(), current.column()),
                                           QString(what).replace(u'\n', u"　"_s))
                        : QString());
}

void MappingDialog::startImport()
{
    if (!m_plan)
        return;
    collect::ImportPlan plan = *m_plan;
    QString label = plan.changes.label;
    if (m_remember->isChecked()) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (int at = 0; at < m_states.size(); ++at) {
            const State& one = m_states[at];
            if (!one.isUsed || one.sheet.isSpecial)
                continue;
            const QString name = at == m_current ? m_name->text() : one.sheet.remembered;
            const project::ChangeSet set =
                collect::rememberMapping(*m_year, m_opened.table->workbook, one.mapping, name, now);
            if (label.isEmpty())
                label = set.label;
            plan.changes.append(set);
        }
        plan.changes.label = label;
    }
    auto* agreed = new ImportPreview(plan, m_session->isReadOnly(), this);
    connect(agreed, &ImportPreview::importRequested, this,
            [this](const project::ChangeSet& changes) {
                Q_EMIT importRequested(changes);
                accept();
            });
    agreed->open();
}

void MappingDialog::forget()
{
    for (const project::RememberedMapping& known : m_year->mappings) {
        if (known.fingerprint == state().sheet.fingerprint)
            m_session->edit(project::edits::removeMapping(*m_year, known.id));
    }
    state().sheet.remembered.clear();
    m_forget->hide();
    m_remember->setChecked(false);
    guessAgain();
}

} // namespace checkup::workspace
