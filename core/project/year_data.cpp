#include "core/project/year_data.h"

#include "core/base/keys.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

constexpr std::array regionLevels{std::pair(RegionLevel::City, "city"_L1),
                                  std::pair(RegionLevel::District, "district"_L1),
                                  std::pair(RegionLevel::Street, "street"_L1)};
constexpr std::array sourceKinds{std::pair(SourceKind::Department, "department"_L1),
                                 std::pair(SourceKind::Statistics, "statistics"_L1),
                                 std::pair(SourceKind::Spatial, "spatial"_L1),
                                 std::pair(SourceKind::Network, "network"_L1),
                                 std::pair(SourceKind::Sample, "sample"_L1),
                                 std::pair(SourceKind::Publication, "publication"_L1),
                                 std::pair(SourceKind::Estimate, "estimate"_L1)};
constexpr std::array valueStates{std::pair(ValueState::Present, "present"_L1),
                                 std::pair(ValueState::Missing, "missing"_L1),
                                 std::pair(ValueState::NotApplicable, "not_applicable"_L1),
                                 std::pair(ValueState::NotCollected, "not_collected"_L1),
                                 std::pair(ValueState::Withheld, "withheld"_L1)};
constexpr std::array goalKinds{
    std::pair(GoalKind::None, "none"_L1),       std::pair(GoalKind::Growing, "growing"_L1),
    std::pair(GoalKind::Falling, "falling"_L1), std::pair(GoalKind::Floor, "floor"_L1),
    std::pair(GoalKind::Ceiling, "ceiling"_L1), std::pair(GoalKind::Range, "range"_L1),
    std::pair(GoalKind::Hold, "hold"_L1),       std::pair(GoalKind::Monitor, "monitor"_L1)};
constexpr std::array textKinds{std::pair(TextKind::Situation, "situation"_L1),
                               std::pair(TextKind::Achievement, "achievement"_L1),
                               std::pair(TextKind::Shortfall, "shortfall"_L1),
                               std::pair(TextKind::Measure, "measure"_L1),
                               std::pair(TextKind::Suggestion, "suggestion"_L1)};
constexpr std::array findingStates{std::pair(FindingState::Open, "open"_L1),
                                   std::pair(FindingState::Explained, "explained"_L1),
                                   std::pair(FindingState::Corrected, "corrected"_L1),
                                   std::pair(FindingState::Accepted, "accepted"_L1)};

constexpr std::array taskStates{
    std::pair(TaskState::NotSent, "not_sent"_L1),    std::pair(TaskState::Sent, "sent"_L1),
    std::pair(TaskState::Submitted, "submitted"_L1), std::pair(TaskState::Returned, "returned"_L1),
    std::pair(TaskState::Accepted, "accepted"_L1),   std::pair(TaskState::Frozen, "frozen"_L1),
    std::pair(TaskState::Overdue, "overdue"_L1)};
constexpr std::array keyTaskStates{
    std::pair(KeyTaskState::None, ""_L1), std::pair(KeyTaskState::Done, "done"_L1),
    std::pair(KeyTaskState::OnSchedule, "on_schedule"_L1), std::pair(KeyTaskState::Late, "late"_L1),
    std::pair(KeyTaskState::NotStarted, "not_started"_L1)};
constexpr std::array layerStates{std::pair(LayerState::None, ""_L1),
                                 std::pair(LayerState::Provided, "provided"_L1),
                                 std::pair(LayerState::Partly, "partly"_L1),
                                 std::pair(LayerState::NotProvided, "not_provided"_L1),
                                 std::pair(LayerState::NotConcerned, "not_concerned"_L1)};

template <class T, class Same>
const T* first(const QList<T>& list, Same same)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), same);
    return found == list.cend() ? nullptr : &*found;
}

template <class T>
const T* at(const QList<T>& list, int position)
{
    return position < 0 ? nullptr : &list.at(position);
}

} // namespace

void YearData::index()
{
    m_byFigure.clear();
    m_valueById.clear();
    m_regionById.clear();
    m_sourceById.clear();
    m_evidenceById.clear();
    m_goals.clear();
    m_years.clear();
    m_tasks.clear();
    m_attachmentById.clear();
    m_attachmentByDigest.clear();
    m_documents.clear();

    for (int i = 0; i < regions.size(); ++i)
        m_regionById.insert(regions.at(i).id.number(), i);
    for (int i = 0; i < sources.size(); ++i)
        m_sourceById.insert(sources.at(i).id.number(), i);
    m_evidenceById.reserve(evidence.size());
    for (int i = 0; i < evidence.size(); ++i)
        m_evidenceById.insert(evidence.at(i).id.number(), i);

    const auto rank = [this](int position) {
        const Source* from = source(values.at(position).source);
        return from ? from->rank : std::numeric_limits<int>::max();
    };
    m_valueById.reserve(values.size());
    for (int i = 0; i < values.size(); ++i) {
        const Value& value = values.at(i);
        m_valueById.insert(value.id.number(), i);
        QList<int>& rivals = m_byFigure[{value.subject, value.region, value.year}];
        auto place = rivals.end();
        while (place != rivals.begin() && rank(*(place - 1)) > rank(i))
            --place;
        rivals.insert(place, i);
        QList<int>& years = m_years[{value.subject, value.region.number()}];
        const auto where = std::lower_bound(years.begin(), years.end(), value.year);
        if (where == years.end() || *where != value.year)
            years.insert(where, value.year);
    }
    for (int i = 0; i < goals.size(); ++i)
        m_goals.insert({goals.at(i).indicator, goals.at(i).region.number()}, i);

    for (int i = 0; i < tasks.size(); ++i)
        m_tasks.insert(tasks.at(i).subject, i);
    for (int i = 0; i < attachments.size(); ++i) {
        m_attachmentById.insert(attachments.at(i).id.number(), i);
        m_attachmentByDigest.insert(attachments.at(i).sha256, i);
    }
    for (int i = 0; i < documents.size(); ++i) {
        const Document& document = documents.at(i);
        m_documents[{document.subject, document.region, document.year}] << i;
    }

    for (qsizetype i = 0; i < catalogue.indicators.size(); ++i) {
        const QString& code = catalogue.indicators.at(i).code;
        if (!indicatorRows.contains(code))
            indicatorRows.insert(code, i + 1);
    }
    for (qsizetype i = 0; i < catalogue.quantities.size(); ++i) {
        const QString& id = catalogue.quantities.at(i).id;
        if (!quantityRows.contains(id))
            quantityRows.insert(id, i + 1);
    }
}

const Region* YearData::region(RegionId id) const
{
    return at(regions, m_regionById.value(id.number(), -1));
}

const Region* YearData::regionByName(const QString& nameOrCode) const
{
    if (nameOrCode.isEmpty())
        return nullptr;
    for (const Region& region : regions) {
        if (region.nameZh == nameOrCode || region.code == nameOrCode || region.nameEn == nameOrCode)
            return &region;
    }
    return nullptr;
}

const Region* YearData::city() const
{
    for (const Region& region : regions) {
        if (!region.parent.isValid())
            return &region;
    }
    return nullptr;
}

const Source* YearData::source(SourceId id) const
{
    return at(sources, m_sourceById.value(id.number(), -1));
}

const Source* YearData::sourceByKey(const QString& key) const
{
    for (const Source& source : sources) {
        if (source.key == key)
            return &source;
    }
    return nullptr;
}

const Evidence* YearData::evidenceOf(const Value& value) const
{
    return at(evidence, m_evidenceById.value(value.evidence.number(), -1));
}

const Value* YearData::value(ValueId id) const
{
    return at(values, m_valueById.value(id.number(), -1));
}

QList<const Value*> YearData::rivals(const FigureKey& key) const
{
    QList<const Value*> found;
    const auto positions = m_byFigure.constFind(key);
    if (positions != m_byFigure.constEnd()) {
        for (const int position : *positions)
            found << &values.at(position);
    }
    return found;
}

const Value* YearData::adopted(const FigureKey& key) const
{
    const auto positions = m_byFigure.constFind(key);
    if (positions != m_byFigure.constEnd()) {
        for (const int position : *positions) {
            if (values.at(position).adopted)
                return &values.at(position);
        }
    }
    return nullptr;
}

const Goal* YearData::goal(const QString& indicator, RegionId region) const
{
    return at(goals, m_goals.value({indicator, region.number()}, -1));
}

const TaskSetting* YearData::task(const QString& subject) const
{
    return at(tasks, m_tasks.value(subject, -1));
}

const Layer* YearData::layer(LayerId id) const
{
    return first(layers, [id](const Layer& one) { return one.id == id; });
}

const MapSetting* YearData::mapSetting(const QString& kind, const QString& key) const
{
    return first(mapSettings,
                 [&](const MapSetting& one) { return one.kind == kind && one.key == key; });
}

const RecipeSetting* YearData::recipe(const QString& subject) const
{
    return first(recipes, [&](const RecipeSetting& one) { return one.subject == subject; });
}

const SpatialRun* YearData::spatialRun(const QString& subject, int year) const
{
    return first(spatialRuns,
                 [&](const SpatialRun& one) { return one.subject == subject && one.year == year; });
}

const Attachment* YearData::attachment(AttachmentId id) const
{
    return at(attachments, m_attachmentById.value(id.number(), -1));
}

const Attachment* YearData::attachmentByDigest(const QString& sha256) const
{
    return at(attachments, m_attachmentByDigest.value(sha256, -1));
}

QList<const Document*> YearData::documentsOf(const FigureKey& key) const
{
    QList<const Document*> found;
    for (const int position : m_documents.value(key))
        found << &documents.at(position);
    return found;
}

const Return* YearData::lastReturn(const QString& department) const
{
    const Return* last = nullptr;
    for (const Return& one : returns) {
        if (one.department == department && (!last || one.version > last->version))
            last = &one;
    }
    return last;
}

QList<const Benchmark*> YearData::benchmarksOf(const QString& indicator) const
{
    QList<const Benchmark*> found;
    for (const Benchmark& benchmark : benchmarks) {
        if (benchmark.indicator == indicator)
            found << &benchmark;
    }
    return found;
}

QList<int> YearData::yearsOf(const QString& subject, RegionId region) const
{
    return m_years.value({subject, region.number()});
}

QString key(RegionLevel level)
{
    return keyIn(regionLevels, level);
}

QString key(SourceKind kind)
{
    return keyIn(sourceKinds, kind);
}

QString key(ValueState state)
{
    return keyIn(valueStates, state);
}

QString key(GoalKind kind)
{
    return keyIn(goalKinds, kind);
}

QString key(TextKind kind)
{
    return keyIn(textKinds, kind);
}

QString key(FindingState state)
{
    return keyIn(findingStates, state);
}

QString key(TaskState state)
{
    return keyIn(taskStates, state);
}

QString key(KeyTaskState state)
{
    return keyIn(keyTaskStates, state);
}

QString key(LayerState state)
{
    return keyIn(layerStates, state);
}

std::optional<TaskState> taskStateFromKey(QStringView key)
{
    return fromKeyIn(taskStates, key);
}

std::optional<KeyTaskState> keyTaskStateFromKey(QStringView key)
{
    return fromKeyIn(keyTaskStates, key);
}

std::optional<LayerState> layerStateFromKey(QStringView key)
{
    return fromKeyIn(layerStates, key);
}

std::optional<RegionLevel> regionLevelFromKey(QStringView key)
{
    return fromKeyIn(regionLevels, key);
}

std::optional<SourceKind> sourceKindFromKey(QStringView key)
{
    return fromKeyIn(sourceKinds, key);
}

std::optional<ValueState> valueStateFromKey(QStringView key)
{
    return fromKeyIn(valueStates, key);
}

std::optional<GoalKind> goalKindFromKey(QStringView key)
{
    return fromKeyIn(goalKinds, key);
}

std::optional<TextKind> textKindFromKey(QStringView key)
{
    return fromKeyIn(textKinds, key);
}

std::optional<FindingState> findingStateFromKey(QStringView key)
{
    return fromKeyIn(findingStates, key);
}

QString label(RegionLevel level)
{
    switch (level) {
    case RegionLevel::City:
        return Text::tr("市");
    case RegionLevel::District:
        return Text::tr("区县");
    case RegionLevel::Street:
        return Text::tr("街道乡镇");
    }
    return {};
}

QString label(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Department:
        return Text::tr("部门报送");
    case SourceKind::Statistics:
        return Text::tr("统计数据");
    case SourceKind::Spatial:
        return Text::tr("空间数据计算");
    case SourceKind::Network:
        return Text::tr("网络大数据");
    case SourceKind::Sample:
        return Text::tr("抽样调查");
    case SourceKind::Publication:
        return Text::tr("公开出版物");
    case SourceKind::Estimate:
        return Text::tr("估算");
    }
    return {};
}

QString label(ValueState state)
{
    switch (state) {
    case ValueState::Present:
        return Text::tr("有值");
    case ValueState::Missing:
        return Text::tr("暂缺");
    case ValueState::NotApplicable:
        return Text::tr("不适用");
    case ValueState::NotCollected:
        return Text::tr("未统计");
    case ValueState::Withheld:
        return Text::tr("涉密");
    }
    return {};
}

QString label(GoalKind kind)
{
    switch (kind) {
    case GoalKind::None:
        return Text::tr("无目标");
    case GoalKind::Growing:
        return Text::tr("增长到");
    case GoalKind::Falling:
        return Text::tr("降低到");
    case GoalKind::Floor:
        return Text::tr("不低于");
    case GoalKind::Ceiling:
        return Text::tr("不超过");
    case GoalKind::Range:
        return Text::tr("保持在区间内");
    case GoalKind::Hold:
        return Text::tr("保持不变");
    case GoalKind::Monitor:
        return Text::tr("监测");
    }
    return {};
}

QString label(TextKind kind)
{
    switch (kind) {
    case TextKind::Situation:
        return Text::tr("基本情况");
    case TextKind::Achievement:
        return Text::tr("取得成效");
    case TextKind::Shortfall:
        return Text::tr("短板及成因");
    case TextKind::Measure:
        return Text::tr("下一步措施");
    case TextKind::Suggestion:
        return Text::tr("建议");
    }
    return {};
}

QString label(TaskState state)
{
    switch (state) {
    case TaskState::NotSent:
        return Text::tr("未下发");
    case TaskState::Sent:
        return Text::tr("已下发");
    case TaskState::Submitted:
        return Text::tr("已报送");
    case TaskState::Returned:
        return Text::tr("退回修改");
    case TaskState::Accepted:
        return Text::tr("已通过");
    case TaskState::Frozen:
        return Text::tr("已冻结");
    case TaskState::Overdue:
        return Text::tr("逾期");
    }
    return {};
}

QString label(KeyTaskState state)
{
    switch (state) {
    case KeyTaskState::None:
        return {};
    case KeyTaskState::Done:
        return Text::tr("完成");
    case KeyTaskState::OnSchedule:
        return Text::tr("按期推进");
    case KeyTaskState::Late:
        return Text::tr("滞后");
    case KeyTaskState::NotStarted:
        return Text::tr("未启动");
    }
    return {};
}

QString label(LayerState state)
{
    switch (state) {
    case LayerState::None:
        return {};
    case LayerState::Provided:
        return Text::tr("已提供");
    case LayerState::Partly:
        return Text::tr("部分提供");
    case LayerState::NotProvided:
        return Text::tr("未提供");
    case LayerState::NotConcerned:
        return Text::tr("不涉及");
    }
    return {};
}

QString label(FindingState state)
{
    switch (state) {
    case FindingState::Open:
        return Text::tr("待处理");
    case FindingState::Explained:
        return Text::tr("已说明");
    case FindingState::Corrected:
        return Text::tr("已更正");
    case FindingState::Accepted:
        return Text::tr("接受风险");
    }
    return {};
}

} // namespace checkup::project
