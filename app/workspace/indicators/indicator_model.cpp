#include "app/workspace/indicators/indicator_model.h"

#include "app/language/language.h"
#include "app/workspace/indicators/indicator_fault.h"

#include <QFont>
#include <QLocale>

#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

bool showsEnglish(const catalogue::Indicator& indicator)
{
    return language::current() == u"en" && !indicator.nameEn.isEmpty();
}

} // namespace

IndicatorModel::IndicatorModel(QObject* parent)
    : QAbstractItemModel(parent)
{
    m_nodes.append(Node{});
}

void IndicatorModel::setData(project::YearDataPtr data)
{
    beginResetModel();
    m_data = std::move(data);
    build();
    endResetModel();
}

void IndicatorModel::retranslate()
{
    // Words only: the view keeps what is open and where it is.
    for (int id = 0; id < m_nodes.size(); ++id) {
        const QList<int>& children = m_nodes[id].children;
        if (!children.isEmpty()) {
            Q_EMIT dataChanged(createIndex(0, 0, static_cast<quintptr>(children.first())),
                               createIndex(static_cast<int>(children.size()) - 1, ColumnCount - 1,
                                           static_cast<quintptr>(children.last())));
        }
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void IndicatorModel::build()
{
    m_nodes = {Node{}};
    if (!m_data)
        return;
    const auto add = [this](int parent, Node node) {
        node.parent = parent;
        node.row = static_cast<int>(m_nodes[parent].children.size());
        m_nodes.append(node);
        const int id = static_cast<int>(m_nodes.size()) - 1;
        m_nodes[parent].children.append(id);
        return id;
    };
    const auto group = [](const QString& title, const QString& titleEn) {
        Node node;
        node.title = title;
        node.titleEn = titleEn;
        return node;
    };
    QHash<QString, int> groups;
    const auto& catalogue = m_data->catalogue;
    for (const catalogue::Dimension& dimension : catalogue.dimensions) {
        const int id = add(0, group(dimension.nameZh, dimension.nameEn));
        groups[dimension.id] = id;
        for (const QString& category : dimension.categories)
            groups[dimension.id + u'/' + category] = add(id, group(category, category));
    }
    for (int i = 0; i < catalogue.indicators.size(); ++i) {
        const catalogue::Indicator& indicator = catalogue.indicators[i];
        const QString place = indicator.dimension + u'/' + indicator.category;
        if (!groups.contains(indicator.dimension))
            groups[indicator.dimension] = add(0, group(indicator.dimension, indicator.dimension));
        if (!groups.contains(place))
            groups[place] =
                add(groups[indicator.dimension], group(indicator.category, indicator.category));
        Node leaf;
        leaf.indicator = i;
        const int id = add(groups[place], leaf);
        if (!indicator.excluded) {
            for (int up = m_nodes[id].parent; up > 0; up = m_nodes[up].parent)
                ++m_nodes[up].included;
        }
    }
    // A category that this profile takes nothing from would be an empty branch.
    for (Node& node : m_nodes) {
        node.children.removeIf(
            [this](int id) { return m_nodes[id].indicator < 0 && m_nodes[id].children.isEmpty(); });
    }
    m_nodes[0].children.removeIf([this](int id) { return m_nodes[id].children.isEmpty(); });
    for (const Node& node : std::as_const(m_nodes)) {
        for (int row = 0; row < node.children.size(); ++row)
            m_nodes[node.children[row]].row = row;
    }
}

const IndicatorModel::Node* IndicatorModel::node(const QModelIndex& index) const
{
    return index.isValid() ? &m_nodes[static_cast<int>(index.internalId())] : &m_nodes[0];
}

QModelIndex IndicatorModel::indexOf(const QString& code) const
{
    for (int id = 1; id < m_nodes.size(); ++id) {
        const Node& n = m_nodes[id];
        if (n.indicator >= 0 && m_data->catalogue.indicators[n.indicator].code == code)
            return createIndex(n.row, 0, static_cast<quintptr>(id));
    }
    return {};
}

QModelIndex IndicatorModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* above = node(parent);
    if (row < 0 || row >= above->children.size() || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, static_cast<quintptr>(above->children[row]));
}

QModelIndex IndicatorModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    const int above = node(child)->parent;
    return above <= 0 ? QModelIndex()
                      : createIndex(m_nodes[above].row, 0, static_cast<quintptr>(above));
}

int IndicatorModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int IndicatorModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant IndicatorModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node* n = node(index);
    if (n->indicator >= 0)
        return indicatorData(m_data->catalogue.indicators[n->indicator], index.column(), role);
    if (role == Qt::DisplayRole && index.column() == Code) {
        const bool english = language::current() == u"en";
        return tr("%1（%2）")
            .arg(english && !n->titleEn.isEmpty() ? n->titleEn : n->title)
            .arg(n->included);
    }
    if (role == Qt::FontRole && n->parent == 0) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant IndicatorModel::indicatorData(const catalogue::Indicator& indicator, int column,
                                       int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        switch (column) {
        case Code:
            return indicator.code;
        case Name:
            return showsEnglish(indicator) ? indicator.nameEn : indicator.nameZh;
        case Unit:
            return indicator.unit;
        case Kind:
            return catalogue::label(indicator.kind);
        case Direction:
            return catalogue::label(indicator.direction);
        case Constraint:
            return catalogue::label(indicator.constraint);
        case Department:
            return indicator.department;
        case Definition:
            return role == Qt::EditRole || !indicator.definitionRecalled
                       ? indicator.definition
                       : tr("待核 · %1").arg(indicator.definition);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (indicator.excluded)
            return tr("已排除：%1").arg(indicator.exclusionReason);
        if (column == Definition && indicator.definitionRecalled)
            return tr("释义为回忆，正式使用前请与标准核对。\n%1").arg(indicator.definition);
        return column == Name
                   ? QVariant(showsEnglish(indicator) ? indicator.nameZh : indicator.nameEn)
                   : QVariant();
    case Qt::FontRole:
        if (indicator.excluded) {
            QFont font;
            font.setStrikeOut(true);
            return font;
        }
        return {};
    case CodeRole:
        return indicator.code;
    case ExcludedRole:
        return indicator.excluded;
    case RecalledRole:
        return indicator.definitionRecalled;
    case KindRole:
        return catalogue::key(indicator.kind);
    case SearchRole:
        return QStringList{indicator.code,     indicator.nameZh,     indicator.nameEn,
                           indicator.unit,     indicator.department, indicator.definition,
                           indicator.category, indicator.aspect}
            .join(u'\n');
    default:
        return {};
    }
}

QVariant IndicatorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Code:
        return tr("编号");
    case Name:
        return tr("指标名称");
    case Unit:
        return tr("单位");
    case Kind:
        return tr("类型");
    case Direction:
        return tr("方向");
    case Constraint:
        return tr("约束性");
    case Department:
        return tr("责任部门");
    case Definition:
        return tr("释义");
    default:
        return {};
    }
}

Qt::ItemFlags IndicatorModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && !m_readOnly && node(index)->indicator >= 0) {
        const int column = index.column();
        if (column == Name || column == Unit || column == Department || column == Definition)
            flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool IndicatorModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || node(index)->indicator < 0 || m_readOnly)
        return false;
    catalogue::Indicator indicator = m_data->catalogue.indicators[node(index)->indicator];
    const QString text = value.toString().trimmed();
    switch (index.column()) {
    case Name:
        if (text.isEmpty()) {
            Q_EMIT refused(tr("指标名称不能空着。"));
            return false;
        }
        (showsEnglish(indicator) ? indicator.nameEn : indicator.nameZh) = text;
        break;
    case Unit:
        indicator.unit = text;
        break;
    case Department:
        indicator.department = text;
        break;
    case Definition:
        indicator.definition = text;
        break;
    default:
        return false;
    }
    if (indicator == m_data->catalogue.indicators[node(index)->indicator])
        return false;
    if (const QString fault = faultOf(m_data->catalogue, indicator); !fault.isEmpty()) {
        Q_EMIT refused(fault);
        return false;
    }
    Q_EMIT editRequested(indicator);
    return true;
}

IndicatorFilter::IndicatorFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void IndicatorFilter::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void IndicatorFilter::setKind(const QString& kindKey)
{
    m_kind = kindKey;
    invalidateFilter();
}

void IndicatorFilter::setOnlyRecalled(bool only)
{
    m_onlyRecalled = only;
    invalidateFilter();
}

void IndicatorFilter::setOnlyExcluded(bool only)
{
    m_onlyExcluded = only;
    invalidateFilter();
}

int IndicatorFilter::matches() const
{
    int count = 0;
    const auto walk = [&](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex child = index(row, 0, parent);
            if (child.data(IndicatorModel::CodeRole).toString().isEmpty())
                self(self, child);
            else
                ++count;
        }
    };
    walk(walk, QModelIndex());
    return count;
}

bool IndicatorFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(IndicatorModel::CodeRole).toString().isEmpty())
        return false; // groups live by what they hold
    if (!m_kind.isEmpty() && index.data(IndicatorModel::KindRole).toString() != m_kind)
        return false;
    if (m_onlyRecalled && !index.data(IndicatorModel::RecalledRole).toBool())
        return false;
    if (m_onlyExcluded && !index.data(IndicatorModel::ExcludedRole).toBool())
        return false;
    const QString text = index.data(IndicatorModel::SearchRole).toString();
    for (const QString& word : m_words) {
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

} // namespace checkup::workspace
