#include "app/workspace/tasks/department_board.h"

#include "app/workspace/tasks/task_model.h"
#include "app/workspace/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using project::Department;
using project::TaskState;

namespace {

bool isDate(int column)
{
    return column == DepartmentBoard::Deadline || column == DepartmentBoard::Sent ||
           column == DepartmentBoard::Returned;
}

/// The text that a column shows of a department, to be typed over.
QString* textOf(Department& department, int column)
{
    switch (column) {
    case DepartmentBoard::Contact:
        return &department.contact;
    case DepartmentBoard::Post:
        return &department.post;
    case DepartmentBoard::Phone:
        return &department.phone;
    case DepartmentBoard::Email:
        return &department.email;
    case DepartmentBoard::Leader:
        return &department.leader;
    default:
        return nullptr;
    }
}

QDate* dateOf(Department& department, int column)
{
    switch (column) {
    case DepartmentBoard::Deadline:
        return &department.deadline;
    case DepartmentBoard::Sent:
        return &department.sentAt;
    case DepartmentBoard::Returned:
        return &department.returnedAt;
    default:
        return nullptr;
    }
}

} // namespace

void DepartmentBoard::setData(project::YearDataPtr data, const QList<collect::Task>& tasks,
                              bool readOnly)
{
    QList<collect::DepartmentProgress> rows;
    if (data)
        rows = collect::departmentProgress(*data, tasks);
    m_readOnly = readOnly;
    m_data = std::move(data);
    if (rows.size() == m_rows.size() && !rows.isEmpty()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void DepartmentBoard::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const collect::DepartmentProgress* DepartmentBoard::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int DepartmentBoard::rowOf(const QString& department) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].department.name == department)
            return row;
    }
    return -1;
}

int DepartmentBoard::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DepartmentBoard::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant DepartmentBoard::data(const QModelIndex& index, int role) const
{
    const collect::DepartmentProgress* row = at(index.row());
    if (!row)
        return {};
    Department department = row->department;
    const int column = index.column();
    const auto counts = [&row] {
        QStringList parts;
        for (const TaskState state : allTaskStates()) {
            if (row->count(state) > 0)
                parts.append(tr("%1 %2 项").arg(stateText(state)).arg(row->count(state)));
        }
        return parts.join(tr("，"));
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        if (const QString* text = textOf(department, column))
            return *text;
        if (const QDate* date = dateOf(department, column))
            return date->toString(Qt::ISODate);
        switch (column) {
        case Name:
            return department.name;
        case Tasks:
            return row->tasks;
        case Resubmissions:
            return row->resubmissions > 0 ? QVariant(row->resubmissions) : QVariant();
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return column == Progress ? counts() : data(index, Qt::DisplayRole).toString();
    case Qt::ToolTipRole:
        return column == Progress || column == Name ? counts()
                                                    : data(index, Qt::DisplayRole).toString();
    case Qt::TextAlignmentRole:
        if (column == Tasks || column == Resubmissions)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ForegroundRole:
        if (column == Deadline && row->count(TaskState::Overdue) > 0)
            return Theme::colour(Theme::Role::Danger);
        if (column == Returned && department.returnedAt.isValid() &&
            department.deadline.isValid() && department.returnedAt > department.deadline)
            return Theme::colour(Theme::Role::Warning);
        return {};
    case CountsRole: {
        QVariantList list;
        for (const int count : row->counts)
            list.append(count);
        return list;
    }
    default:
        return {};
    }
}

QVariant DepartmentBoard::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("部门");
    case Progress:
        return tr("进度");
    case Tasks:
        return tr("任务");
    case Deadline:
        return tr("报送期限");
    case Sent:
        return tr("下发");
    case Returned:
        return tr("首次报送");
    case Resubmissions:
        return tr("重报");
    case Contact:
        return tr("联络员");
    case Post:
        return tr("职务");
    case Phone:
        return tr("电话");
    case Email:
        return tr("邮箱");
    case Leader:
        return tr("分管领导");
    default:
        return {};
    }
}

Qt::ItemFlags DepartmentBoard::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool typed = index.column() >= Contact || isDate(index.column());
    if (!m_readOnly && typed)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool DepartmentBoard::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const collect::DepartmentProgress* row = at(index.row());
    if (role != Qt::EditRole || !row || m_readOnly || !m_data)
        return false;
    Department department = row->department;
    const QString typed = value.toString().trimmed();
    if (QString* text = textOf(department, index.column())) {
        *text = typed;
    } else if (QDate* date = dateOf(department, index.column())) {
        *date = QDate::fromString(typed, Qt::ISODate);
        if (!date->isValid() && !typed.isEmpty()) {
            Q_EMIT refused(
                tr("日期“%1”应写作 2023-04-30 这样的年-月-日；清空表示没有。").arg(typed));
            return false;
        }
    } else {
        return false;
    }
    const project::ChangeSet set = project::edits::setDepartment(*m_data, department);
    if (!set.isEmpty())
        Q_EMIT editRequested(set);
    return !set.isEmpty();
}

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const QVariantList counts = index.data(DepartmentBoard::CountsRole).toList();
    int total = 0;
    for (const QVariant& count : counts)
        total += count.toInt();
    if (total == 0)
        return;
    painter->save();
    const QFont font = Theme::font(0.82, true);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    QRectF bar = QRectF(option.rect).adjusted(6, 5, -6, -5);
    const double whole = bar.width();
    for (const TaskState state : allTaskStates()) {
        const int count = counts.value(static_cast<int>(state)).toInt();
        if (count == 0)
            continue;
        QRectF piece(bar.left(), bar.top(), whole * count / total, bar.height());
        const QColor ground = Theme::colour(stateRole(state));
        painter->fillRect(piece.adjusted(0, 0, -1, 0), ground);
        painter->setPen(Theme::colour(Theme::Role::Surface));
        const QString number = QString::number(count);
        for (const QString& text : {stateSymbol(state) + number, number}) {
            if (metrics.horizontalAdvance(text) + 4 < piece.width()) {
                painter->drawText(piece, Qt::AlignCenter, text);
                break;
            }
        }
        bar.setLeft(piece.right());
    }
    painter->restore();
}

} // namespace checkup::workspace
