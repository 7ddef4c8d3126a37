#pragma once

#include "core/catalogue/model.h"

#include <QStringList>

/// A catalogue's rows as the cells of its files; shared by writing, comparing and naming a fault's
/// column.
namespace checkup::catalogue {

const QStringList& indicatorColumns();
const QStringList& quantityColumns();

/// In the order of the columns.
QStringList cellsOf(const Indicator& indicator);
QStringList cellsOf(const Quantity& quantity);

inline constexpr char16_t listSeparator = u';';

} // namespace checkup::catalogue
