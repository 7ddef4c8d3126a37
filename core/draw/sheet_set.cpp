#include "core/draw/sheet_set.h"

#include "core/base/decimal.h"
#include "core/base/units.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

bool wholeNumbers(const ChartFigure& chart)
{
    return std::all_of(
        chart.series.cbegin(), chart.series.cend(), [](const ChartFigure::Series& series) {
            return std::all_of(series.values.cbegin(), series.values.cend(),
                               [](const auto& one) { return !one || *one == std::round(*one); });
        });
}

QString sourceOf(const project::Layer& layer)
{
    QString name = layer.name;
    if (layer.year > 0 && !name.contains(QString::number(layer.year)))
        name += u" %1"_s.arg(layer.year);
    // A file of the layer's own name says nothing more.
    const auto bare = [year = QString::number(layer.year)](QString words) {
        return words.remove(u' ').remove(u'_').remove(year);
    };
    const bool told = bare(QFileInfo(layer.fileName).completeBaseName()) == bare(name);
    return told ? name : name + u"（"_s + layer.fileName + u"）"_s;
}

} // namespace

SheetSet::SheetSet(QString projectPath, const project::YearData& data, QList<SheetTemplate> sheets,
                   SheetSetOptions options, CancelToken cancel)
    : m_data(data)
    , m_sheets(std::move(sheets))
    , m_options(std::move(options))
    , m_year(m_options.year > 0 ? m_options.year : data.info.year)
    , m_figures(data)
    , m_layers(std::move(projectPath), data, m_year, m_sheets, m_figures, std::move(cancel))
{}

QString SheetSet::titleOf(const SheetTemplate& sheet, const project::Region* district) const
{
    return filled(sheet.title, district);
}

QString SheetSet::filled(QString words, const project::Region* district) const
{
    words.replace(u"{city}"_s, m_data.info.city + (district ? district->nameZh : QString()));
    words.replace(u"{year}"_s, QString::number(m_year));
    words.replace(u"{last}"_s, QString::number(m_year - 1));
    return words;
}

QStringList SheetSet::lacking(const SheetTemplate& sheet) const
{
    QStringList lacks;
    for (const SheetLayer& layer : sheet.layers) {
        if (layer.required)
            lacks += m_layers.lacking(layer);
    }
    lacks.removeDuplicates();
    return lacks;
}

Result<QList<project::Region>> SheetSet::districts()
{
    const auto drawn = m_layers.regions(u"XZQ"_s);
    if (!drawn)
        return drawn.error();
    QList<project::Region> found;
    for (qsizetype i = 0; i < m_data.regions.size(); ++i) {
        if (std::find(drawn->places.cbegin(), drawn->places.cend(), i) != drawn->places.cend())
            found << m_data.regions[i];
    }
    return found;
}

std::optional<SheetSet::Printed> SheetSet::printedAs(const QString& subject,
                                                     project::RegionId region)
{
    const catalogue::Indicator* indicator = m_data.catalogue.indicator(subject);
    const catalogue::Quantity* quantity = m_data.catalogue.quantity(subject);
    if ((!indicator && !quantity) || (indicator && indicator->excluded))
        return std::nullopt;
    if (indicator)
        return Printed{indicator->nameZh, indicator->unit, indicator->decimals};
    const auto isWhole = [&](int year) {
        const assess::Figure& figure = m_figures.figure(subject, region, year);
        return !figure.isPresent() || figure.number == std::round(figure.number);
    };
    return Printed{quantity->nameZh, quantity->unit,
                   isWhole(m_year) && isWhole(m_year - 1) ? 0 : 2};
}

FigureTable SheetSet::figuresOf(const SheetTemplate& sheet, project::RegionId region)
{
    FigureTable table;
    table.nowHead = u"%1年"_s.arg(m_year);
    table.beforeHead = u"%1年"_s.arg(m_year - 1);
    for (const QString& subject : sheet.figures) {
        const auto as = printedAs(subject, region);
        if (!as)
            continue;
        const auto printed = [&](int year) {
            const assess::Figure& figure = m_figures.figure(subject, region, year);
            if (figure.isPresent())
                return formatFixed(figure.number, as->decimals);
            const bool said = figure.state == project::ValueState::NotApplicable ||
                              figure.state == project::ValueState::Withheld;
            return said ? project::label(figure.state) : u"未收集"_s;
        };
        table.rows << FigureTable::Row{as->name, as->unit, printed(m_year), printed(m_year - 1)};
    }
    return table;
}

std::optional<double> SheetSet::numberOf(const QString& subject, const QString& unit,
                                         project::RegionId region, int year)
{
    const assess::Figure& figure = m_figures.figure(subject, region, year);
    if (!figure.isPresent())
        return std::nullopt;
    if (figure.unit == unit)
        return figure.number;
    const auto from = parseUnit(figure.unit);
    const auto to = parseUnit(unit);
    if (!from || !to)
        return std::nullopt;
    const auto converted = convert(figure.number, *from, *to);
    return converted ? std::optional(*converted) : std::nullopt;
}

QList<project::Region> SheetSet::shownIn(const SheetChart& chart) const
{
    QList<project::Region> shown;
    for (const project::Region& one : m_data.regions) {
        if (one.level == project::RegionLevel::District &&
            (chart.regions.isEmpty() || chart.regions.contains(one.nameZh) ||
             chart.regions.contains(one.code)))
            shown << one;
    }
    return shown;
}

ChartFigure SheetSet::chartOf(const SheetChart& chart, const project::Region& region)
{
    using Over = SheetChart::Over;
    ChartFigure made;
    made.kind = chart.kind;
    made.title = filled(chart.title, nullptr);
    QStringList subjects;
    QStringList names;
    for (qsizetype i = 0; i < chart.subjects.size(); ++i) {
        const auto as = printedAs(chart.subjects[i], region.id);
        if (!as)
            continue;
        if (subjects.isEmpty()) {
            made.unit = as->unit;
            made.decimals = as->decimals;
        }
        subjects << chart.subjects[i];
        names << chart.names.value(i, as->name);
    }
    const auto series = [&](const QString& name) {
        made.series << ChartFigure::Series{name, {}};
        return &made.series.last().values;
    };
    switch (chart.over) {
    case Over::Districts:
        for (const project::Region& one : shownIn(chart)) {
            if (one.id == region.id)
                made.marked = static_cast<int>(made.categories.size());
            made.categories << one.nameZh;
        }
        for (qsizetype i = 0; i < subjects.size(); ++i) {
            auto* const values = series(names[i]);
            for (const project::Region& one : shownIn(chart))
                *values << numberOf(subjects[i], made.unit, one.id, m_year);
        }
        break;
    case Over::Years:
        for (int year = m_year - chart.years + 1; year <= m_year; ++year)
            made.categories << QString::number(year);
        for (qsizetype i = 0; i < subjects.size(); ++i) {
            auto* const values = series(names[i]);
            for (int year = m_year - chart.years + 1; year <= m_year; ++year)
                *values << numberOf(subjects[i], made.unit, region.id, year);
        }
        break;
    case Over::Subjects:
        made.categories = names;
        const bool shares = chart.kind == ChartFigure::Kind::Shares;
        for (const int year : {m_year - 1, m_year}) {
            if (shares && year != m_year)
                continue;
            auto* const values = series(u"%1年"_s.arg(year));
            for (const QString& subject : std::as_const(subjects))
                *values << numberOf(subject, made.unit, region.id, year);
        }
        break;
    }
    if (!subjects.isEmpty() && !m_data.catalogue.indicator(subjects.constFirst()))
        made.decimals = wholeNumbers(made) ? 0 : 2;
    if (!chart.whole.isEmpty())
        made.whole = numberOf(chart.whole, made.unit, region.id, m_year);
    return made;
}

Result<void> SheetSet::focusOn(const project::Region& district, MapSheet& sheet)
{
    const auto drawn = m_layers.regions(u"XZQ"_s);
    if (!drawn)
        return drawn.error();
    MapLayer layer;
    layer.role = u"XZQ"_s;
    layer.shapes = drawn->shapes;
    auto chosen = std::make_shared<std::vector<int>>();
    std::optional<spatial::Box> extent;
    for (std::size_t i = 0; i < drawn->places.size(); ++i) {
        const int place = drawn->places[i];
        const bool here = place >= 0 && m_data.regions[place].id == district.id;
        chosen->push_back(here ? 0 : int(MapLayer::hidden));
        if (!here)
            continue;
        const spatial::Box& box = drawn->shapes->box(i);
        if (!extent)
            extent = box;
        extent = spatial::Box{std::min(extent->minX, box.minX), std::min(extent->minY, box.minY),
                              std::max(extent->maxX, box.maxX), std::max(extent->maxY, box.maxY)};
    }
    if (!extent)
        return Error(
            ErrorCode::NotFound,
            Text::tr("图层 XZQ 中没有“%1”，请检查行政区的代码和名称。").arg(district.nameZh));
    const double room = std::max(extent->maxX - extent->minX, extent->maxY - extent->minY) / 40;
    sheet.extent = {extent->minX - room, extent->minY - room, extent->maxX + room,
                    extent->maxY + room};
    layer.chosen = chosen;
    sheet.focus = layer;
    return {};
}

Result<void> SheetSet::addInset(const project::Region* district, MapSheet& sheet)
{
    const auto drawn = m_layers.regions(u"XZQ"_s);
    if (!drawn)
        return drawn.error();
    if (!drawn->shapes)
        return {};
    MapLayer all;
    all.role = u"XZQ"_s;
    all.shapes = drawn->shapes;
    auto shown = std::make_shared<std::vector<int>>();
    for (const int place : drawn->places) {
        const bool here = district && place >= 0 && m_data.regions[place].id == district->id;
        shown->push_back(here ? 0 : -1);
    }
    all.chosen = shown;
    SymbolCase here;
    here.symbol.fill = QColor(214, 84, 60);
    here.symbol.line = LineSymbol{QColor(90, 90, 90), 0.1, {}};
    all.style.cases << here;
    all.style.otherwise.symbol = here.symbol;
    all.style.otherwise.symbol.fill = QColor(228, 228, 222);
    sheet.inset << all;
    if (district)
        return {};
    SheetLayer urban;
    urban.what.role = u"CQFW"_s;
    if (!m_layers.lacking(urban).isEmpty())
        return {};
    const auto areas = m_layers.drawn(urban);
    if (!areas)
        return areas.error();
    for (MapLayer area : *areas) {
        area.style = {};
        area.style.otherwise.symbol.fill = QColor(233, 180, 120);
        sheet.inset << area;
    }
    return {};
}

Result<MapSheet> SheetSet::make(const SheetTemplate& sheet, const project::Region* district)
{
    if (const QStringList lacks = lacking(sheet); !lacks.isEmpty())
        return Error(
            ErrorCode::NotFound,
            Text::tr("图纸“%1”缺少：%2。").arg(titleOf(sheet, district), lacks.join(u'；')));
    MapSheet made;
    const auto plane = m_layers.plane();
    if (!plane)
        return plane.error();
    made.plane = *plane;
    made.beside.resize(std::max<qsizetype>(1, sheet.maps.size()) - 1);
    QList<project::LayerId> known;
    for (const SheetLayer& layer : sheet.layers) {
        if (!layer.required && !m_layers.lacking(layer).isEmpty())
            continue;
        const auto drawn = m_layers.drawn(layer);
        if (!drawn)
            return drawn.error();
        for (int map = 1; map <= made.maps(); ++map) {
            if (layer.map == 0 || layer.map == map)
                (map == 1 ? made.layers : made.beside[map - 2].layers) += *drawn;
        }
        for (const project::Layer& source : m_layers.sourcesOf(layer)) {
            if (known.contains(source.id))
                continue;
            known << source.id;
            made.sources << sourceOf(source);
        }
    }
    const auto cities = m_layers.regions(u"XZQ"_s);
    if (!cities)
        return cities.error();
    MapLayer city;
    city.shapes = cities->shapes;
    const auto extent = extentOf(city.shapes ? QList<MapLayer>{city} : made.layers);
    if (!extent)
        return Error(
            ErrorCode::Invalid,
            Text::tr("图纸“%1”的图层里没有可画的图形，请检查数据。").arg(titleOf(sheet, district)));
    made.extent = *extent;
    if (district) {
        if (const auto done = focusOn(*district, made); !done)
            return done.error();
    }
    const bool hasInset =
        sheet.inset == SheetInset::Always || (district && sheet.inset == SheetInset::District);
    if (hasInset) {
        if (const auto done = addInset(district, made); !done)
            return done.error();
    }
    dress(sheet, district, made);
    return made;
}

void SheetSet::dress(const SheetTemplate& sheet, const project::Region* district, MapSheet& made)
{
    made.title = titleOf(sheet, district);
    made.caption = filled(sheet.maps.value(0), district);
    for (qsizetype i = 0; i < made.beside.size(); ++i)
        made.beside[i].caption = filled(sheet.maps.value(i + 1), district);
    SheetTemplate sized = sheet;
    if (!m_options.paper.isEmpty())
        sized.paper = m_options.paper;
    sized.upright = m_options.upright.value_or(sheet.upright);
    made.paper = sized.size();
    made.elements.clear();
    for (SheetElement element : sheet.elements) {
        element.words = filled(element.words, district);
        made.elements << onPaper(element, sheet.size(), made.paper);
    }
    made.grid = sheet.grid;
    made.frame = m_options.frame;
    made.number = QString::number(sheet.number);
    if (made.frame && !made.frame->number.isEmpty())
        made.number = filled(made.frame->number, district).replace(u"{number}"_s, made.number);
    made.charts.clear();
    const project::Region* const whole = m_data.city();
    if (district || whole) {
        const project::Region& region = district ? *district : *whole;
        made.figures = figuresOf(sheet, region.id);
        for (const SheetChart& chart : sheet.charts)
            made.charts << chartOf(chart, region);
    }
    made.notes.clear();
    for (const QString& note : sheet.notes)
        made.notes << filled(note, district);
    made.notice = u"本图界线不作为划界依据。"_s;
    if (m_data.info.demonstration)
        made.notice.prepend(u"演示数据。"_s);
    made.reviewNumber = m_options.reviewNumber;
    made.secrecy = m_options.secrecy.isEmpty() ? sheet.secrecy : m_options.secrecy;
    const QDate date = m_data.info.changedAt.toUTC().date();
    made.maker = m_data.info.organisation;
    made.date = date.isValid() ? date.toString(u"yyyy年M月d日"_s) : QString();
    made.font = m_options.font;
}

void SheetSet::keepFor(const QList<SheetTemplate>& sheets)
{
    QList<SheetLayer> layers;
    for (const SheetTemplate& sheet : sheets)
        layers += sheet.layers;
    m_layers.keepFor(layers);
}

} // namespace checkup::draw
