#include "core/project/change_set.h"

#include "core/project/rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

void shiftReferences(QJsonObject& row, Table table, qint64 offset)
{
    for (const Reference& reference : references()) {
        if (reference.from != table)
            continue;
        const auto column = row.find(reference.column);
        if (column != row.end() && column->toInteger() < 0)
            *column = column->toInteger() - offset;
    }
}

/// The change that turns `before` into `after`, with the columns that differ only; nullopt when
/// none does.
std::optional<RowChange> update(Table table, qint64 row, const QJsonObject& before,
                                const QJsonObject& after)
{
    RowChange change{table, row, {}, {}};
    for (auto column = after.begin(); column != after.end(); ++column) {
        const QJsonValue old = before.value(column.key());
        if (old != column.value()) {
            change.before.insert(column.key(), old);
            change.after.insert(column.key(), column.value());
        }
    }
    if (change.after.isEmpty())
        return {};
    return change;
}

ChangeSet setOf(const QString& label, const std::optional<RowChange>& change)
{
    ChangeSet set{label, {}, {}, {}};
    if (change)
        set.changes << *change;
    return set;
}

template <class T, class Same>
const T* find(const QList<T>& list, Same same)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), same);
    return found == list.cend() ? nullptr : &*found;
}

/// Changes the row that is there, or inserts one.
template <class T>
ChangeSet setRow(const QString& label, Table table, const T* there, qint64 row, const T& wanted)
{
    if (there)
        return setOf(label, update(table, row, rowOf(*there), rowOf(wanted)));
    return setOf(label, RowChange{table, -1, {}, rowOf(wanted)});
}

QString nameOf(const YearData& data, const QString& subject)
{
    if (const catalogue::Indicator* indicator = data.catalogue.indicator(subject))
        return indicator->nameZh;
    if (const catalogue::Quantity* quantity = data.catalogue.quantity(subject))
        return quantity->nameZh;
    return subject;
}

QString figureName(const YearData& data, const Value& value)
{
    const Region* region = data.region(value.region);
    const Region* city = data.city();
    if (!region || !city || region->id == city->id)
        return Text::tr("%1 %2 年值").arg(nameOf(data, value.subject)).arg(value.year);
    return Text::tr("%1 %2 %3 年值")
        .arg(region->nameZh, nameOf(data, value.subject))
        .arg(value.year);
}

/// Marks a value as adopted or not; before first, so that no two rivals are adopted at any moment.
RowChange adoption(const Value& value, bool adopted, const QString& reason)
{
    QJsonObject before{{u"adopted"_s, value.adopted ? 1 : 0}};
    QJsonObject after{{u"adopted"_s, adopted ? 1 : 0}};
    if (value.adoptionReason != reason) {
        before.insert(u"adoption_reason"_s, value.adoptionReason);
        after.insert(u"adoption_reason"_s, reason);
    }
    return {Table::Values, value.id.number(), before, after};
}

template <class T>
ChangeSet removeRow(const QString& label, Table table, qint64 row, const T* there)
{
    return there ? setOf(label, RowChange{table, row, rowOf(*there), {}}) : ChangeSet{};
}

template <class T>
const T* byId(const QList<T>& list, qint64 id)
{
    return find(list, [id](const T& known) { return known.id == id; });
}

bool sameCell(const Evidence& a, const Evidence& b)
{
    return a.fileName == b.fileName && a.sha256 == b.sha256 && a.sheet == b.sheet &&
           a.cell == b.cell && a.note == b.note;
}

} // namespace

ChangeSet ChangeSet::inverted() const
{
    ChangeSet back{label, reason, {}, {}};
    back.changes.reserve(changes.size());
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        back.changes << RowChange{change->table, change->row, change->after, change->before};
    return back;
}

void ChangeSet::append(const ChangeSet& other)
{
    if (label.isEmpty())
        label = other.label;
    if (reason.isEmpty())
        reason = other.reason;
    contents.insert(other.contents);
    const qint64 offset = changes.size();
    for (RowChange change : other.changes) {
        if (change.row < 0)
            change.row -= offset;
        shiftReferences(change.before, change.table, offset);
        shiftReferences(change.after, change.table, offset);
        changes << std::move(change);
    }
}

namespace edits {

ChangeSet setValue(const YearData& data, const Value& value,
                   const std::optional<Evidence>& evidence)
{
    const FigureKey figure{value.subject, value.region, value.year};
    const QList<const Value*> rivals = data.rivals(figure);
    const auto same = std::find_if(rivals.cbegin(), rivals.cend(), [&](const Value* rival) {
        return rival->source == value.source;
    });

    Value wanted = value;
    ChangeSet set;
    const auto addEvidence = [&] {
        set.changes << RowChange{Table::Evidence, -1, {}, rowOf(*evidence)};
        wanted.evidence = EvidenceId(-1);
    };

    if (same != rivals.cend()) {
        const Value& there = **same;
        wanted.adopted = there.adopted;
        wanted.adoptionReason = there.adoptionReason;
        wanted.evidence = there.evidence;
        if (evidence) {
            const Evidence* known = data.evidenceOf(there);
            if (!known || !sameCell(*known, *evidence))
                addEvidence();
        }
        const auto change = update(Table::Values, there.id.number(), rowOf(there), rowOf(wanted));
        if (!change)
            return {};
        set.label = Text::tr("修改 %1").arg(figureName(data, value));
        set.changes << *change;
        return set;
    }

    set.label = Text::tr("录入 %1").arg(figureName(data, value));
    if (evidence)
        addEvidence();
    const Value* adopted = data.adopted(figure);
    const bool givesWay = adopted && adopted->state != ValueState::Present &&
                          adopted->adoptionReason.isEmpty() && value.state == ValueState::Present;
    if (givesWay)
        set.changes << adoption(*adopted, false, {});
    wanted.adopted = !adopted || givesWay;
    wanted.adoptionReason.clear();
    set.changes << RowChange{Table::Values, -1, {}, rowOf(wanted)};
    return set;
}

ChangeSet removeValue(const YearData& data, ValueId id)
{
    const Value* value = data.value(id);
    if (!value)
        return {};
    ChangeSet set{Text::tr("删除 %1").arg(figureName(data, *value)), {}, {}, {}};
    set.changes << RowChange{Table::Values, id.number(), rowOf(*value), {}};
    if (!value->adopted)
        return set;
    const Value* heir = nullptr;
    for (const Value* rival : data.rivals({value->subject, value->region, value->year})) {
        if (rival->id == id)
            continue;
        if (!heir || (heir->state != ValueState::Present && rival->state == ValueState::Present))
            heir = rival;
    }
    if (heir)
        set.changes << adoption(*heir, true, {});
    return set;
}

ChangeSet adoptValue(const YearData& data, ValueId id, const QString& reason)
{
    const Value* value = data.value(id);
    if (!value || (value->adopted && value->adoptionReason == reason))
        return {};
    ChangeSet set{Text::tr("采用 %1").arg(figureName(data, *value)), reason, {}, {}};
    const Value* adopted = data.adopted({value->subject, value->region, value->year});
    if (adopted && adopted->id != id)
        set.changes << adoption(*adopted, false, {});
    set.changes << adoption(*value, true, reason);
    return set;
}

ChangeSet setIndicator(const YearData& data, const catalogue::Indicator& indicator)
{
    const catalogue::Indicator* there = data.catalogue.indicator(indicator.code);
    if (!there)
        return addIndicator(data, indicator);
    return setOf(Text::tr("修改指标 %1").arg(indicator.nameZh),
                 update(Table::Indicators, data.indicatorRows.value(indicator.code), rowOf(*there),
                        rowOf(indicator)));
}

ChangeSet addIndicator(const YearData& data, const catalogue::Indicator& indicator,
                       const QList<catalogue::Quantity>& newQuantities)
{
    ChangeSet set{Text::tr("增加指标 %1").arg(indicator.nameZh), {}, {}, {}};
    for (const catalogue::Quantity& quantity : newQuantities)
        set.append(setQuantity(data, quantity));
    set.changes << RowChange{Table::Indicators, -(set.changes.size() + 1), {}, rowOf(indicator)};
    return set;
}

ChangeSet excludeIndicator(const YearData& data, const QString& code, const QString& reason)
{
    const catalogue::Indicator* there = data.catalogue.indicator(code);
    if (!there)
        return {};
    catalogue::Indicator wanted = *there;
    wanted.excluded = true;
    wanted.exclusionReason = reason;
    ChangeSet set = setOf(
        Text::tr("不纳入指标 %1").arg(there->nameZh),
        update(Table::Indicators, data.indicatorRows.value(code), rowOf(*there), rowOf(wanted)));
    set.reason = reason;
    return set;
}

ChangeSet includeIndicator(const YearData& data, const QString& code)
{
    const catalogue::Indicator* there = data.catalogue.indicator(code);
    if (!there)
        return {};
    catalogue::Indicator wanted = *there;
    wanted.excluded = false;
    wanted.exclusionReason.clear();
    return setOf(
        Text::tr("恢复指标 %1").arg(there->nameZh),
        update(Table::Indicators, data.indicatorRows.value(code), rowOf(*there), rowOf(wanted)));
}

ChangeSet setQuantity(const YearData& data, const catalogue::Quantity& quantity)
{
    return setRow(Text::tr("修改基础数据项 %1").arg(quantity.nameZh), Table::Quantities,
                  data.catalogue.quantity(quantity.id), data.quantityRows.value(quantity.id),
                  quantity);
}

ChangeSet setGoal(const YearData& data, const Goal& goal)
{
    const Goal* there = data.goal(goal.indicator, goal.region);
    return setRow(Text::tr("修改 %1 的目标").arg(nameOf(data, goal.indicator)), Table::Goals, there,
                  there ? there->id.number() : 0, goal);
}

ChangeSet setBenchmark(const YearData& data, const Benchmark& benchmark)
{
    const Benchmark* there = find(data.benchmarks, [&](const Benchmark& known) {
        return benchmark.id > 0 ? known.id == benchmark.id
                                : known.indicator == benchmark.indicator &&
                                      known.name == benchmark.name && known.year == benchmark.year;
    });
    return setRow(Text::tr("修改 %1 的对标值").arg(nameOf(data, benchmark.indicator)),
                  Table::Benchmarks, there, there ? there->id : 0, benchmark);
}

ChangeSet setDepartment(const YearData& data, const Department& department)
{
    const Department* there = find(data.departments, [&](const Department& known) {
        return department.id.isValid() ? known.id == department.id : known.name == department.name;
    });
    return setRow(Text::tr("修改部门 %1").arg(department.name), Table::Departments, there,
                  there ? there->id.number() : 0, department);
}

ChangeSet setRegion(const YearData& data, const Region& region)
{
    const Region* there = find(data.regions, [&](const Region& known) {
        if (region.id.isValid())
            return known.id == region.id;
        return region.code.isEmpty() ? known.nameZh == region.nameZh : known.code == region.code;
    });
    return setRow(Text::tr("修改地区 %1").arg(region.nameZh), Table::Regions, there,
                  there ? there->id.number() : 0, region);
}

ChangeSet setSource(const YearData& data, const Source& source)
{
    const Source* there = find(data.sources, [&](const Source& known) {
        return source.id.isValid() ? known.id == source.id : known.key == source.key;
    });
    return setRow(Text::tr("修改来源 %1").arg(source.name), Table::Sources, there,
                  there ? there->id.number() : 0, source);
}

ChangeSet setText(const YearData& data, const TextBlock& text)
{
    const TextBlock* there = find(data.texts, [&](const TextBlock& known) {
        return text.id > 0 ? known.id == text.id
                           : known.department == text.department && known.group == text.group &&
                                 known.kind == text.kind;
    });
    return setRow(Text::tr("修改 %1 的%2").arg(text.department, label(text.kind)), Table::Texts,
                  there, there ? there->id : 0, text);
}

ChangeSet setRule(const YearData& data, const RuleSetting& setting)
{
    const RuleSetting* there =
        find(data.rules, [&](const RuleSetting& known) { return known.rule == setting.rule; });
    const QString label = setting.active ? Text::tr("修改校核规则 %1").arg(setting.rule)
                                         : Text::tr("停用校核规则 %1").arg(setting.rule);
    const bool asShipped =
        setting.active && setting.severity.isEmpty() && setting.parameters.isEmpty();
    if (!asShipped)
        return setRow(label, Table::Rules, there, there ? there->id : 0, setting);
    if (!there)
        return {};
    return setOf(Text::tr("恢复校核规则 %1").arg(setting.rule),
                 RowChange{Table::Rules, there->id, rowOf(*there), {}});
}

ChangeSet setDecision(const YearData& data, const Decision& decision)
{
    const Decision* there = find(
        data.decisions, [&](const Decision& known) { return known.finding == decision.finding; });
    if (!there && decision.state == FindingState::Open)
        return {};
    if (there && there->state == decision.state && there->facts == decision.facts &&
        there->reason == decision.reason)
        return {};
    ChangeSet set =
        setRow(Text::tr("校核处理（%1）：%2").arg(label(decision.state), decision.finding),
               Table::Decisions, there, there ? there->id : 0, decision);
    set.reason = decision.reason;
    return set;
}

ChangeSet setTask(const YearData& data, const TaskSetting& setting)
{
    const TaskSetting* there = data.task(setting.subject);
    const QString label = Text::tr("修改任务 %1").arg(nameOf(data, setting.subject));
    TaskSetting silent;
    silent.subject = setting.subject;
    if (rowOf(setting) == rowOf(silent))
        return removeRow(label, Table::Tasks, there ? there->id : 0, there);
    return setRow(label, Table::Tasks, there, there ? there->id : 0, setting);
}

ChangeSet setStage(const YearData& data, const PlanStage& stage)
{
    return setRow(Text::tr("修改阶段 %1").arg(stage.name), Table::Stages,
                  byId(data.stages, stage.id), stage.id, stage);
}

ChangeSet removeStage(const YearData& data, qint64 id)
{
    const PlanStage* there = byId(data.stages, id);
    return removeRow(Text::tr("删除阶段 %1").arg(there ? there->name : QString()), Table::Stages,
                     id, there);
}

ChangeSet addReturn(const YearData& data, const Return& returned)
{
    Q_UNUSED(data)
    return setOf(Text::tr("登记 %1 第 %2 次报送").arg(returned.department).arg(returned.version),
                 RowChange{Table::Returns, -1, {}, rowOf(returned)});
}

ChangeSet setKeyTask(const YearData& data, const KeyTask& task)
{
    const KeyTask* there = find(data.keyTasks, [&](const KeyTask& known) {
        return task.id > 0 ? known.id == task.id
                           : known.lead == task.lead && known.name == task.name;
    });
    return setRow(Text::tr("修改重点任务 %1").arg(task.name), Table::KeyTasks, there,
                  there ? there->id : 0, task);
}

ChangeSet removeKeyTask(const YearData& data, qint64 id)
{
    const KeyTask* there = byId(data.keyTasks, id);
    return removeRow(Text::tr("删除重点任务 %1").arg(there ? there->name : QString()),
                     Table::KeyTasks, id, there);
}

ChangeSet setLayerReturn(const YearData& data, const LayerReturn& returned)
{
    const LayerReturn* there = find(data.layerReturns, [&](const LayerReturn& known) {
        return known.department == returned.department && known.layer == returned.layer;
    });
    return setRow(Text::tr("修改 %1 的空间数据 %2").arg(returned.department, returned.layer),
                  Table::LayerReturns, there, there ? there->id : 0, returned);
}

ChangeSet addAttachment(const YearData& data, const Attachment& attachment,
                        const QByteArray& content)
{
    if (data.attachmentByDigest(attachment.sha256))
        return {};
    ChangeSet set = setOf(Text::tr("加入材料 %1").arg(attachment.name),
                          RowChange{Table::Attachments, -1, {}, rowOf(attachment)});
    if (attachment.isInside())
        set.contents.insert(attachment.sha256, content);
    return set;
}

ChangeSet setAttachment(const YearData& data, const Attachment& attachment)
{
    const Attachment* there = data.attachment(attachment.id);
    if (!there)
        return {};
    return setOf(
        Text::tr("修改材料 %1").arg(attachment.name),
        update(Table::Attachments, attachment.id.number(), rowOf(*there), rowOf(attachment)));
}

ChangeSet removeAttachment(const YearData& data, AttachmentId id)
{
    const Attachment* there = data.attachment(id);
    if (!there)
        return {};
    ChangeSet set{Text::tr("移除材料 %1").arg(there->name), {}, {}, {}};
    for (const Document& document : data.documents) {
        if (document.attachment == id)
            set.changes << RowChange{Table::Documents, document.id, rowOf(document), {}};
    }
    set.changes << RowChange{Table::Attachments, id.number(), rowOf(*there), {}};
    return set;
}

ChangeSet setDocument(const YearData& data, const Document& document)
{
    const Document* there = byId(data.documents, document.id);
    return setRow(
        Text::tr("修改 %1 %2 年的佐证材料").arg(nameOf(data, document.subject)).arg(document.year),
        Table::Documents, there, document.id, document);
}

ChangeSet removeDocument(const YearData& data, qint64 id)
{
    const Document* there = byId(data.documents, id);
    return removeRow(
        Text::tr("移除 %1 的佐证材料").arg(there ? nameOf(data, there->subject) : QString()),
        Table::Documents, id, there);
}

ChangeSet setSnapshot(const YearData& data, const Snapshot& snapshot)
{
    return setRow(Text::tr("记下节点 %1").arg(snapshot.name), Table::Snapshots,
                  byId(data.snapshots, snapshot.id), snapshot.id, snapshot);
}

ChangeSet removeSnapshot(const YearData& data, qint64 id)
{
    const Snapshot* there = byId(data.snapshots, id);
    return removeRow(Text::tr("删除节点 %1").arg(there ? there->name : QString()), Table::Snapshots,
                     id, there);
}

ChangeSet setMapping(const YearData& data, const RememberedMapping& mapping)
{
    const RememberedMapping* there = find(data.mappings, [&](const RememberedMapping& known) {
        return known.fingerprint == mapping.fingerprint;
    });
    return setRow(Text::tr("记住表格版式 %1").arg(mapping.name), Table::Mappings, there,
                  there ? there->id : 0, mapping);
}

ChangeSet removeMapping(const YearData& data, qint64 id)
{
    const RememberedMapping* there = byId(data.mappings, id);
    return removeRow(Text::tr("忘记表格版式 %1").arg(there ? there->name : QString()),
                     Table::Mappings, id, there);
}

ChangeSet setLayer(const YearData& data, const Layer& layer)
{
    const Layer* there = data.layer(layer.id);
    return setRow(there ? Text::tr("修改图层 %1").arg(layer.name)
                        : Text::tr("加入图层 %1").arg(layer.name),
                  Table::Layers, there, layer.id.number(), layer);
}

ChangeSet removeLayer(const YearData& data, LayerId id)
{
    const Layer* there = data.layer(id);
    return removeRow(Text::tr("移除图层 %1").arg(there ? there->name : QString()), Table::Layers,
                     id.number(), there);
}

ChangeSet setRecipe(const YearData& data, const RecipeSetting& setting)
{
    const RecipeSetting* there = data.recipe(setting.subject);
    const QString label = Text::tr("修改 %1 的空间计算方法").arg(nameOf(data, setting.subject));
    if (setting.active && setting.recipe.isEmpty() && setting.note.isEmpty())
        return removeRow(label, Table::Recipes, there ? there->id : 0, there);
    return setRow(label, Table::Recipes, there, there ? there->id : 0, setting);
}

ChangeSet setMapSetting(const YearData& data, const MapSetting& setting)
{
    const MapSetting* there = data.mapSetting(setting.kind, setting.key);
    const QString label = Text::tr("修改图件设置 %1").arg(setting.key);
    if (setting.content.isEmpty())
        return removeRow(label, Table::MapSettings, there ? there->id : 0, there);
    return setRow(label, Table::MapSettings, there, there ? there->id : 0, setting);
}

ChangeSet setSpatialRun(const YearData& data, const SpatialRun& run)
{
    const SpatialRun* there = data.spatialRun(run.subject, run.year);
    return setRow(Text::tr("空间计算 %1").arg(nameOf(data, run.subject)), Table::SpatialRuns, there,
                  there ? there->id : 0, run);
}

ChangeSet setInfo(const YearData& data, const YearInfo& info)
{
    ChangeSet set{Text::tr("修改项目信息"), {}, {}, {}};
    const QList<InfoRow> before = infoRowsOf(data.info);
    const QList<InfoRow> after = infoRowsOf(info);
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after.at(i).value != before.at(i).value)
            set.changes << RowChange{Table::Info,
                                     after.at(i).row,
                                     {{u"value"_s, before.at(i).value}},
                                     {{u"value"_s, after.at(i).value}}};
    }
    return set;
}

} // namespace edits

} // namespace checkup::project
