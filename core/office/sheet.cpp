#include "core/office/sheet.h"

#include <algorithm>

namespace checkup::office {

const Cell& Sheet::at(int row, int column) const
{
    static const Cell empty;
    if (row < 0 || row >= rows.size())
        return empty;
    const QList<Cell>& cells = rows[row];
    return column < 0 || column >= cells.size() ? empty : cells[column];
}

int Sheet::columnCount() const
{
    qsizetype count = 0;
    for (const QList<Cell>& row : rows)
        count = std::max(count, row.size());
    return static_cast<int>(count);
}

QString cellName(int row, int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return letters + QString::number(row + 1);
}

QChar raised(QChar sign)
{
    static constexpr char16_t signs[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    return sign >= u'0' && sign <= u'9' ? QChar(signs[sign.unicode() - u'0']) : sign;
}

} // namespace checkup::office
