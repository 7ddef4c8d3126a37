#include "app/workspace/indicators/indicator_fault.h"

#include "core/base/issue.h"
#include "core/catalogue/catalogue_files.h"

#include <QSet>

namespace checkup::workspace {

QString faultOf(const catalogue::Catalogue& catalogue, const catalogue::Indicator& indicator)
{
    catalogue::Catalogue trial = catalogue;
    // What a profile counts is not this indicator's fault.
    trial.profiles.clear();
    QSet<QString> known;
    for (const Issue& issue : catalogue::validate(trial))
        known.insert(issue.text);
    bool found = false;
    for (catalogue::Indicator& i : trial.indicators) {
        if (i.code == indicator.code) {
            i = indicator;
            found = true;
        }
    }
    if (!found)
        trial.indicators.append(indicator);
    for (catalogue::Dimension& dimension : trial.dimensions) {
        if (dimension.id == indicator.dimension &&
            !dimension.categories.contains(indicator.category))
            dimension.categories.append(indicator.category);
    }
    for (const Issue& issue : catalogue::validate(trial)) {
        if (issue.severity == Severity::Error && !known.contains(issue.text))
            return issue.text;
    }
    return {};
}

} // namespace checkup::workspace
