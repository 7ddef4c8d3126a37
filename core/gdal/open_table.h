#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/office/limits.h"
#include "core/office/sheet.h"

namespace checkup::gdal {

/// Opens any table file as a workbook of cells: .xlsx through the house's reader, .xls and .ods
/// through GDAL, .csv/.txt (UTF-8, GB18030, UTF-16; comma, semicolon or tab) decoded first and
/// never type-guessed, so that "007" stays "007"; web pages and XML Spreadsheets 2003, which
/// usually call themselves .xls, through the house's readers. What the file is decides, not what it
/// is called: a csv named .xlsx is read as csv and an Issue says so. Positions are those of the
/// file.
Result<office::Workbook> openTable(const QString& path, const office::Limits& limits = {},
                                   const CancelToken& cancel = {});

/// Whether a file's name is one of a table that openTable reads.
bool isTableFile(const QString& path);

} // namespace checkup::gdal
