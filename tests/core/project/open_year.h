#pragma once

#include "tests/core/project/year.h"

namespace test {

/// Hex SHA-256.
QString digest(const QByteArray& bytes);

/// The small year in an open file "年.gpkg", and what is in it.
struct OpenYear
{
    Folder folder;
    checkup::project::ProjectFile file;
    checkup::project::YearData data;

    OpenYear();
    void load();
    checkup::project::ChangeSet commit(const checkup::project::ChangeSet& set);
    qint64 now(); ///< number of the newest audit row
};

} // namespace test
