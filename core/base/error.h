#pragma once

#include <QString>

#include <memory>

namespace checkup {

/// What kind of failure an Error is; decides the exit code of the command and the icon of a
/// message.
enum class ErrorCode {
    Cancelled,    ///< the user asked to stop; nothing was left half-done
    BadUsage,     ///< the caller's arguments are wrong
    NotFound,     ///< no such file, indicator, region, sheet...
    NotAProject,  ///< the file is something else than a check-up project
    Damaged,      ///< truncated or corrupt
    NewerVersion, ///< written by a newer version of this program
    ReadOnly,     ///< the file or its folder cannot be written
    Busy,         ///< someone else holds the file
    DiskFull,
    Encrypted,   ///< a password would be needed
    TooLarge,    ///< over a safety limit (unpacked size, rows)
    Unsupported, ///< a format or feature we do not read
    Invalid,     ///< content that breaks a rule (a formula, a unit, a catalogue row)
    Io,          ///< reading or writing failed for another reason
    Internal,    ///< a fault of ours
};

/// Why something failed. message() is one translated sentence for the user that names what, where
/// (file, sheet, cell) and the remedy; detail() is for the log (driver text, SQL). Context is added
/// going up with wrap(); the first cause is never replaced.
class Error
{
public:
    Error() = default; ///< for queued signals; an internal error without text
    Error(ErrorCode code, QString message, QString detail = {});

    ErrorCode code() const { return m_code; }
    const QString& message() const { return m_message; }
    const QString& detail() const { return m_detail; }
    const Error* cause() const { return m_cause.get(); }

    /// The same failure seen from one level up: keeps the code, says more.
    Error wrap(QString message) const;

private:
    ErrorCode m_code = ErrorCode::Internal;
    QString m_message;
    QString m_detail;
    std::shared_ptr<const Error> m_cause;
};

} // namespace checkup
