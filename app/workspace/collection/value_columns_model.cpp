#include "app/workspace/collection/value_columns_model.h"

#include "app/workspace/widgets/theme.h"

#include "core/base/units.h"

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using collect::TableMapping;

void ValueColumnsModel::show(const QStringList& headers, const TableMapping& mapping,
                             const collect::Subjects* subjects)
{
    beginResetModel();
    m_headers = headers;
    m_subjects = subjects;
    m_rows = QList<Row>(headers.size());
    endResetModel();
    setMapping(mapping);
}

void ValueColumnsModel::setMapping(const TableMapping& mapping)
{
    for (int at = 0; at < m_rows.size(); ++at) {
        Row& row = m_rows[at];
        const auto wide =
            std::find_if(mapping.wide.cbegin(), mapping.wide.cend(),
                         [at](const TableMapping::WideColumn& one) { return one.column == at; });
        row = {};
        row.isUsed = mapping.valueColumn == at || wide != mapping.wide.cend();
        if (wide != mapping.wide.cend())
            row.wide = *wide;
        row.wide.column = at;
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

TableMapping ValueColumnsModel::applied(TableMapping mapping) const
{
    mapping.wide.clear();
    mapping.valueColumn = -1;
    mapping.layout = TableMapping::Layout::Wide;
    for (const Row& row : m_rows) {
        if (row.isUsed)
            mapping.wide.append(row.wide);
    }
    TableMapping::WideColumn plain;
    if (mapping.wide.size() == 1) {
        plain.column = mapping.wide.first().column;
        if (mapping.wide.first() == plain) {
            mapping.layout = TableMapping::Layout::Long;
            mapping.valueColumn = plain.column;
            mapping.wide.clear();
        }
    }
    return mapping;
}

int ValueColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ValueColumnsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ValueColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[index.row()];
    if (index.column() == Name) {
        if (role == Qt::CheckStateRole)
            return row.isUsed ? Qt::Checked : Qt::Unchecked;
        const QString& header = m_headers[index.row()];
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return header.isEmpty() ? collect::columnLetters(index.row())
                                    : tr("%1 %2").arg(collect::columnLetters(index.row()), header);
        return {};
    }
    if (role == Qt::ForegroundRole && !row.isUsed)
        return Theme::colour(Theme::Role::Faint);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Subject: {
        const collect::Subject* subject = m_subjects ? m_subjects->byId(row.wide.subject) : nullptr;
        return subject ? subject->nameZh : row.wide.subject;
    }
    case Year:
        if (row.wide.yearsBefore > 0)
            return tr("前 %1 年").arg(row.wide.yearsBefore);
        return row.wide.year > 0 ? QString::number(row.wide.year) : QString();
    case Region:
        return row.wide.region;
    case Unit:
        return row.wide.unit;
    default:
        return {};
    }
}

QVariant ValueColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("数据列");
    case Subject:
        return tr("指标");
    case Year:
        return tr("年份");
    case Region:
        return tr("地区");
    case Unit:
        return tr("单位");
    default:
        return {};
    }
}

Qt::ItemFlags ValueColumnsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    else if (index.isValid() && m_rows[index.row()].isUsed)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ValueColumnsModel::edit(Row& row, int column, const QString& text) const
{
    switch (column) {
    case Subject: {
        if (text.isEmpty()) {
            row.wide.subject.clear();
            return true;
        }
        const auto match = m_subjects ? m_subjects->findWithUnit(text) : collect::Subjects::Match();
        if (!match.subject)
            return false;
        row.wide.subject = match.subject->id;
        return true;
    }
    case Year: {
        const int year = collect::yearFromText(text);
        if (year == 0 && !text.isEmpty())
            return false;
        row.wide.year = year;
        row.wide.yearsBefore = 0;
        return true;
    }
    case Region:
        row.wide.region = text;
        return true;
    case Unit:
        if (!text.isEmpty() && !parseUnit(text))
            return false;
        row.wide.unit = text;
        return true;
    default:
        return false;
    }
}

bool ValueColumnsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid())
        return false;
    Row& row = m_rows[index.row()];
    if (index.column() == Name && role == Qt::CheckStateRole)
        row.isUsed = value.toInt() == static_cast<int>(Qt::Checked);
    else if (role != Qt::EditRole || !edit(row, index.column(), value.toString().trimmed()))
        return false;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT changed();
    return true;
}

} // namespace checkup::workspace
