#pragma once

#include "core/project/year_data.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::collect {

/// An indicator or an input quantity, as something that figures are collected for.
struct Subject
{
    QString id; ///< indicator code or quantity id
    QString nameZh, nameEn;
    QString unit;
    int decimals = -1; ///< of an indicator
    bool isIndicator = false;
    bool excluded = false;
};

/// Finds the subject that a cell of a table means. Made once per import; pure.
class Subjects
{
public:
    explicit Subjects(const catalogue::Catalogue& catalogue);

    const Subject* byId(const QString& id) const;
    /// By code, id, or exact name in either language, whatever blanks, full-width signs and case. A
    /// name that an indicator shares with a quantity means the quantity: what depends on it is
    /// computed.
    const Subject* find(const QString& text) const;
    /// As find(), with a unit in brackets or after a comma behind the name: "常住人口(万人)".
    struct Match
    {
        const Subject* subject = nullptr;
        QString unit;
    };
    Match findWithUnit(const QString& text) const;
    const QList<Subject>& all() const { return m_subjects; }

private:
    QList<Subject> m_subjects;
    QHash<QString, int> m_byId, m_byText;
};

/// Blanks and line breaks removed, full-width signs made narrow, lower case.
QString foldedText(QStringView text);

/// The region that a cell means: code or name, with or without 市/区/县 at its end. nullptr: none
/// of ours.
const project::Region* findRegion(const project::YearData& data, const QString& text);

/// The project's department by name, with or without the city's name before it.
const project::Department* findDepartment(const project::YearData& data, const QString& name);
const project::Department* findDepartment(const QList<project::Department>& departments,
                                          const QString& city, const QString& name);

/// The departments written "水利局、自然资源局", each once.
QStringList departmentNames(const QString& departments);
/// The first of them.
QString leadDepartment(const QString& departments);

/// A year written "2022", "2022年", "2022年度", "2022年末"; 0 when the text is none.
int yearFromText(QStringView text);

/// "1,234.5 万亩" for messages and previews.
QString figureText(double number, const QString& unit);
/// The same for a stored figure: its number, or the name of its state.
QString figureText(const project::Value& value);

} // namespace checkup::collect
