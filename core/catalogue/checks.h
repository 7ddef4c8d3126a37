#pragma once

#include "core/base/issue.h"
#include "core/catalogue/model.h"

#include <QList>
#include <QString>

namespace checkup::catalogue {

inline QString headFileName()
{
    return QStringLiteral("catalogue.json");
}
inline QString indicatorsFileName()
{
    return QStringLiteral("indicators.csv");
}
inline QString quantitiesFileName()
{
    return QStringLiteral("quantities.csv");
}

/// Where a catalogue's rows stand in its files, as a spreadsheet numbers them; parallel to
/// Catalogue::indicators and Catalogue::quantities.
struct RowNumbers
{
    QList<int> indicators;
    QList<int> quantities;
};

/// "第 12 行 formula 列" in the interface's language.
QString cellName(int row, const QString& column);

/// What validate() promises; with `rows` every issue says where.
Issues checkCatalogue(const Catalogue& catalogue, const RowNumbers* rows);

} // namespace checkup::catalogue
