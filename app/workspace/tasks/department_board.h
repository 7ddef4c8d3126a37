#pragma once

#include "core/collect/tasks.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace checkup::workspace {

/// How the departments stand: a row a department with its tasks by state, who to call, and dates.
/// Typing gives an edit through editRequested(). No widgets.
class DepartmentBoard : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Progress,
        Tasks,
        Deadline,
        Sent,
        Returned,
        Resubmissions,
        Contact,
        Post,
        Phone,
        Email,
        Leader,
        ColumnCount
    };
    enum Role { CountsRole = Qt::UserRole + 1 }; ///< list of numbers by TaskState

    using QAbstractTableModel::QAbstractTableModel;

    void setData(project::YearDataPtr data, const QList<collect::Task>& tasks, bool readOnly);
    void retranslate();
    const collect::DepartmentProgress* at(int row) const;
    int rowOf(const QString& department) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void editRequested(const checkup::project::ChangeSet& changes);
    void refused(const QString& sentence);

private:
    project::YearDataPtr m_data;
    QList<collect::DepartmentProgress> m_rows;
    bool m_readOnly = true;
};

/// Paints the tasks of a department as one bar, a piece a state, with its number where there is
/// room.
class ProgressDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace checkup::workspace
