#include "core/draw/feature_choice.h"

#include "core/base/decimal.h"
#include "core/catalogue/layer_roles.h"
#include "core/draw/polygon_finder.h"
#include "core/draw/shape_questions.h"
#include "core/draw/workers.h"
#include "core/gdal/layer_writer.h"
#include "core/spatial/filter.h"
#include "core/spatial/intake.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPolygonF>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace checkup::draw {

using namespace Qt::StringLiterals;
using Op = spatial::Condition::Op;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
}

Error changedSince(const project::Layer& layer)
{
    return Error(
        ErrorCode::Invalid,
        Text::tr("图层“%1”的数据在读取之后变了；请取消勾选再勾上，重新读取。").arg(layer.name));
}

QString layerWord(const QString& chinese)
{
    return QCoreApplication::translate("LayerNames", chinese.toUtf8().constData());
}

bool isComputed(const QString& key)
{
    return key == areaColumn || key == lengthColumn;
}

/// As people call a column that no role knows; else the key as it is.
QString plainName(const QString& key)
{
    if (key == areaColumn)
        return Text::tr("椭球面积（平方米）");
    if (key == lengthColumn)
        return Text::tr("椭球长度（米）");
    return key.startsWith(u'@') ? key.mid(1) : key;
}

QJsonObject fieldsOfRole(const project::Layer& layer)
{
    return QJsonDocument::fromJson(layer.fields.toUtf8()).object();
}

/// The layer with columns for fields that its role does not know.
project::Layer withFields(const project::Layer& layer, const QStringList& keys)
{
    QJsonObject fields = fieldsOfRole(layer);
    for (const QString& key : keys) {
        if (key.startsWith(u'@'))
            fields.insert(key, key.mid(1));
    }
    project::Layer wider = layer;
    wider.fields = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    return wider;
}

Result<gdal::LayerReader> openAll(const QString& projectPath, const project::Layer& layer,
                                  const gdal::ReadPart& part)
{
    gdal::ReadOptions options;
    options.faults = gdal::Faults::Keep;
    options.encoding = layer.encoding;
    options.values = true;
    options.part = part;
    auto reader =
        gdal::LayerReader::open(project::layerPath(projectPath, layer), layer.layer, options);
    if (layer.isInside())
        project::keepSharedLock(projectPath);
    return reader;
}

/// Calls `use` with each feature of a store as the reader gives it and its place in the store.
template <class Use>
Result<void> walk(gdal::LayerReader& reader, const project::Layer& layer, const ShapeStore& shapes,
                  const CancelToken& cancel, Use use)
{
    std::size_t place = 0;
    gdal::LayerFeature feature;
    for (;;) {
        if (cancel.isCancelled())
            return cancelled();
        const Result<bool> more = reader.next(feature);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (place < shapes.count() && shapes.id(place) == feature.id)
            use(place++, feature);
    }
    if (place != shapes.count())
        return changedSince(layer);
    return {};
}

bool crosses(QPointF a, QPointF b, QPointF c, QPointF d)
{
    const auto side = [](QPointF p, QPointF q, QPointF r) {
        return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x());
    };
    return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

bool isRectangle(const QPolygonF& area)
{
    const QRectF box = area.boundingRect();
    return std::all_of(area.cbegin(), area.cend(), [&box](QPointF corner) {
        return (corner.x() == box.left() || corner.x() == box.right()) &&
               (corner.y() == box.top() || corner.y() == box.bottom());
    });
}

bool meets(const gdal::Rings& parts, ShapeStore::Kind kind, const QPolygonF& area)
{
    const auto at = [&parts](std::size_t i) { return QPointF(parts.x[i], parts.y[i]); };
    for (std::size_t part = 0; part < parts.count(); ++part) {
        const std::size_t begin = parts.begins[part];
        if (area.containsPoint(at(begin), Qt::OddEvenFill))
            return true;
        for (std::size_t i = begin; kind != ShapeStore::Kind::Points && i + 1 < parts.end(part);
             ++i) {
            for (qsizetype j = 0; j < area.size(); ++j) {
                if (crosses(at(i), at(i + 1), area[j], area[(j + 1) % area.size()]))
                    return true;
            }
        }
    }
    return false;
}

} // namespace

Result<QList<FeatureColumn>> featureColumns(const QString& projectPath, const project::Layer& layer)
{
    const auto reader = openAll(projectPath, layer, {});
    if (!reader)
        return reader.error();
    const QJsonObject fields = fieldsOfRole(layer);
    QList<FeatureColumn> columns;
    QStringList used;
    const catalogue::LayerRole* const role = catalogue::layerRole(layer.role);
    for (const catalogue::LayerColumn& column :
         role ? role->columns : QList<catalogue::LayerColumn>()) {
        const QString field = fields.value(column.key).toString();
        if (field.isEmpty())
            continue;
        columns << FeatureColumn{column.key,
                                 Text::tr("%1（%2）").arg(layerWord(column.name), field)};
        used << field;
    }
    for (const QString& field : reader->info().fields) {
        if (!used.contains(field))
            columns << FeatureColumn{u'@' + field, field};
    }
    const gdal::Drawing drawing = reader->info().drawing;
    if (drawing == gdal::Drawing::Polygons || drawing == gdal::Drawing::Unknown)
        columns << FeatureColumn{areaColumn, plainName(areaColumn)};
    if (drawing == gdal::Drawing::Lines)
        columns << FeatureColumn{lengthColumn, plainName(lengthColumn)};
    return columns;
}

QStringList textsOf(const Conditions& conditions)
{
    QStringList texts;
    for (const spatial::Condition& one : conditions) {
        QString sign;
        switch (one.op) {
        case Op::Prefix:
            sign = u"^"_s;
            break;
        case Op::Contains:
            sign = u"~"_s;
            break;
        case Op::AtLeast:
            sign = u">="_s;
            break;
        case Op::MoreThan:
            sign = u">"_s;
            break;
        case Op::AtMost:
            sign = u"<="_s;
            break;
        case Op::LessThan:
            sign = u"<"_s;
            break;
        default:
            sign = one.negated ? u"!="_s : u"="_s;
        }
        texts << one.column + sign + one.values.join(u'|');
    }
    return texts;
}

Result<Conditions> conditionsFrom(const QStringList& texts)
{
    Conditions all;
    for (const QString& text : texts) {
        const auto one = spatial::conditionFrom(text);
        if (!one)
            return Error(ErrorCode::Invalid, one.error().message());
        all << *one;
    }
    return all;
}

QString inWords(const Conditions& conditions, const QString& role)
{
    QStringList words;
    for (spatial::Condition one : conditions) {
        one.column = plainName(one.column);
        words << spatial::inWords(one, role, 0);
    }
    return words.join(Text::tr("，且"));
}

Result<PlaneMeasure> PlaneMeasure::make(const gdal::Crs& plane, const spatial::Box& extent)
{
    gdal::LayerInfo info;
    info.crs = plane;
    info.minX = extent.minX;
    info.minY = extent.minY;
    info.maxX = extent.maxX;
    info.maxY = extent.maxY;
    auto areas = spatial::AreaMeasure::make(info, plane);
    if (!areas)
        return areas.error();
    return PlaneMeasure(*std::move(areas), spatial::Ground(plane, extent.minY, extent.maxY));
}

double PlaneMeasure::length(const QPolygonF& line) const
{
    double all = 0;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QPointF from = line[i];
        const QPointF step = line[i + 1] - from;
        const auto stretch = [&](double at) {
            const QPointF place = from + step * at;
            return 1 / m_ground.scaleAt(place.x(), place.y());
        };
        all += std::hypot(step.x(), step.y()) * (stretch(0) + 4 * stretch(0.5) + stretch(1)) / 6;
    }
    return all;
}

Result<double> PlaneMeasure::length(const gdal::Rings& lines) const
{
    double all = 0;
    for (std::size_t part = 0; part < lines.count(); ++part) {
        QPolygonF line;
        for (std::size_t i = lines.begins[part]; i < lines.end(part); ++i)
            line << QPointF(lines.x[i], lines.y[i]);
        all += length(line);
    }
    return all;
}

Result<double> PlaneMeasure::area(const QPolygonF& ring)
{
    gdal::Rings rings;
    rings.begins.push_back(0);
    rings.holes.push_back(0);
    for (const QPointF& corner : ring) {
        rings.x.push_back(corner.x());
        rings.y.push_back(corner.y());
    }
    if (ring.size() < 3)
        return 0.0;
    if (!ring.isClosed()) {
        rings.x.push_back(ring.constFirst().x());
        rings.y.push_back(ring.constFirst().y());
    }
    return area(rings);
}

Result<double> PlaneMeasure::area(const gdal::Rings& rings)
{
    return m_areas.ellipsoidal(rings);
}

Result<std::vector<char>> takenBy(const QString& projectPath, const project::Layer& layer,
                                  const ShapeStore& shapes, const gdal::Crs& plane,
                                  const Conditions& conditions, int year, const CancelToken& cancel)
{
    std::vector<char> taken(shapes.count(), 1);
    if (conditions.isEmpty() || shapes.count() == 0)
        return taken;
    spatial::Selection wanted;
    wanted.role = layer.role;
    Conditions sizes;
    QStringList columns;
    for (const spatial::Condition& one : conditions) {
        (isComputed(one.column) ? sizes : wanted.where) << one;
        if (!isComputed(one.column) && !columns.contains(one.column))
            columns << one.column;
    }
    if (!wanted.where.isEmpty()) {
        auto opened = spatial::openLayer(projectPath, withFields(layer, columns), columns, {},
                                         gdal::Faults::Keep);
        if (!opened)
            return opened.error();
        const spatial::Filter filter(wanted, layer, opened->columns, year);
        const auto done = walk(opened->reader, layer, shapes, cancel,
                               [&](std::size_t place, const gdal::LayerFeature& feature) {
                                   taken[place] = filter.takes(feature.attributes);
                               });
        if (!done)
            return done.error();
    }
    if (sizes.isEmpty())
        return taken;
    auto measure = PlaneMeasure::make(plane, shapes.extent());
    if (!measure)
        return measure.error();
    wanted.where = sizes;
    const spatial::Filter filter(wanted, layer, {areaColumn, lengthColumn}, year);
    const ShapeQuestions questions(shapes);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (cancel.isCancelled())
            return cancelled();
        if (!taken[i])
            continue;
        const gdal::Rings parts = questions.parts(i);
        const bool areas = shapes.kind() == ShapeStore::Kind::Polygons;
        const auto size = areas ? measure->area(parts) : measure->length(parts);
        if (!size)
            return size.error();
        const QString text = formatShortest(*size);
        taken[i] = filter.takes({areas ? text : QString(), areas ? QString() : text});
    }
    return taken;
}

Result<Features> featuresNamed(const QString& projectPath, const project::Layer& layer,
                               const ShapeStore& shapes, const QString& text, qsizetype most,
                               const CancelToken& cancel)
{
    static const QRegularExpression named(
        u"^(fid|objectid|id|name|bsm|.*bh|.*mc|.*dm|.*编号|.*名称|.*代码|标识码)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList keys;
    {
        const auto reader = openAll(projectPath, layer, {});
        if (!reader)
            return reader.error();
        const QJsonObject fields = fieldsOfRole(layer);
        for (const QString& key : {u"id"_s, u"name"_s, u"code"_s}) {
            if (fields.contains(key))
                keys << u'@' + fields.value(key).toString();
        }
        for (const QString& field : reader->info().fields) {
            // Codes of classes and of places name no feature.
            const bool classes = field == fields.value(u"class"_s).toString() ||
                                 field == fields.value(u"className"_s).toString();
            if (named.match(field).hasMatch() && !classes && !keys.contains(u'@' + field))
                keys << u'@' + field;
        }
    }
    Features whole;
    Features parts;
    const QString wanted = text.trimmed();
    auto opened =
        spatial::openLayer(projectPath, withFields(layer, keys), keys, {}, gdal::Faults::Keep);
    if (!opened)
        return opened.error();
    const auto done = walk(opened->reader, layer, shapes, cancel,
                           [&](std::size_t place, const gdal::LayerFeature& feature) {
                               const auto number = static_cast<std::uint32_t>(place);
                               const auto is = [&wanted](const QString& one) {
                                   return one.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
                               };
                               const auto has = [&wanted](const QString& one) {
                                   return one.contains(wanted, Qt::CaseInsensitive);
                               };
                               const QStringList& texts = feature.attributes;
                               if (std::any_of(texts.cbegin(), texts.cend(), is) ||
                                   wanted == QString::number(feature.id))
                                   whole.push_back(number);
                               else if (std::ssize(parts) < most &&
                                        std::any_of(texts.cbegin(), texts.cend(), has))
                                   parts.push_back(number);
                           });
    if (!done)
        return done.error();
    whole.insert(whole.end(), parts.begin(), parts.end());
    if (std::ssize(whole) > most)
        whole.resize(static_cast<std::size_t>(most));
    return whole;
}

MapLayer onlyTaken(const MapLayer& layer, const std::vector<char>& taken)
{
    MapLayer only = layer;
    auto chosen = std::make_shared<std::vector<int>>(taken.size(), int(MapLayer::hidden));
    std::vector<int> ofText;
    if (!layer.chosen && layer.value >= 0) {
        for (const QString& text : layer.shapes->texts(layer.value))
            ofText.push_back(layer.style.caseOf(text));
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i])
            (*chosen)[i] = layer.chosen     ? (*layer.chosen)[i]
                           : ofText.empty() ? -1
                                            : ofText[layer.shapes->textOf(layer.value, i)];
    }
    only.chosen = chosen;
    return only;
}

Features meeting(const MapLayer& layer, const QPolygonF& area, const CancelToken& cancel)
{
    const ShapeStore& shapes = *layer.shapes;
    const QRectF box = area.boundingRect();
    const spatial::Box around{box.left(), box.top(), box.right(), box.bottom()};
    const std::vector<std::uint32_t> near = shapes.around(around);
    const ShapeQuestions questions(shapes);
    const PolygonFinder polygons(shapes);
    const bool rectangle = isRectangle(area);
    std::vector<char> taken(near.size());
    constexpr std::size_t together = 1024;
    forEachOf((near.size() + together - 1) / together, 0, [&](std::size_t part) {
        if (cancel.isCancelled())
            return;
        for (std::size_t i = part * together; i < std::min(near.size(), (part + 1) * together);
             ++i) {
            const std::uint32_t feature = near[i];
            if (!layer.shows(feature))
                continue;
            // Far beyond: the area may lie in a hole or in the middle of a polygon.
            taken[i] = (rectangle && around.holds(shapes.box(feature))) ||
                       meets(questions.parts(feature), shapes.kind(), area) ||
                       (shapes.kind() == ShapeStore::Kind::Polygons && !area.isEmpty() &&
                        polygons.holds(feature, area.constFirst()));
        }
    });
    Features found;
    for (std::size_t i = 0; i < near.size(); ++i) {
        if (taken[i])
            found.push_back(near[i]);
    }
    return found;
}

Result<FeatureList> listFeatures(const QString& projectPath, const project::Layer& layer,
                                 const ShapeStore& shapes, const gdal::Crs& plane,
                                 const Features& features, qsizetype most,
                                 const CancelToken& cancel)
{
    FeatureList list;
    list.features = std::ssize(features);
    auto measure = PlaneMeasure::make(plane, shapes.extent());
    if (!measure)
        return measure.error();
    const ShapeQuestions questions(shapes);
    spatial::Sum sum;
    gdal::ReadPart part;
    for (const std::uint32_t feature : features) {
        if (cancel.isCancelled())
            return cancelled();
        double size = 0;
        if (shapes.kind() != ShapeStore::Kind::Points) {
            const gdal::Rings parts = questions.parts(feature);
            const auto measured = shapes.kind() == ShapeStore::Kind::Polygons
                                      ? measure->area(parts)
                                      : measure->length(parts);
            if (!measured)
                return measured.error();
            size = *measured;
        }
        sum.add(size);
        if (list.rows.size() < most) {
            list.rows << ListedFeature{feature, shapes.id(feature), {}, size};
            part.ids << shapes.id(feature);
        }
    }
    list.size = sum.result();
    if (list.rows.isEmpty())
        return list;
    auto reader = openAll(projectPath, layer, part);
    if (!reader)
        return reader.error();
    list.fields = reader->info().fields;
    QHash<qint64, qsizetype> rowOf;
    for (qsizetype row = 0; row < list.rows.size(); ++row)
        rowOf.insert(list.rows[row].number, row);
    qsizetype read = 0;
    gdal::LayerFeature feature;
    for (;;) {
        const Result<bool> more = reader->next(feature);
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto row = rowOf.constFind(feature.id);
        if (row == rowOf.cend())
            continue;
        ++read;
        for (const QVariant& value : std::as_const(feature.values))
            list.rows[*row].texts << value.toString();
    }
    if (layer.isInside())
        project::keepSharedLock(projectPath);
    if (read != list.rows.size())
        return changedSince(layer);
    return list;
}

Result<void> writeFeatures(const QString& path, const QString& projectPath,
                           const project::Layer& layer, const ShapeStore& shapes,
                           const gdal::Crs& plane, const Features& features,
                           const CancelToken& cancel)
{
    auto reader = openAll(projectPath, layer, {});
    if (!reader)
        return reader.error();
    auto writer = gdal::LayerWriter::create(path);
    if (!writer)
        return writer.error();
    gdal::LayerPlan plan;
    plan.name = layer.name;
    plan.crs = plane;
    plan.fields = reader->info().types;
    const bool table = path.endsWith(u".csv"_s, Qt::CaseInsensitive);
    plan.geometry =
        table                                         ? gdal::LayerPlan::Geometry::None
        : shapes.kind() == ShapeStore::Kind::Polygons ? gdal::LayerPlan::Geometry::MultiPolygon
        : shapes.kind() == ShapeStore::Kind::Lines    ? gdal::LayerPlan::Geometry::MultiLine
                                                      : gdal::LayerPlan::Geometry::MultiPoint;
    if (const auto started = writer->start(plan); !started)
        return started.error();
    const ShapeQuestions questions(shapes);
    Result<void> written;
    Features sorted = features;
    std::sort(sorted.begin(), sorted.end());
    auto next = sorted.cbegin();
    const auto done = walk(
        *reader, layer, shapes, cancel, [&](std::size_t place, const gdal::LayerFeature& feature) {
            if (!written || next == sorted.cend() || *next != place)
                return;
            ++next;
            written = writer->add(table ? gdal::Rings() : questions.parts(place), feature.values);
        });
    if (layer.isInside())
        project::keepSharedLock(projectPath);
    if (!done)
        return done.error();
    if (!written)
        return written.error();
    return writer->finish();
}

} // namespace checkup::draw
