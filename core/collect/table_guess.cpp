#include "core/collect/table_reader.h"

#include "core/base/units.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

constexpr int headerSearch = 15;
constexpr int mostHeaderRows = 4;
constexpr int keySample = 200; // rows looked at to tell a key column by its content
constexpr int mostNamed = 6;   // headings named in one issue

bool isOneOf(const QString& text, const QStringList& words)
{
    return words.contains(foldedText(text));
}

/// Says nothing about what is counted: the figure as such.
bool isNeutral(const QString& text)
{
    static const QStringList words{u"数值"_s,   u"值"_s,     u"数量"_s, u"数据"_s,   u"指标值"_s,
                                   u"绝对数"_s, u"绝对值"_s, u"总量"_s, u"总数"_s,   u"合计"_s,
                                   u"总计"_s,   u"全年"_s,   u"年末"_s, u"年末数"_s, u"年度值"_s,
                                   u"现状"_s,   u"现状值"_s, u"实际"_s, u"实际值"_s, u"完成"_s,
                                   u"完成值"_s, u"统计数"_s, u"实绩"_s, u"value"_s};
    return isOneOf(text, words);
}

/// Changes what the figures below it mean, so that a name found below it is not the whole story.
bool isRestricting(const QString& text)
{
    static const QRegularExpression words(
        u"农村|乡村|城镇|城区|市区|市辖区|县级|全国|全省|男|女|增长|增速|增幅|增减|比上年|同比|"
        u"环比|"
        u"占比|比重|构成|指数|排名|位次|计划|目标|预期|预计|预测|规划|人均|平均|其中|第[一二三四]季"
        u"|季度|月|半年"_s);
    return words.match(text).hasMatch();
}

/// Splits "常住人口（万人）" into name and unit; the unit is empty when the brackets hold something
/// else.
struct NameAndUnit
{
    QString name, unit;
};

NameAndUnit splitUnit(const QString& text)
{
    static const QRegularExpression form(
        u"\\A(.*?)\\s*(?:[(\\x{FF08}\\[\\x{3010}]\\s*(?:单位[:\\x{FF1A}])?\\s*([^()\\x{FF08}\\x{"
        u"FF09}"
        u"\\]\\x{3011}]+?)\\s*[)\\x{FF09}\\]\\x{3011}]|[,\\x{FF0C};\\x{FF1B}/]?\\s*(?:计量)?单位"
        u"[:\\x{FF1A}]\\s*([^\\s,\\x{FF0C};\\x{FF1B}]+))\\s*\\z"_s);
    const QRegularExpressionMatch match = form.match(text.simplified());
    if (!match.hasMatch())
        return {text, {}};
    const QString unit = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
    if (!parseUnit(unit) || !yearsIn(unit).isEmpty()) // "（2022年）" is no span of 2022 years
        return {text, {}};
    return {match.captured(1), unit};
}

/// "2022年", "2022年末数", "2022年12月31日", "2022年实际"; 0 when it says more than a year.
int yearOfHeading(const QString& text)
{
    if (const int year = yearFromText(text))
        return year;
    static const QRegularExpression form(
        u"\\A(?:截至|截止|至)?((?:19|20)[0-9]{2})(?:年|[-/"
        u".])?(?:度|末|底)?(?:12月(?:31日|底|末)?|12[-/.]"
        u"31)?(?:实际|实绩|完成|现状|统计|年末|年底)?(?:值|数|数值|数据|情况)?\\z"_s);
    const QRegularExpressionMatch match = form.match(foldedText(text));
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

/// 0 for 本年, 1 for 上年, -1 for neither.
int yearsBefore(const QString& text)
{
    static const QStringList now{u"本年"_s,   u"本年数"_s, u"本年值"_s, u"当年"_s,    u"当年数"_s,
                                 u"当年值"_s, u"本期"_s,   u"本年度"_s, u"本年实际"_s};
    static const QStringList last{u"上年"_s,     u"上年数"_s, u"上年值"_s,
                                  u"去年"_s,     u"去年数"_s, u"上年同期"_s,
                                  u"去年同期"_s, u"上年度"_s, u"上年实际"_s};
    return isOneOf(text, now) ? 0 : isOneOf(text, last) ? 1 : -1;
}

/// What the header says of one column.
struct Column
{
    QStringList path;
    int role = -1; ///< into columnRoles()
    bool isValue = false;
    TableMapping::WideColumn wide;
    bool isNeutral = false; ///< only "数值" or a unit stands over it
    bool isTotal = false;   ///< "合计" stands for the region or for nothing
    QString heading;        ///< not understood, but above what is
    bool isLeftOut = false; ///< has a header, but it is not fully understood
};

class Guess
{
public:
    Guess(const project::YearData& data, const Subjects& subjects, const office::Sheet& sheet)
        : m_data(data)
        , m_subjects(subjects)
        , m_grid(sheet)
    {}

    GuessedMapping best()
    {
        m_candidate.mapping.sheet = m_grid.sheet().name;
        int bestScore = std::numeric_limits<int>::min();
        const int last = std::min(headerSearch, m_grid.rowCount());
        for (int top = 0; top < last; ++top) {
            if (m_grid.isBlank(top) || isFigureRow(top))
                continue;
            for (int rows = 1; rows <= mostHeaderRows && top + rows <= m_grid.rowCount(); ++rows) {
                if (rows > 1 && (m_grid.isBlank(top + rows - 1) || isFigureRow(top + rows - 1)))
                    break;
                Candidate made = candidateAt(top, rows);
                if (made.score > bestScore) {
                    bestScore = made.score;
                    m_candidate = std::move(made);
                }
            }
        }
        GuessedMapping guessed{m_candidate.mapping, {}, m_candidate.usable};
        guessed.mapping.sheet = m_grid.sheet().name;
        if (!m_candidate.usable) {
            say(guessed.issues, Severity::Warning,
                Text::tr("认不出表头，请指明指标、年份和数值各在哪一列。"));
            return guessed;
        }
        const SheetHead head = sheetHead(m_grid.sheet());
        guessed.mapping.title = head.title;
        guessed.mapping.header = head.header;
        explain(guessed);
        return guessed;
    }

private:
    struct Candidate
    {
        TableMapping mapping;
        QList<Column> columns;
        bool usable = false;
        bool isYearTold = false;
        QString subjectFrom; ///< the title line that names the table's subject
        int score = std::numeric_limits<int>::min();
    };

    void say(Issues& issues, Severity severity, const QString& text) const
    {
        issues.append({severity, text, {}, m_grid.sheet().name, {}, 1});
    }

    bool isFigureRow(int row)
    {
        if (m_figureRow.isEmpty())
            m_figureRow.fill(-1, m_grid.rowCount());
        int& known = m_figureRow[row];
        if (known < 0)
            known = hasFigures(m_grid, row) ? 1 : 0;
        return known == 1;
    }

    /// A line over the whole table (its title, number, unit) and not the header's first row. What
    /// it says of year, unit, subject or place holds for all columns alike.
    bool isTitleRow(int row) const
    {
        static const QRegularExpression line(
            u"\\A(?:计量|数据)?单位[:\\x{FF1A}]|\\A(?:附|续)?表\\s*[0-9]|\\A(?:资料|数据)来源"_s);
        const QStringList texts = m_grid.distinct(row);
        return texts.size() < 2 ||
               (texts.size() <= 3 &&
                std::any_of(texts.cbegin(), texts.cend(),
                            [](const QString& text) { return line.match(text).hasMatch(); }));
    }

    const project::Region* regionOf(const QString& text) const
    {
        return text.isEmpty() || isGrandTotal(text) ? nullptr : findRegion(m_data, text);
    }

    Subjects::Match subjectOf(const QString& text) const
    {
        const Subjects::Match match = m_subjects.findWithUnit(text);
        return match.subject ? match : m_subjects.findWithUnit(withoutNumbering(text));
    }

    /// Year, unit, region or nothing of its own; false when the text says something else.
    bool takeQualifier(const QString& text, Column& column) const
    {
        const NameAndUnit split = splitUnit(text);
        if (!split.unit.isEmpty() && column.wide.unit.isEmpty())
            column.wide.unit = split.unit;
        const QString name = split.name;
        if (name.isEmpty())
            return !split.unit.isEmpty();
        if (const int year = yearOfHeading(name)) {
            column.wide.year = year;
            return true;
        }
        if (const int before = yearsBefore(name); before >= 0) {
            column.wide.yearsBefore = before;
            column.isValue = true;
            return true;
        }
        if (isGrandTotal(name)) {
            column.isTotal = true;
            return true;
        }
        if (isNeutral(name)) {
            column.isNeutral = true;
            return true;
        }
        static const QStringList prices{u"当年价格"_s, u"当年价"_s, u"现价"_s, u"按当年价格计算"_s};
        if (isOneOf(name, prices)) {
            column.wide.note = name;
            return true;
        }
        if (const project::Region* region = regionOf(name)) {
            column.wide.region = region->nameZh;
            return true;
        }
        if (split.unit.isEmpty() && !foldedText(name).isEmpty() && parseUnit(name)) {
            column.wide.unit = name;
            return true;
        }
        return false;
    }

    Column columnAt(int at, int top, int rows) const
    {
        Column column;
        column.wide.column = at;
        column.path = m_grid.headerPath(at, top, rows);
        if (column.path.isEmpty())
            return column;
        // "地区生产总值_当年价格_全市_万元": what other tables say in several rows.
        if (column.path.size() == 1 && column.path.first().contains(u'_') &&
            !subjectOf(column.path.first()).subject)
            column.path = column.path.first().split(u'_', Qt::SkipEmptyParts);
        // "常住人口（2022年）"
        static const QRegularExpression yearBehind(
            u"\\A(.+?)\\s*[(\\x{FF08}]([^()\\x{FF08}\\x{FF09}]+)[)\\x{FF09}]\\z"_s);
        if (const auto found = yearBehind.match(column.path.last());
            found.hasMatch() && yearOfHeading(found.captured(2)) > 0)
            column.path = column.path.mid(0, column.path.size() - 1) +
                          QStringList{found.captured(1), found.captured(2)};
        for (int role = 0; role < columnRoles().size(); ++role) {
            for (const QString& word : columnRoles()[role].words) {
                if (foldedText(column.path.last()) == foldedText(word) ||
                    foldedText(column.path.join(QString())) == foldedText(word)) {
                    column.role = role;
                    return column;
                }
            }
        }
        // The longest run of headings that names a subject, the lowest of several.
        const int count = static_cast<int>(column.path.size());
        int from = count;
        int to = count;
        for (int length = count; length > 0 && column.wide.subject.isEmpty(); --length) {
            for (int first = count - length; first >= 0; --first) {
                const Subjects::Match match =
                    subjectOf(column.path.mid(first, length).join(QString()));
                if (match.subject) {
                    column.wide.subject = match.subject->id;
                    column.wide.unit = match.unit;
                    from = first;
                    to = first + length;
                    break;
                }
            }
        }
        const bool named = !column.wide.subject.isEmpty();
        bool understood = true;
        for (int part = count - 1; part >= 0; --part) {
            if (part >= from && part < to)
                continue;
            const QString& text = column.path[part];
            if (takeQualifier(text, column))
                continue;
            const bool above =
                named ? part < from
                      : column.wide.year > 0 || column.isValue || !column.wide.region.isEmpty();
            if (!above || isRestricting(text))
                understood = false;
            else
                column.heading = text;
        }
        column.isValue = understood && (named || column.isValue || column.wide.year > 0 ||
                                        !column.wide.region.isEmpty());
        column.isNeutral =
            understood && !column.isValue && (column.isNeutral || !column.wide.unit.isEmpty());
        column.isLeftOut = !understood;
        return column;
    }

    /// Key columns that no header names, told by what stands in them.
    void findKeys(Candidate& made) const
    {
        TableMapping& mapping = made.mapping;
        const int first = mapping.headerRow + mapping.headerRows;
        const int last = std::min(m_grid.rowCount(), first + keySample);
        for (const Column& column : std::as_const(made.columns)) {
            if (column.role >= 0 || column.isValue || column.isNeutral)
                continue;
            int filled = 0;
            int subjects = 0;
            int regions = 0;
            int years = 0;
            for (int row = first; row < last; ++row) {
                const QString text = m_grid.text(row, column.wide.column);
                if (text.isEmpty() || isNoteLine(text))
                    continue;
                ++filled;
                if (yearFromText(text) > 0)
                    ++years;
                else if (subjectOf(text).subject)
                    ++subjects;
                else if (isGrandTotal(text) || isSubtotal(text) || regionOf(text))
                    ++regions;
            }
            const auto most = [filled](int of) { return of > 0 && 2 * of >= filled; };
            if (most(years) && mapping.yearColumn < 0)
                mapping.yearColumn = column.wide.column;
            else if (regions > 0 && most(regions) && mapping.regionColumn < 0)
                mapping.regionColumn = column.wide.column;
            else if (mapping.subjectColumn < 0 &&
                     (most(subjects) || (subjects > 1 && most(3 * subjects))))
                mapping.subjectColumn = column.wide.column;
        }
    }

    /// Lines above the header, and the sheet's name: the table's year, unit, subject and region.
    void readTitle(Candidate& made, int top) const
    {
        TableMapping& mapping = made.mapping;
        QStringList lines;
        for (int row = 0; row < top; ++row)
            lines.append(m_grid.distinct(row));
        const bool several = std::any_of(made.columns.cbegin(), made.columns.cend(),
                                         [](const Column& c) { return !c.wide.subject.isEmpty(); });
        static const QRegularExpression unitLine(
            u"(?:计量)?单位\\s*[:\\x{FF1A}]\\s*([^\\s,\\x{FF0C};\\x{FF1B}\\x{3002})\\x{FF09}]+)"_s);
        for (const QString& line : std::as_const(lines)) {
            if (const auto found = unitLine.match(line); found.hasMatch()) {
                if (parseUnit(found.captured(1)))
                    mapping.unit = found.captured(1);
            } else if (const NameAndUnit split = splitUnit(line); !split.unit.isEmpty()) {
                mapping.unit = split.unit;
            }
        }
        lines.append(m_grid.sheet().name);
        QList<int> years;
        for (const QString& line : std::as_const(lines)) {
            if (line.contains(u"年鉴"_s) || line.contains(u"Yearbook"_s, Qt::CaseInsensitive))
                continue; // a yearbook's year is not that of its figures
            static const QRegularExpression told(
                u"(?<![0-9.\\-/])((?:19|20)[0-9]{2})(?:\\s*年|\\z|[)\\x{FF09}_\\-\\s])"_s);
            const QList<int> named = yearsIn(line);
            if (named.size() == 1 && told.match(line).hasMatch() && !years.contains(named.first()))
                years.append(named.first());
            else if (named.size() > 1)
                years.append(named); // a span of years: none is the table's
        }
        if (years.size() == 1) {
            mapping.year = years.first();
            made.isYearTold = true;
        }
        if (mapping.subjectColumn < 0 && !several) {
            for (const QString& line : std::as_const(lines)) {
                if (const Subjects::Match match = subjectOfTitle(line); match.subject) {
                    mapping.subject = match.subject->id;
                    made.subjectFrom = line;
                    if (!match.unit.isEmpty())
                        mapping.unit = match.unit;
                    break;
                }
            }
        }
        if (mapping.regionColumn < 0) {
            QStringList named;
            for (const project::Region& region : m_data.regions) {
                const bool told =
                    std::any_of(lines.cbegin(), lines.cend(), [&region](const QString& line) {
                        return line.contains(region.nameZh);
                    });
                if (told && &region != m_data.city())
                    named.append(region.nameZh);
            }
            if (named.size() == 1)
                mapping.region = named.first();
        }
    }

    /// "表3-1 2022年厦门市各区常住人口（万人）": what is left after number, year and place.
    Subjects::Match subjectOfTitle(const QString& line) const
    {
        QString text = splitUnit(line).name;
        const QString unit = splitUnit(line).unit;
        static const QRegularExpression number(
            u"\\A(?:附?表\\s*)?[0-9]+(?:[-.\\x{2013}][0-9]+)*[\\s、.:\\x{FF1A}]\\s*"_s);
        static const QRegularExpression years(
            u"(?:19|20)[0-9]{2}(?:\\s*[-\\x{2014}\\x{2013}~\\x{FF5E}至]+\\s*(?:19|20)?[0-9]{2})?\\s*年?(?:度|末|底)?"_s);
        static const QRegularExpression around(
            u"\\A(?:福建省)?|(?:各|分)(?:区县|县区|县市区|县|区|市|年|年度)|历年|主要|分区|(?:情况|统计|数据)?(?:一览)?表?\\z"_s);
        text.remove(number).remove(years);
        QString city = m_data.info.city;
        text.remove(city);
        if (city.endsWith(u'市')) {
            city.chop(1);
            text.remove(city);
        }
        text.remove(around);
        text = text.simplified();
        if (text.startsWith(u'的'))
            text = text.mid(1);
        Subjects::Match match = subjectOf(text);
        if (match.subject && match.unit.isEmpty())
            match.unit = unit;
        return match;
    }

    Candidate candidateAt(int top, int rows)
    {
        Candidate made;
        TableMapping& mapping = made.mapping;
        mapping.headerRow = top;
        mapping.headerRows = rows;
        if (rows > 1 && isTitleRow(top))
            return made;
        int known = 0;
        int firstValue = m_grid.columnCount();
        QHash<int, int> roleColumn;
        for (int at = 0; at < m_grid.columnCount(); ++at) {
            Column column = columnAt(at, top, rows);
            if (column.role >= 0) {
                if (roleColumn.contains(column.role)) {
                    // "指标代码" beside "指标名称": the word that stands first in the list.
                    Column& held = made.columns[roleColumn.value(column.role)];
                    if (rankOf(column) < rankOf(held)) {
                        held.role = -1;
                        held.isLeftOut = true;
                        roleColumn.insert(column.role, at);
                        mapping.*columnRoles()[column.role].member = at;
                    } else {
                        column.role = -1;
                        column.isLeftOut = true;
                    }
                } else {
                    roleColumn.insert(column.role, at);
                    mapping.*columnRoles()[column.role].member = at;
                    ++known;
                }
            } else if (column.isValue) {
                firstValue = std::min(firstValue, at);
                ++known;
                if (!column.wide.unit.isEmpty())
                    ++known;
            }
            made.columns.append(column);
        }
        settleTotals(made);
        findKeys(made);
        readTitle(made, top);
        settleValues(made);
        const bool keyed = mapping.subjectColumn >= 0 || !mapping.subject.isEmpty();
        const bool anyValue = mapping.valueColumn >= 0 || !mapping.wide.isEmpty();
        const bool headed = std::all_of(
            mapping.wide.cbegin(), mapping.wide.cend(),
            [](const TableMapping::WideColumn& column) { return !column.subject.isEmpty(); });
        const bool placed = mapping.yearColumn >= 0 || mapping.regionColumn >= 0 ||
                            made.isYearTold ||
                            std::any_of(mapping.wide.cbegin(), mapping.wide.cend(),
                                        [](const TableMapping::WideColumn& column) {
                                            return column.year > 0 || !column.region.isEmpty();
                                        });
        made.usable = anyValue && (keyed || (headed && placed && !mapping.wide.isEmpty()));
        // Fewer rows win among equals: what is below a whole header is data. But a header's upper
        // rows are never left away, though less would be understood with them.
        const bool isCut =
            top > 0 && !m_grid.isBlank(top - 1) && !isTitleRow(top - 1) && !isFigureRow(top - 1);
        if (!made.usable) { // what could be told helps whoever completes it
            known += (mapping.subjectColumn >= 0) + (mapping.regionColumn >= 0) +
                     (mapping.yearColumn >= 0) + (mapping.subject.isEmpty() ? 0 : 1);
        }
        made.score = (made.usable ? 100'000 : 0) - (isCut ? 50'000 : 0) + 10 * known - rows;
        return made;
    }

    static int rankOf(const Column& column)
    {
        const QStringList& words = columnRoles()[column.role].words;
        for (int at = 0; at < words.size(); ++at) {
            if (foldedText(words[at]) == foldedText(column.path.last()))
                return at;
        }
        return static_cast<int>(words.size());
    }

    /// "合计" over a column is the city when the others are its districts, else the figure as such.
    void settleTotals(Candidate& made) const
    {
        const project::Region* city = m_data.city();
        bool districts = false;
        bool isCityThere = false;
        bool strangers = false;
        for (const Column& column : std::as_const(made.columns)) {
            if (!column.wide.region.isEmpty()) {
                const bool own = city && column.wide.region == city->nameZh;
                isCityThere = isCityThere || own;
                districts = districts || !own;
            } else if (column.isLeftOut) {
                strangers = strangers || QStringView(u"市区县").contains(column.path.last().back());
            }
        }
        for (Column& column : made.columns) {
            if (!column.isTotal || column.role >= 0)
                continue;
            if (districts && city && !isCityThere && !strangers && column.wide.region.isEmpty()) {
                column.wide.region = city->nameZh;
                column.isValue = !column.isLeftOut;
            } else if (districts && column.wide.region.isEmpty()) {
                column.isValue = false;
                column.isLeftOut = true;
            } else if (!column.isValue) {
                column.isNeutral = !column.isLeftOut;
            }
        }
    }

    void settleValues(Candidate& made) const
    {
        TableMapping& mapping = made.mapping;
        const bool rowsNameSubjects = mapping.subjectColumn >= 0;
        QList<TableMapping::WideColumn> wide;
        for (Column& column : made.columns) {
            const int at = column.wide.column;
            const bool isKey = at == mapping.subjectColumn || at == mapping.regionColumn ||
                               at == mapping.yearColumn;
            if (!column.isValue || column.role >= 0 || isKey)
                continue;
            if (column.wide.subject.isEmpty() && !rowsNameSubjects && mapping.subject.isEmpty()) {
                column.isLeftOut = true; // "户籍人口" beside a subject we know
                continue;
            }
            if (mapping.regionColumn >= 0 && !column.wide.region.isEmpty()) {
                // Beside rows that name regions "全市" tells the scope and not which city.
                const project::Region* city = m_data.city();
                column.isLeftOut = !city || column.wide.region != city->nameZh;
                column.wide.region.clear();
                if (column.isLeftOut)
                    continue;
            }
            wide.append(column.wide);
        }
        if (wide.isEmpty() && mapping.valueColumn < 0) {
            // "数值(万人)", "绝对数": one column of figures whatever it is called.
            QList<TableMapping::WideColumn> plain;
            for (const Column& column : std::as_const(made.columns)) {
                if (column.isNeutral && column.role < 0)
                    plain.append(column.wide);
            }
            if (plain.size() == 1)
                wide = plain;
        }
        if (mapping.valueColumn >= 0 && (wide.isEmpty() || rowsNameSubjects)) {
            const bool yearsInHeader =
                std::any_of(wide.cbegin(), wide.cend(),
                            [](const TableMapping::WideColumn& column) { return column.year > 0; });
            if (wide.isEmpty() || !yearsInHeader) {
                mapping.layout = TableMapping::Layout::Long;
                return;
            }
        }
        if (!wide.isEmpty()) {
            mapping.layout = TableMapping::Layout::Wide;
            mapping.valueColumn = -1;
            mapping.wide = wide;
        }
    }

    /// Blank keys below filled ones, in a sheet that keeps no merges.
    void lookAtBlankKeys(GuessedMapping& guessed) const
    {
        TableMapping& mapping = guessed.mapping;
        const int first = mapping.headerRow + mapping.headerRows;
        for (const int key : {mapping.regionColumn, mapping.subjectColumn, mapping.yearColumn}) {
            if (key < 0 || !m_grid.sheet().merges.isEmpty())
                continue;
            int filled = 0;
            int blank = 0;
            bool isFirstFilled = false;
            for (int row = first; row < m_grid.rowCount(); ++row) {
                if (m_grid.isBlank(row) || !hasFigures(m_grid, row))
                    continue;
                const bool isFilled = !m_grid.text(row, key).isEmpty();
                if (filled + blank == 0)
                    isFirstFilled = isFilled;
                ++(isFilled ? filled : blank);
            }
            if (isFirstFilled && blank > 0 && (blank >= filled || key != mapping.regionColumn)) {
                mapping.fillDown = true;
                say(guessed.issues, Severity::Warning,
                    Text::tr("%1 列有空白，按与上一行相同读入（像是合并过的单元格），请核对。")
                        .arg(columnLetters(key)));
            } else if (blank > 0 && key == mapping.regionColumn) {
                const project::Region* city = m_data.city();
                say(guessed.issues, Severity::Warning,
                    Text::tr("%1 列有空白，空白处按%2读入，请核对。")
                        .arg(columnLetters(key), city ? city->nameZh : m_data.info.city));
            }
        }
    }

    void explain(GuessedMapping& guessed) const
    {
        const TableMapping& mapping = guessed.mapping;
        const auto anyWide = [&mapping](auto test) {
            return std::any_of(mapping.wide.cbegin(), mapping.wide.cend(), test);
        };
        using Wide = TableMapping::WideColumn;
        const bool yearsInHeader = anyWide([](const Wide& column) { return column.year > 0; });
        if (mapping.yearColumn < 0 && !yearsInHeader) {
            if (m_candidate.isYearTold)
                say(guessed.issues, Severity::Note,
                    Text::tr("标题写明是%1年，没有写年份的数据按%1年读入。").arg(mapping.year));
            else
                say(guessed.issues, Severity::Warning,
                    Text::tr("没有年份一列，全部数据按%1年读入，请核对。").arg(m_data.info.year));
        }
        const bool regionsInHeader =
            anyWide([](const Wide& column) { return !column.region.isEmpty(); });
        const project::Region* city = m_data.city();
        if (mapping.regionColumn < 0 && !regionsInHeader) {
            say(guessed.issues, Severity::Note,
                Text::tr("没有地区一列，全部数据按%1读入。")
                    .arg(!mapping.region.isEmpty() ? mapping.region
                         : city                    ? city->nameZh
                                                   : m_data.info.city));
            lookForOtherCity(guessed);
        }
        if (!mapping.subject.isEmpty()) {
            const Subject* subject = m_subjects.byId(mapping.subject);
            say(guessed.issues, Severity::Note,
                Text::tr("表中没有指标一列，按标题“%1”当作“%2”读入，请核对。")
                    .arg(m_candidate.subjectFrom, subject ? subject->nameZh : mapping.subject));
        }
        QStringList headings, left;
        for (const Column& column : m_candidate.columns) {
            if (column.isValue && !column.isLeftOut && !column.heading.isEmpty() &&
                !headings.contains(column.heading))
                headings.append(column.heading);
            if (column.isLeftOut && !column.path.isEmpty())
                left.append(u"%1（%2）"_s.arg(columnLetters(column.wide.column),
                                              column.path.join(u" / "_s)));
        }
        if (!headings.isEmpty())
            say(guessed.issues, Severity::Note,
                Text::tr("上级表头“%1”没有用来判断指标，请核对。")
                    .arg(headings.mid(0, mostNamed).join(u"”“"_s)));
        if (!left.isEmpty())
            say(guessed.issues, Severity::Note,
                Text::tr("%1 列的表头没有看懂，未读入：%2%3")
                    .arg(left.size())
                    .arg(left.mid(0, mostNamed).join(u"；"_s),
                         left.size() > mostNamed ? u"……"_s : u"。"_s));
        const bool unitTold = mapping.unitColumn >= 0 || !mapping.unit.isEmpty() ||
                              (!mapping.wide.isEmpty() &&
                               !anyWide([](const Wide& column) { return column.unit.isEmpty(); }));
        if (!unitTold && !rowsTellUnits(mapping))
            say(guessed.issues, Severity::Warning,
                Text::tr("有的数据没有写单位，按指标体系的单位读入，请核对。"));
        lookAtBlankKeys(guessed);
    }

    bool rowsTellUnits(const TableMapping& mapping) const
    {
        if (mapping.subjectColumn < 0)
            return false;
        const int first = mapping.headerRow + mapping.headerRows;
        for (int row = first; row < m_grid.rowCount(); ++row) {
            const Subjects::Match match = subjectOf(m_grid.text(row, mapping.subjectColumn));
            if (match.subject && match.unit.isEmpty() && hasFigures(m_grid, row))
                return false;
        }
        return true;
    }

    /// A title that names another city.
    void lookForOtherCity(GuessedMapping& guessed) const
    {
        QString stem = m_data.info.city;
        if (stem.endsWith(u'市'))
            stem.chop(1);
        static const QRegularExpression city(
            u"(?<![\\x{4E00}-\\x{9FFF}省区])([\\x{4E00}-\\x{9FFF}]{2,3}市)(?![区场政民内外域])"_s);
        static const QStringList no{u"全市"_s,   u"本市"_s,   u"各市"_s,   u"地级市"_s,
                                    u"县级市"_s, u"大城市"_s, u"直辖市"_s, u"设区市"_s};
        for (const QString& line : guessed.mapping.title) {
            const QString named = city.match(line).captured(1);
            if (!named.isEmpty() && !no.contains(named) && !line.contains(stem)) {
                say(guessed.issues, Severity::Warning,
                    Text::tr("标题写的是“%1”，不是%2，请核对后再导入。")
                        .arg(named, m_data.info.city));
                return;
            }
        }
    }

    const project::YearData& m_data;
    const Subjects& m_subjects;
    TableGrid m_grid;
    Candidate m_candidate;
    QList<int> m_figureRow;
};

} // namespace

bool isGrandTotal(const QString& text)
{
    static const QStringList words{u"合计"_s, u"总计"_s,  u"总和"_s,   u"总数"_s,
                                   u"共计"_s, u"total"_s, u"合计数"_s, u"合计值"_s};
    return isOneOf(text, words);
}

bool isSubtotal(const QString& text)
{
    const QString folded = foldedText(text);
    static const QStringList words{u"平均"_s, u"均值"_s, u"平均值"_s, u"subtotal"_s, u"average"_s};
    return words.contains(folded) || folded.endsWith(u"小计"_s) ||
           (folded.endsWith(u"合计"_s) && !isGrandTotal(folded) && folded != u"全市合计"_s);
}

QString withoutNumbering(const QString& text)
{
    static const QRegularExpression number(
        u"\\A\\s*(?:[#\\x{FF03}]|其中[:\\x{FF1A}]?|[一二三四五六七八九十]+[、.\\x{FF0E}]|[(\\x{"
        u"FF08}][一二三四五六七八九"
        u"十0-9]+[)\\x{FF09}]|[0-9]{1,3}[、\\x{FF0E}]|[0-9]{1,3}\\.(?![0-9])|[\\x{2460}-\\x{249B}])\\s*"_s);
    return QString(text).remove(number);
}

GuessedMapping guessMapping(const project::YearData& data, const Subjects& subjects,
                            const office::Sheet& sheet)
{
    return Guess(data, subjects, sheet).best();
}

} // namespace checkup::collect
