#include "core/office/zip.h"

#include "core/base/file_tools.h"
#include "core/office/text_decoding.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <new>

namespace checkup::office {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Zip)
};

constexpr int blockSize = 256 * 1024;
constexpr qint64 ratioFrom = qint64(10) << 20;
constexpr uLong utf8Names = 1u << 11;
constexpr uLong encryptedEntry = 1u;

// minizip on a QIODevice: any path that Qt can open, and archives in memory.
voidpf ZCALLBACK openDevice(voidpf device, const void*, int)
{
    return device;
}
uLong ZCALLBACK readDevice(voidpf, voidpf device, void* to, uLong size)
{
    const qint64 count =
        static_cast<QIODevice*>(device)->read(static_cast<char*>(to), static_cast<qint64>(size));
    return static_cast<uLong>(std::max<qint64>(count, 0));
}
uLong ZCALLBACK writeDevice(voidpf, voidpf device, const void* from, uLong size)
{
    const qint64 count = static_cast<QIODevice*>(device)->write(static_cast<const char*>(from),
                                                                static_cast<qint64>(size));
    return static_cast<uLong>(std::max<qint64>(count, 0));
}
ZPOS64_T ZCALLBACK tellDevice(voidpf, voidpf device)
{
    return static_cast<ZPOS64_T>(static_cast<QIODevice*>(device)->pos());
}
long ZCALLBACK seekDevice(voidpf, voidpf stream, ZPOS64_T offset, int origin)
{
    auto* device = static_cast<QIODevice*>(stream);
    const auto distance = static_cast<qint64>(offset);
    const qint64 from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                        : origin == ZLIB_FILEFUNC_SEEK_CUR ? device->pos()
                                                           : device->size();
    const qint64 to = from + distance;
    return to >= 0 && to <= device->size() && device->seek(to) ? 0 : -1;
}
int ZCALLBACK closeDevice(voidpf, voidpf)
{
    return 0;
}
int ZCALLBACK deviceError(voidpf, voidpf)
{
    return 0;
}

zlib_filefunc64_def functionsFor(QIODevice* device)
{
    zlib_filefunc64_def functions{};
    functions.zopen64_file = openDevice;
    functions.zread_file = readDevice;
    functions.zwrite_file = writeDevice;
    functions.ztell64_file = tellDevice;
    functions.zseek64_file = seekDevice;
    functions.zclose_file = closeDevice;
    functions.zerror_file = deviceError;
    functions.opaque = device;
    return functions;
}

struct Entry
{
    unz64_file_pos position{};
    qint64 packed = 0;
    qint64 claimed = 0;
    bool encrypted = false;
};

Error damaged(const QString& path, const QString& part, const QString& detail = {})
{
    const QString shown = QDir::toNativeSeparators(path);
    if (part.isEmpty()) {
        return {ErrorCode::Damaged,
                Text::tr("“%1”已损坏或不完整（压缩目录读不出来）；请重新获取该文件。").arg(shown),
                detail};
    }
    return {ErrorCode::Damaged,
            Text::tr("“%1”已损坏：其中的“%2”无法解压；请重新获取该文件。").arg(shown, part),
            detail};
}

Error bomb(const QString& path)
{
    return {ErrorCode::TooLarge,
            Text::tr("“%1”解压后过大，超出安全限制，未读取；请核实文件来源，或拆分、精简后再试。")
                .arg(QDir::toNativeSeparators(path))};
}

} // namespace

struct ZipReader::State
{
    QString path;
    Limits limits;
    QFile file;
    unzFile zip = nullptr;
    QStringList names;
    QHash<QString, Entry> entries;
    qint64 unpacked = 0;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State()
    {
        if (zip != nullptr)
            unzClose(zip);
    }
};

ZipReader::ZipReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(const QString& path, const Limits& limits)
{
    auto state = std::make_unique<State>();
    state->path = path;
    state->limits = limits;
    state->file.setFileName(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!QFileInfo::exists(path))
        return Error(ErrorCode::NotFound, Text::tr("找不到文件“%1”；请核对路径。").arg(shown));
    if (!state->file.open(QIODevice::ReadOnly)) {
        return Error(ErrorCode::Io,
                     Text::tr("无法读取文件“%1”；请检查权限、磁盘或网络连接后重试。").arg(shown),
                     state->file.errorString());
    }
    zlib_filefunc64_def functions = functionsFor(&state->file);
    state->zip = unzOpen2_64("", &functions);
    if (state->zip == nullptr)
        return damaged(path, {});
    int count = 0;
    QByteArray name(65536, '\0');
    for (int rc = unzGoToFirstFile(state->zip); rc != UNZ_END_OF_LIST_OF_FILE;
         rc = unzGoToNextFile(state->zip)) {
        if (rc != UNZ_OK)
            return damaged(path, {}, u"unzGoToNextFile %1"_s.arg(rc));
        if (++count > limits.entries)
            return bomb(path);
        unz_file_info64 info{};
        if (unzGetCurrentFileInfo64(state->zip, &info, name.data(), static_cast<uLong>(name.size()),
                                    nullptr, 0, nullptr, 0) != UNZ_OK)
            return damaged(path, {}, u"unzGetCurrentFileInfo64"_s);
        const QByteArray raw =
            name.left(std::min<qsizetype>(static_cast<qsizetype>(info.size_filename), name.size()));
        const auto decoded = decodeText(raw);
        const QString entryName = decoded ? decoded->text : QString::fromLatin1(raw);
        Entry entry;
        if (unzGetFilePos64(state->zip, &entry.position) != UNZ_OK)
            return damaged(path, entryName);
        entry.packed = static_cast<qint64>(info.compressed_size);
        entry.claimed = static_cast<qint64>(info.uncompressed_size);
        entry.encrypted = (info.flag & encryptedEntry) != 0;
        if (!state->entries.contains(entryName)) {
            state->names << entryName;
            state->entries.insert(entryName, entry);
        }
    }
    return ZipReader(std::move(state));
}

const QStringList& ZipReader::names() const
{
    return m_state->names;
}

bool ZipReader::contains(const QString& name) const
{
    return m_state->entries.contains(name);
}

Result<QByteArray> ZipReader::read(const QString& name)
{
    State& state = *m_state;
    const auto found = state.entries.constFind(name);
    if (found == state.entries.cend()) {
        return Error(ErrorCode::NotFound,
                     Text::tr("“%1”中缺少“%2”，文件可能已损坏；请重新获取该文件。")
                         .arg(QDir::toNativeSeparators(state.path), name));
    }
    if (found->encrypted) {
        return Error(ErrorCode::Encrypted, Text::tr("“%1”中的“%2”设有密码；请去掉密码后再试。")
                                               .arg(QDir::toNativeSeparators(state.path), name));
    }
    unz64_file_pos position = found->position;
    if (unzGoToFilePos64(state.zip, &position) != UNZ_OK || unzOpenCurrentFile(state.zip) != UNZ_OK)
        return damaged(state.path, name);
    // The directory may lie about what an entry was packed to, but not above the file's own size.
    const double packed =
        static_cast<double>(std::clamp<qint64>(found->packed, 1, state.file.size()));
    QByteArray bytes;
    QByteArray block(blockSize, Qt::Uninitialized);
    try {
        bytes.reserve(
            std::clamp<qint64>(found->claimed, 0, std::min(ratioFrom, state.limits.entryBytes)));
        for (;;) {
            const int count =
                unzReadCurrentFile(state.zip, block.data(), static_cast<unsigned>(block.size()));
            if (count < 0) {
                unzCloseCurrentFile(state.zip);
                return damaged(state.path, name, u"unzReadCurrentFile %1"_s.arg(count));
            }
            if (count == 0)
                break;
            bytes.append(block.constData(), count);
            state.unpacked += count;
            const auto size = static_cast<double>(bytes.size());
            if (bytes.size() > state.limits.entryBytes ||
                state.unpacked > state.limits.unpackedBytes ||
                (bytes.size() > ratioFrom && size > state.limits.ratio * packed)) {
                unzCloseCurrentFile(state.zip);
                return bomb(state.path);
            }
        }
    } catch (const std::bad_alloc&) {
        unzCloseCurrentFile(state.zip);
        return bomb(state.path);
    }
    const int closed = unzCloseCurrentFile(state.zip); // compares the checksum
    if (closed != UNZ_OK || bytes.size() != found->claimed)
        return damaged(state.path, name, u"unzCloseCurrentFile %1"_s.arg(closed));
    return bytes;
}

Result<void> writeZip(const QString& path, const QList<ZipEntry>& entries,
                      const QDateTime& modified)
{
    const auto failed = [&](const QString& name) {
        return Error(
            ErrorCode::Internal,
            Text::tr("无法压缩“%1”中的“%2”；请重试。").arg(QDir::toNativeSeparators(path), name));
    };
    // DOS time knows 1980 to 2107, in steps of two seconds, and no time zone.
    QDateTime time = modified;
    if (!time.isValid() || time.date().year() < 1980)
        time = QDateTime(QDate(1980, 1, 1), QTime(0, 0), Qt::UTC);
    zip_fileinfo info{};
    info.tmz_date.tm_sec = static_cast<uInt>(time.time().second());
    info.tmz_date.tm_min = static_cast<uInt>(time.time().minute());
    info.tmz_date.tm_hour = static_cast<uInt>(time.time().hour());
    info.tmz_date.tm_mday = static_cast<uInt>(time.date().day());
    info.tmz_date.tm_mon = static_cast<uInt>(time.date().month() - 1);
    info.tmz_date.tm_year = static_cast<uInt>(std::min(time.date().year(), 2107));

    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    zlib_filefunc64_def functions = functionsFor(&buffer);
    zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    if (zip == nullptr)
        return failed(QString());
    constexpr uLong madeBy = 20; // DOS, version 2.0
    for (const ZipEntry& entry : entries) {
        const bool ascii = std::all_of(entry.name.cbegin(), entry.name.cend(),
                                       [](QChar c) { return c.unicode() < 128; });
        const int zip64 = entry.bytes.size() >= qsizetype(0xffffffff) ? 1 : 0;
        bool good = zipOpenNewFileInZip4_64(zip, entry.name.toUtf8().constData(), &info, nullptr, 0,
                                            nullptr, 0, nullptr, Z_DEFLATED, 6, 0, -MAX_WBITS,
                                            DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, madeBy,
                                            ascii ? 0 : utf8Names, zip64) == ZIP_OK;
        for (qsizetype at = 0; good && at < entry.bytes.size(); at += blockSize) {
            const auto count = std::min<qsizetype>(blockSize, entry.bytes.size() - at);
            good = zipWriteInFileInZip(zip, entry.bytes.constData() + at,
                                       static_cast<unsigned>(count)) == ZIP_OK;
        }
        if (!good || zipCloseFileInZip(zip) != ZIP_OK) {
            zipClose(zip, nullptr);
            return failed(entry.name);
        }
    }
    if (zipClose(zip, nullptr) != ZIP_OK)
        return failed(QString());
    return writeFileSafely(path, buffer.data());
}

} // namespace checkup::office
