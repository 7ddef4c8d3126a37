#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QList>
#include <QString>

#include <optional>

/// Regions of a project made of the layer that draws them: districts of XZQ, streets of JDXZ. With
/// them recipes have figures by district and street.
namespace checkup::spatial {

/// The level whose borders a role's layers draw.
std::optional<project::RegionLevel> levelOfRole(const QString& role);

/// Number in `regions` of what a feature of a layer of a level draws; -1: none of them. By the
/// code first, and by the name where only one region of the level has it. Survey codes go on after
/// the region's ("350203001000" is of 350203001), or end in zeros ("350203000"); a street of
/// another district's code is not the one of its name.
int regionDrawn(const QList<project::Region>& regions, project::RegionLevel level,
                const QString& code, const QString& name);

/// A layer drawing regions of whose level the project has none: they are still to be made.
const project::Layer* layerWithoutRegions(const project::YearData& data);

/// What a layer has for the project's regions.
struct LayerRegions
{
    struct Place
    {
        enum class State { New, Known, CodeAdded };
        State state = State::New;
        /// As it is to be; a new one has no id yet. A street comes under its district's order, so
        /// that lists show it there.
        project::Region region;
        bool byPlace = false; ///< the district is where most of it lies: its code does not tell
        qint64 features = 0;
    };
    project::RegionLevel level = project::RegionLevel::Street;
    QString layer;       ///< its name
    QList<Place> places; ///< by district, code and name
    Issues issues;       ///< what cannot be a region, and why

    qsizetype added() const; ///< new ones
};

QString key(LayerRegions::Place::State); ///< "new", "known", "code_added"

/// Reads a layer of role XZQ or JDXZ. Districts are the city's whose code they go on from; a street
/// belongs to the district whose code it goes on from, else to the one of layer XZQ that most of it
/// lies in. Regions that the project has keep their names; one without a code gets the layer's.
/// What has no name, or lies in no district, is left out and listed. Errors: BadUsage (another
/// role; the layer has neither field), those of openLayer, Cancelled. Any thread.
Result<LayerRegions> regionsOfLayer(const QString& projectPath, const project::YearData& data,
                                    project::LayerId layer, const CancelToken& cancel = {});

/// One step of undo; empty when the project has them all.
project::ChangeSet regionsAsEdits(const project::YearData& data, const LayerRegions& regions);

} // namespace checkup::spatial
