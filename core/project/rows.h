#pragma once

#include "core/project/change_set.h"

#include <QJsonObject>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace checkup::project {

/// How a year's values stand in the tables: columns → JSON values, without the primary key "id". In
/// them booleans are 0 and 1, "none" is null, dates are ISO text, times are UTC with milliseconds,
/// lists are JSON text.
QJsonObject rowOf(const Region& region);
QJsonObject rowOf(const Source& source);
QJsonObject rowOf(const Department& department);
QJsonObject rowOf(const Evidence& evidence);
QJsonObject rowOf(const Value& value);
QJsonObject rowOf(const Goal& goal);
QJsonObject rowOf(const Benchmark& benchmark);
QJsonObject rowOf(const TextBlock& text);
QJsonObject rowOf(const RuleSetting& setting);
QJsonObject rowOf(const Decision& decision);
QJsonObject rowOf(const TaskSetting& setting);
QJsonObject rowOf(const PlanStage& stage);
QJsonObject rowOf(const Return& returned);
QJsonObject rowOf(const KeyTask& task);
QJsonObject rowOf(const LayerReturn& returned);
QJsonObject rowOf(const Attachment& attachment);
QJsonObject rowOf(const Document& document);
QJsonObject rowOf(const Snapshot& snapshot);
QJsonObject rowOf(const RememberedMapping& mapping);
QJsonObject rowOf(const Layer& layer);
QJsonObject rowOf(const RecipeSetting& setting);
QJsonObject rowOf(const SpatialRun& run);
QJsonObject rowOf(const MapSetting& setting);
QJsonObject rowOf(const catalogue::Indicator& indicator);
QJsonObject rowOf(const catalogue::Quantity& quantity);
QJsonObject rowOf(const catalogue::Dimension& dimension);
QJsonObject rowOf(const catalogue::Profile& profile);

/// The keys of cc_info that edits may change, with their fixed row numbers and their text.
struct InfoRow
{
    qint64 row = 0;
    QString key, value;
};
QList<InfoRow> infoRowsOf(const YearInfo& info);
/// Rows of cc_info that nobody edits: times, identity, the catalogue's head.
enum FixedInfoRow : qint64 {
    ChangedAtRow = 20,
    UuidRow,
    CatalogueTitleZhRow,
    CatalogueTitleEnRow,
    CatalogueStandardRow,
    CatalogueVersionRow,
    CatalogueNoteRow
};

/// "cc_values", and "values" as audit rows write it.
QString sqlName(Table table);
QString key(Table table);
std::optional<Table> tableFromKey(QStringView key);

/// A column that points to another table's row.
struct Reference
{
    Table from;
    QString column;
    Table to;
};
const QList<Reference>& references();

QString timeText(const QDateTime& time);   ///< "2023-03-02T09:15:00.000Z"
QString listText(const QStringList& list); ///< JSON array
QStringList listOf(const QString& text);

} // namespace checkup::project
