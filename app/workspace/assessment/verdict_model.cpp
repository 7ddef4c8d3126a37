#include "app/workspace/assessment/verdict_model.h"

#include "app/language/language.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"

#include <QColor>

#include <limits>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

VerdictModel::VerdictModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void VerdictModel::setData(project::YearDataPtr data, assess::AssessmentPtr assessment)
{
    m_data = std::move(data);
    m_assessment = std::move(assessment);
    if (m_data && !m_data->region(m_region))
        m_region = m_data->city() ? m_data->city()->id : project::RegionId();
    rebuild();
}

void VerdictModel::setRegion(project::RegionId region)
{
    if (region == m_region)
        return;
    m_region = region;
    rebuild();
}

void VerdictModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void VerdictModel::rebuild()
{
    beginResetModel();
    m_rows =
        m_assessment ? m_assessment->ofRegion(m_region) : QList<const assess::IndicatorResult*>();
    endResetModel();
}

const assess::IndicatorResult* VerdictModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row] : nullptr;
}

int VerdictModel::rowOf(const QString& code) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row]->code == code)
            return row;
    }
    return -1;
}

int VerdictModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VerdictModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant VerdictModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const assess::IndicatorResult& r = *m_rows[index.row()];
    const catalogue::Indicator* indicator = m_data->catalogue.indicator(r.code);
    if (!indicator)
        return {};
    const auto percent = [](const std::optional<double>& share) {
        return share ? formatFixed(*share * 100, 1) + u" %"_s : QString();
    };
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Verdict:
            return assess::symbol(r.judgement.verdict) + u' ' + assess::label(r.judgement.verdict);
        case Code:
            return r.code;
        case Name:
            return language::choose(indicator->nameZh, indicator->nameEn);
        case Value:
            return r.now.isPresent() ? formatGrouped(r.now.number, indicator->decimals)
                                     : project::label(r.now.state);
        case Unit:
            return indicator->unit;
        case Rate:
            return percent(r.judgement.rate);
        case Expected:
            return r.judgement.rate ? percent(r.judgement.expected) : QString();
        case Trend:
            return r.trend.direction == assess::TrendDirection::Unknown
                       ? QString()
                       : assess::symbol(r.trend.direction) + u' ' +
                             assess::label(r.trend.direction);
        case Diagnosis:
            return r.diagnosis == assess::Diagnosis::Unknown ? QString()
                                                             : assess::label(r.diagnosis);
        default:
            return {};
        }
    case Qt::TextAlignmentRole:
        if (index.column() == Value || index.column() == Rate || index.column() == Expected)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ForegroundRole:
        return index.column() == Verdict
                   ? QVariant(Theme::readable(QColor(assess::colour(r.judgement.verdict))))
                   : QVariant();
    case Qt::ToolTipRole:
        return r.judgement.sentence;
    case CodeRole:
        return r.code;
    case VerdictRole:
        return static_cast<int>(r.judgement.verdict);
    case DimensionRole:
        return indicator->dimension;
    case SearchRole:
        return r.code + u'\n' + indicator->nameZh + u'\n' + indicator->nameEn + u'\n' +
               indicator->department + u'\n' + indicator->category;
    case SortRole:
        switch (index.column()) {
        case Verdict:
            return -r.urgency;
        case Value:
            return r.now.isPresent() ? r.now.number : -std::numeric_limits<double>::infinity();
        case Rate:
            return r.judgement.rate.value_or(-std::numeric_limits<double>::infinity());
        case Expected:
            return r.judgement.expected.value_or(-std::numeric_limits<double>::infinity());
        default:
            return data(index, Qt::DisplayRole);
        }
    default:
        return {};
    }
}

QVariant VerdictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Value || section == Rate || section == Expected;
        return QVariant::fromValue(Qt::Alignment(isNumber ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Verdict:
        return tr("结论");
    case Code:
        return tr("编号");
    case Name:
        return tr("指标");
    case Value:
        return tr("本年度值");
    case Unit:
        return tr("单位");
    case Rate:
        return tr("实施率");
    case Expected:
        return tr("时间进度");
    case Trend:
        return tr("趋势");
    case Diagnosis:
        return tr("诊断");
    default:
        return {};
    }
}

VerdictFilter::VerdictFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(VerdictModel::SortRole);
    setDynamicSortFilter(true);
}

void VerdictFilter::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void VerdictFilter::setVerdict(int verdict)
{
    m_verdict = verdict;
    invalidateFilter();
}

void VerdictFilter::setDimension(const QString& id)
{
    m_dimension = id;
    invalidateFilter();
}

bool VerdictFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_verdict >= 0 && index.data(VerdictModel::VerdictRole).toInt() != m_verdict)
        return false;
    if (!m_dimension.isEmpty() && index.data(VerdictModel::DimensionRole).toString() != m_dimension)
        return false;
    const QString text = index.data(VerdictModel::SearchRole).toString();
    for (const QString& word : m_words) {
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

} // namespace checkup::workspace
