#include "core/catalogue/layer_roles.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void useLayersResource()
{
    Q_INIT_RESOURCE(layers);
}

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

QList<LayerColumn> columnsOf(const QJsonArray& rows)
{
    QList<LayerColumn> columns;
    for (const QJsonValue& row : rows) {
        LayerColumn column{row[u"key"_s].toString(), row[u"name"_s].toString(), {}};
        const QJsonArray names = row[u"names"_s].toArray();
        for (const QJsonValue& name : names)
            column.names << name.toString();
        columns << column;
    }
    return columns;
}

QList<LayerRole> readRoles()
{
    useLayersResource();
    static const QHash<QString, LayerGeometry> geometries{{u"polygon"_s, LayerGeometry::Polygon},
                                                          {u"line"_s, LayerGeometry::Line},
                                                          {u"point"_s, LayerGeometry::Point},
                                                          {u"table"_s, LayerGeometry::Table}};
    QList<LayerRole> roles;
    QFile file(u":/layers/layers.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return roles;
    const QJsonArray rows =
        QJsonDocument::fromJson(file.readAll()).object().value(u"layers"_s).toArray();
    for (const QJsonValue& row : rows) {
        QStringList aliases;
        const QJsonArray others = row[u"aliases"_s].toArray();
        for (const QJsonValue& alias : others)
            aliases << alias.toString();
        roles.append({row[u"code"_s].toString(), row[u"name"_s].toString(),
                      row[u"group"_s].toString(), row[u"fields"_s].toString(),
                      geometries.value(row[u"geometry"_s].toString(), LayerGeometry::Polygon),
                      columnsOf(row[u"columns"_s].toArray()), aliases, row[u"beyond"_s].toBool()});
    }
    return roles;
}

} // namespace

const LayerColumn* LayerRole::column(const QString& wanted) const
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
                                    [&](const LayerColumn& one) { return one.key == wanted; });
    return found == columns.cend() ? nullptr : &*found;
}

const QList<LayerRole>& layerRoles()
{
    static const QList<LayerRole> roles = readRoles();
    return roles;
}

const LayerRole* layerRole(const QString& code)
{
    const QList<LayerRole>& roles = layerRoles();
    const auto found = std::find_if(roles.cbegin(), roles.cend(),
                                    [&](const LayerRole& role) { return role.code == code; });
    return found == roles.cend() ? nullptr : &*found;
}

QString layerTitle(const QString& code)
{
    const LayerRole* role = layerRole(code);
    return role ? code + u' ' + role->name : code;
}

QStringList layersOf(const QString& expression)
{
    static const QRegularExpression word(u"\\b[A-Z][A-Z_]+\\b"_s);
    QStringList codes;
    QRegularExpressionMatchIterator words = word.globalMatch(expression);
    while (words.hasNext()) {
        const QString code = words.next().captured();
        if (!codes.contains(code) && layerRole(code))
            codes.append(code);
    }
    return codes;
}

QString key(LayerGeometry geometry)
{
    switch (geometry) {
    case LayerGeometry::Polygon:
        return u"polygon"_s;
    case LayerGeometry::Line:
        return u"line"_s;
    case LayerGeometry::Point:
        return u"point"_s;
    case LayerGeometry::Table:
        return u"table"_s;
    }
    return {};
}

QString labelInFiles(LayerGeometry geometry)
{
    switch (geometry) {
    case LayerGeometry::Polygon:
        return u"面"_s;
    case LayerGeometry::Line:
        return u"线"_s;
    case LayerGeometry::Point:
        return u"点"_s;
    case LayerGeometry::Table:
        return u"表"_s;
    }
    return {};
}

} // namespace checkup::catalogue
