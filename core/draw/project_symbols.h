#pragma once

#include "core/base/issue.h"
#include "core/draw/symbols.h"
#include "core/project/change_set.h"

namespace checkup::draw {

/// The symbols of a project: those that ship, and in their places the project's own. A project
/// keeps what differs, as MapSetting of kind "style": a role's by RoleStyle::key, the symbols of
/// class codes by their class system.
struct ProjectSymbols
{
    SymbolSet own, all;
    Issues faults; ///< warnings about what cannot be read; the shipped symbols are drawn there
};
ProjectSymbols symbolsOf(const project::YearData& data);

/// The edit after which the project's own symbols are those, one step of undo; what is as shipped
/// is not kept. Settings that cannot be read stay unless `own` has others in their place.
project::ChangeSet symbolChanges(const project::YearData& data, const SymbolSet& own,
                                 const QString& label);
/// A file of symbols as a project takes it over: JSON as SymbolSet::read reads it, or SLD for the
/// layers of `role` (the newest of the project's says which field is which column). Errors: those
/// of SymbolSet::read and readSld; BadUsage for SLD without a role.
struct SymbolImport
{
    SymbolSet symbols;
    QStringList notes; ///< what of the file is not taken over; sentences
};
Result<SymbolImport> readSymbolFile(const SymbolSet::File& file, const project::YearData& data,
                                    const QString& role = {});
/// Takes what a key names back to the shipped symbols, even what cannot be read.
project::ChangeSet symbolsAsShipped(const project::YearData& data, const QString& key);

} // namespace checkup::draw
