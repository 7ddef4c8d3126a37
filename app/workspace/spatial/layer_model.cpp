#include "app/workspace/spatial/layer_model.h"

#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/theme.h"

#include "core/catalogue/land_classes.h"
#include "core/collect/layers_asked.h"
#include "core/collect/tasks.h"
#include "core/spatial/gate.h"
#include "core/spatial/intake.h"
#include "core/spatial/next_year.h"

#include <QCoreApplication>
#include <QFont>
#include <QLocale>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using State = LayerFacts::State;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LayerModel)
};

Theme::Role roleOf(State state)
{
    switch (state) {
    case State::Sound:
        return Theme::Role::Good;
    case State::Repaired:
        return Theme::Role::Accent;
    case State::Faulty:
    case State::Changed:
        return Theme::Role::Warning;
    case State::Vanished:
        return Theme::Role::Danger;
    case State::Unchecked:
        break;
    }
    return Theme::Role::Dim;
}

} // namespace

QString symbol(State state)
{
    switch (state) {
    case State::Sound:
        return u"✓"_s;
    case State::Repaired:
        return u"◆"_s;
    case State::Faulty:
    case State::Changed:
        return u"▲"_s;
    case State::Vanished:
        return u"✕"_s;
    case State::Unchecked:
        break;
    }
    return u"○"_s;
}

QString label(State state)
{
    switch (state) {
    case State::Sound:
        return Text::tr("完好");
    case State::Repaired:
        return Text::tr("已修复");
    case State::Faulty:
        return Text::tr("有问题");
    case State::Changed:
        return Text::tr("文件已变");
    case State::Vanished:
        return Text::tr("找不到");
    case State::Unchecked:
        break;
    }
    return Text::tr("未检查");
}

LayerFacts layerFacts(const project::Layer& layer, project::LayerHealth state)
{
    LayerFacts facts;
    const spatial::GateReport report = spatial::GateReport::fromJson(layer.health);
    QStringList words;
    for (const Issue& issue : spatial::gateIssues(layer))
        words << issue.text;
    switch (state) {
    case project::LayerHealth::Vanished:
        facts.state = State::Vanished;
        words.prepend(Text::tr("找不到 %1。请放回原处，或用“替换…”指到新的位置。")
                          .arg(layer.isInside() ? layer.layer : layer.path));
        break;
    case project::LayerHealth::Changed:
        facts.state = State::Changed;
        words.prepend(Text::tr("内容与读入时不同。用“替换…”重新读入，再计算。"));
        break;
    default:
        facts.state =
            report.nulls + report.empties + report.unrepaired + report.misfits + report.outside > 0
                ? State::Faulty
            : report.repaired > 0 ? State::Repaired
                                  : State::Sound;
        break;
    }
    facts.words = words.join(u'\n');
    return facts;
}

QString crsText(const project::Layer& layer)
{
    if (layer.crs.isEmpty())
        return Text::tr("按文件");
    if (layer.crs.startsWith(u"EPSG:"_s))
        return layer.crs;
    // Well-known text begins with the name: PROJCS["…",
    return layer.crs.section(u'"', 1, 1);
}

void LayerModel::setYear(const project::YearDataPtr& data)
{
    beginResetModel();
    m_data = data;
    m_groups.clear();
    if (data) {
        QHash<QString, LayerRow> asked;
        const QList<collect::DepartmentTask> tasks = collect::taskBreakdown(*data);
        const auto layers = collect::layersAsked(*data, tasks);
        for (qsizetype task = 0; task < layers.size(); ++task) {
            for (const collect::LayerAsked& layer : layers.at(task)) {
                LayerRow row;
                row.role = layer.code;
                row.department = tasks.at(task).department.name;
                row.subjects = layer.subjects;
                asked.insert(layer.code, row);
            }
        }
        for (const project::LayerReturn& returned : data->layerReturns) {
            const auto row = asked.find(returned.layer);
            if (row == asked.end() || returned.state == project::LayerState::None)
                continue;
            row->department = returned.department;
            row->answer = project::label(returned.state);
            if (!returned.fileName.isEmpty())
                row->answer = tr("%1：%2").arg(row->answer, returned.fileName);
        }
        const auto groupOf = [this](const QString& name) -> Group& {
            for (Group& group : m_groups) {
                if (group.name == name)
                    return group;
            }
            m_groups.append({name, {}});
            return m_groups.last();
        };
        QSet<QString> known;
        const QStringList renew = spatial::rolesToRenew(*data);
        for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
            known.insert(role.code);
            LayerRow row = asked.value(role.code);
            row.role = role.code;
            bool played = false;
            for (const project::Layer& layer : data->layers) {
                if (layer.role == role.code) {
                    row.layer = &layer;
                    groupOf(role.group).rows.append(row);
                    played = true;
                }
            }
            if (asked.contains(role.code) && (!played || renew.contains(role.code))) {
                row.layer = nullptr;
                row.renewed = played;
                groupOf(role.group).rows.append(row);
            }
        }
        for (const project::Layer& layer : data->layers) {
            if (!known.contains(layer.role)) {
                LayerRow row;
                row.role = layer.role;
                row.layer = &layer;
                groupOf({}).rows.append(row);
            }
        }
    }
    endResetModel();
}

void LayerModel::setFacts(const QHash<project::LayerId, LayerFacts>& facts)
{
    m_facts = facts;
    retranslate();
}

void LayerModel::retranslate()
{
    for (int group = 0; group < m_groups.size(); ++group) {
        const QModelIndex parent = index(group, 0);
        Q_EMIT dataChanged(parent, parent);
        Q_EMIT dataChanged(index(0, 0, parent),
                           index(rowCount(parent) - 1, ColumnCount - 1, parent));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const LayerRow* LayerModel::at(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_groups.at(static_cast<qsizetype>(index.internalId()) - 1).rows.at(index.row());
}

QModelIndex LayerModel::indexOf(project::LayerId layer) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        for (int row = 0; row < m_groups.at(group).rows.size(); ++row) {
            const LayerRow& one = m_groups.at(group).rows.at(row);
            if (one.layer && one.layer->id == layer)
                return index(row, 0, index(group, 0));
        }
    }
    return {};
}

QModelIndex LayerModel::indexOf(const QString& role) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        for (int row = 0; row < m_groups.at(group).rows.size(); ++row) {
            if (m_groups.at(group).rows.at(row).role == role)
                return index(row, 0, index(group, 0));
        }
    }
    return {};
}

LayerFacts LayerModel::factsOf(const project::Layer& layer) const
{
    return m_facts.value(layer.id);
}

int LayerModel::layerCount() const
{
    return m_data ? static_cast<int>(m_data->layers.size()) : 0;
}

int LayerModel::missingCount() const
{
    return static_cast<int>(missingRoles().size());
}

QStringList LayerModel::missingRoles() const
{
    QList<const LayerRow*> rows;
    for (const Group& group : m_groups) {
        for (const LayerRow& row : group.rows) {
            if (!row.layer)
                rows.append(&row);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const LayerRow* a, const LayerRow* b) {
        return a->subjects.size() > b->subjects.size();
    });
    QStringList roles;
    for (const LayerRow* row : std::as_const(rows))
        roles.append(row->role);
    return roles;
}

QModelIndex LayerModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex LayerModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int LayerModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != 0 || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups.at(parent.row()).rows.size());
}

int LayerModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant LayerModel::text(const LayerRow& row, int column) const
{
    const project::Layer* layer = row.layer;
    switch (column) {
    case Role:
        return roleTitle(row.role);
    case Year:
        // Of a missing one only where there is one of a year before.
        return layer         ? (layer->year > 0 ? QString::number(layer->year) : QString())
               : row.renewed ? QString::number(m_data->info.year)
                             : QString();
    case Features:
        return layer ? QLocale::c().toString(layer->features) : QString();
    case State:
        if (layer) {
            const LayerFacts facts = factsOf(*layer);
            return symbol(facts.state) + u' ' + label(facts.state);
        }
        return tr("— 缺");
    case Crs:
        return layer ? crsText(*layer) : QString();
    case Place:
        if (layer)
            return layer->isInside() ? tr("项目内") : layer->path;
        if (!row.answer.isEmpty())
            return tr("%1答：%2").arg(row.department, row.answer);
        return row.department.isEmpty() ? QString() : tr("由%1提供").arg(row.department);
    case Classes:
        if (!layer || layer->classSystem.isEmpty())
            return QString();
        for (const auto system :
             {catalogue::ClassSystem::ThirdSurvey, catalogue::ClassSystem::LandAndSeaUse}) {
            if (catalogue::LandClasses::of(system).id() == layer->classSystem)
                return system == catalogue::ClassSystem::ThirdSurvey ? tr("三调工作分类")
                                                                     : tr("用地用海分类");
        }
        return layer->classSystem;
    case Name:
        return layer ? layer->name : tr("支撑 %1 项数据").arg(row.subjects.size());
    default:
        return {};
    }
}

QVariant LayerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const LayerRow* row = at(index);
    if (!row) {
        const Group& group = m_groups.at(index.row());
        if (role == Qt::DisplayRole && index.column() == 0) {
            const auto have = std::count_if(group.rows.cbegin(), group.rows.cend(),
                                            [](const LayerRow& one) { return one.layer; });
            return tr("%1（%2 / %3）")
                .arg(group.name.isEmpty() ? tr("其他") : layerWord(group.name))
                .arg(have)
                .arg(group.rows.size());
        }
        if (role == Qt::FontRole)
            return Theme::font(1, true);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        if (row->layer && index.column() == State)
            return factsOf(*row->layer).words;
        return text(*row, index.column()).toString();
    case Qt::ForegroundRole:
        if (!row->layer)
            return Theme::colour(Theme::Role::Faint);
        if (index.column() == State)
            return Theme::readable(Theme::colour(roleOf(factsOf(*row->layer).state)));
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Features)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    default:
        return {};
    }
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Role:
        return tr("图层");
    case Year:
        return tr("年份");
    case Features:
        return tr("要素");
    case State:
        return tr("状态");
    case Crs:
        return tr("坐标系");
    case Place:
        return tr("存放");
    case Classes:
        return tr("分类");
    case Name:
        return tr("名称");
    default:
        return {};
    }
}

} // namespace checkup::workspace
