#include "core/collect/spatial_layers.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <map>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void useLayersResource()
{
    Q_INIT_RESOURCE(layers);
}

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

QList<SpatialLayer> readLayers()
{
    useLayersResource();
    using Geometry = SpatialLayer::Geometry;
    static const QHash<QString, Geometry> geometries{{u"polygon"_s, Geometry::Polygon},
                                                     {u"line"_s, Geometry::Line},
                                                     {u"point"_s, Geometry::Point},
                                                     {u"table"_s, Geometry::Table}};
    QList<SpatialLayer> layers;
    QFile file(u":/layers/layers.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return layers;
    const QJsonArray rows =
        QJsonDocument::fromJson(file.readAll()).object().value(u"layers"_s).toArray();
    for (const QJsonValue& row : rows) {
        layers.append({row[u"code"_s].toString(), row[u"name"_s].toString(),
                       row[u"group"_s].toString(), row[u"fields"_s].toString(),
                       geometries.value(row[u"geometry"_s].toString(), Geometry::Polygon)});
    }
    return layers;
}

} // namespace

const QList<SpatialLayer>& spatialLayers()
{
    static const QList<SpatialLayer> layers = readLayers();
    return layers;
}

const SpatialLayer* spatialLayer(const QString& code)
{
    for (const SpatialLayer& layer : spatialLayers()) {
        if (layer.code == code)
            return &layer;
    }
    return nullptr;
}

QString layerTitle(const QString& code)
{
    const SpatialLayer* layer = spatialLayer(code);
    return layer ? code + u' ' + layer->name : code;
}

QStringList layersOf(const QString& expression)
{
    static const QRegularExpression word(u"\\b[A-Z][A-Z_]+\\b"_s);
    QStringList codes;
    QRegularExpressionMatchIterator words = word.globalMatch(expression);
    while (words.hasNext()) {
        const QString code = words.next().captured();
        if (!codes.contains(code) && spatialLayer(code))
            codes.append(code);
    }
    return codes;
}

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
        const QStringList codes = layersOf(quantity.layer);
        for (int at = 0; at < codes.size(); ++at) {
            subjects[codes[at]].append(quantity.id);
            leaning[codes[at]][*task] += 1.0 / ((at + 1.0) * static_cast<double>(codes.size()));
        }
    }
    QList<QList<LayerAsked>> asked(tasks.size());
    for (const SpatialLayer& layer : spatialLayers()) {
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

QString labelInFiles(SpatialLayer::Geometry geometry)
{
    switch (geometry) {
    case SpatialLayer::Geometry::Polygon:
        return u"面"_s;
    case SpatialLayer::Geometry::Line:
        return u"线"_s;
    case SpatialLayer::Geometry::Point:
        return u"点"_s;
    case SpatialLayer::Geometry::Table:
        return u"表"_s;
    }
    return {};
}

} // namespace checkup::collect
