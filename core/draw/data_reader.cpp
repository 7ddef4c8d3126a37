#include "core/draw/data_reader.h"

#include "core/draw/symbol_json.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

} // namespace

QJsonObject DataReader::begin(const QString& file, const QByteArray& bytes)
{
    m_file = file;
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (!document.isObject() && m_fault.isEmpty())
        m_fault = Text::tr("文件 %1 不是完整的 JSON，请在第 %2 个字节附近检查。")
                      .arg(m_file)
                      .arg(fault.offset);
    return document.object();
}

std::optional<Error> DataReader::fault() const
{
    return m_fault.isEmpty() ? std::nullopt
                             : std::optional<Error>(Error(ErrorCode::Invalid, m_fault));
}

void DataReader::failChoice(const QString& place, const QString& key, const QStringList& names,
                            const QString& given)
{
    fail(place, Text::tr("“%1”只能是 %2，“%3”不是。").arg(key, names.join(u'、'), given));
}

bool DataReader::flag(const QJsonObject& object, const QString& place, const QString& key,
                      bool otherwise)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isBool())
        fail(place, Text::tr("“%1”应为 true 或 false。").arg(key));
    return value.toBool(otherwise);
}

QStringList DataReader::texts(const QJsonObject& object, const QString& place, const QString& key)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isArray())
        fail(place, Text::tr("“%1”应为列表。").arg(key));
    QStringList read;
    const QJsonArray rows = value.toArray();
    for (const QJsonValue& row : rows) {
        if (!row.isString() || row.toString().isEmpty())
            fail(place, Text::tr("“%1”中的各项应为文字。").arg(key));
        read << row.toString();
    }
    return read;
}

const QStringList& DataReader::symbolKeys()
{
    static const QStringList keys{u"fill"_s, u"hatch"_s, u"casing"_s, u"line"_s, u"marker"_s};
    return keys;
}

void DataReader::fail(const QString& place, const QString& sentence)
{
    if (m_fault.isEmpty())
        m_fault = Text::tr("文件 %1 的 %2：%3").arg(m_file, place, sentence);
}

void DataReader::expectKeys(const QJsonObject& object, const QString& place,
                            const QStringList& needed, const QStringList& allowed)
{
    for (const QString& key : needed) {
        if (!object.contains(key))
            fail(place, Text::tr("缺少“%1”，请补上。").arg(key));
    }
    const QStringList keys = object.keys();
    for (const QString& key : keys) {
        if (!needed.contains(key) && !allowed.contains(key))
            fail(place, Text::tr("“%1”不是可用的键，请删去或改正。").arg(key));
    }
}

QString DataReader::text(const QJsonObject& object, const QString& place, const QString& key)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isString())
        fail(place, Text::tr("“%1”应为文字。").arg(key));
    return value.toString();
}

double DataReader::number(const QJsonObject& object, const QString& place, const QString& key,
                          double otherwise, double most)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined())
        return otherwise;
    if (!value.isDouble() || !(value.toDouble() > 0) || value.toDouble() > most)
        fail(place, Text::tr("“%1”应为大于 0、不超过 %2 的数。").arg(key).arg(most));
    return value.toDouble();
}

QColor DataReader::colour(const QJsonObject& object, const QString& place, const QString& key)
{
    const QString given = text(object, place, key);
    QColor read(given.first(std::min<qsizetype>(given.size(), 7)));
    bool isAlpha = given.size() == 7;
    if (given.size() == 9)
        read.setAlpha(given.last(2).toInt(&isAlpha, 16));
    if (!isAlpha || !given.startsWith(u'#') || !read.isValid())
        fail(place,
             Text::tr("“%1”应为 #RRGGBB 或 #RRGGBBAA 形式的颜色，“%2”不是。").arg(key, given));
    return read;
}

LineSymbol DataReader::line(const QJsonObject& object, const QString& place)
{
    expectKeys(object, place, {u"colour"_s}, {u"width"_s, u"dashes"_s});
    LineSymbol read{
        colour(object, place, u"colour"_s), number(object, place, u"width"_s, 0.2, 20), {}};
    const QJsonArray dashes = object.value(u"dashes"_s).toArray();
    for (const QJsonValue& dash : dashes) {
        if (!(dash.toDouble() > 0.05))
            fail(place, Text::tr("“%1”应为大于 0.05 的数。").arg(u"dashes"_s));
        read.dashes << dash.toDouble();
    }
    if (read.dashes.size() % 2 != 0)
        fail(place, Text::tr("“%1”应有偶数个：画、空、画、空……").arg(u"dashes"_s));
    return read;
}

HatchSymbol DataReader::hatch(const QJsonObject& object, const QString& place)
{
    expectKeys(object, place, {u"pattern"_s, u"colour"_s}, {u"gap"_s, u"width"_s});
    return {choice<HatchSymbol::Pattern>(object, place, u"pattern"_s, hatchPatterns()),
            colour(object, place, u"colour"_s), number(object, place, u"gap"_s, 2, 50),
            number(object, place, u"width"_s, 0.2, 20)};
}

MarkerSymbol DataReader::marker(const QJsonObject& object, const QString& place)
{
    expectKeys(object, place, {u"shape"_s}, {u"size"_s});
    return {choice<MarkerSymbol::Shape>(object, place, u"shape"_s, markerShapes()),
            number(object, place, u"size"_s, 2, 50)};
}

Symbol DataReader::symbol(const QJsonObject& object, const QString& place)
{
    Symbol read;
    if (object.contains(u"fill"_s))
        read.fill = colour(object, place, u"fill"_s);
    if (object.contains(u"hatch"_s))
        read.hatch = hatch(object.value(u"hatch"_s).toObject(), place + u".hatch"_s);
    if (object.contains(u"casing"_s))
        read.casing = line(object.value(u"casing"_s).toObject(), place + u".casing"_s);
    if (object.contains(u"line"_s))
        read.line = line(object.value(u"line"_s).toObject(), place + u".line"_s);
    if (object.contains(u"marker"_s))
        read.marker = marker(object.value(u"marker"_s).toObject(), place + u".marker"_s);
    if (read == Symbol())
        fail(place, Text::tr("没有任何可画的内容，请给出 fill、hatch、line 或 marker。"));
    return read;
}

} // namespace checkup::draw
