#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace test {

/// A PostgreSQL of one's own in a temporary folder, reached through a socket there only; stopped
/// and deleted at the end. As root it runs as the user postgres, which Debian's package makes.
class Postgres
{
public:
    /// Starts it with these extensions, such as "postgis".
    explicit Postgres(const QStringList& extensions);
    ~Postgres();
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

    /// Empty when it runs, else what is missing or went wrong, for a skipped test to say.
    const QString& absence() const { return m_absence; }
    /// As libpq takes it; behind "PG:" as GDAL does.
    QString connection() const;
    /// What psql prints, columns parted by tabs; none when it fails, see error().
    std::optional<QString> sql(const QString& statements);
    const QString& error() const { return m_error; }

private:
    bool run(const QString& program, const QStringList& arguments, bool asServer);

    QTemporaryDir m_folder;
    QString m_programs; ///< the server's own
    QString m_absence, m_output, m_error;
    bool m_started = false;
};

} // namespace test
