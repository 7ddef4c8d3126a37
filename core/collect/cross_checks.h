#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/collect/cross_rules.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace checkup::collect {

/// Something in the year's figures that cannot be, or should be looked at.
struct Finding
{
    QString rule; ///< Rule::id
    FindingSeverity severity = FindingSeverity::Warning;
    QString subject; ///< indicator code or quantity id
    project::RegionId region;
    int year = 0;
    QString text;                      ///< one sentence with the numbers and what to do
    QList<project::FigureKey> figures; ///< all figures that it speaks of, its own first
    QList<project::ValueId> values;    ///< the stored rivals behind them
    /// The numbers it rests on, locale-free: a decision holds as long as these stay.
    QString facts;
    /// "rule:subject:region:year", the region by code or name: the same from run to run.
    QString key;
};

/// Holds every rule that is active against the year's stored figures. Pure; the same data and rules
/// give the same list, sorted by severity, catalogue order, region and year. A figure that an
/// earlier rule has spoken of is silent for the rules that this one silences, so that one fault
/// gives one finding. ErrorCode::Cancelled.
Result<QList<Finding>> findings(const project::YearData& data, const QList<Rule>& rules,
                                const CancelToken& cancel = {});

/// A finding with what has been decided on it.
struct WorkItem
{
    Finding finding;
    project::FindingState state = project::FindingState::Open;
    std::optional<project::Decision> decision; ///< also one that no longer holds
    bool current = true; ///< false: only the decision is left, the finding is gone

    /// A decision was made and the facts have changed since: open again.
    bool isReopened() const;
    /// Explained or accepted. What is said to be corrected while the same facts still stand is not.
    bool isSettled() const;
};

/// The work list: findings in their order, each with its decision where that still holds (Open
/// otherwise), then decisions, unless taken back, whose finding is gone. Pure.
QList<WorkItem> workList(const project::YearData& data, const QList<Finding>& findings);

/// Decides on a finding, as an edit. The finding's sentence is kept in the file: let it have been
/// made in Chinese (InChinese). BadUsage when a reason is missing (only taking a decision back
/// needs none).
Result<project::ChangeSet> decide(const project::YearData& data, const Finding& finding,
                                  project::FindingState state, const QString& reason,
                                  const QString& person, const QDateTime& at);

} // namespace checkup::collect
