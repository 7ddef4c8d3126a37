#include "core/collect/planner.h"

#include "core/base/decimal.h"
#include "core/base/in_chinese.h"
#include "core/base/units.h"
#include "core/collect/tasks.h"
#include "core/project/rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

/// Equal as a spreadsheet shows it.
bool sameNumber(double one, double other)
{
    return one == other ||
           std::abs(one - other) <= 1e-14 * std::max(std::abs(one), std::abs(other));
}

/// A stored number in another unit of the same kind.
double numberIn(const project::Value& value, const QString& unit)
{
    if (value.unit == unit)
        return value.number;
    const auto from = parseUnit(value.unit);
    const auto to = parseUnit(unit);
    if (!from || !to)
        return std::nan("");
    return convert(value.number, *from, *to).value_or(std::nan(""));
}

const project::Value* rivalOf(const project::YearData& data, const project::FigureKey& key,
                              const QString& source)
{
    for (const project::Value* rival : data.rivals(key)) {
        const project::Source* own = data.source(rival->source);
        if (own && own->key == source)
            return rival;
    }
    return nullptr;
}

QString dateText(const QDate& date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : u"—"_s;
}

QString describe(const project::Department& department)
{
    return QStringList{department.leader,
                       department.contact,
                       department.post,
                       department.phone,
                       department.email,
                       dateText(department.deadline),
                       dateText(department.returnedAt)}
        .join(u" / "_s);
}

QString describe(const project::Goal& goal)
{
    QStringList parts{project::label(goal.kind)};
    for (const std::optional<double>& number :
         {goal.target, goal.nearTarget, goal.annualPlan, goal.lower, goal.upper, goal.baseValue})
        parts.append(number ? formatShortest(*number) : u"—"_s);
    parts.append(goal.source);
    return parts.join(u" / "_s);
}

/// Rank of a source that the project does not know yet: after those of its kind.
constexpr int rankStep = 10;

/// Ids of rows that later rows of the same edit refer to; far from those that edits count from -1.
constexpr qint64 firstProvisional = -1'000'000'000;

/// Appending moves every negative reference by the number of changes there are already; this is
/// what a reference to `row` must be so that it comes out right.
qint64 beforeAppending(const project::ChangeSet& all, qint64 row)
{
    return row < 0 ? row + all.changes.size() : row;
}

/// Appends an edit whose rows refer to provisional ids, which stay as they are, and perhaps to rows
/// of its own.
void appendReferring(project::ChangeSet& all, project::ChangeSet set)
{
    for (project::RowChange& change : set.changes) {
        for (const project::Reference& reference : project::references()) {
            if (reference.from != change.table)
                continue;
            const auto column = change.after.find(reference.column);
            if (column != change.after.end() && column->toInteger() <= firstProvisional)
                *column = beforeAppending(all, column->toInteger());
        }
    }
    all.append(set);
}

/// Appends a single insertion and gives it an id of ours.
void appendInsertion(project::ChangeSet& all, const project::ChangeSet& set, qint64 row)
{
    all.append(set);
    if (!set.isEmpty())
        all.changes.last().row = row;
}

} // namespace

Planner::Planner(const project::YearData& data, const ImportOptions& options)
    : m_given(data)
    , m_data(data)
    , m_options(options)
    , m_subjects(data.catalogue)
{}

CellFate Planner::fateAt(const Place& place, const Subject* subject, const QString& region,
                         int year) const
{
    CellFate fate;
    fate.file = place.file;
    fate.sheet = place.sheet;
    fate.cell = place.cell;
    fate.regionName = region;
    fate.year = year;
    if (subject) {
        fate.subject = subject->id;
        fate.subjectName = subject->nameZh;
    }
    return fate;
}

void Planner::put(CellFate fate)
{
    if (m_incoming) {
        m_substance = m_substance || fate.fate == Fate::New || fate.fate == Fate::Changed ||
                      fate.fate == Fate::Refused;
        if (!m_incoming->superseded.isEmpty() && fate.fate != Fate::Ignored) {
            fate.fate = Fate::Ignored;
            fate.reason = m_incoming->superseded;
        }
    }
    m_plan.cells.append(fate);
}

void Planner::ignore(const Place& place, const Subject* subject, const QString& region, int year,
                     const QString& reason)
{
    CellFate fate = fateAt(place, subject, region, year);
    fate.reason = reason;
    put(fate);
}

void Planner::refuse(const Place& place, const Subject* subject, const QString& region, int year,
                     const QString& reason)
{
    CellFate fate = fateAt(place, subject, region, year);
    fate.fate = Fate::Refused;
    fate.reason = reason;
    readRefused(place, fate.subject, region, year);
    put(fate);
}

void Planner::refuseRow(const Place& place, const QString& subject, const QString& name,
                        const QString& reason)
{
    CellFate fate = fateAt(place, nullptr, {}, 0);
    fate.fate = Fate::Refused;
    fate.subject = subject;
    fate.subjectName = name;
    fate.reason = reason;
    readRefused(place, subject, {}, 0);
    put(fate);
}

void Planner::offer(const Offer& offer)
{
    const project::Region* region = m_data.region(offer.region);
    const QString regionName = region ? region->nameZh : QString();
    const QString where = placeText(offer.place.file, offer.place.sheet, offer.place.cell);
    if (offer.subject->excluded) {
        ignore(offer.place, offer.subject, regionName, offer.year,
               Text::tr("“%1”本年度不参评，不导入。").arg(offer.subject->nameZh));
        return;
    }

    CellFate fate = fateAt(offer.place, offer.subject, regionName, offer.year);
    fate.converted = offer.reading.converted;
    fate.reason = offer.reading.reason;

    project::Value wanted;
    const project::Value* held =
        rivalOf(m_data, {offer.subject->id, offer.region, offer.year}, offer.source);
    if (held)
        wanted = *held;
    wanted.subject = offer.subject->id;
    wanted.region = offer.region;
    wanted.year = offer.year;
    wanted.state = offer.reading.state;
    wanted.number = offer.reading.state == project::ValueState::Present ? offer.reading.number : 0;
    wanted.unit = offer.subject->unit;
    wanted.note = offer.note.trimmed();
    if (offer.reading.approximate) {
        const QString mark = u"约数"_s;
        if (!wanted.note.contains(mark))
            wanted.note += (wanted.note.isEmpty() ? QString() : u"；"_s) + mark;
    }
    wanted.vintage = offer.vintage.trimmed();
    fate.after = figureText(wanted);
    if (held)
        fate.before = figureText(*held);
    const auto refused = [&](const QString& reason) {
        fate.fate = Fate::Refused;
        fate.reason = reason;
        readRefused(offer.place, wanted.subject, regionName, wanted.year);
        put(fate);
    };
    const auto taken = [&] {
        ReturnedCell cell;
        cell.subject = wanted.subject;
        cell.region = region && !region->code.isEmpty() ? region->code : regionName;
        cell.year = wanted.year;
        cell.state = project::key(wanted.state);
        cell.number = wanted.number;
        cell.unit = wanted.unit;
        read(offer.place, cell);
        put(fate);
    };
    if (m_incoming && !m_incoming->superseded.isEmpty()) {
        fate.fate = Fate::Changed; // becomes Ignored, with the reason
        taken();
        return;
    }

    const RivalKey rival{wanted.subject, offer.source, wanted.region.number(), wanted.year};
    if (const auto seen = m_seen.constFind(rival); seen != m_seen.cend()) {
        if (seen->state == wanted.state && sameNumber(seen->number, wanted.number)) {
            fate.fate = Fate::Unchanged;
            fate.reason = Text::tr("与本次已读入的 %1 相同。").arg(seen->place);
            taken();
        } else {
            refused(
                Text::tr("%1：与本次已读入的 %2 "
                         "对同一指标、地区、年份和来源给出了不同的数，请核实后只保留一个再导入。")
                    .arg(where, seen->place));
        }
        return;
    }
    m_seen.insert(rival, {wanted.state, wanted.number, where});

    if (held && held->state == wanted.state && held->note == wanted.note &&
        held->vintage == wanted.vintage &&
        (wanted.state != project::ValueState::Present ||
         sameNumber(numberIn(*held, wanted.unit), wanted.number))) {
        fate.fate = Fate::Unchanged;
        taken();
        return;
    }
    if (isFrozen(m_data, wanted.subject)) {
        refused(Text::tr("%1：“%2”的任务已冻结，不再改动；确需更正的，请先解除冻结再导入。")
                    .arg(where, offer.subject->nameZh));
        return;
    }
    fate.fate = held ? Fate::Changed : Fate::New;
    if (held && fate.before == fate.after) {
        fate.reason =
            fate.reason.isEmpty() ? Text::tr("数值不变，口径说明或版本有改动。") : fate.reason;
    }
    taken();

    m_pending.append({wanted, evidenceAt(offer.place, offer.publication), offer.source});
}

void Planner::book(const Place& place, const QString& key, const QString& name,
                   const QString& before, const QString& after, const project::ChangeSet& set,
                   bool keep)
{
    CellFate fate = fateAt(place, nullptr, {}, 0);
    fate.subject = key;
    fate.subjectName = name;
    fate.before = before;
    fate.after = after;
    if (const auto earlier = m_booked.constFind(key); earlier != m_booked.cend()) {
        fate.fate = *earlier == after ? Fate::Unchanged : Fate::Refused;
        if (fate.fate == Fate::Refused) {
            fate.reason =
                Text::tr("%1：本次导入中前面已有一行写了“%2”而内容不同，请只保留一行再导入。")
                    .arg(placeText(place.file, place.sheet, place.cell), name);
        }
        put(fate);
        return;
    }
    m_booked.insert(key, after);
    fate.fate = set.isEmpty() ? Fate::Unchanged : before.isEmpty() ? Fate::New : Fate::Changed;
    put(fate);
    if (keep && !set.isEmpty())
        m_sets.append(set);
}

void Planner::goal(const Place& place, const project::Goal& goal, const QString& name)
{
    const project::Goal* held = m_data.goal(goal.indicator, goal.region);
    project::Goal wanted = goal;
    if (held)
        wanted.id = held->id;
    const project::Region* region = m_data.region(goal.region);
    QString key = u"goal:"_s + goal.indicator;
    if (region && region != m_data.city())
        key += u'@' + region->nameZh;
    book(place, key, name, held ? describe(*held) : QString(), describe(wanted),
         project::edits::setGoal(m_data, wanted));
}

void Planner::benchmark(const Place& place, const project::Benchmark& benchmark,
                        const QString& name)
{
    const auto describeIt = [](const project::Benchmark& one) {
        return QStringList{formatShortest(one.value), one.source}.join(u" / "_s);
    };
    project::Benchmark wanted = benchmark;
    QString before;
    for (const project::Benchmark* held : m_data.benchmarksOf(benchmark.indicator)) {
        if (held->name == benchmark.name && held->year == benchmark.year) {
            wanted.id = held->id;
            before = describeIt(*held);
        }
    }
    book(place,
         u"benchmark:%1:%2:%3"_s.arg(benchmark.indicator, benchmark.name,
                                     QString::number(benchmark.year)),
         name + u" / "_s + benchmark.name, before, describeIt(wanted),
         project::edits::setBenchmark(m_data, wanted));
}

void Planner::region(const Place& place, const project::Region& region, const QString& parent)
{
    const auto describeIt = [](const project::Region& one) {
        return QStringList{one.code, one.nameZh, one.nameEn, project::label(one.level)}.join(
            u" / "_s);
    };
    const project::Region* held = m_data.regionByName(region.code);
    if (!held || region.code.isEmpty())
        held = m_data.regionByName(region.nameZh);
    project::Region wanted = region;
    wanted.order =
        held ? held->order : static_cast<int>(m_given.regions.size() + m_newRegions.size());
    if (held)
        wanted.id = held->id;
    else
        wanted.id = project::RegionId(firstProvisional - m_newRegions.size());

    const project::Region* above =
        parent.trimmed().isEmpty() ? m_data.city() : findRegion(m_data, parent);
    if (!above) {
        for (const project::Region& added : std::as_const(m_newRegions)) {
            if (added.nameZh == parent.trimmed() || added.code == parent.trimmed())
                above = &added;
        }
    }
    if (!above) {
        refuseRow(place, u"region:"_s + region.nameZh, region.nameZh,
                  Text::tr("%1：上级“%2”不在本项目，请先写上级一行或更正名称后重新导入。")
                      .arg(placeText(place.file, place.sheet, place.cell), parent));
        return;
    }
    const bool isCity = held && held == m_data.city();
    wanted.parent = isCity ? project::RegionId() : above->id;
    if (wanted.level == project::RegionLevel::City && !isCity) {
        refuseRow(
            place, u"region:"_s + region.nameZh, region.nameZh,
            Text::tr("%1：“%2”不是本项目的城市，一个项目只有一个城市，请更正名称或级别后重新导入。")
                .arg(placeText(place.file, place.sheet, place.cell), region.nameZh));
        return;
    }
    const QString key = u"region:"_s + (region.code.isEmpty() ? region.nameZh : region.code);
    const bool again = m_booked.contains(key);
    book(place, key, region.nameZh, held ? describeIt(*held) : QString(), describeIt(wanted),
         project::edits::setRegion(m_data, wanted), held != nullptr);
    // Rows below may name this one as their parent, by its provisional id.
    if (!held && !again)
        m_newRegions.append(wanted);
}

void Planner::text(const Place& place, const project::TextBlock& text)
{
    project::TextBlock wanted = text;
    QString before;
    for (const project::TextBlock& held : m_data.texts) {
        if (held.department == text.department && held.group == text.group &&
            held.kind == text.kind) {
            wanted.id = held.id;
            wanted.evidence = held.evidence;
            before = held.text;
        }
    }
    project::ChangeSet set;
    if (before != wanted.text) {
        set.changes.append(
            {project::Table::Evidence, -1, {}, project::rowOf(evidenceAt(place, {}))});
        wanted.evidence = project::EvidenceId(-1);
        const project::ChangeSet edit = project::edits::setText(m_data, wanted);
        set.label = edit.label;
        set.changes.append(edit.changes);
    }
    const QString key =
        u"text:"_s + text.department + u':' + text.group + u':' + project::key(text.kind);
    const QString name =
        QStringList{text.department, text.group, project::label(text.kind)}.join(u" / "_s);
    ReturnedCell cell;
    cell.subject = key;
    cell.text = wanted.text;
    read(place, cell);
    if (m_incoming && !m_incoming->superseded.isEmpty()) {
        CellFate fate = fateAt(place, nullptr, {}, 0);
        fate.subject = key;
        fate.subjectName = name;
        fate.before = before;
        fate.after = wanted.text;
        fate.fate = Fate::Changed;
        put(fate);
        return;
    }
    book(place, key, name, before, wanted.text, set);
}

project::Evidence Planner::evidenceAt(const Place& place, const QString& publication) const
{
    project::Evidence evidence;
    evidence.fileName = place.file;
    evidence.sha256 = place.sha256;
    evidence.sheet = place.sheet;
    evidence.cell = place.cell;
    evidence.takenAt = m_options.takenAt;
    evidence.person = m_options.person;
    evidence.note = publication.trimmed();
    return evidence;
}

std::optional<project::Department> Planner::departmentByName(const QString& name) const
{
    const project::Department* held = findDepartment(m_data, name);
    const auto changed = m_departments.find(held ? held->name : name);
    if (changed != m_departments.end())
        return changed->second;
    return held ? std::optional(*held) : std::nullopt;
}

void Planner::department(const Place& place, const project::Department& department)
{
    const std::optional<project::Department> before = departmentByName(department.name);
    const QString after = describe(department);
    CellFate fate = fateAt(place, nullptr, {}, 0);
    fate.subject = u"department:"_s + department.name;
    fate.subjectName = department.name;
    fate.before = before ? describe(*before) : QString();
    fate.after = after;
    fate.fate = !before ? Fate::New : fate.before == after ? Fate::Unchanged : Fate::Changed;
    put(fate);
    m_departments[department.name] = department;
}

QString Planner::sourceKey(const QString& text) const
{
    const QString wanted = foldedText(text);
    if (wanted.isEmpty())
        return {};
    for (const project::Source& source : m_data.sources) {
        if (foldedText(source.key) == wanted || foldedText(source.name) == wanted)
            return source.key;
    }
    if (project::sourceKindFromKey(wanted.section(u':', 0, 0)))
        return text.trimmed();
    using project::SourceKind;
    static const QHash<QString, SourceKind> words{
        {u"部门"_s, SourceKind::Department},      {u"部门报送"_s, SourceKind::Department},
        {u"统计"_s, SourceKind::Statistics},      {u"统计数据"_s, SourceKind::Statistics},
        {u"统计部门"_s, SourceKind::Statistics},  {u"空间"_s, SourceKind::Spatial},
        {u"空间数据"_s, SourceKind::Spatial},     {u"空间计算"_s, SourceKind::Spatial},
        {u"网络"_s, SourceKind::Network},         {u"网络数据"_s, SourceKind::Network},
        {u"大数据"_s, SourceKind::Network},       {u"抽样"_s, SourceKind::Sample},
        {u"抽样调查"_s, SourceKind::Sample},      {u"问卷调查"_s, SourceKind::Sample},
        {u"公开资料"_s, SourceKind::Publication}, {u"公开发布"_s, SourceKind::Publication},
        {u"估算"_s, SourceKind::Estimate},        {u"推算"_s, SourceKind::Estimate}};
    if (const auto known = words.constFind(wanted); known != words.cend())
        return project::key(*known);
    for (const auto kind :
         {SourceKind::Department, SourceKind::Statistics, SourceKind::Spatial, SourceKind::Network,
          SourceKind::Sample, SourceKind::Publication, SourceKind::Estimate}) {
        const QString inFiles = inChinese([kind] { return project::label(kind); });
        if (foldedText(inFiles) == wanted || foldedText(project::label(kind)) == wanted)
            return project::key(kind);
    }
    return {};
}

void Planner::appendNewRegions(project::ChangeSet& all)
{
    for (const project::Region& added : std::as_const(m_newRegions)) {
        project::Region region = added;
        region.id = {};
        region.parent = project::RegionId(beforeAppending(all, added.parent.number()));
        appendInsertion(all, project::edits::setRegion(m_given, region), added.id.number());
    }
}

/// Inserts the sources that figures name and the project lacks, and gives every figure its source.
void Planner::appendNewSources(project::ChangeSet& all, project::YearData& scratch)
{
    qint64 provisional = 2 * firstProvisional;
    for (Pending& pending : m_pending) {
        if (!scratch.sourceByKey(pending.sourceKey)) {
            project::Source added;
            added.key = pending.sourceKey;
            const auto kind = project::sourceKindFromKey(pending.sourceKey.section(u':', 0, 0));
            added.kind = kind.value_or(project::SourceKind::Publication);
            const QString detail = pending.sourceKey.section(u':', 1);
            const QString kindName = inChinese([&added] { return project::label(added.kind); });
            added.name = detail.isEmpty() ? kindName : kindName + u"（"_s + detail + u"）"_s;
            int last = 0;
            for (const project::Source& known : std::as_const(scratch.sources)) {
                last = std::max(last, known.rank);
                if (known.kind == added.kind)
                    added.rank = std::max(added.rank, known.rank + 1);
            }
            if (added.rank == 0)
                added.rank = last + rankStep;
            appendInsertion(all, project::edits::setSource(m_data, added), provisional);
            added.id = project::SourceId(provisional--);
            scratch.sources.append(added);
            scratch.index();
        }
        pending.value.source = scratch.sourceByKey(pending.sourceKey)->id;
    }
}

void Planner::appendFigures(project::ChangeSet& all)
{
    project::YearData scratch = m_data;
    appendNewSources(all, scratch);
    // Two new rivals of one figure: which is adopted depends on the one before, so they are planned
    // in rounds, each seeing the last one's figures; present figures first, then by rank of the
    // source.
    std::stable_sort(m_pending.begin(), m_pending.end(),
                     [&scratch](const Pending& one, const Pending& other) {
                         const bool onePresent = one.value.state == project::ValueState::Present;
                         if (onePresent != (other.value.state == project::ValueState::Present))
                             return onePresent;
                         return scratch.source(one.value.source)->rank <
                                scratch.source(other.value.source)->rank;
                     });

    qint64 provisional = 3 * firstProvisional;
    QList<Pending> waiting = m_pending;
    while (!waiting.isEmpty()) {
        QSet<project::FigureKey> taken;
        QList<Pending> now, later;
        for (const Pending& pending : std::as_const(waiting)) {
            const project::FigureKey key{pending.value.subject, pending.value.region,
                                         pending.value.year};
            if (taken.contains(key)) {
                later.append(pending);
                continue;
            }
            taken.insert(key);
            now.append(pending);
            appendReferring(all,
                            project::edits::setValue(scratch, pending.value, pending.evidence));
        }
        if (later.isEmpty())
            break;
        for (const Pending& pending : std::as_const(now)) {
            const project::FigureKey key{pending.value.subject, pending.value.region,
                                         pending.value.year};
            const project::Value* adopted = scratch.adopted(key);
            const qint64 adoptedId = adopted ? adopted->id.number() : 0;
            const bool givesWay = adopted && adopted->state != project::ValueState::Present &&
                                  adopted->adoptionReason.isEmpty() &&
                                  pending.value.state == project::ValueState::Present;
            if (pending.value.id.isValid()) {
                for (project::Value& known : scratch.values) {
                    if (known.id == pending.value.id)
                        known = pending.value;
                }
                continue;
            }
            for (project::Value& known : scratch.values) {
                if (givesWay && known.id.number() == adoptedId)
                    known.adopted = false;
            }
            project::Value added = pending.value;
            added.id = project::ValueId(provisional--);
            added.adopted = !adopted || givesWay;
            scratch.values.append(added);
        }
        scratch.index();
        waiting = later;
    }
}

ImportPlan Planner::take()
{
    if (hasErrors(m_plan.issues)) {
        // All or nothing: with a source unread, nothing is proposed.
        for (CellFate& cell : m_plan.cells) {
            if (cell.fate == Fate::Refused || cell.fate == Fate::Ignored)
                continue;
            cell.fate = Fate::Ignored;
            cell.converted = false;
            cell.reason = Text::tr("本次没有导入：有文件不能读取，请先处理或移走这些文件。");
        }
        return std::move(m_plan);
    }
    project::ChangeSet all;
    appendNewRegions(all);
    for (const project::ChangeSet& set : std::as_const(m_sets))
        appendReferring(all, set);
    for (const auto& [name, department] : m_departments)
        all.append(project::edits::setDepartment(m_given, department));
    appendFigures(all);
    appendReturns(all);
    if (!all.isEmpty())
        all.label = Text::tr("导入 %1").arg(m_plan.files.size() == 1
                                                ? m_plan.files.first()
                                                : Text::tr("%1 个文件").arg(m_plan.files.size()));
    m_plan.changes = all;
    return std::move(m_plan);
}

} // namespace checkup::collect
