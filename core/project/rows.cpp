#include "core/project/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

/// SQLite tells an empty text from NULL; ours are never NULL.
QString text(const QString& given)
{
    return given.isNull() ? u""_s : given;
}

template <class Tag>
QJsonValue reference(Id<Tag> id)
{
    return id.number() == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(id.number());
}

QJsonValue number(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue date(const QDate& day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue time(const QDateTime& moment)
{
    return moment.isValid() ? QJsonValue(timeText(moment)) : QJsonValue(QJsonValue::Null);
}

constexpr std::array kinds{catalogue::Kind::Basic, catalogue::Kind::Mandatory,
                           catalogue::Kind::Recommended, catalogue::Kind::Featured};

} // namespace

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QString listText(const QStringList& list)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listOf(const QString& text)
{
    QStringList list;
    for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array())
        list << value.toString();
    return list;
}

QJsonObject rowOf(const Region& region)
{
    return {{u"code"_s, text(region.code)},
            {u"name_zh"_s, text(region.nameZh)},
            {u"name_en"_s, text(region.nameEn)},
            {u"level"_s, key(region.level)},
            {u"parent_id"_s, reference(region.parent)},
            {u"sort"_s, region.order}};
}

QJsonObject rowOf(const Source& source)
{
    return {{u"key"_s, text(source.key)},
            {u"name"_s, text(source.name)},
            {u"kind"_s, key(source.kind)},
            {u"rank"_s, source.rank}};
}

QJsonObject rowOf(const Department& department)
{
    return {{u"name"_s, text(department.name)},
            {u"contact"_s, text(department.contact)},
            {u"phone"_s, text(department.phone)},
            {u"deadline"_s, date(department.deadline)},
            {u"returned_at"_s, date(department.returnedAt)},
            {u"leader"_s, text(department.leader)},
            {u"post"_s, text(department.post)},
            {u"email"_s, text(department.email)},
            {u"sent_at"_s, date(department.sentAt)}};
}

QJsonObject rowOf(const Evidence& evidence)
{
    return {{u"file_name"_s, text(evidence.fileName)}, {u"sha256"_s, text(evidence.sha256)},
            {u"sheet"_s, text(evidence.sheet)},        {u"cell"_s, text(evidence.cell)},
            {u"taken_at"_s, time(evidence.takenAt)},   {u"person"_s, text(evidence.person)},
            {u"note"_s, text(evidence.note)}};
}

QJsonObject rowOf(const Value& value)
{
    return {{u"subject"_s, text(value.subject)},
            {u"region_id"_s, reference(value.region)},
            {u"year"_s, value.year},
            {u"source_id"_s, reference(value.source)},
            {u"state"_s, key(value.state)},
            {u"number"_s, value.state == ValueState::Present ? QJsonValue(value.number)
                                                             : QJsonValue(QJsonValue::Null)},
            {u"unit"_s, text(value.unit)},
            {u"note"_s, text(value.note)},
            {u"vintage"_s, text(value.vintage)},
            {u"evidence_id"_s, reference(value.evidence)},
            {u"adopted"_s, value.adopted ? 1 : 0},
            {u"adoption_reason"_s, text(value.adoptionReason)}};
}

QJsonObject rowOf(const Goal& goal)
{
    return {{u"indicator"_s, text(goal.indicator)},
            {u"region_id"_s, reference(goal.region)},
            {u"kind"_s, key(goal.kind)},
            {u"target"_s, number(goal.target)},
            {u"near_target"_s, number(goal.nearTarget)},
            {u"annual_plan"_s, number(goal.annualPlan)},
            {u"lower_limit"_s, number(goal.lower)},
            {u"upper_limit"_s, number(goal.upper)},
            {u"base_value"_s, number(goal.baseValue)},
            {u"source"_s, text(goal.source)}};
}

QJsonObject rowOf(const Benchmark& benchmark)
{
    return {{u"indicator"_s, text(benchmark.indicator)},
            {u"name"_s, text(benchmark.name)},
            {u"value"_s, benchmark.value},
            {u"year"_s, benchmark.year},
            {u"source"_s, text(benchmark.source)}};
}

QJsonObject rowOf(const TextBlock& block)
{
    return {{u"department"_s, text(block.department)},
            {u"topic"_s, text(block.group)},
            {u"kind"_s, key(block.kind)},
            {u"text"_s, text(block.text)},
            {u"evidence_id"_s, reference(block.evidence)}};
}

QJsonObject rowOf(const RuleSetting& setting)
{
    return {{u"rule"_s, text(setting.rule)},
            {u"active"_s, setting.active ? 1 : 0},
            {u"severity"_s, text(setting.severity)},
            {u"parameters"_s,
             QString::fromUtf8(QJsonDocument(setting.parameters).toJson(QJsonDocument::Compact))}};
}

QJsonObject rowOf(const Decision& decision)
{
    return {{u"finding"_s, text(decision.finding)}, {u"state"_s, key(decision.state)},
            {u"facts"_s, text(decision.facts)},     {u"text"_s, text(decision.text)},
            {u"reason"_s, text(decision.reason)},   {u"person"_s, text(decision.person)},
            {u"decided_at"_s, time(decision.at)}};
}

QJsonObject rowOf(const TaskSetting& setting)
{
    return {{u"subject"_s, text(setting.subject)},
            {u"asked"_s, setting.asked ? 1 : 0},
            {u"lead"_s, text(setting.lead)},
            {u"supporting"_s, text(setting.supporting)},
            {u"source_kind"_s, setting.sourceKind ? key(*setting.sourceKind) : u""_s},
            {u"method"_s, text(setting.method)},
            {u"division"_s, text(setting.division)},
            {u"first_year"_s, setting.firstYear},
            {u"last_year"_s, setting.lastYear},
            {u"deadline"_s, date(setting.deadline)},
            {u"note"_s, text(setting.note)},
            {u"state"_s, setting.state ? key(*setting.state) : u""_s},
            {u"state_reason"_s, text(setting.stateReason)}};
}

QJsonObject rowOf(const PlanStage& stage)
{
    return {{u"name"_s, text(stage.name)},
            {u"from_date"_s, date(stage.from)},
            {u"to_date"_s, date(stage.to)},
            {u"note"_s, text(stage.note)},
            {u"sort"_s, stage.order}};
}

QJsonObject rowOf(const Return& returned)
{
    return {{u"department"_s, text(returned.department)},
            {u"version"_s, returned.version},
            {u"file_name"_s, text(returned.fileName)},
            {u"sha256"_s, text(returned.sha256)},
            {u"size"_s, returned.size},
            {u"taken_at"_s, time(returned.takenAt)},
            {u"person"_s, text(returned.person)},
            {u"filled_on"_s, date(returned.filledOn)},
            {u"cells"_s, returned.cells.isEmpty() ? u"[]"_s : returned.cells}};
}

QJsonObject rowOf(const KeyTask& task)
{
    return {{u"name"_s, text(task.name)},
            {u"aspect"_s, text(task.aspect)},
            {u"origin"_s, text(task.origin)},
            {u"lead"_s, text(task.lead)},
            {u"supporting"_s, text(task.supporting)},
            {u"annual_goal"_s, text(task.annualGoal)},
            {u"progress"_s, text(task.progress)},
            {u"rate"_s, number(task.rate)},
            {u"state"_s, text(key(task.state))},
            {u"place"_s, text(task.place)},
            {u"problems"_s, text(task.problems)},
            {u"measures"_s, text(task.measures)},
            {u"due"_s, text(task.due)},
            {u"last_year_issue"_s, text(task.lastYearIssue)},
            {u"documents"_s, text(task.documents)},
            {u"evidence_id"_s, reference(task.evidence)}};
}

QJsonObject rowOf(const LayerReturn& returned)
{
    return {{u"department"_s, text(returned.department)},
            {u"layer"_s, text(returned.layer)},
            {u"state"_s, text(key(returned.state))},
            {u"file_name"_s, text(returned.fileName)},
            {u"format"_s, text(returned.format)},
            {u"crs"_s, text(returned.crs)},
            {u"as_of"_s, text(returned.asOf)},
            {u"note"_s, text(returned.note)},
            {u"evidence_id"_s, reference(returned.evidence)}};
}

QJsonObject rowOf(const Attachment& attachment)
{
    return {{u"name"_s, text(attachment.name)},     {u"sha256"_s, text(attachment.sha256)},
            {u"size"_s, attachment.size},           {u"media_type"_s, text(attachment.mediaType)},
            {u"path"_s, text(attachment.path)},     {u"added_at"_s, time(attachment.addedAt)},
            {u"person"_s, text(attachment.person)}, {u"note"_s, text(attachment.note)}};
}

QJsonObject rowOf(const Document& document)
{
    return {{u"subject"_s, text(document.subject)},
            {u"region_id"_s, reference(document.region)},
            {u"year"_s, document.year},
            {u"source_id"_s, reference(document.source)},
            {u"attachment_id"_s, reference(document.attachment)},
            {u"place"_s, text(document.place)},
            {u"note"_s, text(document.note)}};
}

QJsonObject rowOf(const Snapshot& snapshot)
{
    return {{u"name"_s, text(snapshot.name)},
            {u"audit_number"_s, snapshot.auditNumber},
            {u"made_at"_s, time(snapshot.at)},
            {u"person"_s, text(snapshot.person)},
            {u"note"_s, text(snapshot.note)}};
}

QJsonObject rowOf(const RememberedMapping& mapping)
{
    return {{u"fingerprint"_s, text(mapping.fingerprint)},
            {u"name"_s, text(mapping.name)},
            {u"mapping"_s, mapping.mapping.isEmpty() ? u"{}"_s : mapping.mapping},
            {u"used_at"_s, time(mapping.usedAt)}};
}

QJsonObject rowOf(const Layer& layer)
{
    return {{u"role"_s, text(layer.role)},
            {u"name"_s, text(layer.name)},
            {u"year"_s, layer.year},
            {u"path"_s, text(layer.path)},
            {u"layer"_s, text(layer.layer)},
            {u"file_name"_s, text(layer.fileName)},
            {u"sha256"_s, text(layer.sha256)},
            {u"size"_s, layer.size},
            {u"crs"_s, text(layer.crs)},
            {u"class_system"_s, text(layer.classSystem)},
            {u"fields"_s, layer.fields.isEmpty() ? u"{}"_s : layer.fields},
            {u"encoding"_s, text(layer.encoding)},
            {u"features"_s, layer.features},
            {u"health"_s, layer.health.isEmpty() ? u"{}"_s : layer.health},
            {u"taken_at"_s, time(layer.takenAt)},
            {u"person"_s, text(layer.person)},
            {u"note"_s, text(layer.note)}};
}

QJsonObject rowOf(const RecipeSetting& setting)
{
    return {{u"subject"_s, text(setting.subject)},
            {u"active"_s, setting.active ? 1 : 0},
            {u"recipe"_s, text(setting.recipe)},
            {u"note"_s, text(setting.note)}};
}

QJsonObject rowOf(const MapSetting& setting)
{
    return {{u"kind"_s, text(setting.kind)},
            {u"key"_s, text(setting.key)},
            {u"content"_s, text(setting.content)}};
}

QJsonObject rowOf(const SpatialRun& run)
{
    return {{u"subject"_s, text(run.subject)},
            {u"year"_s, run.year},
            {u"inputs"_s, run.inputs.isEmpty() ? u"{}"_s : run.inputs},
            {u"method"_s, text(run.method)},
            {u"report"_s, run.report.isEmpty() ? u"{}"_s : run.report},
            {u"computed_at"_s, time(run.computedAt)},
            {u"person"_s, text(run.person)}};
}

QJsonObject rowOf(const catalogue::Indicator& indicator)
{
    return {{u"code"_s, text(indicator.code)},
            {u"dimension"_s, text(indicator.dimension)},
            {u"category"_s, text(indicator.category)},
            {u"name_zh"_s, text(indicator.nameZh)},
            {u"name_en"_s, text(indicator.nameEn)},
            {u"unit"_s, text(indicator.unit)},
            {u"decimals"_s, indicator.decimals},
            {u"kind"_s, catalogue::key(indicator.kind)},
            {u"direction"_s, catalogue::key(indicator.direction)},
            {u"constraint_kind"_s, catalogue::key(indicator.constraint)},
            {u"method"_s, catalogue::key(indicator.method)},
            {u"definition"_s, text(indicator.definition)},
            {u"formula"_s, text(indicator.formula)},
            {u"department"_s, text(indicator.department)},
            {u"aspect"_s, text(indicator.aspect)},
            {u"confidence"_s, catalogue::key(indicator.confidence)},
            {u"kind_confidence"_s, catalogue::key(indicator.kindConfidence)},
            {u"definition_recalled"_s, indicator.definitionRecalled ? 1 : 0},
            {u"source"_s, text(indicator.source)},
            {u"profiles"_s, listText(indicator.profiles)},
            {u"excluded"_s, indicator.excluded ? 1 : 0},
            {u"exclusion_reason"_s, text(indicator.exclusionReason)}};
}

QJsonObject rowOf(const catalogue::Quantity& quantity)
{
    QStringList origins;
    for (const catalogue::Origin origin : quantity.origins)
        origins << catalogue::key(origin);
    return {{u"key"_s, text(quantity.id)},
            {u"name_zh"_s, text(quantity.nameZh)},
            {u"name_en"_s, text(quantity.nameEn)},
            {u"unit"_s, text(quantity.unit)},
            {u"origins"_s, listText(origins)},
            {u"layer"_s, text(quantity.layer)},
            {u"department"_s, text(quantity.department)},
            {u"note"_s, text(quantity.note)}};
}

QJsonObject rowOf(const catalogue::Dimension& dimension)
{
    return {{u"key"_s, text(dimension.id)},
            {u"name_zh"_s, text(dimension.nameZh)},
            {u"name_en"_s, text(dimension.nameEn)},
            {u"categories"_s, listText(dimension.categories)}};
}

QJsonObject rowOf(const catalogue::Profile& profile)
{
    QJsonObject counts;
    for (const catalogue::Kind kind : kinds) {
        if (profile.counts.contains(kind))
            counts.insert(catalogue::key(kind), profile.counts.value(kind));
    }
    return {{u"key"_s, text(profile.id)},
            {u"title_zh"_s, text(profile.titleZh)},
            {u"title_en"_s, text(profile.titleEn)},
            {u"total"_s, profile.total},
            {u"counts"_s, QString::fromUtf8(QJsonDocument(counts).toJson(QJsonDocument::Compact))},
            {u"categories"_s, profile.categories}};
}

QList<InfoRow> infoRowsOf(const YearInfo& info)
{
    return {{1, u"city"_s, text(info.city)},
            {2, u"year"_s, QString::number(info.year)},
            {3, u"base_year"_s, QString::number(info.baseYear)},
            {4, u"near_year"_s, QString::number(info.nearYear)},
            {5, u"target_year"_s, QString::number(info.targetYear)},
            {6, u"catalogue_id"_s, text(info.catalogueId)},
            {7, u"profile_id"_s, text(info.profileId)},
            {8, u"demonstration"_s, info.demonstration ? u"1"_s : u"0"_s},
            {9, u"organisation"_s, text(info.organisation)},
            {10, u"cut_off"_s, info.cutOff.isValid() ? info.cutOff.toString(Qt::ISODate) : u""_s},
            {11, u"appraisal_rule"_s, text(info.appraisalRule)}};
}

QString key(Table table)
{
    switch (table) {
    case Table::Info:
        return u"info"_s;
    case Table::Indicators:
        return u"indicators"_s;
    case Table::Quantities:
        return u"quantities"_s;
    case Table::Regions:
        return u"regions"_s;
    case Table::Sources:
        return u"sources"_s;
    case Table::Departments:
        return u"departments"_s;
    case Table::Values:
        return u"values"_s;
    case Table::Evidence:
        return u"evidence"_s;
    case Table::Goals:
        return u"goals"_s;
    case Table::Benchmarks:
        return u"benchmarks"_s;
    case Table::Texts:
        return u"texts"_s;
    case Table::Rules:
        return u"rules"_s;
    case Table::Decisions:
        return u"decisions"_s;
    case Table::Tasks:
        return u"tasks"_s;
    case Table::Stages:
        return u"stages"_s;
    case Table::Returns:
        return u"returns"_s;
    case Table::KeyTasks:
        return u"key_tasks"_s;
    case Table::LayerReturns:
        return u"layer_returns"_s;
    case Table::Attachments:
        return u"attachments"_s;
    case Table::Documents:
        return u"documents"_s;
    case Table::Snapshots:
        return u"snapshots"_s;
    case Table::Mappings:
        return u"mappings"_s;
    case Table::Layers:
        return u"layers"_s;
    case Table::Recipes:
        return u"recipes"_s;
    case Table::SpatialRuns:
        return u"spatial_runs"_s;
    case Table::MapSettings:
        return u"map_settings"_s;
    }
    return {};
}

std::optional<Table> tableFromKey(QStringView wanted)
{
    for (int number = 0; number <= static_cast<int>(Table::MapSettings); ++number) {
        if (key(static_cast<Table>(number)) == wanted)
            return static_cast<Table>(number);
    }
    return {};
}

QString sqlName(Table table)
{
    return u"cc_"_s + key(table);
}

const QList<Reference>& references()
{
    static const QList<Reference> all{{Table::Values, u"evidence_id"_s, Table::Evidence},
                                      {Table::Values, u"region_id"_s, Table::Regions},
                                      {Table::Values, u"source_id"_s, Table::Sources},
                                      {Table::Regions, u"parent_id"_s, Table::Regions},
                                      {Table::Goals, u"region_id"_s, Table::Regions},
                                      {Table::Texts, u"evidence_id"_s, Table::Evidence},
                                      {Table::KeyTasks, u"evidence_id"_s, Table::Evidence},
                                      {Table::LayerReturns, u"evidence_id"_s, Table::Evidence},
                                      {Table::Documents, u"region_id"_s, Table::Regions},
                                      {Table::Documents, u"source_id"_s, Table::Sources},
                                      {Table::Documents, u"attachment_id"_s, Table::Attachments}};
    return all;
}

} // namespace checkup::project
