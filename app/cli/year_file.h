#pragma once

#include "app/cli/console.h"
#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/project_file.h"

#include <QString>

#include <functional>

namespace checkup::cli {

/// A project file as a verb works on it: open, and its data read.
struct YearFile
{
    project::ProjectFile file;
    project::YearData data;
};

/// Opens and loads. ErrorCode::ReadOnly when the verb has to write and cannot.
Result<YearFile> openYear(const QString& path, project::OpenMode mode);

/// Commits an edit and reads what the file has then; an empty one changes nothing.
Result<void> commitAndReload(YearFile& year, const project::ChangeSet& set);

/// Loads and closes; for verbs that only look.
Result<project::YearData> readYear(const QString& path);

/// A region by name or code; the city when none is named.
Result<project::RegionId> regionOf(const project::YearData& data, const QString& name);

/// That the project has neither an indicator nor a quantity of this code.
Error noSubject(const QString& subject);

/// An edit made from the data as they stand.
using Edit = std::function<Result<project::ChangeSet>(const project::YearData&)>;

/// Opens for writing, makes the edit, commits it, says what was done, closes.
Exit commitEdit(const QString& path, const Edit& edit, const Console& console);

} // namespace checkup::cli
