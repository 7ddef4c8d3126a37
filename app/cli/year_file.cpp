#include "app/cli/year_file.h"

#include "app/cli/verbs.h"

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

Result<project::RegionId> regionOf(const project::YearData& data, const QString& name)
{
    const project::Region* region = name.isEmpty() ? data.city() : data.regionByName(name);
    if (!region)
        return Error(ErrorCode::NotFound, Text::tr("项目中没有“%1”这个区域。").arg(name));
    return region->id;
}

Error noSubject(const QString& subject)
{
    return Error(ErrorCode::NotFound, Text::tr("项目的指标体系中没有“%1”。").arg(subject));
}

} // namespace checkup::cli
