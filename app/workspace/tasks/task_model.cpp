#include "app/workspace/tasks/task_model.h"

#include "app/language/language.h"

#include <QComboBox>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using collect::Task;
using collect::TaskField;
using project::SourceKind;
using project::TaskState;

QString stateSymbol(TaskState state)
{
    switch (state) {
    case TaskState::NotSent:
        return u"○"_s;
    case TaskState::Sent:
        return u"◐"_s;
    case TaskState::Submitted:
        return u"●"_s;
    case TaskState::Returned:
        return u"↩"_s;
    case TaskState::Accepted:
        return u"✓"_s;
    case TaskState::Frozen:
        return u"■"_s;
    case TaskState::Overdue:
        break;
    }
    return u"▲"_s;
}

Theme::Role stateRole(TaskState state)
{
    switch (state) {
    case TaskState::NotSent:
        return Theme::Role::Faint;
    case TaskState::Sent:
        return Theme::Role::Dim;
    case TaskState::Submitted:
        return Theme::Role::Accent;
    case TaskState::Returned:
        return Theme::Role::Warning;
    case TaskState::Accepted:
        return Theme::Role::Good;
    case TaskState::Frozen:
        return Theme::Role::Text;
    case TaskState::Overdue:
        break;
    }
    return Theme::Role::Danger;
}

QString stateText(TaskState state)
{
    return stateSymbol(state) + u' ' + project::label(state);
}

const QList<TaskState>& allTaskStates()
{
    static const QList<TaskState> states{
        TaskState::Overdue,   TaskState::NotSent,  TaskState::Sent,  TaskState::Returned,
        TaskState::Submitted, TaskState::Accepted, TaskState::Frozen};
    return states;
}

void TaskModel::setTasks(const QList<Task>& tasks, bool readOnly)
{
    m_readOnly = readOnly;
    const bool same =
        tasks.size() == m_tasks.size() &&
        std::equal(tasks.cbegin(), tasks.cend(), m_tasks.cbegin(),
                   [](const Task& a, const Task& b) { return a.subject == b.subject; });
    if (same) {
        // Selection and place stay while somebody works down the list.
        m_tasks = tasks;
        if (!m_tasks.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_tasks = tasks;
    endResetModel();
}

void TaskModel::retranslate()
{
    if (!m_tasks.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const Task* TaskModel::at(int row) const
{
    return row >= 0 && row < m_tasks.size() ? &m_tasks[row] : nullptr;
}

int TaskModel::rowOf(const QString& subject) const
{
    for (int row = 0; row < m_tasks.size(); ++row) {
        if (m_tasks[row].subject == subject)
            return row;
    }
    return -1;
}

std::optional<TaskField> TaskModel::fieldOf(int column)
{
    switch (column) {
    case Lead:
        return TaskField::Lead;
    case Supporting:
        return TaskField::Supporting;
    case Deadline:
        return TaskField::Deadline;
    case Source:
        return TaskField::Source;
    case Method:
        return TaskField::Method;
    case Years:
        return TaskField::Years;
    case Division:
        return TaskField::Division;
    case Note:
        return TaskField::Note;
    case Asked:
        return TaskField::Asked;
    default:
        return std::nullopt;
    }
}

int TaskModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int TaskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant TaskModel::data(const QModelIndex& index, int role) const
{
    const Task* task = at(index.row());
    if (!task)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case SortRole:
        switch (index.column()) {
        case State:
            if (role == SortRole)
                return task->asked ? static_cast<int>(allTaskStates().indexOf(task->state)) : 99;
            return task->asked ? stateText(task->state) : tr("— 不采集");
        case Code:
            return task->subject;
        case Name:
            return language::choose(task->name, task->nameEn) +
                   (task->unit.isEmpty() ? QString() : tr("（%1）").arg(task->unit));
        case Lead:
            return task->lead;
        case Supporting:
            return task->supporting.join(u'、');
        case Deadline:
            return task->deadline.toString(Qt::ISODate);
        case Figures:
            return role == SortRole ? QVariant(task->wanted - task->present)
                                    : QVariant(u"%1/%2"_s.arg(task->present).arg(task->wanted));
        case Source:
            return project::label(task->sourceKind);
        case Method:
            return task->method;
        case Years:
            return task->firstYear == task->lastYear
                       ? QString::number(task->lastYear)
                       : u"%1-%2"_s.arg(task->firstYear).arg(task->lastYear);
        case Division:
            return task->division;
        case Note:
            return task->note;
        case Asked:
            return task->asked ? tr("是") : tr("否");
        default:
            return {};
        }
    case Qt::ForegroundRole:
        if (!task->asked)
            return Theme::colour(Theme::Role::Faint);
        if (index.column() == State)
            return Theme::readable(Theme::colour(stateRole(task->state)));
        if (index.column() == Deadline && task->state == TaskState::Overdue)
            return Theme::colour(Theme::Role::Danger);
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Figures)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ToolTipRole:
        return index.column() == Name ? task->meaning : data(index, Qt::DisplayRole).toString();
    case CodeRole:
        return task->subject;
    case LeadRole:
        return task->lead;
    case StateRole:
        return task->asked ? static_cast<int>(task->state) : -2;
    case SearchRole:
        return QStringList{task->subject,
                           task->nameEn,
                           task->name,
                           task->meaning,
                           task->lead,
                           task->indicators.join(u' '),
                           task->supporting.join(u' '),
                           task->method,
                           task->note}
            .join(u'\n');
    default:
        return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("状态");
    case Code:
        return tr("编号");
    case Name:
        return tr("指标（数据项）");
    case Figures:
        return tr("有数/应有");
    case Asked:
        return tr("采集");
    default:
        if (const auto field = fieldOf(section))
            return collect::label(*field);
        return {};
    }
}

Qt::ItemFlags TaskModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!m_readOnly && fieldOf(index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool TaskModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Task* task = at(index.row());
    const auto field = fieldOf(index.column());
    if (role != Qt::EditRole || !task || !field || m_readOnly)
        return false;
    QString text = value.toString().trimmed();
    if (text == data(index, Qt::EditRole).toString())
        return false;
    if (*field == TaskField::Asked)
        text = text == tr("是") ? u"yes"_s : u"no"_s;
    Q_EMIT edited(task->subject, {*field, text});
    return true;
}

TaskFilter::TaskFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(TaskModel::SortRole);
}

void TaskFilter::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void TaskFilter::setLead(const QString& department)
{
    m_lead = department;
    invalidateFilter();
}

void TaskFilter::setState(int state)
{
    m_state = state;
    invalidateFilter();
}

bool TaskFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_state != -1 && index.data(TaskModel::StateRole).toInt() != m_state)
        return false;
    if (!m_lead.isEmpty() && index.data(TaskModel::LeadRole).toString() != m_lead)
        return false;
    const QString text = index.data(TaskModel::SearchRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&text](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

QWidget* TaskDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    const int column = index.column();
    if (column != TaskModel::Lead && column != TaskModel::Source && column != TaskModel::Asked)
        return QStyledItemDelegate::createEditor(parent, option, index);
    auto* box = new QComboBox(parent);
    if (column == TaskModel::Lead) {
        box->setEditable(true);
        box->addItems(m_departments);
    } else if (column == TaskModel::Source) {
        for (const SourceKind kind : {SourceKind::Department, SourceKind::Statistics,
                                      SourceKind::Spatial, SourceKind::Network, SourceKind::Sample,
                                      SourceKind::Publication, SourceKind::Estimate})
            box->addItem(project::label(kind));
    } else {
        box->addItems({TaskModel::tr("是"), TaskModel::tr("否")});
    }
    return box;
}

void TaskDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = qobject_cast<QComboBox*>(editor);
    if (!box) {
        QStyledItemDelegate::setEditorData(editor, index);
        return;
    }
    const QString text = index.data(Qt::EditRole).toString();
    const int at = box->findText(text);
    box->setCurrentIndex(at);
    if (at < 0)
        box->setEditText(text);
}

void TaskDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                const QModelIndex& index) const
{
    if (const auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentText());
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace checkup::workspace
