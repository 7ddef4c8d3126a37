#pragma once

#include "app/cli/map_drawing.h"
#include "app/cli/verbs.h"

#include <string>
#include <vector>

namespace checkup::cli {

/// What `checkup draw` is asked for sheets of the annual set; size, dpi, formats, year and 审图号
/// are those of MapOptions.
struct SheetOptions
{
    std::vector<std::string> sheets, districts;
    std::string templates, secrecy, paper, orientation, frame;
    bool atlas = false, list = false, resume = false;

    bool areAsked() const { return !sheets.empty() || !districts.empty() || atlas || list; }
};

void addSheetOptions(CLI::App& draw, SheetOptions& options);

/// Draws the set, or lists it; prints one line a sheet, with the reason of what is left out.
Exit drawSheets(const std::string& file, const std::string& folder, const SheetOptions& options,
                const MapOptions& maps, const Console& console);

} // namespace checkup::cli
