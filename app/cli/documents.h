#pragma once

#include "core/project/documents.h"
#include "core/project/project_file.h"

#include <QJsonObject>

namespace checkup::cli {

/// {"id","name","sha256","size","media_type","inside","path","added_at","person","note"}
QJsonObject toJson(const project::Attachment& attachment);

/// Whether a document is still what was attached, inside the file or beside it.
Result<project::DocumentState> documentState(const project::ProjectFile& file,
                                             const project::Attachment& attachment);

} // namespace checkup::cli
