#pragma once

#include "app/cli/verbs.h"

namespace checkup::cli {

/// What `checkup spatial FILE --table` is asked with.
struct TableAsk
{
    std::string kind; ///< matrix, transition, encroach, all; empty: no table is asked for
    std::string lines, level, parcels, classes, folder;
    int year = 0, before = 0, threads = 0;
    double sliver = -1, sliverWidth = -1; ///< less than 0: as the project has it
    bool byName = false, whole = false, remember = false;
};

void addTableOptions(CLI::App& verb, TableAsk& ask);
/// Makes the tables of a project's layers, writes workbooks and layers into the folder.
Exit runTable(const QString& file, const TableAsk& ask, const Console& console);

} // namespace checkup::cli
