#pragma once

#include "core/project/database.h"

#include <QByteArray>
#include <QString>

namespace checkup::project {

/// The bytes of documents kept inside a project file, by digest; within the caller's transaction.
/// Storing again replaces what was damaged. Internal when the bytes do not fit the digest.
Result<void> storeContent(const Database& database, const QString& sha256, const QByteArray& bytes);

/// NotFound when there are none, Damaged when they do not fit their digest.
Result<QByteArray> readContent(const Database& database, const QString& sha256);

} // namespace checkup::project
