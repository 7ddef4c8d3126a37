#include "app/workspace/spatial/recipe_dialog.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/reach_editor.h"
#include "app/workspace/spatial/recipe_faults.h"
#include "app/workspace/spatial/roads_editor.h"
#include "app/workspace/spatial/selection_editor.h"
#include "app/workspace/spatial/selection_list.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/file_tools.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::Measure;
using spatial::Recipe;

namespace {

constexpr Measure measures[] = {Measure::Area,       Measure::NetArea, Measure::Length,
                                Measure::Count,      Measure::Sum,     Measure::AreaTimes,
                                Measure::LargestArea};
constexpr qint64 typingPause = 1500;        ///< ms; what is typed after it is another change
constexpr qint64 largestText = 1024 * 1024; ///< bytes of a file with a recipe

bool takesColumns(Measure measure)
{
    return measure == Measure::NetArea || measure == Measure::Sum || measure == Measure::AreaTimes;
}

QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    setKind(content, "plain");
    auto* area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

RecipeDialog::RecipeDialog(Jobs* jobs, project::YearDataPtr year, const Recipe& recipe,
                           const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_data(std::move(year))
    , m_name(name)
    , m_recipe(recipe)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(u"recipeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("计算方法：%1").arg(name));
    m_tabs->setObjectName(u"recipeTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    for (QWidget* page : {makeWhat(), makeMeasure(), makeWithin(), makeReach(), makeRoads()})
        addTab(page, false);
    addTab(makeText(), true);
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("保存"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"recipeOk"_s);
    m_ok->setDefault(true);
    m_reset = new QPushButton(tr("恢复默认"), this);
    m_reset->setObjectName(u"recipeDialogReset"_s);
    m_reset->setToolTip(tr("改回随程序带的方法；也可撤销"));
    m_undo = new QPushButton(tr("撤销"), this);
    m_undo->setObjectName(u"recipeUndo"_s);
    m_undo->setIcon(icon(u"undo"_s));
    m_redo = new QPushButton(tr("重做"), this);
    m_redo->setObjectName(u"recipeRedo"_s);
    m_redo->setIcon(icon(u"redo"_s));
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* below = new QHBoxLayout;
    for (QPushButton* button : {m_undo, m_redo, m_reset}) {
        button->setAutoDefault(false);
        below->addWidget(button);
    }
    below->addStretch(1);
    below->addWidget(buttons);
    auto* body = new QHBoxLayout;
    body->addWidget(m_tabs, 1);
    body->addWidget(makeSummary());
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(body, 1);
    layout->addLayout(below);
    const QSize room = screen()->availableSize() - QSize(24, 48);
    resize(QSize(Theme::scaled(1020), Theme::scaled(640)).boundedTo(room));
    connect(buttons, &QDialogButtonBox::rejected, this, &RecipeDialog::reject);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const auto shipped = spatial::shippedRecipe(*m_data, m_recipe.subject))
            edit([&](Recipe& now) { now = *shipped; });
    });
    connect(m_undo, &QPushButton::clicked, this, [this] { step(m_past, m_future); });
    connect(m_redo, &QPushButton::clicked, this, [this] { step(m_future, m_past); });
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, m_undo,
            &QPushButton::click);
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, m_redo,
            &QPushButton::click);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT recipeRequested(m_recipe);
        accept();
    });
    qApp->installEventFilter(this);
    fill(true);
}

void RecipeDialog::addTab(QWidget* content, bool stretches)
{
    m_tabs->addTab(stretches ? content : scrolling(content, m_tabs), {});
}

QWidget* RecipeDialog::makeWhat()
{
    auto* page = new QWidget(this);
    m_what = new SelectionEditor(page);
    m_what->setObjectName(u"recipeWhat"_s);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(makeLabel(tr("从哪个图层取哪些要素"), "dim"));
    layout->addWidget(m_what, 1);
    connect(m_what, &SelectionEditor::changed, this,
            [this] { edit([this](Recipe& recipe) { recipe.what = m_what->selection(); }); });
    return page;
}

QWidget* RecipeDialog::makeMeasure()
{
    auto* page = new QWidget(this);
    m_measure = new QComboBox(page);
    m_measure->setObjectName(u"recipeMeasure"_s);
    for (const Measure measure : measures)
        m_measure->addItem(spatial::label(measure), static_cast<int>(measure));
    m_columns = new QListWidget(page);
    m_columns->setObjectName(u"recipeColumns"_s);
    m_columns->setAccessibleName(tr("用到的字段"));
    m_columnUnit = new QLineEdit(page);
    m_columnUnit->setObjectName(u"recipeColumnUnit"_s);
    m_columnUnit->setPlaceholderText(tr("人、个、平方米……"));
    m_once = new QCheckBox(tr("互相重叠的地方只算一次"), page);
    m_beyond = new QCheckBox(tr("区县以外的也算进全市（如海域）"), page);
    m_sliver = new QDoubleSpinBox(page);
    m_sliver->setObjectName(u"recipeSliver"_s);
    m_sliver->setRange(0, 1e6);
    m_sliver->setDecimals(2);
    m_sliver->setSuffix(tr(" 平方米"));
    m_sliver->setToolTip(tr("切割后比这更小的碎片不计，另行列出个数和面积"));
    m_note = new QLineEdit(page);
    m_note->setObjectName(u"recipeNote"_s);
    m_note->setPlaceholderText(tr("要写进说明的口径，可空"));
    m_columnsTitle = makeLabel(tr("字段"));
    m_unitTitle = makeLabel(tr("字段的单位"));
    m_measureFault = makeFaultLabel(page);
    m_columnsFault = makeFaultLabel(page);
    m_onceFault = makeFaultLabel(page);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("量法"), m_measure);
    form->addRow({}, m_measureFault);
    form->addRow(m_columnsTitle, m_columns);
    form->addRow(m_unitTitle, m_columnUnit);
    form->addRow({}, m_columnsFault);
    form->addRow(tr("碎片阈值"), m_sliver);
    form->addRow({}, m_once);
    form->addRow({}, m_onceFault);
    form->addRow({}, m_beyond);
    form->addRow(tr("口径"), m_note);
    auto* layout = new QVBoxLayout(page);
    layout->addLayout(form);
    layout->addStretch();
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            changeMeasure(static_cast<Measure>(m_measure->currentData().toInt()));
    });
    connect(m_columns, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const QString column = item->data(Qt::UserRole).toString();
        const bool on = item->checkState() == Qt::Checked;
        edit([&](Recipe& recipe) {
            recipe.columns.removeAll(column);
            if (on && recipe.measure != Measure::Sum)
                recipe.columns.clear(); // one only
            if (on)
                recipe.columns.append(column);
        });
    });
    connect(m_columnUnit, &QLineEdit::textChanged, this, [this](const QString& text) {
        edit([&](Recipe& recipe) { recipe.columnUnit = text.trimmed(); });
    });
    connect(m_note, &QLineEdit::textChanged, this, [this](const QString& text) {
        edit([&](Recipe& recipe) { recipe.note = text.trimmed(); });
    });
    connect(m_once, &QCheckBox::toggled, this,
            [this](bool on) { edit([on](Recipe& recipe) { recipe.countOverlapsOnce = on; }); });
    connect(m_beyond, &QCheckBox::toggled, this,
            [this](bool on) { edit([on](Recipe& recipe) { recipe.beyondDistricts = on; }); });
    connect(m_sliver, &QDoubleSpinBox::valueChanged, this,
            [this](double area) { edit([area](Recipe& recipe) { recipe.sliver = area; }); });
    return page;
}

QWidget* RecipeDialog::makeWithin()
{
    auto* page = new QWidget(this);
    m_within =
        new SelectionList({tr("依次裁到这些图层之内"), tr("没有裁切：图层里的要素整个计入。"),
                           tr("增加范围"), u"CZKFBJ"_s},
                          page);
    m_within->setObjectName(u"recipeWithin"_s);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_within);
    layout->addStretch();
    connect(m_within, &SelectionList::changed, this,
            [this] { edit([this](Recipe& recipe) { recipe.within = m_within->selections(); }); });
    return page;
}

QWidget* RecipeDialog::makeReach()
{
    auto* page = new QWidget(this);
    m_reach = new ReachEditor(page);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_reach);
    connect(m_reach, &ReachEditor::changed, this,
            [this] { edit([this](Recipe& recipe) { recipe.reach = m_reach->reach(); }); });
    return page;
}

QWidget* RecipeDialog::makeRoads()
{
    auto* page = new QWidget(this);
    m_roads = new RoadsEditor(page);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_roads);
    connect(m_roads, &RoadsEditor::changed, this,
            [this] { edit([this](Recipe& recipe) { recipe.reach = m_roads->reach(); }); });
    return page;
}

QWidget* RecipeDialog::makeText()
{
    auto* page = new QWidget(this);
    m_text = new QPlainTextEdit(page);
    m_text->setObjectName(u"recipeText"_s);
    m_text->setAccessibleName(tr("计算方法的源文本"));
    m_text->setTabChangesFocus(true);
    m_textFault = makeFaultLabel(page);
    m_textFault->setObjectName(u"recipeTextFault"_s);
    auto* read = new QPushButton(tr("从文件读入…"), page);
    read->setObjectName(u"recipeImport"_s);
    auto* write = new QPushButton(tr("另存为文件…"), page);
    write->setObjectName(u"recipeExport"_s);
    auto* bar = new QHBoxLayout;
    bar->addWidget(
        makeLabel(tr("与前几页是同一内容（JSON），用来与其他城市交换；平常不必看这一页。"), "dim"),
        1);
    for (QPushButton* button : {read, write}) {
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    auto* layout = new QVBoxLayout(page);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_textFault);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RecipeDialog::takeText);
    connect(read, &QPushButton::clicked, this, &RecipeDialog::importText);
    connect(write, &QPushButton::clicked, this, &RecipeDialog::exportText);
    return page;
}

QWidget* RecipeDialog::makeSummary()
{
    m_words = makeLabel({}, "", 1, false, true);
    m_words->setObjectName(u"recipeDialogWords"_s);
    m_issues = makeLabel({}, "danger", 1, false, true);
    m_issues->setObjectName(u"recipeDialogIssues"_s);
    auto* words = new QWidget(this);
    auto* layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_issues);
    layout->addStretch();
    auto* card = new Card(this);
    card->setTitle(tr("用话说"));
    card->body()->addWidget(scrolling(words, card), 1);
    card->setFixedWidth(std::min(Theme::scaled(290), screen()->availableSize().width() / 3));
    return card;
}

template <class Change>
void RecipeDialog::edit(Change change, bool writeText)
{
    if (m_filling)
        return;
    Recipe changed = m_recipe;
    change(changed);
    if (changed == m_recipe) {
        check();
        return;
    }
    QWidget* at = focusWidget();
    const bool typing = qobject_cast<QLineEdit*>(at) || qobject_cast<QAbstractSpinBox*>(at) ||
                        qobject_cast<QPlainTextEdit*>(at);
    if (!typing || at != m_typedIn || !m_typed.isValid() || m_typed.elapsed() > typingPause)
        m_past.append(m_recipe);
    m_typedIn = typing ? at : nullptr;
    m_typed.start();
    m_future.clear();
    m_recipe = changed;
    fill(writeText);
}

void RecipeDialog::step(QList<Recipe>& from, QList<Recipe>& to)
{
    if (from.isEmpty())
        return;
    to.append(m_recipe);
    m_recipe = from.takeLast();
    m_typedIn = nullptr;
    fill(true);
}

void RecipeDialog::fill(bool writeText)
{
    m_filling = true;
    m_what->setSelection(m_recipe.what);
    m_measure->setCurrentIndex(m_measure->findData(static_cast<int>(m_recipe.measure)));
    fillColumns();
    if (m_columnUnit->text().trimmed() != m_recipe.columnUnit)
        m_columnUnit->setText(m_recipe.columnUnit);
    m_once->setChecked(m_recipe.countOverlapsOnce);
    m_beyond->setChecked(m_recipe.beyondDistricts);
    m_sliver->setValue(m_recipe.sliver);
    if (m_note->text().trimmed() != m_recipe.note)
        m_note->setText(m_recipe.note);
    m_within->setSelections(m_recipe.within);
    m_reach->setReach(m_recipe.reach);
    m_roads->setReach(m_recipe.reach);
    if (writeText) {
        m_text->setPlainText(QString::fromUtf8(
            QJsonDocument(spatial::toJson(m_recipe)).toJson(QJsonDocument::Indented)));
        m_readable = true;
        showFault(m_textFault, {});
    }
    m_filling = false;
    check();
}

void RecipeDialog::fillColumns()
{
    const bool columns = takesColumns(m_recipe.measure) || !m_recipe.columns.isEmpty();
    const bool unit = m_recipe.measure == Measure::Sum || !m_recipe.columnUnit.isEmpty();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_columns), static_cast<QWidget*>(m_columnsTitle)})
        widget->setVisible(columns);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_columnUnit), static_cast<QWidget*>(m_unitTitle)})
        widget->setVisible(unit);
    QStringList keys = m_recipe.columns;
    const catalogue::LayerRole* role = catalogue::layerRole(m_recipe.what.role);
    if (role) {
        for (const catalogue::LayerColumn& one : role->columns) {
            if (!keys.contains(one.key))
                keys.append(one.key);
        }
    }
    // Ticked ones keep their place while somebody ticks: only another set of columns is listed
    // anew.
    QStringList listed;
    for (int i = 0; i < m_columns->count(); ++i)
        listed.append(m_columns->item(i)->data(Qt::UserRole).toString());
    if (QSet<QString>(listed.cbegin(), listed.cend()) !=
        QSet<QString>(keys.cbegin(), keys.cend())) {
        m_columns->clear();
        for (const QString& key : std::as_const(keys)) {
            const catalogue::LayerColumn* column = role ? role->column(key) : nullptr;
            auto* item = new QListWidgetItem(column ? layerWord(column->name) : key, m_columns);
            item->setData(Qt::UserRole, key);
        }
    }
    fitHeight(m_columns, m_columns->count());
    for (int i = 0; i < m_columns->count(); ++i) {
        QListWidgetItem* item = m_columns->item(i);
        item->setCheckState(m_recipe.columns.contains(item->data(Qt::UserRole).toString())
                                ? Qt::Checked
                                : Qt::Unchecked);
    }
}

void RecipeDialog::changeMeasure(Measure measure)
{
    edit([measure](Recipe& recipe) {
        recipe.measure = measure;
        const catalogue::LayerRole* role = catalogue::layerRole(recipe.what.role);
        const auto use = [&](const QString& column) {
            recipe.columns.clear();
            if (role && role->column(column))
                recipe.columns = {column};
        };
        if (!takesColumns(measure))
            recipe.columns.clear();
        else if (measure == Measure::NetArea)
            use(u"netArea"_s);
        else if (measure == Measure::AreaTimes)
            use(u"floors"_s);
        if (measure != Measure::Sum)
            recipe.columnUnit.clear();
        if (measure != Measure::Area)
            recipe.countOverlapsOnce = false;
    });
}

void RecipeDialog::takeText()
{
    if (m_filling)
        return;
    const Result<Recipe> read = spatial::recipeFromText(m_text->toPlainText().toUtf8());
    m_readable = read.has_value();
    showFault(m_textFault, read ? QString() : read.error().message());
    if (!read) {
        check();
        return;
    }
    edit(
        [&](Recipe& recipe) {
            const QString subject = recipe.subject;
            recipe = *read;
            recipe.subject = subject;
        },
        false);
}

void RecipeDialog::importText()
{
    dialogs::openFile(this,
                      {.title = tr("读入计算方法"),
                       .filter = tr("计算方法 (*.json)"),
                       .suggested = {},
                       .suffix = {}},
                      [this](const QString& path) {
                          m_jobs->start<QByteArray>(
                              {},
                              [path](const CancelToken&, const ProgressSink&) {
                                  return readFile(path, largestText);
                              },
                              this,
                              [this](const Result<QByteArray>& text) {
                                  if (text)
                                      m_text->setPlainText(QString::fromUtf8(*text));
                                  else
                                      showFault(m_textFault, text.error().message());
                              });
                      });
}

void RecipeDialog::exportText()
{
    dialogs::saveFile(this,
                      {.title = tr("另存计算方法"),
                       .filter = tr("计算方法 (*.json)"),
                       .suggested = m_name + u".json"_s,
                       .suffix = u"json"_s},
                      [this, text = m_text->toPlainText().toUtf8()](const QString& path) {
                          m_jobs->start<QString>(
                              {},
                              [=](const CancelToken&, const ProgressSink&) -> Result<QString> {
                                  const Result<void> written = writeFileSafely(path, text);
                                  if (!written)
                                      return written.error();
                                  return path;
                              },
                              this,
                              [this](const Result<QString>& written) {
                                  if (!written)
                                      showFault(m_textFault, written.error().message());
                              });
                      });
}

void RecipeDialog::check()
{
    const Issues issues = spatial::check(m_recipe, *m_data);
    m_words->setText(spatial::inWords(m_recipe, *m_data));
    QStringList lines;
    for (const Issue& issue : issues)
        lines << issue.text;
    lines.removeDuplicates();
    if (!m_readable)
        lines.prepend(tr("源文本读不懂，请在“源文本”页改正或撤销。"));
    m_issues->setText(lines.join(u'\n'));
    showFault(m_measureFault, faultText(issues, u"measure"_s));
    showFault(
        m_columnsFault,
        (faultText(issues, u"columns"_s) + u'\n' + faultText(issues, u"columnUnit"_s)).trimmed());
    showFault(m_onceFault, faultText(issues, u"countOverlapsOnce"_s));
    const Issues what = faultsAt(issues, u"what"_s), within = faultsAt(issues, u"within"_s);
    const Issues reach = faultsAt(issues, u"reach"_s);
    m_what->showFaults(what);
    m_within->showFaults(within);
    m_reach->showFaults(reach);
    m_roads->showFaults(reach);
    const qsizetype reaching =
        faultsAt(reach, u".groups"_s).size() + faultsAt(reach, u".counted"_s).size();
    const qsizetype roads = reach.size() - reaching;
    const qsizetype rest = issues.size() - what.size() - within.size() - reach.size();
    const auto title = [this](Tab tab, const QString& name, qsizetype faults) {
        m_tabs->setTabText(tab, faults == 0 ? name : tr("%1（%2 处有误）").arg(name).arg(faults));
    };
    title(What, tr("测什么"), what.size());
    title(HowMuch, tr("怎么量"), rest);
    title(Within, tr("范围"), within.size());
    title(ReachTab, tr("可达"), reaching);
    title(Roads, tr("路网"), roads);
    title(TextTab, tr("源文本"), m_readable ? 0 : 1);
    m_ok->setEnabled(m_readable && !hasErrors(issues));
    m_undo->setEnabled(!m_past.isEmpty());
    m_redo->setEnabled(!m_future.isEmpty());
    const auto shipped = spatial::shippedRecipe(*m_data, m_recipe.subject);
    m_reset->setEnabled(shipped && *shipped != m_recipe);
}

void RecipeDialog::reject()
{
    if (m_past.isEmpty()) {
        QDialog::reject();
        return;
    }
    dialogs::ask(this, tr("放弃对“%1”计算方法的修改？").arg(m_name), {}, tr("放弃"),
                 [this] { QDialog::reject(); });
}

bool RecipeDialog::eventFilter(QObject* watched, QEvent* event)
{
    // A field's own undo would take back letters only; here one step takes back a change.
    if (event->type() == QEvent::ShortcutOverride && watched != m_text) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        const auto* key = static_cast<QKeyEvent*>(event);
        if (widget && isAncestorOf(widget) &&
            (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
            event->ignore();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace checkup::workspace
