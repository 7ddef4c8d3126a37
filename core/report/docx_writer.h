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
/// `templatePath` empty means the built-in template, resources/templates/annual_report.docx: a copy
/// of it, changed in Word or WPS, is the easiest way to an office's own. Placeholders left out are
/// not filled, only {{body}} must stand in a paragraph of its own. Styles are found by name:
/// heading 1-3, toc 1-3, caption, List Bullet, and ours 体检正文, 体检要点, 体检附注, 体检来源,
/// 体检插图, 体检表文, 体检表头 and the table style 体检表格; those that a template lacks are added
/// to it. Page numbers of the contents are those of the PDF's layout, which Word corrects when the
/// field is updated. Needs a QGuiApplication; any thread. The same document and template give the
/// same bytes. Errors: those of reading and writing archives; Unsupported, Damaged or Invalid for a
/// template that cannot serve, with its name; Invalid for a figure without a picture.
Result<void> writeDocx(const QString& path, const Document& document,
                       const QString& templatePath = {});

} // namespace checkup::report
