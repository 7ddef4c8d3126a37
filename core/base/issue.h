#pragma once

#include <QList>
#include <QString>

namespace checkup {

enum class Severity { Note, Warning, Error };

/// A finding that did not stop the work: warnings are data. Says where it was found as precisely as
/// is known; empty fields are unknown. `text` is one translated sentence with the remedy in it.
struct Issue
{
    Severity severity = Severity::Warning;
    QString text;
    QString file;
    QString sheet; ///< sheet of a workbook, or layer
    QString cell;  ///< "C12", or "row 7" where there are no cell names
    int count = 1; ///< how often the same thing was met
};

using Issues = QList<Issue>;

bool hasErrors(const Issues& issues);

/// "file ▸ sheet ▸ cell: text", leaving out what is unknown.
QString toSentence(const Issue& issue);

/// English key used in JSON: note, warning, error.
QString severityKey(Severity severity);

} // namespace checkup
