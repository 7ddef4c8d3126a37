#include "app/workspace/maps/made_styles.h"

#include "core/draw/colour_vision.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MadeStyles)
};

/// Okabe and Ito 2008.
const QList<QColor>& distinctColours()
{
    static const QList<QColor> colours{
        QColor(86, 180, 233), QColor(230, 159, 0), QColor(0, 158, 115),   QColor(240, 228, 66),
        QColor(0, 114, 178),  QColor(213, 94, 0),  QColor(204, 121, 167), QColor(150, 150, 150)};
    return colours;
}

} // namespace

draw::Symbol distinctSymbol(qsizetype number, LayerGeometry geometry)
{
    const QList<QColor>& colours = distinctColours();
    const QColor colour = colours[number % colours.size()];
    draw::Symbol symbol;
    symbol.line = draw::LineSymbol{QColor(110, 110, 110), 0.1, {}};
    if (geometry == LayerGeometry::Line)
        symbol.line = draw::LineSymbol{colour, 0.5, {}};
    else
        symbol.fill = colour;
    if (geometry == LayerGeometry::Point)
        symbol.marker = draw::MarkerSymbol{draw::MarkerSymbol::Shape::Circle, 2.4};
    // The second round of colours is told apart by what is laid over it.
    if (number >= colours.size() && geometry == LayerGeometry::Polygon)
        symbol.hatch =
            draw::HatchSymbol{draw::HatchSymbol::Pattern::Rising, QColor(70, 70, 70), 1.6, 0.15};
    return symbol;
}

LayerGeometry geometryOfRole(const QString& role)
{
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    return known ? known->geometry : LayerGeometry::Polygon;
}

draw::RoleStyle styleByValues(const draw::RoleStyle& before, const QString& column,
                              const QMap<QString, qint64>& values)
{
    constexpr qsizetype most = 40;
    QList<std::pair<qint64, QString>> sorted;
    for (const auto& [value, number] : values.asKeyValueRange())
        sorted.append({-number, value});
    std::sort(sorted.begin(), sorted.end());
    QStringList kept;
    for (const auto& [number, value] : std::as_const(sorted)) {
        if (kept.size() < most && !value.isEmpty())
            kept << value;
    }
    std::sort(kept.begin(), kept.end());
    const LayerGeometry geometry = geometryOfRole(before.role);
    draw::RoleStyle made;
    made.role = before.role;
    made.system = before.system;
    made.style.name = before.style.name;
    made.style.labels = before.style.labels;
    made.style.opacity = before.style.opacity;
    made.style.column = column;
    for (const QString& value : std::as_const(kept)) {
        draw::SymbolCase one;
        one.values << value;
        one.name = value;
        one.symbol = distinctSymbol(made.style.cases.size(), geometry);
        made.style.cases << one;
    }
    made.style.otherwise.name = u"其他"_s;
    made.style.otherwise.symbol = draw::plainSymbol(geometry);
    return made;
}

draw::RoleStyle styleByGrades(const draw::RoleStyle& before, const QString& column,
                              draw::GradeMethod method, const draw::Grades& grades)
{
    // All of one value: an interval of its own, so that it can be kept and changed.
    QList<double> bounds{grades.lowest};
    bounds += grades.uppers;
    if (bounds[0] >= bounds[1])
        bounds[0] = bounds[1] - 1;
    draw::RoleStyle made;
    made.role = before.role;
    made.system = before.system;
    made.method = method;
    made.ramp = before.ramp.isEmpty() ? u"blue"_s : before.ramp;
    made.style =
        draw::gradedStyle(before.style.name, column, draw::Grades{bounds[0], grades.uppers},
                          *draw::rampOf(made.ramp), geometryOfRole(before.role));
    made.style.labels = before.style.labels;
    made.style.opacity = before.style.opacity;
    return made;
}

QString legibilityOf(const QList<draw::SymbolCase>& cases, LayerGeometry geometry)
{
    QStringList said;
    QList<QColor> colours;
    QStringList names;
    for (const draw::SymbolCase& one : cases) {
        const bool line = geometry == LayerGeometry::Line;
        if (one.symbol.hatch || (line ? !one.symbol.line : !one.symbol.fill))
            continue; // told apart by more than colour
        colours << (line ? one.symbol.line->colour : *one.symbol.fill);
        names << one.name;
    }
    for (const auto& [sight, sentence] :
         {std::pair(draw::Sight::Grey, Text::tr("黑白打印时有 %1 对难以分辨，如“%2”与“%3”。")),
          std::pair(draw::Sight::GreenWeak,
                    Text::tr("红绿色盲看来有 %1 对难以分辨，如“%2”与“%3”。"))}) {
        const QList<draw::AlikeColours> alike = draw::alikeColours(colours, sight);
        const auto worst =
            std::min_element(alike.cbegin(), alike.cend(), [](const auto& a, const auto& b) {
                return a.difference < b.difference;
            });
        if (worst != alike.cend())
            said << sentence.arg(alike.size()).arg(names[worst->first], names[worst->second]);
    }
    if (said.isEmpty() && colours.size() > 1)
        said << Text::tr("黑白打印和红绿色盲看来，各类都能分辨。");
    return said.join(u'\n');
}

} // namespace checkup::workspace
