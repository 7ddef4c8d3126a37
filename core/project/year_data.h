#pragma once

#include "core/base/ids.h"
#include "core/catalogue/model.h"
#include "core/project/collection_records.h"
#include "core/project/spatial_records.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

namespace checkup::project {

using ValueId = Id<struct ValueTag>;
using DepartmentId = Id<struct DepartmentTag>;
using GoalId = Id<struct GoalTag>;

/// What the year is about.
struct YearInfo
{
    QString city;       ///< 厦门市
    int year = 0;       ///< 现状年
    int baseYear = 0;   ///< 基期年
    int nearYear = 0;   ///< 近期目标年, 0: none
    int targetYear = 0; ///< 目标年
    QString catalogueId;
    QString profileId;
    bool demonstration = false; ///< the report's cover says 演示数据
    QString organisation;       ///< printed on the cover
    QDate cutOff;        ///< the day as of which returns are judged late against their deadlines
    QDateTime changedAt; ///< time of the last audited change, UTC: the only time reports may print
    QString uuid;
    int schema = 0;
    /// How the units' work is appraised, where the project differs from the shipped rule; JSON, see
    /// core/collect/appraisal.h.
    QString appraisalRule;
};

enum class RegionLevel { City, District, Street };

struct Region
{
    RegionId id;
    QString code;
    QString nameZh, nameEn;
    RegionLevel level = RegionLevel::City;
    RegionId parent; ///< invalid for the city
    int order = 0;
};

/// 多管齐下: where a figure comes from. The rank settles which rival is adopted by default (1
/// first).
enum class SourceKind { Department, Statistics, Spatial, Network, Sample, Publication, Estimate };

struct Source
{
    SourceId id;
    QString key;  ///< "department", or finer: "department:水利局"
    QString name; ///< 水利局报送
    SourceKind kind = SourceKind::Department;
    int rank = 0;
};

/// The cell (or page) a number was read from.
struct Evidence
{
    EvidenceId id;
    QString fileName;
    QString sha256;
    QString sheet;
    QString cell;      ///< "C12", or "第 3 页"
    QDateTime takenAt; ///< UTC
    QString person;
    QString note; ///< publication or remark: "厦门市2022年统计公报", "示例"
};

/// Missing is a state, never a zero.
enum class ValueState { Present, Missing, NotApplicable, NotCollected, Withheld };

/// One figure: (indicator or quantity, region, year, source).
struct Value
{
    ValueId id;
    QString subject; ///< indicator code or quantity id
    RegionId region;
    int year = 0;
    SourceId source;
    ValueState state = ValueState::Present;
    double number = 0; ///< in `unit`; meaningful only when Present
    QString unit;
    QString note;    ///< 口径说明
    QString vintage; ///< which edition of a series: "2020 年普查后修订"
    EvidenceId evidence;
    bool adopted = false;   ///< 采用值: one of the rivals
    QString adoptionReason; ///< not empty: a person decided
};

/// How an indicator's target is meant.
enum class GoalKind { None, Growing, Falling, Floor, Ceiling, Range, Hold, Monitor };

struct Goal
{
    GoalId id;
    QString indicator;
    RegionId region;
    GoalKind kind = GoalKind::None;
    std::optional<double> target;       ///< T at the target year, in the indicator's unit
    std::optional<double> nearTarget;   ///< at the near-term year
    std::optional<double> annualPlan;   ///< A: planned for the status year
    std::optional<double> lower, upper; ///< for Range
    std::optional<double> baseValue;    ///< B when it is not the series' value at the base year
    QString source;
};

/// 对标值.
struct Benchmark
{
    qint64 id = 0;
    QString indicator;
    QString name;     ///< 全国36个主要城市平均
    double value = 0; ///< in the indicator's unit
    int year = 0;
    QString source;
};

struct Department
{
    DepartmentId id;
    QString name;
    QString contact, phone;
    QDate deadline;
    QDate returnedAt;    ///< the first return; invalid: nothing came back yet
    QString leader = {}; ///< 分管领导
    QString post = {};   ///< 联络员职务
    QString email = {};
    QDate sentAt = {}; ///< the workbook was sent out; invalid: not yet
};

/// A text a department returned: 基本情况, 取得成效, 短板及成因, 下一步措施, 建议.
enum class TextKind { Situation, Achievement, Shortfall, Measure, Suggestion };
struct TextBlock
{
    qint64 id = 0;
    QString department;
    QString group; ///< aspect or indicator code it speaks of, empty: all
    TextKind kind = TextKind::Situation;
    QString text;
    EvidenceId evidence;
};

/// What a project changes in a rule of the cross-checks.
struct RuleSetting
{
    qint64 id = 0;
    QString rule;           ///< id of the rule
    bool active = true;     ///< false: not checked in this project
    QString severity;       ///< key; empty: as shipped
    QJsonObject parameters; ///< only those that differ from the shipped ones
};

/// What people say of a finding: nothing yet, a reason why it is right as it is, that the figures
/// have been put right, or that it is known and lived with.
enum class FindingState { Open, Explained, Corrected, Accepted };

/// A decision on a finding of the cross-checks. It holds for the facts it was made on: a finding
/// whose facts have changed is open again.
struct Decision
{
    qint64 id = 0;
    QString finding; ///< the finding's stable key
    FindingState state = FindingState::Open;
    QString facts; ///< the finding's facts at that time
    QString text;  ///< its sentence at that time
    QString reason;
    QString person;
    QDateTime at; ///< UTC
};

/// Key of a figure without its source.
struct FigureKey
{
    QString subject;
    RegionId region;
    int year = 0;
    bool operator==(const FigureKey&) const = default;
};
inline size_t qHash(const FigureKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.subject, key.region.number(), key.year);
}

/// Everything a year holds, in memory: what all rooms to the right of the project file read. Plain
/// values, shared as std::shared_ptr<const YearData> between threads; never changed once shared.
struct YearData
{
    YearInfo info;
    catalogue::Catalogue catalogue; ///< the project's own copy; excluded rows are marked
    QList<Region> regions;          ///< parents before children
    QList<Source> sources;          ///< by rank
    QList<Department> departments;
    QList<Value> values; ///< by subject, region, year, source rank
    QList<Evidence> evidence;
    QList<Goal> goals;
    QList<Benchmark> benchmarks;
    QList<TextBlock> texts;
    QList<RuleSetting> rules;  ///< by rule
    QList<Decision> decisions; ///< by finding
    QList<TaskSetting> tasks;  ///< by subject
    QList<PlanStage> stages;   ///< in their order
    QList<Return> returns;     ///< by department, version
    QList<KeyTask> keyTasks;
    QList<LayerReturn> layerReturns;   ///< by department, layer
    QList<Attachment> attachments;     ///< as added
    QList<Document> documents;         ///< by subject, region, year
    QList<Snapshot> snapshots;         ///< oldest first
    QList<RememberedMapping> mappings; ///< by fingerprint
    QList<Layer> layers;               ///< by role, year, as added
    QList<RecipeSetting> recipes;      ///< by subject
    QList<SpatialRun> spatialRuns;     ///< by subject, year
    QList<MapSetting> mapSettings;     ///< by kind, key
    /// Primary keys of the catalogue's rows, by Indicator::code and Quantity::id. Loading fills
    /// them; in data made by hand index() gives them the numbers that a new file would.
    QHash<QString, qint64> indicatorRows, quantityRows;

    /// Builds the indexes below; called once by whoever filled the lists.
    void index();

    const Region* region(RegionId id) const;
    const Region* regionByName(const QString& nameOrCode) const;
    const Region* city() const; ///< the root
    const Source* source(SourceId id) const;
    const Source* sourceByKey(const QString& key) const;
    const Evidence* evidenceOf(const Value& value) const;
    const Value* value(ValueId id) const;
    /// All rivals for a figure, by source rank.
    QList<const Value*> rivals(const FigureKey& key) const;
    const Value* adopted(const FigureKey& key) const;
    const Goal* goal(const QString& indicator, RegionId region) const;
    const TaskSetting* task(const QString& subject) const;
    const Layer* layer(LayerId id) const;
    const RecipeSetting* recipe(const QString& subject) const;
    const SpatialRun* spatialRun(const QString& subject, int year) const;
    const MapSetting* mapSetting(const QString& kind, const QString& key) const;
    const Attachment* attachment(AttachmentId id) const;
    const Attachment* attachmentByDigest(const QString& sha256) const;
    /// Documents behind a figure, whichever source, as added.
    QList<const Document*> documentsOf(const FigureKey& key) const;
    /// The newest return of a department.
    const Return* lastReturn(const QString& department) const;
    QList<const Benchmark*> benchmarksOf(const QString& indicator) const;
    /// Years for which a subject has any value in a region, ascending.
    QList<int> yearsOf(const QString& subject, RegionId region) const;

private:
    using Place = std::pair<QString, qint64>; ///< subject or indicator, region
    QHash<FigureKey, QList<int>> m_byFigure;
    QHash<qint64, int> m_valueById, m_regionById, m_sourceById, m_evidenceById;
    QHash<QString, int> m_tasks, m_attachmentByDigest;
    QHash<qint64, int> m_attachmentById;
    QHash<FigureKey, QList<int>> m_documents;
    QHash<Place, int> m_goals;
    QHash<Place, QList<int>> m_years;
};

using YearDataPtr = std::shared_ptr<const YearData>;

/// Keys in tables and JSON, and labels for people; *FromKey gives nullopt for an unknown key.
QString key(RegionLevel);
QString key(SourceKind);
QString key(ValueState);
QString key(GoalKind);
QString key(TextKind);
QString key(FindingState);
std::optional<RegionLevel> regionLevelFromKey(QStringView);
std::optional<SourceKind> sourceKindFromKey(QStringView);
std::optional<ValueState> valueStateFromKey(QStringView);
std::optional<GoalKind> goalKindFromKey(QStringView);
std::optional<TextKind> textKindFromKey(QStringView);
std::optional<FindingState> findingStateFromKey(QStringView);
QString label(RegionLevel);
QString label(SourceKind);
QString label(ValueState);
QString label(GoalKind);
QString label(TextKind);
QString label(FindingState);

} // namespace checkup::project
