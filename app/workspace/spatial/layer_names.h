#pragma once

#include "core/catalogue/layer_roles.h"

#include <QString>

namespace checkup::workspace {

/// A name of the layer roles' table (a role's, a group's, a column's) in the interface's language;
/// as it is where the translation lacks it.
QString layerWord(const QString& chinese);
QString roleName(const QString& code);  ///< 地类图斑
QString roleTitle(const QString& code); ///< DLTB 地类图斑

} // namespace checkup::workspace
