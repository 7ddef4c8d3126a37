#include "core/office/spreadsheet_xml.h"

#include "core/base/file_tools.h"
#include "core/office/text_decoding.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <pugixml.hpp>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace checkup::office {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpreadsheetXml)
};

constexpr int maxRow = 1'048'576;
constexpr int maxColumn = 16'384;

// Prefixes are the writer's choice, so names are compared without them.
std::string_view local(const char* name)
{
    const char* colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name)
{
    return parent.find_child([name](pugi::xml_node node) { return local(node.name()) == name; });
}

pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name)
{
    return node.find_attribute([name](pugi::xml_attribute a) { return local(a.name()) == name; });
}

/// All text below a node; superscript digits stay so.
void collectText(pugi::xml_node node, bool high, QString& text)
{
    for (const pugi::xml_node part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            QString run = QString::fromUtf8(part.value());
            if (high)
                std::transform(run.begin(), run.end(), run.begin(), raised);
            text += run;
        } else {
            collectText(part, high || local(part.name()) == "Sup", text);
        }
    }
}

class Reader
{
public:
    Reader(const Limits& limits, const CancelToken& cancel)
        : m_limits(limits)
        , m_cancel(cancel)
    {}

    enum class End { Done, Cancelled, TooLarge };

    void readStyles(pugi::xml_node root)
    {
        for (const pugi::xml_node style : child(root, "Styles").children()) {
            const std::string_view format =
                attribute(child(style, "NumberFormat"), "Format").value();
            if (format == "Percent" || format.find('%') != std::string_view::npos)
                m_percent.insert(QString::fromUtf8(attribute(style, "ID").value()));
        }
    }

    End readSheet(pugi::xml_node node, Sheet& sheet)
    {
        sheet.name = QString::fromUtf8(attribute(node, "Name").value());
        const std::string_view visible =
            child(child(node, "WorksheetOptions"), "Visible").child_value();
        sheet.hidden = visible == "SheetHidden" || visible == "SheetVeryHidden";
        const pugi::xml_node table = child(node, "Table");
        int row = -1;
        int column = -1;
        for (const pugi::xml_node part : table.children()) {
            if (local(part.name()) == "Column") {
                column = attribute(part, "Index").as_int(column + 2) - 1;
                const int more = std::clamp(attribute(part, "Span").as_int(), 0, maxColumn);
                for (int at = column; at <= column + more && at < maxColumn; ++at) {
                    if (attribute(part, "Hidden").as_bool())
                        sheet.hiddenColumns.append(at);
                }
                column += more;
            } else if (local(part.name()) == "Row") {
                row = attribute(part, "Index").as_int(row + 2) - 1;
                if (row < 0 || row >= maxRow)
                    return End::TooLarge;
                if (row % 200 == 0 && m_cancel.isCancelled())
                    return End::Cancelled;
                if (attribute(part, "Hidden").as_bool())
                    sheet.hiddenRows.append(row);
                if (!readRow(part, row, sheet))
                    return End::TooLarge;
                row += std::clamp(attribute(part, "Span").as_int(), 0, maxRow);
            }
        }
        return End::Done;
    }

private:
    bool readRow(pugi::xml_node node, int row, Sheet& sheet)
    {
        int column = -1;
        for (const pugi::xml_node part : node.children()) {
            if (local(part.name()) != "Cell")
                continue;
            column = attribute(part, "Index").as_int(column + 2) - 1;
            const int across = attribute(part, "MergeAcross").as_int();
            const int down = attribute(part, "MergeDown").as_int();
            if (column < 0 || across < 0 || down < 0 || column + across >= maxColumn ||
                row + down >= maxRow)
                return false;
            if (across > 0 || down > 0)
                sheet.merges.append({row, column, row + down, column + across});
            const Cell cell = readCell(part);
            if (cell.kind != Cell::Kind::Empty || cell.isFormula) {
                m_cells += column + 1 - (sheet.rows.size() > row ? sheet.rows[row].size() : 0);
                if (m_cells > m_limits.cells)
                    return false;
                sheet.rows.resize(std::max<qsizetype>(sheet.rows.size(), row + 1));
                sheet.rows[row].resize(column + 1);
                sheet.rows[row][column] = cell;
            }
            if (const pugi::xml_node comment = child(part, "Comment")) {
                QString text;
                collectText(comment, false, text);
                sheet.comments.insert(cellName(row, column), text.trimmed());
            }
            column += across;
        }
        return true;
    }

    Cell readCell(pugi::xml_node node) const
    {
        Cell cell;
        cell.isFormula = !attribute(node, "Formula").empty();
        const pugi::xml_node holder = child(node, "Data");
        const std::string_view type = attribute(holder, "Type").value();
        collectText(holder, false, cell.text);
        if (cell.text.isEmpty())
            return cell;
        if (type == "Number") {
            bool ok = false;
            cell.number = cell.text.trimmed().toDouble(&ok);
            cell.kind = ok ? Cell::Kind::Number : Cell::Kind::Text;
            cell.isPercent =
                m_percent.contains(QString::fromUtf8(attribute(node, "StyleID").value()));
            if (ok)
                cell.text = QString::number(cell.number, 'g', QLocale::FloatingPointShortest);
        } else if (type == "Boolean") {
            cell.kind = Cell::Kind::Bool;
        } else if (type == "Error") {
            cell.kind = Cell::Kind::Fault;
        } else if (type == "DateTime") {
            cell.kind = Cell::Kind::Date;
            cell.text = cell.text.section(u'T', 0, 0);
        } else {
            cell.kind = Cell::Kind::Text;
        }
        return cell;
    }

    const Limits& m_limits;
    const CancelToken& m_cancel;
    QSet<QString> m_percent;
    qint64 m_cells = 0;
};

} // namespace

Result<Workbook> readSpreadsheetXml(const QString& path, const Limits& limits,
                                    const CancelToken& cancel)
{
    const QString shown = QDir::toNativeSeparators(path);
    const auto bytes = readFile(path, limits.entryBytes);
    if (!bytes)
        return bytes.error();
    const auto decoded = decodeText(*bytes);
    if (!decoded) {
        return decoded.error().wrap(
            Text::tr("“%1”的文字编码无法识别；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。")
                .arg(shown));
    }
    const Error tooLarge(
        ErrorCode::TooLarge,
        Text::tr("“%1”单元格过多，超出安全限制；请删除多余的行列，或拆分后再试。").arg(shown));
    // A tree takes several times the room of its text, so dense markup is refused before.
    const QByteArray text = decoded->text.toUtf8();
    if (std::count(text.cbegin(), text.cend(), '<') > limits.cells)
        return tooLarge;
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.constData(), static_cast<size_t>(text.size()),
                                             pugi::parse_default | pugi::parse_ws_pcdata_single,
                                             pugi::encoding_utf8);
    if (parsed.status == pugi::status_out_of_memory)
        return tooLarge;
    if (!parsed) {
        return Error(ErrorCode::Damaged,
                     Text::tr("“%1”已损坏，读不出来；请用 Excel 或 WPS 打开修复，另存为 .xlsx "
                              "后再试。")
                         .arg(shown),
                     QString::fromLatin1(parsed.description()));
    }
    const pugi::xml_node root = document.document_element();
    Workbook workbook;
    workbook.fileName = QFileInfo(path).fileName();
    Reader reader(limits, cancel);
    reader.readStyles(root);
    for (const pugi::xml_node node : root.children()) {
        if (local(node.name()) != "Worksheet")
            continue;
        Sheet sheet;
        switch (reader.readSheet(node, sheet)) {
        case Reader::End::Done:
            break;
        case Reader::End::Cancelled:
            return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
        case Reader::End::TooLarge:
            return tooLarge;
        }
        workbook.sheets.append(std::move(sheet));
    }
    if (workbook.sheets.isEmpty()) {
        return Error(
            ErrorCode::Damaged,
            Text::tr("“%1”中没有工作表；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。").arg(shown));
    }
    return workbook;
}

} // namespace checkup::office
