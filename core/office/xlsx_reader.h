#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/office/limits.h"
#include "core/office/sheet.h"

namespace checkup::office {

/// Reads an .xlsx with everything that collecting needs and that GDAL's driver leaves out
/// (measured: it loses merge ranges, hidden cells, comments, percent formats and exact positions).
/// Shared and inline strings, rich text, 1900 and 1904 dates, cached formula values, any sheet
/// order. Errors: Encrypted (an OLE container with EncryptedPackage), Unsupported (an old .xls,
/// html or csv that calls itself .xlsx, each named), Damaged (truncated, broken XML: names the
/// part), TooLarge.
Result<Workbook> readXlsx(const QString& path, const Limits& limits = {},
                          const CancelToken& cancel = {});

} // namespace checkup::office
