#include "core/office/xlsx_reader.h"

#include "core/office/file_kind.h"
#include "core/office/zip.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace checkup::office {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

constexpr int maxRow = 1'048'576;
constexpr int maxColumn = 16'384;
constexpr qint64 treeFactor = 3;

// Some writers put a prefix before every element ("x:row"), so names are compared without it.
std::string_view local(const char* name)
{
    const char* colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name)
{
    for (const pugi::xml_node node : parent.children()) {
        if (local(node.name()) == name)
            return node;
    }
    return {};
}

const char* attribute(pugi::xml_node node, std::string_view name)
{
    for (const pugi::xml_attribute found : node.attributes()) {
        if (local(found.name()) == name)
            return found.value();
    }
    return "";
}

bool isTrue(std::string_view value)
{
    return value == "1" || value == "true" || value == "on";
}

/// "_x000D_" stands for a character that XML cannot hold.
QString unescaped(const char* utf8)
{
    QString text = QString::fromUtf8(utf8);
    for (qsizetype at = text.indexOf(u"_x"); at >= 0; at = text.indexOf(u"_x", at + 1)) {
        if (at + 6 >= text.size() || text[at + 6] != u'_')
            continue;
        bool ok = false;
        const ushort code = QStringView(text).mid(at + 2, 4).toUShort(&ok, 16);
        if (ok)
            text.replace(at, 7, QChar(code));
    }
    return text;
}

/// The text of a string item: plain or in runs; phonetic guides (rPh) are not part of it.
QString richText(pugi::xml_node item)
{
    QString text;
    for (const pugi::xml_node node : item.children()) {
        const std::string_view name = local(node.name());
        if (name == "t")
            text += unescaped(node.text().get());
        else if (name == "r") {
            const pugi::xml_node place = child(child(node, "rPr"), "vertAlign");
            QString run = unescaped(child(node, "t").text().get());
            if (std::string_view(attribute(place, "val")) == "superscript")
                std::transform(run.begin(), run.end(), run.begin(), raised);
            text += run;
        }
    }
    return text;
}

/// "AB12" -> zero-based position; false when it is none within a sheet's bounds.
bool readPosition(std::string_view text, int& row, int& column)
{
    int letters = 0;
    size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '$')
            continue;
        const int upper = c >= 'a' && c <= 'z' ? c - 'a' : c - 'A';
        if (upper < 0 || upper > 25 || letters > maxColumn)
            break;
        letters = letters * 26 + upper + 1;
    }
    int number = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || letters < 1 ||
        letters > maxColumn || number < 1 || number > maxRow)
        return false;
    row = number - 1;
    column = letters - 1;
    return true;
}

bool readRange(std::string_view text, Range& range)
{
    const size_t colon = text.find(':');
    if (!readPosition(text.substr(0, colon), range.top, range.left))
        return false;
    if (colon == std::string_view::npos) {
        range.bottom = range.top;
        range.right = range.left;
        return true;
    }
    return readPosition(text.substr(colon + 1), range.bottom, range.right) &&
           range.bottom >= range.top && range.right >= range.left;
}

QString numberText(double number)
{
    char buffer[64];
    const double size = std::fabs(number);
    const auto form = number == 0 || (size >= 1e-5 && size < 1e17) ? std::chars_format::fixed
                                                                   : std::chars_format::scientific;
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, form);
    return QString::fromLatin1(buffer, end - buffer);
}

enum class Shown { Plain, Percent, Date, TimeOfDay };

/// What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31).
Shown shownBy(int id, const QString& code)
{
    if (code.isEmpty()) {
        if (id == 9 || id == 10)
            return Shown::Percent;
        if ((id >= 18 && id <= 21) || id == 45 || id == 47)
            return Shown::TimeOfDay;
        const bool date =
            (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return date ? Shown::Date : Shown::Plain;
    }
    bool day = false;
    bool hour = false;
    bool month = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar sign = code[i].toLower();
        if (sign == u'"') {
            i = code.indexOf(u'"', i + 1);
            if (i < 0)
                break;
        } else if (sign == u'\\' || sign == u'_' || sign == u'*') {
            ++i;
        } else if (sign == u'[') {
            const qsizetype end = code.indexOf(u']', i);
            if (end < 0)
                break;
            const QStringView inside = QStringView(code).mid(i + 1, end - i - 1);
            const bool elapsed =
                !inside.isEmpty() && std::all_of(inside.cbegin(), inside.cend(),
                                                 [](QChar c) { return u"hmsHMS"_s.contains(c); });
            if (elapsed) // a duration is a number of days
                return Shown::Plain;
            i = end;
        } else if (sign == u';') {
            break; // the first section is for positive numbers
        } else if (sign == u'%') {
            return Shown::Percent;
        } else if (QStringView(code).mid(i, 7).compare(u"general", Qt::CaseInsensitive) == 0) {
            i += 6;
        } else if (sign == u'y' || sign == u'd') {
            day = true;
        } else if (sign == u'h' || sign == u's') {
            hour = true;
        } else if (sign == u'm') {
            month = true;
        }
    }
    if (day || (month && !hour))
        return Shown::Date;
    return hour ? Shown::TimeOfDay : Shown::Plain;
}

/// A serial day as text; empty when it is out of a calendar's range.
QString dateText(double serial, bool date1904, bool timeOnly)
{
    if (serial < 0 || serial >= 2958466) // after 9999-12-31
        return {};
    auto days = static_cast<qint64>(std::floor(serial));
    auto seconds = static_cast<qint64>(std::llround((serial - std::floor(serial)) * 86400));
    if (seconds == 86400) {
        ++days;
        seconds = 0;
    }
    const QString time = QTime(0, 0).addSecs(static_cast<int>(seconds)).toString(u"HH:mm:ss"_s);
    if (days == 0 && !date1904)
        return time;
    if (timeOnly && days == 0)
        return time;
    QString day;
    if (date1904)
        day = QDate(1904, 1, 1).addDays(days).toString(Qt::ISODate);
    else if (days == 60) // the leap day that 1900 never had, kept by every spreadsheet since
        day = u"1900-02-29"_s;
    else
        day = QDate(1899, 12, days < 60 ? 31 : 30).addDays(days).toString(Qt::ISODate);
    return seconds == 0 ? day : day + u' ' + time;
}

/// A part of the archive as XML; the bytes live as long as the tree that points into them.
struct Part
{
    QByteArray bytes;
    pugi::xml_document document;
    pugi::xml_node root;
};

struct Relation
{
    QString type;
    QString target;
};

class Reader
{
public:
    Reader(QString path, const Limits& limits, CancelToken cancel, ZipReader zip)
        : m_path(std::move(path))
        , m_limits(limits)
        , m_cancel(std::move(cancel))
        , m_zip(std::move(zip))
    {}

    Result<Workbook> read();

private:
    Result<std::unique_ptr<Part>> part(const QString& name);
    Result<QHash<QString, Relation>> relations(const QString& ofPart);
    Result<void> readStyles(const QString& name);
    Result<void> readSharedStrings(const QString& name);
    Result<void> readSheet(const QString& name, Sheet& sheet);
    Result<void> readRow(pugi::xml_node node, int row, Sheet& sheet, const QString& part);
    Result<void> readComments(const QString& name, Sheet& sheet);
    Cell readCell(pugi::xml_node node) const;
    Error damaged(const QString& part, const QString& detail) const;
    Error tooLarge(const QString& sheet) const;
    Error cancelled() const { return {ErrorCode::Cancelled, Text::tr("已取消。")}; }

    QString m_path;
    Limits m_limits;
    CancelToken m_cancel;
    ZipReader m_zip;
    bool m_date1904 = false;
    QList<Shown> m_styles;
    QList<QString> m_strings;
    qint64 m_cells = 0;
};

Error Reader::damaged(const QString& part, const QString& detail) const
{
    return {ErrorCode::Damaged,
            Text::tr("工作簿“%1”已损坏：其中的“%2”读不出来；请用 Excel 或 WPS 打开修复，另存为 "
                     ".xlsx 后再试。")
                .arg(QDir::toNativeSeparators(m_path), part),
            detail};
}

Error Reader::tooLarge(const QString& sheet) const
{
    return {
        ErrorCode::TooLarge,
        Text::tr(
            "工作簿“%1”的工作表“%2”单元格过多，超出安全限制；请删除多余的空行空列，或拆分后再试。")
            .arg(QDir::toNativeSeparators(m_path), sheet)};
}

Result<std::unique_ptr<Part>> Reader::part(const QString& name)
{
    auto bytes = m_zip.read(name);
    if (!bytes) {
        // A part that the workbook names and the archive lacks is damage, not a missing file.
        return bytes.error().code() == ErrorCode::NotFound ? damaged(name, bytes.error().message())
                                                           : bytes.error();
    }
    // A tree takes several times the room of its text (some 64 bytes a node, 40 an attribute), so
    // dense markup is refused before it is built.
    const auto tags = std::count(bytes->cbegin(), bytes->cend(), '<');
    const auto quotes = std::count(bytes->cbegin(), bytes->cend(), '"');
    if (tags * 64 + quotes * 20 > treeFactor * m_limits.unpackedBytes)
        return tooLarge(name);
    auto result = std::make_unique<Part>();
    result->bytes = *std::move(bytes);
    const auto parsed = result->document.load_buffer_inplace(
        result->bytes.data(), static_cast<size_t>(result->bytes.size()),
        pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (parsed.status == pugi::status_out_of_memory)
        return tooLarge(name);
    if (!parsed)
        return damaged(
            name, u"%1 @ %2"_s.arg(QString::fromLatin1(parsed.description())).arg(parsed.offset));
    result->root = result->document.document_element();
    return result;
}

Result<QHash<QString, Relation>> Reader::relations(const QString& ofPart)
{
    QHash<QString, Relation> found;
    const qsizetype slash = ofPart.lastIndexOf(u'/');
    const QString folder = ofPart.left(slash + 1);
    const QString name = folder + u"_rels/"_s + ofPart.mid(slash + 1) + u".rels"_s;
    if (!m_zip.contains(name))
        return found;
    const auto xml = part(name);
    if (!xml)
        return xml.error();
    for (const pugi::xml_node node : (*xml)->root.children()) {
        if (std::string_view(attribute(node, "TargetMode")) == "External")
            continue;
        const QString type = QString::fromUtf8(attribute(node, "Type"));
        const QString target = QString::fromUtf8(attribute(node, "Target"));
        const QString whole =
            target.startsWith(u'/') ? target.mid(1) : QDir::cleanPath(folder + target);
        found.insert(QString::fromUtf8(attribute(node, "Id")),
                     {type.mid(type.lastIndexOf(u'/') + 1), whole});
    }
    return found;
}

Result<void> Reader::readStyles(const QString& name)
{
    const auto xml = part(name);
    if (!xml)
        return xml.error();
    QHash<int, QString> codes;
    for (const pugi::xml_node node : child((*xml)->root, "numFmts").children())
        codes.insert(std::atoi(attribute(node, "numFmtId")),
                     QString::fromUtf8(attribute(node, "formatCode")));
    for (const pugi::xml_node node : child((*xml)->root, "cellXfs").children()) {
        if (local(node.name()) != "xf")
            continue;
        const int id = std::atoi(attribute(node, "numFmtId"));
        m_styles << shownBy(id, codes.value(id));
    }
    return {};
}

Result<void> Reader::readSharedStrings(const QString& name)
{
    const auto xml = part(name);
    if (!xml)
        return xml.error();
    for (const pugi::xml_node node : (*xml)->root.children()) {
        if (local(node.name()) == "si")
            m_strings << richText(node);
    }
    return {};
}

Cell Reader::readCell(pugi::xml_node node) const
{
    Cell cell;
    std::string_view type;
    size_t style = 0;
    for (const pugi::xml_attribute found : node.attributes()) {
        const std::string_view name = found.name();
        if (name == "t")
            type = found.value();
        else if (name == "s")
            style = static_cast<size_t>(found.as_uint());
    }
    const char* value = nullptr;
    pugi::xml_node inlineString;
    for (const pugi::xml_node part : node.children()) {
        const std::string_view name = local(part.name());
        if (name == "v")
            value = part.text().get();
        else if (name == "f")
            cell.isFormula = true;
        else if (name == "is")
            inlineString = part;
    }
    if (type == "inlineStr") {
        cell.text = richText(inlineString);
        cell.kind = cell.text.isEmpty() ? Cell::Kind::Empty : Cell::Kind::Text;
        return cell;
    }
    if (value == nullptr || *value == '\0')
        return cell;
    const std::string_view text = value;
    if (type == "s") {
        qsizetype index = -1;
        std::from_chars(text.data(), text.data() + text.size(), index);
        cell.text = m_strings.value(index);
        cell.kind = cell.text.isEmpty() ? Cell::Kind::Empty : Cell::Kind::Text;
    } else if (type == "str") {
        cell.text = unescaped(value);
        cell.kind = Cell::Kind::Text;
    } else if (type == "b") {
        cell.kind = Cell::Kind::Bool;
        cell.text = isTrue(text) ? u"TRUE"_s : u"FALSE"_s;
    } else if (type == "e") {
        cell.kind = Cell::Kind::Fault;
        cell.text = QString::fromUtf8(value);
    } else if (type == "d") {
        cell.kind = Cell::Kind::Date;
        cell.text = QString::fromUtf8(value).replace(u'T', u' ');
        if (cell.text.endsWith(u'Z'))
            cell.text.chop(1);
        if (cell.text.endsWith(u" 00:00:00") || cell.text.endsWith(u" 00:00:00.000"))
            cell.text.truncate(cell.text.indexOf(u' '));
    } else {
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) {
            cell.kind = Cell::Kind::Text;
            cell.text = QString::fromUtf8(value);
            return cell;
        }
        cell.kind = Cell::Kind::Number;
        cell.number = number;
        const Shown shown = style < static_cast<size_t>(m_styles.size())
                                ? m_styles[static_cast<qsizetype>(style)]
                                : Shown::Plain;
        cell.isPercent = shown == Shown::Percent;
        if (shown == Shown::Date || shown == Shown::TimeOfDay) {
            cell.text = dateText(number, m_date1904, shown == Shown::TimeOfDay);
            if (!cell.text.isEmpty())
                cell.kind = Cell::Kind::Date;
        }
        if (cell.text.isEmpty())
            cell.text = numberText(number);
    }
    return cell;
}

Result<void> Reader::readRow(pugi::xml_node node, int row, Sheet& sheet, const QString& part)
{
    int column = -1;
    for (const pugi::xml_node cellNode : node.children()) {
        if (local(cellNode.name()) != "c")
            continue;
        const char* reference = attribute(cellNode, "r");
        if (*reference == '\0') {
            ++column;
        } else {
            int ownRow = row;
            if (!readPosition(reference, ownRow, column) || ownRow != row)
                return damaged(part, QString::fromUtf8(reference));
        }
        if (column >= maxColumn)
            return damaged(part, u"row %1"_s.arg(row + 1));
        const Cell cell = readCell(cellNode);
        if (cell.kind == Cell::Kind::Empty && !cell.isFormula)
            continue; // only a style: takes no room
        while (sheet.rows.size() <= row)
            sheet.rows.emplaceBack();
        QList<Cell>& cells = sheet.rows[row];
        if (cells.size() <= column) {
            m_cells += column + 1 - cells.size();
            if (m_cells > m_limits.cells)
                return tooLarge(sheet.name);
            cells.resize(column + 1);
        }
        cells[column] = cell;
    }
    return {};
}

Result<void> Reader::readSheet(const QString& name, Sheet& sheet)
{
    const auto xml = part(name);
    if (!xml)
        return xml.error();
    int row = -1;
    int sinceLook = 0;
    for (const pugi::xml_node section : (*xml)->root.children()) {
        const std::string_view kind = local(section.name());
        if (kind == "cols") {
            for (const pugi::xml_node node : section.children()) {
                if (!isTrue(attribute(node, "hidden")))
                    continue;
                const int first = std::atoi(attribute(node, "min"));
                const int last = std::min(std::atoi(attribute(node, "max")), maxColumn);
                for (int column = std::max(first, 1);
                     column <= last && sheet.hiddenColumns.size() < maxColumn; ++column)
                    sheet.hiddenColumns << column - 1;
            }
        } else if (kind == "sheetData") {
            for (const pugi::xml_node node : section.children()) {
                if (local(node.name()) != "row")
                    continue;
                if (++sinceLook >= 200) {
                    sinceLook = 0;
                    if (m_cancel.isCancelled())
                        return cancelled();
                }
                const char* number = attribute(node, "r");
                row = *number == '\0' ? row + 1 : std::atoi(number) - 1;
                if (row < 0 || row >= maxRow)
                    return damaged(name, u"row %1"_s.arg(row + 1));
                if (isTrue(attribute(node, "hidden")))
                    sheet.hiddenRows << row;
                if (auto done = readRow(node, row, sheet, name); !done)
                    return done;
            }
        } else if (kind == "mergeCells") {
            for (const pugi::xml_node node : section.children()) {
                Range range;
                if (readRange(attribute(node, "ref"), range))
                    sheet.merges << range;
            }
        }
    }
    return {};
}

Result<void> Reader::readComments(const QString& name, Sheet& sheet)
{
    const auto xml = part(name);
    if (!xml)
        return xml.error();
    for (const pugi::xml_node node : child((*xml)->root, "commentList").children()) {
        int row = 0;
        int column = 0;
        if (readPosition(attribute(node, "ref"), row, column))
            sheet.comments.insert(cellName(row, column), richText(child(node, "text")).trimmed());
    }
    return {};
}

Result<Workbook> Reader::read()
{
    Workbook workbook;
    workbook.fileName = QFileInfo(m_path).fileName();

    auto packageRelations = relations(QString());
    if (!packageRelations)
        return packageRelations.error();
    QString main = u"xl/workbook.xml"_s;
    for (const Relation& relation : std::as_const(*packageRelations)) {
        if (relation.type == u"officeDocument")
            main = relation.target;
    }
    if (main.endsWith(u".bin")) {
        return Error(ErrorCode::Unsupported,
                     Text::tr("“%1”实际上是 Excel 二进制工作簿 (.xlsb)；请用 Excel 或 WPS "
                              "打开，另存为 .xlsx 后再试。")
                         .arg(QDir::toNativeSeparators(m_path)));
    }
    const auto book = part(main);
    if (!book)
        return book.error();
    if (local((*book)->root.name()) != "workbook") {
        return Error(ErrorCode::Unsupported,
                     Text::tr("“%1”不是工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。")
                         .arg(QDir::toNativeSeparators(m_path)));
    }
    auto related = relations(main);
    if (!related)
        return related.error();
    m_date1904 = isTrue(attribute(child((*book)->root, "workbookPr"), "date1904"));
    for (const Relation& relation : std::as_const(*related)) {
        if (relation.type == u"styles") {
            if (auto done = readStyles(relation.target); !done)
                return done.error();
        } else if (relation.type == u"sharedStrings") {
            if (auto done = readSharedStrings(relation.target); !done)
                return done.error();
        }
    }

    int number = 0;
    for (const pugi::xml_node node : child((*book)->root, "sheets").children()) {
        if (m_cancel.isCancelled())
            return cancelled();
        if (local(node.name()) != "sheet")
            continue;
        ++number;
        Sheet sheet;
        sheet.name = QString::fromUtf8(attribute(node, "name"));
        const std::string_view state = attribute(node, "state");
        sheet.hidden = state == "hidden" || state == "veryHidden";
        Relation relation;
        for (const pugi::xml_attribute found :
             node.attributes()) { // "id" with a prefix; "sheetId" is another
            if (local(found.name()) == "id")
                relation = related->value(QString::fromUtf8(found.value()));
        }
        if (relation.target.isEmpty())
            relation = {u"worksheet"_s, u"xl/worksheets/sheet%1.xml"_s.arg(number)};
        if (relation.type != u"worksheet") {
            workbook.issues << Issue{Severity::Note,
                                     Text::tr("不是普通工作表（如图表、宏表），已略过。"),
                                     workbook.fileName,
                                     sheet.name,
                                     {},
                                     1};
            continue;
        }
        if (auto done = readSheet(relation.target, sheet); !done)
            return done.error();
        auto own = relations(relation.target);
        if (!own)
            return own.error();
        for (const Relation& extra : std::as_const(*own)) {
            if (extra.type != u"comments")
                continue;
            if (auto done = readComments(extra.target, sheet); !done)
                return done.error();
        }
        workbook.sheets << std::move(sheet);
    }
    if (number == 0)
        return damaged(main, u"no sheets"_s);
    return workbook;
}

} // namespace

Result<Workbook> readXlsx(const QString& path, const Limits& limits, const CancelToken& cancel)
{
    const FileKind kind = fileKind(path);
    if (kind != FileKind::Xlsx)
        return cannotReadKind(path, kind);
    auto zip = ZipReader::open(path, limits);
    if (!zip)
        return zip.error();
    try {
        return Reader(path, limits, cancel, *std::move(zip)).read();
    } catch (const std::bad_alloc&) {
        return Error(ErrorCode::TooLarge, Text::tr("工作簿“%1”过大，内存不足；请拆分后再试。")
                                              .arg(QDir::toNativeSeparators(path)));
    }
}

} // namespace checkup::office
