#pragma once

#include "core/base/result.h"
#include "core/report/document.h"
#include "core/report/page_layout.h"

#include <QByteArray>
#include <QStringList>

namespace checkup::report {

/// Turns what QPdfWriter wrote into the file to be handed over (libqpdf): bookmarks, links of the
/// contents, page labels, language, the document's own time in place of the time of day, an
/// identifier made from the content, subset names for the fonts, and text tables that give 面 高 老
/// 行 where fonts that share glyphs with the radicals' block give ⾯ ⾼ ⽼ ⾏. Same input, same
/// bytes.
Result<QByteArray> finishPdf(const QByteArray& raw, const Document& document,
                             const PageLayout& layout);

/// The same for pages that are not a report's (drawings): without links and labels, and with a
/// bookmark for each page where there are titles.
Result<QByteArray> finishPdf(const QByteArray& raw, const Document& document,
                             const QStringList& titles = {});

/// The ideograph that looks like a character of the radicals' blocks (U+2E80 to U+2FDF); the
/// character itself when it is none of those.
char16_t unifiedIdeograph(char16_t character);

} // namespace checkup::report
