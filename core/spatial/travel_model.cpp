#include "core/spatial/travel_model.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace checkup::spatial {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

enum class OneWay { No, Forward, Backward };

OneWay oneWayOf(const QString& text)
{
    const QString value = text.trimmed().toLower();
    static const QStringList forward{u"是"_s, u"yes"_s, u"true"_s, u"1"_s,
                                     u"y"_s,  u"ft"_s,  u"f"_s,    u"单向"_s};
    static const QStringList backward{u"-1"_s, u"reverse"_s, u"tf"_s, u"t"_s, u"逆向"_s, u"反向"_s};
    if (forward.contains(value))
        return OneWay::Forward;
    return backward.contains(value) ? OneWay::Backward : OneWay::No;
}

bool matchesAny(const QString& text, const QStringList& patterns)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&text](const QString& pattern) { return matches(text, pattern); });
}

/// Of tags written "key"=>"value","key"=>"value".
QString tagOf(const QString& tags, const QString& key)
{
    return tags.section(u'"' + key + u"\"=>\""_s, 1, 1).section(u'"', 0, 0);
}

/// OpenStreetMap's lines are roads only where they are a highway of some kind.
void closeOtherLines(TravelModel& model)
{
    if (model.classField == u"highway")
        model.closed << QString();
}

bool isSpeed(double kmh)
{
    return kmh > 0 && kmh <= 400;
}

} // namespace

bool matches(const QString& text, const QString& pattern)
{
    QStringView wanted(pattern);
    const bool anyBefore = wanted.startsWith(u'*');
    const bool anyAfter = wanted.size() > 1 && wanted.endsWith(u'*');
    wanted = wanted.mid(anyBefore ? 1 : 0);
    wanted.chop(anyAfter ? 1 : 0);
    if (anyBefore && anyAfter)
        return text.contains(wanted, Qt::CaseInsensitive);
    if (anyBefore)
        return text.endsWith(wanted, Qt::CaseInsensitive);
    if (anyAfter)
        return text.startsWith(wanted, Qt::CaseInsensitive);
    return text.compare(wanted, Qt::CaseInsensitive) == 0;
}

TravelModel TravelModel::walking(const QString& classField)
{
    TravelModel model;
    model.classField = classField;
    model.closed = {
        u"高速*"_s,     u"快速路*"_s,      u"城市快速路*"_s, u"匝道*"_s,    u"motorway*"_s,
        u"trunk*"_s,    u"construction"_s, u"proposed"_s,    u"raceway"_s,  u"bus_guideway"_s,
        u"abandoned"_s, u"platform"_s,     u"corridor"_s,    u"elevator"_s, u"escape"_s,
        u"planned"_s,   u"razed"_s,        u"no"_s};
    closeOtherLines(model);
    return model;
}

TravelModel TravelModel::driving(const QString& classField)
{
    TravelModel model;
    model.travel = Travel::Drive;
    model.cost = Cost::Minutes;
    model.classField = classField;
    model.speed = 30;
    model.speeds = {{u"高速*"_s, 80},         {u"快速路*"_s, 60},      {u"城市快速路*"_s, 60},
                    {u"主干*"_s, 40},         {u"城市主干*"_s, 40},    {u"次干*"_s, 30},
                    {u"城市次干*"_s, 30},     {u"支路*"_s, 20},        {u"城市支路*"_s, 20},
                    {u"国道*"_s, 60},         {u"省道*"_s, 50},        {u"县道*"_s, 40},
                    {u"乡道*"_s, 30},         {u"村道*"_s, 20},        {u"motorway*"_s, 80},
                    {u"trunk*"_s, 60},        {u"primary*"_s, 40},     {u"secondary*"_s, 30},
                    {u"tertiary*"_s, 30},     {u"unclassified"_s, 20}, {u"residential"_s, 20},
                    {u"living_street"_s, 10}, {u"service"_s, 15},      {u"track"_s, 10}};
    model.closed = {u"人行*"_s,     u"步行*"_s,     u"绿道*"_s,        u"自行车*"_s,
                    u"非机动车*"_s, u"footway"_s,   u"path"_s,         u"steps"_s,
                    u"cycleway"_s,  u"bridleway"_s, u"pedestrian"_s,   u"corridor"_s,
                    u"elevator"_s,  u"platform"_s,  u"construction"_s, u"proposed"_s,
                    u"abandoned"_s, u"planned"_s,   u"razed"_s,        u"no"_s};
    closeOtherLines(model);
    return model;
}

QStringList TravelModel::fields() const
{
    QStringList all;
    const auto add = [&all](const QString& named) {
        const QString field = named.section(u'/', 0, 0);
        if (!field.isEmpty() && !all.contains(field))
            all << field;
    };
    add(classField);
    add(cost == Cost::Minutes ? speedField : QString());
    add(travel == Travel::Drive ? oneWayField : QString());
    for (const RoadRule& rule : shut)
        add(rule.field);
    return all;
}

double TravelModel::metresFor(double bound) const
{
    return cost == Cost::Metres ? bound : bound * speed * 1000 / 60;
}

Result<void> TravelModel::check() const
{
    const auto wrong = [](double kmh) {
        return Error(ErrorCode::BadUsage,
                     Text::tr("车速或步速应在 0 到 400 千米每小时之间，不能是 %1。").arg(kmh));
    };
    for (const double kmh : {speed, snapSpeed}) {
        if (!isSpeed(kmh))
            return wrong(kmh);
    }
    for (const ClassSpeed& one : speeds) {
        if (!isSpeed(one.kmh))
            return wrong(one.kmh);
    }
    if (!(snap >= 0))
        return Error(ErrorCode::BadUsage, Text::tr("到道路的最大距离应是不小于 0 的米数。"));
    if (!(every > 0))
        return Error(ErrorCode::BadUsage, Text::tr("设施边界上入口的间距应是大于 0 的米数。"));
    return {};
}

Ways::Ways(const TravelModel& model)
    : m_model(model)
    , m_fields(model.fields())
{}

Result<std::optional<Way>> Ways::of(const QStringList& values)
{
    const auto known = m_known.constFind(values);
    if (known != m_known.constEnd())
        return *known;
    auto judged = judge(values);
    constexpr qsizetype enough = 10'000; // fields that differ from road to road
    if (judged && m_known.size() < enough)
        m_known.insert(values, *judged);
    return judged;
}

Result<std::optional<Way>> Ways::judge(const QStringList& values) const
{
    const auto value = [&](const QString& named) {
        const qsizetype at = m_fields.indexOf(named.section(u'/', 0, 0));
        if (named.isEmpty() || at < 0)
            return QString();
        return named.contains(u'/') ? tagOf(values.value(at), named.section(u'/', 1))
                                    : values.value(at).trimmed();
    };
    const std::optional<Way> none;
    const QString roadClass = value(m_model.classField);
    if (!m_model.classField.isEmpty() && matchesAny(roadClass, m_model.closed))
        return none;
    for (const RoadRule& rule : m_model.shut) {
        if (matchesAny(value(rule.field), rule.patterns))
            return none;
    }
    double each = 1;
    if (m_model.cost == Cost::Minutes) {
        double kmh = m_model.speed;
        qsizetype longest = -1;
        for (const ClassSpeed& one : m_model.speeds) {
            if (!m_model.classField.isEmpty() && one.pattern.size() > longest &&
                matches(roadClass, one.pattern)) {
                longest = one.pattern.size();
                kmh = one.kmh;
            }
        }
        const QString own = value(m_model.speedField);
        if (!own.isEmpty()) {
            bool isNumber = false;
            const double given = own.toDouble(&isNumber);
            if (!isNumber || (given != 0 && !isSpeed(given)))
                return Error(
                    ErrorCode::BadUsage,
                    Text::tr("道路的“%1”不是车速（千米每小时）：%2。请改正，或换一个字段。")
                        .arg(m_model.speedField, own));
            kmh = given > 0 ? given : kmh;
        }
        each = 60 / (1000 * kmh); // minutes per metre
    }
    Way way{each, each};
    if (m_model.travel == Travel::Drive) {
        const OneWay oneWay = oneWayOf(value(m_model.oneWayField));
        way.forward = oneWay == OneWay::Backward ? infinite : each;
        way.backward = oneWay == OneWay::Forward ? infinite : each;
    }
    return std::optional<Way>(way);
}

} // namespace checkup::spatial
