#pragma once

#include "core/collect/fill_in_marks.h"
#include "core/collect/planner.h"

namespace checkup::collect {

/// One sheet of a returned workbook that holds something else than figures and texts: key tasks,
/// the list of layers, or contacts.
struct Records
{
    Planner& planner;
    const office::Workbook& book;
    const office::Sheet& sheet;
    const QString& sha256;
    const QString& department; ///< whose workbook it is

    /// Reads the sheet as what its marks or headers show; nothing when they show none of these.
    void read(const Marks& marks, const QHash<QString, int>& visible) const;

private:
    void readKeyTasks(const QList<RowKey>& rows, const QHash<QString, int>& columns) const;
    void readLayers(const QList<RowKey>& rows, const QHash<QString, int>& columns) const;
    void readContacts(const QList<RowKey>& rows, const QHash<QString, int>& columns) const;
    void warn(const QString& text) const;
    Place place(int row, int column) const;
    QString textAt(int row, const QHash<QString, int>& columns, const QString& name) const;
    /// Rows below the header that no mark claims, with something in `column`.
    QList<int> unmarkedRows(const QList<RowKey>& rows, int header, int column) const;
};

} // namespace checkup::collect
