#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/project/change_set.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkup::spatial {

/// What a column of a layer has to say for a feature to be taken.
struct Condition
{
    enum class Op {
        Prefix,   ///< begins with one of the values: class codes
        Equals,   ///< is one of the values; as numbers where both are
        Contains, ///< has one of the values in it
        AtLeast,  ///< a number; likewise the next three
        MoreThan,
        AtMost,
        LessThan,
        OfYear,      ///< the year computed, or its first four digits
        UpToYear,    ///< that year or one before, or nothing
        Construction ///< a class code of 建设用地, see catalogue::LandClasses
    };
    QString column; ///< catalogue::LayerColumn::key
    Op op = Op::Equals;
    QStringList values = {}; ///< empty for the last three
    bool negated = false;
    bool perSquareKilometre = false; ///< the column's number by the feature's area
    bool ifPresent = false;          ///< no matter where the layer lacks the column
    bool operator==(const Condition&) const = default;
};

/// Features of the layers that play a role. Of the year computed if there are such, else those
/// tied to no year, else those of the nearest earlier year; several layers are taken together.
struct Selection
{
    QString role;       ///< catalogue::LayerRole::code
    int yearOffset = 0; ///< -1: of the year before
    /// Class codes in the conditions are of this system (catalogue::LandClasses::id); a layer of
    /// the other is not computed with. Empty: there are none.
    QString classSystem = {};
    QList<Condition> where = {};
    QList<Selection> otherwise =
        {}; ///< where no layer plays the role: the first of these that can be
    bool operator==(const Selection&) const = default;
};

/// A speed of roads whose class is `pattern`; "*" at its beginning or end stands for anything.
struct RoadSpeed
{
    QString pattern;
    double kmh = 0;
    bool operator==(const RoadSpeed&) const = default;
};

/// A kind of facilities and how far it serves: metres or minutes, the other is 0.
struct Service
{
    Selection what;
    double metres = 0, minutes = 0;
    double minArea = 0; ///< m²; smaller polygons do not serve (parks)
    bool operator==(const Service&) const = default;
};

/// What must be near enough.
struct Reach
{
    enum class Mode { Walk, Drive, Circle };
    enum class Counted {
        Middle, ///< a feature counts whole when its middle is reached
        Cut     ///< what of it lies in the service area
    };
    /// Every group must serve; in a group any one service does.
    QList<QList<Service>> groups;
    Mode mode = Mode::Walk;
    Counted counted = Counted::Middle;
    /// Several layers are one network; without any circles are drawn.
    Selection roads{QStringLiteral("DLWL"), 0, {}, {}, {}};
    QList<Selection> barriers = {}; ///< lines or polygons; left out where there is no such layer
    QList<RoadSpeed> speeds = {};   ///< empty: the usual ones (TravelModel)
    double speed =
        0; ///< km/h of roads of other classes, and what minutes mean for circles; 0: as usual
    QStringList closed = {}; ///< classes not to be used, as patterns; empty: as usual
    double snap = 500;       ///< m to the nearest road at most
    bool legCounts = true;   ///< the way to the road is part of the way
    double strip = 100;      ///< m beside reached roads that a service area takes in (Cut)
    bool towards = true; ///< from the features to the facilities, else from these (fire engines)
    bool operator==(const Reach&) const = default;
};

enum class Measure {
    Area,    ///< ellipsoidal; the plane area beside it
    NetArea, ///< a registered area (column), prorated where the parcel is cut; whole hundredths of
             ///< m²
    Length,  ///< on the ellipsoid
    Count,   ///< of features, by their middle
    Sum,     ///< of columns' numbers, by area share where a polygon is cut
    AreaTimes,  ///< area times a column's number (storeys)
    LargestArea ///< of the single features
};

/// How an input quantity is made of layers: data that people read, change and keep with the
/// project.
struct Recipe
{
    QString subject; ///< quantity id
    Selection what;
    Measure measure = Measure::Area;
    QStringList columns = {}; ///< of NetArea, Sum (several are added) and AreaTimes
    QString columnUnit = {};  ///< of Sum's columns, "人"; areas are m², lengths m, counts pieces
    bool countOverlapsOnce = false; ///< features lying over one another are united first (areas)
    QList<Selection> within = {};   ///< cut by the union of each in turn
    std::optional<Reach> reach = {};
    double sliver = 0; ///< m²; smaller pieces that cutting leaves are not counted, but reported
    /// Whether what lies in none of the project's districts counts for the city too (sea, the
    /// metropolitan circle); otherwise the city is its districts. Reported either way. Where most
    /// of it lies in none, districts have no figures: see RecipeResult::isCityOnly.
    bool beyondDistricts = false;
    QString note = {}; ///< 口径
    bool operator==(const Recipe&) const = default;
};

QString key(Measure);
QString label(Measure); ///< in the interface's language

/// What is as usual is left out.
QJsonObject toJson(const Selection& selection);
QJsonObject toJson(const Reach& reach);
QJsonObject toJson(const Recipe& recipe);
/// Strict: an unknown or missing key, a wrong type, an unknown role, column or operation is
/// Invalid, and the sentence names where ("within[0].where[1].op").
Result<Recipe> recipeFromJson(const QJsonObject& object);
/// The same from a file's bytes.
Result<Recipe> recipeFromText(const QByteArray& json);

/// The recipe in one or a few sentences, with the layers' names and years that it would be computed
/// with in `year` (0: the status year). In the interface's language; under InChinese what values'
/// notes say.
QString inWords(const Recipe& recipe, const project::YearData& data, int year = 0);

/// A condition alone: "地类编码以 0101、0102 开头". A column that the role has not stays as it is.
QString inWords(const Condition& condition, const QString& role, int year);

/// What is unsound about a recipe, layers apart: a subject that the catalogue has not, a unit that
/// the measure cannot give, a polygon's measure of lines, a condition without a value... Errors
/// keep it from being computed; a recipe without any is read back from its JSON as it is.
/// Issue::cell says where, in the members' names: "within[0].where[1]", "reach.groups[0][1]".
Issues check(const Recipe& recipe, const project::YearData& data);

/// resources/recipes/ID.json, by subject; empty for another catalogue. Thread-safe.
const QList<Recipe>& shippedRecipes(const QString& catalogueId);
/// The shipped one of the catalogue that this project's was made from.
std::optional<Recipe> shippedRecipe(const project::YearData& data, const QString& subject);
/// The project's own, else the shipped one; none when there is none, or it is switched off. Invalid
/// when what the project keeps is no recipe.
Result<std::optional<Recipe>> recipeFor(const project::YearData& data, const QString& subject);
/// All that are computed in the project, in the catalogue's order of quantities.
QStringList recipeSubjects(const project::YearData& data);
/// Keeps a recipe with the project; the shipped one again takes the setting away.
project::ChangeSet setRecipeAsEdit(const project::YearData& data, const Recipe& recipe,
                                   const QString& note = {});

/// The layers that a selection takes in a year, with the alternative it came to.
struct Choice
{
    const Selection* selection = nullptr; ///< this one or one of its alternatives
    QList<project::Layer> layers;         ///< empty: none plays the role
    int year = 0;                         ///< theirs; 0: tied to none
};
Choice choose(const Selection& selection, const project::YearData& data, int year);
/// The columns that a selection's conditions ask for, those that may lack included.
QStringList columnsOf(const Selection& selection);

} // namespace checkup::spatial
