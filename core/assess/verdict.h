#pragma once

#include "core/catalogue/model.h"
#include "core/project/year_data.h"

#include <QString>

#include <optional>

namespace checkup::assess {

/// 达标, 正常推进, 滞后, 倒退, 预警, 无法判断; `Watched` (监测) for indicators that are only
/// monitored.
enum class Verdict { Met, OnTrack, Late, Regress, Alert, Undecided, Watched };

/// The numbers a verdict is read from, all in the indicator's unit.
struct VerdictInput
{
    project::GoalKind goal = project::GoalKind::None;
    catalogue::Direction direction = catalogue::Direction::Monitor;
    catalogue::Constraint constraint = catalogue::Constraint::None;
    std::optional<double> value;      ///< V at `year`
    std::optional<double> previous;   ///< P at year - 1
    std::optional<double> base;       ///< B at `baseYear`
    std::optional<double> target;     ///< T at `targetYear`
    std::optional<double> annualPlan; ///< A
    std::optional<double> lower, upper;
    int year = 0, baseYear = 0, targetYear = 0;
    QString unit;
    int decimals = 2;
};

/// The measures: R implementation rate, r annual rate, E time progress, all as fractions; margin =
/// V - T (floor) or T - V (ceiling); each absent where it has no meaning.
struct Judgement
{
    Verdict verdict = Verdict::Undecided;
    std::optional<double> rate; ///< R = (V - B) / (T - B), raw
    std::optional<double>
        annualRate; ///< r = (V - P) / (A - P); A by linear progress when not planned
    std::optional<double> expected; ///< E = (t - tb) / (tt - tb)
    std::optional<double> margin;
    std::optional<double> marginRate;
    std::optional<double> outside; ///< distance from a range in range widths, 0 inside
    QString formula;  ///< with the numbers put in: "(8.5 - 7.9) ÷ (10 - 7.9) = 28.6 %"
    QString sentence; ///< why, one translated sentence
};

/// Pure. R >= 1 met; R >= E on track; below, late (from 0.8 E the sentence says "slightly"); R < 0
/// regress. Floors and ceilings are judged by T alone, never by R: a broken one is Alert when
/// binding and Late otherwise; within 5 % of T and worsening is Alert when binding. T = B is
/// "hold", with a tolerance of half the last printed digit. No value: undecided; no target:
/// undecided, or Watched when only monitored. Source: usual formulas of 规划实施率 practice;
/// thresholds are ours.
///
/// At the edges: T and B closer than the tolerance are T = B; a hold that is lost is Alert when
/// binding and Regress otherwise. A base beyond the target of a growing or falling goal: T alone
/// decides, and falling back behind it is Regress. No base: Met when T is reached, else undecided.
/// Outside a range is Alert when binding and Late otherwise. After the target year E stays 1;
/// before the base year there is no R. r is absent where last year had already reached this year's
/// plan. Numbers that are not finite count as absent, and none leaves.
Judgement judge(const VerdictInput& input);

/// Behind time, but by no more than a fifth: 0.8 E <= R < E.
bool slightlyLate(const Judgement& judgement);

QString key(Verdict); ///< met, on_track, late, regress, alert, undecided, watched
QString label(Verdict);
QString colour(Verdict); ///< "#rrggbb", told apart by colour-blind readers and in grey
QString symbol(Verdict); ///< a shape, so that colour is never alone

} // namespace checkup::assess
