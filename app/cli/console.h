#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace checkup::cli {

/// How a verb ended; the process's exit code.
enum class Exit { Success = 0, Problems = 1, Usage = 2, Failure = 3 };

/// Where a verb speaks: people's text or one JSON document on standard output, progress and errors
/// on standard error.
class Console
{
public:
    bool json = false;
    bool quiet = false;

    void line(const QString& text) const; ///< people's text; nothing with --json
    void
    table(const QList<QStringList>& rows) const; ///< columns aligned, wide characters count two
    void
    document(const QJsonObject& object) const; ///< the one JSON document; nothing without --json
    void issues(
        const Issues& issues) const; ///< to standard error, one line each; only errors when quiet
    Exit
    failure(const Error& error) const; ///< one sentence to standard error (or JSON), exit 2 or 3
    /// A progress line on standard error when that is a terminal, otherwise nothing.
    ProgressSink progress() const;
    /// Cancelled by Ctrl+C.
    CancelToken cancel() const;
};

QJsonArray toJson(const Issues& issues);

} // namespace checkup::cli
