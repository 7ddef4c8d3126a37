#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/gdal/layer_reader.h"
#include "core/project/year_data.h"

#include <QList>
#include <QString>

/// Lists beside the figures of recipes that ask what is within reach: who is not served and why,
/// and what each facility serves.
namespace checkup::spatial {

/// A feature that a recipe finds not served, or a facility that cannot serve.
struct Unserved
{
    enum class Why {
        FacilityWithoutRoad, ///< no road within the recipe's limit: it serves nobody
        NoRoad,              ///< a feature with no road within that limit
        Unreachable,         ///< its part of the network has no facility
        TooFar               ///< further than the recipe allows
    };
    Why why = Why::TooFar;
    QString layer; ///< name of the layer
    qint64 feature = 0;
    QString label;                      ///< its name or id column
    double amount = 0;                  ///< in the quantity's unit; of features
    double toRoad = 0;                  ///< m to the nearest road, of those without one nearby
    double longitude = 0, latitude = 0; ///< of its middle, degrees on CGCS2000
    /// Of land: the polygon that no service area reaches, in degrees; then `amount` is what of the
    /// feature lies in it and the place one inside.
    gdal::Rings shape = {};
};

struct UnservedList
{
    struct Total
    {
        Unserved::Why why = Unserved::Why::TooFar;
        qint64 features = 0;
        double amount = 0;
    };
    QList<Total> totals;    ///< of each reason, all there are
    QList<Unserved> places; ///< by reason; the largest first, at most so many of each
};

QString key(Unserved::Why);   ///< "facility_without_road", "no_road", "unreachable", "too_far"
QString label(Unserved::Why); ///< in the interface's language

/// Who a recipe's facilities do not serve. Where all of several kinds must serve, a feature is
/// listed once, for the worst that keeps it. Recipes that cut by service areas (what fire engines
/// reach) tell the polygons of land that lie in none, each TooFar. Errors of watch() and
/// unreached().
Result<UnservedList> unserved(const QString& projectPath, const project::YearData& data,
                              const QString& subject, int year, int limit,
                              const CancelToken& cancel = {});

/// What a facility serves: each feature goes to the one that is nearest along the roads within the
/// recipe's bound, one of each kind that the recipe asks for. Where the recipe cuts by service
/// areas (what fire engines reach): how much lies in the facility's own.
struct FacilityShare
{
    QString kind;  ///< title of the facilities' role
    QString layer; ///< name of the layer
    qint64 feature = 0;
    QString label;
    bool onRoad = true;
    bool byItself =
        false; ///< no features are shared out; a place that several reach counts for each
    qint64 features = 0;
    double amount = 0; ///< in the quantity's unit
    double longitude = 0, latitude = 0;
};

/// All facilities of a recipe, in the layers' order. BadUsage for one that draws circles (there is
/// no nearest along roads) or cuts anything but areas by service areas. Errors of watch().
Result<QList<FacilityShare>> facilityShares(const QString& projectPath,
                                            const project::YearData& data, const QString& subject,
                                            int year, const CancelToken& cancel = {});

/// The places that a recipe's facilities serve: of each need (a group of services, any of which
/// will do) one area along the roads and one as the crow flies, to lay side by side; the latter
/// alone where there are no roads.
struct ServiceArea
{
    QString kind; ///< the facilities' roles with their reach: "XX 小学 500 米"
    bool circles = false;
    double squareMetres = 0; ///< on the ellipsoid
    gdal::Rings shape;       ///< degrees on CGCS2000
};
/// Errors of watch() and Shelf::areas().
Result<QList<ServiceArea>> serviceAreas(const QString& projectPath, const project::YearData& data,
                                        const QString& subject, int year,
                                        const CancelToken& cancel = {});

/// The lists as layers in degrees on CGCS2000 (.gpkg, .geojson): land as polygons, features and
/// facilities by their place. Amounts are in the quantity's unit. Errors of gdal::LayerWriter.
Result<void> writeLayer(const QString& path, const UnservedList& list);
Result<void> writeLayer(const QString& path, const QList<FacilityShare>& list);
Result<void> writeLayer(const QString& path, const QList<ServiceArea>& areas);

} // namespace checkup::spatial
