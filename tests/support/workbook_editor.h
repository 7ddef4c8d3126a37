#pragma once

#include "core/base/result.h"
#include "core/office/sheet.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <map>

namespace test {

/// One cell of a worksheet as its XML holds it: its format, its type and what stands in it.
struct EditedCell
{
    QByteArray style, type;
    QByteArray inner; ///< "<v>12</v>", "<f>1+2</f><v>3</v>", "<is><t>…</t></is>"
    QString text;     ///< what a reader sees
};

/// One worksheet of an .xlsx, to be disturbed as people disturb one in their office program. Rows
/// and columns count from zero.
class EditedSheet
{
public:
    QString name;
    std::map<int, std::map<int, EditedCell>> rows;
    std::map<int, QByteArray> rowAttributes;
    QList<checkup::office::Range> merges;
    std::map<int, QByteArray> columns; ///< attributes but min and max
    QHash<QString, QString> comments;
    QByteArray head, tail; ///< the XML before <cols> and after the merged cells
    QByteArray part;       ///< in the archive
    bool isProtected = false;

    QString textAt(int row, int column) const;
    int lastRow() const { return rows.empty() ? -1 : rows.rbegin()->first; }
    int lastColumn() const;

    void setNumber(int row, int column, const QByteArray& number);
    void setText(int row, int column, const QString& text);
    /// Without `cached` the formula was never calculated.
    void setFormula(int row, int column, const QByteArray& formula, const QByteArray& cached);
    /// As the file says it: "b" and "1", "e" and "#DIV/0!", "d" and "2022-12-31".
    void setRaw(int row, int column, const QByteArray& type, const QByteArray& value);
    void clear(int row, int column);

    void insertRow(int at);
    void deleteRow(int at);
    void copyRow(int from, int to); ///< `to` is inserted
    void insertColumn(int at);
    void swapColumns(int one, int other, int fromRow = 0);
    /// Puts rows first..last into the order of `less`, which compares their numbers; whole rows
    /// move.
    void sortRows(int first, int last, const std::function<bool(int, int)>& less);
    /// As an office program merges: only the first cell keeps what stood in it.
    void merge(const checkup::office::Range& range);

private:
    EditedCell& at(int row, int column);
};

/// A workbook opened, disturbed and saved again without any office program: parts that are not
/// worksheets stay as they were.
class EditedWorkbook
{
public:
    static checkup::Result<EditedWorkbook> open(const QString& path);
    checkup::Result<void> save(const QString& path) const;

    QList<EditedSheet> sheets; ///< in the order of their tabs; rename and reorder at will
    EditedSheet* find(const QString& name);
    /// The number of a cell format that shows percentages; added on first use.
    QByteArray percentStyle();

private:
    QHash<QString, QByteArray> m_parts;
    QStringList m_order;
    QHash<QByteArray, QByteArray> m_sheetElements; ///< by part: <sheet …/> but its name
};

} // namespace test
