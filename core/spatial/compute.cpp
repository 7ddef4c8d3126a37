#include "core/spatial/compute.h"

#include "core/base/in_chinese.h"
#include "core/catalogue/land_classes.h"
#include "core/spatial/feature_work.h"
#include "core/spatial/in_unit.h"
#include "core/spatial/postgis_recipes.h"
#include "core/spatial/recipe_status.h"
#include "core/spatial/watch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>
#include <QThread>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <map>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::LayerFeature;
using project::Layer;
using project::RegionLevel;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消空间计算。"));
}

/// What adds up to one figure.
struct Tally
{
    Sum amount, plane;
    double largest = 0, largestPlane = 0;
    qint64 features = 0;
    QSet<qint64> seen; ///< of united features, whose pieces come one by one

    void add(const Contribution& one)
    {
        amount.add(one.amount);
        plane.add(one.plane);
        if (one.amount > largest) {
            largest = one.amount;
            largestPlane = one.plane;
        }
        ++features;
    }
    void add(const PostgisRecipes::Figure& many)
    {
        amount.add(many.amount);
        plane.add(many.plane);
        if (many.largest > largest) {
            largest = many.largest;
            largestPlane = many.largestPlane;
        }
        features += many.features;
    }
};

/// A figure of one recipe: (slot, whether by circles).
using Tallies = std::map<std::pair<int, bool>, Tally>;

/// One recipe under way.
struct Order
{
    QString subject;
    Recipe recipe;
    Choice choice;
    Tallies tallies;
    qint64 features = 0;
    bool reaches = false, alongRoads = false;
    qint64 facilities = 0, facilitiesWithoutRoad = 0;
    bool byDistrict = false;
    QStringList why; ///< it could not be computed
};

/// The features behind one figure, the largest first.
class Followed
{
public:
    Followed(int slot, int limit)
        : m_slot(slot)
        , m_limit(static_cast<size_t>(std::max(limit, 0)))
    {}

    struct One
    {
        QString layer;
        qint64 feature = 0;
        QString label, className, classNameEn;
        double amount = 0, of = 0;
    };

    int slot() const { return m_slot; }
    int limit() const { return static_cast<int>(m_limit); }

    void add(const Contribution& contribution, const std::function<One()>& describe)
    {
        if (contribution.slot != m_slot || contribution.circle || m_limit == 0)
            return;
        if (m_found.size() >= 2 * m_limit)
            trim();
        if (m_found.size() >= m_limit && contribution.amount <= m_least)
            return;
        m_found.push_back(describe());
        m_found.back().amount = contribution.amount;
        m_found.back().of = contribution.of;
    }
    std::vector<One> take()
    {
        trim();
        return std::move(m_found);
    }

private:
    void trim()
    {
        std::stable_sort(m_found.begin(), m_found.end(), [](const One& one, const One& other) {
            return one.amount > other.amount;
        });
        if (m_found.size() > m_limit)
            m_found.resize(m_limit);
        if (m_found.size() == m_limit && m_limit > 0)
            m_least = m_found.back().amount;
    }

    int m_slot;
    size_t m_limit;
    double m_least = 0;
    std::vector<One> m_found;
};

struct Batch
{
    std::vector<Parcel> parcels;
    size_t count = 0;
    std::optional<Error> error;
};

/// Where features come from, one after the other; false at the end.
using Source = std::function<Result<bool>(LayerFeature&)>;

/// What is told of a feature behind a figure.
using Describe = std::function<Followed::One(const Parcel&)>;

/// The run of all recipes.
class Run
{
public:
    Run(const QString& projectPath, const YearData& data, int year, int threads,
        const CancelToken& cancel, const ProgressSink& progress)
        : m_shelf(projectPath, data, year, cancel)
        , m_data(data)
        , m_year(year)
        , m_threads(threads)
        , m_cancel(cancel)
        , m_progress(progress)
    {}

    void order(const QString& subject, const Recipe& recipe)
    {
        auto order = std::make_unique<Order>();
        order->subject = subject;
        order->recipe = recipe;
        order->choice = choose(order->recipe.what, m_data, m_year);
        m_orders.push_back(std::move(order));
    }
    void follow(Followed* followed) { m_followed = followed; }
    /// What a single recipe with a reach goes through.
    void watch(Watched* watched) { m_watched = watched; }
    const std::vector<std::unique_ptr<Order>>& orders() const { return m_orders; }
    qint64 read() const { return m_read; }
    const Shelf& shelf() const { return m_shelf; }
    Issues issues() const { return m_issues; }

    Result<void> run()
    {
        for (const Layer& layer : m_data.layers) {
            for (const auto& order : m_orders) {
                if (!order->recipe.countOverlapsOnce && uses(*order, layer)) {
                    m_expected += std::max<qint64>(layer.features, 1);
                    break;
                }
            }
        }
        for (qsizetype i = 0; i < m_data.layers.size(); ++i) {
            const Result<void> done = overLayer(m_data.layers[i]);
            if (!done)
                return done;
            tidy(i + 1, 0);
        }
        for (size_t i = 0; i < m_orders.size(); ++i) {
            if (!m_orders[i]->recipe.countOverlapsOnce)
                continue;
            const Result<void> done = overUnited(i);
            if (!done)
                return done;
            tidy(m_data.layers.size(), i + 1);
        }
        tellProgress(m_progress, 1);
        return {};
    }

private:
    static bool uses(const Order& order, const Layer& layer)
    {
        return std::any_of(order.choice.layers.cbegin(), order.choice.layers.cend(),
                           [&layer](const Layer& one) { return one.id == layer.id; });
    }

    /// Lets go of what neither the layers from one on nor the united recipes from one on need.
    void tidy(qsizetype layer, size_t united)
    {
        std::vector<const Recipe*> waiting;
        for (size_t i = 0; i < m_orders.size(); ++i) {
            Order& order = *m_orders[i];
            const bool once = order.recipe.countOverlapsOnce;
            const bool later = std::any_of(m_data.layers.cbegin() + layer, m_data.layers.cend(),
                                           [&](const Layer& one) { return uses(order, one); });
            if (once ? i >= united : later)
                waiting.push_back(&order.recipe);
        }
        m_shelf.keepFor(waiting);
    }

    /// Cancelled goes up; what else keeps a recipe from being computed is kept with it.
    static Result<void> blame(Order& order, const Error& error)
    {
        if (error.code() == ErrorCode::Cancelled)
            return error;
        order.why << error.message();
        return {};
    }

    size_t chainOf(LayerWork& work, const LayerWork::Chain& wanted) const
    {
        LayerWork::Chain chain;
        for (const auto& zones : wanted) {
            if (std::find(chain.begin(), chain.end(), zones) == chain.end())
                chain.push_back(zones);
        }
        const auto known = std::find(work.chains.begin(), work.chains.end(), chain);
        if (known != work.chains.end())
            return static_cast<size_t>(known - work.chains.begin());
        work.chains.push_back(chain);
        return work.chains.size() - 1;
    }

    /// Adds a recipe to the work over a layer.
    Result<void> addJob(LayerWork& work, size_t number, const ProjectLayer& opened, Filter filter)
    {
        Order& order = *m_orders[number];
        const Recipe& recipe = order.recipe;
        Job job;
        job.result = number;
        job.recipe = &recipe;
        job.filter = std::move(filter);
        for (const QString& column : recipe.columns)
            job.columns.push_back(opened.place(column));
        LayerWork::Chain chain;
        for (const Selection& within : recipe.within) {
            const auto zones = m_shelf.zones(within, opened.crs);
            if (!zones)
                return zones.error();
            chain.push_back(*zones);
        }
        if (recipe.reach) {
            const auto nearness = m_shelf.nearness(*recipe.reach, opened);
            if (!nearness)
                return nearness.error();
            if (m_watched)
                m_watched->nearness = *nearness;
            order.reaches = true;
            order.alongRoads = (*nearness)->roads != nullptr;
            order.facilities = (*nearness)->facilities();
            order.facilitiesWithoutRoad = (*nearness)->facilitiesWithoutRoad();
            if (recipe.reach->counted == Reach::Counted::Middle) {
                job.near = *nearness;
            } else {
                const auto withAreas = [&](bool circles) -> Result<size_t> {
                    const auto areas =
                        m_shelf.areas(*recipe.reach, **nearness, circles, opened.crs);
                    if (!areas)
                        return areas.error();
                    LayerWork::Chain longer = chain;
                    longer.insert(longer.end(), areas->begin(), areas->end());
                    return chainOf(work, longer);
                };
                const Result<size_t> served = withAreas(false);
                if (!served)
                    return served.error();
                job.chain = *served;
                if ((*nearness)->roads) {
                    const Result<size_t> circles = withAreas(true);
                    if (!circles)
                        return circles.error();
                    job.circles = *circles;
                }
                work.jobs.push_back(std::move(job));
                return {};
            }
        }
        job.chain = chainOf(work, chain);
        work.jobs.push_back(std::move(job));
        return {};
    }

    Result<void> begin(LayerWork& work, const ProjectLayer& opened)
    {
        work.info = opened.reader.info();
        work.crs = opened.crs;
        work.chains = {{}};
        work.shelf = &m_shelf;
        work.watched = m_watched != nullptr;
        for (const RegionLevel level : {RegionLevel::District, RegionLevel::Street}) {
            auto regions = m_shelf.regionZones(level, opened.crs);
            if (!regions)
                return regions.error();
            if (!regions->unknown.isEmpty() && !m_toldUnknown.contains(level)) {
                m_toldUnknown << level;
                const QString role = level == RegionLevel::District ? u"XZQ"_s : u"JDXZ"_s;
                m_issues << Issue{
                    Severity::Warning,
                    Text::tr("图层 %1 中有 %2 个面在项目里没有同代码或同名的地区，如“%3”；请核对"
                             "地区表。")
                        .arg(role)
                        .arg(regions->unknown.size())
                        .arg(regions->unknown.constFirst()),
                    {},
                    role,
                    {},
                    static_cast<int>(regions->unknown.size())};
            }
            (level == RegionLevel::District ? work.districts : work.streets) = *std::move(regions);
        }
        return {};
    }

    /// All recipes that measure this layer's features as they are.
    Result<void> overLayer(const Layer& layer)
    {
        std::vector<size_t> wanted;
        Selection all{layer.role};
        QStringList columns, optional;
        const auto add = [](QStringList& list, const QString& column) {
            if (!list.contains(column))
                list << column;
        };
        for (size_t i = 0; i < m_orders.size(); ++i) {
            const Order& order = *m_orders[i];
            if (order.recipe.countOverlapsOnce || !uses(order, layer))
                continue;
            wanted.push_back(i);
            all.where << order.choice.selection->where;
            for (const QString& column : order.recipe.columns)
                add(columns, column);
        }
        if (wanted.empty())
            return {};
        if (m_followed || m_watched)
            optional << u"id"_s << u"name"_s << u"class"_s;
        const auto blameAll = [&](const Error& error) -> Result<void> {
            for (const size_t number : wanted) {
                const Result<void> blamed = blame(*m_orders[number], error);
                if (!blamed)
                    return blamed;
            }
            return {};
        };
        auto opened = m_shelf.open(layer, all, columns, optional);
        if (!opened)
            return blameAll(opened.error());
        LayerWork work;
        tbb::task_arena arena(m_threads);
        const Result<void> ready = arena.execute([&]() -> Result<void> {
            const Result<void> begun = begin(work, *opened);
            if (!begun)
                return begun;
            for (const size_t number : wanted) {
                Filter filter(*m_orders[number]->choice.selection, layer, opened->columns, m_year);
                const Result<void> added = addJob(work, number, *opened, std::move(filter));
                const Result<void> known = added ? added : blame(*m_orders[number], added.error());
                if (!known)
                    return known;
            }
            return {};
        });
        if (!ready)
            return blameAll(ready.error());
        const auto place = [&opened](const QString& column) { return opened->place(column); };
        const Followed::One description{layer.name, 0, {}, {}, {}, 0, 0};
        const auto describe = [&, this](const Parcel& parcel) {
            Followed::One one = description;
            one.feature = parcel.id;
            const auto text = [&](const QString& column) {
                return place(column) < 0 ? QString() : parcel.attributes.at(place(column));
            };
            one.label = text(u"name"_s).isEmpty() ? text(u"id"_s) : text(u"name"_s);
            nameClass(text(u"class"_s), layer.classSystem, one);
            return one;
        };
        if (gdal::Database::isConnection(layer.path)) {
            const Result<void> done = inDatabase(layer, *opened, work, describe);
            if (!done)
                return blameAll(done.error());
        }
        const Result<void> streamed = stream(
            work, [&](LayerFeature& feature) { return opened->reader.next(feature); }, describe,
            false);
        return streamed ? streamed : blameAll(streamed.error());
    }

    void note(const QString& text, const Layer& layer)
    {
        m_issues << Issue{Severity::Note, text, layer.fileName, layer.name, {}, 1};
    }

    /// Computes the recipes over a layer in PostGIS that SQL can do, and takes them from the work.
    Result<void> inDatabase(const Layer& layer, const ProjectLayer& opened, LayerWork& work,
                            const Describe& describe)
    {
        LayerWork there = work;
        const auto isThere = [](const Job& job) { return PostgisRecipes::canDo(*job.recipe); };
        std::erase_if(there.jobs, [&](const Job& job) { return !isThere(job); });
        if (there.jobs.empty())
            return {};
        tellProgress(m_progress, share(), Text::tr("%1：在数据库中量算").arg(layer.name));
        std::vector<const Selection*> selections;
        for (const Job& job : there.jobs)
            selections.push_back(m_orders[job.result]->choice.selection);
        auto database = m_databases.find(layer.path);
        if (database == m_databases.end()) {
            auto connected = gdal::Database::open(layer.path, m_cancel);
            if (!connected)
                return connected.error();
            database = m_databases.emplace(layer.path, *std::move(connected)).first;
        }
        auto recipes =
            PostgisRecipes::make(database->second, layer, opened, there, selections, m_year);
        if (!recipes && recipes.error().code() == ErrorCode::Unsupported) {
            note(recipes.error().message(), layer);
            return {};
        }
        if (!recipes)
            return recipes.error();
        qint64 left = 0;
        LayerWork rest = there;
        for (size_t number = 0; number < there.jobs.size(); ++number) {
            tellProgress(m_progress, share(),
                         Text::tr("%1：在数据库中计算，第 %2 项，共 %3 项")
                             .arg(layer.name)
                             .arg(number + 1)
                             .arg(there.jobs.size()));
            const auto answer = (*recipes)->compute(number);
            if (!answer)
                return answer.error();
            Order& order = *m_orders[there.jobs[number].result];
            order.features += answer->features;
            for (const PostgisRecipes::Figure& figure : answer->figures)
                order.tallies[{figure.slot, false}].add(figure);
            if (m_followed) {
                const Result<void> followed = follow(**recipes, describe);
                if (!followed)
                    return followed;
            }
            left += answer->left;
            rest.jobs = {there.jobs[number]};
            const Result<void> done = overLeft(rest, **recipes, describe);
            if (!done)
                return done;
        }
        std::erase_if(work.jobs, isThere);
        note(Text::tr("图层“%1”的 %2 项算法在数据库中计算；在边界上、图形特殊或要分摊面积的要素读出"
                      "来算，共 %3 次。")
                 .arg(layer.name)
                 .arg(there.jobs.size())
                 .arg(left),
             layer);
        if (!work.jobs.empty())
            note(Text::tr("图层“%1”另有 %2 项算法用到路网可达，数据库里算不了，读出来算。")
                     .arg(layer.name)
                     .arg(work.jobs.size()),
                 layer);
        if (work.jobs.empty())
            m_expected -= std::max<qint64>(layer.features, 1);
        return {};
    }

    /// The features that the database leaves to us.
    Result<void> overLeft(const LayerWork& work, PostgisRecipes& recipes, const Describe& describe)
    {
        auto reader = recipes.left();
        if (!reader)
            return reader.error();
        return stream(
            work,
            [&](LayerFeature& feature) -> Result<bool> {
                const Result<bool> more = reader->next(feature);
                if (more && *more)
                    feature.id = feature.attributes.takeLast().toLongLong();
                return more;
            },
            describe, false);
    }

    /// The features behind the figure asked for that the database has summed up.
    Result<void> follow(PostgisRecipes& recipes, const Describe& describe)
    {
        const auto found = recipes.largest(m_followed->slot(), m_followed->limit());
        if (!found)
            return found.error();
        for (const PostgisRecipes::Behind& one : *found) {
            Parcel parcel;
            parcel.id = one.feature;
            parcel.attributes = one.attributes;
            m_followed->add({0, m_followed->slot(), false, one.amount, 0, one.of},
                            [&] { return describe(parcel); });
        }
        return {};
    }

    /// A recipe whose features are united first; the pieces of the union are then measured.
    Result<void> overUnited(size_t number)
    {
        Order& order = *m_orders[number];
        if (!order.why.isEmpty() || order.choice.layers.isEmpty())
            return {};
        const Layer& layer = order.choice.layers.constFirst();
        auto opened = m_shelf.open(layer, *order.choice.selection);
        if (!opened)
            return blame(order, opened.error());
        if (gdal::Database::isConnection(layer.path))
            note(Text::tr("图层“%1”要先合并重叠的面（%2），数据库里算不了，读出来算。")
                     .arg(layer.name, order.subject),
                 layer);
        LayerWork work;
        std::shared_ptr<const Zones> united;
        tbb::task_arena arena(m_threads);
        const Result<void> ready = arena.execute([&]() -> Result<void> {
            const Result<void> begun = begin(work, *opened);
            if (!begun)
                return begun;
            const auto zones = m_shelf.zones(order.recipe.what, opened->crs);
            if (!zones)
                return zones.error();
            united = *zones;
            return addJob(work, number, *opened, Filter());
        });
        if (!ready)
            return blame(order, ready.error());
        std::vector<const Leaf*> leaves;
        constexpr double everywhere = 1e300;
        united->leaves().around({-everywhere, -everywhere, everywhere, everywhere},
                                [&leaves](const Leaf& leaf) { leaves.push_back(&leaf); });
        size_t next = 0;
        const auto source = [&](LayerFeature& feature) -> Result<bool> {
            if (next == leaves.size())
                return false;
            const Leaf& leaf = *leaves[next++];
            feature.id = united->feature(leaf.zone);
            feature.attributes.clear();
            feature.shape = LayerFeature::Shape::Polygons;
            feature.rings = leaf.rings;
            return true;
        };
        const Result<void> streamed = stream(
            work, source,
            [&layer](const Parcel& parcel) {
                return Followed::One{layer.name, parcel.id, {}, {}, {}, 0, 0};
            },
            true);
        return streamed ? streamed : blame(order, streamed.error());
    }

    static void nameClass(const QString& code, const QString& system, Followed::One& one)
    {
        one.className = one.classNameEn = code;
        const auto known = catalogue::classSystemOf(system);
        if (!known || catalogue::LandClasses::of(*known).nameOf(code).isEmpty())
            return;
        one.className += u' ' + catalogue::LandClasses::of(*known).nameOf(code);
        one.classNameEn += u' ' + catalogue::LandClasses::of(*known).englishOf(code);
    }

    void tell(const QString& at)
    {
        if (m_told.isValid() && m_told.elapsed() < 100)
            return;
        m_told.start();
        tellProgress(m_progress, share(), Text::tr("%1：已算 %2 个要素").arg(at).arg(m_read));
    }

    double share() const
    {
        return std::min(0.99, static_cast<double>(m_read) /
                                  static_cast<double>(std::max<qint64>(m_expected, 1)));
    }

    void gather(const LayerWork& work, const Parcel& parcel, bool united, const Describe& describe)
    {
        size_t last = work.jobs.size();
        for (const Contribution& one : parcel.contributions) {
            Order& order = *m_orders[work.jobs[one.job].result];
            if (!united && one.job != last && one.slot != Slot::Repaired) {
                last = one.job;
                ++order.features;
            }
            Tally& tally = order.tallies[{one.slot, one.circle}];
            tally.add(one);
            if (united)
                tally.seen.insert(parcel.id);
            if (m_followed)
                m_followed->add(one, [&] { return describe(parcel); });
        }
        if (m_watched && parcel.stand) {
            const Followed::One one = describe(parcel);
            m_watched->places.push_back({one.layer, one.feature, one.label, parcel.stand->x,
                                         parcel.stand->y, parcel.stand->amount,
                                         parcel.stand->standing});
        }
    }

    Result<void> stream(const LayerWork& work, const Source& source, const Describe& describe,
                        bool united)
    {
        for (const Job& job : work.jobs) {
            if (work.districts.zones)
                m_orders[job.result]->byDistrict = true;
        }
        if (work.jobs.empty())
            return {};
        // Made here once, so that what is wrong with the system is known before the work begins.
        const auto trial = FeatureWork::make(work);
        if (!trial)
            return trial.error();
        using Worker = Result<std::unique_ptr<FeatureWork>>;
        tbb::enumerable_thread_specific<Worker> workers(
            [&work] { return FeatureWork::make(work); });
        std::optional<Error> error;
        std::atomic<bool> failed = false; ///< tells the reading stage, which runs beside the last
        bool ended = false;
        LayerFeature feature;
        const auto read = [&](tbb::flow_control& flow) -> std::shared_ptr<Batch> {
            constexpr size_t together = 256;
            constexpr size_t enough = 16'384; // vertices, so that large ones are not one thread's
            if (failed || ended) {
                flow.stop();
                return {};
            }
            auto batch = std::make_shared<Batch>();
            batch->parcels.resize(together);
            size_t vertices = 0;
            while (batch->count < together && vertices < enough && !ended) {
                const Result<bool> more = m_cancel.isCancelled() ? cancelled() : source(feature);
                if (!more)
                    batch->error = more.error();
                ended = !more || !*more;
                if (ended)
                    break;
                Parcel& parcel = batch->parcels[batch->count++];
                parcel.id = feature.id;
                parcel.shape = feature.shape;
                parcel.attributes = std::move(feature.attributes);
                std::swap(parcel.rings, feature.rings);
                vertices += parcel.rings.x.size();
            }
            m_read += static_cast<qint64>(batch->count);
            tell(work.info.name);
            return batch;
        };
        const auto compute = [&](std::shared_ptr<Batch> batch) {
            Worker& worker = workers.local();
            if (!worker)
                batch->error = worker.error();
            for (size_t i = 0; i < batch->count && !batch->error; ++i) {
                if (m_cancel.isCancelled()) {
                    batch->error = cancelled();
                    break;
                }
                const Result<void> done = (*worker)->work(batch->parcels[i]);
                if (!done)
                    batch->error = m_cancel.isCancelled() ? cancelled() : done.error();
            }
            return batch;
        };
        const auto collect = [&](const std::shared_ptr<Batch>& batch) {
            if (error)
                return;
            if (batch->error) {
                error = batch->error;
                failed = true;
                return;
            }
            for (size_t i = 0; i < batch->count; ++i)
                gather(work, batch->parcels[i], united, describe);
        };
        tbb::task_arena arena(m_threads);
        arena.execute([&] {
            using tbb::filter_mode;
            tbb::parallel_pipeline(
                static_cast<size_t>(m_threads) * 4,
                tbb::make_filter<void, std::shared_ptr<Batch>>(filter_mode::serial_in_order, read) &
                    tbb::make_filter<std::shared_ptr<Batch>, std::shared_ptr<Batch>>(
                        filter_mode::parallel, compute) &
                    tbb::make_filter<std::shared_ptr<Batch>, void>(filter_mode::serial_in_order,
                                                                   collect));
        });
        if (error)
            return *error;
        return {};
    }

    Shelf m_shelf;
    std::map<QString, gdal::Database> m_databases; ///< by connection
    const YearData& m_data;
    int m_year;
    int m_threads;
    CancelToken m_cancel;
    ProgressSink m_progress;
    std::vector<std::unique_ptr<Order>> m_orders;
    Followed* m_followed = nullptr;
    Watched* m_watched = nullptr;
    qint64 m_read = 0, m_expected = 0;
    QElapsedTimer m_told;
    QList<RegionLevel> m_toldUnknown;
    Issues m_issues;
};

int threadsFor(int asked)
{
    const int machine = std::max(1, QThread::idealThreadCount());
    return asked > 0 ? std::min(asked, machine) : machine;
}

bool isArea(Measure measure)
{
    return measure == Measure::Area || measure == Measure::AreaTimes ||
           measure == Measure::LargestArea;
}

/// Says what an order has come to, in the quantity's unit.
class Summary
{
public:
    Summary(const Order& order, const Run& run, const YearData& data, int year)
        : m_order(order)
        , m_run(run)
        , m_data(data)
        , m_year(year)
        , m_largest(order.recipe.measure == Measure::LargestArea)
        , m_inUnit(data, order.recipe)
    {
        m_unit = data.catalogue.quantity(order.subject)->unit;
    }

    RecipeResult make()
    {
        RecipeResult result;
        result.subject = m_order.subject;
        result.year = m_year;
        result.unit = m_unit;
        result.method = inChinese([&] { return inWords(m_order.recipe, m_data, m_year); });
        result.byDistrict = m_order.byDistrict;
        result.outsideCounts = m_order.recipe.beyondDistricts;
        result.joined = static_cast<int>(m_order.choice.layers.size());
        result.inputs = inputsOf(m_order.recipe, m_data, m_year);
        for (const Layer& layer : layersOf(m_order.recipe, m_data, m_year))
            result.layers << layer.name + u" "_s + layer.sha256.left(12);
        addClosing(result);
        addRegions(result);
        addReach(result);
        return result;
    }

private:
    const Tally* tally(int slot, bool circle = false) const
    {
        const auto found = m_order.tallies.find({slot, circle});
        return found == m_order.tallies.end() ? nullptr : &found->second;
    }
    double amount(int slot, bool circle = false) const
    {
        const Tally* one = tally(slot, circle);
        return one ? m_inUnit(m_largest ? one->largest : one->amount.result()) : 0;
    }
    double plane(int slot) const
    {
        const Tally* one = tally(slot);
        return one ? m_inUnit(m_largest ? one->largestPlane : one->plane.result()) : 0;
    }
    qint64 features(int slot) const
    {
        const Tally* one = tally(slot);
        if (!one)
            return 0;
        return one->seen.isEmpty() ? one->features : static_cast<qint64>(one->seen.size());
    }

    RegionResult regionResult(project::RegionId region, int slot) const
    {
        RegionResult result{region, amount(slot), features(slot), {}, {}};
        if (isArea(m_order.recipe.measure))
            result.plane = plane(slot);
        if (m_order.alongRoads)
            result.circle = amount(slot, true);
        return result;
    }

    void addRegions(RecipeResult& result) const
    {
        if (const project::Region* city = m_data.city())
            result.regions << regionResult(city->id, Slot::City);
        const QList<project::Region>& regions = m_run.shelf().regions();
        if (result.isCityOnly())
            return;
        // Streets are told only where there is a layer of them.
        const bool streets = !choose({u"JDXZ"_s}, m_data, m_year).layers.isEmpty();
        const int districts = m_run.shelf().districts();
        const auto addStreets = [&](int district) {
            double rest = district < 0 ? 0 : amount(district);
            bool any = false;
            for (int i = districts; i < regions.size(); ++i) {
                if (!streets || m_run.shelf().districtOf(i) != district)
                    continue;
                result.regions << regionResult(regions[i].id, i);
                rest -= result.regions.last().value;
                any = true;
            }
            if (any && district >= 0 && m_order.byDistrict && !m_largest)
                result.outsideStreets += rest;
        };
        for (int district = 0; district < districts; ++district) {
            if (m_order.byDistrict)
                result.regions << regionResult(regions[district].id, district);
            addStreets(district);
        }
        addStreets(-1);
        constexpr double rounding = 1e-9;
        if (std::abs(result.outsideStreets) <= rounding * std::abs(result.whole))
            result.outsideStreets = 0;
    }

    void addClosing(RecipeResult& result) const
    {
        result.whole = amount(Slot::Whole);
        result.outside = amount(Slot::Outside);
        result.residual = amount(Slot::Residual);
        result.plane = isArea(m_order.recipe.measure) ? plane(Slot::Whole) : 0;
        result.features =
            m_order.recipe.countOverlapsOnce ? features(Slot::Whole) : m_order.features;
        result.slivers = features(Slot::Sliver);
        result.sliverAmount = amount(Slot::Sliver);
        result.noNumber = features(Slot::NoNumber);
        result.noShape = features(Slot::NoShape);
        result.repaired = features(Slot::Repaired);
    }

    void addReach(RecipeResult& result) const
    {
        if (!m_order.reaches)
            return;
        result.circles = !m_order.alongRoads;
        result.facilities = m_order.facilities;
        result.facilitiesWithoutRoad = m_order.facilitiesWithoutRoad;
        result.unreachable = features(Slot::Unreachable);
        result.unreachableAmount = amount(Slot::Unreachable);
        result.noRoad = features(Slot::NoRoad);
        result.noRoadAmount = amount(Slot::NoRoad);
    }

    const Order& m_order;
    const Run& m_run;
    const YearData& m_data;
    int m_year;
    bool m_largest;
    QString m_unit;
    InUnit m_inUnit;
};

} // namespace

Result<ComputeReport> compute(const QString& projectPath, const YearData& data,
                              const ComputeRequest& request, const CancelToken& cancel,
                              const ProgressSink& progress)
{
    ComputeReport report;
    report.year = request.year == 0 ? data.info.year : request.year;
    const QStringList known = recipeSubjects(data);
    for (const QString& subject : request.subjects) {
        if (!known.contains(subject)) {
            return Error(
                ErrorCode::NotFound,
                Text::tr("输入量“%1”没有算法，或已停用；请用 checkup spatial --list 查看。")
                    .arg(subject));
        }
    }
    Run run(projectPath, data, report.year, threadsFor(request.threads), cancel, progress);
    for (const QString& subject : known) {
        if (!request.subjects.isEmpty() && !request.subjects.contains(subject))
            continue;
        const auto recipe = recipeFor(data, subject);
        const QStringList why = recipe ? hindrances(**recipe, data, report.year)
                                       : QStringList(recipe.error().message());
        if (why.isEmpty())
            run.order(subject, **recipe);
        else
            report.skipped << ComputeReport::Skipped{subject, why};
    }
    const Result<void> done = run.run();
    if (!done)
        return done.error();
    for (const auto& order : run.orders()) {
        if (order->why.isEmpty())
            report.results << Summary(*order, run, data, report.year).make();
        else
            report.skipped << ComputeReport::Skipped{order->subject, order->why};
    }
    report.read = run.read();
    report.issues = run.issues();
    return report;
}

namespace {

/// The recipe of a quantity that can be computed. NotFound, BadUsage.
Result<Recipe> computable(const YearData& data, const QString& subject, int year)
{
    const auto recipe = recipeFor(data, subject);
    if (!recipe)
        return recipe.error();
    if (!*recipe)
        return Error(ErrorCode::NotFound,
                     Text::tr("输入量“%1”没有算法，或已停用；请用 checkup spatial --list 查看。")
                         .arg(subject));
    const QStringList why = hindrances(**recipe, data, year);
    if (!why.isEmpty())
        return Error(ErrorCode::BadUsage, why.constFirst());
    return **recipe;
}

} // namespace

Result<QList<Behind>> behind(const QString& projectPath, const YearData& data,
                             const QString& subject, int year, project::RegionId region, int limit,
                             const CancelToken& cancel)
{
    const int of = year == 0 ? data.info.year : year;
    const auto recipe = computable(data, subject, of);
    if (!recipe)
        return recipe.error();
    Run run(projectPath, data, of, threadsFor(0), cancel, {});
    run.order(subject, *recipe);
    int slot = Slot::City;
    const QList<project::Region>& regions = run.shelf().regions();
    for (int i = 0; i < regions.size(); ++i) {
        if (regions[i].id == region)
            slot = i;
    }
    Followed followed(slot, limit);
    run.follow(&followed);
    const Result<void> done = run.run();
    if (!done)
        return done.error();
    const Order& order = *run.orders().front();
    if (!order.why.isEmpty())
        return Error(ErrorCode::Invalid, order.why.constFirst());
    const InUnit inUnit(data, *recipe);
    QList<Behind> all;
    for (const Followed::One& one : followed.take())
        all << Behind{one.layer,
                      one.feature,
                      one.label,
                      one.className,
                      one.classNameEn,
                      inUnit(one.amount),
                      one.of != 0 ? one.amount / one.of : 0};
    return all;
}

Result<Watched> watch(const QString& projectPath, const YearData& data, const QString& subject,
                      int year, const CancelToken& cancel)
{
    const auto recipe = computable(data, subject, year);
    if (!recipe)
        return recipe.error();
    if (!recipe->reach)
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”的算法不涉及设施的服务范围，没有这份清单。").arg(subject));
    Watched watched;
    watched.recipe = *recipe;
    watched.reach = *recipe->reach;
    Run run(projectPath, data, year, threadsFor(0), cancel, {});
    run.order(subject, *recipe);
    run.watch(&watched);
    const Result<void> done = run.run();
    if (!done)
        return done.error();
    if (const QStringList& why = run.orders().front()->why; !why.isEmpty())
        return Error(ErrorCode::BadUsage, why.constFirst());
    const InUnit inUnit(data, *recipe);
    for (Placed& place : watched.places)
        place.amount = inUnit(place.amount);
    return watched;
}

} // namespace checkup::spatial
