#pragma once

#include "core/project/year_data.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace checkup::project {

/// The tables that edits may touch; in the file their names carry the prefix "cc_".
enum class Table {
    Info,
    Indicators,
    Quantities,
    Regions,
    Sources,
    Departments,
    Values,
    Evidence,
    Goals,
    Benchmarks,
    Texts,
    Rules,
    Decisions,
    Tasks,
    Stages,
    Returns,
    KeyTasks,
    LayerReturns,
    Attachments,
    Documents,
    Snapshots,
    Mappings,
    Layers,
    Recipes,
    SpatialRuns,
    MapSettings
};

inline size_t qHash(Table table, size_t seed = 0)
{
    return ::qHash(static_cast<int>(table), seed);
}

/// One row before and after, as columns → JSON values: an insert has no before, a deletion no
/// after. `row` is the primary key; an insert may carry a negative, provisional one that other rows
/// of the same set refer to; the file replaces it.
struct RowChange
{
    Table table = Table::Values;
    qint64 row = 0;
    QJsonObject before, after;
};

/// One edit of the user's, whatever number of rows it touches: one transaction, one step of undo,
/// one audit row per RowChange. Committing gives back the set with the ids filled in; inverted() of
/// that one undoes it. Provisional ids lie between -1 and -(number of changes).
struct ChangeSet
{
    QString label;  ///< what undo shows: "修改 耕地保有量 2022 年值"
    QString reason; ///< why, as the user gave it
    QList<RowChange> changes;
    /// Bytes of new attachments by digest. Committing stores them with the rows, in the same
    /// transaction, and gives the set back without them: what is stored stays, so undoing and
    /// redoing an attachment moves no bytes.
    QHash<QString, QByteArray> contents = {};

    bool isEmpty() const { return changes.isEmpty(); }
    ChangeSet inverted() const;
    /// Appends another set's changes, renumbering its provisional ids.
    void append(const ChangeSet& other);
};

/// Edits as pure functions of the data they start from. None touches the file. An edit that changes
/// nothing is an empty set.
namespace edits {

/// Sets or adds the figure of value.(subject, region, year, source); evidence, if given, is added
/// with it, and value.evidence is kept otherwise. The given id, adopted and adoptionReason do not
/// count: a figure that has no adopted rival yet, or whose adopted rival holds no number and was
/// not chosen by a person, becomes the adopted one; any other new rival does not. Naming the same
/// cell as before (file digest, sheet, cell, note) is no change, whatever the time. Sets made from
/// one snapshot may be appended to one another. When two of them bring the first rivals of the same
/// figure, both say "adopted": committing then adopts the one whose source has the better rank (the
/// earlier one of equals). The same figure from the same source twice is refused.
ChangeSet setValue(const YearData& data, const Value& value,
                   const std::optional<Evidence>& evidence = {});
ChangeSet removeValue(const YearData& data, ValueId value);
/// Makes this rival the adopted one.
ChangeSet adoptValue(const YearData& data, ValueId value, const QString& reason);
ChangeSet setIndicator(const YearData& data, const catalogue::Indicator& indicator);
ChangeSet addIndicator(const YearData& data, const catalogue::Indicator& indicator,
                       const QList<catalogue::Quantity>& newQuantities = {});
ChangeSet excludeIndicator(const YearData& data, const QString& code, const QString& reason);
ChangeSet includeIndicator(const YearData& data, const QString& code);
ChangeSet setQuantity(const YearData& data, const catalogue::Quantity& quantity);
ChangeSet setGoal(const YearData& data, const Goal& goal);
ChangeSet setBenchmark(const YearData& data, const Benchmark& benchmark);
ChangeSet setDepartment(const YearData& data, const Department& department);
ChangeSet setRegion(const YearData& data, const Region& region);
ChangeSet setSource(const YearData& data, const Source& source);
ChangeSet setText(const YearData& data, const TextBlock& text);
/// Switches a rule of the cross-checks off or on, or changes its parameters; a setting that says
/// what the shipped rule says (active, no severity, no parameters) is taken away.
ChangeSet setRule(const YearData& data, const RuleSetting& setting);
/// Decides on a finding, or takes a decision back (Open). Who and when come with the decision.
ChangeSet setDecision(const YearData& data, const Decision& decision);
ChangeSet setInfo(const YearData& data, const YearInfo& info);
/// Changes what a project says about the task of a subject; a setting that says nothing is taken
/// away.
ChangeSet setTask(const YearData& data, const TaskSetting& setting);
ChangeSet setStage(const YearData& data, const PlanStage& stage);
ChangeSet removeStage(const YearData& data, qint64 id);
ChangeSet addReturn(const YearData& data, const Return& returned);
/// By lead department and name.
ChangeSet setKeyTask(const YearData& data, const KeyTask& task);
ChangeSet removeKeyTask(const YearData& data, qint64 id);
/// By department and layer.
ChangeSet setLayerReturn(const YearData& data, const LayerReturn& returned);
/// Adds a document to the project; `content` is its bytes when it is kept inside. Nothing changes
/// when a document with this digest is there already.
ChangeSet addAttachment(const YearData& data, const Attachment& attachment,
                        const QByteArray& content = {});
ChangeSet setAttachment(const YearData& data, const Attachment& attachment);
/// Takes the document away, with the figures' references to it.
ChangeSet removeAttachment(const YearData& data, AttachmentId id);
/// Adds or changes (id > 0) a reference; the attachment's id may be a provisional one.
ChangeSet setDocument(const YearData& data, const Document& document);
ChangeSet removeDocument(const YearData& data, qint64 id);
/// Names the present state (auditNumber 0), or renames a snapshot (id > 0).
ChangeSet setSnapshot(const YearData& data, const Snapshot& snapshot);
ChangeSet removeSnapshot(const YearData& data, qint64 id);
/// By fingerprint.
ChangeSet setMapping(const YearData& data, const RememberedMapping& mapping);
ChangeSet removeMapping(const YearData& data, qint64 id);
/// Adds (invalid id) or changes a layer.
ChangeSet setLayer(const YearData& data, const Layer& layer);
/// Takes the layer off the list; a feature table inside the file stays, so that undo brings it
/// back.
ChangeSet removeLayer(const YearData& data, LayerId id);
/// By subject; a setting that says nothing (active, as shipped, no note) is taken away.
ChangeSet setRecipe(const YearData& data, const RecipeSetting& setting);
/// By kind and key; empty content takes it away.
ChangeSet setMapSetting(const YearData& data, const MapSetting& setting);
/// By subject and year.
ChangeSet setSpatialRun(const YearData& data, const SpatialRun& run);

} // namespace edits

} // namespace checkup::project
