#include "app/workspace/spatial/recipe_dialog.h"

#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/selection_editor.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::Measure;
using spatial::Reach;

namespace {

constexpr Measure measures[] = {Measure::Area,       Measure::NetArea, Measure::Length,
                                Measure::Count,      Measure::Sum,     Measure::AreaTimes,
                                Measure::LargestArea};

QStringList listOf(QString text)
{
    text.replace(u'，', u',').replace(u'、', u',');
    QStringList list;
    for (const QString& one : text.split(u',', Qt::SkipEmptyParts)) {
        if (!one.trimmed().isEmpty())
            list.append(one.trimmed());
    }
    return list;
}

QDoubleSpinBox* spin(double most, int decimals, const QString& suffix, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(0, most);
    box->setDecimals(decimals);
    box->setSuffix(suffix);
    return box;
}

/// A number of a table's cell; what is none is 0.
double numberAt(const QTableWidget* table, int row, int column)
{
    const QTableWidgetItem* item = table->item(row, column);
    return item ? std::max(0.0, item->text().toDouble()) : 0;
}

} // namespace

RecipeDialog::RecipeDialog(project::YearDataPtr year, const spatial::Recipe& recipe,
                           const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_data(std::move(year))
    , m_recipe(recipe)
    , m_tabs(new QTabWidget(this))
    , m_words(makeLabel({}, "", 1, false, true))
    , m_issues(makeLabel({}, "warning", 1, false, true))
{
    setObjectName(u"recipeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("计算方法：%1").arg(name));
    m_tabs->setObjectName(u"recipeTabs"_s);
    m_words->setObjectName(u"recipeDialogWords"_s);
    m_issues->setObjectName(u"recipeDialogIssues"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeSource(), tr("来源与量法"));
    m_tabs->addTab(makeWithin(), tr("范围"));
    m_tabs->addTab(makeReach(), tr("可达"));
    m_tabs->addTab(makeText(), tr("文本"));
    auto* words = new QWidget(this);
    setKind(words, "plain");
    auto* wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, 0, 0);
    wordsLayout->addWidget(m_words);
    wordsLayout->addWidget(m_issues);
    wordsLayout->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(words);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedHeight(Theme::scaled(96));
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("保存"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"recipeOk"_s);
    m_reset = buttons->addButton(tr("恢复原方法"), QDialogButtonBox::ResetRole);
    m_reset->setObjectName(u"recipeDialogReset"_s);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(makeLine());
    layout->addWidget(scroll);
    layout->addWidget(buttons);
    resize(Theme::scaled(760), Theme::scaled(620));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reset, &QPushButton::clicked, this, &RecipeDialog::reset);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT recipeRequested(m_recipe, {});
        accept();
    });
    m_reset->setEnabled(spatial::shippedRecipe(*m_data, recipe.subject).has_value());
    show(recipe);
}

QWidget* RecipeDialog::makeSource()
{
    auto* page = new QWidget(this);
    m_what = new SelectionEditor(page);
    m_measure = new QComboBox(page);
    m_measure->setObjectName(u"recipeMeasure"_s);
    for (const Measure measure : measures)
        m_measure->addItem(spatial::label(measure), static_cast<int>(measure));
    m_columns = new QLineEdit(page);
    m_columns->setToolTip(tr("字段的键，几个之间用逗号；面积、长度、个数不用填"));
    m_columnUnit = new QLineEdit(page);
    m_once = new QCheckBox(tr("重叠的只算一次"), page);
    m_beyond = new QCheckBox(tr("区县以外的也算进全市"), page);
    m_sliver = spin(1e6, 2, tr(" 平方米"), page);
    m_sliver->setObjectName(u"recipeSliver"_s);
    m_note = new QLineEdit(page);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("量法"), m_measure);
    auto* columns = new QHBoxLayout;
    columns->addWidget(m_columns, 2);
    columns->addWidget(makeLabel(tr("单位"), "dim"));
    columns->addWidget(m_columnUnit, 1);
    form->addRow(tr("字段"), columns);
    form->addRow(tr("碎片阈值"), m_sliver);
    auto* checks = new QHBoxLayout;
    checks->addWidget(m_once);
    checks->addWidget(m_beyond);
    checks->addStretch();
    form->addRow({}, checks);
    form->addRow(tr("口径"), m_note);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_what, 1);
    layout->addLayout(form);
    connect(m_what, &SelectionEditor::changed, this, &RecipeDialog::takeSource);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &RecipeDialog::takeSource);
    for (QLineEdit* line : {m_columns, m_columnUnit, m_note})
        connect(line, &QLineEdit::textChanged, this, &RecipeDialog::takeSource);
    for (QCheckBox* box : {m_once, m_beyond})
        connect(box, &QCheckBox::toggled, this, &RecipeDialog::takeSource);
    connect(m_sliver, &QDoubleSpinBox::valueChanged, this, &RecipeDialog::takeSource);
    return page;
}

QWidget* RecipeDialog::makeWithin()
{
    auto* page = new QWidget(this);
    m_withinList = new QListWidget(page);
    m_withinList->setAccessibleName(tr("依次裁到这些图层之内"));
    m_withinList->setMaximumHeight(Theme::scaled(110));
    m_withinEditor = new SelectionEditor(page);
    auto* add = new QPushButton(tr("增加范围"), page);
    auto* remove = new QPushButton(tr("删除范围"), page);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("依次裁到这些图层之内"), "dim"), 1);
    bar->addWidget(add);
    bar->addWidget(remove);
    auto* layout = new QVBoxLayout(page);
    layout->addLayout(bar);
    layout->addWidget(m_withinList);
    layout->addWidget(m_withinEditor, 1);
    connect(add, &QPushButton::clicked, this, [this] {
        spatial::Selection selection;
        selection.role = u"CZKFBJ"_s;
        m_recipe.within.append(selection);
        fillWithin();
        m_withinList->setCurrentRow(m_withinList->count() - 1);
        check(true);
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        const int row = m_withinList->currentRow();
        if (row < 0)
            return;
        m_recipe.within.removeAt(row);
        fillWithin();
        check(true);
    });
    connect(m_withinList, &QListWidget::currentRowChanged, this, [this](int row) {
        m_withinEditor->setVisible(row >= 0 && row < m_recipe.within.size());
        if (row >= 0 && row < m_recipe.within.size())
            m_withinEditor->setSelection(m_recipe.within.at(row));
    });
    connect(m_withinEditor, &SelectionEditor::changed, this, [this] {
        const int row = m_withinList->currentRow();
        if (m_filling || row < 0 || row >= m_recipe.within.size())
            return;
        m_recipe.within[row] = m_withinEditor->selection();
        m_withinList->item(row)->setText(roleTitle(m_recipe.within.at(row).role));
        check(true);
    });
    return page;
}

QWidget* RecipeDialog::makeReach()
{
    auto* page = new QWidget(this);
    m_reachBody = new QWidget(page);
    m_noReach = makeLabel(tr("这项数据不看可达性。"), "dim");
    m_mode = new QComboBox(m_reachBody);
    for (const auto& [mode, name] : {std::pair(Reach::Mode::Walk, tr("步行，沿路网")),
                                     std::pair(Reach::Mode::Drive, tr("行车，沿路网")),
                                     std::pair(Reach::Mode::Circle, tr("直线，画圆圈"))})
        m_mode->addItem(name, static_cast<int>(mode));
    m_counted = new QComboBox(m_reachBody);
    m_counted->addItem(tr("中心到得了，整块都算"), static_cast<int>(Reach::Counted::Middle));
    m_counted->addItem(tr("只算服务范围之内的部分"), static_cast<int>(Reach::Counted::Cut));
    m_direction = new QComboBox(m_reachBody);
    m_direction->addItem(tr("从住处到设施"), true);
    m_direction->addItem(tr("从设施出发"), false);
    m_speed = spin(200, 1, tr(" 千米/时"), m_reachBody);
    m_speed->setSpecialValueText(tr("通常速度"));
    m_speed->setObjectName(u"reachSpeed"_s);
    m_snap = spin(100000, 0, tr(" 米"), m_reachBody);
    m_strip = spin(10000, 0, tr(" 米"), m_reachBody);
    m_closed = new QLineEdit(m_reachBody);
    m_closed->setToolTip(tr("道路等级，可用 * 代表任意字，几个之间用逗号；空着为通常的"));
    m_services = new QTableWidget(0, 4, m_reachBody);
    m_services->setObjectName(u"reachServices"_s);
    m_services->setAccessibleName(tr("设施和服务距离"));
    m_services->setHorizontalHeaderLabels(
        {tr("设施"), tr("米"), tr("分钟"), tr("最小面积（平方米）")});
    m_speeds = new QTableWidget(0, 2, m_reachBody);
    m_speeds->setObjectName(u"reachSpeeds"_s);
    m_speeds->setAccessibleName(tr("各等级道路的速度"));
    m_speeds->setHorizontalHeaderLabels({tr("道路等级"), tr("千米/时")});
    for (QTableWidget* table : {m_services, m_speeds}) {
        table->verticalHeader()->hide();
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        table->setTabKeyNavigation(false);
        table->setMinimumHeight(Theme::scaled(90));
        connect(table, &QTableWidget::itemChanged, this, &RecipeDialog::takeReach);
    }
    auto* addSpeed = new QPushButton(tr("增加等级"), m_reachBody);
    auto* removeSpeed = new QPushButton(tr("删除等级"), m_reachBody);
    m_barriers = makeLabel({}, "faint");
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("方式"), m_mode);
    form->addRow(tr("计入"), m_counted);
    form->addRow(tr("方向"), m_direction);
    form->addRow(tr("速度"), m_speed);
    auto* metres = new QHBoxLayout;
    metres->addWidget(m_snap, 1);
    metres->addWidget(makeLabel(tr("路旁计入"), "dim"));
    metres->addWidget(m_strip, 1);
    form->addRow(tr("离路最多"), metres);
    form->addRow(tr("不可通行"), m_closed);
    auto* speedBar = new QHBoxLayout;
    speedBar->addWidget(makeLabel(tr("各等级道路的速度；空着为通常的"), "dim"), 1);
    speedBar->addWidget(addSpeed);
    speedBar->addWidget(removeSpeed);
    auto* bodyLayout = new QVBoxLayout(m_reachBody);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->addWidget(makeLabel(tr("设施和服务距离（米和分钟填一个）"), "dim"));
    bodyLayout->addWidget(m_services, 1);
    bodyLayout->addLayout(form);
    bodyLayout->addLayout(speedBar);
    bodyLayout->addWidget(m_speeds, 1);
    bodyLayout->addWidget(m_barriers);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_noReach);
    layout->addWidget(m_reachBody, 1);
    layout->addStretch();
    for (QComboBox* box : {m_mode, m_counted, m_direction})
        connect(box, &QComboBox::currentIndexChanged, this, &RecipeDialog::takeReach);
    for (QDoubleSpinBox* box : {m_speed, m_snap, m_strip})
        connect(box, &QDoubleSpinBox::valueChanged, this, &RecipeDialog::takeReach);
    connect(m_closed, &QLineEdit::textChanged, this, &RecipeDialog::takeReach);
    connect(addSpeed, &QPushButton::clicked, this, [this] {
        if (!m_recipe.reach)
            return;
        m_recipe.reach->speeds.append({u"*"_s, 30});
        fillReach();
        check(true);
    });
    connect(removeSpeed, &QPushButton::clicked, this, [this] {
        const int row = m_speeds->currentRow();
        if (!m_recipe.reach || row < 0)
            return;
        m_recipe.reach->speeds.removeAt(row);
        fillReach();
        check(true);
    });
    return page;
}

QWidget* RecipeDialog::makeText()
{
    auto* page = new QWidget(this);
    m_text = new QPlainTextEdit(page);
    m_text->setObjectName(u"recipeText"_s);
    m_text->setAccessibleName(tr("计算方法的文本"));
    m_text->setTabChangesFocus(true);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(
        makeLabel(tr("全部设置的文本（JSON），与其他几页是同一内容，改哪里都行。"), "dim"));
    layout->addWidget(m_text, 1);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RecipeDialog::takeText);
    return page;
}

void RecipeDialog::show(const spatial::Recipe& recipe, bool writeText)
{
    m_recipe = recipe;
    m_filling = true;
    m_what->setSelection(recipe.what);
    m_measure->setCurrentIndex(m_measure->findData(static_cast<int>(recipe.measure)));
    m_columns->setText(recipe.columns.join(u", "_s));
    m_columnUnit->setText(recipe.columnUnit);
    m_once->setChecked(recipe.countOverlapsOnce);
    m_beyond->setChecked(recipe.beyondDistricts);
    m_sliver->setValue(recipe.sliver);
    m_note->setText(recipe.note);
    m_filling = false;
    fillWithin();
    fillReach();
    check(writeText);
}

void RecipeDialog::fillWithin()
{
    m_filling = true;
    m_withinList->clear();
    for (const spatial::Selection& one : std::as_const(m_recipe.within))
        m_withinList->addItem(roleTitle(one.role));
    m_filling = false;
    m_withinEditor->setVisible(!m_recipe.within.isEmpty());
    m_withinList->setCurrentRow(m_recipe.within.isEmpty() ? -1 : 0);
}

void RecipeDialog::fillReach()
{
    m_noReach->setVisible(!m_recipe.reach);
    m_reachBody->setVisible(m_recipe.reach.has_value());
    if (!m_recipe.reach)
        return;
    m_filling = true;
    const Reach& reach = *m_recipe.reach;
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(reach.mode)));
    m_counted->setCurrentIndex(m_counted->findData(static_cast<int>(reach.counted)));
    m_direction->setCurrentIndex(reach.towards ? 0 : 1);
    m_speed->setValue(reach.speed);
    m_snap->setValue(reach.snap);
    m_strip->setValue(reach.strip);
    m_closed->setText(reach.closed.join(u", "_s));
    m_services->setRowCount(0);
    const auto cell = [](QTableWidget* table, int row, int column, const QString& text,
                         bool editable) {
        auto* item = new QTableWidgetItem(text);
        if (!editable)
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        table->setItem(row, column, item);
    };
    const auto number = [](double value) { return value > 0 ? QString::number(value) : QString(); };
    for (qsizetype group = 0; group < reach.groups.size(); ++group) {
        for (const spatial::Service& service : reach.groups.at(group)) {
            const int row = m_services->rowCount();
            m_services->insertRow(row);
            cell(m_services, row, 0,
                 reach.groups.size() > 1
                     ? tr("第 %1 组：%2").arg(group + 1).arg(roleTitle(service.what.role))
                     : roleTitle(service.what.role),
                 false);
            cell(m_services, row, 1, number(service.metres), true);
            cell(m_services, row, 2, number(service.minutes), true);
            cell(m_services, row, 3, number(service.minArea), true);
        }
    }
    m_speeds->setRowCount(static_cast<int>(reach.speeds.size()));
    for (int row = 0; row < reach.speeds.size(); ++row) {
        cell(m_speeds, row, 0, reach.speeds.at(row).pattern, true);
        cell(m_speeds, row, 1, QString::number(reach.speeds.at(row).kmh), true);
    }
    QStringList barriers;
    for (const spatial::Selection& barrier : reach.barriers)
        barriers << roleTitle(barrier.role);
    m_barriers->setText(barriers.isEmpty()
                            ? tr("没有阻隔图层；在“文本”里可加。")
                            : tr("阻隔：%1；在“文本”里修改。").arg(barriers.join(tr("、"))));
    m_filling = false;
}

void RecipeDialog::takeSource()
{
    if (m_filling)
        return;
    m_recipe.what = m_what->selection();
    m_recipe.measure = static_cast<Measure>(m_measure->currentData().toInt());
    m_recipe.columns = listOf(m_columns->text());
    m_recipe.columnUnit = m_columnUnit->text().trimmed();
    m_recipe.countOverlapsOnce = m_once->isChecked();
    m_recipe.beyondDistricts = m_beyond->isChecked();
    m_recipe.sliver = m_sliver->value();
    m_recipe.note = m_note->text().trimmed();
    check(true);
}

void RecipeDialog::takeReach()
{
    if (m_filling || !m_recipe.reach)
        return;
    Reach& reach = *m_recipe.reach;
    reach.mode = static_cast<Reach::Mode>(m_mode->currentData().toInt());
    reach.counted = static_cast<Reach::Counted>(m_counted->currentData().toInt());
    reach.towards = m_direction->currentData().toBool();
    reach.speed = m_speed->value();
    reach.snap = m_snap->value();
    reach.strip = m_strip->value();
    reach.closed = listOf(m_closed->text());
    int row = 0;
    for (QList<spatial::Service>& group : reach.groups) {
        for (spatial::Service& service : group) {
            service.metres = numberAt(m_services, row, 1);
            service.minutes = numberAt(m_services, row, 2);
            service.minArea = numberAt(m_services, row, 3);
            ++row;
        }
    }
    for (row = 0; row < reach.speeds.size() && row < m_speeds->rowCount(); ++row) {
        if (const QTableWidgetItem* item = m_speeds->item(row, 0))
            reach.speeds[row].pattern = item->text().trimmed();
        reach.speeds[row].kmh = numberAt(m_speeds, row, 1);
    }
    check(true);
}

void RecipeDialog::takeText()
{
    if (m_filling)
        return;
    const Result<spatial::Recipe> recipe = spatial::recipeFromText(m_text->toPlainText().toUtf8());
    m_readable = recipe.has_value();
    if (!recipe) {
        m_issues->setText(recipe.error().message());
        m_ok->setEnabled(false);
        return;
    }
    const QString subject = m_recipe.subject;
    spatial::Recipe read = *recipe;
    read.subject = subject;
    show(read, false);
}

void RecipeDialog::reset()
{
    if (const auto shipped = spatial::shippedRecipe(*m_data, m_recipe.subject))
        show(*shipped);
}

void RecipeDialog::check(bool writeText)
{
    if (m_filling)
        return;
    if (writeText) {
        m_filling = true;
        m_text->setPlainText(QString::fromUtf8(
            QJsonDocument(spatial::toJson(m_recipe)).toJson(QJsonDocument::Indented)));
        m_filling = false;
        m_readable = true;
    }
    m_words->setText(spatial::inWords(m_recipe, *m_data));
    const Issues issues = spatial::check(m_recipe, *m_data);
    QStringList lines;
    for (const Issue& issue : issues)
        lines << issue.text;
    m_issues->setText(lines.join(u'\n'));
    m_ok->setEnabled(m_readable && !hasErrors(issues));
}

} // namespace checkup::workspace
