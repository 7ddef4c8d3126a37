#include "core/draw/sheet_layers.h"

#include "core/base/decimal.h"
#include "core/base/memory.h"
#include "core/catalogue/land_classes.h"
#include "core/draw/polygon_finder.h"
#include "core/draw/project_layers.h"
#include "core/draw/project_symbols.h"
#include "core/draw/shape_questions.h"
#include "core/draw/workers.h"
#include "core/spatial/bridge.h"
#include "core/spatial/coverage.h"
#include "core/spatial/filter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

using Look = SheetLayer::Look;
using catalogue::LayerGeometry;
using Groups = QList<QList<spatial::Service>>;

Error cancelledDrawing()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消绘图。"));
}

bool isGiven(const project::Layer& layer, const QString& column)
{
    const QJsonObject fields = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
    return !fields.value(column).toString().isEmpty();
}

QString columnName(const QString& role, const QString& key)
{
    const catalogue::LayerRole* known = catalogue::layerRole(role);
    const catalogue::LayerColumn* column = known ? known->column(key) : nullptr;
    return column ? column->name : key;
}

/// The columns that conditions cannot do without.
QStringList neededBy(const spatial::Selection& selection)
{
    QStringList needed;
    for (const spatial::Condition& condition : selection.where) {
        if (!condition.ifPresent)
            needed << condition.column;
    }
    return needed;
}

/// In parts for all processors; `work` gets each number once.
template <class Work>
void forEachFeature(std::size_t count, const CancelToken& cancel, Work work)
{
    constexpr std::size_t together = 2048;
    forEachOf((count + together - 1) / together, 0, [&](std::size_t part) {
        if (cancel.isCancelled())
            return;
        for (std::size_t i = part * together; i < std::min(count, (part + 1) * together); ++i)
            work(i);
    });
}

SymbolCase caseOf(const QString& name, const Symbol& symbol)
{
    SymbolCase made;
    made.name = name;
    made.symbol = symbol;
    return made;
}

Symbol filled(const QColor& fill, double line = 0.1)
{
    Symbol symbol;
    symbol.fill = fill;
    symbol.line = LineSymbol{QColor(110, 110, 110), line, {}};
    return symbol;
}

/// A colour for a shape of whatever kind.
Symbol coloured(const QColor& colour, ShapeStore::Kind kind)
{
    if (kind == ShapeStore::Kind::Polygons)
        return filled(colour);
    Symbol symbol;
    if (kind == ShapeStore::Kind::Lines) {
        symbol.line = LineSymbol{colour, 0.4, {}};
    } else {
        symbol.fill = colour;
        symbol.marker = MarkerSymbol{};
    }
    return symbol;
}

LayerGeometry geometryOf(ShapeStore::Kind kind)
{
    return kind == ShapeStore::Kind::Polygons ? LayerGeometry::Polygon
           : kind == ShapeStore::Kind::Lines  ? LayerGeometry::Line
                                              : LayerGeometry::Point;
}

} // namespace

QStringList SheetLayers::Loaded::attributes(std::size_t feature) const
{
    QStringList all;
    for (int i = 0; i < shapes->attributes(); ++i)
        all << shapes->texts(i)[shapes->textOf(i, feature)];
    return all;
}

SheetLayers::SheetLayers(QString projectPath, const project::YearData& data, int year,
                         const QList<SheetTemplate>& sheets, assess::Resolver& figures,
                         CancelToken cancel)
    : m_projectPath(std::move(projectPath))
    , m_data(data)
    , m_year(year)
    , m_figures(figures)
    , m_symbols(symbolsOf(data).all)
    , m_cancel(std::move(cancel))
    , m_shelf(m_projectPath, data, year, m_cancel)
{
    for (const QString& role : {u"XZQ"_s, u"JDXZ"_s})
        m_columns[role] = {u"code"_s, u"name"_s};
    for (const SheetTemplate& sheet : sheets) {
        for (const SheetLayer& layer : sheet.layers) {
            want(layer.what);
            QStringList& columns = m_columns[layer.what.role];
            columns << layer.column << layer.per;
            if (layer.look == Look::Change)
                columns << u"class"_s;
            for (const auto& other : {layer.within, layer.of}) {
                if (other)
                    want(*other);
            }
            for (const SheetCase& one : layer.cases) {
                m_columns[layer.what.role] += spatial::columnsOf(one.what);
                for (const auto& other : {one.within, one.outside}) {
                    if (other)
                        want(*other);
                }
            }
        }
    }
}

void SheetLayers::want(const spatial::Selection& selection)
{
    m_columns[selection.role] +=
        spatial::columnsOf(selection) + m_symbols.columnsOf(selection.role);
    for (const spatial::Selection& other : selection.otherwise)
        want(other);
}

QStringList SheetLayers::lacking(const SheetLayer& layer) const
{
    QStringList lacks;
    const auto lay = [&](const spatial::Selection& selection, const QStringList& columns) {
        const spatial::Choice choice = spatial::choose(selection, m_data, m_year);
        if (choice.layers.isEmpty()) {
            lacks << Text::tr("没有图层 %1").arg(catalogue::layerTitle(selection.role));
            return choice;
        }
        for (const project::Layer& one : choice.layers) {
            for (const QString& column : neededBy(*choice.selection) + columns) {
                if (!isGiven(one, column))
                    lacks << Text::tr("图层“%1”没有对应“%2”的字段")
                                 .arg(one.name, columnName(one.role, column));
            }
        }
        return choice;
    };
    QStringList columns;
    if (layer.look == Look::Own) {
        const LayerStyle style = m_symbols.styleOf(layer.what.role);
        if (style.codes || style.grades)
            columns << style.column;
    } else if (layer.look == Look::Column) {
        columns << layer.column;
        if (!layer.per.isEmpty() && layer.per != u"km2"_s)
            columns << layer.per;
    } else if (layer.look == Look::Change) {
        columns << u"class"_s;
    }
    const spatial::Choice choice = lay(layer.what, columns);
    for (const auto& other : {layer.within, layer.of}) {
        if (other)
            lay(*other, {});
    }
    for (const SheetCase& one : layer.cases) {
        for (const auto& other : {one.within, one.outside}) {
            if (other)
                lay(*other, {});
        }
        for (const project::Layer& drawn : choice.layers) {
            for (const QString& column : neededBy(one.what)) {
                if (!isGiven(drawn, column))
                    lacks << Text::tr("图层“%1”没有对应“%2”的字段")
                                 .arg(drawn.name, columnName(drawn.role, column));
            }
        }
    }
    if (layer.look == Look::Change && !choice.layers.isEmpty()) {
        spatial::Selection before = layer.what;
        before.yearOffset -= layer.years;
        const spatial::Choice older = spatial::choose(before, m_data, m_year);
        if (older.layers.isEmpty() || older.year <= 0 || older.year >= choice.year)
            lacks << Text::tr("没有 %1 年的图层 %2")
                         .arg(m_year + before.yearOffset)
                         .arg(catalogue::layerTitle(layer.what.role));
    }
    if (layer.look == Look::Region) {
        const bool any = std::any_of(
            m_data.regions.cbegin(), m_data.regions.cend(), [&](const project::Region& region) {
                return (region.level == project::RegionLevel::Street) ==
                           (layer.what.role == u"JDXZ"_s) &&
                       region.level != project::RegionLevel::City &&
                       m_figures.figure(layer.subject, region.id, m_year).isPresent();
            });
        if (!any)
            lacks << Text::tr("没有 %1 年分区的“%2”").arg(m_year).arg(nameOf(layer.subject));
    }
    for (const QString& subject : layer.subjects) {
        const std::optional<spatial::Reach> reach = reachOf(subject);
        if (!reach)
            lacks << Text::tr("没有“%1”的可达算法").arg(nameOf(subject));
        for (const QList<spatial::Service>& group : reach ? reach->groups : Groups()) {
            QStringList titles;
            const bool served =
                std::any_of(group.cbegin(), group.cend(), [&](const spatial::Service& one) {
                    titles << catalogue::layerTitle(one.what.role);
                    return !spatial::choose(one.what, m_data, m_year).layers.isEmpty();
                });
            if (!served)
                lacks << Text::tr("没有图层 %1").arg(titles.join(u'/'));
        }
    }
    lacks.removeDuplicates();
    return lacks;
}

std::optional<spatial::Reach> SheetLayers::reachOf(const QString& subject) const
{
    const auto recipe = spatial::recipeFor(m_data, subject);
    return recipe && *recipe ? (*recipe)->reach : std::nullopt;
}

QList<project::Layer> SheetLayers::sourcesOf(const SheetLayer& layer) const
{
    QList<project::Layer> all;
    const auto add = [&](const spatial::Selection& selection) {
        for (const project::Layer& one : spatial::choose(selection, m_data, m_year).layers) {
            if (std::none_of(all.cbegin(), all.cend(),
                             [&one](const auto& known) { return known.id == one.id; }))
                all << one;
        }
    };
    add(layer.what);
    if (layer.look == Look::Change) {
        spatial::Selection before = layer.what;
        before.yearOffset -= layer.years;
        add(before);
    }
    for (const QString& subject : layer.subjects) {
        const std::optional<spatial::Reach> reach = reachOf(subject);
        if (!reach)
            continue;
        if (reach->mode != spatial::Reach::Mode::Circle)
            add(reach->roads);
        for (const QList<spatial::Service>& group : reach->groups) {
            for (const spatial::Service& one : group)
                add(one.what);
        }
    }
    for (const auto& other : {layer.within, layer.of}) {
        if (other)
            add(*other);
    }
    return all;
}

Result<gdal::Crs> SheetLayers::plane()
{
    if (m_plane)
        return *m_plane;
    const project::Layer* const decides = planeLayer(m_data, m_year);
    if (!decides)
        return Error(ErrorCode::NotFound,
                     Text::tr("项目中没有空间图层，请先用 checkup layers --add 加入。"));
    auto made = planeFor(m_projectPath, *decides);
    if (made)
        m_plane = *made;
    return made;
}

Result<SheetLayers::LoadedPtr> SheetLayers::load(const project::Layer& layer)
{
    LoadedPtr& known = m_loaded[layer.id.number()];
    if (known)
        return known;
    const auto target = plane();
    if (!target)
        return target.error();
    QStringList columns = m_columns[layer.role];
    columns.removeDuplicates();
    columns.removeAll(QString());
    columns.removeAll(u"km2"_s);
    auto opened = spatial::openLayer(m_projectPath, layer, {}, columns, gdal::Faults::Keep);
    if (!opened)
        return opened.error();
    auto shapes = ShapeStore::read({&opened->reader, opened->crs}, *target, m_cancel);
    if (!shapes)
        return shapes.error();
    Loaded loaded{layer, opened->columns, nullptr};
    loaded.shapes = std::make_shared<ShapeStore>(*std::move(shapes));
    known = std::make_shared<Loaded>(std::move(loaded));
    return known;
}

Result<QList<SheetLayers::LoadedPtr>> SheetLayers::load(const spatial::Selection& selection)
{
    QList<LoadedPtr> all;
    for (const project::Layer& layer : spatial::choose(selection, m_data, m_year).layers) {
        const auto loaded = load(layer);
        if (!loaded)
            return loaded.error();
        all << *loaded;
    }
    return all;
}

std::vector<bool> SheetLayers::takenBy(const spatial::Selection& selection,
                                       const Loaded& loaded) const
{
    const std::size_t count = loaded.shapes->count();
    if (selection.where.isEmpty())
        return std::vector<bool>(count, true);
    const spatial::Filter filter(selection, loaded.layer, loaded.columns, m_year);
    const ShapeQuestions questions(*loaded.shapes);
    std::vector<char> taken(count);
    forEachFeature(count, m_cancel, [&](std::size_t i) {
        const double area = filter.needsArea() ? questions.area(i) / 1e6 : 0;
        taken[i] = filter.takes(loaded.attributes(i), area);
    });
    return {taken.begin(), taken.end()};
}

Result<std::vector<bool>> SheetLayers::liesIn(const spatial::Selection& selection,
                                              const Loaded& loaded)
{
    const spatial::Choice choice = spatial::choose(selection, m_data, m_year);
    const auto holders = load(selection);
    if (!holders)
        return holders.error();
    const std::size_t count = loaded.shapes->count();
    const ShapeQuestions questions(*loaded.shapes);
    std::vector<char> inside(count);
    for (const LoadedPtr& holder : *holders) {
        const std::vector<bool> taken = takenBy(*choice.selection, *holder);
        const PolygonFinder polygons(*holder->shapes);
        forEachFeature(count, m_cancel, [&](std::size_t i) {
            const QList<QPointF> places = questions.places(i);
            const auto held = std::count_if(places.cbegin(), places.cend(), [&](QPointF at) {
                return polygons.find(at, [&taken](std::size_t one) { return taken[one]; }) >= 0;
            });
            if (2 * held > places.size())
                inside[i] = 1;
        });
    }
    return std::vector<bool>(inside.begin(), inside.end());
}

Result<QList<MapLayer>> SheetLayers::drawn(const SheetLayer& layer)
{
    const spatial::Choice choice = spatial::choose(layer.what, m_data, m_year);
    QList<MapLayer> all;
    for (const project::Layer& one : choice.layers) {
        const auto loaded = load(one);
        if (!loaded)
            return loaded.error();
        MapLayer map;
        map.role = one.role;
        map.shapes = (*loaded)->shapes;
        map.style = m_symbols.styleOf(one.role, one.classSystem);
        if (!layer.name.isEmpty()) {
            if (map.style.otherwise.name == map.style.name)
                map.style.otherwise.name = layer.name;
            map.style.name = layer.name;
        }
        map.style.opacity *= layer.opacity;
        if (layer.labels && map.shapes->attributes() > 0)
            map.label = (*loaded)->place(map.style.labels);
        if (map.shapes->attributes() > 0 && !map.style.column.isEmpty())
            map.value = (*loaded)->place(map.style.column);
        SheetLayer chosen = layer;
        chosen.what = *choice.selection;
        if (const auto done = look(chosen, **loaded, map); !done)
            return done.error();
        if (cancelled())
            return cancelledDrawing();
        all << map;
    }
    return all;
}

Result<void> SheetLayers::look(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    if (loaded.shapes->count() == 0)
        return {};
    Result<void> done;
    switch (layer.look) {
    case Look::Own:
        break;
    case Look::Cases:
        done = byCases(layer, loaded, drawn);
        break;
    case Look::Column:
        done = byColumn(layer, loaded, drawn);
        break;
    case Look::Region:
        done = byRegion(layer, loaded, drawn);
        break;
    case Look::Density:
        done = byDensity(layer, loaded, drawn);
        break;
    case Look::Reach:
        done = byReach(layer, loaded, drawn);
        break;
    case Look::Change:
        done = byChange(layer, loaded, drawn);
        break;
    case Look::Circles:
        return circles(layer, loaded, drawn);
    }
    if (!done || (layer.what.where.isEmpty() && !layer.within))
        return done;
    const std::vector<bool> taken = takenBy(layer.what, loaded);
    std::vector<bool> inside;
    if (layer.within) {
        auto lies = liesIn(*layer.within, loaded);
        if (!lies)
            return lies.error();
        inside = *std::move(lies);
    }
    auto chosen = std::make_shared<Chosen>(loaded.shapes->count(), int(MapLayer::hidden));
    std::vector<int> caseOfText;
    if (!drawn.chosen && drawn.value >= 0) {
        for (const QString& text : loaded.shapes->texts(drawn.value))
            caseOfText.push_back(drawn.style.caseOf(text));
    }
    for (std::size_t i = 0; i < chosen->size(); ++i) {
        if (!taken[i] || (layer.within && !inside[i]))
            continue;
        if (drawn.chosen)
            (*chosen)[i] = (*drawn.chosen)[i];
        else
            (*chosen)[i] = drawn.value < 0 ? -1 : caseOfText[loaded.shapes->textOf(drawn.value, i)];
    }
    drawn.chosen = chosen;
    return {};
}

Result<void> SheetLayers::byCases(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    auto chosen = std::make_shared<Chosen>(loaded.shapes->count(), int(MapLayer::hidden));
    drawn.style.column.clear();
    drawn.style.codes = drawn.style.listsOthers = false;
    drawn.style.grades.reset();
    drawn.style.cases.clear();
    drawn.value = -1;
    for (qsizetype number = 0; number < layer.cases.size(); ++number) {
        const SheetCase& one = layer.cases[number];
        const std::vector<bool> taken = takenBy(one.what, loaded);
        std::vector<bool> inside;
        std::vector<bool> outside;
        for (auto [where, lies] :
             {std::pair(&one.within, &inside), std::pair(&one.outside, &outside)}) {
            if (!*where)
                continue;
            auto found = liesIn(**where, loaded);
            if (!found)
                return found.error();
            *lies = *std::move(found);
        }
        for (std::size_t i = 0; i < chosen->size(); ++i) {
            if ((*chosen)[i] == MapLayer::hidden && taken[i] && (inside.empty() || inside[i]) &&
                (outside.empty() || !outside[i]))
                (*chosen)[i] = static_cast<int>(number);
        }
        drawn.style.cases << caseOf(one.name, one.symbol);
    }
    drawn.chosen = chosen;
    return {};
}

Result<void> SheetLayers::byNumbers(const SheetLayer& layer, const Loaded& loaded,
                                    const std::vector<std::optional<double>>& numbers,
                                    const QString& name, const QString& unit, MapLayer& drawn)
{
    QList<double> values;
    for (const std::optional<double>& number : numbers) {
        if (number && std::isfinite(*number))
            values << *number;
    }
    const SheetGrades& wanted = *layer.grades;
    auto grades = wanted.method == GradeMethod::Manual
                      ? gradesBetween(wanted.bounds)
                      : gradesOf(values, wanted.method, wanted.count);
    if (!grades)
        return grades.error();
    if (wanted.method != GradeMethod::Manual)
        grades = rounded(*grades);
    const auto ramp = std::find_if(ramps().cbegin(), ramps().cend(),
                                   [&wanted](const Ramp& one) { return one.id == wanted.ramp; });
    const QString labels = drawn.style.labels;
    const QString unitShown = wanted.unit.isEmpty() ? unit : wanted.unit;
    QString title = layer.name.isEmpty() ? name : layer.name;
    if (!unitShown.isEmpty())
        title += u"（%1）"_s.arg(unitShown);
    drawn.style = gradedStyle(title, {}, *grades, *ramp, geometryOf(loaded.shapes->kind()));
    drawn.style.labels = labels;
    drawn.style.opacity = layer.opacity;
    drawn.value = -1;
    const double highest = grades->uppers.constLast();
    auto chosen = std::make_shared<Chosen>(numbers.size(), -1);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!numbers[i])
            continue;
        // Beyond bounds that people gave counts to the outermost grades.
        (*chosen)[i] = grades->of(std::clamp(*numbers[i], grades->lowest, highest));
    }
    drawn.chosen = chosen;
    return {};
}

Result<void> SheetLayers::byColumn(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    const int column = loaded.place(layer.column);
    const int per = loaded.place(layer.per);
    const ShapeQuestions questions(*loaded.shapes);
    std::vector<std::optional<double>> numbers(loaded.shapes->count());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto at = [&](int place) {
            return spatial::numberIn(loaded.shapes->texts(place)[loaded.shapes->textOf(place, i)]);
        };
        numbers[i] = at(column);
        if (!numbers[i] || layer.per.isEmpty())
            continue;
        const std::optional<double> share =
            layer.per == u"km2"_s ? std::optional(questions.area(i) / 1e6) : at(per);
        if (share && *share > 0)
            *numbers[i] /= *share;
        else
            numbers[i].reset();
    }
    return byNumbers(layer, loaded, numbers,
                     drawn.style.name + columnName(layer.what.role, layer.column), {}, drawn);
}

int SheetLayers::regionOf(const Loaded& loaded, std::size_t feature) const
{
    const project::RegionLevel level = loaded.layer.role == u"XZQ"_s
                                           ? project::RegionLevel::District
                                           : project::RegionLevel::Street;
    for (const QString& column : {u"code"_s, u"name"_s}) {
        const int place = loaded.place(column);
        if (place < 0)
            continue;
        const QString text =
            loaded.shapes->texts(place)[loaded.shapes->textOf(place, feature)].trimmed();
        for (qsizetype i = 0; i < m_data.regions.size(); ++i) {
            const project::Region& region = m_data.regions[i];
            if (region.level == level && !text.isEmpty() &&
                (region.code == text || region.nameZh == text))
                return static_cast<int>(i);
        }
    }
    return -1;
}

std::optional<double> SheetLayers::valueOf(const QString& subject, int region) const
{
    if (region < 0)
        return std::nullopt;
    const assess::Figure& figure = m_figures.figure(subject, m_data.regions[region].id, m_year);
    return figure.isPresent() ? std::optional(figure.number) : std::nullopt;
}

QString SheetLayers::unitOf(const QString& subject) const
{
    if (const catalogue::Indicator* indicator = m_data.catalogue.indicator(subject))
        return indicator->unit;
    const catalogue::Quantity* quantity = m_data.catalogue.quantity(subject);
    return quantity ? quantity->unit : QString();
}

QString SheetLayers::nameOf(const QString& subject) const
{
    if (const catalogue::Indicator* indicator = m_data.catalogue.indicator(subject))
        return indicator->nameZh;
    const catalogue::Quantity* quantity = m_data.catalogue.quantity(subject);
    return quantity ? quantity->nameZh : subject;
}

Result<void> SheetLayers::byRegion(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    std::vector<std::optional<double>> numbers(loaded.shapes->count());
    auto names = std::make_shared<QStringList>();
    const catalogue::Indicator* indicator = m_data.catalogue.indicator(layer.subject);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const int region = regionOf(loaded, i);
        numbers[i] = valueOf(layer.subject, region);
        QString name = region < 0 ? QString() : m_data.regions[region].nameZh;
        if (numbers[i])
            name += u' ' + formatFixed(*numbers[i], indicator ? indicator->decimals : 2);
        *names << name;
    }
    const auto done =
        byNumbers(layer, loaded, numbers, nameOf(layer.subject), unitOf(layer.subject), drawn);
    if (layer.labels)
        drawn.names = names;
    return done;
}

Result<void> SheetLayers::byDensity(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    const spatial::Choice choice = spatial::choose(*layer.of, m_data, m_year);
    const auto parts = load(*layer.of);
    if (!parts)
        return parts.error();
    const ShapeQuestions areas(*loaded.shapes);
    const PolygonFinder holders(*loaded.shapes);
    std::vector<double> sums(loaded.shapes->count());
    for (const LoadedPtr& part : *parts) {
        const std::vector<bool> taken = takenBy(*choice.selection, *part);
        const ShapeQuestions questions(*part->shapes);
        const bool lines = part->shapes->kind() == ShapeStore::Kind::Lines;
        const bool polygons = part->shapes->kind() == ShapeStore::Kind::Polygons;
        for (std::size_t i = 0; i < part->shapes->count() && !cancelled(); ++i) {
            if (!taken[i])
                continue;
            const auto add = [&](QPointF at, double amount) {
                if (const int area = holders.find(at); area >= 0)
                    sums[static_cast<std::size_t>(area)] += amount;
            };
            if (polygons) {
                if (const QList<QPointF> places = questions.places(i); !places.isEmpty())
                    add(places.constFirst(), questions.area(i) / 1e6 * 100);
                continue;
            }
            const gdal::Rings rings = questions.parts(i);
            for (std::size_t ring = 0; ring < rings.count(); ++ring) {
                for (std::size_t v = rings.begins[ring]; v < rings.end(ring); ++v) {
                    if (!lines)
                        add({rings.x[v], rings.y[v]}, 1);
                    else if (v + 1 < rings.end(ring))
                        add({(rings.x[v] + rings.x[v + 1]) / 2, (rings.y[v] + rings.y[v + 1]) / 2},
                            std::hypot(rings.x[v + 1] - rings.x[v], rings.y[v + 1] - rings.y[v]) /
                                1000);
                }
            }
        }
    }
    std::vector<std::optional<double>> numbers(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const double area = areas.area(i) / 1e6;
        if (area > 0)
            numbers[i] = sums[i] / area;
    }
    return byNumbers(layer, loaded, numbers, drawn.style.name, {}, drawn);
}

Result<SheetLayers::Reached> SheetLayers::reached(const spatial::Reach& reach,
                                                  const SheetLayer& layer, const Loaded& loaded)
{
    const auto opened = m_shelf.open(loaded.layer, layer.what);
    if (!opened)
        return opened.error();
    const auto nearness = m_shelf.nearness(reach, *opened);
    if (!nearness)
        return nearness.error();
    // The middles, as recipes take them, in the plane of the ways.
    const std::size_t count = loaded.shapes->count();
    const ShapeQuestions questions(*loaded.shapes);
    const bool polygons = loaded.shapes->kind() == ShapeStore::Kind::Polygons;
    gdal::Rings middles;
    middles.x.resize(count);
    middles.y.resize(count);
    middles.begins.push_back(0);
    middles.holes.push_back(0);
    forEachFeature(count, m_cancel, [&](std::size_t i) {
        QPointF at =
            loaded.shapes->count() > 0 && !polygons ? questions.places(i).constFirst() : QPointF();
        if (polygons) {
            gdal::LayerFeature feature;
            feature.shape = gdal::LayerFeature::Shape::Polygons;
            feature.rings = questions.parts(i);
            const spatial::Middle middle = spatial::middleOf(feature).value_or(spatial::Middle{});
            at = {middle.x, middle.y};
        }
        middles.x[i] = at.x();
        middles.y[i] = at.y();
    });
    if (cancelled())
        return cancelledDrawing();
    const auto bridge = spatial::Bridge::make(*m_plane, (*nearness)->plane);
    if (!bridge)
        return bridge.error();
    if (const auto moved = bridge->move(middles); !moved)
        return moved.error();
    Reached all;
    all.roads = (*nearness)->roads != nullptr;
    all.standings.resize(count);
    forEachFeature(count, m_cancel, [&](std::size_t i) {
        all.standings[i] = (*nearness)->at(middles.x[i], middles.y[i]);
    });
    return all;
}

Result<void> SheetLayers::byReach(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    const ShapeStore::Kind kind = loaded.shapes->kind();
    const QColor good(77, 175, 110);
    const QColor half(253, 205, 110);
    const QColor bad(222, 95, 80);
    QList<Reached> all;
    for (const QString& subject : layer.subjects) {
        const auto one = reached(*reachOf(subject), layer, loaded);
        if (!one)
            return one.error();
        all << *one;
    }
    auto chosen = std::make_shared<Chosen>(loaded.shapes->count());
    drawn.style.column.clear();
    drawn.style.codes = drawn.style.listsOthers = false;
    drawn.style.cases.clear();
    drawn.value = -1;
    if (all.size() == 1) {
        const bool drive =
            reachOf(layer.subjects.constFirst())->mode == spatial::Reach::Mode::Drive;
        const QString name = !all[0].roads ? u"直线距离内"_s
                             : drive       ? u"沿道路行车可达"_s
                                           : u"沿道路步行可达"_s;
        drawn.style.cases << caseOf(name, coloured(good, kind))
                          << caseOf(u"仅直线距离内，绕行超出"_s, coloured(half, kind))
                          << caseOf(u"未覆盖"_s, coloured(bad, kind));
        for (std::size_t i = 0; i < chosen->size(); ++i) {
            const spatial::Nearness::Standing& standing = all[0].standings[i];
            (*chosen)[i] = standing.reached ? 0 : standing.circled ? 1 : 2;
        }
    } else {
        drawn.style.cases << caseOf(u"%1、%2都可达"_s.arg(layer.names[0], layer.names[1]),
                                    coloured(good, kind))
                          << caseOf(u"仅%1可达"_s.arg(layer.names[0]), coloured(half, kind))
                          << caseOf(u"仅%1可达"_s.arg(layer.names[1]),
                                    coloured(QColor(128, 177, 211), kind))
                          << caseOf(u"都未覆盖"_s, coloured(bad, kind));
        for (std::size_t i = 0; i < chosen->size(); ++i)
            (*chosen)[i] =
                (all[0].standings[i].reached ? 0 : 2) + (all[1].standings[i].reached ? 0 : 1);
    }
    drawn.chosen = chosen;
    return {};
}

Result<void> SheetLayers::byChange(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    spatial::Selection before = layer.what;
    before.yearOffset -= layer.years;
    before.where.clear();
    const auto olders = load(before);
    if (!olders)
        return olders.error();
    const auto system = catalogue::classSystemOf(loaded.layer.classSystem)
                            .value_or(catalogue::ClassSystem::ThirdSurvey);
    const catalogue::LandClasses& classes = catalogue::LandClasses::of(system);
    const QStringList groups = classes.groups();
    // Of each text of the class: its group, and whether it is land for construction.
    struct Kind
    {
        int group = -1;
        bool construction = false;
    };
    const auto kindsOf = [&](const Loaded& one) {
        std::vector<Kind> kinds;
        for (const QString& code : one.shapes->texts(one.place(u"class"_s)))
            kinds.push_back({static_cast<int>(groups.indexOf(classes.groupOf(code))),
                             classes.isConstruction(code)});
        return kinds;
    };
    const std::vector<Kind> now = kindsOf(loaded);
    const int column = loaded.place(u"class"_s);
    const ShapeQuestions questions(*loaded.shapes);
    auto chosen = std::make_shared<Chosen>(loaded.shapes->count(), int(MapLayer::hidden));
    for (const LoadedPtr& older : *olders) {
        const std::vector<Kind> then = kindsOf(*older);
        const int olderColumn = older->place(u"class"_s);
        if (olderColumn < 0 || older->layer.classSystem != loaded.layer.classSystem)
            return Error(ErrorCode::Invalid,
                         Text::tr("图层“%1”与“%2”的地类不能对比，请检查字段和地类体系。")
                             .arg(loaded.layer.name, older->layer.name));
        const PolygonFinder polygons(*older->shapes);
        forEachFeature(chosen->size(), m_cancel, [&](std::size_t i) {
            const QList<QPointF> places = questions.places(i);
            const Kind is = now[loaded.shapes->textOf(column, i)];
            qsizetype changed = 0;
            bool was = false;
            for (const QPointF at : places) {
                const int found = polygons.find(at);
                if (found < 0)
                    continue;
                const Kind kind =
                    then[older->shapes->textOf(olderColumn, static_cast<std::size_t>(found))];
                changed += layer.construction ? kind.construction != is.construction
                                              : kind.group != is.group;
                was = kind.construction;
            }
            if (places.isEmpty() || 2 * changed <= places.size())
                return;
            (*chosen)[i] = layer.construction ? (was ? 1 : 0) : is.group;
        });
    }
    const LayerStyle own = drawn.style;
    drawn.style.column.clear();
    drawn.style.codes = drawn.style.listsOthers = false;
    drawn.style.cases.clear();
    drawn.value = -1;
    if (layer.construction) {
        drawn.style.cases = {caseOf(u"新增建设用地"_s, filled(QColor(215, 48, 39), 0.15)),
                             caseOf(u"建设用地减少"_s, filled(QColor(69, 117, 180), 0.15))};
    } else {
        for (const QString& group : groups) {
            Symbol symbol = filled(QColor(200, 200, 200), 0.15);
            for (const catalogue::LandClass& one : classes.classes()) {
                const int number = one.group == group ? own.caseOf(one.code) : -1;
                if (number >= 0) {
                    symbol = own.cases[number].symbol;
                    break;
                }
            }
            symbol.line = LineSymbol{QColor(60, 60, 60), 0.15, {}};
            drawn.style.cases << caseOf(u"变为"_s + group, symbol);
        }
    }
    drawn.chosen = chosen;
    return {};
}

Result<void> SheetLayers::circles(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn)
{
    const std::vector<bool> taken = takenBy(layer.what, loaded);
    const ShapeQuestions questions(*loaded.shapes);
    std::vector<gdal::LayerFeature> features;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (!taken[i])
            continue;
        for (const QPointF at : questions.places(i)) {
            gdal::LayerFeature circle;
            circle.shape = gdal::LayerFeature::Shape::Polygons;
            circle.rings.begins.push_back(0);
            circle.rings.holes.push_back(0);
            constexpr int corners = 72;
            for (int corner = 0; corner <= corners; ++corner) {
                const double angle = 2 * std::numbers::pi * (corner % corners) / corners;
                circle.rings.x.push_back(at.x() + layer.metres * std::cos(angle));
                circle.rings.y.push_back(at.y() + layer.metres * std::sin(angle));
            }
            features.push_back(std::move(circle));
        }
    }
    const SheetCase& one = layer.cases.constFirst();
    drawn.shapes = std::make_shared<ShapeStore>(ShapeStore::of(std::move(features)));
    drawn.style = LayerStyle();
    drawn.style.name = one.name;
    drawn.style.otherwise = caseOf(one.name, one.symbol);
    drawn.style.opacity = layer.opacity;
    drawn.value = drawn.label = -1;
    return {};
}

Result<SheetLayers::Regions> SheetLayers::regions(const QString& role)
{
    Regions found;
    spatial::Selection selection;
    selection.role = role;
    const auto loaded = load(selection);
    if (!loaded)
        return loaded.error();
    if (loaded->isEmpty())
        return found;
    const Loaded& first = *loaded->constFirst();
    found.shapes = first.shapes;
    for (std::size_t i = 0; i < first.shapes->count(); ++i)
        found.places.push_back(regionOf(first, i));
    return found;
}

void SheetLayers::keepFor(const QList<SheetLayer>& layers)
{
    std::set<qint64> wanted;
    std::vector<spatial::Recipe> recipes;
    const auto want = [&](spatial::Selection selection, int yearsBefore = 0) {
        selection.yearOffset -= yearsBefore;
        for (const project::Layer& one : spatial::choose(selection, m_data, m_year).layers)
            wanted.insert(one.id.number());
    };
    for (const QString& role : {u"XZQ"_s, u"JDXZ"_s}) {
        spatial::Selection regions;
        regions.role = role;
        want(regions);
    }
    for (const SheetLayer& layer : layers) {
        want(layer.what);
        if (layer.look == Look::Change)
            want(layer.what, layer.years);
        for (const auto& other : {layer.within, layer.of}) {
            if (other)
                want(*other);
        }
        for (const SheetCase& one : layer.cases) {
            for (const auto& other : {one.within, one.outside}) {
                if (other)
                    want(*other);
            }
        }
        for (const QString& subject : layer.subjects) {
            if (auto recipe = spatial::recipeFor(m_data, subject); recipe && *recipe)
                recipes.push_back(**std::move(recipe));
        }
    }
    std::erase_if(m_loaded, [&wanted](const auto& one) { return !wanted.contains(one.first); });
    std::vector<const spatial::Recipe*> later;
    for (const spatial::Recipe& recipe : recipes)
        later.push_back(&recipe);
    m_shelf.keepFor(later);
    giveBackMemory();
}

} // namespace checkup::draw
