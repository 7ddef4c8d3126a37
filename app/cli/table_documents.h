#pragma once

#include "app/cli/console.h"
#include "core/catalogue/land_classes.h"
#include "core/spatial/matrices.h"

#include <functional>

namespace checkup::cli {

/// What is said of a table besides its figures.
struct TableTold
{
    QString file; ///< that its issues are about
    spatial::SliverLimit sliver;
    QJsonObject document = {};                             ///< further keys of the JSON document
    std::function<QString(const QString&)> classText = {}; ///< as people read it: "03 林地"
    catalogue::ClassSystem system = catalogue::ClassSystem::ThirdSurvey;
};

/// Shows people a table of spatial data (hectares) and gives its JSON document (keys in English,
/// m²), which the verb prints.
QJsonObject show(const Console& console, const spatial::MatrixReport& report,
                 const TableTold& told);
QJsonObject show(const Console& console, const spatial::TransitionReport& report,
                 const TableTold& told);
QJsonObject show(const Console& console, const spatial::EncroachReport& report,
                 const TableTold& told);

} // namespace checkup::cli
