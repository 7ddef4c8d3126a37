#include "core/draw/symbols.h"

#include "core/base/decimal.h"
#include "core/catalogue/land_classes.h"
#include "core/draw/data_reader.h"
#include "core/draw/symbol_json.h"

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

Symbol unknownSymbol()
{
    Symbol symbol;
    symbol.fill = QColor(255, 255, 255);
    symbol.hatch = HatchSymbol{HatchSymbol::Pattern::Cross, QColor(214, 0, 147), 1.6, 0.25};
    symbol.line = LineSymbol{QColor(214, 0, 147), 0.25, {}};
    symbol.marker = MarkerSymbol{MarkerSymbol::Shape::Cross, 2.5};
    return symbol;
}

SymbolCase caseNamed(const QString& name, const Symbol& symbol)
{
    SymbolCase made;
    made.name = name;
    made.symbol = symbol;
    return made;
}

QString keyOf(const QString& role, const QString& system)
{
    return system.isEmpty() ? role : role + u'/' + system;
}

} // namespace

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

SymbolCase unknownCase()
{
    return caseNamed(u"未知代码"_s, unknownSymbol());
}

QString RoleStyle::key() const
{
    return keyOf(role, system);
}

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
            if (root.contains(u"system"_s))
                readSystem(root, {}, {u"version"_s}, {u"source"_s});
            else
                readRoles(root);
            if (root.value(u"version"_s).toInt() != 1)
                m_reader.fail(u"version"_s, Text::tr("版本只能是 1；较新的文件请用新版程序打开。"));
            noteSource(root);
        }
        if (const std::optional<Error> fault = m_reader.fault())
            return *fault;
        return {};
    }

private:
    void readSystem(const QJsonObject& object, const QString& before, const QStringList& needed,
                    const QStringList& allowed)
    {
        const QString place = before.isEmpty() ? u"/"_s : before;
        m_reader.expectKeys(object, place, needed + QStringList{u"system"_s, u"classes"_s},
                            allowed);
        const QString system = systemOf(object, place);
        if (system.isEmpty())
            return;
        const catalogue::LandClasses& classes =
            catalogue::LandClasses::of(*catalogue::classSystemOf(system));
        const QJsonArray rows = object.value(u"classes"_s).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows[i].toObject();
            const QString at =
                (before.isEmpty() ? QString() : before + u'.') + u"classes[%1]"_s.arg(i);
            m_reader.expectKeys(row, at, {u"code"_s},
                                QStringList{u"name"_s, u"note"_s} + DataReader::symbolKeys());
            const QString code = m_reader.text(row, at, u"code"_s);
            QString name = m_reader.text(row, at, u"name"_s);
            if (name.isEmpty())
                name = classes.nameOf(code);
            if (name.isEmpty() || code.isEmpty())
                m_reader.fail(at,
                              Text::tr("“%1”不在“%2”中，也没有“name”。").arg(code, classes.name()));
            SymbolCase one = caseNamed(name, m_reader.symbol(row, at));
            one.values << code;
            m_set.setClass(system, one);
        }
    }

    /// Empty with a fault for one that does not exist.
    QString systemOf(const QJsonObject& object, const QString& place)
    {
        const QString system = m_reader.text(object, place, u"system"_s);
        if (catalogue::classSystemOf(system))
            return system;
        m_reader.fail(place, Text::tr("没有“%1”这个地类体系。").arg(system));
        return {};
    }

    void readRoles(const QJsonObject& root)
    {
        m_reader.expectKeys(root, u"/"_s, {u"version"_s, u"styles"_s}, {u"source"_s, u"systems"_s});
        const QJsonArray rows = root.value(u"styles"_s).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i)
            readRole(rows[i].toObject(), u"styles[%1]"_s.arg(i));
        const QJsonArray systems = root.value(u"systems"_s).toArray();
        for (qsizetype i = 0; i < systems.size(); ++i)
            readSystem(systems[i].toObject(), u"systems[%1]"_s.arg(i), {}, {});
    }

    void readRole(const QJsonObject& row, const QString& place)
    {
        m_reader.expectKeys(row, place, {u"role"_s},
                            QStringList{u"name"_s, u"system"_s, u"column"_s, u"byClass"_s,
                                        u"codes"_s, u"grades"_s, u"cases"_s, u"otherwise"_s,
                                        u"labels"_s, u"opacity"_s} +
                                DataReader::symbolKeys());
        const QString code = m_reader.text(row, place, u"role"_s);
        const catalogue::LayerRole* role = catalogue::layerRole(code);
        if (!role)
            return m_reader.fail(place, Text::tr("没有“%1”这个图层。").arg(code));
        RoleStyle read;
        read.role = code;
        if (row.contains(u"system"_s))
            read.system = systemOf(row, place);
        LayerStyle& style = read.style;
        style.name = m_reader.text(row, place, u"name"_s);
        if (style.name.isEmpty())
            style.name = role->name;
        style.column = m_reader.text(row, place, u"column"_s);
        style.labels = m_reader.text(row, place, u"labels"_s);
        for (const QString& column : {style.column, style.labels}) {
            if (!column.isEmpty() && !role->column(column))
                m_reader.fail(place, Text::tr("图层“%1”没有“%2”这一列。").arg(role->name, column));
        }
        style.opacity = m_reader.number(row, place, u"opacity"_s, 1, 1);
        read.byClass = m_reader.flag(row, place, u"byClass"_s, false);
        if (read.byClass) {
            if (row.contains(u"line"_s))
                read.classLine = m_reader.line(row.value(u"line"_s).toObject(), place + u".line"_s);
        } else if (style.column.isEmpty()) {
            style.otherwise = caseNamed(style.name, m_reader.symbol(row, place));
        } else if (row.contains(u"grades"_s)) {
            readGrades(row, place, role->geometry, read);
        } else {
            style.codes = m_reader.flag(row, place, u"codes"_s, false);
            readCases(row, place, style);
        }
        m_set.setRole(read);
    }

    void readGrades(const QJsonObject& row, const QString& place, catalogue::LayerGeometry geometry,
                    RoleStyle& read)
    {
        const QJsonObject object = row.value(u"grades"_s).toObject();
        const QString at = place + u".grades"_s;
        m_reader.expectKeys(object, at, {u"bounds"_s}, {u"method"_s, u"ramp"_s});
        if (object.contains(u"method"_s))
            read.method = m_reader.choice<GradeMethod>(object, at, u"method"_s, gradeMethods());
        QList<double> bounds;
        const QJsonArray numbers = object.value(u"bounds"_s).toArray();
        for (const QJsonValue& number : numbers) {
            if (!number.isDouble())
                m_reader.fail(at, Text::tr("“%1”中的各项应为数。").arg(u"bounds"_s));
            bounds << number.toDouble();
        }
        const auto grades = gradesBetween(bounds);
        if (!grades)
            return m_reader.fail(at, grades.error().message());
        read.ramp = m_reader.text(object, at, u"ramp"_s);
        const Ramp* ramp = rampOf(read.ramp.isEmpty() ? ramps().constFirst().id : read.ramp);
        if (!ramp)
            return m_reader.fail(at, Text::tr("没有“%1”这种色带。").arg(read.ramp));
        LayerStyle graded =
            gradedStyle(read.style.name, read.style.column, *grades, *ramp, geometry);
        if (read.ramp.isEmpty()) {
            const SymbolCase otherwise = graded.otherwise;
            graded.cases.clear();
            readCases(row, place, graded);
            graded.listsOthers = false;
            if (!row.contains(u"otherwise"_s))
                graded.otherwise = otherwise;
            if (graded.cases.size() != grades->uppers.size())
                m_reader.fail(place,
                              Text::tr("“cases”应有 %1 个，每级一个。").arg(grades->uppers.size()));
        }
        graded.labels = read.style.labels;
        graded.opacity = read.style.opacity;
        read.style = graded;
    }

    void readCases(const QJsonObject& row, const QString& place, LayerStyle& style)
    {
        const QJsonArray cases = row.value(u"cases"_s).toArray();
        if (cases.isEmpty())
            m_reader.fail(place, Text::tr("缺少“%1”，请补上。").arg(u"cases"_s));
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QJsonObject one = cases[i].toObject();
            const QString at = place + u".cases[%1]"_s.arg(i);
            const QStringList values = style.grades ? QStringList() : QStringList{u"values"_s};
            m_reader.expectKeys(one, at, values + QStringList{u"name"_s},
                                QStringList{u"note"_s} + DataReader::symbolKeys());
            SymbolCase read =
                caseNamed(m_reader.text(one, at, u"name"_s), m_reader.symbol(one, at));
            read.values = m_reader.texts(one, at, u"values"_s);
            style.cases << read;
        }
        if (row.contains(u"otherwise"_s)) {
            const QJsonObject one = row.value(u"otherwise"_s).toObject();
            const QString at = place + u".otherwise"_s;
            m_reader.expectKeys(one, at, {u"name"_s}, DataReader::symbolKeys());
            style.otherwise =
                caseNamed(m_reader.text(one, at, u"name"_s), m_reader.symbol(one, at));
        } else {
            style.otherwise = unknownCase();
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
        // What was counted since the bounds were made and lies beyond is of the outermost grades.
        return isNumber ? grades->of(std::clamp(number, grades->lowest, grades->uppers.constLast()))
                        : -1;
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

const RoleStyle* SymbolSet::roleStyle(const QString& role, const QString& classSystem) const
{
    for (const QString& key : {keyOf(role, classSystem), role}) {
        const auto found = std::find_if(m_roles.cbegin(), m_roles.cend(),
                                        [&key](const RoleStyle& one) { return one.key() == key; });
        if (found != m_roles.cend())
            return &*found;
    }
    return nullptr;
}

void SymbolSet::setRole(const RoleStyle& style)
{
    const auto known = std::find_if(m_roles.begin(), m_roles.end(), [&style](const RoleStyle& one) {
        return one.key() == style.key();
    });
    if (known == m_roles.end())
        m_roles << style;
    else
        *known = style;
}

void SymbolSet::removeRole(const QString& key)
{
    m_roles.removeIf([&key](const RoleStyle& one) { return one.key() == key; });
}

QList<SymbolCase> SymbolSet::classesOf(const QString& classSystem) const
{
    return m_byClass.value(classSystem).values();
}

void SymbolSet::setClass(const QString& classSystem, const SymbolCase& symbol)
{
    m_byClass[classSystem].insert(symbol.values.constFirst(), symbol);
}

void SymbolSet::removeClass(const QString& classSystem, const QString& code)
{
    m_byClass[classSystem].remove(code);
    if (m_byClass.value(classSystem).isEmpty())
        m_byClass.remove(classSystem);
}

SymbolSet SymbolSet::with(const SymbolSet& own) const
{
    SymbolSet all = *this;
    for (const RoleStyle& style : own.m_roles)
        all.setRole(style);
    for (auto system = own.m_byClass.cbegin(); system != own.m_byClass.cend(); ++system) {
        for (const SymbolCase& one : *system)
            all.setClass(system.key(), one);
    }
    all.m_notes += own.m_notes;
    return all;
}

QStringList SymbolSet::columnsOf(const QString& role) const
{
    QStringList columns;
    for (const RoleStyle& one : m_roles) {
        if (one.role == role)
            columns << one.style.column << one.style.labels;
    }
    columns.removeAll(QString());
    columns.removeDuplicates();
    return columns;
}

LayerStyle SymbolSet::styleOf(const QString& role, const QString& classSystem) const
{
    const RoleStyle* const found = roleStyle(role, classSystem);
    if (!found) {
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
        style.cases = classesOf(classSystem.isEmpty() ? u"third-survey"_s : classSystem);
        for (SymbolCase& one : style.cases) {
            if (!one.symbol.line)
                one.symbol.line = found->classLine;
        }
        style.otherwise = unknownCase();
    }
    return style;
}

QByteArray SymbolSet::toJson() const
{
    QJsonArray styles;
    for (const RoleStyle& one : m_roles)
        styles.append(draw::toJson(one));
    QJsonObject root{{u"version"_s, 1}, {u"styles"_s, styles}};
    QJsonArray systems;
    for (auto system = m_byClass.cbegin(); system != m_byClass.cend(); ++system) {
        QJsonArray classes;
        for (const SymbolCase& one : *system) {
            QJsonObject row = draw::toJson(one.symbol);
            row.insert(u"code"_s, one.values.constFirst());
            row.insert(u"name"_s, one.name);
            classes.append(row);
        }
        systems.append(QJsonObject{{u"system"_s, system.key()}, {u"classes"_s, classes}});
    }
    if (!systems.isEmpty())
        root.insert(u"systems"_s, systems);
    return QJsonDocument(root).toJson();
}

} // namespace checkup::draw
