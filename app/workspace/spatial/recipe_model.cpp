#include "app/workspace/spatial/recipe_model.h"

#include "app/language/language.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"
#include "core/base/units.h"
#include "core/collect/tasks.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecipeModel)
};

/// Units of what layers give, for the translators.
[[maybe_unused]] constexpr const char* units[] = {
    QT_TRANSLATE_NOOP("Units", "平方千米"), QT_TRANSLATE_NOOP("Units", "公顷"),
    QT_TRANSLATE_NOOP("Units", "平方米"),   QT_TRANSLATE_NOOP("Units", "万平方米"),
    QT_TRANSLATE_NOOP("Units", "千米"),     QT_TRANSLATE_NOOP("Units", "米"),
    QT_TRANSLATE_NOOP("Units", "个"),       QT_TRANSLATE_NOOP("Units", "处"),
    QT_TRANSLATE_NOOP("Units", "人"),       QT_TRANSLATE_NOOP("Units", "万人"),
};

std::optional<double> inUnit(const project::Value& value, const QString& unit)
{
    if (value.state != project::ValueState::Present)
        return std::nullopt;
    if (value.unit == unit)
        return value.number;
    const auto from = parseUnit(value.unit), to = parseUnit(unit);
    if (!from || !to)
        return std::nullopt;
    const Result<double> converted = convert(value.number, *from, *to);
    return converted ? std::optional(*converted) : std::nullopt;
}

/// Every role a recipe reads, with those that it can stand in for.
void collectRoles(const spatial::Selection& selection, QStringList& roles)
{
    if (!selection.role.isEmpty() && !roles.contains(selection.role))
        roles.append(selection.role);
}

QStringList rolesOf(const spatial::Recipe& recipe)
{
    QStringList roles;
    collectRoles(recipe.what, roles);
    for (const spatial::Selection& within : recipe.within)
        collectRoles(within, roles);
    if (recipe.reach) {
        for (const auto& group : recipe.reach->groups) {
            for (const spatial::Service& service : group)
                collectRoles(service.what, roles);
        }
        if (recipe.reach->mode != spatial::Reach::Mode::Circle)
            collectRoles(recipe.reach->roads, roles);
        for (const spatial::Selection& barrier : recipe.reach->barriers)
            collectRoles(barrier, roles);
    }
    return roles;
}

Theme::Role roleOf(RecipeState state)
{
    switch (state) {
    case RecipeState::Current:
        return Theme::Role::Good;
    case RecipeState::Stale:
        return Theme::Role::Warning;
    case RecipeState::NotComputed:
        return Theme::Role::Accent;
    case RecipeState::NotComputable:
        return Theme::Role::Faint;
    case RecipeState::Off:
        break;
    }
    return Theme::Role::Dim;
}

} // namespace

QString unitWord(const QString& unit)
{
    return QCoreApplication::translate("Units", unit.toUtf8().constData());
}

QString amountText(double number, const QString& unit)
{
    // Six digits that count, and no fewer than the whole part has.
    const double size = std::abs(number);
    const int whole = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    QString text = formatGrouped(number, std::clamp(6 - whole, 0, 5));
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return unit.isEmpty() ? text : text + u' ' + unitWord(unit);
}

std::optional<double> RecipeRow::difference() const
{
    if (!value || !reported || *reported == 0)
        return std::nullopt;
    return (*value - *reported) / *reported;
}

RecipeState stateOf(const RecipeRow& row)
{
    if (row.off)
        return RecipeState::Off;
    switch (row.status.state) {
    case spatial::RunState::Current:
        return RecipeState::Current;
    case spatial::RunState::Stale:
        return RecipeState::Stale;
    case spatial::RunState::NotComputed:
        return RecipeState::NotComputed;
    case spatial::RunState::NotComputable:
        break;
    }
    return RecipeState::NotComputable;
}

QString symbol(RecipeState state)
{
    switch (state) {
    case RecipeState::Current:
        return u"✓"_s;
    case RecipeState::Stale:
        return u"▲"_s;
    case RecipeState::NotComputed:
        return u"○"_s;
    case RecipeState::NotComputable:
        return u"—"_s;
    case RecipeState::Off:
        break;
    }
    return u"■"_s;
}

QString label(RecipeState state)
{
    switch (state) {
    case RecipeState::Current:
        return Text::tr("最新");
    case RecipeState::Stale:
        return Text::tr("已过期");
    case RecipeState::NotComputed:
        return Text::tr("未计算");
    case RecipeState::NotComputable:
        return Text::tr("缺图层");
    case RecipeState::Off:
        break;
    }
    return Text::tr("已停用");
}

QList<RecipeRow> recipeRows(const project::YearData& data)
{
    QHash<QString, QStringList> users;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (indicator.excluded)
            continue;
        for (const QString& quantity : collect::quantitiesOf(indicator)) {
            if (!users[quantity].contains(indicator.code))
                users[quantity].append(indicator.code);
        }
    }
    QList<RecipeRow> rows;
    const project::Region* city = data.city();
    QList<spatial::RecipeStatus> statuses = spatial::recipeStatuses(data);
    const qsizetype active = statuses.size();
    for (const project::RecipeSetting& setting : data.recipes) {
        if (setting.active)
            continue;
        spatial::RecipeStatus status;
        status.subject = setting.subject;
        status.recipe = spatial::shippedRecipe(data, setting.subject);
        if (status.recipe)
            status.words = spatial::inWords(*status.recipe, data);
        status.state = spatial::RunState::NotComputed;
        if (!setting.note.isEmpty())
            status.why.append(setting.note);
        statuses.append(status);
    }
    QSet<QString> played;
    for (const project::Layer& layer : data.layers)
        played.insert(layer.role);
    for (const spatial::RecipeStatus& status : std::as_const(statuses)) {
        RecipeRow row;
        row.status = status;
        row.off = rows.size() >= active;
        if (status.recipe)
            row.roles = rolesOf(*status.recipe);
        for (const QString& role : std::as_const(row.roles)) {
            if (!played.contains(role))
                row.missing.append(role);
        }
        if (const catalogue::Quantity* quantity = data.catalogue.quantity(status.subject)) {
            row.name = language::choose(quantity->nameZh, quantity->nameEn);
            row.unit = quantity->unit;
        } else {
            row.name = status.subject;
        }
        row.indicators = users.value(status.subject);
        if (city) {
            for (const project::Value* value :
                 data.rivals({status.subject, city->id, data.info.year})) {
                const project::Source* source = data.source(value->source);
                if (source && source->kind == project::SourceKind::Spatial) {
                    row.value = inUnit(*value, row.unit);
                } else if (!row.reported) {
                    row.reported = inUnit(*value, row.unit);
                    row.reporter = source ? source->name : QString();
                }
            }
        }
        rows.append(row);
    }
    return rows;
}

void RecipeModel::setRows(const QList<RecipeRow>& rows)
{
    const bool same =
        rows.size() == m_rows.size() && std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(),
                                                   [](const RecipeRow& a, const RecipeRow& b) {
                                                       return a.status.subject == b.status.subject;
                                                   });
    if (same) {
        // Selection and place stay while somebody works down the list.
        m_rows = rows;
        retranslate();
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void RecipeModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const RecipeRow* RecipeModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int RecipeModel::rowOf(const QString& subject) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].status.subject == subject)
            return row;
    }
    return -1;
}

int RecipeModel::count(RecipeState state) const
{
    return static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(),
                      [state](const RecipeRow& row) { return stateOf(row) == state; }));
}

int RecipeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecipeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant RecipeModel::data(const QModelIndex& index, int role) const
{
    const RecipeRow* row = at(index.row());
    if (!row)
        return {};
    const RecipeState state = stateOf(*row);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case State:
            return symbol(state) + u' ' + label(state);
        case Name:
            return row->name;
        case Value:
            return row->value ? amountText(*row->value, row->unit) : QString();
        case Reported:
            return row->reported ? amountText(*row->reported, row->unit) : QString();
        case Difference:
            if (const auto difference = row->difference()) {
                const double percent = roundDecimal(*difference * 100, 2);
                return (percent > 0 ? u"+"_s : QString()) + formatFixed(percent, 2) + u'%';
            }
            return QString();
        case Indicators:
            return row->indicators.join(u' ');
        case Layers: {
            QStringList roles = row->roles;
            for (QString& one : roles) {
                if (row->missing.contains(one))
                    one = tr("%1（缺）").arg(one);
            }
            return roles.join(u' ');
        }
        case Method:
            return row->status.words.simplified();
        default:
            return {};
        }
    case SortRole:
        switch (index.column()) {
        case State:
            return static_cast<int>(state);
        case Value:
            return row->value.value_or(-1);
        case Reported:
            return row->reported.value_or(-1);
        case Difference:
            return std::abs(row->difference().value_or(-1));
        default:
            return data(index, Qt::DisplayRole);
        }
    case Qt::ForegroundRole:
        if (index.column() == State)
            return Theme::readable(Theme::colour(roleOf(state)));
        if (state == RecipeState::NotComputable || state == RecipeState::Off)
            return Theme::colour(Theme::Role::Dim);
        if (index.column() == Difference && std::abs(row->difference().value_or(0)) > 0.01)
            return Theme::readable(Theme::colour(Theme::Role::Warning));
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Value || index.column() == Reported || index.column() == Difference)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Reported)
            return row->reporter;
        if (index.column() == Layers) {
            QStringList roles;
            for (const QString& one : row->roles)
                roles.append(roleTitle(one));
            return roles.join(u'\n');
        }
        return data(index, Qt::DisplayRole).toString();
    case SubjectRole:
        return row->status.subject;
    case StateRole:
        return static_cast<int>(state);
    case SearchRole:
        return QStringList{row->status.subject, row->name, row->indicators.join(u' '),
                           row->roles.join(u' '), row->status.words}
            .join(u'\n');
    default:
        return {};
    }
}

QVariant RecipeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("状态");
    case Name:
        return tr("数据项");
    case Value:
        return tr("计算值");
    case Reported:
        return tr("报送值");
    case Difference:
        return tr("相差");
    case Indicators:
        return tr("用于指标");
    case Layers:
        return tr("图层");
    case Method:
        return tr("计算方法");
    default:
        return {};
    }
}

RecipeFilter::RecipeFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RecipeModel::SortRole);
}

void RecipeFilter::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RecipeFilter::setState(int state)
{
    m_state = state;
    invalidateFilter();
}

bool RecipeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_state != -1 && index.data(RecipeModel::StateRole).toInt() != m_state)
        return false;
    const QString text = index.data(RecipeModel::SearchRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&text](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace checkup::workspace
