#include "core/office/file_kind.h"

#include "core/office/text_decoding.h"
#include "core/office/zip.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace checkup::office {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileKind)
};

constexpr qint64 headSize = 64 * 1024;

/// ASCII as the names in an OLE directory are written.
QByteArray utf16(const char* ascii)
{
    QByteArray bytes;
    for (; *ascii != '\0'; ++ascii) {
        bytes += *ascii;
        bytes += '\0';
    }
    return bytes;
}

FileKind kindOfZip(const QString& path, const QByteArray& head)
{
    if (auto zip = ZipReader::open(path)) {
        const QStringList& names = zip->names();
        const auto anyBelow = [&](QLatin1StringView folder) {
            return std::any_of(names.cbegin(), names.cend(),
                               [&](const QString& name) { return name.startsWith(folder); });
        };
        if (anyBelow("xl/"_L1))
            return FileKind::Xlsx;
        if (zip->contains(u"mimetype"_s)) {
            const auto type = zip->read(u"mimetype"_s);
            return type && type->startsWith("application/vnd.oasis.opendocument.spreadsheet")
                       ? FileKind::Ods
                       : FileKind::OtherZip;
        }
        // A workbook may live elsewhere than in xl/; its reader finds it by the relations.
        const bool other = anyBelow("word/"_L1) || anyBelow("ppt/"_L1) || anyBelow("visio/"_L1);
        return zip->contains(u"_rels/.rels"_s) && !other ? FileKind::Xlsx : FileKind::OtherZip;
    }
    // The directory at the end is missing or broken: go by the names of the first entries.
    if (head.contains("application/vnd.oasis.opendocument.spreadsheet"))
        return FileKind::Ods;
    const bool other = head.contains("word/") || head.contains("ppt/");
    return head.contains("xl/") || (head.contains("[Content_Types].xml") && !other)
               ? FileKind::Xlsx
               : FileKind::OtherZip;
}

FileKind kindOfOle(QFile& file)
{
    // The directory may stand anywhere in the container, so the whole file is looked through in
    // overlapping blocks.
    const QByteArray encrypted = utf16("EncryptedPackage");
    const QByteArray workbook = utf16("Workbook");
    const QByteArray book = QByteArray(1, '\0') + utf16("Book");
    bool isWorkbook = false;
    QByteArray tail;
    file.seek(0);
    for (;;) {
        const QByteArray block = file.read(4 * 1024 * 1024);
        if (block.isEmpty())
            break;
        const QByteArray window = tail + block;
        if (window.contains(encrypted))
            return FileKind::EncryptedOffice;
        isWorkbook = isWorkbook || window.contains(workbook) || window.contains(book);
        tail = window.right(64);
    }
    return isWorkbook ? FileKind::Xls : FileKind::Unknown;
}

FileKind kindOfText(const QByteArray& head, bool whole)
{
    QByteArray ascii = head.left(4096).toLower();
    ascii.replace("\0"_ba, ""_ba);
    if (ascii.startsWith("\xEF\xBB\xBF"))
        ascii.remove(0, 3);
    ascii = ascii.trimmed();
    if (ascii.contains("urn:schemas-microsoft-com:office:spreadsheet") && ascii.startsWith("<?xml"))
        return FileKind::SpreadsheetXml;
    // Excel's own "web page" is html with namespaces; MHTML is the same wrapped as mail.
    for (const char* tag :
         {"<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body", "<div"}) {
        if (ascii.startsWith(tag) ||
            ((ascii.startsWith("<?xml") || ascii.startsWith("<!--")) && ascii.contains(tag)))
            return FileKind::Html;
    }
    if (ascii.startsWith("\xFF\xFE<") || ascii.startsWith("mime-version:"))
        return FileKind::Html;
    if (ascii.startsWith('<') || ascii.startsWith('{') || ascii.startsWith('['))
        return FileKind::Unknown;
    QByteArray text = head;
    if (!whole) { // not to cut a character in two
        const qsizetype end = text.lastIndexOf('\n');
        text.truncate(end > 0 ? end : text.size());
        if (text.size() % 2 != 0 && text.contains('\0'))
            text.chop(1);
    }
    const auto decoded = decodeText(text);
    if (!decoded)
        return FileKind::Unknown;
    const bool binary = std::any_of(decoded->text.cbegin(), decoded->text.cend(),
                                    [](QChar sign) { return sign.unicode() < 9; });
    return binary ? FileKind::Unknown : FileKind::Csv;
}

} // namespace

FileKind fileKind(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return FileKind::Unknown;
    const QByteArray head = file.read(headSize);
    if (head.isEmpty())
        return file.error() == QFileDevice::NoError ? FileKind::Empty : FileKind::Unknown;
    if (head.startsWith("PK\x03\x04"))
        return kindOfZip(path, head);
    if (head.startsWith("PK\x05\x06"))
        return FileKind::OtherZip;
    if (head.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return kindOfOle(file);
    if (head.startsWith("\x09\x08\x10"_ba) || head.startsWith(QByteArray("\x09\x04\x06\x00", 4)) ||
        head.startsWith(QByteArray("\x09\x02\x06\x00", 4)))
        return FileKind::Xls;
    if (head.startsWith("SQLite format 3"))
        return FileKind::Sqlite;
    if (head.startsWith("%PDF-"))
        return FileKind::Pdf;
    if (head.startsWith("{\\rtf"))
        return FileKind::Unknown;
    return kindOfText(head, file.atEnd());
}

QString fileKindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Xlsx:
        return Text::tr("Excel 工作簿 (.xlsx)");
    case FileKind::OtherZip:
        return Text::tr("压缩包 (zip)");
    case FileKind::Xls:
        return Text::tr("Excel 97-2003 工作簿 (.xls)");
    case FileKind::EncryptedOffice:
        return Text::tr("加密的 Office 文档");
    case FileKind::Ods:
        return Text::tr("OpenDocument 表格 (.ods)");
    case FileKind::Csv:
        return Text::tr("文本表格 (csv/txt)");
    case FileKind::Html:
        return Text::tr("网页 (html)");
    case FileKind::SpreadsheetXml:
        return Text::tr("XML 电子表格 2003 (.xml)");
    case FileKind::Sqlite:
        return Text::tr("SQLite 数据库");
    case FileKind::Pdf:
        return Text::tr("PDF 文档");
    case FileKind::Empty:
        return Text::tr("空文件");
    case FileKind::Unknown:
        return Text::tr("无法识别的文件");
    }
    return {};
}

Error cannotReadKind(const QString& path, FileKind kind)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        return {ErrorCode::NotFound, Text::tr("找不到文件“%1”；请核对路径。").arg(shown)};
    if (info.isDir())
        return {ErrorCode::BadUsage, Text::tr("“%1”是文件夹；请选择其中的文件。").arg(shown)};
    if (!info.isReadable())
        return {ErrorCode::Io,
                Text::tr("没有读取文件“%1”的权限；请修改权限或复制到可读的文件夹。").arg(shown)};
    switch (kind) {
    case FileKind::EncryptedOffice:
        return {ErrorCode::Encrypted,
                Text::tr("“%1”设有打开密码；请在 Excel 或 WPS 中去掉密码，另存为 .xlsx 后再试。")
                    .arg(shown)};
    case FileKind::Empty:
        return {ErrorCode::Damaged,
                Text::tr("“%1”是空文件（0 字节）；请重新获取该文件。").arg(shown)};
    default:
        return {
            ErrorCode::Unsupported,
            Text::tr("“%1”实际上是%2，不能这样读取；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。")
                .arg(shown, fileKindName(kind))};
    }
}

} // namespace checkup::office
