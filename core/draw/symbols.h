#pragma once

#include "core/base/result.h"
#include "core/catalogue/layer_roles.h"
#include "core/draw/grades.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace checkup::draw {

/// A line; lengths are millimetres on paper. Colours may let through what is below (alpha).
struct LineSymbol
{
    QColor colour;
    double width = 0.2;
    QList<double> dashes; ///< drawn, left out, drawn…; empty: unbroken
    bool operator==(const LineSymbol&) const = default;
};

/// Lines or dots over an area.
struct HatchSymbol
{
    enum class Pattern { Rising, Falling, Cross, Level, Upright, Grid, Dots };
    Pattern pattern = Pattern::Rising;
    QColor colour;
    double gap = 2;     ///< between lines, mm
    double width = 0.2; ///< of a line, or of a dot, mm
    bool operator==(const HatchSymbol&) const = default;
};

/// A point's shape, filled with the symbol's fill and drawn around with its line.
struct MarkerSymbol
{
    enum class Shape { Circle, Square, Triangle, Diamond, Star, Cross, X };
    Shape shape = Shape::Circle;
    double size = 2; ///< mm
    bool operator==(const MarkerSymbol&) const = default;
};

/// How one kind of thing is drawn: what it has no part for is not drawn.
struct Symbol
{
    std::optional<QColor> fill;
    std::optional<HatchSymbol> hatch;
    std::optional<LineSymbol> casing; ///< below `line`, wider
    std::optional<LineSymbol> line;   ///< an area's outline, or the line itself
    std::optional<MarkerSymbol> marker;
    bool operator==(const Symbol&) const = default;
};

/// The symbol of some values of a column.
struct SymbolCase
{
    QStringList values;
    QString name; ///< in the legend; Chinese in any language
    Symbol symbol;
    bool operator==(const SymbolCase&) const = default;
};

/// How a layer is drawn.
struct LayerStyle
{
    QString name;       ///< in the legend
    QString column;     ///< whose values decide (catalogue::LayerColumn::key); empty: all alike
    bool codes = false; ///< values are class codes: the longest known beginning decides
    std::optional<Grades> grades; ///< of the column's numbers: each grade is a case
    QList<SymbolCase> cases;
    SymbolCase otherwise;     ///< all, without a column; else values that no case has
    bool listsOthers = false; ///< such values are faults, to be named to the user
    QString labels;           ///< column that names features; empty: none
    double opacity = 1;

    /// Of a value; -1: `otherwise`.
    int caseOf(const QString& value) const;
    const SymbolCase& shown(int number) const { return number < 0 ? otherwise : cases[number]; }
    bool operator==(const LayerStyle&) const = default;
};

/// A graduated map of a column: areas filled and lines coloured from light to dark, points growing.
LayerStyle gradedStyle(const QString& name, const QString& column, const Grades& grades,
                       const Ramp& ramp, catalogue::LayerGeometry geometry);

/// How a role's layers are drawn, as files keep it.
struct RoleStyle
{
    QString role;
    QString system; ///< only layers of this class system (LandClasses::id); empty: all
    LayerStyle style;
    /// The symbols are those of the layer's class system, by code; `style` has no cases then.
    bool byClass = false;
    std::optional<LineSymbol> classLine; ///< around areas of all classes
    /// How style.grades came to be, so that it can be done again; `ramp` empty: each grade has a
    /// symbol of its own.
    GradeMethod method = GradeMethod::Manual;
    QString ramp;

    QString key() const; ///< "DLTB" or "DLTB/third-survey"
    bool operator==(const RoleStyle&) const = default;
};

/// What is drawn of values that no symbol is known for: seen at once, and named.
SymbolCase unknownCase();
/// What is drawn of a role that has no style.
Symbol plainSymbol(catalogue::LayerGeometry geometry);

/// Symbols as data: resources/symbols/*.json, a project's own, files that are exchanged. Names are
/// Chinese in any language.
class SymbolSet
{
public:
    /// Those that ship. Thread-safe.
    static const SymbolSet& shipped();
    /// The files' content: styles by role ("styles"), symbols by class code ("system", "classes"),
    /// or both ("styles" and "systems", a list of the latter). Strict: an unknown or missing key, a
    /// colour or pattern that is none, a role or class system that does not exist is Invalid, with
    /// the file's name, the place and the key. What comes later takes the place of what was before.
    struct File
    {
        QString name;
        QByteArray bytes;
    };
    static Result<SymbolSet> read(const QList<File>& files);
    /// All in one file that read() reads; the same set gives the same bytes.
    QByteArray toJson() const;

    /// With those of `own` in their places: styles of roles as a whole, classes code by code.
    SymbolSet with(const SymbolSet& own) const;

    /// A role's style; `classSystem` (catalogue::LandClasses::id) decides for styles by class code.
    /// A role without an own style gets a plain one by its geometry.
    LayerStyle styleOf(const QString& role, const QString& classSystem = {}) const;
    /// Columns that styles of a role need, whatever the class system.
    QStringList columnsOf(const QString& role) const;

    /// In the order of the files.
    const QList<RoleStyle>& roleStyles() const { return m_roles; }
    /// That of the class system alone, else that of all; nullptr: none.
    const RoleStyle* roleStyle(const QString& role, const QString& classSystem = {}) const;
    void setRole(const RoleStyle& style);
    void removeRole(const QString& key); ///< RoleStyle::key
    /// Symbols of codes, sorted by code; each case has one value.
    QList<SymbolCase> classesOf(const QString& classSystem) const;
    QStringList systems() const { return m_byClass.keys(); } ///< that have symbols
    void setClass(const QString& classSystem, const SymbolCase& symbol);
    void removeClass(const QString& classSystem, const QString& code);
    bool isEmpty() const { return m_roles.isEmpty() && m_byClass.isEmpty(); }

    /// What is unsure about the colours ("待核"), file by file; for the record.
    QStringList notes() const { return m_notes; }

private:
    friend class SymbolReader;
    QStringList m_notes;
    QList<RoleStyle> m_roles;
    QMap<QString, QMap<QString, SymbolCase>> m_byClass; ///< by system and code
};

} // namespace checkup::draw
