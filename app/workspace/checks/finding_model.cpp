#include "app/workspace/checks/finding_model.h"

#include "app/language/language.h"
#include "app/workspace/widgets/theme.h"

#include <QColor>
#include <QFont>
#include <QLocale>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using collect::FindingSeverity;
using collect::WorkItem;

FindingStatus statusOf(const WorkItem& item)
{
    if (!item.current)
        return FindingStatus::Gone;
    if (item.isReopened())
        return FindingStatus::Reopened;
    switch (item.state) {
    case project::FindingState::Explained:
        return FindingStatus::Explained;
    case project::FindingState::Corrected:
        return FindingStatus::Corrected;
    case project::FindingState::Accepted:
        return FindingStatus::Accepted;
    case project::FindingState::Open:
        break;
    }
    return FindingStatus::Open;
}

QString label(FindingStatus status)
{
    switch (status) {
    case FindingStatus::Reopened:
        return FindingModel::tr("重新打开");
    case FindingStatus::Gone:
        return FindingModel::tr("已消失");
    case FindingStatus::Corrected:
        return project::label(project::FindingState::Corrected);
    case FindingStatus::Explained:
        return project::label(project::FindingState::Explained);
    case FindingStatus::Accepted:
        return project::label(project::FindingState::Accepted);
    case FindingStatus::Open:
        break;
    }
    return project::label(project::FindingState::Open);
}

QString symbol(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Blocking:
        return u"■"_s;
    case FindingSeverity::Warning:
        return u"▲"_s;
    case FindingSeverity::Note:
        return u"○"_s;
    }
    return {};
}

FindingModel::FindingModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void FindingModel::setItems(project::YearDataPtr data, const QList<WorkItem>& items)
{
    beginResetModel();
    m_data = std::move(data);
    m_items = items;
    m_states.fill(0);
    m_severities.fill(0);
    for (const WorkItem& item : m_items) {
        ++m_states.at(static_cast<size_t>(statusOf(item)));
        if (!item.isSettled())
            ++m_severities.at(static_cast<size_t>(item.finding.severity));
    }
    endResetModel();
}

void FindingModel::retranslate()
{
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const WorkItem* FindingModel::at(int row) const
{
    return row >= 0 && row < m_items.size() ? &m_items[row] : nullptr;
}

int FindingModel::rowOf(const QString& key) const
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items[row].finding.key == key)
            return row;
    }
    return -1;
}

int FindingModel::count(FindingStatus status) const
{
    return m_states.at(static_cast<size_t>(status));
}

int FindingModel::count(FindingSeverity severity) const
{
    return m_severities.at(static_cast<size_t>(severity));
}

int FindingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int FindingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString FindingModel::nameOf(const QString& subject) const
{
    if (const catalogue::Indicator* indicator = m_data->catalogue.indicator(subject))
        return language::choose(indicator->nameZh, indicator->nameEn);
    if (const catalogue::Quantity* quantity = m_data->catalogue.quantity(subject))
        return language::choose(quantity->nameZh, quantity->nameEn);
    return subject;
}

QString FindingModel::departmentOf(const QString& subject) const
{
    if (const catalogue::Indicator* indicator = m_data->catalogue.indicator(subject))
        return indicator->department;
    const catalogue::Quantity* quantity = m_data->catalogue.quantity(subject);
    return quantity ? quantity->department : QString();
}

QString FindingModel::regionOf(const WorkItem& item) const
{
    const project::Region* region = m_data->region(item.finding.region);
    return region ? language::choose(region->nameZh, region->nameEn) : QString();
}

QVariant FindingModel::data(const QModelIndex& index, int role) const
{
    const WorkItem* item = index.isValid() ? at(index.row()) : nullptr;
    if (!item || !m_data)
        return {};
    const collect::Finding& finding = item->finding;
    const FindingStatus status = statusOf(*item);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Severity:
            return status == FindingStatus::Gone
                       ? QString()
                       : symbol(finding.severity) + u' ' + collect::label(finding.severity);
        case Subject:
            return nameOf(finding.subject);
        case Region:
            return regionOf(*item);
        case Year:
            return finding.year > 0 ? QString::number(finding.year) : QString();
        case Sentence:
            return finding.text;
        case Status:
            return label(status);
        case Who:
            return item->decision && item->decision->state != project::FindingState::Open
                       ? u"%1 %2"_s.arg(
                             item->decision->person,
                             item->decision->at.toLocalTime().date().toString(Qt::ISODate))
                       : QString();
        default:
            return {};
        }
    case Qt::ForegroundRole:
        if (item->isSettled())
            return Theme::colour(Theme::Role::Dim);
        if (index.column() == Severity && finding.severity != FindingSeverity::Note)
            return Theme::colour(finding.severity == FindingSeverity::Blocking
                                     ? Theme::Role::Danger
                                     : Theme::Role::Warning);
        if (index.column() == Status && status == FindingStatus::Reopened)
            return Theme::colour(Theme::Role::Warning);
        return {};
    case Qt::FontRole:
        return index.column() == Status && status == FindingStatus::Reopened ? Theme::font(1, true)
                                                                             : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Who || index.column() == Status)
            return item->decision ? item->decision->reason : QString();
        return finding.text;
    case KeyRole:
        return finding.key;
    case SeverityRole:
        return static_cast<int>(finding.severity);
    case StatusRole:
        return static_cast<int>(status);
    case RuleRole:
        return finding.rule;
    case DepartmentRole:
        return departmentOf(finding.subject);
    case SearchRole:
        return QStringList{finding.subject,
                           finding.text,
                           nameOf(finding.subject),
                           regionOf(*item),
                           departmentOf(finding.subject),
                           item->decision ? item->decision->reason : QString(),
                           item->decision ? item->decision->person : QString()}
            .join(u'\n');
    case SortRole:
        switch (index.column()) {
        case Severity:
            return (item->isSettled() ? 10 : 0) - static_cast<int>(finding.severity);
        case Year:
            return finding.year;
        case Status:
            return static_cast<int>(status);
        default:
            return data(index, Qt::DisplayRole);
        }
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Severity:
        return tr("等级");
    case Subject:
        return tr("指标或数据");
    case Region:
        return tr("地区");
    case Year:
        return tr("年份");
    case Sentence:
        return tr("问题");
    case Status:
        return tr("状态");
    case Who:
        return tr("处理人与日期");
    default:
        return {};
    }
}

FindingFilter::FindingFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(FindingModel::SortRole);
    setDynamicSortFilter(true);
}

bool FindingFilter::Wanted::isEmpty() const
{
    return words.trimmed().isEmpty() && rule.isEmpty() && department.isEmpty() &&
           severities.isEmpty() && states.isEmpty();
}

void FindingFilter::set(const Wanted& wanted)
{
    m_wanted = wanted;
    m_words = wanted.words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FindingFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const int status = index.data(FindingModel::StatusRole).toInt();
    if (!m_wanted.severities.isEmpty() &&
        (!m_wanted.severities.contains(index.data(FindingModel::SeverityRole).toInt()) ||
         status == static_cast<int>(FindingStatus::Gone)))
        return false;
    if (!m_wanted.states.isEmpty() && !m_wanted.states.contains(status))
        return false;
    if (!m_wanted.rule.isEmpty() && index.data(FindingModel::RuleRole).toString() != m_wanted.rule)
        return false;
    if (!m_wanted.department.isEmpty() &&
        !index.data(FindingModel::DepartmentRole).toString().contains(m_wanted.department))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(FindingModel::SearchRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace checkup::workspace
