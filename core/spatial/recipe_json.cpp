#include "core/spatial/recipe.h"
#include "core/spatial/selection_json.h"

#include "core/base/keys.h"
#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>
#include <utility>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using Op = Condition::Op;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

constexpr Keys<Op, 10> ops{{{Op::Prefix, "prefix"_L1},
                            {Op::Equals, "equals"_L1},
                            {Op::Contains, "contains"_L1},
                            {Op::AtLeast, "at_least"_L1},
                            {Op::MoreThan, "more_than"_L1},
                            {Op::AtMost, "at_most"_L1},
                            {Op::LessThan, "less_than"_L1},
                            {Op::OfYear, "of_year"_L1},
                            {Op::UpToYear, "up_to_year"_L1},
                            {Op::Construction, "construction"_L1}}};
constexpr Keys<Measure, 7> measures{{{Measure::Area, "area"_L1},
                                     {Measure::NetArea, "net_area"_L1},
                                     {Measure::Length, "length"_L1},
                                     {Measure::Count, "count"_L1},
                                     {Measure::Sum, "sum"_L1},
                                     {Measure::AreaTimes, "area_times"_L1},
                                     {Measure::LargestArea, "largest_area"_L1}}};
constexpr Keys<Reach::Mode, 3> modes{{{Reach::Mode::Walk, "walk"_L1},
                                      {Reach::Mode::Drive, "drive"_L1},
                                      {Reach::Mode::Circle, "circle"_L1}}};
constexpr Keys<Reach::Counted, 2> countings{
    {{Reach::Counted::Middle, "middle"_L1}, {Reach::Counted::Cut, "cut"_L1}}};

QJsonArray toArray(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject toJson(const Condition& condition)
{
    QJsonObject object{{u"column"_s, condition.column}, {u"op"_s, keyIn(ops, condition.op)}};
    if (!condition.values.isEmpty())
        object.insert(u"values"_s, toArray(condition.values));
    if (condition.negated)
        object.insert(u"not"_s, true);
    if (condition.perSquareKilometre)
        object.insert(u"per_km2"_s, true);
    if (condition.ifPresent)
        object.insert(u"if_present"_s, true);
    return object;
}

template <class List, class Write>
QJsonArray toArray(const List& list, Write write)
{
    QJsonArray array;
    for (const auto& one : list)
        array << write(one);
    return array;
}

QJsonArray toJson(const QList<Selection>& selections)
{
    return toArray(selections, [](const Selection& one) { return toJson(one); });
}

/// A number unless it is as usual.
void put(QJsonObject& object, const QString& key, double number, double usual)
{
    if (number != usual)
        object.insert(key, number);
}

QJsonObject toJson(const Service& service)
{
    QJsonObject object{{u"what"_s, toJson(service.what)}};
    put(object, u"metres"_s, service.metres, 0);
    put(object, u"minutes"_s, service.minutes, 0);
    put(object, u"min_area"_s, service.minArea, 0);
    return object;
}

/// Reads one object strictly: every key is asked for or is a fault, the first of which is kept.
class Reader
{
public:
    Reader(const QJsonValue& value, QString place, std::optional<Error>& fault)
        : m_object(value.toObject())
        , m_place(std::move(place))
        , m_fault(fault)
    {
        if (!value.isObject())
            refuse({}, Text::tr("应是一个对象"));
    }
    ~Reader()
    {
        for (auto entry = m_object.constBegin(); entry != m_object.constEnd(); ++entry) {
            if (!m_used.contains(entry.key()))
                refuse(entry.key(), Text::tr("没有这个键"));
        }
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool has(const QString& key) const { return m_object.contains(key); }
    QJsonValue take(const QString& key)
    {
        m_used << key;
        return m_object.value(key);
    }
    void refuse(const QString& key, const QString& why)
    {
        if (!m_fault)
            m_fault = Error(ErrorCode::Invalid,
                            Text::tr("算法的 %1 有误：%2，请改正。").arg(at(key), why));
    }
    QString at(const QString& key) const
    {
        if (key.isEmpty())
            return m_place.isEmpty() ? u"JSON"_s : m_place;
        return m_place.isEmpty() ? key : m_place + u'.' + key;
    }
    std::optional<Error>& fault() { return m_fault; }

    QString text(const QString& key, bool needed = false)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined()) {
            if (needed)
                refuse(key, Text::tr("缺少"));
        } else if (!value.isString() || (needed && value.toString().isEmpty())) {
            refuse(key, Text::tr("应是文字"));
        }
        return value.toString();
    }
    double number(const QString& key, double usual)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return usual;
        if (!value.isDouble() || !(value.toDouble() >= 0))
            refuse(key, Text::tr("应是不小于 0 的数"));
        return value.toDouble(usual);
    }
    bool flag(const QString& key, bool usual)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return usual;
        if (!value.isBool())
            refuse(key, Text::tr("应是 true 或 false"));
        return value.toBool(usual);
    }
    template <class Value, size_t count>
    Value oneOf(const QString& key, const Keys<Value, count>& keys)
    {
        const QString wanted = text(key, true);
        if (const std::optional<Value> value = fromKeyIn(keys, wanted))
            return *value;
        QStringList known;
        for (const auto& one : keys)
            known << QString(one.second);
        refuse(key, Text::tr("“%1”不认识，可用的有：%2").arg(wanted, known.join(u'、')));
        return keys.front().first;
    }
    template <class Read>
    void each(const QString& key, Read read, bool needed = false)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined() && !needed)
            return;
        if (!value.isArray() || value.toArray().isEmpty()) {
            refuse(key, Text::tr("应是不空的列表"));
            return;
        }
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            read(array[i], at(key) + u'[' + QString::number(i) + u']');
    }
    QStringList texts(const QString& key, bool needed = false)
    {
        QStringList all;
        each(
            key,
            [&](const QJsonValue& value, const QString&) {
                if (!value.isString() || value.toString().isEmpty())
                    refuse(key, Text::tr("其中各项应是文字"));
                all << value.toString();
            },
            needed);
        return all;
    }

private:
    QJsonObject m_object;
    QString m_place;
    std::optional<Error>& m_fault;
    QStringList m_used;
};

bool isNumber(const QString& text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

Condition conditionFrom(const QJsonValue& value, const QString& place,
                        const catalogue::LayerRole* role, std::optional<Error>& fault)
{
    Reader reader(value, place, fault);
    Condition condition;
    condition.column = reader.text(u"column"_s, true);
    if (role && !condition.column.isEmpty() && !role->column(condition.column)) {
        QStringList known;
        for (const catalogue::LayerColumn& column : role->columns)
            known << column.key;
        reader.refuse(u"column"_s, Text::tr("图层 %1 没有“%2”这一列，可用的有：%3")
                                       .arg(role->code, condition.column, known.join(u'、')));
    }
    condition.op = reader.oneOf(u"op"_s, ops);
    const bool valueless = condition.op == Op::OfYear || condition.op == Op::UpToYear ||
                           condition.op == Op::Construction;
    condition.values = reader.texts(u"values"_s, !valueless);
    if (valueless && !condition.values.isEmpty())
        reader.refuse(u"values"_s, Text::tr("这个运算不带值"));
    const bool comparing = condition.op == Op::AtLeast || condition.op == Op::MoreThan ||
                           condition.op == Op::AtMost || condition.op == Op::LessThan;
    if (comparing && !condition.values.isEmpty() &&
        (condition.values.size() != 1 || !isNumber(condition.values.constFirst())))
        reader.refuse(u"values"_s, Text::tr("应是一个数"));
    condition.negated = reader.flag(u"not"_s, false);
    condition.perSquareKilometre = reader.flag(u"per_km2"_s, false);
    if (condition.perSquareKilometre && !comparing)
        reader.refuse(u"per_km2"_s, Text::tr("只有比较大小时可用"));
    condition.ifPresent = reader.flag(u"if_present"_s, false);
    return condition;
}

Selection selectionFrom(const QJsonValue& value, const QString& place, std::optional<Error>& fault)
{
    Reader reader(value, place, fault);
    Selection selection;
    selection.role = reader.text(u"role"_s, true);
    const catalogue::LayerRole* role = catalogue::layerRole(selection.role);
    if (!role && !selection.role.isEmpty())
        reader.refuse(u"role"_s, Text::tr("没有代号为“%1”的图层").arg(selection.role));
    const QJsonValue offset = reader.take(u"year_offset"_s);
    if (!offset.isUndefined()) {
        if (!offset.isDouble() || offset.toDouble() != offset.toInt() || offset.toInt() > 0 ||
            offset.toInt() < -100)
            reader.refuse(u"year_offset"_s, Text::tr("应是不大于 0 的整数"));
        selection.yearOffset = offset.toInt();
    }
    selection.classSystem = reader.text(u"class_system"_s);
    if (!selection.classSystem.isEmpty() && !catalogue::classSystemOf(selection.classSystem))
        reader.refuse(u"class_system"_s,
                      Text::tr("没有“%1”这个地类体系").arg(selection.classSystem));
    reader.each(u"where"_s, [&](const QJsonValue& one, const QString& where) {
        selection.where << conditionFrom(one, where, role, fault);
    });
    reader.each(u"otherwise"_s, [&](const QJsonValue& one, const QString& where) {
        selection.otherwise << selectionFrom(one, where, fault);
    });
    return selection;
}

QList<Selection> selectionsFrom(Reader& reader, const QString& key)
{
    QList<Selection> selections;
    reader.each(key, [&](const QJsonValue& one, const QString& place) {
        selections << selectionFrom(one, place, reader.fault());
    });
    return selections;
}

Service serviceFrom(const QJsonValue& value, const QString& place, std::optional<Error>& fault)
{
    Reader reader(value, place, fault);
    Service service;
    service.what = selectionFrom(reader.take(u"what"_s), reader.at(u"what"_s), fault);
    service.metres = reader.number(u"metres"_s, 0);
    service.minutes = reader.number(u"minutes"_s, 0);
    service.minArea = reader.number(u"min_area"_s, 0);
    return service;
}

Reach reachFrom(const QJsonValue& value, const QString& place, std::optional<Error>& fault)
{
    Reader reader(value, place, fault);
    Reach reach;
    reach.mode = reader.oneOf(u"mode"_s, modes);
    reach.counted = reader.oneOf(u"counted"_s, countings);
    reader.each(
        u"groups"_s,
        [&](const QJsonValue& group, const QString& where) {
            QList<Service> services;
            if (!group.isArray() || group.toArray().isEmpty())
                reader.refuse(u"groups"_s, Text::tr("其中各项应是不空的列表"));
            const QJsonArray array = group.toArray();
            for (qsizetype i = 0; i < array.size(); ++i)
                services << serviceFrom(array[i], where + u'[' + QString::number(i) + u']', fault);
            reach.groups << services;
        },
        true);
    if (reader.has(u"roads"_s))
        reach.roads = selectionFrom(reader.take(u"roads"_s), reader.at(u"roads"_s), fault);
    reach.barriers = selectionsFrom(reader, u"barriers"_s);
    reader.each(u"speeds"_s, [&](const QJsonValue& one, const QString& where) {
        Reader speed(one, where, fault);
        reach.speeds << RoadSpeed{speed.text(u"class"_s, true), speed.number(u"kmh"_s, 0)};
        if (!(reach.speeds.constLast().kmh > 0))
            speed.refuse(u"kmh"_s, Text::tr("应是大于 0 的数"));
    });
    reach.closed = reader.texts(u"closed"_s);
    reach.speed = reader.number(u"speed"_s, reach.speed);
    reach.snap = reader.number(u"snap"_s, reach.snap);
    reach.strip = reader.number(u"strip"_s, reach.strip);
    reach.legCounts = reader.flag(u"leg_counts"_s, true);
    reach.towards = reader.flag(u"towards"_s, true);
    return reach;
}

void read(const QJsonObject& object, Recipe& recipe, std::optional<Error>& fault)
{
    Reader reader(object, {}, fault);
    recipe.subject = reader.text(u"subject"_s, true);
    recipe.what = selectionFrom(reader.take(u"what"_s), u"what"_s, fault);
    recipe.measure = reader.oneOf(u"measure"_s, measures);
    recipe.columns = reader.texts(u"columns"_s);
    recipe.columnUnit = reader.text(u"column_unit"_s);
    recipe.countOverlapsOnce = reader.flag(u"count_overlaps_once"_s, false);
    recipe.within = selectionsFrom(reader, u"within"_s);
    if (reader.has(u"reach"_s))
        recipe.reach = reachFrom(reader.take(u"reach"_s), u"reach"_s, fault);
    recipe.sliver = reader.number(u"sliver"_s, 0);
    recipe.beyondDistricts = reader.flag(u"beyond_districts"_s, false);
    recipe.note = reader.text(u"note"_s);
}

} // namespace

QJsonObject toJson(const Selection& selection)
{
    QJsonObject object{{u"role"_s, selection.role}};
    if (selection.yearOffset != 0)
        object.insert(u"year_offset"_s, selection.yearOffset);
    if (!selection.classSystem.isEmpty())
        object.insert(u"class_system"_s, selection.classSystem);
    if (!selection.where.isEmpty())
        object.insert(u"where"_s,
                      toArray(selection.where, [](const Condition& one) { return toJson(one); }));
    if (!selection.otherwise.isEmpty())
        object.insert(u"otherwise"_s, toArray(selection.otherwise,
                                              [](const Selection& one) { return toJson(one); }));
    return object;
}

Result<Selection> selectionFromJson(const QJsonValue& value, const QString& place)
{
    std::optional<Error> fault;
    Selection selection = selectionFrom(value, place, fault);
    if (fault)
        return *fault;
    return selection;
}

QJsonObject toJson(const Reach& reach)
{
    const Reach usual;
    QJsonObject object{{u"mode"_s, keyIn(modes, reach.mode)},
                       {u"counted"_s, keyIn(countings, reach.counted)}};
    object.insert(u"groups"_s, toArray(reach.groups, [](const QList<Service>& group) {
                      return toArray(group, [](const Service& one) { return toJson(one); });
                  }));
    if (reach.roads != usual.roads)
        object.insert(u"roads"_s, toJson(reach.roads));
    if (!reach.barriers.isEmpty())
        object.insert(u"barriers"_s, toJson(reach.barriers));
    if (!reach.speeds.isEmpty())
        object.insert(u"speeds"_s, toArray(reach.speeds, [](const RoadSpeed& one) {
                          return QJsonObject{{u"class"_s, one.pattern}, {u"kmh"_s, one.kmh}};
                      }));
    if (!reach.closed.isEmpty())
        object.insert(u"closed"_s, toArray(reach.closed));
    put(object, u"speed"_s, reach.speed, usual.speed);
    put(object, u"snap"_s, reach.snap, usual.snap);
    put(object, u"strip"_s, reach.strip, usual.strip);
    if (!reach.legCounts)
        object.insert(u"leg_counts"_s, false);
    if (!reach.towards)
        object.insert(u"towards"_s, false);
    return object;
}

QString key(Measure measure)
{
    return keyIn(measures, measure);
}

QJsonObject toJson(const Recipe& recipe)
{
    QJsonObject object{{u"subject"_s, recipe.subject},
                       {u"what"_s, toJson(recipe.what)},
                       {u"measure"_s, key(recipe.measure)}};
    if (!recipe.columns.isEmpty())
        object.insert(u"columns"_s, toArray(recipe.columns));
    if (!recipe.columnUnit.isEmpty())
        object.insert(u"column_unit"_s, recipe.columnUnit);
    if (recipe.countOverlapsOnce)
        object.insert(u"count_overlaps_once"_s, true);
    if (!recipe.within.isEmpty())
        object.insert(u"within"_s, toJson(recipe.within));
    if (recipe.reach)
        object.insert(u"reach"_s, toJson(*recipe.reach));
    put(object, u"sliver"_s, recipe.sliver, 0);
    if (recipe.beyondDistricts)
        object.insert(u"beyond_districts"_s, true);
    if (!recipe.note.isEmpty())
        object.insert(u"note"_s, recipe.note);
    return object;
}

Result<Recipe> recipeFromJson(const QJsonObject& object)
{
    Recipe recipe;
    std::optional<Error> fault;
    read(object, recipe, fault);
    if (fault)
        return *fault;
    return recipe;
}

Result<Recipe> recipeFromText(const QByteArray& json)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (!document.isObject()) {
        return Error(ErrorCode::Invalid,
                     Text::tr("算法不是 JSON 对象（第 %1 个字节处），请改正。").arg(parsed.offset));
    }
    return recipeFromJson(document.object());
}

} // namespace checkup::spatial
