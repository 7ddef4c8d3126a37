#include "app/workspace/maps/selection_panel.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/maps/map_library.h"
#include "app/workspace/maps/measured.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/result_table.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/columns.h"

#include "core/base/decimal.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 1000;

} // namespace

SelectionPanel::SelectionPanel(Session* session, Jobs* jobs, const MapLibrary* library,
                               QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_library(library)
    , m_layers(new QComboBox(this))
    , m_sum(makeLabel({}, "dim", 1, false, true))
    , m_goTo(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_table(new QTableWidget(this))
{
    setObjectName(u"mapSelection"_s);
    m_layers->setObjectName(u"selectionLayers"_s);
    m_layers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_layers->setMinimumContentsLength(12);
    m_sum->setObjectName(u"selectionSum"_s);
    m_sum->setWordWrap(false);
    m_goTo->setObjectName(u"selectionGoTo"_s);
    m_export->setObjectName(u"selectionExport"_s);
    m_clear->setObjectName(u"selectionClear"_s);
    m_table->setObjectName(u"selectionRows"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    auto* line = new QHBoxLayout;
    line->addWidget(m_layers);
    line->addWidget(m_sum, 1);
    for (QPushButton* button : {m_goTo, m_export, m_clear})
        line->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addLayout(line);
    column->addWidget(m_table, 1);
    hide();

    connect(m_layers, &QComboBox::currentIndexChanged, this, &SelectionPanel::list);
    connect(m_table, &QTableWidget::cellActivated, this, &SelectionPanel::goToRow);
    connect(m_goTo, &QPushButton::clicked, this, [this] { goToRow(m_table->currentRow()); });
    connect(m_export, &QPushButton::clicked, this, &SelectionPanel::exportList);
    connect(m_clear, &QPushButton::clicked, this, &SelectionPanel::clearWanted);
    retranslate();
}

void SelectionPanel::retranslate()
{
    m_layers->setAccessibleName(tr("选中要素的图层"));
    m_goTo->setText(tr("转到"));
    m_goTo->setToolTip(tr("在各幅里转到所选的一行（回车）"));
    m_export->setText(tr("导出…"));
    m_export->setToolTip(tr("把选中的要素写成表格或图层"));
    m_clear->setText(tr("清除选择"));
    m_table->setAccessibleName(tr("选中的要素"));
    if (!m_selection.isEmpty())
        show(m_list);
}

project::LayerId SelectionPanel::current() const
{
    return project::LayerId(m_layers->currentData().toLongLong());
}

void SelectionPanel::setSelection(const Selection& selection)
{
    m_selection = selection;
    fillLayers();
    setVisible(!m_selection.isEmpty());
    list();
}

void SelectionPanel::fillLayers()
{
    const QSignalBlocker quiet(m_layers);
    const qint64 before = current().number();
    m_layers->clear();
    const auto year = m_session->data();
    for (auto one = m_selection.cbegin(); year && one != m_selection.cend(); ++one) {
        if (const project::Layer* const layer = year->layer(project::LayerId(one.key())))
            m_layers->addItem(layer->name, one.key());
    }
    m_layers->setCurrentIndex(std::max(m_layers->findData(before), 0));
    m_layers->setEnabled(m_layers->count() > 1);
}

void SelectionPanel::list()
{
    const quint64 question = ++m_question;
    const auto year = m_session->data();
    const project::Layer* const layer = year ? year->layer(current()) : nullptr;
    const draw::MapLayer* const there = layer ? m_library->find(layer->id) : nullptr;
    const auto& plane = m_library->plane();
    if (!there || !plane) {
        show({});
        return;
    }
    m_jobs->start<draw::FeatureList>(
        {},
        [path = m_session->path(), layer = *layer, shapes = there->shapes, plane = *plane,
         features = m_selection.value(layer->id.number())](const CancelToken& cancel,
                                                           const ProgressSink&) {
            return draw::listFeatures(path, layer, *shapes, plane, features, mostRows, cancel);
        },
        this,
        [this, question](const Result<draw::FeatureList>& listed) {
            if (question != m_question)
                return;
            if (!listed)
                Q_EMIT failed(listed.error());
            show(listed ? *listed : draw::FeatureList());
        });
}

void SelectionPanel::show(const draw::FeatureList& given)
{
    m_list = given;
    const draw::MapLayer* const there = m_library->find(current());
    const auto kind = there ? there->shapes->kind() : draw::ShapeStore::Kind::Points;
    const QString count = QLocale::c().toString(m_list.features).remove(u',');
    QString words = tr("%1 个要素").arg(count);
    QStringList heads{tr("号")};
    if (kind == draw::ShapeStore::Kind::Polygons) {
        words = tr("%1 个要素，椭球面积 %2").arg(count, areaWords(m_list.size));
        heads << tr("椭球面积（平方米）");
    } else if (kind == draw::ShapeStore::Kind::Lines) {
        words = tr("%1 个要素，椭球长度 %2").arg(count, lengthWords(m_list.size));
        heads << tr("椭球长度（米）");
    }
    if (m_list.features > m_list.rows.size())
        words += tr("；列出前 %1 个").arg(m_list.rows.size());
    m_sum->setText(words);
    m_sum->setToolTip(words);
    const int fixed = static_cast<int>(heads.size());
    heads += m_list.fields;
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowCount(static_cast<int>(m_list.rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const draw::ListedFeature& one = m_list.rows[row];
        m_table->setItem(row, 0, new QTableWidgetItem(QString::number(one.number)));
        if (fixed > 1)
            m_table->setItem(row, 1, new QTableWidgetItem(formatFixed(one.size, 2)));
        for (int i = 0; i < one.texts.size(); ++i)
            m_table->setItem(row, fixed + i, new QTableWidgetItem(one.texts[i]));
    }
    fitColumns(m_table, m_table->horizontalHeader());
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, 0);
    m_goTo->setEnabled(m_table->rowCount() > 0);
    m_export->setEnabled(m_table->rowCount() > 0);
}

void SelectionPanel::goToRow(int row)
{
    if (row >= 0 && row < m_list.rows.size())
        Q_EMIT goToWanted(current(), m_list.rows[row].feature);
}

void SelectionPanel::exportList()
{
    const auto year = m_session->data();
    const project::Layer* const layer = year ? year->layer(current()) : nullptr;
    if (!layer)
        return;
    dialogs::saveFile(this,
                      {tr("导出选中的要素"),
                       tr("工作簿 (*.xlsx);;CSV 表 (*.csv);;GeoPackage 图层 (*.gpkg)"),
                       tr("%1_选中").arg(layer->name) + u".xlsx"_s, u"xlsx"_s},
                      [this](const QString& path) { exportTo(path); });
}

void SelectionPanel::exportTo(const QString& path)
{
    const auto year = m_session->data();
    const project::Layer* const layer = year ? year->layer(current()) : nullptr;
    const draw::MapLayer* const there = layer ? m_library->find(layer->id) : nullptr;
    if (!there || !m_library->plane())
        return;
    const QString size =
        there->shapes->kind() == draw::ShapeStore::Kind::Polygons ? u"椭球面积（平方米）"_s
        : there->shapes->kind() == draw::ShapeStore::Kind::Lines  ? u"椭球长度（米）"_s
                                                                  : QString();
    m_jobs->start<bool>(
        tr("导出选中的要素"),
        [path, project = m_session->path(), year, layer = *layer, shapes = there->shapes, size,
         plane = *m_library->plane(), features = m_selection.value(layer->id.number())](
            const CancelToken& cancel, const ProgressSink&) -> Result<bool> {
            if (path.endsWith(u".gpkg"_s, Qt::CaseInsensitive)) {
                const auto done =
                    draw::writeFeatures(path, project, layer, *shapes, plane, features, cancel);
                return done ? Result<bool>(true) : done.error();
            }
            const auto list = draw::listFeatures(project, layer, *shapes, plane, features,
                                                 std::numeric_limits<qsizetype>::max(), cancel);
            if (!list)
                return list.error();
            QStringList heads = QStringList{u"号"_s} + list->fields;
            if (!size.isEmpty())
                heads << size;
            QList<QStringList> rows;
            for (const draw::ListedFeature& one : list->rows) {
                QStringList row = QStringList{QString::number(one.number)} + one.texts;
                if (!size.isEmpty())
                    row << formatFixed(one.size, 2);
                rows << row;
            }
            const auto done =
                writeListTable(path, *year, u"选中的要素"_s, layer.name, heads, rows, cancel);
            return done ? Result<bool>(true) : done.error();
        },
        this,
        [this, path](const Result<bool>& done) {
            if (!done)
                Q_EMIT failed(done.error());
            else
                Q_EMIT noticed(tr("已导出 %1。").arg(QFileInfo(path).fileName()));
        });
}

} // namespace checkup::workspace
