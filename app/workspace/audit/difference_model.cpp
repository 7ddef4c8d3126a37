#include "app/workspace/audit/difference_model.h"

#include "app/workspace/widgets/theme.h"

#include "core/collect/row_words.h"

namespace checkup::workspace {

using namespace Qt::StringLiterals;

void DifferenceModel::setDifference(const collect::Difference& difference)
{
    beginResetModel();
    m_difference = difference;
    endResetModel();
}

void DifferenceModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_difference.rows.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const collect::DifferenceRow& row = m_difference.rows.at(index.row());
    if (role == Qt::ToolTipRole)
        return row.sentence;
    if (role == Qt::ForegroundRole && index.column() == Before)
        return Theme::colour(Theme::Role::Dim);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Kind:
        return collect::label(row.kind);
    case What:
        return row.table == project::Table::Values
                   ? row.what
                   : tr("%1：%2").arg(collect::tableLabel(row.table), row.what);
    case Region:
        return row.region;
    case Year:
        return row.year > 0 ? QString::number(row.year) : QString();
    case Source:
        return row.source;
    case Item:
        return row.column;
    case Before:
        return row.before;
    case After:
        return row.after;
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("类别");
    case What:
        return tr("对象");
    case Region:
        return tr("地区");
    case Year:
        return tr("年份");
    case Source:
        return tr("来源");
    case Item:
        return tr("项目");
    case Before:
        return tr("之前");
    case After:
        return tr("之后");
    default:
        return {};
    }
}

} // namespace checkup::workspace
