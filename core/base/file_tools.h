#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace checkup {

/// Hex SHA-256 of a file's bytes; reads in blocks, can be cancelled.
Result<QString> sha256OfFile(const QString& path, const CancelToken& cancel = {});

/// Writes beside the target and renames, so that a reader sees the old file or the whole new one.
/// ErrorCode::DiskFull, ReadOnly or Io, with the path and the remedy in the sentence.
Result<void> writeFileSafely(const QString& path, const QByteArray& bytes);

/// A file's bytes, refused above `limit` with ErrorCode::TooLarge.
Result<QByteArray> readFile(const QString& path, qint64 limit = qint64(512) * 1024 * 1024);

} // namespace checkup
