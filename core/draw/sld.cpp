#include "core/draw/sld.h"

#include "core/office/text_decoding.h"

#include <QCoreApplication>

#include <pugixml.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

using catalogue::LayerGeometry;
using Node = pugi::xml_node;

constexpr double millimetres = 0.28; ///< of a pixel, OGC 05-078r4, 11.3
constexpr double infinite = std::numeric_limits<double>::infinity();

/// Without its prefix: files name the same things sld:, se:, ogc:, fes: or nothing.
std::string_view localName(const Node& node)
{
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

QString nameOf(const Node& node)
{
    const std::string_view name = localName(node);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

bool is(const Node& node, std::string_view name)
{
    return node.type() == pugi::node_element && localName(node) == name;
}

Node child(const Node& node, std::string_view name)
{
    return node.find_child([name](const Node& one) { return is(one, name); });
}

QString textOf(const Node& node)
{
    return QString::fromUtf8(node.text().get()).trimmed();
}

/// What rules ask of a column.
struct Condition
{
    enum class Kind { None, Values, Range, Else, Foreign };
    Kind kind = Kind::None;
    QString property;
    QStringList values, beginnings;
    double above = -infinite, upTo = infinite;
    bool belowOnly = false; ///< the upper bound itself is not in it
    QString foreign;        ///< what cannot be taken
    bool operator==(const Condition&) const = default;
};

Condition foreign(const QString& what)
{
    Condition condition;
    condition.kind = Condition::Kind::Foreign;
    condition.foreign = what;
    return condition;
}

struct Rule
{
    QString name;
    Condition condition;
    Symbol symbol;
};

class SldReader
{
public:
    SldReader(const SymbolSet::File& file, const catalogue::LayerRole& role,
              const QMap<QString, QString>& fields)
        : m_file(file)
        , m_role(role)
        , m_fields(fields)
    {}

    Result<SldStyle> read(const QString& classSystem)
    {
        pugi::xml_document document;
        if (const auto parsed = parse(document); !parsed)
            return parsed.error();
        const Node root = document.document_element();
        if (!is(root, "StyledLayerDescriptor"))
            return fault(Text::tr("不是 SLD：根元素是“%1”。").arg(nameOf(root)));
        const auto style = styleIn(root);
        if (!style)
            return style.error();
        if (const auto done = readRules(*style); !done)
            return done.error();
        return assemble(classSystem);
    }

private:
    Error fault(const QString& sentence) const
    {
        return Error(ErrorCode::Invalid, Text::tr("文件 %1：%2").arg(m_file.name, sentence));
    }

    void note(const QString& sentence)
    {
        if (!m_notes.contains(sentence))
            m_notes << sentence;
    }

    Result<void> parse(pugi::xml_document& document) const
    {
        constexpr qsizetype most = 8 * 1024 * 1024;
        if (m_file.bytes.size() > most)
            return Error(ErrorCode::TooLarge,
                         Text::tr("文件 %1 超过 8 MB，不像样式文件。").arg(m_file.name));
        const auto decoded = office::decodeText(m_file.bytes);
        if (!decoded)
            return decoded.error();
        if (decoded->text.contains(u"<!ENTITY"_s))
            return fault(Text::tr("里面定义了 XML 实体，不予读取；请去掉 DOCTYPE 后再导入。"));
        const QByteArray bytes = decoded->text.toUtf8();
        const auto parsed =
            document.load_buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                                 pugi::parse_default, pugi::encoding_utf8);
        if (parsed)
            return {};
        const auto before = static_cast<qsizetype>(parsed.offset);
        const auto line = bytes.first(std::clamp<qsizetype>(before, 0, bytes.size())).count('\n');
        return fault(Text::tr("XML 不完整，请在第 %1 行附近检查。").arg(line + 1));
    }

    /// The first style; others are told.
    Result<Node> styleIn(const Node& root)
    {
        QList<Node> styles;
        for (const Node& layer : root.children()) {
            if (!is(layer, "NamedLayer") && !is(layer, "UserLayer"))
                continue;
            for (const Node& style : layer.children()) {
                if (is(style, "UserStyle"))
                    styles << style;
            }
        }
        if (styles.isEmpty())
            return fault(Text::tr("里面没有样式（UserStyle）。"));
        if (styles.size() > 1)
            note(Text::tr("文件有 %1 个样式，只读第一个。").arg(styles.size()));
        return styles.constFirst();
    }

    Result<void> readRules(const Node& style)
    {
        constexpr int most = 2000;
        int number = 0;
        for (const Node& feature : style.children()) {
            if (!is(feature, "FeatureTypeStyle"))
                continue;
            for (const Node& rule : feature.children()) {
                if (!is(rule, "Rule"))
                    continue;
                if (++number > most)
                    return Error(ErrorCode::TooLarge,
                                 Text::tr("文件 %1 的规则超过 %2 条。").arg(m_file.name).arg(most));
                readRule(rule, number);
            }
        }
        return number > 0 ? Result<void>() : fault(Text::tr("样式里没有规则（Rule）。"));
    }

    static QString titleOf(const Node& rule)
    {
        for (const Node& at : {rule, child(rule, "Description")}) {
            for (const char* key : {"Title", "Abstract"}) {
                if (const QString text = textOf(child(at, key)); !text.isEmpty())
                    return text;
            }
        }
        return textOf(child(rule, "Name"));
    }

    void readRule(const Node& node, int number)
    {
        Rule rule;
        rule.name = titleOf(node);
        m_at = rule.name.isEmpty() ? Text::tr("第 %1 条规则").arg(number)
                                   : Text::tr("规则“%1”").arg(rule.name);
        if (child(node, "ElseFilter"))
            rule.condition.kind = Condition::Kind::Else;
        else if (const Node filter = child(node, "Filter"))
            rule.condition = conditionIn(filter);
        if (rule.condition.kind == Condition::Kind::Foreign)
            return note(
                Text::tr("%1没有采用：条件“%2”不能对应。").arg(m_at, rule.condition.foreign));
        // A further pass over the same features draws over what is there.
        const auto same = std::find_if(m_rules.begin(), m_rules.end(), [&rule](const Rule& one) {
            return one.condition == rule.condition;
        });
        if (same != m_rules.end())
            rule.symbol = same->symbol;
        for (const Node& part : node.children()) {
            if (part.type() == pugi::node_element)
                readPart(part, rule.symbol);
        }
        if (same != m_rules.end())
            same->symbol = rule.symbol;
        else
            m_rules << rule;
    }

    void readPart(const Node& part, Symbol& symbol)
    {
        static const QStringList silent{u"Name"_s,         u"Title"_s,  u"Abstract"_s,
                                        u"Description"_s,  u"Filter"_s, u"ElseFilter"_s,
                                        u"LegendGraphic"_s};
        const QString name = nameOf(part);
        if (const QString uom = QString::fromUtf8(part.attribute("uom").value());
            !uom.isEmpty() && !uom.endsWith(u"pixel"_s))
            note(Text::tr("%1的长度单位“%2”按像素读取，请核对线宽和大小。")
                     .arg(m_at, uom.section(u'/', -1)));
        if (is(part, "PolygonSymbolizer")) {
            readFill(child(part, "Fill"), symbol);
            readStroke(child(part, "Stroke"), symbol);
            tellOthers(part, {"Fill", "Stroke", "Geometry", "Name", "Description"});
        } else if (is(part, "LineSymbolizer")) {
            readStroke(child(part, "Stroke"), symbol);
            tellOthers(part, {"Stroke", "Geometry", "Name", "Description"});
        } else if (is(part, "PointSymbolizer")) {
            readGraphic(child(part, "Graphic"), symbol);
            tellOthers(part, {"Graphic", "Geometry", "Name", "Description"});
        } else if (is(part, "TextSymbolizer")) {
            readLabel(part);
        } else if (is(part, "MinScaleDenominator") || is(part, "MaxScaleDenominator")) {
            note(Text::tr("%1只在一些比例尺下显示的限制没有采用。").arg(m_at));
        } else if (!silent.contains(name)) {
            note(Text::tr("%1的“%2”没有采用。").arg(m_at, name));
        }
    }

    void tellOthers(const Node& node, const QList<std::string_view>& known)
    {
        for (const Node& one : node.children()) {
            if (one.type() != pugi::node_element ||
                std::any_of(known.cbegin(), known.cend(),
                            [&one](std::string_view name) { return is(one, name); }))
                continue;
            QString name = nameOf(one);
            if (const QString option = QString::fromUtf8(one.attribute("name").value());
                !option.isEmpty())
                name += u' ' + option;
            note(Text::tr("%1的“%2”没有采用。").arg(m_at, name));
        }
    }

    /// The plain text of a value; nothing for what is computed from the data.
    std::optional<QString> valueOf(const Node& node)
    {
        if (!node)
            return std::nullopt;
        for (const Node& one : node.children()) {
            if (one.type() != pugi::node_element)
                continue;
            if (is(one, "Literal"))
                return textOf(one);
            note(Text::tr("%1的“%2”由“%3”计算，没有采用。").arg(m_at, nameOf(node), nameOf(one)));
            return std::nullopt;
        }
        return textOf(node);
    }

    double numberOf(const Node& node, double otherwise)
    {
        const std::optional<QString> text = valueOf(node);
        if (!text)
            return otherwise;
        bool isNumber = false;
        const double number = text->toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number) || number < 0) {
            note(Text::tr("%1的“%2”应为数，“%3”不是，没有采用。").arg(m_at, nameOf(node), *text));
            return otherwise;
        }
        return number;
    }

    /// A parameter: CssParameter of 1.0, SvgParameter of 1.1.
    Node parameter(const Node& node, const char* name) const
    {
        return node.find_child([name](const Node& one) {
            return (is(one, "CssParameter") || is(one, "SvgParameter")) &&
                   std::string_view(one.attribute("name").value()) == name;
        });
    }

    void tellParameters(const Node& node, const QList<std::string_view>& known)
    {
        for (const Node& one : node.children()) {
            const std::string_view name = one.attribute("name").value();
            if ((is(one, "CssParameter") || is(one, "SvgParameter")) &&
                std::find(known.cbegin(), known.cend(), name) == known.cend())
                note(Text::tr("%1的“%2”没有采用。")
                         .arg(m_at, QString::fromUtf8(one.attribute("name").value())));
        }
    }

    /// With its opacity; nothing for what is invisible.
    std::optional<QColor> colourOf(const Node& node, const char* key, const char* opacityKey,
                                   const QColor& otherwise)
    {
        QColor colour = otherwise;
        if (const std::optional<QString> text = valueOf(parameter(node, key))) {
            if (text->compare(u"none"_s, Qt::CaseInsensitive) == 0)
                return std::nullopt;
            const QColor read(*text);
            if (read.isValid())
                colour = read;
            else
                note(Text::tr("%1的颜色“%2”读不出，用了默认色。").arg(m_at, *text));
        }
        const double opacity = std::min(numberOf(parameter(node, opacityKey), 1), 1.0);
        colour.setAlpha(static_cast<int>(std::lround(opacity * 255)));
        return colour.alpha() == 0 ? std::nullopt : std::optional(colour);
    }

    void readFill(const Node& fill, Symbol& symbol)
    {
        if (!fill)
            return;
        tellParameters(fill, {"fill", "fill-opacity"});
        if (const Node graphic = child(fill, "GraphicFill"))
            return readHatch(graphic, symbol);
        const auto colour = colourOf(fill, "fill", "fill-opacity", QColor(128, 128, 128));
        if (symbol.fill && colour)
            note(Text::tr("%1有多层填充，只留最上一层。").arg(m_at));
        if (colour)
            symbol.fill = colour;
    }

    struct Mark
    {
        QString name;
        std::optional<QColor> fill;
        std::optional<LineSymbol> line;
        double size = 0; ///< mm
        double angle = 0;
    };

    std::optional<Mark> markIn(const Node& graphic, double sizeInPixels)
    {
        Mark mark;
        const Node node = child(graphic, "Mark");
        if (child(graphic, "ExternalGraphic"))
            note(node ? Text::tr("%1的外部图片没有采用，改用自带形状。").arg(m_at)
                      : Text::tr("%1的外部图片没有采用。").arg(m_at));
        mark.size = numberOf(child(graphic, "Size"), sizeInPixels) * millimetres;
        if (const Node rotation = child(graphic, "Rotation")) {
            if (const std::optional<QString> text = valueOf(rotation))
                mark.angle = text->toDouble();
        }
        const double opacity = std::min(numberOf(child(graphic, "Opacity"), 1), 1.0);
        tellOthers(graphic, {"Mark", "ExternalGraphic", "Size", "Rotation", "Opacity"});
        if (!node)
            return std::nullopt;
        mark.name = valueOf(child(node, "WellKnownName")).value_or(u"square"_s);
        if (mark.name.isEmpty())
            mark.name = u"square"_s;
        if (mark.name.startsWith(u"shape://"_s))
            mark.name = mark.name.sliced(8);
        tellOthers(node, {"WellKnownName", "Fill", "Stroke"});
        const auto fainter = [opacity](QColor& colour) {
            colour.setAlphaF(colour.alphaF() * static_cast<float>(opacity));
        };
        if (const Node fill = child(node, "Fill")) {
            tellParameters(fill, {"fill", "fill-opacity"});
            mark.fill = colourOf(fill, "fill", "fill-opacity", QColor(128, 128, 128));
        }
        if (const Node stroke = child(node, "Stroke"))
            mark.line = lineOf(stroke);
        if (mark.fill)
            fainter(*mark.fill);
        if (mark.line)
            fainter(mark.line->colour);
        return mark;
    }

    void readHatch(const Node& graphicFill, Symbol& symbol)
    {
        using Pattern = HatchSymbol::Pattern;
        const auto mark = markIn(child(graphicFill, "Graphic"), 10);
        if (!mark)
            return;
        static const QMap<QString, Pattern> patterns{
            {u"slash"_s, Pattern::Rising},  {u"backslash"_s, Pattern::Falling},
            {u"horline"_s, Pattern::Level}, {u"vertline"_s, Pattern::Upright},
            {u"line"_s, Pattern::Upright},  {u"plus"_s, Pattern::Grid},
            {u"cross"_s, Pattern::Grid},    {u"times"_s, Pattern::Cross},
            {u"x"_s, Pattern::Cross},       {u"dot"_s, Pattern::Dots},
            {u"circle"_s, Pattern::Dots}};
        HatchSymbol hatch;
        auto known = patterns.constFind(mark->name);
        if (known == patterns.cend() && mark->name.startsWith(u"brush://dense"_s)) {
            note(Text::tr("%1的填充图案“%2”以点代替。").arg(m_at, mark->name));
            known = patterns.constFind(u"dot"_s);
        }
        if (known == patterns.cend())
            return note(Text::tr("%1的填充图案“%2”没有采用。").arg(m_at, mark->name));
        hatch.pattern = turned(*known, mark->angle);
        const bool dots = hatch.pattern == Pattern::Dots;
        const QColor colour = mark->line && !dots ? mark->line->colour
                              : mark->fill        ? *mark->fill
                              : mark->line        ? mark->line->colour
                                                  : QColor(Qt::black);
        hatch.colour = colour;
        hatch.gap = std::clamp(dots ? mark->size * 2 : mark->size, 0.3, 50.0);
        hatch.width = std::clamp(dots         ? mark->size
                                 : mark->line ? mark->line->width
                                              : millimetres,
                                 0.05, hatch.gap);
        if (symbol.hatch)
            note(Text::tr("%1有多层图案，只留最上一层。").arg(m_at));
        symbol.hatch = hatch;
    }

    /// A pattern of lines turned clockwise, to the nearest of those that there are.
    HatchSymbol::Pattern turned(HatchSymbol::Pattern pattern, double angle)
    {
        using Pattern = HatchSymbol::Pattern;
        if (angle == 0 || pattern == Pattern::Dots)
            return pattern;
        const double steps = angle / 45;
        const int turns = static_cast<int>(std::lround(steps)) % 4;
        if (std::abs(steps - std::round(steps)) > 0.01)
            note(Text::tr("%1的图案角度 %2° 取最近的 45° 倍数。").arg(m_at).arg(angle));
        const QList<Pattern> lines{Pattern::Level, Pattern::Falling, Pattern::Upright,
                                   Pattern::Rising};
        if (const qsizetype at = lines.indexOf(pattern); at >= 0)
            return lines[(at + turns + 4) % 4];
        if (turns % 2 == 0)
            return pattern;
        return pattern == Pattern::Grid ? Pattern::Cross : Pattern::Grid;
    }

    std::optional<LineSymbol> lineOf(const Node& stroke)
    {
        static const QList<std::string_view> known{"stroke", "stroke-opacity", "stroke-width",
                                                   "stroke-dasharray"};
        tellParameters(stroke, known);
        tellOthers(stroke, {"CssParameter", "SvgParameter"});
        const auto colour = colourOf(stroke, "stroke", "stroke-opacity", Qt::black);
        const double width = numberOf(parameter(stroke, "stroke-width"), 1) * millimetres;
        if (!colour || width == 0)
            return std::nullopt;
        LineSymbol line{*colour, std::clamp(width, 0.02, 20.0), {}};
        if (const std::optional<QString> text = valueOf(parameter(stroke, "stroke-dasharray"))) {
            const QStringList parts =
                QString(*text).replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
            for (const QString& part : parts)
                line.dashes << std::clamp(part.toDouble() * millimetres, 0.06, 100.0);
            if (line.dashes.size() % 2 != 0)
                line.dashes += QList<double>(line.dashes);
        }
        return line;
    }

    void readStroke(const Node& stroke, Symbol& symbol)
    {
        if (!stroke)
            return;
        const auto line = lineOf(stroke);
        if (!line)
            return;
        // The narrower line over a wider one: what is below is the casing.
        if (symbol.line) {
            if (symbol.casing)
                note(Text::tr("%1的线超过两层，只留最上两层。").arg(m_at));
            symbol.casing = symbol.line;
        }
        symbol.line = line;
    }

    void readGraphic(const Node& graphic, Symbol& symbol)
    {
        using Shape = MarkerSymbol::Shape;
        if (symbol.marker)
            note(Text::tr("%1有多层点符号，只留最上一层。").arg(m_at));
        const auto mark = markIn(graphic, 6);
        static const QMap<QString, Shape> shapes{{u"circle"_s, Shape::Circle},
                                                 {u"square"_s, Shape::Square},
                                                 {u"triangle"_s, Shape::Triangle},
                                                 {u"diamond"_s, Shape::Diamond},
                                                 {u"star"_s, Shape::Star},
                                                 {u"cross"_s, Shape::Cross},
                                                 {u"plus"_s, Shape::Cross},
                                                 {u"cross_fill"_s, Shape::Cross},
                                                 {u"x"_s, Shape::X},
                                                 {u"times"_s, Shape::X},
                                                 {u"dot"_s, Shape::Circle},
                                                 {u"rectangle"_s, Shape::Square},
                                                 {u"equilateral_triangle"_s, Shape::Triangle}};
        MarkerSymbol marker;
        marker.size = std::clamp(mark ? mark->size : 2.0, 0.3, 50.0);
        const QString name = mark ? mark->name : QString();
        if (const auto known = shapes.constFind(name); known != shapes.cend())
            marker.shape = *known;
        else if (mark)
            note(Text::tr("%1的点符号“%2”以圆点代替。").arg(m_at, name));
        if (mark && mark->angle != 0)
            note(Text::tr("%1的点符号没有旋转。").arg(m_at));
        symbol.marker = marker;
        if (!mark)
            return;
        symbol.fill = mark->fill;
        symbol.line = mark->line;
        if (symbol.line && !symbol.line->dashes.isEmpty())
            symbol.line->dashes.clear();
        if (!symbol.fill && !symbol.line)
            symbol.fill = QColor(128, 128, 128);
        // Thin crosses are all line here: a filled shape is what stands for them.
        if (!symbol.fill &&
            (name == u"x" || name == u"cross" || name == u"times" || name == u"plus"))
            symbol.fill = symbol.line->colour;
    }

    void readLabel(const Node& text)
    {
        const Node label = child(text, "Label");
        const Node property = child(label, "PropertyName");
        const QString column = columnOf(textOf(property));
        const auto elements = std::count_if(label.begin(), label.end(), [](const Node& one) {
            return one.type() == pugi::node_element;
        });
        if (column.isEmpty() || elements != 1)
            note(Text::tr("%1的注记不是图层“%2”的一列，没有采用。").arg(m_at, m_role.name));
        else
            m_labels = column;
        if (child(text, "Font") || child(text, "Halo") || child(text, "Fill") ||
            child(text, "LabelPlacement"))
            note(Text::tr("注记的字体、颜色和位置由本程序定，没有采用文件里的。"));
    }

    /// A property's column; empty for none.
    QString columnOf(const QString& property) const
    {
        for (const auto& [key, field] : m_fields.asKeyValueRange()) {
            if (!field.isEmpty() && field.compare(property, Qt::CaseInsensitive) == 0)
                return key;
        }
        for (const catalogue::LayerColumn& column : m_role.columns) {
            if (column.key.compare(property, Qt::CaseInsensitive) == 0 || column.name == property ||
                column.names.contains(property, Qt::CaseInsensitive))
                return column.key;
        }
        return {};
    }

    Condition conditionIn(const Node& filter)
    {
        for (const Node& one : filter.children()) {
            if (one.type() == pugi::node_element)
                return conditionOf(one, 0);
        }
        return foreign(u"Filter"_s);
    }

    Condition conditionOf(const Node& node, int depth)
    {
        constexpr int deepest = 16;
        const QString name = nameOf(node);
        if (depth > deepest)
            return foreign(name);
        if (is(node, "Or") || is(node, "And"))
            return joined(node, depth);
        Condition condition;
        const Node property = node.find_child(
            [](const Node& one) { return is(one, "PropertyName") || is(one, "ValueReference"); });
        condition.property = textOf(property);
        if (condition.property.isEmpty())
            return foreign(name);
        const auto literals = literalsOf(node);
        if (is(node, "PropertyIsNull")) {
            condition.kind = Condition::Kind::Values;
            condition.values << QString();
            return condition;
        }
        if (literals.isEmpty() || !property)
            return foreign(name);
        if (is(node, "PropertyIsEqualTo")) {
            condition.kind = Condition::Kind::Values;
            condition.values << literals.constFirst();
            return condition;
        }
        if (is(node, "PropertyIsLike"))
            return like(node, condition, literals.constFirst());
        return range(node, condition, literals);
    }

    static QStringList literalsOf(const Node& node)
    {
        QStringList literals;
        for (const Node& one : node.children()) {
            if (is(one, "Literal"))
                literals << textOf(one);
            for (const Node& inner : one.children()) {
                if ((is(one, "LowerBoundary") || is(one, "UpperBoundary")) && is(inner, "Literal"))
                    literals << textOf(inner);
            }
        }
        return literals;
    }

    Condition like(const Node& node, Condition condition, const QString& pattern)
    {
        const QString many = QString::fromUtf8(node.attribute("wildCard").value());
        const QString one = QString::fromUtf8(node.attribute("singleChar").value());
        const QString begin =
            pattern.chopped(many.isEmpty() ? 0 : std::min(many.size(), pattern.size()));
        if (many.isEmpty() || !pattern.endsWith(many) || begin.isEmpty() || begin.contains(many) ||
            (!one.isEmpty() && begin.contains(one)))
            return foreign(u"PropertyIsLike %1"_s.arg(pattern));
        condition.kind = Condition::Kind::Values;
        condition.beginnings << begin;
        return condition;
    }

    Condition range(const Node& node, Condition condition, const QStringList& literals)
    {
        QList<double> bounds;
        for (const QString& literal : literals) {
            bool isNumber = false;
            bounds << literal.toDouble(&isNumber);
            if (!isNumber || !std::isfinite(bounds.constLast()))
                return foreign(nameOf(node) + u' ' + literal);
        }
        condition.kind = Condition::Kind::Range;
        if (is(node, "PropertyIsBetween") && bounds.size() == 2) {
            condition.above = bounds[0];
            condition.upTo = bounds[1];
        } else if (is(node, "PropertyIsLessThan") || is(node, "PropertyIsLessThanOrEqualTo")) {
            condition.upTo = bounds[0];
            condition.belowOnly = is(node, "PropertyIsLessThan");
        } else if (is(node, "PropertyIsGreaterThan") ||
                   is(node, "PropertyIsGreaterThanOrEqualTo")) {
            condition.above = bounds[0];
        } else {
            return foreign(nameOf(node));
        }
        return condition.above < condition.upTo ? condition : foreign(nameOf(node));
    }

    /// Or of values, And of two bounds.
    Condition joined(const Node& node, int depth)
    {
        using Kind = Condition::Kind;
        const bool either = is(node, "Or");
        Condition all;
        for (const Node& part : node.children()) {
            if (part.type() != pugi::node_element)
                continue;
            const Condition one = conditionOf(part, depth + 1);
            if (one.kind == Kind::Foreign)
                return one;
            if (all.kind == Kind::None) {
                all = one;
                continue;
            }
            const bool same = all.property == one.property && all.kind == one.kind;
            if (!same || (one.kind == Kind::Values) != either)
                return foreign(nameOf(node));
            all.values += one.values;
            all.beginnings += one.beginnings;
            if (!either && one.upTo < all.upTo) {
                all.upTo = one.upTo;
                all.belowOnly = one.belowOnly;
            }
            all.above = either ? all.above : std::max(all.above, one.above);
        }
        if (all.kind == Kind::None || (all.kind == Kind::Range && !(all.above < all.upTo)))
            return foreign(nameOf(node));
        return all;
    }

    Result<SldStyle> assemble(const QString& classSystem)
    {
        using Kind = Condition::Kind;
        SldStyle made;
        made.style.role = m_role.code;
        LayerStyle& style = made.style.style;
        style.name = m_role.name;
        style.labels = m_labels;
        const Symbol base = baseOf();
        settle();
        std::optional<SymbolCase> otherwise;
        QList<Rule> values, ranges;
        for (Rule& rule : m_rules) {
            laidOver(base, rule.symbol);
            if (rule.symbol == Symbol() && rule.condition.kind != Kind::None) {
                note(Text::tr("规则“%1”没有画任何东西，没有采用。").arg(rule.name));
                continue;
            }
            if (rule.condition.kind == Kind::Else)
                otherwise =
                    SymbolCase{{}, rule.name.isEmpty() ? u"其他"_s : rule.name, rule.symbol};
            else if (rule.condition.kind == Kind::Values)
                values << rule;
            else if (rule.condition.kind == Kind::Range)
                ranges << rule;
        }
        if (values.isEmpty() && ranges.isEmpty()) {
            const Symbol all = otherwise ? otherwise->symbol : base;
            if (all == Symbol())
                return fault(Text::tr("没有可以采用的规则。%1").arg(m_notes.join(u'；')));
            style.otherwise = {{}, style.name, all};
        } else if (ranges.isEmpty()) {
            takeValues(values, otherwise, style);
            if (style.codes)
                made.style.system = classSystem;
        } else if (const auto done = takeRanges(ranges, otherwise, style); !done) {
            return done.error();
        }
        made.notes = m_notes;
        return made;
    }

    /// What rules without a condition draw of all.
    Symbol baseOf() const
    {
        for (const Rule& rule : m_rules) {
            if (rule.condition.kind == Condition::Kind::None)
                return rule.symbol;
        }
        return {};
    }

    static void laidOver(const Symbol& base, Symbol& symbol)
    {
        if (!symbol.fill)
            symbol.fill = base.fill;
        if (!symbol.hatch)
            symbol.hatch = base.hatch;
        if (!symbol.casing)
            symbol.casing = base.casing;
        if (!symbol.line)
            symbol.line = base.line;
        if (!symbol.marker)
            symbol.marker = base.marker;
    }

    /// Keeps the rules of one column and kind: those that are most.
    void settle()
    {
        using Kind = Condition::Kind;
        QMap<QPair<QString, int>, int> counts;
        const auto keyOf = [this](const Rule& rule) {
            return QPair(columnOf(rule.condition.property), static_cast<int>(rule.condition.kind));
        };
        const auto isBy = [](const Rule& rule) {
            return rule.condition.kind == Kind::Values || rule.condition.kind == Kind::Range;
        };
        for (const Rule& rule : m_rules) {
            if (isBy(rule) && !keyOf(rule).first.isEmpty())
                ++counts[keyOf(rule)];
        }
        QPair<QString, int> best;
        int most = 0;
        for (const auto& [key, count] : counts.asKeyValueRange()) {
            if (count > most) {
                most = count;
                best = key;
            }
        }
        m_column = best.first;
        m_rules.removeIf([&](const Rule& rule) {
            if (!isBy(rule) || (most > 0 && keyOf(rule) == best))
                return false;
            if (columnOf(rule.condition.property).isEmpty())
                note(Text::tr("规则“%1”没有采用：字段“%2”不是图层“%3”的一列。")
                         .arg(rule.name, rule.condition.property, m_role.name));
            else
                note(Text::tr("规则“%1”没有采用：一个图层只能按一列、一种条件分类。")
                         .arg(rule.name));
            return true;
        });
    }

    void takeValues(const QList<Rule>& rules, const std::optional<SymbolCase>& otherwise,
                    LayerStyle& style)
    {
        style.column = m_column;
        bool beginnings = m_column == u"class" && m_role.geometry == LayerGeometry::Polygon;
        bool exact = false;
        for (const Rule& rule : rules) {
            SymbolCase one;
            one.values = rule.condition.values + rule.condition.beginnings;
            one.name = rule.name.isEmpty() ? one.values.join(u'、') : rule.name;
            one.symbol = rule.symbol;
            style.cases << one;
            beginnings = beginnings || !rule.condition.beginnings.isEmpty();
            exact = exact || !rule.condition.values.isEmpty();
        }
        style.codes = beginnings;
        if (beginnings && exact && m_column != u"class")
            note(Text::tr("有的规则按开头匹配，其余按相等的规则也改为按开头匹配。"));
        style.listsOthers = !otherwise;
        style.otherwise = otherwise ? *otherwise : unknownCase();
    }

    Result<void> takeRanges(QList<Rule> rules, const std::optional<SymbolCase>& otherwise,
                            LayerStyle& style)
    {
        std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
            return a.condition.above < b.condition.above;
        });
        QList<double> bounds;
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const Condition& here = rules[i].condition;
            if (i > 0 && rules[i - 1].condition.upTo > here.above)
                return fault(Text::tr("分级规则“%1”与“%2”重叠，不能采用。")
                                 .arg(rules[i - 1].name, rules[i].name));
            if (i > 0 && rules[i - 1].condition.upTo < here.above)
                note(Text::tr("分级之间的空档归入下一级“%1”。").arg(rules[i].name));
            if (i > 0)
                bounds << rules[i - 1].condition.upTo;
            if (i > 0 && rules[i - 1].condition.belowOnly)
                note(Text::tr("恰好等于界限的值归入较低的一级。"));
        }
        // An open side needs a number: what lies beyond counts to the outermost grade anyway.
        const double first = rules.constFirst().condition.above;
        const double last = rules.constLast().condition.upTo;
        const double lowest = std::isfinite(first)      ? first
                              : bounds.isEmpty()        ? 0
                              : bounds.constFirst() > 0 ? 0
                                                        : 2 * bounds.constFirst() - 1;
        bounds.prepend(lowest);
        bounds << (std::isfinite(last) ? last : 2 * std::abs(bounds.constLast()) + 1);
        const auto grades = gradesBetween(bounds);
        if (!grades)
            return fault(grades.error().message());
        const LayerStyle plain =
            gradedStyle(style.name, m_column, *grades, ramps().constFirst(), m_role.geometry);
        style.column = m_column;
        style.grades = *grades;
        for (qsizetype i = 0; i < rules.size(); ++i)
            style.cases << SymbolCase{
                {}, rules[i].name.isEmpty() ? plain.cases[i].name : rules[i].name, rules[i].symbol};
        style.otherwise = otherwise ? *otherwise : plain.otherwise;
        return {};
    }

    const SymbolSet::File& m_file;
    const catalogue::LayerRole& m_role;
    const QMap<QString, QString>& m_fields;
    QList<Rule> m_rules;
    QStringList m_notes;
    QString m_at, m_labels, m_column;
};

} // namespace

Result<SldStyle> readSld(const SymbolSet::File& file, const QString& role,
                         const QMap<QString, QString>& fields, const QString& classSystem)
{
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    if (!known)
        return Error(ErrorCode::BadUsage, Text::tr("没有“%1”这个图层。").arg(role));
    return SldReader(file, *known, fields).read(classSystem);
}

} // namespace checkup::draw
