#pragma once

#include "core/base/result.h"
#include "core/catalogue/layer_roles.h"
#include "core/draw/grades.h"

#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace checkup::draw {

/// A line; lengths are millimetres on paper.
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
    enum class Pattern { Rising, Falling, Cross, Level, Upright, Dots };
    Pattern pattern = Pattern::Rising;
    QColor colour;
    double gap = 2;     ///< between lines, mm
    double width = 0.2; ///< of a line, or of a dot, mm
    bool operator==(const HatchSymbol&) const = default;
};

/// A point's shape, filled with the symbol's fill and drawn around with its line.
struct MarkerSymbol
{
    enum class Shape { Circle, Square, Triangle, Diamond, Star, Cross };
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
};

/// A graduated map of a column: areas filled and lines coloured from light to dark, points growing.
LayerStyle gradedStyle(const QString& name, const QString& column, const Grades& grades,
                       const Ramp& ramp, catalogue::LayerGeometry geometry);

/// Symbols as data: resources/symbols/*.json. Names are Chinese in any language.
class SymbolSet
{
public:
    /// Those that ship. Thread-safe.
    static const SymbolSet& shipped();
    /// The files' content: one with styles by role and any number by class code. Strict: an
    /// unknown or missing key, a colour or pattern that is none, a role or class system that does
    /// not exist is Invalid, with the file's name, the place and the key.
    struct File
    {
        QString name;
        QByteArray bytes;
    };
    static Result<SymbolSet> read(const QList<File>& files);

    /// A role's style; `classSystem` (catalogue::LandClasses::id) decides for styles by class code.
    /// A role without an own style gets a plain one by its geometry.
    LayerStyle styleOf(const QString& role, const QString& classSystem = {}) const;
    /// Roles that have a style of their own.
    QStringList roles() const { return m_roles; }
    /// What is unsure about the colours ("待核"), file by file; for the record.
    QStringList notes() const { return m_notes; }

private:
    struct RoleStyle
    {
        LayerStyle style;
        bool byClass = false;
        std::optional<LineSymbol> classLine; ///< around areas of all classes
    };
    friend class SymbolReader;
    QStringList m_roles, m_notes;
    QHash<QString, RoleStyle> m_byRole;
    QHash<QString, QList<SymbolCase>> m_byClass;
};

} // namespace checkup::draw
