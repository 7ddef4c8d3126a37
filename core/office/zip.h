#pragma once

#include "core/base/result.h"
#include "core/office/limits.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace checkup::office {

/// Reads a zip archive (minizip). Entries are unpacked into memory within Limits, which count what
/// is really unpacked, not what the directory claims. Not thread-safe.
class ZipReader
{
public:
    static Result<ZipReader> open(const QString& path, const Limits& limits = {});
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    const QStringList& names() const;
    bool contains(const QString& name) const;
    Result<QByteArray> read(const QString& name);

private:
    struct State;
    explicit ZipReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// An archive to be written: entries in the order given. The same entries and time give the same
/// bytes.
struct ZipEntry
{
    QString name;
    QByteArray bytes;
};
Result<void> writeZip(const QString& path, const QList<ZipEntry>& entries,
                      const QDateTime& modified);

} // namespace checkup::office
