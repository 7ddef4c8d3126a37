#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace checkup::collect {

/// Where a document is to be kept.
enum class Keeping {
    ByLimit,    ///< inside the project file up to Attachment::insideLimit, larger ones referenced
    Inside,     ///< inside; TooLarge above the limit
    Referenced, ///< by path and digest, whatever its size
};

/// A document as read from disk, ready to be attached.
struct ReadDocument
{
    project::Attachment attachment; ///< without id
    QByteArray content;             ///< when it is to be kept inside
};

/// Reads a document: digest, size, what it is by content and name. The attachment's person is the
/// current one (ProjectFile::currentPerson), its time `now`. NotFound, Io, Invalid (empty, or the
/// project file itself), TooLarge, Cancelled. Any thread; reads the whole file.
Result<ReadDocument> readDocument(const QString& projectPath, const QString& file, Keeping keeping,
                                  const QDateTime& now, const CancelToken& cancel = {},
                                  const ProgressSink& progress = {});

/// Whether a file lies in the project file's folder or below it, so that both move together.
bool liesBesideProject(const QString& projectPath, const QString& file);

/// Copies a file into the folder 佐证材料 beside the project file, under a free name, and gives the
/// copy's path; the same file is not copied twice. Any thread.
Result<QString> copyBesideProject(const QString& projectPath, const QString& file,
                                  const CancelToken& cancel = {},
                                  const ProgressSink& progress = {});

/// "application/pdf": by the first bytes, and by the name where they do not tell.
QString mediaTypeOf(const QString& file);

/// Adds a document, unless one with this digest is there, and lets it stand behind figures; their
/// `attachment` is filled in. A figure that has it already, at the same place, gets no second one.
project::ChangeSet attach(const project::YearData& data, const ReadDocument& read,
                          const QList<project::Document>& figures);

/// Says where a document is now, or that another one (moved, scanned anew) takes its place: what it
/// stands behind stays. When the new one is on file already, the references move to it.
project::ChangeSet replaceDocument(const project::YearData& data, project::AttachmentId id,
                                   const ReadDocument& read);

} // namespace checkup::collect
