#pragma once

#include "core/draw/shape_store.h"

#include <QString>

#include <optional>

namespace checkup::draw {

/// Shapes of layers as they were last loaded, so that the next opening shows its first picture
/// without reading the layer again: a folder of files, one a layer, columns and plane, named after
/// a digest of what they were made from. It can be deleted at any time; what cannot be read or
/// written there is as if it were not there. For any thread, and several programs at once.
class ShapeCache
{
public:
    /// The folder is made when something is kept. At most `limit` bytes are, the least recently
    /// used go first.
    explicit ShapeCache(QString folder, qint64 limit = qint64(2) << 30);

    /// `key` tells everything that the shapes depend on.
    std::optional<ShapeStore> find(const QString& key) const;
    void keep(const QString& key, const ShapeStore& shapes) const;

private:
    QString fileOf(const QString& key) const;
    void makeRoom(qint64 bytes) const;

    QString m_folder;
    qint64 m_limit;
};

} // namespace checkup::draw
