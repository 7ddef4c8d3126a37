#include "core/spatial/compute.h"

#include "core/base/in_chinese.h"
#include "core/spatial/stated_transformation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>
#include <array>
#include <cmath>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using project::ChangeSet;
using project::Source;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

QString identityOf(const project::Region& region)
{
    return region.code.isEmpty() ? region.nameZh : region.code;
}

QJsonObject toJson(const RegionResult& result, const YearData& data)
{
    const project::Region* region = data.region(result.region);
    QJsonObject object{{u"region"_s, region ? identityOf(*region) : QString()},
                       {u"value"_s, result.value},
                       {u"features"_s, result.features}};
    if (result.plane)
        object.insert(u"plane"_s, *result.plane);
    if (result.circle)
        object.insert(u"circle"_s, *result.circle);
    return object;
}

/// The numbers that are written only when they are not 0.
template <class Result, class Use>
void eachNumber(Result& result, const Use& use)
{
    use(u"plane"_s, result.plane);
    use(u"outside"_s, result.outside);
    use(u"residual"_s, result.residual);
    use(u"outside_streets"_s, result.outsideStreets);
    use(u"sliver_amount"_s, result.sliverAmount);
    use(u"unreachable_amount"_s, result.unreachableAmount);
    use(u"no_road_amount"_s, result.noRoadAmount);
}

template <class Result, class Use>
void eachCount(Result& result, const Use& use)
{
    use(u"slivers"_s, result.slivers);
    use(u"no_number"_s, result.noNumber);
    use(u"no_shape"_s, result.noShape);
    use(u"repaired"_s, result.repaired);
    use(u"unreachable"_s, result.unreachable);
    use(u"no_road"_s, result.noRoad);
    use(u"facilities"_s, result.facilities);
    use(u"facilities_without_road"_s, result.facilitiesWithoutRoad);
    use(u"joined"_s, result.joined);
}

/// The source that results are values of: the project's, or a new one as the first edit.
Source spatialSource(const YearData& data, ChangeSet& set)
{
    if (const Source* known = data.sourceByKey(u"spatial"_s))
        return *known;
    Source source;
    source.key = u"spatial"_s;
    source.kind = project::SourceKind::Spatial;
    source.name = inChinese([] { return project::label(project::SourceKind::Spatial); });
    constexpr int step = 10;
    for (const Source& known : data.sources)
        source.rank = std::max(source.rank, known.rank + step);
    set.append(project::edits::setSource(data, source));
    // A number that no other provisional id of the set has: those count up from its changes.
    constexpr qint64 provisional = -1'000'000'000;
    set.changes.last().row = provisional;
    source.id = project::SourceId(provisional);
    return source;
}

/// What stands behind a result's values.
project::Evidence evidenceOf(const RecipeResult& result, const YearData& data,
                             const QString& person, const QDateTime& at)
{
    project::Evidence evidence;
    const QJsonArray layers =
        QJsonDocument::fromJson(result.inputs.toUtf8()).object().value(u"layers"_s).toArray();
    QStringList moved;
    for (const QJsonValue& one : layers) {
        const project::Layer* const layer = data.layer(project::LayerId(one[u"id"_s].toInteger()));
        if (!layer)
            continue;
        if (evidence.fileName.isEmpty()) {
            evidence.fileName = layer->fileName;
            evidence.sha256 = layer->sha256;
            evidence.sheet = layer->layer;
        }
        const Moved how = GateReport::fromJson(layer->health).moved;
        if (!how.isEmpty())
            moved << inChinese([&] { return Text::tr("%1：%2").arg(layer->name, inWords(how)); });
    }
    evidence.takenAt = at;
    evidence.person = person;
    evidence.note = inChinese(
        [&] { return Text::tr("空间计算，所用图层：%1").arg(result.layers.join(u'；')); });
    if (!moved.isEmpty())
        evidence.note += u'\n' + moved.join(u'\n');
    return evidence;
}

/// What is said of a result alone: the sentences have its amounts.
Issues ownIssues(const RecipeResult& result)
{
    Issues issues;
    const auto say = [&issues](Severity severity, const QString& text, qint64 count) {
        issues << Issue{severity, text, {}, {}, {}, static_cast<int>(count)};
    };
    if (result.outside != 0) {
        const QString amount =
            Text::tr("%1 %2（占 %3%）")
                .arg(result.outside)
                .arg(result.unit)
                .arg(result.whole != 0 ? result.outside / result.whole * 100 : 0, 0, 'g', 3);
        if (result.outsideCounts)
            say(Severity::Note,
                result.isCityOnly()
                    ? Text::tr("有 %1不在任何区县内，只给出全市的数，不分区县。").arg(amount)
                    : Text::tr("有 %1不在任何区县内，已计入全市。").arg(amount),
                1);
        else
            say(Severity::Warning,
                Text::tr("有 %1不在任何区县内，没有计入全市；请核对行政区图层。").arg(amount), 1);
    }
    if (result.residual < -1e-6 * std::abs(result.whole))
        say(Severity::Warning,
            Text::tr("区县之间互相重叠，各区县之和比全部多 %1 %2；请核对行政区图层。")
                .arg(-result.residual)
                .arg(result.unit),
            1);
    if (result.slivers > 0)
        say(Severity::Note,
            Text::tr("略去 %1 个碎片，共 %2 %3。")
                .arg(result.slivers)
                .arg(result.sliverAmount)
                .arg(result.unit),
            result.slivers);
    return issues;
}

/// That the streets of a district are not all of it, with the quantity's name where there are many.
Issues streetIssues(const QList<const RecipeResult*>& results,
                    const std::function<QString(const RecipeResult&)>& nameOf)
{
    QStringList less, more;
    for (const RecipeResult* result : results) {
        QString amount = Text::tr("%1 %2").arg(std::abs(result->outsideStreets)).arg(result->unit);
        if (nameOf)
            amount = Text::tr("%1（%2）").arg(nameOf(*result), amount);
        if (result->outsideStreets != 0)
            (result->outsideStreets > 0 ? less : more) << amount;
    }
    Issues issues;
    if (!less.isEmpty())
        issues << Issue{Severity::Note,
                        Text::tr("有的在区县内而不在任何街道内，街道之和比区县少：%1。")
                            .arg(less.join(Text::tr("、"))),
                        {},
                        {},
                        {},
                        static_cast<int>(less.size())};
    if (!more.isEmpty())
        issues << Issue{Severity::Warning,
                        Text::tr("街道之间互相重叠，街道之和比区县多：%1；请核对街道图层。")
                            .arg(more.join(Text::tr("、"))),
                        {},
                        {},
                        {},
                        static_cast<int>(more.size())};
    return issues;
}

/// What recipes over the same layers have in common.
struct Shared
{
    Severity severity = Severity::Note;
    qint64 (*count)(const RecipeResult&);
    QString (*one)();  ///< %1 the count
    QString (*many)(); ///< %1 the quantities with their counts
    qint64 least = 0;  ///< no more is not worth saying
};

const std::array<Shared, 6>& sharedKinds()
{
    static const std::array<Shared, 6> kinds{
        {{Severity::Warning, [](const RecipeResult& result) { return result.noNumber; },
          [] { return Text::tr("有 %1 个要素的属性不是数，没有计入。"); },
          [] { return Text::tr("有要素的属性不是数，没有计入：%1。"); }, 0},
         {Severity::Warning, [](const RecipeResult& result) { return result.noShape; },
          [] { return Text::tr("有 %1 个要素没有可量的图形，没有计入。"); },
          [] { return Text::tr("有要素没有可量的图形，没有计入：%1。"); }, 0},
         {Severity::Warning, [](const RecipeResult& result) { return result.noRoad; },
          [] { return Text::tr("有 %1 个要素附近没有道路，按不可达计。"); },
          [] { return Text::tr("有要素附近没有道路，按不可达计：%1。"); }, 0},
         {Severity::Note, [](const RecipeResult& result) { return result.unreachable; },
          [] { return Text::tr("有 %1 个要素所在的路网没有这些设施，按不可达计。"); },
          [] { return Text::tr("有要素所在的路网没有这些设施，按不可达计：%1。"); }, 0},
         {Severity::Warning,
          [](const RecipeResult& result) { return result.facilitiesWithoutRoad; },
          [] { return Text::tr("有 %1 处设施附近没有道路，没有用上。"); },
          [] { return Text::tr("有设施附近没有道路，没有用上：%1。"); }, 0},
         {Severity::Note, [](const RecipeResult& result) { return qint64(result.joined); },
          [] { return Text::tr("同一角色有 %1 个图层，已合在一起计算。"); },
          [] { return Text::tr("同一角色有几个图层，已合在一起计算：%1。"); }, 1}}};
    return kinds;
}

} // namespace

Issues issuesOf(const RecipeResult& result)
{
    Issues issues = ownIssues(result) + streetIssues({&result}, {});
    for (const Shared& shared : sharedKinds()) {
        const qint64 count = shared.count(result);
        if (count > shared.least)
            issues << Issue{shared.severity,        shared.one().arg(count), {}, {}, {},
                            static_cast<int>(count)};
    }
    return issues;
}

Issues issuesOf(const QList<RecipeResult>& results, const YearData& data)
{
    const auto nameOf = [&data](const RecipeResult& result) {
        const catalogue::Quantity* quantity = data.catalogue.quantity(result.subject);
        return quantity ? quantity->nameZh : result.subject;
    };
    Issues issues;
    for (const RecipeResult& result : results) {
        for (Issue issue : ownIssues(result)) {
            issue.sheet = nameOf(result);
            issues << issue;
        }
    }
    QList<const RecipeResult*> all;
    for (const RecipeResult& result : results)
        all << &result;
    issues << streetIssues(all, nameOf);
    for (const Shared& shared : sharedKinds()) {
        QList<const RecipeResult*> those;
        QStringList named;
        qint64 most = 0;
        for (const RecipeResult& result : results) {
            const qint64 count = shared.count(result);
            if (count <= shared.least)
                continue;
            those << &result;
            named << Text::tr("%1（%2）").arg(nameOf(result)).arg(count);
            most = std::max(most, count);
        }
        if (those.size() == 1)
            issues << Issue{
                shared.severity,       shared.one().arg(most), {}, nameOf(*those.first()), {},
                static_cast<int>(most)};
        else if (!those.isEmpty())
            issues << Issue{
                shared.severity,       shared.many().arg(named.join(Text::tr("、"))), {}, {}, {},
                static_cast<int>(most)};
    }
    return issues;
}

QString toText(const RecipeResult& result, const YearData& data)
{
    QJsonArray regions;
    for (const RegionResult& region : result.regions)
        regions << toJson(region, data);
    QJsonObject object{{u"subject"_s, result.subject},
                       {u"year"_s, result.year},
                       {u"unit"_s, result.unit},
                       {u"method"_s, result.method},
                       {u"features"_s, result.features},
                       {u"whole"_s, result.whole},
                       {u"by_district"_s, result.byDistrict},
                       {u"outside_counts"_s, result.outsideCounts},
                       {u"circles"_s, result.circles},
                       {u"layers"_s, QJsonArray::fromStringList(result.layers)},
                       {u"regions"_s, regions}};
    const auto put = [&object](const QString& key, auto number) {
        if (number != 0)
            object.insert(key, number);
    };
    eachNumber(result, put);
    eachCount(result, put);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<RecipeResult> resultFromText(const QString& json, const YearData& data)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    if (object[u"subject"_s].toString().isEmpty() || !object[u"regions"_s].isArray())
        return Error(ErrorCode::Invalid, Text::tr("计算结果的记录已损坏，请重新计算。"));
    RecipeResult result;
    result.subject = object[u"subject"_s].toString();
    result.year = object[u"year"_s].toInt();
    result.unit = object[u"unit"_s].toString();
    result.method = object[u"method"_s].toString();
    result.features = object[u"features"_s].toInteger();
    result.whole = object[u"whole"_s].toDouble();
    result.byDistrict = object[u"by_district"_s].toBool();
    result.outsideCounts = object[u"outside_counts"_s].toBool();
    result.circles = object[u"circles"_s].toBool();
    for (const QJsonValue& layer : object[u"layers"_s].toArray())
        result.layers << layer.toString();
    eachNumber(result,
               [&](const QString& key, double& number) { number = object[key].toDouble(); });
    eachCount(result, [&](const QString& key, auto& number) { number = object[key].toInt(); });
    for (const QJsonValue& value : object[u"regions"_s].toArray()) {
        const QString identity = value[u"region"_s].toString();
        const auto region =
            std::find_if(data.regions.cbegin(), data.regions.cend(),
                         [&](const project::Region& one) { return identityOf(one) == identity; });
        if (region == data.regions.cend())
            continue; // taken off the list since
        RegionResult one{
            region->id, value[u"value"_s].toDouble(), value[u"features"_s].toInteger(), {}, {}};
        if (value[u"plane"_s].isDouble())
            one.plane = value[u"plane"_s].toDouble();
        if (value[u"circle"_s].isDouble())
            one.circle = value[u"circle"_s].toDouble();
        result.regions << one;
    }
    return result;
}

ChangeSet resultsAsEdits(const YearData& data, const ComputeReport& report, const QString& person,
                         const QDateTime& at)
{
    ChangeSet all;
    const Source source = spatialSource(data, all);
    const qsizetype before = all.changes.size();
    for (const RecipeResult& result : report.results) {
        const project::Evidence evidence = evidenceOf(result, data, person, at);
        for (const RegionResult& region : result.regions) {
            project::Value value;
            value.subject = result.subject;
            value.region = region.region;
            value.year = result.year;
            value.source = source.id;
            value.number = region.value;
            value.unit = result.unit;
            value.note = result.method;
            all.append(project::edits::setValue(data, value, evidence));
        }
        for (const project::Value& old : data.values) {
            const bool ours =
                old.subject == result.subject && old.year == result.year && old.source == source.id;
            if (ours &&
                std::none_of(result.regions.cbegin(), result.regions.cend(),
                             [&](const RegionResult& one) { return one.region == old.region; }))
                all.append(project::edits::removeValue(data, old.id));
        }
        const project::SpatialRun* last = data.spatialRun(result.subject, result.year);
        project::SpatialRun run;
        run.subject = result.subject;
        run.year = result.year;
        run.inputs = result.inputs;
        run.method = result.method;
        run.report = toText(result, data);
        run.computedAt = at;
        run.person = person;
        // The same again is no change, whoever computed it and when.
        if (last && last->inputs == run.inputs && last->report == run.report)
            continue;
        all.append(project::edits::setSpatialRun(data, run));
    }
    if (all.changes.size() == before)
        return {};
    all.label = Text::tr("空间计算：%1 个输入量").arg(report.results.size());
    return all;
}

} // namespace checkup::spatial
