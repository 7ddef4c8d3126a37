#include "app/workspace/collection/import_preview.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QColor>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using CellFate = collect::Fate;

ImportPreviewModel::ImportPreviewModel(collect::ImportPlan plan, QObject* parent)
    : QAbstractTableModel(parent)
    , m_plan(std::move(plan))
{}

int ImportPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.cells.size());
}

int ImportPreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ImportPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const collect::CellFate& cell = m_plan.cells[index.row()];
    if (role == FateRole)
        return static_cast<int>(cell.fate);
    if (role == FileRole)
        return cell.file;
    if (role == DoubtRole)
        return cell.fate == CellFate::Refused ||
               (cell.converted && (cell.fate == CellFate::New || cell.fate == CellFate::Changed));
    if (role == Qt::ForegroundRole && index.column() == Fate) {
        switch (cell.fate) {
        case CellFate::New:
        case CellFate::Changed:
            return Theme::colour(Theme::Role::Good);
        case CellFate::Refused:
            return Theme::colour(Theme::Role::Danger);
        default:
            return Theme::colour(Theme::Role::Dim);
        }
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Fate:
        return collect::label(cell.fate);
    case Where: {
        QStringList parts;
        for (const QString& part : {cell.file, cell.sheet, cell.cell}) {
            if (!part.isEmpty())
                parts << part;
        }
        return parts.join(u" ▸ "_s);
    }
    case Subject:
        return cell.subjectName.isEmpty() ? cell.subject : cell.subjectName;
    case Region:
        return cell.regionName;
    case Year:
        return cell.year > 0 ? QString::number(cell.year) : QString();
    case Before:
        return cell.before;
    case After:
        return cell.after;
    case Reason:
        return cell.reason;
    default:
        return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Fate:
        return tr("去向");
    case Where:
        return tr("位置");
    case Subject:
        return tr("项目");
    case Region:
        return tr("地区");
    case Year:
        return tr("年份");
    case Before:
        return tr("原有");
    case After:
        return tr("导入后");
    case Reason:
        return tr("说明");
    default:
        return {};
    }
}

namespace {

class FateFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    /// -1: what would change or is refused; -2: everything; -3: what is doubtful; otherwise one
    /// fate.
    void setFate(int fate)
    {
        m_fate = fate;
        invalidateFilter();
    }
    /// Empty: of all files.
    void setFile(const QString& file)
    {
        m_file = file;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (!m_file.isEmpty() && index.data(ImportPreviewModel::FileRole).toString() != m_file)
            return false;
        const int fate = index.data(ImportPreviewModel::FateRole).toInt();
        if (m_fate == -2)
            return true;
        if (m_fate == -3)
            return index.data(ImportPreviewModel::DoubtRole).toBool();
        if (m_fate == -1)
            return fate != static_cast<int>(CellFate::Unchanged) &&
                   fate != static_cast<int>(CellFate::Ignored);
        return fate == m_fate;
    }

private:
    int m_fate = -1;
    QString m_file;
};

} // namespace

ImportPreview::ImportPreview(const collect::ImportPlan& plan, bool readOnly, QWidget* parent)
    : QDialog(parent)
    , m_model(new ImportPreviewModel(plan, this))
{
    setObjectName(u"importPreview"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("导入预览"));
    auto* filter = new FateFilter(this);
    filter->setSourceModel(m_model);
    m_filter = filter;

    const int fresh = plan.count(CellFate::New), changed = plan.count(CellFate::Changed),
              refused = plan.count(CellFate::Refused);
    auto* summary = makeLabel(
        tr("读了 %1 个文件：新增 %2，改动 %3，未变 %4，拒收 %5，忽略 %6；其中 %7 处经过换算。")
            .arg(plan.files.size())
            .arg(fresh)
            .arg(changed)
            .arg(plan.count(CellFate::Unchanged))
            .arg(refused)
            .arg(plan.count(CellFate::Ignored))
            .arg(plan.convertedCount()));
    auto* fates = new QComboBox(this);
    fates->setObjectName(u"importFates"_s);
    fates->addItem(tr("要写入和拒收的"), -1);
    fates->addItem(tr("全部单元格"), -2);
    fates->addItem(tr("只看有问题的"), -3);
    for (const CellFate fate : {CellFate::New, CellFate::Changed, CellFate::Refused,
                                CellFate::Unchanged, CellFate::Ignored})
        fates->addItem(tr("%1（%2）").arg(collect::label(fate)).arg(plan.count(fate)),
                       static_cast<int>(fate));
    connect(fates, &QComboBox::currentIndexChanged, this,
            [filter, fates] { filter->setFate(fates->currentData().toInt()); });

    auto* files = new QComboBox(this);
    files->setObjectName(u"importFiles"_s);
    files->addItem(tr("全部文件"), QString());
    for (const QString& file : plan.files) {
        int taken = 0, bad = 0;
        for (const collect::CellFate& cell : plan.cells) {
            taken +=
                cell.file == file && (cell.fate == CellFate::New || cell.fate == CellFate::Changed);
            bad += cell.file == file && cell.fate == CellFate::Refused;
        }
        files->addItem(tr("%1（写入 %2，拒收 %3）").arg(file).arg(taken).arg(bad), file);
    }
    files->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    files->setMinimumContentsLength(16);
    files->setVisible(plan.files.size() > 1);
    files->setAccessibleName(tr("哪个文件"));
    connect(files, &QComboBox::currentIndexChanged, this,
            [filter, files] { filter->setFile(files->currentData().toString()); });

    auto* table = new QTableView(this);
    table->setObjectName(u"importCells"_s);
    table->setModel(m_filter);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Theme::scaled(26));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    fates->setAccessibleName(tr("只看"));
    table->setAccessibleName(tr("要导入的单元格"));
    if (fresh + changed + refused == 0)
        fates->setCurrentIndex(1);
    const QList<int> widths{70, 260, 200, 80, 56, 110, 120};
    for (int i = 0; i < widths.size(); ++i)
        table->setColumnWidth(i, Theme::scaled(widths[i]));
    table->horizontalHeader()->setStretchLastSection(true);

    auto* layout = new QVBoxLayout(this);
    auto* top = new QHBoxLayout;
    top->addWidget(summary, 1);
    top->addWidget(files);
    top->addWidget(fates);
    layout->addLayout(top);
    if (const QStringList versions = sayReturns(plan.returns); !versions.isEmpty())
        layout->addWidget(makeLabel(versions.join(u'\n'), "dim", 1, false, true));
    if (!plan.issues.isEmpty()) {
        QStringList sentences;
        for (const Issue& issue : plan.issues.mid(0, 6))
            sentences << toSentence(issue);
        if (plan.issues.size() > 6)
            sentences << tr("……还有 %1 条。").arg(plan.issues.size() - 6);
        layout->addWidget(makeLabel(sentences.join(u'\n'),
                                    hasErrors(plan.issues) ? "danger" : "warning", 1, false, true));
    }
    layout->addWidget(table, 1);

    auto* buttons = new QDialogButtonBox(this);
    if (plan.files.size() == 1 && !plan.foreign.isEmpty()) {
        QPushButton* map = buttons->addButton(tr("表格对应…"), QDialogButtonBox::ActionRole);
        map->setObjectName(u"importMapping"_s);
        map->setAutoDefault(false);
        connect(map, &QPushButton::clicked, this, [this] {
            Q_EMIT mappingRequested();
            reject();
        });
    }
    QPushButton* go = buttons->addButton(fresh + changed > 0 ? tr("导入 %1 项").arg(fresh + changed)
                                                             : tr("登记报送"),
                                         QDialogButtonBox::AcceptRole);
    go->setObjectName(u"importAccept"_s);
    buttons->addButton(plan.changes.isEmpty() ? tr("关闭") : tr("取消"),
                       QDialogButtonBox::RejectRole);
    const bool possible = !readOnly && !hasErrors(plan.issues) && !plan.changes.isEmpty();
    go->setEnabled(possible);
    if (hasErrors(plan.issues))
        layout->addWidget(makeLabel(
            tr("有文件不能读取，所以一个也不导入。请按上面的说明处理，或不选那些文件再试。"),
            "danger"));
    else if (readOnly)
        layout->addWidget(makeLabel(tr("项目以只读方式打开，只能预览，不能导入。"), "warning"));
    else if (plan.changes.isEmpty())
        layout->addWidget(makeLabel(tr("没有要写入的内容：项目里已经是这些数。"), "dim"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT importRequested(m_model->plan().changes);
        accept();
    });
    resize(Theme::scaled(1120), Theme::scaled(620));
}

/// Only what is not a plain first return: those the summary counts.
QStringList ImportPreview::sayReturns(const QList<collect::PlannedReturn>& returns) const
{
    QStringList sentences;
    int more = 0;
    for (const collect::PlannedReturn& one : returns) {
        QString sentence;
        if (one.onFile && !one.superseded)
            sentence =
                tr("%1：与已收到的第 %2 次报送是同一份文件。").arg(one.department).arg(one.version);
        else if (one.before > 0 && !one.onFile)
            sentence = tr("%1：第 %2 次报送，与第 %3 次相比有 %4 处不同。")
                           .arg(one.department)
                           .arg(one.version)
                           .arg(one.before)
                           .arg(one.differences.size());
        else
            continue;
        if (sentences.size() < 5)
            sentences << sentence;
        else
            ++more;
    }
    if (more > 0)
        sentences << tr("……还有 %1 个部门。").arg(more);
    return sentences;
}

Issues ImportPreview::issues() const
{
    Issues all = m_model->plan().issues;
    for (const collect::CellFate& cell : m_model->plan().cells) {
        if (cell.fate == CellFate::Refused)
            all.append({Severity::Warning, cell.reason, cell.file, cell.sheet, cell.cell});
    }
    return all;
}

} // namespace checkup::workspace
