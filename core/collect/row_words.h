#pragma once

#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace checkup::collect {

/// "规划目标", "佐证材料": what the rows of a table are.
QString tableLabel(project::Table table);
/// "截止日期": what a column of a table holds; the column's name for one that is not known.
QString columnLabel(project::Table table, const QString& column);

/// Says in words what rows of the project's tables are and hold, for the audit and for differences.
/// Rows come as JSON (see core/project/rows.h) and may hold some columns only; the others are taken
/// from the year's data, or, when the row is gone, from how it was when it was taken away. Keeps a
/// reference to the data.
class RowWords
{
public:
    explicit RowWords(const project::YearData& data, const QList<project::RowChange>& gone = {});

    /// All columns: `known` over the row as it is, or was last. `known` alone for a row that nobody
    /// knows.
    QJsonObject row(project::Table table, qint64 id, const QJsonObject& known = {}) const;

    /// "耕地保有量 厦门市 2022 年（部门报送）", "水利局"; from a whole row.
    QString name(project::Table table, const QJsonObject& row) const;
    /// A column's value as people read it: "部门报送", "22.94", "表.xlsx ▸ 数值 ▸ C12".
    QString text(project::Table table, const QString& column, const QJsonValue& value) const;

    QString subjectName(const QString& subject) const;
    /// "22.94 万亩", or the name of the state, of a whole row of a value.
    static QString figure(const QJsonObject& value);

    /// One changed column in words; equal columns are left out, and those that only computers read.
    struct Line
    {
        QString column; ///< its name in the file
        QString label, before, after;
    };
    QList<Line> lines(const project::RowChange& change) const;

private:
    QString evidenceText(qint64 id) const;

    const project::YearData& m_data;
    QHash<std::pair<project::Table, qint64>, QJsonObject> m_gone;
};

} // namespace checkup::collect
