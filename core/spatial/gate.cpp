#include "core/spatial/gate.h"

#include "core/project/layer_files.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::LayerFeature;
using Shape = LayerFeature::Shape;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

struct FlawWords
{
    Flaw flaw;
    const char* key;
    const char* geos; ///< what it is recognised by; the first that fits counts
};

constexpr std::array flawWords{
    FlawWords{Flaw::BadCoordinate, "bad-coordinate", "Invalid Coordinate"},
    FlawWords{Flaw::RingTouchesItself, "ring-touches-itself", "Ring Self-intersection"},
    FlawWords{Flaw::SelfCrossing, "self-crossing", "Self-intersection"},
    FlawWords{Flaw::DuplicateRing, "duplicate-ring", "Duplicate Rings"},
    FlawWords{Flaw::HoleOutside, "hole-outside", "Hole lies outside"},
    FlawWords{Flaw::NestedHoles, "nested-holes", "Holes are nested"},
    FlawWords{Flaw::NestedShells, "nested-shells", "Nested shells"},
    FlawWords{Flaw::Disconnected, "disconnected", "disconnected"},
    FlawWords{Flaw::Unclosed, "unclosed", "closed linestring"},
    FlawWords{Flaw::Unclosed, "unclosed", "not closed"},
    FlawWords{Flaw::TooFewPoints, "too-few-points", "Too few points"},
    FlawWords{Flaw::TooFewPoints, "too-few-points", "Invalid number of points"},
    FlawWords{Flaw::Null, "null", nullptr},
    FlawWords{Flaw::Empty, "empty", nullptr},
    FlawWords{Flaw::Curve, "curve", nullptr},
    FlawWords{Flaw::Mixed, "mixed", nullptr},
    FlawWords{Flaw::Other, "other", nullptr},
};

Flaw flawOfKey(const QString& wanted)
{
    for (const FlawWords& words : flawWords) {
        if (wanted == QLatin1StringView(words.key))
            return words.flaw;
    }
    return Flaw::Other;
}

/// Square metres to the hundredth, as the survey keeps them.
double rounded(double area)
{
    return std::round(area * 100) / 100;
}

} // namespace

bool Extent::contains(double longitude, double latitude, double margin) const
{
    return longitude >= west - margin && longitude <= east + margin && latitude >= south - margin &&
           latitude <= north + margin;
}

QString key(Flaw flaw)
{
    for (const FlawWords& words : flawWords) {
        if (words.flaw == flaw)
            return QString::fromLatin1(words.key);
    }
    return {};
}

QString label(Flaw flaw)
{
    switch (flaw) {
    case Flaw::SelfCrossing:
        return Text::tr("边界自相交");
    case Flaw::RingTouchesItself:
        return Text::tr("环在一点上与自身相接或相交");
    case Flaw::DuplicateRing:
        return Text::tr("环重复");
    case Flaw::HoleOutside:
        return Text::tr("洞在外环之外");
    case Flaw::NestedHoles:
        return Text::tr("洞套着洞");
    case Flaw::NestedShells:
        return Text::tr("面套着面");
    case Flaw::Disconnected:
        return Text::tr("内部被洞隔断");
    case Flaw::TooFewPoints:
        return Text::tr("点数不足");
    case Flaw::Unclosed:
        return Text::tr("环未闭合");
    case Flaw::BadCoordinate:
        return Text::tr("坐标无效（不是数，或大得不可能）");
    case Flaw::Null:
        return Text::tr("没有图形");
    case Flaw::Empty:
        return Text::tr("图形为空");
    case Flaw::Curve:
        return Text::tr("曲线改为折线");
    case Flaw::Mixed:
        return Text::tr("混有点或线，只取面");
    case Flaw::Other:
        return Text::tr("图形无效");
    }
    return {};
}

Flaw flawOf(const QString& given)
{
    for (const FlawWords& words : flawWords) {
        if (words.geos && given.contains(QLatin1StringView(words.geos), Qt::CaseInsensitive))
            return words.flaw;
    }
    return Flaw::Other;
}

QJsonObject GateReport::toJson() const
{
    QJsonObject flaws;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        flaws.insert(count.key(), count.value());
    QJsonArray list;
    for (const GateRepair& repair : repairs)
        list.append(QJsonArray{repair.feature, key(repair.flaw), repair.settled,
                               rounded(repair.before), rounded(repair.after)});
    QJsonObject json{
        {u"features"_s, features},    {u"nulls"_s, nulls},           {u"empties"_s, empties},
        {u"repaired"_s, repaired},    {u"unrepaired"_s, unrepaired}, {u"curves"_s, curves},
        {u"heights"_s, heights},      {u"mixed"_s, mixed},           {u"misfits"_s, misfits},
        {u"outside"_s, outside},      {u"area"_s, rounded(area)},    {u"before"_s, rounded(before)},
        {u"after"_s, rounded(after)}, {u"flaws"_s, flaws},           {u"repairs"_s, list},
        {u"unlisted"_s, unlisted}};
    if (!extent.isEmpty())
        json.insert(u"extent"_s, QJsonArray{extent.west, extent.south, extent.east, extent.north});
    if (!moved.isEmpty())
        json.insert(u"moved"_s, QJsonObject{{u"transformation"_s, moved.transformation},
                                            {u"source"_s, moved.source},
                                            {u"from"_s, moved.from},
                                            {u"into"_s, moved.into},
                                            {u"metres"_s, rounded(moved.metres)}});
    if (!content.isEmpty())
        json.insert(project::contentKey, content);
    return json;
}

GateReport GateReport::fromJson(const QString& health)
{
    const QJsonObject json = QJsonDocument::fromJson(health.toUtf8()).object();
    GateReport report;
    const auto number = [&json](QLatin1StringView name) { return json.value(name).toInteger(); };
    report.features = number("features"_L1);
    report.nulls = number("nulls"_L1);
    report.empties = number("empties"_L1);
    report.repaired = number("repaired"_L1);
    report.unrepaired = number("unrepaired"_L1);
    report.curves = number("curves"_L1);
    report.heights = number("heights"_L1);
    report.mixed = number("mixed"_L1);
    report.misfits = number("misfits"_L1);
    report.outside = number("outside"_L1);
    report.area = json.value("area"_L1).toDouble();
    report.before = json.value("before"_L1).toDouble();
    report.after = json.value("after"_L1).toDouble();
    report.unlisted = number("unlisted"_L1);
    const QJsonObject flaws = json.value("flaws"_L1).toObject();
    for (auto flaw = flaws.begin(); flaw != flaws.end(); ++flaw)
        report.counts.insert(flaw.key(), flaw.value().toInteger());
    const QJsonArray list = json.value("repairs"_L1).toArray();
    for (const QJsonValue& one : list)
        report.repairs << GateRepair{one[0].toInteger(), flawOfKey(one[1].toString()),
                                     one[2].toBool(), one[3].toDouble(), one[4].toDouble()};
    const QJsonArray extent = json.value("extent"_L1).toArray();
    if (extent.size() == 4)
        report.extent = {extent[0].toDouble(), extent[1].toDouble(), extent[2].toDouble(),
                         extent[3].toDouble()};
    const QJsonObject moved = json.value("moved"_L1).toObject();
    report.moved = {moved.value("transformation"_L1).toString(),
                    moved.value("source"_L1).toString(), moved.value("from"_L1).toString(),
                    moved.value("into"_L1).toString(), moved.value("metres"_L1).toDouble()};
    report.content = json.value(project::contentKey).toString();
    return report;
}

Gate::Gate(AreaMeasure measure, gdal::Transformation toGeodetic, gdal::Drawing wanted,
           const Extent& city)
    : m_measure(std::move(measure))
    , m_toGeodetic(std::move(toGeodetic))
    , m_wanted(wanted)
    , m_city(city)
    , m_minX(std::numeric_limits<double>::max())
    , m_minY(m_minX)
    , m_maxX(-m_minX)
    , m_maxY(-m_minX)
{}

void Gate::note(const LayerFeature& feature, Flaw flaw, bool settled, double before, double after)
{
    ++m_report.counts[key(flaw)];
    if (m_report.repairs.size() < GateReport::listed)
        m_report.repairs << GateRepair{feature.id, flaw, settled, before, after};
    else
        ++m_report.unlisted;
}

void Gate::place(const gdal::Rings& rings)
{
    if (rings.x.empty())
        return;
    const auto [west, east] = std::minmax_element(rings.x.cbegin(), rings.x.cend());
    const auto [south, north] = std::minmax_element(rings.y.cbegin(), rings.y.cend());
    m_minX = std::min(m_minX, *west);
    m_maxX = std::max(m_maxX, *east);
    m_minY = std::min(m_minY, *south);
    m_maxY = std::max(m_maxY, *north);
    double x = (*west + *east) / 2;
    double y = (*south + *north) / 2;
    if (!m_toGeodetic.apply(&x, &y, 1) || !m_city.contains(x, y, 0.05))
        ++m_report.outside;
}

void Gate::look(LayerFeature& feature)
{
    ++m_report.features;
    if (feature.hadZ)
        ++m_report.heights;
    const auto without = [&](Flaw flaw, double before) {
        ++m_report.unrepaired;
        m_before.add(before);
        note(feature, flaw, false, before, 0);
        feature.rings.clear();
        feature.shape = Shape::Null;
    };
    if (feature.shape == Shape::Null && !feature.fault.isEmpty())
        return without(flawOf(feature.fault), 0);
    if (feature.shape == Shape::Null) {
        ++m_report.nulls;
        return note(feature, Flaw::Null, true, 0, 0);
    }
    if (feature.shape == Shape::Empty) {
        ++m_report.empties;
        return note(feature, Flaw::Empty, true, 0, 0);
    }
    const bool fits = m_wanted == gdal::Drawing::Points
                          ? feature.shape != Shape::Lines
                          : (m_wanted == gdal::Drawing::Lines) == (feature.shape == Shape::Lines) &&
                                feature.shape != Shape::Points;
    if (!fits && m_wanted != gdal::Drawing::None && m_wanted != gdal::Drawing::Unknown)
        ++m_report.misfits;
    double now = 0;
    if (feature.shape == Shape::Polygons) {
        const Result<double> area = m_measure.ellipsoidal(feature.rings);
        if (!area || !std::isfinite(*area))
            return without(Flaw::BadCoordinate, 0);
        now = *area;
        m_area.add(now);
        if (!feature.fault.isEmpty()) {
            const Result<double> before = m_measure.ellipsoidal(feature.stored);
            const double was = before && std::isfinite(*before) ? *before : 0;
            ++m_report.repaired;
            m_before.add(was);
            m_after.add(now);
            const bool left = feature.rings.count() > 0;
            if (!left) {
                ++m_report.unrepaired;
                --m_report.repaired;
                feature.shape = Shape::Null;
            }
            note(feature, flawOf(feature.fault), left, was, now);
        } else if (feature.rings.count() == 0) {
            // Rings too short to close: the reader leaves them out.
            return without(Flaw::TooFewPoints, 0);
        }
    }
    if (feature.curved) {
        ++m_report.curves;
        note(feature, Flaw::Curve, true, now, now);
    }
    if (feature.mixed) {
        ++m_report.mixed;
        note(feature, Flaw::Mixed, true, now, now);
    }
    place(feature.rings);
}

GateReport Gate::report() const
{
    GateReport report = m_report;
    report.area = m_area.result();
    report.before = m_before.result();
    report.after = m_after.result();
    if (m_minX > m_maxX)
        return report;
    // The edges of a box in one system bulge in another.
    const double midX = (m_minX + m_maxX) / 2;
    const double midY = (m_minY + m_maxY) / 2;
    std::array xs{m_minX, midX, m_maxX, m_minX, m_maxX, m_minX, midX, m_maxX};
    std::array ys{m_minY, m_minY, m_minY, midY, midY, m_maxY, m_maxY, m_maxY};
    if (m_toGeodetic.apply(xs.data(), ys.data(), xs.size())) {
        report.extent = {
            *std::min_element(xs.cbegin(), xs.cend()), *std::min_element(ys.cbegin(), ys.cend()),
            *std::max_element(xs.cbegin(), xs.cend()), *std::max_element(ys.cbegin(), ys.cend())};
    }
    return report;
}

} // namespace checkup::spatial
