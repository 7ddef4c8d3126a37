#include "core/collect/table_mapping.h"

#include "core/office/sheet.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

/// A column as letters or as a number from zero; -2 when it is neither.
int columnFromJson(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toInt(-2) >= -1 ? value.toInt(-2) : -2;
    const QString letters = value.toString().trimmed().toUpper();
    if (letters.isEmpty() || letters.size() > 3)
        return -2;
    int column = 0;
    for (const QChar letter : letters) {
        if (letter < u'A' || letter > u'Z')
            return -2;
        column = column * 26 + (letter.unicode() - u'A' + 1);
    }
    return column - 1;
}

Error badKey(const QString& key)
{
    return Error(ErrorCode::Invalid,
                 Text::tr("导入映射中的“%1”不可识别，请按帮助中的示例改正后重试。").arg(key));
}

/// Texts of a mapping by their keys; those of the whole table.
struct TextKey
{
    QString key;
    QString TableMapping::*member;
};

const QList<TextKey>& textKeys()
{
    static const QList<TextKey> list{
        {u"sheet"_s, &TableMapping::sheet},   {u"subject"_s, &TableMapping::subject},
        {u"region"_s, &TableMapping::region}, {u"unit"_s, &TableMapping::unit},
        {u"source"_s, &TableMapping::source}, {u"onlyRegion"_s, &TableMapping::onlyRegion}};
    return list;
}

struct NumberKey
{
    QString key;
    int TableMapping::*member;
    int least;
};

const QList<NumberKey>& numberKeys()
{
    static const QList<NumberKey> list{{u"headerRow"_s, &TableMapping::headerRow, 0},
                                       {u"headerRows"_s, &TableMapping::headerRows, 0},
                                       {u"lastRow"_s, &TableMapping::lastRow, -1},
                                       {u"year"_s, &TableMapping::year, 0}};
    return list;
}

QJsonObject objectOf(const TableMapping& mapping)
{
    const TableMapping plain;
    QJsonObject json;
    json.insert(u"layout"_s, mapping.layout == TableMapping::Layout::Long ? u"long"_s : u"wide"_s);
    json.insert(u"headerRow"_s, mapping.headerRow);
    for (const NumberKey& number : numberKeys()) {
        if (mapping.*number.member != plain.*number.member)
            json.insert(number.key, mapping.*number.member);
    }
    for (const TextKey& text : textKeys()) {
        if (!(mapping.*text.member).isEmpty())
            json.insert(text.key, mapping.*text.member);
    }
    if (mapping.fillDown)
        json.insert(u"fillDown"_s, true);
    for (const ColumnRole& role : columnRoles()) {
        if (mapping.*role.member >= 0)
            json.insert(role.key, columnLetters(mapping.*role.member));
    }
    QJsonArray wide;
    for (const TableMapping::WideColumn& column : mapping.wide) {
        QJsonObject one{{u"column"_s, columnLetters(column.column)}};
        if (column.year)
            one.insert(u"year"_s, column.year);
        if (column.yearsBefore)
            one.insert(u"yearsBefore"_s, column.yearsBefore);
        if (!column.subject.isEmpty())
            one.insert(u"subject"_s, column.subject);
        if (!column.region.isEmpty())
            one.insert(u"region"_s, column.region);
        if (!column.unit.isEmpty())
            one.insert(u"unit"_s, column.unit);
        if (!column.note.isEmpty())
            one.insert(u"note"_s, column.note);
        wide.append(one);
    }
    if (!wide.isEmpty())
        json.insert(u"wide"_s, wide);
    if (!mapping.title.isEmpty())
        json.insert(u"title"_s, QJsonArray::fromStringList(mapping.title));
    if (!mapping.header.isEmpty())
        json.insert(u"header"_s, QJsonArray::fromStringList(mapping.header));
    return json;
}

Result<TableMapping::WideColumn> wideFromJson(const QJsonObject& json)
{
    TableMapping::WideColumn wide;
    wide.column = columnFromJson(json.value(u"column"_s));
    wide.year = json.value(u"year"_s).toInt();
    wide.yearsBefore = json.value(u"yearsBefore"_s).toInt();
    wide.subject = json.value(u"subject"_s).toString();
    wide.region = json.value(u"region"_s).toString();
    wide.unit = json.value(u"unit"_s).toString();
    wide.note = json.value(u"note"_s).toString();
    if (wide.column < 0)
        return badKey(u"wide.column"_s);
    return wide;
}

QStringList textsFromJson(const QJsonValue& value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& one : array)
        texts.append(one.toString());
    return texts;
}

Result<TableMapping> fromObject(const QJsonObject& json)
{
    TableMapping mapping;
    for (auto at = json.begin(); at != json.end(); ++at) {
        const QString key = at.key();
        const auto named = [&key](const auto& one) { return one.key == key; };
        const auto role = std::find_if(columnRoles().cbegin(), columnRoles().cend(), named);
        const auto text = std::find_if(textKeys().cbegin(), textKeys().cend(), named);
        const auto number = std::find_if(numberKeys().cbegin(), numberKeys().cend(), named);
        if (role != columnRoles().cend()) {
            const int column = columnFromJson(at.value());
            if (column < -1)
                return badKey(key);
            mapping.*role->member = column;
        } else if (text != textKeys().cend() && at.value().isString()) {
            mapping.*text->member = at.value().toString();
        } else if (number != numberKeys().cend() &&
                   at.value().toInt(number->least - 1) >= number->least) {
            mapping.*number->member = at.value().toInt();
        } else if (key == u"layout") {
            if (at.value() == u"wide"_s)
                mapping.layout = TableMapping::Layout::Wide;
            else if (at.value() != u"long"_s)
                return badKey(key);
        } else if (key == u"fillDown" && at.value().isBool()) {
            mapping.fillDown = at.value().toBool();
        } else if (key == u"wide" && at.value().isArray()) {
            const QJsonArray columns = at.value().toArray();
            for (const QJsonValue& value : columns) {
                const Result<TableMapping::WideColumn> wide = wideFromJson(value.toObject());
                if (!wide)
                    return wide.error();
                mapping.wide.append(*wide);
            }
        } else if (key == u"title" && at.value().isArray()) {
            mapping.title = textsFromJson(at.value());
        } else if (key == u"header" && at.value().isArray()) {
            mapping.header = textsFromJson(at.value());
        } else if (!key.startsWith(u'_')) { // "_note" and the like are remarks
            return badKey(key);
        }
    }
    if (mapping.source.isEmpty())
        return badKey(u"source"_s);
    if (mapping.layout == TableMapping::Layout::Long) {
        if (mapping.subjectColumn < 0 && mapping.subject.isEmpty())
            return badKey(u"subjectColumn"_s);
        if (mapping.valueColumn < 0)
            return badKey(u"valueColumn"_s);
    } else if (mapping.wide.isEmpty()) {
        return badKey(u"wide"_s);
    }
    return mapping;
}

Result<QJsonDocument> documentOf(const QByteArray& bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (document.isNull()) {
        return Error(ErrorCode::Invalid,
                     Text::tr("导入映射不是有效的 JSON（第 %1 个字节附近），请改正后重试。")
                         .arg(fault.offset),
                     fault.errorString());
    }
    return document;
}

} // namespace

QString columnLetters(int column)
{
    QString name = office::cellName(0, column);
    name.chop(1);
    return name;
}

const QList<ColumnRole>& columnRoles()
{
    static const QList<ColumnRole> list{
        {u"subjectColumn"_s,
         &TableMapping::subjectColumn,
         {u"指标代码"_s, u"指标编码"_s, u"指标编号"_s, u"指标"_s, u"指标名称"_s, u"指标/数据项"_s,
          u"数据项"_s, u"数据项名称"_s, u"indicator"_s, u"code"_s, u"subject"_s, u"quantity"_s,
          u"项目"_s, u"指标项"_s, u"统计指标"_s, u"主要指标"_s, u"指标/项目"_s, u"项目名称"_s,
          u"item"_s}},
        {u"regionColumn"_s,
         &TableMapping::regionColumn,
         {u"地区"_s,     u"区域"_s,     u"城市"_s,       u"地区名称"_s,     u"行政区"_s,
          u"行政区划"_s, u"区县"_s,     u"行政区名称"_s, u"县区"_s,         u"区（县）"_s,
          u"县（区）"_s, u"市区县"_s,   u"县市区"_s,     u"各区"_s,         u"设区市"_s,
          u"地市"_s,     u"城市名称"_s, u"行政区代码"_s, u"行政区划代码"_s, u"region"_s,
          u"city"_s,     u"district"_s}},
        {u"yearColumn"_s,
         &TableMapping::yearColumn,
         {u"年份"_s, u"年度"_s, u"年"_s, u"统计年度"_s, u"时间"_s, u"year"_s}},
        {u"valueColumn"_s,
         &TableMapping::valueColumn,
         {u"数值"_s, u"值"_s, u"指标值"_s, u"数据"_s, u"value"_s}},
        {u"unitColumn"_s,
         &TableMapping::unitColumn,
         {u"单位"_s, u"计量单位"_s, u"unit"_s, u"units"_s}},
        {u"noteColumn"_s,
         &TableMapping::noteColumn,
         {u"口径说明"_s, u"口径"_s, u"备注"_s, u"说明"_s, u"note"_s, u"remark"_s}},
        {u"vintageColumn"_s,
         &TableMapping::vintageColumn,
         {u"版本"_s, u"数据版本"_s, u"vintage"_s, u"version"_s}},
        {u"sourceColumn"_s,
         &TableMapping::sourceColumn,
         {u"来源"_s, u"数据来源"_s, u"来源类型"_s, u"source"_s}},
        {u"publicationColumn"_s,
         &TableMapping::publicationColumn,
         {u"出处"_s, u"文献"_s, u"出版物"_s, u"佐证"_s, u"数据来源/佐证"_s, u"publication"_s,
          u"reference"_s}}};
    return list;
}

QByteArray toJson(const TableMapping& mapping)
{
    return QJsonDocument(objectOf(mapping)).toJson(QJsonDocument::Indented);
}

Result<TableMapping> mappingFromJson(const QByteArray& json)
{
    const Result<QJsonDocument> document = documentOf(json);
    if (!document)
        return document.error();
    if (!document->isObject())
        return badKey(u"[]"_s);
    return fromObject(document->object());
}

QByteArray toJson(const QList<TableMapping>& mappings)
{
    QJsonArray array;
    for (const TableMapping& mapping : mappings)
        array.append(objectOf(mapping));
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

Result<QList<TableMapping>> mappingsFromJson(const QByteArray& json)
{
    const Result<QJsonDocument> document = documentOf(json);
    if (!document)
        return document.error();
    QList<TableMapping> mappings;
    const QJsonArray array =
        document->isArray() ? document->array() : QJsonArray{document->object()};
    for (const QJsonValue& value : array) {
        const Result<TableMapping> mapping = fromObject(value.toObject());
        if (!mapping)
            return mapping.error();
        mappings.append(*mapping);
    }
    if (mappings.isEmpty())
        return badKey(u"[]"_s);
    return mappings;
}

} // namespace checkup::collect
