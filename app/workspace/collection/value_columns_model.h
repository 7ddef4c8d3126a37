#pragma once

#include "core/collect/subjects.h"
#include "core/collect/table_mapping.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace checkup::workspace {

/// The columns of a table and what figures they hold: a tick for those that are read, and beside it
/// what the column itself says of subject, year, region and unit (blank: the row says it, or the
/// whole table). Edits change the mapping, told by changed(). No widgets.
class ValueColumnsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Subject, Year, Region, Unit, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const QStringList& headers, const collect::TableMapping& mapping,
              const collect::Subjects* subjects);
    /// Another mapping of the same sheet.
    void setMapping(const collect::TableMapping& mapping);
    /// The mapping with the columns as they are ticked here.
    collect::TableMapping applied(collect::TableMapping mapping) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        bool isUsed = false;
        collect::TableMapping::WideColumn wide;
    };
    bool edit(Row& row, int column, const QString& text) const;

    QStringList m_headers;
    QList<Row> m_rows;
    const collect::Subjects* m_subjects = nullptr;
};

} // namespace checkup::workspace
