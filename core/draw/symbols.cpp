#include "core/draw/symbols.h"

#include "core/base/decimal.h"
#include "core/catalogue/land_classes.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void useSymbolsResource()
{
    Q_INIT_RESOURCE(symbols);
}

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

/// What is drawn of a value that no symbol is known for: seen at once.
Symbol unknownSymbol()
{
    Symbol symbol;
    symbol.fill = QColor(255, 255, 255);
    symbol.hatch = HatchSymbol{HatchSymbol::Pattern::Cross, QColor(214, 0, 147), 1.6, 0.25};
    symbol.line = LineSymbol{QColor(214, 0, 147), 0.25, {}};
    symbol.marker = MarkerSymbol{MarkerSymbol::Shape::Cross, 2.5};
    return symbol;
}

Symbol plainSymbol(catalogue::LayerGeometry geometry)
{
    Symbol symbol;
    symbol.line = LineSymbol{QColor(96, 96, 96), 0.2, {}};
    if (geometry == catalogue::LayerGeometry::Polygon)
        symbol.fill = QColor(226, 226, 220);
    if (geometry == catalogue::LayerGeometry::Point) {
        symbol.fill = QColor(90, 120, 160);
        symbol.marker = MarkerSymbol{};
    }
    return symbol;
}

SymbolCase caseNamed(const QString& name, const Symbol& symbol)
{
    SymbolCase made;
    made.name = name;
    made.symbol = symbol;
    return made;
}

SymbolCase unknown()
{
    return caseNamed(u"未知代码"_s, unknownSymbol());
}

} // namespace

/// Reads the files; the first fault ends it.
class SymbolReader
{
public:
    explicit SymbolReader(SymbolSet& set)
        : m_set(set)
    {}

    Result<void> read(const SymbolSet::File& file)
    {
        m_file = file.name;
        QJsonParseError fault{};
        const QJsonDocument document = QJsonDocument::fromJson(file.bytes, &fault);
        if (!document.isObject())
            return Error(ErrorCode::Invalid,
                         Text::tr("符号文件 %1 不是完整的 JSON，请在第 %2 个字节附近检查。")
                             .arg(m_file)
                             .arg(fault.offset));
        const QJsonObject root = document.object();
        if (root.contains(u"classes"_s))
            readClasses(root);
        else
            readRoles(root);
        if (!m_fault.isEmpty())
            return Error(ErrorCode::Invalid, m_fault);
        return {};
    }

private:
    void fail(const QString& place, const QString& sentence)
    {
        if (m_fault.isEmpty())
            m_fault = Text::tr("符号文件 %1 的 %2：%3").arg(m_file, place, sentence);
    }

    void expectKeys(const QJsonObject& object, const QString& place, const QStringList& needed,
                    const QStringList& allowed)
    {
        for (const QString& key : needed) {
            if (!object.contains(key))
                fail(place, Text::tr("缺少“%1”，请补上。").arg(key));
        }
        const QStringList keys = object.keys();
        for (const QString& key : keys) {
            if (!needed.contains(key) && !allowed.contains(key))
                fail(place, Text::tr("“%1”不是可用的键，请删去或改正。").arg(key));
        }
    }

    QString text(const QJsonObject& object, const QString& place, const QString& key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isString())
            fail(place, Text::tr("“%1”应为文字。").arg(key));
        return value.toString();
    }

    double number(const QJsonObject& object, const QString& place, const QString& key,
                  double otherwise, double most)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return otherwise;
        if (!value.isDouble() || !(value.toDouble() > 0) || value.toDouble() > most)
            fail(place, Text::tr("“%1”应为大于 0、不超过 %2 的数。").arg(key).arg(most));
        return value.toDouble();
    }

    QColor colour(const QJsonObject& object, const QString& place, const QString& key)
    {
        const QString given = text(object, place, key);
        const QColor read(given);
        if (given.size() != 7 || !given.startsWith(u'#') || !read.isValid())
            fail(place, Text::tr("“%1”应为 #RRGGBB 形式的颜色，“%2”不是。").arg(key, given));
        return read;
    }

    template <class Value>
    Value choice(const QJsonObject& object, const QString& place, const QString& key,
                 const QList<QPair<QString, Value>>& choices)
    {
        const QString given = text(object, place, key);
        QStringList names;
        for (const auto& [name, value] : choices) {
            if (name == given)
                return value;
            names << name;
        }
        fail(place, Text::tr("“%1”只能是 %2，“%3”不是。").arg(key, names.join(u'、'), given));
        return choices.constFirst().second;
    }

    LineSymbol line(const QJsonObject& object, const QString& place)
    {
        expectKeys(object, place, {u"colour"_s}, {u"width"_s, u"dashes"_s});
        LineSymbol read{
            colour(object, place, u"colour"_s), number(object, place, u"width"_s, 0.2, 20), {}};
        const QJsonArray dashes = object.value(u"dashes"_s).toArray();
        for (const QJsonValue& dash : dashes) {
            if (!(dash.toDouble() > 0.05))
                fail(place, Text::tr("“%1”应为大于 0.05 的数。").arg(u"dashes"_s));
            read.dashes << dash.toDouble();
        }
        if (read.dashes.size() % 2 != 0)
            fail(place, Text::tr("“%1”应有偶数个：画、空、画、空……").arg(u"dashes"_s));
        return read;
    }

    HatchSymbol hatch(const QJsonObject& object, const QString& place)
    {
        using Pattern = HatchSymbol::Pattern;
        expectKeys(object, place, {u"pattern"_s, u"colour"_s}, {u"gap"_s, u"width"_s});
        return {choice<Pattern>(object, place, u"pattern"_s,
                                {{u"rising"_s, Pattern::Rising},
                                 {u"falling"_s, Pattern::Falling},
                                 {u"cross"_s, Pattern::Cross},
                                 {u"level"_s, Pattern::Level},
                                 {u"upright"_s, Pattern::Upright},
                                 {u"dots"_s, Pattern::Dots}}),
                colour(object, place, u"colour"_s), number(object, place, u"gap"_s, 2, 50),
                number(object, place, u"width"_s, 0.2, 20)};
    }

    MarkerSymbol marker(const QJsonObject& object, const QString& place)
    {
        using Shape = MarkerSymbol::Shape;
        expectKeys(object, place, {u"shape"_s}, {u"size"_s});
        return {choice<Shape>(object, place, u"shape"_s,
                              {{u"circle"_s, Shape::Circle},
                               {u"square"_s, Shape::Square},
                               {u"triangle"_s, Shape::Triangle},
                               {u"diamond"_s, Shape::Diamond},
                               {u"star"_s, Shape::Star},
                               {u"cross"_s, Shape::Cross}}),
                number(object, place, u"size"_s, 2, 50)};
    }

    /// Reads the symbol among an object's keys; those are `symbolKeys`.
    Symbol symbol(const QJsonObject& object, const QString& place)
    {
        Symbol read;
        if (object.contains(u"fill"_s))
            read.fill = colour(object, place, u"fill"_s);
        if (object.contains(u"hatch"_s))
            read.hatch = hatch(object.value(u"hatch"_s).toObject(), place + u".hatch"_s);
        if (object.contains(u"casing"_s))
            read.casing = line(object.value(u"casing"_s).toObject(), place + u".casing"_s);
        if (object.contains(u"line"_s))
            read.line = line(object.value(u"line"_s).toObject(), place + u".line"_s);
        if (object.contains(u"marker"_s))
            read.marker = marker(object.value(u"marker"_s).toObject(), place + u".marker"_s);
        if (read == Symbol())
            fail(place, Text::tr("没有任何可画的内容，请给出 fill、hatch、line 或 marker。"));
        return read;
    }

    void readClasses(const QJsonObject& root)
    {
        expectKeys(root, u"/"_s, {u"version"_s, u"system"_s, u"classes"_s}, {u"source"_s});
        const QString system = text(root, u"system"_s, u"system"_s);
        const auto known = catalogue::classSystemOf(system);
        if (!known)
            return fail(u"system"_s, Text::tr("没有“%1”这个地类体系。").arg(system));
        const catalogue::LandClasses& classes = catalogue::LandClasses::of(*known);
        QList<SymbolCase>& cases = m_set.m_byClass[system];
        const QJsonArray rows = root.value(u"classes"_s).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows[i].toObject();
            const QString place = u"classes[%1]"_s.arg(i);
            expectKeys(row, place, {u"code"_s}, QStringList{u"name"_s, u"note"_s} + symbolKeys);
            const QString code = text(row, place, u"code"_s);
            QString name = text(row, place, u"name"_s);
            if (name.isEmpty())
                name = classes.nameOf(code);
            if (name.isEmpty())
                fail(place, Text::tr("“%1”不在“%2”中，也没有“name”。").arg(code, classes.name()));
            SymbolCase one = caseNamed(name, symbol(row, place));
            one.values << code;
            cases << one;
        }
        noteSource(root);
    }

    void readRoles(const QJsonObject& root)
    {
        expectKeys(root, u"/"_s, {u"version"_s, u"styles"_s}, {u"source"_s});
        const QJsonArray rows = root.value(u"styles"_s).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i)
            readRole(rows[i].toObject(), u"styles[%1]"_s.arg(i));
        noteSource(root);
    }

    void readRole(const QJsonObject& row, const QString& place)
    {
        expectKeys(row, place, {u"role"_s},
                   QStringList{u"column"_s, u"byClass"_s, u"cases"_s, u"otherwise"_s, u"labels"_s,
                               u"opacity"_s} +
                       symbolKeys);
        const QString code = text(row, place, u"role"_s);
        const catalogue::LayerRole* role = catalogue::layerRole(code);
        if (!role)
            return fail(place, Text::tr("没有“%1”这个图层。").arg(code));
        SymbolSet::RoleStyle read;
        LayerStyle& style = read.style;
        style.name = role->name;
        style.column = text(row, place, u"column"_s);
        style.labels = text(row, place, u"labels"_s);
        for (const QString& column : {style.column, style.labels}) {
            if (!column.isEmpty() && !role->column(column))
                fail(place, Text::tr("图层“%1”没有“%2”这一列。").arg(role->name, column));
        }
        style.opacity = number(row, place, u"opacity"_s, 1, 1);
        read.byClass = row.value(u"byClass"_s).toBool();
        if (read.byClass) {
            if (row.contains(u"line"_s))
                read.classLine = line(row.value(u"line"_s).toObject(), place + u".line"_s);
        } else if (style.column.isEmpty()) {
            style.otherwise = caseNamed(role->name, symbol(row, place));
        } else {
            readCases(row, place, style);
        }
        m_set.m_roles << code;
        m_set.m_byRole.insert(code, read);
    }

    void readCases(const QJsonObject& row, const QString& place, LayerStyle& style)
    {
        const QJsonArray cases = row.value(u"cases"_s).toArray();
        if (cases.isEmpty())
            fail(place, Text::tr("缺少“%1”，请补上。").arg(u"cases"_s));
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QJsonObject one = cases[i].toObject();
            const QString at = place + u".cases[%1]"_s.arg(i);
            expectKeys(one, at, {u"values"_s, u"name"_s}, QStringList{u"note"_s} + symbolKeys);
            SymbolCase read = caseNamed(text(one, at, u"name"_s), symbol(one, at));
            const QJsonArray values = one.value(u"values"_s).toArray();
            for (const QJsonValue& value : values)
                read.values << value.toString();
            style.cases << read;
        }
        if (row.contains(u"otherwise"_s)) {
            const QJsonObject one = row.value(u"otherwise"_s).toObject();
            const QString at = place + u".otherwise"_s;
            expectKeys(one, at, {u"name"_s}, symbolKeys);
            style.otherwise = caseNamed(text(one, at, u"name"_s), symbol(one, at));
        } else {
            style.otherwise = unknown();
            style.listsOthers = true;
        }
    }

    void noteSource(const QJsonObject& root)
    {
        const QString source = text(root, u"/"_s, u"source"_s);
        if (!source.isEmpty())
            m_set.m_notes << source;
    }

    static inline const QStringList symbolKeys{u"fill"_s, u"hatch"_s, u"casing"_s, u"line"_s,
                                               u"marker"_s};
    SymbolSet& m_set;
    QString m_file, m_fault;
};

int LayerStyle::caseOf(const QString& value) const
{
    if (grades) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        return isNumber ? grades->of(number) : -1;
    }
    int best = -1;
    qsizetype length = 0;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        for (const QString& known : cases[i].values) {
            if (!codes && known.compare(value, Qt::CaseInsensitive) == 0)
                return static_cast<int>(i);
            if (codes && known.size() > length && value.startsWith(known)) {
                best = static_cast<int>(i);
                length = known.size();
            }
        }
    }
    return best;
}

LayerStyle gradedStyle(const QString& name, const QString& column, const Grades& grades,
                       const Ramp& ramp, catalogue::LayerGeometry geometry)
{
    using catalogue::LayerGeometry;
    LayerStyle style;
    style.name = name;
    style.column = column;
    style.grades = grades;
    // As many decimals as tell neighbouring bounds apart.
    int decimals = 0;
    const auto alike = [&] {
        for (int i = 0; i < grades.uppers.size(); ++i) {
            const double below = i == 0 ? grades.lowest : grades.uppers[i - 1];
            if (below != grades.uppers[i] &&
                formatFixed(below, decimals) == formatFixed(grades.uppers[i], decimals))
                return true;
        }
        return false;
    };
    while (decimals < 6 && alike())
        ++decimals;
    const auto count = static_cast<int>(grades.uppers.size());
    for (int i = 0; i < count; ++i) {
        const QColor colour = ramp.at(i, count);
        Symbol symbol;
        symbol.line = LineSymbol{QColor(110, 110, 110), 0.1, {}};
        if (geometry == LayerGeometry::Line)
            symbol.line = LineSymbol{colour, 0.3 + 0.2 * i, {}};
        else
            symbol.fill = colour;
        if (geometry == LayerGeometry::Point)
            symbol.marker = MarkerSymbol{MarkerSymbol::Shape::Circle, 1.6 + 0.6 * i};
        style.cases << caseNamed(grades.nameOf(i, decimals), symbol);
    }
    Symbol none = plainSymbol(geometry);
    if (none.fill)
        none.fill = QColor(255, 255, 255);
    style.otherwise = caseNamed(u"无数据"_s, none);
    return style;
}

const SymbolSet& SymbolSet::shipped()
{
    static const SymbolSet set = [] {
        useSymbolsResource();
        QList<File> files;
        for (const QString& name :
             {u"roles.json"_s, u"third_survey.json"_s, u"land_and_sea_use.json"_s}) {
            QFile file(u":/symbols/"_s + name);
            if (file.open(QIODevice::ReadOnly))
                files << File{name, file.readAll()};
        }
        auto read = SymbolSet::read(files);
        return read ? *std::move(read) : SymbolSet();
    }();
    return set;
}

Result<SymbolSet> SymbolSet::read(const QList<File>& files)
{
    SymbolSet set;
    SymbolReader reader(set);
    for (const File& file : files) {
        if (const auto done = reader.read(file); !done)
            return done.error();
    }
    return set;
}

LayerStyle SymbolSet::styleOf(const QString& role, const QString& classSystem) const
{
    const auto found = m_byRole.constFind(role);
    if (found == m_byRole.cend()) {
        const catalogue::LayerRole* known = catalogue::layerRole(role);
        LayerStyle style;
        style.name = known ? known->name : role;
        style.otherwise = caseNamed(
            style.name, plainSymbol(known ? known->geometry : catalogue::LayerGeometry::Polygon));
        return style;
    }
    LayerStyle style = found->style;
    if (found->byClass) {
        style.codes = true;
        style.listsOthers = true;
        style.cases = m_byClass.value(classSystem.isEmpty() ? u"third-survey"_s : classSystem);
        for (SymbolCase& one : style.cases) {
            if (!one.symbol.line)
                one.symbol.line = found->classLine;
        }
        style.otherwise = unknown();
    }
    return style;
}

} // namespace checkup::draw
