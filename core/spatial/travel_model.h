#pragma once

#include "core/spatial/network.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::spatial {

enum class Travel { Walk, Drive };
enum class Cost { Metres, Minutes };

/// The speed of roads of a class.
struct ClassSpeed
{
    QString pattern; ///< see matches()
    double kmh = 0;
};

/// Roads that have one of the values in a field.
struct RoadRule
{
    QString field;
    QStringList patterns; ///< see matches()
};

/// Whether a text is the pattern; a star at the pattern's beginning or end stands for anything
/// ("motorway*"). Upper and lower case are one.
bool matches(const QString& text, const QString& pattern);

/// How people or vehicles move along roads. Wherever a field is named, "other_tags/oneway" is the
/// tag "oneway" among those that GDAL puts into the one field "other_tags" of OpenStreetMap's.
struct TravelModel
{
    Travel travel = Travel::Walk;
    Cost cost = Cost::Metres;
    Distances distances = Distances::Ellipsoid;
    Heading heading = Heading::Inward; ///< matters with one-way roads
    QString classField;                ///< a road's class; empty: all roads are alike
    QList<ClassSpeed> speeds;          ///< by class; of several that match the longest pattern
    double speed = 4;                  ///< km/h of all other roads
    QString speedField;      ///< km/h of a road itself; where it is empty or 0, as its class
    QStringList closed;      ///< classes that may not be used, as patterns
    QList<RoadRule> shut;    ///< roads that may not be used for other reasons
    QString oneWayField;     ///< 是/否, yes/-1/no, 1/0, FT/TF; walking ignores it
    double snap = 500;       ///< m from a point to its road at most
    bool snapCounts = false; ///< whether that leg counts
    double snapSpeed = 4;    ///< km/h of that leg, in minutes
    double every = 50;       ///< m between the entrances along the outline of a facility's polygon

    /// On foot: 4 km/h (1,000 m in 15 minutes), not on motorways and expressways. In both, lines
    /// of OpenStreetMap (class field "highway") that are no roads are closed.
    static TravelModel walking(const QString& classField = {});
    /// By car or fire engine, at usual speeds of Chinese and OpenStreetMap road classes, not on
    /// footways; in minutes.
    static TravelModel driving(const QString& classField = {});

    /// The layer's fields that a road is judged by, in the order Ways takes their values in.
    QStringList fields() const;
    /// How far a cost goes as the crow flies: metres, or minutes at `speed`.
    double metresFor(double bound) const;
    /// BadUsage when a number is none that can be.
    Result<void> check() const;
};

/// Judges roads by their fields. For one thread.
class Ways
{
public:
    explicit Ways(const TravelModel& model);

    /// None for a road that may not be used. `values` are those of model.fields(). BadUsage when
    /// the speed field holds no number.
    Result<std::optional<Way>> of(const QStringList& values);

private:
    Result<std::optional<Way>> judge(const QStringList& values) const;

    TravelModel m_model;
    QStringList m_fields;
    QHash<QStringList, std::optional<Way>> m_known;
};

} // namespace checkup::spatial
