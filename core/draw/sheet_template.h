#pragma once

#include "core/draw/grades.h"
#include "core/draw/sheet_chart.h"
#include "core/draw/sheet_elements.h"
#include "core/draw/sheet_frame.h"
#include "core/draw/symbols.h"
#include "core/project/year_data.h"
#include "core/spatial/recipe.h"

#include <QSizeF>

namespace checkup::draw {

/// How numbers are put into grades on a sheet.
struct SheetGrades
{
    GradeMethod method = GradeMethod::NaturalBreaks;
    int count = 5;
    QList<double> bounds; ///< of Manual
    QString ramp;         ///< Ramp::id
    QString unit;         ///< in the legend; empty: the subject's own
    bool operator==(const SheetGrades&) const = default;
};

/// Some features of a layer, drawn alike. What has no condition takes all that is left.
struct SheetCase
{
    QString name;
    spatial::Selection what;                   ///< conditions on the layer's own columns
    std::optional<spatial::Selection> within;  ///< lies in features of these
    std::optional<spatial::Selection> outside; ///< lies in none of them
    Symbol symbol;
    bool operator==(const SheetCase&) const = default;
};

/// One layer of a sheet: which features, and what their look says.
struct SheetLayer
{
    enum class Look {
        Own,    ///< the role's own symbols (SymbolSet)
        Cases,  ///< by conditions, the first that holds; features without any are not drawn
        Column, ///< graded by a column, or by its share of another or of the area
        Region, ///< districts or streets graded by their value of an indicator or quantity
        Density, ///< areas graded by what of lines (千米) or points (个) lies in them by km², or by
                 ///< the share that polygons take (%)
        Reach,  ///< reached along roads, only as the crow flies, not at all; as a recipe says
        Change, ///< what became of parcels whose class was another some years ago
        Circles ///< around points, so many metres
    };

    spatial::Selection what;
    std::optional<spatial::Selection> within; ///< only what lies in features of these
    int map = 0;          ///< which of the sheet's maps it is on, from 1; 0: on all
    bool required = true; ///< without it there is no sheet
    QString name;         ///< in the legend; empty: the role's
    bool labels = false;  ///< the role's names are written
    double opacity = 1;
    Look look = Look::Own;
    QList<SheetCase> cases; ///< of Cases; of Circles the one symbol

    QString column, per;                  ///< of Column; `per` is a column, "km2" or empty
    QString subject;                      ///< of Region: indicator or quantity
    QStringList subjects;                 ///< of Reach: quantities, one or two
    QStringList names;                    ///< of two: what each reaches, "小学"
    std::optional<spatial::Selection> of; ///< of Density
    std::optional<SheetGrades> grades;    ///< of Column, Region, Density
    int years = 1;                        ///< of Change: how long ago
    bool construction = false;            ///< of Change: only from or to land for construction
    double metres = 0;                    ///< of Circles
    bool operator==(const SheetLayer&) const = default;
};

/// Numbers of the project drawn beside the map.
struct SheetChart
{
    enum class Over {
        Districts, ///< a row for each district
        Years,     ///< the last years, as lines
        Subjects   ///< a row for each subject, this year beside the last
    };
    ChartFigure::Kind kind = ChartFigure::Kind::Bars;
    QString title; ///< with {year} and {last}
    Over over = Over::Districts;
    QStringList subjects; ///< indicators and quantities, in the first one's unit
    QStringList names;    ///< of them, on the chart; empty: their own
    QString whole;        ///< of Shares: the quantity that 100 % is; empty: their sum
    int years = 5;        ///< of Years
    QStringList regions;  ///< of Districts: names or codes of those shown; empty: all
    bool operator==(const SheetChart&) const = default;
};

/// When the small map is there.
enum class SheetInset {
    District, ///< on sheets of a district: where it lies in the city
    Always,   ///< on those of the city too: its districts and 城区
    Never
};

/// A drawing of the annual set as data: one file of resources/drawings, or of an office's folder.
/// Texts are Chinese in any language.
struct SheetTemplate
{
    QString id; ///< "land-use"
    int number = 0;
    QString title;            ///< with {city}, {year} and {last}, the year before
    QString paper;            ///< "A3"
    bool upright = false;     ///< portrait
    QList<SheetLayer> layers; ///< the first at the bottom
    /// What each of several maps shows, beside each other at one extent and scale: "规划", "实施";
    /// with {year} and {last}. Empty: one map.
    QStringList maps;
    QStringList figures;    ///< indicators and quantities whose values stand beside the map
    QStringList notes;      ///< beside the map
    bool byDistrict = true; ///< it can be drawn for a district alone
    QString secrecy;        ///< "内部资料"; empty: not printed
    SheetGrid grid = SheetGrid::Degrees;
    SheetInset inset = SheetInset::District;
    QList<SheetChart> charts;
    /// What stands where on the paper named above; empty: all there is, each in its automatic
    /// place.
    QList<SheetElement> elements;
    bool operator==(const SheetTemplate&) const = default;

    QSizeF size() const; ///< mm
};

/// How many maps may stand on a sheet.
constexpr int mostMaps = 4;

/// "A4" to "A0", mm, upright; an empty size for another name.
QSizeF paperSize(const QString& name);

/// Those that ship, by number. Thread-safe.
const QList<SheetTemplate>& shippedSheets();

/// A file's content. Strict: an unknown or missing key, a value of another kind, a role, column,
/// ramp or colour that does not exist is Invalid, with the file's name, the place and the key.
Result<SheetTemplate> readSheet(const QString& file, const QByteArray& bytes);

/// A template's file, or all *.json of a folder, by number. Errors: those of readFile, readSheet;
/// NotFound for a folder without any; Invalid for two files with one id.
Result<QList<SheetTemplate>> readSheets(const QString& path);

/// What readSheet reads; the same for equal sheets.
QByteArray writeSheet(const SheetTemplate& sheet);

/// The shipped ones and those of a folder's *.json; one with the id of a shipped one takes its
/// place. By number. Errors: those of readSheets; NotFound for a folder that is none.
Result<QList<SheetTemplate>> sheetsWith(const QString& folder);

/// Of MapSetting::kind: a whole sheet, its key the sheet's id; the office's frame.
inline constexpr QLatin1StringView sheetSetting("sheet"), frameSetting("frame");
inline constexpr QLatin1StringView officeFrameKey("office");

/// What a project draws: `sheets` with those that it keeps itself, which take the place of what has
/// their id, and its office's frame. A kept one that cannot be read is told, and the one of
/// `sheets` stays.
struct ProjectSheets
{
    QList<SheetTemplate> sheets; ///< by number
    QStringList own;             ///< ids of the project's
    std::optional<OfficeFrame> frame;
    QStringList faults; ///< a sentence each
};
ProjectSheets projectSheets(const project::YearData& data, QList<SheetTemplate> sheets);

} // namespace checkup::draw
