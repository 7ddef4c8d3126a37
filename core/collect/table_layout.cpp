#include "core/collect/foreign_table.h"
#include "core/collect/table_grid.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

constexpr int mostHeadRows = 15;
constexpr int longestPeriod = 24; // columns that repeat under each year

/// A text with its years and dates replaced, so that the next edition's is the same.
QString withoutYears(const QString& text)
{
    static const QRegularExpression date(
        u"(?<![0-9])(?:19|20)[0-9]{2}\\s*[-/.年]\\s*[0-9]{1,2}\\s*(?:[-/.月]\\s*[0-9]{1,2}\\s*日?|月)"_s);
    static const QRegularExpression year(u"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9.])"_s);
    QString result = text;
    result.replace(date, u"〈日期〉"_s);
    result.replace(year, u"〈年〉"_s);
    result.removeIf([](QChar sign) { return sign.isSpace(); });
    return result.toLower();
}

bool hasYear(const QString& token)
{
    return token.contains(u"〈年〉"_s);
}

/// Columns as they would be if each block that repeats by years stood there once.
struct Collapsed
{
    QStringList tokens;
    QList<int> indexOf;        ///< by column: which token
    QList<int> repeatOf;       ///< by column: which of the repeats
    QList<int> repeats;        ///< by token
    QList<QList<int>> columns; ///< by token: its columns, in order
};

Collapsed collapse(const QStringList& header)
{
    QStringList tokens;
    for (const QString& text : header)
        tokens.append(withoutYears(text));
    while (!tokens.isEmpty() && tokens.last().isEmpty())
        tokens.removeLast();
    Collapsed made;
    made.indexOf.fill(-1, header.size());
    made.repeatOf.fill(0, header.size());
    const int count = static_cast<int>(tokens.size());
    for (int at = 0; at < count;) {
        int period = 1;
        int repeats = 1;
        for (int length = 1; length <= longestPeriod && at + 2 * length <= count; ++length) {
            const QStringList block = tokens.mid(at, length);
            if (!std::any_of(block.cbegin(), block.cend(), hasYear))
                continue;
            int times = 1;
            while (tokens.mid(at + times * length, length) == block)
                ++times;
            if (times > 1) {
                period = length;
                repeats = times;
                break;
            }
        }
        const int base = static_cast<int>(made.tokens.size());
        for (int offset = 0; offset < period; ++offset) {
            made.tokens.append(tokens[at + offset]);
            made.repeats.append(repeats);
            QList<int> columns;
            for (int time = 0; time < repeats; ++time) {
                const int column = at + time * period + offset;
                made.indexOf[column] = base + offset;
                made.repeatOf[column] = time;
                columns.append(column);
            }
            made.columns.append(columns);
        }
        at += period * repeats;
    }
    return made;
}

/// By how many years this edition is later, going by the last year that both texts name.
std::optional<int> yearsLater(const QString& then, const QString& now)
{
    const QList<int> before = yearsIn(then);
    const QList<int> after = yearsIn(now);
    if (before.isEmpty() || after.isEmpty())
        return std::nullopt;
    return after.last() - before.last();
}

/// Fits what a mapping says of columns and years to another edition's head.
class Fitting
{
public:
    Fitting(const TableMapping& remembered, const office::Sheet& sheet)
        : m_old(remembered)
        , m_sheet(sheet)
        , m_head(sheetHead(sheet))
        , m_before(collapse(remembered.header))
        , m_after(collapse(m_head.header))
        , m_titleShift(yearsLater(remembered.title.join(u'\n'), m_head.title.join(u'\n')))
    {}

    GuessedMapping fit()
    {
        GuessedMapping made;
        made.mapping = m_old;
        made.mapping.sheet = m_sheet.name;
        made.mapping.title = m_head.title;
        made.mapping.header = m_head.header;
        made.usable = true;
        for (const ColumnRole& role : columnRoles()) {
            const int column = m_old.*role.member;
            if (column < 0)
                continue;
            made.mapping.*role.member = columnNow(column);
            made.usable = made.usable && made.mapping.*role.member >= 0;
        }
        made.mapping.wide.clear();
        for (const TableMapping::WideColumn& wide : m_old.wide)
            append(made, wide);
        if (m_old.year > 0) {
            if (m_titleShift)
                made.mapping.year = m_old.year + *m_titleShift;
            else
                lose(
                    made,
                    Text::tr("标题里没有年份，记住的版式按%1年读入，请核对年份。").arg(m_old.year));
        }
        std::sort(made.mapping.wide.begin(), made.mapping.wide.end(),
                  [](const auto& one, const auto& other) { return one.column < other.column; });
        tell(made);
        return made;
    }

private:
    int columnNow(int column) const
    {
        const int index = m_before.indexOf.value(column, -1);
        if (index < 0 || index >= m_after.columns.size())
            return column < m_sheet.columnCount() ? column : -1;
        // Of blocks that repeat by years the same one counted from the end: the newest stays so.
        const int fromEnd = m_before.repeats[index] - m_before.repeatOf[column];
        const QList<int>& columns = m_after.columns[index];
        return columns.value(columns.size() - fromEnd, -1);
    }

    void append(GuessedMapping& made, const TableMapping::WideColumn& wide)
    {
        const int index = m_before.indexOf.value(wide.column, -1);
        if (index < 0 || index >= m_after.columns.size() || !usesAll(index) ||
            m_after.repeats[index] == m_before.repeats[index]) {
            place(made, wide, columnNow(wide.column));
            return;
        }
        if (wide.column != m_before.columns[index].first())
            return; // the first of the repeats stands for all
        for (const int column : m_after.columns[index])
            place(made, wide, column);
    }

    /// Whether every repeat of a column is read, so that a further year's is read too.
    bool usesAll(int index) const
    {
        const QList<int>& columns = m_before.columns[index];
        return std::all_of(columns.cbegin(), columns.cend(), [this](int column) {
            return std::any_of(m_old.wide.cbegin(), m_old.wide.cend(),
                               [column](const auto& wide) { return wide.column == column; });
        });
    }

    void place(GuessedMapping& made, TableMapping::WideColumn wide, int column)
    {
        if (column < 0) {
            lose(made, Text::tr("%1 列在这一版中没有了，请核对对应关系。")
                           .arg(columnLetters(wide.column)));
            return;
        }
        if (wide.year > 0) {
            const auto shift =
                yearsLater(m_old.header.value(wide.column), m_head.header.value(column));
            if (shift) {
                wide.year += *shift;
            } else if (m_titleShift) {
                wide.year += *m_titleShift;
            } else {
                lose(made, Text::tr("%1 列的表头里没有年份，记住的版式按%2年读入，请核对年份。")
                               .arg(columnLetters(column))
                               .arg(wide.year));
            }
        }
        wide.column = column;
        made.mapping.wide.append(wide);
    }

    void lose(GuessedMapping& made, const QString& text) const
    {
        made.usable = false;
        made.issues.append({Severity::Warning, text, {}, m_sheet.name, {}, 1});
    }

    void tell(GuessedMapping& made) const
    {
        QStringList years;
        for (const TableMapping::WideColumn& wide : std::as_const(made.mapping.wide)) {
            if (wide.year > 0 && !years.contains(QString::number(wide.year)))
                years.append(QString::number(wide.year));
        }
        if (years.isEmpty() && made.mapping.year > 0)
            years.append(QString::number(made.mapping.year));
        if (!years.isEmpty())
            made.issues.append({Severity::Note,
                                Text::tr("按这一版的表头读入的年份：%1。").arg(years.join(u"、"_s)),
                                {},
                                m_sheet.name,
                                {},
                                1});
    }

    const TableMapping& m_old;
    const office::Sheet& m_sheet;
    SheetHead m_head;
    Collapsed m_before, m_after;
    std::optional<int> m_titleShift;
};

} // namespace

SheetHead sheetHead(const office::Sheet& sheet)
{
    const TableGrid grid(sheet);
    SheetHead head;
    const int most = std::min(mostHeadRows, grid.rowCount());
    int top = 0;
    while (top < most && grid.distinct(top).size() < 2) {
        head.title.append(grid.distinct(top).join(QString()));
        ++top;
    }
    int end = top;
    while (end < most && !hasFigures(grid, end))
        ++end;
    if (end == most && end < grid.rowCount())
        end = std::min(top + 1, most); // no figures near: the first row with several texts
    head.title.append(sheet.name);
    for (int column = 0; column < grid.columnCount(); ++column)
        head.header.append(grid.headerPath(column, top, end - top).join(u" / "_s));
    while (!head.header.isEmpty() && head.header.last().isEmpty())
        head.header.removeLast();
    return head;
}

QString layoutFingerprint(const office::Workbook& workbook, const office::Sheet& sheet)
{
    const SheetHead head = sheetHead(sheet);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString& text) {
        hash.addData(withoutYears(text).toUtf8());
        hash.addData(QByteArray(1, '\0'));
    };
    const bool several = std::count_if(workbook.sheets.cbegin(), workbook.sheets.cend(),
                                       [](const office::Sheet& one) { return !one.hidden; }) > 1;
    // The sheet's name is the title's last line; a single one is often the file's.
    for (const QString& line : head.title.mid(0, head.title.size() - (several ? 0 : 1)))
        add(line);
    add(u"〈表头〉"_s);
    for (const QString& token : collapse(head.header).tokens)
        add(token);
    return QString::fromLatin1(hash.result().toHex());
}

GuessedMapping fitMapping(const TableMapping& remembered, const office::Sheet& sheet)
{
    return Fitting(remembered, sheet).fit();
}

} // namespace checkup::collect
