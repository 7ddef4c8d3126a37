#include "core/spatial/layer_guess.h"

#include "core/catalogue/layer_roles.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <cmath>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;
using catalogue::LayerRole;
using gdal::Crs;
using gdal::Drawing;
using gdal::LayerInfo;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

bool fits(const LayerRole& role, Drawing drawing)
{
    if (drawing == Drawing::Unknown)
        return role.geometry != LayerGeometry::Table;
    switch (role.geometry) {
    case LayerGeometry::Polygon:
        return drawing == Drawing::Polygons;
    case LayerGeometry::Line:
        return drawing == Drawing::Lines;
    case LayerGeometry::Point:
        return drawing == Drawing::Points || drawing == Drawing::Polygons;
    case LayerGeometry::Table:
        return drawing == Drawing::None;
    }
    return false;
}

bool isLatin(const QString& word)
{
    return std::all_of(word.cbegin(), word.cend(),
                       [](QChar sign) { return sign.unicode() < 0x80; });
}

/// How well a word stands in a name; 0: not at all. Latin words must stand alone: "XX" is not in
/// "XXZX".
int standsIn(const QString& name, const QString& word)
{
    if (word.isEmpty())
        return 0;
    if (!isLatin(word))
        return name.contains(word) ? static_cast<int>(word.size()) * 3 : 0;
    const QRegularExpression alone(
        u"(?<![A-Z])%1(?![A-Z])"_s.arg(QRegularExpression::escape(word.toUpper())));
    return alone.match(name.toUpper()).hasMatch() ? static_cast<int>(word.size()) : 0;
}

int likeness(const LayerRole& role, const QString& name)
{
    int best = standsIn(name, role.name);
    best = std::max(best, standsIn(name, role.code));
    for (const QString& alias : role.aliases)
        best = std::max(best, standsIn(name, alias));
    return best;
}

/// A dBASE column's name has ten bytes at most, in whatever encoding it was cut.
bool isCutFrom(const QString& field, const QString& name)
{
    if (field.size() >= name.size() || !name.startsWith(field, Qt::CaseInsensitive))
        return false;
    const qsizetype utf8 = field.toUtf8().size();
    QStringEncoder gb("GB18030");
    const qsizetype chinese = gb.isValid() ? QByteArray(gb(field)).size() : 0;
    return (utf8 >= 8 && utf8 <= 10) || (chinese >= 9 && chinese <= 10);
}

struct Province
{
    int code; ///< the first two digits of administrative codes (GB/T 2260)
    Extent extent;
};

/// Rounded outwards to tenths of a degree, islands far out left aside: good enough to tell a zone.
constexpr std::array provinces{
    Province{11, {115.4, 39.4, 117.5, 41.1}}, Province{12, {116.7, 38.5, 118.1, 40.3}},
    Province{13, {113.4, 36.0, 119.9, 42.7}}, Province{14, {110.2, 34.5, 114.6, 40.8}},
    Province{15, {97.1, 37.4, 126.1, 53.4}},  Province{21, {118.8, 38.7, 125.8, 43.5}},
    Province{22, {121.6, 40.8, 131.4, 46.4}}, Province{23, {121.1, 43.4, 135.1, 53.6}},
    Province{31, {120.8, 30.6, 122.3, 31.9}}, Province{32, {116.3, 30.7, 122.0, 35.2}},
    Province{33, {118.0, 27.0, 123.2, 31.3}}, Province{34, {114.8, 29.3, 119.7, 34.7}},
    Province{35, {115.8, 23.4, 120.8, 28.4}}, Province{36, {113.5, 24.4, 118.5, 30.1}},
    Province{37, {114.7, 34.3, 122.8, 38.5}}, Province{41, {110.3, 31.3, 116.7, 36.4}},
    Province{42, {108.3, 29.0, 116.2, 33.3}}, Province{43, {108.7, 24.6, 114.3, 30.2}},
    Province{44, {109.6, 20.1, 117.4, 25.6}}, Province{45, {104.4, 20.8, 112.1, 26.4}},
    Province{46, {108.5, 18.1, 111.1, 20.2}}, Province{50, {105.2, 28.1, 110.3, 32.3}},
    Province{51, {97.3, 26.0, 108.6, 34.4}},  Province{52, {103.5, 24.6, 109.7, 29.3}},
    Province{53, {97.5, 21.1, 106.3, 29.3}},  Province{54, {78.3, 26.8, 99.2, 36.6}},
    Province{61, {105.4, 31.7, 111.3, 39.7}}, Province{62, {92.3, 32.5, 108.8, 42.9}},
    Province{63, {89.4, 31.6, 103.1, 39.3}},  Province{64, {104.2, 35.2, 107.7, 39.5}},
    Province{65, {73.4, 34.3, 96.5, 49.3}}};

constexpr Extent china{73, 3, 136, 54};

QString code(int epsg)
{
    return u"EPSG:%1"_s.arg(epsg);
}

/// The middle of a box in a system, in degrees; nothing when the system cannot say.
std::optional<std::pair<double, double>> middleIn(const Crs& crs, double x, double y)
{
    const auto transformation = gdal::Transformation::toGeodetic(crs);
    if (!transformation || !transformation->apply(&x, &y, 1) || !std::isfinite(x) ||
        !std::isfinite(y))
        return {};
    return std::pair{x, y};
}

/// Everything that coordinates of this size can be; x east, y north.
QList<int> systemsBySize(double x, double y)
{
    QList<int> systems;
    if (std::abs(x) <= 180 && std::abs(y) <= 90)
        return {4490};
    const int prefix = static_cast<int>(x / 1e6);
    if (y < 1e5 || y > 7e6)
        return {};
    if (prefix >= 25 && prefix <= 45)
        return {4513 + prefix - 25};
    if (prefix >= 13 && prefix <= 23)
        systems << 4491 + prefix - 13;
    // Without prefix the 6-degree zones are some of the 3-degree ones.
    for (int zone = 0; zone <= 20 && x > 0 && x < 1e6; ++zone)
        systems << 4534 + zone;
    if (x > 8e6 && x < 15.2e6)
        systems << 3857;
    return systems;
}

/// Those that put a point into the city, nearest to its middle first.
QStringList landingIn(const Extent& city, const QList<int>& systems, double x, double y)
{
    struct Landing
    {
        int epsg;
        double distance;
    };
    QList<Landing> landings;
    for (const int epsg : systems) {
        const auto crs = Crs::fromEpsg(epsg);
        const auto middle = crs ? middleIn(*crs, x, y) : std::nullopt;
        if (!middle || !city.contains(middle->first, middle->second, cityMargin))
            continue;
        landings << Landing{epsg, std::abs(middle->first - (city.west + city.east) / 2) +
                                      std::abs(middle->second - (city.south + city.north) / 2)};
    }
    std::stable_sort(landings.begin(), landings.end(),
                     [](const Landing& a, const Landing& b) { return a.distance < b.distance; });
    QStringList choices;
    for (const Landing& landing : std::as_const(landings))
        choices << code(landing.epsg);
    return choices;
}

struct Middle
{
    double x, y;
    bool isPlace; ///< finite, and the layer has an extent
};

Middle middleOf(const LayerInfo& info)
{
    const double x = (info.minX + info.maxX) / 2;
    const double y = (info.minY + info.maxY) / 2;
    const bool none = info.minX == 0 && info.maxX == 0 && info.minY == 0 && info.maxY == 0;
    constexpr double farthest = 1e10;
    return {x, y, !none && std::abs(x) < farthest && std::abs(y) < farthest};
}

QString numbers(const Middle& middle)
{
    return u"%1, %2"_s.arg(middle.x, 0, 'f', std::abs(middle.x) < 1000 ? 4 : 0)
        .arg(middle.y, 0, 'f', std::abs(middle.y) < 1000 ? 4 : 0);
}

QString listed(const QStringList& choices)
{
    QStringList titles;
    for (const QString& choice : choices.first(std::min<qsizetype>(choices.size(), 4)))
        titles << crsTitle(choice);
    return titles.join(u"、"_s);
}

CrsGuess withoutStatement(const Middle& middle, const Extent& city)
{
    CrsGuess guess;
    QList<int> systems = systemsBySize(middle.x, middle.y);
    guess.choices = landingIn(city, systems, middle.x, middle.y);
    if (guess.choices.isEmpty()) {
        const QStringList swapped =
            landingIn(city, systemsBySize(middle.y, middle.x), middle.y, middle.x);
        if (!swapped.isEmpty()) {
            guess.choices = swapped;
            guess.swapped = true;
        }
    }
    if (guess.choices.isEmpty())
        guess.choices = landingIn(china, systems, middle.x, middle.y);
    const bool sure = guess.choices.size() == 1;
    if (sure) {
        guess.crs = guess.choices.first();
        guess.warnings << (guess.swapped
                               ? Text::tr("没有标明坐标系，且坐标像是纬度（北坐标）在前；按%1、"
                                          "交换两轴读取，请核对。")
                                     .arg(crsTitle(guess.crs))
                               : Text::tr("没有标明坐标系，按坐标大小取%1，请核对。")
                                     .arg(crsTitle(guess.crs)));
        return guess;
    }
    guess.problem =
        guess.choices.isEmpty()
            ? Text::tr("没有标明坐标系，从坐标（%1）也看不出来；请查明后指定（如 EPSG:4549）。")
                  .arg(numbers(middle))
            : Text::tr("没有标明坐标系；从坐标（%1）看可能是%2，请查明后指定其一。")
                  .arg(numbers(middle), listed(guess.choices));
    return guess;
}

} // namespace

QString guessRole(const QStringList& names, const LayerInfo& info)
{
    for (const QString& name : names) {
        QString best;
        int most = 0;
        for (const LayerRole& role : catalogue::layerRoles()) {
            const int like = fits(role, info.drawing) ? likeness(role, name) : 0;
            if (like > most) {
                most = like;
                best = role.code;
            }
        }
        if (most > 0)
            return best;
    }
    const auto has = [&](const char* field) {
        return info.fields.contains(QLatin1StringView(field), Qt::CaseInsensitive);
    };
    if (info.drawing == Drawing::Polygons && has("DLBM") && (has("TBMJ") || has("TBDLMJ")))
        return u"DLTB"_s;
    if (info.drawing == Drawing::Polygons && has("XZQDM") && has("XZQMC"))
        return u"XZQ"_s;
    if (info.drawing == Drawing::Lines && has("highway"))
        return u"DLWL"_s;
    return {};
}

QHash<QString, QString> guessFields(const QString& code, const LayerInfo& info)
{
    QHash<QString, QString> fields;
    const LayerRole* const role = catalogue::layerRole(code);
    if (!role)
        return fields;
    QStringList taken;
    for (const catalogue::LayerColumn& column : role->columns) {
        QStringList names = column.names;
        names << column.name << column.key;
        QString found;
        for (const QString& name : std::as_const(names)) {
            for (const QString& field : info.fields) {
                if (field.trimmed().compare(name, Qt::CaseInsensitive) == 0) {
                    found = field;
                    break;
                }
            }
            if (!found.isEmpty())
                break;
        }
        for (qsizetype i = 0; found.isEmpty() && i < names.size(); ++i) {
            for (const QString& field : info.fields) {
                if (isCutFrom(field.trimmed(), names[i]) && !taken.contains(field)) {
                    found = field;
                    break;
                }
            }
        }
        if (found.isEmpty())
            continue;
        taken << found;
        fields.insert(column.key, found);
    }
    return fields;
}

int guessYear(const QString& name)
{
    static const QRegularExpression year(
        u"(?<![0-9])(?<!cgcs)(?<!国家)(19[89][0-9]|20[0-9]{2})(?![0-9])(?!坐标|国家)"_s,
        QRegularExpression::CaseInsensitiveOption);
    int found = 0;
    auto matches = year.globalMatch(name);
    while (matches.hasNext()) {
        const int one = matches.next().captured().toInt();
        if (found != 0 && one != found)
            return 0;
        found = one;
    }
    return found;
}

Extent cityExtent(const project::YearData& data)
{
    Extent all;
    for (const project::Layer& layer : data.layers) {
        const Extent one = layer.role == u"XZQ" ? GateReport::fromJson(layer.health).extent : all;
        if (layer.role != u"XZQ" || one.isEmpty())
            continue;
        all = all.isEmpty() ? one
                            : Extent{std::min(all.west, one.west), std::min(all.south, one.south),
                                     std::max(all.east, one.east), std::max(all.north, one.north)};
    }
    if (!all.isEmpty())
        return all;
    const project::Region* const city = data.city();
    const int province = city ? city->code.left(2).toInt() : 0;
    for (const Province& one : provinces) {
        if (one.code == province)
            return one.extent;
    }
    return china;
}

Result<Crs> crsOf(const QString& text)
{
    const QString trimmed = text.trimmed();
    bool isNumber = false;
    const int number =
        (trimmed.startsWith(u"EPSG:", Qt::CaseInsensitive) ? trimmed.sliced(5) : trimmed)
            .toInt(&isNumber);
    return isNumber ? Crs::fromEpsg(number) : Crs::fromWkt(trimmed);
}

QString crsTitle(const QString& text)
{
    const auto crs = crsOf(text);
    if (!crs)
        return text;
    return text.startsWith(u"EPSG:") ? text + u' ' + crs->name() : crs->name();
}

CrsGuess guessCrs(const LayerInfo& info, const Extent& city)
{
    CrsGuess guess;
    const Middle middle = middleOf(info);
    if (info.drawing == Drawing::None)
        return guess;
    if (!middle.isPlace && !info.crs && info.features > 0) {
        guess.problem = Text::tr("没有标明坐标系，坐标也不成其为坐标（范围 %1 至 %2）；请检查图层，"
                                 "查明坐标系后指定。")
                            .arg(info.minX)
                            .arg(info.maxX);
        return guess;
    }
    if (!info.crs)
        return withoutStatement(middle, city);
    const Crs& crs = *info.crs;
    const QList<int> systems = systemsBySize(middle.x, middle.y);
    if (const auto usable = gdal::Transformation::toGeodetic(crs); !usable) {
        guess.problem = usable.error().message();
        return guess;
    }
    if (!middle.isPlace)
        return guess;
    const auto likely = [&] {
        QStringList found = landingIn(city, systems, middle.x, middle.y);
        return found.isEmpty() ? landingIn(china, systems, middle.x, middle.y) : found;
    };
    if (crs.gaussKrueger()) {
        const int stated = static_cast<int>(crs.gaussKrueger()->falseEasting / 1e6);
        const int found = static_cast<int>(middle.x / 1e6);
        const bool odd = stated != found && (stated == 0 || found == 0) && middle.x > 0;
        if (odd) {
            guess.choices = likely();
            const QString choices = guess.choices.isEmpty() ? u"—"_s : listed(guess.choices);
            guess.problem =
                found > 0 ? Text::tr("坐标（%1）带有带号前缀 %2，标明的坐标系“%3”却不带；可能是%4，"
                                     "请查明后指定。")
                                .arg(numbers(middle))
                                .arg(found)
                                .arg(crs.name(), choices)
                          : Text::tr("坐标（%1）没有带号前缀，标明的坐标系“%3”却有前缀 "
                                     "%2；可能是%4，请查明后指定。")
                                .arg(numbers(middle))
                                .arg(stated)
                                .arg(crs.name(), choices);
            return guess;
        }
    }
    const auto place = middleIn(crs, middle.x, middle.y);
    if (place && city.contains(place->first, place->second, cityMargin))
        return guess;
    if (crs.isGeographic()) {
        const bool swapped = city.contains(middle.y, middle.x, cityMargin);
        if (swapped) {
            guess.swapped = true;
            guess.warnings << Text::tr(
                                  "坐标（%1）像是纬度在前、经度在后；已按交换两轴读取，请核对。")
                                  .arg(numbers(middle));
            return guess;
        }
        if (std::abs(middle.x) > 360 || std::abs(middle.y) > 90) {
            guess.choices = likely();
            guess.problem =
                guess.choices.isEmpty()
                    ? Text::tr("标明的坐标系“%1”是经纬度，坐标（%2）却不是，也看不出是哪个坐标系；"
                               "请查明后指定（如 EPSG:4549）。")
                          .arg(crs.name(), numbers(middle))
                    : Text::tr("标明的坐标系“%1”是经纬度，坐标（%2）却不是；可能是%3，请查明"
                               "后指定。")
                          .arg(crs.name(), numbers(middle), listed(guess.choices));
            return guess;
        }
    }
    guess.choices = likely();
    guess.choices.removeAll(code(crs.epsg()));
    const QString where =
        place ? u"%1, %2"_s.arg(place->first, 0, 'f', 3).arg(place->second, 0, 'f', 3) : u"—"_s;
    guess.warnings << (guess.choices.isEmpty()
                           ? Text::tr("按标明的坐标系“%1”，图层位于 %2，不在本市范围；请核对坐标系"
                                      "和数据。")
                                 .arg(crs.name(), where)
                           : Text::tr("按标明的坐标系“%1”，图层位于 %2，不在本市范围；从坐标看可能"
                                      "是%3，请核对。")
                                 .arg(crs.name(), where, listed(guess.choices)));
    return guess;
}

} // namespace checkup::spatial
