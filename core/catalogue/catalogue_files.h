#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/catalogue/model.h"

namespace checkup::catalogue {

/// A catalogue as read, with every fault found. It may be used when !hasErrors(issues).
struct LoadedCatalogue
{
    Catalogue catalogue;
    Issues issues;
};

/// A catalogue is a folder (on disk or in the program's resources) of three files:
///   catalogue.json   id, titles, standard, version, note, dimensions in order, profiles with their counts
///   indicators.csv   one indicator a row
///   quantities.csv   one input quantity a row
/// CSV is UTF-8 with byte order mark (so that Excel opens it right), comma, RFC 4180 quotes.
/// Every fault is reported with file, row and column; an Error only when a file cannot be read at all.
Result<LoadedCatalogue> loadCatalogue(const QString& folder);

/// Writes the same three files; loading them again gives an equal catalogue.
Result<void> saveCatalogue(const Catalogue& catalogue, const QString& folder);

/// Everything that must hold, whether loaded from files or edited in a project: unique codes, known
/// units, dimensions and categories, formulas that parse and whose units fit, inputs declared, no
/// cycle, profiles' counts. `where` names rows: code → "indicators.csv row 12" (may be empty).
Issues validate(const Catalogue& catalogue);

/// Ids of the catalogues that ship with the program, and one of them.
QStringList builtInCatalogues();
Result<LoadedCatalogue> loadBuiltIn(const QString& id);

/// Only the rows (and the quantities they use) of a profile, in order.
Result<Catalogue> select(const Catalogue& catalogue, const QString& profileId);

/// What changed from one system to another.
struct Difference
{
    enum class Change { Added, Removed, Edited };
    Change change;
    QString code;
    QString name;
    QString field; ///< for Edited: the column's key
    QString before, after;
};
QList<Difference> diff(const Catalogue& before, const Catalogue& after);

} // namespace checkup::catalogue
