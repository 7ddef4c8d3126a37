#include "core/collect/fill_in_marks.h"

#include "core/collect/fill_in_layout.h"
#include "core/collect/subjects.h"

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

using office::Cell;
using office::Sheet;

bool addRow(QList<RowKey>& rows, int row, const QString& text, const QString& mark)
{
    if (!text.startsWith(mark))
        return false;
    const QString rest = text.mid(mark.size());
    rows.append({row, rest.section(layout::separator, 0, 0), rest.section(layout::separator, 1)});
    return true;
}

bool isHeader(const QString& text)
{
    static constexpr QStringView headers[] = {layout::nameHeader, layout::textHeader,
                                              layout::taskHeader, layout::layerHeader,
                                              layout::contactHeader};
    return std::find(std::begin(headers), std::end(headers), text) != std::end(headers);
}

/// Folded header → the column's name.
const QHash<QString, QString>& headerNames()
{
    static const QHash<QString, QString> names = [] {
        QHash<QString, QString> made;
        const auto add = [&made](QStringView header, QStringView name) {
            made.insert(foldedText(header), name.toString());
        };
        add(layout::nameHeader, layout::nameColumn);
        add(layout::regionHeader, layout::regionColumn);
        add(layout::unitHeader, layout::unitColumn);
        add(layout::stateHeader, layout::stateColumn);
        add(layout::noteHeader, layout::noteColumn);
        add(layout::sourceHeader, layout::sourceColumn);
        add(layout::textHeader, layout::textColumn);
        add(layout::groupHeader, u"group");
        add(layout::kindHeader, u"kind");
        add(layout::layerHeader, u"layer");
        add(layout::contactHeader, u"matter");
        add(layout::contentHeader, layout::contentColumn);
        for (const layout::Field& field : layout::layerFields)
            add(field.header, field.name);
        for (const layout::Field& field : layout::keyTaskFields) {
            if (field.header != layout::groupHeader)
                add(field.header, field.name);
        }
        return made;
    }();
    return names;
}

} // namespace

bool Marks::anyRow() const
{
    return !figures.isEmpty() || !texts.isEmpty() || !keyTasks.isEmpty() || !layers.isEmpty() ||
           !contacts.isEmpty();
}

Marks findMarks(const Sheet& sheet)
{
    Marks marks;
    for (int row = 0; row < sheet.rows.size(); ++row) {
        for (int column = 0; column < sheet.rows[row].size(); ++column) {
            const Cell& cell = sheet.rows[row][column];
            if (cell.kind != Cell::Kind::Text)
                continue;
            if (!cell.text.startsWith(u"cc:"_s)) {
                if (marks.header < 0 && isHeader(cell.text))
                    marks.header = row;
                continue;
            }
            if (cell.text.startsWith(layout::columnMark)) {
                marks.columns.insert(cell.text.mid(layout::columnMark.size()), column);
                continue;
            }
            addRow(marks.figures, row, cell.text, layout::figureMark) ||
                addRow(marks.texts, row, cell.text, layout::textMark) ||
                addRow(marks.keyTasks, row, cell.text, layout::keyTaskMark) ||
                addRow(marks.layers, row, cell.text, layout::layerMark) ||
                addRow(marks.contacts, row, cell.text, layout::contactMark);
        }
    }
    return marks;
}

QHash<QString, int> columnsByHeader(const Sheet& sheet, int header)
{
    QHash<QString, int> columns;
    const QList<Cell>& row = sheet.rows[header];
    for (int column = 0; column < row.size(); ++column) {
        const QString text = foldedText(row[column].text);
        if (const auto name = headerNames().constFind(text); name != headerNames().cend())
            columns.insert(*name, column);
        if (const int year = yearFromText(text))
            columns.insert(u"y%1"_s.arg(year), column);
    }
    return columns;
}

} // namespace checkup::collect
