#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/office/limits.h"
#include "core/office/sheet.h"

namespace checkup::office {

/// Reads an "XML Spreadsheet 2003" (which usually calls itself .xls): cells with their kinds,
/// merges, percent formats, hidden rows, columns and sheets, comments. ErrorCode::Damaged when it
/// is no well-formed XML.
Result<Workbook> readSpreadsheetXml(const QString& path, const Limits& limits = {},
                                    const CancelToken& cancel = {});

} // namespace checkup::office
