#include "app/cli/year_file.h"

#include "app/cli/verbs.h"

namespace checkup::cli {

using namespace Qt::StringLiterals;

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

Result<void> commitAndReload(YearFile& year, const project::ChangeSet& set)
{
    if (set.isEmpty())
        return {};
    const auto committed = year.file.commit(set);
    if (!committed)
        return committed.error();
    auto again = year.file.load();
    if (!again)
        return again.error();
    year.data = *std::move(again);
    return {};
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

Exit commitEdit(const QString& path, const Edit& edit, const Console& console)
{
    auto year = openYear(path, project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    project::ProjectFile* const file = &year->file;
    const project::YearData* const data = &year->data;
    const auto changes = edit(*data);
    if (!changes)
        return console.failure(changes.error());
    if (!changes->isEmpty()) {
        const auto committed = file->commit(*changes);
        if (!committed)
            return console.failure(committed.error());
    }
    console.document(
        {{u"changed"_s, qint64(changes->changes.size())}, {u"label"_s, changes->label}});
    console.line(changes->isEmpty() ? Text::tr("没有要改的：项目里已经是这样。")
                                    : Text::tr("已完成：%1。").arg(changes->label));
    if (const auto closed = file->close(); !closed)
        return console.failure(closed.error());
    return Exit::Success;
}

} // namespace checkup::cli
