#include "core/project/documents.h"

#include "core/base/file_tools.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

QDir folderOf(const QString& projectPath)
{
    return QFileInfo(projectPath).absoluteDir();
}

} // namespace

QString documentPath(const QString& projectPath, const Attachment& attachment)
{
    return QDir::cleanPath(folderOf(projectPath).absoluteFilePath(attachment.path));
}

QString relativeDocumentPath(const QString& projectPath, const QString& file)
{
    return QDir::cleanPath(
        folderOf(projectPath).relativeFilePath(QFileInfo(file).absoluteFilePath()));
}

QString key(DocumentState state)
{
    switch (state) {
    case DocumentState::Fine:
        return u"fine"_s;
    case DocumentState::Vanished:
        return u"vanished"_s;
    case DocumentState::Changed:
        return u"changed"_s;
    }
    return {};
}

QString label(DocumentState state)
{
    switch (state) {
    case DocumentState::Fine:
        return Text::tr("完好");
    case DocumentState::Vanished:
        return Text::tr("找不到");
    case DocumentState::Changed:
        return Text::tr("已被改动");
    }
    return {};
}

Result<DocumentState> checkReferenced(const QString& projectPath, const Attachment& attachment,
                                      const CancelToken& cancel)
{
    const QFileInfo file(documentPath(projectPath, attachment));
    if (!file.isFile())
        return DocumentState::Vanished;
    if (file.size() != attachment.size)
        return DocumentState::Changed;
    const Result<QString> digest = sha256OfFile(file.filePath(), cancel);
    if (!digest) {
        if (digest.error().code() == ErrorCode::Cancelled)
            return digest.error();
        return DocumentState::Vanished;
    }
    return *digest == attachment.sha256 ? DocumentState::Fine : DocumentState::Changed;
}

} // namespace checkup::project
