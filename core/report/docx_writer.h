#pragma once

#include "core/base/result.h"
#include "core/report/document.h"

namespace checkup::report {

/// Writes the document into a copy of a .docx template: the template's styles, page set-up, header
/// and footer stay; its body's placeholders {{title}}, {{subtitle}}, {{cover}}, {{stamp}},
/// {{contents}},
/// {{body}} and {{header}} are filled (Word splits a placeholder across runs; the paragraph's other
/// runs keep their formatting). Headings use the template's Heading 1-3, tables its table style,
/// captions are real SEQ fields with cached numbers, and the contents carry pre-computed entries
/// with page numbers, so that they show in Word, WPS and LibreOffice alike.
/// `templatePath` empty means the built-in template.
Result<void> writeDocx(const QString& path, const Document& document,
                       const QString& templatePath = {});

} // namespace checkup::report
