#include "app/workspace/spatial/results_view.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/recipe_model.h"
#include "app/workspace/spatial/result_table.h"
#include "app/workspace/spatial/service_dialog.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/columns.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int parcelLimit = 200;

QTableWidget* makeTable(QWidget* parent)
{
    auto* table = new QTableWidget(parent);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return table;
}

void setCell(QTableWidget* table, int row, int column, const QString& text, bool number)
{
    auto* item = new QTableWidgetItem(text);
    item->setToolTip(text);
    if (number)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->setItem(row, column, item);
}

void setHeads(QTableWidget* table, const QStringList& names)
{
    table->setColumnCount(static_cast<int>(names.size()));
    table->setHorizontalHeaderLabels(names);
    table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
}

/// (a - b) / b in percent, with its sign.
QString differenceText(double a, const std::optional<double>& b)
{
    if (!b || *b == 0)
        return {};
    const double percent = (a - *b) / *b * 100;
    return u"%1%2%"_s.arg(percent > 0 ? u"+"_s : QString(), QString::number(percent, 'f', 3));
}

} // namespace

ResultsView::ResultsView(Session* session, Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_subjects(new QComboBox(this))
    , m_head(makeLabel({}, "dim", 1, false, true))
    , m_closing(makeLabel({}, "dim", 1, false, true))
    , m_parcelHead(makeLabel({}, "dim"))
    , m_regions(makeTable(this))
    , m_parcelTable(makeTable(this))
    , m_empty(new EmptyState(u"spatial"_s, this))
    , m_body(new QWidget(this))
    , m_export(new QAction(icon(u"export"_s), {}, this))
    , m_zoom(new QAction(icon(u"search"_s), {}, this))
    , m_service(new QAction(icon(u"missing"_s), {}, this))
    , m_settle(new QTimer(this))
{
    m_subjects->setObjectName(u"resultSubject"_s);
    m_regions->setObjectName(u"resultRegions"_s);
    m_parcelTable->setObjectName(u"resultParcels"_s);
    m_closing->setObjectName(u"resultClosing"_s);
    m_parcelHead->setObjectName(u"resultParcelHead"_s);
    m_export->setObjectName(u"resultExport"_s);
    m_zoom->setObjectName(u"resultZoom"_s);
    m_service->setObjectName(u"resultService"_s);
    m_subjects->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_subjects->setMinimumContentsLength(18);
    m_subjects->setMaxVisibleItems(24);
    m_settle->setSingleShot(true);
    m_settle->setInterval(250);

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_subjects, 1);
    for (QAction* action : {m_zoom, m_service, m_export}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        bar->addWidget(button);
    }
    auto* above = new QWidget(this);
    auto* aboveLayout = new QVBoxLayout(above);
    aboveLayout->setContentsMargins(0, 0, 0, 0);
    aboveLayout->addWidget(m_regions, 1);
    aboveLayout->addWidget(m_closing);
    auto* below = new QWidget(this);
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    belowLayout->addWidget(m_parcelHead);
    belowLayout->addWidget(m_parcelTable, 1);
    auto* splitter = new QSplitter(Qt::Vertical, m_body);
    splitter->addWidget(above);
    splitter->addWidget(below);
    splitter->setSizes({300, 240});
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    setKind(splitter, "gap");
    auto* bodyLayout = new QVBoxLayout(m_body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->addLayout(bar);
    bodyLayout->addWidget(m_head);
    bodyLayout->addWidget(splitter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_empty, 1);

    connect(m_subjects, &QComboBox::currentIndexChanged, this, &ResultsView::showResult);
    connect(m_regions, &QTableWidget::currentCellChanged, this, [this] { m_settle->start(); });
    connect(m_settle, &QTimer::timeout, this, &ResultsView::askParcels);
    connect(m_parcelTable, &QTableWidget::cellDoubleClicked, this, &ResultsView::chooseParcel);
    connect(m_parcelTable, &QTableWidget::activated, this, &ResultsView::chooseParcel);
    connect(m_parcelTable, &QTableWidget::currentCellChanged, this,
            [this] { m_zoom->setEnabled(m_parcelTable->currentRow() >= 0); });
    connect(m_zoom, &QAction::triggered, this, &ResultsView::chooseParcel);
    connect(m_export, &QAction::triggered, this, &ResultsView::exportTable);
    connect(m_service, &QAction::triggered, this, &ResultsView::showService);
    connect(m_empty, &EmptyState::activated, this, &ResultsView::recipesWanted);
}

QList<QAction*> ResultsView::viewActions() const
{
    return {m_zoom, m_service, m_export};
}

void ResultsView::retranslate()
{
    m_subjects->setAccessibleName(tr("数据项"));
    m_regions->setAccessibleName(tr("各地区的结果"));
    m_parcelTable->setAccessibleName(tr("所选地区背后的图斑"));
    m_zoom->setText(tr("定位"));
    m_zoom->setToolTip(tr("在地图上放大到所选图斑（双击或回车）"));
    m_service->setText(tr("服务清单…"));
    m_service->setToolTip(tr("设施服务不到的要素和原因，没有用上的设施，各设施就近服务多少"));
    m_export->setText(tr("导出…"));
    m_export->setToolTip(tr("把各地区的结果和所列图斑写成 Excel 表"));
    m_empty->setTexts(
        tr("还没有结果"),
        tr("图层齐备后，在“计算方法”里按“全部计算”。结果按全市、区县、街道列出，并可追到每个"
           "图斑。"),
        tr("到计算方法"));
    fillSubjects();
}

void ResultsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        fillSubjects();
    else if (!m_asked)
        m_settle->start();
}

void ResultsView::refresh()
{
    m_stale = true;
    if (isVisible() || !m_session->isOpen())
        fillSubjects();
}

QString ResultsView::subject() const
{
    return m_subjects->currentData().toString();
}

void ResultsView::fillSubjects()
{
    m_stale = false;
    const auto year = m_session->data();
    const QString before = subject();
    {
        const QSignalBlocker blocker(m_subjects);
        m_subjects->clear();
        if (year) {
            for (const catalogue::Quantity& quantity : year->catalogue.quantities) {
                const project::SpatialRun* run = year->spatialRun(quantity.id, year->info.year);
                if (run && !run->report.isEmpty())
                    m_subjects->addItem(language::choose(quantity.nameZh, quantity.nameEn),
                                        quantity.id);
            }
        }
        m_subjects->setCurrentIndex(std::max(0, m_subjects->findData(before)));
    }
    m_body->setVisible(m_subjects->count() > 0);
    m_empty->setVisible(m_subjects->count() == 0);
    showResult();
}

bool ResultsView::showSubject(const QString& subject)
{
    if (m_stale)
        fillSubjects();
    const int at = m_subjects->findData(subject);
    if (at < 0)
        return false;
    m_subjects->setCurrentIndex(at);
    return true;
}

project::RegionId ResultsView::region() const
{
    const int row = m_regions->currentRow();
    return m_result && row >= 0 && row < m_result->regions.size() ? m_result->regions.at(row).region
                                                                  : project::RegionId();
}

void ResultsView::showResult()
{
    const auto year = m_session->data();
    const project::RegionId before = region();
    m_result.reset();
    m_parcels.clear();
    m_asked = false;
    const project::SpatialRun* run = year ? year->spatialRun(subject(), year->info.year) : nullptr;
    if (run) {
        Result<spatial::RecipeResult> result = spatial::resultFromText(run->report, *year);
        if (result)
            m_result = *std::move(result);
        else
            m_head->setText(result.error().message());
    }
    const QSignalBlocker blocker(m_regions);
    m_regions->setRowCount(0);
    m_zoom->setEnabled(false);
    m_export->setEnabled(m_result.has_value());
    m_service->setEnabled(m_result && m_result->facilities > 0);
    if (!m_result) {
        m_closing->clear();
        fillParcels();
        Q_EMIT resultChanged();
        return;
    }
    const spatial::RecipeResult& result = *m_result;
    const bool plane = std::any_of(result.regions.cbegin(), result.regions.cend(),
                                   [](const auto& one) { return one.plane.has_value(); });
    const bool circle = std::any_of(result.regions.cbegin(), result.regions.cend(),
                                    [](const auto& one) { return one.circle.has_value(); });
    QStringList heads{tr("地区"), tr("结果\n%1").arg(unitWord(result.unit)), tr("要素")};
    if (plane) {
        heads << tr("平面面积") << tr("椭球与\n平面差");
    }
    if (circle) {
        heads << tr("按圆圈") << tr("与圆圈差");
    }
    setHeads(m_regions, heads);
    m_regions->setRowCount(static_cast<int>(result.regions.size()));
    int shown = 0;
    for (int row = 0; row < result.regions.size(); ++row) {
        const spatial::RegionResult& one = result.regions.at(row);
        const project::Region* region = year->region(one.region);
        QString name = region ? language::choose(region->nameZh, region->nameEn) : QString();
        if (region && region->level != project::RegionLevel::City)
            name.prepend(region->level == project::RegionLevel::District ? u"　"_s : u"　　"_s);
        if (one.region == before)
            shown = row;
        int column = 0;
        setCell(m_regions, row, column++, name, false);
        setCell(m_regions, row, column++, amountText(one.value), true);
        setCell(m_regions, row, column++, QLocale::c().toString(one.features), true);
        if (plane) {
            setCell(m_regions, row, column++, one.plane ? amountText(*one.plane) : QString(), true);
            setCell(m_regions, row, column++, differenceText(one.value, one.plane), true);
        }
        if (circle) {
            setCell(m_regions, row, column++, one.circle ? amountText(*one.circle) : QString(),
                    true);
            setCell(m_regions, row, column++, differenceText(one.value, one.circle), true);
        }
    }
    fitColumns(m_regions, m_regions->horizontalHeader());
    m_regions->setCurrentCell(shown, 0);
    m_head->setText(result.method);
    QStringList closing;
    if (result.byDistrict) {
        double districts = 0;
        for (const spatial::RegionResult& one : result.regions) {
            const project::Region* region = year->region(one.region);
            if (region && region->level == project::RegionLevel::District)
                districts += one.value;
        }
        closing << tr("闭合：区县合计 %1，区外 %2，全部 %3，残差 %4 %5。")
                       .arg(amountText(districts), amountText(result.outside),
                            amountText(result.whole), amountText(result.residual),
                            unitWord(result.unit));
    } else {
        closing << tr("没有行政区图层（XZQ），只有全市的结果。");
    }
    if (result.slivers > 0)
        closing << tr("碎片 %1 个，%2，未计入。")
                       .arg(result.slivers)
                       .arg(amountText(result.sliverAmount, result.unit));
    if (result.noNumber + result.noShape > 0)
        closing << tr("没有数的 %1 个、没有图形的 %2 个，未计入。")
                       .arg(result.noNumber)
                       .arg(result.noShape);
    if (result.unreachable + result.noRoad > 0)
        closing << tr("路网到不了的 %1 个（%2），附近没有路的 %3 个（%4）。")
                       .arg(result.unreachable)
                       .arg(amountText(result.unreachableAmount, result.unit))
                       .arg(result.noRoad)
                       .arg(amountText(result.noRoadAmount, result.unit));
    if (result.circles)
        closing << tr("没有按路网，而是按圆圈计算的。");
    m_closing->setText(closing.join(u'\n'));
    fillParcels();
    Q_EMIT resultChanged();
    if (isVisible())
        m_settle->start();
}

void ResultsView::writeParcelHead(const QString& words)
{
    m_parcelHead->setText(words);
}

void ResultsView::askParcels()
{
    const auto year = m_session->data();
    if (!m_result || !year || !region().isValid())
        return;
    m_asked = true;
    if (m_job != 0)
        m_jobs->cancel(m_job);
    const quint64 generation = ++m_generation;
    m_parcels.clear();
    fillParcels();
    m_job = m_jobs->start<QList<spatial::Behind>>(
        tr("查找图斑"),
        [path = m_session->path(), year, subject = m_result->subject,
         region = region()](const CancelToken& cancel, const ProgressSink&) {
            return spatial::behind(path, *year, subject, year->info.year, region, parcelLimit,
                                   cancel);
        },
        this,
        [this, generation](const Result<QList<spatial::Behind>>& parcels) {
            if (generation != m_generation)
                return;
            m_job = 0;
            if (parcels) {
                m_parcels = *parcels;
                fillParcels();
                Q_EMIT parcelsChanged();
            } else if (parcels.error().code() == ErrorCode::Cancelled) {
                writeParcelHead(tr("已停止查找。换一个地区再试。"));
            } else {
                writeParcelHead(parcels.error().message());
            }
        });
}

void ResultsView::fillParcels()
{
    setHeads(m_parcelTable, {tr("图斑"), tr("类别"),
                             m_result ? tr("数量\n%1").arg(unitWord(m_result->unit)) : tr("数量"),
                             tr("占图斑"), tr("图层")});
    m_parcelTable->setRowCount(static_cast<int>(m_parcels.size()));
    for (int row = 0; row < m_parcels.size(); ++row) {
        const spatial::Behind& one = m_parcels.at(row);
        setCell(m_parcelTable, row, 0,
                one.label.isEmpty() ? QString::number(one.feature) : one.label, false);
        setCell(m_parcelTable, row, 1, language::choose(one.className, one.classNameEn), false);
        setCell(m_parcelTable, row, 2, amountText(one.amount), true);
        setCell(m_parcelTable, row, 3, QString::number(one.share * 100, 'f', 1) + u'%', true);
        setCell(m_parcelTable, row, 4, one.layer, false);
    }
    fitColumns(m_parcelTable, m_parcelTable->horizontalHeader());
    const bool several = std::any_of(m_parcels.cbegin(), m_parcels.cend(), [this](const auto& one) {
        return one.layer != m_parcels.first().layer;
    });
    m_parcelTable->setColumnHidden(4, !several);
    m_zoom->setEnabled(false);
    if (!m_result) {
        writeParcelHead({});
        return;
    }
    const int row = m_regions->currentRow();
    const auto year = m_session->data();
    const project::Region* region = year ? year->region(this->region()) : nullptr;
    const qint64 all = row >= 0 ? m_result->regions.at(row).features : 0;
    const qint64 more = std::max<qint64>(0, all - m_parcels.size());
    QString name = region ? language::choose(region->nameZh, region->nameEn) : QString();
    if (!several && !m_parcels.isEmpty())
        name = tr("%1（%2）").arg(name, m_parcels.first().layer);
    writeParcelHead(more > 0
                        ? tr("%1：最大的 %2 个图斑，还有 %3 个。双击在地图上定位。")
                              .arg(name)
                              .arg(m_parcels.size())
                              .arg(more)
                        : tr("%1：%2 个图斑。双击在地图上定位。").arg(name).arg(m_parcels.size()));
}

void ResultsView::showService()
{
    if (!m_result)
        return;
    auto* dialog = new ServiceDialog(m_session, m_jobs, *m_result, this);
    connect(dialog, &ServiceDialog::failed, this, &ResultsView::failed);
    connect(dialog, &ServiceDialog::noticed, this, &ResultsView::noticed);
    dialog->show(ServiceDialog::List::Unserved);
}

void ResultsView::chooseParcel()
{
    const int row = m_parcelTable->currentRow();
    if (row >= 0 && row < m_parcels.size())
        Q_EMIT parcelChosen(m_parcels.at(row));
}

void ResultsView::exportTable()
{
    const auto year = m_session->data();
    if (!m_result || !year)
        return;
    const catalogue::Quantity* quantity = year->catalogue.quantity(m_result->subject);
    const QString name = quantity ? quantity->nameZh : m_result->subject;
    dialogs::saveFile(
        this,
        {.title = tr("导出结果"),
         .filter = tr("Excel 表 (*.xlsx)"),
         .suggested = tr("%1-空间计算.xlsx").arg(name),
         .suffix = u"xlsx"_s},
        [this, year, name, result = *m_result, parcels = m_parcels,
         region = region()](const QString& path) {
            m_jobs->start<QString>(
                tr("导出结果"),
                [=](const CancelToken& cancel, const ProgressSink&) -> Result<QString> {
                    const Result<void> written =
                        writeResultTable(path, *year, name, result, region, parcels, cancel);
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
