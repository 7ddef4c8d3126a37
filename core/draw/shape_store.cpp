#include "core/draw/shape_store.h"

#include "core/draw/workers.h"
#include "core/spatial/bridge.h"

#include <QCoreApplication>
#include <QHash>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <optional>

namespace checkup::draw {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

constexpr double perMetre = 1000;
/// An edition is kept when it has at most this share of the vertices of the next finer one.
constexpr double worthIt = 0.75;
/// How far apart two grid places may be at most for a picture drawn from them, in pixels.
constexpr double coarsest = 0.7;

struct Place
{
    std::int32_t x = 0, y = 0;
    bool operator==(const Place&) const = default;
};

std::int32_t millimetres(double metres)
{
    constexpr double most = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::lround(std::clamp(metres * perMetre, -most, most)));
}

/// Whether going from `a` over `b` to `c` one stays on a line and goes on.
bool goesOn(Place a, Place b, Place c)
{
    const std::int64_t x1 = b.x - a.x;
    const std::int64_t y1 = b.y - a.y;
    const std::int64_t x2 = c.x - b.x;
    const std::int64_t y2 = c.y - b.y;
    return x1 * y2 == x2 * y1 && x1 * x2 + y1 * y2 > 0;
}

/// Twice the area, positive when it turns left.
double turn(const std::vector<double>& x, const std::vector<double>& y, std::size_t begin,
            std::size_t end)
{
    double sum = 0;
    for (std::size_t i = begin; i + 1 < end; ++i)
        sum +=
            (x[i] - x[begin]) * (y[i + 1] - y[begin]) - (x[i + 1] - x[begin]) * (y[i] - y[begin]);
    return sum;
}

double distance(QPointF place, const QPolygonF& line)
{
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF from = line[i];
        const QPointF along = line[std::min(i + 1, line.size() - 1)] - from;
        const double length = QPointF::dotProduct(along, along);
        const double share =
            length > 0 ? std::clamp(QPointF::dotProduct(place - from, along) / length, 0.0, 1.0)
                       : 0;
        const QPointF away = place - from - along * share;
        least = std::min(least, std::hypot(away.x(), away.y()));
    }
    return least;
}

/// Features on their way into the store: read by one thread, brought into the plane and onto the
/// grid by any, put in by one again.
struct Batch
{
    static constexpr std::size_t together = 256;
    std::vector<gdal::LayerFeature> features;
    std::size_t count = 0;
    std::optional<Error> error;

    std::vector<std::int32_t> places;
    std::vector<std::uint32_t> ends;  ///< of parts, in vertices of this batch
    std::vector<std::uint32_t> parts; ///< of each feature; 0: it is left out
    std::vector<spatial::Box> boxes;
};

} // namespace

/// Takes features in while a layer is read.
class ShapeStore::Builder
{
public:
    explicit Builder(ShapeStore& store)
        : m_store(store)
    {
        store.m_parts.push_back(0);
        store.m_begins.push_back(0);
    }

    static bool isEmpty(const gdal::LayerFeature& feature)
    {
        using Shape = gdal::LayerFeature::Shape;
        return feature.shape == Shape::Null || feature.shape == Shape::Empty ||
               feature.rings.x.empty();
    }
    static Kind kindOf(const gdal::LayerFeature& feature)
    {
        using Shape = gdal::LayerFeature::Shape;
        return feature.shape == Shape::Polygons ? Kind::Polygons
               : feature.shape == Shape::Lines  ? Kind::Lines
                                                : Kind::Points;
    }

    /// The first shape, in the plane, decides what the store is of and what it counts from.
    void begin(const gdal::LayerFeature& first)
    {
        m_store.m_kind = kindOf(first);
        m_store.m_originX = first.rings.x.front();
        m_store.m_originY = first.rings.y.front();
    }

    /// Any number of threads.
    void prepare(Batch& batch) const
    {
        for (std::size_t i = 0; i < batch.count; ++i) {
            const gdal::LayerFeature& feature = batch.features[i];
            const bool taken = !isEmpty(feature) && kindOf(feature) == m_store.m_kind;
            batch.parts.push_back(taken ? static_cast<std::uint32_t>(feature.rings.count()) : 0);
            if (!taken)
                continue;
            for (std::size_t part = 0; part < feature.rings.count(); ++part)
                preparePart(batch, feature.rings, part);
            batch.boxes.push_back(spatial::Box::of(feature.rings));
        }
    }

    void add(const Batch& batch)
    {
        const auto before = m_store.m_begins.back();
        m_store.m_places.insert(m_store.m_places.end(), batch.places.begin(), batch.places.end());
        for (const std::uint32_t end : batch.ends)
            m_store.m_begins.push_back(before + end);
        m_boxes.insert(m_boxes.end(), batch.boxes.begin(), batch.boxes.end());
        for (std::size_t i = 0; i < batch.count; ++i) {
            if (batch.parts[i] == 0) {
                ++m_store.m_leftOut;
                continue;
            }
            m_store.m_parts.push_back(m_store.m_parts.back() + batch.parts[i]);
            m_store.m_ids.push_back(batch.features[i].id);
            addAttributes(batch.features[i].attributes);
        }
    }

    void finish()
    {
        m_store.m_places.shrink_to_fit();
        m_store.m_begins.shrink_to_fit();
        if (m_boxes.empty())
            return;
        constexpr double far = std::numeric_limits<double>::infinity();
        spatial::Box& all = m_store.m_extent = {far, far, -far, -far};
        for (const spatial::Box& box : m_boxes) {
            all.minX = std::min(all.minX, box.minX);
            all.minY = std::min(all.minY, box.minY);
            all.maxX = std::max(all.maxX, box.maxX);
            all.maxY = std::max(all.maxY, box.maxY);
        }
        m_store.m_minX = millimetres(all.minX - m_store.m_originX);
        m_store.m_minY = millimetres(all.minY - m_store.m_originY);
        m_boxes.shrink_to_fit();
        m_store.m_grid.build(std::move(m_boxes));
        m_store.addEditions();
    }

private:
    void preparePart(Batch& batch, const gdal::Rings& rings, std::size_t part) const
    {
        const std::size_t begin = rings.begins[part];
        std::size_t end = rings.end(part);
        bool backwards = false;
        if (m_store.m_kind == Kind::Polygons) {
            backwards = (turn(rings.x, rings.y, begin, end) < 0) == (rings.holes[part] == 0);
            if (end - begin > 1 && rings.x[begin] == rings.x[end - 1] &&
                rings.y[begin] == rings.y[end - 1])
                --end;
        }
        for (std::size_t i = 0; i < end - begin; ++i) {
            const std::size_t from = backwards ? end - 1 - i : begin + i;
            batch.places.push_back(millimetres(rings.x[from] - m_store.m_originX));
            batch.places.push_back(millimetres(rings.y[from] - m_store.m_originY));
        }
        batch.ends.push_back(static_cast<std::uint32_t>(batch.places.size() / 2));
    }

    void addAttributes(const QStringList& values)
    {
        const auto count = static_cast<std::size_t>(values.size());
        m_store.m_attributes.resize(count);
        m_known.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            Attribute& attribute = m_store.m_attributes[i];
            const QString& value = values[static_cast<qsizetype>(i)];
            auto found = m_known[i].constFind(value);
            if (found == m_known[i].cend()) {
                found =
                    m_known[i].insert(value, static_cast<std::uint32_t>(attribute.texts.size()));
                attribute.texts << value;
            }
            attribute.ofFeature.push_back(*found);
        }
    }

    ShapeStore& m_store;
    std::vector<spatial::Box> m_boxes;
    std::vector<QHash<QString, std::uint32_t>> m_known;
};

Result<ShapeStore> ShapeStore::read(const Source& source, const gdal::Crs& plane,
                                    const CancelToken& cancel, const ProgressSink& progress)
{
    using MakeBridge = Result<spatial::Bridge>;
    const MakeBridge bridge = spatial::Bridge::make(source.crs, plane);
    if (!bridge)
        return bridge.error();
    tbb::enumerable_thread_specific<MakeBridge> bridges(
        [&] { return spatial::Bridge::make(source.crs, plane); });
    const gdal::LayerInfo& info = source.reader->info();
    const double all = std::max(1.0, static_cast<double>(info.features));
    ShapeStore store;
    Builder builder(store);
    std::optional<Error> error;
    std::atomic<bool> failed = false; // tells the reading stage, which runs beside the last
    bool begun = false;
    bool ended = false;
    qint64 number = 0;
    const auto readBatch = [&]() -> std::shared_ptr<Batch> {
        auto batch = std::make_shared<Batch>();
        batch->features.resize(Batch::together);
        while (batch->count < Batch::together && !ended) {
            gdal::LayerFeature& feature = batch->features[batch->count];
            const Result<bool> more = source.reader->next(feature);
            if (!more)
                batch->error = more.error();
            ended = !more || !*more;
            if (ended)
                break;
            ++batch->count;
            if (begun || Builder::isEmpty(feature))
                continue;
            gdal::LayerFeature first = feature;
            if (const Result<void> moved = bridge->move(first.rings); !moved) {
                batch->error = moved.error();
                ended = true;
                break;
            }
            builder.begin(first);
            begun = true;
        }
        if (cancel.isCancelled())
            batch->error = Error(ErrorCode::Cancelled, Text::tr("已取消绘图。"));
        number += static_cast<qint64>(batch->count);
        tellProgress(progress, std::min(0.9, 0.9 * static_cast<double>(number) / all), info.name);
        return batch;
    };
    const auto prepare = [&](std::shared_ptr<Batch> batch) {
        const MakeBridge& mover = bridges.local();
        if (!mover && !batch->error)
            batch->error = mover.error();
        for (std::size_t i = 0; i < batch->count && !batch->error; ++i) {
            if (batch->features[i].rings.count() == 0)
                continue;
            if (const Result<void> moved = mover->move(batch->features[i].rings); !moved)
                batch->error = moved.error();
        }
        if (!batch->error)
            builder.prepare(*batch);
        return batch;
    };
    const auto collect = [&](const std::shared_ptr<Batch>& batch) {
        if (error)
            return;
        error = batch->error;
        failed = error.has_value();
        if (!error)
            builder.add(*batch);
    };
    using tbb::filter_mode;
    using Passed = std::shared_ptr<Batch>;
    // One batch at a time until the first shape is known, which the others are measured from.
    while (!begun && !ended && !error)
        collect(prepare(readBatch()));
    constexpr std::size_t underWay = 16;
    tbb::parallel_pipeline(
        underWay, tbb::make_filter<void, Passed>(filter_mode::serial_in_order,
                                                 [&](tbb::flow_control& flow) -> Passed {
                                                     if (failed || ended) {
                                                         flow.stop();
                                                         return {};
                                                     }
                                                     return readBatch();
                                                 }) &
                      tbb::make_filter<Passed, Passed>(filter_mode::parallel, prepare) &
                      tbb::make_filter<Passed, void>(filter_mode::serial_in_order, collect));
    if (error)
        return *error;
    builder.finish();
    tellProgress(progress, 1, info.name);
    return store;
}

ShapeStore ShapeStore::of(std::vector<gdal::LayerFeature> features)
{
    ShapeStore store;
    Builder builder(store);
    Batch batch;
    batch.features = std::move(features);
    batch.count = batch.features.size();
    const auto first = std::find_if_not(batch.features.cbegin(), batch.features.cend(),
                                        [](const auto& one) { return Builder::isEmpty(one); });
    if (first != batch.features.cend())
        builder.begin(*first);
    builder.prepare(batch);
    builder.add(batch);
    builder.finish();
    return store;
}

void ShapeStore::addEditions()
{
    if (m_kind == Kind::Points)
        return;
    const double side =
        std::max(m_extent.maxX - m_extent.minX, m_extent.maxY - m_extent.minY) * perMetre;
    constexpr double places = 65535;
    constexpr std::size_t chunk = 16384; // parts
    constexpr int step = 2; // each edition is four times as coarse: more take longer to make than
                            // they save
    const std::size_t parts = m_begins.size() - 1;
    std::size_t vertices = m_places.size() / 2;
    for (int power = 0; power < 31; power += step) {
        const std::int32_t cell = std::int32_t(1) << power;
        if (side / cell >= places - 1)
            continue;
        if (side / cell < 64)
            return;
        struct Piece
        {
            std::vector<std::uint16_t> places;
            std::vector<std::uint32_t> ends;
        };
        std::vector<Piece> pieces((parts + chunk - 1) / chunk);
        const bool closed = m_kind == Kind::Polygons;
        forEachOf(pieces.size(), 0, [&](std::size_t number) {
            Piece& piece = pieces[number];
            std::vector<Place> kept;
            for (std::size_t part = number * chunk; part < std::min(parts, (number + 1) * chunk);
                 ++part) {
                kept.clear();
                const auto take = [&kept](Place place) {
                    if (!kept.empty() && kept.back() == place)
                        return;
                    const std::size_t size = kept.size();
                    if (size > 1 && goesOn(kept[size - 2], kept[size - 1], place))
                        kept.back() = place;
                    else
                        kept.push_back(place);
                };
                for (std::uint32_t i = m_begins[part]; i < m_begins[part + 1]; ++i)
                    take({(m_places[2 * i] - m_minX + cell / 2) >> power,
                          (m_places[2 * i + 1] - m_minY + cell / 2) >> power});
                while (closed && kept.size() > 1 && kept.back() == kept.front())
                    kept.pop_back();
                for (const Place place : kept) {
                    piece.places.push_back(static_cast<std::uint16_t>(place.x));
                    piece.places.push_back(static_cast<std::uint16_t>(place.y));
                }
                piece.ends.push_back(static_cast<std::uint32_t>(piece.places.size() / 2));
            }
        });
        std::size_t now = 0;
        for (const Piece& piece : pieces)
            now += piece.places.size() / 2;
        if (static_cast<double>(now) > worthIt * static_cast<double>(vertices))
            continue;
        vertices = now;
        Edition edition;
        edition.cell = cell;
        edition.places.reserve(2 * now);
        edition.begins.reserve(parts + 1);
        edition.begins.push_back(0);
        for (const Piece& piece : pieces) {
            const auto before = static_cast<std::uint32_t>(edition.places.size() / 2);
            for (const std::uint32_t end : piece.ends)
                edition.begins.push_back(before + end);
            edition.places.insert(edition.places.end(), piece.places.begin(), piece.places.end());
        }
        m_editions.push_back(std::move(edition));
    }
}

std::vector<std::uint32_t> ShapeStore::around(const spatial::Box& box) const
{
    std::vector<std::uint32_t> found;
    const auto all = static_cast<std::uint32_t>(count());
    if (box.holds(m_extent)) {
        found.resize(all);
        for (std::uint32_t i = 0; i < all; ++i)
            found[i] = i;
        return found;
    }
    m_grid.around(box,
                  [&found](int number) { found.push_back(static_cast<std::uint32_t>(number)); });
    std::sort(found.begin(), found.end());
    return found;
}

QList<QPolygonF> ShapeStore::partsOf(std::size_t feature) const
{
    QList<QPolygonF> parts;
    for (std::uint32_t part = m_parts[feature]; part < m_parts[feature + 1]; ++part) {
        QPolygonF line;
        for (std::uint32_t i = m_begins[part]; i < m_begins[part + 1]; ++i)
            line << QPointF(m_originX + m_places[2 * i] / perMetre,
                            m_originY + m_places[2 * i + 1] / perMetre);
        if (m_kind == Kind::Polygons && !line.isEmpty())
            line << line.constFirst();
        parts << line;
    }
    return parts;
}

std::optional<std::size_t>
ShapeStore::featureAt(QPointF place, double reach,
                      const std::function<bool(std::size_t)>& takes) const
{
    const double room = m_kind == Kind::Polygons ? 0 : reach;
    std::optional<std::size_t> found;
    double nearest = reach;
    for (const std::uint32_t feature :
         around({place.x() - room, place.y() - room, place.x() + room, place.y() + room})) {
        if (takes && !takes(feature))
            continue;
        const QList<QPolygonF> parts = partsOf(feature);
        if (m_kind == Kind::Polygons) {
            const auto crossings =
                std::count_if(parts.cbegin(), parts.cend(), [place](const QPolygonF& ring) {
                    return ring.containsPoint(place, Qt::OddEvenFill);
                });
            if (crossings % 2 == 1)
                found = feature;
            continue;
        }
        double away = std::numeric_limits<double>::infinity();
        for (const QPolygonF& part : parts)
            away = std::min(away, distance(place, part));
        if (away <= nearest) {
            nearest = away;
            found = feature;
        }
    }
    return found;
}

ShapeStore::View ShapeStore::at(QPointF corner, double metresPerPixel) const
{
    View view;
    view.m_parts = &m_parts;
    const Edition* chosen = nullptr;
    for (const Edition& edition : m_editions) {
        if (edition.cell <= coarsest * metresPerPixel * perMetre)
            chosen = &edition;
    }
    view.m_begins = chosen ? &chosen->begins : &m_begins;
    const double cell = (chosen ? chosen->cell : 1) / perMetre;
    double west = m_originX - corner.x();
    double south = corner.y() - m_originY;
    if (chosen) {
        view.m_coarse = chosen->places.data();
        west += m_minX / perMetre;
        south -= m_minY / perMetre;
    } else {
        view.m_fine = m_places.data();
    }
    view.m_scale = cell / metresPerPixel;
    view.m_left = west / metresPerPixel;
    view.m_top = south / metresPerPixel;
    return view;
}

std::size_t ShapeStore::bytes() const
{
    const auto of = [](const auto& vector) {
        return vector.capacity() * sizeof(typename std::decay_t<decltype(vector)>::value_type);
    };
    // The grid: boxes, some two cells each and their lists.
    std::size_t all = of(m_places) + of(m_begins) + of(m_parts) + of(m_ids) +
                      count() * (sizeof(spatial::Box) + 44);
    for (const Edition& edition : m_editions)
        all += of(edition.places) + of(edition.begins);
    for (const Attribute& attribute : m_attributes)
        all += of(attribute.ofFeature) + static_cast<std::size_t>(attribute.texts.size()) * 64;
    return all;
}

} // namespace checkup::draw
