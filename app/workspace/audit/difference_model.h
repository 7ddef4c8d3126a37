#pragma once

#include "core/collect/difference.h"

#include <QAbstractTableModel>

namespace checkup::workspace {

/// The rows of a difference as a table.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Kind, What, Region, Year, Source, Item, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifference(const collect::Difference& difference);
    const collect::Difference& difference() const { return m_difference; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    collect::Difference m_difference;
};

} // namespace checkup::workspace
