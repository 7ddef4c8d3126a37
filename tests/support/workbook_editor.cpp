#include "tests/support/workbook_editor.h"

#include "core/office/zip.h"

#include <QDateTime>
#include <QRegularExpression>

#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace test {

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

QByteArray inside(const pugi::xml_node& node)
{
    std::ostringstream out;
    for (const pugi::xml_node& child : node.children())
        child.print(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return QByteArray::fromStdString(out.str());
}

QByteArray whole(const pugi::xml_node& node)
{
    std::ostringstream out;
    node.print(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return QByteArray::fromStdString(out.str());
}

QByteArray attributesBut(const pugi::xml_node& node, const QList<QByteArray>& left)
{
    QByteArray text;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        if (!left.contains(QByteArray(attribute.name())))
            text += ' ' + QByteArray(attribute.name()) + "=\"" +
                    QString::fromUtf8(attribute.value()).toHtmlEscaped().toUtf8() + '"';
    }
    return text;
}

QByteArray reference(int row, int column)
{
    return office::cellName(row, column).toLatin1();
}

/// "AB12" to zero-based numbers.
std::pair<int, int> position(const char* reference)
{
    int column = 0;
    while (*reference >= 'A' && *reference <= 'Z')
        column = column * 26 + (*reference++ - 'A' + 1);
    return {std::atoi(reference) - 1, column - 1};
}

QString plainText(const pugi::xml_node& item)
{
    QString text = QString::fromUtf8(item.child("t").text().get());
    for (const pugi::xml_node& run : item.children("r"))
        text += QString::fromUtf8(run.child("t").text().get());
    return text;
}

} // namespace

QString EditedSheet::textAt(int row, int column) const
{
    const auto r = rows.find(row);
    if (r == rows.end())
        return {};
    const auto c = r->second.find(column);
    return c == r->second.end() ? QString() : c->second.text;
}

int EditedSheet::lastColumn() const
{
    int last = -1;
    for (const auto& [number, cells] : rows) {
        if (!cells.empty())
            last = std::max(last, cells.rbegin()->first);
    }
    return last;
}

EditedCell& EditedSheet::at(int row, int column)
{
    return rows[row][column];
}

void EditedSheet::setNumber(int row, int column, const QByteArray& number)
{
    setRaw(row, column, {}, number);
}

void EditedSheet::setText(int row, int column, const QString& text)
{
    EditedCell& cell = at(row, column);
    cell.type = "inlineStr";
    cell.inner = "<is><t xml:space=\"preserve\">" + text.toHtmlEscaped().toUtf8() + "</t></is>";
    cell.text = text;
}

void EditedSheet::setFormula(int row, int column, const QByteArray& formula,
                             const QByteArray& cached)
{
    EditedCell& cell = at(row, column);
    cell.type.clear();
    cell.inner = "<f>" + formula + "</f>" + (cached.isEmpty() ? "" : "<v>" + cached + "</v>");
    cell.text = QString::fromLatin1(cached);
}

void EditedSheet::setRaw(int row, int column, const QByteArray& type, const QByteArray& value)
{
    EditedCell& cell = at(row, column);
    cell.type = type;
    cell.inner = "<v>" + value + "</v>";
    cell.text = QString::fromUtf8(value);
}

void EditedSheet::clear(int row, int column)
{
    EditedCell& cell = at(row, column);
    cell.type.clear();
    cell.inner.clear();
    cell.text.clear();
}

void EditedSheet::insertRow(int at)
{
    const auto shift = [at](auto& map) {
        auto moved = map;
        moved.clear();
        for (auto& [number, what] : map)
            moved.emplace(number >= at ? number + 1 : number, std::move(what));
        map = std::move(moved);
    };
    shift(rows);
    shift(rowAttributes);
    for (office::Range& range : merges) {
        range.top += range.top >= at ? 1 : 0;
        range.bottom += range.bottom >= at ? 1 : 0;
    }
}

void EditedSheet::deleteRow(int at)
{
    const auto shift = [at](auto& map) {
        auto moved = map;
        moved.clear();
        for (auto& [number, what] : map) {
            if (number != at)
                moved.emplace(number > at ? number - 1 : number, std::move(what));
        }
        map = std::move(moved);
    };
    shift(rows);
    shift(rowAttributes);
    for (office::Range& range : merges) {
        range.top -= range.top > at ? 1 : 0;
        range.bottom -= range.bottom >= at ? 1 : 0;
    }
    merges.removeIf([](const office::Range& range) { return range.bottom < range.top; });
}

void EditedSheet::copyRow(int from, int to)
{
    insertRow(to);
    const int source = from >= to ? from + 1 : from;
    rows[to] = rows[source];
    rowAttributes[to] = rowAttributes[source];
}

void EditedSheet::insertColumn(int at)
{
    const auto shift = [at](auto& map) {
        auto moved = map;
        moved.clear();
        for (auto& [number, what] : map)
            moved.emplace(number >= at ? number + 1 : number, std::move(what));
        map = std::move(moved);
    };
    for (auto& [number, cells] : rows)
        shift(cells);
    shift(columns);
    for (office::Range& range : merges) {
        range.left += range.left >= at ? 1 : 0;
        range.right += range.right >= at ? 1 : 0;
    }
}

void EditedSheet::swapColumns(int one, int other, int fromRow)
{
    for (auto& [number, cells] : rows) {
        if (number >= fromRow)
            std::swap(cells[one], cells[other]);
    }
}

void EditedSheet::sortRows(int first, int last, const std::function<bool(int, int)>& less)
{
    std::vector<int> order;
    for (int row = first; row <= last; ++row)
        order.push_back(row);
    std::stable_sort(order.begin(), order.end(), less);
    const auto old = rows;
    const auto oldAttributes = rowAttributes;
    for (int row = first; row <= last; ++row) {
        const int from = order[static_cast<size_t>(row - first)];
        rows[row] = old.at(from);
        rowAttributes[row] = oldAttributes.at(from);
    }
}

void EditedSheet::merge(const office::Range& range)
{
    for (int row = range.top; row <= range.bottom; ++row) {
        for (int column = range.left; column <= range.right; ++column) {
            if (row != range.top || column != range.left)
                clear(row, column);
        }
    }
    merges.append(range);
}

Result<EditedWorkbook> EditedWorkbook::open(const QString& path)
{
    auto zip = office::ZipReader::open(path);
    if (!zip)
        return zip.error();
    EditedWorkbook book;
    book.m_order = zip->names();
    for (const QString& name : std::as_const(book.m_order)) {
        auto bytes = zip->read(name);
        if (!bytes)
            return bytes.error();
        book.m_parts.insert(name, *std::move(bytes));
    }
    const auto parse = [&](const QString& part, pugi::xml_document& document) {
        const QByteArray bytes = book.m_parts.value(part);
        return bool(document.load_buffer(bytes.constData(), size_t(bytes.size()),
                                         pugi::parse_default | pugi::parse_ws_pcdata_single));
    };
    pugi::xml_document main, related, strings;
    if (!parse(u"xl/workbook.xml"_s, main) || !parse(u"xl/_rels/workbook.xml.rels"_s, related) ||
        !parse(u"xl/sharedStrings.xml"_s, strings))
        return Error(ErrorCode::Damaged, u"not as our writer makes them: "_s + path);
    QHash<QByteArray, QByteArray> targets;
    for (const pugi::xml_node& node : related.document_element().children())
        targets.insert(node.attribute("Id").value(),
                       "xl/" + QByteArray(node.attribute("Target").value()));
    QStringList shared;
    for (const pugi::xml_node& item : strings.document_element().children("si"))
        shared << plainText(item);

    for (const pugi::xml_node& node : main.document_element().child("sheets").children()) {
        EditedSheet sheet;
        sheet.name = QString::fromUtf8(node.attribute("name").value());
        sheet.part = targets.value(node.attribute("r:id").value());
        book.m_sheetElements.insert(sheet.part, attributesBut(node, {"name"}));
        pugi::xml_document xml;
        if (!parse(QString::fromUtf8(sheet.part), xml))
            return Error(ErrorCode::Damaged, sheet.name);
        bool before = true;
        for (const pugi::xml_node& section : xml.document_element().children()) {
            const std::string kind = section.name();
            if (kind == "cols") {
                before = false;
                for (const pugi::xml_node& column : section.children()) {
                    for (int at = column.attribute("min").as_int();
                         at <= column.attribute("max").as_int(); ++at)
                        sheet.columns[at - 1] = attributesBut(column, {"min", "max"});
                }
            } else if (kind == "sheetData") {
                before = false;
                for (const pugi::xml_node& row : section.children()) {
                    const int number = row.attribute("r").as_int() - 1;
                    sheet.rowAttributes[number] = attributesBut(row, {"r", "spans"});
                    auto& cells = sheet.rows[number];
                    for (const pugi::xml_node& cell : row.children()) {
                        EditedCell& edited = cells[position(cell.attribute("r").value()).second];
                        edited.style = cell.attribute("s").value();
                        edited.type = cell.attribute("t").value();
                        edited.inner = inside(cell);
                        edited.text = QString::fromUtf8(cell.child("v").text().get());
                        if (edited.type == "s")
                            edited.text = shared.value(edited.text.toInt());
                    }
                }
            } else if (kind == "mergeCells") {
                for (const pugi::xml_node& node_ : section.children()) {
                    const QByteArray area = node_.attribute("ref").value();
                    const auto [top, left] = position(area.constData());
                    const auto [bottom, right] = position(area.constData() + area.indexOf(':') + 1);
                    sheet.merges.append({top, left, bottom, right});
                }
            } else if (kind == "sheetProtection") {
                sheet.isProtected = true;
            } else if (kind == "autoFilter" || kind == "dataValidations") {
                continue; // their places would have to move along; no reader of ours looks at them
            } else {
                (before ? sheet.head : sheet.tail) += whole(section);
            }
        }
        book.sheets.append(sheet);
    }
    return book;
}

EditedSheet* EditedWorkbook::find(const QString& name)
{
    for (EditedSheet& sheet : sheets) {
        if (sheet.name == name)
            return &sheet;
    }
    return nullptr;
}

QByteArray EditedWorkbook::percentStyle()
{
    QByteArray& styles = m_parts[u"xl/styles.xml"_s];
    const QRegularExpression formats(u"<cellXfs count=\"(\\d+)\">"_s);
    const auto match = formats.match(QString::fromUtf8(styles));
    const int count = match.captured(1).toInt();
    const QByteArray added = "<xf numFmtId=\"10\" fontId=\"0\" fillId=\"0\" borderId=\"0\" "
                             "xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>";
    if (!styles.contains(added)) {
        styles.replace(match.captured(0).toUtf8(),
                       "<cellXfs count=\"" + QByteArray::number(count + 1) + "\">");
        styles.replace("</cellXfs>", added);
        return QByteArray::number(count);
    }
    return QByteArray::number(count - 1);
}

Result<void> EditedWorkbook::save(const QString& path) const
{
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    QHash<QString, QByteArray> parts = m_parts;
    QStringList order = m_order;
    QByteArray list;
    for (const EditedSheet& sheet : sheets) {
        list += "<sheet name=\"" + sheet.name.toHtmlEscaped().toUtf8() + '"' +
                m_sheetElements.value(sheet.part) + "/>";
        QByteArray xml =
            head + "<worksheet xmlns=\"" + main + "\" xmlns:r=\"" + rel + "\">" + sheet.head;
        if (!sheet.columns.empty()) {
            xml += "<cols>";
            for (const auto& [number, attributes] : sheet.columns) {
                const QByteArray at = QByteArray::number(number + 1);
                xml += "<col min=\"" + at + "\" max=\"" + at + '"' + attributes + "/>";
            }
            xml += "</cols>";
        }
        xml += "<sheetData>";
        for (const auto& [number, cells] : sheet.rows) {
            const auto attributes = sheet.rowAttributes.find(number);
            xml += "<row r=\"" + QByteArray::number(number + 1) + '"' +
                   (attributes == sheet.rowAttributes.end() ? QByteArray() : attributes->second) +
                   '>';
            for (const auto& [column, cell] : cells) {
                xml += "<c r=\"" + reference(number, column) + '"';
                if (!cell.style.isEmpty())
                    xml += " s=\"" + cell.style + '"';
                if (!cell.type.isEmpty())
                    xml += " t=\"" + cell.type + '"';
                xml += cell.inner.isEmpty() ? QByteArray("/>") : '>' + cell.inner + "</c>";
            }
            xml += "</row>";
        }
        xml += "</sheetData>";
        if (sheet.isProtected)
            xml += "<sheetProtection sheet=\"1\"/>";
        if (!sheet.merges.isEmpty()) {
            xml += "<mergeCells>";
            for (const office::Range& range : sheet.merges)
                xml += "<mergeCell ref=\"" + reference(range.top, range.left) + ':' +
                       reference(range.bottom, range.right) + "\"/>";
            xml += "</mergeCells>";
        }
        xml += sheet.tail + "</worksheet>";
        parts.insert(QString::fromUtf8(sheet.part), xml);
        if (sheet.comments.isEmpty())
            continue;
        const QString number =
            QString::fromUtf8(sheet.part).section(u"sheet"_s, -1).section(u'.', 0, 0);
        const QString comments = u"xl/comments%1.xml"_s.arg(number);
        const QString relations = u"xl/worksheets/_rels/sheet%1.xml.rels"_s.arg(number);
        QByteArray said = head + "<comments xmlns=\"" + main +
                          "\"><authors><author>填报人"
                          "</author></authors><commentList>";
        QStringList cells = sheet.comments.keys();
        cells.sort();
        for (const QString& cell : std::as_const(cells))
            said += "<comment ref=\"" + cell.toUtf8() + "\" authorId=\"0\"><text><r><t>" +
                    sheet.comments.value(cell).toHtmlEscaped().toUtf8() +
                    "</t></r></text></comment>";
        parts.insert(comments, said + "</commentList></comments>");
        parts.insert(relations,
                     head +
                         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                         "relationships\"><Relationship Id=\"rId1\" Type=\"" +
                         rel + "/comments\" Target=\"../comments" + number.toUtf8() +
                         ".xml\"/></Relationships>");
        order << comments << relations;
    }
    QByteArray& workbook = parts[u"xl/workbook.xml"_s];
    const qsizetype from = workbook.indexOf("<sheets>"), to = workbook.indexOf("</sheets>");
    workbook.replace(from, to - from, "<sheets>" + list);
    // Names speak of sheets by their order.
    const qsizetype names = workbook.indexOf("<definedNames>");
    if (names >= 0)
        workbook.remove(names, workbook.indexOf("</definedNames>") + 15 - names);
    QByteArray& types = parts[u"[Content_Types].xml"_s];
    for (const QString& part : std::as_const(order)) {
        if (part.startsWith(u"xl/comments") && !types.contains(part.toUtf8()))
            types.replace("</Types>",
                          "<Override PartName=\"/" + part.toUtf8() +
                              "\" ContentType=\"application/"
                              "vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>"
                              "</Types>");
    }
    QList<office::ZipEntry> entries;
    for (const QString& name : std::as_const(order))
        entries.append({name, parts.value(name)});
    return office::writeZip(path, entries, QDateTime(QDate(2023, 1, 1), QTime(8, 0), Qt::UTC));
}

} // namespace test
