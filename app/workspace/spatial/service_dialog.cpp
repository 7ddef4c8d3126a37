#include "app/workspace/spatial/service_dialog.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/recipe_model.h"
#include "app/workspace/spatial/result_table.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfEach = 1000; ///< of each reason

QString degrees(double value)
{
    return QString::number(value, 'f', 6);
}

QString nameOf(const QString& label, qint64 feature)
{
    return label.isEmpty() ? QString::number(feature) : label;
}

} // namespace

ServiceDialog::ServiceDialog(Session* session, Jobs* jobs, const spatial::RecipeResult& result,
                             QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_result(result)
    , m_lists(new QComboBox(this))
    , m_head(makeLabel({}, "dim", 1, false, true))
    , m_table(new QTableWidget(this))
{
    setObjectName(u"serviceDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto year = session->data();
    const catalogue::Quantity* quantity = year ? year->catalogue.quantity(result.subject) : nullptr;
    m_name = quantity ? language::choose(quantity->nameZh, quantity->nameEn) : result.subject;
    setWindowTitle(tr("服务清单：%1").arg(m_name));
    m_lists->setObjectName(u"serviceList"_s);
    m_lists->setAccessibleName(tr("清单"));
    m_lists->addItem(tr("服务不到的要素，没有用上的设施"));
    m_lists->addItem(tr("各设施就近服务多少"));
    m_lists->addItem(tr("服务范围，沿路的和圆圈的"));
    m_table->setObjectName(u"serviceTable"_s);
    m_table->setAccessibleName(tr("服务清单"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    m_table->horizontalHeader()->setHighlightSections(false);
    auto* buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("导出…"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(u"serviceExport"_s);
    m_export->setAutoDefault(false);
    buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_lists);
    layout->addWidget(m_head);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(Theme::scaled(820), Theme::scaled(520));

    connect(m_lists, &QComboBox::currentIndexChanged, this, &ServiceDialog::ask);
    connect(m_export, &QPushButton::clicked, this, &ServiceDialog::exportTable);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ServiceDialog::~ServiceDialog()
{
    if (m_job != 0)
        m_jobs->cancel(m_job);
}

void ServiceDialog::show(List list)
{
    {
        const QSignalBlocker blocker(m_lists);
        m_lists->setCurrentIndex(static_cast<int>(list));
    }
    QDialog::show();
    ask();
}

void ServiceDialog::ask()
{
    const auto year = m_session->data();
    if (!year)
        return;
    if (m_job != 0)
        m_jobs->cancel(m_job);
    fill({}, {});
    m_head->setText(tr("正在查找…"));
    const auto start = [this, year](const auto& find, auto take) {
        using Found = typename decltype(find(CancelToken()))::value_type;
        m_job = m_jobs->start<Found>(
            tr("查找服务清单"),
            [find](const CancelToken& cancel, const ProgressSink&) { return find(cancel); }, this,
            [this, take, list = m_lists->currentIndex()](const Result<Found>& found) {
                if (list != m_lists->currentIndex())
                    return;
                m_job = 0;
                if (found) {
                    m_writeLayer = [list = *found](const QString& path) {
                        return spatial::writeLayer(path, list);
                    };
                    take(*found);
                } else if (found.error().code() == ErrorCode::Cancelled)
                    m_head->setText(tr("已停止查找。换一份清单再试。"));
                else
                    m_head->setText(found.error().message());
                Q_EMIT filled();
            });
    };
    const QString path = m_session->path();
    const QString subject = m_result.subject;
    const int of = m_result.year;
    const auto wanted = static_cast<List>(m_lists->currentIndex());
    if (wanted == List::Unserved)
        start(
            [=](const CancelToken& cancel) {
                return spatial::unserved(path, *year, subject, of, mostOfEach, cancel);
            },
            [this](const spatial::UnservedList& list) { fillUnserved(list); });
    else if (wanted == List::Areas)
        start(
            [=](const CancelToken& cancel) {
                return spatial::serviceAreas(path, *year, subject, of, cancel);
            },
            [this](const QList<spatial::ServiceArea>& areas) { fillAreas(areas); });
    else
        start(
            [=](const CancelToken& cancel) {
                return spatial::facilityShares(path, *year, subject, of, cancel);
            },
            [this](const QList<spatial::FacilityShare>& list) { fillFacilities(list); });
}

void ServiceDialog::fillUnserved(const spatial::UnservedList& list)
{
    using Why = spatial::Unserved::Why;
    QStringList totals;
    for (const spatial::UnservedList::Total& total : list.totals) {
        if (total.why == Why::FacilityWithoutRoad)
            totals << tr("%1 %2 处").arg(spatial::label(total.why)).arg(total.features);
        else
            totals << tr("%1 %2 个（%3）")
                          .arg(spatial::label(total.why))
                          .arg(total.features)
                          .arg(amountText(total.amount, m_result.unit));
    }
    m_head->setText(
        tr("%1。每种原因最多列出 %2 个，大的在前。").arg(totals.join(tr("，"))).arg(mostOfEach));
    QList<QStringList> rows;
    for (const spatial::Unserved& one : list.places) {
        const bool withoutRoad = one.why == Why::NoRoad || one.why == Why::FacilityWithoutRoad;
        rows << QStringList{spatial::label(one.why),
                            nameOf(one.label, one.feature),
                            one.layer,
                            QString::number(one.feature),
                            QString(),
                            withoutRoad && std::isfinite(one.toRoad)
                                ? QString::number(one.toRoad, 'f', 0)
                                : QString(),
                            degrees(one.longitude),
                            degrees(one.latitude)};
    }
    fill({tr("原因"), tr("名称或编号"), tr("图层"), tr("要素号"),
          tr("数量（%1）").arg(m_result.unit), tr("离路（米）"), tr("经度"), tr("纬度")},
         rows);
    for (int row = 0; row < list.places.size(); ++row) {
        if (list.places.at(row).why != Why::FacilityWithoutRoad)
            setAmount(row, 4, list.places.at(row).amount);
    }
    m_table->resizeColumnsToContents();
}

void ServiceDialog::fillFacilities(const QList<spatial::FacilityShare>& list)
{
    qint64 features = 0;
    QList<QStringList> rows;
    for (const spatial::FacilityShare& one : list) {
        features += one.features;
        rows << QStringList{one.kind,
                            nameOf(one.label, one.feature),
                            one.layer,
                            QString::number(one.feature),
                            !one.onRoad    ? tr("附近没有道路")
                            : one.byItself ? QString()
                                           : QString::number(one.features),
                            QString(),
                            degrees(one.longitude),
                            degrees(one.latitude)};
    }
    const bool byItself = std::any_of(
        list.cbegin(), list.cend(), [](const spatial::FacilityShare& one) { return one.byItself; });
    m_head->setText(
        byItself ? tr("%1 处设施各自可达多少；几处都能到的地方各计一次，因此加起来比结果多。")
                       .arg(list.size())
                 : tr("%1 处设施，按路程就近服务 %2 个要素（几类设施的各算一次）。")
                       .arg(list.size())
                       .arg(features));
    fill({tr("设施"), tr("名称或编号"), tr("图层"), tr("要素号"), tr("服务要素"),
          tr("数量（%1）").arg(m_result.unit), tr("经度"), tr("纬度")},
         rows);
    for (int row = 0; row < list.size(); ++row)
        setAmount(row, 5, list.at(row).amount);
    m_table->resizeColumnsToContents();
}

void ServiceDialog::fillAreas(const QList<spatial::ServiceArea>& list)
{
    m_head->setText(
        tr("沿路能到的地方（道路两侧一定宽度）和同样距离的圆圈，可另存为图层叠在图上比较。"));
    QList<QStringList> rows;
    for (const spatial::ServiceArea& one : list)
        rows << QStringList{one.kind, one.circles ? tr("圆圈") : tr("沿路"), QString(), QString()};
    fill({tr("设施"), tr("方式"), tr("面积（平方公里）"), tr("占圆圈")}, rows);
    for (int row = 0; row < list.size(); ++row) {
        setAmount(row, 2, list.at(row).squareMetres / 1e6);
        m_table->item(row, 2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        for (const spatial::ServiceArea& other : list) {
            if (!list.at(row).circles && other.circles && other.kind == list.at(row).kind &&
                other.squareMetres > 0)
                m_table->item(row, 3)->setText(
                    QString::number(list.at(row).squareMetres / other.squareMetres * 100, 'f', 1) +
                    u'%');
        }
    }
    m_table->resizeColumnsToContents();
}

void ServiceDialog::fill(const QStringList& heads, const QList<QStringList>& rows)
{
    m_table->setRowCount(0);
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < heads.size(); ++column) {
            auto* item = new QTableWidgetItem(rows.at(row).at(column));
            constexpr int firstNumber = 3;
            if (column >= firstNumber)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_export->setEnabled(!rows.isEmpty());
}

/// As shown, and for the export as it is.
void ServiceDialog::setAmount(int row, int column, double amount)
{
    m_table->item(row, column)->setText(amountText(amount));
    m_table->item(row, column)->setData(Qt::UserRole, QString::number(amount, 'g', 15));
}

void ServiceDialog::exportTable()
{
    const auto year = m_session->data();
    if (!year)
        return;
    QList<QStringList> rows;
    QStringList heads;
    for (int column = 0; column < m_table->columnCount(); ++column)
        heads << m_table->horizontalHeaderItem(column)->text();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const QTableWidgetItem* item = m_table->item(row, column);
            const QVariant exact = item->data(Qt::UserRole);
            texts << (exact.isValid() ? exact.toString() : item->text());
        }
        rows << texts;
    }
    const auto done = [this](const Result<QString>& written) {
        if (written)
            Q_EMIT noticed(tr("已写入 %1。").arg(QDir::toNativeSeparators(*written)));
        else if (written.error().code() != ErrorCode::Cancelled)
            Q_EMIT failed(written.error());
    };
    dialogs::saveFile(
        this,
        {.title = tr("导出服务清单"),
         .filter = tr("Excel 表 (*.xlsx);;CSV 表 (*.csv);;GeoPackage 图层 (*.gpkg);;GeoJSON 图层 "
                      "(*.geojson)"),
         .suggested = tr("%1-服务清单.xlsx").arg(m_name),
         .suffix = u"xlsx"_s},
        [this, year, heads, rows, done, list = m_lists->currentText(),
         layer = m_writeLayer](const QString& path) {
            m_jobs->start<QString>(
                tr("导出服务清单"),
                [=, name = m_name](const CancelToken& cancel,
                                   const ProgressSink&) -> Result<QString> {
                    const bool isLayer = path.endsWith(u".gpkg"_s) || path.endsWith(u".geojson"_s);
                    const Result<void> written =
                        isLayer ? layer(path)
                                : writeListTable(path, *year, name, list, heads, rows, cancel);
                    if (!written)
                        return written.error();
                    return path;
                },
                this, done);
        });
}

} // namespace checkup::workspace
