#pragma once

#include "app/cli/verbs.h"

#include <memory>

namespace checkup::cli {

/// What `draw --map` was asked for.
struct MapOptions
{
    std::vector<std::string> roles, formats;
    std::string extent, size = "A4", title, by, grades = "jenks:5", ramp = "blue", reviewNumber;
    int dpi = 200, year = 0;
};

void addMapOptions(CLI::App& draw, MapOptions& options);

/// Draws a map of a project's layers into a folder.
Exit drawMap(const std::string& file, const std::string& folder, const MapOptions& options,
             const Console& console);

} // namespace checkup::cli
