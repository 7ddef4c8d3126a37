#include "core/spatial/drawn_sources.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Drawing;
using gdal::LayerFeature;
using gdal::LayerInfo;
using gdal::LayerReader;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

Error cancelled()
{
    return {ErrorCode::Cancelled, Text::tr("已取消。")};
}

/// Features of one kind while they are counted.
struct Tally
{
    qint64 polygons = 0, closed = 0, lines = 0, points = 0;
    bool any = false;
    double minX = 0, minY = 0, maxX = 0, maxY = 0;

    void add(const LayerFeature& feature)
    {
        const gdal::Rings& rings = feature.rings;
        if (rings.x.empty())
            return;
        const size_t last = rings.x.size() - 1;
        switch (feature.shape) {
        case LayerFeature::Shape::Polygons:
            ++polygons;
            break;
        case LayerFeature::Shape::Lines:
            ++(last > 2 && rings.x[0] == rings.x[last] && rings.y[0] == rings.y[last] ? closed
                                                                                      : lines);
            break;
        default:
            ++points;
        }
        for (size_t i = 0; i <= last; ++i) {
            minX = any ? std::min(minX, rings.x[i]) : rings.x[i];
            maxX = any ? std::max(maxX, rings.x[i]) : rings.x[i];
            minY = any ? std::min(minY, rings.y[i]) : rings.y[i];
            maxY = any ? std::max(maxY, rings.y[i]) : rings.y[i];
            any = true;
        }
    }

    qint64 all() const { return polygons + closed + lines + points; }

    void tell(LayerInfo& info) const
    {
        info.features = all();
        info.minX = minX;
        info.maxX = maxX;
        info.minY = minY;
        info.maxY = maxY;
        const qint64 areas = polygons + closed;
        info.drawing = areas >= lines && areas >= points ? Drawing::Polygons
                       : lines >= points                 ? Drawing::Lines
                                                         : Drawing::Points;
    }
};

struct Tag
{
    const char* name;
    const char* role;
    const char* layers;
    const char* field;
    const char* values; ///< "|" between; empty: any
};

constexpr const char* places = "points+multipolygons";

/// What the tags of OpenStreetMap (wiki.openstreetmap.org, Map features) are here.
constexpr std::array tags{
    Tag{"道路", "DLWL", "lines", "highway", ""},
    Tag{"铁路", "TL", "lines", "railway", "rail"},
    Tag{"轨道线", "GDXL", "lines", "railway", "subway|light_rail|monorail"},
    Tag{"轨道站", "GDZD", "points", "station", "subway|light_rail|monorail"},
    Tag{"机场", "JC", places, "aeroway", "aerodrome"},
    Tag{"学校", "XX", places, "amenity", "school"},
    Tag{"高等学校", "GDXX", places, "amenity", "university|college"},
    Tag{"医院", "YY", places, "amenity", "hospital"},
    Tag{"卫生服务", "SQWS", places, "amenity", "clinic|doctors"},
    Tag{"养老设施", "SQYL", places, "social_facility", "nursing_home|assisted_living"},
    Tag{"消防站", "XFZ", places, "amenity", "fire_station"},
    Tag{"菜市场（生鲜超市）", "CSC", places, "amenity", "marketplace"},
    Tag{"咖啡馆茶舍", "KFCS", places, "amenity", "cafe"},
    Tag{"社区文化设施", "SQWH", places, "amenity", "community_centre"},
    Tag{"文化艺术场馆", "WHCG", places, "amenity", "theatre|arts_centre|library"},
    Tag{"体育设施", "SQTY", places, "leisure", "sports_centre|fitness_station|pitch"},
    Tag{"足球场地", "ZQC", places, "sport", "soccer"},
    Tag{"公园绿地", "GYLD", "multipolygons", "leisure", "park"},
    Tag{"居住用地", "JZYD", "multipolygons", "landuse", "residential"},
    Tag{"建筑物", "JZW", "multipolygons", "building", ""},
};

QString filterOf(const Tag& tag)
{
    const QString field = u"\"%1\""_s.arg(QLatin1StringView(tag.field));
    const QStringList values = QString::fromLatin1(tag.values).split(u'|', Qt::SkipEmptyParts);
    if (values.isEmpty())
        return field + u" IS NOT NULL"_s;
    return u"%1 IN ('%2')"_s.arg(field, values.join(u"','"_s));
}

} // namespace

Result<QList<SourcePart>> drawingLayers(const QString& place, const QList<LayerInfo>& layers,
                                        const CancelToken& cancel)
{
    QList<SourcePart> parts;
    for (const LayerInfo& info : layers) {
        const qsizetype field = info.fields.indexOf(u"Layer"_s);
        if (field < 0 || info.drawing == Drawing::None)
            continue;
        gdal::ReadOptions options;
        options.attributes = {u"Layer"_s};
        if (info.fields.contains(u"Text"_s))
            options.attributes << u"Text"_s;
        options.faults = gdal::Faults::Keep;
        auto reader = LayerReader::open(place, info.name, options);
        if (!reader)
            return reader.error();
        QMap<QString, Tally> tallies;
        LayerFeature feature;
        for (qint64 read = 0;; ++read) {
            if (read % 200 == 0 && cancel.isCancelled())
                return cancelled();
            const Result<bool> more = reader->next(feature);
            if (!more)
                return more.error();
            if (!*more)
                break;
            // Texts are points; hatches have their pattern's name for a text.
            if (feature.attributes.value(1).isEmpty() ||
                feature.shape != LayerFeature::Shape::Points)
                tallies[feature.attributes.first()].add(feature);
        }
        for (auto tally = tallies.cbegin(); tally != tallies.cend(); ++tally) {
            if (tally->all() == 0)
                continue;
            SourcePart part;
            part.name = tally.key();
            part.layer = info.name;
            part.where = u"\"Layer\" = '%1'"_s.arg(QString(tally.key()).replace(u'\'', u"''"_s));
            if (options.attributes.size() > 1)
                part.where += u" AND (\"Text\" IS NULL OR OGR_GEOMETRY <> 'POINT')"_s;
            part.info = info;
            tally->tell(part.info);
            parts << part;
        }
    }
    if (parts.isEmpty())
        return Error(ErrorCode::Unsupported,
                     Text::tr("图纸“%1”里没有能读的图形；请在 CAD 软件中另存为 DXF 2000–2013 版。")
                         .arg(place));
    return parts;
}

Result<QList<SourcePart>> streetMapLayers(const QString& place, const QList<LayerInfo>& layers,
                                          const CancelToken& cancel)
{
    QList<SourcePart> parts;
    for (const QString& wanted : {u"lines"_s, u"points"_s, u"multipolygons"_s}) {
        const bool there = std::any_of(layers.cbegin(), layers.cend(),
                                       [&](const LayerInfo& info) { return info.name == wanted; });
        if (!there)
            return Error(ErrorCode::Damaged,
                         Text::tr("“%1”不是完整的 OpenStreetMap 数据。").arg(place));
    }
    gdal::ReadOptions options;
    options.faults = gdal::Faults::Keep;
    options.tagsAsFields = true;
    QList<const Tag*> known;
    for (const Tag& tag : tags) {
        known << &tag;
        const QString field = QString::fromLatin1(tag.field);
        if (!options.attributes.contains(field))
            options.attributes << field;
    }
    auto reader = LayerReader::open(place, u"lines+points+multipolygons"_s, options);
    if (!reader)
        return reader.error();
    QList<Tally> tallies(known.size());
    LayerFeature feature;
    for (qint64 read = 0;; ++read) {
        if (read % 200 == 0 && cancel.isCancelled())
            return cancelled();
        const Result<bool> more = reader->next(feature);
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (qsizetype i = 0; i < known.size(); ++i) {
            const QString value =
                feature
                    .attributes[options.attributes.indexOf(QString::fromLatin1(known[i]->field))];
            const QStringList values =
                QString::fromLatin1(known[i]->values).split(u'|', Qt::SkipEmptyParts);
            const bool isLine = feature.shape == LayerFeature::Shape::Lines;
            const bool wantsLine = qstrcmp(known[i]->layers, "lines") == 0;
            if (!value.isEmpty() && isLine == wantsLine &&
                (values.isEmpty() || values.contains(value)))
                tallies[i].add(feature);
        }
    }
    for (qsizetype i = 0; i < known.size(); ++i) {
        if (tallies[i].all() == 0)
            continue;
        SourcePart part;
        part.name = QString::fromUtf8(known[i]->name);
        part.role = QString::fromLatin1(known[i]->role);
        part.layer = QString::fromLatin1(known[i]->layers);
        part.where = filterOf(*known[i]);
        gdal::ReadOptions tagged;
        tagged.tagsAsFields = true;
        const auto own = LayerReader::open(place, part.layer, tagged);
        if (!own)
            return own.error();
        part.info = own->info();
        tallies[i].tell(part.info);
        if (qstrcmp(known[i]->layers, "lines") == 0)
            part.info.drawing = Drawing::Lines;
        parts << part;
    }
    return parts;
}

} // namespace checkup::spatial
