#pragma once

#include <QString>

namespace checkup::office {

/// What a file is by its first bytes, whatever it calls itself.
enum class FileKind { Xlsx, OtherZip, Xls, EncryptedOffice, Ods, Csv, Html, SpreadsheetXml, Sqlite, Pdf, Empty, Unknown };

FileKind fileKind(const QString& path);

/// The kind's name for messages: "Excel 97-2003 工作簿 (.xls)", "网页 (html)"...
QString fileKindName(FileKind kind);

} // namespace checkup::office
