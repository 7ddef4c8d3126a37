#include "core/project/reading.h"

#include "core/project/change_set.h"
#include "core/project/rows.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>

#include <algorithm>
#include <sqlite3.h>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

/// Equal texts share one allocation: units, states and codes repeat thousands of times.
class SharedTexts
{
public:
    QString operator()(int column, QStringView text)
    {
        if (text.isEmpty())
            return {};
        if (column >= m_last.size())
            m_last.resize(column + 1);
        if (m_last.at(column) != text)
            m_last[column] = *m_known.insert(text.toString());
        return m_last.at(column);
    }

private:
    QSet<QString> m_known;
    QList<QString> m_last; ///< by column: rows are sorted, so the row before often says the same
};

/// A row being read, straight from SQLite: through QSqlQuery, which makes a QVariant of every cell,
/// a large year took three times as long. Remembers the first text that is not one of its known
/// keys.
class Row
{
public:
    Row(sqlite3_stmt* statement, SharedTexts& texts)
        : m_statement(statement)
        , m_texts(texts)
    {}

    QString text(int column) const { return m_texts(column, view(column)); }
    qint64 number(int column) const { return sqlite3_column_int64(m_statement, column); }
    int integer(int column) const { return sqlite3_column_int(m_statement, column); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const { return sqlite3_column_double(m_statement, column); }
    std::optional<double> optional(int column) const
    {
        if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
            return {};
        return real(column);
    }
    QDate date(int column) const { return QDate::fromString(view(column), Qt::ISODate); }
    QDateTime time(int column) const
    {
        const QStringView text = view(column);
        return text.isEmpty() ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs);
    }
    template <class T>
    T known(int column, std::optional<T> (*fromKey)(QStringView))
    {
        const QStringView text = view(column);
        if (const std::optional<T> value = fromKey(text))
            return *value;
        if (m_unknown.isEmpty())
            m_unknown = text.isEmpty() ? u"''"_s : text.toString();
        return T{};
    }
    const QString& unknown() const { return m_unknown; }

private:
    /// Valid until the next step or reading of the same column.
    QStringView view(int column) const
    {
        const auto* const text =
            static_cast<const char16_t*>(sqlite3_column_text16(m_statement, column));
        return text ? QStringView(text, sqlite3_column_bytes16(m_statement, column) / 2)
                    : QStringView();
    }

    sqlite3_stmt* m_statement;
    SharedTexts& m_texts;
    QString m_unknown;
};

class Reader
{
public:
    Reader(const Database& database, CancelToken cancel)
        : m_database(database)
        , m_cancel(std::move(cancel))
    {}

    bool failed() const { return m_error.has_value(); }
    const Error& error() const { return *m_error; }

    /// Calls take(row) for every row of the query; after the first failure nothing more is read.
    template <class Take>
    void each(const QString& statement, Take take)
    {
        if (failed())
            return;
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> prepared = prepare(statement);
        Row row(prepared.get(), m_texts);
        int step = SQLITE_ERROR;
        for (int count = 0; prepared && (step = sqlite3_step(prepared.get())) == SQLITE_ROW;
             ++count) {
            if (count % 500 == 0 && m_cancel.isCancelled()) {
                m_error = Error(ErrorCode::Cancelled, Text::tr("已取消读取项目文件。"));
                return;
            }
            take(row);
            if (!row.unknown().isEmpty()) {
                m_error = Error(
                    ErrorCode::Damaged,
                    Text::tr("%1 中有无法识别的内容“%2”，请用更新版本的软件打开，或改用备份。")
                        .arg(m_database.path(), row.unknown()),
                    statement);
                return;
            }
        }
        if (step != SQLITE_DONE) {
            sqlite3* const handle = m_database.handle();
            m_error = m_database.failure(
                QSqlError({}, QString::fromUtf8(sqlite3_errmsg(handle)), QSqlError::StatementError,
                          QString::number(sqlite3_extended_errcode(handle))),
                statement);
        }
    }

private:
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> prepare(const QString& statement) const
    {
        sqlite3_stmt* prepared = nullptr;
        sqlite3_prepare_v2(m_database.handle(), statement.toUtf8().constData(), -1, &prepared,
                           nullptr);
        return {prepared, &sqlite3_finalize};
    }

    const Database& m_database;
    CancelToken m_cancel;
    SharedTexts m_texts;
    std::optional<Error> m_error;
};

void readInfo(Reader& reader, YearData& data)
{
    QHash<QString, QString> values;
    reader.each(u"SELECT key, value FROM cc_info"_s,
                [&](Row& row) { values.insert(row.text(0), row.text(1)); });
    YearInfo& info = data.info;
    info.city = values.value(u"city"_s);
    info.year = values.value(u"year"_s).toInt();
    info.baseYear = values.value(u"base_year"_s).toInt();
    info.nearYear = values.value(u"near_year"_s).toInt();
    info.targetYear = values.value(u"target_year"_s).toInt();
    info.catalogueId = values.value(u"catalogue_id"_s);
    info.profileId = values.value(u"profile_id"_s);
    info.demonstration = values.value(u"demonstration"_s) == u"1";
    info.organisation = values.value(u"organisation"_s);
    info.cutOff = QDate::fromString(values.value(u"cut_off"_s), Qt::ISODate);
    info.appraisalRule = values.value(u"appraisal_rule"_s);
    info.changedAt = QDateTime::fromString(values.value(u"changed_at"_s), Qt::ISODateWithMs);
    info.uuid = values.value(u"uuid"_s);
    data.catalogue.id = info.catalogueId;
    data.catalogue.titleZh = values.value(u"catalogue_title_zh"_s);
    data.catalogue.titleEn = values.value(u"catalogue_title_en"_s);
    data.catalogue.standard = values.value(u"catalogue_standard"_s);
    data.catalogue.version = values.value(u"catalogue_version"_s);
    data.catalogue.note = values.value(u"catalogue_note"_s);
    reader.each(u"SELECT version FROM cc_schema"_s,
                [&](Row& row) { info.schema = row.integer(0); });
}

void readFrame(Reader& reader, YearData& data)
{
    reader.each(u"SELECT key, name_zh, name_en, categories FROM cc_dimensions ORDER BY id"_s,
                [&](Row& row) {
                    data.catalogue.dimensions << catalogue::Dimension{
                        row.text(0), row.text(1), row.text(2), listOf(row.text(3))};
                });
    reader.each(
        u"SELECT key, title_zh, title_en, total, counts, categories FROM cc_profiles ORDER BY id"_s,
        [&](Row& row) {
            catalogue::Profile profile{row.text(0),    row.text(1), row.text(2),
                                       row.integer(3), {},          row.integer(5)};
            const QJsonObject counts = QJsonDocument::fromJson(row.text(4).toUtf8()).object();
            for (auto count = counts.begin(); count != counts.end(); ++count) {
                if (const auto kind = catalogue::kindFromKey(count.key()))
                    profile.counts.insert(*kind, count->toInt());
            }
            data.catalogue.profiles << profile;
        });
}

void readQuantities(Reader& reader, YearData& data)
{
    data.catalogue.quantities.clear();
    data.quantityRows.clear();
    reader.each(
        u"SELECT id, key, name_zh, name_en, unit, origins, layer, department, note FROM cc_quantities ORDER BY id"_s,
        [&](Row& row) {
            catalogue::Quantity quantity;
            quantity.id = row.text(1);
            quantity.nameZh = row.text(2);
            quantity.nameEn = row.text(3);
            quantity.unit = row.text(4);
            for (const QString& origin : listOf(row.text(5))) {
                if (const auto known = catalogue::originFromKey(origin))
                    quantity.origins << *known;
            }
            quantity.layer = row.text(6);
            quantity.department = row.text(7);
            quantity.note = row.text(8);
            data.quantityRows.insert(quantity.id, row.number(0));
            data.catalogue.quantities << quantity;
        });
}

void readIndicators(Reader& reader, YearData& data)
{
    data.catalogue.indicators.clear();
    data.indicatorRows.clear();
    reader.each(
        u"SELECT id, code, dimension, category, name_zh, name_en, unit, decimals, kind, direction, "
        "constraint_kind, method, definition, formula, department, aspect, confidence, "
        "kind_confidence, "
        "definition_recalled, source, profiles, excluded, exclusion_reason FROM cc_indicators ORDER BY id"_s,
        [&](Row& row) {
            catalogue::Indicator indicator;
            indicator.code = row.text(1);
            indicator.dimension = row.text(2);
            indicator.category = row.text(3);
            indicator.nameZh = row.text(4);
            indicator.nameEn = row.text(5);
            indicator.unit = row.text(6);
            indicator.decimals = row.integer(7);
            indicator.kind = row.known(8, &catalogue::kindFromKey);
            indicator.direction = row.known(9, &catalogue::directionFromKey);
            indicator.constraint = row.known(10, &catalogue::constraintFromKey);
            indicator.method = row.known(11, &catalogue::spatialMethodFromKey);
            indicator.definition = row.text(12);
            indicator.formula = row.text(13);
            indicator.department = row.text(14);
            indicator.aspect = row.text(15);
            indicator.confidence = row.known(16, &catalogue::confidenceFromKey);
            indicator.kindConfidence = row.known(17, &catalogue::confidenceFromKey);
            indicator.definitionRecalled = row.flag(18);
            indicator.source = row.text(19);
            indicator.profiles = listOf(row.text(20));
            indicator.excluded = row.flag(21);
            indicator.exclusionReason = row.text(22);
            data.indicatorRows.insert(indicator.code, row.number(0));
            data.catalogue.indicators << indicator;
        });
}

void readRegions(Reader& reader, YearData& data)
{
    QList<Region> read;
    reader.each(
        u"SELECT id, code, name_zh, name_en, level, parent_id, sort FROM cc_regions ORDER BY sort, id"_s,
        [&](Row& row) {
            read << Region{RegionId(row.number(0)),
                           row.text(1),
                           row.text(2),
                           row.text(3),
                           row.known(4, &regionLevelFromKey),
                           RegionId(row.number(5)),
                           row.integer(6)};
        });
    // Parents before children, each level in its own order.
    data.regions.clear();
    QSet<qint64> placed{0};
    for (bool progress = true; progress;) {
        progress = false;
        for (const Region& region : read) {
            if (placed.contains(region.id.number()) || !placed.contains(region.parent.number()))
                continue;
            data.regions << region;
            progress = true;
        }
        for (const Region& region : data.regions)
            placed.insert(region.id.number());
    }
}

void readSources(Reader& reader, YearData& data)
{
    data.sources.clear();
    reader.each(u"SELECT id, key, name, kind, rank FROM cc_sources ORDER BY rank, id"_s,
                [&](Row& row) {
                    data.sources << Source{SourceId(row.number(0)), row.text(1), row.text(2),
                                           row.known(3, &sourceKindFromKey), row.integer(4)};
                });
}

void readDepartments(Reader& reader, YearData& data)
{
    data.departments.clear();
    reader.each(
        u"SELECT id, name, contact, phone, deadline, returned_at, leader, post, email, sent_at FROM cc_departments ORDER BY id"_s,
        [&](Row& row) {
            data.departments << Department{DepartmentId(row.number(0)),
                                           row.text(1),
                                           row.text(2),
                                           row.text(3),
                                           row.date(4),
                                           row.date(5),
                                           row.text(6),
                                           row.text(7),
                                           row.text(8),
                                           row.date(9)};
        });
}

void readEvidence(Reader& reader, YearData& data)
{
    data.evidence.clear();
    reader.each(
        u"SELECT id, file_name, sha256, sheet, cell, taken_at, person, note FROM cc_evidence ORDER BY id"_s,
        [&](Row& row) {
            data.evidence << Evidence{EvidenceId(row.number(0)),
                                      row.text(1),
                                      row.text(2),
                                      row.text(3),
                                      row.text(4),
                                      row.time(5),
                                      row.text(6),
                                      row.text(7)};
        });
}

const QString valueColumns = u"SELECT id, subject, region_id, year, source_id, state, number, "
                             u"unit, note, vintage, evidence_id, "
                             "adopted, adoption_reason FROM cc_values"_s;

Value valueOf(Row& row)
{
    Value value;
    value.id = ValueId(row.number(0));
    value.subject = row.text(1);
    value.region = RegionId(row.number(2));
    value.year = row.integer(3);
    value.source = SourceId(row.number(4));
    value.state = row.known(5, &valueStateFromKey);
    value.number = row.real(6);
    value.unit = row.text(7);
    value.note = row.text(8);
    value.vintage = row.text(9);
    value.evidence = EvidenceId(row.number(10));
    value.adopted = row.flag(11);
    value.adoptionReason = row.text(12);
    return value;
}

/// By subject, region, year, source rank.
void sortValues(YearData& data)
{
    QHash<qint64, int> ranks;
    for (const Source& source : data.sources)
        ranks.insert(source.id.number(), source.rank);
    const auto before = [&ranks](const Value& a, const Value& b) {
        if (const int order = a.subject.compare(b.subject))
            return order < 0;
        if (a.region != b.region)
            return a.region < b.region;
        if (a.year != b.year)
            return a.year < b.year;
        const int rankA = ranks.value(a.source.number());
        const int rankB = ranks.value(b.source.number());
        return rankA != rankB ? rankA < rankB : a.source < b.source;
    };
    if (!std::is_sorted(data.values.cbegin(), data.values.cend(), before))
        std::sort(data.values.begin(), data.values.end(), before);
}

void readValues(Reader& reader, YearData& data)
{
    data.values.clear();
    reader.each(valueColumns + u" ORDER BY subject, region_id, year, source_id"_s,
                [&](Row& row) { data.values << valueOf(row); });
}

/// Reads single rows again; those that are gone are dropped.
void readValues(Reader& reader, YearData& data, const QSet<qint64>& rows)
{
    QStringList numbers;
    for (const qint64 row : rows)
        numbers << QString::number(row);
    data.values.removeIf([&](const Value& value) { return rows.contains(value.id.number()); });
    reader.each(valueColumns + u" WHERE id IN ("_s + numbers.join(u',') + u')',
                [&](Row& row) { data.values << valueOf(row); });
}

void readGoals(Reader& reader, YearData& data)
{
    data.goals.clear();
    reader.each(
        u"SELECT id, indicator, region_id, kind, target, near_target, annual_plan, lower_limit, "
        "upper_limit, base_value, source FROM cc_goals ORDER BY indicator, region_id"_s,
        [&](Row& row) {
            data.goals << Goal{GoalId(row.number(0)),
                               row.text(1),
                               RegionId(row.number(2)),
                               row.known(3, &goalKindFromKey),
                               row.optional(4),
                               row.optional(5),
                               row.optional(6),
                               row.optional(7),
                               row.optional(8),
                               row.optional(9),
                               row.text(10)};
        });
}

void readBenchmarks(Reader& reader, YearData& data)
{
    data.benchmarks.clear();
    reader.each(u"SELECT id, indicator, name, value, year, source FROM cc_benchmarks ORDER BY id"_s,
                [&](Row& row) {
                    data.benchmarks << Benchmark{row.number(0), row.text(1),    row.text(2),
                                                 row.real(3),   row.integer(4), row.text(5)};
                });
}

void readTexts(Reader& reader, YearData& data)
{
    data.texts.clear();
    reader.each(
        u"SELECT id, department, topic, kind, text, evidence_id FROM cc_texts ORDER BY id"_s,
        [&](Row& row) {
            data.texts << TextBlock{row.number(0), row.text(1),
                                    row.text(2),   row.known(3, &textKindFromKey),
                                    row.text(4),   EvidenceId(row.number(5))};
        });
}

void readRules(Reader& reader, YearData& data)
{
    data.rules.clear();
    reader.each(u"SELECT id, rule, active, severity, parameters FROM cc_rules ORDER BY rule"_s,
                [&](Row& row) {
                    data.rules << RuleSetting{
                        row.number(0), row.text(1), row.flag(2), row.text(3),
                        QJsonDocument::fromJson(row.text(4).toUtf8()).object()};
                });
}

void readDecisions(Reader& reader, YearData& data)
{
    data.decisions.clear();
    reader.each(
        u"SELECT id, finding, state, facts, text, reason, person, decided_at FROM cc_decisions ORDER BY finding"_s,
        [&](Row& row) {
            data.decisions << Decision{
                row.number(0), row.text(1), row.known(2, &findingStateFromKey),
                row.text(3),   row.text(4), row.text(5),
                row.text(6),   row.time(7)};
        });
}

/// An empty text says "as generated".
template <class T>
std::optional<T> knownOrNone(Row& row, int column, std::optional<T> (*fromKey)(QStringView))
{
    if (row.text(column).isEmpty())
        return {};
    return row.known(column, fromKey);
}

void readTasks(Reader& reader, YearData& data)
{
    data.tasks.clear();
    reader.each(
        u"SELECT id, subject, asked, lead, supporting, source_kind, method, division, first_year, "
        "last_year, deadline, note, state, state_reason FROM cc_tasks ORDER BY subject"_s,
        [&](Row& row) {
            data.tasks << TaskSetting{row.number(0),
                                      row.text(1),
                                      row.flag(2),
                                      row.text(3),
                                      row.text(4),
                                      knownOrNone(row, 5, &sourceKindFromKey),
                                      row.text(6),
                                      row.text(7),
                                      row.integer(8),
                                      row.integer(9),
                                      row.date(10),
                                      row.text(11),
                                      knownOrNone(row, 12, &taskStateFromKey),
                                      row.text(13)};
        });
}

void readStages(Reader& reader, YearData& data)
{
    data.stages.clear();
    reader.each(
        u"SELECT id, name, from_date, to_date, note, sort FROM cc_stages ORDER BY sort, id"_s,
        [&](Row& row) {
            data.stages << PlanStage{row.number(0), row.text(1), row.date(2),
                                     row.date(3),   row.text(4), row.integer(5)};
        });
}

void readReturns(Reader& reader, YearData& data)
{
    data.returns.clear();
    reader.each(
        u"SELECT id, department, version, file_name, sha256, size, taken_at, person, filled_on, "
        "cells FROM cc_returns ORDER BY department, version"_s,
        [&](Row& row) {
            data.returns << Return{row.number(0), row.text(1),   row.integer(2), row.text(3),
                                   row.text(4),   row.number(5), row.time(6),    row.text(7),
                                   row.date(8),   row.text(9)};
        });
}

void readKeyTasks(Reader& reader, YearData& data)
{
    data.keyTasks.clear();
    reader.each(
        u"SELECT id, name, aspect, origin, lead, supporting, annual_goal, progress, rate, state, "
        "place, problems, measures, due, last_year_issue, documents, evidence_id "
        "FROM cc_key_tasks ORDER BY id"_s,
        [&](Row& row) {
            KeyTask task;
            task.id = row.number(0);
            task.name = row.text(1);
            task.aspect = row.text(2);
            task.origin = row.text(3);
            task.lead = row.text(4);
            task.supporting = row.text(5);
            task.annualGoal = row.text(6);
            task.progress = row.text(7);
            task.rate = row.optional(8);
            task.state = row.known(9, &keyTaskStateFromKey);
            task.place = row.text(10);
            task.problems = row.text(11);
            task.measures = row.text(12);
            task.due = row.text(13);
            task.lastYearIssue = row.text(14);
            task.documents = row.text(15);
            task.evidence = EvidenceId(row.number(16));
            data.keyTasks << task;
        });
}

void readLayerReturns(Reader& reader, YearData& data)
{
    data.layerReturns.clear();
    reader.each(
        u"SELECT id, department, layer, state, file_name, format, crs, as_of, note, evidence_id "
        "FROM cc_layer_returns ORDER BY department, layer"_s,
        [&](Row& row) {
            data.layerReturns << LayerReturn{row.number(0), row.text(1),
                                             row.text(2),   row.known(3, &layerStateFromKey),
                                             row.text(4),   row.text(5),
                                             row.text(6),   row.text(7),
                                             row.text(8),   EvidenceId(row.number(9))};
        });
}

void readAttachments(Reader& reader, YearData& data)
{
    data.attachments.clear();
    reader.each(u"SELECT id, name, sha256, size, media_type, path, added_at, person, note "
                "FROM cc_attachments ORDER BY id"_s,
                [&](Row& row) {
                    data.attachments << Attachment{AttachmentId(row.number(0)),
                                                   row.text(1),
                                                   row.text(2),
                                                   row.number(3),
                                                   row.text(4),
                                                   row.text(5),
                                                   row.time(6),
                                                   row.text(7),
                                                   row.text(8)};
                });
}

void readDocuments(Reader& reader, YearData& data)
{
    data.documents.clear();
    reader.each(u"SELECT id, subject, region_id, year, source_id, attachment_id, place, note "
                "FROM cc_documents ORDER BY subject, region_id, year, id"_s,
                [&](Row& row) {
                    data.documents << Document{row.number(0),
                                               row.text(1),
                                               RegionId(row.number(2)),
                                               row.integer(3),
                                               SourceId(row.number(4)),
                                               AttachmentId(row.number(5)),
                                               row.text(6),
                                               row.text(7)};
                });
}

void readSnapshots(Reader& reader, YearData& data)
{
    data.snapshots.clear();
    reader.each(
        u"SELECT id, name, audit_number, made_at, person, note FROM cc_snapshots ORDER BY audit_number, id"_s,
        [&](Row& row) {
            data.snapshots << Snapshot{row.number(0), row.text(1), row.number(2),
                                       row.time(3),   row.text(4), row.text(5)};
        });
}

void readMappings(Reader& reader, YearData& data)
{
    data.mappings.clear();
    reader.each(
        u"SELECT id, fingerprint, name, mapping, used_at FROM cc_mappings ORDER BY fingerprint"_s,
        [&](Row& row) {
            data.mappings << RememberedMapping{row.number(0), row.text(1), row.text(2), row.text(3),
                                               row.time(4)};
        });
}

void readLayers(Reader& reader, YearData& data)
{
    data.layers.clear();
    reader.each(u"SELECT id, role, name, year, path, layer, file_name, sha256, size, crs, "
                "class_system, fields, encoding, features, health, taken_at, person, note "
                "FROM cc_layers ORDER BY role, year, id"_s,
                [&](Row& row) {
                    Layer layer;
                    layer.id = LayerId(row.number(0));
                    layer.role = row.text(1);
                    layer.name = row.text(2);
                    layer.year = row.integer(3);
                    layer.path = row.text(4);
                    layer.layer = row.text(5);
                    layer.fileName = row.text(6);
                    layer.sha256 = row.text(7);
                    layer.size = row.number(8);
                    layer.crs = row.text(9);
                    layer.classSystem = row.text(10);
                    layer.fields = row.text(11);
                    layer.encoding = row.text(12);
                    layer.features = row.number(13);
                    layer.health = row.text(14);
                    layer.takenAt = row.time(15);
                    layer.person = row.text(16);
                    layer.note = row.text(17);
                    data.layers << layer;
                });
}

void readRecipes(Reader& reader, YearData& data)
{
    data.recipes.clear();
    reader.each(u"SELECT id, subject, active, recipe, note FROM cc_recipes ORDER BY subject"_s,
                [&](Row& row) {
                    data.recipes << RecipeSetting{row.number(0), row.text(1), row.integer(2) != 0,
                                                  row.text(3), row.text(4)};
                });
}

void readSpatialRuns(Reader& reader, YearData& data)
{
    data.spatialRuns.clear();
    reader.each(u"SELECT id, subject, year, inputs, method, report, computed_at, person "
                "FROM cc_spatial_runs ORDER BY subject, year"_s,
                [&](Row& row) {
                    data.spatialRuns
                        << SpatialRun{row.number(0), row.text(1), row.integer(2), row.text(3),
                                      row.text(4),   row.text(5), row.time(6),    row.text(7)};
                });
}

void readMapSettings(Reader& reader, YearData& data)
{
    data.mapSettings.clear();
    reader.each(
        u"SELECT id, kind, key, content FROM cc_map_settings ORDER BY kind, key"_s, [&](Row& row) {
            data.mapSettings << MapSetting{row.number(0), row.text(1), row.text(2), row.text(3)};
        });
}

void readTable(Reader& reader, YearData& data, Table table)
{
    switch (table) {
    case Table::Info:
        return; // always read
    case Table::Indicators:
        return readIndicators(reader, data);
    case Table::Quantities:
        return readQuantities(reader, data);
    case Table::Regions:
        return readRegions(reader, data);
    case Table::Sources:
        return readSources(reader, data);
    case Table::Departments:
        return readDepartments(reader, data);
    case Table::Values:
        return readValues(reader, data);
    case Table::Evidence:
        return readEvidence(reader, data);
    case Table::Goals:
        return readGoals(reader, data);
    case Table::Benchmarks:
        return readBenchmarks(reader, data);
    case Table::Texts:
        return readTexts(reader, data);
    case Table::Rules:
        return readRules(reader, data);
    case Table::Decisions:
        return readDecisions(reader, data);
    case Table::Tasks:
        return readTasks(reader, data);
    case Table::Stages:
        return readStages(reader, data);
    case Table::Returns:
        return readReturns(reader, data);
    case Table::KeyTasks:
        return readKeyTasks(reader, data);
    case Table::LayerReturns:
        return readLayerReturns(reader, data);
    case Table::Attachments:
        return readAttachments(reader, data);
    case Table::Documents:
        return readDocuments(reader, data);
    case Table::Snapshots:
        return readSnapshots(reader, data);
    case Table::Mappings:
        return readMappings(reader, data);
    case Table::Layers:
        return readLayers(reader, data);
    case Table::Recipes:
        return readRecipes(reader, data);
    case Table::SpatialRuns:
        return readSpatialRuns(reader, data);
    case Table::MapSettings:
        return readMapSettings(reader, data);
    }
}

Result<YearData> finish(const Reader& reader, YearData data)
{
    if (reader.failed())
        return reader.error();
    sortValues(data);
    data.index();
    return data;
}

} // namespace

Result<YearData> readYear(const Database& database, const CancelToken& cancel)
{
    // One transaction, so that a writer's commit does not come between two tables.
    auto snapshot = Transaction::begin(database, false);
    if (!snapshot)
        return snapshot.error();
    YearData data;
    Reader reader(database, cancel);
    readInfo(reader, data);
    readFrame(reader, data);
    for (const Table table :
         {Table::Indicators,   Table::Quantities,  Table::Regions,   Table::Sources,
          Table::Departments,  Table::Values,      Table::Evidence,  Table::Goals,
          Table::Benchmarks,   Table::Texts,       Table::Rules,     Table::Decisions,
          Table::Tasks,        Table::Stages,      Table::Returns,   Table::KeyTasks,
          Table::LayerReturns, Table::Attachments, Table::Documents, Table::Snapshots,
          Table::Mappings,     Table::Layers,      Table::Recipes,   Table::SpatialRuns,
          Table::MapSettings})
        readTable(reader, data, table);
    return finish(reader, std::move(data));
}

Result<YearData> readTables(const Database& database, const YearData& previous,
                            const QSet<Table>& tables, const QSet<qint64>& values)
{
    auto snapshot = Transaction::begin(database, false);
    if (!snapshot)
        return snapshot.error();
    YearData data = previous;
    Reader reader(database, {});
    readInfo(reader, data);
    constexpr int fewRows = 500;
    for (const Table table : tables) {
        if (table == Table::Values && values.size() <= fewRows)
            readValues(reader, data, values);
        else
            readTable(reader, data, table);
    }
    return finish(reader, std::move(data));
}

} // namespace checkup::project
