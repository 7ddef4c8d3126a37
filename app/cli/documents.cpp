#include "app/cli/documents.h"

namespace checkup::cli {

using namespace Qt::StringLiterals;

QJsonObject toJson(const project::Attachment& attachment)
{
    return {{u"id"_s, attachment.id.number()},
            {u"name"_s, attachment.name},
            {u"sha256"_s, attachment.sha256},
            {u"size"_s, attachment.size},
            {u"media_type"_s, attachment.mediaType},
            {u"inside"_s, attachment.isInside()},
            {u"path"_s, attachment.path},
            {u"added_at"_s, attachment.addedAt.toString(Qt::ISODateWithMs)},
            {u"person"_s, attachment.person},
            {u"note"_s, attachment.note}};
}

Result<project::DocumentState> documentState(const project::ProjectFile& file,
                                             const project::Attachment& attachment)
{
    if (!attachment.isInside())
        return project::checkReferenced(file.path(), attachment);
    const auto bytes = file.content(attachment.sha256);
    if (bytes)
        return project::DocumentState::Fine;
    if (bytes.error().code() == ErrorCode::NotFound)
        return project::DocumentState::Vanished;
    if (bytes.error().code() == ErrorCode::Damaged)
        return project::DocumentState::Changed;
    return bytes.error();
}

} // namespace checkup::cli
