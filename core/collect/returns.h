#pragma once

#include "core/project/year_data.h"

#include <QDate>
#include <QList>
#include <QString>

namespace checkup::collect {

/// What was read from one cell of a returned workbook.
struct ReturnedCell
{
    /// Indicator code or quantity id; "text:DEPARTMENT:GROUP:KIND", "keytask:LEAD|NAME|FIELD",
    /// "layer:DEPARTMENT|LAYER|FIELD", "contact:DEPARTMENT|FIELD" (fields as in fill_in_layout.h).
    QString subject;
    QString region; ///< of a figure: code, or name where there is none
    int year = 0;
    QString state;     ///< of a figure: the key of its state; empty: a text, or refused
    double number = 0; ///< of a present figure
    QString unit;
    QString text; ///< of a text; what stood in a refused cell
    QString cell; ///< "数值!F6"
    bool refused = false;
};

/// What one version of a department's workbook says: project::Return::cells. As JSON
///   {"asked": figures asked for, "cells": [{"s": subject, "r": region, "y": year, "st": state,
///    "n": number, "u": unit, "t": text, "c": cell, "x": refused}]}
/// without what is empty; state "present" is left out beside a number.
struct ReturnContent
{
    int asked = 0; ///< figures of the city that the workbook asks for
    QList<ReturnedCell> cells;

    /// Figures of the city with a number, or a reason why there is none.
    int filled(const project::YearData& data) const;
    int refused() const;
};
QString toJson(const ReturnContent& content);
/// An empty content for a text that is none.
ReturnContent returnContent(const QString& json);

/// One cell in which two versions of a department's workbook differ.
struct ReturnDifference
{
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString subject, name; ///< name: for people
    QString region;        ///< name; empty: not a figure
    int year = 0;
    QString before, after; ///< with unit, for people
    QString cell;          ///< in the later version; in the earlier one where it was removed
};
/// In the order of the later version, then what was removed. Empty when a version is not on file.
QList<ReturnDifference> returnDifference(const project::YearData& data, const QString& department,
                                         int earlier, int later);
QList<ReturnDifference> differenceOf(const project::YearData& data, const ReturnContent& earlier,
                                     const ReturnContent& later);

/// How a department stands with its workbook.
struct DepartmentReturns
{
    project::Department department;
    QList<project::Return> versions; ///< oldest first
    int asked = 0;                   ///< figures of the city: of the last version, else generated
    int filled = 0, refused = 0;     ///< of the last version
    /// Days that the first return came after the deadline; when nothing came, days from the
    /// deadline to `today`. 0: in time, or no deadline.
    int daysLate = 0;
    bool owing() const { return versions.isEmpty() && !department.returnedAt.isValid(); }
};
/// Departments that are asked for something, the late ones first (most days first), then as the
/// project orders them. `today`: the day to judge on, see project::YearInfo::cutOff. Pure.
QList<DepartmentReturns> returnOverview(const project::YearData& data, const QDate& today);

QString key(ReturnDifference::Kind); ///< added, removed, changed
QString label(ReturnDifference::Kind);

} // namespace checkup::collect
