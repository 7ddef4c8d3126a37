#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/project/collection_records.h"

#include <QString>

namespace checkup::project {

/// Where a document that lies beside the project file is, absolute.
QString documentPath(const QString& projectPath, const Attachment& attachment);

/// A file's path as Attachment::path keeps it: relative to the project file's folder, "/" between;
/// absolute only where there is no relative one (another drive).
QString relativeDocumentPath(const QString& projectPath, const QString& file);

/// What became of a document.
enum class DocumentState {
    Fine,
    Vanished, ///< no file there, or one that cannot be read; inside: no content
    Changed,  ///< other bytes than those that were attached
};
QString key(DocumentState); ///< fine, vanished, changed
QString label(DocumentState);

/// Compares a document beside the project file with what was attached, by size and digest. Reads
/// the whole file: not on the interface thread. Fails with Cancelled only.
Result<DocumentState> checkReferenced(const QString& projectPath, const Attachment& attachment,
                                      const CancelToken& cancel = {});

} // namespace checkup::project
