#include "app/workspace/spatial/database_dialog.h"
#include "app/workspace/spatial/layers_view.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/layer_dialogs.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/spatial/take_dialog.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/columns.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/report/repair_list.h"
#include "core/spatial/gate.h"
#include "core/spatial/intake.h"
#include "core/spatial/layer_regions.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

LayersView::LayersView(Session* session, Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_model(new LayerModel(this))
    , m_tree(new QTreeView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"spatial"_s, this))
    , m_facts(makeLabel({}, "dim", 1, false, true))
    , m_hint(makeLabel({}, "faint"))
    , m_offer(new QWidget(this))
    , m_offerText(makeLabel({}, "warning"))
    , m_offerButton(new QPushButton(m_offer))
    , m_add(new QAction(icon(u"plus"_s), {}, this))
    , m_database(new QAction(this))
    , m_replace(new QAction(this))
    , m_edit(new QAction(icon(u"edit"_s), {}, this))
    , m_remove(new QAction(icon(u"trash"_s), {}, this))
    , m_repairs(new QAction(this))
    , m_regions(new QAction(this))
    , m_check(new QAction(this))
{
    m_tree->setObjectName(u"layerTree"_s);
    m_facts->setObjectName(u"layerFacts"_s);
    m_add->setObjectName(u"layerAdd"_s);
    m_database->setObjectName(u"layerDatabase"_s);
    m_replace->setObjectName(u"layerReplace"_s);
    m_edit->setObjectName(u"layerEdit"_s);
    m_remove->setObjectName(u"layerRemove"_s);
    m_repairs->setObjectName(u"layerRepairs"_s);
    m_regions->setObjectName(u"layerRegions"_s);
    m_check->setObjectName(u"layerCheck"_s);
    m_offer->setObjectName(u"regionsOffer"_s);
    m_offerButton->setObjectName(u"regionsOfferButton"_s);
    m_check->setShortcut(Qt::Key_F5);
    m_add->setShortcut(Qt::CTRL | Qt::Key_I);
    m_edit->setShortcut(Qt::CTRL | Qt::Key_E);
    m_remove->setShortcut(QKeySequence::Delete);
    m_tree->setModel(m_model);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->header()->setHighlightSections(false);
    m_tree->header()->setStretchLastSection(true);
    // Where the file is comes after what the layer is.
    m_tree->header()->moveSection(LayerModel::Place, LayerModel::Classes);

    auto* bar = new QHBoxLayout;
    for (QAction* action :
         {m_add, m_database, m_replace, m_edit, m_remove, m_repairs, m_regions, m_check}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_tree->addAction(action);
        addAction(action);
        if (action == m_regions || action == m_check)
            continue; // by the list's menu, the keyboard and Ctrl+K
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                           : Qt::ToolButtonTextBesideIcon);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    m_stack->addWidget(m_empty);
    auto* list = new QWidget(this);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    auto* offer = new QHBoxLayout(m_offer);
    offer->setContentsMargins(0, 0, 0, 0);
    offer->addWidget(m_offerText, 1);
    offer->addWidget(m_offerButton);
    m_offer->hide();
    listLayout->addWidget(m_offer);
    listLayout->addWidget(m_tree, 1);
    listLayout->addWidget(m_facts);
    listLayout->addWidget(m_hint);
    m_stack->addWidget(list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        writeFacts();
        updateActions();
        Q_EMIT currentChanged();
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const LayerRow* row = m_model->at(index);
        if (!row)
            return;
        if (row->layer)
            editCurrent();
        else if (m_add->isEnabled())
            askFiles();
    });
    connect(m_empty, &EmptyState::activated, this, &LayersView::askFiles);
    connect(m_add, &QAction::triggered, this, &LayersView::askFiles);
    connect(m_database, &QAction::triggered, this, &LayersView::askDatabase);
    connect(m_replace, &QAction::triggered, this, &LayersView::replace);
    connect(m_edit, &QAction::triggered, this, &LayersView::editCurrent);
    connect(m_remove, &QAction::triggered, this, &LayersView::removeCurrent);
    connect(m_repairs, &QAction::triggered, this, &LayersView::showRepairs);
    connect(m_check, &QAction::triggered, this, &LayersView::checkAgain);
    connect(m_regions, &QAction::triggered, this, [this] {
        if (const project::Layer* layer = current())
            readRegions(*layer);
    });
    connect(m_offerButton, &QPushButton::clicked, this, [this] {
        const auto year = m_session->data();
        if (const project::Layer* layer = year ? spatial::layerWithoutRegions(*year) : nullptr)
            readRegions(*layer);
    });
    connect(session, &Session::closed, this,
            [this] { m_digests = std::make_shared<project::DigestMemory>(); });
}

QList<QAction*> LayersView::viewActions() const
{
    return {m_add, m_database, m_replace, m_edit, m_remove, m_repairs, m_regions, m_check};
}

void LayersView::retranslate()
{
    m_add->setText(tr("添加图层…"));
    m_add->setToolTip(
        tr("从文件添加：shp、gpkg、gdb、dxf、geojson、fgb、csv、osm.pbf；也可把文件拖进"
           "窗口"));
    m_database->setText(tr("从数据库…"));
    m_database->setToolTip(tr("添加 PostGIS 数据库里的表；图层留在库里，在库里计算"));
    m_replace->setText(tr("替换…"));
    m_replace->setToolTip(tr("用另一个文件换掉所选图层，角色和字段对应照旧"));
    m_edit->setText(tr("修改…"));
    m_edit->setToolTip(tr("改所选图层的角色、年份、坐标系、分类、编码和字段对应"));
    m_remove->setText(tr("移除"));
    m_remove->setToolTip(tr("从项目中移除所选图层；文件本身不删，可撤销"));
    m_repairs->setText(tr("修复清单…"));
    m_repairs->setToolTip(tr("所选图层修复了哪些要素，各使面积变化多少"));
    m_regions->setText(tr("地区名录…"));
    m_regions->setToolTip(tr("把行政区、街道图层里的地区列入项目，使计算结果分到它们"));
    m_check->setText(tr("重新核对"));
    m_check->setToolTip(tr("再读一遍文件和数据库，看图层是否还是导入时的样子"));
    m_offerButton->setText(tr("列入名录…"));
    writeOffer();
    m_tree->setAccessibleName(tr("图层和所缺的图层"));
    m_model->retranslate();
    fitColumns();
    writeEmpty();
    writeFacts();
}

void LayersView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fitColumns();
    if (m_stale)
        look();
}

void LayersView::refresh()
{
    const LayerRow* before = m_model->at(m_tree->currentIndex());
    const QString role = before ? before->role : QString();
    const project::LayerId id = before && before->layer ? before->layer->id : project::LayerId();
    QSet<int> folded;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        if (!m_tree->isExpanded(m_model->index(group, 0)))
            folded.insert(group);
    }
    const bool first = m_model->rowCount() == 0;
    {
        const QSignalBlocker blocker(m_tree->selectionModel());
        m_model->setYear(m_session->data());
    }
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QModelIndex index = m_model->index(group, 0);
        m_tree->setFirstColumnSpanned(group, {}, true);
        m_tree->setExpanded(index, first || !folded.contains(group));
    }
    QModelIndex at = m_model->indexOf(id);
    if (!at.isValid() && !role.isEmpty())
        at = m_model->indexOf(role);
    if (!at.isValid()) {
        const auto year = m_session->data();
        if (year && !year->layers.isEmpty())
            at = m_model->indexOf(year->layers.first().id);
    }
    m_tree->setCurrentIndex(at);
    fitColumns();
    writeEmpty();
    writeFacts();
    writeOffer();
    updateActions();
    m_stale = true;
    if (isVisible())
        look();
    Q_EMIT currentChanged();
}

void LayersView::fitColumns()
{
    workspace::fitColumns(m_tree, m_tree->header(), {176, 90, 84, 60, 76, 76, 84, 160});
    // The facts below name the layer too.
    m_tree->setColumnHidden(LayerModel::Name, m_tree->width() < Theme::scaled(720));
}

const project::Layer* LayersView::current() const
{
    const LayerRow* row = m_model->at(m_tree->currentIndex());
    return row ? row->layer : nullptr;
}

bool LayersView::showRole(const QString& role)
{
    const QModelIndex at = m_model->indexOf(role);
    if (!at.isValid())
        return false;
    m_tree->setCurrentIndex(at);
    m_tree->scrollTo(at);
    m_tree->setFocus();
    return true;
}

void LayersView::updateActions()
{
    const bool writable = m_session->isOpen() && !m_session->isReadOnly();
    const project::Layer* layer = current();
    for (QAction* action : {m_add, m_database})
        action->setEnabled(writable);
    for (QAction* action : {m_replace, m_edit, m_remove})
        action->setEnabled(writable && layer);
    m_repairs->setEnabled(layer && !layer->health.isEmpty());
    m_regions->setEnabled(writable && layer && spatial::levelOfRole(layer->role).has_value());
    m_check->setEnabled(m_session->isOpen() && m_model->layerCount() > 0);
}

void LayersView::writeEmpty()
{
    QStringList first;
    for (const QString& role : m_model->missingRoles().mid(0, 4))
        first << roleTitle(role);
    m_empty->setTexts(tr("还没有图层"),
                      first.isEmpty() ? tr("本年度的指标体系里没有要从图层计算的数据。")
                                      : tr("添加图层后，空间指标由程序计算，并可追到每个图斑。最要"
                                           "紧的是 %1。可以把文件或文件夹拖"
                                           "进窗口。")
                                            .arg(first.join(tr("、"))),
                      m_session->isReadOnly() ? QString() : tr("添加图层…"));
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    const int have = m_model->layerCount(), missing = m_model->missingCount();
    if (have == 0)
        m_hint->setText(
            tr("灰色的 %1 类是指标要用而还没有的；选中一类，看由哪个部门提供。").arg(missing));
    else
        m_hint->setText(
            tr("%1 个图层，还缺 %2 类（灰色）。回车修改，Delete 移除。").arg(have).arg(missing));
}

void LayersView::writeFacts()
{
    const LayerRow* row = m_model->at(m_tree->currentIndex());
    m_facts->setVisible(row != nullptr);
    if (!row)
        return;
    QStringList lines;
    if (!row->layer) {
        lines << tr("%1：项目里没有。").arg(roleTitle(row->role));
        if (!row->department.isEmpty())
            lines << (row->answer.isEmpty()
                          ? tr("由%1提供，尚未答复。拿到后按回车添加。").arg(row->department)
                          : tr("%1答复：%2。").arg(row->department, row->answer));
        lines << tr("支撑 %1 项数据。").arg(row->subjects.size());
    } else {
        const project::Layer& layer = *row->layer;
        const LayerFacts facts = m_model->factsOf(layer);
        lines << tr("%1（%2）").arg(layer.name, roleTitle(layer.role));
        if (!facts.words.isEmpty())
            lines << facts.words;
        lines << (layer.isInside()
                      ? tr("取自 %1，存在项目文件内。").arg(layer.fileName)
                      : tr("引用 %1，%2。")
                            .arg(layer.path, QLocale::c().formattedDataSize(layer.size)));
        if (!layer.note.isEmpty())
            lines << layer.note;
    }
    m_facts->setText(lines.join(u'\n'));
}

void LayersView::look()
{
    m_stale = false;
    if (m_job != 0)
        m_jobs->cancel(m_job);
    const auto year = m_session->data();
    const quint64 generation = ++m_generation;
    if (!year || year->layers.isEmpty())
        return;
    using Facts = QHash<project::LayerId, LayerFacts>;
    m_job = m_jobs->start<Facts>(
        {},
        [path = m_session->path(), year, memory = m_digests](const CancelToken& cancel,
                                                             const ProgressSink&) -> Result<Facts> {
            Facts facts;
            for (const project::Layer& layer : year->layers) {
                const Result<project::LayerHealth> state =
                    spatial::layerState(path, layer, cancel, memory.get());
                if (!state)
                    return state.error();
                facts.insert(layer.id, layerFacts(layer, *state));
            }
            return facts;
        },
        this,
        [this, generation](const Result<Facts>& facts) {
            if (generation != m_generation)
                return;
            m_job = 0;
            if (!facts)
                return;
            m_model->setFacts(*facts);
            fitColumns();
            writeFacts();
        });
}

bool LayersView::addFiles(const QStringList& paths)
{
    QStringList taken;
    for (const QString& path : paths) {
        if (spatial::isLayerFile(path) || QFileInfo(path).isDir())
            taken.append(path);
    }
    if (taken.isEmpty())
        return false;
    openTake(taken, std::nullopt);
    return true;
}

void LayersView::openTake(const QStringList& paths, const std::optional<project::Layer>& replaced,
                          const QStringList& tables)
{
    auto* dialog = new TakeDialog(m_session, m_jobs, paths, replaced, this, tables);
    dialog->setDigests(m_digests);
    connect(dialog, &TakeDialog::issuesFound, this, &LayersView::issuesFound);
    connect(dialog, &TakeDialog::taken, this, [this](int layers) {
        Q_EMIT noticed(tr("已读入 %1 个图层。可按 Ctrl+Z 撤销。").arg(layers));
    });
    dialog->open();
}

QString LayersView::fileFilter()
{
    return tr("空间数据 (*.shp *.gpkg *.gdb *.dxf *.dwg *.geojson *.json *.fgb *.csv *.pbf *.osm "
              "*.kml *.gml *.zip *.xlsx);;所有文件 (*)");
}

void LayersView::askFiles()
{
    dialogs::openFiles(
        this, {.title = tr("添加图层"), .filter = fileFilter(), .suggested = {}, .suffix = {}},
        [this](const QStringList& paths) { openTake(paths, std::nullopt); });
}

void LayersView::askDatabase()
{
    auto* dialog = new DatabaseDialog(m_jobs, this);
    connect(dialog, &DatabaseDialog::chosen, this,
            [this](const QString& connection, const QStringList& tables) {
                openTake({connection}, std::nullopt, tables);
            });
    dialog->open();
}

void LayersView::replace()
{
    const project::Layer* layer = current();
    if (!layer)
        return;
    dialogs::openFile(
        this,
        {.title = tr("替换图层：%1").arg(layer->name),
         .filter = fileFilter(),
         .suggested = {},
         .suffix = {}},
        [this, replaced = *layer](const QString& path) { openTake({path}, replaced); });
}

void LayersView::editCurrent()
{
    const auto year = m_session->data();
    const project::Layer* layer = current();
    if (!year || !layer || m_session->isReadOnly())
        return;
    m_jobs->start<gdal::LayerInfo>(
        {},
        [path = m_session->path(), layer = *layer](const CancelToken&,
                                                   const ProgressSink&) -> Result<gdal::LayerInfo> {
            const auto opened = spatial::openLayer(path, layer, {}, {}, gdal::Faults::Keep);
            if (!opened)
                return opened.error();
            return opened->reader.info();
        },
        this,
        [this, year, layer = *layer](const Result<gdal::LayerInfo>& info) {
            if (!info)
                Q_EMIT failed(info.error());
            // Without its file the rest can still be put right.
            auto* dialog =
                new LayerDialog(m_jobs, year, layer, info.value_or(gdal::LayerInfo()), this);
            connect(dialog, &LayerDialog::layerRequested, this,
                    [this](const project::Layer& changed) {
                        if (const auto now = m_session->data())
                            m_session->edit(project::edits::setLayer(*now, changed));
                    });
            dialog->open();
        });
}

void LayersView::removeCurrent()
{
    const auto year = m_session->data();
    const project::Layer* layer = current();
    if (!year || !layer || m_session->isReadOnly())
        return;
    const QString name = layer->name;
    m_session->edit(project::edits::removeLayer(*year, layer->id));
    Q_EMIT noticed(tr("已移除“%1”。可按 Ctrl+Z 撤销。").arg(name));
}

void LayersView::showRepairs()
{
    const auto year = m_session->data();
    const project::Layer* layer = current();
    if (!year || !layer)
        return;
    auto* dialog = new RepairsDialog(*layer, this);
    connect(dialog, &RepairsDialog::exportRequested, this, [this, year, layer = *layer] {
        dialogs::saveFile(
            this,
            {.title = tr("导出修复清单"),
             .filter = tr("Excel 表 (*.xlsx)"),
             .suggested = tr("%1-几何修复.xlsx").arg(layer.name),
             .suffix = u"xlsx"_s},
            [this, year, layer](const QString& path) {
                m_jobs->start<QString>(
                    tr("导出修复清单"),
                    [=](const CancelToken& cancel, const ProgressSink&) -> Result<QString> {
                        const Result<void> written =
                            report::writeRepairList(path, *year, layer, cancel);
                        if (!written)
                            return written.error();
                        return path;
                    },
                    this,
                    [this](const Result<QString>& written) {
                        if (written)
                            Q_EMIT noticed(
                                tr("已写入 %1。").arg(QDir::toNativeSeparators(*written)));
                        else if (written.error().code() != ErrorCode::Cancelled)
                            Q_EMIT failed(written.error());
                    });
            });
    });
    dialog->open();
}

void LayersView::checkAgain()
{
    m_digests = std::make_shared<project::DigestMemory>();
    look();
    Q_EMIT noticed(tr("正在重新核对图层。"));
}

void LayersView::writeOffer()
{
    const auto year = m_session->data();
    const project::Layer* layer = year ? spatial::layerWithoutRegions(*year) : nullptr;
    m_offer->setVisible(layer && !m_session->isReadOnly());
    if (!layer)
        return;
    m_offerText->setText(
        spatial::levelOfRole(layer->role) == project::RegionLevel::Street
            ? tr("图层“%1”里的街道还不在项目的名录里，计算结果因此不分街道。").arg(layer->name)
            : tr("图层“%1”里的区县还不在项目的名录里，计算结果因此不分区县。").arg(layer->name));
}

void LayersView::readRegions(const project::Layer& layer)
{
    const auto year = m_session->data();
    m_jobs->start<spatial::LayerRegions>(
        tr("读取地区名录：%1").arg(layer.name),
        [path = m_session->path(), year, id = layer.id](
            const CancelToken& cancel, const ProgressSink&) -> Result<spatial::LayerRegions> {
            return spatial::regionsOfLayer(path, *year, id, cancel);
        },
        this,
        [this, year](const Result<spatial::LayerRegions>& regions) {
            if (!regions) {
                if (regions.error().code() != ErrorCode::Cancelled)
                    Q_EMIT failed(regions.error());
                return;
            }
            auto* dialog = new RegionsDialog(year, *regions, this);
            connect(dialog, &RegionsDialog::regionsRequested, this, [this, regions = *regions] {
                const auto now = m_session->data();
                if (!now)
                    return;
                m_session->edit(spatial::regionsAsEdits(*now, regions));
                Q_EMIT noticed(tr("已列入 %1 个地区；重新计算后它们也有结果。可按 Ctrl+Z 撤销。")
                                   .arg(regions.added()));
                if (!regions.issues.isEmpty())
                    Q_EMIT issuesFound(tr("地区名录：%1").arg(regions.layer), regions.issues);
            });
            dialog->open();
        });
}

QSet<qint64> LayersView::repairedFeatures(const project::Layer& layer)
{
    QSet<qint64> features;
    for (const spatial::GateRepair& repair : spatial::GateReport::fromJson(layer.health).repairs)
        features.insert(repair.feature);
    return features;
}

} // namespace checkup::workspace
