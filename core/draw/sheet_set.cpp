#include "core/draw/sheet_set.h"

#include "core/base/decimal.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

QString sourceOf(const project::Layer& layer)
{
    QString name = layer.name;
    if (layer.year > 0 && !name.contains(QString::number(layer.year)))
        name += u" %1"_s.arg(layer.year);
    return name + u"（"_s + layer.fileName + u"）"_s;
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
    QString title = sheet.title;
    title.replace(u"{city}"_s, m_data.info.city + (district ? district->nameZh : QString()));
    title.replace(u"{year}"_s, QString::number(m_year));
    title.replace(u"{last}"_s, QString::number(m_year - 1));
    return title;
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

FigureTable SheetSet::figuresOf(const SheetTemplate& sheet, project::RegionId region)
{
    FigureTable table;
    table.nowHead = u"%1年"_s.arg(m_year);
    table.beforeHead = u"%1年"_s.arg(m_year - 1);
    for (const QString& subject : sheet.figures) {
        const catalogue::Indicator* indicator = m_data.catalogue.indicator(subject);
        const catalogue::Quantity* quantity = m_data.catalogue.quantity(subject);
        if ((!indicator && !quantity) || (indicator && indicator->excluded))
            continue; // the project's system does not ask for it
        FigureTable::Row row;
        row.name = indicator ? indicator->nameZh : quantity->nameZh;
        row.unit = indicator ? indicator->unit : quantity->unit;
        const auto at = [&](int year) -> const assess::Figure& {
            return m_figures.figure(subject, region, year);
        };
        const auto isWhole = [&](int year) {
            const assess::Figure& figure = at(year);
            return !figure.isPresent() || figure.number == std::round(figure.number);
        };
        const int decimals = indicator                                ? indicator->decimals
                             : isWhole(m_year) && isWhole(m_year - 1) ? 0
                                                                      : 2;
        const auto printed = [&](int year) {
            const assess::Figure& figure = at(year);
            if (figure.isPresent())
                return formatFixed(figure.number, decimals);
            const bool said = figure.state == project::ValueState::NotApplicable ||
                              figure.state == project::ValueState::Withheld;
            return said ? project::label(figure.state) : u"未收集"_s;
        };
        row.now = printed(m_year);
        row.before = printed(m_year - 1);
        table.rows << row;
    }
    return table;
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
    // Where in the city it lies.
    MapLayer all = layer;
    auto shown = std::make_shared<std::vector<int>>(*chosen);
    for (int& number : *shown)
        number = number == 0 ? 0 : -1;
    all.chosen = shown;
    SymbolCase here;
    here.symbol.fill = QColor(214, 84, 60);
    here.symbol.line = LineSymbol{QColor(90, 90, 90), 0.1, {}};
    all.style.cases << here;
    all.style.otherwise.symbol = here.symbol;
    all.style.otherwise.symbol.fill = QColor(228, 228, 222);
    sheet.inset << all;
    return {};
}

Result<MapSheet> SheetSet::make(const SheetTemplate& sheet, const project::Region* district)
{
    if (const QStringList lacks = lacking(sheet); !lacks.isEmpty())
        return Error(
            ErrorCode::NotFound,
            Text::tr("图纸“%1”缺少：%2。").arg(titleOf(sheet, district), lacks.join(u'；')));
    MapSheet made;
    made.title = titleOf(sheet, district);
    made.paper = sheet.size();
    const auto plane = m_layers.plane();
    if (!plane)
        return plane.error();
    made.plane = *plane;
    QList<project::LayerId> known;
    for (const SheetLayer& layer : sheet.layers) {
        if (!layer.required && !m_layers.lacking(layer).isEmpty())
            continue;
        const auto drawn = m_layers.drawn(layer);
        if (!drawn)
            return drawn.error();
        made.layers += *drawn;
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
        return Error(ErrorCode::Invalid,
                     Text::tr("图纸“%1”的图层里没有可画的图形，请检查数据。").arg(made.title));
    made.extent = *extent;
    if (district) {
        if (const auto done = focusOn(*district, made); !done)
            return done.error();
    }
    const project::Region* whole = m_data.city();
    if (district || whole)
        made.figures = figuresOf(sheet, district ? district->id : whole->id);
    made.notes = sheet.notes;
    made.notice = u"本图界线不作为划界依据。"_s;
    if (m_data.info.demonstration)
        made.notice.prepend(u"演示数据。"_s);
    made.reviewNumber = m_options.reviewNumber;
    made.secrecy = m_options.secrecy.isEmpty() ? sheet.secrecy : m_options.secrecy;
    const QDate date = m_data.info.changedAt.toUTC().date();
    made.maker = m_data.info.organisation;
    if (date.isValid())
        made.date = date.toString(u"yyyy年M月d日"_s);
    made.font = m_options.font;
    return made;
}

} // namespace checkup::draw
