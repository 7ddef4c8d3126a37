#pragma once

#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <utility>

namespace checkup::draw {

/// What can stand on a sheet.
enum class SheetPart {
    Map,   ///< with the line above it that says what it shows, where a sheet has several
    Inset, ///< where the district lies in the city
    Title,
    Secrecy,
    Legend,
    Chart,
    Figures, ///< the table of key figures
    Notes,
    Scale, ///< bar and number
    North,
    Sources,
    System, ///< coordinate system and notice
    Review, ///< 审图号
    Maker,  ///< who made it, and when
    Block,  ///< the office's title block: name, logo, maker, checker, approver, date, number
    Text    ///< free words
};

/// Lines over the map.
enum class SheetGrid { Degrees, Kilometres, None };

/// Which edge of the paper a side keeps its distance from when the paper becomes another.
enum class SheetHold { Start, Middle, End, Stretch };

struct SheetElement
{
    SheetPart part = SheetPart::Text;
    /// Millimetres of the sheet's own paper; none: where the automatic layout has it.
    std::optional<QRectF> area = {};
    /// None: by where it lies; what takes most of a side is stretched.
    std::optional<SheetHold> across = {}, down = {};
    double type = 0;    ///< height of the letters, mm; 0: as usual
    QString words = {}; ///< of Text; with {city}, {year}, {last}
    int chart = 1;      ///< of Chart: which of the sheet's, from 1
    int map = 1;        ///< of Map: likewise
    bool operator==(const SheetElement&) const = default;
};

/// What a millimetre of an upright A4's breadth becomes on a paper: 1 on A4, 1.41 on A3, 4 on A0.
double sheetUnit(const QSizeF& paper);

/// An element as it lies on another paper: its distances and its type grow with the paper's unit,
/// each side holding to its edge. Whole on the paper.
SheetElement onPaper(SheetElement element, const QSizeF& from, const QSizeF& to);

/// The edges that an element holds to, as asked or by where it lies; across, then down.
std::pair<SheetHold, SheetHold> holdsOf(const SheetElement& element, const QSizeF& paper);

/// All that sheets have when they do not say: everything automatic, a chart for each of `charts`, a
/// map for each of `maps`.
QList<SheetElement> usualElements(int charts, int maps);

/// The names that files use: "map", "inset", "title"…; and back.
QString nameOf(SheetPart part);
std::optional<SheetPart> sheetPartOf(const QString& name);
const QList<SheetPart>& sheetParts();

} // namespace checkup::draw
