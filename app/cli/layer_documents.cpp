#include "app/cli/layer_documents.h"

#include "app/cli/verbs.h"

#include <QJsonDocument>

namespace checkup::cli {

using namespace Qt::StringLiterals;

QJsonObject toJson(const spatial::GateReport& report)
{
    QJsonObject json = report.toJson();
    json.remove(u"repairs"_s);
    json.insert(u"effect"_s, report.effect());
    return json;
}

QJsonObject toJson(const project::Layer& layer)
{
    return {{u"id"_s, layer.id.number()},
            {u"role"_s, layer.role},
            {u"name"_s, layer.name},
            {u"year"_s, layer.year},
            {u"inside"_s, layer.isInside()},
            {u"path"_s, layer.path},
            {u"layer"_s, layer.layer},
            {u"file"_s, layer.fileName},
            {u"sha256"_s, layer.sha256},
            {u"size"_s, layer.size},
            {u"crs"_s, layer.crs},
            {u"class_system"_s, layer.classSystem},
            {u"fields"_s, QJsonDocument::fromJson(layer.fields.toUtf8()).object()},
            {u"encoding"_s, layer.encoding},
            {u"features"_s, layer.features},
            {u"health"_s, toJson(spatial::GateReport::fromJson(layer.health))},
            {u"taken_at"_s, layer.takenAt.toString(Qt::ISODateWithMs)},
            {u"person"_s, layer.person},
            {u"note"_s, layer.note}};
}

QJsonObject toJson(const spatial::LayerGuess& guess)
{
    QJsonObject fields;
    for (auto field = guess.fields.cbegin(); field != guess.fields.cend(); ++field)
        fields.insert(field.key(), field.value());
    return {{u"file"_s, guess.fileName},
            {u"layer"_s, guess.layer},
            {u"where"_s, guess.where},
            {u"role"_s, guess.role},
            {u"name"_s, guess.name},
            {u"year"_s, guess.year},
            {u"crs"_s, guess.crs},
            {u"crs_stated"_s, guess.info.crs ? guess.info.crs->name() : QString()},
            {u"crs_choices"_s, QJsonArray::fromStringList(guess.crsChoices)},
            {u"transformation"_s, guess.transformation},
            {u"transformation_source"_s, guess.transformationSource},
            {u"fields"_s, fields},
            {u"class_system"_s, guess.classSystem},
            {u"encoding"_s, guess.encoding},
            {u"features"_s, guess.info.features},
            {u"size"_s, guess.size},
            {u"inside"_s, guess.inside},
            {u"problem"_s, guess.problem}};
}

QString inWords(const project::Layer& layer)
{
    return layer.isInside() ? Text::tr("%1（%2，%3 个要素，项目内）")
                                  .arg(layer.name, layer.role)
                                  .arg(layer.features)
                            : Text::tr("%1（%2，%3 个要素，引用 %4）")
                                  .arg(layer.name, layer.role)
                                  .arg(layer.features)
                                  .arg(layer.path);
}

} // namespace checkup::cli
