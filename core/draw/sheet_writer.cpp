#include "core/draw/sheet_words.h"
#include "core/draw/symbol_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

using Look = SheetLayer::Look;

/// Puts what is not as it is without a word.
class Writer
{
public:
    explicit Writer(QJsonObject object = {})
        : m_object(std::move(object))
    {}

    Writer& text(const QString& key, const QString& words)
    {
        if (!words.isEmpty())
            m_object.insert(key, words);
        return *this;
    }
    Writer& texts(const QString& key, const QStringList& words)
    {
        if (!words.isEmpty())
            m_object.insert(key, QJsonArray::fromStringList(words));
        return *this;
    }
    Writer& number(const QString& key, double value, double otherwise)
    {
        if (value != otherwise)
            m_object.insert(key, value);
        return *this;
    }
    Writer& flag(const QString& key, bool value, bool otherwise)
    {
        if (value != otherwise)
            m_object.insert(key, value);
        return *this;
    }
    Writer& selection(const QString& key, const std::optional<spatial::Selection>& what)
    {
        if (what)
            m_object.insert(key, spatial::toJson(*what));
        return *this;
    }
    Writer& list(const QString& key, const QJsonArray& rows)
    {
        if (!rows.isEmpty())
            m_object.insert(key, rows);
        return *this;
    }
    const QJsonObject& object() const { return m_object; }

private:
    QJsonObject m_object;
};

QJsonObject toJson(const SheetCase& one)
{
    Writer writer(toJson(one.symbol));
    writer.selection(u"within"_s, one.within).selection(u"outside"_s, one.outside);
    QJsonObject object = writer.object();
    object.insert(u"name"_s, one.name);
    const QJsonValue where = spatial::toJson(one.what).value(u"where"_s);
    if (!where.toArray().isEmpty())
        object.insert(u"where"_s, where);
    return object;
}

QJsonObject gradesOf(const SheetLayer& layer, QJsonObject object)
{
    if (!layer.grades)
        return object;
    const SheetGrades& grades = *layer.grades;
    object.insert(u"ramp"_s, grades.ramp);
    object.insert(u"method"_s, wordFor(gradingNames(), grades.method));
    QJsonArray bounds;
    for (const double bound : grades.bounds)
        bounds << bound;
    return Writer(object)
        .number(u"count"_s, grades.count, 5)
        .list(u"bounds"_s, bounds)
        .text(u"unit"_s, grades.unit)
        .object();
}

QJsonValue lookOf(const SheetLayer& layer)
{
    switch (layer.look) {
    case Look::Own:
        break;
    case Look::Cases: {
        QJsonArray cases;
        for (const SheetCase& one : layer.cases)
            cases << toJson(one);
        return cases;
    }
    case Look::Column:
        return gradesOf(layer,
                        Writer({{u"key"_s, layer.column}}).text(u"per"_s, layer.per).object());
    case Look::Region:
        return gradesOf(layer, {{u"subject"_s, layer.subject}});
    case Look::Density:
        return gradesOf(layer, Writer().selection(u"of"_s, layer.of).object());
    case Look::Reach:
        return Writer()
            .texts(u"subjects"_s, layer.subjects)
            .texts(u"names"_s, layer.names)
            .object();
    case Look::Change:
        return Writer()
            .number(u"years"_s, layer.years, 1)
            .flag(u"construction"_s, layer.construction, false)
            .object();
    case Look::Circles: {
        const SheetCase one = layer.cases.value(0);
        return Writer(toJson(one.symbol))
            .text(u"name"_s, one.name)
            .number(u"metres"_s, layer.metres, 0)
            .object();
    }
    }
    return {};
}

QJsonObject toJson(const SheetLayer& layer)
{
    QJsonObject object = Writer()
                             .selection(u"what"_s, layer.what)
                             .selection(u"within"_s, layer.within)
                             .flag(u"required"_s, layer.required, true)
                             .number(u"map"_s, layer.map, 0)
                             .text(u"name"_s, layer.name)
                             .flag(u"labels"_s, layer.labels, false)
                             .number(u"opacity"_s, layer.opacity, 1)
                             .object();
    if (layer.look != Look::Own)
        object.insert(wordFor(lookNames(), layer.look), lookOf(layer));
    return object;
}

QJsonObject toJson(const SheetChart& chart)
{
    return Writer({{u"kind"_s, wordFor(chartNames(), chart.kind)},
                   {u"over"_s, wordFor(overNames(), chart.over)},
                   {u"title"_s, chart.title}})
        .texts(u"subjects"_s, chart.subjects)
        .texts(u"names"_s, chart.names)
        .text(u"whole"_s, chart.whole)
        .number(u"years"_s, chart.years, 5)
        .texts(u"regions"_s, chart.regions)
        .object();
}

/// Hundredths of a millimetre are finer than any printer.
double rounded(double mm)
{
    return std::round(mm * 100) / 100;
}

QJsonObject toJson(const SheetElement& element)
{
    Writer writer({{u"part"_s, nameOf(element.part)}});
    if (element.area) {
        const QRectF& area = *element.area;
        writer.list(u"area"_s, {rounded(area.x()), rounded(area.y()), rounded(area.width()),
                                rounded(area.height())});
    }
    if (element.across && element.down)
        writer.texts(u"anchor"_s, {wordFor(holdsAcross(), *element.across),
                                   wordFor(holdsDown(), *element.down)});
    return writer.number(u"type"_s, element.type, 0)
        .text(u"words"_s, element.words)
        .number(u"chart"_s, element.chart, 1)
        .number(u"map"_s, element.map, 1)
        .object();
}

template <class Value>
QJsonArray listOf(const QList<Value>& values)
{
    QJsonArray list;
    for (const Value& value : values)
        list << toJson(value);
    return list;
}

} // namespace

QByteArray writeSheet(const SheetTemplate& sheet)
{
    Writer writer({{u"version"_s, 1},
                   {u"id"_s, sheet.id},
                   {u"number"_s, sheet.number},
                   {u"title"_s, sheet.title},
                   {u"paper"_s, sheet.paper},
                   {u"orientation"_s, sheet.upright ? u"portrait"_s : u"landscape"_s}});
    writer.list(u"layers"_s, listOf(sheet.layers))
        .texts(u"maps"_s, sheet.maps)
        .texts(u"figures"_s, sheet.figures)
        .texts(u"notes"_s, sheet.notes)
        .flag(u"by_district"_s, sheet.byDistrict, true)
        .text(u"secrecy"_s, sheet.secrecy)
        .list(u"charts"_s, listOf(sheet.charts))
        .list(u"elements"_s, listOf(sheet.elements));
    if (sheet.grid != SheetGrid::Degrees)
        writer.text(u"grid"_s, wordFor(gridNames(), sheet.grid));
    if (sheet.inset != SheetInset::District)
        writer.text(u"inset"_s, wordFor(insetNames(), sheet.inset));
    return QJsonDocument(writer.object()).toJson(QJsonDocument::Indented);
}

} // namespace checkup::draw
