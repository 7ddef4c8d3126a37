#include "core/catalogue/catalogue_files.h"
#include "core/catalogue/rows.h"

#include <QHash>
#include <QSet>

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

/// A row of either table as comparing sees it.
struct Row
{
    QString code;
    QString name;
    QStringList cells;
};

QList<Row> rowsOf(const Catalogue& catalogue)
{
    QList<Row> rows;
    for (const Indicator& row : catalogue.indicators) {
        QStringList cells = cellsOf(row);
        cells.append(row.excluded ? u"yes"_s : u"no"_s);
        cells.append(row.exclusionReason);
        rows.append({row.code, row.nameZh, cells});
    }
    for (const Quantity& row : catalogue.quantities)
        rows.append({u"quantity:"_s + row.id, row.nameZh, cellsOf(row)});
    return rows;
}

} // namespace

QList<Difference> diff(const Catalogue& before, const Catalogue& after)
{
    using Change = Difference::Change;
    static const QStringList indicatorFields =
        indicatorColumns() + QStringList{u"excluded"_s, u"exclusion_reason"_s};

    const QList<Row> newRows = rowsOf(after);
    QHash<QString, const Row*> news;
    for (const Row& row : newRows)
        news.insert(row.code, &row);

    QList<Difference> ofIndicators;
    QList<Difference> ofQuantities;
    const auto listFor = [&](const Row& row) -> QList<Difference>& {
        return row.code.startsWith("quantity:"_L1) ? ofQuantities : ofIndicators;
    };
    QSet<QString> olds;
    for (const Row& row : rowsOf(before)) {
        olds.insert(row.code);
        const Row* const now = news.value(row.code);
        QList<Difference>& found = listFor(row);
        if (!now) {
            found.append({Change::Removed, row.code, row.name, {}, {}, {}});
            continue;
        }
        const QStringList& fields =
            row.code.startsWith("quantity:"_L1) ? quantityColumns() : indicatorFields;
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (row.cells[i] != now->cells[i])
                found.append(
                    {Change::Edited, row.code, now->name, fields[i], row.cells[i], now->cells[i]});
        }
    }
    for (const Row& row : newRows) {
        if (!olds.contains(row.code))
            listFor(row).append({Change::Added, row.code, row.name, {}, {}, {}});
    }
    return ofIndicators + ofQuantities;
}

} // namespace checkup::catalogue
