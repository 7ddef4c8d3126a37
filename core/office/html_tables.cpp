#include "core/office/html_tables.h"

#include "core/base/file_tools.h"
#include "core/office/text_decoding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <utility>
#include <vector>

namespace checkup::office {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HtmlTables)
};

constexpr int maxSpan = 1000;
constexpr int maxDepth = 64;        // tables within tables
constexpr int linesAround = 12;     // kept of the text before or after a table
constexpr qsizetype longLine = 400; // such text is a page's prose, not a table's title

/// The page's text. What it says of its own encoding is tried first; what its bytes are decides.
Result<QString> decodePage(const QByteArray& bytes)
{
    static const QRegularExpression charset(u"charset\\s*=\\s*[\"']?\\s*([\\w-]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const bool marked = bytes.startsWith("\xEF\xBB\xBF") || bytes.startsWith("\xFF\xFE") ||
                        bytes.startsWith("\xFE\xFF");
    const QString named =
        charset.match(QString::fromLatin1(bytes.left(4096))).captured(1).toLower();
    if (!marked && named.startsWith(u"gb"_s)) {
        QStringDecoder decoder("GB18030", QStringConverter::Flag::Stateless);
        const QString text = decoder.decode(bytes);
        if (!decoder.hasError() && !text.contains(QChar::ReplacementCharacter))
            return text;
    }
    const auto decoded = decodeText(bytes);
    if (!decoded)
        return decoded.error();
    return decoded->text;
}

/// The sign that "&name;" or "&#1234;" stands for; empty when it is none.
QString entity(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool hex = name.size() > 1 && name[1].toLower() == u'x';
        bool ok = false;
        const uint code = name.mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
        if (!ok || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            return {};
        const char32_t sign = code;
        return QString::fromUcs4(&sign, 1);
    }
    static const QHash<QString, char16_t> names{
        {u"amp"_s, u'&'},     {u"lt"_s, u'<'},       {u"gt"_s, u'>'},       {u"quot"_s, u'"'},
        {u"apos"_s, u'\''},   {u"nbsp"_s, 0x00A0},   {u"ensp"_s, u' '},     {u"emsp"_s, u' '},
        {u"thinsp"_s, u' '},  {u"middot"_s, 0x00B7}, {u"times"_s, 0x00D7},  {u"divide"_s, 0x00F7},
        {u"deg"_s, 0x00B0},   {u"plusmn"_s, 0x00B1}, {u"sup1"_s, 0x00B9},   {u"sup2"_s, 0x00B2},
        {u"sup3"_s, 0x00B3},  {u"permil"_s, 0x2030}, {u"hellip"_s, 0x2026}, {u"mdash"_s, 0x2014},
        {u"ndash"_s, 0x2013}, {u"minus"_s, 0x2212},  {u"ldquo"_s, 0x201C},  {u"rdquo"_s, 0x201D},
        {u"lsquo"_s, 0x2018}, {u"rsquo"_s, 0x2019},  {u"laquo"_s, 0x00AB},  {u"raquo"_s, 0x00BB},
        {u"yen"_s, 0x00A5},   {u"le"_s, 0x2264},     {u"ge"_s, 0x2265},     {u"ne"_s, 0x2260},
        {u"asymp"_s, 0x2248}, {u"dagger"_s, 0x2020}, {u"Dagger"_s, 0x2021}, {u"bull"_s, 0x2022}};
    const auto found = names.constFind(name.toString());
    return found == names.cend() ? QString() : QString(QChar(*found));
}

QString withoutEntities(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&') {
            const qsizetype end = text.indexOf(u';', at);
            if (end > at && end - at <= 10) {
                const QString sign = entity(text.mid(at + 1, end - at - 1));
                if (!sign.isEmpty()) {
                    result += sign;
                    at = end;
                    continue;
                }
            }
        }
        result += text[at];
    }
    return result;
}

struct Tag
{
    QString name; ///< lower case; "/td" closes
    QHash<QString, QString> attributes;
    bool closed = false; ///< "<td/>"

    int number(const QString& attribute) const
    {
        return std::clamp(attributes.value(attribute).trimmed().toInt(), 1, maxSpan);
    }
    bool isHidden() const
    {
        QString style = attributes.value(u"style"_s).toLower();
        style.removeIf([](QChar sign) { return sign.isSpace(); });
        return attributes.contains(u"hidden"_s) || style.contains(u"display:none"_s) ||
               style.contains(u"mso-hide:all"_s);
    }
};

/// A table that is being read.
struct Open
{
    Sheet sheet;
    int row = -1, column = 0;
    bool inCell = false;
    bool hidden = false;
    QString text;   ///< of the open cell
    QString number; ///< x:num of the open cell
    int rowSpan = 1, columnSpan = 1;
    QList<int> taken;   ///< by column: rows that a span from above still fills, this one included
    QStringList before; ///< lines that stood above
    QString caption;
    int order = 0; ///< of its start
};

class Page
{
public:
    Page(QStringView text, const Limits& limits, const CancelToken& cancel)
        : m_text(text)
        , m_limits(limits)
        , m_cancel(cancel)
    {}

    enum class End { Done, Cancelled, TooLarge };
    End read();

    QList<Open> tables; ///< finished, by where they start
    QStringList after;  ///< lines below the last one

private:
    void take(QStringView run);
    bool takeTag(const Tag& tag);
    Tag readTag();
    void skipPast(QStringView end);
    void openTable();
    void closeTable();
    void openRow(bool hidden);
    bool openCell(const Tag& tag);
    void closeCell();
    void flushLine();
    QString* sink();

    QStringView m_text;
    const Limits& m_limits;
    const CancelToken& m_cancel;
    qsizetype m_at = 0;
    std::vector<Open> m_open;
    QString m_line; ///< text outside of tables
    QStringList m_lines;
    QStringList m_hiddenTags; ///< elements that hide what is in them, innermost last
    int m_raised = 0;         ///< within <sup>
    bool m_inCaption = false;
    int m_order = 0;
    qint64 m_cells = 0;
};

void Page::skipPast(QStringView end)
{
    const qsizetype at = m_text.indexOf(end, m_at, Qt::CaseInsensitive);
    m_at = at < 0 ? m_text.size() : at + end.size();
}

/// m_at stands behind '<'; afterwards behind '>'.
Tag Page::readTag()
{
    Tag tag;
    const auto more = [this] { return m_at < m_text.size() && m_text[m_at] != u'>'; };
    while (more() && !m_text[m_at].isSpace() && (m_text[m_at] != u'/' || tag.name.isEmpty()))
        tag.name += m_text[m_at++].toLower();
    while (more()) {
        const QChar sign = m_text[m_at];
        if (sign.isSpace() || sign == u'/') {
            tag.closed = sign == u'/';
            ++m_at;
            continue;
        }
        QString name;
        while (more() && !m_text[m_at].isSpace() && m_text[m_at] != u'=' && m_text[m_at] != u'/')
            name += m_text[m_at++].toLower();
        while (more() && m_text[m_at].isSpace())
            ++m_at;
        QString value;
        if (more() && m_text[m_at] == u'=') {
            ++m_at;
            while (more() && m_text[m_at].isSpace())
                ++m_at;
            if (more() && (m_text[m_at] == u'"' || m_text[m_at] == u'\'')) {
                const qsizetype from = m_at + 1;
                const qsizetype end = m_text.indexOf(m_text[m_at], from);
                const qsizetype to = end < 0 ? m_text.size() : end;
                value = m_text.mid(from, to - from).toString();
                m_at = std::min(to + 1, m_text.size());
            } else {
                const qsizetype from = m_at;
                while (more() && !m_text[m_at].isSpace())
                    ++m_at;
                value = m_text.mid(from, m_at - from).toString();
            }
        } else if (name.isEmpty()) {
            ++m_at; // a stray sign
        }
        tag.closed = false;
        if (!name.isEmpty())
            tag.attributes.insert(name, withoutEntities(value));
    }
    m_at = std::min(m_at + 1, m_text.size());
    return tag;
}

Page::End Page::read()
{
    int sinceLook = 0;
    while (m_at < m_text.size()) {
        if (++sinceLook % 500 == 0 && m_cancel.isCancelled())
            return End::Cancelled;
        const qsizetype next = m_text.indexOf(u'<', m_at);
        const qsizetype end = next < 0 ? m_text.size() : next;
        take(m_text.mid(m_at, end - m_at));
        m_at = end;
        if (next < 0)
            break;
        const QStringView rest = m_text.mid(m_at);
        if (rest.startsWith(u"<!--")) {
            m_at += 4;
            skipPast(u"-->");
        } else if (rest.startsWith(u"<!") || rest.startsWith(u"<?")) {
            skipPast(u">");
        } else if (rest.size() > 1 && (rest[1].isLetter() || rest[1] == u'/')) {
            ++m_at;
            const Tag tag = readTag();
            if (!takeTag(tag))
                return End::TooLarge;
        } else {
            take(rest.left(1)); // "<" that opens nothing
            ++m_at;
        }
    }
    while (!m_open.empty())
        closeTable();
    flushLine();
    after = m_lines;
    std::sort(tables.begin(), tables.end(),
              [](const Open& one, const Open& other) { return one.order < other.order; });
    return End::Done;
}

QString* Page::sink()
{
    if (m_open.empty())
        return &m_line;
    Open& table = m_open.back();
    if (table.inCell)
        return &table.text;
    return m_inCaption ? &table.caption : nullptr;
}

void Page::take(QStringView run)
{
    QString* const to = sink();
    if (run.isEmpty() || !to || !m_hiddenTags.isEmpty())
        return;
    const QString text = withoutEntities(run);
    // Blanks and line ends of the source are one blank; a non-breaking one counts as such too.
    for (const QChar sign : text) {
        if (!sign.isSpace())
            *to += m_raised > 0 ? raised(sign) : sign;
        else if (!to->isEmpty() && !to->back().isSpace())
            *to += u' ';
    }
}

void Page::flushLine()
{
    const QString line = m_line.simplified();
    m_line.clear();
    if (line.isEmpty() || line.size() > longLine)
        return;
    m_lines.append(line);
}

bool Page::takeTag(const Tag& tag)
{
    const bool closing = tag.name.startsWith(u'/');
    const QString name = closing ? tag.name.mid(1) : tag.name;
    if (!closing && (name == u"script" || name == u"style" || name == u"xml" || name == u"title")) {
        if (!tag.closed)
            skipPast(QString(u"</"_s + name));
        if (!tag.closed)
            skipPast(u">");
        return true;
    }
    if (closing) {
        if (const qsizetype at = m_hiddenTags.lastIndexOf(name); at >= 0)
            m_hiddenTags.resize(at);
    }
    static const QStringList blocks{u"p"_s,  u"div"_s, u"br"_s, u"li"_s, u"h1"_s,
                                    u"h2"_s, u"h3"_s,  u"h4"_s, u"h5"_s, u"h6"_s};
    if (name == u"table") {
        if (closing)
            closeTable();
        else if (m_open.size() < maxDepth)
            openTable();
    } else if (name == u"sup") {
        m_raised = std::max(0, m_raised + (closing ? -1 : 1));
    } else if (name == u"caption") {
        m_inCaption = !closing && !m_open.empty();
    } else if (blocks.contains(name)) {
        if (m_open.empty())
            flushLine();
        else if (QString* const to = sink(); to && !to->isEmpty() && !to->endsWith(u'\n'))
            *to += u'\n';
    } else if (!m_open.empty() && name == u"tr") {
        closeCell();
        if (!closing)
            openRow(tag.isHidden());
        return true; // a hidden row is noted, not left out: its position stays
    } else if (!m_open.empty() && (name == u"td" || name == u"th")) {
        closeCell();
        if (!closing && !openCell(tag))
            return false;
    }
    static const QStringList empty{u"br"_s,   u"img"_s, u"col"_s, u"input"_s, u"meta"_s,
                                   u"link"_s, u"hr"_s,  u"td"_s,  u"th"_s,    u"table"_s};
    if (!closing && !tag.closed && tag.isHidden() && !empty.contains(name))
        m_hiddenTags.append(name);
    return true;
}

void Page::openTable()
{
    if (m_open.empty())
        flushLine();
    Open table;
    table.order = m_order++;
    table.before = std::exchange(m_lines, {});
    m_open.push_back(std::move(table));
    m_inCaption = false;
}

void Page::closeTable()
{
    if (m_open.empty())
        return;
    closeCell();
    tables.append(std::move(m_open.back()));
    m_open.pop_back();
    m_inCaption = false;
}

void Page::openRow(bool hidden)
{
    Open& table = m_open.back();
    m_inCaption = false;
    if (table.row >= 0) {
        for (int& rows : table.taken)
            rows = std::max(0, rows - 1);
    }
    ++table.row;
    table.column = 0;
    while (table.sheet.rows.size() <= table.row)
        table.sheet.rows.emplaceBack();
    if (hidden)
        table.sheet.hiddenRows.append(table.row);
}

bool Page::openCell(const Tag& tag)
{
    if (m_open.back().row < 0)
        openRow(false);
    Open& table = m_open.back();
    while (table.column < table.taken.size() && table.taken[table.column] > 0)
        ++table.column;
    table.inCell = true;
    table.hidden = tag.isHidden();
    table.text.clear();
    table.number = tag.attributes.value(u"x:num"_s);
    table.rowSpan = tag.number(u"rowspan"_s);
    table.columnSpan = tag.number(u"colspan"_s);
    m_cells += table.columnSpan;
    return m_cells <= m_limits.cells && table.column + table.columnSpan <= 16'384;
}

void Page::closeCell()
{
    if (m_open.empty() || !m_open.back().inCell)
        return;
    Open& table = m_open.back();
    table.inCell = false;
    Cell cell;
    QStringList lines = table.text.split(u'\n');
    for (QString& line : lines)
        line = line.trimmed();
    cell.text = lines.join(u'\n').trimmed();
    if (!cell.text.isEmpty() && !table.hidden)
        cell.kind = Cell::Kind::Text;
    else
        cell.text.clear();
    bool isNumber = false;
    const double number = table.number.toDouble(&isNumber);
    if (isNumber && cell.kind == Cell::Kind::Text) {
        cell.kind = Cell::Kind::Number;
        cell.number = number;
        cell.isPercent = cell.text.endsWith(u'%');
        cell.text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    QList<Cell>& row = table.sheet.rows[table.row];
    if (cell.kind != Cell::Kind::Empty) {
        row.resize(std::max<qsizetype>(row.size(), table.column + 1));
        row[table.column] = cell;
    }
    if (table.rowSpan > 1 || table.columnSpan > 1) {
        table.sheet.merges.append({table.row, table.column, table.row + table.rowSpan - 1,
                                   table.column + table.columnSpan - 1});
    }
    const int end = table.column + table.columnSpan;
    table.taken.resize(std::max<qsizetype>(table.taken.size(), end));
    for (int column = table.column; column < end; ++column)
        table.taken[column] = std::max(table.taken[column], table.rowSpan);
    table.column = end;
}

/// Lines as rows of one cell.
QList<QList<Cell>> rowsOf(const QStringList& lines)
{
    QList<QList<Cell>> rows;
    for (const QString& line : lines) {
        Cell cell;
        cell.kind = Cell::Kind::Text;
        cell.text = line;
        rows.append(QList<Cell>{cell});
    }
    return rows;
}

/// A finished table with what stood around it.
Sheet sheetOf(Open&& table, const QStringList& after)
{
    Sheet sheet = std::move(table.sheet);
    const int last = static_cast<int>(sheet.rows.size()) - 1;
    for (Range& merge : sheet.merges)
        merge.bottom = std::min(merge.bottom, last);
    QStringList above = table.before.mid(std::max<qsizetype>(0, table.before.size() - linesAround));
    if (const QString caption = table.caption.simplified(); !caption.isEmpty())
        above.append(caption);
    const int shift = static_cast<int>(above.size());
    if (shift > 0) {
        sheet.rows = rowsOf(above) + sheet.rows;
        for (Range& merge : sheet.merges) {
            merge.top += shift;
            merge.bottom += shift;
        }
        for (int& row : sheet.hiddenRows)
            row += shift;
    }
    sheet.rows.append(rowsOf(after.mid(0, linesAround)));
    return sheet;
}

/// A table for the eye only: nothing, or one cell that holds the rest of the page.
bool isLayout(const Sheet& sheet)
{
    qsizetype filled = 0;
    for (const QList<Cell>& row : sheet.rows)
        filled += std::count_if(row.cbegin(), row.cend(),
                                [](const Cell& cell) { return cell.kind != Cell::Kind::Empty; });
    return filled < 2;
}

} // namespace

Result<Workbook> readHtmlTables(const QString& path, const Limits& limits,
                                const CancelToken& cancel)
{
    const QString shown = QDir::toNativeSeparators(path);
    const auto bytes = readFile(path, limits.entryBytes);
    if (!bytes)
        return bytes.error();
    const auto text = decodePage(*bytes);
    if (!text) {
        return text.error().wrap(
            Text::tr("“%1”的文字编码无法识别；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。")
                .arg(shown));
    }
    Page page(*text, limits, cancel);
    switch (page.read()) {
    case Page::End::Done:
        break;
    case Page::End::Cancelled:
        return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
    case Page::End::TooLarge:
        return Error(
            ErrorCode::TooLarge,
            Text::tr("“%1”单元格过多，超出安全限制；请删除多余的行列，或拆分后再试。").arg(shown));
    }
    Workbook workbook;
    workbook.fileName = QFileInfo(path).fileName();
    page.tables.removeIf([](const Open& table) { return isLayout(table.sheet); });
    for (qsizetype at = 0; at < page.tables.size(); ++at) {
        const bool last = at + 1 == page.tables.size();
        Sheet sheet = sheetOf(std::move(page.tables[at]), last ? page.after : QStringList());
        sheet.name = u"表%1"_s.arg(at + 1);
        workbook.sheets.append(std::move(sheet));
    }
    if (workbook.sheets.isEmpty()) {
        return Error(ErrorCode::Unsupported,
                     Text::tr("“%1”是网页，但其中没有表格；请用 Excel 或 WPS 打开，另存为 .xlsx "
                              "后再试。")
                         .arg(shown));
    }
    return workbook;
}

} // namespace checkup::office
