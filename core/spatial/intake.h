#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/gdal/layer_reader.h"
#include "core/project/change_set.h"
#include "core/project/layer_files.h"
#include "core/project/year_data.h"
#include "core/spatial/gate.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

/// How layers come into a project, and how computations get at them again.
namespace checkup::spatial {

/// A layer as it was found, with what it is guessed to be. Whoever shows it may change any of it
/// before it is taken.
struct LayerGuess
{
    QString path;     ///< file, folder, archive or connection as it was given
    QString place;    ///< what GDAL opens: the same, or a place in an archive
    QString layer;    ///< its name there
    QString where;    ///< which of its features: an attribute filter; empty: all
    QString fileName; ///< what it is called to people: "a.zip ▸ DLTB.shp", "厦门.dxf ▸ 红线"
    gdal::LayerInfo info;
    bool closedLines = false; ///< lines whose ends meet are polygons
    bool swapAxes = false;    ///< latitude or northing stands first
    QString role;             ///< catalogue::LayerRole::code; empty: not recognised
    QString name;             ///< "地类图斑 2022", Chinese in any language
    int year = 0;
    QString classSystem;
    QString crs;                    ///< "EPSG:n" or WKT where it is not as stated; empty: as stated
    QStringList crsChoices;         ///< what it can be, the likeliest first
    QHash<QString, QString> fields; ///< catalogue::LayerColumn::key → field
    /// How its coordinates come over to CGCS2000 (StatedTransformation::text) and who says so;
    /// `crs` is then the system that they are in now. Only ever what a person states.
    QString transformation, transformationSource;
    QString encoding;   ///< found; empty: ASCII, or the file says
    qint64 size = 0;    ///< bytes, companion files included
    bool inside = true; ///< Keep::Auto takes it into the project file
    /// A sentence: what must be settled first (the role, the reference system). It is not looked at
    /// when taking: what then still is wrong is an error.
    QString problem;
    Issues issues;

    bool isReady() const { return !role.isEmpty() && problem.isEmpty(); }
};

/// Every layer of a file, of a folder (three levels deep), of a .zip, or of a database ("PG:…").
/// Formats: shapefile, GeoPackage, file geodatabase, FlatGeobuf, GeoJSON, KML, GML; DXF and
/// DWG of AutoCAD 2000 (a guess for each of the drawing's layers); OpenStreetMap's .osm and .pbf
/// (roads, and facilities by their tags); CSV and workbooks with columns of coordinates or WKT.
/// Layers that are feature tables of a project file are found, its other tables are not. Errors:
/// NotFound, Unsupported, Damaged, TooLarge (archives that unpack to too much), Cancelled. Any
/// thread; reads samples, and drawings and OpenStreetMap whole.
Result<QList<LayerGuess>> inspectLayers(const QString& path, const project::YearData& data,
                                        const CancelToken& cancel = {});

/// Some tables of a database ("PG:…"), by the names that databaseTables has; the others are not
/// looked at.
Result<QList<LayerGuess>> inspectTables(const QString& connection, const QStringList& tables,
                                        const project::YearData& data,
                                        const CancelToken& cancel = {});

/// Whether a file's name is one of a spatial data file (a .zip may be one).
bool isLayerFile(const QString& path);

/// Fills in what follows from the role: name, fields, class system. After the role was changed.
void settleRole(LayerGuess& guess, const QString& role, const project::YearData& data);

/// The parameters by which a layer before came over, for one that takes its place and needs some.
void keepTransformation(LayerGuess& guess, const project::Layer& before);

enum class Keep {
    Auto,   ///< inside up to `insideBytes` and `insideFeatures`
    Inside, ///< as a feature table in the project file
    Beside, ///< where it is, by relative path and digest
};
inline constexpr qint64 insideBytes = qint64(20) << 20;
inline constexpr qint64 insideFeatures = 50'000;

struct TakeOptions
{
    QString person;
    QDateTime takenAt; ///< UTC
    Keep keep = Keep::Auto;
    /// Of files taken from before: one with many layers is hashed once. None: hashed each time.
    project::DigestMemory* digests = nullptr;
};

/// Takes a layer: looks at every feature (see gate.h), copies it into the project file or leaves it
/// where it is, and gives the edit that adds its row; the same file and layer for the same role and
/// year again changes its row, and nothing when all is the same. The project file is written to by
/// OGR in one transaction, at the very end: after an error, and after cancelling, it is as it was.
/// A table without a row (the edit was not committed, or was undone) does no harm and is found
/// again. What cannot stay where it is (archives, drawings, OpenStreetMap, tables of coordinates,
/// swapped axes, a stated transformation) but is too large for the inside becomes a GeoPackage in
/// the folder 空间数据 beside the project.
///
/// The project must be open for writing in this process (its WriterLock held, in WAL as ProjectFile
/// has it), on whatever thread, or by nobody: then this takes the lock while it writes. Nobody may
/// be in the middle of a transaction that writes. Errors: BadUsage (no role, no or a refused
/// reference system, a field that is not there, parameters that do not lead into the city), Busy,
/// ReadOnly, DiskFull, Damaged, Cancelled.
Result<project::ChangeSet> takeLayer(const QString& projectPath, const project::YearData& data,
                                     const LayerGuess& guess, const TakeOptions& options,
                                     const CancelToken& cancel = {},
                                     const ProgressSink& progress = {});

/// A layer of the project, open for reading.
struct ProjectLayer
{
    std::shared_ptr<const void> lock; ///< goes after the reader: project::keepSharedLock
    gdal::LayerReader reader;
    gdal::Crs crs;       ///< that its coordinates are in
    QStringList columns; ///< keys of the attributes, in their order

    /// Place of a column among the attributes; -1: the layer has none.
    int place(const QString& column) const { return static_cast<int>(columns.indexOf(column)); }
};

/// Opens a layer with the columns (catalogue::LayerColumn::key) asked for, in that order; those of
/// `optional` that it has come after them. BadUsage for a column without a field: the sentence
/// names layer, column and remedy. Layers inside may be read while the project is open, by any
/// number of threads with a reader each.
Result<ProjectLayer> openLayer(const QString& projectPath, const project::Layer& layer,
                               const QStringList& columns, const QStringList& optional = {},
                               gdal::Faults faults = gdal::Faults::Repair,
                               const gdal::ReadPart& part = {});

/// As project::checkLayer, and of layers in a database too: reads all of it.
Result<project::LayerHealth> layerState(const QString& projectPath, const project::Layer& layer,
                                        const CancelToken& cancel = {},
                                        project::DigestMemory* memory = nullptr);

/// What is to be said of a layer's gate, a sentence each: how its coordinates were brought over,
/// repairs and their effect, features without geometry, features outside the city.
Issues gateIssues(const project::Layer& layer);

} // namespace checkup::spatial
