#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::catalogue {

/// The records of a CSV text (RFC 4180: comma, quotes doubled inside quotes, CRLF, LF or CR). The
/// record at index i is what a spreadsheet shows as row i + 1, empty lines and line breaks within
/// quotes included. Cells are trimmed, line breaks in them are LF. ErrorCode::Unsupported when the
/// bytes are not UTF-8 (a byte order mark is fine), Damaged for a quote that is never closed.
Result<QList<QStringList>> readCsv(const QByteArray& bytes, const QString& fileName);

/// UTF-8 with byte order mark, CRLF; a cell is quoted only where it must be.
QByteArray writeCsv(const QList<QStringList>& records);

} // namespace checkup::catalogue
