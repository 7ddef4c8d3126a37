#include "app/workspace/spatial/layer_dialogs.h"

#include "app/language/language.h"
#include "app/workspace/spatial/layer_form.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"
#include "core/spatial/gate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

LayerDialog::LayerDialog(Jobs* jobs, const project::YearDataPtr& year, const project::Layer& layer,
                         const gdal::LayerInfo& info, QWidget* parent)
    : QDialog(parent)
    , m_layer(layer)
    , m_form(new LayerForm(jobs, false, this))
{
    setObjectName(u"layerDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("修改图层：%1").arg(layer.name));
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* ok = buttons->addButton(tr("保存"), QDialogButtonBox::AcceptRole);
    ok->setObjectName(u"layerDialogOk"_s);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_form, 1);
    layout->addWidget(buttons);
    resize(Theme::scaled(560), Theme::scaled(600));

    spatial::LayerGuess guess;
    guess.layer = layer.layer;
    guess.fileName = layer.fileName;
    guess.info = info;
    guess.role = layer.role;
    guess.name = layer.name;
    guess.year = layer.year;
    guess.classSystem = layer.classSystem;
    guess.crs = layer.crs;
    guess.encoding = layer.encoding;
    for (const int code : {4490, 4526, 4527, 4528, 4547, 4548, 4549})
        guess.crsChoices.append(u"EPSG:%1"_s.arg(code));
    const QJsonObject fields = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        guess.fields.insert(field.key(), field.value().toString());
    m_form->setGuess(guess, spatial::Keep::Auto, year);
    connect(m_form, &LayerForm::changed, this, [this, ok] {
        ok->setEnabled(!m_form->guess().role.isEmpty() && !m_form->guess().name.isEmpty());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT layerRequested(changed());
        accept();
    });
}

project::Layer LayerDialog::changed() const
{
    const spatial::LayerGuess& guess = m_form->guess();
    project::Layer layer = m_layer;
    layer.role = guess.role;
    layer.name = guess.name;
    layer.year = guess.year;
    layer.classSystem = guess.classSystem;
    layer.crs = guess.crs;
    layer.encoding = guess.encoding;
    QJsonObject fields;
    for (auto field = guess.fields.begin(); field != guess.fields.end(); ++field)
        fields.insert(field.key(), field.value());
    const QJsonObject before = QJsonDocument::fromJson(m_layer.fields.toUtf8()).object();
    if (fields != before)
        layer.fields = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    return layer;
}

namespace {

/// A table to be read; columns from `numbers` on stand to the right.
QTableWidget* tableOf(const QStringList& heads, const QList<QStringList>& rows, int numbers,
                      QWidget* parent)
{
    auto* table =
        new QTableWidget(static_cast<int>(rows.size()), static_cast<int>(heads.size()), parent);
    table->setHorizontalHeaderLabels(heads);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < heads.size(); ++column) {
            auto* item = new QTableWidgetItem(rows.at(row).at(column));
            if (column >= numbers)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, column, item);
        }
    }
    table->resizeColumnsToContents();
    return table;
}

} // namespace

RepairsDialog::RepairsDialog(const project::Layer& layer, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"repairsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("几何检查与修复：%1").arg(layer.name));
    const spatial::GateReport report = spatial::GateReport::fromJson(layer.health);
    QStringList lines{tr("检查了 %1 个要素，修复 %2 个，面积变化 %3 平方米。")
                          .arg(report.features)
                          .arg(report.repaired)
                          .arg(formatGrouped(report.effect(), 2))};
    for (const Issue& issue : spatial::gateIssues(layer))
        lines << issue.text;
    QList<QStringList> rows;
    for (const spatial::GateRepair& repair : report.repairs)
        rows << QStringList{QString::number(repair.feature),
                            spatial::label(repair.flaw),
                            repair.settled ? tr("已修复") : tr("没有图形"),
                            formatGrouped(repair.before, 2),
                            formatGrouped(repair.after, 2),
                            formatGrouped(repair.after - repair.before, 2)};
    QTableWidget* table = tableOf({tr("要素号"), tr("问题"), tr("处理"), tr("原面积（平方米）"),
                                   tr("现面积（平方米）"), tr("变化")},
                                  rows, 3, this);
    table->setObjectName(u"repairTable"_s);
    table->setAccessibleName(tr("修复过的要素"));
    if (report.unlisted > 0)
        lines << tr("只列出前 %1 个，另有 %2 个。").arg(report.repairs.size()).arg(report.unlisted);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* save = buttons->addButton(tr("导出…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"repairsExport"_s);
    buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(lines.join(u'\n'), "", 1, false, true));
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(Theme::scaled(720), Theme::scaled(460));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &RepairsDialog::exportRequested);
}

RegionsDialog::RegionsDialog(const project::YearDataPtr& year, const spatial::LayerRegions& regions,
                             QWidget* parent)
    : QDialog(parent)
{
    using State = spatial::LayerRegions::Place::State;
    setObjectName(u"regionsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("地区名录：%1").arg(regions.layer));
    const bool streets = regions.level == project::RegionLevel::Street;
    QList<QStringList> rows;
    int changed = 0;
    for (const spatial::LayerRegions::Place& place : regions.places) {
        const project::Region* parentRegion = year->region(place.region.parent);
        QString what;
        switch (place.state) {
        case State::New:
            what = place.byPlace ? tr("列入（按位置归属）") : tr("列入");
            break;
        case State::CodeAdded:
            what = tr("已有，补上代码");
            break;
        case State::Known:
            what = tr("已有");
            break;
        }
        changed += place.state == State::Known ? 0 : 1;
        rows << QStringList{
            place.region.nameZh, place.region.code,
            parentRegion ? language::choose(parentRegion->nameZh, parentRegion->nameEn) : QString(),
            what};
    }
    QStringList lines{
        streets
            ? tr("图层“%1”画了 %2 个街道，其中 %3 个要列入项目的名录；列入后每项计算结果也分街道"
                 "。")
                  .arg(regions.layer)
                  .arg(regions.places.size())
                  .arg(regions.added())
            : tr("图层“%1”画了 %2 个区县，其中 %3 个要列入项目的名录；列入后每项计算结果也分区县"
                 "。")
                  .arg(regions.layer)
                  .arg(regions.places.size())
                  .arg(regions.added())};
    for (const Issue& issue : regions.issues)
        lines << issue.text;
    QTableWidget* table = tableOf({tr("名称"), tr("代码"), tr("属于"), tr("处理")}, rows, 4, this);
    table->setObjectName(u"regionsTable"_s);
    table->setAccessibleName(tr("图层里的地区"));
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* ok = buttons->addButton(tr("列入名录"), QDialogButtonBox::AcceptRole);
    ok->setObjectName(u"regionsOk"_s);
    ok->setEnabled(changed > 0);
    buttons->addButton(changed > 0 ? tr("取消") : tr("关闭"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(lines.join(u'\n'), "", 1, false, true));
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(Theme::scaled(620), Theme::scaled(480));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT regionsRequested();
        accept();
    });
}

} // namespace checkup::workspace
