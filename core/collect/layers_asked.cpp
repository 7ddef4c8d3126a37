#include "core/collect/layers_asked.h"

#include <QHash>

#include <map>

namespace checkup::collect {

QList<QList<LayerAsked>> layersAsked(const project::YearData& data,
                                     const QList<DepartmentTask>& tasks)
{
    QHash<QString, int> taskOf;
    for (int at = 0; at < tasks.size(); ++at) {
        for (const QString& subject : tasks[at].subjects)
            taskOf.insert(subject, at);
    }
    std::map<QString, std::map<int, double>> leaning; ///< layer → task → how much
    QHash<QString, QStringList> subjects;
    for (const catalogue::Quantity& quantity : data.catalogue.quantities) {
        const auto task = taskOf.constFind(quantity.id);
        if (task == taskOf.cend())
            continue;
        const QStringList codes = catalogue::layersOf(quantity.layer);
        for (int at = 0; at < codes.size(); ++at) {
            subjects[codes[at]].append(quantity.id);
            leaning[codes[at]][*task] += 1.0 / ((at + 1.0) * static_cast<double>(codes.size()));
        }
    }
    QList<QList<LayerAsked>> asked(tasks.size());
    for (const catalogue::LayerRole& layer : catalogue::layerRoles()) {
        const auto found = leaning.find(layer.code);
        if (found == leaning.end())
            continue;
        int owner = -1;
        double most = 0;
        for (const auto& [task, weight] : found->second) {
            if (weight > most + 1e-9) {
                owner = task;
                most = weight;
            }
        }
        asked[owner].append({layer.code, subjects.value(layer.code)});
    }
    return asked;
}

} // namespace checkup::collect
