#include "core/spatial/layer_regions.h"

#include "core/catalogue/layer_roles.h"
#include "core/spatial/cutter.h"
#include "core/spatial/shelf.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::LayerFeature;
using project::Region;
using project::RegionLevel;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

bool isZeros(QStringView text)
{
    return text.count(u'0') == text.size();
}

/// Without the zeros that surveys fill up with: six digits for a district, nine for a street.
QString shortCode(const QString& code, RegionLevel level)
{
    const qsizetype digits = level == RegionLevel::District ? 6 : 9;
    return code.size() > digits && isZeros(QStringView(code).mid(digits)) ? code.first(digits)
                                                                          : code;
}

/// What the codes within a region begin with: pairs of zeros at the end say nothing.
QString stemOf(QString code)
{
    while (code.size() > 2 && code.endsWith(u"00"))
        code.chop(2);
    return code;
}

bool goesOnFrom(const QString& code, const Region& region)
{
    return !region.code.isEmpty() && !code.isEmpty() && code.startsWith(stemOf(region.code));
}

/// Areas of one drawn place by district.
using Shares = std::map<int, double>;

/// What was read of one place, whatever number of features it has.
struct Drawn
{
    QString code, name;
    qint64 features = 0;
    Shares shares;
};

/// How much of a polygon lies in which district.
class Districts
{
public:
    static Result<Districts> make(Shelf& shelf, const ProjectLayer& layer)
    {
        Districts made;
        auto zones = shelf.regionZones(RegionLevel::District, layer.crs);
        if (!zones)
            return zones.error();
        made.m_zones = *std::move(zones);
        auto measure = AreaMeasure::make(layer.reader.info(), layer.crs);
        if (!measure)
            return measure.error();
        made.m_measure.emplace(*std::move(measure));
        if (made.m_zones.zones)
            made.m_cutter = std::make_unique<Cutter>(*made.m_zones.zones);
        return made;
    }

    Result<void> add(LayerFeature& feature, Shares& to)
    {
        if (!m_cutter || feature.shape != LayerFeature::Shape::Polygons)
            return {};
        return m_cutter->polygon(
            feature.id, feature.rings, [&](const Piece& piece) -> Result<void> {
                const auto area = m_measure->plane(piece.rings);
                if (!area)
                    return area.error();
                const auto place = static_cast<size_t>(m_zones.zones->classOf(piece.zone));
                to[m_zones.places[place]] += *area;
                return {};
            });
    }

private:
    RegionZones m_zones;
    std::optional<AreaMeasure> m_measure;
    std::unique_ptr<Cutter> m_cutter;
};

class Reading
{
public:
    Reading(const project::YearData& data, const project::Layer& layer, RegionLevel level)
        : m_data(data)
        , m_layer(layer)
        , m_level(level)
    {
        m_report.level = level;
        m_report.layer = layer.name;
    }

    Result<LayerRegions> run(const QString& projectPath, const CancelToken& cancel)
    {
        Shelf shelf(projectPath, m_data, m_data.info.year, cancel);
        auto opened = openLayer(projectPath, m_layer, {}, {u"code"_s, u"name"_s}, gdal::Faults::Keep);
        if (!opened)
            return opened.error();
        const int code = opened->place(u"code"_s);
        const int name = opened->place(u"name"_s);
        if (name < 0)
            return Error(ErrorCode::BadUsage,
                         Text::tr("图层“%1”没有指明名称在哪个字段，无法建立地区名录；请先改图层的"
                                  "字段对应。")
                             .arg(m_layer.name));
        std::optional<Districts> districts;
        if (m_level == RegionLevel::Street) {
            auto made = Districts::make(shelf, *opened);
            if (!made)
                return made.error();
            districts.emplace(*std::move(made));
        }
        LayerFeature feature;
        for (;;) {
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消读取地区名录。"));
            const auto more = opened->reader.next(feature);
            if (!more)
                return more.error();
            if (!*more)
                break;
            const auto attribute = [&feature](int place) {
                return place < 0 ? QString() : feature.attributes.at(place).trimmed();
            };
            const QString full = attribute(code);
            Drawn& drawn = take(shortCode(full, m_level), attribute(name));
            ++drawn.features;
            if (districts && !isCoded(drawn.code)) {
                const Result<void> added = districts->add(feature, drawn.shares);
                if (!added)
                    return added.error();
            }
        }
        for (const Drawn& drawn : m_drawn)
            place(drawn, shelf.regions());
        sayWhatIsLeftOut();
        std::stable_sort(m_report.places.begin(), m_report.places.end(),
                         [](const LayerRegions::Place& a, const LayerRegions::Place& b) {
                             return std::tie(a.region.order, a.region.code, a.region.nameZh) <
                                    std::tie(b.region.order, b.region.code, b.region.nameZh);
                         });
        return m_report;
    }

private:
    /// Whether a district's code tells where a street belongs.
    bool isCoded(const QString& code) const
    {
        return std::any_of(
            m_data.regions.cbegin(), m_data.regions.cend(), [&code](const Region& region) {
                return region.level == RegionLevel::District && goesOnFrom(code, region);
            });
    }

    Drawn& take(const QString& code, const QString& name)
    {
        const QString key = code.isEmpty() ? u"n "_s + name : u"c "_s + code;
        const auto known = m_numbers.constFind(key);
        if (known != m_numbers.cend()) {
            Drawn& drawn = m_drawn[*known];
            if (drawn.name.isEmpty())
                drawn.name = name;
            else if (!name.isEmpty() && name != drawn.name)
                m_renamed << Text::tr("%1 %2、%3").arg(code, drawn.name, name);
            return drawn;
        }
        m_numbers.insert(key, m_drawn.size());
        m_drawn << Drawn{code, name, 0, {}};
        return m_drawn.last();
    }

    void place(const Drawn& drawn, const QList<Region>& regions)
    {
        const Region* const city = m_data.city();
        if (m_level == RegionLevel::District && city &&
            ((!drawn.code.isEmpty() && drawn.code == city->code) || drawn.name == city->nameZh))
            return; // the city's own outline
        LayerRegions::Place place;
        place.features = drawn.features;
        if (const int known = regionDrawn(m_data.regions, m_level, drawn.code, drawn.name);
            known >= 0) {
            place.region = m_data.regions.at(known);
            place.state = LayerRegions::Place::State::Known;
            if (place.region.code.isEmpty() && !drawn.code.isEmpty()) {
                place.region.code = drawn.code;
                place.state = LayerRegions::Place::State::CodeAdded;
            }
            m_report.places << place;
            return;
        }
        if (drawn.name.isEmpty()) {
            (drawn.code.isEmpty() ? m_blank : m_nameless) << drawn.code;
            return;
        }
        place.region.code = drawn.code;
        place.region.nameZh = drawn.name;
        place.region.level = m_level;
        const Region* const parent = m_level == RegionLevel::District
                                         ? districtsParent(drawn)
                                         : streetsParent(drawn, regions, place.byPlace);
        if (!parent) {
            m_elsewhere << QString(drawn.name + u' ' + drawn.code).trimmed();
            return;
        }
        place.region.parent = parent->id;
        place.region.order = m_level == RegionLevel::Street ? parent->order : nextOrder();
        m_report.places << place;
    }

    const Region* districtsParent(const Drawn& drawn) const
    {
        const Region* const city = m_data.city();
        if (city && !city->code.isEmpty() && !drawn.code.isEmpty() &&
            !goesOnFrom(drawn.code, *city))
            return nullptr;
        return city;
    }

    const Region* streetsParent(const Drawn& drawn, const QList<Region>& regions,
                                bool& byPlace) const
    {
        const Region* parent = nullptr; // the one with the longest code
        for (const Region& region : m_data.regions) {
            if (region.level == RegionLevel::District && goesOnFrom(drawn.code, region) &&
                (!parent || region.code.size() > parent->code.size()))
                parent = &region;
        }
        if (parent)
            return parent;
        const auto most =
            std::max_element(drawn.shares.cbegin(), drawn.shares.cend(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        byPlace = most != drawn.shares.cend();
        return byPlace ? m_data.region(regions.at(most->first).id) : nullptr;
    }

    int nextOrder() const
    {
        int order = 0;
        for (const Region& region : m_data.regions)
            order = std::max(order, region.order);
        for (const LayerRegions::Place& place : m_report.places)
            order = std::max(order, place.region.order);
        return order + 1;
    }

    void sayWhatIsLeftOut()
    {
        const auto say = [this](const QStringList& those, const QString& sentence) {
            if (those.isEmpty())
                return;
            const QString list = QStringList(those.mid(0, 5)).join(Text::tr("、"));
            m_report.issues << Issue{Severity::Warning,
                                     sentence.arg(m_layer.name).arg(those.size()).arg(list),
                                     {},
                                     m_layer.name,
                                     {},
                                     static_cast<int>(those.size())};
        };
        if (!m_blank.isEmpty())
            m_report.issues << Issue{
                Severity::Warning,
                Text::tr("图层“%1”有要素既没有代码也没有名称，没有列入名录；请补上后再做。")
                    .arg(m_layer.name),
                {},
                m_layer.name,
                {},
                1};
        say(m_nameless, Text::tr("图层“%1”有 %2 个代码没有名称，没有列入名录：%3。"));
        say(m_elsewhere,
            m_level == RegionLevel::District
                ? Text::tr("图层“%1”有 %2 个地区的代码不属本市，没有列入名录：%3。")
                : Text::tr("图层“%1”有 %2 个街道的代码对不上区县，也不在行政区图层之内，没有列入"
                           "名录：%3；请先建立区县名录，或核对代码。"));
        say(m_renamed, Text::tr("图层“%1”有 %2 处同一代码而名称不同，取前一个：%3。"));
    }

    const project::YearData& m_data;
    const project::Layer& m_layer;
    RegionLevel m_level;
    LayerRegions m_report;
    QList<Drawn> m_drawn;
    QHash<QString, qsizetype> m_numbers;
    QStringList m_blank, m_nameless, m_elsewhere, m_renamed;
};

} // namespace

std::optional<RegionLevel> levelOfRole(const QString& role)
{
    if (role == u"XZQ")
        return RegionLevel::District;
    if (role == u"JDXZ")
        return RegionLevel::Street;
    return {};
}

int regionDrawn(const QList<Region>& regions, RegionLevel level, const QString& code,
                const QString& name)
{
    int named = -1;
    int same = 0;
    for (int i = 0; i < regions.size(); ++i) {
        const Region& region = regions.at(i);
        if (region.level != level)
            continue;
        if (!region.code.isEmpty() && code.startsWith(region.code) &&
            isZeros(QStringView(code).mid(region.code.size())))
            return i;
        const bool elsewhere =
            level == RegionLevel::Street && !code.isEmpty() && !region.code.isEmpty() &&
            code.first(std::min<qsizetype>(6, code.size())) != region.code.left(6);
        if (!name.isEmpty() && name == region.nameZh && !elsewhere) {
            named = i;
            ++same;
        }
    }
    return same == 1 ? named : -1;
}

const project::Layer* layerWithoutRegions(const project::YearData& data)
{
    for (const QString& role : {u"XZQ"_s, u"JDXZ"_s}) {
        const RegionLevel level = *levelOfRole(role);
        if (std::any_of(data.regions.cbegin(), data.regions.cend(),
                        [level](const Region& region) { return region.level == level; }))
            continue;
        const QList<project::Layer> layers = choose({role}, data, data.info.year).layers;
        if (!layers.isEmpty())
            return data.layer(layers.first().id);
    }
    return nullptr;
}

QString key(LayerRegions::Place::State state)
{
    switch (state) {
    case LayerRegions::Place::State::New:
        return u"new"_s;
    case LayerRegions::Place::State::Known:
        return u"known"_s;
    case LayerRegions::Place::State::CodeAdded:
        return u"code_added"_s;
    }
    return {};
}

qsizetype LayerRegions::added() const
{
    return std::count_if(places.cbegin(), places.cend(),
                         [](const Place& place) { return place.state == Place::State::New; });
}

Result<LayerRegions> regionsOfLayer(const QString& projectPath, const project::YearData& data,
                                    project::LayerId layer, const CancelToken& cancel)
{
    const project::Layer* const drawn = data.layer(layer);
    const auto level = drawn ? levelOfRole(drawn->role) : std::nullopt;
    if (!level)
        return Error(ErrorCode::BadUsage,
                     Text::tr("地区名录只能从行政区（XZQ）或乡镇街道（JDXZ）图层建立。"));
    return Reading(data, *drawn, *level).run(projectPath, cancel);
}

project::ChangeSet regionsAsEdits(const project::YearData& data, const LayerRegions& regions)
{
    project::ChangeSet all;
    for (const LayerRegions::Place& place : regions.places) {
        if (place.state != LayerRegions::Place::State::Known)
            all.append(project::edits::setRegion(data, place.region));
    }
    if (!all.isEmpty())
        all.label = regions.level == RegionLevel::District
                        ? Text::tr("从图层“%1”建立区县名录").arg(regions.layer)
                        : Text::tr("从图层“%1”建立街道名录").arg(regions.layer);
    return all;
}

} // namespace checkup::spatial
