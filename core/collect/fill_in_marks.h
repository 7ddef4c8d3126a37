#pragma once

#include "core/office/sheet.h"

#include <QHash>
#include <QList>
#include <QString>

namespace checkup::collect {

/// What a row of a sheet is about.
struct RowKey
{
    int row = 0;
    QString first, second; ///< what stands before and after the separator of its mark
};

/// The hidden words (fill_in_layout.h) found on one sheet of a returned workbook.
struct Marks
{
    QHash<QString, int> columns; ///< name after cc:c: → column
    QList<RowKey> figures, texts, keyTasks, layers, contacts;
    int header = -1; ///< the visible header's row

    bool anyRow() const;
};
Marks findMarks(const office::Sheet& sheet);

/// Columns by their visible headers, for a sheet whose hidden row is gone.
QHash<QString, int> columnsByHeader(const office::Sheet& sheet, int header);

} // namespace checkup::collect
