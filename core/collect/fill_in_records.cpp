#include "core/collect/fill_in_records.h"

#include "core/collect/fill_in_layout.h"
#include "core/collect/fill_in_reader.h"
#include "core/collect/layers_asked.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

using office::Cell;
using office::Sheet;

bool isBlank(const Cell& cell)
{
    return cell.kind == Cell::Kind::Empty || cell.text.trimmed().isEmpty();
}

/// "2023年4月20日", "2023-04-20", "2023/4/20", or a date cell.
QDate dateFrom(const QString& text)
{
    static const QRegularExpression shape(
        u"(\\d{4})\\s*[\\x{5E74}./-]\\s*(\\d{1,2})\\s*[\\x{6708}./-]\\s*(\\d{1,2})"_s);
    const QRegularExpressionMatch match = shape.match(foldedText(text));
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(),
                                    match.captured(3).toInt())
                            : QDate();
}

/// The field of the contact sheet that a visible label means; the words of layout 1 too.
QString contactField(const QString& label)
{
    const QString wanted = foldedText(label);
    for (const layout::Field& field : layout::contactFields) {
        if (foldedText(field.header) == wanted)
            return field.name.toString();
    }
    if (wanted == u"填报人")
        return u"person"_s;
    return {};
}

} // namespace

void Records::warn(const QString& text) const
{
    planner.issues().append({Severity::Warning, text, book.fileName, sheet.name, {}, 1});
}

Place Records::place(int row, int column) const
{
    return {book.fileName, sha256, sheet.name, office::cellName(row, column)};
}

QString Records::textAt(int row, const QHash<QString, int>& columns, const QString& name) const
{
    const auto column = columns.constFind(name);
    return column == columns.cend() ? QString() : sheet.at(row, *column).text.trimmed();
}

QList<int> Records::unmarkedRows(const QList<RowKey>& rows, int header, int column) const
{
    QList<int> found;
    for (int row = header + 1; header >= 0 && row < sheet.rows.size(); ++row) {
        const bool marked = std::any_of(rows.cbegin(), rows.cend(),
                                        [row](const RowKey& key) { return key.row == row; });
        if (!marked && !isBlank(sheet.at(row, column)))
            found.append(row);
    }
    return found;
}

void Records::read(const Marks& marks, const QHash<QString, int>& visible) const
{
    QHash<QString, int> columns = marks.columns;
    for (auto at = visible.cbegin(); at != visible.cend(); ++at) {
        if (!columns.contains(at.key()))
            columns.insert(at.key(), at.value());
    }
    const bool isKeyTasks = !marks.keyTasks.isEmpty() || visible.contains(u"task"_s);
    const bool isLayers = !marks.layers.isEmpty() || visible.contains(u"provided"_s);
    const bool isContacts =
        !marks.contacts.isEmpty() || visible.contains(layout::contentColumn.toString());
    if (!isKeyTasks && !isLayers && !isContacts)
        return;
    if (marks.columns.isEmpty())
        warn(Text::tr("隐藏的列标识已被删除，改按表头文字识别各列，请核对预览。"));
    if (!marks.anyRow())
        warn(Text::tr("隐藏的识别键已被删除，改按各行的名称识别，请核对预览。"));

    if (isKeyTasks) {
        if (!columns.contains(u"aspect"_s) && columns.contains(u"group"_s))
            columns.insert(u"aspect"_s, columns.value(u"group"_s));
        if (!columns.contains(u"task"_s)) {
            warn(Text::tr("找不到“任务名称”一列，重点任务没有导入，请恢复该列的表头后重新导入。"));
            return;
        }
        QList<RowKey> rows = marks.keyTasks;
        for (const int row : unmarkedRows(rows, marks.header, columns.value(u"task"_s)))
            rows.append({row, {}, {}});
        readKeyTasks(rows, columns);
    } else if (isLayers) {
        QList<RowKey> rows = marks.layers;
        if (columns.contains(u"layer"_s)) {
            for (const int row : unmarkedRows(rows, marks.header, columns.value(u"layer"_s)))
                rows.append(
                    {row, textAt(row, columns, u"layer"_s).section(u' ', 0, 0).trimmed(), {}});
        }
        readLayers(rows, columns);
    } else {
        QList<RowKey> rows = marks.contacts;
        if (columns.contains(u"matter"_s)) {
            for (const int row : unmarkedRows(rows, marks.header, columns.value(u"matter"_s)))
                rows.append({row, contactField(textAt(row, columns, u"matter"_s)), {}});
        }
        readContacts(rows, columns);
    }
}

void Records::readKeyTasks(const QList<RowKey>& rows, const QHash<QString, int>& columns) const
{
    const int nameColumn = columns.value(u"task"_s);
    for (const RowKey& key : rows) {
        const bool known = !key.first.isEmpty();
        QString name = textAt(key.row, columns, u"task"_s);
        QString lead = textAt(key.row, columns, u"lead"_s);
        QList<FieldOffer> fields;
        bool filled = false;
        for (const layout::Field& field : layout::keyTaskFields) {
            const auto column = columns.constFind(field.name.toString());
            if (column == columns.cend())
                continue;
            const Cell& cell = sheet.at(key.row, *column);
            fields.append(
                {place(key.row, *column), field.name.toString(), field.header.toString(), cell});
            filled = filled || (field.name != u"lead" && !isBlank(cell));
        }
        if (!filled)
            continue;
        const Place where = place(key.row, nameColumn);
        const QString spot = placeText(where.file, where.sheet, where.cell);
        if (known && !name.isEmpty() && foldedText(name) != foldedText(key.second)) {
            planner.refuseRow(where, u"keytask:"_s + key.first + layout::separator + key.second,
                              key.second,
                              Text::tr("%1：这一行是重点任务“%2”，名称却写着“%"
                                       "3”。请恢复原来的名称，新任务填在空行，再重新导入。")
                                  .arg(spot, key.second, name));
            continue;
        }
        if (name.isEmpty() && !known) {
            planner.refuseRow(where, u"keytask:"_s, sheet.name,
                              Text::tr("%1：这一行没有写任务名称，请补上后重新导入。").arg(spot));
            continue;
        }
        if (known) {
            name = key.second;
            lead = key.first;
        }
        if (lead.isEmpty())
            lead = department;
        if (const project::Department* held = findDepartment(planner.data(), lead))
            lead = held->name;
        planner.keyTask(lead, name, fields);
    }
}

void Records::readLayers(const QList<RowKey>& rows, const QHash<QString, int>& columns) const
{
    for (const RowKey& key : rows) {
        QList<FieldOffer> fields;
        for (const layout::Field& field : layout::layerFields) {
            const auto column = columns.constFind(field.name.toString());
            if (column != columns.cend()) {
                fields.append({place(key.row, *column), field.name.toString(),
                               field.header.toString(), sheet.at(key.row, *column)});
            }
        }
        if (std::all_of(fields.cbegin(), fields.cend(),
                        [](const FieldOffer& field) { return isBlank(field.cell); }))
            continue;
        if (!catalogue::layerRole(key.first) && !columns.contains(u"layer"_s))
            continue;
        planner.layer(department, key.first, fields);
    }
}

void Records::readContacts(const QList<RowKey>& rows, const QHash<QString, int>& columns) const
{
    const auto column = columns.constFind(layout::contentColumn.toString());
    if (column == columns.cend()) {
        warn(Text::tr("找不到“填写内容”一列，联络表没有导入，请恢复该列的表头后重新导入。"));
        return;
    }
    for (const RowKey& key : rows) {
        const auto* field =
            std::find_if(std::begin(layout::contactFields), std::end(layout::contactFields),
                         [&key](const layout::Field& one) { return one.name == key.first; });
        if (field == std::end(layout::contactFields))
            continue;
        planner.contact(department, {place(key.row, *column), key.first, field->header.toString(),
                                     sheet.at(key.row, *column)});
    }
}

Signature signatureOf(const office::Workbook& workbook)
{
    Signature signature;
    const auto take = [&signature](const QString& field, const QString& text) {
        if (field == u"person" && signature.person.isEmpty())
            signature.person = text.trimmed();
        else if (field == u"date" && !signature.date.isValid())
            signature.date = dateFrom(text);
    };
    for (const Sheet& sheet : workbook.sheets) {
        const Marks marks = findMarks(sheet);
        const auto content = marks.columns.constFind(layout::contentColumn.toString());
        for (const RowKey& key : marks.contacts) {
            if (content != marks.columns.cend())
                take(key.first, sheet.at(key.row, *content).text);
        }
        if (marks.anyRow())
            continue;
        // A label with its content beside it: the cover of layout 1, or a 联络表 without marks.
        for (int row = 0; row < sheet.rows.size(); ++row) {
            for (int column = 0; column < sheet.rows[row].size(); ++column) {
                const QString field = contactField(sheet.rows[row][column].text);
                if (field == u"person" || field == u"date")
                    take(field, sheet.at(row, column + 1).text);
            }
        }
    }
    return signature;
}

} // namespace checkup::collect
