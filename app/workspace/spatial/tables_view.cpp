#include "app/workspace/spatial/tables_view.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/land_table_model.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/report/spatial_tables.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::ClassLevel;
using spatial::ParcelChoice;
using spatial::TableChoices;
using spatial::TableKind;

namespace {

constexpr int mostListed = 5'000; ///< parcels that the map is told of

/// The choice behind a combo box's entry.
template <class Choice>
Choice chosen(const QComboBox* box)
{
    return static_cast<Choice>(box->currentData().toInt());
}

void select(QComboBox* box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

QDoubleSpinBox* limitBox(QWidget* parent, double step)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setDecimals(2);
    box->setRange(0, 1e6);
    box->setSingleStep(step);
    return box;
}

QHBoxLayout* lineOf(std::initializer_list<QWidget*> widgets)
{
    auto* line = new QHBoxLayout;
    for (QWidget* widget : widgets)
        line->addWidget(widget);
    return line;
}

} // namespace

TablesView::TablesView(Session* session, Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_kind(new QComboBox(this))
    , m_year(new QComboBox(this))
    , m_before(new QComboBox(this))
    , m_level(new QComboBox(this))
    , m_parcels(new QComboBox(this))
    , m_district(new QComboBox(this))
    , m_yearLabel(makeLabel({}, "dim"))
    , m_beforeLabel(makeLabel({}, "dim"))
    , m_levelLabel(makeLabel({}, "dim"))
    , m_sliverLabel(makeLabel({}, "dim"))
    , m_orLabel(makeLabel({}, "dim"))
    , m_lines(new QPushButton(this))
    , m_lineMenu(new QMenu(this))
    , m_byName(new QCheckBox(this))
    , m_sliver(limitBox(this, 1))
    , m_width(limitBox(this, 0.1))
    , m_head(makeLabel({}, "dim", 1, false, true))
    , m_notice(makeLabel({}, "warning"))
    , m_closing(makeLabel({}, "dim", 1, false, true))
    , m_table(new QTableView(this))
    , m_model(new LandTableModel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"spatial"_s, this))
    , m_run(new QAction(icon(u"refresh"_s), {}, this))
    , m_stop(new QAction(icon(u"close"_s), {}, this))
    , m_export(new QAction(icon(u"export"_s), {}, this))
    , m_exportLayer(new QAction(this))
    , m_zoom(new QAction(icon(u"search"_s), {}, this))
{
    m_kind->setObjectName(u"tableKind"_s);
    m_year->setObjectName(u"tableYear"_s);
    m_before->setObjectName(u"tableBefore"_s);
    m_level->setObjectName(u"tableLevel"_s);
    m_parcels->setObjectName(u"tableParcels"_s);
    m_district->setObjectName(u"tableDistrict"_s);
    m_lines->setObjectName(u"tableLines"_s);
    m_byName->setObjectName(u"tableByName"_s);
    m_sliver->setObjectName(u"tableSliver"_s);
    m_width->setObjectName(u"tableWidth"_s);
    m_table->setObjectName(u"landTable"_s);
    m_closing->setObjectName(u"tableClosing"_s);
    m_notice->setObjectName(u"tableNotice"_s);
    m_empty->setObjectName(u"tableEmpty"_s);
    m_run->setObjectName(u"tableRun"_s);
    m_stop->setObjectName(u"tableStop"_s);
    m_export->setObjectName(u"tableExport"_s);
    m_exportLayer->setObjectName(u"tableExportLayer"_s);
    m_zoom->setObjectName(u"tableZoom"_s);
    m_run->setShortcut(Qt::Key_F5);
    m_stop->setShortcut(Qt::CTRL | Qt::Key_Period);
    for (QLabel* label : {m_yearLabel, m_beforeLabel, m_levelLabel, m_sliverLabel, m_orLabel})
        label->setWordWrap(false);
    m_lines->setMenu(m_lineMenu);
    m_lines->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(10);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);

    auto* tools = new QHBoxLayout;
    tools->addWidget(m_kind, 1);
    for (QAction* action : {m_run, m_stop, m_zoom, m_export, m_exportLayer}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        if (action == m_zoom)
            continue; // by double click, Enter and Ctrl+K
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                           : Qt::ToolButtonTextBesideIcon);
        tools->addWidget(button);
    }
    QHBoxLayout* years = lineOf({m_yearLabel, m_year, m_beforeLabel, m_before, m_levelLabel});
    years->addWidget(m_level, 1);
    years->addWidget(m_parcels, 1);
    auto* lines = new QHBoxLayout;
    lines->addWidget(m_lines, 1);
    lines->addWidget(m_byName);
    QHBoxLayout* limits = lineOf({m_sliverLabel, m_sliver, m_orLabel, m_width});
    limits->addStretch(1);
    limits->addWidget(m_district);

    auto* shown = new QWidget(this);
    auto* shownLayout = new QVBoxLayout(shown);
    shownLayout->setContentsMargins(0, 0, 0, 0);
    shownLayout->addWidget(m_notice);
    shownLayout->addWidget(m_head);
    shownLayout->addWidget(m_table, 1);
    shownLayout->addWidget(m_closing);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(tools);
    layout->addLayout(years);
    layout->addLayout(lines);
    layout->addLayout(limits);
    layout->addWidget(m_stack, 1);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        writeChoices();
        plan();
        showTable();
    });
    for (QComboBox* box : {m_year, m_before, m_level, m_parcels})
        connect(box, &QComboBox::currentIndexChanged, this, &TablesView::readChoices);
    connect(m_byName, &QCheckBox::toggled, this, &TablesView::readChoices);
    for (QDoubleSpinBox* box : {m_sliver, m_width})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TablesView::readChoices);
    connect(m_district, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_writing)
            showTable();
    });
    connect(m_run, &QAction::triggered, this, &TablesView::compute);
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_job != 0)
            m_jobs->cancel(m_job);
    });
    connect(m_export, &QAction::triggered, this, [this] { exportTable(false); });
    connect(m_exportLayer, &QAction::triggered, this, [this] { exportTable(true); });
    connect(m_zoom, &QAction::triggered, this, &TablesView::choose);
    connect(m_table, &QTableView::activated, this, &TablesView::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateState();
        Q_EMIT rowChanged();
    });
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_plan.canBeMade())
            compute();
        else
            Q_EMIT layersWanted();
    });
}

QList<QAction*> TablesView::viewActions() const
{
    return {m_run, m_stop, m_zoom, m_export, m_exportLayer};
}

TableKind TablesView::kind() const
{
    return m_kind->count() > 0 ? chosen<TableKind>(m_kind) : TableKind::Matrix;
}

void TablesView::retranslate()
{
    m_writing = true;
    const TableKind before = kind();
    m_kind->clear();
    m_kind->addItem(tr("地类 × 控制线 × 行政区"), static_cast<int>(TableKind::Matrix));
    m_kind->addItem(tr("两年地类转移"), static_cast<int>(TableKind::Transition));
    m_kind->addItem(tr("控制线内图斑清单"), static_cast<int>(TableKind::Encroachment));
    select(m_kind, static_cast<int>(before));
    m_level->clear();
    m_level->addItem(tr("一级类（编码前两位）"), static_cast<int>(ClassLevel::Two));
    m_level->addItem(tr("二级类（编码前四位）"), static_cast<int>(ClassLevel::Four));
    m_level->addItem(tr("按公报归并（湿地单列）"), static_cast<int>(ClassLevel::Group));
    m_level->addItem(tr("原编码"), static_cast<int>(ClassLevel::Code));
    m_parcels->clear();
    m_parcels->addItem(tr("建设用地（按地类编码）"), static_cast<int>(ParcelChoice::Construction));
    m_parcels->addItem(tr("城乡建设用地（按城镇村属性码）"),
                       static_cast<int>(ParcelChoice::UrbanRural));
    m_parcels->addItem(tr("全部地类"), static_cast<int>(ParcelChoice::All));
    m_writing = false;
    m_yearLabel->setText(tr("年份"));
    m_beforeLabel->setText(tr("对比"));
    m_sliverLabel->setText(tr("碎片小于"));
    m_orLabel->setText(tr("或窄于"));
    m_sliver->setSuffix(tr(" 平方米"));
    m_width->setSuffix(tr(" 米"));
    m_byName->setText(tr("按名称分开"));
    m_byName->setToolTip(tr("每条控制线按它的名称或类型单列，否则按种类合计"));
    m_sliver->setToolTip(tr("叠加切出的、比这更小的碎块不计入，个数和面积另行列出；0 为不设"));
    m_width->setToolTip(tr("平均宽度（两倍面积除以周长）比这更窄的碎块不计入；0 为不设"));
    m_kind->setAccessibleName(tr("表格"));
    m_year->setAccessibleName(tr("图斑的年份"));
    m_before->setAccessibleName(tr("对比的年份"));
    m_level->setAccessibleName(tr("地类分级"));
    m_parcels->setAccessibleName(tr("列出哪些图斑"));
    m_lines->setAccessibleName(tr("控制线"));
    m_district->setAccessibleName(tr("显示哪个行政区"));
    m_sliver->setAccessibleName(tr("碎片面积界限"));
    m_width->setAccessibleName(tr("碎片宽度界限"));
    m_table->setAccessibleName(tr("表格内容"));
    m_run->setText(tr("计算"));
    m_run->setToolTip(tr("由图层编制这张表，所选口径随项目保存（F5）"));
    m_stop->setText(tr("停止"));
    m_stop->setToolTip(tr("停止计算（Ctrl+.）"));
    m_export->setText(tr("导出…"));
    m_export->setToolTip(tr("写成 Excel 表，附项目、图层、年份、坐标系和碎片界限"));
    m_exportLayer->setText(tr("导出图层…"));
    m_exportLayer->setToolTip(tr("把线内部分或变化的地块写成 GeoPackage、Shapefile 等图层"));
    m_zoom->setText(tr("定位"));
    m_model->retranslate();
    load();
}

void TablesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
}

void TablesView::refresh()
{
    m_stale = true;
    if (isVisible() || !m_session->isOpen())
        load();
}

void TablesView::load()
{
    m_stale = false;
    const auto year = m_session->data();
    if (m_session->path() != m_path || !year) {
        m_path = m_session->path();
        m_choices.clear();
        m_made.clear();
        if (m_job != 0)
            m_jobs->cancel(m_job);
    }
    writeChoices();
    plan();
    showTable();
}

void TablesView::fillYears()
{
    const auto year = m_session->data();
    const QList<int> years = year ? spatial::parcelYears(*year) : QList<int>();
    const int shown = m_year->currentData().toInt();
    const int before = m_before->currentData().toInt();
    m_year->clear();
    m_before->clear();
    for (const int one : years) {
        m_year->addItem(QString::number(one), one);
        m_before->addItem(QString::number(one), one);
    }
    if (years.isEmpty() && year)
        m_year->addItem(QString::number(year->info.year), year->info.year);
    const auto usual = std::find_if(years.cbegin(), years.cend(),
                                    [&](int one) { return year && one <= year->info.year; });
    select(m_year, m_year->findData(shown) >= 0 ? shown : usual == years.cend() ? 0 : *usual);
    const auto earlier = std::find_if(years.cbegin(), years.cend(), [this](int one) {
        return one < m_year->currentData().toInt();
    });
    const bool keeps = m_before->findData(before) >= 0 && before < m_year->currentData().toInt();
    select(m_before, keeps ? before : earlier == years.cend() ? 0 : *earlier);
}

void TablesView::fillLines()
{
    m_lineMenu->clear();
    const auto year = m_session->data();
    const TableChoices& choices = m_choices[kind()];
    const QStringList usual = spatial::usualLines(kind());
    const QStringList wanted = choices.lines.isEmpty() ? usual : choices.lines;
    for (const QString& role : spatial::lineRoles()) {
        const bool there =
            year && std::any_of(year->layers.cbegin(), year->layers.cend(),
                                [&role](const project::Layer& one) { return one.role == role; });
        if (!there && !wanted.contains(role) && !usual.contains(role))
            continue;
        // Boxes, so that the menu stays open while several are ticked.
        auto* box = new QCheckBox(there ? roleName(role) : tr("%1（没有图层）").arg(roleName(role)),
                                  m_lineMenu);
        box->setObjectName(u"tableLine"_s + role);
        box->setChecked(wanted.contains(role));
        box->setEnabled(there || wanted.contains(role));
        auto* action = new QWidgetAction(m_lineMenu);
        action->setDefaultWidget(box);
        m_lineMenu->addAction(action);
        connect(box, &QCheckBox::toggled, this, [this, role, box](bool on) {
            TableChoices& mine = m_choices[kind()];
            QStringList lines = mine.lines.isEmpty() ? spatial::usualLines(kind()) : mine.lines;
            lines.removeAll(role);
            if (on)
                lines << role;
            if (lines.isEmpty()) { // no choice would be the usual ones
                const QSignalBlocker blocker(box);
                box->setChecked(true);
                return;
            }
            QStringList sorted;
            for (const QString& one : spatial::lineRoles()) {
                if (lines.contains(one))
                    sorted << one;
            }
            mine.lines = sorted == spatial::usualLines(kind()) ? QStringList() : sorted;
            nameLines(sorted);
            plan();
            updateState();
        });
    }
    nameLines(wanted);
}

void TablesView::nameLines(const QStringList& roles)
{
    QStringList names;
    for (const QString& role : roles)
        names << roleName(role);
    m_lines->setToolTip(tr("控制线：%1").arg(names.join(tr("、"))));
    // Shortened where there is no room; the tooltip has all of it.
    constexpr int frame = 36;
    m_lines->setText(m_lines->fontMetrics().elidedText(m_lines->toolTip(), Qt::ElideRight,
                                                       m_lines->width() - frame));
}

void TablesView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const TableChoices& choices = m_choices[kind()];
    layout()->activate();
    nameLines(choices.lines.isEmpty() ? spatial::usualLines(kind()) : choices.lines);
}

void TablesView::fillDistricts()
{
    const QVariant before = m_district->currentData();
    m_writing = true;
    m_district->clear();
    m_district->addItem(tr("全市"));
    const Made table = made();
    const auto year = m_session->data();
    QHash<QString, QString> names;
    for (const project::Region& region : year ? year->regions : QList<project::Region>())
        names.insert(region.nameZh, language::choose(region.nameZh, region.nameEn));
    m_model->setDistrictNames(names);
    if (table) {
        for (const QString& district : table->districts)
            m_district->addItem(names.value(district, district), district);
        if (!table->districts.isEmpty())
            m_district->addItem(tr("区外"), QString(u""_s));
    }
    m_district->setCurrentIndex(before.isValid() ? std::max(0, m_district->findData(before)) : 0);
    m_district->setVisible(table && !table->districts.isEmpty());
    m_writing = false;
}

void TablesView::writeChoices()
{
    const auto year = m_session->data();
    if (!m_choices.contains(kind()))
        m_choices.insert(kind(), year ? spatial::choicesFor(*year, kind()) : TableChoices{kind()});
    const TableChoices& choices = m_choices[kind()];
    m_writing = true;
    fillYears();
    fillLines();
    select(m_level, static_cast<int>(choices.level));
    select(m_parcels, static_cast<int>(choices.parcels));
    m_byName->setChecked(choices.byName);
    m_sliver->setValue(choices.sliver.area);
    m_width->setValue(choices.sliver.width);
    const bool transition = kind() == TableKind::Transition;
    const bool list = kind() == TableKind::Encroachment;
    m_before->setVisible(transition);
    m_beforeLabel->setVisible(transition);
    m_lines->setVisible(!transition);
    m_byName->setVisible(!transition);
    m_level->setVisible(!list);
    m_parcels->setVisible(list);
    m_levelLabel->setText(list ? tr("图斑") : tr("地类"));
    m_writing = false;
}

void TablesView::readChoices()
{
    if (m_writing)
        return;
    TableChoices& choices = m_choices[kind()];
    choices.level = chosen<ClassLevel>(m_level);
    choices.parcels = chosen<ParcelChoice>(m_parcels);
    choices.byName = m_byName->isChecked();
    choices.sliver = {m_sliver->value(), m_width->value()};
    plan();
    updateState();
}

void TablesView::plan()
{
    const auto year = m_session->data();
    m_plan = year ? spatial::planTable(*year, m_choices[kind()], m_year->currentData().toInt(),
                                       m_before->currentData().toInt())
                  : spatial::TablePlan();
}

bool TablesView::isStale() const
{
    const Made table = made();
    if (!table)
        return false;
    if (table->choices != m_plan.choices || table->year != m_plan.year ||
        table->before != m_plan.before)
        return true;
    QStringList then, now;
    for (const spatial::TableUse& use : table->layers)
        then << QString::number(use.id.number()) + use.sha256;
    for (const auto* layers :
         {&m_plan.parcels, &m_plan.parcelsBefore, &m_plan.lines, &m_plan.districts}) {
        for (const project::Layer& layer : *layers)
            now << QString::number(layer.id.number()) + layer.sha256;
    }
    return then != now;
}

void TablesView::showTable()
{
    fillDistricts();
    const QVariant district = m_district->currentData();
    m_model->setTable(made(),
                      district.isValid() ? std::optional(district.toString()) : std::nullopt);
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column), Theme::scaled(60),
                                                   Theme::scaled(150)));
    m_closing->setText(m_model->closing().join(u'\n'));
    updateState();
    Q_EMIT tableChanged();
}

void TablesView::updateState()
{
    const Made table = made();
    const auto year = m_session->data();
    const bool running = m_job != 0;
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_notice->setVisible(isStale());
    m_notice->setText(m_plan.canBeMade() ? tr("口径或图层已变，下面是以前的结果；按“计算”更新。")
                                         : m_plan.lacking.join(u'\n'));
    if (table) {
        QStringList names;
        for (const spatial::TableUse& use : table->layers) {
            if (names.contains(use.name))
                continue;
            if (use.part == u"before")
                names.prepend(use.name);
            else
                names << use.name;
        }
        m_head->setText(tr("所用图层：%1").arg(names.join(tr("、"))));
        m_head->setToolTip(tr("椭球面积；叠加在 %1 平面内进行").arg(table->planeCrs()));
    }
    if (!year) {
        m_empty->setTexts(tr("没有打开的项目"), {});
    } else if (!m_plan.canBeMade()) {
        m_empty->setTexts(tr("还不能编制这张表"), m_plan.lacking.join(u'\n'), tr("到图层"));
    } else {
        QStringList names;
        for (const auto* layers : {&m_plan.parcelsBefore, &m_plan.parcels, &m_plan.lines}) {
            for (const project::Layer& layer : *layers)
                names << layer.name;
        }
        const QString layers = names.join(tr("、"));
        m_empty->setTexts(running ? tr("正在计算…") : tr("还没有计算"),
                          m_plan.districts.isEmpty() ? tr("用%1编制，不分区。").arg(layers)
                                                     : tr("用%1编制，按行政区分列。").arg(layers),
                          running ? QString() : tr("计算"));
    }
    m_run->setEnabled(year && m_plan.canBeMade() && !running);
    m_stop->setEnabled(running);
    m_export->setEnabled(table && !running);
    m_exportLayer->setEnabled(table && !running && kind() != TableKind::Matrix);
    m_zoom->setEnabled(m_model->parcelAt(m_table->currentIndex().row()) != nullptr);
}

void TablesView::compute()
{
    const auto year = m_session->data();
    if (!year || !m_plan.canBeMade() || m_job != 0)
        return;
    const spatial::TablePlan plan = m_plan;
    if (!m_session->isReadOnly())
        m_session->edit(spatial::setChoicesAsEdit(*year, plan.choices));
    m_job = m_jobs->start<Made>(
        tr("编制表格：%1").arg(m_kind->currentText()),
        [path = m_session->path(), year, plan](const CancelToken& cancel,
                                               const ProgressSink& progress) -> Result<Made> {
            spatial::TableOptions options;
            options.shapes = true;
            auto table = spatial::makeTable(path, *year, plan, options, cancel, progress);
            if (!table)
                return table.error();
            return std::make_shared<const spatial::ProjectTable>(*std::move(table));
        },
        this,
        [this, path = m_session->path()](const Result<Made>& table) {
            m_job = 0;
            if (path == m_path && table) {
                m_made.insert((*table)->choices.kind, *table);
                Q_EMIT noticed(tr("表格算好了。"));
            } else if (!table && table.error().code() != ErrorCode::Cancelled) {
                Q_EMIT failed(table.error());
            }
            showTable();
        });
    updateState();
}

const project::Layer* TablesView::mapLayer() const
{
    const auto year = m_session->data();
    if (!year)
        return nullptr;
    const QList<project::Layer>& layers =
        kind() == TableKind::Transition && made() ? m_plan.parcelsBefore : m_plan.parcels;
    return layers.isEmpty() ? nullptr : year->layer(layers.constFirst().id);
}

const project::Layer* TablesView::lineLayer() const
{
    const auto year = m_session->data();
    if (!year || m_plan.lines.isEmpty())
        return nullptr;
    const spatial::Encroachment* const parcel = m_model->parcelAt(m_table->currentIndex().row());
    const auto found = std::find_if(
        m_plan.lines.cbegin(), m_plan.lines.cend(), [parcel](const project::Layer& line) {
            const catalogue::LayerRole* const role = catalogue::layerRole(line.role);
            return parcel && role && parcel->redline.startsWith(role->name);
        });
    return year->layer(found == m_plan.lines.cend() ? m_plan.lines.constFirst().id : found->id);
}

QSet<qint64> TablesView::listed() const
{
    QSet<qint64> features;
    const Made table = made();
    if (!table || table->layers.isEmpty())
        return features;
    if (kind() == TableKind::Encroachment) {
        for (const spatial::Encroachment& one : table->encroachment.list) {
            if (one.layer == 0 && features.size() < mostListed)
                features.insert(one.feature);
        }
    }
    if (kind() == TableKind::Transition && m_plan.parcelsBefore.size() == 1) {
        for (const spatial::Change& one : table->transition.changes) {
            if (features.size() < mostListed)
                features.insert(one.feature);
        }
    }
    return features;
}

void TablesView::choose()
{
    const spatial::Encroachment* const parcel = m_model->parcelAt(m_table->currentIndex().row());
    if (parcel && parcel->layer == 0)
        Q_EMIT parcelChosen(parcel->feature);
}

void TablesView::exportTable(bool asLayer)
{
    const Made table = made();
    const auto year = m_session->data();
    if (!table || !year)
        return;
    const QString suffix = asLayer ? u"gpkg"_s : u"xlsx"_s;
    dialogs::saveFile(
        this,
        {.title = asLayer ? tr("导出图层") : tr("导出表格"),
         .filter = asLayer ? tr("图层 (*.gpkg *.shp *.fgb *.geojson)") : tr("Excel 表 (*.xlsx)"),
         .suggested = report::tableFileName(*table, *year) + u'.' + suffix,
         .suffix = suffix},
        [this, table, year, asLayer](const QString& path) {
            m_jobs->start<QString>(
                tr("导出表格"),
                [=](const CancelToken& cancel, const ProgressSink&) -> Result<QString> {
                    const Result<void> written =
                        asLayer ? spatial::writeTableLayer(path, *table)
                                : report::writeTable(path, *table, *year, cancel);
                    if (!written)
                        return written.error();
                    return path;
                },
                this,
                [this](const Result<QString>& written) {
                    if (written)
                        Q_EMIT noticed(tr("已写入 %1。").arg(QDir::toNativeSeparators(*written)));
                    else if (written.error().code() != ErrorCode::Cancelled)
                        Q_EMIT failed(written.error());
                });
        });
}

} // namespace checkup::workspace
