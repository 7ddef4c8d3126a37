#include "core/collect/attachments.h"

#include "core/base/file_tools.h"
#include "core/office/file_kind.h"
#include "core/project/documents.h"
#include "core/project/project_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;
using project::Attachment;
using project::ChangeSet;
using project::Document;
using project::RowChange;
using project::Table;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

QString shown(const QString& path)
{
    return QDir::toNativeSeparators(path);
}

QString typeByName(const QString& file)
{
    static const QHash<QString, QString> types{
        {u"pdf"_s, u"application/pdf"_s},
        {u"ofd"_s, u"application/ofd"_s},
        {u"doc"_s, u"application/msword"_s},
        {u"docx"_s, u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s},
        {u"xls"_s, u"application/vnd.ms-excel"_s},
        {u"xlsx"_s, u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s},
        {u"ppt"_s, u"application/vnd.ms-powerpoint"_s},
        {u"pptx"_s, u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s},
        {u"odt"_s, u"application/vnd.oasis.opendocument.text"_s},
        {u"ods"_s, u"application/vnd.oasis.opendocument.spreadsheet"_s},
        {u"wps"_s, u"application/vnd.ms-works"_s},
        {u"et"_s, u"application/vnd.ms-excel"_s},
        {u"csv"_s, u"text/csv"_s},
        {u"txt"_s, u"text/plain"_s},
        {u"html"_s, u"text/html"_s},
        {u"htm"_s, u"text/html"_s},
        {u"png"_s, u"image/png"_s},
        {u"jpg"_s, u"image/jpeg"_s},
        {u"jpeg"_s, u"image/jpeg"_s},
        {u"tif"_s, u"image/tiff"_s},
        {u"tiff"_s, u"image/tiff"_s},
        {u"bmp"_s, u"image/bmp"_s},
        {u"zip"_s, u"application/zip"_s},
        {u"rar"_s, u"application/vnd.rar"_s},
        {u"7z"_s, u"application/x-7z-compressed"_s},
        {u"gpkg"_s, u"application/geopackage+sqlite3"_s},
    };
    return types.value(QFileInfo(file).suffix().toLower(), u"application/octet-stream"_s);
}

/// Signatures of pictures, which file kinds do not tell apart.
QString pictureType(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(8);
    if (head.startsWith("\x89PNG\r\n"))
        return u"image/png"_s;
    if (head.startsWith("\xFF\xD8\xFF"))
        return u"image/jpeg"_s;
    if (head.startsWith(QByteArray("II*\0", 4)) || head.startsWith(QByteArray("MM\0*", 4)))
        return u"image/tiff"_s;
    return {};
}

bool isSameFile(const QString& a, const QString& b)
{
    const QString place = QFileInfo(a).canonicalFilePath();
    return !place.isEmpty() && place == QFileInfo(b).canonicalFilePath();
}

Result<void> copyFile(const QString& from, const QString& to, const CancelToken& cancel,
                      const ProgressSink& progress)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return Error(ErrorCode::Io,
                     Text::tr("无法读取文件“%1”；请检查权限后重试。").arg(shown(from)),
                     source.errorString());
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error(ErrorCode::Io,
                     Text::tr("无法写入“%1”；请检查文件夹权限和磁盘空间后重试。").arg(shown(to)),
                     target.errorString());
    constexpr qint64 blockSize = qint64(1) << 20;
    while (!source.atEnd()) {
        const QByteArray block = source.read(blockSize);
        const bool stopped = cancel.isCancelled();
        if (stopped || block.isEmpty() || target.write(block) != block.size()) {
            target.remove();
            if (stopped)
                return Error(ErrorCode::Cancelled, Text::tr("已取消，没有留下文件。"));
            return Error(ErrorCode::Io,
                         Text::tr("把“%1”复制到“%2”时中断；请检查磁盘空间后重试。")
                             .arg(shown(from), shown(to)),
                         target.errorString());
        }
        tellProgress(progress, double(target.pos()) / double(source.size()),
                     Text::tr("正在复制 %1").arg(QFileInfo(from).fileName()));
    }
    if (!target.flush())
        return Error(
            ErrorCode::DiskFull,
            Text::tr("把“%1”复制到“%2”时中断；请检查磁盘空间后重试。").arg(shown(from), shown(to)),
            target.errorString());
    return {};
}

} // namespace

QString mediaTypeOf(const QString& file)
{
    switch (office::fileKind(file)) {
    case office::FileKind::Pdf:
        return typeByName(u"a.pdf"_s);
    case office::FileKind::Xlsx:
        return typeByName(u"a.xlsx"_s);
    case office::FileKind::Xls:
        return typeByName(u"a.xls"_s);
    case office::FileKind::Ods:
        return typeByName(u"a.ods"_s);
    case office::FileKind::Html:
        return typeByName(u"a.html"_s);
    default:
        break;
    }
    const QString picture = pictureType(file);
    return picture.isEmpty() ? typeByName(file) : picture;
}

Result<ReadDocument> readDocument(const QString& projectPath, const QString& file, Keeping keeping,
                                  const QDateTime& now, const CancelToken& cancel,
                                  const ProgressSink& progress)
{
    const QFileInfo info(file);
    if (!info.exists())
        return Error(ErrorCode::NotFound,
                     Text::tr("找不到材料“%1”；请核对路径。").arg(shown(file)));
    if (info.isDir())
        return Error(ErrorCode::Invalid,
                     Text::tr("“%1”是文件夹；请选择其中的文件。").arg(shown(file)));
    if (isSameFile(file, projectPath))
        return Error(ErrorCode::Invalid,
                     Text::tr("“%1”就是本项目文件，不能作自己的佐证材料。").arg(shown(file)));
    if (info.size() == 0)
        return Error(ErrorCode::Invalid,
                     Text::tr("“%1”是空文件，不能作佐证材料；请重新获取。").arg(shown(file)));
    if (keeping == Keeping::Inside && info.size() > Attachment::insideLimit)
        return Error(ErrorCode::TooLarge, Text::tr("“%1”超过 %2 MB，不能存入项目；请改为引用。")
                                              .arg(shown(file))
                                              .arg(Attachment::insideLimit / (1024 * 1024)));
    tellProgress(progress, 0, Text::tr("正在读取 %1").arg(info.fileName()));
    ReadDocument read;
    Attachment& attachment = read.attachment;
    attachment.name = info.fileName();
    attachment.mediaType = mediaTypeOf(file);
    attachment.addedAt = now;
    attachment.person = project::ProjectFile::currentPerson();
    const bool inside = keeping != Keeping::Referenced && info.size() <= Attachment::insideLimit;
    if (inside) {
        Result<QByteArray> bytes = readFile(file, Attachment::insideLimit);
        if (!bytes)
            return bytes.error();
        read.content = *std::move(bytes);
        attachment.size = read.content.size();
        attachment.sha256 = QString::fromLatin1(
            QCryptographicHash::hash(read.content, QCryptographicHash::Sha256).toHex());
    } else {
        const Result<QString> digest = sha256OfFile(file, cancel);
        if (!digest)
            return digest.error();
        attachment.sha256 = *digest;
        attachment.size = info.size();
        attachment.path = project::relativeDocumentPath(projectPath, file);
    }
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消，没有附加材料。"));
    tellProgress(progress, 1, Text::tr("正在读取 %1").arg(info.fileName()));
    return read;
}

bool liesBesideProject(const QString& projectPath, const QString& file)
{
    const QString path = project::relativeDocumentPath(projectPath, file);
    return !path.startsWith(u"../"_s) && !QDir::isAbsolutePath(path);
}

Result<QString> copyBesideProject(const QString& projectPath, const QString& file,
                                  const CancelToken& cancel, const ProgressSink& progress)
{
    const QFileInfo info(file);
    if (!info.isFile())
        return Error(ErrorCode::NotFound,
                     Text::tr("找不到材料“%1”；请核对路径。").arg(shown(file)));
    QDir folder = QFileInfo(projectPath).absoluteDir();
    const QString name = u"佐证材料"_s;
    if (!folder.mkpath(name) || !folder.cd(name))
        return Error(ErrorCode::ReadOnly,
                     Text::tr("不能在 %1 中建立文件夹“%2”；请检查权限，或改为直接引用原处的文件。")
                         .arg(shown(folder.path()), name));
    const Result<QString> digest = sha256OfFile(file, cancel);
    if (!digest)
        return digest.error();
    QString copy = folder.filePath(info.fileName());
    for (int number = 2; QFileInfo::exists(copy); ++number) {
        if (QFileInfo(copy).size() == info.size()) {
            const Result<QString> there = sha256OfFile(copy, cancel);
            if (!there && there.error().code() == ErrorCode::Cancelled)
                return there.error();
            if (there && *there == *digest)
                return copy;
        }
        const QString suffix = info.suffix().isEmpty() ? u""_s : u'.' + info.suffix();
        copy =
            folder.filePath(u"%1（%2）%3"_s.arg(info.completeBaseName()).arg(number).arg(suffix));
    }
    const Result<void> copied = copyFile(file, copy, cancel, progress);
    if (!copied)
        return copied.error();
    return copy;
}

ChangeSet attach(const project::YearData& data, const ReadDocument& read,
                 const QList<Document>& figures)
{
    const Attachment* there = data.attachmentByDigest(read.attachment.sha256);
    ChangeSet set = project::edits::addAttachment(data, read.attachment, read.content);
    for (Document document : figures) {
        document.id = 0;
        document.attachment = there ? there->id : project::AttachmentId(-1);
        const QList<const Document*> known =
            data.documentsOf({document.subject, document.region, document.year});
        if (there && std::any_of(known.cbegin(), known.cend(), [&](const Document* other) {
                return other->attachment == there->id && other->source == document.source &&
                       other->place == document.place;
            }))
            continue;
        const ChangeSet link = project::edits::setDocument(data, document);
        for (RowChange change : link.changes) {
            change.row = -set.changes.size() - 1;
            set.changes << std::move(change);
        }
    }
    if (!set.isEmpty())
        set.label = Text::tr("附加材料 %1").arg(read.attachment.name);
    return set;
}

ChangeSet replaceDocument(const project::YearData& data, project::AttachmentId id,
                          const ReadDocument& read)
{
    const Attachment* old = data.attachment(id);
    if (!old)
        return {};
    const QString label = Text::tr("重新指定材料 %1").arg(old->name);
    if (const Attachment* other = data.attachmentByDigest(read.attachment.sha256);
        other && other->id != id) {
        ChangeSet set{label, {}, {}, {}};
        for (const Document& document : data.documents) {
            if (document.attachment != id)
                continue;
            Document moved = document;
            moved.attachment = other->id;
            set.changes << project::edits::setDocument(data, moved).changes;
        }
        // The documents have left it, so only its own row goes.
        const ChangeSet removal = project::edits::removeAttachment(data, id);
        set.changes << removal.changes.last();
        return set;
    }
    Attachment now = read.attachment;
    now.id = id;
    now.note = old->note;
    // Only lost or damaged content can be meant by the same document inside: the row then changes
    // in who brought it and when, and the bytes are stored anew with it.
    if (now.sha256 == old->sha256 && !(now.isInside() && old->isInside())) {
        now.addedAt = old->addedAt;
        now.person = old->person;
    }
    ChangeSet set = project::edits::setAttachment(data, now);
    if (now.isInside() && !set.isEmpty())
        set.contents.insert(now.sha256, read.content);
    if (!set.isEmpty())
        set.label = label;
    return set;
}

} // namespace checkup::collect
