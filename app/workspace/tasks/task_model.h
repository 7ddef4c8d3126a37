#pragma once

#include "core/collect/tasks.h"
#include "core/project/year_data.h"

#include "app/workspace/widgets/theme.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace checkup::workspace {

/// How a task's state looks: the symbol stands before the word, so that colour is never alone.
QString stateSymbol(project::TaskState state);
Theme::Role stateRole(project::TaskState state);
QString stateText(project::TaskState state); ///< symbol and word
/// In the order in which a task goes through them.
const QList<project::TaskState>& allTaskStates();

/// The task table: a row a task. Typing gives a change through edited(). No widgets.
class TaskModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        State,
        Code,
        Name,
        Lead,
        Supporting,
        Deadline,
        Figures,
        Source,
        Method,
        Years,
        Division,
        Note,
        Asked,
        ColumnCount
    };
    enum Role { CodeRole = Qt::UserRole + 1, LeadRole, StateRole, SearchRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setTasks(const QList<collect::Task>& tasks, bool readOnly);
    void retranslate();
    const collect::Task* at(int row) const;
    int rowOf(const QString& subject) const;
    static std::optional<collect::TaskField> fieldOf(int column);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void edited(const QString& subject, const checkup::collect::TaskChange& change);

private:
    QList<collect::Task> m_tasks;
    bool m_readOnly = true;
};

/// Words, lead department and state.
class TaskFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit TaskFilter(QObject* parent = nullptr);
    void setWords(const QString& words);
    void setLead(const QString& department); ///< empty: all
    void setState(int state);                ///< -1: all

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    QString m_lead;
    int m_state = -1;
};

/// Offers the departments for 牵头部门, the kinds for 数据来源, yes and no for 采集.
class TaskDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setDepartments(const QStringList& names) { m_departments = names; }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;

private:
    QStringList m_departments;
};

} // namespace checkup::workspace
