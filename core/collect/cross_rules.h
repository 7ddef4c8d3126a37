#pragma once

#include "core/base/result.h"
#include "core/project/year_data.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::collect {

/// How urgent a finding is: Blocking must be settled before anything is printed.
enum class FindingSeverity { Note, Warning, Blocking };

/// What a rule looks at; each kind knows its own parameters (the shipped file has all of them).
enum class RuleKind {
    Rivals,      ///< sources of one figure differ: tolerance
    Magnitude,   ///< off by a unit's factor from rivals, other years or its own computation
    Jump,        ///< change against last year, or against the series' own scatter
    Parts,       ///< named parts do not add up to a named whole: relations, tolerance
    Regions,     ///< districts do not add up to the city: tolerance
    Share,       ///< percentage outside min…max
    Identity,    ///< reported indicator against its own formula: tolerance
    Impossible,  ///< negative, split pieces, more days than a year has: whole_units, limits
    PartOfWhole, ///< a part larger than its whole: relations, and the catalogue's own shares
    Falls,       ///< a cumulative series that falls: tolerance
    Vintages,    ///< editions mixed in one series
    MissingYear, ///< holes in a series: at_least (number of years known)
    Stale,       ///< the same as last year to the last of at least `digits` digits
    Ranges       ///< a ratio of figures of different ranges: ranges (name, words, subjects)
};

/// Which years a rule looks at.
enum class RuleYears { All, FromBase, Past, Status };

/// One rule of the cross-checks, as shipped or as a project has changed it.
struct Rule
{
    QString id;
    RuleKind kind = RuleKind::Rivals;
    FindingSeverity severity = FindingSeverity::Warning;
    bool active = true;
    QString textZh, textEn; ///< one sentence; {name} and {name%} stand for parameters
    RuleYears years = RuleYears::All;
    QStringList subjects; ///< empty: all; "a_cov_*" means all that begin so
    QStringList units;    ///< empty: any
    QStringList except;   ///< subjects, as above
    QJsonObject parameters;
    QStringList silences; ///< rules that say nothing of a figure once this one has spoken

    bool covers(const QString& subject, const QString& unit) const;
    double number(const QString& parameter) const;
    QStringList texts(const QString& parameter) const;
    /// The rule's sentence with the parameters in it.
    QString sentence(bool english = false) const;
};

/// Reads a rules file: {"version": 1, "rules": [{"id", "kind", "severity", "text_zh", ...}]}. The
/// order of rules is their precedence. ErrorCode::Invalid names the rule and the field: unknown
/// kind, severity or key, an id used twice, a parameter that its kind needs and does not have.
Result<QList<Rule>> readRules(const QByteArray& json, const QString& fileName);

/// The rules that ship with the program (resources/rules/cross_checks.json).
Result<QList<Rule>> shippedRules();

/// The shipped rules with the project's settings carried out. Settings of rules that are gone, or
/// of parameters that do not fit, do not count.
Result<QList<Rule>> rulesOf(const project::YearData& data);

/// Whether a project may set this parameter of a rule so: it exists and has the same type. The
/// sentence of the error names what can be set.
Result<void> checkParameter(const Rule& rule, const QString& parameter, const QJsonValue& value);

/// What the project says of a rule; a setting that changes nothing when it says nothing.
project::RuleSetting settingOf(const project::YearData& data, const QString& rule);

/// Puts a parameter into a setting, or takes it out when it is what `shipped` says. Errors as of
/// checkParameter().
Result<void> setParameter(project::RuleSetting& setting, const Rule& shipped,
                          const QString& parameter, const QJsonValue& value);

QString key(FindingSeverity severity);
std::optional<FindingSeverity> findingSeverityFromKey(QStringView key);
QString label(FindingSeverity severity);

} // namespace checkup::collect
