#pragma once

#include "core/collect/import_plan.h"
#include "core/collect/table_mapping.h"
#include "core/office/sheet.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>

namespace checkup::workspace {

/// A sheet as it was read, tinted by what the mapping makes of it: header rows, key columns, and
/// each figure by its fate. No widgets. Empty until show() gives it a sheet, which it keeps alive.
class MappingGridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const office::Sheet> sheet, const collect::TableMapping& mapping);
    void setMapping(const collect::TableMapping& mapping);
    void setFates(const QList<collect::CellFate>& fates); ///< of this sheet

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// What a column is for, in a word; empty when the mapping does not use it.
    static QString roleName(const collect::TableMapping& mapping, int column);

private:
    QVariant tint(int row, int column) const;

    std::shared_ptr<const office::Sheet> m_sheet;
    int m_columns = 0;
    collect::TableMapping m_mapping;
    QHash<QString, collect::CellFate> m_fates; ///< by cell name
};

} // namespace checkup::workspace
