#pragma once

#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

namespace checkup::collect {

/// By what the units' work is appraised: weights, points and limits with the sentence that says
/// them. Shipped in resources/rules/appraisal.json as a proposal of ours; a project changes numbers
/// for itself (YearInfo::appraisalRule, a JSON object of the numbers that differ).
struct AppraisalRule
{
    struct Parameter
    {
        QString key;
        double value = 0, shipped = 0;
        QString nameZh, nameEn;
    };
    QList<Parameter> parameters;
    QString textZh, textEn; ///< {key} stands for a parameter, {full} for the full marks
    QString noteZh, noteEn; ///< where the rule comes from

    double number(const QString& key) const; ///< 0 for one that is not there
    /// Points that can be had.
    double full() const;
    QString sentence(bool english = false) const;
    bool isChanged() const; ///< differs from the shipped one
};

/// Invalid names the field that is missing or not understood.
Result<AppraisalRule> readAppraisalRule(const QByteArray& json, const QString& fileName);
Result<AppraisalRule> shippedAppraisalRule();
/// The shipped rule with the project's numbers; what does not fit them does not count.
Result<AppraisalRule> appraisalRuleOf(const project::YearData& data);
/// Sets numbers of the project's rule by key; shipped ones are not stored. BadUsage for an unknown
/// key (names the known ones), or a number that is negative or, for a limit in percent, above 100.
Result<project::ChangeSet> setAppraisalParameters(const project::YearData& data,
                                                  const QMap<QString, double>& numbers);

enum class AppraisalGrade { Excellent, Good, Pass, Poor };

/// How one unit did.
struct UnitAppraisal
{
    QString department;
    int tasks = 0;
    int answered = 0; ///< for the status year, as Task::answered
    QDate deadline;   ///< the department's, else the latest of its tasks'; invalid: none
    QDate returnedOn; ///< of the first return; invalid: nothing came
    int daysLate = 0; ///< to the first return, or to the day of the appraisal; 0 without deadline
    int resubmissions = 0;
    int returnedTasks = 0;     ///< sent back and not yet put right
    int correctedFindings = 0; ///< of its figures, settled as put right
    double timeliness = 0, completeness = 0, corrections = 0; ///< points
    double total = 0;
    AppraisalGrade grade = AppraisalGrade::Poor;
};

/// Every department that leads a task, in the project's order. Pure.
QList<UnitAppraisal> appraisal(const project::YearData& data, const AppraisalRule& rule,
                               const QDate& today);

QString key(AppraisalGrade); ///< excellent, good, pass, poor
QString label(AppraisalGrade);

} // namespace checkup::collect
