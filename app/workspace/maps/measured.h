#pragma once

#include <QList>
#include <QString>

namespace checkup::workspace {

/// "12.35 公顷（185.2 亩）": an area in the units that it is spoken of in; in the interface's
/// language.
QString areaWords(double squareMetres);
/// "1.234 千米", "56.7 米".
QString lengthWords(double metres);

/// The same in every unit, for a table: name of the unit and number.
struct InUnit
{
    QString unit, number;
};
QList<InUnit> areaInUnits(double squareMetres);
QList<InUnit> lengthInUnits(double metres);

} // namespace checkup::workspace
