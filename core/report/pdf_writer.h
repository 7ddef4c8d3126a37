#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/report/document.h"

#include <QImage>
#include <QList>

#include <functional>

namespace checkup::report {

/// Lays the document out on A4 and writes a PDF with bookmarks, page numbers, contents with page
/// numbers, selectable and correctly extracting Chinese text and embedded fonts. Needs a
/// QGuiApplication; any thread. The same document gives the same bytes.
Result<void> writePdf(const QString& path, const Document& document, const CancelToken& cancel = {},
                      const ProgressSink& progress = {});

/// The same pages as pictures, for a preview: `dpi` 96 gives 794×1123. Calls `page` for each in
/// order.
Result<void> renderPages(const Document& document, int dpi,
                         const std::function<void(int number, const QImage&)>& page,
                         const CancelToken& cancel = {});

} // namespace checkup::report
