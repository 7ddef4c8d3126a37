#include "core/draw/symbol_json.h"

#include <QJsonArray>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

template <class Value>
QString nameOf(const QList<QPair<QString, Value>>& names, Value value)
{
    for (const auto& [name, known] : names) {
        if (known == value)
            return name;
    }
    return {};
}

QJsonArray casesOf(const LayerStyle& style)
{
    QJsonArray cases;
    for (const SymbolCase& one : style.cases) {
        QJsonObject row = toJson(one.symbol);
        row.insert(u"name"_s, one.name);
        if (!style.grades)
            row.insert(u"values"_s, QJsonArray::fromStringList(one.values));
        cases.append(row);
    }
    return cases;
}

QJsonObject gradesOf(const RoleStyle& role)
{
    QJsonArray bounds{role.style.grades->lowest};
    for (const double upper : role.style.grades->uppers)
        bounds.append(upper);
    QJsonObject object{{u"bounds"_s, bounds}, {u"method"_s, nameOf(gradeMethods(), role.method)}};
    if (!role.ramp.isEmpty())
        object.insert(u"ramp"_s, role.ramp);
    return object;
}

} // namespace

const QList<QPair<QString, HatchSymbol::Pattern>>& hatchPatterns()
{
    using Pattern = HatchSymbol::Pattern;
    static const QList<QPair<QString, Pattern>> names{
        {u"rising"_s, Pattern::Rising},   {u"falling"_s, Pattern::Falling},
        {u"cross"_s, Pattern::Cross},     {u"level"_s, Pattern::Level},
        {u"upright"_s, Pattern::Upright}, {u"grid"_s, Pattern::Grid},
        {u"dots"_s, Pattern::Dots}};
    return names;
}

const QList<QPair<QString, MarkerSymbol::Shape>>& markerShapes()
{
    using Shape = MarkerSymbol::Shape;
    static const QList<QPair<QString, Shape>> names{{u"circle"_s, Shape::Circle},
                                                    {u"square"_s, Shape::Square},
                                                    {u"triangle"_s, Shape::Triangle},
                                                    {u"diamond"_s, Shape::Diamond},
                                                    {u"star"_s, Shape::Star},
                                                    {u"cross"_s, Shape::Cross},
                                                    {u"x"_s, Shape::X}};
    return names;
}

const QList<QPair<QString, GradeMethod>>& gradeMethods()
{
    static const QList<QPair<QString, GradeMethod>> names{
        {u"natural"_s, GradeMethod::NaturalBreaks},
        {u"quantile"_s, GradeMethod::Quantiles},
        {u"equal"_s, GradeMethod::EqualIntervals},
        {u"manual"_s, GradeMethod::Manual}};
    return names;
}

QString colourText(const QColor& colour)
{
    const QString solid = colour.name(QColor::HexRgb);
    return colour.alpha() == 255 ? solid
                                 : solid + u"%1"_s.arg(colour.alpha(), 2, 16, QLatin1Char('0'));
}

QJsonObject toJson(const LineSymbol& line)
{
    QJsonObject object{{u"colour"_s, colourText(line.colour)}, {u"width"_s, line.width}};
    if (!line.dashes.isEmpty()) {
        QJsonArray dashes;
        for (const double dash : line.dashes)
            dashes.append(dash);
        object.insert(u"dashes"_s, dashes);
    }
    return object;
}

QJsonObject toJson(const Symbol& symbol)
{
    QJsonObject object;
    if (symbol.fill)
        object.insert(u"fill"_s, colourText(*symbol.fill));
    if (const auto& hatch = symbol.hatch)
        object.insert(u"hatch"_s,
                      QJsonObject{{u"pattern"_s, nameOf(hatchPatterns(), hatch->pattern)},
                                  {u"colour"_s, colourText(hatch->colour)},
                                  {u"gap"_s, hatch->gap},
                                  {u"width"_s, hatch->width}});
    if (symbol.casing)
        object.insert(u"casing"_s, toJson(*symbol.casing));
    if (symbol.line)
        object.insert(u"line"_s, toJson(*symbol.line));
    if (const auto& marker = symbol.marker)
        object.insert(u"marker"_s, QJsonObject{{u"shape"_s, nameOf(markerShapes(), marker->shape)},
                                               {u"size"_s, marker->size}});
    return object;
}

QJsonObject toJson(const RoleStyle& role)
{
    const LayerStyle& style = role.style;
    QJsonObject object;
    if (role.byClass) {
        object.insert(u"byClass"_s, true);
        if (role.classLine)
            object.insert(u"line"_s, toJson(*role.classLine));
    } else if (style.column.isEmpty()) {
        object = toJson(style.otherwise.symbol);
    } else {
        if (style.grades)
            object.insert(u"grades"_s, gradesOf(role));
        if (!style.grades || role.ramp.isEmpty())
            object.insert(u"cases"_s, casesOf(style));
        if (style.codes)
            object.insert(u"codes"_s, true);
        if (!style.listsOthers && role.ramp.isEmpty()) {
            QJsonObject otherwise = toJson(style.otherwise.symbol);
            otherwise.insert(u"name"_s, style.otherwise.name);
            object.insert(u"otherwise"_s, otherwise);
        }
    }
    object.insert(u"role"_s, role.role);
    if (!role.system.isEmpty())
        object.insert(u"system"_s, role.system);
    const catalogue::LayerRole* const known = catalogue::layerRole(role.role);
    if (!known || known->name != style.name)
        object.insert(u"name"_s, style.name);
    if (!style.column.isEmpty())
        object.insert(u"column"_s, style.column);
    if (!style.labels.isEmpty())
        object.insert(u"labels"_s, style.labels);
    if (style.opacity < 1)
        object.insert(u"opacity"_s, style.opacity);
    return object;
}

} // namespace checkup::draw
