#include "core/collect/table_grid.h"

#include "core/base/number_text.h"
#include "core/collect/subjects.h"

#include <QRegularExpression>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostMergedCells = 2'000'000;

quint64 keyOf(int row, int column)
{
    return (quint64(row) << 32) | quint64(column);
}

/// Most texts end in no sign that a mark may end in, and need no closer look.
bool canEndMark(char16_t sign)
{
    return (sign >= 0x2460 && sign <= 0x249B) || (sign >= 0x24D0 && sign <= 0x24E9) ||
           (sign >= 0x2070 && sign <= 0x207E) ||
           QStringView(u"*＊†‡※])）〕】¹²³").contains(QChar(sign));
}

} // namespace

TableGrid::TableGrid(const office::Sheet& sheet)
    : m_sheet(sheet)
    , m_columns(sheet.columnCount())
{
    qint64 cells = 0;
    for (int index = 0; index < sheet.merges.size(); ++index) {
        const office::Range& merge = sheet.merges[index];
        const int bottom = std::min(merge.bottom, rowCount() - 1);
        for (int row = merge.top; row <= bottom; ++row) {
            // A merge may be written over whole columns; only what the sheet fills is looked at.
            const int right = std::min(merge.right, m_columns - 1);
            cells += right - merge.left + 1;
            if (cells > mostMergedCells)
                return;
            for (int column = merge.left; column <= right; ++column)
                m_mergeOf.insert(keyOf(row, column), index);
        }
    }
}

const office::Range* TableGrid::mergeAt(int row, int column) const
{
    const auto found = m_mergeOf.constFind(keyOf(row, column));
    return found == m_mergeOf.cend() ? nullptr : &m_sheet.merges[*found];
}

const office::Cell& TableGrid::at(int row, int column) const
{
    if (const office::Range* merge = m_mergeOf.isEmpty() ? nullptr : mergeAt(row, column))
        return m_sheet.at(merge->top, merge->left);
    return m_sheet.at(row, column);
}

QString TableGrid::text(int row, int column) const
{
    const QString& raw = at(row, column).text;
    return raw.isEmpty() ? QString() : withoutFootnote(raw.simplified()).text;
}

QStringList TableGrid::distinct(int row) const
{
    QStringList texts;
    for (int column = 0; column < m_columns; ++column) {
        const QString one = at(row, column).text.simplified();
        const office::Range* merge = mergeAt(row, column);
        const bool again = merge && merge->left < column;
        if (!one.isEmpty() && !again)
            texts.append(one);
    }
    return texts;
}

bool TableGrid::isBlank(int row) const
{
    const QList<office::Cell>& cells = m_sheet.rows[row];
    return std::all_of(cells.cbegin(), cells.cend(), [](const office::Cell& cell) {
        return cell.text.trimmed().isEmpty() && !cell.isFormula;
    });
}

bool TableGrid::spansRight(int row, int column) const
{
    return !mergeAt(row, column) && !m_sheet.at(row, column).text.trimmed().isEmpty() &&
           !at(row + 1, column).text.trimmed().isEmpty();
}

QStringList TableGrid::headerPath(int column, int firstRow, int rows) const
{
    QStringList path;
    for (int row = firstRow; row < firstRow + rows; ++row) {
        QString one = text(row, column);
        const bool last = row == firstRow + rows - 1;
        if (one.isEmpty() && !last && !mergeAt(row, column) && !text(row + 1, column).isEmpty()) {
            int left = column - 1;
            while (left >= 0 && text(row, left).isEmpty() && !mergeAt(row, left) &&
                   !text(row + 1, left).isEmpty())
                --left;
            if (left >= 0 && spansRight(row, left))
                one = text(row, left);
        }
        if (!one.isEmpty() && (path.isEmpty() || path.last() != one))
            path.append(one);
    }
    return path;
}

Unmarked withoutFootnote(const QString& text)
{
    // Circled and bracketed numbers, asterisks, daggers, superscripts behind a figure or a word,
    // and [1] behind anything. Superscript 2 and 3 behind a letter are a unit's (km², m³).
    static const QRegularExpression mark(
        u"\\A(.*?[^\\s])\\s*((?:[\\x{2460}-\\x{249B}\\x{24D0}-\\x{24E9}*\\x{FF0A}\\x{2020}\\x{2021}"
        u"\\x{203B}]|[\\[\\x{3014}\\x{3010}]\\s*(?:注\\s*)?[0-9]{1,2}\\s*[\\]\\x{3015}\\x{3011}]|"
        u"(?<=[^A-Za-z\\s])[\\x{2070}\\x{00B9}\\x{00B2}\\x{00B3}\\x{2074}-\\x{2079}]+[)\\x{FF09}"
        u"\\x{207E}]?|[(\\x{FF08}]\\s*注\\s*[0-9]{0,2}\\s*[)\\x{FF09}])+)\\z"_s,
        QRegularExpression::DotMatchesEverythingOption);
    if (text.isEmpty() || !canEndMark(text.back().unicode()))
        return {text, {}};
    const QRegularExpressionMatch found = mark.match(text);
    if (!found.hasMatch())
        return {text, {}};
    return {found.captured(1), found.captured(2).simplified()};
}

bool hasFigures(const TableGrid& grid, int row)
{
    for (int column = 0; column < grid.columnCount(); ++column) {
        const office::Cell& cell = grid.at(row, column);
        if (cell.kind == office::Cell::Kind::Empty)
            continue;
        const QString text = withoutFootnote(cell.text.simplified()).text;
        if (yearFromText(text) > 0)
            continue;
        if (cell.kind == office::Cell::Kind::Number || cell.kind == office::Cell::Kind::Fault)
            return true;
        const ReadNumber::Kind kind = readNumber(text).kind;
        if (kind != ReadNumber::Kind::Blank && kind != ReadNumber::Kind::NotANumber)
            return true;
    }
    return false;
}

bool isNoteLine(const QString& text)
{
    static const QRegularExpression start(
        u"\\A(?:注(?:释|意)?[0-9一二三四五六七八九十]{0,2}[:\\x{FF1A}.、]|(?:资料|数据)?来源[:\\x{"
        u"FF1A}]|"
        u"(?:填表|填报|编制)?(?:说明|备注)[:\\x{FF1A}]|[\\x{2460}-\\x{249B}*\\x{203B}]|"
        u"[\\[(\\x{FF08}]\\s*注?\\s*[0-9]{1,2}\\s*[\\])\\x{FF09}]\\s*\\S{4}|"
        u"(?:填表|填报|制表|审核)(?:人|单位|日期)[:\\x{FF1A}]|"
        u"(?:notes?|sources?)\\s*[:\\x{FF1A}])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return start.match(text.simplified()).hasMatch();
}

QList<int> yearsIn(const QString& text)
{
    static const QRegularExpression year(u"(?<![0-9.])((?:19|20)[0-9]{2})(?![0-9.])"_s);
    QList<int> years;
    for (auto found = year.globalMatch(text); found.hasNext();) {
        const int one = found.next().captured(1).toInt();
        if (!years.contains(one))
            years.append(one);
    }
    return years;
}

} // namespace checkup::collect
