#include "core/base/in_chinese.h"
#include "core/collect/fill_in_layout.h"
#include "core/collect/planner.h"
#include "core/collect/returned_fields.h"
#include "core/collect/layers_asked.h"
#include "core/project/rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

/// What stands in "C12" of a sheet.
QString typedText(const office::Workbook& book, const QString& sheetName, const QString& cell)
{
    int column = 0, at = 0;
    for (; at < cell.size() && cell[at].isLetter(); ++at)
        column = column * 26 + (cell[at].unicode() - u'A' + 1);
    const int row = cell.mid(at).toInt();
    for (const office::Sheet& sheet : book.sheets) {
        if (sheet.name == sheetName)
            return sheet.at(row - 1, column - 1).text.trimmed();
    }
    return {};
}

QString regionCode(const project::YearData& data, const QString& name)
{
    const project::Region* region = data.regionByName(name);
    return region && !region->code.isEmpty() ? region->code : name;
}

QString unknownWord(const FieldOffer& field, const QStringList& words)
{
    return Text::tr("%1：“%2”一列不认识“%3”，请从列表中选择：%4。")
        .arg(placeText(field.place.file, field.place.sheet, field.place.cell), field.header,
             field.cell.text.trimmed(), words.join(u'、'));
}

template <size_t N>
QStringList wordsOf(const QStringView (&words)[N])
{
    QStringList list;
    for (const QStringView word : words)
        list.append(word.toString());
    return list;
}

/// The text of a field's cell, and why it cannot be taken.
struct FieldText
{
    QString text, refusal;
};

FieldText textOf(const FieldOffer& field)
{
    if (field.cell.kind == office::Cell::Kind::Fault) {
        return {{},
                Text::tr("%1：单元格是错误值 %2，请改正公式或直接填写后重新导入。")
                    .arg(placeText(field.place.file, field.place.sheet, field.place.cell),
                         field.cell.text)};
    }
    return {field.cell.text.trimmed(), {}};
}

/// Sets a key task's field from its cell; gives why it is refused.
QString setField(project::KeyTask& task, const FieldOffer& field)
{
    const FieldText read = textOf(field);
    if (!read.refusal.isEmpty())
        return read.refusal;
    if (field.field == u"status") {
        const auto state = keyTaskStateFromWord(read.text);
        if (!state)
            return unknownWord(field, wordsOf(layout::keyTaskStateWords));
        task.state = *state;
        return {};
    }
    if (field.field != u"rate") {
        setKeyTaskText(task, field.field, read.text);
        return {};
    }
    const QString where = placeText(field.place.file, field.place.sheet, field.place.cell);
    const CellReading rate = readCell(field.cell, u"%"_s, u"%"_s, where);
    if (rate.kind == CellReading::Kind::Refused)
        return rate.reason;
    if (rate.kind != CellReading::Kind::Figure || rate.number < 0 || rate.number > 100) {
        return Text::tr("%1：完成率应当是 0 至 100 的数，这里是“%2”，请改正后重新导入。")
            .arg(where, read.text);
    }
    task.rate = rate.number;
    return {};
}

QString setField(project::LayerReturn& layer, const FieldOffer& field)
{
    const FieldText read = textOf(field);
    if (!read.refusal.isEmpty())
        return read.refusal;
    if (field.field != u"provided") {
        setLayerText(layer, field.field, read.text);
        return {};
    }
    const auto state = layerStateFromWord(read.text);
    if (!state)
        return unknownWord(field, wordsOf(layout::layerStateWords));
    layer.state = *state;
    return {};
}

bool isBlank(const office::Cell& cell)
{
    return cell.kind == office::Cell::Kind::Empty || cell.text.trimmed().isEmpty();
}

} // namespace

void Planner::settle()
{
    for (; m_settledRegions < m_newRegions.size(); ++m_settledRegions)
        m_data.regions.append(m_newRegions[m_settledRegions]);
    for (const auto& [name, department] : m_departments) {
        const auto known =
            std::find_if(m_data.departments.begin(), m_data.departments.end(),
                         [&](const project::Department& one) { return one.name == name; });
        if (known == m_data.departments.end())
            m_data.departments.append(department);
    }
    m_data.index();
}

void Planner::read(const Place& place, const ReturnedCell& cell)
{
    if (!m_incoming)
        return;
    m_substance = m_substance || !cell.state.isEmpty() || cell.subject.startsWith(u"text:");
    m_content.cells.append(cell);
    m_content.cells.last().cell = place.sheet + u'!' + place.cell;
}

void Planner::readRefused(const Place& place, const QString& subject, const QString& region,
                          int year)
{
    if (!m_incoming)
        return;
    ReturnedCell cell;
    cell.subject = subject;
    cell.region = region.isEmpty() ? QString() : regionCode(m_data, region);
    cell.year = year;
    cell.refused = true;
    if (m_incoming->workbook)
        cell.text = typedText(*m_incoming->workbook, place.sheet, place.cell);
    read(place, cell);
}

void Planner::beginReturn(const IncomingReturn& incoming)
{
    m_incoming = incoming;
    m_content = {};
    m_substance = false;
}

void Planner::endReturn(int asked)
{
    const IncomingReturn incoming = *std::exchange(m_incoming, std::nullopt);
    m_content.asked = asked;
    project::Return record = incoming.record;
    PlannedReturn planned;
    planned.file = record.fileName;
    planned.department = record.department;
    planned.person = record.person;
    planned.filledOn = record.filledOn;
    planned.superseded = !incoming.superseded.isEmpty();
    planned.asked = asked;
    planned.filled = m_content.filled(m_data);
    planned.refused = m_content.refused();

    const auto onFile = std::find_if(
        m_data.returns.cbegin(), m_data.returns.cend(), [&record](const project::Return& known) {
            return known.department == record.department && known.sha256 == record.sha256;
        });
    if (onFile != m_data.returns.cend()) {
        planned.version = onFile->version;
        planned.onFile = true;
        m_plan.returns.append(planned);
        return;
    }
    if (!m_substance || !m_options.takenAt.isValid()) {
        if (!m_substance) {
            m_plan.issues.append({Severity::Warning,
                                  Text::tr("填报表中什么也没有填，不算一次报送。"),
                                  record.fileName,
                                  {},
                                  {},
                                  1});
        }
        return;
    }
    const project::Return* last = m_data.lastReturn(record.department);
    record.version = last ? last->version + 1 : 1;
    record.cells = toJson(m_content);
    planned.version = record.version;
    if (last) {
        planned.before = last->version;
        planned.differences = differenceOf(m_data, returnContent(last->cells), m_content);
        if (record.filledOn.isValid() && last->filledOn.isValid() &&
            record.filledOn < last->filledOn) {
            m_plan.issues.append(
                {Severity::Warning,
                 Text::tr("填报日期是%1，早于已收到的第 %2 次报送（%3），请核对是不是旧稿。")
                     .arg(record.filledOn.toString(Qt::ISODate))
                     .arg(last->version)
                     .arg(last->filledOn.toString(Qt::ISODate)),
                 record.fileName,
                 {},
                 {},
                 1});
        }
    }
    m_plan.returns.append(planned);
    IncomingReturn registered = incoming;
    registered.record = record;
    registered.workbook = nullptr;
    m_returns.append(registered);
    m_data.returns.append(record);

    project::Department department;
    department.name = record.department;
    if (const auto known = departmentByName(record.department))
        department = *known;
    if (!department.returnedAt.isValid()) {
        department.returnedAt = m_options.takenAt.date();
        m_departments[department.name] = department;
    }
    if (!planned.superseded)
        reopen(m_content);
}

/// A task that was given back for correction is submitted again.
void Planner::reopen(const ReturnContent& content)
{
    for (const ReturnedCell& cell : content.cells) {
        const project::TaskSetting* setting = m_data.task(cell.subject);
        if (!cell.refused && setting && setting->state == project::TaskState::Returned &&
            !m_reopened.contains(cell.subject))
            m_reopened.append(cell.subject);
    }
}

void Planner::appendReturns(project::ChangeSet& all)
{
    QStringList reopened = m_reopened;
    reopened.sort();
    for (const QString& subject : std::as_const(reopened)) {
        project::TaskSetting setting = *m_given.task(subject);
        setting.state.reset();
        setting.stateReason.clear();
        all.append(project::edits::setTask(m_given, setting));
    }
    QSet<QString> kept;
    for (const IncomingReturn& returned : std::as_const(m_returns)) {
        if (!kept.contains(returned.record.sha256)) {
            all.append(
                project::edits::addAttachment(m_given, returned.attachment, returned.content));
        }
        kept.insert(returned.record.sha256);
        all.append(project::edits::addReturn(m_given, returned.record));
    }
}

bool Planner::bookField(const FieldOffer& field, const QString& key, const QString& name,
                        const QString& before, const QString& after)
{
    ReturnedCell cell;
    cell.subject = key;
    cell.text = after;
    CellFate fate = fateAt(field.place, nullptr, {}, 0);
    fate.subject = key;
    fate.subjectName = name + u" / "_s + field.header;
    fate.before = before;
    fate.after = after;
    if (const auto earlier = m_booked.constFind(key); earlier != m_booked.cend()) {
        fate.fate = *earlier == after ? Fate::Unchanged : Fate::Refused;
        if (fate.fate == Fate::Refused) {
            fate.reason =
                Text::tr("%1：本次导入中前面已有一行写了“%2”而内容不同，请只保留一行再导入。")
                    .arg(placeText(field.place.file, field.place.sheet, field.place.cell), name);
            readRefused(field.place, key, {}, 0);
        }
        put(fate);
        return false;
    }
    read(field.place, cell);
    const bool superseded = m_incoming && !m_incoming->superseded.isEmpty();
    if (!superseded)
        m_booked.insert(key, after);
    fate.fate = before == after ? Fate::Unchanged : before.isEmpty() ? Fate::New : Fate::Changed;
    put(fate);
    return !superseded && before != after;
}

void Planner::keep(const project::ChangeSet& set, const Place& place)
{
    // The row points to the evidence that is inserted before it.
    project::ChangeSet all;
    all.label = set.label;
    all.changes.append({project::Table::Evidence, -1, {}, project::rowOf(evidenceAt(place, {}))});
    all.changes.append(set.changes);
    m_sets.append(all);
}

void Planner::keyTask(const QString& lead, const QString& name, const QList<FieldOffer>& fields)
{
    const auto held = std::find_if(
        m_data.keyTasks.cbegin(), m_data.keyTasks.cend(),
        [&](const project::KeyTask& one) { return one.lead == lead && one.name == name; });
    const bool isKnown = held != m_data.keyTasks.cend();
    const project::KeyTask before = isKnown ? *held : project::KeyTask{};
    project::KeyTask wanted = before;
    wanted.name = name;
    wanted.lead = lead;
    const QString key = u"keytask:"_s + lead + layout::separator + name;
    std::optional<Place> changed;
    for (const FieldOffer& field : fields) {
        const QString fieldKey = key + layout::separator + field.field;
        const QString old = keyTaskText(before, field.field);
        if (field.field == u"task" || field.field == u"lead") {
            // The row's identity: what stands there is how it was found.
            if (bookField(field, fieldKey, name, old, field.field == u"task" ? name : lead))
                changed = changed.value_or(field.place);
            continue;
        }
        if (isBlank(field.cell)) {
            if (!old.isEmpty())
                ignoreField(field, fieldKey, name, old);
            continue;
        }
        project::KeyTask tried = wanted;
        if (const QString refusal = setField(tried, field); !refusal.isEmpty()) {
            refuseRow(field.place, fieldKey, name + u" / "_s + field.header, refusal);
            continue;
        }
        if (bookField(field, fieldKey, name, old, keyTaskText(tried, field.field))) {
            wanted = tried;
            changed = changed.value_or(field.place);
        }
    }
    const bool again = m_records.contains(key);
    m_records.insert(key);
    if (!changed || again)
        return;
    wanted.evidence = project::EvidenceId(-1);
    keep(project::edits::setKeyTask(m_given, wanted), *changed);
}

void Planner::layer(const QString& department, const QString& layer,
                    const QList<FieldOffer>& fields)
{
    project::LayerReturn before;
    for (const project::LayerReturn& known : m_data.layerReturns) {
        if (known.department == department && known.layer == layer)
            before = known;
    }
    project::LayerReturn wanted = before;
    wanted.department = department;
    wanted.layer = layer;
    const QString key = u"layer:"_s + department + layout::separator + layer;
    const QString name = catalogue::layerTitle(layer);
    std::optional<Place> changed;
    for (const FieldOffer& field : fields) {
        const QString fieldKey = key + layout::separator + field.field;
        const QString old = layerText(before, field.field);
        if (isBlank(field.cell)) {
            if (!old.isEmpty())
                ignoreField(field, fieldKey, name, old);
            continue;
        }
        project::LayerReturn tried = wanted;
        QString refusal = setField(tried, field);
        if (!catalogue::layerRole(layer)) {
            refusal =
                Text::tr("%1：不认识图层“%2”，请使用下发表中的图层代码后重新导入。")
                    .arg(placeText(field.place.file, field.place.sheet, field.place.cell), layer);
        }
        if (!refusal.isEmpty()) {
            refuseRow(field.place, fieldKey, name + u" / "_s + field.header, refusal);
            continue;
        }
        if (bookField(field, fieldKey, name, old, layerText(tried, field.field))) {
            wanted = tried;
            changed = changed.value_or(field.place);
        }
    }
    const bool again = m_records.contains(key);
    m_records.insert(key);
    if (!changed || again)
        return;
    wanted.evidence = project::EvidenceId(-1);
    keep(project::edits::setLayerReturn(m_given, wanted), *changed);
}

void Planner::contact(const QString& name, const FieldOffer& field)
{
    project::Department department;
    department.name = name;
    if (const auto known = departmentByName(name))
        department = *known;
    const QString key = u"contact:"_s + name + layout::separator + field.field;
    const bool ofReturn =
        field.field == u"person" || field.field == u"person_phone" || field.field == u"date";
    const QString old = contactText(department, field.field);
    if (isBlank(field.cell)) {
        if (!old.isEmpty())
            ignoreField(field, key, name, old);
        return;
    }
    const FieldText read = textOf(field);
    if (!read.refusal.isEmpty()) {
        refuseRow(field.place, key, name + u" / "_s + field.header, read.refusal);
        return;
    }
    if (ofReturn) {
        // Kept with the version of the workbook; unchanged where that is on file.
        const bool onFile =
            !m_incoming ||
            std::any_of(m_data.returns.cbegin(), m_data.returns.cend(),
                        [this](const project::Return& known) {
                            return known.department == m_incoming->record.department &&
                                   known.sha256 == m_incoming->record.sha256;
                        });
        const bool substance = m_substance; // a signature alone returns nothing
        bookField(field, key, name, onFile ? read.text : QString(), read.text);
        m_substance = substance;
        return;
    }
    if (bookField(field, key, name, old, read.text)) {
        setContactText(department, field.field, read.text);
        m_departments[department.name] = department;
    }
}

void Planner::ignoreField(const FieldOffer& field, const QString& key, const QString& name,
                          const QString& held)
{
    CellFate fate = fateAt(field.place, nullptr, {}, 0);
    fate.subject = key;
    fate.subjectName = name + u" / "_s + field.header;
    fate.before = held;
    fate.after = held;
    fate.reason = Text::tr("空白，保留原有内容。");
    put(fate);
}

} // namespace checkup::collect
