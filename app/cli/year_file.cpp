#include "app/cli/year_file.h"

namespace checkup::cli {

Result<YearFile> openYear(const QString& path, project::OpenMode mode)
{
    auto file = project::ProjectFile::open(path, mode);
    if (!file)
        return file.error();
    if (mode == project::OpenMode::ReadWrite && file->isReadOnly())
        return Error(ErrorCode::ReadOnly, file->readOnlyReason());
    auto data = file->load();
    if (!data)
        return data.error();
    return YearFile{*std::move(file), *std::move(data)};
}

Result<project::YearData> readYear(const QString& path)
{
    auto year = openYear(path, project::OpenMode::ReadOnly);
    if (!year)
        return year.error();
    return std::move(year->data);
}

} // namespace checkup::cli
