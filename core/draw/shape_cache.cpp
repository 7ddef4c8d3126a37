#include "core/draw/shape_cache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

namespace checkup::draw {

using namespace Qt::StringLiterals;

/// A store's members one after the other: numbers as this machine has them, arrays after their
/// length. The reader believes nothing: every length and every reference is looked at.
class ShapeFile
{
public:
    static constexpr char16_t separator = u'\u001e'; ///< between texts; those with one are not kept

    static bool write(QIODevice& device, const QByteArray& digest, const ShapeStore& store)
    {
        ShapeFile file(device);
        file.raw(magic, sizeof magic);
        file.raw(digest.constData(), digest.size());
        file.number(static_cast<std::uint32_t>(store.m_kind));
        file.number(store.m_leftOut);
        file.number(store.m_extent);
        file.number(store.m_originX);
        file.number(store.m_originY);
        file.number(store.m_minX);
        file.number(store.m_minY);
        std::vector<spatial::Box> boxes;
        boxes.reserve(store.count());
        for (std::size_t i = 0; i < store.count(); ++i)
            boxes.push_back(store.box(i));
        file.array(boxes);
        file.array(store.m_places);
        file.array(store.m_begins);
        file.array(store.m_parts);
        file.array(store.m_ids);
        file.number(static_cast<std::uint64_t>(store.m_editions.size()));
        for (const ShapeStore::Edition& edition : store.m_editions) {
            file.number(edition.cell);
            file.array(edition.places);
            file.array(edition.begins);
        }
        file.number(static_cast<std::uint64_t>(store.m_attributes.size()));
        for (const ShapeStore::Attribute& attribute : store.m_attributes) {
            file.array(attribute.ofFeature);
            const QByteArray texts = attribute.texts.join(QChar(separator)).toUtf8();
            file.number(static_cast<std::uint64_t>(attribute.texts.size()));
            file.array(std::vector<char>(texts.cbegin(), texts.cend()));
        }
        file.raw(magic, sizeof magic);
        return file.m_good;
    }

    static std::optional<ShapeStore> read(QIODevice& device, const QByteArray& digest)
    {
        ShapeFile file(device);
        ShapeStore store;
        std::uint32_t kind = 0;
        std::vector<spatial::Box> boxes;
        if (!file.isMagic() || file.take(digest.size()) != digest || !file.get(kind) ||
            kind > static_cast<std::uint32_t>(ShapeStore::Kind::Points) ||
            !file.get(store.m_leftOut) || !file.get(store.m_extent) || !file.get(store.m_originX) ||
            !file.get(store.m_originY) || !file.get(store.m_minX) || !file.get(store.m_minY) ||
            !file.get(boxes) || !file.get(store.m_places) || !file.get(store.m_begins) ||
            !file.get(store.m_parts) || !file.get(store.m_ids) ||
            store.m_ids.size() != boxes.size())
            return std::nullopt;
        store.m_kind = static_cast<ShapeStore::Kind>(kind);
        if (!isPlace(store.m_originX) || !isPlace(store.m_originY) || !isBox(store.m_extent) ||
            !std::all_of(boxes.cbegin(), boxes.cend(), [&](const spatial::Box& box) {
                return isBox(box) && store.m_extent.holds(box);
            }))
            return std::nullopt;
        if (!rises(store.m_parts, boxes.size(), store.m_begins.size()) ||
            !rises(store.m_begins, store.m_parts.back(), store.m_places.size() / 2 + 1))
            return std::nullopt;
        std::uint64_t editions = 0;
        if (!file.get(editions) || editions > most)
            return std::nullopt;
        for (std::uint64_t i = 0; i < editions; ++i) {
            ShapeStore::Edition edition;
            if (!file.get(edition.cell) || edition.cell < 1 || !file.get(edition.places) ||
                !file.get(edition.begins) ||
                !rises(edition.begins, store.m_begins.size() - 1, edition.places.size() / 2 + 1))
                return std::nullopt;
            store.m_editions.push_back(std::move(edition));
        }
        std::uint64_t attributes = 0;
        if (!file.get(attributes) || attributes > most)
            return std::nullopt;
        for (std::uint64_t i = 0; i < attributes; ++i) {
            ShapeStore::Attribute attribute;
            std::uint64_t count = 0;
            std::vector<char> texts;
            if (!file.get(attribute.ofFeature) || !file.get(count) || !file.get(texts) ||
                attribute.ofFeature.size() != boxes.size())
                return std::nullopt;
            if (count > 0)
                attribute.texts =
                    QString::fromUtf8(texts.data(), static_cast<qsizetype>(texts.size()))
                        .split(QChar(separator));
            const auto known = static_cast<std::uint64_t>(attribute.texts.size());
            if (known != count)
                return std::nullopt;
            for (const std::uint32_t text : attribute.ofFeature) {
                if (text >= known)
                    return std::nullopt;
            }
            store.m_attributes.push_back(std::move(attribute));
        }
        if (!file.isMagic())
            return std::nullopt;
        if (!boxes.empty())
            store.m_grid.build(std::move(boxes));
        return store;
    }

private:
    /// Another byte order reads another version.
    static constexpr std::uint32_t magic[] = {0x53504843, 1};
    static constexpr std::uint64_t most = 64; ///< editions, attributes

    explicit ShapeFile(QIODevice& device)
        : m_device(device)
    {}

    void raw(const void* bytes, qsizetype size)
    {
        m_good = m_good && m_device.write(static_cast<const char*>(bytes), size) == size;
    }
    template <class T>
    void number(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        raw(&value, sizeof value);
    }
    template <class T>
    void array(const std::vector<T>& values)
    {
        number(static_cast<std::uint64_t>(values.size()));
        raw(values.data(), static_cast<qsizetype>(values.size() * sizeof(T)));
    }

    bool isMagic()
    {
        return take(sizeof magic) ==
               QByteArray::fromRawData(reinterpret_cast<const char*>(magic), sizeof magic);
    }
    QByteArray take(qsizetype size) { return m_device.read(size); }
    template <class T>
    bool get(T& value)
    {
        return m_device.read(reinterpret_cast<char*>(&value), sizeof value) ==
               static_cast<qint64>(sizeof value);
    }
    template <class T>
    bool get(std::vector<T>& values)
    {
        std::uint64_t count = 0;
        if (!get(count) ||
            count > static_cast<std::uint64_t>(m_device.bytesAvailable()) / sizeof(T))
            return false;
        values.resize(count);
        const auto size = static_cast<qint64>(count * sizeof(T));
        return m_device.read(reinterpret_cast<char*>(values.data()), size) == size;
    }

    static bool isPlace(double metres) { return std::abs(metres) < 1e9; }
    static bool isBox(const spatial::Box& box)
    {
        return isPlace(box.minX) && isPlace(box.minY) && isPlace(box.maxX) && isPlace(box.maxY) &&
               box.minX <= box.maxX && box.minY <= box.maxY;
    }

    /// Whether `bounds` are those of `pieces` pieces, one after the other, of less than `beyond`
    /// things.
    static bool rises(const std::vector<std::uint32_t>& bounds, std::size_t pieces,
                      std::size_t beyond)
    {
        if (bounds.size() != pieces + 1 || bounds.front() != 0 || bounds.back() >= beyond)
            return false;
        for (std::size_t i = 0; i < pieces; ++i) {
            if (bounds[i] > bounds[i + 1])
                return false;
        }
        return true;
    }

    QIODevice& m_device;
    bool m_good = true;
};

namespace {

QByteArray digestOf(const QString& key)
{
    return QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
}

constexpr auto suffix = ".shapes";

} // namespace

ShapeCache::ShapeCache(QString folder, qint64 limit)
    : m_folder(std::move(folder))
    , m_limit(limit)
{}

QString ShapeCache::fileOf(const QString& key) const
{
    return QDir(m_folder).filePath(QString::fromLatin1(digestOf(key).toHex()) +
                                   QLatin1StringView(suffix));
}

std::optional<ShapeStore> ShapeCache::find(const QString& key) const
{
    QFile file(fileOf(key));
    // Unbuffered: what is read are a few large arrays.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    auto found = ShapeFile::read(file, digestOf(key));
    if (found) {
        // The date says when it was last of use; where it cannot be set, its making does.
        QFile used(file.fileName());
        if (used.open(QIODevice::ReadWrite))
            used.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    }
    return found;
}

void ShapeCache::keep(const QString& key, const ShapeStore& shapes) const
{
    for (int i = 0; i < shapes.attributes(); ++i) {
        for (const QString& text : shapes.texts(i)) {
            if (text.contains(QChar(ShapeFile::separator)))
                return;
        }
    }
    if (!QDir().mkpath(m_folder))
        return;
    makeRoom(static_cast<qint64>(shapes.bytes()));
    QSaveFile file(fileOf(key));
    if (file.open(QIODevice::WriteOnly) && ShapeFile::write(file, digestOf(key), shapes))
        file.commit();
}

void ShapeCache::makeRoom(qint64 bytes) const
{
    QFileInfoList files = QDir(m_folder).entryInfoList({u'*' + QLatin1StringView(suffix)},
                                                       QDir::Files, QDir::Time); // the newest first
    qint64 all = bytes;
    for (const QFileInfo& one : std::as_const(files)) {
        all += one.size();
        if (all > m_limit)
            QFile::remove(one.filePath());
    }
}

} // namespace checkup::draw
