#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/gdal/layer_reader.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace checkup::gdal {

/// A PostgreSQL database reached through OGR, for what is computed where the data is. Belongs to
/// the thread that opened it.
class Database
{
public:
    /// Whether a layer's path is such a connection ("PG:…") and no file.
    static bool isConnection(const QString& path);

    /// "PG:" and what libpq takes; passwords are libpq's to find. Io when it cannot be reached. No
    /// sentence repeats the connection. With a token whatever it does can be cancelled: while a
    /// statement runs the token is looked at, and a second connection asks the server to stop
    /// (pg_cancel_backend), which it does within a fraction of a second.
    static Result<Database> open(const QString& connection,
                                 const std::optional<CancelToken>& cancel = {});
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Runs statements. Io with the server's own words as detail; the sentence says when it was
    /// the connection that was lost. Cancelled.
    Result<void> run(const QString& sql);
    /// The rows of a query, whose columns must all be texts and have different names; null becomes
    /// an empty one. The result is put into a temporary table first, without which PostgreSQL would
    /// use one processor only.
    Result<QList<QStringList>> rows(const QString& query);
    /// The rows of a query as features: one geometry and texts, which become the attributes in
    /// their order. The reader must go before the database, and before it is asked anything else.
    Result<LayerReader> features(const QString& query);

    /// A name or a text, quoted so that nothing in it can end it.
    static QString quotedName(const QString& name);
    static QString quotedText(const QString& text);

private:
    Error failure(const QString& detail, const QString& sentence);

    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace checkup::gdal
