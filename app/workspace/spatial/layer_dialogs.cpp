#include "app/workspace/spatial/layer_dialogs.h"

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
    auto* table = new QTableWidget(static_cast<int>(report.repairs.size()), 6, this);
    table->setObjectName(u"repairTable"_s);
    table->setAccessibleName(tr("修复过的要素"));
    table->setHorizontalHeaderLabels({tr("要素号"), tr("问题"), tr("处理"), tr("原面积（平方米）"),
                                      tr("现面积（平方米）"), tr("变化")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    for (int row = 0; row < report.repairs.size(); ++row) {
        const spatial::GateRepair& repair = report.repairs.at(row);
        const QStringList texts{QString::number(repair.feature),
                                spatial::label(repair.flaw),
                                repair.settled ? tr("已修复") : tr("没有图形"),
                                formatGrouped(repair.before, 2),
                                formatGrouped(repair.after, 2),
                                formatGrouped(repair.after - repair.before, 2)};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts.at(column));
            if (column > 2)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, column, item);
        }
    }
    table->resizeColumnsToContents();
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

} // namespace checkup::workspace
