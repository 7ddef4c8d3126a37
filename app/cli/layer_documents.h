#pragma once

#include "app/cli/console.h"
#include "core/spatial/intake.h"

#include <QJsonObject>

#include <string>
#include <vector>

namespace checkup::cli {

/// {"id","role","name","year","inside","path","layer","file","sha256","size","crs","class_system",
/// "fields","encoding","features","health","taken_at","person","note"}
QJsonObject toJson(const project::Layer& layer);

/// A layer as found: {"file","layer","where","role","name","year","crs","crs_stated","crs_choices",
/// "transformation","transformation_source","fields","class_system","encoding","features","size","inside","problem"}
QJsonObject toJson(const spatial::LayerGuess& guess);

/// What the gate found, without the list of repairs.
QJsonObject toJson(const spatial::GateReport& report);

/// "地类图斑 2022（DLTB，500 个要素，项目内）"
QString inWords(const project::Layer& layer);

/// Takes every layer of these files as it is guessed, as "layers --add" does.
Exit importLayers(const std::string& file, const std::vector<std::string>& sources,
                  const std::string& person, const std::string& takenAt, const Console& console);

} // namespace checkup::cli
