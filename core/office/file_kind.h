#pragma once

#include "core/base/error.h"

#include <QString>

namespace checkup::office {

/// What a file is by its first bytes, whatever it calls itself. Csv stands for any plain text.
enum class FileKind {
    Xlsx,
    OtherZip,
    Xls,
    EncryptedOffice,
    Ods,
    Csv,
    Html,
    SpreadsheetXml,
    Sqlite,
    Pdf,
    Empty,
    Unknown
};

/// Unknown also for a file that cannot be read.
FileKind fileKind(const QString& path);

/// The kind's name for messages: "Excel 97-2003 工作簿 (.xls)", "网页 (html)"...
QString fileKindName(FileKind kind);

/// Why a file of this kind cannot be read as a table, and what to do about it: NotFound, Encrypted,
/// Unsupported, or Damaged for an empty file.
Error cannotReadKind(const QString& path, FileKind kind);

} // namespace checkup::office
