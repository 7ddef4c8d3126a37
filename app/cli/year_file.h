#pragma once

#include "core/base/result.h"
#include "core/project/project_file.h"

#include <QString>

namespace checkup::cli {

/// A project file as a verb works on it: open, and its data read.
struct YearFile
{
    project::ProjectFile file;
    project::YearData data;
};

/// Opens and loads. ErrorCode::ReadOnly when the verb has to write and cannot.
Result<YearFile> openYear(const QString& path, project::OpenMode mode);

/// Loads and closes; for verbs that only look.
Result<project::YearData> readYear(const QString& path);

} // namespace checkup::cli
