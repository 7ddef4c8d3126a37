#pragma once

#include "app/workspace/widgets/theme.h"

#include <QIcon>
#include <QString>

namespace checkup::workspace {

/// One of our line icons (resources/icons/NAME.svg), drawn in the theme's colour of the moment: it
/// follows a change of theme by itself. Crisp at every scale.
QIcon icon(const QString& name, Theme::Role role = Theme::Role::Dim);
/// The program's own, in its own colours.
QIcon programIcon();

} // namespace checkup::workspace
