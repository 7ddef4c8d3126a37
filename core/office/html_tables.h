#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/office/limits.h"
#include "core/office/sheet.h"

namespace checkup::office {

/// Reads the tables of a web page, one sheet each: what platforms and office programs save as a
/// page and call .xls. As forgiving as a browser: end tags may be missing, spans overlap, the
/// encoding is what the page says or what its bytes are. Text above a table (its title, its unit)
/// becomes rows above it, text below the last one rows below; so the cells' names are those of the
/// sheet that results. Cells are text unless the page gives the number itself (x:num); digits set
/// as superscript stay superscript, so that a footnote's mark does not become a digit. What is
/// hidden by its style is left out. ErrorCode::Unsupported when the page has no table.
Result<Workbook> readHtmlTables(const QString& path, const Limits& limits = {},
                                const CancelToken& cancel = {});

} // namespace checkup::office
