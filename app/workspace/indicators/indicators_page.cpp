#include "app/workspace/indicators/indicators_page.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/indicators/indicator_form.h"
#include "app/workspace/indicators/indicator_model.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/catalogue/catalogue_files.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QKeyEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QToolButton* button(QAction* action, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setDefaultAction(action);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return made;
}

/// The first free code of the featured series: F-06 after F-05.
QString nextFeaturedCode(const catalogue::Catalogue& catalogue)
{
    for (int n = 1;; ++n) {
        const QString code = u"F-%1"_s.arg(n, 2, 10, QChar(u'0'));
        if (!catalogue.indicator(code))
            return code;
    }
}

} // namespace

IndicatorsPage::IndicatorsPage(Session* session, QWidget* parent)
    : StagePage(session, parent)
    , m_model(new IndicatorModel(this))
    , m_filter(new IndicatorFilter(this))
    , m_tree(new QTreeView(this))
    , m_search(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_show(new QComboBox(this))
    , m_count(makeLabel({}, "dim"))
    , m_edit(new QAction(icon(u"edit"_s), {}, this))
    , m_add(new QAction(icon(u"plus"_s), {}, this))
    , m_exclude(new QAction(icon(u"close"_s), {}, this))
    , m_compare(new QAction(icon(u"refresh"_s), {}, this))
{
    m_search->setObjectName(u"indicatorSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(u"indicatorTree"_s);
    m_kind->setObjectName(u"indicatorKindFilter"_s);
    m_show->setObjectName(u"indicatorShowFilter"_s);
    m_edit->setObjectName(u"editIndicatorAction"_s);
    m_add->setObjectName(u"addIndicatorAction"_s);
    m_exclude->setObjectName(u"excludeIndicatorAction"_s);
    m_compare->setObjectName(u"compareAction"_s);
    m_count->setWordWrap(false);
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::SelectedClicked);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->installEventFilter(this);
    m_edit->setShortcut(Qt::CTRL | Qt::Key_E);
    m_exclude->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    m_add->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    for (QAction* action : {m_edit, m_add, m_exclude, m_compare}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addWidget(m_kind);
    bar->addWidget(m_show);
    bar->addSpacing(12);
    for (QAction* action : {m_edit, m_exclude, m_add, m_compare})
        bar->addWidget(button(action, this));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_count);

    connect(session, &Session::dataChanged, this, &IndicatorsPage::refresh);
    connect(session, &Session::closed, this, &IndicatorsPage::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &IndicatorsPage::applyFilter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &IndicatorsPage::applyFilter);
    connect(m_show, &QComboBox::currentIndexChanged, this, &IndicatorsPage::applyFilter);
    connect(m_model, &IndicatorModel::editRequested, this,
            [this](const catalogue::Indicator& indicator) {
                this->session()->edit(
                    project::edits::setIndicator(*this->session()->data(), indicator));
            });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateActions();
        if (!currentCode().isEmpty())
            Q_EMIT subjectSelected({Subject::Kind::Indicator, currentCode(), {}, 0});
    });
    connect(m_model, &IndicatorModel::refused, this,
            [this](const QString& sentence) { dialogs::tell(this, sentence); });
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.data(IndicatorModel::CodeRole).toString().isEmpty())
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
        else
            editCurrent();
    });
    connect(m_edit, &QAction::triggered, this, &IndicatorsPage::editCurrent);
    connect(m_add, &QAction::triggered, this, &IndicatorsPage::addFeatured);
    connect(m_exclude, &QAction::triggered, this, &IndicatorsPage::toggleExcluded);
    connect(m_compare, &QAction::triggered, this, &IndicatorsPage::compare);
    retranslate();
    refresh();
}

QString IndicatorsPage::title() const
{
    return tr("指标体系");
}

void IndicatorsPage::retranslate()
{
    m_search->setPlaceholderText(tr("查找指标"));
    m_search->setToolTip(tr("按名称、编号、部门、释义查找"));
    m_search->setAccessibleName(tr("查找指标"));
    m_kind->setAccessibleName(tr("类型"));
    m_show->setAccessibleName(tr("只看"));
    m_tree->setAccessibleName(tr("指标体系"));
    const auto refill = [](QComboBox* box, const QList<std::pair<QString, QString>>& entries) {
        const int at = qMax(0, box->currentIndex());
        const QSignalBlocker blocker(box);
        box->clear();
        for (const auto& [text, key] : entries)
            box->addItem(text, key);
        box->setCurrentIndex(at);
    };
    refill(
        m_kind,
        {{tr("全部类型"), {}},
         {catalogue::label(catalogue::Kind::Basic), catalogue::key(catalogue::Kind::Basic)},
         {catalogue::label(catalogue::Kind::Mandatory), catalogue::key(catalogue::Kind::Mandatory)},
         {catalogue::label(catalogue::Kind::Recommended),
          catalogue::key(catalogue::Kind::Recommended)},
         {catalogue::label(catalogue::Kind::Featured), catalogue::key(catalogue::Kind::Featured)}});
    refill(m_show, {{tr("全部指标"), u"all"_s},
                    {tr("释义待核"), u"recalled"_s},
                    {tr("已排除"), u"excluded"_s}});
    m_edit->setToolTip(tr("打开这项指标的全部字段（回车）；在表中改一格按 F2"));
    m_add->setText(tr("新增…"));
    m_add->setToolTip(tr("新增本市的特色指标"));
    m_compare->setText(tr("比较…"));
    m_compare->setToolTip(tr("与另一个年度的项目文件比较指标体系"));
    m_model->retranslate();
    applyFilter();
    updateActions();
}

void IndicatorsPage::refresh()
{
    if (!isVisible() && session()->isOpen()) {
        // Worked out when it is looked at.
        m_stale = true;
        return;
    }
    load();
}

void IndicatorsPage::load()
{
    m_stale = false;
    const QString code = currentCode();
    const bool focused = m_tree->hasFocus();
    const int place = m_tree->verticalScrollBar()->value();
    QSet<QString> closed;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex group = m_filter->index(row, 0);
        if (!m_tree->isExpanded(group))
            closed.insert(group.data().toString().section(u'（', 0, 0));
    }
    const bool first = m_model->rowCount() == 0;
    m_model->setReadOnly(session()->isReadOnly());
    m_model->setData(session()->data());
    m_tree->expandAll();
    for (int row = 0; row < m_filter->rowCount() && !first; ++row) {
        const QModelIndex group = m_filter->index(row, 0);
        if (closed.contains(group.data().toString().section(u'（', 0, 0)))
            m_tree->collapse(group);
    }
    if (first) {
        const auto width = [](int pixels) { return Theme::scaled(pixels); };
        m_tree->setColumnWidth(IndicatorModel::Code, width(180));
        m_tree->setColumnWidth(IndicatorModel::Name, width(240));
        m_tree->setColumnWidth(IndicatorModel::Unit, width(90));
        m_tree->setColumnWidth(IndicatorModel::Kind, width(78));
        m_tree->setColumnWidth(IndicatorModel::Direction, width(78));
        m_tree->setColumnWidth(IndicatorModel::Constraint, width(66));
        m_tree->setColumnWidth(IndicatorModel::Department, width(132));
    }
    if (m_model->rowCount() > 0 && m_sizedFor != language::current()) {
        // Short words, but of different lengths in the two languages.
        m_sizedFor = language::current();
        for (const int column :
             {IndicatorModel::Kind, IndicatorModel::Direction, IndicatorModel::Constraint})
            m_tree->resizeColumnToContents(column);
    }
    applyFilter();
    if (const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(code));
        index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->verticalScrollBar()->setValue(place);
    }
    if (focused)
        m_tree->setFocus();
    updateActions();
}

void IndicatorsPage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    if (m_stale)
        load();
}

bool IndicatorsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            editCurrent();
            return true;
        }
        if (key->key() == Qt::Key_F2 && m_tree->currentIndex().isValid()) {
            // The row is what is walked through: the name where its cell is not one to edit.
            QModelIndex cell = m_tree->currentIndex();
            if (!(cell.flags() & Qt::ItemIsEditable))
                cell = cell.siblingAtColumn(IndicatorModel::Name);
            if (cell.flags() & Qt::ItemIsEditable) {
                m_tree->setCurrentIndex(cell);
                m_tree->edit(cell);
            }
            return true;
        }
    }
    return StagePage::eventFilter(watched, event);
}

QList<QAction*> IndicatorsPage::pageActions() const
{
    return {m_edit, m_exclude, m_add, m_compare};
}

void IndicatorsPage::applyFilter()
{
    m_filter->setWords(m_search->text());
    m_filter->setKind(m_kind->currentData().toString());
    const QString show = m_show->currentData().toString();
    m_filter->setOnlyRecalled(show == u"recalled"_s);
    m_filter->setOnlyExcluded(show == u"excluded"_s);
    const int matches = m_filter->matches();
    m_count->setText(tr("%1 项").arg(matches));
    // A filter leaves few: they are shown without opening branch by branch.
    if (matches < 40)
        m_tree->expandAll();
}

QString IndicatorsPage::currentCode() const
{
    return m_tree->currentIndex().data(IndicatorModel::CodeRole).toString();
}

void IndicatorsPage::updateActions()
{
    const bool writable = session()->isOpen() && !session()->isReadOnly();
    const catalogue::Indicator* indicator =
        session()->data() ? session()->data()->catalogue.indicator(currentCode()) : nullptr;
    m_edit->setEnabled(indicator);
    m_edit->setText(writable ? tr("编辑…") : tr("查看…"));
    const QString why = session()->isOpen() ? session()->readOnlyReason() : QString();
    m_exclude->setToolTip(writable ? tr("本年度不评价这项指标，要写明理由") : why);
    m_add->setToolTip(writable ? tr("新增本市的特色指标") : why);
    m_exclude->setEnabled(writable && indicator);
    m_exclude->setText(indicator && indicator->excluded ? tr("恢复") : tr("排除…"));
    m_add->setEnabled(writable);
    m_compare->setEnabled(session()->isOpen());
}

bool IndicatorsPage::reveal(const Subject& subject)
{
    if ((subject.kind != Subject::Kind::Indicator && subject.kind != Subject::Kind::Figure) ||
        !session()->data())
        return false;
    if (m_stale || m_model->rowCount() == 0)
        load();
    QModelIndex index = m_filter->mapFromSource(m_model->indexOf(subject.code));
    if (!index.isValid() && m_model->indexOf(subject.code).isValid()) {
        // Hidden by a filter: what was asked for is shown all the same.
        m_search->clear();
        m_kind->setCurrentIndex(0);
        m_show->setCurrentIndex(0);
        index = m_filter->mapFromSource(m_model->indexOf(subject.code));
    }
    if (!index.isValid())
        return false;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_tree->setFocus();
    return true;
}

void IndicatorsPage::editCurrent()
{
    if (const auto year = session()->data(); year && year->catalogue.indicator(currentCode()))
        openForm(*year->catalogue.indicator(currentCode()), false);
}

void IndicatorsPage::addFeatured()
{
    const auto year = session()->data();
    if (!year)
        return;
    catalogue::Indicator fresh;
    fresh.code = nextFeaturedCode(year->catalogue);
    fresh.kind = catalogue::Kind::Featured;
    fresh.kindConfidence = catalogue::Confidence::High;
    fresh.confidence = catalogue::Confidence::High;
    fresh.definitionRecalled = false;
    fresh.source = tr("本市特色指标");
    if (const catalogue::Indicator* near = year->catalogue.indicator(currentCode())) {
        fresh.dimension = near->dimension;
        fresh.category = near->category;
        fresh.aspect = near->aspect;
        fresh.department = near->department;
    } else if (!year->catalogue.dimensions.isEmpty()) {
        fresh.dimension = year->catalogue.dimensions.constFirst().id;
        fresh.category = year->catalogue.dimensions.constFirst().categories.value(0);
    }
    openForm(fresh, true);
}

void IndicatorsPage::openForm(const catalogue::Indicator& indicator, bool isNew)
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"indicatorDialog"_s);
    dialog->setWindowTitle(isNew ? tr("新增特色指标") : tr("编辑指标 %1").arg(indicator.code));
    auto* form = new IndicatorForm(dialog);
    form->setYear(session()->data());
    form->setIndicator(indicator, isNew);
    const bool writable = !session()->isReadOnly();
    form->setReadOnly(!writable);
    auto* buttons = new QDialogButtonBox(dialog);
    QPushButton* ok =
        buttons->addButton(isNew ? tr("新增") : tr("保存"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    ok->setObjectName(u"indicatorDialogOk"_s);
    // While a key's check is still to come the button stays as it is; pressing it checks.
    const auto update = [form, ok, writable, isNew] {
        if (form->isChecked())
            ok->setEnabled(writable && form->isValid() && (isNew || form->isChanged()));
    };
    connect(form, &IndicatorForm::edited, dialog, update);
    update();
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, [this, dialog, form, isNew] {
        const auto year = session()->data();
        if (!year || !form->isValid())
            return;
        const catalogue::Indicator edited = form->indicator();
        session()->edit(isNew ? project::edits::addIndicator(*year, edited)
                              : project::edits::setIndicator(*year, edited));
        dialog->accept();
    });
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(form, 1);
    if (!writable)
        layout->addWidget(makeLabel(tr("只读：%1").arg(session()->readOnlyReason()), "warning"));
    layout->addWidget(buttons);
    dialog->resize(Theme::scaled(620), Theme::scaled(640));
    dialog->open();
}

void IndicatorsPage::toggleExcluded()
{
    const auto year = session()->data();
    const catalogue::Indicator* indicator =
        year ? year->catalogue.indicator(currentCode()) : nullptr;
    if (!indicator)
        return;
    const QString code = indicator->code;
    if (indicator->excluded) {
        session()->edit(project::edits::includeIndicator(*year, code));
        return;
    }
    dialogs::askText(this, tr("排除 %1 %2").arg(code, indicator->nameZh),
                     tr("本年度不评价这项指标的理由（记入修改记录）："), {}, true,
                     [this, code](const QString& reason) {
                         if (session()->data() && !reason.trimmed().isEmpty())
                             session()->edit(project::edits::excludeIndicator(
                                 *session()->data(), code, reason.trimmed()));
                     });
}

void IndicatorsPage::compare()
{
    dialogs::openFile(
        this, {tr("选择要比较的年度项目"), tr("城检项目 (*.gpkg)"), {}, {}},
        [this](const QString& path) {
            struct Other
            {
                std::optional<Error> error;
                catalogue::Catalogue catalogue;
                int year = 0;
            };
            auto other = std::make_shared<Other>();
            session()->withFile(
                this,
                [other, path](project::ProjectFile&) {
                    auto file = project::ProjectFile::open(path, project::OpenMode::ReadOnly);
                    if (!file) {
                        other->error = file.error();
                        return;
                    }
                    auto year = file->load();
                    if (!year) {
                        other->error = year.error();
                        return;
                    }
                    other->catalogue = year->catalogue;
                    other->year = year->info.year;
                },
                [this, other, path] {
                    if (other->error || !session()->data()) {
                        if (other->error)
                            dialogs::tell(this, other->error->message());
                        return;
                    }
                    const auto differences =
                        catalogue::diff(other->catalogue, session()->data()->catalogue);
                    auto* dialog = new QDialog(this);
                    dialog->setAttribute(Qt::WA_DeleteOnClose);
                    dialog->setObjectName(u"compareDialog"_s);
                    dialog->setWindowTitle(tr("指标体系比较：%1（%2 年）→ 本年度")
                                               .arg(QFileInfo(path).fileName())
                                               .arg(other->year));
                    auto* table = new QTableWidget(static_cast<int>(differences.size()), 6, dialog);
                    table->setHorizontalHeaderLabels(
                        {tr("变化"), tr("编号"), tr("名称"), tr("字段"), tr("原为"), tr("现为")});
                    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
                    table->setAlternatingRowColors(true);
                    table->setTabKeyNavigation(false);
                    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft |
                                                                   Qt::AlignVCenter);
                    table->verticalHeader()->hide();
                    for (int row = 0; row < differences.size(); ++row) {
                        const catalogue::Difference& d = differences[row];
                        const QString change =
                            d.change == catalogue::Difference::Change::Added     ? tr("新增")
                            : d.change == catalogue::Difference::Change::Removed ? tr("删去")
                                                                                 : tr("改动");
                        const QStringList cells{change, d.code, d.name, d.field, d.before, d.after};
                        for (int column = 0; column < cells.size(); ++column)
                            table->setItem(row, column, new QTableWidgetItem(cells[column]));
                    }
                    table->resizeColumnsToContents();
                    for (int column = 0; column < 6; ++column)
                        table->setColumnWidth(
                            column, std::min(table->columnWidth(column) + 12, Theme::scaled(260)));
                    table->horizontalHeader()->setStretchLastSection(true);
                    auto* layout = new QVBoxLayout(dialog);
                    layout->addWidget(makeLabel(
                        differences.isEmpty() ? tr("两个年度的指标体系相同。")
                                              : tr("共 %1 处不同。").arg(differences.size())));
                    layout->addWidget(table);
                    dialog->resize(Theme::scaled(900), Theme::scaled(520));
                    dialog->open();
                });
        });
}

} // namespace checkup::workspace
