#pragma once

#include "core/gdal/database.h"
#include "core/spatial/feature_work.h"
#include "core/spatial/postgis_sql.h"

#include <map>
#include <vector>

namespace checkup::spatial {

/// Recipes over a layer that lives in PostGIS, computed there by generated SQL: features are
/// chosen, measured, cut and added up in the database, and only sums come back.
///
/// What is left to FeatureWork, and therefore read: features whose share the database would settle
/// by another rule than we do. These are invalid polygons, curves and collections; lines that a
/// border crosses, lines and points that lie on one (a leaf's border among them); parcels whose
/// registered area is to be shared out in hundredths. Counts, lengths and registered areas are
/// therefore the same as from a file. Areas differ as postgis_sql.h says (edges between corners no
/// more than 50 m apart are geodesics): for parcels by less than 1e-7 of themselves. A parcel that
/// merely touches a border may be counted among the features there or not; its area there is
/// nothing.
///
/// What layers are cut by (a recipe's `within`, districts, streets) is few by nature and united
/// first; it is taken from the shelf wherever it lives, and its leaves are sent up into temporary
/// tables. The user of the database needs the right to make temporary tables and no other. Nothing
/// stays in the database.
class PostgisRecipes
{
public:
    /// Whether SQL can do a recipe: not the reach along roads, nor what is united first.
    static bool canDo(const Recipe& recipe);

    /// Measures the layer's features in its database, whose temporary tables it takes for itself:
    /// one layer after the other. `work` has a job for each selection; both must outlive this.
    /// Unsupported where the layer cannot be computed there (a reference system without a code),
    /// with the reason as a sentence; Io, Cancelled.
    static Result<std::unique_ptr<PostgisRecipes>>
    make(gdal::Database& database, const project::Layer& layer, const ProjectLayer& opened,
         const LayerWork& work, const std::vector<const Selection*>& selections, int year);

    /// A sum over features, as Contribution has them one by one.
    struct Figure
    {
        int slot = Slot::City;
        double amount = 0, plane = 0;
        double largest = 0, largestPlane = 0; ///< of the single features
        qint64 features = 0;
    };
    struct Answer
    {
        std::vector<Figure> figures;
        qint64 features = 0; ///< that the recipe takes
        qint64 left = 0;     ///< features to be read and worked out here
    };
    /// One job's figures. What follows is about this job until the next call.
    Result<Answer> compute(size_t job);
    /// The features that are left, with the attributes of the layer as it was opened and one more,
    /// the feature's number. The reader must go before anything else is asked.
    Result<gdal::LayerReader> left();

    /// A feature behind a figure.
    struct Behind
    {
        qint64 feature = 0;
        QStringList attributes; ///< of the layer as it was opened
        double amount = 0, of = 0;
    };
    /// Those that add most to a slot.
    Result<std::vector<Behind>> largest(int slot, int limit);

private:
    PostgisRecipes(gdal::Database& database, const LayerWork& work)
        : m_database(database)
        , m_work(work)
    {}

    /// Tables of what of each feature lies inside a chain, and of that by region.
    struct Inside
    {
        QString whole;     ///< empty: all of each feature
        QString regions;   ///< empty: there are none
        QString byFeature; ///< the regions of each feature together
    };

    Result<void> measure(const project::Layer& layer, const ProjectLayer& opened,
                         const std::vector<const Selection*>& selections, int year);
    Result<QString> leavesOf(const Zones& zones, const std::vector<int>& places);
    QString cut(const QString& source, const QString& leaves) const;
    Result<void> cutByRegions(const QString& source, Inside& to);
    Result<Inside> inside(size_t chain, bool points);
    QString source(bool points) const;
    QString contributions(size_t job) const;
    QString temporary();

    gdal::Database& m_database;
    const LayerWork& m_work;
    int m_srid = 0;
    int m_planeSrid = 0; ///< 0: the layer's own
    bool m_geographic = false;
    QStringList m_attributes; ///< columns of the table of features
    std::vector<QString> m_conditions;
    std::map<const Zones*, QString> m_leaves;
    std::map<std::pair<size_t, bool>, Inside> m_inside;
    size_t m_job = 0;
    Inside m_now; ///< of the job
    int m_tables = 0;
};

} // namespace checkup::spatial
