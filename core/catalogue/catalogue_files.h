#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/catalogue/model.h"

namespace checkup::catalogue {

/// A catalogue as read, with every fault found: Issue::file is the file's name, Issue::cell the row
/// as a spreadsheet numbers it and the column. It may be used when !hasErrors(issues); a row with a
/// fault stays in it, the faulty field at its default.
struct LoadedCatalogue
{
    Catalogue catalogue;
    Issues issues;
};

/// A catalogue is a folder (on disk or in the program's resources) of three files:
///   catalogue.json   id, titles, standard, version, note, dimensions in order, profiles with their
///   counts indicators.csv   one indicator a row quantities.csv   one input quantity a row
///                    code,dimension,category,name_zh,name_en,unit,decimals,kind,direction,constraint,
///                    spatial_method,definition_zh,formula,department,aspect,confidence,
///                    kind_confidence,definition_recalled,source,profiles
///   quantities.csv   one input quantity a row
///                    id,name_zh,name_en,unit,origin,layer,department,note
/// CSV is UTF-8 with byte order mark (so that Excel opens it right), comma, RFC 4180 quotes.
/// Columns may stand in any order; several ids in a cell are separated by ";"; blanks around a cell
/// do not count. Every fault is reported with file, row and column; an Error only when a file
/// cannot be read at all.
Result<LoadedCatalogue> loadCatalogue(const QString& folder);

/// Writes the same three files, the same bytes for the same catalogue; loading them again gives an
/// equal catalogue. Exclusions are a year's matter and are not written.
Result<void> saveCatalogue(const Catalogue& catalogue, const QString& folder);

/// Everything that must hold, whether loaded from files or edited in a project: unique codes, known
/// units, dimensions and categories, formulas that parse and whose units fit, inputs declared, no
/// cycle (a year shift does not break one). Counts that differ from a profile's own are a Warning,
/// a quantity that no formula uses is a Note. Issues have no row; their sentence names code and
/// field.
Issues validate(const Catalogue& catalogue);

/// Ids of the catalogues that ship with the program, and one of them.
QStringList builtInCatalogues();
Result<LoadedCatalogue> loadBuiltIn(const QString& id);

/// Only the rows (and the quantities they use) of a profile, in order; all dimensions stay.
/// NotFound for an unknown profile.
Result<Catalogue> select(const Catalogue& catalogue, const QString& profileId);

/// What changed from one system to another. A quantity's code is "quantity:ID"; fields are the
/// files' column keys, and "excluded" and "exclusion_reason".
struct Difference
{
    enum class Change { Added, Removed, Edited };
    Change change;
    QString code;
    QString name;
    QString field; ///< for Edited: the column's key
    QString before, after;
};
/// Indicators first in the order of `before`, added ones after them, then quantities; two
/// catalogues with the same rows in another order do not differ.
QList<Difference> diff(const Catalogue& before, const Catalogue& after);

} // namespace checkup::catalogue
