#include "app/workspace/collection/mapping_grid_model.h"

#include "app/workspace/widgets/theme.h"

#include <QColor>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using collect::TableMapping;

void MappingGridModel::show(std::shared_ptr<const office::Sheet> sheet, const TableMapping& mapping)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    m_columns = m_sheet ? m_sheet->columnCount() : 0;
    m_mapping = mapping;
    m_fates.clear();
    endResetModel();
}

void MappingGridModel::setMapping(const TableMapping& mapping)
{
    m_mapping = mapping;
    if (m_columns > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    if (rowCount() > 0 && m_columns > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, m_columns - 1));
}

void MappingGridModel::setFates(const QList<collect::CellFate>& fates)
{
    m_fates.clear();
    m_fates.reserve(fates.size());
    for (const collect::CellFate& fate : fates)
        m_fates.insert(fate.cell, fate);
    if (rowCount() > 0 && m_columns > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, m_columns - 1));
}

int MappingGridModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_sheet ? 0 : static_cast<int>(m_sheet->rows.size());
}

int MappingGridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant MappingGridModel::tint(int row, int column) const
{
    const auto soft = [](Theme::Role role) { return QVariant(Theme::colour(role)); };
    if (row >= m_mapping.headerRow && row < m_mapping.headerRow + m_mapping.headerRows)
        return soft(Theme::Role::Sunken);
    if (const auto fate = m_fates.constFind(office::cellName(row, column));
        fate != m_fates.cend()) {
        switch (fate->fate) {
        case collect::Fate::New:
        case collect::Fate::Changed:
            return soft(Theme::Role::GoodSoft);
        case collect::Fate::Refused:
            return soft(Theme::Role::DangerSoft);
        case collect::Fate::Ignored:
            return m_sheet->at(row, column).text.isEmpty() ? QVariant()
                                                           : soft(Theme::Role::WarningSoft);
        case collect::Fate::Unchanged:
            return {};
        }
    }
    const bool isData = row >= m_mapping.headerRow + m_mapping.headerRows &&
                        (m_mapping.lastRow < 0 || row <= m_mapping.lastRow);
    const bool isKey = column == m_mapping.subjectColumn || column == m_mapping.regionColumn ||
                       column == m_mapping.yearColumn || column == m_mapping.unitColumn;
    return isData && isKey ? soft(Theme::Role::AccentSoft) : QVariant();
}

QVariant MappingGridModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_sheet)
        return {};
    const office::Cell& cell = m_sheet->at(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.isPercent ? QString(QString::number(cell.number * 100, 'g', 12) + u'%')
                              : cell.text;
    case Qt::BackgroundRole:
        return tint(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (cell.kind == office::Cell::Kind::Number ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const auto fate = m_fates.constFind(office::cellName(index.row(), index.column()));
        if (fate == m_fates.cend())
            return cell.text;
        QStringList lines{collect::label(fate->fate)};
        if (!fate->subjectName.isEmpty())
            lines.append(tr("%1，%2，%3年：%4")
                             .arg(fate->subjectName, fate->regionName)
                             .arg(fate->year)
                             .arg(fate->after.isEmpty() ? u"—"_s : fate->after));
        if (!fate->reason.isEmpty())
            lines.append(fate->reason);
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

QString MappingGridModel::roleName(const TableMapping& mapping, int column)
{
    const QList<std::pair<int TableMapping::*, QString>> names{
        {&TableMapping::subjectColumn, tr("指标")},  {&TableMapping::regionColumn, tr("地区")},
        {&TableMapping::yearColumn, tr("年份")},     {&TableMapping::unitColumn, tr("单位")},
        {&TableMapping::noteColumn, tr("口径说明")}, {&TableMapping::vintageColumn, tr("版本")},
        {&TableMapping::sourceColumn, tr("来源")},   {&TableMapping::publicationColumn, tr("出处")},
        {&TableMapping::valueColumn, tr("数据")}};
    for (const auto& [member, name] : names) {
        if (mapping.*member == column)
            return name;
    }
    const auto wide = std::find_if(mapping.wide.cbegin(), mapping.wide.cend(),
                                   [column](const auto& one) { return one.column == column; });
    if (wide == mapping.wide.cend())
        return {};
    if (wide->year > 0)
        return QString::number(wide->year);
    return tr("数据");
}

QVariant MappingGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const QString name = roleName(m_mapping, section);
    if (role == Qt::DisplayRole)
        return name.isEmpty() ? collect::columnLetters(section)
                              : tr("%1 · %2").arg(collect::columnLetters(section), name);
    if (role == Qt::FontRole)
        return Theme::font(1, !name.isEmpty());
    return {};
}

} // namespace checkup::workspace
