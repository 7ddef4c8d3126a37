#include "app/cli/verbs.h"

#include "core/base/decimal.h"
#include "core/base/file_tools.h"
#include "core/catalogue/csv.h"
#include "core/gdal/layer_writer.h"
#include "core/spatial/catchment.h"
#include "core/spatial/coverage.h"

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

/// How roads are travelled, and between which layers.
struct TravelOptions
{
    std::string roads, from, to, layers, weight, classField, speedField, oneWayField;
    std::vector<double> metres, minutes;
    std::vector<std::string> speeds, notWalkable, barriers, where, toWhere, roadsWhere, crs;
    double snap = 500, speed = 0;
    bool drive = false, plane = false, snapCounts = false, outward = false;
};

struct CoverOptions : TravelOptions
{
    std::string serviceArea, unsnapped;
    double strip = 50;
    bool circles = false;
    int threads = 0;
};

struct CatchmentOptions : TravelOptions
{
    std::string capacity, by, output;
    bool gaussian = false;
};

/// "500": as people write it.
QString number(double value)
{
    return QString::number(value, 'g', 12);
}

Result<spatial::TravelModel> modelOf(const TravelOptions& options)
{
    using spatial::TravelModel;
    const QString classField = text(options.classField);
    TravelModel model =
        options.drive ? TravelModel::driving(classField) : TravelModel::walking(classField);
    if (options.metres.empty() == options.minutes.empty())
        return Error(ErrorCode::BadUsage,
                     Text::tr("请用 --metres 给出沿路米数，或用 --minutes 给出分钟数，二者选一。"));
    model.cost = options.minutes.empty() ? spatial::Cost::Metres : spatial::Cost::Minutes;
    for (const std::string& given : options.speeds) {
        const QString one = text(given);
        bool isNumber = false;
        const double kmh = one.section(u'=', 1).toDouble(&isNumber);
        if (!isNumber)
            return Error(
                ErrorCode::BadUsage,
                Text::tr("车速写成“等级=千米每小时”，如 主干路=40,支路=20；“%1”不是。").arg(one));
        model.speeds.prepend({one.section(u'=', 0, 0), kmh});
    }
    if (model.classField.isEmpty() && (!options.speeds.empty() || !options.notWalkable.empty()))
        return Error(ErrorCode::BadUsage,
                     Text::tr("按道路等级设置时，请用 --class-field 指出道路等级字段。"));
    for (const std::string& pattern : options.notWalkable)
        model.closed << text(pattern);
    model.speedField = text(options.speedField);
    model.oneWayField = text(options.oneWayField);
    model.speed = options.speed > 0 ? options.speed : model.speed;
    model.snap = options.snap;
    model.snapCounts = options.snapCounts;
    model.heading = options.outward ? spatial::Heading::Outward : spatial::Heading::Inward;
    model.distances = options.plane ? spatial::Distances::Plane : spatial::Distances::Ellipsoid;
    return model;
}

/// The layers of a question.
template <class Request>
Result<void> setLayers(const TravelOptions& options, Request& request)
{
    const QString layers = text(options.layers);
    request.roads = {text(options.roads), layers.section(u',', 0, 0)};
    request.from = {text(options.from), layers.section(u',', 1, 1)};
    request.to = {text(options.to), layers.section(u',', 2, 2)};
    for (const std::string& barrier : options.barriers)
        request.barriers << spatial::CoverLayer{text(barrier).section(u'|', 0, 0),
                                                text(barrier).section(u'|', 1)};
    const auto take = [](const std::vector<std::string>& given,
                         spatial::CoverLayer& layer) -> Result<void> {
        for (const std::string& one : given) {
            const auto condition = spatial::conditionFrom(text(one));
            if (!condition)
                return condition.error();
            layer.where << *condition;
        }
        return {};
    };
    Result<void> done = take(options.where, request.from);
    if (done)
        done = take(options.toWhere, request.to);
    if (done)
        done = take(options.roadsWhere, request.roads);
    spatial::CoverLayer* const all[] = {&request.roads, &request.from, &request.to};
    for (size_t i = 0; i < options.crs.size() && done; ++i) {
        const QString code = text(options.crs[i]);
        bool isNumber = false;
        const int epsg = code.section(u':', -1).toInt(&isNumber);
        if ((!isNumber && !code.isEmpty()) || i >= std::size(all))
            return Error(ErrorCode::BadUsage,
                         Text::tr("坐标系写成 EPSG 代号：一个，或道路、设施、对象各一个，如 "
                                  "4548 或 ,4490,；“%1”不是。")
                             .arg(code));
        all[i]->epsg = epsg;
    }
    if (options.crs.size() == 1) {
        for (spatial::CoverLayer* layer : all)
            layer->epsg = request.roads.epsg;
    }
    for (spatial::CoverLayer& barrier : request.barriers)
        barrier.epsg = request.roads.epsg;
    return done;
}

QStringList rowOf(const QString& kind, const spatial::Unsnapped& one)
{
    return {kind, QString::number(one.id), formatFixed(one.x, 3), formatFixed(one.y, 3),
            one.distance < spatial::infinite ? formatFixed(one.distance, 3) : QString()};
}

/// What has no road nearby, as a table: target or facility, feature, place, metres to a road.
Result<void> writeUnsnapped(const QString& path, const spatial::CoverReport& report)
{
    QList<QStringList> rows{{u"kind"_s, u"id"_s, u"x"_s, u"y"_s, u"metres"_s}};
    for (const spatial::Unsnapped& one : report.unsnappedTargets)
        rows << rowOf(u"target"_s, one);
    for (const spatial::Unsnapped& one : report.unsnappedFacilities)
        rows << rowOf(u"facility"_s, one);
    return writeFileSafely(path, catalogue::writeCsv(rows));
}

Result<void> writeServiceArea(const QString& path, const spatial::CoverReport& report, bool minutes)
{
    auto writer = gdal::LayerWriter::create(path);
    if (!writer)
        return writer.error();
    gdal::LayerPlan plan;
    plan.name = u"service_area"_s;
    plan.geometry = gdal::LayerPlan::Geometry::MultiPolygon;
    plan.crs = report.crs;
    plan.fields = {{minutes ? u"minutes"_s : u"metres"_s, gdal::LayerField::Type::Real, 0, 2}};
    Result<void> done = writer->start(plan);
    for (const spatial::CoverRing& ring : report.rings) {
        for (const spatial::AreaTile& tile : ring.serviceArea) {
            if (done)
                done = writer->add(tile.rings, {ring.bound});
        }
    }
    return done ? writer->finish() : done;
}

class CoverAnswer
{
public:
    CoverAnswer(const spatial::CoverRequest& request, const spatial::CoverReport& report)
        : m_request(request)
        , m_report(report)
        , m_minutes(request.model.cost == spatial::Cost::Minutes)
    {}

    void show(const Console& console) const
    {
        console.document(document());
        console.table(rows());
        console.line(Text::tr("对象 %1 个：附近没有道路 %2 个，路网不通 %3 个；设施 %4 "
                              "个，其中附近没有道路 %5 个。")
                         .arg(m_report.targets)
                         .arg(m_report.unsnapped)
                         .arg(m_report.unreachable)
                         .arg(m_report.facilities)
                         .arg(m_report.unsnappedFacilities.size()));
        if (m_report.closedRoads > 0)
            console.line(Text::tr("道路 %1 条，其中不能通行 %2 条。")
                             .arg(m_report.roads)
                             .arg(m_report.closedRoads));
        console.line(
            m_request.model.distances == spatial::Distances::Plane
                ? Text::tr("距离在平面 %1 上量取。").arg(m_report.crs.name())
                : Text::tr("距离已由平面 %1 归算到 CGCS2000 椭球。").arg(m_report.crs.name()));
    }

private:
    QString share(qint64 part) const
    {
        return m_report.targets > 0
                   ? formatFixed(double(part) / double(m_report.targets) * 100, 3) + u" %"_s
                   : u"—"_s;
    }

    QJsonObject toJson(const spatial::CoverRing& ring) const
    {
        QJsonObject one{{m_minutes ? u"minutes"_s : u"metres"_s, ring.bound},
                        {u"covered"_s, ring.covered},
                        {u"unreachable"_s, m_report.unreachable},
                        {u"unsnapped"_s, m_report.unsnapped},
                        {u"road_m"_s, ring.roadMetres}};
        if (!m_request.weight.isEmpty())
            one.insert(u"weight"_s, ring.weight);
        if (m_request.circles) {
            one.insert(u"circle_covered"_s, ring.circleCovered);
            if (!m_request.weight.isEmpty())
                one.insert(u"circle_weight"_s, ring.circleWeight);
        }
        if (m_request.strip > 0)
            one.insert(u"service_area_m2"_s, ring.serviceSquareMetres);
        return one;
    }

    QJsonObject document() const
    {
        QJsonArray rings;
        for (const spatial::CoverRing& ring : m_report.rings)
            rings.append(toJson(ring));
        constexpr size_t listed = 1000;
        QJsonArray unsnapped;
        for (size_t i = 0; i < std::min(listed, m_report.unsnappedTargets.size()); ++i)
            unsnapped.append(m_report.unsnappedTargets[i].id);
        QJsonObject all{{u"targets"_s, m_report.targets},
                        {u"facilities"_s, m_report.facilities},
                        {u"facilities_unsnapped"_s, qint64(m_report.unsnappedFacilities.size())},
                        {u"nodes"_s, m_report.nodes},
                        {u"edges"_s, m_report.edges},
                        {u"roads"_s, m_report.roads},
                        {u"roads_closed"_s, m_report.closedRoads},
                        {u"road_m"_s, m_report.roadMetres},
                        {u"crs"_s, m_report.crs.name()},
                        {u"distances"_s, m_request.model.distances == spatial::Distances::Plane
                                             ? u"plane"_s
                                             : u"ellipsoid"_s},
                        {u"unsnapped_features"_s, unsnapped},
                        {u"rings"_s, rings}};
        if (!m_request.weight.isEmpty()) {
            all.insert(u"weight"_s, m_report.weight);
            all.insert(u"unreachable_weight"_s, m_report.unreachableWeight);
            all.insert(u"unsnapped_weight"_s, m_report.unsnappedWeight);
        }
        return all;
    }

    QList<QStringList> rows() const
    {
        QList<QStringList> all{
            {m_minutes ? Text::tr("沿路时间（分钟）") : Text::tr("沿路距离（米）"),
             Text::tr("覆盖"), Text::tr("占比")}};
        if (m_request.circles)
            all.first() << Text::tr("直线距离内") << Text::tr("占比");
        if (m_request.strip > 0)
            all.first() << Text::tr("服务范围（平方米）");
        for (const spatial::CoverRing& ring : m_report.rings) {
            QStringList row{number(ring.bound), QString::number(ring.covered), share(ring.covered)};
            if (m_request.circles)
                row << QString::number(ring.circleCovered) << share(ring.circleCovered);
            if (m_request.strip > 0)
                row << formatFixed(ring.serviceSquareMetres, 2);
            all << row;
        }
        return all;
    }

    const spatial::CoverRequest& m_request;
    const spatial::CoverReport& m_report;
    bool m_minutes;
};

Exit runCover(const CoverOptions& options, const Console& console)
{
    const auto model = modelOf(options);
    if (!model)
        return console.failure(model.error());
    spatial::CoverRequest request;
    if (const Result<void> set = setLayers(options, request); !set)
        return console.failure(set.error());
    request.weight = text(options.weight);
    request.model = *model;
    request.bounds = options.metres.empty() ? options.minutes : options.metres;
    request.circles = options.circles;
    request.strip = options.serviceArea.empty() ? 0 : options.strip;
    request.threads = options.threads;
    const auto report = spatial::cover(request, console.cancel(), console.progress());
    if (!report)
        return console.failure(report.error());
    Result<void> written;
    if (!options.serviceArea.empty())
        written = writeServiceArea(text(options.serviceArea), *report, options.metres.empty());
    if (written && !options.unsnapped.empty())
        written = writeUnsnapped(text(options.unsnapped), *report);
    if (!written)
        return console.failure(written.error());
    CoverAnswer(request, *report).show(console);
    return Exit::Success;
}

QString stateKey(spatial::Trip::State state)
{
    switch (state) {
    case spatial::Trip::State::Reached:
        return u"reached"_s;
    case spatial::Trip::State::BeyondLimit:
        return u"beyond"_s;
    case spatial::Trip::State::Unreachable:
        return u"unreachable"_s;
    case spatial::Trip::State::NoRoad:
        break;
    }
    return u"no_road"_s;
}

/// Every place of demand with what it has.
Result<void> writeShares(const QString& path, const spatial::CatchmentReport& report)
{
    using Field = gdal::LayerField;
    auto writer = gdal::LayerWriter::create(path);
    if (!writer)
        return writer.error();
    gdal::LayerPlan plan;
    plan.name = u"catchment"_s;
    plan.geometry = gdal::LayerPlan::Geometry::Point;
    plan.crs = report.crs;
    plan.fields = {{u"id"_s, Field::Type::Integer},
                   {u"people"_s, Field::Type::Real, 0, 2},
                   {u"ratio"_s, Field::Type::Real, 0, 9},
                   {u"state"_s, Field::Type::Text, 16}};
    Result<void> done = writer->start(plan);
    for (size_t i = 0; i < report.demands.size() && done; ++i) {
        const spatial::Demand& demand = report.demands[i];
        const spatial::CatchmentShare& share = report.catchment.shares[i];
        done = writer->add({{demand.x}, {demand.y}, {0}, {0}},
                           {demand.id, demand.people, share.ratio, stateKey(share.state)});
    }
    return done ? writer->finish() : done;
}

QJsonObject toJson(const spatial::CatchmentRegion& region)
{
    return {{u"places"_s, region.places},
            {u"people"_s, region.people},
            {u"people_without"_s, region.without},
            {u"supply"_s, region.supply},
            {u"ratio"_s, region.ratio()}};
}

QStringList rowOf(const QString& name, const spatial::CatchmentRegion& region)
{
    return {name,
            QString::number(region.places),
            formatFixed(region.people, 0),
            formatFixed(region.without, 0),
            formatFixed(region.supply, 2),
            formatFixed(region.ratio() * 1000, 3)};
}

Exit runCatchment(const CatchmentOptions& options, const Console& console)
{
    const auto model = modelOf(options);
    if (!model)
        return console.failure(model.error());
    const std::vector<double>& bounds = options.metres.empty() ? options.minutes : options.metres;
    if (bounds.size() != 1)
        return console.failure(
            Error(ErrorCode::BadUsage, Text::tr("移动搜索只用一个距离或时间，如 --metres 1000。")));
    spatial::CatchmentRequest request;
    if (const Result<void> set = setLayers(options, request); !set)
        return console.failure(set.error());
    request.capacity = text(options.capacity);
    request.people = text(options.weight);
    request.by = text(options.by);
    request.model = *model;
    request.bound = bounds.front();
    request.decay = options.gaussian ? spatial::Decay::Gaussian : spatial::Decay::None;
    const auto report = spatial::computeCatchment(request, console.cancel(), console.progress());
    if (!report)
        return console.failure(report.error());
    if (!options.output.empty()) {
        const Result<void> written = writeShares(text(options.output), *report);
        if (!written)
            return console.failure(written.error());
    }
    QList<QStringList> rows{{request.by.isEmpty() ? Text::tr("范围") : request.by, Text::tr("对象"),
                             Text::tr("人数"), Text::tr("其中服务不到"), Text::tr("可得供给"),
                             Text::tr("每千人")}};
    QJsonObject regions;
    for (const spatial::CatchmentRegion& region : report->regions) {
        regions.insert(region.name, toJson(region));
        if (!request.by.isEmpty())
            rows << rowOf(region.name.isEmpty() ? Text::tr("（未填）") : region.name, region);
    }
    rows << rowOf(Text::tr("合计"), report->total);
    QJsonArray supplies;
    for (const spatial::Supply& supply : report->catchment.supplies)
        supplies.append(QJsonObject{{u"id"_s, supply.id},
                                    {u"capacity"_s, supply.capacity},
                                    {u"people"_s, supply.people},
                                    {u"ratio"_s, supply.ratio}});
    QJsonObject document = toJson(report->total);
    document.insert(u"capacity"_s, report->capacity);
    document.insert(u"capacity_unused"_s, report->unused);
    document.insert(u"crs"_s, report->crs.name());
    document.insert(u"by"_s, regions);
    document.insert(u"supplies"_s, supplies);
    console.document(document);
    console.table(rows);
    console.line(Text::tr("设施 %1 处，能力合计 %2，其中无人可达 %3。")
                     .arg(report->catchment.supplies.size())
                     .arg(number(report->capacity), number(report->unused)));
    return Exit::Success;
}

void addTravelOptions(CLI::App& verb, TravelOptions& o)
{
    verb.add_option("--roads", o.roads, Text::help("道路图层"))->required();
    verb.add_option("--from", o.from, Text::help("设施图层：点，或面（从边界进入）"))->required();
    verb.add_option("--to", o.to, Text::help("对象图层：点，或面（取中心）"))->required();
    verb.add_option("--metres", o.metres, Text::help("沿路距离，米，可用逗号隔开几个"))
        ->delimiter(',');
    verb.add_option("--minutes", o.minutes, Text::help("沿路时间，分钟，可用逗号隔开几个"))
        ->delimiter(',');
    verb.add_option("--layers", o.layers, Text::help("三个图层名，用逗号隔开：道路,设施,对象"));
    verb.add_option("--crs", o.crs,
                    Text::help("没有注明或注错坐标系的图层的 EPSG 代号：一个用于全部，或按道路、"
                               "设施、对象各给一个，用逗号隔开，空着的以图层为准"))
        ->delimiter(',')
        ->type_name("EPSG");
    verb.add_option("--where", o.where,
                    Text::help("只用符合条件的设施，如 等级=二级|三级、床位>=100，可写几次"))
        ->allow_extra_args(false)
        ->type_name("条件");
    verb.add_option("--to-where", o.toWhere, Text::help("只看符合条件的对象，写法同 --where"))
        ->allow_extra_args(false)
        ->type_name("条件");
    verb.add_option("--roads-where", o.roadsWhere, Text::help("只走符合条件的道路，写法同 --where"))
        ->allow_extra_args(false)
        ->type_name("条件");
    verb.add_option("--weight", o.weight, Text::help("对象的权重字段，如人口"));
    verb.add_flag("--drive", o.drive, Text::help("驾车；不填为步行"));
    verb.add_option("--speed", o.speed,
                    Text::help("没有另行规定的道路的速度，千米每小时；步行默认 4，驾车默认 30"));
    verb.add_option("--class-field", o.classField, Text::help("道路等级字段"));
    verb.add_option("--speeds", o.speeds,
                    Text::help("各等级道路的速度，如 主干路=40,支路=20；* 代表任意文字"))
        ->delimiter(',');
    verb.add_option("--speed-field", o.speedField, Text::help("道路自身速度的字段"));
    verb.add_option("--not-walkable", o.notWalkable,
                    Text::help("另有哪些等级的道路不能通行，用逗号隔开；* 代表任意文字"))
        ->delimiter(',');
    verb.add_option("--oneway-field", o.oneWayField,
                    Text::help("单行字段（是/否、yes/-1/no、1/0）；步行不受限制"));
    verb.add_flag("--outward", o.outward, Text::help("从设施出发（如消防车）；不填为前往设施"));
    verb.add_option("--barriers", o.barriers,
                    Text::help("道路不能穿过的线或面图层（如河流、铁路）：文件，或 文件|图层"));
    verb.add_option("--snap", o.snap, Text::help("到最近道路的最大距离，米"))
        ->capture_default_str();
    verb.add_flag("--snap-counts", o.snapCounts, Text::help("到道路的这一段计入距离或时间"));
    verb.add_flag("--plane", o.plane, Text::help("用平面距离，不归算到椭球"));
}

} // namespace

void addCoverVerb(CLI::App& measure, Command& command)
{
    auto c = std::make_shared<CoverOptions>();
    CLI::App* const cover =
        measure.add_subcommand("cover", Text::help("沿道路若干米或若干分钟内能到设施的对象"));
    addTravelOptions(*cover, *c);
    cover->add_flag("--circles", c->circles, Text::help("同时给出直线距离的结果"));
    cover->add_option("--service-area", c->serviceArea,
                      Text::help("把服务范围另存为图层，如 服务范围.gpkg"));
    cover->add_option("--strip", c->strip, Text::help("服务范围取道路两侧多少米"))
        ->capture_default_str();
    cover->add_option("--unsnapped", c->unsnapped,
                      Text::help("把附近没有道路的对象和设施另存为 .csv"));
    cover->add_option("--threads", c->threads, Text::help("用几个线程；默认用全部处理器"));
    cover->callback([c, &command] {
        command.work = [c](const Console& console) { return runCover(*c, console); };
    });

    auto m = std::make_shared<CatchmentOptions>();
    CLI::App* const catchment =
        measure.add_subcommand("catchment", Text::help("两步移动搜索：各处人均可得的学位、床位等"));
    addTravelOptions(*catchment, *m);
    catchment->add_option("--capacity", m->capacity, Text::help("设施的能力字段，如学位、床位"));
    catchment->add_option("--by", m->by, Text::help("按对象的这个字段汇总，如行政区"));
    catchment->add_flag("--gaussian", m->gaussian, Text::help("越远权重越小（高斯衰减）"));
    catchment->add_option("--output", m->output, Text::help("把各对象的结果另存为图层或表"));
    catchment->callback([m, &command] {
        command.work = [m](const Console& console) { return runCatchment(*m, console); };
    });
}

} // namespace checkup::cli
