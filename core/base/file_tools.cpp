#include "core/base/file_tools.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace checkup {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileTools)
};

constexpr qint64 blockSize = qint64(1) << 20;

Error cannotRead(const QString& path, const QFile& file)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        return {ErrorCode::NotFound, Text::tr("找不到文件“%1”；请核对路径。").arg(shown),
                file.errorString()};
    if (info.isDir()) {
        return {ErrorCode::BadUsage, Text::tr("“%1”是文件夹；请选择其中的文件。").arg(shown),
                file.errorString()};
    }
    if (!info.isReadable()) {
        return {ErrorCode::Io,
                Text::tr("没有读取文件“%1”的权限；请修改权限或复制到可读的文件夹。").arg(shown),
                file.errorString()};
    }
    return {ErrorCode::Io, Text::tr("无法读取文件“%1”；请检查磁盘或网络连接后重试。").arg(shown),
            file.errorString()};
}

Error cannotWrite(const QString& path, const QString& detail, qint64 wanted)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    const QFileInfo folder(info.absolutePath());
    if (!folder.isDir()) {
        return {ErrorCode::NotFound,
                Text::tr("无法写入“%1”：所在文件夹不存在；请先新建文件夹。").arg(shown), detail};
    }
    if (info.isDir())
        return {ErrorCode::BadUsage,
                Text::tr("无法写入“%1”：同名文件夹已存在；请换一个文件名。").arg(shown), detail};
    const QStorageInfo storage(folder.absoluteFilePath());
    if (storage.isReadOnly() || !folder.isWritable() || (info.exists() && !info.isWritable())) {
        return {ErrorCode::ReadOnly,
                Text::tr("无法写入“%1”：文件或文件夹是只读的；请修改权限或另选位置。").arg(shown),
                detail};
    }
    if (storage.isValid() && storage.bytesAvailable() < wanted) {
        return {ErrorCode::DiskFull,
                Text::tr("无法写入“%1”：磁盘空间不足；请清理磁盘或另选位置。").arg(shown), detail};
    }
    return {ErrorCode::Io, Text::tr("无法写入“%1”；请检查磁盘或网络连接后重试。").arg(shown),
            detail};
}

} // namespace

Result<QString> sha256OfFile(const QString& path, const CancelToken& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(path, file);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(blockSize, Qt::Uninitialized);
    for (;;) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
        const qint64 count = file.read(block.data(), block.size());
        if (count < 0)
            return cannotRead(path, file);
        if (count == 0)
            break;
        hash.addData(QByteArrayView(block.constData(), count));
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<void> writeFileSafely(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString(), bytes.size());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(path, file.errorString(), bytes.size());
    return {};
}

Result<QByteArray> readFile(const QString& path, qint64 limit)
{
    const auto tooLarge = [&] {
        return Error(ErrorCode::TooLarge,
                     Text::tr("文件“%1”超过 %2 MB，未读取；请拆分或精简后再试。")
                         .arg(QDir::toNativeSeparators(path))
                         .arg(limit / (1024 * 1024)));
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(path, file);
    if (file.size() > limit)
        return tooLarge();
    // Read to the end in blocks: devices and growing files do not tell their size.
    QByteArray bytes;
    bytes.reserve(file.size() + 1);
    for (;;) {
        const QByteArray block = file.read(blockSize);
        if (file.error() != QFileDevice::NoError)
            return cannotRead(path, file);
        if (block.isEmpty())
            break;
        bytes += block;
        if (bytes.size() > limit)
            return tooLarge();
    }
    return bytes;
}

} // namespace checkup
