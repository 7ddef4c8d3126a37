#pragma once

#include "core/base/ids.h"

#include <QDateTime>
#include <QString>

/// What a project keeps about spatial data: layers, recipes, runs, maps. Part of YearData.
namespace checkup::project {

using LayerId = Id<struct LayerTag>;

/// A layer that plays a role in the year. Small ones are feature tables inside the project file,
/// large ones stay where they are, beside it or in a database.
struct Layer
{
    LayerId id;
    QString role; ///< catalogue::LayerRole::code: "DLTB"
    QString name; ///< as shown: "地类图斑 2022"
    int year = 0; ///< that its content describes; 0: not tied to one
    /// Empty: a feature table inside the project file. Else relative to the project file's folder
    /// with "/" between, or a database's connection "PG:…" without password.
    QString path;
    QString layer;       ///< its name there; inside: the feature table
    QString fileName;    ///< what it was taken from
    QString sha256;      ///< of what it was taken from, companion files included
    qint64 size = 0;     ///< bytes of that
    QString crs;         ///< that its coordinates are in, "EPSG:4549" or WKT; empty: as it states
    QString classSystem; ///< catalogue::LandClasses::id of its class codes; empty: none
    QString fields;      ///< JSON object: catalogue::LayerColumn::key → its field
    QString encoding;    ///< of its texts, where the file does not say
    qint64 features = 0;
    QString health;    ///< what the geometry gate found, JSON; see core/spatial/intake.h
    QDateTime takenAt; ///< UTC
    QString person;
    QString note;

    bool isInside() const { return path.isEmpty(); }
};

/// What a project changes in the way a quantity is computed from layers.
struct RecipeSetting
{
    qint64 id = 0;
    QString subject;    ///< quantity id
    bool active = true; ///< false: not computed here
    QString recipe;     ///< JSON, see core/spatial/recipe.h; empty: as shipped
    QString note;       ///< why
};

/// How a project's maps and sheets look where they differ from what ships: a style, a sheet, a
/// frame, a view, an underlay, a bookmark.
struct MapSetting
{
    qint64 id = 0;
    QString kind;    ///< "style", "sheet", "frame", "view", "raster", "bookmark"
    QString key;     ///< with `kind` the row's identity: a role, a sheet's id, a name
    QString content; ///< JSON, as the room that draws it reads it
};

/// The last computation of a quantity for a year.
struct SpatialRun
{
    qint64 id = 0;
    QString subject; ///< quantity id; with `year` the row's identity
    int year = 0;
    QString inputs; ///< what it was computed from: digests of layers and recipe, JSON; a run whose
                    ///< inputs would be others today is stale
    QString method; ///< the recipe in words, Chinese, as values' notes have it
    QString report; ///< results by region, closing totals, counts; JSON, see core/spatial/compute.h
    QDateTime computedAt; ///< UTC
    QString person;
};

} // namespace checkup::project
