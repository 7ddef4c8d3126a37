#include "core/project/new_file.h"

#include "core/project/audit.h"
#include "core/project/contents.h"
#include "core/project/migrations.h"
#include "core/project/row_writer.h"
#include "core/project/rows.h"

#include <QUuid>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

/// Remembers the first failure, so that a long list of inserts reads as one.
class Filler
{
public:
    explicit Filler(const Database& database)
        : m_writer(database)
    {}

    void insert(const QString& table, qint64 id, const QJsonObject& row)
    {
        if (!m_done)
            return;
        const Result<qint64> inserted = m_writer.insert(table, id, row);
        if (!inserted)
            m_done = inserted.error();
    }
    const Result<void>& done() const { return m_done; }

private:
    RowWriter m_writer;
    Result<void> m_done;
};

QList<Region> numbered(const NewYear& year)
{
    QList<Region> regions = year.regions;
    if (regions.isEmpty())
        regions << Region{RegionId(-1), {}, year.info.city, {}, RegionLevel::City, {}, 0};
    QHash<qint64, qint64> ids;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (regions.at(i).id.number() != 0)
            ids.insert(regions.at(i).id.number(), i + 1);
    }
    for (qsizetype i = 0; i < regions.size(); ++i) {
        Region& region = regions[i];
        region.id = RegionId(i + 1);
        region.order = static_cast<int>(i);
        region.parent = RegionId(i == 0 ? 0 : ids.value(region.parent.number(), 1));
    }
    return regions;
}

QList<Department> departmentsOf(const catalogue::Catalogue& catalogue)
{
    QStringList names;
    const auto add = [&names](const QString& several) {
        for (const QString& name : several.split(u'、', Qt::SkipEmptyParts)) {
            const QString trimmed = name.trimmed();
            if (!trimmed.isEmpty() && !names.contains(trimmed))
                names << trimmed;
        }
    };
    for (const catalogue::Indicator& indicator : catalogue.indicators)
        add(indicator.department);
    for (const catalogue::Quantity& quantity : catalogue.quantities)
        add(quantity.department);
    QList<Department> departments;
    for (const QString& name : names)
        departments << Department{{}, name, {}, {}, {}, {}, {}, {}, {}, {}};
    return departments;
}

} // namespace

Result<void> fillNewDatabase(const Database& database, const QList<Migration>& steps,
                             const NewYear& year, const Carried* from, const QString& label,
                             const QString& person)
{
    Error failure;
    if (migrate(database, steps, &failure) != SchemaOutcome::Upgraded)
        return failure;

    auto transaction = Transaction::begin(database, true);
    if (!transaction)
        return transaction.error();
    Filler fill(database);
    const QString now = timeText(QDateTime::currentDateTimeUtc());
    const auto info = [&fill](qint64 row, const QString& key, const QString& value) {
        fill.insert(u"cc_info"_s, row,
                    {{u"key"_s, key}, {u"value"_s, value.isNull() ? u""_s : value}});
    };
    YearInfo facts = year.info;
    if (facts.catalogueId.isEmpty())
        facts.catalogueId = year.catalogue.id;
    for (const InfoRow& row : infoRowsOf(facts))
        info(row.row, row.key, row.value);
    info(ChangedAtRow, u"changed_at"_s, now);
    info(UuidRow, u"uuid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    info(CatalogueTitleZhRow, u"catalogue_title_zh"_s, year.catalogue.titleZh);
    info(CatalogueTitleEnRow, u"catalogue_title_en"_s, year.catalogue.titleEn);
    info(CatalogueStandardRow, u"catalogue_standard"_s, year.catalogue.standard);
    info(CatalogueVersionRow, u"catalogue_version"_s, year.catalogue.version);
    info(CatalogueNoteRow, u"catalogue_note"_s, year.catalogue.note);

    for (const catalogue::Dimension& dimension : year.catalogue.dimensions)
        fill.insert(u"cc_dimensions"_s, 0, rowOf(dimension));
    for (const catalogue::Quantity& quantity : year.catalogue.quantities)
        fill.insert(u"cc_quantities"_s, 0, rowOf(quantity));
    for (const catalogue::Indicator& indicator : year.catalogue.indicators)
        fill.insert(u"cc_indicators"_s, 0, rowOf(indicator));
    for (const catalogue::Profile& profile : year.catalogue.profiles)
        fill.insert(u"cc_profiles"_s, 0, rowOf(profile));
    const YearData* const carried = from ? &from->data : nullptr;
    for (const Region& region : carried ? carried->regions : numbered(year))
        fill.insert(u"cc_regions"_s, region.id.number(), rowOf(region));
    for (const Department& department :
         year.departments.isEmpty() ? departmentsOf(year.catalogue) : year.departments)
        fill.insert(u"cc_departments"_s, 0, rowOf(department));

    if (carried) {
        const Result<void> cleared = database.run(u"DELETE FROM cc_sources"_s);
        if (!cleared)
            return cleared.error();
        for (const Source& source : carried->sources)
            fill.insert(u"cc_sources"_s, source.id.number(), rowOf(source));
        for (const Evidence& evidence : carried->evidence)
            fill.insert(u"cc_evidence"_s, evidence.id.number(), rowOf(evidence));
        for (const Value& value : carried->values)
            fill.insert(u"cc_values"_s, value.id.number(), rowOf(value));
        for (const Goal& goal : carried->goals)
            fill.insert(u"cc_goals"_s, goal.id.number(), rowOf(goal));
        for (const Benchmark& benchmark : carried->benchmarks)
            fill.insert(u"cc_benchmarks"_s, benchmark.id, rowOf(benchmark));
        for (const RuleSetting& setting : carried->rules)
            fill.insert(u"cc_rules"_s, setting.id, rowOf(setting));
        for (const Decision& decision : carried->decisions)
            fill.insert(u"cc_decisions"_s, decision.id, rowOf(decision));
        for (const TaskSetting& setting : carried->tasks)
            fill.insert(u"cc_tasks"_s, setting.id, rowOf(setting));
        for (const PlanStage& stage : carried->stages)
            fill.insert(u"cc_stages"_s, stage.id, rowOf(stage));
        for (const RememberedMapping& mapping : carried->mappings)
            fill.insert(u"cc_mappings"_s, mapping.id, rowOf(mapping));
        for (const RecipeSetting& setting : carried->recipes)
            fill.insert(u"cc_recipes"_s, setting.id, rowOf(setting));
        for (const MapSetting& setting : carried->mapSettings)
            fill.insert(u"cc_map_settings"_s, setting.id, rowOf(setting));
        for (const Attachment& attachment : carried->attachments) {
            fill.insert(u"cc_attachments"_s, attachment.id.number(), rowOf(attachment));
            const Result<QByteArray> bytes = from->content(attachment.sha256);
            if (!bytes)
                continue;
            const Result<void> stored = storeContent(database, attachment.sha256, *bytes);
            if (!stored)
                return stored.error();
        }
        for (const Document& document : carried->documents)
            fill.insert(u"cc_documents"_s, document.id, rowOf(document));
    }
    if (!fill.done())
        return fill.done();

    Result<AuditWriter> audit = AuditWriter::start(database, now, person);
    if (!audit)
        return audit.error();
    const Result<void> noted = audit->append(label, {}, u"info"_s, ChangedAtRow, {}, {});
    if (!noted)
        return noted;
    return (*transaction)->commit();
}

} // namespace checkup::project
