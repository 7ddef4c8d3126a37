#include "core/draw/symbols.h"

#include "core/base/decimal.h"
#include "core/catalogue/land_classes.h"
#include "core/draw/data_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
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
        const QJsonObject root = m_reader.begin(file.name, file.bytes);
        if (!m_reader.fault()) {
            if (root.contains(u"classes"_s))
                readClasses(root);
            else
                readRoles(root);
        }
        if (const std::optional<Error> fault = m_reader.fault())
            return *fault;
        return {};
    }

private:
    void readClasses(const QJsonObject& root)
    {
        m_reader.expectKeys(root, u"/"_s, {u"version"_s, u"system"_s, u"classes"_s}, {u"source"_s});
        const QString system = m_reader.text(root, u"system"_s, u"system"_s);
        const auto known = catalogue::classSystemOf(system);
        if (!known)
            return m_reader.fail(u"system"_s, Text::tr("没有“%1”这个地类体系。").arg(system));
        const catalogue::LandClasses& classes = catalogue::LandClasses::of(*known);
        QList<SymbolCase>& cases = m_set.m_byClass[system];
        const QJsonArray rows = root.value(u"classes"_s).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows[i].toObject();
            const QString place = u"classes[%1]"_s.arg(i);
            m_reader.expectKeys(row, place, {u"code"_s},
                                QStringList{u"name"_s, u"note"_s} + DataReader::symbolKeys());
            const QString code = m_reader.text(row, place, u"code"_s);
            QString name = m_reader.text(row, place, u"name"_s);
            if (name.isEmpty())
                name = classes.nameOf(code);
            if (name.isEmpty())
                m_reader.fail(place,
                              Text::tr("“%1”不在“%2”中，也没有“name”。").arg(code, classes.name()));
            SymbolCase one = caseNamed(name, m_reader.symbol(row, place));
            one.values << code;
            cases << one;
        }
        noteSource(root);
    }

    void readRoles(const QJsonObject& root)
    {
        m_reader.expectKeys(root, u"/"_s, {u"version"_s, u"styles"_s}, {u"source"_s});
        const QJsonArray rows = root.value(u"styles"_s).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i)
            readRole(rows[i].toObject(), u"styles[%1]"_s.arg(i));
        noteSource(root);
    }

    void readRole(const QJsonObject& row, const QString& place)
    {
        m_reader.expectKeys(row, place, {u"role"_s},
                            QStringList{u"column"_s, u"byClass"_s, u"cases"_s, u"otherwise"_s,
                                        u"labels"_s, u"opacity"_s} +
                                DataReader::symbolKeys());
        const QString code = m_reader.text(row, place, u"role"_s);
        const catalogue::LayerRole* role = catalogue::layerRole(code);
        if (!role)
            return m_reader.fail(place, Text::tr("没有“%1”这个图层。").arg(code));
        SymbolSet::RoleStyle read;
        LayerStyle& style = read.style;
        style.name = role->name;
        style.column = m_reader.text(row, place, u"column"_s);
        style.labels = m_reader.text(row, place, u"labels"_s);
        for (const QString& column : {style.column, style.labels}) {
            if (!column.isEmpty() && !role->column(column))
                m_reader.fail(place, Text::tr("图层“%1”没有“%2”这一列。").arg(role->name, column));
        }
        style.opacity = m_reader.number(row, place, u"opacity"_s, 1, 1);
        read.byClass = row.value(u"byClass"_s).toBool();
        if (read.byClass) {
            if (row.contains(u"line"_s))
                read.classLine = m_reader.line(row.value(u"line"_s).toObject(), place + u".line"_s);
        } else if (style.column.isEmpty()) {
            style.otherwise = caseNamed(role->name, m_reader.symbol(row, place));
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
            m_reader.fail(place, Text::tr("缺少“%1”，请补上。").arg(u"cases"_s));
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QJsonObject one = cases[i].toObject();
            const QString at = place + u".cases[%1]"_s.arg(i);
            m_reader.expectKeys(one, at, {u"values"_s, u"name"_s},
                                QStringList{u"note"_s} + DataReader::symbolKeys());
            SymbolCase read =
                caseNamed(m_reader.text(one, at, u"name"_s), m_reader.symbol(one, at));
            const QJsonArray values = one.value(u"values"_s).toArray();
            for (const QJsonValue& value : values)
                read.values << value.toString();
            style.cases << read;
        }
        if (row.contains(u"otherwise"_s)) {
            const QJsonObject one = row.value(u"otherwise"_s).toObject();
            const QString at = place + u".otherwise"_s;
            m_reader.expectKeys(one, at, {u"name"_s}, DataReader::symbolKeys());
            style.otherwise =
                caseNamed(m_reader.text(one, at, u"name"_s), m_reader.symbol(one, at));
        } else {
            style.otherwise = unknown();
            style.listsOthers = true;
        }
    }

    void noteSource(const QJsonObject& root)
    {
        const QString source = m_reader.text(root, u"/"_s, u"source"_s);
        if (!source.isEmpty())
            m_set.m_notes << source;
    }

    SymbolSet& m_set;
    DataReader m_reader;
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
