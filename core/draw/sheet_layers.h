#pragma once

#include "core/assess/resolver.h"
#include "core/base/cancel.h"
#include "core/draw/map_picture.h"
#include "core/draw/sheet_template.h"
#include "core/gdal/crs.h"
#include "core/spatial/shelf.h"

#include <map>

namespace checkup::draw {

/// The layers of a project as its sheets need them: each read once, with all columns that any of
/// the sheets asks for, in one plane. For one thread; what it gives is read by any number.
class SheetLayers
{
public:
    /// `data` and `figures` must outlive it.
    SheetLayers(QString projectPath, const project::YearData& data, int year,
                const QList<SheetTemplate>& sheets, assess::Resolver& figures, CancelToken cancel);

    /// What keeps a layer from being drawn, a few words each, Chinese under InChinese; nothing when
    /// it can be. Reads no layer.
    QStringList lacking(const SheetLayer& layer) const;
    /// The project's layers that it is drawn from, those that it is only compared with included.
    QList<project::Layer> sourcesOf(const SheetLayer& layer) const;

    /// The plane of the whole set: that of the districts, else of the first layer.
    Result<gdal::Crs> plane();
    /// Another one, before anything is drawn.
    void setPlane(const gdal::Crs& plane) { m_plane = plane; }
    /// Of what lacks nothing: one for each layer that plays the role. Names are Chinese. Errors of
    /// spatial::openLayer, ShapeStore::read and Shelf; Invalid where there is nothing to grade;
    /// Cancelled.
    Result<QList<MapLayer>> drawn(const SheetLayer& layer);

    /// Lets go of all that none of these needs; districts and streets stay. What is needed again
    /// after all is read again.
    void keepFor(const QList<SheetLayer>& layers);

    /// Districts (or streets) as they are drawn, with each feature's region; -1: none.
    struct Regions
    {
        std::shared_ptr<const ShapeStore> shapes;
        std::vector<int> places; ///< of each feature, in YearData::regions
    };
    /// No shapes without such a layer.
    Result<Regions> regions(const QString& role);

private:
    struct Loaded
    {
        project::Layer layer;
        QStringList columns;
        std::shared_ptr<const ShapeStore> shapes;

        QStringList attributes(std::size_t feature) const;
        int place(const QString& column) const { return static_cast<int>(columns.indexOf(column)); }
    };
    using LoadedPtr = std::shared_ptr<const Loaded>;

    void want(const spatial::Selection& selection);
    Result<LoadedPtr> load(const project::Layer& layer);
    Result<QList<LoadedPtr>> load(const spatial::Selection& selection);
    /// Of each feature, whether a selection takes it.
    std::vector<bool> takenBy(const spatial::Selection& selection, const Loaded& loaded) const;
    /// Of each feature, whether most of its places lie in features of the selection.
    Result<std::vector<bool>> liesIn(const spatial::Selection& selection, const Loaded& loaded);

    using Chosen = std::vector<int>;
    Result<void> look(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    Result<void> byCases(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    Result<void> byNumbers(const SheetLayer& layer, const Loaded& loaded,
                           const std::vector<std::optional<double>>& numbers, const QString& name,
                           const QString& unit, MapLayer& drawn);
    Result<void> byColumn(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    Result<void> byRegion(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    Result<void> byDensity(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    struct Reached
    {
        bool roads = false; ///< else as the crow flies
        std::vector<spatial::Nearness::Standing> standings;
    };
    std::optional<spatial::Reach> reachOf(const QString& subject) const;
    Result<Reached> reached(const spatial::Reach& reach, const SheetLayer& layer,
                            const Loaded& loaded);
    Result<void> byReach(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    Result<void> byChange(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    Result<void> circles(const SheetLayer& layer, const Loaded& loaded, MapLayer& drawn);
    bool cancelled() const { return m_cancel.isCancelled(); }
    int regionOf(const Loaded& loaded, std::size_t feature) const;
    std::optional<double> valueOf(const QString& subject, int region) const;
    QString unitOf(const QString& subject) const;
    QString nameOf(const QString& subject) const;

    QString m_projectPath;
    const project::YearData& m_data;
    int m_year;
    assess::Resolver& m_figures;
    SymbolSet m_symbols; ///< the project's
    CancelToken m_cancel;
    std::map<QString, QStringList> m_columns; ///< by role
    std::optional<gdal::Crs> m_plane;
    std::map<qint64, LoadedPtr> m_loaded; ///< by LayerId
    spatial::Shelf m_shelf;
};

} // namespace checkup::draw
